"""Code as it stands on the page: its lines, without the numbers and buttons beside them."""

import re

from selectolax.lexbor import LexborNode

from tui import text as safe
from tui.parse.page.tree import hidden

_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|brush:\s*|highlight-source)[-:]?([\w+#-]+)")
_NUMBERS = re.compile(
    r"\b(?:line-?num(?:ber)?s?|linenos?|lineno|gutter|ln-num\S*|hljs-ln-numbers|blob-num|rouge-gutter|lnt?)\b"
)
"""Names of what counts lines (Prism, Rouge, Pygments, highlight.js, GitHub, Chroma)."""
_LINE = re.compile(r"(?:^|\s)(?:code-?)?line(?:\s|$)")
_OWN_LINE = frozenset("div p li tr dd dt section table tbody ol ul".split())
_BESIDE = frozenset(("button", "script", "style", "svg", "-comment", "textarea", "template"))
_CODE = re.compile(r"code|highlight|hljs|blob|prism|syntax|rouge|crayon|pre\b")
_MOST = 200_000
"""Elements of one listing."""


def language(node: LexborNode) -> str:
    """The language named by the class of a listing, or of the code in it."""
    code = node.css_first("code")
    names = " ".join(filter(None, (each.attributes.get("class") for each in (node, code) if each is not None)))
    found = _LANGUAGE.search(names)
    return found[1] if found else ""


_UNTAKEN = re.compile(r"user-select\s*:\s*none")
"""The style of what is not copied with the code: its numbers (Chroma)."""


def _numbers_of(node: LexborNode) -> frozenset[int]:
    """The first child of each of a listing's lines, if these children count the lines from one."""
    rows = [row for row in node.iter() if row.tag in _OWN_LINE or row.tag == "span"]
    if len(rows) < 2 or len(rows) > _MOST:
        return frozenset()
    found = []
    for number, row in enumerate(rows, 1):
        first = next(iter(row.iter()), None)
        if first is None or first.next is None or first.text().strip() != str(number):
            return frozenset()
        found.append(first.mem_id)
    return frozenset(found)


def lines(node: LexborNode) -> str:
    """The text of preformatted code; a line may end with a break, or be an element of its own."""
    said: list[str] = []
    _gather(node, said, 0, [0], frozenset())
    return safe.clean("".join(said)).strip("\n")


def _gather(node: LexborNode, said: list[str], depth: int, seen: list[int], numbers: frozenset[int]) -> None:
    child = node.first_child
    counted = _numbers_of(node)
    while child is not None and seen[0] < _MOST:
        seen[0] += 1
        tag = child.tag or ""
        if tag == "-text":
            said.append(child.text_content or "")
        elif tag == "br":
            said.append("\n")
        elif tag not in _BESIDE and depth < 200:
            attributes = child.attributes
            names = attributes.get("class") or ""
            passed = attributes and (hidden(attributes) or _NUMBERS.search(names) or _is_untaken(child, attributes))
            if not passed and child.mem_id not in numbers:
                own = tag in _OWN_LINE
                if (own or _follows_a_line(child, names)) and said and not said[-1].endswith("\n"):
                    said.append("\n")
                _gather(child, said, depth + 1, seen, counted)
                if own and child.next is not None and said and not said[-1].endswith("\n"):
                    said.append("\n")
        child = child.next


def _is_untaken(node: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Whether it is a line number that is not copied with the code."""
    style = attributes.get("style") or ""
    return "user-select" in style and _UNTAKEN.search(style) is not None and node.text().strip().isdigit()


def _follows_a_line(node: LexborNode, names: str) -> bool:
    """Whether it is one of several elements named as lines, right after the one before."""
    before = node.prev
    return (
        bool(names)
        and _LINE.search(names) is not None
        and before is not None
        and before.tag == node.tag
        and (before.attributes.get("class") or "") == names
    )


def beside_numbers(table: LexborNode) -> str:
    """The code of a table that sets it beside line numbers; "" for any other table."""
    rows = [row.css("td, th") for row in table.css("tr")]
    if not rows or any(len(cells) != 2 for cells in rows):
        return ""
    names = " ".join(each.attributes.get("class") or "" for each in (table, table.parent, *rows[0]) if each is not None)
    if table.css_first("pre, code") is None and not _CODE.search(names):
        return ""
    for number, (first, _) in enumerate(rows, 1):
        counted = "".join(first.text().split())
        if counted and not (counted.isdigit() and (len(rows) == 1 or counted == str(number) or len(counted) < 6)):
            return ""
    return "\n".join(lines(second) for _, second in rows)
