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
        {"name": {"@value": "Jane Doe"}},
        "Jane Doe, Reuters",
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
        '<span itemprop="author" itemscope><meta itemprop="name" content="Jane Doe"></span>',
    ],
)
def test_authors_are_found_in_the_page(body: str) -> None:
    assert facts(ld(STORY), body).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "name", ["juttu__kirjoittaja", "artikel-forfattare", "forfatter-navn", "haber-yazar", "writer"]
)
def test_an_element_that_is_named_after_a_trade_signs_where_a_person_stands_in_it_near_the_headline(name: str) -> None:
    def signed(text: str) -> tuple[str, ...]:
        return facts(
            body=f'<h1>The harbour</h1><p>News</p><div class="{name}">{text}</div><p>{"Words. " * 30}</p>'
        ).authors

    assert signed("Jane Doe") == ("Jane Doe",)
    assert signed("Latest news") == ()


def test_a_login_that_is_spelled_as_a_shown_name_is_that_name() -> None:
    near = "<main><h1>The ferry sails again</h1><p>By Jane Doe</p><p>It rained on the quay.</p></main>"
    assert facts(ld(STORY | {"author": "jane-doe"}), near).authors == ("Jane Doe",)


def test_a_meta_may_name_several_as_a_library_does() -> None:
    assert facts('<meta name="author" content="Doe, Jane; Poe, Ann Lee">').authors == ("Jane Doe", "Ann Lee Poe")
    assert facts('<meta name="author" content="Jane Doe; Ann Poe">').authors == ("Jane Doe", "Ann Poe")


def test_the_editor_behind_a_label_in_the_line_of_a_chinese_author_wrote_nothing() -> None:
    line = "<p>2026-03-03 08:12　来源：海港日报　作者：李明　责任编辑：王芳</p>"
    assert facts("", f"<h1>市议会批准新建有轨电车线路</h1>{line}").authors == ("李明",)


@pytest.mark.parametrize("agency", ["Reuters", "dpa", "Redaktion"])
def test_a_person_who_is_named_below_the_headline_comes_before_an_agency_or_a_desk(agency: str) -> None:
    said = ld(STORY | {"author": {"@type": "Organization", "name": agency}})
    assert facts(said, '<p class="author">Jane Doe</p>').authors == ("Jane Doe",)
    far = f"<p>{'It rained on the quay, and more. ' * 5}</p>" * 4 + '<p class="author">Jane Doe</p>'
    assert facts(said, far).authors == (agency,)


def test_an_agency_that_the_data_lists_beside_a_person_is_an_author_too() -> None:
    listed = [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "dpa"}]
    assert facts(ld(STORY | {"author": listed})).authors == ("Jane Doe", "dpa")
    named = '<meta property="og:site_name" content="The Lantern">'
    for desk, people in (("The Lantern North", ("Jane Doe", "The Lantern North")), ("The Lantern", ("Jane Doe",))):
        assert facts(ld(STORY | {"author": ["Jane Doe", desk]}) + named).authors == people


def test_an_agency_comes_before_the_paper_itself() -> None:
    head = ld(STORY | {"author": {"@type": "Organization", "name": "The Lantern"}})
    head += '<meta property="og:site_name" content="The Lantern"><meta name="articleauthor" content="Reuters">'
    assert facts(head).authors == ("Reuters",)


def test_a_name_that_is_a_part_of_the_sites_own_address_is_the_sites() -> None:
    head = '<meta name="author" content="Lmp">'
    near = "<main><h1>The ferry sails again</h1><p>By Jane Doe</p><p>It rained on the quay.</p></main>"
    assert facts(head, near, "https://news.lmp.example/p/ferry").authors == ("Jane Doe",)


def test_names_that_stand_alike_beside_each_other_are_all_authors() -> None:
    body = '<div class="authors"><span class="name">Jane Doe</span><span class="name">John Roe</span></div>'
    assert facts(ld(STORY), body).authors == ("Jane Doe", "John Roe")
    other = body.replace('"name">John Roe', '"place">Great Yarmouth')
    assert facts(ld(STORY), other).authors == ("Jane Doe",)


def test_who_made_the_picture_did_not_write_the_story() -> None:
    body = '<figure><span itemprop="author">Pix Agency</span></figure><span itemprop="author">Jane Doe</span>'
    assert facts(ld(STORY), body).authors == ("Jane Doe",)


def test_a_job_title_is_the_role() -> None:
    assert facts(ld(STORY | {"author": {"name": "Jane Doe", "jobTitle": "Chess Editor"}})).byline_role == "Chess Editor"


@pytest.mark.parametrize("line", ["Posted on", "Veröffentlicht am", "수정", "Stand", "Dezember", "Donnerstag"])
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


# -- what is said in other words --------------------------------------------------------------------------------

_NAMED = {
    "bg": ("Автор: Анна Иванова", "Анна Иванова"),
    "ca": ("Per: Jane Doe", "Jane Doe"),
    "cs": ("Napsala Jane Doe", "Jane Doe"),
    "da": ("Skrevet af Jane Doe", "Jane Doe"),
    "de": ("Von unserer Redakteurin Jane Doe", "Jane Doe"),
    "el": ("Συντάκτης: Νίκος Παπάς", "Νίκος Παπάς"),
    "en": ("Reporting by Jane Doe", "Jane Doe"),
    "es": ("Redactado por Jane Doe", "Jane Doe"),
    "et": ("Kirjutas Jane Doe", "Jane Doe"),
    "fi": ("Toimittaja: Jane Doe", "Jane Doe"),
    "fr": ("De notre correspondante Jane Doe", "Jane Doe"),
    "hr": ("Piše: Jane Doe", "Jane Doe"),
    "hu": ("Szerző: Jane Doe", "Jane Doe"),
    "id": ("Pewarta: Jane Doe", "Jane Doe"),
    "it": ("dal nostro inviato Jane Doe", "Jane Doe"),
    "ja": ("取材・文／山田太郎", "山田太郎"),
    "lt": ("Parengė Jane Doe", "Jane Doe"),
    "lv": ("Autors: Jane Doe", "Jane Doe"),
    "nb": ("Skrevet av Jane Doe", "Jane Doe"),
    "nl": ("Door onze redacteur Jane Doe", "Jane Doe"),
    "pl": ("Opracowała: Jane Doe", "Jane Doe"),
    "pt": ("Texto de Jane Doe", "Jane Doe"),
    "ro": ("Publicat de Jane Doe", "Jane Doe"),
    "ru": ("Подготовила Анна Иванова", "Анна Иванова"),
    "sk": ("Napísala Jane Doe", "Jane Doe"),
    "sl": ("Besedilo: Jane Doe", "Jane Doe"),
    "sr": ("Пише: Ана Петровић", "Ана Петровић"),
    "sv": ("Reporter: Jane Doe", "Jane Doe"),
    "th": ("ผู้เขียน: สมชาย ใจดี", "สมชาย ใจดี"),
    "tr": ("Muhabir: Jane Doe", "Jane Doe"),
    "uk": ("Авторка: Анна Іваненко", "Анна Іваненко"),
    "zh": ("文/王小明", "王小明"),
}
_TEXT = f"<p>{'Nobody on the quay had seen the ferry come in. ' * 6}</p>"


@pytest.mark.parametrize("language", _NAMED)
def test_a_line_says_who_wrote_in_many_languages(language: str) -> None:
    line, name = _NAMED[language]
    body = f"<article><h1>The ferry has come</h1><div>{line}</div><div>9.3.2024</div>{_TEXT}</article>"
    assert facts("", body, lang=language).authors == (name,)


@pytest.mark.parametrize(
    "below",
    [
        "<p>Written by Jane Doe</p>",
        "<h3>Article by</h3><div>Jane Doe</div>",
        "<h4>About the author</h4><p><b>Jane Doe</b></p><p>She has written of ferries since 1998.</p>",
    ],
)
def test_where_nobody_signs_above_the_line_below_the_story_counts(below: str) -> None:
    assert facts("", f"<article><h1>The ferry has come</h1>{_TEXT}{below}</article>").authors == ("Jane Doe",)


def test_an_agency_signs_where_nobody_else_does() -> None:
    head = ld(STORY | {"author": {"name": "Reuters"}})
    shown = "<article><h1>The fair returns</h1><p>By Jane Doe, Reuters</p></article>"
    assert facts(head, shown).authors == ("Jane Doe",)
    other = '<div class="teaser"><h2>Rain</h2><span class="byline">By Ann Poe</span></div>'
    assert facts(head, f"<article><h1>The fair returns</h1>{_TEXT}{_TEXT}</article>{other}").authors == ("Reuters",)


def test_a_place_behind_a_name_is_nobody() -> None:
    assert facts("", "<h1>The fair returns</h1><p>Von Jane Doe, Berlin</p>").authors == ("Jane Doe",)


def test_references_in_json_ld_are_followed() -> None:
    people = [{"@type": "Person", "@id": f"#{name}", "name": name} for name in ("Jane Doe", "Ann Poe")]
    graph = {"@graph": [STORY | {"author": [{"@id": "#Jane Doe"}, {"@id": "#Ann Poe"}]}, *people]}
    assert facts(ld(graph)).authors == ("Jane Doe", "Ann Poe")
    assert facts(ld(STORY | {"author": {"@id": "#nobody"}})).authors == ()


def test_the_names_of_a_catalogue_are_turned_round() -> None:
    head = '<meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Ann Poe">'
    assert facts(head).authors == ("Jane Doe", "Ann Poe")


@pytest.mark.parametrize("name", ["article_author", "articleAuthor", "content_author"])
def test_papers_name_their_authors_in_metas_of_their_own(name: str) -> None:
    assert facts(f'<meta name="{name}" content="Jane Doe">', "<h1>The fair returns</h1>").authors == ("Jane Doe",)


def test_a_byline_that_is_a_list_names_them_all() -> None:
    listed = '<ul class="byline"><li><a href="/a">Jane Doe</a></li><li><a href="/b">Ann Poe</a></li></ul>'
    assert facts("", f"<h1>The fair returns</h1>{listed}").authors == ("Jane Doe", "Ann Poe")
    roles = "".join(f"<li class=author><div>{name}</div><div>Journalist</div></li>" for name in ("Jane Doe", "Ann Poe"))
    assert facts(body=f'<h1>A</h1><div class="authors"><ul>{roles}</ul></div>').authors == ("Jane Doe", "Ann Poe")
    topics = '<footer class="author-box">The Lantern<ul><li>Fair Days</li><li>Harbour Life</li></ul></footer>'
    assert facts("", f"<h1>The fair returns</h1>{topics}").authors == ()


def test_a_title_before_a_name_makes_no_other_person_of_it() -> None:
    shown = "<h1>The fair returns</h1><p>Written by <span>Dr Jane Doe</span>, <span>Ann Poe</span></p>"
    assert facts(ld(STORY | {"author": {"name": "Jane Doe"}}), shown).authors == ("Dr Jane Doe", "Ann Poe")


def test_a_company_signs_where_no_person_does() -> None:
    head = '<meta name="author" content="Lantern Media GmbH, Harbour Town">'
    assert facts(head).authors == ("Lantern Media GmbH",)
    assert facts(head, "<h1>The ferry has come</h1><p>By Jane Doe</p>").authors == ("Jane Doe",)
