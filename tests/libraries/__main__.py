"""Writes a small library of today's schema version beside the older ones. A file that is there already is left alone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui.blocks import Paragraph, Span
from tui.model import Article, Entry, Gathered, Kind, Offer, SiteOffer, StoryFilter, Validators
from tui.storage.schema import STEPS
from tui.storage.store import Store

THEN = datetime(2026, 11, 23, 12, tzinfo=UTC)


def main() -> None:
    """Makes the file."""
    path = Path(__file__).parent / f"v{len(STEPS)}.db"
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
    with Store(path) as store:
        offers = (
            Offer("World", "https://paper.example/world/feed", entries=entries),
            Offer("Sport", "https://paper.example/sport/feed", entries=entries[:2]),
        )
        paper = SiteOffer("The Paper", "https://paper.example/", offers)
        tags = {offers[0].url: ("coffee", "abroad")}
        followed = store.follow(paper, now=THEN, folder="Morning", tags=tags)
        store.keep_search("The lighthouse", "lighthouse is:unread")
        world = followed.added[0].id
        store.keep(Gathered(world, entries, validators=Validators('W/"tag"', "yesterday", "0" * 64, THEN)), THEN)
        newest, second, *_ = store.order(StoryFilter())
        store.mark([newest], read=True, starred=True, now=THEN)
        store.mark_all_read(StoryFilter(section_id=followed.added[1].id), now=THEN)
        text = (Paragraph((Span("A whole "), Span("article", strong=True))),)
        article = Article("https://paper.example/1", "Story 1", text, byline=("A. Writer",), published=THEN)
        store.keep_article(second, article, b"compressed", now=THEN)
        store.keep_place(second, 3, 7, now=THEN)
        store.queue("https://elsewhere.example/far", from_url="https://paper.example/1", title="Far away", now=THEN)
        store.keep_setting("session", "{}")
        guide = Entry("Welcome", "guide:/start/welcome", published=THEN)
        store.take_guide(
            SiteOffer("The Guide", "guide:/", (Offer("Start", "guide:/start", Kind.GUIDE, entries=(guide,)),)),
            (Article("guide:/start/welcome", "Welcome", text, source="guide"),),
            "1",
            now=THEN,
        )


main()
