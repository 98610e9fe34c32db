"""Moving in from newsboat: its urls, its cache and its configuration, as far as they can be told here. What it brings
into the library is one act, that can be taken back."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui import address, config, settings, text
from tui.errors import AskError, ConfigError, StoreError
from tui.library.imports import body_of
from tui.library.subscriptions import take_subscriptions
from tui.model import Imported, Section, Subscription, Subscriptions
from tui.saved import Kind
from tui.storage import actions, imports, newsboat, searches, sections
from tui.storage.file import File
from tui.values import Value, replace

if TYPE_CHECKING:
    from tui.parse.feeds.newsboat_config import Equal, Filter

MOST_BYTES = 5_000_000
"""Of the file of addresses and of the configuration."""


class Files(Value):
    """Where newsboat keeps things: the addresses, and the others where they are there."""

    urls: Path
    config: Path | None = None
    cache: Path | None = None


def files(folder: Path | None, home: Path) -> Files:
    """newsboat's files in a folder, or where newsboat has them in a home. AskError where there are none."""
    config, data, dotted = home / ".config" / "newsboat", home / ".local" / "share" / "newsboat", home / ".newsboat"
    folders = [config, dotted] if folder is None else [folder]
    for place in folders:
        if _is_file(place / "urls"):
            caches = [place, data] if place == config else [place]
            settings = place / "config"
            cache = next((each / "cache.db" for each in caches if _is_file(each / "cache.db")), None)
            return Files(place / "urls", settings if _is_file(settings) else None, cache)
    raise AskError(f"there is no newsboat in {' or '.join(map(str, folders))}: a file called urls is looked for")


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - Path's raises for a name that is too long


def import_newsboat(file: File, found: Files) -> Imported:
    """Takes over all that newsboat's files say: what is followed, with all tags and titles; query feeds as searches;
    what was read or flagged; the kill file as mutes. Then what its configuration has an equal of here is written into
    this one, where nothing else was chosen yet."""
    from tui.parse.feeds import newsboat_config
    from tui.parse.feeds.opml import subscriptions

    read = subscriptions(body_of(found.urls, MOST_BYTES), found.urls.name)
    chosen = newsboat_config.read(body_of(found.config, MOST_BYTES).decode("utf-8", "replace") if found.config else "")
    refused = [*read.refused]
    before, known = _searches(file), {section.id for section in sections.sections(file)}
    with actions.as_one(file, "import", "newsboat"):
        taken = take_subscriptions(file, _titled(read, found.cache))
        brought = Imported()
        if found.cache is not None:
            try:
                cached = newsboat.feeds(found.cache, [line.url for line in read.lines])
                brought = imports.take_feeds(file, cached, "newsboat")
            except StoreError as error:
                refused.append(str(error))
        refused += [why for each in chosen.filters if (why := _filter(file, each, taken))]
    added = [kind for search_id, kind in _searches(file).items() if search_id not in before]
    return replace(
        brought,
        sections=taken,
        followed=sum(section.id not in known for section in taken),
        searches=added.count("view"),
        mutes=added.count("mute"),
        highlights=added.count("highlight"),
        refused=tuple(refused),
        told=(*_configured(chosen.equals), *chosen.unlike, *_keys_offered()),
    )


def _searches(file: File) -> dict[int, str]:
    kinds: tuple[Kind, ...] = ("view", "mute", "highlight")
    return {search.id: kind for kind in kinds for search in searches.saved(file, kind)}


def _titled(read: Subscriptions, cache: Path | None) -> Subscriptions:
    """The feeds under their names: those that a person gave, else their own, as the cache has them."""
    try:
        own = newsboat.titles(cache, [line.url for line in read.lines]) if cache else {}
    except StoreError:
        return read  # which is said where the cache is read
    lines: Iterable[Subscription] = (replace(line, title=line.title or own.get(line.url, "")) for line in read.lines)
    return replace(read, lines=tuple(lines))


def _filter(file: File, given: "Filter", taken: Iterable[Section]) -> str:
    """Keeps a line of the kill file as a mute, or what was highlighted as a highlight; why it cannot be, or ""."""
    from tui.parse.feeds import newsboat as language

    within: list[str] = []
    if given.feed:
        key = address.section_key(given.feed)
        section = next((each for each in taken if address.section_key(each.url) == key), None)
        if section is None:
            return f"{given.line}: its feed is not followed"
        within = [language.named("site", address.host(section.url)), language.named("section", section.name)]
    words = language.words(given.expression, list(filter(None, within)))
    kind: Kind = "highlight" if given.highlight else "mute"
    name = text.shorten(words, 80)
    if any(search.words == words for search in searches.saved(file, kind)):
        return ""
    try:
        searches.save(file, name, words, kind)
    except AskError as error:
        return f"{given.line}: {error}"
    return ""


def _configured(equals: Iterable["Equal"]) -> Iterator[str]:
    """Writes settings, but those that a person chose here already; a sentence for each."""
    for equal in equals:
        name, wanted = settings.dotted(equal.path), settings.toml(equal.value)
        try:
            own = config.written(equal.path)
            if own is not None and own != equal.value:
                yield f"{equal.line}: {name} stays {settings.toml(own)}, as you chose it here"
                continue
            if own is None:
                config.change(equal.path, equal.value)
            yield f"{equal.line}: {name} = {wanted}"
        except ConfigError as error:
            yield f"{equal.line}: {error}"


def _keys_offered() -> Iterator[str]:
    """How to have newsboat's own keys, where no others were chosen: only those that its user changed came along."""
    with suppress(ConfigError):  # said above, where there was anything to write
        if config.written(("keys", "preset")) is None:
            yield "newsboat's own keys: `broadsheet config set keys.preset newsboat`"
