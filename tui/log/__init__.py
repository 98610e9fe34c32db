"""The log: what was asked, how long it took, why it failed and what was decided.

    log.info("refresh: %d sections asked, %d failed", asked, failed)
    log.detail("asked %s", url)             # only with -v: the one level that may name a story or its address
    log.problem("%s is left alone for %d s", host, seconds)
    with log.timed("download"): ...         # says how long it took, and why it failed

Until `start` has named a file nothing is written, and the standard library's logging, which takes as long to import
as a verb that lists stories takes in all, is imported with the first line that is.
"""

import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import logging

_DETAIL, _INFO, _PROBLEM = 10, 20, 30
"""The standard library's own numbers of its levels."""

_file: Path | None = None
_verbose = False
_logger: "logging.Logger | None" = None


def start(file: Path, *, verbose: bool = False) -> None:
    """Write to this file from now on; `verbose`: details too, on standard error as well. A file that cannot be
    written is done without."""
    global _file, _verbose, _logger
    _file, _verbose, _logger = file, verbose, None


def stop() -> None:
    """Write nothing any more."""
    global _file, _verbose, _logger
    _file, _verbose, _logger = None, False, None


def started() -> tuple[Path, bool] | None:
    """(file, verbose) as they were given to `start`, for another process to start with; None where nothing is
    written."""
    return None if _file is None else (_file, _verbose)


def detail(text: str, *facts: object) -> None:
    """What is written only with -v; it may name a story and its address, never a secret."""
    _write(_DETAIL, text, facts)


def info(text: str, *facts: object) -> None:
    """What was asked or decided: no titles. Addresses are cut to their hosts."""
    _write(_INFO, text, facts)


def problem(text: str, *facts: object) -> None:
    """What failed, or was given up: no titles. Addresses are cut to their hosts."""
    _write(_PROBLEM, text, facts)


class timed:  # noqa: N801 - called like a function, in a `with`
    """Writes how long a piece of work took, as a detail where `quiet`, and why it failed where it did."""

    def __init__(self, what: str, *, quiet: bool = False) -> None:
        self._what, self._quiet = what, quiet
        self._since = time.monotonic()

    def __enter__(self) -> Self:
        self._since = time.monotonic()
        return self

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> None:
        took = (time.monotonic() - self._since) * 1000
        if error is not None:
            _write(_PROBLEM, "%s: failed after %.0f ms: %s", (self._what, took, str(error) or type(error).__name__))
        else:
            _write(_DETAIL if self._quiet else _INFO, "%s: %.0f ms", (self._what, took))


def _write(level: int, text: str, facts: tuple[Any, ...]) -> None:
    global _logger  # noqa: PLW0603 - as above
    if _file is None or (level == _DETAIL and not _verbose):
        return
    if _logger is None:
        from tui.log.file import logger

        _logger = logger(_file, verbose=_verbose)
    _logger.log(level, text, *facts, stacklevel=3)
