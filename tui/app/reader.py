"""The reader's screen: what each key does."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widgets import Input
from textual.worker import Worker

from tui import address
from tui.app.article import ArticlePane
from tui.app.chrome import Field
from tui.app.desk import PANES, Desk, columns, sentence
from tui.app.errands import Errand
from tui.app.keys import BY_ID, VERBS
from tui.app.rows import Rows
from tui.app.stories import find, nearest
from tui.app.trail import Stop, Trail
from tui.config import Config
from tui.errors import FetchError, NewsError
from tui.model import Article, Followed, Story, StoryFilter, Update
from tui.output import browser
from tui.storage import downloads, marks, searches, sections, stories, texts
from tui.text import counted
from tui.values import replace

if TYPE_CHECKING:
    from tui.library import Library


@dataclass(frozen=True, slots=True)
class Missed:
    """A story that could not be fetched for want of a network: it can be queued."""

    url: str
    from_url: str = ""
    title: str = ""


class ReaderScreen(Desk):
    """The reader's screen: the keys go to the active pane."""

    BINDINGS: ClassVar[list[BindingType]] = [verb.binding for verb in VERBS]

    def __init__(self, library: "Library", settings: Config, clock: Callable[[], datetime]) -> None:
        super().__init__(library, settings, clock)
        self._trail = Trail()
        self._missed: Missed | None = None
        self._before_search = StoryFilter()
        self._field: Field | None = None
        self._errand_workers: dict[str, Worker[None]] = {}

    async def on_mount(self) -> None:
        """Ask what is due soon after the start, and now and then from then on."""
        if self.settings.auto_refresh:
            self.set_timer(2.0, self._ask_due)
            self.set_interval(60.0, self._ask_due)

    @property
    def _rows(self) -> Rows | None:
        """The active list; None where the article is active."""
        return None if self.pane == "article" else self.sections if self.pane == "sections" else self.stories

    @property
    def subject(self) -> Story | None:
        """The story that a key is about: the one being read, or the one highlighted in the active list."""
        if self.pane == "article":
            return self.story
        return self.stories.highlighted if self.pane == "stories" else None

    def _activate(self, pane: str) -> None:
        if pane != "article":
            self._missed = None  # what could not be fetched there is not what D is about any more
        super()._activate(pane)

    # Moving

    def action_down(self) -> None:
        """The next row or line."""
        self._rows.move(1) if self._rows else self.reading.line(1)

    def action_up(self) -> None:
        """The previous row or line."""
        self._rows.move(-1) if self._rows else self.reading.line(-1)

    def action_half_on(self) -> None:
        """Half a page on."""
        self._rows.half(1) if self._rows else self.reading.half(1)

    def action_half_back(self) -> None:
        """Half a page back."""
        self._rows.half(-1) if self._rows else self.reading.half(-1)

    def action_top(self) -> None:
        """The top."""
        self._rows.go(0) if self._rows else self.reading.top()

    async def action_end(self) -> None:
        """The end, also of a list whose order is not known yet."""
        if self.pane == "stories" and not self.stories.whole:
            with self._telling():
                await self._take_order()
        self._rows.go(self._rows.count - 1) if self._rows else self.reading.end()

    def action_page_on(self) -> None:
        """A page on; at the end the next unread story."""
        moved = self._rows.page(1) if self._rows else self.reading.page(1)
        if not moved and self.pane != "sections":
            self.action_next_unread()

    def action_page_back(self) -> None:
        """A page back."""
        self._rows.page(-1) if self._rows else self.reading.page(-1)

    def action_left(self) -> None:
        """The pane on the left."""
        if self.pane != "sections":
            self._activate(PANES[PANES.index(self.pane) - 1])

    def action_right(self) -> None:
        """The pane on the right; where the article is not beside the list, the highlighted story is opened."""
        if self.pane == "sections":
            self._activate("stories")
        elif self.pane == "stories":
            beside = columns(self.size.width, "stories").article
            highlighted = self.stories.highlighted
            same = self.story is not None and highlighted is not None and self.story.id == highlighted.id
            if self.article is not None and (beside or same):
                self._activate("article")
            else:
                self.action_open()

    def action_next_pane(self) -> None:
        """The next pane."""
        self._turn(1)

    def action_previous_pane(self) -> None:
        """The previous pane."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        panes = PANES if self.article is not None else PANES[:2]
        self._activate(panes[(panes.index(self.pane) + step) % len(panes)] if self.pane in panes else "stories")

    def action_out(self) -> None:
        """One pane out; in the first, quit."""
        if self.pane == "sections":
            self.action_quit()
        else:
            self.action_left()

    def action_quit(self) -> None:
        """Quit."""
        self.app.exit()

    # Reading

    def action_open(self) -> None:
        """Open what is highlighted."""
        if self.pane == "sections":
            self._activate("stories")
        elif self.pane == "article":
            self.reading.follow_link()
        elif self.stories.count:
            self._trail.clear()
            story_id = self.stories.order[self.stories.cursor]
            if self.article is not None and self.story is not None and self.story.id == story_id:
                self._activate("article")  # it is there already, at the line where it was left
                self._mark(self.story, read=True)
            else:
                self.read(story_id)

    @work(exclusive=True, group="article")
    async def read(self, story_id: int, place: tuple[int, int] | None = None) -> None:
        """Open a story: what is kept at once, else fetched; then it is marked read."""
        self._missed = None
        with self._telling():
            story = await self.library.ask(stories.story, story_id)
            if story is None:
                self._say("This story is not in the library any more.")
                return
            article = await self.library.ask(texts.article, story_id)
            if article is None:
                article = await self._fetch(story)
            if article is not None:
                await self._lay_out(story, article, place)
                self._activate("article")
                self._mark(story, read=True)

    async def _fetch(self, story: Story) -> Article | None:
        self.story, self.article = story, None
        self.reading.show_message(f"Fetching “{story.title}”{self.signs.ellipsis}")
        self._activate("article")
        try:
            return await self.library.read_article(story.id)
        except NewsError as error:
            said = sentence(error)
            if isinstance(error, FetchError) and error.offline:
                self._offline(Missed(story.url, title=story.title))
                said = f"{said} {self.keys.first('download')} queues it until there is a network."
            self.reading.show_message(f"{said}\n\n{story.summary}" if story.summary else said)
            return None

    def _offline(self, missed: Missed) -> None:
        self.offline = True
        self._missed = missed
        self._tell()

    @on(ArticlePane.LinkFollowed)
    def _link_followed(self, event: ArticlePane.LinkFollowed) -> None:
        if event.url.partition(":")[0] in ("http", "https", "guide"):
            self._say(f"Fetching {event.title or event.url}{self.signs.ellipsis}")
            self.follow_link(event.url, event.title)
        else:
            self._open_outside(event.url)

    @work(exclusive=True, group="article")
    async def follow_link(self, url: str, title: str) -> None:
        """Open a story that the one being read leads to; the way back is kept."""
        left, from_url = self.story, self.article.url if self.article else ""
        place = self.reading.place
        self._missed = None
        try:
            story, article = await self.library.open_link(url, from_url=from_url, title=title)
        except FetchError as error:
            if error.offline:
                self._offline(Missed(url, from_url, title))
                self._say(f"{sentence(error)} {self.keys.first('download')} queues it until there is a network.")
            else:
                self._say(f"{sentence(error)} {self.keys.first('browser')} opens the address.")
        except NewsError as error:
            self._say(sentence(error))
        else:
            self.note = ""
            self.offline = False
            if left is not None:
                self._trail.push(Stop(left.id, place))
            await self._lay_out(story, article)
            self._activate("article")
            self._mark(story, read=True)

    def action_back(self) -> None:
        """Back along the trail; at its beginning, back to the list."""
        stop = self._trail.back(self._here) if self.pane == "article" else None
        self.read(stop.story_id, stop.place) if stop else self.action_left()

    def action_forward(self) -> None:
        """Forward along the trail."""
        if self.pane == "article" and (stop := self._trail.forward(self._here)):
            self.read(stop.story_id, stop.place)

    @property
    def _here(self) -> Stop:
        return Stop(self.story.id if self.story else 0, self.reading.place)

    def action_next_link(self) -> None:
        """The next link or related story."""
        self.reading.next_link(1)

    def action_previous_link(self) -> None:
        """The previous link or related story."""
        self.reading.next_link(-1)

    def action_next_story(self) -> None:
        """The next story of the list."""
        self._neighbour(1)

    def action_previous_story(self) -> None:
        """The previous story of the list."""
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        if self.pane != "article":
            self.stories.move(step)
            return
        here = find(self.stories.order, self.story.id, self.stories.cursor) if self.story else None
        self._go_and_read((self.stories.cursor if here is None else here) + step)

    def action_next_unread(self) -> None:
        """The next unread story."""
        self._seek_unread(1)

    def action_previous_unread(self) -> None:
        """The previous unread story."""
        self._seek_unread(-1)

    @work(exclusive=True, group="unread")
    async def _seek_unread(self, step: int) -> None:
        """Look for an unread story: in the rows at hand, else in the library; from the list's other end where there is none."""
        order, start = self.stories.order, self.stories.cursor + step
        with self._telling():
            index, sure = self.stories.unread_from(start, step)
            if index is None and not (sure and self.stories.count == len(order) < 2):
                unread = await self.library.ask(stories.order, _only_unread(self.wanted))
                index = await asyncio.to_thread(nearest, order, unread, start, step)
                if index is None:
                    index = await asyncio.to_thread(nearest, order, unread, 0 if step > 0 else len(order) - 1, step)
            if index is None or order is not self.stories.order:
                self._say("Nothing unread is left in this list.")
            elif self.pane == "article":
                self._go_and_read(index)
            else:
                self._activate("stories")
                self.stories.go(index)

    def _go_and_read(self, index: int) -> None:
        if not 0 <= index < self.stories.count:
            self._say(
                "That was the last story of this list." if index > 0 else "That was the first story of this list."
            )
            return
        if self.story is not None and self.article is not None:
            self._trail.push(self._here)
        self.stories.go(index)
        self.read(self.stories.order[index])

    @on(Rows.Clicked)
    def _row_clicked(self, event: Rows.Clicked) -> None:
        pane = "sections" if event.rows is self.sections else "stories"
        if self.pane != pane:
            self._activate(pane)
        elif event.again:
            self.action_open()

    def action_density(self) -> None:
        """Show more of each story of the list, or less."""
        self._density = self.stories.look.density.next
        self.stories.show_as(self._look())
        self._say(f"{self._density.value.capitalize()} rows.")

    # Marking

    def action_star(self) -> None:
        """Star a story, or take its star away."""
        if story := self.subject:
            self._mark(story, starred=not story.starred)

    def action_toggle_read(self) -> None:
        """Mark a story read, or unread."""
        if story := self.subject:
            self._mark(story, read=not story.read)

    @work(group="mark")
    async def action_mark_all(self) -> None:
        """Mark the whole list read."""
        with self._telling():
            number = await self.library.do(marks.mark_all_read, self.wanted)
            self.stories.put_all_read()
            self._say(f"{number} marked read.")
            self._recount()

    # Addresses

    @property
    def _address(self) -> str:
        """The address a key is about: of the link that has the eye, the story, the section."""
        if self.pane == "article" and (link := self.reading.focused_link):
            return link.url
        if self.pane == "sections":
            return self.sections.chosen.url
        return self.subject.url if self.subject else ""

    def action_copy(self) -> None:
        """Copy the address."""
        if url := self._address:
            self._copy(url)

    def action_browser(self) -> None:
        """Open the address in the browser; over SSH it is shown and copied instead."""
        if url := self._address:
            self._open_outside(url)

    def _copy(self, url: str) -> None:
        self.app.copy_to_clipboard(url)
        self._say(f"Sent to the clipboard: {url}")  # terminals do not say whether they took it

    def _open_outside(self, url: str) -> None:
        if not (openable := address.openable(url)):
            self._say("This is not an address that a browser could open.")
            return
        way = browser.way(
            openable,
            self.settings.browser,
            self.settings.open_links,
            os.environ,
            has_windows=sys.platform == "darwin",
        )
        if way.kind == "copy":
            self._copy(openable)
        elif way.kind == "window":
            self._start_browser(way, openable)
        else:
            with self.app.batch_update(), self.app.suspend():
                said = browser.hand_over(way)
            self._say(said or f"Back from {way.argv[0]}.")

    @work(group="browser")
    async def _start_browser(self, way: browser.Way, url: str) -> None:
        self._say(await asyncio.to_thread(browser.start, way, url))

    # Finding

    async def action_search(self) -> None:
        """Ask for words, in place of the line of keys."""
        if self._field is None:  # one for all searches: Textual holds on to those that were mounted once
            self._field = Field("Words to search for; empty goes back", id="search")
            await self.mount(self._field)
        self._field.value = ""
        self._field.display = True
        self.footline.display = False
        self.set_focus(self._field)

    @on(Field.Left)
    def _search_left(self) -> None:
        assert self._field is not None
        self._field.display = False
        self.footline.display = True
        self.set_focus(None)

    @on(Input.Submitted, "#search")
    def _search_asked(self, event: Input.Submitted) -> None:
        self._search_left()
        words = event.value.strip()
        if words:
            if self._searched is None:
                self._before_search = self.sections.chosen.filter
            self._searched = StoryFilter(words=words)
            self.sections.show(self._choices(), self._searched)
            self._activate("stories")
            self.load(self._searched)
        elif self._searched is not None:
            self._searched = None
            self.sections.show(self._choices(), self._before_search)
            self._activate("sections")
            self.load(self.sections.chosen.filter)

    @work(group="search")
    async def action_keep_search(self) -> None:
        """Keep the search that is shown, as a row under its words; where a kept one is shown, let it go."""
        shown = self.sections.chosen.filter
        kept = next((search for search in self._searches if search.filter == shown), None)
        if not shown.words:
            self._say(f"There is no search to keep: {self.keys.first('search')} searches.")
            return
        with self._telling():
            if kept:
                await self.library.do(searches.drop, kept.id)
                after, said = StoryFilter(), f"The search “{kept.name}” is not kept any more."
            else:
                self._searched = None
                after = (await self.library.do(searches.save, shown.words, shown.words)).filter
                said = f"Kept: {self.keys.first('keep_search')} lets it go again."
            self._searches = await self.library.ask(searches.saved)
            self.sections.show(self._choices(), after)
            self.load(self.sections.chosen.filter)
            self._say(said)

    async def action_follow(self) -> None:
        """Follow a site."""
        from tui.app.dialogs import FollowDialog  # late, like the other dialogs: the first screen does without them

        await self.app.push_screen(FollowDialog(self.library, self.signs), self._followed)

    def _followed(self, done: tuple[tuple[Followed, ...], str] | None) -> None:
        if done:
            self._show_followed(*done)

    @work(group="followed")
    async def _show_followed(self, followed: tuple[Followed, ...], failed: str) -> None:
        with self._telling():
            self._counts, self._sites = await self.library.ask(stories.counts), await self.library.ask(sections.sites)
            site = followed[0].site
            wanted = (
                StoryFilter(section_id=site.sections[0].id) if len(site.sections) == 1 else StoryFilter(site_id=site.id)
            )
            self.sections.show(self._choices(), wanted)
            self._activate("sections")
            self.load(self.sections.chosen.filter)
            added = [section for one in followed for section in one.added or one.site.sections]
            if empty := [section.id for section in added if not section.stories]:
                self._gather(empty, quiet=True)
            names = ", ".join(one.site.name for one in followed)
            self._say(
                failed or f"Following {names}: {counted(sum(one.stories for one in followed), 'story', 'stories')}."
            )

    # Gathering

    def action_refresh(self) -> None:
        """Ask the section for new stories."""
        if self.sections.chosen.filter.guide:
            self._say("The Guide comes with the program: there is nothing to ask.")
        else:
            self._gather(list(self.sections.chosen.sections) or None)

    def action_refresh_all(self) -> None:
        """Ask every section for new stories."""
        self._gather(None)

    def _ask_due(self) -> None:
        """Now and then: ask the sections that are due."""
        if self._sites:
            self._gather(None, due=True, quiet=True)

    def _gather(self, section_ids: list[int] | None, *, due: bool = False, quiet: bool = False) -> None:
        if "refresh" in self._errands:
            return
        if not self._sites:
            self._say(f"Nothing is followed yet: {self.keys.first('follow')} follows a site.")
            return
        self._errand("refresh", Errand("refreshing"), self.library.refresh(section_ids, due=due), quiet=quiet)

    def action_download(self) -> None:
        """Download the list's unread stories for later; again to stop. A story missed for want of a network is queued."""
        if self._missed is not None:
            self._queue(self._missed)
            self._missed = None
        elif "download" in self._errands:
            self._errand_workers["download"].cancel()
            self._say("Stopped. What came is kept; the next download goes on from there.")
        else:
            self._errand("download", Errand("downloading"), self.library.download(self.wanted))

    @work(group="queue")
    async def _queue(self, missed: Missed) -> None:
        with self._telling():
            await self.library.do(downloads.queue, missed.url, from_url=missed.from_url, title=missed.title)
            self._say(f"Queued: {missed.title or missed.url}")

    def action_stop(self) -> None:
        """Stop what is under way."""
        if self._errand_workers:
            for worker in self._errand_workers.values():
                worker.cancel()
            self._say("Stopped. What came is kept.")
        else:
            self._say(f"{self.keys.first('quit')} quits.")

    def _errand(self, name: str, errand: Errand, updates: AsyncIterator[Update], *, quiet: bool = False) -> None:
        self._errands[name] = errand
        self._errand_workers[name] = self._run_errand(name, errand, updates, quiet)
        if not quiet:
            self._tell()

    @work(group="errands")
    async def _run_errand(self, name: str, errand: Errand, updates: AsyncIterator[Update], quiet: bool) -> None:
        try:
            with self._telling():
                await errand.run(updates, self._tell)
        finally:
            del self._errands[name], self._errand_workers[name]
            if self.is_running:
                if errand.total:
                    self.offline = errand.offline
                self._tell()
        if errand.total or not quiet:
            await self._renew()
            if not quiet:
                self._say(errand.summary())

    # The program

    async def action_help(self) -> None:
        """The keys."""
        from tui.app.dialogs import HelpDialog

        await self.app.push_screen(HelpDialog(self.keys, self.signs))

    async def action_palette(self) -> None:
        """Everything that can be done, by name."""
        from tui.app.dialogs import PaletteDialog

        await self.app.push_screen(PaletteDialog(self.keys, self.signs), self._do)

    async def _do(self, verb: str | None) -> None:
        if verb is not None:
            await self.run_action(BY_ID[verb].action or verb)


def _only_unread(wanted: StoryFilter) -> StoryFilter:
    return replace(wanted, unread=True)
