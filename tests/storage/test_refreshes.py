"""Refreshes: what is kept of an answer and of a failure, and when a section is asked again."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.moments import at
from tests.storage.paper import EVERY, HOUR, NOW, check, entries, entry, follow, found, offer, story, titles
from tui import address, text
from tui.jobs import Failure, Gathered, Validators
from tui.model import Kind, Offer, SiteOffer, StoryFilter
from tui.storage import actions, downloads, folders, marks, refreshes, searches, sections, stories, texts
from tui.storage.file import File
from tui.values import replace


def test_a_refresh_adds_what_is_new_and_keeps_what_is_gone(store: File) -> None:
    (section,) = follow(store, ("World", entries(1, 2))).added
    assert refreshes.keep(store, Gathered(section.id, entries(3, 2))) == 1
    assert titles(stories.window(store, StoryFilter(section_id=section.id))) == ["Story 1", "Story 2", "Story 3"]
    positions = dict(store._db.execute("SELECT story_id, position FROM standing").fetchall())
    ids = {number: story(store, f"https://a.example/{number}").id for number in (1, 2, 3)}
    assert positions == {ids[3]: 0, ids[2]: 0, ids[1]: -1}
    assert refreshes.keep(store, Gathered(99, entries(5))) == 0


def test_words_that_came_with_a_story_are_found_and_forgotten_with_it(store: File) -> None:
    content = "<p>The <em>light</em>house &amp; 東京</p><script>hidden</script>"
    told = replace(entry(1, content=content), words=text.words(content))
    (section,) = follow(store, ("World", (told, entry(2, content=content)))).added
    check(store)
    assert found(store, "lighthouse 京") == found(store, "lighthouse") == ["Story 1", "Story 2"]
    refreshes.keep(store, Gathered(section.id, (replace(told, content="<p>fog</p>", words="fog"),)))
    check(store)
    assert (found(store, "lighthouse"), found(store, "fog")) == (["Story 2"], ["Story 1"])


def test_a_story_that_changed_is_found_by_its_new_words(store: File) -> None:
    (section,) = follow(store, ("World", (entry(1, title="Ferry late", content="<p>fog</p>"),))).added
    refreshes.keep(store, Gathered(section.id, (entry(1, title="Ferry sunk", content="<p>rocks</p>"),)))
    assert (found(store, "late"), found(store, "fog")) == ([], [])
    assert found(store, "sunk rocks") == ["Ferry sunk"]
    assert texts.content(store, 1) == "<p>rocks</p>"
    refreshes.keep(store, Gathered(section.id, unchanged=True))
    assert found(store, "sunk rocks") == ["Ferry sunk"]


@pytest.mark.parametrize(
    ("gathered", "waits"),
    [
        (Gathered(1), [60, 60]),
        (Gathered(1, unchanged=True), [60]),
        (Gathered(1, fresh_for=7200), [120]),
        (Gathered(1, fresh_for=1e9), [24 * 60]),
        (Gathered(1, failure=Failure("No answer.")), [120, 180, 240]),
        (Gathered(1, failure=Failure("No answer.", 503)), [120]),
        (Gathered(1, failure=Failure("Slow down.", 429, 5 * 60)), [5, 5]),
        (Gathered(1, failure=Failure("Slow down.", 429, 1e9)), [24 * 60]),
    ],
)
def test_the_next_check(store: File, gathered: Gathered, waits: list[int]) -> None:
    (section,) = follow(store, ("World", ())).added
    for wait in waits:
        refreshes.keep(store, gathered)
        moment = NOW + timedelta(minutes=wait)
        assert refreshes.jobs(at(store, moment - timedelta(seconds=1)), due=True) == ()
        assert [job.section_id for job in refreshes.jobs(at(store, moment), due=True)] == [section.id]
    assert len(refreshes.jobs(store, [section.id])) == 1
    assert refreshes.jobs(store, [99]) == ()


def test_without_a_network_nothing_is_held_against_a_section(store: File) -> None:
    before = follow(store, ("World", ())).added
    refreshes.keep(store, Gathered(before[0].id, failure=Failure("No network.", offline=True)))
    assert sections.sites(store)[0].sections == before
    assert len(refreshes.jobs(store, due=True)) == 1


def test_failures_are_told_and_forgotten(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    for _ in range(40):
        refreshes.keep(store, Gathered(section.id, failure=Failure("No answer.")), jitter=1.0)
    ((failed,),) = (site.sections for site in sections.sites(store))
    assert (failed.error, failed.checked, failed.succeeded) == ("No answer.", NOW, None)
    assert failed.next_check == NOW + timedelta(hours=24)
    refreshes.keep(at(store, NOW + HOUR), Gathered(section.id))
    ((well,),) = (site.sections for site in sections.sites(store))
    assert (well.error, well.succeeded, well.next_check) == ("", NOW + HOUR, NOW + 2 * HOUR)


def test_jitter_makes_failures_wait_up_to_a_tenth_longer(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    refreshes.keep(store, Gathered(section.id, failure=Failure("No answer.")), jitter=1.0)
    known = sections.section(store, section.id)
    assert known is not None
    assert known.next_check == NOW + timedelta(minutes=132)


def test_a_section_that_is_gone_is_not_asked_again(store: File) -> None:
    (section,) = follow(store, ("World", entries(1))).added
    gone = Gathered(section.id, failure=Failure("The server says that it is gone for good.", 410))
    refreshes.keep(store, gone)
    assert not sections.sections(store)[0].gone
    refreshes.keep(at(store, NOW + HOUR), gone)
    assert not sections.sections(store)[0].gone
    refreshes.keep(at(store, NOW + 72 * HOUR), gone)
    assert (sections.sections(store)[0].gone, sections.sections(store)[0].stories) == (True, 1)
    assert refreshes.jobs(at(store, NOW + 1000 * HOUR)) == ()
    assert len(refreshes.jobs(store, [section.id])) == 1  # a person asks
    follow(store, ("World", ()))
    assert not sections.sections(store)[0].gone


def test_a_held_host_is_held_until_its_time(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    refreshes.keep(store, Gathered(section.id, failure=Failure("Slow down.", 429, 600)))
    until = NOW + timedelta(minutes=10)
    assert refreshes.held(store) == (("a.example", until),)
    refreshes.hold_back(store, "a.example", 1)
    assert refreshes.held(store) == (("a.example", until),)
    assert refreshes.held(at(store, until)) == ()


def test_a_host_that_does_not_say_for_how_long_is_left_alone_for_longer_each_time(store: File) -> None:
    world, sport = follow(store, ("World", ()), ("Sport", ())).added
    for section in (world, sport):  # both are told so at once
        refreshes.keep(store, Gathered(section.id, failure=Failure("Slow down.", 503)))
    assert refreshes.held(store) == (("a.example", NOW + timedelta(minutes=15)),)
    later = at(store, NOW + HOUR)
    refreshes.keep(later, Gathered(world.id, failure=Failure("Slow down.", 503)))
    assert refreshes.held(later) == (("a.example", NOW + timedelta(minutes=90)),)
    well = at(store, NOW + 2 * HOUR)
    refreshes.keep(well, Gathered(world.id))
    refreshes.keep(well, Gathered(world.id, failure=Failure("Slow down.", 503)))
    assert refreshes.held(well) == (("a.example", NOW + timedelta(minutes=135)),)


def test_a_clock_that_was_ahead_does_not_stop_the_refreshes(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    refreshes.keep(at(store, NOW + 10_000 * HOUR), Gathered(section.id))
    assert len(refreshes.jobs(store, due=True)) == 1


def test_validators_and_redirects_are_kept(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    validators = Validators('W/"é"', "Mon, 23 Nov 2026", "ab", NOW)
    refreshes.keep(
        store, Gathered(section.id, validators=validators, moving_to="https://n.example/feed", moving_since=NOW)
    )
    (job,) = refreshes.jobs(store)
    assert (job.validators, job.moving_to, job.moving_since) == (validators, "https://n.example/feed", NOW)
    refreshes.keep(store, Gathered(section.id, unchanged=True, moving_to="https://n.example/feed", moving_since=NOW))
    refreshes.keep(store, Gathered(section.id, failure=Failure("No answer.")))
    assert refreshes.jobs(store)[0].validators == validators
    refreshes.keep(store, Gathered(section.id, moved_to="https://n.example/feed"))
    (job,) = refreshes.jobs(store)
    assert (job.url, job.moving_to, job.moving_since) == ("https://n.example/feed", "", None)
    assert follow(store, ("World", ())).added == ()  # what it was called before is its name too
    (other,) = follow(store, ("Sport", ())).added
    refreshes.keep(store, Gathered(section.id, moved_to=other.url))
    assert {job.url for job in refreshes.jobs(store)} == {other.url}


def test_a_section_that_moved_to_where_another_is_followed_is_joined_to_it(store: File) -> None:
    old, other = follow(store, ("World", entries(1, 2)), ("Sport", entries(7))).added
    starred = story(store, "https://a.example/1").id
    marks.mark(store, [starred], starred=True)
    folders.put(store, [old.id], folders.new(store, "News"))
    assert refreshes.keep(store, Gathered(old.id, entries(1, 2, 9), moved_to=other.url)) == 0
    check(store)
    (section,) = sections.sites(store)[0].sections
    assert (section.id, section.stories) == (other.id, 3)
    assert titles(stories.window(store, StoryFilter(section_id=other.id))) == ["Story 1", "Story 2", "Story 7"]
    assert [kept.id for kept in stories.window(store, StoryFilter(starred=True))] == [starred]
    assert folders.tree(store)[0].section_ids == (other.id,)
    assert follow(store, ("World", entries(1, 2))).added == ()  # the old address means the other section now
    refreshes.keep(store, Gathered(other.id, moved_to="https://n.example/sport"))
    assert [job.url for job in refreshes.jobs(store)] == ["https://n.example/sport"]


def test_what_a_mute_hides_stays_hidden_where_its_section_is_joined_to_another(store: File) -> None:
    old, other = follow(store, ("World", entries(1, 2)), ("Sport", entries(7))).added
    mute = searches.save(store, "Ones", "1", "mute")
    refreshes.keep(store, Gathered(old.id, moved_to=other.url))
    assert titles(stories.window(store, StoryFilter(section_id=other.id))) == ["Story 2", "Story 7"]
    searches.drop(store, mute.id)
    check(store)
    assert titles(stories.window(store, StoryFilter(section_id=other.id))) == ["Story 1", "Story 2", "Story 7"]


def test_only_what_a_person_named_is_trusted(store: File) -> None:
    offers = tuple(
        Offer(host, f"https://{host}.example/feed", entries=entries(number, site=f"https://{host}.example"))
        for number, host in enumerate("ab", 5)
    )
    sections.follow(store, replace(SiteOffer("Found", "https://a.example/", offers), asked="https://a.example/start"))
    sections.follow(store, offer(("World", entries(2, site="https://c.example")), site="https://c.example"))
    sections.follow(
        store, offer(("World", entries(3, site="https://d.example")), site="https://d.example"), trusted=True
    )
    trusted = {"a": True, "b": False, "c": False, "d": True}
    assert {job.url[8]: job.trusted for job in refreshes.jobs(store)} == trusted
    assert {job.url[8]: job.trusted for job in downloads.unread(store, EVERY)} == trusted
    assert {host: sections.trusts(store, f"https://{host}.example/x") for host in "abcd"} == trusted
    for host in "ab":
        downloads.queue(store, f"https://{host}.example/far", from_url=f"https://{host}.example/1")
    assert [job.trusted for job in downloads.queued(store)] == [True, False]


def test_trust_does_not_move_to_another_host(store: File) -> None:
    (section,) = sections.follow(store, offer(("World", ())), trusted=True).added
    for target, trusted in (
        ("https://a.example/new", True),
        ("https://b.example/new", False),
        ("https://a.example/world/feed", False),
    ):
        refreshes.keep(store, Gathered(section.id, moved_to=target))
        (job,) = refreshes.jobs(store)
        assert (job.url, job.trusted) == (target, trusted)


def listed(store: File, *urls: str) -> dict[str, int]:
    """Addresses of a plain list: their sections."""
    found = {}
    for url in urls:
        name = address.host(url)
        (section,) = sections.follow(store, SiteOffer(name, url, (Offer(name, url),)), trusted=True, unknown=True).added
        found[url] = section.id
    return found


def test_an_address_of_a_list_becomes_what_stands_there(store: File) -> None:
    feed, page = "https://a.example/feed", "https://b.example/"
    ids = listed(store, feed, page)
    assert [job.unknown for job in refreshes.jobs(store)] == [True, True]
    refreshes.keep(store, Gathered(ids[feed], entries(1), "The Paper"))
    there = Offer("Harbour News", "https://feeds.example/b.xml", page=page)
    refreshes.keep(store, Gathered(ids[page], entries(2, site="https://b.example"), "Harbour News", instead=there))
    assert [job.unknown for job in refreshes.jobs(store)] == [False, False]
    assert [job.trusted for job in refreshes.jobs(store)] == [True, False]
    found = [
        (site.name, site.url, section.name, section.url, section.kind, section.page)
        for site in sections.sites(store)
        for section in site.sections
    ]
    assert found == [
        ("The Paper", feed, "The Paper", feed, Kind.FEED, ""),
        ("Harbour News", page, "Harbour News", "https://feeds.example/b.xml", Kind.FEED, page),
    ]
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 2"]
    refreshes.keep(store, Gathered(ids[page], instead=Offer("Late", "https://late.example/")))
    assert refreshes.jobs(store)[1].url == "https://feeds.example/b.xml"


def test_what_is_followed_already_is_not_followed_twice_by_a_list(store: File) -> None:
    (known,) = follow(store, ("World", entries(1))).added
    (listed_id,) = listed(store, "https://a.example/").values()
    assert refreshes.keep(store, Gathered(listed_id, entries(1, 2), instead=Offer("World", known.url))) == 0
    assert [section.id for site in sections.sites(store) for section in site.sections] == [known.id]
    assert titles(stories.window(store, EVERY)) == ["Story 1"]


def test_taking_back_an_import_puts_away_again_what_its_address_turned_out_to_be(store: File) -> None:
    known, other = follow(store, ("World", entries(1)), ("Sport", ())).added
    sections.unfollow(store, [known.id])
    archived = sections.archived(store)
    with actions.as_one(store, "import"):
        ids = listed(store, "https://a.example/", "https://a.example/sports")
        folders.put(store, list(ids.values()), folders.new(store, "News"))
    for section_id, there in zip(ids.values(), (known, other), strict=True):
        refreshes.keep(store, Gathered(section_id, instead=Offer(there.name, there.url)))
    followed = [(each.id, each.folders) for each in sections.sections(store)]
    assert followed == [(known.id, (("News",),)), (other.id, (("News",),))]
    undone = actions.undo(store)
    assert undone and not undone.lost
    assert sections.archived(store) == archived
    assert [(each.id, each.folders) for each in sections.sections(store)] == [(other.id, ())]
    assert actions.redo(store)
    assert [(each.id, each.folders) for each in sections.sections(store)] == followed


def test_an_address_of_a_list_is_searched_three_times_and_no_more(store: File) -> None:
    (section_id,) = listed(store, "https://a.example/").values()
    for tries in (True, True, True, False):
        assert refreshes.jobs(store)[0].unknown is tries
        assert refreshes.keep(store, Gathered(section_id, failure=Failure("Nothing there."))) == 0


def test_a_section_is_asked_by_one_process_at_a_time(store: File, tmp_path: Path) -> None:
    world, sport = (section.id for section in follow(store, ("World", ()), ("Sport", ())).added)
    with File(tmp_path / "library.db", clock=lambda: NOW) as other:
        assert refreshes.take_lease(store, [world], "one", 60) == (world,)
        assert refreshes.take_lease(store, [world], "one", 60) == (world,)
        assert refreshes.take_lease(other, [world, sport], "two", 60) == (sport,)
        assert set(refreshes.lease_holders(store)) == {"one", "two"}
        assert refreshes.take_lease(at(other, NOW + timedelta(minutes=1)), [world], "two", 60) == (world,)
        refreshes.keep(other, Gathered(world))
        assert refreshes.take_lease(store, [world, sport], "one", 60) == (world,)
        refreshes.release_lease(other, "two")
        assert refreshes.lease_holders(store) == ("one",)
        assert refreshes.take_lease(store, [sport], "one", 60) == (sport,)


def test_a_section_that_moved_to_where_an_archived_one_stood_stays_itself(store: File) -> None:
    old, other = follow(store, ("World", entries(1)), ("Sport", entries(7))).added
    sections.unfollow(store, [other.id])
    assert refreshes.keep(store, Gathered(old.id, entries(1, 2), moved_to=other.url)) == 1
    (job,) = refreshes.jobs(store)
    assert (job.section_id, job.url) == (old.id, old.url)
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 2"]


def test_an_address_of_a_list_that_stands_among_others_leaves_their_site_its_name(store: File) -> None:
    (known,) = follow(store, ("World", entries(1))).added
    site = sections.sites(store)[0]
    (listed_id,) = listed(store, "https://new.example/").values()
    with store.writing() as db:
        db.execute("UPDATE sections SET site_id = ? WHERE id = ?", (site.id, listed_id))
    there = Offer("Arts", "https://new.example/arts.xml", page="https://new.example/arts")
    refreshes.keep(store, Gathered(listed_id, (), "Arts", instead=there))
    (now,) = [each for each in sections.sites(store) if each.sections]
    assert (now.name, now.url) == (site.name, site.url)
    assert [section.name for section in now.sections] == [known.name, "Arts"]


def test_a_section_that_was_named_after_its_folder_s_site_takes_its_feed_s_title(store: File) -> None:
    first, second = follow(store, ("World", ()), ("The Paper", ())).added
    for section, title in ((first, "World news"), (second, "The Paper: Sport")):
        refreshes.keep(store, Gathered(section.id, title=title))
    (site,) = sections.sites(store)
    assert (site.name, [section.name for section in site.sections]) == ("The Paper", ["World", "The Paper: Sport"])


def test_what_comes_for_a_section_that_is_gone_is_nothing(store: File) -> None:
    assert refreshes.keep(store, Gathered(99, entries(1))) == 0
    assert stories.window(store, EVERY) == ()


def test_several_sections_of_a_host_that_asks_to_be_left_alone_are_told_so_once(store: File) -> None:
    refreshes.hold_back(store, "a.example")
    (once,) = refreshes.held(store)
    refreshes.hold_back(store, "a.example")
    assert refreshes.held(store) == (once,)
    refreshes.hold_back(store, "a.example", 7200.0)
    assert refreshes.held(store) == (("a.example", NOW + timedelta(hours=2)),)
    refreshes.hold_back(store, "a.example", 60.0)
    assert refreshes.held(store) == (("a.example", NOW + timedelta(hours=2)),), "never for a shorter time"
    assert refreshes.held(at(store, NOW + timedelta(hours=2))) == ()


def test_all_that_a_holder_held_is_given_back(store: File) -> None:
    ids = [section.id for section in follow(store, ("World", ()), ("Sport", ())).added]
    assert refreshes.lease_holders(store) == ()
    refreshes.take_lease(store, ids[:1], "one", 60)
    refreshes.take_lease(store, ids[1:], "two", 60)
    refreshes.release_lease(store, "one")
    assert refreshes.lease_holders(store) == ("two",)
    assert refreshes.take_lease(store, ids, "three", 60) == (ids[0],)


def test_of_some_sections_those_gone_are_asked_too(store: File) -> None:
    world, sport = follow(store, ("World", ()), ("Sport", ())).added
    with store.writing() as db:
        db.execute("UPDATE sections SET gone = 1 WHERE id = ?", (world.id,))
    assert [job.section_id for job in refreshes.jobs(store)] == [sport.id]
    assert [job.section_id for job in refreshes.jobs(store, [world.id])] == [world.id]
    assert refreshes.jobs(store, []) == ()


def test_an_answer_that_says_nothing_is_changed_brings_nothing(store: File) -> None:
    (section,) = follow(store, ("World", entries(1))).added
    assert refreshes.keep(store, Gathered(section.id, entries(1, 2), unchanged=True)) == 0
    assert titles(stories.window(store, EVERY)) == ["Story 1"]


@pytest.mark.parametrize(
    ("site", "section", "called"),
    [
        ("", "", ("The Paper", "The Paper")),
        ("a.example", "https://a.example/feed", ("The Paper", "The Paper")),
        ("My paper", "a.example", ("My paper", "The Paper")),
        ("a.example", "Mine", ("The Paper", "Mine")),
        ("My paper", "Mine", ("My paper", "Mine")),
    ],
)
def test_what_was_named_for_want_of_a_name_is_called_as_its_feed_calls_itself(
    store: File, site: str, section: str, called: tuple[str, str]
) -> None:
    offered = SiteOffer("x", "https://a.example/", (Offer("x", "https://a.example/feed"),))
    (added,) = sections.follow(store, offered).added
    with store.writing() as db:
        db.execute("UPDATE sites SET name = ?", (site,))
        db.execute("UPDATE sections SET name = ?", (section,))
    refreshes.keep(store, Gathered(added.id, title="The Paper"))
    (known,) = sections.sites(store)
    assert (known.name, known.sections[0].name) == called


def test_what_a_list_names_and_was_followed_before_is_followed_again_in_the_folder_of_the_list(store: File) -> None:
    (known,) = follow(store, ("World", entries(1))).added
    sections.unfollow(store, [known.id])
    (listed_id,) = listed(store, "https://a.example/").values()
    folders.put(store, [listed_id], folders.new(store, "News"))
    refreshes.keep(store, Gathered(listed_id, (), instead=Offer("World", known.url)))
    assert [section.id for section in sections.sections(store)] == [known.id]
    assert folders.tree(store)[0].section_ids == (known.id,)
    assert titles(stories.window(store, EVERY)) == ["Story 1"]
