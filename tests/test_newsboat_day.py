"""A day of someone who comes from newsboat, in a real pseudo-terminal with newsboat's keys: moved in, read, marked, gone."""

import subprocess
import sys
from pathlib import Path

from tests import site
from tests.storage.test_newsboat import cache
from tests.terminal import Terminal, environment
from tests.web import Loopback, Threaded

PROGRAM = [sys.executable, "-m", "tui"]
ORCHESTRA, MAP = "Orchestra moves into the old power station", "Museum finds a map that was thought lost"
FERRY, HARBOUR, TUNNEL = (site.HEADLINES[slug][1] for slug in list(site.HEADLINES)[:3])


def newsboat(folder: Path, base: str, opened: Path) -> Path:
    """What newsboat has of them: two feeds, one of them with two tags, a hidden one, a query feed; one story of each read."""
    folder.mkdir()
    world, culture = f"{base}/category/world/feed/", f"{base}/category/culture/feed/"
    (folder / "urls").write_text(
        f'{world} News Daily "~Harbour World"\n{culture} Arts\n{base}/feed/ "!" "~Everything twice"\n'
        '"query:Ferries:title =~ \\"ferry\\""\n'
    )
    program = opened.with_suffix(".py")
    program.write_text("import sys; open(sys.argv[1], 'a').write(sys.argv[2] + '\\n')")
    (folder / "config").write_text(
        f'browser "{sys.executable} {program} {opened} %u"\n'
        "text-width 60\n"
        'ignore-article "*" "title =~ \\"map\\""\n'
        "macro a mark-feed-read ; next-unread\n"
        "color listfocus black white\n"
    )
    cache(
        folder / "cache.db",
        (f"{base}/ferry-strike-ends/", FERRY, f"{base}/ferry-strike-ends/", 1_795_075_200, "<p>Boats</p>", 0, "s"),
        feed=world,
    )
    return folder


def test_a_day(tmp_path: Path) -> None:
    env = environment(tmp_path)
    opened = tmp_path / "opened"
    gazette = Loopback(lambda path, _headers: site.answer(gazette.url, path))

    def broadsheet(*words: str) -> str:
        done = subprocess.run([*PROGRAM, *words], env=env, capture_output=True, text=True, check=True)
        return done.stdout + done.stderr

    with Threaded(gazette) as server:
        moved = broadsheet("import", "--newsboat", str(newsboat(tmp_path / "newsboat", server.url, opened)))
        assert "3 sections followed, 1 search saved, 1 mute, 1 new story, 1 marked read, 1 starred" in moved
        assert "colours here are a theme's" in moved and 'macros.a.do = ["mark_all", "next_unread"]' in moved
        broadsheet("config", "set", "keys.preset", "newsboat")

        with Terminal(PROGRAM, env, 80, 24) as terminal:
            rows = terminal.wait_for("▾ News", "▾ Daily", "▾ Arts", "? Ferries", "Starred              1")
            assert "Everything twice" not in rows, "a hidden feed has no row"
            terminal.press("R")
            rows = terminal.wait_for("new stories.", "Unread               3", gone="Welcome")
            assert MAP[:12] not in rows, "the kill file holds"
            assert "? Ferries            1" not in rows, "what newsboat knew as read is read"

            terminal.press("/", *"harbour world", "enter")
            terminal.wait_for("▌  Harbour World      2", HARBOUR[:20], "enter stories")
            terminal.press("l", "N")  # N, ctrl+e, p, o, J: as fingers know them
            terminal.wait_for("Unread               2")
            terminal.press("N")
            terminal.wait_for("Unread               3")
            terminal.press("G", "k", "ctrl+e")
            terminal.wait_for("▌★", "Starred              2")
            terminal.press("p")
            terminal.wait_for("▌●")
            terminal.press("enter")
            terminal.wait_for("Paragraph 1 of the story that says: harbour", "By Ann Other")
            terminal.press("o")
            while not opened.exists():
                terminal.wait_for("Harbour")
            terminal.press("J")
            terminal.wait_for("Paragraph 1 of the story that says: tunnel")
            terminal.press("q")
            terminal.wait_for("▌★", "Unread               1")
            terminal.press("q", "g", "l", ",", "a")  # the macro: all of it read
            terminal.wait_for("Nothing unread is left.")
            terminal.press("Q")
            assert terminal.wait_end() == 0

        assert opened.read_text() == f"{server.url}/harbour-to-be-dredged/\n"
        with Terminal(PROGRAM, env, 60, 20) as terminal:
            shown = terminal.wait_for(TUNNEL[:20], FERRY[:20]).splitlines()
            for headline in (TUNNEL, FERRY):
                assert "★" in next(row for row in shown if headline[:20] in row)
            terminal.press("Q")
            assert terminal.wait_end() == 0
    assert broadsheet("list", "--unread") == "there are no such stories\n"
    assert broadsheet("list", "--starred").count("\n") == 2
    assert MAP in broadsheet("search", "is:muted")
