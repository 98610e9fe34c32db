"""Program text with its words told apart: keywords, strings, comments. Pygments does it, which comes with Textual and
is imported with the first program that is shown."""

import re
from time import perf_counter

LONGEST = 20_000
"""Characters of program text that are looked at; what is longer stays plain."""
WIDEST = 500
"""Characters of a line: some rules of some languages take quadratic time on one."""
SECONDS = 0.1
"""How long it may take; what is not done by then stays plain."""
_LANGUAGES = frozenset(
    "python py pycon c cpp c++ csharp cs java kotlin scala swift go rust ruby rb php perl lua r julia haskell elixir"
    " erlang javascript js typescript ts jsx tsx json yaml toml ini html xml css scss sql bash sh shell console zsh fish diff"
    " dockerfile makefile nix zig".split()
)
"""The languages that are told apart: Pygments knows six hundred, and not all their rules were written for hostile
text."""

Stretch = tuple[int, int, str]
"""(start, end, look) of some characters."""


def language_of(name: str) -> str:
    """The language that a page names ("language-py3" is "py"), where it is one that is told apart, or ""."""
    bare = re.sub(r"^(?:language|lang|highlight-source|brush:)[-: ]*", "", name.strip().lower()).rstrip("0123456789.")
    return bare if bare in _LANGUAGES else ""


def stretches(text: str, language: str) -> tuple[Stretch, ...]:
    """What of a program text is a keyword, a string, a number or a comment; nothing where its language is not known
    here, and nothing beyond the place where time ran out."""
    known = language_of(language)
    if not known or len(text) > LONGEST or max(map(len, text.split("\n"))) > WIDEST:
        return ()
    from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
    from pygments.token import Token  # type: ignore[import-untyped]
    from pygments.util import ClassNotFound  # type: ignore[import-untyped]

    looks = (
        (Token.Comment, "comment"),
        (Token.Literal.String, "string"),
        (Token.Literal.Number, "string"),
        (Token.Keyword, "keyword"),
        (Token.Name.Tag, "keyword"),
        (Token.Generic.Inserted, "string"),
        (Token.Generic.Deleted, "comment"),
    )
    try:
        lexer = get_lexer_by_name(known)
    except ClassNotFound:
        return ()
    stop = perf_counter() + SECONDS
    found: list[Stretch] = []
    for start, kind, words in lexer.get_tokens_unprocessed(text):
        if perf_counter() > stop:
            break
        look = next((look for above, look in looks if kind in above), "")
        if look and words.strip():
            found.append((start, start + len(words), look))
    return tuple(found)
