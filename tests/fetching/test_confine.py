"""What a confined child can no longer do, and what it still can."""

import ctypes
import errno
import os
import platform
import re
import resource
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tui.fetching import confine

ROOT = Path(__file__).parent.parent.parent
CONFINED = """
import os, signal, socket, sys
sys.path.insert(0, {root!r})
from tui.fetching import confine
sys.dont_write_bytecode = True
stands = confine.give_up()
try:
    {code}
    print("done")
except (OSError, MemoryError) as error:
    print(type(error).__name__)
print(stands)
"""
FILTER = sys.platform == "linux" and platform.machine() in ("x86_64", "aarch64")


def confined(code: str) -> list[str]:
    """What a confined process says of doing this: "done" or the error, and whether the filter stands."""
    program = CONFINED.format(code=code, root=str(ROOT))
    done = subprocess.run([sys.executable, "-I", "-c", program], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def stands() -> bool:
    return FILTER and confined("pass")[1] == "True"


@pytest.mark.skipif(not FILTER, reason="no filter is written for this platform")
@pytest.mark.parametrize(
    "code",
    [
        "socket.socket()",
        "socket.socketpair()",
        "os.fork()",
        "os.execv('/bin/sh', ['sh', '-c', 'exit 9'])",
        "os.posix_spawn('/bin/sh', ['sh', '-c', 'exit 9'], {{}})",
        "os.kill(os.getppid(), signal.SIGTERM)",
        "open({file!r}, 'w')",
        "open({file!r}, 'r+')",
        "open({file!r}, 'a')",
        "open({file!r} + '-new', 'x')",
        "os.unlink({file!r})",
        "os.rename({file!r}, {file!r} + '-new')",
        "os.chmod({file!r}, 0o777)",
        "os.truncate({file!r}, 0)",
        "os.mkdir({file!r} + '-new')",
        "os.symlink('/', {file!r} + '-new')",
        "os.memfd_create('x')",
    ],
)
def test_the_filter_refuses(code: str, tmp_path: Path) -> None:
    if not stands():
        pytest.skip("this kernel filters no system calls")
    file = tmp_path / "file"
    file.write_text("words")
    mode = file.stat().st_mode
    assert confined(code.format(file=str(file))) == ["PermissionError", "True"]
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert (file.read_text(), file.stat().st_mode) == ("words", mode)


def test_what_is_there_can_be_read_and_modules_imported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    assert confined(f"assert open({str(tmp_path / 'file')!r}).read() == 'words'")[0] == "done"
    assert confined("import html.parser; 'ж'.encode('cp1251')")[0] == "done"


def test_memory_files_and_descriptors_have_an_end(tmp_path: Path) -> None:
    assert confined("bytes(8 << 30)")[0] == "MemoryError"
    assert confined("kept = [open('/dev/null') for _ in range(50)]")[0] == "OSError"


def test_without_a_filter_the_process_runs_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "vax")
    assert not confine._filtered()


HEADERS = (Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), Path("/usr/include/asm-generic/unistd.h"))
"""Where Debian keeps the kernel's own numbers: of x86-64, and those that ARM64 shares with all newer architectures."""


@pytest.mark.parametrize("architecture", [0, 1])
def test_system_calls_have_the_numbers_that_the_kernel_gives_them(architecture: int) -> None:
    if not HEADERS[architecture].exists():
        pytest.skip("the kernel's headers are not here")
    rows = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", HEADERS[architecture].read_text())
    theirs = {name: int(number) for name, number in rows}
    ours = {name: numbers[architecture] for name, numbers in confine._REFUSED.items()}
    ours |= {"open": confine._OPEN[architecture], "openat": confine._OPENAT[architecture]}
    # 0: the architecture does not have it. A call that is newer than these headers has one number everywhere.
    assert {
        name: number for name, number in ours.items() if number != theirs.get(name, number if number > 434 else 0)
    } == {}


@pytest.mark.parametrize("architecture", [0, 1])
def test_a_filter_is_short_enough_for_the_kernel(architecture: int) -> None:
    program = confine.instructions(architecture)
    assert len(program) % 8 == 0
    assert 20 < len(program) // 8 < 4096


X86_64, ARM64 = (0, 0xC000003E), (1, 0xC00000B7)
"""Which filter, and the kernel's name of its architecture (linux/audit.h)."""
ALLOWED, REFUSED = 0x7FFF0000, 0x00050000 | errno.EPERM
"""What a filter answers (linux/seccomp.h)."""


def answer(which: int, architecture: int, call: int, *arguments: int) -> int:
    """What a filter answers to a system call: its program run as the kernel runs it (linux/bpf_common.h)."""
    program = list(struct.iter_unpack("=HBBI", confine.instructions(which)))
    asked = struct.pack("=IIQ6Q", call, architecture, 0, *arguments, *[0] * (6 - len(arguments)))
    at = held = 0
    while True:
        code, yes, no, given = program[at]
        at += 1
        match code:
            case 0x20:
                (held,) = struct.unpack_from("=I", asked, given)
            case 0x15:
                at += yes if held == given else no
            case 0x35:
                at += yes if held >= given else no
            case 0x45:
                at += yes if held & given else no
            case 0x06:
                return int(given)
            case _:
                raise AssertionError(f"no instruction of the kernel's: {code}")


@pytest.mark.parametrize("system", [X86_64, ARM64], ids=["x86-64", "ARM64"])
def test_a_filter_refuses_what_is_given_up_and_allows_all_else(system: tuple[int, int]) -> None:
    refused = {numbers[system[0]] for numbers in confine._REFUSED.values()} - {0}
    opening = {confine._OPEN[system[0]], confine._OPENAT[system[0]]}
    for call in range(500):
        if call not in opening:
            assert answer(*system, call) == (REFUSED if call in refused else ALLOWED), call


@pytest.mark.parametrize(
    ("system", "call", "before"),
    [(X86_64, 2, (0xFFFFFFFF,)), (X86_64, 257, (0xFFFFFFFF, 0xFFFFFFFF)), (ARM64, 56, (0xFFFFFFFF, 0xFFFFFFFF))],
    ids=["open", "openat", "openat on ARM64"],
)
def test_a_filter_allows_files_to_be_opened_for_reading_alone(
    system: tuple[int, int], call: int, before: tuple[int, ...]
) -> None:
    assert answer(*system, call, *before, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW) == ALLOWED
    for flag in (os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_TRUNC, os.O_APPEND):
        assert answer(*system, call, *before, os.O_CLOEXEC | flag) == REFUSED


def test_a_filter_refuses_the_numbers_of_another_architecture() -> None:
    reading = 0  # read(2) of x86-64
    assert answer(*X86_64, reading) == ALLOWED
    assert answer(X86_64[0], ARM64[1], reading) == answer(X86_64[0], 0x40000003, reading) == REFUSED  # i386's, too
    assert answer(*X86_64, 0x40000000 + reading) == REFUSED  # x32's
    assert answer(*X86_64, 0x3FFFFFFF) == ALLOWED


# What is asked of the system, in this process: one that has given it all up can report nothing


@pytest.mark.parametrize("refused", [None, ValueError, OSError])
def test_every_limit_is_set_that_the_system_takes(
    monkeypatch: pytest.MonkeyPatch, refused: type[Exception] | None
) -> None:
    asked: dict[int, tuple[int, int]] = {}

    def set_limit(limit: int, most: tuple[int, int]) -> None:
        if refused and limit == resource.RLIMIT_AS:
            raise refused
        asked[limit] = most

    monkeypatch.setattr(resource, "setrlimit", set_limit)
    monkeypatch.setattr(confine, "_filtered", lambda: True)
    monkeypatch.setattr(sys, "platform", "linux")
    assert confine.give_up()
    wanted = {
        resource.RLIMIT_AS: confine.MEMORY_BYTES,
        resource.RLIMIT_NOFILE: confine.OPEN_FILES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    if refused:
        del wanted[resource.RLIMIT_AS]
    assert asked == {limit: (most, most) for limit, most in wanted.items()}
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.delattr(resource, "RLIMIT_NPROC")  # which not every system has
    assert not confine.give_up()


class Kernel:
    """The C library, which notes what is asked of the kernel and answers as it is told to."""

    def __init__(self, *answers: int) -> None:
        self.asked: list[tuple[int, ...]] = []
        self._answers = list(answers)

    def prctl(self, option: int, *given: Any) -> int:
        self.asked.append((option, *(number for number in given if isinstance(number, int))))
        return self._answers.pop(0)


@pytest.mark.skipif(not FILTER, reason="no filter is written for this platform")
@pytest.mark.parametrize(("answers", "filtered"), [((0, 0), True), ((-1, -1), False), ((0, -1), False)])
def test_the_kernel_is_given_the_filter_after_the_promise_to_gain_nothing(
    monkeypatch: pytest.MonkeyPatch, answers: tuple[int, int], filtered: bool
) -> None:
    kernel = Kernel(*answers)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: kernel)
    assert confine._filtered() is filtered
    # linux/prctl.h: PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP with a filter; what they do not use has to be 0.
    assert kernel.asked == [(38, 1, 0, 0, 0), (22, 2, 0, 0)]


def test_where_there_is_no_c_library_to_ask_there_is_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError("there is none")

    monkeypatch.setattr(ctypes, "CDLL", none)
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    assert not confine._filtered()
