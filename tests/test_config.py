"""The configuration: defaults, every setting, and one clear sentence for each mistake."""

from pathlib import Path

import pytest

from tui import config
from tui.errors import ConfigError
from tui.model import Manners


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert config.load(tmp_path / "none.toml") == config.Config()


def test_every_setting_is_read(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        """
        measure = 66
        interval_minutes = 120
        auto_refresh = false
        full_text = "refresh"
        theme = "nord"
        mouse = "off"
        browser = ["firefox", "--new-tab"]
        open_links = "copy"
        user_agent = "me"
        [headers]
        X-Way = "1"
        [keys]
        star = "s,plus"
        [sites."*.example.com"]
        full_text = "feed"
        user = "ann"
        password = "secret"
        proxy = "http://127.0.0.1:3128"
        """
    )
    found = config.load(file)
    assert (found.measure, found.interval_minutes, found.auto_refresh, found.browser) == (
        66,
        120,
        False,
        ("firefox", "--new-tab"),
    )
    assert found.keys == (("star", "s,plus"),)
    general, special = found.rules("https://other.example/"), found.rules("https://news.example.com/feed")
    assert (general.full_text, general.manners.headers, general.interval_minutes) == ("refresh", (("X-Way", "1"),), 120)
    assert (special.full_text, special.interval_minutes) == ("feed", 120)
    assert special.manners == Manners((("X-Way", "1"),), "me", "http://127.0.0.1:3128", ("ann", "secret"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("measure = 5", "measure is a number from 30 to 120, not 5"),
        ("measure = true", "measure wants a whole number, not True"),
        ("mesure = 66", "there is no setting called mesure"),
        ('mouse = "maybe"', "mouse is one of auto, on, off, not 'maybe'"),
        ("browser = [1]", "browser wants a list of texts"),
        ("[sites.x]\ninterval = 3", "there is no setting called sites.x.interval"),
        ("keys = 3", "keys wants a table, not 3"),
        ("= broken", "is not TOML"),
    ],
)
def test_a_mistake_is_named_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        config.load(file)
    assert said in str(caught.value)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_folders_follow_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert config.library_file() == tmp_path / "data" / "broadsheet" / "library.db"
    assert config.config_file() == tmp_path / "config" / "broadsheet" / "config.toml"


def test_assets_are_found() -> None:
    assert config.asset("guide/start/welcome.html").is_file()
    assert config.asset("sites.toml").is_file()


def test_starters_begin_with_the_clients_own() -> None:
    names = [site.name for site in config.starters()]
    assert names[:2] == ["Asian Lite", "Arab Daily"]
    assert len(names) >= 40
