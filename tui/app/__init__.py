"""The screen: the only folder that imports Textual. `run` shows a library until its reader leaves."""

# ruff: noqa: E402 - what Textual reads from the environment has to be there before it is imported

import os

# Textual reads these as it is imported: nothing moves by itself, a lone Escape is told apart quickly, the first frame
# has the terminal's own colours, and no key protocol is asked for that input methods stumble over.
for _name, _value in (
    ("TEXTUAL_ANIMATIONS", "none"),
    ("TEXTUAL_FPS", "240"),
    ("TEXTUAL_DISABLE_KITTY_KEY", "1"),
    ("ESCDELAY", "25"),
):
    os.environ.setdefault(_name, _value)
os.environ["TEXTUAL_THEME"] = "ansi-dark"  # light or dark as the terminal is; the configuration chooses another, later

import asyncio
import contextlib
import gc
import io
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from rich.console import RenderableType
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset

from tui import log
from tui.app import linear, themes
from tui.app.answers import ASK_BACKGROUND, Answered, is_light
from tui.app.cells import runs_of
from tui.app.chrome import Field, Paper
from tui.app.keyboards import latin
from tui.app.keyqueue import PATIENCE, KeyQueue
from tui.app.keys import Match, Sequence, key_name, textual_name
from tui.app.phrases import Row, Run
from tui.app.pixels import Pixels
from tui.app.reader import ReaderScreen
from tui.app.sixels import SixelTerminal, cell_of_window
from tui.app.terminal import FirstFrame, ThinApp
from tui.config import Config, asset

if TYPE_CHECKING:
    from tui.library.library import Library

T = TypeVar("T")

LAST_SECONDS = 1.5
"""How long leaving may take after a signal before the process is ended (a terminal that takes no more bytes holds it
up)."""
GIVES_WAY = 15
"""How much nicer than the screen its fetching process is: a key goes before whatever is being parsed."""
VANISHED_SECONDS = 2.0
"""How often it is checked whether the terminal is still there."""


def now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


class NewsApp(ThinApp[None], inherit_bindings=False):
    """The program on the screen: theme, stylesheet, signals. What can be done is up to the reader's screen."""

    thin = os.environ.get("BROADSHEET_THIN") != "0"
    focus_reports = False

    TITLE = "Broadsheet"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = asset("style.tcss")
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        library: "Library",
        settings: Config,
        *,
        clock: Callable[[], datetime] = now,
        opening: FirstFrame | None = None,
    ) -> None:
        themes.find(settings.theme)
        if not os.environ.get("NO_COLOR", "set"):
            del os.environ[
                "NO_COLOR"
            ]  # set and empty counts as not set (no-color.org); Textual asks only whether it is there
        super().__init__(opening=opening)
        self._is_light: bool | None = None
        """The terminal's background, as far as it is known."""
        self._asked_background = False
        self.worn = ""
        """The theme, by the name that was chosen."""
        if settings.theme:
            self.wear(settings.theme)
        self.animation_level = "none"
        self.pixels = Pixels(self.ask, os.environ, settings.pixels)
        self.sixels = SixelTerminal(self.ask, os.environ, settings.pixels, lambda: cell_of_window(0))
        self.typed = KeyQueue(self._act_on_typed, self._say_late, self._key_failed)
        self._begun: Sequence = ()
        """The keys of a sequence that were pressed in a dialog so far."""
        self.library = library
        self.settings = settings
        self.reader = ReaderScreen(library, settings, clock)
        self.left: tuple[int, int, list[Row]] | None = None
        """The screen as it was last seen in the shape in which the next session begins: columns, rows, cells."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the stylesheet asks for, where a theme does not say it."""
        return themes.DEFAULTS

    def wear(self, name: str) -> None:
        """Put on a theme; ConfigError where there is none of that name, or its file is wrong."""
        theme = themes.find(name, light=bool(self._is_light))
        self.register_theme(theme)
        self.theme, self.worn = theme.name, name

    def background(self, *, light: bool | None = None) -> None:
        """Ask the terminal for its background, once; `light` is what it was in the last session."""
        if self._is_light is None:
            self._is_light = light
        if not self._asked_background and os.environ.get("TERM", "") not in ("linux", "vt100", "vt220"):
            self._asked_background = True
            self.ask(ASK_BACKGROUND)

    def on_answered(self, event: Answered) -> None:
        """The terminal says what its background is, or whether it draws pictures."""
        self.pixels.hear(event.text)
        self.sixels.hear(event.text)
        light = is_light(event.text)
        if light is not None and light != self._is_light:
            self._is_light = light
            self.reader.appearance.keep_background(light=light)
            if self.worn in themes.FOLLOWING:
                self.wear(self.worn)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave; the terminal forgets what pictures it was sent."""
        self.pixels.clear()
        self.uncover()
        super().exit(result, return_code, message)

    @property
    def cursor_cell(self) -> Offset:
        """In the linear mode the cursor is on the current line; otherwise only where somebody types."""
        if self.settings.linear and self.focused is None and (line := linear.current_line(self.screen)) is not None:
            return line
        return super().cursor_cell

    def get_default_screen(self) -> ReaderScreen:
        """The reader's screen."""
        return self.reader

    def on_mount(self) -> None:
        """Watch for the end of the terminal."""
        if self.settings.linear:
            self.ask(linear.SHOW_CURSOR)
        if not self.is_headless:
            self.set_interval(VANISHED_SECONDS, self._watch_terminal)

    def on_ready(self) -> None:
        """The first frame is there: what was made while starting stays, and from now on garbage is collected again."""
        if not gc.isenabled():
            gc.freeze()
            gc.set_threshold(10_000, 20, 2)  # a whole collection takes as long as a key, and dialogs leave circles
            gc.enable()

    def post_display_hook(self) -> None:
        """Something was painted."""
        if self.screen is self.reader and self.reader.as_it_begins:
            self.left = self.picture()

    async def on_event(self, event: events.Event) -> None:
        """A key, and what is pasted, is acted upon before the next one is looked at.

        Textual sends a key down to the screen first and acts when it comes back up. Keys that arrive together, as they
        do on a slow line and when text is pasted, would all be on their way before the first of them has opened what
        the rest is meant for: the letters of a search would be taken for commands, and commands after it for
        letters."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif not (self.typed.late and isinstance(event, events.Key) and await self._is_not_waited_for(event)):
            await self.typed.put(event)

    async def _act_on_typed(self, event: events.Event) -> None:
        """A key or a paste whose turn it is; what is typed after the key that ends the program is for nobody."""
        if isinstance(event, events.Key):
            await self.reader.shown.wait()
        if self._exit:
            return
        if isinstance(self.focused, Field) and isinstance(event, events.Key | events.Paste):
            done = await self.focused.take(event) or (isinstance(event, events.Key) and await self.act_on(event.key))
        else:
            done = self.focused is None and isinstance(event, events.Key) and await self._take_key(event)
        if not done:
            await super().on_event(event)

    async def _is_not_waited_for(self, event: events.Key) -> bool:
        """While a key waits for the library: whether this one stops the waiting, or the program."""
        match self.reader.keys.match((key_name(event.key, event.character),), self.reader.pane):
            case "stop":
                await self.typed.give_up()
                self.reader.say("Not waited for any longer: what was begun is done when the library lets it.")
            case "quit" if self.focused is None:
                self.exit()
            case _:
                return False
        return True

    def _key_failed(self, error: Exception) -> None:
        """What a key did wrong ends the program; once that has ended, it is logged."""
        if self._exit:
            log.problem("a key failed as the program ended: %r", error)
        else:
            self._handle_exception(error)

    def _say_late(self, late: bool) -> None:
        """Say that a key waits; and take that away, where the key had nothing to say itself."""
        stop, leave = self.reader.keys.first("stop"), self.reader.keys.first("quit")
        said = f"Waiting for the library{self.reader.signs.ellipsis} {stop} stops waiting, {leave} quits."
        if late:
            self.reader.say(said)
        elif self.reader.note == said:
            self.reader.say("")

    async def _take_key(self, event: events.Key) -> bool:
        """A key where nobody types; False where Textual is to look what it is bound to."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.forget_note()
            return await self.screen.take_key(event)
        screen, key = self.screen, key_name(event.key, event.character)
        if isinstance(screen, Paper):
            screen.unheard("")
            if not await self._act_in_dialog(key, key_name(latin(event.character))):
                screen.unheard(key)
        return self._expected  # Textual would still find what the key was before a person took it away

    async def _act_in_dialog(self, *names: str) -> bool:
        """A key of a dialog as a person has it, by its sign or by its place, or the beginning of several; False where
        it is none."""
        keys, begun, self._begun = self.reader.keys, self._begun, ()
        for pressed in ((*before, name) for name in names if name for before in dict.fromkeys((begun, ()))):
            if keys.match(pressed) is Match.BEGINS:
                self._begun = pressed
                return True
            for known in keys.alike(pressed):
                if await self.act_on(textual_name(known)):
                    return True
        return False

    def on_app_focus(self, event: events.AppFocus) -> None:
        """The terminal has the focus again: nothing looks different."""
        event.prevent_default()

    def on_app_blur(self, event: events.AppBlur) -> None:
        """The terminal lost the focus: nothing looks different, so nothing is written."""
        event.prevent_default()

    def _watch_terminal(self) -> None:
        """A terminal can vanish without a signal (nohup, setsid, some containers): its input would be read forever."""
        import termios

        try:
            termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]  # it is a terminal: cli has looked
        except (termios.error, OSError):
            _end_soon()
            self.exit()


def run(
    file: Path,
    settings: Config,
    opening: FirstFrame | None = None,
    keep: Callable[[int, int, list[Run]], None] | None = None,
) -> int:
    """Show the library of a file until its reader leaves; the exit code.

    `opening` is what the terminal shows already, `keep` is given what it should show at the next start: columns, rows,
    runs."""
    if isinstance(sys.__stderr__, io.TextIOWrapper):
        # The screen is written there: "?" for a letter that it has not, in one cell.
        sys.__stderr__.reconfigure(errors="replace")
    return asyncio.run(_run(file, settings, opening, keep))


async def _run(
    file: Path, settings: Config, opening: FirstFrame | None, keep: Callable[[int, int, list[Run]], None] | None
) -> int:
    from tui.library.library import Library

    library = await Library.open(file, settings, nice=GIVES_WAY)
    try:
        app = NewsApp(library, settings, opening=opening)
        _heed_signals(app)
        await app.run_async(mouse=_mouse(settings))
        signal.signal(signal.SIGINT, lambda *_: _end_soon())  # what waits to be kept is in the journal
        unkept = await _patiently(app.reader.leave())
        if keep is not None and app.left is not None:
            columns, rows, cells = app.left
            keep(columns, rows, list(runs_of(cells)))
        if unkept:
            print(unkept, file=sys.stderr)
        return app.return_code or 0
    finally:
        await _patiently(library.close())


async def _patiently(ending: Coroutine[Any, Any, T]) -> T:
    """Something at the end of the program; where the library keeps it waiting, whoever waits for the shell is told."""
    task = asyncio.ensure_future(ending)
    finished, _ = await asyncio.wait({task}, timeout=PATIENCE)
    if not finished:
        print("Waiting for the library, which is busy; ctrl+c ends at once.", file=sys.stderr)
    return await task


def _mouse(settings: Config) -> bool:
    """Over SSH every motion of the mouse would be a packet."""
    return settings.mouse == "on" or (settings.mouse == "auto" and "SSH_CONNECTION" not in os.environ)


def _heed_signals(app: NewsApp) -> None:
    """Leave in good order when the terminal or the system says so."""
    loop = asyncio.get_running_loop()

    def leave(*_: object) -> None:
        _end_soon()
        with contextlib.suppress(RuntimeError):  # the loop has ended by itself
            loop.call_soon_threadsafe(app.exit)

    for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        # loop.add_signal_handler would wait for a loop that a stalled terminal may hold up
        signal.signal(name, leave)


def _end_soon() -> None:
    """End the process in a moment, whatever holds it up."""
    timer = threading.Timer(LAST_SECONDS, os._exit, (1,))
    timer.daemon = True
    timer.start()
