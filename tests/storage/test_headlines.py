"""What is counted of headlines that stand in groups."""

import pytest

from tui.storage.headlines import Headlines, another
from tui.storage.rarity import words


def held(*headlines: tuple[str, str, int]) -> Headlines:
    """Headlines (outlet, title, label), an hour apart."""
    books = Headlines()
    for number, (outlet, title, label) in enumerate(headlines):
        books._know(number, words(title), 3600.0 * number, outlet)
        books._put(number, label)
    return books


def test_labels_are_new_whatever_a_headline_is_numbered() -> None:
    for number in (0, 1, 7):
        tried = [number]
        while len(tried) < 5:
            tried.append(another(tried[-1]))
        assert len(set(tried)) == 5
        assert max(tried[1:]) < 0


def test_what_was_put_and_taken_leaves_nothing() -> None:
    books = held(("a.example", "Rain expected", 0), ("b.example", "Rain expected tomorrow", 0))
    assert books.members(0) == {0, 1}
    assert books.older(1800.0) == [0]
    for number in (0, 1):
        books.drop(number)
    assert not books._members
    assert not books._tellers
    assert not books._same
    assert not books._where
    assert not books._rarity.seen


def test_a_group_is_one_outlets_until_another_tells_it_or_it_is_not_known_whose_it_is() -> None:
    one = ("a.example", "Rain expected", 0)
    assert held(one, one)._is_one_outlets(0)
    assert not held(one, ("b.example", "Rain expected", 0))._is_one_outlets(0)
    assert not held(("", "Rain expected", 0), ("", "Rain expected", 0))._is_one_outlets(0)
    parted = held(one, ("b.example", "Rain expected", 0))
    parted._put(1, 1, parted._take(1))
    assert parted._is_one_outlets(0)


def test_a_headline_comes_back_where_its_own_outlet_has_it_again() -> None:
    one = ("a.example", "Rain expected on day 3", 0)
    assert held(one, ("a.example", "Rain expected on day 4", 1))._comes_back(0)  # small numbers are no words
    assert not held(one, ("b.example", "Rain expected on day 3", 1))._comes_back(0)
    assert not held(("", "Rain expected", 0), ("", "Rain expected", 1))._comes_back(0)
    again = held(one, ("a.example", "Rain expected on day 4", 1))
    again._held = {0}
    assert not again._comes_back(0)
    again._held = set()
    again.drop(1)
    assert not again._comes_back(0)


def test_what_is_counted_of_a_group_is_what_it_would_be_without_what_left_it() -> None:
    """Words, times, lengths and tellers, and the number of each word's groups."""
    one, two, three = (
        ("a.example", "Rain expected", 0),
        ("b.example", "Rain expected tomorrow", 0),
        ("c.example", "Rain", 1),
    )
    parted, never = held(one, two, three), held(one, three, three)
    parted.drop(1)
    never.drop(1)
    for books in (parted, never):
        assert books._counts[0] == {"rain": 1, "expect": 1} or set(books._counts[0].values()) == {1}
        assert books._times[0] == 0.0
        assert set(books._tellers[0]) == {"a.example"}
    assert parted._where == never._where
    assert parted._lengths[0] == pytest.approx(parted._length[0])
    assert parted._rarity.seen == never._rarity.seen
