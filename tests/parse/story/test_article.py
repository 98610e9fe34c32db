"""A story's page -> Article: golden pages in the shapes of real sites, and pages that are no story."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.blocks import Heading, Paragraph, Span, plain, to_json
from tui.errors import ParseError
from tui.model import Article
from tui.parse.encoding import page as decode
from tui.parse.page.tree import tree
from tui.parse.rules import Rules, load
from tui.parse.story.article import article, fragment
from tui.parse.story.explain import Explanation, explain
from tui.parse.story.leads import start_of
from tui.parse.story.length import reading_minutes
from tui.parse.story.paging import join

PAGES = Path(__file__).parent.parent.parent / "pages"
GOLDEN = sorted(path.stem for path in PAGES.glob("*.json"))
URL = "https://news.example/2024/story.html"
PROSE = [
    "The ferry will sail again from Monday, the harbour master said on Friday, after nine weeks of repairs to the engine.",
    "Islanders had been rowing their shopping across the sound in the meantime, and some of them say that they will miss it.",
    "Tickets cost the same as before, and dogs still travel free, though they are asked to stay off the upper deck.",
]


def golden(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    return expected


def page(body: str, head: str = "<title>The ferry sails again</title>") -> str:
    return f'<html lang="en"><head>{head}</head><body>{body}</body></html>'


def story(*more: str, before: str = "", after: str = "") -> str:
    inside = "".join(f"<p>{text}</p>" for text in PROSE)
    return page(
        f"{before}<article><h1>The ferry sails again</h1><div class='story'>{inside}{''.join(more)}</div></article>{after}"
    )


def paragraphs(found: Article) -> list[str]:
    return plain(found.blocks).split("\n\n")


# -- golden pages -------------------------------------------------------------------------------------------------


def test_there_are_golden_pages_of_many_languages() -> None:
    languages = {golden(name).get("language", "").partition("-")[0] for name in GOLDEN} - {""}
    assert len(GOLDEN) >= 25
    assert {"ar", "he", "fa", "zh", "ja", "ko", "hi", "th", "ru", "el"} < languages


@pytest.mark.parametrize("name", GOLDEN)
def test_a_golden_page_is_read_as_it_should_be(name: str) -> None:
    expected = golden(name)
    url, html = expected.pop("url"), (PAGES / f"{name}.html").read_text("utf-8")
    if sentence := expected.pop("error", ""):
        with pytest.raises(ParseError) as caught:
            article(html, url)
        assert str(caught.value) == sentence
        return
    found = article(html, url)
    read: dict[str, Any] = {name: getattr(found, name) for name in expected if name != "blocks"}
    for name in ("published", "updated"):
        if name in read:
            read[name] = read[name].isoformat()
    for name in ("byline", "tags"):
        if name in read:
            read[name] = list(read[name])
    assert json.loads(json.dumps(to_json(found.blocks))) == expected.pop("blocks")
    assert read == expected


def test_the_golden_pages_keep_what_is_absent_absent() -> None:
    """What a golden file does not name is empty: a byline out of nowhere would be an error too."""
    for name in GOLDEN:
        expected = golden(name)
        if "error" in expected:
            continue
        found = article((PAGES / f"{name}.html").read_text("utf-8"), expected["url"])
        for fact in (
            "byline",
            "standfirst",
            "standfirst_credit",
            "updated",
            "next_page",
            "notice",
            "byline_role",
            "kicker",
        ):
            assert bool(getattr(found, fact)) == (fact in expected), f"{name}: {fact}"


def test_the_seed_comes_out_right() -> None:
    found = article((PAGES / "seed.html").read_text("utf-8"), "https://asianlite.example/2021/05/20/blinken/")
    assert found.headline == "Blinken, Lavrov discuss stable ties despite differences"
    assert found.standfirst.endswith("Lavrov responded")
    assert found.standfirst_credit == "Asian Lite News"
    assert found.kicker == "Top News"
    assert found.published is not None
    assert found.published.date().isoformat() == "2021-05-20"
    assert found.reading_minutes == 1
    assert "ALSO READ" not in plain(found.blocks)
    assert len([block for block in found.blocks if isinstance(block, Paragraph)]) == 8


# -- the story and not what stands around it ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "clutter",
    [
        '<p><a href="/other-story">Another story that the page wants to be read</a></p>',
        '<p>ALSO READ: <a href="/a-b">Ferry fares rise</a></p>',
        '<div class="newsletter-signup"><p>Get the harbour news in your inbox every single morning of the week.</p></div>',
        "<p>Advertisement</p>",
        "<p>Subscribe to our newsletter for the latest news.</p>",
        '<h3>More great stories</h3><ul><li><a href="/x-y">One about the sea</a></li><li><a href="/y-z">Two about the sea</a></li></ul>',
        '<div class="share-buttons"><span>Share this</span></div>',
        "<aside><p>Ferries were invented long ago, and this box explains it all at length.</p></aside>",
        '<div id="comments"><p>Good news at last, I have been waiting for this ferry for so long.</p></div>',
        "<p>Follow us on Twitter</p>",
        "<div hidden><p>Something that is there only for a script to show when it feels like it.</p></div>",
    ],
)
def test_clutter_between_the_paragraphs_is_left_out(clutter: str) -> None:
    assert paragraphs(
        article(story(clutter, "<p>The end of it comes here, after everything else that was said.</p>"), URL)
    ) == [
        *PROSE,
        "The end of it comes here, after everything else that was said.",
    ]


@pytest.mark.parametrize(
    "kept",
    [
        "<p>Short words count.</p>",
        "<h2>What happens now</h2><p>Nobody knows, but everybody has an opinion about it.</p>",
        "<blockquote><p>We never lost hope, only a few boats.</p></blockquote>",
        "<ul><li>Bring a coat.</li><li>Bring a dog.</li></ul>",
        '<p>A sentence with <a href="/a">a link to something</a> in the middle of it.</p>',
        "<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>Four</td></tr></table>",
    ],
)
def test_what_belongs_to_the_story_is_kept(kept: str) -> None:
    last = "The end of it comes here, after everything else that was said."
    found = plain(article(story(kept, f"<p>{last}</p>"), URL).blocks)
    assert len(found) > len("\n\n".join([*PROSE, last])) + 10


def test_a_body_split_over_several_containers_is_whole() -> None:
    parts = "".join(
        f"<div class='body-part'><p>{text}</p><p>{text[::-1]}</p></div><div class='ad'>Ad</div>" for text in PROSE
    )
    found = article(page(f"<main><h1>The ferry sails again</h1>{parts}</main>"), URL)
    assert paragraphs(found) == [each for text in PROSE for each in (text, text[::-1])]


def test_a_pull_quote_that_repeats_the_story_is_left_out() -> None:
    found = article(
        story("<blockquote><p>dogs still travel free</p></blockquote><p>And so it went on, for an hour and more.</p>"),
        URL,
    )
    assert len(found.blocks) == len(PROSE) + 1


TWICE = [f"{text} {text}" for text in PROSE]
LONG = "".join(f"<p>{text}</p>" for text in TWICE)


def test_what_readers_wrote_below_is_no_story_however_long() -> None:
    answers = "".join(f"<div class='entry'><p>{PROSE[1]} I do not agree at all.</p></div>" for _ in range(30))
    told = page(f"<h1>The ferry sails again</h1><div>{LONG}</div><div class='reader-comments'>{answers}</div>")
    assert paragraphs(article(told, URL)) == TWICE
    commentary = page(f"<h1>The ferry sails again</h1><div class='commentary'>{LONG}</div>")
    assert paragraphs(article(commentary, URL)) == TWICE


def test_older_posts_below_are_no_part_of_the_story_however_long() -> None:
    older = "".join(f"<div><h2>Post {n}</h2><p>{PROSE[0]} {n}</p><p>{PROSE[2]} {n}</p></div>" for n in range(12))
    post = f"<div class='post'><h1>The ferry sails again</h1>{LONG}</div>"
    assert paragraphs(article(page(f"<div>{post}<div>{older}</div></div>"), URL)) == TWICE


def test_a_list_of_tips_each_an_article_of_its_own_is_one_story() -> None:
    tips = "".join(
        f"<article class='tip'><h2>Tip {n}</h2><p>{PROSE[n % 3]} So says tip {n}.</p></article>" for n in range(8)
    )
    found = plain(article(story(tips), URL).blocks)
    assert all(f"So says tip {n}." in found for n in range(8))


def test_a_short_story_beside_many_linked_headings_is_a_story() -> None:
    offered = "".join(f"<h3><a href='/story-{n}'>Another story, number {n}</a></h3>" for n in range(14))
    short = page(f"<h1>The ferry sails again</h1><div>{LONG}</div><div>{offered}</div>")
    assert paragraphs(article(short, "https://news.example/item.php?id=7")) == TWICE


def test_a_short_story_in_a_script_that_says_much_in_few_characters_is_a_story() -> None:
    told = "港務局は１日、九週間の修理を終えたフェリーが月曜日から運航を再開すると発表した。運賃は以前と変わらず、犬の乗船も引き続き無料となる。"
    offered = "".join(f"<h3><a href='/story-{n}'>関連するニュースの見出し その{n}</a></h3>" for n in range(14))
    found = article(page(f"<h1>フェリー再開</h1><div><p>{told * 4}</p></div><div>{offered}</div>"), URL)
    assert plain(found.blocks) == told * 4


def test_a_letter_whose_headings_are_links_is_a_story() -> None:
    items = "".join(
        f"<h3><a href='https://elsewhere.example/{n}'>What happened, number {n}</a></h3>{LONG}" for n in range(8)
    )
    found = article(page(f"<article><h1>The weekly letter</h1>{items}</article>"), URL)
    assert sum(isinstance(block, Heading) for block in found.blocks) == 8


def test_an_address_of_the_root_with_a_query_may_be_a_story() -> None:
    assert paragraphs(article(story(), "https://news.example/?p=2895")) == PROSE
    with pytest.raises(ParseError, match="list of stories"):
        article(story(), "https://news.example/")


def test_a_story_named_like_clutter_all_over_is_found_at_a_second_look() -> None:
    said = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The ferry sails again"}</script>'
    parts = "".join(f"<div class='toc-part'><p>{text}</p></div>" for text in PROSE)
    assert paragraphs(article(page(f"<h1>The ferry sails again</h1>{parts}", said), URL)) == PROSE


def test_a_standfirst_with_nothing_below_it_is_the_story() -> None:
    said = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The ferry sails again"}</script>'
        f'<meta name="description" content="{PROSE[0]}">'
    )
    found = article(
        page(
            f"<article><h1>The ferry sails again</h1><div class='teaser-text'><p class='lead'>{PROSE[0]}</p></div><div class='text'></div></article>",
            said,
        ),
        URL,
    )
    assert (paragraphs(found), found.standfirst) == ([PROSE[0]], "")


def test_a_gallery_amid_the_story_is_passed_over() -> None:
    pictures = "".join(f"<li><img src='/{n}.jpg'><p>{PROSE[1]} Seen in picture {n}.</p></li>" for n in range(20))
    amid = page(
        f"<div><h1>The ferry sails again</h1>{LONG}<div class='widget type-gallery'><ul>{pictures}</ul></div>{LONG}</div>"
    )
    assert "Seen in picture" not in plain(article(amid, URL).blocks)
    alone = page(
        f"<div><h1>The ferry sails again</h1><p>{PROSE[0]}</p><div class='widget type-gallery'><ul>{pictures}</ul></div></div>"
    )
    assert "Seen in picture 19." in plain(article(alone, URL).blocks)


def test_headings_at_the_end_with_nothing_under_them_go() -> None:
    assert not any(isinstance(block, Heading) for block in article(story("<h2>Gallery</h2><h3>Map</h3>"), URL).blocks)


def test_the_title_that_was_known_before_stands_in_where_the_page_has_none() -> None:
    html = page("".join(f"<p>{text}</p>" for text in PROSE), head="")
    assert article(html, URL, title="Known from the feed").headline == "Known from the feed"


def test_reading_time_is_counted_in_words_and_in_characters() -> None:
    assert reading_minutes(()) == 1
    assert reading_minutes((Paragraph((Span("word " * 2300),)),)) == 10
    assert reading_minutes((Paragraph((Span("字" * 5000),)),)) == 10


# -- several pages, fragments, rules, explanations ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "link", "expected"),
    [
        ("https://news.example/a/story", "/a/story/2", "https://news.example/a/story/2"),
        ("https://news.example/a/story/2", "/a/story/3", "https://news.example/a/story/3"),
        ("https://news.example/a/story.html", "/a/story-2.html", "https://news.example/a/story-2.html"),
        ("https://news.example/a/story?page=2", "/a/story?page=3", "https://news.example/a/story?page=3"),
        ("https://news.example/a/story/1", "/a/story/2", "https://news.example/a/story/2"),
        (
            "https://news.example/a/story?page=1&full=1",
            "/a/story?full=1&page=2",
            "https://news.example/a/story?full=1&page=2",
        ),
        ("https://news.example/a/story", "/a/another-story", ""),
        ("https://news.example/posts/41", "/posts/42", ""),
        ("https://news.example/blog/?p=41", "/blog/?p=42", ""),
        ("https://news.example/2024/05/07", "/2024/05/08", ""),
        ("https://news.example/how-it-began-part-1.html", "/how-it-began-part-2.html", ""),
        ("https://news.example/weather", "/weather-2", ""),
        ("https://news.example/a/story", "/a/story/3", ""),
        ("https://news.example/a/story", "https://other.example/a/story/2", ""),
    ],
)
def test_the_next_page_is_this_storys(url: str, link: str, expected: str) -> None:
    html = story().replace("</head>", f'<link rel="next" href="{link}"></head>')
    assert article(html, url).next_page == expected


def test_pages_are_joined_without_repetition() -> None:
    first = Article(URL, "Headline", (Paragraph((Span("one"),)), Paragraph((Span("two"),))), next_page=URL + "/2")
    second = Article(URL + "/2", "Headline", (Paragraph((Span("one"),)), Paragraph((Span("three"),))))
    joined = join(first, [second])
    assert paragraphs(joined) == ["one", "two", "three"]
    assert (joined.url, joined.next_page) == (URL, "")
    assert join(first, []) == first


def test_a_feeds_own_text_is_read_whole() -> None:
    found = fragment(
        "<h2>Title</h2><p>Short.</p><p><a href='/b'>A link that is the story</a></p><ul><li><a href='/c'>Another one</a></li></ul><p><a href='/more'>Continue reading</a></p>",
        URL,
        title="Title",
    )
    assert (found.headline, found.source, paragraphs(found)) == (
        "Title",
        "feed",
        ["Short.", "A link that is the story", "Another one"],
    )
    assert fragment("", URL, title="Nothing").blocks == ()


def test_a_rule_says_where_the_story_is() -> None:
    rules = load("['news.example']\nbody = '#real'\nremove = '.no'\nheadline = '.title'\nrelated = '.more a'")
    html = page(
        "<div class='title'>Ruled</div><div class='body'><p>" + "</p><p>".join(PROSE) + "</p></div>"
        "<div id='real'><p>Only this.</p><p class='no'>Not this.</p></div><div class='more'><a href='/b'>Next door</a></div>"
    )
    found = article(html, URL, rules=rules)
    assert (found.headline, paragraphs(found)[0]) == ("Ruled", "Only this.")
    assert [(each.title, each.url) for each in found.related] == [("Next door", "https://news.example/b")]


def test_a_rule_that_cannot_be_read_is_said() -> None:
    with pytest.raises(ParseError, match="cannot be read: div"):
        article(story(), URL, rules=[Rules("news.example", body="div[")])


def test_a_rule_that_finds_nothing_is_as_none() -> None:
    rules = load("['news.example']\nbody = '.gone'")
    assert article(story(), URL, rules=rules) == article(story(), URL)
    assert "the rule for this site finds nothing: .gone" in explain(story(), URL, rules=rules).text()


def test_an_explanation_says_what_was_decided_and_why() -> None:
    text = explain(story("<p>ALSO READ: <a href='/a-b'>Ferry fares rise</a></p>"), URL).text()
    assert "headline: The ferry sails again  [h1]" in text
    assert "chosen: <div class=story>" in text
    assert "not found: authors, published" in text and "nowhere" not in text
    assert "left out (also read): ALSO READ: Ferry fares rise" in text


def test_an_explanation_of_what_is_no_story_is_the_sentence() -> None:
    assert explain("<p>", URL).lines[0].startswith("No story could be found")


# -- hostile pages ------------------------------------------------------------------------------------------------


def read_anything(html: str) -> None:
    for reader in (article, fragment):
        try:
            found = reader(html, URL)
        except ParseError as error:
            assert str(error).endswith((".", "div["))
        else:
            assert isinstance(found, Article)
            plain(found.blocks)


@given(st.binary(max_size=600))
@settings(max_examples=80, deadline=None)
def test_any_bytes_give_an_article_or_a_sentence(body: bytes) -> None:
    read_anything(decode(body))


NAMES = st.sampled_from(
    "article-body ad comments byline caption paywall lead teaser share entry-content hidden related author".split()
)
PIECES = st.one_of(
    st.sampled_from(
        "p div article section h1 h2 ul li a blockquote figure table tr td form aside header footer main body html time script".split()
    ).flatmap(
        lambda tag: st.one_of(NAMES.map(lambda name: f'<{tag} class="{name}" href="/a/b">'), st.just(f"</{tag}>"))
    ),
    st.sampled_from(
        [
            *PROSE,
            "By Jane Doe",
            "20 May 2021",
            "ALSO READ: x",
            "…reports The Paper",
            "<br>",
            "<img src=/a.jpg>",
            "<script type='application/ld+json'>{",
        ]
    ),
    st.text(max_size=20),
)


@given(st.lists(PIECES, max_size=50))
@settings(max_examples=120, deadline=None)
def test_any_markup_gives_an_article_or_a_sentence(pieces: list[str]) -> None:
    read_anything("".join(pieces))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 1900 + PROSE[0],
        "<blockquote>" * 1500 + "<p>" + PROSE[0],
        "<ul><li>" * 1500 + PROSE[0],
        "<table><tr><td>" * 1500 + PROSE[0],
        "<span>" * 5000 + PROSE[0],
        "<p " + "a=b " * 20_000 + ">" + PROSE[0],
        '<p class="' + "comment-" * 20_000 + '">' + PROSE[0],
        "<p>" + "By " * 3000 + "</p><p>" + "a, " * 3000,
        "<article><p>" + PROSE[0] * 5 + '</p><img srcset="' + "a 1w," * 20_000 + '">',
        "<blockquote class=twitter-tweet>" + "— " * 10_000 + "</blockquote>",
        '<script type="application/ld+json">' + "[" * 50_000,
        "<script>x=" + '{"a":' * 50_000,
        "\x00" * 1000,
    ],
)
def test_pages_made_to_hurt_are_read_or_refused(html: str) -> None:
    read_anything(html)


def test_a_page_of_two_megabytes_is_read() -> None:
    found = article(
        page("<h1>Long</h1><div>" + "".join(f"<p>{PROSE[n % 3]} {n}</p>" for n in range(16_000)) + "</div>"), URL
    )
    assert len(found.blocks) == 16_000


def test_an_explanation_is_plain_text() -> None:
    assert Explanation(("one", "two")).text() == "one\ntwo"


def test_a_line_that_json_ld_does_not_have_is_no_part_of_the_story() -> None:
    body = json.dumps({"@type": "NewsArticle", "headline": "The ferry sails again", "articleBody": " ".join(PROSE * 2)})
    html = story("<p>Our reporter has a boat of her own.</p>").replace(
        "</head>", f'<script type="application/ld+json">{body}</script></head>'
    )
    assert paragraphs(article(html, URL)) == PROSE
    assert (
        paragraphs(article(story("<p>Our reporter has a boat of her own.</p>"), URL))[-1]
        == "Our reporter has a boat of her own."
    )


def test_a_first_paragraph_that_json_ld_does_not_have_is_the_standfirst_where_the_page_describes_itself_by_it() -> None:
    body = json.dumps({"@type": "NewsArticle", "headline": "The ferry sails again", "articleBody": " ".join(TWICE)})
    said = "The ferry is back: after nine weeks without one, the islands have a boat again."
    head = f'<meta name="description" content="{said}"><script type="application/ld+json">{body}</script>'
    found = article(
        page(f"<article><h1>The ferry sails again</h1><div><p>Lisle. {said}</p>{LONG}</div></article>", head), URL
    )
    assert (found.standfirst, paragraphs(found)) == (f"Lisle. {said}", TWICE)


# -- large pages: bounded work, told by counts ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("opening", "each", "closing"),
    [
        ("<div>", "<div>A line of the text.</div>", "</div>"),
        ("<ul>", "<li>A line of the text.", "</ul>"),
        ("<table>", "<tr><td>A line<td>of the text.", "</table>"),
        ("<p>", "<b>A line of the text.</b> ", "</p>"),
        ("<div>", '<a href="/a">A line of the text.</a>', "</div>"),
    ],
)
def test_so_many_elements_are_read_and_no_more(
    opening: str, each: str, closing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.parse.page.blocks._MOST_ELEMENTS", 100)
    found = fragment(opening + each * 1000 + closing, URL)
    assert 40 <= plain(found.blocks).count("of the text.") <= 100


def test_a_long_paragraph_of_links_is_read_at_its_beginning_only() -> None:
    body = tree("<p>Also <b>read</b>:<script>x()</script> " + "<a href='/a'>One</a> " * 500 + "</p>").body
    assert body is not None
    assert start_of(body, 60) == body.text()[:60]
    assert start_of(body, 10**6) == body.text()
