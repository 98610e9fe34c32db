"""Where everything is, and what a person has chosen.

The folders are platformdirs' (so `XDG_DATA_HOME`, `XDG_CONFIG_HOME` and their kin are honoured); the configuration is one TOML file.
"""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import platformdirs

from tui.address import host
from tui.errors import ConfigError
from tui.model import Manners

APP = "broadsheet"


def data_folder() -> Path:
    """Where the library is."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def config_file() -> Path:
    """Where the configuration is read from, if it is there."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "config.toml"


def state_folder() -> Path:
    """Where the last session's screen and the log are."""
    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def library_file() -> Path:
    """The library: one SQLite file."""
    return data_folder() / "library.db"


def asset(name: str) -> Path:
    """A file that ships with the program: inside the package where it is installed, beside it in a checkout."""
    inside = Path(__file__).parent / "assets" / name
    return inside if inside.exists() else Path(__file__).parent.parent / "assets" / name


@dataclass(frozen=True, slots=True)
class SiteRules:
    """What the configuration says for addresses that match a host or an address pattern."""

    pattern: str
    manners: Manners = Manners()
    interval_minutes: int = 0
    """0 where the general interval holds."""
    full_text: str = ""
    """"open" (when a story is opened), "refresh" (as soon as it comes in), "feed" (the feed's own text), or "" for the general choice."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a person has chosen. Every field has a default that is right for most."""

    interval_minutes: int = 60
    auto_refresh: bool = True
    full_text: str = "open"
    measure: int = 72
    theme: str = ""
    mouse: str = "auto"
    browser: str = ""
    open_links: str = "auto"
    keys: tuple[tuple[str, str], ...] = ()
    manners: Manners = Manners()
    sites: tuple[SiteRules, ...] = ()

    def site(self, url: str) -> SiteRules:
        """The rules for an address: the first pattern that matches its host or the whole of it, else the general ones."""
        for rules in self.sites:
            if fnmatch(host(url), rules.pattern) or fnmatch(url, rules.pattern):
                return rules
        return SiteRules("*", self.manners, self.interval_minutes, self.full_text)
