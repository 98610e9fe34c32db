"""Lines of text that say who wrote a story."""

import pytest

from tui.parse.page.bylines import byline, names


@pytest.mark.parametrize(
    ("text", "people", "role"),
    [
        ("By Jane Doe and John Roe, Political Editor", ("Jane Doe", "John Roe"), "Political Editor"),
        ("By JANE DOE", ("JANE DOE",), ""),
        ("Staff Reporter, 3 min read", (), "Staff Reporter"),
        ("Jane Doe | Updated 20 May 2024", ("Jane Doe",), ""),
        ("Von Anna Müller und Jörg Klein", ("Anna Müller", "Jörg Klein"), ""),
        ("Par Camille Le Goff", ("Camille Le Goff",), ""),
        ("Por Lucía Ferrer y Pablo Ruiz", ("Lucía Ferrer", "Pablo Ruiz"), ""),
        ("di Marta Bellini", ("Marta Bellini",), ""),
        ("Door Sanne de Wit en Bram Hoek", ("Sanne de Wit", "Bram Hoek"), ""),
        ("Text: Anna Svensson", ("Anna Svensson",), ""),
        ("Автор: Ольга Синицына", ("Ольга Синицына",), ""),
        ("כתב: יוסי כהן", ("יוסי כהן",), ""),
        ("كتب: سامي الحداد", ("سامي الحداد",), ""),
        ("責編：陳曉、王立新", ("陳曉", "王立新"), ""),
        ("作者：陈晓、王立新", ("陈晓", "王立新"), ""),
        ("Jane Doe (jane@lantern.example)", ("Jane Doe",), ""),
        ("Rachael Link, MS, RD on November 14", ("Rachael Link",), ""),
        ("Mike West and Malcolm Owen Monday, November 18", ("Mike West", "Malcolm Owen"), ""),
        ("Admin", (), ""),
        ("", (), ""),
    ],
)
def test_a_byline_is_names_and_a_role(text: str, people: tuple[str, ...], role: str) -> None:
    assert names(text) == (people, role)


def test_only_a_line_that_says_so_is_a_byline() -> None:
    assert byline(["By Jane Doe"]) == (("Jane Doe",), "")
    assert byline(["Jane Doe said so"]) == ((), "")
    assert byline(["By " + "long " * 60]) == ((), "")
