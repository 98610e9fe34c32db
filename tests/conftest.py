"""What tests share: a web in memory, a clock that stands still, and a library over both."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.web import Clock, FakeWeb
from tui.config import Config
from tui.fetching.jobs import Gatherer
from tui.fetching.parsing import InlineParser
from tui.library.library import Library
from tui.library.opening import make

settings.register_profile("repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("repeatable")  # what passed once passes again, on a busy machine too

Opening = Callable[..., Awaitable[Library]]


@pytest.fixture
def web() -> FakeWeb:
    return FakeWeb()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def fresh_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with nothing but the Guide in it, made once."""
    file = tmp_path_factory.mktemp("fresh") / "library.db"
    make(file)
    return file


@pytest.fixture
def library_file(tmp_path: Path, fresh_library: Path) -> Path:
    """A library file of one's own with the Guide in it."""
    return Path(shutil.copy(fresh_library, tmp_path / "library.db"))


@pytest.fixture
async def open_library(library_file: Path, web: FakeWeb, clock: Clock) -> AsyncIterator[Opening]:
    """Opens the library over the fake web, as often as wanted; closed at the end."""
    opened: list[Library] = []

    async def opening(settings: Config | None = None) -> Library:
        gatherer = Gatherer(web.fetcher(clock), InlineParser(), clock=clock)
        library = await Library.open(library_file, settings, fetch=gatherer.go, clock=clock)
        opened.append(library)
        return library

    yield opening
    for library in opened:
        await library.close()


@pytest.fixture
async def library(open_library: Opening) -> Library:
    return await open_library()
