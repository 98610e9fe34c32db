"""Verbs of the command line in processes that are forked from one that has imported them all: as if each had been
started by itself, without the quarter of a second that an interpreter takes to start.

    python -m tests.forking

reads lines of JSON, `[WORDS, ENVIRONMENT]`, and answers each with one: `[EXIT CODE, STDOUT, STDERR]`, the bytes of the
streams in hexadecimal.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Self

from tui import __main__ as program
from tui.cli.verbs import VERBS

SECONDS = 120
"""After which a verb hangs, on however busy a machine."""

BROKE = 99
"""The exit code of a verb that crashed."""


def import_verbs() -> None:
    """All that verbs are made of, so that none has to import it after the fork."""
    for verb in VERBS:
        import_module(f"tui.cli.{verb.does.partition('.')[0]}")


def run(
    words: Sequence[str],
    out: str,
    err: str,
    env: Mapping[str, str] | None = None,
    before: Callable[[], object] = lambda: None,
    seconds: int = SECONDS,
) -> int:
    """A verb in a process of its own, with the files `out` and `err` as its streams; its exit code, less than nothing
    where a signal ended it. `before` is what happens to that process first."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = BROKE
    try:
        signal.alarm(seconds)
        for descriptor, place in enumerate((os.devnull, out, err)):
            os.dup2(os.open(place, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), descriptor)
        if env is not None:
            os.environ.clear()
            os.environ.update(env)
        before()
        sys.argv = ["broadsheet", *words]
        code = program.main()
    except BaseException:
        Path(err).write_text(traceback.format_exc(), encoding="utf-8")
    finally:
        os._exit(code)


class Stem:
    """The process that verbs are forked from, as another one asks it."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forking"],
            env=dict(env),
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def run(self, words: Sequence[str], env: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
        """A verb, run to its end in an environment of its own."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps([list(words), dict(env)]).encode() + b"\n")
        self._process.stdin.flush()
        code, out, err = json.loads(self._process.stdout.readline())
        return subprocess.CompletedProcess(list(words), code, bytes.fromhex(out), bytes.fromhex(err))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()


def main() -> None:
    """Verbs, one after another, until nobody asks for more."""
    import_verbs()
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        for line in sys.stdin.buffer:  # the verbs get the text of it as new as it is
            words, env = json.loads(line)
            code = run(words, str(out), str(err), env)
            print(json.dumps([code, out.read_bytes().hex(), err.read_bytes().hex()]), flush=True)


if __name__ == "__main__":
    main()
