"""A note is whatever a reference leads to."""

import pytest

from tui.blocks import Footnote, Span, plain, span_text, spans_of
from tui.parse.page.blocks import blocks
from tui.parse.page.tree import tree


def notes(html: str) -> list[tuple[str, str]]:
    body = tree(html).body
    assert body is not None
    found = blocks(body, "https://news.example/")
    hrefs = {span.href for span in spans_of(found)}
    told = [(block.label, span_text(block.spans)) for block in found if isinstance(block, Footnote)]
    assert all(f"#{label}" in hrefs for label, _ in told)
    return told


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        ("<sup><a href='#n-a'>1</a></sup>", "<p id='n-a'>As the log says. <a href='#r'>↩</a></p>"),
        (
            "<sup id='r1'><a href='#k'>1</a></sup>",
            "<ol><li id='k'>As the log says. <a href='#r1'>[return]</a></li></ol>",
        ),
        (
            "<a class='footnote-anchor' id='fa' href='#f-1'>1</a>",
            "<div><a id='f-1' href='#fa'>1</a><div><p>As the log says.</p></div></div>",
        ),
        (
            "<a role='doc-noteref' id='q' href='#w'>[1]</a>",
            "<aside id='w'><p><a href='#q'>1</a>. As the log says.</p></aside>",
        ),
        ("<sup><a href='#old'>1</a></sup>", "<p><a name='old'></a>As the log says.</p>"),
    ],
)
def test_a_note_has_the_label_of_its_reference(reference: str, note: str) -> None:
    assert notes(f"<p id='r'>The boat leaves{reference} today.</p>{note}") == [("1", "As the log says.")]


def test_a_link_within_the_page_is_no_reference() -> None:
    assert notes("<p>See <a href='#part'>the second part</a>.</p><p id='part'>The second part.</p>") == []


def test_a_note_in_the_margin_is_set_apart() -> None:
    body = tree("<p>The rot<span class='sidenote'>Seen in May.</span> went far.</p>").body
    assert body is not None
    assert plain(blocks(body, "https://news.example/")) == "The rot [Seen in May.] went far."


def test_a_note_that_opens_over_its_reference_is_read_though_it_is_hidden() -> None:
    body = tree(
        "<p>The bridge is old<sup><a href='#n1' class=ref>1</a></sup>.</p><div id=n1 hidden>Forged in 1850.</div>"
    ).body
    assert body is not None
    assert blocks(body, "")[-1] == Footnote("1", (Span("Forged in 1850."),))


def test_a_note_hidden_behind_its_number_stands_in_the_sentence() -> None:
    note = "<span class='inline-footnote'>1<span style='display:none'>Forged in <a href='/y'>1850</a>.</span></span>"
    body = tree(f"<p>The bridge is old.{note} So they say.</p>").body
    assert body is not None
    assert plain(blocks(body, "")) == "The bridge is old. [Forged in 1850.] So they say."
