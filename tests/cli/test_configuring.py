"""`broadsheet config`: made, checked, told, changed; nothing is written that would be refused."""

import stat
from pathlib import Path

import pytest

from tui import cli, config


@pytest.fixture(autouse=True)
def file(home: Path) -> Path:
    return config.config_file()


def test_a_new_file_is_its_owners_only_and_an_old_one_is_left_alone(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["config", "--init"]) == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert cli.main(["config", "--init"]) == 1
    assert "is there already" in capsys.readouterr().err
    assert cli.main(["config", "--check"]) == 0


def test_a_setting_is_changed_and_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["measure", "66"], ["browser", "firefox", "--new-tab"], ["keys.star", "s,plus"]):
        assert cli.main(["config", "set", *words]) == 0
    found = config.load()
    assert (found.measure, found.browser, found.keys) == (66, ("firefox", "--new-tab"), (("star", "s,plus"),))
    capsys.readouterr()
    assert cli.main(["config", "get", "measure"]) == 0
    assert cli.main(["config", "get", "theme"]) == 0
    assert capsys.readouterr().out == '66\n""\n'
    assert cli.main(["config"]) == 0
    assert {"measure = 66", "interval_minutes = 60"} <= set(capsys.readouterr().out.splitlines())


def test_a_password_in_it_is_used_and_a_word_says_where_it_belongs(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.parent.mkdir(parents=True)
    file.write_text('[sites."news.example"]\nuser = "ann"\npassword = "s3cret"\n')
    assert config.load().rules("https://news.example/feed").options.auth == ("ann", "s3cret")
    assert cli.main(["config", "--check"]) == 0
    said = capsys.readouterr().err
    assert "the password for news.example in it: `broadsheet login SITE`" in said
    assert "s3cret" not in said


def test_a_password_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["config", "set", 'sites."a.example".password', "secret"]) == 0
    assert cli.main(["config", "get", 'sites."a.example".password']) == 0
    assert cli.main(["config"]) == 0
    assert "secret" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["measure", "6"], "measure must be a whole number, 30 to 120, not 6"),
        (["mesure", "66"], "mesure is not a setting; did you mean measure?"),
        (["a b", "66"], "a b is not a setting's name"),
        (["theme", "papr"], "'papr'; did you mean paper?"),
        (["theme", "x" * 10_000], "theme must be one of "),
        (["keys.starr", "s"], "keys.starr is an unknown command; did you mean star?"),
        (["keys.star", "hyperspace"], "keys.star: hyperspace is not a key"),
        (["macros.mine.do", "star", "fly"], "macros.mine.do: fly is an unknown command"),
    ],
)
def test_what_would_be_refused_is_not_written(
    file: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert cli.main(["config", "set", *words]) == 1
    assert said in capsys.readouterr().err
    assert not file.exists()


def test_a_link_stays_one_and_a_files_modes_stay(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text("# mine\nmeasure = 70\n")
    kept.chmod(0o644)
    file.parent.mkdir(parents=True)
    file.symlink_to(kept)
    assert cli.main(["config", "set", "measure", "66"]) == 0
    assert file.is_symlink() and kept.read_text() == "# mine\nmeasure = 66\n"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o644


def test_every_verb_refuses_a_wrong_configuration_but_those_that_mend_it(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("measure = 6")
    for words in (["list"], ["sections"], ["refresh"], ["show", "1"], ["config", "--check"]):
        assert cli.main(words) == 1
        assert "line 1: measure must be a whole number" in capsys.readouterr().err
    for words in (["where"], ["log"], ["config", "set", "measure", "66"], ["list"]):
        assert cli.main(words) == 0


def test_a_theme_of_ones_own_is_taken(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = file.parent / "themes" / "sea.toml"
    own.parent.mkdir(parents=True)
    own.write_text('primary = "#123456"')
    for name in ("sea", "light", "auto", ""):
        assert cli.main(["config", "set", "theme", name]) == 0
    assert cli.main(["config", "set", "theme", "sea"]) == 0
    assert cli.main(["config", "--check"]) == 0
    own.write_text("primary = 3")
    assert cli.main(["config", "set", "theme", "sea"]) == 1
    assert f"{own}, line 1: primary" in capsys.readouterr().err
    assert (
        cli.main(["config", "set", "measure", "70"]) == 0
    )  # what is wrong elsewhere keeps nothing else from its change
    assert cli.main(["config", "--check"]) == 1


@pytest.mark.parametrize("wrong", ['[keys]\nstarr = "s"', 'theme = "papr"', '[macros.x]\ndo = ["fly"]'])
def test_what_the_screen_would_refuse_is_found(file: Path, capsys: pytest.CaptureFixture[str], wrong: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(wrong)
    assert cli.main(["config", "--check"]) == 1
    assert str(file) in capsys.readouterr().err
