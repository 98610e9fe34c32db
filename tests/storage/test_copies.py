"""An agency's story is known under other headlines, by its text."""

import random
from array import array

from tests.storage.paper import EVERY, entry, follow
from tui.storage import copies, stories
from tui.storage.copies import HELD, LEAST, Copies, print_of
from tui.storage.file import File

WORDS = "the minister said on Tuesday that harbour pilots would return to work after talks in Doha ended".split()


def text(seed: int, words: int = 200) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(30)}" for _ in range(words))


def test_a_copy_with_a_paragraph_of_its_own_is_known() -> None:
    copies = Copies()
    assert copies.add(1, print_of(text(1))) == 0
    assert copies.add(2, print_of(text(2))) == 0
    assert copies.add(3, print_of(f"{text(9, 20)} {text(1)} {text(8, 20)}")) == 1
    copies.drop(1)
    assert copies.add(4, print_of(text(1))) == 3


def test_two_stories_of_one_subject_are_no_copies() -> None:
    copies = Copies()
    copies.add(1, print_of(f"{text(1, 150)} {text(2, 50)}"))
    assert copies.add(2, print_of(f"{text(3, 150)} {text(2, 50)}")) == 0


def test_a_summary_is_too_short_to_be_told_by_it() -> None:
    assert print_of(text(1, LEAST - 1)) == b""
    assert print_of("") == b""
    copies = Copies()
    assert copies.add(1, b"") == copies.add(2, b"") == 0


def test_the_text_is_the_feeds_own_or_else_the_summary(store: File) -> None:
    follow(store, ("World", (entry(1, content="<p>All of <b>it</b></p>", summary="Some"), entry(2, summary="Some"))))
    known = {story.title: story.id for story in stories.window(store, EVERY)}
    with store.reading() as db:
        assert copies.texts(db, list(known.values())) == {known["Story 1"]: "All of it", known["Story 2"]: "Some"}


def test_what_everybody_prints_is_held_so_many_times_and_the_first_of_it_is_the_answer() -> None:
    copies, notice = Copies(), print_of(text(1))
    assert [copies.add(number, notice) for number in range(1, HELD + 3)] == [0] + [1] * (HELD + 1)
    copies.drop(HELD + 2)  # it came when there was no more room
    assert copies.add(HELD + 3, notice) == 1
    for number in range(1, HELD + 1):
        copies.drop(number)
    assert copies.add(HELD + 4, notice) == 0


def test_a_text_of_forty_words_is_told_by_all_of_them_up_to_the_last() -> None:
    texts = [text(seed, LEAST) for seed in range(20)]
    assert all(len(print_of(each)) == 4 * copies.PARTS for each in texts)
    assert any(print_of(each) != print_of(f"{each}s") for each in texts)
    assert any(print_of(each) != print_of(f"the{each}") for each in texts)
    assert all(print_of(each) == print_of(each.upper().replace(" ", ", ")) for each in texts)


def test_of_a_long_text_the_beginning_is_looked_at() -> None:
    long = text(1, copies.MOST)
    assert print_of(f"{long} {text(2)}") == print_of(long)


def test_two_texts_are_copies_from_eight_parts_on_that_they_share() -> None:
    def print_with(*numbers: int) -> bytes:
        return array("I", numbers).tobytes()

    first = range(1, 17)
    for shared, known in ((7, 0), (8, 1)):
        copies = Copies()
        assert copies.add(1, print_with(*first)) == 0
        assert copies.add(2, print_with(*first[:shared], *range(101, 117 - shared))) == known
    copies.add(3, print_with(*first[:9], 0, 0, 0, 0, 0, 0, 0))
    assert copies.add(4, print_with(*first[:9], *range(201, 208))) == 1, "the one that shares most, and came first"
