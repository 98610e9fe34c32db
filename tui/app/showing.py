"""Pictures on the screen: in their place in the story, or one after another on the whole screen. None is fetched unless
a key asks for it."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from rich.color import ColorSystem

from tui.app.article import Spot
from tui.app.layout import wrap
from tui.app.main_screen import MainScreen, sentence
from tui.app.parts import Line, Run
from tui.app.pixels import MOST
from tui.app.plates import lines_of
from tui.app.sixels import Overlay, overlay
from tui.blocks import Picture
from tui.errors import NewsError
from tui.jobs import PIXELS_ACROSS, PIXELS_DOWN, Colours, PictureJob, Raster, Sixels
from tui.library import pictures
from tui.text import counted

if TYPE_CHECKING:
    from tui.app import NewsApp

_IN_WORDS = "Pictures are told in words here."
_NONE = "This story has no pictures."
_NOT_YET = "Its pictures come with the whole story."


class Showing:
    """The pictures of the story that is open."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen

    def show_picture(self) -> None:
        """Show the first picture on the screen that is not shown; where all are, hide them. Where none is on it, the
        next."""
        pane = self.screen.reading
        found = pane.pictures_in_sight() or pane.next_picture()
        if self.screen.in_words:
            self.screen.say(_IN_WORDS)
        elif not found:
            self.screen.say(_NOT_YET if self.screen.fetching else _NONE)
        elif hidden := next((spot for spot in found if spot.plate is None), None):
            self.screen.say(f"Fetching the picture{self.screen.signs.ellipsis}")
            self.screen.work("picture", self._show, (hidden,))
        else:
            for spot in found:
                pane.put_plate(spot, ())

    def show_pictures(self) -> None:
        """The pictures of the story on the whole screen, from the first one in sight."""
        from tui.app.gallery import Gallery  # late, like the other dialogs

        screen = self.screen
        found = pictures.of(screen.article) if screen.article is not None else ()
        if self.screen.in_words:
            screen.say(_IN_WORDS)
        elif not found:
            screen.say(_NOT_YET if screen.fetching else _NONE)
        else:
            seen = [spot.picture.url for spot in screen.reading.pictures_in_sight()]
            begin = next((at for at, picture in enumerate(found) if picture.url in seen), 0)
            screen.app.push_screen(Gallery(found, self.draw_alone, screen.signs, begin))

    def keep_pictures(self) -> None:
        """Keep the pictures of the story for reading offline."""
        if self.screen.story is not None:
            self.screen.say(f"Fetching the pictures{self.screen.signs.ellipsis}")
            self.screen.work_newest("pictures", self._keep, self.screen.story.id)

    def draw_again(self) -> None:
        """Draw the pictures that are shown again, for the room and in the colours that there are now."""
        old = [
            spot
            for spot in self.screen.reading.plates()
            if spot.plate is not None and (spot.plate.room, spot.plate.drawn_as) != (spot.room, self._as_now)
        ]
        self.screen.work_newest("pictures drawn again", self._show, old)

    def send_again(self) -> None:
        """Send the pictures in pixels once more: the terminal may have lost them."""
        sent = [spot for spot in self.screen.reading.plates() if spot.plate and spot.plate.drawn_as[0] == "pixels"]
        self.screen.work_newest("pictures drawn again", self._show, sent)

    @property
    def _app(self) -> "NewsApp":
        return cast("NewsApp", self.screen.app)

    @property
    def _as_now(self) -> tuple[Colours, bool]:
        return self.colours, self.screen.app.current_theme.dark

    @property
    def colours(self) -> Colours:
        """How the terminal and the theme have them drawn."""
        app = self._app
        if app.no_color or os.environ.get("NO_COLOR"):
            return "ink"
        theme = app.current_theme
        if theme.primary == theme.foreground:
            return "grey"  # a theme for paper
        match app.console._color_system:
            case ColorSystem.TRUECOLOR:
                return "pixels" if app.pixels.drawn else "true"
            case ColorSystem.EIGHT_BIT:
                return "256"
            case _:
                return "16"

    async def draw(self, picture: Picture, room: tuple[int, int]) -> tuple[Line, ...]:
        """A picture as lines for so many columns and rows. Raises NewsErrors."""
        pixels = self._app.pixels
        await pixels.ask()
        colours, dark = self._as_now
        if colours == "pixels":
            room = min(room[0], MOST), min(room[1], MOST)
        drawn = await self._drawn(picture, room, colours)
        assert isinstance(drawn, Raster)
        return await pixels.show(drawn) if colours == "pixels" else lines_of(drawn, colours, dark=dark)

    async def draw_alone(self, picture: Picture, room: tuple[int, int]) -> tuple[Line, ...] | Overlay:
        """A picture that has the screen to itself: in sixels, where the terminal draws these and not pixels. Raises
        NewsErrors."""
        app = self._app
        await app.pixels.ask()
        coloured = self.colours in ("true", "256", "16") and app.lays_over
        if not coloured or (cell := await app.sixels.ask()) is None:
            return await self.draw(picture, room)
        drawn = await self._drawn(picture, app.sixels.room(room), "sixel", cell)
        assert isinstance(drawn, Sixels)
        return overlay(drawn, cell)

    async def _drawn(
        self,
        picture: Picture,
        room: tuple[int, int],
        colours: Colours,
        cell: tuple[int, int] = (PIXELS_ACROSS, PIXELS_DOWN),
    ) -> Raster | Sixels:
        screen = self.screen
        wanted = PictureJob(
            picture.url,
            columns=room[0],
            rows=room[1],
            colours=colours,
            dark=screen.app.current_theme.dark,
            cell=cell,
            from_url=screen.article.url if screen.article is not None else "",
            urgent=True,
        )
        return await pictures.draw(screen.library, screen.story.id if screen.story is not None else 0, wanted)

    async def _show(self, spots: Sequence[Spot]) -> None:
        await self._app.pixels.ask()
        for spot in spots:
            drawn_as = self._as_now
            try:
                lines = await self.draw(spot.picture, spot.room)
            except NewsError as error:
                said = f"The picture cannot be shown: {sentence(error)}"
                lines = tuple((Run(line, "notice"),) for line in wrap(said, spot.room[0]))
            self.screen.forget_note()
            self.screen.reading.put_plate(spot, lines, drawn_as)

    async def _keep(self, story_id: int) -> None:
        screen = self.screen
        with screen.telling():
            there, failed = await pictures.keep_all(screen.library, story_id)
            screen.say(
                f"{counted(there, 'picture is', 'pictures are')} kept."
                + (f" {len(failed)} could not be fetched: {failed[0]}." if failed else "")
            )
