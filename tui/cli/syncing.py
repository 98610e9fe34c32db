"""The verb on accounts at servers of feeds: sync, sync add, sync status, sync remove."""

import argparse
import contextlib
from typing import TYPE_CHECKING

from tui.cli import listing
from tui.cli.logins import asked, secret
from tui.cli.opening import reading, refuse, with_library, writing
from tui.errors import AskError
from tui.output import gate, lists, records
from tui.text import counted

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.remote import Account


def run(arguments: argparse.Namespace) -> int:
    """`sync`, with what stands behind it."""
    if arguments.json and arguments.action != "status":
        refuse("--json goes with sync status")
    match arguments.action:
        case "add":
            return _add(arguments)
        case "status":
            if arguments.what is not None:
                refuse("sync status lists every account: without a name")
            return _status(arguments)
        case "remove":
            return _remove(arguments)
        case None | "now":
            return _sync(arguments.what)
        case name if arguments.what is None:
            return _sync(name)
        case other:
            raise AskError(
                f"there is no account called {other}: sync takes add URL, status, remove NAME or an account's name"
            )


def _add(arguments: argparse.Namespace) -> int:
    """`sync add URL`: the password is asked for on a terminal, and elsewhere read from standard input; never taken as
    an argument. It is kept only where the server took it."""
    from tui.library import joining
    from tui.remote import Login

    if not arguments.what:
        refuse("sync add needs the address of a server")
    url = joining.server(arguments.what)
    user = arguments.user or asked("Name: ")
    command = tuple(arguments.command or ())
    password = "" if command else secret(f"Password of {user} at {url}: ")

    async def work(library: "Library") -> int:
        login = Login(url, user, password, command)
        known = await joining.join(library, login, name=arguments.name or "", everything=arguments.all)
        gate.say(f"{known.name}: {user} at {known.url}")
        return await _synced(library, known)

    return with_library(work)


def _sync(name: str | None) -> int:
    """`sync`: exit code 1 where an account failed."""
    from tui.storage import accounts

    async def work(library: "Library") -> int:
        wanted = [await library.ask(accounts.find, name)] if name else await library.ask(accounts.every)
        if not wanted:
            raise AskError("there is no account yet: `broadsheet sync add URL`")
        codes = [await _synced(library, account) for account in wanted]
        return max(codes)

    return with_library(work)


async def _synced(library: "Library", account: "Account") -> int:
    """Sync an account, and say how it went."""
    from tui.storage import accounts

    new, error, seen = 0, "", False
    async with contextlib.aclosing(library.sync(account)) as updates:
        async for update in updates:
            new, error, seen = new + update.new, update.error, True
            gate.progress(f"{account.name}: {update.done} of {update.total}")
    gate.clear()
    if error or not seen:
        gate.say(f"{account.name}: {error or 'another process is syncing it'}")
        return 1
    now = next((one for one in await library.ask(accounts.counted) if one.id == account.id), account)
    told = (
        f"{account.name}: {counted(new, 'new story', 'new stories')} in {counted(now.sections, 'section', 'sections')}"
    )
    gate.say(told + (f", {counted(now.unsent, 'mark', 'marks')} still to be sent" if now.unsent else ""))
    if now.notice:
        gate.say(f"{account.name}: {now.notice}")
    return 0


def _status(arguments: argparse.Namespace) -> int:
    """`sync status`."""
    from tui.storage import accounts

    with reading() as file:
        known = accounts.counted(file)
    none = "there is no account yet: `broadsheet sync add URL`"
    return listing.put(known, records.account, lists.accounts, as_json=arguments.json, none=none)


def _remove(arguments: argparse.Namespace) -> int:
    """`sync remove NAME`: what is in the library stays."""
    from tui.library import joining

    if not arguments.what:
        refuse("sync remove needs the name of an account (`broadsheet sync status` lists them)")
    with writing() as file:
        gate.say(joining.leave(file, arguments.what))
    return 0
