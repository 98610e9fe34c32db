"""How the text, facts and related stories of a page are read when what its site happens to do is taken away:
python -m tests.bench.stress_pages SET... [TRANSFORM...] [--misses]

SET is a page set as `tests.bench.articles` takes it. Every transform writes each page in another way that leaves its text and facts
what they are: without JSON-LD, with other class names, without paragraphs, the labels of its lists in other elements. Printed are the
mean F1 of what is shown (standfirst and body, or body), the shares of right titles, authors (all of them, and no other) and dates,
the mean F1 of standfirsts, and for related stories F1 and the share of right relations: by the labels of the set where it has
them, else beside what is found on the page as it stands, which says only how much a change of form loses. With --misses also the
pages on which a fact is lost that the page as it stands gives.
"""

import argparse
import gzip
import json
import re
import statistics
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.bench.adapters import Page, article
from tests.bench.articles import scorer
from tests.bench.stress import token
from tui.parse.page.tree import holds

FIELDS = ("title", "authors_exact", "date", "standfirst")

# What a head says


_JSON_LD = re.compile(r"<script[^<>]*application/ld\+json.*?</script>", re.IGNORECASE | re.DOTALL)
_SCRIPT = re.compile(r"<script.*?</script>", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<meta\b[^>]*>", re.IGNORECASE)
_GRAPH = re.compile(r"[\s\"']+(?:og|article|twitter|fb):", re.IGNORECASE)
_MARKED = re.compile(
    r"\s(?:item(?:prop|scope|type)|typeof|property|vocab)(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?(?=[\s>/])"
)


def no_json_ld(html: str) -> str:
    """The page has no JSON-LD."""
    return _JSON_LD.sub("", html)


def no_graph(html: str) -> str:
    """The page has no OpenGraph, and none of its kin."""
    return _META.sub(lambda found: "" if _GRAPH.search(found[0]) else found[0], html)


def no_metas(html: str) -> str:
    """The page has no meta elements but those that a browser needs."""
    return _META.sub(
        lambda found: found[0] if re.search("charset|refresh|content-language", found[0], re.I) else "", html
    )


def no_scripts(html: str) -> str:
    """The page has no scripts, so neither JSON-LD nor state."""
    return _SCRIPT.sub("", html)


def no_marks(html: str) -> str:
    """No element of the body says by an attribute made for it what fact it holds; dates of `time` are its words alone."""
    html = no_json_ld(html)
    head, body, rest = html.partition("<body")
    rest = re.sub(r"\s(?:datetime|rel)=(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", "", rest)
    return head + body + _MARKED.sub("", rest)


# What elements are called


_NAMES = re.compile(r"(?<=\s)(class|id)=(\"[^\"<>]*\"|'[^'<>]*')", re.IGNORECASE)
_DATA = re.compile(r"\s(?:data|aria)-[\w-]+=(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE)


def other_names(html: str) -> str:
    """Classes and ids are random tokens; nothing else names an element either."""
    html = _DATA.sub("", html)
    return _NAMES.sub(lambda found: f'{found[1]}="{" ".join(map(token, found[2][1:-1].split()))}"', html)


def no_names(html: str) -> str:
    """No classes, ids or spoken names."""
    return _NAMES.sub("", _DATA.sub("", html))


_SOUP = re.compile(r"<(/?)(?:header|footer|section|aside|figcaption|time|address)(?=[\s>])", re.IGNORECASE)


def soup(html: str) -> str:
    """Elements that say what they hold are div and span."""
    html = re.sub(r"<(/?)(?:time|address)(?=[\s>])", r"<\1span", html, flags=re.IGNORECASE)
    return _SOUP.sub(r"<\1div", html)


# Lists of other stories


class _Label(NamedTuple):
    """A heading over other stories, or words before one."""

    node: LexborNode
    text: str


def _labels(tree: LexborHTMLParser, found: Page) -> list[_Label]:
    """Where the page words the headings that its related stories are told to stand under."""
    wanted = {" ".join(each.heading.split()) for each in found.related if each.heading}
    labels = []
    for node in tree.css("h1, h2, h3, h4, h5, h6, p, div, span, strong, b, header, a, li, legend, button"):
        text = " ".join(node.text().split()).strip(" :：»>→-–|[]")
        inner = node.css_first("h1, h2, h3, h4, h5, h6, p, div, span, strong, b, header, a, li, button")
        if text in wanted and (inner is None or inner.mem_id == node.mem_id or " ".join(inner.text().split()) != text):
            labels.append(_Label(node, text))
    return [label for label in labels if not any(holds(label.node, other.node) for other in labels)]


def label_as(html: str) -> Callable[[str, str], str]:
    """The labels of related stories stand in other elements; `{}` is where the words stand."""

    def change(page: str, url: str) -> str:
        tree = LexborHTMLParser(page)
        pieces = []
        for label in _labels(tree, article(page, url)):
            if label.node.tag in ("a", "button") or label.node.css_first("a[href]") is not None:
                continue
            pieces.append(html.replace("{}", label.text))
            label.node.replace_with(f"\ue000{len(pieces) - 1}\ue001")
        return _put(tree, pieces)

    return change


def _put(tree: LexborHTMLParser, pieces: list[str]) -> str:
    return re.sub("\ue000(\\d+)\ue001", lambda found: pieces[int(found[1])], tree.html or "")


Transform = Callable[[str, str], str]


def _of_html(*changes: Callable[[str], str]) -> Transform:
    def change(html: str, url: str) -> str:
        for each in changes:
            html = each(html)
        return html

    return change


TRANSFORMS: dict[str, Transform] = {
    "plain": _of_html(),
    "no JSON-LD": _of_html(no_json_ld),
    "no OpenGraph": _of_html(no_graph),
    "neither": _of_html(no_json_ld, no_graph),
    "no metas, no scripts": _of_html(no_metas, no_scripts),
    "nothing marked": _of_html(no_metas, no_scripts, no_marks),
    "other names": _of_html(other_names),
    "no names": _of_html(no_names),
    "neither, other names": _of_html(no_json_ld, no_graph, other_names),
    "nothing marked, other names": _of_html(no_metas, no_scripts, no_marks, other_names),
    "paragraphs as div": _of_html(lambda html: re.sub(r"<(/?)p(?=[\s>])", r"<\1div", html, flags=re.I)),
    "headings as div": _of_html(lambda html: re.sub(r"<(/?)h[2-6](?=[\s>])", r"<\1div", html, flags=re.I)),
    "soup": _of_html(soup),
    "soup, nothing marked, no names": _of_html(soup, no_metas, no_scripts, no_marks, no_names),
    **{
        f"label in {html}": label_as(html)
        for html in ("<h2>{}</h2>", "<span>{}</span>", "<div><div>{}</div></div>", "<p><strong>{}:</strong></p>")
    },
}


_SAME = {"also-read": "related"}


def _one(job: tuple[Path, str, str, tuple[str, ...]]) -> tuple[str, dict[str, Page]]:
    folder, name, url, transforms = job
    html = gzip.decompress((folder / f"{name}.html.gz").read_bytes()).decode()
    return name, {each: article(TRANSFORMS[each](html, url), url) for each in transforms}


class Compared(NamedTuple):
    """How many related stories are found, taken wrongly, lost, and found under the right relation."""

    found: int
    wrong: int
    lost: int
    right: int


def compare(score: Any, url: str, true: dict[str, str], ignored: set[str], page: Page) -> Compared:
    """The related stories of a page beside the true ones (key → relation)."""
    found = {score.key(each.url, url): each.relation.value for each in page.related}
    found = {key: relation for key, relation in found.items() if key not in ignored}
    hits = found.keys() & true.keys()
    right = sum(_SAME.get(found[key], found[key]) == _SAME.get(true[key], true[key]) for key in hits)
    return Compared(len(hits), len(found) - len(hits), len(true) - len(hits), right)


def _shown(score: Any, truth: dict[str, Any], page: Page) -> Any:
    """What of a page's text is right, in the scorer's counts."""
    counts, _ = score.shown_score(truth, score.fields_of(page))
    return counts


def scored(folder: Path, transforms: tuple[str, ...], misses: bool) -> None:
    score, related = scorer(folder, "score"), scorer(folder, "score_related")
    truths = json.loads((folder / "truth.json").read_text("utf8"))
    labels = json.loads(path.read_text("utf8")) if (path := folder / "related.json").exists() else {}
    wanted = tuple(dict.fromkeys(("plain", *transforms)))
    jobs = [(folder, name, truth["url"], wanted) for name, truth in truths.items()]
    with ProcessPoolExecutor(2) as pool:
        pages = dict(pool.map(_one, jobs, chunksize=8))
    plain: dict[str, dict[str, float]] = {}
    for transform in wanted:
        facts = {
            name: score.field_scores(truth, score.fields_of(pages[name][transform])) for name, truth in truths.items()
        }
        plain = plain or facts
        by_labels, by_itself = [], []
        for name, truth in truths.items():
            own = {related.key(truth["url"])}
            before = {related.key(each.url, truth["url"]): each.relation.value for each in pages[name]["plain"].related}
            by_itself.append(compare(related, truth["url"], before, own, pages[name][transform]))
            if name in labels:
                true = {related.key(each["url"]): each["relation"] for each in labels[name]["links"]}
                skipped = {related.key(each) for each in labels[name]["ignore"]} | own
                by_labels.append(compare(related, truth["url"], true, skipped, pages[name][transform]))
        told = (score.page_f1(_shown(score, truth, pages[name][transform])) for name, truth in truths.items())
        line = f"{statistics.fmean(told):.3f}  " + " ".join(
            f"{statistics.fmean(each[field] for each in facts.values() if field in each):.3f}"
            for field in FIELDS
            if any(field in each for each in facts.values())
        )
        for counts in filter(None, (by_labels, by_itself)):
            hit, wrong, lost, right = map(sum, zip(*counts, strict=True))
            line += f"  {2 * hit / max(1, 2 * hit + wrong + lost):.3f} {right / max(1, hit):.3f} ({wrong} wrong, {lost} lost)"
        print(f"{folder.name:5} {transform:40} {line}", flush=True)
        if misses and transform != "plain":
            for name, truth in truths.items():
                for field in FIELDS:
                    if field in facts[name] and facts[name][field] < plain[name][field] - 0.1:
                        key = field.partition("_")[0]
                        print("    ", field, name, truth["lang"], truth["url"][:90])
                        print("         true ", truth[key])
                        print("         found", getattr(pages[name][transform], key))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("given", nargs="+")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    named = tuple(each for each in options.given if each in TRANSFORMS)
    for folder in (Path(each).resolve() for each in options.given if each not in TRANSFORMS):
        scored(folder, named or tuple(TRANSFORMS), options.misses)


if __name__ == "__main__":
    main()
