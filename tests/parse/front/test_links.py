"""The links of a page, each where it stands."""

import pytest

from tui.parse.front.home import Head, Home
from tui.parse.front.links import AD, CARD, CRUMB, FOOT, HEAD, NAV, TRAIL, PlacedLink, links_of
from tui.parse.page.tree import tree

URL = "https://news.example/"


def links(body: str) -> list[PlacedLink]:
    page = tree(f"<body>{body}</body>")
    return links_of(page, Home(Head(page, URL), URL, "", ""))


@pytest.mark.parametrize(
    ("around", "flag"),
    [
        ("<nav>{}</nav>", NAV),
        ('<div class="site-menu">{}</div>', NAV),
        ('<div id="mainNav">{}</div>', NAV),
        ("<footer>{}</footer>", FOOT),
        ("<header>{}</header>", HEAD),
        ('<div class="article-tags">{}</div>', TRAIL),
        ('<div class="breadcrumb">{}</div>', CRUMB),
        ('<div class="ad-slot">{}</div>', AD),
        ("<article>{}</article>", CARD),
    ],
)
def test_what_stands_around_a_link_says_where_it_is(around: str, flag: int) -> None:
    others = "".join(f'<p><a href="/{number}">{number}</a></p>' for number in range(4))
    link = links(around.format('<a href="/a">A</a>') + others)[0]
    assert link.flags & flag


def test_a_wrapper_of_the_whole_page_says_nothing() -> None:
    body = '<div class="menu">' + "".join(f'<a href="/{number}">Number {number}</a>' for number in range(20)) + "</div>"
    assert not any(link.flags & NAV for link in links(body))


def test_a_menu_of_whole_sentences_is_none_unless_its_tag_says_so() -> None:
    body = "".join(f'<a href="/{number}">Ferry crews wait for storm number {number}</a>' for number in range(5))
    assert not any(link.flags & NAV for link in links(f'<div class="menu">{body}</div>'))
    assert all(link.flags & NAV for link in links(f"<nav>{body}</nav>"))


def test_whole_sentences_in_the_foot_of_a_page_are_no_part_of_the_foot() -> None:
    most = "".join(
        f'<li><a href="/{number}">Ferry crews wait for storm number {number}</a></li>' for number in range(3)
    )
    found = links(f'<footer><ol>{most}</ol><p><a href="/terms">Terms</a> <a href="/shop">Shop</a></p></footer>')
    assert [bool(link.flags & FOOT) for link in found] == [False, False, False, True, True]


def test_an_element_knows_whether_its_links_lead_to_one_page() -> None:
    one, same, topic, other = links(
        '<div><div><a href="/a"><img src="/a.jpg"></a><h3><a href="/a">A</a></h3>'
        '<a href="/category/sea">Sea</a></div><p><a href="/b">B</a></p></div>'
    )
    assert one.box.only == same.box.only == "news.example/a"
    assert other.box.only == "news.example/b"
    assert one.box.parent is not None and one.box.parent.only == ""
    assert topic.key == "news.example/category/sea"


def test_a_link_inside_a_sentence() -> None:
    first, second = links(
        '<p>The council said in <a href="/a">its letter</a> that it waits.</p><p><a href="/b">B</a> waits</p>'
    )
    assert first.prose and not second.prose


def test_a_picture_and_what_it_is_called() -> None:
    (link,) = links('<a href="/a"><img src="/a.jpg" alt="Ferry crews wait"></a>')
    assert link.image is not None
    assert link.label == "Ferry crews wait"


@pytest.mark.parametrize(
    "piece", ["1", "/rss", "a-", "a.", "%41", "é", "2024/", "?a=1&", "»«", "(", "1 ", "a: ", "関連", "nav-", "a__"]
)
def test_what_repeats_without_end_is_read_at_once(piece: str) -> None:
    """No pattern looks at the same text again and again; one that did would take minutes here."""
    long = piece * 20_000
    found = links(
        f'<div class="{long}"><a href="/{long}">{long}</a><h2><a class="{long}" href="/a">{long}</a></h2></div>'
        f'<a href="/b"><span class="{long}">{long}</span></a>'
    )
    assert len(found) <= 3


def test_a_file_beside_a_link_leaves_the_card_its_own() -> None:
    link = links('<ul><li><h4>Ferries return</h4><a href="/news/1">Read</a> <a href="/1.pdf">PDF</a></li></ul>')[0]
    card, _ = link.card
    assert card.tag == "ul"
    link, *_ = links('<ul><li><a href="/news/1">Read</a></li><li><a href="/news/2">Read</a></li></ul>')
    card, around = link.card
    assert (card.tag, around.anchors) == ("li", 2)


def test_an_element_elsewhere_may_name_a_link_without_words() -> None:
    card = '<div><a href="/x/1204" aria-labelledby="t1"></a><span id="t1">Ferries return at last</span></div>'
    assert links(card)[0].label == "Ferries return at last"
    assert links(card.replace("t1", "t1]").replace('id="t1]"', 'id="t1"'))[0].label == ""
