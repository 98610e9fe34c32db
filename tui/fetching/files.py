"""Files from the network, streamed to a disk: bounded, and continued where the last try ended.

What has come stands beside the file that it is to be, as NAME.part, with the validator of what it is part of in
NAME.part.tag. Only a server that still has exactly that is asked for the rest (RFC 9110, 13.1.5 and 14.2); everything
else begins anew."""

import os
import re
from collections.abc import Callable, Sequence
from http import HTTPStatus
from pathlib import Path

import httpcore
import httpx

from tui import address, text
from tui.errors import FetchError
from tui.fetching.client import REDIRECTS, Answer, Asked, Fetcher, refused
from tui.jobs import RequestOptions
from tui.values import Value

FILE_BYTES = 2_000_000_000
"""The largest file that is taken unless more is asked for: a film, not a disk."""

_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)", re.IGNORECASE)
_WHOLE = re.compile(r"bytes \*/(\d{1,15})", re.IGNORECASE)
_SAFE = os.O_NOFOLLOW | os.O_CLOEXEC

Progress = Callable[[int, int], None]
"""Called with the bytes that are there, and how many there will be (0 where the server does not say)."""


class Saved(Value):
    """A file that has come. `url` is where it was in the end."""

    url: str
    size: int
    content_type: str = ""


async def download(
    fetcher: Fetcher,
    url: str,
    file: Path,
    *,
    options: RequestOptions = RequestOptions(),  # noqa: B008 - frozen
    trusted: bool = False,
    limit: int = FILE_BYTES,
    kinds: Sequence[str] = (),
    progress: Progress = lambda _came, _of: None,
) -> Saved:
    """Fetch a file to the place where it is to be; its folder has to be there. Nothing stands at `file` before all of
    it has come. Where `kinds` are given, its media type has to begin with one of them, or be left out.

    Raises FetchError, which leaves what came for the next try, unless it is more than `limit` or the server does not go
    on with it; OSError where it cannot be written.
    """
    while True:  # twice at most: what is forgotten is not asked for again
        partly = _Partly(file, limit, kinds, progress)
        headers = (("Range", f"bytes={partly.size}-"), ("If-Range", partly.tag)) if partly.size else ()
        asked = Asked(url, headers=headers, accept="*/*", coding="identity", options=options, private=trusted)
        there, _, answer = await fetcher.last_hop(asked, False, REDIRECTS, partly.take)
        if answer.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and partly.size:
            whole = _WHOLE.match(answer.headers.get("content-range", ""))
            if not (whole and int(whole[1]) == partly.size):
                partly.forget()
                continue
        elif answer.status not in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT):
            raise refused(there, answer, asked)
        elif answer.cut:
            raise FetchError(f"{text.line(address.host(there))} broke off in the middle of the file", unreached=True)
        return Saved(there, partly.keep(), answer.headers.get("content-type", ""))


class _Partly:
    """A file on its way."""

    def __init__(self, file: Path, limit: int, kinds: Sequence[str], progress: Progress) -> None:
        self._file = file
        self._part = file.with_name(f"{file.name}.part")
        self._tag = file.with_name(f"{file.name}.part.tag")
        self._limit = limit
        self._kinds = tuple(kinds)
        self._progress = progress
        self.size, self.tag = self._known()

    def _known(self) -> tuple[int, str]:
        """How much is there, and of what; (0, "") where it cannot be continued."""
        try:
            with os.fdopen(os.open(self._tag, os.O_RDONLY | _SAFE), encoding="latin-1") as written:
                tag = written.read(1000)
            size = self._part.lstat().st_size
        except OSError:
            return 0, ""
        return (size, tag) if tag else (0, "")

    def forget(self) -> None:
        """Begin anew."""
        for path in (self._tag, self._part):
            path.unlink(missing_ok=True)
        self.size, self.tag = 0, ""

    def keep(self) -> int:
        """All has come: make it the file, safely on the disk. Its size."""
        with os.fdopen(os.open(self._part, os.O_RDONLY | _SAFE), "rb") as there:
            os.fsync(there.fileno())
            size = os.fstat(there.fileno()).st_size
        self._part.replace(self._file)
        self._tag.unlink(missing_ok=True)
        return size

    async def take(self, response: httpx.Response, url: str) -> Answer:
        """Write what an answer holds behind what is there, or in its place. What it is not asked for is not read."""
        status, headers = response.status_code, response.headers
        location = headers.get("location", "") if status in (301, 302, 303, 307, 308) else ""
        if location or status not in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT):
            return Answer(status, location, b"", headers)
        if headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
            raise FetchError(f"{text.line(address.host(url))} sends the file compressed, though it was asked not to")
        kind = headers.get("content-type", "").strip().lower()
        if kind and self._kinds and not kind.startswith(self._kinds):
            said = text.line(kind.partition(";")[0])[:100]
            raise FetchError(f"{text.line(address.host(url))} sends {said} in its place")
        came, of = self._place(status, headers, url)
        if not came:
            self.forget()
        self._remember(headers)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | _SAFE
        with os.fdopen(os.open(self._part, flags, 0o600), "ab") as out:
            whole = await self._written(response, out.write, came, of, url)
        if whole and not self._part.lstat().st_size:
            self.forget()
            raise FetchError(f"{text.line(address.host(url))} sends an empty file")
        return Answer(status, "", b"", headers, cut=not whole)

    def _place(self, status: int, headers: httpx.Headers, url: str) -> tuple[int, int]:
        """How much of the file stands before what is sent, and how large it will be (0: unknown). FetchError where that
        does not fit."""
        length = headers.get("content-length", "")
        of = int(length) if re.fullmatch(r"\d{1,15}", length) else 0
        came = 0
        if status == HTTPStatus.PARTIAL_CONTENT:
            part = _RANGE.match(headers.get("content-range", ""))
            if not part or int(part[1]) != self.size or not self.size:
                self.forget()  # asked for the same part again, it would send the same
                raise FetchError(f"{text.line(address.host(url))} sends another part of the file than was asked for")
            came, of = self.size, int(part[3]) if part[3] != "*" else 0
        if max(of, came) > self._limit:
            raise FetchError(_too_large(url, self._limit))
        return came, of

    async def _written(
        self, response: httpx.Response, write: Callable[[bytes], int], came: int, of: int, url: str
    ) -> bool:
        """Write the body as it comes. Whether all of it did."""
        assert isinstance(response.stream, httpx.AsyncByteStream)
        try:
            async for piece in response.stream:
                came += len(piece)
                if came > self._limit:
                    self.forget()  # an endless stream would hold all the room there is
                    raise FetchError(_too_large(url, self._limit))
                write(piece)
                self._progress(came, of)
        except (httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.ReadTimeout):
            return False
        return not of or came == of

    def _remember(self, headers: httpx.Headers) -> None:
        """What the part is of: only a strong ETag, else a date, says that nothing has changed (13.1.5)."""
        etag = headers.get("etag", "")
        tag = etag if etag and not etag.startswith("W/") else headers.get("last-modified", "")
        self._tag.unlink(missing_ok=True)
        with os.fdopen(
            os.open(self._tag, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFE, 0o600),
            "w",
            encoding="latin-1",
            errors="replace",
        ) as out:
            out.write(tag[:1000])


def _too_large(url: str, limit: int) -> str:
    return f"{text.line(address.host(url))} sends more than {limit // 1_000_000} MB"
