"""The seventh version: accounts on servers of feeds, what of the library stands there, and what such a server does not
know yet."""

ACCOUNTS = """
CREATE TABLE accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,                   -- its name, casefolded
    name TEXT NOT NULL,
    url TEXT NOT NULL,                          -- where the API stands
    user TEXT NOT NULL,
    labels INTEGER,                             -- whether the server keeps tags of stories; NULL where that was not tried
    unfiled TEXT NOT NULL DEFAULT '',           -- the folder in which it puts feeds that were given none
    since INTEGER NOT NULL DEFAULT -1,          -- sections of a greater id go there when they are followed; -1 none
    whole INTEGER NOT NULL DEFAULT 0,           -- all its stories were taken in once
    notice TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0,        -- in a row
    checked INTEGER,
    succeeded INTEGER,
    next_check INTEGER NOT NULL DEFAULT 0,
    lease_holder TEXT NOT NULL DEFAULT '',
    lease_until INTEGER NOT NULL DEFAULT 0,
    UNIQUE (url, user)
);

-- A section that is followed there too, and what of it both sides had when they last agreed.
CREATE TABLE remote_feeds (
    account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    section_id INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE,
    remote_id TEXT NOT NULL,                    -- the server's ("feed/3"), '' while it is not followed there (any more)
    url TEXT NOT NULL DEFAULT '',               -- as the server has it
    title TEXT NOT NULL DEFAULT '',             -- likewise
    folder TEXT NOT NULL DEFAULT '',            -- likewise
    name TEXT NOT NULL DEFAULT '',              -- as it is called here
    path TEXT NOT NULL DEFAULT '',              -- the first folder that it stands in here
    refused INTEGER NOT NULL DEFAULT 0,         -- times that the server did not take it
    PRIMARY KEY (account_id, section_id)
) WITHOUT ROWID;
CREATE INDEX remote_feeds_of_section ON remote_feeds (section_id);

CREATE TABLE remote_items (
    account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    id INTEGER NOT NULL,                        -- the server's, 64 bits
    section_id INTEGER NOT NULL DEFAULT 0,
    story_id INTEGER REFERENCES stories ON DELETE SET NULL,  -- NULL where it was tidied away, or is in no section
    stamp INTEGER NOT NULL DEFAULT 0,           -- microseconds by which the server orders its items
    said INTEGER NOT NULL,                      -- a digest of its address: an id may come to name another story
    flags INTEGER NOT NULL,                     -- 1 read, 2 starred: as both sides had it when they last agreed
    PRIMARY KEY (account_id, id)
) WITHOUT ROWID;
CREATE INDEX remote_items_of_story ON remote_items (story_id);
CREATE TABLE remote_labels (
    account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    id INTEGER NOT NULL,                        -- of the item
    label TEXT NOT NULL,
    PRIMARY KEY (account_id, label, id)
) WITHOUT ROWID;

-- Marks that a person made since the server was last told: what it says meanwhile is older.
CREATE TABLE unsent (
    account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    mark_id INTEGER NOT NULL,
    flags INTEGER NOT NULL,                     -- which of them
    at INTEGER NOT NULL,
    PRIMARY KEY (account_id, mark_id)
) WITHOUT ROWID;
"""
