"""A person's own rules for a site."""

import pytest

from tui.config import asset
from tui.errors import ParseError
from tui.parse.rules import Rules, load, rules_for

TEXT = """
["news.example"]
body = "div.story"
remove = ["div.poll", "p.legal"]
["*.news.example"]
headline = "h1.big"
["sport.news.example"]
related = "ul.more a"
"""


def test_rules_are_selectors_per_host() -> None:
    assert load(TEXT) == (
        Rules("news.example", body="div.story", remove="div.poll, p.legal"),
        Rules("*.news.example", headline="h1.big"),
        Rules("sport.news.example", related="ul.more a"),
    )


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://news.example/a", "news.example"),
        ("https://www.news.example/a", "*.news.example"),
        ("https://local.news.example/a", "*.news.example"),
        ("https://sport.news.example:8080/a", "sport.news.example"),
        ("https://othernews.example/a", ""),
        ("https://example/a", ""),
    ],
)
def test_the_longest_host_that_fits_holds(url: str, host: str) -> None:
    found = rules_for(url, load(TEXT))
    assert (found.host if found else "") == host


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[", "not valid TOML"),
        ("body = 'p'", "inside a host"),
        ("['a.example']\nbodies = 'p'", "“bodies” is not one of"),
        ("['a.example']\nbody = 3", "must be a selector"),
        ("['a.example']\nbody = []", "must be a selector"),
        ("['a.example']\nremove = ['p', 'a[']", "“remove” is not a valid selector: p, a"),
    ],
)
def test_what_cannot_be_followed_is_said(text: str, sentence: str) -> None:
    with pytest.raises(ParseError, match=sentence):
        load(text)


def test_the_rules_that_ship_can_be_read_and_are_few() -> None:
    assert len(load(asset("rules.toml").read_text("utf-8"))) <= 20
