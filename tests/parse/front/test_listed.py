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
