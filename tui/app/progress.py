"""A refresh or a download while it runs: how far it is, and what came of it, in a few words."""

from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from typing import Any

from tui.app.chrome import Glyphs
from tui.episodes import Coming
from tui.model import Update
from tui.text import counted

BAR = 8
"""The width of a progress bar, in cells."""
STEPS = 50
"""How often progress is shown: in a refresh of hundreds of sections, a hundred may come in a second."""


class Progress:
    """A refresh or a download under way: its updates, counted."""

    def __init__(self, doing: str) -> None:
        self.doing = doing
        """"refreshing", "downloading", "fetching"."""
        self.unit = ""
        """What is counted, behind a blank, where that is not plain."""
        self.done = 0
        self.total = 0
        self.new = 0
        self.failed = 0
        self.offline = False
        """Everything that failed did so for want of a network, and nothing came."""
        self._came = 0
        self._why = ""
        """Why the last that failed did."""

    async def run(self, updates: AsyncIterator[Update], tell: Callable[[], None]) -> None:
        """Follow it to its end, telling at each step, but not more than `STEPS` of them. Cancelling this cancels the
        job."""
        async with aclosing(updates) as coming:  # type: ignore[type-var]  # the library's are generators
            async for update in coming:
                self.done, self.total = update.done, update.total
                self.new += update.new
                if update.error:
                    self.failed += 1
                    self._why = update.error
                    self.offline = update.offline and not self._came
                else:
                    self._came += 1
                    self.offline = False
                if not self.done % max(1, self.total // STEPS):
                    tell()

    def line(self, glyphs: Glyphs) -> str:
        """How far it is: "refreshing 12 of 40", for a download with a bar."""
        if not self.total:
            return self.doing
        said = f"{self.doing} {self.done:,} of {self.total:,}{self.unit}"
        if self.doing == "refreshing":
            return said
        full = BAR * self.done // self.total
        return f"{glyphs.full * full}{glyphs.empty * (BAR - full)} {said}"

    def summary(self) -> str:
        """What came of it, in one sentence; "" where there is nothing to say."""
        if self.doing == "downloading":
            if not self.total:
                return "Everything unread here is kept already."
            if self.offline:
                return "No network. What is queued waits for it."
            if self.failed == self.total == 1:
                return f"It could not be fetched: {self._why}."
            said = f"{counted(self._came, 'story', 'stories')} downloaded"
            return f"{said}, {self.failed} could not be fetched." if self.failed else f"{said}."
        if self.offline:
            return "No network. What is kept can be read."
        said = f"{counted(self.new, 'new story', 'new stories')}" if self.new else "Nothing new"
        return f"{said}; {counted(self.failed, 'section', 'sections')} did not answer." if self.failed else f"{said}."


class EpisodesProgress(Progress):
    """The fetching of audio and video under way: in megabytes, and what has ended."""

    def __init__(self, ended: Callable[[str], None], going: Callable[[], None]) -> None:
        """`ended` is called for each that has come or failed, and at the end, with what came of it so far; `going` at
        the steps between."""
        super().__init__("fetching")
        self.unit = " MB"
        self._ended, self._going = ended, going

    async def run(self, updates: AsyncIterator[Any], tell: Callable[[], None]) -> None:
        """Follow it to its end."""
        async with aclosing(updates) as coming:  # type: ignore[type-var]  # as above
            each: Coming
            async for each in coming:
                self.done, self.total = round(each.came / 1e6), max(1, round(each.of / 1e6))
                if each.episode is not None:
                    self.failed += bool(each.error)
                    self._came += not each.error
                    self.offline = each.offline and not self._came
                    self._why = each.error or self._why
                    self._ended(self.summary())
                else:
                    self._going()
                tell()
        self._ended(self.summary())

    def summary(self) -> str:
        """What came of it, in one sentence."""
        if not self._came + self.failed:
            return "Nothing is queued."
        if self.failed == 1 and not self._came:
            return f"{self._why}."
        said = f"{counted(self._came, 'episode', 'episodes')} fetched"
        return f"{said}, {self.failed} could not be." if self.failed else f"{said}."
