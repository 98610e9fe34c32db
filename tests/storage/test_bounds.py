"""Nothing of any length comes into the library: what is longer is cut where a part is of use, or left out."""

from tests.storage.paper import entry, follow, found, titles
from tui.model import Enclosure, Entry, Offer, SiteOffer, StoryFilter
from tui.storage import bounds, sections, stories, tags
from tui.storage.file import File


def test_an_ordinary_entry_is_left_as_it_is() -> None:
    given = entry(1, summary="What happened", content="<p>text</p>")
    assert bounds.entry(given) is given


def test_a_long_entry_is_cut() -> None:
    given = bounds.entry(
        Entry(
            "x" * 13_000_000,
            "https://a.example/" + "y" * 9_000,
            "z" * 9_000,
            "s" * 1_000_000,
            "c" * 9_000_000,
            authors=tuple("n" * 1000 for _ in range(1000)),
            picture="https://a.example/" + "p" * 9_000,
            enclosures=tuple(Enclosure(f"https://a.example/{number}") for number in range(1000)),
        )
    )
    assert (len(given.title), given.url, given.guid, len(given.summary)) == (bounds.TITLE, "", "", bounds.SUMMARY)
    assert len(given.content) == bounds.CONTENT
    assert (len(given.authors), len(given.authors[0]), given.picture) == (bounds.PEOPLE, bounds.NAME, "")
    assert len(given.enclosures) == bounds.PEOPLE
    assert given.title.endswith("x…")


def test_a_tower_of_marks_is_six_high() -> None:
    assert bounds.line("a" + "\u0301" * 500 + "b") == "a" + "\u0301" * 6 + "b"
    assert bounds.line("e\u0301te\u0301") == "e\u0301te\u0301"


def test_the_gate_stands_before_every_verb(store: File) -> None:
    (section,) = follow(store, ("World", (entry(1, title="Ferry " + "x" * 100_000),))).added
    assert len(titles(stories.window(store, StoryFilter()))[0]) == bounds.TITLE
    assert len(found(store, "ferry")) == 1
    far = SiteOffer("N" * 10_000, "https://b.example/", (Offer("S" * 10_000, "https://b.example/feed"),))
    followed = sections.follow(store, far)
    assert (len(followed.site.name), len(followed.added[0].name)) == (bounds.NAME, bounds.NAME)
    assert (
        sections.follow(
            store, SiteOffer("X", "https://c.example/", (Offer("X", "https://c.example/" + "x" * 9_000),))
        ).added
        == ()
    )
    tags.tag(store, [1], "t" * 10_000)
    tags.keep_note(store, 1, "n" * 100_000)
    assert (len(tags.every(store)[0].name), len(tags.note(store, 1))) == (bounds.NAME, bounds.NOTE)
    assert section.id == 1


def test_what_a_feed_encloses_is_kept(store: File) -> None:
    audio = Enclosure("https://a.example/1.mp3", "audio/mpeg", 1_000, 90)
    given = entry(1, authors=("Ann Author", "Bo Writer"), picture="https://a.example/1.jpg", enclosures=(audio,))
    follow(store, ("World", (given, entry(2))))
    told, plain = stories.window(store, StoryFilter())
    assert (told.authors, told.picture) == (("Ann Author", "Bo Writer"), "https://a.example/1.jpg")
    assert stories.enclosures(store, told.id) == (audio,)
    assert (plain.authors, plain.picture, stories.enclosures(store, plain.id)) == ((), "", ())


def test_what_is_just_as_long_as_it_may_be_is_left_whole() -> None:
    assert [bounds.line(text, 4) for text in ("abc", "abcd", "abcde")] == ["abc", "abcd", "abc…"]
