"""The ingredients of a recipe are read where a page sets them beside its steps."""

import pytest

from tests.parse.story.examples import URL, P, text
from tui.blocks import plain
from tui.parse.story.article import article

LIST = "<ul><li>500 g of flour</li><li>300 g of <a href='/water'>water</a></li><li>Salt</li></ul>"
STEPS = "".join(f"<li>{P} Step {number}.</li>" for number in range(5))
STORY = f"<p>{P} Before.</p><h2>Method</h2><ol>{STEPS}</ol><p>{P} Behind.</p>"


def recipe(list_: str, *, inside: bool = True) -> str:
    held = f"<article>{list_}{STORY}</article>" if inside else f"{list_}<article>{STORY}</article>"
    return text(f"<title>Pilot's loaf</title><h1>Pilot's loaf</h1>{held}")


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize(
    "box",
    [
        f"<aside class='recipe-ingredients'><h2>You need</h2>{LIST}</aside>",
        f"<aside><h3>Zutaten</h3>{LIST}</aside>",
        f"<section class='col left'><h2>Ingrédients</h2>{LIST}</section>",
    ],
)
def test_a_list_beside_the_steps(box: str, *, inside: bool) -> None:
    found = recipe(box, inside=inside)
    assert "500 g of flour" in found
    assert found.index("Salt") < found.index("Step 0")


@pytest.mark.parametrize(
    "box",
    [
        f"<aside><h3>Places</h3>{LIST}</aside>",
        "<aside class='ingredients'><ul><li>500 g of flour</li></ul></aside>",
        "<aside class='ingredients'><ul>"
        + "<li><a href='/flour'>500 g of flour for sale</a></li>" * 4
        + "</ul></aside>",
        f"<footer><div class='ingredients'>{LIST}</div></footer>",
        f"<section class='comments'><div class='ingredients'>{LIST}</div></section>",
    ],
)
def test_other_boxes_stay_out(box: str) -> None:
    assert "500 g" not in recipe(box)


def test_a_story_with_a_list_of_its_own_needs_no_other() -> None:
    again = f"<aside class='ingredients'>{LIST.replace('500', '999')}</aside>"
    assert "999" not in recipe(f"{again}<h2>Ingredients</h2>{LIST}")


def test_what_stands_beside_the_list_in_its_sidebar_stays_out() -> None:
    side = f"<aside class='sidebar'><div class='promo'>Buy the book</div><div class='ingredients'>{LIST}</div><p>More of it.</p></aside>"
    page = f"<title>Loaf</title><article><h1>Loaf</h1>{side}{STORY}</article>"
    assert "Buy the book" not in plain(article(page, URL).blocks)
