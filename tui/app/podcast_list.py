"""The page of audio and video: what is queued, here, or was played."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.app.chrome import Glyphs
from tui.app.compositor import facts_of
from tui.app.dialogs import ListDialog, Option
from tui.app.keys import Keys
from tui.app.rows import Rows
from tui.episodes import Episode


class PodcastList(ListDialog[None]):
    """Episodes, each with what it is and how it stands. What is done with one is done behind the page, which stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "act('play')", show=False),
        Binding("D", "act('fetch')", show=False),
        Binding("m", "act('mark')", show=False),
        Binding("X,delete", "act('remove')", show=False),
        Binding("o", "act('outside')", show=False),
        Binding("u", "act('undo')", show=False),
    ]

    def __init__(self, glyphs: Glyphs, keys: Keys, act: Callable[[str, Episode | None], None]) -> None:
        """`act` is told what to do, and with which episode."""
        super().__init__(glyphs)
        self.found: Sequence[Episode] = ()
        self._act = act
        self.options.empty = f"Nothing is queued: {keys.first('queue_episodes')} queues the audio and video of a story."

    def on_mount(self) -> None:
        """Say what it is, and the keys."""
        self.tell()
        self.say_keys(
            ("enter", "plays"),
            ("D", "fetches"),
            ("m", "played or not"),
            ("X", "removes"),
            ("u", "undo"),
            ("q", "closes"),
        )

    def tell(self, said: str = "") -> None:
        """A sentence beside the title."""
        self.head.say([("Audio and video", "strong"), (f"  {said}" if said else "", "print")])

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

    def action_act(self, what: str) -> None:
        """Do something with the episode that is highlighted."""
        self._act(what, self.found[self.options.cursor] if self.found else None)


def told(episode: Episode, glyphs: Glyphs) -> str:
    """What an episode is and how it stands: "54 min · 32 MB · here, played"."""
    state = f"{episode.state}, played" if episode.played else episode.state
    why = f": {episode.error}" if episode.error and not episode.file else ""
    return f" {glyphs.dot} ".join([*facts_of(episode)[1:], state + why])
