"""What is told of a story is told together."""

import pytest

from tests.web import NOON, Clock, FakeWeb
from tui.errors import AskError
from tui.library import telling
from tui.library.library import Library
from tui.model import Enclosure, Entry, Offer, SiteOffer, Story
from tui.storage import sections, stories
from tui.storage.file import File

PAGE = (
    "<!doctype html><html><head><title>Of ports</title></head><body><article><h1>Of ports</h1>"
    + "".join(
        f"<p>{n}. The council met on Monday and heard from residents, from officers and from experts.</p>"
        for n in range(9)
    )
    + "</article></body></html>"
)


@pytest.fixture
async def story(library: Library, web: FakeWeb, clock: Clock) -> int:
    entry = Entry(
        "Of ports", "https://a.example/1", "g", "In short.", "<p>In short.</p>", ("Ann",), NOON,
        enclosures=(Enclosure("https://a.example/1.mp3", "audio/mpeg"),),
    )  # fmt: skip
    await library.do(
        sections.follow, SiteOffer("A", "https://a.example", (Offer("N", "https://a.example/f", entries=(entry,)),))
    )
    web["https://a.example/1"] = PAGE
    found = await library.ask(stories.story, "https://a.example/1")
    assert found is not None
    return found.id


async def test_it_is_fetched_once_and_then_kept(library: Library, story: int) -> None:
    known = await library.ask(stories.story, story)
    assert known is not None and await library.ask(telling.kept, known) is None
    told = await telling.tell(library, story, similar=True)
    assert told.article.headline == "Of ports" and told.article.byline == ("Ann",)
    assert told.enclosed[0].url == "https://a.example/1.mp3"
    again = await library.ask(telling.kept, told.story)
    assert again is not None and again.article.blocks == told.article.blocks


async def test_what_is_not_there(library: Library) -> None:
    with pytest.raises(AskError):
        await telling.tell(library, "mailto:x")


@pytest.mark.parametrize("named", ["999", 999, "ferry strike", "-5", "notes/ferry"])
async def test_what_is_neither_an_id_nor_an_address_asks_nobody(
    library: Library, web: FakeWeb, named: int | str
) -> None:
    with pytest.raises(AskError, match=f"^there is no story {named}$"):
        await telling.tell(library, named)
    assert web.asked == []


async def test_what_is_similar_is_looked_for_only_where_it_is_wanted(
    library: Library, story: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def similar(_: File, story_id: int) -> tuple[Story, ...]:
        asked.append(story_id)
        return ()

    monkeypatch.setattr(stories, "similar", similar)
    told = await telling.tell(library, story)
    await library.ask(telling.kept, told.story)
    assert asked == []
    await library.ask(telling.kept, told.story, similar=True)
    await telling.tell(library, story, similar=True)
    assert asked == [story, story]


async def test_an_address_that_a_person_types_may_be_a_machine_of_their_own(library: Library, web: FakeWeb) -> None:
    there = "http://192.168.0.5/notes/of-ports"
    web[there] = PAGE
    told = await telling.tell(library, there)
    assert (told.story.url, told.article.headline) == (there, "Of ports")
    assert await library.ask(telling.kept, told.story) is not None
