"""Jobs and what comes of them are values that travel between processes as they are."""

import pickle
from datetime import UTC, datetime

import pytest

from tui.jobs import (
    Discovered,
    DiscoverJob,
    Downloaded,
    DownloadJob,
    ExplainJob,
    Failure,
    Gathered,
    ReadJob,
    RefreshJob,
    RequestOptions,
    Validators,
    login,
)
from tui.model import Kind
from tui.values import Value, replace

OPTIONS = RequestOptions(headers=(("X-A", "b"),), auth=("ada", "secret"), password_command=("pass", "paper"))


@pytest.mark.parametrize(
    "job",
    [
        RefreshJob(1, "https://a.example/f", Kind.FEED, Validators("e", "m", "d", datetime(2026, 11, 23, tzinfo=UTC)), OPTIONS),
        DownloadJob("https://a.example/1", 2, options=OPTIONS),
        ReadJob("<p>x</p>", "https://a.example/1"),
        DiscoverJob("https://a.example/", OPTIONS),
        ExplainJob("https://a.example/1", b"<p>"),
        Gathered(1, failure=Failure("No.", 503, 60.0)),
        Downloaded("https://a.example/1", page=b"x"),
        Discovered("https://a.example/"),
    ],
    ids=lambda job: type(job).__name__,
)  # fmt: skip
def test_they_arrive_as_they_were_sent_and_cannot_be_changed(job: Value) -> None:
    assert pickle.loads(pickle.dumps(job)) == job
    with pytest.raises(AttributeError):
        job.url = "https://other.example/"
    assert replace(job) == job


@pytest.mark.parametrize(
    ("kept", "url", "asked"),
    [
        (None, "https://a.example/f", None),
        (("ada", "kept"), "https://a.example/f", ("ada", "kept")),
        (None, "https://bo:his@a.example/f", ("bo", "his")),
        (("ada", "kept"), "https://bo:his@a.example/f", ("bo", "his")),
        (("ada", "kept"), "https://ada:new@a.example/f", ("ada", "new")),
        (("ada", "kept"), "https://ada@a.example/f", ("ada", "kept")),
        (("ada", "kept"), "https://bo@a.example/f", ("bo", "")),
        (None, "https://ada@a.example/f", ("ada", "")),
    ],
)
def test_the_name_and_password_of_an_address_go_before_those_of_its_site(
    kept: tuple[str, str] | None, url: str, asked: tuple[str, str] | None
) -> None:
    assert login(RequestOptions(auth=kept), url) == asked
