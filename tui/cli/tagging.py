"""Verbs for what a person writes on stories: tag, note."""

import argparse
from typing import TYPE_CHECKING

from tui.cli import listing
from tui.cli.opening import Acting, known, piped, reading, refuse
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted

if TYPE_CHECKING:
    from tui.storage.file import File


def tag(arguments: argparse.Namespace) -> int:
    """`tag`: lists the tags; with a name it tags stories, takes the tag off them, renames or removes it."""
    if arguments.name is None:
        if arguments.off or arguments.remove or arguments.rename is not None or _which(arguments):
            refuse("tag needs the name of a tag")
        return _tags(as_json=arguments.json)
    if _which(arguments) and (arguments.remove or arguments.rename is not None):
        refuse("a tag is renamed or removed as a whole: without stories")
    with Acting(arguments) as (file, act):
        told = act.told(*_tag(file, arguments))
    gate.say(told)
    return 0


def _which(arguments: argparse.Namespace) -> bool:
    """Whether stories are named, in whatever way."""
    return bool(arguments.story or arguments.section or arguments.search or arguments.older)


def _tags(*, as_json: bool) -> int:
    from tui.storage import tags

    with reading() as file:
        found = tags.every(file)
    none = "there are no tags: `broadsheet tag NAME ID`"
    return listing.put(found, records.tag, lists.tags, as_json=as_json, none=none)


def _tag(file: "File", arguments: argparse.Namespace) -> tuple[str, str]:
    """Does what is asked with a tag: what was done, in a sentence, and what is said where that was nothing."""
    from tui.cli.stories import chosen
    from tui.storage import tags

    name = arguments.name.removeprefix("#")
    if arguments.rename is not None:
        another = arguments.rename.removeprefix("#")
        tags.rename(file, tags.find(file, name).id, another)
        return f"{name} is called {another}", f"{name} is called so already"
    if arguments.remove:
        found = tags.find(file, name)
        tags.remove(file, found.id)
        return f"removed the tag {found.name}, its stories stay", ""
    ids = chosen(file, arguments)
    nothing = lists.as_before(f"tagged {name}", len(ids), off=arguments.off)
    if arguments.off:
        return f"{counted(tags.untag(file, ids, name), 'story', 'stories')} no longer tagged {name}", nothing
    return f"{counted(tags.tag(file, ids, name), 'story', 'stories')} tagged {name}", nothing


def note(arguments: argparse.Namespace) -> int:
    """`note ID`: prints the note; with words it writes one, `-` takes them from standard input."""
    from tui.storage import stories, tags

    if arguments.words and arguments.remove:
        refuse("a note is written or removed, not both")
    if not arguments.words and not arguments.remove:
        with reading() as file:
            story = known(arguments.story, stories.story(file, arguments.story))
            if not (written := tags.note(file, story.id)):
                raise AskError(f"there is no note on {arguments.story}")
        if arguments.json:
            gate.put_json(records.note(story.id, written))
        else:
            gate.put(written)
        return 0
    words = piped() if arguments.words == ["-"] else " ".join(arguments.words)
    if not words.strip() and not arguments.remove:
        raise AskError("standard input has no words: --remove takes a note away")
    with Acting() as (file, act):
        story = known(arguments.story, stories.story(file, arguments.story))
        tags.keep_note(file, story.id, words)
        if not arguments.remove:
            told = act.told("the note is kept", "the note is so already")
        else:
            told = act.told("the note is removed", f"there is no note on {arguments.story}")
    gate.say(told)
    return 0
