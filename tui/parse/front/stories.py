"""Which links of a page lead to stories.

A story is told by the shape of its address, by how its link stands (a headline, a card, a picture and a headline of one address, not a
menu) and by its words; then addresses and places that look like many sure stories help the doubtful ones, and the other way round.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from tui.model import Entry
from tui.parse.front.headlines import headline
from tui.parse.front.home import Home
from tui.parse.front.links import AD, CARD, CRUMB, EDITION, FOOT, HEAD, JUNK, NAV, TRAIL, Link
from tui.parse.page.addresses import judge, word_count

STORIES = 400
"""At most so many stories of one page."""


@dataclass(slots=True)
class Story:
    """A story as it is linked, perhaps several times."""

    key: str
    url: str
    links: list[Link]
    score: float = 0.0
    title: str = ""


_STORY = 3.0
"""The score from which on a link is a story."""

_MOST = 7.2
"""The most that words, place and company can add to what an address says."""


def stories_of(links: list[Link], listed: dict[str, Entry], home: Home) -> dict[str, Story]:
    """Key → story, in order of first mention, of all links that look like one."""
    groups: dict[str, Story] = {}
    here = {home.key, *home.keys}
    for link in links:
        key = link.key
        if not link.own or key in here or ("/" in home.key and key.startswith(home.key + "?")):
            continue  # this page, or another view of it: its next part, or another order
        if key in groups:
            groups[key].links.append(link)
        elif "/" in key or "?" in key:
            groups[key] = Story(key, link.url, [link])
    written = {(text, link.key) for link in links if link.own for _, text in link.lines}
    written.update((link.text, link.key) for link in links if link.own and len(link.lines) > 1)
    # what stands on links of several stories ("Read more", "Comments") is no headline
    times = Counter(text for text, _ in written)
    worn = {text for text, count in times.items() if count > 2 or (count == 2 and word_count(text) <= 2)}
    for story in groups.values():
        story.score = judge(story.url).score + home.host_score(story.links[0].host)
        if story.key in listed:
            story.score += 3.0
        if story.score + _MOST >= _STORY:
            story.title = headline(story.links, worn)
            units = word_count(story.title)
            story.score += _text_score(units) + _place_score(story, units)
    shapes: dict[str, list[Story]] = defaultdict(list)
    places: dict[tuple[str, tuple[str, ...]], list[Story]] = defaultdict(list)
    for story in groups.values():
        shapes[judge(story.url).shape].append(story)
        for place in {(link.signature, link.box.path) for link in story.links}:
            places[place].append(story)
    before = {story.key: story.score for story in groups.values()}
    for families in (shapes.values(), places.values()):
        for members in families:
            if len(members) < 3:
                continue
            sure = sum([before[member.key] >= 3.5 for member in members])
            share = sure / len(members)
            for member in members:
                if sure >= 3 and share >= 0.6:
                    member.score += 1.0
                elif len(members) >= 4 and share < 0.2:
                    member.score -= 1.0
    return {story.key: story for story in groups.values() if story.score >= _STORY and story.title}


def _text_score(units: float) -> float:
    if units >= 6:
        return 2.0
    if units >= 4:
        return 1.5
    if units >= 3:
        return 0.5
    return -0.5 if units >= 2 else -2.0 if units else -4.0


def _place_score(story: Story, units: float) -> float:
    best = -9.0
    for link in story.links:
        flags = link.flags
        score = 0.0
        if link.prose and not link.box.heading:
            score -= 2.5
        if flags & (NAV | FOOT) and units < 3:
            score -= 1.5
        if link.box.heading or "title" in [kind for kind, _ in link.lines]:
            score += 2.0
        if flags & NAV:
            score -= 2.5
        if flags & FOOT:
            score -= 2.5
        if flags & HEAD:
            score -= 0.7
        if flags & (TRAIL | CRUMB):
            score -= 2.0
        if flags & JUNK:
            score -= 1.5
        if flags & AD:
            score -= 2.5
        if flags & EDITION:
            score -= 2.0
        if flags & CARD:
            score += 0.5
        if link.rel and ("tag" in link.rel or "author" in link.rel or "sponsored" in link.rel):
            score -= 5.0
        best = max(best, score)
    if len(story.links) > 1 and any(link.image is not None for link in story.links):
        best += 0.7
    return best
