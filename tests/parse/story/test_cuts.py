"""Lines that pages write around stories: by their words and a second sign."""

import pytest

from tests.parse.story.examples import P, page, text
from tui.blocks import Picture, plain
from tui.parse.story.article import article, fragment


@pytest.mark.parametrize(
    "line",
    [
        "<h2>1984</h2>",
        "<p>1,204</p>",
        "<p><strong>Video?</strong></p>",
        "<p>Was this the bridge that they had meant?</p>",
        "<p>The story continues to be told at the quay.</p>",
        "<p>[The quay: a place of stone.]</p>",
        f"<h2>Video</h2><p>{P}</p>",
        "<h2>Video</h2><h3>Which of the cameras saw it</h3>",
        f"<h2>Video</h2><h3>Which cameras were at the quay</h3><p>{P}</p>",
        "<p>Sources: the log of the boat, and two of the crew.</p>",
        "<p>Updated at 14:05: the boat has been tied up again.</p>",
        "<p>Follow the boat on Facebook? The pilots laughed at that.</p>",
        "<table><tr><td><p>Share</p></td><td><p>12</p></td></tr><tr><td>Print</td><td>7</td></tr></table>",
        "<p><a href='/live'>On Friday the crew, all of them from the old town, denied that they had known of it.</a></p>",
        "<p>These are the books that I would hand to a pilot:</p><ul><li><a href='/a'>The rocks</a></li><li><a href='/b'>The mole</a></li></ul>",
    ],
)
def test_the_story_s_own(line: str) -> None:
    bare = text(page("<p>Nothing.</p>"))
    assert len(text(page(line))) > len(bare) - len("Nothing.") + 3


@pytest.mark.parametrize(
    "line",
    [
        "<p>Advertisement</p>",
        "<p>Sign up now to get the news straight to your inbox.</p>",
        "<p>Subscribe to <a href='/n'>the letter</a>.</p>",
        "<p>Photo: A. Moor / Harbour Office</p>",
        "<div>12</div>",
        '<p>{{quay-banner="/banners/quay"}}</p>',
        "<p>[signup form=1204 align=center]</p>",
        "<p>Loading paragraph...</p>",
        "<p>[Video:Harbour Channel]</p>",
        "<p>Hirdetés</p>",
        "<p>記事は広告の後に続きます</p>",
        "<p>Was this article helpful?</p>",
        "<p>¿Te ha resultado útil este artículo?</p>",
        "<p>この記事は役に立ちましたか？</p>",
        "<div class='support-us'><p>Independent journalism needs readers who pay for it.</p></div>",
        "<p>انتهای پیام/</p>",
        "<p>La suite après cette publicité.</p>",
        "<p>Dalszy ciąg materiału pod wideo</p>",
        "<section><h3>Related</h3><a href='/mill'>The mill is sold</a></section>",
        "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.</p>",
        "<p>Read also: <a href='/x'>The lamp is lit again</a></p>",
        "<div class='box'><span>Kapcsolódó</span><a href='/x'>Drágul a buszjegy</a></div>",
        "<p>Haben Sie Fehler entdeckt? Dann schreiben Sie uns!</p>",
        "<p>Simak Video: Der Hafen</p>",
        "<div><p>Deze content kan niet worden getoond omdat je geen toestemming hebt gegeven.</p></div>",
        "<p>This content isn't available due to your privacy settings.</p>",
        "<section><small>Ad</small></section>",
        "<p>点击上方蓝字关注我们</p>",
        "<p>来源丨晨报</p>",
        "<div class='saboxplugin-wrap'><p>She knows every bridge in the county by its name and its year.</p></div>",
    ],
)
def test_around_the_story(line: str) -> None:
    assert text(page(line)) == text(page(""))


_LINKS = "<ul><li><a href='/a'>KEPT The rocks</a></li><li><a href='/b'>The mole</a></li></ul>"


def test_a_list_of_links_between_two_headings_is_all_that_the_first_one_heads() -> None:
    assert "KEPT" in text(page(f"<h2>Books of the harbour</h2>{_LINKS}<h2>Boats of the harbour</h2><p>{P}</p>"))


def test_the_last_list_of_a_story_of_lists_is_read_as_those_above_it() -> None:
    def listed(name: str) -> str:
        links = "".join(
            f"<li><a href='https://q{place}.example/{name}'>{name} tale {place}</a></li>" for place in "abc"
        )
        return f"<h2>{name}</h2><ul>{links}</ul>"

    letter = (
        f"<html><body><article><h1>Links of the week</h1>{listed('Boats')}{listed('Piers')}</article></body></html>"
    )
    assert "Piers tale c" in text(letter)


@pytest.mark.parametrize(
    "label",
    [
        "<h3>More great stories</h3>",
        "<p>Related:</p>",
        "<p>More from the Lantern:</p>",
        "<div><div>RELATED COVERAGE</div></div>",
    ],
)
def test_a_label_goes_with_its_links_and_the_story_goes_on_behind_it(label: str) -> None:
    assert text(page(f"{label}{_LINKS}<p>So it ended.</p>")) == text(page("<p>So it ended.</p>"))


def test_a_table_below_a_label_of_links_is_the_story_s() -> None:
    table = (
        "<table><tr><td>KEPT</td><td><a href='/a'>The mole</a></td></tr><tr><td>19 mph</td><td>46 lbs</td></tr></table>"
    )
    assert "KEPT" in text(page(f"<h2>Top picks</h2>{table}<p>{P}</p>"))


@pytest.mark.parametrize(
    "line",
    [
        f"<h2>More stories</h2>{_LINKS}<h2>Boats of the harbour</h2><p>{P}</p>",
        f"<h2>Books of the harbour</h2><p>{P[:40]}</p>{_LINKS}<p>{P}</p>",
    ],
)
def test_a_list_of_links_is_left_out_where_a_part_is_told_without_it(line: str) -> None:
    assert "KEPT" not in text(page(line))


@pytest.mark.parametrize("html", ["<p>1984</p>", "<p>What do you think?</p><p>Any comments?</p>", "<p>Share</p>"])
def test_a_short_post_is_never_left_empty(html: str) -> None:
    assert plain(fragment(html, "https://a.example/1").blocks)


@pytest.mark.parametrize(
    "around",
    [
        "<div>Harbour and river</div>",
        "<div><a href='/s'>All of the harbour</a></div>",
        "<section><span>1,693 views</span></section>",
    ],
)
def test_words_in_no_paragraph_at_both_ends(around: str) -> None:
    whole = page("")
    assert text(whole.replace("</h1>", f"</h1>{around}")) == text(whole)
    assert text(whole.replace("</article>", f"{around}</article>")) == text(whole)


@pytest.mark.parametrize("told", ["<div>The council did not answer.</div>", "<ul><li><div>The mole</div></li></ul>"])
def test_sentences_and_lists_are_the_story_s_in_any_element(told: str) -> None:
    whole = page("")
    assert len(text(whole.replace("</article>", f"{told}</article>"))) > len(text(whole))


def test_a_box_about_the_author_at_the_end() -> None:
    whole = page("")
    about = f"<div class='author-box'><p>Ada Lovell. {P} {P}</p></div>"
    assert text(whole.replace("</article>", f"{about}</article>")) == text(whole)


def test_a_heading_beside_a_picture_is_no_caption() -> None:
    assert "The old mole" in text(page("<div><img src='/mole.jpg' width='600'><h3>The old mole</h3></div>"))


def test_paragraphs_beside_a_picture_are_no_caption() -> None:
    told = f"<div><img src='/mole.jpg' width='600'><p>{P[:90]}.</p><p>{P[:80]}.</p></div>"
    assert P[:90] in text(page(told))


def _items(number: int, words: str) -> str:
    return "".join(
        f"<div class='item n{each}'><h3>Mole {each}</h3><img src='/{each}.jpg' width=300><div>{words}</div></div>"
        for each in range(number)
    )


def test_items_of_a_list_with_a_picture_each_keep_their_headings_and_sentences() -> None:
    found = text(page(_items(3, "KEPT It was built of granite in a single summer.")))
    assert "Mole 0" in found
    assert found.count("KEPT") == 3


@pytest.mark.parametrize(
    ("number", "words"), [(1, "It was built of granite in a single summer."), (3, "<a href='/x'>All of the moles</a>")]
)
def test_a_card_alone_and_cards_that_lead_elsewhere_are_no_items(number: int, words: str) -> None:
    assert "Mole 0" not in text(page(_items(number, words)))


def test_a_question_beside_the_sign_that_opens_its_answer_is_read() -> None:
    asked = "<div class='item'><div class='head'><p>Who pays for it?</p><img src='/down.svg' width=24 alt='Open'></div></div>"
    assert "Who pays for it?" in text(page(asked))
    assert "Open the door" not in text(page(asked.replace("Who pays for it?", "Open the door")))


def test_the_heading_of_an_invitation_goes_with_it_and_one_over_a_paragraph_stays() -> None:
    asks = "<div><h4>What the quay is for</h4><p>Sign up now to get the news straight to your inbox.</p></div>"
    assert text(page(asks)) == text(page(""))
    told = (
        f"<div><h4>What the quay is for</h4><p>Sign up now to get the news straight to your inbox.</p><p>{P}</p></div>"
    )
    assert "What the quay is for" in text(page(told))


def test_the_points_that_editors_set_above_a_story_are_read() -> None:
    assert "Four pilots stay" in text(page("<ul class='key-points'><li>Four pilots stay</li><li>Two leave</li></ul>"))


def test_links_below_a_line_that_leads_up_to_them_go_with_it() -> None:
    links = "<p><a href='/a'>The ferry may come back</a></p><p><b><a href='/b'>What a pilot earns</a></b></p>"
    assert text(page(f"<p><b>Seguir leyendo:</b></p>{links}")) == text(page(""))
    assert "The ferry may come back" in text(page(f"<p>This is what we found on the quay:</p>{links}"))


@pytest.mark.parametrize(
    "offer",
    [
        "<p><strong>İLGİLİ HABER</strong></p><p><a href='/r'>The ferry fails again</a></p>",
        "<h3>Related story</h3><p><a href='/r'><strong>The ferry fails again</strong></a></p>",
        "<p>See also<br><a href='/r'>The ferry fails again</a></p>",
    ],
)
def test_a_link_below_a_label_goes_with_it(offer: str) -> None:
    assert text(page(offer)) == text(page(""))


def test_a_linked_heading_below_a_button_is_the_story_s() -> None:
    cards = "".join(
        f"<div><h2><a href='/{name}'>{name} of the harbour</a></h2><p>{P}</p><p><b>Read more</b></p></div>"
        for name in ("Boats", "Piers", "Cranes")
    )
    assert all(f"{name} of the harbour" in text(page(cards)) for name in ("Boats", "Piers", "Cranes"))


def test_pictures_side_by_side_keep_their_own_captions() -> None:
    slides = "".join(
        f"<div class=slide><img src='/{name}.jpg' width=800><p>The {name} in May</p></div>" for name in ("hall", "roof")
    )
    told = article(page(f"<p>{P}</p><div class=slides>{slides}</div><p>{P}</p>"), "https://q.example/a/b").blocks
    assert [block.caption for block in told if isinstance(block, Picture)] == ["The hall in May", "The roof in May"]


def test_a_heading_or_name_that_is_a_link_stays_where_every_paragraph_is_in_a_box_of_its_own() -> None:
    blocks = [f"<p>{P} Block {number}.</p>" for number in range(4)]
    blocks[2:2] = ["<h3>#2: <a href=/lamp>The Lamp</a></h3>", "<p><a href=/boat>The Boat</a></p>"]
    told = "".join(f"<div class=block>{block}</div>" for block in blocks)
    page_of_blocks = f"<html><body><main><h1>Bridge closed</h1><div>{told}</div></main></body></html>"
    assert "#2: The Lamp\n\nThe Boat" in text(page_of_blocks)
    assert "The Lamp" not in text(page("<div class=block><h3>#2: <a href=/lamp>The Lamp</a></h3></div>"))


def test_a_table_that_tells_something_of_each_of_its_links_is_the_story_s() -> None:
    def table(points: str) -> str:
        rows = "".join(
            f"<tr><td><a href='/{name}'>The club of {name}</a></td>{points}</tr>" for name in ("Mill", "Quay")
        )
        return text(page(f"<table>{rows}</table>"))

    assert "54" in table("<td>54</td>")
    assert "Mill" not in table("")


def test_the_times_of_entries_alike_are_told_and_that_of_the_story_is_not() -> None:
    entries = "".join(
        f"<div class=entry><div class=entry-date>{year}</div><div>The bridge is mended.</div></div>"
        for year in (1871, 1964)
    )
    found = text(page(f"<div class=times>{entries}</div>"))
    assert "1871" in found and "1964" in found
    assert "1871" not in text(page("<div><div class=entry-date>1871</div></div>"))


def test_lines_around_a_story_are_left_out_of_elements_that_html_does_not_know() -> None:
    told = "".join(f"<story-line>{P} Line {number}.</story-line>" for number in range(6))
    found = text(f"<title>Bridge closed</title><h1>Bridge closed</h1><x-a>{told}<x-b>Advertisement</x-b>{told}</x-a>")
    assert "Line 5." in found and "Advertisement" not in found


def test_a_price_or_a_share_is_no_count_of_the_page() -> None:
    found = text(page("<div><div>$149+</div><div>72.3 %</div><div>12</div></div>"))
    assert "$149+\n\n72.3 %" in found and "12" not in found
