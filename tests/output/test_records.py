"""The contract of --json."""

import json
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from tui.blocks import Paragraph, Picture, Span
from tui.credentials import Credential
from tui.model import Action, Article, Related, Relation, Section, Story, Tidying
from tui.output import records
from tui.saved import Acts, SavedSearch

WHEN = datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=2)))
STORY = Story(7, "Ferry strike ends", "https://a.example/ferry", "The Gazette", "World", ("World",), WHEN)


def test_a_story_has_its_names_and_text_ids() -> None:
    record = records.story(STORY)
    assert record["id"] == "7" and record["published"] == "2026-11-20T08:00:00+00:00"
    assert "snippet" not in record
    assert "highlights" not in record
    assert records.story(Story(7, "t", "u", "s", "x", highlights=("Ferries",)))["highlights"] == ["Ferries"]
    found = Story(7, "t", "u", "s", "x", snippet="the \x02ferry\x03 strike")
    assert records.story(found)["snippet"] == "the ferry strike"


def test_a_sections_health_is_there_when_asked_for() -> None:
    section = Section(3, 1, "The Gazette", "World", "u", error="timed out", succeeded=WHEN)
    assert set(records.section(section)) == {"id", "site", "name", "url", "stories", "unread"}
    health = records.section(section, health=True)
    assert (health["error"], health["succeeded"], health["checked"]) == ("timed out", "2026-11-20T08:00:00+00:00", None)
    assert records.section(Section(3, 1, "s", "n", "u"), health=True)["error"] is None


def test_a_section_says_where_it_stands_and_whose_it_is() -> None:
    section = Section(3, 1, "s", "n", "u", folders=(("News", "Daily"), ("Slow",)), account="Home", muted=True)
    record = records.section(section)
    assert (record["folders"], record["account"], record["muted"]) == (["News / Daily", "Slow"], "Home", True)
    assert "hidden" not in record


def test_what_was_done_kept_or_may_be_tidied_is_json_too(tmp_path: Path) -> None:
    assert records.action(Action(4, WHEN, "star", "World", 3, undone=True)) == {
        "at": "2026-11-20T08:00:00+00:00",
        "verb": "star",
        "what": "World",
        "stories": 3,
        "undone": True,
    }
    assert records.tidying(Tidying("pages", 3, 2048, "old")) == {
        "what": "pages", "count": 3, "bytes": 2048, "reason": "old",
    }  # fmt: skip
    kept = records.login(Credential("news.example", "ann", "secret"))
    assert kept == {"site": "news.example", "user": "ann", "command": None}
    (tmp_path / "library.db").write_bytes(b"12345")
    os.utime(tmp_path / "library.db", (0, 0))
    assert records.copy(tmp_path / "library.db") == {
        "file": f"{tmp_path}/library.db", "bytes": 5, "made": "1970-01-01T00:00:00+00:00",
    }  # fmt: skip


def test_an_article_is_json_all_the_way_down() -> None:
    article = Article(
        "https://a.example/ferry",
        "Ferry strike ends",
        (Paragraph((Span("It is over."),)), Picture("https://a.example/p.jpg", caption="The harbour")),
        byline=("Ann Other",),
        related=(),
    )
    related = (
        Related(Relation.NEXT, "Dredging", "https://a.example/d", story_id=9),
        Related(Relation.LATEST, "x", "y"),
    )
    record = records.article(STORY, article, related, (STORY,))
    assert json.loads(json.dumps(record)) == record
    assert record["body"] == "It is over." or str(record["body"]).startswith("It is over.")
    assert record["pictures"] == [{"url": "https://a.example/p.jpg", "caption": "The harbour", "alt": "", "credit": ""}]
    assert [item["id"] for item in record["related"]] == ["9", None]  # type: ignore[attr-defined]
    assert record["published"] == "2026-11-20T08:00:00+00:00"
    assert datetime.fromisoformat(str(record["published"])).tzinfo == UTC


def test_a_saved_search() -> None:
    ferries = {"name": "Ferries", "words": "ferry"}
    assert records.search(SavedSearch(1, "Ferries", "ferry", stories=3, unread=1)) == ferries | {
        "stories": 3,
        "unread": 1,
    }
    rule = SavedSearch(1, "Ferries", "ferry", "rule", acts=Acts(read=True, tags=("boats",)))
    does = {"read": True, "star": False, "later": False, "tags": ["boats"]}
    assert records.search(rule) == ferries | does
