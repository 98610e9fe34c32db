"""The lines around a headline, as the eye meets them."""

from tui.parse.page import nearby
from tui.parse.page.tree import tree

PAGE = tree(
    "<body><nav><p>Sport</p></nav><div><p>Local</p><p>20 May <b>2024</b></p>"
    "<header><h1>The fair returns</h1><p>By <a>Jane Doe</a>, <i>Editor</i><br>3 min</p></header>"
    "<p hidden>Nobody sees this</p><div>One<p>Two</p></div><ul><li>Three<li>Four</ul></div></body>"
)


def test_lines_behind_a_headline_come_in_their_order_and_end_where_elements_do() -> None:
    found = [each.pieces for each in nearby.after(PAGE.css("h1")[0])]
    assert found == [("By", "Jane Doe", ",", "Editor"), ("3 min",), ("One",), ("Two",), ("Three",), ("Four",)]


def test_lines_before_it_come_nearest_first_and_menus_are_passed_over() -> None:
    assert [each.text for each in nearby.before(PAGE.css("h1")[0])] == ["20 May 2024", "Local"]


def test_the_pieces_of_an_element_are_its_own() -> None:
    assert nearby.pieces(PAGE.css("header")[0]) == ("The fair returns", "By", "Jane Doe", ",", "Editor", "3 min")
    assert nearby.pieces(PAGE.css("i")[0]) == ("Editor",)


def test_so_many_lines_are_looked_at_and_no_more() -> None:
    page = tree("<h1>A</h1>" + "<p>word</p>" * 500)
    assert 10 < len(list(nearby.after(page.css("h1")[0]))) < 100
