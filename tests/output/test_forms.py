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
