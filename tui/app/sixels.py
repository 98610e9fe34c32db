"""Pictures in sixels, on the whole screen alone: they lie over the cells, know nothing of them, and are erased when
their page closes.

A terminal says that it draws them among its attributes (DA1, DEC STD 070; "4"), and how many pixels its cells have
(XTWINOPS 16, xterm's control sequences). xterm itself does not unless it is told to (allowWindowOps): then the pixels
of the window tell it, as the system knows them. It draws none larger than it says (XTSMGRAPHICS), and cuts the rest
off."""

import fcntl
import re
import struct
import termios
from collections.abc import Callable, Mapping

from tui.app.pixels import AskedTerminal
from tui.jobs import Sixels
from tui.values import Value

ASK = "\x1b[?2;1;0S\x1b[16t\x1b[c"
"""The last is answered by every terminal, so that nobody waits for the others."""
_DRAWN = "4"
_LARGEST = 100
"""Pixels of a cell, across or down: larger ones are no answer."""


class Overlay(Value):
    """A picture to be laid over so many cells."""

    columns: int
    rows: int
    body: str

    def at(self, x: int, y: int) -> str:
        """What lays it there, the cursor and the pen as they were."""
        return f"\x1b7\x1b[{y + 1};{x + 1}H\x1bP0;1q{self.body}\x1b\\\x1b8"


def cell_of_window(descriptor: int) -> tuple[int, int]:
    """The pixels of a cell, across and down, of the terminal at a file descriptor; zeros where nobody knows."""
    try:
        size = fcntl.ioctl(descriptor, termios.TIOCGWINSZ, bytes(8))
    except OSError:
        return 0, 0
    rows, columns, across, down = struct.unpack("4H", size)
    return (across // columns, down // rows) if rows and columns else (0, 0)


class SixelTerminal(AskedTerminal):
    """Whether the terminal draws sixels, and the pixels of its cells and of the largest picture."""

    _cell = _largest = (0, 0)

    def __init__(
        self, send: Callable[[str], None], env: Mapping[str, str], wanted: str, known: Callable[[], tuple[int, int]]
    ) -> None:
        """`known` is what the system knows of the cells."""
        super().__init__(send, env, wanted)
        self._known = known

    async def ask(self) -> tuple[int, int] | None:
        """The pixels of a cell, across and down, as they are now; None where no sixels are drawn."""
        if not self._possible:
            return None
        self._cell = self._largest = (0, 0)
        self._possible = await self._put(ASK) and self.drawn
        if self._possible and self._cell == (0, 0):
            self._cell = self._known()
        self._possible = self._possible and all(0 < side <= _LARGEST for side in self._cell)
        return self._cell if self._possible else None

    def room(self, cells: tuple[int, int]) -> tuple[int, int]:
        """As many of some columns and rows as a picture may have here."""
        sides = zip(cells, self._largest, self._cell, strict=True)
        across, down = (min(many, largest // each) if largest >= each else many for many, largest, each in sides)
        return across, down

    def hear(self, answer: str) -> None:
        """The terminal answered something."""
        question = self._open_question
        if question is None:
            return
        if largest := re.fullmatch(r"\?2;0;(\d+);(\d+)S", answer):
            self._largest = int(largest[1]), int(largest[2])
        elif cell := re.fullmatch(r"6;(\d+);(\d+)t", answer):
            self._cell = int(cell[2]), int(cell[1])
        elif attributes := re.fullmatch(r"\?[\d;]*c", answer):
            self.drawn = _DRAWN in attributes[0][1:-1].split(";")[1:]
            question.set()


def overlay(drawn: Sixels, cell: tuple[int, int]) -> Overlay:
    """A picture in sixels over cells of so many pixels."""
    return Overlay(-(-drawn.width // cell[0]), -(-drawn.height // cell[1]), drawn.body.decode("ascii"))
