"""Values as they travel between processes: plain data that cannot do anything, read strictly by what is expected.

A message is JSON and, behind it, what JSON is slow at: byte strings, `{"b": place}`, and the long texts of values,
`{"t": place}`. A value is a list of its class's name and its fields, a moment is its ISO form. `decode` is told what
kind is expected, by an annotation, and takes nothing else: one end of some lines has read hostile HTML, and pickle
would run what it is told to.
"""

import json
import struct
import types
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, Literal, NoReturn, Union, get_args, get_origin, get_type_hints

from tui.values import Value

_COUNT = struct.Struct("!II")
_SIZE = struct.Struct("!I")
_DEEPEST = 100
"""How deep plain data may be nested."""
_LONG = 120
"""Characters from which on a text travels behind the JSON: escaping is what JSON spends its time on. Tuned on feeds
of 30 stories of 2 KB with `tests.bench.refresh`; from 60 to 300 it makes no difference."""

Convert = Callable[[Any], Any]


class WireError(ValueError):
    """A message that is not what is expected."""


# Out


def encode(value: object) -> bytes:
    """A value as a message. TypeError for what cannot travel."""
    parts: list[bytes] = []

    def apart(given: str) -> dict[str, int]:
        parts.append(given.encode("utf-8", "surrogatepass"))
        return {"t": len(parts) - 1}

    def plain(given: object) -> object:
        if isinstance(given, Value):
            fields = [
                each if type(each) is not str or len(each) < _LONG else apart(each) for each in vars(given).values()
            ]
            return [type(given).__name__, *fields]
        if isinstance(given, datetime):
            return given.isoformat()
        if isinstance(given, bytes):
            parts.append(given)
            return {"b": len(parts) - 1}
        raise TypeError(f"{type(given).__name__} cannot travel between processes")

    writer = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=plain)
    text = writer.encode(value).encode("utf-8", "surrogatepass")
    sizes = b"".join(_SIZE.pack(len(part)) for part in parts)
    return b"".join((_COUNT.pack(len(text), len(parts)), sizes, text, *parts))


# In


def decode(message: bytes, kind: Any) -> Any:
    """The value of a message, which has to be of a kind: an annotation such as `Feed | None` or `tuple[str, ...]`;
    `object` is any plain data without values. Raises WireError."""
    try:
        return _converter(kind)(_parsed(message))
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError, struct.error) as error:
        raise WireError(f"a message that is no {kind}: {type(error).__name__}") from error


def _parsed(message: bytes) -> Any:
    length, count = _COUNT.unpack_from(message)
    if _SIZE.size * count > len(message):
        raise WireError
    at = _COUNT.size + _SIZE.size * count
    text = message[at : at + length].decode("utf-8", "surrogatepass")
    at += length
    parts: list[bytes] = []
    for place in range(count):
        (size,) = _SIZE.unpack_from(message, _COUNT.size + _SIZE.size * place)
        parts.append(message[at : at + size])
        at += size
    if at != len(message):
        raise WireError

    def part(given: dict[str, Any]) -> bytes | str:
        ((sign, place),) = given.items()
        found = parts[int(place)]
        return found if sign == "b" else found.decode("utf-8", "surrogatepass") if sign == "t" else _refuse(given)

    return json.loads(text, object_hook=part, parse_constant=_refuse)


def _refuse(given: object) -> NoReturn:
    raise WireError


class Sealed(Value):
    """A value that is handed on unread: where its kind is expected, `decode` opens it, and takes nothing else for it
    either."""

    message: bytes

    @classmethod
    def of(cls, value: object) -> "Sealed":
        """Seal a value."""
        return cls(encode(value))

    def open(self, kind: Any) -> Any:
        """The value, which has to be of a kind. Raises WireError."""
        return decode(self.message, kind)


@cache
def _converter(kind: Any) -> Convert:
    """What makes a value of a kind from what JSON gives, and raises WireError where it cannot."""
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Literal:
        return lambda given: given if type(given) is str and given in inside else _refuse(given)
    if origin is tuple:
        return _tuple(kind, inside)
    if origin in (Union, types.UnionType):
        return _union(inside)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if isinstance(kind, type) and issubclass(kind, Value):
        return _one_of((kind,))
    raise TypeError(f"{kind} cannot travel between processes")


def _tuple(kind: Any, inside: tuple[Any, ...]) -> Convert:
    if inside[1:] == (...,):
        (plain, convert) = _quick(inside[0])

        def several(given: Any) -> tuple[Any, ...]:
            if type(given) is not list:
                _refuse(given)
            if given[:1] == ["Sealed"] and len(given) == 2 and type(given[1]) is bytes:
                opened: tuple[Any, ...] = decode(given[1], kind)
                return opened
            return tuple([each if type(each) is plain else convert(each) for each in given])

        return several
    each_convert = [_converter(each) for each in inside]

    def exactly(given: Any) -> tuple[Any, ...]:
        if type(given) is not list:
            _refuse(given)
        return tuple(convert(each) for convert, each in zip(each_convert, given, strict=True))

    return exactly


def _union(inside: tuple[Any, ...]) -> Convert:
    """One of several values, or None, or one other kind."""
    values = tuple(each for each in inside if isinstance(each, type) and issubclass(each, Value))
    others = [_converter(each) for each in inside if each not in values and each is not types.NoneType]
    optional = types.NoneType in inside
    if bool(values) + len(others) > 1:
        raise TypeError(f"{inside} cannot be told apart")
    convert = _one_of(values) if values else others[0]
    return lambda given: None if given is None and optional else convert(given)


def _quick(kind: Any) -> tuple[Any, Convert]:
    """The type of which a value needs no converting, beside the converter for all others: most fields are texts or
    nothing."""
    if kind in (str, int, bool, bytes, float):
        return kind, _converter(kind)
    if types.NoneType in get_args(kind):
        return types.NoneType, _converter(kind)
    return WireError, _converter(kind)  # of which nothing is


Fields = tuple[tuple[str, Any, Convert], ...]


@cache
def _fields(kind: type[Value]) -> Fields:
    hints = get_type_hints(kind)
    return tuple((name, *_quick(hints[name])) for name in kind.__match_args__)


def _one_of(kinds: tuple[type[Value], ...]) -> Convert:
    """A value of one of some classes. Their fields are looked at when one first comes: classes may hold themselves."""
    named = {kind.__name__: kind for kind in kinds}

    def convert(given: Any) -> Value:
        kind = named[given[0]] if type(given) is list else _refuse(given)
        fields = _fields(kind)  # type: ignore[arg-type]  # mypy asks a value for its hash, not its class
        made = kind.__new__(kind)
        put = made.__dict__
        for (name, plain, other), item in zip(fields, given[1:], strict=True):
            put[name] = item if type(item) is plain else other(item)
        return made

    return convert


def _moment(given: Any) -> datetime:
    moment = datetime.fromisoformat(given)
    return moment if moment.tzinfo else _refuse(given)


def _plain(given: Any, depth: int = 0) -> Any:
    if isinstance(given, list):
        if depth > _DEEPEST:
            _refuse(given)
        return tuple(_plain(each, depth + 1) for each in given)
    return given


def _number(given: Any) -> float:
    return float(given) if type(given) in (int, float) else _refuse(given)


def _just(kind: type) -> Convert:
    return lambda given: given if type(given) is kind else _refuse(given)


_SIMPLE: dict[Any, Convert] = {
    object: _plain,
    datetime: _moment,
    float: _number,
    **{kind: _just(kind) for kind in (str, int, bool, bytes, types.NoneType)},
}
