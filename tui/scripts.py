"""Writing systems: how much a letter says, and which set no spaces between words."""

import re

WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A letter of a script that says much in few characters, most of them without spaces: Thai, Lao, Burmese, Khmer,
kana, Han, Hangul."""
