"""An article as a person reads it: plain text, and Markdown."""

from typing import TYPE_CHECKING

from tui.blocks import escape, markdown, written
from tui.model import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.blocks import Block
    from tui.episodes import Episode
    from tui.model import Article, Enclosure, Related

ENCLOSED = "Audio and video"
"""The heading of what a feed encloses with a story."""
_GROUPS = {
    "also-read": "Also read",
    "previous": "Previous story",
    "next": "Next story",
    "latest": "Latest",
    "most-read": "Don’t miss",
    "related": "Related",
}
"""What a group of related stories is called where the page does not name it."""


def as_text(article: "Article", related: "tuple[Related, ...]", enclosed: "tuple[Enclosure, ...]" = ()) -> str:
    """An article in plain text, a blank line between its parts."""
    parts = [article.kicker.upper(), article.headline, *_head(article), article.notice, written(article.blocks)]
    if enclosed:
        parts.append("\n".join([ENCLOSED.upper(), *(f"  {facts_of(one)}\n  {one.url}" for one in enclosed)]))
    for name, items in groups(related):
        parts.append("\n".join([name.upper(), *(f"  {item.title}\n  {item.url}" for item in items)]))
    return "\n\n".join(part for part in parts if part)


def as_markdown(article: "Article", related: "tuple[Related, ...]", enclosed: "tuple[Enclosure, ...]" = ()) -> str:
    """An article in Markdown; what the page wrote is escaped, and stays text."""
    parts = [
        f"# {escape(article.headline)}",
        *map(escape, _head(article)),
        escape(article.notice),
        markdown(article.blocks),
    ]
    if enclosed:
        parts.append(
            "\n".join([f"## {ENCLOSED}", "", *(f"- [{escape(facts_of(one))}](<{one.url}>)" for one in enclosed)])
        )
    for name, items in groups(related):
        rows = [f"- [{escape(item.title)}](<{item.url}>)" for item in items]
        parts.append("\n".join([f"## {escape(name)}", "", *rows]))
    return "\n\n".join(part for part in parts if part)


def groups(related: "tuple[Related, ...]") -> "list[tuple[str, list[Related]]]":
    """Where a story leads to, under the headings that the page has for it, else under the usual ones."""
    found: dict[tuple[str, str], list[Related]] = {}
    for relation, name in _GROUPS.items():
        for item in related:
            if item.relation == relation:
                found.setdefault((relation, item.heading or name), []).append(item)
    return [(heading, items) for (_, heading), items in found.items()]


def as_changes(both: "Iterable[tuple[str, Block]]") -> str:
    """What is new in a text and what is gone from it, a sign before each of its lines."""
    signs = {"new": "+ ", "gone": "- ", "": "  "}
    texts = ((signs[state], written((block,))) for state, block in both)
    return "\n\n".join(sign + text.replace("\n", f"\n{sign}") for sign, text in texts if text)


def facts_of(enclosed: "Enclosure | Episode") -> str:
    """What is enclosed, in a line: media type, how long it lasts, how large it is."""
    from tui.episodes import clock_of

    large = f"{enclosed.length / 1e6:.1f} MB" if enclosed.length >= 100_000 else ""
    return ", ".join(
        filter(None, (enclosed.kind or "file", clock_of(enclosed.duration) if enclosed.duration else "", large))
    )


def _head(article: "Article") -> list[str]:
    """Standfirst, byline, and the line of day, length and outlet; "" for what there is not."""
    credit = f" … reports {article.standfirst_credit}" if article.standfirst_credit else ""
    by = ", ".join(article.byline) + (f", {article.byline_role}" if article.byline_role else "")
    day = day_of(article.published) if article.published else ""
    minutes = f"{article.reading_minutes} min read"
    return [
        article.standfirst + credit if article.standfirst else "",
        f"By {by}" if by else "",
        " · ".join(part for part in (day, minutes, article.site_name) if part),
    ]
