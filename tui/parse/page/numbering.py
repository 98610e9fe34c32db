"""The numbers before the items of a list, as its page counts them: onwards from a number, backwards, in letters."""

import re

from tui.blocks import Item, Listing
from tui.values import replace

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _mark(number: int, kind: str) -> str:
    """The mark before an item, by the type of its list: "7.", "g.", "vii."."""
    if kind in ("a", "A") and 0 < number <= 26:
        return f"{chr(ord(kind) + number - 1)}."
    if kind in ("i", "I") and 0 < number < 400:
        said = ""
        for value, sign in _ROMAN:
            said += sign * (number // value)
            number %= value
        return f"{said if kind == 'i' else said.upper()}."
    return f"{number}."


_STYLED = re.compile(r"list-style(?:-type)?\s*:[^;]{0,40}?\b(lower|upper)-(roman|alpha|latin)")


def _styled(style: str) -> str:
    """The type that a list's style gives it."""
    found = _STYLED.search(style)
    kind = "1" if found is None else "i" if found[2] == "roman" else "a"
    return kind.upper() if found is not None and found[1] == "upper" else kind


def _number(given: str | None) -> int | None:
    given = (given or "").strip()
    return int(given) if re.fullmatch(r"-?\d{1,6}", given, re.ASCII) else None


def counted(items: list[Item], tag: str, attributes: dict[str, str | None]) -> Listing:
    """A list with the numbers that its page shows: from `start`, backwards, or as single items say."""
    if tag != "ol":
        return Listing(tuple(replace(item, mark="") for item in items))
    step = -1 if "reversed" in attributes else 1
    start = _number(attributes.get("start"))
    number = start if start is not None else len(items) if step < 0 else 1
    kind = attributes.get("type") or _styled(attributes.get("style") or "")
    first = number if step > 0 else 1
    numbered = []
    for place, item in enumerate(items):
        own = _number(item.mark)
        number = number if own is None else own
        plain = number == first + place and kind not in "aAiI"
        numbered.append(replace(item, mark="" if plain else _mark(number, kind)))
        number += step
    return Listing(tuple(numbered), True, first if first >= 0 else 1)
