"""Papers that tell the same events, for tests."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from tests.storage.paper import NOW
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.storage import grouping, sections, stories
from tui.storage.file import File
from tui.storage.grouping import Window

BRIDGE = [
    "Harbour bridge in Doha closed after crane collapse",
    "Doha: crane collapse closes harbour bridge",
    "Crane collapses onto Doha harbour bridge, none hurt",
    "Harbour bridge shut in Doha as crane collapses",
]
VOTE = [
    "Parliament rejects budget in late night vote",
    "Late-night vote: parliament throws out budget",
    "Budget rejected by parliament in late vote",
]


ALONE = "Elephants tell human voices apart"


def arrive(
    store: File,
    titles: Sequence[str],
    *,
    minutes: int = 0,
    lead: str = "",
    content: str = "",
    now: datetime = NOW,
    first: int = 0,
) -> None:
    """Stories with these titles come in, each by a site of its own, a minute apart; the first by that of this
    number."""
    for number, title in enumerate(titles, first):
        site = f"https://paper{number}.example"
        moment = now - timedelta(hours=1) + timedelta(minutes=minutes + number)
        slug = "-".join(title.lower().replace(":", "").split())
        entry = Entry(title, f"{site}/{slug}", slug, summary=lead, published=moment, content=content)
        offer = Offer("News", f"{site}/{minutes}/{slug}/feed", entries=(entry,))
        sections.follow(store, SiteOffer(f"Paper {number}", f"{site}/", (offer,)))


def together(store: File, window: Window) -> None:
    """All that is new is grouped."""
    while found := window.go(store):
        if grouping.keep(store, found):
            window.kept()


def two_events(store: File, now: datetime = NOW) -> None:
    """Two events come in, the later one told by fewer, and a story that nobody else tells."""
    arrive(store, [*BRIDGE, ALONE], now=now)
    arrive(store, VOTE, minutes=10, now=now)
    together(store, Window())


def ids_by_title(store: File) -> dict[str, int]:
    return {story.title: story.id for story in stories.window(store, StoryFilter(), 0)}


def groups(store: File) -> set[frozenset[str]]:
    """The titles of the events that several stories tell."""
    found: dict[int, set[str]] = {}
    with store.reading() as db:
        for event_id, title in db.execute("SELECT event_id, title FROM tellings JOIN stories USING (id)"):
            found.setdefault(event_id, set()).add(title)
    return {frozenset(titles) for titles in found.values() if len(titles) > 1}
