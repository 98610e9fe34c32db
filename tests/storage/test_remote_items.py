"""The stories of an account on both sides: which is which, and whose mark is the newer one."""

from datetime import timedelta

import pytest

from tests.moments import at
from tests.storage.paper import NOW
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.remote import RemoteFeed, RemoteItem
from tui.storage import accounts, actions, marks, remote_feeds, remote_items, retention, sections, stories, tags
from tui.storage.file import File
from tui.storage.remote_items import Change, ToMark

SEA = "https://sea.example/feed"
READ, STARRED = 1, 2


def item(number: int, *, read: bool = False, starred: bool = False, feed: str = "feed/1", name: str = "") -> RemoteItem:
    name = name or f"story-{number}"
    entry = Entry(f"Title of {name}", f"https://sea.example/{name}", content="<p>Words.</p>", published=NOW)
    return RemoteItem(number, feed, entry, number, read, starred)


@pytest.fixture
def account(store: File) -> int:
    made = accounts.add(store, "Home", "https://rss.example", "reader")
    sections.follow(store, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", SEA),)))
    remote_feeds.settle(store, made.id, [RemoteFeed("feed/1", SEA, "Sea")])
    return made.id


def shown(store: File, number: int) -> tuple[bool, bool]:
    found = stories.story(store, f"https://sea.example/story-{number}")
    assert found is not None
    return found.read, found.starred


def mark(store: File, number: int, **given: bool) -> None:
    found = stories.story(store, f"https://sea.example/story-{number}")
    assert found is not None
    marks.mark(store, [found.id], **given)


def test_items_become_stories_once(store: File, account: int) -> None:
    assert remote_items.unknown(store, account, (3, 2, 1)) == [3, 2, 1]
    assert remote_items.take(store, account, [item(1), item(2, read=True), item(3, starred=True)]) == 3
    assert remote_items.unknown(store, account, (4, 3, 2, 1)) == [4]
    assert [shown(store, number) for number in (1, 2, 3)] == [(False, False), (True, False), (False, True)]
    assert remote_items.take(store, account, [item(9, name="story-1", read=True)]) == 0  # another id of the same story
    assert shown(store, 1) == (True, False)
    assert remote_items.to_mark(store, account) == (ToMark(READ, True, (1,)),)


def test_an_item_of_a_feed_that_is_not_followed_is_no_story(store: File, account: int) -> None:
    assert remote_items.take(store, account, [item(1, feed="feed/9", starred=True)]) == 0
    assert stories.window(store, StoryFilter()) == ()
    assert remote_items.changes(store, account, (), ()) == ()


def test_a_change_elsewhere_is_taken_over_and_one_here_is_sent(store: File, account: int) -> None:
    remote_items.take(store, account, [item(number) for number in range(1, 6)])
    mark(store, 1, read=True)
    mark(store, 2, starred=True)
    changes = remote_items.changes(store, account, (1, 2, 4, 5), (4,))
    assert changes == (Change(4, STARRED), Change(3, READ))
    assert remote_items.agree(store, account, {4: STARRED, 3: READ}) == 2
    assert [shown(store, number) for number in range(1, 6)] == [
        (True, False),
        (False, True),
        (True, False),
        (False, True),
        (False, False),
    ]
    assert remote_items.to_mark(store, account) == (ToMark(READ, True, (1,)), ToMark(STARRED, True, (2,)))
    assert remote_items.changes(store, account, (2, 4, 5), (2, 4)) == ()
    assert remote_items.to_mark(store, account) == ()


def test_a_mark_that_was_taken_back_here_is_newer_than_the_servers(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1)])
    mark(store, 1, read=True)
    actions.undo(store)
    remote_items.agree(store, account, {1: READ})
    assert shown(store, 1) == (False, False)
    assert remote_items.to_mark(store, account) == (ToMark(READ, False, (1,)),)
    later = at(store, NOW + timedelta(seconds=10))
    remote_items.settled(later, account, int(NOW.timestamp()) + 5)  # still to be sent: it stays the newer one
    remote_items.agree(store, account, {1: READ | STARRED})
    assert shown(store, 1) == (False, True)
    remote_items.changes(store, account, (1,), (1,))
    remote_items.settled(later, account, int(NOW.timestamp()) + 5)
    remote_items.agree(store, account, {1: READ | STARRED})
    assert shown(store, 1) == (True, True)


def test_a_mark_that_goes_there_is_taken_back_unless_the_server_was_restored(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1, read=True), item(2, read=True)])
    assert remote_items.changes(store, account, (1, 2), ()) == (Change(2, 0, True), Change(1, 0, True))
    remote_items.agree(store, account, {1: 0})
    remote_items.agree(store, account, {2: 0}, restored=True)
    assert [shown(store, 1), shown(store, 2)] == [(False, False), (True, False)]
    assert remote_items.to_mark(store, account) == (ToMark(READ, True, (2,)),)


def test_the_newest_are_known_by_what_they_said(store: File, account: int) -> None:
    items = [item(number) for number in range(1, 6)]
    remote_items.take(store, account, items)
    assert list(remote_items.newest(store, account, most=2)) == [5, 4]
    assert list(remote_items.newest(store, account, below=4, most=2)) == [3, 2]
    assert remote_items.known(store, account, [5, 9]) == {5: remote_items.said(items[4].entry)}
    remote_items.forget(store, account, [5])
    assert remote_items.unknown(store, account, [5]) == [5]
    assert shown(store, 5) == (False, False)


def test_a_feed_is_marked_whole_as_far_as_nothing_unread_is_passed_over(store: File, account: int) -> None:
    remote_items.take(store, account, [item(number) for number in range(1, 8)])

    def whole(wanted: tuple[int, ...], unread: tuple[int, ...]) -> dict[str, tuple[int, tuple[int, ...]]]:
        return remote_items.whole_feeds(store, account, wanted, unread, least=3)

    assert whole((1, 2, 3, 4), (1, 2, 3, 4, 5, 6)) == {"feed/1": (4, (1, 2, 3, 4))}
    assert whole((2, 3, 4, 5), (1, 2, 3, 4, 5)) == {}  # 1 is to stay unread
    assert whole((2, 3, 4, 6), (2, 3, 4, 5, 6)) == {"feed/1": (4, (2, 3, 4))}
    assert whole((1, 2), (1, 2, 3)) == {}
    assert whole((1, 2, 3), (1, 2, 3, 99)) == {}  # nobody knows which feed 99 is in


def test_a_server_that_counts_in_seconds_marks_nothing_of_the_same_second(store: File, account: int) -> None:
    second = 1_000_000
    items = [RemoteItem(number, "feed/1", item(number).entry, place * second) for number, place in
             ((1, 10), (2, 20), (3, 30), (4, 31), (5, 40))]  # fmt: skip
    remote_items.take(store, account, items)
    found = remote_items.whole_feeds(store, account, (1, 2, 3), (1, 2, 3, 4, 5), least=2)
    assert found == {"feed/1": (20 * second, (1, 2))}


def test_a_story_that_was_tidied_away_is_not_taken_in_again(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1, read=True)])
    later = at(store, NOW + timedelta(days=400))
    retention.tidy(later, retention.plan(later))
    assert stories.window(store, StoryFilter()) == ()
    assert remote_items.unknown(store, account, [1]) == []
    assert remote_items.changes(store, account, (1,), ()) == ()


def test_tags_go_both_ways(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1), item(2)])
    assert remote_items.label_changes(store, account, "Harbour", (2, 9)) == ((2,), ())
    remote_items.agree_on_label(store, account, "Harbour", (2,), ())
    assert [each.name for each in tags.every(store)] == ["Harbour"]
    assert remote_items.to_label(store, account) == ()
    first = stories.story(store, "https://sea.example/story-1")
    assert first is not None
    tags.tag(store, [first.id], "harbour")
    assert remote_items.to_label(store, account) == (("Harbour", True, (1,)),)
    remote_items.agree_on_label(store, account, "Harbour", (1,), ())
    tags.untag(store, [first.id], "harbour")
    assert remote_items.to_label(store, account) == (("Harbour", False, (1,)),)
    remote_items.agree_on_label(store, account, "Harbour", (), (1, 2))
    assert (tags.every(store), remote_items.labels(store, account)) == ((), ())


def test_what_is_said_of_items_that_are_no_story_here_changes_none(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1), item(2, feed="feed/9")])
    assert remote_items.agree(store, account, {99: READ, 2: READ | STARRED}) == 0
    remote_items.agree_on_label(store, account, "Harbour", (2, 99), ())
    assert (tags.every(store), shown(store, 1)) == ((), (False, False))


def test_an_item_is_told_by_its_address_or_where_it_has_none_by_its_title() -> None:
    address = "https://sea.example/tides"
    assert remote_items.said(Entry("Tides", address)) == remote_items.said(Entry("Low tide", f"{address}?utm_source=x"))
    assert remote_items.said(Entry("Tides", "")) != remote_items.said(Entry("Low tide", ""))
    assert all(-(2**63) <= remote_items.said(Entry(f"Tide {n}", "")) < 2**63 for n in range(50))


def test_stories_of_a_server_are_on_offer_there_alone(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1), item(2)])
    with store.reading() as db:
        assert db.execute("SELECT DISTINCT position FROM standing").fetchall() == [(-1,)]


def test_a_mark_made_here_before_its_item_came_is_newer_than_the_servers(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1), item(2)])
    mark(store, 1, starred=True)
    mark(store, 1, starred=False)
    remote_items.take(store, account, [item(1, read=True, starred=True), item(2, read=True, starred=True)])
    assert (shown(store, 1), shown(store, 2)) == ((True, False), (True, True))


@pytest.mark.parametrize(("days", "starred"), [(30, False), (31, True)])
def test_a_mark_on_a_story_that_the_server_never_had_waits_a_month_for_it(
    store: File, account: int, days: int, starred: bool
) -> None:
    remote_items.take(store, account, [item(1)])
    remote_items.forget(store, account, [1])
    mark(store, 1, starred=True)
    mark(store, 1, starred=False)
    remote_items.settled(store, account, int((NOW + timedelta(days=days)).timestamp()))
    remote_items.take(store, account, [item(1, starred=True)])
    assert shown(store, 1) == (False, starred)


def test_only_what_was_marked_before_the_server_was_asked_is_settled(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1)])
    mark(store, 1, read=True)
    remote_items.changes(store, account, (), ())  # it is read there as well
    for seconds, read in ((0, True), (1, False)):
        remote_items.settled(store, account, int(NOW.timestamp()) + seconds)
        remote_items.agree(store, account, {1: 0})
        assert shown(store, 1) == (read, False), seconds
        remote_items.agree(store, account, {1: READ})


def test_the_newest_are_those_of_feeds_that_are_followed(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1), item(2, feed="feed/9")])
    assert list(remote_items.newest(store, account)) == [1]
    assert list(remote_items.newest(store, account, below=1)) == []


def test_the_server_is_told_of_every_mark_that_was_made_or_taken_back_here(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1), item(2, read=True), item(3), item(4, starred=True), item(5)])
    mark(store, 1, read=True)
    mark(store, 2, read=False)
    mark(store, 3, starred=True)
    mark(store, 4, starred=False)
    assert remote_items.to_mark(store, account) == (
        ToMark(READ, True, (1,)),
        ToMark(READ, False, (2,)),
        ToMark(STARRED, True, (3,)),
        ToMark(STARRED, False, (4,)),
    )


def test_feeds_are_marked_whole_each_for_itself(store: File, account: int) -> None:
    hills = "https://hills.example/feed"
    sections.follow(store, SiteOffer("Hills", "https://hills.example/", (Offer("Hills", hills),)))
    remote_feeds.settle(store, account, [RemoteFeed("feed/1", SEA, "Sea"), RemoteFeed("feed/2", hills, "Hills")])
    remote_items.take(store, account, [item(1), item(2), item(3, feed="feed/2"), item(4, feed="feed/2")])
    found = remote_items.whole_feeds(store, account, (1, 2, 3), (1, 2, 3, 4), least=2)
    assert found == {"feed/1": (2, (1, 2))}
    assert remote_items.whole_feeds(store, account, (1, 2, 3), (1, 2, 3, 4), least=1)["feed/2"] == (3, (3,))


@pytest.mark.parametrize(("places", "end"), [((10, 20, 22), 2), ((10, 20, 21.999_999), 1), ((10, 20, 20), 1)])
def test_what_is_not_to_be_read_is_two_seconds_later_at_least(
    store: File, account: int, places: tuple[float, ...], end: int
) -> None:
    items = [
        RemoteItem(number, "feed/1", item(number).entry, round(place * 1_000_000))
        for number, place in enumerate(places, 1)
    ]
    remote_items.take(store, account, items)
    found = remote_items.whole_feeds(store, account, (1, 2), (1, 2, 3), least=1)
    assert found == {"feed/1": (items[end - 1].stamp, (1, 2)[:end])}


def test_a_feed_whose_items_have_no_moment_is_not_marked_whole(store: File, account: int) -> None:
    remote_items.take(store, account, [RemoteItem(number, "feed/1", item(number).entry, 0) for number in (1, 2)])
    assert remote_items.whole_feeds(store, account, (1, 2), (1, 2), least=1) == {}


def test_what_both_sides_marked_alike_is_no_change(store: File, account: int) -> None:
    remote_items.take(store, account, [item(1), item(2), item(3, feed="feed/9")])
    mark(store, 1, read=True, starred=True)
    assert remote_items.changes(store, account, (2, 3), (1,)) == ()
    assert remote_items.to_mark(store, account) == ()


def test_labels_that_both_sides_have_are_told_once_and_a_restored_server_takes_none_off(
    store: File, account: int
) -> None:
    remote_items.take(store, account, [item(1), item(2)])
    remote_items.agree_on_label(store, account, "Harbour", (1, 2), ())
    assert remote_items.labels(store, account) == ("Harbour",)
    assert remote_items.label_changes(store, account, "Harbour", (2,)) == ((), (1,))
    remote_items.agree_on_label(store, account, "Harbour", (), (1,), restored=True)
    assert [each.stories for each in tags.every(store)] == [2]
    assert remote_items.to_label(store, account) == (("Harbour", True, (1,)),)
    remote_items.forget(store, account, [2])
    assert remote_items.labels(store, account) == ()
