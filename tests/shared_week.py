"""A week in which outlets tell the same events, each in its own words, besides what each has alone: what is saved by telling
an event once, and what is told together wrongly, by truth.

`tests.week` is the world: its outlets edit, move, break and name stories as ever. Here some of what happens is told by
several of them within hours, a part of it as one agency's text under headlines of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tests.moments import at
from tests.storage.events_paper import together
from tests.web import NOON
from tests.week import ROUNDS, Item, Outlet, Week, word
from tui.storage.grouping import Window

_PLACES = (
    "Arvand Belmora Castrel Dunhaven Elsby Farrow Gantry Holmsund Istrana Jorvik Kestova Lindau Merano Nordby Ostrava"
    " Pellworm Quarnero Rosala Selkirk Tarifa Ullapool Varna Westray Yalova Zadar"
).split()
_PEOPLE = (
    "Abara Brandt Castillo Demir Eklund Farouk Grieg Hoxha Ivanova Jansen Kowal Lindqvist Moreau Novak Okoye".split()
)
_KINDS = (
    (
        "Fire guts {thing} in {place}, {number} injured",
        "{number} hurt as {thing} burns in {place}",
        "{place}: blaze destroys {thing}",
        "Blaze at {place} {thing} leaves {number} injured",
        "tyre paper sugar toy furniture paint textile piano|factory mill warehouse depot museum store",
    ),
    (
        "{person} resigns as head of {place} {thing}",
        "{place} {thing} chief {person} steps down",
        "Head of {thing} in {place} quits: {person} goes after inquiry",
        "{person} out at {place} {thing}",
        "port water tram library fishing film lottery heritage|authority board company council fund academy",
    ),
    (
        "Court in {place} jails {person} over {thing}",
        "{person} sentenced to {number} months for {thing} in {place}",
        "{place} court: {number} months for {person} in {thing} case",
        "{thing} case: {person} goes to prison, {place} judge rules",
        "painting fuel ivory passport wine betting timber grain|forgery smuggling fraud theft bribery hoarding",
    ),
    (
        "{place} to close {thing} after {number} years",
        "After {number} years {place} loses its {thing}",
        "{thing} in {place} shuts for good, says {person}",
        "{person} confirms end of {place} {thing}",
        "night steel chess jazz cable tulip radio salmon|train works festival school line exchange",
    ),
)
"""Kinds of events: in what words each may be told; in the end of what, in two parts."""
_TELLS = ("plain", "tracked", "tokens", "counters", "podcast", "places")
"""The manners of outlets that tell shared events: the others' stories have no words of their own."""


class Saved(NamedTuple):
    """What telling an event once came to."""

    stories: int
    events: int
    """Events that several stories of the library tell in truth."""
    possible: int
    """Lines that would be saved were all of these found."""
    saved: int
    wrong: int
    """Stories of shared events that stand with another."""
    columns: int
    """Stories that one outlet alone tells, and that stand with others: most are columns, whose headlines come back."""


class SharedWeek(Week):
    """A week with events that several outlets tell."""

    def __init__(self, path: Path, seed: int = 1) -> None:
        super().__init__(path, seed)
        self.event_of: dict[int, int] = {}
        self._window = Window()
        self._coming: list[tuple[datetime, Outlet, str, str, int]] = []
        self._happened = 0

    def news(self, round_: int, now: datetime) -> None:
        """What happens in the world, and at the outlets, between two refreshes."""
        for _ in range(self.chance.choice((1, 2, 3))):
            self._happen(now)
        due = [each for each in self._coming if each[0] <= now]
        self._coming = [each for each in self._coming if each[0] > now]
        for moment, outlet, title, text, event in due:
            self._tell(outlet, moment, title, text, event)
        super().news(round_, now)

    def _happen(self, now: datetime) -> None:
        """Something happens, and will be told by some outlets in the next hours."""
        self._happened += 1
        *wordings, things = self.chance.choice(_KINDS)
        said = {
            "place": self.chance.choice(_PLACES),
            "person": self.chance.choice(_PEOPLE),
            "number": self.chance.randrange(3, 60),
            "thing": " ".join(self.chance.choice(part.split()) for part in things.split("|")),
        }
        agency = " ".join(
            f"{said['person']} told reporters in {said['place']} that the {said['thing']} {word(number)[:-1]} had been"
            f" {word(self.chance.randrange(9_999))[:-1]} for {number} days."
            for number in self.chance.sample(range(300, 9_999), 6)
        )
        outlets = [outlet for outlet in self.outlets[:-2] if outlet.manner in _TELLS]
        for outlet in self.chance.sample(outlets, min(len(outlets), 1 + int(self.chance.paretovariate(1.0)))):
            title = self.chance.choice(wordings).format(**said)
            title = title[0].upper() + title[1:]
            own = f"{said['place']} has known of the {said['thing']} since this morning, our reporter writes."
            text = agency if self.chance.random() < 0.3 else own
            moment = now + timedelta(minutes=self.chance.randrange(-200, 420))
            self._coming.append((moment, outlet, title, text, self._happened))

    def _tell(self, outlet: Outlet, moment: datetime, title: str, text: str, event: int) -> None:
        self.published += 1
        number = self.published
        self.event_of[number] = event
        slug = f"/news/{word(number)}-{title.split()[0].lower()}"
        outlet.items.append(Item(number, title, slug, f"{outlet.name}-{number}", moment, f"{word(number)} {text}"))

    def days_together(self) -> Iterator[Saved]:
        """What was saved by each refresh of the week; what came is grouped after each."""
        for round_ in range(ROUNDS):
            now = NOON + timedelta(hours=6 * round_)
            self.news(round_, now)
            self.refresh(round_, now)
            together(at(self.file, now), self._window)
            yield self.saved()

    def saved(self) -> Saved:
        """The lines that are saved, and what stands together wrongly."""
        truth = {
            story_id: self.event_of.get(number, -number) for number, ids in self.kept().items() for story_id in ids
        }
        told = Counter(truth.values())
        groups: defaultdict[int, Counter[int]] = defaultdict(Counter)
        with self.file.reading() as db:
            for story_id, event_id in db.execute("SELECT id, event_id FROM tellings"):
                groups[event_id][truth.get(story_id, 0)] += 1
        strangers = Counter(
            event < 0
            for held in groups.values()
            for event, number in held.items()
            for _ in range(number * (event != max(held, key=lambda each: (held[each], each))))
        )
        return Saved(
            len(truth),
            sum(number > 1 for number in told.values()),
            sum(number - 1 for number in told.values()),
            sum(held.total() - 1 for held in groups.values()),
            strangers[False],
            strangers[True],
        )


def told(saved: Saved) -> str:
    """The counts in a line."""
    return (
        f"{saved.stories} stories, {saved.events} events told by several: {saved.saved} of {saved.possible} lines saved,"
        f" {saved.wrong} of these stories stand with another event, and {saved.columns} that one outlet alone has (columns)"
    )
