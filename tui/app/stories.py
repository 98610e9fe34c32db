"""The pane of stories: a list of any length, of which only the rows near the screen are at hand."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from textual.message import Message

from tui.app.chrome import Glyphs
from tui.app.layout import width
from tui.app.rows import Row, Rows
from tui.app.story_rows import Look, heading_of, outlet_of, story_row
from tui.model import Story
from tui.values import replace

BLOCK = 256
"""How many stories are asked for at a time."""
AT_HAND = 8 * BLOCK
"""How many stories are kept at hand."""
HELD = 64
"""How many stories stay in a list that their marks would take them out of; each of them stands, as far as it was known
then, for others."""


class StoryList(Rows):
    """The pane of stories."""

    class Wanted(Message):
        """Stories that are not at hand; `give` brings them."""

        def __init__(self, ids: tuple[int, ...]) -> None:
            super().__init__()
            self.ids = ids

    def __init__(self, glyphs: Glyphs, clock: Callable[[], datetime]) -> None:
        super().__init__(glyphs)
        self._clock = clock
        self._order = array("q")
        self._unopened = self._order
        self._stories: dict[int, Story] = {}
        self._asked: set[int] = set()
        self._held: dict[int, tuple[int, ...]] = {}
        self._outlets = 0
        self._waiting = False
        self.touched = False
        """Somebody moved in this list."""
        self.whole = False
        """The whole of its order is known."""
        self.oldest_first = False
        """The oldest comes first, and so it does in what an event opens."""
        self.look = Look(glyphs)
        """How the stories are drawn."""
        self.began_at: int | None = None
        """The story at which a selection began: it reaches from there to the highlight."""
        self._opened: dict[int, tuple[int, ...]] = {}
        self._gone = 0, 0
        """The story that was highlighted when it left the list, as it may come back inside an event; and the row that
        has been highlighted instead."""
        self.waiting: frozenset[int] = frozenset()
        """Stories with a mark that is not on the disk yet."""

    @property
    def count(self) -> int:
        """How many stories there are, as far as it is known."""
        return len(self._order)

    @property
    def order(self) -> "array[int]":
        """The ids of the stories, in the order of the list."""
        return self._order

    @property
    def highlighted(self) -> Story | None:
        """The story highlighted; None where the list is empty or the story is not at hand yet."""
        return self.at(self.cursor)

    def at(self, index: int) -> Story | None:
        """The story of a row, where it is at hand."""
        return self._stories.get(self._order[index]) if 0 <= index < len(self._order) else None

    def show(self, stories: Sequence[Story], select: int = 0, *, whole: bool = True) -> None:
        """Another list: its first stories or all of them, one of them highlighted."""
        self.whole = whole
        self._order = self._unopened = array("q", (story.id for story in stories))
        self._stories = {story.id: story for story in stories}
        self._asked.clear()
        self._held.clear()
        self._opened.clear()
        self._waiting = self.touched = False
        self.began_at = None
        self._reckon()
        self.top = 0
        self.reset(find(self._order, select, 0) or 0, 0)

    def take(self, order: "array[int]", *, acted: bool = False, standing: Iterable[Story] = ()) -> None:
        """The ids of the whole list, as it is now. The highlight stays on its story, and that story on its line; not
        where rows would be out of sight above for nothing, since there are fewer of them or a person has `acted`. What
        has gone into the row of an event is highlighted there, and open there: those rows are `standing`."""
        rows = self._let_go(order, tuple(standing))
        self._follow(rows)
        self.whole, self._unopened = True, order
        before, hint = self._order, self.cursor
        order = self._with_opened(self._with_held(order))
        self._asked.clear()
        if order == before:
            return
        cursor = find(order, before[hint], hint) if hint < len(before) else 0
        gone = before[hint] if cursor is None else 0
        if cursor is None:
            cursor = find(order, row_of(rows, gone), hint)
        if self.began_at is not None and find(order, self.began_at, hint) is None:
            self.began_at = row_of(rows, self.began_at)
        if not self.touched and not self.active and hint == 0:
            cursor = 0
        cursor = min(hint, max(0, len(order) - 1)) if cursor is None else cursor
        self._gone = gone, cursor
        top = max(0, self.top + cursor - hint)
        self._order = order
        self._drawn.clear()
        self.cursor, self.top = cursor, min(top, cursor)
        self.top = self._revealing()
        if acted or len(order) < len(before):
            self.top = self._bounded(self.top)
        if self.ready():
            self.repaint()
        else:
            self._places = None

    def lost(self, order: "array[int]") -> tuple[int, ...]:
        """The rows that another order of the list has not: of the one highlighted, the one at which a selection began,
        those of events that are open, and those that were marked."""
        wanted = {lead for lead, inside in self._opened.items() if inside}
        pointed = {self.began_at or 0, *self._order[self.cursor : self.cursor + 1]} - {0}
        wanted |= self._held.keys() | {each for each in pointed if self.lead_of(each) == each}
        return tuple(sorted(each for each in wanted if find(order, each, self.cursor) is None))

    def _let_go(self, order: "array[int]", rows: tuple[Story, ...]) -> tuple[Story, ...]:
        """A row that was marked does not stay where a newer story stands for its event now; of the rows that stand for
        others, those that are such news, or for what was not marked."""
        for each in list(self._held):
            row = row_of(rows, each)
            if row not in (each, *self._held[each]) and find(order, each, self.cursor) is None:
                del self._held[each]
        stay = {other for others in self._held.values() for other in others}
        return tuple(row for row in rows if row.id not in stay)

    def _follow(self, rows: Iterable[Story]) -> None:
        """Events that are open stay so, though other rows stand for them now."""
        for row in rows:
            self._stories[row.id] = row
            for lead in [lead for lead, inside in self._opened.items() if inside and lead in (row.id, *row.others)]:
                del self._opened[lead]
                self._opened[row.id] = row.others
        self._held = {each: others for each, others in self._held.items() if self.lead_of(each) == each}

    def open_event(self, story: Story) -> None:
        """Put the others that tell an event under its row, or take them away where they are there."""
        lead = self.lead_of(story.id)
        if self.is_open(lead):
            inside = set(self._opened.pop(lead))
            order = array("q", (each for each in self._order if each not in inside))
        else:
            self._opened[lead] = story.others
            order = self._with_opened(self._order)
        self._order = order
        self._asked.clear()
        self._drawn.clear()
        self.reset(find(order, lead, self.cursor) or 0, self.top)
        self.ready()

    def lead_of(self, story_id: int) -> int:
        """The story whose row stands for the event that a story is shown under; itself where it is shown under none."""
        return next((lead for lead, inside in self._opened.items() if story_id in inside), story_id)

    def is_open(self, story_id: int) -> bool:
        """Whether the others that tell an event stand under its row."""
        return bool(self._opened.get(self.lead_of(story_id)))

    def _with_held(self, order: "array[int]") -> "array[int]":
        """An order with the rows that their marks would take out of it, and without the ones that would stand in their
        place for the same events."""
        lost = [others for each, others in self._held.items() if find(order, each, self.cursor) is None]
        away = {other for others in lost for other in others}
        if away:
            order = array("q", (each for each in order if each not in away))
        return keep_in(order, self._order, self._held, self.cursor)

    def _with_opened(self, order: "array[int]") -> "array[int]":
        """An order with the others of each event that is open, behind its row."""
        if not self._opened:
            return order
        inside = {each for others in self._opened.values() for each in others}
        whole = array("q")
        for each in order:
            if each not in inside:
                whole.append(each)
                others = self._opened.get(each, ())
                whole.extend(reversed(others) if self.oldest_first else others)
        return whole

    def _renew_opened(self, stories: Iterable[Story]) -> None:
        """Have under the rows of events that are open those that tell them now: nobody, or again the one that was
        highlighted."""
        changed = [story for story in stories if self._opened.get(story.id, story.others) != story.others]
        for story in changed:
            self._opened[story.id] = story.others
        if changed:
            gone, instead = self._gone
            moved = self.cursor != instead
            self.take(self._unopened, acted=True)
            if gone and not moved and (back := find(self._order, gone, self.cursor)) is not None:
                self.go(back)

    def renew(self) -> None:
        """Ask again for the stories near the screen: they may have changed."""
        self.post_message(self.Wanted(tuple(self._order[i] for i in self._near(self.size.height))))

    def give(self, stories: Iterable[Story]) -> None:
        """Take in stories that were wanted."""
        changed = [story for story in stories if self._stories.get(story.id) != story]
        self._stories.update((story.id, story) for story in changed)
        self._renew_opened(changed)
        if len(self._stories) > AT_HAND:
            near = {self._order[i] for i in self._near(AT_HAND // 4)}
            self._stories = {id: story for id, story in self._stories.items() if id in near}
        if self._waiting:
            self._waiting = not self.ready()
            self.top = self._revealing()
            self.repaint()
            self.post_message(self.Highlighted(self, self.cursor))
        elif changed:
            ids = {story.id for story in changed}
            self.redraw(*(i for i in self._near(self.size.height) if self._order[i] in ids))

    def put(self, story: Story) -> None:
        """A story with other marks than before. It stays in the list until another list is chosen."""
        if story.id not in self._stories:
            return
        self._stories[story.id] = story
        others = self._held.pop(story.id, story.others if story.outlets else ())
        if self.lead_of(story.id) == story.id:  # what an event has opened stays with its row
            self._held[story.id] = others
        while len(self._held) > HELD:
            self._held.pop(next(iter(self._held)))
        self.redraw(*(i for i in self._near(self.size.height) if self._order[i] == story.id))

    def select(self, *, on: bool) -> None:
        """Begin a selection at the highlight, or end it."""
        before = self._selected()
        self.began_at = self._order[self.cursor] if on and self.count else None
        self._repaint_rows(*before, self.cursor)

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of the stories that are selected; none where no selection was begun."""
        return tuple(self._order[index] for index in self._selected())

    def is_selected(self, index: int) -> bool:
        """Whether a row belongs to the selection."""
        return self.began_at is not None and index in self._selected()

    def _selected(self) -> range:
        if self.began_at is None:
            return range(0)
        begin = find(self._order, self.began_at, self.cursor)
        if begin is None:
            return range(0)
        return range(min(begin, self.cursor), max(begin, self.cursor) + 1)

    def known(self, id: int) -> Story | None:
        """A story of this list, where it is at hand."""
        return self._stories.get(id)

    def wait_for(self, ids: frozenset[int]) -> None:
        """These stories have a mark that is not in the library yet, and no others."""
        changed = ids ^ self.waiting
        self.waiting = ids
        self.redraw(*(i for i in self._near(self.size.height) if self._order[i] in changed))

    def forget(self) -> None:
        """What is at hand may have changed: the rows stay until fresh ones come."""
        self._held.clear()
        self._asked.clear()

    def put_all_read(self) -> None:
        """Every story of the list is read now."""
        self._stories = {id: replace(story, read=True) for id, story in self._stories.items()}
        self.redraw(*self._near(self.size.height))

    def unread_from(self, index: int, step: int) -> tuple[int | None, bool]:
        """The nearest unread row from an index on, and whether the answer is sure: False where a story on the way is
        not at hand."""
        while 0 <= index < len(self._order):
            story = self.at(index)
            if story is None:
                return None, False
            if not story.read:
                return index, True
            index += step
        return None, True

    def ready(self) -> bool:
        """Whether the stories on the screen are at hand; what is missing there or nearby is asked for."""
        lacking = {i // BLOCK for i in self._near(BLOCK // 2) if self._order[i] not in self._stories}
        lacking -= self._asked
        if lacking:
            self._asked |= lacking
            blocks = (self._order[block * BLOCK : (block + 1) * BLOCK] for block in sorted(lacking))
            self.post_message(self.Wanted(tuple(id for block in blocks for id in block)))
        self._waiting = any(self._order[i] not in self._stories for i in self._near(self.size.height // 2 + 1))
        return not self._waiting

    def draw(self, index: int, cells: int) -> Row | None:
        """A story as the density wants it."""
        story = self.at(index)
        if story is None:
            return None
        now = self._clock()
        waiting = story.id in self.waiting
        inside = self.lead_of(story.id) != story.id
        look = self.look
        if self.is_open(story.id):
            story, look = replace(story, others=(), outlets=()), look.side_by_side
        row = story_row(story, look, cells, now, outlets=self._outlets, waiting=waiting, inside=inside)
        if inside:  # it stands under the heading of its event's row
            return row
        head = heading_of(story, self.look, now)
        before = self._stories.get(self.lead_of(self._order[index - 1])) if index else None
        if not head or (index and (before is None or heading_of(before, self.look, now) == head)):
            return row
        return Row(row.lines, 2 if index else 1, head)

    def show_as(self, look: Look) -> None:
        """Draw the stories in another way from now on."""
        if look != self.look:
            self.look = look
            self.missing = Row(((),) * look.lines)
            self._reckon()
            self.reset(self.cursor, self.top)

    def _reckon(self) -> None:
        """The cells that the outlets need, by those at hand: they stay while the list is shown."""
        self._outlets = max((width(outlet_of(story, self.look)) for story in self._stories.values()), default=0)

    def _near(self, rows: int) -> range:
        return range(max(0, self.cursor - rows), min(len(self._order), self.cursor + rows + 1))


def find(order: "array[int]", id: int, hint: int) -> int | None:
    """Where an id stands; looked for near the hint first, because lists change little."""
    reach = 2048
    begin = max(0, hint - reach)
    for start, stop in ((begin, hint + reach), (0, len(order))):
        try:
            return order.index(id, start, stop)
        except ValueError:
            continue
    return None


def row_of(rows: Iterable[Story], story_id: int) -> int:
    """Of some rows the one of a story: its own, or its event's; the story itself where it has none among them."""
    found = [row.id for row in rows if story_id == row.id or story_id in row.others]
    return story_id if story_id in found else next(iter(found), story_id)


def keep_in(order: "array[int]", before: "array[int]", held: Iterable[int], near: int = 0) -> "array[int]":
    """A new order with those of the held stories that it left out, each behind the story it stood behind before."""
    places = sorted((place, id) for id in held if (place := find(before, id, near)) is not None)
    missing = [(place, id) for place, id in places if find(order, id, place) is None]
    if not missing:
        return order
    kept = array("q", order)
    for place, id in missing:
        behind = 0
        for back in range(place - 1, max(-1, place - HELD - 2), -1):
            found = find(kept, before[back], place)
            if found is not None:
                behind = found + 1
                break
        kept.insert(behind, id)
    return kept


def nearest(order: "array[int]", wanted: Iterable[int], index: int, step: int) -> int | None:
    """The nearest row from an index on whose id is one of those wanted."""
    among = frozenset(wanted)
    while 0 <= index < len(order):
        if order[index] in among:
            return index
        index += step
    return None
