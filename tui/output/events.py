"""An event as a page to read: what each outlet adds, how it came, and the story so far."""

from collections.abc import Iterable, Sequence

from tui.blocks import Block, Heading, Item, Listing, Paragraph, Span
from tui.model import Addition, Article, Event, Story
from tui.output.lists import minute

PARAGRAPHS = 6
"""Paragraphs of one outlet that are shown: more of them are another story."""


def page(event: Event, additions: Sequence[Addition]) -> Article:
    """The page of an event."""
    newest = event.tellings[0].story
    return Article("", newest.heading, tuple(_blocks(event, additions)), kicker="Told by", reading_minutes=0)


def _blocks(event: Event, additions: Sequence[Addition]) -> Iterable[Block]:
    if additions:
        yield _heading("What each adds")
        for addition in additions:
            yield Heading(3, _linked(addition.telling.story, addition.telling.outlet))
            yield from (Paragraph((Span(text),)) for text in addition.paragraphs[:PARAGRAPHS])
    yield _heading("How it came")
    yield _listed(telling.story for telling in reversed(event.tellings))
    if event.before:
        yield _heading("The story so far")
        yield _listed(event.before)


def _heading(text: str) -> Heading:
    return Heading(2, (Span(text),))


def _listed(stories: Iterable[Story]) -> Listing:
    return Listing(
        tuple(
            Item((Paragraph((Span(f"{minute(story.published or story.seen)}  {story.site}: "), *_linked(story))),))
            for story in stories
        )
    )


def _linked(story: Story, text: str = "") -> tuple[Span, ...]:
    return (Span(text or story.heading, href=story.url if story.url.startswith("http") else ""),)
