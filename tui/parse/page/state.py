"""The story in the data that a page's scripts draw it from, for pages that hold no text themselves."""

import json
import re
from collections.abc import Iterator
from html import escape

from selectolax.lexbor import LexborHTMLParser

from tui.blocks import Blocks
from tui.parse.page.blocks import blocks
from tui.parse.page.tree import tree

_STATE = re.compile(r"^\s*(?:window|self|globalThis)?\.?[\w.$\[\]\"']*\s*=\s*(?=[{\[])")
_TEXT_KEYS = ("text", "content", "html", "value", "body", "paragraph")
_LARGEST_STATE = 3_000_000


def state(page: LexborHTMLParser) -> Blocks:
    """The story in the data that a page's scripts draw it from: the longest HTML string, or the longest list of texts."""
    best: list[str] = []
    for script in page.root.css("script:not([src])") if page.root is not None else ():
        text = script.text()
        if len(text) < 500 or len(text) > _LARGEST_STATE or "ld+json" in (script.attributes.get("type") or ""):
            continue
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
    marked = "\n".join(text if "<" in text else f"<p>{escape(text)}</p>" for text in best)
    body = tree(marked).body if marked else None
    return blocks(body, "") if body is not None else ()


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
