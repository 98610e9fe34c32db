"""What lies on the screen: three panes between rules, the list that is shown, and what changes in it while it is open."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from tui.app.article import ArticlePane
from tui.app.chrome import Across, Down, Glyphs, Line, Paper, Piece, glyphs
from tui.app.errands import Errand
from tui.app.keys import Keys
from tui.app.layout import width
from tui.app.rows import Rows
from tui.app.sections import Choice, SectionList, choices
from tui.app.stories import StoryList, find
from tui.app.story_rows import Density, Look, fitting_density
from tui.config import Config
from tui.errors import NewsError
from tui.model import Article, Counts, Related, SavedSearch, Session, Site, Story, StoryFilter
from tui.storage import marks, searches, sections, settings, stories, texts
from tui.values import replace

if TYPE_CHECKING:
    from tui.library import Library

FIRST = 60
"""How many stories of a list are shown before the whole of its order is known."""
ORDER_DELAY = 0.1
"""Seconds of rest in a list before the whole of its order is asked for."""
REST = 1.0
"""Seconds without a move after which the place in a list or an article is kept."""
LOOK_SECONDS = 1.0
"""Seconds after which the library is asked whether another process has changed it, which costs 3 µs."""

PANES = ("sections", "stories", "article")


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the three panes, 0 for one that is not shown."""

    sections: int = 0
    stories: int = 0
    article: int = 0


def columns(width: int, pane: str) -> Columns:
    """Three panes from 120 columns; from 80 two, or the article alone while it is read; below one at a time."""
    if width >= 120:
        sections = 24 if width < 160 else 28
        stories = min(60, round((width - 26) * 0.37))
        return Columns(sections, stories, width - sections - stories - 2)
    if width >= 80 and pane != "article":
        return Columns(24, width - 25)
    return Columns(**{pane: width})


class Desk(Paper[None]):
    """Three panes, one of them active. Textual's own focus is only used to type in."""

    AUTO_FOCUS = ""

    def __init__(self, library: "Library", settings: Config, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.library = library
        self.settings = settings
        self.keys = Keys(settings.keys)
        self.clock = clock
        self.pane = "sections"
        """The active pane, one of `PANES`."""
        self.wanted = StoryFilter()
        """The list that is shown."""
        self.story: Story | None = None
        """The story that is open."""
        self.article: Article | None = None
        self.offline = False
        self.shown = asyncio.Event()
        """Set once the library is shown as it was left: what is typed before that waits for it."""
        self.note = ""
        """One sentence in place of the line of keys, until the next key."""
        self.signs: Glyphs = glyphs(os.environ, sys.__stderr__.encoding if sys.__stderr__ is not None else "utf-8")
        self._counts = Counts()
        self._sites: tuple[Site, ...] = ()
        self._weight: object = None
        self._searched: StoryFilter | None = None
        self._searches: tuple[SavedSearch, ...] = ()
        self._errands: dict[str, Errand] = {}
        self._pending: set[asyncio.Task[object]] = set()
        self._remembering: Timer | None = None
        self._today: date | None = None
        self._drawn_for: tuple[int, str] = (0, "")
        self._session: Session | None = None
        self._density: Density | None = None
        """The one that was chosen; None leaves it to the size of the screen."""

    def compose(self) -> ComposeResult:
        """A masthead, three panes between rules, a line of keys."""
        self.masthead = Line(self.signs, id="masthead")
        self.tees = Across(self.signs, self.signs.tee)
        self.sections = SectionList(self.signs)
        self.downs = (Down(self.signs), Down(self.signs))
        self.stories = StoryList(self.signs, self.clock)
        self.reading = ArticlePane(
            measure=self.settings.measure,
            ascii_only=self.signs.across == "-",
            addresses="SSH_CONNECTION" in os.environ,
        )
        self.feet = Across(self.signs, self.signs.foot)
        self.footline = Line(self.signs, id="footline")
        self._arrange()
        yield self.masthead
        yield self.tees
        with Horizontal(id="panes"):
            yield self.sections
            yield self.downs[0]
            yield self.stories
            yield self.downs[1]
            yield self.reading
        yield self.feet
        yield self.footline

    async def on_mount(self) -> None:
        """Show the library as it was left, before anything is painted."""
        try:
            await self._show_as_left()
        finally:
            self.shown.set()

    async def _show_as_left(self) -> None:
        self.sections.show(self._choices())
        session = Session()
        with self._telling():
            left = await self.library.ask(settings.session)
            session = left or session
            self._session = session
            self._counts, self._sites = await self.library.ask(stories.counts), await self.library.ask(sections.sites)
            self._searches = await self.library.ask(searches.saved)
            self.sections.show(self._choices(), session.filter)
            self.wanted = self.sections.chosen.filter
            self._show(await self.library.ask(stories.window, self.wanted, FIRST), session.story_id)
            if session.open_id and (story := await self.library.ask(stories.story, session.open_id)):
                kept = await self.library.ask(texts.article, story.id)
                if kept is not None:
                    await self._lay_out(story, kept)
        if self.article is None:
            self.reading.show_message(f"Choose a story in the list: {self.keys.first('open')} opens it here.")
        self._tell()
        self.set_interval(LOOK_SECONDS, self._look_around)
        self._load_order(session.story_id)

    async def leave(self) -> None:
        """Keep where the reader is, and wait for what is being kept."""
        if self._session is None:
            return  # it never came to be shown
        if self._remembering is not None:
            self._remembering.stop()
        with contextlib.suppress(NewsError):  # the screen is gone: there is nowhere left to say it
            await self._remember()
            while self._pending:
                await asyncio.wait(self._pending)

    # The shape of the screen

    def on_resize(self, event: events.Resize) -> None:
        """Another size of the terminal."""
        self._arrange(event.size.width)
        self.stories.show_as(self._look())
        self._tell()

    def _arrange(self, cells: int = 0) -> None:
        """Give each pane its width."""
        cells = cells or self.app.size.width
        if self._drawn_for == (cells, self.pane):
            return
        self._drawn_for = (cells, self.pane)
        shape = columns(cells, self.pane)
        for pane, given in (
            (self.sections, shape.sections),
            (self.stories, shape.stories),
            (self.reading, shape.article),
        ):
            pane.display = given > 0
            if given:
                pane.styles.width = given
        self.downs[0].display = bool(shape.sections and shape.stories)
        self.downs[1].display = bool(shape.stories and shape.article)
        joints = [shape.sections] if shape.sections and shape.stories else []
        joints += [shape.sections + 1 + shape.stories] if shape.stories and shape.article else []
        self.tees.join(*joints)
        self.feet.join(*joints)

    def _activate(self, pane: str) -> None:
        """Send the keys to another pane."""
        self.pane = pane
        self.sections.active = pane == "sections"
        self.stories.active = pane == "stories"
        self._arrange()
        self._tell()

    @property
    def as_it_begins(self) -> bool:
        """The panes stand as they will when the next session begins, and nobody types in a line of their own."""
        cells = self.size.width
        return self.focused is None and columns(cells, self.pane) == columns(cells, PANES[0])

    def _choices(self) -> tuple[Choice, ...]:
        found = self.stories.count if self.wanted == self._searched else 0
        return choices(self._counts, self._sites, self._searched, found, self.clock(), self._searches)

    def _tell(self) -> None:
        """Say on the masthead and on the line of keys what is so now."""
        now = self.clock().astimezone()
        self._today = now.date()
        today = f"Today: {now.day} {now:%B %Y}"
        progress = "  ".join(errand.progress(self.signs) for errand in self._errands.values())
        shape = columns(self.size.width or self.app.size.width, self.pane)
        chosen = self.sections.chosen
        name, site = (chosen.name, chosen.site)
        if shape.article and not shape.stories:
            place = f"{self.stories.cursor + 1} of {self.stories.count}" if self.stories.count else ""
            path = f" {self.signs.into} ".join(part for part in (site, name) if part)
            self.masthead.say([(path, "strong")], "", [(progress or place, "print")])
        elif shape.stories and not shape.sections:
            left = [(name, "strong"), (f" {self.signs.dot} {site}", "")] if site else [(name, "strong")]
            self.masthead.say(left, "", [(progress, "print")] if progress else [(today, "")])
        else:
            self.masthead.say([("Broadsheet", "strong")], today, [(progress, "print")])
        state = [f"{self._counts.unread} unread"] if self._counts.unread else []
        if self.pane == "article" and self.article is not None:
            state = [f"{self.reading.percent} %"]
        if self.offline:
            state.append("offline")
        right = "  ".join(state)
        if self.note:
            self.footline.say([(self.note, "print")])
        else:
            self.footline.say(self._footer(right), "", [(right, "print")])

    def _footer(self, right: str) -> list[Piece]:
        """As many of the pane's keys as there is room for; the help always."""
        room = (self.size.width or self.app.size.width) - 4 - width(right)
        entries = list(self.keys.footer(self.pane))
        about = next(entry for entry in entries if entry[1] == "help")
        while len(entries) > 1 and sum(width(keys) + width(word) + 3 for keys, word in entries) > room + 2:
            entries.pop(-1 if entries[-1] != about else -2)
        entries.remove(about)
        entries.append(about)
        pieces: list[Piece] = []
        for keys, word in entries:
            pieces += [("  " if pieces else "", "print"), (keys, "key"), (f" {word}", "print")]
        return pieces

    def _say(self, note: str) -> None:
        """Put a sentence in place of the line of keys."""
        self.note = note
        self._tell()

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        """What goes wrong inside is said in one line."""
        try:
            yield
        except NewsError as error:
            self._say(sentence(error))

    def forget_note(self) -> None:
        """A key takes the last note away."""
        if self.note:
            self._say("")

    # What is shown

    def _look(self) -> Look:
        """How the stories of the list that is shown are drawn, on a screen of this size."""
        wanted, columns, rows = self.wanted, *(self.size or self.app.size)
        density = self._density or fitting_density(columns, rows, found=bool(wanted.words))
        outlet: Literal["site", "section", "none"] = "site"
        if wanted.section_id:
            outlet = "none"
        elif wanted.site_id or wanted.guide or not self._sites:
            outlet = "section"
        return Look(self.signs, density, outlet, ages=not (wanted.guide or not self._sites))

    def _show(self, stories: tuple[Story, ...], select: int = 0) -> None:
        self.stories.empty = self._hint()
        self.stories.show_as(self._look())
        self.stories.show(stories, select, whole=len(stories) < FIRST)
        self._weight = self._weigh()

    def _hint(self) -> str:
        """What would fill an empty list, and by which key."""
        key, wanted = self.keys.first, self.wanted
        if wanted.words:
            return f"Nothing found. {key('search')} searches for something else."
        if wanted.starred:
            return f"No stars yet: {key('star')} stars a story."
        if wanted.guide:
            return "The Guide is empty."
        failed = self.sections.chosen.failed if self.sections.chosen.filter == wanted else ""
        if failed:
            return f"{sentence(failed)} {key('refresh')} asks again."
        if not self._sites:
            return f"Nothing here yet: {key('follow')} follows a site."
        if wanted.unread:
            return f"Everything is read. {key('refresh_all')} asks for new stories."
        return f"No stories yet. {key('refresh')} asks for them."

    @on(Rows.Highlighted, "SectionList")
    def _section_highlighted(self) -> None:
        chosen = self.sections.chosen
        self.note = sentence(chosen.failed) if chosen.failed else ""
        self._tell()
        self.load(chosen.filter)

    @work(exclusive=True, group="stories")
    async def load(self, wanted: StoryFilter, select: int = 0) -> None:
        """Show another list: its first stories at once, the whole of its order after a moment of rest."""
        with self._telling():
            first = await self.library.ask(stories.window, wanted, FIRST)
            self.wanted = wanted
            self._show(first, select)
            self._later_remember()
            if self.stories.whole:
                return
            await asyncio.sleep(ORDER_DELAY)
            await self._take_order(select)

    @work(exclusive=True, group="stories")
    async def _load_order(self, select: int) -> None:
        with self._telling():
            if not self.stories.whole:
                await self._take_order(select)

    async def _take_order(self, select: int = 0) -> None:
        wanted = self.wanted
        order = await self.library.ask(stories.order, wanted)
        if wanted == self.wanted:
            self.stories.take(order)
            if select and not self.stories.touched and (index := find(order, select, 0)) is not None:
                self.stories.go(index)
            if wanted.words:
                self.sections.show(self._choices())

    @on(StoryList.Wanted)
    def _stories_wanted(self, event: StoryList.Wanted) -> None:
        self._fetch_lines(event.ids)

    @work(group="lines")
    async def _fetch_lines(self, ids: tuple[int, ...]) -> None:
        with self._telling():
            self.stories.give(await self.library.ask(stories.lines, ids, self.wanted.words))

    @on(Rows.Highlighted, "StoryList")
    def _story_highlighted(self) -> None:
        self.stories.touched = True
        if not columns(self.size.width, self.pane).sections:
            self._tell()
        self._later_remember()

    # What changes while the screen is open

    def _look_around(self) -> None:
        """Once a second: has anything changed, here or in another process?"""
        if self.clock().astimezone().date() != self._today:
            self._tell()
        self._notice_changes()

    @work(exclusive=True, group="look")
    async def _notice_changes(self) -> None:
        with self._telling():
            if await self.library.changed():
                await self._renew()

    async def _renew(self) -> None:
        """Show what is so now: counts, sections, and the list with its highlight on the same story."""
        self._counts, self._sites = await self.library.ask(stories.counts), await self.library.ask(sections.sites)
        self._searches = await self.library.ask(searches.saved)
        self.sections.show(self._choices())
        self.stories.empty = self._hint()
        weight = self._weigh()
        if weight != self._weight:
            self._weight = weight
            wanted = self.wanted
            if not self.stories.count:
                self._show(await self.library.ask(stories.window, wanted, FIRST))
            order = await self.library.ask(stories.order, wanted)
            if wanted == self.wanted:
                self.stories.take(order)
        self.stories.renew()
        self._tell()

    def _weigh(self) -> object:
        """What changes when the order of the list does."""
        wanted, counts = self.wanted, self._counts
        for site in self._sites:
            if site.id == wanted.site_id:
                return [(section.stories, section.succeeded) for section in site.sections]
            for section in site.sections:
                if section.id == wanted.section_id:
                    return section.stories, section.succeeded
        return wanted, counts.unread if wanted.unread else counts.starred if wanted.starred else counts.stories

    @work(exclusive=True, group="count")
    async def _recount(self) -> None:
        with self._telling():
            self._counts, self._sites = await self.library.ask(stories.counts), await self.library.ask(sections.sites)
            self.sections.show(self._choices())
            self._tell()

    # Marks: kept at the key press, whatever becomes of the screen

    def _keep(self, change: Coroutine[Any, Any, object]) -> None:
        task = asyncio.ensure_future(change)
        self._pending.add(task)
        task.add_done_callback(self._kept)

    def _kept(self, task: "asyncio.Task[object]") -> None:
        self._pending.discard(task)
        if self.is_running and not task.cancelled():
            with self._telling():
                task.result()
                self._recount()

    def _mark(self, story: Story, *, read: bool | None = None, starred: bool | None = None) -> None:
        marked = replace(
            story, read=story.read if read is None else read, starred=story.starred if starred is None else starred
        )
        if marked == story:
            return
        self.stories.put(marked)
        if self.story is not None and self.story.id == story.id:
            self.story = marked
        self._keep(self.library.do(marks.mark, [story.id], read=read, starred=starred))

    # The story that is open, and where the reader is

    async def _lay_out(self, story: Story, article: Article, place: tuple[int, int] | None = None) -> None:
        """Put a story in the article pane, at the place it was left."""
        self._keep_place()
        place = place or await self.library.ask(marks.place, story.id)
        related = await self.library.ask(stories.related, article)
        self.story, self.article = story, article
        self.reading.show(article, related, (), place)
        self._add_similar(story, article, related)

    @work(exclusive=True, group="similar")
    async def _add_similar(self, story: Story, article: Article, related: tuple[Related, ...]) -> None:
        """What the library has like it: found after the story is shown, because it takes longer."""
        with self._telling():
            similar = await self.library.ask(stories.similar, story.id)
            known = {item.story_id for item in related} | {story.id}
            similar = tuple(item for item in similar if item.id not in known)
            if similar and self.article is article:
                self.reading.show(article, related, similar, self.reading.place)

    @on(ArticlePane.Scrolled)
    def _article_scrolled(self) -> None:
        if self.pane == "article":
            self._tell()
        self._later_remember()

    def _keep_place(self) -> None:
        if self.story is not None and self.article is not None:
            self._keep(self.library.do(marks.keep_place, self.story.id, *self.reading.place))

    def _later_remember(self) -> None:
        """Keep where the reader is, once they rest there."""
        if self._remembering is not None:
            self._remembering.stop()
        self._remembering = self.set_timer(REST, lambda: self._keep(self._remember()))

    async def _remember(self) -> None:
        highlighted = self.stories.highlighted
        opened = self.story.id if self.story is not None and self.article is not None else 0
        if opened:
            await self.library.do(marks.keep_place, opened, *self.reading.place)
        wanted = StoryFilter() if self.wanted == self._searched else self.wanted
        session = Session(wanted, highlighted.id if highlighted else 0, opened)
        if session != self._session:
            self._session = session
            await self.library.do(settings.keep_session, session)


def sentence(said: object) -> str:
    """An error's words as a sentence."""
    text = str(said).strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")
