"""All there is to tell of a story: the article with what belongs to it."""

import zlib
from typing import TYPE_CHECKING

from tui import address
from tui.errors import AskError
from tui.model import Article, Story, Told
from tui.storage import stories, texts
from tui.storage.file import File
from tui.values import replace

if TYPE_CHECKING:
    from tui.library.library import Library


def kept(file: File, story: Story, *, similar: bool = False) -> Told | None:
    """What is told of a story whose article is in the library; None where it is not. What is `similar` costs a search,
    and is looked for only where it is wanted."""
    article = texts.article(file, story.id)
    return _told(file, story, article, similar=similar) if article else None


async def tell(library: "Library", story: int | str, *, similar: bool = False) -> Told:
    """The same of any story, by its id or address: fetched and kept where it was not yet. AskError where it is neither,
    and nobody is asked then; AskError, FetchError or ParseError where it cannot be had."""
    known = await library.ask(stories.story, story)
    if known is None and ":" not in str(story) and not address.of_story(str(story)):
        raise AskError(f"there is no story {story}")
    if known is None:
        known, article = await library.open_link(str(story), trusted=True)
    else:
        article = await library.read_article(known.id)
    return await library.ask(_told, known, article, similar=similar)


async def explained(library: "Library", story: int | str) -> str:
    """How a story's page is read, and why: of the page that is kept, where it is, else as it is at its address now.
    AskError where there is no such story; FetchError or ParseError where the page cannot be had."""
    known = await library.ask(stories.story, story)
    if known is None:
        raise AskError(f"there is no story {story}")
    page = await library.ask(texts.page, known.id)
    return await library.explain(known.url, zlib.decompress(page) if page else None)


def _told(file: File, story: Story, article: Article, *, similar: bool) -> Told:
    """The article under the name of whoever wrote it, where its page names nobody."""
    return Told(
        story,
        replace(article, byline=article.byline or story.authors),
        stories.related(file, article),
        stories.similar(file, story.id) if similar else (),
        stories.enclosures(file, story.id),
    )
