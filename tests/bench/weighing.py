"""Would a learned weighting of lines beat the rules at the edges of a story? `python -m tests.bench.weighing FOLDER…`.

FOLDER is a page set, as for `tests.bench.articles`. Every block that the rules keep and are unsure of (all before the
first and behind the last long paragraph, and short ones between) is described by some numbers; a logistic model is
fitted on four folds of publishers to tell whether it is in the true story, with a threshold that is best on these four;
on the fifth, blocks below it are dropped. Printed: mean shown F1 and share exactly right of each fold, by the rules alone
and by rules and model, mean and spread, and what the model weighs most when it is fitted on all pages.

It does not: over both sets (636 pages, folds by publisher) the rules alone have a mean F1 of .9608 (spread .0087) and
.383 exactly right, rules and model .9608 (.0087) and .380; in no fold is the model better. What is left at the edges differs
from page to page more than its numbers do, and what is true of it is told differently by those who wrote the two sets. So
the program has no such table.
"""

import argparse
import gzip
import math
import random
import re
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from tests.bench.articles import FOLDS, fold, scorer
from tui.blocks import Block, Heading, Listing, Paragraph, Picture, Quote, plain, spans_of
from tui.errors import ParseError
from tui.model import Article
from tui.parse.page import roles
from tui.parse.page.labels import label
from tui.parse.story.article import article

_LONG = 80
_ENDS = re.compile(r"[.!?…。！？؟।][”’\"»)」』\s]*$")
_THRESHOLDS = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
"""Chances of being the story's, below which a block is dropped; 0 drops none."""
_EPOCHS = 15


class Line(NamedTuple):
    """A block that is unsure: its place in the story, its numbers, whether it is in the true one, and its weight (its
    share of the page)."""

    place: int
    numbers: Mapping[str, float]
    true: bool
    weight: float


class Page(NamedTuple):
    """A page as it is read, the texts of its blocks, and those of them that are unsure."""

    truth: Mapping[str, Any]
    found: Article
    texts: Sequence[str]
    unsure: Sequence[Line]


def numbers(blocks: Sequence[Block], texts: Sequence[str], place: int, found: Article) -> dict[str, float]:
    """What is known of a block: its length, links, signs, place, neighbours and words."""
    block, text = blocks[place], texts[place]
    spans = list(spans_of((block,)))
    size = len(text) or 1
    low = text.casefold()
    last = texts[place - 1] if place else ""
    return {
        "bias": 1.0,
        "length": math.log(size) / 5,
        "ends like a sentence": float(bool(_ENDS.search(text))),
        "ends with a colon": float(text.endswith((":", "："))),
        "share of links": sum(len(span.text) for span in spans if span.href) / size,
        "share of figures": sum(char.isdigit() for char in text) / size,
        "share of capitals": sum(char.isupper() for char in text) / size,
        "wholly emphasised": float(bool(spans) and all(span.emphasis for span in spans)),
        "wholly strong": float(bool(spans) and all(span.strong for span in spans)),
        "heading": float(isinstance(block, Heading)),
        "list": float(isinstance(block, Listing)),
        "quotation": float(isinstance(block, Quote)),
        "behind a picture": float(place > 0 and isinstance(blocks[place - 1], Picture)),
        "before a heading": float(place + 1 < len(blocks) and isinstance(blocks[place + 1], Heading)),
        "below a label": float(0 < len(last) < 60 and label(last) is not None),
        "is a label": float(size < 75 and label(text) is not None),
        "words around stories": float(roles.is_clutter(text)),
        "sells": float(roles.sells(text)),
        "question": float("?" in text),
        "exclamation": float("!" in text),
        "sign of a copyright": float("©" in text or "(c)" in low),
        "address": float("http" in low or "@" in low or "www." in low),
        "an author's name": float(any(name and name.casefold() in low for name in found.byline)),
        "the site's name": float(bool(found.site_name) and found.site_name.casefold() in low),
        "said twice": float(texts.count(text) > 1),
        "words of the headline": _shared(low, found.headline.casefold()),
        "begins with a bracket": float(text[:1] in "([【（"),
        "place": place / len(blocks),
        "first": 1 / (1 + place),
        "last": 1 / (len(blocks) - place),
        "before the first paragraph": float(not any(len(each) > 2 * _LONG for each in texts[:place])),
        "behind the last paragraph": float(not any(len(each) > 2 * _LONG for each in texts[place + 1 :])),
    }


def _shared(text: str, headline: str) -> float:
    said = set(text.split())
    return len(said & set(headline.split())) / (len(said) or 1)


def page(score: ModuleType, folder: Path, name: str, truth: Mapping[str, Any]) -> Page | None:
    """One page; None where it is refused."""
    try:
        found = article(gzip.decompress((folder / f"{name}.html.gz").read_bytes()).decode(), truth["url"])
    except ParseError:
        return None
    texts = [plain((block,)) for block in found.blocks]
    wanted = score.tokens((truth.get("standfirst") or "") + "\n" + truth["body"])
    runs = {tuple(wanted[at : at + 3]) for at in range(len(wanted) - 2)}
    joined = " ".join(wanted)
    long = [at for at, block in enumerate(found.blocks) if isinstance(block, Paragraph) and len(texts[at]) > 2 * _LONG]
    first, last = (long[0], long[-1]) if long else (len(texts), -1)
    total = sum(map(len, texts)) or 1
    unsure = []
    for at, block in enumerate(found.blocks):
        said = score.tokens(texts[at])
        if not said or isinstance(block, Picture) or (first < at < last and len(texts[at]) > _LONG):
            continue
        threes = [tuple(said[each : each + 3]) for each in range(len(said) - 2)]
        true = sum(each in runs for each in threes) > len(threes) / 2 if threes else " ".join(said) in joined
        unsure.append(Line(at, numbers(found.blocks, texts, at, found), true, len(texts[at]) / total))
    return Page(truth, found, texts, unsure)


def fitted(lines: Sequence[Line], seed: int = 7) -> dict[str, float]:
    """The weights of a logistic model, by plain descent; a line counts by the square root of its share of its page."""
    weights = dict.fromkeys(lines[0].numbers, 0.0)
    chance = random.Random(seed)
    order = list(lines)
    for epoch in range(_EPOCHS):
        chance.shuffle(order)
        step = 0.3 / (1 + epoch)
        for line in order:
            wrong = (line.true - likely(weights, line.numbers)) * (0.2 + math.sqrt(line.weight)) * step
            for name, number in line.numbers.items():
                if number:
                    weights[name] += wrong * number - step * 1e-5 * weights[name]
    return weights


def likely(weights: Mapping[str, float], described: Mapping[str, float]) -> float:
    """How likely a block is the story's."""
    total = sum(weights[name] * number for name, number in described.items() if number)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def scored(score: ModuleType, pages: Sequence[Page], weights: Mapping[str, float], least: float) -> tuple[float, float]:
    """(mean shown F1, share exactly right) where unsure blocks less likely than `least` are dropped."""
    told = []
    for each in pages:
        dropped = {line.place for line in each.unsure if least and likely(weights, line.numbers) < least}
        body = "\n\n".join(text for at, text in enumerate(each.texts) if at not in dropped)
        told.append(score.shown_score(each.truth, {"body": body, "standfirst": each.found.standfirst}))
    return statistics.fmean(score.page_f1(counts) for counts, _ in told), statistics.fmean(exact for _, exact in told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    pages = []
    for folder in (each.resolve() for each in parser.parse_args().folders):
        score = scorer(folder, "score")
        truths = score.json.loads((folder / "truth.json").read_text("utf8"))
        pages += [found for name, truth in truths.items() if (found := page(score, folder, name, truth)) is not None]
    rows = []
    for number in range(FOLDS):
        known = [each for each in pages if fold(each.truth) != number]
        held = [each for each in pages if fold(each.truth) == number]
        weights = fitted([line for each in known for line in each.unsure])
        least = max(_THRESHOLDS, key=lambda each: scored(score, known, weights, each)[0])
        rows.append((*scored(score, held, {}, 0.0), *scored(score, held, weights, least)))
        print(
            f"fold {number + 1} ({len(held)} pages), below {least}:",
            *(f"{figure:.4f}" for figure in rows[-1]),
            flush=True,
        )
    print("            rules F1, exact; rules and model F1, exact")
    columns = list(zip(*rows, strict=True))
    print("mean       ", *(f"{statistics.fmean(column):.4f}" for column in columns))
    print("spread     ", *(f"{statistics.pstdev(column):.4f}" for column in columns))
    weights = fitted([line for each in pages for line in each.unsure])
    for name in sorted(weights, key=lambda each: -abs(weights[each])):
        print(f"{name:30} {weights[name]:+.2f}")


if __name__ == "__main__":
    main()
