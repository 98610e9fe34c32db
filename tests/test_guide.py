"""The Guide's pages are read like any others, and each stands in a section."""

from hashlib import sha256
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


CHANGED = {
    "start/keys": (19, "b43b8d8c02e5"),
    "start/panes": (17, "6f479e661cfb"),
    "start/welcome": (17, "12d1a0d3bfb9"),
    "following/any-site": (17, "2dec267f5700"),
    "following/good-company": (17, "bdf1ac0c1d9e"),
    "following/moving-in": (17, "9eedfd983347"),
    "following/starters": (17, "d185a54cdcce"),
    "following/your-own": (25, "0bd591d69e56"),
    "reading/events": (26, "e99d61c4202c"),
    "reading/finding": (17, "f0e988b08785"),
    "reading/listening": (22, "a0f3b4f2d426"),
    "reading/marks": (17, "0b940376ad14"),
    "reading/related": (17, "21bb4493a32f"),
    "reading/the-story": (20, "ab53f4616773"),
    "road/machines": (22, "41acd07e3368"),
    "road/offline": (18, "9e1cda0fe5a1"),
    "road/ssh": (17, "e13fefde29a2"),
    "workshop/command-line": (17, "620b4d09da42"),
    "workshop/configuration": (23, "5220fb064c5a"),
    "workshop/cron": (17, "b6dcfb8e6d4e"),
}
"""When each page changed last, and its digest then. A line between them keeps two people's changes apart."""


def test_the_edition_grows_with_the_pages() -> None:
    """Change a page of the Guide: raise guide.EDITION, then its row."""
    now = {url.removeprefix("guide:/"): sha256(html.encode()).hexdigest()[:12] for url, html in guide.pages().items()}
    known = {page: digest for page, (_, digest) in CHANGED.items()}
    assert known == now
    assert max(edition for edition, _ in CHANGED.values()) == guide.EDITION
