"""The verb on audio and video: podcasts."""

import argparse
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui import config
from tui.cli import listing
from tui.cli.opening import Acting, known, reading, with_library, writing
from tui.errors import AskError
from tui.output import commands, gate, lists, records
from tui.text import counted

if TYPE_CHECKING:
    from tui.episodes import Episode
    from tui.library.library import Library
    from tui.storage.file import File


def podcasts(arguments: argparse.Namespace) -> int:
    """`podcasts`: lists what is queued, here or was played; with an option does something first."""
    from tui.library import listening
    from tui.storage import episodes, stories

    if arguments.queue:
        with Acting() as (file, act):
            ids = [known(text, stories.story(file, text)).id for text in arguments.queue]
            many = counted(len(episodes.queue(file, ids)), "episode", "episodes")
            told = act.told(
                f"{many} queued, `broadsheet podcasts --download` fetches what waits", "all of it waits or is here"
            )
        gate.say(told)
    elif arguments.play is not None:
        return _play(arguments.play)
    elif arguments.at:
        _leave(*arguments.at)
    elif arguments.played or arguments.not_played:
        off = not arguments.played
        with Acting() as (file, act):
            ids = _ids(file, arguments.played or arguments.not_played)
            many = counted(episodes.play(file, ids, played=not off), "episode", "episodes")
            told = act.told(f"{many} marked {'not ' * off}played", lists.as_before("played", len(ids), off=off))
        gate.say(told)
    elif arguments.remove:
        with writing() as file:
            ids = _ids(file, arguments.remove)
            gone = listening.remove(file, ids)
        none = lists.as_before("here or queued", len(ids), off=True)
        gate.say(f"{counted(gone, 'episode', 'episodes')} removed" if gone else none)
    elif arguments.download:
        return _download()
    else:
        with reading() as file:
            found = episodes.every(file)
        none = "no audio or video is queued yet: `broadsheet podcasts --queue ID` queues that of a story"
        return listing.put(found, records.episode, lists.episodes, as_json=arguments.json, none=none)
    return 0


def _ids(file: "File", given: Sequence[int]) -> list[int]:
    return [_known(file, number).id for number in given]


def _known(file: "File", number: int) -> "Episode":
    from tui.storage import episodes

    found = episodes.episode(file, number)
    if found is None:
        raise AskError(f"there is no episode {number}")
    return found


def _leave(time: str, number: str) -> None:
    """Sets where to go on in an episode."""
    from tui.episodes import clock_of, seconds_in
    from tui.storage import episodes

    seconds = seconds_in(time)
    if seconds is None or not re.fullmatch("[0-9]{1,9}", number):
        raise AskError("give the time as 12:30 or 1:02:30, and after it the number of an episode")
    with Acting() as (file, act):
        episode = _known(file, int(number))
        episodes.leave(file, episode.id, seconds)
        told = act.told(f"{episode.title} goes on at {clock_of(seconds)}")
    gate.say(told)


def _play(number: int) -> int:
    """Plays an episode on this terminal from where it was left; where the player ended well it counts as played, or
    where the player says so as left at a time."""
    import tempfile

    from tui.episodes import clock_of
    from tui.library import listening

    with writing() as file, tempfile.TemporaryDirectory() as places:
        argv, given = listening.command(config.load(), file.path, _known(file, number), places)
        if failed := commands.hand_over(commands.filled(argv, given)):
            raise AskError(failed)
        if position := listening.ended(file, number, places):
            gate.say(f"left at {clock_of(position)}")
    return 0


def _download() -> int:
    """Fetches what waits: exit code 1 where none of it came."""
    from tui.library import listening

    async def work(library: "Library") -> int:
        came = failed = 0
        async for each in listening.fetch(library):
            if each.episode is None:
                gate.progress(f"{each.came / 1e6:,.0f} of {each.of / 1e6:,.0f} MB")
            elif each.error:
                failed += 1
                gate.clear()
                gate.say(f"{each.episode.title}: {each.error}")
            else:
                came += 1
        gate.clear()
        said = f"{counted(came, 'episode', 'episodes')} fetched" if came or failed else "no episode waits to be fetched"
        gate.say(said + (f", {failed} failed" if failed else ""))
        return 1 if failed and not came else 0

    return with_library(work)
