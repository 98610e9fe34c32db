"""The program on the far side of a real SSH connection."""

import base64
import os
import re
import select
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import ssh
from tests.terminal import LIMIT, Terminal, environment
from tui.jobs import Gathered
from tui.library.opening import writing
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.storage import refreshes, sections, stories
from tui.storage.file import File

FERRY = "https://gazette.example/ferry"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def far(tmp_path: Path) -> Iterator[Terminal]:
    """The program over SSH, with one story beside the Guide."""
    if reason := ssh.missing():
        pytest.skip(reason)
    keys = tmp_path / "keys"
    keys.mkdir()
    config = tmp_path / "config" / "broadsheet" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('auto_refresh = false\nfull_text = "feed"\n')
    with writing(library_of(tmp_path)) as store:
        followed = sections.follow(
            store,
            SiteOffer("The Gazette", "https://gazette.example/", (Offer("News", "https://gazette.example/feed"),)),
        )
        text = '<p>The strike ends, says <a href="https://council.example/minutes">the council</a>.</p>' * 3
        refreshes.keep(
            store,
            Gathered(followed.added[0].id, (Entry("Ferry strike ends", FERRY, "1", "", text, published=NOW),)),
        )
    env = environment(tmp_path)
    with ssh.sshd(keys) as port, Terminal(ssh.over_ssh(keys, port, ssh.READER, env), env, 100, 30) as terminal:
        terminal.wait_for("Ferry strike ends", "j k move")
        yield terminal


def library_of(folder: Path) -> Path:
    return folder / "data" / "broadsheet" / "library.db"


def test_no_mouse_and_no_focus_is_asked_for(far: Terminal) -> None:
    far.press("l", "enter")
    far.wait_for("The strike ends, says")
    assert not re.search(rb"\x1b\[\?(?:1000|1002|1003|1004|1006)h", far.output)
    assert b"\x1b[?1049h" in far.output


def test_o_shows_and_copies_the_address_and_links_carry_theirs(far: Terminal) -> None:
    far.press("l", "enter")
    far.wait_for("The strike ends, says")
    assert b"\x1b]8;;https://council.example/minutes\x1b\\" in far.output
    far.press("o")
    far.wait_for(f"Sent to the clipboard: {FERRY}")
    found = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)", far.output)
    assert found
    assert base64.b64decode(found[1]).decode() == FERRY


def test_a_killed_client_leaves_no_process_and_every_mark(far: Terminal, tmp_path: Path) -> None:
    far.press("l", "s")
    far.wait_for("★", " Starred              1")
    left = [os.pidfd_open(process) for process in running(tmp_path)]
    assert left
    far.process.kill()
    for process in left:
        assert select.select([process], [], [], LIMIT)[0]  # readable once it has ended
        os.close(process)
    assert not running(tmp_path)
    with File(library_of(tmp_path), readonly=True) as store:
        (starred,) = stories.window(store, StoryFilter(starred=True), 10)
        assert starred.url == FERRY


def running(folder: Path) -> list[int]:
    """The processes of the far side: those that keep their things under the folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environ, program = (process / "environ").read_bytes(), (process / "comm").read_text().strip()
        except OSError:  # it has ended, or is another's
            continue
        if f"XDG_DATA_HOME={folder}/data".encode() in environ and program != "ssh":
            found.append(int(process.name))
    return found
