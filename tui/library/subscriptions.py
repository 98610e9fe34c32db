"""Subscription files: what is followed, imported and exported."""

from collections.abc import Sequence

from tui import address
from tui.library import logins
from tui.model import Offer, Section, SiteOffer, Subscription, Subscriptions
from tui.storage import searches, sections
from tui.storage.file import File
from tui.values import replace


def import_subscriptions(file: File, body: bytes, name: str = "") -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """Follows what a subscription file names, and saves its searches: (the sections taken or followed already, the
    lines left out with why)."""
    from tui.parse.feeds.opml import subscriptions

    read = subscriptions(body, name)
    return take_subscriptions(file, read, unknown=read.plain), read.refused


def take_subscriptions(file: File, read: Subscriptions, *, unknown: bool = False) -> tuple[Section, ...]:
    """Follows what was read of a subscription file, and saves its searches: the sections taken or followed already.
    `unknown`: nobody said that feeds stand there."""
    lines = _each_once([logins.line(file, each) for each in read.lines])
    taken: dict[int, Section] = {}
    tags = {line.url: line.tags for line in lines}
    hidden = {address.section_key(line.url) for line in lines if line.hidden}
    for folder, offer in _offers(lines, folders_are_sites=not read.plain):
        followed = sections.follow(file, offer, None, folder=folder, tags=tags, trusted=True, unknown=unknown)
        wanted = {address.section_key(section.url) for section in offer.sections}
        here = (section for section in followed.site.sections if address.section_key(section.url) in wanted)
        taken |= {section.id: section for section in here}
    sections.hide(file, [id for id, section in taken.items() if address.section_key(section.url) in hidden])
    for title, words in read.filters:
        searches.save(file, title, words)
    return tuple(taken.values())


def _each_once(lines: Sequence[Subscription]) -> list[Subscription]:
    """A feed that stands in several folders, once: in the first of them, and in the others besides."""
    found: dict[str, Subscription] = {}
    for line in lines:
        known = found.setdefault(address.section_key(line.url), line)
        if known is line:
            continue
        folders = known.folders or line.folders
        others = [path[-1] for path in (known.folders, line.folders) if path and path != folders]
        tags = tuple(dict.fromkeys((*known.tags, *others, *line.tags)))
        merged = replace(
            known, folders=folders, tags=tags, title=known.title or line.title, page=known.page or line.page
        )
        found[address.section_key(line.url)] = merged
    return list(found.values())


def export(file: File) -> str:
    """What is followed, as OPML."""
    from tui.parse.feeds.opml import opml

    lines = []
    for site in sections.sites(file):
        for section in site.sections:
            for folders in section.folders or ((),):
                around = (*folders, site.name) if len(site.sections) > 1 else folders
                name, page = section.name or site.name, section.page or site.url
                line = Subscription(
                    address.public(section.url), name, page, around, section.kind, hidden=section.hidden
                )
                lines.append(line)
    saved = [(search.name, search.words) for search in searches.saved(file)]
    return opml(lines, "Broadsheet subscriptions", saved)


def _offers(lines: Sequence[Subscription], *, folders_are_sites: bool) -> list[tuple[tuple[str, ...], SiteOffer]]:
    """(folder, site) for the lines of a subscription file: in OPML a folder whose lines are all of one site is that
    site, unless other folders stand in it."""
    folders: dict[tuple[str, ...], list[Subscription]] = {}
    for line in lines:
        folders.setdefault(line.folders, []).append(line)
    around = {path[:depth] for path in folders for depth in range(len(path))}
    found = []
    for path, members in folders.items():
        if folders_are_sites and path and path not in around and _are_one_site(members):
            found.append((path[:-1], _site(path[-1], members)))
        else:
            found += [(path, _site(line.title or address.host(line.page or line.url), [line])) for line in members]
    return found


def _site(name: str, lines: Sequence[Subscription]) -> SiteOffer:
    page = next((line.page for line in lines if line.page), lines[0].url)
    return SiteOffer(name, page, tuple(Offer(line.title or name, line.url, line.kind, line.page) for line in lines))


def _are_one_site(lines: Sequence[Subscription]) -> bool:
    return len(lines) > 1 and len({address.registrable(line.page or line.url) for line in lines}) == 1
