"""How long front pages take to read: python -m tests.bench.frontpages [SET_DIR]

SET_DIR holds `truth.json` and `<id>.html.gz` as the front-page sets do; without it, the golden pages of this project are read.
Prints the milliseconds of each page (median of five passes, nothing remembered between them), what was found, and the mean.
"""

import gzip
import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tui.parse.front import home, links
from tui.parse.front.frontpage import frontpage
from tui.parse.page import addresses, lines

GOLDEN = Path(__file__).parent.parent / "frontpages"


def pages(folder: Path | None) -> Iterator[tuple[str, str, str]]:
    """(name, HTML, address) of each page."""
    if folder is None:
        for path in sorted(GOLDEN.glob("*.html")):
            html = path.read_text(encoding="utf-8")
            yield path.stem, html, html.partition("\n")[0].removeprefix("<!--").removesuffix("-->").strip()
        return
    for name, page in json.loads((folder / "truth.json").read_text(encoding="utf-8")).items():
        yield (
            name,
            gzip.decompress((folder / f"{name}.html.gz").read_bytes()).decode(page["encoding"], "replace"),
            page["url"],
        )


def forget() -> None:
    """Empty the reader's memory of names and addresses, as a new process has it."""
    for each in [value for room in (addresses, home, lines, links) for value in vars(room).values()]:
        if hasattr(each, "cache_clear"):
            each.cache_clear()


def main(argv: list[str]) -> int:
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
