"""Verbs that search, and what searches are kept for: search, searches, mute, highlight, rule."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli import listing
from tui.cli.opening import Acting, reading, refuse, typed
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted

if TYPE_CHECKING:
    from tui.saved import Acts, Kind, SavedSearch
    from tui.storage.file import File


def said(words: Sequence[str]) -> str:
    """A search as it was typed in a shell, which takes quotation marks away: one of several words that has blanks in it
    is a phrase, or a name behind its field."""
    if len(words) == 1:
        return words[0].strip()
    return " ".join(_whole(word.strip()) for word in words)


def _whole(word: str) -> str:
    if " " not in word or '"' in word or "|" in word:
        return word
    sign = "-" if word.startswith("-") else ""
    field, colon, name = word.removeprefix("-").partition(":")
    if colon and field.isalpha() and " " not in field and not name.startswith(" "):
        return f'{sign}{field}:"{name}"'
    return f'{sign}"{word.removeprefix("-")}"'


def search(arguments: argparse.Namespace) -> int:
    """`search`, and with `--save` the search is kept as a list of its own."""
    from tui.model import StoryFilter
    from tui.storage import forms, grammar, searches, stories

    words = said(arguments.words)
    grammar.check(words)
    save = arguments.save is not None
    wanted = StoryFilter(
        words=words, order="relevance" if arguments.relevance else "date", news=save, events=arguments.events
    )
    if save:
        with Acting() as (file, act):
            saved = searches.save(file, arguments.save, words)
            did = f"saved: `broadsheet list --section {typed(saved.name)}` lists what it finds"
            told = act.told(did, f"{saved.name} is saved already")
        gate.say(told)
    with reading() as file:
        found = stories.window(file, wanted, arguments.limit)
        offered = None if arguments.json else forms.wider(file, words)
    listing.put(found, records.story, lists.stories, as_json=arguments.json, none=f"nothing found for {words}")
    if offered:
        gate.say(f"{offered.told}: `broadsheet search {typed(offered.words)}`")
    return 0


def searches(arguments: argparse.Namespace) -> int:
    """`searches`."""
    from tui.storage import searches

    with reading() as file:
        saved = [search for search in searches.every(file) if search.kind == "view"]
    none = "no searches are saved yet: `broadsheet search WORDS --save NAME`"
    return listing.put(saved, records.search, lists.searches, as_json=arguments.json, none=none)


def mute(arguments: argparse.Namespace) -> int:
    """`mute`: what is found is in no list, and never deleted."""
    from tui.saved import Acts

    return _kept(arguments, "mute", Acts(event=arguments.event))


def highlight(arguments: argparse.Namespace) -> int:
    """`highlight`: what is found is set apart in every list."""
    return _kept(arguments, "highlight")


def rule(arguments: argparse.Namespace) -> int:
    """`rule`: what arrives and is found is marked, or tagged."""
    from tui.saved import Acts

    tags = tuple(tag.lstrip("# ") for tag in arguments.tag)
    if not all(tags):
        raise AskError("a tag has a name")
    return _kept(arguments, "rule", Acts(arguments.read, arguments.star, arguments.later, tags))


_DOES = {"mute": "hide", "highlight": "highlight", "rule": "touch"}
_DID = {"mute": "hidden", "highlight": "highlighted", "rule": "as it arrives"}
_NONE = {
    "mute": "nothing is muted: `broadsheet mute WORDS`",
    "highlight": "nothing is highlighted: `broadsheet highlight WORDS`",
    "rule": "there are no rules: `broadsheet rule WORDS --read`",
}


def _kept(arguments: argparse.Namespace, kind: "Kind", acts: "Acts | None" = None) -> int:
    """Lists the searches of a kind where no words are given; else tries one, keeps it, or drops it."""
    from tui.saved import Acts
    from tui.storage import searches

    words = said(arguments.words)
    named = arguments.remove is not None or arguments.show is not None
    if named and words:
        refuse(f"{kind} takes words, or the name of one to show or to remove, not both")
    if named:
        return _with_one(kind, arguments)
    if not words and (arguments.name is not None or arguments.try_ or (acts and acts != Acts())):
        refuse(f"{kind} needs the words of a search")
    if not words:
        with reading() as file:
            found = searches.saved(file, kind)
        return listing.put(found, records.search, lists.searches, as_json=arguments.json, none=_NONE[kind])
    if arguments.try_:
        with reading() as file:
            number = searches.count(file, words)
        if arguments.json:
            gate.put_json({"words": words, "stories": number})
            return 0
        lists_them = f": `broadsheet search {typed(words)}` lists them" * bool(number)
        gate.say(f"would {_DOES[kind]} {counted(number, 'story', 'stories')}{lists_them}")
        return 0
    with Acting(arguments) as (file, act):
        kept = searches.save(file, arguments.name or words, words, kind, acts)
        reached = kept.acts.told if kind == "rule" else counted(kept.stories, "story", "stories")
        did = f"{reached} {_DID[kind]}" + ", and in lists of events the whole event" * kept.acts.event
        told = act.told(f"{kept.name}: {did}", f"{kept.name}: {did}, as before")
    gate.say(told)
    return 0


def _with_one(kind: "Kind", arguments: argparse.Namespace) -> int:
    """Drops one, or lists what it finds."""
    from tui.storage import searches, stories

    if arguments.show is not None:
        with reading() as file:
            found = stories.window(file, searches.found_by(_known(file, kind, arguments.show)), 0)
        none = f"{arguments.show} finds no story"
        return listing.put(found, records.story, lists.stories, as_json=arguments.json, none=none)
    with Acting(arguments) as (file, act):
        known = _known(file, kind, arguments.remove)
        searches.drop(file, known.id)
        told = act.told(f"removed the {kind} {known.name}")
    gate.say(told)
    return 0


def _known(file: "File", kind: "Kind", name: str) -> "SavedSearch":
    """The search of a kind that has this name. AskError where there is none."""
    from tui.storage import searches

    known = searches.find(file, name, kind)
    if known is None:
        there = [search.name for search in searches.saved(file, kind)]
        hint = f"; there {'is' if len(there) == 1 else 'are'} {', '.join(there)}" if there else ""
        raise AskError(f"there is no {kind} called {name}{hint}")
    return known
