"""The reader's screen: keys become commands, and each command is done by the room whose concern it is."""

from collections.abc import Callable
from datetime import datetime
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from textual import on
from textual.events import Key, Resize

from tui.app import contents
from tui.app.accounts import Accounts
from tui.app.addresses import Addresses
from tui.app.appearance import Appearance
from tui.app.article import ArticlePane
from tui.app.commanding import Commanding
from tui.app.contents import Contents
from tui.app.following import Following
from tui.app.importing import Importing
from tui.app.keyboards import latin
from tui.app.keys import COMMANDS, OF_A_STORY, Command, Match, key_name
from tui.app.links import Linking
from tui.app.listening import Listening
from tui.app.main_screen import PANES, MainScreen
from tui.app.marking import Marking
from tui.app.moving import Moving
from tui.app.opening import Opening
from tui.app.own import news_of_keys
from tui.app.program import Program
from tui.app.refreshing import Refreshing
from tui.app.revisions import Revisions
from tui.app.rows import Rows
from tui.app.saving import Saving
from tui.app.searching import Searching
from tui.app.showing import Showing
from tui.app.standing import Standing
from tui.app.stories import StoryList
from tui.app.tagging import Tagging
from tui.app.tellings import Tellings
from tui.app.terminal import SentAgain
from tui.app.undoing import Undoing
from tui.app.upkeep import Upkeep
from tui.config import Config
from tui.storage import stories

if TYPE_CHECKING:
    from tui.library.library import Library

MOST = 9999
"""The largest number that may be typed before a command."""


class ReaderScreen(MainScreen):
    """The reader's screen: the keys go to the active pane."""

    def __init__(self, library: "Library", settings: Config, clock: Callable[[], datetime]) -> None:
        super().__init__(library, settings, clock)
        self.contents = Contents(self)
        self.marking = Marking(self, self.contents)
        self.addresses = Addresses(self)
        self.opening = Opening(self, self.contents, self.marking, self.addresses.open_outside)
        self.moving = Moving(self, self.contents, self.opening)
        self.searching = Searching(self, self.contents)
        self.refreshing = Refreshing(self, self.contents, self.opening)
        self.following = Following(self, self.contents, self.refreshing)
        self.appearance = Appearance(self)
        self.undoing = Undoing(self, self.contents)
        self.listening = Listening(self, self.undoing, self.refreshing, self.addresses)
        self.showing = Showing(self)
        self.links = Linking(self, self.opening, self.addresses)
        self.rooms = (
            self.moving,
            self.opening,
            self.links,
            self.listening,
            Revisions(self, self.opening),
            self.appearance,
            self.contents,
            self.marking,
            self.addresses,
            self.searching,
            Standing(self, self.contents, self.searching),
            self.following,
            self.refreshing,
            Tagging(self, self.contents, self.marking),
            self.undoing,
            Saving(self, self.marking, self.opening),
            self.showing,
            Importing(self, self.contents, self.opening),
            Upkeep(self, self.contents, self.opening),
            Accounts(self, self.contents, self.opening, self.refreshing),
            Tellings(self, self.contents, self.marking, self.opening, self.searching),
            Program(self, self.opening, self.do),
        )
        """Where the commands are done, each in one of them by a method of its name."""
        self.commands: dict[str, Callable[..., Any]] = {
            command.id: next(getattr(room, command.id) for room in self.rooms if hasattr(room, command.id))
            for command in COMMANDS
            if not command.action
        }
        """What each command does, by its id."""
        self.commands |= Commanding(self, self.opening, self.refreshing, self.do).commands()
        self._pressed: tuple[str, ...] = ()
        self._count = ""
        self._told: set[str] = set()

    async def on_mount(self) -> None:
        """Show the library as it was left, before anything is painted."""
        try:
            await self._show_as_left()
        finally:
            self.call_after_refresh(self.shown.set)  # a pane without a size could not obey a key

    async def _show_as_left(self) -> None:
        session = await self.contents.left_behind()
        with self.telling():
            await self.appearance.as_left()
            if session.open_id and (story := await self.library.ask(stories.story, session.open_id)):
                await self.opening.resume(story)
        if self.article is None:
            self.reading.show_message(f"Choose a story in the list: {self.keys.first('open')} opens it here.")
        if session.pane in PANES and (session.pane != "article" or self.article is not None):
            self.activate(session.pane)
        elif not (session.pane or self.shape.stories):
            self.activate("stories")  # the first start, one pane at a time: stories, no list of lists
        self.note = await news_of_keys(self.library, self.keys, self.keep)
        self.tell()
        self.set_interval(contents.LOOK_SECONDS, self.contents.look_around)
        self.work_newest("stories", self.contents.complete, session.story_id)
        self.work_newest("beside", self.contents.count_beside)
        self.work("marks", self.marking.take_up)
        self.refreshing.ask_now_and_then()

    async def leave(self) -> str:
        """Keep where the reader is, and wait for what is being kept; what could not be kept, in a sentence, or ""."""
        self.marking.last_try()
        await self.contents.leave()
        return self.marking.unkept()

    # Keys

    async def take_key(self, event: Key) -> bool:
        """Do what a key says; False where it says nothing here. What it is about is there first."""
        await self.contents.here()
        key = key_name(event.key, event.character)
        if self.links.lettered:
            self.links.take_letter(latin(event.character) or key)
            return True
        if not self._pressed and self._is_digit(key):
            self._count = str(min(MOST, int(self._count + key)))
            self.say(self._count)
            return True
        pressed, found = self._matched(key, event.character)
        if found is Match.BEGINS:
            self._pressed = pressed
            self.say(f"{self._count}{' '.join(pressed)}{self.signs.ellipsis}")
            return True
        count, self._count, self._pressed = self._count, "", ()
        if pressed == ("escape",) and self._escape():
            return True
        if isinstance(found, Match):
            return self._say_nothing(" ".join(pressed))
        if found == "open" and count and self.pane == "article":
            self.links.open_numbered(int(count))
        else:
            await self.do(found, int(count or 1))
        return True

    def _matched(self, key: str, character: str | None) -> tuple[tuple[str, ...], str | Match]:
        """What was pressed so far, and what it says: by its letter, or by its place on the keyboard."""
        pressed = (*self._pressed, key)
        found = self.keys.match(pressed, self.pane)
        if found is Match.NOTHING and key == "ctrl+j":
            pressed = (*self._pressed, "enter")  # typed before the terminal was taken over, it came as a line feed
            found = self.keys.match(pressed, self.pane)
        if found is Match.NOTHING and (place := latin(character)):
            pressed = (*self._pressed, key_name(place))
            found = self.keys.match(pressed, self.pane)
        return pressed, found

    def _escape(self) -> bool:
        """End what a key began: a find in the story, a selection, a search whose list is shown. False where there is
        none."""
        if self.searching.end_finding() or self.marking.end_selection():
            return True
        found = self.pane != "article" and self.searched == self.sections.chosen.filter
        return found and self.searching.end_search()

    def _is_digit(self, key: str) -> bool:
        begins = key.isascii() and key.isdigit() and (key != "0" or bool(self._count))
        return begins and self.keys.match((key,), self.pane) is Match.NOTHING

    def _say_nothing(self, keys: str) -> bool:
        """Say that a key does nothing, once."""
        if keys == "escape" or keys in self._told:
            return False
        self._told.add(keys)
        self.say(f"{keys} does nothing here. {self.keys.first('help')} shows the keys.")
        return True

    async def do(self, id: str, count: int = 1) -> None:
        """Do a command, as often as the number before it said."""
        command = self.keys.by_id[id]
        if id not in self.keys.commands:
            self.say("This cannot be done here.")
            return
        if command.action:
            await self.run_action(command.action)
            return
        if command.panes == OF_A_STORY and self.subject is None:
            self.say("Highlight a story in the list.")
            return
        if self._is_out_of_sight(command):
            self.say(f"This is done in a story: {self.keys.first('open')} opens one.")
            return
        if self.searching.finding and self.pane == "article" and id in ("next_unread", "previous_unread"):
            self.searching.step(count if id == "next_unread" else -count)
            return
        does = self.commands[id]
        if command.id in ("down", "up", "mark_older", "catch_up"):
            result = does(count)
            if isawaitable(result):
                await result
            return
        for _ in range(count if command.counts else 1):
            result = does()
            if isawaitable(result):
                await result

    def _is_out_of_sight(self, command: Command) -> bool:
        """Whether a command is about the story that is open, and none is before the reader."""
        return command.panes == "article" and command.id != "come_back" and not self.shape.article

    # What happens to the panes

    @on(Rows.Highlighted, "SectionList")
    def _section_highlighted(self) -> None:
        if self.sections.ahead:  # where no key was sooner
            self.contents.choose_section()

    @on(Rows.Highlighted, "StoryList")
    def _story_highlighted(self) -> None:
        self.stories.touched = True
        if not self.shape.sections or self.stories.began_at is not None:
            self.tell()
        self.contents.remember_later()

    @on(StoryList.Wanted)
    def _stories_wanted(self, event: StoryList.Wanted) -> None:
        self.work("lines", self.contents.give_lines, event.ids)

    @on(Rows.Clicked)
    def _row_clicked(self, event: Rows.Clicked) -> None:
        pane = "sections" if event.rows is self.sections else "stories"
        if self.pane != pane:
            self.activate(pane)
        elif event.again:
            self.opening.open()

    @on(ArticlePane.Scrolled)
    def _article_scrolled(self) -> None:
        if self.pane == "article":
            self.tell()
        self.contents.remember_later()

    @on(ArticlePane.Outgrown)
    def _pictures_outgrown(self) -> None:
        self.showing.draw_again()

    @on(SentAgain)
    def _pictures_may_be_lost(self) -> None:
        self.showing.send_again()

    @on(ArticlePane.LinkFollowed)
    def _link_followed(self, event: ArticlePane.LinkFollowed) -> None:
        if event.relation == "enclosure":
            self.listening.play_link(event.url)
        else:
            self.opening.follow_link(event.url, event.title)

    def on_resize(self, event: Resize) -> None:
        """Another size of the terminal: as much of each story as fits it. The classes above see to the rest, each in
        turn."""
        self.stories.show_as(self.contents.look())

    @property
    def as_it_begins(self) -> bool:
        """The screen stands as it will when the next session begins: nobody types in a line of their own, and no note
        is there."""
        return self.focused is None and not self.note
