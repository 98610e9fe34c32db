"""What dates a story where neither its head nor a line near its headline does."""

from datetime import UTC, datetime

import pytest

from tests.parse.page.examples import facts

TEXT = (
    "<p>The harbour was quiet early this morning, and nobody had seen the ferry that was to come from the islands today.</p>"
    * 3
)
URL = "https://www.lantern.example/local/the-ferry-has-come"
MOMENT = datetime(2024, 3, 9, 9, 15, tzinfo=UTC)


def dated(extra: str, before: str = "") -> datetime | None:
    found = facts("", f"<article><h1>The ferry has come</h1>{before}{TEXT}</article>{extra}", URL)
    return found.published or found.visible


@pytest.mark.parametrize(
    "element",
    [
        '<abbr class="published" title="2024-03-09T10:15+01:00">yesterday</abbr>',
        '<span data-date="2024-03-09T10:15:00+01:00"></span>',
        '<span class="timestamp" data-timestamp="1709975700"></span>',
        '<relative-time datetime="2024-03-09T10:15:00+01:00">yesterday</relative-time>',
        '<div class="post-date">9 March 2024, 09:15</div>',
        '<span class="date" title="March 9, 2024 09:15">yesterday</span>',
    ],
)
def test_an_element_or_an_attribute_that_is_named_after_a_date(element: str) -> None:
    assert dated(element) == MOMENT
    assert dated(f"<aside>{element}</aside>") is None
    assert dated(f'<a href="/other">{element}</a>') is None


def test_a_line_below_the_text_that_says_so() -> None:
    day = datetime(2024, 3, 9, tzinfo=UTC)
    said = "<article><h1>The ferry has come</h1>{0}<p>{1}</p></article>"
    for line in ("First published on 9 March 2024.", "This story was originally published on March 9, 2024."):
        assert facts("", said.format(TEXT, line), URL).visible == day
    assert facts("", said.format(TEXT, "The tower was built on 9 March 1824."), URL).visible is None
    books = "Of the ten that came out on 9 March 2024, those published abroad were read less than in any year before."
    assert facts("", said.format(TEXT, books), URL).visible is None


def test_that_line_counts_for_more_than_an_update_beside_the_headline() -> None:
    body = f"<article><h1>The ferry has come</h1><p>Updated 2 May 2025</p>{TEXT}<p>Published 9 March 2024</p></article>"
    assert facts("", body, URL).visible == datetime(2024, 3, 9, tzinfo=UTC)


@pytest.mark.parametrize("sign", ["(Lantern News) –", "/PRNewswire/ --", "—"])
def test_the_dateline_of_the_first_paragraph(sign: str) -> None:
    opening = f"<p>HARBOUR TOWN, March 9, 2024 {sign} The ferry has come from the islands, the mayor said here.</p>"
    assert dated("", opening) == datetime(2024, 3, 9, tzinfo=UTC)


def test_a_script_that_dates_one_day_and_no_other() -> None:
    one = '<script>state = {"article": {"publishedAt": "2024-03-09T10:15:00+01:00", "title": "The ferry"}}</script>'
    assert dated(one) == MOMENT
    assert dated(r'<script>push("{\"datePublished\":\"2024-03-09T09:15:00Z\"}")</script>') == MOMENT
    assert dated(one + '<script>more = {"publishedAt": "2019-01-01"}</script>') is None


def test_an_element_that_is_named_after_a_date_where_all_show_one_day() -> None:
    day = datetime(2024, 3, 9, tzinfo=UTC)
    assert dated('<span class="itemPostDate">on 9 March 2024</span>') == day
    assert dated('<div class="post_date">9 March 2024</div><div class="post_date">9.3.2024</div>') == day
    assert dated('<div class="post_date">9 March 2024</div><div class="post_date">1.3.2024</div>') is None
    assert dated('<div class="datum">Updated: 10.3.2024</div><div class="datum">9.3.2024</div>') == day
    within = '<div><span class="date">9 March 2024</span></div>'
    assert dated('<p class="date">1.3.2024</p><p class="date">2.3.2024</p>', f"{TEXT}{within}") == day


@pytest.mark.parametrize(
    "opening",
    [
        "(09.03.2024) The ferry",
        "Harbour Town, (9.3.2024). The ferry",
        "9.3.2024 - The ferry",
        "9 March 2024. The ferry",
        "March 9, 2024 – The ferry",
        "2024-03-09 | The ferry",
    ],
)
def test_the_first_paragraph_that_opens_with_a_date(opening: str) -> None:
    text = "<p>{} has come from the islands, the mayor said here, and nobody had seen it on its way.</p>"
    assert dated("", text.format(opening)) == datetime(2024, 3, 9, tzinfo=UTC)
    assert dated("", text.format("On 9 March 2024, a Saturday, the ferry")) is None


def test_a_page_without_an_element_for_its_story_says_it_in_a_line_of_its_own() -> None:
    said = "<h1>The ferry has come</h1>{}<p>This text was on 9 March 2024 at 10:15 published by Jane.</p>"
    assert facts("", said.format(TEXT * 2), URL).visible == datetime(2024, 3, 9, 10, 15, tzinfo=UTC)


def test_the_one_line_of_the_story_that_is_a_date_and_nothing_else() -> None:
    assert dated("", f"{TEXT}<p>Mar. 9, 2024, 09:15</p>") == MOMENT
    assert dated("", f"{TEXT}<p>March 9, 2024</p><p>March 1, 2024</p>") is None
