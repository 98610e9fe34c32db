"""Headlines: a page's titles without the site's name, and which of their wordings is the story's."""

import re
from collections.abc import Container, Iterable, Sequence
from html import unescape
from itertools import islice, pairwise
from typing import Any, NamedTuple

from selectolax.lexbor import LexborNode

from tui import address
from tui.parse.page import jsonld, nearby
from tui.parse.page.jsonld import plain_text
from tui.parse.page.markup import Markup
from tui.parse.page.nearby import pieces
from tui.parse.page.tree import hidden, upward
from tui.parse.page.words import words
from tui.parse.words import endings, split
from tui.scripts import WIDE
from tui.text import folded

_HEADINGS = 30
"""Headings below the first that are looked at."""
_LONGEST = 400
"""Characters of a heading that may be a headline."""
_AFTER_KICKER = ":|•"
_WORDS = re.compile(r"\w+")
_SEPARATOR = re.compile(r"(?<!\s)\s+[|•·»«›‹<>~/:—–⋆*❘∣▷-]+\s+|(?:(?<!\s)\s+)?[|｜»_]+\s*|：(?=[^：]{2,14}$)|--+")


def without_site(title: str, site_name: str, known: Iterable[str] = ()) -> str:
    """A title without the name of the site at its end or beginning. `known` are other wordings of the same headline."""
    wordings = {wording for wording in map(folded, known) if wording}
    site = folded(site_name).removeprefix("the ").replace(" ", "")
    for _ in range(3):
        cuts = list(_SEPARATOR.finditer(title))
        shorter = _shorter(title, cuts[0], cuts[-1], site, wordings) if cuts else ""
        shorter = _without_section(shorter, title, cuts) or _before_outlet(title, cuts, site)
        if not shorter:
            break
        title = shorter
    return title.strip(" |-–—»·•")


def _without_section(shorter: str, title: str, cuts: Sequence[re.Match[str]]) -> str:
    """A title whose outlet was cut off, without the section that stands between them ("… | Local News | The Lantern"):
    a piece of few words between the same signs."""
    if not shorter or len(cuts) < _SIGNS_OF_SECTION:
        return shorter
    ends = title.startswith(shorter)
    outer, inner = (cuts[-1], cuts[-2]) if ends else (cuts[0], cuts[1])
    section = title[inner.end() : outer.start()] if ends else title[outer.end() : inner.start()]
    rest = title[: inner.start()] if ends else title[inner.end() :]
    few = section.count(" ") < _WORDS_OF_SECTION and rest.count(" ") > _WORDS_OF_SECTION
    return rest if inner[0] == outer[0] and few else shorter


_SIGNS_OF_SECTION = 2
_WORDS_OF_SECTION = 3


def _before_outlet(title: str, cuts: Sequence[re.Match[str]], site: str) -> str:
    """The part of a title before the outlet's name, if a motto follows that ("… | The Lantern - by the sea")."""
    for one, other in pairwise(cuts):
        named = _is_site(title[one.end() : other.start()], site)
        if named and title[: one.start()].count(" ") >= _BLANKS_OF_HEADLINE:
            return title[: one.start()]
    return ""


_BLANKS_OF_HEADLINE = 2


def _shorter(title: str, first: re.Match[str], last: re.Match[str], site: str, wordings: Container[str]) -> str:
    """The title without the piece before its first separator or after its last, or "". `site` is folded, without
    blanks."""
    head, tail = title[: last.start()], title[last.end() :]
    opening, rest = title[: first.start()], title[first.end() :]
    small = folded(tail).replace(" ", "")
    like = len(small) > 3 and (small in site or (site in small and len(site) > 3)) and len(small) < 2 * len(site) + 8
    if like or _is_site(tail, site) or _is_site(tail.partition(":")[0], site):
        return head
    if _is_site(opening, site):
        return rest
    if folded(title) in wordings:
        return ""
    return next((piece for piece in (head, rest, tail, opening) if folded(piece) in wordings), "")


def _is_site(text: str, site: str) -> bool:
    """Whether a text is the outlet's name, which `site` is without blanks and article."""
    return site != "" and folded(text).removeprefix("the ").replace(" ", "") == site


class Headline(NamedTuple):
    """A story's headline, its wordings on the page, where it was found, and the h1 that shows it."""

    text: str
    wordings: tuple[str, ...]
    where: str
    heading: LexborNode | None = None


Titled = tuple[str, str]
"""(where a title stands, the title)."""


def headline_of(
    page: Markup, story: dict[str, Any], site_name: str, url: str, h1: Sequence[tuple[LexborNode, str]]
) -> Headline:
    """The page's own h1 if it is the story's, else what its head says. `h1` are first headings and their words."""
    given = _given(page, story, url)
    outlet = folded(site_name)
    host = address.host(url)
    label = _label_of(host) if folded(host.removeprefix("www.")) == outlet else ""
    heads = {text: node for node, text in reversed(h1) if _may_head(node, text, outlet)}
    texts = [text for _, text in h1 if text in heads]
    outlets = {text for text, node in heads.items() if _leads_home(node, url)}
    known = [text for text in texts if text not in outlets]
    cut = _without_names(given, [name for name in (site_name, label, *outlets) if name], known)
    for name in outlets:
        cut = [(where, text.removeprefix(f"{name}:").strip()) for where, text in cut]
    outlets |= {text for text in texts if _names_outlet(text, cut, given)}
    best = _best_head(texts, outlets, [text for _, text in cut])
    first = texts[0] if texts and texts[0] not in outlets else ""
    wordings = tuple(dict.fromkeys(filter(None, (best or first, *(text for _, text in cut)))))
    if best:
        worded = _better_worded(best, heads[best], cut)
        if worded:
            return Headline(worded[1], wordings, f"h1, in the words of {worded[0]}", heads[best])
        return Headline(_without_outlet(best, outlet), wordings, "h1", heads[best])
    if cut:
        return _from_head(page, cut, wordings, site_name, url)
    return Headline(texts[0], wordings, "h1") if texts else Headline("", wordings, "nowhere")


def _may_head(node: LexborNode, text: str, outlet: str) -> bool:
    return bool(text) and len(text) < _LONGEST and folded(text) != outlet and not hidden(node.attributes)


def _without_names(given: list[tuple[str, str]], names: list[str], known: list[str]) -> list[tuple[str, str]]:
    """What the head says, without the names of the outlet after it or before it."""
    cut = {text: text for _, text in given}  # most pages say one title in several places
    for name in names:
        cut = {text: without_site(told, name, known) for text, told in cut.items()}
    return [(where, cut[text]) for where, text in given]


def _label_of(host: str) -> str:
    """The label in a host that is mostly the outlet's name: "lantern" in "local.lantern.com" and in "lantern.co.uk"."""
    labels = host.removeprefix("www.").split(".")[:-1] or [host]
    return next((label for label in reversed(labels) if len(label) > _LONGEST_ENDING), max(labels, key=len))


_LONGEST_ENDING = 3
"""Letters of what stands for a kind of site in a host: "com.au", "co.uk"."""


def _from_head(page: Markup, cut: Sequence[Titled], wordings: tuple[str, ...], site_name: str, url: str) -> Headline:
    """The headline of a page that shows it in no h1: the heading that its address is made of, or what its head says
    without the outlet's name (`cut`)."""
    headings = [words(node) for node in page.root.css("h2, h3")[:_HEADINGS]] if page.root is not None else []
    if named := next((text for text in headings if _is_in_address(text, url)), ""):
        return Headline(named, (named, *wordings), "a heading that the address names")
    shown = set(map(folded, headings))
    if named := next((text for _, text in cut if text.count(" ") >= _BLANKS_OF_HEADLINE and folded(text) in shown), ""):
        return Headline(named, wordings, "a title that a heading shows")
    where, text = cut[0]
    if where == "title":
        text = without_site(text, site_name, headings)
        text = _shown_alone(page.root, text) or text
    text = next((whole for _, whole in cut if _goes_on(text, whole)), text)
    return Headline(_without_house(_without_place(text, url)), wordings, where)


def _shown_alone(root: LexborNode | None, title: str) -> str:
    """The longest piece of a title, beside a sign, that is all of a line on the page: the headline of a page without
    headings, whose title names the outlet too; "" where there is none."""
    cuts = [(found.start(), found.end()) for found in _SEPARATOR.finditer(title)]
    if (opening := title.find(": ")) > 0:
        cuts.append((opening, opening + 1))
    given = (piece.strip() for start, end in cuts for piece in (title[:start], title[end:]))
    said = {folded(piece): piece for piece in given if piece.count(" ") >= _BLANKS_OF_HEADLINE or WIDE.search(piece)}
    if not said or root is None or (body := root.css_first("body")) is None:
        return ""
    shown = (folded(each.text) for each in islice(nearby.whole(body), _LINES))
    return max((said[small] for small in shown if small in said), key=len, default="")


_LINES = 200
"""Lines of a page among which its headline stands; found on made pages without headings, in seven languages."""
_WORDS_OF_ADDRESS = 4
_LONGEST_CUT = 100
"""Characters from which on a title that is the beginning of another one was cut off."""


def _is_in_address(text: str, url: str) -> bool:
    """Whether an address is made of the words of a heading: of all of them, followed by no more than a number."""
    said, last = folded(text).split(), address.split(url)[2].rstrip("/").rpartition("/")[2]
    named = folded(re.sub(r"\.\w{2,5}$", "", last).replace("_", "-")).split()
    return len(said) >= _WORDS_OF_ADDRESS and named[: len(said)] == said and all(map(str.isdigit, named[len(said) :]))


def _goes_on(text: str, whole: str) -> bool:
    """Whether a title was cut off and another continues it."""
    begun = text.rstrip(" .…")
    return (begun != text or len(text) >= _LONGEST_CUT) and len(whole) > len(text) and whole.startswith(begun)


_HOUSE = re.compile(
    rf"(?<=.{{8}})(?:(?<!\s)\s+)?(?:[_|｜：-]|--|——)\s?[^\s_|｜：-]{{1,10}}(?:{'|'.join(split(endings.OUTLETS))})$"
)
"""How titles of Chinese, Japanese and Korean pages end, that name their outlet nowhere else ("…_新华网"): made examples of
three languages, and one outlet of the first page set."""


def _without_house(title: str) -> str:
    """A title without an outlet's name after its last separator, recognised by how such names end."""
    found = _HOUSE.search(title) if title and not title[-1].isascii() and WIDE.search(title) else None
    return title[: found.start()] if found else title


def _without_place(title: str, url: str) -> str:
    """A title without the words after its last separator that its address has too: a folder's name, or words of the
    host."""
    last = list(_SEPARATOR.finditer(title))[-1:]
    tail = folded(title[last[0].end() :]).split() if last else []
    host, path = address.host(url), address.split(url)[2]
    places = {tuple(folded(name.replace("_", "-")).split()) for name in path.split("/")[:-1]}
    if tail and (tuple(tail) in places or ("".join(tail) in host or set(tail) <= set(folded(host).split()))):
        return title[: last[0].start()].rstrip()
    return title


def _names_outlet(head: str, cut: Sequence[Titled], given: Sequence[Titled]) -> bool:
    """Whether a heading is what a title has besides the headline, given another title that is the headline alone."""
    name = folded(head)
    alone = {each for _, text in cut if " " in (each := folded(text))}  # one word may be the outlet's name itself
    for _, text in given:
        title = folded(text)
        if title.startswith(f"{name} ") and title.removeprefix(f"{name} ") in alone:
            return True
        if title.endswith(f" {name}") and title.removesuffix(f" {name}") in alone:
            return True
    return False


def _leads_home(node: LexborNode, url: str) -> bool:
    """Whether all of a heading is a link to the site's front page: it is the outlet's name, which blogs set as an h1
    too."""
    links = node.css("a[href]")
    if not links or " ".join(filter(None, map(words, links))) != words(node):
        return False
    own = address.split(url)
    for link in links:
        _, host, path, _ = address.split(address.join(url, link.attributes.get("href") or ""))
        home = path in ("", "/") or "home" in (link.attributes.get("rel") or "").split()
        if not home or host != own[1] or path.strip("/") == own[2].strip("/"):
            return False
    return True


def _without_outlet(head: str, outlet: str) -> str:
    """A heading without the outlet's name after its last separator."""
    last = list(_SEPARATOR.finditer(head))[-1:]
    return head[: last[0].start()].rstrip() if last and folded(head[last[0].end() :]) == outlet != "" else head


def _given(page: Markup, story: dict[str, Any], url: str) -> list[Titled]:
    """The page's title in its data, the most reliable place first."""
    props = [words(node) for node in page.props.get("headline", ())[:2] if not _leads_home(node, url)]
    given = [
        ("JSON-LD headline", jsonld.text_of(story.get("headline"))),
        ("og:title", plain_text(page.get("og:title"))),
        ("itemprop headline", props[0] if props else ""),
        ("twitter:title", plain_text(page.get("twitter:title"))),
        ("title", plain_text(page.title)),
        ("JSON-LD name", jsonld.text_of(story.get("name"))),
    ]
    return [(where, text[:_LONGEST]) for where, text in given if text]


def _best_head(heads: Sequence[str], outlets: Container[str], titles: Sequence[str]) -> str:
    """The first heading that is the story's headline, judging by the words it shares with the page's titles, or ""."""
    best, best_score = "", 0.3
    for place, text in enumerate(heads):
        if text in outlets:
            continue
        score = max((_alike(text, other) for other in titles), default=0.4) - 0.02 * place
        if len(heads) > 1 and len(text.split()) == 1 and not WIDE.search(text):
            score -= 0.5  # a section's name stands in many titles too
        if len(heads) == 1:
            score += 0.15
        elif score < 0.3 and place == 0 and len(text.split()) > 4:
            score += 0.2
        if score > best_score:
            best, best_score = text, score
    return best


_FROM = re.compile(r"\s*\((?:[\w-]+\.)+[a-z]{2,}\)\s*\d*|\s*\(\d+\)")
"""What stands behind a headline and is no part of it: the host that a link leads to, how many have commented."""


def _better_worded(head: str, node: LexborNode, titles: Sequence[Titled]) -> Titled | None:
    """A title that words the same headline better than its heading does."""
    if "&" in head and (plain := unescape(head)) != head and any(plain in text for _, text in titles):
        return "its entities", plain  # which were written twice
    spoken = pieces(node)
    whole = folded(" ".join(spoken))
    for where, text in titles:
        if len(text.split()) <= _BLANKS_OF_HEADLINE:
            continue
        kicker = whole.removesuffix(f" {folded(text)}")
        if kicker != whole and (folded(spoken[0]) == kicker or any(sign in head for sign in _AFTER_KICKER)):
            return where, text  # the h1 opens with a kicker, in an element of its own or behind a sign
        begun = folded(text)
        if whole.startswith(f"{begun} ") and any(folded(" ".join(spoken[:n])) == begun for n in range(1, len(spoken))):
            return where, text  # or ends with a mark, a second line, a date and the sections that it stands in
    run = "".join(_WORDS.findall(head.casefold()))
    agreed = [text for _, text in titles]
    for where, text in titles:
        if head.startswith(text) and _FROM.fullmatch(head, len(text)):
            return where, text
        if agreed.count(text) > 1 and _adds_number(text, head):
            return where, text  # the h1 draws "9" or "2025" elsewhere
        same = len(text) > len(head) and "".join(_WORDS.findall(text.casefold())) == run
        if same and any(text.count(sign) > head.count(sign) for sign in " :"):
            return where, text  # the same, with the spaces and the colon that the h1 draws by its style
    return None


def _adds_number(text: str, head: str) -> bool:
    """Whether a title is a heading with a number before or after it."""
    said, known = folded(text).split(), folded(head).split()
    return len(known) > 2 and any(
        number.isdigit() and rest == known for number, rest in ((said[0], said[1:]), (said[-1], said[:-1]))
    )


def heading_of(page: Markup, headline: Headline, h1: Sequence[tuple[LexborNode, str]]) -> LexborNode | None:
    """The element that shows the headline: the h1 that words it, another heading that does, or the first h1, preferably
    the story's."""
    if headline.heading is not None:
        return headline.heading
    wordings = {folded(headline.text), *map(folded, headline.wordings)}
    for node, text in h1:
        if folded(text) in wordings and not hidden(node.attributes):
            return node
    if page.root is not None:
        for node in page.root.css("h2, h3")[:_HEADINGS]:
            if folded(words(node)) in wordings:
                return node
    if h1:
        return h1[0][0]
    return page.root.css_first("article") or page.root.css_first("main, body") if page.root is not None else None


def in_breadcrumbs(node: LexborNode) -> bool:
    """Whether a heading is the last crumb of a navigation and not the headline of the text below it."""
    stands_in = next((above.tag for above in upward(node.parent) if above.tag in _HOLDS_HEADINGS), "")
    return stands_in == "nav"


_HOLDS_HEADINGS = frozenset(("nav", "article", "main", "body"))


def _alike(one: str, other: str) -> float:
    """The share of words that two headlines have in common, 0 to 1 (of characters, in scripts without spaces)."""
    first, second = set(folded(one).split()), set(folded(other).split())
    if min(len(first), len(second)) < 3 and WIDE.search(one):
        first, second = set(folded(one).replace(" ", "")), set(folded(other).replace(" ", ""))
    return len(first & second) / max(1, len(first | second))
