"""The ninth version: the audio and video of stories that a person wants to hear or see; the tenth: where they left
it."""

EPISODES = """
CREATE TABLE episodes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,                   -- of the file, as the feed gives it
    story_id INTEGER REFERENCES stories ON DELETE SET NULL,
    title TEXT NOT NULL DEFAULT '',             -- the story's, which may go before this
    kind TEXT NOT NULL DEFAULT '',              -- its media type, or ''
    length INTEGER NOT NULL DEFAULT 0,          -- bytes, as the feed says and then as they came; 0 unknown
    duration INTEGER NOT NULL DEFAULT 0,        -- seconds, 0 unknown
    queued INTEGER,                             -- when a person asked for it; NULL where it is not to be fetched
    fetched INTEGER,                            -- when it came
    file TEXT NOT NULL DEFAULT '',              -- its name in the folder of episodes, '' where it is not there
    played INTEGER,                             -- when it was played last
    error TEXT NOT NULL DEFAULT ''              -- why it did not come
);
CREATE INDEX episodes_of_story ON episodes (story_id);
"""

POSITION = "ALTER TABLE episodes ADD COLUMN position INTEGER NOT NULL DEFAULT 0;"
"""Seconds, 0 at the beginning."""
