"""The line to type in that stands in place of the line of keys: for a search, a name, a note."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.app.chrome import Entered, Field, Typed, ignored, nothing
from tui.app.layout import width


class Prompt(Field):
    """One line for all that is asked on the main screen: Textual holds on to every widget that was ever mounted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "turn", show=False),
        Binding("up", "past(1)", show=False),
        Binding("down", "past(-1)", show=False),
    ]

    def __init__(self, label: Callable[[str], None], close: Callable[[], None]) -> None:
        """`label` shows what is asked for, where a value stands in its place; `close` puts the line away."""
        super().__init__("", id="entry")
        self._label = label
        self._close = close
        self.turned: Callable[[Prompt], None] = _ignored_entry
        """What tab does."""
        self.past: Callable[[Prompt, int], None] = _ignored_step
        """What up (1) and down (-1) do."""

    def ask(
        self,
        placeholder: str,
        value: str = "",
        *,
        entered: Entered,
        typed: Typed | None = None,
        left: Callable[[], object] | None = None,
        hidden: bool = False,
    ) -> None:
        """Ask for something: `entered` is given what was typed in the end, `typed` each step of it, `left` says that
        nothing was. A password is `hidden` while it is typed."""
        self.password = hidden
        self.entered, self.typed, self.left = entered, typed or ignored, left or nothing
        self.turned, self.past = _ignored_entry, _ignored_step
        self.placeholder = placeholder
        self.fill(value)

    def fill(self, value: str) -> None:
        """What stands in it from now on, the cursor behind it; what is asked for shows elsewhere where that hides it,
        or where the line has no room for it."""
        asked = str(self.placeholder)
        if value or width(asked) > self.app.size.width - 2:
            self._label(asked)
        self.value = value
        self.cursor_position = len(value)

    async def action_submit(self) -> None:
        """The line is answered: it is put away before anything is done with the answer."""
        self._close()
        await super().action_submit()

    def action_leave(self) -> None:
        """Leave the line without an answer."""
        self._close()
        super().action_leave()

    def action_turn(self) -> None:
        """Whatever can be chosen in addition to what is typed."""
        self.turned(self)

    def action_past(self, step: int) -> None:
        """What was typed before."""
        self.past(self, step)


def _ignored_entry(_: Prompt) -> None: ...


def _ignored_step(_: Prompt, __: int) -> None: ...
