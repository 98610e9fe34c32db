"""The configuration: defaults, every setting, and one clear sentence for each mistake."""

import os
import re
from pathlib import Path

import pytest

from tui import config, settings
from tui.errors import ConfigError
from tui.jobs import RequestOptions


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
        private_hosts = ["nas.local", "10.0.0.5:8080"]
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
        [sites."home.example"]
        certificate = "sha256:ab%s"
        """
        % ("0" * 62)
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
    assert (general.full_text, general.options.headers, general.interval_minutes) == ("refresh", (("X-Way", "1"),), 120)
    assert (special.full_text, special.interval_minutes) == ("feed", 120)
    homes = ("nas.local", "10.0.0.5:8080")
    assert special.options == RequestOptions(
        (("X-Way", "1"),), "me", "http://127.0.0.1:3128", ("ann", "secret"), private_hosts=homes
    )
    assert general.options.private_hosts == homes
    assert found.rules("https://home.example/").options.certificate == "sha256:ab" + "0" * 62


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("measure = 5", "line 1: measure must be a whole number, 30 to 120, not 5"),
        ("measure = true", "line 1: measure must be a whole number, 30 to 120, not True"),
        ("\n# a comment\nmesure = 66", "line 3: mesure is not a setting; did you mean measure?"),
        ('mouse = "maybe"', "line 1: mouse must be one of auto, on, off, not 'maybe'"),
        ("browser = [1]", "line 1: browser must be a list of texts, not [1]"),
        ("[sites.x]\n\ninterval = 3", "line 3: sites.x.interval is not a setting; did you mean interval_minutes?"),
        ('[sites."*.a.example"]\nuser = 3', 'line 2: sites."*.a.example".user must be text in quotes, not 3'),
        (
            '[sites.x]\ncertificate = "sha1:12"',
            'line 2: sites.x.certificate must be "sha256:" and 64 hexadecimal digits',
        ),
        ("certificate = 'x'", "line 1: certificate is not a setting"),
        ("keys = 3", "line 1: keys must be a table, not 3"),
        ("zzz = 1", "line 1: zzz is not a setting"),
        ("measure = 66\n= broken", "line 2: not TOML: invalid statement"),
        ("browser = [", "line 1: not TOML: invalid value"),
        ("a = " + "[" * 5000 + "]" * 5000, "is nested too deeply"),
        ("a" + ".a" * 50_000 + " = 1", "is nested too deeply"),
        ('"a" . ' * 50_000 + "a = 1", "is nested too deeply"),
        ("a = " + "1" * 5000, "not TOML: exceeds the limit"),
    ],
)
def test_a_mistake_is_named_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        config.load(file)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(file))
    assert "\n" not in str(caught.value) and len(str(caught.value)) < len(str(file)) + 200


def test_what_is_no_text_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "binary").write_bytes(b"a = 1\n\xff")
    (tmp_path / "long").write_bytes(b"#" * (config.MOST_BYTES + 1))
    for name, said in (
        ("pipe", "is not a regular file"),
        ("binary", "line 2: not UTF-8"),
        ("long", "is longer than"),
        (".", "cannot be read: is a directory"),
    ):
        with pytest.raises(ConfigError, match=said):
            config.load(tmp_path / name)


def test_a_byte_order_mark_is_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"\xef\xbb\xbfmeasure = 80\n")
    assert config.load(tmp_path / "config.toml").measure == 80


def test_a_new_file_says_the_defaults_and_each_of_its_lines_is_right() -> None:
    text = config.template()
    assert config.parse(text, "config.toml") == config.Config()
    lines = [line.removeprefix("# ") for line in text.splitlines() if re.match(r"# \S+ = ", line)]
    assert len(lines) == len(config.SETTINGS) + 15
    plain = [line for line in lines if "." not in line.split(" = ")[0]]
    assert config.parse("\n".join(plain), "config.toml") == config.Config()
    for order in (lines, lines[::-1], lines[1::2] + lines[::2]):
        found = config.parse("\n".join(order), "config.toml")
        assert found.sites[0].options == RequestOptions((("Accept-Language", "en"),))
        assert (found.keys, found.commands[0].run, found.macros[0].name) == (
            (("star", "s,f8"),),
            ("mpv", "{url}"),
            "catch-up",
        )


def test_a_new_file_is_changed_where_it_proposes_a_setting() -> None:
    text = config.template()
    for name, value in (("keys.help", "h"), ("measure", 66), ("keys.star", "x"), ('sites."b.example".proxy', "p")):
        text = settings.changed(text, settings.path_of(name), value)
        assert settings.found(settings.parsed(text, "f"), settings.path_of(name)) == value
    taken = text.replace("# keys.star", "keys.star").replace('# sites."*', 'sites."*')
    assert config.parse(taken.replace('keys.star = "x"\n', ""), "f").keys == (("star", "s,f8"), ("help", "h"))
    assert config.parse(text, "f").measure == 66


def test_a_setting_is_known_by_its_name() -> None:
    assert config.setting(("measure",)).most == 120
    assert config.setting(("keys", "star")).kind is str
    assert config.setting(("sites", "x", "user")).name == "user"
    for wrong in (("mesure",), ("sites", "x", "measure"), ("a", "b", "c", "d")):
        with pytest.raises(ConfigError, match="is not a setting"):
            config.setting(wrong)


def test_a_configuration_is_checked_again_when_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    config.check()
    file = config.config_file()
    file.parent.mkdir()
    file.write_text("measure = 80")
    config.check()
    asked: list[Path] = []
    monkeypatch.setattr(config, "load", asked.append)
    config.check()
    assert not asked
    file.write_text("measure = 8")
    config.check()
    assert asked == [file]


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


def test_commands_and_macros(tmp_path: Path) -> None:
    found = config.parse(
        'notify = ["notify-send", "{count} new", "{titles}"]\n'
        '[commands.mpv]\nrun = ["mpv", "{url}"]\nkey = "V"\n'
        '[commands."to read"]\nrun = ["wc"]\ninput = "text"\nshows = "pane"\n'
        '[macros.next]\ndo = ["mark_all", "next_unread"]\nkey = "g n"\n',
        "config.toml",
    )
    assert found.notify == ("notify-send", "{count} new", "{titles}")
    assert found.commands == (
        config.OwnCommand("mpv", ("mpv", "{url}"), "V"),
        config.OwnCommand("to read", ("wc",), input="text", shows="pane"),
    )
    assert found.macros == (config.Macro("next", ("mark_all", "next_unread"), "g n"),)
    assert found.runs_programs
    assert config.setting(("commands", "mpv", "shows")).choices == config.SHOWS
    assert config.setting(("macros", "next", "do")).kind is list


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[commands.a]\n", "commands.a.run is empty"),
        ("[commands.a]\nrun = ['']\n", "line 2: commands.a.run is empty"),
        ("[commands.a]\nrun = 'sh -c x'\n", "must be a list of texts"),
        ("[commands.a]\nrun = ['x', '{urll}']\n", r"has \{urll\}, which stands for nothing; did you mean \{url\}"),
        ("[commands.a]\nrun = ['x']\nshows = 'window'\n", "must be one of nothing, pane, screen"),
        ("[commands.a]\nrun = ['x']\nshell = true\n", "commands.a.shell is not a setting"),
        ("[macros.a]\n", "macros.a.do is empty"),
        ("notify = ['x', '{url}']\n", r"notify has \{url\}, which stands for nothing"),
    ],
)
def test_a_command_that_could_not_be_run_is_refused(text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        config.parse(text, "config.toml")
