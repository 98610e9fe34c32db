"""What belongs to a text although it is set or named as what stands around one."""

import pytest

from tests.parse.story.examples import P, page, text
from tui.parse.page.tree import tree
from tui.parse.story.belonging import is_told_silently


@pytest.mark.parametrize(("lines", "silent"), [(6, True), (2, False)])
def test_prose_that_is_only_kept_from_screen_readers(lines: int, silent: bool) -> None:
    node = tree(f"<div aria-hidden=true>{f'<p>{P}</p>' * lines}</div>").css_first("div")
    assert node is not None
    assert is_told_silently(node) is silent


def test_an_aside_that_the_text_leads_to_and_a_correction_are_read() -> None:
    box = "<aside id=box1><h3>The costs</h3><p>Two million crowns; the <a href='/county'>county</a> pays half.</p></aside>"
    end = "<footer><p>Correction, 5 May: an earlier version of this story gave a wrong year for the old chains.</p></footer>"
    story = "".join(f"<p>{P} Line {number}.</p>" for number in range(4))
    found = text(page(f"{story}<p>{P} See <a href='#box1'>the costs</a>.</p>{box}{end}"))
    assert "Two million crowns" in found
    assert "Correction, 5 May" in found


@pytest.mark.parametrize(
    "name", ["ad-market", "cookie-law", "comments-on-law", "the-newsletter", "author-note", "promo"]
)
@pytest.mark.parametrize(
    "part",
    [
        "<p {}>The law of 1902 is the oldest that anybody in the town could find, and it says nothing of chains. Here.</p>",
        "<table {}><tr><th>Year</th><th>Cars over the bridge, both ways, a day</th></tr><tr><td>1998</td><td>some twelve hundred. Here.</td></tr></table>",
        "<blockquote {}><p>The law of 1902 is the oldest that anybody in the town could find, and it says nothing. Here.</p></blockquote>",
        "<ul {}><li>The law of 1902, the oldest that anybody in the town could find.</li><li>That of 1931, on paint. Here.</li></ul>",
    ],
)
def test_what_stands_between_two_paragraphs_and_links_nowhere_is_theirs_whatever_its_name(name: str, part: str) -> None:
    for attribute in ("id", "class"):
        named = part.format(f"{attribute}='{name}'")
        assert "Here." in text(page(f"<p>{P}</p><p>{P}</p>{named}<p>{P}</p><p>{P}</p>"))


def test_a_box_that_sells_between_two_paragraphs_is_no_part_of_them() -> None:
    box = f"<ul class='promo'><li>{P}</li><li><a href='/buy'>Buy the book of the bridge now</a></li></ul>"
    assert "Buy the book" not in text(page(f"<p>{P}</p><p>{P}</p>{box}<p>{P}</p><p>{P}</p>"))
