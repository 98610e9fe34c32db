"""A layout on the screen, scrolled line by line: where it stands in it, kept over every size; what lies beyond the
screen is measured bit by bit."""

from time import perf_counter

from textual.events import MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from tui.app.typeset import Layout

SLICE = 0.006
"""Seconds that measuring may take at a time while somebody may be pressing keys."""


class Scroller(Widget, can_focus=False):
    """A pane over a layout, which it moves by lines and pages."""

    class Scrolled(Message):
        """The article moved; `percent` of it lies above the screen's end."""

        def __init__(self, percent: int) -> None:
            super().__init__()
            self.percent = percent

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text_layout: Layout | None = None
        """What is shown, or None where nothing is open."""
        self._top = 0
        self._place = (0, 0)
        self._left: tuple[int, int] | None = None
        """The place that was left by a leap."""
        self._percent = -1
        self._fitted = Size(0, 0)
        self._measuring: Timer | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Where the reader is: (part, characters into it); the same words at every width."""
        return self._place

    @property
    def percent(self) -> int:
        """How far down the screen is, 100 at the end."""
        limit = self._limit
        return 100 * self._top // limit if self._top < limit else 100

    def line(self, n: int) -> None:
        """Move on by n lines (back where negative)."""
        self._move(n)

    def half(self, n: int) -> None:
        """Move on by n half pages."""
        self._move(n * max(1, self.size.height // 2))

    def page(self, n: int) -> bool:
        """Move on by n pages, each with a line of the one before it; False where there was nothing further."""
        return self._move(n * max(1, self.size.height - 1))

    def top(self) -> None:
        """Go to the head."""
        self.leap(0)

    def end(self) -> None:
        """Go to the end."""
        if self.text_layout is not None:
            self.text_layout.settle_end(self.size.height)
            self.leap(self._limit)

    def leap(self, top: int) -> None:
        """Go to a line; `come_back` returns from there."""
        left = self._place
        self._go(top)
        if self._place != left:
            self._left = left

    def come_back(self) -> bool:
        """Go back to where a leap began, and with the next call to where it led; False where there was none."""
        layout, left = self.text_layout, self._left
        if layout is None or left is None:
            return False
        for _ in range(2):  # measuring what is on the way may move it
            self.leap(layout.line_of(left))
        return True

    def on_resize(self, event: Resize) -> None:
        """Wrap again, the same words at the top of the screen."""
        if self._fitted != self.size:
            self._fit()

    def on_unmount(self) -> None:
        """Stop measuring: the pane is gone."""
        self._stop_measuring()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Three lines on."""
        event.stop()
        self.line(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Three lines back."""
        event.stop()
        self.line(-3)

    @property
    def _limit(self) -> int:
        """The top line of the last screen."""
        return max(0, self.text_layout.height - self.size.height) if self.text_layout else 0

    def _fit(self) -> None:
        layout = self.text_layout
        self._fitted = self.size
        if layout is None or not self.size.width or not self.size.height:
            return
        if layout.columns != self.size.width:
            layout.fit(self.size.width)
        self._restore()
        self._stop_measuring()
        self._measuring = self.set_timer(0.05, self._measure_more)

    def _restore(self) -> None:
        """Put the place that is kept at the top of the screen again, after heights have changed."""
        layout = self.text_layout
        if layout is not None:
            self._top = self._settled(layout, layout.line_of(self._place))
            self._tell()

    def _settled(self, layout: Layout, wanted: int) -> int:
        """The nearest top line there is, everything below it on the screen measured."""
        while True:
            top = max(0, min(wanted, self._limit))
            known = layout.measured
            layout.settle(top, self.size.height)
            if layout.measured == known:
                return top

    def _move(self, lines: int) -> bool:
        """Move by some lines from where the screen is; False where there was nothing further.

        What is between is measured first: it may move the line that the screen begins with.
        """
        layout = self.text_layout
        if layout is None or not self.size.height:
            return False
        here = layout.position(self._top)
        known = -1
        while known != layout.measured:
            known = layout.measured
            layout.settle(layout.line_of(here) + min(lines, 0), abs(lines) + self.size.height)
        self._top = layout.line_of(here)
        before = self._top
        self._go(before + lines)
        return self._top != before

    def _go(self, top: int) -> None:
        layout = self.text_layout
        if layout is None or not self.size.height:
            return
        top = self._settled(layout, top)
        if top != self._top:
            self._top = top
            self.refresh()
        self._place = layout.position(top)
        if not self._measuring and layout.done is False:
            self._measuring = self.set_timer(0.05, self._measure_more)
        self._tell()

    def _tell(self) -> None:
        if (percent := self.percent) != self._percent:
            self._percent = percent
            self.post_message(self.Scrolled(percent))

    def _measure_more(self) -> None:
        """A slice of the parts that are not on the screen."""
        self._measuring = None
        layout = self.text_layout
        if layout is None:
            return
        stop = perf_counter() + SLICE
        while not layout.done and perf_counter() < stop:
            layout.measure_next()
        self._restore()
        if not layout.done:
            self._measuring = self.set_timer(0.02, self._measure_more)

    def _stop_measuring(self) -> None:
        if self._measuring is not None:
            self._measuring.stop()
            self._measuring = None
