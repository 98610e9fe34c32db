"""Pictures in pixels by kitty's graphics protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/): sent once, then
shown by cells of text that say which picture they belong to and which part of it. So they scroll with the text, and
whatever is drawn over them covers them.

Others than kitty and Ghostty answer its query too, and do not know such cells; where they draw sixels, see `sixels`."""

import asyncio
import zlib
from base64 import standard_b64encode
from collections.abc import Callable, Iterator, Mapping

from tui.app.parts import Line, Run
from tui.jobs import PIXELS_ACROSS, PIXELS_DOWN, Raster

TERMINALS = ("xterm-kitty", "xterm-ghostty")
"""What TERM says where such cells are known. In tmux and GNU screen it says otherwise, and what is sent would not
arrive."""
ASK = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24,U=1;AAAA\x1b\\"
"""Asks whether pictures are drawn; what is sent is one pixel, and is not kept. A kitty before 0.28 knows no such cells:
it knows no U either, and does not answer (0.26.5 of Debian 12 tried)."""
_YES = "Gi=31;OK"
PATIENCE = 0.5
"""Seconds for which the answer is waited for: these terminals are on the same machine."""
PLACEHOLDER = "\U0010eeee"
_RANGES = (
    "305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595 597-599 59c-5a1 5a8-5a9 5ab-5ac"
    " 5af 5c4 610-617 657-65b 65d-65e 6d6-6dc 6df-6e2 6e4 6e7-6e8 6eb-6ec 730 732-733 735-736 73a 73d 73f-741 743 745"
    " 747 749-74a 7eb-7f1 7f3 816-819 81b-823 825-827 829-82d"
)
MARKS = "".join(
    chr(mark)
    for first, _, last in (each.partition("-") for each in _RANGES.split())
    for mark in range(int(first, 16), int(last or first, 16) + 1)
)
"""The marks on a placeholder that number its row and its column: the first of those the protocol names, before those of
scripts whose letters are joined."""
MOST = len(MARKS)
"""The most columns, and rows, of a picture."""
KEPT = 40
"""Pictures that a terminal holds at a time, the oldest going first: as many as are shown of one story."""
_FIRST = 0x42_5300
"""The numbers of pictures begin here, so that they are hardly those of another program."""
_CHUNK = 4096
"""Characters of one sequence, as the protocol has it."""


class AskedTerminal:
    """A terminal that is asked what it can draw. `send` writes to it."""

    def __init__(self, send: Callable[[str], None], env: Mapping[str, str], wanted: str) -> None:
        """`wanted` is the setting: "auto" is off over SSH."""
        self._send = send
        self._possible = wanted == "on" or (wanted == "auto" and not {"SSH_CONNECTION", "SSH_TTY"} & env.keys())
        self._answered: asyncio.Event | None = None
        self.drawn = False
        """It says that it can."""

    async def _put(self, question: str) -> bool:
        """Ask, and whether an answer came."""
        self._answered = asyncio.Event()
        self._send(question)
        try:
            await asyncio.wait_for(self._answered.wait(), PATIENCE)
        except TimeoutError:
            self._possible = self.drawn = False
        return self._possible

    @property
    def _open_question(self) -> asyncio.Event | None:
        """Set by the answer that is waited for; None where none is."""
        return None if self._answered is None or self._answered.is_set() else self._answered


class Pixels(AskedTerminal):
    """Whether the terminal draws pictures in pixels, and those that it holds."""

    def __init__(self, send: Callable[[str], None], env: Mapping[str, str], wanted: str) -> None:
        super().__init__(send, env, wanted)
        self._possible = self._possible and env.get("TERM") in TERMINALS
        self._held: list[int] = []
        self._count = 0

    async def ask(self) -> None:
        """Ask the terminal, the first time."""
        if self._possible and self._answered is None:
            await self._put(ASK)

    def hear(self, answer: str) -> None:
        """The terminal answered something."""
        if answer.startswith("Gi=31;") and (question := self._open_question):
            self.drawn = self._possible and answer == _YES
            question.set()

    async def show(self, raster: Raster) -> tuple[Line, ...]:
        """Send a picture; the lines that show it."""
        number = _FIRST + self._count % 256
        self._count += 1
        if number in self._held or len(self._held) >= KEPT:
            self._forget(self._held[0])
        columns, rows = cells_of(raster)
        packed = await asyncio.to_thread(zlib.compress, raster.pixels, 3)
        self._send("".join(transmission(number, raster, packed)))
        self._held.append(number)
        return tuple((Run(row_of(y, columns), look_of(number)),) for y in range(rows))

    def clear(self) -> None:
        """Have the terminal forget all of them."""
        while self._held:
            self._forget(self._held[0])

    def _forget(self, number: int) -> None:
        self._held.remove(number)
        self._send(f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\")


def cells_of(raster: Raster) -> tuple[int, int]:
    """The columns and rows that a picture takes."""
    return min(MOST, -(-raster.width // PIXELS_ACROSS)), min(MOST, -(-raster.height // PIXELS_DOWN))


def transmission(number: int, raster: Raster, packed: bytes) -> Iterator[str]:
    """The sequences that send a picture, its pixels packed (zlib), and say how many cells it takes; none is
    answered."""
    coded = standard_b64encode(packed).decode("ascii")
    keys = f"a=t,t=d,f=24,o=z,s={raster.width},v={raster.height},i={number},"
    for at in range(0, len(coded), _CHUNK):
        more = int(at + _CHUNK < len(coded))
        yield f"\x1b_G{keys}q=2,m={more};{coded[at : at + _CHUNK]}\x1b\\"
        keys = ""
    columns, rows = cells_of(raster)
    yield f"\x1b_Ga=p,U=1,i={number},c={columns},r={rows},q=2\x1b\\"


def row_of(y: int, columns: int) -> str:
    """The cells of a picture's row."""
    return "".join(PLACEHOLDER + MARKS[y] + mark for mark in MARKS[:columns])


def look_of(number: int) -> str:
    """The look of a picture's cells: their colour is its number."""
    return f"#{number:06x}"
