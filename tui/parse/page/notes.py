"""Notes to a text: what its references link to, whatever element that is, under the label of the reference."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from tui.blocks import Spans
from tui.parse.page.tree import hidden
from tui.parse.page.words import words
from tui.text import one_line
from tui.values import replace

_LONGEST_LABEL = 4
"""Characters: "12", "iv", "*", "E1"."""
_LONGEST = 5_000
"""Characters of one note."""
_MOST = 2_000
_REFERENCE = re.compile(r"foot-?note|end-?note|note-?ref|\bfn|\bref\b|reference|doc-noteref|cite", re.IGNORECASE)
_TARGET = re.compile(r"^(?:fn|foot|_?ftn|sdfoot|cite|note|end-?note|en\d|easy-foot|ref|bib|r\d)", re.IGNORECASE)
_BLOCKS = frozenset("p li div aside section dd td blockquote".split())


class Notes(NamedTuple):
    """The notes in a part of a page, by elements' `mem_id`."""

    labels: Mapping[int, str]
    """Element that is a note -> its label."""
    targets: Mapping[str, str]
    """Id or name that a reference leads to -> label, where such a note is there."""
    unsaid: frozenset[int]
    """Labels that stand in their notes, and links back to the text."""


NONE = Notes({}, {}, frozenset())


def notes_of(node: LexborNode) -> Notes:
    """The notes that references in this node link to, if they are in it too."""
    wanted: dict[str, str] = {}
    back: set[str] = set()
    unsaid: list[LexborNode] = []
    for link in node.css('a[href^="#"]')[:_MOST]:
        target = (link.attributes.get("href") or "#")[1:]
        label = one_line(link.text()).strip("[]()^ ")
        if target in back or "ref" in target.lower():
            unsaid.append(link)
        elif label and len(label) <= _LONGEST_LABEL and target not in wanted and _is_reference(link, target):
            wanted[target] = label
            around = link.parent
            back.update(filter(None, (link.attributes.get("id"), link.attributes.get("name"))))
            if around is not None and around.tag in ("sup", "span"):
                back.update(filter(None, (around.attributes.get("id"),)))
        elif target in wanted:
            continue
    if not wanted:
        return NONE
    return _led_to(node, wanted, unsaid)


def _is_reference(link: LexborNode, target: str) -> bool:
    """Whether it is a short link set as a superscript, or named as a reference to a note."""
    parent = link.parent
    if (parent is not None and parent.tag == "sup") or link.css_first("sup") is not None:
        return True
    said = " ".join(filter(None, (link.attributes.get(name) for name in ("class", "rel", "role", "epub:type", "id"))))
    return _TARGET.match(target) is not None or _REFERENCE.search(said) is not None


def _led_to(node: LexborNode, wanted: Mapping[str, str], unsaid: list[LexborNode]) -> Notes:
    labels: dict[int, str] = {}
    targets: dict[str, str] = {}
    silent: set[int] = {link.mem_id for link in unsaid}
    for each in node.css("[id], a[name]"):
        name = next((key for key in (each.attributes.get("id"), each.attributes.get("name")) if key in wanted), None)
        if name is None or name in targets:
            continue
        note: LexborNode | None = each
        said = one_line(each.text()).strip("[]().^ ")
        if len(said) <= _LONGEST_LABEL or each.tag not in _BLOCKS:
            if len(said) <= _LONGEST_LABEL:
                silent.add(each.mem_id)
            while note is not None and note.tag not in _BLOCKS:
                note = note.parent
        if note is None or note.mem_id == node.mem_id or note.mem_id in labels or len(note.text()) > _LONGEST:
            continue
        labels[note.mem_id] = targets[name] = wanted[name]
    return Notes(labels, targets, frozenset(silent))


_INLINE_NOTE = re.compile(r"(?:^|\s)inline-?(?:foot)?note", re.IGNORECASE)
"""Names of notes that stand hidden behind their number, amid the text."""


def held_back(note: LexborNode, names: str) -> str:
    """The words of a note that is hidden after its number, within the text; "" if it is not named as one."""
    if not _INLINE_NOTE.search(names):
        return ""
    inner = next((each for each in note.iter() if hidden(each.attributes)), None)
    return words(inner) if inner is not None else ""


_BACK_ARROWS = re.compile(r"(?<![\s↩↵⏎↑^\ufe0e])[\s↩↵⏎↑^\ufe0e]+$|^[\s↩^↑]+")


def without_way_back(spans: Spans) -> Spans:
    """The text of a note without the link back to its reference."""
    kept = [span for span in spans if not (span.href.startswith("#") or _BACK_ARROWS.fullmatch(span.text))]
    if kept:
        kept[-1] = replace(kept[-1], text=_BACK_ARROWS.sub("", kept[-1].text))
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(". "))
    return tuple(span for span in kept if span.text)
