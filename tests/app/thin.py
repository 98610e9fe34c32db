"""An app of all that a terminal finds hard, drawn twice: by Textual's own writer and by the layer."""

import sys
from collections.abc import Iterable
from datetime import UTC
from functools import lru_cache
from typing import Any, ClassVar

import pyte
from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.console import RenderableType
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import CursorPosition
from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from tests.app.examples import EVERY_BLOCK, RELATED, SIMILAR, long_article, paragraph
from tui.app.article import ArticlePane
from tui.app.cells import is_agreed
from tui.app.terminal import ThinApp
from tui.blocks import Span
from tui.model import Article

HEADLINES = (
    "Harbour town votes to keep its ferry",
    "Ice closes the bay",
    "東京で雪、交通に乱れ",
    "서울에 첫눈이 내렸다",
    "قال العمدة إن العبارة هي طريقنا",
    "חורף קשה צפוי השנה",
    "Cafe\u0301 au lait, naïve cooperation, e\u0301te\u0301",
    "हिन्दी में समाचार",
    "ข่าวภาษาไทยวันนี้",
    "A family 👩\u200d👩\u200d👧 at the fair",
    "Hearts ❤\ufe0f and flags 🇫🇷 and keys 1\ufe0f\u20e3",
    "Thumbs 👍🏽 up 🙂 for the ferry",
    "A well-known yard | builds in silence",
)
"""Headlines in the scripts and signs on which terminals differ, and some in plain English."""

POLYGLOT = Article(
    "https://news.example/all",
    "東京 and the world 🙂",
    tuple(
        paragraph(f"{line}. ", Span(line, href=f"https://news.example/{n}"), f" {line} — " * 3)
        for n, line in enumerate(HEADLINES)
    ),
)


class Rows(Widget):
    """A list by lines: a headline and a dim line for each, the chosen one with a bar and a background."""

    DEFAULT_CSS = """
    Rows { width: 1fr; height: 1fr; }
    """

    headlines: tuple[str, ...] = HEADLINES

    def __init__(self) -> None:
        super().__init__()
        self.first = self.chosen = 0

    def choose(self, n: int) -> None:
        before, self.chosen = self.chosen, max(0, min(self.chosen + n, 999))
        rows = max(1, self.size.height // 2)
        if self.first <= self.chosen < self.first + rows:
            for row in (before, self.chosen):
                self.refresh(Region(0, (row - self.first) * 2, self.size.width, 2))
        else:
            self.first = max(0, self.chosen - rows // 2)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        number = self.first + y // 2
        chosen = number == self.chosen
        style = self.rich_style
        bar = Segment("▌" if chosen else " ", style + Style(color="cyan"))
        if y % 2:
            text = Segment(f"  Harbour News · {number} h", style + Style(dim=True))
        else:
            marked = Style(bold=number % 3 > 0, bgcolor="blue" if chosen else None)
            text = Segment(f"● {number} {self.headlines[number % len(self.headlines)]}", style + marked)
        return Strip([bar, text]).adjust_cell_length(
            self.size.width, style + (marked if chosen and not y % 2 else Style())
        )


class Question(ModalScreen[None]):
    """A dialog with an input in it, over a screen that shows through."""

    DEFAULT_CSS = """
    Question { align: center middle; }
    Question Input { width: 40; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss")]

    def compose(self) -> ComposeResult:
        yield Input("日本 text", placeholder="search")

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False


ARTICLES: tuple[tuple[Any, ...], ...] = ((EVERY_BLOCK, RELATED, SIMILAR), (long_article(60),), (POLYGLOT,))


class Stand(ThinApp[None]):
    """A list and an article, one above the other, side by side or alone, and a dialog; every key is counted in the footer."""

    CSS = """
    #panes { height: 1fr; layout: vertical; }
    ArticlePane { width: 2fr; }
    .beside #panes { layout: horizontal; }
    .beside Rows { border-right: vkey $primary; width: 1fr; }
    .beside ArticlePane { width: 1fr; }
    .reading Rows { display: none; }
    .listing ArticlePane { display: none; }
    Static { height: 1; background: $primary; color: $text; }
    #foot { background: $background; text-style: dim underline; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"do('{verb}')")
        for key, verb in {
            "j": "line on", "k": "line back", "space": "page on", "b": "page back", "d": "half on", "u": "half back", "g": "top", "G": "end",
            "n": "link on", "p": "link back", "J": "choose 1", "K": "choose -1", "L": "choose 9", "H": "choose -9",
            "1": "show 0", "2": "show 1", "3": "show 2", "s": "stacked", "r": "reading", "l": "listing", "e": "beside", "a": "ask", "t": "theme",
        }.items()
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        yield Static("Broadsheet  日本  today", id="head")
        with Container(id="panes"):
            yield Rows()
            yield ArticlePane(zone=UTC)
        yield Static("key 0", id="foot")

    def on_mount(self) -> None:
        self.animation_level = "none"
        self.rows = self.query_one(Rows)
        self.pane = self.query_one(ArticlePane)
        self.pressed = 0

    def action_do(self, what: str) -> None:
        verb, _, given = what.partition(" ")
        way = -1 if given == "back" else 1
        match verb:
            case "line":
                self.pane.line(way)
            case "page":
                self.pane.page(way)
            case "half":
                self.pane.half(way)
            case "top":
                self.pane.top()
            case "end":
                self.pane.end()
            case "link":
                self.pane.next_link(way)
            case "choose":
                self.rows.choose(int(given))
            case "show":
                self.pane.show(*ARTICLES[int(given)])
            case "ask":
                self.push_screen(Question())
            case "theme":
                self.theme = "textual-light" if self.theme != "textual-light" else "nord"
            case _:
                for name in ("reading", "listing", "beside"):
                    self.screen_stack[0].set_class(verb == name, name)
        self.pressed += 1
        self.query_one("#foot", Static).update(f"key {self.pressed}")


class Recorder(HeadlessDriver):
    """A driver that is no terminal but writes like one."""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        app = self._app
        assert isinstance(app, Doubled)
        app.sent(data)


class AsRich(pyte.Screen):
    """A terminal that gives every grapheme the cells that Rich counts for it."""

    def draw(self, data: str) -> None:
        graphemes, _ = split_graphemes(data)
        for start, end, width in graphemes:
            if not width:
                continue
            if self.cursor.x + width > self.columns:
                self.carriage_return()
                self.linefeed()
            row = self.buffer[self.cursor.y]
            style = self.cursor.attrs[1:]
            row[self.cursor.x] = inked(data[start:end], style)
            for x in range(self.cursor.x + 1, self.cursor.x + width):
                row[x] = inked("", style)
            self.cursor.x += width


@lru_cache(maxsize=4096)
def inked(text: str, style: tuple[Any, ...]) -> pyte.screens.Char:
    return pyte.screens.Char(text, *style)


class Doubled(ThinApp[None]):
    """Two terminals side by side: what Textual itself would send goes to one, what the layer sends to the other."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.console._color_system = ColorSystem.TRUECOLOR
        self.answers = True
        self.doubled = True
        self.bytes = 0
        self.frames = 0
        self.unanswered = 0
        self.output: list[str] = []
        self.resized(80, 24)

    def get_driver_class(self) -> type[Driver]:
        return Recorder

    def resized(self, columns: int, rows: int, terminal: type[pyte.Screen] | None = None) -> None:
        """Two new terminals."""
        self.plain, self.thin_one = (terminal or AsRich)(columns, rows), (terminal or AsRich)(columns, rows)
        self._plain_stream = pyte.Stream(self.plain)
        self._thin_stream = pyte.Stream(self.thin_one)

    def sent(self, data: str) -> None:
        """What the driver was given."""
        self.bytes += len(data.encode())
        self.frames += 1
        self.output.append(data)
        self._thin_stream.feed(data)
        for _ in range(data.count("\x1b[6n")):
            if self.answers:
                self.answer()
            else:
                self.unanswered += 1

    def answer(self) -> None:
        self.post_message(CursorPosition(0, 0))

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if (
            self.doubled
            and renderable is not None
            and not self._batch_count
            and self._running
            and hasattr(renderable, "render_segments")
        ):
            self._plain_stream.feed(renderable.render_segments(self.console))
        super()._display(screen, renderable)

    def differences(self) -> list[str]:
        """Every cell that the two terminals show differently, its style included."""
        found = []
        for y in range(self.plain.lines):
            for x in range(self.plain.columns):
                one, other = self.plain.buffer[y][x], self.thin_one.buffer[y][x]
                if one != other:
                    found.append(f"({x}, {y}): {one} is {other}")
        return found


class Twin(Doubled, Stand):
    """The app of all that is hard, drawn twice."""


def display(screen: pyte.Screen) -> Iterable[str]:
    """The rows of a terminal as text."""
    for y in range(screen.lines):
        yield "".join(screen.buffer[y][x].data for x in range(screen.columns))


if __name__ == "__main__":
    Rows.headlines = tuple(
        line for line in HEADLINES if all(is_agreed(line[a:b]) for a, b, _ in split_graphemes(line)[0])
    )
    stand = Stand()
    stand.thin = "--stock" not in sys.argv
    stand.run()
