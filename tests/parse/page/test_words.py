"""What a part of a page says, on one line."""

import pytest

from tui.parse.page.tree import tree
from tui.parse.page.words import words


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("", ""),
        ("plain", "plain"),
        ("<p>one</p><p>two</p>", "one two"),
        ("<b>o</b>ne <i>two</i>", "one two"),
        ("one<br>two", "one two"),
        ("<ul><li>one</li><li>two</li></ul>", "one two"),
        ("<table><tr><td>one</td><td>two</td></tr></table>", "one two"),
        ("<q>one</q> two", "“one” two"),
        ("one two<a href='#one'>¶</a>", "one two"),
        ("one <a href='/two'>#</a>", "one #"),
        ("one<script>no</script><style>no</style> two", "one two"),
        ("one <span hidden>no</span><span class='sr-only'>no</span>two", "one two"),
        ("<ruby>one<rp>(</rp><rt>no</rt><rp>)</rp></ruby> two", "one two"),
        ("one <img class='emoji' alt='😀'> two<img alt='no'>", "one 😀 two"),
        ("<figure><img src='a.jpg'><figcaption>no</figcaption></figure>one two", "one two"),
    ],
)
def test_words(markup: str, said: str) -> None:
    body = tree(f"<body>{markup}</body>").body
    assert body is not None
    assert words(body) == said


def test_deep_nesting_is_read_all_the_same() -> None:
    body = tree("<body>" + "<div>" * 400 + "one" + "</div>" * 400 + " two</body>").body
    assert body is not None
    assert words(body) == "one two"
