"""Themes: the program's own, Textual's, a person's; and what is said of one that is wrong."""

from pathlib import Path

import pytest
from textual.theme import Theme

from tests.app.paper import at_desk, edition
from tests.web import Clock, FakeWeb
from tui.app import themes
from tui.config import Config
from tui.errors import ConfigError
from tui.library.library import Library


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(themes, "folder", lambda: tmp_path)
    return tmp_path


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str | None, other: str | None) -> float:
    """As WCAG 2.2 reckons it."""
    dark, light = sorted((luminance(one or ""), luminance(other or "")))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", themes.OWN, ids=lambda theme: theme.name)
def test_text_stands_out_from_its_ground(theme: Theme) -> None:
    wanted = 7 if theme.name in ("contrast", "paper") else 4.5
    for colour in (theme.foreground, theme.primary, theme.secondary, theme.accent):
        assert contrast(colour, theme.background) >= wanted
    assert contrast(theme.variables["on-primary"], theme.primary) >= wanted


@pytest.mark.parametrize("theme", themes.OWN, ids=lambda theme: theme.name)
async def test_all_that_is_written_stands_out_as_it_is_drawn(
    theme: Theme, library: Library, web: FakeWeb, clock: Clock
) -> None:
    wanted = 7 if theme.name in ("contrast", "paper") else 4.5
    await edition(library, web)
    async with at_desk(library, clock, settings=Config(auto_refresh=False, theme=theme.name)) as desk:
        for keys in (
            ("l", "v", "j", "v", "j", "j", "enter"),
            ("]", "f"),
            ("escape", "P"),
            ("q", "a"),
            ("escape", "escape", "?"),
            ("q", "T"),
        ):
            await desk.press(*keys)
            drawn = [part for strip in desk.app.screen._compositor.render_strips() for part in strip]
            for text, style, _ in drawn:
                if not text.strip() or set(text) <= set(" ─│┬┴┼▌"):
                    continue
                assert style is not None and style.color is not None and style.bgcolor is not None, text
                ink, ground = (each.get_truecolor().hex for each in (style.color, style.bgcolor))
                assert contrast(ink, ground) >= wanted and not style.dim, (keys, text, ink, ground)


def test_themes_are_found_by_their_names(folder: Path) -> None:
    assert (themes.find("").name, themes.find("", light=True).name) == (themes.TERMINAL, "on-light")
    assert (themes.find("auto", light=True).name, themes.find("auto").name) == ("light", "dark")
    assert themes.find("nord").name == "nord"
    assert themes.names()[:2] == ["", "auto"]
    assert not any(name.startswith("ansi-") for name in themes.names())


def test_a_persons_theme_is_a_file(folder: Path) -> None:
    (folder / "sea.toml").write_text(
        'primary = "#004477"\non_primary = "#ffffff"\ndark = false\nbackground = "#eef4f8"\n'
    )
    sea = themes.find("sea")
    assert (sea.primary, sea.background, sea.dark) == ("#004477", "#eef4f8", False)
    assert sea.variables == {"on-primary": "#ffffff"}
    assert "sea" in themes.names()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('primary = "blue"', "line 1: primary must be"),
        ('dark = true\nprimry = "#000000"', "line 2: primry is not a setting; did you mean primary?"),
        ("dark = true", "a theme needs primary"),
        ("dark =", "not TOML"),
    ],
)
def test_what_is_wrong_in_a_theme_is_said_with_its_line(folder: Path, text: str, said: str) -> None:
    (folder / "sea.toml").write_text(text)
    with pytest.raises(ConfigError, match=said):
        themes.find("sea")


@pytest.mark.parametrize("name", ["nonsense", "../../etc/passwd", "a/b"])
def test_an_unknown_theme_is_refused(folder: Path, name: str) -> None:
    with pytest.raises(ConfigError, match=r"theme must be one of .* not '"):
        themes.find(name)


async def test_small_print_is_faint_where_no_colour_is_muted(library: Library, web: FakeWeb, clock: Clock) -> None:
    await edition(library, web)
    async with at_desk(library, clock) as desk:
        await desk.press("l", "enter")
        drawn = [part for strip in desk.app.screen._compositor.render_strips() for part in strip]
        (date,) = (style for text, style, _ in drawn if "min read" in text)
        assert date is not None and date.dim
