"""Which stories are in no list of all stories: the bits of `hidden`, and counts that follow them."""

import pytest

from tests.storage.paper import EVERY, check, entries, follow
from tui.storage import sections, stories, visibility
from tui.storage.file import File


def bits(store: File) -> list[int]:
    with store.reading() as db:
        return [row[0] for row in db.execute("SELECT hidden FROM stories ORDER BY rank DESC")]


def test_a_story_is_quiet_where_all_its_sections_are(store: File) -> None:
    world, sport = (section.id for section in follow(store, ("World", entries(1, 2)), ("Sport", entries(2, 3))).added)
    sections.unfollow(store, [world])
    assert bits(store) == [visibility.QUIET, 0, 0]
    sections.mute(store, [sport])
    assert bits(store) == [visibility.QUIET] * 3
    assert stories.order(store, EVERY).tolist() == []
    sections.mute(store, [sport], muted=False)
    assert bits(store) == [visibility.QUIET, 0, 0]


@pytest.mark.parametrize("read", [0, 1])
@pytest.mark.parametrize("before", range(8))
@pytest.mark.parametrize("after", [0, 1, 2, 5])
def test_counts_follow_every_change_of_the_bits(store: File, read: int, before: int, after: int) -> None:
    """The fixture compares the counters with a count when this is over."""
    follow(store, ("World", entries(1, 2)))
    with store.writing() as db:
        db.execute(
            "INSERT INTO marks (identity, read, starred, later, changed) SELECT identity, ?, 1, 1, 0 FROM stories",
            (read,),
        )
        db.execute("UPDATE stories SET read = ?, starred = 1, later = 1 WHERE id = 1", (read,))
        db.execute("UPDATE stories SET read = ?, starred = 1, later = 1 WHERE id = 2", (read,))
        db.execute("UPDATE stories SET hidden = ? WHERE id = 1", (before,))
        db.execute("UPDATE stories SET hidden = ? WHERE id = 1", (after,))
    check(store)
    with store.writing() as db:
        db.execute("UPDATE marks SET read = 1 - read")
        db.execute("UPDATE stories SET read = 1 - read")


def test_what_stands_under_another_row_is_in_no_list_until_it_has_a_row_of_its_own_again(store: File) -> None:
    follow(store, ("World", entries(1, 2, 3)))
    first, second, third = stories.order(store, EVERY)
    with store.writing() as db:
        visibility.fold(db, first, [second, third])
    assert bits(store) == [0, visibility.FOLDED, visibility.FOLDED]
    assert stories.order(store, EVERY).tolist() == [first]
    with store.writing() as db:
        visibility.unfold(db, [second])
        assert db.execute("SELECT * FROM folded").fetchall() == [(third, first)]
    assert bits(store) == [0, 0, visibility.FOLDED]
    with store.writing() as db:
        visibility.unfold_under(db, [first, second])
        assert db.execute("SELECT * FROM folded").fetchall() == []
    assert stories.order(store, EVERY).tolist() == [first, second, third]
