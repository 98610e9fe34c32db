"""What a terminal answers never counts as typed, in however many pieces it comes."""

import pytest
from textual import events
from textual.message import Message

from tui.app import answers
from tui.app.answers import Answered, AnsweringParser, is_light

LIGHT = "\x1b]11;rgb:ffff/fffe/f0f0\x1b\\"


def said(messages: list[Message]) -> tuple[str, list[str]]:
    """(what was typed, what was answered)"""
    keys = "".join(message.character or f"<{message.key}>" for message in messages if isinstance(message, events.Key))
    return keys, [message.text for message in messages if isinstance(message, Answered)]


@pytest.mark.parametrize(
    "answer",
    [
        LIGHT,
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b[?62;4;22c",
        "\x1b[6;20;10t",
        "\x1b[?2;0;1000;675S",
    ],
)
def test_an_answer_in_two_pieces_is_never_typed(answer: str) -> None:
    told = answer.strip("\x1b\\\x07")[1:]
    for cut in range(2, len(answer)):
        parser = AnsweringParser()
        messages = [*parser.feed("j" + answer[:cut]), *parser.tick(), *parser.feed(answer[cut:] + "k"), *parser.tick()]
        assert said(messages) == ("jk", [told]), cut


def test_an_answer_cut_behind_its_escape_leaves_an_escape_at_most() -> None:
    parser = AnsweringParser()
    messages = [*parser.feed("\x1b"), *parser.feed(LIGHT[1:]), *parser.feed("k"), *parser.tick()]
    typed, _ = said(messages)
    assert "rgb" not in typed


def test_what_only_begins_like_an_answer_is_typed_after_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = AnsweringParser()
    assert not list(parser.feed("\x1b]"))
    assert not list(parser.tick())
    monkeypatch.setattr(answers, "monotonic", lambda: 1e12)
    typed = [*parser.tick(), *parser.feed("\x1b[A")]
    assert [message.key for message in typed if isinstance(message, events.Key)][-2:] == ["right_square_bracket", "up"]


def test_keys_and_positions_go_through() -> None:
    parser = AnsweringParser()
    messages = [*parser.feed("x\x1b[A\x1b[3;7R")]
    assert [type(message) for message in messages] == [events.Key, events.Key, events.CursorPosition]


@pytest.mark.parametrize(
    ("sequence", "key"), [("\x1b[6~", "pagedown"), ("\x1b[6;5~", "ctrl+pagedown"), ("\x1b[B", "down")]
)
def test_keys_that_begin_like_an_answer_are_typed_in_however_many_pieces(sequence: str, key: str) -> None:
    for cut in range(2, len(sequence)):
        parser = AnsweringParser()
        messages = [*parser.feed(sequence[:cut]), *parser.feed(sequence[cut:])]
        assert [message.key for message in messages if isinstance(message, events.Key)] == [key], cut


@pytest.mark.parametrize(
    ("answer", "light"),
    [("11;rgb:ffff/ffff/ffff", True), ("11;rgb:2e/34/40", False), ("11;rgba:f/f/e/f", True), ("11;?", None), ("Gi=1;OK", None)],
)  # fmt: skip
def test_the_background_is_light_or_dark(answer: str, light: bool | None) -> None:
    assert is_light(answer) is light
