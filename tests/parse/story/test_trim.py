"""The story's blocks without the lines around it."""

import pytest

from tui.blocks import Block, Footnote, Heading, Paragraph, Quote, Rule, Span, plain
from tui.parse.page.metadata import Metadata
from tui.parse.story.reading import Reading
from tui.parse.story.trim import trim

URL = "https://www.lantern.example/news/bridge-closed"
P = "The council said on Monday that the bridge over the river would stay closed until the spring, and that is that."
STORY: list[Block] = [Paragraph((Span(f"{P} Line {number}."),)) for number in range(3)]


def kept(*blocks: Block, notes: list[str] | None = None) -> str:
    reading = Reading(URL, URL, Metadata(headline="Bridge closed"), "Bridge closed", ("Ann Moor",), notes=notes)
    return plain(trim(list(blocks), reading))


def line(text: str, href: str = "") -> Paragraph:
    return Paragraph((Span(text, href=href),))


@pytest.mark.parametrize(
    "block",
    [
        Heading(2, (Span("Bridge closed"),)),
        line("By Ann Moor"),
        line("3 May 2024"),
        line("412"),
        line("AUBURN, Wash. —"),
        line("Advertisement"),
        line("Bridge closed\nBy Ann Moor\n3 May 2024"),
    ],
)
def test_at_the_head(block: Block) -> None:
    assert kept(block, *STORY) == plain(STORY)


def test_sections_and_kickers_above_the_headline_go_with_it_and_a_paragraph_stays() -> None:
    headline = Heading(1, (Span("Bridge closed"),))
    assert kept(line("News Sport Culture"), line("City"), headline, *STORY) == plain(STORY)
    told = line("The bridge has been closed since Monday, and nobody can say when it will open again.")
    assert kept(told, headline, *STORY) == plain([told, *STORY])


@pytest.mark.parametrize(
    "block",
    [
        Heading(2, (Span("More"),)),
        line("Ann Moor writes about boats."),
        line("Ann Moor is a reporter who has written about boats, bridges and whatever floats " + "for years, " * 6),
        line("Get started", "https://a.example/"),
        line("Stay connected:"),
        line("Copyright 2026 Lantern Radio"),
        line("kfr/dpa"),
        line("ab/cd (AFP)"),
        line("एए/सीके (डीपीए)"),
        line("LTR (abc)"),
        line("Copyright 2026 Lantern Radio. To see more, visit Lantern Radio."),
        line("Ann Moor covers the harbour. Reach her at 555-0142."),
        line("(con información de EFE)"),
        line("ТАСС"),
        line("Le Phare avec AFP"),
        line("Von Anna Lehmann"),
        line("Por: Redacción"),
        line("Нашли ошибку? Выделите текст и нажмите Ctrl+Enter"),
        line("Like this story? Share it with a friend!"),
    ],
)
def test_at_the_end(block: Block) -> None:
    assert kept(*STORY, block) == plain(STORY)


def test_a_last_line_in_which_the_author_speaks_is_the_story_s() -> None:
    said = line("Ann Moor: The bridge was closed so long that nobody remembers when it was open. " + "Nobody. " * 6)
    assert kept(*STORY, said) == plain([*STORY, said])


def test_a_last_line_in_bold_that_is_a_name_signs_where_nobody_else_does() -> None:
    name = Paragraph((Span("Nguyễn Văn An", strong=True),))
    reading = Reading(URL, URL, Metadata(), "Bridge closed")
    assert plain(trim([*STORY, name], reading)) == plain(STORY)
    assert reading.authors == ("Nguyễn Văn An",)
    above = Reading(URL, URL, Metadata(), "Bridge closed")
    source = Paragraph((Span("Theo Báo Sông", emphasis=True),))
    assert plain(trim([*STORY, name, source], above)) == plain(STORY)
    assert above.authors == ("Nguyễn Văn An",)
    for last in (line("Nguyễn Văn An"), Paragraph((Span("The end of it", strong=True),))):
        other = Reading(URL, URL, Metadata(), "Bridge closed")
        assert plain(trim([*STORY, last], other)) == plain([*STORY, last])
        assert other.authors == ()


def test_a_line_that_leads_to_the_outlet_s_own_accounts_is_left_out_wherever_it_stands() -> None:
    asks = line("Bergabung di saluran kami", "https://t.me/lanternupdate")
    assert kept(STORY[0], asks, *STORY[1:]) == plain(STORY)
    follow = Paragraph((Span("News", href="https://news.google.com/publications/x"), Span("all", href=URL)))
    assert kept(STORY[0], follow, *STORY[1:]) == plain(STORY)
    stranger = line("Mira Holm", "https://t.me/miraholm")
    assert kept(STORY[0], stranger, *STORY[1:]) == plain([STORY[0], stranger, *STORY[1:]])


def test_text_that_only_line_breaks_part_has_also_read_lines_too() -> None:
    offered = Paragraph((Span("Baca juga: "), Span("Jembatan Ditutup", href="https://www.lantern.example/x")))
    assert kept(STORY[0], offered, *STORY[1:]) == plain(STORY)


def test_a_quotation_repeats_the_text_though_it_says_whose_it_is() -> None:
    quote = Quote((line("the bridge over the river would stay closed"), line("Ann Moor")))
    assert kept(*STORY, quote, STORY[0]) == plain([*STORY, STORY[0]])


def networks(*hosts: str) -> Paragraph:
    return Paragraph((Span("See "), *(Span(host, href=f"https://www.{host}/harbour") for host in hosts), Span(".")))


def test_a_last_line_that_leads_to_networks_is_left_out_but_not_for_one_link() -> None:
    assert kept(*STORY, networks("facebook.com", "instagram.com")) == plain(STORY)
    assert kept(*STORY, line("Ακολουθήστε το Φανάρι!", "https://news.google.com/publications/x")) == plain(STORY)
    for hosts in (("facebook.com",), ("facebook.com", "instagram.com", "a.example", "b.example")):
        assert kept(*STORY, networks(*hosts)) == plain([*STORY, networks(*hosts)])


@pytest.mark.parametrize(
    "block",
    [
        Heading(2, (Span("1984"),)),
        line("The Lamp", "https://a.example/lamp"),
        line(
            "On Friday the crew denied that they had known of the rot in the keel of the boat.", "https://a.example/l"
        ),
        line("What do you think happens when the pump stops?"),
    ],
)
def test_amid_the_story(block: Block) -> None:
    assert kept(STORY[0], block, STORY[1]) == plain([STORY[0], block, STORY[1]])


def test_a_heading_that_says_the_headline_heads_a_part_where_the_story_is_well_begun() -> None:
    again = Heading(2, (Span("Bridge closed"),))
    assert kept(STORY[0], again, *STORY[1:]) == plain(STORY)
    assert kept(*STORY, again, STORY[0]) == plain([*STORY, again, STORY[0]])
    assert "*" not in kept(*STORY, Heading(2, (Span("*"),)), STORY[0])


def test_a_heading_that_sounds_like_a_label_stays_over_the_heading_of_one_of_its_parts() -> None:
    deeper, alike = Heading(3, (Span("For boats"),)), Heading(2, (Span("Boats"),))
    for name in ("Recommended reading", "Video"):
        label = Heading(2, (Span(name),))
        assert name in kept(*STORY, label, deeper, STORY[0])
        assert name not in kept(*STORY, label, alike, STORY[0])


def test_notes_below_links_to_other_stories_stay() -> None:
    note = Footnote("1", (Span("The minutes are in the town library."),))
    assert kept(*STORY, Heading(2, (Span("See also"),)), line("The boat house", "/boats"), note) == plain(
        [*STORY, note]
    )


def test_a_quotation_that_repeats_the_text_is_left_out_and_told() -> None:
    notes: list[str] = []
    quote = Quote((line("the bridge over the river would stay closed"),))
    assert kept(*STORY, quote, STORY[0], notes=notes) == plain([*STORY, STORY[0]])
    assert any("a quotation that repeats the text" in note for note in notes)


def test_the_only_paragraph_stays_though_what_it_leads_up_to_is_gone() -> None:
    told = f"{P} All of it is here:"
    assert kept(line(told)) == told
    assert told not in kept(*STORY, line(told))


def test_a_first_line_that_names_who_wrote_it_signs_a_story_that_nobody_signs_above() -> None:
    def read(first: str, *authors: str) -> tuple[str, tuple[str, ...]]:
        reading = Reading(URL, URL, Metadata(headline="Bridge closed"), "Bridge closed", authors)
        return plain(trim([line(first), *STORY], reading)), reading.authors

    assert read("By Md Jan Roe") == (plain(STORY), ("Md Jan Roe",))
    assert read("By the river it was quiet.") == (plain([line("By the river it was quiet."), *STORY]), ())
    assert read("By Md Jan Roe", "Ann Moor")[1] == ("Ann Moor",)


def test_an_address_of_the_page_s_own_site_is_not_the_last_line() -> None:
    assert kept(*STORY, line(f"URL: {URL}")) == plain(STORY)
    assert "other.example" in kept(*STORY, line("URL: https://other.example/minutes"))


@pytest.mark.parametrize("sign", [">> ", "→ ", "» "])
def test_a_link_amid_the_story_is_no_part_of_it_whatever_points_to_it(sign: str) -> None:
    link = Paragraph((Span(sign), Span("The boat house on the other bank has to wait for years", href=f"{URL}/boats")))
    assert kept(*STORY, link, *STORY[:1]) == plain([*STORY, *STORY[:1]])


@pytest.mark.parametrize("drawn", ["***", "* * *", "⁂", "– ♦ –", "_____"])
def test_a_line_drawn_with_signs_parts_the_story(drawn: str) -> None:
    assert kept(*STORY, line(drawn), *STORY[:1]) == plain([*STORY, Rule(), *STORY[:1]])
    assert kept(*STORY, line(drawn)) == plain(STORY)


def test_stars_that_rate_something_are_told() -> None:
    assert "★★★☆☆" in kept(*STORY, line("★★★☆☆"), *STORY[:1])
