"""The library on disk: a verb per question or change, plain and synchronous.

One `Store` is one SQLite connection, used by one thread at a time; several may stand on one file, in several processes.
What the verbs mean for lists: a story's place in time is its *rank*, a number that grows with the earlier of when it was
published and when it was first seen (its date where it has none: first seen), unique in the library. Every list is
newest first by rank, and the full text is indexed by rank, so that a search is in the same order without sorting.

A story is known by its names: the guid that a site gave it, then its addresses (`address.key`), whatever site offers
them. Its home is the site whose words about it are believed: the one under its own domain, else the first that offered it.
"""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import json
import sqlite3
import zlib
from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self

from tui import address, blocks, text
from tui.errors import AskError, StoreError
from tui.model import (
    Article,
    Counts,
    DownloadTrip,
    Entry,
    Followed,
    Gathered,
    Kind,
    Offer,
    RefreshTrip,
    Related,
    Relation,
    Search,
    Section,
    Site,
    SiteOffer,
    Sizes,
    Story,
    StoryFilter,
    Tidying,
    Validators,
)
from tui.storage import lists, query, schema
from tui.storage.lists import DAY, MANY, SLOTS, at, column, moment_of, named, one, seconds_of
from tui.values import filled, replace

PAGE_BYTES = 500_000_000
"""How much of pages' HTML is kept: the newest."""


TRIES = 3
"""Failures in a row until an address of which nobody knows what stands there is asked for a feed alone."""


class _Standing(NamedTuple):
    """A section, as far as keeping its stories needs it."""

    id: int
    site_id: int
    domain: str
    guide: bool = False


class Store:
    """A library file, open. Raises StoreError, one sentence, where the file cannot be used.

    `readonly` opens a library that is there already, and refuses to change it. `page_bytes` bounds the pages' HTML;
    `clock` tells what `since:7d` in a search means.
    """

    def __init__(
        self,
        path: Path,
        *,
        readonly: bool = False,
        page_bytes: int = PAGE_BYTES,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._path = path
        self._clock = clock
        self._page_bytes = page_bytes
        self._last_rank = (0, 0)
        with self._sentences():
            self._db = self._open(readonly)
            try:
                schema.prepare(self._db, readonly=readonly)
                if not readonly:
                    self._renew_index()
            except BaseException:
                self._db.close()
                raise

    def _open(self, readonly: bool) -> sqlite3.Connection:
        if readonly and not self._path.exists():
            raise StoreError(f"There is no library at {self._path} yet.")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"The folder {self._path.parent} cannot be made: {error.strerror}.") from error
        # Of the many forms that the queries take few are kept compiled: each costs some 20 KB, and no query is slower for it.
        db = sqlite3.connect(
            self._path, timeout=10.0, isolation_level=None, check_same_thread=False, cached_statements=32
        )
        try:
            for name, function, given in (("indexed", query.indexed, 1), ("indexed_body", query.indexed_body, 2)):
                db.create_function(name, given, function, deterministic=True)
            if not readonly:
                db.execute("PRAGMA page_size = 8192")  # two texts of a story fit where one did: a third less on disk
                db.execute("PRAGMA auto_vacuum = INCREMENTAL")
                if db.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                    db.execute("PRAGMA journal_mode = WAL")
                db.execute(
                    "PRAGMA wal_autocheckpoint = 4000"
                )  # pages: a large refresh writes many of them again and again
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA trusted_schema = ON")  # the index reads its text through our own functions
            db.execute("PRAGMA secure_delete = FAST")
            db.execute("PRAGMA temp_store = MEMORY")
            db.execute("PRAGMA cache_size = -2000")  # the system keeps more, for every connection at once
            db.execute("PRAGMA journal_size_limit = 67108864")
            if readonly:
                db.execute("PRAGMA query_only = ON")
        except BaseException:
            db.close()
            raise
        return db

    def close(self) -> None:
        """Closes the file; the store is of no use afterwards."""
        with self._sentences():
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def data_version(self) -> int:
        """A number that changes when another connection, of this process or another, has changed the library (3 µs)."""
        with self._sentences():
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    # Sites and sections

    def sites(self) -> tuple[Site, ...]:
        """The followed sites in the order they were followed, with their sections; the Guide is not among them."""
        with self._reading() as db:
            return _sites(db, "sites.kind <> 'guide'")

    def follows(self) -> bool:
        """Whether anything is followed (the Guide is not)."""
        sql = "SELECT EXISTS (SELECT 1 FROM sites JOIN sections ON site_id = sites.id WHERE sites.kind <> 'guide')"
        with self._reading() as db:
            return bool(db.execute(sql).fetchone()[0])

    def guide(self) -> Site:
        """The Guide with its sections; a site without sections (id 0) before it has been taken in."""
        with self._reading() as db:
            return next(iter(_sites(db, "sites.kind = 'guide'")), Site(0, "The Guide", "guide:/"))

    def counts(self) -> Counts:
        """The kept counts of the standing rows."""
        with self._reading() as db:
            return Counts(*db.execute("SELECT stories, unread, starred, guide_unread, guide FROM totals").fetchone())

    def section(self, section_id: int) -> Section | None:
        """A section, or None."""
        with self._reading() as db:
            found = _sites(db, "sections.id = ?", section_id)
            return found[0].sections[0] if found else None

    def follow(
        self,
        offer: SiteOffer,
        chosen: Sequence[int] | None = None,
        *,
        now: datetime,
        folder: str = "",
        tags: Mapping[str, Sequence[str]] = {},
        trusted: bool = False,
        unknown: bool = False,
    ) -> Followed:
        """Follows sections of an offer (all but comment feeds where nothing is chosen) and keeps the stories they came with.

        A section whose address is followed already is left as it is. `tags` are given by address. `trusted`: a person typed or
        imported these addresses; so they did what stands on the host of the address that was `asked`. `unknown`: nobody
        said that feeds stand there.
        """
        taken = (
            [section for section in offer.sections if not section.comments]
            if chosen is None
            else [offer.sections[index] for index in chosen]
        )
        if not taken:
            return Followed(Site(0, offer.name, offer.url))
        with self._writing() as db:
            known = {key: _section_by_key(db, key) for key in (address.key(section.url) for section in taken)}
            new = [section for section in taken if not known[address.key(section.url)]]
            site_id = (
                _site(db, address.key(offer.url), "followed", offer.name, offer.url, offer.language)
                if new
                else next(filter(None, known.values())).site_id
            )
            if new and not one(db, "SELECT 1 FROM sections WHERE site_id = ?", site_id):
                _set(db, "sites", site_id, name=offer.name or address.host(offer.url), url=offer.url)
            added, stories = [], 0
            for section in new:
                if _section_by_key(db, address.key(section.url)):
                    continue  # offered twice
                section_id = _insert(
                    db,
                    "sections",
                    site_id=site_id,
                    key=address.key(section.url),
                    name=section.name or offer.name,
                    url=section.url,
                    kind=str(section.kind),
                    page=section.page,
                    folder=folder,
                    tags="\n".join(tags.get(section.url, ())),
                    trusted=trusted or _on_host_of(section.url, offer.asked),
                    unknown=unknown,
                    position=one(db, "SELECT coalesce(max(position), -1) + 1 FROM sections WHERE site_id = ?", site_id),
                )
                added.append(section_id)
                stories += self._take(db, _standing(db, section_id), section.entries, now)
            site = next(iter(_sites(db, "sites.id = ?", site_id)), Site(site_id, offer.name, offer.url))
            return Followed(site, tuple(section for section in site.sections if section.id in added), stories)

    def unfollow(self, section_ids: Sequence[int]) -> int:
        """Lets sections go, and the stories that stand nowhere else and that nobody touched; the number of sections."""
        with self._writing() as db:
            gone = [
                section_id
                for section_id in dict.fromkeys(section_ids)
                if one(db, "SELECT 1 FROM sections WHERE id = ? AND kind <> 'guide'", section_id)
            ]
            left: set[int] = set()
            for section_id in gone:
                left.update(column(db, "SELECT story_id FROM standing WHERE section_id = ?", section_id))
                db.execute("DELETE FROM standing WHERE section_id = ?", (section_id,))
                db.execute("DELETE FROM sections WHERE id = ?", (section_id,))
            untouched = f"SELECT id FROM stories WHERE id = ? AND NOT EXISTS (SELECT 1 FROM standing WHERE story_id = stories.id) AND {_UNTOUCHED}"
            self._forget(db, [story_id for story_id in left if one(db, untouched, story_id)])
            return len(gone)

    # Kept searches

    def searches(self) -> tuple[Search, ...]:
        """The searches that are kept, in the order they came."""
        with self._reading() as db:
            return tuple(Search(*row) for row in db.execute("SELECT id, name, words FROM searches ORDER BY id"))

    def keep_search(self, name: str, words: str) -> Search:
        """Keeps a search, in place of the one that has its name already."""
        with self._writing() as db:
            row = db.execute(
                "INSERT INTO searches (key, name, words) VALUES (?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET name = excluded.name, words = excluded.words RETURNING id",
                (name.casefold(), name, words),
            ).fetchone()
            return Search(row[0], name, words)

    def drop_search(self, search_id: int) -> None:
        """Lets a search go; nothing becomes of the stories it found."""
        with self._writing() as db:
            db.execute("DELETE FROM searches WHERE id = ?", (search_id,))

    # Lists and stories

    def order(self, filter: StoryFilter, limit: int = 0) -> "array[int]":
        """The ids of a whole list ("q"), in its order; at most `limit` where that is not 0."""
        with self._reading() as db:
            return lists.order(db, filter, self._clock(), limit)

    def stories(self, filter: StoryFilter, limit: int = 100, offset: int = 0) -> tuple[Story, ...]:
        """A window of a list, each story once; all of it from `offset` on where `limit` is 0. A search has snippets."""
        with self._reading() as db:
            return lists.lines(db, lists.order(db, filter, self._clock(), limit, offset), filter.words)

    def lines(self, ids: Sequence[int], words: str = "") -> tuple[Story, ...]:
        """The stories with these ids, in that order, those that are gone left out; with snippets where `words` are a search."""
        with self._reading() as db:
            return lists.lines(db, ids, words)

    def story(self, id_or_url: int | str) -> Story | None:
        """A story by its id or by any address it is known under."""
        with self._reading() as db:
            story_id = id_or_url if isinstance(id_or_url, int) else named(db, address.key(id_or_url))
            return next(iter(lists.lines(db, [story_id])), None)

    def ids_of(self, urls: Sequence[str]) -> tuple[int, ...]:
        """The id of the story at each address, 0 where the library has none."""
        with self._reading() as db:
            return tuple(named(db, address.key(url)) for url in urls)

    def similar(self, story_id: int, limit: int = 5) -> tuple[Story, ...]:
        """Stories that share the rare words of this one's headline and standfirst, the best first, newer ones favoured."""
        with self._reading() as db:
            return lists.lines(db, lists.similar(db, story_id, limit))

    # Texts

    def article(self, story_id: int) -> Article | None:
        """The kept article, or None."""
        with self._reading() as db:
            kept = one(db, "SELECT article FROM articles WHERE story_id = ?", story_id)
            return _unpack_article(kept, story_id) if kept else None

    def content(self, story_id: int) -> str:
        """The feed's own HTML of the story, or ""."""
        with self._reading() as db:
            return _content(db, story_id)

    def page(self, story_id: int) -> bytes:
        """The page's HTML as `Downloaded.page` (UTF-8, zlib), or empty."""
        with self._reading() as db:
            return bytes(one(db, "SELECT html FROM pages WHERE story_id = ?", story_id) or b"")

    def pages(self) -> "array[int]":
        """The ids of the stories whose page is kept, newest first: what can be read again without a network."""
        with self._reading() as db:
            return array("q", column(db, "SELECT story_id FROM pages ORDER BY kept DESC, story_id DESC"))

    def keep_article(self, story: int | str, article: Article, page: bytes = b"", *, now: datetime) -> Story:
        """Keeps an article, by the id of its story or by its address; where the library has no such story, it is added.

        The story leaves the download queue, is found by the words of the article, is known under the article's address too,
        and takes the page's date where it had none.
        """
        with self._writing() as db:
            own = story if isinstance(story, int) else named(db, address.key(story))
            # A page may say under which address it belongs; of another site's stories it may say nothing.
            canonical = not own and isinstance(story, str) and address.same_site(story, article.url)
            story_id = own or (named(db, address.key(article.url)) if canonical else 0)
            if not story_id:
                if isinstance(story, int):
                    raise AskError("There is no such story in the library.")
                story_id = self._visit(db, story, article.headline, now)
            known = db.execute(
                "SELECT stories.url, sites.kind, sites.id, sites.name, sites.domain, stories.title FROM stories"
                " JOIN sites ON sites.id = site_id WHERE stories.id = ?",
                (story_id,),
            ).fetchone()
            if known is None:
                raise AskError("There is no such story in the library.")
            url, kind, site_id, site_name, domain, title = known
            _unindex(db, story_id)
            if kind == "visited":
                _set(
                    db,
                    "stories",
                    story_id,
                    title=article.headline or title,
                    summary=article.standfirst,
                    kicker=article.kicker,
                )
                if article.site_name and site_name in ("", domain):
                    _set(db, "sites", site_id, name=article.site_name)
            elif not title:
                _set(db, "stories", story_id, title=article.headline)
            self._put_article(db, story_id, article, now)
            if address.same_site(url, article.url):
                _name(db, address.key(article.url), story_id)
            self._date(db, story_id, article.published)
            _index(db, [story_id])
            if page:
                self._put_page(db, story_id, page, now)
            return lists.lines(db, [story_id])[0]

    # Marks

    def mark(self, ids: Iterable[int], *, read: bool | None = None, starred: bool | None = None, now: datetime) -> int:
        """Marks stories; the number that changed. A person did this: such stories are never tidied away."""
        moment = seconds_of(now)
        with self._writing() as db:
            actions: dict[str, int] = {}
            changed = 0
            for story_id in ids:
                row = db.execute("SELECT identity, read, starred FROM stories WHERE id = ?", (story_id,)).fetchone()
                if row is None:
                    continue
                verbs = []
                if read is not None and bool(row[1]) is not read:
                    verbs.append("read" if read else "unread")
                if starred is not None and bool(row[2]) is not starred:
                    verbs.append("star" if starred else "unstar")
                now_read = row[1] if read is None else int(read)
                now_starred = row[2] if starred is None else int(starred)
                db.execute(
                    "INSERT INTO marks (identity, read, starred, touched, changed) VALUES (?, ?, ?, 1, ?)"
                    " ON CONFLICT (identity) DO UPDATE SET"
                    " read = excluded.read, starred = excluded.starred, touched = 1, changed = excluded.changed"
                    " WHERE read <> excluded.read OR starred <> excluded.starred OR touched = 0",
                    (row[0], now_read, now_starred, moment),
                )
                if not verbs:
                    continue
                changed += 1
                _set(db, "stories", story_id, read=now_read, starred=now_starred)
                mark_id = one(db, "SELECT id FROM marks WHERE identity = ?", row[0])
                for verb in verbs:
                    if verb not in actions:
                        actions[verb] = _insert(db, "actions", at=moment, verb=verb)
                    db.execute("INSERT OR IGNORE INTO acted VALUES (?, ?)", (actions[verb], mark_id))
            return changed

    def mark_all_read(self, filter: StoryFilter, *, now: datetime) -> int:
        """Marks a whole list read in one transaction; the number that changed."""
        moment = seconds_of(now)
        with self._writing() as db:
            ids = lists.order(db, replace(filter, unread=True, order="date"), self._clock())
            if not ids:
                return 0
            action = _insert(db, "actions", at=moment, verb="read")
            for story_id in ids:
                (identity,) = db.execute("SELECT identity FROM stories WHERE id = ?", (story_id,)).fetchone()
                mark_id = db.execute(
                    "INSERT INTO marks (identity, read, changed) VALUES (?, 1, ?)"
                    " ON CONFLICT (identity) DO UPDATE SET read = 1, changed = excluded.changed RETURNING id",
                    (identity, moment),
                ).fetchone()[0]
                db.execute("INSERT INTO acted VALUES (?, ?)", (action, mark_id))
                db.execute("UPDATE stories SET read = 1 WHERE id = ?", (story_id,))
            return len(ids)

    def place(self, story_id: int) -> tuple[int, int]:
        """Where reading stopped: (block, offset), (0, 0) at first."""
        with self._reading() as db:
            row = db.execute("SELECT block, offset FROM places WHERE story_id = ?", (story_id,)).fetchone()
            return (row[0], row[1]) if row else (0, 0)

    def keep_place(self, story_id: int, block: int, offset: int, *, now: datetime) -> None:
        """Keeps where reading stopped."""
        with self._writing() as db:
            db.execute(
                "INSERT INTO places (story_id, block, offset, at) SELECT id, ?, ?, ? FROM stories WHERE id = ?"
                " ON CONFLICT (story_id) DO UPDATE SET block = excluded.block, offset = excluded.offset, at = excluded.at",
                (block, offset, seconds_of(now), story_id),
            )

    # Gathering

    def trips(
        self, section_ids: Sequence[int] | None = None, *, now: datetime, due: bool = False
    ) -> tuple[RefreshTrip, ...]:
        """What to ask the given sections (None: all) with: those gone left out, with `due` those whose next check is to come too.

        Sections on held hosts are among them: see `held`. `manners` are for the library to fill in.
        """
        wanted = None if section_ids is None else set(section_ids)
        with self._reading() as db:
            rows = db.execute(
                "SELECT id, url, kind, etag, modified, digest, validated, moving_to, moving_since, trusted,"
                f" unknown = 1 AND failures < {TRIES} FROM sections"
                " WHERE gone = 0 AND kind <> 'guide' AND next_check <= ? ORDER BY next_check, id",
                (seconds_of(now) if due else 1 << 62,),
            ).fetchall()
        return tuple(
            RefreshTrip(
                section_id,
                url,
                Kind(kind),
                Validators(etag, modified, digest, moment_of(validated)),
                moving_to=moving_to,
                moving_since=moment_of(moving_since),
                trusted=bool(trusted),
                unknown=bool(unknown),
            )
            for section_id, url, kind, etag, modified, digest, validated, moving_to, moving_since, trusted, unknown in rows
            if wanted is None or section_id in wanted
        )

    def keep(self, gathered: Gathered, now: datetime, *, interval_minutes: int = 60, jitter: float = 0.0) -> int:
        """Keeps what a refresh brought, in one transaction; the number of new stories. `jitter` is 0 to 1.

        The next check: after a success the interval, or longer (24 h at most) where the server or feed asks for it; after
        the n-th failure in a row n + 1 intervals and up to a tenth more by `jitter`, 24 h at most; after Retry-After when
        it is over, and the host is held until then; after 410 never. Without a network nothing changes.
        """
        moment = seconds_of(now)
        with self._writing() as db:
            row = db.execute(
                "SELECT url, name, failures, unknown, trusted FROM sections WHERE id = ?", (gathered.section_id,)
            ).fetchone()
            if row is None:
                return 0  # unfollowed meanwhile
            url, name, failures, unknown, trusted = row
            given: dict[str, Any] = {"lease_holder": "", "lease_until": 0}
            new = 0
            if failure := gathered.failure:
                if not failure.offline:
                    wait = min(interval_minutes * 60.0 * (failures + 2) * (1 + jitter / 10), DAY)
                    if failure.retry_after is not None:
                        wait = min(failure.retry_after, DAY)
                        self._hold(db, address.host(url), moment + round(wait))
                    given |= {
                        "checked": moment,
                        "error": failure.sentence,
                        "failures": failures + 1,
                        "gone": int(failure.status == 410),
                        "next_check": moment + round(wait),
                    }
            else:
                given |= {
                    "checked": moment,
                    "succeeded": moment,
                    "error": "",
                    "failures": 0,
                    "gone": 0,
                    "next_check": moment + round(max(interval_minutes * 60.0, min(gathered.fresh_for, DAY))),
                    "moving_to": gathered.moving_to,
                    "moving_since": seconds_of(gathered.moving_since),
                }
                if unknown:
                    found = gathered.instead or Offer(gathered.title, url)
                    if not self._find(db, gathered.section_id, found, trusted):
                        return 0  # what stands there is followed already
                    given["unknown"] = 0
                elif gathered.title and not name:
                    given["name"] = gathered.title
                if not (gathered.unchanged and gathered.validators == Validators()):
                    validators = gathered.validators
                    given |= {
                        "etag": validators.etag,
                        "modified": validators.modified,
                        "digest": validators.digest,
                        "validated": seconds_of(validators.since),
                    }
                if gathered.moved_to:
                    key = address.key(gathered.moved_to)
                    owner = _section_by_key(db, key)
                    if owner is None or owner.id == gathered.section_id:
                        given |= {"url": gathered.moved_to, "key": key, "moving_to": "", "moving_since": None}
                        given["trusted"] = trusted and _on_host_of(gathered.moved_to, url)
                if not gathered.unchanged:
                    new = self._take(db, _standing(db, gathered.section_id), gathered.entries, now)
            _set(db, "sections", gathered.section_id, **given)
            return new

    def take_lease(self, section_ids: Sequence[int], holder: str, seconds: float, *, now: datetime) -> tuple[int, ...]:
        """The sections that this holder may now ask: those that no other holds. Until kept, released, or time is up."""
        moment = seconds_of(now)
        with self._writing() as db:
            return tuple(
                section_id
                for section_id in section_ids
                if db.execute(
                    "UPDATE sections SET lease_holder = ?, lease_until = ?"
                    " WHERE id = ? AND (lease_until <= ? OR lease_holder = ?)",
                    (holder, moment + round(seconds), section_id, moment, holder),
                ).rowcount
            )

    def release_lease(self, holder: str) -> None:
        """Gives back all that a holder still holds."""
        with self._writing() as db:
            db.execute("UPDATE sections SET lease_holder = '', lease_until = 0 WHERE lease_holder = ?", (holder,))

    def lease_holders(self) -> tuple[str, ...]:
        """Those who hold sections, or held them and did not give them back."""
        rows = self._db.execute("SELECT DISTINCT lease_holder FROM sections WHERE lease_holder != ''")
        return tuple(holder for (holder,) in rows)

    def hold(self, host: str, until: datetime) -> None:
        """Leaves a host alone until a moment (Retry-After)."""
        with self._writing() as db:
            self._hold(db, host, seconds_of(until))

    def held(self, now: datetime) -> tuple[tuple[str, datetime], ...]:
        """The hosts to leave alone, each with its moment."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT host, held_until FROM hosts WHERE held_until > ? ORDER BY host", (seconds_of(now),)
            ).fetchall()
        return tuple((host, at(until)) for host, until in rows)

    def trusts(self, url: str) -> bool:
        """Whether a person typed or imported an address on this one's host."""
        with self._reading() as db:
            return _trusts(db, url)

    # Downloading

    def download_trip(self, story_id: int) -> DownloadTrip | None:
        """What to fetch one story's page with; None where there is no such story or it has no address on the web."""
        with self._reading() as db:
            return _trip(db, story_id)

    def unread_to_download(self, filter: StoryFilter, limit: int = 0) -> tuple[DownloadTrip, ...]:
        """The unread stories of a list whose article is not kept, newest first; without their `content`, for they may be thousands."""
        with self._reading() as db:
            missing = (
                trip
                for story_id in lists.order(db, replace(filter, unread=True), self._clock())
                if not one(db, "SELECT kept FROM stories WHERE id = ?", story_id)
                and (trip := _trip(db, story_id, whole=False)) is not None
            )
            return tuple(islice(missing, limit or None))

    def queue(self, url: str, *, from_url: str = "", title: str = "", now: datetime) -> Story:
        """Puts a story in the download queue, and in the library where it is not there."""
        with self._writing() as db:
            story_id = named(db, address.key(url)) or self._visit(db, url, title, now)
            if not one(db, "SELECT kept FROM stories WHERE id = ?", story_id):
                db.execute(
                    "INSERT OR IGNORE INTO queue (story_id, from_url, at) VALUES (?, ?, ?)",
                    (story_id, from_url, seconds_of(now)),
                )
                _set(db, "stories", story_id, queued=1)
            return lists.lines(db, [story_id])[0]

    def queued(self) -> tuple[DownloadTrip, ...]:
        """The download queue, first come first; without `content` too."""
        with self._reading() as db:
            trips = (
                _trip(db, story_id, whole=False) for story_id in column(db, "SELECT story_id FROM queue ORDER BY id")
            )
            return tuple(trip for trip in trips if trip is not None)

    # The Guide

    def guide_version(self) -> str:
        """The version of the Guide that is in the library, "" for none."""
        return self.setting("guide")

    def take_guide(self, offer: SiteOffer, articles: Iterable[Article], version: str, *, now: datetime) -> int:
        """Takes an edition of the Guide in, in place of the one before; marks stay. The number of stories.

        `articles` belong to the entries of the offer's sections by their address (guide:/section/story).
        """
        texts = {address.key(article.url): article for article in articles}
        with self._writing() as db:
            site_id = _site(db, "guide", "guide", offer.name, offer.url, offer.language)
            before = set(column(db, "SELECT id FROM stories WHERE guide = 1"))
            sections = set(column(db, "SELECT id FROM sections WHERE site_id = ?", site_id))
            db.execute(
                "DELETE FROM standing WHERE section_id IN (SELECT id FROM sections WHERE site_id = ?)", (site_id,)
            )
            stories: set[int] = set()
            for position, section in enumerate(offer.sections):
                key = address.key(section.url)
                owner = _section_by_key(db, key)
                section_id = (
                    owner.id
                    if owner
                    else _insert(
                        db, "sections", site_id=site_id, key=key, name=section.name, url=section.url, kind="guide"
                    )
                )
                _set(db, "sections", section_id, name=section.name, position=position, succeeded=seconds_of(now))
                sections.discard(section_id)
                self._take(db, _standing(db, section_id), section.entries, now)
                stories.update(column(db, "SELECT story_id FROM standing WHERE section_id = ?", section_id))
            for section_id in sections:
                db.execute("DELETE FROM sections WHERE id = ?", (section_id,))
            written = []
            for story_id in stories:
                article = texts.get(one(db, "SELECT identity FROM stories WHERE id = ?", story_id))
                if article:
                    _unindex(db, story_id)
                    self._put_article(db, story_id, article, now)
                    written.append(story_id)
            _index(db, written)
            untouched = f"SELECT id FROM stories WHERE id = ? AND {_UNTOUCHED}"
            self._forget(db, [story_id for story_id in before - stories if one(db, untouched, story_id)])
            _put_setting(db, "guide", version)
            return len(stories)

    # Settings and size

    def engine(self) -> str:
        """The version of SQLite."""
        return sqlite3.sqlite_version

    def setting(self, name: str) -> str:
        """A kept setting, "" where there is none."""
        with self._reading() as db:
            return str(one(db, "SELECT value FROM settings WHERE name = ?", name) or "")

    def keep_setting(self, name: str, value: str) -> None:
        """Keeps a setting."""
        with self._writing() as db:
            _put_setting(db, name, value)

    def sizes(self) -> Sizes:
        """How large the library is."""
        with self._reading() as db:
            stories, articles, pages, page_bytes = db.execute(
                "SELECT stories, articles, pages, page_bytes FROM totals"
            ).fetchone()
            return Sizes(_file_bytes(db), stories, articles, pages, page_bytes, one(db, "SELECT count(*) FROM marks"))

    def plan(self, now: datetime, keep: timedelta = timedelta(days=365)) -> tuple[Tidying, ...]:
        """What `tidy` would remove, and why. What a person touched is never in it."""
        before = (now - keep).replace(microsecond=0)
        days = f"{keep.days} days"
        kinds: tuple[tuple[Literal["stories", "pages", "contents", "log"], str], ...] = (
            (
                "stories",
                f"first seen more than {days} ago, no longer offered by their sections, never opened, starred or queued",
            ),
            ("pages", f"the HTML of pages fetched more than {days} ago; their articles stay"),
            (
                "contents",
                f"the feeds' own text of stories first seen more than {days} ago whose article is kept; the articles stay",
            ),
            ("log", f"what was marked more than {days} ago; the marks stay"),
        )
        with self._reading() as db:
            found = []
            for what, reason in kinds:
                count, size = db.execute(_TIDY_COUNTS[what], (seconds_of(before),)).fetchone()
                if count:
                    found.append(Tidying(what, count, size or 0, reason, before))
            return tuple(found)

    def tidy(self, plan: Sequence[Tidying]) -> int:
        """Removes what a plan says, and gives the space back to the disk; the bytes by which the file became smaller."""
        with self._reading() as db:
            size = _file_bytes(db)
        with self._writing() as db:
            for part in plan:
                before = seconds_of(part.before)
                if part.what == "stories":
                    self._forget(db, column(db, f"SELECT stories.id {_OLD_STORIES}", before))
                else:
                    db.execute(_TIDY[part.what], (before,))
        with self._sentences():
            self._db.execute("INSERT INTO search (search, rank) VALUES ('merge', 1000)")
            self._db.executescript("PRAGMA incremental_vacuum")  # which gives back a page a step: execute takes one
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return size - _file_bytes(self._db)

    # Inside

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """Turns what the disk or another program did into one sentence; what is our own mistake crashes."""
        try:
            yield
        except sqlite3.Error as error:
            sentence = _sentence(getattr(error, "sqlite_errorcode", 0), self._path)
            if not sentence:
                raise
            raise StoreError(sentence) from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """One view of the library for all that a verb asks."""
        with self._sentences():
            self._db.execute("BEGIN")
            try:
                yield self._db
            finally:
                if self._db.in_transaction:
                    self._db.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """All of a change or none of it."""
        with self._sentences():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _renew_index(self) -> None:
        """Makes the index anew where the words are told from the text in another way than when it was made."""
        version = str(query.VERSION)
        if self.setting("index") == version:
            return
        with self._writing() as db:
            if one(db, "SELECT stories FROM totals"):
                db.execute("INSERT INTO search (search) VALUES ('rebuild')")
            _put_setting(db, "index", version)

    def _take(self, db: sqlite3.Connection, section: _Standing, entries: Sequence[Entry], now: datetime) -> int:
        """Puts what a section offers into the library; the number of new stories.

        A refresh spends nearly all its time here: what can be asked or written for all the stories at once is.
        """
        offers = list(_offers(entries, section))
        offered_keys = {offer.key for offer in offers if offer.key}
        known = _named(db, [name for offer in offers for name in offer.names])
        stood = _stood(db, section.id, set(known.values()))
        marks = _marks(db, [offer.names[0] for offer in offers])
        handled: set[int] = set()
        names: list[tuple[str, int]] = []
        places: list[tuple[int, int, int, int, int, int]] = []
        contents: list[tuple[int, bytes]] = []
        texts: list[_Text] = []
        revised: list[int] = []
        # The last first: of stories with the same date, the one that stands higher on the page is the newer one.
        for position, offer in reversed(list(enumerate(offers))):
            entry, now_stands = offer.entry, (position, offer.digest)
            story_id = _known(db, offer, known, stood, offered_keys)
            if story_id in handled:
                continue  # known by the guid of one entry and by the address of another
            if not story_id:
                mark = marks.get(offer.names[0], (0, 0))
                story_id, rank = self._add(db, section.site_id, entry, offer.names[0], mark, now, guide=section.guide)
                places.append((section.id, rank, story_id, 1 - mark[0], *now_stands))
                if entry.content:
                    contents.append((story_id, _pack_content(entry.content)))
                texts.append(_text(rank, entry))
            elif stood.get(story_id) != now_stands:
                digest = stood[story_id][1] if story_id in stood else None
                if digest != offer.digest and self._revise(db, section, story_id, offer, known):
                    revised.append(story_id)
                db.execute(
                    "INSERT INTO standing (section_id, rank, story_id, unread, position, offered)"
                    " SELECT ?, rank, id, 1 - read, ?, ? FROM stories WHERE id = ?"
                    " ON CONFLICT (section_id, rank) DO UPDATE SET position = excluded.position, offered = excluded.offered",
                    (section.id, *now_stands, story_id),
                )
            handled.add(story_id)
            stood[story_id] = now_stands
            for name in offer.names:
                if name not in known:
                    known[name] = story_id
                    names.append((name, story_id))
        db.executemany("INSERT INTO names VALUES (?, ?)", names)
        db.executemany("INSERT INTO standing VALUES (?, ?, ?, ?, ?, ?)", places)
        db.executemany("INSERT INTO contents VALUES (?, ?)", contents)
        _put_texts(db, [*texts, *_texts(db, revised)])
        db.executemany(
            "UPDATE standing SET position = -1 WHERE story_id = ? AND section_id = ?",
            [
                (story_id, section.id)
                for story_id in column(
                    db,
                    "SELECT story_id FROM standing INDEXED BY standing_offered WHERE section_id = ? AND position >= 0",
                    section.id,
                )
                if story_id not in handled
            ],
        )
        return len(texts)

    def _add(
        self,
        db: sqlite3.Connection,
        site_id: int,
        entry: Entry,
        identity: str,
        mark: tuple[int, int],
        now: datetime,
        *,
        guide: bool = False,
    ) -> tuple[int, int]:
        """A new story, without its names and its text, not yet indexed: (id, rank). `mark`: read and starred, of its identity from before."""
        moment = seconds_of(now)
        published = seconds_of(entry.published)
        rank = self._rank(db, moment if published is None else min(published, moment))
        added = db.execute(
            "INSERT INTO stories (rank, identity, site_id, guide, read, starred, published, seen, url, title, summary)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (rank, identity, site_id, guide, *mark, published, moment, entry.url, entry.title, entry.summary),
        )
        return added.lastrowid or 0, rank

    def _visit(self, db: sqlite3.Connection, url: str, title: str, now: datetime) -> int:
        """A new story that a person came to by a link: it stands in no section. Indexed."""
        domain = address.registrable(url)
        site_id = _site(db, "~" + domain, "visited", domain, url, "")
        identity = address.key(url)
        mark = _marks(db, [identity]).get(identity, (0, 0))
        story_id, _ = self._add(db, site_id, Entry(title or url, url), identity, mark, now)
        _name(db, identity, story_id)
        _index(db, [story_id])
        return story_id

    def _revise(
        self, db: sqlite3.Connection, section: _Standing, story_id: int, offer: "_Offer", known: Mapping[str, int]
    ) -> bool:
        """Takes over what a section now says of a story, where it is believed; True where it has to be indexed again."""
        entry = offer.entry
        url, title, summary, identity, home, home_domain, home_kind = db.execute(
            "SELECT stories.url, title, summary, identity, site_id, domain, sites.kind FROM stories"
            " JOIN sites ON sites.id = site_id WHERE stories.id = ?",
            (story_id,),
        ).fetchone()
        if home != section.site_id:
            own = section.domain == address.registrable(url) != home_domain
            if not own and home_kind != "visited":
                return False
            _set(db, "stories", story_id, site_id=section.site_id)
        _unindex(db, story_id)
        given: dict[str, Any] = {"title": entry.title or title, "summary": entry.summary or summary}
        if offer.key and address.key(url) != offer.key and known.get(offer.key, story_id) == story_id:
            given |= {"url": entry.url, "identity": offer.key}
            _move_marks(db, identity, offer.key)
        elif entry.url and address.key(url) == offer.key:
            given["url"] = entry.url
        _set(db, "stories", story_id, **given)
        if entry.content:
            db.execute(
                "INSERT INTO contents VALUES (?, ?) ON CONFLICT (story_id) DO UPDATE SET html = excluded.html",
                (story_id, _pack_content(entry.content)),
            )
        self._date(db, story_id, entry.published)
        return True

    def _find(self, db: sqlite3.Connection, section_id: int, found: Offer, trusted: int) -> bool:
        """A section whose address nobody knew now has the kind, and where it had none the name, of what stands there. False
        where that is another section, followed before: then this one goes."""
        key = address.key(found.url)
        owner = _section_by_key(db, key)
        if owner is not None and owner.id != section_id:
            db.execute("DELETE FROM sections WHERE id = ?", (section_id,))
            return False
        url, name, site_id, site, others = db.execute(
            "SELECT sections.url, sections.name, site_id, sites.name,"
            " (SELECT count(*) FROM sections AS others WHERE others.site_id = sites.id) - 1"
            " FROM sections JOIN sites ON sites.id = site_id WHERE sections.id = ?",
            (section_id,),
        ).fetchone()
        host = address.host(url)
        given: dict[str, Any] = {"url": found.url, "key": key, "kind": str(found.kind), "page": found.page}
        given["trusted"] = trusted and _on_host_of(found.url, url)
        if found.name and name in ("", host):
            given["name"] = found.name
        _set(db, "sections", section_id, **given)
        if not others:
            page = found.page or found.url
            titled = {"name": found.name} if found.name and site in ("", host) else {}
            _set(db, "sites", site_id, url=page, domain=address.registrable(page), **titled)
        return True

    def _put_article(self, db: sqlite3.Connection, story_id: int, article: Article, now: datetime) -> None:
        db.execute(
            "INSERT INTO articles VALUES (?, ?, ?)"
            " ON CONFLICT (story_id) DO UPDATE SET article = excluded.article, kept = excluded.kept",
            (story_id, _pack_article(article), seconds_of(now)),
        )
        db.execute("DELETE FROM queue WHERE story_id = ?", (story_id,))
        _set(db, "stories", story_id, kept=1, queued=0)

    def _put_page(self, db: sqlite3.Connection, story_id: int, page: bytes, now: datetime) -> None:
        """Keeps a page's HTML, and lets the oldest go where it becomes too much."""
        db.execute("DELETE FROM pages WHERE story_id = ?", (story_id,))
        db.execute("INSERT INTO pages VALUES (?, ?, ?, ?)", (story_id, page, len(page), seconds_of(now)))
        over = one(db, "SELECT page_bytes FROM totals") - self._page_bytes
        while over > 0:
            oldest, size = db.execute("SELECT story_id, bytes FROM pages ORDER BY kept, story_id LIMIT 1").fetchone()
            db.execute("DELETE FROM pages WHERE story_id = ?", (oldest,))
            over -= size

    def _date(self, db: sqlite3.Connection, story_id: int, published: datetime | None) -> None:
        """Gives a date, and the rank that goes with it, to a story that had none; it must not be indexed meanwhile."""
        known, seen, rank = db.execute("SELECT published, seen, rank FROM stories WHERE id = ?", (story_id,)).fetchone()
        if published is None or known is not None:
            return
        moment = seconds_of(published)
        if moment < seen:
            rank = self._rank(db, moment)
            db.execute("UPDATE standing SET rank = ? WHERE story_id = ?", (rank, story_id))
        _set(db, "stories", story_id, published=moment, rank=rank)

    def _rank(self, db: sqlite3.Connection, moment: int) -> int:
        """The first free rank at a moment."""
        base = max(moment, 0) * SLOTS
        # Thousands of stories may have one date: where the last one found its place, the next begins to look.
        rank = self._last_rank[1] + 1 if self._last_rank[0] == base else base
        for (taken,) in db.execute("SELECT rank FROM stories WHERE rank >= ? ORDER BY rank", (rank,)):
            if taken != rank:
                break
            rank += 1
        self._last_rank = (base, rank)
        return rank

    def _forget(self, db: sqlite3.Connection, ids: Sequence[int]) -> None:
        """Stories go; their marks stay."""
        for story_id in ids:
            _unindex(db, story_id)
        db.executemany("DELETE FROM stories WHERE id = ?", ((story_id,) for story_id in ids))

    def _hold(self, db: sqlite3.Connection, host: str, until: int) -> None:
        db.execute(
            "INSERT INTO hosts VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET held_until = max(held_until, excluded.held_until)",
            (host, until),
        )


_UNTOUCHED = (
    "starred = 0 AND queued = 0"
    " AND NOT EXISTS (SELECT 1 FROM marks WHERE marks.identity = stories.identity AND touched = 1)"
    " AND NOT EXISTS (SELECT 1 FROM places WHERE places.story_id = stories.id)"
)
_OLD_STORIES = (
    "FROM stories WHERE seen < ? AND guide = 0 AND NOT EXISTS"
    f" (SELECT 1 FROM standing WHERE standing.story_id = stories.id AND position >= 0) AND {_UNTOUCHED}"
)
_OLD_CONTENTS = "contents.story_id IN (SELECT id FROM stories WHERE kept = 1 AND seen < ?)"
_TIDY_COUNTS = {
    "stories": "SELECT count(*), sum(600 + coalesce((SELECT length(article) FROM articles WHERE story_id = stories.id), 0)"
    " + coalesce((SELECT length(html) FROM contents WHERE story_id = stories.id), 0)"
    f" + coalesce((SELECT bytes FROM pages WHERE story_id = stories.id), 0)) {_OLD_STORIES}",
    "pages": "SELECT count(*), sum(bytes) FROM pages WHERE kept < ?",
    "contents": f"SELECT count(*), sum(length(html)) FROM contents WHERE {_OLD_CONTENTS}",
    "log": "SELECT count(*), 12 * count(*) FROM acted JOIN actions ON actions.id = action_id WHERE at < ?",
}
_TIDY = {
    "pages": "DELETE FROM pages WHERE kept < ?",
    "contents": f"DELETE FROM contents WHERE {_OLD_CONTENTS}",
    "log": "DELETE FROM actions WHERE at < ?",
}


# What went wrong, in words


def _sentence(code: int, path: Path) -> str:
    """The sentence for a result code of SQLite that is not our own mistake, else ""."""
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return "The library is being written by another program; try again in a moment."
        case sqlite3.SQLITE_FULL:
            return "The disk is full: nothing more can be kept in the library."
        case sqlite3.SQLITE_NOTADB:
            return f"{path} is not a library: it is no SQLite database."
        case sqlite3.SQLITE_CORRUPT:
            return f"The library {path} is damaged; move it away and a new one is begun."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return f"The library {path} may not be written: the file, its folder or the disk is read-only."
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            return f"The library {path} cannot be opened."
        case sqlite3.SQLITE_IOERR:
            return f"The disk does not read or write the library {path}."
        case _:
            return ""


# Rows


def _insert(db: sqlite3.Connection, table: str, **given: Any) -> int:
    """A new row; its id. Table and column names are the caller's own words."""
    sql = f"INSERT INTO {table} ({', '.join(given)}) VALUES ({', '.join('?' * len(given))})"
    return db.execute(sql, tuple(given.values())).lastrowid or 0


def _set(db: sqlite3.Connection, table: str, row_id: int, **given: Any) -> None:
    """Changes columns of a row. Table and column names are the caller's own words."""
    changes = ", ".join(f"{name} = ?" for name in given)
    db.execute(f"UPDATE {table} SET {changes} WHERE id = ?", (*given.values(), row_id))


def _rows(db: sqlite3.Connection, sql: str, given: Sequence[Any]) -> Iterator[Any]:
    """The rows of a question that ends in IN, for all that is given: so many a time as SQLite takes."""
    for start in range(0, len(given), MANY):
        some = given[start : start + MANY]
        yield from db.execute(f"{sql} ({', '.join('?' * len(some))})", some)


def _put_setting(db: sqlite3.Connection, name: str, value: str) -> None:
    db.execute(
        "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value)
    )


def _file_bytes(db: sqlite3.Connection) -> int:
    return int(one(db, "PRAGMA page_count")) * int(one(db, "PRAGMA page_size"))


# Sites and sections


def _sites(db: sqlite3.Connection, where: str, *given: Any) -> tuple[Site, ...]:
    rows = db.execute(
        "SELECT sites.id, sites.name, sites.url, sections.id, sections.name, sections.url, sections.kind, page, stories,"
        " unread, gone, error, checked, succeeded, next_check, folder, tags"
        f" FROM sites JOIN sections ON site_id = sites.id WHERE {where} ORDER BY sites.id, position, sections.id",
        given,
    ).fetchall()
    found: dict[int, tuple[str, str, list[Section]]] = {}
    for (
        site_id,
        site,
        site_url,
        section_id,
        name,
        url,
        kind,
        page,
        stories,
        unread,
        gone,
        error,
        *moments,
        folder,
        tags,
    ) in rows:
        checked, succeeded, next_check = map(moment_of, moments)
        found.setdefault(site_id, (site, site_url, []))[2].append(
            Section(
                section_id, site_id, site, name, url, Kind(kind), page, stories, unread, bool(gone), error,
                checked, succeeded, next_check if checked else None, folder, tuple(tags.splitlines()),
            )
        )  # fmt: skip
    return tuple(Site(site_id, name, url, tuple(sections)) for site_id, (name, url, sections) in found.items())


def _site(db: sqlite3.Connection, key: str, kind: str, name: str, url: str, language: str) -> int:
    """The site with a key, new where there is none."""
    known = one(db, "SELECT id FROM sites WHERE key = ?", key)
    if known:
        return int(known)
    domain = address.registrable(url)
    return _insert(db, "sites", key=key, kind=kind, name=name, url=url, domain=domain, language=language)


def _standing(db: sqlite3.Connection, section_id: int) -> _Standing:
    row = db.execute(
        "SELECT site_id, domain, sites.kind FROM sections JOIN sites ON sites.id = site_id WHERE sections.id = ?",
        (section_id,),
    ).fetchone()
    return _Standing(section_id, row[0], row[1], row[2] == "guide")


def _on_host_of(url: str, other: str) -> bool:
    return bool(other) and address.host(url) == address.host(other)


def _trusts(db: sqlite3.Connection, url: str) -> bool:
    return any(_on_host_of(url, named) for (named,) in db.execute("SELECT url FROM sections WHERE trusted = 1"))


def _section_by_key(db: sqlite3.Connection, key: str) -> _Standing | None:
    section_id = one(db, "SELECT id FROM sections WHERE key = ?", key)
    return _standing(db, section_id) if section_id else None


# What a section offers, and which story that is


class _Offer(NamedTuple):
    """An entry with the names it is known by, the guid (within its site) and the address's key, each "" where it has none."""

    entry: Entry
    guid: str
    key: str
    digest: int

    @property
    def names(self) -> list[str]:
        """The address first: it is the identity that marks are kept under, the same in every library."""
        return [name for name in (self.key, self.guid) if name]


def _offers(entries: Sequence[Entry], section: _Standing) -> Iterator[_Offer]:
    """The entries of a section, each story once; a guid that stands for several addresses is none."""
    addresses: dict[str, set[str]] = {}
    fragments: dict[str, set[str]] = {}
    for entry in entries:
        if entry.url:
            key = address.key(entry.url)
            fragments.setdefault(key, set()).add(entry.url.partition("#")[2])
            if entry.guid:
                addresses.setdefault(entry.guid, set()).add(key)
    seen: set[str] = set()
    for entry in entries:
        if entry.url.startswith("guide:") and not section.guide:
            continue  # nobody else writes in the Guide
        key = address.key(entry.url) if entry.url else ""
        if key and len(fragments[key]) > 1 and (fragment := entry.url.partition("#")[2]):
            key = f"{key}#{fragment}"  # a page that holds several stories (a journal, a list of links)
        trusted = entry.guid and entry.guid != entry.url and len(addresses.get(entry.guid, ())) < 2
        guid = f"{section.site_id}\x1f{entry.guid}" if trusted else ""
        if not key and not guid:
            if not entry.title:
                continue
            guid = f"{section.site_id}\x1f{entry.title}"
        if seen.isdisjoint({key, guid} - {""}):
            seen |= {key, guid}
            yield _Offer(entry, guid, key, _digest(entry))


def _digest(entry: Entry) -> int:
    """What tells whether a section says the same of a story as before."""
    said = (entry.title, entry.url, entry.summary, entry.content, str(entry.published))
    return zlib.crc32("\x1f".join(said).encode())


def _named(db: sqlite3.Connection, names: Sequence[str]) -> dict[str, int]:
    """The stories with these names."""
    return dict(_rows(db, "SELECT name, story_id FROM names WHERE name IN", names))


def _stood(db: sqlite3.Connection, section_id: int, story_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """The place and the digest of the offer of each of these stories that stands in a section."""
    sql = f"SELECT story_id, position, offered FROM standing WHERE section_id = {section_id} AND story_id IN"
    return {story_id: (position, offered) for story_id, position, offered in _rows(db, sql, list(story_ids))}


def _marks(db: sqlite3.Connection, identities: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Read and starred, by the identities that have marks."""
    rows = _rows(db, "SELECT identity, read, starred FROM marks WHERE identity IN", identities)
    return {identity: (read, starred) for identity, read, starred in rows}


def _known(
    db: sqlite3.Connection,
    offer: _Offer,
    known: Mapping[str, int],
    stood: Mapping[int, object],
    offered_keys: Container[str],
) -> int:
    """The story that an offer is, 0 where it is a new one. `stood` are those that stand in the section."""
    by_guid, by_key = known.get(offer.guid, 0), known.get(offer.key, 0)
    if not by_guid or by_guid == by_key:
        return by_guid or by_key
    # The same guid at another address: the story moved, or the guid is worthless (numbers that start again, places on a
    # page). It moved where it stands in this very section, and its old address is not on offer as another story.
    url, title = db.execute("SELECT url, title FROM stories WHERE id = ?", (by_guid,)).fetchone()
    if not url or not offer.key:
        return by_guid
    if (by_guid in stood or title == offer.entry.title) and address.key(url) not in offered_keys:
        return by_guid
    return by_key


def _name(db: sqlite3.Connection, name: str, story_id: int) -> None:
    """One more name of a story, where it is not another's."""
    if name:
        db.execute("INSERT OR IGNORE INTO names VALUES (?, ?)", (name, story_id))


def _move_marks(db: sqlite3.Connection, before: str, after: str) -> None:
    """The marks of a story follow it to its new identity."""
    taken = one(db, "SELECT 1 FROM marks WHERE identity = ?", after)
    if not taken:
        db.execute("UPDATE marks SET identity = ? WHERE identity = ?", (after, before))


# The index


_Text = tuple[int, str, str, str]
"""What is indexed of a story: its rank, and headline, standfirst and text as `query.indexed` makes them."""


def _text(rank: int, entry: Entry) -> _Text:
    """The text of a new story: what the view `texts` will give when the index asks for it again."""
    words = entry.words or text.words(entry.content)
    return rank, query.indexed(entry.title), query.indexed(entry.summary), query.indexed(words)


def _texts(db: sqlite3.Connection, ids: Iterable[int]) -> Iterator[_Text]:
    """The texts of stories as they are kept."""
    sql = "SELECT number, title, standfirst, body FROM texts WHERE number = (SELECT rank FROM stories WHERE id = ?)"
    return (db.execute(sql, (story_id,)).fetchone() for story_id in ids)


def _put_texts(db: sqlite3.Connection, texts: Iterable[_Text]) -> None:
    """Indexes texts, in the order of their rank: FTS5 writes a segment each time a row comes before the last one."""
    db.executemany("INSERT INTO search (rowid, title, standfirst, body) VALUES (?, ?, ?, ?)", sorted(texts))


def _index(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Indexes stories that are not."""
    _put_texts(db, _texts(db, ids))


def _unindex(db: sqlite3.Connection, story_id: int) -> None:
    """Takes a story out of the index: before its text changes, for the index must be told what it holds."""
    db.execute(
        "INSERT INTO search (search, rowid, title, standfirst, body)"
        " SELECT 'delete', number, title, standfirst, body FROM texts"
        " WHERE number = (SELECT rank FROM stories WHERE id = ?)",
        (story_id,),
    )


# What to fetch and to read


def _trip(db: sqlite3.Connection, story_id: int, *, whole: bool = True) -> DownloadTrip | None:
    """What to fetch a story's page with, where it has an address on the web; without its `content` where not `whole`."""
    row = db.execute(
        "SELECT stories.url, title, coalesce((SELECT from_url FROM queue WHERE story_id = stories.id), ''),"
        " (SELECT sections.id FROM standing JOIN sections ON sections.id = section_id WHERE story_id = stories.id"
        " ORDER BY sections.trusted DESC, sections.id LIMIT 1) FROM stories WHERE stories.id = ?",
        (story_id,),
    ).fetchone()
    if row is None or not row[0].startswith(("http://", "https://")):
        return None
    url, title, from_url, section_id = row
    trusted = bool(from_url) and _trusts(db, from_url)
    if not from_url and section_id:
        from_url, trusted = db.execute("SELECT url, trusted FROM sections WHERE id = ?", (section_id,)).fetchone()
    content = _content(db, story_id) if whole else ""
    return DownloadTrip(url, story_id, from_url, trusted=bool(trusted), title=title, content=content)


def _pack_content(html: str) -> bytes:
    return zlib.compress(html.encode(), 1)  # a third of the time for a twentieth more


def _content(db: sqlite3.Connection, story_id: int) -> str:
    html = one(db, "SELECT html FROM contents WHERE story_id = ?", story_id)
    return zlib.decompress(html).decode() if html else ""


# Articles as they are kept


def _pack_article(article: Article) -> bytes:
    """A line of JSON with the facts (fields at their default left out) and one with the blocks, compressed; `search` reads it too."""
    facts = _fields(article, "blocks", "related", "story_id")
    if article.related:
        facts["related"] = [_fields(related, "story_id") for related in article.related]
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n" + blocks.dumps(article.blocks)
    return zlib.compress(text.encode())


def _fields(value: Article | Related, *without: str) -> dict[str, Any]:
    return {
        name: said.isoformat() if isinstance(said, datetime) else said
        for name, said in filled(value).items()
        if name not in without
    }


def _unpack_article(kept: bytes, story_id: int) -> Article:
    facts, body = zlib.decompress(kept).decode().split("\n")
    given = json.loads(facts)
    related = tuple(
        Related(**{**one, "relation": Relation(one["relation"]), **_dates(one)}) for one in given.pop("related", ())
    )
    lists = {name: tuple(given[name]) for name in ("byline", "tags") if name in given}
    return Article(**{**given, **lists, **_dates(given)}, blocks=blocks.loads(body), related=related, story_id=story_id)


def _dates(given: dict[str, Any]) -> dict[str, datetime]:
    return {name: datetime.fromisoformat(given[name]) for name in ("published", "updated") if name in given}
