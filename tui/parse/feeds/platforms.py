"""The feeds of well-known platforms, worked out from an address without fetching its page.

Nothing is offered for an address that says too little (a YouTube @handle, a Mastodon server of any name): those pages
name their feeds themselves.
"""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, unquote

from tui import address
from tui.model import Offer
from tui.text import line
from tui.values import replace

Path = list[str]
"""The parts of an address's path, decoded."""


def platform(url: str) -> tuple[Offer, ...]:
    """The feeds behind an address of a known platform, the likeliest first; none for other addresses, and none for the
    address of a feed."""
    scheme, host, path, query = address.split(url)
    if scheme not in ("http", "https") or not host or _FEED.search(path):
        return ()
    host = _bare(host)
    parts = [unquote(part) for part in path.split("/") if part]
    for pattern, offers in _PLATFORMS:
        if pattern.fullmatch(host):
            return tuple(
                replace(offer, name=line(offer.name) or host, page=address.clean(offer.page))
                for offer in offers(host, parts, query)
                if address.clean(offer.url) == offer.url
            )
    return ()


def is_on_one(url: str) -> bool:
    """Whether an address is on a known platform, whose pages belong to many people."""
    host = _bare(address.host(url))
    return any(pattern.fullmatch(host) for pattern, _ in _PLATFORMS)


def _bare(host: str) -> str:
    return re.sub(r"^(?:www|m|mobile|old|new|np|amp)\.", "", host)


_FEED = re.compile(r"\.(?:atom|rss|xml|json|rdf)/?$|/(?:feed|rss|atom)/?$|/feeds/", re.IGNORECASE)
"""Addresses that are feeds already, as these platforms write them."""
_NAME = re.compile(r"[\w.~-]+")


def _named(part: str) -> str:
    """A name if it may be part of a path, or ""."""
    return part if _NAME.fullmatch(part) else ""


def _youtube(host: str, parts: Path, query: str) -> list[Offer]:
    feed = "https://www.youtube.com/feeds/videos.xml"
    if parts[:1] == ["channel"] and len(parts) > 1 and re.fullmatch(r"UC[\w-]{22}", parts[1]):
        return [
            Offer(
                "YouTube channel", f"{feed}?channel_id={parts[1]}", page=f"https://www.youtube.com/channel/{parts[1]}"
            )
        ]
    if parts[:1] == ["user"] and len(parts) > 1 and _named(parts[1]):
        return [Offer(parts[1], f"{feed}?user={parts[1]}", page=f"https://www.youtube.com/user/{parts[1]}")]
    listed = parse_qs(query).get("list", [""])[0]
    if parts[:1] == ["playlist"] and re.fullmatch(r"[\w-]{10,64}", listed):
        page = f"https://www.youtube.com/playlist?list={listed}"
        return [Offer("YouTube playlist", f"{feed}?playlist_id={listed}", page=page)]
    return []


def _reddit(host: str, parts: Path, query: str) -> list[Offer]:
    root = "https://www.reddit.com"
    if not parts:
        return [Offer("Reddit", f"{root}/.rss", page=f"{root}/")]
    if len(parts) < 2 or not _named(parts[1].replace("+", "-")):
        return []
    kind, name = parts[0].lower(), parts[1]
    if kind == "r":
        page = f"{root}/r/{name}/"
        offers = [Offer(f"r/{name}", f"{page}.rss", page=page)]
        if len(parts) > 2 and parts[2] in ("new", "top", "rising", "controversial"):
            offers.insert(0, Offer(f"r/{name} ({parts[2]})", f"{page}{parts[2]}/.rss", page=f"{page}{parts[2]}/"))
        if len(parts) > 3 and parts[2] == "comments" and _named(parts[3]):
            thread = f"{page}comments/{parts[3]}/"
            offers.append(Offer(f"r/{name}: comments", f"{thread}.rss", page=thread, comments=True))
        return offers
    if kind in ("u", "user"):
        page = f"{root}/user/{name}/"
        return [Offer(f"u/{name}", f"{page}.rss", page=page)]
    return []


def _substack(host: str, parts: Path, query: str) -> list[Offer]:
    return [Offer(_first_label(host), f"https://{host}/feed", page=f"https://{host}/")]


def _medium(host: str, parts: Path, query: str) -> list[Offer]:
    if host != "medium.com":
        return [Offer(_first_label(host), f"https://{host}/feed", page=f"https://{host}/")]
    if not parts or parts[0] in _MEDIUM_OWN or not _named(parts[0].removeprefix("@")):
        return []
    name = parts[0]
    if name == "tag":
        tag = parts[1] if len(parts) > 1 else ""
        return (
            [Offer(tag, f"https://medium.com/feed/tag/{tag}", page=f"https://medium.com/tag/{tag}")]
            if _named(tag)
            else []
        )
    offers = [Offer(name, f"https://medium.com/feed/{name}", page=f"https://medium.com/{name}")]
    if parts[1:2] == ["tagged"] and len(parts) > 2 and _named(parts[2]):
        tagged = f"{name}/tagged/{parts[2]}"
        offers.insert(
            0, Offer(f"{name}: {parts[2]}", f"https://medium.com/feed/{tagged}", page=f"https://medium.com/{tagged}")
        )
    return offers


_MEDIUM_OWN = frozenset(
    "m me p s about account business creators explore-topics jobs-at-medium membership new-story plans policy search signin topic topics".split()
)


def _github(host: str, parts: Path, query: str) -> list[Offer]:
    if host == "gist.github.com":
        return (
            [Offer(f"{parts[0]}: gists", f"https://{host}/{parts[0]}.atom", page=f"https://{host}/{parts[0]}")]
            if (parts and _named(parts[0]))
            else []
        )
    if not parts or parts[0] in _GITHUB_OWN or not all(map(_named, parts[:2])):
        return []
    root = "https://github.com/" + "/".join(parts[:2])
    if len(parts) == 1:
        return [Offer(parts[0], f"{root}.atom", page=root)]
    name = parts[1].removesuffix(".git")
    root = f"https://github.com/{parts[0]}/{name}"
    offers = {
        "releases": Offer(f"{name}: releases", f"{root}/releases.atom", page=f"{root}/releases"),
        "commits": Offer(f"{name}: commits", f"{root}/commits.atom", page=f"{root}/commits"),
        "tags": Offer(f"{name}: tags", f"{root}/tags.atom", page=f"{root}/tags"),
    }
    asked = parts[2] if len(parts) > 2 else ""
    if asked in ("commits", "tree") and len(parts) > 3:
        branch = "/".join(quote(part) for part in (parts[3:] if asked == "commits" else parts[3:4]))
        offers = {
            "branch": Offer(f"{name}: commits", f"{root}/commits/{branch}.atom", page=f"{root}/commits/{branch}")
        } | offers
        asked = "branch"
    if asked in ("discussions", "wiki"):
        offers = {asked: Offer(f"{name}: {asked}", f"{root}/{asked}.atom", page=f"{root}/{asked}")} | offers
    first = offers.pop(asked, None)
    return ([first] if first else []) + list(offers.values())


_GITHUB_OWN = frozenset(
    "about apps blog codespaces collections contact customer-stories enterprise events explore features issues join login marketplace"
    " new notifications organizations orgs pricing pulls readme resources search security sessions settings signup site solutions"
    " sponsors stars team topics trending watching".split()
)


def _gitlab(host: str, parts: Path, query: str) -> list[Offer]:
    project = parts[: parts.index("-")] if "-" in parts else parts
    if not project or project[0] in _GITLAB_OWN or not all(map(_named, project)):
        return []
    root, name = f"https://{host}/" + "/".join(project), project[-1]
    if len(project) == 1:
        return [Offer(name, f"{root}.atom", page=root)]
    return [
        Offer(f"{name}: releases", f"{root}/-/releases.atom", page=f"{root}/-/releases"),
        Offer(f"{name}: commits", f"{root}/-/commits/HEAD?format=atom", page=f"{root}/-/commits/HEAD"),
        Offer(f"{name}: tags", f"{root}/-/tags?format=atom", page=f"{root}/-/tags"),
    ]


_GITLAB_OWN = frozenset("admin dashboard explore groups help projects search snippets users".split())


def _mastodon(host: str, parts: Path, query: str) -> list[Offer]:
    name = (
        parts[0][1:]
        if parts and parts[0].startswith("@")
        else parts[1]
        if len(parts) > 1 and parts[0] == "users"
        else ""
    )
    if _named(name):  # @name@elsewhere is another server's, and does not match
        return [Offer(f"@{name}@{host}", f"https://{host}/@{name}.rss", page=f"https://{host}/@{name}")]
    if len(parts) > 1 and parts[0] == "tags" and (tag := quote(parts[1])):
        return [Offer(f"#{parts[1]}", f"https://{host}/tags/{tag}.rss", page=f"https://{host}/tags/{tag}")]
    return []


def _bluesky(host: str, parts: Path, query: str) -> list[Offer]:
    if parts[:1] == ["profile"] and len(parts) > 1 and re.fullmatch(r"[\w.-]+|did:[a-z]+:[\w.:%-]+", parts[1]):
        page = f"https://bsky.app/profile/{parts[1]}"
        return [Offer(f"@{parts[1]}", f"{page}/rss", page=page)]
    return []


def _blogger(host: str, parts: Path, query: str) -> list[Offer]:
    root = f"https://{host}"
    offers = [
        Offer(_first_label(host), f"{root}/feeds/posts/default", page=f"{root}/"),
        Offer(f"{_first_label(host)}: comments", f"{root}/feeds/comments/default", page=f"{root}/", comments=True),
    ]
    if parts[:2] == ["search", "label"] and len(parts) > 2:
        label = quote(parts[2])
        offers.insert(0, Offer(parts[2], f"{root}/feeds/posts/default/-/{label}", page=f"{root}/search/label/{label}"))
    return offers


def _tumblr(host: str, parts: Path, query: str) -> list[Offer]:
    if host == "tumblr.com":
        parts = parts[1:] if parts[:1] == ["blog"] else parts
        if not parts or parts[0] in _TUMBLR_OWN or not re.fullmatch(r"@?[a-z0-9-]+", parts[0], re.IGNORECASE):
            return []
        host, parts = f"{parts[0].lstrip('@').lower()}.tumblr.com", parts[1:]
    root = f"https://{host}"
    offers = [Offer(_first_label(host), f"{root}/rss", page=f"{root}/")]
    if parts[:1] == ["tagged"] and len(parts) > 1:
        tag = quote(parts[1])
        offers.insert(0, Offer(f"#{parts[1]}", f"{root}/tagged/{tag}/rss", page=f"{root}/tagged/{tag}"))
    return offers


_TUMBLR_OWN = frozenset(
    "about dashboard docs explore help likes login new policy privacy register search settings tagged tips".split()
)


def _ghost(host: str, parts: Path, query: str) -> list[Offer]:
    return _sections(host, parts, ("tag", "author"), "rss")


def _wordpress(host: str, parts: Path, query: str) -> list[Offer]:
    comments = Offer(
        f"{_first_label(host)}: comments", f"https://{host}/comments/feed/", page=f"https://{host}/", comments=True
    )
    return [*_sections(host, parts, ("category", "tag", "author"), "feed"), comments]


def _sections(host: str, parts: Path, kinds: tuple[str, ...], feed: str) -> list[Offer]:
    """The feeds of a site that has one at every level, the requested category's first."""
    root = f"https://{host}/"
    offers = [Offer(_first_label(host), f"{root}{feed}/", page=root)]
    if len(parts) > 1 and parts[0] in kinds:
        within = parts[: parts.index("page")] if "page" in parts else parts
        within = within if parts[0] == "category" else within[:2]  # categories stand within one another
        page = root + "/".join(map(quote, within)) + "/"
        offers.insert(0, Offer(within[-1].replace("-", " "), f"{page}{feed}/", page=page))
    return offers


def _devto(host: str, parts: Path, query: str) -> list[Offer]:
    if not parts:
        return [Offer("DEV Community", "https://dev.to/feed", page="https://dev.to/")]
    if parts[0] == "t" and len(parts) > 1 and _named(parts[1]):
        return [Offer(f"#{parts[1]}", f"https://dev.to/feed/tag/{parts[1]}", page=f"https://dev.to/t/{parts[1]}")]
    if parts[0] in _DEVTO_OWN or not _named(parts[0]):
        return []
    return [Offer(parts[0], f"https://dev.to/feed/{parts[0]}", page=f"https://dev.to/{parts[0]}")]


_DEVTO_OWN = frozenset(
    "about challenges code-of-conduct contact enter faq latest listings new notifications pod podcasts privacy readinglist search"
    " settings signout_confirm t tags terms top videos".split()
)


def _microblog(host: str, parts: Path, query: str) -> list[Offer]:
    if host == "micro.blog":
        if not parts or parts[0] in (
            "about",
            "account",
            "books",
            "discover",
            "hybrid",
            "new",
            "posts",
            "register",
            "signin",
        ):
            return []
        name = parts[0].removeprefix("@")
        if not re.fullmatch(r"[A-Za-z0-9_-]+", name):
            return []
        host = f"{name.lower()}.micro.blog"
    return [Offer(_first_label(host), f"https://{host}/feed.xml", page=f"https://{host}/")]


def _stackexchange(host: str, parts: Path, query: str) -> list[Offer]:
    root = f"https://{host}"
    name = _first_label(host)
    offers = [Offer(f"{name}: questions", f"{root}/feeds", page=f"{root}/questions")]
    if parts[:2] == ["questions", "tagged"] and len(parts) > 2:
        tags = quote(parts[2], safe="+")
        page = f"{root}/questions/tagged/{tags}"
        offers.insert(0, Offer(f"{name}: {parts[2]}", f"{root}/feeds/tag?tagnames={tags}&sort=newest", page=page))
    elif len(parts) > 1 and parts[1].isascii() and parts[1].isdecimal():
        kinds = {"questions": "question", "q": "question", "users": "user"}
        if kind := kinds.get(parts[0]):
            page = f"{root}/{'users' if kind == 'user' else 'questions'}/{parts[1]}"
            answers = Offer(
                f"{name}: {kind} {parts[1]}", f"{root}/feeds/{kind}/{parts[1]}", page=page, comments=kind != "user"
            )
            offers.insert(0 if kind == "user" else 1, answers)
    return offers


def _first_label(host: str) -> str:
    return host.partition(".")[0]


_PLATFORMS: tuple[tuple[re.Pattern[str], Callable[[str, Path, str], list[Offer]]], ...] = (
    (re.compile(r"(?:music\.)?youtube\.com"), _youtube),
    (re.compile(r"reddit\.com"), _reddit),
    (re.compile(r"(?!open\.)[\w-]+\.substack\.com"), _substack),
    (re.compile(r"(?:(?!api|help|policy|blog\.)[\w-]+\.)?medium\.com"), _medium),
    (re.compile(r"(?:gist\.)?github\.com"), _github),
    (re.compile(r"gitlab\.(?:com|[\w-]+\.[a-z]+)|framagit\.org|salsa\.debian\.org|invent\.kde\.org"), _gitlab),
    (
        re.compile(
            r"mastodon\.[\w-]+|mastodon\.[\w-]+\.[a-z]+|mstdn\.[\w-]+|[\w-]+\.masto\.host|mas\.to|masto\.ai|fosstodon\.org|hachyderm\.io"
            r"|infosec\.exchange|chaos\.social|floss\.social|indieweb\.social|social\.coop|journa\.host|newsie\.social|det\.social"
            r"|universeodon\.com|techhub\.social|ohai\.social|kolektiva\.social|toot\.community|c\.im|social\.vivaldi\.net|troet\.cafe"
        ),
        _mastodon,
    ),
    (re.compile(r"bsky\.app"), _bluesky),
    (re.compile(r"[\w-]+\.blogspot\.(?:com?\.)?[a-z]{2,3}"), _blogger),
    (re.compile(r"(?:[\w-]+\.)?tumblr\.com"), _tumblr),
    (re.compile(r"[\w-]+\.ghost\.io"), _ghost),
    (re.compile(r"dev\.to"), _devto),
    (re.compile(r"(?:(?!help\.|news\.)[\w-]+\.)?micro\.blog"), _microblog),
    (
        re.compile(
            r"(?:(?:meta|pt|ru|ja|es)\.)?(?:stackoverflow|superuser|serverfault|askubuntu|stackapps|mathoverflow)\.(?:com|net)"
        ),
        _stackexchange,
    ),
    (re.compile(r"(?!api\.|data\.)(?:[\w-]+\.){1,2}stackexchange\.com"), _stackexchange),
    (re.compile(r"(?!public-api|developer|en\.|learn|support)[\w-]+\.wordpress\.com"), _wordpress),
)
"""A platform's hosts (without www and its like), and what it offers."""
