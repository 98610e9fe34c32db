"""The language of searches, in which views, mutes, highlights and rules are told too: what a person types, read into
terms, written again, and where it is mistaken.

    "port strike" -football is:unread site:bbc folder:News tag:ports since:2d | headline:ferr*

Words, "phrases" and beginnings*; headline: with one of these; site:, section:, folder: and tag: with a name; since: and
before: with a day or a number of days; is: with a state. What has - before it must not be so, and a | between blanks
stands between alternatives. Any text can be read: what means nothing is a word like any other, or wrong (`mistake`)."""

import re
from datetime import UTC, datetime, timedelta

from tui.errors import AskError
from tui.text import clean, nearest
from tui.values import Value

# Compiled when it is first needed, which with most verbs of the command line is never.
_TERM = r'(?P<no>-(?=["\w]))?(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))'
_DAYS = r"(\d{1,5})([hdwy]?)"
_BAR = "|"

PLACES = ("site", "section", "folder", "tag")
"""Fields that stand before a name."""
MOMENTS = ("since", "before")
STATES = ("unread", "read", "starred", "later", "downloaded", "noted", "muted")
"""What may stand after is:."""
_MEANT = {"title": "headline", "star": "starred", "queued": "later", "kept": "downloaded", "hidden": "muted"}
"""Other words for a field or a state."""
_FIELDS = ("headline", *PLACES, *MOMENTS, "is")


class Term(Value):
    """One thing that a story must answer to, or must not."""

    text: str
    field: str = ""
    """One of the words above, "" for words anywhere in the story."""
    exact: bool = False
    """A phrase, in quotation marks."""
    prefix: bool = False
    """The beginning of a word."""
    without: bool = False
    """It must not be so."""

    @property
    def written(self) -> str:
        """As a person would type it."""
        quoted = self.exact or not re.fullmatch(r'[^\s"]+', self.text) or (self.field == "" and self.text == _BAR)
        sign = '"' if quoted else ""
        field = f"{self.field}:" if self.field else ""
        return f"{'-' * self.without}{field}{sign}{self.text}{sign}{'*' * self.prefix}"


Alternatives = tuple[tuple[Term, ...], ...]
"""A search: a story is found that answers to all terms of one of these; without any terms every story does."""


def read(words: str) -> Alternatives:
    """A search as a person typed it."""
    found: list[list[Term]] = [[]]
    for each in re.finditer(_TERM, clean(words)):
        if each[0] == _BAR:
            found.append([])
        else:
            found[-1].append(_term(each))
    return tuple(tuple(terms) for terms in found if terms) or ((),)


def written(alternatives: Alternatives) -> str:
    """A search as a person would type it: read again it is the same."""
    return f" {_BAR} ".join(" ".join(term.written for term in terms) for terms in alternatives)


def seeks_words(words: str) -> bool:
    """Whether a search is for words, so that there are places to show, and not for states and names alone."""
    return any(not term.field and not term.without for terms in read(words) for term in terms)


def both(one: str, other: str) -> str:
    """A search that finds what two find."""
    return written(tuple((*first, *second) for first in read(one) for second in read(other)))


def _term(found: re.Match[str]) -> Term:
    without = bool(found["no"])
    named = (found["field"] or "").lower()
    field = _MEANT.get(named, named)
    phrase = found["phrase"] is not None
    given = " ".join((found["phrase"] if phrase else found["word"]).split())
    if field in PLACES and given:
        return Term(given, field, without=without)
    if field in MOMENTS or field == "is":
        value = given.lower()
        return Term(_MEANT.get(value, value) if field == "is" else value, field, without=without)
    spoken = any(sign.isalnum() for sign in given)
    if not (field == "headline" and spoken):
        if named:  # no field of ours: "Re:Invent", "title:"
            given = f"{found['field']}:{given}"
        field = ""
    prefix = not phrase and spoken and given.endswith("*")
    return Term(given.rstrip("*") if prefix else given, field, phrase, prefix, without)


class Mistake(Value):
    """What cannot be meant as it is typed: where it is, and what would be right, in a sentence."""

    start: int
    end: int
    sentence: str


def mistake(words: str) -> Mistake | None:
    """The first mistake in what a person typed, None where there is none."""
    for found in re.finditer(_TERM, clean(words)):
        if said := _wrong(found):
            return Mistake(*found.span(), f"{found[0]}: {said}")
    if words.strip() and read(words) == ((),):  # which would find, and hide, everything
        return Mistake(0, len(words), f"something has to stand beside a {_BAR}")
    return None


def check(words: str) -> None:
    """AskError where a search cannot be meant as it is typed; it names the word."""
    if wrong := mistake(words):
        raise AskError(wrong.sentence)


def _wrong(found: re.Match[str]) -> str:
    """What is wrong with a term, "" for nothing."""
    term = _term(found)
    if term.field == "is" and term.text not in STATES:
        return f"a story is {', '.join(STATES[:-1])} or {STATES[-1]}"
    if term.field in MOMENTS and moment(term.text, datetime.now(UTC)) is None:
        return "write a day (2026-11-23, today, yesterday) or how long ago (12h, 7d, 2w, 1y)"
    name = (found["field"] or "").lower()
    if name and name not in _FIELDS and found["word"] != "//" and (near := _nearest(name)):
        return f"there is no {name}:, did you mean {near}:? In quotation marks it is a word like any other"
    alone = re.fullmatch(rf"-?({'|'.join(_FIELDS)}):", found[0].lower())
    return f"something has to stand behind {alone[1]}:, without a blank" if alone and term.field == "" else ""


def _nearest(name: str) -> str:
    return "" if name in _MEANT else nearest(name, _FIELDS, 0.75)


def minutes(given: str) -> int:
    """The minutes of `30m`, `2h`, `1d`, 0 for `default`. AskError for anything else."""
    found = re.fullmatch(r"(\d{1,4})\s*([mhd]?)", given.strip().lower())
    if given.strip().lower() in ("", "default"):
        return 0
    if found is None or not int(found[1]):
        raise AskError(f"{given} is not a length of time: write 30m, 2h, 1d or default")
    return int(found[1]) * {"h": 60, "d": 1440}.get(found[2], 1)


def moment(given: str, now: datetime) -> datetime | None:
    """The moment that `2026-11-23`, `7d`, `12h`, `2w`, `1y`, `today` or `yesterday` means, by the clock of this
    machine; None for none."""
    if given in ("today", "yesterday"):
        midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight - timedelta(days=given == "yesterday")
    if days := re.fullmatch(_DAYS, given):
        hours = int(days[1]) * {"h": 1, "w": 7 * 24, "y": 365 * 24}.get(days[2], 24)
        return now - timedelta(hours=min(hours, 2_000 * 365 * 24))
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
