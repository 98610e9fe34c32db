"""What is followed, changed from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Verb
from tests.storage.paper import entries, offer
from tui import config
from tui.library import opening
from tui.storage import folders, sections


@pytest.fixture
def followed(home: Path) -> None:
    with opening.writing(config.library_file()) as file:
        sections.follow(file, offer(("World", entries(1)), ("Sport", ()), ("Arts", ())))
        sections.follow(file, offer(("World", ()), site="https://b.example", name="The Gazette"))


def test_one_section_is_changed_in_one_act(verb: Verb, followed: None) -> None:
    done = verb(
        *("change", "The Paper › World", "--name", "Abroad", "--into", "News / Daily", "--every", "2h"),
        *("--full-text", "refresh", "--mute", "--hide", "--place", "3"),
    )
    assert done.err == "changed The Paper › World; `broadsheet undo` takes it back\n"
    with opening.reading(config.library_file()) as file:
        changed = sections.sites(file)[0].sections[0]
        assert (changed.name, changed.minutes, changed.full_text, changed.muted, changed.hidden) == (
            *("Abroad", 120, "refresh", True, True),
        )
        assert changed.folders == (("News", "Daily"),)
    assert verb("undo").err == "undone: change The Paper › World\n"
    with opening.reading(config.library_file()) as file:
        assert sections.sites(file)[0].sections[0].name == "World" and folders.tree(file) == ()


def test_a_site_is_named_and_placed_as_a_whole(verb: Verb, followed: None) -> None:
    verb("change", "The Paper", "--name", "Paper", "--place", "2", "--every", "default")
    with opening.reading(config.library_file()) as file:
        assert [site.name for site in sections.sites(file)] == ["The Gazette", "Paper"]


def test_a_section_is_placed_among_those_of_its_folder_and_taken_out_of_all(verb: Verb, followed: None) -> None:
    for name in ("Sport", "Arts", "The Gazette"):
        verb("change", name, "--into", "News")
    verb("change", "Arts", "--into", "Slow")
    assert verb("change", "The Gazette", "--place", "1").err.startswith("changed The Gazette")
    with opening.reading(config.library_file()) as file:
        names = {section.id: section.name for section in sections.sections(file)}
        assert [names[each] for each in folders.tree(file)[0].section_ids] == ["World", "Sport", "Arts"]
    verb("change", "Arts", "--into", "")
    with opening.reading(config.library_file()) as file:
        assert [len(each.section_ids) for each in folders.tree(file)] == [2, 0]
    assert verb("change", "Arts", "--into", "", "--no-mute").err == "The Paper › Arts is so already\n"


def test_a_section_is_placed_among_those_of_its_site_and_taken_out_of_one_folder(verb: Verb, followed: None) -> None:
    verb("change", "Arts", "--place", "1")
    with opening.reading(config.library_file()) as file:
        assert [section.name for section in sections.sites(file)[0].sections] == ["Arts", "World", "Sport"]
    verb("change", "Arts", "--into", "News")
    verb("change", "Arts", "--into", "Slow")
    done = verb("change", "Arts", "--out-of", "News")
    assert done.err == "changed The Paper › Arts; `broadsheet undo` takes it back\n"
    with opening.reading(config.library_file()) as file:
        assert [(each.name, len(each.section_ids)) for each in folders.tree(file)] == [("News", 0), ("Slow", 1)]
    assert verb("change", "Arts", "--out-of", "News").err == "The Paper › Arts is so already\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["World", "--hide"], "several things are called World"),
        (["Sport", "--every", "soon"], "soon is not a length of time"),
        (["Sport", "--out-of", "Nowhere"], "there is no folder called Nowhere"),
        (["Nothing", "--hide"], "nothing you follow is called Nothing"),
    ],
)
def test_what_cannot_be_changed_is_said(verb: Verb, followed: None, words: list[str], said: str) -> None:
    refused = verb("change", *words)
    assert refused.code == 1 and said in refused.err
    with opening.reading(config.library_file()) as file:
        assert not any(section.hidden or section.minutes for section in sections.sections(file))
