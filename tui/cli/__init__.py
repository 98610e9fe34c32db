"""The command line: a verb per command.

stdout is data, stderr is narration; exit codes: 0 done, 1 failed (one sentence on stderr), 2 the call was wrong.
Textual, httpx and selectolax are imported only by the verbs that need them, and asyncio only by those that gather.
"""

import argparse
import os
import sys
from collections.abc import AsyncIterable, Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tui import __version__, config, frame, log
from tui.errors import AskError, NewsError, OutputError
from tui.output import gate, lists, records
from tui.text import counted

if TYPE_CHECKING:
    from tui.frame import Frame
    from tui.library import Library
    from tui.model import Article, Related, SiteOffer, Story, Update
    from tui.storage.file import File

Verb = Callable[[argparse.Namespace], int]
Option = tuple[tuple[str, ...], dict[str, Any]]
"""What argparse's `add_argument` takes."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one verb, or the reader where none is given; returns the exit code."""
    given = sys.argv[1:] if argv is None else argv
    gate.reserve()

    def work() -> int:
        asked = next((word for word in given if word not in ("-v", "--verbose")), "")
        arguments = _parser(asked).parse_args(given)
        log.start(config.log_file(), verbose=arguments.verbose)
        if arguments.called not in _NEED_NO_CONFIGURATION:
            config.check()
        with log.timed(arguments.called, quiet=True):
            code: int = arguments.verb(arguments)
        return code

    return _done(work)


_NEED_NO_CONFIGURATION = frozenset({"config", "log", "where", "env"})
"""Verbs that help to mend a configuration; every other one refuses to run with one that is wrong."""


def read(first: "Frame | None" = None) -> int:
    """Run the reader, over a first frame where there is one on the terminal; returns the exit code."""

    def work() -> int:
        log.start(config.log_file())
        return _read(first)

    return _done(work)


def _done(work: Callable[[], int]) -> int:
    """What was to be done, with its exit code; what went wrong in one sentence."""
    try:
        code = _said(work)
        gate.close()
    except BrokenPipeError:
        code = 0  # whoever read the data has seen enough (`| head`)
    except OutputError as error:
        gate.say(f"broadsheet: {error}")
        code = 1
    finally:
        gate.give_up()
    return code


def _said(work: Callable[[], int]) -> int:
    """Do the work; one that cannot be done is said."""
    try:
        return work()
    except SystemExit as end:  # argparse has said all that there is to say
        return end.code if isinstance(end.code, int) else 2
    except NewsError as error:
        gate.say(f"broadsheet: {error}")
        return 1
    except KeyboardInterrupt:
        gate.say("broadsheet: stopped")
        return 130


class _Parser(argparse.ArgumentParser):
    """One whose sentences leave by the gate: they repeat what was typed."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        if message:
            gate.say(message.rstrip("\n"))
        raise SystemExit(status)


def _option(*flags: str, **settings: Any) -> Option:
    return flags, settings


def _parser(asked: str = "") -> argparse.ArgumentParser:
    """The parser of the verb that is asked for, and of all of them where there is none of that name."""
    parser = _Parser(
        prog="broadsheet",
        description="A newsreader for the terminal. Without a verb it opens the reader.",
        epilog="Exit codes: 0 done, 1 failed with one sentence, 2 the call was wrong.",
    )
    parser.add_argument("--version", action="version", version=f"broadsheet {__version__}")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="say what is asked and decided, and how long it takes"
    )
    parser.set_defaults(verb=lambda _: _read(), called="the reader")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", prog=parser.prog)

    def verb(name: str, run: Verb, about: str, *options: Option, json: bool = False) -> None:
        if asked in ("", name):
            found = verbs.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
            found.set_defaults(verb=run, called=name)
            found.add_argument(
                "-v", "--verbose", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
            )
            if json:
                found.add_argument("--json", action="store_true", help="print JSON")
            for flags, settings in options:
                found.add_argument(*flags, **settings)

    verb(
        "follow",
        _follow,
        "follow a site, a section or a feed: any address will do",
        _option("url", metavar="URL", help="a front page, section, story or feed; or the name of a starter site"),
        _option(
            "--section",
            action="append",
            default=[],
            metavar="NAME",
            help="only this section (may be given more than once)",
        ),
        json=True,
    )
    verb(
        "unfollow",
        _unfollow,
        "stop following sections, starred stories stay; or let a kept search go",
        _option(
            "section",
            nargs="+",
            metavar="SECTION",
            help="a kept search's name, a section's id or name, a site's name, or an address",
        ),
    )
    verb(
        "refresh",
        _refresh,
        "ask the sections for new stories",
        _option("section", nargs="*", metavar="SECTION", help="only these (all where none is given)"),
        _option("--due", action="store_true", help="only the sections whose next check has come"),
    )
    verb(
        "sections",
        _sections,
        "list what is followed",
        _option("--health", action="store_true", help="with the last success, the last error and the next check"),
        json=True,
    )
    verb(
        "list",
        _list,
        "list stories, newest first",
        _option("--section", metavar="SECTION", help="a kept search, a section's id or name, a site's name, or Guide"),
        _option("--unread", action="store_true", help="only unread stories"),
        _option("--starred", action="store_true", help="only starred stories"),
        _option("--limit", type=_count, default=100, metavar="N", help="at most so many (100; 0 for all)"),
        json=True,
    )
    verb(
        "show",
        _show,
        "show a story; one that is not kept yet is fetched and kept",
        _option("story", metavar="ID-or-URL"),
        _option("--text", action="store_true", help="print plain text (as without an option)"),
        _option("--markdown", action="store_true", help="print Markdown"),
        json=True,
    )
    verb(
        "search",
        _search,
        "find stories that hold all the words, newest first",
        _option(
            "words",
            nargs="+",
            metavar="WORDS",
            help='words, "a phrase", prefix*, headline:, site:, section:, tag:, since:7d, before:7d, is:unread, is:starred; - before what must not be, | between alternatives',
        ),
        _option("--limit", type=_count, default=100, metavar="N", help="at most so many (100; 0 for all)"),
        _option("--relevance", action="store_true", help="the best match first"),
        _option("--save", metavar="NAME", help="keep the search, as a list of its own under this name"),
        json=True,
    )
    verb("searches", _searches, "list the searches that are kept", json=True)
    verb(
        "mark",
        _mark,
        "mark stories",
        _option("mark", choices=["read", "unread", "star", "unstar"]),
        _option("story", nargs="+", metavar="ID", help="ids as `list` prints them, or addresses"),
    )
    verb(
        "download",
        _download,
        "keep the full text of unread stories for later, and fetch what is queued",
        _option("--section", metavar="SECTION", help="only this section or site"),
    )
    verb(
        "import",
        _import,
        "follow what a subscription file names: OPML, newsboat's urls, or a list of addresses",
        _option("file", metavar="FILE", help="the file, or - for standard input"),
    )
    verb("export", _export, "print the subscriptions as OPML")
    verb(
        "explain",
        _explain,
        "say how a page is read: what was taken, what was dropped, and why",
        _option("page", metavar="URL-or-FILE"),
    )
    verb(
        "reparse",
        _reparse,
        "read the kept pages again, with this version's reading of a page",
        _option("story", nargs="*", metavar="ID", help="only these stories"),
    )
    verb(
        "tidy",
        _tidy,
        "show what could be removed from the library, and with --yes remove it",
        _option(
            "--days", type=_count, default=180, metavar="N", help="untouched stories older than so many days (180)"
        ),
        _option("--yes", action="store_true", help="remove them"),
    )
    verb(
        "config",
        _config,
        "show the configuration, make it, check it, or change a setting",
        _option("action", nargs="?", choices=["get", "set"], help="print a setting, or change it"),
        _option("name", nargs="?", metavar="NAME", help='a setting: measure, keys.star, sites."*.example.com".user'),
        _option("value", nargs=argparse.REMAINDER, metavar="VALUE", help="what it is to be"),
        _option("--init", action="store_true", help="make the file, with every setting and its default as a comment"),
        _option("--check", action="store_true", help="say what is wrong, with file and line"),
    )
    verb(
        "log",
        _log,
        "print the newest lines of the log",
        _option("--lines", type=_count, default=40, metavar="N", help="at most so many (40; 0 for all)"),
    )
    verb("where", _where, "say where everything is", json=True)
    verb("env", _env, "print what to put into a report about a fault", json=True)
    return parser if verbs.choices else _parser()


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{number} is less than 0")
    return number


def _reading() -> "File":
    from tui.library.opening import reading

    return reading(config.library_file())


def _writing() -> "File":
    from tui.library.opening import writing

    return writing(config.library_file())


def _with_library(work: "Callable[[Library], Coroutine[Any, Any, int]]") -> int:
    """Run a verb that gathers, on a library that is opened and closed around it."""
    import asyncio
    import gc

    from tui.library import Library

    gc.enable()

    async def run() -> int:
        library = await Library.open(config.library_file(), config.load())
        try:
            return await work(library)
        finally:
            await library.close()

    return asyncio.run(run())


def _read(first: "Frame | None" = None) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        raise AskError("the reader needs a terminal; `broadsheet list` and `broadsheet show ID` work without one")
    try:
        settings = config.load()
        from tui.app import run

        return run(config.library_file(), settings, first, frame.save)
    finally:
        if first is not None:
            first.restore()


def _follow(arguments: argparse.Namespace) -> int:
    from tui.storage import sections

    async def work(library: "Library") -> int:
        offer = await library.discover(arguments.url)
        chosen = _chosen(offer, arguments.section)
        if chosen is None:
            gate.say("nothing followed")
            return 0
        followed = await library.do(sections.follow, offer, chosen)
        taken = followed.site.sections
        if arguments.json:
            gate.put_json([records.section(section) for section in taken])
            return 0
        new = {section.id for section in followed.added}
        gate.put(lists.followed(taken))
        known = f", {len(taken) - len(new)} followed already" if len(taken) > len(new) else ""
        gate.say(f"{counted(len(new), 'section', 'sections')} of {followed.site.name} followed{known}")
        return 0

    return _with_library(work)


def _chosen(offer: "SiteOffer", names: list[str]) -> list[int] | None:
    """Which sections of an offer to take; None for none of them."""
    every = [index for index, section in enumerate(offer.sections) if not section.comments]
    if names:
        found = []
        for name in names:
            wanted = name.casefold()
            hits = [
                i
                for i, section in enumerate(offer.sections)
                if wanted in (section.name.casefold(), section.url.casefold())
            ]
            if not hits:
                known = ", ".join(section.name for section in offer.sections)
                raise AskError(f"{offer.name} has no section called {name}; it has {known}")
            found += hits
        return found
    if len(every) < 2 or not (sys.stdin.isatty() and sys.stderr.isatty() and sys.stdout.isatty()):
        return every or list(range(len(offer.sections)))
    gate.say(f"{offer.name}, {offer.url}")
    for index in every:
        section = offer.sections[index]
        gate.say(f"{index + 1:4}  {section.name}" + (f"  ({len(section.entries)} stories)" if section.entries else ""))
    gate.say("Follow which? Numbers separated by blanks, enter for all, 0 for none: ")
    answer = sys.stdin.readline().split()
    if not answer:
        return every
    if not all(word.isdigit() and int(word) <= len(offer.sections) for word in answer):
        raise AskError(f"{' '.join(answer)} are not numbers of that list")
    return [int(word) - 1 for word in answer if int(word)] or None


def _unfollow(arguments: argparse.Namespace) -> int:
    from tui.storage import naming, searches, sections

    with _writing() as file:
        saved = {search.name.casefold(): search for search in searches.saved(file)}
        names = [text for text in arguments.section if text.strip().casefold() not in saved]
        found = [section for text in names for section in naming.find_sections(file, text)]
        for search in (saved[text.strip().casefold()] for text in arguments.section if text not in names):
            searches.drop(file, search.id)
            gate.say(f"the search {search.name} is no longer kept")
        sections.unfollow(file, [section.id for section in found])
    for section in found:
        gate.say(f"{section.full_name} is no longer followed")
    return 0


def _refresh(arguments: argparse.Namespace) -> int:
    from tui.storage import naming

    async def work(library: "Library") -> int:
        named = [await library.ask(naming.find_sections, text) for text in arguments.section]
        ids = [section.id for meant in named for section in meant]
        asked, failed, new = await _tell("refreshing", library.refresh(ids or None, due=arguments.due))
        found = f"{counted(asked, 'section', 'sections')} asked, {counted(new, 'new story', 'new stories')}"
        gate.say(found + (f", {failed} failed" if failed else ""))
        return 1 if asked and failed == asked else 0

    return _with_library(work)


def _download(arguments: argparse.Namespace) -> int:
    from tui.storage import naming

    async def work(library: "Library") -> int:
        wanted = await library.ask(naming.find_list, arguments.section, unread=True)
        tried, failed, _ = await _tell("downloading", library.download(wanted))
        gate.say(f"{tried - failed} stories kept" + (f", {failed} failed" if failed else ""))
        return 1 if tried and failed == tried else 0

    return _with_library(work)


async def _tell(doing: str, updates: "AsyncIterable[Update]") -> tuple[int, int, int]:
    """Narrate what goes on: a line for each failure, a progress bar on a terminal. (how many, how many failed, new stories)."""
    done = failed = new = 0
    async for update in updates:
        done, failed, new = done + 1, failed + bool(update.error), new + update.new
        if update.error:
            gate.clear()
            gate.say(update.error if update.error.startswith(update.name) else f"{update.name}: {update.error}")
        gate.progress(f"{doing} {update.done} of {update.total}")
    gate.clear()
    return done, failed, new


def _sections(arguments: argparse.Namespace) -> int:
    from tui.storage import sections

    with _reading() as file:
        followed = sections.sections(file)
    if arguments.json:
        gate.put_json([records.section(section, health=arguments.health) for section in followed])
        return 0
    gate.put(lists.sections(followed, health=arguments.health))
    if not followed:
        gate.say("nothing is followed yet: `broadsheet follow URL`")
    return 0


def _put_stories(stories: "tuple[Story, ...]", *, as_json: bool) -> None:
    if as_json:
        gate.put_json([records.story(story) for story in stories])
    else:
        gate.put(lists.stories(stories))


def _list(arguments: argparse.Namespace) -> int:
    from tui.storage import naming, stories

    with _reading() as file:
        wanted = naming.find_list(file, arguments.section, unread=arguments.unread, starred=arguments.starred)
        _put_stories(stories.window(file, wanted, arguments.limit), as_json=arguments.json)
    return 0


def _search(arguments: argparse.Namespace) -> int:
    from tui.model import StoryFilter
    from tui.storage import searches, stories

    words = " ".join(arguments.words)
    kept = arguments.save is not None
    wanted = StoryFilter(words=words, order="relevance" if arguments.relevance else "date", news=kept)
    if kept:
        with _writing() as file:
            search = searches.save(file, arguments.save, words)
        gate.say(f"kept as {search.name}: `broadsheet list --section`, or its row in the reader")
    with _reading() as file:
        _put_stories(stories.window(file, wanted, arguments.limit), as_json=arguments.json)
    return 0


def _searches(arguments: argparse.Namespace) -> int:
    from tui.storage import searches

    with _reading() as file:
        saved = searches.saved(file)
    if arguments.json:
        gate.put_json([records.search(search) for search in saved])
        return 0
    gate.put(lists.searches(saved))
    if not saved:
        gate.say("no search is kept yet: `broadsheet search WORDS --save NAME`")
    return 0


def _show(arguments: argparse.Namespace) -> int:
    from tui.storage import stories, texts

    with _reading() as file:
        story = stories.story(file, arguments.story)
        article = texts.article(file, story.id) if story else None
        if story and article:
            similar = stories.similar(file, story.id) if arguments.json else ()
            return _print_article(arguments, story, article, stories.related(file, article), similar)
    if story is None and ":" not in arguments.story:
        raise AskError(f"there is no story {arguments.story}")

    async def work(library: "Library") -> int:
        if story is not None:
            found, read = story, await library.read_article(story.id)
        else:
            found, read = await library.open_link(arguments.story, trusted=True)
        related = await library.ask(stories.related, read)
        return _print_article(arguments, found, read, related, await library.ask(stories.similar, found.id))

    return _with_library(work)


def _print_article(
    arguments: argparse.Namespace,
    story: "Story",
    article: "Article",
    related: "tuple[Related, ...]",
    similar: "tuple[Story, ...]",
) -> int:
    if arguments.json:
        gate.put_json(records.article(story, article, related, similar))
        return 0
    from tui.output import articles

    gate.put((articles.as_markdown if arguments.markdown else articles.as_text)(article, related))
    return 0


def _mark(arguments: argparse.Namespace) -> int:
    from tui.storage import marks, stories

    with _writing() as file:
        ids = [_known(text, stories.story(file, text)).id for text in arguments.story]
        if arguments.mark in ("read", "unread"):
            changed = marks.mark(file, ids, read=arguments.mark == "read")
        else:
            changed = marks.mark(file, ids, starred=arguments.mark == "star")
    gate.say(f"{changed} of {len(ids)} changed")
    return 0


def _known(text: str, story: "Story | None") -> "Story":
    """The story that a person named, if there is one."""
    if story is None:
        raise AskError(f"there is no story {text}")
    return story


def _import(arguments: argparse.Namespace) -> int:
    from tui.library.subscriptions import import_subscriptions
    from tui.storage import searches

    path = Path(arguments.file)
    try:
        body = sys.stdin.buffer.read() if arguments.file == "-" else path.read_bytes()
    except OSError as error:
        raise AskError(f"{arguments.file} cannot be read: {error.strerror}") from error

    with _writing() as file:
        before = set(searches.saved(file))
        taken, refused = import_subscriptions(file, body, "" if arguments.file == "-" else path.name)
        kept = set(searches.saved(file)) - before
    for reason in refused:
        gate.say(reason)
    gate.put(lists.followed(taken))
    saved = f", {len(kept)} searches kept" if kept else ""
    gate.say(f"{len(taken)} sections followed{saved}" + (f", {len(refused)} lines left out" if refused else ""))
    return 1 if refused and not taken and not kept else 0


def _export(_: argparse.Namespace) -> int:
    from tui.library.subscriptions import export

    with _reading() as file:
        gate.put(export(file).rstrip("\n"))
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    path = Path(arguments.page)
    is_file = "://" not in arguments.page and path.is_file()
    page = path.read_bytes() if is_file else None
    url = path.resolve().as_uri() if is_file else arguments.page

    async def work(library: "Library") -> int:
        gate.put(await library.explain(url, page))
        return 0

    return _with_library(work)


def _reparse(arguments: argparse.Namespace) -> int:
    from tui.storage import stories

    async def work(library: "Library") -> int:
        ids = [_known(text, await library.ask(stories.story, text)).id for text in arguments.story]
        done, failed, _ = await _tell("reading again", library.reparse(ids or None))
        gate.say(f"{done - failed} pages read again" + (f", {failed} left as they were" if failed else ""))
        return 1 if done and failed == done else 0

    return _with_library(work)


def _tidy(arguments: argparse.Namespace) -> int:
    from datetime import timedelta

    from tui.storage import retention

    with _writing() as file:
        plan = retention.plan(file, timedelta(days=arguments.days))
        freed = retention.tidy(file, plan) if arguments.yes and plan else None
    lines = [f"{part.count} {part.what}, {part.bytes // 1024} KiB: {part.reason}" for part in plan]
    lines += [f"{freed // 1024} KiB given back"] if freed is not None else []
    gate.put("\n".join(lines or ["nothing to remove"]))
    if not arguments.yes:
        gate.say("nothing was removed; --yes removes it")
    return 0


def _config(arguments: argparse.Namespace) -> int:
    from tui.cli import configuring

    return configuring.run(arguments)


def _log(arguments: argparse.Namespace) -> int:
    from tui.log.file import tail

    lines = tail(config.log_file(), arguments.lines)
    gate.put("\n".join(lines))
    if not lines:
        gate.say("the log is empty")
    return 0


def _where(arguments: argparse.Namespace) -> int:
    file = config.library_file()
    size = sum(part.stat().st_size for part in file.parent.glob(file.name + "*")) if file.exists() else 0
    places: dict[str, object] = {
        "library": str(file),
        "library_bytes": size,
        "config": str(config.config_file()),
        "state": str(config.state_folder()),
        "screen": frame.file(),
        "log": str(config.log_file()),
        "assets": str(config.asset("")),
    }
    if arguments.json:
        gate.put_json(places)
        return 0
    gate.put(lists.facts(places))
    return 0


def _env(arguments: argparse.Namespace) -> int:
    from tui.storage import retention
    from tui.storage.file import ENGINE

    # The folders' names say what importlib.metadata takes 15 ms to say; the first on the path is the one that is imported.
    folders = (found.stem for place in reversed(sys.path) for found in Path(place).glob("*-*.dist-info"))
    installed = dict(folder.split("-", 1) for folder in folders)
    with _reading() as file:
        sizes = retention.sizes(file)
    facts: dict[str, object] = {
        "broadsheet": __version__,
        "python": sys.version.split()[0],
        "platform": " ".join(os.uname()[part] for part in (0, 2, 4)),
        **{
            name: installed.get(name, "not installed")
            for name in ("textual", "httpx", "selectolax", "feedparser", "platformdirs")
        },
        "sqlite": ENGINE,
        "stories": sizes.stories,
        "library_bytes": sizes.bytes,
        **{
            name: os.environ.get(name, "") for name in ("TERM", "COLORTERM", "LANG", "LC_ALL", "TMUX", "SSH_CONNECTION")
        },
        "stdout_encoding": sys.stdout.encoding,
    }
    facts["TMUX"], facts["SSH_CONNECTION"] = bool(facts["TMUX"]), bool(facts["SSH_CONNECTION"])
    if arguments.json:
        gate.put_json(facts)
        return 0
    gate.put(lists.facts(facts))
    return 0
