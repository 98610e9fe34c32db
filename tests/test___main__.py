"""What is called decides what runs: a verb, the reader under its first frame, or the kiosk and nothing else."""

import gc
import sys
from collections.abc import Iterator

import pytest

from tui import __main__ as program
from tui import cli, frame, kiosk, private


class Called:
    """What was called, in order, and what it answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls: list[str] = []
        self.first: frame.Frame | None = None
        monkeypatch.setattr(private, "begin", lambda: self.calls.append("private"))
        monkeypatch.setattr(frame, "paint", self._painted)
        monkeypatch.setattr(kiosk, "enclose", lambda arguments: self.calls.append(f"enclose {arguments}"))
        monkeypatch.setattr(cli, "main", self._verb)
        monkeypatch.setattr(cli, "read", self._read)

    def _painted(self) -> frame.Frame | None:
        self.calls.append("paint")
        return self.first

    def _verb(self, argv: list[str] | None = None) -> int:
        self.calls.append(f"verb {argv}")
        return 7

    def _read(self, first: frame.Frame | None) -> int:
        self.calls.append("read" if first is self.first else "read another frame")
        return 8


class Painted(frame.Frame):
    """A frame that is told to go."""

    def __init__(self, called: Called) -> None:
        super().__init__(80, 24, [], [])
        self.called = called

    def restore(self) -> None:
        self.called.calls.append("restore")


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> Iterator[Called]:
    monkeypatch.setenv("SHELL", "/bin/sh")
    yield Called(monkeypatch)
    gc.enable()


def start(monkeypatch: pytest.MonkeyPatch, *argv: str) -> int:
    monkeypatch.setattr(sys, "argv", list(argv))
    return program.main()


def test_a_verb_runs_without_a_frame(called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, "broadsheet", "list") == 7
    assert called.calls == ["private", "verb None"]


def test_the_reader_runs_under_its_first_frame_which_goes_with_it(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    called.first = Painted(called)
    assert start(monkeypatch, "broadsheet") == 8
    assert called.calls == ["private", "paint", "read", "restore"]


def test_the_reader_runs_where_no_frame_could_be_painted(called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    assert start(monkeypatch, "broadsheet") == 8
    assert called.calls == ["private", "paint", "read"]


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (ValueError, None)])
def test_the_frame_goes_however_the_reader_ends(
    called: Called, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], code: int | None
) -> None:
    def fail(first: object) -> int:
        raise error

    called.first = Painted(called)
    monkeypatch.setattr(cli, "read", fail)
    if code is None:
        with pytest.raises(error):
            start(monkeypatch, "broadsheet")
    else:
        assert start(monkeypatch, "broadsheet") == code
    assert called.calls[-1] == "restore"


def test_a_verb_that_is_stopped_while_it_is_imported_says_nothing(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", stop)
    assert start(monkeypatch, "broadsheet", "list") == 130


@pytest.mark.parametrize("argv", [("-broadsheet",), ("broadsheet-kiosk", "list"), ("broadsheet", "-c", "sh")])
def test_as_a_login_shell_it_is_the_kiosk_whatever_it_is_told(
    called: Called, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    assert start(monkeypatch, *argv) == 7
    assert called.calls == ["private", "private", "enclose ['--kiosk']", "verb ['--kiosk']"]


def test_for_somebody_whose_shell_it_is_it_is_the_kiosk(called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/broadsheet-kiosk")
    assert start(monkeypatch, "python", "list") == 7
    assert called.calls[-1] == "verb ['--kiosk']"


def test_a_kiosk_that_is_asked_for_is_shut_before_its_verb_runs(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert start(monkeypatch, "broadsheet", "--kiosk", "--config", "x") == 7
    assert called.calls == ["private", "enclose ['--kiosk', '--config', 'x']", "verb None"]


def test_what_is_made_while_starting_is_not_searched_for_garbage(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    gc.enable()
    start(monkeypatch, "broadsheet", "list")
    assert not gc.isenabled()
