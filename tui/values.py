"""What the values of the house are made of: classes of annotated fields, frozen, that cost next to nothing to declare.

To whoever uses them, and to mypy, they are frozen dataclasses. `dataclasses` itself imports `inspect` and compiles
half a dozen functions for each class: with fifty classes that is 24 ms, more than a verb of the command line may
take in all.
"""

from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """A value: built by place or by name, equal to what has the same type and fields, hashable where its fields are.

    `vars(value)` are its fields, in their order.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _required: ClassVar[frozenset[str]] = frozenset()
    _least: ClassVar[int] = 0
    """Values that must be given by place where none is by name."""
    _blank: ClassVar[dict[str, Any]] = {}
    """Every field, with its default where it has one."""

    def __init_subclass__(cls) -> None:
        fields = tuple(cls.__annotations__)
        cls.__match_args__ = fields  # type: ignore[misc]  # mypy has made its own, of the same names
        cls._required = frozenset(name for name in fields if name not in vars(cls))
        cls._least = max((place for place, name in enumerate(fields, 1) if name in cls._required), default=0)
        cls._blank = {name: vars(cls).get(name) for name in fields}

    def __init__(self, *given: Any, **named: Any) -> None:
        fields, values = self.__match_args__, self.__dict__
        if len(given) == len(fields) and not named:
            values.update(zip(fields, given))  # noqa: B905 - saying strict=False costs a quarter of it all
            return
        values.update(self._blank)
        values.update(zip(fields, given))  # noqa: B905 - likewise
        if not named:
            wrong = not self._least <= len(given) <= len(fields)
        else:
            values.update(named)
            wrong = (
                len(given) > len(fields)
                or len(values) > len(fields)
                or not named.keys().isdisjoint(fields[: len(given)])
                or (len(given) < len(self._required) and bool(self._required.difference(fields[: len(given)], named)))
            )
        if wrong:
            raise TypeError(f"the fields of {type(self).__name__} are {fields}: not {len(given)} and {tuple(named)}")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: its {name} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: its {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"


V = TypeVar("V", bound=Value)


def filled(value: Value) -> dict[str, Any]:
    """The fields that have no default or are not at it."""
    return {name: said for name, said in vars(value).items() if name in value._required or said != value._blank[name]}


def replace(value: V, **changes: Any) -> V:
    """The value with some fields changed."""
    return type(value)(**{**vars(value), **changes})
