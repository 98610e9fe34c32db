"""The names that stories are found by: some for each story, some stories for each name."""

import pytest

from tests.storage.paper import entries, follow, story
from tui import address
from tui.storage import identity, index, names
from tui.storage.file import File

PLACE = "https://a.example/page#part-2"


def own(store: File, story_id: int) -> set[str]:
    with store.reading() as db:
        return {name for (name,) in db.execute("SELECT name FROM names WHERE story_id = ?", (story_id,))}


@pytest.fixture
def three(store: File) -> list[int]:
    follow(store, ("World", entries(1, 2, 3)))
    return [story(store, f"https://a.example/{number}").id for number in (1, 2, 3)]


def test_a_story_is_found_at_its_address_the_newest_where_several_stand_there(store: File, three: list[int]) -> None:
    with store.writing() as db:
        assert names.find(db, "https://a.example/2?utm_source=x") == three[1]
        assert names.find(db, "https://a.example/9") == 0
        names.give(db, three[0], ["a.example/page"])
        names.give(db, three[2], ["a.example/page"])
        assert names.find(db, "https://a.example/page") == max(three[0], three[2])


def test_the_very_place_of_a_page_goes_before_the_page(store: File, three: list[int]) -> None:
    with store.writing() as db:
        names.give(db, max(three), ["a.example/page"])
        names.give(db, min(three), [address.place_key(PLACE)])
        assert names.find(db, PLACE) == min(three)
        assert names.find(db, "https://a.example/page#part-3") == max(three)


def test_the_bearers_of_names_are_the_newest_of_many(
    store: File, three: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.writing() as db:
        for story_id in three:
            names.give(db, story_id, ["shared"])
        names.give(db, three[0], ["own"])
        assert names.bearers(db, {"shared", "own", "nobody's"}) == {
            "shared": frozenset(three),
            "own": frozenset({three[0]}),
        }
        monkeypatch.setattr(names, "ALIKE", 2)
        assert names.bearers(db, {"shared"}) == {"shared": frozenset(sorted(three)[1:])}


def test_a_story_keeps_the_names_it_had_until_they_are_too_many(store: File, three: list[int]) -> None:
    before = own(store, three[0])
    with store.writing() as db:
        names.give(db, three[0], ["new", ""])
    assert own(store, three[0]) == before | {"new"}
    just = [f"n{number}" for number in range(names.MOST - len(before) - 1)]
    with store.writing() as db:
        names.give(db, three[0], just)
    assert own(store, three[0]) == before | {"new", *just}
    with store.writing() as db:
        names.give(db, three[0], ["one more", "new"])
    assert own(store, three[0]) == {"one more", "new"}
    assert own(store, three[1])


def test_stories_are_looked_up_by_what_they_say(store: File, three: list[int]) -> None:
    with store.writing() as db:
        (number,) = db.execute("SELECT told FROM stories WHERE id = ?", (three[0],)).fetchone()
        assert names.told(db, {number, 17}) == {number: frozenset({three[0]})}
        db.execute("UPDATE stories SET told = 0 WHERE id = ?", (three[0],))
        assert names.told(db, {0}) == {}


def test_what_changed_is_told_anew_and_nothing_else_is_written(store: File, three: list[int]) -> None:
    with store.writing() as db:
        names.retell(db, three)
        changes = db.total_changes
        names.retell(db, three)
        assert db.total_changes == changes
        index.remove(db, three[0])
        db.execute("UPDATE stories SET title = 'Another' WHERE id = ?", (three[0],))
        index.put(db, [three[0]])
        changes = db.total_changes
        names.retell(db, three)
        assert db.total_changes == changes + 1
        title, summary, published, url, told = db.execute(
            "SELECT title, summary, published, url, told FROM stories WHERE id = ?", (three[0],)
        ).fetchone()
        assert told == identity.told(title, summary, published, url)


def test_all_are_told_anew_for_another_version(store: File, three: list[int]) -> None:
    with store.writing() as db:
        db.execute("UPDATE stories SET told = 1")
        db.execute("DELETE FROM settings WHERE name = 'told'")
        assert not names.is_told(db)
        names.retell_all(db)
        assert names.is_told(db)
        assert db.execute("SELECT count(*) FROM stories WHERE told = 1").fetchone() == (0,)
