"""The article pane: a layout on the screen, line by line, with a place in it and a link that has the eye."""

import asyncio
from datetime import tzinfo
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui.app.found import Found, Spots, marked
from tui.app.highlight import stretches
from tui.app.hints import Hints
from tui.app.hyphens import places_in
from tui.app.layout import counted_cells, wrap
from tui.app.parts import AS_IT_WAS, FINE, PLAIN, SPOKEN, USUAL, Line, Link, Revision, Run, Typography
from tui.app.plates import gated, style_of
from tui.app.scroller import Scroller
from tui.app.typeset import Layout
from tui.blocks import Picture
from tui.model import Article, Enclosure, Related, Story
from tui.values import Value

NOTHING_OPEN = "Choose a story in the list, and it is read here."

_LOOKS = frozenset(
    "kicker headline standfirst credit byline small rule notice subhead minor strong emphasis struck code link number"
    " quote bar source caption embed note head related excerpt eye found here hint keyword string comment".split()
)


class Plate(Value):
    """A picture that is shown, or what is said in its place."""

    lines: tuple[Line, ...]
    room: tuple[int, int]
    """The columns and rows that it was drawn for."""
    drawn_as: tuple[str, bool]
    """The colours that there were, and whether the ground was dark."""


class Spot(Value):
    """Where a picture is told of in the story that is open."""

    number: int
    """The part under which it is shown."""
    picture: Picture
    room: tuple[int, int]
    """The columns and rows that there are for it."""
    plate: Plate | None


class ArticlePane(Scroller):
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
        .article--hint { text-style: bold reverse; }
        .article--keyword { text-style: bold; }
        .article--string { color: $text-accent; }
        .article--comment { color: $text-muted; text-style: italic; }
        .article--found { text-style: bold underline; }
    }
    """

    class Outgrown(Message):
        """There is more or less room for the pictures than they were drawn for, or there are other colours."""

    class LinkFollowed(Message):
        """A link was chosen: of the text ("link"), a related story (its relation), or one of the library
        ("similar")."""

        def __init__(self, url: str, relation: str, title: str) -> None:
            super().__init__()
            self.url, self.relation, self.title = url, relation, title

    def __init__(
        self,
        *,
        typography: Typography = USUAL,
        ascii_only: bool = False,
        spoken: bool = False,
        zone: tzinfo | None = None,
        addresses: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._addresses = addresses
        """Links carry their addresses, so that the terminal can open them (OSC 8)."""
        self.typography = typography
        self.revision = AS_IT_WAS
        """What is told to be new in what is shown."""
        self._signs = SPOKEN if spoken else PLAIN if ascii_only else FINE
        self._zone = zone
        self._message = NOTHING_OPEN
        self._eye = -1
        self._url = ""
        self._found = Found()
        self.hints: Hints | None = None
        """The letters on the links, while they have any."""
        self._plates: dict[str, Plate] = {}
        """The pictures that are shown, by their addresses."""
        self._strips: LRUCache[tuple[Line, int, int, int, Spots], Strip] = LRUCache(256)
        self._styles: dict[str, Style] = {}

    def show(
        self,
        article: Article,
        related: tuple[Related, ...] = (),
        similar: tuple[Story, ...] = (),
        place: tuple[int, int] | None = None,
        enclosures: tuple[Enclosure, ...] = (),
        revision: Revision = AS_IT_WAS,
    ) -> None:
        """Show a story, from a place kept earlier or from its head."""
        self.text_layout = Layout(
            article,
            related,
            similar,
            enclosures=enclosures,
            revision=revision,
            typography=self.typography,
            signs=self._signs,
            zone=self._zone,
        )
        self.revision = revision
        self._keep_plates(article.url)
        self._strips.clear()
        self._found = Found()
        self.hints = None
        self._left = None
        self._eye = -1
        self._percent = -1
        self._place = place or (0, 0)
        self._fit()
        self.refresh()
        if self.text_layout.programs or self.text_layout.unparted:
            self.run_worker(self._finish(self.text_layout), group="finish", exclusive=True)

    async def _finish(self, layout: Layout) -> None:
        """What takes longer than a key may, beside the keys: the words of filled lines parted, those of programs given
        their looks."""
        if layout.unparted and (places := await asyncio.to_thread(places_in, layout.unparted)) is not None:
            layout.hyphenate(places)
            if layout is self.text_layout:
                self._fit()
        for number, part in layout.programs:
            layout.tell_apart(number, await asyncio.to_thread(stretches, part.text, part.language))
        self._strips.clear()
        self.refresh()

    def set_measure(self, cells: int) -> None:
        """Set the most cells that a line may have, keeping the same words at the top of the screen."""
        self.typography = self.typography._replace(measure=cells)
        if self.text_layout is not None:
            self.text_layout.set_measure(cells)
            self._fit()
            self.refresh()

    def _keep_plates(self, url: str) -> None:
        """Pictures that are shown stay where the story is the same."""
        if url != self._url:
            self._url, self._plates = url, {}
        assert self.text_layout is not None
        for number, picture in self.text_layout.pictures:
            if (plate := self._plates.get(picture.url)) is not None:
                self.text_layout.set_plate(number, plate.lines)

    def pictures_in_sight(self) -> list[Spot]:
        """The pictures whose words, or some of whose lines, are on the screen, from above."""
        layout = self.text_layout
        if layout is None:
            return []
        seen = range(self._top, self._top + self.size.height)
        found = []
        for number, picture in layout.pictures:
            if layout.position(seen.start)[0] <= number <= layout.position(seen.stop - 1)[0]:
                lines = layout.lines_of(number)
                if lines and lines.start < seen.stop and lines.stop > seen.start:
                    found.append(self._spot(number, picture))
        return found

    def next_picture(self) -> list[Spot]:
        """The first picture below the screen, else the last above it."""
        layout = self.text_layout
        if layout is None or not layout.pictures:
            return []
        here = layout.position(self._top)[0]
        return [self._spot(*next((each for each in layout.pictures if each[0] >= here), layout.pictures[-1]))]

    def plates(self) -> list[Spot]:
        """The pictures that are shown."""
        every = self.text_layout.pictures if self.text_layout is not None else ()
        return [self._spot(number, picture) for number, picture in every if picture.url in self._plates]

    def _spot(self, number: int, picture: Picture) -> Spot:
        assert self.text_layout is not None
        room = self.text_layout.room_of(number), max(1, self.size.height - 3)
        return Spot(number, picture, room, self._plates.get(picture.url))

    def put_plate(self, spot: Spot, lines: tuple[Line, ...], drawn_as: tuple[str, bool] = ("", False)) -> None:
        """Show lines as a picture, or as what is said in its place; none to hide it. What can be seen of it is brought
        into sight, the line being read no further away than that takes."""
        layout = self.text_layout
        if layout is None or (spot.number, spot.picture) not in layout.pictures:
            return  # another story is shown by now
        if lines:
            self._plates[spot.picture.url] = Plate(lines, spot.room, drawn_as)
        else:
            self._plates.pop(spot.picture.url, None)
        layout.set_plate(spot.number, lines)
        self._strips.clear()
        self._restore()
        place = layout.lines_of(spot.number)
        inside = self._top <= place.start and place.stop <= self._top + self.size.height
        if lines and spot.plate is None and not inside:
            self._go(min(place.start, place.stop - self.size.height))
        self.refresh()

    def swap(
        self,
        article: Article,
        related: tuple[Related, ...] = (),
        similar: tuple[Story, ...] = (),
        enclosures: tuple[Enclosure, ...] = (),
        revision: Revision = AS_IT_WAS,
    ) -> None:
        """Show more or less of the story that is shown. The line being read stays, and so do the link that has the eye,
        letters on links, and the place that was left."""
        before, place, top, seen = self.text_layout, self._place, self._top, self.focused_link
        left, letters = self._left, self.hints
        words = before.words_at(place) if before is not None and top else ""
        # At the top though another place was asked for: what was shown had no such place, what comes may have it.
        self.show(article, related, similar, None if top else place, enclosures, revision)
        assert self.text_layout is not None
        if top:
            stays = not words or self.text_layout.words_at(place) == words  # words may stand in several places
            found = None if stays else self.text_layout.place_of(words)
            self._place = found or (min(place[0], len(self.text_layout.parts) - 1), place[1])
            self._restore()
            self.refresh()
        self._eye = self.text_layout.link_like(seen)
        if before is not None and left is not None and before.words_at(left) == self.text_layout.words_at(left):
            self._left = left
        if letters is not None:
            self.put_letters()

    def show_message(self, text: str) -> None:
        """Show a sentence instead of a story."""
        self.text_layout = None
        self._message = text
        self._stop_measuring()
        self.refresh()

    @property
    def focused_link(self) -> Link | None:
        """The link that has the eye, while it is on the screen."""
        if self.text_layout is None or not self._sees(self._eye):
            return None
        return self.text_layout.links[self._eye]

    @property
    def current_line(self) -> int:
        """The line of the screen that is being read: that of the link that has the eye, else the first with words."""
        if self.text_layout is not None and self.focused_link is not None:
            return max(0, self.text_layout.link_lines(self._eye)[0] - self._top)
        return 0 if self.text_layout is None else self.text_layout.words_below(self._top, self.size.height)

    def next_link(self, n: int) -> None:
        """Give the eye to the nth link from the one that has it, or from what is on the screen; behind the last comes
        the first."""
        layout = self.text_layout
        if layout is None or not layout.links:
            return
        if self._sees(self._eye):
            chosen = self._eye + n
        elif n > 0:
            chosen = layout.link_after(self._top) + n - 1
        else:
            chosen = layout.link_after(self._top + self.size.height) + n
        chosen %= len(layout.links)
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
                self.leap(layout.line_of(place) - self.size.height // 3)
        self.refresh()
        return self._found.at + 1, len(self._found.places)

    def follow_link(self) -> None:
        """Open the link that has the eye."""
        if self.focused_link is not None:
            self.open_link(self._eye)

    def open_link(self, chosen: int) -> None:
        """Open a link; a footnote, and the place that it belongs to, are gone to in place."""
        layout = self.text_layout
        if layout is None:
            return
        link = layout.links[chosen]
        if link.relation in ("note", "from note"):
            self.leap(layout.line_of(layout.place_of_note(link)))
        else:
            self.post_message(self.LinkFollowed(link.url, link.relation, link.title))

    def _fit(self) -> None:
        super()._fit()
        if any(spot.plate is not None and spot.plate.room != spot.room for spot in self.plates()):
            self.post_message(self.Outgrown())

    def put_letters(self) -> bool:
        """Put letters on the links that are on the screen; False where there are none."""
        layout = self.text_layout
        if layout is None:
            return False
        rows = range(self._top, self._top + self.size.height)
        self.hints = Hints(((y, layout.line(y)) for y in rows), layout.left) or None
        self.refresh()
        return self.hints is not None

    def take_letters_away(self) -> None:
        """The links as they were before."""
        self.hints = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if self._fitted != self.size:
            self._fit()  # painted before it learns of its new size
        if self.text_layout is None:
            lines = ["", *wrap(self._message, max(2, self.size.width - 4))]
            line: Line = (Run("  " + lines[y], "notice"),) if y < len(lines) else ()
            return self._strip(line, 0)
        line = self.text_layout.line(self._top + y)
        strip = self._strip(line, self.text_layout.left, self._found.spots(self._top + y, line))
        for x, letters in self.hints.on(self._top + y) if self.hints is not None else ():
            put = Strip([Segment(letters, self._style("hint"))])
            strip = Strip.join([strip.crop(0, x), put, strip.crop(x + len(letters))])
        return strip

    def notify_style_update(self) -> None:
        """The theme or the stylesheet changed."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()
        if self._plates:
            self.post_message(self.Outgrown())

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

    def _strip(self, line: Line, left: int, spots: Spots = ()) -> Strip:
        """A line as a strip of the pane's width: the last gate, no control character passes it."""
        columns = self.size.width
        eye = self._eye if any(run.link == self._eye >= 0 for run in line) else -1
        key = (line, left, columns, eye, spots)
        strip = self._strips.get(key)
        if strip is None:
            blank = self._style("")
            segments = [Segment(" " * left, blank)] if left and line else []
            layout = self.text_layout if self._addresses else None
            for run in marked(line, spots) if spots else line:
                look = f"{run.look} eye" if run.link == eye >= 0 else run.look
                segments.append(Segment(gated(run), self._style(look) + addressed(layout, run.link)))
            strip = self._strips[key] = Strip(segments).adjust_cell_length(columns, blank)
        return strip

    def _style(self, look: str) -> Style:
        """The style that some looks have together, each over the one before it."""
        style = self._styles.get(look)
        if style is None and (style := style_of(look)) is not None:
            self._styles[look] = style
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


def addressed(layout: Layout | None, link: int) -> Style:
    """A link's address as a style, where addresses are wanted and it has one on the web."""
    url = layout.links[link].url if layout is not None and link >= 0 else ""
    return Style(link=url) if url.startswith(("https://", "http://")) else Style.null()
