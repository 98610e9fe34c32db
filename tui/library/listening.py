"""Listening and watching: episodes are fetched into the folder beside the library, and played by a program of a
person's own."""

import os
import re
from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui import address
from tui.config import Config
from tui.episodes import FOLDER, Coming, Episode, file_name
from tui.errors import AskError
from tui.jobs import EpisodeJob, Failure
from tui.library import refusals
from tui.storage import episodes, sections
from tui.storage.file import File

if TYPE_CHECKING:
    from tui.library.library import Library

AT_ONCE = 2
"""Files that are fetched at the same time: the person whose line it is wants to read meanwhile."""
LOOK = 0.5
"""Seconds between reports of how far they are."""
MEGABYTE = 1_000_000
_PLACES, _PLACE_BYTES = 9, 10_000
"""Files, and bytes of each, that are searched for where a player was left: mpv writes one of a few lines."""


def folder(library: Path) -> Path:
    """Where the files of a library's episodes are; made where it does not exist."""
    there = library.parent / FOLDER
    there.mkdir(mode=0o700, parents=True, exist_ok=True)
    return there


async def fetch(library: "Library", ids: Collection[int] = ()) -> AsyncGenerator[Coming, None]:
    """Fetch the episodes that wait (of these ids, where any are given), two at a time: how far they are, twice a
    second, and each that has come or failed.

    Closing the iterator stops it; a file that is half here is continued the next time."""
    import asyncio

    library.refuse_if_for_reading_only()
    wanted = [each for each in await library.ask(episodes.waiting) if not ids or each.id in ids]
    there = folder(library.path)
    await library.do(make_room, library.settings)
    two = asyncio.Semaphore(AT_ONCE)

    async def one(each: Episode) -> tuple[Episode, Failure | None]:
        async with two:
            return each, await _fetched(library, each, there)

    pending = {asyncio.create_task(one(each)) for each in wanted}
    ended: set[int] = set()
    try:
        while pending:
            done, pending = await asyncio.wait(pending, timeout=LOOK, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                each, failure = task.result()
                ended.add(each.id)
                said = failure or Failure("")
                yield Coming(*_sizes(wanted, ended, there), each, said.sentence, said.offline)
            if pending:
                yield Coming(*_sizes(wanted, ended, there))
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


def _sizes(wanted: Sequence[Episode], ended: Collection[int], there: Path) -> tuple[int, int]:
    """Bytes that are here of all that is fetched; an episode that has ended is here as a whole."""
    came = of = 0
    for each in wanted:
        part = there / f"{file_name(each)}.part"
        size = part.stat().st_size if each.id not in ended and part.is_file() else 0
        of += max(each.length, size)
        came += each.length if each.id in ended else size
    return came, of


async def _fetched(library: "Library", episode: Episode, there: Path) -> Failure | None:
    """Fetch one file. What went wrong, None where it is here."""
    held = await library.left_alone_until(episode.url)
    room = library.settings.episodes_megabytes * MEGABYTE - await library.ask(episodes.taken)
    if held is not None:
        failure: Failure | None = refusals.held(address.host(episode.url), held, library.clock())
    elif room <= 0 or episode.length > room:
        failure = Failure(
            f"there is no room for it in {library.settings.episodes_megabytes:,} MB (episodes_megabytes): play or"
            " remove others first"
        )
    else:
        name = file_name(episode)
        trusted = await library.ask(sections.trusts, episode.url)
        options = library.settings.rules(episode.url).options
        job = EpisodeJob(episode.url, str(there / name), room, trusted=trusted, options=options)
        found = await library.fetch(job)
        failure = found.failure
        if failure is None and not await library.do(episodes.came, episode.id, name, found.size):
            (there / name).unlink(missing_ok=True)  # no longer wanted
        await library.hold(episode.url, failure)
    if failure is not None:
        await library.do(episodes.failed, episode.id, failure.sentence)
    return failure


def make_room(file: File, settings: Config) -> int:
    """Removes the files that were played longest ago, as many as exceed the bound; how many bytes that freed."""
    freed, there = sweep(file), folder(file.path)
    gone = episodes.surplus(file, settings.episodes_megabytes * MEGABYTE)
    freed += sum(_unlink(there / name) for name in gone)
    episodes.let_go(file, gone)
    return freed


def astray(file: File) -> tuple[frozenset[str], tuple[Path, ...]]:
    """Where library and folder do not agree: the names of files that are gone, as after an import on another machine,
    and the files that are no episode's, as after a queueing that was taken back."""
    lost, _, strange = _compared(file)
    return lost, strange


def sweep(file: File) -> int:
    """Lets go of the files that are gone, takes back those that are there again, and removes what is no episode's; how
    many bytes."""
    lost, back, strange = _compared(file)
    episodes.let_go(file, lost)
    for number, (name, size) in back.items():
        episodes.found(file, number, name, size)
    return sum(map(_unlink, strange))


def _compared(file: File) -> tuple[frozenset[str], dict[int, tuple[str, int]], tuple[Path, ...]]:
    """Library and folder side by side: the names of files that are gone, the files that are there again, and those that
    are no episode's."""
    known, there = episodes.names(file), file.path.parent / FOLDER
    found = {each.name: each for each in there.iterdir()} if there.is_dir() else {}
    others = [each for each in episodes.every(file) if not each.file]
    wanted = {f"{file_name(each)}{ending}" for each in others if each.queued for ending in ("", ".part", ".part.tag")}
    back = _found_again(file, others)
    ours = known | wanted | {name for name, _ in back.values()}
    return known - found.keys(), back, tuple(path for name, path in found.items() if name not in ours)


def _found_again(file: File, missing: Sequence[Episode]) -> dict[int, tuple[str, int]]:
    """Of episodes that are not here those whose file stands in the folder all the same: name and bytes by their number.
    It has to be as long as it is known to be: after a restore a number may be another episode's."""
    there = file.path.parent / FOLDER
    places = ((each, there / file_name(each)) for each in missing if each.length)
    return {
        each.id: (path.name, each.length)
        for each, path in places
        if path.is_file() and path.stat().st_size == each.length
    }


def remove(file: File, ids: Sequence[int]) -> int:
    """The files of episodes go, and what waits is not fetched; that they were played stays known. How many there
    were."""
    there = folder(file.path)
    found = [each for each in (episodes.episode(file, number) for number in ids) if each is not None]
    here = [each.file for each in found if each.file]
    for name in here:
        _unlink(there / name)
    episodes.let_go(file, here)
    stopped = episodes.unqueue(file, [each.id for each in found if not each.file])
    sweep(file)
    return len(here) + stopped


def _unlink(path: Path) -> int:
    """Removes a file; its bytes, 0 where there is none or it cannot be removed."""
    try:
        size = path.lstat().st_size
        path.unlink()
    except OSError:
        return 0
    return size


def command(settings: Config, library: Path, episode: Episode, places: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """What plays an episode: the arguments with their placeholders, and what stands for them. The file, or where it
    is not here its address; `places` is an empty folder for `ended`. AskError where no player is set."""
    if not settings.player:
        raise AskError("""no player is set: `broadsheet config set player '["mpv", "{file}"]'`""")
    path = folder(library) / episode.file
    is_here = bool(episode.file) and path.is_file()
    argv = settings.player if any("{" in part for part in settings.player) else (*settings.player, "{file}")
    url = address.openable(episode.url)
    given = {
        "file": os.fspath(path) if is_here else url,
        "url": url,
        "title": episode.title,
        "site": episode.outlet,
        "start": str(episode.position),
        "places": places,
    }
    return argv, given


def ended(file: File, episode_id: int, places: str) -> int:
    """A player ended well: the second at which it says that it was left, which is kept; where it says none, the episode
    was played to its end: 0."""
    position = _left_at(Path(places))
    if position:
        episodes.leave(file, episode_id, position)
    else:
        episodes.play(file, [episode_id])
    return position


def _left_at(places: Path) -> int:
    """What stands in a file of a folder as mpv writes it (its manual, "Watch later"): "start=754.32" on a line."""
    for path in sorted(places.iterdir())[:_PLACES]:
        with suppress(OSError), path.open("rb") as kept:
            if found := re.search(rb"^start=(\d{1,6})(?:\.\d+)?\s*$", kept.read(_PLACE_BYTES), re.MULTILINE):
                return int(found[1])
    return 0
