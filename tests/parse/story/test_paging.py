"""The next page of a story."""

import pytest

from tests.parse.story.examples import P
from tui.parse.story.article import article

URL = "https://www.lantern.example/news/bridge-closed"
STORY = "".join(f"<p>{P} Line {number}.</p>" for number in range(4))


def following(links: str, url: str = URL) -> str:
    return article(
        f"<title>Bridge closed</title><article><h1>Bridge closed</h1>{STORY}</article>{links}", url
    ).next_page


@pytest.mark.parametrize(
    ("links", "url", "found"),
    [
        ("<nav><a href='/news/bridge-closed/2/'>2</a></nav>", URL, URL + "/2/"),
        ("<nav><a href='?page=2'>2</a></nav>", URL, URL + "?page=2"),
        ("<ul><li><a rel='next' href='?page=0,1'>next</a></li></ul>", URL, URL + "?page=0,1"),
        ("<ul><li><a rel='next' href='?page=1'>next</a></li></ul>", URL, URL + "?page=1"),
        ("<nav><a href='?page=3'>3</a></nav>", URL + "?page=2", URL + "?page=3"),
        ("<nav><a href='/news/lamp-lit/2/'>2</a></nav>", URL, ""),
        ("<nav><a href='/news/bridge-closed/3/'>3</a></nav>", URL, ""),
        ("<nav><a href='https://other.example/news/bridge-closed/2/'>2</a></nav>", URL, ""),
        ("", URL, ""),
    ],
)
def test_the_next_page(links: str, url: str, found: str) -> None:
    assert following(links, url).replace("%2C", ",").rstrip("/") == found.rstrip("/")
