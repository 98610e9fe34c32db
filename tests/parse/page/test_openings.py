"""Tables of words as they are asked for: how lines begin, in any language."""

import pytest

from tui.parse.page.openings import Openings
from tui.parse.words import endings

AUTHORS = Openings(endings.AUTHORS)


@pytest.mark.parametrize(
    "line",
    ["About the author", "ABOUT THE AUTHOR: Ada Lovell", "— Über den Autor", "À propos de l’auteur", "Об авторе"],
)
def test_a_line_that_begins_so(line: str) -> None:
    assert AUTHORS.begins(line)


@pytest.mark.parametrize("line", ["", "About the authority", "The author", "…"])
def test_a_line_that_does_not(line: str) -> None:
    assert not AUTHORS.begins(line)


def test_the_longest_phrase_is_told() -> None:
    table = Openings({"en": "topics|topics in this article"})
    assert table.begins("Topics in this article: Sea") == "topics in this article"
    assert table.begins("Topics: Sea") == "topics"
