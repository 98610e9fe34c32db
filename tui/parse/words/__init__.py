"""Nothing but words: what news sites write, a row for each language.

A row is one text, its phrases sorted and parted by bars. No phrase stands twice in a table, and none under two
relations: one that several languages write stands in the row of one of them. Languages go by their BCP 47 names; `hr`
holds what Bosnian, Croatian, Montenegrin and Serbian write in Latin letters, `sr` what they write in Cyrillic, `nb`
both forms of Norwegian, `zh` both forms of Chinese characters, and `""` what is no language's own. Tables are read with
`split`; tests/parse/words holds them to these rules."""

import re
from collections.abc import Mapping


def split(rows: Mapping[str, str]) -> tuple[str, ...]:
    """Every phrase of a table, row by row."""
    return tuple(phrase for row in rows.values() for phrase in row.split("|"))


def pattern(rows: Mapping[str, str]) -> str:
    """A pattern of the phrases of a table, the longest first: whole words, where a script sets blanks between them."""
    phrases = sorted(split(rows), key=len, reverse=True)
    spaced = [re.escape(phrase) for phrase in phrases if max(phrase) < _FIRST_UNSPACED]
    others = [re.escape(phrase) for phrase in phrases if max(phrase) >= _FIRST_UNSPACED]
    return "|".join([rf"\b(?:{'|'.join(spaced)})\b", *others])


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
