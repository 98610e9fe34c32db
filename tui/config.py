"""Where everything is, and what a person has chosen.

The folders are the system's (`paths`: `XDG_DATA_HOME`, `XDG_CONFIG_HOME` and their kin are honoured); the
configuration is one TOML file.
"""

import contextlib
import re
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from tui import __version__, bounded, credentials, kiosk, paths, private, settings
from tui.address import host
from tui.credentials import Credential
from tui.errors import ConfigError, OutputError
from tui.jobs import RequestOptions
from tui.model import SiteOffer
from tui.settings import Misplaced, Part, Setting, commented, dotted, parsed, refused
from tui.text import nearest
from tui.values import Value, filled, replace


def data_folder() -> Path:
    """Where the library is."""
    return Path(paths.folder("DATA"))


def config_file() -> Path:
    """Where the configuration is read from, if it is there."""
    return Path(paths.folder("CONFIG")) / "config.toml"


def state_folder() -> Path:
    """Where the last session's screen and the log are."""
    return Path(paths.folder("STATE"))


def credentials_file() -> Path:
    """Names and passwords of sites: apart from the configuration, which people share and keep with others' dotfiles."""
    return data_folder() / credentials.NAME


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


PICTURES = ("ask", "keep")
"""When a picture is fetched: as it is asked for, or also whenever its story is downloaded."""


class SiteRules(Value):
    """What the configuration says for the addresses that match a pattern ("*.example.com",
    "https://example.com/sport*")."""

    pattern: str
    options: RequestOptions = RequestOptions()
    interval_minutes: int = 60
    full_text: str = "open"


class Kiosk(Value):
    """What the owner of a machine lets those do who may only read (`broadsheet --kiosk`)."""

    library: str = ""
    """A library for all of them, which none can change; "" for one each of their own."""
    folder: str = ""
    """Where their own is kept; "" for their home."""
    follow: tuple[str, ...] = ()
    """What may be followed: addresses, or names of starter sites."""

    @property
    def is_shared(self) -> bool:
        """Whether all read one library, and can change nothing."""
        return bool(self.library)


class OwnCommand(Value):
    """A program of a person's own that is run on a story."""

    name: str
    run: tuple[str, ...]
    """The program and its arguments, with placeholders ("{url}"): never a shell."""
    key: str = ""
    input: str = ""
    """The form in which it is given the article, in its standard input or in {file}; one of `forms.FORMS`, or "" for
    none."""
    shows: str = "nothing"
    """One of `SHOWS`."""


class Macro(Value):
    """Commands of the screen that are done one after another."""

    name: str
    do: tuple[str, ...]
    """Their ids, as the help screen shows them."""
    key: str = ""


class Config(Value):
    """What a person has chosen. Every field has a default that is right for most."""

    interval_minutes: int = 60
    """How often a section is asked, in minutes."""
    auto_refresh: bool = True
    """Ask the sections that are due while the screen is open."""
    full_text: str = "open"
    """One of `FULL_TEXT`."""
    events: bool = True
    """Group the stories that tell one event."""
    read_together: bool = False
    """Reading one of them on the screen marks the others read."""
    act_together: bool = False
    """What is done with an event's row on the screen is done with all who tell it."""
    pictures: str = "ask"
    """One of `PICTURES`."""
    picture_megabytes: int = 200
    """How much the pictures that are kept may take together."""
    measure: int = 72
    """The width of the text of an article, in cells."""
    indent: int = 0
    """Cells by which the first line of a paragraph is set in."""
    spacing: int = 1
    """Blank lines between paragraphs."""
    justify: bool = False
    """Lines of prose end at the same cell."""
    theme: str = ""
    """The name of a theme (`app.themes`), or "" for the terminal's own colours."""
    linear: bool = False
    """One thing after another and states in words, for screen readers and braille lines."""
    pixels: str = "auto"
    """"on", "off", or "auto": off over SSH. Pictures in pixels, or sixels, where the terminal draws them."""
    mouse: str = "auto"
    """"on", "off", or "auto": off over SSH."""
    browser: tuple[str, ...] = ()
    """The program that opens an address, with its arguments; the address is put last. Empty: the system's."""
    open_links: str = "auto"
    """"browser", "copy" (show and copy the address), or "auto": copy over SSH."""
    private_hosts: tuple[str, ...] = ()
    """Hosts of this machine or a network at home that may be asked whoever leads there; others only at a person's
    own address."""
    player: tuple[str, ...] = ()
    """The program that plays audio and video, with placeholders ("{file}"); where it has none the file comes last."""
    episodes_megabytes: int = 2_000
    """How large all files of audio and video may be together."""
    notify: tuple[str, ...] = ()
    """The program that is run after a refresh that brought something, with placeholders ("{count}")."""
    commands: tuple[OwnCommand, ...] = ()
    macros: tuple[Macro, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    """(id of a binding, keys separated by commas)."""
    options: RequestOptions = RequestOptions()
    sites: tuple[SiteRules, ...] = ()
    credentials: tuple[Credential, ...] = ()
    """Names and passwords that are kept apart (`broadsheet login`)."""
    kiosk: Kiosk | None = None
    """Set where the reader is shut off from the machine."""

    @property
    def runs_programs(self) -> bool:
        """Whether programs of a person's own may be run: commands, players, notifications. Everything that would run
        one asks here."""
        return self.kiosk is None

    def rules(self, url: str) -> SiteRules:
        """The rules for an address: the first pattern that matches its host or the whole of it, else the general
        ones."""
        for rules in self.sites:
            if fnmatch(host(url), rules.pattern) or fnmatch(url, rules.pattern):
                return self._unlocked(rules, url)
        return self._unlocked(SiteRules("*", self.options, self.interval_minutes, self.full_text), url)

    def _unlocked(self, rules: SiteRules, url: str) -> SiteRules:
        """The rules with the name and password that are kept for an address, where they have none themselves."""
        if rules.options.auth or (kept := credentials.find(self.credentials, url)) is None:
            return rules
        options = replace(rules.options, auth=(kept.user, kept.password), password_command=kept.command)
        return replace(rules, options=options)


SETTINGS = (
    Setting("measure", int, "columns of text in an article", least=30, most=120),
    Setting("indent", int, "cells by which a paragraph's first line is set in", least=0, most=8),
    Setting("spacing", int, "blank lines between paragraphs", least=0, most=3),
    Setting("justify", bool, "let the lines of a paragraph end at the same column"),
    Setting("interval_minutes", int, "how often a section is asked", least=5, most=7 * 24 * 60),
    Setting("auto_refresh", bool, "ask what is due while the screen is open"),
    Setting("full_text", str, "fetch whole stories when opened, when they come in, or never", FULL_TEXT),
    Setting("pictures", str, "keep: a download takes them along; ask: only a key does", PICTURES),
    Setting("picture_megabytes", int, "how much the pictures that are kept may take", least=1, most=100_000),
    Setting("events", bool, "find out which stories tell one event"),
    Setting("read_together", bool, "reading one of them marks the others read too; u takes all back"),
    Setting("act_together", bool, "stars, tags and later of an event's row, and new mutes, reach all who tell it"),
    Setting("theme", str, "light, dark, contrast, paper, auto, Textual's or yours; empty: the terminal's colours"),
    Setting("linear", bool, "for screen readers and braille lines: one pane, no rules, states in words"),
    Setting("pixels", str, "pictures in pixels (kitty, Ghostty) or sixels; auto: off over SSH", ("auto", "on", "off")),
    Setting("mouse", str, "auto: off over SSH", ("auto", "on", "off")),
    Setting("browser", list, "a program and its arguments; the address comes last"),
    Setting("open_links", str, "auto: copy over SSH", ("auto", "browser", "copy")),
    Setting("private_hosts", list, "hosts at home that feeds and pages may lead to"),
    Setting("player", list, "a program that plays audio and video; {file}, {url}, {title}, {site}, {start}, {places}"),
    Setting("episodes_megabytes", int, "room for audio and video", least=50, most=1_000_000),
    Setting("notify", list, "a program after a refresh that brought something; {count}, {titles}, {sections}"),
)
"""What stands at the head of the file. A new setting is a row here and a field of `Config`."""

NETWORK = (
    Setting("user_agent", str, "what a server is told of who asks"),
    Setting("proxy", str, "the address of a proxy"),
    Setting("user", str, "for sites that ask for a name and a password"),
    Setting("password", str),
)
"""What stands at the head of the file or in a site's table."""

CERTIFICATE = Setting(
    "certificate",
    str,
    "the one to believe, of a server that signs its own",
    form="sha256:(?:[0-9A-Fa-f]{2}:?){32}",
    formed='"sha256:" and 64 hexadecimal digits, as openssl x509 -fingerprint -sha256 prints them',
)
"""What stands in a site's table alone."""

KIOSK = (Setting("library", str), Setting("folder", str), Setting("follow", list))
"""What stands in the table [kiosk] of the file that `--kiosk` is given, and of no other."""

PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
OF_A_STORY = ("url", "title", "site", "section", "authors", "summary", "id", "file")
"""What may stand in braces in the arguments of a command on a story; {file} is one with the article in it."""
OF_AN_EPISODE = ("file", "url", "title", "site", "start", "places")
"""Likewise in `player`; {file} is its address where it is not here, {start} the second to begin at, {places} a folder
in which the player says where it was left, as mpv does."""
OF_NEWS = ("count", "titles", "sections")
"""Likewise in `notify`."""

SHOWS = ("nothing", "pane", "screen")
"""What is shown of a command: nothing, its answer in the article's pane, or the program itself, which gets the
screen."""

COMMAND = (
    Setting(
        "run",
        list,
        "a program and its arguments; {url}, {title}, {file} … are the story's",
        example='["mpv", "{url}"]',
    ),
    Setting("key", str, "as other commands have theirs"),
    Setting("input", str, "how it is given the article", ("", "text", "markdown", "html", "json")),
    Setting("shows", str, "its answer in the pane, or the program on the whole screen", SHOWS),
)
"""What stands in a table of [commands]."""

MACRO = (
    Setting("do", list, "commands of the screen by their ids", example='["mark_all", "next_unread"]'),
    Setting("key", str, "as other commands have theirs"),
)
"""What stands in a table of [macros]."""

SECRETS = frozenset({"password"})
"""Settings that are never shown."""

_OF_A_SITE = ("interval_minutes", "full_text")
"""Which of `SETTINGS` a site's table may have too."""
MOST_BYTES = 1 << 20
"""A configuration longer than this is none."""


def load(file: Path | None = None) -> Config:
    """The configuration; the defaults where there is no file. ConfigError names file, line and setting of what is
    wrong."""
    chosen = file or config_file()
    text = read(chosen)
    found = Config() if text is None else parse(text, str(chosen))
    return found if file else replace(found, credentials=credentials.load(credentials_file()))


def misplaced(found: Config) -> str:
    """One sentence where a configuration has a password in it, which is used and belongs elsewhere; or ""."""
    named = ["every site"] * bool(found.options.auth and found.options.auth[1])
    named += [site.pattern for site in found.sites if site.options.auth not in (None, found.options.auth)]
    if not named:
        return ""
    return (
        f"The configuration has the password for {', '.join(named)} in it: `broadsheet login SITE` keeps it in a file"
        " that only you can read. Then take it out of there."
    )


def load_kiosk(file: Path | None) -> Config:
    """The configuration of a kiosk, with no way out in it. ConfigError where a file that is given is not there."""
    text = read(file or Path(kiosk.CONFIGURATION))
    if text is None and file is not None:
        raise ConfigError(f"there is no {file}")
    found = parse(text or "", str(file or kiosk.CONFIGURATION), is_kiosk=True)
    return replace(found, browser=(), open_links="copy", notify=(), player=(), commands=(), macros=())


def check() -> None:
    """Refuse a configuration that `load` would refuse. One that was right before and has not changed since is not
    read again: that would cost a verb that lists stories half its time."""
    file, stamp = config_file(), state_folder() / "config.checked"
    try:
        about = file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        load(file)  # which says what is wrong
        return
    known = f"{__version__} {about.st_ino} {about.st_mtime_ns} {about.st_size}\n"
    try:
        if bounded.body(stamp, len(known)) == known.encode():
            return
    except OSError:
        pass  # it was never checked here, or the folder cannot be read
    load(file)
    with contextlib.suppress(OutputError):  # a folder that cannot be written: it is checked every time
        private.write(stamp, known)


def read(file: Path) -> str | None:
    """The text of a configuration file; None where there is none. ConfigError where it cannot be read."""
    try:
        body = bounded.body(file, MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(f"{file} cannot be read: {bounded.why(error)}") from error
    try:
        # Some editors begin a file with a byte order mark, which TOML does not allow.
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise ConfigError(f"{file}, line {line}: not UTF-8") from None


def parse(text: str, file: str, *, is_kiosk: bool = False) -> Config:
    """The configuration that a text says; ConfigError names the file so, and the line."""
    try:
        return _config(Part(parsed(text, file)), is_kiosk=is_kiosk)
    except Misplaced as found:
        raise refused(text, file, found) from None


def _config(table: Part, *, is_kiosk: bool) -> Config:
    options = _manners(table)
    chosen = {setting.name: table.take(setting, getattr(Config, setting.name)) for setting in SETTINGS}
    options = replace(options, private_hosts=chosen["private_hosts"])
    if chosen["player"]:
        _see(("player",), chosen["player"], OF_AN_EPISODE)
    if chosen["notify"]:
        _see(("notify",), chosen["notify"], OF_NEWS)
    keys = table.table("keys").texts()
    sites = tuple(_site(pattern, site, options, chosen) for pattern, site in table.table("sites").tables())
    commands = tuple(_own_command(name, part) for name, part in table.table("commands").tables())
    macros = tuple(_macro(name, part) for name, part in table.table("macros").tables())
    shut = _kiosk(table.table("kiosk")) if is_kiosk else None
    table.end()
    return Config(**chosen, commands=commands, macros=macros, keys=keys, options=options, sites=sites, kiosk=shut)


def _kiosk(table: Part) -> Kiosk:
    said = {setting.name: table.take(setting, getattr(Kiosk, setting.name)) for setting in KIOSK}
    table.end()
    return Kiosk(**said)


def _own_command(name: str, table: Part) -> OwnCommand:
    given = {setting.name: table.take(setting, getattr(OwnCommand, setting.name, ())) for setting in COMMAND}
    table.end()
    _see(("commands", name, "run"), given["run"], OF_A_STORY)
    return OwnCommand(name, **given)


def _macro(name: str, table: Part) -> Macro:
    given = {setting.name: table.take(setting, getattr(Macro, setting.name, ())) for setting in MACRO}
    table.end()
    if not given["do"]:
        raise Misplaced(("macros", name, "do"), "is empty: nothing would be done")
    return Macro(name, **given)


def _see(path: tuple[str, ...], argv: tuple[str, ...], known: tuple[str, ...]) -> None:
    """Misplaced where a command has no program, or a placeholder that stands for nothing."""
    if not argv or not argv[0].strip():
        raise Misplaced(path, "is empty: no program would be run")
    for name in (name for part in argv for name in PLACEHOLDER.findall(part) if name not in known):
        near = nearest(name, known)
        raise Misplaced(
            path, f"has {{{name}}}, which stands for nothing" + (f"; did you mean {{{near}}}?" if near else "")
        )


def _site(pattern: str, table: Part, options: RequestOptions, chosen: dict[str, Any]) -> SiteRules:
    own = replace(_manners(table), certificate=table.take(CERTIFICATE, ""))
    rules = {
        setting.name: table.take(setting, chosen[setting.name]) for setting in SETTINGS if setting.name in _OF_A_SITE
    }
    table.end()
    return SiteRules(pattern, replace(options, **filled(own)), **rules)


def _manners(table: Part) -> RequestOptions:
    said = {setting.name: table.take(setting, "") for setting in NETWORK}
    return RequestOptions(
        headers=table.table("headers").texts(),
        user_agent=said["user_agent"],
        proxy=said["proxy"],
        auth=(said["user"], said["password"]) if said["user"] else None,
    )


def setting(path: tuple[str, ...]) -> Setting:
    """What the setting of a name may be; ConfigError where there is none of that name, with the nearest."""
    known = [*SETTINGS, *NETWORK]
    match path:
        case ("keys" | "headers", name) | ("sites", _, "headers", name):
            return Setting(name, str)
        case ("sites", _, name):
            known = [one for one in SETTINGS if one.name in _OF_A_SITE] + [*NETWORK, CERTIFICATE]
        case ("commands", _, name):
            known = [*COMMAND]
        case ("macros", _, name):
            known = [*MACRO]
        case (name,):
            pass
        case _:
            name = path[-1]
            known = []
    for one in known:
        if one.name == name:
            return one
    near = nearest(name, [one.name for one in known])
    raise ConfigError(f"{dotted(path)} is not a setting" + (f"; did you mean {near}?" if near else ""))


def change(
    path: tuple[str, ...],
    value: object,
    file: Path | None = None,
    judge: Callable[[Config], object] = lambda chosen: None,
) -> None:
    """Writes a setting into the file, all else in it as it was. ConfigError, and nothing written, where the setting
    does not take the value, or would not be read as it was meant, or where whoever `judge`s the whole raises one."""
    chosen = file or config_file()
    if wrong := setting(path).refusal(value):
        raise ConfigError(f"{dotted(path)} {wrong}, not {settings.shown(value)}")
    before = read(chosen)
    after = settings.changed(template() if before is None else before, path, value)
    judge(parse(after, str(chosen)))  # nothing is written that would be refused the next time
    if settings.found(parsed(after, str(chosen)), path) != value:
        raise ConfigError(f"{chosen}: {dotted(path)} cannot be changed from here: change it there")
    private.write(chosen, after)


def put(name: str, said: str, judge: Callable[[Config, str], object], file: Path | None = None) -> object:
    """Writes a setting as a person names it and says its value, and returns that value; `judge` is told which part of
    the configuration has changed. Otherwise as `change`."""
    path = settings.path_of(name)
    value = settings.read_value(said, setting(path))
    change(path, value, file, lambda chosen: judge(chosen, path[0]))
    return value


def told(chosen: Config) -> tuple[str, ...]:
    """Every setting with its value, and the keys of a person's own, as the file has them: a line each."""
    rows = [f"{one.name} = {settings.toml(getattr(chosen, one.name))}" for one in SETTINGS]
    return (*rows, *(f"{settings.dotted(('keys', id))} = {settings.toml(keys)}" for id, keys in chosen.keys))


def written(path: tuple[str, ...], file: Path | None = None) -> object:
    """What the file says of a setting, None where it says nothing."""
    chosen = file or config_file()
    return settings.found(parsed(read(chosen) or "", str(chosen)), path)


def template() -> str:
    """A new file: every setting behind a comment sign, with its default and what it is. Each line has its whole
    name, so that it means the same wherever it stands and whichever others are taken."""
    site = ("sites", "*.example.com")
    return "\n".join(
        (
            "# The configuration of Broadsheet. Everything has a default: take the sign away from what you change.",
            "# `broadsheet config --check` says what is wrong here, and where.",
            "",
            *commented(SETTINGS, Config),
            "",
            "# Keys, by the ids that the help screen shows:",
            '# keys.star = "s,f8"',
            "",
            "# A program of your own on a story, here under the name of mpv:",
            *commented(COMMAND, OwnCommand, ("commands", "mpv")),
            "",
            "# Several commands of the screen as one:",
            *commented(MACRO, Macro, ("macros", "catch-up")),
            "",
            "# A site: a host or an address, with * for anything:",
            *commented([one for one in SETTINGS if one.name in _OF_A_SITE], Config, site),
            *commented((*NETWORK, CERTIFICATE), Config, site),
            f'# {dotted(site)}.headers = {{ Accept-Language = "en" }}',
            "",
        )
    )


def starters(shut: Kiosk | None = None) -> tuple[SiteOffer, ...]:
    """The sites to start from, as they ship, or those of a kiosk; their sections are found when they are followed."""
    if shut is not None:
        known = {key: site for site in starters() for key in (site.url, site.name)}
        return tuple(known.get(each) or SiteOffer(host(each) or each, each, ()) for each in shut.follow)
    import tomllib

    rows = tomllib.loads(asset("sites.toml").read_text(encoding="utf-8"))["site"]
    return tuple(
        SiteOffer(row["name"], row["url"], (), row["language"], about=f"{row['topic']} · {row['region']}")
        for row in rows
    )
