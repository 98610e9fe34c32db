"""The facts of a page, and which of them to believe."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.parse.page.html import tree
from tui.parse.page.metadata import Metadata, byline, metadata, names, told, url_date, without_site

URL = "https://www.lantern.example/local/2024/05/20/fair.html"


def facts(head: str = "", body: str = "", url: str = URL, lang: str = "en") -> Metadata:
    return metadata(tree(f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>'), url)


def ld(*objects: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(objects[0] if len(objects) == 1 else objects)}</script>'


STORY: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "The fair returns",
    "datePublished": "2024-05-20T10:00:00Z",
}


# -- bylines ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "people", "role"),
    [
        ("By Jane Doe and John Roe, Political Editor", ("Jane Doe", "John Roe"), "Political Editor"),
        ("By JANE DOE", ("JANE DOE",), ""),
        ("Staff Reporter, 3 min read", (), "Staff Reporter"),
        ("Jane Doe | Updated 20 May 2024", ("Jane Doe",), ""),
        ("Von Anna Müller und Jörg Klein", ("Anna Müller", "Jörg Klein"), ""),
        ("Par Camille Le Goff", ("Camille Le Goff",), ""),
        ("Por Lucía Ferrer y Pablo Ruiz", ("Lucía Ferrer", "Pablo Ruiz"), ""),
        ("di Marta Bellini", ("Marta Bellini",), ""),
        ("Door Sanne de Wit en Bram Hoek", ("Sanne de Wit", "Bram Hoek"), ""),
        ("Text: Anna Svensson", ("Anna Svensson",), ""),
        ("Автор: Ольга Синицына", ("Ольга Синицына",), ""),
        ("כתב: יוסי כהן", ("יוסי כהן",), ""),
        ("كتب: سامي الحداد", ("سامي الحداد",), ""),
        ("責編：陳曉、王立新", ("陳曉", "王立新"), ""),
        ("作者：陈晓、王立新", ("陈晓", "王立新"), ""),
        ("Jane Doe (jane@lantern.example)", ("Jane Doe",), ""),
        ("Rachael Link, MS, RD on November 14", ("Rachael Link",), ""),
        ("Mike West and Malcolm Owen Monday, November 18", ("Mike West", "Malcolm Owen"), ""),
        ("Admin", (), ""),
        ("", (), ""),
    ],
)
def test_a_byline_is_names_and_a_role(text: str, people: tuple[str, ...], role: str) -> None:
    assert names(text) == (people, role)


def test_only_a_line_that_says_so_is_a_byline() -> None:
    assert byline("By Jane Doe") == (("Jane Doe",), "")
    assert byline("Jane Doe said so") == ((), "")
    assert byline("By " + "long " * 60) == ((), "")


def test_people_come_before_the_paper() -> None:
    story = STORY | {
        "author": [{"@type": "Organization", "name": "The Lantern"}, {"@type": "Person", "name": "Jane Doe"}]
    }
    assert facts(ld(story) + '<meta property="og:site_name" content="The Lantern">').authors == ("Jane Doe",)


def test_the_paper_signs_where_nobody_else_does() -> None:
    found = facts(
        ld(STORY | {"author": {"@type": "Organization", "name": "The Lantern"}})
        + '<meta property="og:site_name" content="The Lantern">'
    )
    assert found.authors == ("The Lantern",)
    assert found.unsigned


@pytest.mark.parametrize(
    "author",
    [
        "Jane Doe",
        ["Jane Doe"],
        {"name": "Jane Doe"},
        [{"name": ["Jane Doe"]}],
        {"givenName": "Jane", "familyName": "Doe"},
        [[{"name": "Jane&nbsp;Doe"}]],
    ],
)
def test_json_ld_names_authors_in_many_shapes(author: object) -> None:
    assert facts(ld(STORY | {"author": author})).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "body",
    [
        '<a rel="author" href="/x">Jane Doe</a>',
        '<span itemprop="author"><span itemprop="name">Jane Doe</span></span>',
        '<div class="story-byline">By Jane Doe</div>',
        '<p class="c-Author">By Jane Doe</p>',
    ],
)
def test_authors_are_found_in_the_page(body: str) -> None:
    assert facts(ld(STORY), body).authors == ("Jane Doe",)


def test_who_made_the_picture_did_not_write_the_story() -> None:
    body = '<figure><span itemprop="author">Pix Agency</span></figure><span itemprop="author">Jane Doe</span>'
    assert facts(ld(STORY), body).authors == ("Jane Doe",)


def test_a_job_title_is_the_role() -> None:
    assert facts(ld(STORY | {"author": {"name": "Jane Doe", "jobTitle": "Chess Editor"}})).byline_role == "Chess Editor"


# -- headlines ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("The fair returns - The Lantern", "The fair returns"),
        ("The fair returns | Local | The Lantern", "The fair returns | Local"),
        ("The Lantern: The fair returns", "The Lantern: The fair returns"),
        ("The Lantern | The fair returns", "The fair returns"),
        ("Rain - and more rain", "Rain - and more rain"),
        ("", ""),
    ],
)
def test_the_sites_name_is_cut_off_a_title(title: str, bare: str) -> None:
    assert without_site(title, "The Lantern") == bare


def test_the_pages_own_heading_is_the_headline() -> None:
    head = (
        ld(STORY | {"headline": "Fair returns to town after nine years"})
        + "<title>The fair returns to town – Lantern</title>"
    )
    assert facts(head, "<h1>Lantern</h1><h1>The fair returns to town</h1>").headline == "The fair returns to town"


def test_a_heading_of_something_else_is_not() -> None:
    head = ld(STORY) + "<title>The fair returns – Lantern</title>"
    assert facts(head, "<h1>Weather</h1><h1>Newsletters</h1>").headline == "The fair returns"


def test_the_last_crumb_of_the_navigation_is_no_headline() -> None:
    head = (
        ld(STORY | {"headline": "Smoke over the harbour"}) + "<title>Fire: warning of smoke – “extreme danger”</title>"
    )
    crumbs = '<nav><ul><li><a href="/">Home</a><li><h1>Fire: warning of smoke – “extreme danger”</h1></ul></nav>'
    assert facts(head, f"<article>{crumbs}<h2>Fire at the harbour</h2></article>").headline == "Smoke over the harbour"


def test_a_sections_name_is_no_headline_though_the_title_names_it_too() -> None:
    head = '<meta property="og:title" content="A ferry for the islands"><title>News – The Lantern</title>'
    assert facts(head, "<h1>News</h1><h1>A ferry for the islands</h1>").headline == "A ferry for the islands"


def test_the_kicker_inside_a_heading_is_no_part_of_the_headline() -> None:
    head = '<meta property="og:title" content="A ferry for the islands">'
    assert facts(head, "<h1><span>Traffic </span>A ferry for the islands</h1>").headline == "A ferry for the islands"


def test_without_an_h1_the_headings_below_say_what_of_the_title_is_the_headline() -> None:
    head = "<title>Our harbour » Archive » A ferry for the islands</title>"
    assert facts(head, "<h2>A ferry for the islands</h2>").headline == "A ferry for the islands"


@pytest.mark.parametrize("line", ["Posted on", "Veröffentlicht am", "Stand", "Dezember", "Donnerstag"])
def test_words_of_a_date_are_no_author(line: str) -> None:
    assert facts("", f'<p class="author">{line} 12.12.2020</p>').authors == ()


def test_links_to_authors_pages_that_stand_together_sign_the_story() -> None:
    signed = '<p><a href="/author/ann">Ann Howe</a>, <a href="/author/ben">Ben Lisle</a></p>'
    other = '<div><p><a href="/author/eve">Eve Other</a></p></div>'
    assert facts("", f"<h1>A ferry</h1>{signed}{other}").authors == ("Ann Howe", "Ben Lisle")


def test_who_comments_did_not_write_the_story() -> None:
    comments = (
        '<ol class="comment-list"><li><cite class="comment-author"><a rel="author" href="/a">Ann Reader</a></cite></ol>'
    )
    assert facts("", f"<h1>A ferry</h1>{comments}").authors == ()


def test_spaces_that_a_heading_draws_by_its_style_are_taken_from_the_title() -> None:
    head = '<meta property="og:title" content="Football: Nine goals in Madrid">'
    assert (
        facts(head, "<h1><span>Football:</span><span>Nine goals in Madrid</span></h1>").headline
        == "Football: Nine goals in Madrid"
    )


# -- dates, language, section, tags -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (ld(STORY), ""),
        ('<meta property="article:published_time" content="2024-05-20T12:00:00+02:00">', ""),
        ('<meta name="pubdate" content="Mon, 20 May 2024 10:00:00 GMT">', ""),
        ("", '<time datetime="2024-05-20T10:00Z">today</time>'),
        ("", '<span itemprop="datePublished" content="2024-05-20T10:00:00Z"></span>'),
        ("", "<time>May 20, 2024, 10:00</time>"),
    ],
)
def test_when_it_was_published_is_said_in_many_places(head: str, body: str) -> None:
    assert facts(head, body).published == datetime(2024, 5, 20, 10, tzinfo=UTC)


def test_an_update_is_later_than_the_story() -> None:
    assert facts(ld(STORY | {"dateModified": "2024-05-21T08:00:00Z"})).updated == datetime(2024, 5, 21, 8, tzinfo=UTC)
    assert facts(ld(STORY | {"dateModified": "2024-05-20T08:00:00Z"})).updated is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/05/20/fair.html", (2024, 5, 20)),
        ("https://a.example/2024/5/2/fair.html", (2024, 5, 2)),
        ("https://a.example/20240520-fair", (2024, 5, 20)),
        ("https://a.example/2024/13/45/fair", None),
        ("https://a.example/story-123456789", None),
    ],
)
def test_an_address_may_name_the_day(url: str, day: tuple[int, int, int] | None) -> None:
    assert url_date(url) == (datetime(*day, tzinfo=UTC) if day else None)


@pytest.mark.parametrize(
    ("lang", "language"), [("de", "de"), ("PT_br", "pt-BR"), ("zh-Hans-CN", "zh-Hans-CN"), ("", ""), ("x", "")]
)
def test_a_language_is_written_as_bcp_47_has_it(lang: str, language: str) -> None:
    assert facts(lang=lang).language == language


def test_the_section_comes_with_its_address() -> None:
    crumbs = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"name": "Home", "item": "https://www.lantern.example/"},
            {"name": "Local", "item": {"@id": "/local"}},
        ],
    }
    found = facts(ld(STORY | {"articleSection": "Local"}, crumbs))
    assert (found.kicker, found.section_url) == ("Local", "https://www.lantern.example/local")
    linked = facts(body='<a rel="category tag" href="/top">-Top News</a>')
    assert (linked.kicker, linked.section_url) == ("Top News", "https://www.lantern.example/top")


def test_tags_are_words_and_not_addresses() -> None:
    assert facts(ld(STORY | {"keywords": "fair, town,fair,https://x.example/1"})).tags == ("fair", "town")


@pytest.mark.parametrize(
    ("free", "paywalled"), [(False, True), ("False", True), (True, False), ("true", False), (None, False)]
)
def test_a_paywall_is_declared(free: object, paywalled: bool) -> None:
    assert facts(ld(STORY | {"isAccessibleForFree": free} if free is not None else STORY)).paywalled is paywalled


def test_a_canonical_address_of_another_site_is_not_believed() -> None:
    assert facts('<link rel="canonical" href="https://other.example/a">').canonical == ""
    assert facts('<link rel="canonical" href="/a?utm_source=x">').canonical == "https://www.lantern.example/a"


# -- JSON-LD as it is found ---------------------------------------------------------------------------------------


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


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "@type @graph headline author name datePublished keywords articleSection publisher itemListElement item url mainEntity".split()
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@given(JSON)
@settings(max_examples=150, deadline=None)
def test_any_json_ld_gives_facts(value: object) -> None:
    story = {
        "@type": "NewsArticle",
        "author": value,
        "headline": value,
        "keywords": value,
        "articleSection": value,
        "image": value,
    }
    assert isinstance(facts(ld(value, story, {"@type": "BreadcrumbList", "itemListElement": value})), Metadata)
