"""The library on disk: a verb per question or change, plain and synchronous.

One `Store` is one SQLite connection, used by one thread at a time; several may stand on one file, in several processes.
What the verbs mean for lists: a story's place in time is its *rank*, a number that grows with the earlier of when it was
published and when it was first seen (its date where it has none: first seen), unique in the library. Every list is
newest first by rank, and the full text is indexed by rank, so that a search is in the same order without sorting.
"""

from array import array
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from tui.model import (
    Article,
    Counts,
    DownloadTrip,
    Followed,
    Gathered,
    RefreshTrip,
    Section,
    Site,
    SiteOffer,
    Sizes,
    Story,
    StoryFilter,
    Tidying,
)


class Store:
    """A library file, open. Raises StoreError, one sentence, where the file cannot be used."""

    def __init__(self, path: Path, *, readonly: bool = False) -> None:
        raise NotImplementedError

    def close(self) -> None:
        """Closes the file; the store is of no use afterwards."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def data_version(self) -> int:
        """A number that changes when another connection, of this process or another, has changed the library (3 µs)."""
        raise NotImplementedError

    # Sites and sections

    def sites(self) -> tuple[Site, ...]:
        """The followed sites in the order they were followed, with their sections; the Guide is not among them."""
        raise NotImplementedError

    def guide(self) -> Site:
        """The Guide with its sections; a site without sections (id 0) before it has been taken in."""
        raise NotImplementedError

    def counts(self) -> Counts:
        """The kept counts of the standing rows."""
        raise NotImplementedError

    def section(self, section_id: int) -> Section | None:
        """A section, or None."""
        raise NotImplementedError

    def follow(
        self, offer: SiteOffer, chosen: Sequence[int] | None = None, *, now: datetime, folder: str = "", trusted: bool = True
    ) -> Followed:
        """Follows sections of an offer (all but comment feeds where nothing is chosen) and keeps the stories they came with.

        A section whose address is followed already is left as it is. `trusted`: a person typed or imported the address.
        """
        raise NotImplementedError

    def unfollow(self, section_ids: Sequence[int]) -> int:
        """Lets sections go, and the stories that stand nowhere else and that nobody touched; the number of sections."""
        raise NotImplementedError

    # Lists and stories

    def order(self, filter: StoryFilter, limit: int = 0) -> "array[int]":
        """The ids of a whole list ("q"), in its order; at most `limit` where that is not 0."""
        raise NotImplementedError

    def stories(self, filter: StoryFilter, limit: int = 100, offset: int = 0) -> tuple[Story, ...]:
        """A window of a list, each story once; all of it from `offset` on where `limit` is 0. A search has snippets."""
        raise NotImplementedError

    def lines(self, ids: Sequence[int], words: str = "") -> tuple[Story, ...]:
        """The stories with these ids, in that order, those that are gone left out; with snippets where `words` are a search."""
        raise NotImplementedError

    def story(self, id_or_url: int | str) -> Story | None:
        """A story by its id or by any address it is known under."""
        raise NotImplementedError

    def ids_of(self, urls: Sequence[str]) -> tuple[int, ...]:
        """The id of the story at each address, 0 where the library has none."""
        raise NotImplementedError

    def similar(self, story_id: int, limit: int = 5) -> tuple[Story, ...]:
        """Stories that share the rare words of this one's headline and standfirst, the best first, newer ones favoured."""
        raise NotImplementedError

    # Texts

    def article(self, story_id: int) -> Article | None:
        """The kept article, or None."""
        raise NotImplementedError

    def content(self, story_id: int) -> str:
        """The feed's own HTML of the story, or ""."""
        raise NotImplementedError

    def page(self, story_id: int) -> bytes:
        """The page's HTML as `Downloaded.page` (UTF-8, zlib), or empty."""
        raise NotImplementedError

    def pages(self) -> "array[int]":
        """The ids of the stories whose page is kept, newest first: what can be read again without a network."""
        raise NotImplementedError

    def keep_article(self, story: int | str, article: Article, page: bytes = b"", *, now: datetime) -> Story:
        """Keeps an article, by the id of its story or by its address; where the library has no such story, it is added.

        The story leaves the download queue, is found by the words of the article, is known under the article's address too,
        and takes the page's date where it had none.
        """
        raise NotImplementedError

    # Marks

    def mark(
        self, ids: Iterable[int], *, read: bool | None = None, starred: bool | None = None, now: datetime
    ) -> int:
        """Marks stories; the number that changed. A person did this: such stories are never tidied away."""
        raise NotImplementedError

    def mark_all_read(self, filter: StoryFilter, *, now: datetime) -> int:
        """Marks a whole list read in one transaction; the number that changed."""
        raise NotImplementedError

    def place(self, story_id: int) -> tuple[int, int]:
        """Where reading stopped: (block, offset), (0, 0) at first."""
        raise NotImplementedError

    def keep_place(self, story_id: int, block: int, offset: int, *, now: datetime) -> None:
        """Keeps where reading stopped."""
        raise NotImplementedError

    # Gathering

    def trips(self, section_ids: Sequence[int] | None = None, *, now: datetime, due: bool = False) -> tuple[RefreshTrip, ...]:
        """What to ask the given sections (None: all) with: those gone left out, with `due` those whose next check is to come too.

        Sections on held hosts are among them: see `held`. `manners` are for the library to fill in.
        """
        raise NotImplementedError

    def keep(self, gathered: Gathered, now: datetime, *, interval_minutes: int = 60, jitter: float = 0.0) -> int:
        """Keeps what a refresh brought, in one transaction; the number of new stories. `jitter` is 0 to 1.

        The next check: after a success the interval, or longer (24 h at most) where the server or feed asks for it; after
        the n-th failure in a row n + 1 intervals and up to a tenth more by `jitter`, 24 h at most; after Retry-After when
        it is over, and the host is held until then; after 410 never. Without a network nothing changes.
        """
        raise NotImplementedError

    def take_lease(self, section_ids: Sequence[int], holder: str, seconds: float, *, now: datetime) -> tuple[int, ...]:
        """The sections that this holder may now ask: those that no other holds. Until kept, released, or time is up."""
        raise NotImplementedError

    def release_lease(self, holder: str) -> None:
        """Gives back all that a holder still holds."""
        raise NotImplementedError

    def hold(self, host: str, until: datetime) -> None:
        """Leaves a host alone until a moment (Retry-After)."""
        raise NotImplementedError

    def held(self, now: datetime) -> tuple[tuple[str, datetime], ...]:
        """The hosts to leave alone, each with its moment."""
        raise NotImplementedError

    # Downloading

    def download_trip(self, story_id: int) -> DownloadTrip | None:
        """What to fetch one story's page with; None where there is no such story or it has no address on the web."""
        raise NotImplementedError

    def unread_to_download(self, filter: StoryFilter, limit: int = 0) -> tuple[DownloadTrip, ...]:
        """The unread stories of a list whose article is not kept, newest first."""
        raise NotImplementedError

    def queue(self, url: str, *, from_url: str = "", title: str = "", now: datetime) -> Story:
        """Puts a story in the download queue, and in the library where it is not there."""
        raise NotImplementedError

    def unqueue(self, story_id: int) -> None:
        """Takes a story out of the queue."""
        raise NotImplementedError

    def queued(self) -> tuple[DownloadTrip, ...]:
        """The download queue, first come first."""
        raise NotImplementedError

    # The Guide

    def guide_version(self) -> str:
        """The version of the Guide that is in the library, "" for none."""
        raise NotImplementedError

    def take_guide(self, offer: SiteOffer, articles: Iterable[Article], version: str, *, now: datetime) -> int:
        """Takes an edition of the Guide in, in place of the one before; marks stay. The number of stories.

        `articles` belong to the entries of the offer's sections by their address (guide:/section/story).
        """
        raise NotImplementedError

    # Settings and size

    def setting(self, name: str) -> str:
        """A kept setting, "" where there is none."""
        raise NotImplementedError

    def keep_setting(self, name: str, value: str) -> None:
        """Keeps a setting."""
        raise NotImplementedError

    def sizes(self) -> Sizes:
        """How large the library is."""
        raise NotImplementedError

    def plan(self, now: datetime, keep: timedelta = timedelta(days=365)) -> tuple[Tidying, ...]:
        """What `tidy` would remove, and why. What a person touched is never in it."""
        raise NotImplementedError

    def tidy(self, plan: Sequence[Tidying]) -> int:
        """Removes what a plan says, and gives the space back to the disk; the bytes by which the file became smaller."""
        raise NotImplementedError
