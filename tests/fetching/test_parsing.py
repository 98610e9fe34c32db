"""Reading in children: what hangs, dies, eats or digs costs its own child; the rest is read."""

import asyncio
import platform
import re
import sys
from pathlib import Path

import pytest

from tests.children import die, dig, dodge, eat, hang, refuse, size
from tests.images import bomb, png
from tui.errors import ParseError
from tui.fetching import child
from tui.fetching.coding import Body
from tui.fetching.parsing import ParsingWorkers


async def test_one_that_hangs_costs_its_own_time_and_nothing_else() -> None:
    children = ParsingWorkers(target="tests.children:reading", count=2, limit=0.5)
    try:
        good = [children.run(size, b"x" * number) for number in range(50)]
        ends = await asyncio.gather(
            children.run(hang, b""), *good, children.run(die, b""), children.run(refuse, b""), return_exceptions=True
        )
    finally:
        children.kill()
    assert ends[1:51] == list(range(50))
    assert [str(end) for end in (ends[0], *ends[51:])] == [
        "reading it took too long",
        "it cannot be read: it ended what read it",
        "this is no feed",
    ]
    assert all(isinstance(end, ParseError) for end in (ends[0], *ends[51:]))


async def test_one_that_dodges_its_limits_is_ended_from_outside() -> None:
    children = ParsingWorkers(target="tests.children:reading", count=1, limit=0.05)
    try:
        with pytest.raises(ParseError, match="took too long"):
            await children.run(dodge, b"")
        assert children._workers[0].pid == 0
    finally:
        children.kill()


async def test_what_eats_all_memory_or_digs_without_end_is_a_failure_and_no_bug() -> None:
    children = ParsingWorkers(target="tests.children:reading", count=1)
    try:
        for work in (eat, dig):
            with pytest.raises(ParseError, match="made so that it cannot be read"):
                await children.run(work, b"")
        assert await children.run(size, b"12") == 2
    finally:
        children.kill()


async def test_who_stops_waiting_for_a_reader_leaves_it_to_the_next() -> None:
    children = ParsingWorkers(target="tests.children:reading", count=1)
    try:
        hanging = asyncio.create_task(children.run(hang, b""))
        waiting = asyncio.create_task(children.run(size, b"12"))
        next_one = asyncio.create_task(children.run(size, b"123"))
        for _ in range(3):
            await asyncio.sleep(0)
        waiting.cancel()
        hanging.cancel()
        assert await next_one == 3
    finally:
        children.kill()


async def test_what_a_person_waits_for_is_read_first() -> None:
    children = ParsingWorkers(target="tests.children:reading", count=1)
    order: list[int] = []

    async def read(number: int, urgent: bool) -> None:
        order.append(await children.run(size, b"x" * number, urgent=urgent))

    try:
        await asyncio.gather(read(1, False), read(2, False), read(3, True))
    finally:
        children.kill()
    assert order == [1, 3, 2]


def about(pid: int, what: str) -> str:
    return Path(f"/proc/{pid}/{what}").read_text()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="there is no /proc to look into")
async def test_the_programs_own_children_are_confined_before_they_read() -> None:
    children = ParsingWorkers(1)
    try:
        feeds = await children.run(child.well_known, "https://news.example/")
        status, limits = (about(children._workers[0].pid, what) for what in ("status", "limits"))
    finally:
        children.kill()
    assert feeds
    assert re.search(r"Max file size +0 +0 ", limits)
    assert re.search(r"Max open files +16 +16 ", limits)
    if sys.platform == "linux" and platform.machine() in ("x86_64", "aarch64"):
        assert re.search(r"^Seccomp:\s*2$", status, re.MULTILINE)


async def test_a_confined_child_reads_feeds_fronts_and_stories_in_any_charset() -> None:
    children = ParsingWorkers(1)
    words = "Вода поднялась ночью, и нижние улицы города были закрыты до полудня. " * 12
    page = f"<html><head><title>Вода</title></head><body><article><h1>Вода</h1><p>{words}</p></article></body></html>"
    feed = "<rss version='2.0'><channel><title>Порт</title><item><title>Вода</title></item></channel></rss>"
    try:
        for charset in ("koi8-r", "windows-1251", "iso-8859-5", "mac-cyrillic"):
            of = f"text/html; charset={charset}"
            found = await children.run(child.feed, Body(feed.encode(charset), "https://news.example/", of))
            told = await children.run(child.story, Body(page.encode(charset), "https://news.example/1", of), "")
            assert (found.title, told.article and told.article.headline) == ("Порт", "Вода")
    finally:
        children.kill()


async def test_a_picture_costs_its_second_and_no_more() -> None:
    children = ParsingWorkers(1, target="tui.fetching.child:drawing", limit=1.0)
    try:
        for data in (bomb(6_000, 6_000), bomb(20_000, 20_000), b"<svg/>", png()[:99]):
            with pytest.raises(ParseError):
                await children.run(child.picture, Body(data, "https://a.example/p"), (40, 20), (8, 16), "256", True)
        found = await children.run(child.picture, Body(png(), "https://a.example/p"), (40, 20), (8, 16), "256", True)
    finally:
        children.kill()
    assert found.sound and found.width == 40


async def test_a_reader_that_came_in_the_moment_of_giving_up_goes_to_the_next() -> None:
    children = ParsingWorkers(target="tests.children:reading", count=1)
    try:
        worker = await children._take(False)
        waiting = asyncio.create_task(children._take(False))
        await asyncio.sleep(0)
        children._leave(worker)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert await children.run(size, b"12") == 2
    finally:
        children.kill()
