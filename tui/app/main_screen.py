"""The main screen: three panes between rules, a masthead, a line of keys, and what all the rooms of the screen share.

What a key does stands in the rooms by concern (`moving`, `opening`, `marking`, `searching`, `following`, `refreshing`,
`contents`); `reader` puts them together."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable, Coroutine, Iterator
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.worker import Worker

from tui import log
from tui.app import own
from tui.app.article import ArticlePane
from tui.app.chrome import SPOKEN, Across, Down, Glyphs, Line, Paper, Piece, glyphs, keys_in
from tui.app.layout import shortened, width, wrap
from tui.app.parts import Typography
from tui.app.progress import Progress
from tui.app.prompt import Prompt
from tui.app.sections import SectionList
from tui.app.stories import StoryList
from tui.config import Config
from tui.errors import NewsError
from tui.model import Article, Counts, Folder, Site, Story, StoryFilter, Tag
from tui.saved import SavedSearch
from tui.values import Value

if TYPE_CHECKING:
    from tui.library.library import Library

P = ParamSpec("P")
T = TypeVar("T")

PANES = ("sections", "stories", "article")
There = Callable[[], None]
"""Says that what was asked for is on the screen."""


class Columns(Value):
    """The widths of the three panes, 0 for one that is not shown."""

    sections: int = 0
    stories: int = 0
    article: int = 0


def columns(width: int, pane: str, *, linear: bool = False) -> Columns:
    """Three panes from 120 columns; from 80 two, or the article alone while it is read; below, and in the linear mode,
    one at a time."""
    if linear:
        return Columns(**{pane: width})
    if width >= 120:
        sections = 24 if width < 160 else 28
        stories = min(60, round((width - 26) * 0.43))
        return Columns(sections, stories, width - sections - stories - 2)
    if width >= 80 and pane != "article":
        return Columns(24, width - 25)
    return Columns(**{pane: width})


class MainScreen(Paper[None], inherit_bindings=False):
    """Three panes, one of them active. Textual's own focus is only used to type in."""

    AUTO_FOCUS = ""

    def __init__(self, library: "Library", settings: Config, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.library = library
        self.settings = settings
        self.keys = own.keys(settings)
        self.clock = clock
        self.pane = "sections"
        """The active pane, one of `PANES`."""
        self.wanted = StoryFilter()
        """The list that is shown."""
        self.story: Story | None = None
        """The story that is open."""
        self.article: Article | None = None
        """What is shown of it."""
        self.counts = Counts()
        self.sites: tuple[Site, ...] = ()
        self.folders: tuple[Folder, ...] = ()
        self.tags: tuple[Tag, ...] = ()
        self.searches: tuple[SavedSearch, ...] = ()
        self.searched: StoryFilter | None = None
        """The search that has a row without being saved."""
        self.jobs: dict[str, Progress] = {}
        """What is under way in the background, by name."""
        self.whispered = ""
        """What there is to say about the words that are being typed, at the right of the masthead."""
        self.fetching = ""
        """What the article is waiting for, in a few words at the right of the line of keys."""
        self.offline = False
        self.shown = asyncio.Event()
        """Set once the library is shown as it was left: what is typed before that waits for it."""
        self.note = ""
        """One sentence in place of the line of keys, until the next key."""
        encoding = sys.__stderr__.encoding if sys.__stderr__ is not None else "utf-8"
        self.signs: Glyphs = SPOKEN if settings.linear else glyphs(os.environ, encoding)
        self.keeping: set[asyncio.Task[object]] = set()
        """What is being saved at the moment."""
        self.today: date | None = None
        """The day that the masthead says."""
        self._coming: dict[str, asyncio.Event] = {}
        """What is on its way to the screen, by its group: set when it is there or given up."""
        self._arranged_for: tuple[int, str] = (0, "")
        self._entry: Prompt | None = None

    def compose(self) -> ComposeResult:
        """A masthead, three panes between rules, a line of keys."""
        self.masthead = Line(self.signs, id="masthead")
        self.tees = Across(self.signs, self.signs.tee)
        self.sections = SectionList(self.signs)
        self.downs = (Down(self.signs), Down(self.signs))
        self.stories = StoryList(self.signs, self.clock)
        self.reading = ArticlePane(
            typography=Typography(
                self.settings.measure, self.settings.indent, self.settings.spacing, self.settings.justify
            ),
            ascii_only=self.signs.across == "-",
            spoken=self.signs.words,
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

    # The shape of the screen

    def on_resize(self, event: events.Resize) -> None:
        """Another size of the terminal."""
        self._arrange(event.size.width)
        self.tell()

    def _arrange(self, cells: int = 0) -> None:
        """Give each pane its width."""
        cells = cells or self.app.size.width
        if self._arranged_for == (cells, self.pane):
            return
        self._arranged_for = (cells, self.pane)
        shape = columns(cells, self.pane, linear=self.settings.linear)
        for pane, given in (
            (self.sections, shape.sections),
            (self.stories, shape.stories),
            (self.reading, shape.article),
        ):
            pane.display = given > 0
            if given:
                pane.styles.width = given
        self.tees.display = self.feet.display = not self.settings.linear
        self.downs[0].display = bool(shape.sections and shape.stories)
        self.downs[1].display = bool(shape.stories and shape.article)
        joints = [shape.sections] if shape.sections and shape.stories else []
        joints += [shape.sections + 1 + shape.stories] if shape.stories and shape.article else []
        self.tees.join(*joints)
        self.feet.join(*joints)

    @property
    def shape(self) -> Columns:
        """The widths of the panes as they are now."""
        return columns(self.size.width or self.app.size.width, self.pane, linear=self.settings.linear)

    def activate(self, pane: str) -> None:
        """Send the keys to another pane."""
        self.pane = pane
        self.sections.active = pane == "sections"
        self.stories.active = pane == "stories"
        self._arrange()
        self.tell()

    @property
    def subject(self) -> Story | None:
        """The story that a key is about: the one being read, or the one highlighted in the active list."""
        if self.pane == "article":
            return self.story
        return self.stories.highlighted if self.pane == "stories" else None

    def in_front(self, story: Story) -> bool:
        """Whether somebody is reading this story at the moment."""
        return self.pane == "article" and self.story is not None and self.story.id == story.id

    # What is said

    def say(self, note: str) -> None:
        """Put a sentence in place of the line of keys."""
        self.note = note
        self.tell()

    def whisper(self, said: str) -> None:
        """Say something about the words that are being typed; "" takes it back."""
        if said != self.whispered:
            self.whispered = said
            self.tell()

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """What goes wrong inside is reported in one line."""
        try:
            yield
        except NewsError as error:
            self.say(sentence(error))

    def forget_note(self) -> None:
        """A key takes the last note away."""
        if self.note:
            self.say("")

    def tell(self) -> None:
        """Say on the masthead and on the line of keys what is so now."""
        self._tell_masthead()
        right = "  ".join(self._state())
        above, last = self._lines(self.note, whole=True)
        self.feet.say(above)
        if last:
            self.footline.say([(last, "print")])
        else:
            self.footline.say(self._footer(right), "", [(right, "print")])

    def _lines(self, said: str, *, whole: bool) -> tuple[str, str]:
        """A sentence as a line, with one above it where it has no room in one; there it has what stands behind dots, as
        far as two lines have room for it. `whole`: that alone ("u undo") is worth a second line."""
        room = self._cells - 2
        if not whole and width(short := shortened(said, room)) <= room:
            return "", short
        while len(lines := wrap(said, room)) > 2 and " · " in said:
            said = said.rpartition(" · ")[0]
        if len(lines) == 1:
            return "", said
        head, _, tail = said.rpartition(" · ")
        if head and max(width(head), width(tail)) <= room:
            return head, tail
        return lines[0], " ".join(lines[1:])

    def _tell_masthead(self) -> None:
        now = self.clock().astimezone()
        self.today = now.date()
        today = f"Today: {now.day} {now:%B %Y}"
        above, whispered = self._lines(self.whispered, whole=False)
        self.tees.say(whispered if above else "")
        if above:
            self.masthead.say([(above, "print")])
            return
        progress = whispered or "  ".join(job.line(self.signs) for job in self.jobs.values())
        shape, chosen = self.shape, self.sections.chosen
        name, site = chosen.name, chosen.site
        if shape.article and not shape.stories:
            place = f"{self.stories.cursor + 1:,} of {self.stories.count:,}" if self.stories.count else ""
            path = f" {self.signs.into} ".join(part for part in (site, name) if part)
            self.masthead.say([(path, "strong")], "", [(progress or place, "print")])
        elif shape.stories and not shape.sections:
            left = [(name, "strong"), (f" {self.signs.dot} {site}", "")] if site else [(name, "strong")]
            self.masthead.say(left, "", [(progress, "print")] if progress else [(today, "")])
        else:
            self.masthead.say([("Broadsheet", "strong")], today, [(progress, "print")])

    def _state(self) -> list[str]:
        """What stands at the right of the line of keys."""
        state = [f"{self.counts.unread:,} unread"] if self.counts.unread else []
        if self.pane == "stories" and (selected := len(self.stories.selected)):
            state.insert(0, f"{selected} selected")
        if self.pane == "article" and self.article is not None:
            state = [f"{self.reading.percent} %"]
            if self.fetching:
                state.insert(0, self.fetching)
        if self.offline:
            state.append("offline")
        return state

    @property
    def in_words(self) -> bool:
        """No picture is drawn: in the linear mode, and where there are no half blocks."""
        return self.signs.words or self.signs.across == "-"

    @property
    def _idle(self) -> frozenset[str]:
        """Commands that the story that is open has no use for."""
        layout = self.reading.text_layout
        pictures = layout is not None and layout.pictures and not self.in_words
        enclosures = layout is not None and any(link.relation == "enclosure" for link in layout.links)
        return frozenset(
            id for id, useful in (("show_picture", pictures), ("queue_episodes", enclosures)) if not useful
        )

    @property
    def _cells(self) -> int:
        return self.size.width or self.app.size.width

    def _footer(self, right: str) -> list[Piece]:
        """As many of the pane's keys as there is room for; the help always."""
        room = self._cells - 4 - width(right)
        entries = self.keys.footer(self.pane, self._idle)
        if not self.sites and self.pane != "article":
            entries = tuple(sorted(entries, key=lambda entry: entry[1] != "follow"))  # the first thing to do
        return keys_in(sorted(entries, key=lambda entry: entry[1] == "help"), room)

    # What is asked

    async def entry(self) -> Prompt:
        """The line to type in, in place of the line of keys."""
        if self._entry is None:
            self._entry = Prompt(self.whisper, self.close_entry)
            await self.mount(self._entry)
        self._entry.display = True
        self.footline.display = False
        self.set_focus(self._entry)
        return self._entry

    def close_entry(self) -> None:
        """Back to the line of keys."""
        if self._entry is not None:
            self._entry.display = False
        self.footline.display = True
        self.set_focus(None)
        self.whisper("")

    # What goes on behind the screen

    def work(
        self, group: str, work: Callable[P, Coroutine[Any, Any, T]], *args: P.args, **kwargs: P.kwargs
    ) -> Worker[T]:
        """Do something beside the keys."""
        return self.run_worker(partial(work, *args, **kwargs), group=group)

    def work_newest(
        self, group: str, work: Callable[P, Coroutine[Any, Any, T]], *args: P.args, **kwargs: P.kwargs
    ) -> Worker[T]:
        """The same; what the same group did before is given up for it."""
        self._give_up(group)
        return self.run_worker(partial(work, *args, **kwargs), group=group, exclusive=True)

    def bring(
        self,
        group: str,
        work: Callable[Concatenate[There, P], Coroutine[Any, Any, T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Worker[T]:
        """Likewise, where it brings what the next keys are about: they wait (`arrived`) until `work` calls its first
        argument, or ends."""
        self._give_up(group)
        there = self._coming[group] = asyncio.Event()

        async def brought() -> T:
            try:
                return await work(there.set, *args, **kwargs)
            finally:
                there.set()

        return self.run_worker(brought, group=group, exclusive=True)

    def _give_up(self, group: str) -> None:
        if coming := self._coming.pop(group, None):
            coming.set()

    async def arrived(self, *groups: str) -> None:
        """Wait until what was asked for is on the screen: keys may come faster than lists and stories."""
        for group in groups:
            while (coming := self._coming.get(group)) is not None and not coming.is_set():
                await coming.wait()

    def begin(
        self, group: str, work: Callable[P, Coroutine[Any, Any, object]], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Likewise, for whoever does not wait for it."""
        self.work_newest(group, work, *args, **kwargs)

    def keep(self, change: Coroutine[Any, Any, object]) -> None:
        """Keep something, whatever becomes of the screen: leaving waits for it. Of a library that is for reading only,
        nothing is kept."""
        self._begin_keeping(change)

    async def kept(self, change: Coroutine[Any, Any, object]) -> None:
        """Keep something, and wait until it is kept: what is typed meanwhile comes after it."""
        if (task := self._begin_keeping(change)) is not None:
            await asyncio.wait([task])

    def _begin_keeping(self, change: Coroutine[Any, Any, object]) -> "asyncio.Task[object] | None":
        if self.library.for_reading_only:
            change.close()
            return None
        task = asyncio.ensure_future(change)
        self.keeping.add(task)
        task.add_done_callback(self._kept)
        return task

    def _kept(self, task: "asyncio.Task[object]") -> None:
        self.keeping.discard(task)
        if task.cancelled() or (error := task.exception()) is None:
            return
        if self.is_running:
            with self.telling():
                raise error
        log.problem("what was to be kept could not be: %s", error)


def sentence(said: object) -> str:
    """An error's words as a sentence."""
    text = str(said).strip()
    name = "." in text.split(" ", 1)[0]  # a host is written as it is
    return (text[:1] if name else text[:1].upper()) + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")
