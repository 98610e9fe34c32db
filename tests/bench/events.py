"""How well headlines are grouped by event: `python -m tests.bench.events FILE [--made N]`.

FILE has timestamp_ms, title and event, tab by tab, in the order they were seen. Besides the whole, its parts that are one dense field
each are measured by themselves (nothing else is in their window), and N made streams of one topic, in which every event shares its
people, places and words with others. Printed are B-cubed precision, recall and F1 (Bagga and Baldwin 1998), and processor time.
"""

import argparse
import csv
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.storage.events import EVENT, STORY, grouped, words

Stream = list[tuple[float, str, str]]
"""Headlines as (seconds, title, event), in order."""

FIELDS = {
    "markets": ("china", "stock", "euro", "bank", "economi", "fed", "job", "price"),
    "shops": ("outfitt", "dick", "sbarro", "wearhou", "banana", "sprint", "comcast", "airline"),
    "shows": ("bieber", "cyru", "dunham", "lohan", "diverge", "detecti", "throne", "bossy", "cosmo"),
}
"""A field -> words; an event whose commonest words have one of them belongs to it."""


def b_cubed(found: Sequence[object], true: Sequence[object]) -> tuple[float, float, float]:
    """Precision, recall and F1 over items."""
    groups: defaultdict[object, Counter[object]] = defaultdict(Counter)
    events: defaultdict[object, Counter[object]] = defaultdict(Counter)
    for label, event in zip(found, true, strict=True):
        groups[label][event] += 1
        events[event][label] += 1
    precision = sum(n * n / sum(held.values()) for held in groups.values() for n in held.values()) / len(true)
    recall = sum(n * n / sum(held.values()) for held in events.values() for n in held.values()) / len(true)
    return precision, recall, 2 * precision * recall / (precision + recall)


def read(path: Path) -> Stream:
    """The headlines of a file."""
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(int(row["timestamp_ms"]) / 1000, row["title"], row["event"]) for row in rows]


def field(stream: Stream, names: Sequence[str]) -> Stream:
    """The part of a stream whose events are of one field."""
    common: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, title, event in stream:
        common[event].update(words(title))
    ours = {event for event, held in common.items() if {word for word, _ in held.most_common(6)} & set(names)}
    return [row for row in stream if row[2] in ours]


def made(seed: int, events: int = 350) -> Stream:
    """A stream of one topic: a war with sixty places and forty people, each in many events."""
    chance = random.Random(seed)
    syllables = "ka lo mir ven tor sa du bel ra no zhi pol che mar ky ost lu han gre vi".split()

    def name(length: int) -> str:
        return "".join(chance.choice(syllables) for _ in range(length)).capitalize()

    places = [name(chance.choice((2, 3))) for _ in range(60)]
    people = [(name(2), name(3)) for _ in range(40)]
    kinds = [
        (("shells", "bombards", "pounds", "hits"), ("apartment block", "hospital", "power plant", "bridge", "port")),
        (("meets", "holds talks with", "urges", "warns"), ("ceasefire", "prisoner swap", "grain deal", "peace plan")),
        (("imposes", "approves", "widens", "lifts"), ("oil embargo", "visa ban", "price cap", "asset freeze")),
        (("leaves", "abandons", "recaptures", "takes"), ("outskirts", "airfield", "village", "dam")),
        (("sends", "promises", "delivers", "delays"), ("tanks", "missiles", "generators", "jets")),
    ]
    rest = ["as", "after", "amid", "officials say", "live", "explained", "report", "says governor", "overnight"]
    topic = ["Marania", "Voland", "war", "troops", "border"]
    rows, moment = [], 0.0
    for event in range(events):
        moment += chance.expovariate(1 / 600)
        verbs, things = chance.choice(kinds)
        place, (first, last), thing = chance.choice(places), chance.choice(people), chance.choice(things)
        for _ in range(min(40, 1 + int(chance.paretovariate(1.1)))):
            said = [chance.choice((last, f"{first} {last}")), chance.choice(verbs), thing, f"in {place}"]
            if chance.random() < 0.5:
                said.pop(chance.choice((0, 2, 3)))
            if chance.random() < 0.5:
                said.append(chance.choice(rest))
            said += chance.sample(topic, chance.choice((1, 1, 2)))
            rows.append((moment + chance.expovariate(1 / 18000), " ".join(said), str(event)))
    return sorted(rows)


def streams(path: Path, count: int) -> Iterator[tuple[str, Stream]]:
    """What is measured, by name."""
    whole = read(path)
    yield "all", whole
    for title, names in FIELDS.items():
        yield title, field(whole, names)
    for seed in range(1, count + 1):
        yield f"made {seed}", made(seed)


def main() -> None:
    """Print a line a stream and scale."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--made", type=int, default=2, help="so many made streams")
    given = parser.parse_args()
    for title, stream in streams(given.file, given.made):
        for scale, label in ((EVENT, "events"), (STORY, "stories so far")):
            if scale is STORY and title.startswith("made"):
                continue  # one topic is one story
            began = time.process_time()
            found = grouped(((words(said), at) for at, said, _ in stream), scale)
            spent = (time.process_time() - began) / len(stream) * 1000
            precision, recall, f1 = b_cubed(found, [event for _, _, event in stream])
            print(
                f"{title:8} {len(stream):5} {label:14} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}"
                f" {len(set(found)):5} groups {spent:.2f} ms a headline"
            )


if __name__ == "__main__":
    main()
