"""How it all looks: the width of the text."""

from tui.app.main_screen import MainScreen
from tui.config import SETTINGS
from tui.storage import settings

STEP = 4
"""Columns by which the text gets wider or narrower."""
_MEASURE = next(setting for setting in SETTINGS if setting.name == "measure")


class Appearance:
    """What a key changes of the looks is kept until it is changed back to what the configuration says."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen

    async def as_left(self) -> None:
        """Have it look as it was left."""
        kept = await self.screen.library.ask(settings.setting, "measure")
        if kept.isdecimal():
            self.screen.reading.set_measure(int(kept))

    def wider(self) -> None:
        """Longer lines in the article."""
        self._change(STEP)

    def narrower(self) -> None:
        """Shorter lines in the article."""
        self._change(-STEP)

    def _change(self, cells: int) -> None:
        screen = self.screen
        measure = screen.reading.typography.measure + cells
        measure = max(_MEASURE.least, min(measure, _MEASURE.most))
        screen.reading.set_measure(measure)
        usual = measure == screen.settings.measure
        screen.keep(screen.library.do(settings.keep_setting, "measure", "" if usual else str(measure)))
        screen.say(f"Lines of {measure} columns at most.")
