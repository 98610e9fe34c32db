"""Content codings undone (RFC 9110, 8.4): gzip, deflate, br, zstd, within a bound.

The bytes are a stranger's and decompressing them can be made to take long, so this runs only where it can be killed.
"""

import io
import re
import zlib

from tui import address, text
from tui.errors import FetchError
from tui.jobs import BODY_BYTES
from tui.values import Value

_LAYERS = 3
_MEMBERS = 10_000
"""Members of one gzip body. Servers send one, tools that join files send dozens; 700,000 empty ones fit into 15 MB."""
_PIECE = 1 << 16
"""Bytes that a member is given at a time: what it leaves over is copied, so with the whole body the cost of many
members would grow with its square."""
_WINDOW = 1 << 25
"""The largest window of zstd: 32 MB, four times what RFC 9659 asks of those who send it over HTTP."""


_WHOLE = re.compile(
    rb"(?:</(?:\w{1,20}:)?(?:rss|feed|rdf|urlset|sitemapindex|html)\s{0,50}>|[}\]])\s{0,200}\Z", re.IGNORECASE
)
"""How a body ends that has all of it: a feed's or page's last tag, or JSON's last bracket."""


class Body(Value):
    """A body as it was sent: bytes that nobody has looked at yet."""

    data: bytes
    url: str = ""
    """Where it stands, after redirects."""
    content_type: str = ""
    coding: str = ""
    """How it is compressed, as Content-Encoding says it."""
    cut: bool = False
    """The connection ended before all of it had come."""

    def plain(self) -> bytes:
        """The body without its coding. Raises FetchError for one that is too large, broken, or cut off before its
        end."""
        host = text.line(address.host(self.url))
        try:
            whole = decoded(self.data, self.coding)
        except TooLargeError:
            raise FetchError(f"{host} sends more than {BODY_BYTES // 1_000_000} MB", status=200) from None
        except UndecodableError:
            raise FetchError(f"{host} sent data that cannot be decompressed", status=200) from None
        if self.cut and not _WHOLE.search(whole[-1000:]):
            raise FetchError(f"{host} broke off in the middle of its answer")
        return whole


class TooLargeError(Exception):
    """The body decompresses to more than BODY_BYTES."""


class UndecodableError(Exception):
    """The body is not in the coding that it claims."""


def decoded(raw: bytes, codings: str) -> bytes:
    """A body without its codings, which are named as Content-Encoding names them. Raises TooLargeError and
    UndecodableError."""
    layers = [layer.strip().lower() for layer in codings.split(",") if layer.strip()]
    if len(layers) > _LAYERS:
        raise UndecodableError
    for layer in reversed(layers):
        raw = _without(raw, layer) if raw else raw
        if len(raw) > BODY_BYTES:
            raise TooLargeError
    return raw


def _without(raw: bytes, coding: str) -> bytes:
    """A body without one coding; a little more than BODY_BYTES of it where it is larger."""
    match coding:
        case "gzip" | "x-gzip":
            return _gunzipped(raw)
        case "deflate":
            return _inflated(raw)
        case "br":
            return _unbrotlied(raw)
        case "zstd":
            return _unzstd(raw)
        case _:
            return raw  # "identity", or what is no coding at all ("utf-8", "none"), which browsers take as it is too


def _inflated(raw: bytes) -> bytes:
    # Meant is zlib's format; many servers send the bare stream without its head.
    bits = zlib.MAX_WBITS if raw[0] & 0x0F == 8 and int.from_bytes(raw[:2]) % 31 == 0 else -zlib.MAX_WBITS
    try:
        return zlib.decompressobj(bits).decompress(raw, BODY_BYTES + 1)
    except zlib.error as error:
        raise UndecodableError from error


def _unbrotlied(raw: bytes) -> bytes:
    import brotli  # type: ignore[import-untyped] # it has no stubs

    try:
        unpacked: bytes = brotli.Decompressor().process(raw, output_buffer_limit=BODY_BYTES + 1)
    except brotli.error as error:
        raise UndecodableError from error
    return unpacked


def _unzstd(raw: bytes) -> bytes:
    import zstandard

    unpacking = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    try:
        with unpacking.stream_reader(io.BytesIO(raw), read_across_frames=True) as reader:
            return reader.read(BODY_BYTES + 1)
    except zstandard.ZstdError as error:
        raise UndecodableError from error


def _gunzipped(raw: bytes) -> bytes:
    """Every member of a gzip body; what follows the last one is ignored, and one that is cut off is taken as far as
    it goes."""
    whole, at, members = bytearray(), 0, 0
    try:
        while raw[at : at + 2] == b"\x1f\x8b" and len(whole) <= BODY_BYTES:
            members += 1
            if members > _MEMBERS:
                raise UndecodableError
            unpacking = zlib.decompressobj(31)
            while not unpacking.eof and at < len(raw) and len(whole) <= BODY_BYTES:
                piece = raw[at : at + _PIECE]
                whole += unpacking.decompress(piece, BODY_BYTES + 1 - len(whole))
                at += len(piece) - len(unpacking.unused_data) - len(unpacking.unconsumed_tail)
    except zlib.error as error:
        raise UndecodableError from error
    if not members:
        raise UndecodableError
    return bytes(whole)
