"""JSON-LD as it is found."""

import pytest

from tests.parse.page.examples import STORY, URL, facts, ld
from tui.parse.page.jsonld import load, told


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"NewsArticle","headline":"The fair returns",}',
        '<!-- {"@type":"NewsArticle","headline":"The fair returns"} -->',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"The fair returns"}\n//]]>',
        '{"@type":"NewsArticle","headline":"The fair\n returns"}',
        '[{"@type":"WebPage"},{"@graph":[{"@type":["Article","NewsArticle"],"headline":"The fair returns"}]}]',
        '{"@type":"https://schema.org/NewsArticle","headline":"The fair returns"};',
        '{"@type":"NewsArticle","headline":"The &amp;quot;fair&amp;quot; returns"}',
        "{ &quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;The fair returns&quot;}",
    ],
)
def test_json_ld_is_read_kindly(text: str) -> None:
    assert facts(f'<script type="application/ld+json">{text}</script>').headline.replace('"', "") == "The fair returns"


def test_the_story_is_told_from_the_other_stories_of_a_page() -> None:
    other = {
        "@type": "NewsArticle",
        "headline": "Something else",
        "datePublished": "2019-01-01",
        "author": "A. N. Other",
        "articleBody": "x" * 500,
    }
    story = STORY | {"url": URL, "author": "Jane Doe"}
    found = facts(
        ld({"@type": "ItemList", "itemListElement": [other]}, other, story) + "<title>The fair returns</title>"
    )
    assert found.authors == ("Jane Doe",)


def test_an_article_body_becomes_plain_lines() -> None:
    assert told(facts(ld(STORY | {"articleBody": "<p>One &amp; two.</p><p>Three.</p>"})).body) == "One & two.\nThree."


@pytest.mark.parametrize("text", [" " * 200_000, "<br" * 100_000, "// " * 100_000, "," + " " * 200_000])
def test_what_is_made_to_hurt_is_read_in_time_that_grows_with_it_alone(text: str) -> None:
    assert load(text) is None
    assert told(text).strip("<br/, ") == ""
