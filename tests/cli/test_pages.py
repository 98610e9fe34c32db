"""How pages are read, told on the command line."""

import os
from pathlib import Path

from tests.cli.conftest import GAZETTE, Verb
from tests.web import FakeWeb
from tui.jobs import BODY_BYTES

PAGES = Path(__file__).parent.parent / "pages"


def test_a_file_is_explained(verb: Verb) -> None:
    done = verb("explain", str(PAGES / "seed.html"))
    assert done.code == 0 and "Blinken, Lavrov discuss stable ties" in done.out


def test_a_story_is_explained_by_its_id(verb: Verb) -> None:
    assert verb("explain", "999999").err == "broadsheet: there is no story 999999\n"
    story = verb("list", "--limit", "1").out.split("\t")[0]
    done = verb("explain", story)  # the Guide's stories have no page
    assert done.code == 1 and done.err.startswith("broadsheet: ") and done.err.count("\n") == 1


def test_a_story_is_explained_from_the_page_that_is_kept_or_from_its_address(verb: Verb, online: FakeWeb) -> None:
    ferry = f"{GAZETTE}/ferry-strike-ends/"
    verb("save", ferry)
    story = verb("list", "--section", "Later").out.split("\t")[0]
    told = verb("explain", story).out
    assert "Ferry strike ends after nine days" in told and online.count(ferry) == 1
    verb("show", story)
    online.pages.clear()
    assert verb("explain", story).out == told


def test_a_name_that_is_too_long_is_no_file(verb: Verb) -> None:
    for words in (("explain", "x" * 3000), ("import", "--newsboat", "x" * 3000), ("follow", "x" * 3000)):
        done = verb(*words)
        assert done.code == 1 and done.err.startswith("broadsheet: ") and done.err.count("\n") == 1


def test_what_is_no_page_is_said_to_be_what_it_is(verb: Verb, home: Path) -> None:
    for named, said in (
        (str(home), f"{home} is a folder; explain takes the file of one page"),
        ("Guide", "Guide is a list of stories; explain takes the id of one: `broadsheet list --section Guide`"),
        ("missing.html", "there is no file missing.html, and an address begins with https://"),
    ):
        done = verb("explain", named)
        assert (done.code, done.out, done.err) == (1, "", f"broadsheet: {said}\n")


def test_pages_are_read_again(verb: Verb) -> None:
    story = verb("list", "--limit", "1").out.split("\t")[0]
    done = verb("reparse", story)
    assert done.code == 1 and "0 pages read again, 1 left unchanged" in done.err
    assert verb("reparse").err == "there is no page to read again\n"
    assert verb("reparse", "999999").code == 1


def test_what_is_no_page_is_not_read_to_its_end(verb: Verb, home: Path) -> None:
    with (home / "holes").open("wb") as out:
        out.truncate(4 << 30)
    (home / "empty").touch()
    for name, said in (
        ("/dev/zero", "cannot be read: it is not a regular file"),
        (str(home / "holes"), f"cannot be read: it is longer than {BODY_BYTES:,} bytes"),
        (str(home / "empty"), "is empty"),
    ):
        done = verb("explain", name)
        assert (done.code, done.err) == (1, f"broadsheet: {name} {said}\n")


def test_a_page_is_explained_from_a_pipe(verb: Verb) -> None:
    reader, writer = os.pipe()
    os.write(writer, (PAGES / "seed.html").read_bytes()[:60_000])  # as much as a pipe holds
    os.close(writer)
    assert "Blinken, Lavrov discuss stable ties" in verb("explain", f"/dev/fd/{reader}").out
    os.close(reader)
