"""What is known while a page is read, and what was decided about it."""

from dataclasses import dataclass

from tui.parse.page.metadata import Metadata
from tui.parse.page.words import words
from tui.parse.story.boxes import Box, first_text, path
from tui.parse.story.standfirst import standfirst_of
from tui.text import shorten


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
        """The same of a box: what it says first, or how it is called."""
        if self.notes is not None:
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
