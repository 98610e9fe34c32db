"""All links of a story on a page of its own."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from tui.app.chrome import Glyphs
from tui.app.dialogs import ListDialog, Option
from tui.app.parts import Link
from tui.app.rows import Rows


class LinkList(ListDialog[tuple[int, bool]]):
    """The links of a story: one is chosen, to be opened here or in the browser (True)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,l", "choose", show=False),
        Binding("o", "choose(True)", show=False),
        Binding("space", "page(1)", show=False),
    ]

    def __init__(self, links: tuple[Link, ...], glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        digits = len(str(max(link.number for link in links)))
        self._options = [
            Option(
                f"{link.number or '':>{digits}} {_name(link)}", "" if link.relation == "note" else link.url, value=index
            )
            for index, link in enumerate(links)
            if link.relation != "from note"
        ]

    def on_mount(self) -> None:
        """Begin at the first."""
        self.head.say([("The links of this story", "strong")])
        self.say_keys(("enter", "opens it here"), ("o", "in the browser"), ("q", "closes"))
        self.options.show(self._options)

    def action_choose(self, outside: bool = False) -> None:
        """Open the link that is highlighted."""
        chosen = self.options.options[self.options.cursor].value
        if isinstance(chosen, int):
            self.dismiss((chosen, outside))

    @on(Rows.Clicked)
    def _clicked(self, event: Rows.Clicked) -> None:
        if event.again:
            self.action_choose()


def _name(link: Link) -> str:
    return f"Footnote {link.title}" if link.relation == "note" else link.title
