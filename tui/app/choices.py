"""The rows of the sections pane: the standing lists, tags and saved searches, then folders, sites and their sections.
No widgets here."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from tui import address
from tui.model import FOLDERS, Counts, Folder, Section, Site, StoryFilter, Tag
from tui.saved import SavedSearch
from tui.storage.shared import again
from tui.values import Value, replace

FRONT_PAGE = StoryFilter(front=True, events=True)


class Choice(Value):
    """A row of the pane: a list of stories that can be chosen."""

    filter: StoryFilter
    name: str
    site: str = ""
    """The site a section belongs to, where it has several."""
    count: int = 0
    sections: tuple[int, ...] = ()
    """The ids of the sections it stands for: what `r` refreshes."""
    url: str = ""
    head: bool = False
    """A site with several sections, or a folder."""
    fold: str = ""
    """The name under which it is folded, "" for a row that cannot be."""
    folded: bool = False
    """What stands in it has no rows."""
    depth: int = 0
    """How many folders and sites it stands in."""
    under_site: bool = False
    """The row around it is its site."""
    folder_id: int = 0
    """The folder that the row stands in, 0 for none."""
    folder: str = ""
    """That folder's path, as a person writes it."""
    lead: bool = False
    """A blank line stands before it."""
    failed: str = ""
    """Why it could not be refreshed the last time, in one sentence."""
    notes: tuple[str, ...] = ()
    """Small print under it, while it is highlighted."""
    muted: bool = False
    """Its stories are in its own list only."""
    hidden: bool = False
    """It has a row only where those that are left out are asked for."""


class Known(Value):
    """What the rows are made of."""

    counts: Counts = Counts()
    sites: tuple[Site, ...] = ()
    folders: tuple[Folder, ...] = ()
    tags: tuple[Tag, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    searched: StoryFilter | None = None
    """A search that is not saved."""
    found: int = 0
    """How many stories it found."""
    today: int = 0
    """Unread stories of today."""
    changing: tuple[SavedSearch, ...] = ()
    """The views of which no count is kept, as they were counted last."""
    hidden: bool = False
    """The rows that are left out are wanted too."""


def choices(known: Known, now: datetime, folded: frozenset[str] = frozenset()) -> tuple[Choice, ...]:
    """Every row of the pane, in order."""
    foldered = {section_id for folder in known.folders for section_id in folder.section_ids}
    sites = [
        replace_sections(site, [section for section in site.sections if section.id not in foldered])
        for site in known.sites
    ]
    return (
        *_standing(known),
        *_folders(known, now, folded),
        *_sites([site for site in sites if _has_row(site, known)], known, now, folded),
    )


def _standing(known: Known) -> Iterator[Choice]:
    counts = known.counts
    yield Choice(StoryFilter(), "All", count=counts.unread)
    yield Choice(StoryFilter(unread=True), "Unread", count=counts.unread)
    yield Choice(StoryFilter(today=True), "Today", count=known.today)
    if counts.events:
        yield Choice(FRONT_PAGE, "Front page")
    yield Choice(StoryFilter(starred=True), "Starred", count=counts.starred)
    yield Choice(StoryFilter(later=True), "Later", count=counts.later)
    yield Choice(StoryFilter(kept=True), "Downloaded", count=counts.kept)
    yield Choice(StoryFilter(guide=True), "Guide", count=counts.guide_unread)
    for tag in known.tags:
        yield Choice(StoryFilter(tag_id=tag.id), f"# {tag.name}", count=tag.unread)
    counted = {view.id: view.unread for view in known.changing}
    for search in known.searches:
        if search.kind == "view":
            yield Choice(search.filter, f"? {search.name}", count=counted.get(search.id, search.unread))
    if known.searched is not None:
        words = known.searched.words
        yield Choice(known.searched, f"Search: {words}" if words else "Catching up", count=known.found)


def _folders(known: Known, now: datetime, folded: frozenset[str]) -> Iterator[Choice]:
    """The folders, each with the sections that stand in it before the folders that do."""
    by_id = _with_rows(known)
    closed = 1_000_000
    for number, folder in enumerate(known.folders):
        depth = len(folder.path) - 1
        if depth > closed:
            continue  # inside one that is folded
        fold = f"folder:{folder.id}"
        closed = depth if fold in folded else 1_000_000
        inside = [each for each in known.folders if each.path[: len(folder.path)] == folder.path]
        yield Choice(
            StoryFilter(folder_id=folder.id),
            folder.name,
            count=folder.unread,
            sections=tuple(dict.fromkeys(section_id for each in inside for section_id in each.section_ids)),
            head=True,
            fold=fold,
            folded=fold in folded,
            depth=depth,
            folder_id=folder.parent_id,
            folder=FOLDERS.join(folder.path[:-1]),
            lead=number == 0,
        )
        if fold in folded:
            continue
        for site, section in (by_id[section_id] for section_id in folder.section_ids if section_id in by_id):
            name = section.full_name if len(site.sections) > 1 else site.name
            row = _section(section, now, name=name)
            yield replace(row, depth=depth + 1, folder_id=folder.id, folder=FOLDERS.join(folder.path))


def _with_rows(known: Known) -> dict[int, tuple[Site, Section]]:
    """The sections that have rows, by their ids, each with its site."""
    return {
        section.id: (site, section)
        for site in known.sites
        for section in site.sections
        if known.hidden or not section.hidden
    }


def _has_row(site: Site, known: Known) -> bool:
    """Whether any of a site's sections has a row."""
    return any(known.hidden or not section.hidden for section in site.sections)


def _sites(sites: Sequence[Site], known: Known, now: datetime, folded: frozenset[str]) -> Iterator[Choice]:
    apart = (
        True  # the rows before are set apart from the first site, and a site with several sections from its neighbours
    )
    for site in sites:
        if len(site.sections) == 1:
            yield _section(site.sections[0], now, name=site.name, lead=apart)
            apart = False
            continue
        whole, fold = _fails_as_a_whole(site), f"site:{site.id}"
        yield Choice(
            StoryFilter(site_id=site.id),
            site.name,
            count=_unread(site) if fold in folded else 0,
            sections=tuple(section.id for section in site.sections),
            url=site.url,
            head=True,
            fold=fold,
            folded=fold in folded,
            lead=True,
            failed=_failure(site.sections[0]) if whole else "",
            notes=tuple(_notes(site.sections[0], now)) if whole else (),
            muted=all(section.muted for section in site.sections),
            hidden=all(section.hidden for section in site.sections),
        )
        apart = True
        for section in site.sections if fold not in folded else ():
            if section.hidden and not known.hidden:
                continue
            row = replace(_section(section, now, site=site.name), depth=1, under_site=True)
            yield replace(row, notes=()) if whole else row


def _unread(site: Site) -> int:
    """A site's unread stories, each counted once."""
    own = {section.id for section in site.sections}
    twice = sum(unread * again(group, own) for group, unread in site.shared)
    return sum(section.unread for section in site.sections) - twice


def replace_sections(site: Site, sections: Sequence[Section]) -> Site:
    """A site with some of its sections; called like the section where a single one of several is left."""
    name = sections[0].full_name if len(sections) == 1 < len(site.sections) else site.name
    return Site(site.id, name, site.url, tuple(sections), site.shared)


def _section(section: Section, now: datetime, *, name: str = "", site: str = "", lead: bool = False) -> Choice:
    return Choice(
        StoryFilter(section_id=section.id),
        name or section.name,
        site,
        count=section.unread,
        sections=(section.id,),
        url=section.page or section.url,
        lead=lead,
        failed=_failure(section),
        notes=tuple(_notes(section, now)),
        muted=section.muted,
        hidden=section.hidden,
    )


def _fails_as_a_whole(site: Site) -> bool:
    """All sections of a site fail in the same way, which is said once."""
    return len({section.error for section in site.sections}) == 1 and bool(site.sections[0].error)


def _notes(section: Section, now: datetime) -> Iterator[str]:
    if section.account:
        yield f"at {section.account}"
    if section.minutes:
        yield f"asked every {duration(section.minutes)}"
    if section.full_text:
        yield f"whole stories {FULL_TEXT[section.full_text]}"
    if section.hidden:
        yield "hidden"
    if section.gone:
        yield "gone for good"
    if section.gone or not section.error:
        return
    since = f", since {clock(section.succeeded, now)}" if section.succeeded else ""
    again = f"; again at {clock(section.next_check, now)}" if section.next_check and section.next_check > now else ""
    yield f"{_failure(section)}{since}{again}"


def _failure(section: Section) -> str:
    """Why a section could not be refreshed, without the host before it: the row says whose failure it is."""
    return section.error.removeprefix(f"{address.host(section.url)}: ")


FULL_TEXT = {
    "": "as configured",
    "refresh": "when they come in",
    "open": "when they are opened",
    "feed": "as the feed has them",
}
"""When whole stories are fetched, in words."""


def duration(minutes: int) -> str:
    """A time in few words: "30 min", "2 h", "1 d"."""
    for size, unit in ((1440, "d"), (60, "h")):
        if minutes % size == 0:
            return f"{minutes // size} {unit}"
    return f"{minutes} min"


def clock(moment: datetime, now: datetime) -> str:
    """A moment near now: the time where it is today, else the day."""
    here = moment.astimezone()
    return f"{here:%H:%M}" if here.date() == now.astimezone().date() else f"{here.day} {here:%B}"


def with_unread(rows: tuple[Choice, ...], shown: StoryFilter) -> tuple[Choice, ...]:
    """The rows without those that have nothing unread: but the standing ones stay, the one whose list is shown, and the
    heads of others."""
    kept: list[Choice] = []
    for row in reversed(rows):
        inside = bool(kept) and kept[-1].depth > row.depth
        standing = not (row.sections or row.filter.folder_id)
        if standing or row.count or row.filter == shown or (row.head and inside):
            kept.append(row)
    return tuple(reversed(kept))
