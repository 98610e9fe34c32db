"""What is known while a page is read, and what was decided about it."""

from dataclasses import dataclass

from tui.parse.page import roles
from tui.parse.page.metadata import Metadata
from tui.parse.page.words import words
from tui.parse.story.boxes import BY_NAME, Box, first_text, path
from tui.parse.story.standfirst import standfirst_of
from tui.text import shorten

_NAMES = roles.JUNK | roles.LOOSE


@dataclass(slots=True)
class Reading:
    """One page being read: its facts, who wrote it, its standfirst, and notes of what was decided, where these are
    asked for."""

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
    notes: list[str] | None = None

    def left_out(self, why: str, text: str) -> None:
        """Keep what was left out, and by which rule."""
        if self.notes is not None and text.strip():
            self.notes.append(f"left out ({why}): {shorten(text, 70)}")

    def left_out_box(self, why: str, box: Box) -> None:
        """The same of a box, and the name by which it was judged: what it says first, or how it is called."""
        if self.notes is not None:
            name = next((name for name in box.names.split() if roles.named(name) & _NAMES), "")
            why = f"{why}, {shorten(name, 40)}" if why == BY_NAME and name else why
            self.left_out(why, box.own or first_text(box) or words(box.node) or path(box))

    def note(self, text: str) -> None:
        """Keep a line for whoever asked for an explanation."""
        if self.notes is not None:
            self.notes.append(text)


def find_standfirst(boxes: list[Box], part: Box, reading: Reading) -> tuple[Box, ...]:
    """Note the standfirst; the boxes that hold it are given back."""
    found = standfirst_of(boxes, part, reading.facts, reading.headline, reading.authors)
    reading.standfirst, reading.credit = found.text, found.credit
    reading.note(f"standfirst: {found.where or 'none'}")
    return found.boxes
