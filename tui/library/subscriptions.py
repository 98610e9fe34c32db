"""Subscription files: what is followed, imported and exported."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from tui import address, text
from tui.library import logins
from tui.model import Offer, Section, Site, SiteOffer, Subscription, Subscriptions
from tui.storage import bounds, folders, searches, sections
from tui.storage.file import File
from tui.values import replace

Path = tuple[str, ...]


def import_subscriptions(file: File, body: bytes, name: str = "") -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """Follows what a subscription file names, and saves its searches: (the sections taken or followed already, the
    lines left out with why)."""
    from tui.parse.feeds.opml import subscriptions

    read = subscriptions(body, name)
    long = [text.shorten(line.url, 80) for line in read.lines if not bounds.address(line.url)]
    refused = (*read.refused, *(f"{start}: too long for an address" for start in long))
    return take_subscriptions(file, read, unknown=read.plain), refused


def take_subscriptions(file: File, read: Subscriptions, *, unknown: bool = False) -> tuple[Section, ...]:
    """Follows what was read of a subscription file, and saves its searches: the sections taken or followed already.
    `unknown`: nobody said that feeds stand there."""
    every = [logins.line(file, each) for each in read.lines]
    sites = _folders_that_are_sites([] if read.plain else every) - set(read.folders)
    for path in read.folders:
        folders.at(file, path)
    taken = _follow(file, _offers(_each_once(every), sites), unknown=unknown)
    for path, keys in _standing(every, sites).items():
        folders.put(file, [taken[key] for key in keys if key in taken], folders.at(file, path))
    hidden = {address.section_key(line.url) for line in every if line.hidden}
    sections.hide(file, [taken[key] for key in hidden & taken.keys()])
    for title, words in read.filters:
        searches.save(file, title, words)
    known = {section.id: section for section in sections.sections(file)}
    return tuple(known[section_id] for section_id in taken.values())


def _follow(file: File, offers: Iterable[SiteOffer], *, unknown: bool) -> dict[str, int]:
    """Follows sites: the ids of their sections by what tells addresses apart, also of those followed before."""
    taken: dict[str, int] = {}
    for offer in offers:
        followed = sections.follow(file, offer, None, trusted=True, unknown=unknown)
        wanted = {address.section_key(section.url) for section in offer.sections}
        here = ((address.section_key(section.url), section.id) for section in followed.site.sections)
        taken |= {key: section_id for key, section_id in here if key in wanted}
    return taken


def _each_once(lines: Sequence[Subscription]) -> list[Subscription]:
    """A feed that stands in several folders, once: in the first of them."""
    found: dict[str, Subscription] = {}
    for line in lines:
        known = found.setdefault(address.section_key(line.url), line)
        if known is not line:
            folder = known.folders or line.folders
            merged = replace(known, folders=folder, title=known.title or line.title, page=known.page or line.page)
            found[address.section_key(line.url)] = merged
    return list(found.values())


def _standing(lines: Sequence[Subscription], sites: Container[Path]) -> dict[Path, list[str]]:
    """The folders of a subscription file, each with the feeds that stand in it, in its order; a tag is a folder
    besides."""
    found: dict[Path, list[str]] = {}
    for line in lines:
        path = line.folders[:-1] if line.folders in sites else line.folders
        for each in (path, *((tag,) for tag in line.tags)):
            if each:
                found.setdefault(each, []).append(address.section_key(line.url))
    return found


def export(file: File) -> str:
    """What is followed, as OPML: folder by folder as they stand in the pane, then what stands in none."""
    from tui.parse.feeds.opml import opml

    sites = {section.id: site for site in sections.sites(file) for section in site.sections}
    standing = [(folder.path, folder.section_ids) for folder in folders.tree(file)]
    foldered = {section_id for _, ids in standing for section_id in ids}
    standing.append(((), tuple(section_id for section_id in sites if section_id not in foldered)))
    lines: list[Subscription] = []
    for path, ids in standing:
        lines += [Subscription("", folders=path), *_lines(path, [sites[each] for each in ids], ids)]
    saved = [(search.name, search.words) for search in searches.saved(file)]
    return opml(lines, "Broadsheet subscriptions", saved, frozenset(path for path, _ in standing))


def _lines(path: Path, sites: Sequence[Site], ids: Sequence[int]) -> Iterator[Subscription]:
    """What stands in a folder: of a site, where several of its sections do, a folder of its own."""
    number = Counter(site.id for site in sites)
    for section_id, site in zip(ids, sites, strict=True):
        section = next(each for each in site.sections if each.id == section_id)
        alone, beside = len(site.sections) == 1, number[site.id] > 1
        yield Subscription(
            address.public(section.url),
            (section.name or site.name) if alone or beside else section.full_name,
            section.page or site.url,
            (*path, site.name) if beside else path,
            section.kind,
            hidden=section.hidden,
            site="" if alone else site.name,
        )


def _folders_that_are_sites(lines: Sequence[Subscription]) -> frozenset[Path]:
    """The folders of OPML whose lines are all of one site, and in which no other folders stand."""
    folders: dict[Path, list[Subscription]] = {}
    for line in lines:
        folders.setdefault(line.folders, []).append(line)
    around = {path[:depth] for path in folders for depth in range(len(path))}
    return frozenset(
        path for path, members in folders.items() if path and path not in around and _are_one_site(members)
    )


def _offers(lines: Sequence[Subscription], sites: Container[Path]) -> Iterator[SiteOffer]:
    """The sites of a subscription file, in its order: each line is one, but for those that name theirs, and those of a
    folder that is one."""
    found: dict[str | Path, list[Subscription]] = {}
    for line in lines:
        found.setdefault(line.site or (line.folders if line.folders in sites else line.url), []).append(line)
    for whose, members in found.items():
        first = members[0]
        if first.site:
            members = [replace(line, title=line.title.removeprefix(f"{line.site} › ")) for line in members]
        name = first.folders[-1] if whose is first.folders else first.title or address.host(first.page or first.url)
        yield _site(first.site or name, members)


def _site(name: str, lines: Sequence[Subscription]) -> SiteOffer:
    page = next((line.page for line in lines if line.page), lines[0].url)
    return SiteOffer(name, page, tuple(Offer(line.title or name, line.url, line.kind, line.page) for line in lines))


def _are_one_site(lines: Sequence[Subscription]) -> bool:
    from tui.parse.feeds.platforms import is_on_one

    addresses = [line.page or line.url for line in lines]
    named = {line.site for line in lines} == {lines[0].folders[-1]}
    alike = len({address.registrable(url) for url in addresses}) == 1 and not is_on_one(addresses[0])
    return len(lines) > 1 and (named or alike)
