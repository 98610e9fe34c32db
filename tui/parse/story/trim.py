"""The story's blocks without the lines around it: headline, byline and date at its head, clutter within it and at its
end."""

import re
from collections.abc import Callable, Sequence

from tui import address
from tui import text as safe
from tui.blocks import Block, Blocks, Footnote, Heading, Paragraph, Quote, Rule, Span, Spans, plain, span_text
from tui.parse.page import roles
from tui.parse.page.bylines import byline, is_byline, is_person, signs
from tui.parse.page.jsonld import untagged
from tui.parse.page.labels import is_also_read, label
from tui.parse.story.captions import with_captions
from tui.parse.story.ending import comments, ending
from tui.parse.story.following import leads_to_accounts, leads_to_networks
from tui.parse.story.length import squeezed
from tui.parse.story.reading import Reading
from tui.scripts import WIDE
from tui.text import folded


class _Head:
    """What a page says above its story, and again at the story's beginning."""

    def __init__(self, reading: Reading):
        self.headlines = reading.headlines()
        self.headline = folded(reading.headline)
        self.standfirst = folded(reading.standfirst)
        self.names = [folded(name) for name in reading.authors]
        self.language = reading.facts.language

    def repeated(self, block: Heading | Paragraph, text: str, told: int) -> str:
        """Which of these lines a block repeats, or "". Once the story has begun, only a heading can repeat the
        headline, and far down it is the heading of a part: of its recipe, its list. `told` counts the paragraphs before
        it."""
        if told and not isinstance(block, Heading):
            return ""
        if "\n" in text and not told and all(self.repeated(block, each, told) for each in text.split("\n")):
            return "the headline again"
        small = folded(text)
        if not small or (small in self.headlines and told < _WELL_BEGUN):
            return "the headline again"
        if told:
            return ""
        if len(small) > 0.6 * len(self.headline) and small in self.headline:
            return "the headline again"
        if small == self.standfirst:
            return "the standfirst again"
        if roles.is_date_line(text, self.language):
            return "a date"
        if len(text) <= _SHORT and text.endswith(_DASHES):
            return "a place"
        if isinstance(block, Paragraph) and text.isdecimal():
            return "a count"
        return "a byline" if len(text) < 120 and is_byline(small, self.names) else ""


_DASHES = ("—", "–", " -", "--")
"""How the place ends from which a story is told, where it stands in a line of its own above it, as American papers set
it. Of both sets one page shows one, in the truth of none."""
_LINES = (Paragraph, Heading)
"""Asked of every block: a pair costs half of what `|` does."""

_WELL_BEGUN = 3
"""Paragraphs of a story behind which its headline names a part of it. Tuned on both page sets: six pages gain,
three lose, whose truth leaves such a heading out; recipes gain on public pages."""


def trim(found: list[Block], reading: Reading, *, whole_is_story: bool = False) -> Blocks:
    """The blocks without headline, standfirst, byline and date at their head, clutter within and at their end, and
    repeated quotations."""
    head = _Head(reading)
    found = with_captions(found)
    kept: list[Block] = []
    if not whole_is_story:
        _leave_out(found, comments(found), "readers' comments", reading)
        found = _below_headline(found, head, reading)
    told = 0
    whole = ""
    last = next((place for place in reversed(range(len(found))) if _is_long(found[place])), len(found))
    for place, block in enumerate(found):
        why, text = "", ""
        if isinstance(block, _LINES):
            text = span_text(block.spans).strip()
            if not text:
                continue
            if not (told and len(text) > roles.LONGEST):
                why = head.repeated(block, text, told) or _around(
                    found, place, text, place > last, whole_is_story, reading
                )
            told += not why and isinstance(block, Paragraph) and len(text) > 80
        elif isinstance(block, Quote):
            text = _said(block)
            whole = whole or squeezed(plain(each for each in found if not isinstance(each, Quote)))
            why = "a quotation that repeats the text" if len(text) > 14 and text in whole else ""
        if why:
            reading.left_out(why, text)
        else:
            kept.append(block)
    kept = _confirmed(kept, reading)
    kept[1:] = map(_drawn, kept[1:])
    if not whole_is_story:
        kept = _without(_is_amid, kept, reading) if reading.unlinked else kept
        _leave_out(kept, ending(kept, _called(reading)), "below the story", reading)
        while len(kept) > 1 and isinstance(kept[-1], Paragraph) and _SIGNED_OFF.fullmatch(plain(kept[-1:])):
            _leave_out(kept, len(kept) - 1, _BEHIND, reading)
        _sign(kept, reading)
    _without_tail(kept, head, reading)
    return tuple(_without(_heads_nothing, kept, reading))


_BEHIND = "behind the story"


def _without_tail(kept: list[Block], head: _Head, reading: Reading) -> None:
    """Take the lines off the end of a story that only stand behind it, but for what is all of it."""
    while kept and _is_tail(kept[-1], reading, head.names) and not _is_all(kept):
        _leave_out(kept, len(kept) - 1, _BEHIND, reading)


def _drawn(block: Block) -> Block:
    """A line of signs between two parts of a story as the rule that it stands for; any other block as it is."""
    return Rule() if isinstance(block, Paragraph) and _DRAWN.fullmatch(span_text(block.spans)) else block


def _said(quote: Quote) -> str:
    """The letters of a quotation, without a short last line that says whose it is."""
    lines = plain(quote.blocks).split("\n\n")
    return squeezed(" ".join(lines[:-1] if len(lines) > 1 and len(lines[-1]) < _SHORT else lines))


def _below_headline(found: list[Block], head: _Head, reading: Reading) -> list[Block]:
    """The blocks without the lines above the headline (sections, a kicker), where it stands amid them and only a few
    short ones come before it."""
    above: list[int] = []
    for place, block in enumerate(found):
        if not isinstance(block, _LINES):
            continue
        text = span_text(block.spans).strip()
        if isinstance(block, Heading) and folded(text) in head.headlines:
            for number in above:
                reading.left_out("above the headline", plain((found[number],)))
            return [each for number, each in enumerate(found) if number not in above]
        above.append(place)
        if len(text) > _SHORT or len(above) > _MOST_ABOVE:
            break
    return found


_DRAWN = re.compile(r"[\s*⁂✦✧✻❖•·~–—=_#♦◆◇■□●○-]{1,40}")
"""A line drawn with signs between two parts of a story: asterisks, dashes, diamonds."""
_SHORT = 55
_MOST_ABOVE = 6
"""Characters of a line above the headline, and lines. On dev2 three pages of three publishers gain, none loses."""


def _without(is_gone: Callable[[list[Block], int, Reading], bool], kept: list[Block], reading: Reading) -> list[Block]:
    """The blocks that a rule does not leave out, which looks at each in its place."""
    return [block for place, block in enumerate(kept) if not is_gone(kept, place, reading)]


def _leave_out(blocks: list[Block], over: int, why: str, reading: Reading) -> None:
    """Leave out the blocks from a place on, but for the notes that the text refers to."""
    notes = [block for block in blocks[over:] if isinstance(block, Footnote)]
    for block in blocks[over:]:
        if block not in notes:
            reading.left_out(why, plain((block,)))
    blocks[over:] = notes


def _called(reading: Reading) -> str:
    """What a page's outlet is called, by itself and by its host."""
    host = address.registrable(reading.url).partition(".")[0]
    return f"{reading.facts.site_name} {reading.facts.publisher} {host}"


def _sign(kept: list[Block], reading: Reading) -> None:
    """Take a line as the story's signature, if nothing else signs it: a first one that begins like a byline and names
    people alone, as agencies write it, or a last one in bold or italics that is a name alone, as papers in Vietnam do.

    Of both sets one page signs so at its head, and no other changes by it; made pages of agencies do too."""
    if reading.authors or len(kept) < 2:
        return
    place = next((place for place, block in enumerate(kept) if isinstance(block, Paragraph)), 0)
    first, last = kept[place], kept[-1]
    if isinstance(first, Paragraph) and len(text := span_text(first.spans).strip()) < _SHORT:
        names, role = byline((text,))
        if names and all(map(is_person, names)):
            reading.authors, reading.role = names, role
            reading.left_out("a signature", text)
            del kept[place]
            return
    name = span_text(last.spans).strip() if isinstance(last, Paragraph) else ""
    if isinstance(last, Paragraph) and is_person(name) and all(map(_is_set_off, last.spans)):
        reading.authors = (name,)
        reading.left_out("a signature", name)
        kept.pop()


def _is_set_off(span: Span) -> bool:
    """Whether a piece of a line is in bold or italics, or empty."""
    return span.strong or span.emphasis or not span.text.strip()


def _is_all(kept: Sequence[Block]) -> bool:
    """Whether the last block is all that the story says in whole paragraphs."""
    return _is_long(kept[-1]) and not any(_is_long(block) for block in kept[:-1])


def _around(found: Sequence[Block], place: int, text: str, ended: bool, whole_is_story: bool, reading: Reading) -> str:
    """Why a line is one that pages write around stories, or ""."""
    block = found[place]
    if _is_around(found, place, text, ended=ended and not whole_is_story):
        return "a line pages write around stories"
    if whole_is_story or not isinstance(block, Paragraph):
        return ""
    if leads_to_accounts(block.spans, reading.url):
        return "where the outlet can be followed"
    if len(text) < _LONGEST_ASIDE and any(span.href for span in block.spans) and is_also_read(text):
        return "also read"
    if not (_all_linked(block.spans) and _first_said(block.spans).href):
        return ""
    return "" if not ended and _is_told(text) else "a paragraph that is a link"


_LONGEST_ASIDE = 250
"""Characters of a line amid text that only line breaks part, which has no box of its own, so that it is met here."""
_SENTENCE_LENGTH = 60
"""Characters from which a paragraph that is wholly a link, and ends like a sentence, is a sentence of the story."""


_NAME_WORDS = 8
"""Words under which such a paragraph, if it does not end like a sentence, is the name of a thing that the story tells
of."""


def _is_told(text: str) -> bool:
    """Whether a paragraph within the story that is one link belongs to it: a sentence, or a name."""
    return len(text) > _SENTENCE_LENGTH if _ENDS.search(text) else _is_name(text)


def _is_name(text: str) -> bool:
    """Whether a text has few words, also in scripts without spaces."""
    return (
        len(text) < _SENTENCE_LENGTH and len(text.split()) < _NAME_WORDS and len(WIDE.findall(text)) < 2 * _NAME_WORDS
    )


_ENDS = re.compile(r"[.!?…。！？؟।][”’\"»)」』\s]*$")
"""How sentences end."""


def _is_long(block: Block) -> bool:
    """Whether it is a paragraph of the story, judging by its length."""
    return isinstance(block, Paragraph) and len(span_text(block.spans)) > 80 and not _all_linked(block.spans)


def _is_around(found: Sequence[Block], place: int, text: str, *, ended: bool) -> bool:
    """Whether a line is one that pages write around stories: not a number, and not a heading right above a
    paragraph."""
    block = found[place]
    if not isinstance(block, _LINES) or roles.is_number(text):
        return False
    if isinstance(block, Heading) and place + 1 < len(found):
        below = found[place + 1]
        if _is_long(below) or (not ended and _is_deeper(below, block)):
            return False
    return roles.is_around(text, linked=any(span.href for span in block.spans), ended=ended)


def _is_deeper(below: Block, heading: Heading) -> bool:
    """Whether what follows a heading is the heading of one of its own parts."""
    return isinstance(below, Heading) and below.level > heading.level


def _confirmed(kept: list[Block], reading: Reading) -> list[Block]:
    """The blocks without the paragraphs that JSON-LD's articleBody lacks, if it has nearly all others."""
    if len(reading.facts.body) < 400:
        return kept
    body = untagged(reading.facts.body)
    texts = {id(block): span_text(block.spans) for block in kept if isinstance(block, Paragraph)}
    missing = {key for key, text in texts.items() if text[:80] not in body and text[-80:] not in body}
    if missing:
        known = squeezed(body)
        missing = {
            key
            for key in missing
            if squeezed(texts[key][:80])[:60] not in known and squeezed(texts[key][-80:])[-60:] not in known
        }
    total = sum(map(len, texts.values()))
    lost = sum(len(texts[key]) for key in missing)
    if not missing or lost > 0.15 * total:
        return kept
    first = next((block for block in kept if isinstance(block, Paragraph)), None)
    if id(first) in missing and not reading.lead:
        opening = texts[id(first)]
        described = [folded(text) for text in reading.facts.descriptions if len(text) > 40]
        if any(text in folded(opening) for text in described):
            reading.standfirst, reading.lead = safe.line(opening), True
            reading.note("standfirst: the first paragraph, which articleBody does not have")
    for key in filter(missing.__contains__, texts):
        reading.left_out("not in articleBody", texts[key])
    return [block for block in kept if id(block) not in missing]


def _heads_nothing(kept: list[Block], place: int, reading: Reading) -> bool:
    """A label of links whose links are gone."""
    block = kept[place]
    if not isinstance(block, _LINES if reading.unlinked else Heading):
        return False
    text = span_text(block.spans).strip()
    if text not in reading.unlinked and not (isinstance(block, Heading) and _is_over_nothing(kept, place, block)):
        return False
    if label(text) is None:
        return False
    reading.left_out("a label whose links are gone", text)
    return True


def _is_amid(kept: list[Block], place: int, reading: Reading) -> bool:
    """Whether a block is a label whose links are gone, and the story goes on right behind it."""
    following = kept[place + 1] if place + 1 < len(kept) else None
    if not isinstance(following, Paragraph) or any(span.href for span in following.spans):
        return False
    return _ENDS.search(span_text(following.spans)) is not None and _heads_nothing(kept, place, reading)


def _is_over_nothing(kept: list[Block], place: int, heading: Heading) -> bool:
    """Whether no text follows a heading before the next one of its rank."""
    following = kept[place + 1] if place + 1 < len(kept) else None
    return following is None or (isinstance(following, Heading) and not _is_deeper(following, heading))


def _is_tail(block: Block, reading: Reading, names: Sequence[str]) -> bool:
    if isinstance(block, Heading | Rule):
        return True
    if not isinstance(block, Paragraph):
        return False
    text = span_text(block.spans).strip()
    if len(text) >= 400:
        return False
    if leads_to_networks(block.spans):
        return True
    if text.endswith((":", "：")):
        return True  # what it leads up to is gone
    if _is_name(text) and not _ENDS.search(text) and any(span.href for span in block.spans):
        return True  # a button, or a link to somewhere else: of thirteen on the two page sets two are the story's
    small = folded(text)
    if (found := _ADDRESS.fullmatch(text)) and address.registrable(found[1]) == address.registrable(reading.url):
        return True
    if roles.is_date_line(text, reading.facts.language) or _SIGNED_OFF.fullmatch(text):
        return True
    return (len(text) < 120 and (is_byline(small, names) or signs(text))) or _tells_of(small, names)


_ADDRESS = re.compile(r"\D{0,20}(https?://\S+)")
"""A last line that gives nothing but an address of the page's own site, as versions to be printed do."""
_SIGNED_OFF = re.compile(
    r"(?:copyright\b|©|\(c\))[^.]{0,30}\b(?:19|20)\d\d\b[^.]{0,60}\.?(?: to see more, visit .{1,60})?"
    r"|[(（]?[^\s/().]{2,8}(?:/[^\s/().]{2,10}){1,3}[)）]?(?:\s?\([^()]{2,30}\))?"
    r"|(?:\w{2,8}\s)?[(（][^()（）\d.!?@]{1,40}[)）]|theo\s[^.!?]{2,40}|(?-i:[A-ZČŠŽА-Я]{2,8})",
    re.IGNORECASE,
)
"""Whose rights a story is, and the letters or the agency of who wrote it ("kfr/dpa", "ab/cd (AFP)", "(dpa)",
"MDR (abc)", "(con información de EFE)", "Theo Báo Sông", "EFE"), in a line that holds nothing else; found on made
pages of radio stations and agencies. One page of both sets gains, whose other lines differ still; none has one in its
truth."""


def _tells_of(small: str, names: Sequence[str]) -> bool:
    """Whether a folded line says what one of some people is ("Jane Doe is a reporter"). On dev2 it leaves out three
    lines of three publishers that are no part of their story, and one that is."""
    name = next((name for name in names if small.startswith(name + " ")), "")
    return bool(name) and small[len(name) :].split(maxsplit=1)[:1] in _IS


_IS = [[word] for word in "is ist est es è é är er jest covers reports writes can has".split()]


_SAYS = re.compile(r"[^\s>»›→▶►➡]")
"""What is more than a sign that points to a link, as papers in French set one before it."""


def _first_said(spans: Spans) -> Span:
    """The first piece of a line that says something."""
    return next((span for span in spans if _SAYS.search(span.text)), spans[0])


def _all_linked(spans: Spans) -> bool:
    linked = sum(len(span.text) for span in spans if span.href)
    return linked > 12 and linked >= 0.9 * sum(len(span.text) for span in spans if _SAYS.search(span.text))
