"""Text in the cells of a terminal: measured, cut, and wrapped by the rules of its script. No widgets here."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from rich.cells import cell_len, get_character_cell_size, split_graphemes

from tui.scripts import is_right_to_left
from tui.text import clean

_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
_SPACE = " \t\n\x0b\x0c\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
_CJK = (
    "\u2e80-\u2fff\u3001-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
_OPEN = "（［｛「『【〈《〔〖｢"
_CLOSE = "、。，．：；？！）］｝」』】〉》〕〗｣・ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％"
_MARK = "\u0300-\u036f\u200c\u200d\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
_DASH = r"(?<=\w)[-–—](?=[^\W\d])"
_BREAK_DASH = re.compile(_DASH)
_URL_BREAKS = "/?&=-_.,;:%#+"

_JOINING = re.compile(
    "[\u0900-\u109f\u1700-\u17ff\u1900-\u1c7f\u1cd0-\u1cff\ua800-\ua82f\ua840-\ua8ff\ua900-\ua95f\ua980-\uaaff\uabc0-\uabff"
    "\U00010a00-\U00010a5f\U00011000-\U00011fff\U00016100-\U00016139]"
)
"""Letters of the scripts of India, Tibet and South-East Asia: vowel signs and joined consonants stand on cells of their
own in some terminals (tmux, xterm), and on none in others."""

Extent = tuple[int, int]
"""Where a line stands in its text: (start, end), blanks at its ends not in it."""


def width(text: str) -> int:
    """The cells that a text may need: 2 for a wide character, 0 for a combining mark; vowel signs as the widest
    terminal draws them."""
    if text.isascii() and text.isprintable():
        return len(text)
    return _widest(text) if joins(text) else cell_len(text)


def counted_cells(text: str) -> int:
    """The cells that Textual counts for a text: what is set behind it in a column is reckoned by them."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


def joins(text: str) -> bool:
    """There are letters in a text that some terminals join with their neighbours, so that its width is not known."""
    return not text.isascii() and _JOINING.search(text) is not None


@lru_cache(maxsize=4096)
def _widest(text: str) -> int:
    return max(cell_len(text), sum(map(_alone, text)))


@lru_cache(maxsize=4096)
def _alone(character: str) -> int:
    """The cells of a character that nothing is joined to."""
    return 1 if unicodedata.category(character) == "Mc" else get_character_cell_size(character)


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """As much of a text as fits, with an ellipsis where something is missing."""
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        return ""
    return text[: fitting(text, 0, len(text), room)].rstrip() + ellipsis


def shortened(text: str, cells: int) -> str:
    """A note without the last of what stands behind dots ("12 marked read · u undo"), where it does not fit."""
    while width(text) > cells and " · " in text:
        text = text.rpartition(" · ")[0]
    return text


def wrap(text: str, cells: int) -> list[str]:
    """A text as lines of at most `cells` (at least 2) cells, without blanks at their ends."""
    return [text[start:end] for start, end in extents(text, cells)]


def set_right(text: str, cells: int) -> str:
    """A line of a script written from right to left with blanks before it, so that it ends at the right edge; any other
    as it is."""
    return " " * (cells - width(text)) + text if is_right_to_left(text) else text


def safe(text: str) -> str:
    """The last gate before the screen: one line of text with nothing in it that a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(r"[\t\n\xa0]", " ", clean(text))


def extents(text: str, cells: int, owed: int = 0) -> list[Extent]:
    """Where the lines of a text begin and end when it is wrapped, the first with `owed` cells fewer than the others;
    never empty, strictly rising."""
    return list(lines_from(text, 0, cells, owed))


def lines_from(text: str, start: int, cells: int, owed: int = 0) -> Iterator[Extent]:
    """The same from a place on, one by one."""
    cells = max(2, cells)
    owed = min(owed, cells - 2)
    while True:
        end = text.find("\n", start)
        stop = len(text) if end < 0 else end
        wrapped = _narrow if _NARROW.fullmatch(text, start, stop) else _any
        yield from wrapped(text, start, stop, cells, owed)
        if end < 0:
            return
        start, owed = end + 1, 0


def _narrow(text: str, start: int, stop: int, cells: int, owed: int = 0) -> Iterator[Extent]:
    """The common case: every character is one cell, the only blank is a space."""
    while start < stop and text[start] == " ":
        start += 1
    while stop > start and text[stop - 1] == " ":
        stop -= 1
    while stop - start > cells - owed:
        edge = start + cells - owed
        end = text.rfind(" ", start, edge + 1)
        for dash in _BREAK_DASH.finditer(text, max(start, end), min(edge + 1, stop)):
            end = dash.end() if dash.end() <= edge else end
        if end <= start:
            end = _long(text, start, edge)
        line = end
        while text[line - 1] == " ":
            line -= 1
        yield start, line
        start, owed = end, 0
        while start < stop and text[start] == " ":
            start += 1
    yield start, stop


@cache
def _chunks() -> re.Pattern[str]:
    """What must not be broken. Compiled where a text asks for it: most screens begin without one, 3 ms sooner."""
    return re.compile(
        rf"[{_SPACE}]+"
        rf"|[{_OPEN}“‘(\[]*(?![{_OPEN}{_CLOSE}])[{_CJK}][{_MARK}]*"
        rf"[{_CLOSE}{_MARK}”’…—)\],.!?:;]*(?:\u00a0[^{_SPACE}{_CJK}]+)*"
        rf"|(?:(?!{_DASH})[^{_SPACE}{_CJK}])+[-–—]?[{_CLOSE}{_MARK}]*"
        rf"|[{_OPEN}{_CLOSE}]+"
        r"|.",
        re.DOTALL,
    )


def _any(text: str, start: int, stop: int, cells: int, owed: int = 0) -> Iterator[Extent]:
    """Any script: chunks that must not be broken, broken all the same where one is longer than a line."""
    begin = end = start
    used = owed
    blank = 0
    for chunk in _chunks().finditer(text, start, stop):
        size = width(chunk[0])
        if chunk[0][0] in " \t\u3000" or chunk[0].isspace():
            blank = size
            continue
        if end > begin and used + blank + size > cells:
            yield begin, end
            begin, used, blank, owed = chunk.start(), 0, 0, 0
        elif end == begin:
            begin, blank = chunk.start(), 0
        end = chunk.end()
        used += blank + size
        blank = 0
        # A joiner or variation selector may make a line wider than its chunks: measured again where it matters.
        while used > cells or (end - begin > cells // 2 and width(text[begin:end]) > cells - owed):
            edge = _long(text, begin, fitting(text, begin, end, cells - owed))
            yield begin, edge
            begin, used, owed = edge, width(text[edge:end]), 0
    if end > begin or begin == start:
        yield begin, end


def fitting(text: str, start: int, end: int, cells: int) -> int:
    """The end of the longest stretch of whole graphemes that fits into `cells`; one grapheme at least where there is
    room for any."""
    spans, _ = split_graphemes(text[start:end])
    used = 0
    loose = joins(text[start:end])
    for first, last, size in spans:
        used += width(text[start + first : start + last]) if loose else size
        if used > cells:
            return start + first if first or cells < 2 else start + spans[0][1]
    return end


def _long(text: str, start: int, edge: int) -> int:
    """Where to break a word that is longer than its line: behind a sign of an address in the second half, else at the
    edge."""
    for at in range(edge, (start + edge) // 2, -1):
        if text[at - 1] in _URL_BREAKS:
            return at
    return edge
