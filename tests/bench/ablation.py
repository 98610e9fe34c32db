"""What each named rule of the reading does: pages helped and hurt when it is taken out.

A rule is a function of the reading; taken out, it answers as if it found nothing. The program itself knows nothing of this.
"""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple


class Rule(NamedTuple):
    """A rule by the function that holds it, and what that function answers when the rule is out."""

    room: str
    function: str
    answer: Callable[..., Any]


def _no(*_: object, **__: object) -> bool:
    return False


def _yes(*_: object, **__: object) -> bool:
    return True


def _same(text: str, *_: object) -> str:
    return text


def _kept(kept: Any, *_: object) -> Any:
    return kept


RULES: Mapping[str, Rule] = {
    "text once read as the wrong Latin is mended": Rule("tui.parse.page.tree", "_mended", _same),
    "streamed parts stand in their places": Rule("tui.parse.page.tree", "_settle", _no),
    "what is only not visible yet is shown": Rule("tui.parse.story.boxes", "is_shown_later", _no),
    "ids that are slugs or random say nothing": Rule("tui.parse.story.boxes", "_is_slug", _no),
    "paragraphs and code named like clutter": Rule("tui.parse.story.boxes", "_told_all_the_same", _no),
    "asides and headers that belong to the text": Rule("tui.parse.story.boxes", "_of_the_text", _no),
    "cards of offered stories": Rule("tui.parse.story.boxes", "_cards", _no),
    "a second story below ends the first": Rule("tui.parse.story.part", "_begins_another", _no),
    "siblings built alike continue the story": Rule("tui.parse.story.part", "_kin", _no),
    "the part with the headline is the story": Rule("tui.parse.story.part", "_told_in", _no),
    "lists that the text leads up to": Rule("tui.parse.story.cuts", "_is_told_list", _no),
    "a list of links that is all of a part": Rule("tui.parse.story.cuts", "_is_section", _no),
    "a heading above a paragraph is no clutter": Rule("tui.parse.story.cuts", "_heads_some", _no),
    "labels whose links are gone": Rule("tui.parse.story.cuts", "_unlinked_labels", lambda *_: []),
    "words in no paragraph, at both ends": Rule("tui.parse.story.cuts", "_is_bare", _no),
    "a heading or paragraphs beside a picture": Rule("tui.parse.story.cuts", "_tells", _no),
    "what stands above its part": Rule("tui.parse.story.cuts", "opening", lambda *_: []),
    "the picture above its part": Rule("tui.parse.story.cuts", "lead_picture", lambda *_: None),
    "a link below a label": Rule("tui.parse.story.cuts", "_leads_up", _no),
    "what stands below a story": Rule("tui.parse.story.trim", "ending", lambda found, *_: len(found)),
    "lines around a story, by words and place": Rule("tui.parse.story.cuts", "_is_around", _no),
    "captions go with their picture": Rule("tui.parse.story.cuts", "_is_picture", _no),
    "a linked sentence or name is the story's": Rule("tui.parse.story.trim", "_is_told", _no),
    "what articleBody lacks is left out": Rule("tui.parse.story.trim", "_confirmed", _kept),
    "bylines, dates and headings at the end": Rule("tui.parse.story.trim", "_is_tail", _no),
    "what an author is, at the end": Rule("tui.parse.story.trim", "_tells_of", _no),
    "lines above the headline": Rule("tui.parse.story.trim", "_below_headline", _kept),
    "readers' comments by their heading": Rule("tui.parse.story.trim", "comments", len),
    "items of a list with a picture each": Rule("tui.parse.story.cuts._Scene", "_is_item", _no),
    "a sentence that is a link": Rule("tui.parse.story.cuts", "_is_sentence", _no),
    "posts of other sites": Rule("tui.parse.story.cuts", "_is_post", _no),
    "a link in a box of its own among others": Rule("tui.parse.story.cuts", "_is_wrapped", _no),
    "captions set as paragraphs": Rule("tui.parse.story.trim", "with_captions", list),
    "lines that lead to the outlet's accounts": Rule("tui.parse.story.trim", "leads_to_accounts", _no),
    "signatures below the story": Rule("tui.parse.story.trim", "signs", _no),
    "cards that open over a name": Rule("tui.parse.story.cuts", "_popups", lambda *_: []),
    "ingredients beside a recipe": Rule("tui.parse.story.cuts", "ingredients_beside", lambda *_: None),
    "a headline told as another's": Rule("tui.parse.story.part", "_is_first_of", _no),
    "a story begins in a sibling": Rule("tui.parse.story.part", "_leads_into", _no),
    "paragraphs beside the best part": Rule("tui.parse.story.part", "_speaks", _no),
    "pictures amid the story": Rule("tui.parse.story.boxes", "_amid", _no),
    "what belongs to its neighbours": Rule("tui.parse.story.boxes", "is_of_its_neighbours", _no),
    "links beside a heading in a header": Rule("tui.parse.story.boxes", "_stands_beside", _no),
    "small print by its name": Rule("tui.parse.story.boxes", "_small_print", lambda *_: ""),
    "a first paragraph in bold": Rule("tui.parse.story.standfirst", "_is_set_apart", _no),
    "standfirsts by their place": Rule("tui.parse.story.standfirst", "_score_by_place", lambda *_: 0.0),
    "standfirsts above a signature": Rule("tui.parse.story.standfirst", "_above_signature", lambda *_: ()),
    "further lines of a standfirst": Rule("tui.parse.story.standfirst", "_further", lambda *_: []),
    "the story in a page's data": Rule("tui.parse.story.article", "told_elsewhere", _kept),
    "a second look, names not believed": Rule("tui.parse.story.article", "second_look", lambda _h, _b, kept, _r: kept),
}
"""What is measured, by what it says."""


@contextmanager
def without(name: str) -> Iterator[None]:
    """The reading without one rule."""
    rule = RULES[name]
    room = pkgutil.resolve_name(rule.room)
    held = getattr(room, rule.function)
    setattr(room, rule.function, rule.answer)
    try:
        yield
    finally:
        setattr(room, rule.function, held)
