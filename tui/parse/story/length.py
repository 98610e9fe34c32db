"""The length of a text: in characters and in minutes."""

import re

from tui.blocks import Blocks, plain
from tui.model import WORDS_PER_MINUTE
from tui.scripts import WIDE

CHARACTERS_PER_MINUTE = 500
"""The speed of reading in scripts that set no spaces (Chinese, Japanese, Thai)."""


_WORDS = re.compile(r"\w+")


def squeezed(text: str) -> str:
    """A text's letters and figures, run together: what remains the same under other spacing and punctuation."""
    return "".join(_WORDS.findall(text.casefold()))


def reading_minutes(found: Blocks) -> int:
    """Minutes to read some blocks, to the nearest, at least one."""
    return minutes(plain(found))


def minutes(text: str) -> int:
    """Minutes to read some text, to the nearest, at least one."""
    wide = len(WIDE.findall(text)) if not text.isascii() and WIDE.search(text, 0, 1000) else 0
    if wide:
        text = " ".join(WIDE.sub(" ", text).split())
    spaced = 1 + text.count(" ") + text.count("\n") - text.count("\n\n")  # white space stands alone in plain text
    return max(1, round(spaced / WORDS_PER_MINUTE + wide / CHARACTERS_PER_MINUTE))
