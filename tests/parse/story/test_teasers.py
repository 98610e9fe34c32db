"""A story that a page offers, told in full."""

import pytest

from tui.model import Related, Relation
from tui.parse.page.markup import look
from tui.parse.page.tree import tree
from tui.parse.story.related import related

URL = "https://news.example/2024/05/17/bridge-opens-after-repairs/"
STORY = "/2024/05/16/storm-closes-the-harbour/"
HEADLINE = "Storm closes the harbour until Monday"


def told(card: str) -> Related:
    html = f"<html><head></head><body><h1>Bridge opens</h1><h3>Related stories</h3><div>{card}</div></body></html>"
    (found,) = related(look(tree(html)), URL)
    return found


@pytest.mark.parametrize(
    "card",
    [
        f'<a href="{STORY}">{HEADLINE}</a>',
        f'<a href="{STORY}"><img src="/a.jpg" alt="Waves"></a><h4>{HEADLINE}</h4>',
        f'<a href="{STORY}"><span class="kicker">Weather</span><span class="hed">{HEADLINE}</span></a>',
        f'<a href="{STORY}"><div>Weather</div><div>{HEADLINE}</div></a>',
        f'<a href="{STORY}"><div>{HEADLINE}</div><div>Nothing sails before Monday, says the harbour master.</div></a>',
        f'<a href="{STORY}">{HEADLINE}</a><p><a href="{STORY}">Nothing sails before Monday, says the harbour master, '
        f"who has seen such waves only once in all his thirty years here.</a></p>",
        f'<a href="{STORY}">{HEADLINE}</a> <a href="{STORY}">Read more</a>',
        f'<a href="/category/weather">The weather in all the harbours of this coast</a> <a href="{STORY}">{HEADLINE}</a>',
        f'<a href="{STORY}">{HEADLINE} <span>12</span></a>',
    ],
)
def test_the_headline_of_a_card(card: str) -> None:
    assert told(card).title == HEADLINE


def test_excerpt_and_date() -> None:
    found = told(
        f'<article><h4><a href="{STORY}">{HEADLINE}</a></h4><time datetime="2024-05-16T08:00Z">Thursday</time>'
        "<p>Nothing sails before Monday, says the harbour master.</p></article>"
    )
    assert found.excerpt == "Nothing sails before Monday, says the harbour master."
    assert found.published is not None and found.published.day == 16


@pytest.mark.parametrize(
    "card",
    [
        f'<div><a href="{STORY}"><img src="/a.jpg"></a><h4>{HEADLINE}</h4><p>A sentence about the weather at sea.</p></div>',
        f'<a href="{STORY}"><span>Continue reading</span><span>{HEADLINE}</span></a>',
        f'<a href="{STORY}"><div class="title"><span>Weather: </span><b>{HEADLINE}</b></div></a>',
        f'<a href="{STORY}">More: {HEADLINE}</a>',
    ],
)
def test_a_headline_amid_other_words(card: str) -> None:
    assert HEADLINE in told(card).title
    assert "Continue" not in told(card).title


@pytest.mark.parametrize(
    "inside",
    [
        f"{HEADLINE}<script>show({{a: 1}})</script>",
        f"<script>show({{a: 1}})</script><style>a > b {{c: d}}</style>{HEADLINE}",
        f"<noscript><img src=/a.jpg></noscript>{HEADLINE}",
    ],
)
def test_a_headline_without_what_is_not_shown(inside: str) -> None:
    assert told(f'<a href="{STORY}">{inside}</a>').title == HEADLINE


SENTENCE = "Nothing sails before Monday, says the harbour master."


@pytest.mark.parametrize(
    ("line", "excerpt"),
    [
        (SENTENCE, SENTENCE),
        ("Nothing sails before Monday, they say so", "Nothing sails before Monday, they say so"),  # 40 characters
        ("Nothing sails before Monday, they said.", ""),
        (f"{HEADLINE}, says the harbour master", ""),
        (HEADLINE, ""),
    ],
)
def test_an_excerpt_is_a_sentence_that_says_more_than_the_headline(line: str, excerpt: str) -> None:
    assert told(f'<article><h4><a href="{STORY}">{HEADLINE}</a></h4><p>{line}</p></article>').excerpt == excerpt


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (f"Also read: {HEADLINE}", HEADLINE),
        (f"Also read {HEADLINE}", HEADLINE),
        (f"Previous story: {HEADLINE}", HEADLINE),
        (f"Previous: {HEADLINE}", HEADLINE),
        ("Previously unknown ship seen off the coast", "Previously unknown ship seen off the coast"),
        ("Next to nothing is left of the old pier", "Next to nothing is left of the old pier"),
        ("Also read: Fog", "Also read: Fog"),
    ],
)
def test_a_label_before_a_headline(said: str, title: str) -> None:
    """What a headline of eight letters at least stands behind is its label."""
    assert told(f'<a href="{STORY}">{said}</a>').title == title


def items(html: str) -> list[tuple[str, str]]:
    """(relation, title) of the stories of a page."""
    found = related(look(tree(f"<html><head></head><body><h1>Bridge opens</h1>{html}</body></html>")), URL)
    return [(item.relation.value, item.title) for item in found]


def listed(heading: str, card: str) -> list[tuple[str, str]]:
    return items(f"<h3>{heading}</h3><div>{card}</div>")


PICTURE = f'<a href="{STORY}"><img src="/a.jpg" alt="Waves"></a>'


@pytest.mark.parametrize(
    ("card", "title"),
    [
        (f'<a href="{STORY}" title="{HEADLINE}"><img src="/a.jpg"></a>', HEADLINE),
        (f'<a href="{STORY}" aria-label="{HEADLINE}"><img src="/a.jpg"></a>', HEADLINE),
        (f'<a href="{STORY}" title="Read more" aria-label="{HEADLINE}"><img src="/a.jpg"></a>', HEADLINE),
        (f'<p>{HEADLINE} <a href="{STORY}">Read more</a></p>', HEADLINE),
        (f'<a href="{STORY}"><img src="/a.jpg" alt="{HEADLINE}"></a>', HEADLINE),
        (PICTURE, "Storm closes the harbour"),  # by its address
        (f'<p>{HEADLINE}: <a href="{STORY}">video</a></p>', HEADLINE),
    ],
    ids=[
        "its title",
        "its label",
        "read more is none",
        "beside the link",
        "a picture's words",
        "its address",
        "a line",
    ],
)
def test_a_headline_that_is_not_linked(card: str, title: str) -> None:
    assert told(card).title == title


def test_a_line_with_a_link_in_it_is_the_headline_only_while_it_is_short() -> None:
    long = "and what the harbour master has seen in all his thirty years at the coast, told day by day " * 3
    assert told(f'<ul><li><a href="{STORY}">the video</a> {long}</li></ul>').title == "the video"


@pytest.mark.parametrize(
    ("heading", "said", "relation", "title"),
    [
        ("Next story", f"Previous story: {HEADLINE}", "previous", HEADLINE),
        ("Previous story", f"Next story: {HEADLINE}", "next", HEADLINE),
        ("Related stories", f"Also read: {HEADLINE}", "also-read", HEADLINE),
        ("Most read", f"Also read: {HEADLINE}", "most-read", HEADLINE),
        ("Related stories", f"Next story: {HEADLINE}", "related", HEADLINE),
    ],
)
def test_a_label_before_a_headline_may_correct_what_stands_over_it(
    heading: str, said: str, relation: str, title: str
) -> None:
    assert listed(heading, f'<a href="{STORY}">{said}</a>') == [(relation, title)]


def test_a_step_that_tells_no_headline_is_named_by_its_address() -> None:
    assert listed("Next story", f'<a href="{STORY}">Next</a>') == [("next", "Storm closes the harbour")]
    assert listed("Next story", '<a href="/2024/05/16/4711.html">Next</a>') == []


def test_a_link_to_more_of_the_kind_is_no_story() -> None:
    assert listed("Related stories", f'<a href="{STORY}">More similar stories</a>') == []


@pytest.mark.parametrize(
    ("inside", "day"),
    [
        ('<time datetime="2024-05-16T08:00Z">yesterday</time>', 16),
        ("<time>16 May 2024</time>", 16),
        ('<span class="date">May 15, 2024</span>', 15),
        ('<span class="date">Weather</span>', None),
        ("", None),
    ],
)
def test_the_date_that_stands_with_a_headline(inside: str, day: int | None) -> None:
    found = told(f'<article><h4><a href="{STORY}">{HEADLINE}</a></h4>{inside}</article>')
    assert (found.published and found.published.day) == day


def test_of_a_link_around_a_whole_card_its_headline() -> None:
    inside = f"<div>Weather</div><h4>{HEADLINE}</h4><p>{SENTENCE} And more of the kind is on its way.</p><div>12 comments</div>"
    assert told(f'<a href="{STORY}">{inside}</a>').title == HEADLINE


@pytest.mark.parametrize(
    "card",
    [
        f'<div><a href="{STORY}"></a><h4>{HEADLINE}</h4></div>',
        f'<div><a href="{STORY}"><div class="title">Weather <span class="title">{HEADLINE}</span></div></a></div>',
        f'<div><a href="{STORY}"><h4>{HEADLINE}</h4><h5>What the harbour master has to say of it</h5></a></div>',
    ],
    ids=["an empty link", "a title within a title", "the first of two headings"],
)
def test_which_of_the_headings_of_a_card_is_its_headline(card: str) -> None:
    assert told(card).title == HEADLINE


def test_a_sentence_that_is_linked_too_is_no_headline() -> None:
    card = f'<div><a href="{STORY}">{HEADLINE}</a><a href="{STORY}">{SENTENCE} {SENTENCE}</a></div>'
    assert told(card).title == HEADLINE


def test_a_heading_over_a_paragraph_is_the_headline_though_the_card_is_named_like_one() -> None:
    card = told(
        f'<div class="main-headline"><a href="{STORY}"><h3 class="c-headline__title">Storm at sea</h3>'
        '<p class="c-headline__standfirst">Nothing sails before Monday, says the harbour master</p></a></div>'
    )
    assert card.title == "Storm at sea"


def test_a_step_that_tells_its_headline_only_aloud_is_called_by_it() -> None:
    spoken = '<span class="visually-hidden">Articolo precedente: Mareggiata chiude il porto</span>'
    html = (
        "<html><head></head><body><h1>Bridge opens</h1>"
        f'<p><a rel="prev" href="{STORY}">{spoken}<span>Indietro</span></a></p></body></html>'
    )
    (found,) = related(look(tree(html)), URL)
    assert (found.relation, found.title) == (Relation.PREVIOUS, "Mareggiata chiude il porto")
