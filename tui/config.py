"""Where everything is, and what a person has chosen.

The folders are platformdirs' (so `XDG_DATA_HOME`, `XDG_CONFIG_HOME` and their kin are honoured); the configuration is one TOML file.
"""

from fnmatch import fnmatch
from pathlib import Path
from typing import Any, TypeVar

import platformdirs

from tui.address import host
from tui.errors import ConfigError
from tui.model import Manners, SiteOffer
from tui.values import Value

APP = "broadsheet"
T = TypeVar("T")


def data_folder() -> Path:
    """Where the library is."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def config_file() -> Path:
    """Where the configuration is read from, if it is there."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "config.toml"


def state_folder() -> Path:
    """Where the last session's screen and the log are."""
    return Path(platformdirs.user_state_dir(APP, appauthor=False))


def log_file() -> Path:
    """The log: what was asked, how long it took, why it failed."""
    return state_folder() / "broadsheet.log"


def library_file() -> Path:
    """The library: one SQLite file."""
    return data_folder() / "library.db"


def asset(name: str) -> Path:
    """A file that ships with the program: inside the package where it is installed, beside it in a checkout."""
    inside = Path(__file__).parent / "assets" / name
    return inside if inside.exists() else Path(__file__).parent.parent / "assets" / name


FULL_TEXT = ("open", "refresh", "feed")
"""When the whole story is fetched: as it is opened, as soon as it comes in, or never (the feed's own text is shown)."""


class SiteRules(Value):
    """What the configuration says for the addresses that match a pattern ("*.example.com", "https://example.com/sport*")."""

    pattern: str
    manners: Manners = Manners()
    interval_minutes: int = 60
    full_text: str = "open"


class Config(Value):
    """What a person has chosen. Every field has a default that is right for most."""

    interval_minutes: int = 60
    """How often a section is asked, in minutes."""
    auto_refresh: bool = True
    """Ask the sections that are due while the screen is open."""
    full_text: str = "open"
    """One of `FULL_TEXT`."""
    measure: int = 72
    """The width of the text of an article, in cells."""
    theme: str = ""
    """The name of a theme of Textual's, or "" for the terminal's own colours."""
    mouse: str = "auto"
    """"on", "off", or "auto": off over SSH."""
    browser: tuple[str, ...] = ()
    """The program that opens an address, with its arguments; the address is put last. Empty: the system's."""
    open_links: str = "auto"
    """"browser", "copy" (show and copy the address), or "auto": copy over SSH."""
    keys: tuple[tuple[str, str], ...] = ()
    """(id of a binding, keys separated by commas)."""
    manners: Manners = Manners()
    sites: tuple[SiteRules, ...] = ()

    def rules(self, url: str) -> SiteRules:
        """The rules for an address: the first pattern that matches its host or the whole of it, else the general ones."""
        for rules in self.sites:
            if fnmatch(host(url), rules.pattern) or fnmatch(url, rules.pattern):
                return rules
        return SiteRules("*", self.manners, self.interval_minutes, self.full_text)


def load(file: Path | None = None) -> Config:
    """The configuration; the defaults where there is no file. ConfigError names the line or the setting that is wrong."""
    file = file or config_file()
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file} cannot be read: {error}") from error
    import tomllib  # late: most people have no configuration, and it costs 10 ms

    try:
        return _config(_Table(tomllib.loads(text), ""))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} is not TOML: {error}") from error
    except ConfigError as error:
        raise ConfigError(f"{file}: {error}") from None


class _Table:
    """A table of the file that knows which of its settings have been asked for."""

    def __init__(self, values: dict[str, Any], name: str) -> None:
        self._values, self._name = dict(values), name

    def _said(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def take(self, key: str, kind: type[T], default: T) -> T:
        value = self._values.pop(key, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            wanted = {
                "str": "a text",
                "int": "a whole number",
                "bool": "true or false",
                "dict": "a table",
                "list": "a list",
            }
            raise ConfigError(f"{self._said(key)} wants {wanted[kind.__name__]}, not {value!r}")
        return value

    def table(self, key: str) -> "_Table":
        return _Table(self.take(key, dict, {}), self._said(key))

    def choice(self, key: str, choices: tuple[str, ...], default: str) -> str:
        value = self.take(key, str, default)
        if value not in choices:
            raise ConfigError(f"{self._said(key)} is one of {', '.join(choices)}, not {value!r}")
        return value

    def number(self, key: str, default: int, least: int, most: int) -> int:
        value = self.take(key, int, default)
        if not least <= value <= most:
            raise ConfigError(f"{self._said(key)} is a number from {least} to {most}, not {value}")
        return value

    def texts(self) -> tuple[tuple[str, str], ...]:
        return tuple((key, self.take(key, str, "")) for key in list(self._values))

    def words(self, key: str) -> tuple[str, ...]:
        values = self.take(key, list, [])
        if not all(isinstance(value, str) for value in values):
            raise ConfigError(f"{self._said(key)} wants a list of texts")
        return tuple(values)

    def tables(self) -> "tuple[tuple[str, _Table], ...]":
        return tuple((key, self.table(key)) for key in list(self._values))

    def end(self) -> None:
        for key in self._values:
            raise ConfigError(f"there is no setting called {self._said(key)}")


def _manners(table: _Table) -> Manners:
    user = table.take("user", str, "")
    password = table.take("password", str, "")
    return Manners(
        headers=table.table("headers").texts(),
        user_agent=table.take("user_agent", str, ""),
        proxy=table.take("proxy", str, ""),
        auth=(user, password) if user else None,
    )


def _config(table: _Table) -> Config:
    manners = _manners(table)
    interval = table.number("interval_minutes", 60, 5, 7 * 24 * 60)
    full_text = table.choice("full_text", FULL_TEXT, "open")
    sites = []
    for pattern, site in table.table("sites").tables():
        own = _manners(site)
        sites.append(
            SiteRules(
                pattern,
                Manners(
                    own.headers or manners.headers,
                    own.user_agent or manners.user_agent,
                    own.proxy or manners.proxy,
                    own.auth or manners.auth,
                ),
                site.number("interval_minutes", interval, 5, 7 * 24 * 60),
                site.choice("full_text", FULL_TEXT, full_text),
            )
        )
        site.end()
    config = Config(
        interval_minutes=interval,
        auto_refresh=table.take("auto_refresh", bool, True),
        full_text=full_text,
        measure=table.number("measure", 72, 30, 120),
        theme=table.take("theme", str, ""),
        mouse=table.choice("mouse", ("auto", "on", "off"), "auto"),
        browser=table.words("browser"),
        open_links=table.choice("open_links", ("auto", "browser", "copy"), "auto"),
        keys=table.table("keys").texts(),
        manners=manners,
        sites=tuple(sites),
    )
    table.end()
    return config


def starters() -> tuple[SiteOffer, ...]:
    """The sites to start from, as they ship; their sections are found when they are followed."""
    import tomllib

    rows = tomllib.loads(asset("sites.toml").read_text(encoding="utf-8"))["site"]
    return tuple(
        SiteOffer(row["name"], row["url"], (), row["language"], about=f"{row['topic']} · {row['region']}")
        for row in rows
    )
