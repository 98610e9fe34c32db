"""Who wrote a story, as its page says: people before organisations, and the paper itself only if nobody else is
named."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any, NamedTuple

from selectolax.lexbor import LexborNode

from tui import address
from tui.parse.page import jsonld
from tui.parse.page.bylines import (
    byline,
    is_agency,
    is_house,
    is_login,
    is_name,
    is_other_hand,
    is_person,
    is_role,
    named_in,
    names,
)
from tui.parse.page.jsonld import plain_text
from tui.parse.page.markup import Markup
from tui.parse.page.nearby import pieces
from tui.parse.page.roles import COMMENTS, named, tokens
from tui.parse.page.signature import Signed, signed_below
from tui.parse.page.tree import upward
from tui.parse.page.words import words
from tui.parse.words import bylines as called
from tui.parse.words import split
from tui.text import folded

_BYLINES = "[class*=byline i], [class*=author i], [class*=autor i]"
"""Elements whose class says that they name an author."""
_CALLED = frozenset(split(called.CALLED))
"""The same in further words, which also name other things: believed where what they hold is a person's name near the
headline."""
_METAS = (
    "author",
    "article:author",
    "citation_author",
    "citation_authors",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
    "mediator_author",
    "article_author",
    "articleauthor",
    "content_author",
    "dcsext.author",
)
_LONGEST = 160
"""Characters of a byline."""
_LONGEST_ROLE = 120
_LISTED = "JSON-LD author"
_NEAR = "a line near the headline"
_BELOW = "a line below the story"
_BYLINE = "byline"
_LINK = "a link to an author's page"
_ANYWHERE = (_BYLINE, _LINK)


class Signature(NamedTuple):
    """Who signs a story, in what role, and where the page says so."""

    names: tuple[str, ...]
    role: str
    where: str


def authors_of(page: Markup, story: dict[str, Any], site_name: str, url: str, language: str, near: Signed) -> Signature:
    """Those whom the page's head names, or the lines near its headline if they name somebody else.

    The first place that names a person counts; failing that the first that names anybody, which is the paper itself.
    """

    def person(name: str) -> bool:
        nobody = is_login(name) or is_agency(name) or is_house(name) or not is_name(name)
        return not (nobody or is_own(name, site_name, url))

    def paper(name: str) -> bool:
        return is_own(name, site_name, url)

    def beside_people(name: str) -> bool:
        return is_agency(name) or (is_name(name) and not is_login(name) and not _is_the_paper(name, site_name, url))

    shown = tuple(filter(person, near.names))
    house: Signature | None = None
    beside = Signature(shown, near.role, _NEAR)
    for given in chain(_signatures(page, story), [beside], _in_page(page)):
        named = tuple(dict.fromkeys(filter(None, given.names)))
        people = tuple(filter(person, named))
        if given.where in _ANYWHERE and house is not None:
            # an agency's or the paper's own: whom elements far from the headline name wrote other stories
            people = tuple(name for name in people if is_person(name) and near.shows(folded(name)))
        if people and given is beside:
            return given
        if people:
            if given.where == _LISTED:  # agencies and desks that the data lists beside them
                people = tuple(name for name in named if name in people or beside_people(name))
            return _settled(given._replace(names=people), near._replace(names=shown))
        if named and (house is None or (all(map(is_agency, named)) and all(map(paper, house.names)))):
            house = given._replace(names=named)
    if below := tuple(filter(person, signed_below(page.root, language))):
        return Signature(below, "", _BELOW)
    if house is None and page.root is not None and (given := _called(page.root, near)).names:
        return given
    return house or _signed_in_text(page.root) or Signature(near.names, near.role, _NEAR if near.names else "nowhere")


def _settled(given: Signature, near: Signed) -> Signature:
    """The signature to believe if the page's data and what it shows differ: people who are shown."""
    spelled = {folded(name).replace(" ", "-"): name for name in near.names}
    given = given._replace(names=tuple(spelled.get(name, name) for name in given.names))  # "jane-doe" is a login
    role = given.role or near.role_of(given.names[0])
    given = given._replace(role=role)
    if not near.names:
        return given
    said = {folded(name) for name in given.names}
    shown = {folded(name) for name in near.names}
    if said & shown:
        if said < shown:
            return Signature(near.names, role or near.role, _NEAR)
        return given
    if near.said and len(shown) > len(said) and all(any(name in other for other in shown) for name in said):
        return Signature(near.names, role or near.role, _NEAR)  # "Dr Jane Doe and Ann Poe" for "Jane Doe"
    shows = any(map(near.shows, said)) and any(map(is_person, given.names))  # a house's name stands on every page
    if not near.said or shows or not all(map(is_person, near.names)):
        return given
    return Signature(near.names, near.role, _NEAR)


def _signatures(page: Markup, story: dict[str, Any]) -> Iterator[Signature]:
    """What each place on a page says, the most reliable place first."""
    yield _in_jsonld(story, page.objects)
    yield _gathered("rel=author", map(pieces, _of_story(_together(page.authors))))
    yield _gathered("itemprop author", map(_named_inside, _of_story(page.props.get("author", ()))))
    for meta in _METAS:
        turned = _turned if meta.startswith("citation") else _turned_each
        yield _gathered(f"meta {meta}", _each(map(turned, page.meta.get(meta, ()))))
    if re.search(r"written|author|autor|von|par|por", page.get("twitter:label1"), re.IGNORECASE):
        yield _gathered("meta twitter:data1", _each(page.meta.get("twitter:data1", ())))


def _in_page(page: Markup) -> Iterator[Signature]:
    """Elements that are named after an author, and links to authors' pages: on many pages those of other stories."""
    if page.root is not None:
        yield from _in_elements(page.root)
        yield Signature(tuple(_linked_authors(page)), "", _LINK)


def _in_jsonld(story: dict[str, Any], objects: Sequence[dict[str, Any]]) -> Signature:
    roles: list[str] = []
    listed: list[str] = []
    given = jsonld.referred(story.get("author"), objects)
    for name, organisation in _people(given or jsonld.referred(story.get("creator"), objects) or []):
        if organisation:
            listed.append(name)
            continue
        found, role = names(name)
        listed.extend(found)
        roles.append(role)
    people: list[Any] = given if isinstance(given, list) else [given]
    roles.extend(jsonld.text_of(each.get("jobTitle")) for each in people if isinstance(each, dict))
    told = dict.fromkeys(role for role in roles if role and role.lower() != "author")
    return Signature(tuple(listed), ", ".join(told)[:_LONGEST_ROLE], _LISTED)


def _people(value: Any) -> Iterator[tuple[str, bool]]:
    """(name, whether it is an organisation) of a JSON-LD author."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, list):
            yield from _people(each)
        elif isinstance(each, dict):
            name = each.get("name")
            if isinstance(name, list):
                yield from ((plain_text(part), False) for part in name if isinstance(part, str))
                continue
            if not name:
                name = " ".join(part for key in ("givenName", "familyName") if isinstance(part := each.get(key), str))
            if told := jsonld.text_of(name):
                yield told, "Organization" in " ".join(jsonld.types(each))
        elif isinstance(each, str):
            yield plain_text(each), False


def _turned(name: str) -> str:
    """A name in its usual order, if the page writes it as a library does: "Doe, Jane"."""
    family, comma, given = name.partition(",")
    return f"{given} {family}" if comma and "," not in given and ";" not in name else name


def _turned_each(names: str) -> str:
    """Several names in their usual order, if each is written so: "Doe, Jane; Poe, Ann"."""
    parts = names.split(";")
    if len(parts) < 2 or not all(_FAMILY_FIRST.fullmatch(part) for part in parts):
        return names
    return "; ".join(map(_turned, parts))


_FAMILY_FIRST = re.compile(r"\s*[^\W\d_][\w'’-]*,\s[^\W\d_][\w.'’ -]{1,30}")


def _each(values: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for value in values:
        yield (plain_text(value),)


def _gathered(where: str, bylines: Iterable[Sequence[str]]) -> Signature:
    """The names of several bylines, each given in pieces, and the first role among them; editors only if nobody else
    signs."""
    found: list[str] = []
    others: list[str] = []
    role = ""
    for given in bylines:
        some, said = named_in(given)
        (others if given and is_other_hand(given[0]) else found).extend(some)
        role = role or said
    return Signature(tuple(found or others), role, where)


def _of_story(nodes: Sequence[LexborNode]) -> Iterator[LexborNode]:
    """Of marked authors the first ones that describe one thing, if that is neither a picture, a comment nor another
    story."""
    home = None
    for node in nodes[:8]:
        if _of_a_picture(node) or _of_a_comment(node):
            continue
        thing = _thing(node)
        home = thing if home is None else home
        if thing == home:
            yield node


def _thing(node: LexborNode) -> int:
    """The thing that an element describes: the article or itemscope around it."""
    things = (each.mem_id for each in upward(node.parent) if each.tag == "article" or "itemscope" in each.attributes)
    return next(things, 0)


def _named_inside(node: LexborNode) -> tuple[str, ...]:
    """The pieces of an itemprop author: of the name it marks, or the first piece if a biography follows."""
    name = node.css_first("[itemprop=name]")
    if name is not None and (told := name.attributes.get("content")) and not node.text(strip=True):
        return (plain_text(told),)
    found = pieces(node if name is None else name)
    return found[:1] if sum(map(len, found)) > _LONGEST else found


def _called(root: LexborNode, near: Signed) -> Signature:
    """The first people near the headline whose element is named after what they are."""
    named = (node for node in root.css("[class]") if _is_called(node.attributes["class"] or ""))
    for node in islice(named, _MOST_CALLED):
        people, role = named_in(pieces(node))
        if people and all(is_person(name) and near.shows(folded(name)) for name in people):
            return Signature(people, role, _BYLINE)
    return Signature((), "", _BYLINE)


@lru_cache(maxsize=2048)
def _is_called(names: str) -> bool:
    """Whether a class has one of the further words. A selector of them all takes twice as long, since a page repeats
    its classes."""
    return not _CALLED.isdisjoint(tokens(names))


_MOST_CALLED = 20
_MOST_LISTED = 8
"""Authors that are listed one below the other; more are a site's."""


def _in_elements(root: LexborNode) -> Iterator[Signature]:
    for node in root.css(_BYLINES)[:20]:
        found = pieces(node)
        people = tuple(map(_first_named, _items(node)))
        if 1 < len(people) < _MOST_LISTED and all(map(is_person, people)) and not _of_a_comment(node):
            yield Signature(people, "", _BYLINE)
        if 3 < sum(map(len, found)) < _LONGEST and not _of_a_comment(node):
            people, role = byline(found)
            if not people:
                people, role = named_in(found)
                people = tuple(name for name in people if is_person(name) or not name.isascii() or " " not in name)
            if len(people) < 8:
                yield Signature(people, role, _BYLINE)


def _first_named(item: LexborNode) -> str:
    """The person whom an item of a list of authors names, with what they are behind the name."""
    given = pieces(item)
    return given[0] if len(given) == 2 and is_role(given[1]) else words(item)


def _items(node: LexborNode) -> Sequence[LexborNode]:
    """The elements of a list of authors: its items, or all elements in it if they are alike."""
    while (inner := node.first_child) is not None and inner.next is None and inner.tag in ("ul", "ol", "div"):
        node = inner
    if node.tag in ("ul", "ol"):
        return node.css("li")[:_MOST_LISTED]
    found = list(islice(node.iter(), _MOST_LISTED))
    return found if len({(each.tag, each.attributes.get("class")) for each in found}) == 1 else []


# -- the paper itself -------------------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def is_own(name: str, site_name: str, url: str) -> bool:
    """Whether this is the paper's own name, or one of its desks."""
    small = folded(name)
    run = small.replace(" ", "")
    site = folded(site_name).replace(" ", "")
    host = address.host(url).removeprefix("www.").split(".")[0]
    return (
        _is_the_paper(name, site_name, url)
        or (len(run) > 4 and site.startswith(run))
        or (len(site) > 4 and run.startswith(site))
        or small.split(" ", 1)[0] == host
    )


def _is_the_paper(name: str, site_name: str, url: str) -> bool:
    """Whether this is the paper's own name, or a part of its address, and no desk of it."""
    run = folded(name).replace(" ", "")
    domain = address.host(url).removeprefix("www.")
    return run in (folded(site_name).replace(" ", ""), domain.replace(".", ""), *domain.split(".")[:-1])


# -- signatures in the text -------------------------------------------------------------------------------------

_SIGNED = re.compile(
    r"(?:责任编辑|责编|責任編輯|作者|记者|記者|撰文)\s*[:：/／]\s*([\u4e00-\u9fff·]{2,4}(?:[、，,\s]\s*[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff:：])){0,4})(?![\u4e00-\u9fff])|(?<![가-힣])([가-힣]{3})\s?(?:(?:선임|수습)?기자|특파원)(?![가-힣])"
)
"""How Chinese and Korean stories are signed where no markup says it."""
_SIGNING = ("责任编辑", "责编", "責任編輯", "作者", "记者", "記者", "撰文", "기자", "특파원")
"""Without one of these `_SIGNED` finds nothing."""


def _signed_in_text(root: LexborNode | None) -> Signature | None:
    if root is None:
        return None
    text = root.text(separator=" ")
    if any(word in text for word in _SIGNING) and (signed := _SIGNED.search(text)):
        return Signature(names(signed[1] or signed[2])[0], "", "a signature in the text")
    return None


# -- links to authors' pages ------------------------------------------------------------------------------------

_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|i)?|auteurs?|autore|by|editors|journalists?|reporters?)/", re.IGNORECASE
)


def _linked_authors(page: Markup) -> list[str]:
    """The people named by the first links to authors' pages that stand together."""
    pages = [node for node, attributes in page.leads if _AUTHOR_PAGE.search(attributes["href"] or "")]
    linked = [node for node in pages[:40] if len(words(node).split()) > 1 and not _of_a_comment(node)]
    home = _grandparent(linked[0]) if linked else 0
    return [name for node in linked[:8] if _grandparent(node) == home for name in named_in(pieces(node))[0]]


def _together(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """The first link to an author, and those beside it; links further down the page sign other stories."""
    linked = [node for node in nodes if "author" in (node.attributes.get("rel") or "").split()]
    if not linked:
        return []
    home = _grandparent(linked[0])
    return [node for node in linked if node.mem_id == linked[0].mem_id or _grandparent(node) == home]


def _grandparent(node: LexborNode) -> int:
    parent = node.parent
    above = parent.parent if parent is not None else None
    return above.mem_id if above is not None else 0


# -- who signs something else -----------------------------------------------------------------------------------


def _of_a_picture(node: LexborNode) -> bool:
    """Whether somebody made a picture in the story, and not the story."""
    return any(
        each.tag in ("figure", "figcaption") or "ImageObject" in (each.attributes.get("itemtype") or "")
        for each in islice(upward(node), 5)
    )


def _of_a_comment(node: LexborNode) -> bool:
    """Whether somebody wrote below the story, and not the story."""
    for above in islice(upward(node), 12):
        if above.tag in ("body", "main"):
            return False
        attributes = above.attributes
        own, identity = attributes.get("class") or "", attributes.get("id")
        if COMMENTS & named(f"{own} {identity}" if identity else own):
            return True
    return False
