"""The same paper from stock Textual widgets, for the bench: sections and stories as option lists, the article as text in a scroll.

python -m tests.bench.stock LIBRARY
"""

import re
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from tui.model import Story, StoryFilter
from tui.storage import downloads, sections, stories
from tui.storage.file import File


class Stock(App[None]):
    """Three panes side by side from 120 columns; below, the lists, or the article alone."""

    CSS = """
    #sections { width: 28; }
    #stories { width: 1fr; }
    #article { width: 1fr; }
    #text { max-width: 72; }
    .narrow #article, .reading #sections, .reading #stories { display: none; }
    .reading #article { display: block; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit")]

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._store = File(file, readonly=True)
        self._names = [
            f"{site.name}: {section.name}" for site in sections.sites(self._store) for section in site.sections
        ]
        self._order = stories.order(self._store, StoryFilter())
        self._stories: list[Story] = []
        for at in range(0, len(self._order), 1000):
            self._stories += stories.lines(self._store, self._order[at : at + 1000])

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(*self._names, id="sections", markup=False)
            yield OptionList(*(story.title for story in self._stories), id="stories", markup=False)
            with VerticalScroll(id="article"):
                yield Static("Choose a story", id="text", markup=False)

    def on_mount(self) -> None:
        self.screen.set_class(self.size.width < 120, "narrow")
        self.query_one("#stories").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        job = downloads.job(self._store, self._order[event.option_index])
        paragraphs = re.split(r"(?:<[^>]+>)+", job.content if job else "")
        self.query_one("#text", Static).update("\n\n".join(text for text in paragraphs if text))
        self.screen.set_class(self.size.width < 120, "reading")
        self.query_one("#article").focus()


if __name__ == "__main__":
    Stock(Path(sys.argv[1])).run()
