"""The story in the data that a page's scripts render, for pages that hold no text themselves."""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.blocks import Blocks
from tui.parse.page.blocks import blocks
from tui.parse.page.tree import tree

_STATE = re.compile(r"^\s*+(?:window|self|globalThis)?\.?[\w.$\[\]\"']*+\s*+=\s*+(?=[{\[])")
_TEXT_KEYS = ("text", "content", "html", "value", "body", "paragraph")
_NESTED = (*_TEXT_KEYS, "children", "data", "attributes", "attrs", "fields")
"""Where the text of a part stands, and where its own parts do (rich text of Contentful, Sanity, ProseMirror, React,
Editor.js, WordPress's blocks)."""
_LARGEST_STATE = 3_000_000
_LONG = 500
"""Characters from which a text may be a story."""
_LONGEST_PART = 1500
"""Characters of a part that count: a longer one is no paragraph but a part of the page."""
_MOST_VALUES = 200_000


def state(page: LexborHTMLParser) -> Blocks:
    """The story in the data of a page's scripts, or of attributes that they read: the longest HTML string, or the
    longest list of texts."""
    best: list[str] = []
    for texts in _candidates(page):
        if _size(texts) > _size(best):
            best = texts
    marked = "\n".join(text if "<" in text else f"<p>{escape(text)}</p>" for text in best)
    body = tree(marked).body if marked else None
    return blocks(body, "") if body is not None else ()


def _size(texts: Iterable[str]) -> int:
    return sum(len(text) if "<" in text else min(len(text), _LONGEST_PART) for text in texts)


def _candidates(page: LexborHTMLParser) -> Iterator[list[str]]:
    """The texts that may be the story: those in plain data; if these are few, those in data that is part of a program,
    in attributes, or nested."""
    left = iter(range(_MOST_VALUES))
    scripts = [script.text() for script in _scripts(page)]
    data = [value for text in scripts if (value := _loaded(_unassigned(text))) is not None]
    found = [texts for value in data for texts in _texts_of(value, left)]
    yield from found
    if any(_size(texts) > _LONG for texts in found):
        return
    held = [literal for text in scripts for literal in _literals(text)]
    for text in (*held, *_rows(scripts), *_carried(page)):
        if (value := _loaded(text)) is not None:
            data.append(value)
        elif text.count("<p") > 1:
            yield [text]
    for value in data:
        yield from _texts_of(value, left, nested=True)


def _unassigned(text: str) -> str:
    """A script without the name that its data is assigned to."""
    found = _STATE.match(text)
    return text[found.end() :] if found else text.strip()


def _loaded(text: str) -> object:
    """A text as JSON; None if it is something else: a program, a sentence."""
    if text[:1] not in ("{", "["):
        return None
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return found


def _scripts(page: LexborHTMLParser) -> Iterator[LexborNode]:
    """The scripts in a page that may hold data."""
    for script in page.root.css("script:not([src])") if page.root is not None else ():
        if _LONG < len(script.text()) < _LARGEST_STATE and "ld+json" not in (script.attributes.get("type") or ""):
            yield script


def _carried(page: LexborHTMLParser) -> Iterator[str]:
    """The data in elements that a script renders: long values of attributes, and the text of fields."""
    for node in islice(page.body.traverse(), _MOST_VALUES) if page.body is not None else ():
        values = [node.text()] if node.tag == "textarea" else [value or "" for value in node.attributes.values()]
        yield from (value.strip() for value in values if _LONG < len(value) < _LARGEST_STATE)


_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
_MARKED = re.compile(r"(?:<|\\u003c|\\x3c)p[\s>\\]", re.IGNORECASE)
_ROW = re.compile(r"^[0-9a-f]+:(?:T[0-9a-f]+,)?")
"""What stands before a text in a stream of React's ("12:T900,")."""
_PUSHED = re.compile(r'__next_f\.push\(\[1,\s*"((?:[^"\\]|\\.)*)"\]\)')


def _literals(program: str) -> list[str]:
    """The longest text with paragraphs that is a string in a program (__next_f, __NUXT__)."""
    best = ""
    for found in _LITERAL.finditer(program):
        inner = found[1]
        if len(inner) > max(_LONG, len(best)) and (len(_MARKED.findall(inner)) > 2 or inner[:1] in ("{", "[")):
            text = _unquoted(inner)
            best = _ROW.sub("", text) if len(text) > len(best) else best
    return [best] if best else []


def _rows(programs: Iterable[str]) -> Iterator[str]:
    """The JSON rows of a React stream: elements as lists (["$", "p", key, {"children": …}])."""
    stream = "".join(_unquoted(found[1]) for program in programs for found in _PUSHED.finditer(program))
    for line in stream.split("\n"):
        row = _ROW.sub("", line)
        if len(row) > _LONG:
            yield row


def _unquoted(inner: str) -> str:
    """The value of a program's string; "" if it only looks like JSON."""
    try:
        text = json.loads(f'"{inner}"', strict=False)
    except ValueError:
        return ""
    return text if isinstance(text, str) else ""


def _texts_of(data: object, left: Iterator[int], *, nested: bool = False) -> Iterator[list[str]]:
    """Every long HTML string, and every list's texts together, of some JSON; `nested`: also texts deeper in the parts
    of a list, texts of several lines, and JSON within a string."""
    waiting = [data]
    while waiting and next(left, None) is not None:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
            texts = [text for item in each[:1000] for text in _said(item, left, nested)][:1000]
            if sum(len(text) > 60 for text in texts) > 2:
                yield [text for text in texts if " " in text.strip()]
        elif isinstance(each, str) and len(each) > 400:
            if each.count("<p") > 1:
                yield [each]
            elif nested and (value := _loaded(each.strip())) is not None:
                waiting.append(value)
            elif nested and len(lines := [line for line in each.split("\n") if line.strip()]) > 2:
                yield lines


def _said(item: object, left: Iterator[int], nested: bool) -> list[str]:
    """The texts of an item of a list, or with `nested` those of all its parts, a line each."""
    if not nested:
        return [text for key in _TEXT_KEYS if isinstance(item, dict) and isinstance(text := item.get(key), str)]
    lines = [""]
    waiting = [item]
    while waiting and next(left, None) is not None:
        each = waiting.pop()
        if isinstance(each, str):
            if _is_over(lines[-1]) and each[:1].strip():
                lines.append("")
            lines[-1] += each
        elif isinstance(each, list):
            waiting.extend([each[3]] if len(each) > 3 and each[0] == "$" else reversed(each))
        elif isinstance(each, dict):
            waiting.append(next((each[key] for key in _NESTED if isinstance(each.get(key), str | list | dict)), None))
    return [line for text in lines for line in text.split("\n") if line.strip()]


def _is_over(line: str) -> bool:
    """Whether a line that is being put together ends like a paragraph."""
    return len(line) > 60 and line.endswith((".", "!", "?", "…", "”", "»", "。"))
