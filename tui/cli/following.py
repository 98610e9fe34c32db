"""Verbs on what is followed: follow, unfollow, refresh, download, sections."""

import argparse
import sys
from functools import partial
from typing import TYPE_CHECKING

from tui import config
from tui.cli import listing
from tui.cli.opening import WAY_BACK, Acting, narrate, reading, with_library
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.model import SiteOffer


def follow(arguments: argparse.Namespace) -> int:
    """`follow URL`: on a terminal it asks which sections, elsewhere it takes them all."""
    from tui.library import logins

    async def work(library: "Library") -> int:
        offer = await library.discover(arguments.url)
        chosen = _chosen(offer, arguments.section)
        if chosen is None:
            gate.say("nothing followed")
            return 0
        followed = await library.do(logins.follow, offer, chosen)
        taken = followed.site.sections
        if arguments.json:
            gate.put_json([records.section(section) for section in taken])
        else:
            gate.put(lists.followed(taken))
            new = len(followed.added)
            known = f", {lists.followed_before(len(taken) - new)}" * (len(taken) > new)
            said = f"followed {counted(new, 'section', 'sections')} of {followed.site.name}{known}{WAY_BACK}"
            gate.say(said if new else f"{followed.site.name} is followed already")
        await library.group()
        return 0

    return with_library(work)


def _chosen(offer: "SiteOffer", names: list[str]) -> list[int] | None:
    """Which sections of an offer to take; None for none of them."""
    every = [index for index, section in enumerate(offer.sections) if not section.comments]
    if names:
        return [index for name in names for index in _called(offer, name)]
    # A pipe or a cron job never waits for an answer: it takes the whole site.
    if len(every) < 2 or not gate.is_terminal(sys.stdin, sys.stderr, sys.stdout):
        return every or list(range(len(offer.sections)))
    return _asked(offer, every)


def _called(offer: "SiteOffer", name: str) -> list[int]:
    """The sections of a name or address."""
    wanted = name.casefold()
    hits = [i for i, one in enumerate(offer.sections) if wanted in (one.name.casefold(), one.url.casefold())]
    if not hits:
        known = ", ".join(section.name for section in offer.sections)
        raise AskError(f"{offer.name} has no section called {name}; it has {known}")
    return hits


def _asked(offer: "SiteOffer", every: list[int]) -> list[int] | None:
    """The sections that a person chooses on the terminal."""
    gate.say(f"{offer.name}, {offer.url}")
    for index in every:
        section = offer.sections[index]
        number = f"  ({counted(len(section.entries), 'story', 'stories')})" if section.entries else ""
        gate.say(f"{index + 1:4}  {section.name}{number}")
    gate.say("Which sections? Numbers separated by spaces, enter for all, 0 for none: ")
    line = sys.stdin.readline()
    if not line:  # Ctrl-D
        return None
    answer = line.split()
    if not answer:
        return every
    numbers = {str(index + 1): index for index in every}
    if any(word not in numbers and word != "0" for word in answer):
        raise AskError(f"{' '.join(answer)}: only numbers from the list can be chosen")
    return [numbers[word] for word in answer if word != "0"] or None


def unfollow(arguments: argparse.Namespace) -> int:
    """`unfollow`: sections, or a saved search."""
    from tui.storage import actions, naming, searches, sections

    with Acting() as (file, act):
        gone: dict[int, str] = {}
        found: dict[int, str] = {}
        for text in arguments.section:
            search = next((one for one in searches.saved(file) if one.name.casefold() == text.strip().casefold()), None)
            if search is not None:
                gone[search.id] = search.name
            else:
                found |= {section.id: section.full_name for section in naming.find_sections(file, text, alone=True)}
        with actions.as_one(file, "unfollow", ", ".join([*gone.values(), *found.values()])):
            for search_id in gone:
                searches.drop(file, search_id)
            sections.unfollow(file, list(found))
        said = [f"removed the saved search {name}" for name in gone.values()]
        told = act.told("\n".join(said + [f"unfollowed {name}" for name in found.values()]))
    gate.say(told)
    return 0


def refresh(arguments: argparse.Namespace) -> int:
    """`refresh`: exit code 1 where not one section could be read."""
    from tui.output import commands
    from tui.storage import naming, stories

    async def work(library: "Library") -> int:
        named = [await library.ask(naming.find_sections, text) for text in arguments.section]
        ids = [section.id for meant in named for section in meant]
        moment = library.clock().replace(microsecond=0)
        asked, failed, new = await narrate("refreshing", library.refresh(ids or None, due=arguments.due))
        found = f"{counted(asked, 'section', 'sections')} checked, {counted(new, 'new story', 'new stories')}"
        if not asked:
            found = "no section is due" if arguments.due else "nothing is followed yet: `broadsheet follow URL`"
        gate.say(found + (f", {failed} failed" if failed else ""))
        if advice := config.misplaced(library.settings):
            gate.say(advice)
        if new and library.settings.notify:
            most = min(new, commands.NAMED)  # of the same second there may be others
            commands.notify(library.settings.notify, new, await library.ask(stories.since, moment, most))
        return 1 if asked and failed == asked else 0

    return with_library(work)


def download(arguments: argparse.Namespace) -> int:
    """`download`: exit code 1 where not one story could be fetched."""
    from tui.storage import naming

    async def work(library: "Library") -> int:
        wanted = await library.ask(naming.find_list, arguments.section, unread=True)
        stories = library.download(wanted, with_pictures=arguments.pictures)
        tried, failed, _ = await narrate("downloading", stories)
        said = f"{counted(tried - failed, 'story', 'stories')} downloaded" if tried else "there is nothing to download"
        gate.say(said + (f", {failed} failed" if failed else ""))
        return 1 if tried and failed == tried else 0

    return with_library(work)


def pictures(arguments: argparse.Namespace) -> int:
    """`pictures STORY…`: keeps their pictures; exit code 1 where not one could be fetched."""
    from tui.library import pictures, telling

    async def work(library: "Library") -> int:
        there, failed = 0, 0
        for named in arguments.story:
            story = (await telling.tell(library, named)).story
            kept, faults = await pictures.keep_all(library, story.id)
            there, failed = there + kept, failed + len(faults)
            for fault in faults:
                gate.say(fault)
        said = (
            f"{counted(there, 'picture is', 'pictures are')} kept" if there or failed else "there are no pictures in it"
        )
        gate.say(said + (f", {failed} failed" if failed else ""))
        return 1 if failed and not there else 0

    return with_library(work)


def sections(arguments: argparse.Namespace) -> int:
    """`sections`."""
    from tui.storage import sections

    with reading() as file:
        followed = sections.sections(file)
    record = partial(records.section, health=arguments.health)
    lines = partial(lists.sections, health=arguments.health)
    none = "nothing is followed yet: `broadsheet follow URL`"
    return listing.put(followed, record, lines, as_json=arguments.json, none=none)
