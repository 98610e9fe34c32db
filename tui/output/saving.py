"""Stories as files of a person's own: where they go and what they are called. Nothing that is there is written over."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from tui import text
from tui.blocks import pictures
from tui.errors import OutputError
from tui.model import Told
from tui.output import forms

FORMS = ("markdown", "text", "html", "epub")
ILLUSTRATED = ("html", "epub")
"""Those that hold pictures; in the others there is a link to each."""
LONGEST = 80
"""Characters of a file's name, without its ending: in four bytes each still what disks take."""

MOST_ALIKE = 10_000
"""Files of one name in a folder, told apart by the number behind it."""


def save(
    stories: Sequence[Told],
    form: str,
    folder: Path,
    now: datetime,
    title: str = "",
    kept: Mapping[str, bytes] = {},
) -> tuple[Path, ...]:
    """Writes stories into a folder, each into a file, as EPUB all into one book, called `title` or like the story, with
    the pictures that are `kept`, by their address; the files. OutputError where one cannot be written."""
    if form == "epub":
        from tui.output import epub

        name = title or (stories[0].story.heading if len(stories) == 1 else "Stories")
        return (_written(folder, name, "epub", epub.book(name, stories, now, kept)),)
    ending = forms.ENDINGS[form]
    return tuple(
        _written(folder, told.story.heading, ending, forms.written(told, form, _of(told, kept)).encode())
        for told in stories
    )


def file_name(title: str) -> str:
    """What a file with a story of this title is called: words and figures of any script, with hyphens between them."""
    plain = unicodedata.normalize("NFC", text.line(title))
    return "-".join(re.findall(r"\w+", plain.casefold()))[:LONGEST].strip("-_") or "story"


def _of(told: Told, kept: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of the pictures that are a story's own."""
    return {each.url: kept[each.url] for each in pictures(told.article.blocks) if each.url in kept}


def _written(folder: Path, title: str, ending: str, body: bytes) -> Path:
    """A new file: the second of a name has a number behind it."""
    name = file_name(title)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, MOST_ALIKE + 1):
            path = folder / f"{name}{f'-{number}' if number > 1 else ''}.{ending}"
            try:
                with path.open("xb") as opened:
                    opened.write(body)
            except FileExistsError:
                continue
            return path
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}") from error
    raise OutputError(f"{folder} has too many files called {name}")
