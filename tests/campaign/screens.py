"""Four open screens, two refreshes and a stream of marks from all of them: nobody is told of a lock, nothing is lost, every screen is current."""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from random import Random

from tests import site
from tests.campaign import Tally
from tests.campaign.program import Program, in_one_sentence
from tests.terminal import Terminal
from tests.web import Loopback, Threaded

SCREENS = 4
REFRESHES = 2
CURRENT = 2.0
"""Seconds after a mark was made within which every screen shows it."""
_GIVEN_UP = 20.0
_LOCKED = re.compile("being written by another|locked", re.IGNORECASE)


def run(chance: Random, rounds: int) -> Tally:
    """In each round a mark is made, by a verb or on one of the screens, and looked for on all of them."""
    tally = Tally()
    server = Loopback(lambda path, _headers: site.answer(server.url, path))
    with tempfile.TemporaryDirectory() as folder, Threaded(server), ExitStack() as stack:
        program = Program(Path(folder))
        program.run("follow", server.url)
        ids = program.ids()
        screens = [
            stack.enter_context(Terminal([sys.executable, "-m", "tui"], program.env, 100, 30)) for _ in range(SCREENS)
        ]
        for screen in screens:
            screen.wait_for("Starred", "move")
            screen.press("l")
            screen.wait_for("s star")
        refreshes = [program.start("refresh") for _ in range(REFRESHES)]
        slowest = 0.0
        for _ in range(rounds):
            refreshes = [_again(program, each, tally) for each in refreshes]
            seconds, wrong = _round(chance, program, screens, ids)
            slowest = max(slowest, seconds)
            if wrong:
                tally.count(wrong)
                break
            late = f"a screen showed a mark {seconds:.1f} s later" if seconds > CURRENT else ""
            tally.count(late)
        for each in refreshes:
            each.communicate()
        if wrong := program.wrong():
            tally.lost.append(wrong)
        tally.told = f"the slowest screen was current {slowest:.2f} s after the mark"
    return tally


def _again(program: Program, refresh: "subprocess.Popen[bytes]", tally: Tally) -> "subprocess.Popen[bytes]":
    """A refresh that goes on; another one where it has ended."""
    if refresh.poll() is None:
        return refresh
    out, err = refresh.communicate()
    if refresh.returncode or _LOCKED.search(err.decode("utf-8", "replace")):
        tally.lost.append(f"a refresh: exit code {refresh.returncode}: {out[-200:]!r} {err[-200:]!r}")
    return program.start("refresh")


def _round(chance: Random, program: Program, screens: Sequence[Terminal], ids: Sequence[str]) -> tuple[float, str]:
    """One mark; the seconds until the last screen shows it, and what is wrong."""
    before = program.starred()
    if chance.random() < 0.5:
        one = chance.choice(ids)
        done = program.run("mark", "unstar" if one in before else "star", one)
        if wrong := in_one_sentence(done) or (_LOCKED.search(done.stderr.decode()) and done.stderr.decode()) or "":
            return 0.0, wrong
        after, what = before ^ {one}, f"a mark by a verb on {one}"
    else:
        screen = chance.choice(screens)
        screen.press(*chance.choices("jk", k=2), "s")
        after, what = set(), "a mark on a screen"
    since = time.monotonic()
    while time.monotonic() - since < _GIVEN_UP:
        for screen in screens:
            screen._read(0.01)
            if found := _LOCKED.search(screen.text()):
                return 0.0, f"{what}: a screen says {found[0]!r}"
        now = after or program.starred()
        if now != before and all(_shown(screen) == len(now) for screen in screens):
            kept = program.starred()
            if kept != now or len(kept ^ before) != 1:
                return 0.0, f"{what}: {sorted(before)} became {sorted(kept)}"
            return time.monotonic() - since, ""
    shown = [_shown(screen) for screen in screens]
    return (
        _GIVEN_UP,
        f"{what}: the screens show {shown}, the library has {len(program.starred())}, it had {len(before)}",
    )


def _shown(screen: Terminal) -> int:
    """How many starred stories a screen says there are."""
    found = re.search(r"Starred +(\d*)", screen.text())
    return int(found[1] or 0) if found else -1
