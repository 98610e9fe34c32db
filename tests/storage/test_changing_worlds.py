"""Feeds that change as feeds do, against a plain model: which story is which, and whether it was read, is always known."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.moments import at
from tests.web import NOON
from tests.week import word
from tui.jobs import Gathered
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.storage import marks, refreshes, sections, stories
from tui.storage.file import File

HOME = "https://gazette.example"


@dataclass
class Item:
    """A story as a feed has it; its words tell which one it truly is."""

    number: int
    title: str
    url: str
    guid: str
    hours: int
    words: str


NAMING: dict[str, Callable[[int], tuple[str, str, str]]] = {
    "plain": lambda number: (f"The {word(number)} report", f"/news/{word(number)}", f"g-{number}"),
    "no guid": lambda number: (f"The {word(number)} report", f"/news/{word(number)}", ""),
    "no link": lambda number: (f"Episode of {word(number)}", "", f"e-{number}"),
    "one page": lambda number: (f"Incident {word(number)}", "/status", f"i-{number}"),
    "front page": lambda number: (f"Shirt {word(number)}", "/", ""),
    "no names": lambda number: ("Water level at the bridge", "", ""),
    "no title": lambda number: ("", f"/@ann/{number}", f"n-{number}"),
    "places on a page": lambda number: (f"Version {word(number)}", f"/changes#{word(number)}", ""),
}
"""How a feed names its stories: title, path and guid."""


class ChangingWorld(RuleBasedStateMachine):
    """Sections of one site, each with a manner of naming; what is changed is read at once."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = File(Path(self.folder.name) / "library.db", clock=lambda: NOON)
        self.hour = 0
        self.count = 0
        self.feeds: dict[str, list[Item]] = {name: [] for name in NAMING}
        self.gone: dict[str, list[Item]] = {name: [] for name in NAMING}
        offers = tuple(Offer(name, f"{HOME}/{name.replace(' ', '-')}/feed") for name in NAMING)
        added = sections.follow(self.file, SiteOffer("The Gazette", HOME, offers)).added
        self.section_ids = {section.name: section.id for section in added}
        self.offered: set[int] = set()
        self.read: set[int] = set()

    def teardown(self) -> None:
        self.file.close()
        self.folder.cleanup()

    def refresh(self, name: str) -> int:
        self.hour += 1
        self.offered |= {item.number for item in self.feeds[name]}
        entries = tuple(
            Entry(
                item.title,
                item.url,
                item.guid,
                item.words,
                item.words,
                published=NOON + timedelta(hours=item.hours, minutes=7),
            )
            for item in reversed(self.feeds[name])
        )
        return refreshes.keep(
            at(self.file, NOON + timedelta(hours=self.hour)), Gathered(self.section_ids[name], entries)
        )

    names = st.sampled_from(sorted(NAMING))

    @rule(name=names, many=st.integers(1, 4))
    def publish(self, name: str, many: int) -> None:
        for _ in range(many):
            self.count += 1
            title, path, guid = NAMING[name](self.count)
            self.feeds[name].append(
                Item(
                    self.count,
                    title,
                    HOME + path if path else "",
                    guid,
                    self.hour,
                    f"About {word(self.count)} and the harbour.",
                )
            )
        assert self.refresh(name) == many

    @rule(name=names)
    def nothing_new(self, name: str) -> None:
        assert self.refresh(name) == 0

    @rule(name=names)
    def the_other_way_about(self, name: str) -> None:
        self.feeds[name].reverse()
        assert self.refresh(name) == 0

    @rule(name=names, data=st.data())
    def an_item_goes(self, name: str, data: st.DataObject) -> None:
        if self.feeds[name]:
            self.gone[name].append(self.feeds[name].pop(data.draw(st.integers(0, len(self.feeds[name]) - 1))))
        assert self.refresh(name) == 0

    @rule(name=names)
    def what_went_is_back(self, name: str) -> None:
        self.feeds[name] += self.gone[name]
        self.gone[name] = []
        assert self.refresh(name) == 0

    @rule(name=names)
    def the_feed_is_empty(self, name: str) -> None:
        kept, self.feeds[name] = self.feeds[name], []
        assert self.refresh(name) == 0
        self.feeds[name] = kept
        assert self.refresh(name) == 0

    @rule(name=st.sampled_from(["plain", "no link", "one page", "no title"]))
    def guids_are_renumbered(self, name: str) -> None:
        for item in self.feeds[name]:
            item.guid = f"{item.guid}+"
        assert self.refresh(name) == 0

    @rule(name=st.sampled_from(["plain", "no guid", "no title"]))
    def addresses_are_restructured(self, name: str) -> None:
        for item in self.feeds[name]:
            item.url = item.url.replace(HOME, f"{HOME}/{self.hour}")
        assert self.refresh(name) == 0

    @rule(name=st.sampled_from(["plain", "no guid"]))
    def the_domain_moves_and_guids_with_it(self, name: str) -> None:
        for item in self.feeds[name]:
            item.url = f"https://moved-{self.hour}.example/{item.url.partition('.example/')[2]}"
            item.guid = item.url if item.guid else ""
        assert self.refresh(name) == 0

    @rule(name=st.sampled_from(["plain", "no link", "one page", "places on a page"]))
    def headlines_are_edited(self, name: str) -> None:
        for item in self.feeds[name]:
            item.title = f"Now: {item.title}"
        assert self.refresh(name) == 0

    @rule(name=st.sampled_from(["plain", "no title"]))
    def dates_are_bumped(self, name: str) -> None:
        for item in self.feeds[name]:
            item.hours += 1
        assert self.refresh(name) == 0

    @precondition(lambda self: self.feeds["plain"])
    @rule()
    def a_feed_is_split_and_joined(self) -> None:
        """Half of a feed's stories stand in another section of the site for a while."""
        half = self.feeds["plain"][::2]
        self.feeds["no guid"], before = [*self.feeds["no guid"], *half], list(self.feeds["no guid"])
        self.feeds["plain"] = self.feeds["plain"][1::2]
        assert (self.refresh("plain"), self.refresh("no guid")) == (0, 0)
        self.feeds["plain"] += half
        self.feeds["no guid"] = before
        assert (self.refresh("no guid"), self.refresh("plain")) == (0, 0)

    @rule(data=st.data())
    def some_are_read(self, data: st.DataObject) -> None:
        kept = self.kept()
        if kept:
            number = data.draw(st.sampled_from(sorted(kept)))
            marks.mark(self.file, [kept[number]], read=True)
            self.read.add(number)

    def kept(self) -> dict[int, int]:
        """The id of each true story in the library; told by its words, each is there once."""
        known = {word(number): number for number in range(1, self.count + 1)}
        found: dict[int, int] = {}
        for story in stories.window(self.file, StoryFilter(), 0):
            number = known[story.summary.split()[1]]
            assert number not in found, f"{story.title} is kept twice"
            found[number] = story.id
        return found

    @invariant()
    def every_story_is_kept_once_and_read_where_it_was_read(self) -> None:
        assert self.kept().keys() == self.offered
        read = {story.summary.split()[1] for story in stories.window(self.file, StoryFilter(), 0) if story.read}
        assert read == {word(number) for number in self.read}


ChangingWorld.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
TestChangingWorld = ChangingWorld.TestCase
