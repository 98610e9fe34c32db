"""One line to type in serves all that is asked, and nothing of what it was asked before is left in it."""

import pytest
from textual.app import App, ComposeResult
from textual.events import Key

from tui.app.prompt import Prompt


class Line(App[None]):
    """Nothing but the line."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: list[str] = []
        self.prompt = Prompt(self.labels.append, lambda: None)

    def compose(self) -> ComposeResult:
        yield self.prompt


@pytest.fixture
def told() -> list[str]:
    return []


async def test_it_asks_with_what_is_known_already_and_the_cursor_behind_it() -> None:
    app = Line()
    async with app.run_test():
        app.prompt.ask("A name", "News", entered=lambda _: None)
        assert (app.prompt.placeholder, app.prompt.value, app.prompt.cursor_position) == ("A name", "News", 4)
        app.prompt.ask("Words", entered=lambda _: None)
        assert (app.prompt.placeholder, app.prompt.value, app.prompt.cursor_position) == ("Words", "", 0)


async def test_tab_and_the_arrows_do_what_was_asked_for(told: list[str]) -> None:
    app = Line()
    async with app.run_test() as pilot:
        app.prompt.ask("", entered=told.append)
        app.prompt.turned = lambda prompt: told.append(f"turned {prompt is app.prompt}")
        app.prompt.past = lambda prompt, step: told.append(f"past {step}")
        app.prompt.focus()
        await pilot.press("tab", "shift+tab", "up", "down")
        assert told == ["turned True", "turned True", "past 1", "past -1"]


async def test_the_next_question_has_nothing_of_the_one_before(told: list[str]) -> None:
    app = Line()
    async with app.run_test() as pilot:
        prompt = app.prompt
        prompt.ask("", entered=told.append, typed=told.append, left=lambda: told.append("left"))
        prompt.turned = lambda _: told.append("turned")
        prompt.past = lambda _, step: told.append("past")
        prompt.entered("e")
        prompt.typed("t")
        prompt.left()
        assert told == ["e", "t", "left"]
        prompt.ask("", entered=lambda _: None)
        prompt.focus()
        await pilot.press("tab", "up")
        prompt.typed("t")
        prompt.entered("e")
        prompt.left()
        assert told == ["e", "t", "left"]


def test_before_it_was_ever_asked_anything_it_does_nothing() -> None:
    prompt = Prompt(print, lambda: None)
    prompt.entered("e")
    prompt.typed("t")
    prompt.left()
    prompt.action_turn()
    prompt.action_past(1)


async def test_keys_that_arrive_together_are_done_in_their_order() -> None:
    app = Line()
    async with app.run_test() as pilot:
        app.prompt.ask("A name", "The Post", entered=lambda _: None)
        app.prompt.focus()
        for key, sign in (
            ("ctrl+u", None),
            ("a", "a"),
            ("b", "b"),
            ("backspace", None),
            ("c", "c"),
            ("home", None),
            ("x", "x"),
        ):
            app.prompt.post_message(Key(key, sign))
        await pilot.pause()
        assert app.prompt.value == "xac"
