"""Who wrote a story, of all that its page names."""

import pytest

from tests.parse.page.examples import STORY, facts, ld


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


def test_marked_authors_of_other_things_on_the_page_did_not_write_the_story() -> None:
    own = '<div itemscope><span itemprop="author">Jane Doe</span>'
    other = '<article itemscope><span itemprop="author">Eve Other</span></article></div>'
    assert facts("", f"<h1>A ferry</h1>{own}{other}").authors == ("Jane Doe",)


def test_who_updated_a_story_signs_it_only_where_nobody_else_does() -> None:
    written = '<span itemprop="author">By Jane Doe</span>'
    updated = '<span itemprop="author">Updated by Ann Poe</span>'
    assert facts("", f"<h1>A ferry</h1>{written}{updated}").authors == ("Jane Doe",)
