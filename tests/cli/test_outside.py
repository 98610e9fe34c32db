"""Stories leave the reader by the command line."""

import json
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tui import config


def configured(text: str) -> None:
    file = config.config_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_a_command_of_ones_own_is_run_on_a_story(verb: Verb, home: Path) -> None:
    assert "there are no commands yet" in verb("pipe").err
    python = f'"{sys.executable}", "-I", "-c"'
    configured(
        f'[commands.head]\nrun = [{python}, "print(input())"]\ninput = "markdown"\nshows = "pane"\n'
        f'[commands.id]\nrun = [{python}, "import sys; print(sys.argv[1:])", "{{id}}", "{{title}}"]\n'
        '[commands.web]\nrun = ["true", "{url}"]\n'
        '[commands.less]\nrun = ["false", "{file}"]\nshows = "screen"\n'
        '[commands.more]\nrun = ["true", "{file}"]\nshows = "screen"\n'
    )
    verb("list")
    assert [row.split("\t")[0] for row in verb("pipe").out.splitlines()] == ["head", "id", "web", "less", "more"]
    listed = json.loads(verb("pipe", "--json").out)
    assert [(each["name"], each["input"], each["shows"]) for each in listed[:2]] == [
        ("head", "markdown", "pane"),
        ("id", None, "nothing"),
    ]
    assert listed[2] == {"name": "web", "run": ["true", "{url}"], "key": None, "input": None, "shows": "nothing"}
    assert verb("pipe", "3", "head").out == "# Welcome to Broadsheet\n"
    assert verb("pipe", "3", "id").out == "['3', 'Welcome to Broadsheet']\n"
    assert "has no address" in verb("pipe", "3", "web").err
    assert "ended with an error (1)" in verb("pipe", "3", "less").err
    assert (verb("pipe", "3", "more").code, verb("pipe", "3", "more").err) == (0, "")
    assert verb("pipe", "3", "haed").err == "broadsheet: there is no command haed; did you mean head?\n"
    assert verb("pipe", "3", "zzz").err == "broadsheet: there is no command zzz\n"
    assert verb("pipe", "99999", "head").err == "broadsheet: there is no story 99999\n"


def test_stories_become_files_or_a_book(verb: Verb, home: Path) -> None:
    verb("list")
    done = verb("save-as", "3", "--to", str(home / "out"))
    assert done.out == f"{home}/out/welcome-to-broadsheet.md\n"
    assert (home / "out" / "welcome-to-broadsheet.md").read_text().startswith("# Welcome to Broadsheet\n")
    assert verb("save-as", "3", "2", "--form", "text", "--to", "-").out.startswith(
        "FIRST STEPS\n\nWelcome to Broadsheet"
    )
    done = verb("save-as", "--section", "Guide", "--limit", "4", "--form", "epub", "--to", str(home / "out"))
    with zipfile.ZipFile(done.out.strip()) as book:
        assert len([name for name in book.namelist() if "story-" in name]) == 4
    page = Path(verb("save-as", "3", "--form", "html", "--to", str(home / "out")).out.strip())
    assert page.read_text().count('<img src="data:image/png;base64,') == 1
    page = Path(verb("save-as", "3", "--form", "html", "--no-pictures", "--to", str(home / "out")).out.strip())
    assert "<img" not in page.read_text()
    none = verb("save-as", "--section", "Starred", "--to", str(home / "none"))
    assert (none.code, none.out, none.err) == (0, "", "there are no such stories in Starred\n")
    assert not (home / "none").exists()
    for wrong in (
        ("save-as",),
        ("save-as", "3", "--section", "Guide"),
        ("save-as", "3", "--form", "epub", "--to", "-"),
    ):
        assert verb(*wrong).code == 2


def test_an_address_is_drawn_for_a_telephone(verb: Verb) -> None:
    pytest.importorskip("segno")
    drawn = verb("qr", "https://a.example/1")
    assert drawn.code == 0 and "▄" in drawn.out and len(drawn.out.splitlines()) < 20
    assert verb("qr", "https://a.example/1", "--inverted").out != drawn.out
    assert verb("qr", "no-such-story").err == "broadsheet: there is no story no-such-story\n"
    assert verb("qr", "1").err == "broadsheet: 1 has no address that a telephone could open\n"
