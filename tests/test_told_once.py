"""What is one story by what it is, and not by its words, is one line: from feeds as sites write them to the list."""

from datetime import timedelta
from email.utils import format_datetime
from html import escape

import pytest

from tests.storage.conftest import empty_library, store
from tests.storage.events_paper import together
from tests.storage.paper import NOW
from tui.jobs import Gathered
from tui.model import Offer, SiteOffer, StoryFilter
from tui.parse.feeds.feed import feed
from tui.storage import refreshes, sections, stories
from tui.storage.file import File
from tui.storage.grouping import Window

__all__ = ["empty_library", "store"]

TITLE = "Harbour bridge in Doha closed after crane collapse"
AGENCY = (
    "DOHA (Agency) - A crane fell onto the harbour bridge on Tuesday morning and the police closed it in both directions"
    " while engineers looked at the damage, the port authority said. Nobody was hurt. Ferries will take foot passengers"
    " across every ten minutes until the bridge is open again, which may take until Friday, a spokeswoman for the port"
    " told reporters at the scene. It was the second such accident in two years."
)


def comes(file: File, site: str, *items: tuple[str, str, str], minutes: int = 0) -> None:
    """A site's feed, followed and read: (title, link, text) of each item."""
    date = format_datetime(NOW - timedelta(minutes=60 - minutes))
    rows = "".join(
        f"<item><title>{escape(title)}</title><link>{escape(link)}</link><pubDate>{date}</pubDate>"
        f"<description>{escape(text)}</description></item>"
        for title, link, text in items
    )
    url = f"https://{site}/{minutes}/feed.xml"
    written = f'<rss version="2.0"><channel><title>{site}</title><link>https://{site}/</link>{rows}</channel></rss>'
    offer = SiteOffer(site, f"https://{site}/", (Offer(f"{site} {minutes}", url),))
    section = sections.follow(file, offer).added[0].id
    refreshes.keep(file, Gathered(section, feed(written.encode(), url).entries))


def listed(file: File, *, events: bool = False) -> list[str]:
    together(file, Window())
    return [story.title for story in stories.window(file, StoryFilter(events=events))]


@pytest.mark.parametrize(
    "twin",
    [
        "https://www.post.example/world/crane-on-bridge/?utm_source=rss&utm_medium=feed",
        "http://www.post.example/world/crane-on-bridge",
        "https://www.post.example/world/crane-on-bridge/amp/",
        "https://www.post.example/world/crane-on-bridge?amp=1",
        "https://amp.post.example/world/crane-on-bridge",
        "https://m.post.example/world/crane-on-bridge",
        "https://www-post-example.cdn.ampproject.org/c/s/www.post.example/world/crane-on-bridge",
        "https://www.google.com/amp/s/www.post.example/world/crane-on-bridge",
        "https://www.post.example/world/crane-on-bridge?source=rss#comments",
    ],
)
def test_an_address_and_its_twins_are_one_story(store: File, twin: str) -> None:
    comes(store, "www.post.example", (TITLE, "https://www.post.example/world/crane-on-bridge", "A crane fell."))
    comes(store, "www.post.example", ("Harbour bridge in Doha closed, crane hurt none", twin, ""), minutes=5)
    assert len(listed(store)) == 1


@pytest.mark.parametrize(
    ("link", "title"),
    [
        ("https://news.google.com/rss/articles/CBMiXk?oc=5", f"{TITLE} - The Post"),
        ("https://www.msn.com/en-us/news/world/harbour-bridge/ar-AA1xyz?ocid=BingNewsSerp", TITLE),
        ("https://news.yahoo.com/harbour-bridge-doha-081500123.html?src=rss", TITLE),
    ],
)
def test_an_aggregators_copy_is_no_line_of_its_own(store: File, link: str, title: str) -> None:
    comes(store, "www.post.example", (TITLE, "https://www.post.example/world/crane-on-bridge", AGENCY))
    comes(store, link.split("/")[2], (title, link, AGENCY), minutes=20)
    assert listed(store, events=True) in ([TITLE], [title])


def test_an_agencys_text_is_one_line_under_whatever_headlines(store: File) -> None:
    headlines = ["Machine comes down in the Gulf", "Police shut road over water", "Port: second accident in two years"]
    for number, headline in enumerate(headlines):
        own = f"Our desk adds a line of its own, number {number}. "
        comes(
            store,
            f"paper{number}.example",
            (headline, f"https://paper{number}.example/1", own + AGENCY),
            minutes=number,
        )
    comes(store, "other.example", ("Elephants tell human voices apart", "https://other.example/1", "A study."))
    assert len(listed(store)) == 4
    assert sorted(listed(store, events=True)) == sorted([headlines[-1], "Elephants tell human voices apart"])


def test_two_short_summaries_are_no_copies(store: File) -> None:
    for number, headline in enumerate(("Rain on Monday", "Ministers meet again")):
        comes(store, f"paper{number}.example", (headline, f"https://paper{number}.example/1", "Read more on our site."))
    assert len(listed(store, events=True)) == 2
