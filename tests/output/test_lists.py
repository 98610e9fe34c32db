"""Lists as lines: fields between tabs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.model import Action, CatchUp, Imported, Ranked, Section, Story, Telling
from tui.output import lists
from tui.remote import Account
from tui.saved import Acts, SavedSearch
from tui.storage.backups import Restored
from tui.values import replace

WHEN = datetime(2026, 11, 20, 8, tzinfo=UTC)
SECTION = Section(3, 1, "The Gazette", "World", "https://a.example/feed")
STORY = Story(7, "Ferry strike ends", "https://a.example/ferry", "The Gazette", "World", published=WHEN)


def test_a_story_is_a_line_with_its_marks() -> None:
    fields = lists.stories([STORY]).split("\t")
    assert (fields[0], fields[1], fields[3:]) == ("7", " •", ["The Gazette", "Ferry strike ends"])
    assert fields[2] == lists.minute(WHEN)
    starred = Story(8, "Read", "u", "s", "x", read=True, starred=True)
    assert lists.stories([starred]) == "8\t* \t-\ts\tRead"
    assert lists.stories([]) == ""


def test_a_story_without_a_title_is_told_by_its_first_words() -> None:
    assert lists.stories([Story(9, "", "u", "s", "x", summary="The tide is out and so are we.")]).endswith(
        "\tThe tide is out and so are we."
    )
    assert lists.stories([Story(9, "", "https://a.example/9", "s", "x")]).endswith("\thttps://a.example/9")
    assert lists.stories([Story(9, "", "", "s", "x")]).endswith("\tUntitled")


@pytest.mark.parametrize(
    ("telling", "why"),
    [
        (Telling(STORY, why=("ferry", "harbour")), "shares ferry, harbour"),
        (Telling(STORY, why=("ferry",), copy_of=2), "has the same text as 2"),
        (Telling(STORY, why=("ferry",), copy_of=2, ruled=True), "is the same by your word"),
        (Telling(STORY), "was the first"),
    ],
)
def test_what_joined_a_story_to_its_event(telling: Telling, why: str) -> None:
    assert lists.why(telling) == why


def test_a_section_is_a_line_and_its_health_another() -> None:
    section = Section(3, 1, "The Gazette", "World", "https://a.example/feed", stories=9, unread=2)
    line = "3\t2/9\tThe Gazette › World\thttps://a.example/feed"
    assert lists.sections([section]) == line
    assert lists.sections([section], health=True) == f"{line}\n\tnever read"
    failing = Section(4, 1, "G", "G", "u", error="timed out", succeeded=WHEN, next_check=WHEN)
    assert lists.sections([failing], health=True).endswith(
        f"\tlast success {lists.minute(WHEN)}; last error: timed out; next check {lists.minute(WHEN)}"
    )
    gone = Section(5, 1, "G", "G", "u", gone=True, next_check=WHEN)
    assert "gone for good" in lists.sections([gone], health=True) and "next check" not in lists.sections(
        [gone], health=True
    )


def test_the_other_lists() -> None:
    assert (
        lists.searches([SavedSearch(1, "Ferries", "ferry is:unread", unread=1200)]) == "Ferries\tferry is:unread\t1,200"
    )
    assert lists.searches([SavedSearch(1, "Ferries", "ferry", "mute", 1200)]) == "Ferries\tferry\t1,200"
    rule = SavedSearch(1, "Ferries", "ferry", "rule", acts=Acts(starred=True, tags=("boats",)))
    whole = SavedSearch(1, "Ferries", "ferry", "mute", 12, acts=Acts(event=True))
    assert lists.searches([whole]) == "Ferries\tferry\t12, whole events"
    assert lists.searches([rule]) == "Ferries\tferry\tstar, #boats"
    assert lists.facts([("TERM", "xterm"), ("stories", 3)]) == "TERM\txterm\nstories\t3"
    assert lists.followed([Section(3, 1, "G", "World", "u")]) == "3\tG\tWorld\tu"


@pytest.mark.parametrize(
    ("outlets", "said"), [(("A", "B", "C"), "A, B, C"), (("A", "B", "C", "D"), "A, B, C, …"), (("A",), "A")]
)
def test_a_line_of_the_front_page_says_where_it_leaves_outlets_out(outlets: tuple[str, ...], said: str) -> None:
    line = lists.ranked(1, Ranked(STORY, outlets, len(outlets), 2.0, 1.0, 1.5))
    assert line.split("\t") == ["1", "7", "•", said, "Ferry strike ends"]


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (Action(1, WHEN, "unstar", stories=1), "1 story no longer starred"),
        (Action(1, WHEN, "read", "World", 2006), "2,006 stories marked read (World)"),
        (Action(1, WHEN, "tag", "ports"), "tag ports"),
        (Action(1, WHEN, "the same", "Ferry strike ends"), "said to be the same event: Ferry strike ends"),
        (Action(1, WHEN, "reorder"), "reorder"),
        (
            Action(1, WHEN, "tag", "ports", lost=("the tag stays", "the note too")),
            "tag ports; the tag stays; the note too",
        ),
    ],
)
def test_an_act_is_told_in_words(act: Action, said: str) -> None:
    assert lists.done(act) == said


@pytest.mark.parametrize(
    ("verb", "changed", "of", "said"),
    [
        ("star", 2, 3, "2 stories starred"),
        ("star", 0, 1, "it is starred already"),
        ("star", 0, 3, "all of them are starred already"),
        ("unstar", 0, 1, "it is not starred"),
        ("unstar", 0, 3, "none of them is starred"),
        ("not later", 0, 3, "none of them is on the list of later"),
        ("unread", 0, 2, "all of them are unread already"),
        ("read", 0, 0, "there are no such stories"),
    ],
)
def test_marks_that_changed_nothing_are_told_as_they_are(verb: str, changed: int, of: int, said: str) -> None:
    assert lists.marked(verb, changed, of) == said


@pytest.mark.parametrize(
    ("brought", "said"),
    [
        (Imported(), "0 sections followed"),
        (Imported(sections=(SECTION,)), "0 sections followed, 1 was followed already"),
        (Imported(sections=(SECTION,) * 3, followed=1), "1 section followed, 2 were followed already"),
        (Imported(known=2, starred=1), "0 new stories, 2 known already, 1 starred"),
        (Imported(stories=1, noted=1, refused=("a", "b")), "1 new story, 1 note, 2 lines skipped"),
    ],
)
def test_what_an_import_brought(brought: Imported, said: str) -> None:
    assert lists.imported(brought) == said


def test_the_reasons_of_a_rank_name_a_weight_that_is_not_the_usual_one() -> None:
    ranked = Ranked(STORY, ("A", "B"), 3, 2.0, 1.0, 1.5)
    assert lists.reasons(ranked) == "2 independent outlets (3 tellings), last told 2 hours ago: 1.50"
    heavy = Ranked(STORY, ("A",), 1, 0.5, 2.5, 3.0)
    assert lists.reasons(heavy) == "1 independent outlet, last told within the hour, its section weighs 2.5: 3.00"


def test_how_an_account_fares() -> None:
    when = lists.minute(WHEN)
    new = Account(1, "Home", "https://rss.example/api", "ann")
    assert lists.fares(new) == "never synced"
    failing = replace(new, succeeded=WHEN, error="timed out", next_check=WHEN, labels=False)
    assert lists.fares(failing) == (
        f"last success {when}; last error: timed out; next sync {when}; tags of stories stay on this machine"
    )
    told = replace(new, succeeded=WHEN, notice="it keeps no tags", labels=False)
    assert lists.fares(told) == f"last success {when}; it keeps no tags"
    assert lists.accounts([told]).splitlines()[0] == "Home\tann\t0\t0\t0\thttps://rss.example/api"


def test_what_was_restored_and_where_the_one_before_is() -> None:
    assert lists.restored(Restored(1, 2)) == "restored: 1 story, 2 marks"
    aside = Restored(2, 1, Path("/backups/old.db"))
    assert lists.restored(aside) == "restored: 2 stories, 1 mark; the one before is /backups/old.db"
    assert lists.restored(aside, of=lambda path: path.name).endswith("; the one before is old.db")


def test_what_there_is_time_for_says_how_long_each_takes() -> None:
    lines = lists.catch_up(CatchUp((STORY, STORY), (0.25, 2.0))).split("\n")
    assert [line.split("\t")[0] for line in lines] == [
        "15 s",
        "",
        "2.0 min",
        "",
        "2 stories, 2 min; nothing is left out",
    ]
    assert lists.time_taken(CatchUp((STORY,), (2.0,), 1200, 300)) == "1 story, 2 min; left out: 1,200, 5.0 h"
