"""Accounts: taken up and let go, asked in turn, and how they fare."""

from datetime import timedelta

import pytest

from tests.moments import at
from tests.storage.paper import NOW, is_durable
from tui.errors import AskError
from tui.jobs import Failure
from tui.model import Entry, Offer, SiteOffer
from tui.remote import RemoteFeed, RemoteItem
from tui.storage import accounts, marks, refreshes, remote_feeds, remote_items, sections
from tui.storage.file import File

URL = "https://rss.example/api/greader.php"
FEED = "https://sea.example/feed"


def test_an_account_is_found_by_its_name_address_or_user(store: File) -> None:
    home = accounts.add(store, " Home ", URL, "reader")
    assert (home.name, home.url, home.user, home.labels, home.whole) == ("Home", URL, "reader", None, False)
    for name in ("home", URL + "/", "READER"):
        assert accounts.find(store, name) == home
    accounts.add(store, "Work", URL, "worker")
    assert accounts.find(store, "work").user == "worker"
    with pytest.raises(AskError, match="several accounts"):
        accounts.find(store, URL)
    with pytest.raises(AskError, match="accounts: Home, Work"):
        accounts.find(store, "nowhere")


def test_two_accounts_have_two_names_and_two_users(store: File) -> None:
    accounts.add(store, "Home", URL, "reader")
    with pytest.raises(AskError, match="is there already"):
        accounts.add(store, "Other", URL, "reader")
    with pytest.raises(AskError, match="already an account called HOME"):
        accounts.add(store, "HOME", URL, "other")
    with pytest.raises(AskError, match="needs a name"):
        accounts.add(store, "\x00 ", URL, "other")


def test_one_process_at_a_time_syncs_an_account(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    assert accounts.take_lease(store, account.id, "a", 60)
    assert accounts.take_lease(store, account.id, "a", 60)
    assert not accounts.take_lease(store, account.id, "b", 60)
    assert accounts.lease_holders(store) == ("a",)
    assert accounts.take_lease(at(store, NOW + timedelta(seconds=61)), account.id, "b", 60)
    accounts.release_lease(store, "b", account.id + 1)
    assert accounts.lease_holders(store) == ("b",)
    accounts.release_lease(store, "b")
    assert accounts.lease_holders(store) == ()


def test_it_is_due_by_the_clock_and_its_sections_fare_as_it_does(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    sections.follow(store, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", FEED),)))
    remote_feeds.settle(store, account.id, [RemoteFeed("feed/1", FEED, "Sea")])
    assert [each.name for each in accounts.asked_next(store)] == ["Home"]
    accounts.succeeded(store, account.id, interval_minutes=10, notice="so it is", whole=True)
    assert accounts.asked_next(store) == ()
    (section,) = sections.sections(store)
    assert (section.succeeded, section.error) == (NOW, "")
    (now,) = accounts.every(store)
    assert (now.whole, now.notice, now.sections) == (True, "so it is", 1)
    later = at(store, NOW + timedelta(minutes=10))
    assert len(accounts.asked_next(later)) == 1
    accounts.failed(later, account.id, Failure("it is ill", 500), interval_minutes=10)
    (section,) = sections.sections(store)
    assert (section.succeeded, section.error, section.next_check) == (NOW, "it is ill", NOW + timedelta(minutes=30))
    assert accounts.every(store)[0].notice == "so it is"
    accounts.failed(later, account.id, Failure("it is ill", 500), interval_minutes=10, notice="one was taken away")
    accounts.failed(later, account.id, Failure("no network", offline=True), interval_minutes=10)
    assert (accounts.every(store)[0].error, accounts.every(store)[0].notice) == ("it is ill", "one was taken away")


def test_a_server_that_asks_to_be_left_alone_is(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    accounts.failed(store, account.id, Failure("too many", 429, 7200.0), interval_minutes=10)
    assert dict(refreshes.held(store)) == {"rss.example": NOW + timedelta(hours=2)}
    (now,) = accounts.every(store)
    assert now.next_check == NOW + timedelta(hours=2)


def test_what_is_learnt_of_a_server_is_kept(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    accounts.learn(store, account.id, labels=False)
    accounts.learn(store, account.id, unfiled="Unsorted")
    (now,) = accounts.counted(store)
    assert (now.labels, now.unfiled, now.stories, now.unsent) == (False, "Unsorted", 0, 0)


def test_a_section_of_an_account_is_asked_by_the_server_alone(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    followed = sections.follow(store, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", FEED),)))
    assert len(refreshes.jobs(store)) == 1
    remote_feeds.settle(store, account.id, [RemoteFeed("feed/1", FEED, "Sea")])
    assert refreshes.jobs(store) == ()
    section_id = followed.added[0].id
    assert accounts.of_sections(store, [section_id, 99]) == {section_id: account.id}
    assert accounts.remove(store, account.id) == 1
    assert len(refreshes.jobs(store)) == 1


def test_sections_concern_the_accounts_they_are_of(store: File) -> None:
    accounts.add(store, "Home", URL, "reader")
    work = accounts.add(store, "Work", URL, "worker")
    followed = sections.follow(store, SiteOffer("Sea", FEED, (Offer("Sea", FEED), Offer("Own", f"{FEED}/own"))))
    theirs, own = (section.id for section in followed.added)
    with store.writing() as db:
        db.execute(
            "INSERT INTO remote_feeds (account_id, section_id, remote_id) VALUES (?, ?, 'feed/1')", (work.id, theirs)
        )

    def concerned(wanted: list[int] | None, *, due: bool = False) -> list[str]:
        return [account.name for account in accounts.concerned(store, wanted, due=due)]

    assert concerned(None) == ["Home", "Work"]
    assert concerned([theirs, own]) == ["Work"]
    assert concerned([own]) == []
    assert concerned([theirs], due=True) == ["Work"]
    accounts.failed(store, work.id, Failure("No."), interval_minutes=60)
    assert concerned([theirs], due=True) == []
    assert concerned(None, due=True) == ["Home"]


def test_an_account_is_found_by_a_name_as_it_was_typed(store: File) -> None:
    made = accounts.add(store, "ann\x1b[2J  at\u200b home" + "!" * 1000, "https://rss.example", "ann")
    for typed in ("ANN\x1b[2J  at\u200b home" + "!" * 1000, made.name, "https://rss.example/"):
        assert accounts.find(store, typed) == made


def test_what_was_agreed_on_whole_once_stays_so(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    accounts.succeeded(store, account.id, interval_minutes=10, whole=True)
    accounts.succeeded(store, account.id, interval_minutes=10, notice="again")
    (now,) = accounts.every(store)
    assert (now.whole, now.notice) == (True, "again")


def test_a_sync_that_fails_after_its_account_was_removed_changes_nothing(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    accounts.remove(store, account.id)
    accounts.failed(store, account.id, Failure("too many", 429, 7200.0), interval_minutes=10)
    assert (accounts.every(store), refreshes.held(store)) == ((), ())


def test_a_mark_waits_a_minute_for_others_before_it_is_sent(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    sections.follow(store, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", FEED),)))
    remote_feeds.settle(store, account.id, [RemoteFeed("feed/1", FEED, "Sea")])
    remote_items.take(store, account.id, [RemoteItem(1, "feed/1", Entry("Tides", "https://sea.example/1"), 1)])
    accounts.succeeded(store, account.id, interval_minutes=600)
    marks.mark(store, [1], read=True)
    for seconds, due in ((59, 0), (60, 1)):
        assert len(accounts.asked_next(at(store, NOW + timedelta(seconds=seconds)))) == due
    assert [(each.stories, each.unsent) for each in accounts.counted(store)] == [(1, 1)]
    accounts.failed(store, account.id, Failure("it is ill", 500), interval_minutes=600)
    assert accounts.asked_next(at(store, NOW + timedelta(seconds=60))) == (), "a server that fails is not pressed"


def test_a_next_sync_that_was_set_by_a_clock_ahead_is_not_waited_for(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    accounts.succeeded(at(store, NOW + timedelta(days=9)), account.id, interval_minutes=10)
    assert len(accounts.asked_next(store)) == 1
    accounts.succeeded(at(store, NOW + timedelta(hours=1)), account.id, interval_minutes=10)
    assert accounts.asked_next(store) == ()


def test_what_is_concerned_is_of_the_sections_that_are_named_and_due_where_that_is_asked(store: File) -> None:
    home, work = (accounts.add(store, name, URL, name) for name in ("Home", "Work"))
    followed = sections.follow(
        store, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", FEED), Offer("Own", f"{FEED}/own")))
    )
    sea, own = (section.id for section in followed.added)
    remote_feeds.settle(store, work.id, [RemoteFeed("feed/1", FEED, "Sea")])
    assert accounts.of_sections(store, [sea, own]) == {sea: work.id}
    assert accounts.of_sections(store, [own]) == {}
    accounts.succeeded(store, work.id, interval_minutes=10)
    names = {
        (ids, due): [each.name for each in accounts.concerned(store, ids, due=due)]
        for ids in (None, (sea,), (own,))
        for due in (False, True)
    }
    assert names == {
        (None, False): ["Home", "Work"],
        (None, True): ["Home"],
        ((sea,), False): ["Work"],
        ((sea,), True): [],
        ((own,), False): [],
        ((own,), True): [],
    }
    assert home.sections == 0


def test_what_is_learned_of_a_server_is_kept(store: File) -> None:
    account = accounts.add(store, "Home", URL, "reader")
    accounts.learn(store, account.id, labels=True)
    accounts.learn(store, account.id, unfiled="All")
    assert [(each.labels, each.unfiled) for each in accounts.every(store)] == [(True, "All")]
    accounts.learn(store, account.id, labels=False)
    assert [(each.labels, each.unfiled) for each in accounts.every(store)] == [(False, "All")]
    accounts.failed(store, 99, Failure("it is ill", 500), interval_minutes=10)
    assert accounts.every(store)[0].error == ""


def test_who_has_an_account_survives_a_power_cut(store: File) -> None:
    assert is_durable(store, lambda: accounts.add(store, "Home", URL, "reader"))
    assert is_durable(store, lambda: accounts.remove(store, 1))
    assert accounts.every(store) == ()
