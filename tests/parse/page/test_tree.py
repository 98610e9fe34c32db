"""A page's tree as browsers would show it."""

import pytest

from tui.errors import ParseError
from tui.parse.page.tree import bare, hidden, holds, is_whole_page, scriptless, tree, upward


def shown(html: str) -> str:
    body = tree(html).body
    assert body is not None
    return body.text(separator="|")


def test_a_streamed_part_stands_where_it_is_waited_for() -> None:
    html = "<main>a<template id='B:1'></template>c</main><div hidden id='S:1'><p>b</p></div>"
    assert shown(html) == "a|b|c"


@pytest.mark.parametrize("late", [True, False])
def test_a_piece_of_a_streamed_part_stands_in_that_part(late: bool) -> None:
    part = "<div hidden id='S:1'><p>b</p><template id='P:2'></template><p>d</p></div>"
    piece = "<div hidden id='S:2'><p>c</p></div>"
    html = "<main>a<template id='B:1'></template>e</main>" + (part + piece if late else piece + part)
    assert shown(html) == "a|b|c|d|e"


def test_a_streamed_part_without_a_place_is_shown() -> None:
    body = tree("<div hidden id='S:9'>b</div>").body
    assert body is not None
    assert body.css_first("div[hidden]") is None


@pytest.mark.parametrize(
    "opener",
    [
        "<button aria-expanded=false aria-controls=a>Who pays?</button>",
        "<h3><button aria-expanded=false aria-controls=a>Who pays?</button></h3>",
    ],
)
@pytest.mark.parametrize("folded", ["hidden", "style='display: none'"])
def test_what_is_folded_away_behind_its_question_is_shown(opener: str, folded: str) -> None:
    answer = f"<div id=a {folded}><p>The town pays for the pump until the boat is sold.</p></div>"
    panel = tree(opener + answer).css_first("#a")
    assert panel is not None
    assert not hidden(panel.attributes)


@pytest.mark.parametrize(
    "html",
    [
        "<button aria-expanded=false aria-controls=a>Menu</button><ul id=a hidden><li>News<li>Sport</ul>",
        "<button aria-expanded=false aria-controls=b>Share</button><div id=a hidden><p>The town pays for the pump until the boat is sold.</p></div>",
        "<button aria-expanded=false aria-controls=a>Who?</button><p>x</p><div id=a hidden><p>The town pays for the pump until the boat is sold.</p></div>",
    ],
)
def test_what_is_no_answer_right_behind_a_question_stays_hidden(html: str) -> None:
    panel = tree(html).css_first("#a")
    assert panel is not None
    assert hidden(panel.attributes)


def test_a_shadow_root_is_part_of_the_page() -> None:
    assert shown("<x-a><template shadowrootmode='open'><p>in</p></template></x-a>") == "in"
    assert tree("<template shadowrootmode=open>a</template><template>b</template>").css_first("[hidden]") is not None


def test_noscript_is_read_where_no_script_runs() -> None:
    body = scriptless("<noscript><p>in</p></noscript><template><i>too</i></template>").body
    assert body is not None
    assert body.text(separator="|") == "in|too"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("\u00e2\u0080\u0099 \u00e2\u0080\u009c \u00e2\u0080\u009d \u00c3\u00a9", "’ “ ” é"),
        ("\u00e2\u0080\u0099 alone, and \u00e9", "\u00e2\u0080\u0099 alone, and \u00e9"),
        ("«Â©» Ã©té", "«Â©» Ã©té"),
    ],
)
def test_utf_8_read_as_latin_1(html: str, text: str) -> None:
    assert shown(html) == text


@pytest.mark.parametrize(
    ("markup", "whole"),
    [
        ("<p>a<p>b<p>c<p>d", True),
        ("<div>" + "word " * 250 + "</div>", True),
        ("<input name=q><button>Go</button>", False),
        ("<input type=hidden name=id><p>" + "word " * 20, True),
        ("<input name=q><p>" + "word " * 20, False),
        ("<textarea>" + "word " * 250 + "</textarea>" + "<input>" * 9, False),
    ],
)
def test_a_form_around_a_page(markup: str, whole: bool) -> None:
    form = tree(f"<form>{markup}</form>").css_first("form")
    assert form is not None
    assert is_whole_page(form) is whole


def test_hidden() -> None:
    assert hidden({"hidden": None})
    assert hidden({"style": "DISPLAY: none"})
    assert hidden({"class": "x sr-only"})
    assert not hidden({"hidden": "until-found"})
    assert not hidden({"style": "color: red"})


def test_a_bottomless_page_is_refused() -> None:
    with pytest.raises(ParseError):
        tree("<div>" * 30_000)


def test_a_bare_page_hides_nothing() -> None:
    page = bare("<p hidden>a</p><p class='x sr-only'>b</p><nav style='display:none'>c</nav><label>hidden words</label>")
    assert page.body is not None
    assert not page.css("[hidden], [style], nav, label, .sr-only")
    assert page.body.text(separator="|") == "a|b|c|hidden words"


def test_whole_sentences_set_as_headings_are_paragraphs_of_a_bare_page() -> None:
    page = bare(f"<h3>{'Long ' * 30}words.</h3><h3>A heading</h3><h3>{'Long ' * 30}title</h3>")
    assert [len(page.css(tag)) for tag in ("p", "h3")] == [1, 2]


def test_an_element_with_thousands_of_attributes_keeps_what_stands_in_it_and_loses_them() -> None:
    many = " ".join(f"a{number}='x y'" for number in range(20_000))
    page = tree(f"<body><p>Before</p><div class=x {many}><p>In</p></div><p>Behind</p>")
    assert page.body is not None
    assert page.body.text() == "BeforeInBehind"
    assert page.css("div")[0].attributes == {}


def test_long_scripts_and_long_values_are_left_as_they_are() -> None:
    words = "a < b " * 5_000
    page = tree(f"<body><script>{words}</script><p title='{words}'>In</p>")
    assert page.css("script")[0].text() == words
    assert page.css("p")[0].attributes["title"] == words


def test_what_an_element_stands_in_is_walked_from_the_inside_out() -> None:
    page = tree("<body><main><p>one <b id=b>two</b></p></main><i>three</i></body>")
    inner = page.css("#b")[0]
    assert [each.tag for each in upward(inner)][:5] == ["b", "p", "main", "body", "html"]
    assert next(upward(inner.parent)).tag == "p"
    assert list(upward(None)) == []


def test_an_element_stands_in_what_is_around_it_and_not_in_itself() -> None:
    page = tree("<body><main><p>one <b>two</b></p></main><i>three</i></body>")
    main, inner, beside = (page.css(tag)[0] for tag in ("main", "b", "i"))
    assert holds(main, inner) and not holds(inner, main)
    assert not holds(main, main) and not holds(main, beside)
