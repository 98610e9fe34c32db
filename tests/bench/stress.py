"""How front pages are read when what their sites happen to do is taken away: python -m tests.bench.stress SET_DIR... [TRANSFORM...]

SET_DIR holds `truth.json` and `<id>.html.gz` as the front-page sets do, with `score.py` beside it. Every transform writes each page
in another way that leaves its stories, headlines and sections what they are: other class names, other addresses, other
elements, other company inside a link. Printed are the mean F1 of stories over the pages, the share of right headlines, the F1
of sections, and the three pages that lose most.
"""

import re
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from zlib import crc32

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.bench.adapters import discover
from tests.bench.frontpages import scorer_beside, truth_of


class Sheet:
    """A page with its truth, to be written anew."""

    def __init__(self, html: str, page: dict[str, Any], scorer: Any):
        self.tree = LexborHTMLParser(html)
        self.page = page
        self.base = page["url"]
        self._plain = scorer.plain
        self.norm: Callable[[str], str] = lambda url: str(scorer.norm(url, self.base))
        self.titles = {
            self.norm(each["url"]): {scorer.plain(title) for title in (each["title"], *each.get("also", ()))}
            for each in page["stories"]
        }
        self._pieces: list[str] = []

    def links(self) -> Iterator[tuple[LexborNode, str]]:
        """The links of the page with where they lead, as the truth writes it."""
        for node in self.tree.css("a[href]"):
            yield node, self.norm(node.attributes.get("href") or "")

    def headlines(self) -> Iterator[LexborNode]:
        """The links that say a story's headline."""
        for node, key in self.links():
            if self._plain(node.text()) in self.titles.get(key, ()):
                yield node

    def piece(self, html: str) -> str:
        """A sign to be put into the tree as text, where this HTML is to stand."""
        self._pieces.append(html)
        return f"\ue000{len(self._pieces) - 1}\ue001"

    def written(self) -> str:
        """The page as HTML."""
        html = self.tree.html or ""
        return re.sub("\ue000(\\d+)\ue001", lambda found: self._pieces[int(found[1])], html)


def token(text: str) -> str:
    """A meaningless word, always the same for a text."""
    number = crc32(text.encode())
    return "".join([chr(ord("a") + (number >> shift) % 26) for shift in range(0, 30, 5)])


# Names and elements


def other_names(sheet: Sheet) -> None:
    """Classes are random tokens, ids are gone."""
    for node in sheet.tree.css("[class], [id]"):
        if names := node.attributes.get("class"):
            node.attrs["class"] = " ".join(map(token, names.split()))
        if "id" in node.attributes:
            del node.attrs["id"]


def no_names(sheet: Sheet) -> None:
    """No classes, ids or roles."""
    for name in ("class", "id", "role"):
        for node in sheet.tree.css(f"[{name}]"):
            del node.attrs[name]


_PLACES = re.compile(r"<(/?)(?:nav|header|footer|main|article|aside|section)(?=[\s>])", re.IGNORECASE)
_HEADINGS = re.compile(r"<(/?)h[1-6](?=[\s>])", re.IGNORECASE)


def soup(html: str) -> str:
    """Nothing but div says where a link stands."""
    return _PLACES.sub(r"<\1div", html)


def headings_as(tag: str) -> Callable[[str], str]:
    """Headings are other elements."""
    return lambda html: _HEADINGS.sub(rf"<\1{tag}", html)


# Addresses


def _slug(story: dict[str, Any]) -> str:
    last = re.sub(r"\.\w+$", "", urlsplit(story["url"]).path.rstrip("/").rpartition("/")[2])
    words = re.findall(r"[a-z]{2,}", last.lower())
    if len(words) < 3:
        words = re.findall(r"[a-z]{2,}", story["title"].lower())
    if len(words) < 3:  # another writing: as if each two signs were a word
        title = "".join(story["title"].split())
        words = [token(title[place : place + 2]) for place in range(0, len(title), 2)]
    return "-".join(words[:8])


_SHAPES: dict[str, Callable[[dict[str, Any], int], str]] = {
    "/a/12345": lambda _, number: f"/a/{number}",
    "/2026/11/27/slug": lambda story, _: f"/2026/11/{number_of(story) % 27 + 1:02}/{_slug(story)}",
    "/story.php?id=5": lambda _, number: f"/story.php?id={number}",
    "/live/slug": lambda story, _: f"/live/{_slug(story)}",
    "/video/slug": lambda story, _: f"/video/{_slug(story)}",
    "/topic/slug": lambda story, _: f"/topic/{_slug(story)}",
    "/slug": lambda story, _: f"/{_slug(story)}",
    "/n/token": lambda story, _: f"/n/{token(story['url'])}",
    "/news/word-word": lambda story, _: f"/news/{'-'.join(_slug(story).split('-')[:2])}",
    "/12-slug.html": lambda story, number: f"/{number % 100}-{_slug(story)}.html",
}
"""How the addresses of all stories of a page may look."""


def number_of(story: dict[str, Any]) -> int:
    """A number, always the same for a story."""
    return crc32(story["url"].encode())


def _renamed(sheet: Sheet, names: dict[str, str], views: bool) -> None:
    """Write addresses anew, in links and truth; `names` are the truth's own forms → whole addresses. With `views`, those
    of a page's comments and printed form change with it."""
    for node in sheet.tree.css('script[type="application/ld+json"]'):
        node.decompose()
    for node, key in sheet.links():
        place, mark, query = key.partition("?")
        if key in names:
            node.attrs["href"] = names[key]
        elif views and mark and place in names:
            node.attrs["href"] = f"{names[place]}{'&' if '?' in names[place] else '?'}{query}"
        elif views and (above := key.rpartition("/")[0]) in names and "?" not in names[above]:
            node.attrs["href"] = f"{names[above]}/{key.rpartition('/')[2]}"  # its comments, its printed form
    for part in ("stories", "sections"):
        for each in sheet.page[part]:
            each["url"] = names.get(sheet.norm(each["url"]), each["url"])
    for part in ("ignore", "sections_ok"):
        sheet.page[part] = [names.get(sheet.norm(url), url) for url in sheet.page.get(part, ())]


def addresses_as(shape: Callable[[dict[str, Any], int], str]) -> Callable[[Sheet], None]:
    """Stories have addresses of one other shape."""

    def change(sheet: Sheet) -> None:
        names: dict[str, str] = {}
        taken: set[str] = set()
        for story in sheet.page["stories"]:
            place = shape(story, 12_000 + number_of(story) % 80_000)
            while place in taken:
                place = re.sub(r"(\.html)?$", lambda end: "z" + end[0], place, count=1)
            taken.add(place)
            names[sheet.norm(story["url"])] = urljoin(sheet.base, place)
        _renamed(sheet, names, views=True)

    return change


def sections_as(shape: str) -> Callable[[Sheet], None]:
    """Sections have addresses that do not spell their names, and their stories stand elsewhere."""

    def change(sheet: Sheet) -> None:
        names = {}
        for place, section in enumerate(sheet.page["sections"], 11):
            new = shape.replace("12", str(place)).replace("token", token(section["name"]))
            names[sheet.norm(section["url"])] = urljoin(sheet.base, new)
        _renamed(sheet, names, views=False)

    return change


# What a link says


_COMPANY = {
    "en": ("Analysis", "The council sat until midnight, and three of its members left before the vote was counted", "{} comments", "{} hours ago"),
    "de": ("Kommentar", "Der Rat tagte bis Mitternacht, und drei seiner Mitglieder gingen vor der Abstimmung", "{} Kommentare", "vor {} Stunden"),
    "es": ("Análisis", "El consejo se reunió hasta la medianoche y tres de sus miembros se fueron antes de votar", "{} comentarios", "hace {} horas"),
}  # fmt: skip
"""Kicker, standfirst, comments and time, by language."""


def in_company(kicker: str, title: str, standfirst: str) -> Callable[[Sheet], None]:
    """Kicker, headline, standfirst, comments and time stand in one link, in these elements."""

    def change(sheet: Sheet) -> None:
        words = _COMPANY.get(sheet.page["lang"], _COMPANY["en"])
        for place, node in enumerate(list(sheet.headlines())):
            over, under, comments, when = (word.format(place % 19 + 2) for word in words)
            under = f"{under.split()[0]} {token(str(place))} {under.partition(' ')[2]}"
            html = f"<{kicker}>{over}</{kicker}><{title}>{escape(node.text().strip())}</{title}><{standfirst}>{under}</{standfirst}>"
            html += f"<{kicker}>{when}</{kicker}><{kicker}>{comments}</{kicker}>"
            for child in list(node.iter(include_text=True)):
                child.decompose()
            node.insert_child(sheet.piece(html))

    return change


def pictured(sheet: Sheet) -> None:
    """Before each headline stands a picture with a link of its own, behind it one to its comments."""
    for place, node in enumerate(list(sheet.headlines())):
        href = escape(node.attributes.get("href") or "")
        node.insert_before(sheet.piece(f'<a href="{href}"><img src="/p/{place}.jpg" alt="Picture of the day"></a>'))
        node.insert_after(sheet.piece(f' <a href="{href}#comments">{place % 19 + 2}</a>'))


def twinned(sheet: Sheet) -> None:
    """Each headline stands twice in its link, once for those who do not see."""
    for node in list(sheet.headlines()):
        node.insert_child(sheet.piece(f'<span class="{token("hidden")}">{escape(node.text().strip())}</span>'))


def counted(sheet: Sheet) -> None:
    """Each headline has the number of its comments in parentheses behind it."""
    for place, node in enumerate(list(sheet.headlines())):
        node.insert_child(f" ({place % 19 + 2})")


def labelled(sheet: Sheet) -> None:
    """A link is empty, laid over a card whose heading is not linked; its label says the headline."""
    for node in list(sheet.headlines()):
        text, href = escape(node.text().strip()), escape(node.attributes.get("href") or "")
        html = f'<div><a href="{href}" aria-label="{text}"></a><h3>{text}</h3></div>'
        node.replace_with(sheet.piece(html))


def wrapped(sheet: Sheet) -> None:
    """Every link stands in further elements."""
    for node, _ in list(sheet.links()):
        if node.parent is not None and node.parent.tag in ("div", "li", "td", "section", "article", "h2", "h3"):
            node.insert_before(sheet.piece("<div><div><span>"))
            node.insert_after(sheet.piece("</span></div></div>"))


_OF_HTML: dict[str, Callable[[str], str]] = {
    "soup": soup,
    **{f"headings as {tag}": headings_as(tag) for tag in ("div", "span", "p", "strong")},
}
"""Name → what is done to the HTML of a page."""

_OF_SHEET: dict[str, Callable[[Sheet], None]] = {
    "other names": other_names, "no names": no_names,
    **{f"stories {shape}": addresses_as(made) for shape, made in _SHAPES.items()},
    **{f"sections {shape}": sections_as(shape) for shape in ("/c/12", "/token", "/index.php?cat=12", "/page/token.html")},
    "company div h3 p": in_company("div", "h3", "p"), "company span": in_company("span", "span", "span"),
    "company div": in_company("div", "div", "div"), "company span strong p": in_company("span", "strong", "p"),
    "pictured": pictured, "twinned": twinned, "counted": counted, "labelled": labelled, "wrapped": wrapped,
}  # fmt: skip
"""Name → what is done to a page."""

_TOGETHER: dict[str, tuple[str, ...]] = {
    "plain": (),
    "soup without names": ("no names", "soup"),
    "soup without names, headings": ("no names", "headings as div", "soup"),
    "soup, other names, /a/12345": ("stories /a/12345", "other names", "headings as div", "soup"),
    "soup, other names, /slug, /token": ("stories /slug", "sections /token", "other names", "headings as div", "soup"),
    "company div, no names": ("company div", "no names"),
    "company span, other names, soup": ("company span", "other names", "headings as span", "soup"),
}
"""Several at once."""

TRANSFORMS = {**{name: (name,) for name in (*_OF_HTML, *_OF_SHEET)}, **_TOGETHER}
"""Name → the names of what is done, one after the other."""


def written(html: str, page: dict[str, Any], scorer: Any, transform: str) -> tuple[str, dict[str, Any]]:
    """A page written in another way, with the truth of it."""
    page = deepcopy(page)
    for name in TRANSFORMS[transform]:
        if name in _OF_HTML:
            html = _OF_HTML[name](html)
        else:
            sheet = Sheet(html, page, scorer)
            _OF_SHEET[name](sheet)
            html = sheet.written()
    return html, page


def scored(folder: Path, transform: str) -> dict[str, dict[str, Any]]:
    """Page → what `score.py` says of it, written in another way."""
    scorer = scorer_beside(folder)
    rows = {}
    for name, html, page in truth_of(folder):
        changed, truth = written(html, page, scorer, transform)
        rows[name] = scorer.score_page(truth, changed, discover)
        rows[name]["f1"] = scorer.prf(*[rows[name][what] for what in ("hit", "got", "want")])["f1"]
    return rows


def summary(rows: dict[str, dict[str, Any]]) -> tuple[float, float, float]:
    """(mean F1 of stories over the pages, share of right headlines, F1 of sections)."""
    total = {what: sum(row[what] for row in rows.values()) for what in ("hit", "titled", "s_hit", "s_got", "s_want")}
    return (
        sum(row["f1"] for row in rows.values()) / len(rows),
        total["titled"] / max(1, total["hit"]),
        2 * total["s_hit"] / max(1, total["s_got"] + total["s_want"]),
    )


def main(argv: list[str]) -> int:
    folders = [Path(each) for each in argv if each not in TRANSFORMS]
    for transform in [each for each in argv if each in TRANSFORMS] or TRANSFORMS:
        line = f"{transform:34}"
        for folder in folders:
            rows = scored(folder, transform)
            worst = sorted(rows, key=lambda name: rows[name]["f1"])[:3]
            line += "  {:.3f} {:.3f} {:.3f} ".format(*summary(rows))
            line += " ".join(f"{name} {rows[name]['f1']:.2f}" for name in worst)
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
