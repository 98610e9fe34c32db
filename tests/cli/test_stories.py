"""Verbs on stories, run in this process."""

import io

import pytest

from tests import site
from tests.app.paper import page
from tests.cli.conftest import GAZETTE, Verb
from tests.web import FakeWeb


def test_a_mark_is_undone_and_done_again(verb: Verb) -> None:
    story = verb("list", "--limit", "1").out.split("\t")[0]
    verb("mark", "star", story)
    assert verb("undo", "--list").out.split("\t")[1:3] == ["star", "1"]
    done = verb("undo")
    assert (done.code, done.err) == (0, "undone: 1 story starred\n")
    assert verb("list", "--starred").out == ""
    assert verb("redo").err == "done again: 1 story starred\n"
    assert verb("list", "--starred").out.startswith(story)
    refused = verb("redo")
    assert (refused.code, refused.err) == (1, "broadsheet: there is nothing to be done again\n")


def test_stories_are_saved_for_later(verb: Verb, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = verb("save", "https://a.example/1", "https://a.example/2")
    assert saved.code == 0 and len(saved.out.splitlines()) == 2
    assert saved.err == (
        "2 stories saved for later, `broadsheet download` fetches what is not here; `broadsheet undo` takes it back\n"
    )
    assert verb("save", "https://a.example/2").err == "1 story saved already\n"
    monkeypatch.setattr("sys.stdin", io.StringIO("https://a.example/3\nhttps://a.example/1\n"))
    assert len(verb("save", "-").out.splitlines()) == 2
    mixed = verb("save", "ftp://a.example/", "https://a.example/9")
    assert (mixed.code, len(mixed.out.splitlines())) == (1, 1), "the others are saved all the same"
    assert "ftp://a.example/ is not an address that can be read here" in mixed.err
    assert len(verb("search", "is:later").out.splitlines()) == 4
    verb("undo")
    assert len(verb("search", "is:later").out.splitlines()) == 3


def test_a_story_is_shown_as_text_markdown_and_json(verb: Verb) -> None:
    story = verb("list", "--limit", "1").out.split("\t")[0]
    assert verb("show", story, "--markdown").out.startswith("# ")
    assert verb("show", story, "--json").out.startswith("{")
    assert verb("show", story).code == 0
    assert verb("show", "nothing").code == 1


def test_what_has_changed_since_a_story_was_read_is_printed(verb: Verb) -> None:
    from tui import config
    from tui.blocks import Paragraph, Span
    from tui.model import Article
    from tui.storage import marks, texts
    from tui.storage.file import File

    verb("save", "https://a.example/1")
    refused = verb("show", "https://a.example/1", "--changes")
    assert (refused.code, refused.err) == (1, "broadsheet: this story has not changed since it was read\n")
    with File(config.library_file()) as file:
        for words in ("as it was", "as it is"):
            story = texts.keep_article(file, "https://a.example/1", Article("https://a.example/1", "Ferry", (Paragraph((Span(words),)),)))  # fmt: skip
            marks.mark(file, [story.id], read=True)
    assert verb("show", "https://a.example/1", "--changes").out == "- as it was\n\n+ as it is\n"
    assert '"state": "gone"' in verb("show", "https://a.example/1", "--changes", "--json").out


def test_a_page_is_fetched_again_to_see_what_has_changed(verb: Verb, online: FakeWeb) -> None:
    ferry = f"{GAZETTE}/ferry-strike-ends/"
    verb("show", ferry)
    verb("mark", "read", ferry)
    page = site.story_page(GAZETTE, "ferry-strike-ends")
    online[ferry] = page.replace("Paragraph 8 of the story that says", "Paragraph 8, corrected, of the story that says")
    assert "Paragraph 8 of the story" in verb("show", ferry).out, "it asks nobody without need"
    done = verb("show", ferry, "--again", "--changes")
    assert done.code == 0 and "+ Paragraph 8, corrected, of the story" in done.out
    assert "Paragraph 8, corrected, of the story" in verb("show", ferry).out
    online[ferry] = page.replace("Paragraph 8 of the story that says", "Paragraph 8, withdrawn, of the story that says")
    assert "Paragraph 8, withdrawn, of the story" in verb("show", ferry, "--again").out
    online.pages.clear()
    failed = verb("show", ferry, "--again")
    assert (failed.code, failed.err) == (1, "broadsheet: gazette.example answers 404 Not Found\n")
    assert "Paragraph 8, withdrawn, of the story" in verb("show", ferry).out, "what was kept stays"


def test_a_list_with_nothing_in_it_says_so(verb: Verb) -> None:
    assert (verb("list", "--starred").out, verb("list", "--starred").err) == ("", "there are no such stories\n")
    assert (verb("list", "--starred", "--json").out, verb("undo", "--list", "--json").out) == ("[]\n", "[]\n")
    assert verb("undo", "--list").err == "nothing was done that could be taken back\n"


def test_all_of_a_list_is_marked_or_what_a_search_finds_or_is_older(verb: Verb) -> None:
    verb("save", "https://a.example/ferry", "https://a.example/tram")
    assert verb("mark", "read", "--search", "ferry").err == "1 story marked read; `broadsheet undo` takes it back\n"
    assert verb("mark", "star", "--search", "a.example", "--older", "1d").err == "there are no such stories\n"
    assert (
        verb("mark", "star", "--search", "example | nothing").err
        == "2 stories starred; `broadsheet undo` takes it back\n"
    )
    assert verb("mark", "unread", "--section", "Guide").err == "all of them are unread already\n"
    assert "say which stories: " in verb("mark", "read").err
    assert "before:soon: write a day (" in verb("mark", "read", "--older", "soon").err


def test_an_address_at_home_that_a_person_saved_is_fetched(verb: Verb, online: FakeWeb) -> None:
    online["http://127.0.0.1:8000/notes"] = page("map", "Notes of the house")
    verb("save", "http://127.0.0.1:8000/notes")
    assert verb("download").code == 0
    assert "Notes of the house" in verb("show", "http://127.0.0.1:8000/notes").out
    online["http://127.0.0.1:8000/notes"] = page("map", "Notes of the garden")
    assert "Notes of the garden" in verb("show", "http://127.0.0.1:8000/notes", "--again").out
