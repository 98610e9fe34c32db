"""What is followed: sites and their sections, followed, unfollowed, named, ordered and listed.

A section that is no longer followed is archived: it is not asked and has no row, its stories are in no list of all
stories, and everything that a person did with them stays. Following it again brings it back as it was."""

# ruff: noqa: S608 - SQL is put together here from this file's own words and from whole numbers; values are always bound

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tui import address, text
from tui.errors import AskError
from tui.model import Followed, Kind, Offer, Section, Site, SiteOffer
from tui.storage import bounds, folders, membership, visibility
from tui.storage.actions import Act
from tui.storage.file import File
from tui.storage.shared import Several
from tui.storage.sql import insert, moment_of, one, seconds_of, update
from tui.values import replace


def sites(file: File) -> tuple[Site, ...]:
    """The followed sites in a person's order, with their sections; neither the Guide nor what is archived is among
    them."""
    with file.reading() as db:
        return sites_where(db, "sites.kind <> 'guide' AND archived = 0")


def sections(file: File) -> tuple[Section, ...]:
    """Every section that is followed."""
    return tuple(section for site in sites(file) for section in site.sections)


def archived(file: File) -> tuple[Section, ...]:
    """The sections that are no longer followed, as they were."""
    with file.reading() as db:
        found = sites_where(db, "archived <> 0")
    return tuple(section for site in found for section in site.sections)


def section(file: File, section_id: int) -> Section | None:
    """A section, archived or not, or None."""
    with file.reading() as db:
        found = sites_where(db, "sections.id = ?", section_id)
        return found[0].sections[0] if found else None


def follow(
    file: File,
    offer: SiteOffer,
    chosen: Sequence[int] | None = None,
    *,
    folder: Sequence[str] = (),
    trusted: bool = False,
    unknown: bool = False,
) -> Followed:
    """Follows sections of an offer (all but comment feeds where nothing is chosen) and keeps the stories they came
    with.

    A section whose address is followed already is left as it is, and stands in the folder too; one that was archived is
    taken up again. `folder` is the path of one. `trusted`: a person typed or imported these addresses; so they did what
    stands on the host of the address that was `asked`. `unknown`: nobody said that feeds stand there."""
    from tui.storage import arrivals, incoming  # late: listing sections takes nothing in

    offer = bounds.site(offer)
    if not (taken := _chosen(offer, chosen)):
        return Followed(Site(0, offer.name, offer.url))
    with file.writing(durable=True) as db:
        act = Act(db, seconds_of(file.clock()), "follow", offer.name)
        site_id = _site(db, offer, _site_of_known(db, taken))
        added, stories = [], 0
        for part in taken:
            owner = membership.by_address(db, part.url)
            if owner:
                section_id = owner.id
            else:
                by_hand = trusted or on_host_of(part.url, offer.asked)
                named = replace(part, name=part.name or offer.name)
                section_id = _add(db, site_id, named, trusted=by_hand, unknown=unknown)
            update(db, "sections", section_id, gone=0, gone_since=None)  # a person says that it is there
            if act.change("sections", section_id, archived=0):
                added.append(section_id)
                visibility.settle_sections(db, [section_id])
            if folder:
                folders.put_sections(db, act, [section_id], folders.folder(db, act, folder))
            if not owner:
                came = arrivals.take(db, membership.of_section(db, section_id), part.entries, file.clock())
                stories += incoming.settle(db, came, seconds_of(file.clock()))
        site = next(iter(sites_where(db, "sites.id = ?", site_id)), Site(site_id, offer.name, offer.url))
        return Followed(site, tuple(section for section in site.sections if section.id in added), stories)


def _site(db: sqlite3.Connection, offer: SiteOffer, known: int | None) -> int:
    """The site of an offer; one without sections that are followed takes the offer's name."""
    url = address.public(offer.url)
    site_id = known or membership.site(db, address.key(url), "followed", offer.name, url, offer.language)
    if not one(db, "SELECT 1 FROM sections WHERE site_id = ? AND archived = 0", site_id):
        update(db, "sites", site_id, name=offer.name or address.host(url), url=url)
    return site_id


def _chosen(offer: SiteOffer, chosen: Sequence[int] | None) -> list[Offer]:
    """The sections of an offer that are to be followed."""
    if chosen is None:
        taken = [part for part in offer.sections if not part.comments]
    else:
        taken = [offer.sections[index] for index in chosen]
    return [part for part in taken if bounds.section(part)]


def _site_of_known(db: sqlite3.Connection, parts: Sequence[Offer]) -> int | None:
    """The site of the first section, where all of them are followed already or were."""
    owners = [membership.by_address(db, part.url) for part in parts]
    return owners[0].site_id if owners[0] and all(owners) else None


def _add(db: sqlite3.Connection, site_id: int, offer: Offer, *, trusted: bool, unknown: bool) -> int:
    """A new section, still archived: taking it up is what can be taken back."""
    return insert(
        db,
        "sections",
        site_id=site_id,
        key=address.section_key(offer.url),
        name=offer.name,
        url=offer.url,
        kind=str(offer.kind),
        page=offer.page,
        trusted=trusted,
        unknown=unknown,
        archived=1,
        position=one(db, "SELECT coalesce(max(position), -1) + 1 FROM sections WHERE site_id = ?", site_id),
    )


def unfollow(file: File, section_ids: Sequence[int]) -> int:
    """Archives sections; the number of them. Their stories and all marks stay."""
    moment = seconds_of(file.clock())
    with file.writing(durable=True) as db:
        act = Act(db, moment, "unfollow", _names(db, section_ids))
        gone = [
            section_id
            for section_id in dict.fromkeys(section_ids)
            if one(db, "SELECT 1 FROM sections WHERE id = ? AND kind <> 'guide' AND archived = 0", section_id)
            and act.change("sections", section_id, archived=max(moment, 1))
        ]
        visibility.settle_sections(db, gone)
        return len(gone)


def rename(file: File, section_id: int, name: str) -> None:
    """Gives a section another name, and its site too where that has no other: such a one goes by its site's name.
    AskError for none."""
    name = _name(name)
    with file.writing(durable=True) as db:
        act = Act(db, seconds_of(file.clock()), "rename", f"{_names(db, [section_id])} to {name}")
        act.change("sections", section_id, name=name)
        site_id = one(db, "SELECT site_id FROM sections WHERE id = ?", section_id)
        if one(db, "SELECT count(*) FROM sections WHERE site_id = ? AND archived = 0", site_id) == 1:
            act.change("sites", site_id, name=name)


def rename_site(file: File, site_id: int, name: str) -> None:
    """Gives a site another name. AskError for none."""
    with file.writing(durable=True) as db:
        before = one(db, "SELECT name FROM sites WHERE id = ?", site_id)
        act = Act(db, seconds_of(file.clock()), "rename", f"{before} to {name}")
        act.change("sites", site_id, name=_name(name))


def mute(file: File, section_ids: Sequence[int], *, muted: bool = True) -> int:
    """Leaves the stories of sections out of all lists but their own, or lets them in again; the number of sections that
    changed."""
    return _change(file, "mute" if muted else "unmute", section_ids, muted=int(muted))


def hide(file: File, section_ids: Sequence[int], *, hidden: bool = True) -> int:
    """Leaves sections out of the rows of the pane, or lets them in again; the number that changed. Their stories stay
    in all lists."""
    return _change(file, "hide" if hidden else "unhide", section_ids, hidden=int(hidden))


def set_interval(file: File, section_ids: Sequence[int], minutes: int) -> int:
    """How often sections are asked, 0 as the configuration says; the number that changed. One that is asked more often
    now is due sooner."""
    changed = _change(file, "interval", section_ids, minutes=max(minutes, 0))
    if minutes > 0:
        with file.writing() as db:
            db.executemany(
                "UPDATE sections SET next_check = min(next_check, checked + ?) WHERE id = ? AND checked IS NOT NULL"
                " AND failures = 0",
                [(minutes * 60, section_id) for section_id in section_ids],
            )
    return changed


def set_full_text(file: File, section_ids: Sequence[int], when: str) -> int:
    """When the whole texts of sections are fetched, "" as the configuration says; the number that changed."""
    return _change(file, "full text", section_ids, full_text=when)


def order_sections(file: File, site_id: int, section_ids: Sequence[int]) -> None:
    """The order of a site's sections; those that are not named come after."""
    with file.writing(durable=True) as db:
        act = Act(
            db, seconds_of(file.clock()), "reorder", one(db, "SELECT name FROM sites WHERE id = ?", site_id) or ""
        )
        rows = db.execute("SELECT id FROM sections WHERE site_id = ? ORDER BY position, id", (site_id,)).fetchall()
        _order(act, "sections", [row[0] for row in rows], section_ids)


def order_sites(file: File, site_ids: Sequence[int]) -> None:
    """The order of the sites; those that are not named come after."""
    with file.writing(durable=True) as db:
        act = Act(db, seconds_of(file.clock()), "reorder", "sites")
        rows = db.execute("SELECT id FROM sites WHERE kind = 'followed' ORDER BY position, id").fetchall()
        _order(act, "sites", [row[0] for row in rows], site_ids)


def _order(act: Act, table: str, known: Sequence[int], wanted: Sequence[int]) -> None:
    first = [each for each in wanted if each in known]
    for place, each in enumerate([*first, *(each for each in known if each not in first)]):
        act.change(table, each, position=place)


def _change(file: File, verb: str, section_ids: Sequence[int], **given: Any) -> int:
    with file.writing(durable=True) as db:
        names = _names(db, section_ids)
        act = Act(db, seconds_of(file.clock()), verb, f"{names} to {given['name']}" if "name" in given else names)
        changed = [section_id for section_id in section_ids if act.change("sections", section_id, **given)]
        if "muted" in given:
            visibility.settle_sections(db, changed)
        return len(changed)


def _names(db: sqlite3.Connection, section_ids: Iterable[int]) -> str:
    named = [one(db, "SELECT name FROM sections WHERE id = ?", section_id) for section_id in section_ids]
    return ", ".join(filter(None, named[:3])) + (f" and {len(named) - 3} more" if len(named) > 3 else "")


def _name(name: str) -> str:
    cleaned = text.line(name)[: bounds.NAME]
    if not cleaned:
        raise AskError("a section needs a name")
    return cleaned


def trusts(file: File, url: str) -> bool:
    """Whether a person typed or imported an address on this one's host."""
    with file.reading() as db:
        return trusted_host(db, url)


def readdress(file: File, change: Callable[[str], str]) -> None:
    """What has a name and a password in its address stands at what `change` gives for it; so does what it was known
    by."""
    with file.writing() as db:
        for section_id, url in db.execute("SELECT id, url FROM sections WHERE url LIKE '%:%:%@%'").fetchall():
            if not address.credentials(url):
                continue  # the sign stands in its path
            key = address.section_key(given := change(url))
            taken = one(db, "SELECT 1 FROM sections WHERE key = ? AND id <> ?", key, section_id)
            update(db, "sections", section_id, url=given, key=f"{key}#{section_id}" if taken else key)
        for (key,) in db.execute("SELECT key FROM addresses WHERE key LIKE '%:%@%'").fetchall():
            bare = address.without_password(f"https://{key}").removeprefix("https://")
            db.execute("UPDATE OR REPLACE addresses SET key = ? WHERE key = ?", (bare, key))


# For other rooms, within their transaction


def sites_where(db: sqlite3.Connection, where: str, *given: Any) -> tuple[Site, ...]:
    """The sites with sections of which a condition holds, and these sections."""
    paths = folders.paths(db)
    rows = db.execute(
        "SELECT sites.id, sites.name, sites.url, sections.id, sections.name, sections.url, sections.kind, page,"
        " stories,"
        " unread, gone, error, checked, succeeded, next_check, archived, hidden, muted, minutes, full_text,"
        " (SELECT group_concat(accounts.name, ', ') FROM remote_feeds JOIN accounts ON accounts.id = account_id"
        " WHERE section_id = sections.id AND remote_id <> '')"
        f" FROM sites JOIN sections ON site_id = sites.id WHERE {where}"
        " ORDER BY sites.position, sites.id, sections.position, sections.id",
        given,
    ).fetchall()
    found: dict[int, tuple[str, str, list[Section]]] = {}
    for site_id, site, site_url, section_id, name, url, kind, page, stories, unread, gone, error, *rest in rows:
        *moments, since, hidden, muted, minutes, full_text, account = rest
        checked, succeeded, next_check = map(moment_of, moments)
        found.setdefault(site_id, (site, site_url, []))[2].append(
            Section(
                section_id, site_id, site, name, url, Kind(kind), page, stories, unread, bool(gone), error,
                checked, succeeded, next_check if checked else None, paths.get(section_id, ()),
                bool(hidden), bool(muted), moment_of(since or None), minutes, full_text, account or "",
            )
        )  # fmt: skip
    several = Several(db)
    return tuple(
        Site(
            site_id,
            name,
            url,
            tuple(sections),
            tuple((each.section_ids, each.unread) for each in several.of(section.id for section in sections)),
        )
        for site_id, (name, url, sections) in found.items()
    )


def on_host_of(url: str, other: str) -> bool:
    """Whether both addresses are of one host."""
    return bool(other) and address.host(url) == address.host(other)


def trusted_host(db: sqlite3.Connection, url: str) -> bool:
    """Whether a person typed or imported an address on this one's host."""
    return any(on_host_of(url, named) for (named,) in db.execute("SELECT url FROM sections WHERE trusted = 1"))
