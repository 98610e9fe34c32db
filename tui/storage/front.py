"""The front page with its stories, and what of it can be read in so many minutes. In which order it is: `ranking`."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from tui.model import CatchUp, Ranked, Story
from tui.storage import ranking, texts
from tui.storage.file import File
from tui.storage.sql import rows_in
from tui.storage.tellings import lines

PACE = 220
"""Words a minute: silent reading of prose in English (Brysbaert 2019: 238), and a little for turning pages."""
_LEAST = 0.25
"""Minutes that a headline and a lead take at the least."""
_TRIED = 5 * ranking.LENGTH
"""Events that are tried for the time that is there: it may be too short for each of a hundred thousand."""


def page(
    file: File, limit: int = ranking.LENGTH, *, since: datetime | None = None, unread: bool = False
) -> tuple[Ranked, ...]:
    """The most important events (all that there are, where `limit` is 0), with the reasons of their rank."""
    with file.reading() as db:
        ranks = ranking.ranks(db, file.clock(), since=since, unread=unread, limit=limit)
        stories = {story.id: story for story in lines(db, [rank.ids[0] for rank in ranks], events=True)}
    return tuple(
        Ranked(stories[rank.ids[0]], rank.outlets, rank.tellings, rank.hours, rank.weight, rank.score)
        for rank in ranks
        if rank.ids[0] in stories
    )


def rank_of(file: File, story_id: int) -> tuple[int, Ranked] | None:
    """The place on the front page of what a story tells, from 1 on, and its reasons; None where it has none."""
    for place, ranked in enumerate(page(file), 1):
        if story_id == ranked.story.id or story_id in ranked.story.others:
            return place, ranked
    return None


def catch_up(file: File, minutes: float, since: datetime | None = None) -> CatchUp:
    """What of the unread events can be read in so many minutes, the most important first. A story that is too long for
    the time that is left makes room for a shorter one; an event of which something was read comes again only with what
    was told since."""
    with file.reading() as db:
        ids = [rank.ids[0] for rank in ranking.ranks(db, file.clock(), since=since, unread=True, news=True)]
    chosen: dict[Story, float] = {}
    long: dict[int, float] = {}
    for story in _in_turn(file, ids[:_TRIED]):
        if sum(chosen.values()) + _LEAST > minutes or len(chosen) >= ranking.LENGTH:
            break
        its = reading_minutes(file, story)
        if sum(chosen.values()) + its <= minutes:
            chosen[story] = its
        else:
            long[story.id] = its
    known = {story.id for story in chosen} | long.keys()
    rest = [story_id for story_id in ids if story_id not in known]
    with file.reading() as db:
        said = rows_in(db, "SELECT title, summary FROM stories WHERE id IN", rest)
        left = sum(long.values()) + sum(_shortly(*each) for each in said)
    return CatchUp(tuple(chosen), tuple(chosen.values()), len(ids) - len(chosen), left)


def _in_turn(file: File, ids: Sequence[int]) -> Iterator[Story]:
    """The stories that stand for events, as a list of events has them; no more are read than are asked for."""
    for start in range(0, len(ids), ranking.LENGTH):
        some = ids[start : start + ranking.LENGTH]
        with file.reading() as db:
            found = {story.id: story for story in lines(db, some, events=True)}
        yield from (found[story_id] for story_id in some if story_id in found)


def reading_minutes(file: File, story: Story) -> float:
    """What a story takes to read: its text where that is kept, else what the feed says of it."""
    article = texts.article(file, story.id) if story.kept else None
    return float(max(1, article.reading_minutes)) if article else _shortly(story.title, story.summary)


def _shortly(title: str, summary: str) -> float:
    return max(_LEAST, len(f"{title} {summary}".split()) / PACE)
