"""What can go wrong for reasons outside the program: one tree, each error one clear sentence.

NewsError
├── FetchError      the network or the server did not give the page
├── ParseError      the bytes are not what they should be (not a feed, not a page, not OPML)
├── StoreError      the library file cannot be opened, read or written
├── ConfigError     the configuration says something that cannot be followed
├── AskError        a person asked for what is not there (no such story, section or file)
├── OutputError     what was asked for cannot be written where it was to go (a full disk, a closed stream)
└── LostError       a process that works for this one ended before it was done

Everything else is a bug, and is left to crash.
"""


class NewsError(Exception):
    """One sentence for a person; never a traceback."""


class FetchError(NewsError):
    """A page that could not be fetched.

    Attributes:
        status: the HTTP status, or 0 where there was no answer.
        retry_after: seconds for which the whole host asks to be left alone (429, 503), or None.
        offline: there seems to be no network at all (no route, no name service).
        unreached: nobody answered there (refused, no route to it, no time): likely to pass soon.
    """

    def __init__(
        self,
        sentence: str,
        *,
        status: int = 0,
        retry_after: float | None = None,
        offline: bool = False,
        unreached: bool = False,
    ):
        super().__init__(sentence)
        self.status = status
        self.retry_after = retry_after
        self.offline = offline
        self.unreached = unreached


class ParseError(NewsError):
    """Bytes that are not what was asked for."""


class StoreError(NewsError):
    """A library that cannot be used.

    Attributes:
        older: it was made by an older version, and can be used once a writer has opened it.
        damaged: its bytes are not what they should be; else it is sound, for all that is known, and cannot be used now.
    """

    def __init__(self, sentence: str, *, older: bool = False, damaged: bool = False):
        super().__init__(sentence)
        self.damaged = damaged
        self.older = older


class ConfigError(NewsError):
    """A configuration that cannot be followed."""


class AskError(NewsError):
    """Something asked for that is not there."""


class OutputError(NewsError):
    """An answer that cannot be written."""


class LostError(NewsError):
    """Work that was lost with the process that did it.

    Attributes:
        overran: it was ended because it took longer than it may.
    """

    def __init__(self, sentence: str, *, overran: bool = False):
        super().__init__(sentence)
        self.overran = overran
