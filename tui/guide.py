"""The Guide: the edition that ships with the program, read like any page from the web."""

from tui import config
from tui.model import Article
from tui.values import replace

EDITION = 26
"""Grows whenever a page of the Guide changes, so that libraries take the newer one in; a test holds the two
together."""

NAME = "The Guide"
"""The site the Guide stands under."""

SECTIONS = (
    ("start", "First Steps"),
    ("following", "Following"),
    ("reading", "Reading"),
    ("road", "On the Road"),
    ("workshop", "The Workshop"),
)
"""(path, name) of its sections, in order."""


def pages() -> dict[str, str]:
    """Address ("guide:/section/story") -> HTML, for every page."""
    folder = config.asset("guide")
    return {
        f"guide:/{path}/{file.stem}": file.read_text(encoding="utf-8")
        for path, _ in SECTIONS
        for file in sorted((folder / path).glob("*.html"))
    }


def edition() -> tuple[Article, ...]:
    """Every story of the Guide, newest first."""
    from tui.parse.story.article import article

    read = [replace(article(html, url), source="guide") for url, html in pages().items()]
    return tuple(sorted(read, key=lambda found: str(found.published), reverse=True))
