"""A person's own rules for a site are followed to the letter."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tui.blocks import plain
from tui.errors import ParseError
from tui.model import Relation
from tui.parse.page.metadata import Metadata
from tui.parse.page.tree import tree
from tui.parse.rules import Rules
from tui.parse.story.boxes import walk, weigh
from tui.parse.story.reading import Reading
from tui.parse.story.ruled import ruled_blocks, ruled_headline, ruled_out, ruled_related

URL = "https://paper.example/news/a"


def page(body: str) -> LexborHTMLParser:
    return tree(f"<body>{body}</body>")


def blocks(body: str, rules: Rules) -> tuple[str, list[str]]:
    found = page(body)
    assert found.body is not None
    boxes = walk(found.body)
    weigh(boxes)
    reading = Reading(URL, URL, Metadata(), "", notes=[])
    return plain(tuple(ruled_blocks(found, boxes, rules, reading))), reading.notes or []


def test_without_rules_nothing_is_found() -> None:
    found = page("<h1>x</h1><a href=/b>B</a>")
    for rules in (None, Rules("paper.example")):
        assert ruled_headline(found, rules) == ""
        assert ruled_out(found, rules) == set()
        assert ruled_related(found, URL, rules) == ()


def test_the_headline_is_the_first_that_says_anything() -> None:
    rules = Rules("paper.example", headline="h1, .title")
    assert ruled_headline(page("<h1> </h1><div class=title>The <b>title</b></div><h1>x</h1>"), rules) == "The title"


def test_elements_that_are_left_out() -> None:
    found = page("<p class=poll>1</p><p>2</p><p class=poll>3</p>")
    assert ruled_out(found, Rules("paper.example", remove=".poll")) == {node.mem_id for node in found.css(".poll")}


def test_related_stories_are_links_or_what_holds_them_each_once() -> None:
    found = page(
        "<ul class=more><li><a href='/b'>B</a><a href='/b#c'>B again</a><a href='/d'> </a><a>no</a></ul>"
        "<a class=see href='//other.example/e'>E</a><a class=see href='javascript:x'>X</a><a href='/f'>F</a>"
    )
    related = ruled_related(found, URL, Rules("paper.example", related="ul.more, a.see"))
    assert [(one.title, one.url, one.relation) for one in related] == [
        ("B", "https://paper.example/b", Relation.RELATED),
        ("E", "https://other.example/e", Relation.RELATED),
    ]


def test_the_story_is_all_that_the_rule_names_in_order_and_each_once() -> None:
    body = "<div class=s><p>One</p><div class=s><p>Two</p></div></div><p>no</p><div class=s><p>Three</p><p class=x>out</p></div>"
    found, notes = blocks(body, Rules("paper.example", body=".s", remove=".x"))
    assert found.split() == ["One", "Two", "Three"]
    assert notes == ["chosen by a rule: .s", "standfirst: none"]


def test_a_rule_that_finds_nothing_says_so() -> None:
    assert blocks("<p>x</p>", Rules("paper.example", body=".s")) == ("", ["the rule for this site finds nothing: .s"])


def test_a_selector_that_cannot_be_read_is_told() -> None:
    with pytest.raises(ParseError, match=r"a selector that cannot be read: p\["):
        ruled_headline(page("<p>x</p>"), Rules("paper.example", headline="p["))
