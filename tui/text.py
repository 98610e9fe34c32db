"""Text from outside, made safe for a terminal: once, on the way in.

Removed: C0 and C1 controls, DEL, bidirectional controls and isolates, zero-width and invisible format characters,
interlinear annotations, towers of marks in any script, tag characters, format characters of music, shorthand and
hieroglyphs, noncharacters, lone surrogates, and the one character for which some terminals draw a part of a picture.
Emoji sequences are reduced to their base character, because terminals disagree about their width. Zero-width joiners
stay only between letters of Indic scripts, which need them to be spelt.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\u20e3\ud800-\udfff"
)
_INVISIBLE_BEYOND = "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff\U0010eeee\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
_UNSAFE = f"[{_INVISIBLE}{_INVISIBLE_BEYOND}]+|(?<![\u0900-\u0dff])\u200d|\u200d(?![\u0900-\u0dff])"
_BREAKS = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"
_MARKS = 6
"""On one letter: no script has more, and they are drawn over the lines above and below, or hang the terminal."""
_RUN = rf"[^\w\s!-~]{{{_MARKS},}}"
"""Where a tower of them may be: to Python, no mark of any script belongs to a word."""
_MARKED = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0600-\u061a\u064b-\u065f\u0670\u06d6-\u074a\u07a6-\u1aff\u1b00-\u1dff\u200c\u20d0-\u20ff"
    "\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua6f1\ua802-\uabed\ufb1e\ufe20-\ufe2f"
)
"""Where Unicode has such marks, and whole scripts between them."""
_CONTROLS = f"{_INVISIBLE}\u200d\r\x0b\x0c\x85\u2028\u2029"
_OBEYED = f"[{_CONTROLS}{_INVISIBLE_BEYOND}]"
_SUSPECT = f"[{_CONTROLS}{_MARKED}\U00010000-\U0010ffff]"
"""Anything that the patterns above look for: one set is searched several times faster than they are. All that is beyond
U+FFFF is in it, since every single range there is compared with every letter, which takes four times as long.

These patterns are compiled when they are first needed, which a verb that prints a list never does.
"""
_compiled = cache(re.compile)
_BLANKS = re.compile(r"[^\S\n]+")


def clean(text: str) -> str:
    """Text with its line breaks and tabs, and nothing in it that a terminal would obey."""
    if (text.isascii() and text.isprintable()) or not _compiled(_SUSPECT).search(text):
        return text
    if _compiled(_OBEYED).search(text):
        text = re.sub(_UNSAFE, "", re.sub(_BREAKS, "\n", text))
    return low(text)


def low(text: str, beyond: Callable[[str], str] = lambda _mark: "") -> str:
    """Text with what is `beyond` the sixth mark on a letter in the place of a tower of marks; not made safe
    otherwise."""
    if text.isascii() or not (run := _compiled(_RUN)).search(text):
        return text
    from unicodedata import category  # late: hardly a text has a tower

    def lowered(found: re.Match[str]) -> str:
        kept, marks = [""], 0
        for sign in found[0]:
            marks = marks + 1 if category(sign) in ("Mn", "Me", "Cf") else 0
            if marks == _MARKS + 1 and kept[-1] == "\u200d":
                kept[-1] = beyond(kept[-1])  # it joins no letters any more
            kept.append(sign if marks <= _MARKS else beyond(sign))
        return "".join(kept)

    return run.sub(lowered, text)


def line(text: str) -> str:
    """One line: a title, a name; white space collapsed, ends stripped."""
    if text.isascii() and text.isprintable():  # most are: safe, and with no white space but blanks
        text = text.strip()
        return text if "  " not in text else " ".join(text.split())
    return one_line(clean(text))


def one_line(text: str) -> str:
    """Text with its white space collapsed, its ends stripped; not made safe."""
    text = text.strip()
    if text.isprintable() and "  " not in text:
        return text  # no white space is printable but the blank
    return " ".join(text.split())


def prose(text: str) -> str:
    """Running text that may keep its line breaks: blanks collapsed in each line, ends stripped."""
    return "\n".join(_BLANKS.sub(" ", row).strip() for row in clean(text).split("\n")).strip()


_SPOKEN = re.compile(r"\w+")


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """What two wordings of one headline or name share: its words in lower case."""
    return " ".join(_SPOKEN.findall(text.casefold()))


def shorten(text: str, width: int) -> str:
    """At most `width` characters of one line, cut at a word, with an ellipsis where something was cut."""
    text = line(text)
    if len(text) <= width:
        return text
    cut = text[: width - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > width // 2 else cut).rstrip(" ,;:.–—-") + "…"


def nearest(name: str, known: Sequence[str], likeness: float = 0.6) -> str:
    """The one of some names that is nearest to a mistaken one, and as like it (0 to 1) or more; or ""."""
    import difflib  # late: only a mistake needs it

    return next(iter(difflib.get_close_matches(name, known, cutoff=likeness)), "")


def counted(number: int, one: str, several: str) -> str:
    """A number with what it counts."""
    return f"{number:,} {one if number == 1 else several}"


_UNSEEN = r"(?is)<(?:!--.*?(?:-->|\Z)|(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z))"
"""What is never closed goes to the end, as in a browser: and no text is read over and over again."""
_WITHIN_WORDS = r"(?i)</?(?:a|abbr|b|bdi|big|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>"
_TAG = re.compile(r"<[^<>]*>")


def words(html: str) -> str:
    """The words of HTML on one line, roughly: for a search only, what is shown is parsed."""
    text = _TAG.sub(" ", re.sub(_WITHIN_WORDS, "", re.sub(_UNSEEN, " ", html))) if "<" in html else html
    if "&" in text:
        from html import unescape

        text = unescape(text)
    text = " ".join(text.split())
    return text if text.isascii() and text.isprintable() else line(text)  # told at a third of the cost of cleaning it
