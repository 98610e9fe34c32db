"""The pictures of stories: shown when somebody asks for them, kept for reading offline.

Opening a story fetches none: a picture is fetched when one is to be shown, or when a person has its story's kept."""

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from tui import address, blocks, config
from tui.errors import NewsError, ParseError, StoreError
from tui.jobs import PictureJob, Raster, Sixels
from tui.library.refusals import held, refused
from tui.model import Article, Told
from tui.storage import pictures, sections, texts
from tui.values import replace

if TYPE_CHECKING:
    from tui.library.library import Library

IN_A_BOOK = 100_000_000
"""Bytes of the pictures that leave with stories at one time: what e-mail or a telephone still accepts."""
_AT_ONCE = 4
MOST = 40
"""Pictures of one story that are taken: the longest series of the bench has 31."""


def of(article: Article) -> tuple[blocks.Picture, ...]:
    """The pictures of an article that have an address, in reading order, each once."""
    found = {each.url: each for each in blocks.pictures(article.blocks) if each.url}
    return tuple(found.values())[:MOST]


async def draw(library: "Library", story_id: int, wanted: PictureJob) -> Raster | Sixels:
    """A picture as pixels, or as sixels, for the box that is wanted: from what is kept, else fetched and kept.
    FetchError or ParseError where there is none."""
    data = _ours(wanted.url) or await library.ask(pictures.kept, story_id, wanted.url)
    found = await library.fetch(replace(wanted, data=data) if data else await _to_fetch(library, wanted))
    await library.hold(wanted.url, found.failure)
    if found.data and story_id and not library.for_reading_only:
        with suppress(StoreError):  # it can still be shown
            await library.do(pictures.keep, story_id, wanted.url, found.data, _most(library))
    if found.drawn is None or not found.drawn.sound:
        raise refused(found.failure) if found.failure else ParseError("the picture cannot be shown")
    return found.drawn


async def keep_all(library: "Library", story_id: int) -> tuple[int, tuple[str, ...]]:
    """Have a story's pictures kept, of a story whose article is: how many are, and of the others why not."""
    article = await library.ask(texts.article, story_id)
    there, failed = 0, []
    for picture in of(article) if article else ():
        if not (_ours(picture.url) or await library.ask(pictures.kept, story_id, picture.url)):
            try:
                await _keep(library, story_id, PictureJob(picture.url, from_url=article.url if article else ""))
            except NewsError as error:
                failed.append(str(error))
                continue
        there += 1
    return there, tuple(failed)


async def take_along(library: "Library", told: Sequence[Told]) -> dict[str, bytes]:
    """The pictures of stories that leave the reader, by their address: fetched and kept where they are not yet. What
    cannot be fetched is not among them, nor what goes beyond `IN_A_BOOK`."""
    import asyncio

    some = asyncio.Semaphore(_AT_ONCE)

    async def fetch(story_id: int) -> None:
        async with some:
            await keep_all(library, story_id)

    await asyncio.gather(*(fetch(each.story.id) for each in told if of(each.article)))
    found: dict[str, bytes] = {}
    room = IN_A_BOOK
    for each in told:
        for picture in of(each.article):
            data = _ours(picture.url) or await library.ask(pictures.kept, each.story.id, picture.url)
            if data and picture.url not in found and len(data) <= room:
                found[picture.url] = data
                room -= len(data)
    return found


def _ours(url: str) -> bytes:
    """A picture of the Guide, which ships with the program; b"" for every other."""
    named = re.fullmatch(r"guide:/pictures/([a-z0-9-]{1,60}\.png)", url)
    return config.asset(f"guide/pictures/{named[1]}").read_bytes() if named else b""


async def _keep(library: "Library", story_id: int, wanted: PictureJob) -> None:
    """Fetch a picture and keep it. Raises NewsErrors."""
    found = await library.fetch(await _to_fetch(library, wanted))
    await library.hold(wanted.url, found.failure)
    if not found.data:
        raise refused(found.failure) if found.failure else ParseError("it comes compressed, and is not kept")
    await library.do(pictures.keep, story_id, wanted.url, found.data, _most(library))


async def _to_fetch(library: "Library", wanted: PictureJob) -> PictureJob:
    """What to fetch a picture with. FetchError where it may not be."""
    library.refuse_if_for_reading_only()
    if not wanted.url.startswith(("http://", "https://")):
        raise ParseError("it has no address on the web")
    if until := await library.left_alone_until(wanted.url):
        raise refused(held(address.host(wanted.url), until, library.clock()))
    trusted = bool(wanted.from_url) and await library.ask(sections.trusts, wanted.from_url)
    return replace(wanted, trusted=trusted, options=library.settings.rules(wanted.url).options)


def _most(library: "Library") -> int:
    return library.settings.picture_megabytes * 1_000_000
