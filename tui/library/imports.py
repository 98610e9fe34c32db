"""Imports of files that a person brings from elsewhere. Which kind a file is, its content tells. Each file is one act,
which can be taken back."""

from pathlib import Path

from tui import bounded, text
from tui.errors import AskError
from tui.library.subscriptions import import_subscriptions
from tui.model import Imported, SavedStories
from tui.storage import actions, imports, searches, sections
from tui.storage.file import File
from tui.values import replace

MOST_BYTES = 256_000_000
"""Of a file that is taken in: every address that a person ever saved is some tens of megabytes."""


def body_of(path: Path, most: int = MOST_BYTES, *, pipes: bool = False) -> bytes:
    """What is in a file that a person names. AskError where it cannot be read, or has more than `most` bytes."""
    try:
        with bounded.opened(path, pipes=pipes) as there:
            return bounded.read(there, most)
    except OSError as error:
        raise AskError(f"{path} cannot be read: {bounded.why(error)}") from error


def import_file(file: File, body: bytes, name: str = "") -> Imported:
    """Takes in a subscription file (OPML, newsboat's urls, a list of addresses), or what a person kept in another
    program (Pocket, Instapaper, Readwise, Wallabag). AskError for a database."""
    from tui.parse.feeds.exports import saved_stories

    name = text.line(name)  # a file may have any name, even one that is not text
    if body.startswith(b"SQLite format 3\0"):
        raise AskError(
            f"{name or 'this'} is a database: a copy of a library is put back by restore,"
            " newsboat's is imported by the name of its folder"
        )
    kept = saved_stories(body)
    return _stories(file, kept) if kept is not None else _subscriptions(file, body, name)


def _stories(file: File, kept: SavedStories) -> Imported:
    return replace(imports.take(file, kept.stories, kept.program), refused=kept.refused)


def _subscriptions(file: File, body: bytes, name: str) -> Imported:
    before, known = set(searches.saved(file)), {section.id for section in sections.sections(file)}
    with actions.as_one(file, "import", name):
        taken, refused = import_subscriptions(file, body, name)
    return Imported(
        sections=taken,
        followed=sum(section.id not in known for section in taken),
        searches=len(set(searches.saved(file)) - before),
        refused=refused,
    )
