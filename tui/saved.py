"""Saved searches: a view is a list of its own, what a mute finds is in no list, what a highlight finds is set apart, a
rule acts on what arrives."""

from typing import Literal

from tui.model import StoryFilter
from tui.values import Value

Kind = Literal["view", "mute", "highlight", "rule"]


class Acts(Value):
    """What a rule does with a story, and how far a mute reaches."""

    read: bool = False
    starred: bool = False
    later: bool = False
    tags: tuple[str, ...] = ()
    event: bool = False
    """Of a mute: in lists of events the whole event is hidden, whoever tells it."""

    @property
    def told(self) -> str:
        """In words: "read, star, #ports"."""
        named = (("read", self.read), ("star", self.starred), ("later", self.later), ("whole events", self.event))
        return ", ".join([*(name for name, done in named if done), *(f"#{tag}" for tag in self.tags)])


class SavedSearch(Value):
    """A search that is kept, under its name."""

    id: int
    name: str
    words: str
    kind: Kind = "view"
    stories: int = 0
    """Kept for all kinds but rules, like `unread`."""
    unread: int = 0
    acts: Acts = Acts()
    """Of a rule or a mute."""

    @property
    def filter(self) -> StoryFilter:
        """The list of what it finds: of news, for a manual is none."""
        return StoryFilter(words=self.words, news=True)
