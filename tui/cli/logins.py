"""Verbs on names and passwords: login and logout."""

import argparse
import contextlib
import sys

from tui import config, credentials
from tui.cli import listing
from tui.cli.opening import refuse
from tui.credentials import Credential
from tui.errors import AskError
from tui.output import gate, lists, records

MOST_TYPED = 10_000
"""Characters of a name or password that is piped in."""


def login(arguments: argparse.Namespace) -> int:
    """`login SITE`: the password is asked for on a terminal, and elsewhere read from standard input; never taken as
    an argument."""
    file = config.credentials_file()
    if arguments.list:
        none = "no name and password are kept: `broadsheet login SITE`"
        return listing.put(credentials.load(file), records.login, lists.logins, as_json=arguments.json, none=none)
    if arguments.json:
        refuse("--json goes with --list")
    if not arguments.site:
        refuse("login needs a site: a host or an address")
    pattern = credentials.pattern_of(arguments.site)
    user = arguments.user or asked("Name: ")
    if arguments.command:
        made = Credential(pattern, user, command=tuple(arguments.command))
    else:
        made = Credential(pattern, user, secret(f"Password for {user} at {pattern}: "))
    credentials.keep(file, made)
    gate.say(f"kept for {pattern}: {file}")
    return 0


def logout(arguments: argparse.Namespace) -> int:
    """`logout SITE`."""
    file = config.credentials_file()
    pattern = credentials.pattern_of(arguments.site)
    if not credentials.forget(file, pattern):
        raise AskError(f"no name and password are kept for {pattern}")
    gate.say(f"forgotten for {pattern}")
    return 0


def asked(what: str) -> str:
    """What a person types, or what comes from standard input. AskError for nothing."""
    if gate.is_terminal(sys.stdin):
        gate.say(what)
    answer = sys.stdin.readline(MOST_TYPED).strip()
    if not answer:
        raise AskError("nothing was typed, so nothing is kept")
    return answer


def secret(what: str) -> str:
    """The same, with what is typed not shown."""
    if not gate.is_terminal(sys.stdin):
        return asked(what)
    import getpass

    # An argument would stand in the process list and in the shell's history.
    with contextlib.suppress(EOFError):  # Ctrl-D
        if answer := getpass.getpass(what):
            return answer
    raise AskError("nothing was typed, so nothing is kept")
