"""A life in newsboat is taken over: what is followed, what was read, what was chosen."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.storage.test_newsboat import FEED, cache
from tui import config
from tui.errors import AskError
from tui.library.newsboat import Files, files, import_newsboat
from tui.model import StoryFilter
from tui.storage import actions, searches, sections, stories
from tui.storage.file import File

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

URLS = f"""{FEED} News World favourite
https://b.example/feed "!quiet" "~Quiet One"
"query:Ports:title =~ \\"port\\""
exec:~/bin/evil.sh
"""
CONFIG = """text-width 66
bind-key x quit
color background white black
ignore-article "*" "title =~ \\"Gentoo\\""
ignore-article "https://b.example/feed" "title =~ \\"lottery|bingo\\""
ignore-article "https://unknown.example/" "title =~ \\"x\\""
ignore-article "*" "age > 90"
highlight-article "title =~ \\"sea\\"" red default
"""

OFFERED = "newsboat's own keys: `broadsheet config set keys.preset newsboat`"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    with File(tmp_path / "library.db", clock=lambda: NOW) as opened:
        yield opened


@pytest.fixture(autouse=True)
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(config, "config_file", lambda: tmp_path / "config.toml")
    return tmp_path / "config.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "newsboat"
    made.mkdir()
    (made / "urls").write_text(URLS)
    (made / "config").write_text(CONFIG)
    cache(
        made / "cache.db",
        ("1", "Of the sea", "https://a.example/1", 1_795_000_000, "<p>Waves</p>", 0, ""),
        ("2", "Gentoo again", "https://a.example/2", 1_795_000_001, "", 1, ""),
        ("3", "The port", "https://a.example/3", 1_795_000_002, "", 1, "s"),
    )
    return made


def test_all_of_it(file: File, folder: Path, tmp_path: Path) -> None:
    found = import_newsboat(file, files(folder, tmp_path))
    paper, quiet = sections.sections(file)
    assert (paper.name, quiet.name, quiet.hidden, paper.hidden) == ("The Paper", "Quiet One", True, False)
    assert set(paper.folders) == {("News",), ("World",), ("favourite",)}
    assert quiet.folders == (("quiet",),)
    assert (found.followed, found.searches, found.mutes, found.stories, found.read, found.starred) == (
        2,
        1,
        3 - 1,
        3,
        1,
        1,
    )
    shown = [(story.title, story.read, story.starred) for story in stories.window(file, StoryFilter())]
    assert shown == [("The port", False, True), ("Of the sea", True, False)]
    assert [each.words for each in searches.saved(file, "mute")] == [
        "headline:Gentoo",
        'site:b.example section:"Quiet One" headline:lottery | site:b.example section:"Quiet One" headline:bingo',
    ]
    assert [each.words for each in searches.saved(file, "highlight")] == ["headline:sea"]
    assert searches.saved(file)[0].stories == 1
    chosen = config.load(config.config_file())
    assert chosen.measure == 66 and dict(chosen.keys) == {"out": "x,q"}
    assert len(found.refused) == 3 and "evil.sh" in found.refused[0]
    assert "its feed is not followed" in found.refused[1] and "not for stars, tags or days" in found.refused[2]
    assert found.told == (
        "text-width 66: measure = 66",
        'bind-key x: keys.out = "x,q"',
        "color background white black: colours here are a theme's",
        OFFERED,
    )


def test_a_second_time_nothing_changes(file: File, folder: Path, tmp_path: Path) -> None:
    import_newsboat(file, files(folder, tmp_path))
    before = (
        stories.window(file, StoryFilter()), sections.sections(file), actions.history(file), config.config_file().read_text()
    )  # fmt: skip
    again = import_newsboat(file, files(folder, tmp_path))
    assert (again.followed, again.searches, again.mutes, again.stories, again.read, again.starred) == (0, 0, 0, 0, 0, 0)
    assert before == (
        stories.window(file, StoryFilter()), sections.sections(file), actions.history(file), config.config_file().read_text()
    )  # fmt: skip


def test_its_keys_are_offered_until_some_are_chosen(file: File, folder: Path, tmp_path: Path, chosen: Path) -> None:
    chosen.write_text('[keys]\npreset = "vim"\n')
    assert OFFERED not in import_newsboat(file, files(folder, tmp_path)).told


def test_it_is_one_act(file: File, folder: Path, tmp_path: Path) -> None:
    import_newsboat(file, files(folder, tmp_path))
    (action,) = actions.history(file)
    assert (action.verb, action.what) == ("import", "newsboat")
    actions.undo(file)
    assert not searches.saved(file, "mute") and not stories.window(file, StoryFilter(starred=True))


def test_what_a_person_chose_here_stays(file: File, folder: Path, tmp_path: Path, chosen: Path) -> None:
    chosen.write_text("measure = 80\n")
    found = import_newsboat(file, files(folder, tmp_path))
    assert "text-width 66: measure stays 80, as you chose it here" in found.told
    assert config.load(chosen).measure == 80


def test_a_cache_that_is_none_is_a_sentence_and_the_rest_is_taken(file: File, folder: Path, tmp_path: Path) -> None:
    (folder / "cache.db").write_bytes(b"nonsense" * 100)
    found = import_newsboat(file, files(folder, tmp_path))
    assert (
        found.followed == 2 and found.stories == 0 and any("cache.db cannot be read" in said for said in found.refused)
    )


def test_where_newsboat_has_its_files(tmp_path: Path) -> None:
    with pytest.raises(AskError, match="a file called urls"):
        files(None, tmp_path)
    old, new, data = tmp_path / ".newsboat", tmp_path / ".config" / "newsboat", tmp_path / ".local/share/newsboat"
    for place in (old, new, data):
        place.mkdir(parents=True)
    (old / "urls").touch()
    assert files(None, tmp_path) == Files(old / "urls")
    (new / "urls").touch()
    (data / "cache.db").touch()
    (new / "config").touch()
    assert files(None, tmp_path) == Files(new / "urls", new / "config", data / "cache.db")
    assert files(old, tmp_path) == Files(old / "urls")
