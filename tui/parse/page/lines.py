"""The text in a link or a card, line by line: headline, summary, and what stands beside them; and which line is the
headline."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from tui.parse.page.addresses import word_count
from tui.parse.page.labels import fold
from tui.parse.page.roles import tokens
from tui.parse.page.tree import HEADS, hides
from tui.parse.words import names as words
from tui.parse.words import split
from tui.text import line

_BESIDE = frozenset(split(words.BESIDE))
_MARKS = frozenset(split(words.MARKS))
_SUMMARIES = frozenset(split(words.SUMMARIES))
_TITLES = frozenset(split(words.TITLES))
_HIDDEN = frozenset(split(words.HIDDEN))

_LONGEST = 10_000
"""Characters, and elements, of the longest text that a headline is sought in."""

_BLOCKS = frozenset(
    (
        "address article aside blockquote button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
        " header hgroup li main menu nav ol p picture pre section summary table tbody td th tr ul"
    ).split()
)

_SKIPPED = frozenset(
    "-comment script style svg noscript template iframe select option textarea object video audio canvas math".split()
)

JOINED = frozenset(
    "b strong em i a font mark u small sub sup abbr acronym cite q bdi bdo wbr tt code kbd var s strike del ins".split()
)

Lines = list[tuple[str, str]]
"""(kind, text) of what is written in an element, line by line; the kinds are title, plain, aside, summary and mark.

A mark is a short element at the edge of a line: a label where many links have it, else words of the line beside it.
"""


def lines_of(node: LexborNode) -> Lines:
    """The text of an element in lines as a reader would see them, each with its kind."""
    found: Lines = []
    first = node.first_child
    if first is None:
        return found
    if first.next is None and first.tag == "-text":
        text = clean_line(first.text_content or "")
        return [("plain", text)] if text else found
    written = node.text()
    if not written.strip():
        return found
    if len(written) > _LONGEST:
        return [("plain", clean_line(written[:_LONGEST]))]
    writer = _Writer(found)
    writer.write(first, "plain", 0)
    writer.end("plain")
    return found


class _Writer:
    """Writes an element line by line."""

    def __init__(self, found: Lines):
        self.found = found
        self._run: list[str] = []
        """The line that is being written."""
        self._left = _LONGEST
        """Elements that are still read."""

    def end(self, kind: str) -> None:
        """End the line that is being written."""
        if self._run:
            if text := clean_line("".join(self._run)):
                self.found.append((kind, text))
            self._run.clear()

    def write(self, child: LexborNode | None, kind: str, level: int) -> None:
        """Write a node and those after it; `kind` is the kind of their surroundings."""
        run = self._run
        while child is not None and self._left:
            self._left -= 1
            tag = child.tag
            if tag == "-text":
                text = child.text_content or ""
                if run or not text.isspace():
                    run.append(text)
            elif tag == "br":
                if run and _is_its_own(child.prev, run, child.next):
                    self.end(kind)
                else:
                    run.append(" ")
            elif tag and tag not in _SKIPPED and level < 40:
                self._element(child, tag, kind, level)
            child = child.next

    def _element(self, node: LexborNode, tag: str, kind: str, level: int) -> None:
        inside = _kind(node, tag) or kind
        if inside == "hidden":
            return
        if tag in _BLOCKS or inside != kind:
            self.end(kind)
            if tag in HEADS and inside == "title":
                self._stand_beside()
            self.write(node.first_child, inside, level + 1)
            self.end(inside)
        elif tag in _TRAILING and _is_count_behind(node):
            self.end(kind)
            self.found.append(("aside", clean_line(node.text())))
        elif tag in _MARKING and self._is_mark(node):
            self.end(kind)
            self.found.append(("mark", clean_line(node.text())))
        elif tag in JOINED:
            self._joined(node, tag, kind, level)
        else:
            self._apart(node, kind, level)

    def _stand_beside(self) -> None:
        """Marks before a heading are no part of it."""
        self.found[:] = [("aside" if kind == "mark" else kind, text) for kind, text in self.found]

    def _is_mark(self, node: LexborNode) -> bool:
        """Whether an element of its own holds a few words, before or after all others in the link."""
        text = node.text()
        if not 0 < len(text) <= _LONGEST_MARK or not text.strip() or word_count(text) > 4:
            return False
        if (
            _is_br(node.next)
            or (self.found and _is_br(node.prev))
            or (node.tag in _BOLD and _stands_over(node.next, text))
        ):
            return False
        before, after = _beside(node.prev, "prev"), _beside(node.next, "next")
        if (before is None) == (after is None) or (before is None and (self._run or self.found)):
            return False
        if node.tag in JOINED and _is_glued(node, text):
            return False
        other = before or after
        assert other is not None
        return other.tag != node.tag or other.attributes.get("class") != node.attributes.get("class")

    def _joined(self, node: LexborNode, tag: str, kind: str, level: int) -> None:
        """Write an element within a line."""
        run = self._run
        fresh = not run
        self.write(node.first_child, kind, level + 1)
        if tag in _BOLD and run:
            if fresh and _stands_over(node.next, "".join(run)):
                self.end(kind)
            elif run[-1][-1:].isalnum() and _capital(node.next):
                run.append(" ")

    def _apart(self, node: LexborNode, kind: str, level: int) -> None:
        """Write an element that is a line of its own, if no blank separates it from its neighbours."""
        run = self._run
        if run and _are_two_lines(run, node.text(deep=True)[:2]):
            self.end(kind)
        self.write(node.first_child, kind, level + 1)
        after = node.next
        if run and run[-1][-1:].isalnum() and after is not None and after.tag == "span":
            self.end(kind)


def _is_br(node: LexborNode | None) -> bool:
    return node is not None and node.tag == "br"


def _are_two_lines(run: list[str], follows: str) -> bool:
    """Whether a line ends here and another begins: no sentence continues like this without a blank."""
    before, after = run[-1][-1:], follows[:1]
    ended = _is_of_a_word(before)
    if ended and after.isalnum():
        return True
    opens = after.isalnum() or (after in _OPENING and follows[1:].isalnum())
    if not opens or not (ended or before in _CLOSING):
        return False
    written = "".join(run)
    if after in _STRAIGHT and (written.count(after) % 2 or before == after):
        return False
    if before in _STRAIGHT or before == "’":  # l'Espresso has no other one that opens
        return written.count(before) % 2 == 0 if before == '"' else _QUOTED.search(written) is not None
    return before != "." or not after.islower()


def _is_of_a_word(sign: str) -> bool:
    """Whether it is a letter, a figure, or a vowel sign of an Indic script."""
    return sign.isalnum() or (sign > "\u02ff" and unicodedata.category(sign)[0] == "M")


_OPENING = frozenset("\"'“„«‘¿¡»")
_CLOSING = frozenset("\"'”“»’´.!?…)]）」』。！？")
_STRAIGHT = frozenset("\"'")
_QUOTED = re.compile(r"(?:^|\s)['‘]\S")


def _beside(node: LexborNode | None, way: str) -> LexborNode | None:
    """The next node in that direction with words in it."""
    while node is not None:
        tag = node.tag or ""
        if tag == "-text":
            if (node.text_content or "").strip():
                return node
        elif tag not in _SKIPPED and node.text().strip() and _kind(node, tag) != "hidden":
            return node
        node = getattr(node, way)
    return None


def _is_glued(node: LexborNode, text: str) -> bool:
    """Whether no blank separates an element from the text beside it, so that it is part of a word."""
    before, after = node.prev, node.next
    if before is not None and before.tag == "-text" and (before.text_content or "")[-1:].isalnum():
        return text[:1].isalnum()
    if after is None or after.tag != "-text" or not text[-1:].isalnum():
        return False
    follows = (after.text_content or "")[:1]
    new_word = len(text) > _SHORT_PREFIX and text[-1:].islower() and follows.isupper()
    return follows.isalnum() and not new_word


_SHORT_PREFIX = 3
"""Letters that a capital may follow in one word: iPhone, McDonald."""
_LONGEST_MARK = 36
_MARKING = frozenset("span small em i b strong font label".split())
_BOLD = frozenset("b strong em font big".split())
_TRAILING = frozenset("span small em i font sup b strong".split())
_COUNT = re.compile(r"[(\[]?\s*\d[\d.,]{0,6}[kK]?\s*[)\]]?")


def _is_its_own(before: LexborNode | None, run: list[str], after: LexborNode | None) -> bool:
    """Whether the line before a break is one element, and the next is not like it: a kicker, or a headline."""
    if before is None or before.tag not in JOINED | {"span"} or before.tag == "a":
        return False
    while after is not None and (
        after.tag == "br" or (after.tag == "-text" and not (after.text_content or "").strip())
    ):
        after = after.next
    if after is None or (after.tag == before.tag and after.attributes.get("class") == before.attributes.get("class")):
        return False
    return clean_line("".join(run)) == clean_line(before.text())


def _is_count_behind(node: LexborNode) -> bool:
    """Whether figures alone in the last small element of a link count comments."""
    text = node.text().strip()
    if not 0 < len(text) <= 9 or not _COUNT.fullmatch(text):
        return False
    if node.tag in _BOLD and text[0] not in "([":
        return False
    after = node.next
    while after is not None and after.tag == "-text" and not (after.text_content or "").strip():
        after = after.next
    before = node.prev
    return after is None and before is not None


def _stands_over(after: LexborNode | None, text: str) -> bool:
    """Whether bold words stand before a sentence of plain ones: a headline before its standfirst."""
    if after is None or after.tag != "-text" or text.rstrip().endswith((":", "-", "–")):
        return False
    follows = (after.text_content or "").strip()
    return len(text.split()) >= 4 and len(follows.split()) >= 6 and (follows[0].isupper() or follows[0] in "\"“„«»‘'")


def _capital(node: LexborNode | None) -> bool:
    """The text from its first capital letter on: after a label that is not set apart, the headline."""
    return node is not None and node.tag == "-text" and (node.text_content or "")[:1].isupper()


def _kind(node: LexborNode, tag: str) -> str:
    """The kind of an element in a link: "title", "summary", "aside", "hidden", or "" for the kind of its
    surroundings."""
    attributes = node.attributes
    if not attributes:
        return _UNNAMED.get(tag, "")
    names = attributes.get("class") or ""
    if "hidden" in attributes or ("style" in attributes and hides(attributes["style"] or "")):
        return "hidden"
    if tag in HEADS:
        return "aside" if names and _kind_called(names[:300], False) == "aside" else "title"
    if tag in ("time", "figcaption", "sup"):
        return "aside"
    if not names:
        if tag == "p":
            return "summary"
        return "title" if attributes.get("itemprop") == "headline" else ""
    if attributes.get("itemprop") == "headline":
        return "title"
    return _kind_called(names[:300], tag in JOINED) or ("summary" if tag == "p" else "")


_UNNAMED = {"p": "summary"} | dict.fromkeys(HEADS, "title") | dict.fromkeys(("time", "figcaption", "sup"), "aside")
"""What elements without attributes hold."""
BLOCK_NAME = re.compile(r"(?<!\S)[\w-]*?[a-zA-Z0-9]__(?=[a-zA-Z])")


@lru_cache(maxsize=1024)
def _kind_called(names: str, small: bool) -> str:
    """The kind that a class gives to a piece of text; `small` is one inside a line."""
    # of block__element--state, the element says what it is
    words = tokens(BLOCK_NAME.sub("", names) if "__" in names else names)
    if words & _HIDDEN and (
        "only" in words or "hidden" in words or words & {"visuallyhidden", "screenreader", "offscreen"}
    ):
        return "hidden"
    if words & _TITLES:
        return "title" if not words & {"kicker", "subtitle", "sub"} else "aside"
    if words & _BESIDE or (small and words & _MARKS):
        return "aside"
    return "summary" if words & _SUMMARIES else ""


_CP1252 = {number: found for number in range(0x80, 0xA0) if (found := bytes((number,)).decode("cp1252", "ignore"))}
"""Control characters that old systems wrote for quotation marks and dashes, as browsers read them in references."""


def clean_line(text: str) -> str:
    """`text.line`, with a short way for the common case."""
    joined = " ".join(text.split())
    if joined.isprintable():
        return joined if joined.isascii() else line(joined)
    return line(joined.translate(_CP1252))


CLOCK = re.compile(
    r"^[\W\d年月日時时分秒년월일시]*$|^(?:\d{1,2}[:.h]\d\d\s*(?:[ap]\.?m\.?|uhr|h)?\b.{0,12}|\d+\s*(?:[smhd]|min|mins|hrs?)\b.{0,6})$",
    re.IGNORECASE,
)
"""A time, an age, a count: no headline."""


class TitleLine(NamedTuple):
    """The line of a link or a card that reads like its headline, and the evidence for it."""

    text: str
    sign: str
    """marked (as a headline), alone (the only line that could be one), among (others), beside (marked as something
    else)."""


def head_of(lines: Lines, worn: Container[str] = (), in_heading: bool = False, slug: str = "") -> TitleLine:
    """The headline among the lines of a link; `worn` are lines that stand on many links, and so are not headlines.

    `slug` is the last name in the link's address, which mostly consists of the words of the headline.
    """
    titles, plain = _could_head(without_marks(lines, worn, slug))
    if in_heading:
        return TitleLine(_of_heading(titles or plain or [text for _, text in lines]), "marked")
    if len(titles) == 1 and slug and (under := _under_kicker(titles[0], lines, slug)):
        return TitleLine(under, "marked")
    if titles:
        return TitleLine(titles[0] if len(titles[0]) > 12 or len(titles) == 1 else max(titles, key=len), "marked")
    if len(plain) > 1:
        plain = [text for text in plain if text not in worn] or plain
    if plain:
        if len(plain) > 1 and slug and (named := _named_by(slug, plain)):
            return TitleLine(named, "among")
        return TitleLine(plain[0], "alone") if len(plain) == 1 else TitleLine(_over_others(plain), "among")
    told = [text for kind, text in lines if kind == "summary"]
    if len(told) > 1:  # paragraphs alone, the first of them the headline
        return TitleLine(_over_others(told), "beside")
    return TitleLine(max((text for _, text in lines), key=len, default=""), "beside")


def _could_head(lines: Lines) -> tuple[list[str], list[str]]:
    """(lines that are marked as a headline, plain lines that are neither a time nor a count)."""
    titles: list[str] = []
    plain: list[str] = []
    for kind, text in lines:
        if kind == "title":
            if text not in titles:
                titles.append(text)
        elif kind == "plain" and (text[0].isalpha() or not CLOCK.match(text)):
            plain.append(text)
    return titles, plain


def _of_heading(found: list[str]) -> str:
    """The headline of a heading, given its lines."""
    if len(found) > 1 and found[0].endswith((":", "：")):
        found[:2] = [f"{found[0]} {found[1]}"]  # a kicker with a colon is read as part of its headline
    return _over_others(found) if len(found) > 1 else "".join(found)


def without_marks(lines: Lines, worn: Container[str] = (), slug: str = "") -> Lines:
    """The lines with each mark joined to the line beside it, or left out if it is a label: worn, and not in the
    address."""
    if all(kind != "mark" for kind, _ in lines):
        return lines
    named = _NO_LETTER.sub("", slug.casefold())
    heads = [text for kind, text in lines if kind in ("plain", "title")]
    if not heads and (own := _own_mark(lines, worn, slug)):
        heads = [own]
        lines = [("plain" if text == own else kind, text) for kind, text in lines]
    titled = bool(slug and _named_by(slug, heads))
    told = sum(word_count(text) for text in heads)
    found: Lines = []
    before = ""
    for kind, text in lines:
        if kind != "mark":
            found.append((kind, f"{before} {text}" if before else text))
            before = ""
        elif CLOCK.match(text) or (
            told >= 3
            and ((titled and _is_unnamed(text, slug)) or text in worn or text[-1] in _LABEL_ENDS)
            and _NO_LETTER.sub("", text.casefold()) not in named
        ):
            continue
        elif found and not before and found[-1][0] != "aside":
            found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
        else:
            before = f"{before} {text}".strip()
    if before:
        found.append(("plain", before))
    return found


def _own_mark(lines: Lines, worn: Container[str], slug: str) -> str:
    """The headline of a link whose lines are all as short as a mark: the one that its address consists of, or that
    stands on no other link."""
    marks = [text for kind, text in lines if kind == "mark"]
    if len(marks) < 2:
        return marks[0] if marks and all(kind in ("mark", "aside") for kind, _ in lines) else ""
    own = [text for text in marks if text not in worn]
    return _named_by(slug, marks) or (own[0] if len(own) == 1 and word_count(own[0]) >= 3 else "")


_NO_LETTER = re.compile(r"[\W_]+")
_LABEL_ENDS = frozenset("/|»›>•·")


def _under_kicker(title: str, lines: Lines, slug: str) -> str:
    """The line under a kicker that is marked as the headline, as in The Sun: the address has its words and not the
    kicker's."""
    under = next((text for kind, text in lines if kind == "summary"), "")
    if word_count(title) > 4 or not 5 <= word_count(under) <= 25 or under[-1] in _SENTENCE_ENDS:
        return ""
    named = {word for word in _SLUG_WORD.findall(slug.casefold()) if len(word) > 2}
    shared = len(named & set(_SLUG_WORD.findall(under.casefold())))
    return under if shared >= 2 and named.isdisjoint(_SLUG_WORD.findall(title.casefold())) else ""


def _is_unnamed(text: str, slug: str) -> bool:
    """Whether no word of a text is in the address."""
    return set(_SLUG_WORD.findall(slug.casefold())).isdisjoint(
        [word for word in _SLUG_WORD.findall(fold(text)) if len(word) > 2]
    )


def _named_by(slug: str, plain: list[str]) -> str:
    """The line that an address is made of: it holds most of the address's words, and more than any other line."""
    named = set(_SLUG_WORD.findall(slug.casefold()))
    best, most, tied = "", 0, False
    for text in plain[:4]:
        said = {word for word in _SLUG_WORD.findall(fold(text)) if len(word) > 2}
        shared = len(said & named)
        if shared >= max(2, most) and shared > _MOSTLY * len(said):
            tied = shared == most
            best, most = text, shared
    return "" if tied else best


_MOSTLY = 0.7
_SLUG_WORD = re.compile(r"[^\W_]+")
_SENTENCE_ENDS = frozenset(".。।…")
"""What a standfirst ends with, and a headline does not."""


def _over_others(plain: list[str]) -> str:
    """The headline among unmarked lines: the first that is more than a label, or the one below the label."""
    for place, text in enumerate(plain[:4]):
        units = word_count(text)
        after = plain[place + 1] if place + 1 < len(plain) else ""
        follows = word_count(after)
        if units <= 4 and 5 <= follows <= 25 and after[-1] not in _SENTENCE_ENDS:
            continue  # a label, over a headline
        if units >= 4 or (units >= 2 and follows >= 6 and after[-1] in _SENTENCE_ENDS):
            return text
    return max(plain[:4], key=len)
