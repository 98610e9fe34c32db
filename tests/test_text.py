"""Text from outside is safe for a terminal, and loses nothing a reader needs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import clean, counted, folded, line, low, nearest, one_line, prose, shorten, words

HOSTILE = [
    "\x1b]52;c;aGk=\x07",
    "\x9b31m",
    "\x9d0;title\x9c",
    "\u202eevil\u202c",
    "\u2066\u2069\u200f\u061c",
    "\ud800",
    "\U000e0041\U000e007f",
    "\x00\x08\x7f",
    "\ufeff\u200b\u2060",
    "\U0001d173\U0001bca0\U00013430",
]


def test_escape_and_control_characters_go_and_their_harmless_letters_stay() -> None:
    assert clean("a\x1b[31mb\x9bc") == "a[31mbc"
    assert line(" two\n\twords\u00a0 here ") == "two words here"
    assert prose(" a  b \r\n\u2028 c ") == "a b\n\nc"


def test_no_letter_bears_a_tower_of_marks() -> None:
    assert clean("a" + "\u0301" * 400 + "b\x1b") == clean("a" + "\u0301" * 400 + "b") == "a" + "\u0301" * 6 + "b"
    assert line("cafe\u0301 \u05d1\u05b0\u05bc\u05bc") == "cafe\u0301 \u05d1\u05b0\u05bc\u05bc"


@pytest.mark.parametrize(
    "marks",
    [
        "\u0e49",
        "\u06d6\u0670",
        "\u0f71\u0f74",
        "\u094d",
        "\u3099",
        "\u1cd0",
        "\U0001d167",
        "\u0301\u200c",
        "\u20dd\ufe20",
    ],
)
def test_no_script_has_towers(marks: str) -> None:
    for before, behind in (("ก", "x"), ("…", "…"), ("क", "\u200dक"), ("", "")):
        safe = clean(f"{before}{marks * 400}{behind}")
        assert safe.startswith(before) and len(safe) <= len(before) + 6 + len(behind)
        assert clean(safe) == safe


def test_every_mark_of_unicode_is_looked_for() -> None:
    marks = [sign for sign in map(chr, range(0x110000)) if unicodedata.category(sign) in ("Mn", "Me", "Cf")]
    assert len(marks) > 2000
    assert [sign for sign in marks if len(clean(f"a{sign * 9}b")) > 8] == []


@pytest.mark.parametrize(
    "said", ["ผู้ว่าฯ กล่าวว่า", "कर्त्तव्य निर्णय", "བོད་ཀྱི་སྒྲུབ", "בְּרֵאשִׁית", "ٱلْحَمْدُ لِلَّٰهِ", "ক্ষ্ম্য", "“«……———»”", "क्‍ष"]
)
def test_what_is_written_so_stays(said: str) -> None:
    assert clean(said) == said


@given(st.text(alphabet="aक\u094d\u0301\u200d\u200c\u0e49…\U0001f3fb\ud800", max_size=40))
def test_what_is_safe_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_a_terminal_would_obey_is_left(payload: str) -> None:
    assert all(char.isprintable() or char == " " for char in line(f"x{payload}y"))


@given(st.text())
def test_any_text_comes_out_without_controls_and_unchanged_the_second_time(text: str) -> None:
    safe = clean(text)
    kinds = {unicodedata.category(char) for char in safe if char not in "\n\t\u200c\u200d"}
    assert not kinds & {"Cc", "Cs"}
    assert clean(safe) == safe
    assert not set(safe) & set(map(chr, range(0x202A, 0x202F)))


def test_emoji_sequences_become_their_base_and_indic_joiners_stay() -> None:
    assert line("\U0001f44d\U0001f3fd ok \u2764\ufe0f") == "\U0001f44d ok \u2764"
    assert line("\U0001f468\u200d\U0001f469") == "\U0001f468\U0001f469"
    assert "\u200d" in line("\u0d9a\u0dca\u200d\u0dba")


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_shorten_keeps_to_its_width(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= width


def test_shorten_cuts_at_a_word() -> None:
    assert shorten("The minister said that nothing was decided yet", 24) == "The minister said that…"
    assert shorten("short", 24) == "short"


def test_the_words_of_html_are_on_one_line_and_safe() -> None:
    html = "<p>One&amp;two <b>th</b>ree</p>\n<style>p {}</style><li>four<br>five<!-- six -->&#8238;&#27;"
    assert words(html) == "One&two three four five"
    assert words("3 < 4") == "3 < 4"


@pytest.mark.parametrize(
    "piece", ["<!--", "<!-- -- ", "<script>", "<script></script ", "<template x>", "<a ", "<p", "&"]
)
def test_html_made_to_be_read_over_and_over_is_read_once(piece: str) -> None:
    assert words(f"before {piece * 100_000}").startswith("before")


def test_the_white_space_of_one_line_is_single() -> None:
    assert one_line("two  words") == one_line("two\twords") == one_line(" two words ") == "two words"
    assert one_line("a\x1bb") == "a\x1bb"  # white space alone is its business


def test_the_white_space_of_a_title_is_single_whatever_it_is_written_in() -> None:
    assert line("  Ferry   strike ends ") == "Ferry strike ends"
    assert line("  Fähre\t  streikt\n ") == "Fähre streikt"
    assert line("Ferry strike\tends") == "Ferry strike ends"
    assert line("") == line(" \n ") == ""


def test_a_cut_that_would_leave_too_little_goes_through_the_word() -> None:
    assert shorten("ab incomprehensibilities", 12) == "ab incompre…"
    assert (
        shorten("abcdef incomprehensible", 12) == "abcdef inco…" and shorten("abcdef incomprehensible", 11) == "abcdef…"
    )
    assert shorten("abcdefgh", 8) == "abcdefgh" and shorten("abcdefghi", 8) == "abcdefg…"


def test_things_are_counted_in_their_number() -> None:
    assert [counted(number, "story", "stories") for number in (0, 1, 2, 1234)] == [
        "0 stories",
        "1 story",
        "2 stories",
        "1,234 stories",
    ]


def test_words_in_ascii_with_an_escape_in_them_are_made_safe() -> None:
    assert words("a\x1b[2Jb") == words("a&#27;[2Jb") == "a[2Jb"
    assert words("caf&eacute; &#8238;x") == "café x"


def test_wordings_of_one_headline_are_the_same_when_folded() -> None:
    assert folded("The Ferry: “Strike” ends!") == folded("the ferry strike ENDS") == "the ferry strike ends"


@pytest.mark.parametrize(
    ("typed", "meant"), [("mesure", "measure"), ("measure", "measure"), ("spcing", "spacing"), ("xyz", ""), ("", "")]
)
def test_the_name_that_is_nearest_to_a_mistaken_one(typed: str, meant: str) -> None:
    assert nearest(typed, ("measure", "spacing", "justify")) == meant


def test_how_near_it_has_to_be() -> None:
    assert nearest("measly", ("measure",), 0.6) == "measure"
    assert nearest("measly", ("measure",), 0.9) == ""
    assert nearest("any", ()) == ""


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("e" + "\u0301" * 6, "e" + "\u0301" * 6),
        ("e" + "\u0301" * 8, "e" + "\u0301" * 6 + "--"),
        ("e" + "\u0301" * 5 + "\u200d\u0301", "e" + "\u0301" * 5 + "+-"),
        ("e" + "\u0301" * 4 + "\u200d\u0301\u0301", "e" + "\u0301" * 4 + "\u200d\u0301-"),
        ("e" + "\u0301" * 5 + "\u200dk", "e" + "\u0301" * 5 + "\u200dk"),
        ("—" + "\u0301" * 6, "—" + "\u0301" * 6),
        ("—" + "\u0301" * 7 + "…" + "\u0301" * 6, "—" + "\u0301" * 6 + "-…" + "\u0301" * 6),
        ("e" + "\u0301" * 7 + "x" + "\u0301" * 7, "e" + "\u0301" * 6 + "-x" + "\u0301" * 6 + "-"),
    ],
)
def test_of_a_tower_six_marks_stand_and_no_joiner_at_its_top(given: str, kept: str) -> None:
    assert low(given, lambda mark: "+" if mark == "\u200d" else "-") == kept
