"""The Guide's pages are read like any others, and each stands in a section."""

from pathlib import Path

import pytest

from tui import config, guide


def test_every_page_that_ships_is_in_a_section() -> None:
    shipped = {
        f"guide:/{file.parent.name}/{file.stem}": file.read_text("utf-8")
        for file in config.asset("guide").glob("*/*.html")
    }
    assert guide.pages() == shipped
    assert {url.split("/")[1] for url in shipped} == {path for path, _ in guide.SECTIONS}


def test_pages_come_section_by_section_in_the_order_of_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("reading/b.html", "reading/a.html", "start/z.html", "start/notes.txt", "elsewhere/x.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    monkeypatch.setattr(config, "asset", lambda name: tmp_path)
    assert list(guide.pages().items()) == [
        ("guide:/start/z", "start/z.html"),
        ("guide:/reading/a", "reading/a.html"),
        ("guide:/reading/b", "reading/b.html"),
    ]


def test_the_edition_is_read_whole_newest_first() -> None:
    articles = guide.edition()
    assert {article.url for article in articles} == set(guide.pages())
    dates = [article.published for article in articles]
    assert all(dates)
    assert dates == sorted(dates, key=str, reverse=True)
    for article in articles:
        assert (article.source, bool(article.headline), bool(article.blocks)) == ("guide", True, True), article.url
