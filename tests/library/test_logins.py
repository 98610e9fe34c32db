"""Passwords of addresses never come into a library; those of older libraries leave it."""

from pathlib import Path

import pytest

from tests.moments import at
from tui import credentials
from tui.library import logins, opening
from tui.library.library import Library
from tui.model import Offer, SiteOffer
from tui.storage import refreshes, sections
from tui.storage.file import File

PAPER = SiteOffer("Paper", "https://paper.example/", (Offer("All", "https://ann:s3cret@paper.example/feed"),))


def passwords(folder: Path) -> list[str]:
    return [one.password for one in credentials.load(folder / "credentials.toml")]


def test_what_is_followed_with_a_password_is_asked_with_it_and_the_library_has_the_name_alone(tmp_path: Path) -> None:
    with opening.writing(tmp_path / "library.db") as file:
        followed = logins.follow(file, PAPER)
        assert [section.url for section in followed.added] == ["https://ann@paper.example/feed"]
        assert logins.follow(file, PAPER).added == ()
    assert passwords(tmp_path) == ["s3cret"]


def test_an_older_librarys_passwords_are_moved_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as file:
        sections.follow(file, PAPER)
        (job,) = refreshes.jobs(at(file, file.clock()))
        assert job.url == PAPER.sections[0].url
    with opening.writing(path) as file:
        (job,) = refreshes.jobs(file)
        assert job.url == "https://ann@paper.example/feed"
        assert logins.follow(file, PAPER).added == ()
    assert passwords(tmp_path) == ["s3cret"]


def test_where_they_cannot_be_kept_apart_they_stay(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with File(path) as file:
        sections.follow(file, PAPER)
    (tmp_path / "credentials.toml").mkdir()
    with opening.writing(path) as file:
        (job,) = refreshes.jobs(file)
        assert job.url == PAPER.sections[0].url


async def test_a_refresh_asks_with_the_password_that_was_kept_a_moment_ago(tmp_path: Path) -> None:
    library = await Library.open(tmp_path / "library.db")
    try:
        await library.do(logins.follow, PAPER)
        library._take_logins()
        assert library.settings.rules("https://ann@paper.example/feed").options.auth == ("ann", "s3cret")
    finally:
        await library.close()


def test_a_library_is_looked_through_for_passwords_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[File] = []
    monkeypatch.setattr(sections, "readdress", lambda file, _: looked.append(file))
    with File(tmp_path / "library.db") as file:
        logins.settle(file)
        logins.settle(file)
        assert looked == [file]
