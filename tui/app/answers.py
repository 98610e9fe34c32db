"""What a terminal answers when it is asked: taken out of what is typed, however late it comes and in however many
pieces."""

import re
from collections.abc import Iterable
from time import monotonic

from textual._xterm_parser import XTermParser
from textual.message import Message

ASK_BACKGROUND = "\x1b]11;?\x1b\\"
"""Asks for the colour of the background (OSC 11, xterm's control sequences)."""
PATIENCE = 0.1
"""Seconds for which the beginning of an answer waits for the rest: any longer, and a typed Escape would feel slow."""
LONGEST = 256
"""Characters of an answer."""

_CSI = r"\[(\?[\d;]*[cS]|6;\d+;\d+t)"
"""A terminal's attributes (DA1), the size of the largest picture, and the pixels of a cell."""
_ANSWER = re.compile(rf"\x1b\](1[01];[^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b_(G[^\x1b]*)\x1b\\|\x1b{_CSI}")
_HEADLESS = re.compile(rf"\A(?:\]1[01];[^\x07\x1b]*(?:\x07|\x1b\\)|{_CSI})")
_BEGINNING = re.compile(
    r"\x1b(?:\](?:1(?:[01](?:;[^\x07\x1b]*\x1b?)?)?)?|_(?:G[^\x1b]*\x1b?)?|\[(?:\?[\d;]*|6(?:;[\d;]*)?)?)?\Z"
)
"""What may be the beginning of an answer, at the end of what has come."""


class Answered(Message):
    """A terminal answered: "11;rgb:ffff/ffff/ffff", "Gi=1;OK", "?62;4;22c", "?2;0;1000;1000S", or "6;20;10t"."""

    bubble = False

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class AnsweringParser(XTermParser):
    """Textual's parser of what is typed, without the answers among it."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._held = ""
        self._since = 0.0
        self._escaped = False
        """An Escape was the last that came."""

    def feed(self, data: str) -> Iterable[Message]:
        """What is typed, and what the terminal answers."""
        if not data:
            return super().feed(data)
        found: list[Message] = []
        if self._escaped:  # an answer was cut behind its first character: an Escape is all that becomes of it
            data = _HEADLESS.sub("", data)
        data, self._held = self._held + data, ""
        self._escaped = data == "\x1b"
        at = 0
        for answer in _ANSWER.finditer(data):
            found += self._typed(data[at : answer.start()])
            found.append(Answered(answer[1] or answer[2] or answer[3]))
            at = answer.end()
        rest = data[at:]
        begun = _BEGINNING.search(rest)
        if begun is not None and len(begun[0]) > 1 and len(begun[0]) < LONGEST:
            rest, self._held, self._since = rest[: begun.start()], begun[0], monotonic()
        return [*found, *self._typed(rest)]

    def _typed(self, text: str) -> Iterable[Message]:
        return super().feed(text) if text else ()

    def tick(self) -> Iterable[Message]:
        """What looked like the beginning of an answer counts as typed, once the rest should have come."""
        if self._held and monotonic() - self._since > PATIENCE and not self._held[2:3]:
            typed, self._held = self._held, ""
            return [*super().feed(typed), *super().tick()]
        return super().tick()


def is_light(answer: str) -> bool | None:
    """Whether the background is light, as the terminal says; None where it does not say."""
    found = re.fullmatch(r"11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:/[0-9a-fA-F]+)?", answer)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
