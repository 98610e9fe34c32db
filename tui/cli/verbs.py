"""The verbs of the command line: for each a row, and a function in a room of this package that is imported when the
verb is called.

A new verb is a row here, its function in the room it belongs to, and a line in the README's list;
`tests/cli/test_verbs.py` asks for both.
"""

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

Argument = tuple[tuple[str, ...], dict[str, Any]]
"""What argparse's `add_argument` takes."""


class Verb(NamedTuple):
    """A verb: its name, "room.function", one line on what it does, what may stand behind it."""

    name: str
    does: str
    about: str
    options: tuple[Argument, ...] = ()
    json: bool = False
    needs_config: bool = True
    """It refuses to run with a configuration that is wrong. Verbs that help to mend one do not."""
    searches: bool = False
    """It takes the words of a search, of which -football is one and no option."""
    one_of: tuple[str, ...] = ()
    """Options of which one at most is given: each has the verb do something else."""

    def function(self) -> Callable[[argparse.Namespace], int]:
        """What the verb does; gives its exit code."""
        room, _, name = self.does.partition(".")
        found: Callable[[argparse.Namespace], int] = getattr(import_module(f"tui.cli.{room}"), name)
        return found


_MOST = 1_000_000_000


def number(said: str) -> int:
    """A number from 0 to a thousand million, for argparse."""
    found = int(said)
    if found < 0:
        raise argparse.ArgumentTypeError(f"{found} is less than 0")
    if found > _MOST:
        raise argparse.ArgumentTypeError(f"{found} is more than {_MOST:,}")
    return found


def place(said: str) -> int:
    """A place in a row, counted from 1, for argparse."""
    found = number(said)
    if not found:
        raise argparse.ArgumentTypeError("places are counted from 1")
    return found


def _option(*flags: str, **settings: Any) -> Argument:
    return flags, settings


_SEARCH = (
    'words, "a phrase", prefix*, headline:, site:, section:, folder:, tag:, since:7d, before:7d, is:unread, is:starred;'
    " - excludes, | stands between alternatives"
)


def _kept(does: str) -> tuple[Argument, ...]:
    """What stands behind a verb that keeps a search for something."""
    return (
        _option("words", nargs="*", metavar="WORDS", help=_SEARCH),
        _option("--name", metavar="NAME", help="what it is called (its words)"),
        _option("--try", dest="try_", action="store_true", help=f"only say how many stories it would {does}"),
        _option("--show", metavar="NAME", help="list what it finds"),
        _option("--remove", metavar="NAME", help="remove it"),
    )


_KEPT_ONE = ("--try", "--show", "--remove")

_SECTIONS = "a section's id or name, a site's name, or an address"
_EVENTS = _option("--events", action="store_true", help="each event once, with who tells it")
_LIMIT = _option("--limit", type=number, default=100, metavar="N", help="at most this many (100; 0 for all)")

_WHICH = (
    _option("story", nargs="*", metavar="ID", help="ids as `list` prints them, or addresses"),
    _option("--section", metavar="SECTION", help="instead of ids: all of a section, site, folder or saved search"),
    _option("--search", metavar="WORDS", help="instead of ids: all that a search finds"),
    _option("--older", metavar="TIME", help="of these, or of all, only what is older: 12h, 1d, 2w"),
    _option("--event", action="store_true", help="and all that tell the same events"),
)
"""The stories that something is done with (`stories.chosen`)."""

VERBS = (
    Verb(
        "follow",
        "following.follow",
        "follow a site, a section or a feed: any address will do",
        (
            _option("url", metavar="URL", help="a front page, section, story or feed; or the name of a starter site"),
            _option(
                "--section", action="append", default=[], metavar="NAME", help="only this section; may be repeated"
            ),
        ),
        json=True,
    ),
    Verb(
        "unfollow",
        "following.unfollow",
        "stop following sections, or remove a saved search; starred stories stay",
        (_option("section", nargs="+", metavar="SECTION", help=f"a saved search's name, {_SECTIONS}"),),
    ),
    Verb(
        "change",
        "changing.change",
        "change how sections, a site or a folder are named, placed, shown and asked",
        (
            _option("section", metavar="SECTION", help=_SECTIONS),
            _option("--name", metavar="NAME", help="another name"),
            _option(
                "--into",
                metavar="FOLDER",
                help="put into a folder, made where there is none (News / World); '': out of all",
            ),
            _option("--out-of", metavar="FOLDER", help="take out of a folder"),
            _option("--place", type=place, metavar="N", help="stand in this place among its neighbours, from 1"),
            _option(
                "--mute", action=argparse.BooleanOptionalAction, help="keep its stories out of all lists but its own"
            ),
            _option("--hide", action=argparse.BooleanOptionalAction, help="leave it out of the rows of the pane"),
            _option("--every", metavar="TIME", help="how often it is asked: 30m, 2h, 1d; default"),
            _option(
                "--full-text",
                choices=["open", "refresh", "feed", "default"],
                help="when whole stories are fetched: when opened, when they come in, never",
            ),
        ),
    ),
    Verb(
        "refresh",
        "following.refresh",
        "check sections for new stories",
        (
            _option("section", nargs="*", metavar="SECTION", help="only these (all if none is given)"),
            _option("--due", action="store_true", help="only the sections that are due"),
        ),
    ),
    Verb(
        "sections",
        "following.sections",
        "list what is followed",
        (_option("--health", action="store_true", help="with the last success, the last error and the next check"),),
        json=True,
    ),
    Verb(
        "list",
        "stories.window",
        "list stories, newest first",
        (
            _option(
                "--section",
                metavar="SECTION",
                help="a section's id or name, a site, a folder, a saved search, #tag, Today, Later, Downloaded, Guide",
            ),
            _option("--unread", action="store_true", help="only unread stories"),
            _option("--starred", action="store_true", help="only starred stories"),
            _EVENTS,
            _LIMIT,
        ),
        json=True,
    ),
    Verb(
        "show",
        "stories.show",
        "show a story; if it is not in the library yet it is fetched and kept",
        (
            _option("story", metavar="ID-or-URL"),
            _option("--text", action="store_true", help="print plain text (the default)"),
            _option("--markdown", action="store_true", help="print Markdown"),
            _option("--again", action="store_true", help="fetch the page again, to see whether it has changed"),
            _option("--changes", action="store_true", help="print what is new (+) and gone (-) since it was read"),
        ),
        json=True,
        one_of=("--json", "--text", "--markdown"),
    ),
    Verb(
        "search",
        "searching.search",
        "find stories that contain all the words, newest first",
        (
            _option(
                "words",
                nargs="+",
                metavar="WORDS",
                help=_SEARCH,
            ),
            _LIMIT,
            _option("--relevance", action="store_true", help="best match first"),
            _EVENTS,
            _option("--save", metavar="NAME", help="save the search as a list of its own under this name"),
        ),
        json=True,
        searches=True,
    ),
    Verb(
        "front",
        "front.front",
        "the front page: what most outlets tell, and lately",
        (
            _option("--unread", action="store_true", help="only what was not read"),
            _option("--explain", action="store_true", help="with the reasons of each rank"),
            _option("--limit", type=number, default=30, metavar="N", help="at most this many (30; 0 for all)"),
            _option(
                "--weigh",
                nargs=2,
                metavar=("SECTION", "NUMBER"),
                help="let a section weigh more or less than 1; 0 keeps it off the page",
            ),
            _option(
                "--owner",
                nargs="+",
                metavar="NAME",
                help="say which domains (they follow the name) are one owner's, and count as one outlet",
            ),
        ),
        json=True,
        one_of=("--json", "--weigh", "--owner"),
    ),
    Verb(
        "catchup",
        "front.catch_up",
        "what happened, in the minutes that you have: the stories to read, with their leads",
        (
            _option("--minutes", type=number, default=12, metavar="N", help="the time that there is (12)"),
            _option("--since", default="yesterday", metavar="DAY", help="yesterday (the default), today, 12h, 3d"),
        ),
        json=True,
    ),
    Verb(
        "explain-event",
        "events.explain",
        "say who else tells what a story tells, and what joined them",
        (
            _option("story", metavar="ID", help="an id as `list` prints it, or an address"),
            _option("--adds", action="store_true", help="what each adds that no other has, and how it came"),
        ),
        json=True,
    ),
    Verb(
        "same",
        "events.same",
        "say that stories tell the same event; `undo` takes it back",
        (_option("story", nargs="+", metavar="ID", help="two or more ids or addresses"),),
    ),
    Verb(
        "not-the-same",
        "events.not_the_same",
        "say that a story does not tell the event it stands with; `undo` takes it back",
        (_option("story", nargs="+", metavar="ID"),),
    ),
    Verb("searches", "searching.searches", "list saved searches", json=True),
    Verb(
        "mute",
        "searching.mute",
        "hide stories from every list and count, by the words of a search; without words, list the mutes",
        (
            *_kept("hide"),
            _option("--event", action="store_true", help="in lists of events hide the whole event, whoever tells it"),
        ),
        json=True,
        one_of=_KEPT_ONE,
        searches=True,
    ),
    Verb(
        "highlight",
        "searching.highlight",
        "set stories apart in every list, by the words of a search; without words, list the highlights",
        _kept("highlight"),
        json=True,
        one_of=_KEPT_ONE,
        searches=True,
    ),
    Verb(
        "rule",
        "searching.rule",
        "mark, star or tag what arrives, by the words of a search; without words, list the rules",
        (
            *_kept("touch"),
            _option("--read", action="store_true", help="mark it read"),
            _option("--star", action="store_true", help="star it"),
            _option("--later", action="store_true", help="put it on the list of later"),
            _option("--tag", action="append", default=[], metavar="TAG", help="tag it; may be repeated"),
        ),
        json=True,
        one_of=_KEPT_ONE,
        searches=True,
    ),
    Verb(
        "mark",
        "stories.mark",
        "mark stories",
        (
            _option("mark", choices=["read", "unread", "star", "unstar", "later", "not-later"]),
            *_WHICH,
        ),
    ),
    Verb(
        "tag",
        "tagging.tag",
        "tag stories, take a tag off, rename or remove one; without a name, list the tags",
        (
            _option("name", nargs="?", metavar="TAG"),
            *_WHICH,
            _option("--off", action="store_true", help="take the tag off them"),
            _option("--rename", metavar="NAME", help="call the tag otherwise"),
            _option("--remove", action="store_true", help="take the tag off every story, and away"),
        ),
        json=True,
        one_of=("--off", "--rename", "--remove"),
    ),
    Verb(
        "note",
        "tagging.note",
        "print the note on a story, or write one",
        (
            _option("story", metavar="ID", help="an id as `list` prints it, or an address"),
            _option("words", nargs="*", metavar="WORDS", help="what to write; - reads it from standard input"),
            _option("--remove", action="store_true", help="take the note away"),
        ),
        json=True,
    ),
    Verb(
        "folder",
        "folders.folder",
        "make a folder of sections, rename, move or remove it; without a name, list the folders",
        (
            _option("name", nargs="?", metavar="FOLDER", help="its name or its path (News / World)"),
            _option("--rename", metavar="NAME", help="call it otherwise"),
            _option("--into", metavar="FOLDER", help="put it into another; '' for into none"),
            _option("--place", type=place, metavar="N", help="stand in this place among its neighbours, from 1"),
            _option("--remove", action="store_true", help="take it away; what stood in it stays"),
        ),
        json=True,
    ),
    Verb(
        "undo",
        "stories.undo",
        "take back the last thing that was done, as often as you like",
        (_option("--list", action="store_true", help="list what was done, newest first"),),
        json=True,
    ),
    Verb("redo", "stories.redo", "do again what was undone last"),
    Verb(
        "save",
        "stories.save",
        "save stories to read later",
        (_option("url", nargs="+", metavar="URL", help="addresses; - reads them from standard input"),),
    ),
    Verb(
        "download",
        "following.download",
        "keep the full text of unread stories for later, and of what is queued",
        (
            _option("--section", metavar="SECTION", help="only this section or site"),
            _option("--pictures", action="store_true", help="take their pictures along"),
        ),
    ),
    Verb(
        "pictures",
        "following.pictures",
        "keep the pictures of stories for later",
        (_option("story", nargs="+", metavar="STORY", help="ids or addresses"),),
    ),
    Verb(
        "import",
        "moving.import_file",
        "take in subscriptions (OPML, newsboat's urls, addresses) or what Pocket, Instapaper, Readwise or Wallabag kept",
        (
            _option("file", nargs="?", metavar="FILE", help="the file, or - for standard input"),
            _option(
                "--newsboat",
                nargs="?",
                const="",
                metavar="FOLDER",
                help="move in from newsboat: urls, cache and configuration, of this folder or where newsboat has them",
            ),
        ),
    ),
    Verb(
        "export",
        "moving.export",
        "print the subscriptions as OPML, or the whole library",
        (_option("--all", action="store_true", help="sites, stories, marks and texts, as JSON Lines"),),
    ),
    Verb(
        "podcasts",
        "podcasts.podcasts",
        "audio and video: list what is queued, here or was played",
        (
            _option("--queue", nargs="+", default=[], metavar="ID", help="queue the audio and video of stories"),
            _option("--download", action="store_true", help="fetch what is queued, and go on with what broke off"),
            _option("--play", type=number, metavar="N", help="play an episode with the player of the configuration"),
            _option("--at", nargs=2, default=[], metavar=("TIME", "N"), help="where to go on in an episode: 12:30"),
            _option("--played", type=number, nargs="+", default=[], metavar="N", help="mark episodes played"),
            _option("--not-played", type=number, nargs="+", default=[], metavar="N", help="mark them not played"),
            _option("--remove", type=number, nargs="+", default=[], metavar="N", help="remove their files"),
        ),
        json=True,
        one_of=("--json", "--queue", "--download", "--play", "--at", "--played", "--not-played", "--remove"),
    ),
    Verb(
        "pipe",
        "outside.pipe",
        "run a command of your own on a story, as the configuration names it; list them",
        (
            _option("story", nargs="?", metavar="ID-or-URL"),
            _option("name", nargs="?", metavar="NAME", help="which of the commands"),
        ),
        json=True,
    ),
    Verb(
        "save-as",
        "outside.save_as",
        "write stories into files, or as a book, and print which",
        (
            _option("story", nargs="*", metavar="ID-or-URL"),
            _option("--section", metavar="SECTION", help="the stories of this list instead"),
            _option("--unread", action="store_true", help="of it only those that are unread"),
            _LIMIT,
            _option("--form", choices=["markdown", "text", "html", "epub"], default="markdown", help="(markdown)"),
            _option("--to", default=".", metavar="FOLDER", help="where to (here); - for standard output"),
            _option(
                "--pictures",
                action=argparse.BooleanOptionalAction,
                default=True,
                help="hold the pictures, in HTML and EPUB that go to a folder",
            ),
        ),
    ),
    Verb(
        "qr",
        "outside.qr",
        "print the address of a story as a QR code, for a telephone",
        (
            _option("story", metavar="ID-or-URL"),
            _option("--inverted", action="store_true", help="for a terminal that is dark on light"),
        ),
    ),
    Verb(
        "explain",
        "pages.explain",
        "explain how a page is read: what was taken, what was dropped, and why",
        (_option("page", metavar="URL-or-FILE-or-ID"),),
    ),
    Verb(
        "reparse",
        "pages.reparse",
        "read saved pages again with this version's parser",
        (_option("story", nargs="*", metavar="ID", help="only these stories"),),
    ),
    Verb(
        "tidy",
        "upkeep.tidy",
        "show what could be removed from the library; with --yes, remove it",
        (
            _option(
                "--days",
                type=number,
                metavar="N",
                help="untouched stories older than this many days (180)",
            ),
            _option("--yes", action="store_true", help="remove them"),
        ),
        json=True,
    ),
    Verb(
        "login",
        "logins.login",
        "keep a name and a password for a site, in a file that only you can read",
        (
            _option("site", nargs="?", metavar="SITE", help="a host or an address; * stands for anything"),
            _option("--user", metavar="NAME", help="the name (asked for if it is not given)"),
            _option(
                "--command", nargs="+", metavar="WORD", help="a program that prints the password, instead of keeping it"
            ),
            _option("--list", action="store_true", help="list the sites and names, never a password"),
        ),
        json=True,
    ),
    Verb("logout", "logins.logout", "forget a site's name and password", (_option("site", metavar="SITE"),)),
    Verb(
        "sync",
        "syncing.run",
        "tell the library and your accounts on servers of feeds (FreshRSS, Miniflux …) of each other",
        (
            _option("action", nargs="?", metavar="add|status|remove|NAME", help="an account's name: only this one"),
            _option("what", nargs="?", metavar="URL-or-NAME", help="the server to add, the account to remove"),
            _option("--user", metavar="NAME", help="add: the name to log in by (asked for if it is not given)"),
            _option("--command", nargs="+", metavar="WORD", help="add: a program that prints the password"),
            _option("--name", metavar="NAME", help="add: what the account is called here (the server's host)"),
            _option("--all", action="store_true", help="add: follow there what is followed here already"),
        ),
        json=True,
    ),
    Verb(
        "backup",
        "upkeep.backup",
        "copy the library while it is in use, and print where the copy is",
        (
            _option("file", nargs="?", metavar="FILE", help="where to (among the backups, of which the newest stay)"),
            _option("--list", action="store_true", help="list the backups"),
        ),
        json=True,
    ),
    Verb(
        "restore",
        "upkeep.restore",
        "replace the library with a backup, or with what `export --all` printed; the one before is kept",
        (_option("file", nargs="?", metavar="FILE", help="which (the newest backup if none is given)"),),
    ),
    Verb(
        "doctor",
        "doctor.run",
        "look for what is wrong with library, feeds, files and terminal; with --fix, mend what can be mended",
        (_option("--fix", action="store_true", help="mend it; of a damaged library, save what can be read"),),
        json=True,
        needs_config=False,
    ),
    Verb(
        "config",
        "configuring.run",
        "show the configuration, create it, check it, or change a setting",
        (
            _option("action", nargs="?", choices=["get", "set"], help="print a setting, or change it"),
            _option("name", nargs="?", metavar="NAME", help='measure, keys.star, sites."*.example.com".user …'),
            _option("value", nargs=argparse.REMAINDER, metavar="VALUE", help="the new value"),
            _option(
                "--init", action="store_true", help="create the file, with every setting and its default as a comment"
            ),
            _option("--check", action="store_true", help="say what is wrong, with file and line"),
        ),
        needs_config=False,
    ),
    Verb(
        "log",
        "about.log",
        "print the newest lines of the log",
        (_option("--lines", type=number, default=40, metavar="N", help="at most this many (40; 0 for all)"),),
        needs_config=False,
    ),
    Verb(
        "help",
        "about.explain_verb",
        "show the verbs, or what one of them takes",
        (_option("name", nargs="?", metavar="VERB"),),
        needs_config=False,
    ),
    Verb("where", "about.where", "print where everything is", json=True, needs_config=False),
    Verb("env", "about.env", "print what a bug report should include", json=True, needs_config=False),
)
