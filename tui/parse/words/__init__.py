"""Nothing but words: what news sites write, a row for each language.

A row is one string, its phrases sorted and separated by bars. No phrase occurs twice in a table, and none under two
relations: a phrase of several languages is in the row of one of them. Languages have their BCP 47 names; `hr` holds
Bosnian, Croatian, Montenegrin and Serbian in Latin letters, `sr` the same in Cyrillic, `nb` both forms of Norwegian,
`zh` both forms of Chinese characters, and `""` what belongs to no language. Tables are read with `split`;
tests/parse/words holds them to these rules."""

import re
from collections.abc import Iterable, Mapping


def split(rows: Mapping[str, str]) -> tuple[str, ...]:
    """Every phrase of a table, row by row."""
    return tuple(phrase for row in rows.values() for phrase in row.split("|"))


def any_of(phrases: Iterable[str]) -> str:
    """A pattern of some phrases, the longest first, filed by their first signs: a text that meets it is compared with
    the few that begin as it does, and not with hundreds."""
    filed: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        filed.setdefault(phrase[:1], []).append(re.escape(phrase[1:]))
    ways = [f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in filed.items()]
    return f"(?:{'|'.join(ways)})"


def pattern(rows: Mapping[str, str]) -> str:
    """A pattern of a table's phrases, the longest first: whole words, in scripts that write blanks between words."""
    spaced = [phrase for phrase in split(rows) if max(phrase) < _FIRST_UNSPACED]
    others = [phrase for phrase in split(rows) if max(phrase) >= _FIRST_UNSPACED]
    return "|".join([rf"\b{any_of(spaced)}\b", *([any_of(others)] if others else [])])


_FIRST_UNSPACED = "\u0900"
"""From here on a pattern's edges of words are no edges: vowel signs part words, or nothing does."""


ODD = {
    "adsmanager": "Joomla's component for classified advertisements",
    "boersenkurse": "tagesschau.de",
    "brandvoice": "Forbes, posts that are paid for",
    "cdn-cgi": "Cloudflare",
    "hot-topics": "The Telegraph and Fox News, lists of a subject",
    "hub": "AP News and CBS News, lists of a subject",
    "info-page": "Reuters, pages about itself",
    "news_detail": "MBN, every story",
    "paidpost": "The New York Times",
    "pda": "naviny.by, the same pages for small screens",
    "tag-page": "20 Minuten",
    "whatsnew": "The Wall Street Journal and Asahi Shimbun, what is new",
    "wp-admin": "WordPress",
    "wp-content": "WordPress",
    "wp-json": "WordPress",
    "wp-login.php": "WordPress",
    "zilizosomwa ziadi": "HabariLeo, so spelled, over what is read most",
}
"""Phrases that no language would give, and the site or theme that forced them."""
