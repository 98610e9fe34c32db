"""The front page: what counts as an outlet, what ranks before what, and what there is time for."""

from datetime import timedelta

import pytest

from tests.moments import at
from tests.storage.events_paper import ALONE, BRIDGE, VOTE, arrive, ids_by_title, together, two_events
from tests.storage.paper import NOW, offer
from tui.errors import AskError
from tui.jobs import Gathered
from tui.model import Article, Entry, StoryFilter
from tui.saved import Acts
from tui.storage import actions, front, marks, naming, ranking, refreshes, searches, sections, stories, texts
from tui.storage.file import File
from tui.storage.grouping import Window
from tui.storage.ranking import _Row, independent
from tui.storage.sql import put_setting


@pytest.fixture
def told(store: File) -> File:
    two_events(store)
    return store


def row(number: int, domain: str, *, copy_of: int = 0) -> _Row:
    return _Row(number, 1, 0, copy_of, 0, 0, domain, domain.partition(".")[0].title())


def test_what_most_outlets_tell_stands_first(told: File) -> None:
    found = front.page(told)
    assert [ranked.story.title for ranked in found] == [BRIDGE[3], VOTE[2], ALONE]
    assert [len(ranked.outlets) for ranked in found] == [4, 3, 1]
    assert [ranked.tellings for ranked in found] == [4, 3, 1]
    page = StoryFilter(front=True, events=True)
    assert [story.title for story in stories.window(told, page)] == [BRIDGE[3], VOTE[2], ALONE]
    assert [story.title for story in stories.window(told, page, 1, 1)] == [VOTE[2]]
    assert marks.mark_all_read(told, page, above=stories.order(told, page)[1]) == 4
    assert marks.mark_all_read(told, page) == 4


def test_what_is_followed_no_longer_is_nobody_on_the_front_page(told: File) -> None:
    sections.unfollow(told, [section.id for section in sections.sections(told) if section.site == "Paper 3"])
    found = {ranked.story.title: (ranked.outlets, ranked.tellings) for ranked in front.page(told)}
    assert BRIDGE[3] not in found
    assert found[BRIDGE[2]] == (("Paper 2", "Paper 1", "Paper 0"), 3)
    actions.undo(told)
    assert [len(ranked.outlets) for ranked in front.page(told)] == [4, 3, 1]


def test_what_is_old_sinks_and_leaves(told: File) -> None:
    later = at(told, NOW + timedelta(hours=20))
    arrive(later, ["Ferry runs aground off Muscat", "Muscat: ferry has run aground"], now=NOW + timedelta(hours=20))
    together(later, Window())
    assert front.page(later)[0].story.title.startswith("Muscat")
    assert not front.page(at(told, NOW + timedelta(hours=ranking.HOURS + 21)))


def test_an_owner_counts_once_and_so_does_an_agencys_text() -> None:
    rows = [row(1, "a.example"), row(2, "b.example"), row(3, "www.c.example"), row(4, "sport.c.example")]
    assert independent(rows, {}) == ("A", "B", "Www")
    assert independent(rows, {"a.example": "Press Group", "b.example": "Press Group"}) == ("Press Group", "Www")
    assert independent([row(1, "a.example"), row(2, "b.example", copy_of=1)], {}) == ("A",)
    assert independent([row(1, "a.example"), row(2, "b.example", copy_of=1), row(3, "b.example")], {}) == ("A",)
    assert independent([row(1, "a.example"), row(2, "b.example", copy_of=9), row(3, "c.example", copy_of=9)], {}) == (
        "A", "B",
    )  # fmt: skip


def test_a_publisher_counts_once_unless_a_person_knows_better() -> None:
    rows = [row(1, "a.example"), row(2, "b.example"), row(3, "www.c.example")]
    published = {"a.example": "press group", "c.example": "press group"}
    assert independent(rows, {}, published) == ("A", "B")
    assert independent(rows, {"c.example": "Ann Other"}, published) == ("A", "B", "Ann Other")


def test_a_publisher_is_known_once_a_page_has_named_it(told: File) -> None:
    known = ids_by_title(told)
    for number in (0, 1):
        read = Article(f"https://paper{number}.example/it", BRIDGE[number], (), publisher="The  Press GROUP")
        texts.keep_article(told, known[BRIDGE[number]], read)
    assert front.page(told)[0].outlets == ("Paper 3", "Paper 2", "Paper 1")
    elsewhere = Article("https://aggregator.example/it", BRIDGE[2], (), publisher="The Press Group")
    texts.keep_article(told, known[BRIDGE[2]], elsewhere)
    assert len(front.page(told)[0].outlets) == 3, "what another site's page says is nobody's word on this one"


def test_a_person_says_who_owns_what_and_what_weighs(told: File) -> None:
    ranking.own(told, "Press Group", ["paper0.example", "https://www.paper1.example/", "paper2.example"])
    assert [ranked.outlets for ranked in front.page(told)[:2]] == [("Paper 3", "Press Group"), ("Press Group",)]
    ranking.own(told, "Press Group", [])
    assert not ranking.owners(told)
    sections = [section.id for section in naming.find_sections(told, "Paper 4")]
    ranking.weigh(told, sections, 5)
    assert front.page(told)[0].story.title == ALONE
    ranking.weigh(told, sections, 0)
    assert ALONE not in [ranked.story.title for ranked in front.page(told)]
    ranking.weigh(told, sections, 1)
    assert not ranking.weights(told)
    with pytest.raises(AskError):
        ranking.weigh(told, sections, -1)


def test_who_owns_what_goes_by_domains(told: File) -> None:
    with pytest.raises(AskError, match="The Gazette is not a domain"):
        ranking.own(told, "Press", ["paper0.example", "The Gazette"])
    assert ranking.owners(told) == {}
    ranking.own(told, "Press", ["https://www.paper0.example/news"])
    assert ranking.owners(told) == {"Press": ("paper0.example",)}


def test_weights_and_owners_are_taken_back_and_given_again(told: File) -> None:
    (section,) = [section.id for section in naming.find_sections(told, "Paper 4")]
    ranking.weigh(told, [section], 5)
    ranking.weigh(told, [section], 0)
    ranking.weigh(told, [section], 0)  # changes nothing, and is no act
    ranking.own(told, "Press Group", ["paper0.example"])
    assert [(action.verb, action.what) for action in actions.history(told, 3)] == [
        ("own", "Press Group"), ("weigh", "News: 0"), ("weigh", "News: 5")
    ]  # fmt: skip
    actions.undo(told)
    assert not ranking.owners(told)
    actions.undo(told)
    assert ranking.weights(told) == {section: 5}
    actions.undo(told)
    assert not ranking.weights(told)
    for _ in range(3):
        actions.redo(told)
    assert ranking.weights(told) == {section: 0}
    assert ranking.owners(told) == {"Press Group": ("paper0.example",)}


def test_an_archive_without_dates_is_no_news(store: File) -> None:
    archive = tuple(Entry(title, f"https://old.example/{at}") for at, title in enumerate((ALONE, VOTE[0])))
    section = sections.follow(store, offer(("Old", archive), site="https://old.example", name="Old")).added[0].id
    arrive(store, BRIDGE[:1])
    together(store, Window())
    assert [ranked.story.title for ranked in front.page(store)] == BRIDGE[:1]
    later = at(store, NOW + timedelta(hours=1))
    new = Entry("A whale in the river", "https://old.example/9")
    refreshes.keep(later, Gathered(section, (new, *archive)))
    assert [ranked.story.title for ranked in front.page(later)] == [new.title, BRIDGE[0]]
    arrive(store, VOTE[1:2])  # told by another too: then it is news, and as old as that
    together(store, Window())
    found = {ranked.story.title: ranked for ranked in front.page(later)}
    assert [(len(each.outlets), each.hours) for each in found.values() if each.tellings == 2] == [(2, 2.0)]
    assert ALONE not in found


def test_a_mute_reaches_whole_events_where_it_is_to(told: File) -> None:
    searches.save(told, "Late-night", "headline:late-night", "mute")
    assert VOTE[2] in [ranked.story.title for ranked in front.page(told)]
    searches.save(told, "Late-night", "headline:late-night", "mute", Acts(event=True))
    listed = stories.window(told, StoryFilter(events=True))
    assert [story.title for story in listed] == [ALONE, BRIDGE[3]]
    assert [ranked.story.title for ranked in front.page(told)] == [BRIDGE[3], ALONE]
    assert len(stories.window(told, StoryFilter())) == 6, "in other lists it hides what it finds"
    actions.undo(told)
    assert len(stories.window(told, StoryFilter(events=True))) == 3


def test_what_is_read_or_muted_leaves_the_unread_front_page(told: File) -> None:
    known = ids_by_title(told)
    marks.mark(told, [known[title] for title in VOTE], read=True)
    assert VOTE[2] in [ranked.story.title for ranked in front.page(told)]
    assert VOTE[2] not in [ranked.story.title for ranked in front.page(told, unread=True)]
    searches.save(told, "Doha", "doha", "mute")
    assert [ranked.story.title for ranked in front.page(told, unread=True)] == [ALONE]


def test_of_what_nobody_else_tells_so_many_are_looked_at_the_newest_first(
    store: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(store, BRIDGE[:1], minutes=-50)
    arrive(store, VOTE[:1], minutes=-30)
    arrive(store, [ALONE], minutes=-10)
    for number, titles in ((3, [ALONE, VOTE[0], BRIDGE[0]]), (2, [ALONE, VOTE[0]]), (1, [ALONE])):
        monkeypatch.setattr(ranking, "_ALONE", number)
        assert [ranked.story.title for ranked in front.page(store)] == titles


def test_a_weight_is_a_number_from_0_to_100(told: File) -> None:
    (section,) = [section.id for section in naming.find_sections(told, "Paper 4")]
    for weight in (0, 100):
        ranking.weigh(told, [section], weight)
        assert ranking.weights(told) == {section: weight}
    with pytest.raises(AskError, match="from 0 to 100"):
        ranking.weigh(told, [section], 101)
    assert ranking.weight_of("2.5") == 2.5
    with pytest.raises(AskError, match="much is not a number"):
        ranking.weight_of("much")


def test_what_was_said_of_an_owner_is_said_back() -> None:
    assert (
        ranking.owned("Press Group", ["a.example", "b.example"]) == "Press Group owns a.example, b.example: one outlet"
    )
    assert ranking.owned("Press Group", []) == "Press Group owns nothing any more"


def test_what_no_person_said_of_weights_and_owners_is_nothing(store: File) -> None:
    with store.writing() as db:
        put_setting(db, "weights", "[1, 2]")
    assert ranking.weights(store) == {}
    assert ranking.owners(store) == {}


def test_of_several_sections_of_a_story_the_one_that_weighs_most_counts(store: File) -> None:
    both = (Entry(ALONE, "https://a.example/1", "1", published=NOW - timedelta(hours=1)),)
    sections.follow(store, offer(("World", both), ("Sport", both)))
    arrive(store, VOTE[:1])
    world, sport = (section.id for name in ("World", "Sport") for section in naming.find_sections(store, name))
    ranking.weigh(store, [world], 3)
    ranking.weigh(store, [sport], 2)
    assert {ranked.story.title: ranked.weight for ranked in front.page(store)} == {ALONE: 3, VOTE[0]: 1}


def test_the_telling_of_the_section_that_weighs_most_stands_for_an_event(told: File) -> None:
    ranking.weigh(told, [section.id for section in naming.find_sections(told, "Paper 1")], 2)
    first, *_ = front.page(told)
    assert (first.story.title, first.weight) == (BRIDGE[1], 2)


def test_no_copy_stands_for_an_event_that_an_original_tells(store: File) -> None:
    text = "<p>" + " ".join(f"word{number}" for number in range(120)) + "</p>"
    arrive(store, ["Pilots return to work", "Strike is over, says union"], content=text)
    together(store, Window())
    (ranked,) = front.page(store)
    assert (ranked.story.title, ranked.outlets, ranked.tellings) == ("Pilots return to work", ("Paper 0",), 2)


def rank(at: float, *outlets: str) -> float:
    """What an event scores at noon that these tell at such an hour."""
    rows = [
        ranking._Row(number, 1, int(at * 3600), 0, 0, 0, outlet, outlet) for number, outlet in enumerate(outlets, 1)
    ]
    return ranking._rank(rows, rows, 13 * 3600, outlets, {}).score


def test_five_at_breakfast_stand_over_one_at_lunch_and_under_three_then() -> None:
    assert rank(13, "a") < rank(7, *"abcde") < rank(13, *"abc")
    assert rank(0, "a") > 0


def test_what_is_dated_tomorrow_is_as_fresh_as_what_was_told_just_now() -> None:
    assert rank(24, "a") == rank(13, "a")


def test_of_two_that_weigh_the_same_the_later_one_stands_first(store: File) -> None:
    for title in (ALONE, VOTE[0], BRIDGE[0]):
        arrive(store, [title])
    assert [ranked.story.title for ranked in front.page(store)] == [BRIDGE[0], VOTE[0], ALONE]


def test_a_page_since_a_moment_has_what_was_told_since(told: File) -> None:
    begun = NOW - timedelta(hours=1)
    assert len(front.page(told, since=begun)) == 3
    assert [ranked.story.title for ranked in front.page(told, since=begun + timedelta(minutes=8))] == [VOTE[2]]
    later = at(told, NOW + timedelta(days=30))
    assert front.page(later) == ()
    assert len(front.page(later, since=begun)) == 3


def test_so_many_tellings_are_looked_at_the_newest_first(told: File, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "_LOOKED_AT", 3)
    assert {ranked.story.title: ranked.tellings for ranked in front.page(told)} == {VOTE[2]: 3, ALONE: 1}


def test_what_has_no_date_but_came_later_to_its_section_is_news(store: File) -> None:
    site = "https://old.example"
    first = (Entry(ALONE, f"{site}/1", published=NOW - timedelta(hours=9)),)
    section = sections.follow(store, offer(("Old", first), site=site, name="Old")).added[0].id
    hour = at(store, NOW + timedelta(hours=1))
    refreshes.keep(hour, Gathered(section, (Entry(VOTE[0], f"{site}/2"), *first)))
    assert [ranked.story.title for ranked in front.page(hour)] == [VOTE[0], ALONE]
    assert front.page(hour)[0].hours == 0


def test_the_front_page_in_order_is_each_event_with_all_who_tell_it(told: File) -> None:
    known = ids_by_title(told)
    marks.mark(told, [known[VOTE[2]]], read=True)
    told_in_order = [*BRIDGE[::-1], *VOTE[::-1], ALONE]
    with told.reading() as db:
        assert list(ranking.order(db, NOW)) == [known[title] for title in told_in_order]
        assert list(ranking.order(db, NOW, unread=True)) == [
            known[title] for title in told_in_order if title != VOTE[2]
        ]


def test_what_has_no_date_is_news_where_two_owners_tell_it(store: File) -> None:
    for number, title in enumerate(BRIDGE[:2]):
        site = f"https://old{number}.example"
        sections.follow(store, offer(("Old", (Entry(title, f"{site}/1"),)), site=site, name=f"Old {number}"))
    together(store, Window())
    assert [ranked.outlets for ranked in front.page(store)] == [("Old 1", "Old 0")]
    ranking.own(store, "Press Group", ["old0.example", "old1.example"])
    assert front.page(store) == ()


def test_the_first_of_a_front_page_are_those_of_all_and_most_events_need_no_closer_look(
    store: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_events(store)
    arrive(store, [f"{number}here {number}happens {number}now" for number in range(12)], minutes=-600)
    looked: list[int] = []

    def noted(rows: list[_Row], *others: dict[str, str]) -> tuple[str, ...]:
        looked.append(len(rows))
        return independent(rows, *others)

    monkeypatch.setattr(ranking, "independent", noted)
    for weight in (1, 3):
        ranking.weigh(store, [section.id for section in naming.find_sections(store, "Paper 7")], weight)
        whole = front.page(store, 0)
        assert len(whole) == 15
        for limit in (1, 3, 5, 30):
            looked.clear()
            assert front.page(store, limit) == whole[:limit]
            assert weight > 1 or len(looked) <= limit + 1
