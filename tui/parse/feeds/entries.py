"""Makes entries of the facts of a feed's channel and items: RSS 0.9 to 2.0 and 1.0, Atom 0.3 and 1.0."""

import base64
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from tui import address, text
from tui.model import Entry, Feed
from tui.parse import dates
from tui.parse.feeds import links
from tui.parse.feeds.facts import XML, Fact, Facts
from tui.parse.feeds.markup import C1, TAGS, gap, headline, once, paired, paragraphs, plain, rebased, unescape
from tui.parse.language import language_tag

LONGEST_TTL = 24 * 60
"""Minutes for which a feed may ask to be left alone."""


def shaped(form: str, channel: Facts, items: Sequence[Facts], url: str, root: Mapping[str, str]) -> Feed:
    """The feed that the facts of its channel and items make."""
    language = language_tag(_first(channel, "language", "dc:language") or root.get(XML + "lang", ""))
    atom = form.startswith("atom")
    shared = _authors(channel) if atom else ()
    page = links.page_link(channel, url)
    home = page if page and address.same_site(page, url) else url
    return Feed(
        format=form,
        title=_title(channel, atom),
        entries=tuple(_entry(item, url, home, language, atom, shared) for item in items if item),
        url=page,
        language=language,
        ttl_minutes=_ttl(channel),
        moved_to=links.link_address(_first(channel, "itunes:new-feed-url"), "", url),
    )


def _entry(facts: Facts, url: str, home: str, language: str, atom: bool, shared: tuple[str, ...]) -> Entry:
    """The entry that an item's facts make. `url` is the feed's address, `home` its site's page; `shared` are
    the authors of the whole feed."""
    guid = _fact(facts, "guid", "id", "rdf:about")
    link = links.page_link(facts, url)
    if not link and guid and guid.attributes.get("isPermaLink", "true").lower() != "false" and "://" in guid.value[:12]:
        link = links.link_address(guid.value, guid.base, url)
    enclosures = links.enclosures(facts, url)
    link = link or links.last_resort(facts, url) or next((one.url for one in enclosures), "")
    offered = _fact(facts, "content:encoded", "xhtml:body", "xhtml:div", "content")
    described = _fact(facts, "description", "summary", "itunes:summary", "media:description")
    base = link if link and address.same_site(link, url) else home
    content = _markup(offered, atom, url, base) or _markup(described, atom, url, base)
    summary = plain(_markup(described, atom)) or plain(content)
    published = _moment(
        facts, language, "published", "pubdate", "issued", "dcterms:issued", "dc:date", "created", "dcterms:created"
    )
    updated = _moment(facts, language, "updated", "modified", "dcterms:modified")
    return Entry(
        title=_title(facts, atom),
        url=link,
        guid=text.line(guid.value) if guid else "",
        summary=summary,
        content=content,
        authors=_authors(facts) or shared,
        published=published or updated,
        updated=updated,
        picture=links.picture(facts, url),
        enclosures=enclosures,
    )


def _fact(facts: Facts, *names: str) -> Fact | None:
    """The first element of these names that is not empty."""
    for name in names:
        for fact in facts.get(name, ()):
            if fact.value and not fact.value.isspace():
                return fact
    return None


def _first(facts: Facts, *names: str) -> str:
    """The text of that element on one line, or ""."""
    fact = _fact(facts, *names)
    return text.line(fact.value) if fact else ""


def _title(facts: Facts, atom: bool) -> str:
    """The title as plain text, or ""."""
    fact = _fact(facts, "title", "dc:title", "media:title")
    if not fact:
        return ""
    return headline(_whole(fact), tags=not (atom and fact.attributes.get("type", "text") in ("text", "text/plain")))


def _whole(fact: Fact) -> str:
    """The element's text, decoded if it is base64 (Atom 0.3) and repaired if it was encoded twice."""
    value = fact.value
    if fact.attributes.get("mode") == "base64":
        try:
            value = base64.b64decode(value, validate=False).decode("utf-8", "replace")
        except ValueError:  # also of what is not ASCII
            value = ""
    return once(value)


def _markup(fact: Fact | None, atom: bool, url: str = "", page: str = "") -> str:
    """The element's HTML; plain text becomes paragraphs. Its links are made absolute: against its xml:base, or else
    against `page`; if the feed's own address, `url`, is unknown, against its xml:base only."""
    if fact is None:
        return ""
    value = paired(_whole(fact))
    if atom and fact.attributes.get("type", "text") in ("text", "text/plain"):
        value = paragraphs(value)
    if not value.isascii():
        value = value.translate(C1)
    base = (address.join(url, fact.base) if url else fact.base) if fact.base else page if url else ""
    return text.clean(rebased(value, base) if base else value).strip()


_MONTHS = {name: number for number, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
"""RFC 5322, 3.3: in no other language, and in this spelling."""
_USUAL_DATE = re.compile(
    rf"\s*(?:[A-Za-z]{{3}}, )?(\d\d?) ({'|'.join(_MONTHS)}) (\d{{4}}) (\d\d?):(\d\d):(\d\d?) "
    r"(?:GMT|UTC|Z|([+-])(\d\d):?(\d\d))\s*"
)


def _moment(facts: Facts, language: str, *names: str) -> datetime | None:
    """The first of these elements that holds a date since 1990."""
    for name in names:
        for fact in facts.get(name, ()):
            moment = _usual(fact.value) or dates.moment(_CLOCK.sub(_two_digits, fact.value), language)
            if moment and moment.year >= 1990:
                return moment.replace(microsecond=0)
    return None


_CLOCK = re.compile(r"(?<!\d)(\d\d?):(\d\d?):(\d\d?)(?!\d)")
"""A time whose parts may have lost their zeros (8:0:5): no standard has it, and some programs write it."""


def _two_digits(found: re.Match[str]) -> str:
    return ":".join(part.zfill(2) for part in found.groups())


def _usual(value: str) -> datetime | None:
    """A date in the form that nearly every feed uses, at a fifth of the cost of trying all forms (a refresh reads
    thousands)."""
    found = _USUAL_DATE.fullmatch(value)
    if not found:
        return None
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    try:
        moment = datetime(int(year), _MONTHS[month], int(day), int(hour), int(minute), int(second), tzinfo=UTC)
        offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        return moment + offset if sign == "-" else moment - offset
    except (ValueError, OverflowError):
        return None


_MAILBOX = re.compile(r"^[^\s@]+@[^\s(]+\s*+\(([^()]+)\)$|^([^<>@]*[^<>@\s])\s*+<[^<>@]+@[^<>]+>$")


def _authors(facts: Facts) -> tuple[str, ...]:
    """The names of its authors, without email addresses."""
    for kind in ("author/name", "dc:creator", "author", "itunes:author"):
        names: list[str] = []
        for fact in facts.get(kind, ()):
            value = text.line(unescape(TAGS.sub(gap, once(fact.value))))
            if mailbox := _MAILBOX.match(value):
                value = text.line(mailbox[1] or mailbox[2])
            if value and "@" not in value.strip("@") and value not in names:
                names.append(value)
        if names:
            return tuple(names[:20])
    return ()


_PERIODS = {"hourly": 60, "daily": 24 * 60, "weekly": 7 * 24 * 60, "monthly": 30 * 24 * 60, "yearly": 365 * 24 * 60}


def _ttl(channel: Facts) -> int:
    """How many minutes the feed asks to be left alone, at most a day."""
    if (ttl := _first(channel, "ttl")).isdecimal():
        return min(int(ttl[:9]), LONGEST_TTL)
    period = _PERIODS.get(_first(channel, "sy:updateperiod").lower(), 0)
    often = _first(channel, "sy:updatefrequency")
    return min(period // max(int(often[:9]) if often.isdecimal() else 1, 1), LONGEST_TTL)
