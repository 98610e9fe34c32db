"""Lines that ask to follow an outlet, by where they lead: to networks, and there to the outlet's own accounts. That
says the same in every language."""

import re

from tui import address
from tui.blocks import Spans

_NETWORK = re.compile(
    r"https?://(?:www\.|m\.|web\.)?(?:facebook|twitter|x|instagram|tiktok|youtube|linkedin|pinterest|telegram|whatsapp|threads|t|wa"
    r"|bsky|flipboard|vk|ok|zen|dzen|news\.google|apps\.apple|play\.google)\.[a-z]{2,4}/",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"https?://(?:news\.google\.|profile\.google\.|chat\.whatsapp\.|(?:www\.)?whatsapp\.com/channel/"
    r"|(?:www\.)?(?:t|telegram)\.me/(?:\+|joinchat/))",
    re.IGNORECASE,
)
"""Where nothing but outlets is followed, and no story leads."""
_ACCOUNT = re.compile(
    r"https?://[^/]+/(?:(?:channel|c|company|groups|pages|user|profile|s)/)?@?([\w.%-]{4,60})/?(?:[?#].*)?"
)
"""The address of an account, and not of something that was posted there."""
_LONGEST = 300
"""Characters of a line that asks to follow the outlet; longer ones tell something besides."""
_SHORTEST = 4
_NO_LETTER = re.compile(r"[\W\d_]+")


def leads_to_networks(spans: Spans) -> bool:
    """Whether most of some links lead to where an outlet can be followed. On dev2 three last lines of three publishers
    do, none of which is its story's; one such link may be anything."""
    links = _links(spans)
    if any(map(_FOLLOWED.match, links)):
        return True
    return sum(_NETWORK.match(href) is not None for href in links) > max(1, len(links) // 2)


def leads_to_accounts(spans: Spans, url: str) -> bool:
    """Whether all links of a short line lead to the accounts of the page's own outlet, or one to a channel, which
    nobody but outlets has. On dev2 two pages of two publishers gain and none loses; made pages of papers in five
    languages do."""
    links = _links(spans)
    if not links or sum(len(span.text) for span in spans) > _LONGEST:
        return False
    name = _letters(address.registrable(url).partition(".")[0])
    return any(map(_FOLLOWED.match, links)) or all(_NETWORK.match(href) and _is_named(href, name) for href in links)


def _links(spans: Spans) -> set[str]:
    return {span.href for span in spans if span.href}


def _is_named(href: str, name: str) -> bool:
    """Whether the account at a network has the name of a site in its own, or its own in the site's."""
    found = _ACCOUNT.fullmatch(href)
    account = _letters(found[1]) if found else ""
    return min(len(account), len(name)) >= _SHORTEST and (account in name or name in account)


def _letters(text: str) -> str:
    """The letters of a name, in lower case."""
    return _NO_LETTER.sub("", text).lower()
