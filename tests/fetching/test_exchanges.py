"""What real servers answered, word for word, is read as it was found right once (`python -m tests.exchanges`)."""

import pytest

from tests.exchanges import replayed, walk


@pytest.mark.parametrize("name", ["freshrss", "miniflux"])
async def test_what_a_real_server_answers_is_read_as_before(name: str) -> None:
    session, feed, found = replayed(name)
    assert await walk(session, feed) == found
