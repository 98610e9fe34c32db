"""Other forms of the words of a search are offered, with how many more stories they find."""

import sys
import time
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.storage.paper import entry, found, offer
from tui.storage import forms, searches, sections
from tui.storage.file import File
from tui.values import replace

pytest.importorskip("snowballstemmer")


class Elsewhere(ModuleType):
    """A package that gives out the stemmer of English, and has nothing else that is known here."""

    @staticmethod
    def stemmer(language: str) -> Any:
        return {"english": SimpleNamespace(stemWord=lambda word: word.rstrip("s"))}[language]


TITLES = (
    "Elephants at the ferry", "Elephants again", "One elephant", "The mt gox affair", "Mtgox is gone", "Police and policy",
    "Ferries sail", "Le journal", "Les journaux", "Fußball", "in to the night",
)  # fmt: skip


@pytest.fixture
def file(store: File) -> File:
    entries = tuple(entry(number, title=title) for number, title in enumerate(TITLES, 1))
    sections.follow(store, replace(offer(("World", entries)), language="fr-FR"))
    return store


@pytest.mark.parametrize(
    ("words", "told", "wider"),
    [
        ("elephant", "elephants: 2 more", "elephant | elephants"),
        ("elephants", "elephant: 1 more", "elephants | elephant"),
        ("mtgox", "mt gox: 1 more", 'mtgox | "mt gox"'),
        ("mt gox", "mtgox: 1 more", "mt gox | mtgox"),
        ("journal", "journaux: 1 more", "journal | journaux"),
        ("headline:ferry -sail", "", ""),
        ("headline:ferry", "ferries: 1 more", "headline:ferry | headline:ferries"),
        ("police", "", ""),
        ("into", "", ""),
        ('"elephant"', "", ""),
        ("zeppelin", "", ""),
        ("dying", "", ""),  # of its stem, die, it has one letter
        ("ferrygone", "", ""),  # both are here, and nowhere side by side
        ("is:unread", "", ""),
    ],
)
def test_forms_are_offered_with_what_they_find(file: File, words: str, told: str, wider: str) -> None:
    offered = forms.wider(file, words)
    assert (offered.told if offered else "", offered.words if offered else "") == (told, wider)
    if offered:
        assert len(found(file, offered.words)) == len(found(file, words)) + offered.more


def test_each_word_of_several_may_have_another_form(file: File) -> None:
    offered = forms.wider(file, "elephant ferries")
    assert offered is not None
    assert offered.forms == ("elephants", "ferry")
    assert found(file, offered.words) == ["Elephants at the ferry"]


def test_words_without_end_are_looked_at_in_bounded_time(file: File) -> None:
    began = time.process_time()
    forms.wider(file, " ".join(["elephant", "ferry", "journal"] * 40))
    assert time.process_time() - began < 1.0


def test_without_the_stemmer_a_word_is_still_found_in_two(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("snowballstemmer", "snowballstemmer.english_stemmer", "snowballstemmer.french_stemmer"):
        monkeypatch.setitem(sys.modules, name, None)
    assert forms.wider(file, "elephant") is None
    offered = forms.wider(file, "mtgox")
    assert offered is not None and offered.forms == ("mt gox",)


def test_a_stemmer_that_stands_elsewhere_than_it_did_is_asked_for_by_its_language(
    file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("english", "french"):
        monkeypatch.setitem(sys.modules, f"snowballstemmer.{language}_stemmer", None)
    monkeypatch.setitem(sys.modules, "snowballstemmer", Elsewhere("snowballstemmer"))
    offered = forms.wider(file, "elephant")
    assert offered is not None and offered.forms == ("elephants",)


def test_what_mutes_hide_is_offered_where_nothing_else_is_found_and_never_counted_among_forms(file: File) -> None:
    searches.save(file, "elephants", "elephants", "mute")
    assert forms.wider(file, "elephant") is None
    offered = forms.wider(file, "elephants again")
    assert offered is not None
    assert offered.told == "hidden by mutes: 1 more"
    assert found(file, offered.words) == ["Elephants again"]
    assert forms.wider(file, "zeppelin") is None


def test_a_letter_alone_makes_no_word_with_the_next(store: File) -> None:
    told = tuple(entry(number, title=title) for number, title in enumerate(("Uboat found", "Seaport closed"), 1))
    sections.follow(store, offer(("World", told)))
    assert forms.wider(store, "u boat") is None
    offered = forms.wider(store, "sea port")
    assert offered is not None and offered.told == "seaport: 1 more"


def test_of_many_forms_those_of_the_most_stories_are_offered(store: File) -> None:
    words = ("connect", "connected", "connecting", "connection", "connections", "connective", "connectives")
    told = [word for number, word in enumerate(words) for _ in range(len(words) - number)]
    sections.follow(store, offer(("World", tuple(entry(n, title=f"To {word}") for n, word in enumerate(told)))))
    offered = forms.wider(store, "connectives")
    assert offered is not None
    assert offered.forms == ("connect", "connected", "connecting", "connection")


@pytest.mark.parametrize(
    ("word", "parts"), [("seabird", "sea bird"), ("abird", ""), ("seaa", ""), ("gobi", ""), ("gobin", "go bin")]
)
def test_a_word_is_two_where_both_stand_side_by_side_and_are_no_letters(store: File, word: str, parts: str) -> None:
    told = ("A sea bird", "See a bird", "Go bi", "Go bin", "Sea a")
    sections.follow(store, offer(("World", tuple(entry(n, title=title) for n, title in enumerate(told)))))
    offered = forms.wider(store, word)
    assert (offered.forms if offered else ()) == ((parts,) if parts else ())
