"""How far grouping has come."""

from tui.storage import grouped
from tui.storage.file import File


def test_each_change_is_counted_and_the_place_kept(store: File) -> None:
    with store.writing() as db:
        assert grouped.state(db) == (0, 0)
        grouped.changed(db, 7)
        grouped.changed(db)
        assert grouped.state(db) == (2, 7)


def test_where_nothing_was_grouped_a_change_alone_is_counted(store: File) -> None:
    with store.writing() as db:
        grouped.changed(db)
        assert grouped.state(db) == (1, 0)
