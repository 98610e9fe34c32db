"""The text and HTML of a feed's elements as they were meant, where they were encoded or escaped twice, or cut off."""

import html
import re

from tui import address, text

SUMMARY = 400
"""Characters of a summary at most."""

TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>|</?(?:a|abbr|b|bdi|big|blockquote|br|center|cite|code|del|dfn|div|em|figure|font|h[1-6]|hr|i|img|ins"
    r"|kbd|li|mark|nobr|ol|p|q|s|small|span|strike|strong|sub|sup|table|td|tr|tt|u|ul|var|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
"""Tags of HTML, and nothing that only looks like one ("<3", "the <blink> years")."""
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var|wbr)\b",
    re.I,
)


def headline(value: str, *, tags: bool = True) -> str:
    """A title's plain text, without the tags it may hold."""
    if "<![CDATA[" in value:
        value = _CDATA.sub(r"\1", value)
    if tags and "<" in value:
        value = TAGS.sub(gap, value)
    return text.line(unescape(value))


def gap(tag: re.Match[str]) -> str:
    """What replaces a tag: a blank, but nothing inside a word."""
    return "" if _INLINE.match(tag[0]) else " "


_TWICE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_AS_BYTES = {
    ord(bytes([code]).decode("cp1252")): code for code in range(128, 160) if code not in (129, 141, 143, 144, 157)
}


def once(value: str) -> str:
    """Text that was encoded as UTF-8 twice, decoded once more; text that is not entirely so stays."""
    if value.isascii() or not _TWICE.search(value):
        return value
    try:
        return value.translate(_AS_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|$)", re.DOTALL)
"""A wrapping that was escaped with what it wraps, and is part of the text now."""
_SURROGATES = re.compile(
    r"&#(?:x0*(d[89ab][0-9a-f]{2})|0*(5[5-6]\d{3}));&#(?:x0*(d[c-f][0-9a-f]{2})|0*(5[6-7]\d{3}));"
    r"|&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));",
    re.IGNORECASE,
)


def paired(value: str) -> str:
    """References to a UTF-16 surrogate pair ("&#xD83D;&#xDE00;") as the one character; half a pair is left out."""
    return _SURROGATES.sub(_pair, value) if "&#" in value else value


def _pair(found: re.Match[str]) -> str:
    high, low = (int(found[at], 16) if found[at] else int(found[at + 1] or 0) for at in (1, 3))
    if not (0xD800 <= high < 0xDC00 <= low < 0xE000):
        return ""
    return chr(0x10000 + (high - 0xD800 << 10) + low - 0xDC00)


C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(128, 160)}
"""C1 controls are Windows-1252 that went through a reference ("&#151;")."""


def unescape(value: str) -> str:
    """Entities decoded once, C1 controls read as the Windows-1252 characters that were meant."""
    if "&" in value:
        value = html.unescape(paired(value))
    return value if value.isascii() else value.translate(C1)


def paragraphs(value: str) -> str:
    """Plain text as HTML."""
    parts = (part.strip() for part in re.split(r"\n\s*\n", value))
    return "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in parts if part)


_LINKS = re.compile(r"""(\s(?:href|src|poster)\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)
_WHOLE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|#)", re.IGNORECASE)


def rebased(value: str, base: str) -> str:
    """HTML with its relative links resolved against a base."""

    def absolute(found: re.Match[str]) -> str:
        link = found[2] if found[2] is not None else found[3]
        if not link or _WHOLE.match(link):
            return found[0]
        return f'{found[1]}"{html.escape(address.join(base, html.unescape(link)))}"'

    return _LINKS.sub(absolute, value)


_NOT_TEXT = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)|<!\[CDATA\[|\]\]>", re.IGNORECASE | re.DOTALL
)
_ANY_TAG = re.compile(r"</?[a-zA-Z][^<>]*(?:>|$)")


def plain(markup: str) -> str:
    """The first `SUMMARY` characters that a reader of this HTML would see."""
    for window in (4096, 65536):
        head = markup[:window]
        if "<" in head:
            head = _ANY_TAG.sub(gap, _NOT_TEXT.sub(" ", head))
        found = text.shorten(unescape(head), SUMMARY)
        if len(found) > SUMMARY // 2 or len(markup) <= window:
            break
    return found
