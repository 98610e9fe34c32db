"""Stories are grouped as they come, and what was found is remembered."""

import shutil
from datetime import timedelta
from itertools import combinations, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.moments import at
from tests.storage.events_paper import ALONE, BRIDGE, VOTE, arrive, groups, ids_by_title, together
from tests.storage.paper import NOW
from tui.blocks import Paragraph, Span
from tui.model import Article, Entry, Offer, SiteOffer, StoryFilter
from tui.storage import actions, arrivals, grouping, guide, rulings, sections, stories, tellings, texts
from tui.storage.file import File
from tui.storage.grouping import Window
from tui.storage.scales import WINDOW


def test_stories_of_one_event_are_found_as_they_come(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE[:2] + VOTE)
    together(store, window)
    assert groups(store) == {frozenset(BRIDGE[:2]), frozenset(VOTE)}
    arrive(store, BRIDGE[2:], minutes=30)
    together(store, window)
    assert groups(store) == {frozenset(BRIDGE), frozenset(VOTE)}
    assert window.go(store) is None


def test_another_process_goes_on_from_what_was_kept(store: File) -> None:
    arrive(store, BRIDGE[:2] + VOTE)
    together(store, Window())
    arrive(store, BRIDGE[2:], minutes=30)
    together(store, Window())
    assert groups(store) == {frozenset(BRIDGE), frozenset(VOTE)}


def test_what_came_of_an_older_view_is_not_kept(store: File) -> None:
    slow, quick = Window(), Window()
    arrive(store, BRIDGE)
    found = slow.go(store)
    assert found is not None
    together(store, quick)
    assert not grouping.keep(store, found)
    arrive(store, VOTE, minutes=5)
    together(store, slow)
    assert groups(store) == {frozenset(BRIDGE), frozenset(VOTE)}


def test_a_look_whose_outcome_nobody_kept_is_taken_again(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE[:2])
    together(store, window)
    arrive(store, [*BRIDGE[2:], *VOTE], minutes=5)
    assert window.go(store) is not None  # a refresh is stopped, while its stories are being looked at
    together(store, window)
    assert groups(store) == {frozenset(BRIDGE), frozenset(VOTE)}


def test_what_is_older_than_the_window_is_not_looked_at(store: File) -> None:
    arrive(store, BRIDGE, minutes=-60 * (WINDOW + 1))
    together(store, Window())
    assert groups(store) == set()


def test_the_window_forgets(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE[:2])
    together(store, window)
    later = at(store, NOW + timedelta(hours=WINDOW + 2))
    arrive(later, BRIDGE[2:], minutes=60 * (WINDOW + 1))
    together(later, window)
    assert groups(store) == {frozenset(BRIDGE[:2]), frozenset(BRIDGE[2:])}


def test_many_stories_are_grouped_a_part_at_a_time(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE + VOTE)
    parts = 0
    while found := window.go(store, 3):
        assert grouping.keep(store, found)
        window.kept()
        parts += 1
    assert parts == 3
    assert groups(store) == {frozenset(BRIDGE), frozenset(VOTE)}


def test_a_copy_stands_with_its_original_under_another_headline(store: File) -> None:
    text = "<p>" + " ".join(f"word{number}" for number in range(120)) + "</p>"
    arrive(store, ["Pilots return to work", "Strike is over, says union"], content=text)
    together(store, Window())
    assert groups(store) == {frozenset({"Pilots return to work", "Strike is over, says union"})}


def read(store: File, title: str, text: str) -> None:
    """The page of a story comes."""
    story = next(story for story in stories.window(store, StoryFilter(), 0) if story.title == title)
    texts.keep_article(store, story.id, Article(story.url, title, (Paragraph((Span(text),)),)))


@pytest.mark.parametrize("fresh", [False, True])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_copy_is_known_when_its_page_comes(store: File, order: tuple[int, ...], fresh: bool) -> None:
    """Whichever page comes first, the story that was told first is the original."""
    window = Window()
    arrive(store, [*COPIES, ALONE])
    together(store, window)
    assert groups(store) == set()
    for number in order:
        read(store, COPIES[number], " ".join(f"word{at}" for at in range(120)))
        together(store, Window() if fresh else window)
    assert groups(store) == {frozenset(COPIES)}
    known = ids_by_title(store)
    first, *others = (known[title] for title in COPIES)
    assert kept(store, "id, copy_of") == {(first, 0), *((other, first) for other in others)}


def test_a_page_with_little_text_or_another_is_looked_at_once(store: File) -> None:
    arrive(store, COPIES[:2])
    window = Window()
    together(store, window)
    read(store, COPIES[0], "Only a few words")
    read(store, COPIES[1], " ".join(f"other{at}" for at in range(120)))
    together(store, window)
    assert groups(store) == set()
    assert window.go(store) is None
    assert Window().go(store) is None


def test_a_copy_that_a_person_parted_is_not_joined_when_its_page_comes(store: File) -> None:
    arrive(store, BRIDGE)
    together(store, Window())
    known = ids_by_title(store)
    rulings.not_the_same(store, known[BRIDGE[0]])
    for title in BRIDGE[:2]:
        read(store, title, " ".join(f"word{at}" for at in range(120)))
    together(store, Window())
    assert all(BRIDGE[0] not in group for group in groups(store))


def test_copies_stay_together_after_a_restart(store: File) -> None:
    arrive(store, COPIES, content=TEXT)
    together(store, Window())
    window = Window()
    for number in range(6):
        arrive(store, [f"{title} {number}" for title in VOTE], minutes=10 + number, first=20)
        together(store, window)
    assert frozenset(COPIES) in groups(store)


@pytest.mark.parametrize("fresh", [False, True])
def test_a_persons_word_holds_when_more_comes(store: File, fresh: bool) -> None:
    window = Window()
    arrive(store, BRIDGE[:3])
    together(store, window)
    known = ids_by_title(store)
    rulings.not_the_same(store, known[BRIDGE[0]])
    arrive(store, BRIDGE[3:] + VOTE, minutes=10)
    together(store, Window() if fresh else window)
    assert any(set(BRIDGE[1:3]) <= group and BRIDGE[0] not in group for group in groups(store))
    known = ids_by_title(store)
    rulings.same(store, [known[BRIDGE[0]], known[VOTE[0]]])
    arrive(store, ["Budget vote: parliament rejects budget late at night"], minutes=20)
    together(store, Window() if fresh else window)
    assert any({BRIDGE[0], VOTE[0]} <= group for group in groups(store))


def test_an_empty_library_has_nothing_to_group(store: File) -> None:
    assert Window().go(store) is None
    assert stories.order(store, StoryFilter(events=True)).tolist() == []


def test_a_second_outlet_makes_an_event_also_within_what_one_feed_collects(store: File) -> None:
    collected = "https://planet.example"
    window = Window()
    for number, title in enumerate(BRIDGE[:3]):
        page = f"{collected}/{number}" if number < 2 else "https://elsewhere.example/bridge"
        published = NOW - timedelta(hours=2, minutes=-number)
        entry = Entry(title, page, str(number), published=published)
        offer = Offer("News", f"{collected}/{number}/feed", entries=(entry,))
        sections.follow(store, SiteOffer("Planet", f"{collected}/", (offer,)))
        together(store, window)
        assert groups(store) == ({frozenset(BRIDGE[:3])} if number == 2 else set())


def test_whose_a_story_is() -> None:
    assert grouping.outlet("https://www.post.example/1", "The Post", "post.example") == "post.example"
    assert grouping.outlet("", "The Post", "news.post.example") == "post.example"
    assert grouping.outlet("", "The Post", "") == "The Post"
    assert grouping.outlet("https://b.example/1", "Planet", "planet.example") == "planet.example b.example"


def test_a_story_that_is_nobodys_copy_is_kept_as_none(store: File) -> None:
    arrive(store, BRIDGE[:2])
    together(store, Window())
    with store.reading() as db:
        assert db.execute("SELECT DISTINCT copy_of FROM tellings").fetchall() == [(0,)]


TEXT = "<p>" + " ".join(f"word{number}" for number in range(120)) + "</p>"
COPIES = ["Pilots return to work", "Strike is over, says union", "No more waiting at the port"]


def kept(store: File, columns: str = "id, event_id, thread_id, at, copy_of, why") -> set[tuple[int | str, ...]]:
    """What is kept of what stands together."""
    with store.reading() as db:
        return set(db.execute(f"SELECT {columns} FROM tellings"))


@pytest.mark.parametrize("fresh", [False, True])
def test_a_copy_of_a_copy_is_the_originals(store: File, fresh: bool) -> None:
    window = Window()
    for title in COPIES:
        arrive(store, [title], minutes=COPIES.index(title), first=COPIES.index(title), content=TEXT)
        together(store, Window() if fresh else window)
    known = ids_by_title(store)
    first, *others = (known[title] for title in COPIES)
    assert kept(store, "id, copy_of") == {(first, 0), *((other, first) for other in others)}


def test_the_texts_of_what_left_the_window_are_forgotten(store: File) -> None:
    window = Window()
    arrive(store, COPIES[:1], content=TEXT)
    together(store, window)
    later = at(store, NOW + timedelta(hours=WINDOW - 2))
    arrive(later, COPIES[1:2], minutes=60 * (WINDOW - 2), content=TEXT, first=1)
    together(later, window)
    assert groups(store) == {frozenset(COPIES[:2])}
    after = at(store, NOW + timedelta(hours=2 * WINDOW))
    again = [COPIES[2], "Harbour opens after a fortnight"]
    arrive(after, again, minutes=60 * 2 * WINDOW, content=TEXT, first=2)
    together(after, window)
    assert groups(store) == {frozenset(COPIES[:2]), frozenset(again)}
    known = ids_by_title(store)
    with store.reading() as db:
        left = {story_id for (story_id,) in db.execute("SELECT story_id FROM prints")}
    assert left == {known[title] for title in again}
    assert (known[again[1]], known[again[0]]) in kept(store, "id, copy_of")


def test_what_left_the_window_is_looked_for_now_and_then(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE[:1])
    together(store, window)
    looked = []
    for minutes in (2, 9, 21):
        arrive(store, [f"{ALONE} {minutes}"], minutes=minutes)
        later = at(store, NOW + timedelta(minutes=minutes))
        found = window.go(later)
        assert found is not None
        assert grouping.keep(later, found)
        window.kept()
        looked.append(bool(found.before))
    assert looked == [False, False, True]


def test_what_stands_alone_is_not_written_down_until_it_has_company(store: File) -> None:
    window = Window()
    arrive(store, [ALONE, VOTE[0]])
    together(store, window)
    assert kept(store) == set()
    arrive(store, VOTE[1:2], minutes=10)
    together(store, window)
    known = ids_by_title(store)
    assert {row[0] for row in kept(store)} == {known[VOTE[0]], known[VOTE[1]]}


def test_only_what_changed_is_written_again(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE)
    together(store, window)
    arrive(store, VOTE, minutes=10)
    found = window.go(store)
    assert found is not None
    known = ids_by_title(store)
    assert {row[0] for row in found.rows} == {known[title] for title in VOTE}


def test_it_is_written_down_when_a_story_was_told_and_what_joined_it(store: File) -> None:
    arrive(store, BRIDGE)
    together(store, Window())
    known = ids_by_title(store)
    begun = int((NOW - timedelta(hours=1)).timestamp())
    assert kept(store, "id, at") == {(known[title], begun + 60 * number) for number, title in enumerate(BRIDGE)}
    assert all({"harbour", "crane"} <= set(str(why).split()) for (why,) in kept(store, "why"))


@pytest.mark.parametrize("fresh", [True, False])
def test_a_story_is_told_by_its_lead_too(store: File, fresh: bool) -> None:
    arrive(
        store, [f"{kind} number{at} opens in town{at}" for at in range(40) for kind in ("Museum", "Market", "School")]
    )
    window = Window()
    arrive(store, ["Doha harbour bridge closed after crane collapse"], minutes=130)
    together(store, window)
    lead = "The harbour bridge was closed at dawn after the collapse of a crane, the port said."
    arrive(store, ["Qatar shuts crossing in Doha"], minutes=140, first=1, lead=lead)
    together(store, Window() if fresh else window)
    known = ids_by_title(store)
    event = tellings.event(store, known["Qatar shuts crossing in Doha"])
    assert event
    assert {telling.story.id for telling in event.tellings} >= {
        known["Doha harbour bridge closed after crane collapse"]
    }
    assert {"Doha", "crane", "bridge"} <= set(event.tellings[0].why)


def test_what_was_removed_meanwhile_is_not_kept(store: File) -> None:
    window = Window()
    arrive(store, BRIDGE[:3], content=TEXT)
    found = window.go(store)
    assert found is not None
    with store.writing() as db:
        arrivals.forget(db, [ids_by_title(store)[BRIDGE[0]]])
    assert grouping.keep(store, found)
    assert groups(store) == {frozenset(BRIDGE[1:3])}


def test_there_is_more_where_so_many_came_as_are_looked_at(store: File) -> None:
    arrive(store, BRIDGE)
    window = Window()
    seen = []
    while found := window.go(store, 3):
        seen.append((found.more, found.upto))
        assert grouping.keep(store, found)
        window.kept()
    known = ids_by_title(store)
    assert seen == [(True, known[BRIDGE[2]]), (False, known[BRIDGE[3]])]


def test_what_is_too_old_for_the_window_does_not_stand_in_the_way(store: File) -> None:
    arrive(store, BRIDGE, minutes=-60 * (WINDOW + 1))
    arrive(store, VOTE[:2], minutes=0)
    arrive(store, [ALONE], minutes=-60 * (WINDOW + 2))
    arrive(store, VOTE[2:], minutes=5)
    window = Window()
    while found := window.go(store, 2):
        assert grouping.keep(store, found)
        window.kept()
    assert groups(store) == {frozenset(VOTE)}
    arrive(store, ["Late vote: parliament has rejected the budget"], minutes=20)
    together(store, window)
    assert {len(group) for group in groups(store)} == {4}


def test_pages_of_the_guide_tell_no_event(store: File) -> None:
    pages = tuple(Entry(title, f"guide:/start/{number}", str(number)) for number, title in enumerate(BRIDGE))
    guide.take(store, SiteOffer("The Guide", "guide:/", (Offer("Start", "guide:/start", entries=pages),)), (), "1")
    assert Window().go(store) is None
    arrive(store, VOTE, minutes=10)
    together(store, Window())
    arrive(store, [ALONE], minutes=20)
    together(store, Window())
    assert groups(store) == {frozenset(VOTE)}


def test_a_later_look_by_another_process_is_noticed(store: File) -> None:
    one, other = Window(), Window()
    arrive(store, BRIDGE[:2])
    together(store, one)
    arrive(store, VOTE[:2], minutes=5)
    together(store, other)
    arrive(store, [BRIDGE[2], VOTE[2]], minutes=10)
    together(store, one)
    assert groups(store) == {frozenset(BRIDGE[:3]), frozenset(VOTE)}


def test_events_of_one_story_so_far_are_known_as_that(store: File) -> None:
    arrive(store, BRIDGE)
    arrive(store, VOTE, minutes=10)
    together(store, Window())
    events, so_far = ({row[0] for row in kept(store, column)} for column in ("event_id", "thread_id"))
    assert len(events) == len(so_far) == 2


TITLES = [*BRIDGE, *VOTE, ALONE]


def partition(store: File) -> set[frozenset[str]]:
    """What a list of events shows: the titles of each with those it stands for."""
    every = stories.window(store, StoryFilter(), 0)
    said = {story.id: story.title for story in every}
    return {
        frozenset(said[each] for each in (story.id, *story.others))
        for story in stories.window(store, StoryFilter(events=True), 0)
    }


@settings(max_examples=15, deadline=None)
@given(
    st.permutations(TITLES),
    st.sets(st.integers(1, len(TITLES) - 1)),
    st.lists(st.none() | st.tuples(st.booleans(), st.sampled_from(TITLES), st.sampled_from(TITLES)), min_size=8),
    st.booleans(),
)
def test_whatever_comes_and_is_said_each_story_stands_once_and_a_persons_word_holds(
    empty_library: Path, order: list[str], cuts: set[int], said: list[tuple[bool, str, str] | None], fresh: bool
) -> None:
    """In any order, in any parts, by one process or another, with a word of a person's after each part."""
    apart: set[frozenset[str]] = set()
    joined: set[frozenset[str]] = set()
    window = Window()
    with TemporaryDirectory() as folder:
        shutil.copy(empty_library, f"{folder}/library.db")
        with File(Path(folder) / "library.db", clock=lambda: NOW) as store:
            for number, (start, end) in enumerate(pairwise([0, *sorted(cuts), len(TITLES)])):
                arrive(store, order[start:end], minutes=number * 5, first=start)
                window = Window() if fresh else window
                together(store, window)
                shown = partition(store)
                assert sorted(title for held in shown for title in held) == sorted(order[:end])
                assert shown == {
                    frozenset(title for title, each in ids_by_title(store).items() if each in group.members)
                    for group in window._events._groups.values()
                }
                assert not any(pair <= held for pair in apart for held in shown)
                assert all(any(pair <= held for held in shown) for pair in joined)
                known, ruling = ids_by_title(store), said[number]
                if ruling is None or not set(ruling[1:]) <= known.keys():
                    continue
                same, one, other = ruling
                if same:
                    done = rulings.same(store, [known[one], known[other]])
                else:
                    done = rulings.not_the_same(store, known[one])
                after = partition(store)
                if done:
                    actions.undo(store)
                    assert partition(store) == shown
                    actions.redo(store)
                    assert partition(store) == after
                if same and done:
                    (held,) = (held for held in after if one in held)
                    apart -= {frozenset(pair) for pair in combinations(held, 2)}
                    joined.add(frozenset({one, other}))
                elif done:
                    (held,) = (held for held in shown if one in held)
                    parted = {frozenset({one, each}) for each in held - {one}}
                    apart, joined = apart | parted, joined - parted
