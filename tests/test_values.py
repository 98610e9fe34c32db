"""Values: built, compared, changed, sent to another process, and never altered."""

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.values import Value, filled, replace


class Place(Value):
    """A value with a field of each sort."""

    name: str
    country: str = ""
    near: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """No field."""
        return f"{self.name}, {self.country}"


class Bare(Value):
    """A value without fields."""


PLACES = st.builds(Place, st.text(), country=st.text(), near=st.lists(st.text()).map(tuple))


def test_fields_are_given_by_place_or_by_name() -> None:
    place = Place("Berlin", near=("Potsdam",))
    assert (place.name, place.country, place.near) == ("Berlin", "", ("Potsdam",))
    assert place == Place(near=("Potsdam",), name="Berlin") == Place("Berlin", "", ("Potsdam",))
    assert list(vars(place)) == ["name", "country", "near"]
    assert repr(place) == "Place(name='Berlin', country='', near=('Potsdam',))"
    assert place.said == "Berlin, "


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((), {}),
        ((), {"country": "Germany"}),
        ((), {"nam": "Berlin", "country": "Germany", "near": ()}),
        (("Berlin",), {"said": "x"}),
        (("Berlin",), {"name": "Bonn"}),
        (("Berlin", "", (), ""), {}),
    ],
)
def test_what_is_no_such_value_is_refused(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="the fields of Place are"):
        Place(*given, **named)


def test_a_value_stays_as_it_is() -> None:
    place: Any = Place("Berlin")
    with pytest.raises(AttributeError, match="frozen"):
        place.name = "Bonn"
    with pytest.raises(AttributeError, match="frozen"):
        place.mayor = "nobody"
    with pytest.raises(AttributeError, match="frozen"):
        del place.name
    assert place == Place("Berlin")


def test_values_of_different_types_differ() -> None:
    class Other(Value):
        name: str
        country: str = ""
        near: tuple[str, ...] = ()

    assert Place("Berlin") != Other("Berlin")
    assert Place("Berlin") != ("Berlin", "", ())
    assert Bare() == Bare()
    assert bool(Bare())


def test_patterns_take_fields_by_place() -> None:
    match Place("Berlin", "Germany"):
        case Place(name, country):
            assert (name, country) == ("Berlin", "Germany")


def test_filled_leaves_defaults_out() -> None:
    assert filled(Place("")) == {"name": ""}
    assert filled(Place("Berlin", "Germany", ())) == {"name": "Berlin", "country": "Germany"}


@given(PLACES, PLACES)
def test_values_are_equal_as_their_fields_are(one: Place, other: Place) -> None:
    alike = (one.name, one.country, one.near) == (other.name, other.country, other.near)
    assert (one == other) is alike
    assert replace(one, **vars(other)) == other
    assert len({one, other}) == (1 if alike else 2)


@given(PLACES)
def test_values_travel(place: Place) -> None:
    assert pickle.loads(pickle.dumps(place)) == place
    assert hash(pickle.loads(pickle.dumps(place))) == hash(place)
    assert eval(repr(place)) == place
