"""The eleventh version: how many stories stand in several sections, so that a folder or a site counts them once."""

# ruff: noqa: S608 - SQL is put together here from words of its own

_SECTIONS = "SELECT section_id FROM standing WHERE story_id = {} ORDER BY section_id"
_WITH = "SELECT section_id FROM standing WHERE story_id = {0}.story_id UNION SELECT {0}.section_id ORDER BY 1"
_WITHOUT = (
    "SELECT section_id FROM standing WHERE story_id = {0}.story_id AND section_id <> {0}.section_id ORDER BY section_id"
)


def _moved(row: str, before: str, after: str) -> str:
    """A story counts among those of one set of sections no more, and among those of another."""
    stories, unread = f"1 - {row}.hidden", f"{row}.unread"
    return f"""
    UPDATE shared SET stories = stories - ({stories}), unread = unread - {unread}
        WHERE sections = (SELECT group_concat(section_id, ' ') FROM ({before.format(row)}));
    INSERT INTO shared (sections, stories, unread)
        SELECT sections, {stories}, {unread} FROM (
            SELECT group_concat(section_id, ' ') AS sections, count(*) AS number FROM ({after.format(row)}))
        WHERE number > 1
        ON CONFLICT (sections) DO UPDATE SET stories = stories + excluded.stories, unread = unread + excluded.unread;"""


COUNTED = (
    "SELECT sections, sum(1 - hidden) AS stories, sum(unread) AS unread FROM ("
    "SELECT group_concat(section_id, ' ') AS sections, max(hidden) AS hidden, max(unread) AS unread FROM ("
    "SELECT story_id, section_id, hidden, unread FROM standing ORDER BY story_id, section_id)"
    " GROUP BY story_id HAVING count(*) > 1) GROUP BY sections"
)
"""What the table holds, counted."""

SHARED = f"""
CREATE TABLE shared (                           -- stories that stand in several sections, by which these are
    sections TEXT PRIMARY KEY,                  -- their ids in order, blanks between
    stories INTEGER NOT NULL,                   -- kept by triggers, like unread
    unread INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO shared {COUNTED};
CREATE TRIGGER shared_in AFTER INSERT ON standing BEGIN{_moved("NEW", _WITHOUT, _WITH)}
END;
CREATE TRIGGER shared_out AFTER DELETE ON standing BEGIN{_moved("OLD", _WITH, _WITHOUT)}
END;
CREATE TRIGGER shared_read AFTER UPDATE OF read, hidden ON stories WHEN OLD.read <> NEW.read OR OLD.hidden <> NEW.hidden BEGIN
    UPDATE shared SET stories = stories + (OLD.hidden & 1) - (NEW.hidden & 1),
        unread = unread + (NEW.read = 0) * (NOT NEW.hidden & 1) - (OLD.read = 0) * (NOT OLD.hidden & 1)
        WHERE sections = (SELECT group_concat(section_id, ' ') FROM ({_SECTIONS.format("NEW.id")}));
END;
"""
