"""The whole screen as tests see it: a made-up library, keys pressed, lines read. Run as a module it writes `screens/` anew: all, or those named."""

import asyncio
import os
import re
import shutil
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from tests import images
from tests.images import png
from tests.storage import events_paper
from tests.storage.events_paper import BRIDGE, VOTE
from tests.web import NOON, Answer, Clock, FakeWeb
from tui.app import NewsApp
from tui.app.reader import ReaderScreen
from tui.config import Config, OwnCommand
from tui.errors import FetchError
from tui.jobs import Failure
from tui.library.doctor import Check
from tui.library.library import Library
from tui.library.opening import make
from tui.model import Enclosure, Entry, Offer, Session, SiteOffer, StoryFilter
from tui.storage import accounts, marks, sections, settings, stories
from tui.values import replace

FOLDER = Path(__file__).parent / "screens"
SIZES = ((200, 50), (120, 36), (80, 24), (60, 20))
QUIET = Config(auto_refresh=False)

GAZETTE = "https://gazette.example"
TOP = (
    ("ferry", "Ferry strike ends after nine days, and the islands count what it cost them"),
    ("harbour", "Harbour to be dredged before the winter"),
    ("tunnel", "Tunnel opens three weeks early"),
    (
        "orchestra",
        "Orchestra moves into the old power station, and finds that the turbine hall has the better sound of the two",
    ),
    ("map", "Museum finds a map that was thought lost"),
)


FIGURE = (
    '<figure><img src="/tunnel.png" alt="A flag of four colours"><figcaption>The flag that was raised at the tunnel'
    "</figcaption></figure>"
)
"""A picture in one of the stories; what stands at its address is made by `edition`."""


def page(slug: str, headline: str, also: str = "", before: str = "", after: str = "") -> str:
    """A story page of the Gazette."""
    titles = dict(TOP)

    def link(other: str, rel: str = "bookmark") -> str:
        return f'<a rel="{rel}" href="{GAZETTE}/{other}/">{titles.get(other, other.title())}</a>'

    words = f"The council met on Monday about the matter of the {slug}, and heard from residents, from officers and from experts. "
    neighbours = ""
    if before:
        neighbours += f'<div class="nav-previous">Previous Story {link(before, "prev")}</div>'
    if after:
        neighbours += f'<div class="nav-next">Next Story {link(after, "next")}</div>'
    return (
        f'<!doctype html><html lang="en"><head><title>{headline} - The Harbour Gazette</title>'
        '<meta property="og:type" content="article"><meta property="og:site_name" content="The Harbour Gazette">'
        '<meta property="article:published_time" content="2026-11-23T10:00:00Z"><meta property="article:section" content="Top News">'
        f'<meta name="author" content="Ann Other"></head><body><nav><a href="/">Home</a><a href="/sport/">Sport</a></nav>'
        f'<main><article><h1>{headline}</h1><p class="standfirst">What it means for the town, and who pays for it</p>'
        + "".join(
            f"<p>{number}. {words * 2}</p>" + FIGURE * (slug == "tunnel" and number == 1) for number in range(1, 9)
        )
        + (f"<p><strong>ALSO READ:</strong> {link(also)}</p>" if also else "")
        + f'</article><nav class="post-navigation">{neighbours}</nav></main><footer>All rights reserved</footer></body></html>'
    )


TALK = (Enclosure(f"{GAZETTE}/rope.mp3", "audio/mpeg", 32_000_000, 3_240),)
"""What is enclosed with one of the stories."""


async def edition(library: Library, web: FakeWeb) -> None:
    """Three sites: one with three sections, one with two, one with a single section that does not answer."""

    def entries(*stories: tuple[str, str], hours: int = 2, site: str = GAZETTE) -> tuple[Entry, ...]:
        return tuple(
            Entry(
                title,
                f"{site}/{slug}/",
                slug,
                f"In short: {title}.",
                published=NOON - timedelta(hours=hours * (place + 1)),
                enclosures=TALK if slug == "rope" else (),
            )
            for place, (slug, title) in enumerate(stories)
        )

    await library.do(sections.follow,
        SiteOffer(
            "The Harbour Gazette",
            GAZETTE,
            (
                Offer("Top News", f"{GAZETTE}/feed", entries=entries(*TOP)),
                Offer("Business", f"{GAZETTE}/business/feed", entries=entries(("fish", "Fish prices fall"), ("rope", "Rope works to close"), hours=30)),
                Offer("Sport", f"{GAZETTE}/sport/feed", entries=()),
            ),
        )
    )  # fmt: skip
    inland = "https://inland.example"
    await library.do(sections.follow,
        SiteOffer(
            "The Inland Post and Advertiser",
            inland,
            (
                Offer("World", f"{inland}/world", entries=entries(("moon", "The moon, explained"), ("rail", "A railway to nowhere"), hours=5, site=inland)),
                Offer("Science", f"{inland}/science", entries=entries(("bees", "What bees know"), hours=200, site=inland)),
            ),
        )
    )  # fmt: skip
    await library.do(
        sections.follow,
        SiteOffer("Tide Tables", "https://tides.example", (Offer("Feed", "https://tides.example/feed"),)),
    )
    for slug, title in TOP:
        web[f"{GAZETTE}/{slug}/"] = page(
            slug, title, also="map" if slug == "ferry" else "", after="old-story" if slug == "ferry" else ""
        )
    flag = png(120, 80, lambda x, y: images.flag(x, y, 120, 80))
    web[f"{GAZETTE}/tunnel.png"] = Answer(flag, content_type="image/png")
    web[f"{GAZETTE}/old-story/"] = page("old-story", "An old story that no feed offers any more", before="ferry")
    web["https://tides.example/feed"] = Answer("broken", 500)
    tides = next(site for site in await library.ask(sections.sites) if site.name == "Tide Tables")
    async for _ in library.refresh([tides.sections[0].id]):
        pass
    ferry = (await library.ask(stories.window, StoryFilter(), limit=1))[0]
    await library.do(marks.mark, [ferry.id], starred=True)
    await library.do(settings.keep_session, Session(pane="sections"))  # as somebody left it who was here before


async def outlets(library: Library) -> None:
    """Two events, told by four outlets and by three, and a story that nobody else tells."""
    await library.do(partial(events_paper.arrive, titles=[*BRIDGE, events_paper.ALONE], now=NOON))
    shared = "<p>Parliament rejected the budget by nine votes, after a debate of eleven hours.</p>"
    for first, title in enumerate(VOTE):
        who = ("The speaker", "The minister", "The opposition")[first]
        content = f"{shared}<p>{who} said at midnight that this was not the end of it.</p>"
        arrive = partial(events_paper.arrive, titles=[title], minutes=10, content=content, now=NOON, first=first)
        await library.do(arrive)
    await library.group()
    await library.do(settings.keep_session, Session(pane="sections"))


class Desk:
    """A screen under test: keys go in, lines come out."""

    def __init__(self, app: NewsApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def reader(self) -> ReaderScreen:
        return self.app.reader

    @property
    def lines(self) -> list[str]:
        """The screen as text, blanks at line ends left out."""
        return shown(self.app.screen)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def article_text(self) -> str:
        """The article pane as one line of text."""
        pane = self.reader.reading
        return " ".join(" ".join(pane.render_line(y).text.split()) for y in range(pane.size.height))

    @property
    def headline(self) -> str:
        """The headline of the story highlighted."""
        story = self.reader.stories.highlighted
        return story.title if story else ""

    @property
    def opened(self) -> str:
        """The headline of the story that is open."""
        return self.reader.article.headline if self.reader.article else ""

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen has answered each."""
        for key in keys:
            self.app.simulate_key(key)
            await self.settle()

    async def choose(self, name: str) -> None:
        """Highlight the section of a name."""
        names = [choice.name for choice in self.reader.sections.choices]
        step = names.index(name) - self.reader.sections.cursor
        await self.press(*["down" if step > 0 else "up"] * abs(step))

    async def type(self, text: str) -> None:
        """Type a text into the line that has the focus."""
        for character in text:
            self.app.post_message(Key("space" if character == " " else character, character))
        await self.settle()

    async def command(self, name: str) -> None:
        """Do a command by its name in the palette."""
        await self.press(":")
        await self.type(name)
        await self.press("enter")

    async def settle(self) -> None:
        """Wait until nothing is under way, and all is painted."""
        quiet = 0
        while quiet < 2:
            await self.pilot._wait_for_screen()
            screen = self.app.screen
            unpainted = screen._dirty_widgets or screen._layout_required or screen._repaint_required
            if (
                unpainted
                or self.app.typed.busy
                or self.reader.keeping
                or any(not worker.is_finished for worker in self.app.workers)
            ):
                quiet = 0
                await self.pilot._wait_for_screen()
                await asyncio.sleep(0.001)  # a library's thread is at work
            else:
                quiet += 1

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for something; what has not come after a minute, on however busy a machine, never will."""
        async with asyncio.timeout(60):
            while not true():
                await self.pilot.pause(0.01)


def shown(screen: Screen[object]) -> list[str]:
    return [strip.text.rstrip() for strip in screen._compositor.render_strips()]


@asynccontextmanager
async def at_desk(
    library: Library, clock: Clock, size: tuple[int, int] = (120, 36), settings: Config = QUIET
) -> AsyncIterator[Desk]:
    """The program on a screen of this size."""
    app = NewsApp(library, settings, clock=clock)
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        yield desk
        await app.reader.leave()


LIST = ("h", "h", "h", "l", "g")
"""The first story of the list, wherever the screen begins."""
VIEWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sections", ()),
    ("stories", (*["down"] * 8, "l", "j")),
    ("density", ("l", "z")),
    ("density-again", ("l", "z", "z")),
    ("reading", ("l", "j", "enter")),
    ("picture", ("l", "j", "j", "j", "enter", "i")),
    ("pictures", ("l", "j", "j", "j", "enter", "I")),
    ("letters", ("l", "enter", "G", "f")),
    ("links", ("l", "enter", "L")),
    ("themes", ("T", "j", "j")),
    ("failed", ("G",)),
    ("podcasts", ("l", "G", "k", "enter", "E", "P")),
    ("help", ("question_mark",)),
    ("follow", ("a",)),
    ("front", (*["down"] * 3, "l", "X")),
    ("catchup", ("C",)),
    ("palette", ("colon",)),
    ("palette-typed", ("colon", *"read")),
    ("search", ("ctrl+f", *"bees", "enter")),
    ("mistake", ("ctrl+f", *"is:purple", "enter")),
    ("nothing-found", ("ctrl+f", *"zebra", "enter")),
    ("found", ("l", "j", "enter", "slash", *"officers", "enter", "n")),
    ("selection", ("l", "j", "v", "j", "j")),
    ("headings", ("l", "full_stop", "comma", "comma")),
    ("all-read", ("l", "U", "A", "h", "j", "k")),
    ("folders", ("F", *"News", "enter", "G", "M", *"News", "enter")),
    ("move", ("F", *"News", "enter", "G", "M", "tab")),
    ("tags", ("l", "j", "t", *"ports", "enter", "e", *"Ask", "enter", "w", "z")),
    (
        "saved",
        (
            "exclamation_mark",
            *"moon",
            "enter",
            "asterisk",
            *"fish",
            "enter",
            "W",
            *"map",
            "enter",
            *"star",
            "enter",
            "V",
        ),
    ),
    ("unread-only", ("l", "m", "j", "m", "U")),
    ("headings-day", ("l", "full_stop")),
    ("sections-unread", ("U", "l", "h", "G")),
    ("folded", ("F", *"News", "enter", "G", "M", *"News", "enter", "h", "h")),
    ("help-filtered", ("l", "question_mark", "slash", *"mark")),
    ("typed", ("l", "ctrl+f", *"bees -moon")),
    ("rename", (*["down"] * 10, "c")),
    ("tagging", ("l", "j", "t", *"ports", "enter", "j", "t", *"po")),
    ("taken-back", ("l", "j", "A", "u")),
    ("muted", (*["down"] * 10, "H", "l")),
    ("today", ("down", "down", "l")),
    ("tag", ("l", "j", "t", *"ports", "enter", "h", *["down"] * 7, "l")),
    ("view", ("ctrl+f", *"strike", "enter", "S", "h")),
    ("folder-empty", ("F", *"News", "enter", *["down"] * 7)),
    ("hidden-rows", (*["down"] * 10, "Z", "B", "k")),
    ("find-section", ("slash", *"inl")),
    ("into-the-next", (*["down"] * 8, "l", "A", "n")),
    ("several", ("l", "v", "j", "j", "w")),
    ("sorted", ("l", "comma", "comma", "comma", "full_stop")),
    ("interval", (*["down"] * 10, "I", *"2h", "enter", "E")),
    ("note", ("l", "j", "e", *"Ask about the price")),
    ("gone", (*LIST, "j", "j", "enter")),
    ("own-answer", ("l", "j", "f9")),
    ("qr", ("l", "Y")),
    ("save-as", ("l", "j", "ctrl+s")),
    ("events", ("l", "E", "z")),
    ("event-open", ("l", "E", "=", "j")),
    ("event-told", ("l", "enter", "G")),
    ("event-added", ("l", "enter", "X")),
    ("event-apart", ("l", "E", "=", "j", "x")),
    ("podcast-time", ("l", "G", "k", "enter", "E", "P", "t")),
    ("set-list", (*LIST, "z")),
    ("set-notes", (*LIST, "enter", "]", "enter")),
    ("set-changed", (*LIST, "enter", "c")),
    ("set-program", (*LIST, "enter", "G", "k", "k", "k", "k", "k", "k")),
    ("set-links", (*LIST, "enter", "L")),
    ("set-arabic", (*LIST, "j", "enter", "]")),
    ("set-arabic-found", (*LIST, "j", "enter", "slash", *"المكتب", "enter")),
    ("set-arabic-letters", (*LIST, "j", "enter", "f")),
    ("set-hebrew", (*LIST, "j", "j", "enter")),
    ("set-long-words", (*LIST, "G", "enter")),
    ("set-note-back", (*LIST, "enter", "]", "enter", "'")),
    ("wide-table", (*LIST, "enter")),
    ("wide-table-end", (*LIST, "enter", "G")),
    ("wide-program", (*LIST, "j", "enter")),
    ("wide-correction", (*LIST, "j", "j", "enter", "c")),
    ("waiting-key", ("l", "j", "y")),
    ("machine-doctor", ("colon", *"doctor", "enter")),
    ("machine-log", ("colon", *"log:", "enter")),
    ("machine-restore", ("colon", *"restore", "enter")),
    ("machine-restore-sure", ("colon", *"restore", "enter", "enter")),
    ("accounts", ("colon", *"sync_status", "enter")),
    ("password", ("colon", *"login", "enter", *"news.example", "enter", *"ann", "enter", *"secret")),
    ("new-start", ()),
    ("new-starred", (*["down"] * 3, "l")),
    ("copied", ("l", "y")),
    ("lost-picture", ("l", "j", "j", "j", "enter", "i")),
    ("lost-episode", ("l", "G", "k", "enter", "E", "P", "D")),
    ("linear-sections", ()),
    ("linear-links", ("l", "enter", "f")),
    ("linear-podcasts", ("l", "G", "k", "enter", "E", "P")),
    ("linear-stories", ("l", "j")),
    ("linear-reading", ("l", "j", "j", "j", "enter", "i")),
)
"""Name of a golden screen, and the keys that lead to it; those named "linear" are of the linear mode."""


def settings_of(name: str) -> Config:
    """The configuration of a golden screen."""
    first = OwnCommand("first", ("head", "-n", "9"), "f9", "markdown", "pane")
    if name.startswith("waiting"):
        return replace(QUIET, keys=(("preset", "vim"),))
    return replace(QUIET, linear=name.startswith("linear"), commands=(first,) if name.startswith("own") else ())


async def filled(name: str, library: Library, web: FakeWeb) -> None:
    """The papers that a golden screen shows."""
    if name.startswith(("event", "front")):
        await outlets(library)
    elif name.startswith(("set-", "wide-")):
        from tests.app.typography import STORIES, WIDE, printed  # late: it reads pages

        await printed(library, web, WIDE if name.startswith("wide-") else STORIES)
    elif not name.startswith("new-"):
        await edition(library, web)
    if name == "accounts":
        added = await library.do(accounts.add, "freshrss", "https://rss.example.org", "ann")
        await library.do(accounts.failed, added.id, Failure("the server does not answer"), interval_minutes=10)
    if name.startswith("lost-"):
        web[f"{GAZETTE}/tunnel.png"] = Answer("gone", 410)
        web[TALK[0].url] = Answer("<h1>Log in</h1>")


COPIES = (Path("library-20261116-060000.db"), Path("library-20261122-060000.db"))
MACHINE: dict[str, tuple[str, object]] = {
    "doctor": (
        "tui.library.doctor.examine",
        lambda fix=False: (
            Check("wrong", "index", "412 stories are not in the full text", "mend"),
            Check("note", "copies", "the newest copy is 23 days old", "backup"),
            Check("ok", "library", "4,182 stories in 31 MB, sound as far as SQLite can say"),
            Check("ok", "terminal", "UTF-8, 256 colours"),
        ),
    ),
    "log": (
        "tui.log.file.tail",
        lambda _file, _most: [
            "2026-11-23 11:58:01 INFO refresh: 3 sections asked, 12 new stories",
            "2026-11-23 11:59:40 WARNING https://inland.example/science: the server answered 503 (Service Unavailable)",
        ],
    ),
    "restore": ("tui.storage.backups.copies", lambda _library: COPIES),
}
"""What golden screens show of the machine, by the second part of their name: the function that would look, and what it
finds on every machine."""


@contextmanager
def staged(name: str) -> Iterator[None]:
    """The machine as a golden screen shows it."""
    with ExitStack() as patches:
        _, _, part = name.partition("machine-")
        if staging := MACHINE.get(part.partition("-")[0]):
            patches.enter_context(patch(*staging))
        if part.startswith("restore"):

            def files(_copies: object, *, of: Callable[[Path], str], size: Callable[[int], str]) -> str:
                return "\n".join(f"{of(each)}\t{size(31_338_496)}\t2026-11-22 06:00" for each in COPIES)

            patches.enter_context(patch("tui.output.lists.files", files))
        yield


def lines_of(text: str) -> list[str]:
    """A golden screen or a fresh one, without the one thing that chance decides: when a failed section is asked again."""
    return re.sub(r"\b14:\d\d\b", "14:00", re.sub(r"\d+ min read", "2 min read", text)).splitlines()


def golden(name: str, size: tuple[int, int]) -> Path:
    return FOLDER / f"{name}-{size[0]}x{size[1]}.txt"


def in_utc() -> None:
    """Times of day as the golden screens have them."""
    os.environ["TZ"] = "UTC"
    time.tzset()


async def _write(folder: Path, wanted: Sequence[str]) -> None:
    from tui.fetching.jobs import Gatherer
    from tui.fetching.parsing import InlineParser

    fresh = folder / "fresh.db"
    make(fresh)
    for name, keys in VIEWS:
        for size in SIZES if name in wanted or not wanted else ():
            web, clock = FakeWeb(), Clock()
            gatherer = Gatherer(web.fetcher(clock), InlineParser(), clock=clock)
            own = folder / f"{name}-{size[0]}"  # for each, since pictures are kept beside the library
            own.mkdir()
            file = Path(shutil.copy(fresh, own / "library.db"))
            library = await Library.open(file, fetch=gatherer.go, clock=clock)
            await filled(name, library, web)
            with staged(name):
                async with at_desk(library, clock, size, settings_of(name)) as desk:
                    await desk.press(*keys)
                    text = desk.text
            golden(name, size).write_text("\n".join(lines_of(text)) + "\n", encoding="utf-8")
            await library.close()


OFFLINE = FetchError("there is no network", offline=True)
"""What asking a web gives where there is no network."""

if __name__ == "__main__":
    import sys
    import tempfile

    in_utc()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(_write(Path(scratch), sys.argv[1:]))
