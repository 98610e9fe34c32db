"""Accounts on servers of feeds: what such a server has, what it is asked, and what is known of an account here.

Like `model` these are plain values that travel between the floors. A story of the server's is an *item*, under a number
of 64 bits (signed, as SQLite keeps it); what a person follows there is a *feed*, under an id ("feed/3")."""

from datetime import datetime
from typing import Literal

from tui.jobs import Failure, RequestOptions
from tui.model import Entry
from tui.values import Value

READING_LIST = "user/-/state/com.google/reading-list"
READ = "user/-/state/com.google/read"
STARRED = "user/-/state/com.google/starred"
LABEL = "user/-/label/"


class RemoteFeed(Value):
    """A feed that the account follows. `folder` is the first it stands in, or ""."""

    id: str
    url: str
    title: str = ""
    page: str = ""
    folder: str = ""


class RemoteItem(Value):
    """A story as the server has it."""

    id: int
    feed_id: str
    entry: Entry
    stamp: int = 0
    """Microseconds by which the server orders its items: when it came, or when it was published (timestampUsec)."""
    read: bool = False
    starred: bool = False
    labels: tuple[str, ...] = ()


class RemoteTags(Value):
    """What the account sorts by."""

    folders: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """Labels of stories. Where a server has none it may refuse them (Miniflux does)."""


class Login(Value):
    """Who asks which server: `url` is where its API stands (for FreshRSS with api/greader.php)."""

    url: str
    user: str
    password: str = ""
    command: tuple[str, ...] = ()
    """The program that prints the password, where it is not kept."""


class ServerJob(Value):
    """Ask the server of an account for something, or tell it something. What a call takes stands beside it."""

    login: Login
    call: Literal[
        "log in",
        "feeds",
        "tags",
        "ids",  # stream, without, most
        "items",  # ids
        "mark",  # ids, tag, on
        "mark all read",  # stream, until
        "follow",  # url, title, folder
        "unfollow",  # feed_id
        "edit",  # feed_id, title, folder, old_folder
    ]
    stream: str = ""
    without: str = ""
    most: int = 0
    """Ids after which the newest are enough, where the server gives them in parts; 0 for all."""
    ids: tuple[int, ...] = ()
    tag: str = ""
    on: bool = True
    until: int = 0
    feed_id: str = ""
    url: str = ""
    title: str = ""
    folder: str = ""
    old_folder: str = ""
    options: RequestOptions = RequestOptions()


class Served(Value):
    """What came back from a server; what it was not asked for is empty."""

    feeds: tuple[RemoteFeed, ...] = ()
    tags: RemoteTags = RemoteTags()
    ids: tuple[int, ...] = ()
    whole: bool = True
    """`ids` are all there are."""
    items: tuple[RemoteItem, ...] = ()
    done: bool = False
    url: str = ""
    """Where the API was found (log in)."""
    refused: bool = False
    """The server does not do such a thing, whoever asks."""
    failure: Failure | None = None


class Account(Value):
    """An account, as the library knows it."""

    id: int
    name: str
    url: str
    user: str
    labels: bool | None = None
    """Whether the server keeps a person's tags on stories; None where that was not tried yet."""
    unfiled: str = ""
    """The folder in which the server puts feeds that were given none, "" where that is not known yet."""
    whole: bool = False
    """All that the server has was taken in once."""
    notice: str = ""
    """What the last sync has to say besides, or ""."""
    error: str = ""
    """The last failure, in words; "" after a success."""
    checked: datetime | None = None
    succeeded: datetime | None = None
    next_check: datetime | None = None
    sections: int = 0
    stories: int = 0
    unsent: int = 0
    """Marks that the server does not have yet."""
