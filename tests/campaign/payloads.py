"""Hostile text in every field, through every output: nothing that a terminal would obey comes out."""

import base64
import json
import re
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from random import Random

from tests.campaign import Tally
from tests.campaign.program import Program, in_one_sentence
from tests.terminal import Terminal
from tests.web import Answer, Loopback, Threaded

PAYLOADS = (
    "\x1b[2J\x1b[31m",
    "\x1b]52;c;aGFja2Vk\x07",
    "\x1b]0;title\x1b\\",
    "\x9b31m\x9d52;c;aGk=\x9c",
    "\x07\x08\x7f\x00",
    "\u202edcba\u2066x\u2069\u200f",
    "\u2028\u2029\x85\r",
    "\ufeff\u200b\u2060\U000e0041",
    "[@click=app.quit]press[/]",
    "$(reboot)`id`",
    "\x1b[6n\x1b[?1049h",
    "&#27;[2J&#x9b;31m&#8238;",
    "%1b[2J",
)
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)
"""What no terminal should ever be sent: escapes and controls but tab and line feed, and what turns text around."""

COPIED = re.compile("\x1b\\]52;c;([A-Za-z0-9+/=]*)\x07")
"""What is sent to the terminal's clipboard (OSC 52)."""
OWN = re.compile("\x1b\\](?:2|8|10|11|22);[^\x07\x1b]*(?:\x07|\x1b\\\\)")
"""What the screen says to the terminal for itself: its title, links, colours and pointer."""
NEVER_DRAWN = re.compile(
    "\x1b\\]|\x1b\\[31m\x1b|\x1b\\[\\?1049h.*\x1b\\[\\?1049h|[\x00-\x07\x0c\x10-\x1a\x1c-\x1f\x7f-\x9f]"
    "|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]",
    re.DOTALL,
)
"""What is never among the rest, which is full of colours and moves."""
SIZES = ((60, 20), (80, 24), (120, 36))
"""Columns and rows of screens, one after the other."""
WALK = (
    *("l", "enter", "space", "]", "L", "escape", "c", "escape", "escape", "t", "escape", "e", "escape", "E", "=", "X", "escape", "E", "z", "z"),
    *(",", ".", "P", "escape", "?", "escape", "ctrl+p", "escape", "V", "escape", "Y", "escape", "ctrl+s", "escape", "h", "j", "j", "c", "escape"),
    *("M", "escape", "I", "escape", "/", "x", "escape", "T", "escape", "r", "l", "j", "enter", "J", "K", "q"),
)  # fmt: skip
"""Keys that open every page there is, and close it again."""

At = Callable[[str, str], str]
"""A field's name and its words -> what stands in it."""

FIELDS = (
    *("feed title", "title", "description", "content", "author", "category", "guid", "link", "pubDate", "enclosure"),
    *("page title", "headline", "standfirst", "byline", "paragraph", "caption", "element", "attribute", "related"),
    *("content type", "status", "location", "etag", "section", "json"),
)


def run(chance: Random, rounds: int) -> Tally:
    """In each round a site has a payload in one field; every output is asked for, and every page of the screen opened."""
    tally = Tally()
    for number in range(rounds):
        field = FIELDS[number % len(FIELDS)]
        payload = chance.choice(PAYLOADS) + "x" + chance.choice(PAYLOADS)
        with tempfile.TemporaryDirectory() as folder:
            _one(Program(Path(folder)), field, payload, SIZES[number % len(SIZES)], tally)
    return tally


def _one(program: Program, field: str, payload: str, size: tuple[int, int], tally: Tally) -> None:
    server = Loopback(lambda path, _headers: _hostile(server.url, path, field, payload))
    with Threaded(server):
        program.follow([f"{server.url}/feed"])
        verbs: list[tuple[str, ...]] = [("refresh",), ("list",), ("list", "--json"), ("sections", "--health")]
        verbs += [("sections", "--json", "--health"), ("search", "story"), ("search", "story", "--json"), ("export",)]
        verbs += [("follow", f"{server.url}/"), ("explain", f"{server.url}/1"), ("download",), ("export", "--all")]
        verbs += [("show", f"{server.url}/1", *way) for way in ((), ("--json",), ("--markdown",), ("--text",))]
        verbs += [("show", payload.replace("\0", "")), ("list", "--section", payload.replace("\0", "")), ("doctor",)]
        said = payload.replace("\0", "")
        verbs += [("front",), ("catchup",), ("list", "--events"), ("explain-event", f"{server.url}/1"), ("podcasts",)]
        verbs += [("explain-event", f"{server.url}/1", "--json"), ("podcasts", "--json"), ("qr", f"{server.url}/1")]
        verbs += [("podcasts", "--queue", f"{server.url}/1"), ("podcasts",), ("podcasts", "--download")]
        verbs += [
            ("search", "story", "--save", f"Mine {said}"),
            ("searches",),
            ("mute", said),
            ("mute",),
            ("highlight", said),
        ]
        verbs += [("change", f"{server.url}/feed", "--name", f"Named {said}"), ("sections",), ("same", said, said)]
        verbs += [("save-as", f"{server.url}/1", "--form", form, "--to", "-") for form in ("markdown", "text", "html")]
        verbs += [("sync", "add", f"http://{said}/"), ("login", said), ("undo", "--list"), ("tidy",), ("reparse",)]
        verbs += [("pipe", f"{server.url}/1", said), ("restore", said), ("config", "set", said, said), ("help", said)]
        verbs += [("log", "--lines", "0"), ("-v", "refresh"), ("env",)]
        for verb in verbs:
            done = program.run(*verb, env={"LANG": "C.UTF-8", "PYTHONUTF8": "1"})
            said = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
            wrong = in_one_sentence(done)
            if found := OBEYED.search(said):
                wrong = f"U+{ord(found[0]):04X} in {said[max(0, found.start() - 60) : found.end() + 20]!r}"
            tally.count(f"{field} = {payload!r}: {' '.join(verb)!r}: {wrong}" if wrong else "")
        for wrong in (_files(program, server.url), _on_screen(program, server.url, *size)):
            tally.count(f"{field} = {payload!r}: {wrong}" if wrong else "")


def _files(program: Program, url: str) -> str:
    """What is wrong with files that stories are saved in, and with their names."""
    folder = program.folder / "saved"
    for form in ("markdown", "text", "html", "epub"):
        if wrong := in_one_sentence(
            program.run("save-as", f"{url}/1", f"{url}/2", "--form", form, "--to", str(folder))
        ):
            return wrong
    for path in folder.rglob("*") if folder.exists() else ():
        said = path.name
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                said += "".join(
                    book.read(name).decode("utf-8", "replace") for name in book.namelist() if name.endswith("html")
                )
        else:
            said += path.read_text(encoding="utf-8", errors="replace")
        if found := OBEYED.search(said):
            return f"U+{ord(found[0]):04X} in {path.name!r}: {said[max(0, found.start() - 40) : found.end() + 10]!r}"
    return ""


def _on_screen(program: Program, url: str, columns: int, rows: int) -> str:
    """What is wrong with what the screen is drawn with, on every page there is. An address of the site at `url` may be
    copied by a key of the walk, and nothing else."""

    def copied(found: re.Match[str]) -> str:
        said = base64.b64decode(found[1]).decode("utf-8", "replace")
        return "" if said.startswith(url) and said.isascii() and said.isprintable() else found[0]

    with Terminal([sys.executable, "-m", "tui"], program.env, columns, rows) as terminal:
        try:
            terminal.wait_for("All")
        except AssertionError as error:
            return f"the screen: {error}"
        for key in WALK:
            terminal.press(key)
            terminal._read(0.2)
        while terminal._read(0.4):
            pass
        if terminal.ended():
            return f"the screen of {columns} columns ended: {terminal.text()[-1500:]}"
        said = COPIED.sub(copied, OWN.sub("", terminal.output.decode("utf-8", "replace")))
    if found := NEVER_DRAWN.search(said):
        return f"{columns} columns: {found[0]!r} in {said[max(0, found.start() - 60) : found.end() + 20]!r}"
    return ""


def _hostile(base: str, path: str, field: str, payload: str) -> Answer | bytes:
    """A site with a payload in one field, and words in every other."""

    def at(name: str, words: str) -> str:
        return words + payload if name == field else words

    if field in ("content type", "status", "location", "etag") and path != "/feed":
        return _spoilt(field, payload)
    if path == "/feed":
        return Answer(_feed(base, at), content_type="application/rss+xml; charset=utf-8")
    return Answer(_page(base, at), content_type="text/html; charset=utf-8")


def _spoilt(field: str, payload: str) -> bytes:
    """An answer whose head is hostile."""
    said = payload.replace("\r", "").replace("\0", "").encode("utf-8", "surrogatepass")
    head: Mapping[str, bytes] = {
        "content type": b"HTTP/1.1 200 OK\r\nContent-Type: image/" + said,
        "status": b"HTTP/1.1 418 " + said,
        "location": b"HTTP/1.1 302 Found\r\nLocation: http://" + said,
        "etag": b"HTTP/1.1 200 OK\r\nETag: " + said,
    }
    return head[field] + b"\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"


def _feed(base: str, at: At) -> str:
    items = "".join(
        f"<item><title>{_cdata(at('title', f'A story of the harbour {n}'))}</title>"
        f"<link>{escape(at('link', f'{base}/{n}'))}</link><guid>{_cdata(at('guid', f'{base}/{n}'))}</guid>"
        f"<description>{_cdata(at('description', 'What happened'))}</description>"
        f"<content:encoded>{_cdata(at('content', '<p>The whole story of the harbour.</p>'))}</content:encoded>"
        f"<dc:creator>{_cdata(at('author', 'Ann Other'))}</dc:creator><category>{_cdata(at('category', 'World'))}</category>"
        f"<pubDate>{_cdata(at('pubDate', 'Fri, 20 Nov 2026 08:00:00 GMT'))}</pubDate>"
        f'<enclosure url="{escape(at("enclosure", f"{base}/{n}.mp3"))}" type="audio/mpeg" length="1"/></item>'
        for n in range(1, 4)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{_cdata(at('feed title', 'The Gazette'))}</title><link>{base}/</link>{items}</channel></rss>"
    )


def _page(base: str, at: At) -> str:
    paragraphs = f"<p>{at('paragraph', 'The council heard from residents before it came to its decision on the ferry. ' * 3)}</p>"
    element = re.sub(r"[\s<>/]", "", at("element", "x-element"))
    facts = {
        "@type": "NewsArticle",
        "headline": at("json", "A story of the harbour"),
        "author": at("json", "Ann Other"),
    }
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{at('page title', 'A story - The Gazette')}</title>"
        f'<link rel="alternate" type="application/rss+xml" title="{escape(at("section", "World"))}" href="{base}/feed">'
        f'<meta property="og:type" content="article"><script type="application/ld+json">{json.dumps(facts)}</script></head>'
        f"<body><article><h1>{at('headline', 'A story of the harbour')}</h1>"
        f"<p class=standfirst>{at('standfirst', 'What it means for the town')}</p>"
        f"<p class=byline>By {at('byline', 'Ann Other')}</p><div class='{escape(at('attribute', 'entry-content'), quote=True)}'>"
        f"{paragraphs * 8}<{element}>words in an element of no kind that is known</{element}>"
        f"<figure><img src='{base}/a.jpg'><figcaption>{at('caption', 'The harbour')}</figcaption></figure>"
        f"<p>ALSO READ: <a href='{base}/2'>{at('related', 'Tunnel opens three weeks early')}</a></p></div></article></body></html>"
    )


def _cdata(said: str) -> str:
    return f"<![CDATA[{said.replace(']]>', '')}]]>"
