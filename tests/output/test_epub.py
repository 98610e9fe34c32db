"""A book is what EPUB 3 asks for, whatever the stories say, and another program opens it."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.app.examples import EVERY_BLOCK
from tui.blocks import Paragraph, Picture, Span, pictures
from tui.model import Article, Story, Told
from tui.output import epub

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PIXEL = b"\x89PNG\r\n\x1a\n" + bytes(20)
OPF, DC, HTML = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}", "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"


def told(title: str, article: Article | None = None) -> Told:
    made = article or Article(
        "https://a.example/1", title, (Paragraph((Span("Its words."),)),), byline=("Ann",), language="en"
    )
    return Told(Story(1, title, made.url, "The Paper", "News"), made)


HOSTILE = told(
    '<b> & "quoted" \x1b[2J', Article("javascript:x", "]]> <x/>", (Paragraph((Span("</body>"),)),), language='x"')
)
STORIES = (told("Every block", EVERY_BLOCK), HOSTILE, told("Last"))


def opened(*stories: Told, title: str = "Monday's", kept: dict[str, bytes] | None = None) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(epub.book(title, stories or STORIES, NOW, kept or {})))


def test_the_container() -> None:
    book = opened()
    first = book.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert book.read("mimetype") == b"application/epub+zip" and book.testzip() is None
    container = ElementTree.fromstring(book.read("META-INF/container.xml"))
    (root,) = container.iter("{urn:oasis:names:tc:opendocument:xmlns:container}rootfile")
    assert root.get("full-path") in book.namelist() and root.get("media-type") == "application/oebps-package+xml"


def test_the_package_names_everything_that_is_there_once() -> None:
    book = opened(kept={picture.url: PIXEL for picture in pictures(EVERY_BLOCK.blocks)})
    package = ElementTree.fromstring(book.read("EPUB/package.opf"))
    assert package.get("version") == "3.0"
    (identifier,) = package.iter(f"{DC}identifier")
    assert identifier.get("id") == package.get("unique-identifier") and str(identifier.text).startswith("urn:uuid:")
    assert [each.text for each in package.iter(f"{DC}title")] == ["Monday's"]
    assert [each.text for each in package.iter(f"{DC}language")]
    modified = [each.text for each in package.iter(f"{OPF}meta") if each.get("property") == "dcterms:modified"]
    assert modified == ["2026-11-23T12:00:00Z"]
    items = list(package.iter(f"{OPF}item"))
    listed = [f"EPUB/{each.get('href')}" for each in items]
    assert sorted([*listed, "mimetype", "META-INF/container.xml", "EPUB/package.opf"]) == sorted(book.namelist())
    ids = [each.get("id") for each in items]
    assert len(set(ids)) == len(ids)
    assert [each.get("properties") for each in items].count("nav") == 1
    spine = [each.get("idref") for each in package.iter(f"{OPF}itemref")]
    assert spine == ["s1", "s2", "s3"] and set(spine) <= set(ids)


def test_the_contents_lead_to_every_story() -> None:
    book = opened()
    contents = ElementTree.fromstring(book.read("EPUB/nav.xhtml"))
    (nav,) = contents.iter(f"{HTML}nav")
    assert nav.get(f"{EPUB}type") == "toc"
    assert [each.get("href") for each in nav.iter(f"{HTML}a")] == [f"story-{n}.xhtml" for n in (1, 2, 3)]
    assert [each.text for each in nav.iter(f"{HTML}a")][1] == '<b> & "quoted" [2J'


def test_every_chapter_is_well_formed_and_asks_for_nothing() -> None:
    book = opened()
    for name in book.namelist():
        if name.endswith(".xhtml"):
            for each in ElementTree.fromstring(book.read(name)).iter():
                assert each.tag not in (f"{HTML}script", f"{HTML}iframe", f"{HTML}object")
                if source := each.get("src"):
                    assert f"EPUB/{source}" in book.namelist()
                if each.tag == f"{HTML}link":
                    assert f"EPUB/{each.get('href')}" in book.namelist()


def test_pictures_are_in_it_where_they_are_of_a_kind_that_it_may_hold() -> None:
    there, strange = Picture("https://a.example/1.png", "Boats"), Picture("https://a.example/2.svg", "Map")
    story = told("One", Article("https://a.example/1", "One", (there, strange, there)))
    book = opened(story, kept={there.url: PIXEL, strange.url: b"<svg onload='x'/>"})
    assert [name for name in book.namelist() if "pictures" in name] == ["EPUB/pictures/1.png"]
    assert book.read("EPUB/pictures/1.png") == PIXEL
    chapter = book.read("EPUB/story-1.xhtml").decode()
    assert chapter.count('src="pictures/1.png"') == 2 and 'href="https://a.example/2.svg"' in chapter


def test_the_same_stories_are_the_same_book() -> None:
    assert epub.book("A", STORIES, NOW) == epub.book("A", STORIES, NOW)


def test_another_program_opens_it(tmp_path: Path) -> None:
    reader = pytest.importorskip("ebooklib.epub")
    path = tmp_path / "book.epub"
    path.write_bytes(epub.book("Monday's", STORIES, NOW))
    book = reader.read_epub(str(path))
    assert book.title == "Monday's" and book.get_metadata("DC", "language")
    chapters = [book.get_item_with_id(each) for each, _ in book.spine]
    assert len(chapters) == 3 and b"Harbour town votes" in chapters[0].get_content()
    assert [each.title for each in book.toc] == [each.story.heading.replace("\x1b", "") for each in STORIES]
