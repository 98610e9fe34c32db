"""An article set as lines, lazily: what is near the screen is wrapped, the rest has an estimated height until somebody
measures it.

A `Layout` is a row of parts (a headline, a paragraph, a table, a related story). A place in it is (part, characters
into it), and means the same words at every width."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from itertools import accumulate

from tui.app.layout import is_right_to_left, width
from tui.app.parts import FINE, PLAIN, Grid, Line, Listed, Part, Passage, Run, Signs, text_of
from tui.blocks import (
    Block,
    Code,
    Embed,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Spans,
    Table,
    raised,
)
from tui.model import Article, Enclosure, Related, Relation, Story, day_of

_TO_ASCII = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...", "•": "*", "·": "-", "\u00a0": " ", "−": "-"})  # fmt: skip


WORDS_OF_A_PLACE = 40
"""Characters that tell a place in a story: a line of a narrow pane."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something that can be followed: a link of the text (`relation` "link"), a related story, or one of the library
    ("similar")."""

    url: str
    relation: str
    title: str
    part: int
    """The part that it stands in."""
    number: int = 0
    """What is written behind it, 0 for a related story."""


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
        measure: int = 72,
        signs: Signs = FINE,
        zone: tzinfo | None = None,
    ) -> None:
        setter = _Setter(signs, zone)
        setter.article(article)
        setter.enclosures(tuple(enclosures))
        setter.related(article, tuple(related))
        setter.similar(tuple(similar))
        self.parts: tuple[Part, ...] = tuple(setter.parts)
        self.links: tuple[Link, ...] = tuple(setter.links)
        self.notes: dict[str, int] = setter.notes
        """Footnote label -> its part."""
        self._link_parts = [link.part for link in self.links]
        self._most = measure
        self.fit(80)

    def fit(self, columns: int) -> None:
        """Lay out for a pane of this many cells: nothing is measured until it is asked for."""
        margin = 2 if columns >= 44 else 1 if columns >= 20 else 0
        self.columns = columns
        self.cells = max(2, min(self._most, columns - 2 * margin))
        """The measure: the cells that a line may have."""
        self.left = max(0, (columns - self.cells) // 2)
        """The blank cells before each line."""
        self._measured: dict[int, tuple[list[int], list[Line]]] = {}
        self._heights = [part.guess(self.cells) + part.gap for part in self.parts]
        self._tops: list[int] = []
        self._next = 0

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

    def words_at(self, place: tuple[int, int]) -> str:
        """Some words from a place on, to find it again in another layout of the same story; "" behind a part."""
        return self._text(place[0])[place[1] :][:WORDS_OF_A_PLACE] if place[1] >= 0 else ""

    def find(self, words: str) -> list[tuple[int, int, int]]:
        """Where words stand, in any case of their letters: (part, start, end) in reading order."""
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        if not pattern.pattern:
            return []
        return [
            (part, *found.span()) for part in range(len(self.parts)) for found in pattern.finditer(self._text(part))
        ]

    def place_of(self, words: str) -> tuple[int, int] | None:
        """The first place of these words, or None."""
        for part in range(len(self.parts)):
            if (at := self._text(part).find(words)) >= 0:
                return part, at
        return None

    def _text(self, part: int) -> str:
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


class _Setter:
    """Makes the parts of an article, in reading order, and numbers its links."""

    def __init__(self, signs: Signs, zone: tzinfo | None) -> None:
        self.parts: list[Part] = []
        self.links: list[Link] = []
        self.notes: dict[str, int] = {}
        self._signs = signs
        self._zone = zone
        self._numbers: dict[str, int] = {}
        self._labels: frozenset[str] = frozenset()

    def article(self, article: Article) -> None:
        """The head and the body."""
        self._labels = frozenset(block.label for block in article.blocks if isinstance(block, Footnote))
        self._say(article.kicker.upper(), "kicker")
        self._say(article.headline or article.url, "headline")
        if article.standfirst or article.standfirst_credit:
            self._passage(self._standfirst(article))
        self._say(self._byline(article), "byline", gap=0)
        minutes = f"{article.reading_minutes} min read" if article.reading_minutes else ""
        facts = [self._date(article.published), minutes, article.site_name]
        for line in _joined([fact for fact in facts if fact], self._signs.dot):
            self._say(line, "small", gap=0)
        self.parts.append(Passage((Run(self._signs.rule * 12, "rule"),), most=1, ellipsis=self._signs.rule))
        self._blocks(article.blocks, "")
        notice = article.notice
        if article.paywalled and not notice:
            notice = "Only the beginning of this story is free to read; the rest is for the site’s subscribers."
        if not article.blocks and not notice:
            notice = "There is no text on this page that can be shown here."
        self._say(notice, "notice")

    def enclosures(self, enclosures: tuple[Enclosure, ...]) -> None:
        """Audio, video and files that come with the story, each with its length."""
        if enclosures:
            self._say("AUDIO AND VIDEO", "head", gap=0)
        for one in enclosures:
            self._story(self._signs.dot.join(facts_of(one)), one.url, "enclosure", "")
        if enclosures:
            self._gap()

    def related(self, article: Article, related: tuple[Related, ...]) -> None:
        """The related stories in groups, each under its heading."""
        groups: dict[tuple[Relation, str], list[Related]] = {}
        for relation in _ORDER:
            for story in related:
                if story.relation is relation:
                    heading = story.heading.strip().rstrip(":").strip() or _heading(relation, article)
                    groups.setdefault((relation, heading), []).append(story)
        for (relation, heading), stories in groups.items():
            self._say(heading.upper(), "head", gap=0)
            for story in stories:
                self._story(story.title, story.url, relation, story.excerpt)
            self._gap()

    def similar(self, similar: tuple[Story, ...]) -> None:
        """Stories of the library that are about the same."""
        if similar:
            self._say("FROM YOUR LIBRARY", "head", gap=0)
        for story in similar:
            facts = [fact for fact in (story.site, self._date(story.published)) if fact]
            self._story(story.title, story.url, "similar", self._signs.dot.join(facts))
        self._gap()

    def _say(self, text: str, look: str, gap: int = 1) -> None:
        if text:
            self._passage((Run(self._written(text), look),), gap=gap)

    def _passage(self, runs: Line, first: str = "", rest: str = "", gap: int = 1, most: int = 0) -> None:
        self.parts.append(Passage(runs, first, rest, gap, rest, most, self._signs.ellipsis))

    def _gap(self, after: str = "") -> None:
        """End a group: a blank line behind its last part."""
        if self.parts:
            self.parts[-1] = replace(self.parts[-1], gap=1, after=after)

    def _written(self, text: str) -> str:
        return text.translate(_TO_ASCII) if self._signs is PLAIN else text

    def _standfirst(self, article: Article) -> Line:
        said = article.standfirst.rstrip()
        credit = article.standfirst_credit
        if not credit:
            return (Run(self._written(said), "standfirst"),)
        if not re.match(r"(?:reports?|writes?|says?)\b", credit.lstrip("…. "), re.IGNORECASE):
            credit = "reports " + credit
        if said:
            said = re.sub(r"\s*(?:…|\.{2,4})$", "", said) + " … "
        return (Run(self._written(said), "standfirst"), Run(self._written(credit.lstrip("…. ")), "standfirst credit"))

    def _byline(self, article: Article) -> str:
        names = article.byline
        if not names:
            return article.byline_role
        english = not article.language or article.language.lower().startswith("en")
        if english and len(names) > 1:
            said = f"By {', '.join(names[:-1])} and {names[-1]}"
        else:
            said = ("By " if english else "") + ", ".join(names)
        return said + (", " + article.byline_role if article.byline_role else "")

    def _date(self, moment: datetime | None) -> str:
        return day_of(moment, self._zone) if moment is not None else ""

    def _story(self, title: str, url: str, relation: str, excerpt: str) -> None:
        signs = self._signs
        blank = " " * len(signs.arrow)
        runs = (Run(self._written(title or url), "related link", self._link(url, relation, title or url)),)
        self._passage(runs, signs.arrow, blank, gap=0)
        if excerpt:
            self._passage((Run(self._written(excerpt), "excerpt"),), blank, blank, gap=0, most=3)

    def _link(self, url: str, relation: str, title: str, number: int = 0) -> int:
        """A link of the part that comes next."""
        self.links.append(Link(url, relation, title, len(self.parts), number))
        return len(self.links) - 1

    def _numbered(self, url: str, title: str) -> tuple[int, str]:
        """A link of the text: its index, and the number to write behind it (one number for one address)."""
        number = self._numbers.setdefault(url, len(self._numbers) + 1)
        return self._link(url, "link", title, number), f"[{number}]"

    def _spans(self, spans: Spans, look: str = "") -> Line:
        """Spans as runs, with a number behind each link."""
        runs: list[Run] = []
        at = 0
        while at < len(spans):
            href = spans[at].href
            end = at + 1
            while href and end < len(spans) and spans[end].href == href:
                end += 1
            title = "".join(span.text for span in spans[at:end]).strip()
            if not href or not title or (href.startswith("#") and href[1:] not in self._labels):
                runs += [self._run(span, look) for span in spans[at:end]]
            elif href.startswith("#"):
                link = self._link(href, "note", title)
                runs += [self._run(span, f"{look} link", link) for span in spans[at:end]]
            else:
                runs += self._linked(spans[at:end], href, title, look)
            at = end
        return tuple(run._replace(look=run.look.strip()) for run in runs if run.text)

    def _linked(self, spans: Spans, href: str, title: str, look: str) -> list[Run]:
        """A link of the text, its number behind its last letter."""
        link, number = self._numbered(href, title)
        inside = [self._run(span, f"{look} link", link) for span in spans]
        bare = inside[-1].text.rstrip()
        blank = inside[-1].text[len(bare) :]
        inside[-1] = inside[-1]._replace(text=bare)
        return [*inside, Run("\u00a0" + number, f"{look} number", link), Run(blank, look)]

    def _run(self, span: Span, look: str, link: int = -1) -> Run:
        names = [look]
        styles = (("strong", span.strong), ("emphasis", span.emphasis), ("code", span.code), ("struck", span.struck))
        names += [name for name, on in styles if on]
        text = self._written(span.text)
        if span.script and self._signs is not PLAIN:
            text = raised(text, span.script)
        return Run(text, " ".join(names), link)

    def _blocks(
        self, blocks: Iterable[Block], rest: str, first: str | None = None, gap: int = 1, look: str = ""
    ) -> None:
        """Some blocks; `first` stands before the very first line, `rest` before every other."""
        for block in blocks:
            count = len(self.parts)
            self._block(block, rest, rest if first is None else first, gap, look)
            if len(self.parts) > count:
                first = None

    def _block(self, block: Block, rest: str, first: str, gap: int, look: str) -> None:
        signs = self._signs
        match block:
            case Paragraph(spans):
                self._passage(self._spans(spans, look), first, rest, gap)
            case Heading(level, spans):
                self._passage(self._spans(spans, "subhead" if level < 4 else "subhead minor"), first, rest, gap)
            case Quote(inner, source):
                self._quote(inner, source, rest, first, look)
            case Listing():
                self._listing(block, rest, first, gap, look)
            case Table():
                self._table(block, rest)
            case Code(text):
                self.parts.append(Listed(self._written(text.strip("\n").expandtabs(4)), rest, gap, rest))
            case Picture():
                self._picture(block, rest, first, gap)
            case Embed():
                self._embed(block, rest, first, gap)
            case Rule():
                self.parts.append(Passage((Run(signs.breaks, "rule"),), first, rest, gap, rest, 1, "", True))
            case Footnote(label, spans):
                self.notes[label] = len(self.parts)
                mark = f"{label}. "
                runs = self._spans(spans, "note")
                if any(link.relation == "note" and link.url == f"#{label}" for link in self.links):
                    back = self._link(f"#{label}", "from note", self._signs.back)
                    runs = (*runs, Run(" "), Run(self._signs.back, "note link", back))
                self._passage(runs, first + mark, rest + " " * width(mark), 0)
                self._gap(rest)

    def _quote(self, inner: Iterable[Block], source: str, rest: str, first: str, look: str) -> None:
        bar = self._signs.bar
        self._blocks(inner, rest + bar, first + bar, look=f"{look} quote".strip())
        if source:
            if self.parts:
                self.parts[-1] = replace(self.parts[-1], gap=0)
            said = self._signs.dash + self._written(source)
            self._passage((Run(said, "source"),), rest + bar, rest + bar)
        self._gap(rest)

    def _listing(self, block: Listing, rest: str, first: str, gap: int, look: str) -> None:
        marks = block.marks()
        size = max(map(len, marks), default=0) + 1
        tight = all(sum(not isinstance(inner, Listing) for inner in item.blocks) <= 1 for item in block.items)
        for said, item in zip(marks, block.items, strict=True):
            mark = said.ljust(size) if block.ordered else self._signs.bullet
            before, first = first, rest
            self._blocks(item.blocks, rest + " " * len(mark), before + mark, 0 if tight else 1, look)
        if gap:
            self._gap(rest)

    def _table(self, block: Table, rest: str) -> None:
        if not block.rows and not block.header:
            return
        if block.caption:
            self._passage((Run(self._written(block.caption), "caption"),), rest, rest)
        rows = tuple(tuple(self._spans(cell) for cell in row) for row in (block.header, *block.rows))
        header = tuple(tuple(run._replace(look=f"{run.look} strong".strip()) for run in cell) for cell in rows[0])
        self.parts.append(Grid(header, rows[1:], rest, 1, rest, self._signs.rule))

    def _picture(self, block: Picture, rest: str, first: str, gap: int) -> None:
        sign = self._signs.picture
        said = block.caption or block.alt
        if block.credit and block.credit not in said:
            said = f"{said} ({block.credit})" if said else block.credit
        if not said:
            return
        inside = rest + " " * len(sign)
        self._passage((Run(self._written(said), "caption"),), first + sign, inside, gap)
        if block.caption and block.alt and block.alt.casefold() not in block.caption.casefold():
            self.parts[-1] = replace(self.parts[-1], gap=0)
            self._passage((Run(self._written(block.alt), "excerpt"),), inside, inside, gap)

    def _embed(self, block: Embed, rest: str, first: str, gap: int) -> None:
        signs = self._signs
        if block.media == "post" and block.text:
            bar = rest + signs.bar
            self._passage((Run(self._written(block.text), "quote"),), first + signs.bar, bar, 0)
            runs: Line = (Run(signs.dash + self._written(block.author or "posted here"), "source"),)
            first, rest = bar, bar
        else:
            title = block.title or block.text or block.author or block.url
            runs = (Run(f"{_MEDIA[block.media]}: {self._written(title)}", "embed"),)
            first, rest = first + signs.embed, rest + " " * len(signs.embed)
        if block.url:
            link, number = self._numbered(block.url, block.title or block.author or block.url)
            runs = (runs[0]._replace(link=link, look=runs[0].look + " link"), Run("\u00a0" + number, "number", link))
        self._passage(runs, first, rest, gap)
        if gap:
            self._gap(rest[: -len(signs.bar)])


_ORDER = (
    Relation.ALSO_READ,
    Relation.PREVIOUS,
    Relation.NEXT,
    Relation.RELATED,
    Relation.LATEST,
    Relation.MOST_READ,
)
_HEADINGS = {
    Relation.ALSO_READ: "Also read",
    Relation.PREVIOUS: "Previous story",
    Relation.NEXT: "Next story",
    Relation.RELATED: "Related stories",
    Relation.MOST_READ: "Most read",
}
_MEDIA = {"post": "Post", "video": "Video", "audio": "Audio", "document": "Document", "other": "On another page"}


def _heading(relation: Relation, article: Article) -> str:
    """The heading of a group that has none of its own."""
    if relation is Relation.LATEST:
        return f"Latest from {article.kicker or article.site_name or 'this site'}"
    return _HEADINGS[relation]


def _joined(facts: list[str], dot: str) -> list[str]:
    """Facts on one line; those written from right to left on lines of their own, so that no terminal reorders the
    others."""
    plain = dot.join(fact for fact in facts if not is_right_to_left(fact))
    return [line for line in (plain, *(fact for fact in facts if is_right_to_left(fact))) if line]


def facts_of(enclosure: Enclosure) -> list[str]:
    """What is known of an enclosure: "Audio", "54 min", "32 MB"."""
    family = enclosure.kind.partition("/")[0]
    name = family.capitalize() if family in ("audio", "video", "image") else "File"
    minutes = f"{max(1, round(enclosure.duration / 60))} min" if enclosure.duration else ""
    size = f"{max(1, round(enclosure.length / 1_000_000))} MB" if enclosure.length else ""
    return [fact for fact in (name, minutes, size) if fact]
