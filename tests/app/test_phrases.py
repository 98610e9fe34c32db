"""Phrases of joined letters: found in a row, and written in one flow."""

import pytest

from tui.app.cells import Screenful, cells_of
from tui.app.layout import counted_cells, width
from tui.app.phrases import PLAIN, Pen, Row, phrases_in, text_of

HINDI = "क्षत्रिय श्री ज्ञान के लिए"
"""In tmux some cells more than Rich counts for it."""


def row(text: str) -> Row:
    return [*cells_of(text, PLAIN)]


def test_a_phrase_has_the_blanks_behind_it_for_what_it_may_need() -> None:
    spare = width(HINDI) - counted_cells(HINDI)
    assert spare > 3
    (phrase,) = phrases_in(row(f"● {HINDI}          │ x"))
    assert phrase.cells.start == 2
    assert phrase.end == 2 + counted_cells(HINDI)
    assert phrase.blank == phrase.cells.stop == phrase.end + spare


def test_a_phrase_takes_no_more_than_there_is() -> None:
    (phrase,) = phrases_in(row(f"{HINDI}  2 h"))
    assert phrase.blank == phrase.end + 2
    assert phrase.cells.stop > phrase.blank  # a terminal may draw over what follows: it is written again


@pytest.mark.parametrize("text", ["Ferry strike", "東京で雪", "서울에 첫눈", "Cafe\u0301", ""])
def test_letters_that_are_not_joined_are_no_phrase(text: str) -> None:
    assert list(phrases_in(row(text))) == []


def test_words_before_and_between_belong_to_the_phrase_and_another_pane_does_not() -> None:
    found = list(phrases_in(row(f"2 h  Budget-{HINDI} and more  │ {HINDI}   ")))
    assert len(found) == 2
    line = row(f"2 h  Budget-{HINDI} and more  │ {HINDI}   ")
    assert text_of(line[found[0].cells.start : found[0].end]) == f"Budget-{HINDI} and more"


def test_a_phrase_is_written_in_one_flow_on_blanked_cells() -> None:
    screenful = Screenful(40, 1)
    screenful.put(0, 0, f"● {HINDI}            │", PLAIN)
    screenful.frame()
    screenful.put(0, 2, HINDI, Pen("1"))
    sent = screenful.frame((0, 0))
    assert HINDI in sent
    assert sent.count("\x1b[") <= 6
    before = sent[: sent.index(HINDI)]
    assert f"\x1b[{width(HINDI)}X" in before


def test_what_was_drawn_over_is_written_anew_when_the_phrase_goes() -> None:
    screenful = Screenful(40, 1)
    screenful.put(0, 0, HINDI.ljust(38 - (len(HINDI) - counted_cells(HINDI))), PLAIN)
    screenful.frame()
    screenful.put(0, 0, "Ferry" + " " * 20, PLAIN)
    sent = screenful.frame()
    assert "Ferry" in sent
    assert "\x1b[K" in sent or "X" in sent or sent.count(" ") >= width(HINDI) - 5
