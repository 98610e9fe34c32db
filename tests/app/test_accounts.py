"""Names, passwords and accounts on the screen: asked for one after another, shown nowhere, kept in their file."""

import asyncio

import pytest

from tests.app.paper import Desk
from tests.feed_server import BASE, FeedServer, Printed
from tui import credentials
from tui.credentials import Credential
from tui.library import logins
from tui.storage import accounts

SEA = "https://sea.example/feed"


def kept(desk: Desk) -> tuple[Credential, ...]:
    return credentials.load(logins.file_of(desk.reader.library.path))


async def answer(desk: Desk, *words: str) -> None:
    """Answer what is asked, one line after another."""
    for said in words:
        await desk.type(said)
        await desk.press("enter")


async def test_a_password_is_kept_and_shown_nowhere(desk: Desk) -> None:
    await desk.command("name and a password")
    await answer(desk, "https://news.example/feed", "ann")
    await desk.type("s3cret")
    assert "s3cret" not in desk.text and "••••••" in desk.text
    await desk.press("enter")
    assert desk.reader.note == "Kept for news.example."
    assert kept(desk) == (Credential("news.example", "ann", "s3cret"),)
    await desk.command("theme")  # what is typed next is seen again
    assert "s3cret" not in desk.text
    await desk.press("escape")


async def test_a_program_prints_the_password(desk: Desk) -> None:
    await desk.command("name and a password")
    await answer(desk, "*.example.com", "bob", "", "pass show 'news paper'")
    assert kept(desk) == (Credential("*.example.com", "bob", command=("pass", "show", "news paper")),)
    await desk.command("name and a password")
    await answer(desk, "c.example", "bob", "", "pass 'show")
    assert desk.reader.note == "This is no command: no closing quotation."
    assert len(kept(desk)) == 1


async def test_nothing_typed_keeps_nothing(desk: Desk) -> None:
    for words in ((" ",), ("news.example", ""), ("news.example", "ann", "", "")):
        await desk.command("name and a password")
        await answer(desk, *words)
        assert desk.reader.focused is None and kept(desk) == ()
    await desk.command("name and a password")
    await desk.type("news.example")
    await desk.press("escape")
    assert desk.reader.focused is None and kept(desk) == ()


async def test_a_password_is_forgotten(desk: Desk) -> None:
    await desk.command("forget the name")
    assert desk.reader.note == "No name and password are kept."
    credentials.keep(logins.file_of(desk.reader.library.path), Credential("news.example", "ann", "s3cret"))
    await desk.command("forget the name")
    await answer(desk, "x")
    assert desk.reader.note == "No name and password are kept for news.examplex."
    await desk.command("forget the name")
    await desk.press("enter")  # the only one stands there already
    assert desk.reader.note == "Forgotten for news.example." and kept(desk) == ()


@pytest.fixture
def server(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> FeedServer:
    made = FeedServer()
    made.web[SEA] = [Printed("The sea at night", "https://sea.example/1")]
    made.follow(SEA, "Sea")
    monkeypatch.setattr(desk.reader.library, "_fetch", made.gatherer().go)
    return made


@pytest.mark.usefixtures("server")
async def test_an_account_is_taken_up_synced_told_of_and_let_go(desk: Desk) -> None:
    library = desk.reader.library
    for name in ("sync with", "accounts fare", "let go of an account"):
        await desk.command(name)
        assert desk.reader.note.startswith("There is no account yet")
    await desk.command("take up an account")
    await answer(desk, "http://127.0.0.1:8461/", "reader", "secret-api")
    await desk.until(lambda: "1 new story" in desk.reader.note)
    (account,) = await library.ask(accounts.counted)
    assert (account.url, account.user, account.sections) == (BASE, "reader", 1)
    assert any(row.name == "Sea" for row in desk.reader.sections.choices)
    await desk.command("sync with")
    await desk.until(lambda: "Nothing new" in desk.reader.note)
    await desk.command("accounts fare")
    assert "127.0.0.1" in desk.article_text and "last success" in desk.article_text
    await desk.command("let go of an account")
    await desk.press("enter")
    assert "1 section stays here with all stories and marks" in desk.reader.note
    assert await library.ask(accounts.every) == () and kept(desk) == ()


@pytest.mark.usefixtures("server")
async def test_a_password_that_is_refused_is_not_kept(desk: Desk) -> None:
    await desk.command("take up an account")
    await answer(desk, "http://127.0.0.1:8461/", "reader", "wr0ng")
    await desk.until(lambda: "refused the name or the password" in desk.reader.note)
    assert "wr0ng" not in desk.text and kept(desk) == ()
    assert await desk.reader.library.ask(accounts.every) == ()


async def test_what_is_no_server_is_said_at_once(desk: Desk) -> None:
    await desk.command("take up an account")
    await answer(desk, "https://me:secret@rss.example")
    assert "is not the address of a server" in desk.reader.note and "secret" not in desk.text
    await asyncio.sleep(0)
    assert desk.reader.focused is None
