"""The rows of the sections pane."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.web import NOON
from tui.app.choices import Known, choices, duration, with_unread
from tui.model import Folder, Section, Site, StoryFilter


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


def test_what_is_left_of_a_site_whose_other_sections_stand_in_folders_says_which_it_is() -> None:
    site = Site(1, "Site", "https://s.example", (_section(7, "World"), _section(8, "Sport")))
    rows = choices(Known(sites=(site,), folders=(Folder(4, "News", 0, ("News",), (7,)),)), NOON)[7:]
    assert [row.name for row in rows] == ["News", "Site › World", "Site › Sport"]


def test_a_failed_section_says_since_when_and_when_again() -> None:
    then = datetime(2026, 11, 23, 7, 10, tzinfo=UTC).astimezone()
    failed = _section(7, "World", error="no answer", succeeded=then, next_check=NOON + timedelta(minutes=40))
    row = choices(Known(sites=(Site(1, "Site", "", (failed,)),)), NOON)[-1]
    again = (NOON + timedelta(minutes=40)).astimezone()
    assert row.failed == "no answer"
    assert row.notes == (f"no answer, since {then:%H:%M}; again at {again:%H:%M}",)


def test_a_failure_does_not_name_the_host_before_it() -> None:
    failed = _section(7, "World", error="s.example: this is not a feed")
    row = choices(Known(sites=(Site(1, "Site", "", (failed,)),)), NOON)[-1]
    assert (row.failed, row.notes) == ("this is not a feed", ("this is not a feed",))


def test_a_site_that_fails_as_a_whole_says_it_once() -> None:
    failing = [_section(id, name, error="answers with a login page") for id, name in ((7, "World"), (8, "Sport"))]
    rows = choices(Known(sites=(Site(1, "Site", "", tuple(failing)),)), NOON)[7:]
    assert [row.failed for row in rows] == ["answers with a login page"] * 3
    assert [bool(row.notes) for row in rows] == [True, False, False]


def daily_section(id: int, name: str, **more: object) -> Section:
    return Section(id, 1, "Daily", name, f"https://d.example/{id}", **more)  # type: ignore[arg-type]  # fields by name


WORLD, SPORT, TECH = daily_section(1, "World", unread=3), daily_section(2, "Sport"), daily_section(3, "Tech", unread=1)
DAILY = Site(1, "Daily", "https://d.example/", (WORLD, SPORT, TECH))
NEWS = Folder(5, "News", 0, ("News",), (1,), 9, 3)
ABROAD = Folder(6, "Abroad", 5, ("News", "Abroad"), (2, 1), 4, 2)
LAST = Folder(7, "Last", 0, ("Last",), (), 0, 0)


def rows(folded: frozenset[str] = frozenset()) -> list[tuple[int, str, int]]:
    known = Known(sites=(DAILY,), folders=(NEWS, ABROAD, LAST))
    return [(row.depth, row.name, row.count) for row in choices(known, NOON, folded)[7:]]


def test_folders_stand_before_the_sites_each_with_what_stands_in_it() -> None:
    assert rows() == [
        (0, "News", 3),
        (1, "Daily › World", 3),
        (1, "Abroad", 2),
        (2, "Daily › Sport", 0),
        (2, "Daily › World", 3),
        (0, "Last", 0),
        (0, "Daily › Tech", 1),
    ]


def test_a_folded_site_counts_a_story_of_several_sections_once() -> None:
    site = Site(
        1, "Daily", "https://d.example/", (WORLD, SPORT, TECH), ((frozenset({1, 3}), 1), (frozenset({1, 9}), 2))
    )
    (row,) = choices(Known(sites=(site,)), NOON, frozenset({"site:1"}))[7:]
    assert (row.name, row.count) == ("Daily", 3)


def test_what_is_folded_has_no_rows_and_its_folders_neither() -> None:
    assert rows(frozenset({"folder:5"}))[:2] == [(0, "News", 3), (0, "Last", 0)]
    assert rows(frozenset({"folder:6"}))[2:4] == [(1, "Abroad", 2), (0, "Last", 0)]


def test_only_unread_rows_keep_the_folders_around_them() -> None:
    known = Known(sites=(DAILY,), folders=(NEWS, ABROAD, LAST))
    shown = with_unread(choices(known, NOON), StoryFilter())
    assert [row.name for row in shown[7:]] == ["News", "Daily › World", "Abroad", "Daily › World", "Daily › Tech"]


def test_a_folder_stands_for_all_sections_inside_it() -> None:
    known = Known(sites=(DAILY,), folders=(NEWS, ABROAD))
    assert choices(known, NOON)[7].sections == (1, 2)


@pytest.mark.parametrize(("minutes", "told"), [(30, "30 min"), (90, "90 min"), (120, "2 h"), (2880, "2 d")])
def test_a_time_in_few_words(minutes: int, told: str) -> None:
    assert duration(minutes) == told
