"""Code keeps its lines and loses what only stands beside it."""

import pytest

from tui.blocks import Code
from tui.parse.page.blocks import blocks
from tui.parse.page.listings import lines
from tui.parse.page.tree import tree


def code(html: str) -> list[Code]:
    body = tree(html).body
    assert body is not None
    return [block for block in blocks(body, "https://news.example/") if isinstance(block, Code)]


@pytest.mark.parametrize(
    "markup",
    [
        "<pre>one\ntwo</pre>",
        "<pre>one<br>two</pre>",
        "<pre><code><div>one</div><div>two</div></code></pre>",
        "<pre><ol><li>one</li><li>two</li></ol></pre>",
        "<pre><span class='line'>one</span><span class='line'>two</span></pre>",
        "<pre><span class='lineno'>1</span>one\n<span class='lineno'>2</span>two</pre>",
        "<pre>one\ntwo<button>Copy</button></pre>",
        "<figure class='highlight'><table><tr><td class='gutter'><pre>1\n2</pre></td><td><pre>one\ntwo</pre></td></tr></table></figure>",
        "<table class='highlight'><tr><td>1</td><td>one</td></tr><tr><td>2</td><td>two</td></tr></table>",
        "<table class='blob'><tr><td data-line='1'></td><td>one</td></tr><tr><td></td><td>two</td></tr></table>",
    ],
)
def test_each_line_is_a_line(markup: str) -> None:
    assert [block.text for block in code(markup)] == ["one\ntwo"]


def test_a_table_of_numbers_is_no_code() -> None:
    assert not code("<table><tr><td>1</td><td>Harbour</td></tr><tr><td>2</td><td>Mole</td></tr></table>")


def test_the_language_is_told_by_the_class() -> None:
    assert code("<pre><code class='language-rust'>fn main() {}</code></pre>") == [Code("fn main() {}", "rust")]


def test_numbers_of_lines_within_a_line_are_no_code() -> None:
    node = tree("<pre><span class=ln>1</span>def f():\n<span class=lnt>2</span>    return 1</pre>").css_first("pre")
    assert node is not None
    assert lines(node) == "def f():\n    return 1"


@pytest.mark.parametrize(
    "markup",
    [
        "<pre><code><span><span style='user-select:none'> 1</span><span>p = 61\n</span></span>"
        "<span><span style='-webkit-user-select:none'> 2</span><span>q = 97\n</span></span></code></pre>",
        "<pre><div><span>1</span><div>p = 61</div></div><div><span>2</span><div>q = 97</div></div></pre>",
    ],
)
def test_numbers_that_are_known_by_their_style_or_by_counting_are_no_code(markup: str) -> None:
    node = tree(markup).css_first("pre")
    assert node is not None
    assert lines(node) == "p = 61\nq = 97"


def test_figures_that_do_not_count_the_lines_are_code() -> None:
    node = tree("<pre><span><b>1</b> one\n</span><span><b>3</b> three</span></pre>").css_first("pre")
    assert node is not None
    assert lines(node) == "1 one\n3 three"
