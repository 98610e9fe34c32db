"""Verbs on how pages are read: explain and reparse."""

import argparse
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.opening import known, narrate, with_library
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
    path = Path(arguments.page)
    # Not path.exists(), which raises for a name that is too long.
    is_file = "://" not in arguments.page and os.path.lexists(path) and not os.path.isdir(path)  # noqa: PTH112
    page = body_of(path, BODY_BYTES, pipes=True) if is_file else None
    if page == b"":
        raise AskError(f"{path} is empty")
    url = path.absolute().as_uri() if is_file else arguments.page

    async def work(library: "Library") -> int:
        gate.put(await library.explain(url, page))
        return 0

    return with_library(work)


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
