"""Stories that a page lists for machines only."""

import json

import pytest

from tui.parse.front.frontpage import frontpage

HOME = "https://news.example/"


def page(script: str, kind: str = "application/ld+json") -> list[tuple[str, str]]:
    html = f'<html><body><script type="{kind}">{script}</script></body></html>'
    return [(entry.title, entry.url) for entry in frontpage(html, HOME).entries]


STORIES = [(f"The headline of story number {number}", f"{HOME}2024/05/17/story-number-{number}") for number in range(3)]


def test_a_list_of_schema_org() -> None:
    items = [
        {"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": title, "url": url}} for title, url in STORIES
    ]
    assert page(json.dumps({"@type": "ItemList", "itemListElement": items})) == STORIES


@pytest.mark.parametrize("kind", ["BreadcrumbList", "SiteNavigationElement", "FAQPage"])
def test_lists_of_other_things_are_none(kind: str) -> None:
    items = [{"@type": "ListItem", "name": title, "url": url} for title, url in STORIES]
    assert page(json.dumps({"@type": kind, "itemListElement": items})) == []


def test_data_that_scripts_would_draw_the_page_from() -> None:
    stories = [{"title": title, "canonical_url": url, "publishedAt": "2024-05-17"} for title, url in STORIES]
    assert page(json.dumps({"props": {"stories": stories}}), "application/json") == STORIES


def test_other_sites_and_lists_of_topics_are_left_out() -> None:
    others = [("A story of somebody else's site", "https://other.example/2024/05/17/a-story-of-somebody-else")]
    topics = [("A topic with a long name", f"{HOME}tag/a-topic-with-a-long-name")]
    items = [{"@type": "NewsArticle", "headline": title, "url": url} for title, url in STORIES + others + topics]
    assert page(json.dumps({"@type": "ItemList", "itemListElement": items})) == STORIES


@pytest.mark.parametrize("script", ["{", '{"@type": "ItemList", "itemListElement": 7}', "[" * 5000, "null"])
def test_what_is_no_json_or_no_list_gives_nothing(script: str) -> None:
    assert page(script) == []


def drawn(body: str) -> list[tuple[str, str]]:
    return [(entry.title, entry.url) for entry in frontpage(f"<html><body>{body}</body></html>", HOME).entries]


DATA = json.dumps({"feed": {"items": [{"title": title, "link": url, "date": "2024-05-17"} for title, url in STORIES]}})


@pytest.mark.parametrize(
    "body",
    [
        f"<script>window.__STATE__ = {DATA};</script>",
        f"<script>(function () {{ window.layer = [] }})();\nwindow.__STATE__={DATA}; start()</script>",
        f"<script>var a = 1; const state = {DATA}</script>",
        f'<script type="fastboot/shoebox">{DATA}</script>',
        f"<div id=app data-page='{DATA}'></div>",
    ],
)
def test_data_for_scripts_stands_in_many_places(body: str) -> None:
    assert drawn(body) == STORIES


def test_data_that_is_one_list_of_numbered_places_is_put_together() -> None:
    places: list[object] = [["Reactive", 1], {"stories": 2}, []]
    for title, url in STORIES:
        places += [{"title": len(places) + 1, "url": len(places) + 2}, title, url]
    assert drawn(f'<script type="application/json">{json.dumps(places)}</script>') == STORIES
    assert drawn(f'<script type="application/json">{json.dumps([["Reactive", 1], {"title": 99}])}</script>') == []
