"""The pictures of a story on the whole screen, one after another."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, cast

from rich.segment import Segment
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.strip import Strip

from tui.app.chrome import Drawn, Glyphs
from tui.app.chrome import Line as Legend
from tui.app.dialogs import Dialog
from tui.app.layout import counted_cells, wrap
from tui.app.main_screen import sentence
from tui.app.parts import Line, text_of
from tui.app.plates import gated, style_of
from tui.app.sixels import Overlay
from tui.app.terminal import SentAgain, ThinApp
from tui.blocks import Picture
from tui.errors import NewsError

Draw = Callable[[Picture, tuple[int, int]], Awaitable[tuple[Line, ...] | Overlay]]
"""Draws a picture for so many columns and rows, as lines or to be laid over the cells."""


class Canvas(Drawn):
    """A picture in the middle, or words in its place."""

    DEFAULT_CSS = "Canvas { height: 1fr; }"

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self._lines: tuple[Line, ...] = ()
        self._said = ""

    def show(self, lines: tuple[Line, ...], said: str = "") -> None:
        """Another picture; or no lines, and what is said instead."""
        self._lines, self._said = lines, said
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the picture, or of the words."""
        cells = self.size.width
        if not self._lines:
            lines = wrap(self._said, max(2, cells - 4))
            y -= (self.size.height - len(lines)) // 2
            return self.strip([(f"  {lines[y]}", "")] if 0 <= y < len(lines) else [], cells)
        y -= max(0, self.size.height - len(self._lines)) // 2
        line = self._lines[y] if 0 <= y < len(self._lines) else ()
        left = max(0, cells - counted_cells(text_of(line))) // 2
        plain = self.ink("")
        drawn = [Segment(gated(run), style_of(run.look) or plain) for run in line]
        return Strip([Segment(" " * left, plain), *drawn]).adjust_cell_length(cells, plain)


class Gallery(Dialog[None]):
    """Pictures, each fetched when it is reached."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,j,l,down,right,space", "turn_to(1)", show=False),
        Binding("p,k,h,up,left,b", "turn_to(-1)", show=False),
        Binding("i,I", "close", show=False),
    ]

    def __init__(self, pictures: Sequence[Picture], draw: Draw, glyphs: Glyphs, begin: int = 0) -> None:
        super().__init__(glyphs)
        self.at = begin
        self._pictures = pictures
        self._draw = draw
        self.canvas = Canvas(glyphs)
        self.legend = Legend(glyphs)

    @property
    def _terminal(self) -> ThinApp[None]:
        return cast("ThinApp[None]", self.app)

    def matter(self) -> ComposeResult:
        """The picture, and what stands under it."""
        yield self.canvas
        yield self.legend

    def on_mount(self) -> None:
        """The keys."""
        several = len(self._pictures) > 1
        self.say_keys(*((("n", "next"), ("p", "previous")) if several else ()), ("q", "closes"))

    def on_resize(self, event: Resize) -> None:
        """Draw it for the space that there is."""
        self._show()

    @on(SentAgain)
    def _may_be_lost(self) -> None:
        self._fetch(self._pictures[self.at])

    def action_turn_to(self, pictures: int) -> None:
        """Another picture; behind the last comes the first."""
        self.at = (self.at + pictures) % len(self._pictures)
        self._show()

    def _show(self) -> None:
        picture = self._pictures[self.at]
        self.head.say([(f"Picture {self.at + 1} of {len(self._pictures)}", "strong")])
        said = picture.caption or picture.alt or "without a caption"
        credit = picture.credit if picture.credit not in said else ""
        self.legend.say([(said, "")], "", [(credit, "print")] if credit else ())
        self._erase()
        self.canvas.show((), f"Fetching it{self.glyphs.ellipsis}")
        self._fetch(picture)

    @work(exclusive=True, group="picture")
    async def _fetch(self, picture: Picture) -> None:
        try:
            drawn = await self._draw(picture, (self.canvas.size.width, self.canvas.size.height))
        except NewsError as error:
            self.canvas.show((), f"The picture cannot be shown: {sentence(error)}")
            return
        if isinstance(drawn, Overlay):
            self.canvas.show(())
            room = self.canvas.region
            x, y = (room.width - drawn.columns) // 2, (room.height - drawn.rows) // 2
            self._terminal.lay_over(drawn.at(room.x + max(0, x), room.y + max(0, y)), room)
        else:
            self.canvas.show(drawn)

    def _erase(self) -> None:
        self._terminal.uncover()

    def on_unmount(self) -> None:
        """Erase the picture with its page."""
        super().on_unmount()
        self._erase()
