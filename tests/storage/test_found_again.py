"""What a section offers comes into the library: looked up where it changed, found again under any name, joined where a redirect leads."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tui.blocks import Paragraph, Span
from tui.jobs import Gathered
from tui.model import Article, Entry, Kind, Offer, SiteOffer, Story, StoryFilter
from tui.storage import marks, refreshes, sections, stories, texts
from tui.storage.file import File

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOME = "https://gazette.example"
EVERY = StoryFilter()


@pytest.fixture
def file(store: File) -> File:
    return store


def follow(file: File, url: str, entries: tuple[Entry, ...] = (), kind: Kind = Kind.FEED) -> int:
    """A section of its own site; its id."""
    host = url.partition("://")[2].partition("/")[0]
    return (
        sections.follow(file, SiteOffer(host, f"https://{host}/", (Offer(host, url, kind, entries=entries),)))
        .added[0]
        .id
    )


def entry(title: str, path: str, guid: str = "", hours: float = 0, text: str = "") -> Entry:
    url = path if "://" in path else HOME + path
    return Entry(title, url, guid, text, text, published=NOW - timedelta(hours=hours))


def every(file: File) -> list[Story]:
    return list(stories.window(file, EVERY, 0))


def statements(file: File) -> list[str]:
    """What is asked of the database from now on."""
    asked: list[str] = []
    with file.bare() as db:
        db.set_trace_callback(asked.append)
    return asked


def test_what_says_the_same_as_before_is_not_looked_up(file: File) -> None:
    entries = tuple(entry(f"Story {number}", f"/{number}", f"g{number}", number) for number in range(9))
    section = follow(file, f"{HOME}/feed", entries)
    asked = statements(file)
    assert refreshes.keep(file, Gathered(section, entries[::-1])) == 0
    assert not [sql for sql in asked if " names " in sql or "told" in sql or sql.startswith("INSERT")]


def test_a_link_with_a_token_is_one_story_under_a_bounded_number_of_names(file: File) -> None:
    section = follow(file, f"{HOME}/feed", (entry("Study", "/view?t=0"), entry("Other", "/other")))
    marks.mark(file, [story.id for story in every(file)], read=True)
    for token in range(1, 40):
        assert (
            refreshes.keep(file, Gathered(section, (entry("Study", f"/view?t={token}"), entry("Other", "/other")))) == 0
        )
    assert [story.read for story in every(file)] == [True, True]
    with file.reading() as db:
        assert db.execute("SELECT max(n) FROM (SELECT count(*) AS n FROM names GROUP BY story_id)").fetchone()[0] <= 12
    assert stories.story(file, f"{HOME}/view?t=39") is not None


def test_an_address_is_that_of_the_place_on_the_page_and_else_of_the_newest_there(file: File) -> None:
    follow(file, f"{HOME}/feed", (entry("Version 2", "/log#v2"), entry("Version 1", "/log#v1", hours=1)))
    titles = [getattr(stories.story(file, f"{HOME}/log{place}"), "title", None) for place in ("#v1", "#v2", "")]
    assert titles == ["Version 1", "Version 2", "Version 2"]


def test_a_guid_used_again_does_not_overwrite_the_old_story_nor_inherit_its_mark(file: File) -> None:
    section = follow(file, f"{HOME}/feed", (entry("Monday", "/monday", "1", 24),))
    marks.mark(file, [every(file)[0].id], read=True)
    assert refreshes.keep(file, Gathered(section, (entry("Tuesday", "/tuesday", "1"),))) == 1
    assert [(story.title, story.read) for story in every(file)] == [("Tuesday", False), ("Monday", True)]


def test_an_address_used_again_does_not_inherit_the_mark_of_what_stood_there(file: File) -> None:
    section = follow(file, f"{HOME}/feed", (entry("Monday notice", "/status", hours=24),))
    marks.mark(file, [every(file)[0].id], read=True)
    assert refreshes.keep(file, Gathered(section, (entry("Works on line two", "/status"),))) == 1
    assert [(story.title, story.read) for story in every(file)] == [
        ("Works on line two", False),
        ("Monday notice", True),
    ]


COPY = "https://news.google.com/rss/articles/CBM1?oc=5"


def aggregated(title: str) -> Entry:
    return Entry(title, COPY, "CBM1", published=NOW)


def test_an_aggregators_copy_stands_where_the_outlets_story_stands(file: File) -> None:
    follow(file, f"{HOME}/feed", (entry("Ferry strike enters third week", "/ferry", "g"),))
    follow(file, "https://news.google.com/rss", (aggregated("Ferry strike enters third week - The Gazette"),))
    (story,) = every(file)
    assert (story.url, story.site, set(story.sections)) == (
        f"{HOME}/ferry", "gazette.example", {"gazette.example", "news.google.com"},
    )  # fmt: skip


def test_the_outlet_takes_over_a_story_that_came_by_an_aggregator(file: File) -> None:
    follow(file, "https://news.google.com/rss", (aggregated("Ferry strike enters third week - The Gazette"),))
    marks.mark(file, [every(file)[0].id], starred=True)
    follow(file, f"{HOME}/feed", (entry("Ferry strike enters third week", "/ferry", "g"),))
    (story,) = every(file)
    assert (story.title, story.url, story.site, story.starred) == (
        "Ferry strike enters third week", f"{HOME}/ferry", "gazette.example", True,
    )  # fmt: skip


def read_at(url: str) -> Article:
    return Article(url, "Crews stay ashore", (Paragraph((Span("All of it."),)),))


def test_a_redirect_that_is_opened_joins_the_outlets_story(file: File) -> None:
    follow(file, f"{HOME}/feed", (entry("Ferry strike enters third week", "/ferry", "g"),))
    section = follow(file, "https://news.google.com/rss", (aggregated("Crews stay ashore - The Gazette"),))
    copy, outlet = (stories.story(file, url) for url in (COPY, f"{HOME}/ferry"))
    assert copy is not None and outlet is not None and copy.id != outlet.id
    marks.mark(file, [outlet.id], starred=True)
    marks.mark(file, [copy.id], read=True)
    texts.keep_article(file, copy.id, read_at(f"{HOME}/ferry"))
    (story,) = every(file)
    assert (story.id, story.url, story.read, story.starred, story.site) == (
        copy.id, f"{HOME}/ferry", True, True, "gazette.example",
    )  # fmt: skip
    assert set(story.sections) == {"gazette.example", "news.google.com"}
    assert [found.id for found in stories.window(file, StoryFilter(words="ashore"), 0)] == [copy.id]
    assert refreshes.keep(file, Gathered(section, (aggregated("Crews stay ashore - The Gazette"),))) == 0


def test_a_redirect_to_what_is_not_here_leads_there_from_now_on(file: File) -> None:
    follow(file, "https://news.google.com/rss", (aggregated("Crews stay ashore - The Gazette"),))
    texts.keep_article(file, every(file)[0].id, read_at(f"{HOME}/ferry"))
    follow(file, f"{HOME}/feed", (entry("Crews stay ashore", "/ferry", "g"),))
    (story,) = every(file)
    assert story.url == f"{HOME}/ferry"


def test_a_library_of_before_is_found_in_by_what_its_stories_say(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path, clock=lambda: NOW) as file:
        section = follow(file, f"{HOME}/feed", (Entry("Level", summary="200 cm", published=NOW),))
        with file.writing() as db:
            db.execute("UPDATE stories SET told = 0")
            db.execute("DELETE FROM settings WHERE name = 'told'")
            db.execute("UPDATE standing SET position = -1")
    with File(path, clock=lambda: NOW) as file:
        assert refreshes.keep(file, Gathered(section, (Entry("Level", summary="200 cm", published=NOW),))) == 0


def test_stories_are_looked_up_by_what_they_say_without_reading_them_all(file: File) -> None:
    with file.reading() as db:
        sql = (
            "EXPLAIN QUERY PLAN SELECT told, id FROM stories INDEXED BY stories_told WHERE told <> 0 AND told IN (1, 2)"
        )
        assert all("SEARCH" in row[3] for row in db.execute(sql))
