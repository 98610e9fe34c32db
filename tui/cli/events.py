"""Verbs on events: explain-event, same, not-the-same."""

import argparse

from tui.cli.opening import Acting, known, reading, refuse
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted


def explain(arguments: argparse.Namespace) -> int:
    """`explain-event`."""
    from tui.storage import additions, stories, tellings

    with reading() as file:
        story = known(arguments.story, stories.story(file, arguments.story))
        event = tellings.event(file, story.id)
        added = additions.additions(file, event) if event is not None and arguments.adds else None
    if event is None:
        raise AskError(f"no other outlet tells what story {story.id} tells")
    if arguments.json:
        gate.put_json(records.event(event, added))
    elif added is not None:
        from tui.blocks import written
        from tui.output import events

        gate.put(written(events.page(event, added).blocks))
    else:
        gate.put(lists.event(event))
    return 0


def same(arguments: argparse.Namespace) -> int:
    """`same ID ID…`."""
    from tui.storage import rulings, stories

    with Acting() as (file, act):
        ids = dict.fromkeys(known(text, stories.story(file, text)).id for text in arguments.story)
        if len(ids) < 2:
            refuse("same needs two stories or more")
        if not (number := rulings.same(file, tuple(ids))):
            raise AskError("these are already one event")
        told = act.told(f"{number} stories tell one event now")
    gate.say(told)
    return 0


def not_the_same(arguments: argparse.Namespace) -> int:
    """`not-the-same ID…`: one act, however many they are."""
    from tui.storage import actions, rulings, stories

    with Acting() as (file, act):
        named = [known(text, stories.story(file, text)) for text in arguments.story]
        with actions.as_one(file, "not the same", named[0].heading):
            apart = sum(rulings.not_the_same(file, story.id) > 0 for story in named)
        if not apart:
            raise AskError("no other outlet tells that")
        told = act.told(f"{counted(apart, 'story stands', 'stories stand')} apart now")
    gate.say(told)
    return 0
