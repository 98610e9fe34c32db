"""Values on the line: they arrive as they left, and nothing else is taken for them."""

import contextlib
from datetime import UTC, datetime
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import Blocks, Heading, Item, Listing, Paragraph, Quote, Span
from tui.fetching.wire import Sealed, WireError, decode, encode
from tui.jobs import DownloadJob, Job, Outcome, RefreshJob, RequestOptions, Validators
from tui.model import Article, Entry, Feed, Kind
from tui.values import Value

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
FEED = Feed(
    "rss20",
    "News Example",
    (Entry("Ferry “strike”", "https://news.example/1", authors=("Ann", "Bob"), published=NOON), Entry("\ud800 lone")),
    ttl_minutes=60,
)
ARTICLE = Article(
    "https://news.example/1",
    "Ferry strike",
    (
        Paragraph((Span("words", strong=True, script="sub"),)),
        Quote((Listing((Item((Heading(2, (Span("deep"),)),)),), ordered=True),), "Ann"),
    ),
    source="feed",
)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (FEED, Feed),
        (FEED, Feed | None),
        (None, Feed | None),
        (ARTICLE, Article),
        (ARTICLE.blocks, Blocks),
        (
            RefreshJob(1, "https://news.example/", Kind.PAGE, Validators(since=NOON), RequestOptions(auth=("a", "b"))),
            Job,
        ),
        (DownloadJob("https://news.example/", content="<p>"), Job),
        ((b"", b"\0\xff" * 9, b"end"), tuple[bytes, ...]),
        (("a", 1, 0.5, True, None, b"b", ("c", ())), object),
        ("page", Literal["page", "feed"]),
        (Kind.SITEMAP, Kind),
        (3, float),
        ((), tuple[()]),
    ],
)
def test_a_value_arrives_as_it_left(value: Any, kind: Any) -> None:
    found = decode(encode(value), kind)
    assert found == value
    assert type(found) is (float if kind is float else type(value))


def test_a_sealed_value_is_opened_where_its_kind_is_expected_and_only_there() -> None:
    sealed = Sealed.of(FEED.entries)
    assert decode(encode(sealed), tuple[Entry, ...]) == FEED.entries == sealed.open(tuple[Entry, ...])
    assert decode(encode(sealed), Sealed) == sealed
    for wrong in (Sealed.of(("words",)), Sealed(b"words"), Sealed.of(FEED)):
        with pytest.raises(WireError):
            decode(encode(wrong), tuple[Entry, ...])


class Stranger(Value):
    """Declared nowhere that is asked for."""

    title: str = ""


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (Stranger("x"), Feed),
        (FEED, Article),
        (FEED, Outcome),
        (None, Feed),
        ("1", int),
        (1, str),
        (True, int),
        (1.0, int),
        (b"x", str),
        ("x", tuple[str, ...]),
        (("a", 1), tuple[str, ...]),
        (("a",), tuple[str, str]),
        ("ab", tuple[str, str]),
        ("book", Literal["page", "feed"]),
        ("book", Kind),
        ("2026-11-23T12:00:00", datetime),
        ("soon", datetime),
        (float("1e999"), float),
    ],
)
def test_nothing_else_is_taken(value: Any, kind: Any) -> None:
    with pytest.raises((WireError, ValueError)):
        decode(encode(value), kind)


def test_a_field_of_another_kind_is_not_taken() -> None:
    for change in (b'"Ann"', b"60"):
        with pytest.raises(WireError):
            decode(encode(FEED).replace(change, b"null".ljust(len(change))), Feed)


def test_what_is_nested_without_end_is_not_taken() -> None:
    deep: tuple[Any, ...] = ()
    for _ in range(200):
        deep = (deep,)
    with pytest.raises(WireError):
        decode(encode(deep), object)
    text = b"[" * 100_000
    with pytest.raises(WireError):
        decode(len(text).to_bytes(4) + bytes(4) + text, object)


def test_what_is_no_plain_value_does_not_leave() -> None:
    for value in ({1, 2}, object(), print):
        with pytest.raises(TypeError, match="cannot travel"):
            encode(value)


@given(st.binary(max_size=300))
def test_no_bytes_do_anything_but_fail(message: bytes) -> None:
    for kind in (Feed, object, tuple[bytes, ...]):
        with contextlib.suppress(WireError):
            decode(message, kind)


@given(st.data())
def test_no_change_of_a_message_does_anything_but_fail(data: st.DataObject) -> None:
    message = bytearray(encode(FEED))
    for _ in range(data.draw(st.integers(1, 4))):
        message[data.draw(st.integers(0, len(message) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = decode(bytes(message), Feed)
    except WireError:
        return
    assert type(found) is Feed
    assert {type(entry) for entry in found.entries} <= {Entry}
    assert {type(entry.title) for entry in found.entries} <= {str}


@pytest.mark.parametrize("kind", [list, dict[str, int], set, tuple[int, ...] | tuple[str, ...], int | str, bytearray])
def test_nothing_is_read_as_a_kind_that_cannot_be_told_strictly(kind: Any) -> None:
    with pytest.raises(WireError, match="TypeError"):
        decode(encode(None), kind)


@pytest.mark.parametrize(("depth", "taken"), [(1, True), (101, True), (102, False)])
def test_how_deep_a_value_may_be_nested(depth: int, taken: bool) -> None:
    deep: tuple[Any, ...] = ()
    for _ in range(depth - 1):
        deep = (deep,)
    if taken:
        assert decode(encode(deep), object) == deep
    else:
        with pytest.raises(WireError):
            decode(encode(deep), object)


def message(text: bytes, *parts: bytes) -> bytes:
    """A message byte by byte: two counts, the sizes of the parts, the JSON, the parts."""
    sizes = b"".join(len(part).to_bytes(4) for part in parts)
    return len(text).to_bytes(4) + len(parts).to_bytes(4) + sizes + text + b"".join(parts)


def test_long_texts_and_bytes_travel_behind_the_json_as_they_are() -> None:
    text = 'Ferry "strike"\n' * 20 + "\ud800"
    sent = encode((Entry("short", summary=text), b"\0\xff", Entry(text)))
    assert decode(sent, tuple[Entry, bytes, Entry]) == (Entry("short", summary=text), b"\0\xff", Entry(text))
    whole = text.encode("utf-8", "surrogatepass")
    assert sent.endswith(whole + b"\0\xff" + whole)
    assert b'"short"' in sent


@pytest.mark.parametrize(
    ("sent", "value"),
    [
        (message(b'[{"b":0},{"t":1}]', b"\xff", "é".encode()), (b"\xff", "é")),
        (message(b"[1,2.5,null,true]"), (1, 2.5, None, True)),
    ],
)
def test_a_message_is_read_by_its_counts(sent: bytes, value: object) -> None:
    assert decode(sent, object) == value


@pytest.mark.parametrize(
    "sent",
    [
        message(b'{"q":0}', b"x"),
        message(b'{"b":1}', b"x"),
        message(b'{"b":0,"t":0}', b"x"),
        message(b"{}", b"x"),
        message(b"NaN"),
        message(b"1") + b"x",
        message(b'{"b":0}', b"xyz")[:-1],
        (7).to_bytes(4) + (1 << 31).to_bytes(4) + b'{"b":0}',
        b"",
    ],
    ids=["a sign", "a place", "two places", "no place", "a constant", "more", "less", "a count", "nothing"],
)
def test_a_message_that_is_not_as_it_says_is_not_taken(sent: bytes) -> None:
    with pytest.raises(WireError):
        decode(sent, object)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, Entry | None),
        (("a", None), tuple[str | None, ...]),
        ((1, 2.5), tuple[float, ...]),
        ((True, False), tuple[bool, ...]),
        ((b"a", b""), tuple[bytes, ...]),
        ((("a", 1), ("b", 2)), tuple[tuple[str, int], ...]),
    ],
)
def test_what_may_be_left_out_or_comes_several_times_arrives_too(value: object, kind: Any) -> None:
    assert decode(encode(value), kind) == value


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ((1, 2), tuple[bool, ...]),
        ((True,), tuple[float, ...]),
        ((None,), tuple[str, ...]),
        (("a", "b", "c"), tuple[str, str]),
        ((), tuple[str, str]),
        ("Sealed", tuple[str, ...]),
    ],
)
def test_none_of_several_may_be_of_another_kind(value: object, kind: Any) -> None:
    with pytest.raises(WireError):
        decode(encode(value), kind)
