"""Two machines of a person and a server, in any order of what can happen: marks, syncs, faults, new stories, feeds taken up and
let go. In the end both and the server agree, every mark is what the person made it last, and no story is here twice.

What the API cannot tell is left out: which of two machines was first, where both changed the same mark between two syncs. Then
either may stand, but the same everywhere."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

import httpx
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.feed_server import BASE, LOGIN, FeedServer, Printed
from tests.web import NOON, Clock
from tui import credentials
from tui.config import Config
from tui.credentials import Credential
from tui.library import syncing
from tui.library.library import Library
from tui.model import Offer, SiteOffer, StoryFilter
from tui.remote import LABEL, READ, STARRED
from tui.storage import accounts, actions, marks, sections, stories, tags

FEEDS = ("sea", "hills", "town")
MACHINES = st.integers(0, 1)
FAULTS = st.sampled_from(("429", "500", "cut", "half", "junk", "list"))
FLAGS = st.sampled_from(("read", "starred"))


def address(name: str) -> str:
    return f"https://{name}.example/feed"


class TwoMachines(RuleBasedStateMachine):
    """What a person and a server do."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.clocks = [Clock(), Clock()]
        self.libraries: list[Library] = []
        self.marked: dict[tuple[str, str], bool] = {}
        """What the person made of a mark last, by address and flag."""
        self.since: dict[tuple[str, str], set[int]] = {}
        """The machines on which it was changed since they last synced."""
        self.unsure: set[tuple[str, str]] = set()
        """Marks that were changed on both between two syncs, or whose feed was let go and taken up: either may stand."""
        self.printed = 0

    def do(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    @initialize(strict=st.booleans())
    def begin(self, strict: bool) -> None:
        self.server = FeedServer(strict=strict)
        for name in FEEDS:
            self.server.web[address(name)] = []
            self.print_stories(name, 3)
        self.server.follow(address("sea"), "sea")
        self.server.follow(address("hills"), "hills")
        path = Path(self.folder.name)
        credentials.save(
            path / credentials.NAME, (Credential(syncing.pattern(BASE, "reader"), "reader", LOGIN.password),)
        )
        for number, clock in enumerate(self.clocks):
            clock.move(days=-2 * number)  # one of them is wrong
            library = self.do(
                Library.open(path / f"{number}.db", Config(), fetch=self.server.gatherer(clock).go, clock=clock)
            )
            self.do(library.do(accounts.add, "Home", BASE, "reader"))
            self.libraries.append(library)
            self.sync(number)

    def print_stories(self, name: str, count: int) -> None:
        for _ in range(count):
            self.printed += 1
            made = Printed(
                f"Story {self.printed}", f"https://{name}.example/{self.printed}", int(NOON.timestamp()) - 60
            )
            self.server.web[address(name)].insert(0, made)

    def rows(self, machine: int) -> dict[str, Any]:
        rows = self.do(self.libraries[machine].ask(stories.window, StoryFilter(news=True), 10_000))
        assert len({row.url for row in rows}) == len(rows)
        return {row.url: row for row in rows}

    def sync(self, machine: int) -> str:
        """A sync, seconds after what was done before."""
        library = self.libraries[machine]
        self.clocks[machine].move(seconds=5)

        async def run() -> str:
            last = ""
            for account in await library.ask(accounts.every):
                async for update in library.sync(account):
                    last = update.error
            return last

        error = str(self.do(run()))
        self.clocks[machine].move(seconds=5)
        if error:
            self.clocks[machine].move(days=2)
        else:
            for each in self.since.values():
                each.discard(machine)
        return error

    @rule(name=st.sampled_from(FEEDS), count=st.integers(1, 3))
    def news(self, name: str, count: int) -> None:
        self.print_stories(name, count)
        self.server.fetch()

    @rule(machine=MACHINES, place=st.integers(0, 20), flag=FLAGS, on=st.booleans())
    def mark(self, machine: int, place: int, flag: str, on: bool) -> None:
        rows = self.rows(machine)
        if rows:
            url = sorted(rows)[place % len(rows)]
            self.do(self.libraries[machine].do(marks.mark, [rows[url].id], **{flag: on}))
            if getattr(rows[url], flag) != on:
                self.changed(machine, url, flag, on)

    def changed(self, machine: int, url: str, flag: str, on: bool) -> None:
        self.marked[url, flag] = on
        since = self.since.setdefault((url, flag), set())
        since.add(machine)
        if len(since) > 1:
            self.unsure.add((url, flag))

    @rule(machine=MACHINES)
    def mark_all(self, machine: int) -> None:
        for url, row in self.rows(machine).items():
            if not row.read:
                self.changed(machine, url, "read", True)
        self.do(self.libraries[machine].do(marks.mark_all_read, StoryFilter(news=True)))

    @rule(machine=MACHINES)
    def undo(self, machine: int) -> None:
        """What is taken back is a mark, or what was followed or archived."""
        before = self.rows(machine)
        undone = self.do(self.libraries[machine].do(actions.undo))
        if undone and undone.verb == "unfollow":
            for name in FEEDS:
                self.doubt(name)
        for url, row in self.rows(machine).items():
            for flag in ("read", "starred"):
                if url in before and getattr(before[url], flag) != getattr(row, flag):
                    self.changed(machine, url, flag, getattr(row, flag))

    def doubt(self, name: str) -> None:
        """What is followed again comes back unread: the marks that any machine still has are sent again."""
        own = {held.url for held in self.server.web[address(name)]}
        self.unsure |= {(url, flag) for url in own for flag in ("read", "starred")}

    @rule(machine=MACHINES)
    def sync_once(self, machine: int) -> None:
        self.sync(machine)

    @rule(machine=MACHINES, kind=FAULTS, place=st.integers(1, 12), after=st.booleans())
    def sync_with_a_fault(self, machine: int, kind: str, place: int, after: bool) -> None:
        wanted = len(self.server.asked) + place

        def fault(number: int, call: str) -> httpx.Response | Exception | None:
            if number != wanted:
                return None
            match kind:
                case "429" | "500":
                    return httpx.Response(int(kind))
                case "cut":
                    return httpx.Response(502)
                case "half":
                    return httpx.Response(200, text='{"itemRefs": [{"id":')
                case "junk":
                    return httpx.Response(200, text="<html>a page</html>")
                case _:
                    return httpx.Response(200, text="[]")

        if after:
            self.server.after = fault
        else:
            self.server.before = fault
        self.sync(machine)
        self.server.before = self.server.after = lambda number, call: None

    @rule(machine=MACHINES, name=st.sampled_from(FEEDS))
    def follow_or_not(self, machine: int, name: str) -> None:
        library = self.libraries[machine]
        self.doubt(name)
        here = [each for each in self.do(library.ask(sections.sections)) if each.url == address(name)]
        if here:
            self.do(library.do(sections.unfollow, [here[0].id]))
        else:
            offer = SiteOffer(name, f"https://{name}.example/", (Offer(name, address(name)),))
            self.do(library.do(sections.follow, offer))

    @precondition(lambda self: not self.server.strict)
    @rule(machine=MACHINES, place=st.integers(0, 20), name=st.sampled_from(("Red", "blue sky")), on=st.booleans())
    def tag(self, machine: int, place: int, name: str, on: bool) -> None:
        rows = self.rows(machine)
        if rows:
            row = rows[sorted(rows)[place % len(rows)]]
            self.do(self.libraries[machine].do(tags.tag if on else tags.untag, [row.id], name))

    def teardown(self) -> None:
        try:
            if self.libraries:
                self.agree()
        finally:
            for library in self.libraries:
                self.do(library.close())
            self.loop.close()
            self.folder.cleanup()

    def agree(self) -> None:
        for _ in range(4):
            for machine in (0, 1):
                error = self.sync(machine)
        assert not error
        there = {held.story.url: held.tags for held in self.server.state.items.values()}
        tag_of = {"read": READ, "starred": STARRED}
        for (url, flag), on in self.marked.items():
            if url in there and (url, flag) not in self.unsure:
                assert (tag_of[flag] in there[url]) == on, (url, flag)
        for machine in (0, 1):
            followed = {each.url for each in self.do(self.libraries[machine].ask(sections.sections))}
            assert followed == {feed[0] for feed in self.server.state.feeds.values()}
            rows = self.rows(machine)
            assert there.keys() <= rows.keys()
            for url, said in there.items():
                row = rows[url]
                assert (row.read, row.starred) == (READ in said, STARRED in said), url
                if not self.server.strict:
                    assert set(row.tags) == {tag.removeprefix(LABEL) for tag in said if tag.startswith(LABEL)}
            (account,) = self.do(self.libraries[machine].ask(accounts.counted))
            assert account.unsent == 0


TestTwoMachines = TwoMachines.TestCase
TestTwoMachines.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    report_multiple_bugs=False,
)
