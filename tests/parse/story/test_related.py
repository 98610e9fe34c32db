"""The stories around a story are found in pages of many shapes and languages, and nothing else is."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from tui.model import Related, Relation
from tui.parse.page.labels import is_also_read, label, says_only_more
from tui.parse.page.markup import look
from tui.parse.story.related import MOST_ITEMS, related

HERE = Path(__file__).parent.parent.parent
GOLDEN = sorted((HERE / "pages_related").glob("*.html"))
URL = "https://news.example/2024/05/04/the-story-itself/"
SEED = "https://asianlite.example/2021/05/20/blinken-lavrov-discuss-stable-ties-despite-differences/"
UNSAFE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
PROSE = (
    "<p>A paragraph of the story that is long enough to be one, and that goes on for a while before it ends here.</p>"
)


def read(html: str, url: str = URL, headline: str = "") -> tuple[Related, ...]:
    return related(look(LexborHTMLParser(html)), url, headline=headline)


def page(*parts: str) -> str:
    return "<html><body><h1>The story itself</h1>" + "".join(parts) + "</body></html>"


def link(title: str, number: int = 1) -> str:
    return f'<a href="/2024/05/0{number}/story-number-{number}-of-the-day/">{title}</a>'


def listing(heading: str, *titles: str) -> str:
    items = "".join(f"<li>{link(title, number)}</li>" for number, title in enumerate(titles, 1))
    return f"<section><h3>{heading}</h3><ul>{items}</ul></section>"


def in_short(found: tuple[Related, ...]) -> list[tuple[str, str]]:
    return [(item.relation.value, item.title) for item in found]


def plain(item: Related) -> dict[str, str]:
    told = {
        "relation": item.relation.value,
        "title": item.title,
        "url": item.url,
        "heading": item.heading,
        "excerpt": item.excerpt,
        "published": item.published.isoformat() if item.published else "",
    }
    return {name: value for name, value in told.items() if value}


# Whole pages


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_page_gives_the_stories_written_beside_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    found = read(path.read_text(encoding="utf-8"), expected["url"])
    assert [plain(item) for item in found] == expected["related"]


def test_a_wordpress_news_theme_gives_all_its_groups() -> None:
    found = read((HERE / "pages" / "seed.html").read_text(encoding="utf-8"), SEED)
    assert in_short(found) == [
        ("also-read", "Blinken, Lavrov set for 1st meeting"),
        ("previous", "Android powers 3B devices globally"),
        ("next", "Netanyahu stands firm on continuing war"),
        ("latest", "US Mulls Terror Tag for Muslim Brotherhood"),
        ("latest", "Hamas Sets Terms For Disarmament"),
        ("latest", "Statehood For Palestine"),
        ("latest", "IBPC Dubai charts new growth path"),
        ("latest", "Miles in the Malls!"),
        ("most-read", "Blinken to Meet Israeli Officials in Diplomatic Visit"),
        ("most-read", "Russia says it’s not against negotiations"),
    ]
    assert found[0].url == "https://asianlite.example/2021/05/19/blinken-lavrov-set-for-1st-meeting/"
    assert all(item.excerpt for item in found if item.relation in (Relation.LATEST, Relation.MOST_READ))
    assert {item.heading for item in found if item.relation is Relation.LATEST} == {"Latest from Top News"}


def test_short_headlines_with_plain_addresses_are_stories_under_a_label() -> None:
    """As the live pages have them: no date in the address, three words in the headline."""
    html = (HERE / "pages" / "seed.html").read_text(encoding="utf-8")
    plain = re.sub(r"(asianlite\.example)/20\d\d/\d\d/\d\d/", r"\1/", html)
    found = read(plain, "https://asianlite.example/blinken-lavrov-discuss-stable-ties-despite-differences/")
    assert [item.title for item in found if item.relation is Relation.LATEST] == [
        "US Mulls Terror Tag for Muslim Brotherhood",
        "Hamas Sets Terms For Disarmament",
        "Statehood For Palestine",
        "IBPC Dubai charts new growth path",
        "Miles in the Malls!",
    ]


def test_the_words_decide_where_the_classes_say_nothing() -> None:
    html = (HERE / "pages" / "seed.html").read_text(encoding="utf-8")
    bare = re.sub(r' (?:class|id|rel)="[^"]*"', "", html)
    wanted = {item.url: item.relation for item in read(html, SEED)}
    assert {item.url: item.relation for item in read(bare, SEED)} == wanted


# Labels, in the languages of the world

LABELS = {
    Relation.ALSO_READ: (
        "ALSO READ:|Read more|Read Also|See also|Lesen Sie auch|Lesen Sie hier:|Lire aussi :|À LIRE AUSSI|Voir aussi|Leggi anche|Per approfondire|Lee también|LEA TAMBIÉN"
        "|También te puede interesar|Leia também|Leia mais|Saiba mais|Lees ook|Läs också|Läs även|Les også|Læs også|Lue myös|Czytaj także|Zobacz też|Przeczytaj również|Přečtěte si také"
        "|Čtěte také|Prečítajte si|Olvasd el ezt is|Citește și|Читайте также|Читайте також|Прочетете още|Pročitajte i|Прочитајте и|Preberite tudi|Διαβάστε επίσης|ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ|Bunu da okuyun"
        "|اقرأ أيضا|اقرأ أيضًا:|إقرأ أيضاً|شاهد أيضاً|קראו גם|همچنین بخوانید|یہ بھی پڑھیں|यह भी पढ़ें|इसे भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|மேலும் படிக்க|ఇది కూడా చదవండి|Baca juga|Soma pia|Xem thêm|Đọc thêm|อ่านเพิ่มเติม"
        "|あわせて読みたい|相关阅读|延伸閱讀|함께 읽기|Lesið einnig|Taip pat skaitykite|Lasi arī|Loe ka|Llegeix també|Irakurri ere"
    ),
    Relation.RELATED: (
        "Related|Related Stories|More on this story|You may also like|Recommended for you|More from Politics|Mehr zum Thema|Das könnte Sie auch interessieren|Verwandte Artikel|Sur le même sujet|Dans la même rubrique"
        "|Articoli correlati|Potrebbe interessarti|Noticias relacionadas|Te recomendamos|Notícias relacionadas|Gerelateerde artikelen|Meer over|Relaterade artiklar|Mer om|Relaterte saker|Relaterede artikler|Aiheesta lisää"
        "|Powiązane artykuły|Související články|Súvisiace články|Kapcsolódó cikkek|Articole similare|Похожие новости|Материалы по теме|Схожі новини|Свързани новини|Povezani članci|Slične vijesti|Σχετικά άρθρα|İlgili Haberler"
        "|İLGİLİ HABERLER|Benzer Haberler|مقالات ذات صلة|أخبار ذات صلة|כתבות נוספות|اخبار مرتبط|संबंधित खबरें|সম্পর্কিত খবর|Berita Terkait|Habari zinazohusiana|Tin liên quan|ข่าวเกี่ยวข้อง|関連記事|関連ニュース|相关新闻|相關文章|관련기사|관련 뉴스"
    ),
    Relation.MOST_READ: (
        "Most read|Most Popular|Trending Now|Don’t Miss|Must Read|Meistgelesen|Meistgelesene Artikel|Les plus lus|À ne pas manquer|I più letti|Le più lette|Da non perdere|Lo más leído en Sociedad|Las más leídas|Mais lidas|Mais Lidos|Meest gelezen|Mest läst|Mest lest"
        "|Mest læste|Luetuimmat|Najczęściej czytane|Nejčtenější|Najčítanejšie|Legolvasottabb|Cele mai citite|Самое читаемое|Популярное|Популярні новини|Най-четени|Најчитаније|Najčitanije|Δημοφιλή|ΔΗΜΟΦΙΛΗ|En Çok Okunanlar|EN ÇOK OKUNANLAR|الأكثر قراءة|الأكثر مشاهدة"
        "|הנקראות ביותר|پربازدیدترین|लोकप्रिय खबरें|ट्रेंडिंग|সর্বাধিক পঠিত|Terpopuler|Zilizosomwa zaidi|Đọc nhiều|ข่าวยอดนิยม|人気記事|アクセスランキング|热门文章|熱門新聞|인기뉴스|많이 본 뉴스"
    ),
    Relation.LATEST: (
        "Latest|Latest news|Latest from -Top News|Recent Posts|Just in|Breaking News|Neueste Artikel|Aktuelle Meldungen|Das Neueste aus|Dernières actualités|À la une|Ultime notizie|Ultim’ora|Últimas noticias|Lo último|Últimas notícias|Laatste nieuws|Senaste nytt|Siste nytt|Seneste nyt"
        "|Uusimmat|Najnowsze|Nejnovější články|Najnovšie správy|Legfrissebb hírek|Ultimele știri|Последние новости|Лента новостей|Останні новини|Последни новини|Најновије вести|Najnovije vijesti|Najnovejše novice|Τελευταία νέα|ΤΕΛΕΥΤΑΙΑ ΝΕΑ|Son Dakika|SON HABERLER|آخر الأخبار|أحدث الأخبار"
        "|חדשות אחרונות|آخرین اخبار|ताज़ा खबरें|সর্বশেষ|Berita Terbaru|Habari mpya|Tin mới nhất|ข่าวล่าสุด|最新記事|新着記事|最新新闻|即時新聞|최신뉴스"
    ),
}


@pytest.mark.parametrize(
    ("words", "relation"),
    [(words, relation) for relation, line in LABELS.items() for words in line.split("|")],
)
def test_a_heading_names_the_relation(words: str, relation: Relation) -> None:
    found = read(page(PROSE, PROSE, listing(words, "The first of two headlines", "The second of two headlines")))
    assert [item.title for item in found] == ["The first of two headlines", "The second of two headlines"]
    assert {item.relation for item in found} == {relation}


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Today’s most read stories", Relation.MOST_READ),
        ("Die meistgelesenen Artikel", Relation.MOST_READ),
        ("Oggi sul giornale: le più lette", Relation.MOST_READ),
        ("社会 アクセスランキング", Relation.MOST_READ),
        ("이 시각 많이 본 뉴스", Relation.MOST_READ),
        ("Unsere Artikel zum Thema", Relation.RELATED),
        ("Sport News", Relation.RELATED),
        ("SPOR HABERLERİ", Relation.RELATED),
        ("Politik: Neueste Meldungen", Relation.LATEST),
        ("国際の新着", Relation.LATEST),
    ],
)
def test_a_heading_may_say_it_further_on(words: str, relation: Relation) -> None:
    found = read(page(PROSE, PROSE, listing(words, "The first of two headlines", "The second of two headlines")))
    assert [item.relation for item in found] == [relation, relation]


@pytest.mark.parametrize(
    "words",
    ["New houses for the old town", "Background noise", "Related topics", "Popularity has its price", "Video", "2024"],
)
def test_a_heading_that_says_nothing_of_the_kind(words: str) -> None:
    assert read(page(PROSE, PROSE, listing(words, "The first of two headlines", "The second of two headlines"))) == ()


STEPS = (
    "Previous Story|Next Story;Previous post:|Next post:;Vorheriger Artikel|Nächster Artikel;Article précédent|Article suivant;Articolo precedente|Articolo successivo;Artículo anterior|Siguiente artículo"
    ";Artigo anterior|Próximo artigo;Vorig artikel|Volgend artikel;Föregående artikel|Nästa artikel;Poprzedni artykuł|Następny artykuł;Předchozí článek|Další článek;Előző cikk|Következő cikk;Articolul precedent|Articolul următor"
    ";Предыдущая статья|Следующая статья;Попередня стаття|Наступна стаття;Προηγούμενο άρθρο|Επόμενο άρθρο;ÖNCEKİ HABER|SONRAKİ HABER;المقال السابق|المقال التالي;הכתבה הקודמת|הכתבה הבאה;Artikel sebelumnya|Artikel selanjutnya"
    ";Bài trước|Bài tiếp theo;前の記事|次の記事;上一篇|下一篇;이전 기사|다음 기사"
)


@pytest.mark.parametrize("words", STEPS.split(";"))
def test_the_stories_before_and_after_are_told_apart(words: str) -> None:
    before, after = words.split("|")
    inside = page(
        PROSE,
        f"<div><a href='/2024/05/03/older-story-of-the-week/'><span>{before}</span><span>The older headline</span></a></div>",
    )
    beside = page(
        PROSE,
        f"<div><div><span>{after}</span><a href='/2024/05/05/newer-story-of-the-week/'>The newer headline</a></div></div>",
    )
    assert in_short(read(inside)) == [("previous", "The older headline")]
    assert in_short(read(beside)) == [("next", "The newer headline")]


@pytest.mark.parametrize("words", LABELS[Relation.ALSO_READ].split("|"))
def test_an_also_read_line_is_known_by_its_beginning(words: str) -> None:
    words = words.rstrip(" :")
    assert is_also_read(f"{words}: Ten of the best headlines of the year")
    assert is_also_read(f"» {words} – Ten of the best headlines")
    assert is_also_read(words)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "More than three hundred people were at the harbour when the ship came in.",
        "Mehr als dreihundert Menschen standen am Hafen.",
        "Más de trescientas personas esperaban en el puerto.",
        "Next week the council will vote on the plan again.",
        "Previous owners had left the house to the weather.",
        "Related to the king by marriage, she never lived at court.",
        "Read this carefully before you sign anything at all.",
        "Leia was the first to see the light on the shore.",
        "Lire est un plaisir, disait-elle à ses élèves de la petite école.",
        "Popular music was forbidden in the town for a year.",
        "Подробнее рассказать о случившемся свидетель отказался, сославшись на усталость после долгой дороги домой.",
        "最近の調査によると、町の人口は増えている。",
        "Also present were the mayor and two ministers.",
        "The minister also read the letter aloud: nobody answered.",
        "Read more: " + "and this goes on and on without an end in sight, " * 12,
    ],
)
def test_a_sentence_is_no_also_read_line(sentence: str) -> None:
    assert not is_also_read(sentence)


@pytest.mark.parametrize(
    "words", ["Read more", "View all", "Weiterlesen", "Lire la suite", "もっと見る", "Ver todas", "See more stories"]
)
def test_words_that_only_open_are_no_headline(words: str) -> None:
    assert says_only_more(words)


def test_a_label_gives_back_what_follows_it() -> None:
    found = label("WEITERE Straße: Der Rest")
    assert found is None or found.rest != "Der Rest"  # "weitere" alone is no label before a noun
    said = label("ALSO READ: Straßenfest in Köln")
    assert said is not None
    assert said.rest == "Straßenfest in Köln"
    turkish = label("İLGİLİ HABER: Şehirde kar")
    assert turkish is not None
    assert turkish.rest == "Şehirde kar"


# What is taken, and how it is told


def test_the_same_story_twice_is_one_item_with_its_headline() -> None:
    html = page(
        PROSE,
        "<section><h2>Related</h2><div><a href='/2024/05/01/one-story/?utm_source=box'><img alt='A picture of something else entirely'></a><h3><a href='/2024/05/01/one-story/'>The headline of one story</a></h3><a href='/2024/05/01/one-story/#more'>Read more</a></div></section>",
    )
    assert [plain(item) for item in read(html)] == [
        {
            "relation": "related",
            "title": "The headline of one story",
            "url": "https://news.example/2024/05/01/one-story/",
            "heading": "Related",
        }
    ]


def test_excerpt_and_date_come_with_the_story() -> None:
    html = page(
        PROSE,
        "<section><h2>Latest</h2><article><h3><a href='/2024/05/01/one-story/'>The headline of one story</a></h3><time datetime='2024-05-01T10:00:00Z'>May 1</time><p class='excerpt'>Two lines that say a little more about it than the headline does.</p></article></section>",
    )
    (item,) = read(html)
    assert item.excerpt == "Two lines that say a little more about it than the headline does."
    assert item.published is not None
    assert item.published.isoformat() == "2024-05-01T10:00:00+00:00"


def test_a_label_in_the_title_goes() -> None:
    html = page(
        PROSE,
        "<p><a href='/2024/05/01/one-story/'><strong>READ MORE: The headline of one story</strong></a></p>",
        PROSE,
    )
    assert in_short(read(html)) == [("also-read", "The headline of one story")]


def test_ranks_go_and_numbers_of_the_headline_stay() -> None:
    ranked = page(
        PROSE,
        "<div><h3>Most read</h3><ol><li><a href='/2024/05/01/a-story/'>1 Ten ways to cook an egg</a></li><li><a href='/2024/05/02/b-story/'>2 The long road to the sea</a></li></ol></div>",
    )
    assert [item.title for item in read(ranked)] == ["Ten ways to cook an egg", "The long road to the sea"]
    counted = page(PROSE, listing("Most read", "10 ways to cook an egg", "7 roads that lead to the sea"))
    assert [item.title for item in read(counted)] == ["10 ways to cook an egg", "7 roads that lead to the sea"]


def test_the_number_of_a_lone_story_is_its_headlines_own() -> None:
    found = read(page(PROSE, PROSE, listing("Most read", "1. FC Köln wins the derby at last")))
    assert [item.title for item in found] == ["1. FC Köln wins the derby at last"]


def test_a_step_without_a_headline_is_named_by_its_address() -> None:
    html = page(
        PROSE,
        "<div class='single-post-navigation'><div class='prev-link'><a href='/last-summer-by-the-lake/'>Previous Post</a></div><div class='next-link'><a href='/social-networks/' rel='next'>Next Post</a></div></div>",
    )
    assert in_short(read(html)) == [("previous", "Last summer by the lake"), ("next", "Social networks")]


def test_a_line_of_its_own_in_the_text_is_an_also_read() -> None:
    html = page(f"<div>{PROSE}<p>{link('A headline that has the line to itself')}</p>{PROSE}{PROSE}</div>")
    assert in_short(read(html)) == [("also-read", "A headline that has the line to itself")]


def test_the_last_line_of_the_text_may_be_one_too() -> None:
    last = f"<p>{link('A headline that has the line to itself')}</p>"
    assert in_short(read(page(f"<div>{PROSE * 3}{last}</div>"))) == [
        ("also-read", "A headline that has the line to itself")
    ]
    assert read(page(f"<div>{last}{PROSE * 3}</div>")) == ()


def test_an_offer_to_readers_is_none() -> None:
    offer = "<p><a href='/service/newsletter-anmeldung-32262854'>All the stories of the day in our newsletter</a></p>"
    assert read(page(f"<div>{PROSE}{offer}{PROSE}{PROSE}</div>")) == ()


def test_a_grid_of_teasers_without_a_word_over_it_is_left() -> None:
    cards = "".join(
        f"<div><h3>{link(f'Teaser number {number} of the grid', number)}</h3></div>" for number in range(1, 6)
    )
    assert read(page(f"<main>{PROSE * 3}<div>{cards}</div>{PROSE}</main>")) == ()


def test_a_link_in_passing_is_none() -> None:
    passing = f"<p>The council said in {link('its report of last year')} that the bridge would have to be closed for some weeks.</p>"
    assert read(page(f"<div>{PROSE}{passing}{PROSE}</div>")) == ()
    assert (
        read(page(f"<div>{PROSE}<p>Read more:</p><p>{link('The first headline of all')}</p>{passing}{PROSE}</div>"))[1:]
        == ()
    )


@pytest.mark.parametrize("around", ["{}", "<b>{}</b>", "<span><strong>{}</strong></span>"])
def test_what_stands_around_a_link_counts_however_it_is_set(around: str) -> None:
    linked = around.format(link("A headline that has a line to itself"))
    alone = page(PROSE, f"<p>{linked}</p>", PROSE, PROSE)
    assert in_short(read(alone)) == [("also-read", "A headline that has a line to itself")]
    assert (
        read(page(PROSE, f"<p>As the paper told its readers on Monday, {linked}, and more is to come.</p>", PROSE))
        == ()
    )


def test_the_heading_nearest_to_a_story_that_stands_alone_is_its_title() -> None:
    inner = f"<section><h5>Seen from the tower</h5><p>{link('The story under two headings of its own')}</p></section>"
    both = f"<section><h3>Related stories</h3><section><h4>Photographs</h4>{inner}</section></section>"
    (found,) = read(page(PROSE, PROSE, both))
    assert (found.heading, found.title) == ("Related stories", "Seen from the tower")


def test_a_label_with_next_to_nothing_behind_it_leads_to_no_story() -> None:
    assert (
        read(
            page(PROSE, '<p><a href="/2024/05/01/x1-in-the-day/">Read also</a> <span>our newsletters</span></p>', PROSE)
        )
        == ()
    )


def test_a_heading_of_another_kind_ends_a_group() -> None:
    html = page(
        PROSE,
        "<div><h3>Related</h3><ul><li>",
        link("The first headline here"),
        "</li></ul><h3>Photo galleries</h3><ul><li>",
        link("A gallery that is not meant", 2),
        "</li><li>",
        link("Another one of those", 3),
        "</li></ul></div>",
    )
    assert in_short(read(html)) == [("related", "The first headline here")]


def test_above_the_headline_words_count_and_classes_do_not() -> None:
    bar = f"<div class='trending-bar'>{link('A headline in the bar of the site')}</div>"
    box = listing("Most read", "A headline under words that say so")
    steps = "<div><a rel='prev' class='step' href='/2024/05/03/story-of-the-day-before/'>The story of the day before</a></div>"
    html = f"<body>{bar}{box.replace('number-1', 'number-9')}{steps}<h1>The story itself</h1>{PROSE}</body>"
    assert in_short(read(html)) == [
        ("most-read", "A headline under words that say so"),
        ("previous", "The story of the day before"),
    ]


def test_the_words_that_are_seen_win_over_rel() -> None:
    html = page(
        PROSE,
        "<div><a rel='next' href='/2024/05/03/story-of-the-day-before/'><div>← Previous story</div><div>The story of the day before</div></a></div>",
    )
    assert in_short(read(html)) == [("previous", "The story of the day before")]


def test_comments_are_no_stories() -> None:
    assert (
        read(
            page(
                PROSE,
                "<div><h3>Recent comments</h3><ul><li>",
                link("Anna on the story of the day"),
                "</li><li>",
                link("Ben on another story of it", 2),
                "</li></ul></div>",
            )
        )
        == ()
    )


def test_a_list_of_another_shape_behind_the_list_is_not_of_the_group() -> None:
    html = page(
        PROSE,
        "<div><h3>Related</h3><ul><li>",
        link("The first headline here"),
        "</li><li>",
        link("The second headline here", 2),
        "</li></ul><div class='grid'><div>",
        link("A teaser of the grid below", 3),
        "</div><div>",
        link("And another teaser of it", 4),
        "</div></div></div>",
    )
    assert [item.title for item in read(html)] == ["The first headline here", "The second headline here"]


def test_the_latest_on_a_subject_is_related_and_of_a_section_is_latest() -> None:
    assert {
        item.relation for item in read(page(PROSE, listing("Latest on the flood", "One headline more or less")))
    } == {Relation.RELATED}
    assert {item.relation for item in read(page(PROSE, listing("Latest from Sport", "One headline more or less")))} == {
        Relation.LATEST
    }


@pytest.mark.parametrize(
    "clutter",
    [
        "<nav><h3>Trending</h3>{}</nav>",
        "<footer><h3>Latest news</h3>{}</footer>",
        "<header><span>Trending</span>{}</header>",
        "<div class='OUTBRAIN'><h3>You may like</h3>{}</div>",
        "<div id='taboola-below-article'><h3>Recommended</h3>{}</div>",
        "<div class='sponsored-links'><h3>Recommended</h3>{}</div>",
        "<div id='comments'><h3>Most recent</h3>{}</div>",
        "<div class='share-buttons'><h3>More</h3>{}</div>",
        "<noscript><h3>Related</h3>{}</noscript>",
        "<template><h3>Related</h3>{}</template>",
        "<div><h3>Our newsletters</h3>{}</div>",
    ],
)
def test_what_is_no_story_of_the_page_is_left_alone(clutter: str) -> None:
    links = link("A headline that is not wanted") + link("Another headline not wanted", 2)
    assert read(page(PROSE, PROSE, clutter.format(links))) == ()


@pytest.mark.parametrize(
    "address",
    [
        "https://other.example/2024/05/01/an-offer-of-another-site/",
        "//ads.news.example/2024/05/01/an-offer-of-a-partner/",
        "/tag/bridges-and-ferries-of-the-north/",
        "/author/jane-doe-of-the-evening-news/",
        "/category/news-from-the-whole-county/",
        "/search?q=bridges&id=12345",
        "/2024/05/04/the-story-itself/",
        "/2024/05/04/the-story-itself/?page=2",
        "/2024/05/04/the-story-itself/page/2/",
        "/2024/05/04/the-story-itself/#comments",
        "/2024/05/",
        "/thema/ukraine-198.html",
        "/topics/c12345",
        "/terms-and-conditions-of-use/",
        "/pictures/2024/05/01/a-picture-of-the-bridge.jpg",
        "mailto:desk@news.example",
        "javascript:void(0)//2024/05/01/a-story-of-the-day/",
        "JaVaScRiPt:alert(1)",
        "data:text/html,2024-05-01-a-story-of-the-day",
        "#top",
        "/",
        "",
    ],
)
def test_an_address_that_leads_to_no_other_story(address: str) -> None:
    assert (
        read(page(PROSE, f"<section><h3>Related</h3><a href='{address}'>A headline of some length here</a></section>"))
        == ()
    )


@pytest.mark.parametrize(
    "address",
    [
        "/themen/klima/so-wird-der-wald-am-ufer-gerettet/",
        "/?p=36843",
        "/spip.php?article8557",
        "/news/articleView.html?idxno=120034",
        "/news/politics/11333783",
        "/articles/AST1F4445T1FUTIL02SM.html",
        "/story/some-slug-of-the-day/2022/12/28/",
        "https://sport.news.example/a/-12345678",
    ],
)
def test_an_address_that_leads_to_a_story(address: str) -> None:
    found = read(page(PROSE, f"<section><h3>Related</h3><a href='{address}'>Short one</a></section>"))
    assert [item.title for item in found] == ["Short one"]


def test_the_story_itself_is_left_out_under_its_other_names() -> None:
    html = "<head><link rel='canonical' href='https://news.example/stories/98765'></head><body>" + listing(
        "Most read", "The story itself, told again", "Another story of the day"
    )
    html = html.replace("/2024/05/01/story-number-1-of-the-day/", "/stories/98765?utm_source=box")
    assert [item.title for item in read(html)] == ["Another story of the day"]
    same = page(PROSE, listing("Most read", "The Story Itself", "Another story of the day"))
    assert [item.title for item in read(same)] == ["Another story of the day"]
    told = page(PROSE, listing("Most read", "As it was told elsewhere", "Another story of the day"))
    assert [item.title for item in read(told, headline="As it was told elsewhere")] == ["Another story of the day"]


def test_addresses_are_absolute_and_without_tracking() -> None:
    html = "<head><base href='https://www.news.example/en/'></head>" + page(
        PROSE,
        "<h3>Related</h3><p><a href='2024/05/01/one-story/?utm_source=x&id=7&fbclid=y'>The headline of one story</a></p>",
    )
    assert [item.url for item in read(html)] == ["https://www.news.example/en/2024/05/01/one-story/?id=7"]


def test_many_groups_of_the_whole_site_are_not_all_taken() -> None:
    sections = "".join(
        f"<div><h3>More {name}</h3><ul><li><a href='/2024/05/01/{name}-story-of-the-day/'>A headline about {name} today</a></li></ul></div>"
        for name in ("world", "sport", "money", "health", "science", "travel", "style")
    )
    assert len(read(page(PROSE, PROSE, sections))) == 2


def test_an_endless_list_is_cut() -> None:
    items = "".join(
        f"<li><a href='/2024/05/01/story-{number}-of-a-long-list/'>Headline number {number} of the list</a></li>"
        for number in range(300)
    )
    assert len(read(page(PROSE, f"<h3>Latest news</h3><ul>{items}</ul>"))) == MOST_ITEMS


def test_the_tree_is_left_as_it_was() -> None:
    tree = LexborHTMLParser((HERE / "pages_related" / "wordpress-en.html").read_text(encoding="utf-8"))
    before = tree.html
    assert related(look(tree), "https://quaypost.example/harbour-bridge-closes-for-repairs/")
    assert tree.html == before


# Hostile pages

NAMES = (
    "div",
    "p",
    "a",
    "h1",
    "h2",
    "li",
    "ul",
    "span",
    "article",
    "nav",
    "table",
    "td",
    "script",
    "noscript",
    "svg",
    "template",
    "base",
    "time",
    "img",
)
WORDS = (
    "Read more:",
    "Related",
    "Latest",
    "Next Story",
    "\x1b[31mMost read\x07",
    "関連記事",
    "A headline of some length here",
    "\u202eevil\u2066",
    "<",
    "&#0;",
    "x" * 500,
)
LINKS = (
    "/2024/05/01/a-story-of-the-day/",
    "javascript:alert(1)",
    "//",
    "http://[",
    "http://news.example:99999/12345",
    "/12345\x00\x1b",
    "\ud800/12345",
    "?p=1",
    "https://news.example/12345/" + "%zz" * 20,
    "#",
    "/../../12345",
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Tags, words and addresses in no order, seldom closed."""
    pieces = st.one_of(
        st.sampled_from(NAMES).map(lambda name: f"<{name}>"),
        st.sampled_from(NAMES).map(lambda name: f"</{name}>"),
        st.sampled_from(WORDS),
        st.text(max_size=30),
        st.sampled_from(LINKS).map(lambda address: f'<a href="{address}" class="next related">'),
        st.sampled_from(LINKS).map(lambda address: f'<a href="{address}">A headline \x1b[2J of some\u202e length</a>'),
    )
    return "".join(draw(st.lists(pieces, max_size=60)))


@settings(max_examples=150, deadline=None)
@given(html=pages(), url=st.sampled_from([URL, "", "not an address", "http://[", "https://news.example"]))
@example(html="<a href='/12345'>", url="")
def test_any_page_gives_a_tuple_of_safe_stories(html: str, url: str) -> None:
    found = read(html, url)
    for item in found:
        assert item.title
        assert item.url.startswith(("http://", "https://"))
        for text in (item.title, item.heading, item.excerpt, item.url):
            assert not UNSAFE.search(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_may_be_asked_whether_it_is_a_label(text: str) -> None:
    found = label(text)
    assert found is None or text.endswith(found.rest)
    assert is_also_read(text) in (True, False)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "<h3>Related</h3>" + link("A headline of some length"),
        "<h3>Related</h3>"
        + "".join(
            f"<div><a href='/{number}/a-story-of-the-day/'>A headline of some length</a>" for number in range(5_000)
        ),
        "<div><p>Read more:</p>" * 5_000 + link("A headline of some length"),
        "<a href='/12345'>" * 5_000 + "A headline of some length",
        f"<h3>Related</h3><a href='/12345'>{'<b>' * 5_000}A headline{' of some length' * 50_000}</a>",
    ],
    ids=["deep", "nested", "labels", "links", "long"],
)
def test_a_page_made_to_hurt_is_read_all_the_same(html: str) -> None:
    for item in read(html):
        assert len(item.title) <= 600


def test_a_heading_that_leads_to_the_list_it_stands_over_is_its_label() -> None:
    over = '<h3><a href="/politics/index-100.html">More from Politics</a></h3>'
    cards = "".join(
        f"<div>{link(f'The council votes on bridge number {number}', number)}</div>" for number in (1, 2, 3)
    )
    found = read(page(PROSE * 3, f"<div>{over}{cards}</div>"))
    assert [each.heading for each in found] == ["More from Politics"] * 3


def test_what_a_card_is_filed_under_does_not_make_it_clutter() -> None:
    card = '<li class="post tag-social category-newsletter">' + link("The council votes on the bridge") + "</li>"
    assert [each.title for each in read(page(PROSE * 3, f"<h3>Related stories</h3><ul>{card}</ul>"))] == [
        "The council votes on the bridge"
    ]


@pytest.mark.parametrize(("back", "on"), [("←", "→"), ("«", "»"), ("‹", "›")])
def test_arrows_alone_lead_to_the_story_before_and_the_one_behind(back: str, on: str) -> None:
    steps = f"<div>{link(f'{back} The bridge opens', 1)} {link(f'Two boats sink {on}', 2)}</div>"
    assert in_short(read(page(PROSE, PROSE, steps))) == [("previous", "The bridge opens"), ("next", "Two boats sink")]


def test_a_quotation_at_the_beginning_of_a_headline_is_no_arrow() -> None:
    quoted = f"<div>{link('« Je reste », dit le maire', 1)}</div>"
    assert "previous" not in dict(in_short(read(page(PROSE, PROSE, quoted))))


def test_the_time_of_a_comment_is_no_headline() -> None:
    times = "".join(
        f"<li><a href='/bridge-closed/comment-page-1/#c{n}'>November {n}, 2025 at 7:03 am</a></li>" for n in (14, 15)
    )
    assert read(page(f"<h3>Latest comments</h3><ul>{times}</ul>")) == ()
    assert read(page(f"<h3>Latest stories</h3><ul>{times}{link('The lamp is lit again tonight', 3)}</ul>")) != ()


@pytest.mark.parametrize(
    ("before", "taken"), [("", True), ("The story so far:", False), ("→ ", True), ("Video: ", True)]
)
def test_a_line_is_the_links_with_an_arrow_or_a_word_before_it(before: str, taken: bool) -> None:
    linked = link("Harbour town votes on the new bridge")
    found = in_short(read(page(f"<div>{PROSE * 2}<p>{before}{linked}</p>{PROSE * 2}</div>")))
    assert (found == [("also-read", "Harbour town votes on the new bridge")]) is taken


@pytest.mark.parametrize(("cards", "taken"), [(1, True), (2, True), (3, False)])
def test_so_many_cards_in_a_row_interrupt_a_text_and_more_are_a_grid(cards: int, taken: bool) -> None:
    row = "".join(
        f"<div><h3>{link(f'Card number {number} of the row', number)}</h3></div>" for number in range(1, cards + 1)
    )
    found = read(page(f"<main>{PROSE * 3}<div>{row}</div>{PROSE * 3}</main>"))
    assert len(found) == (cards if taken else 0)


@pytest.mark.parametrize(
    ("where", "head", "heading", "taken"),
    [
        ("https://news.example/town-harbour/2024/the-story-itself/", "", "Town harbour", True),
        (URL, '<meta property="article:section" content="Town harbour">', "TOWN HARBOUR", True),
        (URL, "", "Town harbour", False),
        ("https://news.example/stories/2024/the-story-itself/", "", "Stories", False),
    ],
    ids=["the address says so", "the head says so", "nothing says so", "no section is called so"],
)
def test_a_list_under_the_name_of_the_storys_own_section_is_related(
    where: str, head: str, heading: str, taken: bool
) -> None:
    titles = ("The first of two headlines of today", "The second of two headlines of today")
    html = page(PROSE, PROSE, listing(heading, *titles)).replace("<html>", f"<html><head>{head}</head>")
    assert in_short(read(html, where)) == [("related", title) for title in titles if taken]


def test_but_no_list_of_short_names_is() -> None:
    names = "".join(f'<li><a href="/town-harbour/{name.lower()}/">{name}</a></li>' for name in ("Ferries", "Piers"))
    html = page(PROSE, PROSE, f"<section><h3>Town harbour</h3><ul>{names}</ul></section>")
    assert read(html, "https://news.example/town-harbour/2024/the-story-itself/") == ()


@pytest.mark.parametrize(
    ("words", "relation"),
    [("Previous", "previous"), ("Next story", "next"), ("See also", "also-read")],
)
def test_words_of_a_line_say_how_its_story_stands(words: str, relation: str) -> None:
    title = "Harbour town votes on the new bridge"
    line = f"<p><strong>{words}</strong> {link(title)}</p>"
    assert in_short(read(page(f"<div>{PROSE * 2}{line}{PROSE * 2}</div>"))) == [(relation, title)]


def test_a_figure_and_an_offer_on_a_line_of_their_own_are_no_stories() -> None:
    title = "Harbour town votes on the new bridge"
    figure = f"<figure>{link(title)}</figure>"
    offer = '<p><a href="/2024/05/01/our-newsletter-every-morning-in-your-inbox/">What you get every morning</a></p>'
    assert read(page(f"<div>{PROSE * 2}{figure}{PROSE * 2}</div>")) == ()
    assert read(page(f"<div>{PROSE * 2}{offer}{PROSE * 2}</div>")) == ()
    assert in_short(read(page(f"<div>{PROSE * 2}<p>{link(title)}</p>{PROSE * 2}</div>"))) == [("also-read", title)]


def test_a_page_of_frames_leads_to_no_story() -> None:
    assert read("<html><frameset><frame src='/2024/05/01/a-story-of-the-day/'></frameset></html>") == ()


def test_a_story_that_is_linked_twice_by_other_queries_is_told_once() -> None:
    address = "/2024/05/01/one-story-of-the-day/"
    links = "".join(
        f"<a href='{address}?view={view}'>The headline of one story</a>" for view in ("text", "photographs")
    )
    assert [item.url for item in read(page(PROSE, f"<section><h3>Related</h3>{links}</section>"))] == [
        f"https://news.example{address}?view=text"
    ]


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("/harbour/newsletter-32262854", False),
        ("/harbour/letter-32262854", True),
        ("/2024/registration-of-harbour-boats", True),
        ("/2024/mayor-reads-newsletter-to-the-council?page=newsletter", True),
    ],
)
def test_under_a_label_an_offer_is_known_by_an_address_of_few_words(address: str, taken: bool) -> None:
    listed = f"<section><h3>Related</h3><ul><li><a href='{address}'>What goes on in the harbour</a></li></ul></section>"
    assert bool(read(page(PROSE, PROSE, listed))) is taken


@pytest.mark.parametrize(
    ("label", "groups", "kept"),
    [("More", 4, 4), ("More", 5, 2), ("Mehr aus", 5, 2), ("Latest from", 5, 5), ("Related:", 5, 5)],
)
def test_five_groups_of_more_are_the_sites_sections_and_others_are_the_storys(
    label: str, groups: int, kept: int
) -> None:
    sections = "".join(
        listing(f"{label} {name}", f"A headline about {name} today").replace("number-1", name)
        for name in ("world", "sport", "money", "health", "science")[:groups]
    )
    assert len(read(page(PROSE, PROSE, sections))) == kept


@pytest.mark.parametrize(("name", "relation"), [("next", "next"), ("previous", "previous"), ("related", "also-read")])
def test_within_the_text_a_box_called_related_is_an_also_read_and_a_step_stays_one(name: str, relation: str) -> None:
    title = "Harbour town votes on the new bridge"
    line = f"<p class='{name}'>{link(title)}</p>"
    assert in_short(read(page(f"<div>{PROSE * 2}{line}{PROSE * 2}</div>"))) == [(relation, title)]


def test_a_short_link_under_a_heading_of_its_own_is_called_by_that() -> None:
    said = ("Seen from the old tower", "Heard in the old tower")
    headed = "".join(f"<h4>{title}</h4><p>{link('Video', number)}</p>" for number, title in enumerate(said, 1))
    found = read(page(PROSE, PROSE, f"<section><h3>Related stories</h3>{headed}</section>"))
    assert [(item.heading, item.title) for item in found] == [("Related stories", title) for title in said]


@pytest.mark.parametrize(
    ("heading", "relation"), [("", ""), ("<h2>Related</h2>", "related"), ("<h2>Read also</h2>", "also-read")]
)
def test_a_card_with_a_short_headline_and_a_plain_address_needs_a_label(heading: str, relation: str) -> None:
    card = "<div><img src='/a.jpg'><h3><a href='/harbour-votes/'>Harbour votes</a></h3></div>"
    found = read(page(f"<div>{PROSE * 2}<section>{heading}{card}</section></div>"))
    assert in_short(found) == [(relation, "Harbour votes")] * bool(relation)


@pytest.mark.parametrize(
    ("around", "relation"),
    [
        (f"{PROSE * 2}{{}}{PROSE * 2}", "also-read"),
        (f"{PROSE}{{}}{PROSE * 2}", "also-read"),
        (f"{PROSE * 2}<aside>{{}}</aside>{PROSE * 2}", "also-read"),
        (f"{PROSE * 2}<aside>{{}}</aside>{PROSE}", "related"),
        (f"{PROSE}<aside>{{}}</aside>{PROSE * 2}", "related"),
        (f"{PROSE * 2}<div><div><div><div>{{}}</div></div></div></div>{PROSE * 2}", "related"),
        (f"{{}}{PROSE * 2}", "related"),
        (f"{PROSE * 2}{{}}", "related"),
    ],
    ids=[
        "amid the text",
        "amid a short one",
        "in a box",
        "in a box above a last line",
        "in a box below a first line",
        "in a box of several more",
        "before the text",
        "behind the text",
    ],
)
def test_what_is_called_related_is_an_also_read_only_where_the_text_goes_on_behind_it(
    around: str, relation: str
) -> None:
    listed = f"<h4>Related</h4><p>{link('Harbour town votes on the new bridge')}</p>"
    assert in_short(read(page(f"<div>{around.format(listed)}</div>"))) == [
        (relation, "Harbour town votes on the new bridge")
    ]


def test_there_is_one_next_story() -> None:
    steps = f"<span>Next story</span>{link('The story that comes behind this')}{link('And one that comes later', 2)}"
    assert in_short(read(page(PROSE, PROSE, f"<div>{steps}</div>"))) == [("next", "The story that comes behind this")]


BACK, ON = "← The bridge opens", "Two boats sink →"


@pytest.mark.parametrize(
    ("first", "second", "relations"),
    [
        (BACK, ON, ["previous", "next"]),
        (BACK, "Two boats sink", ["previous"]),
        ("The bridge opens", ON, []),
        (BACK, "→ Two boats sink", ["previous"]),
        (ON, BACK, []),
        ("The bridge opens ←", ON, []),
        ("« The bridge opens »", "« Two boats sink »", []),
    ],
)
def test_an_arrow_points_back_at_the_beginning_and_on_at_the_end(first: str, second: str, relations: list[str]) -> None:
    found = read(page(PROSE, PROSE, f"<div>{link(first, 1)}{link(second, 2)}</div>"))
    assert [item.relation.value for item in found] == relations


@pytest.mark.parametrize(("tag", "taken"), [("p", True), ("li", True), ("h4", False), ("section", False)])
def test_a_heading_or_a_section_that_begins_with_an_arrow_is_no_step(tag: str, taken: bool) -> None:
    found = read(page(PROSE, PROSE, f"<div><{tag}>{link(BACK, 1)}</{tag}>{link(ON, 2)}</div>"))
    assert (("previous", "The bridge opens") in in_short(found)) is taken


@pytest.mark.parametrize(("length", "taken"), [(140, True), (180, False)])
def test_a_step_is_a_line_and_no_paragraph(length: int, taken: bool) -> None:
    said = "The bridge over the river opens again. " * 5
    found = read(page(PROSE, PROSE, f"<div>{link(f'← {said[:length]}', 1)}{link(ON, 2)}</div>"))
    assert ("previous" in dict(in_short(found))) is taken


@pytest.mark.parametrize(
    ("between", "taken"),
    [
        ("<a href='/all/'>All</a>", True),
        ("<a href='/all/'>All</a><a href='/more/'>More</a>", False),
        ("Said in passing. " * 10, True),
        ("Said in passing. " * 17, False),
    ],
    ids=["with the list of all", "with several lists", "with a few words", "with many"],
)
def test_a_box_of_steps_holds_little_else(between: str, taken: bool) -> None:
    found = read(page(PROSE, PROSE, f"<div>{link(BACK, 1)}{between}{link(ON, 2)}</div>"))
    assert [item.relation.value for item in found] == ["previous", "next"] * taken


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("<b>See also</b> Harbour town votes on the bridge", ("also-read", "Harbour town votes on the bridge")),
        ("<b>See also:</b> The bridge", None),
        ("<b>Related</b> Harbour town votes on the bridge", ("related", "Harbour town votes on the bridge")),
        ("<b>Most read</b> Harbour town votes on the bridge", None),
        ("<b>Previous</b> The bridge", ("previous", "The bridge")),
        ("<b>Previous</b> Bridge", None),
        ("<b>Next in Sport</b> The bridge", ("next", "The bridge")),
        ("<b>Next in our series on harbours</b> The bridge", None),
        ("Read also Harbour town votes on the bridge", ("also-read", "Harbour town votes on the bridge")),
        ("See also: Harbour town votes on the bridge", ("also-read", "Harbour town votes on the bridge")),
        ("See also Harbour town votes on the bridge", None),
        ("Related: Harbour town votes on the bridge", ("related", "Harbour town votes on the bridge")),
        ("Related stories Harbour town votes on the bridge", None),
        ("Previous Harbour town votes on the bridge", None),
        ("Related:", None),
        ("Next story", ("next", "Story number 1 of the day")),
    ],
)
def test_a_link_outside_the_text_says_itself_how_its_story_stands(said: str, found: tuple[str, str] | None) -> None:
    assert in_short(read(page(PROSE, PROSE, f"<div>{link(said)}</div>"))) == [found] * bool(found)


HEADLINE = "Harbour town votes on the new bridge"


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("<p>{}</p>", True),
        ("<p>{} as was told.</p>", True),
        ("<p>{} as was told on Monday.</p>", False),
        ("<p>→ {} as was told on Monday.</p>", True),
        ("<p>→ {} as was told on Monday by the mayor, whose own house stands by the river; she sold it.</p>", False),
        ("<div><h4>The ships of the harbour</h4>{}</div>", True),
        ("<p><img src='/a.jpg'>{}</p>", True),
        ("<div><img src='/a.jpg'><figcaption>{}</figcaption></div>", False),
    ],
)
def test_a_story_amid_the_text_has_a_line_or_a_card_to_itself(line: str, taken: bool) -> None:
    found = read(page(f"<div>{PROSE * 2}{line.format(link(HEADLINE))}{PROSE * 2}</div>"))
    assert bool(found) is taken


@pytest.mark.parametrize(("picture", "most"), [("", 6), ("<img src='/a.jpg'>", 2)])
def test_so_many_lines_of_links_interrupt_a_text_and_more_are_a_list(picture: str, most: int) -> None:
    for lines in (most, most + 1):
        row = "".join(f"<p>{picture}{link(f'{HEADLINE} {number}', number)}</p>" for number in range(1, lines + 1))
        found = read(page(f"<div>{PROSE * 2}{row}{PROSE * 2}</div>"))
        assert len(found) == (lines if lines == most else 0)


def test_a_line_of_a_few_words_amid_the_text_is_no_story() -> None:
    assert read(page(f"<div>{PROSE * 2}<p>{link('The bridge')}</p>{PROSE * 2}</div>")) == ()


def test_arrows_beside_links_lead_back_and_on() -> None:
    steps = f"<p>&laquo; {link('Ferry fares rise again')} | {link('Market hall reopens now', 2)} &raquo;</p>"
    assert in_short(read(page(PROSE, PROSE, steps))) == [
        ("previous", "Ferry fares rise again"),
        ("next", "Market hall reopens now"),
    ]
