"""What comes from outside is shown and never obeyed: payloads through every pane and dialog."""

import unicodedata

import pytest

from tests.app.paper import at_desk, shown
from tests.web import Answer, Clock, FakeWeb
from tui.app.choices import Choice
from tui.app.dialogs import FollowDialog
from tui.blocks import Paragraph, Span
from tui.errors import FetchError
from tui.library.library import Library
from tui.model import Article, Entry, Offer, Related, Relation, SiteOffer, Story, StoryFilter
from tui.storage import sections

PAYLOADS = (
    "\x1b[2J\x1b[31mred",
    "\x1b]52;c;aGFja2Vk\x07clip",
    "\x9b31m and \x9d52;c;aGk=\x9c c1",
    "\x07bell\x08\x08\x7f\x00",
    "abc\u202edcba\u2066x\u2069",
    "[@click=app.quit]press[/]",
    "[/nope] [bold [[",
    "a\tb\r\nc\u2028d\u0085e",
    "\ud800 lone \ufeff \u200b \U000e0041 tag",
    "👩\u200d👩\u200d👧 \ufe0f 🏳\ufe0f",
    "$(reboot) `id` ${x}",
    "\x1b[6n\x1b[?1049l",
)
EVIL = " ".join(PAYLOADS)
ALLOWED = {
    "Lu",
    "Ll",
    "Lt",
    "Lm",
    "Lo",
    "Mn",
    "Mc",
    "Me",
    "Nd",
    "Nl",
    "No",
    "Pc",
    "Pd",
    "Ps",
    "Pe",
    "Pi",
    "Pf",
    "Po",
    "Sm",
    "Sc",
    "Sk",
    "So",
    "Zs",
}


def assert_harmless(lines: list[str]) -> None:
    for line in lines:
        for character in line:
            assert unicodedata.category(character) in ALLOWED, (f"U+{ord(character):04X}", line)


async def evil_library(library: Library, web: FakeWeb) -> None:
    """A library as the parsers would never give it: every text is hostile, as if a sanitiser had failed."""
    evil = EVIL.replace("\ud800", "")  # which SQLite cannot keep at all
    entries = tuple(Entry(evil, f"https://evil.example/{n}", f"g{n}", evil, authors=(evil,)) for n in range(3))
    await library.do(
        sections.follow,
        SiteOffer(
            evil,
            "https://evil.example",
            (Offer(evil, "https://evil.example/a", entries=entries), Offer(evil, "https://evil.example/b")),
        ),
    )
    web["https://evil.example/a"] = FetchError(evil)
    web["https://evil.example/0"] = Answer(
        f"<html><head><title>{evil}</title></head><body><article><h1>{evil}</h1>"
        + f"<p>{evil} and more words of it</p>" * 9
        + "</article></body></html>"
    )


@pytest.mark.parametrize("size", [(120, 36), (60, 20)])
async def test_no_pane_lets_anything_through(
    library: Library, web: FakeWeb, clock: Clock, size: tuple[int, int]
) -> None:
    await evil_library(library, web)
    async with at_desk(library, clock, size) as desk:
        for keys in (["j"], ["G"], ["r"], ["l", "enter"], ["G"], ["right_square_bracket", "enter"], ["q"], ["a"]):
            await desk.press(*keys)
            assert_harmless(desk.lines)
        assert isinstance(desk.app.screen, FollowDialog)


async def test_the_panes_do_not_trust_the_library(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock, (120, 36)) as desk:
        reader = desk.reader
        story = Story(99, EVIL, "https://evil.example/1", EVIL, EVIL, summary=EVIL, snippet=f"\x02{EVIL}\x03{EVIL}")
        reader.sections.show((Choice(StoryFilter(), EVIL, EVIL, 3, failed=EVIL, notes=(EVIL,)),))
        reader.stories.show([story])
        related = (Related(Relation.NEXT, EVIL, "https://evil.example/2", EVIL, heading=EVIL),)
        body = (Paragraph((Span(EVIL), Span(EVIL, href="https://evil.example/\x1b]8;;"), Span(EVIL, code=True))),)
        article = Article(
            "https://evil.example/1",
            EVIL,
            body,
            EVIL,
            EVIL,
            EVIL,
            (EVIL,),
            EVIL,
            site_name=EVIL,
            related=related,
            notice=EVIL,
        )
        reader.reading.show(article, related, (story,))
        reader.say(EVIL)
        await desk.settle()
        assert_harmless(desk.lines)
        assert "[@click=app.quit]press[/]" in desk.text
        reader.stories.empty = EVIL
        reader.stories.show([])
        reader.reading.show_message(EVIL)
        await desk.settle()
        assert_harmless(desk.lines)


async def test_the_follow_dialog_does_not_trust_what_it_found(library: Library, clock: Clock) -> None:
    async with at_desk(library, clock, (80, 24)) as desk:
        await desk.press("a")
        dialog = desk.app.screen
        assert isinstance(dialog, FollowDialog)
        dialog._show_offer(SiteOffer(EVIL, EVIL, (Offer(EVIL, EVIL), Offer(EVIL, EVIL, comments=True))))
        dialog.told.say([(EVIL, "print")])
        dialog.field.insert_text_at_cursor(EVIL)
        await desk.settle()
        assert_harmless(desk.lines)


async def test_a_line_written_to_is_a_line(library: Library, clock: Clock) -> None:
    """The chrome itself, without a library behind it."""
    async with at_desk(library, clock, (40, 10)) as desk:
        desk.reader.masthead.say([(EVIL, "strong")], EVIL, [(EVIL, "print")])
        await desk.settle()
        assert_harmless(shown(desk.app.screen))


def test_what_cannot_be_opened_is_not_opened() -> None:
    from tui import address

    for url in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "guide:/a", "ssh://host", "-flag", ""):
        assert address.openable(url) == ""
