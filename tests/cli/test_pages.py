"""How pages are read, told on the command line."""

from pathlib import Path

from tests.cli.conftest import Verb

PAGES = Path(__file__).parent.parent / "pages"


def test_a_file_is_explained(verb: Verb) -> None:
    done = verb("explain", str(PAGES / "seed.html"))
    assert done.code == 0 and "Blinken, Lavrov discuss stable ties" in done.out


def test_a_story_is_explained_by_its_id(verb: Verb) -> None:
    assert verb("explain", "999999").err == "broadsheet: there is no story 999999\n"
    story = verb("list", "--limit", "1").out.split("\t")[0]
    done = verb("explain", story)  # the Guide's stories have no page
    assert done.code == 1 and done.err.startswith("broadsheet: ") and done.err.count("\n") == 1


def test_a_name_that_is_too_long_is_no_file(verb: Verb) -> None:
    for words in (("explain", "x" * 3000), ("import", "--newsboat", "x" * 3000), ("follow", "x" * 3000)):
        done = verb(*words)
        assert done.code == 1 and done.err.startswith("broadsheet: ") and done.err.count("\n") == 1


def test_pages_are_read_again(verb: Verb) -> None:
    story = verb("list", "--limit", "1").out.split("\t")[0]
    done = verb("reparse", story)
    assert done.code == 1 and "0 pages read again, 1 left unchanged" in done.err
    assert verb("reparse").err == "0 pages read again\n"
    assert verb("reparse", "999999").code == 1
