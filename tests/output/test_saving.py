"""Stories become files: named by their titles, of any script, and never over what is there."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.blocks import Paragraph, Picture, Span
from tui.errors import OutputError
from tui.model import Article, Story, Told
from tui.output.saving import FORMS, file_name, save

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def told(title: str) -> Told:
    return Told(
        Story(1, title, "https://a.example/1", "P", "N"),
        Article("https://a.example/1", title, (Paragraph((Span("W"),)),)),
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Of ports, and: boats!", "of-ports-and-boats"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("Привет, мир", "привет-мир"),
        ("港口", "港口"),
        ("", "story"),
        ("\x1b[2J\0/", "2j"),
        ("x" * 500, "x" * 80),
        ("-rf", "rf"),
    ],
)
def test_what_a_file_is_called(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_written_and_nothing_is_written_over(form: str, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    (first,) = save([told("One")], form, folder, NOW)
    before = first.read_bytes()
    (second,) = save([told("One")], form, folder, NOW)
    assert first.name.startswith("one.") and second.name.startswith("one-2.")
    assert first.read_bytes() == before and before


def test_several_are_a_file_each_and_one_book(tmp_path: Path) -> None:
    stories = [told("One"), told("Two")]
    assert [path.name for path in save(stories, "text", tmp_path, NOW)] == ["one.txt", "two.txt"]
    (book,) = save(stories, "epub", tmp_path, NOW, "Top News")
    assert book.name == "top-news.epub" and zipfile.is_zipfile(book)


def test_a_file_holds_the_pictures_of_its_own_story(tmp_path: Path) -> None:
    stories = []
    for name in ("ship", "crane"):
        picture = Picture(f"https://a.example/{name}.gif", alt=name)
        article = Article("https://a.example/1", name, (picture,))
        stories.append(Told(Story(1, name, "https://a.example/1", "P", "N"), article))
    kept = {f"https://a.example/{name}.gif": b"GIF8" + name.encode() for name in ("ship", "crane", "other")}
    ship, crane = (path.read_text() for path in save(stories, "html", tmp_path, NOW, kept=kept))
    assert ship.count("data:image/gif") == 1 == crane.count("data:image/gif")
    assert "R0lGOHNoaXA=" in ship and "R0lGOGNyYW5l" in crane
    (book,) = save(stories, "epub", tmp_path, NOW, kept=kept)
    with zipfile.ZipFile(book) as opened:
        assert [name for name in opened.namelist() if "pictures/" in name] == [
            "EPUB/pictures/1.gif", "EPUB/pictures/2.gif",
        ]  # fmt: skip
    (text,) = save(stories[:1], "markdown", tmp_path, NOW, kept=kept)
    assert "https://a.example/ship.gif" in text.read_text() and "data:" not in text.read_text()


def test_files_of_one_name_are_counted_up_to_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.output.saving.MOST_ALIKE", 2)
    save([told("One"), told("One")], "text", tmp_path, NOW)
    with pytest.raises(OutputError, match="has too many files called one"):
        save([told("One")], "text", tmp_path, NOW)


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot be written"):
        save([told("One")], "text", tmp_path / "file", NOW)
