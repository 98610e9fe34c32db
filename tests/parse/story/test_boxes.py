"""Which elements are the story and which stand around it: by name, by element, by shape."""

import pytest

from tests.parse.story.examples import P, page, text


@pytest.mark.parametrize(
    "middle",
    [
        f"<p class='has-large-font-size'>KEPT {P}</p>",
        f"<p class='teaser'>KEPT {P}</p>",
        f"<p id='q-x9Ad2R'>KEPT {P}</p>",
        "<h2 id='advert-market'>KEPT advert market</h2>",
        "<h2 id='toc_4'>KEPT part four</h2>",
        f"<section id='related-work'><h2>Related work</h2><p>KEPT {P}</p></section>",
        f"<div class='block-3eefe4ad'><p>KEPT {P}</p></div>",
        "<div class='code-toolbar'><pre>KEPT = 1</pre></div>",
        "<footer><h3>How it was done</h3><p>KEPT The figures come from the survey of the yard, which the council gave out in full in May.</p></footer>",
        "<aside role='doc-footnote'><p>KEPT the log says so.</p></aside>",
        "<aside role='note'><p>KEPT an earlier version named another yard.</p></aside>",
        "<header><h2>KEPT part of the story</h2></header>",
        f"<div><header><h3><a href='https://quay.example/'>KEPT The Quay Inn</a></h3></header><p>{P}</p></div>",
        f"<div style='visibility:hidden'><p>KEPT {P}</p></div>",
        f"<div id='toc_what-it-costs'><h2>What it costs</h2><p>KEPT {P}</p></div>",
        f"<div class='so-panel'><div class='textwidget'><p>KEPT {P}</p></div></div>",
    ],
)
def test_kept(middle: str) -> None:
    assert "KEPT" in text(page(middle))


@pytest.mark.parametrize(
    "middle",
    [
        "<div class='newsletter'><p>GONE and more of it.</p></div>",
        "<div class='ad-3'>GONE buy now</div>",
        f"<div style='display:none'><p>GONE {P}</p></div>",
        "<aside><p>GONE <a href='/x'>a link</a></p></aside>",
        "<div class='author-bio'><p>GONE she writes about boats.</p></div>",
        "<ul class='nav'><li>GONE</li></ul>",
        "<div class='audio-player'><p>GONE 00:00</p><p>This was read by a machine.</p></div>",
        "<div class='toc'><p>GONE Contents</p><ul><li><a href='#a'>GONE What it costs</a></li></ul></div>",
        "<div class='textwidget'>GONE our letters</div>",
        f"<aside><div class='textwidget'><p>GONE <a href='/x'>Join</a> {P}</p></div></aside>",
        f"<div><header><h3>Inn</h3><ul><li>GONE <a href='https://q.example/'>q.example</a></li></ul></header><p>{P}</p></div>",
        "<div><header><h3><a href='/x'>GONE another story</a></h3></header></div>",
    ],
)
def test_gone(middle: str) -> None:
    assert "GONE" not in text(page(middle))


def test_formulas_are_not_cut_for_the_menu_that_a_script_attaches_to_them() -> None:
    drawn = "<mjx-assistive-mml><math><mi>x</mi><mo>=</mo><mn>2</mn></math></mjx-assistive-mml>"
    formula = f"<mjx-container class='MathJax CtxtMenu_Attached_0'><mjx-math></mjx-math>{drawn}</mjx-container>"
    assert "x = 2 kilograms" in text(page(f"<p>{P} {P}</p><p>{P} The load is {formula} kilograms.</p><p>{P}</p>"))


def test_a_story_without_paragraphs_is_not_cut_for_its_name() -> None:
    lines = "".join(f"<div>{P} Line {number}.</div>" for number in range(20))
    about = f"<div><p>{P}</p><p>{P}</p><p>{P}</p><p>{P}</p></div>"
    html = f"<h1>Bridge closed</h1><div class='blog-sidebar'><div>{lines}</div></div>{about}"
    found = text(f"<title>Bridge closed</title>{html}")
    assert all(f"Line {number}." in found for number in range(20))


def test_the_entries_of_a_ticker_are_the_story_where_the_ticker_is() -> None:
    entries = "".join(
        f"<div class='ticker-entry'><h3>Heading {number}</h3><div class='tickerText'>{P} Line {number}.</div></div>"
        for number in range(4)
    )
    advert = "<div class='ticker-entry ad'>GONE buy now</div>"
    html = f"<main><h1>Bridge closed</h1><div class='ticker'>{entries}{advert}</div></main>"
    found = text(f"<title>Bridge closed</title>{html}")
    assert all(f"Heading {number}" in found and f"Line {number}." in found for number in range(4))
    assert "GONE" not in found


def test_what_a_button_below_it_opens_is_the_story_s() -> None:
    folded = f"<div style='display:none'><p>{P} Folded.</p><p>{P}</p></div>"
    assert "Folded." in text(page(f"{folded}<button>Read more</button>"))
    assert "Folded." in text(page(f"{folded}<p><a href='#'>Continue reading</a></p>"))
    assert "Folded." not in text(page(f"{folded}<button>Accept all</button>"))


def test_what_a_script_shows_is_read_in_scripts_that_say_more_in_each_sign() -> None:
    told = "市议会周一晚间决定不拆除老旧的市民游泳馆，而是在明年秋天之前对其进行全面翻修，这场辩论持续了三个多小时。"
    hidden = f"<div style='visibility: hidden; opacity: 0'><p>{told}</p><p>{told}</p></div>"
    assert told in text(page(hidden))


@pytest.mark.parametrize(
    ("name", "inside", "stays"),
    [
        ("menu-card", "<h3>Starters</h3><ul><li>Leek soup, 6</li></ul>", True),
        ("poll-results", "<h2>How people answered</h2><table><tr><td>Yes</td><td>61</td></tr></table>", True),
        ("related-work", f"<h2>Related work</h2><p>{P}</p>", True),
        ("related-work", f"<h2>Related work</h2><p>{P} <a href='/x'>More</a></p>", False),
        ("promo-box", f"<h2>The morning post</h2><p>{P}</p>", False),
        ("poll-results", "<h2>The post</h2><p>All of it in your inbox.</p>", False),
        ("menu-card", "Starters, and then <h3>Leek soup</h3>", False),
    ],
)
def test_a_box_amid_the_story_under_its_own_heading_is_named_for_what_it_tells(
    name: str, inside: str, stays: bool
) -> None:
    found = text(page(f"<section class='{name}'>{inside}</section>"))
    assert (found != text(page(""))) is stays
