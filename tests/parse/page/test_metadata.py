"""The facts of a page, and which of them to believe. Pages as publishing systems write them stand in `tests/pages_facts`,
each with the facts that a person reads off it."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parse.page.examples import STORY, facts, ld
from tui.parse.page.metadata import Metadata
from tui.parse.story.article import article

PAGES = Path(__file__).parent.parent.parent / "pages_facts"


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.json")))
def test_the_facts_of_a_page_are_those_that_a_person_reads_off_it(name: str) -> None:
    expected = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    found = article((PAGES / f"{name}.html").read_text("utf-8"), expected["url"])
    told = {"published": found.published and found.published.isoformat(), "byline": list(found.byline)}
    told |= {fact: getattr(found, fact) for fact in ("url", "headline", "standfirst", "language", "site_name")}
    assert {fact: told[fact] for fact in expected} == expected
    assert len([block for block in found.blocks if type(block).__name__ == "Paragraph"]) == _PARAGRAPHS


_PARAGRAPHS = 4
"""Every one of these stories has so many."""


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


def test_the_publisher_is_the_outermost_that_is_named() -> None:
    group = {"@type": "Organization", "name": "The Harbour Group"}
    paper = {"@type": "NewsMediaOrganization", "@id": "#paper", "name": "The Lantern"}
    assert facts(ld(STORY | {"publisher": paper})).publisher == "The Lantern"
    assert facts(ld(STORY | {"publisher": [paper | {"parentOrganization": group}]})).publisher == "The Harbour Group"
    named = facts(ld(STORY | {"publisher": {"@id": "#paper"}}, paper | {"parentOrganization": group}))
    assert named.publisher == "The Harbour Group"
    endless: dict[str, object] = {"name": "Ouroboros", "@id": "#o", "parentOrganization": {"@id": "#o"}}
    assert facts(ld(STORY | {"publisher": endless}, {"@type": "Organization"} | endless)).publisher == "Ouroboros"
    assert facts(ld(STORY | {"publisher": 7})).publisher == ""
