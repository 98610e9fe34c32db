"""The width of the text, changed by keys and kept."""

from tests.app.paper import at_desk, edition
from tests.web import Clock, FakeWeb
from tui.library.library import Library


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


async def test_the_width_stays_within_its_bounds(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, (120, 36)) as desk:
        await desk.press(*["minus"] * 15)
        assert "Lines of 30 columns at most." in desk.text
        await desk.press(*["plus"] * 30)
        assert "Lines of 120 columns at most." in desk.text
