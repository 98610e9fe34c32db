"""A story in one of the forms that other programs take: plain text, Markdown, HTML, JSON."""

import json
from collections.abc import Mapping

from tui import text
from tui.model import Told

ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}
"""The forms, and how the name of a file of each ends."""
FORMS = tuple(ENDINGS)


def written(told: Told, form: str, kept: Mapping[str, bytes] = {}) -> str:
    """A story in one of `FORMS`; with a line break at its end. As HTML it holds the pictures that are `kept`, by their
    address.

    It leaves by a gate as what is printed does: a library that was restored may be a stranger's.
    """
    from tui.output import articles, records, xhtml

    given = (told.article, told.related, told.enclosed)
    match form:
        case "text":
            return text.clean(articles.as_text(*given)) + "\n"
        case "markdown":
            return text.clean(articles.as_markdown(*given)) + "\n"
        case "html":
            return xhtml.document(*given, xhtml.in_place(kept))
        case _:
            record = records.article(told.story, told.article, told.related, told.similar, told.enclosed)
            said = json.dumps(record, ensure_ascii=False, indent=1)
            return (said if said.replace("\n", "").isprintable() else json.dumps(record, indent=1)) + "\n"
