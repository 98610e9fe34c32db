"""Which story is this? The entries that a section offers are told apart, and found again among the stories of the
library.

Pure: what is known comes in, and which entry is which story goes out. Guid, address, title, date and text are
*witnesses*. Two entries are one story where at least two of those that both have agree, no fewer than contradict, and
no other story agrees better. What stands for several entries of one refresh (a guid that counts places, a link to the
section's own page, a title that comes back each hour) is no witness. What is left is told apart by title, date and text
within its section, and an old story that left the section in this very refresh may be a new one under new names."""

import re
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from tui import address
from tui.model import Entry, Story

VERSION = "1"
"""Of `told`: a library that was made by another one is told anew."""
DAY = 86_400
MINUTE = 60
NEAR = 36 * 3600
"""Seconds between an outlet's date of a story and an aggregator's, at most."""
ALIKE = 0.8
"""Share of words in common from which on two texts are nearly the same; a corrected sentence stays above, a new one of
the same template, with its other numbers, is told by them."""
SIMILAR = 0.5
"""Likewise for the titles of one address: an edited headline keeps half of its words."""
UNRELATED = 0.1
"""Likewise: below this two texts are about different things."""


class Place(NamedTuple):
    """The section that offers something, as far as telling stories apart needs it."""

    id: int
    site_id: int
    domain: str
    own: frozenset[str] = frozenset()
    """Keys of the section's and the site's own pages: no story stands there."""
    listing: bool = False
    """A page or a sitemap, whose entries are known by their address alone."""
    guide: bool = False


class Words(NamedTuple):
    """What an entry or a story says of itself, without its names."""

    title: str
    date: int | None
    text: str
    url: str


class OfferedEntry(NamedTuple):
    """An entry with its witnesses; each is "" or None where it has none."""

    entry: Entry
    digest: int
    """What tells whether a section says the same as before."""
    guids: tuple[str, ...]
    other_guid: str
    """The guid as it is known of a story that had an address when this has none, or none when this has one."""
    key: str
    """The address's key, with its fragment where that names a place on the page."""
    page: str
    """The key of the page, without the fragment."""
    title: str
    date: int | None
    text: str
    weak: frozenset[str] = frozenset()
    """Which of "guid", "address", "title", "date", "text" are not witnesses here."""
    names: tuple[str, ...] = ()
    """The names under which it is found again, the address first; not those that stand for several."""

    @property
    def words(self) -> Words:
        """What it says of itself."""
        return Words(self.title, self.date, self.text, self.entry.url)

    @property
    def sought(self) -> tuple[str, ...]:
        """The names under which it may be known already."""
        return self.names if "guid" in self.weak or not self.other_guid else (*self.names, self.other_guid)

    def told(self, days: int = 0) -> int:
        """The number by which it is looked up without a name (`told`), `days` later or earlier."""
        return _told(self.title or plain(self.text[:80]), self.date, days)

    def found_weak(self, weak: frozenset[str]) -> "OfferedEntry":
        """The same, once it is known which witnesses are none, with its names."""
        named: tuple[str, ...] = ()
        if self.key and "address" not in weak:
            named = (self.key,) if self.key == self.page else (self.key, self.page)
        return self._replace(weak=weak, names=named if "guid" in weak else (*named, *self.guids))


class KnownStory(NamedTuple):
    """A story of the library that an entry may be."""

    id: int
    site_id: int
    url: str
    title: str
    summary: str
    date: int | None
    names: frozenset[str]
    here: bool = False
    """The section offered it until this refresh."""
    stands: bool = False
    """It stands in the section's list, on offer or not."""
    visited: bool = False
    """A person came to it by a link: its address is all that is known for certain."""

    @property
    def words(self) -> Words:
        """What it says of itself."""
        return Words(headline(self.title, self.url), self.date, self.summary, self.url)


# Witnesses


_WORD = re.compile(r"\w+")
_SUFFIX = re.compile(r"(?<!\s)\s+[-–—|·]\s+(?:(?!\s[-–—|·]\s).){2,60}$")


@lru_cache(maxsize=4096)
def plain(title: str) -> str:
    """A title's words alone, for comparing."""
    return " ".join(_WORD.findall(title.casefold()))


def headline(title: str, url: str) -> str:
    """A title's words; of an aggregator's copy without the outlet's name behind it ("Headline - The Outlet")."""
    return plain(_SUFFIX.sub("", title) if address.redirects(url) else title)


def told(title: str, summary: str, date: int | None, url: str, days: int = 0) -> int:
    """A number for a title (or the first words where there is none) and the day of its date, by which a story is looked
    up without a name; 0 where there are no words. `days` later or earlier."""
    return _told(headline(title, url) or plain(summary[:80]), date, days)


def _told(words: str, date: int | None, days: int) -> int:
    return ((date or 0) // DAY + days << 32) | zlib.crc32(words.encode()) if words else 0


def lookups(offer: OfferedEntry, place: Place) -> Iterator[int]:
    """The numbers (`told`) under which the story may stand, an aggregator's copy up to a day apart."""
    for days in (0,) if place.listing or offer.date is None else (0, -1, 1):
        if number := offer.told(days):
            yield number


def _guids(entry: Entry, place: Place) -> tuple[tuple[str, ...], str]:
    """The names that a guid is: its site's, and without an address beside it its section's; and the other one, for a
    story of this section that had an address before or had none. http and https are one."""
    if not entry.guid:
        return (), ""
    bare = re.sub("^https?://", "//", entry.guid)
    scoped = (f"{place.site_id}\x1f{bare}", f"{place.site_id}/{place.id}\x1f{bare}")
    return (scoped[:1], scoped[1]) if entry.url else (scoped[1:], scoped[0])


def _digest(entry: Entry) -> int:
    said = (entry.title, entry.url, entry.guid, entry.summary, entry.content, str(entry.published), *entry.authors)
    from hashlib import blake2b  # costs 2 ms, which a verb that only reads need not pay

    digest = blake2b("\x1f".join(said).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def offered(entries: Sequence[Entry], place: Place) -> list[OfferedEntry]:
    """The entries of a section in their order, each once, with their witnesses."""
    found: list[OfferedEntry] = []
    for entry in entries:
        if entry.url.startswith("guide:") and not place.guide:
            continue  # nobody else writes in the Guide
        if not (entry.title or entry.url or entry.guid or entry.summary or entry.content):
            continue
        guids, other_guid = _guids(entry, place)
        date = None if entry.published is None else int(entry.published.timestamp() // 1)
        key = address.place_key(entry.url)
        found.append(
            OfferedEntry(
                entry, _digest(entry), guids, other_guid, key, key.partition("#")[0],
                headline(entry.title, entry.url), date, entry.summary,
            )
        )  # fmt: skip
    found = _once(found, place)
    told = (offer.found_weak(weak) for offer, weak in zip(found, _weaknesses(found, place), strict=True))
    return [offer for offer in told if offer.names or offer.title or offer.text]


def _once(offers: Iterable[OfferedEntry], place: Place) -> list[OfferedEntry]:
    """What a feed lists twice, once: the same title at the same address or under the same guid, and nothing else that
    differs. What a page lists twice, once: the same address."""
    found: list[OfferedEntry] = []
    by_name: dict[tuple[str, str], list[int]] = {}
    for offer in offers:
        alone = place.listing and bool(offer.key) and offer.key not in place.own  # its address decides
        title = "" if alone else offer.title
        names = [(name, title) for name in filter(None, (offer.page, *offer.guids))]
        names = names or [(f"{offer.date} {offer.text}", title)]
        for number in chain.from_iterable(by_name.get(name, ()) for name in names):
            if (alone and offer.key == found[number].key) or _is_double(offer, found[number]):
                found[number] = found[number]._replace(guids=tuple(dict.fromkeys((*found[number].guids, *offer.guids))))
                break
        else:
            for name in names:
                by_name.setdefault(name, []).append(len(found))
            found.append(offer)
    return found


def _is_double(one: OfferedEntry, other: OfferedEntry) -> bool:
    dates = one.date == other.date or None in (one.date, other.date)
    texts = not one.text or not other.text or near(one.text, other.text)
    if one.page == other.page and one.key != other.key and "#" in one.key and "#" in other.key:
        return False  # two places on one page
    if one.key == other.key and not set(one.guids).isdisjoint(other.guids):
        return dates or texts
    return dates and texts


_BELOW = re.compile(r"[/?#]")
"""What makes an address more than its host's front page."""


def may_be_a_story(key: str, own: Collection[str]) -> bool:
    """Whether a story may stand at an address: on no host's front page, and on none of a section's own pages."""
    return key not in own and bool(_BELOW.search(key))


def _weaknesses(offers: Sequence[OfferedEntry], place: Place) -> Iterator[frozenset[str]]:
    """What is no witness of each entry: what stands for several, and the section's own pages."""
    guids = Counter(chain.from_iterable(offer.guids for offer in offers))
    keys, titles = Counter(offer.key for offer in offers), Counter(offer.title for offer in offers)
    dates, texts = Counter(offer.date for offer in offers), Counter(offer.text for offer in offers)
    for offer in offers:
        verdicts = (
            (
                "guid",
                any(guids[guid] > 1 or guid.partition("\x1f//")[2].rstrip("/") in place.own for guid in offer.guids),
            ),
            ("address", keys[offer.key] > 1 or not may_be_a_story(offer.key, place.own)),
            ("title", titles[offer.title] > 1),
            ("date", dates[offer.date] > 1),
            ("text", texts[offer.text] > 1),
        )
        yield frozenset([witness for witness, weak in verdicts if weak])


# Likeness


def near(one: str, other: str, share: float = ALIKE) -> bool:
    """Two texts have this share of their words in common, and the same numbers."""
    if one == other:
        return True
    if not one or not other or _numbers(one) != _numbers(other):
        return False
    return _likeness(one, other) >= share


def _likeness(one: str, other: str) -> float:
    first, second = _parts(one), _parts(other)
    return len(first & second) / len(first | second)


def _parts(text: str) -> set[str]:
    """Words; where there are few, as where a script writes none apart, three letters each. Never none at all."""
    words = plain(text)
    apart = set(words.split())
    return apart if len(apart) > 4 else {words[at : at + 3] for at in range(max(1, len(words) - 2))}


def _numbers(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))


def number_of(url: str) -> str:
    """The last number of five digits or more in an address, of its path before its query, which names a story whatever
    its slug says; a date is none."""
    _, _, path, query = address.split(url)
    for part in (path, query):
        numbers: list[str] = [one for one in re.findall(r"\d{5,}", part) if not _DATE.fullmatch(one)]
        if numbers:
            return numbers[-1]
    return ""


_DATE = re.compile(r"(?:19|20)\d{4}(?:\d\d)?")


def alike(one: str, other: str) -> bool:
    """Two addresses that name the same story under another section: the same path, last part of it, or long number."""
    paths = [address.split(url)[2].rstrip("/") for url in (one, other)]
    first, second = (path.rpartition("/")[2] for path in paths)
    if paths[0] == paths[1] and paths[0]:
        return True
    number = number_of(one)
    return (len(first) > 7 and first == second) or (bool(number) and number == number_of(other))


# Stories


class _Agreement(NamedTuple):
    """Which witnesses of an entry and a story agree, and which contradict each other."""

    agree: frozenset[str]
    differ: frozenset[str]
    raw: frozenset[str]
    """Agreeing, even where they are no witness."""


def _compared(offer: OfferedEntry, story: KnownStory, place: Place, shared: Collection[str]) -> _Agreement:
    """`shared` are names that several stories have."""
    title = story.words.title
    verdicts = {
        "guid": _same_guid(offer, story, place, shared),
        "address": _same_address(offer, story, shared),
        "title": offer.title == title if offer.title and title else None,
        "date": None if offer.date is None or story.date is None else abs(offer.date - story.date) < MINUTE,
        "text": near(offer.text, story.summary) if offer.text and story.summary else None,
    }
    same = {witness for witness, verdict in verdicts.items() if verdict}
    differ = {witness for witness, verdict in verdicts.items() if verdict is False}
    firm = same - offer.weak
    if "title" in differ and "address" in firm and near(offer.title, title, SIMILAR):
        firm.add("title")
        differ.discard("title")
    return _Agreement(frozenset(firm), frozenset(differ), frozenset(same))


def _same_guid(offer: OfferedEntry, story: KnownStory, place: Place, shared: Collection[str]) -> bool | None:
    """Whether the guids agree; None where one side has none, or several stories have it."""
    guids = (*offer.guids, offer.other_guid) if story.stands else offer.guids
    if any(guid in story.names and guid not in shared for guid in guids):
        return True
    scopes = {f"{place.site_id}", f"{place.site_id}/{place.id}"}
    theirs = {name for name in story.names if name.partition("\x1f")[0] in scopes}
    return False if offer.guids and theirs and theirs.isdisjoint(offer.guids) else None


def _same_address(offer: OfferedEntry, story: KnownStory, shared: Collection[str]) -> bool | None:
    """Whether the addresses agree; None where one side has none, they are two places on one page, or several stories
    stand there."""
    if not offer.key or not story.url:
        return None
    known = address.place_key(story.url)
    keys = (offer.key,) if "#" in offer.key and "#" in known else (offer.key, offer.page)
    if any(key in story.names and key not in shared for key in keys):
        return True
    return None if offer.page in story.names or offer.page == known.partition("#")[0] else False


def _is_same(offer: OfferedEntry, story: KnownStory, place: Place, found: _Agreement) -> bool:
    """Whether an entry is a story, by itself; others may agree better."""
    agree, differ, _ = found
    names = agree & {"guid", "address"}
    if len(names) == 2:
        return not (offer.entry.guid == offer.entry.url and _is_another(offer, story, differ))
    if not names:
        return _is_same_unnamed(offer, story, place, found)
    return not differ or _is_same_named(offer, story, place, found)


def _is_same_named(offer: OfferedEntry, story: KnownStory, place: Place, found: _Agreement) -> bool:
    """Likewise, where the guid agrees or the address does, and something differs."""
    agree, differ, _ = found
    names = agree & {"guid", "address"}
    if "address" in names and (story.visited or (place.listing and "guid" not in differ)):
        return True
    if not (agree | differ) - names - {"title"} and ("address" in names or len(offer.entry.guid) > 7):
        return True  # but for the title, nothing else is known on both sides
    if not story.stands and differ & {"guid", "address"} and not agree & {"title", "text"}:
        return False  # the numbers of another section, on the same day
    return len(agree) > 1 and len(agree) >= len(differ)


def _is_another(offer: OfferedEntry, story: KnownStory, differ: Collection[str]) -> bool:
    """An address, which is the guid too, that is used again: another title, date and text, of which nothing is
    alike."""
    said, known = f"{offer.entry.title} {offer.text}", f"{story.title} {story.summary}"
    return {"title", "date", "text"} <= set(differ) and _likeness(said, known) < UNRELATED


def _is_same_unnamed(offer: OfferedEntry, story: KnownStory, place: Place, found: _Agreement) -> bool:
    """Likewise, where neither guid nor address tells."""
    _, differ, raw = found
    words, against = raw & {"title", "date", "text"}, differ & {"title", "date", "text"}
    if _is_copy(offer, story, place):
        return True
    if story.stands:
        if offer.names and _named(story, place):
            return len(words) == 3 and not story.here  # gone, and back under other names
        return not against and len(words) > (1 if offer.names else 0)
    return "title" in raw and _is_of_site(story, place) and _is_told_again(offer, story, found)


def _is_of_site(story: KnownStory, place: Place) -> bool:
    return story.site_id == place.site_id or address.registrable(story.url) == place.domain


def _is_told_again(offer: OfferedEntry, story: KnownStory, found: _Agreement) -> bool:
    """A story of another section of the site, with the same title, is this one by its date or its address."""
    agree, differ, raw = found
    like = bool(offer.entry.url and story.url) and alike(offer.entry.url, story.url)
    if "date" in agree and offer.date is not None and offer.date % DAY:
        return like or "text" in raw or not (offer.entry.url and story.url)
    return like and "date" not in differ


def _named(story: KnownStory, place: Place) -> bool:
    return any("\x1f" in name or "/" in name for name in story.names if name not in place.own)


def _is_copy(offer: OfferedEntry, story: KnownStory, place: Place) -> bool:
    """An aggregator's copy of an outlet's story, or the other way about: the same headline, near in time."""
    here, there = address.redirects(offer.entry.url), address.redirects(story.url)
    if here == there or story.site_id == place.site_id or not offer.title or offer.title != story.words.title:
        return False
    dated = offer.date is not None and story.date is not None
    if dated and abs((offer.date or 0) - (story.date or 0)) > NEAR:
        return False
    copy, outlet = (offer.entry.title, story.url) if here else (story.title, offer.entry.url)
    return len(offer.title) > 24 or _is_of(copy, outlet)


def _is_of(title: str, url: str) -> bool:
    """The outlet named behind an aggregator's title is the one whose address this is."""
    suffix = _SUFFIX.search(title)
    name = "".join(_WORD.findall(suffix[0].casefold())) if suffix else ""
    label = address.registrable(url).partition(".")[0]
    return len(label) > 2 and (label in name or (len(name) > 2 and name in label))


def match(
    offers: Sequence[OfferedEntry],
    stories: Mapping[int, KnownStory],
    candidates: Mapping[int, Collection[int]],
    shared: Collection[str],
    place: Place,
) -> dict[int, int]:
    """Which story entries are, by their number in `offers`; those that are new stories are left out, and no story is
    two.

    `candidates` are the stories that each entry shares a name or `told` with, `shared` the names that several stories
    have. Stories that are `here` and no entry's are compared with what is left."""
    pairs = []
    for number, ids in candidates.items():
        for story in (stories[story_id] for story_id in ids):
            found = _compared(offers[number], story, place, shared)
            if _is_same(offers[number], story, place, found):
                names = len(found.agree & {"guid", "address"})
                better = (names, len(found.agree), -len(found.differ), len(found.raw), story.stands)
                pairs.append((*(-measure for measure in better), story.id, number))
    are: dict[int, int] = {}
    taken: set[int] = set()
    for *_, story_id, number in sorted(pairs):
        if number not in are and story_id not in taken:
            are[number] = story_id
            taken.add(story_id)
    left = [story for story in stories.values() if story.here and story.id not in taken]
    new = {number: offers[number] for number in candidates if number not in are}
    return are | dict(renamed(new, left, offers))


# For a reader


def told_once(story: Story, others: Iterable[Story]) -> Iterator[Story]:
    """Those of the others that tell neither the same as the story nor as one before: another copy of it is no further
    reading."""
    said = [story]
    for other in others:
        if not any(_tells_the_same(other, one) for one in said):
            said.append(other)
            yield other


def _tells_the_same(one: Story, other: Story) -> bool:
    if one.id == other.id or (one.url and address.place_key(one.url) == address.place_key(other.url)):
        return True
    titles = headline(one.title, one.url), headline(other.title, other.url)
    if not all(titles):
        return bool(one.summary) and near(one.summary, other.summary)
    dates = [story.published or story.seen for story in (one, other)]
    apart = abs((dates[0] - dates[1]).total_seconds()) if dates[0] and dates[1] else 0
    return apart <= NEAR and near(*titles)


# Under new names


def renamed(
    new: Mapping[int, OfferedEntry], left: Sequence[KnownStory], offers: Sequence[OfferedEntry]
) -> Iterator[tuple[int, int]]:
    """(number of the entry, story) for the stories that left a section in this very refresh and came back in it under
    other names: one to one, the surest first. `offers` are all that it offers now."""
    new, old = dict(new), {story.id: story for story in left}
    for trait in _TRAITS:
        if not new or not old:
            return
        sharing = trait.sharing(old.values(), offers)
        for number, offer in list(new.items()):
            ids = sharing.get(trait.of(offer.words), [])
            if story_id := next((one for one in ids if one in old and trait.holds(offer, old[one])), 0):
                yield number, story_id
                del new[number], old[story_id]


class _Trait(NamedTuple):
    """What an entry and a story that left have in common."""

    of: Callable[[Words], object]
    """What it is of each; None where there is none."""
    holds: Callable[[OfferedEntry, KnownStory], bool] = lambda offer, story: True
    """What else has to be so."""
    alone: bool = True
    """It must be no third one's: not a number that all addresses hold, nor a date that all have."""

    def sharing(self, left: Iterable[KnownStory], offers: Sequence[OfferedEntry]) -> dict[object, list[int]]:
        """What stories that left have of it, each with those that have it."""
        found: dict[object, list[int]] = {}
        for story in left:
            found.setdefault(self.of(story.words), []).append(story.id)
        found.pop(None, None)
        if not self.alone:
            return found
        offered = Counter(self.of(offer.words) for offer in offers)
        return {common: ids for common, ids in found.items() if len(ids) == 1 and offered[common] == 1}


def _undated(offer: OfferedEntry, story: KnownStory) -> bool:
    return offer.date is None and story.date is None and not offer.text and alike(offer.entry.url, story.url)


def _same_text(offer: OfferedEntry, story: KnownStory) -> bool:
    return not offer.weak & {"date", "text"} and bool(offer.text) and near(offer.text, story.summary)


_TRAITS = (
    _Trait(lambda said: said[:3] if said.title and said.date is not None and said.text else None, alone=False),
    _Trait(lambda said: said[:2] if said.title and said.date is not None else None, alone=False),
    _Trait(lambda said: (said.title, said.text) if said.title and said.text else None),
    _Trait(lambda said: number_of(said.url) or None),
    _Trait(lambda said: said.date, _same_text),
    _Trait(lambda said: said.title or None, _undated),
)
"""The surest first: title, date and text; title and date; title and text; the same long number in the address; date and
nearly the same text; where nothing is dated or described, a title at nearly the same address."""


def identity(offer: OfferedEntry, place: Place, known: Collection[str]) -> str:
    """The name that the marks of a new story are kept under, the same in every library: its address, its guid, or else
    what it says. `known` are names that other stories have."""
    for name in offer.names:
        if name not in known:
            return name
    said = "\x1f".join((offer.key, *offer.guids, offer.title, str(offer.date), offer.text))
    from hashlib import blake2b

    return f"{place.site_id}/{place.id}\x1f\x1f{blake2b(said.encode('utf-8', 'replace'), digest_size=12).hexdigest()}"
