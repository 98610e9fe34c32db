"""When a story was written, as its page says."""

from datetime import UTC, date, datetime

import pytest

from tests.parse.page.examples import STORY, facts, ld
from tui.parse.page.published import url_date


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (ld(STORY), ""),
        ('<meta property="article:published_time" content="2024-05-20T12:00:00+02:00">', ""),
        ('<meta name="pubdate" content="Mon, 20 May 2024 10:00:00 GMT">', ""),
        ("", '<time datetime="2024-05-20T10:00Z">today</time>'),
        ("", '<span itemprop="datePublished" content="2024-05-20T10:00:00Z"></span>'),
        ("", "<time>May 20, 2024, 10:00</time>"),
        (ld(STORY | {"datePublished": 1716199200}), ""),
        (ld(STORY | {"datePublished": "/Date(1716199200000)/"}), ""),
        ('<meta name="DC.date" content="20240520100000">', ""),
        ('<meta name="citation_publication_date" content="2024/05/20 10:00">', ""),
        ('<meta name="w.article-date" content="2024-05-20T10:00:00Z">', ""),
        ("", '<span property="dc:date dc:created" content="2024-05-20T12:00:00+02:00">Monday</span>'),
        ("", '<abbr itemprop="datePublished" title="2024-05-20T12:00:00+02:00">12:00</abbr>'),
        ("", '<div typeof="NewsArticle"><span property="schema:datePublished">20 May 2024, 10:00</span></div>'),
    ],
)
def test_when_it_was_published_is_said_in_many_places(head: str, body: str) -> None:
    assert facts(head, body).published == datetime(2024, 5, 20, 10, tzinfo=UTC)


def test_a_time_that_says_when_it_was_changed_does_not_date_the_story_where_another_does() -> None:
    times = '<p>{} <time datetime="2024-05-21">May 21</time></p><p>{} <time datetime="2024-05-20">May 20</time></p>'
    dated = [
        facts("", times.format(*said), "https://a.example/x").published
        for said in (("Updated", "Published"), ("Updated:", "On"))
    ]
    assert dated == [datetime(2024, 5, 20, tzinfo=UTC)] * 2


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Erstellt: 07.05.2024 Aktualisiert: 09.05.2024"),
        ("es", "Actualización: 9 de mayo de 2024 Creado: 7 de mayo de 2024"),
        ("fr", "Dernière modification le 9 mai 2024, créé le 7 mai 2024"),
        ("hu", "Frissítve: 2024. május 9. Publikálva: 2024. május 7."),
        ("pl", "Data utworzenia: 7 maja 2024, modyfikacja: 9 maja 2024"),
        ("ru", "Обновление: 9 мая 2024 Создано: 7 мая 2024"),
        ("th", "7 พ.ค. 67"),
        ("tr", "Giriş: 07.05.2024 Güncelleme: 09.05.2024"),
    ],
)
def test_a_line_near_the_headline_says_when_in_the_words_of_its_language(language: str, line: str) -> None:
    told = "<p>" + "It rained on the quay, and the ferry stayed in the harbour all day. " * 3 + "</p>"
    page = facts("", f"<main><h1>The fair returns</h1><p>{line}</p>{told * 3}</main>", "https://a.example/x", language)
    assert page.visible == datetime(2024, 5, 7, tzinfo=UTC)


def test_an_update_is_later_than_the_story() -> None:
    assert facts(ld(STORY | {"dateModified": "2024-05-21T08:00:00Z"})).updated == datetime(2024, 5, 21, 8, tzinfo=UTC)
    assert facts(ld(STORY | {"dateModified": "2024-05-20T08:00:00Z"})).updated is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/05/20/fair.html", (2024, 5, 20)),
        ("https://a.example/2024/5/2/fair.html", (2024, 5, 2)),
        ("https://a.example/20240520-fair", (2024, 5, 20)),
        ("https://a.example/2024/may/20/fair", (2024, 5, 20)),
        ("https://a.example/news/20-05-2024-fair", (2024, 5, 20)),
        ("https://a.example/news/03-04-2024-fair", None),
        ("https://a.example/articles/2024.05.20/fair", (2024, 5, 20)),
        ("https://a.example/article/20240520000123", (2024, 5, 20)),
        ("https://a.example/2024/fair/20/x", None),
        ("https://a.example/2024/13/45/fair", None),
        ("https://a.example/story-123456789", None),
    ],
)
def test_an_address_may_name_the_day(url: str, day: tuple[int, int, int] | None) -> None:
    assert url_date(url) == (datetime(*day, tzinfo=UTC) if day else None)


def test_an_element_that_is_named_after_a_date_dates_the_story_where_nothing_else_does() -> None:
    story = (
        "<p>The fair opened with stalls along the river, and people came from far to see it, rain or not, until the lamps went out.</p>"
        * 4
    )
    dated = facts("", f'<h1>The fair</h1>{story}<p class="pub-dates dateline">20 May 2024</p>', "https://a.example/x")
    assert dated.visible == datetime(2024, 5, 20, tzinfo=UTC)
    other = facts(
        "", f'<h1>The fair</h1>{story}<a href="/b"><p class="dateline">1 May 2024</p></a>', "https://a.example/x"
    )
    assert other.visible is None


def test_of_two_days_of_publication_the_earlier_one_counts() -> None:
    head = (
        '<meta name="published-time" content="2026-03-09T08:45:00Z"><meta name="published-date" content="2021-02-16">'
    )
    assert facts(head).published == datetime(2021, 2, 16, tzinfo=UTC)


@pytest.mark.parametrize("name", ["event-date", "article-modified-date", "unpublish_date"])
def test_other_dates_of_the_head_say_nothing_of_it(name: str) -> None:
    assert facts(f'<meta name="{name}" content="2024-03-09T08:45:00Z">').published is None


_WORDED = {
    "ar": "نشر في: 9 مارس 2024",
    "bg": "Публикувано 9 март 2024",
    "cs": "Publikováno 9. 3. 2024",
    "da": "Offentliggjort 9. marts 2024",
    "de": "Veröffentlicht am 9. März 2024",
    "el": "Δημοσιεύτηκε: 09/03/2024 10:15",
    "es": "Publicado el 9 de marzo de 2024",
    "fi": "Julkaistu 9.3.2024 klo 10.15",
    "fr": "Publié le 9 mars 2024 à 10h15",
    "he": "פורסם: 9.3.2024",
    "hr": "Objavljeno: 9.3.2024.",
    "hu": "2024. március 9., szombat 10:15",
    "id": "Sabtu, 9 Maret 2024 | 10:15 WIB",
    "it": "Pubblicato il 9 marzo 2024",
    "ja": "公開日：2024年3月9日",
    "ko": "등록 2024-03-09 10:15",
    "nb": "Publisert: 09.03.2024",
    "nl": "Gepubliceerd op 9 maart 2024",
    "pl": "Opublikowano: 9 marca 2024",
    "pt": "Data de publicação: 9 de março de 2024",
    "ro": "Publicat: 09.03.2024, 10:15",
    "ru": "Опубликовано 9 марта 2024 г.",
    "sv": "Publicerad: 9 mars 2024 kl 10:15",
    "th": "เผยแพร่ 9 มี.ค. 2567",
    "tr": "Yayınlanma: 9 Mart 2024 Cumartesi",
    "uk": "Опубліковано 9 березня 2024",
    "vi": "Ngày đăng: 9/3/2024",
    "zh": "发布时间：2024-03-09 10:15:00",
}


@pytest.mark.parametrize("language", _WORDED)
def test_a_line_below_the_headline_says_it_in_many_languages(language: str) -> None:
    body = f"<h1>The ferry has come</h1><div>{_WORDED[language]}</div><p>{'The harbour was quiet today. ' * 9}</p>"
    found = facts("", body, "https://a.example/the-ferry", language)
    assert found.visible is not None
    assert found.visible.date() == date(2024, 3, 9)


def test_day_month_and_year_on_lines_of_their_own_are_one_date() -> None:
    body = "<h1>The ferry has come</h1><div>09</div><div>Mar</div><div>2024</div><p>Nobody had seen it.</p>"
    assert facts("", body, "https://a.example/the-ferry").visible == datetime(2024, 3, 9, tzinfo=UTC)


TEASER = '<li><a href="/b"><time datetime="2020-12-03">3 December 2020</time>Another story</a></li>'


def test_the_time_of_another_story_does_not_date_this_one() -> None:
    shown = f"<ul>{TEASER}</ul><h1>The ferry has come</h1><p>by jdoe · 9 March 2024</p>"
    assert facts("", shown, "https://a.example/the-ferry").visible == datetime(2024, 3, 9, tzinfo=UTC)
    named = facts("", f"<ul>{TEASER}</ul><h1>The ferry has come</h1>", "https://a.example/2024/03/09/the-ferry")
    assert (named.published, named.visible) == (None, datetime(2024, 3, 9, tzinfo=UTC))
    own = f'<nav>{TEASER}</nav><h1>The ferry</h1><footer></footer><div><time datetime="2024-03-09">then</time></div>'
    assert facts("", own, "https://a.example/the-ferry").published == datetime(2024, 3, 9, tzinfo=UTC)


_NOW = "<div>Friday, 27 November 2026</div>"
_HEADLINE = "<h1>The fair returns</h1>"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (f"{_NOW}{_HEADLINE}<p>Updated Mon, 20 May 2024 10:00 AM</p><p>It rained.</p>", date(2024, 5, 20)),
        (f"{_NOW}{_HEADLINE}<p>It rained.</p><p>Published 20 May 2024</p>", date(2024, 5, 20)),
        (f"{_NOW}{_HEADLINE}<p>20 May 2024</p><p>It rained.</p>", date(2024, 5, 20)),
        (f"{_NOW}{_HEADLINE}<p>It rained.</p>", date(2026, 11, 27)),
        (f"<div>20 May 2024</div>{_HEADLINE}<p>Updated 21 May 2024</p><p>It rained.</p>", date(2024, 5, 20)),
    ],
)
def test_a_date_above_the_headline_may_be_the_day_on_which_the_page_was_asked_for(body: str, day: date) -> None:
    found = facts("<title>The fair returns</title>", f"<main>{body}</main>", "https://www.lantern.example/fair")
    shown = found.published or found.visible
    assert shown is not None
    assert shown.date() == day
