"""The stories that a story page leads to: also-read lines, previous and next, latest, most read, related.

A label decides, as it does for a reader: the page is walked once, only where story links stand, and every link belongs to
the nearest label before it ("ALSO READ:", "Most read", "Latest from …"). Class names and the place in the text
stand in where a page has no words for it.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import address
from tui.model import Related, Relation
from tui.parse import dates
from tui.parse.page.html import words
from tui.parse.page.labels import (
    Label,
    fold,
    inside,
    is_also_read,
    is_spaceless,
    label,
    may_be_a_step,
    says_only_more,
)
from tui.text import line, one_line, shorten
from tui.values import replace

__all__ = ["also_read_node", "is_also_read", "related"]

MOST_LINKS = 4000
"""Links of a page that are looked at."""
MOST_ITEMS = 40
"""Stories taken from one group: a longer list is a page's endless stream."""
ITEM_LENGTH = 900
"""Characters: more text around one link is no teaser."""
LABEL_LENGTH = 75
"""Characters: no label of a group is longer."""
LABEL_REST = 50
"""Characters that may follow a label's words ("Latest from …")."""
MOST_PARTS = 300
"""Elements of one item that are looked at."""
MOST_DEPTH = 100
"""Levels of nesting that are walked into: real pages have some forty."""
PROSE_LENGTH = 90
"""Characters: a paragraph of a story, not a line of a teaser."""
SERIES = 5
"""So many groups "More …" in a row are the whole site's sections, not what belongs to the story."""

_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NO_STORY = frozenset(
    "tag tags etiqueta etiquetas label labels keyword keywords themenseite teema"
    " tematy tagi etiket stichwort category categories categoria categorias categorie kategorie kategori kategoria catalog author authors"
    " autor autoren autores autori auteur auteurs autore contributor contributors columnist columnists journalist journalists journaliste journalistes"
    " reporter reporters by hub profile profiles user users member members search suche recherche buscar pesquisa login log-in signin sign-in signup"
    " sign-up register subscribe subscription subscriptions abo abonnement newsletter newsletters account about about-us contact contact-us kontakt"
    " contacto contatti privacy privacy-policy terms terms-of-use terms-of-service cookies cookie-policy impressum datenschutz feed feeds rss cdn-cgi"
    " wp-content wp-admin wp-login.php wp-json share sharer comment comments shop store jobs advertise advertising advertisement archive archives archiv"
    " sekce section sections rubrik rubriken rubrique rubriques rubrica rubryka ressort seccion secao sezione ranking whatsnew page image images lightbox attachment forum forums voucher vouchers vouchercodes coupons discount-codes".split()
)
"""Path segments that lead to lists of stories, to people, or out of the news."""
_SUBJECTS = frozenset(
    "topic topics tema temas thema themen theme themes sujet sujets emne emner amne aihe teema temat konu".split()
)
"""Path segments that lead to the list of a subject, and now and then to a story filed under it."""
_FILED = re.compile(r"/(?:[^/-]+-){4,}[^/]{5,}$|/\d{6,}$|/(?:19|20)\d\d[/-]\d\d")
_NO_STORY_HOSTS = frozenset(
    "forum forums shop store jobs account accounts login community my abo subscribe help support newsletter newsletters status ads media images img static cdn".split()
)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|pdf|mp[34]|xml|zip|ics|rss|css|js)$")
_ARCHIVE = re.compile(r"(?:/[a-z]{0,10}){0,2}/(?:19|20)\d\d(?:/\d\d?){0,2}")
_OFFER = re.compile(
    r"newsletter|e-?paper|subscri|suscri|abonn|\babo\b|anmeld|registr|log-?in|gewinnspiel|voucher|coupon|gutschein|premium-?vorteil",
    re.IGNORECASE,
)
"""What the address of an offer to readers says: a line of the text, but no story."""
_PAPERWORK = re.compile(
    r"(?:terms|privacy|cookie|about|contact|imprint|legal|newsletters?|editorial-(?:policy|standards))-(?:and|of|policy|us|notice|statement|settings|choices|rights|page|registration|signup|anmeldung)"
)
_OWN_PAGE = re.compile(
    r"/(?:page|seite|pagina|p)?[/-]?\d{1,3}|/(?:amp|print|all|komplettansicht|comments?|feed)", re.IGNORECASE
)
"""What follows a story's own address on its further pages and other forms."""
_NUMBERED = re.compile(r"\d{5,}|/(?:19|20)\d\d[/-][01]?\d(?:[/-]|$)")
_STORY = re.compile(
    r"%[\w%-]{30,}$|[^\x00-\x7f/]{10,}$"
    r"|\d[^/]*\.(?:s?html?|php|aspx?|do)$|[^/-]-[^/]+\.(?:s?html?|php|aspx?)$|/[0-9a-f]*\d[0-9a-f]{7,}$|/[a-z]*\d[a-z0-9]{9,}$",
    re.IGNORECASE,
)
"""What the path of a story has and that of a section has not: a number, a date; in its last part, with the slash before it,
a file with a name of several words."""
_MARKED = re.compile(r"[^\x00-$&-\-/:-\x7f]")
"""Figures, "%", ".", and what is not ASCII. Without one of these `_NUMBERED` and `_STORY` find nothing."""
_STORY_QUERY = re.compile(
    r"[?&]article\d|[?&](?:p|id|\w*_?id|\w*no|idx\w*|story|article|art|news|item|n|a|t)=[\w-]*\d", re.IGNORECASE
)

_SILENT = frozenset(
    "script style noscript template svg iframe select option button -comment video audio head textarea math object".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 legend summary caption dt".split())
_HEADING = "h1, h2, h3, h4, h5, h6"
_INLINE = frozenset("a span strong b em i u font small mark".split())

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_CLUTTER_TOKENS = frozenset(
    "comment comments commentlist disqus taboola outbrain sponsor sponsored sponsors advert adverts advertisement advertorial adv ads promoted share sharing social"
    " breadcrumb breadcrumbs menu megamenu navbar topbar masthead cookie cookies consent login newsletter newsletters subscribe zergnet mgid revcontent"
    " dianomi plista tagcloud tags hashtags partner partners affiliate voucher vouchers coupons".split()
)
_STEP = re.compile(r"(?:^|[\s_-])(?:(prev|previous|older)|(next|newer))(?:$|[\s_-])", re.IGNORECASE)
_NO_STEP = re.compile(
    r"(?:read|up|what|whats)[_-]?next|next[_-]?(?:up|read)|slick|swiper|carousel|slide", re.IGNORECASE
)
_POST_NAV = re.compile(r"post|article|story|related|single|entry|adjacent", re.IGNORECASE)
_KINDS = (
    (
        Relation.ALSO_READ,
        re.compile(
            r"also-?read|read-?also|lire-?aussi|leggi-?anche|read-?more-(?:box|links?|block|article)|inline-?(?:related|article|story)|in-?article-?related|inread-?related"
            r"|leia-?(?:tambem|mais)|lea-?tambien|see-?also"
        ),
    ),
    (
        Relation.MOST_READ,
        re.compile(
            r"most-?(?:read|popular|viewed|shared|commented)|(?<![a-z])popular(?!ity)|trending|(?<![a-z])top-?(?:read|viewed|10|ten)(?![a-z])|mas-?(?:leid[oa]s|vistos)|lo-?mas-|meistgelesen"
            r"|plus-?lus|piu-?letti|mais-?lid[ao]s|wpp-list|hot-?(?:news|topics|stories)|(?<![a-z])ranking|dont-?miss|must-?read"
        ),
    ),
    (
        Relation.RELATED,
        re.compile(
            r"(?<![a-z])(?:relat(?:ed|ionad[oa]|eret|erat|erte?)|correlati|similar(?!web)|yarpp|recirc|recommend|read-?next|up-?next|you-?(?:may|might)|more-?(?:stories|articles|news|from|on-|like|posts)"
            r"|ilgili|powiazan|souvisejic|kapcsolod|weitere-|further-?reading|other-?(?:news|stories|articles|posts)|mehr-?zum|zum-?thema|verwandte|next-?read|suggested)"
        ),
    ),
    (
        Relation.LATEST,
        re.compile(
            r"(?<![a-z])(?:latest|recent-?(?:posts?|news|stories|articles|entries)|newest|last-?news|ultim[aoe]s?-?(?:notizie|noticias|hora)|breaking-?news|newsticker|most-?recent)"
        ),
    ),
)
"""What the makers of pages call such boxes, in class and id."""
_STEPS = frozenset({Relation.PREVIOUS, Relation.NEXT})
_NEWS = re.compile(
    r" (?:news|nachrichten|haberleri|notizie|nyheter|nyheder|nieuws|новости|новини|uutiset|vijesti|vesti|zpravy|spravy|hirek|stiri)$"
)
_ARROW = re.compile(r"^(?:>>?|»|→|➡|►|▶|👉|🔴|▸|⇒|🔗|☞|✅|📌|\+{2,3}|▪|■|◆|●)")


@dataclass(slots=True, eq=False)
class _Group:
    """Links under one label. `relation` is None under a heading that says nothing of the kind."""

    relation: Relation | None
    heading: str
    phrase: str
    outer: "_Group | None"
    frame: "_Frame"
    """Where it was written; `prose` is how many paragraphs stood there before it."""
    prose: int
    keys: "list[str]" = field(default_factory=list)
    """The stories under it, each once, in order."""
    shape: str = ""
    """Tag and class of the first block behind the label."""


@dataclass(slots=True, eq=False)
class _Frame:
    """A container that is being walked through."""

    outer: "_Frame | None"
    depth: int = 0
    in_article: bool = False
    group: _Group | None = None
    prose: int = 0
    """Paragraphs of running text met in it so far."""
    paragraphs: int = 0
    """Those of them that stand in it directly."""
    begun: bool = False
    """Something stood in it already."""
    offered: "_Item | None" = None
    """The item just before, while its excerpt may still follow."""


@dataclass(slots=True, eq=False)
class _Item:
    """One story offered: the largest element that holds links to it alone."""

    node: LexborNode
    key: str
    group: _Group | None
    frame: _Frame
    """The running text it stands in; `prose` is how many paragraphs stood there before it."""
    prose: int
    relation: Relation | None
    """What its own class or rel says."""
    place: int
    """Its number in the group."""
    last: bool = False
    """It stands right behind the paragraphs of its frame."""
    after: str = ""
    """The text right behind it: its excerpt, where it is one."""


@dataclass(slots=True, eq=False)
class _Links:
    """The story links of a page."""

    owner: dict[int, str] = field(default_factory=dict)
    """Every element that holds story links (by mem_id) -> the one story they lead to, "" where there are several."""
    headlines: set[int] = field(default_factory=set)
    """The page's first-level headings that are no labels, and every element around them (by mem_id)."""
    titles: set[str] = field(default_factory=set)
    """The words of those headings, folded: the story's own title."""
    sure: set[str] = field(default_factory=set)
    """Stories whose address alone says that it is a story's."""


def related(tree: LexborHTMLParser, url: str, *, headline: str = "") -> tuple[Related, ...]:
    """The stories a page leads to, in reading order, each once; the tree is left as it is."""
    body = tree.body
    if body is None:
        return ()
    base = _base(tree, url)
    links = _links(tree, url, base)
    if not links.owner:
        return ()
    return _tell_all(tree, url, base, headline, _walk(body, links), links)


def also_read_node(node: LexborNode) -> bool:
    """Is this block of a body an also-read line or box: a label with links and little else, or a label alone?

    For a direct child of the body (p, div, aside, ul, blockquote, figure, h2 to h6). A paragraph of nothing but an arrow
    and a link counts too. A label alone ("Read more:") says that the links right behind it, a list or a paragraph of one
    link, go with it: the caller drops those as well.
    """
    text = " ".join(node.text(separator=" ").split())[:1500]
    if not text or len(text) > 1200:
        return False
    linked = sum(len(_squeezed(link)) for link in node.css("a[href]"))
    if is_also_read(text):
        return linked == 0 or linked * 10 >= (len(text) - 40) * 4
    found = label(text[:LABEL_LENGTH])
    if found is not None and found.relation not in _STEPS:
        return linked > 0 and linked * 10 >= (len(text) - 40) * 6 and len(text) > LABEL_LENGTH // 3
    return _ARROW.match(text) is not None and linked * 10 >= len(text) * 6


def _squeezed(node: LexborNode) -> str:
    """All text of an element on one line, not yet made safe."""
    return one_line(node.text())


@lru_cache(maxsize=2048)
def _is_headline(text: str) -> bool:
    """Long enough to be a headline: four words, or a dozen characters of a script without spaces."""
    return (len(text) >= 18 and text.count(" ") >= 3) or (len(text) >= 11 and is_spaceless(text))


def _names(attributes: dict[str, str | None]) -> str:
    """Class and id of an element."""
    names = attributes.get("class") or ""
    marked = attributes.get("id")
    return f"{names} {marked}" if marked else names


@lru_cache(maxsize=2048)
def _kind(names: str) -> Relation | None:
    """What class and id say of a box."""
    if len(names) > 300:
        return None
    lower = names.lower().replace("_", "-")
    for relation, pattern in _KINDS:
        if pattern.search(lower):
            return relation
    return None


@lru_cache(maxsize=2048)
def _names_clutter(names: str) -> bool:
    return not _CLUTTER_TOKENS.isdisjoint(token.lower() for token in _TOKEN.findall(names))


@lru_cache(maxsize=2048)
def _step(names: str) -> Relation | None:
    """Previous or next, by class or rel."""
    found = _STEP.search(names)
    if found is None or _NO_STEP.search(names):
        return None
    return Relation.PREVIOUS if found[1] else Relation.NEXT


def _says_step(attributes: dict[str, str | None]) -> Relation | None:
    """Previous or next, by what stands in the tag of a link."""
    if len(attributes) == 1:
        return None  # the address alone
    names = _names(attributes)
    rel = attributes.get("rel")
    return _step(f"{rel} {names}" if rel else names) if rel or names else None


def _base(tree: LexborHTMLParser, url: str) -> str:
    """What relative links of the page are relative to."""
    found = tree.head.css_first("base[href]") if tree.head is not None else None
    return (address.join(url, found.attributes.get("href") or "") or url) if found is not None else url


_FRAME = "header nav a[href], body > header a[href], body > footer a[href]"
"""Links of the site's own head and foot, a third of all: they lead to sections, not to stories."""


def _links(tree: LexborHTMLParser, url: str, base: str) -> _Links:
    """Find the story links of the page's own site, and mark every element around them."""
    links = _Links()
    owner = links.owner
    leads = _Leads(url, base, _sites(tree, url))
    headings: list[LexborNode] = []
    framing = {link.mem_id for link in tree.css(_FRAME)}
    for link in tree.css("a[href], h1")[: MOST_LINKS + 50]:
        if link.mem_id in framing:
            continue
        attributes = link.attributes
        href = attributes.get("href")
        if not href:
            if link.tag == "h1":
                headings.append(link)
            continue
        key, sure = leads[href]
        if not key or not (sure or _speaks_of_a_story(link, attributes)):
            continue
        if sure:
            links.sure.add(key)
        node: LexborNode | None = link
        while node is not None:
            place = node.mem_id
            had = owner.get(place)
            if had is None:
                owner[place] = key
            elif had == key or not had:
                break
            else:
                owner[place] = ""
            node = node.parent
    for heading in headings[:50]:
        text = _squeezed(heading)
        if text and len(text) <= LABEL_LENGTH and label(text) is not None:
            continue
        around = owner.get(heading.mem_id) or (heading.parent is not None and owner.get(heading.parent.mem_id))
        if around and around != "=":
            continue  # another story's: some pages give every teaser one
        links.titles.add(fold(text))
        node = heading
        while node is not None and node.mem_id not in links.headlines:
            links.headlines.add(node.mem_id)
            node = node.parent
    return links


def _sites(tree: LexborHTMLParser, url: str) -> set[str]:
    """The registrable domains that are the page's own: where it was got, and where it says that it stands (a mirror, a copy)."""
    sites = {address.registrable(url)}
    says = 'link[rel="canonical"][href], meta[property="og:url"][content]'
    for said in ((tree.head.css(says) if tree.head is not None else None) or tree.css(says))[:4]:
        named = said.attributes.get("href") or said.attributes.get("content") or ""
        if named.startswith("http"):
            sites.add(address.registrable(named))
    return sites - {""}


class _Leads(dict[str, tuple[str, bool]]):
    """Where the links of a page lead, by their href: (the story's key, whether the address says that it is a story's).

    The key tells the stories of a page apart: it is "=" for the page itself, and "" for what is no story of the site.
    """

    def __init__(self, url: str, base: str, sites: set[str]):
        super().__init__()
        _, own_host, own_path, _ = address.split(url)
        self._base = base
        self._own_path = own_path.rstrip("/")
        self._sites = sites
        self._hosts = {own_host: True}
        """Host -> whether the site's stories stand there."""
        self._of_the_guide = url.startswith("guide:")

    def __missing__(self, href: str) -> tuple[str, bool]:
        told = self[href] = self._told(href.strip())
        return told

    def _told(self, href: str) -> tuple[str, bool]:
        if not href or href[0] == "#":
            return "", True
        if href[0] != "/" and not href.startswith("http"):
            if self._of_the_guide and href.startswith("guide:/"):
                href = href.removeprefix("guide:")
            elif _OTHER_SCHEME.match(href):
                return "", True
            else:
                href = address.join(self._base, href)
        path = href
        if href[:1] != "/" or href[:2] == "//":
            host, slash, path = href.partition("//")[2].partition("/")
            host = host.lower()
            known = self._hosts.get(host)
            if not (self._is_own(host) if known is None else known):
                return "", True
            path = slash + path
        if "#" in path:
            path = path.partition("#")[0]
        path, _, query = path.partition("?")
        path = path.rstrip("/")
        if self._own_path and path.startswith(self._own_path):
            if path == self._own_path and not (query and _STORY_QUERY.search("?" + query) and not _is_named(path)):
                return "=", True
            if _OWN_PAGE.fullmatch(path, len(self._own_path)):
                return "=", True
        key = _named(path, query)
        return (path, False) if key is None else (key, True)

    def _is_own(self, host: str) -> bool:
        name = host.rpartition("@")[2]
        ours = any(name == site or name.endswith("." + site) for site in self._sites)
        own = self._hosts[host] = ours and name.partition(".")[0] not in _NO_STORY_HOSTS
        return own


def _named(path: str, query: str) -> str | None:
    """The key of a story whose address says that it is one, "" where it says the contrary, None where it says neither."""
    if not path and not query:
        return ""
    segments = path.lower().split("/")
    last = segments[-1]
    if (
        not _NO_STORY.isdisjoint(segments)
        or ("." in last and _FILE.search(last))
        or ("-" in last and _PAPERWORK.match(last))
    ):
        return ""
    if (path[-1:].isdigit() and _ARCHIVE.fullmatch(path)) or (
        not _SUBJECTS.isdisjoint(segments) and not _FILED.search(path)
    ):
        return ""
    if _is_named(path):
        return path
    return f"{path}?{query}" if query and _STORY_QUERY.search("?" + query) else None


def _is_named(path: str) -> bool:
    """Has a path what the path of a story has: several words, a number, a date?"""
    _, slash, last = path.rpartition("/")
    if len(last) >= 15 and last.count("-") + last.count("_") >= 3:
        return True
    if path.replace("/", "").replace("-", "").isalpha() and path.isascii():
        return False
    if _MARKED.search(path) is None:
        return False
    return _NUMBERED.search(path) is not None or _STORY.search(slash + last) is not None


def _speaks_of_a_story(link: LexborNode, attributes: dict[str, str | None]) -> bool:
    """Is a link with a plain address written like a headline, or like "next story"?"""
    text = link.text()
    if len(text) > 600:
        return False
    text = one_line(text)
    if (len(text) >= 24 and text.count(" ") >= 3) or (len(text) >= 14 and is_spaceless(text)):
        return True
    if _says_step(attributes) is not None:
        return True
    found = label(text) if 3 < len(text) <= 40 and may_be_a_step(text) else None
    return (found is not None and found.relation in _STEPS) or (bool(text) and _is_told_of(link))


def _is_told_of(link: LexborNode) -> bool:
    """Stands a link in a paragraph that begins "Also read:"? Then the shortest headline and the plainest address will do."""
    around = link.parent
    while around is not None and (tag := around.tag) in _INLINE:
        around = around.parent
    return around is not None and tag == "p" and is_also_read(" ".join(_start_of(around, 200).split()))


def _start_of(node: LexborNode, most: int) -> str:
    """The first characters of an element's text, however long it is."""
    parts: list[str] = []
    size = 0
    for inner in node.traverse(include_text=True):
        if inner.tag == "-text":
            parts.append(inner.text_content or "")
            size += len(parts[-1])
            if size >= most:
                break
    return "".join(parts)[:most]


def _walk(body: LexborNode, links: _Links) -> list[_Item]:
    """Go through the page once, down to where story links stand, and give every story to its label."""
    items: list[_Item] = []
    early: int | None = None
    stack = [(_Frame(None), body.iter(include_text=True, skip_empty=True))]
    while stack:
        frame, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            frame.group = frame.offered = None  # circles would keep the whole tree until the collector comes by
            continue
        tag = child.tag or ""
        if tag == "-text":
            _hear(frame, child.text_content or "", None, "")
            continue
        if tag in _SILENT:
            continue
        place = child.mem_id
        key = links.owner.get(place)
        headline = place in links.headlines
        if headline and (key is None or key == "="):
            _forget(frame)  # no label from before the headline reaches behind it
            early = len(items) if early is None else early
        if key is None:
            raw = child.text()
            if not headline or len(raw) > ITEM_LENGTH:
                _hear(frame, raw, child, tag)
            continue
        attributes = child.attributes
        names = _names(attributes)
        if not headline and _is_clutter(child, tag, names, frame):
            continue
        _end_of_list(frame, tag, names)
        if key or tag == "p":
            meant = _meaning(child, tag, frame)
            if meant == "prose":
                _prose(frame, "")
                continue
            if meant == "item" and key:
                _offer(child, tag, key, attributes, names, frame, items)
                continue
        if frame.depth >= MOST_DEPTH:
            continue
        inner = _Frame(frame, frame.depth + 1, frame.in_article or tag in ("article", "main"))
        _name_group(inner, tag, attributes, names, headline)
        stack.append((inner, child.iter(include_text=True, skip_empty=True)))
    # above the headline, a class alone ("trending") marks the site's navigation
    return [
        item
        for number, item in enumerate(items)
        if number >= (early or 0) or item.relation in _STEPS or (item.group is not None and item.group.heading)
    ]


def _offer(
    node: LexborNode,
    tag: str,
    key: str,
    attributes: dict[str, str | None],
    names: str,
    frame: _Frame,
    items: list[_Item],
) -> None:
    """Take an item into the group that holds where it stands."""
    flow: _Frame = frame
    for _ in range(2):
        if flow.prose or flow.outer is None:
            break
        flow = flow.outer
    relation = _step(names)
    if relation is None:
        link = node if tag == "a" else node.css_first("a[href]")
        if link is not None:
            relation = _says_step(attributes if link is node else link.attributes)
    group = _group_at(frame)
    if relation is None and group is None:
        relation = _kind(names)
    place = 0
    if group is not None:
        if key not in group.keys:
            group.keys.append(key)
        place = group.keys.index(key)
    frame.begun = True
    item = _Item(node, key, group, flow, flow.prose, relation, place)
    item.last = flow is frame and frame.paragraphs >= 3
    items.append(item)
    frame.offered = item


def _is_clutter(node: LexborNode, tag: str, names: str, frame: _Frame) -> bool:
    """Navigation, footers, comments, networks: nothing in there is a related story."""
    if tag in ("nav", "header", "footer"):
        if frame.in_article:
            return False
        return tag != "nav" or not (_step(names) or _POST_NAV.search(names))
    if names and tag not in ("main", "article", "a", "p") and _names_clutter(names):
        return node.css_first("main, article p") is None
    return False


def _meaning(node: LexborNode, tag: str, frame: _Frame) -> str:
    """An element with story links is an "item", "prose" with a link in passing, or a "frame" to walk into."""
    if tag == "a":
        return "item"
    raw = node.text()
    if len(raw) > 20 * ITEM_LENGTH:
        return "frame"
    text = one_line(raw[: 2 * ITEM_LENGTH])
    if len(text) > ITEM_LENGTH and tag != "p":
        return "frame"
    if len(raw) > 2 * ITEM_LENGTH:
        text = one_line(raw)
        if len(text) > ITEM_LENGTH and tag != "p":
            return "frame"
    opening = _opening(node) if len(text) > 3 else ""
    found = label(opening) if 0 < len(opening) <= LABEL_LENGTH else None
    if found is not None and _names_a_group(found.rest, opening):
        return "frame"
    if tag in ("p", "blockquote", "td", "li") and len(text) >= 60 and not _mostly_linked(node, text):
        if _ARROW.match(text):
            return "item"
        return "prose" if tag != "li" or _group_at(frame) is None else "item"
    if len(text) >= 2 * PROSE_LENGTH and _runs_on(node):
        return "frame"
    return "item"


def _runs_on(node: LexborNode) -> bool:
    """Is this running text with a story in it, not a card: two paragraphs, or a line that begins with a label?"""
    paragraphs = 0
    for number, part in enumerate(node.css("p")):
        text = _squeezed(part)
        found = label(text[:200]) if number and text else None
        if found is not None and (found.punctuated or not found.rest):
            return True
        paragraphs += len(text) >= PROSE_LENGTH
    return paragraphs >= 2


def _names_a_group(rest: str, text: str) -> bool:
    """Is a text that begins with a label a label as a whole, by what follows in it?"""
    return len(rest) <= LABEL_REST or text.endswith((":", "："))


def _mostly_linked(node: LexborNode, text: str) -> bool:
    return 2 * sum(len(_squeezed(link)) for link in node.css("a[href]")) >= len(text)


def _opening(node: LexborNode) -> str:
    """The first words written in an element."""
    for inner in node.traverse(include_text=True, skip_empty=True):
        if inner.tag == "-text" and (text := (inner.text_content or "").strip()):
            parent = inner.parent
            if parent is None or parent.tag not in _SILENT:
                return " ".join(text[:200].split())
    return ""


def _hear(frame: _Frame, raw: str, node: LexborNode | None, tag: str) -> None:
    """Text where no story link stands: a label, another heading, a paragraph, or nothing of interest."""
    if not raw or raw.isspace():
        return
    if len(raw) > 2000:
        _prose(frame, "", 1 + len(raw) // 600)
        return
    text = one_line(raw)
    amid, frame.begun = frame.begun and node is None, True
    if len(text) >= PROSE_LENGTH:
        first = (
            node.css_first("h2, h3, h4") if node is not None and len(text) < 400 and tag not in ("p", "li") else None
        )
        if first is None:
            found = label(text[:200]) if tag == "p" and len(text) < 130 and text.endswith((":", "：")) else None
            if found is None:
                _prose(frame, text)
                return
        else:
            text = _squeezed(first)  # a line of explanation stands under the label
    found = label(text) if len(text) <= 130 and not amid else None
    if found is not None and _names_a_group(found.rest, text):
        if frame.offered is not None and tag not in _HEADINGS and says_only_more(text) and not found.punctuated:
            return
        if found.relation in _STEPS and 0 < len(found.rest) < 12:
            return
        group = frame.group
        if group is None or group.relation is None or group.keys or not group.heading or tag in _HEADINGS:
            _open_group(frame, found.relation, text, found.phrase)
    elif node is not None and (tag in _HEADINGS or node.css_first(_HEADING) is not None):
        group = frame.group
        if group is not None and group.relation is not None and not group.heading and not group.keys:
            group.heading = text
            return
        if any(_is_headline(_squeezed(link)) for link in node.css("a[href]")):
            return  # a card that leads off the site, among others
        relation = inside(text) or (Relation.RELATED if _NEWS.search(fold(text)) else None)
        _open_group(frame, relation, text, "")


def _open_group(frame: _Frame, relation: Relation | None, heading: str, phrase: str) -> None:
    frame.group = _Group(relation, heading, phrase, _group_at(frame), frame, frame.prose)
    frame.offered = None


def _forget(frame: _Frame | None) -> None:
    """The story's own headline: no label from before it reaches behind it."""
    while frame is not None:
        frame.group = None
        frame = frame.outer


def _prose(frame: _Frame, text: str, paragraphs: int = 1) -> None:
    """A paragraph: the label before it has had its links, unless this is the excerpt of the story just offered."""
    group = frame.group
    if (
        frame.offered is not None
        and group is not None
        and group.relation is not Relation.ALSO_READ
        and 0 < len(text) < 500
    ):
        frame.offered.after = text
        frame.offered = None
        return
    frame.offered = None
    if group is not None and group.relation is not None:
        frame.group = None
    frame.paragraphs += paragraphs
    at: _Frame | None = frame
    while at is not None:
        at.prose += paragraphs
        at = at.outer


def _group_at(frame: _Frame) -> _Group | None:
    """The label that holds for what comes next in a frame; one from outside does not reach into running text."""
    at: _Frame | None = frame
    while at is not None:
        if at.group is not None:
            return at.group
        if at.prose >= 2:
            return None
        at = at.outer
    return None


def _end_of_list(frame: _Frame, tag: str, names: str) -> None:
    """A label holds for the list behind it; a block of another shape behind that list is something else."""
    group = frame.group
    if group is None or group.relation is None:
        return
    shape = f"{tag} {names.partition(' ')[0]}"
    if not group.shape:
        group.shape = shape
    elif shape != group.shape and not group.shape.startswith("=") and len(group.keys) >= 2:
        frame.group = None
    else:
        group.shape = "=" + shape if group.shape != shape else shape


def _name_group(frame: _Frame, tag: str, attributes: dict[str, str | None], names: str, headline: bool) -> None:
    """A container's aria-label, or else its class, is a label where no words hold already."""
    spoken = attributes.get("aria-label") if tag in ("section", "aside", "div", "nav", "ul", "ol") else None
    found = label(line(spoken[:200])) if spoken else None
    relation, heading, phrase = None, "", ""
    if found is not None and len(found.rest) <= LABEL_REST and spoken:
        relation, heading, phrase = found.relation, line(spoken), found.phrase
    if relation is None and names:
        relation = _kind(names)
        if relation is not None and (current := _group_at(frame)) is not None and current.relation is not None:
            return
    if relation is None or headline or tag in ("main", "body", "html"):
        return
    _open_group(frame, relation, heading, phrase)


def _tell_all(
    tree: LexborHTMLParser, url: str, base: str, headline: str, items: list[_Item], links: _Links
) -> tuple[Related, ...]:
    """The items that a label, a class or their place speaks for, told in full."""
    root = tree.root
    language = (root.attributes.get("lang") or "") if root is not None else ""
    own = {address.key(url)}
    canonical = tree.head.css_first("link[rel=canonical]") if tree.head is not None else None
    if canonical is not None:
        own.add(address.key(address.join(url, canonical.attributes.get("href") or "")))
    own_titles = {title for title in (*links.titles, fold(line(headline))) if title}
    series = Counter(group.phrase for group in {item.group for item in items if item.group is not None} if group.phrase)
    taken: Counter[str] = Counter()
    company = Counter((frame, prose) for frame, prose, _ in {(id(item.frame), item.prose, item.key) for item in items})
    kept: dict[_Group, bool] = {}
    seen: set[str] = set()
    found: dict[str, Related] = {}
    listed: dict[_Group, list[str]] = {}
    for item in items:
        if item.key in seen or item.key == "=" or item.place >= MOST_ITEMS:
            continue
        relation, group, hint = _relation(item, links, company[(id(item.frame), item.prose)])
        if relation is None:
            continue
        if group is not None and relation in (Relation.RELATED, Relation.ALSO_READ) and series[group.phrase] >= SERIES:
            if group not in kept:
                taken[group.phrase] += 1
                kept[group] = taken[group.phrase] <= 2 or not group.heading.lower().startswith(
                    ("more ", "mehr ", "plus ")
                )
            if not kept[group]:
                continue
        told = _tell(
            item, relation, line(group.heading).strip(" :：»>→-–|[]") if group is not None else "", hint, base, language
        )
        if told is None:
            continue
        seen.add(item.key)
        key = address.key(told.url)
        if key in own or key in found or fold(told.title) in own_titles:
            continue
        found[key] = told
        if item.group is not None:
            listed.setdefault(item.group, []).append(key)
    for keys in listed.values():
        ranks = [_RANK.match(found[key].title) for key in keys]
        if len(ranks) > 1 and [rank and rank[1] for rank in ranks] == [
            str(number) for number in range(1, len(ranks) + 1)
        ]:
            for key, rank in zip(keys, ranks, strict=True):
                if rank is not None:
                    found[key] = replace(found[key], title=found[key].title[rank.end() :])
    return tuple(found.values())


def _relation(item: _Item, links: _Links, company: int) -> tuple[Relation | None, _Group | None, str]:
    """How an item stands to the story, the group that says so, and a heading over the item alone, which is its title."""
    in_text = item.prose > 0 and (item.frame.prose > item.prose or item.last)
    if item.relation is not None:
        return (Relation.ALSO_READ if item.relation is Relation.RELATED and in_text else item.relation), None, ""
    group, hint = item.group, ""
    while group is not None and group.relation is None:
        if len(group.keys) > 1:
            group = None
            break
        hint = hint or group.heading
        group = group.outer
    if group is None or group.relation is None:
        return _by_itself(item, in_text and item.key in links.sure, company), None, ""
    relation = group.relation
    if relation is Relation.RELATED and group.prose > 0 and group.frame.prose > group.prose and in_text:
        relation = Relation.ALSO_READ
    if relation in _STEPS and item.place > 0:
        return None, None, ""
    return relation, group, hint


def _by_itself(item: _Item, in_text: bool, company: int) -> Relation | None:
    """What an item under no label is: its own words may say so, or its place in the running text."""
    if item.node.tag in _LINES:
        text, opening = _squeezed(item.node)[:400], _opening(item.node)
        said = label(opening) if text != opening else None
        if said is not None and said.relation in _SAID_BY_LINKS and len(said.rest) <= 12:
            follows = text[len(opening) :].strip(_ARROWS + ":")
            if _is_headline(follows) or (said.relation in _STEPS and len(follows) >= 8):
                return said.relation
        found = label(text)
        if found is not None and found.relation in _STEPS and not found.rest:
            return found.relation
        if found is not None and found.relation in _SAID_BY_LINKS and _is_headline(found.rest):
            clear = found.clear and found.relation is Relation.ALSO_READ
            if found.punctuated or clear:
                return found.relation
    return Relation.ALSO_READ if in_text and _stands_alone(item, company) else None


_LINES = frozenset("a p li h2 h3 h4 h5 h6 strong em span".split())
_SAID_BY_LINKS = _STEPS | {Relation.ALSO_READ, Relation.RELATED}


def _stands_alone(item: _Item, company: int) -> bool:
    """A story link that has a line or a box of the running text to itself, with few others before the text goes on."""
    node = item.node
    if node.tag == "figure" or company > 6 or _OFFER.search(item.key):
        return False
    if node.tag not in ("a", "p", "li") and any(_is_headline(_squeezed(head)) for head in node.css(_HEADING)):
        return company <= 2 and len(node.text()) < 2 * ITEM_LENGTH
    links = [node] if node.tag == "a" else node.css("a[href]")
    if node.css_first("img") is not None:
        # a card; but a picture that opens larger has words in its caption only
        return (
            company <= 2
            and node.css_first("figcaption") is None
            and any(_is_headline(_squeezed(link)) for link in links)
        )
    link = links[0] if links else None
    block: LexborNode | None = link
    while block is not None and block.tag in _INLINE:
        block = block.parent
    if link is None or block is None:
        return False
    said, around = _squeezed(link), block.text()
    if not _is_headline(said) or len(around) > 3 * ITEM_LENGTH:
        return False
    around = " ".join(around.split())
    return len(around) - len(said) <= 15 or (_ARROW.match(around) is not None and len(around) <= 2 * len(said) + 40)


_TITLE_NAMES = re.compile(r"title|headline|heading|hed(?![a-z])", re.IGNORECASE)
_EXCERPT_NAMES = re.compile(r"excerpt|summary|desc|standfirst|dek(?![a-z])", re.IGNORECASE)
_DATE_NAMES = re.compile(r"date|time", re.IGNORECASE)
_RANK = re.compile(r"(\d{1,2})(?:[.)]\s*|\s+|(?=[^\W\d_]))")
_NUMBERS = re.compile(r"[\W\d_]*$")
_DIGIT = re.compile(r"\d")
_ARROWS = " \t\n→←»«›‹▶►>|"


@dataclass(slots=True, eq=False)
class _Parts:
    """What an item is made of: its elements, by what they look like."""

    headings: list[LexborNode] = field(default_factory=list)
    titled: list[LexborNode] = field(default_factory=list)
    excerpts: list[LexborNode] = field(default_factory=list)
    times: list[LexborNode] = field(default_factory=list)
    dated: list[LexborNode] = field(default_factory=list)
    pictures: list[LexborNode] = field(default_factory=list)
    links: list[LexborNode] = field(default_factory=list)


@lru_cache(maxsize=2048)
def _roles(names: str) -> str:
    """The lists of `_Parts` that a class speaks for."""
    patterns = (("titled", _TITLE_NAMES), ("excerpts", _EXCERPT_NAMES), ("dated", _DATE_NAMES))
    return " ".join(role for role, pattern in patterns if pattern.search(names[:300]))


def _parts(node: LexborNode) -> _Parts:
    """Sort the elements of an item, in one pass."""
    parts = _Parts()
    for number, inner in enumerate(node.traverse()):
        if number > MOST_PARTS:
            break
        tag = inner.tag or ""
        attributes = inner.attributes
        if tag == "a":
            if attributes.get("href"):
                parts.links.append(inner)
        elif tag == "img":
            parts.pictures.append(inner)
        elif tag == "time":
            parts.times.append(inner)
        elif len(tag) == 2 and tag in _HEADINGS:
            parts.headings.append(inner)
        elif tag == "p":
            parts.excerpts.append(inner)
        names = attributes.get("class")
        if names and tag not in _SILENT:
            for role in _roles(names).split():
                getattr(parts, role).append(inner)
    return parts


def _tell(item: _Item, relation: Relation, heading: str, hint: str, base: str, language: str) -> Related | None:
    """An item in full: title, address, excerpt, date."""
    node = item.node
    parts = _parts(node)
    last = item.key.rpartition("/")[2]
    target = next((link for link in parts.links if last in (link.attributes.get("href") or "")), None)
    if target is None:
        return None
    url = address.clean(address.join(base, target.attributes.get("href") or ""))
    if not url.startswith(("http", "guide:")):
        return None
    title = line(_title(node, parts, hint)).strip(_ARROWS)
    title, said = _without_label(title, node)
    step = relation in _STEPS
    if said is not None and not said.punctuated and said.relation is Relation.RELATED and len(title) < 32:
        if not step:
            return None  # "More similar stories": a door to a list
        title = ""
    if said is not None and said.relation is Relation.ALSO_READ and relation is Relation.RELATED and said.rest:
        relation = Relation.ALSO_READ
    if step and said is not None and said.relation in _STEPS:
        relation = said.relation  # the words that are seen; themes disagree what rel="next" means
    if not title and step and (over := label(heading)) is not None and _is_headline(over.rest):
        title = over.rest
    if not title and (step or not any(_squeezed(link) for link in parts.links)):
        title = line(_from_address(item.key))
    if not title:
        return None
    return Related(relation, title, url, _excerpt(item, parts, title), _published(parts, language), heading)


def _without_label(title: str, node: LexborNode) -> tuple[str, Label | None]:
    """A title without the label in front of it, and that label where there is one."""
    opening = _opening(node).strip(_ARROWS)
    found, said = label(title), label(opening)
    if (
        said is not None
        and title.startswith(opening)
        and 8 <= len(title) - len(opening) < len(found.rest if found else title)
    ):
        return title[len(opening) :].strip(_ARROWS + ":"), replace(said, rest=title)  # "Also on our site" + the title
    if found is None:
        return title, None
    if len(found.rest) >= 8 and found.punctuated:
        return found.rest, found
    if len(found.rest) >= 8 and (found.clear or found.relation in _STEPS):
        return re.sub(r"^\w{1,6}:\s+", "", found.rest), found
    return title, found


def _title(node: LexborNode, parts: _Parts, hint: str) -> str:
    """The headline: what stands as a heading, else the longest text that is linked and is not "read more"."""
    said = [text for text in map(_said, parts.links) if text and not says_only_more(text)]
    for titled in (parts.headings, parts.titled):
        best = ""
        for part in titled:
            text = _spoken(part)
            if _is_headline(text) and not says_only_more(text) and (not best or text in best):
                best = text
        if best:
            inner = max((text for text in said if text in best), key=len, default="")
            return inner if _is_headline(inner) else best
    longest = max(said, key=len, default="")
    if node.tag in ("li", "p") and longest and not _is_headline(longest) and not is_spaceless(longest):
        whole = _spoken(node)
        if len(longest) * 2 < len(whole) <= 250:
            return whole  # a line with a link in it
    if len(longest) >= 8 or is_spaceless(longest):
        return longest
    if hint:
        return hint
    for link in parts.links:
        for told in (link.attributes.get("title"), link.attributes.get("aria-label")):
            if told and _is_headline(told[:300]) and not says_only_more(told):
                return told[:300]
    whole = _spoken(node)
    for text in filter(None, map(_squeezed, parts.links)):
        whole = whole.replace(text, " ").strip()
    if _is_headline(whole) and len(whole) <= 300:
        return whole
    for picture in parts.pictures[:2]:
        alt = (picture.attributes.get("alt") or "")[:300]
        if _is_headline(alt):
            return alt
    return longest


def _spoken(node: LexborNode) -> str:
    """The text of an element that is shown: no scripts, no markup for those without scripts."""
    text = node.text()
    if "<" in text or "{" in text:
        text = " ".join(
            inner.text_content or ""
            for inner in node.traverse(include_text=True)
            if inner.tag == "-text" and (inner.parent is None or inner.parent.tag not in _SILENT)
        )
    return one_line(text[:2000])[:600]


def _said(link: LexborNode) -> str:
    """The text of a link; of a link around a whole card, its first part that reads like a headline."""
    parts = [text for part in link.iter() if part.tag not in _SILENT and (text := _spoken(part))]
    if len(parts) < 2:
        return _spoken(link)
    whole = " ".join(parts) if sum(map(len, parts)) >= len(_spoken(link)) - len(parts) else _spoken(link)
    if len(whole) > 140 or any(_NUMBERS.match(part) for part in parts):
        for part in parts:
            if _is_headline(part) and not _NUMBERS.match(part):
                return part
    return whole


def _from_address(key: str) -> str:
    """The words of an address, where a page names a story by its label only."""
    last = re.sub(r"\.\w+$", "", key.rpartition("/")[2])
    words = " ".join(re.sub(r"[-_+]+", " ", last).split())
    if "%" in words or "?" in words or not re.search(r"[^\W\d_]{3}", words):
        return ""
    return words[:1].upper() + words[1:]


def _excerpt(item: _Item, parts: _Parts, title: str) -> str:
    """The lines under the headline, where the page gives them."""
    for part in parts.excerpts:
        text = words(part)[:600]
        if len(text) >= 40 and title not in text and text not in title:
            return shorten(text, 400)
    return shorten(item.after, 400) if len(item.after) >= 40 else ""


def _published(parts: _Parts, language: str) -> datetime | None:
    """The date that stands with the item."""
    for time in parts.times[:1]:
        return dates.moment((time.attributes.get("datetime") or "")[:60] or _squeezed(time)[:60], language)
    for part in parts.dated[:2]:
        text = _squeezed(part)[:60]
        if _DIGIT.search(text) and (moment := dates.moment(text, language)) is not None:
            return moment
    return None
