"""What the makers of pages call the boxes that hold other stories."""

import pytest

from tui.model import Relation
from tui.parse.story.box_names import kind, names_clutter, says_step, step


@pytest.mark.parametrize(
    ("names", "relation"),
    [
        ("c-related-posts", Relation.RELATED),
        ("most_read-list", Relation.MOST_READ),
        ("widget latest-news", Relation.LATEST),
        ("leggi-anche", Relation.ALSO_READ),
        ("popularity-contest", None),
        ("article-body", None),
        ("x" * 400, None),
    ],
)
def test_the_kind_of_a_box(names: str, relation: Relation | None) -> None:
    assert kind(names) == relation


@pytest.mark.parametrize(("names", "clutter"), [("taboola-below", True), ("shareBar", True), ("storyList", False)])
def test_clutter(names: str, clutter: bool) -> None:
    assert names_clutter(names) == clutter


@pytest.mark.parametrize(
    ("names", "relation"),
    [("nav-previous", Relation.PREVIOUS), ("post-next", Relation.NEXT), ("read-next", None), ("slick-next", None)],
)
def test_the_story_before_and_behind(names: str, relation: Relation | None) -> None:
    assert step(names) == relation


def test_rel_says_it_too() -> None:
    assert says_step({"href": "/a", "rel": "prev"}) is Relation.PREVIOUS
    assert says_step({"href": "/next"}) is None
