"""A query feed finds as a search what newsboat finds by it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import ParseError
from tui.model import Entry, Offer, SiteOffer, StoryFilter
from tui.parse.feeds.newsboat import named, tokens, words
from tui.storage import folders, marks, sections, stories
from tui.storage.file import File

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("expression", "meant"),
    [
        ('unread = "yes"', "is:unread"),
        ('unread != "yes"', "-is:unread"),
        ('unread = "no"', "-is:unread"),
        ('unread = "yes" and tags # "news"', "is:unread folder:news"),
        ('unread="yes" and tags !# "cloud security"', 'is:unread -folder:"cloud security"'),
        ('tags # "blog" or tags # "podcast"', "folder:blog | folder:podcast"),
        ('flags # "s"', "is:starred"),
        ("age < 7", "since:7d"),
        ("age <= 7", "since:8d"),
        ("age > 7", "before:8d"),
        ("age >= 7", "before:7d"),
        ("age between 0:7", "since:8d"),
        ("age between 3:10", "since:11d before:3d"),
        ('title =~ "media:"', 'headline:"media:"'),
        ('title !~ "linux|bsd"', "-headline:linux -headline:bsd"),
        ('title =~ "linux" or content =~ ".*linux.*"', "headline:linux | linux"),
        ('feedtitle = "The Gazette"', 'section:"The Gazette"'),
        (r'rssurl =~ "https://www\\.paper\\.example"', "site:www.paper.example"),
        # and and or bind alike, and to the right
        ('unread = "yes" and tags # "a" or tags # "b"', "is:unread folder:a | is:unread folder:b"),
        ('(unread = "yes" and tags # "a") or tags # "b"', "is:unread folder:a | folder:b"),
    ],
)
def test_an_expression_becomes_words(expression: str, meant: str) -> None:
    assert words(expression) == meant


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("", "it is incomplete"),
        ("unread =", "it is incomplete"),
        ('(unread = "yes"', "it is incomplete"),
        ('(unread = "yes" unread = "no")', "a parenthesis is not closed"),
        ('unread = "yes")', ") is too much"),
        ('unread = "yes" and author =~ "Ann"', 'author =~ "Ann" cannot be expressed as a search'),
        ("unread_count > 0", "unread_count > 0 cannot be expressed as a search"),
        ('title =~ "^The [A-Z]"', 'title =~ "^The [A-Z]" cannot be expressed as a search'),
        ('rssurl =~ "tube.example/feeds"', 'rssurl =~ "tube.example/feeds" cannot be expressed as a search'),
        ('title = "!!!"', 'title = "!!!" cannot be expressed as a search'),
        ("title ; rm", "; rm cannot be read"),
        (" or ".join(f'tags # "{number}"' for number in range(17)), "it has more than 16 alternatives"),
        ("(" * 10_000, "it is nested too deeply"),
        (" and ".join(['unread = "yes"'] * 10_000), "it is nested too deeply"),
    ],
)
def test_what_no_search_can_tell_is_refused_by_its_part(expression: str, said: str) -> None:
    with pytest.raises(ParseError) as refused:
        words(expression)
    assert str(refused.value) == said


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(['unread = "yes"', " and ", " or ", "(", ")", "age", "between", "1:3", "=~", '"a|b"', "title", "\\", '"'])
        | st.text(max_size=3)
    ).map("".join)
)  # fmt: skip
def test_any_expression_is_read_or_refused(expression: str) -> None:
    try:
        assert words(expression)
    except ParseError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("expression", "meant"),
    [
        ("age = 3", "since:4d before:3d"),
        ("age == 0", "since:1d before:0d"),
        ("age between 1:1", "since:2d before:1d"),
        ('flags !# "s"', "-is:starred"),
        ('flags =~ ".*"', "is:starred"),
        ('title == "Ships"', "headline:Ships"),
        (r'title = "the \"Sea\""', 'headline:"the  Sea"'),
        ('title =~ "(sea|ships)"', "headline:sea | headline:ships"),
        (r'title =~ "C\\+\\+ news"', 'headline:"C++ news"'),
        ('feedlink =~ "http://paper.example/"', "site:paper.example"),
        ('content # "a.b"', "a.b"),
        ('unread = "yes" and unread = "yes"', "is:unread"),
    ],
)
def test_what_is_written_in_other_ways_means_the_same(expression: str, meant: str) -> None:
    assert words(expression) == meant


def test_what_a_query_is_within_holds_for_each_of_its_alternatives() -> None:
    assert words('title # "sea" or title # "ships"', ["is:unread"]) == (
        "is:unread headline:sea | is:unread headline:ships"
    )


@pytest.mark.parametrize(
    "expression",
    [
        "age between 3",
        "age < 123456",
        "age ! 3",
        'unread = "perhaps"',
        'unread < "yes"',
        'flags # "x"',
        'title < "sea"',
        'rssurl = "https://paper.example/feed"',
    ],
)
def test_a_comparison_without_an_equal_is_refused_as_it_was_written(expression: str) -> None:
    with pytest.raises(ParseError, match=r"cannot be expressed as a search|cannot be read"):
        words(expression)


def test_as_many_alternatives_are_read_as_a_search_may_have_and_as_many_comparisons_in_a_row() -> None:
    assert words(" or ".join(f'tags # "{number}"' for number in range(16))).count("|") == 15
    assert words(" and ".join(['unread = "yes"'] * 201)) == "is:unread"
    with pytest.raises(ParseError, match="nested too deeply"):
        words(" and ".join(['unread = "yes"'] * 202))


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("a  b\tc", ["a", "b", "c"]),
        ('set "two words" # and why', ["set", "two words"]),
        (r'"a \"quoted\" word"', ['a "quoted" word']),
        ('"never closed', ["never closed"]),
        ('a#b "#c" #d', ["a#b", "#c"]),
        ('""', [""]),
        ("", []),
        ("# all of it", []),
    ],
)
def test_the_words_of_a_line(row: str, found: list[str]) -> None:
    assert list(tokens(row)) == found


def test_a_name_is_one_term_of_a_search() -> None:
    assert named("section", "The Gazette") == 'section:"The Gazette"'
    assert named("section", "Gazette") == "section:Gazette"
    assert named("section", "…") == ""


# Against newsboat's meaning, story by story


@dataclass(frozen=True)
class Told:
    """A story as newsboat's attributes tell it."""

    number: int
    title: str
    content: str
    tags: tuple[str, ...]
    feed: str
    read: bool
    starred: bool
    age: int


FEEDS = (("Morning", ("news", "local")), ("Kernel", ("tech",)), ("Essays", ("local", "long reads")))
STORIES = tuple(
    Told(
        number,
        ("harbour news", "kernel released", "essay on harbours")[number // 3 % 3],
        ("ferry strike", "scheduler")[number % 2],
        FEEDS[number % 3][1],
        FEEDS[number % 3][0],
        number % 4 == 0,
        number % 5 == 0,
        number % 6,
    )
    for number in range(36)
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[File]:
    with File(tmp_path_factory.mktemp("newsboat") / "library.db", clock=lambda: NOW) as made:
        fill(made)
        yield made


def fill(made: File) -> None:
    for name, tags in FEEDS:
        root = f"https://{name.lower()}.example"
        entries = tuple(
            Entry(
                one.title,
                f"{root}/{one.number}",
                content=one.content,
                published=NOW - timedelta(days=one.age, minutes=one.number + 1),
            )
            for one in STORIES
            if one.feed == name
        )
        offer = SiteOffer(name, f"{root}/", (Offer(name, f"{root}/feed", entries=entries),))
        followed = sections.follow(made, offer)
        for tag in tags:
            folders.put(made, [followed.added[0].id], folders.new(made, tag))
    for one in STORIES:
        ids = stories.ids_of(made, [f"https://{one.feed.lower()}.example/{one.number}"])
        marks.mark(made, ids, read=one.read, starred=one.starred)


Meaning = Callable[[Told], bool]


def comparison(attribute: str, operator: str, value: str) -> tuple[str, Meaning]:
    """A comparison, and what newsboat means by it."""

    def holds(one: Told) -> bool:
        match attribute:
            case "unread":
                return one.read is (value == "no")
            case "flags":
                return one.starred
            case "tags":
                return value in one.tags
            case "title":
                return value in one.title.split()
            case "feedtitle":
                return one.feed == value
        assert attribute == "content"
        return value in one.content.split()

    negated = operator.startswith("!")
    return f"{attribute} {operator} {json.dumps(value)}", lambda one: holds(one) is not negated


def ages(low: int, high: int) -> tuple[str, Meaning]:
    return f"age between {low}:{high}", lambda one: low <= one.age <= high


def joined(left: tuple[str, Meaning], joint: str, right: tuple[str, Meaning]) -> tuple[str, Meaning]:
    together = all if joint == "and" else any
    return f"({left[0]}) {joint} ({right[0]})", lambda one: together([left[1](one), right[1](one)])


COMPARISONS = st.one_of(
    st.builds(comparison, st.just("unread"), st.sampled_from(["=", "!="]), st.sampled_from(["yes", "no"])),
    st.builds(comparison, st.just("flags"), st.sampled_from(["#", "!#"]), st.just("s")),
    st.builds(comparison, st.just("tags"), st.sampled_from(["#", "!#"]), st.sampled_from(["news", "local", "long reads", "none"])),
    st.builds(comparison, st.just("title"), st.sampled_from(["#", "!#"]), st.sampled_from(["harbour", "essay", "ferry"])),
    st.builds(comparison, st.just("content"), st.sampled_from(["=~", "!~"]), st.sampled_from(["ferry", "scheduler"])),
    st.builds(comparison, st.just("feedtitle"), st.sampled_from(["=", "!="]), st.sampled_from(["Morning", "Kernel"])),
    st.builds(ages, st.integers(0, 3), st.integers(2, 6)),
)  # fmt: skip
EXPRESSIONS = st.recursive(
    COMPARISONS, lambda inner: st.builds(joined, inner, st.sampled_from(["and", "or"]), inner), max_leaves=5
)


@settings(max_examples=150, deadline=None)
@given(EXPRESSIONS, st.sampled_from([0, 5]))
def test_a_search_finds_what_newsboat_finds(store: File, expression: tuple[str, Meaning], limit: int) -> None:
    written, meaning = expression
    try:
        wanted = StoryFilter(words=words(written))
    except ParseError as error:
        assert "alternatives" in str(error)
        return
    naive = sorted((one for one in STORIES if meaning(one)), key=lambda one: (one.age, one.number))
    found = [int(one.url.rpartition("/")[2]) for one in stories.window(store, wanted, limit)]
    assert found == [one.number for one in naive][: limit or None]
    assert list(stories.order(store, wanted)) == [one.id for one in stories.window(store, wanted, 0)]
