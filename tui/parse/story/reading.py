"""What is known while a page is read, and what was decided about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.parse.page import roles
from tui.parse.page.metadata import Metadata
from tui.parse.page.tree import called
from tui.parse.page.words import words
from tui.parse.story.boxes import BY_NAME, COMMENTS, CONSENT, Box, first_text
from tui.parse.story.length import squeezed
from tui.parse.story.standfirst import standfirst_of
from tui.text import folded, line, shorten

_NAMES = {
    BY_NAME: roles.JUNK | roles.LOOSE,
    CONSENT: roles.CONSENT,
    COMMENTS: roles.COMMENTS,
    "a caption": roles.CAPTION,
    "a byline": roles.BYLINE,
    "about the author": roles.BYLINE,
    "pictures amid the story": roles.GALLERY,
}
"""What a name says of a box, where that is why it is left out."""
_A_LINE = 1_000


@dataclass(slots=True)
class Reading:
    """One page being read: its facts, who wrote it, its standfirst, and notes of what was decided, if they are asked
    for."""

    url: str
    base: str
    """What relative addresses of the page are meant against."""
    facts: Metadata
    headline: str
    authors: tuple[str, ...] = ()
    role: str = ""
    standfirst: str = ""
    credit: str = ""
    lead: bool = False
    """The standfirst stands on the page, and is not only said in its head."""
    unlinked: set[str] = field(default_factory=set)
    """Labels of links ("Related coverage") whose links were left out."""
    notes: list[str] | None = None

    lines: dict[str, str] = field(default_factory=dict)
    """For an explanation: how the elements of the story's lines are called, by the letters of the lines."""
    told: set[int] = field(default_factory=set)
    """And the elements that were told of, by `mem_id`."""

    def headlines(self) -> set[str]:
        """What the page is headed by, in every wording, folded."""
        return {folded(text) for text in (self.headline, *self.facts.headlines)}

    def left_out(self, why: str, text: str, where: str = "") -> None:
        """Keep what was left out, by which rule, and the name of its element, if that is known."""
        if self.notes is not None and (said := shorten(text, 70)):
            where = where or self.lines.get(squeezed(text), "")
            self.notes.append(f"left out ({why}): {said}{where and '  '}{where}")

    def left_out_box(self, why: str, box: Box) -> None:
        """The same for a box, with the name that it was judged by: its first words, and its element's name."""
        if self.notes is None:
            return
        self.told.add(box.node.mem_id)
        name = next((name for name in box.names.split() if roles.named(name) & _NAMES.get(why, 0)), "")
        why = f"{why}, {shorten(name, 40)}" if name else why
        said = line(box.own or first_text(box) or words(box.node))
        self.left_out(why, said or called(box.node), called(box.node) if said else "")

    def know_lines(self, boxes: Iterable[Box]) -> None:
        """Keep the names of lines' elements, for lines that are left out when they are blocks without elements."""
        if self.notes is not None:
            for box in boxes:
                if box.text < _A_LINE:
                    self.lines[squeezed(words(box.node))] = called(box.node)

    def note(self, text: str) -> None:
        """Keep a note for whoever asked for an explanation."""
        if self.notes is not None:
            self.notes.append(text)


def find_standfirst(boxes: list[Box], part: Box, reading: Reading) -> tuple[Box, ...]:
    """Note the standfirst; returns the boxes that hold it."""
    found = standfirst_of(boxes, part, reading.facts, reading.headline, reading.authors)
    reading.standfirst, reading.credit = found.text, found.credit
    reading.note(f"standfirst: {found.where or 'none'}")
    return found.boxes
