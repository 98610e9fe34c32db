"""What the keys do, on a library over a web in memory."""

from datetime import timedelta
from itertools import pairwise

import pytest

from tests.app.paper import GAZETTE, OFFLINE, QUIET, Desk, at_desk, edition, page
from tests.conftest import Opening
from tests.web import Answer, Clock, FakeWeb
from tui.library.library import Library
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.storage import marks, searches, sections, stories, texts
from tui.values import replace


async def unread(library: Library) -> int:
    return (await library.ask(stories.counts)).unread


# Moving


async def test_it_starts_in_the_sections_on_all_with_the_list_beside(desk: Desk) -> None:
    assert desk.reader.pane == "sections"
    assert desk.reader.sections.chosen.name == "All"
    assert desk.headline.startswith("Ferry strike")


async def test_moving_in_sections_loads_the_list_at_once(desk: Desk) -> None:
    await desk.choose("Business")
    assert desk.reader.sections.chosen.name == "Business"
    assert desk.headline == "Fish prices fall"
    await desk.press("k", "k")
    assert desk.reader.sections.chosen.name == "The Harbour Gazette"
    assert desk.reader.stories.count == 7


async def test_a_burst_of_moves_shows_the_last(desk: Desk) -> None:
    for _ in range(9):
        desk.app.simulate_key("j")
    await desk.settle()
    assert desk.reader.sections.chosen.name == "Business"
    assert desk.headline == "Fish prices fall"


async def test_panes_in_both_directions(desk: Desk) -> None:
    panes = []
    for key in ("l", "l", "h", "h", "h", "right", "left", "tab", "tab", "shift+tab", "shift+tab"):
        await desk.press(key)
        panes.append(desk.reader.pane)
    # l in the list opens the story where none is open yet; after that tab has three panes to go through
    assert panes == [
        "stories",
        "article",
        "stories",
        "sections",
        "sections",
        "stories",
        "sections",
        "stories",
        "article",
        "stories",
        "sections",
    ]


async def test_top_and_end_and_half_pages(desk: Desk) -> None:
    await desk.press("l", "G")
    assert desk.headline == "What bees know"
    await desk.press("g")
    assert desk.headline.startswith("Ferry")
    await desk.press("ctrl+d")
    further = desk.reader.stories.cursor
    assert further > 1
    await desk.press("ctrl+u")
    assert desk.reader.stories.cursor == 0


async def test_at_the_edge_the_list_jumps_half_a_page(library: Library, web: FakeWeb, clock: Clock) -> None:
    await many(library, clock, 100)
    async with at_desk(library, clock, (80, 24)) as desk:
        await desk.press("l")
        tops = []
        for _ in range(30):
            await desk.press("j")
            tops.append(desk.reader.stories.top)
        jumps = [after - before for before, after in pairwise(tops) if after != before]
        assert jumps
        assert all(jump == 10 for jump in jumps)  # rows of a line on a screen of twenty


async def test_q_goes_one_pane_out_and_quits_in_the_first(desk: Desk) -> None:
    await desk.press("l", "enter")
    assert desk.reader.pane == "article"
    await desk.press("q", "q")
    assert desk.reader.pane == "sections"
    assert desk.app.return_value is None
    desk.app.simulate_key("q")
    await desk.until(lambda: not desk.app.is_running)


async def test_the_same_keys_drill_in_and_out_of_one_pane(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (60, 20)) as desk:
        await desk.press("enter")
        assert desk.lines[0].startswith(" All")
        await desk.press("enter")
        assert desk.opened.startswith("Ferry strike")
        assert desk.lines[0].endswith("1 of 10")
        await desk.press("h", "h")
        assert desk.lines[0].startswith(" Broadsheet")


async def test_the_mouse_chooses_and_a_second_click_opens(desk: Desk) -> None:
    await desk.pilot.click(offset=(30, 4))
    await desk.settle()
    assert (desk.reader.pane, desk.headline) == ("stories", "The moon, explained")
    await desk.pilot.click(offset=(30, 3))
    await desk.settle()
    assert desk.headline.startswith("Harbour")
    assert not desk.opened
    await desk.pilot.click(offset=(30, 3))
    await desk.settle()
    assert desk.opened.startswith("Harbour")


async def test_keys_about_a_story_leave_the_list_alone_while_the_sections_are_active(
    desk: Desk, library: Library
) -> None:
    before = await library.ask(stories.counts)
    await desk.press("m", "s")
    assert await library.ask(stories.counts) == before


# Reading


async def test_opening_shows_the_story_and_marks_it_read(desk: Desk, library: Library) -> None:
    before = await unread(library)
    await desk.press("l", "j", "enter")
    assert desk.opened == "Harbour to be dredged before the winter"
    assert "The council met on Monday" in desk.text
    story = desk.reader.stories.highlighted
    assert story is not None
    assert story.read
    assert await unread(library) == before - 1
    assert f"{before - 1}" in desk.lines[2]


async def test_space_pages_on_and_then_opens_the_next_unread(desk: Desk) -> None:
    await desk.choose("Top News")
    await desk.press(*"lj", "enter")
    assert desk.opened.startswith("Harbour")
    for _ in range(40):
        await desk.press("space")
        if not desk.opened.startswith("Harbour"):
            break
    assert desk.opened == "Tunnel opens three weeks early"


async def test_next_and_previous_story_from_inside(desk: Desk) -> None:
    await desk.choose("Top News")
    await desk.press(*"lj", "enter", "K")
    assert desk.opened.startswith("Ferry")
    await desk.press("K")
    assert desk.opened.startswith("Ferry")
    assert "first story" in desk.lines[-1]
    await desk.press("J", "J")
    assert desk.opened == "Tunnel opens three weeks early"
    assert desk.headline == "Tunnel opens three weeks early"


async def test_next_unread_skips_what_is_read_and_starts_again_at_the_top(desk: Desk, library: Library) -> None:
    await desk.press("l", "j", "m", "g", "n")
    assert desk.headline == "The moon, explained"
    await desk.press("G", "n")
    assert desk.headline.startswith("Ferry")
    assert "On from the top of the list." in desk.lines[-1]
    await desk.press("N")
    assert desk.headline == "What bees know"
    assert "On from the end of the list." in desk.lines[-1]
    await desk.press("A", "n")
    assert "Nothing unread" in desk.lines[-1]


async def test_next_unread_looks_beyond_the_rows_at_hand(library: Library, clock: Clock) -> None:
    await many(library, clock, 1500)
    ids = (await library.ask(stories.order, StoryFilter())).tolist()
    await library.do(marks.mark, ids[:1400], read=True)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "n")
        assert desk.reader.stories.cursor == 1400
        await desk.settle()
        assert desk.headline == "Story 1400"


async def test_a_related_story_opens_in_place_and_the_way_back_keeps_the_place(desk: Desk) -> None:
    await desk.press("l", "enter", "ctrl+d", "ctrl+d")
    place = desk.reader.reading.place
    assert place > (0, 0)
    await desk.press("G", "right_square_bracket", "enter")
    assert desk.opened == "Museum finds a map that was thought lost"
    left = desk.reader.reading.place
    await desk.press("backspace")
    assert desk.opened.startswith("Ferry")
    there = desk.reader.reading.place
    assert there > place
    await desk.press("right_parenthesis")
    assert desk.opened.startswith("Museum")
    assert desk.reader.reading.place == left
    await desk.press("left_parenthesis")
    assert desk.opened.startswith("Ferry")
    assert desk.reader.reading.place == there
    await desk.press("backspace")
    assert desk.reader.pane == "stories"


async def test_a_related_story_that_is_not_in_the_library_is_fetched_and_kept(desk: Desk, library: Library) -> None:
    await desk.press("l", "enter")
    await to_link(desk, f"{GAZETTE}/old-story/")
    await desk.press("enter")
    assert desk.opened == "An old story that no feed offers any more"
    story = await library.ask(stories.story, f"{GAZETTE}/old-story/")
    assert story is not None
    assert await library.ask(texts.article, story.id)


async def test_without_a_network_a_related_story_is_offered_for_the_queue(
    desk: Desk, library: Library, web: FakeWeb
) -> None:
    await desk.press("l", "enter")
    web[f"{GAZETTE}/old-story/"] = OFFLINE
    await to_link(desk, f"{GAZETTE}/old-story/")
    await desk.press("enter")
    assert desk.opened.startswith("Ferry")
    assert "D queues it" in desk.lines[-1]
    await desk.press("j")
    assert desk.lines[-1].endswith("offline")
    await desk.press("D")
    story = await library.ask(stories.story, f"{GAZETTE}/old-story/")
    assert story is not None
    assert story.queued
    web[f"{GAZETTE}/old-story/"] = page("old-story", "An old story")
    await desk.press("D")
    assert await library.ask(texts.article, story.id)


async def test_without_a_network_an_unkept_story_says_so_and_kept_ones_open(
    desk: Desk, library: Library, web: FakeWeb
) -> None:
    await desk.press("l", "enter", "h")
    web[f"{GAZETTE}/harbour/"] = OFFLINE
    await desk.press("j", "enter")
    assert "Harbour to be dredged before the winter" in desk.opened
    assert "In short: Harbour" in desk.article_text
    assert "The whole story is not here: there is no network. D queues it" in desk.article_text
    assert desk.lines[-1].endswith("offline")
    story = desk.reader.stories.highlighted
    assert story is not None
    assert story.read
    await desk.press("h", "k", "enter")
    assert desk.opened.startswith("Ferry")


async def test_a_page_that_cannot_be_had_is_one_line(desk: Desk, web: FakeWeb) -> None:
    web[f"{GAZETTE}/old-story/"] = Answer("gone", 404)
    await desk.press("l", "enter")
    await to_link(desk, f"{GAZETTE}/old-story/")
    await desk.press("enter")
    assert desk.opened.startswith("Ferry")
    assert "404" in desk.lines[-1]


# Marking


async def test_star_and_read_are_kept_at_the_key(desk: Desk, library: Library) -> None:
    await desk.press("l", "j", "s", "m")
    story = await library.ask(stories.story, f"{GAZETTE}/harbour/")
    assert story is not None
    assert (story.starred, story.read) == (True, True)
    assert "★  4 h  Harbour to be" in desk.text
    await desk.press("s", "m")
    story = await library.ask(stories.story, f"{GAZETTE}/harbour/")
    assert story is not None
    assert (story.starred, story.read) == (False, False)


async def test_a_mark_is_kept_when_the_program_ends_at_once(desk: Desk, library: Library) -> None:
    await desk.press("l", "j")
    desk.app.simulate_key("s")
    desk.app.simulate_key("Q")
    await desk.until(lambda: not desk.app.is_running)
    await desk.reader.leave()
    story = await library.ask(stories.story, f"{GAZETTE}/harbour/")
    assert story is not None
    assert story.starred


async def test_mark_all_marks_the_list_and_no_other(desk: Desk, library: Library) -> None:
    await desk.choose("Business")
    await desk.press("A")
    assert desk.reader.sections.chosen.name == "Business"
    assert "2 marked read" in desk.lines[-1]
    assert await unread(library) == 8


async def test_what_is_read_stays_in_the_unread_list_until_it_is_left(desk: Desk, clock: Clock) -> None:
    await desk.press("j", "l", "j", "enter", "h")
    assert desk.reader.wanted == StoryFilter(unread=True)
    desk.reader.work("look", desk.reader.contents.notice_changes)
    await desk.settle()
    assert desk.reader.stories.count == 10
    assert desk.headline.startswith("Harbour")
    await desk.press("h", "k", "j")
    assert desk.reader.stories.count == 9


# What changes while the screen is open


async def test_a_refresh_elsewhere_is_seen_and_the_highlight_stays(
    desk: Desk, open_library: Opening, clock: Clock
) -> None:
    await desk.press("l", "j", "j")
    held, line = desk.headline, next(y for y, text in enumerate(desk.lines) if "▌●" in text)
    elsewhere = await open_library()
    entries = tuple(
        Entry(f"New {n}", f"{GAZETTE}/new{n}/", f"n{n}", published=clock() - timedelta(minutes=n)) for n in range(3)
    )
    await elsewhere.do(
        sections.follow,
        SiteOffer("The Harbour Gazette", GAZETTE, (Offer("Top News", f"{GAZETTE}/feed", entries=entries),)),
    )
    if (await elsewhere.ask(stories.counts)).stories == 10:  # a section that is followed already is left as it is
        await elsewhere.do(
            sections.follow,
            SiteOffer("New", "https://new.example", (Offer("New", "https://new.example/feed", entries=entries),)),
        )
    await desk.until(lambda: desk.reader.stories.count == 13)
    await desk.settle()
    assert desk.headline == held
    assert next(y for y, text in enumerate(desk.lines) if "▌●" in text) == line
    assert " 13" in desk.lines[2]


async def test_a_list_nobody_has_touched_shows_what_is_new(desk: Desk, open_library: Opening, clock: Clock) -> None:
    elsewhere = await open_library()
    entries = (Entry("Brand new", "https://new.example/1", "n", published=clock()),)
    await elsewhere.do(
        sections.follow,
        SiteOffer("New", "https://new.example", (Offer("New", "https://new.example/feed", entries=entries),)),
    )
    await desk.until(lambda: desk.reader.stories.count == 11)
    await desk.settle()
    assert desk.headline == "Brand new"


async def test_refresh_tells_its_progress_and_its_end(desk: Desk, web: FakeWeb) -> None:
    web.feed(f"{GAZETTE}/feed", rss("new", "Something new"))
    for other in (
        f"{GAZETTE}/business/feed",
        f"{GAZETTE}/sport/feed",
        "https://inland.example/world",
        "https://inland.example/science",
    ):
        web.feed(other, rss("", ""))
    seen = []
    tell = desk.reader.tell

    def telling() -> None:
        tell()
        seen.append(desk.reader.masthead.text)

    desk.reader.tell = telling  # type: ignore[method-assign]  # to look at what is said on the way
    await desk.press("R")
    assert any("refreshing 3 of 6" in text for text in seen)
    assert "1 new story; 1 section did not answer." in desk.lines[-1]
    assert "Something new" in desk.text


async def test_refresh_of_one_section_asks_no_other(desk: Desk, web: FakeWeb) -> None:
    web.feed(f"{GAZETTE}/feed", rss("new", "Something new"))
    await desk.choose("Top News")
    before = len(web.requests)
    await desk.press("r")
    assert web.asked[before:] == [f"{GAZETTE}/feed"]


async def test_without_a_network_a_refresh_is_one_line(desk: Desk, web: FakeWeb) -> None:
    for address in web.pages:
        web[address] = OFFLINE
    web[f"{GAZETTE}/feed"] = OFFLINE
    await desk.choose("Top News")
    await desk.press("r")
    assert "No network" in desk.lines[-1]
    await desk.press("k")
    assert desk.lines[-1].endswith("offline")


async def test_download_keeps_the_texts_of_the_list(desk: Desk, library: Library) -> None:
    await desk.choose("Top News")
    await desk.press("D")
    assert "5 stories downloaded" in desk.lines[-1]
    assert all(story.kept for story in await library.ask(stories.window, desk.reader.wanted))


async def test_a_download_can_be_stopped_and_goes_on_later(desk: Desk, library: Library, web: FakeWeb) -> None:
    import asyncio

    gate = asyncio.Event()

    async def slow(_: object) -> Answer:
        await gate.wait()
        return Answer(page("map", "Museum finds a map"))

    web[f"{GAZETTE}/map/"] = slow
    await desk.choose("Top News")
    desk.app.simulate_key("D")
    await desk.until(lambda: "downloading 4 of 5" in desk.text)
    desk.app.simulate_key("D")
    await desk.settle()
    assert "Stopped" in desk.lines[-1]
    assert "downloading" not in desk.lines[0]
    gate.set()
    await desk.press("D")
    assert "1 story downloaded" in desk.lines[-1]


# Finding


async def test_search_is_a_list_like_any_other_and_an_empty_search_goes_back(desk: Desk) -> None:
    await desk.press("j", "ctrl+f")
    await desk.type("moon")
    await desk.press("enter")
    assert desk.reader.pane == "stories"
    assert desk.headline == "The moon, explained"
    assert any(line.startswith("▌Search: moon") for line in desk.lines)
    await desk.press("ctrl+f", *["backspace"] * 4, "enter")
    assert desk.reader.sections.chosen.name == "Unread"
    assert desk.reader.stories.count == 10
    assert "Search:" not in desk.text


async def test_a_search_is_kept_as_a_row_and_let_go(desk: Desk, library: Library, clock: Clock) -> None:
    await desk.press("S")
    assert "There is no search to save: ctrl+f searches." in desk.text
    await desk.press("ctrl+f", *"rope", "enter", "S")
    assert "Saved as a row. S removes it." in desk.text
    assert desk.reader.sections.chosen.name == "? rope"
    assert desk.headline == "Rope works to close"
    rows = [choice.name for choice in desk.reader.sections.choices[:9]]
    assert rows == [
        "All",
        "Unread",
        "Today",
        "Starred",
        "Later",
        "Downloaded",
        "Guide",
        "? rope",
        "The Harbour Gazette",
    ]
    await desk.reader.leave()
    async with at_desk(library, clock, (120, 36)) as again:
        assert again.reader.sections.chosen.name == "? rope"
        assert again.headline == "Rope works to close"
        await again.press("S")
        assert "The search “rope” is removed · u undo" in again.text
        assert again.reader.sections.chosen.name == "All"
        assert await library.ask(searches.saved) == ()


async def test_a_search_that_another_process_keeps_comes_into_sight(desk: Desk, library: Library) -> None:
    await library.do(searches.save, "Ropes and fish", "rope | fish")
    await desk.reader.contents.renew()
    await desk.choose("? Ropes and fish")
    assert desk.reader.sections.chosen.name == "? Ropes and fish"
    assert desk.reader.stories.count == 2


async def test_a_search_that_finds_nothing_says_what_next(desk: Desk) -> None:
    await desk.press("ctrl+f")
    await desk.type("zeppelin")
    await desk.press("enter")
    assert "Nothing found. ctrl+f searches for" in desk.text


async def test_leaving_the_search_changes_nothing(desk: Desk) -> None:
    await desk.press("ctrl+f")
    await desk.type("moon")
    await desk.press("escape")
    assert desk.reader.pane == "sections"
    assert desk.app.focused is None
    assert "move" in desk.lines[-1]


# Addresses


async def test_copy_and_browser_over_ssh(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
    await desk.press("l", "y")
    assert desk.app.clipboard == f"{GAZETTE}/ferry/"
    await desk.press("j", "o")
    assert desk.app.clipboard == f"{GAZETTE}/harbour/"
    assert f"Sent to the clipboard: {GAZETTE}/harbour/" in desk.lines[-1]


async def test_the_browser_chosen_gets_the_address_as_one_argument(
    library: Library, web: FakeWeb, clock: Clock, tmp_path_factory: pytest.TempPathFactory
) -> None:
    await edition(library, web)
    said = tmp_path_factory.mktemp("browser") / "said"
    browser = ("python3", "-c", f"import pathlib, sys; pathlib.Path({str(said)!r}).write_text(repr(sys.argv[1:]))")
    async with at_desk(library, clock, settings=replace(QUIET, browser=browser, open_links="browser")) as desk:
        await desk.press("l", "o")
        await desk.until(lambda: said.exists() and said.read_text() != "")
        assert said.read_text() == repr([f"{GAZETTE}/ferry/"])


# The session


async def test_the_next_session_finds_section_story_and_place(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.choose("Top News")
        await desk.press("l", "j", "enter", "ctrl+d")
        place = desk.reader.reading.place
        assert place > (0, 0)
    for address in web.pages:
        web[address] = OFFLINE
    async with at_desk(library, clock) as desk:
        assert desk.reader.pane == "article"
        assert desk.reader.sections.chosen.name == "Top News"
        assert desk.headline == "Harbour to be dredged before the winter"
        assert desk.opened == "Harbour to be dredged before the winter"
        assert desk.reader.reading.place == place


async def test_the_next_session_opens_what_is_here_of_a_story_whose_page_never_came(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    for address in web.pages:
        web[address] = OFFLINE
    async with at_desk(library, clock, (80, 24)) as desk:
        await desk.press("l", "enter")
        opened = desk.opened
        assert "The whole story is not here" in desk.text
    async with at_desk(library, clock, (80, 24)) as desk:
        assert (desk.reader.pane, desk.opened) == ("article", opened)
        assert "The whole story is not here" in desk.text


async def test_an_empty_library_says_how_to_fill_it(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock) as desk:
        await desk.choose("Starred")
        assert "No stars yet: s stars a story." in desk.text
        assert "a follow" in desk.lines[-1]
        await desk.press("R")
        assert "a follows a site" in desk.lines[-1]


# Help for these tests


async def many(library: Library, clock: Clock, count: int) -> None:
    entries = tuple(
        Entry(f"Story {n}", f"https://many.example/{n}", f"{n}", published=clock() - timedelta(minutes=n))
        for n in range(count)
    )
    await library.do(
        sections.follow,
        SiteOffer("Many", "https://many.example", (Offer("Many", "https://many.example/feed", entries=entries),)),
    )


async def to_link(desk: Desk, url: str) -> None:
    for _ in range(20):
        await desk.press("right_square_bracket")
        link = desk.reader.reading.focused_link
        if link is not None and link.url == url:
            return
    raise AssertionError(f"no link to {url}")


def rss(slug: str, headline: str) -> str:
    item = (
        f"<item><title>{headline}</title><link>{GAZETTE}/{slug}/</link><guid>{slug}</guid>"
        "<pubDate>Mon, 23 Nov 2026 11:30:00 GMT</pubDate></item>"
        if slug
        else ""
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title><link>{GAZETTE}</link>{item}</channel></rss>'
    )


async def test_a_search_may_follow_another_at_once(desk: Desk) -> None:
    await desk.press("ctrl+f")
    desk.reader.close_entry()
    await desk.reader.searching.search_all()
    await desk.type("ferry")
    await desk.press("enter")
    assert desk.reader.wanted.words == "ferry"
    assert desk.app.focused is None


@pytest.mark.parametrize("key", ["s", "m", "w", "t", "e", "Y"])
async def test_what_is_for_a_story_says_so_where_none_is_highlighted(desk: Desk, key: str) -> None:
    before = desk.reader.counts
    await desk.press("g", key)
    assert desk.reader.note == "Highlight a story in the list."
    assert desk.reader.focused is None and desk.reader.counts == before


@pytest.mark.parametrize("key", ["i", "I", "f", "L", "right_square_bracket"])
async def test_what_is_about_a_story_out_of_sight_is_not_done(
    library: Library, web: FakeWeb, clock: Clock, key: str
) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (80, 24)) as desk:
        await desk.press("l", "j", "j", "j", "enter", "q", key)
        assert desk.reader.note == "This is done in a story: enter opens one."
        await desk.press("enter", key)
        assert "This is done" not in desk.text
