"""The command line as a program: what it prints, where, and how it ends."""

import asyncio
import contextlib
import errno
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests import site
from tests.cli.conftest import Verb
from tests.terminal import environment
from tests.web import Answer, Loopback
from tui import cli, config, frame
from tui.config import Config
from tui.jobs import Gathered
from tui.library.opening import writing
from tui.model import Entry, Offer, SiteOffer
from tui.storage import refreshes, sections

pytestmark = pytest.mark.wheel


@dataclass
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)


Run = Callable[..., Coroutine[Any, Any, Done]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the program with a library of its own."""

    async def running(*arguments: str, stdin: bytes = b"", program: tuple[str, str] = ("-m", "tui")) -> Done:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *program,
            *arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
        )
        out, err = await process.communicate(stdin)
        assert process.returncode is not None
        assert b"Traceback" not in err, err.decode()
        return Done(process.returncode, out.decode(), err.decode())

    return running


@pytest.fixture
async def gazette() -> AsyncIterator[Loopback]:
    """The Harbour Gazette, on a real server."""
    server = Loopback(lambda path, _headers: site.answer(server.url, path))
    async with server:
        yield server


async def test_the_path_of_a_reader(run: Run, gazette: Loopback) -> None:
    followed = await run("follow", gazette.url)
    assert followed.code == 0, followed.err
    assert [line.split("\t")[2] for line in followed.out.splitlines()] == ["World", "Culture"]
    assert (await run("refresh")).err.splitlines()[-1].startswith("2 sections checked")

    sections = (await run("sections", "--json")).json
    assert [(one["site"], one["name"], one["stories"], one["unread"]) for one in sections] == [
        ("The Harbour Gazette", "World", 3, 3),
        ("The Harbour Gazette", "Culture", 2, 2),
    ]
    assert set(sections[0]) == {"id", "site", "name", "url", "stories", "unread"}

    stories = (await run("list", "--json")).json
    assert [story["title"] for story in stories] == [headline for _, headline in site.HEADLINES.values()]
    first = stories[0]
    assert set(first) == {
        "id", "title", "heading", "url", "site", "section", "sections", "published", "read", "starred", "summary",
    }  # fmt: skip
    assert (first["section"], first["read"], first["starred"]) == ("World", False, False)
    assert first["published"] == "2026-11-20T08:00:00+00:00"
    assert re.fullmatch(r"[0-9A-Za-z]{1,12}", first["id"])
    assert [story["title"] for story in (await run("list", "--json", "--section", "Culture")).json] == [
        "Orchestra moves into the old power station",
        "Museum finds a map that was thought lost",
    ]
    assert len((await run("list", "--json", "--limit", "2")).json) == 2

    shown = (await run("show", first["id"], "--json")).json
    assert shown["headline"] == "Ferry strike ends after nine days"
    assert shown["byline"] == ["Ann Other"]
    assert shown["standfirst"] == "What it means for the town, and who pays for it"
    assert shown["reading_minutes"] == 1
    assert shown["body"].startswith("Paragraph 1 of the story") and shown["body"].count("\n\n") == 7
    assert "ALSO READ" not in shown["body"] and "harbour on Monday" not in shown["body"]
    assert shown["pictures"] == [
        {
            "url": f"{gazette.url}/ferry-strike-ends.jpg",
            "caption": "The harbour on Monday",
            "alt": "The harbour at dawn",
            "credit": "",
        }
    ]
    found = {item["relation"]: item for item in shown["related"]}
    assert found["also-read"]["title"] == "Tunnel opens three weeks early"
    assert found["next"]["url"] == f"{gazette.url}/harbour-to-be-dredged/"
    assert shown["read"] is False
    assert (await run("list", "--json")).json[0]["read"] is False

    assert (await run("mark", "star", first["id"])).code == 0
    assert [story["id"] for story in (await run("list", "--starred", "--json")).json] == [first["id"]]
    assert (await run("mark", "read", first["id"])).code == 0
    assert len((await run("list", "--unread", "--json")).json) == 4

    assert (await run("download", "--section", "Culture")).code == 0
    hits = (await run("search", "residents", "power", "--json")).json
    assert [hit["title"] for hit in hits] == ["Orchestra moves into the old power station"]
    assert "power station" in hits[0]["snippet"]


async def test_without_the_server_what_was_kept_is_there(run: Run, gazette: Loopback) -> None:
    await run("follow", gazette.url)
    await run("refresh")
    story = (await run("list", "--json")).json[0]
    await run("show", story["id"])
    gazette._server.close()
    await gazette.__aexit__()
    failed = await run("refresh")
    assert failed.code == 1
    assert len(failed.err.splitlines()) == 3
    assert (await run("show", story["id"], "--json")).json["headline"] == story["title"]
    other = (await run("list", "--json")).json[1]
    own = await run("show", other["id"])
    assert own.code == 0
    assert other["title"] in own.out and "The whole story is not here: " in own.out
    assert not (await run("list", "--json")).json[1]["read"]


async def test_show_takes_an_address(run: Run, gazette: Loopback) -> None:
    text = await run("show", f"{gazette.url}/museum-finds-a-map/")
    assert text.code == 0, text.err
    assert "Museum finds a map that was thought lost" in text.out
    assert "ALSO READ\n  Harbour to be dredged before the winter" in text.out
    marked = await run("show", f"{gazette.url}/museum-finds-a-map/", "--markdown")
    assert marked.out.startswith("# Museum finds a map that was thought lost")
    story = (await run("search", "museum", "map", "--json")).json[0]
    assert (story["site"], story["section"]) == ("The Harbour Gazette", "Culture")


async def test_the_seeds_story_shows_all_that_stands_on_it(run: Run) -> None:
    html = (Path(__file__).parent.parent / "pages" / "seed.html").read_text(encoding="utf-8")
    async with Loopback({"/seed/": Answer(html)}) as server:
        shown = (await run("show", f"{server.url}/seed/", "--json")).json
    assert shown["headline"] == "Blinken, Lavrov discuss stable ties despite differences"
    assert shown["published"].startswith("2021-05-20")
    assert shown["reading_minutes"] == 1
    assert shown["kicker"] == "Top News"
    assert shown["standfirst"].startswith("The two countries “greatly diverge")
    assert shown["standfirst_credit"] == "Asian Lite News"
    assert shown["body"].startswith("US Secretary of State Antony Blinken and Russian Foreign Minister")
    assert shown["body"].endswith("programmes and the situation in Afghanistan.")
    (picture,) = shown["pictures"]
    assert (
        picture["caption"].startswith("US Secretary of State Antony Blinken meets") and picture["credit"] == "Twitter"
    )
    relations = [item["relation"] for item in shown["related"]]
    assert sorted(relations) == sorted(["also-read", "previous", "next", *["latest"] * 5, *["most-read"] * 2])
    found = {item["title"]: item for item in shown["related"]}
    assert found["Blinken, Lavrov set for 1st meeting"]["relation"] == "also-read"
    assert found["Android powers 3B devices globally"]["relation"] == "previous"
    assert found["Netanyahu stands firm on continuing war"]["relation"] == "next"
    assert found["Hamas Sets Terms For Disarmament"]["excerpt"].startswith("HAMAS:")
    assert found["Russia says it’s not against negotiations"]["relation"] == "most-read"


async def test_export_and_import(run: Run, gazette: Loopback, tmp_path: Path) -> None:
    await run("follow", gazette.url)
    opml = (await run("export")).out
    assert f'xmlUrl="{gazette.url}/category/world/feed/"' in opml
    for section in (await run("sections", "--json")).json:
        assert (await run("unfollow", section["id"])).code == 0
    assert (await run("sections", "--json")).json == []
    (tmp_path / "subs.opml").write_text(opml)
    taken = await run("import", str(tmp_path / "subs.opml"))
    assert taken.code == 0, taken.err
    assert len(taken.out.splitlines()) == 2
    urls = await run("import", "-", stdin=f'{gazette.url}/feed "news" "~Gazette"\nexec:rm -rf /\n'.encode())
    assert "exec" in urls.err and len(urls.out.splitlines()) == 1


async def test_a_search_can_be_kept(run: Run, gazette: Loopback) -> None:
    await run("follow", gazette.url)
    kept = await run("search", "ferry", "is:unread", "--save", "Ferries", "--json")
    assert kept.code == 0 and "saved: `broadsheet list --section Ferries` lists what it finds" in kept.err
    assert [story["title"] for story in kept.json] == ["Ferry strike ends after nine days"]
    assert (await run("searches", "--json")).json == [
        {"name": "Ferries", "words": "ferry is:unread", "stories": 1, "unread": 1}
    ]
    assert (await run("searches")).out == "Ferries\tferry is:unread\t1\n"
    assert (await run("list", "--section", "ferries", "--json")).json == kept.json
    assert 'broadsheet:search="ferry is:unread"' in (await run("export")).out
    assert "1 story downloaded" in (await run("download", "--section", "Ferries")).err
    gone = await run("unfollow", "FERRIES")
    assert (gone.code, gone.err) == (0, "removed the saved search Ferries; `broadsheet undo` takes it back\n")
    assert (await run("list", "--section", "Ferries")).code == 1
    assert len((await run("sections", "--json")).json) == 2


async def test_a_fresh_library_shows_the_guide(run: Run) -> None:
    stories = (await run("list", "--json", "--limit", "0")).json
    assert len(stories) >= 12
    assert {story["site"] for story in stories} == {"The Guide"}
    shown = await run("show", stories[0]["id"])
    assert "Welcome to Broadsheet" in shown.out
    assert (await run("sections", "--json")).json == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", "999999"], 1, "there is no story 999999"),
        (["list", "--section", "Nowhere"], 1, "nothing you follow is called Nowhere"),
        (["mark", "read", "nothing"], 1, "there is no story nothing"),
        (["unfollow", "Nowhere"], 1, "nothing you follow is called Nowhere"),
        (["import", "/no/such/file"], 1, "cannot be read"),
        (["follow", "file:///etc/passwd"], 1, "is not an address that can be followed"),
        (["follow", "http://127.0.0.1:1/"], 1, "refused the connection"),
        (["list", "--limit", "-1"], 2, "less than 0"),
        (["nonsense"], 2, "nonsense is not a verb; `broadsheet help` lists them"),
        (["-v", "lisst"], 2, "lisst is not a verb; did you mean list?"),
        ([], 1, "the reader needs a terminal"),
    ],
)
async def test_what_goes_wrong_is_one_sentence(run: Run, arguments: list[str], code: int, said: str) -> None:
    done = await run(*arguments)
    assert done.code == code
    assert done.out == ""
    assert said in done.err
    if code == 1:
        assert len(done.err.splitlines()) == 1
        assert done.err.startswith("broadsheet: ")


async def test_a_broken_library_and_a_broken_configuration_are_said(run: Run, tmp_path: Path) -> None:
    config = tmp_path / "config" / "broadsheet" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("mesure = 3")
    done = await run("list")
    assert (done.code, done.err) == (
        1,
        f"broadsheet: {config}, line 1: mesure is not a setting; did you mean measure?\n",
    )
    config.unlink()
    file = tmp_path / "data" / "broadsheet" / "library.db"
    file.parent.mkdir(parents=True, exist_ok=True)
    for part in file.parent.glob("library.db*"):
        part.unlink()
    file.write_bytes(b"this is no database, and long enough to be looked at" * 100)
    done = await run("list")
    assert done.code == 1
    assert str(file) in done.err and len(done.err.splitlines()) == 1
    assert file.read_bytes().startswith(b"this is no database")


async def test_where_and_env(run: Run, tmp_path: Path) -> None:
    where = (await run("where", "--json")).json
    assert where["library"] == str(tmp_path / "data" / "broadsheet" / "library.db")
    env = (await run("env", "--json")).json
    assert {"broadsheet", "python", "textual", "sqlite", "TERM"} <= set(env)


async def test_tidy_removes_nothing_unless_it_is_told_to(run: Run, tmp_path: Path) -> None:
    long_ago = datetime(2020, 2, 2, tzinfo=UTC)
    with writing(tmp_path / "data" / "broadsheet" / "library.db", lambda: long_ago) as store:
        entries = (Entry("Old", "https://a.example/old"), Entry("Older", "https://a.example/older"))
        news = Offer("News", "https://a.example/feed", entries=entries)
        (section,) = sections.follow(store, SiteOffer("A", "https://a.example/", (news,))).added
        refreshes.keep(store, Gathered(section.id, (Entry("New", "https://a.example/new"),)))
    shown = await run("tidy")
    assert (shown.code, shown.err) == (0, "nothing has been removed: run it again with --yes\n")
    assert shown.out.startswith("2 stories, ")
    assert len((await run("list", "--json")).json) == 3
    removed = await run("tidy", "--yes")
    assert (removed.code, removed.out) == (0, shown.out)
    assert [story["title"] for story in (await run("list", "--json")).json] == ["New"]
    assert (await run("tidy")).err == "there is nothing to remove\n"


HEAVY = {
    "textual",
    "rich",
    "httpx",
    "selectolax",
    "feedparser",
    "asyncio",
    "multiprocessing",
    "subprocess",
    "dataclasses",
}
HEAVY |= {
    "inspect",
    "importlib.metadata",
    "snowballstemmer.arabic_stemmer",
    "tui.app",
    "tui.parse.page.tree",
    "tui.fetching.workers",
}
if sys.version_info >= (3, 14):
    HEAVY -= {"dataclasses", "inspect"}  # argparse colours its help with them
LISTS_ITS_MODULES = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from tui.__main__ import main
sys.exit(main())
"""


async def test_a_verb_that_gathers_nothing_imports_nothing_heavy(run: Run, tmp_path: Path) -> None:
    subscriptions = tmp_path / "urls"
    subscriptions.write_text('https://a.example/feed "news"\n')
    story = (await run("list", "--json", "--limit", "1")).json[0]["id"]
    for words in (
        "--version",
        "--help",
        "list --help",
        "list --limit 5",
        "list --json --section Guide",
        "sections --health",
        "search welcome",
        "search welcome --save Welcome",
        "searches",
        f"show {story}",
        f"show {story} --json",
        f"show {story} --markdown",
        f"mark star {story}",
        "unfollow Welcome",
        "tidy",
        "export",
        f"import {subscriptions}",
        "where",
        "env",
    ):
        done = await run(*words.split(), program=("-c", LISTS_ITS_MODULES))
        assert done.code == 0, words
        modules = set(done.err.splitlines()[-1].split())
        assert "tui.cli" in modules
        assert not modules & HEAVY, words


Opened = list[tuple[Path, Config]]


@pytest.fixture
def opened(home: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The libraries and settings with which the reader was opened, on a terminal."""
    found: Opened = []

    def run(library: Path, settings: Config, *_rest: object) -> int:
        found.append((library, settings))
        return 0

    monkeypatch.setattr("tui.app.run", run)
    monkeypatch.setattr("tui.kiosk.enclose", lambda arguments: None)
    monkeypatch.setattr("tui.output.gate.is_terminal", lambda *_streams: True)
    monkeypatch.setenv("TERM", "xterm")
    return found


def test_without_a_verb_the_reader_opens(verb: Verb, opened: Opened) -> None:
    assert (verb().code, verb("--linear").code, cli.read()) == (0, 0, 0)
    assert [(library, settings.linear) for library, settings in opened] == [
        (config.library_file(), False),
        (config.library_file(), True),
        (config.library_file(), False),
    ]


def test_a_terminal_that_draws_nothing_is_none(verb: Verb, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    for term in ("dumb", "unknown", ""):
        monkeypatch.setenv("TERM", term)
        refused = verb()
        assert (refused.code, refused.err.startswith("broadsheet: the reader needs a terminal; ")) == (1, True)
    assert opened == []


def test_the_terminal_is_given_back_before_a_mistake_in_the_configuration_is_said(
    home: Path, opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    config.config_file().parent.mkdir(parents=True)
    config.config_file().write_text("mesure = 3")

    class First(frame.Frame):
        def restore(self) -> None:
            assert capsys.readouterr().err == ""
            self.taken = True

    first = First(80, 24, [], [])
    assert cli.read(first) == 1
    assert first.taken and "mesure is not a setting" in capsys.readouterr().err


def test_a_kiosk_opens_the_library_that_its_file_names_or_one_of_the_guests_own(
    verb: Verb, opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / "guests"))  # as they were: a kiosk sets them
    (home / "all.toml").write_text('[kiosk]\nlibrary = "/srv/news.db"\nfollow = ["https://a.example/"]\n')
    (home / "own.toml").write_text(f'measure = 60\n[kiosk]\nfolder = "{home}/own"\n')
    assert (verb("--kiosk", str(home / "all.toml")).code, verb("--kiosk", str(home / "own.toml")).code) == (0, 0)
    (shared, of_all), (own, of_one) = opened
    assert (str(shared), of_all.kiosk and of_all.kiosk.follow) == ("/srv/news.db", ("https://a.example/",))
    assert (own, of_one.measure) == (home / "own" / "data" / "broadsheet" / "library.db", 60)
    refused = verb("--kiosk", str(home / "own.toml"), "list")
    assert (refused.code, refused.err) == (1, "broadsheet: a kiosk has no verbs\n")


def test_ctrl_c_stops_a_verb_with_the_code_of_shells(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_given: object) -> None:
        raise KeyboardInterrupt

    def stopped_in_a_class(*_given: object) -> None:
        """As Python 3.11 says it of the making of one."""
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    for way in (stopped, stopped_in_a_class):
        monkeypatch.setattr("tui.library.opening.reading", way)
        done = verb("list")
        assert (done.code, done.out, done.err) == (130, "", "broadsheet: stopped\n")


def test_what_else_goes_wrong_is_no_stopping(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_given: object) -> None:
        raise RuntimeError("a mistake of the program's own")

    monkeypatch.setattr("tui.library.opening.reading", wrong)
    with pytest.raises(RuntimeError, match="own"):
        verb("list")


@pytest.mark.parametrize(("said", "columns"), [("60", 60), ("0", 80), ("wide", 80), ("", 80)])
def test_help_is_as_wide_as_the_terminal(verb: Verb, monkeypatch: pytest.MonkeyPatch, said: str, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", said)
    monkeypatch.setattr("os.get_terminal_size", lambda _stream: os.terminal_size((0, 0)))
    lines = verb("help", "list").out.splitlines()
    assert columns - 20 < max(map(len, lines)) < columns


class Disk(io.RawIOBase):
    """A file on a disk that has room for so many bytes."""

    def __init__(self, room: int) -> None:
        self._room = room

    def writable(self) -> bool:
        return True

    def write(self, given: Any, /) -> int:
        if not self._room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = min(len(given), self._room)
        self._room -= taken
        return taken


@pytest.mark.parametrize("room", [0, 1, 8192, 20_000, 65_536])
def test_a_full_disk_behind_standard_output_is_said_once(
    verb: Verb, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    verb("list")
    full = io.TextIOWrapper(io.BufferedWriter(Disk(room)), encoding="utf-8")
    monkeypatch.setattr("sys.stdout", full)
    done = verb("export", "--all")
    assert (done.code, done.err) == (
        1,
        "broadsheet: standard output cannot be written: no space left on device\n",
    )
    with contextlib.suppress(OSError):
        full.close()
