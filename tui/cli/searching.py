"""Verbs that search, and what searches are kept for: search, searches, mute, highlight, rule."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli import listing
from tui.cli.opening import offering, reading, writing
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted

if TYPE_CHECKING:
    from tui.saved import Acts, Kind


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
    wanted = StoryFilter(words=words, order="relevance" if arguments.relevance else "date", news=save)
    if save:
        with writing() as file:
            saved = searches.save(file, arguments.save, words)
        gate.say(f'saved: `broadsheet list --section "{saved.name}"`, or its row in the reader')
    with reading() as file:
        found = stories.window(file, wanted, arguments.limit)
        offered = None if arguments.json else forms.wider(file, words)
    if arguments.json:
        gate.put_json([records.story(story) for story in found])
    else:
        gate.put(lists.stories(found))
    if not found:
        gate.say(f"nothing found for {words}")
    if offered:
        gate.say(f"{offered.told}: `broadsheet search '{offered.words}'`")
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

    tags = tuple(tag.lstrip("#") for tag in arguments.tag)
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
    from tui.storage import actions, searches

    words = said(arguments.words)
    if arguments.remove or arguments.show:
        return _with_one(kind, arguments)
    if not words:
        with reading() as file:
            found = searches.saved(file, kind)
        return listing.put(found, records.search, lists.searches, as_json=arguments.json, none=_NONE[kind])
    if arguments.try_:
        with reading() as file:
            number = searches.count(file, words)
        gate.say(f"would {_DOES[kind]} {counted(number, 'story', 'stories')}: `broadsheet search {words}` lists them")
        return 0
    with writing() as file:
        before = actions.history(file, 1)
        kept = searches.save(file, arguments.name or words, words, kind, acts)
        reached = kept.acts.told if kind == "rule" else counted(kept.stories, "story", "stories")
        did = f"{reached} {_DID[kind]}" + ", and in lists of events the whole event" * kept.acts.event
        told = offering(file, before, f"{kept.name}: {did}", f"{kept.name}: {did}, as before")
    gate.say(told)
    return 0


def _with_one(kind: "Kind", arguments: argparse.Namespace) -> int:
    """Drops one, or lists what it finds."""
    from tui.storage import searches, stories

    name = arguments.remove or arguments.show
    with writing() if arguments.remove else reading() as file:
        known = searches.find(file, name, kind)
        if known is None:
            there = ", ".join(search.name for search in searches.saved(file, kind))
            raise AskError(f"there is no {kind} called {name}" + (f"; there are {there}" if there else ""))
        if arguments.show:
            found = stories.window(file, searches.found_by(known), 0)
            gate.put_json([records.story(each) for each in found]) if arguments.json else gate.put(lists.stories(found))
            return 0
        searches.drop(file, known.id)
    gate.say(f"removed the {kind} {known.name}")
    return 0
