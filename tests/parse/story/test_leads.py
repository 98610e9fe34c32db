"""Which links of a story's page lead to other stories."""

import pytest

from tui.parse.page.markup import look
from tui.parse.page.tree import tree
from tui.parse.story.leads import Links, is_headline, links_of

URL = "https://news.example/2024/05/17/bridge-opens-after-repairs/"


def found(body: str) -> Links:
    return links_of(look(tree(f"<html><head></head><body><h1>Bridge opens</h1>{body}</body></html>")), URL, URL)


def keys(body: str) -> set[str]:
    return set(found(body).owner.values()) - {"", "="}


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ('<a href="/2024/05/16/storm-closes-harbour">Storm</a>', "/2024/05/16/storm-closes-harbour"),
        ('<a href="/storm">The storm that closed the harbour</a>', "/storm"),
        ('<a href="/story.php?id=88213">Storm</a>', "/story.php?id=88213"),
    ],
)
def test_the_address_or_the_words_speak_for_a_story(link: str, key: str) -> None:
    assert keys(link) == {key}


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/tag/storm-closes-the-harbour-again">The storm that closed the harbour</a>',
        '<a href="https://other.test/2024/05/16/storm-closes-harbour">Storm</a>',
        '<a href="#comments">The storm that closed the harbour</a>',
        '<a href="/sport">Sport</a>',
        '<a href="https://shop.news.example/2024/05/16/storm-closes-harbour">Storm</a>',
    ],
)
def test_what_leads_to_no_story_of_the_site(link: str) -> None:
    assert keys(link) == set()


def test_links_to_the_page_itself_are_told() -> None:
    assert set(found(f'<p><a href="{URL}2/">2</a></p>').owner.values()) == {"="}


def test_a_short_headline_needs_a_card_around_it() -> None:
    card = '<div><h3><a href="/at-sea">At Sea</a></h3><p>Nothing sails.</p></div>'
    assert found(card).short == {"/at-sea"}
    assert found('<div><h3><a href="/sea">Sea</a></h3><p>Nothing sails.</p></div>').short == set()
    assert found('<ul><li><a href="/at-sea">At Sea</a></li></ul>').short == set()
    assert found(card + '<p><a href="/at-sea">The long story of those at sea</a></p>').short == set()


def test_beside_a_page_with_a_name_of_one_word_stand_others_that_need_a_label() -> None:
    def short(page: str, link: str) -> set[str]:
        body = f'<html><body><h1>Bees</h1><p><a href="{link}">Moss</a></p></body></html>'
        return links_of(look(tree(body)), page, page).short

    assert short("https://news.example/posts/bees/", "/posts/moss/") == {"/posts/moss"}
    assert short("https://news.example/posts/bees/", "/posts/archive/") == set()
    assert short("https://news.example/posts/bees/", "/moss/") == set()
    assert short("https://news.example/bees/", "/moss/") == set()
    assert short("https://news.example/posts/bees-and-other-friends/", "/posts/moss/") == set()


def test_how_long_a_headline_is() -> None:
    assert is_headline("Storm closes the harbour") and is_headline("台风关闭了整个港口到明天早上")
    assert not is_headline("At Sea")


@pytest.mark.parametrize(
    ("href", "key"),
    [
        ("storm-closes-the-harbour-again", "/2024/05/17/bridge-opens-after-repairs/storm-closes-the-harbour-again"),
        ("../storm-closes-the-harbour-again", "/2024/05/17/storm-closes-the-harbour-again"),
        ("//news.example/2024/05/16/storm-closes-harbour", "/2024/05/16/storm-closes-harbour"),
        (" /2024/05/16/storm-closes-harbour#comments ", "/2024/05/16/storm-closes-harbour"),
        (
            "httpstorm-closes-the-harbour-again",
            "/2024/05/17/bridge-opens-after-repairs/httpstorm-closes-the-harbour-again",
        ),
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(href: str, key: str) -> None:
    assert keys(f'<a href="{href}">The storm that closed the harbour</a>') == {key}


@pytest.mark.parametrize("href", ["", "  ", "mailto:a@news.example", "javascript:open()", "tel:+123456789", "guide:/x"])
def test_what_is_no_address_of_a_page_leads_nowhere(href: str) -> None:
    assert keys(f'<a href="{href}">The storm that closed the harbour</a>') == set()


@pytest.mark.parametrize(
    ("here", "href", "key"),
    [
        ("https://news.example/story.php?id=7", "/story.php?id=88213", {"/story.php?id=88213"}),
        ("https://news.example/story.php?id=7", "/story.php", set()),
        ("https://news.example/2024/05/bridge-opens-today", "/2024/05/bridge-opens-today?utm_source=x", set()),
        ("https://news.example/2024/05/bridge-opens-today", "/2024/05/bridge-opens-today?page=2", set()),
    ],
)
def test_the_same_path_is_another_story_only_where_a_number_names_it(here: str, href: str, key: set[str]) -> None:
    page = tree(
        f'<html><body><h1>Bridge opens</h1><a href="{href}">The storm that closed the harbour</a></body></html>'
    )
    assert set(links_of(look(page), here, here).owner.values()) - {"", "="} == key


STORM = '<li><a href="/harbour/2024/storm-closes-the-harbour-until-monday">Storm closes the harbour</a></li>'


@pytest.mark.parametrize(
    ("item", "taken"),
    [
        ('<li><a href="/harbour/2023/at-sea">At Sea</a></li>', True),
        ('<li><img src="/a.jpg"><a href="/harbour/2023/salt">Salt</a></li>', True),
        ('<li><a href="/harbour/old-pilots">Old pilots</a></li>', False),
        ('<li><a href="/people/2023/ann-reed">Ann Reed</a></li>', False),
        ('<li><a href="/at-sea">At Sea</a></li>', False),
        ('<li class="more"><a href="/harbour/2023/at-sea">At Sea</a></li>', False),
        ('<li>All that was ever written here about life <a href="/harbour/2023/at-sea">at sea</a></li>', False),
        ('<li><a href="/harbour/2023/at-sea">Related</a></li>', False),
        ('<li><a href="/harbour/2023/a-1">1</a></li>', False),
    ],
    ids=[
        "a headline of two words",
        "of one",
        "in no folder of the year",
        "in another folder",
        "in none",
        "in another kind of item",
        "in a sentence",
        "a label",
        "a number",
    ],
)
def test_a_short_headline_is_one_in_a_list_with_a_story_of_the_same_folder(item: str, taken: bool) -> None:
    assert len(found(f"<ul>{STORM}{item}</ul>").short) == taken


def test_a_few_words_are_a_headline_where_a_label_speaks_for_them() -> None:
    assert found('<div><a href="/harbour/budget-cut/2">Harbour budget is cut</a></div>').short == {
        "/harbour/budget-cut/2"
    }
    assert found('<div><a href="/harbour/budget/cut">Harbour budget is cut</a></div>').short == set()
