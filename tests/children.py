"""What the child processes of the courier's tests run."""

import asyncio
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from tui.errors import FetchError, ParseError
from tui.fetching import confine
from tui.fetching.child import serving
from tui.fetching.workers import Service
from tui.jobs import Downloaded, DownloadJob, Job, Outcome
from tui.remote import Served, ServerJob


def counting() -> Service:
    def answer(question: Any) -> Any:
        match question:
            case "pid":
                return os.getpid()
            case "print":
                print("words that nobody asked for")
                os.write(1, b"bytes that nobody asked for\n")
                return "printed"
            case "die":
                os._exit(3)
            case "hang":
                while True:
                    pass
            case "sleep":
                time.sleep(0.7)
                return "slept"
            case "refuse":
                raise FetchError("news.example answers 404 Not Found", status=404)
            case "bug":
                raise KeyError("a bug")
            case "nice":
                return os.nice(0)
            case "where":
                import tui

                return tui.__file__, str(Path.cwd()), list(sys.path)
            case "unsendable":
                return lambda: None
            case _:
                return question

    return object, answer


def at_once() -> Service:
    gates: dict[str, asyncio.Event] = {}
    dropped: list[str] = []

    async def answer(question: Any) -> Any:
        match question:
            case "dropped":
                return dropped
            case ("wait", name):
                try:
                    await gates.setdefault(name, asyncio.Event()).wait()
                except asyncio.CancelledError:
                    dropped.append(name)
                    raise
                return name
            case ("open", name):
                gates.setdefault(name, asyncio.Event()).set()
                return None
            case "hang":
                while True:
                    pass
            case "bug":
                raise KeyError("a bug")
            case "refuse":
                raise ParseError("this is no feed")
            case "pid":
                return os.getpid()
            case _:
                return question

    return object, answer


def fetching() -> Service:
    """A fetching process that some jobs end."""

    async def answer(job: DownloadJob) -> Downloaded:
        if job.title == "ends it":
            os._exit(3)
        await asyncio.sleep(0)
        return Downloaded(job.url)

    return DownloadJob, answer


def ending() -> Service:
    """A fetching process that every job ends."""

    async def answer(job: Job | ServerJob) -> Outcome | Served:
        os._exit(3)

    return Job | ServerJob, answer


def broken() -> Service:
    raise ZeroDivisionError("it cannot begin")


# What a parsing child is handed.


def reading() -> Service:
    confine.give_up()
    tasks = {task.__name__: task for task in (hang, dodge, die, refuse, eat, dig, size)}
    return tuple[str, bytes], serving(tasks)


def size(body: bytes) -> int:
    return len(body)


def hang(_body: bytes) -> None:
    while True:
        pass


def dodge(_body: bytes) -> None:
    """What code that has taken a reader over would do."""
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    while True:
        pass


def die(_body: bytes) -> None:
    os._exit(1)


def refuse(_body: bytes) -> None:
    raise ParseError("this is no feed")


def eat(_body: bytes) -> int:
    return len(bytes(8 << 30))


def dig(body: bytes) -> None:
    dig(body)
