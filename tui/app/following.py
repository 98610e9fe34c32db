"""Following sites from the screen."""

from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.refreshing import Refreshing
from tui.model import Followed, StoryFilter
from tui.text import counted


class Following:
    """What is followed, changed from the sections pane."""

    def __init__(self, screen: MainScreen, contents: Contents, refreshing: Refreshing) -> None:
        self.screen = screen
        self.contents = contents
        self.refreshing = refreshing

    async def follow(self) -> None:
        """Follow a site."""
        from tui.app.dialogs import FollowDialog  # late, like the other dialogs: the first screen does without them

        await self.screen.app.push_screen(FollowDialog(self.screen.library, self.screen.signs), self._followed)

    def _followed(self, done: tuple[tuple[Followed, ...], str] | None) -> None:
        if done:
            self.screen.work("followed", self._show_followed, *done)

    async def _show_followed(self, followed: tuple[Followed, ...], failed: str) -> None:
        screen = self.screen
        with screen.telling():
            await self.contents.read_counts()
            site = followed[0].site
            single = len(site.sections) == 1
            wanted = StoryFilter(section_id=site.sections[0].id) if single else StoryFilter(site_id=site.id)
            screen.sections.show(self.contents.choices(), wanted)
            screen.activate("sections")
            self.contents.show_list(screen.sections.chosen.filter)
            added = [section for one in followed for section in one.added or one.site.sections]
            if empty := [section.id for section in added if not section.stories]:
                self.refreshing.ask(empty, quiet=True)
            names = ", ".join(one.site.name for one in followed)
            number = sum(one.stories for one in followed)
            screen.say(failed or f"Following {names}: {counted(number, 'story', 'stories')}.")
