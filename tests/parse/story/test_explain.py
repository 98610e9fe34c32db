"""An explanation says what was decided about every part of a page, and by which rule."""

from tests.parse.story.examples import URL, P, page
from tui.parse.story.explain import explain


def told(html: str) -> list[str]:
    return list(explain(html, URL).lines)


def test_what_is_left_out_is_told_with_its_rule() -> None:
    lines = told(
        page(
            "<p>Advertisement</p><div class='newsletter'><p>Get the letter.</p></div>"
            "<p>Read also: <a href='/x'>The lamp is lit</a></p>"
        )
    )
    assert "left out (a line pages write around stories): Advertisement  <p>" in lines
    assert any(line.startswith("left out (named like clutter, newsletter): ") for line in lines)
    assert any(line.startswith("left out (also read): ") for line in lines)
    assert any(line.startswith("left out (the headline again): ") for line in lines)


def test_what_stands_outside_the_story_and_what_nearly_won() -> None:
    beside = "".join(f"<p>{P} Beside {number}.</p>" for number in range(2))
    html = page("").replace("</main>", f"</main><div class='beside'>{beside}</div><footer>All rights reserved</footer>")
    lines = told(html)
    assert any(line.startswith("nearly chosen: <div class=beside> with ") for line in lines)
    assert "left out (a footer): All rights reserved  <footer>" in lines


def test_each_kind_of_line_is_told_with_its_rule_and_its_element() -> None:
    lines = told(
        page(
            "<p class='wp-caption-text'>The bridge in June.</p><div class='author-box'>Jane Roe</div>"
            "<div class='cookie-consent'><p>We use cookies.</p></div><form class='search'><label>Find</label></form>"
            "<p class='more'>Read also: <a href='/x'>The lamp is lit</a></p><p class='post-tags'><a href='/t/a'>Bridges</a></p>"
            "<p>She <a href='/roe'>Roe</a><span class='card'><a href='/a'>All that she has written for us</a>"
            " <a href='/b'>Follow what she writes</a></span> said so on the evening of that same long day in June.</p>"
        ).replace("<h1>", "<p class='byline'>By Jane Roe</p><h1>")
    )
    for said in (
        "left out (a caption, wp-caption-text): The bridge in June.  <p class=wp-caption-text>",
        "left out (a byline, author-box): Jane Roe  <div class=author-box>",
        "left out (asks for consent, cookie-consent): We use cookies.  <div class=cookie-consent>",
        "left out (a form): Find  <form class=search>",
        "left out (also read): Read also: The lamp is lit  <p class=more>",
        "left out (named like clutter, post-tags): Bridges  <p class=post-tags>",
        "left out (a byline, byline): By Jane Roe  <p class=byline>",
    ):
        assert said in lines, said
    assert any(line.startswith("left out (a card that opens over a name): All that she has") for line in lines)


def test_the_other_wordings_of_a_headline_are_told() -> None:
    assert "also a headline: No way over the river" in told(
        page("", "<meta property='og:title' content='No way over the river'>")
    )


def test_a_page_that_is_refused_says_why_first() -> None:
    lines = told("<title>x</title><p>Nothing here.</p>")
    assert lines[0].startswith("No story could be found")


def test_each_block_below_the_story_and_below_a_label_is_told() -> None:
    end = f"<h3>About the author</h3><p>Jane Roe has written of bridges.</p><p>{P} She lives on the river.</p>"
    links = "".join(f"<p><a href='/other-story-{n}'>Another story, number {n}</a></p>" for n in range(3))
    story = "".join(f"<p>{P} {P} Line {n}.</p>" for n in range(9))
    lines = told(page(f"{story}<p>More stories</p>{links}{end}"))
    for said in ("More stories", "Another story, number 0", "Another story, number 2", "Jane Roe has written"):
        assert any(line.startswith("left out (") and said in line for line in lines), said
