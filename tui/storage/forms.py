"""Other forms of the words of a search: what else of the library's own words a person may have meant, and how many more
stories have them. Nothing is found by them unasked: "police" is not "policy", and only a person knows.

The forms of a word are those with the same stem, by the languages of the sites that are followed (snowballstemmer knows
some thirty), or the same letters written as two words, or two words written as one."""

import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice, pairwise, product
from types import ModuleType

from tui.model import StoryFilter
from tui.storage import grammar, hits
from tui.storage.file import File
from tui.storage.grammar import Term
from tui.storage.query import MOST_ALTERNATIVES
from tui.storage.sql import column
from tui.values import Value, replace

_MOST = 4
"""Forms of a word that are offered, those of the most stories."""
_LOOKED_AT = 400
"""Words of the index that are looked at for the forms of one: they begin alike."""
_COMMON = 2_000
"""Two words that occur this often each occur side by side by chance."""
_WORDS = 4
"""Words of a search whose forms are looked for: with more, there would be no end of alternatives."""
_SHORTEST = 5
"""Letters from which on a word may be two: shorter ones are made of words that say nothing."""

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali",
    "nl": "dutch", "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "fa": "persian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""The stemmer of a language, by the first part of its tag (BCP 47)."""


class Wider(Value):
    """A search that finds more: by which other forms of its words, and how many stories more."""

    words: str
    forms: tuple[str, ...]
    more: int

    @property
    def told(self) -> str:
        """In a few words: "elephants: 46 more"."""
        return f"{', '.join(self.forms)}: {self.more:,} more"


def wider(file: File, words: str) -> Wider | None:
    """A search with other forms of its words, where more news is found by them; else, where none is found, what mutes
    hide of it; None where that is nothing either."""
    with file.reading() as db:
        now = file.clock()

        def number(said: str) -> int:
            return hits.number(db, StoryFilter(words=said, news=True), now)

        searched = grammar.read(words)
        forms = _Forms(db)
        parts = (part for terms in searched for part in forms.alternatives(terms))
        widened = tuple(islice(parts, MOST_ALTERNATIVES))
        said, found = grammar.written(widened), number(words)
        if forms.found and widened != searched and (more := number(said) - found):
            return Wider(said, tuple(forms.found), more)
        hidden = "" if found else grammar.both(words, "is:muted")
        return Wider(hidden, ("hidden by mutes",), more) if hidden and (more := number(hidden)) else None


class _Forms:
    """The forms of the words of one search."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._stems = _stems(db)
        self.found: dict[str, None] = {}

    def alternatives(self, terms: Sequence[Term]) -> Iterator[tuple[Term, ...]]:
        """The terms as they are, with other forms of each, and with two of them as one."""
        yield tuple(terms)
        plain = [term for term in terms[:_WORDS] if _is_plain(term)]
        choices = [(term, *self._of(term)) if term in plain else (term,) for term in terms]
        for chosen in product(*choices):
            if chosen != tuple(terms):
                yield chosen
        for one, other in pairwise(terms):
            if one in plain and other in plain and self._stands(joined := (one.text + other.text).lower()):
                self.found[joined] = None
                yield tuple(replace(term, text=joined) if term is one else term for term in terms if term is not other)

    def _of(self, term: Term) -> Iterator[Term]:
        word = term.text.lower()
        for form in self._alike(word):
            self.found[form] = None
            yield replace(term, text=form)
        for parts in self._parted(word):
            self.found[parts] = None
            yield replace(term, text=parts, exact=True)

    def _alike(self, word: str) -> list[str]:
        """The library's words with the same stem, those in most places first."""
        found: set[str] = set()
        for stem in self._stems if len(word) > 2 else ():
            root = stem(word)
            begins = next((root[:size] for size in range(len(root), 0, -1) if word.startswith(root[:size])), "")
            begins = begins[: max(3, len(begins) - 2)]  # journal, journaux
            if len(begins) >= 3:
                sql = "SELECT DISTINCT term FROM terms WHERE term >= ? AND term < ? LIMIT ?"
                near = self._db.execute(sql, (begins, begins + "\U0010ffff", _LOOKED_AT))
                found.update(term for (term,) in near if term != word and stem(term) == root)
        return sorted(found, key=lambda term: (-self._places(term), term))[:_MOST]

    def _parted(self, word: str) -> Iterator[str]:
        """The word as two that stand side by side somewhere."""
        for at in range(2, len(word) - 1) if len(word) >= _SHORTEST else ():
            one, other = word[:at], word[at:]
            if self._stands(one) and self._stands(other) and min(self._places(one), self._places(other)) < _COMMON:
                sql = "SELECT rowid FROM search WHERE search MATCH ? LIMIT 1"
                if column(self._db, sql, f'"{one} {other}"'):
                    yield f"{one} {other}"

    def _stands(self, word: str) -> bool:
        return bool(self._db.execute("SELECT 1 FROM terms WHERE term = ? LIMIT 1", (word,)).fetchone())

    def _places(self, word: str) -> int:
        sql = "SELECT count(*) FROM (SELECT 1 FROM terms WHERE term = ? LIMIT ?)"
        return int(self._db.execute(sql, (word, _COMMON)).fetchone()[0])


def _is_plain(term: Term) -> bool:
    """A word of letters alone, that is wanted as it stands."""
    bare = not (term.exact or term.prefix or term.without) and term.field in ("", "headline")
    return bare and term.text.isalpha() and len(term.text) > 1


def _stems(db: sqlite3.Connection) -> list[Callable[[str], str]]:
    """The stemmers of the languages in which the sites write; English where they do not say."""
    tags = (tag for (tag,) in db.execute("SELECT DISTINCT language FROM sites WHERE kind <> 'guide'"))
    named = {_STEMMERS.get(tag.partition("-")[0].lower(), "") for tag in tags if tag} - {""}
    found = []
    for name in sorted(named | {"english"}):
        # A system's packager may leave it out, or it may lack a language: words are found as they are typed then.
        with suppress(ImportError, KeyError):
            found.append(_stemmer(name))
    return found


def _stemmer(name: str) -> Callable[[str], str]:
    """The stemmer of this name. Importing snowballstemmer as such imports the stemmers of all languages, 15 ms of a
    search's 85, so its package is there without having run; where it is not built as it was, it is asked itself.
    ImportError where it is not installed, KeyError where it has no such language."""
    from importlib import import_module, machinery

    package = ModuleType("snowballstemmer")
    spec = machinery.PathFinder.find_spec(package.__name__)
    package.__path__ = (spec and spec.submodule_search_locations) or []
    found = sys.modules.setdefault(package.__name__, package)
    try:
        room = import_module(f"snowballstemmer.{name}_stemmer")
        stem: Callable[[str], str] = getattr(room, f"{name.title()}Stemmer")().stemWord
    except (ImportError, AttributeError):
        if found is package:
            del sys.modules[package.__name__]
        stem = import_module(package.__name__).stemmer(name).stemWord
    return stem
