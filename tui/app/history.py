"""The history of stories read one after another: back and forward, as in a browser."""

from tui.values import Value


class Stop(Value):
    """A story of the history, and the place in it where it was left: (block, offset)."""

    story_id: int
    place: tuple[int, int] = (0, 0)


class History:
    """Where a reader came from, and where they went back from. The story being read is on neither side."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    def push(self, left: Stop) -> None:
        """A story was left for another; what was ahead is forgotten."""
        self._behind.append(left)
        self._ahead.clear()

    def back(self, left: Stop) -> Stop | None:
        """The stop before this one, or None at the beginning."""
        return self._step(self._behind, self._ahead, left)

    def forward(self, left: Stop) -> Stop | None:
        """The stop that was gone back from, or None at the end."""
        return self._step(self._ahead, self._behind, left)

    def clear(self) -> None:
        """A new walk."""
        self._behind.clear()
        self._ahead.clear()

    @staticmethod
    def _step(source: list[Stop], target: list[Stop], left: Stop) -> Stop | None:
        if not source:
            return None
        target.append(left)
        return source.pop()
