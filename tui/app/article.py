"""The article pane: a layout on the screen, line by line, with a place in it and a link that has the eye."""

from dataclasses import dataclass
from datetime import tzinfo
from time import perf_counter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.app.found import Found, Spots, marked
from tui.app.layout import counted_cells, safe, wrap
from tui.app.parts import FINE, PLAIN, Line, Run
from tui.app.typeset import Layout, Link
from tui.model import Article, Enclosure, Related, Story

SLICE = 0.006
"""Seconds that measuring may take at a time while somebody may be pressing keys."""

NOTHING_OPEN = "Choose a story in the list, and it is read here."

_LOOKS = frozenset(
    "kicker headline standfirst credit byline small rule notice subhead minor strong emphasis struck code link number quote"
    " bar source caption embed note head related excerpt eye found here".split()
)


class ArticlePane(Widget, can_focus=False):
    """A story to be read: scrolled by lines and pages, its links and related stories walked by keys. Nothing in it
    moves by itself."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{look}" for look in _LOOKS}

    DEFAULT_CSS = """
    ArticlePane {
        height: 1fr;
        .article--kicker, .article--head { text-style: bold; color: $text-muted; }
        .article--headline { text-style: bold; color: $primary; }
        .article--standfirst, .article--emphasis { text-style: italic; }
        .article--subhead, .article--strong { text-style: bold; }
        .article--minor { text-style: bold italic; }
        .article--credit, .article--byline, .article--small, .article--rule, .article--notice, .article--bar,
        .article--source, .article--caption, .article--note, .article--number, .article--excerpt { color: $text-muted; }
        .article--link { text-style: underline; }
        .article--struck { text-style: strike; }
        .article--code { color: $text-secondary; }
        .article--eye, .article--here { text-style: reverse; }
        .article--found { text-style: bold underline; }
    }
    """

    @dataclass
    class LinkFollowed(Message):
        """A link was chosen: of the text ("link"), a related story (its relation), or one of the library
        ("similar")."""

        url: str
        relation: str
        title: str

    @dataclass
    class Scrolled(Message):
        """The article moved; `percent` of it lies above the screen's end."""

        percent: int

    def __init__(
        self,
        *,
        measure: int = 72,
        ascii_only: bool = False,
        zone: tzinfo | None = None,
        addresses: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._addresses = addresses
        """Links carry their addresses, so that the terminal can open them (OSC 8)."""
        self.text_layout: Layout | None = None
        """What is shown, or None where nothing is open."""
        self._line_measure = measure
        self._signs = PLAIN if ascii_only else FINE
        self._zone = zone
        self._message = NOTHING_OPEN
        self._top = 0
        self._place = (0, 0)
        self._eye = -1
        self._percent = -1
        self._fitted = Size(0, 0)
        self._measuring: Timer | None = None
        self._found = Found()
        self._strips: LRUCache[tuple[Line, int, int, int, Spots], Strip] = LRUCache(256)
        self._styles: dict[str, Style] = {}

    def show(
        self,
        article: Article,
        related: tuple[Related, ...] = (),
        similar: tuple[Story, ...] = (),
        place: tuple[int, int] | None = None,
        enclosures: tuple[Enclosure, ...] = (),
    ) -> None:
        """Show a story, from a place kept earlier or from its head."""
        self.text_layout = Layout(
            article,
            related,
            similar,
            enclosures=enclosures,
            measure=self._line_measure,
            signs=self._signs,
            zone=self._zone,
        )
        self._strips.clear()
        self._found = Found()
        self._eye = -1
        self._percent = -1
        self._place = place or (0, 0)
        self._fit()
        self.refresh()

    def swap(
        self,
        article: Article,
        related: tuple[Related, ...] = (),
        similar: tuple[Story, ...] = (),
        enclosures: tuple[Enclosure, ...] = (),
    ) -> None:
        """Show more or less of the story that is shown, the line being read where it is."""
        before, place, top = self.text_layout, self._place, self._top
        words = before.words_at(place) if before is not None and top else ""
        self.show(article, related, similar, None, enclosures)
        if top and self.text_layout is not None:
            found = self.text_layout.place_of(words) if words else None
            self._place = found or (min(place[0], len(self.text_layout.parts) - 1), place[1])
            self._restore()
            self.refresh()

    def show_message(self, text: str) -> None:
        """Show a sentence instead of a story."""
        self.text_layout = None
        self._message = text
        self._stop_measuring()
        self.refresh()

    @property
    def place(self) -> tuple[int, int]:
        """Where the reader is: (part, characters into it); the same words at every width."""
        return self._place

    @property
    def percent(self) -> int:
        """How far down the screen is, 100 at the end."""
        limit = self._limit
        return 100 * self._top // limit if self._top < limit else 100

    @property
    def focused_link(self) -> Link | None:
        """The link that has the eye, while it is on the screen."""
        if self.text_layout is None or not self._sees(self._eye):
            return None
        return self.text_layout.links[self._eye]

    def line(self, n: int) -> None:
        """Move on by n lines (back where negative)."""
        self._move(n)

    def half(self, n: int) -> None:
        """Move on by n half pages."""
        self._move(n * max(1, self.size.height // 2))

    def page(self, n: int) -> bool:
        """Move on by n pages, each with a line of the one before it; False where there was nothing further."""
        return self._move(n * max(1, self.size.height - 1))

    def top(self) -> None:
        """Go to the head."""
        self._go(0)

    def end(self) -> None:
        """Go to the end."""
        if self.text_layout is not None:
            self.text_layout.settle_end(self.size.height)
            self._go(self._limit)

    def next_link(self, n: int) -> None:
        """Give the eye to the nth link from the one that has it, or from what is on the screen."""
        layout = self.text_layout
        if layout is None:
            return
        if self._sees(self._eye):
            chosen = self._eye + n
        elif n > 0:
            chosen = layout.link_after(self._top) + n - 1
        else:
            chosen = layout.link_after(self._top + self.size.height) + n
        if not 0 <= chosen < len(layout.links):
            return
        before, self._eye = self._eye, chosen
        if not self._sees(chosen):
            self._bring(chosen, self.size.height // 2 if n > 0 else self.size.height // 3)
        for link in (before, chosen):
            if self._sees(link):
                first, last = layout.link_lines(link)
                self.refresh(Region(0, first - self._top, self.size.width, last - first + 1))

    def find(self, words: str) -> int:
        """Mark words in the story; how often they stand there. No words end it."""
        self._found = Found(self.text_layout, words)
        self.refresh()
        return len(self._found.places)

    def next_found(self, n: int) -> tuple[int, int] | None:
        """Go to the nth place with the words looked for, from the last or from what is on the screen: (which, of how
        many)."""
        layout = self.text_layout
        if layout is None or not self._found.places:
            return None
        place = self._found.step(n, self._place)
        for _ in range(2):  # measuring what is on the way may move it
            if not self._top <= layout.line_of(place) < self._top + self.size.height:
                self._go(layout.line_of(place) - self.size.height // 3)
        self.refresh()
        return self._found.at + 1, len(self._found.places)

    def follow_link(self) -> None:
        """Open the link that has the eye; a footnote is gone to in place."""
        layout, link = self.text_layout, self.focused_link
        if layout is None or link is None:
            return
        if link.relation == "note":
            self._go(layout.line_of((layout.notes[link.url[1:]], 0)))
        else:
            self.post_message(self.LinkFollowed(link.url, link.relation, link.title))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if self._fitted != self.size:
            self._fit()  # painted before it is told of its new size
        if self.text_layout is None:
            lines = ["", *wrap(self._message, max(2, self.size.width - 4))]
            line: Line = (Run("  " + lines[y], "notice"),) if y < len(lines) else ()
            return self._strip(line, 0)
        line = self.text_layout.line(self._top + y)
        return self._strip(line, self.text_layout.left, self._found.spots(self._top + y, line))

    def notify_style_update(self) -> None:
        """The theme or the stylesheet changed."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def on_resize(self, event: Resize) -> None:
        """Wrap again, the same words at the top of the screen."""
        if self._fitted != self.size:
            self._fit()

    def on_unmount(self) -> None:
        """Nothing is measured for a pane that is gone."""
        self._stop_measuring()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Three lines on."""
        event.stop()
        self.line(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Three lines back."""
        event.stop()
        self.line(-3)

    def on_click(self, event: Click) -> None:
        """A click on a link follows it."""
        layout = self.text_layout
        if layout is None:
            return
        at = layout.left
        for run in layout.line(self._top + event.y):
            at += counted_cells(run.text)
            if event.x < at:
                if run.link >= 0 and event.x >= layout.left:
                    self._eye = run.link
                    self.refresh()
                    self.follow_link()
                return

    @property
    def _limit(self) -> int:
        """The top line of the last screen."""
        return max(0, self.text_layout.height - self.size.height) if self.text_layout else 0

    def _fit(self) -> None:
        layout = self.text_layout
        self._fitted = self.size
        if layout is None or not self.size.width or not self.size.height:
            return
        if layout.columns != self.size.width:
            layout.fit(self.size.width)
        self._restore()
        self._stop_measuring()
        self._measuring = self.set_timer(0.05, self._measure_more)

    def _restore(self) -> None:
        """Put the place that is kept at the top of the screen again, after heights have changed."""
        layout = self.text_layout
        if layout is not None:
            self._top = self._settled(layout, layout.line_of(self._place))
            self._tell()

    def _settled(self, layout: Layout, wanted: int) -> int:
        """The nearest top line there is, everything below it on the screen measured."""
        while True:
            top = max(0, min(wanted, self._limit))
            known = layout.measured
            layout.settle(top, self.size.height)
            if layout.measured == known:
                return top

    def _move(self, lines: int) -> bool:
        """Move by some lines from where the screen is; False where there was nothing further.

        What is between is measured first: it may move the line that the screen begins with.
        """
        layout = self.text_layout
        if layout is None or not self.size.height:
            return False
        here = layout.position(self._top)
        known = -1
        while known != layout.measured:
            known = layout.measured
            layout.settle(layout.line_of(here) + min(lines, 0), abs(lines) + self.size.height)
        self._top = layout.line_of(here)
        before = self._top
        self._go(before + lines)
        return self._top != before

    def _go(self, top: int) -> None:
        layout = self.text_layout
        if layout is None or not self.size.height:
            return
        top = self._settled(layout, top)
        if top != self._top:
            self._top = top
            self.refresh()
        self._place = layout.position(top)
        if not self._measuring and layout.done is False:
            self._measuring = self.set_timer(0.05, self._measure_more)
        self._tell()

    def _tell(self) -> None:
        if (percent := self.percent) != self._percent:
            self._percent = percent
            self.post_message(self.Scrolled(percent))

    def _sees(self, link: int) -> bool:
        layout = self.text_layout
        if layout is None or not 0 <= link < len(layout.links):
            return False
        first, last = layout.link_lines(link)
        return first < self._top + self.size.height and last >= self._top

    def _bring(self, link: int, above: int) -> None:
        """Scroll to a link, with some lines above it; they are measured first, since measuring moves it."""
        layout = self.text_layout
        assert layout is not None
        known = -1
        while known != layout.measured:
            known = layout.measured
            layout.settle(layout.link_lines(link)[0] - self.size.height, self.size.height)
        self._go(layout.link_lines(link)[0] - above)

    def _measure_more(self) -> None:
        """A slice of the parts that are not on the screen."""
        self._measuring = None
        layout = self.text_layout
        if layout is None:
            return
        stop = perf_counter() + SLICE
        while not layout.done and perf_counter() < stop:
            layout.measure_next()
        self._restore()
        if not layout.done:
            self._measuring = self.set_timer(0.02, self._measure_more)

    def _stop_measuring(self) -> None:
        if self._measuring is not None:
            self._measuring.stop()
            self._measuring = None

    def _strip(self, line: Line, left: int, spots: Spots = ()) -> Strip:
        """A line as a strip of the pane's width: the last gate, no control character passes it."""
        columns = self.size.width
        eye = self._eye if any(run.link == self._eye >= 0 for run in line) else -1
        key = (line, left, columns, eye, spots)
        strip = self._strips.get(key)
        if strip is None:
            blank = self._style("")
            segments = [Segment(" " * left, blank)] if left and line else []
            for run in marked(line, spots) if spots else line:
                look = f"{run.look} eye" if run.link == eye >= 0 else run.look
                segments.append(Segment(safe(run.text), self._style(look) + self._addressed(run.link)))
            strip = self._strips[key] = Strip(segments).adjust_cell_length(columns, blank)
        return strip

    def _addressed(self, link: int) -> Style:
        """A link's address as a style, where addresses are wanted and it has one on the web."""
        layout = self.text_layout
        if not self._addresses or layout is None or link < 0:
            return Style.null()
        url = layout.links[link].url
        return Style(link=url) if url.startswith(("https://", "http://")) else Style.null()

    def _style(self, look: str) -> Style:
        """The style that some looks have together, each over the one before it."""
        style = self._styles.get(look)
        if style is None:
            style = self.rich_style
            for name in look.split():
                rules = self.get_component_styles(f"article--{name}")
                whole = self.get_component_rich_style(f"article--{name}")
                coloured = rules.has_rule("color") or rules.has_rule("auto_color")
                style += Style(
                    color=whole.color if coloured else None,
                    bgcolor=whole.bgcolor if rules.has_rule("background") else None,
                )
                style += rules.text_style
            self._styles[look] = style
        return style
