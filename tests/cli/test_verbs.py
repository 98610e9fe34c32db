"""The table of verbs: each row is whole, and what it names is there."""

import argparse
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Verb as Run
from tui import cli
from tui.cli.verbs import VERBS, Verb, number


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_verb_has_its_function_and_one_line(verb: Verb) -> None:
    assert callable(verb.function())
    assert verb.about and not verb.about.endswith(".") and "\n" not in verb.about
    assert [one.name for one in VERBS].count(verb.name) == 1


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_a_verb_stands_in_the_readme(verb: Verb) -> None:
    readme = Path(__file__).parent.parent.parent / "README.md"
    if not readme.exists():
        pytest.skip("the README is not beside the installed wheel's tests")
    assert f"broadsheet {verb.name}" in readme.read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_the_parser_of_one_verb_is_what_it_is_among_all(verb: Verb) -> None:
    def choices(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
        (found,) = (action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction))
        return found

    assert list(choices(cli.parser(verb.name))) == [verb.name]
    alone, among = choices(cli.parser(verb.name))[verb.name], choices(cli.parser())[verb.name]
    assert alone.format_help() == among.format_help()


def test_an_unknown_verb_is_told_of_all() -> None:
    assert cli.parser("nonsense").format_help() == cli.parser().format_help() == cli.parser("--help").format_help()


def test_a_number_is_not_less_than_none_and_none_that_sqlite_cannot_keep() -> None:
    assert (number("0"), number("1000000000")) == (0, 1_000_000_000)
    with pytest.raises(argparse.ArgumentTypeError, match="-1 is less than 0"):
        number("-1")
    with pytest.raises(argparse.ArgumentTypeError, match="1000000001 is more than 1,000,000,000"):
        number("1000000001")


ODD = "\udcff\udc9b2J"
"""Bytes that are no UTF-8, as the system gives them (PEP 383)."""


@pytest.mark.parametrize(
    "words",
    [
        ("show", ODD),
        ("same", "1", ODD),
        ("mark", "star", ODD),
        ("tag", ODD, "1"),
        ("note", "1", ODD),
        ("search", ODD),
        ("mute", ODD),
        ("change", "Guide", "--name", ODD),
        ("sync", "add", "http://127.0.0.1:9/", "--user", ODD, "--command", "true"),
        ("login", "a.example", "--user", "ann", "--command", "echo", ODD),
        ("config", "set", "theme", ODD),
        ("follow", f"https://{ODD}.example/"),
    ],
    ids=" ".join,
)
def test_an_argument_that_is_no_text_is_refused(verb: Run, words: tuple[str, ...]) -> None:
    done = verb(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(" is not UTF-8, and only the name of a file may be so\n")
    assert "\x9b" not in done.err


def test_a_file_may_have_a_name_that_is_no_text(verb: Run, home: Path) -> None:
    file = home / "ur\udcffls"
    file.write_text("https://a.example/feed\n")
    assert verb("import", str(file)).code == 0
    assert "a.example" in verb("export").out
    assert verb("backup", str(home / "co\udcffpy.db")).code == 0
    assert (home / "co\udcffpy.db").exists()
    assert verb("restore", str(home / "co\udcffpy.db")).code == 0
    assert verb("save-as", "1", "--to", str(home / "sa\udcffved")).code == 0
    assert verb("explain", str(home / "no\udcffne.html")).code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("mark read", "say which stories: their ids, --section, --search or --older"),
        ("mark read 3 --older 1d", "say which stories: by their ids, or by --section, --search and --older"),
        ("tag ports", "say which stories: their ids, --section, --search or --older"),
        ("tag --remove", "tag needs the name of a tag"),
        ("tag ports 3 --rename harbours", "a tag is renamed or removed as a whole: without stories"),
        ("note 3 words --remove", "a note is written or removed, not both"),
        ("same 3 3", "same needs two stories or more"),
        ("change Guide", "change needs something to change, as --name NAME: `broadsheet help change` says what"),
        ("folder --remove", "folder needs the name of the folder that is meant"),
        ("folder News --remove --into World", "a folder is removed or changed, not both"),
        ("mute --try", "mute needs the words of a search"),
        ("highlight --name Ports", "highlight needs the words of a search"),
        ("rule --read", "rule needs the words of a search"),
        ("mute ferry --remove Ferries", "mute takes words, or the name of one to show or to remove, not both"),
        ("import", "import needs a file, or --newsboat"),
        ("import urls --newsboat /home", "import takes a file or --newsboat, not both"),
        ("save-as", "save-as needs stories, or a section, and not both"),
        ("save-as 3 --section Guide", "save-as needs stories, or a section, and not both"),
        ("save-as 3 --form epub --to -", "a book is not text: it needs a folder"),
        ("pipe 3", "pipe needs a story, and the name of a command: `broadsheet pipe` lists them"),
        ("login", "login needs a site: a host or an address"),
        ("sync add", "sync add needs the address of a server"),
        ("sync status Home", "sync status lists every account: without a name"),
        ("sync remove", "sync remove needs the name of an account (`broadsheet sync status` lists them)"),
        ("config set measure", "config set needs a name and a value"),
        ("config get measure indent", "config get takes the name of one setting"),
        *(
            (words, "--json is for what is listed, so nothing was done")
            for words in ("tag ports 3 --json", "folder News --json", "mute ferry --json", "mute --remove x --json")
        ),
        ("sync now --json", "--json goes with sync status"),
        ("pipe 3 head --json", "--json goes with the list of commands: without a story"),
        *((f"{name} --json", "--json goes with --list") for name in ("undo", "backup", "login")),
    ],
)
def test_a_call_that_lacks_something_or_says_two_things_is_wrong(verb: Run, words: str, said: str) -> None:
    verb("mark", "later", "3")
    done = verb(*words.split())
    assert (done.code, done.out, done.err) == (2, "", f"broadsheet: {said}\n")
    assert [row.split("\t")[1] for row in verb("undo", "--list").out.splitlines()] == ["later"], "nothing was done"


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        (("mark", "star", ""), "story"),
        (("show", " "), "story"),
        (("same", "1", ""), "story"),
        (("podcasts", "--queue", "1", ""), "story"),
        (("list", "--section", ""), "section"),
        (("unfollow", "World", ""), "section"),
        (("follow", ""), "address"),
        (("explain", ""), "page"),
        (("login", ""), "site"),
        (("search", ""), "word"),
        (("mute", "", "--event"), "word"),
        (("note", "1", ""), "word"),
        (("mark", "read", "--search", ""), "word"),
        (("mark", "read", "--older", " "), "time"),
        (("change", "World", "--every", ""), "time"),
        (("catchup", "--since", ""), "day"),
        (("mute", "ports", "--name", ""), "name"),
        (("mute", "--remove", ""), "name"),
        (("search", "ports", "--save", ""), "name"),
        (("front", "--owner", "", "a.example"), "name"),
        (("rule", "ports", "--tag", ""), "tag"),
        (("restore", ""), "file"),
        (("save-as", "1", "--to", ""), "folder"),
        (("change", "World", "--out-of", ""), "folder"),
        (("login", "a.example", "--user", "ann", "--command", ""), "program"),
        (("", "list"), "verb"),
    ],
)
def test_the_variable_of_a_script_that_was_never_set_names_nothing(
    verb: Run, words: tuple[str, ...], noun: str
) -> None:
    done = verb(*words)
    assert (done.code, done.out, done.err) == (2, "", f"broadsheet: an empty argument is no {noun}\n")


def test_a_place_is_counted_from_one(verb: Run) -> None:
    assert verb("folder", "News", "--place", "0").err.endswith("argument --place: places are counted from 1\n")


def test_options_may_stand_before_what_they_are_about(verb: Run) -> None:
    assert verb("tag", "ports", "2", "3").code == 0
    assert verb("tag", "ports", "--off", "3").err.startswith("1 story no longer tagged ports")
    assert verb("mark", "star", "--event", "3", "2").err.startswith("2 stories starred")
    assert len(verb("search", "the", "--limit", "1", "-zeppelin", "guide").out.splitlines()) == 1


@pytest.mark.parametrize("words", ["list Guide", "mark read 3 --purple", "config --purple"])
def test_what_a_verb_does_not_take_is_said_with_what_it_takes(verb: Run, words: str) -> None:
    done = verb(*words.split())
    name = words.split()[0]
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"usage: broadsheet {name} [-h]")
    assert done.err.endswith(f"broadsheet {name}: error: unrecognized arguments: {words.split()[-1]}\n")


@pytest.mark.parametrize(
    "words",
    [
        "podcasts --queue 3 --download",
        "tag ports --rename x --remove",
        "mute --show x --remove x",
        "show 3 --text --json",
        "front --weigh Guide 2 --json",
        "podcasts --played 3 --json",
    ],
)
def test_of_two_things_to_do_neither_is_done(verb: Run, words: str) -> None:
    done = verb(*words.split())
    assert (done.code, done.out) == (2, "")
    assert "not allowed with argument" in done.err


def test_what_a_wheel_carries_for_shells_and_man() -> None:
    share = Path(sys.prefix) / "share"
    completions = share / "bash-completion" / "completions" / "broadsheet"
    if not completions.exists():
        pytest.skip("an editable install goes without")
    said = completions.read_text(encoding="utf-8")
    for words in ("_sync_pos_0_choices=(add status remove)", "(measure indent", " doctor ", "_shtab_compgen_files"):
        assert words in said
    page = (share / "man" / "man1" / "broadsheet.1").read_text(encoding="utf-8")
    assert "\nbroadsheet \\- a newsreader" in page
    assert all(f"broadsheet {verb.name}".replace("-", "\\-") in page for verb in VERBS)
