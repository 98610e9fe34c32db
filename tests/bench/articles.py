"""How well and how fast story pages are read: `python -m tests.bench.articles FOLDER [--repeat N]`.

FOLDER is a page set: truth.json, related.json, <id>.html.gz, and its scorers score.py and score_related.py one step up. Prints
a table for all pages, for two thirds of the publishers and for the other third, with trafilatura beside it where that is
installed (the "bench" extra): same pages, same process, with metadata.
"""

import argparse
import contextlib
import gzip
import hashlib
import importlib.util
import io
import pkgutil
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

OURS = "tests.bench.adapters:article"
THEIRS = "tests.bench.articles:trafilatura"
ROWS = {
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


def held_out(truth: Mapping[str, Any]) -> bool:
    """Is the page of one of the publishers that rules are not tuned on? A third of them, by their name."""
    publisher = truth["publisher"] or urlsplit(truth["url"]).netloc.removeprefix("www.")
    return int(hashlib.sha1(publisher.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def columns(
    score: ModuleType, truths: Mapping[str, Any], predictions: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, float]]]:
    """(heading, figures) for all pages, those tuned on, and those left out."""
    groups = {
        "all": truths,
        "tuned on": {page: truth for page, truth in truths.items() if not held_out(truth)},
        "left out": {page: truth for page, truth in truths.items() if held_out(truth)},
    }
    for heading, group in groups.items():
        yield f"{heading} ({len(group)})", score.report(group, predictions)


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
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeat", type=int, default=3, help="timed passes; the median counts")
    options = parser.parse_args()
    folder: Path = options.folder.resolve()
    score = scorer(folder, "score")
    truths = score.json.loads((folder / "truth.json").read_text("utf8"))
    predictions, ours = score.predict(folder, truths, OURS, options.repeat)
    table = dict(columns(score, truths, predictions))
    theirs = 0.0
    if importlib.util.find_spec("trafilatura") is not None:
        predictions, theirs = score.predict(folder, truths, THEIRS, options.repeat)
        table["trafilatura"] = score.report(truths, predictions)
    print(f"{'':36}", *(f"{heading:>16}" for heading in table))
    for key, name in ROWS.items():
        print(
            f"{name:36}", *(f"{figures[key]:16.3f}" if figures.get(key) else f"{'–':>16}" for figures in table.values())
        )
    spent = [
        processor_seconds(folder, truths, target, options.repeat) for target in (OURS, THEIRS)[: 2 if theirs else 1]
    ]
    for name, seconds in (("ms per page, all included, by the clock", [ours, theirs]), ("  of the processor", spent)):
        beside = f"{seconds[1] * 1000:50.2f}   1 : {seconds[1] / seconds[0]:.1f}" if theirs else ""
        print(f"{name:36} {seconds[0] * 1000:14.2f}{beside}")
    print("related:", related_line(folder))


if __name__ == "__main__":
    main()
