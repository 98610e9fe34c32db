"""Explains how a page was read: its facts and where each came from, the part chosen, what was left out and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui.errors import ParseError
from tui.parse.rules import Rules, rules_for
from tui.parse.story.article import read
from tui.text import folded


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was decided about a page, and why."""

    lines: tuple[str, ...]

    def text(self) -> str:
        """All of it, one decision a line."""
        return "\n".join(self.lines)


def explain(html: str, url: str, *, rules: Iterable[Rules] = ()) -> Explanation:
    """How a page is read: its facts and where each came from, the part chosen, what was left out and why."""
    notes: list[str] = []
    try:
        found, reading = read(html, url, "", rules_for(url, rules), notes)
    except ParseError as error:
        return Explanation((str(error), *notes))
    shown = {
        "headline": found.headline,
        "authors": ", ".join(found.byline) + (f" ({found.byline_role})" if found.byline_role else ""),
        "published": found.published.isoformat() if found.published else "",
        "updated": found.updated.isoformat() if found.updated else "",
        "language": found.language,
        "site": found.site_name,
        "section": found.kicker,
        "standfirst": found.standfirst + (f" (reports {found.standfirst_credit})" if found.standfirst_credit else ""),
        "next page": found.next_page,
        "notice": found.notice,
    }
    sources = {name: where for name, where in reading.facts.sources if where != "nowhere"}
    seen = {"authors": "a line near the headline", "published": "a date near the headline, or the address"}
    facts = [
        f"{name}: {value}" + (f"  [{where}]" if (where := sources.get(name) or seen.get(name)) else "")
        for name, value in shown.items()
        if value
    ]
    others = [text for text in reading.facts.headlines if folded(text) != folded(found.headline)]
    facts.extend(f"also a headline: {text}" for text in others)
    if missing := [name for name in ("headline", "authors", "published", "language", "standfirst") if not shown[name]]:
        facts.append(f"not found: {', '.join(missing)}")
    related = [f"{each.relation}: {each.title}  {each.url}" for each in found.related]
    return Explanation(
        (*facts, "", *notes, "", f"{len(found.blocks)} blocks, {len(related)} related stories", *related)
    )
