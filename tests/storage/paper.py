"""A small paper to fill a library with, and a check that all in it hangs together."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from tui.blocks import Paragraph, Span
from tui.model import Article, Entry, Followed, Offer, SiteOffer, Story, StoryFilter
from tui.storage import rows, sections, stories
from tui.storage.file import File
from tui.values import replace

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


HOUR = timedelta(hours=1)


EVERY = StoryFilter()


def entry(number: int, site: str = "https://a.example", **given: Any) -> Entry:
    made = Entry(f"Story {number}", f"{site}/{number}", f"guid-{number}", published=NOW - number * HOUR)
    return replace(made, **given)


def entries(*numbers: int, site: str = "https://a.example") -> tuple[Entry, ...]:
    return tuple(entry(number, site) for number in numbers)


def offer(
    *sections: tuple[str, tuple[Entry, ...]], site: str = "https://a.example", name: str = "The Paper"
) -> SiteOffer:
    offers = tuple(Offer(title, f"{site}/{title.lower()}/feed", entries=given) for title, given in sections)
    return SiteOffer(name, f"{site}/", offers)


def follow_two_sites(store: File) -> None:
    """Three sections of one site, and a section of another."""
    three = offer(("World", entries(1, 2, 3, 4)), ("Sport", entries(5, 6)), ("Arts", entries(7)))
    sections.follow(store, three)
    other = offer(("Post", entries(8, 9, site="https://b.example")), site="https://b.example", name="The Post")
    sections.follow(store, other)


def article(url: str, text: str, **given: Any) -> Article:
    return replace(Article(url, "Headline", (Paragraph((Span(text),)),)), **given)


def titles(stories: tuple[Story, ...]) -> list[str]:
    return [story.title for story in stories]


def found(store: File, words: str, **given: Any) -> list[str]:
    return titles(stories.window(store, replace(StoryFilter(words=words), **given)))


def story(store: File, url: str) -> Story:
    known = stories.story(store, url)
    assert known is not None
    return known


def check(store: File) -> None:
    """The index holds what the texts say, the counts what the tables hold, and nothing hangs loose."""
    db = store._db
    db.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    totals = "SELECT stories, unread, starred, later, kept, guide, guide_unread FROM totals"
    assert db.execute(totals).fetchone() == db.execute(rows.TOTALS).fetchone()
    assert (
        db.execute(
            "SELECT sections.id FROM sections LEFT JOIN standing ON section_id = sections.id GROUP BY sections.id"
            " HAVING sections.stories <> count(story_id) - coalesce(sum(standing.hidden), 0) OR sections.unread <> coalesce(sum(standing.unread), 0)"
        ).fetchall()
        == []
    )
    assert (
        db.execute(
            "SELECT stories.id FROM stories LEFT JOIN standing ON story_id = stories.id"
            " LEFT JOIN marks ON marks.identity = stories.identity"
            " WHERE standing.rank <> stories.rank OR standing.unread <> (1 - stories.read) * (1 - standing.hidden)"
            " OR standing.hidden <> stories.hidden & 1 OR stories.later <> coalesce(marks.later, 0)"
            " OR stories.read <> coalesce(marks.read, 0) OR stories.starred <> coalesce(marks.starred, 0)"
        ).fetchall()
        == []
    )
    together: dict[int, list[tuple[int, int, int]]] = {}
    for story_id, *where in db.execute("SELECT story_id, section_id, hidden, unread FROM standing ORDER BY section_id"):
        together.setdefault(story_id, []).append((where[0], where[1], where[2]))
    several: dict[str, list[int]] = {}
    for places in together.values():
        if len(places) > 1:
            count = several.setdefault(" ".join(str(section_id) for section_id, _, _ in places), [0, 0])
            count[0] += 1 - places[0][1]
            count[1] += places[0][2]
    shared = db.execute("SELECT sections, stories, unread FROM shared").fetchall()
    counted = {sections: list(counts) for sections, *counts in shared if any(counts)}
    assert counted == {sections: counts for sections, counts in several.items() if any(counts)}
    kept = db.execute("SELECT articles, pages, page_bytes FROM totals").fetchone()
    assert (
        kept
        == db.execute(
            "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM pages),"
            " (SELECT coalesce(sum(bytes), 0) FROM pages)"
        ).fetchone()
    )


def follow(store: File, *offers: tuple[str, tuple[Entry, ...]]) -> Followed:
    return sections.follow(store, offer(*offers))


def forget_acts(store: File) -> None:
    """Nothing that was done so far can be taken back."""
    with store.writing() as db:
        db.execute("DELETE FROM actions")


def is_durable(file: File, change: Callable[[], object]) -> bool:
    """Whether a change is on the disk when it returns, and survives a power cut."""
    said: list[str] = []
    file._db.set_trace_callback(said.append)
    try:
        change()
    finally:
        file._db.set_trace_callback(None)
    begun = said.index("BEGIN IMMEDIATE")
    return "PRAGMA synchronous = FULL" in said[:begun]
