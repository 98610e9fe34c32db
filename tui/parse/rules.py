"""A person's own rules for a site: selectors for what the general reading gets wrong there. TOML, one table per host.

    ["news.example.org"]
    body = "div.story-text"
    remove = ["div.poll", "p.legal"]
    headline = "h1.title"
    related = "ul.more a"

A host's rules hold for its subdomains too; "*.example.org" only for these.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from tui.address import host
from tui.errors import ParseError

_NAMES = ("body", "remove", "headline", "related")


@dataclass(frozen=True, slots=True)
class Rules:
    """CSS selectors for the pages of one host; "" where the general reading applies."""

    host: str
    body: str = ""
    """The elements that hold the story, all that match, in order."""
    remove: str = ""
    """What is taken out of them."""
    headline: str = ""
    related: str = ""
    """The links (or what holds them) to related stories."""


def load(text: str) -> tuple[Rules, ...]:
    """The rules in a TOML text; ParseError says which cannot be followed."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ParseError(f"The rules are not valid TOML: {error}.") from error
    found = []
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise ParseError(f"In the rules, “{name}” must be inside a host's table.")
        if unknown := [key for key in table if key not in _NAMES]:
            raise ParseError(f"In the rules for {name}, “{unknown[0]}” is not one of {', '.join(_NAMES)}.")
        found.append(Rules(name.lower(), **{key: _selector(name, key, value) for key, value in table.items()}))
    return tuple(found)


def _selector(name: str, key: str, value: object) -> str:
    parts = value if isinstance(value, list) else [value]
    texts = [part for part in parts if isinstance(part, str) and part.strip()]
    if len(texts) != len(parts) or not texts:
        raise ParseError(f"In the rules for {name}, “{key}” must be a selector or a list of selectors.")
    selector = ", ".join(texts)
    try:
        LexborHTMLParser("").css(selector)
    except SelectolaxError:
        raise ParseError(f"In the rules for {name}, “{key}” is not a valid selector: {selector}") from None
    return selector


def rules_for(url: str, rules: Iterable[Rules]) -> Rules | None:
    """The rules for an address: those of the longest host that matches; of equals, the later."""
    name = host(url).partition(":")[0]
    best: Rules | None = None
    for each in rules:
        bare = each.host.removeprefix("*.")
        fits = name.endswith("." + bare) or (name in (bare, "www." + bare) and not each.host.startswith("*."))
        if fits and (best is None or len(each.host) >= len(best.host)):
            best = each
    return best
