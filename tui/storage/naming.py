"""What a person means by a name: a section, a site, a folder, a saved search, the Guide."""

from tui import address
from tui.errors import AskError
from tui.model import Section, StoryFilter
from tui.storage import folders, guide, searches, sections
from tui.storage.file import File
from tui.values import replace


def find_sections(file: File, text: str) -> tuple[Section, ...]:
    """The sections that a person means by an id, an address, a section's or a site's name, "Site › Section", or a
    folder's name or path."""
    wanted = text.strip().casefold()
    sites = sections.sites(file)
    every = [section for site in sites for section in site.sections]
    for meant in (
        [section for section in every if wanted == str(section.id)],
        [
            section
            for section in every
            if address.section_key(text)
            in (address.section_key(section.url), address.key(section.url), address.key(section.page))
        ],
        [section for section in every if wanted == f"{section.site} › {section.name}".casefold()],
        [section for site in sites if wanted == site.name.casefold() for section in site.sections],
        [section for section in every if any(wanted in _names(path) for path in section.folders)],
    ):
        if meant:
            return tuple(meant)
    named = [section for section in every if wanted == section.name.casefold()]
    if len(named) > 1:
        said = "; ".join(f"{section.site} › {section.name} ({section.id})" for section in named)
        raise AskError(f"several sections are called {text}: {said}")
    if not named:
        raise AskError(f"nothing you follow is called {text}")
    return tuple(named)


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
    found = find_sections(file, name)
    if len(found) == 1:
        return replace(wanted, section_id=found[0].id)
    return replace(wanted, site_id=found[0].site_id)


def _names(path: tuple[str, ...]) -> set[str]:
    """What the folders of a path are called: by their names, and by the way to them."""
    return {" / ".join(path[start : end + 1]).casefold() for end in range(len(path)) for start in range(end + 1)}
