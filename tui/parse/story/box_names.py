"""The names that pages give, in class, id and rel, to boxes that hold other stories, and to those that hold none.

Odd ones: wpp-list is WordPress Popular Posts, yarpp is Yet Another Related Posts Plugin, zergnet, mgid, revcontent,
dianomi and plista are networks of paid links, similarweb is no similar story."""

import re
from functools import lru_cache

from tui.model import Relation
from tui.parse.page.roles import tokens

_CLUTTER_TOKENS = frozenset(
    "comment comments commentlist disqus taboola outbrain sponsor sponsored sponsors advert adverts advertisement advertorial adv ads promoted share sharing social"
    " breadcrumb breadcrumbs menu megamenu navbar topbar masthead cookie cookies consent login newsletter newsletters subscribe zergnet mgid revcontent"
    " dianomi plista tagcloud tags hashtags partner partners affiliate voucher vouchers coupons".split()
)

_FILED_UNDER = ("tag-", "category-", "author-")
"""How class names begin that say what a card's story is about (WordPress, Squarespace), not what the card is."""

_HAS = re.compile(r"(?:^|[-_])(?:has|with|without|no)[-_]")
"""Part of a class name that says what a card has or lacks ("summary-item-has-comments", Squarespace), not what it
is."""

_STEP = re.compile(r"(?:^|[\s_-])(?:(prev|previous|older)|(next|newer))(?:$|[\s_-])", re.IGNORECASE)

_NO_STEP = re.compile(
    r"(?:read|up|what|whats)[_-]?next|next[_-]?(?:up|read)|slick|swiper|carousel|slide", re.IGNORECASE
)

POST_NAV = re.compile(r"post|article|story|related|single|entry|adjacent", re.IGNORECASE)

_KINDS = (
    (
        Relation.ALSO_READ,
        re.compile(
            r"also-?read|read-?also|lire-?aussi|leggi-?anche|read-?more-(?:box|links?|block|article|wrap|feed)|inline-?(?:related|article|story)|in-?article-?related|inread-?related"
            r"|leia-?(?:tambem|mais)|lea-?tambien|see-?also"
        ),
    ),
    (
        Relation.MOST_READ,
        re.compile(
            r"most-?(?:read|popular|viewed|shared|commented)|(?<![a-z])popular(?!ity)|trending|(?<![a-z])top-?(?:read|viewed|10|ten)(?![a-z])|mas-?(?:leid[oa]s|vistos)|lo-?mas-|meistgelesen"
            r"|plus-?lus|piu-?letti|mais-?lid[ao]s|wpp-list|hot-?(?:news|topics|stories)|(?<![a-z])ranking|dont-?miss|must-?read"
        ),
    ),
    (
        Relation.RELATED,
        re.compile(
            r"(?<![a-z])(?:relat(?:ed|ionad[oa]|eret|erat|erte?)|correlati|similar(?!web)|yarpp|recirc|recommend|read-?next|up-?next|you-?(?:may|might)|more-?(?:stories|articles|news|from|on-|like|posts)"
            r"|ilgili|powiazan|souvisejic|kapcsolod|weitere-|further-?reading|other-?(?:news|stories|articles|posts)|mehr-?zum|zum-?thema|verwandte|next-?read|suggested)"
        ),
    ),
    (
        Relation.LATEST,
        re.compile(
            r"(?<![a-z])(?:latest|recent-?(?:posts?|news|stories|articles|entries)|newest|last-?news|ultim[aoe]s?-?(?:notizie|noticias|hora)|breaking-?news|newsticker|most-?recent)"
        ),
    ),
)
"""What the makers of pages call such boxes, in class and id."""


def names_of(attributes: dict[str, str | None]) -> str:
    """Class and id of an element."""
    names = attributes.get("class") or ""
    marked = attributes.get("id")
    return f"{names} {marked}" if marked else names


@lru_cache(maxsize=2048)
def kind(names: str) -> Relation | None:
    """What class and id say about a box."""
    if len(names) > 300:
        return None
    lower = names.lower().replace("_", "-")
    for relation, pattern in _KINDS:
        if pattern.search(lower):
            return relation
    return None


@lru_cache(maxsize=2048)
def names_clutter(names: str) -> bool:
    """Whether a box with these names is clutter: comments, sharing, advertisements."""
    own = " ".join([name for name in names.split() if not name.startswith(_FILED_UNDER) and not _HAS.search(name)])
    return not _CLUTTER_TOKENS.isdisjoint(tokens(own))


@lru_cache(maxsize=2048)
def step(names: str) -> Relation | None:
    """Whether a link is to the previous or the next story, by class or rel."""
    found = _STEP.search(names)
    if found is None or _NO_STEP.search(names):
        return None
    return Relation.PREVIOUS if found[1] else Relation.NEXT


def says_step(attributes: dict[str, str | None]) -> Relation | None:
    """Whether a link is to the previous or the next story, by the attributes of its tag."""
    if len(attributes) == 1:
        return None  # the address alone
    names = names_of(attributes)
    rel = attributes.get("rel")
    return step(f"{rel} {names}" if rel else names) if rel or names else None
