"""Verbs on stories: list, show, mark, undo, redo, save."""

import argparse
from typing import TYPE_CHECKING

from tui.cli import listing
from tui.cli.opening import Acting, known, piped, reading, refuse, with_library, writing
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.model import Action, Article, Story, StoryFilter, Told
    from tui.storage.file import File


def window(arguments: argparse.Namespace) -> int:
    """`list`."""
    from tui.storage import naming, stories
    from tui.values import replace

    with reading() as file:
        wanted = naming.find_list(file, arguments.section, unread=arguments.unread, starred=arguments.starred)
        found = stories.window(file, replace(wanted, events=arguments.events), arguments.limit)
    return listing.put(found, records.story, lists.stories, as_json=arguments.json, none="there are no such stories")


def show(arguments: argparse.Namespace) -> int:
    """`show`: from the library without the network where it is there."""
    from tui.library import telling
    from tui.storage import stories, texts

    with reading() as file:
        story = stories.story(file, arguments.story)
        article = texts.article(file, story.id) if story and arguments.changes else None
        if arguments.changes and not arguments.again:
            return _put_changes(file, known(arguments.story, story), article, as_json=arguments.json)
        # Similar stories cost a search each time; only JSON has a place for them.
        if story and not arguments.again and (kept := telling.kept(file, story, similar=arguments.json)):
            return _put_told(file, arguments, kept)

    async def work(library: "Library") -> int:
        if story is not None and arguments.again:
            read = await library.fetch_again(story.id)
            if arguments.changes:
                return await library.ask(_put_changes, story, read, as_json=arguments.json)
        told = await telling.tell(library, arguments.story, similar=arguments.json)
        return await library.ask(_put_told, arguments, told)

    return with_library(work)


def _put_changes(file: "File", story: "Story", article: "Article | None", *, as_json: bool) -> int:
    from tui.storage import earlier

    before = earlier.of(file, story.id)
    if before is None or article is None:
        raise AskError("this story has not changed since it was read")
    both = earlier.compared(before.article.blocks, article.blocks)
    if as_json:
        gate.put_json(records.changes(story, before.replaced, both))
    else:
        from tui.output import articles

        gate.put(articles.as_changes(both))
    return 0


def mark(arguments: argparse.Namespace) -> int:
    """`mark read|unread|star|unstar|later|not-later`: the stories of these ids, or all of a list."""
    from tui.storage import marks

    verb = arguments.mark.replace("-", " ")
    with Acting() as (file, act):
        ids = chosen(file, arguments)
        match arguments.mark:
            case "read" if not (arguments.story or arguments.event):
                what = arguments.section or arguments.search or ""
                changed = marks.mark_all_read(file, _meant(file, arguments), what=what)
            case "read" | "unread":
                changed = marks.mark(file, ids, read=arguments.mark == "read")
            case "star" | "unstar":
                changed = marks.mark(file, ids, starred=arguments.mark == "star")
            case _:
                changed = marks.mark(file, ids, later=arguments.mark == "later")
        told = act.told(lists.marked(verb, changed, len(ids)))
    gate.say(told)
    return 0


def chosen(file: "File", arguments: argparse.Namespace) -> tuple[int, ...]:
    """The stories that a verb is asked to do something with: those named, or all of a list. AskError where there are
    none of them."""
    from tui.storage import stories, tellings

    if arguments.story and (arguments.section or arguments.search or arguments.older):
        refuse("say which stories: by their ids, or by --section, --search and --older")
    if arguments.story:
        ids = tuple(known(text, stories.story(file, text)).id for text in arguments.story)
    else:
        ids = tuple(stories.order(file, _meant(file, arguments)))
    return tellings.with_others(file, ids) if arguments.event else ids


def _meant(file: "File", arguments: argparse.Namespace) -> "StoryFilter":
    """A list, or the part of it that a search finds or that is older."""
    from tui.storage import grammar, naming
    from tui.values import replace

    if not (arguments.section or arguments.search or arguments.older):
        refuse("say which stories: their ids, --section, --search or --older")
    wanted = naming.find_list(file, arguments.section)
    words = " ".join(filter(None, (arguments.search, f"before:{arguments.older}" if arguments.older else "")))
    if not words:
        return wanted
    grammar.check(words)
    return replace(wanted, words=grammar.both(wanted.words, words), news=True)


def save(arguments: argparse.Namespace) -> int:
    """`save URL…`: onto the list of later, and into the queue of what is fetched; `-` reads addresses from standard
    input."""
    from tui.storage import downloads

    urls = [line for url in arguments.url for line in (piped().split() if url == "-" else [url])]
    with Acting() as (file, act):
        queued, refused = downloads.save(file, urls)
        many = counted(len(queued), "story", "stories")
        told = act.told(
            f"{many} saved for later, `broadsheet download` fetches what is not here", f"{many} saved already"
        )
    gate.put(lists.stories(queued))
    if queued:
        gate.say(told)
    elif not refused:
        gate.say("no address was given, so nothing is saved")
    for said in refused:
        gate.say(f"broadsheet: {said}")
    return 1 if refused else 0


def undo(arguments: argparse.Namespace) -> int:
    """`undo`: takes back the last act; with `--list` says what could be taken back."""
    from tui.storage import actions

    if arguments.json and not arguments.list:
        refuse("--json goes with --list")
    if arguments.list:
        with reading() as file:
            done = actions.history(file)
        none = "nothing was done that could be taken back"
        return listing.put(done, records.action, lists.actions, as_json=arguments.json, none=none)
    with writing() as file:
        return _said("undone", actions.undo(file))


def redo(_: argparse.Namespace) -> int:
    """`redo`: does again what was taken back last."""
    from tui.storage import actions

    with writing() as file:
        return _said("done again", actions.redo(file))


def _said(what: str, action: "Action | None") -> int:
    if action is None:
        raise AskError(f"there is nothing to be {what}")
    gate.say(f"{what}: {lists.done(action)}")
    return 0


def _put_told(file: "File", arguments: argparse.Namespace, told: "Told") -> int:
    """An article, with what it leads to and who else tells it."""
    from tui.storage import tellings

    related = (*told.related, *tellings.told_by(file, told.story.id))
    if arguments.json:
        gate.put_json(records.article(told.story, told.article, related, told.similar, told.enclosed))
        return 0
    from tui.output import articles

    write = articles.as_markdown if arguments.markdown else articles.as_text
    gate.put(write(told.article, related, told.enclosed))
    return 0
