"""The headline of a story, among all that its links say."""

import pytest

from tui.parse.front.frontpage import frontpage
from tui.parse.front.headlines import trimmed

HOME = "https://news.example/"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Storm closes harbour »", "Storm closes harbour"),
        ("Minister: «We knew»", "Minister: «We knew»"),
        ("»Spiegel« buys a boat", "»Spiegel« buys a boat"),
        ("› Storm closes harbour", "Storm closes harbour"),
        ("Storm closes harbour (1204)", "Storm closes harbour"),
        ("Storm closes harbour [5.00]", "Storm closes harbour"),
        ("Storm closes harbour (", "Storm closes harbour"),
        ("Best films (2014)", "Best films (2014)"),
        ("Storm (video)", "Storm (video)"),
        ("12:30 Storm closes the harbour", "Storm closes the harbour"),
        ("12:30 on the clock", "12:30 on the clock"),
        ("Storm closes harbour Storm closes harbour", "Storm closes harbour"),
        ("“Storm closes harbour”“Storm closes harbour”", "“Storm closes harbour”"),
        ("Bora Bora", "Bora Bora"),
        ("Storm closes harbour 42 comments", "Storm closes harbour"),
        ("Temporal cierra el puerto (7 comentarios)", "Temporal cierra el puerto"),
        ("Sturm schließt den Hafen 3 Kommentare", "Sturm schließt den Hafen"),
        ("Storm sinks 42 ships", "Storm sinks 42 ships"),
        ("Weather Storm closes harbour Storm closes harbour", "Weather Storm closes harbour"),
        ("Storm closes harbour (2) 2014-12-08 21:23", "Storm closes harbour"),
        ("Storm closes harbour, 17.05.2024", "Storm closes harbour"),
        ("Storm of 2024", "Storm of 2024"),
        ("• Storm closes harbour |", "Storm closes harbour"),
        ("»", ""),
    ],
)
def test_what_stands_at_the_edges_of_a_headline_goes(text: str, left: str) -> None:
    assert trimmed(text) == left


def title(body: str) -> str:
    (entry,) = frontpage(f"<body>{body}</body>", HOME).entries
    return entry.title


LONG = "/2024/05/17/ferry-crews-wait-for-the-storm-to-leave/"


def test_the_heading_of_a_card_whose_links_only_open_it() -> None:
    card = f"""<div><a href="{LONG}"><img src="/a.jpg" alt="A man in a yellow coat looks out over the sea"></a>
      <h3>Ferry crews wait for the storm</h3><p>Nothing sails before Monday.</p><a href="{LONG}">Read more</a></div>"""
    other = '<div><h3><a href="/2024/05/16/other-story-of-the-day-here/">Another story of the day</a></h3></div>'
    page = frontpage(f"<body>{card}{other}</body>", HOME)
    assert [entry.title for entry in page.entries] == ["Ferry crews wait for the storm", "Another story of the day"]


def test_what_a_picture_is_called_is_a_headline_where_nothing_else_is() -> None:
    assert title(f'<a href="{LONG}"><img src="/a.jpg" alt="Ferry crews wait for the storm"></a>') == (
        "Ferry crews wait for the storm"
    )


def test_a_headline_is_better_than_the_description_of_its_picture() -> None:
    body = f'<a href="{LONG}"><img src="/a.jpg" alt="A man in a yellow coat looks at the sea"></a>'
    assert title(body + f'<a href="{LONG}">Ferries wait</a>') == "Ferries wait"


def test_who_wrote_it_is_no_headline() -> None:
    assert title(f'<a href="{LONG}">By Ann Marie Smith</a><a href="{LONG}">Ferries wait</a>') == "Ferries wait"


SHORT = ["Ferries wait", "A bridge, at last", "Frost", "Why he came back", "Lost map found", "Harbour sleeps"]


@pytest.mark.parametrize("sign", ["span", "div"])
def test_where_many_links_are_built_alike_they_say_which_line_is_the_headline(sign: str) -> None:
    """A short headline over a standfirst without a full stop looks like a kicker over a headline; not so six of them."""
    body = "".join(
        f"""<div><a href="/2024/05/{place + 1:02}/{"-".join(text.lower().replace(",", "").split())}-of-the-north">
          <{sign}>Weather</{sign}><{sign}>{text} of the north</{sign}><{sign}>Number {place} said nothing of it and left before the
          others had come to a decision</{sign}><{sign}>{place + 2} hours ago</{sign}></a></div>"""
        for place, text in enumerate(SHORT)
    )
    found = [entry.title for entry in frontpage(f"<body>{body}</body>", HOME).entries]
    assert found == [f"{text} of the north" for text in SHORT]


def test_where_addresses_say_nothing_length_says_which_line_is_the_headline() -> None:
    body = "".join(
        f"""<div><a href="/a/1204{place}7"><div>Weather</div><div>{text} of the north</div><div>Number {place} said nothing of
          it and left before the others had come to a decision</div></a></div>"""
        for place, text in enumerate(SHORT)
    )
    found = [entry.title for entry in frontpage(f"<body>{body}</body>", HOME).entries]
    assert found == [f"{text} of the north" for text in SHORT]


def test_the_first_of_several_paragraphs_in_a_link_is_the_headline() -> None:
    body = (
        f'<a href="{LONG}"><p>Ferry crews wait for the storm</p><p>Nothing sails before Monday, says the line.</p></a>'
    )
    assert title(body) == "Ferry crews wait for the storm"


def test_a_short_headline_in_a_span_beside_its_kicker_is_told_by_its_address() -> None:
    link = '<a href="/news/rents-on-the-quay-double"><span>Islands</span><span>Rents on the quay double</span></a>'
    assert title(link) == "Rents on the quay double"


def test_where_addresses_say_nothing_a_kicker_is_what_stands_on_other_links_too() -> None:
    heads = ["Rents on the quay double", "No boat after six", "Lighthouse finds a buyer", "Snow shuts the schools"]
    links = "".join(
        f'<div><a href="/news/{1204 + place}.html"><span>Islands</span><span>{head}</span></a></div>'
        for place, head in enumerate(heads)
    )
    assert [entry.title for entry in frontpage(f"<body>{links}</body>", HOME).entries] == heads


def test_a_label_is_not_read_into_a_headline_because_the_host_has_its_letters() -> None:
    heads = ["市議会が新しい路面電車の計画を承認", "台風で沿岸部の数千世帯が停電", "小さな町から教員が去る理由"]
    links = "".join(
        f'<li><a href="/pickup/65{1204 + place}">{head}<span>NEW</span></a></li>' for place, head in enumerate(heads)
    )
    assert [entry.title for entry in frontpage(f"<body>{links}</body>", HOME).entries] == heads


def test_the_line_that_a_link_is_called_is_its_headline() -> None:
    link = (
        '<a href="/rhein-pegel-faellt-auf-rekordtief-204" title="Pegel des Rheins fällt auf Rekordtief">'
        '<span class="block">Rhein</span><span><span>Pegel des Rheins fällt auf Rekordtief</span></span></a>'
    )
    assert title(link) == "Pegel des Rheins fällt auf Rekordtief"
