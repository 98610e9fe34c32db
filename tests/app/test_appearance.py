"""The width of the text, changed by keys and kept."""

import pytest

from tests.app.paper import QUIET, at_desk, edition
from tests.web import Clock, FakeWeb
from tui.config import Config
from tui.library.library import Library
from tui.storage import settings
from tui.values import replace


async def test_lines_get_shorter_and_longer_and_stay_so(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (80, 24)) as desk:
        await desk.press("l", "enter", "space")
        first = desk.lines[2].split()[:3]
        await desk.press(*["minus"] * 5)
        assert "Lines of 52 columns at most." in desk.text
        assert max(len(line.strip()) for line in desk.lines[2:-2]) <= 52
        assert desk.lines[2].split()[:3] == first, "the same words at the top"
        await desk.press("plus")
        await desk.reader.leave()
    async with at_desk(library, clock, (80, 24)) as desk:
        assert desk.reader.reading.typography.measure == 56


async def test_shorter_lines_are_shorter_at_once_where_the_pane_is_narrow(
    library: Library, web: FakeWeb, clock: Clock
) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (60, 20)) as desk:
        await desk.press("l", "enter", "space", "minus")
        assert "Lines of 52 columns at most." in desk.text
        assert max(len(line.strip()) for line in desk.lines[2:-2]) <= 52


async def test_the_width_stays_within_its_bounds(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (120, 36)) as desk:
        await desk.press(*["minus"] * 15)
        assert "Lines of 30 columns at most." in desk.text
        await desk.press(*["plus"] * 30)
        assert "Lines of 120 columns at most." in desk.text


@pytest.mark.parametrize(
    ("keys", "changed", "shown"),
    [
        (("plus",), replace(QUIET, measure=60), (60, "ansi-dark")),
        (("T", *"jjj", "enter"), replace(QUIET, theme="light"), (72, "light")),
        (("plus", "T", *"jjj", "enter"), replace(QUIET, indent=2), (76, "dark")),
    ],
)
async def test_what_a_key_changed_holds_until_the_configuration_says_something_else(
    library: Library, web: FakeWeb, clock: Clock, keys: tuple[str, ...], changed: Config, shown: tuple[int, str]
) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press(*keys)
    async with at_desk(library, clock, settings=changed) as desk:
        assert (desk.reader.reading.typography.measure, desk.app.theme) == shown


async def test_what_an_earlier_version_kept_still_holds(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    await library.do(settings.keep_setting, "measure", "88")
    async with at_desk(library, clock) as desk:
        assert desk.reader.reading.typography.measure == 88
