"""Verbs on how pages are read: explain and reparse."""

import argparse
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.opening import known, narrate, reading, typed, with_library
from tui.errors import AskError
from tui.jobs import BODY_BYTES
from tui.output import gate
from tui.text import counted

if TYPE_CHECKING:
    from tui.library.library import Library


def explain(arguments: argparse.Namespace) -> int:
    """`explain URL-or-FILE-or-ID`."""
    from tui.library.imports import body_of

    if arguments.page.isascii() and arguments.page.isdigit() and not os.path.lexists(arguments.page):
        return with_library(partial(_explain_story, arguments.page))
    page, url = None, arguments.page
    if "://" not in url:
        path = Path(url)
        # Not path.exists(), which raises for a name that is too long.
        if not os.path.lexists(path) or os.path.isdir(path):  # noqa: PTH112
            raise AskError(_no_page(url))
        page, url = body_of(path, BODY_BYTES, pipes=True), path.absolute().as_uri()
        if page == b"":
            raise AskError(f"{path} is empty")

    async def work(library: "Library") -> int:
        gate.put(await library.explain(url, page))
        return 0

    return with_library(work)


def _no_page(named: str) -> str:
    """Why what was named is no page: it is a folder, or a list of stories, or nothing at all."""
    from tui.storage import naming

    if os.path.isdir(named):  # noqa: PTH112
        return f"{named} is a folder; explain takes the file of one page"
    try:
        with reading() as file:
            naming.find_list(file, named)
    except AskError:
        return f"there is no file {named}, and an address begins with https://"
    return f"{named} is a list of stories; explain takes the id of one: `broadsheet list --section {typed(named)}`"


async def _explain_story(story: str, library: "Library") -> int:
    from tui.library import telling

    gate.put(await telling.explained(library, story))
    return 0


def reparse(arguments: argparse.Namespace) -> int:
    """`reparse`: exit code 1 where not one page could be read."""
    from tui.storage import stories

    async def work(library: "Library") -> int:
        ids = [known(text, await library.ask(stories.story, text)).id for text in arguments.story]
        done, failed, _ = await narrate("reparsing", library.reparse(ids or None))
        said = f"{counted(done - failed, 'page', 'pages')} read again" if done else "there is no page to read again"
        gate.say(said + (f", {failed} left unchanged" if failed else ""))
        return 1 if done and failed == done else 0

    return with_library(work)
