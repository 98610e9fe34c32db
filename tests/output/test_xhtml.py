"""An article as XHTML: every block is there, it is well-formed whatever the page wrote, and it asks nobody for anything."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.examples import EVERY_BLOCK
from tui.blocks import Embed, Footnote, Item, Listing, Paragraph, Picture, Span, Table, plain
from tui.model import Article, Enclosure, Related, Relation
from tui.output.xhtml import body, document, in_place, kind_of
from tui.values import replace

SPACE = "{http://www.w3.org/1999/xhtml}"


def tree(written: str) -> ElementTree.Element:
    return ElementTree.fromstring(written.encode())


def written_of(blocks: tuple[object, ...]) -> ElementTree.Element:
    return tree(document(Article("https://a.example/1", "Head", blocks)))  # type: ignore[arg-type]


def test_every_block_is_there_with_its_words() -> None:
    found = tree(document(EVERY_BLOCK))
    text = re.sub(r"\W", "", "".join(found.itertext()))
    said = [
        re.sub(r"\W", "", part)
        for block in EVERY_BLOCK.blocks
        if not isinstance(block, Listing)
        for part in plain((block,)).split("\n\n")
    ]
    assert [part for part in said if part not in text] == []
    names = {element.tag.removeprefix(SPACE) for element in found.iter()}
    assert names >= {"h1", "h2", "p", "table", "th", "td", "ul", "blockquote", "strong", "em", "a", "pre", "figure"}


def test_what_the_page_wrote_stays_text() -> None:
    hostile = '<script>alert("1")</script> & \x1b[2J \ufffe \ud800'
    found = written_of(
        (
            Paragraph((Span(hostile, href="javascript:alert(1)"), Span("on", href='https://a.example/?a=1&b="2"'))),
            Picture("javascript:alert(2)", hostile, hostile, hostile),
            Embed("video", "data:text/html,x", hostile),
        )
    )
    assert not [each for each in found.iter() if each.tag == f"{SPACE}script"]
    links = [each.get("href", "") for each in found.iter(f"{SPACE}a")]
    assert links == ["https://a.example/?a=1&b=%222%22", "https://a.example/1"]
    assert '<script>alert("1")</script>' in "".join(found.itertext())


def test_a_cell_of_several_rows_takes_them() -> None:
    rows = ((("Rock",), ("Pilot",)), ((), ("Tender",)), (("Quay",), ("Barge",)))
    table = Table(tuple(tuple(tuple(map(Span, cell)) for cell in row) for row in rows), tall=((0, 0, 2),))
    lines = list(written_of((table,)).iter(f"{SPACE}tr"))
    assert [["".join(cell.itertext()) for cell in line] for line in lines] == [
        ["Rock", "Pilot"],
        ["Tender"],
        ["Quay", "Barge"],
    ]
    assert [cell.get("rowspan") for line in lines for cell in line] == ["2", None, None, None, None]


def test_pictures_are_in_it_where_they_are_kept_and_else_a_link() -> None:
    there, elsewhere = (
        Picture("https://a.example/1.png", "The port", "Boats"),
        Picture("https://a.example/2.png", alt="B"),
    )
    found = tree(
        document(Article("https://a.example/1", "Head", (there, elsewhere)), kept={there.url: "pictures/1.png"})
    )
    (image,) = found.iter(f"{SPACE}img")
    assert (image.get("src"), image.get("alt")) == ("pictures/1.png", "Boats")
    assert elsewhere.url in [each.get("href") for each in found.iter(f"{SPACE}a")]
    assert not [each for each in found.iter() if each.get("src", "pictures/").startswith("http")]


def test_notes_are_led_to_once() -> None:
    found = written_of(
        (
            Paragraph((Span("1", href="#a b"), Span("2", href="#none"), Span("1", href="#a b"))),
            Footnote("a b", (Span("First"),)),
            Footnote("a b", (Span("Again"),)),
        )
    )
    ids = [each.get("id") for each in found.iter() if each.get("id")]
    assert ids == ["from-1", "note-1"]
    led = [each.get("href") for each in found.iter(f"{SPACE}a")]
    assert led[:2] == ["#note-1", "#note-1"] and "#from-1" in led[2:]  # there and back
    (note,) = found.iter(f"{SPACE}aside")
    assert note.get("id") == "note-1" and "First" in "".join(note.itertext())


def test_lists_keep_their_numbers() -> None:
    items = tuple(Item((Paragraph((Span(f"Item {mark}"),)),), mark) for mark in ("", "7.", "b."))
    written = body((Listing(items, ordered=True, start=3),))
    assert '<li value="3">' in written and '<li value="7">' in written and "<li>b <p>" in written


def test_a_story_without_a_language_runs_as_its_headline_does() -> None:
    assert 'dir="rtl"' in document(Article("https://a.example/1", "العبارة لا تصل", ()))
    assert "dir=" not in document(Article("https://a.example/1", "The word سلام means peace", ()))


@pytest.mark.parametrize(
    ("language", "given"), [("he", 'dir="rtl"'), ("pt-BR", 'xml:lang="pt-BR"'), ('x"y', "<html xmlns=")]
)
def test_the_language_and_its_direction(language: str, given: str) -> None:
    written = document(replace(EVERY_BLOCK, language=language))
    assert given in written and 'x"y' not in written
    tree(written)


def test_what_stands_around_the_text() -> None:
    article = Article(
        "https://a.example/1", "Head", kicker="News", standfirst="Why", standfirst_credit="AP", byline=("Ann",),
        byline_role="Editor", published=datetime(2026, 11, 20, 12, tzinfo=UTC), site_name="Post", notice="Only this.",
    )  # fmt: skip
    related = (Related(Relation.RELATED, "Another", "https://a.example/2"),)
    written = document(article, related, (Enclosure("https://a.example/1.mp3", "audio/mpeg"),))
    for part in (
        "News",
        "Why … reports AP",
        "By Ann, Editor",
        "20 November 2026 · Post",
        "Only this.",
        "Another",
        "audio/mpeg",
    ):
        assert part in written
    tree(written)


@given(st.text(), st.text(), st.text())
def test_whatever_is_written_it_is_well_formed(one: str, two: str, three: str) -> None:
    blocks = (
        Paragraph((Span(one, strong=True, href=two), Span(two, code=True))),
        Picture(one, two, three),
        Footnote(one, ()),
    )
    tree(document(Article(one, two, blocks, language=three), kept={one: three}))


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0", ("image/png", "png")),
        (b"\xff\xd8\xff\xe0", ("image/jpeg", "jpg")),
        (b"GIF89a", ("image/gif", "gif")),
        (b"RIFF\n\x0a\0\0WEBPVP8 ", ("image/webp", "webp")),
        (b"RIFF\0\0\0\0WAVE", ("", "")),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ("", "")),
        (b"", ("", "")),
    ],
)
def test_what_a_picture_is_says_its_beginning(begins: bytes, kind: tuple[str, str]) -> None:
    assert kind_of(begins) == kind


def test_a_document_by_itself_holds_its_pictures() -> None:
    ship, drawn = "https://a.example/ship.gif?a=1&b=2", "https://a.example/map.svg"
    blocks = (Picture(ship, alt='A "ship"'), Picture(drawn, alt="A map"))
    kept = in_place({ship: b"GIF89a", drawn: b"<svg/>"})
    found = tree(document(Article("https://a.example/1", "Head", blocks), kept=kept))
    images = [dict(each.attrib) for each in found.iter(f"{SPACE}img")]
    assert images == [{"src": "data:image/gif;base64,R0lGODlh", "alt": 'A "ship"'}]
    assert drawn in [link.get("href") for link in found.iter(f"{SPACE}a")]
