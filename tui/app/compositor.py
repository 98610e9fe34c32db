"""Sets an article as parts, in reading order: headline, paragraphs, tables, related stories; and numbers its links."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

from tui.app.formulas import legible
from tui.app.layout import width
from tui.app.parts import (
    AS_IT_WAS,
    PLAIN,
    Line,
    Link,
    Listed,
    Part,
    Passage,
    Revision,
    Run,
    Signs,
    Typography,
)
from tui.app.tables import grid
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
from tui.episodes import Episode
from tui.model import Article, Enclosure, Related, Relation, Story, day_of
from tui.scripts import is_right_to_left
from tui.values import replace

_TO_ASCII = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...", "•": "*", "·": "-", "\u00a0": " ", "−": "-"})  # fmt: skip


class Compositor:
    """Makes the parts of an article, in reading order, and numbers its links."""

    def __init__(self, signs: Signs, zone: tzinfo | None, typography: Typography) -> None:
        self.parts: list[Part] = []
        self.links: list[Link] = []
        self.notes: dict[str, int] = {}
        self.pictures: list[tuple[int, Picture]] = []
        """The pictures that can be shown, each with the part under which it is."""
        self._signs = signs
        self._zone = zone
        self._typography = typography
        self._numbers: dict[str, int] = {}
        self._labels: frozenset[str] = frozenset()
        self._from_right = False

    def article(self, article: Article, revision: Revision = AS_IT_WAS) -> None:
        """The head and the body."""
        self._from_right = is_right_to_left(article.headline + article.standfirst)
        self._labels = frozenset(block.label for block in article.blocks if isinstance(block, Footnote))
        self._say(article.kicker.upper(), "kicker")
        self._say(article.headline or article.url, "headline")
        if article.standfirst or article.standfirst_credit:
            self._passage(self._standfirst(article))
        self._say(self._byline(article), "byline", gap=0)
        minutes = f"{article.reading_minutes} min read" if article.reading_minutes else ""
        facts = [self._date(article.published), minutes, article.site_name]
        for line in _joined([fact for fact in facts if fact], self._signs.dot):
            self._say(line, "small", gap=0, between=self._signs.dot)
        self._say(revision.told, "small", gap=0)
        rule = (Run(self._signs.rule * 12, "rule"),)
        self.parts.append(Passage(rule, most=1, ellipsis=self._signs.rule, from_right=self._from_right))
        self._body(article.blocks, revision)
        notice = article.notice
        if article.paywalled and not notice:
            notice = "Only the beginning of this story is free to read; the rest is for the site’s subscribers."
        if not article.blocks and not notice:
            notice = "There is no text on this page that can be shown here."
        self._say(notice, "notice")

    def _body(self, blocks: Sequence[Block], revision: Revision) -> None:
        """The blocks, those that are new or gone with a sign before each of their lines."""
        for number, block in enumerate(blocks):
            state = revision.states[number] if number < len(revision.states) else ""
            sign = {"new": self._signs.new, "gone": self._signs.gone}.get(state, "")
            self._blocks((block,), sign, look="struck" if state == "gone" else "")
            if sign:
                self._gap()

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

    def _say(self, text: str, look: str, gap: int = 1, between: str = "") -> None:
        if text:
            self._passage((Run(self._written(text), look),), gap=gap, between=between)

    def _passage(
        self,
        runs: Line,
        first: str = "",
        rest: str = "",
        gap: int = 1,
        most: int = 0,
        *,
        justified: bool = False,
        between: str = "",
    ) -> None:
        how = self._signs.ellipsis, False, self._from_right, justified
        self.parts.append(Passage(runs, first, rest, gap, rest, most, *how, between=between))

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
            said = re.sub(r"(?<!\s)\s*(?:…|\.{2,4})$", "", said) + " … "
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
        text = self._written(span.text if span.code or self._signs is PLAIN else legible(span.text))
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
                self._paragraph(self._spans(spans, look), first, rest, gap)
            case Heading(level, spans):
                self._passage(self._spans(spans, "subhead" if level < 4 else "subhead minor"), first, rest, gap)
            case Quote(inner, source):
                self._quote(inner, source, rest, first, look)
            case Listing():
                self._listing(block, rest, first, gap, look)
            case Table():
                self._table(block, rest)
            case Code(text, language):
                self.parts.append(Listed(self._written(text.strip("\n").expandtabs(4)), rest, gap, rest, language))
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

    def _paragraph(self, runs: Line, first: str, rest: str, gap: int) -> None:
        how = self._typography
        gap = how.spacing if gap else 0
        first += "" if first.strip() else " " * how.indent
        self._passage(runs, first, rest, gap, justified=how.justified)

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
            mark = f"{said.rjust(size - 1)} " if block.ordered else self._signs.bullet
            before, first = first, rest
            self._blocks(item.blocks, rest + " " * len(mark), before + mark, 0 if tight else 1, look)
        if gap:
            self._gap(rest)

    def _table(self, block: Table, rest: str) -> None:
        if not block.rows and not block.header:
            return
        if block.caption:
            self._passage((Run(self._written(block.caption), "caption"),), rest, rest)
        rows = [tuple(map(self._spans, row)) for row in (block.header, *block.rows)]
        self.parts.append(grid(rows[0], rows[1:], block.tall, rest, self._signs.rule))

    def _picture(self, block: Picture, rest: str, first: str, gap: int) -> None:
        sign = self._signs.picture
        said = block.caption or block.alt
        if block.credit and block.credit not in said:
            said = f"{said} ({block.credit})" if said else block.credit
        if not said and not block.url:
            return
        said = said or "without a caption"
        inside = rest + " " * len(sign)
        self._passage((Run(self._written(said), "caption"),), first + sign, inside, gap)
        if block.caption and block.alt and block.alt.casefold() not in block.caption.casefold():
            self.parts[-1] = replace(self.parts[-1], gap=0)
            self._passage((Run(self._written(block.alt), "excerpt"),), inside, inside, gap)
        if block.url:
            self.pictures.append((len(self.parts) - 1, block))

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


SHORT = 24
"""Cells of a name or a date that is not broken: a pane that is narrower shows little else."""
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
    plain = dot.join(_unbroken(fact) for fact in facts if not is_right_to_left(fact))
    return [line for line in (plain, *(fact for fact in facts if is_right_to_left(fact))) if line]


def _unbroken(fact: str) -> str:
    """A fact that fits any pane, to be on one line."""
    return fact.replace(" ", "\u00a0") if width(fact) <= SHORT else fact


def facts_of(enclosure: Enclosure | Episode) -> list[str]:
    """What is known of an enclosure: "Audio", "54 min", "32 MB"."""
    family = enclosure.kind.partition("/")[0]
    name = family.capitalize() if family in ("audio", "video", "image") else "File"
    minutes = f"{max(1, round(enclosure.duration / 60))} min" if enclosure.duration else ""
    size = f"{max(1, round(enclosure.length / 1_000_000))} MB" if enclosure.length else ""
    return [fact for fact in (name, minutes, size) if fact]
