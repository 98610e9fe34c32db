"""What is counted of headlines that stand in groups."""

from collections import Counter
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.storage.headlines import Company, Headlines, Member, another
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
    books._held.add(0)
    books._apart[0].add(1)
    books._apart[1].add(0)
    books.drop(0)
    assert books.moved == {1}
    assert books._apart[1] == set()
    books.drop(1)
    books._touched.clear()  # settling does
    assert not any(each for name, each in vars(books).items() if name != "_rarity")
    assert not books._rarity.seen


def test_of_a_lead_the_rarest_words_are_known_that_the_headline_has_not() -> None:
    books = held(*[("", f"Minister speaks of matter{number}", number) for number in range(100)])
    lead = "The minister said that snow closes roads, schools, harbours, airports, markets, bridges, mountain tunnels"
    books._know(100, words("Roads are closed"), 0.0, "", words(lead))
    its = books._headlines[100].leads
    assert len(its) == 8
    assert not {"minister"[:7], "that", "road"} & set(its)
    assert {"school", "airport", "market", "bridge"} <= set(its)


def test_a_group_knows_how_many_have_a_word_in_their_leads_until_they_leave() -> None:
    books = Headlines()
    for number, lead in enumerate(("crane collapse", "crane accident", "")):
        books._know(number, words("Bridge closed"), 0.0, f"outlet {number}", words(lead))
        books._put(number, 0)
    assert books._groups[0].leads == {"crane": 2, "collaps": 1, "acciden": 1}
    books._take(0)
    assert books._groups[0].leads == {"crane": 1, "acciden": 1}


def test_what_is_older_than_a_moment_came_before_it() -> None:
    books = held(("a.example", "Rain expected", 0), ("b.example", "Rain expected tomorrow", 0))
    assert books.older(0.0) == []
    assert books.older(3600.0) == [0]
    assert books.older(3600.5) == [0, 1]


def test_who_came_into_another_group_is_told_until_somebody_took_it_down() -> None:
    books = held(("", "Rain expected", 5), ("", "Rain expected tomorrow", 5))
    assert (books.moved, books._touched) == ({0, 1}, {5})
    books.moved.clear()
    books._touched.clear()
    assert books._put(0, 5, books._take(0)) == books.label(0) == 5
    assert (books.moved, books._touched) == (set(), set())
    assert books._put(0, 7, books._take(0)) == books.label(0) == 7
    assert (books.moved, books._touched) == ({0}, {7})


def test_a_group_is_called_by_its_first_headline_unless_another_is_called_so() -> None:
    books = held(("", "Rain expected", 0), ("", "Rain expected tomorrow", 0), ("", "Snow", 2))
    assert books._new(1) == 1
    assert books._new(2) not in {0, 2}
    assert books._new(0) not in {0, 2}


def test_what_leads_a_group_is_found_anew_once_it_has_changed() -> None:
    books = held(("", "Rain expected", 0), ("", "Rain expected tomorrow", 0))
    books._led[0] = {"rain": 1.0}
    books._take(1)
    assert not books._led
    books._led[0] = {"rain": 1.0}
    books._put(1, 0)
    assert not books._led


def test_a_headline_is_as_long_as_its_words_weigh_and_one_without_words_has_a_length_too() -> None:
    books = held(("", "Rain expected tomorrow", 0), ("", "", 1))
    weights = [books._rarity.weight(word) for word in words("Rain expected tomorrow")]
    assert books._headlines[0].length == pytest.approx(hypot(*weights), rel=0.01)
    assert books._headlines[1].length > 0


def test_what_stands_before_a_word_is_its_neighbour() -> None:
    books = held(("", "Castle Brewing profit falls", 0))
    assert books._before(0, "brewing") == "castle"
    assert books._before(0, "profit") == "brewing"
    assert books._before(0, "castle") == ""
    assert books._before(0, "harbour") == ""


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["rain", "rain snow", "snow wind", ""]), st.integers(0, 3)))
)
def test_whatever_comes_moves_and_leaves_the_books_say_what_stands_in_them(steps: list[tuple[int, str, int]]) -> None:
    """A headline that is there moves, or leaves where it is to go where it is."""
    books = Headlines()
    for number, title, label in steps:
        if number not in books._headlines:
            books._know(number, words(title), float(number), f"{number % 2}.example")
            books._put(number, label)
        elif books.label(number) == label:
            books.drop(number)
        else:
            books._put(number, label, books._take(number))
    anew = Headlines()
    for number, its in books._headlines.items():
        anew._know(number, its.said, its.at, its.outlet)
        anew._put(number, books.label(number))
    assert {label: counted(group) for label, group in books._groups.items()} == {
        label: counted(group) for label, group in anew._groups.items()
    }
    assert (books._where, books._same) == (anew._where, anew._same)
    assert books._rarity.seen == anew._rarity.seen
    squares = Counter[str]()
    for group in books._groups.values():
        squares.update({word: count * count for word, count in group.counts.items()})
    assert books._rarity.squares == squares
    assert books._squares == sum(group.size**2 for group in books._groups.values())
    for group in books._groups.values():
        there = [books._headlines[each] for each in group.members]
        assert group.length == pytest.approx(sum(each.length for each in there))
        assert group.last >= max(each.at for each in there)


def counted(group: Company | Member) -> tuple[object, ...]:
    """What is counted of a group."""
    return set(group.members), group.size, dict(group.counts), group.time, group.teller


def test_a_group_is_one_outlets_until_another_tells_it_or_it_is_not_known_whose_it_is() -> None:
    one = ("a.example", "Rain expected", 0)
    assert held(one)._groups[0].teller == held(one, one)._groups[0].teller == "a.example"
    assert not held(one, ("b.example", "Rain expected", 0))._groups[0].teller
    assert not held(("", "Rain expected", 0), ("", "Rain expected", 0))._groups[0].teller
    parted = held(one, ("b.example", "Rain expected", 0))
    parted._put(1, 1, parted._take(1))
    assert parted._groups[0].teller == "a.example"


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
    assert counted(parted._groups[0]) == counted(held(one)._groups[0])
    assert counted(never._groups[0]) == counted(held(one)._groups[0])
    assert parted._where == never._where
    assert parted._groups[0].length == pytest.approx(parted._headlines[0].length)
    assert parted._rarity.seen == never._rarity.seen
