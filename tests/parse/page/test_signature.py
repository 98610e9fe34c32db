"""Who signed a story and when, as the lines near its headline say."""

from datetime import UTC, date, datetime

import pytest

from tests.parse.page.examples import STORY, facts, ld
from tui.parse.page.metadata import Metadata

TOLD = "<p>The fair opened with stalls along the river, and people came from far to see it, rain or not, all day long, until the lamps went out.</p>"


def read(near: str, head: str = "", url: str = "https://www.lantern.example/fair.html") -> Metadata:
    return facts(head, f"<main><h1>The fair returns</h1>{near}{TOLD}{TOLD}</main>", url)


@pytest.mark.parametrize(
    ("near", "people"),
    [
        ("<p>By Jane Doe</p>", ("Jane Doe",)),
        ("<p>7 May 2024 by Jane Doe</p>", ("Jane Doe",)),
        ("<p>Posted on May 7, 2024 by <a>Jane Doe</a> in <a>Local</a></p>", ("Jane Doe",)),
        ("<p>Published: <b>7 May 2024</b> by <a>Jane Doe</a></p>", ("Jane Doe",)),
        ("<p>Monday 27 August 2018 10:05 am PDT by Jane Doe</p>", ("Jane Doe",)),
        ("<p>Written by</p><p>Jane Doe</p>", ("Jane Doe",)),
        ("<p>Contributors: <a>Jane Doe</a></p>", ("Jane Doe",)),
        (
            "<p><a>Jane Doe</a>, <a>John Roe</a> &amp; <a>Ann Poe</a></p><p>7 May 2024</p>",
            ("Jane Doe", "John Roe", "Ann Poe"),
        ),
        ("<p>7 May 2024 ·</p><p>Jane Doe</p>", ("Jane Doe",)),
        ("<p>4 hours ago</p><p>Jane Doe</p><p>Fairs correspondent</p>", ("Jane Doe",)),
        ("<p>Jane Doe</p><p>vor 3 Tagen</p>", ("Jane Doe",)),
        ("<p>Jane Doe</p><p>Publié le 07/05/2024 à 08:12, mis à jour le 09/05/2024 à 10:00</p>", ("Jane Doe",)),
        (
            "<h3>Authors</h3><p>Jane Doe</p><p>Professor of Fairs</p><p>John Roe</p><p>Senior lecturer</p>",
            ("Jane Doe", "John Roe"),
        ),
        ("<p>Jane Doe</p><p>Fairs Editor</p><p>Updated on 7 May 2024</p>", ("Jane Doe",)),
        ("<p>By <b>Jane Doe</b>, <i>Senior Director, The Lantern and its sisters</i></p>", ("Jane Doe",)),
        ("<p>By <b>Jane</b> <b>Doe</b></p>", ("Jane Doe",)),
        ("<p>Written by</p><p>Jane Doe,</p><p>John Roe, and</p><p>Ann Poe</p>", ("Jane Doe", "John Roe", "Ann Poe")),
        ("<p>By Jane Doe and</p><p>John Roe</p><p>Fairs of the River</p>", ("Jane Doe", "John Roe")),
        ("<p>Published: 7 May 2024 · Modified: 9 May 2024 by Jane Doe · We may earn money</p>", ("Jane Doe",)),
        ("<p>Aktualisiert am 9.5.2024 von Jane Doe</p>", ("Jane Doe",)),
        ("<p>Jane Doe | Fairs Editor | 7 May 2024</p>", ("Jane Doe",)),
        ("<p><a href='/doe'>Jane Doe</a></p><p>Puerto Viejo - <b>7 May 2024</b></p>", ("Jane Doe",)),
        ("<p>7 May 2024 · 3 min · 279 words · Jane Doe</p>", ("Jane Doe",)),
        ("<p><span>7 May 2024</span> / <a>Jane Doe</a></p>", ("Jane Doe",)),
        ("<p><a>The River Front</a></p><p><a>Jane Doe</a> <span>7 May 2024</span></p>", ("Jane Doe",)),
        ("<h6>Author(s)</h6><ul><li>Jane Doe</li><li>John Roe</li></ul>", ("Jane Doe", "John Roe")),
        ("<p>Reuters</p><p>7 May 2024</p>", ("Reuters",)),
        ("<p>by Jane Doe, Harbour Tech Collective</p>", ("Jane Doe",)),
        (f"{TOLD}{TOLD}<p>Author: Jane Doe</p>", ("Jane Doe",)),
        (f"{TOLD}{TOLD}<p>(Reporting by Jane Doe; Editing by Ann Poe)</p>", ("Jane Doe",)),
        ("<p>Анна Иванова — 7 мая 2024</p>", ("Анна Иванова",)),
    ],
)
def test_a_line_near_the_headline_names_who_wrote_it(near: str, people: tuple[str, ...]) -> None:
    assert read(near).authors == people


@pytest.mark.parametrize(
    "near",
    [
        "<p>Jane Doe</p>",  # beside no date: anybody
        "<p>Privacy Policy</p><p>7 May 2024</p>",
        "<p>Last Updated</p><p>7 May 2024</p>",
        "<p>Back to overview</p><p>7 May 2024</p>",
        "<p>By the way, this is a sentence and names nobody at all.</p>",
        f"{TOLD}{TOLD}<p>By Jane Doe</p>",  # below the story's beginning
        "<p>7 May 2024 • Fair Returns</p>",  # made of the headline's words
        "<p>7 May 2024, River Fairs, 3 comments</p>",
    ],
)
def test_other_lines_name_nobody(near: str) -> None:
    assert read(near).authors == ()


def test_who_is_shown_is_believed_before_a_login_and_before_who_is_not_shown_at_all() -> None:
    assert read("<p>By Jane Doe</p>", '<meta name="author" content="jdoe">').authors == ("Jane Doe",)
    assert read("<p>By Jane Doe</p>", '<meta name="author" content="Webb Master">').authors == ("Jane Doe",)
    assert read("<p>Jane Doe</p><p>7 May 2024</p>", '<meta name="author" content="Ann Poe">').authors == ("Ann Poe",)


def test_who_edited_a_story_does_not_stand_before_whom_the_head_names() -> None:
    head = '<meta name="author" content="Jane Doe">'
    assert read("<p>Edited by: Ann Poe</p><p>7 May 2024</p>", head).authors == ("Jane Doe",)
    assert read("<p>Edited by: Ann Poe</p><p>7 May 2024</p>").authors == ("Ann Poe",)


def test_a_house_that_the_head_names_stands_back_behind_who_is_said_to_have_written_it() -> None:
    head = '<meta name="author" content="The Harbour Team">'
    assert read("<p>by Jane Doe</p><p>The Harbour Team</p><p>7 May 2024</p>", head).authors == ("Jane Doe",)
    assert read("<p>The Harbour Team</p><p>7 May 2024</p>", head).authors == ("The Harbour Team",)


def test_who_the_head_names_is_believed_where_the_page_shows_them_too() -> None:
    head = '<meta name="author" content="Ann Poe">'
    assert read("<p>By Jane Doe</p><p>Photographs: Ann Poe</p>", head).authors == ("Ann Poe",)
    assert read("<p>By Ann Poe and Jane Doe</p>", head).authors == ("Ann Poe", "Jane Doe")


def test_the_role_may_stand_on_the_page_alone() -> None:
    found = read("<p>By Jane Doe</p><p>Fairs Editor</p>", '<meta name="author" content="Jane Doe">')
    assert (found.authors, found.byline_role) == (("Jane Doe",), "Fairs Editor")


STANDFIRST = "The council pays for all of it, and nobody says where the money comes from."


@pytest.mark.parametrize(
    "near",
    [
        f"<p>{STANDFIRST}</p><p>By Jane Doe</p><p>7 May 2024</p>",
        f"<p>7 May 2024</p><p>{STANDFIRST}</p><p>By Jane Doe</p>",
        f"<p>Updated: 7 May 2024, 10:15</p><p>{STANDFIRST}</p><p>By</p><p>Jane Doe</p>",
        f"<p>{STANDFIRST}</p><p>Here are some of the stalls that stood along the river (</p><p>Image: Getty Images)</p><p>By Jane Doe</p>",
    ],
)
def test_the_sentence_above_byline_or_date_or_between_them_is_the_standfirst(near: str) -> None:
    assert read(near).standfirst == (STANDFIRST,)


def test_who_signed_stands_behind_the_byline_and_is_no_standfirst() -> None:
    told = "Jane Doe is a writer and fair enthusiast, who enjoys sharing good finds on all rivers."
    assert read(f"<p>By Jane Doe</p><p>{told}</p><p>7 May 2024</p>").standfirst == ()


# -- when -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("near", "day"),
    [
        ("<p>20 May 2024</p>", date(2024, 5, 20)),
        ("<p>Essay - Published: 2024.05.20 | harbours</p>", date(2024, 5, 20)),
        ("<p>Published</p><p>May 20, 2024</p>", date(2024, 5, 20)),
        ("<p>Updated: 1 June 2024</p><p>Published: 20 May 2024</p>", date(2024, 5, 20)),
        ("<p><span>Published on 20 May 2024</span><span>Updated on 1 June 2024</span></p>", date(2024, 5, 20)),
        ("<p>Updated 1 June 2024</p>", date(2024, 6, 1)),
        ("<p>Il y a 3 heures</p>", None),
        ("<p>Received: 3 March 2022</p>", None),
        ("<p>Datum: 20.05.2024</p>", date(2024, 5, 20)),
        ("<p><span>Author:</span> <b>harbourmouse</b> <i>May 20, 2024</i></p>", date(2024, 5, 20)),
        (
            "<p>Editor's note: this story first stood in our almanac, published on 7 October 2008, and was mended.</p>",
            None,
        ),
    ],
)
def test_a_line_near_the_headline_dates_the_story(near: str, day: date | None) -> None:
    found = read(near).visible
    assert (found.date() if found else None) == day


def test_an_address_that_names_the_day_is_believed_before_a_line_that_names_another() -> None:
    found = read("<p>1 March 2020</p>", url="https://www.lantern.example/2024/05/20/fair.html")
    assert found.visible is not None
    assert found.visible.date() == date(2024, 5, 20)


@pytest.mark.parametrize(
    ("said", "shown", "day"),
    [
        ("2024-05-20T23:30:00-07:00", "", date(2024, 5, 20)),  # its own day, which is the 21st in UTC
        ("2024-05-21T03:05:00Z", "20 May 2024", date(2024, 5, 20)),  # said in UTC by a paper west of it
        ("2024-05-20T22:30:00Z", "21 May 2024", date(2024, 5, 21)),  # and east of it
        ("2024-07-05", "1 March 2024", date(2024, 3, 1)),  # no story is shown under a day before its own
        ("2024-03-01", "5 July 2024", date(2024, 3, 1)),
        ("9/3/2026", "9 March 2026", date(2026, 3, 9)),
        ("2023-11-02T14:00:00Z", "02/11/2023", date(2023, 11, 2)),  # shown the other way round
        ("2024-05-20", "Published 20 May 2024</p><p>Most read</p><p>2 March 2024", date(2024, 5, 20)),
    ],
)
def test_where_head_and_page_differ_the_day_that_is_shown_settles_it(said: str, shown: str, day: date) -> None:
    found = read(f"<p>{shown}</p>", ld(STORY | {"datePublished": said})).published
    assert found is not None
    assert found.date() == day


def test_a_date_in_the_headlines_own_element_dates_the_story() -> None:
    dated = "<h1><small>9 March 2024</small>The ferry has come</h1><p>Nobody had seen it come.</p>"
    assert facts("", dated, "https://www.lantern.example/x").visible == datetime(2024, 3, 9, tzinfo=UTC)


def test_a_date_above_the_headline_is_nearer_than_one_far_below() -> None:
    below = "".join(f"<p>{name}</p>" for name in "Tide Quay Crew Rope Sail Deck Mast Keel Bow Stern Port Berth".split())
    body = f"<p>9 March 2024</p><h1>The ferry has come</h1>{below}<p>Most read</p><p>1 March 2024</p>"
    assert facts("", body, "https://www.lantern.example/x").visible == datetime(2024, 3, 9, tzinfo=UTC)


def test_the_heading_that_shows_the_headline_is_not_the_pages_first() -> None:
    menu = "".join(f"<p>Menu {number}</p>" for number in range(40))
    body = f"<h1>Harbour office</h1>{menu}<h1>The ferry has come early</h1><p>By Jane Doe</p><p>9 March 2024</p>"
    found = facts("<title>The ferry has come early</title>", body, "https://www.lantern.example/x")
    assert (found.authors, found.visible) == (("Jane Doe",), datetime(2024, 3, 9, tzinfo=UTC))
    assert "Harbour office" not in found.headlines


def test_a_label_with_a_colon_behind_the_date_names_who_wrote() -> None:
    assert read("<p>9.3.2024 - Redaktion: Jane Doe (press office)</p>").authors == ("Jane Doe",)
