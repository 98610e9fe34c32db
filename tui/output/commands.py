"""Programs of a person's own that are run on stories: argument lists with placeholders, never a shell.

What stands in a placeholder is from outside: it is one argument, in one line, and never begins with a sign that a
program would obey. An answer is read as it comes, up to a bound, cleaned, and its program can be ended at
any moment with all that it started."""

import contextlib
import os
import re
import select
import signal
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tui import address, private, text
from tui.config import PLACEHOLDER, OwnCommand
from tui.errors import OutputError
from tui.output import forms

if TYPE_CHECKING:
    import subprocess
    import threading

    from tui.model import Story, Told

NAMED = 5
"""Stories and sections that a notification names."""
ANSWER = 1_000_000
"""Bytes of an answer at most."""
LOOK = 0.1
"""Seconds after which it is looked again whether a program is to be ended."""
ARGUMENT = 4_000
"""Characters of what stands in a placeholder: the longest address that browsers take."""


def wants_file(argv: Sequence[str]) -> bool:
    """Whether a command is given a file with the article in it."""
    return any("{file}" in part for part in argv)


def facts(story: "Story") -> dict[str, str]:
    """What the placeholders stand for, for a story."""
    return {
        "url": address.openable(story.url),
        "title": story.heading,
        "site": story.site,
        "section": story.section,
        "authors": ", ".join(story.authors),
        "summary": story.summary,
        "id": str(story.id),
    }


def filled(argv: Sequence[str], given: Mapping[str, str]) -> tuple[str, ...]:
    """The arguments with what their placeholders stand for. OutputError where there is no address and one is
    wanted."""
    if any("{url}" in part for part in argv) and not given.get("url"):
        raise OutputError("this story has no address that another program could be given")

    def value(found: re.Match[str]) -> str:
        return text.line(given.get(found[1], ""))[:ARGUMENT]

    return tuple(_harmless(part, PLACEHOLDER.sub(value, part)) for part in argv)


_LOOKALIKES = {"-": "\u2010", "+": "\uff0b", "@": "\uff20"}
"""Signs with which an argument begins that is an option, a command (less, vi) or the name of a file (curl), and others
that look like them."""


def _harmless(written: str, argument: str) -> str:
    """An argument that begins as its owner wrote it, or with nothing that a program would obey."""
    if argument[:1] == written[:1]:
        return argument
    return _LOOKALIKES.get(argument[:1], argument[:1]) + argument[1:]


def prepared(command: OwnCommand, told: "Told", files: contextlib.ExitStack) -> tuple[tuple[str, ...], str]:
    """A command on a story: (its arguments, what it reads from standard input). A file that it wants is there until
    `files` ends. OutputError where there is no address and one is wanted."""
    given = facts(told.story)
    form = command.input or "text"
    if not wants_file(command.run):
        return filled(command.run, given), forms.written(told, form) if command.input else ""
    given["file"] = files.enter_context(article_file(forms.written(told, form), forms.ENDINGS[form]))
    return filled(command.run, given), ""


class Running:
    """A program that was given something to read and whose answer is read."""

    def __init__(self, argv: Sequence[str], given: str = "") -> None:
        """Starts it. OutputError where it cannot be."""
        import subprocess  # late, as below: few sessions need it
        import tempfile

        self._argv = argv
        self._ended = False
        with tempfile.TemporaryFile() as said:
            said.write(given.encode("utf-8", "replace"))
            said.seek(0)
            self._process = _started(argv, stdin=said, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def answer(self) -> str:
        """What it printed, cleaned; the rest of a longer answer is left. OutputError where it failed and said
        nothing."""
        body = self._read()
        if len(body) > ANSWER:
            self.end()
        code = self._process.wait()
        said = cleaned(body[:ANSWER])
        if code and not said and not self._ended:
            raise OutputError(f"{self._argv[0]} failed with exit code {code} and said nothing")
        return said + ("\n…" if len(body) > ANSWER else "")

    def _read(self) -> bytes:
        """What it prints until it ends, is ended or has printed enough; something that it left running is not waited
        for."""
        assert self._process.stdout is not None
        body = b""
        with self._process.stdout as stdout:
            while len(body) <= ANSWER and not self._ended:
                if select.select([stdout], [], [], LOOK)[0]:
                    some = os.read(stdout.fileno(), 65_536)
                    body += some
                    if not some:
                        break
                elif self._process.poll() is not None:
                    break
        return body

    def end(self) -> None:
        """Ends it, and what it started."""
        self._ended = True
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)


def _started(argv: Sequence[str], **streams: Any) -> "subprocess.Popen[bytes]":
    import subprocess

    try:
        return subprocess.Popen(  # noqa: S603 - an argument list that its owner wrote
            argv, start_new_session=True, umask=private.before(), **streams
        )
    except (OSError, ValueError) as error:
        raise OutputError(f"{argv[0]} cannot be started: {_why(error)}") from error


def hand_over(argv: Sequence[str], given: str = "") -> str:
    """Runs a program on this terminal until it is left: what went wrong in a sentence, or "". What it is `given` it
    reads from standard input where there is anything; else it reads the keys."""
    import subprocess
    import tempfile

    with tempfile.TemporaryFile() as said:
        said.write(given.encode("utf-8", "replace"))
        said.seek(0)
        try:
            code = subprocess.run(  # noqa: S603 - likewise
                argv, stdin=said if given else None, check=False, umask=private.before()
            ).returncode
        except (OSError, ValueError) as error:
            return f"{argv[0]} cannot be started: {_why(error)}"
    return f"{argv[0]} ended with an error ({code})." if code else ""


def start(argv: Sequence[str], given: str = "", files: contextlib.ExitStack | None = None) -> "threading.Thread":
    """Starts a program that nobody waits for; what it was given is let go when it ends, which the thread waits for.
    OutputError where it cannot be started."""
    import subprocess
    import tempfile
    import threading

    with contextlib.ExitStack() as ours, tempfile.TemporaryFile() as said:
        ours.push(files.pop_all() if files is not None else contextlib.ExitStack())
        said.write(given.encode("utf-8", "replace"))
        said.seek(0)
        process = _started(argv, stdin=said, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        theirs = ours.pop_all()

    def attend() -> None:  # so that none is left a zombie
        with theirs:
            process.wait()

    thread = threading.Thread(target=attend, daemon=True)
    thread.start()
    return thread


def notify(argv: Sequence[str], count: int, newest: "Sequence[Story]") -> "threading.Thread":
    """Tells a program of a person's own what a refresh brought. OutputError where it cannot be started."""
    sections = dict.fromkeys(story.section or story.site for story in newest)
    titles = "; ".join(story.heading for story in newest)
    return start(filled(argv, {"count": str(count), "titles": titles, "sections": ", ".join(sections)}))


@contextlib.contextmanager
def article_file(written: str, ending: str) -> Iterator[str]:
    """A file with an article in it, for a program that reads files; gone afterwards."""
    import tempfile

    with tempfile.NamedTemporaryFile("w", suffix=f".{ending}", encoding="utf-8", errors="replace") as kept:
        kept.write(written)
        kept.flush()
        yield kept.name


def cleaned(body: bytes) -> str:
    """What a program printed, as text: without colours and other words to a terminal."""
    said = body.decode("utf-8", "replace")
    return text.clean(_SEQUENCE.sub("", said)).expandtabs(8).strip("\n")


_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x1b\x07]*(?:\x1b\\|\x07)?|[ -/]*[0-~])|.\x08")
"""ECMA-48: control sequences, strings and escapes; and a letter that is struck over (`man`)."""


def _why(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else str(error)
    return (said or str(error)).lower()
