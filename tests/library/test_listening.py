"""Episodes are fetched into the folder beside the library, gone on with, bounded, and given to a player."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.fetching.test_files import CUT, EPISODE, cut, part
from tests.storage.paper import offer
from tests.web import NOON, Answer, Clock, Loopback
from tui.config import Config
from tui.episodes import Coming, Episode, file_name
from tui.errors import AskError
from tui.library import listening
from tui.library.library import Library
from tui.model import Enclosure, Entry, StoryFilter
from tui.storage import actions, episodes, refreshes, sections, stories
from tui.storage.file import File
from tui.values import replace


class Station(Loopback):
    """A server whose pages a test puts there."""

    def __init__(self) -> None:
        super().__init__(self._page)
        self.pages: dict[str, Answer | Callable[[str, dict[str, str]], Answer | bytes]] = {}

    def _page(self, path: str, asked: dict[str, str]) -> Answer | bytes:
        found = self.pages.get(path, Answer("", 404))
        return found if isinstance(found, Answer) else found(path, asked)


@pytest.fixture
async def server() -> AsyncIterator[Station]:
    async with Station() as begun:
        yield begun


@pytest.fixture
async def library(tmp_path: Path, server: Station, clock: Clock) -> AsyncIterator[Library]:
    from tui.fetching.client import Fetcher
    from tui.fetching.jobs import Gatherer
    from tui.fetching.parsing import InlineParser

    fetcher = Fetcher(version="1")
    opened = await Library.open(
        tmp_path / "library.db", Config(), fetch=Gatherer(fetcher, InlineParser()).go, clock=clock
    )
    talks = [
        Entry(
            f"Talk {name}!",
            f"{server.url}/{name}",
            published=NOON,
            enclosures=(Enclosure(f"{server.url}/{name}.mp3", "audio/mpeg"),),
        )
        for name in ("one", "two")
    ]
    await opened.do(sections.follow, offer(("Talks", tuple(talks)), site=server.url), trusted=True)
    yield opened
    await opened.close()
    await fetcher.aclose()


async def queued(library: Library) -> tuple[Episode, ...]:
    return await library.do(episodes.queue, await library.ask(stories.order, StoryFilter(news=True)))


async def fetched(library: Library) -> list[tuple[str, str]]:
    """What ended: its headline, and why it did not come."""
    return [(each.episode.title, each.error) async for each in listening.fetch(library) if each.episode]


def names(library: Library) -> set[str]:
    return {path.name for path in listening.folder(library.path).iterdir()}


async def test_what_waits_is_fetched_and_is_its_owners_alone(library: Library, server: Station) -> None:
    server.pages |= {f"/{name}.mp3": Answer(EPISODE, content_type="audio/mpeg") for name in ("one", "two")}
    await queued(library)
    assert sorted(await fetched(library)) == [("Talk one!", ""), ("Talk two!", "")]
    here = await library.ask(episodes.every)
    assert {each.file for each in here} == names(library) == {f"{each.id}-talk-{each.title[5:8]}.mp3" for each in here}
    assert {(each.state, each.length) for each in here} == {("here", len(EPISODE))}
    (file, _) = listening.folder(library.path).iterdir()
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert await fetched(library) == []


async def test_what_broke_off_says_so_and_is_gone_on_with(library: Library, server: Station) -> None:
    server.pages |= {
        "/one.mp3": lambda _path, asked: part(asked) if "range" in asked else cut(),
        "/two.mp3": Answer("<html>Log in</html>", content_type="text/html"),
    }
    await queued(library)
    ended = dict(await fetched(library))
    assert "broke off" in ended["Talk one!"]
    assert ended["Talk two!"].endswith("sends text/html in its place")
    assert {each.state for each in await library.ask(episodes.every)} == {"failed"}
    assert any(path.stat().st_size == CUT for path in listening.folder(library.path).glob("*.part"))
    assert dict(await fetched(library))["Talk one!"] == ""
    (whole,) = listening.folder(library.path).glob("*one.mp3")
    assert whole.read_bytes() == EPISODE
    assert not list(listening.folder(library.path).glob("*one*.part*"))


async def test_what_is_no_episodes_any_more_goes(library: Library, server: Station) -> None:
    server.pages["/one.mp3"] = server.pages["/two.mp3"] = Answer(EPISODE, content_type="audio/mpeg")
    await queued(library)
    await fetched(library)
    one, two = await library.ask(episodes.every)
    stray = listening.folder(library.path) / "99-stray.mp3"
    stray.write_bytes(b"x")
    assert await library.do(listening.remove, [one.id, 77]) == 1
    assert names(library) == {two.file}
    assert [each.state for each in await library.ask(episodes.every)] == ["here", "not here"]
    again = await queued(library)
    assert [each.id for each in again] == [one.id]
    assert await library.do(listening.remove, [one.id]) == 1
    assert await library.ask(episodes.waiting) == ()


async def test_what_is_gone_is_here_no_longer_and_is_known_when_it_is_back(library: Library, server: Station) -> None:
    server.pages["/one.mp3"] = server.pages["/two.mp3"] = Answer(EPISODE, content_type="audio/mpeg")
    await queued(library)
    await fetched(library)
    one, two = await library.ask(episodes.every)
    there, away = listening.folder(library.path), library.path.with_name("away")
    there.rename(away)
    assert await library.ask(listening.astray) == (frozenset({one.file, two.file}), ())
    await library.do(listening.sweep)
    assert {each.state for each in await library.ask(episodes.every)} == {"not here"}
    assert await library.ask(episodes.taken) == 0
    away.rename(there)
    (there / two.file).write_bytes(b"another's")
    assert [path.name for path in (await library.ask(listening.astray))[1]] == [two.file]
    await library.do(listening.sweep)
    assert {each.title: each.state for each in await library.ask(episodes.every)} == {
        one.title: "here", two.title: "not here",
    }  # fmt: skip
    assert names(library) == {one.file}


async def test_a_file_that_another_shell_has_seen_already_is_kept(library: Library) -> None:
    one, _ = await queued(library)
    await library.do(episodes.found, one.id, "1-talk.mp3", 5)
    assert await library.do(episodes.came, one.id, "1-talk.mp3", 5)
    assert not await library.do(episodes.came, one.id, "1-other.mp3", 5)


async def test_there_is_a_bound_and_only_what_was_played_makes_room(library: Library, server: Station) -> None:
    server.pages["/one.mp3"] = server.pages["/two.mp3"] = Answer(EPISODE, content_type="audio/mpeg")
    one, two = await queued(library)
    await library.do(episodes.unqueue, [two.id])
    await fetched(library)
    library.settings = replace(library.settings, episodes_megabytes=0)
    await queued(library)
    ((_, said),) = await fetched(library)
    assert said.startswith("there is no room for it in 0 MB")
    assert len(names(library)) == 1
    await library.do(episodes.play, [one.id])
    await fetched(library)
    assert names(library) == set()


async def test_a_host_that_asked_to_be_left_alone_is(library: Library, server: Station) -> None:
    server.pages["/one.mp3"] = server.pages["/two.mp3"] = Answer("", 429, headers={"Retry-After": "600"})
    _, two = await queued(library)
    await library.do(episodes.unqueue, [two.id])
    await fetched(library)
    asked = len(server.seen)
    ((_, said),) = await fetched(library)
    assert "asks to be left alone until" in said
    assert len(server.seen) == asked
    assert await library.ask(refreshes.held)


async def test_how_far_it_is_is_told_in_bytes(library: Library, server: Station) -> None:
    server.pages["/one.mp3"] = server.pages["/two.mp3"] = Answer(EPISODE, content_type="audio/mpeg")
    await queued(library)
    told: list[Coming] = [each async for each in listening.fetch(library)]
    assert told[-1].episode is not None
    assert all(each.came <= each.of for each in told)


def test_a_file_is_named_after_its_headline_and_nothing_else_of_a_strangers() -> None:
    episode = Episode(7, 1, "https://a.example/x/../../etc/passwd?f=.MP3", "../../Etc: passwd\x1b[2J ..")
    assert file_name(episode) == "7-etc-passwd-2j.mp3"
    assert file_name(replace(episode, title="港の話", url="https://a.example/play", kind="")) == "7.media"
    assert file_name(replace(episode, title="A " * 500, kind="video/mp4; codecs=x")).endswith("-a.mp4")
    assert len(file_name(replace(episode, title="word " * 500))) < 80


def test_the_player_is_given_the_file_or_where_it_is_not_here_the_address(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    episode = Episode(7, 1, "https://a.example/talk.mp3", "A talk", "The Paper", file="7-a-talk.mp3")
    with pytest.raises(AskError, match="no player is set"):
        listening.command(Config(), library, episode, "")
    settings = Config(player=("mpv", "--title={title}", "{file}"))
    argv, given = listening.command(settings, library, episode, "")
    assert (argv, given["file"], given["site"]) == (settings.player, "https://a.example/talk.mp3", "The Paper")
    (listening.folder(library) / episode.file).touch()
    argv, given = listening.command(Config(player=("mpv",)), library, replace(episode, position=754), "/tmp/x")
    assert (given["start"], given["places"]) == ("754", "/tmp/x")
    assert (argv, given["file"]) == (("mpv", "{file}"), str(tmp_path / "episodes" / "7-a-talk.mp3"))


@pytest.mark.parametrize(
    ("said", "position"),
    [
        ("# comment\nstart=754.321000\nvolume=70\n", 754),
        ("start=12", 12),
        ("start=0.41\n", 0),
        ("restart=754\n", 0),
        ("start=+754\n", 0),
        ("start=99999999\n", 0),
        ("x" * 20_000 + "\nstart=754\n", 0),
        (None, 0),
    ],
)
async def test_where_a_player_says_that_it_was_left_is_kept_and_can_be_taken_back(
    library: Library, tmp_path: Path, said: str | None, position: int
) -> None:
    (story, *_) = await library.ask(stories.window, StoryFilter())
    (number,) = [each.id for each in await library.do(episodes.queue, [story.id])]
    await library.do(episodes.leave, number, 30)
    places = tmp_path / "places"
    places.mkdir()
    if said is not None:
        (places / "0F3A").write_text(said)
    assert await library.do(listening.ended, number, str(places)) == position
    known = await library.ask(episodes.episode, number)
    assert known is not None and (known.position, bool(known.played)) == (position, not position)
    await library.do(actions.undo)
    known = await library.ask(episodes.episode, number)
    assert known is not None and (known.position, known.played) == (30, None)


def test_how_much_is_here_is_what_ended_and_the_parts_of_the_others(tmp_path: Path) -> None:
    whole, half, unknown, nothing = (
        Episode(number, 1, f"https://a.example/{number}.mp3", f"Talk {number}", length=length)
        for number, length in enumerate((100, 50, 0, 30), 1)
    )
    for each in (half, unknown):
        (tmp_path / f"{file_name(each)}.part").write_bytes(b"x" * 20)
    assert listening._sizes([whole, half, unknown, nothing], {whole.id}, tmp_path) == (140, 200)


async def test_what_another_shell_takes_out_of_the_queue_while_it_comes_leaves_no_file(
    library: Library, server: Station
) -> None:
    one, two = await queued(library)

    def meanwhile(_path: str, _asked: dict[str, str]) -> Answer:
        with File(library.path) as other:
            episodes.unqueue(other, [one.id, two.id])
        return Answer(EPISODE, content_type="audio/mpeg")

    server.pages |= {"/one.mp3": meanwhile, "/two.mp3": meanwhile}
    assert [said for _, said in await fetched(library)] == ["", ""]
    assert names(library) == set()


async def test_of_what_waits_only_what_is_asked_for_is_fetched(library: Library, server: Station) -> None:
    server.pages["/one.mp3"] = server.pages["/two.mp3"] = Answer(EPISODE, content_type="audio/mpeg")
    _, two = await queued(library)
    ended = [each.episode.id async for each in listening.fetch(library, [two.id]) if each.episode]
    assert ended == [two.id]
    assert len(names(library)) == 1
