"""Words looked for in the story that is open: where they stand, and how a line with them is drawn."""

from collections.abc import Callable

from tui.app.parts import Line, Run, text_of
from tui.app.typeset import Layout

Spots = tuple[tuple[int, int, bool], ...]
"""Words that are looked for, in a line: (start, end, whether it is the place that was gone to), in characters."""


class Found:
    """The places of some words in a layout, walked one by one."""

    def __init__(self, layout: Layout | None = None, words: str = "") -> None:
        self._layout = layout
        self.places = layout.find(words) if layout is not None and words.strip() else []
        """(part, start, end) in reading order."""
        self.at = -1
        """The one that was gone to; -1 before the first."""

    def step(self, n: int, here: tuple[int, int]) -> tuple[int, int]:
        """Go to the nth place from the last one, or from a place in the story: the place it is at."""
        if self.at < 0:
            behind = sum(1 for part, start, _ in self.places if (part, start) < here)
            self.at = (behind if n > 0 else behind - 1) % len(self.places)
        else:
            self.at = (self.at + n) % len(self.places)
        part, start, _ = self.places[self.at]
        return part, start

    def spots(self, y: int, line: Line) -> Spots:
        """Where the words stand in a line of the layout."""
        layout = self._layout
        if not self.places or layout is None or not line or y >= layout.height:
            return ()
        part, start = layout.position(y)
        margin = len(line[0].text) if line[0].look == "bar" else 0
        length = sum(len(run.text) for run in line) - margin
        here = [
            (max(0, begin - start), min(length, end - start), at == self.at)
            for at, (found, begin, end) in enumerate(self.places)
            if found == part and begin < start + length and end > start >= 0
        ]
        if not here:
            return ()
        # Where blanks are wider, some of these words are the next line's, and have no place in this one.
        at = _widened(text_of(line)[margin:], layout.text(part)[start : start + length])
        spots = ((at(begin) + margin, at(end) + margin, gone_to) for begin, end, gone_to in here)
        return tuple(spot for spot in spots if spot[0] < spot[1])


def _widened(line: str, words: str) -> Callable[[int], int]:
    """Where the characters of some words stand in the line that shows them, whose blanks may be more."""
    if line.startswith(words[: len(line)]):
        return lambda at: at
    places, here = [], 0
    for word in words:
        while here < len(line) and line[here] == " " != word:
            here += 1
        places.append(here)
        here += 1
    return lambda at: places[at] if at < len(places) else min(here, len(line))


def marked(line: Line, spots: Spots) -> Line:
    """A line with the words that are looked for in a look of their own."""
    runs: list[Run] = []
    at = 0
    for run in line:
        begin = at
        end = at + len(run.text)
        while at < end:
            spot = next((spot for spot in spots if spot[0] < end and spot[1] > at), None)
            if spot is None or spot[0] > at:
                stop, look = (end if spot is None else spot[0]), run.look
            else:
                stop, look = min(end, spot[1]), f"{run.look} found{' here' if spot[2] else ''}".strip()
            runs.append(run._replace(text=run.text[at - begin : stop - begin], look=look))
            at = stop
    return tuple(runs)
