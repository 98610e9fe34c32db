"""What the fetching process is asked to do, and what comes of it: jobs and their outcomes, all of them values."""

import re
from datetime import datetime
from typing import Literal

from tui import address
from tui.model import Article, Entry, Kind, Offer, SiteOffer
from tui.values import Value

BODY_BYTES = 15_000_000
"""The largest body that is taken, as it comes and after decompression; of a file with a page likewise."""


class Validators(Value):
    """What makes the next request conditional (RFC 9110, 13.1). ETag and Last-Modified are kept byte for byte."""

    etag: str = ""
    modified: str = ""
    digest: str = ""
    """SHA-256 of the last body that was parsed, hex."""
    since: datetime | None = None
    """When the validators were first received; they are dropped after 8 days."""


class RequestOptions(Value):
    """How to ask for something: what the configuration says of a site or section."""

    headers: tuple[tuple[str, str], ...] = ()
    user_agent: str = ""
    proxy: str = ""
    auth: tuple[str, str] | None = None
    """Name and password, sent on every hop to the address's own host and no other."""
    password_command: tuple[str, ...] = ()
    """The program that prints the password, where `auth` has none."""
    certificate: str = ""
    """The one certificate that is believed of the host ("sha256:" and hexadecimal digits), or "" for those that
    authorities vouch for."""
    private_hosts: tuple[str, ...] = ()
    """Hosts of this machine or a private network that may be asked whoever leads there."""


def login(options: RequestOptions, url: str) -> tuple[str, str] | None:
    """The name and password that an address is asked with: those in it; where it has a name alone, with the password
    that is kept for that; else those of its site."""
    named = address.credentials(url)
    kept = options.auth
    return named if named and (named[1] or not kept or kept[0] != named[0]) else kept


class RefreshJob(Value):
    """Ask one section for its stories."""

    section_id: int
    url: str
    kind: Kind
    validators: Validators = Validators()
    options: RequestOptions = RequestOptions()
    moving_to: str = ""
    """A permanent redirect seen before, and since when: stored after three days of the same target."""
    moving_since: datetime | None = None
    trusted: bool = False
    """A person typed or imported the address, so it may stand on this machine or a private network."""
    unknown: bool = False
    """Nobody said that a feed stands there: where a page does, it is searched for what can be followed."""
    minutes: int = 0
    """Minutes between checks that a person chose for the section, 0 as the configuration says."""
    full_text: str = ""
    """When its whole texts are fetched, likewise."""


class DownloadJob(Value):
    """Fetch a story's page and read it.

    `from_url` is the feed or the page that led here. A private address is allowed where `trusted` (a person typed or
    imported it), and after a `from_url` only on that one's own host. `content` is the feed's own HTML of the story,
    read where the page cannot be had."""

    url: str
    story_id: int = 0
    from_url: str = ""
    trusted: bool = False
    urgent: bool = False
    """A person is waiting: goes before queued requests to the same host."""
    title: str = ""
    content: str = ""
    options: RequestOptions = RequestOptions()
    full_text: str = ""
    """When the whole texts of its section are fetched, where a person chose it."""


class ReadJob(Value):
    """Read kept HTML again (no network): a page, or a feed's own text of a story."""

    html: str
    url: str
    title: str = ""
    source: Literal["page", "feed", "guide"] = "page"
    story_id: int = 0


class DiscoverJob(Value):
    """Find what can be followed at an address that a person gave."""

    url: str
    options: RequestOptions = RequestOptions()


class ExplainJob(Value):
    """Say how a page is read: the page of a file where `page` is not empty, else the one at `url`."""

    url: str
    page: bytes = b""
    options: RequestOptions = RequestOptions()


class EpisodeJob(Value):
    """Fetch a file of audio or video to where it is to stand; what came of it before is continued."""

    url: str
    file: str
    """The path of the file; its folder is there."""
    limit: int
    """Bytes at most."""
    trusted: bool = False
    """As of a `DownloadJob`."""
    options: RequestOptions = RequestOptions()


Colours = Literal["pixels", "sixel", "true", "256", "grey", "16", "ink"]
"""How a picture is to be drawn: by a terminal that draws pixels, or sixels; in half blocks of true colours, of a
terminal's 256, of its greys, of the four greys that its own sixteen have; or in ink alone."""

PIXELS_ACROSS, PIXELS_DOWN = 8, 16
"""The pixels of a cell, for a terminal that scales a picture and keeps its shape: what its own cells have is not
asked."""
SIXEL_BYTES = 1_000_000
"""The longest picture in sixels: what a terminal on the same machine draws without being waited for."""


class PictureJob(Value):
    """Fetch a picture of a story, or take the one whose bytes are `data`, and make pixels of it for a box of cells."""

    url: str
    data: bytes = b""
    columns: int = 1
    rows: int = 1
    colours: Colours = "true"
    dark: bool = True
    """It will stand on a dark ground."""
    cell: tuple[int, int] = (PIXELS_ACROSS, PIXELS_DOWN)
    """The pixels of a cell, across and down, where the terminal draws pixels or sixels."""
    from_url: str = ""
    """The story's page, and whether a person typed or imported an address on its host: as of a `DownloadJob`."""
    trusted: bool = False
    urgent: bool = False
    options: RequestOptions = RequestOptions()


Job = RefreshJob | DownloadJob | ReadJob | DiscoverJob | ExplainJob | EpisodeJob | PictureJob


class Failure(Value):
    """A job that failed as jobs do: one sentence."""

    sentence: str
    status: int = 0
    retry_after: float | None = None
    offline: bool = False
    unreached: bool = False
    """Nobody answered there (refused, no route, no time): likely to pass soon."""


class Gathered(Value):
    """What came back from a refresh of one section."""

    section_id: int
    entries: tuple[Entry, ...] = ()
    title: str = ""
    validators: Validators = Validators()
    unchanged: bool = False
    """304, or the same body as last time: nothing was parsed, `entries` is empty and means nothing."""
    fresh_for: float = 0.0
    """Seconds for which the server or the feed asks not to be asked again."""
    moving_to: str = ""
    moving_since: datetime | None = None
    moved_to: str = ""
    """The address to store instead from now on, or ""."""
    failure: Failure | None = None
    instead: Offer | None = None
    """What can be followed where no feed stands (of an `unknown` job)."""


class Downloaded(Value):
    """What came back from a story's page. Either an article or a failure; where the feed's own text had to do, both."""

    url: str
    """The address after redirects."""
    story_id: int = 0
    article: Article | None = None
    page: bytes = b""
    """The page's HTML, UTF-8, compressed with zlib; empty where there is none to keep."""
    failure: Failure | None = None
    explanation: str = ""
    """What an `ExplainJob` brought: how the page was read, in lines."""


class Discovered(Value):
    """What came back from a search for sections."""

    url: str
    site: SiteOffer | None = None
    failure: Failure | None = None


class FetchedFile(Value):
    """What came back for a file: its bytes and media type, or a failure."""

    size: int = 0
    content_type: str = ""
    failure: Failure | None = None


class Raster(Value):
    """Pixels: three bytes each (red, green, blue), row by row from the top; `height` is even: a half block has two of
    them, one above the other."""

    width: int
    height: int
    pixels: bytes

    @property
    def sound(self) -> bool:
        """It is what it says: as many bytes as its pixels have."""
        return self.width > 0 < self.height and not self.height % 2 and len(self.pixels) == 3 * self.width * self.height


class Sixels(Value):
    """A picture of so many pixels as sixels: what stands between the beginning and the end of their sequence."""

    width: int
    height: int
    body: bytes

    @property
    def sound(self) -> bool:
        """It is nothing but sixels, and no higher than it says: a terminal can be told nothing else by it."""
        return (
            self.width > 0 < self.height
            and 0 < len(self.body) <= SIXEL_BYTES
            and not self.body.translate(None, _OF_SIXELS)
            and self.body.count(b"-") < -(-self.height // 6)
            and re.search(rb"[0-9]{5}", self.body) is None
        )


_OF_SIXELS = b'0123456789;#!$-"' + bytes(range(ord("?"), ord("~") + 1))


class Pictured(Value):
    """What came of a picture: its pixels or sixels, and the bytes to keep where it was fetched; or a failure."""

    url: str
    data: bytes = b""
    drawn: Raster | Sixels | None = None
    failure: Failure | None = None


Outcome = Gathered | Downloaded | Discovered | FetchedFile | Pictured
