"""Notes of what was decided are kept where they are asked for, and cost nothing where they are not."""

from tests.parse.story.examples import P
from tui.parse.page.metadata import Metadata
from tui.parse.page.tree import tree
from tui.parse.story.boxes import Box, walk, weigh
from tui.parse.story.reading import Reading, find_standfirst


def boxes_of(body: str) -> list[Box]:
    page = tree(f"<body>{body}</body>")
    assert page.body is not None
    boxes = walk(page.body)
    weigh(boxes)
    return boxes


def noting() -> Reading:
    return Reading("", "", Metadata(), "", notes=[])


def test_nothing_is_noted_where_nobody_asks() -> None:
    reading = Reading("", "", Metadata(), "")
    reading.note("x")
    reading.left_out("why", "x")
    reading.left_out_box("why", boxes_of("<p>x</p>")[0])
    assert reading.notes is None


def test_what_was_left_out_is_told_in_seventy_characters_and_an_empty_text_not_at_all() -> None:
    reading = noting()
    reading.left_out("too long", "word " * 40)
    reading.left_out("empty", " \n")
    (note,) = reading.notes or []
    assert note.startswith("left out (too long): word word")
    assert len(note) <= len("left out (too long): ") + 70


def test_a_box_is_told_by_what_it_says_first_or_else_by_how_it_is_called() -> None:
    own, within, empty = (
        boxes_of(body)[1] for body in ("<div>Own<p>x</p></div>", "<div><p>In</p></div>", "<div class=e></div>")
    )
    reading = noting()
    for box in (own, within, empty):
        reading.left_out_box("w", box)
    assert reading.notes == ["left out (w): Own  <div>", "left out (w): In  <div>", "left out (w): <div class=e>"]


def test_the_name_that_a_box_was_judged_by_is_told() -> None:
    rules = {
        "asks for consent": "cookie-banner",
        "comments": "comments-area",
        "a caption": "wp-caption-text",
        "a byline": "post-author",
    }
    reading = noting()
    for why, name in rules.items():
        reading.left_out_box(why, boxes_of(f"<div class='x {name} y'>Words</div>")[1])
    assert reading.notes == [
        f'left out ({why}, {name}): Words  <div class="x {name} y">' for why, name in rules.items()
    ]


def test_a_line_that_is_no_box_any_more_is_told_with_the_element_that_it_was() -> None:
    reading = noting()
    reading.know_lines(boxes_of("<div class=meta id=m><p>By <b>Jane</b> Roe</p></div>"))
    reading.left_out("a byline", "By Jane Roe")
    assert reading.notes == ["left out (a byline): By Jane Roe  <p> in <div class=meta id=m>"]


def test_a_standfirst_is_noted_with_where_it_was_found() -> None:
    lead = "The bridge over the river stays closed until the spring, the council has said."
    boxes = boxes_of(f"<h1>Bridge closed</h1><p class=standfirst>{lead}</p>" + f"<p>{P}</p>" * 4)
    reading = Reading("", "", Metadata(description=lead), "Bridge closed", notes=[])
    held = find_standfirst(boxes, boxes[0], reading)
    assert reading.standfirst == lead
    assert [box.names for box in held] == ["standfirst"]
    (note,) = reading.notes or []
    assert note.startswith("standfirst: ")
    assert note != "standfirst: none"


def test_a_page_without_one_says_so() -> None:
    boxes = boxes_of(f"<p>{P}</p>" * 4)
    reading = noting()
    assert find_standfirst(boxes, boxes[0], reading) == ()
    assert (reading.standfirst, reading.notes) == ("", ["standfirst: none"])
