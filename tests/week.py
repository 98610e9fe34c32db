"""A week of news: outlets that publish, edit, move and break as real ones do, read every six hours, and what became of it.

Each outlet is known by its manner of naming stories. What it offers is written as a feed and read as one; the clock is a number
of days. The words of a story tell which one it truly is, whatever it is called.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import NamedTuple

from tests.moments import at
from tests.web import NOON
from tui.jobs import Gathered
from tui.model import Offer, SiteOffer, StoryFilter
from tui.parse.feeds.feed import feed
from tui.storage import marks, refreshes, sections, stories
from tui.storage.file import File

ROUNDS = 28
"""Refreshes: every six hours for seven days."""
SHOWN = 12
"""Stories that a feed holds."""
_SYLLABLES = "ba be bi bo bu da de di do du fa fe fi fo fu ga ge gi go gu ka ke ki ko ku la le li lo lu".split()


def word(number: int) -> str:
    """A word for a number, without digits."""
    parts = []
    while True:
        number, rest = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[rest])
        if not number:
            return "".join(parts) + "s"


@dataclass
class Item:
    """A story as its outlet has it today."""

    number: int
    title: str
    path: str
    guid: str
    date: datetime | None
    text: str
    link: str = ""
    """Where the link leads, where that is not the story's page."""


@dataclass
class Outlet:
    """An outlet: its feed, and the manner in which it names its stories."""

    name: str
    manner: str
    site: str
    items: list[Item] = field(default_factory=list)
    closed: bool = False

    @property
    def url(self) -> str:
        return f"https://{self.name}.example/feed.xml"

    def written(self, moment: int) -> bytes:
        """The feed at a refresh."""
        shown = [] if self.closed else self.items[-SHOWN:][::-1]
        rows = "".join(self._row(item, place, moment) for place, item in enumerate(shown))
        return f'<rss version="2.0"><channel><title>{self.name}</title><link>{self.site}/</link>{rows}</channel></rss>'.encode()

    def _row(self, item: Item, place: int, moment: int) -> str:
        link, guid, title = item.link or self.site + item.path, item.guid, item.title
        match self.manner:
            case "tokens":
                link, guid = f"{link}?token={moment}x{item.number}", ""
            case "places":
                guid = str(place + 1)
            case "one page":
                link = f"{self.site}/status"
            case "front page":
                link, guid = f"{self.site}/", ""
            case "podcast":
                link = ""
            case "nameless":
                link = guid = ""
            case "untitled":
                title = ""
            case "counters":
                guid = f"{link}#{moment % 7}"
            case "tracked":
                link += f"?utm_source=rss&utm_campaign={moment}"
        date = f"<pubDate>{format_datetime(item.date)}</pubDate>" if item.date else ""
        return (
            "<item>"
            + (f"<title>{escape(title)}</title>" if title else "")
            + (f"<link>{escape(link)}</link>" if link else "")
            + (f'<guid isPermaLink="false">{escape(guid)}</guid>' if guid else "")
            + f"{date}<description>{escape(item.text)}</description></item>"
        )


MANNERS = (
    "plain", "tracked", "tokens", "places", "one page", "front page", "podcast", "nameless", "untitled", "counters",
)  # fmt: skip


class Counted(NamedTuple):
    """What became of the stories of a week."""

    offered: int
    lost: int
    twice: int
    back_unread: int


class Week:
    """The outlets, the person who reads them, and the library."""

    def __init__(self, path: Path, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.file = File(path, clock=lambda: NOON)
        self.published = 0
        self.offered: set[int] = set()
        self.read: set[int] = set()
        self.outlets = [
            Outlet(
                f"{word(at)}-{manner.replace(' ', '-')}",
                manner,
                f"https://{word(at)}-{manner.replace(' ', '-')}.example",
            )
            for at, manner in enumerate(MANNERS * 2)
        ]
        plain = self.outlets[0]
        self.outlets.append(Outlet("second-section", "plain", plain.site))
        self.outlets.append(Outlet("aggregator", "copies", "https://news.google.com"))
        self.section_ids: dict[str, int] = {}
        for outlet in self.outlets:
            offer = SiteOffer(outlet.name, f"{outlet.site}/", (Offer(outlet.name, outlet.url),))
            self.section_ids[outlet.name] = sections.follow(self.file, offer).added[0].id

    def publish(self, outlet: Outlet, now: datetime) -> None:
        """A new story, some minutes old."""
        self.published += 1
        number = self.published
        title = "Water level at the bridge" if outlet.manner == "nameless" else f"The {word(number)} report of the day"
        slug = f"/news/{word(number)}-report"
        date = now - timedelta(minutes=self.chance.randrange(1, 300), seconds=self.chance.randrange(60))
        text = f"What {word(number)} said to the council about the harbour."
        outlet.items.append(Item(number, title, slug, f"{outlet.name}-{number}", date, text))

    def news(self, round_: int, now: datetime) -> None:
        """What happens at the outlets between two refreshes."""
        for outlet in self.outlets[:-2]:
            for _ in range(self.chance.choice((0, 0, 1, 1, 2, 5))):
                self.publish(outlet, now)
            outlet.closed = False
        if happening := HAPPENINGS.get(round_):
            happening(self)
        first, second, copies = self.outlets[0], self.outlets[-2], self.outlets[-1]
        second.items = [self._in_section(item) for item in first.items[-6:]]
        copies.items = [self._copied(outlet, item) for outlet in self.outlets[:2] for item in outlet.items[-5:]]

    def _in_section(self, item: Item) -> Item:
        return Item(item.number, item.title, f"/sport{item.path}", f"s-{item.number}", item.date, item.text)

    def _copied(self, outlet: Outlet, item: Item) -> Item:
        date = item.date + timedelta(minutes=20) if item.date else None
        link = f"https://news.google.com/rss/articles/CBM{item.number}?oc=5"
        return Item(item.number, f"{item.title} - {outlet.name}", "", f"CBM{item.number}", date, item.text, link)

    def refresh(self, round_: int, now: datetime) -> None:
        """Every section is asked, and a person reads some of what is new."""
        for outlet in self.outlets:
            found = feed(outlet.written(round_), outlet.url)
            refreshes.keep(at(self.file, now), Gathered(self.section_ids[outlet.name], found.entries, found.title))
            if not outlet.closed:
                self.offered |= {item.number for item in outlet.items[-SHOWN:]}
        for number, ids in self.kept().items():
            if number not in self.read and self.chance.random() < 0.4:
                marks.mark(self.file, ids, read=True)
                self.read.add(number)

    def kept(self) -> dict[int, list[int]]:
        """The ids in the library of each true story, told by its words."""
        known = {word(number): number for number in range(1, self.published + 1)}
        found: dict[int, list[int]] = {}
        for story in stories.window(self.file, StoryFilter(), 0):
            (number,) = {known[part] for part in story.summary.split() if part in known}
            found.setdefault(number, []).append(story.id)
        return found

    def counted(self) -> Counted:
        """Lost, kept twice, and read ones that are unread again."""
        kept = self.kept()
        unread = {story.id for story in stories.window(self.file, StoryFilter(unread=True), 0)}
        return Counted(
            len(self.offered),
            len(self.offered - kept.keys()),
            sum(len(ids) - 1 for ids in kept.values()),
            sum(any(story_id in unread for story_id in kept.get(number, ())) for number in self.read),
        )

    def days(self) -> Iterator[Counted]:
        """The counts after each refresh of the week."""
        for round_ in range(ROUNDS):
            now = NOON + timedelta(hours=6 * round_)
            self.news(round_, now)
            self.refresh(round_, now)
            yield self.counted()


# What happens


def _each(change: Callable[[Item], None], *manners: str) -> Callable[[Week], None]:
    def happens(week: Week) -> None:
        for outlet in week.outlets[:-2]:
            if outlet.manner in manners:
                for item in outlet.items[-SHOWN:]:
                    change(item)

    return happens


def _restructured(item: Item) -> None:
    item.path = item.path.replace("/news/", "/archive/2026/")
    item.guid = f"https://new.example{item.path}"


def _renumbered(item: Item) -> None:
    item.guid = f"urn:item:{item.number}:{len(item.guid)}"


def _edited(item: Item) -> None:
    item.title = item.title.replace("report of the day", "inquiry, in full")


def _outage(week: Week) -> None:
    for outlet in week.outlets[:6]:
        outlet.closed = True


def _moved(week: Week) -> None:
    for outlet in week.outlets[:-2]:
        if outlet.manner in ("plain", "tracked", "counters"):
            outlet.site = outlet.site.replace(".example", "-now.example")
    week.outlets[-2].site = week.outlets[0].site


def _gone_and_back(week: Week) -> None:
    for outlet in week.outlets[:-2]:
        outlet.items = outlet.items[4:] + outlet.items[:4]  # the oldest are shown again, as if new


HAPPENINGS: dict[int, Callable[[Week], None]] = {
    3: _each(_edited, "plain", "tracked", "counters", "podcast"),
    6: _outage,
    9: _each(_renumbered, "plain", "tracked", "counters", "untitled"),
    12: _each(_restructured, "tracked", "tokens", "counters"),
    15: _moved,
    18: _gone_and_back,
    21: _each(_edited, "one page", "places"),
    24: _outage,
}


def told(counted: Counted) -> str:
    """The counts in a line."""
    return (
        f"{counted.offered} stories: {counted.lost} lost, {counted.twice} kept twice, {counted.back_unread} back unread"
    )


def manners_of(week: Week, numbers: set[int]) -> Counter[str]:
    """Of which manner the outlets of these stories are: for looking into a failure."""
    return Counter(outlet.manner for outlet in week.outlets[:-2] for item in outlet.items if item.number in numbers)
