"""Whole screens as plain text, at four sizes. `python -m tests.app.paper` writes them anew."""

import pytest

from tests.app.paper import (
    FOLDER,
    SIZES,
    VIEWS,
    at_desk,
    edition,
    filled,
    golden,
    in_utc,
    lines_of,
    settings_of,
    staged,
)
from tests.web import Clock, FakeWeb
from tui.config import Config
from tui.library.library import Library


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setattr("tui.app.contents.LOOK_SECONDS", 1e6)  # on a slow machine it would show what comes later
    in_utc()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(("name", "keys"), VIEWS, ids=[name for name, _ in VIEWS])
async def test_a_screen_is_as_it_was(
    library: Library, web: FakeWeb, clock: Clock, name: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    await filled(name, library, web)
    with staged(name):
        async with at_desk(library, clock, size, settings_of(name)) as desk:
            await desk.press(*keys)
            text = desk.text
    assert lines_of(text) == golden(name, size).read_text(encoding="utf-8").splitlines()


def test_every_golden_screen_is_looked_at() -> None:
    assert sorted(FOLDER.iterdir()) == sorted(golden(name, size) for name, _ in VIEWS for size in SIZES)


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (3, 9), (79, 24), (200, 50), (120, 3)])
async def test_any_size_will_do(library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int]) -> None:
    await edition(library, web)
    async with at_desk(library, clock, size) as desk:
        await desk.press(
            "j",
            "l",
            "j",
            "enter",
            "space",
            "G",
            "q",
            "q",
            "question_mark",
            "q",
            "a",
            "escape",
            "slash",
            "escape",
            "colon",
            "escape",
        )
        assert len(desk.lines) == size[1]


async def test_another_size_keeps_the_highlight_in_sight(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (80, 24)) as desk:
        await desk.press("l", "G")
        for size in ((60, 10), (120, 36), (40, 8), (80, 24)):
            await desk.pilot.resize_terminal(*size)
            await desk.settle()
            assert desk.headline == "What bees know"
            assert "What bees know" in desk.text
            columns, rows = size
            assert len(desk.lines) == rows
            assert "? help" in desk.lines[-1]
            assert desk.lines[1].endswith("─") and len(desk.lines[1]) == columns


async def test_the_linux_console_gets_ascii(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    await edition(library, web)
    async with at_desk(library, clock, (120, 36)) as desk:
        await desk.press("l", "enter")
        assert desk.text.isascii(), [line for line in desk.lines if not line.isascii()]


async def test_a_theme_of_textuals_can_be_chosen(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock, settings=Config(auto_refresh=False, theme="textual-light")) as desk:
        assert desk.app.theme == "textual-light"
        assert "All" in desk.text
