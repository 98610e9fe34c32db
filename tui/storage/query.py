"""What a search means: the words that a text is found by, and what the library is asked for (`grammar` reads what a
person types).

Scripts that are written without spaces (Chinese, Japanese, Korean, Thai, Lao, Burmese, Khmer) are indexed letter by
letter, and a run of them in a query is a phrase, so that every part of a sentence is found. The letters are parted by
U+200B, which no text from outside contains (`text.clean` removes it), and which is taken out of snippets again.
"""

import json
import re
import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from tui.storage import grammar
from tui.storage.grammar import Term
from tui.text import clean
from tui.text import words as words_of
from tui.values import Value, replace

VERSION = 2
"""The version of `indexed` and `indexed_body`: where it changes, the library's index is made anew."""

MOST_TERMS = 24
"""Words of a query beyond these are left out: nobody types that many, and each costs time."""
MOST_ALTERNATIVES = 16
"""Likewise what stands between its bars."""

# Patterns are compiled when they are first needed, which most verbs of the command line never do; those with _DENSE
# take 2 ms each.
_DENSE = "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
_PART = rf"(?<=[{_DENSE}])(?=\w)|(?<=\w)(?=[{_DENSE}])"
_DENSE_AT_ALL = f"[{_DENSE}]"
_PERHAPS_DENSE = "[^\x00-\u0dff\u1e00-\u2fff]"
"""What is beyond most scripts, punctuation and symbols: compiled in a fifth of the time."""
_NOT_INDEXED = r"[A-Za-z0-9]{4,}"
_LONG_ENOUGH = r"\w{3}$"


def indexed(text: str | None) -> str:
    """A text as the index sees it: dense scripts parted letter by letter."""
    if not text or text.isascii() or not re.search(_PERHAPS_DENSE, text):
        return text or ""
    return re.sub(_PART, "\u200b", text)


def indexed_body(article: bytes | None, content: bytes | None) -> str:
    """The words of a kept article (two lines of JSON: the facts, the blocks), or where there is none of the feed's own
    HTML; both compressed."""
    if article is not None:
        facts, body = zlib.decompress(article).decode().split("\n")
        return indexed("\n".join(filter(None, (json.loads(facts).get("standfirst"), _words(json.loads(body))))))
    return indexed(words_of(zlib.decompress(content).decode())) if content else ""


def _words(value: Any) -> str:
    """The words in the JSON of some blocks: what a reader sees of them, captions included."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n".join(filter(None, map(_words, value)))
    parts = []
    for name, given in value.items():
        if name == "spans":
            parts.append(_spans(given))
        elif name in ("rows", "header"):
            rows = given if name == "rows" else [given]
            parts.extend(_spans(cell) for row in rows for cell in row)
        elif name in ("text", "blocks", "items", "source", "caption", "title", "author"):
            parts.append(_words(given))
    return "\n".join(filter(None, parts))


def _spans(spans: list[Any]) -> str:
    return "".join(span if isinstance(span, str) else span["text"] for span in spans)


class Query(Value):
    """An alternative of a search, as the library is asked for it. `match` is an expression of FTS5, "" where no word
    was given; names are casefolded."""

    match: str = ""
    sites: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    since: datetime | None = None
    states: frozenset[str] = frozenset()
    """Of `grammar.STATES`; "muted": what mutes hide is wanted, and nothing else."""
    impossible: bool = False
    """Something was typed that no story can match: only punctuation, no date after since:."""
    tags: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    before: datetime | None = None
    but: "Query | None" = None
    """Any of this excludes a story; its `match` is told only where the query itself has none."""


def read_queries(
    words: str, now: datetime, beginning: Callable[[str], Sequence[str]] = lambda _: ()
) -> tuple[Query, ...]:
    """The alternatives of a search, one of which a story has to answer.

    `beginning` gives the index's words that begin so (lower case, ASCII), none where they are too many: asked for the
    beginnings that are not in the index themselves, for FTS5 gathers all hits of such a one before it gives the first.
    """
    queries = [_query(terms, now, beginning) for terms in grammar.read(words)[:MOST_ALTERNATIVES]]
    if len(queries) > 1 and all(query.match and query == Query(query.match) for query in queries):
        return (Query(" OR ".join(f"({query.match})" for query in queries)),)
    return tuple(queries)


def sought(words: str, beginning: Callable[[str], Sequence[str]] = lambda _: ()) -> str:
    """What of a search is looked for in texts, to show where it stands in them: neither what excludes a story nor what
    is to stand in its headline. An expression of FTS5, "" for none."""
    parts: list[str] = []
    for terms in grammar.read(words)[:MOST_ALTERNATIVES]:
        said = [_words_of(term, beginning) for term in terms if not (term.field or term.without)]
        parts += filter(None, [" AND ".join(list(filter(None, said))[:MOST_TERMS])])
    return parts[0] if len(parts) == 1 else " OR ".join(f"({part})" for part in parts)


def _query(terms: Sequence[Term], now: datetime, beginning: Callable[[str], Sequence[str]]) -> Query:
    query = _gathered([term for term in terms if not term.without], " AND ", beginning)
    but = _gathered([term for term in terms if term.without], " OR ", beginning)
    if query.match and but.match:
        query, but = replace(query, match=f"({query.match}) NOT ({but.match})"), replace(but, match="")
    since: list[datetime] = []
    before: list[datetime] = []
    impossible = query.impossible
    for term in terms:
        if term.field in grammar.MOMENTS:
            moment = grammar.moment(term.text, now)
            impossible |= moment is None
            (since if (term.field == "since") is not term.without else before).extend(filter(None, [moment]))
    return replace(
        query,
        since=max(since, default=None),
        before=min(before, default=None),
        impossible=impossible,
        but=but if replace(but, impossible=False) != Query() else None,
    )


def _gathered(terms: Sequence[Term], joint: str, beginning: Callable[[str], Sequence[str]]) -> Query:
    """What some terms come to, moments apart."""
    places = {field: tuple(term.text.casefold() for term in terms if term.field == field) for field in grammar.PLACES}
    said = [_words_of(term, beginning) for term in terms if term.field in ("", "headline")]
    spoken = [match for match in said if match]
    states = frozenset(term.text for term in terms if term.field == "is")
    return Query(
        joint.join(spoken[:MOST_TERMS]),
        places["site"],
        places["section"],
        states=states & frozenset(grammar.STATES),
        impossible=(bool(said) and not spoken) or not states <= frozenset(grammar.STATES),
        tags=places["tag"],
        folders=places["folder"],
    )


def _words_of(term: Term, beginning: Callable[[str], Sequence[str]]) -> str:
    match = _term(term.text.replace(":", " ") if not term.exact else term.text, prefix=term.prefix, beginning=beginning)
    return f"title : {match}" if match and term.field == "headline" else match


def terms_of(text: str) -> tuple[str, ...]:
    """The words of a headline that can tell one story from another, each once, as expressions of FTS5."""
    found: dict[str, None] = {}
    for word in re.findall(r"\w+(?:[’']\w+)?", clean(text)):
        if not word.isascii() and re.search(_DENSE_AT_ALL, word):
            pairs = [word[at : at + 2] for at in range(max(len(word) - 1, 1))]
            found.update(dict.fromkeys(_term(pair, prefix=False) for pair in pairs))
        elif len(word) > 2 or (word.isupper() and len(word) > 1):
            found[_term(word.casefold(), prefix=False)] = None
    return tuple(found)


def _term(given: str, *, prefix: bool, beginning: Callable[[str], Sequence[str]] = lambda _: ()) -> str:
    """A word or phrase, quoted, so that nothing in it means anything to FTS5; "" where there is no word in it."""
    if not any(sign.isalnum() for sign in given):
        return ""
    bare = indexed(given.rstrip("*") if prefix else given).replace('"', " ")
    if prefix and re.fullmatch(_NOT_INDEXED, bare) and (known := beginning(bare.lower())):
        return "(" + " OR ".join(f'"{word}"' for word in known) + ")"
    # The words that begin with one or two letters are half the language: such a beginning is taken for a word itself.
    return f'"{bare}"' + ("*" if prefix and re.search(_LONG_ENOUGH, bare) else "")
