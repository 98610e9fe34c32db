"""The command line: it reads the arguments, runs one verb, and turns what goes wrong into one sentence and an exit
code.

stdout is data, stderr is narration; exit codes: 0 done, 1 failed (one sentence on stderr), 2 the call was wrong.
Textual, httpx and selectolax are imported only by the verbs that need them, and asyncio only by those that need the
network.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tui import __version__, config, frame, kiosk, log, text
from tui.cli.opening import refuse
from tui.cli.verbs import VERBS, Verb
from tui.errors import AskError, NewsError, OutputError
from tui.output import gate
from tui.values import replace

if TYPE_CHECKING:
    from tui.frame import Frame


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb, or the reader where none is given; returns the exit code."""
    given = sys.argv[1:] if argv is None else argv
    gate.reserve()

    def work() -> int:
        arguments = _understood(given)
        log.start(config.log_file(), verbose=arguments.verbose)
        verb: Verb | None = arguments.verb
        if arguments.kiosk is not None:
            if verb is not None or arguments.verbose:
                raise AskError("a kiosk has no verbs")
            return _enclosed(arguments.kiosk)
        if verb is None:
            return _read(linear=arguments.linear)
        if verb.needs_config:
            config.check()
        with log.timed(verb.name, quiet=True):
            return verb.function()(arguments)

    return _done(work)


def _understood(given: Sequence[str]) -> argparse.Namespace:
    """The arguments as they are meant. SystemExit where they mean nothing."""
    # argparse takes 3 ms to learn all verbs: it is told only of the one that is meant, where that can be seen.
    asked = next((word for word in given if word not in ("-v", "--verbose")), "--help")
    if not asked.strip():
        refuse("an empty argument is no verb")
    if asked[0] != "-" and all(asked != verb.name for verb in VERBS):
        near = text.nearest(asked, [verb.name for verb in VERBS])
        hint = f"did you mean {near}?" if near else "`broadsheet help` lists them"
        refuse(f"{text.shorten(asked, 40)} is not a verb; {hint}")
    arguments = parser(asked).parse_args(_with_words(given, asked))
    if not all(map(str.isprintable, given)) and (odd := _no_text(arguments)):
        refuse(f"{text.shorten(odd, 40)} is not UTF-8, and only the name of a file may be so")
    if not all(map(str.strip, given)) and (named := _nothing(arguments)):
        refuse(f"an empty argument is no {named}")
    return arguments


_FILES = frozenset({"file", "to", "newsboat", "page", "kiosk"})
"""The arguments that name a file, which may be called anything."""


def _no_text(arguments: argparse.Namespace) -> str:
    """The first argument with bytes in it that are not text, which Python turns into surrogates (PEP 383); "" where
    each is text, or the name of a file."""
    for name, value in vars(arguments).items():
        words = value if isinstance(value, list) else [value]
        for word in words if name not in _FILES else ():
            if isinstance(word, str) and any("\ud800" <= letter <= "\udfff" for letter in word):
                return word
    return ""


_NAMES = {
    "story": "story", "queue": "story", "section": "section", "url": "address", "page": "page", "site": "site",
    "words": "word", "search": "word", "name": "name", "save": "name", "show": "name", "remove": "name",
    "rename": "name", "owner": "name", "tag": "tag", "every": "time", "older": "time", "since": "day", "file": "file",
    "to": "folder", "out_of": "folder", "command": "program",
}  # fmt: skip
"""What arguments name that are never empty."""


def _nothing(arguments: argparse.Namespace) -> str:
    """What an empty argument was to name, as the variable of a script that was never set is one; "" for nothing."""
    for name, noun in _NAMES.items():
        value = getattr(arguments, name, None)
        if any(isinstance(word, str) and not word.strip() for word in (value if isinstance(value, list) else [value])):
            return noun
    return ""


def _with_words(given: Sequence[str], asked: str) -> list[str]:
    """The arguments, in which a word that a search excludes (-football) begins with a blank: argparse then takes it for
    a word, not an option. Those of such verbs begin with two dashes."""
    if not any(verb.searches for verb in VERBS if verb.name == asked):
        return list(given)
    return [
        f" {word}" if word[:1] == "-" and word[1:2] not in ("-", "") and word not in ("-v", "-h") else word
        for word in given
    ]


def read(first: "Frame | None" = None) -> int:
    """Run the reader, over a first frame where there is one on the terminal; returns the exit code."""

    def work() -> int:
        log.start(config.log_file())
        return _read(first)

    return _done(work)


def parser(asked: str = "") -> argparse.ArgumentParser:
    """The parser of the verb that is asked for, and of all of them where none is: a verb starts 3 ms sooner."""
    made = _Parser(
        prog="broadsheet",
        description="A newsreader for the terminal. Without a verb it opens the reader.",
        epilog="Exit codes: 0 done, 1 failed with one sentence, 2 the call was wrong.",
    )
    made.add_argument("--version", action="version", version=f"broadsheet {__version__}")
    made.add_argument(
        "-v", "--verbose", action="store_true", help="narrate what is asked and decided, and how long it takes"
    )
    made.add_argument(
        "--linear",
        action="store_true",
        help="the reader for screen readers and braille lines: one thing after another, states in words",
    )
    made.add_argument(
        "--kiosk",
        nargs="?",
        const="",
        metavar="FILE",
        help=f"the reader alone, shut off from the machine, as FILE says ({kiosk.CONFIGURATION})",
    )
    made.set_defaults(verb=None)
    verbs = made.add_subparsers(title="verbs", metavar="VERB", prog=made.prog)
    named = [verb for verb in VERBS if verb.name == asked]
    for verb in named or VERBS:
        found = verbs.add_parser(verb.name, help=verb.about, description=f"{verb.about[0].upper()}{verb.about[1:]}.")
        found.set_defaults(verb=verb)
        # After the verb too; left out there, it does not undo one that was given before it.
        found.add_argument("-v", "--verbose", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        one = found.add_mutually_exclusive_group() if verb.one_of else found
        for flags, settings in (*_JSON * verb.json, *verb.options):
            (one if flags[0] in verb.one_of else found).add_argument(*flags, **settings)
    return made


_JSON = ((("--json",), {"action": "store_true", "help": "print JSON"}),)


class _Parser(argparse.ArgumentParser):
    """A parser whose sentences leave through the gate, since they repeat what was typed."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Help, **settings)
        self._tries = False

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if message:
            gate.say(message.rstrip("\n"))
        raise SystemExit(status)

    def _print_message(self, message: str, file: Any = None) -> None:
        """argparse says nothing of a disk that is full."""
        put = gate.say if file is sys.stderr else gate.put
        put(message.rstrip("\n"))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What a verb takes may stand in any order (`tag ports --off 12`); what it does not take it says itself."""
        found, left = super().parse_known_args(args, namespace)
        if not left or self._subparsers is not None or self._tries:
            return found, left
        if all(action.nargs != argparse.REMAINDER for action in self._actions):
            self._tries = True
            found, left = self.parse_known_intermixed_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return found, left


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal. argparse makes one for each option of a verb, and asks shutil how wide that is,
    which brings four libraries for archives along: 2 ms for what is not printed."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:  # it goes into a file or a pipe
        return 80


def _has_terminal() -> bool:
    """Whether the reader can be shown: it is drawn on standard error, as Textual does."""
    if os.environ.get("TERM", "") in ("dumb", "unknown", ""):
        return False
    return gate.is_terminal(sys.stdin, sys.stdout, sys.stderr)


def _enclosed(file: str) -> int:
    """The reader as the machine owner's file has it, with nothing of its user's."""
    kiosk.enclose(["--kiosk", file] if file else ["--kiosk"])
    if not _has_terminal():
        raise AskError("this account is for reading the news, on a terminal")
    settings = config.load_kiosk(Path(file) if file else None)
    assert settings.kiosk is not None
    if settings.kiosk.folder:
        kiosk.settle(settings.kiosk.folder)
    log.start(config.log_file())
    from tui.app import run

    return run(Path(settings.kiosk.library or config.library_file()), settings)


def _read(first: "Frame | None" = None, *, linear: bool = False) -> int:
    if not _has_terminal():
        raise AskError("the reader needs a terminal; `broadsheet list` and `broadsheet show ID` work without one")
    try:
        settings = config.load()
        if linear:
            settings = replace(settings, linear=True)
        from tui.app import run

        return run(config.library_file(), settings, first, frame.save)
    finally:
        # Whatever went wrong: the shell must not find the terminal in raw mode.
        if first is not None:
            first.restore()


def _done(work: Callable[[], int]) -> int:
    """What was to be done, with its exit code; what went wrong in one sentence."""
    try:
        code = _said(work)
        gate.close()
    except BrokenPipeError:
        code = 0  # whoever was reading the data has seen enough (`| head`)
    except OutputError as error:
        gate.say(f"broadsheet: {error}")
        code = 1
    finally:
        gate.give_up()
        log.stop()
    return code


def _said(work: Callable[[], int]) -> int:
    """Do the work; say why where it cannot be done. OutputError where its answer cannot be written: once more would be
    tried in vain, and said a second time."""
    try:
        return work()
    except SystemExit as end:  # argparse has said all that there is to say
        return end.code if isinstance(end.code, int) else 2
    except OutputError:
        raise
    except NewsError as error:
        gate.say(f"broadsheet: {error}")
        return 1
    except (KeyboardInterrupt, RuntimeError) as error:
        # Before 3.12 Python says of what stops the making of a class, amid an import, that this has failed.
        if not isinstance(error, KeyboardInterrupt) and not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        gate.say("broadsheet: stopped")
        return 130
