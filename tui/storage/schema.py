"""What the library looks like on disk, and how an older one becomes this one.

`PRAGMA user_version` says which step a file has reached; `PRAGMA application_id` that it is a library at all. Moments
are whole seconds since 1970 (UTC); flags are 0 or 1; compressed columns are zlib."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.errors import StoreError

APPLICATION = 0x42534854
"""PRAGMA application_id of a library ("BSHT")."""

FIRST = """
CREATE TABLE sites (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,                   -- address.key of its address; "~" and the domain where it is only visited
    kind TEXT NOT NULL CHECK (kind IN ('followed', 'visited', 'guide')),
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    domain TEXT NOT NULL,                       -- registrable
    language TEXT NOT NULL DEFAULT ''
);

CREATE TABLE sections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id INTEGER NOT NULL REFERENCES sites,
    key TEXT NOT NULL UNIQUE,                   -- address.key of url: a feed is followed once
    name TEXT NOT NULL,
    url TEXT NOT NULL,
    kind TEXT NOT NULL,
    page TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    trusted INTEGER NOT NULL DEFAULT 0,
    stories INTEGER NOT NULL DEFAULT 0,         -- kept by triggers, like unread
    unread INTEGER NOT NULL DEFAULT 0,
    etag TEXT NOT NULL DEFAULT '',
    modified TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL DEFAULT '',
    validated INTEGER,                          -- since when the validators are known
    moving_to TEXT NOT NULL DEFAULT '',
    moving_since INTEGER,
    gone INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0,        -- in a row
    checked INTEGER,
    succeeded INTEGER,
    next_check INTEGER NOT NULL DEFAULT 0,
    lease_holder TEXT NOT NULL DEFAULT '',
    lease_until INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX sections_of_site ON sections (site_id, position);

CREATE TABLE stories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,       -- never used twice: a person may have noted it
    rank INTEGER NOT NULL UNIQUE,               -- its place in time (see store.py): every list is in this order
    identity TEXT NOT NULL,                     -- the name that its marks are kept under
    site_id INTEGER NOT NULL REFERENCES sites,  -- its home: whose words are believed about it
    guide INTEGER NOT NULL DEFAULT 0,
    read INTEGER NOT NULL DEFAULT 0,            -- copies of its marks, for the lists
    starred INTEGER NOT NULL DEFAULT 0,
    kept INTEGER NOT NULL DEFAULT 0,            -- articles has it
    queued INTEGER NOT NULL DEFAULT 0,          -- queue has it
    published INTEGER,
    seen INTEGER NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    kicker TEXT NOT NULL DEFAULT ''             -- what its own page says its section is
);
CREATE INDEX stories_unread ON stories (rank, read) WHERE read = 0;
CREATE INDEX stories_starred ON stories (rank, starred) WHERE starred = 1;
CREATE INDEX stories_of_site ON stories (site_id, rank);
CREATE INDEX stories_guide ON stories (rank, guide) WHERE guide = 1;

-- Every name of a story: its addresses (address.key), and a feed's guid after the site's id and U+001F.
CREATE TABLE names (
    name TEXT PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX names_of_story ON names (story_id);

-- Where a story stands. `position` is its place when the section last offered it, -1 when it is offered no more;
-- `offered` is a digest of the offer, so that what has not changed is not written again.
CREATE TABLE standing (
    section_id INTEGER NOT NULL REFERENCES sections,
    rank INTEGER NOT NULL,
    story_id INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
    unread INTEGER NOT NULL,
    position INTEGER NOT NULL,
    offered INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (section_id, rank)
) WITHOUT ROWID;
CREATE INDEX standing_unread ON standing (section_id, rank, story_id, unread) WHERE unread = 1;
CREATE INDEX standing_offered ON standing (section_id, position) WHERE position >= 0;
CREATE INDEX standing_of_story ON standing (story_id, section_id);

-- What a person did outlives the story. `touched`: to this story itself, and not to a whole list at once.
CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    read INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    touched INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL
);
CREATE TABLE actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    verb TEXT NOT NULL CHECK (verb IN ('read', 'unread', 'star', 'unstar'))
);
CREATE TABLE acted (
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    mark_id INTEGER NOT NULL,
    PRIMARY KEY (action_id, mark_id)
) WITHOUT ROWID;

CREATE TABLE articles (
    story_id INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    article BLOB NOT NULL,                      -- JSON, compressed
    kept INTEGER NOT NULL
);
CREATE TABLE contents (
    story_id INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    html BLOB NOT NULL                          -- the feed's own text of the story, compressed
);
CREATE TABLE pages (
    story_id INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    html BLOB NOT NULL,                         -- compressed
    bytes INTEGER NOT NULL,
    kept INTEGER NOT NULL
);
CREATE INDEX pages_by_age ON pages (kept, story_id, bytes);
CREATE TABLE places (
    story_id INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    block INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE TABLE queue (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL UNIQUE REFERENCES stories ON DELETE CASCADE,
    from_url TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE TABLE hosts (
    host TEXT PRIMARY KEY,
    held_until INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE totals (
    stories INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    starred INTEGER NOT NULL DEFAULT 0,
    guide INTEGER NOT NULL DEFAULT 0,
    guide_unread INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0,
    page_bytes INTEGER NOT NULL DEFAULT 0
);
INSERT INTO totals DEFAULT VALUES;

CREATE TRIGGER story_in AFTER INSERT ON stories BEGIN
    UPDATE totals SET stories = stories + 1, unread = unread + (NEW.read = 0), starred = starred + NEW.starred,
        guide = guide + NEW.guide, guide_unread = guide_unread + (NEW.guide AND NEW.read = 0);
END;
CREATE TRIGGER story_out AFTER DELETE ON stories BEGIN
    UPDATE totals SET stories = stories - 1, unread = unread - (OLD.read = 0), starred = starred - OLD.starred,
        guide = guide - OLD.guide, guide_unread = guide_unread - (OLD.guide AND OLD.read = 0);
END;
CREATE TRIGGER story_read AFTER UPDATE OF read ON stories WHEN OLD.read <> NEW.read BEGIN
    UPDATE totals SET unread = unread + OLD.read - NEW.read,
        guide_unread = guide_unread + NEW.guide * (OLD.read - NEW.read);
    UPDATE standing SET unread = 1 - NEW.read WHERE story_id = NEW.id;
END;
CREATE TRIGGER story_starred AFTER UPDATE OF starred ON stories WHEN OLD.starred <> NEW.starred BEGIN
    UPDATE totals SET starred = starred + NEW.starred - OLD.starred;
END;
CREATE TRIGGER standing_in AFTER INSERT ON standing BEGIN
    UPDATE sections SET stories = stories + 1, unread = unread + NEW.unread WHERE id = NEW.section_id;
END;
CREATE TRIGGER standing_out AFTER DELETE ON standing BEGIN
    UPDATE sections SET stories = stories - 1, unread = unread - OLD.unread WHERE id = OLD.section_id;
END;
CREATE TRIGGER standing_read AFTER UPDATE OF unread ON standing WHEN OLD.unread <> NEW.unread BEGIN
    UPDATE sections SET unread = unread + NEW.unread - OLD.unread WHERE id = NEW.section_id;
END;
CREATE TRIGGER article_in AFTER INSERT ON articles BEGIN
    UPDATE totals SET articles = articles + 1;
END;
CREATE TRIGGER article_out AFTER DELETE ON articles BEGIN
    UPDATE totals SET articles = articles - 1;
END;
CREATE TRIGGER page_in AFTER INSERT ON pages BEGIN
    UPDATE totals SET pages = pages + 1, page_bytes = page_bytes + NEW.bytes;
END;
CREATE TRIGGER page_out AFTER DELETE ON pages BEGIN
    UPDATE totals SET pages = pages - 1, page_bytes = page_bytes - OLD.bytes;
END;

-- The full text is indexed and not kept a second time: the index reads it from here, by functions of the store's.
CREATE VIEW texts (number, title, standfirst, body) AS
    SELECT stories.rank, indexed(stories.title), indexed(stories.summary), indexed_body(articles.article, contents.html)
    FROM stories
    LEFT JOIN articles ON articles.story_id = stories.id
    LEFT JOIN contents ON contents.story_id = stories.id;
CREATE VIRTUAL TABLE search USING fts5 (
    title, standfirst, body,
    content = 'texts', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'",
    prefix = '3 4'
);
CREATE VIRTUAL TABLE terms USING fts5vocab (search, instance);
INSERT INTO search (search, rank) VALUES ('automerge', 8);  -- merged half as often: a fifth less work for a refresh
"""

SECOND = """
ALTER TABLE sections ADD COLUMN tags TEXT NOT NULL DEFAULT '';  -- besides its folder, a line each
ALTER TABLE sections ADD COLUMN unknown INTEGER NOT NULL DEFAULT 0;  -- nobody said that a feed stands at its address
CREATE TABLE searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,                   -- its name, casefolded
    name TEXT NOT NULL,
    words TEXT NOT NULL
);
"""

NAMES = """
CREATE TABLE borne (
    name TEXT NOT NULL,                         -- may be that of several stories: identity.py tells them apart
    story_id INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE,
    PRIMARY KEY (name, story_id)
) WITHOUT ROWID;
INSERT OR IGNORE INTO borne SELECT
    replace(replace(name, char(31) || 'https://', char(31) || '//'), char(31) || 'http://', char(31) || '//'), story_id
    FROM names;
DROP TABLE names;
ALTER TABLE borne RENAME TO names;
CREATE INDEX names_of_story ON names (story_id);
ALTER TABLE stories ADD COLUMN told INTEGER NOT NULL DEFAULT 0;  -- identity.told: what it says, and on which day
CREATE INDEX stories_told ON stories (told) WHERE told <> 0;
"""

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


def _own(db: sqlite3.Connection) -> None:
    """The fourth version: folders as a tree, sections and searches with what they can be besides, marks of one's own,
    and a log of acts that can be taken back."""
    for statement in _statements(OWN):
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


Step = str | Callable[[sqlite3.Connection], None]
STEPS: tuple[Step, ...] = (FIRST, SECOND, NAMES, _own)
"""What makes a library of version n into one of version n + 1, SQL or a function; a step that has shipped is never
changed."""


def prepare(db: sqlite3.Connection, *, readonly: bool = False, steps: Sequence[Step] = STEPS) -> None:
    """Brings a library to the newest version, in one transaction: all steps or none. A reader only looks."""
    if _version(db, steps) == len(steps):
        return
    if readonly:
        raise StoreError(
            "This library is not ready to be read yet: it is empty, or was made by an older Broadsheet.", older=True
        )
    db.execute("PRAGMA foreign_keys = OFF")  # while tables are made anew
    db.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[_version(db, steps) :]:  # asked again: another process may have done it meanwhile
            if callable(step):
                step(db)
            else:
                for statement in _statements(step):
                    db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(steps)}")
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def is_older(path: Path) -> bool:
    """Is a file a library of an older version, so that opening it to write changes it? It is not opened for that: its
    version stands in its head (https://www.sqlite.org/fileformat.html#user_version_number)."""
    try:
        with path.open("rb") as opened:
            head = opened.read(64)
    except OSError:
        return False
    return 0 < int.from_bytes(head[60:64]) < len(STEPS)


def _version(db: sqlite3.Connection, steps: Sequence[Step]) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    application: int = db.execute("PRAGMA application_id").fetchone()[0]
    tables: int = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if (version or tables) and application != APPLICATION:
        raise StoreError("This file is a database of another program, not a library of Broadsheet.")
    if version > len(steps):
        raise StoreError("This library was made by a newer Broadsheet; this one is too old to open it.")
    return version


def _statements(script: str) -> list[str]:
    """The statements of a script; `executescript` would end the transaction first."""
    found, start = [], 0
    for end, sign in enumerate(script):
        if sign == ";" and sqlite3.complete_statement(script[start : end + 1]):
            found.append(script[start : end + 1])
            start = end + 1
    return found
