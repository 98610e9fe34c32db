"""Lists as lines of text: fields between tabs, one line a story or section."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.text import counted

if TYPE_CHECKING:
    from pathlib import Path

    from tui.config import OwnCommand
    from tui.credentials import Credential
    from tui.episodes import Episode
    from tui.model import Action, CatchUp, Event, Folder, Imported, Ranked, Section, Story, Tag, Telling, Tidying
    from tui.remote import Account
    from tui.saved import SavedSearch
    from tui.storage.backups import Restored

OUTLETS = 3
"""Outlets of an event that a line names."""


def stories(rows: "Iterable[Story]") -> str:
    """Stories: id, marks (* starred, • unread), moment, site, headline."""
    return "\n".join(
        f"{story.id}\t{'*' if story.starred else ' '}{' ' if story.read else '•'}"
        f"\t{minute(story.published or story.seen)}\t{outlets(story) or story.site}\t{story.heading}"
        for story in rows
    )


def outlets(story: "Story") -> str:
    """Who tells an event, where a story's row stands for one: "5 outlets: The Paper, The Post, …"; else ""."""
    if not story.outlets:
        return ""
    return f"{counted(len(story.outlets), 'outlet', 'outlets')}: {_first(story.outlets)}"


def _first(names: Sequence[str]) -> str:
    """The first of several outlets: "The Paper, The Post, The Gazette, …"."""
    return ", ".join(names[:OUTLETS]) + ", …" * (len(names) > OUTLETS)


def event(found: "Event") -> str:
    """An event: a line for each that tells it, with what joined it; then the story so far, and what is not the same."""
    several = len(found.tellings) > 1
    told = f"{len(found.tellings)} tellings, {counted(len(found.outlets), 'outlet', 'outlets')}"
    lines = [told if several else "Nobody else tells it"]
    for telling in found.tellings:
        story = telling.story
        lines.append(f"{story.id}\t{minute(story.published or story.seen)}\t{telling.outlet}\t{story.heading}")
        lines += [f"\t{why(telling)}"] * several
    for title, rows in (("The story so far", found.before), ("Not the same", found.apart)):
        lines += [title] * bool(rows)
        lines += [
            f"{story.id}\t{minute(story.published or story.seen)}\t{story.site}\t{story.heading}" for story in rows
        ]
    return "\n".join(lines)


def why(telling: "Telling") -> str:
    """What joined a telling to its event, in words."""
    if telling.ruled:
        return "is the same by your word"
    if telling.copy_of:
        return f"has the same text as {telling.copy_of}"
    return f"shares {', '.join(telling.why)}" if telling.why else "was the first"


def front_page(rows: "Iterable[Ranked]", *, explain: bool = False) -> str:
    """The front page, a line for each event in its place."""
    return "\n".join(ranked(place, each, explain=explain) for place, each in enumerate(rows, 1))


def ranked(place: int, found: "Ranked", *, explain: bool = False) -> str:
    """A line of the front page: place, id, mark, outlets, headline; below it the reasons of its rank, where asked."""
    story = found.story
    line = f"{place}\t{story.id}\t{' ' if story.read else '•'}\t{_first(found.outlets)}\t{story.heading}"
    return f"{line}\n\t{reasons(found)}" if explain else line


def reasons(found: "Ranked") -> str:
    """Why an event stands where it does on the front page."""
    number = counted(len(found.outlets), "independent outlet", "independent outlets")
    told = f" ({counted(found.tellings, 'telling', 'tellings')})" if found.tellings > len(found.outlets) else ""
    when = "within the hour" if found.hours < 1 else f"{counted(round(found.hours), 'hour', 'hours')} ago"
    weight = f", its section weighs {found.weight:g}" if found.weight != 1 else ""
    return f"{number}{told}, last told {when}{weight}: {found.score:.2f}"


def catch_up(found: "CatchUp") -> str:
    """What there is time to read: minutes, id, headline, and below it who tells it and the lead; then what is left."""
    lines = []
    for story, minutes in zip(found.stories, found.minutes, strict=True):
        time = f"{minutes:.1f} min" if minutes >= 1 else f"{60 * minutes:.0f} s"
        lines.append(f"{time}\t{story.id}\t{story.heading}")
        lines.append(f"\t{outlets(story) or story.site}" + f" · {story.summary}" * bool(story.summary))
    lines.append(time_taken(found))
    return "\n".join(lines)


def time_taken(found: "CatchUp") -> str:
    """How long it takes to catch up, and what is left out."""
    took = f"{counted(len(found.stories), 'story', 'stories')}, {_minutes(sum(found.minutes))}"
    if not found.left:
        return f"{took}; nothing is left out"
    return f"{took}; left out: {found.left:,}, {_minutes(found.left_minutes)}"


def _minutes(minutes: float) -> str:
    return (
        f"{minutes / 60:,.1f} h" if minutes >= 120 else f"{minutes:.0f} min" if minutes >= 1 else "less than a minute"
    )


def sections(rows: "Iterable[Section]", *, health: bool = False) -> str:
    """Sections with their counts: id, unread/stories, name, address, account; below each how it fares, where
    `health`."""
    return "\n".join(
        f"{section.id}\t{section.unread}/{section.stories}\t{section.full_name}\t{section.url}"
        + (f"\t{section.account}" if section.account else "")
        + (f"\n\t{_health(section)}" if health else "")
        for section in rows
    )


def followed(rows: "Iterable[Section]") -> str:
    """Sections that were just taken: id, site, name, address."""
    return "\n".join(f"{section.id}\t{section.site}\t{section.name}\t{section.url}" for section in rows)


def episodes(rows: "Iterable[Episode]") -> str:
    """Episodes: number, whether it is here, whether it was played or where it was left, what it is, outlet, headline;
    below, why it did not come."""
    from tui.episodes import heard
    from tui.output.articles import facts_of

    return "\n".join(
        f"{each.id}\t{each.state}\t{heard(each)}\t{facts_of(each)}\t{each.outlet}\t{each.title}"
        + (f"\n\t{each.error}" if each.error else "")
        for each in rows
    )


def searches(rows: "Iterable[SavedSearch]") -> str:
    """Saved searches: name, words; of views how many unread stories, of mutes and highlights how many stories, of rules
    what they do."""
    return "\n".join(f"{search.name}\t{search.words}{_reach(search)}" for search in rows)


def _reach(search: "SavedSearch") -> str:
    if search.kind == "view":
        return f"\t{search.unread:,}"
    if search.kind == "rule":
        return f"\t{search.acts.told}"
    return f"\t{search.stories:,}{', ' * search.acts.event}{search.acts.told}"


_DONE = {
    "read": "marked read",
    "unread": "marked unread",
    "star": "starred",
    "unstar": "no longer starred",
    "later": "put on the list of later",
    "not later": "taken off the list of later",
    "import": "imported",
    "the same": "said to be the same event:",
    "not the same": "said not to be the same event:",
}
"""Verbs of the log, as what was done."""

_STATES = {
    "read": "read",
    "unread": "unread",
    **dict.fromkeys(("star", "unstar"), "starred"),
    **dict.fromkeys(("later", "not later"), "on the list of later"),
}
"""What stories are, once a verb has marked them, or are no longer."""


def marked(verb: str, changed: int, number: int) -> str:
    """What a verb of the log did to so many stories, of which some changed."""
    if changed:
        return f"{counted(changed, 'story', 'stories')} {_DONE[verb]}"
    return as_before(_STATES[verb], number, off=verb in ("unstar", "not later"))


def done(action: "Action") -> str:
    """An act in words: "2,006 stories marked read", "rename World to News"; and what of it could not be taken back."""
    verb = _DONE.get(action.verb, action.verb)
    if action.stories:
        said = f"{counted(action.stories, 'story', 'stories')} {verb}" + (f" ({action.what})" if action.what else "")
    else:
        said = f"{verb} {action.what}".rstrip()
    return "; ".join((said, *action.lost))


def as_before(state: str, number: int, *, off: bool) -> str:
    """That nothing had to be done with so many stories, to make each `state`; or, where that was to be put `off`, to
    have none so."""
    if not number:
        return "there are no such stories"
    if off:
        return f"it is not {state}" if number == 1 else f"none of them is {state}"
    return f"it is {state} already" if number == 1 else f"all of them are {state} already"


def actions(rows: "Iterable[Action]") -> str:
    """What was done: moment, verb, how many stories, whether it was taken back, to what."""
    return "\n".join(
        f"{minute(action.at)}\t{action.verb}\t{action.stories}\t{'undone' if action.undone else ''}\t{action.what}"
        for action in rows
    )


def tags(rows: "Iterable[Tag]") -> str:
    """Tags: how many of its stories are unread and how many there are, name."""
    return "\n".join(f"{tag.unread}/{tag.stories}\t{tag.name}" for tag in rows)


def commands(rows: "Iterable[OwnCommand]") -> str:
    """Commands of the configuration: name, what it runs."""
    return "\n".join(f"{own.name}\t{' '.join(own.run)}" for own in rows)


def folders(rows: "Iterable[Folder]") -> str:
    """Folders: how many stories are unread and how many there are, path."""
    return "\n".join(f"{folder.unread}/{folder.stories}\t{' / '.join(folder.path)}" for folder in rows)


def followed_before(number: int) -> str:
    """How many sections were followed already."""
    return f"{number} {'was' if number == 1 else 'were'} followed already"


def imported(found: "Imported") -> str:
    """What an import brought, in a sentence."""
    already = len(found.sections) - found.followed
    stories = bool(found.stories or found.known)
    said = [
        (found.followed or not stories, f"{counted(found.followed, 'section', 'sections')} followed"),
        (already, followed_before(already)),
        (found.searches, f"{counted(found.searches, 'search', 'searches')} saved"),
        (found.mutes, counted(found.mutes, "mute", "mutes")),
        (found.highlights, counted(found.highlights, "highlight", "highlights")),
        (stories, counted(found.stories, "new story", "new stories")),
        (found.known, f"{found.known} known already"),
        (found.read, f"{found.read} marked read"),
        (found.starred, f"{found.starred} starred"),
        (found.later, f"{found.later} to read later"),
        (found.tagged, f"{found.tagged} tagged"),
        (found.noted, counted(found.noted, "note", "notes")),
        (len(found.refused), f"{counted(len(found.refused), 'line', 'lines')} skipped"),
    ]
    return ", ".join(part for wanted, part in said if wanted)


def accounts(rows: "Iterable[Account]") -> str:
    """Accounts on servers of feeds: name, user, sections, stories, marks to be sent, address; below how it fares."""
    return "\n".join(
        f"{one.name}\t{one.user}\t{one.sections}\t{one.stories}\t{one.unsent}\t{one.url}\n\t{fares(one)}"
        for one in rows
    )


def fares(account: "Account") -> str:
    """How an account fares: its last sync, what went wrong in it, and the next."""
    said = [f"last success {minute(account.succeeded)}" if account.succeeded else "never synced"]
    said += [f"last error: {account.error}"] if account.error else []
    said += [f"next sync {minute(account.next_check)}"] if account.next_check else []
    said += [account.notice] if account.notice else []
    said += ["tags of stories stay on this machine"] if account.labels is False and not account.notice else []
    return "; ".join(said)


def facts(rows: "Iterable[tuple[str, object]]") -> str:
    """Names with their values."""
    return "\n".join(f"{name}\t{value}" for name, value in rows)


def files(paths: "Iterable[Path]", *, of: "Callable[[Path], str]" = str, size: "Callable[[int], str]" = str) -> str:
    """Files: name (as `of` says it), size in bytes (or as `size` says it), moment."""
    return "\n".join(
        f"{of(path)}\t{size(path.stat().st_size)}\t{minute(datetime.fromtimestamp(path.stat().st_mtime).astimezone())}"
        for path in paths
    )


def restored(found: "Restored", *, of: "Callable[[Path], str]" = str) -> str:
    """What was restored, in a sentence; `of` says how the file of the one before is named."""
    said = f"restored: {counted(found.stories, 'story', 'stories')}, {counted(found.marks, 'mark', 'marks')}"
    return said + (f"; the one before is {of(found.aside)}" if found.aside else "")


def logins(rows: "Iterable[Credential]") -> str:
    """Names and passwords: site, name, the program that prints the password, or … for one that is kept."""
    return "\n".join(f"{one.pattern}\t{one.user}\t{' '.join(one.command) or '…'}" for one in rows)


def tidyings(rows: "Iterable[Tidying]") -> str:
    """What may be tidied away, a line for each kind."""
    return "\n".join(map(tidying, rows))


def tidying(part: "Tidying") -> str:
    """A line of what may be tidied away."""
    return f"{counted(part.count, *_TIDIED[part.what])}, {part.bytes // 1024} KiB: {part.reason}"


_TIDIED = {
    "stories": ("story", "stories"),
    "pages": ("page", "pages"),
    "contents": ("text", "texts"),
    "log": ("mark in the log", "marks in the log"),
}


def minute(when: datetime | None) -> str:
    """A moment in the terminal's own time zone, to the minute."""
    return when.astimezone().strftime("%Y-%m-%d %H:%M") if when else "-"


def _health(section: "Section") -> str:
    said = [f"last success {minute(section.succeeded)}" if section.succeeded else "never read"]
    if section.gone:
        said.append("gone for good (410), not asked any more")
    elif section.error:
        said.append(f"last error: {section.error}")
    if section.next_check and not section.gone:
        said.append(f"next check {minute(section.next_check)}")
    return "; ".join(said)
