"""A person's tags on stories, and notes. Both outlive the story and its section, and can be taken back."""

import json
import sqlite3
from collections.abc import Iterable

from tui import text
from tui.errors import AskError
from tui.model import Tag
from tui.storage import actions
from tui.storage.actions import Act
from tui.storage.bounds import NAME, NOTE
from tui.storage.file import File
from tui.storage.marks import mark_of
from tui.storage.sql import column, one, seconds_of


def every(file: File) -> tuple[Tag, ...]:
    """The tags, by name, with the stories that have them."""
    with file.reading() as db:
        rows = db.execute(
            "SELECT tags.id, tags.name, count(stories.id), coalesce(sum(stories.read = 0), 0) FROM tags"
            " LEFT JOIN tagged ON tag_id = tags.id LEFT JOIN marks ON marks.id = mark_id"
            " LEFT JOIN stories ON stories.identity = marks.identity"
            " GROUP BY tags.id ORDER BY tags.key"
        ).fetchall()
    return tuple(Tag(*row) for row in rows)


def tag(file: File, ids: Iterable[int], name: str) -> int:
    """Tags stories; the number that did not have the tag."""
    moment = seconds_of(file.clock())
    with file.writing(durable=True) as db, Act(db, moment, "tag", _clean(name)) as act:
        return put_on(db, act, ids, name, moment)


def untag(file: File, ids: Iterable[int], name: str) -> int:
    """Takes a tag off stories; the number that had it. A tag that no story has any longer is removed."""
    moment = seconds_of(file.clock())
    with file.writing(durable=True) as db:
        tag_id = one(db, "SELECT id FROM tags WHERE key = ?", _clean(name).casefold())
        gone = [
            tagged
            for mark_id in [mark_of(db, story_id, moment) for story_id in ids]
            for tagged in column(db, "SELECT id FROM tagged WHERE tag_id = ? AND mark_id = ?", tag_id, mark_id)
        ]
        with Act(db, moment, "untag", name) as act:
            for tagged in gone:
                act.delete("tagged", tagged)
            _drop_empty(db, act, tag_id)
        return len(gone)


def retag(file: File, ids: Iterable[int], wanted: Iterable[str], before: Iterable[str] = ()) -> None:
    """Gives stories these tags, and takes those off that were `before` and are not wanted: one act."""
    ids, kept = tuple(ids), {_clean(name).casefold(): _clean(name) for name in wanted}
    known = {name.casefold(): name for name in before}
    new, gone = [kept[key] for key in kept if key not in known], [known[key] for key in known if key not in kept]
    with actions.as_one(file, "tag" if new else "untag", ", ".join(new or gone)):
        for name in new:
            tag(file, ids, name)
        for name in gone:
            untag(file, ids, name)


def common(file: File, ids: Iterable[int]) -> tuple[str, ...]:
    """The tags that all of these stories have, by name."""
    ids = tuple(ids)
    with file.reading() as db:
        rows = db.execute(
            "SELECT tags.name FROM json_each(?) JOIN stories ON stories.id = value JOIN marks USING (identity)"
            " JOIN tagged ON mark_id = marks.id JOIN tags ON tags.id = tag_id"
            " GROUP BY tags.id HAVING count(*) = ? ORDER BY tags.key",
            (json.dumps(ids), len(ids)),
        )
        return tuple(name for (name,) in rows)


def find(file: File, name: str) -> Tag:
    """The tag of a name. AskError where there is none."""
    key = text.line(name).removeprefix("#").strip().casefold()
    found = next((one for one in every(file) if one.name.casefold() == key), None)
    if found is None:
        raise AskError(f"there is no tag called {name}")
    return found


def rename(file: File, tag_id: int, name: str) -> None:
    """Gives a tag another name. AskError where another has it."""
    name = _clean(name)
    with file.writing(durable=True) as db:
        before = one(db, "SELECT name FROM tags WHERE id = ?", tag_id)
        if one(db, "SELECT 1 FROM tags WHERE key = ? AND id <> ?", name.casefold(), tag_id):
            raise AskError(f"there is already a tag called {name}")
        act = Act(db, seconds_of(file.clock()), "rename", f"{before} to {name}")
        act.change("tags", tag_id, name=name, key=name.casefold())


def remove(file: File, tag_id: int) -> None:
    """Removes a tag, from every story."""
    with file.writing(durable=True) as db:
        act = Act(
            db, seconds_of(file.clock()), "remove tag", one(db, "SELECT name FROM tags WHERE id = ?", tag_id) or ""
        )
        for tagged in column(db, "SELECT id FROM tagged WHERE tag_id = ?", tag_id):
            act.delete("tagged", tagged)
        _drop_empty(db, act, tag_id)


def note(file: File, story_id: int) -> str:
    """What a person wrote on a story, "" for nothing."""
    with file.reading() as db:
        sql = (
            "SELECT note FROM notes WHERE id ="
            " (SELECT marks.id FROM marks JOIN stories USING (identity) WHERE stories.id = ?)"
        )
        return one(db, sql, story_id) or ""


def keep_note(file: File, story_id: int, written: str) -> None:
    """Keeps what a person writes on a story, in place of what was there; "" takes it away. AskError where there is no
    such story."""
    moment = seconds_of(file.clock())
    kept = text.clean(written).strip()[:NOTE]
    with file.writing(durable=True) as db:
        mark_id = mark_of(db, story_id, moment)
        if not mark_id:
            raise AskError("there is no such story in the library")
        act = Act(db, moment, "note", one(db, "SELECT title FROM stories WHERE id = ?", story_id))
        there = one(db, "SELECT note FROM notes WHERE id = ?", mark_id)
        if not kept:
            act.delete("notes", mark_id)
        elif there and there != kept:
            act.change("notes", mark_id, note=kept, changed=moment)
        elif not there:
            act.insert("notes", id=mark_id, note=kept, changed=moment)


# For other rooms, within their transaction


def put(db: sqlite3.Connection, story_id: int, name: str, moment: int) -> None:
    """A story has a tag that a person gave it on another machine: no act of this one's."""
    put_on(db, Act(db, moment, ""), [story_id], name, moment)


def take_off(db: sqlite3.Connection, story_id: int, name: str) -> None:
    """Likewise, a tag that a person took off there."""
    tag_id = one(db, "SELECT id FROM tags WHERE key = ?", name.casefold())
    db.execute(
        "DELETE FROM tagged WHERE tag_id = ? AND mark_id ="
        " (SELECT marks.id FROM marks JOIN stories USING (identity) WHERE stories.id = ?)",
        (tag_id, story_id),
    )
    _drop_empty(db, Act(db, 0, ""), tag_id)


def put_on(db: sqlite3.Connection, act: Act, ids: Iterable[int], name: str, moment: int) -> int:
    """Tags stories in an act; the number that did not have the tag."""
    name = _clean(name)
    tag_id = one(db, "SELECT id FROM tags WHERE key = ?", name.casefold())
    changed = 0
    for mark_id in filter(None, [mark_of(db, story_id, moment) for story_id in ids]):
        tag_id = tag_id or act.insert("tags", key=name.casefold(), name=name)
        if not one(db, "SELECT 1 FROM tagged WHERE tag_id = ? AND mark_id = ?", tag_id, mark_id):
            act.insert("tagged", tag_id=tag_id, mark_id=mark_id)
            changed += 1
    return changed


def _drop_empty(db: sqlite3.Connection, act: Act, tag_id: int | None) -> None:
    if tag_id and not one(db, "SELECT 1 FROM tagged WHERE tag_id = ?", tag_id):
        act.delete("tags", tag_id)


def _clean(name: str) -> str:
    cleaned = text.line(name)[:NAME]
    if not cleaned:
        raise AskError("a tag has a name")
    return cleaned
