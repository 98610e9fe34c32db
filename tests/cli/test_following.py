"""Which sections of a site are taken, and how it is asked."""

import io

import pytest

from tests.cli.conftest import Verb
from tests.storage.paper import entries, offer
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


@pytest.mark.parametrize(("typed", "taken"), [("\n", [0, 1]), ("2\n", [1]), ("2 1\n", [1, 0]), ("0\n", None)])
def test_on_a_terminal_it_is_asked(monkeypatch: pytest.MonkeyPatch, typed: str, taken: list[int] | None) -> None:
    said = Typed()
    monkeypatch.setattr("sys.stdin", Typed(typed))
    monkeypatch.setattr("sys.stdout", Typed())
    monkeypatch.setattr("sys.stderr", said)
    assert _chosen(OFFER, []) == taken
    assert said.getvalue().splitlines()[1] == "   1  World"


def test_what_is_no_number_of_the_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, typed in (("stdin", "7\n"), ("stdout", ""), ("stderr", "")):
        monkeypatch.setattr(f"sys.{name}", Typed(typed))
    with pytest.raises(AskError, match="only numbers from the list"):
        _chosen(OFFER, [])
