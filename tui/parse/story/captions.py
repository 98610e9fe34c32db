"""Captions that pages set as paragraphs right below their pictures."""

import re
from collections.abc import Sequence

from tui.blocks import Block, Paragraph, Picture, span_text
from tui.parse.page.pictures import credited
from tui.parse.page.signature import is_caption
from tui.values import replace

_LONGEST = 160
_LEANING = 120
_TOLD = 80
"""Characters of such a caption at most, and of one in italics; of a paragraph behind which a line in italics is one."""
_TAKEN = re.compile(r"(?:摄|攝|摄影|攝影|供图|供圖|撮影|제공)[)）\]]?[。.]?$")
"""How captions end where a script does not part words: that somebody took the picture, or gave it."""


def with_captions(found: Sequence[Block]) -> list[Block]:
    """The blocks, where a paragraph below a picture without a caption has become its caption: one in italics as a
    whole, once the story has begun, or one that names who made the picture.

    On both sets four pages of four publishers gain by the first and one loses, two gain by the second and one loses.
    """
    kept: list[Block] = []
    told = False
    for block in found:
        above = kept[-1] if kept else None
        if isinstance(block, Paragraph) and isinstance(above, Picture) and _is_below(block, above, told):
            caption, credit = credited(span_text(block.spans).strip())
            kept[-1] = replace(above, caption=caption, credit=above.credit or credit)
            continue
        told = told or (isinstance(block, Paragraph) and len(span_text(block.spans)) > _TOLD)
        kept.append(block)
    return kept


def _is_below(block: Paragraph, picture: Picture, told: bool) -> bool:
    """Whether a paragraph right below a picture is its caption."""
    text = span_text(block.spans).strip()
    if picture.caption or not 0 < len(text) < _LONGEST:
        return False
    leaning = (
        told
        and " " in text
        and len(text) < _LEANING
        and all(span.emphasis or not span.text.strip() for span in block.spans)
    )
    return leaning or is_caption(text) or _TAKEN.search(text) is not None
