"""Names and passwords of sites, in a file of their own: its owner's only, out of the configuration that people share.

A password may also be what a program of the owner's prints (a password manager): then only the program's name is kept.
"""

import os
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from tui import bounded, private
from tui.address import credentials, host, public, without_password
from tui.errors import ConfigError
from tui.settings import Misplaced, Part, Setting, dotted, parsed, refused, toml
from tui.values import Value

NAME = "credentials.toml"
"""Of the file: it stands beside the library."""
ACCOUNTS = "sync "
"""How the patterns of accounts on servers of feeds begin; they are no addresses' patterns, so no page is sent these."""
MOST_BYTES = 1 << 18
COMMAND_SECONDS = 60
"""How long a password manager may take: its owner may have to unlock it."""

_SETTINGS = (Setting("user", str), Setting("password", str), Setting("password_command", list))


class Credential(Value):
    """A name and a password for the addresses that match a pattern ("*.example.com"), or the program that prints the
    password. A pattern with a name in it ("ann@news.example") is for the addresses that have that name."""

    pattern: str
    user: str
    password: str = ""
    command: tuple[str, ...] = ()

    def is_for(self, url: str) -> bool:
        """Does an address match?"""
        login = credentials(url)
        if login and login[0] != self.user:
            return False
        name, _, place = self.pattern.rpartition("@")
        if not name or "://" in name:
            return fnmatch(host(url), self.pattern) or fnmatch(public(url), self.pattern)
        return login is not None and place in (host(url), _place(url))


def load(file: Path) -> tuple[Credential, ...]:
    """The credentials of a file, none where there is none. ConfigError where it cannot be read, or may be read by
    others."""
    try:
        with bounded.opened(file) as opened:
            if os.fstat(opened.fileno()).st_mode & 0o077:
                raise ConfigError(f"{file} can be read by others: chmod 600 {file}")
            text = bounded.read(opened, MOST_BYTES).decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, UnicodeDecodeError) as error:
        why = (getattr(error, "strerror", None) or "").lower() or "not UTF-8"
        raise ConfigError(f"{file} cannot be read: {why}") from error
    try:
        return tuple(_credential(pattern, table) for pattern, table in Part(parsed(text, str(file))).tables())
    except Misplaced as found:
        raise refused(text, str(file), found) from None


def _credential(pattern: str, table: Part) -> Credential:
    user, password, command = (table.take(setting, ()) for setting in _SETTINGS)
    table.end()
    return Credential(pattern, user or "", password or "", command or ())


def save(file: Path, credentials: tuple[Credential, ...]) -> None:
    """Write the file anew, whole or not at all."""
    rows = []
    for one in credentials:
        rows += [f"[{dotted((one.pattern,))}]", f"user = {toml(one.user)}"]
        rows += [f"password_command = {toml(one.command)}"] if one.command else [f"password = {toml(one.password)}"]
        rows.append("")
    private.write(file, "\n".join(rows))


def pattern_of(site: str) -> str:
    """The pattern for a site as a person names it: of an address its host, unless it has a * in it."""
    return host(site) if "://" in site and "*" not in site else site


def keep(file: Path, made: Credential) -> None:
    """Keep a credential in a file, in the place of the one with its pattern."""
    save(file, (made, *(one for one in load(file) if one.pattern != made.pattern)))


def forget(file: Path, pattern: str) -> bool:
    """Take the credential with a pattern out of a file; False where there is none."""
    kept = load(file)
    left = tuple(one for one in kept if one.pattern != pattern)
    if len(left) < len(kept):
        save(file, left)
    return len(left) < len(kept)


def keep_apart(file: Path, url: str) -> str:
    """An address without its password, which is kept in the file of credentials for the name in it: for its host, and
    for this address alone where another password is kept for that. OutputError where the file cannot be written."""
    login = credentials(url)
    if not login or not login[1]:
        return url
    name, password = login
    bare = without_password(url)
    known = find(load(file), bare)
    if known is None or known.command or known.password != password:
        place = host(url) if known is None else _place(url)
        keep(file, Credential(f"{name}@{place}", name, password))
    return bare


def _place(url: str) -> str:
    """An address without its scheme and whose it is: what a password is for, where it is not for a whole host."""
    return public(url).partition("://")[2]


def find(credentials: tuple[Credential, ...], url: str) -> Credential | None:
    """The first that an address matches, or None."""
    return next((one for one in credentials if one.is_for(url)), None)


def printed(command: tuple[str, ...]) -> str:
    """The first line that a password manager prints. ConfigError, without a word of what it printed, where it fails."""
    import subprocess  # late: verbs that read need none

    try:
        done = subprocess.run(  # noqa: S603 - an argument list that its owner wrote, and no shell
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=COMMAND_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        why = "took too long" if isinstance(error, subprocess.TimeoutExpired) else error.strerror
        raise ConfigError(f"the password command {command[0]} cannot be used: {why}") from None
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode or not lines:
        raise ConfigError(f"the password command {command[0]} gave no password (exit code {done.returncode})")
    return lines[0]


remembered = cache(printed)
"""The same, asked once in the life of a process: a password manager may ask its owner each time."""
