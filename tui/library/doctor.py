"""The doctor: what is wrong with library, feeds, files and terminal; what can be mended is, where that is
wanted."""

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui import address, config, log
from tui.errors import ConfigError, StoreError
from tui.text import counted
from tui.values import Value

if TYPE_CHECKING:
    from tui.storage.repair import Finding

NETWORK_FILE_SYSTEMS = ("nfs", "cifs", "smb", "9p", "afs", "fuse.sshfs", "ceph", "glusterfs")
"""Beginnings of the types on which SQLite's locks are known not to hold."""

LITTLE_ROOM = 100 << 20
"""Free bytes below which a refresh may fill the disk."""

NAMED = 3
"""Of many things that are wrong in the same way, how many are named."""

OLD_BACKUP_DAYS = 30
"""Days after which the newest backup is worth a word."""


class Check(Value):
    """One line of the report: "ok", "note" (nothing to be done at once) or "wrong"."""

    state: str
    what: str
    sentence: str
    cure: str = ""
    """What helps, a key of `CURES`; "mend" is what the doctor does by itself, in place, where it is asked to."""

    @property
    def mends(self) -> bool:
        """Asked to fix things, the doctor mends it in place."""
        return self.cure == "mend"

    @property
    def line(self) -> str:
        """The check as a line of the report on the command line."""
        return f"{self.state:5}  {self.what:13}  {self.told(CURES)}"

    def told(self, cures: Mapping[str, str]) -> str:
        """The sentence, and what helps in the words of the face that tells it."""
        return f"{self.sentence}; {cures[self.cure]}" if self.cure else self.sentence


CURES = {"mend": "`broadsheet doctor --fix` mends it", "backup": "`broadsheet backup` makes one"}
"""What helps, as the command line says it."""


def examine(*, fix: bool = False) -> tuple[Check, ...]:
    """All that is looked at, in the order of the report; what can be mended is, with `fix`."""
    found = tuple(check for look in _LOOKS for check in look(fix))
    log.info("doctor: %d checks, %d wrong", len(found), len(wrong(found)))
    return found


def wrong(found: Sequence[Check]) -> tuple[Check, ...]:
    """What is wrong of what was found."""
    return tuple(check for check in found if check.state == "wrong")


def mends(found: Sequence[Check]) -> bool:
    """Whether fixing helps, and without another file in the place of the library: under an open screen none is put."""
    return any(check.mends for check in found) and all(check.mends for check in wrong(found) if check.what == "library")


def _configuration(_: bool) -> Iterator[Check]:
    try:
        found = config.load()
    except ConfigError as error:
        yield Check("wrong", "configuration", str(error))
        return
    yield Check("ok", "configuration", str(config.config_file()))
    if advice := config.misplaced(found):
        yield Check("note", "configuration", advice)


def _library(fix: bool) -> Iterator[Check]:
    from tui.storage import repair
    from tui.storage.file import File

    path = config.library_file()
    if not os.path.lexists(path):
        yield Check("note", "library", f"there is none at {path} yet")
        return
    try:
        with File(path) as file:
            found = repair.examine(file)
            # A damaged file is not written to: its rows are saved into a new one instead.
            if found and fix and all(finding.mendable for finding in found):
                repair.mend(file)
                yield from (Check("ok", "library", f"mended: {finding.sentence}") for finding in found)
                found = repair.examine(file)
    except StoreError as error:
        if not error.damaged:
            yield from _looked_at(path, error)
            return
        found = (repair.Finding("file", str(error), mendable=False),)
    if found:
        yield from _told(path, found, fix=fix)
    else:
        yield Check("ok", "library", f"{path}, {path.stat().st_size:,} bytes: file, index and counts are right")


def _told(path: Path, found: "Sequence[Finding]", *, fix: bool) -> Iterator[Check]:
    """What is wrong with the library, and what helps."""
    if fix and not all(finding.mendable for finding in found):
        yield _salvaged(path)
    else:
        if all(finding.mendable for finding in found):
            yield from (Check("wrong", "library", finding.sentence, "mend") for finding in found)
            return
        helps = (
            "`broadsheet restore` puts a backup in its place, `broadsheet doctor --fix` saves what can still be read"
        )
        yield from (Check("wrong", "library", f"{finding.sentence}; {helps}") for finding in found)


def _looked_at(path: Path, error: StoreError) -> Iterator[Check]:
    """A library that cannot be written now (read-only, a full disk, another program at it, a newer version): that is no
    damage, and nothing is put in its place."""
    from tui.storage import repair
    from tui.storage.file import File

    yield Check("wrong", "library", str(error))
    with contextlib.suppress(StoreError), File(path, readonly=True) as file:
        found = repair.examine(file)
        yield from (Check("wrong", "library", finding.sentence) for finding in found)
        if not found:
            yield Check("ok", "library", "all of it can be read, and is right")


def _salvaged(path: Path) -> Check:
    """A damaged library, with all that can be read of it saved into a new one."""
    from tui.storage import backups, repair

    new = path.with_name(f".{path.name}.salvaged")
    try:
        new.unlink(missing_ok=True)
        taken = repair.salvage(path, new)
        aside = backups.put_aside(path)
        new.replace(path)
    except (StoreError, OSError) as error:
        new.unlink(missing_ok=True)
        return Check("wrong", "library", f"{str(error).rstrip('.')}; `broadsheet restore` puts a backup in its place")
    saved = (
        f"{counted(taken.get('marks', 0), 'mark', 'marks')} and {counted(taken.get('stories', 0), 'story', 'stories')}"
    )
    return Check("ok", "library", f"it was damaged: {saved} are saved; the damaged file is {aside}")


def _backups(_: bool) -> Iterator[Check]:
    from tui.storage import backups

    found = backups.copies(config.library_file())
    if not found:
        yield Check("note", "backups", "there is none", "backup")
        return
    days = (datetime.now(UTC) - datetime.fromtimestamp(found[-1].stat().st_mtime, UTC)).days
    yield Check(
        "note" if days > OLD_BACKUP_DAYS else "ok",
        "backups",
        f"{counted(len(found), 'copy', 'copies')}, the newest {counted(days, 'day', 'days')} old",
    )


def _feeds(_: bool) -> Iterator[Check]:
    from tui.storage import sections
    from tui.storage.file import File

    try:
        with File(config.library_file(), readonly=True) as file:
            followed = sections.sections(file)
    except StoreError:
        return  # said above
    for section in followed:
        if section.gone:
            yield Check("note", "feeds", f"{section.full_name} is gone for good (410)")
        elif section.error:
            since = f"since {section.succeeded:%Y-%m-%d}" if section.succeeded else "and was never read"
            # What has no name yet goes by its host, as others there do, and as what is said of it begins.
            host = address.host(section.url)
            name = address.public(section.url) if section.full_name == host else section.full_name
            yield Check("note", "feeds", f"{name} fails {since}: {section.error.removeprefix(f'{host}: ')}")
    failing = sum(bool(section.gone or section.error) for section in followed)
    working = len(followed) - failing
    verb = "is" if len(followed) == 1 else "are"
    yield Check("ok", "feeds", f"{working} of {counted(len(followed), 'section', 'sections')} {verb} working")


def _episodes(fix: bool) -> Iterator[Check]:
    from tui.library import listening
    from tui.storage import episodes
    from tui.storage.file import File

    try:
        with File(config.library_file(), readonly=True) as file:
            lost, strange = listening.astray(file)
            here, taken = len(episodes.names(file)), episodes.taken(file)
    except StoreError:
        return  # said above
    if fix and (lost or strange):
        with File(config.library_file()) as file:
            freed = listening.sweep(file)
        yield Check("ok", "episodes", f"mended: {len(lost)} of them forgotten, {freed / 1e6:,.0f} MB made free")
        return
    if lost:
        gone = f"{counted(len(lost), 'file of an episode is', 'files of episodes are')} gone"
        yield Check("note", "episodes", gone, "mend")
    if strange:
        nobodys = f"{counted(len(strange), 'file is', 'files are')} no episode's"
        yield Check("note", "episodes", nobodys, "mend")
    if here and not (lost or strange):
        yield Check("ok", "episodes", f"{counted(here, 'file', 'files')}, {taken / 1e6:,.0f} MB")


def _marks(_: bool) -> Iterator[Check]:
    """What sessions that were killed have left to be kept. Nothing of it is deleted here: a library that is gone may be
    on a disk that is not there today."""
    from tui.library import journal

    ours, gone = str(config.library_file()), []
    for left in journal.left_in(config.state_folder()):
        waits = counted(len(left.wishes), "mark waits", "marks wait")
        if left.library == ours:
            yield Check("note", "marks", f"{waits} in {left.path}: the reader keeps what was marked at its next start")
        elif os.path.lexists(left.library):
            yield Check("note", "marks", f"{waits} in {left.path} for another library, {left.library}")
        else:
            gone.append(left)
    if gone:
        number = sum(len(left.wishes) for left in gone)
        where = sorted({left.library for left in gone})
        named = ", ".join(where[:NAMED]) + (f" and {len(where) - NAMED} more" if len(where) > NAMED else "")
        files = ", ".join(left.path.name for left in gone[:NAMED]) + (" …" if len(gone) > NAMED else "")
        yield Check(
            "note",
            "marks",
            f"{counted(number, 'mark waits', 'marks wait')} in {config.state_folder()} ({files}) for"
            f" {'a library that is' if len(where) == 1 else 'libraries that are'} gone ({named}): delete"
            f" {'the file' if len(gone) == 1 else 'these files'} if that is for good",
        )


def _files(_: bool) -> Iterator[Check]:
    library = config.library_file()
    places = [
        library.parent,
        *library.parent.glob(f"{library.name}*"),
        config.config_file(),
        config.state_folder(),
        *config.state_folder().glob("*"),
    ]
    # Only told, not changed: an owner may share a library with a group on purpose.
    wide = [place for place in places if os.path.lexists(place) and place.exists() and place.stat().st_mode & 0o077]
    for place in wide:
        mode = stat.S_IMODE(place.stat().st_mode)
        yield Check("note", "files", f"{place} is open to others ({mode:04o}): chmod go= closes it")
    if not wide:
        yield Check("ok", "files", "what the program keeps is yours alone")
    if (kind := _file_system(library)).startswith(NETWORK_FILE_SYSTEMS):
        yield Check("wrong", "files", f"{library} is on a network file system ({kind}), where locks may not hold")
    if os.path.lexists(library.parent) and (free := shutil.disk_usage(library.parent).free) < LITTLE_ROOM:
        yield Check("wrong", "files", f"{free >> 20} MiB are free on the disk of the library")


def _file_system(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """The type of the file system that a file is on, "" where it cannot be told."""
    try:
        rows = [line.split() for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError:
        return ""
    wanted = Path(os.path.realpath(path))  # of links that lead in a circle too
    on = [(row[1], row[2]) for row in rows if len(row) > 2 and wanted.is_relative_to(row[1].replace("\\040", " "))]
    return max(on, key=lambda found: len(found[0]), default=("", ""))[1]


def _terminal(_: bool) -> Iterator[Check]:
    # A terminal cannot be asked here what it can do: its answer would land in somebody's pipe.
    term = os.environ.get("TERM", "")
    # Not sys.stdout: the screen has put another in its place.
    encoding = (getattr(sys.__stdout__, "encoding", None) or "").lower()
    if term in ("", "dumb", "unknown"):
        yield Check("note", "terminal", "TERM names no terminal: only the command line works here")
        return
    colours = "true colour" if os.environ.get("COLORTERM") in ("truecolor", "24bit") else "256 colours at most"
    where = [name for name, known in (("over SSH", "SSH_CONNECTION"), ("in tmux", "TMUX")) if known in os.environ]
    yield Check("ok", "terminal", ", ".join([term, colours, *where]))
    if encoding not in ("utf-8", "utf8"):
        yield Check(
            "note", "terminal", f"its encoding is {encoding or 'unknown'}: letters outside it become question marks"
        )
    if "TMUX" in os.environ:
        yield Check("note", "terminal", "copying needs `set -g set-clipboard on` in tmux")


_LOOKS: tuple[Callable[[bool], Iterator[Check]], ...] = (
    _configuration,
    _library,
    _backups,
    _feeds,
    _episodes,
    _marks,
    _files,
    _terminal,
)
