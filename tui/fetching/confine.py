"""What a process gives up before it reads what strangers wrote: memory without end, files, other processes, the
network.

Limits hold on every POSIX system. On Linux (x86-64, ARM64) a filter of system calls (seccomp, by hand: no library is
needed for seventy instructions) takes what limits cannot: it refuses, with EPERM, whatever makes sockets and
processes, runs programs, signals others, or changes files. Reading files stays allowed, since modules and codecs are
imported when they are first needed: what is read has no way out. Where a platform has none of it, the process runs
as it is.
"""

import contextlib
import os
import platform
import resource
import struct
import sys

MEMORY_BYTES = 2 << 30
"""Address space: the largest page of the bench takes a tenth of it."""
OPEN_FILES = 16
"""Descriptors: a module that is imported needs one or two."""

_X86_64, _ARM64 = 0xC000003E, 0xC00000B7
_REFUSED = {
    # System calls by their numbers on both architectures; the older ones do not exist on ARM64.
    "socket": (41, 198), "connect": (42, 203), "accept": (43, 202), "bind": (49, 200), "listen": (50, 201),
    "socketpair": (53, 199), "accept4": (288, 242), "clone": (56, 220), "fork": (57, 0), "vfork": (58, 0),
    "clone3": (435, 435), "execve": (59, 221), "execveat": (322, 281), "kill": (62, 129), "tkill": (200, 130),
    "tgkill": (234, 131), "pidfd_open": (434, 434), "pidfd_getfd": (438, 438), "pidfd_send_signal": (424, 424),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "creat": (85, 0),
    "rename": (82, 0), "renameat": (264, 38), "renameat2": (316, 276), "mkdir": (83, 0), "mkdirat": (258, 34),
    "rmdir": (84, 0), "link": (86, 0), "linkat": (265, 37), "unlink": (87, 0), "unlinkat": (263, 35),
    "symlink": (88, 0), "symlinkat": (266, 36), "mknod": (133, 0), "mknodat": (259, 33), "chmod": (90, 0),
    "fchmod": (91, 52), "fchmodat": (268, 53), "chown": (92, 0), "fchown": (93, 55), "lchown": (94, 0),
    "fchownat": (260, 54), "truncate": (76, 45), "ftruncate": (77, 46), "fallocate": (285, 47), "utime": (132, 0),
    "utimes": (235, 0), "futimesat": (261, 0), "utimensat": (280, 88), "setxattr": (188, 5), "lsetxattr": (189, 6),
    "fsetxattr": (190, 7), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "unshare": (272, 97), "setns": (308, 268), "open_by_handle_at": (304, 265), "openat2": (437, 437),
    "memfd_create": (319, 279), "bpf": (321, 280), "userfaultfd": (323, 282), "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427), "mq_open": (240, 180),
    "shmget": (29, 194), "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219),
}  # fmt: skip
_OPEN, _OPENAT = (2, 0), (257, 56)
_CHANGES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

# Instructions of the classic Berkeley packet filter (linux/bpf_common.h) and what seccomp makes of their result.
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _EPERM = 0x7FFF0000, 0x00050001
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
_X32 = 0x40000000
"""From here on x86-64 has second numbers for its calls."""
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


def give_up() -> bool:
    """Give it all up, for good. Whether the filter of system calls is in place, too."""
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (getattr(resource, "RLIMIT_NPROC", None), 0),
    ):
        if limit is not None:
            with contextlib.suppress(ValueError, OSError):  # where the system sets a lower limit, or none can be set
                resource.setrlimit(limit, (most, most))
    return sys.platform == "linux" and _filtered()


def _filtered() -> bool:
    """Ask the kernel to refuse what is given up; False where it knows no such thing."""
    architecture = {"x86_64": 0, "aarch64": 1}.get(platform.machine())
    if architecture is None or sys.byteorder != "little" or sys.maxsize < 1 << 32:
        return False
    try:
        import ctypes

        program = instructions(architecture)
        held = ctypes.create_string_buffer(program, len(program))
        head = struct.pack("@HP", len(program) // 8, ctypes.addressof(held))
        system = ctypes.CDLL(None, use_errno=True)
        promised: int = system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        filtered: int = system.prctl(_SECCOMP, _FILTER, ctypes.c_char_p(head), 0, 0)
    except (ImportError, OSError, AttributeError):
        return False
    return promised == filtered == 0


def instructions(architecture: int) -> bytes:
    """The filter for x86-64 (0) or ARM64 (1)."""
    refuse = (_RETURN, 0, 0, _EPERM)
    found = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_IF_EQUAL, 1, 0, (_X86_64, _ARM64)[architecture]),
        refuse,
        (_LOAD, 0, 0, _NUMBER),
        (_IF_AT_LEAST, 0, 1, _X32),
        refuse,
    ]
    for numbers in _REFUSED.values():
        if numbers[architecture]:
            found += [(_IF_EQUAL, 0, 1, numbers[architecture]), refuse]
    for numbers, place in ((_OPEN, 1), (_OPENAT, 2)):
        if numbers[architecture]:
            flags = _ARGUMENTS + 8 * place
            found += [
                (_IF_EQUAL, 0, 4, numbers[architecture]),
                (_LOAD, 0, 0, flags),
                (_IF_ANY_BIT, 0, 1, _CHANGES),
                refuse,
                (_RETURN, 0, 0, _ALLOW),
            ]
    found.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("=HBBI", *each) for each in found)
