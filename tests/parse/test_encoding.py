"""Bytes are read as the characters that were meant, in whatever encoding they come."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.parse import encoding


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("Žluťoučký kůň".encode(), "", "Žluťoučký kůň"),
        (codecs.BOM_UTF8 + "é".encode(), "text/html; charset=iso-8859-1", "é"),
        (codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "", "é"),
        ("Größe".encode("latin-1"), "text/html; charset=ISO-8859-1", "Größe"),
        ("“quoted”".encode("cp1252"), "text/html; charset=iso-8859-1", "“quoted”"),
        (b'<meta charset="windows-1251">' + "Новости".encode("cp1251"), "", '<meta charset="windows-1251">Новости'),
        ("Größe".encode(), "text/html; charset=iso-8859-1", "Größe"),
        ("ニュース".encode("cp932"), "text/html; charset=Shift_JIS", "ニュース"),
        ("ニュース".encode("iso2022_jp"), "text/html; charset=iso-2022-jp", "ニュース"),
        ("新闻中心".encode("gb18030"), "text/html; charset=gb2312", "新闻中心"),
        ("뉴스".encode("cp949"), "text/html; charset=ks_c_5601-1987", "뉴스"),
        (b"plain", "text/html; charset=no-such-thing", "plain"),
    ],
)
def test_bytes_are_read_as_they_are_meant(body: bytes, content_type: str, text: str) -> None:
    assert encoding.page(body, content_type) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Президент подписал закон о бюджете на следующий год, сообщает агентство.", "cp1251"),
        ("昨日、東京で新しい美術館がひらかれ、多くの人でにぎわいました。", "cp932"),
        ("昨日、東京で新しい美術館がひらかれ、多くの人でにぎわいました。", "euc_jp"),
        ("어제 서울에서 새로운 미술관이 문을 열었습니다. 많은 사람들이 찾았습니다.", "cp949"),
        ("昨天在北京举行了新闻发布会，介绍了今年的经济情况。", "gb18030"),
        ("Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία και την παιδεία.", "cp1253"),
        ("أعلنت الحكومة اليوم عن خطة جديدة لدعم الاقتصاد والتعليم", "cp1256"),
        ("Später wurde die Straße für größere Züge geöffnet, hieß es.", "cp1252"),
    ],
)
def test_bytes_that_declare_nothing_are_tried(text: str, name: str) -> None:
    assert encoding.page(text.encode(name)) == text


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    body = "Grüße aus Köln. ".encode() * 20 + b"\xff" + b"Ende"
    assert encoding.page(body, "text/html; charset=utf-8").startswith("Grüße aus Köln.")


@given(
    st.binary(max_size=400),
    st.sampled_from(["", "text/html; charset=utf-8", "text/html; charset=utf-16", "charset=rot13"]),
)
@settings(max_examples=150, deadline=None)
def test_decoding_never_raises(body: bytes, content_type: str) -> None:
    assert isinstance(encoding.page(body, content_type), str)


RUSSIAN = "<rss version='2.0'><channel><title>Новости нашего порта</title></channel></rss>"


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        pytest.param(
            RUSSIAN.encode("cp1251"), "text/xml; charset=windows-1251", RUSSIAN, id="the server alone says it"
        ),
        pytest.param(RUSSIAN.encode(), "text/xml; charset=windows-1251", RUSSIAN, id="UTF-8 tells by itself"),
        pytest.param(RUSSIAN.encode("cp1251"), "text/xml", RUSSIAN, id="nobody says it"),
        pytest.param(RUSSIAN.encode("cp1251"), "text/xml; charset=utf-8", RUSSIAN, id="the server is wrong"),
        pytest.param(
            codecs.BOM_UTF8 + RUSSIAN.encode(),
            "text/xml; charset=koi8-r",
            RUSSIAN,
            id="the mark goes before the server",
        ),
        pytest.param(
            b"<?xml version='1.0'?>\xb1\xe6\xea",
            "application/xml; charset=ISO-8859-2",
            "<?xml version='1.0'?>ąćę",
            id="Latin-2",
        ),
    ],
)
def test_a_feed_in_an_encoding_that_it_does_not_declare(body: bytes, content_type: str, text: str) -> None:
    assert encoding.document(body, content_type) == text


def test_a_documents_own_declaration_goes_before_the_servers() -> None:
    written = '<?xml version="1.0" encoding="windows-1251"?><a>Ёлка и порт</a>'
    assert encoding.document(written.encode("cp1251"), "text/xml; charset=iso-8859-1") == written


def test_a_declaration_that_does_not_fit_gives_way_to_the_servers() -> None:
    written = '<?xml version="1.0" encoding="utf-8"?><a>Новости нашего порта</a>'
    assert encoding.document(written.encode("koi8-r"), "text/xml; charset=koi8-r") == written


@given(st.binary(max_size=400), st.sampled_from(["", "text/xml; charset=utf-8", "charset=utf-16", "charset=zlib"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_some_text(body: bytes, content_type: str) -> None:
    assert isinstance(encoding.document(body, content_type), str)
