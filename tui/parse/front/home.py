"""The page itself: whose it is, what it says about itself, and where its links lead."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import address
from tui.parse.page.addresses import NEVER, Address, judge
from tui.parse.page.pictures import best_picture
from tui.parse.words import addresses as words
from tui.parse.words import split
from tui.text import line

_MEDIA_HOSTS = frozenset(split(words.MEDIA_HOSTS))
_SERVICE_HOSTS = frozenset(split(words.SERVICE_HOSTS))

_DECLARED = 2000
"""How many elements of a page's head are looked at."""

_LONGEST_TITLE = 10_000
_LONGEST_ADDRESS = 1000
"""Characters of a link's address; longer ones lead to no story and no section."""

_MOST_PARAMETERS = 40

CLEAN = re.compile(r"https?://(?:[^/?#]*@)?([^/?#:]*)(?::\d+)?(/[^?#]*)?(?:\?([^#]*))?")

_AMP = re.compile(r"/amp(?:/|$|\?)|\.amp|[?&](?:amp|outputType)=")

_INDEX = re.compile(r"/index\.(?:html?|php)$")

_SIMPLE = re.compile(
    r"(?:(https?:)?//([a-z0-9.-]++)(?=[/?#]|\Z))?(/(?!/)[A-Za-z0-9_,+~!$()*;:@=./-]*+)?"
    r"(?:\?((?:[A-Za-z0-9_.-]++=[A-Za-z0-9_.-]*+&)*+[A-Za-z0-9_.-]++=[A-Za-z0-9_.-]*+))?(?:#[A-Za-z0-9_.=&-]*+)?"
)
"""A plain address in its parts (scheme, host, path, query), whole or from the root of its site."""


class Head:
    """What a page says about itself, in its head or elsewhere."""

    def __init__(self, parser: LexborHTMLParser, url: str):
        self.base = ""
        """What its relative links hang on."""
        self.title: str | None = None
        self.metas: dict[str, str] = {}
        """Property, name or http-equiv in lower case → content; the first of each."""
        self.links: list[dict[str, str | None]] = []
        """The attributes of its link elements."""
        for node in parser.css("title, meta, link, base")[:_DECLARED]:
            tag, attributes = node.tag, node.attributes
            if tag == "meta":
                name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv")
                if name:
                    self.metas.setdefault(name.lower(), attributes.get("content") or "")
            elif tag == "link" and attributes.get("href"):
                self.links.append(attributes)
            elif tag == "base" and not self.base:
                self.base = address.join(url, attributes.get("href") or "")
            elif tag == "title" and self.title is None:
                self.title = line(node.text()[:_LONGEST_TITLE])
        if not self.base.startswith("http"):
            self.base = url


_WWW = re.compile(r"^www\d*\.")


class Home:
    """The page itself: whose it is."""

    def __init__(self, head: Head, url: str, name: str, language: str):
        self.base = head.base
        self.url = url
        self.host = address.host(url)
        self._plain_host = _WWW.sub("", self.host)
        self.scheme, _, rest = self.base.partition("//")
        self.origin = self.scheme + "//" + rest.partition("/")[0]
        self.base_host = address.host(self.base)
        self._here: dict[str, bool] = {}
        self._kinds: dict[str, float] = {}
        self._subs: dict[str, int] = {}
        self._seen: dict[str, tuple[bool, str]] = {}
        self.key = address.key(whole(url))
        canonical = [each["href"] for each in head.links if each.get("rel") == "canonical"][:3]
        said = [address.join(self.base, given) for given in (*canonical, head.metas.get("og:url")) if given]
        self.domain = address.registrable(url)
        self.brands = {brand for each in (url, *said) if len(brand := address.registrable(each).partition(".")[0]) >= 3}
        self.keys = {address.key(whole(each)) for each in (url, *said) if address.split(each)[2].strip("/")}
        self.name = name
        self.language = language
        self.silent: frozenset[str] = frozenset()
        """Words and hosts that stand in most addresses of its stories, and so say nothing here."""
        self._judged: dict[str, Address] = {}

    def judge(self, url: str) -> Address:
        """What the shape of an address says on this site."""
        found = self._judged.get(url)
        if found is None:
            found = self._judged[url] = judge(url, self.silent)
        return found

    def owns(self, host: str) -> bool:
        """Whether a host is of the same site, or has the same name under another ending (bbc.co.uk and bbc.com)."""
        return self.seen(host)[0]

    def seen(self, host: str) -> tuple[bool, str]:
        """(whether it is the site's own, how `address.key` writes it) of a host."""
        if host not in self._seen:
            own = host == self.domain or host.endswith("." + self.domain)
            if not own and any(brand in host for brand in self.brands):
                own = address.registrable(host).partition(".")[0] in self.brands
            self._seen[host] = own, address.bare(host)
        return self._seen[host]

    def host_score(self, host: str) -> float:
        """What the name of another host of the same site weighs against a story there (jobs.example.com,
        tv.example.com)."""
        if host not in self._kinds:
            labels = [] if host == self.host or host in self.silent else host.partition(":")[0].split(".")[:-2]
            score = 0.0
            for label in labels:
                if label in _MEDIA_HOSTS or label.endswith("tv"):
                    score = min(score, -NEVER)
                elif label in _SERVICE_HOSTS or label.endswith(("shop", "jobs", "job", "store")):
                    score = min(score, -12.0)
            self._kinds[host] = score
        return self._kinds[host]

    def is_here(self, host: str) -> bool:
        """Whether a host is the page's own, with or without www."""
        if host not in self._here:
            self._here[host] = host == self.host or _WWW.sub("", host) == self._plain_host
        return self._here[host]

    def sub(self, host: str) -> int:
        """How many labels a host has before the site's own name: 1 for news.example.com."""
        if host not in self._subs:
            self._subs[host] = host.removeprefix("www.").count(".") - address.registrable(host).count(".")
        return self._subs[host]


def target(href: str, home: Home) -> tuple[str, str, str, bool]:
    """(address, key, host, whether it is the site's own) of a link; empty if it leads nowhere."""
    if not href or href[0] == "#" or href[:7].lower() in ("javascr", "mailto:"):
        return "", "", "", False
    if len(href) > _LONGEST_ADDRESS or href.count("&") > _MOST_PARAMETERS:
        return "", "", "", False
    simple = _SIMPLE.fullmatch(href)
    host = (simple[2] or (home.base_host if simple[3] else "")) if simple is not None else ""
    if simple is None or not host or "/." in href or (("amp" in href or "outputType" in href) and _AMP.search(href)):
        url = whole(web_address(href if href.startswith(("http://", "https://")) else address.join(home.base, href)))
        host = host_of(url)
        return (url, address.key(url), host, home.owns(host)) if url else ("", "", "", False)
    # the common plain ones are not taken apart and put together again
    path = simple[3] or "/"
    url = (f"{simple[1] or home.scheme}//{host}" if simple[2] else home.origin) + path
    own, bare = home.seen(host)
    key = bare + (_INDEX.sub("", path) if "/index." in path else path).rstrip("/")
    if simple[4]:
        pairs = [pair for pair in simple[4].split("&") if not address.tracks(pair.partition("=")[0])]
        if pairs:
            url, key = f"{url}?{'&'.join(pairs)}", f"{key}?{'&'.join(sorted(pairs))}"
    return url, key, host, own


def web_address(url: str) -> str:
    """A web address, or ""."""
    found = address.clean(url)
    return found if found.startswith("http") else ""


def host_of(url: str) -> str:
    """The host of a clean address, with its port."""
    return url.split("/", 3)[2].partition("?")[0].rpartition("@")[2] if url.startswith("http") else ""


def whole(url: str) -> str:
    """The address without its fragment, unless the fragment names the page (#!/story)."""
    head, mark, fragment = url.partition("#")
    return url if mark and fragment.startswith(("!", "/")) and len(fragment) > 3 else head


_NO_PICTURE = re.compile(r"blank|pixel|spacer|placeholder|transparent|1x1|loading", re.IGNORECASE)


def picture_of(image: LexborNode, home: "Home") -> str:
    """The address of a picture, or "" if it is only a placeholder."""
    given = best_picture(image, image.attributes)
    if not given or len(given) > 2000 or _NO_PICTURE.search(given.rpartition("/")[2]):
        return ""
    simple = _SIMPLE.fullmatch(given)
    if simple is not None and simple[2] and simple[3]:
        return given if simple[1] else home.scheme + given
    return web_address(given if given.startswith(("http://", "https://")) else address.join(home.base, given))
