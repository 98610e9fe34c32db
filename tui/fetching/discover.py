"""The search for what can be followed at an address that a person gave: a feed, a platform, a front page, a section, a
story.

What is found is fetched once, so that nothing is offered that does not work and following shows stories at once.
Whatever the site, a search costs at most `REQUESTS`, one after another."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar, TypeVarTuple
from urllib.parse import urlsplit

from tui import address, text
from tui.errors import FetchError, NewsError, ParseError
from tui.fetching import child
from tui.fetching.client import REDIRECTS, Fetcher, Page, personal
from tui.fetching.parsing import Parser
from tui.jobs import RequestOptions, login
from tui.model import Entry, FrontPage, Kind, Offer, SiteOffer
from tui.parse.feeds import wordpress
from tui.parse.feeds.platforms import platform
from tui.values import Value, replace

REQUESTS = 48
"""Requests that a search may make in all."""
FEW_REQUESTS = 24
"""The same where the sections of the site are not wanted."""
LEADS = 3
"""Pages that may send browsers on, one to the next."""
SECTIONS = 30
"""Sections that are offered of one site."""
FEEDS = 16
"""Feeds that are tried of those a page declares."""
OWN_FEEDS = 16
"""Sections that are asked for a feed of their own once it is known where these stand."""
CATEGORIES = 12
"""Categories of a WordPress that are offered where its navigation names none: those with the most posts."""
SITEMAPS = 3
"""Sitemaps of an index that are read for one section: the newest."""

_T = TypeVar("_T")
_Given = TypeVarTuple("_Given")

_NEWS_SITEMAPS = ("news-sitemap.xml", "sitemap-news.xml", "sitemap_news.xml", "googlenews.xml")
_LINK = re.compile(
    r"<([^<>]{1,2000})>((?:\s{0,9};\s{0,9}[\w*-]{1,40}\s{0,9}(?:=\s{0,9}(?:\"[^\"]{0,500}\"|[^\s;,\"]{0,500}))?){0,20})"
)
_GENERIC = re.compile(
    r"[\s:»«|·–—(-]{0,9}\b(?:(?:rss|atom|json|xml|feeds?|[12]\.0|0\.9\d)(?![^\W\d_])[\s()]{0,9}){1,9}"
    r"[\s:»«|·–—-]{0,9}",
    re.IGNORECASE,
)
_SUFFIXES = ("feed/", "rss.xml", "rss")


async def newest(
    fetcher: Fetcher,
    parser: Parser,
    page: Page,
    options: RequestOptions,
    *,
    sitemaps: int = SITEMAPS,
    trusted: bool,
    home: str,
) -> tuple[Entry, ...]:
    """The stories of a sitemap, and where it is an index those of the newest it names; ParseError where there are none.
    `trusted`: a person named the host of the page; `home`: the address that `options` are written for."""
    entries, named, _ = await parser.run(child.sitemap, page.sent)
    more = await below(fetcher, parser, page.url, named[:sitemaps], options, trusted=trusted, home=home)
    if not entries and not more:
        raise ParseError("its sitemap lists no stories")
    return tuple({entry.url: entry for entry in (*entries, *more)}.values())


async def below(
    fetcher: Fetcher,
    parser: Parser,
    index: str,
    named: Sequence[str],
    options: RequestOptions,
    *,
    trusted: bool,
    home: str,
) -> tuple[Entry, ...]:
    """The stories of the first sitemaps that an index names."""
    found: dict[str, Entry] = {}
    for url in named[:SITEMAPS]:
        page = await fetcher.get(url, options=options, trusted=trusted, from_url=index, home=home)
        found |= {entry.url: entry for entry in (await parser.run(child.sitemap, page.sent))[0]}
    return tuple(found.values())


class _Pattern(Value):
    """Where the feed of a section stands, learned from one section: its address with `{path}` or `{slug}` for the
    section's own."""

    shape: str

    @classmethod
    def learned(cls, section: str, feed: str) -> "_Pattern | None":
        parts, slug = urlsplit(section), _slug(section)
        path = parts.path.rstrip("/")
        shape = feed.replace("{", "%7B").replace("}", "%7D")
        if path and shape.count(path) == 1:
            return cls(shape.replace(path, "{path}"))
        if len(slug) >= 3 and shape.lower().count(slug) == 1:
            start = shape.lower().index(slug)
            return cls(shape[:start] + "{slug}" + shape[start + len(slug) :])
        return None

    def of(self, section: str) -> str:
        """The address for another section of the same site."""
        return self.shape.replace("{path}", urlsplit(section).path.rstrip("/")).replace("{slug}", _slug(section))


class Search:
    """One search at one site, for it and its sections, or without `sections` for the site alone."""

    def __init__(self, fetcher: Fetcher, parser: Parser, options: RequestOptions, *, sections: bool = True) -> None:
        self._fetcher = fetcher
        self._parser = parser
        self._options = options
        self._for_sections = sections
        self._left = REQUESTS if sections else FEW_REQUESTS
        self._began_at = ""

    async def site(self, url: str) -> SiteOffer:
        """What can be followed at an address that a person gave; NewsError where that is nothing."""
        self._began_at = url = address.safe(url) or url
        offer = await self._platform(url)
        if not offer:
            try:
                page = await self._get(url)
            except FetchError as error:
                offer = await self._behind_a_closed_door(url, error)
            else:
                offer = await self._behind(page, url)
        sections = tuple(replace(section, url=personal(section.url, url)) for section in offer.sections)
        return replace(offer, asked=url, sections=sections)

    async def instead(self, url: str, page: Page) -> Offer:
        """What can be followed at an address where a page stands, and was fetched, instead of a feed."""
        self._began_at = url
        offer = await self._platform(url) or await self._behind(page, url)
        return next(section for section in offer.sections if not section.comments)

    async def _behind(self, page: Page, url: str, leads: int = LEADS) -> SiteOffer:
        """What can be followed at an address, by what stands there, or where that sends browsers on to."""
        found = await self._run(child.opened, page.sent)
        if found.leads_to and leads and not found.story:
            return await self._behind(await self._get(found.leads_to), found.leads_to, leads - 1)
        if found.feed:
            return _site_of_feed(
                found.feed.title, page.moved_to or url, found.feed.url, found.feed.entries, found.feed.language
            )
        assert found.front
        sitemap = await self._sitemap_itself(page) if found.sitemap else None
        if sitemap:
            return sitemap
        front = _with_link_header(found.front, page)
        if found.story:
            declared = front.feeds
            home = await self._home(page.url)
            offer = (
                await self._site_of_page(*home) if home else await self._site_of_page(page, replace(front, entries=()))
            )
            if not offer.sections and declared:
                offer = replace(offer, sections=await self._working(declared, offer.name))
            return _something(replace(offer, article=found.story), front.notice)
        return _something(await self._site_of_page(page, front), front.notice)

    # Asking

    async def _get(self, url: str, *, redirects: int = REDIRECTS) -> Page:
        if self._left <= 0:
            raise FetchError(f"{address.host(url)} was asked too often in one search")
        self._left -= 1
        return await self._fetcher.get(
            url,
            options=self._personal(),
            urgent=True,
            trusted=True,  # the address that this began at: a person gave it
            from_url=self._began_at,
            home=self._began_at,
            redirects=redirects,
        )

    def _personal(self) -> RequestOptions:
        """How the site is asked: with the name and password of the address that this began at, where it has them."""
        return replace(self._options, auth=login(self._options, self._began_at))

    def _at_home(self, page: Page) -> bool:
        return address.host(page.url) == address.host(self._began_at)

    async def _run(self, work: Callable[[*_Given], _T], *given: *_Given) -> _T:
        return await self._parser.run(work, *given, urgent=True)

    async def _feed(self, url: str, *, redirects: int = REDIRECTS) -> Offer | None:
        """A feed that works, as an offer with its title and stories; None for any other address."""
        try:
            page = await self._get(url, redirects=redirects)
            feed = await self._run(child.feed, page.sent)
        except NewsError:
            return None
        return Offer(feed.title, page.moved_to or url, Kind.FEED, feed.url, entries=feed.entries)

    # Kinds of address

    async def _platform(self, url: str) -> SiteOffer | None:
        offers = platform(url)
        sections = []
        for offer in offers[:4]:
            found = None if offer.comments else await self._feed(offer.url)
            if found:
                sections.append(replace(offer, name=found.name or offer.name, entries=found.entries))
        sections += [offer for offer in offers if offer.comments]
        if not sections or sections[0].comments:
            return None
        return SiteOffer(sections[0].name, sections[0].page or url, tuple(sections))

    async def _behind_a_closed_door(self, url: str, error: FetchError) -> SiteOffer:
        """The feed of a site that shows its pages to browsers alone."""
        if error.status in (401, 403, 406):
            for feed in (await self._run(child.well_known, url))[:4]:
                if found := await self._feed(feed, redirects=0):
                    return _site_of_feed(found.name, found.url, found.page, found.entries, "")
        raise error

    async def _sitemap_itself(self, page: Page) -> SiteOffer | None:
        try:
            entries = await newest(
                self._fetcher, self._parser, page, self._personal(), trusted=self._at_home(page), home=self._began_at
            )
        except NewsError:
            return None
        name = address.host(page.url)
        return SiteOffer(name, page.url, (Offer(name, page.url, Kind.SITEMAP, page.url, entries=entries),))

    async def _home(self, url: str) -> tuple[Page, FrontPage] | None:
        """The front page of the site that a story stands on."""
        parts = urlsplit(url)
        try:
            page = await self._get(f"{parts.scheme}://{parts.netloc}/")
            front = await self._run(child.front, page.sent)
        except NewsError:
            return None
        return page, _with_link_header(front, page)

    async def _site_of_page(self, page: Page, front: FrontPage) -> SiteOffer:
        """A front page's site with its sections; a section page's own section alone."""
        own = next((each for each in front.sections if address.key(each.url) == address.key(page.url)), None)
        if own and not _is_front(page.url, front):
            return await self._site_of_section(page, front, own)
        main = await self._main(page, front)
        taken, is_whole = _the_whole_first([offer for offer in main if not offer.comments], front, page)
        sections = await self._sections(front, taken) if self._for_sections else []
        before = taken[:1] if is_whole or not sections else []
        offers = [*before, *sections, *taken, *(offer for offer in main if offer.comments)]
        return SiteOffer(front.name, page.url, tuple(self._open(_distinct(offers))), front.language)

    def _open(self, offers: Iterable[Offer]) -> list[Offer]:
        """Without what is on this machine or a private network, unless the address that the person gave is there
        too."""
        own = address.host(self._began_at)
        return [
            offer
            for offer in offers
            if address.host(offer.url) == own or not address.is_private_name(urlsplit(offer.url).hostname or "")
        ]

    async def _site_of_section(self, page: Page, front: FrontPage, own: Offer) -> SiteOffer:
        slug = _slug(page.url)
        feeds = [each for each in front.feeds if not each.comments and slug in address.split(each.url)[2].lower()]
        working = await self._working(feeds[:4], front.name)
        offers = [replace(working[0], name=own.name, page=page.url)] if working else []
        if not offers and front.entries:
            offers = [replace(_of_page(front, page), name=own.name)]
        return SiteOffer(front.name, page.url, tuple(offers), front.language)

    # The site's own stories: its feeds, else its WordPress, else its sitemap for news, else its page

    async def _main(self, page: Page, front: FrontPage) -> list[Offer]:
        offers = list(await self._working(front.feeds, front.name))
        if not any(not offer.comments for offer in offers):
            for url in await self._run(child.well_known, page.url):
                found = await self._feed(url, redirects=0)
                if found and found.entries:
                    offers.insert(0, replace(found, name=front.name, page=page.url))
                    break
        if any(not offer.comments for offer in offers):
            return offers
        found = await self._posts(front, page) or await self._news(front, page)
        if not found and front.entries:
            found = _of_page(front, page)
        return [found, *offers] if found else offers

    async def _working(self, feeds: Sequence[Offer], site: str) -> tuple[Offer, ...]:
        """The feeds that work, the same stories in another format left out; feeds of comments as they are declared.

        Where a page of feeds stands instead of one (a link called RSS), its feeds are tried in turn.
        """
        found: list[Offer] = []
        waiting, seen, comments = deque(_of_stories(feeds)), set[str](), [each for each in feeds if each.comments]
        for _ in range(FEEDS):
            while waiting and address.key(waiting[0].url) in seen:
                waiting.popleft()
            if not waiting:
                break
            offer = waiting.popleft()
            seen.add(address.key(offer.url))
            feed, others = await self._looked_at(offer, site)
            waiting.extend(others)
            if feed and not any(_same(feed, other) for other in found):
                found.append(feed)
        alive = [each for each in found if each.entries] or found
        return (*alive, *(replace(each, name=_named(each.name, site) or "Comments") for each in comments))

    async def _looked_at(self, offer: Offer, site: str) -> tuple[Offer | None, list[Offer]]:
        """What stands where a feed should: the feed, or None, and the feeds that the page there declares instead."""
        try:
            page = await self._get(offer.url)
            there = await self._run(child.opened, page.sent)
        except NewsError:
            return None, []
        others = _of_stories(there.front.feeds) if there.front and not there.story else []
        if not there.feed:
            return None, others
        name = _named(offer.name, site) or _named(there.feed.title, site) or site
        url, page_of = page.moved_to or offer.url, offer.page or there.feed.url
        return replace(offer, name=name, url=url, page=page_of, entries=there.feed.entries), others

    async def _posts(self, front: FrontPage, page: Page) -> Offer | None:
        if not front.wordpress:
            return None
        url = wordpress.posts_url(front.wordpress)
        try:
            given = await self._get(url)
            entries = await self._run(child.posts, given.sent)
        except NewsError:
            return None
        return Offer(front.name, url, Kind.WORDPRESS, page.url, entries=entries) if entries else None

    async def _news(self, front: FrontPage, page: Page) -> Offer | None:
        """The site's sitemap for news: where robots.txt names it, else where they usually stand."""
        parts = urlsplit(page.url)
        root = f"{parts.scheme}://{parts.netloc}/"
        named: tuple[str, ...] = ()
        try:
            robots = await self._get(root + "robots.txt")
            named = await self._run(child.robots, robots.sent)
        except NewsError:
            pass  # most sites without one say 404
        usual = tuple(root + name for name in _NEWS_SITEMAPS)
        for url in dict.fromkeys((*named[:4], *usual)):
            try:
                given = await self._get(url)
                trusted = self._at_home(given)
                entries = await newest(
                    self._fetcher,
                    self._parser,
                    given,
                    self._personal(),
                    sitemaps=1,
                    trusted=trusted,
                    home=self._began_at,
                )
            except NewsError:
                continue
            return Offer(front.name, url, Kind.SITEMAP, page.url, entries=entries)
        return None

    # Its sections

    async def _sections(self, front: FrontPage, main: Sequence[Offer]) -> list[Offer]:
        """The sections of its navigation, each by its own feed where it has one."""
        taken = {address.key(offer.url) for offer in main}
        if front.wordpress and (found := await self._categories(front)):
            return found
        sections = [each for each in front.sections if address.key(each.url) not in taken][:SECTIONS]
        declared = {
            _slug(section.url): offer for section in sections for offer in main if _belongs(offer.url, section.url)
        }
        pattern = await self._pattern([each for each in sections if _slug(each.url) not in declared])
        found, tries = [], OWN_FEEDS
        for section in sections:
            feed = declared.get(_slug(section.url))
            if not feed and pattern and tries:
                tries -= 1
                feed = await self._own_feed(pattern.of(section.url), main)
            found.append(_by_feed(section, feed))
        return found

    async def _own_feed(self, url: str, main: Sequence[Offer]) -> Offer | None:
        """The feed at an address where a section's would be; None where the site's own is given for every address."""
        feed = await self._feed(url)
        return None if feed and any(_same(feed, other) for other in main[:1]) else feed

    async def _pattern(self, sections: Sequence[Offer]) -> _Pattern | None:
        """Where sections have their feeds: what the first two pages of them declare, else where such feeds usually
        stand."""
        for section in sections[:2]:
            try:
                page = await self._get(section.url)
                front = _with_link_header(await self._run(child.front, page.sent), page)
            except NewsError:
                continue
            for offer in front.feeds:
                pattern = None if offer.comments else _Pattern.learned(section.url, offer.url)
                if pattern:
                    return pattern
        for section in sections[:1]:
            for suffix in _SUFFIXES:
                url = section.url.rstrip("/") + "/" + suffix
                if await self._feed(url, redirects=0):
                    return _Pattern.learned(section.url, url)
        return None

    async def _categories(self, front: FrontPage) -> list[Offer]:
        """WordPress's categories that its navigation names, called as there; the others are often switches of its
        theme."""
        url = wordpress.categories_url(front.wordpress)
        try:
            given = await self._get(url)
            known = await self._run(child.categories, given.sent)
        except NewsError:
            return []
        names = {address.key(each.url): each.name for each in front.sections}
        order = {key: place for place, key in enumerate(names)}
        named = sorted(
            (each for each in known if address.key(each.url) in names), key=lambda each: order[address.key(each.url)]
        )
        # Where the navigation names too few, the largest are what a reader would look for.
        known = tuple(named[:SECTIONS]) if len(named) >= 3 else known[:CATEGORIES]
        if len(known) < 2:
            return []  # one category is the site itself
        by_feed = await self._feed(_category_feed(known[0].url))
        found = []
        for category in known:
            name = names.get(address.key(category.url), category.name)
            if by_feed:
                entries = by_feed.entries if category is known[0] else ()
                found.append(Offer(name, _category_feed(category.url), Kind.FEED, category.url, entries=entries))
            else:
                own = wordpress.posts_url(front.wordpress, category.id)
                found.append(Offer(name, own, Kind.WORDPRESS, category.url))
        return found


def _site_of_feed(title: str, url: str, page: str, entries: tuple[Entry, ...], language: str) -> SiteOffer:
    name = title or address.host(url)
    return SiteOffer(name, page or address.public(url), (Offer(name, url, Kind.FEED, page, entries=entries),), language)


def _of_stories(feeds: Iterable[Offer]) -> list[Offer]:
    return [each for each in feeds if not each.comments]


def _the_whole_first(taken: list[Offer], front: FrontPage, page: Page) -> tuple[list[Offer], bool]:
    """The feeds of a site with the one of all its stories first, or its page where there is none and it has more than
    they; and whether that is so."""
    for whole in taken:
        if not any(_belongs(whole.url, other.url) for other in front.sections):
            return [replace(whole, name=front.name), *(each for each in taken if each is not whole)], True
    if taken and _has_more(front, taken):
        return [_of_page(front, page), *taken], True
    return taken, False


def _by_feed(section: Offer, feed: Offer | None) -> Offer:
    """A section as it can be followed: by its feed, or else by its page."""
    if not feed:
        return replace(section, kind=Kind.PAGE, page=section.url)
    return replace(section, url=feed.url, kind=Kind.FEED, page=section.url, entries=feed.entries)


def _of_page(front: FrontPage, page: Page) -> Offer:
    return Offer(front.name, page.url, Kind.PAGE, page.url, entries=front.entries)


def _has_more(front: FrontPage, feeds: Iterable[Offer]) -> bool:
    """Does a front page lead to stories that the feeds of its sections lack, to a fifth of its own or more?"""
    offered = {address.key(entry.url) for feed in feeds for entry in feed.entries}
    lacking = sum(address.key(entry.url) not in offered for entry in front.entries)
    return lacking > 0 and lacking * 5 >= len(front.entries)


def _something(offer: SiteOffer, notice: str) -> SiteOffer:
    if not any(not section.comments for section in offer.sections):
        raise ParseError(notice or "there is nothing to follow: no feed, no sitemap for news, no stories on the page")
    return offer


def _with_link_header(front: FrontPage, page: Page) -> FrontPage:
    """What the page offers, with the feeds and the WordPress that its Link header names (RFC 8288)."""
    feeds, root = list(front.feeds), front.wordpress
    known = {address.key(offer.url) for offer in feeds}
    for target, parameters in _LINK.findall(page.link_header[:8192]):
        url = address.clean(address.join(page.url, target))
        said = {
            name.strip().lower(): value.strip(' "')
            for name, _, value in (part.partition("=") for part in parameters.split(";"))
        }
        relations = said.get("rel", "").lower().split()
        if url and "https://api.w.org/" in relations:
            root = root or url
        if (
            url
            and "alternate" in relations
            and re.search(r"rss|atom|feed\+json", said.get("type", ""))
            and address.key(url) not in known
        ):
            feeds.append(Offer(text.line(said.get("title", "")) or front.name, url, Kind.FEED, page.url))
    return replace(front, feeds=tuple(feeds), wordpress=root)


def _is_front(url: str, front: FrontPage) -> bool:
    """The page is a site's first: at the root, or most of what its navigation names stands below it."""
    folder = address.key(url) + "/"
    below = sum(address.key(each.url).startswith(folder) for each in front.sections)
    return not urlsplit(url).path.strip("/") or 2 * below > len(front.sections)


def _category_feed(url: str) -> str:
    return f"{url}&feed=rss2" if "?" in url else f"{url.rstrip('/')}/feed/"


def _slug(url: str) -> str:
    """The last part of an address's path, lower case, without what programs append to it."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2].lower()
    return re.sub(r"\.(?:html?|php|aspx?|shtml)$", "", last)


def _belongs(feed: str, section: str) -> bool:
    """A feed's address holds the section's own part as one of its parts."""
    slug = _slug(section)
    path = urlsplit(feed).path.lower()
    return len(slug) >= 3 and slug in re.split(r"[/._]", path)


def _same(one: Offer, other: Offer) -> bool:
    """Two feeds that offer the same stories, one in another format."""
    first, second = ({address.key(entry.url) for entry in each.entries if entry.url} for each in (one, other))
    return bool(first) and len(first & second) >= 0.9 * max(len(first), len(second))


def _named(title: str, site: str) -> str:
    """A feed's title as a section's name: without the site's own and without the word feed; "" where nothing is
    left."""
    name = title.replace(site, " ") if site and title.casefold() != site.casefold() else title
    return text.line(_GENERIC.sub(" ", name)).strip(" :»«|·–—-›>,/")


def _distinct(offers: Iterable[Offer]) -> list[Offer]:
    """Each address once, as it was first offered."""
    found: dict[str, Offer] = {}
    for offer in offers:
        found.setdefault(address.key(offer.url), offer)
    return list(found.values())
