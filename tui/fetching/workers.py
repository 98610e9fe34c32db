"""Work done in a process of its own: questions go out over a socket, plain values come back.

The asking side is `Worker`; the answering side is `begin`, which is all that a child runs. A message is a head of nine
bytes (length of the body, number of the question, sign) and a body: the question, the answer or the error, as `wire`
writes them. Both ends are this program, but the child may have been taken over by what it read: what comes from it is
read strictly, and never run.

A child never outlives its parent: it ends when its line closes, however that came about. What it prints goes
to a file.
"""

import asyncio
import contextlib
import inspect
import itertools
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import traceback
import types
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from tui import errors, log, text
from tui.errors import LostError, NewsError
from tui.fetching import wire

Handler = Callable[[Any], Any] | Callable[[Any], Awaitable[Any]]
"""What answers in the child: a function (one question at a time) or a coroutine function (many at once)."""
Service = tuple[Any, Handler]
"""The kind of question that a child takes (an annotation, for `wire.decode`; None where it reads none), and what
answers it."""

MESSAGE_BYTES = 1 << 28
"""The longest message that is taken: a body of 15 MB, read, with its words, is some 60 MB."""
_BEATS = 10
"""How often within its limit a child that answers many at once shows that its loop still turns."""

_HEAD = struct.Struct("!IIB")
_QUESTION, _DROP, _ANSWER, _ERROR = range(4)
_PRINTED_BYTES = 1_000_000
_START = Path(__file__).with_name("start.py")
_LATER = 6.0
"""How many times its limit of processor time a question may take by the clock: a busy machine is no fault of the
page."""


class Worker:
    """One child process, started at the first question and again at the next one after it was lost.

    `target` is "module:function", a function that gives the child's `Service`. `nice` is added to its niceness;
    after `idle` seconds without a question it is sent away (0: never). `limit` are the seconds of processor time (0:
    any) that one question may take a child that answers one at a time, or that the loop of one that answers many may
    stand still: past them the system itself ends it, even where nobody is left to do so. `printed` is where its
    stderr and stdout go: a file, an open descriptor, or nowhere.
    """

    def __init__(
        self, target: str, *, nice: int = 0, idle: float = 0.0, limit: float = 0.0, printed: Path | int | None = None
    ) -> None:
        self.target = target
        self._terms = {"nice": nice, "limit": limit}
        self._idle = idle
        self._printed = printed
        self._child: _Child | None = None
        self._numbers = itertools.count(1)
        self._opening = asyncio.Lock()
        self._rest: asyncio.TimerHandle | None = None

    @property
    def pid(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._child.process.pid if self._child else 0

    async def ask(self, question: object, kind: Any = object) -> Any:
        """The child's answer, which has to be of a `kind` (an annotation). Its NewsErrors are raised here; a bug in
        it as a RuntimeError with its traceback; LostError where it ended, or answered something else (it is ended
        then)."""
        message = wire.encode(question)
        child = await self._open()
        if self._rest:
            self._rest.cancel()
        number = next(self._numbers)
        answer = child.waiting[number] = asyncio.get_running_loop().create_future()
        try:
            child.line.send(_message(number, _QUESTION, message))
            sign, body = await answer
            try:
                if sign == _ANSWER:
                    return wire.decode(body, kind)
                failure = _error(body)
            except wire.WireError as error:
                child.end()
                raise LostError("the process doing this work gave an answer that makes no sense") from error
        except asyncio.CancelledError:
            child.line.send(_message(number, _DROP))
            raise
        finally:
            child.waiting.pop(number, None)
            if self._idle and not child.waiting and child is self._child:
                self._rest = asyncio.get_running_loop().call_later(self._idle, self.kill)
        raise failure

    def kill(self) -> None:
        """End the child at once: whoever waits for it gets a LostError, and the next question starts another."""
        if self._rest:
            self._rest.cancel()
        if self._child:
            self._child.end()
            self._child = None

    async def _open(self) -> "_Child":
        async with self._opening:
            if self._child is None or self._child.over:
                ours, process = _start(self.target, self._printed, **self._terms)
                child = _Child(process, line := _Line())
                line.received, line.lost = child.take, child.end  # before it opens: it may be given up while it does
                try:
                    await asyncio.get_running_loop().create_unix_connection(lambda: line, sock=ours)
                except BaseException:
                    child.over = True
                    ours.close()
                    _end(process)
                    raise
                self._child = child
            return self._child


class _Line(asyncio.Protocol):
    """One end of the line in an event loop: whole messages in and out."""

    received: Callable[[int, int, bytes], None]
    """Told the number, sign and body of each message."""
    lost: Callable[[], None]
    """Told when the line has closed."""
    _transport: asyncio.Transport

    def __init__(self) -> None:
        self._held = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._held += data
        while len(self._held) >= _HEAD.size:
            length, number, sign = _HEAD.unpack_from(self._held)
            if length > MESSAGE_BYTES:
                self.close()
                return
            end = _HEAD.size + length
            if len(self._held) < end:
                return
            body = bytes(self._held[_HEAD.size : end])
            del self._held[:end]
            self.received(number, sign, body)

    def connection_lost(self, _error: Exception | None) -> None:
        self.lost()

    def send(self, message: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(message)

    def close(self) -> None:
        self._transport.abort()


@dataclass(slots=True)
class _Child:
    """A child at work, and who waits for its answers."""

    process: subprocess.Popen[bytes]
    line: _Line
    waiting: dict[int, asyncio.Future[tuple[int, bytes]]] = field(default_factory=dict)
    over: bool = False

    def take(self, number: int, sign: int, body: bytes) -> None:
        answer = self.waiting.get(number)
        if answer is not None and not answer.done():
            answer.set_result((sign, body))

    def end(self) -> None:
        if self.over:
            return
        self.over = True
        self.line.close()
        _end(self.process)
        for answer in self.waiting.values():
            if not answer.done():
                answer.set_exception(_lost(self.process))


def _lost(process: subprocess.Popen[bytes]) -> LostError:
    """The error for a child that has ended."""
    overran = process.returncode in (-signal.SIGALRM, -signal.SIGPROF, -signal.SIGXCPU)
    how = "took longer than it may" if overran else "ended before it was done"
    return LostError(f"the process doing this work {how}", overran=overran)


def _start(target: str, printed: Path | int | None, **terms: float) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """A new child and our end of the line to it."""
    ours, theirs = socket.socketpair()
    started = log.started()
    told = [str(started[0]), started[1]] if started else None
    given = {"target": target, "line": theirs.fileno(), "path": _search_path(), "told": told, **terms}
    command = [sys.executable, "-I", *(["-B"] if sys.dont_write_bytecode else []), str(_START), json.dumps(given)]
    with contextlib.ExitStack() as opened:
        opened.callback(theirs.close)
        out = printed if isinstance(printed, int) else subprocess.DEVNULL
        if isinstance(printed, Path):
            with contextlib.suppress(OSError):  # a full disk is no reason not to work
                out = _opened(printed)
                opened.callback(os.close, out)
        try:
            process = subprocess.Popen(  # noqa: S603 - our own interpreter, an argument list, no shell
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                pass_fds=(theirs.fileno(),),
                cwd="/",
                process_group=0,  # so that ctrl+c and ctrl+z at the terminal reach the screen alone
            )
        except BaseException:
            ours.close()
            raise
    return ours, process


def _opened(printed: Path) -> int:
    """A descriptor for what children print: its owner's file, no link to another, begun anew where it has grown
    long."""
    printed.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    too_long = printed.exists() and printed.stat().st_size > _PRINTED_BYTES
    how = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
    return os.open(printed, how | (os.O_TRUNC if too_long else 0), 0o600)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def _search_path() -> list[str]:
    """Our own search path without the current folder, which may be anybody's, unless this program stands in it."""
    home = str(Path(__file__).parent.parent.parent)
    try:
        here = str(Path.cwd())
    except OSError:  # it has been removed
        here = ""
    path = [place for place in sys.path if place not in ("", here)]
    return path if home in path else [home, *path]


def _message(number: int, sign: int, body: bytes = b"") -> bytes:
    return _HEAD.pack(len(body), number, sign) + body


def _next(line: socket.socket) -> tuple[int, int, bytes]:
    """The next message of a blocking line; EOFError where it has closed."""
    length, number, sign = _HEAD.unpack(_exactly(line, _HEAD.size))
    return number, sign, _exactly(line, length)


def _exactly(line: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        part = line.recv(min(size - len(data), 1 << 20))
        if not part:
            raise EOFError
        data += part
    return bytes(data)


# Errors on the line


def _failed(number: int, error: Exception) -> bytes:
    """An error on its way back: as it is where it is one of ours, else its traceback, which is printed too."""
    if isinstance(error, NewsError):
        told: object = (type(error).__name__, str(error), tuple(vars(error).items()))
    else:
        with contextlib.suppress(OSError):  # a child that reads pages may write nowhere
            traceback.print_exception(error)
        told = ("", "".join(traceback.format_exception(error)), ())
    return _message(number, _ERROR, wire.encode(told))


def _error(body: bytes) -> Exception:
    """An error that came back. Raises WireError for anything else."""
    name, said, facts = wire.decode(body, tuple[str, str, tuple[tuple[str, object], ...]])
    if not name:
        return RuntimeError(text.clean(said))
    kind = getattr(errors, name, None)
    if not (isinstance(kind, type) and issubclass(kind, NewsError)):
        raise wire.WireError
    error = kind(text.shorten(said, 2000))
    for fact, value in facts:
        if fact not in vars(error) or type(value) not in (bool, int, float, types.NoneType):
            raise wire.WireError
        setattr(error, fact, value)
    return error


# The child's side


def begin(target: str, line: int, nice: int, limit: float, told: tuple[str, bool] | None) -> None:
    """The life of a child: take questions from descriptor `line` and answer them until it closes. `told`: the log
    that its parent writes. Does not return."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for ending in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM, signal.SIGPROF):
        # The system's own action: it works even while an extension holds the interpreter.
        signal.signal(ending, signal.SIG_DFL)
    os.nice(nice)
    asked = socket.socket(fileno=line)
    kind, handler = _service(target)
    if inspect.iscoroutinefunction(handler):
        if told:  # the others are confined, and write nowhere
            log.start(Path(told[0]), verbose=told[1])
        asyncio.run(_answer_many(kind, handler, asked, limit))
    else:
        _answer_one_by_one(kind, handler, asked, limit)
    os._exit(0)


def _read(question: bytes, kind: Any) -> Any:
    return None if kind is None else wire.decode(question, kind)


def _service(target: str) -> Service:
    """The target's service; where it cannot begin, one that says why to everybody who asks."""
    module, _, name = target.partition(":")
    try:
        service: Service = getattr(import_module(module), name)()
    except Exception:  # a child that cannot begin has nobody else to tell than those who ask
        found = traceback.format_exc()

        def say_why(_question: Any) -> Any:
            raise RuntimeError(found)

        return None, say_why
    return service


def _answer_one_by_one(kind: Any, handler: Callable[[Any], Any], line: socket.socket, limit: float) -> None:
    with contextlib.suppress(EOFError, ConnectionError):  # whoever asked is gone, and so are we
        while True:
            number, sign, body = _next(line)
            if sign == _DROP:
                continue  # it has been answered already
            _allow(limit)
            try:
                answer = _message(number, _ANSWER, wire.encode(handler(_read(body, kind))))
            except Exception as error:  # every bug is raised where the question was asked
                answer = _failed(number, error)
            _allow(0)
            line.sendall(answer)


def _allow(limit: float) -> None:
    """So much processor time from now on, and a few times that by the clock; any where it is 0."""
    signal.setitimer(signal.ITIMER_PROF, limit)
    signal.setitimer(signal.ITIMER_REAL, limit * _LATER)


async def _answer_many(kind: Any, handler: Callable[[Any], Awaitable[Any]], asked: socket.socket, limit: float) -> None:
    tasks: dict[int, asyncio.Task[None]] = {}
    line = _Line()

    async def answer(number: int, body: bytes) -> None:
        try:
            reply = _message(number, _ANSWER, wire.encode(await handler(_read(body, kind))))
        except Exception as error:  # every bug is raised where the question was asked
            reply = _failed(number, error)
        finally:
            tasks.pop(number, None)
        line.send(reply)

    def receive(number: int, sign: int, body: bytes) -> None:
        if sign == _QUESTION:
            tasks[number] = asyncio.create_task(answer(number, body))
        elif number in tasks:
            tasks[number].cancel()

    line.received, line.lost = receive, lambda: os._exit(0)
    await asyncio.get_running_loop().create_unix_connection(lambda: line, sock=asked)
    while limit:  # the watchdog: where this loop stands still at work, the system ends the process
        signal.setitimer(signal.ITIMER_PROF, limit)
        await asyncio.sleep(limit / _BEATS)
    await asyncio.Event().wait()
