"""The front page with its stories, and what of it can be read in so many minutes. In which order it is: `ranking`."""

from datetime import datetime

from tui.model import CatchUp, Ranked, Story
from tui.storage import ranking, texts
from tui.storage.file import File
from tui.storage.tellings import lines

PACE = 220
"""Words a minute: silent reading of prose in English (Brysbaert 2019: 238), and a little for turning pages."""
_LEAST = 0.25
"""Minutes that a headline and a lead take at the least."""


def page(
    file: File, limit: int = ranking.LENGTH, *, since: datetime | None = None, unread: bool = False
) -> tuple[Ranked, ...]:
    """The most important events (all that there are, where `limit` is 0), with the reasons of their rank."""
    with file.reading() as db:
        ranks = ranking.ranks(db, file.clock(), since=since, unread=unread)[: limit or None]
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
    the time that is left makes room for a shorter one."""
    every = page(file, 0, since=since, unread=True)
    chosen: list[Story] = []
    taken: list[float] = []
    left = 0.0
    for ranked in every:
        if sum(taken) + _LEAST > minutes or len(chosen) >= ranking.LENGTH:
            left += _shortly(ranked.story)
        elif sum(taken) + (its := reading_minutes(file, ranked.story)) <= minutes:
            chosen.append(ranked.story)
            taken.append(its)
        else:
            left += its
    return CatchUp(tuple(chosen), tuple(taken), len(every) - len(chosen), left)


def reading_minutes(file: File, story: Story) -> float:
    """What a story takes to read: its text where that is kept, else what the feed says of it."""
    article = texts.article(file, story.id) if story.kept else None
    return float(max(1, article.reading_minutes)) if article else _shortly(story)


def _shortly(story: Story) -> float:
    return max(_LEAST, len(f"{story.title} {story.summary}".split()) / PACE)
