"""Verbs that list."""

import json

import pytest

from tui.cli import listing


def put(found: tuple[int, ...], *, as_json: bool) -> int:
    return listing.put(
        found, lambda one: {"number": one}, lambda all: "\n".join(map(str, all)), as_json=as_json, none="?"
    )


def test_lines_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert put((3, 5), as_json=False) == 0
    assert capsys.readouterr() == ("3\n5\n", "")


def test_json_for_a_program_also_where_there_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    put((3,), as_json=True)
    assert json.loads(capsys.readouterr().out) == [{"number": 3}]
    put((), as_json=True)
    assert capsys.readouterr() == ("[]\n", "")


def test_nothing_has_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert put((), as_json=False) == 0
    assert capsys.readouterr() == ("", "?\n")
