"""Which links of a page lead to stories."""

import pytest

from tui.parse.front.frontpage import frontpage

HOME = "https://news.example/"


def stories(body: str, url: str = HOME) -> list[str]:
    return [entry.title for entry in frontpage(f"<body>{body}</body>", url).entries]


HEADLINES = [
    ("ferry-crews-wait-for-the-storm-to-leave", "Ferry crews wait for the storm to leave"),
    ("council-votes-for-a-second-bridge", "Council votes for a second bridge"),
    ("schools-open-again-after-the-long-frost", "Schools open again after the long frost"),
    ("why-the-lighthouse-keeper-came-back", "Why the lighthouse keeper came back"),
    ("harbour-museum-finds-a-lost-map", "Harbour museum finds a lost map"),
]


@pytest.mark.parametrize("word", ["live", "video", "topic", "press", "watch"])
def test_a_word_that_most_addresses_of_headlines_share_says_nothing(word: str) -> None:
    body = "".join(f'<h2><a href="/{word}/{name}">{title}</a></h2>' for name, title in HEADLINES)
    assert stories(body) == [title for _, title in HEADLINES]


def test_a_host_that_most_stories_stand_on_says_nothing() -> None:
    body = "".join(f'<h2><a href="https://live.news.example/{name}">{title}</a></h2>' for name, title in HEADLINES)
    assert stories(body) == [title for _, title in HEADLINES]


def test_a_third_of_the_headlines_is_enough_to_silence_a_word() -> None:
    live = "".join(f'<h2><a href="/live/{name}">{title}</a></h2>' for name, title in HEADLINES)
    others = "".join(
        f'<h2><a href="/news/{place}-{name}">{title} {place}</a></h2>'
        for place in range(2)
        for name, title in HEADLINES
    )
    assert set(stories(live + others)) >= {title for _, title in HEADLINES}


def test_stories_in_one_folder_are_found_under_names_that_say_nothing() -> None:
    titles = [f"{title} {again}" for again in ("at last", "once more") for _, title in HEADLINES]
    body = "".join(
        f'<div><a href="/n/{"abcdefghij"[place] * 3}">{title}</a></div>' for place, title in enumerate(titles)
    )
    names = "".join(
        f'<div><a href="/p/{name}">{name.title()} Lee</a></div>'
        for name in "anna ben carl dora emil finn gus ida".split()
    )
    assert stories(names + body) == titles


def test_a_short_name_that_a_folder_of_its_address_has_is_no_headline() -> None:
    body = "".join(
        f'<h2><a href="/news/{name}-1204{place}17.html">{title}</a></h2>'
        for place, (name, title) in enumerate(HEADLINES)
    )
    body += '<h3><a href="/politics/start/politics/home-16804552.html">Politics</a></h3>'
    assert stories(body) == [title for _, title in HEADLINES]


def test_a_film_among_stories_is_none() -> None:
    body = "".join(f'<h2><a href="/news/{name}">{title}</a></h2>' for name, title in HEADLINES)
    body += '<h2><a href="/video/how-the-storm-came-in-from-the-sea">How the storm came in from the sea</a></h2>'
    assert stories(body) == [title for _, title in HEADLINES]


def test_another_view_of_a_story_is_no_second_one() -> None:
    name, title = HEADLINES[0]
    body = f'<h2><a href="/2024/05/{name}/">{title}</a></h2>'
    for view in ("?comments=1", "comments/", "print/", "2/"):
        body += f'<p><a href="/2024/05/{name}/{view}">Forty readers have something to say</a></p>'
    assert stories(body) == [title]


def test_a_story_that_is_linked_from_two_places_by_their_names_is_one() -> None:
    name, title = HEADLINES[0]
    body = "".join(f'<h2><a href="/2024/05/{name}?ref={place}">{title}</a></h2>' for place in ("home", "top"))
    assert stories(body) == [title]


def test_two_headlines_that_differ_stay_two_stories_whatever_their_address_has_in_common() -> None:
    name = HEADLINES[0][0]
    titles = [title for _, title in HEADLINES[:2]]
    body = "".join(
        f'<h2><a href="/2024/05/{name}?id=44{place}17">{title}</a></h2>' for place, title in enumerate(titles)
    )
    assert stories(body) == titles


def test_the_comments_of_a_story_that_is_asked_for_by_number_are_no_second_one() -> None:
    body = "".join(
        f'<h2><a href="/story.php?id={4417 + place}">{title}</a></h2>'
        f'<a href="/story.php?id={4417 + place}&comments=1" title="{place + 3} people said what they think"><b>{place + 3}</b></a>'
        for place, (_, title) in enumerate(HEADLINES)
    )
    assert stories(body) == [title for _, title in HEADLINES]


@pytest.mark.parametrize("title", ["VIDEO: Ferry crews wait for the storm", "Photos of the storm that nobody saw"])
def test_a_story_may_begin_like_a_film(title: str) -> None:
    slug = title.lower().replace(":", "").replace(" ", "-")
    assert stories(f'<h2><a href="/news/{slug}-1204417">{title}</a></h2>') == [title]


@pytest.mark.parametrize("place", ["component/adsmanager/60-services", "classifieds/boats", "kleinanzeigen/boote"])
def test_classified_advertisements_are_no_stories(place: str) -> None:
    body = f'<h2><a href="/news/{HEADLINES[0][0]}">{HEADLINES[0][1]}</a></h2>'
    assert stories(body + f'<a href="/{place}/1226-boat-for-sale-in-fine-order">Boat for sale in fine order</a>') == [
        HEADLINES[0][1]
    ]


def test_a_headline_that_several_addresses_of_a_story_share_is_not_worn() -> None:
    name, title = HEADLINES[0]
    body = "".join(f'<h3><a href="/{name}/20241209/{number}/{place}">{title}</a></h3>' for number, place in (
        (312099989, 1265), (312099989, 1779), (312099989, 1051)))  # fmt: skip
    assert stories(body) == [title]


def test_a_name_in_a_menu_that_its_address_spells_is_a_section() -> None:
    menu = '<nav><a href="/companies-and-industries">Companies &amp; Industries</a><a href="/sport">Sport</a></nav>'
    body = "".join(f'<h2><a href="/articles/2024-05-17/{name}">{title}</a></h2>' for name, title in HEADLINES)
    page = frontpage(f"<body>{menu}{body}</body>", HOME)
    assert "Companies & Industries" not in [entry.title for entry in page.entries]


@pytest.mark.parametrize("address", ["/news/{}", "/{}.html", "/stories/{}/", "/art-{}"])
def test_numbers_of_four_figures_are_ids(address: str) -> None:
    body = "".join(
        f'<li><a href="{address.format(4170 + place)}">{title}</a></li>' for place, (_, title) in enumerate(HEADLINES)
    )
    assert stories(f"<ul>{body}</ul>") == [title for _, title in HEADLINES]


def test_headlines_speak_where_addresses_say_nothing() -> None:
    body = "".join(
        f'<div class="x"><a href="/sea/{name.partition("-")[0]}-{name[-3:]}"><h3>{title}</h3></a></div>'
        for name, title in HEADLINES
    )
    menu = "".join(f'<p class="y"><a href="/{name}">{name.title()}</a></p>' for name in ("sea", "land", "air", "sport"))
    assert stories(menu + body) == [title for _, title in HEADLINES]


def test_years_are_no_ids() -> None:
    body = "".join(f'<li><a href="/archive/{year}">{year}</a></li>' for year in range(2015, 2024))
    assert stories(f"<ul>{body}</ul>") == []


SHORT = ["Salt", "The pilot", "Tram closed", "Old crane to go"]


def cards(card: str) -> str:
    return "".join(
        card.format(name="-".join(title.lower().split()), title=title, order=number)
        for number, title in enumerate(SHORT, 1)
    )


def test_in_cards_with_a_date_stories_have_names_and_headlines_however_short() -> None:
    card = '<article><a href="/{name}/"><span>City</span><h2>{title}</h2></a><footer>{when}</footer></article>'
    assert stories(cards(card.replace("{when}", "<time>Mar {order}, 2024</time>"))) == SHORT
    assert stories(cards(card.replace("{when}", "Mar {order}, 2024"))) == SHORT[-1:]


def test_in_cards_with_a_sentence_they_have_too_though_their_headings_look_like_a_menu() -> None:
    told = "A writer goes back to the island where she was born, and finds it changed."
    card = (
        f'<article><a href="/essays">Essays</a><h2><a href="/essays/{{name}}">{{title}}</a></h2><p>{told}</p></article>'
    )
    assert stories(cards(card)) == SHORT
    assert stories(cards(card.replace(told, "Essays"))) == SHORT[-1:]


def test_a_date_around_a_whole_page_dates_no_card() -> None:
    inner = cards('<h2><a href="/{name}/">{title}</a></h2>') + "".join(
        f'<p><a href="/{number}/">{number}</a></p>' for number in range(9)
    )
    assert stories(f"<article><time>Mar 1, 2024</time>{inner}</article>") == SHORT[-1:]


def test_an_id_behind_the_words_of_a_name_speaks_for_a_story() -> None:
    body = "".join(
        f'<h3><a href="/article/{name}-0a1b2c3d4e5f000{place}">{title}</a></h3>'
        for place, (name, title) in enumerate((("mayor", "Mayor steps down"), ("rowers", "Rowers win race")))
    )
    assert stories(body) == ["Mayor steps down", "Rowers win race"]


def test_a_list_of_posts_takes_in_those_of_one_word() -> None:
    body = "".join(f'<li class="post"><a href="/posts/{name}/">{title}</a></li>' for name, title in HEADLINES)
    short = '<li class="post"><a href="/posts/bees/">Bees</a></li>'
    elsewhere = '<li class="post"><a href="/bees/">Bees</a></li>'
    assert stories(f"<ul>{body}{short}</ul>") == [*(title for _, title in HEADLINES), "Bees"]
    assert stories(f"<ul>{body}{elsewhere}</ul>") == [title for _, title in HEADLINES]


POSTS = ["Moss", "On waiting", "Tide tables", "Bread, again", "Small tools"]


@pytest.mark.parametrize("row", ["<span>03.02.26</span> {}", "<time>2026-02-03</time><h3>{}</h3>", "{} (2026-02-03)"])
def test_a_list_of_days_and_names_is_one_of_posts(row: str) -> None:
    links = [f'<a href="/{title.lower().replace(", ", "-").replace(" ", "-")}">{title}</a>' for title in POSTS]
    assert stories(f"<ul>{''.join(f'<li>{row.format(link)}</li>' for link in links)}</ul>") == POSTS
    assert stories(f"<ul>{''.join(f'<li>{link}</li>' for link in links)}</ul>") == []


def test_an_author_beside_a_day_is_no_story() -> None:
    body = "".join(
        f'<div><h2><a href="/news/{name}">{title}</a></h2><p><a href="/{author}-lee">{author.title()} Lee</a>, 2026-02-03</p></div>'
        for (name, title), author in zip(HEADLINES, ("anna", "ben", "carl", "dora", "emil"), strict=True)
    )
    assert stories(body) == [title for _, title in HEADLINES]


def test_press_releases_are_the_stories_of_a_press_page_whose_links_only_open_them() -> None:
    body = "".join(
        f'<li><h4>{title}</h4><a href="/press/releases/20260{place}">Read the release</a> <a href="/files/{place}.pdf">PDF</a></li>'
        for place, (_, title) in enumerate(HEADLINES)
    )
    assert stories(f"<ul>{body}</ul>", f"{HOME}press") == [title for _, title in HEADLINES]


def test_a_topic_that_several_cards_name_is_no_story_of_theirs() -> None:
    card = (
        '<article><time datetime="2024-03-01">Mar 1</time><a href="/en/hubs/physics/">Physics</a>'
        '<h2><a href="/en/articles/81234{place}/">{title}</a></h2></article>'
    )
    body = "".join(card.format(place=place, title=title) for place, (_, title) in enumerate(HEADLINES))
    assert stories(body) == [title for _, title in HEADLINES]
