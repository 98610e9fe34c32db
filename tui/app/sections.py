"""The pane of sections: All, Unread, Starred, the Guide, the searches, then the sites with their sections."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from tui.app.chrome import Glyphs, Piece
from tui.app.layout import counted_cells, cut, width, wrap
from tui.app.rows import Row, Rows
from tui.model import Counts, SavedSearch, Section, Site, StoryFilter


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the pane: a list of stories that can be chosen."""

    filter: StoryFilter
    name: str
    site: str = ""
    """The site a section belongs to, where it has several."""
    count: int = 0
    sections: tuple[int, ...] = ()
    """The ids of the sections it stands for: what `r` refreshes."""
    url: str = ""
    head: bool = False
    """A site with several sections, or a folder."""
    fold: str = ""
    """The name under which it is folded, "" for a row that cannot be."""
    folded: bool = False
    """What stands in it has no rows."""
    depth: int = 0
    lead: bool = False
    """A blank line stands before it."""
    failed: str = ""
    """Why it could not be refreshed the last time, in one sentence."""
    notes: tuple[str, ...] = ()
    """Small print under it."""


def choices(
    counts: Counts,
    sites: tuple[Site, ...],
    search: StoryFilter | None,
    found: int,
    now: datetime,
    kept: tuple[SavedSearch, ...] = (),
    folded: frozenset[str] = frozenset(),
) -> tuple[Choice, ...]:
    """Every row of the pane, in order. Kept searches have no count: nothing may be searched before a person asks for it."""
    standing = [
        Choice(StoryFilter(), "All", count=counts.unread),
        Choice(StoryFilter(unread=True), "Unread", count=counts.unread),
        Choice(StoryFilter(starred=True), "Starred", count=counts.starred),
        Choice(StoryFilter(guide=True), "Guide", count=counts.guide_unread),
        *(Choice(search.filter, search.name) for search in kept),
    ]
    if search is not None:
        standing.append(Choice(search, f"Search: {search.words}", count=found))
    return (*standing, *_followed(sites, now, folded))


def with_unread(rows: tuple[Choice, ...], shown: StoryFilter) -> tuple[Choice, ...]:
    """The rows without those that have nothing unread: but the standing ones stay, the one whose list is shown, and the heads of others."""
    kept: list[Choice] = []
    for row in reversed(rows):
        inside = bool(kept) and kept[-1].depth > row.depth
        if not row.sections or row.count or row.filter == shown or (row.head and inside):
            kept.append(row)
    return tuple(reversed(kept))


def _fails_as_a_whole(site: Site) -> bool:
    """All sections of a site fail alike: it is said once."""
    return len({section.error for section in site.sections}) == 1 and bool(site.sections[0].error)


def _followed(sites: tuple[Site, ...], now: datetime, folded: frozenset[str]) -> Iterator[Choice]:
    apart = (
        True  # the standing rows stand apart from the first site, and a site with several sections from its neighbours
    )
    for site in sites:
        if len(site.sections) == 1:
            yield _section(site.sections[0], now, name=site.name, lead=apart)
            apart = False
        elif site.sections:
            whole, fold = _fails_as_a_whole(site), f"site:{site.id}"
            yield Choice(
                StoryFilter(site_id=site.id),
                site.name,
                count=site.unread if fold in folded else 0,
                sections=tuple(section.id for section in site.sections),
                url=site.url,
                head=True,
                fold=fold,
                folded=fold in folded,
                lead=True,
                failed=site.sections[0].error if whole else "",
                notes=tuple(_notes(site.sections[0], now)) if whole else (),
            )
            apart = True
            if fold in folded:
                continue
            for section in site.sections:
                row = _section(section, now, site=site.name, depth=1)
                yield replace(row, notes=()) if whole else row


def _section(
    section: Section, now: datetime, *, name: str = "", site: str = "", depth: int = 0, lead: bool = False
) -> Choice:
    return Choice(
        StoryFilter(section_id=section.id),
        name or section.name,
        site,
        count=section.unread,
        sections=(section.id,),
        url=section.page or section.url,
        depth=depth,
        lead=lead,
        failed=section.error,
        notes=tuple(_notes(section, now)) if section.error or section.gone else (),
    )


def _notes(section: Section, now: datetime) -> Iterator[str]:
    if section.gone:
        yield "gone for good"
        return
    said = section.error or "no answer"
    since = f", since {clock(section.succeeded, now)}" if section.succeeded else ""
    again = f"; again at {clock(section.next_check, now)}" if section.next_check and section.next_check > now else ""
    yield f"{said}{since}{again}"


def clock(moment: datetime, now: datetime) -> str:
    """A moment near now: the time where it is today, else the day."""
    here = moment.astimezone()
    return f"{here:%H:%M}" if here.date() == now.astimezone().date() else f"{here.day} {here:%B}"


class SectionList(Rows):
    """The pane of sections."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs, active=True)
        self.choices: tuple[Choice, ...] = ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.choices)

    @property
    def chosen(self) -> Choice:
        """The row highlighted."""
        return self.choices[self.cursor]

    def show(self, choices: tuple[Choice, ...], filter: StoryFilter | None = None) -> None:
        """The rows as they are now; the highlight moves to a filter, or stays on the one it is on."""
        if filter is None and self.choices:
            filter = self.chosen.filter
        cursor = next((index for index, choice in enumerate(choices) if choice.filter == filter), None)
        before, self.choices = self.choices, choices
        if cursor is None:
            cursor = min(self.cursor, len(choices) - 1)
        if cursor == self.cursor and [_shape(choice) for choice in before] == [_shape(choice) for choice in choices]:
            self.redraw(*(index for index, choice in enumerate(choices) if choice != before[index]))
        else:
            self.reset(cursor, self.top)

    def find(self, filter: StoryFilter) -> int | None:
        """The row of a filter, if there is one."""
        return next((index for index, choice in enumerate(self.choices) if choice.filter == filter), None)

    def next_with_unread(self, step: int) -> int | None:
        """The next section with unread stories after the row highlighted, or before it; None where there is none.

        Rows that stand for several (All, a site, a folder) are passed over: what they have stands in a section.
        """
        index = self.cursor + step
        while 0 <= index < self.count:
            if self.choices[index].filter.section_id and self.choices[index].count:
                return index
            index += step
        return None

    def jump(self, index: int) -> None:
        """Highlight a row without saying so: whoever calls shows its list."""
        self.reset(index, self.top)

    def find_name(self, words: str) -> None:
        """Highlight the next row whose name, or whose site's, holds all of these words; the present one where it does."""
        wanted = words.casefold().split()
        for index in [*range(self.cursor, self.count), *range(self.cursor)]:
            choice = self.choices[index]
            if all(word in f"{choice.site} {choice.name}".casefold() for word in wanted):
                self.go(index)
                return

    def go(self, index: int) -> bool:
        """Highlight a row. Only the row highlighted says why it failed."""
        index = max(0, min(index, self.count - 1))
        before = self.cursor
        speaks = bool(self.choices[before].notes or self.choices[index].notes)
        if speaks:
            self._forget(before)
            self._forget(index)
        moved = super().go(index)
        if moved and speaks:
            self.repaint()
        return moved

    def draw(self, index: int, cells: int) -> Row:
        """A section: its name on the left, how many stories are unread on the right; where it failed and is highlighted, why."""
        choice = self.choices[index]
        tail = f"{choice.count}" if choice.count else ""
        if choice.failed:
            tail = f"! {tail}".rstrip()
        guide: Piece = (f"{self.glyphs.down} ", "print") if choice.depth else ("", "")
        if choice.folded:
            guide = (f"{self.glyphs.folded} ", "print")
        room = max(1, cells - 1 - width(guide[0]) - (width(tail) + 1 if tail else 0))
        name = cut(choice.name, room, self.glyphs.ellipsis)
        blanks = " " * max(0, cells - 1 - width(guide[0]) - counted_cells(name) - width(tail))
        ink = "strong" if choice.head else ""
        first = (guide, (name, ink), (blanks, ""), (tail, "" if choice.failed else "print"))
        notes: list[tuple[Piece, ...]] = []
        if index == self.cursor:
            room = max(4, cells - 3)
            notes = [
                ((guide[0] or "  ", "print"), (line, "print")) for note in choice.notes for line in wrap(note, room)
            ]
        return Row((first, *notes), lead=int(choice.lead and index > 0))


def _shape(choice: Choice) -> tuple[StoryFilter, int, bool]:
    return choice.filter, len(choice.notes), choice.lead
