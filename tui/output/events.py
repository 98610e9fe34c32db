"""An event as a page to read: its place on the front page, what each outlet adds, how it came, the story so far, and
what joined its stories."""

from collections.abc import Iterable, Sequence

from tui.blocks import Block, Heading, Item, Listing, Paragraph, Span
from tui.model import Addition, Article, Event, Ranked, Story
from tui.output.lists import minute, reasons, why

PARAGRAPHS = 6
"""Paragraphs of one outlet that are shown: more of them are another story."""


def page(event: Event, additions: Sequence[Addition], place: tuple[int, Ranked] | None = None) -> Article:
    """The page of an event, with its place on the front page where that is asked for."""
    newest = event.tellings[0].story
    return Article("", newest.heading, tuple(_blocks(event, additions, place)), kicker="Told by", reading_minutes=0)


def ranked(place: int, found: Ranked) -> str:
    """The place of an event on the front page, and why it has it."""
    return f"Place {place} of the front page: {reasons(found)}"


def _blocks(event: Event, additions: Sequence[Addition], place: tuple[int, Ranked] | None) -> Iterable[Block]:
    if place:
        yield Paragraph((Span(f"{ranked(*place)}."),))
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
    if len(event.tellings) > 1:
        yield _heading("What joined them")
        yield Listing(
            tuple(
                Item((Paragraph((*_linked(telling.story, telling.outlet), Span(f" {why(telling)}"))),))
                for telling in reversed(event.tellings)
            )
        )


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
