"""Accounts on servers of feeds taken up and let go: the account in the library, its password in the file of
credentials."""

from typing import TYPE_CHECKING

from tui import address, credentials
from tui.credentials import Credential
from tui.errors import AskError
from tui.library import logins, syncing
from tui.library.refusals import refused
from tui.remote import Account, Login, ServerJob
from tui.storage import accounts
from tui.storage.file import File
from tui.text import counted

if TYPE_CHECKING:
    from tui.library.library import Library


def server(typed: str) -> str:
    """The address of a server as a person gave it. AskError where it cannot be one."""
    url = address.safe(typed if "://" in typed else f"https://{typed}").rstrip("/")
    if not url.startswith(("http://", "https://")) or address.credentials(url):
        raise AskError(
            f"{address.public(typed)} is not the address of a server: it begins with https:// or http://, and no name"
            " or password belongs in it"
        )
    return url


async def join(library: "Library", login: Login, *, name: str = "", everything: bool = False) -> Account:
    """The account of a login, taken up where it was not yet; the password is kept only where the server took it.
    FetchError or ParseError where the server did not."""
    found = await server_at(library, login)
    file = logins.file_of(library.path)
    credentials.load(file)  # one that cannot be read is told before anything is changed
    made = Credential(syncing.pattern(found, login.user), login.user, login.password, login.command)
    known = await library.ask(accounts.every)
    account = next((one for one in known if (one.url, one.user) == (found, login.user)), None)
    if account is None:
        called = name or address.host(found)
        account = await library.do(accounts.add, called, found, login.user, everything=everything)
    credentials.keep(file, made)
    return account


async def server_at(library: "Library", login: Login) -> str:
    """Where the API of a server of feeds stands, at an address that a person gave and with what they log in by.
    FetchError or ParseError where it cannot be used."""
    found = await library.fetch(ServerJob(login, "log in", options=library.settings.rules(login.url).options))
    if found.failure is not None:
        raise refused(found.failure)
    return found.url


def leave(file: File, name: str) -> str:
    """Let the account of a name go, and its password; one sentence on what stays. AskError where there is none."""
    account = accounts.find(file, name)
    number = accounts.remove(file, account.id)
    credentials.forget(logins.file_of(file.path), syncing.pattern(account.url, account.user))
    stay = counted(number, "section stays", "sections stay")
    return f"removed {account.name}: {stay} here with all stories and marks, and nothing changes on the server"
