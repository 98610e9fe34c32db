"""Where a page allows its words to be hyphenated: soft hyphens (U+00AD; CSS Text 3, hyphens: manual).

They are removed from all incoming text, so that a word is found, copied and exported like any other, and kept as a list
of the story's words."""

import html as markup
import re
from functools import cache

SOFT = "\u00ad"
MOST = 2_000
"""Words of a page: of a long one in German some hundred differ."""
LONGEST = 60
"""Letters of a word: no language writes longer ones that anybody parts."""
_REFERRED = "&(?:shy|#173|#[xX][aA][dD])"
"""How they are written where they do not stand themselves; a look for each by itself takes five times as long."""
_LETTERS = r"[^\W\d_]++"
_PARTED = rf"(?<![^\W\d_]){_LETTERS}(?:{SOFT}++{_LETTERS})+"
_compiled = cache(re.compile)


def parted_words(html: str, text: str) -> tuple[str, ...]:
    """The words of a text that have soft hyphens on the page it was read from, each once, with their hyphens."""
    if SOFT not in html and _compiled(_REFERRED).search(html) is None:
        return ()
    found: dict[str, str] = {}
    for word in _compiled(_PARTED).findall(markup.unescape(html)):
        whole = word.replace(SOFT, "")
        if len(whole) <= LONGEST and whole not in found and len(found) < MOST:
            found[whole] = re.sub(f"{SOFT}+", SOFT, word)
    there = set(_compiled(_LETTERS).findall(text))
    return tuple(parts for whole, parts in found.items() if whole in there)
