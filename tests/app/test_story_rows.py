"""How a story is drawn in a list, at each density."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.paper import Desk, at_desk
from tests.web import NOON, Clock
from tui.app.chrome import Glyphs
from tui.app.layout import width
from tui.app.rows import Row
from tui.app.story_rows import AGE, Density, Look, age, fitting_density, short_age, snippet, story_row, two_lines
from tui.library.library import Library
from tui.model import Story
from tui.values import replace

SKIERS = Story(
    1,
    "Rescuers search for ten missing skiers after an avalanche in the mountains above the town",
    "https://news.example/skiers",
    "BBC News",
    "World",
    published=NOON - timedelta(hours=2),
    summary="The search goes on through the night. Dogs and helicopters are on their way, and the weather is to get worse "
    "before the morning; the pass has been closed since noon, and the train does not run either.",
)


def text_of(row: Row) -> list[str]:
    return ["".join(text for text, _ in line) for line in row.lines]


def drawn(
    story: Story = SKIERS, cells: int = 54, *, waiting: bool = False, outlets: int = 9, **look: object
) -> list[str]:
    return text_of(
        story_row(story, Look(Glyphs(), **look), cells, NOON, outlets=outlets, waiting=waiting)  # type: ignore[arg-type]
    )


def test_compact_is_one_line_of_mark_age_outlet_and_headline() -> None:
    assert drawn(density=Density.COMPACT) == ["●  2 h  BBC News   Rescuers search for ten missing s…"]


def test_compact_leaves_the_outlet_out_in_a_section_and_where_there_is_no_room() -> None:
    assert drawn(density=Density.COMPACT, outlet="none", outlets=0) == [
        "●  2 h  Rescuers search for ten missing skiers after…"
    ]
    assert drawn(density=Density.COMPACT, cells=34) == ["●  2 h  Rescuers search for ten…"]


def test_the_outlet_is_cut_and_the_age_is_not() -> None:
    story = replace(SKIERS, site="The Inland Post and Advertiser", published=NOON - timedelta(hours=23))
    assert drawn(story, density=Density.COMPACT, outlets=30) == [
        "● 23 h  The Inland P…  Rescuers search for ten missi…"
    ]


def test_comfortable_has_two_lines_of_headline_and_small_print() -> None:
    assert drawn(density=Density.COMFORTABLE) == [
        "● Rescuers search for ten missing skiers after an",
        "  avalanche in the mountains above the town",
        "  BBC News · 2 h",
    ]
    assert drawn(density=Density.COMFORTABLE, outlet="none")[-1] == "  2 h"
    assert drawn(density=Density.COMFORTABLE, outlet="section")[-1] == "  World · 2 h"


def test_full_has_the_summary_on_three_lines_at_most() -> None:
    rows = drawn(density=Density.FULL)
    assert rows[3:5] == [
        "  The search goes on through the night. Dogs and",
        "  helicopters are on their way, and the weather is to",
    ]
    assert len(rows) == 6
    assert rows[-1].endswith("…")


def test_a_mark_that_is_not_on_the_disk_yet_has_its_own_sign() -> None:
    for density in Density:
        assert drawn(density=density, waiting=True)[0].startswith("… ")


@given(st.integers(-10_000, 60 * 24 * 365 * 120))
def test_a_short_age_fits_its_column(minutes: int) -> None:
    assert 0 < len(short_age(NOON - timedelta(minutes=minutes), NOON)) <= AGE


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=20), "now"),
        (timedelta(minutes=59), "59 m"),
        (timedelta(hours=23), "23 h"),
        (timedelta(days=13), "13 d"),
        (timedelta(days=14), "2 w"),
        (timedelta(days=400), "1 y"),
        (timedelta(days=-40), "soon"),
    ],
)
def test_short_ages(passed: timedelta, said: str) -> None:
    assert short_age(NOON - passed, NOON) == said


@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=0x9FFF, categories=["L", "N", "P", "Zs"]), max_size=80),
    st.text(st.characters(min_codepoint=32, max_codepoint=0x9FFF, categories=["L", "Zs"]), max_size=40),
    st.integers(12, 120),
    st.sampled_from(list(Density)),
)
def test_no_line_is_wider_than_the_list(title: str, site: str, cells: int, density: Density) -> None:
    story = Story(1, title, "https://a.example", site, "", published=NOON)
    row = story_row(story, Look(Glyphs(), density), cells, NOON, outlets=30)
    assert all(width(line) <= cells + 1 for line in text_of(row))


@pytest.mark.parametrize(
    ("size", "found", "density"),
    [
        ((80, 24), False, Density.COMPACT),
        ((120, 36), False, Density.COMPACT),
        ((60, 20), False, Density.COMPACT),
        ((200, 50), False, Density.COMFORTABLE),
        ((80, 24), True, Density.COMFORTABLE),
    ],
)
def test_the_density_fits_the_screen(size: tuple[int, int], found: bool, density: Density) -> None:
    assert fitting_density(*size, found=found) is density


async def test_z_goes_through_the_densities(desk: Desk) -> None:
    await desk.press("l")
    assert desk.reader.stories.look.density is Density.COMPACT
    seen = []
    for _ in Density:
        await desk.press("z")
        seen.append((desk.reader.stories.look.density, desk.lines[-1].strip()))
    assert seen == [
        (Density.COMFORTABLE, "Comfortable rows."),
        (Density.FULL, "Full rows."),
        (Density.COMPACT, "Compact rows."),
    ]


async def test_twenty_stories_stand_beside_the_sections_on_a_small_screen(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock, (80, 24)) as desk:
        assert desk.reader.stories.size.height == 20
        assert desk.reader.stories._row(0).height == 1


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
