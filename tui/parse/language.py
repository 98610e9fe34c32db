"""The language of a page or a feed, as a BCP 47 tag, from whatever the page gives for it."""

import re

from selectolax.lexbor import LexborNode

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")


def language_tag(*given: str | None) -> str:
    """The language that the first of these texts begins with, if any does, in the usual case ("pt_br" -> "pt-BR"); or
    ""."""
    for text in given:
        if text and (found := _TAG.match(text.strip())):
            tag, script, region = found.groups()
            return "-".join(filter(None, (tag.lower(), script and script.title(), region and region.upper())))
    return ""


def declared(root: LexborNode | None) -> tuple[str | None, ...]:
    """What a page's outermost element gives as its language."""
    return (root.attributes.get("lang"), root.attributes.get("xml:lang")) if root is not None else ()
