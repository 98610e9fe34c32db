"""The pictures of a story: fetched when asked for and not before, kept, shown again without a network."""

import pytest

from tests.conftest import Opening
from tests.images import png
from tests.web import Answer, FakeWeb
from tui.config import Config
from tui.errors import FetchError, NewsError, ParseError
from tui.jobs import Pictured, PictureJob
from tui.library import pictures, telling
from tui.library.library import Library
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.storage import pictures as kept
from tui.storage import sections, stories, texts

SITE = "https://a.example"
PLACE = f"{SITE}/ship.png"
SENTENCE = "The council met on Monday and heard from residents, from officers and from experts of three harbours."
PAGE = (
    f"<!doctype html><title>Of ports</title><article><h1>Of ports</h1><p>{SENTENCE * 3}</p>"
    f"<figure><img src=/ship.png alt='A ship'><figcaption>A ship in port</figcaption></figure><p>{SENTENCE * 3}</p>"
    f"<figure><img src=/gone.jpg><figcaption>A crane at dawn</figcaption></figure><p>{SENTENCE * 2}</p></article>"
)


async def follow(library: Library, web: FakeWeb) -> int:
    entry = Entry("Of ports", f"{SITE}/1", "g")
    await library.do(sections.follow, SiteOffer("A", SITE, (Offer("N", f"{SITE}/f", entries=(entry,)),)))
    web[f"{SITE}/1"] = PAGE
    web[PLACE] = Answer(png(), content_type="image/png")
    found = await library.ask(stories.story, f"{SITE}/1")
    assert found is not None
    return found.id


@pytest.fixture
async def story(library: Library, web: FakeWeb) -> int:
    return await follow(library, web)


def wanted(url: str = PLACE) -> PictureJob:
    return PictureJob(url, columns=30, rows=10, from_url=f"{SITE}/1")


async def test_opening_a_story_fetches_none(library: Library, web: FakeWeb, story: int) -> None:
    article = await library.whole_story(story)
    assert [each.url for each in pictures.of(article)] == [PLACE, f"{SITE}/gone.jpg"]
    assert web.count(PLACE) == 0


async def test_one_is_fetched_once(library: Library, web: FakeWeb, story: int) -> None:
    first = await pictures.draw(library, story, wanted())
    assert (first.width, first.height) == (30, 20)
    del web.pages[PLACE]
    again = await pictures.draw(library, story, PictureJob(PLACE, columns=15, rows=10))
    assert (again.width, again.height) == (15, 10) and web.count(PLACE) == 1
    assert await library.ask(kept.sizes) == (1, len(png()))


async def test_what_cannot_be_had_is_said(library: Library, web: FakeWeb, story: int) -> None:
    with pytest.raises(FetchError, match="404"):
        await pictures.draw(library, story, wanted(f"{SITE}/gone.jpg"))
    with pytest.raises(ParseError, match="no address"):
        await pictures.draw(library, story, wanted("file:///etc/passwd"))
    with pytest.raises(NewsError, match="private network"):
        await pictures.draw(library, story, wanted("http://127.0.0.1/x.png"))
    web[f"{SITE}/page"] = "<h1>Log in</h1>"
    with pytest.raises(ParseError, match="there is a page where the picture was"):
        await pictures.draw(library, story, wanted(f"{SITE}/page"))
    web[f"{SITE}/large"] = Answer(bytes(5_000_001), content_type="image/png")
    with pytest.raises(FetchError, match="more than 5 MB"):
        await pictures.draw(library, story, wanted(f"{SITE}/large"))
    assert await library.ask(kept.sizes) == (0, 0)


async def test_a_host_that_asks_to_be_left_alone_is(library: Library, web: FakeWeb, story: int) -> None:
    web[PLACE] = Answer(status=429, headers={"Retry-After": "600"})
    for _ in range(2):
        with pytest.raises(FetchError):
            await pictures.draw(library, story, wanted())
    assert web.count(PLACE) == 1


async def test_a_page_of_a_host_that_a_person_named_is_trusted_and_no_other(
    library: Library, web: FakeWeb, story: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is trusted may show pictures from a private network, as a paper of one's own house does."""
    named = SiteOffer("B", "https://named.example", (Offer("N", "https://named.example/f"),))
    await library.do(sections.follow, named, trusted=True)
    trusted: dict[str, bool] = {}
    fetch = library.fetch

    async def noted(job: PictureJob) -> Pictured:
        trusted[job.from_url] = job.trusted
        return await fetch(job)

    monkeypatch.setattr(library, "_fetch", noted)
    for number, page in enumerate(("https://named.example/1", f"{SITE}/1", "")):
        web[f"{SITE}/{number}.png"] = Answer(png(), content_type="image/png")
        await pictures.draw(library, story, PictureJob(f"{SITE}/{number}.png", columns=9, rows=9, from_url=page))
    assert trusted == {"https://named.example/1": True, f"{SITE}/1": False, "": False}


async def test_all_of_a_story_are_kept_for_later(library: Library, web: FakeWeb, story: int) -> None:
    assert await pictures.keep_all(library, story) == (0, ())  # its article is not there yet
    await library.whole_story(story)
    there, failed = await pictures.keep_all(library, story)
    assert there == 1 and len(failed) == 1 and "404" in failed[0]
    assert (await pictures.keep_all(library, story))[0] == 1 and web.count(PLACE) == 1


@pytest.mark.parametrize(
    ("setting", "asked", "comes"), [("ask", False, False), ("ask", True, True), ("keep", False, True)]
)
async def test_a_download_takes_them_along_where_it_should(
    open_library: Opening, web: FakeWeb, setting: str, asked: bool, comes: bool
) -> None:
    library = await open_library(Config(pictures=setting))
    story = await follow(library, web)
    async for update in library.download(StoryFilter(), with_pictures=asked):
        assert not update.error
    assert await library.ask(texts.article, story) is not None
    assert (await library.ask(kept.sizes))[0] == comes


async def test_the_guides_own_needs_no_network(library: Library, web: FakeWeb) -> None:
    found = await pictures.draw(library, 1, PictureJob("guide:/pictures/three-panes.png", columns=40, rows=20))
    assert found.width == 40 and not web.requests
    with pytest.raises(ParseError):
        await pictures.draw(library, 1, PictureJob("guide:/pictures/../style.tcss"))


async def test_they_leave_with_their_story(
    library: Library, web: FakeWeb, story: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [await telling.tell(library, story)]
    assert web.count(PLACE) == 0
    assert await pictures.take_along(library, told) == {PLACE: png()}
    del web.pages[PLACE]
    assert await pictures.take_along(library, [*told, *told]) == {PLACE: png()} and web.count(PLACE) == 1
    monkeypatch.setattr(pictures, "IN_A_BOOK", len(png()) - 1)
    assert await pictures.take_along(library, told) == {}


async def test_as_many_leave_with_their_stories_as_there_is_room_for(
    library: Library, web: FakeWeb, story: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    web[f"{SITE}/gone.jpg"] = Answer(png(), content_type="image/png")
    told = [await telling.tell(library, story)]
    assert len(await pictures.take_along(library, told)) == 2
    monkeypatch.setattr(pictures, "IN_A_BOOK", 2 * len(png()) - 1)
    assert await pictures.take_along(library, told) == {PLACE: png()}


async def test_for_a_library_that_many_read_no_picture_is_fetched(library: Library, web: FakeWeb, story: int) -> None:
    library.for_reading_only = True
    with pytest.raises(FetchError, match="for reading only"):
        await pictures.draw(library, story, wanted())
    assert web.count(PLACE) == 0
