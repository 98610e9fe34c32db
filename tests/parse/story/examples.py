"""Pages of a few paragraphs."""

from tui.blocks import plain
from tui.parse.story.article import article

URL = "https://www.lantern.example/news/bridge-closed"
P = "The council said on Monday that the bridge over the river would stay closed until the spring, and that is that."


def page(middle: str, head: str = "") -> str:
    """A story with something amid its paragraphs."""
    before = "".join(f"<p>{P} Before {number}.</p>" for number in range(3))
    behind = "".join(f"<p>{P} Behind {number}.</p>" for number in range(3))
    return (
        f"<html><head><title>Bridge closed</title><meta property='og:type' content='article'>{head}</head>"
        f"<body><main><article><h1>Bridge closed</h1>{before}{middle}{behind}</article></main></body></html>"
    )


def text(html: str) -> str:
    """The story as it is read."""
    return plain(article(html, URL).blocks)
