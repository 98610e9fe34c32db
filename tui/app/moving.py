"""Moving: in the lists, in the article, between the panes."""

from tui.app.contents import Contents
from tui.app.main_screen import PANES, MainScreen, columns
from tui.app.opening import Opening
from tui.app.rows import Rows


class Moving:
    """The keys that move."""

    def __init__(self, screen: MainScreen, contents: Contents, opening: Opening) -> None:
        self.screen = screen
        self.contents = contents
        self.opening = opening

    @property
    def _rows(self) -> Rows | None:
        """The active list; None where the article is active."""
        screen = self.screen
        return None if screen.pane == "article" else screen.sections if screen.pane == "sections" else screen.stories

    def _by(self, rows: int) -> None:
        self._rows.move(rows) if self._rows else self.screen.reading.line(rows)

    def down(self, count: int = 1) -> None:
        """The next row or line."""
        self._by(count)

    def up(self, count: int = 1) -> None:
        """The previous row or line."""
        self._by(-count)

    def half_on(self) -> None:
        """Half a page on."""
        self._rows.half(1) if self._rows else self.screen.reading.half(1)

    def half_back(self) -> None:
        """Half a page back."""
        self._rows.half(-1) if self._rows else self.screen.reading.half(-1)

    def top(self) -> None:
        """The top."""
        self._rows.go(0) if self._rows else self.screen.reading.top()

    async def end(self) -> None:
        """The end, even of a list whose order is not known yet."""
        if self.screen.pane == "stories" and not self.screen.stories.whole:
            with self.screen.telling():
                await self.contents.take_order()
        self._rows.go(self._rows.count - 1) if self._rows else self.screen.reading.end()

    async def page_on(self) -> None:
        """A page on; at the end the next unread story."""
        moved = self._rows.page(1) if self._rows else self.screen.reading.page(1)
        if not moved and self.screen.pane != "sections":
            await self.opening.next_unread()

    def page_back(self) -> None:
        """A page back."""
        self._rows.page(-1) if self._rows else self.screen.reading.page(-1)

    def left(self) -> None:
        """The pane on the left; among the sections a folder or a site is folded, and what is none leads to the one that
        it stands in."""
        sections = self.screen.sections
        if self.screen.pane != "sections":
            self._activate(PANES[PANES.index(self.screen.pane) - 1])
        elif not self.contents.fold(on=True) and (around := sections.around) is not None:
            sections.go(around)

    def right(self) -> None:
        """The pane on the right; what is folded is unfolded first. Where the article is not beside the list, the story
        is opened."""
        screen = self.screen
        if screen.pane == "sections":
            if not self.contents.fold(on=False):
                self._activate("stories")
        elif screen.pane == "stories":
            beside = columns(screen.size.width, "stories", linear=screen.settings.linear).article
            highlighted = screen.stories.highlighted
            same = screen.story is not None and highlighted is not None and screen.story.id == highlighted.id
            if screen.article is not None and (beside or same):
                self._activate("article")
            else:
                self.opening.open()

    def next_pane(self) -> None:
        """The next pane."""
        self._turn(1)

    def previous_pane(self) -> None:
        """The previous pane."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes = PANES if self.screen.article is not None else PANES[:2]
        pane = self.screen.pane
        self._activate(panes[(panes.index(pane) + step) % len(panes)] if pane in panes else "stories")

    def out(self) -> None:
        """One pane out; in the first, quit."""
        if self.screen.pane == "sections":
            self.screen.app.exit()
        else:
            self.left()

    def _activate(self, pane: str) -> None:
        if pane != "article":
            self.opening.missed = None  # what could not be fetched there is no longer what D is about
        self.screen.activate(pane)
