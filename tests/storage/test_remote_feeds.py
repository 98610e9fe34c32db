"""Subscriptions on both sides: which feed is which section, and who is told what."""

import pytest

from tests.storage.paper import is_durable
from tui.model import Entry, Kind, Offer, SiteOffer, StoryFilter
from tui.remote import Account, RemoteFeed, RemoteItem
from tui.storage import accounts, actions, folders, remote_feeds, remote_items, sections, stories
from tui.storage.file import File
from tui.storage.remote_feeds import FeedChange, settle, strangers

SEA, HILLS = "https://sea.example/feed", "https://hills.example/feed"


@pytest.fixture
def account(store: File) -> Account:
    return accounts.add(store, "Home", "https://rss.example", "reader")


def follow(store: File, url: str = SEA, name: str = "Sea", folder: tuple[str, ...] = ()) -> int:
    page = url.removesuffix("feed")
    found = sections.follow(store, SiteOffer(name, page, (Offer(name, url),)), folder=folder)
    return found.added[0].id


def remote(number: int = 1, url: str = SEA, title: str = "Sea", folder: str = "All") -> RemoteFeed:
    return RemoteFeed(f"feed/{number}", url, title, "", folder)


def test_a_feed_is_the_section_at_its_address(store: File, account: Account) -> None:
    section_id = follow(store)
    feeds = [remote(url=SEA.upper().replace("HTTPS", "https").replace("FEED", "feed")), remote(2, HILLS)]
    assert strangers(store, account.id, feeds) == (feeds[1],)
    assert settle(store, account.id, feeds, "All").changes == ()
    assert remote_feeds.bound(store, account.id) == {"feed/1": section_id}


def test_a_feed_that_moves_at_the_server_stays_the_same_section(store: File, account: Account) -> None:
    section_id = follow(store)
    settle(store, account.id, [remote()], "All")
    moved = remote(url="https://elsewhere.example/rss")
    assert strangers(store, account.id, [moved]) == ()
    settle(store, account.id, [moved], "All")
    assert remote_feeds.bound(store, account.id) == {"feed/1": section_id}


def test_an_id_that_names_another_feed_is_another(store: File, account: Account) -> None:
    follow(store)
    settle(store, account.id, [remote()], "All")
    other = remote(url=HILLS, title="Hills")
    assert strangers(store, account.id, [other]) == (other,)
    hills = follow(store, HILLS, "Hills")
    settled = settle(store, account.id, [other], "All")
    assert (settled.archived, settled.restored) == (("Sea",), True)
    assert remote_feeds.bound(store, account.id) == {"feed/1": hills}


def test_two_ids_that_changed_places_are_told_by_their_addresses(store: File, account: Account) -> None:
    sea, hills = follow(store), follow(store, HILLS, "Hills")
    settle(store, account.id, [remote(1), remote(2, HILLS, "Hills")], "All")
    settle(store, account.id, [remote(2), remote(1, HILLS, "Hills")], "All")
    assert remote_feeds.bound(store, account.id) == {"feed/2": sea, "feed/1": hills}


def test_a_name_goes_to_the_side_where_it_was_not_changed(store: File, account: Account) -> None:
    section_id = follow(store)
    settle(store, account.id, [remote()], "All")
    assert settle(store, account.id, [remote(title="The Sea")], "All").changes == ()
    (site,) = sections.sites(store)
    assert (site.name, site.sections[0].name) == ("The Sea", "The Sea")
    sections.rename_site(store, site.id, "My sea")
    change = FeedChange(section_id, "feed/1", SEA, title="My sea", old_folder="All")
    assert settle(store, account.id, [remote(title="The Sea")], "All").changes == (change,)
    assert settle(store, account.id, [remote(title="Elsewhere")], "All").changes == (change,)  # ours wins
    assert settle(store, account.id, [remote(title="my  sea")], "All").changes == ()
    assert settle(store, account.id, [remote(title="my  sea")], "All").changes == ()


def test_a_folder_goes_to_the_side_where_it_was_not_changed(store: File, account: Account) -> None:
    section_id = follow(store, folder=("Water",))
    settle(store, account.id, [remote(folder="Water")], "All")
    settle(store, account.id, [remote(folder="Water / Deep")], "All")
    assert [each.path for each in folders.tree(store) if each.section_ids] == [("Water", "Deep")]
    folders.take_out(store, [section_id], next(each for each in folders.tree(store) if each.section_ids).id)
    change = FeedChange(section_id, "feed/1", SEA, folder="", old_folder="Water / Deep")
    assert settle(store, account.id, [remote(folder="Water / Deep")], "All").changes == (change,)
    assert settle(store, account.id, [remote(folder="All")], "All").changes == ()
    settle(store, account.id, [remote(folder="Land")], "All")
    assert [each.path for each in folders.tree(store) if each.section_ids] == [("Land",)]


def test_a_section_that_is_followed_is_to_be_followed_there(store: File, account: Account) -> None:
    section_id = follow(store, folder=("Water",))
    change = FeedChange(section_id, url=SEA, title="Sea", folder="Water")
    assert settle(store, account.id, [], "All").changes == (change,)
    for _ in range(remote_feeds.TRIES):
        assert settle(store, account.id, [], "All").changes == (change,)
        remote_feeds.refused(store, account.id, section_id)
    assert settle(store, account.id, [], "All").changes == ()


def test_what_was_followed_before_stays_here_unless_everything_goes(store: File) -> None:
    section_id = follow(store)
    first = accounts.add(store, "Home", "https://rss.example", "reader")
    assert settle(store, first.id, []).changes == ()
    second = accounts.add(store, "Work", "https://work.example", "reader", everything=True)
    assert [change.section_id for change in settle(store, second.id, []).changes] == [section_id]
    hills = follow(store, HILLS, "Hills")
    assert [change.section_id for change in settle(store, first.id, []).changes] == [hills]


def test_a_server_that_follows_under_another_address_is_asked_once(store: File, account: Account) -> None:
    section_id = follow(store)
    assert len(settle(store, account.id, [], "All").changes) == 1
    there = remote(url="https://www.sea.example/rss.xml")
    assert strangers(store, account.id, [there]) == ()
    assert settle(store, account.id, [there], "All").changes == ()
    assert remote_feeds.bound(store, account.id) == {"feed/1": section_id}


def test_unfollowed_here_it_is_to_be_unfollowed_there(store: File, account: Account) -> None:
    section_id = follow(store)
    settle(store, account.id, [remote()], "All")
    sections.unfollow(store, [section_id])
    assert strangers(store, account.id, [remote()]) == ()
    assert settle(store, account.id, [remote()], "All").changes == (FeedChange(section_id, "feed/1", SEA, gone=True),)
    assert settle(store, account.id, [], "All") == remote_feeds.Settled()
    assert strangers(store, account.id, [remote(2)]) == (remote(2),)  # taken up there again


def test_taken_away_there_it_is_archived_here_in_one_act(store: File, account: Account) -> None:
    ids = [follow(store), follow(store, HILLS, "Hills")]
    settle(store, account.id, [remote(), remote(2, HILLS, "Hills")], "All")
    assert settle(store, account.id, [], "All").archived == ("Sea", "Hills")
    assert sections.sections(store) == ()
    undone = actions.undo(store)
    assert undone is not None
    assert undone.what == "Sea, Hills (taken away at Home)"
    assert [change.section_id for change in settle(store, account.id, [], "All").changes] == ids


def test_what_another_account_has_as_well_is_not_archived(store: File, account: Account) -> None:
    follow(store)
    other = accounts.add(store, "Work", "https://work.example", "reader")
    settle(store, account.id, [remote()], "All")
    settle(store, other.id, [remote(9)], "All")
    assert settle(store, account.id, [], "All") == remote_feeds.Settled()
    assert len(sections.sections(store)) == 1


def test_what_was_unfollowed_here_before_the_account_came_stays_unfollowed(store: File, account: Account) -> None:
    section_id = follow(store)
    sections.unfollow(store, [section_id])
    assert settle(store, account.id, [remote()], "All").changes == ()
    assert (remote_feeds.bound(store, account.id), sections.sections(store)) == ({}, ())


def test_of_two_feeds_at_one_address_one_is_the_section(store: File, account: Account) -> None:
    section_id = follow(store)
    settle(store, account.id, [remote(1), remote(2)], "All")
    assert remote_feeds.bound(store, account.id) == {"feed/1": section_id}


def test_a_section_in_no_folder_stands_where_the_server_has_it(store: File, account: Account) -> None:
    section_id = follow(store)
    assert settle(store, account.id, [remote(folder="Water / Deep")], "All").changes == ()
    assert [each.path for each in folders.tree(store) if each.section_ids == (section_id,)] == [("Water", "Deep")]
    assert settle(store, account.id, [remote(folder="All")], "All").changes == ()
    assert not any(each.section_ids for each in folders.tree(store)), "there it was taken out"


def test_a_name_of_one_section_of_several_leaves_their_site_its_own(store: File, account: Account) -> None:
    sea = sections.follow(
        store, SiteOffer("Sea", "https://sea.example/", (Offer("Tides", SEA), Offer("Ships", f"{SEA}/ships")))
    )
    settle(store, account.id, [remote(title="Tides")], "All")
    settle(store, account.id, [remote(title="High tides")], "All")
    (site,) = sections.sites(store)
    assert (site.name, [each.name for each in site.sections]) == ("Sea", ["High tides", "Ships"])
    assert sea.added[0].id == site.sections[0].id


def test_how_many_sections_are_new_on_both_sides_is_told(store: File, account: Account) -> None:
    follow(store), follow(store, HILLS, "Hills")
    assert settle(store, account.id, [remote(), remote(2, HILLS, "Hills"), remote(3, "https://x.example/f")]).bound == 2
    assert settle(store, account.id, [remote(), remote(2, HILLS, "Hills")]).bound == 0
    assert not settle(store, account.id, [remote(), remote(2, HILLS, "Hills")]).restored


def test_what_is_asked_by_the_server_alone_is_on_offer_nowhere_here(store: File, account: Account) -> None:
    section_id = follow(store)
    with store.writing() as db:
        db.execute("UPDATE sections SET error = 'it is ill', failures = 3, gone = 1, etag = 'x' WHERE id = 1")
    settle(store, account.id, [remote()], "All")
    section = sections.section(store, section_id)
    assert section is not None
    assert (section.error, section.gone) == ("", False)
    with store.reading() as db:
        assert db.execute("SELECT etag, failures FROM sections WHERE id = 1").fetchone() == ("", 0)


def test_stories_that_a_feed_offered_itself_are_on_offer_no_longer(store: File, account: Account) -> None:
    sections.follow(
        store, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", SEA, entries=(Entry("A", "https://a/1"),)),))
    )
    settle(store, account.id, [remote()], "All")
    assert len(stories.window(store, StoryFilter())) == 1
    with store.reading() as db:
        assert db.execute("SELECT position FROM standing").fetchall() == [(-1,)]


def test_items_of_a_feed_that_was_refused_are_fetched_again_once_it_is_followed(store: File, account: Account) -> None:
    item = RemoteItem(7, "feed/1", Entry("Tides", "https://sea.example/tides"), 7)
    remote_items.take(store, account.id, [item])
    assert remote_items.unknown(store, account.id, [7]) == []
    follow(store)
    settle(store, account.id, [remote()], "All")
    assert remote_items.unknown(store, account.id, [7]) == [7]


def test_items_of_a_feed_that_was_taken_away_are_forgotten(store: File, account: Account) -> None:
    follow(store), follow(store, HILLS, "Hills")
    hills = remote(2, HILLS, "Hills")
    settle(store, account.id, [remote(), hills], "All")
    tides, peaks = Entry("Tides", "https://sea.example/tides"), Entry("Peaks", "https://hills.example/peaks")
    remote_items.take(store, account.id, [RemoteItem(7, "feed/1", tides, 7), RemoteItem(8, "feed/2", peaks, 8)])
    settle(store, account.id, [hills], "All")
    assert remote_items.unknown(store, account.id, [7, 8]) == [7]


def test_the_whole_stories_of_an_accounts_feeds_are_fetched_as_each_says(store: File, account: Account) -> None:
    sea, hills = follow(store), follow(store, HILLS, "Hills")
    follow(store, "https://dunes.example/feed", "Dunes")  # which is only here
    other = accounts.add(store, "Work", "https://work.example", "reader")
    settle(store, account.id, [remote(2, HILLS, "Hills"), remote()], "All")
    with store.writing() as db:
        db.execute("UPDATE sections SET full_text = 'always' WHERE id = ?", (hills,))
    assert remote_feeds.full_texts(store, account.id) == ((sea, SEA, ""), (hills, HILLS, "always"))
    assert remote_feeds.full_texts(store, other.id) == ()
    sections.unfollow(store, [sea])
    assert remote_feeds.full_texts(store, account.id) == ((hills, HILLS, "always"),)


@pytest.mark.parametrize(
    ("url", "kind", "unknown"),
    [
        ("https://sea.example/news", Kind.PAGE, False),
        ("https://reader:secret@sea.example/feed", Kind.FEED, False),
        (SEA, Kind.FEED, True),
    ],
)
def test_only_an_open_feed_is_to_be_followed_there(
    store: File, account: Account, url: str, kind: Kind, unknown: bool
) -> None:
    sections.follow(store, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", url, kind),)), unknown=unknown)
    assert len(sections.sections(store)) == 1
    assert settle(store, account.id, [], "All").changes == ()


def test_what_a_server_follows_under_another_address_is_told_by_its_name_and_host(
    store: File, account: Account
) -> None:
    follow(store)
    assert len(settle(store, account.id, [], "All").changes) == 1
    for there in (remote(url="https://www.sea.example/rss", title="Tides"), remote(url="https://x.example/rss")):
        assert strangers(store, account.id, [there]) == (there,)


def test_of_two_that_it_may_be_a_feed_under_another_address_is_neither(store: File, account: Account) -> None:
    follow(store), follow(store, "https://sea.example/second/feed")
    assert len(settle(store, account.id, [], "All").changes) == 2
    there = remote(url="https://www.sea.example/rss.xml")
    assert strangers(store, account.id, [there]) == (there,)


def test_an_id_that_moves_and_changes_its_name_is_another_feed(store: File, account: Account) -> None:
    follow(store)
    settle(store, account.id, [remote()], "All")
    moved = remote(url="https://elsewhere.example/rss", title="Dunes")
    assert strangers(store, account.id, [moved]) == (moved,)


def test_a_server_that_names_no_title_takes_none_away(store: File, account: Account) -> None:
    follow(store)
    settle(store, account.id, [remote()], "All")
    assert settle(store, account.id, [remote(title="")], "All").changes == ()
    assert [site.name for site in sections.sites(store)] == ["Sea"]


def test_a_name_and_a_folder_are_changed_on_both_sides_at_once(store: File, account: Account) -> None:
    section_id = follow(store, folder=("Water",))
    settle(store, account.id, [remote(folder="Water")], "All")
    sections.rename_site(store, sections.sites(store)[0].id, "My sea")
    change = FeedChange(section_id, "feed/1", SEA, title="My sea", old_folder="Land")
    assert settle(store, account.id, [remote(folder="Land")], "All").changes == (change,)
    assert [each.path for each in folders.tree(store) if each.section_ids] == [("Land",)]
    assert settle(store, account.id, [remote(title="My sea", folder="Land")], "All").changes == ()
    assert settle(store, account.id, [remote(title="The Sea", folder="Land")], "All").changes == ()
    assert [site.name for site in sections.sites(store)] == ["The Sea"]


def test_a_section_that_stands_in_several_folders_leaves_only_its_first(store: File, account: Account) -> None:
    section_id = follow(store, folder=("Water",))
    folders.put(store, [section_id], folders.new(store, "Blue"))
    settle(store, account.id, [remote(folder="Water")], "All")
    settle(store, account.id, [remote(folder="Land")], "All")
    standing = {each.path for each in folders.tree(store) if each.section_ids == (section_id,)}
    assert standing == {("Land",), ("Blue",)}


def test_many_that_were_taken_away_are_named_in_a_line(store: File, account: Account) -> None:
    names = ["Sea", "Hills", "Dunes", "Moor", "Fen"]
    urls = [f"https://{name.lower()}.example/feed" for name in names]
    for name, url in zip(names, urls, strict=True):
        follow(store, url, name)
    feeds = [remote(number, url, name) for number, (name, url) in enumerate(zip(names, urls, strict=True))]
    settle(store, account.id, feeds, "All")
    assert settle(store, account.id, feeds[4:], "All").archived == tuple(names[:4])
    undone = actions.undo(store)
    assert undone is not None and undone.what == "Sea, Hills, Dunes and 1 more (taken away at Home)"
    settle(store, account.id, feeds, "All")
    assert settle(store, account.id, feeds[3:], "All").archived == tuple(names[:3])
    undone = actions.undo(store)
    assert undone is not None and undone.what == "Sea, Hills, Dunes (taken away at Home)"


def test_what_was_taken_away_is_in_no_list_any_longer(store: File, account: Account) -> None:
    sections.follow(
        store, SiteOffer("Sea", "https://sea.example/", (Offer("Sea", SEA, entries=(Entry("A", "https://a/1"),)),))
    )
    settle(store, account.id, [remote()], "All")
    settle(store, account.id, [], "All")
    assert stories.window(store, StoryFilter()) == ()


def test_what_another_account_keeps_is_not_to_be_followed_again_where_it_was_taken_away(
    store: File, account: Account
) -> None:
    follow(store), follow(store, HILLS, "Hills")
    other = accounts.add(store, "Work", "https://work.example", "reader")
    settle(store, account.id, [remote(), remote(2, HILLS, "Hills")], "All")
    settle(store, other.id, [remote(9)], "All")
    settled = settle(store, account.id, [], "All")
    assert (settled.archived, settled.changes) == (("Hills",), ())
    assert [section.name for section in sections.sections(store)] == ["Sea"]


def test_a_refusal_is_counted_before_anything_else_is_known(store: File, account: Account) -> None:
    section_id = follow(store)
    for _ in range(remote_feeds.TRIES):
        remote_feeds.refused(store, account.id, section_id)
    assert settle(store, account.id, [], "All").changes == ()


def test_what_both_sides_follow_survives_a_power_cut(store: File, account: Account) -> None:
    follow(store)
    assert is_durable(store, lambda: settle(store, account.id, [remote()], "All"))


def test_what_is_not_said_of_a_change_stays_as_it_is(store: File, account: Account) -> None:
    follow(store)
    settled = settle(store, account.id, [], "All")
    (change,) = settled.changes
    assert (change.feed_id, change.gone, change.old_folder) == ("", False, "")
    assert (settled.archived, settled.bound, settled.restored) == ((), 0, False)


def test_a_section_that_stands_in_a_folder_stays_there_wherever_the_server_has_it(
    store: File, account: Account
) -> None:
    section_id = follow(store, folder=("Water",))
    assert settle(store, account.id, [remote(folder="Boats")], "All").changes == ()
    assert [(one.path, one.section_ids) for one in folders.tree(store)] == [(("Water",), (section_id,))]


def test_a_section_is_called_as_its_site_there_only_where_it_is_all_that_is_followed_of_it(
    store: File, account: Account
) -> None:
    settle(store, account.id, [], "All")
    parts = (Offer("Tides", SEA), Offer("Ships", f"{SEA}/ships"))
    _, ships = sections.follow(store, SiteOffer("Sea", "https://sea.example/", parts)).added
    assert [change.title for change in settle(store, account.id, [], "All").changes] == ["Tides", "Ships"]
    sections.unfollow(store, [ships.id])
    assert [change.title for change in settle(store, account.id, [], "All").changes] == ["Sea"]
