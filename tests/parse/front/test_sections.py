"""The sections that the navigation of a site names."""

import pytest

from tui.parse.front.frontpage import frontpage

HOME = "https://www.news.example/"
STORIES = "".join(
    f'<h2><a href="/{section}/2024/05/17/{name}">{title}</a></h2>'
    for section, name, title in (
        ("politics", "council-votes-for-a-second-bridge", "Council votes for a second bridge"),
        ("politics", "minister-takes-the-ferry-to-work", "Minister takes the ferry to work"),
        ("sport", "rowers-win-in-the-last-metre", "Rowers win in the last metre"),
        ("culture", "harbour-museum-finds-a-lost-map", "Harbour museum finds a lost map"),
    )
)


def sections(menu: str, url: str = HOME) -> list[str]:
    return [offer.name for offer in frontpage(f"<body>{menu}{STORIES}</body>", url).sections]


def row(*links: tuple[str, str], tag: str = "nav") -> str:
    return f"<{tag}>" + "".join(f'<a href="{url}">{name}</a> ' for url, name in links) + f"</{tag}>"


MENU = [("/politics", "Politics"), ("/sport", "Sport"), ("/culture", "Culture"), ("/business", "Business")]
NAMES = [name for _, name in MENU]


def test_a_row_of_an_old_table_is_navigation_where_addresses_spell_its_names() -> None:
    cells = "".join(f'<td><a href="/news/{name.lower()}.html">{name}</a></td>' for name in NAMES)
    stories = "".join(
        f'<p><a href="/news/story.php?id={number}">The headline of story number {number}</a></p>'
        for number in range(8801, 8806)
    )
    page = frontpage(f"<body><table><tr>{cells}</tr></table>{stories}</body>", HOME)
    assert [offer.name for offer in page.sections] == NAMES


@pytest.mark.parametrize(
    "name",
    ["Nieuwsbrieven", "Op smartphone", "Archief", "Погода", "О нас", "お問い合わせ", "الأرشيف", "Kundeservice",
     "Quiénes somos", "Zaloguj się", "होम", "เข้าสู่ระบบ", "Abo-Shop", "Today’s paper", "中文版"],
)  # fmt: skip
def test_services_are_no_sections_in_any_language(name: str) -> None:
    assert sections(row(*MENU, ("/elsewhere", name))) == NAMES


def test_other_hosts_of_the_site_are_no_sections_unless_it_is_cut_into_hosts() -> None:
    others = [(f"https://{name}.news.example/", name.title()) for name in ("estate", "elitegen", "toronto")]
    assert sections(row(*MENU, *others)) == NAMES
    hosts = [(f"https://{name.lower()}.news.example/", name) for name in (*NAMES, "Travel", "Health")]
    assert sections(row(*hosts)) == [*NAMES, "Travel", "Health"]


def test_an_address_with_a_month_is_a_sections_and_an_archive_is_none() -> None:
    dated = [(f"/rubrics/{name.lower()}/2014/12/", name) for name in NAMES]
    assert sections(row(*dated, ("/2014/12/", "December 2014"), ("/archive/2014/11/", "November"))) == NAMES


def test_a_name_on_two_lines_is_the_second() -> None:
    lines = "".join(
        f'<li><a href="{url}"><span class="label">{name} &amp; Company</span>'
        f'<span class="label">The {name} Desk</span></a></li>'
        for url, name in MENU
    )
    assert sections(f"<nav><ul>{lines}</ul></nav>") == [f"The {name} Desk" for name in NAMES]


@pytest.mark.parametrize("inside", ["<span>•</span> {}", "{} <i>▾</i>", "<b>{}</b>", "{} <span>12</span>"])
def test_signs_and_counts_beside_a_name_are_none_of_it(inside: str) -> None:
    menu = "".join(f'<a href="{url}">{inside.format(name)}</a>' for url, name in MENU)
    assert sections(f"<nav>{menu}</nav>") == NAMES


def test_the_heads_of_menus_that_stand_each_in_a_box_are_one_list() -> None:
    boxes = "".join(
        f'<div class="top"><div><a href="{url}">{name}</a></div>'
        f'<div><p><a href="{url}/a">{name} A</a> <a href="{url}/b">{name} B</a></p></div></div>'
        for url, name in MENU
    )
    found = sections(f'<div class="menu">{boxes}</div>')
    assert set(NAMES) <= set(found)


def test_tabs_of_a_section_are_no_sections() -> None:
    tabs = [(f"/politics?tab={number}", name) for number, name in enumerate(("Newest", "Widely read", "Discussed"))]
    assert sections(row(*MENU) + row(*tabs, tag="div")) == NAMES
