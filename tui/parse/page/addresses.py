"""What the shape of an address says about its page: a story, a list of stories, a service.

No rule knows a site. An address is judged by its date, its number, the length of its name and the words between its
slashes."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from tui.parse.words import addresses as words
from tui.parse.words import split

_IS_MEDIA, _IS_LIST, _IS_SHELF, _IS_SERVICE, _IS_LISTING = 1, 2, 4, 8, 16

_PART_BITS: dict[str, int] = {}
"""What a word between two slashes says of an address."""
for _rows, _bit in (
    (words.MEDIA, _IS_MEDIA), (words.SHELVES, _IS_SHELF), (words.SERVICE, _IS_SERVICE),
    *((_table, _IS_LIST) for _table in words.LISTS),
):  # fmt: skip
    for _word in split(_rows):
        _PART_BITS[_word] = _PART_BITS.get(_word, 0) | _bit

_LISTS = frozenset(_word for _table in words.LISTS for _word in split(_table))
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
"""How months begin in addresses, where they are words: in English, Spanish, Portuguese, Italian, German and Dutch."""
_MONTHS = "|".join(_MONTH_NUMBERS)

_DATE = re.compile(
    rf"(?<![0-9])((?:19|20)\d\d)(?:([/_.\-])(1[0-2]|0?[1-9]|(?:{_MONTHS})[a-z]*)(?:[/_.\-](3[01]|[12]\d|0?[1-9]))?|(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?![0-9])"
    r"|(?<![0-9])(3[01]|[12]\d|0?[1-9])([/_.\-])(1[0-2]|0?[1-9])\8((?:19|20)\d\d)(?![0-9])"
    rf"|(?<![0-9])((?:19|20)\d\d)[/_\-.](1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?![0-9])",
    re.IGNORECASE,
)

_NUMBER = re.compile(r"[0-9]{5,}")

_DIGIT = re.compile(r"[0-9]")

_MIXED = re.compile(
    r"^(?=[^\d]*\d)(?=[^a-z]*[a-z])[a-z\d]{9,}$|^[a-z]{1,3}-?\d{5,}$|^[0-9a-f]{8}-[0-9a-f]{4}-.*|^\d{3,}[-_][a-z]+[-_][a-z]"
    r"|^.*-(?=[a-f]*\d)[0-9a-f]{12,}$",
    re.IGNORECASE,
)

_SHORT_ID = re.compile(r"(?:[a-z]+[-_.]?)?(?!(?:19|20)\d\d$)\d{3,4}", re.IGNORECASE)

_ID_NAMES = frozenset(
    (
        "p id aid nid sid newsid news_id articleid article_id article artid art storyid story_id story docid doc postid post_id post"
        " idnoticia idnews idart id_article item itemid no seq idx num key contentid content_id cid newsno news haber haberid xid"
    ).split()
)

_LIST_NAMES = frozenset(
    "cat category tag author m s q query search page paged offset date day month year section rubrik topic v ver t ts w h".split()
)

_NAMED_ID = re.compile(r"article\d+")
"""SPIP asks for a story in one word: spip.php?article4101."""

_ID = re.compile(r"[0-9]{2}|^[a-z0-9]{12,}$")

_WORD = re.compile(r"[^\W\d_]{2,}")

_ASCII_WORD = re.compile(r"[A-Za-z]{2,}")

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]"
)

_SPELLED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


@lru_cache(maxsize=1024)
def word_count(text: str) -> float:
    """How many words a text has; scripts without spaces count about two characters as a word, alphabets without spaces
    (Thai, Lao, Burmese, Khmer) about four."""
    dense = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if not dense:
        return float(len(text.split()))
    return (dense - len(_SPELLED.findall(text)) / 2) / 2 + len(_UNSPACED.sub(" ", text).split())


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
        """Whether it holds a day or a month."""
        return self.date is not None


NEVER = 50.0
"""What no other sign can outweigh."""

_MEDIA_ENDS = ("-video", "-in-pictures", "-live-updates", "-liveblog", "-live-blog", "-liveticker")

_MEDIA_STARTS = ("fotostrecke-", "gallery-", "livebl")


class _Weights(NamedTuple):
    """The weight of each feature of an address, for a story or against one.

    Tuned on the front pages of both sets, site by site left out; `score.py` beside them, with
    `tests.bench.adapters:discover`, judges a change."""

    day: float = 3.0
    month: float = 2.0
    long_number: float = 2.5
    number: float = 1.5
    few_figures: float = 1.5
    """A last name of three or four figures that are no year, alone or behind one word."""
    asked: float = 2.5
    """An id among the parameters."""
    mixed: float = 2.0
    """An id of figures and letters, or one before the words of a name."""
    five_words: float = 2.5
    four_words: float = 2.0
    three_words: float = 1.0
    page_file: float = 0.7
    deep: float = 0.4
    short: tuple[float, float, float] = (2.0, 1.5, 1.0)
    """Against a name of one or two words without number or date, at the root, one below, deeper."""
    listing: float = 6.0
    shelf: float = 3.0
    shelf_of_sure: float = 1.0
    service: float = 5.0
    service_of_sure: float = 2.0


_WEIGHTS = _Weights()


class _Path(NamedTuple):
    """The parts of a path."""

    text: str
    bare: list[str]
    """Its parts, the last without its ending."""
    names: list[str]
    """Those that say something."""
    rest: list[str]
    """Its parts without the date."""
    ending: str
    date: re.Match[str] | None
    digits: bool
    longest: int
    """Figures of the longest number near its end."""
    mixed: bool
    short_id: bool
    """Its last name is an id of three or four figures."""


def _taken_apart(path: str) -> _Path:
    bare = list(filter(None, path.split("/")))
    ending = ""
    if bare and "." in bare[-1] and (page_file := PAGE_FILE.search(bare[-1])):
        ending = page_file[0]
        bare[-1] = bare[-1][: -len(ending)]
    names = bare if _EMPTY.isdisjoint(bare) else [part for part in bare if part not in _EMPTY]
    date, rest, longest, mixed, short_id = None, bare, 0, False, False
    digits = _DIGIT.search(path) is not None
    if digits:
        date = _DATE.search(path) if "20" in path or "19" in path else None
        if date is not None:
            rest = list(filter(None, f"{path[: date.start()]}/{path[date.end() :]}".split("/")))
            if ending and rest and rest[-1].endswith(ending):
                rest[-1] = rest[-1][: -len(ending)]
        numbers = _NUMBER.findall("/".join(rest[-2:]))
        longest = max(map(len, numbers)) if numbers else 0
        mixed = not numbers and any(map(_MIXED.match, rest[-2:]))
        short_id = not numbers and not mixed and bool(rest) and _SHORT_ID.fullmatch(rest[-1]) is not None
    return _Path(path, bare, names, rest, ending, date, digits, longest, mixed, short_id)


def _asked_for(query: str) -> tuple[bool, bool, str]:
    """(whether an id is asked for, whether only a list is, the names in order) of the parameters of an address."""
    given = [pair.partition("=") for pair in unquote(query).split("&")]
    pairs = [(name.lower(), value) for name, _, value in given if value]
    names = [name for name, _ in pairs]
    asked = any(not mark and _NAMED_ID.fullmatch(name) for name, mark, _ in given)
    for name, value in pairs:
        if name in _ID_NAMES:
            asked = asked or _ID.search(value) is not None
        elif name not in _LIST_NAMES:
            asked = asked or (len(value) >= 5 and value.isdecimal())
    return asked, bool(pairs) and _LIST_NAMES.issuperset(names), "&".join(sorted(names))


def _said(parts: list[str], silent: frozenset[str]) -> int:
    """What the words between the slashes say; those in `silent` say nothing."""
    said = 0
    for place, part in enumerate(parts, 1):
        if part not in silent:
            said |= _PART_BITS.get(part, 0)
            if part.startswith(_SERVICE_STARTS):
                said |= _IS_SERVICE
            if said & _IS_LIST and place < len(parts):
                return said & ~_IS_SERVICE  # the list of a name: /category/apps/, and Blogger's /search/label/Politics
    return said


def leads_to_a_list(url: str) -> bool:
    """Whether an address has a word that stands before the name of a topic, a category or a person."""
    return not _LISTS.isdisjoint(url.partition("?")[0].lower().split("/")[3:-1])


def telling(url: str) -> set[str]:
    """The words between the slashes of an address that say something about its page."""
    return {part for part in url.partition("://")[2].partition("?")[0].lower().split("/")[1:] if part in _PART_BITS}


def names_service(word: str) -> bool:
    """Whether a word between two slashes says that a page serves readers or sells something, and tells nothing."""
    return _PART_BITS.get(word, 0) & _IS_SERVICE > 0


def judge(url: str, silent: frozenset[str] = frozenset()) -> Address:
    """The shape of a clean address. `silent` are words that stand in most addresses of its site, and so say nothing
    there."""
    before, scheme, place = url.partition("://")
    if not scheme or not before.startswith("http"):
        return Address("", "", -9.0, "", 0, None, False, 0, False, False)
    place, _, query = place.partition("#")[0].partition("?")
    text = place.partition("/")[2].lower()
    if "%" in text:
        text = unquote(text).lower()
    path = _taken_apart(text)
    said = _said(path.bare, silent)
    asked, listing, parameters = _asked_for(query) if query else (False, False, "")
    if listing or (said & _IS_LIST and any(part in _LISTS and part not in silent for part in path.bare[-2:])):
        said |= _IS_LISTING
    last = path.names[-1] if path.names else ""
    if last.endswith(_MEDIA_ENDS) or last.startswith(_MEDIA_STARTS):
        said |= _IS_MEDIA
    slug = max(map(_slug, path.names[-2:])) if path.names else 0
    numbered = path.longest > 0 or asked or path.mixed or path.short_id
    score = _shape_score(path, asked, slug) - _against(path, said, numbered, slug)
    marks = "/".join([_mark(part) if path.digits else "s" if _slug(part) >= 3 else "w" for part in path.rest])
    shape = f"{'D' if path.date is not None else ''}/{marks}{path.ending}?{parameters}"
    media, service = said & _IS_MEDIA > 0, said & _IS_SERVICE > 0
    return Address(text, query, score, shape, len(path.names), path.date, numbered, slug, media, service)


def _against(path: _Path, said: int, numbered: bool, slug: int) -> float:
    """What the words of an address weigh against a story."""
    score = 0.0
    dated = path.date is not None
    if said & _IS_LISTING:
        score += _WEIGHTS.listing
    elif said & (_IS_SHELF | _IS_LIST):
        score += _WEIGHTS.shelf_of_sure if (dated or numbered) and slug >= 3 else _WEIGHTS.shelf
    if said & _IS_SERVICE:
        loud = not dated and not (path.longest and slug >= 3)
        score += _WEIGHTS.service if loud else _WEIGHTS.service_of_sure
    if said & _IS_MEDIA:
        score += NEVER
    if "." in path.text and not path.ending and FILES.search(path.text):
        score += NEVER
    return score


def _shape_score(path: _Path, asked: bool, slug: int) -> float:
    """What date, number and name of an address weigh, before its words are counted."""
    score, date = 0.0, path.date
    if date is not None:
        score += _WEIGHTS.day if date[4] or date[6] or date[10] or date[13] else _WEIGHTS.month
    if path.longest:
        score += _WEIGHTS.long_number if path.longest >= 6 else _WEIGHTS.number
    elif asked:
        score += _WEIGHTS.asked
    elif path.mixed:
        score += _WEIGHTS.mixed
    elif path.short_id:
        score += _WEIGHTS.few_figures
    if slug >= 3:
        score += _WEIGHTS.five_words if slug >= 5 else _WEIGHTS.four_words if slug == 4 else _WEIGHTS.three_words
    if path.ending and path.names:
        score += _WEIGHTS.page_file
    if len(path.names) >= 3:
        score += _WEIGHTS.deep
    if slug <= 2 and date is None and not (path.longest or asked or path.mixed or path.short_id):
        score -= _WEIGHTS.short[min(max(len(path.names), 1), 3) - 1]
    return score


@lru_cache(maxsize=1024)
def _slug(part: str) -> int:
    """How many words the name in an address has."""
    if part.isascii():
        return len(_ASCII_WORD.findall(part))
    # vowel signs part the words of Indic scripts for `_WORD`; their addresses have hyphens where words end
    spaced = max(len(_WORD.findall(part)), part.count("-") + 1 if "-" in part else 0)
    return spaced + len(_UNSPACED.findall(part)) // 2


def _mark(part: str) -> str:
    """The kind of a segment of an address: with a number, with digits, a long name, a word."""
    if _DIGIT.search(part):
        return "n" if _NUMBER.search(part) else "d"
    return "s" if _slug(part) >= 3 else "w"


def day_of(judged: Address) -> datetime | None:
    """The day in an address."""
    found = judged.date
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
#
# `judge` weighs, for a page that is all links, and leaves it to place and words to decide. From a story's page
# thousands of links are seen and most lead elsewhere: there a link is followed up only where its address alone is sure,
# or its words are a headline's.

_SUBJECTS = frozenset(split(words.SUBJECTS))
_ELSEWHERE = (_LISTS | frozenset(split(words.ELSEWHERE))) - _SUBJECTS


_FILED = re.compile(r"/(?:[^/-]+-){4,}[^/]{5,}$|/\d{6,}$|/(?:19|20)\d\d[/-]\d\d")

_ARCHIVES = frozenset(("archive", "archives"))
_KEPT = re.compile(r"/(?:19|20)\d\d/[01]?\d/(?:.{0,120}/)?(?:[^/-]+-){2,}[^/]+")
"""The month and the name of a story that stands in an archive (theatlantic.com); one without a name is a list."""

_PLAIN_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|pdf|mp[34]|xml|zip|ics|rss|css|js)$")

_ARCHIVE = re.compile(r"(?:/[a-z]{0,10}){0,2}/(?:19|20)\d\d(?:/\d\d?){0,2}")

_PAPERWORK = re.compile(
    r"(?:terms|privacy|cookie|about|contact|imprint|legal|newsletters?|editorial-(?:policy|standards))-(?:and|of|policy|us|notice|statement|settings|choices|rights|page|registration|signup|anmeldung)"
)

_NUMBERED = re.compile(r"\d{5,}|/(?:19|20)\d\d[/-][01]?\d(?:[/-]|$)")

_STORY = re.compile(
    r"(?<![\w%-])[\w-]*+%[\w%-]{30,}$|(?<![^\x00-\x7f/])[^\x00-\x7f/]{10,}$"
    r"|(?:^|/)[^/\d]*+\d[^/]*\.(?:s?html?|php|aspx?|do)$|(?:^|/)(?=[^/]*\.(?:s?html?|php|aspx?)$)[^/]*?[^/-]-(?!\.(?:s?html?|php|aspx?)$)[^/]|/[a-f]*+\d[0-9a-f]{7,}$|/[a-z]*\d[a-z0-9]{9,}$",
    re.IGNORECASE,
)
"""What the path of a story has and that of a section has not: a number, a date; in its last part, with the slash before
it, a file with a name of several words."""

_MARKED = re.compile(r"[^\x00-$&-\-/:-\x7f]")
"""Figures, "%", ".", and what is not ASCII. Without one of these `_NUMBERED` and `_STORY` find nothing."""

STORY_QUERY = re.compile(
    r"[?&]article\d|[?&](?:p|id|\w*_?id|\w*no|idx\w*|story|article|art|news|item|n|a|t)=[\w-]*\d", re.IGNORECASE
)


def story_key(path: str, query: str) -> str | None:
    """A story's key if its address says that it is a story, "" if the address says that it is not, None if it says
    neither."""
    if not path and not query:
        return ""
    segments = path.lower().split("/")
    last = segments[-1]
    if (
        not (
            _ELSEWHERE.isdisjoint(segments)
            or (_ARCHIVES.issuperset(_ELSEWHERE.intersection(segments)) and _KEPT.search(path))
        )
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
    """Whether a path has what a story's path has: several words, a number, a date."""
    _, slash, last = path.rpartition("/")
    if len(last) >= 15 and last.count("-") + last.count("_") >= 3:
        return True
    if path.replace("/", "").replace("-", "").isalpha() and path.isascii():
        return False
    if _MARKED.search(path) is None:
        return False
    return _NUMBERED.search(path) is not None or _STORY.search(slash + last) is not None
