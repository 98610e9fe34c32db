"""Which story is this: a table of what sections offer one day and the next, and which of it is the same story."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import address
from tui.model import Entry, Story
from tui.storage import identity
from tui.storage.identity import KnownStory, Place
from tui.values import replace

SITE = "https://gazette.example"
MONDAY = datetime(2026, 11, 16, 8, 30, tzinfo=UTC)
OWN = frozenset({address.key(SITE), address.key(f"{SITE}/feed.xml")})
FEED = Place(1, 1, "gazette.example", OWN)


def entry(
    title: str = "", path: str = "", guid: str = "", day: float | None = None, text: str = "", site: str = SITE
) -> Entry:
    """An entry by its title, the path of its page, its guid, its date in days after Monday, and its text."""
    published = None if day is None else MONDAY + timedelta(days=day)
    return Entry(title, site + path if path else "", guid, text, text, published=published)


class Shelf:
    """Stories as a library keeps them, without a database: what `match` is given, and what becomes of its answer."""

    def __init__(self) -> None:
        self.stories: dict[int, KnownStory] = {}
        self.sections: dict[int, set[int]] = {}
        self.on_offer: dict[int, set[int]] = {}

    def take(self, entries: Sequence[Entry], place: Place = FEED) -> list[int]:
        """The number of the story that each entry is now."""
        offers = identity.offered(entries, place)
        here, stands = self.on_offer.get(place.id, set()), self.sections.setdefault(place.id, set())
        known = {
            number: story._replace(here=number in here, stands=number in stands)
            for number, story in self.stories.items()
        }
        found = {}
        for at, offer in enumerate(offers):
            told = set(identity.lookups(offer, place))
            found[at] = [
                story.id
                for story in known.values()
                if not story.names.isdisjoint(offer.sought)
                or identity.told(story.title, story.summary, story.date, story.url) in told
            ]
        borne = Counter(name for story in known.values() for name in story.names)
        shared = {name for name, bearers in borne.items() if bearers > 1}
        answer = identity.match(offers, known, found, shared, place)
        are = []
        for at, offer in enumerate(offers):
            said, number = offer.entry, answer.get(at, 0)
            if not number:
                number = len(self.stories) + 1
                self.stories[number] = KnownStory(
                    number, place.site_id, said.url, said.title, said.summary, offer.date, frozenset(offer.names)
                )
            story = self.stories[number]
            self.stories[number] = story._replace(
                title=said.title or story.title, url=said.url or story.url, names=story.names | set(offer.names)
            )
            are.append(number)
        self.on_offer[place.id] = set(are)
        stands |= set(are)
        return are


def told_apart(*refreshes: Sequence[Entry], place: Place = FEED) -> list[list[int]]:
    shelf = Shelf()
    return [shelf.take(entries, place) for entries in refreshes]


def same(**changed: object) -> tuple[Entry, Entry]:
    """A story with everything, and what became of it."""
    first = entry("Ferry strike enters third week", "/ferry-strike", "g-1", 0, "Crews stay ashore.")
    return first, Entry(**{**vars(first), **changed})


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param(*same(), id="nothing changes"),
        pytest.param(*same(title="Ferry strike ends"), id="the headline is edited"),
        pytest.param(*same(published=MONDAY + timedelta(days=1)), id="the date is bumped"),
        pytest.param(
            *same(title="Talks end ferry strike", published=MONDAY + timedelta(days=1)), id="headline and date"
        ),
        pytest.param(*same(url=f"{SITE}/news/ferry"), id="the page moves"),
        pytest.param(*same(guid="urn:uuid:7"), id="the guid is renumbered"),
        pytest.param(*same(url=f"{SITE}/news/ferry", guid="urn:uuid:7"), id="both, and nothing else"),
        pytest.param(*same(url=f"{SITE}/ferry-strike?token=1", guid=""), id="a token in the link"),
        pytest.param(*same(url="https://new.example/ferry-strike", guid="x"), id="the domain moves"),
        pytest.param(
            entry("A", "/en/mayor-may-go/a-70412345", "x1", 0),
            entry("B", "/en/mayor-resigns/a-70412345", "x2", 1),
            id="the number in the address stays",
        ),
        pytest.param(
            entry("Mayor may go", "/a", "x1", 0, "The mayor spoke to the council on Friday about the harbour."),
            entry("Mayor resigns", "/b", "x2", 0, "The mayor spoke to the council on Friday about his harbour."),
            id="the same date and nearly the same text",
        ),
        pytest.param(entry("A", "/a", text="x"), entry("A", "/a", "g9", 3, "y"), id="address and title"),
        pytest.param(entry("A", "/a"), entry("Another headline", "/a"), id="an address, where nothing else is known"),
        pytest.param(
            entry("Mayor may go", "/a", day=0),
            entry("Mayor may go now", "/a", day=1),
            id="an edited headline and a date",
        ),
        pytest.param(
            entry("A", guid="http://x.example/?p=1"), entry("A", guid="https://x.example/?p=1"), id="a guid's scheme"
        ),
        pytest.param(
            entry(text="Low tide at nine", day=0), entry(text="Low tide at nine", day=0), id="a text and a date"
        ),
        pytest.param(entry("A", guid="1"), entry("A", "/a", "1"), id="it gets a link"),
        pytest.param(entry("A", "/a", "1"), entry("A", guid="1"), id="it loses its link"),
        pytest.param(entry("A", "/a#0", "g", 0), entry("A", "/a#3", "h", 0), id="a counter in the fragment"),
        pytest.param(entry("Study", "/view?id=1&v=aa"), entry("Study", "/view?id=1&v=bb"), id="a token, and no date"),
    ],
)
def test_one_story(first: Entry, then: Entry) -> None:
    other = entry("Another story of the day", "/other", "other", -1, "Something else altogether happened.")
    assert told_apart([first], [then]) == [[1], [1]]
    assert told_apart([first, other], [other, then]) == [[1, 2], [2, 1]]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param(
            entry("Monday story 1", "/m1", "1", 0), entry("Tuesday story 1", "/t1", "1", 1), id="guids count places"
        ),
        pytest.param(entry("A", guid="1", day=0), entry("B", guid="1", day=1), id="likewise without links"),
        pytest.param(entry("Notice 1", "/status", day=0), entry("Works 2", "/status", day=1), id="one page for all"),
        pytest.param(entry("A", "/", day=0), entry("B", "/", day=0), id="the site's own page"),
        pytest.param(entry("A", "/", f"{SITE}/", 0), entry("B", "/", f"{SITE}/", 1), id="and as a guid"),
        pytest.param(
            entry("Level", day=0, text="200 cm"), entry("Level", day=0.1, text="201 cm"), id="an hourly reading"
        ),
        pytest.param(entry(text="Low tide"), entry(text="High tide"), id="texts alone"),
        pytest.param(entry("Letters", "/a", "a"), entry("Letters", "/b", "b"), id="a title alone"),
        pytest.param(entry("", "/a", "a", text="Apply."), entry("", "/b", "b", text="Apply."), id="a text alone"),
        pytest.param(entry("Version 1", "/log#v1", day=0), entry("Version 2", "/log#v2", day=1), id="places on a page"),
        pytest.param(
            entry("Degraded", "/status", "i1", 0, "Mail is slow."),
            entry("Degraded", "/status", "i2", 1, "Search is down."),
            id="another incident of the same name",
        ),
        pytest.param(
            entry("Quiet night", "/live", f"{SITE}/live", 0, "Nothing happened in the harbour."),
            entry("Storm warning", "/live", f"{SITE}/live", 1, "Waves of nine metres expected off Kiel."),
            id="an address and guid used again for something else",
        ),
        pytest.param(entry("A", "/20261116/x", "a", 0), entry("B", "/20261116/y", "b", 1), id="a date is no number"),
    ],
)
def test_two_stories(first: Entry, then: Entry) -> None:
    assert told_apart([first], [then]) == [[1], [2]]
    assert told_apart([first], [then, first], [then, first]) == [[1], [2, 1], [2, 1]]
    assert told_apart([first, then], [then]) == [[1, 2], [2]]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([entry(f"Shirt {n}", "/", day=0) for n in range(6)], id="a shop"),
        pytest.param([entry(f"Incident {n}", "/status", f"i{n}", n) for n in range(4)], id="a status page"),
        pytest.param([entry("Level", day=n / 24, text=f"{200 + n} cm") for n in range(3)], id="readings without names"),
        pytest.param([entry(text=f"Note {n}") for n in range(3)], id="notes without names or dates"),
        pytest.param([entry(f"Post {n}", f"/{n}", "board", n) for n in range(9)], id="one guid for all"),
        pytest.param(
            [entry("A", "/p", day=0, text="1"), entry("A", "/p", day=1, text="2"), entry("B", "/p", day=2)],
            id="two titles, one page",
        ),
        pytest.param([entry("Falling blocks", f"/{n}", f"{SITE}/{n}", n) for n in (630, 597)], id="one title twice"),
        pytest.param([entry(f"Episode {n}", guid=str(n), day=n) for n in range(3)], id="a podcast"),
        pytest.param([entry(f"V {n}", f"/log#v{n}", day=n) for n in range(3)], id="a changelog"),
        pytest.param([entry(f"Notice {n}", f"/view?ncid={n}", f"n{n}", 0) for n in (77, 78)], id="a parameter"),
        pytest.param([entry(f"Page {n}", f"/?p={n}") for n in range(3)], id="queries of the front page"),
    ],
)
def test_all_of_a_feed_is_kept_and_found_again_in_any_order(entries: list[Entry]) -> None:
    first, again, turned = told_apart(entries, entries, entries[::-1])
    assert first == again == turned[::-1] == list(range(1, len(entries) + 1))


def test_what_a_feed_lists_twice_is_one() -> None:
    twice = [entry("Whales", "/cv1?at_medium=RSS", f"{SITE}/cv1#{n}", 0) for n in (0, 3)]
    assert told_apart(twice, twice[1:], [entry("Whales", "/cv1", f"{SITE}/cv1#5", 1)]) == [[1], [1], [1]]


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        (entry("Ferry", "/f", "g", 0, "Crews stay ashore today."), entry("Ferry", "/f", "h", 0), 1),
        (entry("Ferry", "/f", "g", 0), entry("Ferry", "/f", "h", 0, "Crews stay ashore today."), 1),
        (entry("Ferry", "/f", "g", 0, "Crews stay ashore."), entry("Ferry", "/f", "h", 0, "The moon is full."), 2),
        (entry("Ferry", "/f", "g", 0, "Crews stay ashore."), entry("Ferry", "/f", "h", 1, "Crews stay ashore."), 2),
        (entry("Ferry", "/f", "g", 0, "Crews stay ashore."), entry("Ferry", "/f", "h", None, "Crews stay ashore."), 1),
        (entry("Ferry", "/f", "g", 0, "Crews stay ashore."), entry("Ferry", "/f", "g", 1, "Crews stay ashore."), 1),
        (entry("Ferry", "/f", "g", 0, "Crews stay ashore."), entry("Ferry", "/f", "g", 0, "The moon is full."), 1),
        (entry("Ferry", "/f", "g", 0, "Crews stay ashore."), entry("Ferry", "/f", "g", 1, "The moon is full."), 2),
        (entry("Ferry", "/f#1", "g", 0), entry("Ferry", "/f#2", "g", 0), 2),
        (entry("Ferry", "/f", "g", 0), entry("Tunnel", "/f", "g", 0), 2),
    ],
)
def test_twice_in_a_feed(first: Entry, second: Entry, number: int) -> None:
    assert len(identity.offered([first, second], FEED)) == number


def test_what_left_and_came_back_is_told_by_what_is_surest_first() -> None:
    one, other = (
        entry("Letters", f"/{text[:2]}", text[:2], 0, text) for text in ("Crews stay ashore.", "Moon is full.")
    )
    new = [entry("Letters", f"/new-{at}", f"n{at}", 0, one.content) for at, one in enumerate((other, one))]
    assert told_apart([one, other], new) == [[1, 2], [2, 1]]


def test_a_story_of_another_section_is_of_the_site_by_the_site_or_by_its_domain() -> None:
    place = Place(1, 2, "gazette.example", OWN)
    known = KnownStory(7, 9, f"{SITE}/2026/ferry-strike-ends", "Ferry strike ends", "", 1000, frozenset(), False, False)
    offer = identity.offered([Entry("Ferry strike ends", f"{SITE}/world/2026/ferry-strike-ends", "x")], place)[0]
    for domain, site_id, is_one in (
        ("gazette.example", 2, True),
        ("gazette.example", 9, True),
        ("other.example", 2, True),
        ("other.example", 9, False),
    ):
        there, story = place._replace(domain=domain), known._replace(site_id=site_id)
        found = identity.match([offer], {7: story}, {0: [7]}, set(), there)
        assert (found == {0: 7}) is is_one, (domain, site_id)


@pytest.mark.parametrize(
    ("shared", "weak"),
    [
        ({"guid": "g"}, "guid"),
        ({"url": f"{SITE}/a"}, "address"),
        ({"title": "Letters"}, "title"),
        ({"published": MONDAY}, "date"),
        ({"summary": "Crews stay ashore."}, "text"),
    ],
)
def test_what_two_entries_share_is_a_witness_of_neither(shared: dict[str, object], weak: str) -> None:
    apart = [entry(f"Headline {n}", f"/{n}", f"g-{n}", n, f"Text {n}") for n in (1, 2)]
    both = [Entry(**{**vars(one), **shared}) for one in apart]
    assert [offer.weak for offer in identity.offered(both, FEED)] == [{weak}, {weak}]
    assert [offer.weak for offer in identity.offered(apart, FEED)] == [set(), set()]


def test_on_a_page_an_address_is_one_story_and_each_place_on_it_another() -> None:
    page = Place(2, 1, "gazette.example", OWN, listing=True)
    one, other = entry("Ferry", "/f", day=0, text="Crews stay ashore."), entry("Tide", "/f", day=1, text="It is high.")
    assert len(identity.offered([one, other], page)) == 1
    places = [entry("Log", "/log#v1", day=0), entry("Log", "/log#v2", day=0)]
    assert len(identity.offered(places, page)) == 2


def test_only_the_guide_has_pages_of_the_guide() -> None:
    page = Entry("First steps", "guide:/start", "start")
    assert identity.offered([page], FEED) == []
    assert [offer.entry for offer in identity.offered([page], FEED._replace(guide=True))] == [page]


def test_what_a_feed_says_has_a_number_that_the_library_can_hold() -> None:
    offers = identity.offered([entry(f"Story {n}", f"/{n}") for n in range(50)], FEED)
    assert len({offer.digest for offer in offers}) == 50
    assert all(-(2**63) <= offer.digest < 2**63 for offer in offers)


def test_a_story_is_looked_up_by_its_title_and_its_day() -> None:
    midnight = 20_000 * 86_400
    of_day = identity.told("Ferry strike", "", midnight, f"{SITE}/a")
    assert of_day == identity.told("FERRY  STRIKE!", "Another text", midnight + 86_399, f"{SITE}/b")
    assert of_day != identity.told("Ferry strike", "", midnight - 1, f"{SITE}/a")
    assert of_day == identity.told("Ferry strike", "", midnight - 1, f"{SITE}/a", days=1)
    assert identity.told("", "", midnight, f"{SITE}/a") == 0


def test_a_note_without_a_title_is_looked_up_by_its_first_words() -> None:
    first = "The harbour master reports a calm night and two ferries late from the islands.".ljust(80)
    before, after = (entry(text=f"{first}{rest}", day=0) for rest in ("Rain is due.", "Fog is due."))
    offers = identity.offered([before, after], FEED)
    assert offers[0].told() == offers[1].told() == identity.told("", before.summary, offers[0].date, "")
    another = identity.offered([entry(text=f"Now {first}", day=0)], FEED)[0]
    assert another.told() != offers[0].told()


def test_an_undated_entry_and_one_of_a_page_are_looked_up_once_and_others_a_day_apart() -> None:
    page = FEED._replace(listing=True)
    dated, undated, nameless = (
        identity.offered([one], FEED)[0] for one in (entry("A", "/a", day=0), entry("A", "/a"), entry("", "/a", day=0))
    )
    assert list(identity.lookups(dated, FEED)) == [dated.told(), dated.told(-1), dated.told(1)]
    assert list(identity.lookups(dated, page)) == [dated.told()]
    assert list(identity.lookups(undated, FEED)) == [undated.told()]
    assert list(identity.lookups(nameless, FEED)) == []


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("a b c d e f g h i", "a b c d e f g h j", True),
        ("a b c d e f g h i", "a b c d e f g x y", False),
        ("Ferry 3 is late", "Ferry 4 is late", False),
        ("Room 12, floor 1, is let", "Room 1, floor 12, is let", True),
        ("フェリーの乗組員がストライキを続けている", "フェリーの乗組員がストライキを続けていた", True),
        ("フェリーの乗組員がストライキを続けている", "港の橋が今日の午後に閉鎖されている", False),
        ("", "", True),
        ("", "A text", False),
        ("?!", "!?", True),
    ],
)
def test_texts_are_near_by_their_words_and_numbers(one: str, other: str, near: bool) -> None:
    assert identity.near(one, other) is identity.near(other, one) is near


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/world/ferry", "/world/ferry/", True),
        ("/world/ferry-strike", "/sport/ferry-strike", True),
        ("/world/ferries", "/sport/ferries", False),
        ("/world/a-70412345", "/sport/b-70412345", True),
        ("/world/a-70412345", "/sport/b-70412346", False),
        ("/a", "/b", False),
        ("", "/", False),
    ],
)
def test_addresses_that_are_alike(one: str, other: str, same: bool) -> None:
    assert identity.alike(SITE + one, SITE + other) is same


def test_what_says_nothing_at_all_is_no_story() -> None:
    assert identity.offered([Entry("")], FEED) == []


def test_new_guids_on_the_same_places_are_new_stories() -> None:
    monday, tuesday = (
        [entry(f"{day} {n}", f"/{day}-{n}", str(n), at) for n in range(3)] for at, day in enumerate(("Mon", "Tue"))
    )
    assert told_apart(monday, tuesday, tuesday) == [[1, 2, 3], [4, 5, 6], [4, 5, 6]]


def test_gone_and_back() -> None:
    story, other = entry("Ferry strike", "/f", "g", 0, "Crews stay ashore."), entry("Other", "/o", "o", 0)
    assert told_apart([story, other], [other], [story, other]) == [[1, 2], [2], [1, 2]]
    renamed = entry("Ferry strike", "/g", "h", 0, "Crews stay ashore.")
    assert told_apart([story, other], [other], [renamed, other])[2] == [1, 2]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(entry("Tides", day=0), entry("Tides", guid="h", day=0), id="it has a name now"),
        pytest.param(entry("Tides", "/t", "g", 0), entry("Tides", day=0), id="it has none any longer"),
        pytest.param(entry(text="Low tide"), entry(text="Low tide"), id="nothing but a text"),
    ],
)
def test_what_comes_back_later_is_told_by_its_words_where_one_side_has_no_names(before: Entry, after: Entry) -> None:
    other = entry("Other", "/o", "o", 5)
    assert told_apart([before, other], [other], [after, other]) == [[1, 2], [2], [1, 2]]


def test_what_comes_back_with_a_name_needs_more_than_its_title() -> None:
    other = entry("Other", "/o", "o", 5)
    assert told_apart([entry("Tides"), other], [other], [entry("Tides", guid="h"), other])[2] == [3, 2]
    differing = entry("Tides", guid="h", day=1, text="It is low.")
    assert told_apart([entry("Tides", day=0, text="It is low."), other], [other], [differing, other])[2] == [3, 2]


def test_dates_agree_within_a_minute() -> None:
    minute = 1 / 24 / 60
    for seconds, again in ((59, [1, 2]), (60, [3, 2])):
        before = entry("Tides", day=0)
        after, other = entry("Tides", guid="h", day=minute * seconds / 60), entry("Other", "/o", "o", 5)
        assert told_apart([before, other], [other], [after, other])[2] == again, seconds


def test_of_several_stories_an_entry_is_the_one_that_agrees_best() -> None:
    known = {
        number: KnownStory(number, 1, f"{SITE}/{number}", title, text, 0, frozenset(names), stands=True)
        for number, title, text, names in (
            (1, "Ferry strike", "", ["1\x1fg"]),
            (2, "Ferry strike", "Crews stay ashore.", ["1\x1fg"]),
            (3, "Ferry strike", "Crews stay ashore.", ["1\x1fg", "gazette.example/f"]),
        )
    }
    said = Entry("Ferry strike", f"{SITE}/f", "g", "Crews stay ashore.", published=datetime(1970, 1, 1, tzinfo=UTC))
    offers = identity.offered([said], FEED)

    def best(*numbers: int) -> int:
        stories = {number: known[number] for number in numbers}
        return identity.match(offers, stories, {0: numbers}, set(), FEED)[0]

    assert (best(1, 2), best(1, 2, 3), best(1)) == (2, 3, 1)
    known[1] = known[2]._replace(id=1, stands=False)
    assert best(1, 2) == 2


def test_only_what_left_in_this_very_refresh_is_a_new_one_by_its_title_and_date_alone() -> None:
    story, again, other = entry("Letters", "/a", "a", 0), entry("Letters", "/b", "b", 0), entry("Other", "/o", "o", 1)
    assert told_apart([story, other], [again, other])[1] == [1, 2]
    assert told_apart([story, other], [other], [again, other])[2] == [3, 2]
    assert told_apart([story, other], [story, again, other])[1] == [1, 3, 2]


def test_all_addresses_change_at_once() -> None:
    before = [
        entry(f"Release {n}", f"/2026/11/r-{n}", f"{SITE}/2026/11/r-{n}", n, f"What is new in {n}") for n in range(5)
    ]
    after = [entry(f"Release {n}", f"/news/r-{n}", f"{SITE}/news/r-{n}", n, f"What is new in {n}") for n in range(5)]
    assert told_apart(before, after[::-1])[1] == [5, 4, 3, 2, 1]


def test_a_number_that_all_addresses_hold_proves_nothing() -> None:
    before = [entry(f"Match {n}", f"/topic/123456/match-{word}", f"m{n}", n) for n, word in enumerate("abc")]
    after = [entry("Match 9", "/topic/123456/match-z", "m9", 9), *before[:2]]
    assert told_apart(before, after) == [[1, 2, 3], [4, 1, 2]]


def test_a_date_that_all_share_proves_nothing() -> None:
    before = [entry(f"Job {n}", f"/{n}", str(n), 0, "Apply now.") for n in range(3)]
    after = [entry(f"Post {n}", f"/p{n}", f"p{n}", 0, "Apply now.") for n in range(3)]
    assert told_apart(before, after)[1] == [4, 5, 6]


def test_front_pages_and_sitemaps_are_told_by_the_address_alone() -> None:
    page = Place(2, 1, "gazette.example", OWN, listing=True)
    shelf = Shelf()
    feed = [entry("Ferry strike enters third week", "/ferry", "g", 0, "Crews stay ashore.")]
    assert shelf.take(feed) == [1]
    assert shelf.take([entry("Crews back at sea", "/ferry", day=2), entry("Home", "/")], page) == [1, 2]
    assert shelf.take([entry("Ferry strike over", "/ferry", text="It is over.")], page) == [1]


def test_what_a_page_lists_twice_is_one_whatever_it_is_called_there() -> None:
    page = Place(2, 1, "gazette.example", OWN, listing=True)
    twice = [entry("Ferry strike enters third week", "/ferry"), entry("Crews stay ashore", "/ferry"), entry("B", "/b")]
    assert told_apart(twice, twice[1:], place=page) == [[1, 2], [1, 2]]


def test_guids_that_count_in_two_feeds_of_one_site_are_no_proof_even_on_one_date() -> None:
    shelf = Shelf()
    assert shelf.take([entry("Ships", "/ships/1", "1", 0), entry("Tugs", "/ships/2", "2", 1)]) == [1, 2]
    assert shelf.take([entry("Bridges", "/b/1", "1", 0), entry("Locks", "/b/2", "2", 1)], FEED._replace(id=2)) == [3, 4]


def test_guids_without_an_address_belong_to_their_section() -> None:
    shelf = Shelf()
    assert shelf.take([entry("Ships 1", guid="1", day=0), entry("Ships 2", guid="2", day=1)]) == [1, 2]
    other = FEED._replace(id=2)
    assert shelf.take([entry("Bridges 1", guid="1", day=0), entry("Bridges 2", guid="2", day=1)], other) == [3, 4]


@pytest.mark.parametrize(
    "path", ["/sport/ferry-strike-x?section=sport", "/ferry-strike-x", "/world/ferry-strike-x?from=b"]
)
def test_one_story_in_two_sections_of_a_site(path: str) -> None:
    shelf = Shelf()
    assert shelf.take([entry("Ferry strike", "/world/ferry-strike-x", "w1", 0)]) == [1]
    assert shelf.take([entry("Ferry strike", path, "s1", 0)], FEED._replace(id=2)) == [1]


@pytest.mark.parametrize(
    ("there", "number"),
    [
        pytest.param(entry("Ferry strike", "/sport/2", "s1", 0, "Crews stay ashore."), 1, id="title, date and text"),
        pytest.param(entry("Ferry strike", "", "s1", 0), 1, id="title and date, and no address to compare"),
        pytest.param(entry("Ferry strike", "/sport/2", "s1", 0, "The moon is full."), 2, id="another text"),
        pytest.param(entry("Ferry strike", "/sport/2", "s1", 0), 2, id="another address, and no text"),
        pytest.param(entry("Ferry strike", "/sport/ferry-strike", "s1", 0.1), 2, id="that at another time"),
    ],
)
def test_the_same_title_in_another_section_of_the_site_is_one_story_by_its_date_or_address(
    there: Entry, number: int
) -> None:
    shelf = Shelf()
    assert shelf.take([entry("Ferry strike", "/world/ferry-strike", "w1", 0, "Crews stay ashore.")]) == [1]
    assert shelf.take([there], FEED._replace(id=2)) == [number]


def test_without_a_time_of_the_day_the_same_title_in_another_section_is_one_story_by_its_address() -> None:
    midnight = -8.5 / 24
    for day, path, number in (
        (None, "ferry-strike", 1),
        (midnight, "ferry-strike", 1),
        (midnight, "another-strike", 2),
    ):
        shelf = Shelf()
        assert shelf.take([entry("Ferry strike", "/world/ferry-strike", "w1", day)]) == [1]
        assert shelf.take([entry("Ferry strike", f"/sport/{path}", "s1", day)], FEED._replace(id=2)) == [number]


def test_letters_of_two_sections_on_one_day_are_two() -> None:
    shelf, midnight = Shelf(), -8.5 / 24
    assert shelf.take([entry("Letters", "/world/1", "w1", midnight)]) == [1]
    assert shelf.take([entry("Letters", "/sport/2", "s1", midnight)], FEED._replace(id=2)) == [2]


NEWS = Place(9, 9, "google.com")


def copied(title: str, day: float) -> Entry:
    return entry(title, "/rss/articles/CBMi123?oc=5", "CBMi123", day, site="https://news.google.com")


@pytest.mark.parametrize(
    ("title", "day", "one"),
    [
        ("Ferry strike enters third week - Gazette", 0.2, True),
        ("Ferry strike enters third week | The Example Gazette", -0.9, True),
        ("Ferry strike enters third week - Gazette", 9, False),
        ("Ferry strike enters third week - Gazette", 1.6, False),
        ("Ferry strike enters fourth week - Gazette", 0, False),
    ],
)
def test_an_aggregators_copy_is_the_outlets_story(title: str, day: float, one: bool) -> None:
    outlet = entry("Ferry strike enters third week", "/ferry", "g", 0)
    for order in ((outlet, FEED, NEWS), (outlet, NEWS, FEED)):
        shelf = Shelf()
        first, then = (copied(title, day) if place is NEWS else outlet for place in order[1:])
        assert shelf.take([first], order[1]) == [1]
        assert shelf.take([then], order[2]) == [1 if one else 2]


def test_a_short_headline_is_an_outlets_own_only_where_it_is_named() -> None:
    for suffix, one in (("Gazette", True), ("Courier", False)):
        shelf = Shelf()
        assert shelf.take([entry("Live", "/live-1", "g", 0)]) == [1]
        assert shelf.take([copied(f"Live - {suffix}", 0)], NEWS) == [1 if one else 2]


@pytest.mark.parametrize(
    ("title", "outlet", "one"),
    [
        ("Live", "https://www.bbc.example/live", "BBC News"),
        ("Live", "https://thegazette.example/live", "Gazette"),
        ("Live", "https://gazette.example/live", "The Gazette Online"),
        ("Live", "https://thegazette.example/live", "Gaz"),
        ("A headline of just 25 sign", "https://gazette.example/live", "Courier"),
    ],
)
def test_an_outlet_is_named_by_a_part_of_its_address(title: str, outlet: str, one: str) -> None:
    shelf = Shelf()
    assert shelf.take([Entry(title, outlet, "g", published=MONDAY)]) == [1]
    assert shelf.take([copied(f"{title} - {one}", 0)], NEWS) == [1]


@pytest.mark.parametrize(
    ("title", "outlet", "other"),
    [
        ("Live", "https://x.example/live", "X Courier"),
        ("Live", "https://thegazette.example/live", "Th"),
        ("A headline of only 24 si", "https://gazette.example/live", "Courier"),
    ],
)
def test_too_short_a_name_names_no_outlet(title: str, outlet: str, other: str) -> None:
    shelf = Shelf()
    assert shelf.take([Entry(title, outlet, "g", published=MONDAY)]) == [1]
    assert shelf.take([copied(f"{title} - {other}", 0)], NEWS) == [2]


def test_a_copy_is_near_in_time_or_has_none() -> None:
    outlet = entry("Ferry strike enters third week", "/ferry", "g", 0)
    for day, number in ((1.5, 1), (1.5001, 2), (-1.3, 1)):
        shelf = Shelf()
        shelf.take([outlet])
        assert shelf.take([copied("Ferry strike enters third week - Gazette", day)], NEWS) == [number], day
    shelf = Shelf()
    shelf.take([entry("Ferry strike enters third week", "/ferry", "g")])
    assert shelf.take([replace(copied("Ferry strike enters third week - Gazette", 0), published=None)], NEWS) == [1]


def test_a_story_that_a_person_came_to_by_a_link_is_known_by_its_address() -> None:
    shelf = Shelf()
    shelf.stories[1] = KnownStory(
        1, 5, f"{SITE}/a", "Page title", "", 1, frozenset({"gazette.example/a"}), visited=True
    )
    assert shelf.take([entry("Headline", "/a", "g", 0, "Text")]) == [1]


def test_the_marks_of_a_new_story_are_kept_under_its_own_name() -> None:
    offers = identity.offered([entry("A", "/a", "g", 0), entry("B", "/", "h"), entry("C", "/"), entry("D", "/")], FEED)
    names = [identity.identity(offer, FEED, set()) for offer in offers]
    assert names[:2] == ["gazette.example/a", "1\x1fh"]
    assert len(set(names)) == 4
    assert identity.identity(offers[0], FEED, {"gazette.example/a"}) == "1\x1fg"


entries_of_any_kind = st.lists(
    st.builds(
        entry,
        st.sampled_from(["", "A", "B", "Level"]),
        st.sampled_from(["", "/", "/a", "/b", "/p#1", "/p#2"]),
        st.sampled_from(["", "1", "2", f"{SITE}/a"]),
        st.sampled_from([None, 0, 1]),
        st.sampled_from(["", "One text.", "Another text."]),
    ),
    max_size=8,
)


@given(entries_of_any_kind)
def test_the_same_feed_again_brings_nothing_new(entries: list[Entry]) -> None:
    first, again = told_apart(entries, entries)
    assert first == again == list(range(1, len(first) + 1))


@given(entries_of_any_kind, entries_of_any_kind)
def test_no_story_is_two_entries(before: list[Entry], after: list[Entry]) -> None:
    for are in told_apart(before, after):
        assert len(set(are)) == len(are)


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://x.example/en/mayor/a-70412345", "70412345"),
        ("https://x.example/2026/11/20/story", ""),
        ("https://x.example/20261120/story-123456", "123456"),
        ("https://123456.example/a", ""),
        ("https://x.example/topic/55555/story-98765?v=1234567", "98765"),
        ("https://x.example/view?id=1234567", "1234567"),
    ],
)
def test_the_long_number_of_an_address(url: str, number: str) -> None:
    assert identity.number_of(url) == number


def listed(number: int, title: str, path: str, day: float = 0, site: str = SITE) -> Story:
    return Story(number, title, site + path, "The Gazette", "World", published=MONDAY + timedelta(days=day))


def test_further_reading_is_neither_the_story_itself_nor_one_twice() -> None:
    story = listed(1, "Ferry strike enters third week", "/ferry")
    others = [
        listed(1, "Ferry strike enters third week", "/ferry"),
        listed(2, "Another headline", "/ferry?utm_source=x"),
        listed(3, "Ferry strike enters third week - Gazette", "/rss/articles/CBM1", site="https://news.google.com"),
        listed(4, "Ferry strike enters third week", "/world/ferry", 1),
        listed(5, "Crews vote on ferry strike", "/vote"),
        listed(6, "Crews vote on ferry strike", "/other/vote", 1),
        listed(7, "Ferry strike enters third week", "/last-year", -300),
    ]
    assert [one.id for one in identity.told_once(story, others)] == [5, 7]


def test_without_headlines_further_reading_is_compared_by_what_it_says() -> None:
    said = "Crews stay ashore for a third week, and the islands run short of bread."
    story = replace(listed(1, "", "/a"), summary=said)
    same, other = replace(listed(2, "", "/b"), summary=f"{said} "), replace(listed(3, "", "/c"), summary="Rain is due.")
    silent = listed(4, "", "/d")
    assert [one.id for one in identity.told_once(story, [same, other, silent])] == [3, 4]


def test_further_reading_is_apart_by_a_day_and_a_half_where_both_are_dated() -> None:
    story = listed(1, "Ferry strike enters third week", "/ferry")
    near, far = listed(2, story.title, "/b", 1.5), listed(3, story.title, "/c", 1.6)
    undated = replace(listed(4, story.title, "/d"), published=None)
    seen_late = replace(listed(5, story.title, "/e"), published=None, seen=MONDAY + timedelta(days=9))
    assert [one.id for one in identity.told_once(story, [near, undated, far, seen_late])] == [3, 5]
    assert list(identity.told_once(undated, [story])) == []


def test_of_stories_without_an_address_each_is_further_reading() -> None:
    story, other = listed(1, "Low tide at nine", ""), listed(2, "A bridge is closed", "")
    nowhere = [replace(one, url="") for one in (story, other)]
    assert list(identity.told_once(nowhere[0], nowhere[1:])) == nowhere[1:]
