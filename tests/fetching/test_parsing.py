"""Reading in children: what hangs, dies, eats or digs costs its own child; the rest is read."""

import asyncio

import pytest

from tests.children import die, dig, eat, hang, refuse, size
from tui.errors import ParseError
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
