"""Reads and writes subscription files: OPML 1 and 2, newsboat's urls, plain lists of addresses.

Nothing in a file is ever run: lines that would start a program are refused, with a sentence for each. OPML is read
tag by tag and not as XML: many files are not well-formed, and without an XML parser there are no entities to expand.
"""

import html
import re
from collections.abc import Container, Iterable, Sequence

from tui import address, text
from tui.errors import ParseError
from tui.model import Kind, Subscription, Subscriptions
from tui.parse.encoding import document, unpacked
from tui.parse.feeds import newsboat
from tui.values import replace

LIMIT = 5_000_000
"""Bytes of a subscription file at most."""
DEPTH_LIMIT = 20
"""Folders within folders at most; what is deeper stands in the last of them."""


def subscriptions(body: bytes, name: str = "") -> Subscriptions:
    """What a subscription file names, as far as it can be read; its content tells its format.

    `name` is the file's name, for the sentence that says what is wrong with it.
    """
    try:
        source = document(unpacked(body, LIMIT))
    except ParseError as error:
        return Subscriptions(refused=(f"{text.line(name) or 'The file'} cannot be read: {error}",))
    if re.search(r"<(?:opml|outline)[\s>]", source, re.IGNORECASE):
        return _outlines(source)
    if source.lstrip()[:1] in ("<", "{", "["):
        return Subscriptions(refused=(f"{text.line(name) or 'The file'} is not a list of subscriptions.",))
    return _urls(source)


def opml(
    subscriptions: Sequence[Subscription],
    title: str,
    filters: Sequence[tuple[str, str]] = (),
    folders: Container[tuple[str, ...]] = (),
) -> str:
    """The subscriptions and saved searches (name, words) as OPML 2.0, in the order given. `folders` are marked as such;
    a subscription without an address stands for its folder, which may be empty.

    Searches, and sections that are not feeds, carry no xmlUrl, so that other readers pass over them and do not take
    a page for a feed.
    """
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:broadsheet="{_NAMESPACE}">',
        f"  <head>\n    <title>{_written(title)}</title>\n  </head>",
        "  <body>",
    ]
    opened: tuple[str, ...] = ()
    for one in subscriptions:
        same = 0
        while same < min(len(opened), len(one.folders)) and opened[same] == one.folders[same]:
            same += 1
        rows.extend(f"{_indent(depth)}</outline>" for depth in range(len(opened), same, -1))
        for depth in range(same, len(one.folders)):
            folder = _written(one.folders[depth])
            mark = ' broadsheet:folder="true"' if one.folders[: depth + 1] in folders else ""
            rows.append(f'{_indent(depth + 1)}<outline text="{folder}" title="{folder}"{mark}>')
        opened = one.folders
        if one.url:
            rows.append(f"{_indent(len(opened) + 1)}{_outline(one)}")
    rows.extend(f"{_indent(depth)}</outline>" for depth in range(len(opened), 0, -1))
    rows.extend(
        f'{_indent(1)}<outline type="broadsheet" text="{_written(name)}" broadsheet:search="{_written(words)}"/>'
        for name, words in filters
    )
    return "\n".join([*rows, "  </body>", "</opml>", ""])


_NAMESPACE = "urn:broadsheet:opml"


def _indent(depth: int) -> str:
    return "  " * (depth + 1)


def _written(value: str) -> str:
    return html.escape(text.line(value))


def _outline(one: Subscription) -> str:
    """The line of one subscription."""
    names = f'text="{_written(one.title)}" title="{_written(one.title)}"'
    page = f' htmlUrl="{_written(one.page)}"' if one.page else ""
    page += f' category="{_written(",".join(one.tags))}"' if one.tags else ""
    page += ' broadsheet:hidden="true"' if one.hidden else ""
    page += f' broadsheet:site="{_written(one.site)}"' if one.site else ""
    if one.kind is Kind.FEED:
        return f'<outline type="rss" {names} xmlUrl="{_written(one.url)}"{page}/>'
    address = _written(one.url)
    return f'<outline type="broadsheet" {names} broadsheet:kind="{one.kind}" broadsheet:address="{address}"{page}/>'


# OPML

_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_BODY = re.compile(r"<body[\s>]|</head[\s>]", re.IGNORECASE)
_OUTLINE = re.compile(
    r"""<(/?)outline(?=[\s/>])((?:[^<>"']|"(?:[^"<]|<(?!/?outline))*"|'(?:[^'<]|<(?!/?outline))*')*+)>""", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


def _outlines(source: str) -> Subscriptions:
    """OPML: outlines within outlines are folders."""
    source = _COMMENT.sub(" ", source)
    if body := _BODY.search(source):
        source = source[body.start() :]
    tags = list(_OUTLINE.finditer(source))
    # In a file whose feeds are opened but never closed, as in HTML, a closing tag belongs to a folder.
    void = sum(1 for tag in tags if not tag[1] and not tag[2].endswith("/")) > sum(1 for tag in tags if tag[1])
    lines: dict[tuple[str, tuple[str, ...]], Subscription] = {}
    filters: dict[str, str] = {}
    refused: list[str] = []
    folders: list[tuple[str, ...]] = []
    within: list[tuple[str, ...]] = [()]  # the folders of the next outline last
    for tag in tags:
        if tag[1]:
            if len(within) > 1:
                within.pop()
            continue
        given = _attributes(tag[2])
        url = _first(given, "xmlurl", "broadsheet:address", "url")
        name = text.line(_first(given, "text", "title"))
        search = text.line(given.get("broadsheet:search", ""))
        if search and name:
            filters.setdefault(name, search)
        elif url:
            one = _kept(url, given)
            if isinstance(one, str):
                refused.append(one)
            else:
                one = _placed(replace(one, title=name), given, within[-1])
                lines.setdefault((one.url, one.folders), one)
        if not url and given.get("broadsheet:folder") == "true":
            folders.append(_within(within[-1], name))
        if not tag[2].rstrip().endswith("/") and not (url and void):
            within.append(within[-1] if url else _within(within[-1], name))
    if not lines and not filters and not refused and not folders:
        refused.append("The file lists no subscriptions.")
    return Subscriptions(tuple(lines.values()), tuple(dict.fromkeys(folders)), tuple(filters.items()), tuple(refused))


def _within(folders: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The path of a folder in another one."""
    return folders if not name or len(folders) >= DEPTH_LIMIT else (*folders, name)


def _placed(one: Subscription, given: dict[str, str], folders: tuple[str, ...]) -> Subscription:
    """A subscription with the page, folder and tags that its outline gives it. One in no folder goes into the folder of
    its first category."""
    tags = _tags(given.get("category", "").split(","))
    if tags and not folders:
        folders, tags = _folders(tags[0]), tags[1:]
    page = address.clean(given.get("htmlurl", "").strip())
    hidden, site = given.get("broadsheet:hidden") == "true", text.line(given.get("broadsheet:site", ""))
    return replace(one, page=page, folders=folders, tags=tags, hidden=hidden, site=site)


def _attributes(written: str) -> dict[str, str]:
    """The attributes of a tag, with names in lower case."""
    found = {}
    for match in _ATTRIBUTE.finditer(written):
        value = next((part for part in match.groups()[1:] if part is not None), "")
        found[match[1].lower()] = html.unescape(value)
    return found


def _first(given: dict[str, str], *names: str) -> str:
    """The first of these attributes that is not blank, or ""."""
    return next((given[name] for name in names if given.get(name)), "")


def _kept(url: str, given: dict[str, str]) -> Subscription | str:
    """What an outline's address stands for, or the sentence that says why it is left out."""
    if url.startswith("|") or given.get("filtercmd"):
        return _runs(url)
    found = _address(url)
    if not found:
        return f"{text.shorten(url, 80)}: not a web address"
    kind = given.get("broadsheet:kind", "feed")
    recipe = given.get("type", "").lower()  # FreshRSS: how to find the stories on a page that is not a feed
    if recipe.startswith("html+"):
        kind = Kind.PAGE
    elif "+" in recipe:
        return f"{text.shorten(url, 80)}: neither a feed nor a page ({text.shorten(recipe, 40)})"
    return Subscription(found, kind=Kind(kind) if kind in tuple(Kind) else Kind.FEED)


def _folders(tag: str) -> tuple[str, ...]:
    """The folders of a path: newsboat writes nested folders as "News/World", OPML as "/News/World"."""
    return tuple(filter(None, (text.line(part) for part in tag.split("/"))))[:DEPTH_LIMIT]


def _tags(given: Iterable[str]) -> tuple[str, ...]:
    """Tags without commas, which separate them in OPML."""
    return tuple(dict.fromkeys(filter(None, (text.line(tag.replace(",", " ")) for tag in given))))


# newsboat's urls, and plain lists


def _urls(source: str) -> Subscriptions:
    """Read newsboat's urls file: address, tags and "~title" on a line. The first tag is the folder; query feeds become
    searches."""
    lines: dict[str, Subscription] = {}
    filters: dict[str, str] = {}
    refused: list[str] = []
    for row in source.splitlines():
        tokens = list(newsboat.tokens(row.strip()))
        if not tokens:
            continue
        given = tokens[0]
        if given.startswith(("exec:", "filter:", "|")):
            refused.append(_runs(given))
        elif given.startswith("query:"):
            name, separator, expression = given.removeprefix("query:").partition(":")
            if not separator or not text.line(name) or not expression.strip():
                refused.append(f"{text.shorten(given, 80)}: a query without a name or an expression")
                continue
            try:
                filters.setdefault(text.line(name), newsboat.words(expression))
            except ParseError as error:
                refused.append(f"{text.shorten(name, 80)}: {error}")
        elif url := _address(given):
            title = next((token[1:] for token in tokens[1:] if token.startswith("~")), "")
            named = (each.removeprefix("!") for each in tokens[1:] if each != "!" and not each.startswith("~"))
            tags = _tags(named)
            folders = _folders(tags[0]) if tags else ()
            hidden = any(token.startswith("!") for token in tokens[1:])
            one = Subscription(url, text.line(title), folders=folders, tags=tags[1:], hidden=hidden)
            lines.setdefault(url, one)
        else:
            refused.append(f"{text.shorten(row, 80)}: not a web address")
    if not lines and not filters and (not refused or len(refused) > 20):
        refused = ["The file lists no subscriptions."]
    return Subscriptions(tuple(lines.values()), (), tuple(filters.items()), tuple(refused), plain=True)


_HOST = re.compile(r"(?:[\w-]{1,63}\.)+[^\W\d_][\w-]{1,62}(?::\d{1,5})?(?:[/?#]\S*)?")


def _address(given: str) -> str:
    """The address that a line or an outline means, or ""."""
    given = given.strip()
    if re.match(r"[a-zA-Z][\w+.-]*:(?!\d)", given) or _HOST.fullmatch(given):
        return address.meant(given)
    return ""


def _runs(line: str) -> str:
    return f"{text.shorten(line, 80)}: would run a program, and nothing in a file ever runs"
