"""Which sections of a site are taken, and how it is asked."""

import io
import json
import os
from pathlib import Path

import pytest

from tests import site
from tests.cli.conftest import GAZETTE, Verb
from tests.images import png
from tests.storage.events_paper import BRIDGE
from tests.storage.paper import entries, offer
from tests.web import Answer, FakeWeb
from tui import config
from tui.cli.following import _chosen
from tui.errors import AskError
from tui.library import opening
from tui.model import Offer, SiteOffer
from tui.storage import sections

OFFER = SiteOffer(
    "The Gazette",
    "https://a.example/",
    (
        Offer("World", "https://a.example/world"),
        Offer("Culture", "https://a.example/culture"),
        Offer("Comments", "https://a.example/comments", comments=True),
    ),
)


class Typed(io.StringIO):
    """A terminal on which something is typed."""

    def isatty(self) -> bool:
        return True


def test_a_site_is_followed_and_what_was_followed_already_is_said(verb: Verb, online: FakeWeb) -> None:
    done = verb("follow", f"{GAZETTE}/", "--section", "Culture")
    assert (done.code, done.err) == (0, "followed 1 section of The Harbour Gazette; `broadsheet undo` takes it back\n")
    assert done.out.split("\t")[1:] == ["The Harbour Gazette", "Culture", f"{GAZETTE}/category/culture/feed/\n"]
    done = verb("follow", f"{GAZETTE}/")
    assert (
        done.err
        == "followed 1 section of The Harbour Gazette, 1 was followed already; `broadsheet undo` takes it back\n"
    )
    assert [row.split("\t")[2] for row in done.out.splitlines()] == ["Culture", "World"]
    done = verb("follow", f"{GAZETTE}/")
    assert (done.code, done.err) == (0, "The Harbour Gazette is followed already\n")


def test_what_was_followed_is_printed_as_json(verb: Verb, online: FakeWeb) -> None:
    done = verb("follow", f"{GAZETTE}/", "--json")
    assert done.err == ""
    assert [(each["name"], each["stories"], each["unread"]) for each in json.loads(done.out)] == [
        ("World", 3, 3),
        ("Culture", 2, 2),
    ]


def test_what_comes_with_sites_is_grouped_by_event(verb: Verb, online: FakeWeb) -> None:
    for number, title in enumerate(BRIDGE):
        url = f"https://paper{number}.example"
        item = f"<item><title>{title}</title><link>{url}/1</link></item>"
        online.feed(f"{url}/feed", f'<rss version="2.0"><channel><title>Paper {number}</title>{item}</channel></rss>')
        assert verb("follow", f"{url}/feed").code == 0
    assert verb("list", "--events").out.split("\t")[3] == "4 outlets: Paper 3, Paper 2, Paper 1, …"


def test_none_of_the_sections_is_followed_where_none_is_chosen(
    verb: Verb, online: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.output.gate.is_terminal", lambda *_streams: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("0\n"))
    done = verb("follow", f"{GAZETTE}/")
    assert done.code == 0 and done.err.endswith("nothing followed\n")
    assert verb("sections").out == ""


def test_a_refresh_says_what_came_and_what_failed(verb: Verb, online: FakeWeb) -> None:
    assert verb("refresh").err == "nothing is followed yet: `broadsheet follow URL`\n"
    verb("follow", f"{GAZETTE}/")
    online[f"{GAZETTE}/category/world/feed/"] = with_one_more("world")
    done = verb("refresh")
    assert (done.code, done.out, done.err) == (0, "", "2 sections checked, 1 new story\n")
    assert verb("refresh", "--due").err == "no section is due\n"
    del online.pages[f"{GAZETTE}/category/culture/feed/"]
    done = verb("refresh")
    assert (done.code, done.err.splitlines()) == (
        0,
        [
            "The Harbour Gazette › Culture: gazette.example answers 404 Not Found",
            "2 sections checked, 0 new stories, 1 failed",
        ],
    )
    assert verb("refresh", "Culture").code == 1, "not one section could be read"
    assert verb("refresh", "Nowhere").err == "broadsheet: nothing you follow is called Nowhere\n"
    assert "last error: gazette.example answers 404 Not Found" in verb("sections", "--health").out


def test_a_program_is_told_of_what_a_refresh_brought(verb: Verb, online: FakeWeb, home: Path) -> None:
    told = home / "told"
    os.mkfifo(told)  # whoever reads it waits for who writes
    program = ["sh", "-c", 'printf "%s: %s" "$1" "$2" > "$0"', str(told), "{count} new", "{titles}"]
    verb("config", "set", "notify", json.dumps(program))
    verb("follow", f"{GAZETTE}/")
    assert verb("refresh").code == 0, "nothing came, and nothing is told"
    online[f"{GAZETTE}/category/culture/feed/"] = with_one_more("culture")
    assert verb("refresh").err == "2 sections checked, 1 new story\n"
    assert told.read_text() == "1 new: Night ferry returns"


def test_a_password_in_the_configuration_is_advised_against(verb: Verb, online: FakeWeb) -> None:
    verb("follow", f"{GAZETTE}/")
    file = config.config_file()
    file.parent.mkdir(parents=True)
    file.write_text('[sites."gazette.example"]\nuser = "ann"\npassword = "secret"\n')
    said = verb("refresh").err
    assert "The configuration has the password for gazette.example in it: `broadsheet login SITE`" in said
    assert "secret" not in said


def test_whole_stories_are_downloaded_and_are_there_without_a_network(verb: Verb, online: FakeWeb) -> None:
    verb("follow", f"{GAZETTE}/")
    del online.pages[f"{GAZETTE}/museum-finds-a-map/"]
    done = verb("download", "--section", "Culture")
    assert (done.code, done.err.splitlines()) == (
        0,
        [
            "Museum finds a map that was thought lost: gazette.example answers 404 Not Found",
            "1 story downloaded, 1 failed",
        ],
    )
    assert verb("download", "--section", "Culture").code == 1, "not one could be fetched"
    assert verb("download").err.endswith("3 stories downloaded, 1 failed\n")
    online.pages.clear()
    story = verb("list", "--section", "Downloaded").out.split("\t")[0]
    assert "Paragraph 8 of the story" in verb("show", story).out
    verb("mark", "read", "--section", "Culture")
    assert verb("download").err == "there is nothing to download\n"


def test_pictures_are_kept_for_later(verb: Verb, online: FakeWeb) -> None:
    verb("follow", f"{GAZETTE}/")
    ferry = f"{GAZETTE}/ferry-strike-ends/"
    refused = verb("pictures", ferry)
    assert refused.code == 1
    assert refused.err.splitlines() == ["gazette.example answers 404 Not Found", "0 pictures are kept, 1 failed"]
    online[f"{GAZETTE}/ferry-strike-ends.jpg"] = Answer(png(), content_type="image/png")
    assert (verb("pictures", ferry).code, verb("pictures", ferry).err) == (0, "1 picture is kept\n")
    assert verb("pictures", "1").err == "there are no pictures in it\n"
    assert verb("pictures", "99999").err == "broadsheet: there is no story 99999\n"


def with_one_more(section: str) -> Answer:
    """The feed of a section in which another story has appeared."""
    story = f"<item><title>Night ferry returns</title><link>{GAZETTE}/night-ferry/</link></item>"
    body = site.feed(GAZETTE, section).replace("<item>", f"{story}<item>", 1)
    return Answer(body, content_type="application/rss+xml")


def test_what_is_unfollowed_at_once_comes_back_by_one_undo(verb: Verb) -> None:
    with opening.writing(config.library_file()) as file:
        sections.follow(file, offer(("World", entries(1)), ("Sport", entries(2))))
    verb("search", "story", "--save", "Everything")
    before = verb("sections").out, verb("searches").out
    done = verb("unfollow", "The Paper › World", "everything", "Sport", "sport")
    assert done.err == (
        "removed the saved search Everything\nunfollowed The Paper › World\n"
        "unfollowed The Paper › Sport; `broadsheet undo` takes it back\n"
    )
    assert (verb("sections").out, verb("searches").out) == ("", "")
    assert verb("undo").err == "undone: unfollow Everything, The Paper › World, The Paper › Sport\n"
    assert (verb("sections").out, verb("searches").out) == before


def test_away_from_a_terminal_all_are_taken_but_comments() -> None:
    assert _chosen(OFFER, []) == [0, 1]
    only_comments = SiteOffer("G", "u", OFFER.sections[2:])
    assert _chosen(only_comments, []) == [0]


def test_sections_are_named_or_addressed() -> None:
    assert _chosen(OFFER, ["culture", "https://A.example/world"]) == [1, 0]
    assert _chosen(OFFER, ["Comments"]) == [2]
    with pytest.raises(AskError, match="has no section called Sport; it has World, Culture, Comments"):
        _chosen(OFFER, ["Sport"])


@pytest.mark.parametrize(
    ("typed", "taken"), [("\n", [0, 1]), ("2\n", [1]), ("2 1\n", [1, 0]), ("0\n", None), ("", None)]
)
def test_on_a_terminal_it_is_asked(monkeypatch: pytest.MonkeyPatch, typed: str, taken: list[int] | None) -> None:
    said = Typed()
    monkeypatch.setattr("sys.stdin", Typed(typed))
    monkeypatch.setattr("sys.stdout", Typed())
    monkeypatch.setattr("sys.stderr", said)
    assert _chosen(OFFER, []) == taken
    assert said.getvalue().splitlines()[1] == "   1  World"


@pytest.mark.parametrize("typed", ["7", "3", "1 x", "-1", "²"])
def test_what_is_no_number_of_the_list_is_refused(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    for name, there in (("stdin", f"{typed}\n"), ("stdout", ""), ("stderr", "")):
        monkeypatch.setattr(f"sys.{name}", Typed(there))
    with pytest.raises(AskError, match="only numbers from the list"):
        _chosen(OFFER, [])
