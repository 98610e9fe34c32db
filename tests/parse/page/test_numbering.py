"""Items keep the numbers that their page shows."""

import pytest

from tui.blocks import Item, written
from tui.parse.page.blocks import blocks
from tui.parse.page.numbering import counted
from tui.parse.page.tree import tree

ITEMS = "<li>Rope</li><li>Lamp</li>"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (f"<ul>{ITEMS}</ul>", "- Rope\n- Lamp"),
        (f"<ol>{ITEMS}</ol>", "1. Rope\n2. Lamp"),
        (f"<ol start=8>{ITEMS}</ol>", "8. Rope\n9. Lamp"),
        (f"<ol reversed>{ITEMS}</ol>", "2. Rope\n1. Lamp"),
        (f"<ol reversed start=10>{ITEMS}</ol>", "10. Rope\n9. Lamp"),
        ("<ol><li value=4>Rope</li><li>Lamp</li></ol>", "4. Rope\n5. Lamp"),
        (f"<ol type=a>{ITEMS}</ol>", "a. Rope\nb. Lamp"),
        (f"<ol type=I start=9>{ITEMS}</ol>", "IX. Rope\nX. Lamp"),
    ],
)
def test_numbers(markup: str, text: str) -> None:
    body = tree(markup).body
    assert body is not None
    assert written(blocks(body, "https://news.example/")) == text


def test_the_style_of_a_list_gives_its_type() -> None:
    items = [Item(()), Item(())]
    for style, marks in (
        ("list-style-type: upper-roman", ["I.", "II."]),
        ("list-style:lower-alpha inside", ["a.", "b."]),
    ):
        assert [item.mark for item in counted(items, "ol", {"style": style}).items] == marks
    assert [item.mark for item in counted(items, "ol", {"style": "list-style: none"}).items] == ["", ""]
