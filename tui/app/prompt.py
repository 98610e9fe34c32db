"""The line to type in that stands in place of the line of keys: for a search, a name, a note."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.app.chrome import Field


class Prompt(Field):
    """One line for all that is asked on the main screen: Textual holds on to every one that was mounted once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "turn", show=False),
        Binding("up", "past(1)", show=False),
        Binding("down", "past(-1)", show=False),
    ]

    def __init__(self, label: Callable[[str], None]) -> None:
        """`label` shows what is asked for, where a value stands in its place."""
        super().__init__("", id="entry")
        self._label = label
        self.typed: Callable[[str], None] = _ignored
        self.entered: Callable[[str], None] = _ignored
        self.left: Callable[[], None] = _nothing
        self.turned: Callable[[Prompt], None] = _ignored_entry
        """What tab does."""
        self.past: Callable[[Prompt, int], None] = _ignored_step
        """What up (1) and down (-1) do."""

    def ask(
        self,
        placeholder: str,
        value: str = "",
        *,
        entered: Callable[[str], None],
        typed: Callable[[str], None] | None = None,
        left: Callable[[], None] | None = None,
    ) -> None:
        """Ask for something: `entered` is given what was typed in the end, `typed` each step of it, `left` says that
        nothing was."""
        self.entered, self.typed, self.left = entered, typed or _ignored, left or _nothing
        self.turned, self.past = _ignored_entry, _ignored_step
        self.placeholder = placeholder
        self.fill(value)

    def fill(self, value: str) -> None:
        """What stands in it from now on, the cursor behind it; what is asked for shows elsewhere, for it hides the
        placeholder."""
        if value:
            self._label(self.placeholder)
        self.value = value
        self.cursor_position = len(value)

    def action_turn(self) -> None:
        """Whatever can be chosen besides what is typed."""
        self.turned(self)

    def action_past(self, step: int) -> None:
        """What was typed before."""
        self.past(self, step)


def _ignored(_: str) -> None: ...


def _nothing() -> None: ...


def _ignored_entry(_: Prompt) -> None: ...


def _ignored_step(_: Prompt, __: int) -> None: ...
