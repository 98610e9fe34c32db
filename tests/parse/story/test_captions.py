"""Captions that pages set as paragraphs right below their pictures."""

import pytest

from tui.blocks import Block, Paragraph, Picture, Span
from tui.parse.story.captions import with_captions

BOAT = Picture("https://a.example/boat.jpg")
TOLD: Block = Paragraph(
    (Span("The boat went out at dawn with three men aboard, and came back in the evening with one."),)
)


def line(text: str, *, leaning: bool = False) -> Paragraph:
    return Paragraph((Span(text, emphasis=leaning),))


def test_a_line_in_italics_below_a_picture_is_its_caption_once_the_story_has_begun() -> None:
    below = line("The boat in 1961", leaning=True)
    assert with_captions([TOLD, BOAT, below]) == [TOLD, Picture(BOAT.url, caption="The boat in 1961")]
    others: list[list[Block]] = [[BOAT, below, TOLD], [TOLD, below, BOAT], [TOLD, BOAT, line("The boat in 1961"), TOLD]]
    for found in others:
        assert with_captions(found) == found


@pytest.mark.parametrize(
    ("said", "caption", "credit"),
    [
        ("The first boat. (NASA/JPL)", "The first boat.", "NASA/JPL"),
        ("The boat (Photo: Ann Moor)", "The boat", "Photo: Ann Moor"),
        ("五月三日，渡船在北岸试航。李文摄", "五月三日，渡船在北岸试航。李文摄", ""),
    ],
)
def test_a_line_that_names_who_made_the_picture_is_its_caption(said: str, caption: str, credit: str) -> None:
    below = with_captions([BOAT, line(said), TOLD])
    assert len(below) == 2
    assert below[0] == Picture(BOAT.url, caption=caption, credit=credit)


def test_a_picture_has_one_caption() -> None:
    found: list[Block] = [TOLD, Picture(BOAT.url, caption="The boat"), line("And so it was.", leaning=True)]
    assert with_captions(found) == found
    twice = with_captions([TOLD, BOAT, line("The boat", leaning=True), line("And so it was.", leaning=True)])
    assert twice[-1] == line("And so it was.", leaning=True)
