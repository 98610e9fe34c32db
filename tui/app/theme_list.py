"""Choosing a theme: the list of them over a sample, which shows each as it is highlighted."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.app.article import ArticlePane
from tui.app.chrome import Across, Glyphs
from tui.app.dialogs import ListDialog, Option
from tui.app.rows import Rows
from tui.blocks import Code, Paragraph, Quote, Span
from tui.errors import ConfigError
from tui.model import Article

SAMPLE = Article(
    "",
    "Harbour town votes to keep its ferry",
    (
        Paragraph((Span("The island has no bridge, says "), Span("the harbour office", href="https://news.example/"), Span("."))),
        Quote((Paragraph((Span("A ferry is a road that floats."),)),), "the mayor"),
        Code("def ferries():\n    return 2  # in winter", "python"),
    ),
    site_name="The Harbour Gazette",
)  # fmt: skip
"""What the themes are tried on: a little of everything."""
ABOUT = {"": "the terminal's own colours", "auto": "light or dark, as the terminal is", "paper": "black on white"}


class ThemeList(ListDialog[str]):
    """The themes; closed without a choice, all looks as before."""

    DEFAULT_CSS = "ThemeList Options { height: 1fr; } ThemeList ArticlePane { height: 14; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,l", "choose", show=False)]

    def __init__(self, names: list[str], chosen: str, wear: Callable[[str], None], glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self._names = names
        self._before = chosen
        self._wear = wear
        self.sample = ArticlePane(ascii_only=glyphs.across == "-")

    def matter(self) -> ComposeResult:
        """The names, and the sample."""
        yield self.options
        yield Across(self.glyphs, self.glyphs.across)
        yield self.sample

    def on_mount(self) -> None:
        """Begin with the theme as it is."""
        self.head.say([("Themes", "strong")])
        self.say_keys(("down up", "shows it"), ("enter", "takes it"), ("q", "leaves it as it was"))
        self.options.show([Option(name or "terminal", ABOUT.get(name, ""), value=name) for name in self._names])
        self.sample.show(SAMPLE)
        if self._before in self._names:
            self.options.go(self._names.index(self._before))

    @on(Rows.Highlighted)
    def _highlighted(self) -> None:
        try:
            self._wear(self._names[self.options.cursor])
        except ConfigError as error:
            self.foot.say([(str(error), "print")])

    def action_choose(self) -> None:
        """Keep what is shown."""
        self.dismiss(self._names[self.options.cursor])

    def action_close(self) -> None:
        """As it was."""
        self._wear(self._before)
        self.dismiss(None)
