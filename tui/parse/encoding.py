"""Decodes bytes whatever encoding they claim to be in: feeds, subscription files and pages alike.

The evidence is asked in order of its reliability: a byte order mark, UTF-8 if the bytes fit, what the document or the
server declares, and last the letters that come out."""

import codecs
import re
import zlib

from tui.errors import ParseError

LIMIT = 15_000_000
"""Bytes of a body at most, also when it comes compressed."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks and what they say; those of UTF-32 first, which begin like those of UTF-16."""
_IN_XML = re.compile(rb"""\s*(?:<!--[^>]*-->\s*)*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)""")
_IN_HTML = re.compile(rb"(?:charset|encoding)\s*+=\s*+[\"']?\s*+([\w.:-]+)", re.IGNORECASE)
_IN_HTTP = re.compile(r"charset\s*+=\s*+[\"']?\s*+([\w.:-]+)", re.IGNORECASE)
_LABELS = {
    "x-gbk": "gbk", "x-sjis": "shift_jis", "x-euc-jp": "euc_jp", "windows-874": "cp874", "iso-8859-8-i": "iso8859-8",
    "x-mac-cyrillic": "mac_cyrillic", "unicode-1-1-utf-8": "utf-8", "x-cp1251": "cp1251", "dos-874": "cp874",
}  # fmt: skip
"""Labels of the web (WHATWG Encoding, 4.2) that Python does not know."""
_WIDER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""Encodings read by the larger one that servers mean by them (WHATWG Encoding, 4.2)."""
_NO_ENCODING = re.compile(r"unicode|punycode|idna|utf-7|undefined|mbcs|oem|palmos|hz|utf-16|utf-32")
"""Python's codecs that are no encoding of a text, or cannot be where the declaration itself could be read."""
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))
_STRAY = {0xDC00 + code: bytes([code]).decode("cp1252", "replace") for code in range(128, 256)}
"""Bytes that are no UTF-8, as surrogateescape leaves them, read as Windows-1252."""
_HARDLY_DECLARED = frozenset(("", "utf-8", "cp1252", "iso8859-15"))
"""What programs declare without looking: UTF-8 is tried first all the same."""


def unpacked(body: bytes, limit: int = LIMIT, *, cut: bool = False) -> bytes:
    """The body without gzip, as far as it can be unpacked; ParseError if it is larger than `limit`, unless it may be
    `cut`."""
    if body.startswith(b"\x1f\x8b"):
        try:
            body = zlib.decompressobj(wbits=31).decompress(body, limit + 1)
        except zlib.error as error:
            raise ParseError("The body's compression is broken.") from error
    if len(body) > limit and not cut:
        raise ParseError(f"The body is larger than {limit // 1_000_000} MB.")
    return body[:limit]


def document(body: bytes, content_type: str = "") -> str:
    """The text of XML, JSON or a plain list, without illegal controls.

    Its own declaration goes before the server's (RFC 7303 has it the other way; servers say utf-8 of whatever they
    send), and neither is believed if the bytes do not fit.
    """
    marked = _marked(body)
    if marked.startswith(("utf-16", "utf-32")):
        return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]", "", body.decode(marked, "replace"))
    declared = _IN_XML.match(body[:1024])
    own, said = marked or _codec(declared[1].decode("ascii", "replace") if declared else ""), _charset(content_type)
    if not own.startswith("iso2022") and not said.startswith("iso2022"):  # there, escape characters switch alphabets
        body = body.translate(None, _CONTROLS)
    if own not in _HARDLY_DECLARED and (text := _strictly(body, own)) is not None:
        return text
    if not said.startswith("iso2022") and (text := _strictly(body, "utf-8")) is not None:
        return text.lstrip("\ufeff")
    others = [name for name in (own, said) if name not in ("", "utf-8")]
    if (own == "utf-8" or not others) and _nearly_utf8(body):
        return _strays(body)
    for name in others:
        if (text := _strictly(body, name)) is not None:
            return text
    return body.decode(others[0], "replace") if others else _by_letters(body)


def page(body: bytes, content_type: str = "") -> str:
    """The text of a page. The server's word goes before the page's own, as in browsers."""
    marked = _marked(body)
    if marked:
        return body.decode(marked, "replace").lstrip("\ufeff")
    declared = _IN_HTML.search(body[:4096])
    named = (_charset(content_type), _codec(declared[1].decode("ascii", "replace") if declared else ""))
    names = [name for name in named if name]
    if b"\x1b$" in body[:4096] and any(name.startswith("iso2022") for name in names):
        return body.decode("iso2022_jp", "replace")
    if (text := _strictly(body, "utf-8")) is not None:
        return text  # the one encoding that tells by itself whether it is meant
    if ("utf-8" in names or not names) and _nearly_utf8(body):
        return _strays(body)
    for name in names:
        text = body.decode(name, "replace")
        if name != "utf-8" and text.count("\ufffd") <= len(text) // 200:
            return text
    return _by_letters(body)


def _marked(body: bytes) -> str:
    """The encoding that a byte order mark tells, or that the empty byte of the first character does; "" if neither is
    there."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return name
    if len(body) > 1 and 0 in body[:2] and body[:2] != b"\0\0":
        return "utf-16-le" if body[1] == 0 else "utf-16-be"
    return ""


def _codec(label: str) -> str:
    """Python's name for a label as the web uses it; "" if the label means nothing."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name if label else ""
        b"a".decode(name or "utf-8")  # some are codecs, and none of text
    except (LookupError, ValueError):
        return ""
    return "" if _NO_ENCODING.search(name) else _WIDER.get(name, name)


def _charset(content_type: str) -> str:
    found = _IN_HTTP.search(content_type)
    return _codec(found[1]) if found else ""


def _strictly(body: bytes, name: str) -> str | None:
    """The text, if every byte fits."""
    try:
        return body.decode(name)
    except (UnicodeError, LookupError):
        return None


def _nearly_utf8(body: bytes) -> bool:
    """Whether it is UTF-8 apart from a few bytes (a name in Latin-1 that a program pasted in): three, or 1 in 20 of
    those that are not ASCII."""
    sample = body[:200_000]
    return sample.decode("utf-8", "replace").count("\ufffd") <= 3 + sum(byte > 127 for byte in sample) // 20


def _strays(body: bytes) -> str:
    """The text as UTF-8, with bytes that are not UTF-8 read as Windows-1252."""
    return body.decode("utf-8", "surrogateescape").lstrip("\ufeff").translate(_STRAY)


# By the letters that come out

_TRIALS = {
    "gb2312": re.compile("[\u4e00-\u9fa5]"), "euc_jp": re.compile("[\u3041-\u30ff]"), "cp932": re.compile("[\u3041-\u30ff]"),
    "euc_kr": re.compile("[\uac00-\ud7a3]"), "big5hkscs": re.compile("[\u4e00-\u9fa5]"),
    "cp1251": re.compile("[а-яіїєўґ]"), "cp1256": re.compile("[\u0621-\u064a]"), "cp1253": re.compile("[α-ωά-ώ]"),
    "cp1255": re.compile("[א-ת]"), "cp874": re.compile("[\u0e01-\u0e4e]"),
    "cp1250": re.compile("[ąćęłńśźżčďěňřšťůžáéíóőúűăîșțâ]"), "cp1252": re.compile("[àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœ’“”–]"),
}  # fmt: skip
"""Encodings, and the letters that a text read in the right one has most of."""
_MARKUP = re.compile(rb"<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^<>]*>", re.IGNORECASE | re.DOTALL)
_ONE_BYTE = frozenset(("cp1251", "cp1256", "cp1253", "cp1255", "cp874"))
_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
"""An accented letter between letters of ASCII: in the encodings of East Asia such bytes come in pairs."""


def _by_letters(body: bytes) -> str:
    """The reading whose characters beyond ASCII are mostly letters of its own script; Japanese and Korean before
    Chinese."""
    sample = _MARKUP.sub(b" ", body[:100_000])
    high = sum(byte > 127 for byte in sample)
    latin = high * 3 < sum(65 <= byte <= 122 for byte in sample)
    alone = latin and 2 * len(_ALONE.findall(sample)) > high
    best, best_share = "cp1252", 0.0
    for name, letters in _TRIALS.items():
        if (latin and name in _ONE_BYTE) or (alone and not name.startswith("cp125")):
            continue  # a text in one of these scripts has few letters in ASCII
        text = sample.decode(name, "replace")
        foreign = sum(not char.isascii() for char in text)
        share = (len(letters.findall(text)) - 4 * text.count("\ufffd")) / max(1, foreign)
        if name in ("euc_jp", "cp932", "euc_kr"):
            share *= 1.6  # kana and hangul are only part of such a text, and hardly ever come by chance
        if share > best_share + 0.02:
            best, best_share = name, share
    return body.decode(_WIDER.get(best, best), "replace")
