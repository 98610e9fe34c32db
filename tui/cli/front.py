"""Verbs on what matters: front, catchup."""

import argparse

from tui.cli.opening import reading, writing
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted


def front(arguments: argparse.Namespace) -> int:
    """`front`: the front page; `--weigh` and `--owner` change how it ranks."""
    from tui.storage import front as pages

    if arguments.weigh:
        return _weigh(*arguments.weigh)
    if arguments.owner:
        return _own(*arguments.owner)
    with reading() as file:
        found = pages.page(file, arguments.limit, unread=arguments.unread)
    if arguments.json:
        gate.put_json([records.ranked(each) for each in found])
    elif found:
        gate.put("\n".join(lists.ranked(place, each, explain=arguments.explain) for place, each in enumerate(found, 1)))
    return 0


def _weigh(section: str, weight: str) -> int:
    from tui.storage import naming, ranking

    number = ranking.weight_of(weight)
    with writing() as file:
        found = naming.find_sections(file, section)
        ranking.weigh(file, [each.id for each in found], number)
    gate.say(f"{counted(len(found), 'section weighs', 'sections weigh')} {number:g} on the front page")
    return 0


def _own(name: str, *domains: str) -> int:
    from tui.storage import ranking

    with writing() as file:
        ranking.own(file, name, domains)
    gate.say(ranking.owned(name, domains))
    return 0


def catch_up(arguments: argparse.Namespace) -> int:
    """`catchup`: what can be read in the time given, with its leads, and what is left out."""
    from tui.storage import front as pages
    from tui.storage import grammar

    with reading() as file:
        since = grammar.moment(arguments.since, file.clock())
        if since is None:
            raise AskError(f"{arguments.since} is not a day: yesterday, 12h, 3d, 2026-11-23")
        found = pages.catch_up(file, arguments.minutes, since)
    if arguments.json:
        gate.put_json(records.catch_up(found))
    else:
        gate.put(lists.catch_up(found))
    return 0
