"""An article set as lines, lazily: what is near the screen is wrapped, the rest has an estimated height until somebody
measures it.

A `Layout` is a row of parts (a headline, a paragraph, a table, a related story). A place in it is (part, characters
into it), and means the same words at every width."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from datetime import tzinfo
from itertools import accumulate

from tui.app.compositor import Compositor
from tui.app.hyphens import Places, either, known, own_places
from tui.app.parts import (
    AS_IT_WAS,
    FINE,
    SPOKEN,
    USUAL,
    Line,
    Link,
    Listed,
    Part,
    Passage,
    Revision,
    Run,
    Signs,
    Typography,
    text_of,
)
from tui.blocks import Picture
from tui.model import Article, Enclosure, Related, Story
from tui.values import replace

WORDS_OF_A_PLACE = 40
"""Characters that tell a place in a story: a line of a narrow pane."""


class Layout:
    """An article, its related stories and those of the library, as lines of one width.

    Lines are counted from 0 and include those of parts that were never measured, by estimate: measuring moves the lines
    behind, never the place that `position` gave."""

    def __init__(
        self,
        article: Article,
        related: Iterable[Related] = (),
        similar: Iterable[Story] = (),
        *,
        enclosures: Iterable[Enclosure] = (),
        revision: Revision = AS_IT_WAS,
        typography: Typography = USUAL,
        signs: Signs = FINE,
        zone: tzinfo | None = None,
    ) -> None:
        compositor = Compositor(signs, zone, typography)
        compositor.article(article, revision)
        compositor.enclosures(tuple(enclosures))
        compositor.related(article, tuple(related))
        compositor.similar(tuple(similar))
        self.parts: tuple[Part, ...] = tuple(compositor.parts)
        self.links: tuple[Link, ...] = tuple(compositor.links)
        self.notes: dict[str, int] = compositor.notes
        """Footnote label -> its part."""
        self.pictures: tuple[tuple[int, Picture], ...] = tuple(compositor.pictures)
        """The pictures that can be shown, each with the part under which it is."""
        self._link_parts = [link.part for link in self.links]
        self._most = typography.measure
        self.unparted = article.language if typography.justified else ""
        """The language whose words are still to be parted in filled lines, or ""."""
        self._own = own_places(article.parted) if article.parted and signs is not SPOKEN else None
        """Where the page says that its words may be parted. Spoken, a word is whole."""
        if self._own is not None:
            self._part(self._own)
        self.fit(80)
        if places := known(self.unparted):
            self.hyphenate(places)

    def fit(self, columns: int) -> None:
        """Lay out for a pane of this many cells: nothing is measured until it is asked for."""
        margin = 2 if columns >= 44 else 1 if columns >= 20 else 0
        self.columns = columns
        self.cells = max(2, min(self._most, columns - 2 * margin))
        """The measure: the cells that a line may have."""
        self.left = max(0, (columns - self.cells) // 2)
        """The blank cells before each line."""
        self._forget()

    def _forget(self) -> None:
        """Nothing is measured."""
        self._measured: dict[int, tuple[list[int], list[Line]]] = {}
        self._heights = [part.guess(self.cells) + part.gap for part in self.parts]
        self._tops: list[int] = []
        self._next = 0

    def set_measure(self, cells: int) -> None:
        """Let lines have so many cells at most."""
        self._most = cells
        self.fit(self.columns)

    def hyphenate(self, places: Places) -> None:
        """Let the words of filled lines be parted where they may be."""
        self._part(places if self._own is None else either(self._own, places), filled=True)
        self.unparted = ""
        self._forget()

    def _part(self, places: Places, *, filled: bool = False) -> None:
        """Let the words of running text be parted; only those of filled lines, where `filled`."""
        self.parts = tuple(
            replace(part, places=places) if isinstance(part, Passage) and part.justified >= filled else part
            for part in self.parts
        )

    @property
    def programs(self) -> list[tuple[int, Listed]]:
        """Program text whose language is known and that is not told apart yet, with the number of its part."""
        return [
            (number, part)
            for number, part in enumerate(self.parts)
            if isinstance(part, Listed) and part.language and not part.stretches
        ]

    def tell_apart(self, number: int, stretches: tuple[tuple[int, int, str], ...]) -> None:
        """Give the words of a program text their looks: its lines stay where they are."""
        part = self.parts[number]
        if isinstance(part, Listed):
            self.parts = (*self.parts[:number], replace(part, stretches=stretches), *self.parts[number + 1 :])
            if number in self._measured:
                del self._measured[number]
                self._measure(number)

    def set_plate(self, number: int, lines: tuple[Line, ...]) -> None:
        """Show a picture under its part, or nothing: the lines behind it move."""
        part = self.parts[number]
        if isinstance(part, Passage):
            part = replace(part, plate=lines)
            self.parts = (*self.parts[:number], part, *self.parts[number + 1 :])
            self._measured.pop(number, None)
            self._heights[number] = part.guess(self.cells) + part.gap
            self._tops = []
            self._next = min(self._next, number)

    def lines_of(self, number: int) -> range:
        """The lines of a part, without the blank ones behind it."""
        starts, _ = self._measure(number)
        top = self._top(number)
        return range(top, top + len(starts))

    def room_of(self, number: int) -> int:
        """The cells that a picture under a part may have."""
        part = self.parts[number]
        return max(1, self.cells - (len(part.rest) if isinstance(part, Passage) else 0))

    @property
    def measured(self) -> int:
        """How many parts have been wrapped at this width."""
        return len(self._measured)

    @property
    def done(self) -> bool:
        """Every part is measured: nothing is an estimate any more."""
        return len(self._measured) == len(self.parts)

    @property
    def height(self) -> int:
        """All lines, measured or guessed, without the blank ones at the end."""
        return self._top(len(self.parts)) - self.parts[-1].gap

    def line(self, y: int) -> Line:
        """A line, measured now if need be; () behind the end."""
        if not 0 <= y < self.height:
            return ()
        part, within = self._find(y)
        _, lines = self._measured[part]
        if within < len(lines):
            return lines[within]
        after = self.parts[part].after.rstrip()
        return (Run(after, "bar"),) if after else ()

    def position(self, y: int) -> tuple[int, int]:
        """The place of a line: (part, characters before it), or (part, -1 - n) for the nth blank line behind a part."""
        part, within = self._find(min(max(0, y), max(0, self.height - 1)))
        starts, _ = self._measured[part]
        return (part, starts[within]) if within < len(starts) else (part, len(starts) - within - 1)

    def line_of(self, place: tuple[int, int]) -> int:
        """The line where a place is now."""
        part = min(max(0, place[0]), len(self.parts) - 1)
        starts, _ = self._measure(part)
        if place[1] < 0:
            within = len(starts) + min(-1 - place[1], self.parts[part].gap)
        else:
            within = max(0, bisect_right(starts, place[1]) - 1)
        return self._top(part) + within

    def words_below(self, y: int, lines: int) -> int:
        """How many lines without words there are from line y on; 0 where some lines have none at all."""
        return next((below for below in range(lines) if text_of(self.line(y + below)).strip()), 0)

    def link_like(self, link: Link | None) -> int:
        """The link that is the same as one of another layout of the story; -1 where there is none."""
        if link is None:
            return -1
        same = link.url, link.relation, link.title
        return next((at for at, each in enumerate(self.links) if (each.url, each.relation, each.title) == same), -1)

    def words_at(self, place: tuple[int, int]) -> str:
        """Some words from a place on, to find it again in another layout of the same story; "" behind a part."""
        return self.text(place[0])[place[1] :][:WORDS_OF_A_PLACE] if place[1] >= 0 else ""

    def find(self, words: str) -> list[tuple[int, int, int]]:
        """Where words stand, in any case of their letters: (part, start, end) in reading order."""
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        if not pattern.pattern:
            return []
        return [(part, *found.span()) for part in range(len(self.parts)) for found in pattern.finditer(self.text(part))]

    def place_of(self, words: str) -> tuple[int, int] | None:
        """The first place of these words, or None."""
        for part in range(len(self.parts)):
            if (at := self.text(part).find(words)) >= 0:
                return part, at
        return None

    def text(self, part: int) -> str:
        """The words of a part; "" of a table."""
        found = self.parts[part] if part < len(self.parts) else None
        return text_of(found.runs) if isinstance(found, Passage) else found.text if isinstance(found, Listed) else ""

    def place_of_note(self, link: Link) -> tuple[int, int]:
        """Where a link to a footnote leads, or one from a footnote to what it belongs to."""
        label = link.url[1:]
        if link.relation == "note":
            return self.notes[label], 0
        part = next((each.part for each in self.links if each.relation == "note" and each.url == link.url), link.part)
        return part, 0

    def settle(self, y: int, lines: int) -> None:
        """Measure every part that has one of `lines` lines from y on."""
        part, _ = self._find(min(max(0, y), max(0, self.height - 1)))
        while part < len(self.parts) and self._top(part) < y + lines:
            self._measure(part)
            part += 1

    def settle_end(self, lines: int) -> None:
        """Measure the last parts, as many as fill `lines` lines."""
        for part in range(len(self.parts) - 1, -1, -1):
            self._measure(part)
            if self._top(len(self.parts)) - self._top(part) >= lines:
                return

    def measure_next(self) -> None:
        """Measure the first part that is not measured yet."""
        while self._next in self._measured:
            self._next += 1
        if self._next < len(self.parts):
            self._measure(self._next)

    def link_lines(self, link: int) -> tuple[int, int]:
        """The first and the last line of a link."""
        part = self.links[link].part
        _, lines = self._measure(part)
        within = [at for at, line in enumerate(lines) if any(run.link == link for run in line)]
        top = self._top(part)
        return (top + within[0], top + within[-1]) if within else (top, top)

    def link_after(self, y: int) -> int:
        """The first link that begins on line y or below; the number of links where there is none."""
        part, _ = self._find(min(max(0, y), max(0, self.height - 1)))
        link = bisect_right(self._link_parts, part - 1)
        while link < len(self.links) and self.links[link].part == part and self.link_lines(link)[0] < y:
            link += 1
        return link

    def _find(self, y: int) -> tuple[int, int]:
        """The part of a line, measured, and the line's number in it."""
        while True:
            self._top(0)
            part = min(bisect_right(self._tops, y) - 1, len(self.parts) - 1)
            if part in self._measured:
                return part, y - self._tops[part]
            self._measure(part)

    def _measure(self, part: int) -> tuple[list[int], list[Line]]:
        known = self._measured.get(part)
        if known is None:
            lines = self.parts[part].measure(self.cells)
            known = self._measured[part] = [start for start, _ in lines], [line for _, line in lines]
            height = len(lines) + self.parts[part].gap
            if height != self._heights[part]:
                self._heights[part] = height
                self._tops = []
        return known

    def _top(self, part: int) -> int:
        if not self._tops:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops[part]
