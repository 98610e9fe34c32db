"""A person's own rules for sites, as stories are read by them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.images import png
from tui.blocks import plain
from tui.fetching import child
from tui.fetching.coding import Body
from tui.jobs import Raster, Sixels

URL = "https://news.example/2024/story-of-the-river"
SENTENCE = "The river rose during the night and the lower streets of the town were closed to traffic until noon. "
PAGE = f"""<html><title>The river rose</title><body><article><h1>The river rose</h1><p>{SENTENCE * 4}</p><p>{SENTENCE * 3}</p>
<div class="wall"><p>Should the town build a wall against the river, or is it enough to wait? Say so here.</p></div></article>""".encode()
POLL = "Should the town build a wall"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the person's own rules stand, beside the configuration."""
    monkeypatch.setattr("tui.config.config_file", lambda: tmp_path / "config.toml")
    child.site_rules.cache_clear()
    yield tmp_path / "rules.toml"
    child.site_rules.cache_clear()


def text_of_the_story() -> str:
    found = child.story(Body(PAGE, URL, "text/html"), "").article
    assert found
    assert plain(found.blocks) == plain(child.kept(PAGE.decode(), URL, "", "page").blocks)
    return plain(found.blocks)


def test_stories_are_read_by_the_rules_beside_the_configuration(file: Path) -> None:
    file.write_text("['news.example']\nremove = '.wall'", "utf-8")
    text = text_of_the_story()
    assert SENTENCE.strip() in text and POLL not in text


def test_without_such_a_file_only_the_rules_that_ship_hold(file: Path) -> None:
    assert POLL in text_of_the_story()
    assert not child.site_rules().fault


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        (b"[", "are not valid TOML"),
        (b"['news.example']\nremove = 'div['", "is not a valid selector: div["),
        (b"['news.example']\nbodies = 'p'", "not one of body, remove"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_broken_rules_are_one_sentence_and_stories_are_read_without_them(
    file: Path, rules: bytes, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(rules)
    assert POLL in text_of_the_story()
    said = capsys.readouterr().err
    assert said.startswith(str(file)) and sentence in said and said.count("\n") == 1
    first, _, rest = child.explained(Body(PAGE, URL, "text/html")).partition("\n")
    assert first == said.strip() and "headline: The river rose" in rest


def test_a_folder_in_the_place_of_the_file_breaks_nothing(file: Path) -> None:
    file.mkdir()
    assert POLL in text_of_the_story()
    assert "cannot be read" in child.site_rules().fault


def test_a_picture_is_drawn_in_sixels_only_where_the_terminal_draws_those() -> None:
    body = Body(png(), "https://news.example/flag.png", "image/png")
    assert isinstance(child.picture(body, (20, 10), (10, 20), "sixel", True), Sixels)
    assert isinstance(child.picture(body, (20, 10), (10, 20), "true", True), Raster)


def test_what_is_compiled_for_the_first_child_is_kept_for_the_next(tmp_path: Path) -> None:
    """A confined child writes nothing, so the rooms that read stories are compiled before it is confined."""
    root = Path(child.__file__).parent.parent.parent
    program = f"import sys; sys.path.insert(0, {str(root)!r}); from tui.fetching.child import parsing; parsing()"
    command = [sys.executable, "-I", "-X", f"pycache_prefix={tmp_path}", "-c", program]
    subprocess.run(command, check=True, capture_output=True)
    assert {file.name.partition(".")[0] for file in tmp_path.rglob("tui/parse/*/*.pyc")} >= {
        "article",
        "feed",
        "frontpage",
    }
