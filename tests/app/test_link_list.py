"""All links of a story on a page, opened here or in the browser."""

import pytest

from tests.app.test_links import report
from tests.web import Clock, FakeWeb
from tui.app.link_list import LinkList
from tui.library.library import Library


async def test_all_links_stand_on_a_page(
    library: Library, web: FakeWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with report(library, web, clock) as desk:
        opened: list[str] = []
        monkeypatch.setattr(desk.reader.addresses, "open_outside", opened.append)
        await desk.press("L")
        assert isinstance(desk.app.screen, LinkList)
        assert "1 museum" in desk.text
        assert "https://far.example/pdf" in desk.text
        await desk.press("j", "o")
        assert opened == ["https://far.example/pdf"]
        await desk.press("L", "enter")
        assert "Museum finds a map" in desk.article_text
