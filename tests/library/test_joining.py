"""An account is taken up where its server took the password, and let go with it."""

import pytest

from tests.feed_server import BASE, FeedServer
from tui import credentials
from tui.credentials import Credential
from tui.errors import AskError, ConfigError, FetchError
from tui.library import joining, logins
from tui.library.library import Library
from tui.remote import Login
from tui.storage import accounts
from tui.values import replace

HOME = Login("http://127.0.0.1:8461", "reader", "secret-api")


@pytest.fixture
def server(library: Library, monkeypatch: pytest.MonkeyPatch) -> FeedServer:
    made = FeedServer()
    monkeypatch.setattr(library, "_fetch", made.gatherer().go)
    return made


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("rss.example", "https://rss.example"),
        ("http://rss.example:8080/", "http://rss.example:8080"),
        ("https://rss.example/api/greader.php", "https://rss.example/api/greader.php"),
    ],
)
def test_a_server_is_named_as_people_do(typed: str, url: str) -> None:
    assert joining.server(typed) == url


@pytest.mark.parametrize("typed", ["https://ann:hunter2@rss.example", "file:///etc/passwd", "ftp://rss.example"])
def test_what_is_no_address_of_a_server_is_refused_without_its_password(typed: str) -> None:
    with pytest.raises(AskError, match="is not the address of a server") as caught:
        joining.server(typed)
    assert "hunter2" not in str(caught.value)


@pytest.mark.usefixtures("server")
async def test_joining_again_changes_the_password_only(library: Library) -> None:
    first = await joining.join(library, HOME, name="Home")
    again = await joining.join(library, HOME, name="Other")
    assert again == first and (first.name, first.url) == ("Home", BASE)
    (made,) = credentials.load(logins.file_of(library.path))
    assert made == Credential(f"sync reader {BASE}", "reader", "secret-api")


@pytest.mark.usefixtures("server")
async def test_what_the_server_refuses_leaves_nothing(library: Library) -> None:
    with pytest.raises(FetchError):
        await joining.join(library, replace(HOME, password="wrong"))
    assert await library.ask(accounts.every) == () and not logins.file_of(library.path).exists()


@pytest.mark.usefixtures("server")
async def test_leaving_takes_the_password_along(library: Library) -> None:
    await joining.join(library, HOME)
    with pytest.raises(AskError, match="no account called Work"):
        await library.do(joining.leave, "Work")
    said = await library.do(joining.leave, "127.0.0.1:8461")
    assert said.startswith("removed 127.0.0.1:8461: 0 sections stay here")
    assert credentials.load(logins.file_of(library.path)) == ()


@pytest.mark.usefixtures("server")
async def test_passwords_that_cannot_be_read_are_told_before_anything_is_changed(library: Library) -> None:
    file = logins.file_of(library.path)
    file.write_text("no logins at all [")
    file.chmod(0o600)
    with pytest.raises(ConfigError):
        await joining.join(library, HOME)
    assert await library.ask(accounts.every) == () and file.read_text() == "no logins at all ["
