"""The bytes of an XML or text body -> its characters: unpacked, without illegal controls, whatever the encoding claims to be."""

import codecs
import re
import zlib

from tui.errors import ParseError

LIMIT = 15_000_000
"""Bytes of a body at most, also when it comes compressed."""

_DECLARED = re.compile(rb"""\s*(?:<!--[^>]*-->\s*)*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)""")
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks and what they say; those of UTF-32 first, which begin like those of UTF-16."""
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))
_STRAY = {0xDC00 + code: bytes([code]).decode("cp1252", "replace") for code in range(128, 256)}
"""Bytes that are no UTF-8, as surrogateescape leaves them, read as Windows-1252."""
_WIDER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""Encodings read by the larger one that servers mean by them (WHATWG Encoding, 4.2)."""
_NO_ENCODING = re.compile(r"unicode|punycode|idna|utf-7|undefined|mbcs|oem|palmos|hz|utf-16|utf-32")
"""Python's codecs that are no encoding of a page, or cannot be where the declaration itself could be read."""


def unpacked(body: bytes, limit: int = LIMIT, *, cut: bool = False) -> bytes:
    """The body without gzip, as far as it can be unpacked; ParseError where it is larger than `limit`, unless it may be `cut`."""
    if body.startswith(b"\x1f\x8b"):
        try:
            body = zlib.decompressobj(wbits=31).decompress(body, limit + 1)
        except zlib.error as error:
            raise ParseError("The body's compression is broken.") from error
    if len(body) > limit and not cut:
        raise ParseError(f"The body is larger than {limit // 1_000_000} MB.")
    return body[:limit]


def characters(body: bytes) -> str:
    """The body's text: by byte order mark, by declaration, by trial, because wrong declarations are common."""
    encoding = next((name for mark, name in BOMS if body.startswith(mark)), "")
    if not encoding and len(body) > 1 and 0 in body[:2]:
        encoding = "utf-16-le" if body[1] == 0 else "utf-16-be"
    if encoding.startswith(("utf-16", "utf-32")):
        return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff]", "", body.decode(encoding, "replace"))
    if not encoding and (declared := _DECLARED.match(body[:1024])):
        try:
            encoding = codecs.lookup(declared[1].decode("ascii", "replace")).name
        except LookupError:
            encoding = ""
        if _NO_ENCODING.search(encoding):
            encoding = ""
    encoding = _WIDER.get(encoding, encoding or "utf-8")
    if not encoding.startswith("iso2022"):  # there, escape characters switch alphabets
        body = body.translate(None, _CONTROLS)
    if encoding in ("utf-8", "cp1252", "iso8859-15"):
        try:
            return body.decode("utf-8").lstrip("\ufeff")
        except UnicodeDecodeError:
            if encoding == "utf-8":
                return body.decode("utf-8", "surrogateescape").lstrip("\ufeff").translate(_STRAY)
    for trial in (encoding, "utf-8"):
        try:
            return body.decode(trial)
        except UnicodeError:
            continue
        except LookupError:  # a codec that is not one of text ("hex")
            continue
    return body.decode("utf-8", "replace")
