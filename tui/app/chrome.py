"""What stands around the panes: the masthead, the rules and the line of keys; and how text becomes a line on the
screen."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import cache
from typing import ClassVar, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.app.layout import counted_cells, cut, safe, width
from tui.app.terminal import forget_borders
from tui.text import clean, line
from tui.values import Value

T = TypeVar("T")

Piece = tuple[str, str]
"""A run of text and the name of its ink ("" for plain)."""
Typed = Callable[[str], object]
"""What is given each step of what is typed."""
Entered = Callable[[str], Awaitable[object] | None]
"""What is given what was typed in the end; where it is not done at once, what to wait for before the next key."""


class Glyphs(Value):
    """The marks and rules that the screen is drawn with."""

    bar: str = "▌"
    unread: str = "●"
    starred: str = "★"
    across: str = "─"
    down: str = "│"
    tee: str = "┬"
    foot: str = "┴"
    full: str = "█"
    empty: str = "░"
    dot: str = "·"
    into: str = "›"
    picked: str = "[x]"
    unpicked: str = "[ ]"
    ellipsis: str = "…"
    waiting: str = "…"
    folded: str = "▸"
    unfolded: str = "▾"
    later: str = "◆"
    highlighted: str = "»"
    words: bool = False
    """Every state is told by a word, and no rule is drawn."""


ASCII = Glyphs(">", "o", "*", "-", "|", "+", "+", "#", ".", "-", ">", "[x]", "[ ]", "...", "?", "+", "-", "+", "!")


SPOKEN = Glyphs(
    bar=" ", across="-", down=" ", tee=" ", foot=" ", full="#", empty=".", dot="-", into="in", picked="picked:",
    unpicked="not picked:", ellipsis="...", folded="folded:", unfolded="unfolded:", words=True,
)  # fmt: skip
"""For the linear mode."""


def glyphs(environ: Mapping[str, str], encoding: str = "utf-8") -> Glyphs:
    """The marks that a terminal can show: ASCII on the Linux console, a VT100, and where the locale, or what is written
    in, is not UTF-8."""
    if not encoding.lower().replace("-", "").startswith("utf8") or environ.get("TERM", "") in (
        "linux",
        "vt100",
        "vt220",
        "dumb",
    ):
        return ASCII
    # Python sets LC_CTYPE itself where it finds LANG=C (PEP 538): what the person said is LANG then.
    coerced = environ.get("LC_CTYPE", "") in ("", "C.UTF-8", "C.utf8", "UTF-8")
    said = environ.get("LC_ALL") or ("" if coerced else environ.get("LC_CTYPE")) or environ.get("LANG") or "UTF-8"
    return Glyphs() if said.lower().replace("-", "").endswith("utf8") else ASCII


class Paper(Screen[T]):
    """A screen that holds the inks for all that is drawn on it: a style each, looked up once."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "ink--strong",
        "ink--print",
        "ink--here",
        "ink--bar",
        "ink--away",
        "ink--found",
        "ink--lined",
        "ink--key",
        "ink--head",
    }

    def on_unmount(self) -> None:
        """Forget what was drawn on it."""
        forget_borders()

    def unheard(self, key: str) -> None:
        """Say that a key does nothing here; "" takes it back."""


class Drawn(Widget):
    """A widget drawn line by line from pieces of text, each in a named ink. What comes from outside meets no markup
    here."""

    def __init__(self, glyphs: Glyphs, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.glyphs = glyphs
        self._inks: dict[str, Style] = {}

    def notify_style_update(self) -> None:
        """Forget the inks: the theme may have changed."""
        self._inks.clear()
        super().notify_style_update()

    def ink(self, name: str) -> Style:
        """The style of an ink; several names separated by blanks lie over one another."""
        if name not in self._inks:
            base = Style.null() if self.app.native_ansi_color else self.rich_style
            for part in name.split():
                base += self.screen.get_component_rich_style(f"ink--{part}", partial=True)
            if "here" in name.split():
                base += Style(dim=False)  # small print on the bar would be hard to read
            self._inks[name] = base
        return self._inks[name]

    def strip(self, pieces: Iterable[Piece], cells: int, under: str = "") -> Strip:
        """One line of exactly `cells` cells; `under` is an ink for the whole of it."""
        segments: list[Segment] = []
        room = cells
        for text, ink in pieces:
            text = cut(safe(text), room, self.glyphs.ellipsis)
            if text:
                segments.append(Segment(text, self.ink(f"{ink} {under}" if under else ink)))
            room -= counted_cells(text)
            if room <= 0:
                break
        if room > 0:
            # In the ink of what stands before it, where that does not show: a change of ink is worth three blanks.
            last = segments[-1].style if segments else None
            segments.append(Segment(" " * room, self.ink(under) if last is None or last.underline else last))
        return Strip(segments, cells)


STUB = 12
"""Cells in which what is cut says nothing any more."""


class Line(Drawn):
    """A line of three parts: left, centred, right. Where there is no room the centre goes first, then the left is cut,
    or left out."""

    def __init__(self, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(glyphs, id=id)
        self._left: tuple[Piece, ...] = ()
        self._centre = ""
        self._right: tuple[Piece, ...] = ()

    def say(self, left: Iterable[Piece], centre: str = "", right: Iterable[Piece] = ()) -> None:
        """What the line shows from now on."""
        said = (tuple(left), centre, tuple(right))
        if said != (self._left, self._centre, self._right):
            self._left, self._centre, self._right = said
            self.refresh()

    @property
    def text(self) -> str:
        """What the line shows, without its spaces."""
        parts = ("".join(text for text, _ in self._left), self._centre, "".join(text for text, _ in self._right))
        return "  ".join(part for part in parts if part)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        return 1

    def render_line(self, y: int) -> Strip:
        """The line."""
        cells = self.size.width
        right = sum(width(safe(text)) for text, _ in self._right)
        room = max(0, cells - 2 - (right + 2 if right else 0))
        left: list[Piece] = []
        used = 0
        cramped = room < STUB and sum(width(text) for text, _ in self._left) > room
        for text, ink in () if cramped else self._left:
            text = cut(safe(text), room - used, self.glyphs.ellipsis)
            left.append((text, ink))
            used += counted_cells(text)
        centre = safe(self._centre)
        begin = max((cells - width(centre)) // 2 - 1, used + 2 if used else 0)
        if centre and begin + width(centre) <= room:
            left += [(" " * (begin - used), ""), (centre, "")]
            used = begin + counted_cells(centre)
        pieces = [(" ", ""), *left]
        if right:
            pieces += [(" " * max(1, cells - 2 - used - right), self._right[0][1]), *self._right]
        return self.strip(pieces, cells)


def keys_in(entries: Iterable[tuple[str, str]], cells: int) -> list[Piece]:
    """As many keys, each with its word, as there is room for: the last always, of the others the first."""
    *others, last = entries
    while others and sum(width(keys) + width(word) + 3 for keys, word in (*others, last)) > cells + 2:
        others.pop()
    pieces: list[Piece] = []
    for keys, word in (*others, last):
        pieces += [("  " if pieces else "", "print"), (keys, "key"), (f" {word}", "print")]
    return pieces


class KeyLine(Line):
    """A line of keys."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self._entries: tuple[tuple[str, str], ...] = ()

    def show(self, entries: Iterable[tuple[str, str]]) -> None:
        """Other keys, each with its word; the last is never left out."""
        self._entries = tuple(entries)
        self.fit()

    def on_resize(self) -> None:
        """As many as there is room for now."""
        self.fit()

    def fit(self) -> None:
        """Say those that there is room for."""
        if self._entries:
            self.say(keys_in(self._entries, self.size.width - 2))


class Across(Drawn):
    """A rule across the screen, with joints where the rules between the panes meet it; or, for a while, what the line
    beside it has no room for."""

    def __init__(self, glyphs: Glyphs, joint: str) -> None:
        super().__init__(glyphs)
        self._joint = joint
        self._joints: tuple[int, ...] = ()
        self._said = ""

    def join(self, *columns: int) -> None:
        """Where the joints are from now on."""
        if columns != self._joints:
            self._joints = columns
            self.refresh()

    def say(self, text: str) -> None:
        """Words in the rule's place; "" draws it again. Where no rule is drawn, its line is there for them alone."""
        if text != self._said:
            self._said = text
            self.display = bool(text) or not self.glyphs.words
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The rule."""
        cells = self.size.width
        if self._said:
            return self.strip([(" ", ""), (self._said, "print")], cells)
        if self.glyphs.words:
            return self.strip([], cells)
        text = "".join(self._joint if x in self._joints else self.glyphs.across for x in range(cells))
        return self.strip([(text, "print")], cells)


class Down(Drawn):
    """A rule between two panes."""

    def render_line(self, y: int) -> Strip:
        """The rule."""
        return self.strip([(self.glyphs.down, "print")], self.size.width)


def ignored(_: str) -> None:
    """What is typed is ignored."""


def nothing() -> None:
    """Nothing is done."""


class Field(Input):
    """A line to type in. What is pasted is made one safe line first.

    Textual types and submits by messages that come back after the keys that came with them: over a slow line ctrl+u
    would take away what was typed after it, and what follows enter would be typed into a line that is answered already.
    So the line is given its keys one by one, and each is done when `take` returns."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+c", "leave", show=False)]

    def __init__(
        self,
        placeholder: str,
        value: str = "",
        *,
        id: str | None = None,
        typed: Typed = ignored,
        entered: Entered = ignored,
        left: Callable[[], object] = nothing,
    ) -> None:
        self.typed: Typed = ignored
        self.entered, self.left = entered, left
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.typed = typed
        self.cursor_blink = False

    async def take(self, event: Key | Paste) -> bool:
        """Type, or do what a key is bound for; False where it is for nobody here."""
        if isinstance(event, Paste):
            self._on_paste(event)
        elif action := _bound(type(self)).get(event.key):
            await self.run_action(action)
        elif event.is_printable:
            await super()._on_key(event)
        else:
            return False
        return True

    async def _on_key(self, event: Key) -> None:
        """A key that Textual brings by itself. (Its own method of this name it calls after this one.)"""
        if await self.take(event):
            event.stop()
            event.prevent_default()

    def _watch_value(self, value: str) -> None:
        super()._watch_value(value)
        self.typed(value)

    async def action_submit(self) -> None:
        """What stands in the line is the answer; whatever comes of it that is to be waited for, is."""
        coming = self.entered(self.value)
        if coming is not None:
            await coming

    def insert_text_at_cursor(self, text: str) -> None:
        """Typed or pasted text, without anything a terminal would obey."""
        super().insert_text_at_cursor(line(text) if len(text) > 1 else clean(text))

    def action_leave(self) -> None:
        """Leave the line without an answer."""
        self.left()


@cache
def _bound(of: type[Field]) -> dict[str, str]:
    """Keys and what they do in a line to type in: its own before those of the class it is made from."""
    lines = (each for each in reversed(of.__mro__) if issubclass(each, Input))  # what else it is bound to scrolls
    bound = (binding for each in lines for binding in vars(each).get("BINDINGS", ()))
    return {key: one.action for one in bound if isinstance(one, Binding) for key in one.key.split(",")}
