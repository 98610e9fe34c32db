"""An output layer for Textual apps that sends a terminal only what changed. It knows nothing of any particular app.

Textual writes every segment of every region that it repaints. An app that is a `ThinApp` instead of a `textual.app.App`
has a layer between that and its driver: a `Screenful` of `cells.py` holds what Textual wants and what the terminal has,
and only the difference is sent.

Frames are acknowledged: each ends in a request for the cursor's position, and while too much is unanswered only the
wanted cells change. So a slow line gets fewer frames instead of a queue of them."""

import codecs
import os
import re
from base64 import b64encode
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from time import monotonic
from typing import Any, Protocol, cast

from rich.color import Color, ColorSystem
from rich.console import RenderableType
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.app import App, ReturnType
from textual.driver import Driver
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition
from textual.geometry import Offset, Region
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer

from tui.app.answers import AnsweringParser
from tui.app.cells import Screenful, sgr_parts
from tui.app.phrases import IN_PIXELS, PLAIN, Pen, Row, Run
from tui.palette import nearest

FRAMES = 4
"""Frames that may be on their way without an answer."""
BYTES = 1500
"""Bytes that may be on their way: about a quarter of a second at 8 KB/s."""
SMALL = 512
"""Bytes of a frame that a terminal takes in at once, so that it need not be bracketed (synchronized output, mode
2026)."""
PATIENCE = 5.0
"""Seconds after which a terminal that does not answer is no longer waited for."""
FAREWELL = 0.5
"""Seconds for which leaving waits for the last answer, so that it does not arrive in the shell."""

_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
_ASK = "\x1b[6n"
_STRING = 240
"""Characters of a device control string that GNU screen passes on whole (its buffer has 256 in old versions)."""
_LINK = re.compile(r"(?:https?|mailto|gemini):[!-~]+")

INSIDE: dict[str, tuple[str, ...]] = {
    "App": (
        "_display",
        "_batch_count",
        "_running",
        "_closed",
        "_driver",
        "_sync_available",
        "post_display_hook",
        "_check_bindings",
    ),
    "Console": ("_color_system",),
    "linux_driver": ("XTermParser", "getincrementaldecoder"),
    "Strip": ("render_ansi",),
    "StylesCache": ("get_inner_outer",),
}
"""All that is used of the inside of Textual and Rich, which is why both are pinned. Where one is missing the program
does without the layer."""


class SentAgain(Message):
    """The whole screen was sent again, since the terminal may show something else: what it holds beside cells may be
    lost."""

    bubble = False


class FirstFrame(Protocol):
    """What was painted on the terminal before the app was there."""

    columns: int
    rows: int
    runs: list[Run]
    """All that it shows, on blank cells."""
    modes: list[Any]
    """The terminal's modes as they were before that (termios)."""
    taken: bool
    """The app has taken the terminal over, and restores it itself."""


def strips_of(update: Any) -> Iterator[tuple[int, int, Strip]] | None:
    """What a compositor's update draws, as (row, column, strip); None for an update of another shape."""
    if hasattr(update, "strips") and hasattr(update, "region"):
        return _layout(update.strips, update.region)
    if hasattr(update, "chops") and hasattr(update, "spans") and hasattr(update, "chop_ends"):
        return _chops(update.chops, update.spans, update.chop_ends)
    return None


def _layout(strips: Any, region: Any) -> Iterator[tuple[int, int, Strip]]:
    for y, line in enumerate(strips, region.y):
        x = region.x
        for strip in line:
            yield y, x, strip
            x += strip.cell_length


def _chops(chops: Any, spans: Any, chop_ends: Any) -> Iterator[tuple[int, int, Strip]]:
    for y, left, right in spans:
        for end, (x, strip) in zip(chop_ends[y], chops[y].items(), strict=False):
            if strip is not None and x < right and end > left:
                yield y, x, strip if end <= right else strip.crop(0, right - x)


@lru_cache(maxsize=2048)
def pen_of(style: Style | None, colours: ColorSystem) -> Pen:
    """A style as Textual itself would write it; an address only of a scheme and of characters that can do no harm."""
    if style is None:
        return PLAIN
    link = style.link or ""
    if colours is ColorSystem.EIGHT_BIT:
        style = _nearest(style)
    attributes, foreground, background = sgr_parts(Strip.render_ansi(style, colours))
    sgr = ";".join([*map(str, attributes), *filter(None, (foreground, background))])
    return Pen(sgr, link if _LINK.fullmatch(link) else "", IN_PIXELS in style.meta)


def _nearest(style: Style) -> Style:
    """A style with the colours of a palette that are nearest to its own: Rich goes by steps of red, green and blue."""
    drawn = (style.color, style.bgcolor)
    text, ground = (
        Color.from_ansi(nearest(tuple(colour.triplet))) if colour is not None and colour.triplet else None
        for colour in drawn
    )
    return style + Style(color=text, bgcolor=ground)


class ThinApp(App[ReturnType]):
    """An app whose screen is sent as differences, no faster than the terminal takes them.

    Textual's own writer does the work instead where Textual is not built as expected, in inline mode, and with `thin`
    off."""

    thin: bool = True
    """Off: Textual's own writer."""

    _EXPECTED = INSIDE["App"]

    focus_reports: bool = True
    """Off: the terminal does not say when it gets and loses the focus."""

    def __init__(self, *args: Any, opening: FirstFrame | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.opening = opening
        """What the terminal shows before the first frame, if that is known."""
        self._screenful: Screenful | None = None
        self._flying: deque[tuple[int, float]] = deque()
        """Frames without an answer: (bytes, when they were sent)."""
        self._asked = False
        self._answers = False
        """The terminal has been seen to answer, so it is asked with each frame and waited for."""
        self._patience: Timer | None = None
        self._over, self._under = "", Region()
        """What is to be laid over cells when they have been sent, and over which."""
        self._covered = False
        """Something lies over the cells."""
        self._leaving: tuple[ReturnType | None, int, RenderableType | None] | None = None
        self._expected = (
            all(hasattr(self, name) for name in self._EXPECTED)
            and all(hasattr(self.console, name) for name in INSIDE["Console"])
            and all(hasattr(Strip, name) for name in INSIDE["Strip"])
            and all(hasattr(linux_driver, name) for name in INSIDE["linux_driver"])
        )

    def redraw(self) -> None:
        """Send the whole screen again, whatever the terminal shows."""
        if self._screenful is not None:
            self._screenful.forget()
            self._flying.clear()
            self._send()
        for screen in self.screen_stack:
            screen.post_message(SentAgain())

    @property
    def lays_over(self) -> bool:
        """Something can be laid over the cells: the layer is in use, which sends them first and erases it at last."""
        return self._screenful is not None

    def lay_over(self, sequence: str, region: Region) -> None:
        """Send what is drawn over cells and is no part of them, as soon as these are blank: it lies there until
        `uncover`."""
        self._over, self._under = sequence, region
        self._send()

    def uncover(self) -> None:
        """Erase what lies over the cells."""
        self._over = ""
        if self._covered and self._screenful is not None and self._driver is not None:
            self._covered = False
            self._driver.write("\x1b[m\x1b[2J")
            self._screenful.forget()
            if (self._screenful.columns, self._screenful.rows) == self.size:  # else a frame of the new size follows
                self._send()

    def action_redraw(self) -> None:
        """The same, for a key."""
        self.redraw()

    def on_mount(self) -> None:
        """Coming back from the shell, the terminal shows something else."""
        self.app_resume_signal.subscribe(self, lambda _: self.redraw(), immediate=True)

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, on a terminal that may have been painted on already."""
        driver = super().get_driver_class()
        return ThinDriver if driver is LinuxDriver else driver

    async def act_on(self, key: str) -> bool:
        """Act on a key before the next one is looked at; False where nothing is bound to it."""
        if not self._expected:
            return False
        return await self._check_bindings(key, priority=True) or await self._check_bindings(key)

    def copy_to_clipboard(self, text: str) -> None:
        """Send a text to the terminal's clipboard (OSC 52). Whether it arrives there is not known: terminals do not
        answer."""
        self._clipboard = text
        if self._driver is not None:
            for in_screen in {_in_screen(), _is_nested() or _in_screen()}:
                for sequence in clipboard_sequences(text, in_screen=in_screen):
                    self._driver.write(sequence)

    @property
    def cursor_cell(self) -> Offset:
        """Where the terminal's own cursor belongs."""
        return self.cursor_position

    def ask(self, question: str) -> None:
        """Ask the terminal something; what it says comes as `answers.Answered`."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(question)
            self._driver.flush()

    def picture(self) -> tuple[int, int, list[Row]] | None:
        """Columns, rows and cells as they are wanted now; None before the first frame."""
        shown = self._screenful
        return None if shown is None else (shown.columns, shown.rows, [row.copy() for row in shown.wanted])

    def on_cursor_position(self, event: CursorPosition) -> None:
        """The terminal has drawn the oldest frame that is on its way."""
        self._answers = True
        if self._flying:
            self._flying.popleft()
        self._be_patient(on=False)
        if self._leaving is None:
            self._send()
        elif not self._flying:
            self._leave()

    def exit(
        self, result: ReturnType | None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave, once the terminal has answered: what it says later would be typed into the shell."""
        if not (self._answers and self._flying and self._running) or self._leaving is not None:
            super().exit(result, return_code, message)
            return
        self._leaving = result, return_code, message
        self.set_timer(FAREWELL, self._leave)

    def _leave(self) -> None:
        if self._leaving is not None:
            result, return_code, message = self._leaving
            super().exit(result, return_code, message)
            self._leaving = None

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        driver = self._driver
        strips = strips_of(renderable) if self.thin and self._expected else None
        idle = renderable is None or self._batch_count or not self._running or self._closed or self.is_headless
        if strips is None or idle or driver is None or driver.is_inline:
            if not idle:
                self._screenful = None
            super()._display(screen, renderable)
            return
        try:
            self._want(strips)
            self._send()
        finally:
            self.post_display_hook()

    def _want(self, strips: Iterable[tuple[int, int, Strip]]) -> None:
        columns, rows = self.size
        if self._screenful is None or (self._screenful.columns, self._screenful.rows) != (columns, rows):
            self._screenful = Screenful(columns, rows, colours_erase=_colours_erase())
            if self.opening is not None and (self.opening.columns, self.opening.rows) == (columns, rows):
                self._screenful.take(self.opening.runs)
            self.opening = None
            self._flying.clear()
        put = self._screenful.put
        colours = self.console._color_system or ColorSystem.TRUECOLOR
        for y, x, strip in strips:
            for text, style, control in strip:
                if not control:
                    x = put(y, x, text, pen_of(style, colours))

    def _send(self) -> None:
        """Send a frame, unless too much is on its way already."""
        ended = self._leaving is not None or self._closed or not self._running
        if self._screenful is None or self._driver is None or ended:
            return
        if self._is_behind():
            self._be_patient(on=True)
            return
        x, y = self.screen.outer_size.clamp_offset(self.cursor_cell)
        frame = self._screenful.frame((x, y))
        if self._over and self._screenful.is_blank(self._under.line_range, self._under.column_range):
            frame += self._over
            self._covered, self._over = True, ""
        if not frame:
            return
        if self._sync_available and len(frame) > SMALL:
            frame = _BEGIN + frame + _END
        if self._answers or not self._asked:
            frame += _ASK
            self._asked = True
            self._flying.append((len(frame.encode("utf-8", "replace")), monotonic()))
        self._driver.write(frame)
        self._driver.flush()

    def _is_behind(self) -> bool:
        """Too much is on its way without an answer. A terminal that has not answered for long is no longer waited
        for."""
        if not (self._answers and self._flying):
            return False
        if monotonic() - self._flying[0][1] > PATIENCE:
            self._answers = False
            self._flying.clear()
            return False
        return len(self._flying) >= FRAMES or sum(size for size, _ in self._flying) >= BYTES

    def _be_patient(self, *, on: bool) -> None:
        """Wait for an answer no longer than a person would, or stop waiting."""
        if on and self._patience is None:
            self._patience = self.set_timer(PATIENCE, self._lose_patience)
        elif not on and self._patience is not None:
            self._patience.stop()
            self._patience = None

    def _lose_patience(self) -> None:
        self._patience = None
        self._answers = False
        self._flying.clear()
        self._send()


class ThinDriver(LinuxDriver):
    """Textual's driver for an app that may find its terminal painted on, and may not want to hear of the focus."""

    _opening: FirstFrame | None = None

    @property
    def _thin(self) -> ThinApp[Any]:
        return cast("ThinApp[Any]", self._app)

    def start_application_mode(self) -> None:
        """Take the terminal over: where it has been already, it stays as it is, and becomes at the end what it was
        before."""
        opening = self._thin.opening
        self._opening = None if opening is None or opening.taken else opening
        super().start_application_mode()  # type: ignore[no-untyped-call]  # so it is in Textual
        if self._opening is not None:
            self.attrs_before = self._opening.modes
            self._opening.taken = True
            self._opening = None

    def run_input_thread(self) -> None:
        """Read what is typed, and what the terminal answers."""
        for name, ours in (("XTermParser", AnsweringParser), ("getincrementaldecoder", _forgiving)):
            if hasattr(linux_driver, name):
                setattr(linux_driver, name, ours)
        super().run_input_thread()

    def write(self, data: str) -> None:
        """Send something."""
        alternate = data == "\x1b[?1049h" and self._opening is not None
        if not alternate and (data != "\x1b[?1004h" or self._thin.focus_reports):
            super().write(data)


def _forgiving(encoding: str) -> partial[codecs.IncrementalDecoder]:
    """A decoder that takes bytes that are no text for U+FFFD: a terminal in Latin-1 sends them for every accent, and
    Textual's own ends the program over one."""
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")


def clipboard_sequences(text: str, *, in_screen: bool = False) -> Iterator[str]:
    """What puts a text into the terminal's clipboard. GNU screen swallows it unless it comes in device control strings,
    of 256 bytes at most."""
    coded = b64encode(text.encode("utf-8", "ignore")).decode("ascii")
    sequence = f"\x1b]52;c;{coded}\a"
    if not in_screen:
        yield sequence
        return
    for at in range(0, len(sequence), _STRING):
        yield f"\x1bP{sequence[at : at + _STRING]}\x1b\\"


def forget_borders() -> None:
    """Let go of what Textual remembers for borders: it would hold on to screens that are gone."""
    for name in INSIDE["StylesCache"]:
        getattr(StylesCache, name).cache_clear()


def _colours_erase() -> bool:
    """Whether erased cells take the pen's background here. GNU screen leaves them black."""
    return not (_in_screen() or _is_nested())


def _in_screen() -> bool:
    """Whether GNU screen lies between, here (STY) or before an SSH. tmux names itself alike."""
    return "TMUX" not in os.environ and ("STY" in os.environ or os.environ.get("TERM", "").startswith("screen"))


def _is_nested() -> bool:
    """GNU screen and tmux lie between, one in the other: which is the inner one cannot be known. Each ignores what is
    meant for the other."""
    return {"STY", "TMUX"} <= os.environ.keys()
