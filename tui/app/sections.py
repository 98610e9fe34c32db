"""The pane of sections."""

from tui.app.choices import Choice
from tui.app.chrome import Glyphs, Piece
from tui.app.layout import counted_cells, cut, set_right, width, wrap
from tui.app.rows import Row, Rows
from tui.model import StoryFilter
from tui.scripts import is_right_to_left

SPLIT = 12
"""Cells that a name needs for something to be seen of both site and section."""


class SectionList(Rows):
    """The pane of sections."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs, active=True)
        self.ahead = False
        """Another row is highlighted than the one whose list was asked for."""
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
        cursor = self._place_in(choices, filter)
        before, self.choices = self.choices, choices
        if cursor == self.cursor and [_shape(choice) for choice in before] == [_shape(choice) for choice in choices]:
            self.redraw(*(index for index, choice in enumerate(choices) if choice != before[index]))
        else:
            self.reset(cursor, self.top)

    def _place_in(self, choices: tuple[Choice, ...], filter: StoryFilter | None) -> int:
        """The row of a filter among others, in the same folder where it stands in several; where it is gone, the one in
        its place."""
        here = self.chosen if self.choices else None
        if filter is None and here is not None:
            filter = here.filter
        fitting = [index for index, choice in enumerate(choices) if choice.filter == filter]
        same = [index for index in fitting if here is not None and choices[index].folder_id == here.folder_id]
        return (same or fitting or [min(self.cursor, len(choices) - 1)])[0]

    def find(self, filter: StoryFilter) -> int | None:
        """The row of a filter, if there is one."""
        return next((index for index, choice in enumerate(self.choices) if choice.filter == filter), None)

    @property
    def around(self) -> int | None:
        """The row of the folder or site that the row highlighted stands in, if there is one."""
        depth = self.chosen.depth
        return next((at for at in range(self.cursor, -1, -1) if self.choices[at].depth < depth), None)

    def next_with_unread(self, step: int) -> int | None:
        """The next section with unread stories after the row highlighted, or before it, and round from the other end;
        None where there is none.

        Rows that stand for several (All, a site, a folder) are passed over: what they have stands in a section, but for
        what is folded. So are sections that a person keeps out of all lists.
        """
        around = ((self.cursor + step * away) % self.count for away in range(1, self.count))
        return next((index for index in around if _has_next(self.choices[index])), None)

    def jump(self, index: int) -> None:
        """Highlight a row without saying so: whoever calls shows its list."""
        self.reset(index, self.top)

    def find_name(self, words: str, begin: int | None = None, step: int = 1) -> bool:
        """Highlight the next row whose name, or whose site's, holds all of these words, from a row on (the one
        highlighted); False where none does."""
        begin = self.cursor if begin is None else begin
        around = ((begin + step * away) % self.count for away in range(self.count))
        index = next((at for at in around if holds(self.choices[at], words)), None)
        if index is not None:
            self.go(index)
        return index is not None

    def go(self, index: int) -> bool:
        """Highlight a row. Only the row highlighted says why it failed."""
        index = max(0, min(index, self.count - 1))
        before = self.cursor
        speaks = bool(self.choices[before].notes or self.choices[index].notes)
        if speaks:
            self._forget(before)
            self._forget(index)
        moved = super().go(index)
        self.ahead = self.ahead or moved
        if moved and speaks:
            self.repaint()
        return moved

    def draw(self, index: int, cells: int) -> Row:
        """A section: its name on the left, how many stories are unread on the right; where it failed and is
        highlighted, why."""
        choice = self.choices[index]
        if self.glyphs.words:
            return self._spoken(choice, index, cells)
        tail = f"{choice.count:,}" if choice.count else ""
        if choice.failed:
            tail = f"! {tail}".rstrip()
        guide: Piece = (self._inward(choice), "print")
        room = max(1, cells - 1 - width(guide[0]) - (width(tail) + 1 if tail else 0))
        name = _fitting(choice.name, room, self.glyphs.ellipsis)
        blanks = " " * max(0, cells - 1 - width(guide[0]) - counted_cells(name) - width(tail))
        ink = "strong" if choice.head else ""
        first = (
            guide,
            (set_right(name, width(name) + len(blanks)), "print" if choice.muted or choice.hidden else ink),
            ("" if is_right_to_left(name) else blanks, ""),
            (tail, "" if choice.failed else "print"),
        )
        notes: list[tuple[Piece, ...]] = []
        if index == self.cursor:
            room = max(4, cells - 3)
            notes = [
                ((guide[0] or "  ", "print"), (line, "print")) for note in choice.notes for line in wrap(note, room)
            ]
        return Row((first, *notes), lead=int(choice.lead and index > 0))

    def _spoken(self, choice: Choice, index: int, cells: int) -> Row:
        """A row as one sentence: "in The Gazette: World, 12 unread, failed: no answer since 07:10"."""
        words = [f"in {choice.site or choice.folder}: {choice.name}" if choice.site or choice.folder else choice.name]
        words += [f"{choice.count:,} {'found' if choice.filter.words else 'unread'}"] if choice.count else []
        words += ["muted"] if choice.muted else []
        words += ["folded" if choice.folded else "unfolded"] if choice.fold else []
        words += [f"failed: {choice.failed}"] if choice.failed else []
        words += choice.notes if index == self.cursor and not choice.failed else ()
        return Row(
            tuple(((line, "strong" if choice.head else ""),) for line in wrap(", ".join(words), max(2, cells - 1)))
        )

    def _inward(self, choice: Choice) -> str:
        """What stands before a name: as far in as it stands in folders, and whether more stands in it."""
        inward = "  " * (choice.depth - choice.under_site)
        if choice.fold and (choice.folded or not choice.filter.site_id):
            return f"{inward}{self.glyphs.folded if choice.folded else self.glyphs.unfolded} "
        return f"{inward}{self.glyphs.down} " if choice.under_site else inward


def holds(choice: Choice, words: str) -> bool:
    """Whether a row's name, or its site's, holds all of these words."""
    name = f"{choice.site} {choice.name}".casefold()
    return all(word in name for word in words.casefold().split())


def _fitting(name: str, cells: int, ellipsis: str) -> str:
    """A name in so many cells: of "Site › Section" the site gives way first, for the section tells the rows apart."""
    site, into, section = name.rpartition(" › ")
    if not site or width(name) <= cells or cells < SPLIT:
        return cut(name, cells, ellipsis)
    kept = cut(site, max(cells // 3, cells - width(into) - width(section)), ellipsis)
    return f"{kept}{into}{cut(section, cells - width(kept) - width(into), ellipsis)}"


def _has_next(choice: Choice) -> bool:
    return bool(choice.count and (choice.filter.section_id or choice.folded) and not choice.muted)


def _shape(choice: Choice) -> tuple[StoryFilter, int, bool]:
    return choice.filter, len(choice.notes), choice.lead
