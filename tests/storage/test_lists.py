"""Lists of all kinds: what is in them, and in which order; windows of a list are parts of the whole."""

from datetime import timedelta
from itertools import product
from typing import Any, Literal, get_args

import pytest

from tests.moments import at
from tests.storage.paper import EVERY, HOUR, NOW, article, entries, entry, follow, found, offer, titles
from tui.jobs import Gathered
from tui.model import Entry, Kind, Offer, SiteOffer, StoryFilter
from tui.storage import folders, guide, lists, marks, refreshes, searches, sections, stories, tags, texts, visibility
from tui.storage.file import File
from tui.values import replace

Order = Literal["date", "relevance", "oldest", "site", "section", "unread"]


@pytest.fixture
def file(store: File) -> File:
    sections.follow(store, offer(("World", entries(1, 30, 4)), ("Sport", entries(30, 5))))
    gazette = offer(("Arts", entries(2, 3, site="https://b.example")), site="https://b.example", name="A Gazette")
    sections.follow(store, gazette)
    return store


def listed(file: File, **given: Any) -> list[str]:
    return [title.removeprefix("Story ") for title in titles(stories.window(file, StoryFilter(**given), 0))]


def test_orders(file: File) -> None:
    marks.mark(file, [story.id for story in stories.window(file, StoryFilter()) if story.title == "Story 2"], read=True)
    expected: dict[Order, list[str]] = {
        "date": ["1", "2", "3", "4", "5", "30"],
        "oldest": ["30", "5", "4", "3", "2", "1"],
        "unread": ["1", "3", "4", "5", "30", "2"],
        "site": ["2", "3", "1", "4", "5", "30"],
        "section": ["1", "4", "30", "5", "2", "3"],
    }
    for order, wanted in expected.items():
        assert listed(file, order=order) == wanted, order
        assert listed(file, order=order, unread=True) == [each for each in wanted if each != "2"], order
        assert listed(file, order=order, site_id=1) == [each for each in wanted if each not in "23" or each == "30"], (
            order
        )


@pytest.mark.parametrize("order", ["date", "oldest", "unread", "site", "section"])
@pytest.mark.parametrize(
    "filter", [StoryFilter(), StoryFilter(site_id=1), StoryFilter(unread=True), StoryFilter(today=True)]
)
def test_a_window_is_a_part_of_the_whole(file: File, order: Order, filter: StoryFilter) -> None:
    wanted = replace(filter, order=order)
    whole = list(stories.order(file, wanted))
    assert [story.id for story in stories.window(file, wanted, 0)] == whole
    for limit in (1, 2, 5):
        for offset in (0, 1, 4):
            assert [story.id for story in stories.window(file, wanted, limit, offset)] == whole[offset : offset + limit]


def test_today_is_since_midnight(file: File) -> None:
    hours = NOW.astimezone().hour
    assert listed(file, today=True) == [each for each in ("1", "2", "3", "4", "5") if int(each) <= hours]
    assert stories.today(file) == len(listed(file, today=True))


def test_later_and_downloaded_are_lists(file: File) -> None:
    (first, *_) = stories.order(file, StoryFilter())
    assert marks.mark(file, [first], later=True) == 1
    texts.keep_article(file, first, article("https://a.example/1", "text"))
    assert listed(file, later=True) == listed(file, kept=True) == ["1"]
    assert (stories.counts(file).later, stories.counts(file).kept) == (1, 1)
    assert stories.window(file, StoryFilter(later=True))[0].later
    assert marks.mark(file, [first], later=False) == 1
    assert listed(file, later=True) == []


def test_a_muted_story_is_in_no_list_but_its_own(file: File) -> None:
    first, second, *_ = stories.order(file, StoryFilter())
    marks.mark(file, [first, second], starred=True, later=True)
    for each in (first, second):
        texts.keep_article(file, each, article("https://a.example/1", "text"))
    searches.save(file, "Two", '"Story 2"', "mute")
    for given in ({"starred": True}, {"later": True}, {"kept": True}):
        assert listed(file, **given) == listed(file, **given, unread=True) == ["1"], given
    assert "2" not in listed(file, unread=True)


def test_read_above_below_and_older_than(file: File) -> None:
    third = stories.order(file, StoryFilter())[2]
    assert marks.mark_all_read(file, StoryFilter(), above=third) == 2
    assert listed(file, unread=True) == ["3", "4", "5", "30"]
    assert marks.mark_all_read(file, StoryFilter(), before=NOW - timedelta(hours=20)) == 1
    assert listed(file, unread=True) == ["3", "4", "5"]
    assert marks.mark_all_read(file, StoryFilter(order="oldest"), below=third) == 0
    assert marks.mark_all_read(file, StoryFilter(), below=third) == 2
    assert listed(file, unread=True) == ["3"]
    assert marks.mark_all_read(file, StoryFilter(), below=99) == 0


def test_a_row_may_stand_for_others(file: File) -> None:
    first, second, third, *_ = stories.order(file, StoryFilter())
    with file.writing() as db:
        visibility.fold(db, first, [second, third])
    assert listed(file) == ["1", "4", "5", "30"]
    assert stories.window(file, StoryFilter())[0].others == tuple(sorted((second, third)))
    assert listed(file, site_id=2) == ["2", "3"]
    assert stories.counts(file).unread == 4
    with file.writing() as db:
        visibility.unfold(db, [second, third])
    assert listed(file) == ["1", "2", "3", "4", "5", "30"]


def test_lists_are_newest_first_by_publication_or_arrival(store: File) -> None:
    old, future, undated, also_undated = (
        entry(1, published=NOW - 10 * HOUR),
        entry(2, published=NOW + 10 * HOUR),
        entry(3, published=None),
        entry(4, published=None),
    )
    (section,) = follow(store, ("World", (old, future, undated, also_undated))).added
    refreshes.keep(
        at(store, NOW + HOUR), Gathered(section.id, (entry(5, published=NOW - HOUR), entry(6, published=None)))
    )
    expected = ["Story 6", "Story 2", "Story 3", "Story 4", "Story 5", "Story 1"]
    assert titles(stories.window(store, EVERY)) == expected
    assert titles(stories.window(store, StoryFilter(section_id=section.id))) == expected
    assert found(store, "story") == expected


def test_a_thousand_stories_of_one_moment_keep_their_order(store: File) -> None:
    many = tuple(entry(number, published=NOW) for number in range(1000))
    follow(store, ("World", many))
    assert titles(stories.window(store, EVERY, 0)) == [one.title for one in many]


def test_a_window_of_any_list_is_a_part_of_its_order(store: File) -> None:
    follow(store, ("World", entries(*range(0, 40))), ("Sport", entries(*range(20, 60))), ("Empty", ()))
    marks.mark(store, stories.order(store, EVERY)[::3], read=True)
    marks.mark(store, stories.order(store, EVERY)[::4], starred=True)
    for filter in (
        EVERY,
        StoryFilter(unread=True),
        StoryFilter(starred=True),
        StoryFilter(unread=True, starred=True),
        StoryFilter(section_id=1),
        StoryFilter(section_id=2, unread=True),
        StoryFilter(section_id=2, starred=True),
        StoryFilter(section_id=3),
        StoryFilter(site_id=1),
        StoryFilter(site_id=1, unread=True),
        StoryFilter(site_id=1, starred=True, unread=True),
        StoryFilter(site_id=9),
        StoryFilter(news=True),
        StoryFilter(guide=True),
        StoryFilter(words="story", site_id=1),
        StoryFilter(words="story is:unread"),
        StoryFilter(words="is:starred", section_id=2),
    ):
        order = stories.order(store, filter)
        assert len(set(order)) == len(order)
        assert [one.id for one in stories.window(store, filter, 7, 5)] == list(order[5:12])
        assert list(stories.order(store, filter, 9)) == list(order[:9])
        listed = stories.lines(store, order)
        assert [one.id for one in listed] == list(order)
        assert all(one.starred for one in listed if filter.starred)
        assert not any(one.read for one in listed if filter.unread)
    assert [one.id for one in stories.lines(store, [5, 99, 3])] == [5, 3]


@pytest.mark.parametrize("order", ["site", "section"])
def test_in_groups_too_a_list_of_all_is_without_the_guide(file: File, order: Order) -> None:
    page = Entry("Every key", "guide:/start/keys", "keys")
    guide.take(
        file, SiteOffer("The Guide", "guide:/", (Offer("First Steps", "guide:/start", entries=(page,)),)), (), "1"
    )
    assert listed(file, guide=True) == ["Every key"]
    assert "Every key" not in listed(file, order=order, news=True)
    assert sorted(listed(file, order=order, news=True)) == ["1", "2", "3", "30", "4", "5"]


def test_only_what_shares_several_words_is_similar(store: File) -> None:
    titles = (
        "Harbour crane collapses in Doha",
        "Doha harbour closed after crane falls",
        "Crane seen over the moor",
        "A day in Doha",
    )
    follow(store, ("World", tuple(entry(number, title=title) for number, title in enumerate(titles, 1))))
    first, second, *_ = stories.order(store, StoryFilter())
    with store.reading() as db:
        assert lists.similar(db, first, 9) == [second]
        assert lists.similar(db, 999, 9) == []


def test_the_guide_is_not_followed(store: File) -> None:
    page = Entry("Welcome", "guide:/start/welcome")
    guide.take(
        store,
        SiteOffer("The Guide", "guide:/", (Offer("First Steps", "guide:/start", Kind.GUIDE, entries=(page,)),)),
        (),
        "1",
    )
    with store.reading() as db:
        assert not lists.follows(db)
    follow(store, ("World", entries(1)))
    with store.reading() as db:
        assert lists.follows(db)
    sections.unfollow(store, [section.id for section in sections.sections(store)])
    with store.reading() as db:
        assert not lists.follows(db)


def test_a_word_that_a_twentieth_of_all_stories_have_makes_none_similar(
    store: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "RANKED", 40)
    titles = (
        "Harbour crane falls",
        "Harbour crane rises",
        "Harbour crane bought",
        "Lighthouse keeper sings",
        "Lighthouse keeper dances",
    )
    follow(store, ("World", tuple(entry(number, title=title) for number, title in enumerate(titles, 1))))
    first, *_, singing, dancing = stories.order(store, StoryFilter())
    with store.reading() as db:
        assert lists.similar(db, first, 9) == []
        assert lists.similar(db, singing, 9) == [dancing]


def test_two_sections_of_one_name_are_named_once(store: File) -> None:
    follow(store, ("World", entries(1)))
    sections.follow(store, offer(("World", entries(1)), site="https://b.example", name="The Post"))
    (line,) = stories.window(store, EVERY)
    assert line.sections == ("World",)


@pytest.mark.parametrize("name", ["starred", "later", "kept", "front", "guide"])
def test_a_list_of_what_was_put_aside_is_not_everywhere(file: File, name: str) -> None:
    aside = replace(StoryFilter(), **{name: True})
    assert not lists.everywhere(aside)
    with file.reading() as db:
        assert lists.meant(db, aside) == aside


@pytest.mark.parametrize("given", [{}, {"unread": True}, {"today": True}, {"order": "oldest"}, {"events": True}])
def test_all_unread_and_today_are_news_once_something_is_followed(file: File, given: dict[str, Any]) -> None:
    wanted = StoryFilter(**given)
    assert lists.everywhere(wanted)
    with file.reading() as db:
        assert lists.meant(db, wanted) == replace(wanted, news=True)
        searched = replace(wanted, words="story")
        assert lists.meant(db, searched) == searched


@pytest.mark.parametrize("name", ["section_id", "site_id", "folder_id", "tag_id"])
def test_a_list_of_some_sections_is_not_everywhere(name: str) -> None:
    assert not lists.everywhere(replace(StoryFilter(), **{name: 7}))
    assert not lists.everywhere(StoryFilter(ids=(7,)))


@pytest.mark.parametrize("given", [{}, {"front": True}, {"ids": (5, 99, 3, 1, 4)}, {"site_id": 1}, {"starred": True}])
@pytest.mark.parametrize("unread", [False, True])
def test_a_window_of_a_list_whose_order_is_its_own_is_a_part_of_it(
    file: File, given: dict[str, Any], unread: bool
) -> None:
    marks.mark(file, stories.order(file, EVERY)[:4], starred=True)
    marks.mark(file, stories.order(file, EVERY)[1:3], read=True)
    with file.reading() as db:
        wanted = StoryFilter(**given, unread=unread)
        whole = list(lists.order(db, wanted, NOW))
        assert len(whole) > 2 or unread
        for limit, offset in ((1, 0), (2, 1), (9, 2)):
            assert list(lists.order(db, wanted, NOW, limit, offset)) == whole[offset : offset + limit]
        assert list(lists.order(db, wanted, NOW, 0, 1)) == whole[1:]


def test_a_list_of_given_stories_keeps_their_order_without_those_that_are_gone_or_read(file: File) -> None:
    with file.reading() as db:
        assert list(lists.order(db, StoryFilter(ids=(5, 99, 3, 1)), NOW)) == [5, 3, 1]
    marks.mark(file, [3], read=True)
    with file.reading() as db:
        assert list(lists.order(db, StoryFilter(ids=(5, 99, 3, 1), unread=True), NOW)) == [5, 1]


def test_what_was_put_aside_is_listed_of_a_site_of_today_and_as_far_as_it_is_unread(file: File) -> None:
    marks.mark(file, stories.order(file, EVERY), starred=True, later=True)
    first = stories.order(file, EVERY)[0]
    marks.mark(file, [first], read=True)
    tags.tag(file, [first], "ports")
    hours = NOW.astimezone().hour
    assert listed(file, starred=True, site_id=1) == ["1", "4", "5", "30"]
    assert listed(file, starred=True, site_id=1, unread=True) == ["4", "5", "30"]
    assert listed(file, later=True, site_id=1, order="oldest") == ["30", "5", "4", "1"]
    today = [each for each in ("1", "4", "5") if int(each) <= hours]
    assert listed(file, starred=True, site_id=1, today=True) == listed(file, site_id=1, today=True) == today
    assert listed(file, starred=True, tag_id=1) == listed(file, tag_id=1, site_id=1) == ["1"]
    assert listed(file, tag_id=1, unread=True) == listed(file, tag_id=2) == listed(file, tag_id=1, site_id=2) == []


@pytest.mark.parametrize("many", [1, 400])
@pytest.mark.parametrize("unread", [False, True])
def test_a_story_of_several_sections_is_listed_once_however_many_they_are(
    file: File, monkeypatch: pytest.MonkeyPatch, many: int, unread: bool
) -> None:
    monkeypatch.setattr(lists, "MANY", many)
    assert listed(file, site_id=1, unread=unread) == ["1", "4", "5", "30"]
    assert listed(file, site_id=1, unread=unread, order="oldest") == ["30", "5", "4", "1"]
    for order in ("date", "oldest"):
        wanted = StoryFilter(site_id=1, unread=unread, order=order)
        whole = list(stories.order(file, wanted))
        assert [story.id for story in stories.window(file, wanted, 2, 1)] == whole[1:3]


def test_a_folded_story_is_in_no_window_of_all_and_in_those_of_its_site(file: File) -> None:
    first, second, *_ = stories.order(file, EVERY)
    with file.writing() as db:
        visibility.fold(db, first, [second])
    assert listed(file) == ["1", "3", "4", "5", "30"]
    assert titles(stories.window(file, EVERY, 2)) == ["Story 1", "Story 3"]
    assert listed(file, unread=True) == listed(file)


def test_the_guide_is_not_among_what_was_downloaded(file: File) -> None:
    page = Entry("Every key", "guide:/start/keys", "keys")
    guide.take(
        file,
        SiteOffer("The Guide", "guide:/", (Offer("First Steps", "guide:/start", entries=(page,)),)),
        (article("guide:/start/keys", "text"),),
        "1",
    )
    texts.keep_article(file, stories.order(file, EVERY)[0], article("https://a.example/1", "text"))
    assert listed(file, kept=True) == ["1"]
    assert "Every key" in listed(file, words="is:downloaded | key")


@pytest.mark.parametrize("order", ["site", "section"])
def test_what_stands_in_no_section_comes_last_in_groups(file: File, order: Order) -> None:
    texts.keep_article(file, "https://c.example/x", article("https://c.example/x", "text", headline="Alone"))
    assert listed(file, order=order)[-1] == listed(file)[0] == "Alone"
    assert "Alone" not in listed(file, order=order, site_id=1)
    folders.put(file, [2, 3], folders.new(file, "Some"))
    assert listed(file, order=order, section_id=2) == ["5", "30"]
    assert listed(file, order=order, folder_id=1) == (
        ["2", "3", "5", "30"] if order == "site" else ["5", "30", "2", "3"]
    )


@pytest.mark.parametrize("order", get_args(Order))
def test_an_empty_folder_holds_nothing_however_it_is_asked(file: File, order: Order) -> None:
    wanted = StoryFilter(folder_id=folders.new(file, "Empty"), order=order)
    for unread, today in product((False, True), repeat=2):
        for limit in (0, 20):
            asked = replace(wanted, unread=unread, today=today)
            with file.reading() as db:
                assert list(lists.order(db, asked, NOW, limit)) == []
            assert stories.window(file, replace(asked, events=True), limit) == ()
    assert marks.mark_all_read(file, wanted) == 0


def test_a_story_is_shown_under_the_section_of_its_own_site(store: File) -> None:
    same = entries(1)
    sections.follow(store, offer(("World", same)))
    sections.follow(store, offer(("Links", same), ("More", same), site="https://b.example", name="A Post"))
    (line,) = stories.window(store, EVERY)
    assert (line.site, line.section, line.sections) == ("The Paper", "World", ("World", "Links", "More"))


def test_a_story_is_shown_with_what_a_person_put_on_it(file: File) -> None:
    first, second, *others = stories.order(file, EVERY)
    tags.tag(file, [first], "zebra")
    tags.tag(file, [first], "Apple")
    tags.keep_note(file, second, "look again")
    searches.save(file, "Numbers", '"Story 2"', "highlight")
    texts.keep_article(file, first, article("https://a.example/1", "text"))
    shown = stories.lines(file, [second, first, others[0]])
    assert [line.tags for line in shown] == [(), ("Apple", "zebra"), ()]
    assert [line.noted for line in shown] == [True, False, False]
    assert [line.highlights for line in shown] == [("Numbers",), (), ()]
    assert [line.kept for line in shown] == [False, True, False]
    assert not any(line.read or line.starred or line.later or line.queued or line.updated for line in shown)


def test_lines_are_the_same_however_many_are_asked_at_once(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = list(stories.order(file, EVERY))
    tags.tag(file, ids[::2], "ports")
    searches.save(file, "Numbers", "story", "highlight")
    whole = stories.lines(file, ids, "story")
    monkeypatch.setattr(lists, "MANY", 2)
    assert stories.lines(file, ids, "story") == whole
    assert [line.id for line in whole] == ids


def test_where_a_search_found_its_words_is_shown_unless_the_headline_says_so(store: File) -> None:
    follow(
        store, ("World", (entry(1, title="Harbour closed", summary="Harbour closed"), entry(2, summary="A harbour.")))
    )
    assert {line.title: line.snippet for line in stories.window(store, StoryFilter(words="harbour"))} == {
        "Harbour closed": "",
        "Story 2": "A \x02harbour\x03.",
    }


def test_of_similar_stories_those_that_share_more_come_first_and_then_those_nearer_in_time(store: File) -> None:
    same = "Harbour crane collapses"
    told = (
        entry(1, title=f"{same} in Doha"),
        entry(2, title=same, published=NOW - timedelta(days=200)),
        entry(3, title=same, published=NOW - timedelta(days=2)),
        entry(4, title=f"{same} in Doha port"),
        entry(5, title="Lighthouse keeper sings"),
    )
    follow(store, ("World", told))
    ids = {story.url[-1]: story.id for story in stories.window(store, EVERY)}
    with store.reading() as db:
        similar = lists.similar(db, ids["1"], 9)
        assert similar == [ids["4"], ids["3"], ids["2"]]
        assert lists.similar(db, ids["1"], 1) == similar[:1]


def test_pages_of_the_guide_are_similar_to_each_other_alone(store: File) -> None:
    pages = tuple(Entry(f"Move keys quickly {n}", f"guide:/start/{n}", f"g{n}") for n in range(2))
    guide.take(
        store,
        SiteOffer("The Guide", "guide:/", (Offer("First Steps", "guide:/start", Kind.GUIDE, entries=pages),)),
        (),
        "1",
    )
    follow(store, ("World", (entry(1, title="Move keys quickly"), entry(2, title="Move keys quickly again"))))
    guided = stories.order(store, StoryFilter(guide=True))
    followed = stories.order(store, StoryFilter(site_id=2))
    with store.reading() as db:
        assert lists.similar(db, guided[0], 9) == [guided[1]]
        assert lists.similar(db, followed[0], 9) == [followed[1]]
