"""The kiosk: people who are let in to read try to get out."""

import os
import signal
import string
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ssh
from tests.terminal import KEYS, LIMIT, Terminal, environment
from tui import kiosk
from tui.app.keys import COMMANDS
from tui.library.opening import writing


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """The file of the machine's owner."""
    file = tmp_path / "etc" / "kiosk.toml"
    file.parent.mkdir()
    file.write_text(f'auto_refresh = false\n[kiosk]\nfolder = "{tmp_path}/own"\nfollow = ["https://paper.example/"]\n')
    return file


@pytest.fixture
def hostile(tmp_path: Path) -> dict[str, str]:
    """An environment in which every name that programs heed leads to a program that leaves a trace."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/out\n")
    trap.chmod(0o755)
    settings = tmp_path / "guest" / "broadsheet"
    settings.mkdir(parents=True)
    (settings / "config.toml").write_text(f'theme = "nonsense"\nbrowser = ["{trap}"]\nopen_links = "browser"\n')
    (settings / "rules.toml").write_text("not TOML, and to be read by nobody")
    starts = tmp_path / "starts.py"
    starts.write_text(f"open({str(tmp_path / 'out')!r}, 'w')\n")
    heeded = ("BROWSER", "EDITOR", "VISUAL", "PAGER", "MANPAGER", "LESSOPEN", "SHELL_COMMAND", "PYTHONBREAKPOINT")
    return {
        **environment(tmp_path / "elsewhere"),
        **dict.fromkeys(heeded, str(trap)),
        "DISPLAY": ":0",
        "LESS": "-o /tmp/less",
        "PYTHONINSPECT": "1",
        "PYTHONSTARTUP": str(starts),
        "TEXTUAL_DRIVER": "os:system",
        "TEXTUAL_LOG": str(tmp_path / "out"),
        "SSLKEYLOGFILE": str(tmp_path / "out"),
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "XDG_CONFIG_HOME": str(tmp_path / "guest"),
        "XDG_STATE_HOME": str(tmp_path / "guest"),
    }


def test_no_key_and_no_command_gets_out(tmp_path: Path, given: Path, hostile: dict[str, str]) -> None:
    with Terminal([sys.executable, "-m", "tui", "--kiosk", str(given)], hostile) as terminal:
        terminal.wait_for("Guide", "j k move")
        assert set(_environment_of(terminal.pid)) <= {*kiosk._WORDS, "HOME", "PATH", "XDG_CONFIG_HOME", "TMUX"}
        for key in (*KEYS, *string.punctuation):
            if key != "ctrl+c":
                _press(terminal, key)
        for command in COMMANDS:
            if command.id not in ("quit", "out"):
                _press(terminal, "ctrl+p", *command.id.replace("_", " "), "enter")
        _press(terminal, "ctrl+z", "\x1c", "o")
        assert "suspend" not in _press_until(terminal, "The keys", "escape", "?").casefold()
        assert _state(terminal.pid) in "SRD", "it was stopped"
        assert all(sys.executable in line for line in _children(terminal.pid)), "another program was started"
        _press_until(terminal, "", "escape", "Q")
        assert terminal.wait_end() == 0
        assert ">>>" not in terminal.text()
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "own" / "data" / "broadsheet" / "library.db").exists()
    assert not (tmp_path / "elsewhere").exists()


def _press(terminal: Terminal, *keys: str) -> None:
    """Press keys, and leave what they have opened: an escape is told from alt and a key by the pause behind it."""
    terminal.press(*keys, "escape")
    while terminal._read(0.06):
        pass


def _press_until(terminal: Terminal, wanted: str, *keys: str) -> str:
    """Press keys, again when a dialog that opened late took them, until the screen shows what is wanted (without
    anything wanted: until the program has ended); the screen."""
    end = time.monotonic() + LIMIT
    while not (terminal.ended() or (wanted and wanted in terminal.text())) and time.monotonic() < end:
        for key in keys:
            terminal.press(key)
            while terminal._read(0.2):
                pass
    return terminal.wait_for(wanted)


def _environment_of(pid: int) -> list[str]:
    return [line.partition("=")[0] for line in Path(f"/proc/{pid}/environ").read_text().split("\0") if line]


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0]


def _children(pid: int) -> list[str]:
    """The command lines of what a process has started, and of what that has."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    direct = [int(child) for file in threads for child in file.read_text().split()]
    lines = [Path(f"/proc/{child}/cmdline").read_text() for child in direct]
    return [line for line in lines if line] + [line for child in direct for line in _children(child)]


@pytest.mark.parametrize(
    "words",
    [["list"], ["--verbose"], ["-c", "id"], ["import", "/etc/passwd"], ["config", "set", "browser", "sh"]],
)
def test_nothing_behind_it_is_done(given: Path, hostile: dict[str, str], words: list[str]) -> None:
    done = _run(["--kiosk", str(given), *words], hostile)
    assert done.returncode in (1, 2)
    assert not done.stdout
    assert b"Traceback" not in done.stderr


def _run(words: list[str], env: dict[str, str]) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "tui", *words], env=env, capture_output=True, stdin=subprocess.DEVNULL, check=False
    )


def test_as_a_login_shell_it_does_not_do_what_it_is_told(tmp_path: Path) -> None:
    env = environment(tmp_path)
    for words in (["-c", "touch out"], ["-c", "list"]):
        done = _run(words, env)
        assert done.returncode == 1
        assert done.stderr == b"broadsheet: this account is for reading the news, on a terminal\n"
    done = _run(["list"], {**env, "SHELL": "/usr/local/bin/broadsheet"})
    assert done.returncode == 1
    assert not done.stdout


@pytest.mark.parametrize(
    ("argv", "shell", "closed"),
    [
        (["-broadsheet"], "", True),
        (["-broadsheet-kiosk", "-l"], "", True),
        (["/usr/local/bin/broadsheet-kiosk"], "/bin/sh", True),
        (["/usr/bin/broadsheet", "-c", "ls"], "/bin/sh", True),
        (["/usr/bin/broadsheet", "list"], "/opt/news/bin/broadsheet", True),
        (["/usr/bin/broadsheet", "list"], "/bin/bash", False),
        (["/usr/bin/broadsheet"], "", False),
        (["-c", "list"], "/bin/bash", False),
    ],
)
def test_how_it_is_asked_for(argv: list[str], shell: str, closed: bool) -> None:
    assert kiosk.is_asked_for(argv, shell) is closed


def test_of_an_environment_words_about_the_terminal_are_left() -> None:
    given = {
        "TERM": "xterm-256color",
        "LANG": "de_DE.UTF-8",
        "LC_ALL": "../../tmp/mine",
        "TZ": "/proc/self/mem",
        "COLORTERM": "true\x1b[2Jcolor",
        "LD_PRELOAD": "/tmp/x.so",
        "TMUX": "/tmp/tmux-1000/default,1,0",
        "HOME": "/tmp",
        "PATH": "/tmp/bin",
    }
    assert kiosk.environment(given, "/home/ann") == {
        "TERM": "xterm-256color",
        "LANG": "de_DE.UTF-8",
        "TMUX": "1",
        "HOME": "/home/ann",
        "PATH": "/usr/bin:/bin",
        "XDG_CONFIG_HOME": "/dev/null",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[kiosk]\nfolow = []", "did you mean follow?"),
        ("[kiosk]\nlibrary = 3", "must be text in quotes"),
        ("[sites.a]\n[sites.a.kiosk]", "is not a setting"),
    ],
)
def test_a_mistake_in_its_file_is_said(tmp_path: Path, given: Path, text: str, said: str) -> None:
    given.write_text(text)
    with Terminal([sys.executable, "-m", "tui", "--kiosk", str(given)], environment(tmp_path)) as terminal:
        assert terminal.wait_end() == 1
        assert said in " ".join(terminal.text().split())


def test_a_file_that_is_not_there_opens_nothing(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "tui", "--kiosk", f"{tmp_path}/x.toml"], environment(tmp_path)) as terminal:
        assert terminal.wait_end() == 1
        assert "there is no" in terminal.text()


@pytest.fixture
def shared(tmp_path: Path, given: Path) -> Iterator[Path]:
    """A library that all read: nobody may write it or its folder."""
    library = tmp_path / "all" / "library.db"
    writing(library).close()
    given.write_text(f'[kiosk]\nlibrary = "{library}"\nfolder = "{tmp_path}/own"\n')
    library.chmod(0o400)
    library.parent.chmod(0o500)
    yield library
    library.parent.chmod(0o700)


def test_a_library_for_all_is_read_and_not_changed(tmp_path: Path, given: Path, shared: Path) -> None:
    before = shared.read_bytes(), sorted(path.name for path in shared.parent.iterdir())
    with Terminal([sys.executable, "-m", "tui", "--kiosk", str(given)], environment(tmp_path)) as terminal:
        terminal.wait_for("Guide", "j k move")
        terminal.press("l", "enter")
        terminal.wait_for("%")
        terminal.press("s")
        terminal.wait_for("s does nothing here")
        for key in ("m", "w", "t", "e", "A", "R", "D", "a", "u", "S", "F", "]", "enter", "(", "q", "z", "U", "j", "n"):
            _press(terminal, key)
        terminal.press("Q")
        assert terminal.wait_end() == 0
        assert "could not be kept" not in terminal.text()
    assert (shared.read_bytes(), sorted(path.name for path in shared.parent.iterdir())) == before


def test_it_is_what_sshd_starts_whatever_is_asked_for(tmp_path: Path, given: Path) -> None:
    if reason := ssh.missing():
        pytest.skip(reason)
    keys = tmp_path / "keys"
    keys.mkdir()
    lines = f'ForceCommand cd "{Path.cwd()}" && exec "{sys.executable}" -I -m tui --kiosk "{given}"\nDisableForwarding yes\n'
    env = environment(tmp_path)
    with ssh.sshd(keys, lines) as port:
        with Terminal(ssh.over_ssh(keys, port, ["sh", "-i"], env), env) as terminal:
            terminal.wait_for("Guide", "j k move")
            terminal.press("ctrl+z", "Q")
            terminal.wait_end()
        command = [part for part in ssh.over_ssh(keys, port, ["id"], env) if part != "-tt"]
        done = subprocess.run(command, env=env, capture_output=True, stdin=subprocess.DEVNULL, check=False)
        assert b"uid=" not in done.stdout
        assert b"this account is for reading the news" in done.stderr


def test_what_belongs_to_nobody_known_has_no_home() -> None:
    code = (
        "import os, pwd; from tui import kiosk; del os.environ['HOME']\n"
        "def unknown(number): raise KeyError(number)\n"
        "pwd.getpwuid = unknown; kiosk.enclose([]); print(os.environ['HOME'])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=False)
    assert done.stdout == b"/\n", done.stderr


def test_all_of_a_guests_stands_under_the_folder_of_the_owners_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", "/home/guest")
    kiosk.settle("/srv/guest")
    assert [os.environ[f"XDG_{kind}_HOME"] for kind in ("DATA", "STATE", "CACHE", "CONFIG")] == [
        "/srv/guest/data", "/srv/guest/state", "/srv/guest/cache", "/home/guest",
    ]  # fmt: skip


def test_a_stop_from_the_keyboard_is_not_heeded_before_the_screen_is_there(given: Path, tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from tui import kiosk; sys.flags.isolated or sys.exit(3); kiosk.enclose([]);"
        " os.kill(os.getpid(), signal.SIGTSTP); os.kill(os.getpid(), signal.SIGQUIT); print('on')"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, check=False)
    assert done.stdout == b"on\n", done.stderr
    assert signal.getsignal(signal.SIGTSTP) == signal.SIG_DFL
    assert os.environ.get("XDG_CONFIG_HOME") != "/dev/null"
