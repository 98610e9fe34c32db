"""Work in a child process: asked, answered, dropped, lost, killed, and never left behind."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from tui.errors import FetchError, LostError
from tui.fetching.wire import WireError, encode
from tui.fetching.workers import Worker, _error

pytestmark = pytest.mark.timeout(60)
"""Seconds, many times what the longest of these takes: a question that is never answered is waited for no longer."""


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    worker = Worker("tests.children:counting")
    yield worker
    worker.kill()


@pytest.fixture
async def several() -> AsyncIterator[Worker]:
    worker = Worker("tests.children:at_once")
    yield worker
    worker.kill()


def gone(pid: int) -> bool:
    """The process has ended (a zombie has, too)."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z"


def wait_until_gone(pid: int) -> None:
    """Return when the process has ended; the test's own time limit is the limit."""
    while not gone(pid):
        time.sleep(0.005)


async def test_values_come_back(worker: Worker) -> None:
    for question in ("ü", b"\0" * 3_000_000, ("a", 1, None), (True, (1.5, "\ud800"))):
        assert await worker.ask(question) == question


async def test_many_questions_at_once_are_answered_each_to_its_own_asker(several: Worker) -> None:
    names = [f"story {number}" for number in range(50)]
    asked = [asyncio.create_task(several.ask(("wait", name))) for name in names]
    for name in reversed(names):
        await several.ask(("open", name))
    assert await asyncio.gather(*asked) == names


async def test_it_is_another_process_started_once(worker: Worker) -> None:
    assert worker.pid == 0
    pids = set(await asyncio.gather(*(worker.ask("pid") for _ in range(5))))
    assert pids == {worker.pid}
    assert pids != {os.getpid()}


async def test_an_expected_failure_is_raised_as_it_was(worker: Worker) -> None:
    with pytest.raises(FetchError, match="answers 404") as caught:
        await worker.ask("refuse")
    assert caught.value.status == 404


@pytest.mark.parametrize("target", ["counting", "at_once"])
async def test_a_bug_is_raised_with_its_traceback_and_logged(target: str, tmp_path: Path) -> None:
    worker = Worker(f"tests.children:{target}", printed=tmp_path / "state" / "log")
    with pytest.raises(RuntimeError, match=r"(?s)Traceback.*in answer.*KeyError: 'a bug'"):
        await worker.ask("bug")
    assert await worker.ask("still here") == "still here"
    worker.kill()
    assert "KeyError: 'a bug'" in (tmp_path / "state" / "log").read_text()


async def test_an_answer_that_cannot_travel_is_a_bug(worker: Worker) -> None:
    with pytest.raises(RuntimeError, match="cannot travel"):
        await worker.ask("unsendable")


async def test_a_child_that_cannot_begin_says_why() -> None:
    worker = Worker("tests.children:broken")
    with pytest.raises(RuntimeError, match="it cannot begin"):
        await worker.ask("anything")
    worker.kill()


async def test_what_the_child_prints_goes_to_the_log_and_not_between_the_answers(tmp_path: Path) -> None:
    worker = Worker("tests.children:counting", printed=tmp_path / "log")
    assert await worker.ask("print") == "printed"
    worker.kill()
    assert b"bytes that nobody asked for" in (tmp_path / "log").read_bytes()


async def test_a_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"x" * 1_000_001)
    worker = Worker("tests.children:counting", printed=log)
    await worker.ask("pid")
    worker.kill()
    assert log.read_bytes() == b""


async def test_where_no_log_can_be_written_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    worker = Worker("tests.children:counting", printed=tmp_path / "file" / "log")
    assert await worker.ask("print") == "printed"
    worker.kill()


async def test_it_works_in_a_folder_that_has_been_removed(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "here").rmdir()
    assert await worker.ask("still here") == "still here"


async def test_a_child_that_dies_fails_who_waits_and_the_next_question_starts_another(worker: Worker) -> None:
    first = await worker.ask("pid")
    with pytest.raises(LostError, match="ended before it was done"):
        await worker.ask("die")
    assert await worker.ask("pid") not in (first, os.getpid())
    assert gone(first)


async def test_kill_fails_everybody_who_waits_at_once(several: Worker) -> None:
    pid = await several.ask("pid")
    waiting = [asyncio.create_task(several.ask(("wait", name))) for name in "abc"]
    await several.ask("in order, so these are waiting")
    several.kill()
    assert [type(end) for end in await asyncio.gather(*waiting, return_exceptions=True)] == [LostError] * 3
    assert gone(pid)
    assert await several.ask("pid") != pid


async def test_a_cancelled_question_is_dropped_in_the_child(several: Worker) -> None:
    waiting = asyncio.create_task(several.ask(("wait", "a")))
    await several.ask("in order, so it is waiting")
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await several.ask("one turn of its loop")
    assert await several.ask("dropped") == ("a",)


async def test_an_idle_child_is_sent_away_and_comes_back() -> None:
    worker = Worker("tests.children:counting", idle=0.001)
    pid = await worker.ask("pid")
    for _ in iter(lambda: worker.pid, 0):
        await asyncio.sleep(0)
    assert gone(pid)
    assert await worker.ask("pid") != pid
    worker.kill()


async def test_a_child_at_work_is_not_idle() -> None:
    worker = Worker("tests.children:at_once", idle=0.001)
    waiting = asyncio.create_task(worker.ask(("wait", "a")))
    pid = await worker.ask("pid")
    for number in range(20):
        await worker.ask(number)
    assert worker.pid == pid
    await worker.ask(("open", "a"))
    assert await waiting == "a"
    worker.kill()


async def test_it_is_as_nice_as_asked() -> None:
    worker = Worker("tests.children:counting", nice=5)
    assert await worker.ask("nice") == min(os.nice(0) + 5, 19)
    worker.kill()


async def test_it_runs_this_program_wherever_it_is_started(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tui

    (tmp_path / "json.py").write_text("raise SystemExit('the wrong json')")
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "__init__.py").write_text("raise SystemExit('the wrong tui')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    where, folder, path = await worker.ask("where")
    assert where == tui.__file__
    assert folder == "/"
    assert str(tmp_path) not in path
    assert "" not in path


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Whoever started the tests may have told them to ignore interrupts, which children inherit."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
async def test_it_survives_an_interrupt_and_ends_at_a_termination(worker: Worker) -> None:
    pid = await worker.ask("pid")
    os.kill(pid, signal.SIGINT)
    assert await worker.ask("still here") == "still here"
    for ending in (signal.SIGTERM, signal.SIGHUP):
        os.kill(await worker.ask("pid"), ending)
        with pytest.raises(LostError):
            while True:
                await worker.ask("until it is gone")


ORPHANING = """
import asyncio, os, sys
from tui.fetching.wire import WireError, encode
from tui.fetching.workers import Worker, _error

async def main():
    worker = Worker("tests.children:{target}", limit={limit})
    print(await worker.ask("pid"), flush=True)
    await worker.ask({question})

asyncio.run(main())
"""


@pytest.mark.parametrize(
    ("target", "question", "limit"), [("counting", "'hang'", 0.1), ("at_once", "('wait', 'a')", 0)]
)
def test_no_child_outlives_a_parent_killed_without_warning(target: str, question: str, limit: float) -> None:
    code = ORPHANING.format(target=target, question=question, limit=limit)
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=root, text=True) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        parent.kill()
    wait_until_gone(pid)


async def test_a_question_past_the_limit_costs_its_child_and_nothing_else() -> None:
    worker = Worker("tests.children:counting", limit=0.1)
    with pytest.raises(LostError) as caught:
        await worker.ask("hang")
    assert caught.value.overran
    assert await worker.ask("still here") == "still here"
    worker.kill()


async def test_a_loop_that_stands_still_is_ended() -> None:
    worker = Worker("tests.children:at_once", limit=0.1)
    waiting = asyncio.create_task(worker.ask(("wait", "a")))
    with pytest.raises(LostError) as caught:
        await worker.ask("hang")
    assert caught.value.overran
    with pytest.raises(LostError):
        await waiting
    assert await worker.ask("still here") == "still here"
    worker.kill()


async def test_a_limit_is_of_processor_time() -> None:
    patient = Worker("tests.children:counting", limit=0.5)
    assert await patient.ask("sleep") == "slept"
    patient.kill()


async def test_what_is_no_answer_of_the_kind_that_is_asked_for_ends_the_child(worker: Worker) -> None:
    pid = await worker.ask("pid", int)
    with pytest.raises(LostError, match="an answer that makes no sense"):
        await worker.ask("words", int)
    assert await worker.ask("pid", int) != pid


def test_an_error_of_an_unknown_kind_is_none() -> None:
    for name, facts in (("SystemExit", ()), ("FetchError", (("status", "words"),)), ("FetchError", (("args", None),))):
        with pytest.raises(WireError):
            _error(encode((name, "a sentence", facts)))
    error = _error(encode(("FetchError", "a \x1b[2J sentence", (("status", 404),))))
    assert str(error) == "a [2J sentence"


async def test_a_message_without_end_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.fetching.workers.MESSAGE_BYTES", 1000)
    worker = Worker("tests.children:counting")
    with pytest.raises(LostError):
        await worker.ask("x" * 2000)
    assert await worker.ask("x" * 20) == "x" * 20
    worker.kill()


def test_the_asking_side_imports_nothing_heavy() -> None:
    heavy = ("multiprocessing", "httpx", "selectolax", "feedparser", "textual")
    code = f"import sys, tui.fetching.workers; print(*[m for m in {heavy!r} if m in sys.modules])"
    root = Path(__file__).parent.parent.parent
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == ""


def descriptors() -> int:
    """How many descriptors are open."""
    return sum(1 for _ in Path("/dev/fd").iterdir())


async def test_where_no_process_can_be_started_nothing_stays_open(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.sleep(0)
    before = descriptors()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(sys, "executable", "/no/such/python")
        with pytest.raises(FileNotFoundError):
            await worker.ask("anything")
    assert descriptors() == before
    assert await worker.ask("still here") == "still here"


async def test_a_child_whose_line_cannot_be_taken_up_is_ended(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*given: Any, **terms: Any) -> subprocess.Popen[bytes]:
        started.append(popen(*given, **terms))
        return started[-1]

    async def fails(*_: object, **__: object) -> None:
        raise OSError("no more memory")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(subprocess, "Popen", start)
        meanwhile.setattr(asyncio.get_running_loop(), "create_unix_connection", fails)
        with pytest.raises(OSError, match="no more memory"):
            await worker.ask("anything")
    assert started[0].returncode == -signal.SIGKILL
    assert await worker.ask("still here") == "still here"


async def test_a_question_that_is_given_up_while_the_line_opens_leaves_nothing_behind() -> None:
    loop, wrong = asyncio.get_running_loop(), list[dict[str, Any]]()
    loop.set_exception_handler(lambda _loop, said: wrong.append(said))
    for turns in range(1, 6):
        worker = Worker("tests.children:counting")
        asked = asyncio.create_task(worker.ask("a"))
        for _ in range(turns):
            await asyncio.sleep(0)
        asked.cancel()
        await asyncio.wait({asked})
        for _ in range(3):  # in which the line would be told to be closed
            await asyncio.sleep(0)
        assert asked.cancelled() and await worker.ask("b") == "b"
        worker.kill()
    assert wrong == []
