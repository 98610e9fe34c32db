"""The plain values that travel between the floors. All frozen; moments are aware datetimes, in UTC or as their page
writes them; text has passed `text.py`."""

from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Literal

from tui.blocks import Blocks
from tui.text import line, shorten
from tui.values import Value

WORDS_PER_MINUTE = 230
"""The speed of silent reading of non-fiction, for reading times (Brysbaert 2019: 238 in English)."""
FIRST_WORDS = 120
"""Characters of a story without a title that stand for one in a list."""
FOLDERS = " / "
"""What stands between the folders around a section, where their names are one (`Section.folder`)."""


def day_of(moment: datetime, here: tzinfo | None = None) -> str:
    """The day to show of a moment ("5 May 2024"): its own where its page names an offset or no time, else ours."""
    own = moment.utcoffset() or not (moment.hour or moment.minute or moment.second)
    local = moment if own else moment.astimezone(here)
    return f"{local.day} {local:%B %Y}"


class Relation(StrEnum):
    """How a related story stands to the one that names it."""

    ALSO_READ = "also-read"
    PREVIOUS = "previous"
    NEXT = "next"
    RELATED = "related"
    LATEST = "latest"
    MOST_READ = "most-read"


class Related(Value):
    """A story that a page leads to. `title` is without its label ("ALSO READ:"); `heading` is the group's own."""

    relation: Relation
    title: str
    url: str
    excerpt: str = ""
    published: datetime | None = None
    heading: str = ""
    story_id: int = 0
    """The story in the library, 0 where it is not there (filled in by the library)."""


class Article(Value):
    """A story page, read. `story_id` is 0 until it is kept."""

    url: str
    headline: str
    blocks: Blocks = ()
    kicker: str = ""
    standfirst: str = ""
    standfirst_credit: str = ""
    """Who reports it, where the standfirst ends in such a credit ("…reports Asian Lite News"); not repeated there."""
    byline: tuple[str, ...] = ()
    byline_role: str = ""
    """What stands beside the names ("Political Editor")."""
    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""
    """BCP 47, as short as it comes ("en", "pt-BR"); "" where unknown."""
    site_name: str = ""
    section_url: str = ""
    """Where the kicker leads, or ""."""
    tags: tuple[str, ...] = ()
    paywalled: bool = False
    reading_minutes: int = 1
    related: tuple[Related, ...] = ()
    next_page: str = ""
    """The address of the same story's next page, or ""."""
    source: Literal["page", "feed", "guide"] = "page"
    notice: str = ""
    """One sentence where this is not the whole story ("This page shows only the beginning; …"), or ""."""
    parted: tuple[str, ...] = ()
    """Words that the page says where to part, with soft hyphens (U+00AD) there."""
    story_id: int = 0
    publisher: str = ""
    """Whose outlet it is in, as far as the page says: its publisher, or what that belongs to."""


class Enclosure(Value):
    """What a feed encloses with a story: audio, video, a file."""

    url: str
    kind: str = ""
    """Its media type ("audio/mpeg"), or ""."""
    length: int = 0
    """Bytes, 0 where the feed does not say."""
    duration: int = 0
    """Seconds, 0 where the feed does not say."""


class Entry(Value):
    """A story as a feed or a front page offers it.

    `guid` is the feed's own identifier or ""; `content` is HTML as offered (not sanitised: it is parsed like a page
    before it is shown); `summary` is plain text."""

    title: str
    url: str = ""
    guid: str = ""
    summary: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    picture: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    words: str = ""
    """The words of `content` (`text.words`), where they were told already; "" means nothing."""


class Feed(Value):
    """A feed, read. `format` is feedparser's name of it ("rss20", "atom10") or "jsonfeed"."""

    format: str
    title: str
    entries: tuple[Entry, ...]
    url: str = ""
    """The site's own page, or ""."""
    language: str = ""
    ttl_minutes: int = 0
    """How long the feed asks not to be fetched again (RSS ttl, sy:updatePeriod), 0 where it does not say."""
    moved_to: str = ""
    """The new address where the feed itself says that it moved (itunes:new-feed-url), or ""."""


class Kind(StrEnum):
    """How a section is read."""

    FEED = "feed"
    PAGE = "page"
    SITEMAP = "sitemap"
    WORDPRESS = "wordpress"
    GUIDE = "guide"


class Offer(Value):
    """A section that could be followed. `url` is what is fetched; `page` is what a person would open."""

    name: str
    url: str
    kind: Kind = Kind.FEED
    page: str = ""
    comments: bool = False
    """A feed of comments: never followed unless chosen by name."""
    entries: tuple[Entry, ...] = ()
    """What is known of its stories already (so that following shows something at once)."""


class SiteOffer(Value):
    """What `discover` found at an address: a site and the sections it could be followed by."""

    name: str
    url: str
    sections: tuple[Offer, ...]
    language: str = ""
    article: Article | None = None
    """The story itself, where the address was a story's."""
    about: str = ""
    """What a starter site is about ("World · Middle East"), or ""."""
    asked: str = ""
    """The address that a person gave: what stands on its host may be private, as it may."""


class FrontPage(Value):
    """What a page of a site offers: its feeds, its sections, the stories linked on it, in reading order."""

    name: str
    url: str
    feeds: tuple[Offer, ...] = ()
    sections: tuple[Offer, ...] = ()
    entries: tuple[Entry, ...] = ()
    wordpress: str = ""
    """The root of its WordPress REST interface, or ""."""
    language: str = ""
    notice: str = ""
    """One sentence where nothing can be followed here (only scripts, a login, a consent wall), or ""."""


class Section(Value):
    """A section that is followed. Counts are kept, not counted."""

    id: int
    site_id: int
    site: str
    name: str
    url: str
    kind: Kind = Kind.FEED
    page: str = ""
    stories: int = 0
    unread: int = 0
    gone: bool = False
    """The server said 410: not asked again, stories kept."""
    error: str = ""
    """The last failure, in words; "" after a success."""
    checked: datetime | None = None
    succeeded: datetime | None = None
    next_check: datetime | None = None
    folders: tuple[tuple[str, ...], ...] = ()
    """The folders that it stands in, each as the names from the outermost one."""
    hidden: bool = False
    """It has no row of its own; its stories are in the lists of all stories, folders and sites."""
    muted: bool = False
    """Its stories are in its own list, and in no list of all stories."""
    archived: datetime | None = None
    """Since when it is followed no more, None where it is. Its stories and all marks stay."""
    minutes: int = 0
    """Minutes between checks, 0 as the configuration says."""
    full_text: str = ""
    """When whole texts are fetched ("refresh", "open", "feed"), "" as the configuration says."""
    account: str = ""
    """The name of the account whose server asks it, "" where it is asked from here."""

    @property
    def full_name(self) -> str:
        """Site › Section; the site alone where the section is called like it."""
        return self.site if self.name in ("", self.site) else f"{self.site} › {self.name}"


class Site(Value):
    """A site that is followed, with its sections in order."""

    id: int
    name: str
    url: str
    sections: tuple[Section, ...] = ()
    shared: tuple[tuple[frozenset[int], int], ...] = ()
    """Sections that have unread stories in common, and how many."""


class Story(Value):
    """A story in the library, as a list shows it (no text)."""

    id: int
    title: str
    url: str
    site: str
    section: str
    sections: tuple[str, ...] = ()
    published: datetime | None = None
    seen: datetime | None = None
    """When it came into the library."""
    read: bool = False
    starred: bool = False
    summary: str = ""
    kept: bool = False
    """Its article is in the library."""
    queued: bool = False
    """It waits to be downloaded."""
    snippet: str = ""
    """Where a search found its words: marked by U+0002 before and U+0003 after each."""
    later: bool = False
    """A person wants to read it later."""
    tags: tuple[str, ...] = ()
    """A person's tags on it."""
    noted: bool = False
    """A person wrote a note on it."""
    authors: tuple[str, ...] = ()
    picture: str = ""
    """The address of a picture that the feed gives, or ""."""
    others: tuple[int, ...] = ()
    """The stories that its row stands for besides, where it is that of a group."""
    outlets: tuple[str, ...] = ()
    """Who tells the event, where its row stands for one."""
    highlights: tuple[str, ...] = ()
    """The names of the highlights that find it."""
    updated: bool = False
    """Its text is another than the one a person read, and was not opened since."""

    @property
    def heading(self) -> str:
        """What a list calls it: its title, or where it has none its first words."""
        return line(self.title) or shorten(self.summary, FIRST_WORDS) or self.url or "Untitled"


class Telling(Value):
    """A story as one telling of an event."""

    story: Story
    outlet: str = ""
    """Whose telling it is: what belongs to one owner, or has an agency's text, has one name."""
    why: tuple[str, ...] = ()
    """The words of its headline, and of its lead, that joined it."""
    copy_of: int = 0
    """Another telling with the same text, 0 for none."""
    ruled: bool = False
    """A person said that it belongs here."""


class Event(Value):
    """What several stories tell."""

    id: int
    """One of its stories was that."""
    tellings: tuple[Telling, ...]
    """The newest first."""
    outlets: tuple[str, ...] = ()
    """Who tells it independently."""
    before: tuple[Story, ...] = ()
    """The story so far: a telling of each event that belongs to it, the newest first."""
    apart: tuple[Story, ...] = ()
    """What a person said is not the same."""


class Addition(Value):
    """What one telling of an event says that no other does."""

    telling: Telling
    paragraphs: tuple[str, ...]


class Ranked(Value):
    """An event, or a story that nobody else tells, as the front page ranks it."""

    story: Story
    """The telling that stands for it."""
    outlets: tuple[str, ...]
    """Who tells it independently: what has one owner counts once, and so does an agency's text."""
    tellings: int
    hours: float
    """Since it was told last."""
    weight: float
    """A person's, of its section."""
    score: float


class CatchUp(Value):
    """What of the last time can be read in so many minutes."""

    stories: tuple[Story, ...]
    """Each with the others that tell its event; the most important first."""
    minutes: tuple[float, ...]
    """What each takes to read."""
    left: int = 0
    """Events that there is no time for."""
    left_minutes: float = 0.0


class Told(Value):
    """All that is told of a story."""

    story: Story
    article: Article
    related: tuple[Related, ...] = ()
    similar: tuple[Story, ...] = ()
    enclosed: tuple[Enclosure, ...] = ()


class StoryFilter(Value):
    """Which stories a list holds. All conditions hold together; nothing set means every story."""

    section_id: int = 0
    site_id: int = 0
    guide: bool = False
    unread: bool = False
    starred: bool = False
    words: str = ""
    """A search, in the language of `storage.query`."""
    order: Literal["date", "relevance", "oldest", "site", "section", "unread"] = "date"
    """Newest first, the best match of a search first, oldest first, or newest first within each site, within each
    section, or within the unread and then the read ones."""
    news: bool = False
    """Without the stories of the Guide."""
    folder_id: int = 0
    """What stands in this folder, and in those inside it."""
    tag_id: int = 0
    """What has this tag of a person's."""
    later: bool = False
    kept: bool = False
    """What is downloaded: its article is in the library (the Guide is not among them)."""
    today: bool = False
    """What came since midnight, by the clock of this machine."""
    events: bool = False
    """Of the stories that tell one event only the first one in this order."""
    front: bool = False
    """The front page: the events of the last days, the most important first."""
    ids: tuple[int, ...] = ()
    """Just these stories, in this order."""


class Counts(Value):
    """Stories and unread ones of the standing rows."""

    stories: int = 0
    unread: int = 0
    starred: int = 0
    guide_unread: int = 0
    guide: int = 0
    """Stories of the Guide; they are among the others' counts too."""
    later: int = 0
    kept: int = 0
    """Stories that are downloaded."""
    events: int = 0
    """How often what tells one event was changed; 0 where every story is told once."""


class Update(Value):
    """One line of a refresh or a download as it runs: what happened to one section or story."""

    done: int
    total: int
    section_id: int = 0
    story_id: int = 0
    name: str = ""
    """Site › Section, or the story's headline."""
    new: int = 0
    error: str = ""
    host_held: bool = False
    """Not asked: the host asked to be left alone for a while."""
    offline: bool = False
    """It failed because there seems to be no network at all."""


class Followed(Value):
    """What following did: the site with the sections taken, and those that were there already."""

    site: Site
    added: tuple[Section, ...] = ()
    stories: int = 0


class Subscription(Value):
    """A line of a subscription file; `site` where it says whose section it is."""

    url: str
    title: str = ""
    page: str = ""
    folders: tuple[str, ...] = ()
    kind: Kind = Kind.FEED
    tags: tuple[str, ...] = ()
    """What it is tagged with besides its folder."""
    hidden: bool = False
    """It has no row of its own (newsboat's tags with a `!`)."""
    site: str = ""


class Subscriptions(Value):
    """A subscription file; `folders` are those that it says are no site, `refused` lines left out, each with why."""

    lines: tuple[Subscription, ...] = ()
    folders: tuple[tuple[str, ...], ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    """Kept searches, and query feeds as such: (name, words)."""
    refused: tuple[str, ...] = ()
    plain: bool = False
    """A list of addresses, which nobody said are those of feeds."""


class SavedStory(Value):
    """A story as another program kept it for a person, and when that was (`saved`)."""

    url: str
    title: str = ""
    saved: datetime | None = None
    read: bool = False
    starred: bool = False
    later: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    content: str = ""
    """Its text as the program kept it, HTML, "" where it gives none."""


class SavedStories(Value):
    """What a person kept in another program, as far as it goes; `refused` are those left out, each with its reason."""

    program: str
    stories: tuple[SavedStory, ...] = ()
    refused: tuple[str, ...] = ()


class CachedStory(Value):
    """A story in another reader's cache, with what a person did to it there."""

    entry: Entry
    read: bool = False
    flags: str = ""
    """newsboat's flags: letters that a person gave."""


class CachedFeed(Value):
    """A feed in another reader's cache, its newest stories first."""

    url: str
    title: str = ""
    stories: tuple[CachedStory, ...] = ()


class Imported(Value):
    """What an import brought that is new: sections, searches, mutes, highlights, and marks of stories."""

    sections: tuple[Section, ...] = ()
    """Those that the file names, followed before or not."""
    followed: int = 0
    """How many of them are followed since."""
    searches: int = 0
    mutes: int = 0
    highlights: int = 0
    stories: int = 0
    """That were not in the library; `known` are those that were."""
    known: int = 0
    read: int = 0
    starred: int = 0
    later: int = 0
    tagged: int = 0
    noted: int = 0
    refused: tuple[str, ...] = ()
    """What was left out, each with its reason."""
    told: tuple[str, ...] = ()
    """What else became of it, a sentence each."""

    @property
    def empty(self) -> bool:
        """Nothing in it could be taken."""
        return not (self.sections or self.searches or self.mutes or self.highlights or self.stories or self.known)


class Session(Value):
    """Where a person was when the screen was left: the list, its highlighted story, the one open (0 for none)."""

    filter: StoryFilter = StoryFilter()
    story_id: int = 0
    open_id: int = 0
    pane: str = ""
    """The pane that had the keys."""
    density: str = ""
    """How much of a story the lists showed, where a person chose it."""


class Sizes(Value):
    """How large the library is: bytes on disk, and what they are."""

    bytes: int = 0
    stories: int = 0
    articles: int = 0
    pages: int = 0
    """Pages whose HTML is kept, to be read again by a better reader."""
    page_bytes: int = 0
    marks: int = 0


class Tidying(Value):
    """One line of what tidying would remove: how many of what, and why, in words."""

    what: Literal["stories", "pages", "contents", "log"]
    count: int
    bytes: int
    reason: str
    before: datetime | None = None
    """What is older than this goes."""


class Action(Value):
    """Something that a person did, as the log has it."""

    id: int
    at: datetime
    verb: str
    """What was done, a word or two: "read", "star", "unfollow", "rename"."""
    what: str = ""
    """To whom or what, in words, "" where `stories` says all."""
    stories: int = 0
    """How many stories it changed."""
    undone: bool = False
    """It was taken back, and can be done again."""
    lost: tuple[str, ...] = ()
    """What of it could not be taken back or done again just now, and why."""


class Folder(Value):
    """A folder of sections, in the order of the pane: those around it first."""

    id: int
    name: str
    parent_id: int = 0
    """The folder around it, 0 for none."""
    path: tuple[str, ...] = ()
    """The names from the outermost folder to this one."""
    section_ids: tuple[int, ...] = ()
    """The sections that stand in it, not those in folders inside it."""
    stories: int = 0
    """In it and in folders inside it, each counted once."""
    unread: int = 0


class Tag(Value):
    """A tag of a person's on stories."""

    id: int
    name: str
    stories: int = 0
    unread: int = 0
