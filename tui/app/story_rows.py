"""How a story is drawn in a list: on one line, on two or three, or with its summary. No widgets here."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from tui.app.chrome import Glyphs, Piece
from tui.app.layout import counted_cells, cut, set_right, width, wrap
from tui.app.rows import Row
from tui.model import Story
from tui.scripts import is_right_to_left
from tui.text import line
from tui.values import Value, replace

AGE = 4
"""Cells of the column of ages: "59 m" is as long as any."""
NARROW = 44
"""Cells below which the column of outlets gives way to the headlines."""
OUTLET_PART = 4
"""The largest part of a line that the column of outlets may take: a quarter leaves thirty cells for the headline beside
the sections at 80 columns."""
OUTLET_MOST = 20
"""Cells of the column of outlets on wide screens."""
INSIDE = 2
"""Cells by which a story stands in under the event it tells."""
NAMED = 3
"""Outlets of an event that its small print names."""
SUMMARY_LINES = 3
"""Lines of a summary that are shown under a headline."""


class Density(StrEnum):
    """How much of a story a list shows."""

    COMPACT = "compact"
    """One line: mark, age, outlet, headline."""
    COMFORTABLE = "comfortable"
    """A headline of two lines at most, outlet and age under it."""
    FULL = "full"
    """The same with the summary."""

    @property
    def next(self) -> "Density":
        """The one that `z` changes to."""
        every = list(Density)
        return every[(every.index(self) + 1) % len(every)]


class Look(Value):
    """How the stories of a list are drawn."""

    glyphs: Glyphs
    density: Density = Density.COMFORTABLE
    outlet: Literal["site", "section", "none"] = "site"
    """What stands for the outlet: in a list of one site its sections, in a list of one section nothing."""
    ages: bool = True
    """The stories have an age; those of the Guide have none."""
    heads: Literal["none", "day", "site", "section"] = "none"
    """What the headings between the stories are."""

    @property
    def lines(self) -> int:
        """The lines of a story of which nothing is known yet."""
        return 1 if self.density is Density.COMPACT else 2

    @property
    def side_by_side(self) -> "Look":
        """How those who tell one event are drawn where it is open: each headline as whole as it can be, by its outlet,
        since a person compares them."""
        density = Density.COMFORTABLE if self.density is Density.COMPACT else self.density
        return replace(self, density=density, outlet="site")


def fitting_density(columns: int, rows: int, *, found: bool = False) -> Density:
    """The density for a screen of this size where nobody chose one. `found` is a search, whose stories show where the
    words were found.

    A screen of 50 rows has room for as many stories of two lines as one of 24 has for stories of one.
    """
    return Density.COMFORTABLE if found or (columns >= 160 and rows >= 48) else Density.COMPACT


def story_row(
    story: Story,
    look: Look,
    cells: int,
    now: datetime,
    *,
    outlets: int = 0,
    waiting: bool = False,
    inside: bool = False,
) -> Row:
    """A story as lines of at most `cells` cells; `outlets` are the cells that the outlets of its list need.

    `waiting` is one with a mark that is not on the disk yet, `inside` one that stands under the event it tells.
    """
    if inside:
        row = story_row(story, look, cells - INSIDE, now, outlets=outlets, waiting=waiting)
        return Row(tuple(((" " * INSIDE, ""), *line) for line in row.lines))
    glyphs = look.glyphs
    if glyphs.words:
        return spoken_row(story, look, cells, now, waiting=waiting)
    mark = _mark(story, glyphs, waiting=waiting)
    ink = "" if story.read else "strong"
    if look.density is Density.COMPACT:
        return Row((_compact(story, look, cells, now, outlets, mark, ink),))
    room = max(2, cells - 3)
    headline = two_lines(_headline(story, glyphs), room, glyphs.ellipsis)
    said = _lined(story, ink)
    rows: list[tuple[Piece, ...]] = [((f"{mark} ", ink), (set_right(headline[0], room), said))]
    rows += [(("  ", ink), (set_right(text, room), said)) for text in headline[1:]]
    small = small_print(story, look, now, room)
    if is_right_to_left(headline[0]):
        small = " " * (room - width(small)) + small
    rows.append(((f"  {small}", "print"),))
    if story.snippet:
        rows.append((("  ", "print"), *snippet(story.snippet, room, glyphs.ellipsis)))
    elif look.density is Density.FULL and (summary := _summary(story)):
        lines = wrap(summary, room)
        if len(lines) > SUMMARY_LINES:
            last = cut(f"{lines[SUMMARY_LINES - 1]} {lines[SUMMARY_LINES]}", room, glyphs.ellipsis)
            lines = [*lines[: SUMMARY_LINES - 1], last]
        rows += [((f"  {set_right(text, room)}", "print"),) for text in lines]
    return Row(tuple(rows))


def spoken_row(story: Story, look: Look, cells: int, now: datetime, *, waiting: bool = False) -> Row:
    """A story as one sentence, its states first: "unread, starred: Ferry strike ends. The Gazette - 2 h"."""
    states = [
        word
        for word, on in (
            ("being kept", waiting),
            ("unread", not story.read),
            ("starred", story.starred),
            ("later", story.later),
        )
        if on
    ]
    said = f"{', '.join(states)}: " if states else ""
    heading = story.heading if story.heading.endswith((".", "?", "!", "…")) else f"{story.heading}."
    text = f"{said}{heading} {small_print(story, look, now, 4 * cells)}"
    return Row(tuple(((line, "" if story.read else "strong"),) for line in wrap(text, max(2, cells - 1))))


def heading_of(story: Story, look: Look, now: datetime) -> str:
    """The heading that a story stands under, "" for none."""
    if look.heads == "none":
        return ""
    if look.heads == "day":
        when = story.published or story.seen
        return day(when, now) if when else "Without a date"
    return story.site if look.heads == "site" else (story.section or story.site)


def day(moment: datetime, now: datetime) -> str:
    """A day as a newspaper names it: "Today", "Yesterday", "Monday 23 November", "23 November 2025"."""
    here, today = moment.astimezone().date(), now.astimezone().date()
    passed = (today - here).days
    if passed in (0, 1):
        return "Yesterday" if passed else "Today"
    return f"{here:%A} {here.day} {here:%B}" if here.year == today.year else f"{here.day} {here:%B} {here.year}"


def _mark(story: Story, glyphs: Glyphs, *, waiting: bool) -> str:
    if waiting:
        return glyphs.waiting
    if story.starred:
        return glyphs.starred
    return glyphs.later if story.later else " " if story.read else glyphs.unread


def _compact(
    story: Story, look: Look, cells: int, now: datetime, outlets: int, mark: str, ink: str
) -> tuple[Piece, ...]:
    """One line: what is far right gives way first, the age never."""
    pieces = [(f"{mark} ", ink)]
    room = cells - 3
    if look.ages:
        when = "" if story.url.startswith("guide:") else short_age(story.published or story.seen, now)
        pieces.append((f"{when:>{AGE}}  ", "print"))
        room -= AGE + 2
    if column := min(outlets, cells // OUTLET_PART, OUTLET_MOST) if cells >= NARROW else 0:
        name = cut(outlet_of(story, look), column, look.glyphs.ellipsis)
        pieces.append((name + " " * (column - counted_cells(name) + 2), "print"))
        room -= column + 2
    told = f"  {len(story.others) + 1}" if story.others and not column else ""  # how many tell it, for want of room
    room -= len(told)
    headline = cut(_headline(story, look.glyphs), max(2, room), look.glyphs.ellipsis)
    return (*pieces, (set_right(headline, room), _lined(story, ink)), *([(told, "print")] if told else []))


def _headline(story: Story, glyphs: Glyphs) -> str:
    """The headline, behind a sign where a highlight finds the story."""
    return f"{glyphs.highlighted} {story.heading}" if story.highlights else story.heading


def _lined(story: Story, ink: str) -> str:
    """The ink of a headline: with a line under one that is highlighted."""
    return f"{ink} lined".strip() if story.highlights else ink


def outlet_of(story: Story, look: Look) -> str:
    """What stands for the outlet of a story in its list, or ""."""
    if story.others:
        number = len(story.outlets)
        return f"{number} outlets" if number > 1 else f"{story.site} ({len(story.others) + 1})"
    if look.outlet == "none":
        return ""
    return (story.section or story.site) if look.outlet == "section" else (story.site or story.section)


def _named(story: Story, glyphs: Glyphs) -> str:
    """The first outlets of an event, behind their number; "" for a story that stands for itself."""
    if len(story.outlets) < 2:
        return ""
    more = f", {glyphs.ellipsis}" if len(story.outlets) > NAMED else ""
    return f" {glyphs.dot} {', '.join(story.outlets[:NAMED])}{more}"


def small_print(story: Story, look: Look, now: datetime, cells: int) -> str:
    """Where a story is from and how old it is; where both have no room the outlet is cut."""
    dot = f" {look.glyphs.dot} "
    when = story.published or story.seen
    if story.url.startswith("guide:"):
        return cut(dot.join(part for part in (story.site, story.section) if part), cells, look.glyphs.ellipsis)
    states = (
        "updated" if story.updated else "",
        "queued" if story.queued else "",
        "note" if story.noted else "",
        *(f"#{tag}" for tag in story.tags),
        *story.highlights,
    )
    facts = dot.join(part for part in (age(when, now) if when else "", *states) if part)
    room = cells - width(facts) - width(dot) if facts else cells
    outlet = cut(outlet_of(story, look) + _named(story, look.glyphs), max(0, room), look.glyphs.ellipsis)
    return cut(dot.join(part for part in (outlet, facts) if part), cells, look.glyphs.ellipsis)


def _summary(story: Story) -> str:
    """The summary, where it says more than the headline."""
    summary = line(story.summary)
    return "" if summary.startswith(story.heading) and len(summary) < 2 * len(story.heading) else summary


def two_lines(text: str, cells: int, ellipsis: str) -> list[str]:
    """A headline on two lines at most, cut at a word."""
    lines = wrap(text, cells)
    if len(lines) <= 2:
        return lines
    last = lines[1]
    while last and width(last) + width(ellipsis) > cells:
        head, blank, _ = last.rpartition(" ")
        last = head if blank else cut(last, cells - width(ellipsis), "")
    return [lines[0], last.rstrip(" ,;:.–—-") + ellipsis]


def snippet(text: str, cells: int, ellipsis: str) -> tuple[Piece, ...]:
    """Where a search found its words: pieces, the words in their own ink, the first of them well inside the line."""
    before, mark, rest = text.partition("\x02")
    if mark and width(before) > cells // 2:
        before = ellipsis + before[-cells // 3 :].partition(" ")[2]
    pieces: list[Piece] = [(before, "print")]
    for part in rest.split("\x02"):
        found, _, between = part.partition("\x03")
        pieces += [(found, "found"), (between, "print")]
    return tuple(piece for piece in pieces if piece[0])


def age(moment: datetime, now: datetime) -> str:
    """How long ago, in a few characters: "5 min", "2 h", "3 d", "20 May", "20 May 2021"."""
    passed = now - moment
    if timedelta(minutes=-5) < passed < timedelta(minutes=1):
        return "now"
    if timedelta(0) <= passed < timedelta(hours=1):
        return f"{passed.seconds // 60} min"
    if timedelta(0) <= passed < timedelta(days=1):
        return f"{passed.seconds // 3600} h"
    if timedelta(0) <= passed < timedelta(days=7):
        return f"{passed.days} d"
    day = moment.astimezone()
    return f"{day.day} {day:%B}" if day.year == now.astimezone().year else f"{day.day} {day:%B} {day.year}"


def short_age(moment: datetime | None, now: datetime) -> str:
    """How long ago in `AGE` cells: "59 m", "23 h", "6 d", "51 w", "3 y"."""
    if moment is None:
        return ""
    minutes = (now - moment) // timedelta(minutes=1)
    if minutes < 1:
        return "now" if minutes > -6 else "soon"
    for size, unit, most in (
        (1, "m", 60),
        (60, "h", 24 * 60),
        (24 * 60, "d", 14 * 24 * 60),
        (7 * 24 * 60, "w", 364 * 24 * 60),
    ):
        if minutes < most:
            return f"{minutes // size} {unit}"
    return f"{min(99, minutes // (365 * 24 * 60)) or 1} y"
