"""The first three versions: sites, sections, stories and the full text; searches that are kept; names of stories."""

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
