"""What the lists are made of: orders and places in them, ages, headlines, the rows of the sections pane."""

from array import array
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web import NOON
from tui.app.choices import Known, choices
from tui.app.chrome import ASCII, Glyphs, glyphs
from tui.app.layout import width
from tui.app.main_screen import Columns, columns, sentence
from tui.app.progress import Progress
from tui.app.stories import find, keep_in, nearest
from tui.app.story_rows import age, snippet, two_lines
from tui.model import Section, Site, StoryFilter, Update

ids = st.lists(st.integers(1, 5000), unique=True, max_size=60)


@given(ids, st.integers(0, 60), st.integers(0, 70))
def test_an_id_is_found_from_any_hint(order: list[int], place: int, hint: int) -> None:
    expected = order[place] if place < len(order) else 99_999
    assert find(array("q", order), expected, hint) == (place if place < len(order) else None)


def test_an_id_far_from_the_hint_is_found() -> None:
    assert find(array("q", range(20_000)), 19_000, 3) == 19_000


@settings(max_examples=60)
@given(ids, st.data())
def test_held_stories_stay_behind_the_ones_they_stood_behind(before: list[int], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(before), unique=True)) if before else []
    new = [6000 + n for n in range(data.draw(st.integers(0, 3)))]
    order = array("q", new + [story for story in before if story not in gone])
    held = data.draw(st.lists(st.sampled_from(gone), unique=True)) if gone else []
    kept = keep_in(order, array("q", before), held).tolist()
    assert set(kept) == set(order) | set(held)
    assert [story for story in kept if story in before] == [s for s in before if s not in gone or s in held]


@given(st.lists(st.booleans(), max_size=20), st.integers(-1, 20), st.sampled_from([1, -1]))
def test_the_nearest_wanted_row(unread: list[bool], start: int, step: int) -> None:
    order = array("q", range(len(unread)))
    wanted = [row for row in order if unread[row]]
    on_the_way = [row for row in wanted if (row >= start if step > 0 else row <= start)]
    inside = 0 <= start < len(order)
    expected = (min if step > 0 else max)(on_the_way) if on_the_way and inside else None
    assert nearest(order, wanted, start, step) == expected


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=20), "now"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(days=6, hours=23), "6 d"),
        (timedelta(days=30), "24 October"),
        (timedelta(days=400), "19 October 2025"),
        (timedelta(minutes=-3), "now"),
        (timedelta(days=-40), "2 January 2027"),
    ],
)
def test_ages(passed: timedelta, said: str) -> None:
    assert age(NOON - passed, NOON) == said


@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=0x9FFF, categories=["L", "N", "P", "Zs"]), max_size=80),
    st.integers(4, 30),
)
def test_a_headline_has_two_lines_at_most_and_keeps_to_them(text: str, cells: int) -> None:
    lines = two_lines(text, cells, "…")
    assert 1 <= len(lines) <= 2
    assert all(width(line) <= cells for line in lines)


def test_a_headline_is_cut_at_a_word() -> None:
    assert two_lines("one two three four five six", 9, "…") == ["one two", "three…"]


def test_the_words_found_have_an_ink_of_their_own() -> None:
    assert snippet("a \x02ferry\x03 strike", 40, "…") == (("a ", "print"), ("ferry", "found"), (" strike", "print"))
    assert snippet("nothing marked", 40, "…") == (("nothing marked", "print"),)


def test_the_first_word_found_is_well_inside_the_line() -> None:
    pieces = snippet("many words before the one that was \x02ferry\x03 looked for", 30, "…")
    assert pieces[0][0].startswith("…")
    assert len(pieces[0][0]) < 12
    assert pieces[1] == ("ferry", "found")


@pytest.mark.parametrize(
    ("size", "pane", "expected"),
    [
        (120, "sections", Columns(24, 40, 54)),
        (120, "article", Columns(24, 40, 54)),
        (80, "stories", Columns(24, 55, 0)),
        (80, "article", Columns(0, 0, 80)),
        (60, "sections", Columns(60, 0, 0)),
        (60, "stories", Columns(0, 60, 0)),
    ],
)
def test_three_panes_or_two_or_one(size: int, pane: str, expected: Columns) -> None:
    assert columns(size, pane) == expected


@given(st.integers(1, 400), st.sampled_from(["sections", "stories", "article"]))
def test_the_panes_and_their_rules_fill_the_screen(size: int, pane: str) -> None:
    shape = columns(size, pane)
    shown = [cells for cells in (shape.sections, shape.stories, shape.article) if cells]
    assert sum(shown) + len(shown) - 1 == size
    assert getattr(shape, pane) > 0


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Glyphs()),
        ({"LANG": "en_GB.UTF-8"}, Glyphs()),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, ASCII),
        ({"LANG": "en_GB.ISO-8859-1"}, ASCII),
        ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, ASCII),
        ({"LC_ALL": "de_DE.utf8", "LANG": "C"}, Glyphs()),
        ({"TERM": "linux", "LANG": "de_DE.UTF-8"}, ASCII),
    ],
)
def test_the_marks_that_a_terminal_can_show(environ: dict[str, str], expected: Glyphs) -> None:
    assert glyphs(environ) is expected if expected is ASCII else glyphs(environ) == expected
    assert glyphs(environ, "latin-1") is ASCII


def _section(id: int, name: str, **more: object) -> Section:
    return Section(id, 1, "Site", name, f"https://s.example/{id}", **more)  # type: ignore[arg-type]  # fields by name


def test_a_site_with_one_section_is_one_row_named_as_the_site() -> None:
    site = Site(1, "The Daily Bread", "https://s.example", (_section(7, "RSS feed", unread=3),))
    row = choices(Known(sites=(site,)), NOON)[-1]
    assert (row.name, row.filter, row.count, row.depth, row.sections) == (
        "The Daily Bread",
        StoryFilter(section_id=7),
        3,
        0,
        (7,),
    )


def test_a_site_with_several_sections_is_a_head_and_its_sections() -> None:
    site = Site(1, "The Daily Bread", "https://s.example", (_section(7, "World"), _section(8, "Sport")))
    rows = choices(Known(sites=(site,)), NOON)[7:]
    assert [(row.name, row.head, row.depth) for row in rows] == [
        ("The Daily Bread", True, 0),
        ("World", False, 1),
        ("Sport", False, 1),
    ]
    assert rows[0].filter == StoryFilter(site_id=1)
    assert rows[0].sections == (7, 8)


def test_a_failed_section_says_since_when_and_when_again() -> None:
    then = datetime(2026, 11, 23, 7, 10, tzinfo=UTC).astimezone()
    failed = _section(7, "World", error="no answer", succeeded=then, next_check=NOON + timedelta(minutes=40))
    row = choices(Known(sites=(Site(1, "Site", "", (failed,)),)), NOON)[-1]
    again = (NOON + timedelta(minutes=40)).astimezone()
    assert row.failed == "no answer"
    assert row.notes == (f"no answer, since {then:%H:%M}; again at {again:%H:%M}",)


def test_a_site_that_fails_as_a_whole_says_it_once() -> None:
    failing = [_section(id, name, error="answers with a login page") for id, name in ((7, "World"), (8, "Sport"))]
    rows = choices(Known(sites=(Site(1, "Site", "", tuple(failing)),)), NOON)[7:]
    assert [row.failed for row in rows] == ["answers with a login page"] * 3
    assert [bool(row.notes) for row in rows] == [True, False, False]


async def test_an_errand_counts_what_comes() -> None:
    async def updates() -> AsyncIterator[Update]:
        yield Update(1, 3, new=4)
        yield Update(2, 3, error="no answer", offline=True)
        yield Update(3, 3, new=1)

    told: list[str] = []
    progress = Progress("refreshing")
    await progress.run(updates(), lambda: told.append(progress.line(Glyphs())))
    assert told == ["refreshing 1 of 3", "refreshing 2 of 3", "refreshing 3 of 3"]
    assert progress.summary() == "5 new stories; 1 section did not answer."
    assert not progress.offline


async def test_an_errand_that_meets_no_network_says_so() -> None:
    async def updates() -> AsyncIterator[Update]:
        yield Update(1, 1, error="no network", offline=True)

    progress = Progress("refreshing")
    await progress.run(updates(), lambda: None)
    assert progress.offline
    assert progress.summary() == "No network. What is kept can be read."


def test_an_errors_words_are_a_sentence() -> None:
    assert sentence("the server does not answer") == "The server does not answer."
    assert sentence("Really?") == "Really?"


async def test_a_long_errand_is_told_in_fifty_steps() -> None:
    async def updates() -> AsyncIterator[Update]:
        for done in range(1, 501):
            yield Update(done, 500)

    told: list[int] = []
    progress = Progress("refreshing")
    await progress.run(updates(), lambda: told.append(progress.done))
    assert told == list(range(10, 501, 10))
