"""The address that a key is about leaves the reader in the way that suits the place, and no other address does."""

import pytest

from tests.app.paper import GAZETTE, Desk
from tui.output import browser
from tui.output.browser import Way

OUTSIDE = ("SSH_CONNECTION", "DISPLAY", "WAYLAND_DISPLAY", "BROWSER")


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[Way]:
    """What is started, and nothing is."""
    started: list[Way] = []

    def start(way: Way, url: str) -> str:
        started.append(way)
        return "Opened."

    def hand_over(way: Way) -> str:
        started.append(way)
        return ""

    monkeypatch.setattr(browser, "start", start)
    monkeypatch.setattr(browser, "hand_over", hand_over)
    return started


def led(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Every address goes this way."""
    monkeypatch.setattr(browser, "way", lambda url, *_, **__: Way(kind, ("program", url)))  # type: ignore[arg-type]


async def test_a_section_a_story_and_a_link_each_have_their_own(desk: Desk) -> None:
    await desk.choose("Top News")
    await desk.press("y")
    assert desk.app.clipboard == f"{GAZETTE}/feed"
    await desk.press("l", "j", "y")
    assert desk.app.clipboard == f"{GAZETTE}/harbour/"
    assert desk.lines[-1].strip() == f"Sent to the clipboard: {GAZETTE}/harbour/"
    await desk.press("k", "enter", "y")
    assert desk.app.clipboard == f"{GAZETTE}/ferry/"
    await desk.press("right_square_bracket", "y")
    assert desk.reader.reading.focused_link is not None
    assert desk.app.clipboard == desk.reader.reading.focused_link.url != f"{GAZETTE}/ferry/"


async def test_a_row_without_an_address_says_so(desk: Desk, ways: list[Way]) -> None:
    for key in ("y", "o"):
        await desk.press(key)
        assert desk.lines[-1].strip() == "There is no address here."
    assert (desk.app.clipboard, ways) == ("", [])


async def test_a_window_opens_beside_the_reader(desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch) -> None:
    led(monkeypatch, "window")
    await desk.press("l", "o")
    assert [way.argv for way in ways] == [("program", f"{GAZETTE}/ferry/")]
    assert desk.lines[-1].strip() == "Opened."


async def test_without_a_window_the_address_is_copied(
    desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch
) -> None:
    led(monkeypatch, "copy")
    await desk.press("l", "o")
    assert (desk.app.clipboard, ways) == (f"{GAZETTE}/ferry/", [])


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "-flag", ""])
async def test_what_no_browser_could_open_is_given_to_none(
    desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    led(monkeypatch, "window")
    desk.reader.addresses.open_outside(url)
    await desk.settle()
    assert ways == []
    assert desk.lines[-1].strip() == "This is not an address that a browser could open."


async def test_the_persons_configuration_and_the_machine_decide_the_way(
    desk: Desk, ways: list[Way], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in OUTSIDE:
        monkeypatch.delenv(name, raising=False)
    asked: list[tuple[object, ...]] = []

    def way(url: str, *given: object, has_windows: bool) -> Way:
        asked.append((url, *given[:2], has_windows))
        return Way("copy", ())

    monkeypatch.setattr(browser, "way", way)
    monkeypatch.setattr("sys.platform", "darwin")
    await desk.press("l", "o")
    settings = desk.reader.settings
    assert asked == [(f"{GAZETTE}/ferry/", settings.browser, settings.open_links, True)]
