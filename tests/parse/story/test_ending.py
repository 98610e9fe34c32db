"""What stands below a story: about its author, or the way to other stories."""

import pytest

from tests.parse.story.examples import P, page, text
from tui.blocks import Block, Heading, Listing, Paragraph, Span
from tui.blocks import Item as ListItem
from tui.parse.story.ending import comments, ending

STORY: list[Block] = [Paragraph((Span(f"{P} {number}."),)) for number in range(12)]


def heading(said: str) -> Heading:
    return Heading(2, (Span(said),))


def links(*said: str) -> Listing:
    return Listing(tuple(ListItem((Paragraph((Span(each, href="https://a.example/x"),)),)) for each in said))


BIO = Paragraph((Span("Ada Lovell has written about rivers, and about those who live beside them, for twenty years."),))


@pytest.mark.parametrize(
    "name",
    [
        "About the author",
        "Written by Ada Lovell",
        "Über die Autorin",
        "À propos de l’autrice",
        "Sobre el autor",
        "Об авторе",
    ],
)
def test_who_wrote_it_is_no_part_of_it(name: str) -> None:
    assert ending([*STORY, heading(name), BIO]) == len(STORY)
    assert ending([*STORY, Paragraph((Span(name),)), BIO]) == len(STORY)


@pytest.mark.parametrize("name", ["You may also enjoy", "Related articles", "Lesen Sie auch", "À lire aussi"])
def test_the_way_to_other_stories_is_no_part_of_it(name: str) -> None:
    assert ending([*STORY, heading(name), links("The lamp is lit again", "The mole gives way")]) == len(STORY)


def test_a_heading_that_begins_so_and_leads_to_text_is_the_story_s() -> None:
    found = [*STORY, heading("More considerations"), Paragraph((Span(f"{P} {P}"),)), STORY[1]]
    assert ending(found) == len(found)


def test_the_next_steps_are_the_story_s() -> None:
    found = [*STORY, heading("Next steps"), links("Write to the council")]
    assert ending(found) == len(found)


OF_ITSELF = Paragraph((Span("Lantern Institute is a place where lamps are studied, with stations on three coasts."),))


def test_what_the_sender_of_a_press_release_says_of_itself_is_no_part_of_it() -> None:
    found = [*STORY, heading("About Lantern Institute"), OF_ITSELF]
    assert ending(found, "The Lantern Institute lantern") == len(STORY)
    assert ending(found, "Harbour Post") == len(found)
    contact = Paragraph((Span("Press contact:\nAnn Moor, 555-0142"),))
    assert ending([*found, contact], "Harbour Post") == len(STORY)
    assert ending([*STORY, heading("Über die Lampe"), OF_ITSELF], "Lampenwerk") == len(STORY) + 2


def test_amid_a_story_nothing_ends_it() -> None:
    found = [*STORY[:4], heading("About the author"), BIO, *STORY]
    assert ending(found) == len(found)


@pytest.mark.parametrize("found", [[], STORY[:1], [heading("About the author")]])
def test_a_story_never_ends_before_it_begins(found: list[Block]) -> None:
    assert ending(found) == len(found)


def test_on_a_page() -> None:
    bare = text(page(""))
    whole = page("").replace(
        "</article>", f"<h3>About the author</h3><p>{'Ada Lovell writes about rivers. ' * 4}</p></article>"
    )
    assert text(whole) == bare


@pytest.mark.parametrize(
    "name",
    [
        "34 responses to “Bridge closed”",
        "3 thoughts on “Bridge closed”",
        "12 Kommentare",
        "3 Kommentare zu „Brücke gesperrt“",
        "Comments (7)",
        "Comments",
        "Leave a Reply",
        "These comments are closed.",
        "Laisser un commentaire",
        "コメントを残す",
    ],
)
def test_what_readers_wrote_below_it_is_no_part_of_it(name: str) -> None:
    told = [Paragraph((Span(f"{P} {P} {number}."),)) for number in range(2)]
    theirs = [Paragraph((Span(f"{P} {P} {P} {number}."),)) for number in range(30)]
    assert comments([*told, heading(name), *theirs]) == len(told)
    assert comments([heading(name), *told]) == len(told) + 1


@pytest.mark.parametrize(
    "name",
    ["Comments?", "Comments on the draft of the law", "12 views", "34 “responses” were counted", "Replying to them"],
)
def test_a_part_of_the_story_may_be_about_comments(name: str) -> None:
    told: list[Block] = [Paragraph((Span(f"{P} {P} {number}."),)) for number in range(4)]
    blocks: list[Block] = [*told, heading(name), *told]
    assert comments(blocks) == len(blocks)


@pytest.mark.parametrize(
    "said",
    [
        "You are receiving this email because you signed up on our website.",
        "Sie erhalten diesen Newsletter, weil Sie sich angemeldet haben.",
        "特别声明：以上内容为自媒体平台用户上传并发布。",
    ],
)
def test_why_it_was_sent_or_stands_here_is_no_part_of_it(said: str) -> None:
    assert ending([*STORY, Paragraph((Span(said),)), BIO]) == len(STORY)
    assert ending([Paragraph((Span(said),)), *STORY]) == len(STORY) + 1
