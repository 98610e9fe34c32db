"""An explanation tells what of a page was set aside, and what was nearly chosen."""

from tests.parse.story.examples import P
from tui.parse.page.metadata import Metadata
from tui.parse.page.tree import tree
from tui.parse.story.boxes import set_aside, walk, weigh
from tui.parse.story.reading import Reading
from tui.parse.story.rest import tell_the_rest


def told(body: str) -> list[str]:
    page = tree(f"<body>{body}</body>")
    assert page.body is not None
    boxes = walk(page.body)
    weigh(boxes)
    set_aside(boxes)
    reading = Reading("", "", Metadata(), "", notes=[])
    tell_the_rest(boxes, next(box for box in boxes if box.names == "chosen"), reading, P)
    return reading.notes or []


def paragraphs(number: int) -> str:
    return "".join(f"<p>{P} Line {line}.</p>" for line in range(number))


def test_the_three_with_the_most_prose_beside_the_chosen_one_the_most_first() -> None:
    beside = "".join(f"<div class='p{number}'>{paragraphs(number)}</div>" for number in (1, 4, 2, 3))
    notes = [note for note in told(f"<div class=chosen>{paragraphs(5)}</div>{beside}") if note.startswith("nearly")]
    assert [note.split(" with ")[0] for note in notes] == [
        f"nearly chosen: <div class=p{number}>" for number in (4, 3, 2)
    ]
    weights = [float(note.split(" with ")[1].split()[0]) for note in notes]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] > 0


def test_what_stands_around_the_chosen_one_or_in_it_is_not_told() -> None:
    inside = f"<div class='newsletter'><p>Get the letter.</p></div>{paragraphs(3)}"
    assert told(f"<div class=around><div class=chosen>{inside}</div></div>") == []


def test_what_was_set_aside_is_told_with_its_reason_and_once() -> None:
    notes = told(f"<div class=chosen>{paragraphs(3)}</div><div class=newsletter><p>Get <b>the letter</b>.</p></div>")
    assert notes == ["left out (named like clutter, newsletter): Get the letter.  <div class=newsletter>"]


def test_every_box_is_told_of() -> None:
    many = "".join(f"<div class='newsletter n{number}'>Letter {number}</div>" for number in range(250))
    assert len(told(f"<div class=chosen>{paragraphs(3)}</div>{many}")) == 250


def test_what_was_not_set_aside_and_not_chosen_is_told() -> None:
    notes = told(f"<div class=chosen>{paragraphs(3)}</div><div class=faq><h3>Who pays?</h3><p>The town.</p></div>")
    said = "Who pays?  <h3> in <div class=faq>", "The town.  <p> in <div class=faq>"
    assert notes[-2:] == [f"left out (outside the chosen part): {text}" for text in said]


def test_what_is_hidden_is_told_once_but_for_what_the_story_shows() -> None:
    hidden = "<div hidden><p>An answer</p><p style='display:none'>Inside</p></div><p hidden>Few words</p>"
    notes = told(f"<div class=chosen>{paragraphs(3)}</div>{hidden}<p class='sr-only'>For the ear</p><p hidden>{P}</p>")
    assert [note[:25] for note in notes] == [
        "left out (hidden): An ans",
        "left out (hidden): Few wo",
        "left out (hidden): For th",
    ]


def test_elements_that_are_never_read_are_told_but_for_what_the_story_shows() -> None:
    asked = f"<button>{P}</button><form class=search><label>Find</label><button>Go</button></form><nav><a href=/>Top</a></nav>"
    notes = told(f"<div class=chosen>{paragraphs(3)}</div>{asked}")
    assert notes == ["left out (a form): Find Go  <form class=search>", "left out (navigation): Top  <nav>"]


def test_what_is_named_like_clutter_and_read_all_the_same_is_told() -> None:
    story = f"<div class='sidebar'>{paragraphs(3)}</div>"
    (note,) = told(f"<div class=chosen>{story}</div>")
    assert note.startswith("kept although named like clutter, sidebar: The council said on Monday")
