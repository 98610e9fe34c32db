"""Who publishes what: the publisher, or its parent, that the pages of a site name. On the front page what one publishes
counts once."""

import json
import sqlite3

from tui import address
from tui.model import Article
from tui.storage.sql import get_setting, put_setting
from tui.text import folded

_SETTING = "publishers"
MOST = 2_000
"""Sites whose publisher is remembered; of more the first go."""


def note(db: sqlite3.Connection, domain: str, article: Article) -> None:
    """Remembers whose outlet a site is, from an article that was read on its own pages."""
    site = address.registrable(domain) if domain else ""
    if not (site and article.publisher) or address.registrable(article.url) != site:
        return
    known = of_sites(db)
    name = folded(article.publisher)
    if known.get(site) != name:
        known.pop(site, None)
        kept = dict([*known.items(), (site, name)][-MOST:])
        put_setting(db, _SETTING, json.dumps(kept, ensure_ascii=False))


def of_sites(db: sqlite3.Connection) -> dict[str, str]:
    """The publisher of each site that is known, by registrable domain: its name, folded for comparing."""
    return dict(json.loads(get_setting(db, _SETTING) or "{}"))
