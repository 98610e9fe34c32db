"""The one gate at every exit of the command line: what is printed, narrated or said of an error leaves through here.

Standard output is data, standard error is narration. Text from outside was cleaned as it came in; what reached a
sentence another way (a header, an element's name, an argument) is cleaned here, so that no terminal obeys it.
"""

import io
import os
import sys
from collections.abc import Callable
from typing import Any, TextIO

from tui import text
from tui.errors import OutputError


def safe(said: str) -> str:
    """A text with its line breaks and tabs, and nothing in it that a terminal would obey, nor a name and password of an
    address."""
    said = _masked(said)
    if said.replace("\n", "").replace("\t", "").isprintable():
        return text.low(said)  # told in a tenth of the time that the patterns of `clean` take to compile
    return text.clean(said)


def _masked(said: str) -> str:
    if "@" not in said or "//" not in said:
        return said
    from tui.address import masked  # a verb that prints no address does without

    return masked(said)


def put(said: str) -> None:
    """Print data; nothing where there is none. What the encoding of standard output cannot show becomes a question
    mark."""
    if said:
        _print(_encodable(safe(said), sys.stdout))


def put_json(value: object) -> None:
    """Print data as JSON: what a terminal would obey is written as its number."""
    import json

    said = _masked(json.dumps(value, ensure_ascii=_encoding(sys.stdout) not in ("utf-8", "utf8"), indent=1))
    if not said.replace("\n", "").isprintable():
        said = "".join(_escaped(letter) for letter in said)
    _print(_low(said))


def put_line(said: str) -> None:
    """Print a line of JSON that is made already."""
    if not said.isprintable():
        said = "".join(_escaped(letter) for letter in said)
    _print(_encodable(_low(said), sys.stdout))


def say(said: str) -> None:
    """Narrate: to a person, never into a pipe of data. Where nobody listens, nothing."""
    _narrate(_encodable(safe(said), sys.stderr) + "\n")


def progress(said: str) -> None:
    """One line of how far the work is, in place of the one before; only on a terminal."""
    if is_terminal(sys.stderr):
        # Back to the start of the line, and erased to its end (ECMA-48, EL): the only sequence that is written here.
        _narrate(f"\r\x1b[K{_encodable(text.line(said), sys.stderr)}")


def clear() -> None:
    """Take the line of progress away."""
    if is_terminal(sys.stderr):
        _narrate("\r\x1b[K")


def is_terminal(*streams: TextIO | None) -> bool:
    """Whether a person is at each of these streams, of which one that was closed at the start is None."""
    return all(stream is not None and stream.isatty() for stream in streams)


def close() -> None:
    """Send what is printed on its way."""
    if sys.stdout is not None:
        _written(sys.stdout.flush)


def give_up() -> None:
    """Print nothing more, now or at exit: whoever read it has gone, or the disk that took it is full."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            _silence(stream)


def reserve() -> None:
    """Open the standard streams that are closed on nothing, so that no file of ours is taken for one of them; standard
    input then has nothing to say."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest that is free, which is this one
    if sys.stdin is None:
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # what is piped in may be no text at all


def _print(said: str) -> None:
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    _written(lambda: print(said))


def _written(write: Callable[[], None]) -> None:
    """Write. OutputError where it cannot be; BrokenPipeError where whoever reads it has seen enough."""
    try:
        write()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output cannot be written: {(error.strerror or str(error)).lower()}") from error


def _silence(stream: TextIO | None) -> None:
    try:
        assert stream is not None
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AssertionError):
        return


def _narrate(said: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(said)
        sys.stderr.flush()
    except (OSError, ValueError):
        _silence(sys.stderr)


def _encoding(stream: Any) -> str:
    return (getattr(stream, "encoding", None) or "utf-8").lower()


def _encodable(said: str, stream: Any) -> str:
    encoding = _encoding(stream)
    return (
        said
        if encoding in ("utf-8", "utf8") and said.isprintable()
        else said.encode(encoding, "replace").decode(encoding)
    )


def _low(said: str) -> str:
    """JSON in which what is over the sixth mark on a letter is written as its number."""
    return text.low(said, _number)


def _escaped(letter: str) -> str:
    """A letter of JSON as it is, or as its number where it is one that `clean` would take away."""
    return letter if letter.isprintable() or letter in "\n " or text.clean(letter) == letter else _number(letter)


def _number(letter: str) -> str:
    pair = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{pair[at : at + 4]}" for at in range(0, len(pair), 4))
