"""The fourth version: folders as a tree, marks of one's own, a log of acts; verbs and kinds are no more the file's."""

import re
import sqlite3

from tui.storage.sql import statements

OWN = """
-- Verbs and kinds are the program's words, and no longer the file's: a new one needs no table made anew.
CREATE TABLE new_sites (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,                   -- address.key of its address; "~" and the domain where it is only visited
    kind TEXT NOT NULL,                         -- followed, visited, guide
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    domain TEXT NOT NULL,                       -- registrable
    language TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0         -- a person's order; sites of one position are in the order they were followed
);
INSERT INTO new_sites SELECT id, key, kind, name, url, domain, language, 0 FROM sites;
DROP TABLE sites;
ALTER TABLE new_sites RENAME TO sites;

ALTER TABLE sections ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;  -- since when it is followed no more, 0 for followed
ALTER TABLE sections ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;    -- no row of its own; its stories are in every list
ALTER TABLE sections ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;     -- its stories are in its own list alone
ALTER TABLE sections ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0;   -- between checks, 0 as the configuration says
ALTER TABLE sections ADD COLUMN full_text TEXT NOT NULL DEFAULT '';   -- likewise
ALTER TABLE sections ADD COLUMN gone_since INTEGER;                   -- the first 410 of a row of them
CREATE TABLE addresses (                        -- those that a section had before it moved
    key TEXT PRIMARY KEY,
    section_id INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX addresses_of_section ON addresses (section_id);
ALTER TABLE hosts ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;     -- answers in a row that asked to be left alone

CREATE TABLE folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    parent_id INTEGER NOT NULL DEFAULT 0,       -- the folder around it, 0 for none
    key TEXT NOT NULL,                          -- its name, casefolded
    name TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (parent_id, key)
);
CREATE TABLE foldered (                         -- a section may stand in several folders
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    section_id INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    UNIQUE (folder_id, section_id)
);
CREATE INDEX foldered_sections ON foldered (section_id);

-- Why a story is in no list of all stories: 1 where a mute hides it (from every list), 2 where every section it stands in is
-- archived or muted, 4 where another story's row stands for it.
ALTER TABLE stories ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN authors TEXT NOT NULL DEFAULT '';      -- a line each
ALTER TABLE stories ADD COLUMN picture TEXT NOT NULL DEFAULT '';
ALTER TABLE standing ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;    -- a mute hides it
DROP INDEX stories_unread;
DROP INDEX stories_starred;
CREATE INDEX stories_unread ON stories (rank, read, hidden) WHERE read = 0 AND hidden = 0;
CREATE INDEX stories_starred ON stories (rank, starred, hidden) WHERE starred = 1;
CREATE INDEX stories_later ON stories (rank, later, hidden) WHERE later = 1;
CREATE INDEX stories_kept ON stories (rank, kept, hidden) WHERE kept = 1;
CREATE INDEX stories_identity ON stories (identity);
CREATE INDEX stories_hidden ON stories (rank, hidden) WHERE hidden <> 0;
CREATE TABLE folded (                           -- stories for which the row of another stands
    story_id INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    lead_id INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE
);
CREATE INDEX folded_under ON folded (lead_id);
CREATE TABLE enclosures (
    story_id INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
    number INTEGER NOT NULL,
    url TEXT NOT NULL,
    kind TEXT NOT NULL,                         -- media type
    length INTEGER NOT NULL,                    -- bytes
    duration INTEGER NOT NULL,                  -- seconds
    PRIMARY KEY (story_id, number)
) WITHOUT ROWID;

ALTER TABLE marks ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,                   -- its name, casefolded
    name TEXT NOT NULL
);
CREATE TABLE tagged (
    id INTEGER PRIMARY KEY,
    tag_id INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
    mark_id INTEGER NOT NULL,
    UNIQUE (tag_id, mark_id)
);
CREATE INDEX tagged_marks ON tagged (mark_id);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,                     -- of the mark
    note TEXT NOT NULL,
    changed INTEGER NOT NULL
);

-- What a person did, each act once, with what is needed to take it back: of marks their flags (see marks.py) before and after;
-- of other rows their columns, in JSON.
CREATE TABLE new_actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    verb TEXT NOT NULL,
    what TEXT NOT NULL DEFAULT '',              -- to whom or what, in words
    rows TEXT NOT NULL DEFAULT '',
    undone INTEGER NOT NULL DEFAULT 0           -- 1 taken back, 2 taken back for good
);
CREATE TABLE new_acted (
    action_id INTEGER NOT NULL REFERENCES new_actions ON DELETE CASCADE,
    mark_id INTEGER NOT NULL,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    PRIMARY KEY (action_id, mark_id)
) WITHOUT ROWID;
INSERT INTO new_actions (id, at, verb) SELECT id, at, verb FROM actions;
INSERT INTO new_acted SELECT action_id, mark_id,
    (read OR verb = 'unread') * (verb <> 'read') + 2 * (starred OR verb = 'unstar') * (verb <> 'star') + 8 * touched,
    (read OR verb = 'read') * (verb <> 'unread') + 2 * (starred OR verb = 'star') * (verb <> 'unstar') + 8 * touched
    FROM acted JOIN actions ON actions.id = action_id JOIN marks ON marks.id = mark_id;
DROP TABLE acted;
DROP TABLE actions;
ALTER TABLE new_actions RENAME TO actions;
ALTER TABLE new_acted RENAME TO acted;
CREATE INDEX actions_undone ON actions (undone, id);

ALTER TABLE searches ADD COLUMN kind TEXT NOT NULL DEFAULT 'view';  -- view, mute, highlight, rule
ALTER TABLE searches ADD COLUMN acts TEXT NOT NULL DEFAULT '';      -- what a rule does with what arrives, in JSON
ALTER TABLE searches ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
ALTER TABLE searches ADD COLUMN stories INTEGER NOT NULL DEFAULT 0; -- kept by triggers, like unread
ALTER TABLE searches ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE searches ADD COLUMN matched INTEGER NOT NULL DEFAULT 0; -- 1 `matched` has its stories, 2 it never has, 0 not yet
CREATE TABLE matched (                          -- the stories that a view or a mute finds
    search_id INTEGER NOT NULL REFERENCES searches ON DELETE CASCADE,
    story_id INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
    unread INTEGER NOT NULL,
    PRIMARY KEY (search_id, story_id)
) WITHOUT ROWID;
CREATE INDEX matched_story ON matched (story_id);

ALTER TABLE totals ADD COLUMN later INTEGER NOT NULL DEFAULT 0;
ALTER TABLE totals ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
UPDATE totals SET kept = (SELECT count(*) FROM stories WHERE kept = 1 AND guide = 0);
DROP TRIGGER story_in;
DROP TRIGGER story_out;
DROP TRIGGER story_read;
DROP TRIGGER story_starred;
DROP TRIGGER standing_in;
DROP TRIGGER standing_out;
DROP TRIGGER standing_read;
CREATE TRIGGER story_in AFTER INSERT ON stories BEGIN
    UPDATE totals SET stories = stories + (NEW.hidden = 0), unread = unread + (NEW.read = 0 AND NEW.hidden = 0),
        starred = starred + (NEW.starred AND NOT NEW.hidden & 1), later = later + (NEW.later AND NOT NEW.hidden & 1),
        guide = guide + NEW.guide, guide_unread = guide_unread + (NEW.guide AND NEW.read = 0);
END;
CREATE TRIGGER story_out AFTER DELETE ON stories BEGIN
    UPDATE totals SET stories = stories - (OLD.hidden = 0), unread = unread - (OLD.read = 0 AND OLD.hidden = 0),
        starred = starred - (OLD.starred AND NOT OLD.hidden & 1), later = later - (OLD.later AND NOT OLD.hidden & 1),
        kept = kept - (OLD.kept AND NOT OLD.guide AND NOT OLD.hidden & 1),
        guide = guide - OLD.guide, guide_unread = guide_unread - (OLD.guide AND OLD.read = 0);
END;
CREATE TRIGGER story_read AFTER UPDATE OF read ON stories WHEN OLD.read <> NEW.read BEGIN
    UPDATE totals SET unread = unread + (OLD.read - NEW.read) * (NEW.hidden = 0),
        guide_unread = guide_unread + NEW.guide * (OLD.read - NEW.read);
    UPDATE standing SET unread = (1 - NEW.read) * (1 - hidden) WHERE story_id = NEW.id;
    UPDATE matched SET unread = NEW.read = 0 AND NEW.hidden = 0 WHERE story_id = NEW.id;
END;
CREATE TRIGGER story_starred AFTER UPDATE OF starred ON stories WHEN OLD.starred <> NEW.starred BEGIN
    UPDATE totals SET starred = starred + (NEW.starred - OLD.starred) * (NOT NEW.hidden & 1);
END;
CREATE TRIGGER story_later AFTER UPDATE OF later ON stories WHEN OLD.later <> NEW.later BEGIN
    UPDATE totals SET later = later + (NEW.later - OLD.later) * (NOT NEW.hidden & 1);
END;
CREATE TRIGGER story_kept AFTER UPDATE OF kept ON stories WHEN OLD.kept <> NEW.kept AND NOT NEW.guide BEGIN
    UPDATE totals SET kept = kept + (NEW.kept - OLD.kept) * (NOT NEW.hidden & 1);
END;
CREATE TRIGGER story_hidden AFTER UPDATE OF hidden ON stories WHEN OLD.hidden <> NEW.hidden BEGIN
    UPDATE totals SET stories = stories + (NEW.hidden = 0) - (OLD.hidden = 0),
        unread = unread + (NEW.read = 0) * ((NEW.hidden = 0) - (OLD.hidden = 0)),
        starred = starred + NEW.starred * ((OLD.hidden & 1) - (NEW.hidden & 1)),
        later = later + NEW.later * ((OLD.hidden & 1) - (NEW.hidden & 1)),
        kept = kept + (NEW.kept AND NOT NEW.guide) * ((OLD.hidden & 1) - (NEW.hidden & 1));
    UPDATE standing SET hidden = NEW.hidden & 1, unread = (1 - NEW.read) * (1 - (NEW.hidden & 1))
        WHERE story_id = NEW.id AND hidden <> NEW.hidden & 1;
    UPDATE matched SET unread = NEW.read = 0 AND NEW.hidden = 0 WHERE story_id = NEW.id;
END;
CREATE TRIGGER standing_in AFTER INSERT ON standing BEGIN
    UPDATE sections SET stories = stories + 1 - NEW.hidden, unread = unread + NEW.unread WHERE id = NEW.section_id;
END;
CREATE TRIGGER standing_out AFTER DELETE ON standing BEGIN
    UPDATE sections SET stories = stories - 1 + OLD.hidden, unread = unread - OLD.unread WHERE id = OLD.section_id;
END;
CREATE TRIGGER standing_read AFTER UPDATE OF unread, hidden ON standing
    WHEN OLD.unread <> NEW.unread OR OLD.hidden <> NEW.hidden BEGIN
    UPDATE sections SET unread = unread + NEW.unread - OLD.unread, stories = stories + OLD.hidden - NEW.hidden
        WHERE id = NEW.section_id;
END;
CREATE TRIGGER matched_in AFTER INSERT ON matched BEGIN
    UPDATE searches SET stories = stories + 1, unread = unread + NEW.unread WHERE id = NEW.search_id;
END;
CREATE TRIGGER matched_out AFTER DELETE ON matched BEGIN
    UPDATE searches SET stories = stories - 1, unread = unread - OLD.unread WHERE id = OLD.search_id;
END;
CREATE TRIGGER matched_read AFTER UPDATE OF unread ON matched WHEN OLD.unread <> NEW.unread BEGIN
    UPDATE searches SET unread = unread + NEW.unread - OLD.unread WHERE id = NEW.search_id;
END;
"""


def own(db: sqlite3.Connection) -> None:
    """The fourth version: folders as a tree, sections and searches with what they can be besides, marks of one's own,
    and a log of acts that can be taken back."""
    for statement in statements(OWN):
        db.execute(statement)
    _folders_from_names(db)
    for search_id, words in db.execute("SELECT id, words FROM searches").fetchall():
        db.execute("UPDATE searches SET words = ? WHERE id = ?", (_of_folders(words), search_id))
    db.execute("ALTER TABLE sections DROP COLUMN folder")
    db.execute("ALTER TABLE sections DROP COLUMN tags")


def _folders_from_names(db: sqlite3.Connection) -> None:
    """The folder of each section, whose name had its path in it, and newsboat's tags, which are folders too."""
    known: dict[tuple[int, str], int] = {}

    def folder(parent: int, name: str) -> int:
        key = (parent, name.casefold())
        if key not in known:
            made = db.execute(
                "INSERT INTO folders (parent_id, key, name, position) VALUES (?, ?, ?, ?)",
                (parent, key[1], name, len(known)),
            )
            known[key] = made.lastrowid or 0
        return known[key]

    sections = db.execute("SELECT id, folder, tags FROM sections ORDER BY site_id, position, id").fetchall()
    for place, (section_id, path, tags) in enumerate(sections):
        inside = 0
        for name in filter(None, path.split(" / ")):
            inside = folder(inside, name)
        for each in dict.fromkeys([inside, *(folder(0, tag) for tag in filter(None, tags.splitlines()))]):
            if each:
                db.execute(
                    "INSERT INTO foldered (folder_id, section_id, position) VALUES (?, ?, ?)", (each, section_id, place)
                )


def _of_folders(words: str) -> str:
    """A search with what was a section's tag, which is a folder now; what stands in quotation marks stays."""
    parts = words.split('"')
    parts[::2] = [re.sub(r"(?<![\w:])tag:", "folder:", part, flags=re.IGNORECASE) for part in parts[::2]]
    return '"'.join(parts)
