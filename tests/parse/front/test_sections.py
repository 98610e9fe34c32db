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


def test_a_label_over_a_description_is_the_name_of_a_section() -> None:
    spoken = "".join(
        f'<a href="{url}"><span class="label">{name}</span><span class="desc">All about {name.lower()}</span></a>'
        for url, name in MENU
    )
    assert sections(f"<nav>{spoken}</nav>") == NAMES
    counted = spoken.replace('class="label">', 'class="count">12</span><span class="desc">')
    assert "12" not in sections(f"<nav>{counted}</nav>")


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


def items(names: list[str] = NAMES, under: str = "/", wrap: str = "li") -> str:
    return "".join(f'<{wrap}><a href="{under}{name.lower()}">{name}</a></{wrap}>' for name in names)


_SUB = "".join(
    f"<li><a href='/sport/{name.lower()}'>{name}</a></li>" for name in ("Football", "Rowing", "Tennis", "Cycling")
)

LAYOUTS = {
    "mega menu": (
        "<nav><ul>"
        + "".join(
            f"<li><a href='/{name.lower()}'>{name}</a><div class='panel'><ul>"
            + "".join(
                f"<li><a href='/{name.lower()}/{sub}'>{name} {sub}</a></li>" for sub in ("abroad", "today", "here")
            )
            + "</ul></div></li>"
            for name in NAMES
        )
        + "</ul></nav>"
    ),
    "hidden burger menu": f"<button aria-expanded='false'>Menu</button><div id='drawer' hidden><ul>{items()}</ul></div>",
    "burger menu that style hides": f"<div class='offcanvas' style='display:none'><ul>{items()}</ul></div>",
    "buttons beside links": (
        "<nav>"
        + "".join(
            f"<div><a href='/{n.lower()}'>{n}</a><button aria-expanded='false'>More</button></div>" for n in NAMES
        )
        + "</nav>"
    ),
    "tabs": f"<div role='tablist'>{items(wrap='span')}</div>",
    "two menus": f"<nav><ul>{items()}</ul></nav><nav class='mobile'><ul>{items()}</ul></nav>",
    "menu of icons and names": (
        "<ul class='menu'>"
        + "".join(f"<li><a href='/{n.lower()}'><svg></svg><span>{n}</span></a></li>" for n in NAMES)
        + "</ul>"
    ),
    "service menu above": (
        "<header><ul><li><a href='/login'>Log in</a></li><li><a href='/subscribe'>Subscribe</a></li>"
        f"<li><a href='/newsletters'>Newsletters</a></li><li><a href='/weather'>Weather</a></li></ul><ul>{items()}</ul></header>"
    ),
    "home first": f"<div><ul><li><a href='/'>Home</a></li>{items()}<li><a href='/search'>Search</a></li></ul></div>",
    "centred row of dividers": "<center>" + " | ".join(f"<a href='/{n.lower()}'>{n}</a>" for n in NAMES) + "</center>",
    "definition list": f"<dl class='topnav'>{items(wrap='dd')}</dl>",
    "headings": "<div class='nav'>" + "".join(f"<h3><a href='/{n.lower()}'>{n}</a></h3>" for n in NAMES) + "</div>",
    "files": "<nav>" + "".join(f"<a href='/{n.lower()}.html'>{n}</a>" for n in NAMES) + "</nav>",
    "sections below a word": f"<nav><ul>{items(under='/section/')}</ul></nav>",
    "parameters": "<nav>" + "".join(f"<a href='/index.php?cat={k}'>{n}</a>" for k, n in enumerate(NAMES, 3)) + "</nav>",
    "names in capitals": "<nav>" + "".join(f"<a href='/{n.lower()}'>{n.upper()}</a>" for n in NAMES) + "</nav>",
    "dates in front": "<p><a href='/2024/05/17/'>17 May 2024</a></p><nav><ul>" + items() + "</ul></nav>",
    "language editions": (
        "<nav><a href='https://fr.news.example/'>Français</a><a href='/es'>Español</a><a href='/de'>Deutsch</a></nav>"
        f"<nav><ul>{items()}</ul></nav>"
    ),
    "footer": f"<footer><nav><h4>Sections</h4><ul>{items()}</ul><ul><li><a href='/terms'>Terms</a></li></ul></nav></footer>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_menus_of_many_kinds_name_the_sections(layout: str) -> None:
    menu = LAYOUTS[layout]
    page = f"<body>{STORIES}{menu}</body>" if layout == "footer" else f"<body>{menu}{STORIES}</body>"
    found = [offer.name.casefold() for offer in frontpage(page, HOME).sections]
    assert found == [name.casefold() for name in NAMES], found


SERVICES = {
    "ar": "تسجيل الدخول|اشترك|النشرة البريدية|بودكاست|الطقس", "bg": "Вход|Абонамент|Бюлетин|Подкаст|Времето",
    "cs": "Přihlásit se|Předplatné|Newslettery|Podcasty|Počasí", "da": "Log ind|Abonnement|Nyhedsbreve|Podcasts|Vejret",
    "de": "Anmelden|Abonnieren|Newsletter|Podcasts|Wetter", "el": "Σύνδεση|Εγγραφή|Newsletters|Podcasts|Καιρός",
    "en": "Log in|Subscribe|Newsletters|Podcasts|Weather", "es": "Iniciar sesión|Suscríbete|Boletines|Pódcasts|El tiempo",
    "fi": "Kirjaudu sisään|Tilaa|Uutiskirjeet|Podcastit|Sää", "fr": "Se connecter|S’abonner|Newsletters|Podcasts|Météo",
    "hu": "Bejelentkezés|Előfizetés|Hírlevél|Podcastok|Időjárás", "id": "Masuk|Berlangganan|Buletin|Podcast|Cuaca",
    "it": "Accedi|Abbonati|Newsletter|Podcast|Meteo", "ja": "ログイン|購読|ニュースレター|ポッドキャスト|天気",
    "ko": "로그인|구독|뉴스레터|팟캐스트|날씨", "nb": "Logg inn|Bli abonnent|Nyhetsbrev|Podkast|Været",
    "nl": "Inloggen|Abonneren|Nieuwsbrieven|Podcasts|Het weer", "pl": "Zaloguj się|Prenumerata|Newslettery|Podcasty|Pogoda",
    "pt": "Entrar|Assine|Newsletters|Podcasts|Tempo", "ro": "Autentificare|Abonare|Newsletter|Podcasturi|Vremea",
    "ru": "Войти|Подписка|Рассылка|Подкасты|Погода", "sv": "Logga in|Prenumerera|Nyhetsbrev|Poddar|Vädret",
    "tr": "Giriş yap|Abone ol|Bültenler|Podcast|Hava durumu", "uk": "Увійти|Передплата|Розсилка|Подкасти|Погода",
    "vi": "Đăng nhập|Đăng ký|Bản tin|Podcast|Thời tiết", "zh": "登录|订阅|电子报|播客|天气",
}  # fmt: skip


@pytest.mark.parametrize("language", SERVICES)
def test_what_a_site_serves_beside_its_sections_is_none(language: str) -> None:
    services = [(f"/x{place}", name) for place, name in enumerate(SERVICES[language].split("|"))]
    assert sections(row(*MENU, *services)) == NAMES


def test_the_longest_list_before_the_stories_is_the_navigation_where_none_is_named_so() -> None:
    names = ["Ships", "Nets", "Weirs", "Knots"]
    menu = "".join(f'<p><a href="/{place}c{place}x">{name}</a></p>' for place, name in enumerate(names, 2))
    few = '<div><p><a href="/vmm">Tides</a></p><p><a href="/qqz">Moon</a></p></div>'
    assert sections(f"{few}<div>{menu}</div>") == names


def test_a_name_of_three_words_in_a_menu_is_a_section_and_no_story() -> None:
    names = [("/innovation-and-design", "Innovation & Design"), ("/arts-and-letters", "Arts & Letters")]
    body = row(*MENU, *names, tag="div")
    page = frontpage(f"<body>{body}{STORIES}</body>", HOME)
    assert [offer.name for offer in page.sections] == [*NAMES, "Innovation & Design", "Arts & Letters"]
    assert len(page.entries) == 4


def test_of_two_names_in_a_link_too_long_for_one_the_first_is_taken() -> None:
    inside = "<span>Gaming and Entertainment</span> <span>Opposable Thumbs</span>"
    assert sections(row(*MENU, ("/gaming", inside))) == [*NAMES, "Gaming and Entertainment"]


@pytest.mark.parametrize(
    "names",
    [
        ["Politics", "Sport", "Business", "Harbour"],
        ["Politik", "Wirtschaft", "Kultur", "Hafen"],
        ["Política", "Deportes", "Cultura", "El puerto"],
        ["Политика", "Спорт", "Экономика", "Порт"],
        ["政治", "体育", "财经", "港口"],
    ],
)
def test_names_that_sites_call_their_sections_by_make_a_list_one_of_sections(names: list[str]) -> None:
    menu = [(f"/m/{number}x", name) for number, name in enumerate(names)]
    assert sections(STORIES + f"<div>{row(*menu, tag='div')}</div>") == names


def test_an_address_says_that_what_follows_is_a_section() -> None:
    menu = [(f"/category/a{number}", name) for number, name in enumerate(("Ferries", "Bridges", "Lighthouses", "Mud"))]
    assert sections(row(*menu, tag="div")) == [name for _, name in menu]


def test_a_menu_that_drops_down_before_the_stories_is_navigation() -> None:
    dropped = "".join(f'<option value="{url}">{name}</option>' for url, name in MENU)
    assert sections(f'<select><option value="">Sections</option>{dropped}</select>') == NAMES
    tongues = '<select><option value="/en">English</option><option value="/de">Deutsch</option></select>'
    assert sections(tongues) == []


def test_one_behind_the_stories_holds_programmes_or_an_archive() -> None:
    shows = "".join(f'<option value="/shows/{name.lower()}">{name}</option>' for name in NAMES)
    page = frontpage(f"<body>{STORIES}<p>Our shows</p><select>{shows}</select></body>", HOME)
    assert page.sections == ()


def test_a_name_over_a_line_about_it_is_the_name_alone() -> None:
    spoken = "".join(f'<a href="{url}"><b>{name}</b><br><small>News, notes</small></a>' for url, name in MENU)
    assert sections(f"<nav>{spoken}</nav>") == NAMES


def test_three_categories_of_a_blog_are_sections() -> None:
    names = ("engineering", "research", "company")
    assert sections(row(*[(f"/blog/category/{name}", name.title()) for name in names], tag="div")) == [
        name.title() for name in names
    ]


@pytest.mark.parametrize("url", ["/~kim", "/@kim", "/news/?PAGEN_1=2", "/list?page=3"])
def test_a_person_or_a_further_page_is_no_section(url: str) -> None:
    assert sections(row(*MENU, (url, "Kim"))) == NAMES
