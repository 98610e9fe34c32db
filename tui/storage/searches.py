"""Saved searches: lists of their own, each under its name."""

from tui import text
from tui.errors import AskError
from tui.model import SavedSearch
from tui.storage.file import File


def saved(file: File) -> tuple[SavedSearch, ...]:
    """The saved searches, in the order they came."""
    with file.reading() as db:
        return tuple(SavedSearch(*row) for row in db.execute("SELECT id, name, words FROM searches ORDER BY id"))


def find(file: File, name: str) -> SavedSearch | None:
    """The saved search of a name, or None."""
    wanted = name.strip().casefold()
    return next((search for search in saved(file) if search.name.casefold() == wanted), None)


def save(file: File, name: str, words: str) -> SavedSearch:
    """Saves a search, in place of the one that has its name already. AskError where it has no name or is for nothing."""
    name, words = text.line(name), text.line(words)
    if not name or not words:
        raise AskError("a search is kept under a name, and is for something")
    with file.writing() as db:
        row = db.execute(
            "INSERT INTO searches (key, name, words) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET name = excluded.name, words = excluded.words RETURNING id",
            (name.casefold(), name, words),
        ).fetchone()
        return SavedSearch(row[0], name, words)


def drop(file: File, search_id: int) -> None:
    """Lets a search go; nothing becomes of the stories it found."""
    with file.writing() as db:
        db.execute("DELETE FROM searches WHERE id = ?", (search_id,))
