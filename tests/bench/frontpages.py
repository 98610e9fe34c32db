"""How long front pages take to read, and what each number is for: python -m tests.bench.frontpages [SET_DIR [--ablate]]

SET_DIR holds `truth.json` and `<id>.html.gz` as the front-page sets do; without it, the golden pages of this project are read.
Prints the milliseconds of each page (median of five passes, nothing remembered between them), what was found, and the mean.

With --ablate, each number of the four tables of weights is set to nothing in turn, and the set's own `score.py` (beside SET_DIR) counts
the pages where stories, headlines or sections come out worse and better without it.
"""

import gzip
import importlib.util
import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from tests.bench.adapters import discover
from tui.parse.front import headlines, sections, stories
from tui.parse.front.frontpage import frontpage
from tui.parse.page import addresses

GOLDEN = Path(__file__).parent.parent / "frontpages"


def pages(folder: Path | None) -> Iterator[tuple[str, str, str]]:
    """(name, HTML, address) of each page."""
    if folder is None:
        for path in sorted(GOLDEN.glob("*.html")):
            html = path.read_text(encoding="utf-8")
            yield path.stem, html, html.partition("\n")[0].removeprefix("<!--").removesuffix("-->").strip()
        return
    for name, html, page in truth_of(folder):
        yield name, html, page["url"]


def truth_of(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(name, HTML, what is to be found) of each page of a set."""
    for name, page in json.loads((folder / "truth.json").read_text(encoding="utf-8")).items():
        html = gzip.decompress((folder / f"{name}.html.gz").read_bytes()).decode(page["encoding"], "replace")
        yield name, html, page


def scorer_beside(folder: Path) -> Any:
    """The `score.py` that stands beside a set."""
    spec = importlib.util.spec_from_file_location("score", folder.parent / "score.py")
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def forget() -> None:
    """Empty the reader's memory of names, addresses and labels, as a new process has it."""
    rooms = [room for name, room in sys.modules.items() if name.startswith(("tui.parse.", "tui.text", "tui.address"))]
    for each in [value for room in rooms for value in vars(room).values()]:
        if hasattr(each, "cache_clear"):
            each.cache_clear()


def marks(folder: Path, scorer: Any) -> dict[str, tuple[float, float, float]]:
    """Page → (F1 of stories, right headlines among those found, F1 of sections)."""
    found = {}
    for name, html, page in truth_of(folder):
        row = scorer.score_page(page, html, discover)
        found[name] = (
            scorer.prf(row["hit"], row["got"], row["want"])["f1"],
            row["titled"] / max(1, row["hit"]),
            scorer.prf(row["s_hit"], row["s_got"], row["s_want"])["f1"],
        )
    return found


def ablate(folder: Path) -> None:
    """Print what each weight does for how many pages."""
    scorer = scorer_beside(folder)
    whole = marks(folder, scorer)
    print(f"{'without':34} {'stories':>14} {'headlines':>14} {'sections':>14}   (pages worse, better)")
    for room in cast(Any, (addresses, stories, headlines, sections)):
        table = room._WEIGHTS
        for field in table._fields:
            nothing = tuple(0.0 for _ in value) if isinstance(value := getattr(table, field), tuple) else 0.0
            room._WEIGHTS = table._replace(**{field: nothing})
            forget()
            without = marks(folder, scorer)
            room._WEIGHTS = table
            counts = [
                f"{sum(without[page][what] < whole[page][what] - 1e-9 for page in whole)} worse "
                f"{sum(without[page][what] > whole[page][what] + 1e-9 for page in whole)} better"
                for what in range(3)
            ]
            print(
                f"{room.__name__.rpartition('.')[2] + '.' + field:34} " + " ".join(f"{count:>18}" for count in counts)
            )
    forget()


def main(argv: list[str]) -> int:
    if "--ablate" in argv:
        ablate(Path(argv[0]))
        return 0
    means = []
    for name, html, url in pages(Path(argv[0]) if argv else None):
        times = []
        for _ in range(5):
            forget()
            start = time.perf_counter()
            found = frontpage(html, url)
            times.append((time.perf_counter() - start) * 1000)
        means.append(statistics.median(times))
        print(
            f"{name:24} {means[-1]:6.1f} ms  {len(html) / 1000:6.0f} kB  {len(found.entries):4} stories"
            f"  {len(found.sections):3} sections  {len(found.feeds):2} feeds"
        )
    print(f"{'mean':24} {statistics.mean(means):6.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
