"""Files and streams that are read whole, up to a bound. A pipe that nobody writes into is not waited for, and a device
without an end has one here."""

import errno
import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path
    from typing import IO, AnyStr


def opened(path: "Path", *, pipes: bool = False) -> "BufferedReader":
    """A regular file, open to be read; with `pipes` one that a person names may be a pipe too (`<(...)` in a shell),
    which is empty where nobody writes. OSError for all else, with the end of a sentence as its `strerror`."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        _refuse_unfit(os.fstat(descriptor).st_mode, pipes=pipes)
        os.set_blocking(descriptor, True)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def _refuse_unfit(mode: int, *, pipes: bool) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode) and not (pipes and stat.S_ISFIFO(mode)):
        raise OSError(errno.EINVAL, "it is not a regular file")


def read(stream: "IO[AnyStr]", most: int) -> "AnyStr":
    """What is in a stream to its end. OSError where that is more than `most` bytes, or characters."""
    found = stream.read(most + 1)
    if len(found) > most:
        raise OSError(errno.EFBIG, f"it is longer than {most:,} bytes")
    return found


def body(path: "Path", most: int) -> bytes:
    """What is in a regular file. OSError where it cannot be read, or has more than `most` bytes."""
    with opened(path) as there:
        return read(there, most)


def why(error: OSError) -> str:
    """The end of a sentence on what cannot be read: "cannot be read: permission denied"."""
    return (error.strerror or str(error)).lower()
