"""Stories as a book: EPUB 3, written by ourselves (EPUB 3.3, W3C 2023; the container is OCF, a ZIP file).

A book holds a page of contents and a chapter a story, and asks nobody for anything. The same stories make the same
identifier, so that a reading program knows a book that it has."""

import html
import io
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from tui import address, text
from tui.blocks import pictures
from tui.model import Told
from tui.output import xhtml

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def book(title: str, stories: Sequence[Told], now: datetime, kept: Mapping[str, bytes] = {}) -> bytes:
    """A book of stories in their order. `kept`: the bytes of pictures that are there, by their address; what is none of
    the kinds that a book may hold is a link in it."""
    images = _images(stories, kept)
    chapters = [f"story-{number}.xhtml" for number in range(1, len(stories) + 1)]
    places = {url: name for url, (name, _, _) in images.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        _put(packed, "mimetype", b"application/epub+zip", stored=True)  # first and as it is: OCF 4.3
        _put(packed, "META-INF/container.xml", _CONTAINER.encode())
        _put(packed, "EPUB/package.opf", _package(title, stories, chapters, images, now).encode())
        _put(packed, "EPUB/nav.xhtml", _contents(title, stories, chapters).encode())
        _put(packed, "EPUB/style.css", xhtml.STYLE.encode())
        for name, told in zip(chapters, stories, strict=True):
            said = xhtml.document(told.article, told.related, told.enclosed, places, _STYLED)
            _put(packed, f"EPUB/{name}", said.encode())
        for name, _, body in images.values():
            _put(packed, f"EPUB/{name}", body, stored=True)
    return made.getvalue()


_STYLED = '<link rel="stylesheet" type="text/css" href="style.css"/>'


def _put(packed: zipfile.ZipFile, name: str, body: bytes, *, stored: bool = False) -> None:
    """A file in the book; of no moment, so that the same stories make the same bytes."""
    about = zipfile.ZipInfo(name)
    about.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    packed.writestr(about, body)


def _images(stories: Sequence[Told], kept: Mapping[str, bytes]) -> dict[str, tuple[str, str, bytes]]:
    """The pictures of the book, by their address: (path, media type, bytes)."""
    found: dict[str, tuple[str, str, bytes]] = {}
    for url in (picture.url for told in stories for picture in pictures(told.article.blocks)):
        body = kept.get(url, b"")
        kind, ending = xhtml.kind_of(body)
        if kind and url not in found:
            found[url] = (f"pictures/{len(found) + 1}.{ending}", kind, body)
    return found


def _package(
    title: str,
    stories: Sequence[Told],
    chapters: Sequence[str],
    images: Mapping[str, tuple[str, str, bytes]],
    now: datetime,
) -> str:
    """The package document: what the book is, what is in it, and in which order it is read."""
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">',
        *_metadata(title, stories, now),
        *_manifest(chapters, images),
        "<spine>",
        *(f'<itemref idref="s{n}"/>' for n in range(1, len(chapters) + 1)),
        "</spine>",
        "</package>",
        "",
    ]
    return "\n".join(rows)


def _metadata(title: str, stories: Sequence[Told], now: datetime) -> list[str]:
    """What the book is: its name and languages, who wrote it, and where a single story comes from."""
    names = dict.fromkeys(name for told in stories for name in told.article.byline)
    identity = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(told.story.url or told.story.heading for told in stories))
    sources = [url for told in stories if (url := address.openable(told.article.url or told.story.url))]
    return [
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
        f'<dc:identifier id="id">urn:uuid:{identity}</dc:identifier>',
        f"<dc:title>{_said(title) or 'Stories'}</dc:title>",
        *(f"<dc:language>{language}</dc:language>" for language in _languages(stories)),
        *(f"<dc:creator>{_said(name)}</dc:creator>" for name in names),
        *(f"<dc:source>{_said(url)}</dc:source>" for url in sources[:1] if len(stories) == 1),
        f'<meta property="dcterms:modified">{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</meta>',
        "</metadata>",
    ]


def _languages(stories: Sequence[Told]) -> list[str]:
    """The languages of the stories, each once; "und" (undetermined) where none says."""
    said = dict.fromkeys(told.article.language for told in stories)
    return [language for language in said if xhtml.is_language(language)] or ["und"]


def _manifest(chapters: Sequence[str], images: Mapping[str, tuple[str, str, bytes]]) -> list[str]:
    """What is in the book: a line for each of its files."""
    return [
        "<manifest>",
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *(f'<item id="s{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters, 1)),
        *(
            f'<item id="p{n}" href="{name}" media-type="{kind}"/>'
            for n, (name, kind, _) in enumerate(images.values(), 1)
        ),
        "</manifest>",
    ]


def _contents(title: str, stories: Sequence[Told], chapters: Sequence[str]) -> str:
    """The navigation document: the page of contents."""
    rows = "".join(
        f'<li><a href="{name}">{_said(told.story.heading)}</a></li>\n'
        for name, told in zip(chapters, stories, strict=True)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">\n'
        f"<head><title>{_said(title) or 'Stories'}</title>{_STYLED}</head>\n"
        f'<body><nav epub:type="toc"><h1>{_said(title) or "Stories"}</h1>\n<ol>\n{rows}</ol></nav></body>\n</html>\n'
    )


def _said(words: str) -> str:
    return html.escape(text.line(words))
