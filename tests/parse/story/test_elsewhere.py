"""Stories that their pages do not show as others do."""

import json
from html import escape

import pytest
from selectolax.lexbor import LexborNode

from tests.parse.story.examples import URL, P, text
from tui.blocks import Blocks, plain
from tui.errors import ParseError
from tui.parse.story.article import article
from tui.parse.story.elsewhere import second_look
from tui.parse.story.reading import Reading

STORY = "".join(f"<p>{P} Line {number}.</p>" for number in range(6))
ELEMENTS = ["$", "div", None, {"children": [["$", "p", "0", {"children": f"{P} Line {n}."}] for n in range(6)]}]
HEAD = "<title>Bridge closed</title><meta property='og:type' content='article'>"
LIVE = {
    "@type": "LiveBlogPosting",
    "headline": "Bridge closed",
    "liveBlogUpdate": [{"headline": f"Line {n}", "articleBody": f"<p>{P}</p>"} for n in range(6)],
}


@pytest.mark.parametrize(
    "body",
    [
        f"<main><template id='B:0'></template></main><div hidden id='S:0'><h1>Bridge closed</h1>{STORY}</div>",
        f"<form id='aspnetForm'><div><h1>Bridge closed</h1>{STORY}</div></form>",
        f"<form><select><option>Town</select><div><h1>Bridge closed</h1>{STORY.replace('p>', 'div>')}</div></form>",
        f"<h1>Bridge closed</h1><div id='root'></div><noscript>{STORY}</noscript>",
        f"<h1>Bridge closed</h1><x-story><template shadowrootmode='open'>{STORY}</template></x-story>",
        f"<div id='r'></div><script>self.__next_f.push([1,{json.dumps('7:T400,' + STORY)}])</script>",
        f"<div id='r'></div><script>window.__NUXT__=(function(a){{return {{html:{json.dumps(STORY).replace('<', chr(92) + 'u003C')}}}}})(1)</script>",
        f"<h1>Bridge closed</h1><div id='app'></div><script type='application/ld+json'>{json.dumps(LIVE)}</script>",
        f"<main><div aria-hidden='true'><div><h1>Bridge closed</h1>{STORY}</div></div><div id='fps'>FPS: --</div></main>",
        f"<div style='visibility:hidden'><article><h1>Bridge closed</h1>{STORY}</article></div>",
        f"<h1>Bridge closed</h1><div hidden id='late'>{STORY}</div>",
        f"<div style='display: none'><h1>Bridge closed</h1>{STORY}</div>",
        f"<h1>Bridge closed</h1><div class='page sr-only'>{STORY}</div>",
        f"<dialog><h1>Bridge closed</h1>{STORY}</dialog>",
        f"<nav><h1>Bridge closed</h1>{STORY}</nav>",
        f"<h1>Bridge closed</h1>{STORY.replace('p>', 'label>')}",
        f"<h1>Bridge closed</h1>{STORY.replace('p>', 'h4>')}",
        f"<h1>Bridge closed</h1>{STORY.replace('<p>', '<figure><img src=/a.jpg><figcaption>It is Monday. ').replace('</p>', '</figcaption></figure>')}",
        f"<h1>Bridge closed</h1><textarea hidden>{escape(STORY)}</textarea>",
        f"<h1>Bridge closed</h1><div data-story='{escape(STORY)}'></div>",
        f"<h1>Bridge closed</h1><div id='app' data-page='{escape(json.dumps({'story': {'body': STORY}}))}'></div>",
        f"<h1>Bridge closed</h1><script>self.__next_f.push([1,{json.dumps('7:' + json.dumps(ELEMENTS))}])</script>",
    ],
)
def test_every_line_is_read(body: str) -> None:
    found = text(f"<html><head>{HEAD}</head><body>{body}</body></html>")
    assert [f"Line {number}" in found for number in range(6)] == [True] * 6


def test_text_read_as_the_wrong_latin_is_mended() -> None:
    broken = STORY.replace("that is", "that’s").encode().decode("latin-1")
    assert "that’s that" in text(f"<html><head>{HEAD}</head><body><article>{broken}</article></body></html>")


def test_a_page_that_tells_nothing_is_refused() -> None:
    with pytest.raises(ParseError):
        article("<title>Log in</title><form><input type='password'></form>", URL)


def test_the_page_read_again_wins_over_less_in_its_scripts() -> None:
    shown = "".join(f"<div class='part'><div class='ads'><p>{P} Line {number}.</p></div></div>" for number in range(30))
    drawn = "".join(f"<p>{P} In short, {number}.</p>" for number in range(6))
    script = f"<script>self.__next_f.push([1,{json.dumps('7:T400,' + drawn)}])</script>"
    found = text(f"<html><head>{HEAD}</head><body><h1>Bridge closed</h1><main>{shown}</main>{script}</body></html>")
    assert "Line 29" in found


@pytest.mark.parametrize("names", ["cookie-banner", "comments"])
def test_what_is_hidden_and_asks_for_consent_is_no_story(names: str) -> None:
    with pytest.raises(ParseError):
        article(f"<title>Bridge</title><div id=app></div><div hidden class='{names}'>{STORY}</div>", URL)


def test_two_paragraphs_among_offered_stories_are_a_story_by_their_address() -> None:
    cards = "".join(
        f"<div class=card><h3><a href='/2024/0{n}/a-story-{n}'>A story {n}</a></h3></div>" for n in range(9)
    )
    page = f"<title>Bridge</title><h1>Bridge closed</h1><main><p>{P}</p><p>{P}</p></main><div>{cards}</div>"
    assert P in plain(article(page, "https://paper.example/2024/05/07/the-bridge-is-closed").blocks)
    with pytest.raises(ParseError):
        article(page, "https://paper.example/news")


def test_a_page_that_tells_nothing_is_looked_at_again_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def look(html: str, body: LexborNode, kept: Blocks, reading: Reading) -> Blocks:
        looked.append(html)
        return second_look(html, body, kept, reading)

    monkeypatch.setattr("tui.parse.story.article.second_look", look)
    links = "".join(
        f"<p><a href='/2024/05/01/lamp-{number}'>Lamp number {number} is lit</a></p>" for number in range(9)
    )
    with pytest.raises(ParseError):
        article(f"<title>Lamps</title><h1>Lamps</h1>{links}", URL)
    assert len(looked) == 1
