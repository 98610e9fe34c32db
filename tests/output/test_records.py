"""The contract of --json."""

import json
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from tui.blocks import Paragraph, Picture, Span
from tui.config import OwnCommand
from tui.credentials import Credential
from tui.episodes import Episode
from tui.model import Action, Article, Enclosure, Folder, Related, Relation, Section, Story, Tag, Tidying
from tui.output import records
from tui.remote import Account
from tui.saved import Acts, SavedSearch
from tui.values import replace

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


def test_tags_folders_and_commands_are_named_with_what_they_hold() -> None:
    assert records.tag(Tag(4, "ports", 3, 1)) == {"name": "ports", "stories": 3, "unread": 1}
    assert records.folder(Folder(2, "Daily", 1, ("News", "Daily"), (5, 7), stories=9, unread=4)) == {
        "path": "News / Daily", "sections": ["5", "7"], "stories": 9, "unread": 4,
    }  # fmt: skip
    bare = {"name": "print", "run": ["lp"], "key": None, "input": None, "shows": "nothing"}
    assert records.command(OwnCommand("print", ("lp",), shows="nothing")) == bare
    named = OwnCommand("print", ("lp",), key="x", input="text", shows="nothing")
    assert records.command(named) == bare | {"key": "x", "input": "text"}


def test_an_episode_says_null_where_nothing_is_known() -> None:
    bare = records.episode(Episode(7, 0, "https://a.example/talk", "A talk"))
    assert (bare["id"], bare["story"], bare["title"], bare["state"]) == ("7", None, "A talk", "not here")
    assert {bare[name] for name in ("type", "bytes", "seconds", "file", "played", "position", "error")} == {None}
    played = records.episode(Episode(7, 3, "https://a.example/talk", "A talk", played=WHEN, position=30))
    assert (played["story"], played["played"], played["position"]) == ("3", "2026-11-20T08:00:00+00:00", 30)


def test_an_account_says_null_where_nothing_is_wrong() -> None:
    account = Account(1, "Home", "https://home.example", "ann", error="timed out")
    record = records.account(account)
    assert (record["name"], record["user"], record["error"], record["notice"]) == ("Home", "ann", "timed out", None)
    assert "password" not in record
    assert records.account(replace(account, error="", notice="it is full"))["notice"] == "it is full"
    assert records.account(replace(account, error=""))["error"] is None


def test_a_row_of_an_event_names_the_stories_and_outlets_it_stands_for() -> None:
    assert "others" not in records.story(STORY)
    record = records.story(replace(STORY, others=(9, 8), outlets=("The Gazette", "The Paper")))
    assert (record["others"], record["outlets"]) == (["9", "8"], ["The Gazette", "The Paper"])


def test_what_changed_in_a_story_is_named_block_by_block() -> None:
    both = (("new", Paragraph((Span("It is over."),))), ("", Paragraph((Span("It began in May."),))))
    assert records.changes(STORY, WHEN, both) == {
        "id": "7",
        "replaced": "2026-11-20T08:00:00+00:00",
        "blocks": [{"state": "new", "text": "It is over."}, {"state": "", "text": "It began in May."}],
    }


def test_what_a_feed_encloses_is_named_with_the_article() -> None:
    talk = Enclosure("https://a.example/talk.mp3", "audio/mpeg", 5, 6)
    record = records.article(STORY, Article("https://a.example/ferry", "Ferry strike ends", ()), (), (), (talk,))
    assert record["enclosures"] == [
        {"url": "https://a.example/talk.mp3", "kind": "audio/mpeg", "length": 5, "duration": 6}
    ]
    assert (record["headline"], record["standfirst"], record["related"]) == ("Ferry strike ends", "", [])
