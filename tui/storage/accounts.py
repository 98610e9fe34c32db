"""Accounts on servers of feeds: adding and removing them, whose turn it is to ask them, and how they are doing.

Which part of the library is on a server, `remote_feeds` and `remote_items` keep. Nothing of a person's goes when an
account does: its sections are the library's own, and are asked like all others again."""

# ruff: noqa: S608 - SQL is put together here from this file's own words; values are always bound

import sqlite3
from collections.abc import Sequence
from typing import Any

from tui import address, text
from tui.errors import AskError
from tui.jobs import Failure
from tui.remote import Account
from tui.storage import refreshes, schedule
from tui.storage.bounds import NAME
from tui.storage.file import File
from tui.storage.sql import insert, moment_of, one, seconds_of, update

WAITS = 60
"""Seconds for which a mark waits for others before a sync is made."""
DIFFERENT = "remote_items.flags <> stories.read + 2 * stories.starred"
"""An item whose marks are others here than the server has them, in SQL."""


def add(file: File, name: str, url: str, user: str, *, everything: bool = False) -> Account:
    """A new account. What is followed from now on is followed there too, where it is the first one; with `everything`
    also what is followed already. AskError where there is one of that name, or of that user there."""
    name = text.line(name)[:NAME]
    if not name:
        raise AskError("an account needs a name")
    with file.writing(durable=True) as db:
        if one(db, "SELECT 1 FROM accounts WHERE url = ? AND user = ?", url, user):
            raise AskError(f"the account of {user} at {url} is there already")
        if one(db, "SELECT 1 FROM accounts WHERE key = ?", name.casefold()):
            raise AskError(f"there is already an account called {name}: --name gives this one another")
        last = one(db, "SELECT coalesce(max(id), 0) FROM sections")
        first = not one(db, "SELECT 1 FROM accounts")
        since = 0 if everything else last if first else -1
        account_id = insert(db, "accounts", key=name.casefold(), name=name, url=url, user=user, since=since)
        return _accounts(db, "id = ?", account_id)[0]


def remove(file: File, account_id: int) -> int:
    """Removes an account; the number of sections that are only here now. Sections, stories and marks stay."""
    with file.writing(durable=True) as db:
        sections = one(db, "SELECT count(*) FROM remote_feeds WHERE account_id = ? AND remote_id <> ''", account_id)
        db.execute("DELETE FROM accounts WHERE id = ?", (account_id,))
        return int(sections)


def every(file: File) -> tuple[Account, ...]:
    """The accounts, in the order they were added."""
    with file.reading() as db:
        return _accounts(db, "1")


def find(file: File, name: str) -> Account:
    """The account of a name, of an address or of a user; AskError where there is none, or several."""
    name = text.line(name)
    wanted = name.casefold().rstrip("/")
    known = every(file)
    hits = [each for each in known if each.name.casefold() == name[:NAME].casefold()] or [
        each for each in known if wanted in (each.url.casefold(), each.user.casefold())
    ]
    if len(hits) != 1:
        names = ", ".join(each.name for each in known) or "none"
        raise AskError(f"{'several accounts are' if hits else 'there is no account'} called {name} (accounts: {names})")
    return hits[0]


def of_sections(file: File, section_ids: Sequence[int]) -> dict[int, int]:
    """Which account sections are of, by their ids; without those that are only here."""
    wanted = set(section_ids)
    with file.reading() as db:
        rows = db.execute("SELECT section_id, account_id FROM remote_feeds WHERE remote_id <> ''").fetchall()
    return {section_id: account_id for section_id, account_id in rows if section_id in wanted}


def asked_next(file: File) -> tuple[Account, ...]:
    """The accounts whose next sync is due, by the clock or because a mark waits to be sent. A next sync that was set by
    a clock that ran ahead is not waited for."""
    moment = seconds_of(file.clock())
    waits = (
        "failures = 0 AND EXISTS (SELECT 1 FROM unsent JOIN marks ON marks.id = mark_id JOIN stories USING (identity)"
        " JOIN remote_items ON story_id = stories.id AND remote_items.account_id = accounts.id"
        f" WHERE unsent.account_id = accounts.id AND unsent.at <= ?1 - {WAITS} AND {DIFFERENT})"
    )
    with file.reading() as db:
        return _accounts(db, f"next_check <= ?1 OR checked > ?1 + 3600 OR {waits}", moment)


def concerned(file: File, section_ids: Sequence[int] | None, *, due: bool) -> tuple[Account, ...]:
    """The accounts that sections (all where None) are of; with `due` those whose next sync is."""
    known = asked_next(file) if due else every(file)
    if section_ids is None:
        return known
    wanted = set(of_sections(file, section_ids).values())
    return tuple(account for account in known if account.id in wanted)


def take_lease(file: File, account_id: int, holder: str, seconds: float) -> bool:
    """Whether this holder may now sync an account: until kept, released, or time is up."""
    moment = seconds_of(file.clock())
    with file.writing() as db:
        changed = db.execute(
            "UPDATE accounts SET lease_holder = ?1, lease_until = ?2"
            " WHERE id = ?3 AND (lease_until <= ?4 OR lease_holder = ?1)",
            (holder, moment + round(seconds), account_id, moment),
        ).rowcount
        return bool(changed)


def lease_holders(file: File) -> tuple[str, ...]:
    """Those who sync an account, or did and were ended over it."""
    with file.reading() as db:
        return tuple(holder for (holder,) in db.execute("SELECT lease_holder FROM accounts WHERE lease_holder <> ''"))


def release_lease(file: File, holder: str, account_id: int = 0) -> None:
    """Gives back what a holder still holds: one account, or all of them."""
    with file.writing() as db:
        db.execute(
            "UPDATE accounts SET lease_holder = '', lease_until = 0 WHERE lease_holder = ?1 AND ?2 IN (id, 0)",
            (holder, account_id),
        )


def succeeded(file: File, account_id: int, *, interval_minutes: float, notice: str = "", whole: bool = False) -> None:
    """Records that a sync was made: when the next one is due, and what there is to say."""
    moment = seconds_of(file.clock())
    given = {"succeeded": moment, "error": "", "failures": 0}
    wait = round(schedule.after_success(interval_minutes * 60.0))
    given |= {"checked": moment, "next_check": moment + wait}
    with file.writing() as db:
        update(db, "accounts", account_id, notice=notice, **given)
        if whole:
            update(db, "accounts", account_id, whole=1)
        _fares(db, account_id, given)


def failed(
    file: File, account_id: int, failure: Failure, *, interval_minutes: float, jitter: float = 0.0, notice: str = ""
) -> None:
    """Records that a sync failed, and when it is tried again; a host that asks for it is left alone. Without a network
    nothing changes."""
    if failure.offline:
        return
    moment = seconds_of(file.clock())
    with file.writing() as db:
        row = db.execute("SELECT failures, url FROM accounts WHERE id = ?", (account_id,)).fetchone()
        if row is None:
            return  # removed meanwhile
        failures, url = row
        wait = schedule.after_failure(interval_minutes * 60.0, failures, jitter, failure.retry_after, failure.unreached)
        if failure.retry_after is not None or failure.status in schedule.BUSY:
            wait = max(wait, refreshes.leave_alone(db, address.host(url), moment, failure.retry_after))
        given = {"error": failure.sentence, "failures": failures + 1}
        given |= {"checked": moment, "next_check": moment + round(wait)}
        update(db, "accounts", account_id, **given, **({"notice": notice} if notice else {}))
        _fares(db, account_id, given)


def _fares(db: sqlite3.Connection, account_id: int, given: dict[str, Any]) -> None:
    """The sections of an account fare as it does."""
    told = {name: given[name] for name in ("checked", "succeeded", "error", "failures", "next_check") if name in given}
    changes = ", ".join(f"{name} = ?" for name in told)
    db.execute(
        f"UPDATE sections SET {changes} WHERE id IN"
        " (SELECT section_id FROM remote_feeds WHERE account_id = ? AND remote_id <> '')",
        (*told.values(), account_id),
    )


def learn(file: File, account_id: int, *, labels: bool | None = None, unfiled: str | None = None) -> None:
    """Keeps what was found out about a server: whether it has labels, where it puts feeds without a folder."""
    given = {} if labels is None else {"labels": int(labels)}
    with file.writing() as db:
        update(db, "accounts", account_id, **given, **({} if unfiled is None else {"unfiled": unfiled}))


def _accounts(db: sqlite3.Connection, where: str, *given: Any) -> tuple[Account, ...]:
    rows = db.execute(
        "SELECT id, name, url, user, labels, unfiled, whole, notice, error, checked, succeeded, next_check,"
        " (SELECT count(*) FROM remote_feeds WHERE account_id = accounts.id AND remote_id <> '')"
        f" FROM accounts WHERE {where} ORDER BY id",
        given,
    ).fetchall()
    return tuple(
        Account(
            *(account_id, name, url, user),
            labels=None if labels is None else bool(labels),
            unfiled=unfiled,
            whole=bool(whole),
            notice=notice,
            error=error,
            checked=moment_of(checked),
            succeeded=moment_of(succeeded),
            next_check=moment_of(next_check) if checked else None,
            sections=sections,
        )
        for account_id, name, url, user, labels, unfiled, whole, notice, error, checked, succeeded, next_check, sections
        in rows
    )  # fmt: skip


def counted(file: File) -> tuple[Account, ...]:
    """The accounts with their stories, and the marks that a server does not have yet: it looks at each of them."""
    from tui.values import replace

    with file.reading() as db:
        found = []
        for account in _accounts(db, "1"):
            stories = one(db, "SELECT count(*) FROM remote_items WHERE account_id = ? AND story_id > 0", account.id)
            unsent = one(
                db,
                "SELECT count(*) FROM remote_items JOIN stories ON stories.id = story_id"
                f" WHERE account_id = ? AND {DIFFERENT}",
                account.id,
            )
            found.append(replace(account, stories=stories, unsent=unsent))
        return tuple(found)
