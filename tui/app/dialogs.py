"""What is asked and told on pages of their own: following a site, the help, the palette. Each closes with Escape, and
each can be closed without it."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.worker import Worker

from tui import config
from tui.app.chrome import Across, Drawn, Field, Glyphs, KeyLine, Line, Paper, Piece
from tui.app.keys import Command, Keys
from tui.app.layout import counted_cells, cut, width, wrap
from tui.app.main_screen import sentence
from tui.app.rows import Row, Rows
from tui.errors import NewsError
from tui.library import logins
from tui.model import Followed, SiteOffer
from tui.text import counted
from tui.values import Value, replace

if TYPE_CHECKING:
    from tui.app import NewsApp
    from tui.library.library import Library

T = TypeVar("T")

SidedLine = tuple[tuple[Piece, ...], str]
"""A line's pieces, and the small print at its right edge."""
NARROWEST = 16
"""Cells in which words are still wrapped, whatever stands beside them."""


class Option(Value):
    """A row that can be chosen, or picked where `picked` is not None."""

    name: str
    small: str = ""
    picked: bool | None = None
    value: object = None


class Options(Rows):
    """A list of options."""

    def __init__(self, glyphs: Glyphs, *, active: bool = False) -> None:
        super().__init__(glyphs, active=active)
        self.options: tuple[Option, ...] = ()

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self.options)

    def show(self, options: Sequence[Option]) -> None:
        """Other options."""
        self.options = tuple(options)
        self.reset()

    def pick(self, index: int, picked: bool) -> None:
        """Pick an option, or leave it."""
        options = list(self.options)
        options[index] = replace(options[index], picked=picked)
        self.options = tuple(options)
        self.redraw(index)

    @property
    def picked(self) -> list[int]:
        """The places of the options that are picked."""
        return [index for index, option in enumerate(self.options) if option.picked]

    def draw(self, index: int, cells: int) -> Row:
        """An option: whether it is picked, its name, and in small print on the right what is known of it."""
        option = self.options[index]
        box = "" if option.picked is None else f"{self.glyphs.picked if option.picked else self.glyphs.unpicked} "
        free = cells - 2 - width(box) - width(option.name)
        small = cut(option.small, max(cells // 2, free), self.glyphs.ellipsis)
        room = max(1, cells - 2 - width(box) - width(small))
        name = cut(option.name, room, self.glyphs.ellipsis)
        blanks = " " * max(1, cells - 1 - width(box) - counted_cells(name) - counted_cells(small))
        return Row((((box, "strong" if option.picked else ""), (name, ""), (blanks, ""), (small, "print")),))


class Dialog(Paper[T]):
    """A page with a head, a rule, its matter, a rule and a line of keys."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ctrl+c", "close", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,ctrl+d", "page(1)", show=False),
        Binding("pageup,b,ctrl+u", "page(-1)", show=False),
        Binding("g,home", "go(0)", show=False),
        Binding("G,end", "go(1000000)", show=False),
        Binding("tab,shift+tab", "turn", show=False),
        Binding("ctrl+l", "app.redraw", show=False),
    ]

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.glyphs = glyphs
        self.head = Line(glyphs)
        self.foot = KeyLine(glyphs)
        self._unheard: set[str] = set()

    def compose(self) -> ComposeResult:
        """The page."""
        yield self.head
        yield Across(self.glyphs, self.glyphs.across)
        yield from self.matter()
        yield Across(self.glyphs, self.glyphs.across)
        yield self.foot

    def matter(self) -> ComposeResult:
        """What the page is about."""
        raise NotImplementedError

    def say_keys(self, *entries: tuple[str, str]) -> None:
        """The line of keys, each as a person has it."""
        own = cast("NewsApp", self.app).reader.keys.in_dialogs
        self.foot.show([(" ".join(map(own, keys.split())), word) for keys, word in entries])

    def unheard(self, key: str) -> None:
        """Say in place of the keys that one does nothing here, once for each."""
        if key and key not in self._unheard:
            self._unheard.add(key)
            self.foot.say([(f"{key} does nothing here.", "print")])
        else:
            self.foot.fit()

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close the page with its result, once: keys that arrive together ask for it twice."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss(None)

    def action_turn(self) -> None:
        """From the line to type in to the list, and back."""


class ListDialog(Dialog[T]):
    """A page with a list that the keys move in."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self.options = Options(glyphs, active=True)

    def matter(self) -> ComposeResult:
        """The list."""
        yield self.options

    def action_move(self, rows: int) -> None:
        """Another row."""
        self.options.move(rows)

    def action_page(self, pages: int) -> None:
        """A page of rows."""
        self.options.page(pages)

    def action_go(self, index: int) -> None:
        """The first or the last row."""
        self.options.go(index)


class FollowDialog(Dialog[tuple[tuple[Followed, ...], str]]):
    """Following a site: an address is typed or pasted and looked at, or starter sites are picked from the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pick", show=False),
        Binding("A", "pick_all", show=False),
        Binding("enter", "take", show=False),
    ]

    def __init__(self, library: "Library", glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self.library = library
        self.field = Field(
            "The address of a site, or a word to find a starter site by",
            typed=lambda _: self._typed(),
            entered=lambda _: self._asked(),
            left=self.action_close,
        )
        self.told = Line(glyphs)
        self.options = Options(glyphs)
        self._starters: tuple[SiteOffer, ...] = ()
        self._picked: set[str] = set()
        self._offer: SiteOffer | None = None
        self._looking: Worker[None] | None = None

    def matter(self) -> ComposeResult:
        """An address, what was found there, what there is to follow."""
        yield self.field
        yield self.told
        yield self.options

    async def on_mount(self) -> None:
        """Begin with the starter sites."""
        self.set_focus(self.field)
        self.head.say([("Follow a site", "strong")])
        self._starters = config.starters(self.library.settings.kiosk)
        self._show_starters()
        self._tell_keys()

    def _show_starters(self) -> None:
        words = self.field.value.casefold().split()
        shown = [
            site
            for site in self._starters
            if all(word in f"{site.name} {site.about} {site.url}".casefold() for word in words)
        ]
        self._offer = None
        self.options.empty = "enter looks at the address."
        self.options.show([Option(site.name, site.about or site.url, site.url in self._picked, site) for site in shown])
        self.told.say([("Starter sites", "print")] if shown else [("No starter site matches.", "print")])

    def _tell_keys(self) -> None:
        if self.options.active:
            self.say_keys(
                ("space", "picks"), ("enter", "follows"), ("A", "all or none"), ("tab", "address"), ("q", "closes")
            )
        else:
            self.say_keys(("enter", "looks"), ("tab", "to the list"), ("escape", "closes"))

    def _typed(self) -> None:
        if self._looking is None and self._starters:
            self._show_starters()

    def _asked(self) -> None:
        text = self.field.value.strip()
        if not text or ("." not in text and ":" not in text and self.options.count):
            self._enter_list()
        elif self._looking is None:
            self._looking = self.look(text)

    def _enter_list(self) -> None:
        if self.options.count:
            self.set_focus(None)
            self.options.active = True
            self._tell_keys()

    def action_turn(self) -> None:
        """From the address to the list, and back."""
        if self.options.active:
            self.options.active = False
            self.set_focus(self.field)
            self._tell_keys()
        else:
            self._enter_list()

    def action_move(self, rows: int) -> None:
        """Move in the list; from the address down into it, from its first row up to the address."""
        if not self.options.active:
            if rows > 0:
                self._enter_list()
        elif not self.options.move(rows) and rows < 0:
            self.action_turn()

    def action_page(self, pages: int) -> None:
        """A page of the list."""
        self.options.page(pages)

    def action_go(self, index: int) -> None:
        """The top or the end of the list."""
        self.options.go(index)

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        self._enter_list()
        self.action_pick()

    def action_pick(self) -> None:
        """Pick what is highlighted, or leave it."""
        if self.options.active:
            self._pick(self.options.cursor, not self.options.options[self.options.cursor].picked)

    def action_pick_all(self) -> None:
        """Pick all, or none where all are picked."""
        if self.options.active:
            everything = len(self.options.picked) < self.options.count
            for index in range(self.options.count):
                self._pick(index, everything)

    def _pick(self, index: int, picked: bool) -> None:
        self.options.pick(index, picked)
        site = self.options.options[index].value
        if isinstance(site, SiteOffer):
            (self._picked.add if picked else self._picked.discard)(site.url)

    def action_take(self) -> None:
        """Follow what is picked; where nothing is, what is highlighted."""
        if self._looking is not None or not self.options.active:
            return
        picked = self.options.picked or [self.options.cursor]
        if self._offer is not None:
            self._looking = self.follow(self._offer, picked)
        else:
            chosen = [site for site in self._starters if site.url in self._picked]
            highlighted = self.options.options[self.options.cursor].value
            if not chosen and isinstance(highlighted, SiteOffer):
                chosen = [highlighted]
            self._looking = self.follow_starters(chosen)

    def action_close(self) -> None:
        """Stop looking; else close the page."""
        looking, self._looking = self._looking, None
        if looking is None:
            self.dismiss(None)
        else:  # what was cancelled before it began never reports that itself
            looking.cancel()
            self.told.say([("Stopped.", "print")])

    @work
    async def look(self, text: str) -> None:
        """Look at an address for what can be followed there."""
        self.told.say([(f"Looking at {text}{self.glyphs.ellipsis} escape stops.", "print")])
        try:
            offer = await self.library.discover(text)
        except NewsError as error:
            self.told.say([(sentence(error), "print")])
        else:
            self._show_offer(offer)
        self._looking = None

    def _show_offer(self, offer: SiteOffer) -> None:
        self._offer = offer
        self.options.show(
            [
                Option(
                    section.name or section.url,
                    counted(len(section.entries), "story", "stories")
                    if section.entries
                    else "comments"
                    if section.comments
                    else "",
                    not section.comments,
                )
                for section in offer.sections
            ]
        )
        sections = counted(len(offer.sections), "section", "sections")
        self.told.say([(offer.name, "strong"), (f": {sections}", "print")])
        self._enter_list()

    @work
    async def follow(self, offer: SiteOffer, chosen: list[int]) -> None:
        """Follow sections of what was found."""
        try:
            followed = await self.library.do(logins.follow, offer, chosen)
        except NewsError as error:
            self.told.say([(sentence(error), "print")])
        else:
            self.dismiss(((followed,), ""))
        self._looking = None

    @work
    async def follow_starters(self, sites: list[SiteOffer]) -> None:
        """Look at starter sites one after another and follow each with all its sections."""
        followed: list[Followed] = []
        failed: list[str] = []
        try:
            for number, site in enumerate(sites, 1):
                self.told.say([(f"{number} of {len(sites)}: {site.name}{self.glyphs.ellipsis} escape stops.", "print")])
                try:
                    followed.append(await self.library.do(logins.follow, await self.library.discover(site.url)))
                    self._picked.discard(site.url)
                except NewsError as error:
                    failed.append(f"{site.name}: {error}")
            self._looking = None
            if not followed:
                self.told.say([("; ".join(failed), "print")])
        finally:
            if followed and self.is_running:
                self.dismiss((tuple(followed), "; ".join(failed)))


class Text(Drawn):
    """Lines that can be scrolled, each with small print at the right edge; where both have no room the line is wrapped
    under itself."""

    def __init__(self, glyphs: Glyphs, lines: Sequence[SidedLine]) -> None:
        super().__init__(glyphs)
        self._given = lines
        self._lines: tuple[SidedLine, ...] = ()
        self._top = 0

    def show(self, lines: Sequence[SidedLine]) -> None:
        """Other lines, from the top."""
        self._given, self._top = lines, 0
        self._lay()

    def scroll_by(self, lines: int) -> None:
        """Scroll on or back."""
        top = max(0, min(self._top + lines, len(self._lines) - self.size.height))
        if top != self._top:
            self._top = top
            self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wrapped anew, and still within the text."""
        self._lay()
        self.scroll_by(0)

    def _lay(self) -> None:
        cells = self.size.width - 2
        self._lines = tuple(line for each in self._given for line in _wrapped(each, cells))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the text."""
        y += self._top
        if y >= len(self._lines):
            return self.strip([], self.size.width)
        left, right = self._lines[y]
        blanks = self.size.width - 2 - sum(counted_cells(text) for text, _ in left) - counted_cells(right)
        edge: list[Piece] = [(" " * blanks, ""), (right, "print")] if right and blanks > 1 else []
        return self.strip([(" ", ""), *left, *edge], self.size.width)


def _wrapped(line: SidedLine, cells: int) -> Iterator[SidedLine]:
    """A line as lines of so many cells: its last piece is wrapped under itself, beside the small print."""
    left, right = line
    if not left:
        yield line
        return
    *before, (said, ink) = left
    begin = sum(counted_cells(text) for text, _ in before)
    room = cells - begin - (counted_cells(right) + 2 if right else 0)
    first, *rest = wrap(said, max(room, NARROWEST))
    yield (*before, (first, ink)), right
    for more in rest:
        yield ((" " * begin, ""), (more, ink)), ""


class HelpDialog(Dialog[None]):
    """The keys, as they are now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "close", show=False),
        Binding("space", "page(1)", show=False),
        Binding("slash", "filter", show=False),
    ]

    def __init__(self, keys: Keys, glyphs: Glyphs, pane: str = "") -> None:
        super().__init__(glyphs)
        lines: list[SidedLine] = []
        groups = keys.help(pane)
        column = max(width(said) for _, rows in groups for said, _, _ in rows) + 2
        for group, rows in groups:
            lines += [((), ""), (((group, "strong"),), "")]
            lines += [(((f"{said:<{column}}", "key"), (tells, "")), id) for said, tells, id in rows]
        self._every = lines[1:]
        self.text = Text(glyphs, self._every)
        self.field = Field(
            "Words of a command, its key or its id; empty shows all",
            typed=self._typed,
            entered=lambda _: self._filtered(),
            left=self._filtered,
        )
        self.field.display = False

    def matter(self) -> ComposeResult:
        """The list of keys, and words by which it is made shorter."""
        yield self.field
        yield self.text

    def action_filter(self) -> None:
        """Ask for words."""
        self.field.display = True
        self.set_focus(self.field)

    def _typed(self, said: str) -> None:
        words = said.casefold().split()
        self.text.show(
            [
                (left, id)
                for left, id in self._every
                if not words
                or (id and all(word in f"{''.join(text for text, _ in left)} {id}".casefold() for word in words))
            ]
        )

    def _filtered(self) -> None:
        self.set_focus(None)
        self.field.display = bool(self.field.value)

    def on_mount(self) -> None:
        """Say what the page is."""
        self.head.say([("The keys", "strong")])
        self.say_keys(("j k", "move"), ("space b", "a page"), ("/", "filters"), ("q", "closes"))

    def action_move(self, lines: int) -> None:
        """Scroll by lines."""
        self.text.scroll_by(lines)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.text.scroll_by(pages * max(1, self.text.size.height - 1))

    def action_go(self, line: int) -> None:
        """The top or the end."""
        self.text.scroll_by(line or -1_000_000)


class PaletteDialog(ListDialog[str]):
    """Every command, found by name; the one that is chosen is done."""

    def __init__(self, keys: Keys, glyphs: Glyphs, lists: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(glyphs)
        self.keys = keys
        self._lists = [Option(name, "go there", value=value) for name, value in lists]
        self.field = Field(
            "Type a command, or the name of a list",
            typed=lambda _: self._typed(),
            entered=lambda _: self._chosen(),
            left=self.action_close,
        )
        self.options.empty = "No command matches."

    def matter(self) -> ComposeResult:
        """What is typed, and the commands that match it."""
        yield self.field
        yield self.options

    def on_mount(self) -> None:
        """Begin with everything."""
        self.head.say([("Every command", "strong")])
        self.say_keys(("enter", "runs it"), ("down up", "move"), ("escape", "closes"))
        self._typed()
        self.set_focus(self.field)

    def _typed(self) -> None:
        words = self.field.value.casefold().replace("_", " ").split()
        found = [
            (place, Option(command.tells, "  ".join(self.keys.of(command.id)), value=command.id))
            for command in self.keys.every
            if command.id in self.keys.commands and (place := _place(command, words)) is not None
        ]
        found.sort(key=lambda each: each[0])
        self.options.show(
            [option for _, option in found]
            + [each for each in self._lists if words and all(word in each.name.casefold() for word in words)]
        )

    def _chosen(self) -> None:
        if self.options.count:
            self.dismiss(str(self.options.options[self.options.cursor].value))

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        self._chosen()


def _place(command: Command, words: Sequence[str]) -> tuple[bool, int] | None:
    """Where a command stands in the palette: first the one whose id was typed, then those with words that begin as what
    was typed, the sooner the better, and acts before what moves; None where it does not match."""
    if "_".join(words) == command.id:
        return False, -1
    said = f"{command.tells} {command.id.replace('_', ' ')}".casefold()
    if not all(word in said for word in words):
        return None
    parts = re.findall(r"\w+", said)
    begun = [next((at for at, part in enumerate(parts) if part.startswith(word)), len(parts)) for word in words]
    return command.group == "Moving" and not words, sum(begun)
