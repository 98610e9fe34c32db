"""Texts of stories: articles as they were read, the feed's own HTML, and the pages they were read from."""

import sqlite3
from array import array
from datetime import datetime

from tui import address
from tui.errors import AskError
from tui.model import Article, Story
from tui.storage import earlier, index, lists, matches, names, publishers
from tui.storage.file import File
from tui.storage.packing import pack, unpack, unpack_content
from tui.storage.sql import column, moment_of, one, seconds_of, update
from tui.values import replace


def article(file: File, story_id: int) -> Article | None:
    """The kept article, or None."""
    with file.reading() as db:
        kept = one(db, "SELECT article FROM articles WHERE story_id = ?", story_id)
        return unpack(kept, story_id) if kept else None


def content(file: File, story_id: int) -> str:
    """The feed's own HTML of the story, or ""."""
    with file.reading() as db:
        return content_of(db, story_id)


def page(file: File, story_id: int) -> bytes:
    """The page's HTML as `Downloaded.page` (UTF-8, zlib), or empty."""
    with file.reading() as db:
        return bytes(one(db, "SELECT html FROM pages WHERE story_id = ?", story_id) or b"")


def pages(file: File) -> "array[int]":
    """The ids of the stories whose page is kept, newest first: what can be read again without a network."""
    with file.reading() as db:
        return array("q", column(db, "SELECT story_id FROM pages ORDER BY kept DESC, story_id DESC"))


def keep_article(file: File, story: int | str, article: Article, page: bytes = b"", *, fetched: bool = True) -> Story:
    """Keeps an article, by the id of its story or by its address; where the library has no such story, it is added.

    The story leaves the download queue, is found by the words of the article, is known under the article's address too,
    and takes the page's date where it had none. What it said before is kept too, unless the same page was only read
    anew (not `fetched`). AskError where there is no story of that id.
    """
    from tui.storage import arrivals, merging  # late, as below: texts are mostly read

    now = file.clock()
    with file.writing() as db:
        story_id = _story_of(db, story, article, now)
        known = db.execute(
            "SELECT stories.url, sites.kind, sites.id, sites.name, sites.domain, stories.title, published, authors"
            " FROM stories JOIN sites ON sites.id = site_id WHERE stories.id = ?",
            (story_id,),
        ).fetchone()
        if known is None:
            raise AskError("There is no such story in the library.")
        url, kind, site_id, site_name, domain, title, published, authors = known
        outlet = site_name if kind != "visited" and _is_of(article, domain) else ""
        article = _completed(article, moment_of(published), tuple(authors.splitlines()), outlet)
        index.remove(db, story_id)
        if kind == "visited":
            said = {"title": article.headline or title, "summary": article.standfirst, "kicker": article.kicker}
            update(db, "stories", story_id, **said)
            if article.site_name and site_name in ("", domain):
                update(db, "sites", site_id, name=article.site_name)
        elif not title:
            update(db, "stories", story_id, title=article.headline)
        if fetched:
            earlier.replace(db, story_id, article, now)
        put_article(db, story_id, article, now)
        publishers.note(db, domain, article)
        if address.same_site(url, article.url):
            names.give(db, story_id, [address.key(article.url)])
        elif address.redirects(url) and not address.redirects(article.url):
            merging.arrived(db, story_id, article.url, seconds_of(now))
        arrivals.date(db, story_id, article.published)
        names.retell(db, [story_id])
        index.put(db, [story_id])
        matches.arrive(db, column(db, "SELECT rank FROM stories WHERE id = ?", story_id), seconds_of(now))
        if page:
            _put_page(db, story_id, page, now, most=file.page_bytes)
        return lists.lines(db, [story_id])[0]


def _is_of(article: Article, domain: str) -> bool:
    """Whether a page that names no outlet but its host is one of a site's own."""
    host = address.host(article.url).removeprefix("www.")
    return article.site_name in ("", host) and f".{host}".endswith(f".{domain}")


def _completed(article: Article, published: datetime | None, authors: tuple[str, ...], outlet: str) -> Article:
    """An article with what its page says not, and its section did: who wrote it, when, for whom."""
    return replace(
        article,
        byline=article.byline or authors,
        published=article.published or published,
        site_name=outlet or article.site_name,
    )


def _story_of(db: sqlite3.Connection, story: int | str, article: Article, now: datetime) -> int:
    """The story that an article is of, by its id or its address; at an unknown address it is a new one."""
    if isinstance(story, int):
        return story
    from tui.storage import arrivals

    # A page may say under which address it belongs; of another site's stories it may say nothing.
    canonical = names.find(db, article.url) if address.same_site(story, article.url) else 0
    return names.find(db, story) or canonical or arrivals.visit(db, story, article.headline, now)


def content_of(db: sqlite3.Connection, story_id: int) -> str:
    """The feed's own HTML of the story, or ""."""
    return unpack_content(one(db, "SELECT html FROM contents WHERE story_id = ?", story_id))


def put_article(db: sqlite3.Connection, story_id: int, article: Article, now: datetime) -> None:
    """Keeps an article of a story that is not indexed meanwhile."""
    db.execute(
        "INSERT INTO articles VALUES (?, ?, ?)"
        " ON CONFLICT (story_id) DO UPDATE SET article = excluded.article, kept = excluded.kept",
        (story_id, pack(article), seconds_of(now)),
    )
    db.execute("DELETE FROM queue WHERE story_id = ?", (story_id,))
    update(db, "stories", story_id, kept=1, queued=0)


def _put_page(db: sqlite3.Connection, story_id: int, page: bytes, now: datetime, *, most: int) -> None:
    """Keeps a page's HTML, and drops the oldest where all of them exceed `most` bytes."""
    db.execute("DELETE FROM pages WHERE story_id = ?", (story_id,))
    db.execute("INSERT INTO pages VALUES (?, ?, ?, ?)", (story_id, page, len(page), seconds_of(now)))
    over = one(db, "SELECT page_bytes FROM totals") - most
    while over > 0:
        oldest, size = db.execute("SELECT story_id, bytes FROM pages ORDER BY kept, story_id LIMIT 1").fetchone()
        db.execute("DELETE FROM pages WHERE story_id = ?", (oldest,))
        over -= size
