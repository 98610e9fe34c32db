"""Addresses: which may be opened, which are the same story, which belong together.

`safe` is an address as it was given, fit to be kept and asked; `clean` is without what only says where a reader came
from; `key` is what two addresses of one story share; `section_key` is what two addresses of one section share.
"""

import ipaddress
import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

OPENABLE = frozenset({"http", "https", "mailto", "gemini"})
"""Schemes that may be handed to another program."""

_TRACKING = (
    r"(?i)(utm_\w+|at_(medium|campaign|custom\d|link_\w+|ptr_\w+|bbc_team|format)|fbclid|gclid|dclid|gbraid|wbraid|msclkid"
    r"|yclid|twclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs(enc|mi)|vero_id|oly_(anon|enc)_id|wickedid|ns_\w+|xtor"
    r"|cmpid|smid|smtyp|__twitter_impression|guccounter|guce_\w+|ref_src|ref_url|ftag"
    r"|traffic_source|wt_mc|wt_zmc|ocid|sr_share|__s|ss_source|ss_campaign_\w+|googlestatid|intcmp)"
)
"""Names that nobody gives to anything else: ncid, cmp, spm, scm, ito, icid, hpt, iref, feedname and feedtype name a
story or a feed on some sites, and are not among them.

Compiled when it is first needed: few verbs of the command line meet a parameter, and it takes as long as all else
here."""
_SAME_HOST = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_SAME_PAGE = re.compile(r"/amp(?=/|$)|\.amp(?=\.html?$|$)|/index\.(?:html?|php)$")
_SECOND_LEVEL = frozenset("ac co com edu gob gov go gouv gv info mil ne net nom or org".split())
_SHARED_HOSTS = frozenset(
    "blogspot.com wordpress.com github.io gitlab.io substack.com medium.com tumblr.com ghost.io netlify.app pages.dev"
    " vercel.app web.app bearblog.dev micro.blog livejournal.com over-blog.com hatenablog.com typepad.com".split()
)


_SIMPLE = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?/[A-Za-z0-9/_.~%,:@!$()*+&=-]*", re.ASCII)
"""An absolute address with nothing in it to clean: most links of most pages."""
_USUAL = re.compile(
    r"(https?)://([a-z0-9.-]+(?::(?!(?:80|443)\b)[1-9][0-9]{0,3}|:[1-5][0-9]{4})?)(/[^?#\s]*)?(?:\?([^#\s]*))?(?:#\S*)?"
)
"""An absolute address without a name, a port that goes without saying, or an upper case where case does not count."""
_PLAIN_QUERY = re.compile(r"[A-Za-z0-9/_.~%,:;@!$()*+&=?-]+", re.ASCII)
"""A query with nothing in it to quote."""
_ROOTED = re.compile(r"/(?:[A-Za-z0-9_~-]+[/.])*[A-Za-z0-9_~-]*", re.ASCII)
"""A path from the root of its site, without dots to resolve."""


def split(url: str) -> tuple[str, str, str, str]:
    """(scheme, host with port, path, query), lower case where case does not count; empty strings for what is no
    address."""
    if usual := _USUAL.fullmatch(url):  # a fifth of the time, for nearly all
        scheme, host, path, query = usual.groups("")
        return scheme, host, path, query
    try:
        parts = urlsplit(url.strip())
        scheme, host = parts.scheme.lower(), parts.netloc.rpartition("@")[2].lower()
        if (parts.port, scheme) in ((80, "http"), (443, "https")):
            host = host.rpartition(":")[0]
    except ValueError:
        return "", "", "", ""
    return scheme, host, parts.path, parts.query


def host(url: str) -> str:
    """The host of an address, with its port where it is not the usual one."""
    return split(url)[1]


def join(base: str, link: str) -> str:
    """A link as it stands on a page, made absolute; "" for what cannot be followed."""
    if _SIMPLE.fullmatch(link):
        return link
    link = re.sub(r"[\t\r\n]", "", link.strip())
    if base.startswith("guide:") and link.startswith("/"):
        return "guide:" + link  # urljoin knows no guide
    try:
        if _ROOTED.fullmatch(link):
            parts = urlsplit(base)
            if parts.netloc and parts.scheme in ("http", "https"):
                return f"{parts.scheme}://{parts.netloc}{link}"
        return urljoin(base, link)
    except ValueError:
        return ""


def safe(url: str) -> str:
    """The address as it was given, unsafe bytes percent-encoded, the host in lower case; "" for other schemes than
    http, https, mailto, gemini and guide. A name and a password in it stay to the letter."""
    url = url.strip()
    path, mark, query = url.partition("?")
    if _SIMPLE.fullmatch(path) and (not mark or _PLAIN_QUERY.fullmatch(query)):
        return url
    scheme = url.partition(":")[0].lower()
    if scheme in ("mailto", "guide", "gemini"):
        return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
    if scheme not in ("http", "https"):
        return ""
    try:
        parts = urlsplit(url)
        if not parts.netloc or not parts.hostname:
            return ""
        userinfo, at, place = parts.netloc.rpartition("@")
        if not place.isascii():
            place = place.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""
    place = quote(userinfo, safe=":.-_~%!$&'()*+,;=") + at + quote(place.lower(), safe=":[].-_~%")
    built = urlunsplit((scheme, place, parts.path or "/", parts.query, parts.fragment))
    return quote(built, safe="%/:=&?~#+!$,;'@()*[]|")


def clean(url: str) -> str:
    """A `safe` address without its tracking parameters and text fragments."""
    kept = safe(url)
    if not kept.startswith("http") or not ("?" in kept or "#" in kept):
        return kept
    rest, sharp, fragment = kept.partition("#")
    path, mark, query = rest.partition("?")
    if query:
        query = "&".join(pair for pair in query.split("&") if not tracks(pair.partition("=")[0]))
    if fragment and tracks_from(fragment):
        sharp = fragment = ""
    return f"{path}{mark if query else ''}{query}{sharp}{fragment}"


def tracks_from(fragment: str) -> bool:
    """A fragment that says where a reader came from, or marks a text on the page: no place in it that has a name."""
    return fragment.startswith((":~:", "xtor", "ref", "utm_", "Echobox", "at_"))


_OTHER_SPELLINGS = re.compile(r"(?i)(?:feed|rss|pcast|itpc|podcast):(?:/*(?=https?:)|//)?")
"""Schemes that mean "follow this" (feed://host/path, feed:https://host/path), and those of podcasts."""


def meant(text: str) -> str:
    """The address of the web that a person or a subscription file means: `feed:` and its like are taken off, a bare
    host gets its scheme; "" for what is none."""
    given = text.strip()
    bare = _OTHER_SPELLINGS.sub("", given, count=1) if _OTHER_SPELLINGS.match(given) else given
    if "://" not in bare:
        if re.match(r"(?i)(?:mailto|javascript|data|file|about|xmpp|tel|news|guide):", bare):
            return ""
        host = split(f"http://{bare}")[1]
        if " " in host:
            return ""  # words, and no host
        private = is_private_name(host.partition(":")[0])
        bare = f"{'http' if private or bare != given else 'https'}://{bare}"
    found = safe(bare) if re.match(r"(?i)https?:", bare) else ""
    return found if found and _may_be_asked(found) else ""


def _may_be_asked(url: str) -> bool:
    """Whether an address has a host that there can be: ../page.html and C:\\page.html are files."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removesuffix(".")
        return parts.port != 0 and ("[" in parts.netloc or ("%" not in host and all(host.split("."))))
    except ValueError:
        return False


def of_story(text: str) -> str:
    """The address of the story that a person means, without what tracks; "" for what is none. A host may stand there
    without a scheme; a word alone is no host."""
    given = text.strip()
    return clean(meant(given)) if "://" in given or "." in given.partition("/")[0] else ""


_REDIRECTING = (
    r"(?:news\.google\.[a-z.]+/(?:rss/|__i/rss/rd/)?(?:articles|read)/|(?:www\.)?google\.[a-z.]+/url\?|(?:www\.)?bing\.com/news/apiclick"
    r"|feedproxy\.google\.com/|feeds\.feedburner\.com/~r/|rss\.feedsportal\.com/|flip\.it/|t\.co/|apple\.news/|news\.yandex\.[a-z]+/)"
)
"""Addresses of aggregators that send on to the outlet's own page, as the aggregators' feeds have them (seen in
2026). Compiled when it is first needed, as `_TRACKING` is."""


def redirects(url: str) -> bool:
    """An aggregator's address, which only leads to the story's own."""
    return re.match(_REDIRECTING, url.partition("://")[2]) is not None


# Names and passwords in an address


def credentials(url: str) -> tuple[str, str] | None:
    """(name, password) in an address, to the letter; None where it has none."""
    try:
        userinfo, at, _ = urlsplit(url).netloc.rpartition("@")
    except ValueError:
        return None
    name, _, password = userinfo.partition(":")
    return (unquote(name), unquote(password)) if at else None


def without_password(url: str) -> str:
    """The address with the name in it, and no password: what a library keeps of it."""
    userinfo, at, _ = urlsplit(url).netloc.rpartition("@")
    name = userinfo.partition(":")[0]
    return public(url).replace("://", f"://{name}@", 1) if at and name else public(url)


def public(url: str) -> str:
    """The address without name and password: what a request line, a Referer or another reader may see."""
    return _USERINFO.sub(r"\1", url, count=1)


def masked(text: str) -> str:
    """A text without the names and passwords of the addresses in it: what may be printed or logged."""
    return _USERINFO.sub(r"\1***@", text) if "@" in text else text


_USERINFO = re.compile(r"(?i)(\bhttps?://)[^\s/?#@\"'<>]+(?:@[^\s/?#@\"'<>]+)*@")


@lru_cache(maxsize=4096)
def key(url: str) -> str:
    """What the addresses of one story share: no scheme, www., m., amp, fragment, tracking, index page or closing
    slash."""
    return _keyed(url, cleaned=True)


def place_key(url: str) -> str:
    """The key of an address, with its fragment where that names a place on the page."""
    if not url:
        return ""
    fragment = url.partition("#")[2]
    return f"{key(url)}#{fragment}" if fragment and not tracks_from(fragment) else key(url)


def section_key(url: str) -> str:
    """What the addresses of one section share: like `key`, but every parameter counts, and whose name it has."""
    found = credentials(url)
    own = f"{quote(found[0], safe='')}@" if found else ""
    return own + _keyed(url, cleaned=False)


def _keyed(url: str, *, cleaned: bool) -> str:
    _, netloc, path, query = split(url)
    if not netloc:
        return url.strip()
    if path.startswith(_IN_A_CACHE) and (kept := re.match(_AMP_CACHE, netloc + path)):
        netloc, path = kept[1].lower(), kept[2]
    place = bare(netloc) + _SAME_PAGE.sub("", unquote(path) if "%" in path else path).rstrip("/")
    if not query:
        return place
    pairs = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not (cleaned and (tracks(name) or _from_a_feed(name, value)))
        and not (name in ("amp", "outputType") and value in ("", "1", "amp"))
    ]
    return place + ("?" + urlencode(sorted(pairs)) if pairs else "")


_IN_A_CACHE = ("/amp/", "/c/", "/v/", "/i/")
_AMP_CACHE = r"(?:[\w-]+\.cdn\.ampproject\.org|www\.bing-amp\.com|www\.google\.[a-z.]+)/(?:amp|c|v|i)/(?:s/)?([\w.-]+\.[A-Za-z]+)(/.*|$)"
"""A page in a cache of AMP pages, by the page's own address: Google's, Bing's, the project's own. Compiled when it is
first needed."""


def _from_a_feed(name: str, value: str) -> bool:
    """A parameter that says that a reader came from a feed: `source=rss`, Medium's `source=rss-1c2b-4`, Yahoo's
    `src=rss`."""
    return (
        name in ("source", "src", "from", "ref")
        and re.fullmatch(r"(?i)(?:rss|atom|feed)(?:[-_].*)?", value) is not None
    )


def bare(netloc: str) -> str:
    """A host as `key` has it: without www. and the names that small screens are served under."""
    short = _SAME_HOST.sub("", netloc)
    return short if "." in short.partition(":")[0] else netloc


@lru_cache(maxsize=1024)
def tracks(name: str) -> bool:
    """A parameter of this name says where a reader came from, and nothing of the story."""
    return re.fullmatch(_TRACKING, name) is not None


def registrable(url_or_host: str) -> str:
    """The registrable domain, by the common shapes (no public suffix list): bbc.co.uk, example.com, name.github.io,
    127.0.0.1:8000."""
    if url_or_host.startswith("guide:"):
        return "guide"
    return _registrable(host(url_or_host) if "//" in url_or_host else url_or_host.lower())


@lru_cache(maxsize=256)
def _registrable(netloc: str) -> str:
    name = netloc.partition(":")[0] if netloc.count(":") == 1 else netloc
    if is_private_name(name) or re.fullmatch(r"[\d.]+|\[.*\]", name):
        return netloc  # on one machine, another port is another site
    labels = name.rstrip(".").split(".")
    take = 2
    if len(labels) > 2 and (
        (len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL) or ".".join(labels[-2:]) in _SHARED_HOSTS
    ):
        take = 3
    return ".".join(labels[-take:])


def same_site(one: str, other: str) -> bool:
    """Both addresses stand under one registrable domain."""
    return registrable(one) == registrable(other)


_CARRIES = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96")))
"""Where addresses of IPv6 end in one of IPv4: translated (RFC 6052, RFC 2765), compatible and mapped (RFC 4291)."""
_LOCAL = tuple(map(ipaddress.IPv6Network, ("64:ff9b:1::/48", "fec0::/10", "3fff::/20")))
"""What is a network's own, or nobody's, and not on every Python's list (RFC 8215, RFC 3879, RFC 9637)."""


def is_private_name(name: str) -> bool:
    """A host name or literal address that means this machine or a private network, as far as can be told without
    asking a name service."""
    name = name.strip("[]").rstrip(".").lower()
    if name in ("localhost", "") or name.endswith((".localhost", ".local", ".internal", ".lan", ".home.arpa")):
        return True
    try:
        place = ipaddress.ip_address(name)
    except ValueError:
        # What ends in a number is an address of IPv4 in one of its old spellings (127.1, 0x7f.1): nothing public is
        # written so.
        last = name.rpartition(".")[2]
        return ("." not in name and ":" not in name) or last.isdecimal() or last.startswith("0x")
    if place.version == 6:
        if any(place in each for each in _LOCAL):
            return True
        if any(place in each for each in _CARRIES):
            place = ipaddress.IPv4Address(int(place) & 0xFFFFFFFF)
        elif place.sixtofour:
            place = place.sixtofour
    return not place.is_global or place.is_multicast


def openable(url: str) -> str:
    """The address if another program may be asked to open it, percent-encoded; "" otherwise."""
    return clean(url) if url.partition(":")[0].lower() in OPENABLE else ""
