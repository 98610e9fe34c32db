"""Pictures in sixels, on the whole screen alone: they lie over the cells, know nothing of them, and are erased when
their page closes.

A terminal says that it draws them among its attributes (DA1, DEC STD 070; "4"), and how many pixels its cells have
(XTWINOPS 16, xterm's control sequences)."""

import re

from tui.app.pixels import AskedTerminal
from tui.jobs import Sixels
from tui.values import Value

ASK = "\x1b[16t\x1b[c"
"""The second is answered by every terminal, so that nobody waits for the first."""
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


class SixelTerminal(AskedTerminal):
    """Whether the terminal draws sixels, and the pixels of its cells."""

    _cell = (0, 0)

    async def ask(self) -> tuple[int, int] | None:
        """The pixels of a cell, across and down, as they are now; None where no sixels are drawn."""
        if not self._possible:
            return None
        self._cell = (0, 0)
        self._possible = await self._put(ASK) and self.drawn and all(0 < side <= _LARGEST for side in self._cell)
        return self._cell if self._possible else None

    def hear(self, answer: str) -> None:
        """The terminal answered something."""
        question = self._open_question
        if question is None:
            return
        if cell := re.fullmatch(r"6;(\d+);(\d+)t", answer):
            self._cell = int(cell[2]), int(cell[1])
        elif attributes := re.fullmatch(r"\?[\d;]*c", answer):
            self.drawn = _DRAWN in attributes[0][1:-1].split(";")[1:]
            question.set()


def overlay(drawn: Sixels, cell: tuple[int, int]) -> Overlay:
    """A picture in sixels over cells of so many pixels."""
    return Overlay(-(-drawn.width // cell[0]), -(-drawn.height // cell[1]), drawn.body.decode("ascii"))
