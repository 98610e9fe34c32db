"""Formulas as text in their sentence: MathML, TeX that a script would set, and what KaTeX and MathJax make of both."""

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from tui.text import one_line

_LONGEST = 2_000
"""Characters of a formula."""
_DEEPEST = 60
_DRAWN = re.compile(r"(?:^|\s)(?:katex-html|MathJax(?:_\w+)?|MathJax_SVG|mjx-chtml|MJX_Assistive_MathML)(?:\s|$)")
"""Names of what is drawn from a formula that stands beside it as text (KaTeX, MathJax 2)."""
_PICTURED = re.compile(r"\b(?:latex|tex|math|equation|mwe-math\S*|wp-katex)\b", re.IGNORECASE)
_SHELL = re.compile(r"^\{\\(?:displaystyle|textstyle)\s*+(.*)\}$", re.DOTALL)
"""What Wikipedia sets around every formula."""


_CARRIED = ("data-tex", "data-latex", "data-expr", "data-formula", "data-math", "data-equation", "data-katex")
CARRYING = frozenset(_CARRIED)
"""Attributes in which an element carries the TeX that a script draws in it."""
_SET_BY_A_SERVER = re.compile(
    r"(?:equation\?tex=|latex\.php\?latex=|codecogs\.com/[\w.]{3,20}\?|[?&]cht=tx&(?:amp;)?chl=|/(?:math|mime)tex\.cgi\?)(?P<tex>[^&#]*)"
)
"""Addresses of pictures that a server makes of the formula in them (Zhihu, WordPress, CodeCogs, Google)."""
_COMMANDS = re.compile(r"\\(?:begin|d?frac|sum|int|sqrt|operatorname|displaystyle|mathbb|mathrm|left)\b")
"""What nothing but TeX says."""


def carried(attributes: dict[str, str | None]) -> str:
    """The formula that an element carries for a script, or ""."""
    return next((said for name in _CARRIED if (said := _tex(attributes.get(name) or ""))), "")


def is_drawn(names: str) -> bool:
    """Whether an element is named as the drawing of a formula whose words stand beside it."""
    return _DRAWN.search(names) is not None


def pictured(names: str, alt: str, source: str = "") -> str:
    """The formula that a picture of one says in its alt, known by its names or its address; "" for any other
    picture."""
    set_by = _SET_BY_A_SERVER.search(source[:_LONGEST])
    if alt and (set_by or _PICTURED.search(names) or _COMMANDS.search(alt[:_LONGEST])):
        return _tex(alt)
    return _tex(unquote(set_by["tex"])) if set_by and not alt else ""


def script(node: LexborNode) -> str:
    """The TeX of a script that MathJax would set; "" for any other script."""
    return _tex(node.text()) if (node.attributes.get("type") or "").startswith("math/tex") else ""


def formula(node: LexborNode) -> str:
    """A formula in MathML: the TeX it was made from, the words it gives for itself, or its signs in a row."""
    for note in node.css("annotation"):
        if "tex" in (note.attributes.get("encoding") or ""):
            return _tex(note.text())
    given = node.attributes.get("alttext")
    return _tex(given) if given else one_line(_linear(node, 0))[:_LONGEST]


def _tex(text: str) -> str:
    text = one_line(text[:_LONGEST])
    if found := _SHELL.match(text):
        text = found[1].strip()
    return text.strip("$ ").removeprefix("\\(").removesuffix("\\)").strip()


def _linear(node: LexborNode, depth: int) -> str:
    """Signs in a row, with ^ and _ and / for what stands high, low and below."""
    parts: list[str] = []
    child = node.first_child
    while child is not None and depth < _DEEPEST:
        tag = child.tag or ""
        if tag == "-text":
            parts.append((child.text_content or "").strip())
        elif tag not in ("annotation", "annotation-xml", "-comment"):
            parts.append(_linear(child, depth + 1))
        child = child.next
    tag = node.tag or ""
    parts = [part for part in parts if part]
    if tag == "mo" and len(parts) == 1 and parts[0] in "=<>≤≥≈≠→+−±":
        return f" {parts[0]} "
    if tag in ("msup", "mover") and len(parts) > 1:
        return f"{_held(parts[0])}^{_held(parts[1])}"
    if tag in ("msub", "munder") and len(parts) > 1:
        return f"{parts[0]}_{_held(parts[1])}"
    if tag in ("msubsup", "munderover") and len(parts) > 2:
        return f"{parts[0]}_{_held(parts[1])}^{_held(parts[2])}"
    if tag == "mfrac" and len(parts) > 1:
        return f"{_held(parts[0])}/{_held(parts[1])}"
    if tag == "msqrt":
        return f"√{_held(''.join(parts))}"
    return ("; " if tag == "mtable" else " " if tag == "mtr" else "").join(parts)


def _held(text: str) -> str:
    """In brackets, where it is more than one sign or number."""
    text = text.strip()
    return text if len(text) < 2 or text.isdecimal() or text.isalpha() else f"({text})"
