"""Events: opened in place, told apart, put together, explained; and what happened since yesterday, to page through."""

from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.marking import Marking
from tui.app.opening import Opening
from tui.app.searching import Searching
from tui.model import Event, Story, StoryFilter
from tui.output.events import page, ranked
from tui.output.lists import time_taken, why
from tui.storage import front, grammar, rulings
from tui.storage.additions import additions
from tui.storage.tellings import event as event_of
from tui.text import counted

MINUTES = 12
"""Minutes to catch up in, where no number was typed."""
_ALONE = "Nobody else has this."


class Tellings:
    """What the keys do with stories that tell one event."""

    def __init__(
        self, screen: MainScreen, contents: Contents, marking: Marking, opening: Opening, searching: Searching
    ) -> None:
        self.screen = screen
        self.contents = contents
        self.marking = marking
        self.opening = opening
        self.searching = searching

    def open_event(self) -> None:
        """Show who else tells an event under its row, side by side, or close it again."""
        screen = self.screen
        story = screen.stories.highlighted if screen.pane == "stories" else None
        if story is None:
            screen.say("Events are opened in the list.")
        elif story.others or screen.stories.is_open(story.id):
            screen.stories.open_event(story)
        elif screen.wanted.events:
            screen.say(_ALONE)
        else:
            screen.say(f"{screen.keys.first('events')} shows each event once; then this opens one.")

    async def not_the_same(self) -> None:
        """Of a selection: it is the same. Of a story: it is not what it stands with."""
        screen = self.screen
        if screen.pane != "stories" or screen.stories.highlighted is None:
            screen.say("Highlight a story in the list.")
            return
        with screen.telling():
            if ids := screen.stories.selected:
                number = await screen.library.do(rulings.same, ids)
                done = f"{counted(number, 'story tells', 'stories tell')} one event"
                said = screen.keys.with_undo(done) if number else "These stand together already."
                self.marking.end_selection()
            else:
                number = await screen.library.do(rulings.not_the_same, screen.stories.highlighted.id)
                done = f"It stands apart from {counted(number, 'other', 'others')} now"
                said = screen.keys.with_undo(done) if number else _ALONE
            await self.contents.renew_marks()
            screen.say(said)

    async def explain_event(self) -> None:
        """Say who else tells what a story tells, and what joined them: on the front page and in an article on a page of
        its own, in another list in a line."""
        screen, story = self.screen, self.screen.subject
        if story is None:
            return
        with screen.telling():
            event = await screen.library.ask(event_of, story.id)
            place = await screen.library.background(front.rank_of, story.id) if screen.wanted.front else None
            if event is None or len(event.tellings) < 2:
                apart = counted(len(event.apart), "other tells", "others tell") if event and event.apart else ""
                alone = f"Nobody else has this: you said that it is not what {apart}." if apart else _ALONE
                screen.say(ranked(*place) if place else alone)
            elif place or screen.pane == "article":
                added = await screen.library.background(additions, event)
                self.opening.show_answer(page(event, added, place))
            else:
                screen.say(_explained(event, story))

    async def catch_up(self, minutes: int = 0) -> None:
        """Show what of the unread can be read in so many minutes, with its leads, ready to page through."""
        screen = self.screen
        minutes = minutes if minutes > 1 else MINUTES
        with screen.telling():
            since = grammar.moment("yesterday", screen.clock())
            found = await screen.library.background(front.catch_up, minutes, since)
            if not found.stories:
                screen.say("Nothing unread has come since yesterday.")
                return
            ids = tuple(each for story in found.stories for each in (story.id, *story.others))
            self.searching.show(StoryFilter(ids=ids, events=True))
            screen.say(f"{time_taken(found)} · {screen.keys.first('page_on')} pages through")


def _explained(event: Event, story: Story) -> str:
    """What joined a story to its event, in a line."""
    own = next((telling for telling in event.tellings if telling.story.id == story.id), event.tellings[0])
    number = f"{counted(len(event.tellings), 'story', 'stories')}, {counted(len(event.outlets), 'outlet', 'outlets')}"
    return f"{number}. This one {why(own)}."
