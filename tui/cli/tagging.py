"""Verbs for what a person writes on stories: tag, note."""

import argparse
from typing import TYPE_CHECKING

from tui.cli import listing
from tui.cli.opening import known, piped, reading, writing
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted

if TYPE_CHECKING:
    from tui.storage.file import File


def tag(arguments: argparse.Namespace) -> int:
    """`tag`: lists the tags; with a name it tags stories, takes the tag off them, renames or removes it."""
    if not arguments.name:
        return _tags(as_json=arguments.json)
    with writing() as file:
        gate.say(_tag(file, arguments))
    return 0


def _tags(*, as_json: bool) -> int:
    from tui.storage import tags

    with reading() as file:
        found = tags.every(file)
    none = "there are no tags: `broadsheet tag NAME ID`"
    return listing.put(found, records.tag, lists.tags, as_json=as_json, none=none)


def _tag(file: "File", arguments: argparse.Namespace) -> str:
    """Does what is asked with a tag; what was done, in a sentence."""
    from tui.cli.stories import chosen
    from tui.storage import tags

    name = arguments.name.removeprefix("#")
    if arguments.rename is not None:
        tags.rename(file, tags.find(file, name).id, arguments.rename)
        return f"{name} is called {arguments.rename}; `broadsheet undo` takes it back"
    if arguments.remove:
        found = tags.find(file, name)
        tags.remove(file, found.id)
        return f"removed the tag {found.name}, its stories stay; `broadsheet undo` takes it back"
    ids = chosen(file, arguments)
    if arguments.off:
        return f"{counted(tags.untag(file, ids, name), 'story', 'stories')} no longer tagged {name}"
    return f"{counted(tags.tag(file, ids, name), 'story', 'stories')} tagged {name}"


def note(arguments: argparse.Namespace) -> int:
    """`note ID`: prints the note; with words it writes one, `-` takes them from standard input."""
    from tui.storage import stories, tags

    if not arguments.words and not arguments.remove:
        with reading() as file:
            story = known(arguments.story, stories.story(file, arguments.story))
            if not (written := tags.note(file, story.id)):
                raise AskError(f"there is no note on {arguments.story}")
        gate.put(written)
        return 0
    words = piped() if arguments.words == ["-"] else " ".join(arguments.words)
    with writing() as file:
        story = known(arguments.story, stories.story(file, arguments.story))
        tags.keep_note(file, story.id, words)
    gate.say("the note is kept" if words.strip() else "no note")
    return 0
