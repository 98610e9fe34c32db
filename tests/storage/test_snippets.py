"""Snippets: the words marked, in a time that does not grow with how often they stand in a text."""

import time

import pytest

from tests.storage.paper import entry, offer
from tui.model import StoryFilter
from tui.storage import sections, snippets, stories
from tui.storage.file import File


@pytest.fixture
def file(store: File) -> File:
    return store


def shown(file: File, words: str) -> list[str]:
    return [story.snippet for story in stories.window(file, StoryFilter(words=words))]


def prose(length: int) -> str:
    """Words of which none is often the same, so that they compress badly."""
    return " ".join(f"{number * 7919 % 104729:x}" for number in range(length))


def test_a_long_text_is_looked_through_to_its_end(file: File) -> None:
    text = f"<p>{prose(20_000)} the keeper of the lighthouse {prose(9_000)}</p>"
    sections.follow(file, offer(("World", (entry(1, content=text), entry(2, content="<p>a lighthouse</p>")))))
    long, short = shown(file, "lighthouse")
    assert "keeper of the \x02lighthouse\x03" in long
    assert short == "a \x02lighthouse\x03"
    assert "\x02lighthouse\x03" in shown(file, "lighthouse keeper")[0]
    assert "\x02the lighthouse\x03" in shown(file, '"the lighthouse" -boat')[0]


def test_a_word_that_is_everywhere_is_found_at_once(file: File) -> None:
    """200 KB took two seconds, a megabyte a minute and a half: the first part has it."""
    text = "<p>" + " ".join(f"fog {number * 7919 % 104729:x}" for number in range(60_000)) + "</p>"
    sections.follow(file, offer(("World", (entry(1, content=text),))))
    began = time.process_time()
    assert shown(file, "fog")[0].startswith("\x02fog\x03 0 \x02fog\x03")
    assert time.process_time() - began < 1.0


def test_dense_scripts_are_marked_together(file: File) -> None:
    text = f"<p>{prose(9_000)} 東京で地震がありました</p>"
    sections.follow(file, offer(("World", (entry(1, content=text),))))
    assert "\x02地震\x03が" in shown(file, "地震")[0]


def test_a_snippet_never_repeats_the_headline(file: File) -> None:
    summary = "A ferry strike: the islands wait"
    first = entry(1, title="Ferry strike: the islands wait", content="<p>Nobody sails the ferry</p>")
    second = entry(2, title="Ferry races", summary=summary)
    third = entry(3, title="A ferry strike: the islands wait!", summary=summary)
    sections.follow(file, offer(("World", (first, second, third))))
    assert shown(file, "ferry") == ["Nobody sails the \x02ferry\x03", "A \x02ferry\x03 strike: the islands wait", ""]
    assert shown(file, "headline:ferry") == ["", "", ""]
    assert shown(file, "ferr* | nothing")[0] == "Nobody sails the \x02ferry\x03"


def test_a_phrase_between_two_parts_of_a_long_text_is_found_and_has_no_snippet(
    file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snippets, "PART", 6_000)
    before = prose(9_000)[: 6_000 * 3 - len("the light")]
    text = f"<p>{before[:-1]} the lighthouse {prose(20_000)}</p>"
    sections.follow(file, offer(("World", (entry(1, content=text),))))
    assert shown(file, '"the lighthouse"') == [""]
