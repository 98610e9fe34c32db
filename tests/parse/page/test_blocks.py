"""Tree to blocks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.blocks import (
    Blocks,
    Code,
    Embed,
    Footnote,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    Table,
    plain,
)
from tui.errors import ParseError
from tui.parse.page.blocks import blocks
from tui.parse.page.pictures import credited
from tui.parse.page.tree import LARGEST, tree
from tui.parse.page.words import words

BASE = "https://news.example/2024/story.html"


def read(html: str, dropped: frozenset[int] = frozenset()) -> Blocks:
    body = tree(html).body
    assert body is not None
    return blocks(body, BASE, dropped)


def paragraph(*spans: Span | str) -> Paragraph:
    return Paragraph(tuple(Span(span) if isinstance(span, str) else span for span in spans))


# -- trees --------------------------------------------------------------------------------------------------------


def test_a_page_too_large_is_refused() -> None:
    with pytest.raises(ParseError, match="20 MB"):
        tree(" " * (LARGEST + 1))


def test_a_page_nested_too_deeply_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ParseError, match="nested too deeply"):
        tree("<div>" * 25_000)


def test_many_tags_side_by_side_are_no_depth() -> None:
    assert tree("<p>x<br>" * 25_000).body is not None


def test_lone_surrogates_do_not_break_the_parser() -> None:
    assert plain(read("<p>a\ud800b</p>")).startswith("a")


# -- inline -------------------------------------------------------------------------------------------------------


def test_styles_become_spans() -> None:
    assert read("<p>a <b>bold</b> <i>word</i>, <code>x</code> H<sub>2</sub>O x<sup>2</sup></p>") == (
        paragraph(
            "a ",
            Span("bold", strong=True),
            " ",
            Span("word", emphasis=True),
            ", ",
            Span("x", code=True),
            " H",
            Span("2", script="sub"),
            "O x",
            Span("2", script="super"),
        ),
    )


def test_links_are_absolute_and_lose_what_follows_readers_about() -> None:
    html = '<p><a href="../a?id=1&utm_source=x">one</a> <a href="javascript:alert(1)">two</a> <a href="//o.example/b">three</a></p>'
    assert read(html) == (
        paragraph(Span("one", href="https://news.example/a?id=1"), " two ", Span("three", href="https://o.example/b")),
    )


@pytest.mark.parametrize(
    "html",
    [
        "<div>one<br>two</div>",
        "<div>one<p>two</p></div>",
        "<ul><li>one</li><li>two</li></ul>",
        "<div><span>one</span><div>two</div></div>",
        "<a href=x><h3>one</h3><p>two</p></a>",
        "<table><tr><td>one</td><td>two</td></tr><tr><td>3</td><td>4</td></tr></table>",
        "<p>one\n<b>two</b></p>",
    ],
)
def test_words_never_run_together(html: str) -> None:
    assert plain(read(html)).split()[:2] == ["one", "two"]
    body = tree(html).body
    assert body is not None
    assert words(body).split()[:2] == ["one", "two"]


def test_white_space_collapses_across_spans() -> None:
    assert read("<p>  a \n <b> b </b>  c\u00a0 d </p>") == (paragraph("a ", Span("b ", strong=True), "c d"),)


def test_a_break_is_a_line_and_two_are_a_paragraph() -> None:
    assert read("<div>one<br>two<br><br>three</div>") == (paragraph("one\ntwo"), paragraph("three"))


def test_what_the_eye_does_not_see_is_not_read() -> None:
    html = (
        "<p>seen<span style='display:none'>no</span><span hidden>no</span><span class='screen-reader-text'>no</span>"
        "<script>no</script><template>no</template><!-- no --></p><noscript>no</noscript>"
    )
    assert plain(read(html)) == "seen"


def test_text_is_made_safe() -> None:
    assert plain(read("<p>a&#27;[31mb\u202ec\u200bd</p>")) == "a[31mbcd"


def test_ruby_keeps_its_base() -> None:
    assert plain(read("<p><ruby>汀<rp>(</rp><rt>みぎわ</rt><rp>)</rp></ruby>の宿</p>")) == "汀の宿"


# -- blocks -------------------------------------------------------------------------------------------------------


def test_headings_keep_their_level() -> None:
    assert read("<h2>Two</h2><h4>Four <em>x</em></h4>") == (
        Heading(2, (Span("Two"),)),
        Heading(4, (Span("Four "), Span("x", emphasis=True))),
    )


@pytest.mark.parametrize(
    "beside",
    [
        "<a class=headerlink href='#costs'>¶</a>",
        "<a href='#costs'>#</a>",
        "<span class=mw-editsection>[<a href='/edit'>edit</a>]</span>",
    ],
)
def test_what_copies_or_edits_a_heading_is_no_part_of_it(beside: str) -> None:
    assert read(f"<h2 id=costs>What it costs{beside}</h2>") == (Heading(2, (Span("What it costs"),)),)


def test_a_heading_that_is_a_link_to_itself_is_read() -> None:
    assert plain(read("<h2 id=costs><a href='#costs'>What it costs</a></h2>")) == "What it costs"


def test_lists_nest_and_count_from_their_start() -> None:
    assert read("<ol start=3><li>a<ul><li>b</li></ul></li><li>c</li></ol>") == (
        Listing(
            (Item((paragraph("a"), Listing((Item((paragraph("b"),)),)))), Item((paragraph("c"),))),
            ordered=True,
            start=3,
        ),
    )


def test_a_list_in_a_list_without_an_item_belongs_to_the_item_before() -> None:
    assert read("<ul><li>a</li><ul><li>b</li></ul></ul>") == (
        Listing((Item((paragraph("a"), Listing((Item((paragraph("b"),)),)))),)),
    )


def test_a_quotation_has_its_source() -> None:
    assert read("<blockquote><p>Yes.</p><footer>— Ann Lee</footer></blockquote>") == (
        Quote((paragraph("Yes."),), "Ann Lee"),
    )


def test_a_table_has_header_and_caption() -> None:
    html = (
        "<table><caption>Ages</caption><thead><tr><th>Name<th>Age</thead><tr><td><b>Ann</b><td>7<tr><td>Bo<td>9</table>"
    )
    assert read(html) == (
        Table(
            (((Span("Ann", strong=True),), (Span("7"),)), ((Span("Bo"),), (Span("9"),))),
            ((Span("Name"),), (Span("Age"),)),
            "Ages",
        ),
    )


def test_a_table_that_only_lays_out_is_read_through() -> None:
    assert read("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>") == (paragraph("One."), paragraph("Two."))


def test_a_table_with_a_long_text_in_a_cell_lays_out_the_page() -> None:
    long = "The council met again. " * 30
    assert read(f"<table><tr><td>Home<td>{long}<br><br>So it ended.</table>")[1:] == (
        paragraph(long.strip()),
        paragraph("So it ended."),
    )


def test_code_keeps_its_lines_and_language() -> None:
    assert read('<pre><code class="language-python">a = 1\n  b</code></pre>') == (Code("a = 1\n  b", "python"),)


def test_rules_are_not_doubled() -> None:
    assert read("<p>a</p><hr><hr><p>b</p>") == (paragraph("a"), Rule(), paragraph("b"))


def test_footnotes_and_their_references_meet() -> None:
    html = (
        '<p>Fact.<sup><a href="#fn3">3</a></sup></p><ol><li id="fn3"><p>Source. <a href="#fnref3">↩</a></p></li></ol>'
    )
    assert read(html) == (
        paragraph("Fact.", Span("3", script="super", href="#3")),
        Footnote("3", (Span("Source."),)),
    )


# -- pictures and embeds ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<img src="/a.jpg">', "https://news.example/a.jpg"),
        ('<img src="/s.jpg" srcset="/s.jpg 300w, /l.jpg 1200w, /xl.jpg 9000w">', "https://news.example/l.jpg"),
        ('<img src="data:image/gif;base64,R0" data-src="/lazy.jpg">', "https://news.example/lazy.jpg"),
        ('<picture><source srcset="/w.webp 1600w"><img src="/w.jpg"></picture>', "https://news.example/w.webp"),
        ('<img src="data:x" data-srcset="/a,b.jpg 500w, /c.jpg 900w">', "https://news.example/c.jpg"),
        ('<noscript><img src="/late.jpg"></noscript>', "https://news.example/late.jpg"),
    ],
)
def test_the_best_candidate_of_a_picture_is_taken(html: str, url: str) -> None:
    assert read(html) == (Picture(url),)


@pytest.mark.parametrize(
    "html", ['<img src="/p.gif" width=1 height=1>', '<img src="data:x">', "<img>", '<img src="/icons/x.png">']
)
def test_counters_and_icons_are_no_pictures(html: str) -> None:
    assert read(html) == ()


def test_a_picture_shown_twice_is_read_once() -> None:
    html = '<img data-src="/a.jpg" src="data:x"><noscript><img src="/a.jpg?w=9"></noscript>'
    assert read(html) == (Picture("https://news.example/a.jpg"),)


def test_a_figure_has_caption_credit_and_alt() -> None:
    html = '<figure><img src="/a.jpg" alt="A boat"><figcaption>At sea. <span class="credit">Photo: Ann Lee</span></figcaption></figure>'
    assert read(html) == (Picture("https://news.example/a.jpg", "At sea.", "A boat", "Ann Lee"),)


@pytest.mark.parametrize(
    ("caption", "parts"),
    [
        ("The minister on Friday (Photo: Ann Lee/AP)", ("The minister on Friday", "Photo: Ann Lee/AP")),
        ("The minister meets Lavrov(Twitter)", ("The minister meets Lavrov", "Twitter")),
        ("The minister (right) speaks", ("The minister (right) speaks", "")),
        ("The minister (right)", ("The minister (right)", "")),
        ("A goal. [Reuters]", ("A goal.", "Reuters")),
        ("", ("", "")),
    ],
)
def test_a_credit_at_a_captions_end(caption: str, parts: tuple[str, str]) -> None:
    assert credited(caption) == parts


def test_a_post_is_a_quotation_with_author_and_link() -> None:
    html = (
        '<blockquote class="twitter-tweet"><p>Stay<br>inside.</p>&mdash; City (@city) '
        '<a href="https://twitter.com/city/status/7?ref_src=x">May 1, 2024</a></blockquote>'
    )
    assert read(html) == (
        Embed(
            "post",
            "https://twitter.com/city/status/7",
            author="City (@city)",
            text="Stay inside.",
            published="May 1, 2024",
        ),
    )


def test_a_video_is_a_link_with_a_title() -> None:
    html = '<iframe src="https://www.youtube.com/embed/abcDEF123_-?rel=0" title="The river"></iframe><iframe src="https://ads.example/x"></iframe>'
    assert read(html) == (Embed("video", "https://www.youtube.com/watch?v=abcDEF123_-", "The river"),)


# -- what is left out, and hostile pages --------------------------------------------------------------------------


def test_dropped_elements_are_left_out_with_all_that_is_in_them() -> None:
    page = tree("<div><p>keep</p><div id=x><p>drop</p></div></div>")
    node, body = page.css_first("#x"), page.body
    assert node is not None
    assert body is not None
    assert plain(blocks(body, BASE, {node.mem_id})) == "keep"


@pytest.mark.parametrize(
    "element", ["div", "b", "ul><li", "blockquote", "table><tr><td", "figure", "span", "ol", "a href=x"]
)
def test_deep_nesting_is_read_without_falling(element: str) -> None:
    assert "deep" in plain(read(f"<{element}>" * 1500 + "deep"))


TAGS = st.sampled_from(
    "p div span b i a ul ol li table tr td th blockquote figure figcaption img pre code h2 h3 br hr sup section form iframe dl dt dd noscript".split()
)


@given(st.lists(st.one_of(TAGS.map("<{}>".format), TAGS.map("</{}>".format), st.text(max_size=12)), max_size=60))
@settings(max_examples=120, deadline=None)
def test_broken_markup_never_raises(parts: list[str]) -> None:
    plain(read("".join(parts)))


# -- what stands within a line, and what does not ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>The <ship-name>Heron</ship-name> sailed.</p>", "The Heron sailed."),
        ("<p><ruby><rb>港</rb><rt>みなと</rt></ruby>の話。</p>", "港の話。"),
        ("<div class='dropcap'>T</div><p>he quay was full.</p>", "The quay was full."),
        ("<p><span class='drop-cap'>T</span> he quay was full.</p>", "The quay was full."),
        ("<p><img src='/t.png' alt='T'>he quay was full.</p>", "The quay was full."),
        ("<div>A</div><p>Boat sank.</p>", "A\n\nBoat sank."),
        ("<h3><button>Who pays?</button></h3><p>The town.</p>", "Who pays?\n\nThe town."),
        (
            "<div><button aria-expanded='false'>Who pays for it?</button><div>The town pays for the pump and for the lamp, as ever.</div></div>",
            "Who pays for it?\n\nThe town pays for the pump and for the lamp, as ever.",
        ),
        (
            "<div><button>Who pays for it?</button><div>The town pays for the pump and for the lamp, as ever.</div></div>",
            "Who pays for it?\n\nThe town pays for the pump and for the lamp, as ever.",
        ),
        ("<p>Share</p><button>Copy the link</button>", "Share"),
    ],
)
def test_lines(markup: str, text: str) -> None:
    assert plain(read(markup)) == text


def test_struck_out_text_is_marked() -> None:
    assert read("<p>At <del>nine</del> ten.</p>") == (
        paragraph("At ", Span("nine", struck=True), " ten."),
    )  # fmt: skip


def test_figures_in_a_figure_keep_their_captions() -> None:
    found = read(
        "<figure><figure><img src='/a.jpg'><figcaption>Bow</figcaption></figure>"
        "<figure><img src='/b.jpg'><figcaption>Stern</figcaption></figure><figcaption>Both ends</figcaption></figure>"
    )
    assert [block.caption for block in found if isinstance(block, Picture)] == ["Bow", "Stern", "Both ends"]


def test_the_caption_of_a_quotation_names_its_source() -> None:
    (found,) = read(
        "<figure><blockquote><p>It will hold.</p></blockquote><figcaption>— Ann Lee, pilot</figcaption></figure>"
    )
    assert found == Quote((Paragraph((Span("It will hold."),)),), "Ann Lee, pilot")


@pytest.mark.parametrize(
    "held",
    [
        "<pre>a\nb</pre>",
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<iframe src='https://www.youtube.com/embed/x'></iframe>",
    ],
)
def test_what_stands_under_a_figure_is_a_caption_whatever_it_holds(held: str) -> None:
    bare = read(f"<figure>{held}</figure>")
    found = read(f"<figure>{held}<figcaption>As it was in May</figcaption></figure>")
    assert found == (*bare, Picture("", "As it was in May"))
    assert plain(found) == plain(bare)


def test_a_figure_that_a_script_draws_keeps_its_caption() -> None:
    (found,) = read(
        "<figure><div role='img' data-bg='/yard.jpg' aria-label='The yard'></div><figcaption>By day</figcaption></figure>"
    )
    assert found == Picture("https://news.example/yard.jpg", "By day", "The yard")


def test_a_picture_whose_address_only_a_script_knows_keeps_its_caption() -> None:
    (found,) = read(
        "<figure><img src='data:image/svg+xml,x' alt='The yard' width=800><figcaption>By day</figcaption></figure>"
    )
    assert found == Picture("", "By day", "The yard")


def test_a_picture_s_title_that_is_a_sentence_is_kept() -> None:
    (found,) = read("<p><img src='/c.png' alt='A sailor' title='He never liked the pump anyway.'></p>")
    assert isinstance(found, Picture)
    assert found.caption == "He never liked the pump anyway."


def test_a_post_drawn_by_the_page_is_a_post() -> None:
    (found,) = read(
        "<div class='tweet-card'><a href='https://x.com/quay/status/123'><span>The Quay</span><span>@quay</span></a>"
        "<p class='tweet-text'>The lamp stays lit.</p></div>"
    )
    assert found == Embed("post", "https://x.com/quay/status/123", author="@quay", text="The lamp stays lit.")


def test_buttons_in_a_heading_are_counted_once() -> None:
    assert read("<h2>Part" + "<button>Link</button>" * 20_000 + "</h2>") == (Heading(2, (Span("Part"),)),)


@pytest.mark.parametrize("struck", ["style='text-decoration: line-through'", "class='has-line-through'"])
def test_what_a_style_strikes_out_is_struck(struck: str) -> None:
    found = read(f"<p>It was <span {struck}>not</span> decided.</p>")
    assert found == (paragraph("It was ", Span("not", struck=True), " decided."),)


def test_paragraphs_that_a_style_sheet_alone_parts_are_parted_by_their_indent() -> None:
    told = "\u3000市議会は改修を決めた。\n\n\u3000費用は十二億円だ。\n\u3000工事は三月に始まる。"
    parted = ["市議会は改修を決めた。", "費用は十二億円だ。", "工事は三月に始まる。"]
    assert plain(read(f"<p>{told}</p>")).split("\n\n") == parted
    assert plain(read(f"<div><b>写真</b>{told}</div>")).split("\n\n") == ["写真 市議会は改修を決めた。", *parted[1:]]
