"""Lines of text that say who wrote a story."""

import pytest

from tui.parse.page.bylines import byline, is_login, is_person, is_role, may_sign, named_in, names, signs


@pytest.mark.parametrize(
    ("text", "people", "role"),
    [
        ("By Jane Doe and John Roe, Political Editor", ("Jane Doe", "John Roe"), "Political Editor"),
        ("By JANE DOE", ("JANE DOE",), ""),
        ("Jane Doe in New York", ("Jane Doe",), ""),
        ("作者：陈晓 责任编辑：王立新", ("陈晓",), ""),
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
        ("By Jane Doe jdoe@lantern.example", ("Jane Doe",), ""),
        ("Story by Jane Doe, photographs by John Roe", ("Jane Doe",), ""),
        ("김철수 기자 (kim@lantern.example)", ("김철수",), ""),
        ("Rachael Link, MS, RD on November 14", ("Rachael Link",), ""),
        ("Mike West and Malcolm Owen Monday, November 18", ("Mike West", "Malcolm Owen"), ""),
        ("Admin", (), ""),
        ("View all posts by Jane Doe", ("Jane Doe",), ""),
        ("Zeige alle Beiträge von Anna Müller", ("Anna Müller",), ""),
        ("Lantern Media GmbH, Nürnberg, Germany", ("Lantern Media GmbH",), ""),
        ("Photo by", (), ""),
        ("Peter Klein/SP-X", ("Peter Klein",), ""),
        ("Anna Müller im Gespräch mit Jörg Klein", ("Anna Müller", "Jörg Klein"), ""),
        ("Anna Müller Illustration von Jörg Klein", ("Anna Müller",), ""),
        ("Ein Interview von", (), ""),
        ("Guest post by Jane Doe", ("Jane Doe",), ""),
        ("A guest post by Jane", ("Jane",), ""),
        ("A guest post by", (), ""),
        ("Commentary by Jane Doe and John Roe", ("Jane Doe", "John Roe"), ""),
        ("Gastbeitrag von Anna Müller", ("Anna Müller",), ""),
        ("Tribuna de Lucía Ferrer", ("Lucía Ferrer",), ""),
        ("Krönika av Anna Svensson", ("Anna Svensson",), ""),
        ("Report by the numbers", (), ""),
        ("Text och foto: Anna Svensson", ("Anna Svensson",), ""),
        ("Tekst: Kari Dahl Foto: Ola Lund", ("Kari Dahl",), ""),
        ("Par Camille Le Goff, à Paris", ("Camille Le Goff",), ""),
        ("By Jane Doe for The Lantern", ("Jane Doe",), ""),
        ("By staff writer Jane Doe", ("Jane Doe",), "staff writer"),
        ("By Political Editor Jane Doe", ("Jane Doe",), "Political Editor"),
        ("By Jane Doe and John Roe, The Associated Press", ("Jane Doe", "John Roe"), ""),
        ("By Jane Doe, University of Leeds", ("Jane Doe",), ""),
        ("By Jane Doe, CNN Business", ("Jane Doe",), ""),
        ("Par Camille Le Goff, Le Fanal", ("Camille Le Goff",), ""),
        ("By Jane Doe Special to The Lantern", ("Jane Doe",), ""),
        ("By Jane Doe The Lantern", ("Jane Doe",), ""),
        ("By Jane Doe BBC News, Washington", ("Jane Doe",), ""),
        ("By Jane Doe Political Correspondent", ("Jane Doe",), "Political Correspondent"),
        ("By Jane Doe, AP Auto Writer", ("Jane Doe",), "AP Auto Writer"),
        ("By JANE DOE Gazette Staff Writer", ("JANE DOE",), "Gazette Staff Writer"),
        ("By Jane Doe Gazette Staff Writer", ("Jane Doe",), "Gazette Staff Writer"),
        ("Lantern Weekly Staff", ("Lantern Weekly Staff",), ""),
        ("dpa/Anna Müller", ("Anna Müller",), ""),
        ("Anna Müller/Jörg Klein", ("Anna Müller", "Jörg Klein"), ""),
        ("Ayşe Yılmaz / İstanbul", ("Ayşe Yılmaz",), ""),
        ("Reuters", ("Reuters",), ""),
        ("Words: Jane Doe. Photos: John Roe", ("Jane Doe",), ""),
        ("De notre correspondante, Camille Le Goff", ("Camille Le Goff",), ""),
        ("記者王小明／台北報導", ("王小明",), ""),
        ("Հեղինակ՝ Աննա Պետրոսյան", ("Աննա Պետրոսյան",), ""),
        ("jane.doe@lantern.example (Jane Doe)", ("Jane Doe",), ""),
        ("https://www.lantern.example/author/jane-doe", (), ""),
        ("CC-BY 4.0", (), ""),
        ("Creative Commons Attribution", (), ""),
        ("Abe Lincoln-Agnew", ("Abe Lincoln-Agnew",), ""),
        ("", (), ""),
    ],
)
def test_a_byline_is_names_and_a_role(text: str, people: tuple[str, ...], role: str) -> None:
    assert names(text) == (people, role)


def test_a_role_is_what_somebody_is_and_no_sentence_about_them() -> None:
    assert is_role("Business Editor, Quay Times Inc.")
    assert not is_role("Ann Roe, a reporter, went to three sittings of it.")


def test_a_line_whose_first_element_is_no_name_is_no_byline_whatever_it_begins_with() -> None:
    assert byline(["입력", "2026.03.18. 오전 9:12"]) == ((), "")
    assert byline(["De draaibrug bij de oostkade", "ANP"]) == ((), "")
    assert byline(["Por", "Ana Roe"]) == byline(["Por Ana Roe", "ANP"]) == (("Ana Roe",), "")


@pytest.mark.parametrize("label", ["Teilen Twittern", "Alle Beiträge", "Drucken Teilen"])
def test_what_stands_on_buttons_is_no_person(label: str) -> None:
    assert not is_person(label)


def test_only_a_line_that_says_so_is_a_byline() -> None:
    assert byline(["By Jane Doe"]) == (("Jane Doe",), "")
    assert byline(["Jane Doe said so"]) == ((), "")
    assert byline(["Harbour Public Radio |", "By", "Jane Doe"]) == (("Jane Doe",), "")
    assert byline(["This is a guest post by Jane Doe, who writes of the sea."]) == (("Jane Doe",), "")
    assert byline(["By Friday it was clear that nobody would come to the harbour."]) == ((), "")
    assert byline(["By " + "long " * 60]) == ((), "")


@pytest.mark.parametrize(
    ("pieces", "people", "role"),
    [
        (["By", "Anthony", "January 4, 2026", "2 Comments", "14,267", "Views"], ("Anthony",), ""),
        (["Jane Doe", "Founder of the Fair"], ("Jane Doe",), "Founder of the Fair"),
        (["Jane Doe", "in", "Local News"], ("Jane Doe",), ""),
        (["Jane Doe | Fairs Editor | 7 May 2024"], ("Jane Doe",), "Fairs Editor"),
        (["作者：", "陈晓", "、", "王立新"], ("陈晓", "王立新"), ""),
        (["the leader in river fairs"], (), ""),
        (["Written by"], (), ""),
    ],
)
def test_what_stands_in_an_element_of_its_own_is_no_part_of_a_name(
    pieces: list[str], people: tuple[str, ...], role: str
) -> None:
    assert named_in(pieces) == (people, role)


def test_a_person_has_names_that_begin_large_and_a_login_has_none() -> None:
    assert all(map(is_person, ("Jane Doe", "Marna van der Merwe", "Aoife O'Riordan", "Mahua Das", "Jean-Luc Le Goff")))
    assert not any(
        map(is_person, ("Jane", "Privacy Policy", "Fairs Editor", "back to Overview", "Ann Poe Roe Doe Moe"))
    )
    assert all(map(is_login, ("jdoe", "jane.doe", "JaneD", "page.head.extra.author")))
    assert not any(map(is_login, ("Jane", "Jane Doe", "McNamara")))


def test_a_text_in_which_no_phrase_names_an_author_is_not_looked_through() -> None:
    assert may_sign("… and that was it. Written by Jane Doe", "fr")
    assert may_sign("… Geschrieben von Jane Doe", "de-AT")
    assert may_sign("… Autor: Jane Doe", "de") and not may_sign("… Autor und Verlag", "de")
    assert not may_sign("Nobody on the quay had seen it, by and by, and so they went home.", "en")


def test_a_second_author_who_is_no_link_is_named_too() -> None:
    assert byline(("By", "Ann Roe", "and Jan Moor")) == (("Ann Roe", "Jan Moor"), "")
    assert byline(("Von", "Anna Roe", "und Jan Moor"))[0] == ("Anna Roe", "Jan Moor")
    assert byline(("By", "Ann Roe", "and two others"))[0] == ("Ann Roe",)


@pytest.mark.parametrize(
    "text", ["Edited by: Ann Moor", "dpa", "Mit Material der dpa", "Redazione", "— Von Anna Lehmann"]
)
def test_a_line_signs_that_names_a_person_a_desk_or_an_agency_and_nothing_else(text: str) -> None:
    assert signs(text)


@pytest.mark.parametrize(
    "text", ["Ann Moor", "", "By the sea", "He works for dpa.", "Editors of the paper met in the old hall"]
)
def test_other_short_lines_do_not(text: str) -> None:
    assert not signs(text)
