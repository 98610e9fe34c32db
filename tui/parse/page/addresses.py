"""What the shape of an address says of the page behind it: a story, a list of stories, a service.

No rule knows a site. An address tells by its date, its number, the length of its name and the words between its slashes.
"""

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from tui.parse.words import addresses as words
from tui.parse.words import split

_IS_MEDIA, _IS_LIST, _IS_SHELF, _IS_SERVICE = 1, 2, 4, 8

_PART_BITS: dict[str, int] = {}
"""What a word between two slashes says of an address."""
for _rows, _bit in (
    (words.MEDIA, _IS_MEDIA), (words.LISTS, _IS_LIST), (words.SHELVES, _IS_SHELF), (words.SERVICE, _IS_SERVICE),
):  # fmt: skip
    for _word in split(_rows):
        _PART_BITS[_word] = _PART_BITS.get(_word, 0) | _bit

_LISTS = frozenset(split(words.LISTS))
_EMPTY = frozenset(split(words.EMPTY))

_SERVICE_STARTS = (
    "subscri",
    "suscri",
    "newsletter",
    "abonn",
    "abbona",
    "assinat",
    "help-",
    "faq-",
    "privacy",
    "impressum",
    "cookie-",
    "terms-",
)

FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|pdf|mp[34]|m4[av]|avi|mov|webm|ogg|wav|xml|rss|rdf|atom|opml|json|zip|gz|apk|exe|dmg|ics|css|js|docx?|xlsx?|pptx?|epub|m3u8?|pls)$",
    re.IGNORECASE,
)

PAGE_FILE = re.compile(
    r"\.(?:s?html?|x?html|jhtml?|phtml|php\d?|aspx?|jspx?|cms|ece|story|do|cfm|action|print|dhtml|html?amp)$",
    re.IGNORECASE,
)

_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|set|dic|dez|out|mai|mag|giu|lug|ott|gen|okt|mrt|mei"
)

_DATE = re.compile(
    rf"(?<![0-9])((?:19|20)\d\d)(?:([/_.\-])(1[0-2]|0?[1-9]|(?:{_MONTHS})[a-z]*)(?:[/_.\-](3[01]|[12]\d|0?[1-9]))?|(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?![0-9])"
    r"|(?<![0-9])(3[01]|[12]\d|0?[1-9])([/_.\-])(1[0-2]|0?[1-9])\8((?:19|20)\d\d)(?![0-9])"
    rf"|(?<![0-9])((?:19|20)\d\d)[/_\-.](1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?![0-9])",
    re.IGNORECASE,
)

_MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        "jan gen ene|feb|mar mrt|apr abr|may mai mag mei|jun giu|jul lug|aug ago|sep set|oct out ott okt|nov|dec dic dez".split(
            "|"
        ),
        1,
    )
    for name in names.split()
}

_NUMBER = re.compile(r"[0-9]{5,}")

_DIGIT = re.compile(r"[0-9]")

_MIXED = re.compile(
    r"^(?=[^\d]*\d)(?=[^a-z]*[a-z])[a-z\d]{9,}$|^[a-z]{1,3}-?\d{5,}$|^[0-9a-f]{8}-[0-9a-f]{4}-.*", re.IGNORECASE
)

_ID_NAMES = frozenset(
    (
        "p id aid nid sid newsid news_id articleid article_id article artid art storyid story_id story docid doc postid post_id post"
        " idnoticia idnews idart id_article item itemid no seq idx num key contentid content_id cid newsno news haber haberid xid"
    ).split()
)

_LIST_NAMES = frozenset(
    "cat category tag author m s q query search page paged offset date day month year section rubrik topic v ver t ts w h".split()
)

_ID = re.compile(r"[0-9]{2}|^[a-z0-9]{12,}$")

_WORD = re.compile(r"[^\W\d_]{2,}")

_ASCII_WORD = re.compile(r"[A-Za-z]{2,}")

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]"
)


@lru_cache(maxsize=1024)
def word_count(text: str) -> float:
    """How many words a text has; scripts without spaces count about two signs a word."""
    dense = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if not dense:
        return float(len(text.split()))
    return dense / 2 + len(_UNSPACED.sub(" ", text).split())


class Address(NamedTuple):
    """What the shape of an address says."""

    path: str
    """In lower case, without the slash that it begins with."""
    query: str
    score: float
    """How much it looks like a story's."""
    shape: str
    """Addresses of one shape are made by one template."""
    depth: int
    date: re.Match[str] | None
    numbered: bool
    slug: int
    """Words of its longest last name."""
    media: bool
    service: bool

    @property
    def dated(self) -> bool:
        """A day or a month stands in it."""
        return self.date is not None


NEVER = 50.0
"""What no other sign can outweigh."""

_MEDIA_ENDS = ("-video", "-in-pictures", "-live-updates", "-liveblog", "-live-blog", "-liveticker")

_MEDIA_STARTS = ("video-", "fotostrecke-", "gallery-", "photos-", "livebl")


@lru_cache(maxsize=1024)
def judge(url: str) -> Address:
    """The shape of a clean address."""
    before, scheme, place = url.partition("://")
    if not scheme or not before.startswith("http"):
        return Address("", "", -9.0, "", 0, None, False, 0, False, False)
    place, _, query = place.partition("#")[0].partition("?")
    path = place.partition("/")[2].lower()
    if "%" in path:
        path = unquote(path).lower()
    bare = list(filter(None, path.split("/")))
    ending = ""
    if bare and "." in bare[-1] and (page_file := PAGE_FILE.search(bare[-1])):
        ending = page_file[0]
        bare[-1] = bare[-1][: -len(ending)]
    names = bare if _EMPTY.isdisjoint(bare) else [part for part in bare if part not in _EMPTY]
    last = names[-1] if names else ""
    date, rest, longest, mixed = None, bare, 0, False
    digits = _DIGIT.search(path) is not None
    if digits:
        date = _DATE.search(path) if "20" in path or "19" in path else None
        if date is not None:
            rest = list(filter(None, f"{path[: date.start()]}/{path[date.end() :]}".split("/")))
            if ending and rest and rest[-1].endswith(ending):
                rest[-1] = rest[-1][: -len(ending)]
        longest = max(map(len, _NUMBER.findall("/".join(rest[-2:]))), default=0)
        mixed = not longest and any(map(_MIXED.match, rest[-2:]))
    dated = date is not None
    said = 0
    for part in bare:
        said |= _PART_BITS.get(part, 0)
        if part.startswith(_SERVICE_STARTS):
            said |= _IS_SERVICE
    listing = said & _IS_LIST and not _LISTS.isdisjoint(bare[-2:])
    asked, parameters = False, ""
    if query:
        given = [pair.partition("=") for pair in unquote(query).split("&")]
        pairs = [(name.lower(), value) for name, _, value in given if value]
        parameters = "&".join(sorted([name for name, _ in pairs]))
        for name, value in pairs:
            if name in _ID_NAMES:
                asked = asked or _ID.search(value) is not None
            elif name not in _LIST_NAMES:
                asked = asked or (len(value) >= 5 and value.isdecimal())
        listing = listing or (bool(pairs) and _LIST_NAMES.issuperset([name for name, _ in pairs]))
    slug = max(map(_slug, names[-2:])) if names else 0
    media = said & _IS_MEDIA > 0 or last.endswith(_MEDIA_ENDS) or last.startswith(_MEDIA_STARTS)
    score = 0.0
    if dated:
        score += 3.0 if date and (date[4] or date[6] or date[10] or date[13]) else 2.0
    if longest:
        score += 2.5 if longest >= 6 else 1.5
    elif asked:
        score += 2.5
    elif mixed:
        score += 2.0
    score += 2.5 if slug >= 5 else 2.0 if slug == 4 else 1.0 if slug == 3 else 0.0
    if ending and last:
        score += 0.7
    if len(names) >= 3:
        score += 0.4
    numbered = longest > 0 or asked or mixed
    sure = dated or numbered
    if not sure and slug <= 2:
        score -= 2.0 if len(names) <= 1 else 1.5 if len(names) == 2 else 1.0
    if listing:
        score -= 6.0
    elif said & (_IS_SHELF | _IS_LIST):
        score -= 1.0 if sure and slug >= 3 else 3.0
    service = said & _IS_SERVICE > 0
    if service:
        score -= 2.0 if dated or (longest and slug >= 3) else 5.0
    if media:
        score -= NEVER
    if "." in path and not ending and FILES.search(path):
        score -= NEVER
    marks = "/".join([_mark(part) if digits else "s" if _slug(part) >= 3 else "w" for part in rest])
    shape = f"{'D' if dated else ''}/{marks}{ending}?{parameters}"
    return Address(path, query, score, shape, len(names), date, numbered, slug, media, service)


@lru_cache(maxsize=1024)
def _slug(part: str) -> int:
    """How many words a name in an address has."""
    if part.isascii():
        return len(_ASCII_WORD.findall(part))
    return len(_WORD.findall(part)) + len(_UNSPACED.findall(part)) // 2


def _mark(part: str) -> str:
    """What kind of name a segment of an address is: with a number, with digits, a long one, a word."""
    if _DIGIT.search(part):
        return "n" if _NUMBER.search(part) else "d"
    return "s" if _slug(part) >= 3 else "w"


def day_of(url: str) -> datetime | None:
    """The day that stands in an address."""
    found = judge(url).date
    if found is None:
        return None
    if found[1]:
        year, month, day = found[1], found[3] or found[5], found[4] or found[6]
    elif found[10]:
        year, month, day = found[10], found[9], found[7]
    else:
        year, month, day = found[11], found[12], found[13]
    if not day:
        return None
    number = int(month) if month.isdigit() else _MONTH_NUMBERS.get(month[:3].lower(), 0)
    try:
        return datetime(int(year), number, int(day), tzinfo=UTC)
    except ValueError:
        return None


# From a story's page to other stories of its site

_ELSEWHERE = frozenset(split(words.ELSEWHERE))
_SUBJECTS = frozenset(split(words.SUBJECTS))


_FILED = re.compile(r"/(?:[^/-]+-){4,}[^/]{5,}$|/\d{6,}$|/(?:19|20)\d\d[/-]\d\d")

_PLAIN_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|pdf|mp[34]|xml|zip|ics|rss|css|js)$")

_ARCHIVE = re.compile(r"(?:/[a-z]{0,10}){0,2}/(?:19|20)\d\d(?:/\d\d?){0,2}")

_PAPERWORK = re.compile(
    r"(?:terms|privacy|cookie|about|contact|imprint|legal|newsletters?|editorial-(?:policy|standards))-(?:and|of|policy|us|notice|statement|settings|choices|rights|page|registration|signup|anmeldung)"
)

_NUMBERED = re.compile(r"\d{5,}|/(?:19|20)\d\d[/-][01]?\d(?:[/-]|$)")

_STORY = re.compile(
    r"%[\w%-]{30,}$|[^\x00-\x7f/]{10,}$"
    r"|\d[^/]*\.(?:s?html?|php|aspx?|do)$|[^/-]-[^/]+\.(?:s?html?|php|aspx?)$|/[0-9a-f]*\d[0-9a-f]{7,}$|/[a-z]*\d[a-z0-9]{9,}$",
    re.IGNORECASE,
)
"""What the path of a story has and that of a section has not: a number, a date; in its last part, with the slash before it,
a file with a name of several words."""

_MARKED = re.compile(r"[^\x00-$&-\-/:-\x7f]")
"""Figures, "%", ".", and what is not ASCII. Without one of these `_NUMBERED` and `_STORY` find nothing."""

STORY_QUERY = re.compile(
    r"[?&]article\d|[?&](?:p|id|\w*_?id|\w*no|idx\w*|story|article|art|news|item|n|a|t)=[\w-]*\d", re.IGNORECASE
)


def story_key(path: str, query: str) -> str | None:
    """The key of a story whose address says that it is one, "" where it says the contrary, None where it says neither."""
    if not path and not query:
        return ""
    segments = path.lower().split("/")
    last = segments[-1]
    if (
        not _ELSEWHERE.isdisjoint(segments)
        or ("." in last and _PLAIN_FILE.search(last))
        or ("-" in last and _PAPERWORK.match(last))
    ):
        return ""
    if (path[-1:].isdigit() and _ARCHIVE.fullmatch(path)) or (
        not _SUBJECTS.isdisjoint(segments) and not _FILED.search(path)
    ):
        return ""
    if names_a_story(path):
        return path
    return f"{path}?{query}" if query and STORY_QUERY.search("?" + query) else None


def names_a_story(path: str) -> bool:
    """Has a path what the path of a story has: several words, a number, a date?"""
    _, slash, last = path.rpartition("/")
    if len(last) >= 15 and last.count("-") + last.count("_") >= 3:
        return True
    if path.replace("/", "").replace("-", "").isalpha() and path.isascii():
        return False
    if _MARKED.search(path) is None:
        return False
    return _NUMBERED.search(path) is not None or _STORY.search(slash + last) is not None
