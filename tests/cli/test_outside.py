"""Stories leave the reader by the command line."""

import sys
from pathlib import Path

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
    )
    verb("list")
    assert [row.split("\t")[0] for row in verb("pipe").out.splitlines()] == ["head", "id", "web", "less"]
    assert verb("pipe", "3", "head").out == "# Welcome to Broadsheet\n"
    assert verb("pipe", "3", "id").out == "['3', 'Welcome to Broadsheet']\n"
    assert "has no address" in verb("pipe", "3", "web").err
    assert "ended with an error (1)" in verb("pipe", "3", "less").err
    assert verb("pipe", "3", "haed").err == "broadsheet: there is no command haed; did you mean head?\n"
    assert verb("pipe", "99999", "head").code == 1
