"""What a person means by a name: a section, a site, a folder, a saved search, the Guide."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui import address
from tui.errors import AskError
from tui.model import FOLDERS, Folder, Section, Site, StoryFilter
from tui.storage import folders, guide, searches, sections, tags
from tui.storage.file import File
from tui.values import replace


def find_sections(file: File, text: str, *, alone: bool = False) -> tuple[Section, ...]:
    """The sections that a person means by an id, an address, a section's or a site's name, "Site › Section", or a
    folder's name or path. AskError where there is none, or several sections are called so; with `alone` also where
    several things have that name, a site and a folder for example, since nothing is to be done to one of them by
    chance."""
    wanted = text.strip().casefold()
    sites = sections.sites(file)
    every = [section for site in sites for section in site.sections]
    if exactly := _exactly(every, wanted, text):
        return exactly
    meanings = list(_meanings(sites, every, wanted))
    if not meanings:
        raise AskError(f"nothing you follow is called {text}")
    if not alone:  # a site before a folder, and a folder before a section
        meanings = [each for each in meanings if each.kind == meanings[0].kind]
    _refuse_several(text, meanings, alone=alone)
    meant = {section_id for each in meanings for section_id in each.section_ids}
    return tuple(section for section in every if section.id in meant)


def find_folder(file: File, text: str) -> Folder | None:
    """The folder that a name or a path means, where nothing else is called so; else None."""
    return None if _is_called(file, text.strip()) else folders.find(file, text)


def _is_called(file: File, name: str) -> bool:
    """Whether a site or a section has this name, whole, in any case of its letters."""
    wanted = name.casefold()
    return any(wanted in (each.site.casefold(), each.name.casefold()) for each in sections.sections(file))


def _exactly(every: Sequence[Section], wanted: str, text: str) -> tuple[Section, ...]:
    """What has an id, an address or a whole name, that only one thing can have."""
    key = address.section_key(text)
    for meant in (
        [section for section in every if wanted == str(section.id)],
        [section for section in every if key in _addresses(section)],
        [section for section in every if wanted == f"{section.site} › {section.name}".casefold()],
    ):
        if meant:
            return tuple(meant)
    return ()


def _refuse_several(text: str, meanings: "Sequence[_Meaning]", *, alone: bool) -> None:
    several = len({each.section_ids for each in meanings}) > 1
    if several and (alone or meanings[0].kind == "section"):
        what = "things" if alone else "sections"
        raise AskError(f"several {what} are called {text}: {'; '.join(each.said for each in meanings)}")


def _addresses(section: Section) -> tuple[str, ...]:
    return address.section_key(section.url), address.key(section.url), address.key(section.page)


class _Meaning(NamedTuple):
    """Something that a name may mean."""

    kind: str
    said: str
    section_ids: tuple[int, ...]


def _meanings(sites: Sequence[Site], every: Sequence[Section], wanted: str) -> Iterator[_Meaning]:
    """What a name may mean: sites, folders, sections."""
    for site in sites:
        if wanted == site.name.casefold():
            yield _Meaning("site", f"the site {site.url}", tuple(section.id for section in site.sections))
    if inside := [section.id for section in every if any(wanted in _names(path) for path in section.folders)]:
        yield _Meaning("folder", "a folder", tuple(inside))
    for section in every:
        if wanted == section.name.casefold():
            yield _Meaning("section", f"{section.site} › {section.name} ({section.id})", (section.id,))


def find_list(file: File, name: str | None = None, *, unread: bool = False, starred: bool = False) -> StoryFilter:
    """The list that a person means by the name of a saved search, a section, a site or a folder (None: all stories);
    AskError where there is none."""
    wanted = StoryFilter(unread=unread, starred=starred)
    if not name:
        return wanted
    if search := searches.find(file, name):
        return replace(search.filter, unread=unread, starred=starred)
    edition = guide.site(file)
    for part in edition.sections:
        if name.casefold() == part.name.casefold():
            return replace(wanted, section_id=part.id)
    if name.casefold() in ("guide", edition.name.casefold()):
        return replace(wanted, guide=True)
    site = any(name.strip().casefold() == site.name.casefold() for site in sections.sites(file))
    if not site and (folder := folders.find(file, name)):
        return replace(wanted, folder_id=folder.id)
    if standing := _standing(file, name.strip()):
        return replace(standing, unread=unread or standing.unread, starred=starred or standing.starred)
    found = find_sections(file, name)
    if len(found) == 1:
        return replace(wanted, section_id=found[0].id)
    return replace(wanted, site_id=found[0].site_id)


def _names(path: tuple[str, ...]) -> set[str]:
    """What the folders of a path are called: by their names, and by the way to them."""
    return {FOLDERS.join(path[start : end + 1]).casefold() for end in range(len(path)) for start in range(end + 1)}


def _standing(file: File, name: str) -> StoryFilter | None:
    """A tag ("#ports"), or one of the lists that stand above all sections, where no section is called so."""
    if name.startswith("#"):
        return StoryFilter(tag_id=tags.find(file, name).id)
    return None if _is_called(file, name) else _STANDING.get(name.casefold())


_STANDING = {
    "all": StoryFilter(),
    "unread": StoryFilter(unread=True),
    "today": StoryFilter(today=True),
    "starred": StoryFilter(starred=True),
    "later": StoryFilter(later=True),
    "downloaded": StoryFilter(kept=True),
}
