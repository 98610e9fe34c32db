"""What the tests of the screen share."""

from collections.abc import AsyncIterator

import pytest

from tests.app.paper import Desk, at_desk, edition
from tests.web import Clock, FakeWeb
from tui.library.library import Library


@pytest.fixture
async def desk(library: Library, web: FakeWeb, clock: Clock) -> AsyncIterator[Desk]:
    """The program on a wide screen, over the made-up edition."""
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        yield desk
