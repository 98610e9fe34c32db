"""Themes: the program's own, Textual's, and a person's in a file."""

import re
from pathlib import Path
from typing import Any

from textual.theme import BUILTIN_THEMES, Theme

from tui.config import config_file, read
from tui.errors import ConfigError
from tui.settings import Misplaced, Part, Setting, parsed, refused
from tui.text import nearest, shorten

TERMINAL = "ansi-dark"
"""Textual's name for the terminal's own sixteen colours, on whatever background."""
AUTO = "auto"
"""Light or dark, as the terminal's background is."""
FOLLOWING = ("", AUTO)
"""What depends on the background: the terminal's own colours do too, on a light one."""

DEFAULTS = {"on-primary": "ansi_bright_white", "small-print": "dim", "small-head": "bold dim", "fine-print": "none"}
"""What the stylesheet asks for besides what every theme of Textual's has."""
_FAINT = {"fine-print": "dim"}
"""Where there is no colour that is muted."""
_LOUD = {"small-print": "none", "small-head": "bold"}

BUILTIN_THEMES[TERMINAL].variables |= _FAINT  # it is there before any other can be put on

OWN = (
    Theme(
        "light",
        primary="#1f4e8c",
        secondary="#1f4e8c",
        accent="#7a3e12",
        foreground="#1b1b1b",
        background="#fbfaf5",
        surface="#f1efe6",
        panel="#e7e4d8",
        dark=False,
        variables={"on-primary": "#ffffff"},
    ),
    Theme(
        "dark",
        primary="#5f8fd0",
        secondary="#5f8fd0",
        accent="#d0a36a",
        foreground="#d8d9dc",
        background="#17191d",
        surface="#1f2227",
        panel="#272b31",
        variables={"on-primary": "#0d0f12"},
    ),
    Theme(
        "contrast",
        primary="#ffff00",
        secondary="#00ffff",
        accent="#00ff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        variables={"on-primary": "#000000", "text-muted": "#ffffff", "text-secondary": "#00ffff", **_LOUD},
    ),
    Theme(
        "paper",
        primary="#000000",
        secondary="#000000",
        accent="#000000",
        foreground="#000000",
        background="#ffffff",
        surface="#ffffff",
        panel="#ffffff",
        dark=False,
        variables={
            "on-primary": "#ffffff",
            "text-muted": "#000000",
            "text-secondary": "#000000",
            "text-accent": "#000000",
            **_LOUD,
        },
    ),
)
"""Light, dark, high contrast, and black on white for electronic paper."""
ON_LIGHT = Theme(
    "on-light",
    primary="ansi_blue",
    secondary="ansi_blue",
    accent="ansi_magenta",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=False,
    variables=BUILTIN_THEMES["ansi-light"].variables | _FAINT,
    ansi=True,
)
"""The terminal's own colours where its background is light: cyan and green can hardly be read there."""

_COLOURS = "primary secondary accent foreground background surface panel warning error success".split()
_SETTINGS = (
    Setting("dark", bool),
    *(Setting(name, str, form="#[0-9a-fA-F]{6}", formed='a colour such as "#1f4e8c"') for name in _COLOURS),
    Setting("on_primary", str, form="#[0-9a-fA-F]{6}", formed='a colour such as "#ffffff"'),
)


def folder() -> Path:
    """Where a person's themes are: each a file NAME.toml."""
    return config_file().parent / "themes"


def names() -> list[str]:
    """Every theme that can be chosen: a person's, the program's own, Textual's."""
    own = sorted(file.stem for file in folder().glob("*.toml"))
    textuals = sorted(name for name in BUILTIN_THEMES if not name.startswith("ansi-"))
    return list(dict.fromkeys(["", AUTO, *own, *(theme.name for theme in OWN), *textuals]))


def find(name: str, *, light: bool = False) -> Theme:
    """A theme by its name in the configuration; ConfigError where there is none, or where its file is wrong."""
    if not name:
        return ON_LIGHT if light else BUILTIN_THEMES[TERMINAL]
    if name == AUTO:
        name = "light" if light else "dark"
    elif re.fullmatch(r"[\w-]{1,60}", name) and (text := read(folder() / f"{name}.toml")) is not None:
        return _theme(name, text)
    for theme in OWN:
        if theme.name == name:
            return theme
    if name in BUILTIN_THEMES:
        return BUILTIN_THEMES[name]
    known = list(filter(None, names()))
    near = nearest(name, known)
    hint = f"; did you mean {near}?" if near else ""
    raise ConfigError(
        f"theme must be one of {', '.join(known)}, or a file NAME.toml in {folder()}, not {shorten(name, 60)!r}{hint}"
    )


def _theme(name: str, text: str) -> Theme:
    """A person's theme; ConfigError names the line that is wrong."""
    file = str(folder() / f"{name}.toml")
    try:
        table = Part(parsed(text, file))
        said: dict[str, Any] = {each.name: table.take(each, None) for each in _SETTINGS}
        table.end()
    except Misplaced as found:
        raise refused(text, file, found) from None
    if not said["primary"]:
        raise ConfigError(f"{file}: a theme needs primary, the colour of headlines")
    dark, on_primary = said.pop("dark"), said.pop("on_primary")
    variables = {"on-primary": on_primary} if on_primary else {}
    return Theme(name, dark=dark is not False, variables=variables, **said)
