"""The eighth version: what a story said before it was changed."""

CHANGES = """
CREATE TABLE earlier (                          -- the text that a person read last, of a story that says something else now
    story_id INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
    article BLOB NOT NULL,
    replaced INTEGER NOT NULL,                  -- when the newer one came
    seen INTEGER NOT NULL DEFAULT 0             -- the newer one was opened since
);
CREATE INDEX earlier_by_time ON earlier (replaced);
CREATE INDEX earlier_unseen ON earlier (story_id) WHERE seen = 0;
CREATE TABLE stale (                            -- stories kept whole of which their section says something new since
    story_id INTEGER PRIMARY KEY REFERENCES stories ON DELETE CASCADE
);
"""
