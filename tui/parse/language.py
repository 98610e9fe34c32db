"""The language of a page or a feed: its tag as BCP 47 writes it, from whatever was given for it."""

import re

from selectolax.lexbor import LexborNode

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")


def language_tag(*given: str | None) -> str:
    """The first of some texts that begins with a language, in the usual case ("pt_br" -> "pt-BR"); "" where none
    does."""
    for text in given:
        if text and (found := _TAG.match(text.strip())):
            tag, script, region = found.groups()
            return "-".join(filter(None, (tag.lower(), script and script.title(), region and region.upper())))
    return ""


def declared(root: LexborNode | None) -> tuple[str | None, ...]:
    """What a page's outermost element gives for its language."""
    return (root.attributes.get("lang"), root.attributes.get("xml:lang")) if root is not None else ()
