"""What sites write as dates, in figures and in words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.parse.dates import moment, months_in, stated

READ = [
    ("2019-11-19T10:00:00Z", "", "2019-11-19 10:00:00"),
    ("2019-11-19", "", "2019-11-19 00:00:00"),
    ("2024-08-04T14:23:00.000+0100", "", "2024-08-04 13:23:00"),
    ("2025-11-06 04:05:23.161000+01:00", "", "2025-11-06 03:05:23.161000"),
    ("20210520T103000Z", "", "2021-05-20 10:30:00"),
    ("2021-05-20 10:30:00 +0200 CEST", "", "2021-05-20 08:30:00"),
    ("Tue, 19 Nov 2019 10:00:00 GMT", "", "2019-11-19 10:00:00"),
    ("Tue, 19 Nov 19 10:00:00 EST", "", "2019-11-19 15:00:00"),
    ("Tue Nov 19 10:00:00 2019", "", "2019-11-19 10:00:00"),
    ("Tue Nov 19 2019 10:00:00 GMT+0100 (CET)", "", "2019-11-19 09:00:00"),
    ("1621500000", "", "2021-05-20 08:40:00"),
    ("1621500000123", "", "2021-05-20 08:40:00.123000"),
    ("20 May 2021", "", "2021-05-20 00:00:00"),
    ("May 20, 2021 at 5:30 p.m. ET", "en", "2021-05-20 21:30:00"),
    ("January 20, 2021 at 5:30 p.m. ET", "en", "2021-01-20 22:30:00"),
    ("Published 5:30 pm, May 20th, 2021", "en", "2021-05-20 17:30:00"),
    ("Updated 10:30 AM EDT, Mon May 20, 2021", "en", "2021-05-20 14:30:00"),
    ("June 5, 2019 12:30am", "en", "2019-06-05 00:30:00"),
    ("3 min read May 20, 2021", "en", "2021-05-20 00:00:00"),
    ("Posted on the 20th day of May 2021", "en", "2021-05-20 00:00:00"),
    ("03/04/2021", "en-US", "2021-03-04 00:00:00"),
    ("03/04/2021", "en-GB", "2021-04-03 00:00:00"),
    ("20/05/2021", "en-US", "2021-05-20 00:00:00"),
    ("20. Mai 2021, 17:30 Uhr", "de", "2021-05-20 17:30:00"),
    ("20.05.2021 17:30 Uhr - 1. Bundesliga - PM", "de", "2021-05-20 17:30:00"),
    ("20 May 2021 17:30 GMT +2", "en", "2021-05-20 15:30:00"),
    ("20.05.2021 | 17:30", "de", "2021-05-20 17:30:00"),
    ("Mittwoch, 20.05.21", "de", "2021-05-20 00:00:00"),
    ("1er mai 2021 à 10h30", "fr", "2021-05-01 10:30:00"),
    ("20 de mayo de 2021 17:30h", "es", "2021-05-20 17:30:00"),
    ("20 d’abril de 2021", "ca", "2021-04-20 00:00:00"),
    ("20 mag 2021", "it", "2021-05-20 00:00:00"),
    ("20. toukokuuta 2021 klo 10.30", "fi", "2021-05-20 10:30:00"),
    ("2021 m. gegužės 20 d. 10:30", "lt", "2021-05-20 10:30:00"),
    ("2021. május 20. 10:30", "hu", "2021-05-20 10:30:00"),
    ("1 Kasım 2023 Çarşamba 15:04", "tr", "2023-11-01 15:04:00"),
    ("20 Μαΐου 2021, 09:00", "el", "2021-05-20 09:00:00"),
    ("12 марта 2021, 10:30 МСК", "ru", "2021-03-12 07:30:00"),
    ("20 листопада 2021", "uk", "2021-11-20 00:00:00"),
    ("20. listopada 2021", "hr", "2021-10-20 00:00:00"),
    ("20. listopadu 2021", "cs", "2021-11-20 00:00:00"),
    ("20 tháng 5, 2021", "vi", "2021-05-20 00:00:00"),
    ("Thứ năm, 20/5/2021, 10:30 (GMT+7)", "vi", "2021-05-20 03:30:00"),
    ("20 مايو 2021 - 10:30 م", "ar", "2021-05-20 22:30:00"),
    ("٢٠ مايو ٢٠٢١", "ar", "2021-05-20 00:00:00"),
    ("20 كانون الثاني 2021", "ar", "2021-01-20 00:00:00"),
    ("ב-20 במאי 2021", "he", "2021-05-20 00:00:00"),
    ("۳۰ اردیبهشت ۱۴۰۰ - ۱۰:۳۰", "fa", "2021-05-20 10:30:00"),
    ("1400/02/30", "fa", "2021-05-20 00:00:00"),
    ("२० मई २०२१", "hi", "2021-05-20 00:00:00"),
    ("২০ মে ২০২১, ১০:৩০", "bn", "2021-05-20 10:30:00"),
    ("20 พ.ค. 2564 10:30 น.", "th", "2021-05-20 10:30:00"),
    ("2021年5月20日 13時05分", "ja", "2021-05-20 13:05:00"),
    ("2021年5月20日 午後3時5分", "ja", "2021-05-20 15:05:00"),
    ("令和3年5月20日", "ja", "2021-05-20 00:00:00"),
    ("2021년 5월 20일 오후 3:20", "ko", "2021-05-20 15:20:00"),
]


@pytest.mark.parametrize(("text", "language", "read"), READ, ids=[row[0] for row in READ])
def test_a_date_is_read_as_it_is_meant(text: str, language: str, read: str) -> None:
    assert moment(text, language) == datetime.fromisoformat(read).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2 hours ago",
        "May 2021",
        "yesterday",
        "20 May",
        "2021-13-01",
        "2021-02-30",
        "0001-01-01T00:00:00Z",
        "99999999999999",
        "Page 3 of 20",
        "The 20 best films",
    ],
)
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert moment(text) is None


@given(st.text(max_size=200), st.sampled_from(["", "en", "en-US", "de", "fa", "ja", "th"]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_an_aware_moment_or_none(text: str, language: str) -> None:
    read = moment(text, language)
    assert read is None or read.utcoffset() == timedelta(0)


@given(st.text(alphabet="0123456789 :.,-/TZ+年月日apm", max_size=60))
@settings(max_examples=150, deadline=None)
def test_figures_in_disorder_never_raise(text: str) -> None:
    read = moment(text)
    assert read is None or read.utcoffset() == timedelta(0)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)),
    st.integers(-14 * 60, 14 * 60),
)
@settings(max_examples=100, deadline=None)
def test_iso_8601_is_read_back(when: datetime, minutes: int) -> None:
    given_moment = when.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert moment(given_moment.isoformat()) == given_moment


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
@settings(max_examples=100, deadline=None)
def test_a_day_in_english_words_is_read_back(day: date) -> None:
    names = "January February March April May June July August September October November December".split()
    for text in (f"{day.day} {names[day.month - 1]} {day.year}", f"{names[day.month - 1][:3]} {day.day}, {day.year}"):
        read = moment(text)
        assert read is not None
        assert read.date() == day


def test_the_months_of_a_language_are_named_in_their_order() -> None:
    assert months_in("de")[:3] == ("januar", "februar", "märz")
    assert len(months_in("en")) == 12


def test_a_moment_keeps_the_day_that_was_written_where_it_is_asked_for_as_stated() -> None:
    late = stated("2024-05-20T23:30:00-07:00")
    assert late is not None
    assert late.date() == date(2024, 5, 20)
    assert moment("2024-05-20T23:30:00-07:00") == late
    assert stated("May 20, 2024 11:30 pm PDT") == late
