"""A story in each form."""

import json

import pytest

from tui.blocks import Paragraph, Span
from tui.model import Article, Story, Told
from tui.output.forms import ENDINGS, FORMS, written

TOLD = Told(
    Story(7, "Of *ports*", "https://a.example/1", "The Paper", "News"),
    Article("https://a.example/1", "Of *ports*", (Paragraph((Span("Its words."),)),)),
)


@pytest.mark.parametrize(
    ("form", "begins"),
    [("text", "Of *ports*\n"), ("markdown", "# Of \\*ports\\*\n"), ("html", "<?xml"), ("json", "{\n")],
)
def test_each_form(form: str, begins: str) -> None:
    said = written(TOLD, form)
    assert said.startswith(begins) and said.endswith("\n") and "Its words." in said


def test_every_form_has_an_ending_and_json_can_be_read() -> None:
    assert set(FORMS) == set(ENDINGS)
    assert json.loads(written(TOLD, "json"))["id"] == "7"


@pytest.mark.parametrize("form", FORMS)
def test_no_form_has_what_a_terminal_would_obey(form: str) -> None:
    """A library that was restored may be a stranger's, and what is in it was never cleaned."""
    evil = "Of \x1b]52;c;aGk=\x07 \x9b2J \u202e \x00 \ud800 \u2028 ports" + "\u0301" * 100
    told = Told(
        Story(7, evil, "https://a.example/1", evil, evil, summary=evil),
        Article("https://a.example/1", evil, (Paragraph((Span(evil),)),), byline=(evil,)),
    )
    said = written(told, form)
    assert "ports" in said and all(sign.isprintable() or sign in "\n\t" for sign in said)
    assert "\u0301" * 7 not in said or form == "json"
    said.encode()
    if form == "json":
        assert json.loads(said)["headline"] == evil
