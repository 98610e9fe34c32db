"""The gate: nothing that a terminal obeys leaves by it, and a stream that cannot be written is one sentence or silence."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.terminal import environment
from tui.output import gate

HOSTILE = "a\x1b[2Jb\x9b31mc\u202ed\x7f\u2066e\ud800\U000e0041f"


@given(st.text())
def test_what_is_safe_has_only_breaks_tabs_and_what_can_be_seen(said: str) -> None:
    kept = gate.safe(said)
    assert not set(kept) & {*map(chr, range(9)), *map(chr, range(11, 32)), *map(chr, range(127, 160))}
    assert not set(kept) & {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
    assert gate.safe(kept) == kept


def test_data_and_narration_pass_it(capsys: pytest.CaptureFixture[str]) -> None:
    gate.put(f"1\t{HOSTILE}\n2\tline")
    gate.say(HOSTILE)
    said = capsys.readouterr()
    assert said.out == "1\ta[2Jb31mcdef\n2\tline\n"
    assert said.err == "a[2Jb31mcdef\n"


@given(st.dictionaries(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.text(alphabet=HOSTILE[:-3])))
def test_json_says_the_same_in_numbers(value: dict[str, str]) -> None:
    said = json.dumps(value, ensure_ascii=False, indent=1)
    escaped = "".join(gate._escaped(letter) for letter in said)
    assert json.loads(escaped) == value
    assert "\x1b" not in escaped and "\x9b" not in escaped and "\u202e" not in escaped


def test_json_is_printed_without_a_letter_that_a_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    gate.put_json({"title": HOSTILE})
    whole = capsys.readouterr().out
    gate.put_line(json.dumps({"title": HOSTILE}, ensure_ascii=False))
    line = capsys.readouterr().out
    for said in (whole, line):
        assert said.replace("\n", "").isprintable()
        assert json.loads(said) == {"title": HOSTILE}


def test_names_and_passwords_in_addresses_stay_inside(capsys: pytest.CaptureFixture[str]) -> None:
    url = "https://ann:p%40ss@a.example/feed"
    gate.put(url)
    gate.put_json({"url": url})
    gate.say(f"{url}: 401")
    said = capsys.readouterr()
    assert "ss@" not in said.out + said.err
    assert said.out.count("https://***@a.example/feed") == 2


def test_nothing_is_printed_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    gate.put("")
    assert capsys.readouterr().out == ""


def run(folder: Path, shell: str, before: str = "") -> subprocess.CompletedProcess[bytes]:
    """The program as a shell starts it, with a stream of it closed or full."""
    command = f'{before} "$PYTHON" -m tui {shell}'
    env = environment(folder) | {"PYTHON": sys.executable}
    return subprocess.run(["sh", "-c", command], env=env, capture_output=True, check=False)


@pytest.mark.parametrize(
    ("shell", "code", "said"),
    [
        ("list > /dev/full", 1, b"broadsheet: standard output cannot be written: no space left on device\n"),
        ("list --json > /dev/full", 1, b"broadsheet: standard output cannot be written: no space left on device\n"),
        ("--help > /dev/full", 1, b"broadsheet: standard output cannot be written: no space left on device\n"),
        ("list >&-", 1, b"broadsheet: standard output is closed\n"),
        ("show 999 2>&-", 1, b""),
        ("show 999 2> /dev/full", 1, b""),
        ("list --limit x 2>&-", 2, b""),
        ("list --limit 3 <&- > /dev/null", 0, b""),
        ("login news.example --user ann <&-", 1, b"broadsheet: nothing was typed, so nothing is kept\n"),
        ("save - <&-", 0, b"no address was given, so nothing is saved\n"),
        ("note 999 - < $PYTHON", 1, b"broadsheet: there is no story 999\n"),
        (
            "<&- >&-",
            1,
            b"broadsheet: the reader needs a terminal; `broadsheet list` and `broadsheet show ID` work without one\n",
        ),
    ],
)
def test_a_stream_that_is_full_or_closed_is_no_traceback(tmp_path: Path, shell: str, code: int, said: bytes) -> None:
    if not Path("/dev/full").exists() and "full" in shell:
        pytest.skip("this system has no full device")
    done = run(tmp_path, shell)
    assert (done.returncode, done.stderr) == (code, said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("words", ["--version", "list --help"])
def test_what_the_parser_prints_onto_a_full_disk_is_missed_also_where_nothing_is_buffered(
    tmp_path: Path, words: str
) -> None:
    done = run(tmp_path, f"{words} > /dev/full", "PYTHONUNBUFFERED=1")
    said = b"broadsheet: standard output cannot be written: no space left on device\n"
    assert (done.returncode, done.stderr) == (1, said)


def test_who_has_seen_enough_is_told_nothing(tmp_path: Path) -> None:
    done = run(tmp_path, 'show $("$PYTHON" -m tui list --limit 1 | cut -f1) --json | head -c 1')
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_what_was_typed_leaves_by_the_gate_too(tmp_path: Path) -> None:
    for arguments in (["list", "\x1b[2J"], ["show", "\x1b[2J"], ["\x1b[2J"], ["list", "--limit", "\x9b2J"]):
        done = subprocess.run(
            [sys.executable, "-m", "tui", *arguments], env=environment(tmp_path), capture_output=True, check=False
        )
        assert done.returncode in (1, 2)
        assert b"\x1b" not in done.stderr and b"\xc2\x9b" not in done.stderr


def test_a_tower_of_marks_is_not_printed_and_in_json_is_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    tower = "a" + "\u0301" * 9
    gate.put(tower)
    gate.put_json([tower])
    gate.put_line(json.dumps({"title": tower}, ensure_ascii=False))
    said = capsys.readouterr().out
    assert "\u0301" * 7 not in said
    first, *rows = said.splitlines()
    assert first == "a" + "\u0301" * 6
    assert json.loads("".join(rows[:-1])) == [tower]
    assert json.loads(rows[-1]) == {"title": tower}


class Stream(io.StringIO):
    """A stream that is a terminal, or is not."""

    def __init__(self, terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__()
        self.terminal, self.said_encoding = terminal, encoding

    def isatty(self) -> bool:
        return self.terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self.said_encoding


def test_progress_is_one_line_on_a_terminal_and_nothing_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for terminal, wanted in ((True, "\r\x1b[Krefreshing 1 of 3\r\x1b[K"), (False, "")):
        stream = Stream(terminal)
        monkeypatch.setattr("sys.stderr", stream)
        gate.progress("refreshing\n1 of 3\x1b")
        gate.clear()
        assert stream.getvalue() == wanted
    monkeypatch.setattr("sys.stderr", None)
    gate.progress("nobody sees this")
    gate.clear()
    gate.say("nobody hears this")


def test_what_an_encoding_cannot_show_becomes_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(False, "ascii")
    monkeypatch.setattr("sys.stdout", stream)
    gate.put("café")
    gate.put_json(["café"])
    assert stream.getvalue() == 'caf?\n[\n "caf\\u00e9"\n]\n'


def test_a_letter_beyond_the_first_plane_is_a_pair_of_numbers() -> None:
    assert gate._escaped("\U000e0041") == "\\udb40\\udc41"
    assert json.loads(f'"{gate._escaped(chr(0xE0041))}"') == "\U000e0041"
    assert gate._escaped("\x9b") == "\\u009b"
