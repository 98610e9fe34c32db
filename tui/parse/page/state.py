"""The story in the data that a page's scripts draw it from, for pages that hold no text themselves."""

import json
import re
from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui.blocks import Blocks
from tui.parse.page.blocks import blocks
from tui.parse.page.tree import tree

_STATE = re.compile(r"^\s*+(?:window|self|globalThis)?\.?[\w.$\[\]\"']*+\s*+=\s*+(?=[{\[])")
_TEXT_KEYS = ("text", "content", "html", "value", "body", "paragraph")
_LARGEST_STATE = 3_000_000


def state(page: LexborHTMLParser) -> Blocks:
    """The story in the data that a page's scripts draw it from: the longest HTML string, or the longest list of
    texts."""
    best: list[str] = []
    for script in _scripts(page):
        text = script.text()
        found = _STATE.match(text)
        text = text[found.end() :] if found else text.strip()
        if text[:1] not in ("{", "["):
            continue
        try:
            data, _ = json.JSONDecoder(strict=False).raw_decode(text)
        except (ValueError, RecursionError):
            continue  # a program, not data
        for texts in _texts_of(data):
            if sum(map(len, texts)) > sum(map(len, best)):
                best = texts
    if sum(map(len, best)) < _LONG:
        best = max(
            (_literals(script.text()) for script in _scripts(page)), key=lambda texts: sum(map(len, texts)), default=[]
        )
    marked = "\n".join(text if "<" in text else f"<p>{escape(text)}</p>" for text in best)
    body = tree(marked).body if marked else None
    return blocks(body, "") if body is not None else ()


def _scripts(page: LexborHTMLParser) -> Iterator[LexborNode]:
    """The scripts of a page that stand in it and may hold data."""
    for script in page.root.css("script:not([src])") if page.root is not None else ():
        if _LONG < len(script.text()) < _LARGEST_STATE and "ld+json" not in (script.attributes.get("type") or ""):
            yield script


_LONG = 500
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
_MARKED = re.compile(r"(?:<|\\u003c|\\x3c)p[\s>\\]", re.IGNORECASE)
_ROW = re.compile(r"^[0-9a-f]+:(?:T[0-9a-f]+,)?")
"""What stands before a text in a stream of React's ("12:T900,")."""


def _literals(program: str) -> list[str]:
    """The longest text with paragraphs that stands in a program as a string (__next_f, __NUXT__)."""
    best = ""
    for found in _LITERAL.finditer(program):
        inner = found[1]
        if len(inner) > max(_LONG, len(best)) and len(_MARKED.findall(inner)) > 2:
            try:
                text = json.loads(f'"{inner}"', strict=False)
            except ValueError:
                continue  # a string of a language that only looks like JSON
            best = _ROW.sub("", text) if isinstance(text, str) and len(text) > len(best) else best
    return [best] if best else []


def _texts_of(data: object) -> Iterator[list[str]]:
    """Every long HTML string, and every list's texts together, of some JSON."""
    waiting = [data]
    for _ in range(200_000):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
            texts = [
                text
                for item in each
                if isinstance(item, dict)
                for key in _TEXT_KEYS
                if isinstance(text := item.get(key), str)
            ][:1000]
            if sum(len(text) > 60 for text in texts) > 2:
                yield [text for text in texts if " " in text.strip()]
        elif isinstance(each, str) and len(each) > 400 and each.count("<p") > 1:
            yield [each]
