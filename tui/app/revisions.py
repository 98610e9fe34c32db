"""Stories that say something else than when they were read: what is new is marked, and both texts are compared."""

import asyncio

from tui.app.main_screen import MainScreen, sentence
from tui.app.opening import Opening
from tui.app.parts import Revision
from tui.errors import NewsError
from tui.storage import earlier
from tui.values import replace


class Revisions:
    """What has changed in the story that is open."""

    def __init__(self, screen: MainScreen, opening: Opening) -> None:
        self.screen = screen
        self.opening = opening
        self._compared = 0
        """The story whose texts are compared at the moment."""

    async def compare(self) -> None:
        """The text as it is and as it was in one; again, and it is as it was shown before."""
        screen = self.screen
        story, article = screen.story, screen.article
        if screen.pane != "article" or story is None or article is None:
            return
        if self._compared == story.id and screen.reading.revision.compares:
            self._compared = 0
            self.opening.show_again()
            return
        with screen.telling():
            before = await screen.library.ask(earlier.of, story.id)
            if before is None:
                screen.say("This story has not changed since you read it.")
                return
            both = await asyncio.to_thread(earlier.compared, before.article.blocks, article.blocks)
            if not self.opening.is_open(story):
                return
            told = f"As it was and as it is since {before.replaced.astimezone():%d %B %Y, %H:%M}"
            self._compared = story.id
            revision = Revision(tuple(state for state, _ in both), told, compares=True)
            screen.reading.show(replace(article, blocks=tuple(block for _, block in both)), revision=revision)
            screen.say(f"Both texts: + is new, - is gone. {screen.keys.first('compare')} shows the story again.")

    def fetch_again(self) -> None:
        """Fetch the story that is open again."""
        if self.screen.story is not None:
            self.screen.say(f"Fetching {self.screen.story.heading} again{self.screen.signs.ellipsis}")
            self.screen.work_newest("again", self._fetch_again)

    async def _fetch_again(self) -> None:
        story = self.screen.story
        if story is None:
            return
        try:
            await self.opening.fetch_anew(story)
        except NewsError as error:
            self.screen.say(sentence(error))
        else:
            if self.opening.is_open(story):
                self.screen.say(self.screen.reading.revision.told or "Its text has not changed.")
