"""Formulas stay readable in their sentence."""

import pytest

from tui.blocks import plain
from tui.parse.page.blocks import blocks
from tui.parse.page.tree import tree

BASE = "https://news.example/story"


def text(html: str) -> str:
    body = tree(html).body
    assert body is not None
    return plain(blocks(body, BASE))


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>", "E = mc^2"),
        ("<math><mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>", "a/(b + 1)"),
        ("<math><mfrac><mi>b</mi><mrow><mn>2</mn><mi>a</mi></mrow></mfrac></math>", "b/(2a)"),
        ("<math><msub><mi>x</mi><mi>i</mi></msub></math>", "x_i"),
        ("<math><msqrt><mn>2</mn></msqrt></math>", "√2"),
        ("<math alttext='y = kx'><mi>y</mi></math>", "y = kx"),
        (
            "<math><semantics><mi>y</mi><annotation encoding='application/x-tex'>{\\displaystyle y_0}</annotation></semantics></math>",
            "y_0",
        ),
        ("<script type='math/tex'>a^2</script>", "a^2"),
        ("<span class='MathJax_Preview'>[Math]</span><script type='math/tex; mode=display'>a_1</script>", "a_1"),
        ("<img class='latex' src='/f.png' alt='\\sum a_n'>", "\\sum a_n"),
        (
            "<span class='katex'><span class='katex-mathml'><math><semantics><mi>q</mi>"
            "<annotation encoding='application/x-tex'>q</annotation></semantics></math></span>"
            "<span class='katex-html' aria-hidden='true'><span>q</span></span></span>",
            "q",
        ),
        (
            "<span style='display:none'><math alttext='z'></math></span><img class='mwe-math-fallback' src='/z.svg' alt='z'>",
            "z",
        ),
    ],
)
def test_a_formula_stands_in_its_sentence(markup: str, said: str) -> None:
    assert text(f"<p>The law says {markup} for all.</p>") == f"The law says {said} for all."


def test_a_formula_nested_without_end_is_bounded() -> None:
    assert len(text("<p>So " + "<math>" + "<mrow>" * 500 + "x" + "</mrow>" * 500 + "</math> it is.</p>")) < 50


@pytest.mark.parametrize(
    "drawn",
    [
        "<span class=m data-tex='a^2+b^2'><span class='katex-html' aria-hidden=true>a2+b2</span></span>",
        "<img src='/eq.png' data-latex='a^2+b^2'>",
        "<span data-expr='$a^2+b^2$'></span>",
        "<img src='https://www.zhihu.com/equation?tex=a' alt='a^2+b^2' eeimg=1>",
        "<img src='https://latex.codecogs.com/svg.image?a%5E2%2Bb%5E2'>",
        "<img src='https://chart.apis.google.com/chart?cht=tx&chl=a%5E2%2Bb%5E2'>",
    ],
)
def test_what_an_element_carries_for_a_script_is_the_formula(drawn: str) -> None:
    found = tree(f"<p>The load is {drawn} in kilograms.</p>").body
    assert found is not None
    assert plain(blocks(found, "https://paper.example/")) == "The load is a^2+b^2 in kilograms."


def test_an_alt_that_nothing_but_tex_can_say_is_the_formula() -> None:
    found = tree(r"<p>The load is <img src='/eq.svg' alt='\frac{a}{b}'> in kilograms.</p>").body
    assert found is not None
    assert plain(blocks(found, "https://paper.example/")) == r"The load is \frac{a}{b} in kilograms."
