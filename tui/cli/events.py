"""Verbs on events: explain-event, same, not-the-same."""

import argparse

from tui.cli.opening import known, reading, writing
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted


def explain(arguments: argparse.Namespace) -> int:
    """`explain-event`."""
    from tui.storage import additions, stories, tellings

    with reading() as file:
        story = known(arguments.story, stories.story(file, arguments.story))
        event = tellings.event(file, story.id)
        added = additions.additions(file, event) if event is not None and arguments.adds else ()
    if event is None:
        raise AskError(f"no other outlet tells what story {story.id} tells")
    if arguments.json:
        gate.put_json(records.event(event, added))
    elif arguments.adds:
        from tui.blocks import written
        from tui.output import events

        gate.put(written(events.page(event, added).blocks))
    else:
        gate.put(lists.event(event))
    return 0


def same(arguments: argparse.Namespace) -> int:
    """`same ID ID…`."""
    from tui.storage import rulings, stories

    with writing() as file:
        number = rulings.same(file, [known(text, stories.story(file, text)).id for text in arguments.story])
    if not number:
        raise AskError("these are already one event")
    gate.say(f"{counted(number, 'story tells', 'stories tell')} one event now")
    return 0


def not_the_same(arguments: argparse.Namespace) -> int:
    """`not-the-same ID…`."""
    from tui.storage import rulings, stories

    with writing() as file:
        ids = [known(text, stories.story(file, text)).id for text in arguments.story]
        numbers = [rulings.not_the_same(file, story_id) for story_id in ids]
    if not any(numbers):
        raise AskError("no other outlet tells that")
    gate.say(f"{counted(sum(map(bool, numbers)), 'story stands', 'stories stand')} apart now")
    return 0
