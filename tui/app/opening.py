"""Opening stories: what is kept is shown at once, the whole when it comes; the way back; and the stories before and
after."""

import asyncio
import contextlib
from collections.abc import Callable

from tui.app.contents import Contents
from tui.app.history import History, Stop
from tui.app.main_screen import MainScreen, There, sentence
from tui.app.marking import Marking
from tui.app.parts import AS_IT_WAS, Revision
from tui.app.stories import find, nearest
from tui.blocks import Block, Code
from tui.errors import FetchError, NewsError, ParseError
from tui.library.previews import preview
from tui.model import Article, Enclosure, Related, Story
from tui.storage import downloads, earlier, marks, stories, tellings, texts
from tui.storage.file import File
from tui.text import counted
from tui.values import Value, replace

Place = tuple[int, int]
"""A place in an article: (part, offset)."""
Beside = tuple[tuple[Related, ...], tuple[Story, ...]]
"""What is related to a story or tells it too, and what is like it."""


class Missed(Value):
    """A story that could not be fetched for want of a network: it can be queued."""

    url: str
    from_url: str = ""
    title: str = ""
    typed: bool = False
    """A person typed the address: nothing led there."""


AT_ITS_LAST_PART = (1_000_000, 0)
"""The place behind all its parts: the last one is at the top, or as far up as the end allows."""


FETCHING = "Fetching the whole story"
"""What is said while a story's page has not come yet."""


def _while_it_comes(kept: Article) -> Article:
    """What is kept of a story whose page is being fetched: one without a word says that the words are on their way."""
    return kept if kept.blocks or kept.notice else replace(kept, notice=f"{FETCHING}…")


def answer(heading: str, said: str | tuple[Block, ...]) -> Article:
    """What is no story, laid out as one: an answer as it was printed, or in blocks, under a heading."""
    return Article("", heading, (Code(said),) if isinstance(said, str) else said, reading_minutes=0)


class Opening:
    """The story that is open, and how one comes from it to others."""

    def __init__(
        self, screen: MainScreen, contents: Contents, marking: Marking, outside: Callable[[str], None]
    ) -> None:
        self.screen = screen
        self.contents = contents
        self.marking = marking
        self.history = History()
        self._outside = outside
        self._enclosures: tuple[Enclosure, ...] = ()
        """What the open story comes with."""
        self._revision = AS_IT_WAS
        """What is new in it since it was read."""
        self._beside: Beside = (), ()
        """The stories that are shown under it: related ones, and those of the library."""
        self.missed: Missed | None = None
        """What `D` is about, while nothing else is."""

    # Opening

    def open(self) -> None:
        """Open what is highlighted."""
        screen = self.screen
        if screen.pane == "sections":
            screen.activate("stories")
        elif screen.pane == "article":
            screen.reading.follow_link()
        elif screen.stories.count:
            self.history.clear()
            story_id = screen.stories.order[screen.stories.cursor]
            shown = screen.story if screen.article is not None else None
            if shown is not None and shown.id == story_id and not shown.updated:
                screen.activate("article")  # it is there already, at the line where it was left
                if not screen.fetching:
                    self.marking.mark(shown, read=True)
                    screen.work_newest("again", self._look_again, shown)
            else:
                self.read(story_id)

    def read(self, story_id: int, place: Place | None = None) -> None:
        """Open a story."""
        self.screen.bring("article", self._read, story_id, place)

    async def _read(self, there: There, story_id: int, place: Place | None) -> None:
        screen = self.screen
        self.missed, screen.fetching = None, ""
        with screen.telling():
            story = await screen.library.ask(stories.story, story_id)
            if story is None:
                screen.say("This story is not in the library any more.")
                return
            article = await screen.library.ask(texts.article, story_id)
            if article is not None:
                await self.lay_out(story, article, place)
                screen.activate("article")
                if story.updated:
                    story = await self._seen(story)
                self.marking.mark(story, read=True)
                screen.work_newest("again", self._look_again, story)
            else:
                await self._read_while_it_comes(there, story, place)

    async def _look_again(self, story: Story) -> None:
        """Where its section says something new of a story, fetch it again, and say so where it has changed."""
        with contextlib.suppress(NewsError):  # it is there as it was
            if await self.screen.library.ask(earlier.is_stale, story.id):
                await self.fetch_anew(story)
                if self._revision.told and self.is_open(story):
                    self.screen.say(self._revision.told)

    async def fetch_anew(self, story: Story) -> None:
        """Fetch a story again; where it is still open, what is new in it is marked."""
        screen = self.screen
        article = await screen.library.fetch_again(story.id)
        if self.is_open(story):
            self._revision = await _revised(self.screen, story.id, article)
            await self._seen(story)
            await self._show_whole(story, article)

    async def _seen(self, story: Story) -> Story:
        """A story whose newer text is before its reader: the list says no longer that there is one."""
        await self.screen.library.do(earlier.see, story.id)
        self.screen.story = seen = replace(story, updated=False)
        self.screen.stories.put(seen)
        return seen

    def show_again(self) -> None:
        """Show the story that is open as it was shown before."""
        article = self.screen.article
        if article is not None:
            self.screen.reading.show(article, *self._beside, None, self._enclosures, self._revision)

    async def resume(self, story: Story) -> None:
        """Open a story as the last session left it: at once what is kept of it, and the rest when it comes."""
        kept = await self.screen.library.ask(texts.article, story.id)
        if kept is not None:
            await self.lay_out(story, kept)
        else:
            await self._show_summary(story, None)
            self.screen.work_newest("article", self._fetch_whole, story)

    async def _read_while_it_comes(self, there: There, story: Story, place: Place | None) -> None:
        await self._show_summary(story, place)
        self.screen.activate("article")
        there()
        await self._fetch_whole(story)

    async def _show_summary(self, story: Story, place: Place | None) -> None:
        await self.lay_out(story, _while_it_comes(preview(story)), place, similar=False)
        self.screen.fetching = FETCHING

    async def _fetch_whole(self, story: Story) -> None:
        """Show the feed's own text of a story, and the whole of it when it comes. It is read when that is clear, if it
        is still in front."""
        screen = self.screen
        own = asyncio.ensure_future(self._show_own_text(story))
        try:
            whole = await screen.library.whole_story(story.id)
        except (FetchError, ParseError) as error:
            article = await own
            self._end_fetching(story)
            if self.is_open(story):
                await self._show_instead(story, article, error)
        else:
            own.cancel()
            self._end_fetching(story)
            if self.is_open(story):
                await self._show_whole(story, whole)
        finally:
            own.cancel()
        if screen.in_front(story):
            self.marking.mark(story, read=True)

    async def _show_own_text(self, story: Story) -> Article:
        """The feed's own text in place of the summary, as soon as it is read."""
        try:
            own = _while_it_comes(await self.screen.library.own_text(story.id))
        except NewsError:
            return preview(story)
        if self.is_open(story) and self.screen.fetching and own != self.screen.article:
            self.screen.article = own
            self.screen.reading.swap(own, *self._beside, self._enclosures, self._revision)
        return own

    async def _show_whole(self, story: Story, whole: Article) -> None:
        screen = self.screen
        related = await _related(self.screen, story, whole)
        if self.is_open(story):
            screen.article, screen.offline = whole, False
            self._beside = related, ()
            screen.reading.swap(whole, related, (), self._enclosures, self._revision)
            screen.work_newest("similar", self._find_similar, story, whole)
            screen.tell()

    async def _show_instead(self, story: Story, own: Article, error: NewsError) -> None:
        """Say under what is kept of the story why that is all, and by which key to go on; with it comes what is like
        the story, so that it is laid out once."""
        screen, key = self.screen, self.screen.keys.first
        ways = f"{key('browser')} opens it in the browser."
        if isinstance(error, FetchError) and error.offline:
            self._miss(Missed(story.url, title=story.title))
            ways = f"{key('download')} queues it until there is a network."
        article = replace(own, notice=f"The whole story is not here: {str(error).rstrip('.')}. {ways}")
        similar: tuple[Story, ...] = ()
        with screen.telling():
            similar = await self._similar_to(story)
        if self.is_open(story):
            screen.article, self._beside = article, (self._beside[0], similar)
            screen.reading.swap(article, *self._beside, self._enclosures, self._revision)
            screen.tell()

    def is_open(self, story: Story) -> bool:
        """Whether this is the story that is open."""
        return self.screen.story is not None and self.screen.story.id == story.id

    def _end_fetching(self, story: Story) -> None:
        if self.is_open(story):
            self.screen.fetching = ""
            if self.screen.pane == "article":
                self.screen.tell()

    async def lay_out(
        self, story: Story, article: Article, place: Place | None = None, *, similar: bool = True
    ) -> None:
        """Put a story in the article pane, at the place where it was left."""
        screen = self.screen
        self.keep_place()
        place = place or await screen.library.ask(marks.place, story.id)
        related = await _related(self.screen, story, article)
        self._enclosures = await screen.library.ask(stories.enclosures, story.id)
        self._revision = await _revised(self.screen, story.id, article)
        screen.story, screen.article = story, article
        self._beside = related, ()
        screen.reading.show(article, related, (), place, self._enclosures, self._revision)
        if similar:
            screen.work_newest("similar", self._find_similar, story, article)

    async def _find_similar(self, story: Story, article: Article) -> None:
        """What the library has like it: found after the story is shown, because it takes longer."""
        screen = self.screen
        with screen.telling():
            found = await self._similar_to(story)
            if found and screen.article is article:
                self._beside = self._beside[0], found
                screen.reading.swap(article, *self._beside, self._enclosures, self._revision)

    async def _similar_to(self, story: Story) -> tuple[Story, ...]:
        """What the library has like a story that is not among what is shown as related to it, or as telling it too."""
        found = await self.screen.library.background(stories.similar, story.id)
        known = {item.story_id for item in self._beside[0]} | {story.id}
        return tuple(item for item in found if item.id not in known)

    def show_answer(self, article: Article, place: Place = (0, 0)) -> None:
        """Show what is no story, a program's answer; back leads to the story or the list that it was asked in."""
        screen = self.screen
        self.keep_place()
        if screen.pane != "article":
            self.history.clear()
        elif screen.story is not None:
            self.history.push(self._here)
        self.missed, self._enclosures = None, ()
        screen.story, screen.article, screen.fetching = None, article, ""
        screen.reading.show(article, (), (), place, ())
        screen.activate("article")

    def keep_place(self) -> None:
        """Keep where the reader is in the story that is open."""
        screen = self.screen
        if screen.story is not None and screen.article is not None:
            screen.keep(screen.library.do(marks.keep_place, screen.story.id, *screen.reading.place))

    # Links, and the way back

    def follow_link(self, url: str, title: str, *, typed: bool = False) -> None:
        """Open a link, or an address that a person `typed`: a story here, anything else outside."""
        screen = self.screen
        if url.partition(":")[0] in ("http", "https", "guide"):
            screen.say(f"Fetching {title or url}{screen.signs.ellipsis}")
            screen.work_newest("article", self._follow_link, url, title, typed)
        else:
            self._outside(url)

    async def _follow_link(self, url: str, title: str, typed: bool) -> None:
        """Open a story that the one being read leads to, if that is still in front when it comes; the way back is
        kept."""
        screen = self.screen
        left, place = screen.story, screen.reading.place
        from_url = screen.article.url if screen.article and not typed else ""
        self.missed = None
        try:
            story, article = await screen.library.open_link(url, from_url=from_url, trusted=typed, title=title)
        except NewsError as error:
            if left is None or screen.in_front(left):
                self._say_missing(error, Missed(url, from_url, title, typed))
            return
        screen.offline = False
        if left is not None and not screen.in_front(left):
            return  # whoever has gone elsewhere is not brought back: it is in the library now
        screen.note = screen.fetching = ""
        if left is not None:
            self.history.push(Stop(left.id, place))
        await self.lay_out(story, article)
        screen.activate("article")
        self.marking.mark(story, read=True)

    def _say_missing(self, error: NewsError, missed: Missed) -> None:
        key = self.screen.keys.first
        if isinstance(error, FetchError) and error.offline:
            self._miss(missed)
            self.screen.say(f"{sentence(error)} {key('download')} queues it until there is a network.")
        elif isinstance(error, FetchError):
            self.screen.say(f"{sentence(error)} {key('browser')} opens the address.")
        else:
            self.screen.say(sentence(error))

    def _miss(self, missed: Missed) -> None:
        self.screen.offline = True
        self.missed = missed
        self.screen.tell()

    async def queue_missed(self) -> None:
        """Have the story that could not be fetched fetched when there is a network."""
        missed, self.missed = self.missed, None
        if missed is not None:
            with self.screen.telling():
                await self.screen.library.do(_queue, missed)
                self.screen.say(f"Queued: {missed.title or missed.url}")

    def back(self) -> None:
        """Back in the history of stories; at its beginning, back to the list."""
        stop = self.history.back(self._here) if self.screen.pane == "article" else None
        if stop:
            self._return_to(stop)
        elif self.screen.pane != "sections":
            self.screen.activate("stories" if self.screen.pane == "article" else "sections")

    def forward(self) -> None:
        """Forward in the history."""
        if self.screen.pane == "article" and (stop := self.history.forward(self._here)):
            self._return_to(stop)

    def _return_to(self, stop: Stop) -> None:
        """Read a story of the history where it was left; a list that has it has it highlighted."""
        rows = self.screen.stories
        if (index := find(rows.order, stop.story_id, rows.cursor)) is not None:
            rows.go(index)
        self.read(stop.story_id, stop.place)

    @property
    def _here(self) -> Stop:
        return Stop(self.screen.story.id if self.screen.story else 0, self.screen.reading.place)

    # The stories before and after

    def next_story(self) -> None:
        """The next story of the list."""
        self._neighbour(1)

    def previous_story(self) -> None:
        """The previous story of the list."""
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        screen = self.screen
        if screen.pane != "article":
            screen.stories.move(step)
            return
        here = find(screen.stories.order, screen.story.id, screen.stories.cursor) if screen.story else None
        self._go_and_read((screen.stories.cursor if here is None else here) + step)

    async def next_unread(self) -> None:
        """The next unread story."""
        await self._seek_unread(1)

    async def previous_unread(self) -> None:
        """The previous unread story."""
        await self._seek_unread(-1)

    async def _seek_unread(self, step: int) -> None:
        """Look for an unread story: in the rows at hand, else in the library; from the list's other end where there is
        none."""
        screen = self.screen
        await self.contents.keep_up()
        order, start = screen.stories.order, screen.stories.cursor + step
        with screen.telling():
            index, sure = screen.stories.unread_from(start, step)
            if index is None and not (sure and len(order) < 2):
                unread = await screen.library.ask(stories.order, replace(screen.wanted, unread=True))
                index = await asyncio.to_thread(nearest, order, unread, start, step)
                if index is None:
                    index = await asyncio.to_thread(nearest, order, unread, 0 if step > 0 else len(order) - 1, step)
            if order is not screen.stories.order:
                return  # another list is shown by now
            if index is not None:
                self._go_or_read(index)
                if (index - start) * step < 0:
                    screen.say(f"On from the {'top' if step > 0 else 'end'} of the list.")
            elif not await self._into_next_section(step):
                screen.say("Nothing unread is left.")

    async def _into_next_section(self, step: int) -> bool:
        """On to the first unread story of the next section that has any; False where none has."""
        screen = self.screen
        if (row := screen.sections.next_with_unread(step)) is None:
            return False
        screen.sections.jump(row)
        chosen = screen.sections.chosen
        await self.contents.load(chosen.filter)
        unread = await screen.library.ask(stories.order, replace(screen.wanted, unread=True), 1 if step > 0 else 0)
        if not unread:
            return False
        wanted = unread[0 if step > 0 else -1]
        if find(screen.stories.order, wanted, 0) is None:
            await self.contents.take_order()
        self._go_or_read(find(screen.stories.order, wanted, 0) or 0)
        screen.say(f"{chosen.name}: {chosen.count:,} unread.")
        return True

    def _go_or_read(self, index: int) -> None:
        if self.screen.pane == "article":
            if self.screen.fetching and self.screen.story is not None:
                self.marking.mark(self.screen.story, read=True)  # there was no more of it to read
            self._go_and_read(index)
        else:
            self.screen.activate("stories")
            self.screen.stories.go(index)

    def _go_and_read(self, index: int) -> None:
        screen = self.screen
        if not 0 <= index < screen.stories.count:
            screen.say(
                "That was the last story of this list." if index > 0 else "That was the first story of this list."
            )
            return
        if screen.story is not None and screen.article is not None:
            self.history.push(self._here)
        screen.stories.go(index)
        self.read(screen.stories.order[index])


async def _revised(screen: MainScreen, story_id: int, article: Article) -> Revision:
    """What is new in a story since it was read."""
    before = await screen.library.ask(earlier.of, story_id)
    if before is None:
        return AS_IT_WAS
    new = earlier.fresh(before.article.blocks, article.blocks)
    told = counted(len(new), "paragraph is new", "paragraphs are new") if new else "Nothing was added"
    states = tuple("new" if number in new else "" for number in range(len(article.blocks)))
    key = screen.keys.first("compare")
    when = f"{before.replaced.astimezone():%d %B %Y, %H:%M}"
    return Revision(states, f"Updated {when}. {told}; {key} compares.")


async def _related(screen: MainScreen, story: Story, article: Article) -> tuple[Related, ...]:
    """What is related to a story, and who else tells it as far as the library knows by now."""
    related = await screen.library.ask(stories.related, article)
    return (*related, *await screen.library.ask(tellings.told_by, story.id))


def _queue(file: File, missed: Missed) -> None:
    """Has what could not be fetched wait in the queue."""
    downloads.queue(file, missed.url, from_url=missed.from_url, given=missed.typed, title=missed.title)
