"""`sync` and what stands behind it, over a server in memory."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Verb
from tests.feed_server import BASE, FeedServer, Printed
from tui import config, credentials
from tui.library import opening
from tui.library.library import Library
from tui.storage import accounts

SEA = "https://sea.example/feed"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> FeedServer:
    made = FeedServer()
    made.web[SEA] = [Printed("A story", "https://sea.example/1"), Printed("Another", "https://sea.example/2")]
    made.follow(SEA, "Sea")
    fetch = property(lambda library: made.gatherer().go)
    monkeypatch.setattr(Library, "fetch", fetch)
    return made


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.syncing.secret", lambda what: "secret-api")


@pytest.mark.usefixtures("typed")
def test_an_account_is_added_synced_and_told_of(verb: Verb, server: FeedServer, home: Path) -> None:
    done = verb("sync", "add", "http://127.0.0.1:8461/", "--user", "reader", "--name", "Home")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [f"Home: reader at {BASE}", "Home: 2 new stories in 1 section"]
    assert config.credentials_file().stat().st_mode & 0o777 == 0o600
    assert [row.split("\t")[-1] for row in verb("list").out.splitlines()] == ["A story", "Another"]
    assert verb("sync").err == "Home: 0 new stories in 1 section\n"
    (told,) = json.loads(verb("sync", "status", "--json").out)
    assert (told["name"], told["sections"], told["stories"], told["unsent"], told["error"]) == ("Home", 1, 2, 0, None)
    assert "secret" not in verb("sync", "status").out
    (section,) = json.loads(verb("sections", "--json").out)
    assert section["account"] == "Home"
    again = verb("sync", "add", "http://127.0.0.1:8461/", "--user", "reader")
    assert again.code == 0


@pytest.mark.usefixtures("typed")
def test_what_became_of_it_there_is_said_and_two_do_not_sync_at_once(verb: Verb, server: FeedServer) -> None:
    verb("sync", "add", "http://127.0.0.1:8461/", "--user", "reader", "--name", "Home")
    server.unfollow("feed/1")
    done = verb("sync")
    assert (done.code, done.err.splitlines()[0]) == (0, "Home: 0 new stories in 0 sections")
    assert done.err.splitlines()[1].startswith("Home: ") and "taken away there" in done.err
    with opening.writing(config.library_file()) as file:
        (account,) = accounts.every(file)
        assert accounts.take_lease(file, account.id, "another", 600)
    busy = verb("sync", "home")
    assert (busy.code, busy.err) == (1, "Home: another process is syncing it\n")


@pytest.mark.usefixtures("typed")
def test_an_account_is_removed_and_all_stays(verb: Verb, server: FeedServer) -> None:
    verb("sync", "add", "http://127.0.0.1:8461/", "--user", "reader", "--name", "Home")
    done = verb("sync", "remove", "home")
    assert (
        done.err == "removed Home: 1 section stays here with all stories and marks, and nothing changes on the server\n"
    )
    assert credentials.load(config.credentials_file()) == ()
    assert len(verb("list").out.splitlines()) == 2
    assert list(server.state.feeds) == ["feed/1"]


def test_a_password_that_is_refused_is_not_kept(
    verb: Verb, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.cli.syncing.secret", lambda what: "wr0ng")
    done = verb("sync", "add", "http://127.0.0.1:8461/", "--user", "reader")
    assert done.code == 1
    assert "refused the name or the password" in done.err
    assert "wr0ng" not in done.err
    assert not config.credentials_file().exists()
    assert verb("sync", "status").out == ""


def test_a_program_prints_the_password(verb: Verb, server: FeedServer) -> None:
    words: tuple[Any, ...] = ("sync", "add", "http://127.0.0.1:8461/", "--user", "reader")
    assert verb(*words, "--command", "printf", "secret-api").code == 0
    assert "secret" not in config.credentials_file().read_text().replace("secret-api", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sync",), "there is no account yet"),
        (("sync", "add", "https://me:secret@rss.example"), "is not the address of a server"),
        (("sync", "remove", "x"), "there is no account called x"),
        (("sync", "Home"), "there is no account called Home"),
        (("sync", "later", "x"), "there is no account called later: sync takes add URL"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(verb: Verb, words: tuple[str, ...], said: str) -> None:
    done = verb(*words)
    assert done.code == 1
    assert said in done.err
    assert "secret" not in done.err
