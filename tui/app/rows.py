"""A list drawn line by line: what the sections, the stories and the choices of a dialog share. Nothing in it grows with
its length."""

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.app.chrome import Drawn, Glyphs, Piece
from tui.app.layout import wrap
from tui.values import Value

KEPT_ROWS = 1024
"""How many drawn rows are remembered."""


class Row(Value):
    """A row as it is drawn: blank lines before it, then its lines; the first of these gets the background of the
    highlight."""

    lines: tuple[tuple[Piece, ...], ...]
    lead: int = 0
    head: str = ""
    """What stands on the last of the lines before it: the heading of the rows from here on."""

    @property
    def height(self) -> int:
        """How many lines it takes."""
        return self.lead + len(self.lines)


class Rows(Drawn):
    """A list with one row highlighted. A subclass says how many rows there are and draws one; the list announces what
    happens to it."""

    class Highlighted(Message):
        """Another row is highlighted now."""

        def __init__(self, rows: "Rows", index: int) -> None:
            super().__init__()
            self.rows, self.index = rows, index

        @property
        def control(self) -> "Rows":
            """The list it happened to: Textual's selectors match it."""
            return self.rows

    class Clicked(Message):
        """A row was clicked; `again` where it was highlighted already."""

        def __init__(self, rows: "Rows", index: int, *, again: bool) -> None:
            super().__init__()
            self.rows, self.index, self.again = rows, index, again

        @property
        def control(self) -> "Rows":
            """The list it happened to: Textual's selectors match it."""
            return self.rows

    def __init__(self, glyphs: Glyphs, *, id: str | None = None, active: bool = False) -> None:
        super().__init__(glyphs, id=id)
        self.cursor = 0
        """The row highlighted."""
        self.top = 0
        """The first row on the screen."""
        self.empty = ""
        """What an empty list says: what would fill it, and by which key."""
        self.missing = Row(((), ()))
        """What is shown for a row that is not at hand yet."""
        self._active = active
        self._drawn: dict[int, Row] = {}
        self._drawn_for = 0
        self._places: list[tuple[int, int]] | None = None
        self._placed_for = Size(0, 0)

    # What a subclass gives

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def draw(self, index: int, cells: int) -> Row | None:
        """A row as lines of at most `cells` cells; None where it is not at hand yet."""
        raise NotImplementedError

    def is_selected(self, index: int) -> bool:
        """Whether a row besides the one highlighted belongs to what the next key is about."""
        return False

    def ready(self) -> bool:
        """Whether what is needed to draw the rows on the screen is at hand; where not, the list has been asked to wait
        with its painting."""
        return True

    # What the screen asks for

    @property
    def active(self) -> bool:
        """Keys go to this list."""
        return self._active

    @active.setter
    def active(self, active: bool) -> None:
        if active != self._active:
            self._active = active
            self._repaint_rows(self.cursor)

    def move(self, rows: int) -> bool:
        """Move the highlight; False where it is at the end already. At the edge the list jumps half a page."""
        return self.go(self.cursor + rows)

    def go(self, index: int) -> bool:
        """Highlight a row; False where it is highlighted already."""
        index = max(0, min(index, self.count - 1))
        if index == self.cursor:
            return False
        before, self.cursor = self.cursor, index
        top = self._revealing()
        if not self.ready():
            self.top, self._places = top, None
        elif top != self.top:
            self.top = top
            self.repaint()
        elif self.is_selected(before):
            self._repaint_rows(*range(min(before, index), max(before, index) + 1))
        else:
            self._repaint_rows(before, index)
        self.post_message(self.Highlighted(self, index))
        return True

    def page(self, pages: int) -> bool:
        """A screenful on or back; False where the highlight is at the end already."""
        if pages < 0:
            if self.top == 0:
                return self.go(0)
            self._set_top(self._back_from(self.top, self.size.height))
            return self.go(self.top)
        new = self._shown() + 1
        top = self._bounded(new)
        if top <= self.top:
            return self.go(self.count - 1)
        self._set_top(top)
        return self.go(new)

    def half(self, halves: int) -> bool:
        """Half a screenful on or back."""
        room, index, step = self.size.height // 2, self.cursor, 1 if halves > 0 else -1
        while room > 0 and 0 <= index + step < self.count:
            index += step
            room -= self._row(index).height
        return self.go(index)

    def reset(self, cursor: int = 0, top: int | None = None) -> None:
        """The rows are other rows now: draw all of them anew."""
        self._drawn.clear()
        self.cursor = max(0, min(cursor, self.count - 1))
        self.top = max(0, min(self.cursor if top is None else top, self.count - 1))
        self.top = self._revealing()
        if self.size.height > 0:
            self.top = self._bounded(self.top)  # fewer rows than before: none is left out of sight above for nothing
        self.repaint()

    def repaint(self) -> None:
        """Paint the whole list again."""
        self._places = None
        self.refresh()

    def redraw(self, *indexes: int) -> None:
        """Rows that look different now. Where their height changed, the list is painted again."""
        if not self.size.width:  # hidden: the rows are drawn when there is a width to draw them for
            for index in indexes:
                self._drawn.pop(index, None)
            self._places = None
            return
        changed = []
        for index in indexes:
            old = self._drawn.pop(index, None)
            if old is None:
                continue
            new = self._row(index)
            if new.height != old.height:
                self.repaint()
                return
            if new != old:
                changed.append(index)
        self._repaint_rows(*changed)

    # How it is drawn

    @property
    def current_line(self) -> int:
        """The line of the screen on which the row highlighted begins."""
        lines = (
            y
            for y, (index, line) in enumerate(self._layout())
            if index == self.cursor and line >= self._row(index).lead
        )
        return next(lines, 0)

    def render_line(self, y: int) -> Strip:
        """A line of the list."""
        cells = self.size.width
        places = self._layout()
        if not self.count:
            lines = wrap(self.empty, max(2, cells - 4)) if self.empty else []
            return self.strip([("  ", ""), (lines[y - 1], "print")] if 1 <= y <= len(lines) else [], cells)
        if y >= len(places):
            return self.strip([], cells)
        index, line = places[y]
        row = self._row(index)
        if line < row.lead:
            headed = row.head and line == row.lead - 1
            return self.strip([(" ", ""), (row.head, "head")] if headed else [], cells)
        line -= row.lead
        if index != self.cursor:
            beside = (self.glyphs.bar, "away") if self.is_selected(index) else (" ", "")
            return self.strip([beside, *row.lines[line]], cells)
        bar = (self.glyphs.bar, "bar" if self._active else "away")
        return self.strip([bar, *row.lines[line]], cells, under="here" if self._active and line == 0 else "")

    def on_resize(self, event: events.Resize) -> None:
        """Another width or height: rows wrap anew, the highlight stays in sight."""
        self._drawn.clear()
        self.top = self._revealing()
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """The mouse chose a row."""
        places = self._layout()
        if 0 <= event.y < len(places):
            index = places[event.y][0]
            again = index == self.cursor
            self.go(index)
            self.post_message(self.Clicked(self, index, again=again))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the highlight."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the highlight."""
        event.stop()
        self.move(-3)

    def _row(self, index: int) -> Row:
        cells = max(4, self.size.width - 1)
        if cells != self._drawn_for:
            self._drawn_for = cells
            self._drawn.clear()
        row = self._drawn.get(index)
        if row is None:
            row = self.draw(index, cells)
            if row is None:
                return self.missing
            if len(self._drawn) > KEPT_ROWS:
                self._drawn.clear()
            self._drawn[index] = row
        return row

    def _forget(self, index: int) -> None:
        self._drawn.pop(index, None)

    def _layout(self) -> list[tuple[int, int]]:
        """(row, line in it) for each line of the screen."""
        if self._placed_for != self.size:  # Textual may paint in a new size before it tells of it
            self._places, self._placed_for = None, self.size
        if self._places is None:
            places: list[tuple[int, int]] = []
            index = self.top
            while len(places) < self.size.height and index < self.count:
                row = self._row(index)
                skip = row.lead - bool(row.head) if index == self.top else 0
                places.extend((index, line) for line in range(skip, self._row(index).height))
                index += 1
            places = places[: self.size.height]
            if not places:
                return places  # no size yet, or nothing to show: not worth remembering
            self._places = places
        return self._places

    def _repaint_rows(self, *indexes: int) -> None:
        lines = [y for y, (index, _) in enumerate(self._layout()) if index in indexes]
        if lines:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in lines))

    def _shown(self) -> int:
        """The last row that is wholly on the screen (at least the first one)."""
        room, index = self.size.height, self.top
        while index < self.count and room >= self._row(index).height:
            room -= self._row(index).height
            index += 1
        return max(self.top, index - 1)

    def _back_from(self, index: int, lines: int) -> int:
        """The first row of those that stand within so many lines before a row."""
        while index > 0 and lines >= self._row(index - 1).height:
            index -= 1
            lines -= self._row(index).height
        return index

    def _last_top(self) -> int:
        """The first row of the last screenful."""
        return min(self._back_from(self.count, self.size.height), max(0, self.count - 1))

    def _bounded(self, top: int) -> int:
        """A first row that leaves no empty lines below the last row."""
        return top if top + self.size.height < self.count else min(top, self._last_top())

    def _set_top(self, top: int) -> None:
        if top != self.top:
            self.top = top
            self.repaint()

    def _revealing(self) -> int:
        """The first row with which the highlight is in sight: the present one, or one half a page from it, or one far
        away."""
        height, cursor = self.size.height, self.cursor
        if not self.count:
            return 0
        top = min(self.top, self.count - 1)
        if height <= 0:
            return top  # hidden: it is looked for when the list is shown again
        if cursor < top:
            near = self._back_from(top, height // 2)
            return near if near <= cursor else self._back_from(cursor, height // 2)
        if cursor - top >= height:
            return self._bounded(self._back_from(cursor, height // 2))
        lines = sum(self._row(index).height for index in range(top, cursor + 1))
        if lines <= height:
            return top
        passed = 0
        while top < cursor and (lines > height or passed < height // 2):
            passed += self._row(top).height
            lines -= self._row(top).height
            top += 1
        return max(self.top, self._bounded(top))
