"""The shape of an address: what it says of the page behind it."""

from datetime import UTC, datetime

import pytest

from tui.parse.page.addresses import day_of, judge, leads_to_a_list, story_key, telling, word_count

SITE = "https://news.example/"


@pytest.mark.parametrize(
    "path",
    [
        "2024/05/17/bridge-opens-after-long-repairs",
        "politics/minister-resigns-over-missing-letters-4471983",
        "article/4529-Storm-Closes-The-Harbour",
        "story.php?id=88213",
        "दिल्ली-में-बारिश-से-जलभराव",
        "طوفان-يغلق-الميناء-حتى-الاثنين",
        "photos-of-the-flood-that-nobody-had-seen-coming",
        "video-of-the-rescue-shows-how-close-it-was",
    ],
)
def test_a_storys_address_speaks_for_it(path: str) -> None:
    assert judge(SITE + path).score > 1.5


@pytest.mark.parametrize(
    "path",
    ["politics", "tag/floods", "author/ann-smith", "newsletter/signup", "video/88213/storm", "pictures/storm.jpg"],
)
def test_a_list_a_service_and_a_film_are_told_from_stories(path: str) -> None:
    assert judge(SITE + path).score < 0


def test_a_word_that_a_whole_site_writes_says_nothing() -> None:
    film = SITE + "video/harbour-closed-after-the-storm-of-sunday"
    assert judge(film).media
    assert not judge(film, frozenset({"video"})).media
    assert telling(film) == {"video"}


def test_what_stands_behind_the_word_of_a_list_is_a_name() -> None:
    assert not judge(SITE + "category/apps/").service
    assert not judge(SITE + "search/label/Politics").service  # as Blogger writes its labels
    assert judge(SITE + "apps/").service


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2024/05/17/bridge", (2024, 5, 17)),
        ("17.05.2024-bridge", (2024, 5, 17)),
        ("20240517/bridge", (2024, 5, 17)),
        ("2024/may/17/bridge", (2024, 5, 17)),
    ],
)
def test_the_day_in_an_address(path: str, day: tuple[int, int, int]) -> None:
    assert day_of(judge(SITE + path)) == datetime(*day, tzinfo=UTC)


@pytest.mark.parametrize("path", ["2024/bridge", "2024/13/40/bridge", "bridge-20000"])
def test_what_is_no_day(path: str) -> None:
    assert day_of(judge(SITE + path)) is None


def test_lists_are_told_by_the_word_before_a_name() -> None:
    assert leads_to_a_list(SITE + "category/floods")
    assert not leads_to_a_list(SITE + "floods/category")


@pytest.mark.parametrize(
    ("path", "query", "key"),
    [
        ("/2024/05/17/bridge", "", "/2024/05/17/bridge"),
        ("/tag/bridge-opens-after-repairs", "", ""),
        ("/politics", "", None),
        ("/story.php", "id=88213", "/story.php?id=88213"),
        ("/privacy-policy", "", ""),
    ],
)
def test_the_key_of_another_story_of_the_site(path: str, query: str, key: str | None) -> None:
    assert story_key(path, query) == key


def test_words_are_counted_in_scripts_without_blanks_too() -> None:
    assert word_count("Storm closes the harbour") == 4
    assert word_count("台风关闭港口") == 3
    assert word_count("วิทยาศาสตร์") == 2.75


def test_a_story_may_be_asked_for_in_one_word() -> None:
    assert judge("https://a.example/spip.php?article4101").numbered
    assert not judge("https://a.example/spip.php?rubrique4").numbered
