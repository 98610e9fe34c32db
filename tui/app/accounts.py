"""Names and passwords of sites, and accounts on servers of feeds, as the command line has them."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Awaitable, Callable
from functools import partial

from tui import credentials
from tui.app.contents import Contents
from tui.app.main_screen import MainScreen, sentence
from tui.app.opening import Opening, answer
from tui.app.progress import Progress
from tui.app.refreshing import Refreshing
from tui.credentials import Credential
from tui.errors import AskError
from tui.library import logins
from tui.model import Update
from tui.output import lists
from tui.remote import Account, Login
from tui.storage import accounts
from tui.text import counted

NONE = "there is no account yet: `sync_add` takes one up"

Then = Callable[[str], Awaitable[None]]


class Accounts:
    """Who one is elsewhere. What is typed as a password is not shown, and goes into the file of credentials alone."""

    def __init__(self, screen: MainScreen, contents: Contents, opening: Opening, refreshing: Refreshing) -> None:
        self.screen = screen
        self.contents = contents
        self.opening = opening
        self.refreshing = refreshing

    async def _ask(self, what: str, then: Then, value: str = "", *, hidden: bool = False) -> None:
        """Ask for something; where nothing is typed nothing comes of it, but behind a password."""
        entry = await self.screen.entry()

        async def entered(typed: str) -> None:
            if typed.strip() or hidden:
                with self.screen.telling():
                    await then(typed if hidden else typed.strip())

        entry.ask(what, value, entered=entered, hidden=hidden)

    async def _ask_login(self, whose: str, then: Callable[[str, str, tuple[str, ...]], Awaitable[None]]) -> None:
        """Ask for the name at `whose`, and for its password or the program that prints it."""

        async def named(user: str) -> None:
            async def kept(password: str) -> None:
                if password:
                    await then(user, password, ())
                else:
                    await self._ask("A program that prints the password, as in: pass show news", partial(printed, user))

            await self._ask(f"Password of {user} at {whose}; empty for a program that prints it", kept, hidden=True)

        async def printed(user: str, typed: str) -> None:
            import shlex  # late, as `joining`: few screens ever log in anywhere

            try:
                command = tuple(shlex.split(typed))
            except ValueError as error:
                raise AskError(f"this is no command: {str(error).lower()}") from None
            await then(user, "", command)

        await self._ask(f"Your name at {whose}", named)

    # Sites

    async def login(self) -> None:
        """Ask for a site, a name and a password, and keep them."""
        await self._ask("A site, as a host (news.example, *.news.example) or an address", self._login)

    async def _login(self, site: str) -> None:
        pattern = credentials.pattern_of(site)

        async def keep(user: str, password: str, command: tuple[str, ...]) -> None:
            made = Credential(pattern, user, password, command)
            await asyncio.to_thread(credentials.keep, logins.file_of(self.screen.library.path), made)
            self.screen.say(f"Kept for {pattern}.")

        await self._ask_login(pattern, keep)

    async def logout(self) -> None:
        """Ask for a site whose name and password are to be forgotten."""
        with self.screen.telling():
            kept = await asyncio.to_thread(credentials.load, logins.file_of(self.screen.library.path))
            known = [one.pattern for one in kept if not one.pattern.startswith(credentials.ACCOUNTS)]
            if not known:
                raise AskError("no name and password are kept")
            await self._ask(
                f"Forget the password of: {', '.join(known)}", self._logout, known[0] if len(known) == 1 else ""
            )

    async def _logout(self, site: str) -> None:
        pattern = credentials.pattern_of(site)
        if not await asyncio.to_thread(credentials.forget, logins.file_of(self.screen.library.path), pattern):
            raise AskError(f"no name and password are kept for {pattern}")
        self.screen.say(f"Forgotten for {pattern}.")

    # Servers of feeds

    async def sync_add(self) -> None:
        """Ask for a server, a name and a password, log in there and sync."""
        await self._ask("A server of feeds (FreshRSS, Miniflux): https://rss.example.org", self._add)

    async def _add(self, typed: str) -> None:
        from tui.library import joining

        url = joining.server(typed)

        async def join(user: str, password: str, command: tuple[str, ...]) -> None:
            self.screen.say(f"Logging in at {url}{self.screen.signs.ellipsis}")
            self.screen.work_newest("account", self._join, Login(url, user, password, command))

        await self._ask_login(url, join)

    async def _join(self, login: Login) -> None:
        from tui.library import joining

        with self.screen.telling():
            account = await joining.join(self.screen.library, login)
            self.screen.say(f"{account.name}: {account.user} at {account.url}")
            self._begin((account,))

    async def sync(self) -> None:
        """Tell the library and every account of each other."""
        with self.screen.telling():
            self._begin(await self._known())

    def _begin(self, known: tuple[Account, ...]) -> None:
        if "sync" not in self.screen.jobs:
            self.refreshing.start_job("sync", Progress("syncing"), self._every(known))

    async def _every(self, known: tuple[Account, ...]) -> AsyncGenerator[Update, None]:
        for account in known:
            async with contextlib.aclosing(self.screen.library.sync(account)) as updates:
                async for update in updates:
                    yield update

    async def _known(self) -> tuple[Account, ...]:
        known = await self.screen.library.ask(accounts.counted)
        if not known:
            raise AskError(NONE)
        return known

    async def sync_status(self) -> None:
        """How each account fares."""
        with self.screen.telling():
            said = "\n".join(_told(account) for account in await self._known())
            self.opening.show_answer(answer("Accounts on servers of feeds", said))

    async def sync_remove(self) -> None:
        """Ask for an account to let go: nothing that is here goes."""
        with self.screen.telling():
            known = [account.name for account in await self._known()]
            await self._ask(f"Let go of: {', '.join(known)}", self._remove, known[0] if len(known) == 1 else "")

    async def _remove(self, name: str) -> None:
        from tui.library import joining

        said = await self.screen.library.do(joining.leave, name)
        await self.contents.renew_marks()
        self.screen.say(sentence(said))


def _told(account: Account) -> str:
    """An account in words: a person at the screen has no heads of columns to read its numbers by."""
    here = f"{counted(account.sections, 'section', 'sections')}, {counted(account.stories, 'story', 'stories')}"
    unsent = f"{counted(account.unsent, 'mark', 'marks')} to be sent"
    return f"{account.name}: {account.user} at {account.url}\n  {here}, {unsent}\n  {lists.fares(account)}"
