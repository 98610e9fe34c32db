"""Pages of a few lines, and their facts."""

import json
from typing import Any

from tui.parse.page.markup import look
from tui.parse.page.metadata import Metadata, metadata
from tui.parse.page.tree import tree

URL = "https://www.lantern.example/local/2024/05/20/fair.html"


def facts(head: str = "", body: str = "", url: str = URL, lang: str = "en") -> Metadata:
    return metadata(look(tree(f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>')), url)


def ld(*objects: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(objects[0] if len(objects) == 1 else objects)}</script>'


STORY: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "The fair returns",
    "datePublished": "2024-05-20T10:00:00Z",
}
