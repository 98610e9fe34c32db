"""Stories as entries: with the summary, date and picture that their cards show."""

from datetime import datetime

from tui.model import Entry
from tui.parse.dates import moment
from tui.parse.front.home import Home, host_of, picture_of
from tui.parse.front.links import HEAD, NAV, Box, Link
from tui.parse.front.stories import STORIES, Story
from tui.parse.page.addresses import day_of, word_count
from tui.parse.page.lines import lines_of
from tui.text import shorten


def entries_of(stories: dict[str, Story], listed: dict[str, Entry], links: list[Link], home: Home) -> tuple[Entry, ...]:
    """The stories as entries, with what their cards and the page's own list say beside the headline."""
    for link in links:
        key = link.key if link.key in stories else None
        box: Box | None = link.box
        while box is not None and key is not None and box.story != "":
            if box.story is None:
                box.story = key
            elif box.story != key:
                break
            box = box.parent
        while box is not None and key is not None and box.story != "":
            box.story = ""
            box = box.parent
    found = []
    first = {
        story.key: min(
            (each.order for each in story.links if not each.flags & (NAV | HEAD)), default=story.links[0].order
        )
        for story in stories.values()
    }
    for story in sorted(stories.values(), key=lambda each: first[each.key])[:STORIES]:
        said = listed.get(story.key)
        summary, published, picture = _card(story, home)
        if said is not None:
            summary, published, picture = summary or said.summary, published or said.published, picture or said.picture
        if published is None and home.judge(story.url).dated:
            published = day_of(story.url)
        found.append(Entry(title=story.title, url=story.url, summary=summary, published=published, picture=picture))
    linked = {link.key for link in links} if listed else set()
    for key, entry in listed.items():
        likely = home.judge(entry.url).score + home.host_score(host_of(entry.url)) >= -2.0
        if likely and key not in linked and key not in home.keys and word_count(entry.title) >= 3:
            found.append(entry)
    return tuple(found[:STORIES])


_LONGEST_CARD = 10_000
"""Characters in a card, white space and all."""

_LARGEST_CARD = 12
"""Links of the largest element that is still one story's."""

_ENOUGH = {"summary": 5, "plain": 8}
"""Words of a line that can be a summary, by its kind."""


def _card(story: Story, home: Home) -> tuple[str, datetime | None, str]:
    """(summary, date, picture) from what stands around a story's links, where only this story is linked."""
    summary, published, picture = "", None, ""
    title = story.title.casefold()
    seen: set[int] = set()
    for link in story.links[:6]:
        node, box = link.node, link.box
        while (
            box.parent is not None
            and box.story == story.key
            and box.anchors <= _LARGEST_CARD
            and box.tag not in ("body", "main")
        ):
            node, box = node.parent or node, box.parent
        if node.mem_id in seen:
            continue
        seen.add(node.mem_id)
        if not picture and link.image is not None:
            picture = picture_of(link.image, home)
        if not picture and node is not link.node and (inside := node.css_first("img")) is not None:
            picture = picture_of(inside, home)
        if node is link.node and len(link.lines) < 2:
            continue
        written = node.text()
        if not len(story.title) + 12 <= len(written) <= _LONGEST_CARD:
            continue
        if published is None and (time := node.css_first("time")) is not None:
            published = moment(time.attributes.get("datetime") or "", home.language)
            published = published or moment(time.text(), home.language)
        if (summary and published is not None) or " ".join(written.split()) == story.title:
            continue
        for kind, text in lines_of(node):
            if kind == "aside" and published is None and 6 <= len(text) <= 60 and any(sign.isdigit() for sign in text):
                published = moment(text, home.language)
            enough = _ENOUGH.get(kind)
            if enough and not summary and word_count(text) >= enough and title not in text.casefold():
                summary = shorten(_without_links(text, story), 600)
    return summary, published, picture


def _without_links(summary: str, story: Story) -> str:
    """A summary without the "Read more" behind it."""
    for link in story.links:
        if link.text and len(link.text) < 40 and summary.endswith(link.text):
            summary = summary.removesuffix(link.text).rstrip(" »›>…|-–") or summary
    return summary
