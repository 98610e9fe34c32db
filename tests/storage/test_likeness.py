"""How like headlines and groups of them are."""

from collections import Counter

import pytest

from tui.storage import likeness
from tui.storage.events import Groups
from tui.storage.rarity import Rarity
from tui.storage.scales import EVENT

HOUR = 3600.0


def test_a_name_that_many_groups_share_makes_none_of_them_one() -> None:
    own, field = Rarity(), Rarity()
    for rarity, others in ((own, 2), (field, 100)):
        for number in range(300):
            rarity.add({"harbour" if number < 20 + others else f"word{number}", f"own{number}"})
    ten = Counter({"harbour": 10, "crane": 2})
    assert likeness.own_a_name(ten, ten, own)
    assert not likeness.own_a_name(ten, ten, field)


def test_what_one_headline_costs_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "POSTINGS", 20)
    groups = Groups(EVENT)
    for number in range(300):
        groups.add(number, ("war", f"place{number % 100}", f"name{number}"), 0.0)
    assert 1 <= len(groups._near(7).shared) <= 20


def test_a_likeness_is_less_the_further_apart_in_time() -> None:
    assert likeness.together(0) == 1
    assert likeness.together(-HOUR) == likeness.together(HOUR) < 1
    hours = [likeness.together(number * HOUR) for number in range(24)]
    assert hours == sorted(hours, reverse=True)
    assert hours[1] > 0.9
    assert hours[23] < 0.1


def test_how_crowded_it_is_is_how_like_the_last_of_the_nearest_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "_CROWD", 3)
    crowd = likeness.Crowd()
    crowd.look([(0.2, 5), (0.9, 1), (0.5, 1)])  # the third nearest is one of five
    assert crowd.mean == pytest.approx(0.2)
    crowd.look([(0.9, 1), (0.5, 2), (0.1, 9)])
    assert crowd.mean == pytest.approx((0.2 + 0.5) / 2)
    crowd.look([(0.9, 2)])  # there are no three
    assert crowd.mean == pytest.approx((0.2 + 0.5) / 3)


def test_how_crowded_it_is_is_forgotten_in_the_long_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "LOOKS", 10)
    crowd = likeness.Crowd()
    for _ in range(1000):
        crowd.look([(0.8, 100)])
    for _ in range(60):
        crowd.look([])
    assert crowd.mean < 0.01


def test_what_the_third_best_group_has_too_is_the_fields() -> None:
    assert likeness.third([1.0, 5.0, 4.0, 3.0], -1.0) == 2.0
    assert likeness.third([5.0, 4.0], -1.0) == 0.0
    assert likeness.third([5.0, 4.0, 0.5], -1.0) == 0.0


def test_two_groups_need_a_name_that_tells_and_that_both_have() -> None:
    rarity = Rarity()
    for number in range(300):
        rarity.add({"harbour" if number < 20 else f"word{number}", f"own{number}"})
    ten = Counter({"harbour": 10, "crane": 10})
    assert likeness.own_a_name(ten, ten, rarity)
    assert not likeness.own_a_name(ten, Counter({"crane": 10, "harbour": 1}), rarity)
    assert not likeness.own_a_name(Counter({"crane": 10, "harbour": 1}), ten, rarity)
    rarity.quiet = {"harbour"}
    assert not likeness.own_a_name(ten, ten, rarity)


def test_how_many_groups_are_compared_with_one_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = Groups(EVENT)
    for number in range(400):
        said = ("war", f"place{number // 4}", f"own{number}")
        groups.restore(number, said, 0.0, number // 2)
    monkeypatch.setattr(likeness, "POSTINGS", 150)
    assert len(groups._averages(0)) == 199
    monkeypatch.setattr(likeness, "POSTINGS", 20)
    assert 0 < len(groups._averages(0)) <= 40


def groups_of(*said: tuple[int, tuple[str, ...]], apart: float = 0.0) -> Groups:
    """Headlines of these words in groups of these labels, so many hours apart, among two hundred others."""
    groups = Groups(EVENT)
    for number in range(200):
        groups.restore(1000 + number, (f"word{number}", f"own{number}"), 0.0, 1000 + number)
    for number, (label, its) in enumerate(said):
        groups.restore(number, its, number * apart * HOUR, label)
    groups.resume()
    return groups


CRANE = ("crane", "harbour", "doha")


def test_of_groups_that_are_compared_those_that_are_too_far_apart_are_left_out() -> None:
    groups = groups_of((0, CRANE), (0, CRANE), (2, CRANE), (2, CRANE), apart=7)
    every = groups._averages(0)
    assert 0.2 < every[2] < 0.4
    assert groups._averages(0, 0.2) == every
    assert groups._averages(0, 0.5) == {}
    assert groups._averages(0, 0.9) == {}


def test_a_name_is_looked_for_only_where_two_groups_may_have_it_between_them() -> None:
    groups = groups_of((0, CRANE), (0, CRANE), (2, CRANE), (2, CRANE), (4, ("rain", "harbour")), (4, ("rain", "storm")))
    assert groups._namesakes(0) == {2}
    assert groups._namesakes(2) == {0}
    assert groups._namesakes(4) == set()
    assert groups._named(0) == {2: pytest.approx(1.0, abs=0.01)}
    assert groups._named(4) == {}


def test_what_a_word_says_is_known_until_the_window_changes() -> None:
    groups = groups_of((0, CRANE), (0, CRANE), (2, CRANE))
    tells, common, *_ = groups._weigh("crane")
    assert (tells, common) == (True, groups._rarity.common("crane"))
    groups.add(3, CRANE, 0.0)
    assert groups._weigh("crane")[1] == groups._rarity.common("crane") > common
    groups.drop(3)
    assert groups._weigh("crane")[1] == common


def test_a_group_that_is_left_out_is_not_looked_at_but_named_all_the_same() -> None:
    groups = groups_of((0, CRANE), (1, CRANE), (2, ("rain",)))
    near = groups._near(0)
    assert {label: len(having) for label, (_, having, _) in near.shared.items()} == {0: 3, 1: 3}
    alone = groups._third_best(near, [], -1.0)
    near.leave_out({1})
    assert near.shared.keys() == {0}
    assert groups._third_best(near, [], -1.0) == alone
