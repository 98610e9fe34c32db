"""What is followed: archived and taken up again, named, ordered, muted and hidden; and everything taken back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from tests.storage.paper import EVERY, NOW, entries, follow, found, is_durable, offer, story, titles
from tui.errors import AskError
from tui.jobs import Failure, Gathered
from tui.model import Counts, Entry, Offer, SiteOffer, StoryFilter
from tui.storage import actions, downloads, folders, guide, marks, refreshes, retention, sections, stories
from tui.storage.file import File
from tui.values import replace


@pytest.fixture
def file(store: File) -> File:
    sections.follow(store, offer(("World", entries(1, 2)), ("Sport", entries(2, 3))))
    sections.follow(store, offer(("Arts", entries(4)), site="https://b.example", name="The Gazette"))
    return store


def rows(file: File) -> list[object]:
    return [stories.order(file, EVERY), stories.counts(file), *sections.sections(file), *sections.archived(file)]


CHANGES: dict[str, Callable[[File], object]] = {
    "unfollow": lambda file: sections.unfollow(file, [2, 3]),
    "rename": lambda file: sections.rename(file, 1, "The World"),
    "rename what is all of its site": lambda file: sections.rename(file, 3, "The Only One"),
    "rename a site": lambda file: sections.rename_site(file, 1, "The Daily Paper"),
    "mute": lambda file: sections.mute(file, [2, 3]),
    "hide": lambda file: sections.hide(file, [3]),
    "interval": lambda file: sections.set_interval(file, [1], 15),
    "full text": lambda file: sections.set_full_text(file, [1], "refresh"),
    "order sections": lambda file: sections.order_sections(file, 1, [2, 1]),
    "order sites": lambda file: sections.order_sites(file, [2]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_taken_back_and_done_again(file: File, name: str) -> None:
    before, done = rows(file), len(actions.history(file))
    CHANGES[name](file)
    after = rows(file)
    assert after != before
    assert len(actions.history(file)) == done + 1
    actions.undo(file)
    assert rows(file) == before
    actions.redo(file)
    assert rows(file) == after


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_survives_a_power_cut(file: File, name: str) -> None:
    assert is_durable(file, lambda: CHANGES[name](file))


def test_what_is_followed_survives_a_power_cut(store: File) -> None:
    assert is_durable(store, lambda: follow(store, ("World", ())))


def test_what_is_archived_is_in_no_list_of_all_and_is_not_asked(file: File) -> None:
    sections.unfollow(file, [2])
    assert titles(stories.window(file, EVERY)) == ["Story 1", "Story 2", "Story 4"]
    assert stories.counts(file).unread == 3
    assert {job.section_id for job in refreshes.jobs(file)} == {1, 3}
    assert titles(stories.window(file, StoryFilter(section_id=2))) == ["Story 2", "Story 3"]
    assert found(file, "story 3") == ["Story 3"]


def test_a_story_offered_elsewhere_is_in_the_lists_again(file: File) -> None:
    sections.unfollow(file, [2])
    refreshes.keep(file, Gathered(1, entries(1, 2, 3)))
    assert titles(stories.window(file, EVERY)) == ["Story 1", "Story 2", "Story 3", "Story 4"]


def test_what_is_archived_is_tidied_away_in_time_but_not_what_was_touched(file: File) -> None:

    marks.mark(file, [story.id for story in stories.window(file, StoryFilter(section_id=3))], starred=True)
    sections.unfollow(file, [2, 3])
    file.clock = lambda: NOW + timedelta(days=400)
    plan = retention.plan(file)
    assert [part.count for part in plan if part.what == "stories"] == [1]
    retention.tidy(file, plan)
    assert found(file, "story 3") == []
    assert found(file, "story 4") == ["Story 4"]


def test_a_muted_section_is_a_list_of_its_own_alone(file: File) -> None:
    assert sections.mute(file, [3]) == 1
    assert sections.mute(file, [3]) == 0
    assert titles(stories.window(file, EVERY)) == ["Story 1", "Story 2", "Story 3"]
    assert titles(stories.window(file, StoryFilter(section_id=3))) == ["Story 4"]
    refreshes.keep(file, Gathered(3, entries(4, 5, site="https://b.example")))
    assert titles(stories.window(file, EVERY)) == ["Story 1", "Story 2", "Story 3"]
    assert sections.mute(file, [3], muted=False) == 1
    assert titles(stories.window(file, EVERY)) == ["Story 1", "Story 2", "Story 3", "Story 4", "Story 5"]


def test_a_section_that_is_all_of_its_site_gives_it_its_name(file: File) -> None:
    sections.rename(file, 3, "Evening Post")
    sections.rename(file, 1, "Abroad")
    assert [(site.name, [each.name for each in site.sections]) for site in sections.sites(file)] == [
        ("The Paper", ["Abroad", "Sport"]),
        ("Evening Post", ["Evening Post"]),
    ]
    sections.unfollow(file, [2])
    sections.rename(file, 1, "The Paper Abroad")
    assert sections.sites(file)[0].name == "The Paper Abroad"


def test_a_name_is_one_line_and_not_endless(file: File) -> None:
    sections.rename(file, 1, " Far\n\x1baway " + "x" * 1000)
    (name,) = [section.name for section in sections.sections(file) if section.id == 1]
    assert name.startswith("Far away x") and len(name) == 300
    with pytest.raises(AskError):
        sections.rename(file, 1, "\n")


def test_following_takes_every_section_but_comments_and_their_stories(store: File) -> None:
    given = offer(("World", entries(1, 2)), ("Sport", entries(3)))
    comments = Offer("Comments", "https://a.example/comments/feed", comments=True)
    followed = sections.follow(store, replace(given, sections=(*given.sections, comments)))
    assert [section.name for section in followed.added] == ["World", "Sport"]
    assert followed.stories == 3
    assert sections.sites(store) == (followed.site,)
    assert [(section.stories, section.unread) for section in followed.site.sections] == [(2, 2), (1, 1)]


def test_following_takes_what_was_chosen(store: File) -> None:
    followed = sections.follow(store, offer(("World", ()), ("Sport", ())), [1], folder=("Games",))
    assert [(section.name, section.folders) for section in followed.site.sections] == [("Sport", (("Games",),))]


def test_a_section_is_followed_once(store: File) -> None:
    follow(store, ("World", entries(1)))
    again = follow(store, ("World", entries(1)), ("Sport", ()))
    assert [section.name for section in again.added] == ["Sport"]
    assert [section.name for section in again.site.sections] == ["World", "Sport"]
    nothing = follow(store, ("World", ()))
    assert (nothing.added, nothing.site) == ((), again.site)
    assert sections.follow(store, offer()).site.id == 0
    assert len(sections.sites(store)) == 1


def test_a_section_with_a_bare_name_takes_its_feeds_title(store: File) -> None:
    nameless = SiteOffer("", "https://a.example/", (Offer("", "https://a.example/feed"),))
    (section,) = sections.follow(store, nameless).added
    refreshes.keep(store, Gathered(section.id, title="The Paper"))
    known = sections.section(store, section.id)
    assert known is not None
    assert known.name == "The Paper"
    assert sections.section(store, 99) is None


def test_letting_a_section_go_keeps_what_a_person_touched(store: File) -> None:
    sport, world = follow(store, ("Sport", entries(1, 2, 3, 4)), ("World", entries(4, 5))).added
    marks.mark(store, [story(store, "https://a.example/1").id], starred=True)
    marks.mark(store, [story(store, "https://a.example/2").id], read=True)
    assert sections.unfollow(store, [sport.id]) == 1
    assert titles(stories.window(store, EVERY)) == ["Story 4", "Story 5"]
    assert titles(stories.window(store, StoryFilter(starred=True))) == ["Story 1"]
    assert found(store, "story 2") == ["Story 2"]
    assert stories.counts(store) == Counts(stories=2, unread=2, starred=1)
    assert sections.unfollow(store, [world.id, 99]) == 1
    assert sections.sites(store) == ()
    assert [section.name for section in sections.archived(store)] == ["Sport", "World"]
    assert follow(store, ("Sport", ())).added[0].stories == 4
    assert titles(stories.window(store, EVERY)) == ["Story 1", "Story 2", "Story 3", "Story 4"]


def test_a_site_that_is_followed_again_has_its_new_name(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    sections.unfollow(store, [section.id])
    again = sections.follow(store, replace(offer(("World", ())), name="The New Paper"))
    assert again.site.name == "The New Paper"
    assert again.site.id == section.site_id
    assert again.added[0].id == section.id


def test_whose_name_it_has_tells_a_section_from_another(store: File) -> None:
    ann, bo = (f"https://{who}:secret@a.example/feed" for who in ("ann", "bo"))
    assert (
        len(sections.follow(store, SiteOffer("A", "https://a.example/", (Offer("Ann", ann), Offer("Bo", bo)))).added)
        == 2
    )
    assert sections.follow(store, SiteOffer("A", "https://a.example/", (Offer("Ann", ann),))).added == ()
    every = tuple(Offer(name, f"https://a.example/all?ref={name}") for name in ("world", "sport"))
    assert len(sections.follow(store, SiteOffer("A", "https://a.example/", every)).added) == 2


def test_a_section_of_an_older_library_is_followed_once(store: File) -> None:
    url = "https://a.example/feed?utm_source=reader"
    (section,) = sections.follow(store, SiteOffer("A", "https://a.example/", (Offer("Feed", url),))).added
    with store.writing() as db:
        db.execute("UPDATE sections SET key = 'a.example/feed' WHERE id = ?", (section.id,))
    assert sections.follow(store, SiteOffer("A", "https://a.example/", (Offer("Feed", url),))).added == ()
    other = Offer("Other", "https://a.example/feed?utm_source=mail")
    assert len(sections.follow(store, SiteOffer("A", "https://a.example/", (other,))).added) == 1


def test_a_following_is_taken_back_whole_and_done_again(store: File) -> None:
    followed = sections.follow(store, offer(("World", entries(1, 2)), ("Sport", entries(3))), folder=("News",))
    assert len(followed.added) == 2
    taken = actions.undo(store)
    assert taken is not None and (taken.verb, taken.what) == ("follow", "The Paper")
    assert (sections.sites(store), folders.tree(store), stories.counts(store).unread) == ((), (), 0)
    actions.redo(store)
    assert [section.name for section in sections.sections(store)] == ["World", "Sport"]
    assert (folders.tree(store)[0].name, stories.counts(store).unread) == ("News", 3)


def test_a_section_is_asked_as_often_and_for_as_much_as_a_person_chose(store: File) -> None:
    (section,) = follow(store, ("World", entries(1))).added
    refreshes.keep(store, Gathered(section.id, entries(1)), interval_minutes=240)
    sections.set_interval(store, [section.id], 30)
    sections.set_full_text(store, [section.id], "feed")
    (job,) = refreshes.jobs(store)
    assert (job.minutes, job.full_text) == (30, "feed")
    assert sections.sections(store)[0].next_check == NOW + timedelta(minutes=30)
    (download,) = downloads.unread(store, EVERY)
    assert download.full_text == "feed"
    for minutes in (600, 0, -5):  # asked more rarely, or as the configuration says: from the next time on
        sections.set_interval(store, [section.id], minutes)
        assert refreshes.jobs(store)[0].minutes == max(minutes, 0)
        assert sections.sections(store)[0].next_check == NOW + timedelta(minutes=30)


def test_what_was_asked_for_is_trusted_on_its_host_and_all_of_it_where_a_person_typed_it(store: File) -> None:
    def trusted(site: str, **given: Any) -> bool:
        made = replace(offer(("World", ()), site=site), asked=f"https://{given.pop('asked', 'other.example')}/")
        (section,) = sections.follow(store, made, **given).added
        return next(job.trusted for job in refreshes.jobs(store) if job.section_id == section.id)

    assert not trusted("https://one.example")
    assert trusted("https://two.example", trusted=True)
    assert trusted("https://three.example", asked="three.example")


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (("One",), "One"),
        (("One", "Two", "Three"), "One, Two, Three"),
        (("One", "Two", "Three", "Four", "Five"), "One, Two, Three and 2 more"),
    ],
)
def test_an_act_names_a_few_sections_and_counts_the_others(store: File, names: tuple[str, ...], called: str) -> None:
    added = sections.follow(store, offer(*((name, ()) for name in names))).added
    sections.unfollow(store, [section.id for section in added])
    assert actions.history(store, 1)[0].what == called


def test_a_password_leaves_an_address_and_nothing_that_only_looks_like_one(store: File) -> None:
    with_password, without = "https://ada:secret@two.example/f", "https://one.example/a:b:c@d"
    for url in (with_password, without):
        sections.follow(store, SiteOffer("P", url, (Offer("P", url),)))
    (section, _) = sections.sections(store)
    with store.writing() as db:  # where it stood before it moved, as an older version kept it
        old = "ada:secret@old.example/f"
        db.execute("INSERT INTO addresses (key, section_id) VALUES (?, ?)", (old, section.id))
    changed: list[str] = []

    def change(url: str) -> str:
        changed.append(url)
        return "https://ada@two.example/f"

    sections.readdress(store, change)
    assert changed == [with_password]
    assert {section.url for section in sections.sections(store)} == {"https://ada@two.example/f", without}
    assert "secret" not in str(store._db.execute("SELECT key FROM addresses").fetchall())
    assert "ada@old.example/f" in str(store._db.execute("SELECT key FROM addresses").fetchall())


def test_what_was_gone_is_asked_again_once_a_person_follows_it(store: File) -> None:
    (section,) = follow(store, ("World", entries(1))).added
    with store.writing() as db:
        db.execute("UPDATE sections SET gone = 1, gone_since = 5")
    assert refreshes.jobs(store) == ()
    follow(store, ("World", ()))
    assert [job.section_id for job in refreshes.jobs(store)] == [section.id]


def test_what_a_person_does_not_name_comes_after_what_they_do(store: File) -> None:
    follow(store, *((name, ()) for name in ("World", "Sport", "Arts", "Books")))
    sections.order_sections(store, 1, [3, 2])
    assert [section.name for section in sections.sections(store)] == ["Arts", "Sport", "World", "Books"]
    for name in ("b", "c"):
        sections.follow(store, offer((name, ()), site=f"https://{name}.example", name=name))
    sections.order_sites(store, [3])
    assert [site.name for site in sections.sites(store)] == ["c", "The Paper", "b"]


def test_the_guide_is_not_unfollowed(store: File) -> None:
    page = Entry("Every key", "guide:/start/keys", "keys")
    guide.take(store, SiteOffer("The Guide", "guide:/", (Offer("Start", "guide:/start", entries=(page,)),)), (), "1")
    section = guide.site(store).sections[0]
    assert sections.unfollow(store, [section.id]) == 0
    assert guide.site(store).sections[0].stories == 1
    assert sections.sites(store) == ()


def test_a_section_that_fails_is_not_asked_sooner_because_it_is_asked_more_often(store: File) -> None:
    (section,) = follow(store, ("World", ())).added
    refreshes.keep(store, Gathered(section.id, failure=Failure("it is ill", 500)), interval_minutes=240)
    before = sections.sections(store)[0].next_check
    sections.set_interval(store, [section.id], 1)
    assert sections.sections(store)[0].next_check == before


def test_an_unread_count_is_that_of_all_sections_of_a_site(store: File) -> None:
    follow(store, ("World", entries(1, 2)), ("Sport", entries(2, 3)))
    marks.mark(store, stories.ids_of(store, ["https://a.example/1"]), read=True)
    (site,) = sections.sites(store)
    assert [(one.stories, one.unread) for one in site.sections] == [(2, 1), (2, 2)]


def test_what_is_followed_already_stays_at_its_site_wherever_it_is_found_again(store: File) -> None:
    follow(store, ("World", ()), ("Sport", ()))
    known = offer(("World", ()), ("Sport", ()))
    elsewhere = replace(known, name="A List of Feeds", url="https://list.example/")
    again = sections.follow(store, elsewhere)
    assert (again.site.name, again.added) == ("The Paper", ())
    arts = Offer("Arts", "https://list.example/arts/feed")
    other = sections.follow(store, replace(elsewhere, sections=(*known.sections, arts)))
    assert [(site.name, len(site.sections)) for site in sections.sites(store)] == [
        ("The Paper", 2),
        ("A List of Feeds", 1),
    ]
    assert [section.name for section in other.added] == ["Arts"]


def test_two_addresses_that_differ_by_their_passwords_alone_stay_two_sections(store: File) -> None:
    for name in ("one", "two"):
        sections.follow(store, offer((name.title(), entries(1)), site=f"https://{name}.example", name=name))
    with store.writing() as db:  # as an older version kept them
        for section in (1, 2):
            db.execute(f"UPDATE sections SET url = 'https://ada:secret{section}@a.example/f' WHERE id = {section}")
    sections.readdress(store, lambda _: "https://ada@a.example/f")
    sections.readdress(store, lambda _: "https://ada@a.example/f")
    assert {section.url for section in sections.sections(store)} == {"https://ada@a.example/f"}
    with store.reading() as db:
        keys = [key for (key,) in db.execute("SELECT key FROM sections ORDER BY id")]
    assert keys == ["ada@a.example/f", "ada@a.example/f#2"]


def test_an_address_is_trusted_where_one_on_its_host_was_typed(store: File) -> None:
    sections.follow(store, offer(("World", ())), trusted=True)
    sections.follow(store, offer(("World", ()), site="https://b.example"))
    asked = ("https://a.example/any", "https://b.example/any", "https://c.example/any")
    assert [sections.trusts(store, url) for url in asked] == [True, False, False]
