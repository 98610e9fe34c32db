"""Letters on the links of the screen, by which one of them is chosen."""

from collections.abc import Iterable
from itertools import islice, product

from tui.app.layout import counted_cells
from tui.app.parts import Line

LETTERS = "asdfghjklewruiocvnmxp"
"""The row under the fingers first; none that is easily mistaken for another."""


def labels(count: int) -> list[str]:
    """Short words of letters, all of one length, so that none is the beginning of another."""
    size = 1
    while len(LETTERS) ** size < count:
        size += 1
    return ["".join(letters) for letters in islice(product(LETTERS, repeat=size), count)]


class Hints:
    """The links of some lines, each with its letters where it begins."""

    def __init__(self, lines: Iterable[tuple[int, Line]], left: int) -> None:
        starts: dict[int, tuple[int, int]] = {}
        for y, line in lines:
            x = left
            for run in line:
                if run.link >= 0:
                    starts.setdefault(run.link, (y, x))
                x += counted_cells(run.text)
        self._links = dict(zip(labels(len(starts)), starts.items(), strict=True))
        self._typed = ""

    def __bool__(self) -> bool:
        """There is a link whose letters begin with what was typed."""
        return any(label.startswith(self._typed) for label in self._links)

    def press(self, letter: str) -> int | None:
        """One more letter; the link that is chosen by it, None while none is."""
        self._typed += letter.lower()
        chosen = self._links.get(self._typed)
        return chosen[0] if chosen else None

    def on(self, y: int) -> list[tuple[int, str]]:
        """The letters on a line, each with its column."""
        return [
            (x, label) for label, (_, (row, x)) in self._links.items() if row == y and label.startswith(self._typed)
        ]
