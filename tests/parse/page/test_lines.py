"""What is written in a link, line by line, and which line is the headline."""

import pytest

from tui.parse.page.lines import Lines, head_of, lines_of
from tui.parse.page.tree import tree


def lines(inside: str) -> Lines:
    node = tree(f"<body><a href='/x'>{inside}</a></body>").css_first("a")
    assert node is not None
    return lines_of(node)


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("Storm closes harbour", [("plain", "Storm closes harbour")]),
        ("<h3>Storm</h3><p>It came at night.</p>", [("title", "Storm"), ("summary", "It came at night.")]),
        ("<span class='kicker'>Weather</span> Storm", [("aside", "Weather"), ("plain", "Storm")]),
        ("Storm closes harbour <span>12</span>", [("plain", "Storm closes harbour"), ("aside", "12")]),
        ("Storm closes harbour <b>(1.204)</b>", [("plain", "Storm closes harbour"), ("aside", "(1.204)")]),
        ("Windows <b>10</b> is <b>11</b>", [("plain", "Windows 10 is"), ("mark", "11")]),
        ("<b>Storm</b><br><small>At sea</small>", [("plain", "Storm"), ("plain", "At sea")]),
        ("<span>Sea</span><h2>Storm</h2>", [("aside", "Sea"), ("title", "Storm")]),
        ("<h2><span>Live</span> Storm</h2>", [("mark", "Live"), ("title", "Storm")]),
        ("Wi<b>nd</b>", [("plain", "Wind")]),
        ("<em>Wi</em>nd closes", [("plain", "Wind closes")]),
        ("Top <span>10</span> walks", [("plain", "Top 10 walks")]),
        ("<span>Storm</span><span hidden>Storm</span>", [("plain", "Storm")]),
        ("<span>Storm</span><i style='display: none'>Storm</i>", [("plain", "Storm")]),
        ("Storm \x93closes\x94 the harbour", [("plain", "Storm “closes” the harbour")]),
        ("Storm closes<br>the harbour", [("plain", "Storm closes the harbour")]),
        ("<font>Weather</font><br>Storm closes", [("plain", "Weather"), ("plain", "Storm closes")]),
        (
            "<b>Storm closes the harbour</b> Ships have been waiting outside since last night.",
            [("plain", "Storm closes the harbour"), ("plain", "Ships have been waiting outside since last night.")],
        ),
        (
            "<span>What now?</span><span>Ships wait</span>",
            [("plain", "What now?"), ("plain", "Ships wait")],
        ),
        ("<span>“Go”</span><span>“Stay”</span>", [("plain", "“Go”"), ("plain", "“Stay”")]),
        ("<span>Ships 'wait'</span><span>Nobody sails</span>", [("plain", "Ships 'wait'"), ("plain", "Nobody sails")]),
        ("L'<span>Espresso</span> sails", [("plain", "L'Espresso sails")]),
        ("news.<span>example</span> sails", [("plain", "news.example sails")]),
        ('He said "<span>go</span>" twice', [("plain", 'He said "go" twice')]),
        ("<b>Oslo</b>Ships wait", [("mark", "Oslo"), ("plain", "Ships wait")]),
        ("<b>Live:</b> Storm closes the harbour", [("mark", "Live:"), ("plain", "Storm closes the harbour")]),
    ],
)
def test_lines_as_a_reader_sees_them(inside: str, found: Lines) -> None:
    assert lines(inside) == found


@pytest.mark.parametrize(
    ("given", "head"),
    [
        ([("plain", "Weather"), ("plain", "Storm closes the harbour at night")], "Storm closes the harbour at night"),
        ([("plain", "Storm closes harbour"), ("plain", "It came at night and went by noon.")], "Storm closes harbour"),
        ([("plain", "Comments"), ("plain", "Storm closes")], "Storm closes"),
        ([("plain", "12:30"), ("plain", "Storm")], "Storm"),
        ([("aside", "Weather"), ("summary", "Storm closes the harbour")], "Storm closes the harbour"),
        ([("title", "Storm"), ("title", "Storm")], "Storm"),
        ([], ""),
    ],
)
def test_the_headline_among_lines(given: Lines, head: str) -> None:
    assert head_of(given, worn={"Comments"}).text == head


@pytest.mark.parametrize(
    ("inside", "worn", "slug", "head"),
    [
        (
            "Storm closes the harbour <span>Weather</span>",
            {"Weather"},
            "storm-closes-harbour",
            "Storm closes the harbour",
        ),
        ("<i>Weather</i> Storm closes the harbour", {"Weather"}, "88213", "Storm closes the harbour"),
        ("<i>Weather</i> Storm closes the harbour", set(), "88213", "Weather Storm closes the harbour"),
        ("<b>New</b> storm closes the harbour", {"New"}, "new-storm-closes-harbour", "New storm closes the harbour"),
        ("<span>Weather /</span> Storm closes the harbour", set(), "", "Storm closes the harbour"),
        ("<span>Storm</span> <span>closes</span> <span>harbour</span>", {"Storm"}, "", "Storm closes harbour"),
        ("<b>Storm</b> <i>closes</i>", {"Storm", "closes"}, "", "Storm closes"),
        ("<span>社会</span> <div>暴风雨夜间关闭港口</div>", {"社会"}, "88213", "暴风雨夜间关闭港口"),
    ],
)
def test_a_mark_is_a_label_where_many_links_have_it(inside: str, worn: set[str], slug: str, head: str) -> None:
    assert head_of(lines(inside), worn, slug=slug).text == head


def test_a_kicker_with_a_colon_is_part_of_a_heading() -> None:
    given = [("plain", "Weather:"), ("plain", "Storm closes the harbour")]
    assert head_of(given, in_heading=True).text == "Weather: Storm closes the harbour"


def test_the_address_tells_a_kicker_that_is_marked_as_the_headline() -> None:
    given = [("title", "ALL AT SEA"), ("summary", "Ferry crews wait for the storm to leave the harbour")]
    assert head_of(given, slug="ferry-crews-storm-harbour").text == given[1][1]
    assert head_of(given, slug="all-at-sea").text == "ALL AT SEA"


def test_the_line_of_which_the_address_is_made_is_the_headline() -> None:
    inside = (
        "<div>Traffic</div><div>Miles in the malls</div><div>The council said that it would pay for all of it</div>"
    )
    assert head_of(lines(inside), slug="miles-in-the-malls-17").text == "Miles in the malls"
    assert head_of(lines(inside), slug="17").text != "Traffic"


def test_a_mark_that_the_address_leaves_out_is_no_part_of_the_headline() -> None:
    inside = "<span class=a>Premium</span> <span class=b>Two ferries sink in the harbour</span>"
    assert head_of(lines(inside), slug="two-ferries-sink-in-the-harbour").text == "Two ferries sink in the harbour"
    told = "<b>Storm</b> closes the harbour for a week"
    assert head_of(lines(told), slug="storm-closes-harbour-week").text == "Storm closes the harbour for a week"


def test_a_label_before_a_headline_is_part_of_it_where_the_address_has_its_words() -> None:
    found: Lines = [("mark", "Why they left:"), ("title", "“They lost the boat”")]
    assert head_of(found, slug="why-they-left-they-lost-the-boat").text == "Why they left: “They lost the boat”"
    found[0] = ("mark", "Interview:")
    assert head_of(found, slug="they-lost-the-boat").text == "“They lost the boat”"


@pytest.mark.parametrize(
    "inside",
    [
        '<span>港湾委、予算を削減</span><span class="time">3月11日 10時00分</span>',
        "<span>港湾委、予算を削減</span><div>2024年3月11日</div>",
        '<em>At sea</em><span class="date">11 March 2024</span>',
    ],
)
def test_a_few_words_beside_a_date_are_the_headline(inside: str) -> None:
    assert head_of(lines(inside)).text in ("港湾委、予算を削減", "At sea")
