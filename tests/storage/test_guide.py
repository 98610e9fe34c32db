"""The Guide is taken in and replaced, and its marks are kept."""

from tests.moments import at
from tests.storage.paper import EVERY, HOUR, NOW, article, entries, follow, found, story, titles
from tui.model import Article, Counts, Entry, Kind, Offer, SiteOffer, StoryFilter
from tui.storage import guide, marks, refreshes, sections, stories
from tui.storage.file import File
from tui.values import replace


def edition(**stories: str) -> tuple[SiteOffer, list[Article]]:
    given = [Entry(title, f"guide:/start/{name}", published=NOW) for name, title in stories.items()]
    texts = [article(one.url, f"{one.title} explained", source="guide") for one in given]
    return SiteOffer("The Guide", "guide:/", (Offer("Start", "guide:/start", Kind.GUIDE, entries=tuple(given)),)), texts


def test_the_guide_is_taken_in_and_replaced_with_marks_kept(store: File) -> None:
    assert guide.site(store).sections == ()
    assert guide.take(store, *edition(a="Welcome", b="Keys", c="Old"), "1") == 3
    assert (guide.version(store), stories.counts(store)) == ("1", Counts(3, 3, 0, 3, 3))
    marks.mark(store, [story(store, "guide:/start/b").id], read=True, starred=True)
    ids = stories.ids_of(store, ["guide:/start/a", "guide:/start/b"])
    assert guide.take(at(store, NOW + HOUR), *edition(a="Welcome back", b="Keys", d="New"), "2") == 3
    assert stories.ids_of(store, ["guide:/start/a", "guide:/start/b"]) == ids
    assert sorted(titles(stories.window(store, StoryFilter(guide=True)))) == ["Keys", "New", "Welcome back"]
    assert found(store, "explained welcome") == ["Welcome back"]
    assert titles(stories.window(store, StoryFilter(starred=True))) == ["Keys"]
    assert guide.version(store) == "2"
    assert sections.sites(store) == ()
    assert [section.unread for section in guide.site(store).sections] == [2]
    assert refreshes.jobs(store) == ()
    assert sections.unfollow(store, [guide.site(store).sections[0].id]) == 0
    assert len(stories.window(store, StoryFilter(guide=True))) == 3
    follow(store, ("World", entries(1)))
    assert titles(stories.window(store, StoryFilter(news=True))) == ["Story 1"] == found(store, "story", news=True)
    assert titles(stories.window(store, EVERY)) == ["Story 1"]
    assert (stories.counts(store).stories, stories.counts(store).guide) == (1, 3)


def test_no_other_site_writes_in_the_guide(store: File) -> None:
    guide.take(store, *edition(a="Welcome"), "1")
    follow(store, ("World", (Entry("Send me money", "guide:/start/a"), Entry("Of mine", "guide:/start/b"))))
    assert titles(stories.window(store, StoryFilter(guide=True))) == ["Welcome"]
    assert stories.window(store, EVERY) == ()


def test_a_section_that_an_edition_no_longer_has_goes_with_its_stories(store: File) -> None:
    whole, given = edition(a="Welcome", b="Keys")
    more = Offer("More", "guide:/more", Kind.GUIDE, entries=(Entry("Rarely used", "guide:/more/x", published=NOW),))
    guide.take(store, replace(whole, sections=(*whole.sections, more)), given, "1")
    assert [section.name for section in guide.site(store).sections] == ["Start", "More"]
    guide.take(store, whole, given, "2")
    assert [section.name for section in guide.site(store).sections] == ["Start"]
    assert sorted(titles(stories.window(store, StoryFilter(guide=True)))) == ["Keys", "Welcome"]


def test_the_sections_of_an_edition_have_its_names_and_its_order(store: File) -> None:
    start, more = Offer("Start", "guide:/start", Kind.GUIDE), Offer("More", "guide:/more", Kind.GUIDE)
    assert guide.site(store).id == 0
    guide.take(store, SiteOffer("The Guide", "guide:/", (start, more)), (), "1")
    guide.take(store, SiteOffer("The Guide", "guide:/", (replace(more, name="Even more"), start)), (), "2")
    shown = guide.site(store)
    assert shown.id and [section.name for section in shown.sections] == ["Even more", "Start"]
    assert all(section.succeeded == NOW for section in shown.sections)


def test_a_page_that_a_person_starred_outlives_its_edition(store: File) -> None:
    guide.take(store, *edition(a="Welcome", b="Keys", c="Old"), "1")
    marks.mark(store, [story(store, "guide:/start/b").id], starred=True)
    guide.take(store, *edition(a="Welcome"), "2")
    assert titles(stories.window(store, StoryFilter(starred=True))) == ["Keys"]
    assert titles(stories.window(store, StoryFilter(guide=True))) == ["Welcome"]
    assert stories.ids_of(store, ["guide:/start/c"]) == (0,)
