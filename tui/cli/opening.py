"""The library as the verbs open it: a file for those that need no network, the whole library for those that do."""

import sys
from collections.abc import AsyncIterable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, NoReturn, Self

from tui import bounded, config
from tui.errors import AskError
from tui.output import gate

if TYPE_CHECKING:
    import argparse

    from tui.library.library import Library
    from tui.model import Action, Story, Update
    from tui.storage.file import File


def reading() -> "File":
    """The library, to be read."""
    from tui.library import opening

    return opening.reading(config.library_file())


def writing() -> "File":
    """The library, to be changed."""
    from tui.library import opening

    return opening.writing(config.library_file())


WAY_BACK = "; `broadsheet undo` takes it back"
"""What follows what was done."""


class Acting:
    """The library, to be changed by one act that can be taken back. A verb that lists as well says what it was asked:
    with `--json` nothing is done."""

    def __init__(self, arguments: "argparse.Namespace | None" = None) -> None:
        if arguments is not None and arguments.json:
            refuse("--json is for what is listed, so nothing was done")
        self._file = writing()

    def __enter__(self) -> "tuple[File, Self]":
        self._before = self._last()
        return self._file, self

    def __exit__(self, *error: Any) -> None:
        self._file.close()

    def _last(self) -> "tuple[Action, ...]":
        from tui.storage import actions

        return actions.history(self._file, 1)

    def told(self, said: str, otherwise: str = "") -> str:
        """What was done, with the way back; where the last act is still the one before, undo would take back something
        else: then `otherwise`, or what was done without it."""
        if self._last() == self._before:
            return otherwise or said
        return f"{said}{WAY_BACK}"


def refuse(said: str) -> NoReturn:
    """End a verb that was called wrongly: exit code 2, as for what the parser finds."""
    gate.say(f"broadsheet: {said}")
    raise SystemExit(2)


def with_library(work: "Callable[[Library], Coroutine[Any, Any, int]]") -> int:
    """Run a verb that needs the network, on a library that is opened and closed around it; gives its exit code."""
    import asyncio
    import gc

    from tui.library.library import Library

    # Off while a verb starts (see __main__); what runs for minutes needs it.
    gc.enable()

    async def run() -> int:
        library = await Library.open(config.library_file(), config.load())
        try:
            return await work(library)
        finally:
            await library.close()

    return asyncio.run(run())


def typed(words: str) -> str:
    """Words as one argument in a shell."""
    import shlex

    return shlex.quote(words)


TYPED_BYTES = 10_000_000
"""Characters that are piped in, where a verb takes them: every address that a person ever saved is a fifth of it."""


def piped(most: int = TYPED_BYTES) -> str:
    """What standard input has to say, to its end. AskError where that is too much."""
    try:
        said: str = bounded.read(sys.stdin, most)
    except OSError as error:
        raise AskError(f"standard input cannot be read: {bounded.why(error)}") from error
    return said


def known(text: str, story: "Story | None") -> "Story":
    """The story that a person named; AskError where there is none."""
    if story is None:
        raise AskError(f"there is no story {text}")
    return story


async def narrate(doing: str, updates: "AsyncIterable[Update]") -> tuple[int, int, int]:
    """Say what goes on: a line for each failure, progress on a terminal. (how many, how many failed, new stories)."""
    done = failed = new = 0
    async for update in updates:
        done, failed, new = done + 1, failed + bool(update.error), new + update.new
        if update.error:
            gate.clear()
            gate.say(update.error if update.error.startswith(update.name) else f"{update.name}: {update.error}")
        gate.progress(f"{doing} {update.done} of {update.total}")
    gate.clear()
    return done, failed, new
