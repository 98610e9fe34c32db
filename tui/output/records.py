"""Stories, sections and articles as JSON: the contract of `--json`, where names are only ever added."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tui.blocks import Block
    from tui.config import OwnCommand
    from tui.credentials import Credential
    from tui.episodes import Episode
    from tui.model import (
        Action,
        Addition,
        Article,
        CatchUp,
        Enclosure,
        Event,
        Folder,
        Ranked,
        Related,
        Section,
        Story,
        Tag,
        Tidying,
    )
    from tui.remote import Account
    from tui.saved import SavedSearch

Record = dict[str, object]


def iso(when: datetime | None) -> str | None:
    """A moment as ISO 8601, in UTC."""
    return when.astimezone(UTC).isoformat() if when else None


def section(found: "Section", *, health: bool = False) -> Record:
    """A section that is followed; with how it fares, where `health`."""
    record: Record = {
        "id": str(found.id),
        "site": found.site,
        "name": found.name,
        "url": found.url,
        "stories": found.stories,
        "unread": found.unread,
    }
    chosen = {"minutes": found.minutes, "full_text": found.full_text, "muted": found.muted, "hidden": found.hidden}
    record |= {name: value for name, value in chosen.items() if value}
    if found.folders:
        record["folders"] = [" / ".join(path) for path in found.folders]
    if found.account:
        record["account"] = found.account
    if health:
        record |= {
            "kind": str(found.kind),
            "checked": iso(found.checked),
            "succeeded": iso(found.succeeded),
            "next_check": iso(found.next_check),
            "error": found.error or None,
            "gone": found.gone,
        }
    return record


def account(found: "Account") -> Record:
    """An account on a server of feeds, without a password."""
    return {
        "name": found.name,
        "url": found.url,
        "user": found.user,
        "sections": found.sections,
        "stories": found.stories,
        "unsent": found.unsent,
        "labels": found.labels,
        "whole": found.whole,
        "checked": iso(found.checked),
        "succeeded": iso(found.succeeded),
        "next_check": iso(found.next_check),
        "error": found.error or None,
        "notice": found.notice or None,
    }


def action(found: "Action") -> Record:
    """What was done, to what, and whether it was taken back."""
    return {
        "at": iso(found.at),
        "verb": found.verb,
        "what": found.what,
        "stories": found.stories,
        "undone": found.undone,
    }


def tag(found: "Tag") -> Record:
    """A tag of a person's, with how many stories have it."""
    return {"name": found.name, "stories": found.stories, "unread": found.unread}


def note(story_id: int, words: str) -> Record:
    """A person's note on a story."""
    return {"id": str(story_id), "note": words}


def folder(found: "Folder") -> Record:
    """A folder, with the ids of the sections that stand in it and not in one inside."""
    return {
        "path": " / ".join(found.path),
        "sections": [str(section_id) for section_id in found.section_ids],
        "stories": found.stories,
        "unread": found.unread,
    }


def command(own: "OwnCommand") -> Record:
    """A command of the configuration: what it runs, the key it has on the screen, what it is given and shows."""
    return {
        "name": own.name,
        "run": list(own.run),
        "key": own.key or None,
        "input": own.input or None,
        "shows": own.shows,
    }


def login(kept: "Credential") -> Record:
    """A name for a site, and the program that prints the password; never a password."""
    return {"site": kept.pattern, "user": kept.user, "command": list(kept.command) or None}


def copy(path: "Path") -> Record:
    """A copy of the library."""
    told = path.stat()
    return {"file": str(path), "bytes": told.st_size, "made": iso(datetime.fromtimestamp(told.st_mtime, UTC))}


def tidying(part: "Tidying") -> Record:
    """What may be tidied away."""
    return {"what": part.what, "count": part.count, "bytes": part.bytes, "reason": part.reason}


def search(saved: "SavedSearch") -> Record:
    """A saved search; of a rule what it does, else what it finds."""
    record: Record = {"name": saved.name, "words": saved.words}
    if saved.kind == "rule":
        acts = saved.acts
        return record | {"read": acts.read, "star": acts.starred, "later": acts.later, "tags": list(acts.tags)}
    reach = {"event": True} if saved.acts.event else {}
    return record | {"stories": saved.stories, "unread": saved.unread} | reach


def episode(found: "Episode") -> Record:
    """An episode: a file of audio or video that was asked for, or played."""
    return {
        "id": str(found.id),
        "story": str(found.story_id) if found.story_id else None,
        "title": found.title,
        "outlet": found.outlet,
        "url": found.url,
        "type": found.kind or None,
        "bytes": found.length or None,
        "seconds": found.duration or None,
        "state": found.state,
        "file": found.file or None,
        "played": iso(found.played),
        "position": found.position or None,
        "error": found.error or None,
    }


def story(found: "Story") -> Record:
    """A story as a list has it; where it was searched for, with the words around."""
    record: Record = {
        "id": str(found.id),
        "title": found.title,
        "heading": found.heading,
        "url": found.url,
        "site": found.site,
        "section": found.section,
        "sections": list(found.sections),
        "published": iso(found.published),
        "read": found.read,
        "starred": found.starred,
        "summary": found.summary,
    }
    if found.highlights:
        record["highlights"] = list(found.highlights)
    if found.snippet:
        record["snippet"] = found.snippet.translate({2: None, 3: None})
    if found.others:
        record |= {"outlets": list(found.outlets), "others": [str(other) for other in found.others]}
    return record


def ranked(found: "Ranked") -> Record:
    """An event of the front page, with the reasons of its rank."""
    return story(found.story) | {
        "independent": list(found.outlets),
        "tellings": found.tellings,
        "hours": round(found.hours, 2),
        "weight": found.weight,
        "score": round(found.score, 4),
    }


def catch_up(found: "CatchUp") -> Record:
    """What there is time to read, and what is left out."""
    return {
        "stories": [
            story(each) | {"minutes": round(minutes, 2)}
            for each, minutes in zip(found.stories, found.minutes, strict=True)
        ],
        "left_out": found.left,
        "left_out_minutes": round(found.left_minutes, 1),
    }


def event(found: "Event", added: "Sequence[Addition] | None" = None) -> Record:
    """An event with all who tell it, what joined each, and what it adds where that was looked for."""
    adds = {addition.telling.story.id: list(addition.paragraphs) for addition in added or ()}
    return {
        "id": str(found.id),
        "outlets": list(found.outlets),
        "tellings": [
            story(telling.story)
            | {
                "outlet": telling.outlet,
                "why": list(telling.why),
                "copy_of": str(telling.copy_of) if telling.copy_of else None,
                "ruled": telling.ruled,
            }
            | ({} if added is None else {"adds": adds.get(telling.story.id, [])})
            for telling in found.tellings
        ],
        "before": [story(other) for other in found.before],
        "apart": [story(other) for other in found.apart],
    }


def changes(listed: "Story", replaced: datetime, both: "Iterable[tuple[str, Block]]") -> Record:
    """What is new in a story since it was read, and what is gone: each block with "new", "gone" or ""."""
    from tui.blocks import plain

    compared = [{"state": state, "text": plain((block,))} for state, block in both]
    return {"id": str(listed.id), "replaced": iso(replaced), "blocks": compared}


def article(
    listed: "Story",
    read: "Article",
    related: "tuple[Related, ...]",
    similar: "tuple[Story, ...]",
    enclosed: "tuple[Enclosure, ...]" = (),
) -> Record:
    """A story with its text, what its page leads to, what in the library is like it, and what the feed encloses with
    it."""
    from tui.blocks import pictures, plain, to_json

    return story(listed) | {
        "published": iso(read.published or listed.published),
        "updated": iso(read.updated),
        "headline": read.headline,
        "kicker": read.kicker,
        "standfirst": read.standfirst,
        "standfirst_credit": read.standfirst_credit,
        "byline": list(read.byline),
        "byline_role": read.byline_role,
        "reading_minutes": read.reading_minutes,
        "language": read.language,
        "tags": list(read.tags),
        "paywalled": read.paywalled,
        "source": read.source,
        "notice": read.notice,
        "body": plain(read.blocks),
        "blocks": to_json(read.blocks),
        "pictures": [
            {"url": picture.url, "caption": picture.caption, "alt": picture.alt, "credit": picture.credit}
            for picture in pictures(read.blocks)
        ],
        "enclosures": [
            {"url": one.url, "kind": one.kind, "length": one.length, "duration": one.duration} for one in enclosed
        ],
        "related": [_related(item) for item in related],
        "similar": [story(other) for other in similar],
    }


def _related(item: "Related") -> Record:
    return {
        "relation": str(item.relation),
        "title": item.title,
        "url": item.url,
        "excerpt": item.excerpt,
        "published": iso(item.published),
        "heading": item.heading,
        "id": str(item.story_id) if item.story_id else None,
    }
