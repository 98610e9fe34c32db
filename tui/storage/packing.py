"""Texts as they are kept: articles as two lines of JSON, a feed's own text as HTML, both compressed."""

import json
import zlib
from datetime import datetime
from typing import Any

from tui import blocks
from tui.model import Article, Related, Relation
from tui.values import filled


def pack_content(html: str) -> bytes:
    """A feed's own text of a story."""
    return zlib.compress(html.encode(), 1)  # a third of the time for a twentieth more


def unpack_content(kept: bytes | None) -> str:
    """The HTML again, "" for None."""
    return zlib.decompress(kept).decode() if kept else ""


def pack(article: Article) -> bytes:
    """A line of JSON with the facts (fields at their default left out) and one with the blocks, compressed; `search`
    reads it too."""
    facts = _fields(article, "blocks", "related", "story_id")
    if article.related:
        facts["related"] = [_fields(related, "story_id") for related in article.related]
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":")) + "\n" + blocks.dumps(article.blocks)
    return zlib.compress(text.encode())


def _fields(value: Article | Related, *without: str) -> dict[str, Any]:
    return {
        name: said.isoformat() if isinstance(said, datetime) else said
        for name, said in filled(value).items()
        if name not in without
    }


def unpack(kept: bytes, story_id: int) -> Article:
    """The article again."""
    facts, body = zlib.decompress(kept).decode().split("\n")
    given = json.loads(facts)
    related = tuple(
        Related(**{**one, "relation": Relation(one["relation"]), **_dates(one)}) for one in given.pop("related", ())
    )
    lists = {name: tuple(given[name]) for name in ("byline", "tags", "parted") if name in given}
    return Article(**{**given, **lists, **_dates(given)}, blocks=blocks.loads(body), related=related, story_id=story_id)


def _dates(given: dict[str, Any]) -> dict[str, datetime]:
    return {name: datetime.fromisoformat(given[name]) for name in ("published", "updated") if name in given}
