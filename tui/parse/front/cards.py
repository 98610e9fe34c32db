"""Makes entries of stories, with the summary, date and picture that their cards show."""

from datetime import datetime

from selectolax.lexbor import LexborNode

from tui.model import Entry
from tui.parse.dates import moment
from tui.parse.front.home import Home, host_of, picture_of
from tui.parse.front.links import HEAD, NAV, LinkBox, PlacedLink
from tui.parse.front.stories import STORIES, LinkedStory
from tui.parse.page.addresses import day_of, word_count
from tui.parse.page.lines import Lines, lines_of
from tui.parse.page.roles import is_date_line
from tui.text import shorten


def entries_of(
    stories: dict[str, LinkedStory], listed: dict[str, Entry], links: list[PlacedLink], home: Home
) -> tuple[Entry, ...]:
    """The stories as entries, with what their cards and the page's own list add to the headline."""
    for link in links:
        if link.key in stories:
            _claim(link.box, link.key)
    first = {
        story.key: min(
            (each.order for each in story.links if not each.flags & (NAV | HEAD)), default=story.links[0].order
        )
        for story in stories.values()
    }
    found = [
        _entry(story, listed.get(story.key), home)
        for story in sorted(stories.values(), key=lambda each: first[each.key])[:STORIES]
    ]
    linked = {link.key for link in links} if listed else set()
    for key, entry in listed.items():
        likely = home.judge(entry.url).score + home.host_score(host_of(entry.url)) >= _LIKELY
        if likely and key not in linked and key not in home.keys and word_count(entry.title) >= 3:
            found.append(entry)
    return tuple(found[:STORIES])


_LIKELY = -2.0
"""What the address of a story that is only listed for machines must say; its list says the rest."""


def _claim(box: LinkBox | None, key: str) -> None:
    """Note for every element around a link which story it holds; "" if it holds several."""
    while box is not None and box.story != "":
        if box.story is None:
            box.story = key
        elif box.story != key:
            break
        box = box.parent
    while box is not None and box.story != "":
        box.story = ""
        box = box.parent


def _entry(story: LinkedStory, said: Entry | None, home: Home) -> Entry:
    """A story as an entry; `said` is what the page's own list says about it."""
    summary, published, picture = _card(story, home)
    if said is not None:
        summary, published, picture = summary or said.summary, published or said.published, picture or said.picture
    if published is None:
        published = day_of(home.judge(story.url))
    return Entry(title=story.title, url=story.url, summary=summary, published=published, picture=picture)


_LONGEST_CARD = 10_000
"""Characters in a card, white space and all."""

_SHORTEST_DATE = 6
"""Characters beside a headline that may be a date."""

_LARGEST_CARD = 12
"""Links of the largest element that is still one story's."""

_ENOUGH = {"summary": 5, "plain": 8}
"""Words of a line that can be a summary, by its kind."""


def _card(story: LinkedStory, home: Home) -> tuple[str, datetime | None, str]:
    """(summary, date, picture) from the elements around a story's links that link to no other story."""
    summary, published, picture = "", None, ""
    seen: set[int] = set()
    for link in story.links[:6]:
        if summary and published is not None and picture:
            break
        node = _around(link, story.key)
        if node.mem_id in seen:
            continue
        seen.add(node.mem_id)
        picture = picture or _picture(link, node, home)
        if node is link.node and len(link.lines) < 2:
            continue
        written = node.text()
        if len(written) > _LONGEST_CARD:
            continue
        if published is None and (time := node.css_first("time")) is not None:
            published = moment(time.attributes.get("datetime") or "", home.language)
            published = published or moment(time.text(), home.language)
        if len(written) < len(story.title) + _SHORTEST_DATE:
            continue
        if (summary and published is not None) or " ".join(written.split()) == story.title:
            continue
        lines = lines_of(node)
        published = published or _date(lines, home.language)
        summary = summary or _summary(lines, story, home.language)
    return summary, published, picture


def _around(link: PlacedLink, key: str) -> LexborNode:
    """The largest element around a link that holds no other story."""
    node, box = link.node, link.box
    while (
        box.parent is not None and box.story == key and box.anchors <= _LARGEST_CARD and box.tag not in ("body", "main")
    ):
        node, box = node.parent or node, box.parent
    return node


def _picture(link: PlacedLink, card: LexborNode, home: Home) -> str:
    """The picture in a link, or else in its card."""
    picture = picture_of(link.image, home) if link.image is not None else ""
    if not picture and card is not link.node and (inside := card.css_first("img")) is not None:
        picture = picture_of(inside, home)
    return picture


def _date(lines: Lines, language: str) -> datetime | None:
    """The date among the lines beside a headline: in one that is marked as no part of it, or that says nothing else."""
    for kind, text in lines:
        if 6 <= len(text) <= 60 and any(sign.isdigit() for sign in text):
            found = moment(text, language) if kind == "aside" or is_date_line(text, language) else None
            if found is not None:
                return found
    return None


def _summary(lines: Lines, story: LinkedStory, language: str) -> str:
    """The first line of a card that is long enough, and neither the headline nor when it was written."""
    title = story.title.casefold()
    for kind, text in lines:
        enough = _ENOUGH.get(kind)
        told = enough and word_count(text) >= enough and title not in text.casefold()
        if told and not is_date_line(text, language):
            return shorten(_without_links(text, story), 600)
    return ""


def _without_links(summary: str, story: LinkedStory) -> str:
    """A summary without the "Read more" at its end."""
    for link in story.links:
        if link.text and len(link.text) < 40 and summary.endswith(link.text):
            summary = summary.removesuffix(link.text).rstrip(" »›>…|-–") or summary
    return summary
