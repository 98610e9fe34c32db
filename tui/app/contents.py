"""What the screen shows of the library: the counts, the sections, the list, and what changes about them while it is
open."""

import asyncio
import contextlib
from array import array
from collections.abc import Callable
from typing import Literal

from textual.timer import Timer
from textual.worker import Worker

from tui.app.choices import Choice, Known, choices, with_unread
from tui.app.main_screen import PANES, MainScreen, There, sentence
from tui.app.stories import find, row_of
from tui.app.story_rows import Density, Look, fitting_density
from tui.app.views import ORDERS, SETTING, Views
from tui.errors import NewsError
from tui.model import Session, Story, StoryFilter
from tui.saved import SavedSearch
from tui.storage import folders, grammar, marks, searches, sections, settings, stories, tags, tellings

FIRST = 60
"""How many stories of a list are shown before the whole of its order is known."""
ORDER_DELAY = 0.1
"""Seconds of rest in a list before the whole of its order is asked for."""
REST = 1.0
"""Seconds without a move after which the place in a list or an article is kept."""
LOOK_SECONDS = 0.4
"""Seconds after which the library is asked whether another process has changed it. That costs 0.1 ms of the processor,
thread and timer included; the rest of the two seconds within which a screen is current is for a busy machine."""


class Contents:
    """The lists of the screen, kept up with the library, and where the reader is in them, kept for the next session."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.base = StoryFilter()
        """The list that is shown, whatever the view of it leaves out."""
        self.views = Views()
        self.with_hidden = False
        """The sections that have no row are shown."""
        self._today = 0
        """Unread stories of today: counted beside everything else, for no count of them is kept."""
        self._changing: tuple[SavedSearch, ...] = ()
        """Likewise, the views whose words ask for marks, tags or moments."""
        self._weight: object = None
        self._session: Session | None = None
        self._remembering: Timer | None = None
        self._looking: Worker[None] | None = None

    # The list

    def choose_section(self) -> None:
        """Another row of the sections is highlighted: its list is shown."""
        self.screen.sections.ahead = False
        self.screen.tell()
        self.show_list(self.screen.sections.chosen.filter)

    def show_list(self, wanted: StoryFilter, select: int = 0) -> None:
        """Show another list: its first stories at once, the whole of its order after a moment of rest."""
        self.screen.bring("stories", self._show_list, wanted, select)

    async def here(self) -> None:
        """Wait for what the next key is about: the story that is coming, the list that has the keys."""
        await self.screen.arrived("article")
        if self.screen.pane == "stories":
            await self.keep_up()

    async def keep_up(self) -> None:
        """Show the list of the row highlighted, where the screen has not heard of it yet, and wait for it."""
        if self.screen.sections.ahead:
            self.choose_section()
        await self.screen.arrived("stories")

    async def _show_list(self, there: There, wanted: StoryFilter, select: int) -> None:
        with self.screen.telling():
            await self.load(wanted, select)
            there()
            if self.screen.stories.whole:
                return
            await asyncio.sleep(ORDER_DELAY)
            await self.take_order(select)

    async def load(self, wanted: StoryFilter, select: int = 0) -> None:
        """Show the first stories of another list, as its view has them."""
        viewed = self.views.applied(wanted)
        limit = self._first(wanted, viewed)
        first = await self.screen.library.ask(stories.window, viewed, limit)
        self.base, self.screen.wanted = wanted, viewed
        self._put(first, select, whole=len(first) < limit)
        if wanted == self.screen.searched:
            self.screen.sections.show(self.choices())  # the row of a search says how many it found
        self.remember_later()

    def _first(self, wanted: StoryFilter, viewed: StoryFilter) -> int:
        """How many stories are asked for at once. Of a search no more than are seen: where its words stand in a text
        takes as long as all else of sixty lines."""
        if not viewed.words:
            return FIRST
        lines = 1 if self._density(wanted, viewed) is Density.COMPACT else 2
        return min(FIRST, max(8, (self.screen.size.height or FIRST) // lines))

    def _put(self, first: tuple[Story, ...], select: int = 0, *, whole: bool) -> None:
        self.screen.stories.empty = self.hint()
        self.screen.stories.show_as(self.look())
        self.screen.stories.oldest_first = self.screen.wanted.order == "oldest"
        self.screen.stories.show(first, row_of(first, select), whole=whole)
        self._weight = _weighed(self.screen)

    async def complete(self, select: int) -> None:
        """Take the whole of the order, where only the first stories are there."""
        with self.screen.telling():
            if not self.screen.stories.whole:
                await self.take_order(select)

    async def take_order(self, select: int = 0) -> None:
        """The order of the whole list, as it is now."""
        screen, wanted = self.screen, self.screen.wanted
        order = await screen.library.ask(stories.order, wanted)
        standing = await _standing(screen, order, select)
        if wanted == screen.wanted:
            screen.stories.take(order, standing=standing)
            select = row_of(standing, select)
            if select and not screen.stories.touched and (index := find(order, select, 0)) is not None:
                screen.stories.go(index)
            if wanted.words:
                screen.sections.show(self.choices())

    async def give_lines(self, ids: tuple[int, ...]) -> None:
        """Bring the list the stories that it lacks."""
        screen = self.screen
        with screen.telling():
            screen.stories.give(
                await screen.library.ask(stories.lines, ids, screen.wanted.words, events=screen.wanted.events)
            )

    def choices(self, *, unfolded: bool = False) -> tuple[Choice, ...]:
        """The rows of the sections, as they are now; also those that are folded away, where that is asked for."""
        screen = self.screen
        found = screen.stories.count if self.base == screen.searched else 0
        known = Known(
            screen.counts,
            screen.sites,
            screen.folders,
            screen.tags,
            screen.searches,
            screen.searched,
            found,
            self._today,
            self._changing,
            self.with_hidden,
        )
        rows = choices(known, screen.clock(), frozenset() if unfolded else self.views.folded)
        return with_unread(rows, self.base) if self.views.unread_sections else rows

    @property
    def meant(self) -> StoryFilter:
        """The list of the row highlighted, also where it is not shown yet: keys may come faster than lists."""
        chosen = self.screen.sections.chosen.filter
        return self.screen.wanted if chosen == self.base else self.views.applied(chosen)

    def look(self) -> Look:
        """How the stories of the list that is shown are drawn, on a screen of this size."""
        screen, wanted = self.screen, self.screen.wanted
        density = self._density(self.base, wanted)
        view = self.views.of(self.base)
        heads: Literal["none", "day", "site", "section"] = "none"
        if view.headed:
            order: str = wanted.order
            heads = "site" if order == "site" else "section" if order == "section" else "day"
        outlet = _outlet(wanted, heads, sites=bool(screen.sites))
        return Look(screen.signs, density, outlet, not (wanted.guide or not screen.sites), heads)

    def _density(self, base: StoryFilter, viewed: StoryFilter) -> Density:
        if chosen := self.chosen_density(base):
            return chosen
        if viewed.ids:
            return Density.FULL  # what there is time for is shown with its leads
        return fitting_density(*self.screen.app.size, found=grammar.seeks_words(viewed.words))

    def density(self) -> None:
        """Show more of each story of the list, or less."""
        chosen = self.screen.stories.look.density.next
        if chosen is Density.FULL and grammar.seeks_words(self.screen.wanted.words):
            chosen = chosen.next  # what was found shows where the words stand at any density but compact
        self.views.change(self.base, density=chosen.value)
        self.screen.stories.show_as(self.look())
        self.keep_views()
        self.screen.say(f"{chosen.value.capitalize()} rows.")

    def chosen_density(self, filter: StoryFilter) -> Density | None:
        """The density that was chosen for a list, or in an older session for all; None leaves it to the size of the
        screen."""
        for chosen in (self.views.of(filter).density, self._session.density if self._session else ""):
            if chosen in list(Density):
                return Density(chosen)
        return None

    def unread_only(self) -> None:
        """In the sections: only those with unread stories, or all. Elsewhere: only the list's unread stories, or
        all."""
        screen = self.screen
        if screen.pane == "sections":
            self.views.unread_sections = not self.views.unread_sections
            screen.sections.show(self.choices(), self.base)
            said = "Sections with unread stories." if self.views.unread_sections else "All sections."
        elif self.base.unread:
            said = "This list is of what is unread."
        else:
            view = self.views.change(self.base, unread=not self.views.of(self.base).unread)
            self._show_again()
            said = "Unread stories only." if view.unread else "All stories."
        self.keep_views()
        screen.say(said)

    def fold(self, *, on: bool) -> bool:
        """Fold the row highlighted among the sections, or unfold it; False where it is so already, or cannot be
        folded."""
        chosen = self.screen.sections.chosen
        if not chosen.fold or chosen.folded == on:
            return False
        self.views.folded = self.views.folded ^ {chosen.fold}
        self.screen.sections.show(self.choices(), chosen.filter)
        self.keep_views()
        return True

    def sort(self) -> None:
        """Another order of the list."""
        if self.base.front or self.base.ids:
            self.screen.say("What matters most comes first here.")
            return
        orders = list(ORDERS)
        view = self.views.of(self.base)
        order = orders[(orders.index(view.order) + 1) % len(orders)] if view.order in orders else orders[0]
        self.views.change(self.base, order=order)
        self._show_again()
        self.keep_views()
        self.screen.say(f"{ORDERS[order]}.")

    def events(self) -> None:
        """Each event of the list once, or every story."""
        if self.base.events:
            self.screen.say("This list has each event once.")
            return
        view = self.views.change(self.base, events=not self.views.of(self.base).events)
        self._show_again()
        self.keep_views()
        self.screen.say("Each event once." if view.events else "Every story.")

    def headings(self) -> None:
        """Headings between the stories, or none."""
        view = self.views.change(self.base, headed=not self.views.of(self.base).headed)
        self.screen.stories.show_as(self.look())
        self.keep_views()
        self.screen.say("With headings." if view.headed else "Without headings.")

    def _show_again(self) -> None:
        highlighted = self.screen.stories.highlighted
        self.show_list(self.base, highlighted.id if highlighted else 0)

    def keep_views(self) -> None:
        """Keep how lists and sections are shown, for the next session."""
        screen = self.screen
        screen.keep(screen.library.do(settings.keep_setting, SETTING, self.views.written()))

    def hint(self) -> str:
        """What would fill an empty list, and by which key."""
        screen = self.screen
        key, wanted = screen.keys.first, screen.wanted
        if said := _what_fills(wanted, key):
            return said
        failed = screen.sections.chosen.failed if screen.sections.chosen.filter == self.base else ""
        if failed:
            return f"{sentence(failed)} {key('refresh')} asks again."
        if not screen.sites:
            return f"Nothing here yet: {key('follow')} follows a site."
        if wanted.unread and not self.base.unread:
            return f"Everything here is read. {key('unread_only')} shows what was."
        if wanted.unread:
            return f"Everything is read. {key('refresh_all')} asks for new stories."
        return f"No stories yet. {key('refresh')} asks for them."

    # What changes while the screen is open

    async def read_counts(self) -> None:
        """Ask for the counts, the sites and the saved searches."""
        screen = self.screen
        screen.counts = await screen.library.ask(stories.counts)
        screen.sites = await screen.library.ask(sections.sites)
        screen.folders = await screen.library.ask(folders.tree)
        # The stories of a tag are counted each time (14 ms for 20,000): beside the keys, but for the first screen.
        counted = screen.library.background if self._session else screen.library.ask
        screen.tags = await counted(tags.every)
        screen.searches = await screen.library.ask(searches.saved)

    async def count_beside(self) -> None:
        """Count what no count is kept of: the unread stories of today, and of views that change by themselves."""
        library = self.screen.library
        with self.screen.telling():
            counted = await library.background(stories.today), await library.background(searches.changing)
            if counted != (self._today, self._changing):
                self._today, self._changing = counted
                self.screen.sections.show(self.choices())

    def look_around(self) -> None:
        """Now and then: has anything changed, here or in another process? A check that is still under way is left to
        finish: it knows of the change, and if it were cancelled nobody would."""
        if self.screen.clock().astimezone().date() != self.screen.today:
            self.screen.tell()
        if self._looking is None or self._looking.is_finished:
            self._looking = self.screen.work("look", self.notice_changes)

    async def notice_changes(self) -> None:
        """Show what is new, if anything is."""
        with self.screen.telling():
            if await self.screen.library.changed():
                await self.renew()

    async def renew(self, *, acted: bool = False) -> None:
        """Show what is so now, by itself or because a person has `acted`: counts, sections, and the list with its
        highlight on the same story."""
        screen = self.screen
        await self.read_counts()
        self._show_rows()
        screen.stories.empty = self.hint()
        weight = _weighed(self.screen)
        if weight != self._weight:
            self._weight = weight
            wanted = screen.wanted
            if not screen.stories.count:
                await self.load(self.base)
            order = await screen.library.ask(stories.order, wanted)
            standing = await _standing(screen, order)
            if wanted == screen.wanted:
                screen.stories.take(order, acted=acted, standing=standing)
        screen.stories.renew()
        screen.tell()
        screen.work_newest("beside", self.count_beside)

    async def renew_marks(self) -> None:
        """After acts on many stories: show what is so now, whatever changed."""
        self._weight = None
        self.screen.stories.forget()
        await self.renew(acted=True)

    def recount(self) -> None:
        """Show the counts as they are now."""
        self.screen.work_newest("count", self._recount)

    async def _recount(self) -> None:
        with self.screen.telling():
            await self.read_counts()
            self._show_rows()
            self.screen.tell()
            await self.count_beside()

    def _show_rows(self) -> None:
        """Show the sections as they are now; where the row of the list is gone, the list of the one in its place."""
        rows = self.screen.sections
        had = rows.choices and rows.find(self.base) is not None
        rows.show(self.choices())
        if had and rows.find(self.base) is None:
            self.show_list(rows.chosen.filter)

    # Where the reader is

    async def left_behind(self) -> Session:
        """Show sections and list as they were left; where that was."""
        screen = self.screen
        screen.sections.show(self.choices())
        session = Session()
        with screen.telling():
            left = await screen.library.ask(settings.session)
            session = left or session
            self._session = session
            self.views = Views.read(await screen.library.ask(settings.setting, SETTING))
            await self.read_counts()
            if session.filter.words and session.filter not in [search.filter for search in screen.searches]:
                screen.searched = session.filter
            self.base = session.filter
            screen.sections.show(self.choices(), session.filter)
            await self.load(screen.sections.chosen.filter, session.story_id)
        return session

    def remember_later(self) -> None:
        """Keep where the reader is, once they rest there."""
        if self._remembering is not None:
            self._remembering.stop()
        self._remembering = self.screen.set_timer(REST, lambda: self.screen.keep(self.remember()))

    async def remember(self) -> None:
        """Keep where the reader is."""
        screen = self.screen
        highlighted = screen.stories.highlighted
        opened = screen.story.id if screen.story is not None and screen.article is not None else 0
        if opened:
            await screen.library.do(marks.keep_place, opened, *screen.reading.place)
        density = self._session.density if self._session else ""
        pane = screen.pane if screen.pane in PANES else ""
        session = Session(self.base, highlighted.id if highlighted else 0, opened, pane, density)
        if session != self._session:
            self._session = session
            await screen.library.do(settings.keep_session, session)

    async def leave(self) -> None:
        """Keep where the reader is, and wait for what is being kept."""
        if self._session is None:
            return  # it was never shown
        if self._remembering is not None:
            self._remembering.stop()
        with contextlib.suppress(NewsError):  # the screen is gone: there is nowhere left to say it
            await self.remember()
            while self.screen.keeping:
                await asyncio.wait(self.screen.keeping)


def _weighed(screen: MainScreen) -> object:
    """What changes when the order of the list does. A mark changes that of few lists, and an order costs more the
    longer it is."""
    wanted = screen.wanted
    marked = [
        count
        for asked, count in (
            (wanted.unread or wanted.order == "unread", screen.counts.unread),
            (wanted.starred, screen.counts.starred),
            (wanted.later, screen.counts.later),
            (wanted.kept, screen.counts.kept),
        )
        if asked
    ]
    stands = [
        (section.stories, section.succeeded)
        for site in screen.sites
        for section in site.sections
        if site.id == wanted.site_id or section.id == wanted.section_id
    ]
    inside = [each.stories for each in screen.folders if each.id == wanted.folder_id]
    tagged = [each.stories for each in screen.tags if each.id == wanted.tag_id]
    grouped = screen.counts.events * wanted.events
    return wanted, marked, grouped, stands or inside or tagged or screen.counts.stories


async def _standing(screen: MainScreen, order: "array[int]", select: int = 0) -> tuple[Story, ...]:
    """The rows that stand now for the events of those that the list has lost, and of the one to `select`."""
    if not screen.wanted.events:
        return ()
    lost = screen.stories.lost(order)
    if select and find(order, select, 0) is None:
        lost = (*lost, select)
    return await screen.library.ask(tellings.rows_for, lost, order, screen.wanted.words) if lost else ()


def _what_fills(wanted: StoryFilter, key: Callable[[str], str]) -> str:
    """What would fill a list that is of something in particular; "" for the others."""
    if wanted.words:
        return f"Nothing found. {key('search_all')} searches for something else."
    if wanted.starred:
        return f"No stars yet: {key('star')} stars a story."
    if wanted.later:
        return f"Nothing to read later: {key('later')} puts a story here."
    if wanted.kept:
        return f"Nothing is downloaded: {key('download')} downloads the unread stories of a list."
    if wanted.tag_id:
        return f"No story has this tag: {key('tag')} gives a story tags."
    if wanted.folder_id:
        return f"No stories in this folder: {key('move')} moves a section into one."
    if wanted.today:
        return f"Nothing yet today. {key('refresh_all')} asks for new stories."
    if wanted.front:
        return f"Nothing was told in the last two days. {key('refresh_all')} asks for new stories."
    return "The Guide is empty." if wanted.guide else ""


def _outlet(wanted: StoryFilter, heads: str, *, sites: bool) -> Literal["site", "section", "none"]:
    """What of where a story stands is said in its row: not what the list or the heading above says."""
    if wanted.section_id:
        return "none"
    if wanted.site_id or wanted.guide or not sites:
        return "none" if heads == "section" else "section"
    return "section" if heads == "site" else "site"
