"""Writes a small library of today's schema version beside the older ones. A file that is there already is left alone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui.blocks import Paragraph, Span
from tui.jobs import Gathered, Validators
from tui.model import Article, Entry, Kind, Offer, SiteOffer, StoryFilter
from tui.storage import downloads, folders, guide, marks, refreshes, searches, sections, settings, stories, tags, texts
from tui.storage.file import File
from tui.storage.schema import VERSION

THEN = datetime(2026, 11, 23, 12, tzinfo=UTC)


def main() -> None:
    """Makes the file."""
    path = Path(__file__).parent / f"v{VERSION}.db"
    if path.exists():
        raise SystemExit(f"{path.name} is there already: a file of a version that has shipped is never made again")
    entries = tuple(
        Entry(
            f"Story {number} of the harbour",
            f"https://paper.example/{number}",
            f"guid-{number}",
            "What happened",
            "<p>The lighthouse stands.</p>",
            published=THEN - timedelta(hours=number),
        )
        for number in range(4)
    )
    with File(path, clock=lambda: THEN) as store:
        offers = (
            Offer("World", "https://paper.example/world/feed", entries=entries),
            Offer("Sport", "https://paper.example/sport/feed", entries=entries[:2]),
        )
        paper = SiteOffer("The Paper", "https://paper.example/", offers)
        followed = sections.follow(store, paper, folder=("Morning",))
        for name in ("coffee", "abroad"):
            folders.put(store, [followed.added[0].id], folders.new(store, name))
        searches.save(store, "The lighthouse", "lighthouse is:unread")
        world = followed.added[0].id
        refreshes.keep(store, Gathered(world, entries, validators=Validators('W/"tag"', "yesterday", "0" * 64, THEN)))
        newest, second, *_ = stories.order(store, StoryFilter())
        marks.mark(store, [newest], read=True, starred=True)
        marks.mark_all_read(store, StoryFilter(section_id=followed.added[1].id))
        text = (Paragraph((Span("A whole "), Span("article", strong=True))),)
        article = Article("https://paper.example/1", "Story 1", text, byline=("A. Writer",), published=THEN)
        texts.keep_article(store, second, article, b"compressed")
        marks.keep_place(store, second, 3, 7)
        downloads.queue(store, "https://elsewhere.example/far", from_url="https://paper.example/1", title="Far away")
        marks.mark(store, [second], later=True)
        tags.tag(store, [second], "harbour")
        tags.keep_note(store, second, "Ask the keeper.")
        settings.keep_setting(store, "session", "{}")
        welcome = Entry("Welcome", "guide:/start/welcome", published=THEN)
        guide.take(
            store,
            SiteOffer("The Guide", "guide:/", (Offer("Start", "guide:/start", Kind.GUIDE, entries=(welcome,)),)),
            (Article("guide:/start/welcome", "Welcome", text, source="guide"),),
            "1",
        )


main()
