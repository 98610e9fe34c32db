"""A page without text is drawn from data in its scripts: the story in that is found."""

import json

import pytest

from tui.blocks import plain
from tui.parse.page.state import state
from tui.parse.page.tree import tree

P = "The council said on Monday that the bridge over the river would stay closed until the spring, and that is that."
HTML = "".join(f"<p>{P} Line {number}.</p>" for number in range(5))


def text(*scripts: str, attributes: str = "") -> str:
    tags = "".join(f"<script {attributes}>{script}</script>" for script in scripts)
    return plain(state(tree(f"<html><body><div id=root></div>{tags}</body></html>")))


@pytest.mark.parametrize(
    "before", ["", "window.__STATE__ = ", "self.__data=", "globalThis.App.state = ", "__NEXT__ =\n", 'window["x"] = ']
)
def test_a_string_of_html_in_data(before: str) -> None:
    assert "Line 4." in text(before + json.dumps({"page": {"story": {"html": HTML}}}) + ";")


def test_a_list_of_paragraphs() -> None:
    parts = [{"type": "p", "content": f"{P} Part <{number}"} for number in range(5)]
    found = text(json.dumps({"blocks": [*parts, {"text": "nospace"}, {"other": "not a text"}]}))
    assert found.count("Part <") == 5
    assert "nospace" not in found
    assert "not a text" not in found


def test_two_long_texts_in_a_list_are_no_story() -> None:
    parts = [{"text": f"{P} {P} {P} Part {number}"} for number in range(2)]
    assert text(json.dumps(parts)) == ""


def test_the_longest_is_the_story() -> None:
    short = "".join(f"<p>{P} Other.</p>" for _ in range(4))
    assert "Other" not in text(json.dumps({"a": short}), json.dumps({"b": HTML}))


def test_one_paragraph_alone_is_no_story() -> None:
    assert text(json.dumps({"a": f"<p>{P * 6}</p>"})) == ""


@pytest.mark.parametrize(
    ("script", "attributes"),
    [
        (json.dumps({"articleBody": HTML}), 'type="application/ld+json"'),
        (json.dumps({"a": HTML}), 'src="/app.js"'),
        (json.dumps({"a": HTML}) + " " * 3_000_000, ""),
        ("function () { return 1 }" + " " * 600, ""),
        ("{" * 100_000, ""),
    ],
)
def test_scripts_that_hold_none(script: str, attributes: str) -> None:
    assert text(script, attributes=attributes) == ""


def test_a_string_within_a_program() -> None:
    row = json.dumps("12:T900," + HTML)
    found = text(f"self.__next_f.push([1,{row}])")
    assert found.startswith("The council")
    assert "Line 4." in found


def test_a_string_within_a_program_needs_paragraphs_and_length() -> None:
    few = json.dumps(f"<p>{P * 5}</p><p>{P}</p>")
    short = json.dumps("<p>a</p><p>b</p><p>c</p>")
    assert text(f"f({few}); {' ' * 600}") == ""
    assert text(f"f({short}); {' ' * 600}") == ""
    broken = '"' + HTML + '\\x"'
    assert text(f"f({broken})") == ""


def test_data_is_searched_for_a_story_only_so_far() -> None:
    assert "Line 4." in text(json.dumps({"a": [0] * 100_000, "b": HTML}))


PARTS = [f"{P} Part {number}." for number in range(5)]


@pytest.mark.parametrize(
    "data",
    [
        {"body": [{"_type": "block", "children": [{"text": part[:40]}, {"text": part[40:]}]} for part in PARTS]},
        {"doc": {"content": [{"nodeType": "paragraph", "content": [{"value": part}]} for part in PARTS]}},
        {"paragraphs": PARTS},
        {"bodyText": "\n\n".join(PARTS)},
        {"Article:1": {"body": json.dumps([{"type": "p", "text": part} for part in PARTS])}},
        {"blocks": [{"id": "a1", "type": "paragraph", "data": {"text": part}} for part in PARTS]},
        {"blocks": [{"name": "core/paragraph", "attributes": {"content": part}} for part in PARTS]},
        {"sections": [{"content": [{"content": [{"text": part}]} for part in PARTS]}]},
    ],
)
def test_paragraphs_that_stand_deeper(data: object) -> None:
    found = text(json.dumps(data)).split("\n\n")
    assert found == PARTS


def test_data_that_a_program_unpacks() -> None:
    assert "Line 4." in text(f"window.data = JSON.parse({json.dumps(json.dumps({'body': HTML}))})")


def test_data_without_end_is_read_to_a_bound() -> None:
    deep: object = P
    for _ in range(300):
        deep = [deep, [P, P]]
    text(json.dumps([deep] * 40))
