"""Programs of a person's own: what they are given stays an argument, what they answer is text, and all of them can be ended."""

import contextlib
import os
import sys
import threading
from pathlib import Path

import pytest

from tui.blocks import Paragraph, Span
from tui.config import OwnCommand
from tui.errors import OutputError
from tui.model import Article, Story, Told
from tui.output import commands

STORY = Story(7, "Of ports; $(touch x) `y`", "https://a.example/1", "The Paper", "News", authors=("Ann", "Bo"))
TOLD = Told(STORY, Article(STORY.url, STORY.title, (Paragraph((Span("Its words."),)),)))
PYTHON = sys.executable


def python(code: str) -> tuple[str, ...]:
    return (PYTHON, "-I", "-c", code)


def test_each_placeholder_is_one_argument() -> None:
    argv = ("x", "{url}", "--about={title}", "{site}/{section}", "{authors}", "{id}", "plain {", "{}")
    assert commands.filled(argv, commands.facts(STORY)) == (
        "x",
        "https://a.example/1",
        "--about=Of ports; $(touch x) `y`",
        "The Paper/News",
        "Ann, Bo",
        "7",
        "plain {",
        "{}",
    )


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("-rf /", "\u2010rf /"),
        ("--output=x", "\u2010-output=x"),
        ("+:!sh", "\uff0b:!sh"),
        ("@/etc/passwd", "\uff20/etc/passwd"),
        ("two\nlines\x1b[2J\0", "two lines[2J"),
        ("x" * 9999, "x" * commands.ARGUMENT),
    ],
)
def test_no_argument_is_obeyed(title: str, given: str) -> None:
    assert commands.filled(("x", "{title}"), {"title": title}) == ("x", given)
    assert commands.filled(("x", "-t{title}"), {"title": "-1"}) == ("x", "-t-1")
    assert commands.filled(("x", "{site}{title}"), {"site": "", "title": "-1"}) == ("x", "\u20101")


def test_a_story_without_an_address_has_none_to_give() -> None:
    for url in ("", "guide:/start/keys", "javascript:alert(1)", "file:///etc/passwd"):
        given = commands.facts(Story(1, "T", url, "", ""))
        with pytest.raises(OutputError, match="has no address"):
            commands.filled(("x", "{url}"), given)
        assert commands.filled(("x", "{title}"), given) == ("x", "T")


def test_an_article_is_given_in_its_form_or_as_a_file() -> None:
    with contextlib.ExitStack() as files:
        argv, given = commands.prepared(OwnCommand("a", ("cat",), input="markdown"), TOLD, files)
        assert argv == ("cat",) and "# Of ports" in given
        argv, given = commands.prepared(OwnCommand("a", ("less", "{file}"), input="html"), TOLD, files)
        path = Path(argv[1])
        assert path.suffix == ".html" and "<h1>" in path.read_text() and not given
        assert path.stat().st_mode & 0o077 == 0
    assert not path.exists()
    with contextlib.ExitStack() as files:
        assert commands.prepared(OwnCommand("a", ("x", "{title}")), TOLD, files)[1] == ""


def test_what_it_prints_is_its_answer() -> None:
    assert commands.Running(python("print(input()[::-1])"), "abc\n").answer() == "cba"
    both = "import sys; sys.stdout.write('one\\n'); sys.stdout.flush(); sys.stderr.write('two')"
    assert commands.Running(python(both)).answer() == "one\ntwo"


def test_its_answer_is_cleaned() -> None:
    said = b"\x1b[1;31mred\x1b[0m \x1b]0;title\x07b\x08bold\x1b(B \xff\x9b2J\ttab\r\n"
    assert commands.cleaned(said) == "red bold \ufffd\ufffd2J   tab" or "\x1b" not in commands.cleaned(said)
    assert commands.cleaned(b"\x1b]8;;https://evil.example\x1b\\text\x1b]8;;\x1b\\") == "text"


def test_an_answer_without_end_is_cut_and_its_program_ended() -> None:
    said = commands.Running(python("while True: print('x' * 1000)")).answer()
    assert commands.ANSWER <= len(said) <= commands.ANSWER + 2 and said.endswith("…")


def test_it_is_ended_with_all_that_it_started() -> None:
    """The line of the child of a child is open as long as that one lives."""
    mine, theirs = os.pipe()
    os.set_inheritable(theirs, True)
    code = "import subprocess, sys; print(1, flush=True); subprocess.run([sys.executable, '-c', 'input()'], stdin=0, close_fds=False)"
    code = code.replace("'input()'], stdin=0", "'import signal; signal.pause()']")
    running = commands.Running(("/bin/sh", "-c", 'exec "$0" -I -c "$1"', PYTHON, code))
    os.close(theirs)
    threading.Timer(0.2, running.end).start()
    assert running.answer() in ("", "1")
    assert os.read(mine, 1) == b""
    os.close(mine)


def test_what_it_leaves_behind_is_not_waited_for() -> None:
    code = (
        "import subprocess, sys; print('done', flush=True);"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'], start_new_session=False)"
    )
    running = commands.Running(python(code))
    assert running.answer() == "done"
    running.end()


def test_what_cannot_be_started_or_fails_is_a_sentence() -> None:
    with pytest.raises(OutputError, match="no-such-program cannot be started: no such file"):
        commands.Running(("no-such-program",))
    with pytest.raises(OutputError, match="failed with exit code 3 and said nothing"):
        commands.Running(python("raise SystemExit(3)")).answer()
    assert "why" in commands.Running(python("raise SystemExit('why')")).answer()
    assert "cannot be started" in commands.hand_over(("no-such-program",))
    assert "ended with an error (3)" in commands.hand_over(python("raise SystemExit(3)"))
    assert commands.hand_over(python("assert input() == 'a'"), "a\n") == ""


def test_one_that_nobody_waits_for_keeps_its_file_until_it_ends(tmp_path: Path) -> None:
    done = tmp_path / "done"
    code = f"import sys, pathlib; pathlib.Path({str(done)!r}).write_text(open(sys.argv[1]).read())"
    with contextlib.ExitStack() as files:
        argv, given = commands.prepared(OwnCommand("a", (*python(code), "{file}")), TOLD, files)
        thread = commands.start(argv, given, files)
    thread.join(60)
    assert "Its words." in done.read_text() and not Path(argv[-1]).exists()


def test_a_refresh_is_told(tmp_path: Path) -> None:
    done = tmp_path / "done"
    code = f"import sys, pathlib; pathlib.Path({str(done)!r}).write_text(repr(sys.argv[1:]))"
    commands.notify((*python(code), "{count} new", "{titles}", "{sections}"), 12, [STORY, STORY]).join(60)
    assert done.read_text() == repr(["12 new", f"{STORY.title}; {STORY.title}", "News"])
