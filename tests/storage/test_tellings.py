"""Lists in which each event stands once, and an event with all who tell it."""

import pytest

from tests.storage.events_paper import ALONE, BRIDGE, VOTE, arrive, ids_by_title, together
from tests.storage.paper import HOUR, NOW, titles
from tui.model import StoryFilter
from tui.saved import Acts
from tui.storage import actions, marks, rulings, searches, sections, stories, tellings
from tui.storage.file import File
from tui.storage.grouping import Window

EVENTS = StoryFilter(events=True)


@pytest.fixture
def told(store: File) -> File:
    arrive(store, [*BRIDGE, "Elephants tell human voices apart"])
    arrive(store, VOTE, minutes=10)
    together(store, Window())
    return store


def test_each_event_stands_once_under_its_newest_story(told: File) -> None:
    lines = stories.window(told, EVENTS)
    assert titles(lines) == [VOTE[2], "Elephants tell human voices apart", BRIDGE[3]]
    assert [len(story.others) for story in lines] == [2, 0, 3]
    assert lines[0].outlets == ("Paper 2", "Paper 1", "Paper 0")
    assert titles(stories.lines(told, lines[2].others)) == [BRIDGE[2], BRIDGE[1], BRIDGE[0]]
    assert len(stories.window(told, StoryFilter())) == 8


@pytest.mark.parametrize(("limit", "offset"), [(1, 0), (2, 0), (1, 1), (2, 2), (9, 0), (0, 1), (1, 5)])
def test_a_window_is_a_part_of_the_whole(told: File, limit: int, offset: int) -> None:
    whole = stories.order(told, EVENTS)
    part = [story.id for story in stories.window(told, EVENTS, limit, offset)]
    assert part == whole[offset : offset + limit if limit else None].tolist()


def test_the_first_unread_story_stands_for_its_event_among_the_unread(told: File) -> None:
    newest = stories.window(told, EVENTS)[2]
    marks.mark(told, [newest.id], read=True)
    assert titles(stories.window(told, StoryFilter(events=True, unread=True)))[2] == BRIDGE[2]


def test_a_whole_list_of_events_marked_read_is_all_its_stories(told: File) -> None:
    assert marks.mark_all_read(told, EVENTS) == 8


def test_above_and_below_are_the_rows_of_a_list_of_events_with_all_that_they_stand_for(told: File) -> None:
    arrive(told, ["Late vote: budget thrown out by parliament"], minutes=0, first=0, now=NOW - 2 * HOUR)
    together(told, Window())
    known = ids_by_title(told)
    assert stories.window(told, EVENTS)[0].others[-1] == known["Late vote: budget thrown out by parliament"]
    assert marks.mark_all_read(told, EVENTS, below=known[VOTE[2]]) == 5, "the oldest is of a row that stands above"
    actions.undo(told)
    assert marks.mark_all_read(told, EVENTS, above=known[ALONE]) == 4
    actions.undo(told)
    assert marks.mark_all_read(told, EVENTS, above=999) == 0


@pytest.mark.parametrize(("place", "above", "below"), [(2, 0, 7), (1, 1, 6), (0, 2, 5)])
def test_in_an_event_that_is_open_above_and_below_are_its_own_rows_too(
    told: File, place: int, above: int, below: int
) -> None:
    story_id = ids_by_title(told)[VOTE[place]]
    assert marks.mark_all_read(told, EVENTS, above=story_id, opened=True) == above
    assert marks.mark_all_read(told, EVENTS, below=story_id, opened=True) == below


def test_what_is_below_is_not_what_a_mute_hides_with_its_whole_event(told: File) -> None:
    searches.save(told, "Hurt", '"none hurt"', "mute", Acts(event=True))
    assert marks.mark_all_read(told, EVENTS, below=ids_by_title(told)[VOTE[2]]) == 1


def test_the_row_of_what_has_none_of_its_own_is_that_of_its_event(told: File) -> None:
    known = ids_by_title(told)
    order = stories.order(told, EVENTS)
    rows = tellings.rows_for(told, [known[VOTE[0]], known[BRIDGE[1]], known[BRIDGE[2]], known[ALONE], 999], order)
    assert titles(rows) == [VOTE[2], BRIDGE[3]]
    assert [len(row.others) for row in rows] == [2, 3]


def test_in_a_search_that_row_has_where_the_words_stand(told: File) -> None:
    arrive(told, ["Members explain"], minutes=30, content="<p>They want free ferries first.</p>", first=8)
    known = ids_by_title(told)
    rulings.same(told, [known["Members explain"], known[VOTE[0]]])
    (row,) = tellings.rows_for(told, [known[VOTE[0]]], stories.order(told, EVENTS), "ferries")
    assert row.title == "Members explain" and "ferries" in row.snippet


def test_what_a_mute_hides_stands_in_no_event(told: File) -> None:
    searches.save(told, "Hurt", '"none hurt"', "mute")
    assert [len(story.others) for story in stories.window(told, EVENTS)] == [2, 0, 2]


def test_who_tells_an_event_is_named_the_newest_first_whichever_came_first_into_the_library(store: File) -> None:
    for minutes, title in ((30, BRIDGE[0]), (20, BRIDGE[1]), (10, BRIDGE[2])):
        arrive(store, [title], minutes=minutes, first=minutes)
    together(store, Window())
    (line,) = stories.window(store, EVENTS)
    assert titles((line, *stories.lines(store, line.others))) == BRIDGE[:3]
    assert line.outlets == ("Paper 30", "Paper 20", "Paper 10")


def unfollow(store: File, title: str) -> int:
    """The section of a story is not followed any more; the story's id."""
    story_id = ids_by_title(store)[title]
    with store.reading() as db:
        section_ids = [row[0] for row in db.execute("SELECT section_id FROM standing WHERE story_id = ?", (story_id,))]
    sections.unfollow(store, section_ids)
    return story_id


def test_what_is_followed_no_longer_tells_nothing_until_it_is_followed_again(told: File) -> None:
    known = ids_by_title(told)
    gone = unfollow(told, BRIDGE[3])
    line = stories.window(told, EVENTS)[2]
    assert (line.title, len(line.others), line.outlets) == (BRIDGE[2], 2, ("Paper 2", "Paper 1", "Paper 0"))
    assert gone not in tellings.with_others(told, [line.id])
    event = tellings.event(told, line.id)
    assert event is not None and [each.story.title for each in event.tellings] == BRIDGE[2::-1]
    assert BRIDGE[3] not in [related.title for related in tellings.told_by(told, known[BRIDGE[0]])]
    actions.undo(told)
    assert stories.window(told, EVENTS)[2].outlets == ("Paper 3", "Paper 2", "Paper 1", "Paper 0")


def test_what_is_followed_no_longer_stands_alone_where_it_is_listed_and_says_who_else_tells_it(told: File) -> None:
    gone = unfollow(told, BRIDGE[3])
    marks.mark(told, [gone, ids_by_title(told)[BRIDGE[2]]], starred=True)
    starred = stories.window(told, StoryFilter(starred=True, events=True))
    assert [(line.title, len(line.others)) for line in starred] == [(BRIDGE[3], 0), (BRIDGE[2], 2)]
    event = tellings.event(told, gone)
    assert event is not None and [each.story.title for each in event.tellings] == BRIDGE[::-1]


def test_another_telling_is_never_similar_though_it_is_followed_no_longer(told: File) -> None:
    known = ids_by_title(told)
    assert stories.similar(told, known[BRIDGE[0]]) == ()
    for title in BRIDGE[1:]:
        unfollow(told, title)
    assert stories.similar(told, known[BRIDGE[0]]) == ()


def test_an_event_that_is_followed_no_longer_is_no_part_of_the_story_so_far(told: File) -> None:
    with told.writing() as db:
        db.execute("UPDATE tellings SET thread_id = 1")
    known = ids_by_title(told)
    event = tellings.event(told, known[VOTE[0]])
    assert event is not None and titles(event.before) == [BRIDGE[3]]
    for title in BRIDGE:
        unfollow(told, title)
    event = tellings.event(told, known[VOTE[0]])
    assert event is not None and event.before == ()


def test_an_event_is_explained(told: File) -> None:
    known = ids_by_title(told)
    event = tellings.event(told, known[BRIDGE[0]])
    assert event is not None
    assert [telling.story.title for telling in event.tellings] == BRIDGE[::-1]
    assert event.outlets == ("Paper 3", "Paper 2", "Paper 1", "Paper 0")
    assert {"Doha", "bridge", "harbour"} <= {word for telling in event.tellings for word in telling.why}
    assert tellings.event(told, known["Elephants tell human voices apart"]) is None
    assert tellings.event(told, 999) is None


def test_what_a_person_parted_is_named(told: File) -> None:
    known = ids_by_title(told)
    rulings.not_the_same(told, known[BRIDGE[0]])
    event = tellings.event(told, known[BRIDGE[0]])
    assert event is not None
    assert [telling.story.title for telling in event.tellings] == [BRIDGE[0]]
    assert titles(event.apart) == BRIDGE[:0:-1]


def test_there_are_events_where_several_stories_tell_one(store: File) -> None:
    assert not stories.counts(store).events
    arrive(store, [*VOTE[:2], ALONE])
    together(store, Window())
    before = stories.counts(store).events
    assert before
    rulings.not_the_same(store, ids_by_title(store)[VOTE[0]])  # both have a row still, and one a label below 0
    assert not stories.counts(store).events
    actions.undo(store)
    assert stories.counts(store).events > before, "who shows a list of events is to show it anew"


def test_who_else_tells_it_is_one_story_of_each_other_outlet(told: File) -> None:
    known = ids_by_title(told)
    others = tellings.told_by(told, known[BRIDGE[0]])
    assert [related.title for related in others] == [BRIDGE[3], BRIDGE[2], BRIDGE[1]]
    assert {related.heading for related in others} == {"Also told by"}
    assert [related.excerpt.partition(" · ")[0] for related in others] == ["Paper 3", "Paper 2", "Paper 1"]
    assert tellings.told_by(told, known["Elephants tell human voices apart"]) == ()


def test_what_is_done_with_an_event_is_done_with_all_who_tell_it(told: File) -> None:
    known = ids_by_title(told)
    alone = known["Elephants tell human voices apart"]
    reached = tellings.with_others(told, [known[BRIDGE[0]], alone, known[BRIDGE[1]]])
    assert reached[0] == known[BRIDGE[0]] and alone in reached
    assert set(reached) == {alone, *(known[title] for title in BRIDGE)} and len(reached) == 5


def test_the_events_of_many_stories_are_those_of_each(told: File) -> None:
    ids = list(ids_by_title(told).values())
    with told.reading() as db:
        few = tellings.events_of(db, ids)
        assert tellings.events_of(db, [*ids, *range(10_000, 20_000)]) == few
    assert len(few) == 7


def test_the_story_so_far_is_named_by_its_other_events_the_newest_first(told: File) -> None:
    arrive(told, ["Harbour pilots in Doha strike", "Rice dearer in Muscat"], minutes=20)
    known = ids_by_title(told)
    with told.writing() as db:  # as if grouping had found that all but the rice belong together
        for minutes, (title, event_id) in enumerate(
            {VOTE[0]: 1000, VOTE[1]: 1000, ALONE: 1001, "Harbour pilots in Doha strike": 1002, BRIDGE[0]: 1003}.items()
        ):
            db.execute(
                "INSERT OR REPLACE INTO tellings (id, event_id, thread_id, at) VALUES (?, ?, ?, ?)",
                (known[title], event_id, 1000, 60 * minutes),
            )
    so_far = ["Harbour pilots in Doha strike", ALONE, VOTE[1]]
    event = tellings.event(told, known[BRIDGE[0]])
    assert event is not None
    assert titles(event.before) == so_far
    leads_to = tellings.told_by(told, known[BRIDGE[0]])
    assert [(each.heading, each.title) for each in leads_to] == [("The story so far", title) for title in so_far]
    assert [each.story_id for each in leads_to] == [known[title] for title in so_far]
    assert leads_to[0].excerpt.startswith("Paper 0 · ")


def test_an_outlet_that_tells_it_again_is_named_once(store: File) -> None:
    arrive(store, BRIDGE[:3])
    arrive(store, BRIDGE[3:], minutes=30)  # by Paper 0, as the first
    together(store, Window())
    known = ids_by_title(store)
    (line,) = stories.window(store, EVENTS)
    assert line.title == BRIDGE[3]
    assert line.outlets == ("Paper 0", "Paper 2", "Paper 1")
    assert line.others == (known[BRIDGE[2]], known[BRIDGE[1]], known[BRIDGE[0]])
    assert [related.title for related in tellings.told_by(store, known[BRIDGE[0]])] == [BRIDGE[2], BRIDGE[1]]
    assert [related.title for related in tellings.told_by(store, known[BRIDGE[1]])] == [BRIDGE[3], BRIDGE[2]]


def test_what_two_tell_is_an_event(store: File) -> None:
    arrive(store, BRIDGE[:2])
    together(store, Window())
    (line,) = stories.window(store, EVENTS)
    assert line.outlets == ("Paper 1", "Paper 0")
    assert stories.counts(store).events


def test_a_copy_and_what_a_person_put_there_are_marked(store: File) -> None:
    text = "<p>" + " ".join(f"word{number}" for number in range(120)) + "</p>"
    arrive(store, ["Pilots return to work", "Strike is over, says union"], content=text)
    arrive(store, [ALONE, "Museum finds lost Vermeer in its cellar"], minutes=10)
    together(store, Window())
    known = ids_by_title(store)
    event = tellings.event(store, known["Pilots return to work"])
    assert event is not None
    assert [(each.copy_of, each.ruled) for each in event.tellings] == [
        (known["Pilots return to work"], False),
        (0, False),
    ]
    rulings.same(store, [known["Pilots return to work"], known[ALONE]])
    event = tellings.event(store, known[ALONE])
    assert event is not None
    assert {each.story.title: each.ruled for each in event.tellings} == {
        "Pilots return to work": True,
        "Strike is over, says union": False,
        ALONE: True,
    }


def test_what_a_person_parted_is_named_whichever_is_asked_for(told: File) -> None:
    known = ids_by_title(told)
    rulings.not_the_same(told, known[BRIDGE[0]])
    rulings.same(told, [known[BRIDGE[0]], known[ALONE]])
    parted = tellings.event(told, known[BRIDGE[1]])
    joined = tellings.event(told, known[BRIDGE[0]])
    assert parted is not None and joined is not None
    assert titles(parted.apart) == [BRIDGE[0]]
    assert [each.story.title for each in parted.tellings] == BRIDGE[:0:-1]
    assert titles(joined.apart) == BRIDGE[:0:-1]
    assert [each.story.title for each in joined.tellings] == [ALONE, BRIDGE[0]]


def test_what_is_muted_is_no_telling(told: File) -> None:
    searches.save(told, "Hurt", '"none hurt"', "mute")
    event = tellings.event(told, ids_by_title(told)[BRIDGE[0]])
    assert event is not None
    assert [each.story.title for each in event.tellings] == [BRIDGE[3], BRIDGE[1], BRIDGE[0]]
    reached = tellings.with_others(told, [event.tellings[0].story.id])
    assert titles(stories.lines(told, reached)) == [BRIDGE[3], BRIDGE[1], BRIDGE[0]]


def test_a_list_of_stories_is_no_list_of_events(told: File) -> None:
    with told.reading() as db:
        every = tellings.lines(db, list(tellings.order(db, StoryFilter(), NOW)))
    assert len(every) == 8
    assert not any(story.others or story.outlets for story in every)


def test_a_story_of_which_grouping_keeps_nothing_still_says_what_a_person_parted_it_from(told: File) -> None:
    story_id = ids_by_title(told)[BRIDGE[0]]
    rulings.not_the_same(told, story_id)
    with told.writing() as db:
        db.execute("DELETE FROM tellings WHERE id = ?", (story_id,))
    event = tellings.event(told, story_id)
    assert event is not None
    assert [(each.story.title, each.outlet) for each in event.tellings] == [(BRIDGE[0], "Paper 0")]
    assert titles(event.apart) == BRIDGE[:0:-1]
