"""Verbs on what matters: front, catchup."""

import argparse
from functools import partial

from tui.cli import listing
from tui.cli.opening import Acting, reading
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
    lines = partial(lists.front_page, explain=arguments.explain)
    none = "nothing on the front page is unread" if arguments.unread else "there is nothing on the front page"
    return listing.put(found, records.ranked, lines, as_json=arguments.json, none=none)


def _weigh(section: str, weight: str) -> int:
    from tui.storage import naming, ranking

    number = ranking.weight_of(weight)
    with Acting() as (file, act):
        found = naming.find_sections(file, section)
        ranking.weigh(file, [each.id for each in found], number)
        told = act.told(f"{counted(len(found), 'section weighs', 'sections weigh')} {number:g} on the front page")
    gate.say(told)
    return 0


def _own(name: str, *domains: str) -> int:
    from tui.storage import ranking

    with Acting() as (file, act):
        ranking.own(file, name, domains)
        told = act.told(ranking.owned(name, domains), "" if domains else f"{name} owns nothing")
    gate.say(told)
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
    elif not found.stories and not found.left:
        gate.say("there is nothing to catch up on")
    else:
        gate.put(lists.catch_up(found))
    return 0
