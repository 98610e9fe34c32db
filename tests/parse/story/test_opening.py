"""What stands between the headline and the part that is the story."""

import pytest

from tests.parse.story.examples import URL, P
from tui.blocks import plain
from tui.model import Article
from tui.parse.story.article import article

LEAD = "Engineers found rust in the chains of the old bridge, and nobody may cross it until they have been replaced."
STORY = "".join(f"<p>{P} Line {number}.</p>" for number in range(6))


def read(above: str, head: str = "") -> Article:
    middle = f"<h1>Bridge closed</h1>{above}<div class='x7'><div class='x8'>{STORY}</div></div>"
    return article(f"<title>Bridge closed</title>{head}<main>{middle}</main>", URL)


@pytest.mark.parametrize(
    "above",
    [
        f"<div class='a1'><p>{LEAD}</p></div>",
        f"<div class='teaser-text'><p>{LEAD}</p></div>",
        f"<div><p class='article__teaser'>{LEAD}</p></div>",
        f"<header><p>{LEAD}</p></header>",
        f"<h2 class='caption-s5'>{LEAD}</h2>",
        f"<div class='x7'><div class='x8'><h2>{LEAD}</h2></div></div>",
    ],
)
def test_a_paragraph_of_its_own_is_the_standfirst_whatever_the_head_says(above: str) -> None:
    found = read(above, "<meta name='description' content='All the news of the valley, its rivers and its roads.'>")
    assert found.standfirst == LEAD
    assert LEAD not in plain(found.blocks)


def test_a_sentence_ends_in_every_script() -> None:
    told = "परिषद ने सोमवार रात लंबी बहस के बाद मरम्मत को मंजूरी दी और काम मार्च में शुरू होगा, जब बर्फ पिघल जाएगी।"
    assert read(f"<div class='a1'><p>{told}</p></div>").standfirst == told


def test_what_follows_the_standfirst_is_the_story() -> None:
    found = read(
        f"<div class='a1'><h2 class='standfirst'>There is no way over the river this winter</h2></div><div class='a2'><p>{LEAD}</p></div>"
    )
    assert found.standfirst == "There is no way over the river this winter"
    assert plain(found.blocks).startswith(LEAD)


@pytest.mark.parametrize(
    "above",
    [
        "<div class='a1'><p>Sign up for our newsletter and never again miss what the council said about the bridge.</p></div>",
        f"<div class='teaser'><h3>Another story</h3><p>{LEAD}</p></div>",
        f"<div class='teaser'><p>{LEAD} <a href='/other-story-of-today'>More</a></p></div>",
        f"<div class='author-box'><div><p>{LEAD}</p></div></div>",
    ],
)
def test_promotion_other_stories_and_captions_are_none(above: str) -> None:
    found = read(above)
    assert LEAD[:50] not in found.standfirst + plain(found.blocks)
    assert "Sign up" not in found.standfirst + plain(found.blocks)


def test_who_wrote_it_is_none() -> None:
    found = read(f"<div><p class='byline'>By Jane Roe</p></div><div class='a1'><p>Jane is a reporter. {LEAD}</p></div>")
    assert "reporter" not in found.standfirst + plain(found.blocks)
