"""Settings as a TOML file has them: what each may be, where in the file it stands, and how it is changed there.

What settings there are is `config`'s; this room knows only their kinds. Nothing here opens a file.
"""

import re
from collections.abc import Iterable
from typing import Any

from tui.errors import ConfigError
from tui.text import nearest
from tui.values import Value

Name = tuple[str, ...]
"""A setting's whole name, table by table: ("sites", "*.example.com", "user")."""

KINDS: dict[type, str] = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    dict: "a table",
    list: "a list of texts",
}


class Setting(Value):
    """What a setting may be. `about` is the comment beside it in a new file."""

    name: str
    kind: type
    about: str = ""
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    """The range of a number, both ends included."""
    example: str = ""
    """A value worth showing where the default is empty."""
    form: str = ""
    """A regular expression that a text has to match where it is not empty."""
    formed: str = ""
    """What that is, in words."""

    def refusal(self, value: object) -> str:
        """What is wrong with a value, as the end of a sentence that begins with the setting's name; "" where nothing
        is."""
        span = f", {self.least} to {self.most}" if self.kind is int else ""
        if not self._is_of_its_kind(value):
            return f"must be {KINDS[self.kind]}{span}"
        if isinstance(value, int) and span and not self.least <= value <= self.most:
            return f"must be {KINDS[int]}{span}"
        if self.choices and value not in self.choices:
            return f"must be one of {', '.join(self.choices)}"
        if self.form and value and not re.fullmatch(self.form, str(value)):
            return f"must be {self.formed}"
        return ""

    def _is_of_its_kind(self, value: object) -> bool:
        if self.kind is list:
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        # To Python, true is a number too.
        return isinstance(value, self.kind) and (self.kind is not int or not isinstance(value, bool))


class Part:
    """A table of the file, which knows what has been asked for: what is left at the end is unknown."""

    def __init__(self, values: dict[str, Any], path: Name = ()) -> None:
        self._values, self._path = dict(values), path
        self._known: list[str] = []

    def take(self, setting: Setting, default: Any) -> Any:
        """The value of a setting, or its default; Misplaced where it is not what it may be."""
        self._known.append(setting.name)
        if setting.name not in self._values:
            return default
        value = self._values.pop(setting.name)
        if wrong := setting.refusal(value):
            raise Misplaced((*self._path, setting.name), f"{wrong}, not {shown(value)}")
        return tuple(value) if isinstance(value, list) else value

    def table(self, name: str) -> "Part":
        """A table within, empty where there is none."""
        return Part(self.take(Setting(name, dict), {}), (*self._path, name))

    def texts(self) -> tuple[tuple[str, str], ...]:
        """All that is in a table of names with texts."""
        return tuple((name, self.take(Setting(name, str), "")) for name in list(self._values))

    def tables(self) -> "tuple[tuple[str, Part], ...]":
        """All that is in a table of tables."""
        return tuple((name, self.table(name)) for name in list(self._values))

    def end(self) -> None:
        """Misplaced where something was not asked for; the nearest name is offered."""
        for name in self._values:
            near = nearest(name, self._known)
            raise Misplaced((*self._path, name), "is not a setting" + (f"; did you mean {near}?" if near else ""))


class Misplaced(Exception):  # noqa: N818 - it ends in this room's callers, which make a ConfigError of it
    """A setting that cannot be followed: its place, and the end of the sentence that says so."""

    def __init__(self, path: Name, wrong: str) -> None:
        super().__init__(path, wrong)
        self.path, self.wrong = path, wrong


_DEEP = re.compile(r"""(?<![\w.-])(?:(?:[\w-]{1,64}|"[^"\n]{0,64}"|'[^'\n]{0,64}')[ \t]{0,8}\.[ \t]{0,8}){40}""")
"""A name of more than forty parts. The longest of ours has three, and an address in the DNS's own notation 34."""


def parsed(text: str, file: str) -> dict[str, Any]:
    """What a whole file says; ConfigError where it is not TOML."""
    import tomllib  # late: most people have no configuration, and it costs 10 ms

    if _DEEP.search(text):  # tomllib takes the square of a name's length, and a minute for 50,000 parts
        raise ConfigError(f"{file} is nested too deeply")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ConfigError(f"{file} is nested too deeply") from None
    except ValueError as error:  # TOMLDecodeError, and numbers that Python refuses to read
        place = re.search(r" \(at line (\d+), column \d+\)$| \(at end of document\)$", str(error))
        said = str(error)[: place.start()] if place else str(error)
        line = place[1] if place and place[1] else str(text.count("\n") + 1) if place else ""
        raise ConfigError(f"{file}{f', line {line}' if line else ''}: not TOML: {said[:1].lower()}{said[1:]}") from None


def refused(text: str, file: str, found: Misplaced) -> ConfigError:
    """A mistake as a sentence with the file and the line that it stands in."""
    line = line_of(text, found.path)
    return ConfigError(f"{file}{f', line {line}' if line else ''}: {dotted(found.path)} {found.wrong}")


def dotted(path: Name) -> str:
    """A setting's name as TOML writes it."""
    return ".".join(part if re.fullmatch(r"[A-Za-z0-9_-]+", part) else f'"{_escaped(part)}"' for part in path)


def path_of(name: str) -> Name:
    """The parts of a setting's name, as a person writes it; ConfigError where it is none."""
    if path := _key(name):
        return path
    raise ConfigError(f"{name} is not a setting's name")


def line_of(text: str, path: Name) -> int:
    """The line on which a setting, or else its table, begins; 0 where it is not found (it stands within another's
    value)."""
    within: Name = ()
    table = 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := _header(line):
            within = header
            if path[: len(within)] == within:
                table = number
        elif "=" in line:
            key = _key(line.partition("=")[0])
            whole = (*within, *key) if key else ()
            if whole and path[: len(whole)] == whole:
                return number
    return table


def found(values: object, path: Name) -> object:
    """What a file says of a setting; None where it says nothing."""
    for part in path:
        values = values.get(part) if isinstance(values, dict) else None
    return values


def changed(text: str, path: Name, value: object) -> str:
    """The file with a setting changed or added, all else as it was; ConfigError where its value runs over several
    lines."""
    lines = text.splitlines()
    said = toml(value)
    if (at := line_of(text, path)) and not _header(lines[at - 1]):
        if not _whole(lines[at - 1]):
            raise ConfigError(f"{dotted(path)} stands on several lines from line {at}: change it there")
        lines[at - 1] = f"{lines[at - 1].partition('=')[0].strip()} = {said}"
    elif (place := _place(lines, path[:-1], path)) is not None:
        lines.insert(place, f"{dotted(path[-1:])} = {said}")
    elif (place := _place(lines, (), path)) is not None:
        lines.insert(place, f"{dotted(path)} = {said}")
    else:
        lines += ([""] if lines and lines[-1].strip() else []) + [
            f"[{dotted(path[:-1])}]",
            f"{dotted(path[-1:])} = {said}",
        ]
    return "\n".join(lines) + "\n"


def _place(lines: list[str], table: Name, path: Name) -> int | None:
    """Where a new setting goes in a table that has a line of its own, or at the head of the file: behind the comment
    that proposes it, or else something of its kind; else behind the table's last one. None where it has no place
    there."""
    rows = _rows_of(table, lines)
    if rows is None:
        return None
    inside = path[len(table) :]
    behind = _lines_of(inside, r"\s*=", lines, rows)
    if not behind and len(inside) > 1:
        behind = _lines_of(inside[:1], r"\s*\.", lines, rows)
        if not behind:
            return None
    return (behind or [at for at in rows if _whole(lines[at])] or [rows.start - 1])[-1] + 1


def _rows_of(table: Name, lines: list[str]) -> range | None:
    """The rows of a table, or of the head of the file; None where the table has no line of its own."""
    headers = {number: header for number, line in enumerate(lines) if (header := _header(line))}
    if table and table not in headers.values():
        return None
    start = next((number + 1 for number, header in headers.items() if header == table), 0) if table else 0
    return range(start, min((number for number in headers if number >= start), default=len(lines)))


def _lines_of(beginning: Name, end: str, lines: list[str], rows: range) -> list[int]:
    """The rows that begin with a name, also behind a comment sign."""
    written = re.compile(rf"#?\s*+{re.escape(dotted(beginning))}{end}")
    return [at for at in rows if written.match(lines[at])]


def toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    return f'"{_escaped(str(value))}"'


def read_value(said: str, setting: Setting) -> object:
    """A value as a person types it: TOML, or for a text and a list of texts the bare words."""
    import tomllib

    try:
        value = tomllib.loads(f"value = {said}")["value"] if "\n" not in said else said
    except (ValueError, RecursionError):
        value = said
    if setting.kind is str and not isinstance(value, str):
        value = said
    if setting.kind is list and not isinstance(value, list):
        value = said.split()
    return value


def commented(settings: Iterable[Setting], defaults: object, table: Name = ()) -> list[str]:
    """A line a setting for a new file: its default behind a comment sign, and what it is."""
    rows = []
    for setting in settings:
        value = getattr(defaults, setting.name, "")
        row = f"# {dotted((*table, setting.name))} = {setting.example or toml(value)}"
        said = setting.about + (f" ({', '.join(setting.choices)})" if setting.choices else "")
        rows.append(f"{row:34} # {said}" if said else row)
    return rows


def _header(line: str) -> Name:
    match = re.fullmatch(r"\s*+\[\s*+([^\[\s].*?)(?<!\s)\s*+\]\s*+(?s:#.*)?", line)
    return _key(match[1]) if match else ()


def _key(said: str) -> Name:
    """The parts of a key of TOML, or () where it is none."""
    import tomllib

    if "\n" in said or said.strip().startswith("#"):
        return ()
    try:
        # TOML's own reader knows quotes, dots and escapes in keys better than any pattern would.
        found: Any = tomllib.loads(f"{said} = 1")
    except (ValueError, RecursionError):
        return ()
    path: list[str] = []
    while isinstance(found, dict) and len(found) == 1:
        (name,) = found
        path.append(name)
        found = found[name]
    return tuple(path)


def _whole(line: str) -> bool:
    """Does a setting stand complete on this line?"""
    import tomllib

    try:
        return "=" in line and bool(tomllib.loads(line))
    except (ValueError, RecursionError):
        return False


def _escaped(said: str) -> str:
    """A text as it stands between the quotes of TOML."""
    kept = said.replace("\\", "\\\\").replace('"', '\\"')
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in kept)


def shown(value: object, most: int = 60) -> str:
    """A value in a sentence, cut where it is long."""
    said = repr(value)
    return said if len(said) <= most else said[: most - 1] + "…"
