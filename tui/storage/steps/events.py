"""The sixth version: which stories tell one event."""

EVENTS = """
CREATE TABLE tellings (                         -- stories that tell what another tells too; of which event, and more
    id INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    event_id INTEGER NOT NULL,                  -- one of its stories was that; below 0 where it went on without it
    thread_id INTEGER NOT NULL,                 -- the story so far that it belongs to, named likewise
    at INTEGER NOT NULL,                        -- of the story
    copy_of INTEGER NOT NULL DEFAULT 0,         -- another story with the same text, 0 for none
    why TEXT NOT NULL DEFAULT ''                -- the words that joined it
);
CREATE INDEX tellings_of_event ON tellings (event_id, at);
CREATE INDEX tellings_of_thread ON tellings (thread_id, at);
CREATE INDEX tellings_by_time ON tellings (at);
CREATE TABLE prints (                           -- what the texts of the last days are told apart by
    story_id INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    print BLOB NOT NULL
);
CREATE TABLE rulings (                          -- a person's word on two stories, by their identities, in order
    id INTEGER PRIMARY KEY,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    same INTEGER NOT NULL,
    UNIQUE (one, other)
);
"""
