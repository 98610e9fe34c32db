"""How well and how fast story pages are read: `python -m tests.bench.articles FOLDER… [--ablation] [--repeat N]`.

FOLDER is a page set: truth.json, <id>.html.gz, related.json where it has labels, and its scorers score.py and
score_related.py one step up. Prints for each set a table for all pages and for five folds of publishers, with trafilatura
beside it where that is installed (the "bench" extra: same pages, same process, with metadata), and the processor's time.
With --ablation also what each named rule does over all sets: how the figures change without it, pages and publishers
helped (+) and hurt (-).
"""

import argparse
import contextlib
import gzip
import hashlib
import importlib.util
import io
import pkgutil
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from tests.bench.ablation import RULES, without

OURS = "tests.bench.adapters:article"
THEIRS = "tests.bench.articles:trafilatura"
ROWS = {
    "shown_f1": "shown F1 (standfirst and body, or body)",
    "shown_accuracy": "shown exactly right",
    "nothing_read": "nothing read (share of pages)",
    "f1": "body F1",
    "precision": "  precision",
    "recall": "  recall",
    "accuracy": "body accuracy (page exactly right)",
    "title": "title (h1-tolerant)",
    "date": "date",
    "authors_exact": "authors exactly equal",
    "authors_found": "authors found",
    "standfirst": "standfirst F1",
}


def trafilatura(html: str, url: str) -> Mapping[str, Any]:
    """A page as trafilatura reads it, with metadata."""
    import trafilatura as library

    found = library.bare_extraction(html, url=url, with_metadata=True)
    if found is None:
        return {}
    given = found if isinstance(found, dict) else found.as_dict()
    authors = [name.strip() for name in (given.get("author") or "").split(";") if name.strip()]
    return {
        "title": given.get("title"),
        "authors": authors,
        "date": given.get("date"),
        "standfirst": None,
        "body": given.get("text"),
    }


def scorer(folder: Path, name: str) -> ModuleType:
    """A page set's own scorer, which stands beside it and not in this project."""
    spec = importlib.util.spec_from_file_location(name, folder.parent / f"{name}.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no {name}.py beside {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def processor_seconds(folder: Path, truths: Mapping[str, Any], target: str, repeat: int) -> float:
    """Processor time a page, the least of some passes: what a busy machine does not blur."""
    extract = pkgutil.resolve_name(target)
    pages = [
        (gzip.decompress((folder / f"{page}.html.gz").read_bytes()).decode(), truth["url"])
        for page, truth in truths.items()
    ]
    passes = []
    for _ in range(repeat):
        start = time.process_time()
        for html, url in pages:
            with contextlib.suppress(Exception):  # a page that fails is counted by the scorer
                extract(html, url)
        passes.append((time.process_time() - start) / len(pages))
    return min(passes)


FOLDS = 5


def fold(truth: Mapping[str, Any]) -> int:
    """Which of the folds a page is in: by its publisher's name, so that no publisher is in two."""
    return int(hashlib.sha1(publisher(truth).encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def columns(
    score: ModuleType, truths: Mapping[str, Any], predictions: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, float]]]:
    """(heading, figures) for all pages, each fold, and the spread (standard deviation) of the folds."""
    yield f"all ({len(truths)})", _shares(score.report(truths, predictions))
    parts = []
    for number in range(FOLDS):
        group = {page: truth for page, truth in truths.items() if fold(truth) == number}
        if group:
            parts.append(_shares(score.report(group, predictions)))
            yield f"fold {number + 1} ({len(group)})", parts[-1]
    told = [key for key in ROWS if any(key in part for part in parts)]
    yield "spread", {key: statistics.pstdev(part.get(key, 0.0) for part in parts) for key in told}


def _shares(figures: Mapping[str, Any]) -> dict[str, float]:
    """The figures of a report, counts as shares of the pages."""
    return {**figures, "nothing_read": figures["nothing_read"] / figures["pages"]}


def shown(score: ModuleType, folder: Path, truths: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """(shown F1, exactly right) of each page."""
    with contextlib.redirect_stderr(io.StringIO()):
        predictions, _ = score.predict(folder, truths, OURS, 1)
    scored = {page: score.shown_score(truth, predictions[page]) for page, truth in truths.items()}
    return {page: (score.page_f1(counts), exact) for page, (counts, exact) in scored.items()}


NOTICED = 0.0005
"""Difference of a page's F1 from which a rule helps or hurts it."""


def publisher(truth: Mapping[str, Any]) -> str:
    """Who published a page: by name, or by host where the truth names nobody."""
    named: str = truth["publisher"] or urlsplit(truth["url"]).netloc.removeprefix("www.")
    return named


def print_ablation(folders: Sequence[Path]) -> None:
    """What each rule does: the mean shown F1 and the share exactly right with it less those without it, and the pages
    and publishers that it helps and hurts."""
    sets = [(scorer(folder, "score"), folder) for folder in folders]
    known = [(score, folder, score.json.loads((folder / "truth.json").read_text("utf8"))) for score, folder in sets]
    whose = {f"{at}/{page}": publisher(truth) for at, each in enumerate(known) for page, truth in each[2].items()}

    def over_all() -> dict[str, tuple[float, float]]:
        return {f"{at}/{page}": found for at, each in enumerate(known) for page, found in shown(*each).items()}

    whole = over_all()
    print(f"{'rule':50} {'shown F1':>10} {'exact':>8} {'pages':>11} {'publishers':>12}")
    for name in RULES:
        with without(name):
            bare = over_all()
        gains = {page: whole[page][0] - bare[page][0] for page in whole}
        exact = statistics.fmean(whole[page][1] - bare[page][1] for page in whole)
        pages = [page for page in gains if gains[page] > NOTICED], [page for page in gains if gains[page] < -NOTICED]
        helped, hurt = ({whose[page] for page in some} for some in pages)
        print(
            f"{name:50} {statistics.fmean(gains.values()):+10.4f} {exact:+8.4f}"
            f" {len(pages[0]):+5} {-len(pages[1]):+5} {len(helped):+6} {-len(hurt):+5}",
            flush=True,
        )


def related_line(folder: Path) -> str:
    """What the scorer of related links prints first."""
    score, said, given = scorer(folder, "score_related"), io.StringIO(), sys.argv
    sys.argv = ["score_related", str(folder), OURS]
    try:
        with contextlib.redirect_stdout(said):
            score.main()
    finally:
        sys.argv = given
    return said.getvalue().splitlines()[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--repeat", type=int, default=3, help="timed passes; the median counts")
    parser.add_argument("--ablation", action="store_true", help="what each rule does, too: some minutes")
    options = parser.parse_args()
    folders = [folder.resolve() for folder in options.folders]
    for folder in folders:
        print_set(folder, options.repeat)
    if options.ablation:
        print_ablation(folders)


def print_set(folder: Path, repeat: int) -> None:
    """One page set: the table, the time, related links where they are labelled."""
    score = scorer(folder, "score")
    truths = score.json.loads((folder / "truth.json").read_text("utf8"))
    predictions, ours = score.predict(folder, truths, OURS, repeat)
    table = dict(columns(score, truths, predictions))
    theirs = 0.0
    if importlib.util.find_spec("trafilatura") is not None:
        predictions, theirs = score.predict(folder, truths, THEIRS, repeat)
        table["trafilatura"] = _shares(score.report(truths, predictions))
    print(f"{folder.name:40}", *(f"{heading:>12}" for heading in table))
    for key, name in ROWS.items():
        print(
            f"{name:40}", *(f"{figures[key]:12.3f}" if key in figures else f"{'–':>12}" for figures in table.values())
        )
    spent = [processor_seconds(folder, truths, target, repeat) for target in (OURS, THEIRS)[: 2 if theirs else 1]]
    for name, seconds in (("ms per page, all included, by the clock", [ours, theirs]), ("  of the processor", spent)):
        beside = f"{seconds[1] * 1000:12.2f}   1 : {seconds[1] / seconds[0]:.1f}" if theirs else ""
        print(f"{name:40} {seconds[0] * 1000:12.2f}{beside}")
    if (folder / "related.json").exists():
        print("related:", related_line(folder))
    print()


if __name__ == "__main__":
    main()
