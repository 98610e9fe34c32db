"""Verbs that search: search, searches."""

import argparse
from collections.abc import Sequence

from tui.cli.opening import reading, writing
from tui.output import gate, lists, records


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
    from tui.storage import grammar, searches, stories

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
    if arguments.json:
        gate.put_json([records.story(story) for story in found])
    else:
        gate.put(lists.stories(found))
    if not found:
        gate.say(f"nothing found for {words}")
    return 0


def searches(arguments: argparse.Namespace) -> int:
    """`searches`."""
    from tui.storage import searches

    with reading() as file:
        saved = searches.saved(file)
    if arguments.json:
        gate.put_json([records.search(one) for one in saved])
        return 0
    gate.put(lists.searches(saved))
    if not saved:
        gate.say("no searches are saved yet: `broadsheet search WORDS --save NAME`")
    return 0
