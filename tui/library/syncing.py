"""A sync: an account on a server of feeds and the library told of each other, through the fetching process.

All sets of ids are asked for before anything is marked, since a server's pages shift under marks (Miniflux). A change
is checked before it is believed: an id may have come to name another story. OK proves nothing: what was sent stays
waiting until the server's own sets agree. What was done is on the disk at every step, so that a sync that ends in the
middle goes on from there the next time."""

import random
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from tui import address, credentials, log
from tui.config import Config
from tui.errors import FetchError, NewsError
from tui.jobs import Failure
from tui.library import logins
from tui.library.lanes import Lanes
from tui.model import FOLDERS, Offer, SiteOffer, Update
from tui.remote import LABEL, READ, READING_LIST, STARRED, Account, Login, RemoteFeed, RemoteTags, Served, ServerJob
from tui.storage import accounts, remote_feeds, remote_items, sections
from tui.storage.remote_feeds import FeedChange
from tui.storage.remote_items import ToMark
from tui.storage.sql import seconds_of
from tui.values import replace

Serve = Callable[[ServerJob], Awaitable[Served]]
"""What asks a server: the fetching process."""

MINUTES = 10.0
"""Between two syncs of an account: a person goes from one machine to another, and six requests cost a server little."""
AT_ONCE = 500
"""Items that are taken in at once: enough for the index, and a list that fills while it is looked at."""
NEWEST = 1_000
"""Ids that are asked for to see what came read: what a person read elsewhere is among the newest."""
WORTH_MARKING_ALL = 100
"""Items of a feed from which on it is marked read as a whole: FreshRSS takes 84 s for 3,000 marks, and 0.2 s so."""
LEASE_SECONDS = 3600.0
UNFILED = frozenset({"Uncategorized", "All"})
"""What FreshRSS and Miniflux call the folder of feeds that were given none."""


def pattern(url: str, user: str) -> str:
    """The name under which an account's password is kept: not a pattern of addresses, so that no page is ever sent
    it."""
    return f"{credentials.ACCOUNTS}{user} {url}"


def login_of(account: Account, file: Path) -> Login:
    """Who asks an account's server, by a file of credentials. FetchError where it has no password for that."""
    wanted = pattern(account.url, account.user)
    for kept in credentials.load(file):
        if kept.pattern == wanted:
            return Login(account.url, account.user, kept.password, kept.command)
    raise FetchError(
        f"no password is kept for {account.name}: `broadsheet sync add {account.url} --user {account.user}`", status=401
    )


class Sync:
    """One sync of an account, over the lanes of an open library. Raises NewsError for what ends it."""

    def __init__(self, lanes: Lanes, serve: Serve, settings: Config, account: Account) -> None:
        self._lanes = lanes
        self._serve = serve
        self._account = account
        self._login = login_of(account, logins.file_of(lanes.path))
        self._settings = settings
        self._options = settings.rules(account.url).options
        self.new = 0
        self.whole = False
        """All that the server has is here."""
        self._restored = False
        self.said: list[str] = []
        """What there is to say of it."""

    async def run(self) -> AsyncGenerator[tuple[int, int]]:
        """Sync; (how many stories were taken in, of how many) as it goes on."""
        tags = await self._subscriptions()
        began = seconds_of(self._lanes.clock())
        unread, starred = await self._marked()
        # Of a label that it does not have FreshRSS gives every item: it is not asked for.
        listed = {*tags.labels, *tags.folders}
        labels = await self._labels(tags)
        labelled = {label: await self._ids(LABEL + label) if label in listed else () for label in labels}
        # What is on top of the list, and what a person has chosen to keep, before the rest.
        first = list(dict.fromkeys((*unread[:AT_ONCE], *starred, *unread)))
        async for progress in self._take(first):
            yield progress
        relabelled = {
            label: await self._lanes.do(remote_items.label_changes, self._account.id, label, ids)
            for label, ids in labelled.items()
        }
        restored = await self._take_over(unread, starred, lost=any(lost for _, lost in relabelled.values()))
        await self._take_labels(relabelled, restored)
        if await self._send(unread):
            unread, starred = await self._marked()
            await self._lanes.do(remote_items.changes, self._account.id, unread, starred)
        await self._send_labels()
        await self._lanes.do(remote_items.settled, self._account.id, began)
        async for progress in self._rest():
            yield progress

    async def _call(self, call: Any, **given: Any) -> Served:
        """The server's answer; FetchError where there is none."""
        served = await self._serve(ServerJob(self._login, call, options=self._options, **given))
        if served.failure is not None:
            failure = served.failure
            raise _RefusedError(failure) if served.refused else _ServerError(failure)
        return served

    async def _ids(self, stream: str, without: str = "") -> tuple[int, ...]:
        return (await self._call("ids", stream=stream, without=without)).ids

    async def _marked(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The ids of what is unread and of what is starred."""
        return await self._ids(READING_LIST, READ), await self._ids(STARRED)

    # Subscriptions

    async def _subscriptions(self) -> RemoteTags:
        """What is followed on both sides, under the same names and in the same folders."""
        feeds = (await self._call("feeds")).feeds
        tags = (await self._call("tags")).tags
        account = self._account
        unfiled = account.unfiled or next((name for name in tags.folders if name in UNFILED), "")
        changes = await self._settle(feeds, unfiled)
        if changes:
            for change in changes:
                await self._tell(change, unfiled)
            feeds = (await self._call("feeds")).feeds
            if not unfiled:
                plain = {change.url for change in changes if not change.feed_id and not change.folder}
                unfiled = next((feed.folder for feed in feeds if feed.url in plain), unfiled)
                await self._lanes.do(accounts.learn, account.id, unfiled=unfiled)
            await self._settle(feeds, unfiled)
        return tags

    async def _settle(self, feeds: Sequence[RemoteFeed], unfiled: str) -> tuple[FeedChange, ...]:
        account_id = self._account.id
        for feed in await self._lanes.ask(remote_feeds.strangers, account_id, feeds):
            name = feed.title or address.host(feed.url)
            offer = SiteOffer(name, feed.page or feed.url, (Offer(name, feed.url, page=feed.page),))
            folder = () if feed.folder == unfiled else tuple(filter(None, feed.folder.split(FOLDERS)))
            await self._lanes.do(sections.follow, offer, folder=folder)
        settled = await self._lanes.do(remote_feeds.settle, account_id, feeds, unfiled)
        self._restored = self._restored or settled.restored
        if gone := settled.archived:
            shown = ", ".join(gone[:3]) + (f" and {len(gone) - 3} more" if len(gone) > 3 else "")
            self.said.append(f"taken away there, archived here (`broadsheet undo` takes it back): {shown}")
        return settled.changes

    async def _tell(self, change: FeedChange, unfiled: str) -> None:
        """Tell the server what was changed here. What it refuses is said, and stays as it is here."""
        try:
            if change.gone:
                await self._call("unfollow", feed_id=change.feed_id)
            elif not change.feed_id:
                if self._settings.rules(change.url).options.auth:
                    # Its name and password were given to this machine, and are for nobody else.
                    await self._lanes.do(remote_feeds.refused, self._account.id, change.section_id)
                    return
                folder = change.folder or unfiled  # Miniflux puts a feed without a folder into the first by name
                await self._call("follow", url=change.url, title=change.title, folder=folder)
            else:
                moved = change.folder is not None
                folder = change.folder or unfiled if moved else ""
                await self._call(
                    "edit",
                    feed_id=change.feed_id,
                    title=change.title,
                    folder=folder,
                    old_folder=change.old_folder if moved else "",
                )
        except _RefusedError as error:
            log.problem("%s: %s", self._account.name, error)
            self.said.append(f"{address.public(change.url)} stays as it is here: {error}")
            if not change.feed_id:
                await self._lanes.do(remote_feeds.refused, self._account.id, change.section_id)

    # Stories

    async def _take(self, ids: Sequence[int]) -> AsyncGenerator[tuple[int, int]]:
        """Take in what is not here yet."""
        account_id = self._account.id
        fresh = await self._lanes.ask(remote_items.unknown, account_id, ids)
        for start in range(0, len(fresh), AT_ONCE):
            items = (await self._call("items", ids=tuple(fresh[start : start + AT_ONCE]))).items
            self.new += await self._lanes.do(remote_items.take, account_id, items)
            yield min(start + AT_ONCE, len(fresh)), len(fresh)

    async def _rest(self) -> AsyncGenerator[tuple[int, int]]:
        """Take in what was read before it came here."""
        answer = await self._call("ids", stream=READING_LIST, most=NEWEST)
        ids = answer.ids
        if not answer.whole:
            fresh = await self._lanes.ask(remote_items.unknown, self._account.id, ids[-1:])
            if fresh or not self._account.whole:
                ids = await self._ids(READING_LIST)
        async for progress in self._take(ids):
            yield progress
        self.whole = True

    # Marks

    async def _take_over(self, unread: Iterable[int], starred: Iterable[int], *, lost: bool) -> bool:
        """Take over what was marked elsewhere; whether the server was put back from a backup, which is looked at before
        anything is believed, where a mark or a tag that both sides had is `lost` there."""
        account_id = self._account.id
        changes = await self._lanes.do(remote_items.changes, account_id, unread, starred)
        lost = lost or any(change.takes_back for change in changes)
        restored = lost and await self._was_restored()
        theirs = await self._looked_at([change.id for change in changes])
        changed = await self._lanes.do(remote_items.agree, account_id, theirs, restored=restored)
        if changed:
            log.info("%s: %d stories were marked elsewhere", self._account.name, changed)
        return restored

    async def _looked_at(self, ids: Sequence[int]) -> dict[int, int]:
        """The marks of items as the server has them, of those that still are what they were. One that names another
        story is taken in as that; one that is gone there is forgotten, and its story stays."""
        account_id = self._account.id
        said = await self._lanes.ask(remote_items.known, account_id, ids)
        found: dict[int, int] = {}
        for start in range(0, len(ids), AT_ONCE):
            some = tuple(ids[start : start + AT_ONCE])
            items = (await self._call("items", ids=some)).items
            same = [item for item in items if remote_items.said(item.entry) == said.get(item.id)]
            found |= {item.id: item.read + 2 * item.starred for item in same}
            lost = set(some) - {item.id for item in same}
            if lost:
                await self._lanes.do(remote_items.forget, account_id, lost)
                others = [item for item in items if item.id in lost]
                self.new += await self._lanes.do(remote_items.take, account_id, others)
        return found

    async def _was_restored(self) -> bool:
        """Whether the server was put back from a backup: then the newest that was known is not there any more. What it
        does not know any more is forgotten, down to where all is as it was."""
        restored, below = self._restored, None
        while known := await self._lanes.ask(remote_items.newest, self._account.id, below):
            there = await self._looked_at(list(known))
            if len(there) == len(known):
                break
            restored, below = True, min(known)
        if restored:
            self.said.append("the server was put back from a backup: your marks are sent to it again")
        return restored

    async def _send(self, unread: Sequence[int]) -> bool:
        """Send what was marked here; whether there was anything."""
        account_id = self._account.id
        found = await self._lanes.ask(remote_items.to_mark, account_id)
        for each in found:
            # An id may have come to name another story: then it is not this one that was marked.
            still = await self._looked_at(each.ids)
            ids = [number for number in each.ids if number in still]
            if each.flag == 1 and each.on:
                ids = await self._mark_all(ids, unread)
            await self._mark(each, ids)
        return bool(found)

    async def _mark(self, wanted: ToMark, ids: Sequence[int]) -> None:
        if ids:
            tag = READ if wanted.flag == 1 else STARRED
            await self._call("mark", ids=tuple(ids), tag=tag, on=wanted.on)

    async def _mark_all(self, ids: Sequence[int], unread: Sequence[int]) -> list[int]:
        """Mark feeds read as far as they were seen, where that is most of what is to be marked and the server does such
        a thing; what is left."""
        left = dict.fromkeys(ids)
        if len(left) < WORTH_MARKING_ALL:
            return list(left)
        feeds = await self._lanes.do(remote_items.whole_feeds, self._account.id, left, unread, WORTH_MARKING_ALL)
        for feed_id, (until, read) in feeds.items():
            try:
                await self._call("mark all read", stream=feed_id, until=until)
            except _RefusedError:
                break
            for number in read:
                left.pop(number, None)
        return list(left)

    # Tags

    async def _labels(self, tags: RemoteTags) -> tuple[str, ...]:
        """The labels to ask for: those that the server names, and those that it did when both agreed."""
        if tags.labels and not self._account.labels:
            self._account = replace(self._account, labels=True)
            await self._lanes.do(accounts.learn, self._account.id, labels=True)
        if self._account.labels is False:
            return ()
        return tuple(dict.fromkeys((*tags.labels, *await self._lanes.ask(remote_items.labels, self._account.id))))

    async def _take_labels(
        self, relabelled: dict[str, tuple[tuple[int, ...], tuple[int, ...]]], restored: bool
    ) -> None:
        """Take over the tags that stories got elsewhere, or lost there."""
        for label, (got, lost) in relabelled.items():
            there = set(await self._looked_at(lost))
            lost = tuple(number for number in lost if number in there)
            await self._lanes.do(remote_items.agree_on_label, self._account.id, label, got, lost, restored=restored)

    async def _send_labels(self) -> None:
        """Send the tags that stories got here. A server that has no such thing is not asked again."""
        account_id = self._account.id
        if self._account.labels is False:
            return
        for label, here, ids in await self._lanes.ask(remote_items.to_label, account_id):
            still = await self._looked_at(ids)
            ids = tuple(number for number in ids if number in still)
            there = await self._labelled(ids, label, on=here)
            if there is None:
                await self._lanes.do(accounts.learn, account_id, labels=False)
                self.said.append("the server keeps no tags of stories: yours stay on this machine")
                return
            got = tuple(number for number in ids if here and number in there)
            lost = tuple(number for number in ids if not here and number not in there)
            await self._lanes.do(remote_items.agree_on_label, account_id, label, got, lost)
            await self._lanes.do(accounts.learn, account_id, labels=True)

    async def _labelled(self, ids: tuple[int, ...], label: str, *, on: bool) -> set[int] | None:
        """Give items a label, or take it off; which have it then. None where the server does no such thing: it says so
        twice, for any server has a bad moment, and never did it before."""
        for again in (True, False):
            try:
                await self._call("mark", ids=ids, tag=LABEL + label, on=on)
                return set(await self._ids(LABEL + label))
            except _RefusedError:
                if self._account.labels and not again:
                    raise
        return None


class _ServerError(FetchError):
    """The server did not answer, or not with what it was asked for."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(
            failure.sentence,
            status=failure.status,
            retry_after=failure.retry_after,
            offline=failure.offline,
            unreached=failure.unreached,
        )


class _RefusedError(_ServerError):
    """The server does not do such a thing."""


async def sync(
    lanes: Lanes, serve: Serve, settings: Config, account: Account, holder: str
) -> AsyncGenerator[Update, None]:
    """Sync an account; an Update for each part of its stories, and the last with what went wrong. Nothing where another
    process is at it."""
    if not await lanes.do(accounts.take_lease, account.id, holder, LEASE_SECONDS):
        return
    failure, new, came, said = Failure(""), 0, 0, list[str]()
    try:
        one = Sync(lanes, serve, settings, account)
        said = one.said
        async for done, total in one.run():
            new, came = one.new, one.new - new
            yield Update(done, total, name=account.name, new=came)
        came = one.new - new
        await lanes.do(
            accounts.succeeded,
            account.id,
            interval_minutes=MINUTES,
            notice="; ".join(said),
            whole=one.whole,
        )
    except NewsError as error:
        failure, came = _failure(error, account), 0
        await lanes.do(
            accounts.failed,
            account.id,
            failure,
            interval_minutes=MINUTES,
            jitter=random.random(),  # noqa: S311 - it spreads requests, and hides nothing
            notice="; ".join(said),
        )
    finally:
        await lanes.do(accounts.release_lease, holder, account.id)
    yield Update(1, 1, name=account.name, new=came, error=failure.sentence, offline=failure.offline)


def _failure(error: NewsError, account: Account) -> Failure:
    log.problem("%s: %s", account.name, error)
    if isinstance(error, FetchError):
        return Failure(str(error), error.status, error.retry_after, error.offline, error.unreached)
    return Failure(str(error))
