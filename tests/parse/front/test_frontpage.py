"""Front pages: what a page of a site offers. Golden pages stand in `tests/frontpages`, each with what is to be read in it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import address
from tui.model import FrontPage, Kind
from tui.parse.front.feed_links import well_known_feeds
from tui.parse.front.frontpage import frontpage
from tui.text import line

PAGES = Path(__file__).parent.parent.parent / "frontpages"
HOME = "https://www.example.org/"


def written(page: FrontPage) -> str:
    """A front page as its golden text writes it."""
    rows = [f"name     {page.name}", f"language {page.language}".rstrip()]
    rows += [f"rest     {page.wordpress}"] * bool(page.wordpress)
    rows += [f"feed     {each.name} | {each.url}{' | comments' * each.comments}" for each in page.feeds]
    rows += [f"section  {each.name} | {each.url}" for each in page.sections]
    for entry in page.entries:
        rows.append(f"story    {entry.title} | {entry.url}")
        rows += [f"         summary {entry.summary}"] * bool(entry.summary)
        rows += [f"         date {entry.published:%Y-%m-%d %H:%M}"] if entry.published else []
        rows += [f"         picture {entry.picture}"] * bool(entry.picture)
    rows += [f"notice   {page.notice}"] * bool(page.notice)
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_a_golden_page_reads_as_written_beside_it(name: str) -> None:
    html = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    url = html.partition("\n")[0].removeprefix("<!--").removesuffix("-->").strip()
    assert written(frontpage(html, url)) == (PAGES / f"{name}.txt").read_text(encoding="utf-8")


def page(body: str, head: str = "", url: str = HOME) -> FrontPage:
    return frontpage(f"<html><head>{head}</head><body>{body}</body></html>", url)


def cards(*links: tuple[str, str]) -> str:
    return "".join(f'<article><h2><a href="{url}">{title}</a></h2></article>' for url, title in links)


def feeds(head: str, body: str = "", url: str = HOME) -> list[tuple[str, bool]]:
    return [(offer.url, offer.comments) for offer in page(body, head, url).feeds]


# -- feeds


@pytest.mark.parametrize(
    ("link", "feed"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/rss.xml">', "https://www.example.org/rss.xml"),
        ('<link rel="ALTERNATE" type="Application/Atom+XML; charset=utf-8" href="a/b">', "https://www.example.org/a/b"),
        ('<link rel="alternate home" type="application/feed+json" href="//cdn.example.org/f">', "https://cdn.example.org/f"),
        ('<link rel="feed" href="feed:https://example.org/f">', "https://example.org/f"),
        ('<link rel="alternate" type="text/xml" href="?format=feed&amp;type=rss">', "https://www.example.org/?format=feed&type=rss"),
        ('<link rel="alternate" href="/blog/feed/">', "https://www.example.org/blog/feed/"),
    ],
)  # fmt: skip
def test_a_declared_feed_is_offered_with_its_whole_address(link: str, feed: str) -> None:
    assert feeds(link) == [(feed, False)]


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="alternate" type="application/json+oembed" href="/wp-json/oembed/1.0/embed?url=x">',
        '<link rel="alternate" type="text/xml+oembed" href="/oembed.xml">',
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/7">',
        '<link rel="alternate" hreflang="de" href="https://de.example.org/feed/">',
        '<link rel="stylesheet alternate" type="text/css" href="/rss.css">',
        '<link rel="alternate" media="handheld" href="https://m.example.org/">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
        '<link rel="alternate" type="application/rss+xml" href="">',
    ],
)
def test_what_is_no_feed_is_not_offered_as_one(link: str) -> None:
    assert feeds(link) == []


def test_a_base_address_moves_relative_feeds() -> None:
    head = '<base href="https://www.example.org/paper/"><link rel="alternate" type="application/rss+xml" href="rss">'
    assert feeds(head) == [("https://www.example.org/paper/rss", False)]


def test_feeds_of_comments_come_last() -> None:
    kind = 'rel="alternate" type="application/rss+xml"'
    head = (
        f'<link {kind} title="Site » Comments Feed" href="/comments/feed/"><link {kind} href="/2026/01/a-long-story/feed/">'
        f'<link {kind} title="Site » Feed" href="/feed/">'
    )
    assert [comments for _, comments in feeds(head)] == [False, True, True]


def test_links_that_look_like_feeds_are_offered_behind_the_declared_ones() -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/all.rss">'
    body = '<a href="/sport/rss.xml">Sport</a> <a href="https://other.example/rss.xml">Another paper</a> <a href="/all.rss">RSS</a>'
    assert feeds(head, body) == [
        ("https://www.example.org/all.rss", False),
        ("https://www.example.org/sport/rss.xml", False),
    ]


def test_a_feed_has_the_name_that_the_page_gives_it() -> None:
    head = '<link rel="alternate" type="application/rss+xml" title="Top&#32;&#8238;stories" href="/f">'
    assert page("", head).feeds[0].name == "Top stories"


# -- where feeds may stand


def test_at_most_ten_places_are_tried_and_the_folder_comes_before_the_root() -> None:
    tries = well_known_feeds("https://example.org/news/politics/index.html")
    assert len(tries) == 10 == len(set(tries))
    assert tries[0] == "https://example.org/news/politics/feed/"
    assert tries.index("https://example.org/feed/") > tries.index("https://example.org/news/politics/rss.xml")


def test_a_page_without_an_ending_is_a_folder() -> None:
    assert well_known_feeds("https://example.org/news")[0] == "https://example.org/news/feed/"


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "mailto:a@b.example", "file:///etc/passwd", "https://"])
def test_nothing_is_tried_for_what_is_no_page_of_the_web(url: str) -> None:
    assert well_known_feeds(url) == ()


# -- stories


LONG = ("/2026/01/05/river-rises-again", "River rises again after a week of rain")


def test_picture_and_headline_of_one_story_are_one_entry_with_the_headline_as_title() -> None:
    url, title = LONG
    body = f'<div><a href="{url}?utm_source=top"><img src="/r.jpg" alt="A boat"></a><h2><a href="{url}/">{title}</a></h2><a href="{url}#comments">12 comments</a></div>'
    (entry,) = page(body).entries
    assert (entry.title, entry.picture) == (title, "https://www.example.org/r.jpg")
    assert entry.published == datetime(2026, 1, 5, tzinfo=UTC)


def test_what_stands_around_a_story_and_many_other_links_is_none_of_its_card() -> None:
    url, title = LONG
    around = "".join(f'<li><a href="/help/{n}">Help {n}</a></li>' for n in range(20))
    notice = "<p>All of this may be read and none of it may be sold by anybody at all.</p>"
    (entry,) = page(f'<div>{notice}<ul>{around}</ul><h3><a href="{url}">{title}</a></h3></div>').entries
    assert (entry.title, entry.summary) == (title, "")
    (entry,) = page(f'<div>{notice}<h3><a href="{url}">{title}</a></h3></div>').entries
    assert entry.summary.startswith("All of this may be read")


@pytest.mark.parametrize("tail", ["-and-more" * 120, "?" + "&".join(f"p{n}={n}" for n in range(60))])
def test_an_address_without_end_leads_to_no_story(tail: str) -> None:
    url, title = LONG
    assert [
        entry.url for entry in page(cards((url, title), (url + tail, "Another story of the same day"))).entries
    ] == ["https://www.example.org" + url]


def test_a_link_that_holds_a_whole_page_is_read_to_a_limit() -> None:
    url, _ = LONG
    (entry,) = page(f'<p><a href="{url}">{"<b>word</b> " * 12_000}</a></p>').entries
    assert len(entry.title) <= 500
    (entry,) = page(f'<h3><a href="{url}">River rises again{"<b></b>" * 12_000} after a week</a></h3>').entries
    assert entry.title == "River rises again"


def test_words_that_stand_on_many_links_are_no_headline() -> None:
    rows = [(f"/2026/01/05/story-number-{n}", f"Council decides on matter {n} of the day") for n in range(4)]
    body = "".join(
        f'<p><a href="{url}">Weiterlesen bitte hier klicken</a></p><h3><a href="{url}">{title}</a></h3>'
        for url, title in rows
    )
    assert [entry.title for entry in page(body).entries] == [title for _, title in rows]


@pytest.mark.parametrize(
    "inside",
    [
        "<h3>{}</h3><p>And a summary that is a good deal longer than any headline would be, really.</p>",
        '<span class="kicker">Weather</span><span class="headline">{}</span><time datetime="2026-01-05">Monday</time>',
        "<span>Weather</span><span>{}</span>",
        "<div>Analysis</div><div>{}</div><div>2 hours ago</div>",
        '<span class="visually-hidden">Video, 2 minutes</span>{}',
        "<strong>{}</strong><br>",
        "• {}",
        "{} »",
    ],
)
def test_the_headline_is_found_among_what_a_link_holds(inside: str) -> None:
    url, title = LONG
    (entry,) = page(f'<div class="card"><a href="{url}">{inside.format(title)}</a></div>').entries
    assert entry.title == title


@pytest.mark.parametrize(
    "url",
    [
        "/tag/river-rises-again-after-rain",
        "/author/maria-del-carmen-lopez-ruiz",
        "/video/2026/01/05/river-rises-again",
        "/news/gallery/river-rises-again-12345678",
        "/live/2026/jan/05/river-rises-again",
        "/newsletters/river-rises-again-every-day",
        "https://jobs.example.org/2026/01/river-watcher-wanted-at-once",
        "https://tv.example.org/2026/01/05/river-rises-again",
        "https://another.example/2026/01/05/river-rises-again",
        "/2026/01/05/river-rises-again.jpg",
        "javascript:open('/2026/01/05/river-rises-again')",
        "mailto:desk@example.org",
        "#top",
        "/",
        "/?page=2",
    ],
)
def test_what_is_no_story_is_no_entry(url: str) -> None:
    known, title = LONG
    found = page(cards((known, title), (url, "Everything there is about our river and its rise"))).entries
    assert [entry.title for entry in found] == [title]


def test_a_menu_of_words_holds_no_stories() -> None:
    body = '<nav><a href="/world">World</a><a href="/sport">Sport</a></nav><ul><li><a href="/weather-today">Weather today</a></ul>'
    assert page(body).entries == ()


def test_a_link_inside_a_sentence_is_no_headline() -> None:
    url, _ = LONG
    body = (
        cards(LONG)
        + '<p>The minister had promised that <a href="/politics/promise">a law would come in spring</a> of this year.</p>'
    )
    assert [entry.url for entry in page(body).entries] == ["https://www.example.org" + url]


def test_the_same_name_under_another_ending_is_the_same_site() -> None:
    body = cards(("https://www.example.co.uk/news/river-rises-again-66512345", LONG[1]))
    assert len(page(body, url="https://www.example.com/news").entries) == 1


def test_stories_keep_the_order_of_the_page() -> None:
    rows = [(f"/news/story-about-the-town-{n}-{n}00412", f"Story about the town, number {n} of ten") for n in (3, 1, 2)]
    assert [entry.title for entry in page(cards(*rows)).entries] == [title for _, title in rows]


def test_a_page_asked_for_by_query_has_stories_by_query() -> None:
    rows = [(f"/read.php?newsid={n}", f"The town hall said today that {n} is enough") for n in (41, 42, 43)]
    urls = [entry.url for entry in page(cards(*rows)).entries]
    assert urls == [f"https://www.example.org/read.php?newsid={n}" for n in (41, 42, 43)]


def test_the_data_of_a_streamed_page_is_read() -> None:
    rows = [
        {"headline": f"The council met for hour {n} today", "url": f"/news/council-met-for-hours-{n}-778899"}
        for n in (1, 2, 3)
    ]
    row = "5:" + json.dumps(["$", "div", None, {"stories": rows}]) + "\n"
    body = f"<script>self.__next_f.push({json.dumps([1, row])})</script>"
    assert [entry.title for entry in page(body).entries] == [row["headline"] for row in rows]


def test_state_given_to_a_variable_is_read() -> None:
    rows = [
        {"title": f"The council met for hour {n} today", "path": f"/news/council-met-for-hours-{n}-778899"}
        for n in (1, 2, 3)
    ]
    body = f"<script>window.__PRELOADED_STATE__ = {json.dumps({'list': rows, 'pad': 'x' * 200})};window.a=1</script>"
    assert len(page(body).entries) == 3


# -- sections


def sections(body: str, url: str = HOME) -> list[str]:
    return [offer.name for offer in page(body, url=url).sections]


MENU = ("World", "Politics", "Business", "Culture", "Sport")


def menu(*names: str) -> str:
    return "<nav><ul>" + "".join(f'<li><a href="/{name.lower()}/">{name}</a></li>' for name in names) + "</ul></nav>"


def test_sections_are_named_as_the_navigation_names_them() -> None:
    offers = page(menu("Home", *MENU) + cards(LONG)).sections
    assert [(offer.name, offer.url, offer.kind) for offer in offers][:1] == [
        ("World", "https://www.example.org/world/", Kind.PAGE)
    ]
    assert tuple(offer.name for offer in offers)[-1] == "Sport"


@pytest.mark.parametrize(
    "name",
    [
        "Login",
        "Subscribe",
        "Newsletter",
        "Podcasts",
        "About us",
        "Impressum",
        "Assine",
        "登录",
        "English",
        "Apps",
        "RSS",
        "Jobs",
    ],
)
def test_what_no_person_would_call_a_section_is_none(name: str) -> None:
    assert name not in sections(menu(*MENU, name) + cards(LONG))


def test_other_companies_editions_and_social_pages_are_no_sections() -> None:
    body = (
        menu(*MENU)
        + '<ul class="editions"><li><a href="/us/">US</a><li><a href="/uk/">UK</a><li><a href="/au/">Australia</a><li><a href="/int/">World</a></ul>'
        + '<ul class="nav"><li><a href="https://www.facebook.com/x">Friends</a><li><a href="https://another.example/">Sister</a></ul>'
    )
    assert sections(body) == list(MENU)


def test_a_list_in_the_foot_that_keeps_company_with_sections_adds_to_them() -> None:
    foot = "".join(f'<li><a href="/{name.lower()}/">{name}</a></li>' for name in (*MENU, "Travel"))
    assert sections(menu(*MENU) + cards(LONG) + f"<footer><ul>{foot}</ul></footer>") == [*MENU, "Travel"]


def test_a_heading_over_stories_of_its_folder_is_a_section() -> None:
    rows = [
        (f"/harvest/2026/01/05/apple-growers-{n}-are-glad", f"Apple growers of valley {n} are glad") for n in range(3)
    ]
    body = '<ul class="links"><li><a href="/harvest/">Harvest</a><li><a href="/sea/">Sea</a><li><a href="/town/">Town</a><li><a href="/hill/">Hill</a></ul>'
    assert "Harvest" in sections(body + cards(*rows))


# -- the head


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<meta property="og:site_name" content="The  Example">', "The Example"),
        ("<title>Latest news and sport | Example</title>", "Example"),
        ("<title>Example - Homepage</title>", "Example"),
        ("", "example.org"),
    ],
)
def test_a_site_has_the_name_it_writes(head: str, name: str) -> None:
    assert page("", head).name == name


@pytest.mark.parametrize(
    ("tag", "language"), [("pt_br", "pt-BR"), ("EN", "en"), ("zh-hans-cn", "zh-Hans-CN"), ("{{lang}}", ""), ("", "")]
)
def test_the_language_is_written_as_bcp_47_does(tag: str, language: str) -> None:
    assert frontpage(f'<html lang="{tag}"><body></body></html>', HOME).language == language


def test_a_wordpress_site_gives_the_root_of_its_interface() -> None:
    head = '<link rel="https://api.w.org/" href="/wp-json/">'
    assert page("", head).wordpress == "https://www.example.org/wp-json/"


# -- pages that give nothing


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ('<div id="root"></div><script src="/app.js"></script>', "scripts"),
        ('<h1>Welcome</h1><form><input type="password"></form>', "login"),
        ("<title>Cookie consent</title><h1>We value your privacy</h1><button>Accept</button>", "cookies"),
        ("<title>Just a moment...</title><p>Checking your browser</p><script>1</script>", "machine"),
        ("<p>Nothing to see here</p>", "No stories"),
        ("", "No stories"),
    ],
)
def test_a_page_that_gives_nothing_says_why_in_one_sentence(html: str, word: str) -> None:
    notice = frontpage(html, HOME).notice
    assert word in notice
    assert notice.endswith(".")


def test_a_page_with_a_story_says_nothing_more() -> None:
    assert page(cards(LONG)).notice == ""


def test_a_page_nested_without_end_is_refused_in_a_sentence() -> None:
    assert frontpage("<div>" * 30_000, HOME).notice.endswith(".")


# -- anything at all


PIECES = st.sampled_from(
    [
        "<a href='", "<a href=\"/2026/01/05/a-b-c-d\">", "</a>", "<h2>", "</h2>", "<nav>", "</nav>", "<ul><li>", "</ul>", "<article>", "<time>",
        "<base href='x:'>", "<base href='//['>", "<link rel=alternate type=application/rss+xml href='", "'>", ">", "<img srcset=',,'>", "javascript:x",
        '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[', "]}</script>", '{"url":"/a-b-c-d-e","name":"one two three"},',
        "<script id=__NEXT_DATA__ type=application/json>[", "\x00\x1b[31m", "\u202e", "http://[::1", "https://www.example.org/b?id=12345", "one two three four five",
        "<title>", "</title>", "<html lang='", "%zz%", "&#0;", "\ud800",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=12), max_size=40),
    st.sampled_from([HOME, "", "x", "https://[", "http://example.org:99999/a"]),
)
def test_any_text_is_read_and_nothing_dangerous_comes_out(pieces: list[str], url: str) -> None:
    found = frontpage("".join(pieces), url)
    offers = (*found.feeds, *found.sections)
    texts = [
        found.name,
        found.language,
        found.notice,
        *(o.name for o in offers),
        *(e.title for e in found.entries),
        *(e.summary for e in found.entries),
    ]
    assert all(line(text) == text for text in texts)
    links = [
        found.wordpress,
        *(o.url for o in offers),
        *(e.url for e in found.entries),
        *(e.picture for e in found.entries),
    ]
    assert all(
        link == "" or (link.startswith(("http://", "https://")) and address.clean(link) == link) for link in links
    )
    keys = [address.key(entry.url) for entry in found.entries]
    assert len(keys) == len(set(keys))
    assert all(entry.title for entry in found.entries)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_places_for_feeds_are_given_for_any_text(url: str) -> None:
    tries = well_known_feeds(url)
    assert len(tries) <= 10
    assert all(each.startswith("http") for each in tries)
