"""The tables of words: by language, sorted, no phrase twice, and none with two meanings."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from tui.parse import words
from tui.parse.page.labels import fold
from tui.parse.words import also_read, latest, most_read, pattern, related, split, steps

_LANGUAGE = re.compile(r"(?:[a-z]{2,3})?")


def tables() -> Iterator[tuple[str, Mapping[str, str]]]:
    for found in pkgutil.walk_packages(words.__path__, "tui.parse.words."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if name.isupper() and isinstance(value, dict):
                yield f"{found.name.rpartition('.')[2]}.{name}", value


TABLES = dict(tables())


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_a_sorted_row_for_each_language_and_no_phrase_twice(name: str) -> None:
    rows = TABLES[name]
    assert list(rows) == sorted(rows)
    assert all(map(_LANGUAGE.fullmatch, rows))
    for language, row in rows.items():
        phrases = row.split("|")
        assert phrases == sorted(phrases), language
        assert all(phrase and phrase == " ".join(phrase.split()) for phrase in phrases), language
    assert [phrase for phrase, count in Counter(split(rows)).items() if count > 1] == []


def test_no_label_says_two_things() -> None:
    """Compared as labels are, so that an accent left out is no second phrase."""
    labels = (
        steps.PREVIOUS, steps.NEXT, most_read.MOST_READ, latest.LATEST, also_read.ALSO_READ, related.RELATED,
    )  # fmt: skip
    times = Counter(fold(phrase) for rows in labels for phrase in split(rows))
    assert [phrase for phrase, count in times.items() if count > 1] == []


def test_odd_phrases_stand_in_a_table() -> None:
    everything = {phrase for rows in TABLES.values() for phrase in split(rows)}
    assert set(words.ODD) - everything == set()
    assert list(words.ODD) == sorted(words.ODD)


def test_words_are_nothing_but_words() -> None:
    """No room of words does anything: what reads them stands elsewhere."""
    for found in pkgutil.walk_packages(words.__path__, "tui.parse.words."):
        room = importlib.import_module(found.name)
        named = {name: value for name, value in vars(room).items() if not name.startswith("__")}
        assert [name for name, value in named.items() if callable(value)] == [], found.name


def test_a_pattern_finds_whole_words_but_where_a_script_has_no_blanks() -> None:
    found = re.compile(pattern({"de": "von", "en": "on", "zh": "发布"}))
    assert [match[0] for match in found.finditer("von London on 已发布于")] == ["von", "on", "发布"]
