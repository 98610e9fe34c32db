"""Episodes: the audio and video that stories enclose, as far as a person wants to hear or see them."""

import re
from collections.abc import Iterable
from datetime import datetime

from tui.model import Enclosure
from tui.values import Value

FOLDER = "episodes"
"""The folder beside the library in which their files stand."""

_ENDINGS = {
    "audio/mpeg": ".mp3", "audio/mp3": ".mp3", "audio/mp4": ".m4a", "audio/x-m4a": ".m4a", "audio/aac": ".aac",
    "audio/ogg": ".ogg", "application/ogg": ".ogg", "audio/opus": ".opus", "audio/flac": ".flac", "audio/wav": ".wav",
    "audio/x-wav": ".wav", "audio/webm": ".weba", "video/mp4": ".mp4", "video/x-m4v": ".m4v", "video/webm": ".webm",
    "video/ogg": ".ogv", "video/quicktime": ".mov", "video/mpeg": ".mpg",
}  # fmt: skip
"""The ending of a file by its media type."""
_ENDING = re.compile(r"\.(?:mp3|m4a|m4b|aac|oga|ogg|opus|flac|wav|weba|mp4|m4v|webm|ogv|mov|mpg|mpeg)(?=$|[?#])", re.I)


class Episode(Value):
    """A file of audio or video that was asked for, or was played."""

    id: int
    story_id: int
    """0 where the story is gone."""
    url: str
    title: str
    """The story's headline."""
    outlet: str = ""
    kind: str = ""
    """Its media type, or ""."""
    length: int = 0
    """Bytes, 0 where nobody says."""
    duration: int = 0
    """Seconds, 0 where nobody says."""
    file: str = ""
    """Its name in the folder of episodes, "" while it is not there."""
    queued: datetime | None = None
    """When it was asked for; None where it is not waiting."""
    played: datetime | None = None
    error: str = ""
    """Why it did not come the last time, or ""."""
    position: int = 0
    """Seconds at which it was left; 0 at its beginning."""

    @property
    def state(self) -> str:
        """ "here", "queued", or "not here"; where it did not come, "failed"."""
        if self.file:
            return "here"
        return ("failed" if self.error else "queued") if self.queued else "not here"

    @property
    def failure(self) -> str:
        """Why it is not here, where it did not come the last time; or ""."""
        return "" if self.file else self.error


class Coming(Value):
    """How far the fetching of episodes is: bytes that are here, of how many as far as is known; and the episode that
    has just come, or failed."""

    came: int
    of: int
    episode: Episode | None = None
    error: str = ""
    offline: bool = False


def is_episode(enclosure: Enclosure) -> bool:
    """Whether an enclosure is audio or video: by its media type, else by its address."""
    family = enclosure.kind.lower().partition("/")[0]
    if family in ("audio", "video"):
        return True
    return family in ("", "application", "binary") and _ENDING.search(enclosure.url) is not None


def playable(enclosures: Iterable[Enclosure]) -> tuple[Enclosure, ...]:
    """Those of the web that are audio or video."""
    return tuple(each for each in enclosures if is_episode(each) and each.url.startswith(("http://", "https://")))


def heard(episode: Episode) -> str:
    """How much of an episode a person has heard: "left at 12:30", "played", or ""."""
    return f"left at {clock_of(episode.position)}" if episode.position else "played" if episode.played else ""


def clock_of(seconds: int) -> str:
    """A time in an episode, or how long it is, as players have it: "54:00", "1:02:30"."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def seconds_in(clock: str) -> int | None:
    """The seconds of such a time, or of a number of them; None for what is none."""
    found = re.fullmatch(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})", clock.strip(), re.ASCII)
    if found is None or (found[2] and int(found[3]) > 59) or (found[1] and int(found[2]) > 59):
        return None
    return 3600 * int(found[1] or 0) + 60 * int(found[2] or 0) + int(found[3])


def file_name(episode: Episode) -> str:
    """What its file is called: its number, the headline's letters, an ending that players know."""
    words = "-".join(re.findall(r"[a-z0-9]+", episode.title.lower()))[:60].strip("-")
    written = _ENDING.search(episode.url)
    ending = _ENDINGS.get(episode.kind.lower().partition(";")[0].strip()) or (
        written[0].lower() if written else ".media"
    )
    return f"{episode.id}-{words}{ending}" if words else f"{episode.id}{ending}"
