"""Which of a page's titles is the headline."""

import pytest

from tests.parse.page.examples import STORY, facts, ld
from tui.parse.page.titles import without_site


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("The fair returns - The Lantern", "The fair returns"),
        ("The fair returns | Local | The Lantern", "The fair returns | Local"),
        ("The Lantern: The fair returns", "The Lantern: The fair returns"),
        ("The Lantern | The fair returns", "The fair returns"),
        ("The fair returns after nine years | Local News | The Lantern", "The fair returns after nine years"),
        ("The Lantern - News - The fair returns after nine years", "The fair returns after nine years"),
        ("The fair returns < Local < Lantern", "The fair returns < Local"),
        ("The fair returns ⋆ The Lantern", "The fair returns"),
        ("The fair returns - Lantern Online", "The fair returns"),
        ("The fair returns - The Lantern: News from the harbour", "The fair returns"),
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


def test_a_kicker_that_only_the_pages_title_joins_to_the_headline_stays_out() -> None:
    head = ld(STORY) + "<title>Harbour: The fair returns | The Lantern</title>"
    assert facts(head, "<h1><span>Harbour</span><span>The fair returns</span></h1>").headline == "The fair returns"


def test_without_an_h1_the_headings_below_say_what_of_the_title_is_the_headline() -> None:
    head = "<title>Our harbour » Archive » A ferry for the islands</title>"
    assert facts(head, "<h2>A ferry for the islands</h2>").headline == "A ferry for the islands"


def test_of_several_titles_the_one_that_a_heading_shows_is_the_headline() -> None:
    head = '<title>The fair returns to town | The Lantern</title><meta property="og:title" content="Nine years on: it is back">'
    shown = facts(head, "<h1><a href=/>The Lantern</a></h1><h2>The Fair Returns to Town</h2>")
    assert (shown.headline, shown.sources[0]) == (
        "The fair returns to town",
        ("headline", "a title that a heading shows"),
    )
    assert facts(head, "<h1><a href=/>The Lantern</a></h1><h2>Most read</h2>").headline == "Nine years on: it is back"


def test_spaces_that_a_heading_draws_by_its_style_are_taken_from_the_title() -> None:
    head = '<meta property="og:title" content="Football: Nine goals in Madrid">'
    assert (
        facts(head, "<h1><span>Football:</span><span>Nine goals in Madrid</span></h1>").headline
        == "Football: Nine goals in Madrid"
    )


def test_a_heading_that_names_the_outlet_is_no_headline_whatever_stands_first() -> None:
    head = "<title>Tales of the Sea: A ferry for us</title><meta property=og:title content='A ferry for us'>"
    assert facts(head, "<h1>Tales of the Sea</h1><h2>A ferry for us</h2>").headline == "A ferry for us"
    head = "<title>A ferry for us | Ann's Tales of the Sea</title><meta property=og:title content='A ferry for us'>"
    assert facts(head, "<h1>Ann's Tales of the Sea</h1><h1>The first of all ferries</h1>").headline == "A ferry for us"


def test_the_outlets_name_behind_a_heading_is_cut_off() -> None:
    head = '<meta property="og:site_name" content="Lantern">'
    assert facts(head, "<h1>The best ferries of the year – Lantern</h1>").headline == "The best ferries of the year"
    assert facts(head, "<h1>Ferries – the best of them</h1>").headline == "Ferries – the best of them"


def test_a_heading_that_says_more_than_the_title_opens_with_no_kicker() -> None:
    head = '<meta property="og:title" content="Best ferries of the year">'
    assert facts(head, "<h1>The Best ferries of the year</h1>").headline == "The Best ferries of the year"


def test_a_lone_heading_that_is_signed_is_the_headline_however_the_head_words_it() -> None:
    head = '<meta property="og:title" content="Harbour news and guide 2024">'
    signed = "<h1>Find a boat that is right for you</h1><p>By Jane Doe</p>"
    assert facts(head, signed).headline == "Find a boat that is right for you"
    assert facts(head, "<h1>A message from our founder</h1>").headline == "Harbour news and guide 2024"


def test_a_title_that_is_the_outlets_name_makes_no_outlet_of_the_heading() -> None:
    head = "<title>Which boat is right for you? | Ferrymow</title><meta property=og:title content=Ferrymow>"
    assert facts(head, "<h1>Which boat is right for you?</h1>").headline == "Which boat is right for you?"


def test_signs_are_kept_as_the_heading_has_them() -> None:
    head = '<meta property="og:title" content="Boats--and more...">'
    assert facts(head, "<h1>Boats—and more…</h1><p>By Jane Doe</p>").headline == "Boats—and more…"


def test_entities_that_were_written_twice_are_read() -> None:
    head = '<meta property="og:title" content="Tide &amp; time | Lantern">'
    assert facts(head, "<h1>Tide &amp;amp; time</h1>").headline == "Tide & time"
    about = "<h1>How to write &amp;amp; in a page</h1><p>By Jane Doe</p>"
    assert facts("<title>On entities</title>", about).headline == "How to write &amp; in a page"


def test_where_a_link_leads_and_how_many_commented_is_no_part_of_the_headline() -> None:
    head = "<title>A ferry for the islands - Lantern</title>"
    for behind in ("(harbour.example) 87", "(12)"):
        assert facts(head, f"<h1>A ferry for the islands {behind}</h1>").headline == "A ferry for the islands"
    assert facts(head, "<h1>A ferry for the islands (at last)</h1>").headline == "A ferry for the islands (at last)"


def test_a_number_that_the_heading_draws_elsewhere_is_kept() -> None:
    titles = '<meta property="og:title" content="{0}"><title>{0} | Lantern</title>'
    heading = "<h1>Best ferries of the north</h1><p>By Jane Doe</p>"
    for worded in ("9 best ferries of the north", "Best ferries of the north 2025"):
        assert facts(titles.format(worded), heading).headline == worded
    assert facts(titles.format("Best ferries of the north, tried"), heading).headline == "Best ferries of the north"


@pytest.mark.parametrize("tail", ["Harbour Life", "harbour-life", "Lantern Example", "Lantern"])
def test_a_folder_or_the_host_behind_a_title_is_no_part_of_the_headline(tail: str) -> None:
    head = f'<meta property="og:title" content="A ferry for the islands | {tail}">'
    found = facts(head, url="https://lantern.example/harbour_life/3217").headline
    assert found == "A ferry for the islands"


def test_what_the_address_does_not_say_stays() -> None:
    head = '<meta property="og:title" content="A ferry for the islands | Part 2">'
    assert facts(head).headline == "A ferry for the islands | Part 2"


def test_the_heading_that_the_address_is_made_of_is_the_headline() -> None:
    head = '<meta property="og:title" content="Your new ferry"><title>Your new ferry | Lantern</title>'
    body = "<h3>blog | February 01, 2022</h3><h2>A ferry for the small islands</h2><h2>A ferry for you</h2>"
    found = facts(head, body, url="https://lantern.example/blog/a-ferry-for-the-small-islands-7")
    assert found.headline == "A ferry for the small islands"
    assert found.visible is not None and found.visible.year == 2022
    assert facts(head, body, url="https://lantern.example/blog/a-ferry-for-the-small").headline == "Your new ferry"


def test_a_title_that_was_cut_off_is_read_whole() -> None:
    head = '<meta property="og:title" content="A ferry for the …"><title>A ferry for the islands – Lantern</title>'
    assert facts(head).headline == "A ferry for the islands"


@pytest.mark.parametrize(
    "titled", ["A ferry for the islands – Out at Sea", "Out at Sea: A ferry for the islands", "A ferry for the islands"]
)
@pytest.mark.parametrize("headed", ["<h1>{}</h1>", "<h2>{}</h2>", "<div>{}</div>"])
def test_a_first_heading_that_leads_home_is_the_outlets_name(titled: str, headed: str) -> None:
    name = '<h1><a href="/"></a><a href="https://www.lantern.example">Out at Sea</a></h1>'
    body = name + headed.format("A ferry for the islands") + "<p>By Jane Doe</p>"
    assert facts(f"<title>{titled}</title>", body).headline == "A ferry for the islands"


@pytest.mark.parametrize(
    "titled", ["渡轮没有船长就离开了港口{}", "渡し船が船長なしで港を出た{}", "선장 없이 항구를 떠난 연락선{}"]
)
@pytest.mark.parametrize("ending", ["_灯塔网", "--灯塔网", " | 灯台新聞", "：灯台新聞", " - 등대일보"])
def test_an_outlet_is_known_by_how_its_name_ends_where_words_are_not_parted(titled: str, ending: str) -> None:
    assert facts(f"<title>{titled.format(ending)}</title>", "<p>…</p>").headline == titled.format("")


def test_a_title_of_two_parts_without_an_outlet_stays_whole() -> None:
    for title in (
        "渡轮没有船长：港口关闭了一整天",
        "港口_渡轮没有船长就离开了",
        "A ferry for the islands - 灯塔网 tells",
    ):
        assert facts(f"<title>{title}</title>", "<p>…</p>").headline == title


def test_a_heading_that_leads_to_a_story_is_no_outlets_name() -> None:
    body = '<h1><a href="/sea/ferry">Out at Sea</a></h1><p>By Jane Doe</p>'
    assert facts("<title>Out at Sea – Lantern</title>", body).headline == "Out at Sea"


@pytest.mark.parametrize("sign", ["-", "|", "–", "—", ":", "·", "•", "»", "«", "›", "/", "~", "::"])
def test_the_name_in_the_host_is_the_outlets_where_the_page_tells_none(sign: str) -> None:
    for host in ("www.lantern.example", "local.lantern.example", "lantern.co.example"):
        found = facts(f"<title>A ferry for the islands {sign} The Lantern</title>", url=f"https://{host}/x")
        assert found.headline == "A ferry for the islands"


def test_a_motto_behind_the_outlets_name_goes_with_it() -> None:
    head = '<meta property="og:site_name" content="The Lantern">'
    titled = "<title>A ferry for the islands | The Lantern - news of the sea</title>"
    assert facts(head + titled).headline == "A ferry for the islands"


@pytest.mark.parametrize(
    "heading",
    [
        "<h1><span>Traffic</span><span>A ferry for the islands</span></h1>",
        "<h1>A ferry for the islands<span>Premium</span></h1>",
        "<h1>A ferry for the islands<small>The council pays for all of it</small></h1>",
        "<h1>A ferry for the islands<br><small><i>9.3.2024</i> · <a href='/sea'>Sea</a>, <a href='/isles'>Isles</a></small></h1>",
    ],
)
def test_what_has_an_element_of_its_own_in_a_heading_is_no_part_of_the_headline(heading: str) -> None:
    head = '<meta property="og:title" content="A ferry for the islands">'
    assert facts(head, f"{heading}<p>By Jane Doe</p>").headline == "A ferry for the islands"


@pytest.mark.parametrize(
    ("titled", "shown"),
    [
        ("Notes from the harbour: A ferry for the islands", "A ferry for the islands"),
        ("A ferry for the islands – Notes from the harbour", "A ferry for the islands"),
        ("島へのフェリー、来春から運航 - 港だより", "島へのフェリー、来春から運航"),
    ],
)
def test_of_a_page_without_headings_the_piece_of_the_title_that_stands_alone_on_it_is_the_headline(
    titled: str, shown: str
) -> None:
    body = f"<div><div><b>{shown}</b></div><p>The council said on Monday that a ferry will sail from next spring.</p></div>"
    assert facts(f"<title>{titled}</title>", body).headline == shown
    elsewhere = body.replace(f"<b>{shown}</b>", "<b>Another line</b>")
    assert facts(f"<title>{titled}</title>", elsewhere).headline == titled
