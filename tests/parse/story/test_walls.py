"""A page that holds no story says in a sentence why, and what can be done instead."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tui.blocks import Block, Heading, Paragraph, Span
from tui.parse.page.metadata import Metadata
from tui.parse.page.tree import tree
from tui.parse.story.boxes import walk, weigh
from tui.parse.story.walls import refusal

URL = "https://paper.example/news/a"
DAY = datetime(2026, 11, 23, tzinfo=UTC)
GONE, LIST, LOGIN, CONSENT, SCRIPTS, VIDEO, GALLERY, NONE = (
    "does not exist",
    "a list of stories",
    "asks for a login",
    "consent to cookies",
    "where JavaScript runs",
    "is a video",
    "a gallery",
    "No story could be found",
)
LINKED = "".join(f"<h2><a href='/{number}'>A headline of some words {number}</a></h2>" for number in range(9))


def said(
    body: str = "",
    *,
    size: int,
    headline: str = "Bridge closed",
    url: str = URL,
    kept: tuple[Block, ...] = (),
    head: str = "",
    **facts: Any,
) -> str:
    html = f"<head>{head}</head><body>{body}</body>"
    page = tree(html)
    assert page.body is not None
    boxes = walk(page.body)
    weigh(boxes)
    return refusal(html, page, boxes, kept, size, headline, url, Metadata(**facts))


def offered(number: int, plain: int = 0) -> tuple[Block, ...]:
    linked = (Heading(2, (Span(f"Story {each}", href=f"/{each}"),)) for each in range(number))
    return (*linked, *(Heading(2, (Span(f"Part {each}"),)) for each in range(plain)), Paragraph((Span("x"),)))


@pytest.mark.parametrize(
    ("body", "case"),
    [
        ("", {"size": 250}),
        ("", {"size": 120, "kind": "story"}),
        ("<input type=password>", {"size": 250}),
        ("", {"size": 1499, "headline": "404 ways to close a bridge", "published": DAY}),
        ("", {"size": 1500, "headline": "Page not found"}),
        (LINKED, {"size": 600}),
        (LINKED, {"size": 300, "kind": "story"}),
        ("", {"size": 1500, "kind": "list"}),
        ("", {"size": 800, "kept": offered(4)}),
        ("", {"size": 700, "kept": offered(3)}),
        ("", {"size": 700, "kept": offered(4), "published": DAY}),
        ("", {"size": 700, "kept": offered(4, 4)}),
        ("", {"size": 300, "url": "https://paper.example/?p=17"}),
        ("<a href='/x'>x</a>" * 100, {"size": 449, "kind": "page"}),
        ("<a href='/x'>x</a>" * 101, {"size": 449}),
        ("<a href='/x'>x</a>" * 101, {"size": 450, "kind": "page"}),
        ("Log in", {"size": 80}),
        ("<video></video>", {"size": 80}),
        ("", {"size": 40}),
    ],
)
def test_a_story_is_let_through(body: str, case: dict[str, Any]) -> None:
    assert said(body, **case) == ""


@pytest.mark.parametrize(
    ("body", "case", "sentence"),
    [
        ("", {"size": 1499, "headline": "404 - nothing here"}, GONE),
        ("", {"size": 100, "headline": "Seite nicht gefunden"}, GONE),
        ("", {"size": 5000, "url": "https://paper.example/"}, LIST),
        ("", {"size": 1499, "kind": "list"}, LIST),
        ("", {"size": 799, "kept": offered(4)}, LIST),
        ("", {"size": 700, "kept": offered(4, 3)}, LIST),
        (LINKED, {"size": 599}, LIST),
        ("<a href='/x'>x</a>" * 101, {"size": 449, "kind": "page"}, LIST),
        ("<input type=password>", {"size": 249}, LOGIN),
        ("<input type=password>", {"size": 119, "kind": "story"}, LOGIN),
        ("Please log in", {"size": 79}, LOGIN),
        ("We and our partners ask you to accept cookies.", {"size": 100}, CONSENT),
        ("Please enable JavaScript.", {"size": 100}, SCRIPTS),
        ("<noscript>JavaScript is required</noscript>", {"size": 100}, SCRIPTS),
        ("", {"size": 100, "kind": "video"}, VIDEO),
        ("<iframe src='https://www.youtube.com/embed/x'></iframe>", {"size": 79}, VIDEO),
        ("", {"size": 100, "kind": "gallery"}, GALLERY),
        ("<img src=a.png>" * 5, {"size": 79}, GALLERY),
        ("<img src=a.png>" * 4, {"size": 39}, NONE),
        ("", {"size": 39}, NONE),
    ],
)
def test_what_is_no_story_says_why(body: str, case: dict[str, Any], sentence: str) -> None:
    assert sentence in said(body, **case)


def test_a_page_that_says_it_is_a_story_is_no_list_and_needs_no_consent() -> None:
    assert said("", size=300, url="https://paper.example/", kind="story") == ""
    assert said("accept all cookies", size=100, kind="story") == ""
    assert said("Log in", size=79, kind="story") == ""
