"""Listening and watching: what the keys do with the audio and video of stories."""

from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tui.app.addresses import Addresses
from tui.app.main_screen import MainScreen
from tui.app.progress import EpisodesProgress
from tui.app.refreshing import Refreshing
from tui.app.undoing import Undoing
from tui.episodes import Episode, clock_of, playable, seconds_in
from tui.library import listening
from tui.output import commands
from tui.output.lists import done
from tui.storage import episodes, stories
from tui.text import counted

if TYPE_CHECKING:
    from tui.app.podcast_list import PodcastList

JOB = "episodes"
"""The name of the download among the jobs behind the screen."""


class Listening:
    """Episodes: queued, fetched, played, and the page of them."""

    def __init__(self, screen: MainScreen, undoing: Undoing, refreshing: Refreshing, addresses: Addresses) -> None:
        self.screen = screen
        self.undoing = undoing
        self.refreshing = refreshing
        self.addresses = addresses
        self._page: PodcastList | None = None

    async def queue_episodes(self) -> None:
        """Queue the audio and video of the open story; what waits already waits no longer."""
        screen, story = self.screen, self.screen.story
        if story is None:
            screen.say("Open a story.")
            return
        with screen.telling():
            known = await screen.library.ask(episodes.of_story, story.id)
            if waiting := [each.id for each in known if each.queued and not each.file]:
                number = await screen.library.do(episodes.unqueue, waiting)
                screen.say(screen.keys.with_undo(f"{counted(number, 'episode', 'episodes')} no longer queued"))
                return
            asked = await screen.library.do(episodes.queue, [story.id])
            page = screen.keys.first("podcasts")
            if asked:
                queued = f"{counted(len(asked), 'episode', 'episodes')} queued: {page} lists and fetches"
                screen.say(screen.keys.with_undo(queued))
            else:
                screen.say(f"It is here already: {page} plays it.")

    # The page

    async def podcasts(self) -> None:
        """Everything that is queued, here, or was played."""
        screen = self.screen
        with screen.telling():
            found = await screen.library.ask(episodes.every)
            from tui.app.podcast_list import PodcastList  # late, like the other dialogs

            page = self._page = PodcastList(screen.signs, screen.keys, self._act)
            await screen.app.push_screen(page, self._left)
            page.show(found)
            page.tell()

    def _left(self, _: None) -> None:
        self._page = None

    def _act(self, what: str, episode: Episode | None, time: str = "") -> None:
        if what == "fetch":
            self._fetch()
        elif what == "undo":
            self.screen.work("episodes", self._undo)
        elif episode is None:
            return
        elif what == "outside":
            self.addresses.open_outside(episode.url)
        elif what == "play":
            self.screen.work("episodes", self._play, episode)
        elif what == "leave":
            self.screen.work("episodes", self._leave, episode, time)
        else:
            self.screen.work("episodes", self._change, what, episode)

    def _fetch(self) -> None:
        """Fetch what waits, behind the screen; asked again, stop."""
        if JOB in self.screen.jobs:
            self.refreshing.end_job(JOB)
            self._tell("Stopped. What came is kept.")
        else:
            updates = listening.fetch(self.screen.library)
            self._tell("Fetching what is queued.")
            progress = EpisodesProgress(self._renew, lambda: self._tell(progress.line(self.screen.signs)))
            self.refreshing.start_job(JOB, progress, updates)

    async def _change(self, what: str, episode: Episode) -> None:
        library = self.screen.library
        with self.screen.telling():
            if what == "mark":
                await library.do(episodes.play, [episode.id], played=not episode.played)
                said = "Marked not played" if episode.played else "Marked played"
            else:
                gone = await library.do(listening.remove, [episode.id])
                said = "Removed" if gone else "There is nothing of it here"
            await self._show()
            self._tell(said)

    async def _leave(self, episode: Episode, time: str) -> None:
        """Set where to go on in an episode."""
        seconds = seconds_in(time)
        if seconds is None:
            self._tell(f"“{time}” is not a time: write 12:30 or 1:02:30")
            return
        with self.screen.telling():
            await self.screen.library.do(episodes.leave, episode.id, seconds)
            await self._show()
            self._tell(self.screen.keys.with_undo(f"It goes on at {clock_of(seconds)}"))

    async def _undo(self) -> None:
        with self.screen.telling():
            action = await self.undoing.take_back()
            await self._show()
            self._tell(f"Taken back: {done(action)}" if action else "There is nothing to take back")

    def _renew(self, said: str) -> None:
        if self._page is not None:
            self._tell(said)
            self.screen.work("episodes", self._show)

    async def _show(self) -> None:
        if self._page is not None:
            self._page.show(await self.screen.library.ask(episodes.every))

    def _tell(self, said: str) -> None:
        if self._page is not None:
            self._page.tell(said)

    # Playing

    def play_link(self, url: str) -> None:
        """Play what a story encloses, where a player is set and it is audio or video; else open it as other links."""
        self.screen.work("episodes", self._play_link, url)

    async def _play_link(self, url: str) -> None:
        screen = self.screen
        if story := screen.story:
            for known in await screen.library.ask(episodes.of_story, story.id):
                if known.url == url:
                    await self._play(known)
                    return
            for each in playable(await screen.library.ask(stories.enclosures, story.id)):
                if each.url == url:
                    await self._play(Episode(0, story.id, url, story.heading, story.site))
                    return
        self.addresses.open_outside(url)

    async def _play(self, episode: Episode) -> None:
        """Hand an episode to the player; it counts as played where that ended well. Without a player its address is
        opened, over SSH copied."""
        screen = self.screen
        if not screen.settings.player:
            self.addresses.open_outside(episode.url)
            self._tell("No `player` is set: its address is opened, or copied.")
            return
        with screen.telling():
            with TemporaryDirectory() as places:
                argv, given = listening.command(screen.settings, screen.library.path, episode, places)
                filled = commands.filled(argv, given)
                with screen.app.batch_update(), screen.app.suspend():
                    said = commands.hand_over(filled)
                if not said and episode.id:
                    left = await screen.library.do(listening.ended, episode.id, places)
                    how = f"Left at {clock_of(left)}" if left else "Marked played"
                    said = screen.keys.with_undo(f"Back from {filled[0]}. {how}")
            await self._show()
            screen.say(said or f"Back from {filled[0]}.")
            self._tell(said)
