"""The README's pictures show the program as it is. `.ci/dev golden pictures` draws them anew."""

import re
from pathlib import Path

import pytest

from tests.app.pictures import FOLDER, PICTURES, draw, words
from tests.web import Clock, FakeWeb
from tui.library.library import Library

README = Path(__file__).parent.parent.parent / "README.md"


@pytest.mark.parametrize(("name", "size", "keys"), PICTURES, ids=[name for name, *_ in PICTURES])
async def test_a_picture_says_what_the_program_says(
    name: str, size: tuple[int, int], keys: tuple[str, ...], library: Library, web: FakeWeb, clock: Clock
) -> None:
    file = FOLDER / f"{name}.svg"
    if not FOLDER.exists():
        pytest.skip("the pictures are not beside the installed wheel's tests")
    assert words(file.read_text(encoding="utf-8")) == words(await draw(library, web, clock, size, keys))


def test_they_ask_nobody_for_anything_and_each_is_shown() -> None:
    if not README.exists():
        pytest.skip("the README is not beside the installed wheel's tests")
    shown = set(re.findall(r"assets/pictures/([\w-]+)\.svg", README.read_text(encoding="utf-8")))
    assert shown == {name for name, *_ in PICTURES} == {file.stem for file in FOLDER.iterdir()}
    for file in FOLDER.iterdir():
        drawn = file.read_text(encoding="utf-8")
        assert not re.search(r"url\((?!#)|href=|<script|<image|<foreignObject", drawn)
