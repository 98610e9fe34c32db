"""Every story is given to the nearest label before it."""

import pytest

from tui.model import Relation
from tui.parse.page.markup import look
from tui.parse.page.tree import tree
from tui.parse.story.related import related

URL = "https://news.example/2024/05/17/bridge-opens-after-repairs/"


def links(*names: str, tag: str = "li") -> str:
    return "".join(
        f'<{tag}><a href="/2024/05/16/{name}-in-the-harbour-today/">{name.title()} in the harbour today</a></{tag}>'
        for name in names
    )


def read(body: str) -> list[tuple[Relation, str, str]]:
    found = related(look(tree(f"<html><head></head><body><h1>Bridge opens</h1>{body}</body></html>")), URL)
    return [(item.relation, item.title.partition(" ")[0], item.heading) for item in found]


@pytest.mark.parametrize(
    "head",
    [
        '<ul class="t"><li><a href="#a">Latest</a></li><li><a href="#b">Most read</a></li></ul>',
        '<div role="tablist"><span>Latest</span><span>Most read</span></div>',
    ],
)
def test_a_head_with_several_labels_gives_each_list_its_own(head: str) -> None:
    body = f"<div>{head}<div><ul>{links('storm', 'ferry')}</ul></div><div><ol>{links('crane', 'tug')}</ol></div></div>"
    assert read(body) == [
        (Relation.LATEST, "Storm", "Latest"),
        (Relation.LATEST, "Ferry", "Latest"),
        (Relation.MOST_READ, "Crane", "Most read"),
        (Relation.MOST_READ, "Tug", "Most read"),
    ]


def test_a_stray_dash_of_a_theme_goes() -> None:
    assert [
        heading for _, _, heading in read(f"<div><h3>Latest from -Top News</h3><ul>{links('storm', 'tug')}</ul></div>")
    ] == ["Latest from Top News"] * 2


def test_a_label_holds_for_the_list_behind_it_and_no_further() -> None:
    body = f"<h3>Related</h3><ul>{links('storm', 'ferry')}</ul><p>{'Words of the story go on here. ' * 9}</p><ul>{links('crane')}</ul>"
    assert [title for _, title, _ in read(body)] == ["Storm", "Ferry"]


def test_a_list_under_the_name_of_the_storys_own_section_is_more_of_it() -> None:
    body = f"<p>{'Words of the story go on here. ' * 9}</p><h3>Harbours</h3><ul>{links('storm', 'ferry')}</ul>"
    url = "https://news.example/harbours/2024/05/17/bridge-opens-after-repairs/"
    found = related(look(tree(f"<html><head></head><body><h1>Bridge opens</h1>{body}</body></html>")), url)
    assert [item.relation for item in found] == [Relation.RELATED] * 2
    assert read(body) == []


def test_labels_in_lines_of_their_own_part_one_list_from_the_next() -> None:
    body = f"<div><p>MOST READ</p>{links('storm', 'ferry', tag='p')}<p>LATEST</p>{links('crane', 'tug', tag='p')}</div>"
    assert read(body) == [
        (Relation.MOST_READ, "Storm", "MOST READ"),
        (Relation.MOST_READ, "Ferry", "MOST READ"),
        (Relation.LATEST, "Crane", "LATEST"),
        (Relation.LATEST, "Tug", "LATEST"),
    ]


def test_a_line_that_opens_the_story_just_offered_ends_no_list() -> None:
    cards = "".join(f"{card}<p>Read more</p>" for card in (links("storm", tag="p"), links("ferry", tag="p")))
    found = read(f"<div><p>MOST READ</p>{cards}</div>")
    assert [relation for relation, _, _ in found] == [Relation.MOST_READ, Relation.MOST_READ]


def test_the_story_before_and_the_one_behind_may_have_their_labels_side_by_side() -> None:
    before, behind = links("storm", tag="h4"), links("ferry", tag="h4")
    body = f"<div><span>Previous article</span>{before}<span>Next article</span>{behind}</div>"
    assert [relation for relation, _, _ in read(body)] == [Relation.PREVIOUS, Relation.NEXT]


@pytest.mark.parametrize("head", ["span", "div", "p"])
def test_a_label_in_no_heading_parts_a_list_from_the_story_before_it(head: str) -> None:
    body = (
        f"<h3>Latest</h3>{links('storm', tag='p')}<{head}>Related articles</{head}>{links('ferry', 'crane', tag='p')}"
    )
    assert [(relation, title) for relation, title, _ in read(f"<div>{body}</div>")] == [
        (Relation.LATEST, "Storm"),
        (Relation.RELATED, "Ferry"),
        (Relation.RELATED, "Crane"),
    ]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Lantern's most commented", Relation.MOST_READ),
        ("Jane Doe's most recent stories", Relation.LATEST),
        ("Harbour news", Relation.RELATED),
    ],
)
@pytest.mark.parametrize("head", ["h3", "span", "div"])
def test_a_few_words_over_a_list_name_it_wherever_they_say_so(words: str, relation: Relation, head: str) -> None:
    assert [each[0] for each in read(f"<div><{head}>{words}</{head}><ul>{links('storm', 'tug')}</ul></div>")] == [
        relation
    ] * 2


def test_a_card_that_says_by_its_name_that_it_has_comments_and_tags_is_a_story() -> None:
    cards = links("storm", "ferry", tag="div").replace("<div>", '<div class="item item-has-comments item-with-tags">')
    assert [title for _, title, _ in read(f"<h3>Related</h3><div>{cards}</div>")] == ["Storm", "Ferry"]
    clutter = cards.replace("item-has-comments item-with-tags", "comments")
    assert read(f"<h3>Related</h3><div>{clutter}</div>") == []


def nav(inner: str, label: str = "") -> str:
    spoken = f" aria-label='{label}'" if label else ""
    return f"<nav{spoken}><ul>{inner}</ul></nav>"


@pytest.mark.parametrize(
    ("box", "taken"),
    [
        (f"<h2>Recent posts</h2>{nav(links('storm', 'ferry'))}", True),
        (nav(links("storm", "ferry"), "Recent posts"), True),
        (nav(links("storm", "ferry")), False),
        (nav(links("storm", "ferry"), "More from the harbour navigation"), False),
        (f"<span>Recent posts</span>{nav(links('storm', 'ferry'))}", False),
        (f"<h2>Recent posts</h2><p>None today</p>{nav(links('storm', 'ferry'))}", False),
    ],
    ids=["a heading", "its own label", "none", "a label of navigation", "a line", "a heading over something else"],
)
def test_navigation_holds_stories_only_where_a_heading_or_its_label_says_so(box: str, taken: bool) -> None:
    assert [title for _, title, _ in read(f"<div>{box}</div>")] == ["Storm", "Ferry"] * taken


def test_navigation_whose_links_say_that_they_lead_back_and_on_is_between_stories() -> None:
    back, on = (
        f'<a rel="{rel}" href="/2024/05/16/{name}-in-the-harbour-today/">{name.title()} in the harbour today</a>'
        for rel, name in (("prev", "storm"), ("next", "ferry"))
    )
    assert read(f'<nav class="pagination">{back}{on}</nav>') == [
        (Relation.PREVIOUS, "Storm", ""),
        (Relation.NEXT, "Ferry", ""),
    ]


def test_a_box_beside_japanese_paragraphs_is_not_taken_for_one_story_with_them() -> None:
    text = "<p>港湾委員会は木曜日、調査で両脚に錆が見つかったことを受け、最後の古いクレーンを春までに解体すると発表した。作業は来月始まる。</p>"
    offered = (
        '<p><a href="/2024/05/16/storm-in-the-harbour-today/">【関連記事】港の嵐で高波、フェリー二便が欠航</a></p>'
    )
    found = read(f"<div>{text * 2}{offered}{text * 2}</div>")
    assert [(relation, title) for relation, title, _ in found] == [
        (Relation.RELATED, "港の嵐で高波、フェリー二便が欠航")
    ]
