"""Soft hyphens of a page: its words are whole in every text, and it is known where they may be parted."""

import pytest

from tui.blocks import plain
from tui.parse.story.article import article, fragment
from tui.parse.story.parting import LONGEST, MOST, parted_words

SHY = "\u00ad"
LONG = "Donaudampfschifffahrtsgesellschaft"


@pytest.mark.parametrize("written", [SHY, "&shy;", "&#173;", "&#xad;", "&#xAD;"])
def test_they_are_understood_however_they_are_written(written: str) -> None:
    html = f"<p>Die Donau{written}dampf{written}schiff hei&szlig;t Stra&szlig;en{written}bahn</p>"
    assert parted_words(html, "Die Donaudampfschiff heißt Straßenbahn") == (
        f"Donau{SHY}dampf{SHY}schiff",
        f"Straßen{SHY}bahn",
    )


def test_only_words_of_the_text_are_kept_each_once() -> None:
    html = f"Ver{SHY}lag Ver{SHY}lag Ver{SHY}{SHY}kehr {SHY}und x{SHY} a{SHY}b 12{SHY}34"
    assert parted_words(html, "Verkehr, (Verlag) und x 1234") == (f"Ver{SHY}lag", f"Ver{SHY}kehr")
    assert parted_words("<p>none here</p>", "none here") == ()


def test_they_are_bounded() -> None:
    many = [f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(MOST + 50)]
    html = " ".join(f"{word}{SHY}{word}" for word in many)
    assert len(parted_words(html, " ".join(word * 2 for word in many))) == MOST
    long = "a" * LONGEST
    assert parted_words(f"{long}{SHY}a", f"{long}a") == ()


def test_a_story_says_them_and_its_text_has_none() -> None:
    words = f"Die Donau{SHY}dampf{SHY}schifffahrts{SHY}gesellschaft f&auml;hrt wieder, und alle fahren mit. "
    page = f"<html lang=de><title>Die Ge{SHY}sellschaft</title><article><h1>Die Ge&shy;sellschaft</h1><p>{words * 9}</p></article>"
    found = article(page, "https://a.example/1")
    assert found.headline == "Die Gesellschaft"
    assert LONG in plain(found.blocks) and SHY not in plain(found.blocks)
    assert set(found.parted) == {f"Donau{SHY}dampf{SHY}schifffahrts{SHY}gesellschaft", f"Ge{SHY}sellschaft"}
    own = fragment(f"<p>{words}</p>", "https://a.example/1")
    assert own.parted == (f"Donau{SHY}dampf{SHY}schifffahrts{SHY}gesellschaft",) and SHY not in plain(own.blocks)
