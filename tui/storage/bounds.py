"""How long a value from outside may be: the gate of the library. What is longer is cut, where a cut value is of use, or
left out.

A 13 MB headline was kept and printed once. The bounds are a few times the longest that was seen in 40,000 real entries
(headline 1,100 characters, guid 400, address 1,600).
"""

from tui.model import Entry, Offer, SiteOffer
from tui.text import low
from tui.values import replace

NAME = 300
"""Characters of the name of a site, section, folder, tag or search."""
TITLE = 2_000
SUMMARY = 20_000
ADDRESS = 8_000
GUID = 2_000
CONTENT = 4_000_000
"""Characters of a feed's own text of a story."""
NOTE = 20_000
WORDS = 2_000
"""Characters of a saved search."""
PEOPLE = 50
"""Authors, enclosures of a story."""
ENTRIES = 5_000
"""Stories that a section offers at once: the largest real feed had 1,046."""


def line(text: str, most: int = TITLE) -> str:
    """A text of at most so many characters, none with a tower of marks on it."""
    cut = text[: most - 1] + "…" if len(text) > most else text
    return low(cut)


def entry(given: Entry) -> Entry:
    """An entry within the bounds. An address or guid that is too long is none: cut, it would be another's."""
    if (
        len(given.title) <= NAME
        and len(given.summary) <= TITLE
        and len(given.url) <= TITLE
        and len(given.guid) <= GUID
        and len(given.content) <= CONTENT
        and given.title.isascii()
        and not given.authors
        and not given.enclosures
        and len(given.picture) <= ADDRESS
    ):
        return given  # true of nearly all
    return replace(
        given,
        title=line(given.title),
        summary=line(given.summary, SUMMARY),
        url=address(given.url),
        guid=given.guid if len(given.guid) <= GUID else "",
        content=given.content[:CONTENT],
        authors=tuple(line(name, NAME) for name in given.authors[:PEOPLE]),
        picture=address(given.picture),
        enclosures=tuple(each for each in given.enclosures[:PEOPLE] if len(each.url) <= ADDRESS),
    )


def address(url: str) -> str:
    """An address, "" for one that is too long."""
    return url if len(url) <= ADDRESS else ""


def site(offer: SiteOffer) -> SiteOffer:
    """An offer with names within the bounds, without sections whose address is not."""
    sections = tuple(
        replace(section, name=line(section.name, NAME), page=address(section.page)) for section in offer.sections
    )
    return replace(offer, name=line(offer.name, NAME), sections=sections)


def section(offer: Offer) -> bool:
    """Whether a section's address is within the bounds."""
    return len(offer.url) <= ADDRESS
