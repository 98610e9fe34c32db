"""Random lives of a library: what it answers is what a plain dictionary would."""

import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import settings as trials
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.storage.paper import EVERY, NOW, article, check
from tui import address, text
from tui.jobs import Gathered
from tui.model import Counts, Entry, Offer, SiteOffer, StoryFilter
from tui.storage import marks, refreshes, sections, stories, texts
from tui.storage.file import File

VOCABULARY = ("anchor", "beacon", "canal", "delta")


SITES = ("https://a.example", "https://b.example")


PAPERS = {"a1": 0, "a2": 0, "b1": 1}


NUMBERS = st.lists(st.integers(0, 7), min_size=0, max_size=5, unique=True)


class Known:
    """What the model knows of a story."""

    def __init__(self, title: str, home: str, moment: datetime) -> None:
        self.title, self.home, self.moment = title, home, moment
        self.article = ""
        self.stands: set[str] = set()


class Library(RuleBasedStateMachine):
    """Random lives of a library: what it answers is what a plain dictionary would."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = File(self.folder / "library.db", clock=lambda: self.now)
        self.reader = File(self.folder / "library.db", readonly=True)
        self.now = NOW
        self.sections: dict[str, int] = {}
        self.archived: dict[str, int] = {}
        self.stories: dict[str, Known] = {}
        self.marks: dict[str, tuple[bool, bool, bool]] = {}
        self.offered: dict[tuple[str, str], str] = {}

    def teardown(self) -> None:
        if hasattr(self, "store"):
            check(self.store)
            self.reader.close()
            self.store.close()
            shutil.rmtree(self.folder)

    @rule(name=st.sampled_from(sorted(PAPERS)))
    def follow(self, name: str) -> None:
        site = SITES[PAPERS[name]]
        followed = sections.follow(self.store, SiteOffer(site, site, (Offer(name, f"{site}/{name}/feed"),)))
        if name in self.sections:
            assert followed.added == ()
            return
        self.sections[name] = followed.added[0].id
        assert self.archived.pop(name, self.sections[name]) == self.sections[name]

    @precondition(lambda self: self.sections)
    @rule(data=st.data(), a=NUMBERS, b=NUMBERS, word=st.sampled_from(VOCABULARY), hours=st.integers(-3, 40))
    def refresh(self, data: st.DataObject, a: list[int], b: list[int], word: str, hours: int) -> None:
        name = data.draw(st.sampled_from(sorted(self.sections)))
        self.now += timedelta(minutes=7)
        site = SITES[PAPERS[name]]
        given, new = [], 0
        for own, numbers in enumerate((a, b)):
            for number in numbers:
                published = self.now - timedelta(hours=hours + number) if number % 3 else None
                url, content = f"{SITES[own]}/{number}", f"<p>the&nbsp;<b>{word}</b>s <i>{number}</i></p>"
                told = text.words(content) if number % 2 else ""
                given.append(
                    Entry(
                        f"{word} {number} of {SITES[own]}",
                        url,
                        f"{SITES[own]} {number}",
                        "",
                        content,
                        published=published,
                        words=told,
                    )
                )
        for entry in given:
            moment = min(entry.published or self.now, self.now)
            known = self.stories.get(entry.url)
            if known is None:
                known = self.stories[entry.url] = Known(entry.title, site, moment)
                new += 1
            elif self.offered.get((name, entry.url)) != f"{entry.title} {entry.published}":
                if address.same_site(entry.url, site):
                    known.home = site
                if known.home == site:
                    known.title = entry.title
            known.stands.add(name)
            self.offered[name, entry.url] = f"{entry.title} {entry.published}"
        assert refreshes.keep(self.store, Gathered(self.sections[name], tuple(given))) == new

    @precondition(lambda self: self.stories)
    @rule(data=st.data(), read=st.sampled_from([None, True, False]), starred=st.sampled_from([None, True, False]))
    def mark(self, data: st.DataObject, read: bool | None, starred: bool | None) -> None:
        urls = data.draw(st.lists(st.sampled_from(sorted(self.stories)), min_size=1, max_size=3, unique=True))
        changed = 0
        for url in urls:
            was_read, was_starred, _ = self.marks.get(url, (False, False, False))
            now_read = was_read if read is None else read
            now_starred = was_starred if starred is None else starred
            changed += (was_read, was_starred) != (now_read, now_starred)
            self.marks[url] = (now_read, now_starred, True)
        assert marks.mark(self.store, stories.ids_of(self.store, urls), read=read, starred=starred) == changed

    @precondition(lambda self: self.sections)
    @rule(data=st.data())
    def mark_all(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.sections)))
        changed = 0
        for url, known in self.stories.items():
            read, starred, touched = self.marks.get(url, (False, False, False))
            if name in known.stands and not read:
                self.marks[url] = (True, starred, touched)
                changed += 1
        assert marks.mark_all_read(self.store, StoryFilter(section_id=self.sections[name])) == changed

    @precondition(lambda self: self.stories)
    @rule(data=st.data(), word=st.sampled_from(VOCABULARY))
    def read(self, data: st.DataObject, word: str) -> None:
        url = data.draw(st.sampled_from(sorted(self.stories)))
        self.stories[url].article = word
        texts.keep_article(self.store, url, article(url, f"all of the {word}"))

    @precondition(lambda self: self.sections)
    @rule(data=st.data())
    def unfollow(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.sections)))
        self.archived[name] = self.sections.pop(name)
        assert sections.unfollow(self.store, [self.archived[name]]) == 1

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = File(self.folder / "library.db", clock=lambda: self.now)

    def listed(self, filter: StoryFilter) -> list[str]:
        ids = stories.order(self.reader, filter)
        listed = stories.lines(self.reader, ids)
        assert len(listed) == len(ids)
        moments = [self.stories[one.url].moment for one in listed]
        assert moments == sorted(moments, reverse=True)
        return sorted(one.url for one in listed)

    @invariant()
    def answers(self) -> None:
        if not hasattr(self, "store"):
            return
        none = (False, False, False)
        live = {url for url, known in self.stories.items() if not known.stands or known.stands & self.sections.keys()}
        unread = {url for url in live if not self.marks.get(url, none)[0]}
        starred = {url for url in self.stories if self.marks.get(url, none)[1]}
        kept = sum(bool(known.article) for known in self.stories.values())
        assert stories.counts(self.reader) == Counts(len(live), len(unread), len(starred), kept=kept)
        assert self.listed(EVERY) == sorted(live)
        assert self.listed(StoryFilter(unread=True)) == sorted(unread)
        assert self.listed(StoryFilter(starred=True)) == sorted(starred)
        known = {section.name: section for section in sections.sections(self.reader)}
        assert {name: section.id for name, section in known.items()} == self.sections
        for name, section in known.items():
            here = {url for url, one in self.stories.items() if name in one.stands}
            assert (section.stories, section.unread) == (len(here), len(here & unread))
            assert self.listed(StoryFilter(section_id=section.id)) == sorted(here)
            assert self.listed(StoryFilter(section_id=section.id, unread=True)) == sorted(here & unread)
        for site in sections.sites(self.reader):
            here = {url for url, known in self.stories.items() if known.stands & {one.name for one in site.sections}}
            assert self.listed(StoryFilter(site_id=site.id)) == sorted(here)
        for word in VOCABULARY:
            naive = {url for url, known in self.stories.items() if word in f"{known.title} {known.article}"}
            assert self.listed(StoryFilter(words=word)) == sorted(naive)
            assert self.listed(StoryFilter(words=f"{word} is:unread")) == sorted(naive & unread)


TestLibrary = Library.TestCase


TestLibrary.settings = trials(max_examples=25, stateful_step_count=20, deadline=None)
