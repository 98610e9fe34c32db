"""How the screen looks: the width of the text, the colours."""

from typing import TYPE_CHECKING, cast

from tui.app import themes
from tui.app.main_screen import MainScreen
from tui.config import SETTINGS
from tui.errors import ConfigError
from tui.storage import settings

if TYPE_CHECKING:
    from tui.app import NewsApp

STEP = 4
"""Columns by which the text gets wider or narrower."""
_MEASURE = next(setting for setting in SETTINGS if setting.name == "measure")


class Appearance:
    """What a key changes about the looks is kept until it is changed back to what the configuration says, or the
    configuration says something else: what a person did last holds."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen

    async def as_left(self) -> None:
        """Restore the looks as they were left."""
        screen = self.screen
        kept = await self._kept("measure", str(screen.settings.measure))
        if kept.isdecimal():
            screen.reading.set_measure(int(kept))
        kept = await self._kept("theme", screen.settings.theme)
        worn = "" if kept == "terminal" else kept or screen.settings.theme
        light = False
        if worn in themes.FOLLOWING:
            light = await screen.library.ask(settings.setting, "background") == "light"
            self._app.background(light=light)
        if light or worn == themes.AUTO or worn != self._app.worn:
            try:
                self._app.wear(worn)
            except ConfigError as error:  # its file is gone, or wrong
                screen.say(str(error))

    async def _kept(self, name: str, configured: str) -> str:
        """What a key made of a setting, where the configuration still says what it said then; else ""."""
        kept, beside, then = (await self.screen.library.ask(settings.setting, name)).partition("\n")
        return kept if not beside or then == configured else ""

    def _keep(self, name: str, chosen: str, configured: str) -> None:
        said = f"{chosen}\n{configured}" if chosen else ""
        self.screen.keep(self.screen.library.do(settings.keep_setting, name, said))

    @property
    def _app(self) -> "NewsApp":
        return cast("NewsApp", self.screen.app)

    def keep_background(self, *, light: bool) -> None:
        """Keep what the terminal said of its background: the next session begins so."""
        said = "light" if light else "dark"
        self.screen.keep(self.screen.library.do(settings.keep_setting, "background", said))

    def theme(self) -> None:
        """Choose another theme."""
        from tui.app.theme_list import ThemeList  # late, like the other dialogs

        screen = self.screen
        screen.app.push_screen(ThemeList(themes.names(), self._app.worn, self._wear, screen.signs), self._chosen)

    def _wear(self, name: str) -> None:
        if name in themes.FOLLOWING:
            self._app.background()
        self._app.wear(name)

    def _chosen(self, name: str | None) -> None:
        screen = self.screen
        if name is not None:
            kept = "" if name == screen.settings.theme else name or "terminal"
            self._keep("theme", kept, screen.settings.theme)
            screen.say(f"The theme is {name or 'the terminal’s own colours'}.")

    def wider(self) -> None:
        """Longer lines in the article."""
        self._change(STEP)

    def narrower(self) -> None:
        """Shorter lines in the article."""
        self._change(-STEP)

    def _change(self, cells: int) -> None:
        screen = self.screen
        measure = screen.reading.typography.measure
        if cells < 0 and screen.reading.text_layout is not None:
            measure = min(measure, screen.reading.text_layout.cells)  # what there is no room for is as good as cut
        measure += cells
        measure = max(_MEASURE.least, min(measure, _MEASURE.most))
        screen.reading.set_measure(measure)
        configured = screen.settings.measure
        self._keep("measure", "" if measure == configured else str(measure), str(configured))
        screen.say(f"Lines of {measure} columns at most.")
