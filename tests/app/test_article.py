"""The article pane on a screen: what it shows, where it stands, what it announces."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot

from tests.app.examples import EVERY_BLOCK, RELATED, SIMILAR, long_article, paragraph, rendered
from tui.app.article import NOTHING_OPEN, ArticlePane
from tui.app.layout import safe
from tui.app.parts import PLAIN, Typography, text_of
from tui.blocks import Span
from tui.model import Article, Relation


class Stand(App[None]):
    """An app with nothing but an article pane; keeps what the pane announces."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__()
        self.pane = pane
        self.followed: list[ArticlePane.LinkFollowed] = []
        self.percents: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_article_pane_link_followed(self, event: ArticlePane.LinkFollowed) -> None:
        self.followed.append(event)

    def on_scroller_scrolled(self, event: ArticlePane.Scrolled) -> None:
        self.percents.append(event.percent)

    def lines(self) -> list[str]:
        """The screen as text, blanks at line ends left out."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]


@asynccontextmanager
async def stand(
    columns: int = 80, rows: int = 24, ascii_only: bool = False, addresses: bool = False
) -> AsyncIterator[tuple[Stand, ArticlePane, Pilot[None]]]:
    app = Stand(ArticlePane(zone=UTC, ascii_only=ascii_only, addresses=addresses))
    async with app.run_test(size=(columns, rows)) as pilot:
        yield app, app.pane, pilot


async def test_an_empty_pane_says_what_would_fill_it() -> None:
    async with stand() as (app, pane, pilot):
        assert app.lines()[1].strip() == NOTHING_OPEN
        pane.show_message("Nothing here yet: press a to follow a site.")
        await pilot.pause()
        assert app.lines()[1].strip() == "Nothing here yet: press a to follow a site."
        assert not pane.page(1)
        pane.next_link(1)
        pane.follow_link()
        assert pane.focused_link is None


@pytest.mark.parametrize("columns", [40, 80, 120])
async def test_the_screen_shows_the_lines_of_the_layout(columns: int) -> None:
    async with stand(columns, 90) as (app, pane, pilot):
        pane.show(EVERY_BLOCK, RELATED, SIMILAR)
        await pilot.pause()
        assert app.lines() == [*rendered(columns).splitlines(), *[""] * 90][:90]


async def test_filled_lines_are_hyphenated_once_the_patterns_are_read() -> None:
    pytest.importorskip("pyphen")
    text = "Considerable administrative disagreement about transportation continued. " * 8
    async with stand(36, 24) as (app, pane, pilot):
        pane.typography = Typography(justified=True)
        more = [paragraph("Here it goes on."), *[paragraph(text)] * 4]
        pane.show(Article("u", "h", (paragraph(text), *more), language="en-NZ"), place=(4, 0))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert any(line.endswith("-") for line in app.lines())
        assert app.lines()[0].strip() == "Here it goes on."
        pane.show(Article("v", "h", (paragraph(text),), language="en-NZ"))
        assert pane.text_layout is not None
        assert pane.text_layout.unparted == ""  # they are known by now: at once


async def test_ascii_terminals_get_ascii_signs() -> None:
    async with stand(80, 90, ascii_only=True) as (app, pane, pilot):
        pane.show(EVERY_BLOCK, RELATED, SIMILAR)
        await pilot.pause()
        assert app.lines() == [*rendered(80, PLAIN).splitlines(), *[""] * 90][:90]


async def test_links_carry_addresses_of_the_web_where_these_are_wanted() -> None:
    def linked(url: str) -> Article:
        return Article("https://news.example/a", "Ferry", (paragraph("See ", Span("the minutes", href=url), "."),))

    for wanted in (True, False):
        async with stand(addresses=wanted) as (app, pane, pilot):
            for url in ("https://council.example/1", "https://council.example/2", "mailto:clerk@council.example"):
                pane.show(linked(url))
                await pilot.pause()
                shown = {
                    segment.style.link
                    for strip in app.screen._compositor.render_strips()
                    for segment in strip
                    if segment.style and segment.style.link
                }
                assert shown == ({url} if wanted and url.startswith("https:") else set())


async def test_lines_pages_and_halves_move_and_stop_at_the_ends() -> None:
    async with stand(80, 20) as (app, pane, pilot):
        pane.show(EVERY_BLOCK, RELATED, SIMILAR)
        await pilot.pause()
        text = rendered(80).splitlines()
        pane.line(3)
        await pilot.pause()
        assert app.lines()[0] == text[3]
        pane.half(1)
        await pilot.pause()
        assert app.lines()[0] == text[13]
        assert pane.page(1)
        await pilot.pause()
        assert app.lines()[0] == text[32]
        while pane.page(1):
            pass
        await pilot.pause()
        assert app.lines() == text[-20:]
        assert pane.percent == 100
        pane.line(5)
        await pilot.pause()
        assert app.lines() == text[-20:]
        assert pane.page(-1)
        pane.top()
        assert (pane.percent, pane.place) == (0, (0, 0))
        assert not pane.page(-1)
        pane.end()
        await pilot.pause()
        assert app.lines() == text[-20:]
        assert app.percents[-1] == 100


async def test_a_short_story_is_at_its_end_at_once() -> None:
    async with stand() as (_, pane, _pilot):
        pane.show(Article("u", "Short", (paragraph("One line."),)))
        assert not pane.page(1)
        assert pane.percent == 100


async def test_a_place_is_kept_and_restored_at_another_width() -> None:
    async with stand(80, 20) as (app, pane, pilot):
        pane.show(long_article())
        for _ in range(9):
            pane.page(1)
        await pilot.pause()
        place, first = pane.place, app.lines()[0].split()[0]
    async with stand(50, 20) as (app, pane, pilot):
        pane.show(long_article(), place=place)
        await pilot.pause()
        assert first in app.lines()[0].split()


async def test_a_resize_keeps_the_paragraph_under_the_eye_there_and_back() -> None:
    async with stand(80, 20) as (app, pane, pilot):
        pane.show(long_article())
        pane.page(7)
        await pilot.pause()
        before, place = app.lines(), pane.place
        for columns, rows in ((44, 12), (20, 5), (1, 1), (130, 40), (80, 20)):
            await pilot.resize_terminal(columns, rows)
            await pilot.pause()
            assert pane.place == place
        assert app.lines() == before


async def test_measuring_the_rest_leaves_the_screen_as_it_is() -> None:
    async with stand(80, 20) as (app, pane, pilot):
        pane.show(long_article(), place=(400, 0))
        await pilot.pause()
        before = app.lines()
        layout = pane.text_layout
        assert layout is not None
        while not layout.done:
            pane._measure_more()
        await pilot.pause()
        assert app.lines() == before


async def test_going_back_into_what_was_never_measured_goes_by_single_lines() -> None:
    async with stand(30, 20) as (app, pane, pilot):
        pane.show(long_article())
        layout = pane.text_layout
        assert layout is not None
        while not layout.done:
            layout.measure_next()
        top = layout.line_of((300, 0))
        text = [safe(text_of(layout.line(y))).rstrip() for y in range(top - 60, top + 20)]
        pane.show(long_article(), place=(300, 0))
        pane._stop_measuring()
        for back in range(1, 60):
            pane.line(-1)
            await pilot.pause(0.0)
            assert [line[1:] for line in app.lines()] == text[60 - back : 80 - back]


async def test_opening_a_long_story_measures_only_the_first_screens() -> None:
    async with stand() as (_, pane, _pilot):
        pane.show(long_article())
        assert pane.text_layout is not None
        assert pane.text_layout.measured < 12


async def test_links_are_walked_in_reading_order_and_followed() -> None:
    async with stand(80, 20) as (app, pane, pilot):
        pane.show(EVERY_BLOCK, RELATED, SIMILAR)
        seen = []
        layout = pane.text_layout
        assert layout is not None
        for _ in layout.links:
            pane.next_link(1)
            await pilot.pause()
            link = pane.focused_link
            assert link is not None
            assert any(link.title.split()[0] in line for line in app.lines())
            seen.append(link.title)
            if link.relation in ("link", "latest", "similar"):
                pane.follow_link()
        await pilot.pause()
        walked = list(dict.fromkeys(seen))
        assert walked[:2] == ["the Evening Post", "@islander"]
        assert walked[-7:] == [*(story.title for story in sorted(RELATED, key=order)), SIMILAR[0].title]
        followed = {(message.url, message.relation) for message in app.followed}
        assert ("https://post.example/ferry", "link") in followed
        assert ("https://news.example/whales", Relation.LATEST) in followed
        assert ("https://post.example/old", "similar") in followed
        pane.next_link(1)
        assert pane.focused_link == layout.links[0], "behind the last comes the first"
        pane.next_link(-1)
        assert pane.focused_link == layout.links[-1]


def order(story: object) -> int:
    """Where the pane puts a related story of the example."""
    relations = [Relation.ALSO_READ, Relation.PREVIOUS, Relation.NEXT, Relation.LATEST, Relation.MOST_READ]
    return relations.index(getattr(story, "relation"))  # noqa: B009 - sorted() gives no type here


async def test_the_eye_stays_on_its_link_while_more_of_the_story_comes() -> None:
    async with stand(80, 40) as (_app, pane, pilot):
        pane.show(EVERY_BLOCK)
        await pilot.pause()
        pane.next_link(1)
        pane.next_link(1)
        before = pane.focused_link
        assert before is not None
        assert pane.put_letters()
        pane.swap(EVERY_BLOCK, RELATED, SIMILAR)
        await pilot.pause()
        assert pane.focused_link == before
        assert pane.hints is not None
        pane.swap(Article("u", "h", (paragraph("Without any link."),)))
        assert pane.focused_link is None


async def test_the_place_stays_where_its_words_stand_earlier_too() -> None:
    again = Article("u", "h", (paragraph("The council met on Monday. " * 30),) * 9)
    async with stand(80, 20) as (_, pane, pilot):
        pane.show(again)
        await pilot.pause()
        pane.page(3)
        before = pane.place
        pane.swap(again, RELATED, SIMILAR)
        await pilot.pause()
        assert pane.place == before > (3, 0)


async def test_a_place_that_a_summary_does_not_have_is_gone_to_when_the_text_comes() -> None:
    text = [paragraph(f"Paragraph {number} of the council's long report. " * 20) for number in range(9)]
    async with stand(80, 20) as (_, pane, pilot):
        pane.show(Article("u", "h", tuple(text[:1])), place=(7, 0))
        await pilot.pause()
        assert pane.place == (7, 0), "what is kept when it is left before the text has come"
        pane.swap(Article("u", "h", tuple(text)))
        await pilot.pause()
        assert pane.place == (7, 0)
        assert "Paragraph 0" not in pane.render_line(0).text
        assert any("Paragraph" in pane.render_line(y).text for y in range(3))
        pane.top()
        pane.swap(Article("u", "h", tuple(text[:4])))
        assert pane.place == (0, 0)


async def test_the_walk_starts_from_what_is_on_the_screen() -> None:
    async with stand(80, 20) as (_, pane, _pilot):
        pane.show(long_article())
        pane.page(10)
        pane.next_link(1)
        assert pane.focused_link is not None
        forward = int(pane.focused_link.title.split()[1])
        pane.page(3)
        pane.follow_link()  # the link that had the eye is not on the screen any more
        pane.next_link(-1)
        assert pane.focused_link is not None
        assert int(pane.focused_link.title.split()[1]) > forward > 0


async def test_moving_between_two_links_on_the_screen_repaints_their_lines_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    link = [Span(f"number {n}", href=f"https://news.example/{n}") for n in range(2)]
    async with stand(80, 20) as (_, pane, pilot):
        pane.show(Article("u", "h", (paragraph(link[0]), paragraph("text"), paragraph(link[1]))))
        await pilot.pause()
        pane.next_link(1)
        regions: list[Region] = []
        monkeypatch.setattr(pane, "refresh", lambda *given: regions.extend(given))
        pane.next_link(1)
        assert [(region.y, region.height) for region in regions] == [(5, 1), (9, 1)]


async def test_a_footnote_is_gone_to_in_place() -> None:
    async with stand(80, 12) as (app, pane, pilot):
        pane.show(EVERY_BLOCK)
        while pane.focused_link is None or pane.focused_link.relation != "note":
            pane.next_link(1)
        pane.follow_link()
        await pilot.pause()
        assert any("1. Figures of the harbour office" in line for line in app.lines())
        assert app.followed == []


async def test_a_click_on_a_link_follows_it() -> None:
    async with stand(80, 20) as (app, pane, pilot):
        pane.show(Article("u", "h", (paragraph("Read ", Span("this", href="https://news.example/1"), "."),)))
        await pilot.pause()
        await pilot.click(pane, offset=(4, 5))
        assert app.followed == []
        await pilot.click(pane, offset=(10, 5))
        assert [message.url for message in app.followed] == ["https://news.example/1"]


async def test_the_link_that_has_the_eye_is_set_off_from_the_others() -> None:
    async with stand(80, 20) as (app, pane, pilot):
        pane.show(Article("u", "h", (paragraph(Span("this", href="https://news.example/1")),)))
        pane.next_link(1)
        await pilot.pause()
        styles = {segment.text: segment.style for segment in app.screen._compositor.render_strips()[5]}
        style = styles["this"]
        assert style is not None
        assert style.reverse


@pytest.mark.parametrize(
    "hostile", ["\x1b]52;c;aGk=\x07", "\x9b31m", "\u202e", "[@click=app.quit]x[/]", "[/nope]", "\x00"]
)
async def test_nothing_a_page_says_reaches_the_terminal_as_more_than_text(hostile: str) -> None:
    article = Article(
        "u",
        f"headline {hostile}",
        (paragraph(f"text {hostile}", Span(f"link {hostile}", href="https://news.example/")),),
        kicker=hostile,
        standfirst=hostile,
        byline=(hostile,),
        site_name=hostile,
        notice=hostile,
    )
    async with stand(80, 30) as (app, pane, pilot):
        pane.show(article)
        await pilot.pause()
        assert re.fullmatch(r"[\x20-\x7e·─–\n]*", "\n".join(app.lines()))
        if hostile.isprintable() and hostile.isascii():
            assert f"headline {hostile}" in "\n".join(app.lines())
