"""Opening a library: made where there is none, brought up to date where it is older, with this version's Guide in it.

The command line opens a file here and calls the verbs of storage on it, without an event loop.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tui import guide, log
from tui.errors import ConfigError, OutputError, StoreError
from tui.library import logins
from tui.model import Entry, Kind, Offer, SiteOffer
from tui.storage import guide as kept_guide
from tui.storage import schema
from tui.storage.file import File, make_folder, refuse_unfit


def now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


def reading(path: Path) -> File:
    """The library of a file, to be read. At the first time of all it is made, and the Guide taken in; an older one is
    brought up to date: where a full or read-only disk does not let it be, in memory."""
    if not os.path.lexists(path):
        make(path)
    try:
        file = File(path, readonly=True)
    except StoreError as error:
        if not error.older:
            raise
        try:
            make(path)
        except StoreError as full:
            log.problem("the library was not brought up to date, and is read from memory: %s", full)
            return File(path, readonly=True, aside=True)
        file = File(path, readonly=True)
    if kept_guide.version(file) != str(guide.EDITION):
        file.close()
        with suppress(StoreError):  # on a full or read-only disk the older Guide will do
            make(path)
        file = File(path, readonly=True)
    return file


def writing(path: Path, clock: Callable[[], datetime] = now) -> File:
    """The library of a file, to be changed: made where there is none, the Guide taken in where it is not there or
    older."""
    make_folder(path.parent)
    refuse_unfit(path)
    if schema.is_older(path):
        from tui.storage import backups

        backups.keep_older(path)
    file = File(path, clock=clock)
    try:
        take_guide(file)
        with suppress(ConfigError, OutputError):  # where nothing can be written beside the library, they stay in it
            logins.settle(file)
    except BaseException:
        file.close()
        raise
    return file


def make(path: Path) -> None:
    """Makes a library where there is none, and takes the Guide in where it is not there or older."""
    writing(path).close()


def take_guide(file: File) -> None:
    """The Guide's own edition into a library that does not have it yet; marks stay."""
    if kept_guide.version(file) == str(guide.EDITION):
        return
    articles = guide.edition()
    sections = tuple(
        Offer(
            name,
            f"guide:/{path}",
            Kind.GUIDE,
            entries=tuple(
                Entry(
                    article.headline,
                    article.url,
                    article.url,
                    article.standfirst,
                    authors=article.byline,
                    published=article.published,
                )
                for article in articles
                if article.url.startswith(f"guide:/{path}/")
            ),
        )
        for path, name in guide.SECTIONS
    )
    kept_guide.take(file, SiteOffer(guide.NAME, "guide:/", sections, "en"), articles, str(guide.EDITION))
