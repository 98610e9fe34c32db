"""Bytes that no parser expects: each parser answers with a value or with one of our errors, in time."""

import io
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any, NamedTuple

from PIL import Image

from tests.campaign import Tally
from tui import address, settings, text
from tui.errors import NewsError
from tui.parse import dates, encoding, raster, rules
from tui.parse.feeds import exports, feed, greader, newsboat, newsboat_config, opml, sitemap, wordpress
from tui.parse.front import frontpage
from tui.parse.story import article
from tui.storage import query

ROOT = Path(__file__).parent.parent
SECONDS = 10
"""Of the processor's time that a parser may take for an input of a usual size: as in the child it runs in."""

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
URL = "https://paper.example/world/"


class Parser(NamedTuple):
    """What reads bytes, and files that are right, to begin with."""

    name: str
    reads: Callable[[bytes], Any]
    seeds: tuple[Path, ...] = ()
    words: tuple[bytes, ...] = ()


def _said(body: bytes) -> str:
    return body.decode("utf-8", "replace")


def _found(folder: str, *ends: str) -> tuple[Path, ...]:
    return tuple(sorted(path for end in ends for path in (ROOT / folder).glob(f"*.{end}")))


def _answers(body: bytes) -> None:
    """An answer of a server of feeds, read as each kind there is."""
    for read in (greader.auth_of, greader.feeds_of, greader.ids_of, greader.items_of, greader.tags_of):
        with suppress(NewsError):
            read(body)


def _pixels(body: bytes) -> None:
    for colours in ("256", "16"):
        raster.raster(body, 40, 20, colours, dark=True)
    raster.in_sixels(body, (40, 20), (8, 16), dark=True)


def _pictures() -> tuple[bytes, ...]:
    """A small picture of each kind."""
    image = Image.linear_gradient("L").resize((32, 24))
    made = []
    for kind, mode in (
        ("PNG", "RGB"),
        ("PNG", "P"),
        ("PNG", "I;16"),
        ("JPEG", "RGB"),
        ("JPEG", "CMYK"),
        ("GIF", "P"),
        ("WEBP", "RGBA"),
    ):
        image.convert(mode).save(body := io.BytesIO(), kind)
        made.append(body.getvalue())
    return tuple(made)


EXPORTS = (
    b"title,url,time_added,tags,status\nOne,https://paper.example/1,1700000000,a|b,unread\n",
    b'[{"url":"https://paper.example/1","title":"One","is_starred":1,"tags":["a"],"annotations":[{"quote":"q","text":"t"}],"created_at":"2026-01-02"}]',
)
ANSWERS = (
    b"SID=a\nAuth=b\n",
    b'{"subscriptions":[{"id":"feed/1","title":"Paper","url":"https://paper.example/feed","categories":[{"label":"Sea"}]}]}',
    b'{"itemRefs":[{"id":"1"},{"id":"-2"}],"continuation":"x"}',
    b'{"items":[{"id":"tag:google.com,2005:reader/item/0000000000000001","title":"One","published":1700000000,"timestampUsec":"1700000000000000",'
    b'"canonical":[{"href":"https://paper.example/1"}],"summary":{"content":"<p>a"},"author":"A","origin":{"streamId":"feed/1"},'
    b'"categories":["user/-/state/com.google/read","user/-/label/Sea"],"enclosure":[{"href":"https://paper.example/1.mp3","length":"9"}]}]}',
    b'{"tags":[{"id":"user/1/label/Sea","type":"folder"},{"id":"user/1/state/com.google/starred"}]}',
)
NEWSBOAT = b'bind-key j down\nreload-time 30\nignore-article "*" "title =~ \\"a\\""\nhighlight feedlist "x.*" red blue\nmacro o set browser "a %u" ; open\n'

PARSERS = (
    Parser("feed", lambda body: feed.feed(body, URL), _found("feeds", "xml", "rdf", "json")),
    Parser("subscriptions", lambda body: opml.subscriptions(body, "urls"), _found("subscriptions", "opml"), (b"",)),
    Parser("newsboat", lambda body: opml.subscriptions(body, "urls"), (ROOT / "subscriptions" / "urls",)),
    Parser("sitemap", lambda body: sitemap.sitemap(body, URL), (), (b"<urlset><url><loc>/a</loc></url></urlset>",)),
    Parser("wordpress", lambda body: wordpress.posts(body, URL), (), (b'[{"link":"/a","title":{"rendered":"x"}}]',)),
    Parser("article", lambda body: article.article(encoding.page(body), URL), _found("pages", "html")),
    Parser("frontpage", lambda body: frontpage.frontpage(encoding.page(body), URL), _found("frontpages", "html")),
    Parser("fragment", lambda body: article.fragment(_said(body), URL), (), (b"<p>a<b>b</b><ul><li>c</ul>",)),
    Parser(
        "dates", lambda body: dates.moment(_said(body)), (), (b"Fri, 20 Nov 2026 08:00:00 GMT", b"20 novembre 2026")
    ),
    Parser("rules", lambda body: rules.load(_said(body)), (ROOT.parent / "assets" / "rules.toml",), (b"",)),
    Parser(
        "query", lambda body: query.read_queries(_said(body), NOW), (), (b'site:bbc "port strike" -is:unread | a*',)
    ),
    Parser("settings", lambda body: settings.parsed(_said(body), "f"), (), (b'a = 1\n[b."c"]\nd = ["e"]\n',)),
    Parser("address", lambda body: address.clean(_said(body)), (), (b"https://ann:pw@paper.example:80/a/../b?c=d#e",)),
    Parser("exports", exports.saved_stories, (), EXPORTS),
    Parser("accounts", _answers, (), ANSWERS),
    Parser(
        "newsboat's filters",
        lambda body: newsboat.words(_said(body)),
        (),
        (b'tags # "a b" and (age < 7 or title =~ "x|y.*")',),
    ),
    Parser("newsboat's settings", lambda body: newsboat_config.read(_said(body)), (), (NEWSBOAT,)),
    Parser("pictures", _pixels, (), _pictures()),
    Parser("text", lambda body: text.words(_said(body)), (), (b"<p>a &amp; b<script>c</script>",)),
)


def run(chance: Random, rounds: int) -> Tally:
    """In each round every parser reads one input that was harmed."""
    tally = Tally()
    for number in range(rounds):
        for parser in PARSERS:
            seeds = [path.read_bytes() for path in parser.seeds[:: max(1, len(parser.seeds) // 8)] if path.exists()]
            body = harmed(chance, chance.choice([*seeds, *parser.words]))
            tally.count(_lost(parser, body, number))
    return tally


def _lost(parser: Parser, body: bytes, number: int) -> str:
    try:
        with within(SECONDS):
            parser.reads(body)
    except NewsError:
        return ""
    except TooLong:
        return f"{parser.name}, round {number}: longer than {SECONDS} s over {len(body)} bytes: {body[:200]!r}"
    except Exception:
        last = traceback.format_exc().splitlines()
        return f"{parser.name}, round {number}: {last[-1]} ({last[-3].strip()}) over {body[:200]!r}"
    return ""


class TooLong(BaseException):
    """Not an Exception: no parser may take it for a fault of its input."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Ends what takes longer, of the processor's time."""

    def late(_number: int, _frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def harmed(chance: Random, body: bytes) -> bytes:
    """The bytes with some of them changed, gone, twice, or from elsewhere."""
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        if not body:
            return chance.randbytes(chance.randrange(200))
        at, length = chance.randrange(len(body)), min(chance.choice((1, 2, 8, 64, 1000)), len(body))
        match chance.randrange(8):
            case 0:
                body = body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]
            case 1:
                body = body[:at] + body[at + length :]
            case 2:
                body = body[:at] + body[at : at + length] * chance.choice((2, 10, 200)) + body[at + length :]
            case 3:
                body = body[:at]
            case 4:
                body = body[:at] + chance.choice(ODD) + body[at:]
            case 5:
                other = chance.randrange(len(body))
                body = body[:at] + body[other : other + length] + body[at:]
            case 6:
                body = body[:at] + chance.choice(ODD) * chance.choice((1, 50, 3000)) + body[at:]
            case _:
                body = body.replace(body[at : at + 3], chance.choice(ODD), 5)
    return body[: 1 << 20]


ODD = (
    *(b"<", b">", b"&", b'"', b"'", b"\0", b"\xff", b"\xc3", b"\x1b[", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"&#0;", b"&#x110000;"),
    *(b"<div>", b"<b>", b"</p>", b"<table><tr>", b"<svg>", b"<script>", b"<?xml", b"<!ENTITY a '&a;'>", b"[", b"{", b"}", b"]", b","),
    *(b"-1", b"1e999", b"99999999999999999999", b"0x", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xf0\x9f\x91\xa8\xe2\x80\x8d", b"http://", b"://"),
    *(b"\r", b"\n\n", b"\t", b" " * 64, b"a" * 300, b"(", b"*", b"|", b":", b"\\", b"%00", b"../", b"\xef\xbb\xbf", b"\xff\xfe"),
)  # fmt: skip
"""What parsers job over."""
