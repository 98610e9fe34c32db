"""What of a page is its standfirst."""

import pytest

from tui.parse.story import standfirst as room
from tui.parse.story.article import article

URL = "https://www.lantern.example/local/fair.html"
PARAGRAPHS = "".join(
    f"<p>The fair opened on day {number} with stalls along the river, and people came from far to see it, rain or not.</p>"
    for number in range(6)
)


def standfirst(above: str = "", head: str = "", body: str = PARAGRAPHS) -> tuple[str, str]:
    found = article(
        f"<html lang=en><head><title>The fair returns</title>{head}</head><body><article><h1>The fair returns</h1>"
        f"{above}<div class=body>{body}</div></article></body></html>",
        URL,
    )
    return found.standfirst, found.standfirst_credit


TOLD = "After nine years without one, the town has its fair again."


@pytest.mark.parametrize(
    "above",
    [
        f'<p class="standfirst">{TOLD}</p>',
        f'<div class="article-summary"><p>{TOLD}</p></div>',
        f"<h2>{TOLD}</h2>",
        f'<section class="abstract"><h2>Abstract</h2><p>{TOLD}</p></section>',
    ],
)
def test_what_is_named_so_or_set_between_headline_and_story_is_the_standfirst(above: str) -> None:
    assert standfirst(above) == (TOLD, "")


def test_a_story_in_one_box_is_not_its_own_standfirst() -> None:
    lines = "<br><br>".join(f"The fair opened on day {number} with stalls along the river." for number in range(6))
    page = f"<body><h1>The fair returns</h1><div class=info>3 May 2024</div><div id=zoom>{lines}</div></body>"
    assert article(page, URL).standfirst == ""


def test_what_the_page_says_of_itself_stands_in_where_it_shows_none() -> None:
    assert standfirst(head=f'<meta name="description" content="{TOLD}">') == (TOLD, "")
    assert standfirst(head=f'<meta name="description" content="{TOLD[:40]}…">') == ("", "")


def test_the_storys_own_beginning_is_no_standfirst() -> None:
    beginning = "The fair opened on day 0 with stalls along the river, and people came from far to see it, rain or not."
    assert standfirst(head=f'<meta name="description" content="{beginning}">') == ("", "")


@pytest.mark.parametrize(
    "above",
    [
        '<p class="caption">Stalls along the river on Monday morning</p>',
        '<p class="byline">By Jane Doe in Lantern, Monday 20 May 2024</p>',
        '<p class="summary"><a href="/more">All that we know of fairs in this country</a></p>',
        '<p class="summary">The fair returns</p>',
    ],
)
def test_a_caption_a_byline_a_link_and_the_headline_are_none(above: str) -> None:
    assert standfirst(above) == ("", "")


@pytest.mark.parametrize(
    "body",
    [
        f'<h2>What a fair is</h2><p class="first">{TOLD}</p>{PARAGRAPHS}',
        f'<section><h2 id="introduction">1. Introduction</h2><div><p>{TOLD}</p>{PARAGRAPHS}</div></section>'
        f"<section><h2>2. Stalls</h2><div>{PARAGRAPHS}</div></section>",
    ],
)
def test_the_first_paragraph_below_a_heading_of_the_story_is_none_though_the_page_describes_itself_so(
    body: str,
) -> None:
    told = f'<meta name="description" content="{TOLD}">'
    assert standfirst(head=told, body=body) == ("", "")
    named = body.replace("<p>After", '<p class="standfirst">After').replace('"first"', '"standfirst"')
    assert standfirst(head=told, body=named) == (TOLD, "")


def test_words_below_the_name_of_the_site_are_none_though_that_is_its_first_heading() -> None:
    site = f'<header><h1><a href="https://www.lantern.example/">The Lantern</a></h1><p class="description">{NEXT}</p></header>'
    page = f"<html lang=en><head><title>The fair returns</title></head><body>{site}<article><h3>The fair returns</h3>{{}}</article></body></html>"
    assert article(page.format(PARAGRAPHS), URL).standfirst == ""
    assert article(page.format(f'<p class="standfirst">{TOLD}</p>{PARAGRAPHS}'), URL).standfirst == TOLD


def test_a_headline_with_a_kicker_in_its_own_heading_has_a_standfirst_below_it() -> None:
    head = '<meta property="og:title" content="The fair is back after nine years">'
    page = (
        f"<html lang=en><head><title>Fair - The Lantern</title>{head}</head><body><article><header><h2><span>On the river</span>"
        f"<span> The fair is back after nine years</span></h2><div>{TOLD}</div></header><div>{PARAGRAPHS}</div></article></body></html>"
    )
    assert article(page, URL).standfirst == TOLD


def test_a_line_that_shares_a_box_with_headline_and_picture_is_no_caption() -> None:
    top = f'<div class="lead-content"><h1>The fair returns</h1><p class="sub-title">{TOLD[:-1]}</p><figure><img src="/a.jpg"></figure></div>'
    page = f"<html lang=en><head><title>The fair returns</title></head><body><article>{top}<div class=body>{PARAGRAPHS}</div></article></body></html>"
    assert article(page, URL).standfirst == TOLD[:-1]


def test_an_outlet_that_is_credited_is_told_apart() -> None:
    assert standfirst(f'<p class="standfirst">{TOLD[:-1]} … reports The Lantern.</p>') == (TOLD[:-1], "The Lantern")


NEXT = "Two bridges are closed until Sunday, and the last ferry leaves an hour later."


def test_lines_that_stand_together_are_one_standfirst() -> None:
    assert standfirst(f'<h2 class="subtitle">{TOLD}</h2><h2 class="subtitle">{NEXT}</h2>')[0] == f"{TOLD} {NEXT}"
    linked = f'<h2 class="subtitle">{TOLD}</h2><h2 class="subtitle"><a href="/other">{NEXT}</a></h2>'
    assert standfirst(linked)[0] == TOLD


def test_a_sentence_above_the_signature_is_the_standfirst_whatever_the_head_says() -> None:
    head = '<meta name="description" content="All that there is to know of the fair of this town, and its prices.">'
    assert standfirst(f"<div>{TOLD}</div><p>By Jane Doe</p><p>20 May 2024</p>", head)[0] == TOLD
    promo = f'<div>{TOLD} <a href="/join">Join us</a></div><p>By Jane Doe</p>'
    assert standfirst(promo, head)[0] != TOLD


def test_a_first_paragraph_in_bold_is_the_standfirst_where_the_next_ones_are_not() -> None:
    bold = f"<p><strong>{TOLD} {NEXT}</strong></p>"
    assert standfirst(body=bold + PARAGRAPHS)[0] == f"{TOLD} {NEXT}"
    assert standfirst(body=bold * 3 + PARAGRAPHS)[0] == ""
    apart = (bold + PARAGRAPHS).replace("<p>", "<div><p class=t>").replace("</p>", "</p></div>")
    assert standfirst(body=apart)[0] == f"{TOLD} {NEXT}"


def test_a_heading_that_is_a_whole_sentence_is_the_standfirst_where_the_story_begins_with_it() -> None:
    head = '<meta name="description" content="All that there is to know of the fair of this town, and its prices.">'
    assert standfirst(body=f"<h3>{TOLD}</h3>{PARAGRAPHS}", head=head)[0] == TOLD
    unfinished = "December 11 - Words by the team of the Lantern - seven minutes"
    assert standfirst(body=f"<h3>{unfinished}</h3>{PARAGRAPHS}", head=head)[0] != unfinished


def test_a_first_paragraph_that_everybody_may_read_is_none_though_the_page_describes_itself_so() -> None:
    first, *others = PARAGRAPHS.split("</p>")[:-1]
    body = f"<div class=subscriber-preview>{first}</p></div>"
    body += "".join(f"<div class=subscriber-only>{each}</p></div>" for each in others)
    assert standfirst(head=f'<meta name="description" content="{first.removeprefix("<p>")}">', body=body) == ("", "")


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("<h2 class=subtitle>9년 만에 강변 시장이 다시 열렸다</h2>", "9년 만에 강변 시장이 다시 열렸다"),
        ("<p class=lead>九年ぶりに川沿いの市が再び開かれた。</p>", "九年ぶりに川沿いの市が再び開かれた。"),
        ("<p class=lead>The fair is back.</p>", "The fair is back."),
        (f"<h2><ul><li>{TOLD}</li><li>The music is free.</li></ul></h2>", f"{TOLD} The music is free."),
    ],
)
def test_a_short_one_counts_where_it_is_named_so_or_its_script_says_much_in_few_signs(above: str, told: str) -> None:
    assert standfirst(above) == (told, "")


@pytest.mark.parametrize(
    "above",
    [
        '<div class="lead-image"><img src="/a.jpg"><span>Ann Poe for The Lantern</span></div>',
        '<p class="summary">Ann Poe//Getty Images</p>',
        '<p class="site-description">Fairs. Ferries. Life by the river.</p>',
        '<p class="summary">This article is available to subscribers of The Lantern.</p>',
        '<p class="summary">We may be compensated when you click on a link of our partners.</p>',
        '<p class="summary">by Jane Doe, Lantern Fairs Collective</p>',
        '<div class="lead-media"><div class="caption"><p>The stalls will have to go around.</p></div></div>',
    ],
)
def test_a_credit_a_slogan_an_access_note_and_a_byline_are_none(above: str) -> None:
    assert standfirst(above)[0] == ""


@pytest.mark.parametrize(
    "line",
    [
        "In this May 2024 file photo, made available by the town, the fair is seen from the old bridge.",
        "The fair is seen from the old bridge in the evening light — Picture by Ann Poe",
        "Updated May 19, 6:55 AM; Posted May 19, 6:51 AM, after the fair",
    ],
)
def test_a_caption_or_times_above_the_signature_are_no_standfirst(line: str) -> None:
    assert standfirst(f"<div>{line}</div><p>By Jane Doe</p><p>20 May 2024</p>")[0] == ""


def test_a_description_in_the_words_of_the_opening_is_no_standfirst() -> None:
    head = '<meta name="description" content="The fair opened on day 0 with stalls along the river, and people came from far">'
    dateline = "<p>(Lantern Press) — The fair (once a market) opened on day 0 with stalls along the river, and people came from far to see it.</p>"
    assert standfirst(head=head, body=dateline + PARAGRAPHS)[0] == ""


_DESCRIBED = '<meta name="description" content="All that the town should know of its fair this year, in one place.">'
_SIGNED = "<div><span>By Jane Doe</span> <span>20 May 2024</span></div>"


def shown(top: str, body: str = PARAGRAPHS) -> str:
    """The standfirst of a page that describes itself in other words, from all that stands above its paragraphs."""
    page = f"<html lang=en><head><title>The fair returns</title>{_DESCRIBED}</head><body>{top}{body}</body></html>"
    return article(page, URL).standfirst


@pytest.mark.parametrize(
    "top",
    [
        f"<article><header><h1>The fair returns</h1><p>{TOLD}</p>{_SIGNED}</header>",
        f"<article><header class=css-1x><h1>The fair returns</h1>{_SIGNED}<p class=css-2x>{TOLD}</p></header>",
        f"<header><div><h1>The fair returns</h1></div><div><h2>{TOLD}</h2></div></header><article>",
        f"<article><header><h1>The fair returns</h1><figure><img src=a.jpg></figure><p>{TOLD}</p></header>",
    ],
)
def test_a_sentence_beside_the_headline_counts_for_more_than_the_pages_own_description(top: str) -> None:
    assert shown(top) == TOLD


def test_a_caption_beside_the_headline_is_none() -> None:
    caption = (
        "<figure><img src=a.jpg><figcaption>The stalls of the fair by the old bridge, in May.</figcaption></figure>"
    )
    assert shown(f"<article><header><h1>The fair returns</h1>{caption}</header>").startswith("All that the town")


def test_tags_beside_the_headline_are_none() -> None:
    tags = "<p>town-fair river-stalls old-bridge spring-markets fair-music ferris-wheels</p>"
    assert shown(f"<article><header><h1>The fair returns</h1>{tags}</header>").startswith("All that the town")


def test_a_line_of_another_make_that_is_parted_from_the_paragraphs_is_the_standfirst() -> None:
    plain = f"<div>{PARAGRAPHS.replace('<p>', '<p class=css-3x>')}</div>"
    told = f"{TOLD} It will last for as long as the money does, says the council."
    for named, is_standfirst in (("css-9x", True), ("css-3x", False)):
        top = f"<article><h1>The fair returns</h1><p class={named}>{told}</p><figure><img src=a.jpg></figure>"
        assert (shown(top, plain) == told) is is_standfirst


def test_paragraphs_in_a_small_box_of_their_own_are_one_standfirst() -> None:
    lines = f"<div class=k1x><p>{TOLD}</p><p>The council pays for the music.</p><p>The ferry is free on all three days.</p></div>"
    head = f'<meta name="description" content="{TOLD}">'
    told = f"{TOLD} The council pays for the music. The ferry is free on all three days."
    assert standfirst(f"{lines}{_SIGNED}", head)[0] == told


def test_lines_of_a_list_below_the_headline_are_one_standfirst() -> None:
    lines = f"<ul><li>{TOLD}</li><li>The council pays for the music and the ferry</li></ul>"
    assert standfirst(f"{lines}{_SIGNED}")[0] == f"{TOLD} The council pays for the music and the ferry"


def test_words_on_both_sides_of_a_line_break_do_not_run_together() -> None:
    assert standfirst(f'<p class="dek">{TOLD}<br>And it has music.</p>')[0] == f"{TOLD} And it has music."


def test_a_second_wording_of_the_headline_is_none() -> None:
    again = "<h2>The fair returns to the town after nine long years</h2>"
    assert shown(f"<article><h1>The fair returns to town after nine years</h1>{again}").startswith("All that the town")


@pytest.mark.parametrize(
    "note",
    [
        "Share this article with your friends and family on social media today.",
        "Teilen Sie diesen Artikel mit Ihren Freunden auf Facebook, X oder per E-Mail.",
        "Compartilhe esta notícia com seus amigos no WhatsApp, Facebook ou Telegram.",
        "Estimated reading time: about four minutes for most of our readers.",
        "Cet article a été mis à jour pour corriger l’année de la première foire.",
        "Get the day’s stories on your phone: join our WhatsApp channel by tapping on this line.",
        "Add The Lantern as a preferred source on Google to see more of our stories.",
        "This summary was generated by a machine and read by a member of our staff.",
        "Our writers choose what they recommend, and we may earn money from links on this page.",
        "Editor’s note: this story was first told in 2008, when the harbour was still open to cars.",
        "As an Amazon Associate, The Lantern earns from qualifying purchases of its readers.",
        "Diese Meldung wurde redaktionell nicht bearbeitet und von einer Agentur übernommen.",
        "Listen to this article now, read to you by a machine in about five minutes.",
        "Updated: this story has been changed to add the reply of the council, on 21 May.",
    ],
)
def test_a_note_of_the_page_on_itself_is_none(note: str) -> None:
    assert standfirst(f'<p class="note-line">{note}</p>{_SIGNED}')[0] == ""


def test_a_paragraph_like_the_storys_own_is_one_where_a_signature_parts_it_from_them() -> None:
    told = (
        "The fair opened on a Monday with stalls along the river, and people came from far to see it all, and to eat."
    )
    top = f"<div><h1>The fair returns</h1></div><div><p>{told}</p></div>"
    assert shown(f"{top}{_SIGNED}", f"<div>{PARAGRAPHS}</div>") == told


def test_it_is_looked_for_among_the_first_boxes_of_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_MOST_ROWS", 2)
    assert standfirst(f'<p class="standfirst">{TOLD}</p>') == ("", "")


@pytest.mark.parametrize(
    "aside",
    [
        f'<div class="modal"><h1>Welcome to the trial</h1><p>{TOLD}</p>{"<p>Choose what fits you.</p>" * 80}</div>',
        f'<div class="comments"><h4>The fair returns</h4><p>{TOLD}</p>{PARAGRAPHS * 4}</div>',
        f'<div class="promo"><div class="summary"><p>{TOLD}</p></div>{"<p>Starting from 12 a month.</p>" * 80}</div>',
    ],
)
def test_nothing_in_a_box_that_is_set_aside_is_the_standfirst(aside: str) -> None:
    story = f"<article><h1>The fair returns</h1>{PARAGRAPHS * 4}</article>"
    assert (
        article(f"<html lang=en><title>The fair returns</title><body>{aside}{story}</body></html>", URL).standfirst
        == ""
    )


def test_points_between_headline_and_signature_are_the_standfirst_however_short_some_are() -> None:
    points = ("The fair is back in the town after nine years", "Stalls stand along the river")
    found, _ = standfirst(f"<ul><li>{points[0]}</li><li>{points[1]}</li></ul><p>By Jane Doe</p><p>3 May 2024</p>")
    assert found == " ".join(points)


def test_what_stands_below_a_story_without_paragraphs_is_not_the_standfirst() -> None:
    story = f"<article>{'<br><br>'.join([TOLD + ' And so it went on for hours.'] * 9)}</article>"
    page = (
        f"<html lang=en><title>The fair returns</title><body><h1>The fair returns</h1>{story}<p class=source>{TOLD}</p>"
    )
    assert article(page, URL).standfirst == ""
