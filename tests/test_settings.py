"""Settings in their file: found, named, changed, with all else left as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import ConfigError
from tui.settings import (
    Misplaced,
    Part,
    Setting,
    changed,
    commented,
    dotted,
    found,
    line_of,
    parsed,
    path_of,
    read_value,
    toml,
)

TEXT = """\
# mine
measure = 80   # wide
browser = [
  "firefox",
]

[keys]
# star = "s"
help = "f1"

[sites."*.example.com"]
user = "ann"
"""


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("measure", 2),
        ("browser", 3),
        ("keys.help", 9),
        ('sites."*.example.com".user', 12),
        ('sites."*.example.com".nothing', 11),
        ("nothing", 0),
    ],
)
def test_a_setting_stands_on_a_line(name: str, line: int) -> None:
    assert line_of(TEXT, path_of(name)) == line


@pytest.mark.parametrize(
    ("name", "value", "row", "line"),
    [
        ("measure", 66, "measure = 66", 2),
        ("keys.star", "s,plus", 'star = "s,plus"', 9),
        ("keys.help", "h", 'help = "h"', 9),
        ("theme", "nord", 'theme = "nord"', 3),
        ('sites."*.example.com".user', "bob", 'user = "bob"', 12),
        ('sites."*.example.com".proxy', "p", 'proxy = "p"', 13),
        ("headers.Accept", "x", 'Accept = "x"', 15),
    ],
)
def test_a_setting_is_changed_or_added_and_the_rest_stays(name: str, value: object, row: str, line: int) -> None:
    after = changed(TEXT, path_of(name), value)
    assert after.splitlines()[line - 1] == row
    assert found(parsed(after, "f"), path_of(name)) == value
    before = [other for other in TEXT.splitlines() if other and other.split(" =")[0] != row.split(" =")[0]]
    assert [other for other in after.splitlines() if other in before] == before


def test_what_runs_over_lines_is_left_to_a_person() -> None:
    with pytest.raises(ConfigError, match="several lines from line 3"):
        changed(TEXT, ("browser",), ["lynx"])


def test_a_file_may_be_empty() -> None:
    assert changed("", ("measure",), 66) == "measure = 66\n"
    assert changed("", ("keys", "star"), "s") == '[keys]\nstar = "s"\n'


def test_a_name_written_with_dots_stays_so() -> None:
    head = 'keys.star = "s"\nsites."a.example".user = "ann"\n\n[commands.mpv]\nrun = ["mpv"]\n'
    for name, value, line in (
        ("keys.star", "x", 'keys.star = "x"'),
        ("keys.help", "h", 'keys.help = "h"'),
        ('sites."b.example".user', "bob", 'sites."b.example".user = "bob"'),
        ("commands.mpv.key", "V", 'key = "V"'),
    ):
        after = changed(head, path_of(name), value)
        assert line in after.splitlines() and found(parsed(after, "f"), path_of(name)) == value


@given(st.text(), st.text(min_size=1))
def test_any_text_is_a_value_and_any_name_a_key(value: str, name: str) -> None:
    if any(0xD800 <= ord(letter) < 0xE000 for letter in value + name):
        return  # halves of pairs are no text of a file
    assert found(parsed(f"{dotted((name,))} = {toml(value)}", "f"), (name,)) == value
    assert path_of(dotted((name,))) == (name,)
    assert found(parsed(changed(TEXT, ("keys", name), value), "f"), ("keys", name)) == value


def test_a_value_is_read_as_a_person_types_it() -> None:
    text, number, switch, words = Setting("a", str), Setting("a", int), Setting("a", bool), Setting("a", list)
    assert read_value("nord", text) == read_value('"nord"', text) == "nord"
    assert read_value("66", text) == "66"
    assert read_value("66", number) == 66
    assert read_value("true", switch) is True
    assert read_value("firefox --new-tab", words) == read_value('["firefox", "--new-tab"]', words)
    assert number.refusal(read_value("wide", number)).startswith("must be a whole number")


@pytest.mark.parametrize("name", ["", "# a", "a b", "a\nb", "a.", "[a"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="is not a setting's name"):
        path_of(name)


@pytest.mark.parametrize(
    ("setting", "value", "wrong"),
    [
        (Setting("a", int, least=3, most=5), 3, ""),
        (Setting("a", int, least=3, most=5), 5, ""),
        (Setting("a", int, least=3, most=5), 2, "must be a whole number, 3 to 5"),
        (Setting("a", int, least=3, most=5), 6, "must be a whole number, 3 to 5"),
        (Setting("a", int, least=3, most=5), True, "must be a whole number, 3 to 5"),
        (Setting("a", bool), True, ""),
        (Setting("a", bool), 1, "must be true or false"),
        (Setting("a", str), 1, "must be text in quotes"),
        (Setting("a", str, choices=("x", "y")), "y", ""),
        (Setting("a", str, choices=("x", "y")), "z", "must be one of x, y"),
        (Setting("a", list), ["x"], ""),
        (Setting("a", list), ["x", 1], "must be a list of texts"),
        (Setting("a", list), "x", "must be a list of texts"),
    ],
)
def test_a_value_is_right_or_it_is_said_what_it_must_be(setting: Setting, value: object, wrong: str) -> None:
    assert setting.refusal(value) == wrong


def test_a_part_knows_what_it_was_asked_for() -> None:
    part = Part({"a": 1, "b": ["x"], "c": {"d": "e"}, "measur": 1})
    assert part.take(Setting("a", int, most=9), 0) == 1 and part.take(Setting("measure", int), 7) == 7
    assert part.take(Setting("b", list), ()) == ("x",)
    assert part.table("c").texts() == (("d", "e"),)
    with pytest.raises(Misplaced) as caught:
        part.end()
    assert (caught.value.path, caught.value.wrong) == (("measur",), "is not a setting; did you mean measure?")


def test_a_long_value_is_cut_in_the_sentence_about_it() -> None:
    with pytest.raises(Misplaced) as caught:
        Part({"a": "x" * 500}).take(Setting("a", int), 0)
    assert len(caught.value.wrong) < 120 and caught.value.wrong.endswith("xxx…")
    with pytest.raises(Misplaced, match="not 'short'"):
        Part({"a": "short"}).take(Setting("a", int), 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1\nb = [", "f, line 2: not TOML: "),
        ("a = 1\nb = x", "f, line 2: not TOML: invalid value"),
        ("a = " + "9" * 5000, "f: not TOML: exceeds"),
    ],
)
def test_what_is_not_toml_is_said_with_its_line(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parsed(text, "f")
    assert str(caught.value).startswith(said)


def test_a_new_file_shows_each_setting_with_what_it_is() -> None:
    class Defaults:
        measure, theme, mouse = 72, "", "auto"

    rows = commented(
        (
            Setting("measure", int, "columns"),
            Setting("theme", str),
            Setting("mouse", str, "over SSH", ("auto", "on")),
            Setting("proxy", str, "an address", example='"http://p:1"'),
        ),
        Defaults,
    )
    assert rows == [
        "# measure = 72                     # columns",
        '# theme = ""',
        '# mouse = "auto"                   # over SSH (auto, on)',
        '# proxy = "http://p:1"             # an address',
    ]
