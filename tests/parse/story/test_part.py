"""Which part of a page is the story, and which of its siblings go with it."""

import pytest

from tests.parse.story.examples import P, text


def test_a_second_story_below_is_another() -> None:
    story = "".join(f"<p>{P} Line {number}.</p>" for number in range(4))
    html = f"<article class='s'><h1>Bridge closed</h1>{story}</article><article class='s'><h1>Lamp lit</h1><p>GONE {P}</p>{story * 2}</article>"
    found = text(f"<title>Bridge closed</title>{html}")
    assert "Line 3" in found
    assert "GONE" not in found


def test_where_the_storys_own_headings_are_h1_its_parts_stay_together() -> None:
    told = "".join(f"<p>{P} Line {number}.</p>" for number in range(4))
    first = f"<div class='part'><h1>Bridge closed</h1>{told}<h1>How it came about</h1><p>{P}</p></div>"
    html = f"<article>{first}<hr><div class='part'><h1>What comes next</h1><p>KEPT {P}</p>{told}</div></article>"
    assert "KEPT" in text(f"<title>Bridge closed</title>{html}")


TOLD = "".join(f"<p>{P} Line {number}.</p>" for number in range(12))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("class='el el-1a2b flex parent'", "class='el el-9f8e flex parent'"),
        ("", ""),
    ],
)
def test_a_story_begins_in_a_sibling_that_is_built_alike(first: str, second: str) -> None:
    begun = f"<div {first}><p>KEPT {P}</p><p>{P} Before.</p></div>"
    assert "KEPT" in text(f"<title>Bridge closed</title><div>{begun}<div {second}>{TOLD}</div></div>")


@pytest.mark.parametrize("beside", [f"<div><p>GONE {P}</p><p>{P}</p></div>", f"<div class='card'>GONE {P} {P}</div>"])
def test_what_stands_behind_it_or_has_no_paragraph_is_another_thing(beside: str) -> None:
    assert "GONE" not in text(f"<title>Bridge closed</title><div><div class='main'>{TOLD}</div>{beside}</div>")
    assert "GONE" not in text(f"<title>Bridge closed</title><div><div>{TOLD}</div>{beside}</div>")


def test_words_in_italics_amid_a_line_are_no_part_of_their_own() -> None:
    lines = "<br><br>".join(f"{P} Line {number}." for number in range(8))
    assert "KEPT" in text(f"<title>Bridge closed</title><div class=body>KEPT {P} She said: <i>{lines}</i></div>")


def test_what_a_menu_describes_above_the_headline_is_no_story() -> None:
    menu = "".join(f"<li><a href='/{number}'>Product</a><p>GONE {P}</p></li>" for number in range(8))
    html = f"<div class='top'><ul>{menu}</ul><h1>Bridge closed</h1></div><div class='main'><div><p>KEPT {P}</p>{TOLD}{TOLD}</div></div>"
    found = text(f"<title>Bridge closed</title>{html}")
    assert "KEPT" in found
    assert "GONE" not in found


def test_paragraphs_that_were_never_closed_are_all_of_the_story() -> None:
    told = "".join(f"<div>{P} Line {number}." for number in range(12))
    found = text(f"<title>Bridge closed</title><h1>Bridge closed</h1><div><div>{told}")
    assert all(f"Line {number}." in found for number in range(12))


@pytest.mark.parametrize("name", ["post", "newsletter-post"])
def test_a_short_story_below_the_headline_comes_before_a_longer_column(name: str) -> None:
    short = "".join(f"<p>KEPT {number} {P}</p>" for number in range(3))
    column = "".join(f"<p>GONE {number} {P}</p>" for number in range(9))
    story = f"<main><article class='{name}'><h1>Bridge closed</h1>{short}</article></main>"
    found = text(f"<title>Bridge closed</title>{story}<div class='col'><h2>Opinions</h2>{column}</div>")
    assert found.count("KEPT") == 3 and "GONE" not in found


def test_what_everybody_sees_and_what_subscribers_see_are_one_story() -> None:
    seen = "".join(f"<p>SEEN {number} {P}</p>" for number in range(5))
    paid = "".join(f"<p>PAID {number} {P} {P}</p>" for number in range(9))
    parts = f"<div class='subscriber-preview'>{seen}</div><div class='subscriber-only'>{paid}</div>"
    found = text(f"<title>Bridge closed</title><main><h1>Bridge closed</h1><div>{parts}</div></main>")
    assert (found.count("SEEN"), found.count("PAID")) == (5, 9)
