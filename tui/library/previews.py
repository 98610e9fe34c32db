"""What is kept of a story before its page is fetched, as an article. Pure."""

from tui.blocks import Paragraph, Span
from tui.model import Article, Story
from tui.values import replace


def preview(story: Story) -> Article:
    """A story as its list knows it: headline, outlet, date, summary."""
    blocks = (Paragraph((Span(story.summary),)),) if story.summary else ()
    return Article(
        story.url,
        story.heading,
        blocks,
        kicker=story.section if story.section != story.site else "",
        byline=story.authors,
        published=story.published,
        site_name=story.site,
        reading_minutes=0,
        source="feed",
        story_id=story.id,
    )


def headed(own: Article, story: Story) -> Article:
    """The feed's own text, read, under what the list knows of the story."""
    known = preview(story)
    return replace(
        known,
        blocks=own.blocks or known.blocks,
        byline=own.byline or known.byline,
        language=own.language,
        reading_minutes=own.reading_minutes,
    )
