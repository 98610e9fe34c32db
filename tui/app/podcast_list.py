"""The page of audio and video: what is queued, here, or was played."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.app.chrome import Field, Glyphs
from tui.app.compositor import facts_of
from tui.app.dialogs import ListDialog, Option
from tui.app.keys import Keys
from tui.app.layout import width
from tui.app.rows import Rows
from tui.episodes import Episode, clock_of, heard

TITLE = "Audio and video"


class PodcastList(ListDialog[None]):
    """Episodes, each with what it is and how it stands. What is done with one is done behind the page, which stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "act('play')", show=False),
        Binding("D", "act('fetch')", show=False),
        Binding("m", "act('mark')", show=False),
        Binding("X,delete", "act('remove')", show=False),
        Binding("o", "act('outside')", show=False),
        Binding("t", "ask_time", show=False),
        Binding("u", "act('undo')", show=False),
    ]

    def __init__(self, glyphs: Glyphs, keys: Keys, act: Callable[[str, Episode | None, str], None]) -> None:
        """`act` is called with what to do, the episode, and the time in it where that was asked for."""
        super().__init__(glyphs)
        self.found: Sequence[Episode] = ()
        self._act = act
        self.field = Field(
            "A time in it, 12:30 or 1:02:30: there it goes on", entered=self._time_said, left=self._end_asking
        )
        self.field.display = False
        self.options.empty = f"Nothing is queued: {keys.first('queue_episodes')} queues the audio and video of a story."

    def matter(self) -> ComposeResult:
        """The list, and below it the time that is asked for."""
        yield from super().matter()
        yield self.field

    def on_mount(self) -> None:
        """Say what it is, and the keys."""
        self.tell()
        self.say_keys(
            ("enter", "plays"),
            ("D", "fetches"),
            ("m", "played"),
            ("t", "time"),
            ("X", "removes"),
            ("u", "undo"),
            ("q", "closes"),
        )

    def tell(self, said: str = "") -> None:
        """A sentence beside the title, or in its place where there is not room for both; where there is nothing to say,
        why the episode that is highlighted could not be fetched."""
        said = said or (self.found[self.options.cursor].failure if self.found else "")
        title = "" if width(TITLE) + width(said) + 4 > self.app.size.width else TITLE
        gap = "  " if title and said else ""
        self.head.say([(title, "strong"), (f"{gap}{said}", "print")])

    def action_move(self, rows: int) -> None:
        """Another episode."""
        super().action_move(rows)
        self.tell()

    def action_page(self, pages: int) -> None:
        """A page of episodes."""
        super().action_page(pages)
        self.tell()

    def action_go(self, index: int) -> None:
        """The first or the last episode."""
        super().action_go(index)
        self.tell()

    def show(self, found: Sequence[Episode]) -> None:
        """Other episodes, the highlight where it was."""
        cursor = self.options.cursor
        self.found = found
        self.options.show([Option(each.title or each.url, told(each, self.glyphs)) for each in found])
        self.options.go(min(cursor, len(found) - 1))

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        if event.again:
            self.action_act("play")

    def action_act(self, what: str, time: str = "") -> None:
        """Do something with the episode that is highlighted."""
        self._act(what, self.found[self.options.cursor] if self.found else None, time)

    def action_ask_time(self) -> None:
        """Ask where to go on in it."""
        if self.found:
            self.field.value = clock_of(self.found[self.options.cursor].position)
            self.field.display = True
            self.set_focus(self.field)

    def _time_said(self, time: str) -> None:
        self._end_asking()
        self.action_act("leave", time)

    def _end_asking(self) -> None:
        self.set_focus(None)
        self.field.display = False


def told(episode: Episode, glyphs: Glyphs) -> str:
    """What an episode is and how it stands: "54 min · 32 MB · here, left at 12:30"."""
    state = ", ".join(filter(None, (episode.state, heard(episode))))
    why = f": {episode.failure}" if episode.failure else ""
    return f" {glyphs.dot} ".join([*facts_of(episode)[1:], state + why])
