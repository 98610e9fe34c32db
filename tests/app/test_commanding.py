"""A person's own commands on the screen: programs on the story at hand, and macros."""

import sys
from pathlib import Path

from tests.app.paper import at_desk, edition
from tests.web import Clock, FakeWeb
from tui.config import Config, Macro, OwnCommand
from tui.library.library import Library

PYTHON = (sys.executable, "-I", "-c")
HEAD = OwnCommand("head", (*PYTHON, "print('HEAD', input())"), "V", input="text", shows="pane")


def settings(*commands: OwnCommand, macros: tuple[Macro, ...] = (), notify: tuple[str, ...] = ()) -> Config:
    return Config(auto_refresh=False, commands=commands, macros=macros, notify=notify)


async def test_its_answer_is_shown_and_back_leads_to_the_story(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, settings=settings(HEAD)) as desk:
        await desk.press("l", "j", "enter")
        opened = desk.headline
        await desk.press("V")
        await desk.until(lambda: "HEAD" in desk.article_text)
        assert desk.reader.story is None and "head:" in desk.article_text
        await desk.press("backspace")
        await desk.until(lambda: desk.headline == opened)


async def test_in_the_sections_there_is_no_story_to_run_it_on(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock, settings=settings(HEAD)) as desk:
        await desk.press("V")
        assert "head is for a story" in desk.lines[-1]


async def test_it_is_ended_where_a_person_stops_it(library: Library, web: FakeWeb, clock: Clock) -> None:
    endless = OwnCommand("endless", (*PYTHON, "import signal; signal.pause()"), "V", shows="pane")
    await edition(library, web)
    async with at_desk(library, clock, settings=settings(endless)) as desk:
        await desk.press("l", "j")
        desk.app.simulate_key("V")  # without waiting until nothing is under way
        await desk.until(lambda: "is at work" in desk.lines[-1])
        await desk.press("ctrl+c")
        await desk.until(lambda: not [each for each in desk.reader.workers if each.group == "command"])
        assert "Stopped" in desk.lines[-1]


async def test_what_goes_wrong_is_one_sentence(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(
        library,
        clock,
        settings=settings(
            OwnCommand("a", ("no-such-program",), "V"), OwnCommand("b", (*PYTHON, ""), "B", shows="pane")
        ),
    ) as desk:
        await desk.press("l", "j", "V")
        await desk.until(lambda: "No-such-program cannot be started" in desk.lines[-1])
        await desk.press("B")
        await desk.until(lambda: "B has nothing to say" in desk.lines[-1])


async def test_a_macro_does_one_thing_after_another(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(
        library, clock, settings=settings(HEAD, macros=(Macro("all", ("open", "star", "command.head"), "g a"),))
    ) as desk:
        await desk.press("l", "j", "g", "a")
        await desk.until(lambda: "HEAD" in desk.article_text)
        story = desk.reader.stories.highlighted
        assert story is not None and story.starred and story.read


async def test_what_each_step_of_a_macro_has_to_say_is_said(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(
        library, clock, settings=settings(macros=(Macro("done", ("mark_all", "next_unread"), "g a"),))
    ) as desk:
        await desk.press("g", "a")
        assert desk.lines[-1].strip() == "10 marked read · u undo · Nothing unread is left."


async def test_a_refresh_that_brought_something_is_told(
    library: Library, web: FakeWeb, clock: Clock, tmp_path: Path
) -> None:
    done = tmp_path / "done"
    code = f"import sys, pathlib; pathlib.Path({str(done)!r}).write_text(sys.argv[1])"
    await edition(library, web)
    url = "https://gazette.example/feed"
    clock.move(hours=3)
    async with at_desk(library, clock, settings=settings(notify=(*PYTHON, code, "{count}: {titles}"))) as desk:
        web.feed(url, feed("New today"))
        await desk.press("R")
        await desk.until(lambda: done.exists() and bool(done.read_text()))
    assert "New today" in done.read_text()


def feed(title: str) -> str:
    item = f"<item><title>{title}</title><link>https://gazette.example/new/</link></item>"
    return f'<rss version="2.0"><channel><title>Top News</title>{item}</channel></rss>'
