"""Passwords that stand in addresses: they go to the file of credentials before a library sees the addresses."""

from pathlib import Path

from tui import credentials
from tui.model import Followed, Offer, SiteOffer, Subscription
from tui.storage import sections, settings
from tui.storage.file import File
from tui.values import replace


def file_of(library: Path) -> Path:
    """The file of credentials that belongs to a library: it stands beside it."""
    return library.with_name(credentials.NAME)


def follow(file: File, offer: SiteOffer, chosen: list[int] | None = None) -> Followed:
    """Follow sections of a site, all of them where `chosen` is None."""
    return sections.follow(file, _without_passwords(file, offer), chosen)


def _without_passwords(file: File, offer: SiteOffer) -> SiteOffer:
    return replace(offer, sections=tuple(_without_password(file, part) for part in offer.sections))


def _without_password(file: File, part: Offer) -> Offer:
    return replace(part, url=credentials.keep_apart(file_of(file.path), part.url))


def line(file: File, line: Subscription) -> Subscription:
    """A line of a subscription file, its password kept apart."""
    return replace(line, url=credentials.keep_apart(file_of(file.path), line.url))


def settle(file: File) -> None:
    """The passwords in the addresses of an older library, kept apart: once, at the first opening to write."""
    if settings.setting(file, "logins"):
        return
    sections.readdress(file, lambda url: credentials.keep_apart(file_of(file.path), url))
    settings.keep_setting(file, "logins", "apart")
