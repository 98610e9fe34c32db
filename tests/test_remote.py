"""What travels of an account between processes is plain, and says no password where it is shown."""

from tui.fetching import wire
from tui.model import Entry
from tui.remote import Account, Login, RemoteItem, Served, ServerJob


def test_jobs_and_answers_travel_as_they_are() -> None:
    job = ServerJob(Login("https://rss.example", "reader", "secret"), "items", ids=(-1, 1 << 62))
    assert wire.decode(wire.encode(job), ServerJob) == job
    served = Served(items=(RemoteItem(7, "feed/3", Entry("Title"), read=True),), ids=(1,), whole=False)
    assert wire.decode(wire.encode(served), Served) == served


def test_an_account_holds_no_password() -> None:
    assert "password" not in Account.__match_args__
