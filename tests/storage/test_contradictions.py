"""What speaks against two headlines telling the same."""

import pytest

from tui.storage.contradictions import each_its_own, lacking
from tui.storage.rarity import Rarity, words

FIRE = {"fire": 4, "warehou": 4, "varna": 4, "gut": 2, "night": 1}
"""How many of four headlines about a fire have each word."""


@pytest.fixture
def rarity() -> Rarity:
    """A window of two fires among a hundred headlines."""
    found = Rarity()
    for number in range(100):
        found.add(words(f"{number}here {number}happens the"))
    for place in ("Varna", "Lindau"):
        for _ in range(4):
            found.add(words(f"Fire guts warehouse in {place}"))
    return found


def against(title: str, rarity: Rarity) -> float:
    """What speaks against a headline beside those about the fire."""
    return lacking(words(title), FIRE, 4, 1.5, rarity)


def test_another_place_speaks_against_it(rarity: Rarity) -> None:
    assert against("Fire guts warehouse in Lindau", rarity) > 1
    assert not against("Fire guts warehouse in Varna", rarity)


def test_what_has_no_other_name_may_lack_that_of_the_group(rarity: Rarity) -> None:
    assert not against("Fire guts warehouse", rarity)
    assert not against("Fire guts warehouse by the quay", rarity)  # nobody else has the quay
    assert not against("Fire guts the warehouse", rarity)  # everybody has such a word


def test_the_more_of_the_group_has_a_name_the_more_it_speaks(rarity: Rarity) -> None:
    said = words("Fire guts warehouse in Lindau")
    some, most = (lacking(said, FIRE | {"varna": count}, 4, 1.5, rarity) for count in (3, 4))
    assert 0 < some < most
    assert not lacking(said, FIRE | {"varna": 2}, 4, 1.5, rarity)
    assert not lacking(said, {"fire": 1, "varna": 1}, 1, 1.5, rarity)  # of one headline nobody knows what it is about


def test_two_groups_with_a_name_each_are_two(rarity: Rarity) -> None:
    other = {"fire": 3, "warehou": 3, "lindau": 3}
    assert each_its_own(FIRE, 4, other, 3, rarity)
    assert not each_its_own(FIRE, 4, other | {"varna": 1}, 3, rarity)  # one of three names both
    assert not each_its_own(FIRE, 4, {"fire": 3, "warehou": 3}, 3, rarity)
    assert not each_its_own(FIRE, 4, {"fire": 1, "lindau": 1}, 1, rarity)


def test_two_headlines_are_enough_to_be_about_something(rarity: Rarity) -> None:
    ours, theirs = {"fire": 2, "varna": 2}, {"fire": 2, "lindau": 2}
    assert lacking(words("Fire guts warehouse in Lindau"), ours, 2, 1.5, rarity) > 0
    assert each_its_own(ours, 2, theirs, 2, rarity)


def test_a_word_that_stands_in_many_groups_is_nobodys_name(rarity: Rarity) -> None:
    assert each_its_own({"fire": 4, "varna": 4}, 4, {"fire": 4, "lindau": 4}, 4, rarity)
    rarity.quiet = {"varna"}
    assert not each_its_own({"fire": 4, "varna": 4}, 4, {"fire": 4, "lindau": 4}, 4, rarity)
    assert not against("Fire guts warehouse in Lindau", rarity)
