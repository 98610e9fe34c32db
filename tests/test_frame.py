"""The first frame: painted before anything else, over which the program comes to stand; or not at all."""

import fcntl
import json
import os
import pty
import shutil
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.terminal import GUIDE_UNREAD, Terminal, environment
from tui import __version__, config, frame, paths
from tui.errors import ConfigError

READER = [sys.executable, "-m", "tui"]
WELCOME, ALTERED = "Welcome to Broadsheet", "WELCOME TO BROADSHEET"


def modes(terminal: Terminal) -> list[Any]:
    """The terminal's modes, as whoever comes next finds them."""
    return termios.tcgetattr(terminal.line)


def kept_screen(folder: Path) -> Path:
    return folder / "state" / "broadsheet" / "screen"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a session at 80x24 has been left."""
    folder = tmp_path_factory.mktemp("left")
    with Terminal(READER, environment(folder), 80, 24) as terminal:
        terminal.wait_for(WELCOME, "j k move")
        terminal.press("Q")
        assert terminal.wait_end() == 0
    return folder


@pytest.fixture
def left(session: Path, tmp_path: Path) -> Path:
    """The same for one test only."""
    folder = tmp_path / "left"
    shutil.copytree(session, folder)
    kept = kept_screen(folder)
    kept.write_text(kept.read_text(encoding="utf-8").replace(str(session), str(folder)), encoding="utf-8")
    return folder


@pytest.fixture
def altered(left: Path) -> Path:
    """The same with another headline in the kept screen: by this one the first frame is told from what comes after it."""
    kept = kept_screen(left)
    kept.write_text(kept.read_text(encoding="utf-8").replace(WELCOME, ALTERED), encoding="utf-8")
    return left


def without_textual(folder: Path, code: str) -> dict[str, str]:
    """An environment in which importing Textual does this instead."""
    (folder / "textual").mkdir(parents=True)
    (folder / "textual" / "__init__.py").write_text(code)
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    return {"PYTHONPATH": path}


AT_IT = "import signal\nprint('at it', flush=True)\nwhile True: signal.sigtimedwait((), 0.1)"
"""What does not end by itself. `signal.pause` would wait for good where a signal comes just before it."""


def test_it_imports_nothing() -> None:
    code = "import sys; before = set(sys.modules); import tui.frame; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["tui", "tui.errors", "tui.frame", "tui.paths"]


def test_the_screen_is_painted_first_and_not_a_second_time(left: Path) -> None:
    with Terminal(READER, environment(left), 80, 24) as terminal:
        first = terminal.wait_for(WELCOME, GUIDE_UNREAD)
        terminal.press("j")
        terminal.wait_for("▌Unread")
        terminal.press("k")
        assert terminal.wait_for("▌All", "stories  r") == first
        terminal.press("Q")
        assert terminal.wait_end() == 0
    assert terminal.output.count(WELCOME.encode()) == 1
    assert terminal.output.count(b"\x1b[?1049h") == 1
    assert terminal.output.index(WELCOME.encode()) < terminal.output.index(b"\x1b[?2004h")


def test_what_has_changed_since_is_corrected(altered: Path) -> None:
    with Terminal(READER, environment(altered), 80, 24) as terminal:
        terminal.wait_for(WELCOME, gone=ALTERED)
        assert ALTERED.encode() in terminal.output
        terminal.press("Q")
        assert terminal.wait_end() == 0
    assert ALTERED not in kept_screen(altered).read_text(encoding="utf-8")


@pytest.mark.parametrize("env", [{}, {"BROADSHEET_FIRST_FRAME": "0"}], ids=["with", "without"])
def test_keys_typed_at_once_are_answered(left: Path, env: dict[str, str]) -> None:
    with Terminal(READER, environment(left, **env), 80, 24) as terminal:
        terminal.press("j", "j", "k", "?")
        terminal.wait_for("The keys", "Next row")
        terminal.press("escape")
        terminal.wait_for("▌Unread")
        terminal.press("k")
        terminal.wait_for("▌All", WELCOME)
        terminal.press("Q")
        assert terminal.wait_end() == 0


def test_keys_typed_at_the_very_first_start_are_answered(tmp_path: Path) -> None:
    with Terminal(READER, environment(tmp_path), 80, 24) as terminal:
        terminal.press("l", "enter")
        terminal.wait_for("FIRST STEPS", "0 %")
        terminal.press("Q")
        assert terminal.wait_end() == 0


def test_at_the_very_first_start_nothing_that_is_typed_is_echoed(tmp_path: Path) -> None:
    env = environment(tmp_path, **without_textual(tmp_path, AT_IT))
    with Terminal(READER, env, 80, 24) as terminal:
        terminal.wait_for("at it")
        terminal.press("x", "ctrl+c")
        assert terminal.wait_end() == 130
    assert b"x" not in terminal.output


@pytest.mark.parametrize(
    ("env", "columns"), [({"BROADSHEET_FIRST_FRAME": "0"}, 80), ({"BROADSHEET_THIN": "0"}, 80), ({}, 81)]
)
def test_another_terminal_goes_without(altered: Path, env: dict[str, str], columns: int) -> None:
    with Terminal(READER, environment(altered, **env), columns, 24) as terminal:
        terminal.wait_for(WELCOME)
        assert ALTERED.encode() not in terminal.output


def test_without_a_terminal_of_its_own_it_goes_without(altered: Path) -> None:
    line, inner = pty.openpty()
    fcntl.ioctl(line, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(
        READER, stdin=inner, stdout=inner, stderr=inner, env=environment(altered), start_new_session=True
    )
    os.close(inner)
    shown = b""
    while GUIDE_UNREAD.encode() not in shown:
        shown += os.read(line, 1 << 16)
    process.kill()
    process.wait()
    os.close(line)
    assert ALTERED.encode() not in shown


def test_an_article_is_what_the_next_session_begins_with(tmp_path: Path) -> None:
    env = environment(tmp_path)
    with Terminal(READER, env, 80, 24) as terminal:
        terminal.wait_for(WELCOME)
        terminal.press("l", "enter")
        terminal.wait_for("FIRST STEPS", "0 %")
        terminal.press("Q")
        assert terminal.wait_end() == 0
    env |= without_textual(tmp_path, "raise ImportError('no Textual here')")
    with Terminal(READER, env, 80, 24) as terminal:
        assert terminal.wait_end() == 1
        assert b"FIRST STEPS" in terminal.output


def test_where_the_program_cannot_be_imported_the_terminal_is_restored(left: Path, tmp_path: Path) -> None:
    env = environment(left, **without_textual(tmp_path, "raise ImportError('no Textual here')"))
    with Terminal(READER, env, 80, 24) as terminal:
        before = modes(terminal)
        assert terminal.wait_end() == 1
        assert modes(terminal) == before
    assert WELCOME.encode() in terminal.output
    assert terminal.output.index(b"\x1b[?1049l") < terminal.output.index(b"no Textual here")
    assert b"\x1b[?25h" in terminal.output


@pytest.mark.parametrize(("name", "code"), [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGHUP, -signal.SIGHUP)])
def test_a_signal_before_the_program_is_there_restores_the_terminal(
    left: Path, tmp_path: Path, name: signal.Signals, code: int
) -> None:
    env = environment(left, **without_textual(tmp_path, AT_IT))
    with Terminal(READER, env, 80, 24) as terminal:
        before = modes(terminal)
        terminal.wait_for("at it")
        assert modes(terminal) != before
        terminal.process.send_signal(name)
        assert terminal.wait_end() == code
        assert modes(terminal) == before
    assert b"\x1b[?1049l\x1b[?25h" in terminal.output


def test_ctrl_c_before_the_program_is_there_stops_it(left: Path, tmp_path: Path) -> None:
    env = environment(left, **without_textual(tmp_path, AT_IT))
    with Terminal(READER, env, 80, 24) as terminal:
        before = modes(terminal)
        terminal.wait_for("at it")
        terminal.press("ctrl+c")
        assert terminal.wait_end() == 130
        assert modes(terminal) == before
    assert terminal.output.endswith(b"\x1b[?25hbroadsheet: stopped\r\n")


def test_a_library_that_cannot_be_opened_is_said_on_the_restored_terminal(left: Path) -> None:
    (left / "data" / "broadsheet" / "library.db").write_text("no library")
    with Terminal(READER, environment(left), 80, 24) as terminal:
        before = modes(terminal)
        assert terminal.wait_end() == 1
        assert modes(terminal) == before
    assert WELCOME.encode() in terminal.output
    assert terminal.output.index(b"\x1b[?1049l") < terminal.output.index(b"broadsheet: ")


def test_the_terminal_is_restored_as_it_was_before_the_first_frame(left: Path) -> None:
    with Terminal(READER, environment(left), 80, 24) as terminal:
        before = modes(terminal)
        terminal.press("Q")
        assert terminal.wait_end() == 0
        assert modes(terminal) == before
    assert b"\x1b[?1049l" in terminal.output


def test_stopped_it_gives_the_terminal_back_and_enters_it_again(left: Path) -> None:
    with Terminal(READER, environment(left), 80, 24) as terminal:
        before = modes(terminal)
        terminal.wait_for(WELCOME)
        terminal.press("ctrl+z")  # it waits for the program like any key
        while not os.WIFSTOPPED(os.waitpid(terminal.pid, os.WUNTRACED)[1]):
            terminal._read(1)
        while b"\x1b[?1049l" not in terminal.output:
            terminal._read(1)
        assert modes(terminal) == before
        terminal.process.send_signal(signal.SIGCONT)
        terminal.press("l")
        terminal.wait_for(WELCOME, "enter read")
        terminal.press("Q")
        assert terminal.wait_end() == 0
        assert modes(terminal) == before
    assert terminal.output.count(b"\x1b[?1049h") == 2


def test_where_names_the_file(tmp_path: Path) -> None:
    env = environment(tmp_path)
    done = subprocess.run([*READER, "where", "--json"], capture_output=True, text=True, check=True, env=env)
    assert json.loads(done.stdout)["screen"] == str(kept_screen(tmp_path))


# The file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("BROADSHEET_FIRST_FRAME", "BROADSHEET_THIN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


RUNS = [(0, 1, "1", "Broadsheet"), (2, 0, "38;2;9;9;9;48;5;1", "▌All "), (3, 4, "", "東京で雪 | bread")]


@pytest.mark.usefixtures("folder")
def test_what_was_kept_is_found_for_its_owner_only() -> None:
    frame.save(40, 10, RUNS)
    assert frame.kept(40, 10) == RUNS
    assert Path(paths.screen()).stat().st_mode & 0o777 == 0o600
    assert [file.name for file in Path(paths.screen()).parent.iterdir()] == ["screen"]


@pytest.mark.usefixtures("folder")
def test_it_stands_in_the_state_folder() -> None:
    assert Path(paths.screen()).parent == config.state_folder()


def test_without_a_home_of_its_own_it_stands_in_the_state_folder_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    assert Path(paths.screen()).parent == config.state_folder()


def test_without_any_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(_kind: str) -> str:
        raise ConfigError("there is no home here")

    monkeypatch.setattr("tui.paths.folder", nowhere)
    assert frame.kept(40, 10) is None


def test_a_screen_of_another_version_is_not_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frame.save(40, 10, RUNS)
    monkeypatch.setattr(frame, "__version__", __version__ + "1")
    assert frame.kept(40, 10) is None


def test_where_nothing_can_be_kept_nothing_is(folder: Path) -> None:
    (folder / "state").write_text("in the way")
    frame.save(40, 10, RUNS)
    assert frame.kept(40, 10) is None


@pytest.mark.parametrize("name", ["TERM", "COLORTERM", "NO_COLOR", "LANG", "TMUX", "COLUMNS", "XDG_DATA_HOME"])
def test_in_another_environment_it_is_not_shown(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(name, raising=False)
    frame.save(40, 10, RUNS)
    monkeypatch.setenv(name, "other")
    assert frame.kept(40, 10) is None
    monkeypatch.delenv(name)
    assert frame.kept(40, 10) == RUNS
    assert frame.kept(41, 10) is None


def test_with_another_configuration_it_is_not_shown(folder: Path) -> None:
    frame.save(40, 10, RUNS)
    file = config.config_file()
    file.parent.mkdir(parents=True)
    file.write_text('theme = "nord"\n')
    assert frame.kept(40, 10) is None


@pytest.mark.parametrize(
    "line",
    [
        "0 0 1 \x1b]52;c;aGk=\x07",
        "0 0 1 \x9b2J",
        "0 0 1 \u202eevil",
        "0 0 1 a\rb",
        "0 0 1m\x1b[2J text",
        "0 0 1A text",
        "0 0",
        "10 0 1 text",
        "-1 0 1 text",
        "0 38 1 text",
        "one 0 1 text",
        "",
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_file_with_anything_else_in_it_is_not_shown(line: str) -> None:
    frame.save(40, 10, RUNS)
    file = Path(paths.screen())
    text = file.read_bytes().decode()
    file.write_bytes(text.replace("end\n", f"{line}\nend\n").encode())
    assert frame.kept(40, 10) is None


@pytest.mark.usefixtures("folder")
def test_a_file_that_was_cut_off_is_not_shown() -> None:
    frame.save(40, 10, RUNS)
    file = Path(paths.screen())
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert frame.kept(40, 10) is None


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_file_holds_only_text_is_shown(folder: Path, data: st.DataObject) -> None:
    frame.save(40, 10, RUNS)
    file = Path(paths.screen())
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    file.write_bytes(whole[:at] + data.draw(st.binary(max_size=12)) + whole[at + data.draw(st.integers(0, 12)) :])
    for y, x, sgr, text in frame.kept(40, 10) or ():
        assert 0 <= y < 10
        assert 0 <= x <= 40 - len(text)
        assert set(sgr) <= set("0123456789;")
        assert not any(letter < " " or "\x7f" <= letter <= "\x9f" for letter in text)
