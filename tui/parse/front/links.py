"""A page's links, each where it stands, and what the shape of an address says of what is behind it.

No rule knows a site. An address tells by its date, its number, the length of its name and the words between its slashes; a place, by the
elements around a link, what they are called, and how many links and words they hold.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import address
from tui.parse.page.html import best_picture
from tui.text import line

_LONGEST = 10_000
"""Characters, and elements, of the longest text that a headline is sought in."""
_DECLARED = 2000
"""So many elements of a page's head are looked at."""
LINKS = 6000
"""So many links of a page are looked at; the rest is not."""

# The words that addresses and names are told by


def word_set(words: str) -> frozenset[str]:
    """Words written in a row, as a set."""
    return frozenset(words.split())


_MEDIA = word_set(
    "video videos vídeo vídeos vidéo vidéos clip clips watch gallery galleries galerie galeries galería galerías galeria galerias"
    " fotogalerie fotogalería fotogaleria fotogallery photogallery photogalleries photo photos foto fotos fotostrecke fotostrecken"
    " fotoserie picture pictures inpictures in-pictures in_pictures slideshow slideshows diaporama diaporamas bildergalerie bilder"
    " bilderstrecke audio audios podcast podcasts listen episode episodes live liveblog live-blog liveblogs liveticker live-ticker"
    " livestream live-updates newsticker en-direct en-directo en-vivo envivo ao-vivo aovivo diretta minuto-a-minuto interactive"
    " interactives quiz quizzes poll polls umfrage sondage encuesta crossword crosswords puzzle puzzles sudoku webcam webcams"
    " cartoon cartoons playlist broadcast media-gallery multimedia player shorts reels webtv"
)
_LISTS = word_set(
    "tag tags tagged topic topics thema themen tema temas theme themes category categories kategorie kategori categoria categorie"
    " categoría cat label labels keyword keywords keyword-search author authors autor autores autoren auteur auteurs autore autori yazar"
    " yazarlar verfasser writer writers contributor contributors columnist columnists byline reporter reporters journalist journalists"
    " profile profiles profil perfil user users member members hot-topics subject subjects tag-page"
)
"""What stands before the name of a topic, a category or a person; such a page is a list of stories."""
_SHELVES = word_set(
    "person series serie dossier dossiers collection collections page pages all archive archives archiv arkiv hemeroteca issue"
)
_SERVICE = word_set(
    "login log-in logout signin sign-in sign_in signout signup sign-up sign_up register registration registrieren anmelden connexion"
    " inscription inscripcion registro cadastro entrar identity auth sso oauth account accounts myaccount my-account users konto compte"
    " subscribe subscription subscriptions subscriptions-center abo abos abonnement abonnements abonnieren suscripcion suscripciones"
    " suscribete assine assinatura assinaturas abbonamenti abbonati abonelik abonament prenumerata plus-abo premium-abo newsletter"
    " newsletters boletin boletines boletim alerts notifications help hilfe ayuda ajuda aide aiuto faq faqs support info-page about"
    " about-us about_us aboutus ueber-uns uber-uns quienes-somos quem-somos chi-siamo qui-sommes-nous hakkimizda contact contacts"
    " contact-us contactus contacto contato contatti kontakt kontakte iletisim impressum imprint mentions-legales aviso-legal avisolegal legal-notice"
    " terms terms-of-use terms-of-service termsofuse tos agb cgu cgv conditions privacy privacy-policy privacypolicy datenschutz"
    " privacidad privacidade politica-de-privacidad cookie cookies cookie-policy policy policies editorial-guidelines advertise"
    " advertising advertisement advertorial advertisers adverts ads werbung mediadaten media-kit mediakit publicidad publicidade"
    " publicite pubblicita anuncie reklam reklama sponsored sponsor sponsors partner partners partnercontent brandvoice paidpost"
    " promo promotion promotions promoted jobs job careers career stellenmarkt empleo empregos emploi lavoro shop shopping store"
    " boutique tienda loja negozio mall offers offer ofertas deals coupons coupon gutscheine vouchers dating search suche buscar"
    " busca recherche cerca ricerca arama szukaj zoeken sitemap site-map mapa-do-site rss rss-feeds feed feeds xml atom opml app"
    " apps mobile download downloads wp-login.php wp-admin wp-content wp-json cgi-bin share sharer print printer email mailto"
    " comments reply respond forum forums foros weather wetter meteo météo clima tempo pogoda hava-durumu"
    " horoscope horoscopes horoskop horoscopo horóscopo oroscopo lottery lotto loteria stocks quotes market-data boersenkurse"
    " epaper e-paper eddition print-edition replica tv-guide tv-listings listings tvprogramm tv-programm programme-tv cartelera"
    " cart checkout basket donate donation donations spenden membership supporter tickets events calendar classifieds clasificados"
    " anzeigen kleinanzeigen annunci annonces notices accessibility accessibilite sustainability-report press"
    " press-office pressroom press-releases corporate investors preferences settings feedback tools widgets widget gift gifts"
    " redirect goto out click track tracking javascript popup preference edition editions language lang upload uploads static assets"
)
_MEDIA_HOSTS = word_set(
    "tv video videos webtv aovivo envivo liveticker play player mediathek podcast podcasts radio live photos gallery fotos foto galerie media"
)
_SERVICE_HOSTS = word_set(
    "login account accounts auth sso id my mein mon mi user users profile session identity passport register signin subscribe abo abos"
    " subscription suscripcion assine shop store boutique tienda loja tickets jobs job stellen stellenmarkt karriere career careers"
    " empleo lavoro annunci annonces anzeigen classifieds immobilien immo cars dating partner partners ads ad adv advert advertising"
    " werbung publicidad help hilfe support faq info about corporate press pr investor investors ir hr forum forums foro foros"
    " community chat mail email webmail search suche buscar m mobile mobil wap app apps epaper e-paper archive archiv hemeroteca"
    " weather wetter meteo clima tempo horoscopo feeds feed rss newsletter newsletters membership members secure pay game games"
    " map maps tvprogramm tvlistings event events offers deals coupons gutscheine static cdn img images assets wiki api twitter"
    " facebook youtube instagram plus sms celular celulare blog-admin go click links link l t redirect"
)
_IS_MEDIA, _IS_LIST, _IS_SHELF, _IS_SERVICE = 1, 2, 4, 8
_PART_BITS: dict[str, int] = {}
"""What a word between two slashes says of an address."""
for _words, _bit in ((_MEDIA, _IS_MEDIA), (_LISTS, _IS_LIST), (_SHELVES, _IS_SHELF), (_SERVICE, _IS_SERVICE)):
    for _word in _words:
        _PART_BITS[_word] = _PART_BITS.get(_word, 0) | _bit
_SERVICE_STARTS = (
    "subscri",
    "suscri",
    "newsletter",
    "abonn",
    "abbona",
    "assinat",
    "help-",
    "faq-",
    "privacy",
    "impressum",
    "cookie-",
    "terms-",
)
FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|pdf|mp[34]|m4[av]|avi|mov|webm|ogg|wav|xml|rss|rdf|atom|opml|json|zip|gz|apk|exe|dmg|ics|css|js|docx?|xlsx?|pptx?|epub|m3u8?|pls)$",
    re.IGNORECASE,
)
PAGE_FILE = re.compile(
    r"\.(?:s?html?|x?html|jhtml?|phtml|php\d?|aspx?|jspx?|cms|ece|story|do|cfm|action|print|dhtml|html?amp)$",
    re.IGNORECASE,
)
_EMPTY_SEGMENT = word_set(
    "index default home main story article artikel articulo amp article_nouvelle news_detail view detail www"
)
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|set|dic|dez|out|mai|mag|giu|lug|ott|gen|okt|mrt|mei"
)
_DATE = re.compile(
    rf"(?<![0-9])((?:19|20)\d\d)(?:([/_.\-])(1[0-2]|0?[1-9]|(?:{_MONTHS})[a-z]*)(?:[/_.\-](3[01]|[12]\d|0?[1-9]))?|(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?![0-9])"
    r"|(?<![0-9])(3[01]|[12]\d|0?[1-9])([/_.\-])(1[0-2]|0?[1-9])\8((?:19|20)\d\d)(?![0-9])"
    rf"|(?<![0-9])((?:19|20)\d\d)[/_\-.](1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])(?![0-9])",
    re.IGNORECASE,
)
_MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        "jan gen ene|feb|mar mrt|apr abr|may mai mag mei|jun giu|jul lug|aug ago|sep set|oct out ott okt|nov|dec dic dez".split(
            "|"
        ),
        1,
    )
    for name in names.split()
}
_NUMBER = re.compile(r"[0-9]{5,}")
_DIGIT = re.compile(r"[0-9]")
_MIXED = re.compile(
    r"^(?=[^\d]*\d)(?=[^a-z]*[a-z])[a-z\d]{9,}$|^[a-z]{1,3}-?\d{5,}$|^[0-9a-f]{8}-[0-9a-f]{4}-.*", re.IGNORECASE
)
_ID_NAMES = word_set(
    "p id aid nid sid newsid news_id articleid article_id article artid art storyid story_id story docid doc postid post_id post"
    " idnoticia idnews idart id_article item itemid no seq idx num key contentid content_id cid newsno news haber haberid xid"
)
_LIST_NAMES = word_set(
    "cat category tag author m s q query search page paged offset date day month year section rubrik topic v ver t ts w h"
)
_ID = re.compile(r"[0-9]{2}|^[a-z0-9]{12,}$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ASCII_WORD = re.compile(r"[A-Za-z]{2,}")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]"
)


@lru_cache(maxsize=1024)
def word_count(text: str) -> float:
    """How many words a text has; scripts without spaces count about two signs a word."""
    dense = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if not dense:
        return float(len(text.split()))
    return dense / 2 + len(_UNSPACED.sub(" ", text).split())


# Addresses

CLEAN = re.compile(r"https?://(?:[^/?#]*@)?([^/?#:]*)(?::\d+)?(/[^?#]*)?(?:\?([^#]*))?")
_AMP = re.compile(r"/amp(?:/|$|\?)|\.amp|[?&](?:amp|outputType)=")
_INDEX = re.compile(r"/index\.(?:html?|php)$")
_SIMPLE = re.compile(
    r"(?:(https?:)?//([a-z0-9.-]++)(?=[/?#]|\Z))?(/(?!/)[A-Za-z0-9_,+~!$()*;:@=./-]*+)?"
    r"(?:\?((?:[A-Za-z0-9_.-]++=[A-Za-z0-9_.-]*+&)*+[A-Za-z0-9_.-]++=[A-Za-z0-9_.-]*+))?(?:#[A-Za-z0-9_.=&-]*+)?"
)
"""A plain address in its parts (scheme, host, path, query), whole or from the root of its site."""


_LONGEST_ADDRESS = 1000
"""Characters of a link's address; longer ones lead to no story and no section."""
_MOST_PARAMETERS = 40


class Address(NamedTuple):
    """What the shape of an address says."""

    path: str
    """In lower case, without the slash that it begins with."""
    query: str
    score: float
    """How much it looks like a story's."""
    shape: str
    """Addresses of one shape are made by one template."""
    depth: int
    date: re.Match[str] | None
    numbered: bool
    slug: int
    """Words of its longest last name."""
    media: bool
    service: bool

    @property
    def dated(self) -> bool:
        """A day or a month stands in it."""
        return self.date is not None


_NEVER = 50.0
"""What no other sign can outweigh."""
_MEDIA_ENDS = ("-video", "-in-pictures", "-live-updates", "-liveblog", "-live-blog", "-liveticker")
_MEDIA_STARTS = ("video-", "fotostrecke-", "gallery-", "photos-", "livebl")


@lru_cache(maxsize=1024)
def judge(url: str) -> Address:
    """The shape of a clean address."""
    before, scheme, place = url.partition("://")
    if not scheme or not before.startswith("http"):
        return Address("", "", -9.0, "", 0, None, False, 0, False, False)
    place, _, query = place.partition("#")[0].partition("?")
    path = place.partition("/")[2].lower()
    if "%" in path:
        path = unquote(path).lower()
    bare = list(filter(None, path.split("/")))
    ending = ""
    if bare and "." in bare[-1] and (page_file := PAGE_FILE.search(bare[-1])):
        ending = page_file[0]
        bare[-1] = bare[-1][: -len(ending)]
    names = bare if _EMPTY_SEGMENT.isdisjoint(bare) else [part for part in bare if part not in _EMPTY_SEGMENT]
    last = names[-1] if names else ""
    date, rest, longest, mixed = None, bare, 0, False
    digits = _DIGIT.search(path) is not None
    if digits:
        date = _DATE.search(path) if "20" in path or "19" in path else None
        if date is not None:
            rest = list(filter(None, f"{path[: date.start()]}/{path[date.end() :]}".split("/")))
            if ending and rest and rest[-1].endswith(ending):
                rest[-1] = rest[-1][: -len(ending)]
        longest = max(map(len, _NUMBER.findall("/".join(rest[-2:]))), default=0)
        mixed = not longest and any(map(_MIXED.match, rest[-2:]))
    dated = date is not None
    said = 0
    for part in bare:
        said |= _PART_BITS.get(part, 0)
        if part.startswith(_SERVICE_STARTS):
            said |= _IS_SERVICE
    listing = said & _IS_LIST and not _LISTS.isdisjoint(bare[-2:])
    asked, parameters = False, ""
    if query:
        given = [pair.partition("=") for pair in unquote(query).split("&")]
        pairs = [(name.lower(), value) for name, _, value in given if value]
        parameters = "&".join(sorted([name for name, _ in pairs]))
        for name, value in pairs:
            if name in _ID_NAMES:
                asked = asked or _ID.search(value) is not None
            elif name not in _LIST_NAMES:
                asked = asked or (len(value) >= 5 and value.isdecimal())
        listing = listing or (bool(pairs) and _LIST_NAMES.issuperset([name for name, _ in pairs]))
    slug = max(map(_slug, names[-2:])) if names else 0
    media = said & _IS_MEDIA > 0 or last.endswith(_MEDIA_ENDS) or last.startswith(_MEDIA_STARTS)
    score = 0.0
    if dated:
        score += 3.0 if date and (date[4] or date[6] or date[10] or date[13]) else 2.0
    if longest:
        score += 2.5 if longest >= 6 else 1.5
    elif asked:
        score += 2.5
    elif mixed:
        score += 2.0
    score += 2.5 if slug >= 5 else 2.0 if slug == 4 else 1.0 if slug == 3 else 0.0
    if ending and last:
        score += 0.7
    if len(names) >= 3:
        score += 0.4
    numbered = longest > 0 or asked or mixed
    sure = dated or numbered
    if not sure and slug <= 2:
        score -= 2.0 if len(names) <= 1 else 1.5 if len(names) == 2 else 1.0
    if listing:
        score -= 6.0
    elif said & (_IS_SHELF | _IS_LIST):
        score -= 1.0 if sure and slug >= 3 else 3.0
    service = said & _IS_SERVICE > 0
    if service:
        score -= 2.0 if dated or (longest and slug >= 3) else 5.0
    if media:
        score -= _NEVER
    if "." in path and not ending and FILES.search(path):
        score -= _NEVER
    marks = "/".join([_mark(part) if digits else "s" if _slug(part) >= 3 else "w" for part in rest])
    shape = f"{'D' if dated else ''}/{marks}{ending}?{parameters}"
    return Address(path, query, score, shape, len(names), date, numbered, slug, media, service)


@lru_cache(maxsize=1024)
def _slug(part: str) -> int:
    """How many words a name in an address has."""
    if part.isascii():
        return len(_ASCII_WORD.findall(part))
    return len(_WORD.findall(part)) + len(_UNSPACED.findall(part)) // 2


def _mark(part: str) -> str:
    """What kind of name a segment of an address is: with a number, with digits, a long one, a word."""
    if _DIGIT.search(part):
        return "n" if _NUMBER.search(part) else "d"
    return "s" if _slug(part) >= 3 else "w"


def day_of(url: str) -> datetime | None:
    """The day that stands in an address."""
    found = judge(url).date
    if found is None:
        return None
    if found[1]:
        year, month, day = found[1], found[3] or found[5], found[4] or found[6]
    elif found[10]:
        year, month, day = found[10], found[9], found[7]
    else:
        year, month, day = found[11], found[12], found[13]
    if not day:
        return None
    number = int(month) if month.isdigit() else _MONTH_NUMBERS.get(month[:3].lower(), 0)
    try:
        return datetime(int(year), number, int(day), tzinfo=UTC)
    except ValueError:
        return None


# The page as links in boxes

_BLOCKS = word_set(
    "address article aside blockquote button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hgroup li main menu nav ol p picture pre section summary table tbody td th tr ul"
)
_SKIPPED = word_set(
    "-comment script style svg noscript template iframe select option textarea object video audio canvas math"
)
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NAV_WORDS = word_set(
    "nav navi navs navbar navigation navigator navlist navmenu navlinks navleft menu menus mainmenu topmenu submenu megamenu hamburger"
    " breadcrumb breadcrumbs crumb crumbs pagination pager paging paginator menubar topnav subnav mainnav globalnav sitenav localnav sidenav"
    " topbar toolbar burger offcanvas drawer masthead navigationlist channels channel sections rubriken"
)
_CRUMB_WORDS = word_set("breadcrumb breadcrumbs crumb crumbs pagination pager paging paginator")
_TRAIL_WORDS = word_set("tags taglist tagcloud tag topics keywords hashtags")
_FOOT_WORDS = word_set(
    "footer foot bottomnav colophon legal license licence copyright serviceinfo siteinfo sitemap imprint impressum footernav"
)
_AD_WORDS = word_set(
    "ad ads adv advert adverts advertisement advertising advertorial adslot adsense sponsor sponsored sponsors promoted outbrain"
    " taboola partner partners partnership werbung anzeige anzeigen publicidad publicidade pubblicita reklam commercial affiliate"
    " shopping jobs deals coupons native dfp paid"
)
_SHARE_WORDS = word_set(
    "share sharing social socials follow login signin register signup newsletter subscribe cookie cookies consent modal"
)
_EDITION_WORDS = word_set(
    "edition editions language languages lang langs country countries locale locales idioma idiomas langue langues"
)
_CARD_WORDS = word_set(
    "card cards story stories article articles post posts teaser teasers item headline headlines entry news promo trail summary tile"
    " feature lead hero latest"
)
_ASIDE_WORDS = word_set(
    "kicker eyebrow overline overtitle label labels badge badges flag pill tag tags category categories cat section rubric rubrik"
    " topic time date datetime timestamp published ago byline author authors by credit credits caption meta comment comments count"
    " counter icon duration views length read readtime reading source agency number num rank live status channel play button btn cta"
)
_LABEL_WORDS = word_set(
    "photo photos foto fotos video videos audio gallery galeria galerie podcast live new exclusive premium plus paid"
)
"""In a headline, a small element called so is a mark, not a word of it."""
_SUMMARY_WORDS = word_set(
    "summary standfirst dek deck excerpt description desc abstract lead intro teasertext subtitle subline subhead subheadline subheading"
    " text body paragraph snippet blurb trailtext copy chapo sumario bajada"
)
_TITLE_WORDS = word_set(
    "title titles headline headlines heading hed hd titre titulo titular titolo titel ttl tit caption-title cardtitle entrytitle posttitle"
    " storytitle newstitle linktext"
)
_HIDDEN_WORDS = word_set("sr visuallyhidden screenreader invisible offscreen visuallyhide hidden")
_JOINED = word_set(
    "b strong em i a font mark u small sub sup abbr acronym cite q bdi bdo wbr tt code kbd var s strike del ins"
)


def _tokens(names: str) -> set[str]:
    """The words of a class or id: "siteHeader_main-nav" is {site, header, main, nav}."""
    return {*map(str.lower, _NAME_WORD.findall(names)), *names.lower().split()}


NAV, FOOT, HEAD, ASIDE, AD, JUNK, TRAIL, EDITION, CARD, MAIN, ARTICLE, CRUMB = (1 << bit for bit in range(12))
_PLACES = NAV | FOOT | HEAD | TRAIL | EDITION | JUNK | CRUMB


_BITS: dict[str, int] = {}
for _words, _bit in (
    (_NAV_WORDS, NAV), (_FOOT_WORDS, FOOT), (word_set("header masthead banner topbar"), HEAD), (word_set("sidebar complementary"), ASIDE),
    (_AD_WORDS, AD), (_SHARE_WORDS, JUNK), (_TRAIL_WORDS, TRAIL), (_CRUMB_WORDS, CRUMB), (_EDITION_WORDS, EDITION),
    (_CARD_WORDS, CARD),
):  # fmt: skip
    for _word in _words:
        _BITS[_word] = _BITS.get(_word, 0) | _bit
_TAG_BITS = {"nav": NAV, "footer": FOOT, "header": HEAD, "aside": ASIDE, "article": CARD | ARTICLE, "main": MAIN}


@lru_cache(maxsize=1024)
def _called(names: str) -> int:
    """What an element's class, id and role say of it."""
    found = 0
    for name in names.split():
        found |= _called_one(name)
    return found


@lru_cache(maxsize=1024)
def _called_one(name: str) -> int:
    """What one name of an element says: pages write the same few beside many others."""
    low = name.lower()
    found = _BITS.get(low, 0)
    for word in _NAME_WORD.findall(name):
        found |= _BITS.get(word.lower(), 0)
    if "nav" in low and any(word.endswith("nav") for word in _tokens(name)):
        found |= NAV
    return found


class Box:
    """An element that has links somewhere inside."""

    __slots__ = ("anchors", "flags", "heading", "parent", "path", "said", "story", "tag", "units")

    def __init__(self, node: LexborNode, parent: "Box | None"):
        self.parent = parent
        self.tag = tag = node.tag or ""
        self.anchors = 0
        self.units = 0.0
        self.story: str | None = None
        self.flags = 0
        self.heading: bool = tag in _HEADINGS or (parent is not None and parent.heading)
        said = _TAG_BITS.get(tag, 0)
        signature = tag
        if attributes := node.attributes:
            names = attributes.get("class")
            if names:
                signature = tag + "." + names[:24]
            if tag != "body":
                for given in (names, attributes.get("id"), attributes.get("role")):
                    if given:
                        said |= _called(given[:300])
        self.said = said
        self.path: tuple[str, ...] = (signature, *parent.path[:3]) if parent is not None else (signature,)
        """What it and the elements around it are and are called: of one template, in one kind of place."""

    def settle(self, total: int) -> None:
        """Know its own place, once the number of links in it is known."""
        said = self.said
        if said:
            few = self.anchors < 12
            # a wrapper of nearly the whole page says nothing, whatever it is called
            if self.anchors > 0.7 * total and total > 12:
                said &= MAIN | ARTICLE
            # nor does a menu of whole sentences, unless it says so by its tag
            elif self.units >= 4.5 * self.anchors:
                said &= ~(_PLACES if self.tag not in ("nav", "footer", "header") else TRAIL | EDITION | JUNK)
            if said & CRUMB and self.anchors > 7:
                said &= ~CRUMB  # a path to the page has few steps
            if said & AD and self.anchors > 0.3 * total:
                said &= ~AD
            if self.parent is not None and self.parent.flags & ARTICLE and few:
                said &= ~(HEAD | FOOT)  # of the card, not of the page
        self.flags = said | (self.parent.flags if self.parent is not None else 0)


class Link:
    """A link where it stands."""

    __slots__ = (
        "box", "flags", "host", "image", "key", "label", "lines", "node", "order", "own", "prose", "rel", "signature", "text", "units",
        "url",
    )  # fmt: skip

    def __init__(
        self,
        url: str,
        key: str,
        host: str,
        own: bool,
        node: LexborNode,
        box: Box,
        lines: "Lines",
        order: int,
    ):
        self.url = url
        self.key = key
        self.host = host
        self.own = own
        """It leads to the same site."""
        self.node = node
        self.box = box
        """The element that the link stands in."""
        self.flags = 0
        self.signature = "a"
        self.lines = lines
        self.text = lines[0][1] if len(lines) == 1 else " ".join([text for _, text in lines])
        self.units = word_count(self.text)
        """Words of its text."""
        self.order = order
        self.image: LexborNode | None = None
        self.label = ""
        """What it or its picture is called, where that could be a headline."""
        self.rel = ""
        self.prose = False
        """It stands inside a sentence."""


def _line(text: str) -> str:
    """`text.line`, with the common case made short."""
    joined = " ".join(text.split())
    return joined if joined.isascii() and joined.isprintable() else line(joined)


Lines = list[tuple[str, str]]
"""(kind, text) of what is written in an element, line by line; the kinds are title, plain, aside and summary."""


def lines_of(node: LexborNode) -> Lines:
    """What is written in an element, in lines as a reader would see them, each with its kind."""
    found: Lines = []
    first = node.first_child
    if first is None:
        return found
    if first.next is None and first.tag == "-text":
        text = _line(first.text_content or "")
        return [("plain", text)] if text else found
    written = node.text()
    if not written.strip():
        return found
    if len(written) > _LONGEST:
        return [("plain", _line(written[:_LONGEST]))]
    run: list[str] = []
    _walk(first, "plain", 0, run, found, iter(range(_LONGEST, 0, -1)))
    _flush("plain", run, found)
    return found


def _flush(kind: str, run: list[str], found: Lines) -> None:
    """End the line that is being written."""
    if run:
        if text := _line("".join(run)):
            found.append((kind, text))
        run.clear()


def _walk(child: LexborNode | None, kind: str, level: int, run: list[str], found: Lines, left: Iterator[int]) -> None:
    """Write a node and those behind it: `run` is the line that is being written, `left` are the nodes still to be read."""
    while child is not None and next(left, 0):
        tag = child.tag
        if tag == "-text":
            text = child.text_content or ""
            if run or not text.isspace():
                run.append(text)
        elif tag == "br":
            run.append(" ")
        elif tag and tag not in _SKIPPED and level < 40:
            inside = _kind(child, tag) or kind
            if inside == "hidden":
                pass
            elif tag in _BLOCKS or inside != kind:
                _flush(kind, run, found)
                _walk(child.first_child, inside, level + 1, run, found, left)
                _flush(inside, run, found)
            elif tag in _JOINED:
                _walk(child.first_child, kind, level + 1, run, found, left)
                if tag in ("b", "strong", "em") and run and run[-1][-1:].isalnum() and _capital(child.next):
                    run.append(" ")
            else:
                if run and run[-1][-1:].isalnum() and (child.text(deep=True) or " ")[0].isalnum():
                    _flush(kind, run, found)
                _walk(child.first_child, kind, level + 1, run, found, left)
                after = child.next
                if run and run[-1][-1:].isalnum() and after is not None and after.tag == "span":
                    _flush(kind, run, found)
        child = child.next


def _capital(node: LexborNode | None) -> bool:
    """Text that begins with a capital letter: behind a label that is not set apart, the headline."""
    return node is not None and node.tag == "-text" and (node.text_content or "")[:1].isupper()


def _kind(node: LexborNode, tag: str) -> str:
    """What an element in a link holds: "title", "summary", "aside", "hidden", or "" for what its surroundings hold."""
    attributes = node.attributes
    names = attributes.get("class") or ""
    if tag in _HEADINGS:
        return "aside" if names and _kind_called(names[:300], False) == "aside" else "title"
    if tag in ("time", "figcaption", "sup"):
        return "aside"
    if not names:
        if tag == "p":
            return "summary"
        return "title" if attributes.get("itemprop") == "headline" else ""
    if attributes.get("itemprop") == "headline":
        return "title"
    return _kind_called(names[:300], tag in _JOINED) or ("summary" if tag == "p" else "")


_BLOCK_NAME = re.compile(r"(?<!\S)[\w-]*?[a-zA-Z0-9]__(?=[a-zA-Z])")


@lru_cache(maxsize=1024)
def _kind_called(names: str, small: bool) -> str:
    """What a class says of a piece of text; `small` is one inside a line."""
    # of block__element--state, the element says what it is
    words = _tokens(_BLOCK_NAME.sub("", names) if "__" in names else names)
    if words & _HIDDEN_WORDS and (
        "only" in words or "hidden" in words or words & {"visuallyhidden", "screenreader", "offscreen"}
    ):
        return "hidden"
    if words & _TITLE_WORDS:
        return "title" if not words & {"kicker", "subtitle", "sub"} else "aside"
    if words & _ASIDE_WORDS or (small and words & _LABEL_WORDS):
        return "aside"
    return "summary" if words & _SUMMARY_WORDS else ""


_NO_PICTURE = re.compile(r"blank|pixel|spacer|placeholder|transparent|1x1|loading", re.IGNORECASE)


def picture_of(image: LexborNode, home: "Home") -> str:
    """The address of a picture, or "" where it is only a place for one."""
    given = best_picture(image, image.attributes)
    if not given or len(given) > 2000 or _NO_PICTURE.search(given.rpartition("/")[2]):
        return ""
    simple = _SIMPLE.fullmatch(given)
    if simple is not None and simple[2] and simple[3]:
        return given if simple[1] else home.scheme + given
    return web_address(given if given.startswith(("http://", "https://")) else address.join(home.base, given))


def web_address(url: str) -> str:
    """An address of the web, or ""."""
    found = address.clean(url)
    return found if found.startswith("http") else ""


class Head:
    """What a page says of itself, in its head or wherever else it stands."""

    def __init__(self, parser: LexborHTMLParser, url: str):
        self.base = ""
        """What its relative links hang on."""
        self.title: str | None = None
        self.metas: dict[str, str] = {}
        """Property, name or http-equiv in lower case → content; the first of each."""
        self.links: list[dict[str, str | None]] = []
        """The attributes of its link elements."""
        for node in parser.css("title, meta, link, base")[:_DECLARED]:
            tag, attributes = node.tag, node.attributes
            if tag == "meta":
                name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv")
                if name:
                    self.metas.setdefault(name.lower(), attributes.get("content") or "")
            elif tag == "link" and attributes.get("href"):
                self.links.append(attributes)
            elif tag == "base" and not self.base:
                self.base = address.join(url, attributes.get("href") or "")
            elif tag == "title" and self.title is None:
                self.title = line(node.text()[:_LONGEST])
        if not self.base.startswith("http"):
            self.base = url


class Home:
    """The page itself: whose it is."""

    def __init__(self, head: Head, url: str, name: str, language: str):
        self.base = head.base
        self.url = url
        self.host = address.host(url)
        self.scheme, _, rest = self.base.partition("//")
        self.origin = self.scheme + "//" + rest.partition("/")[0]
        self.base_host = address.host(self.base)
        self._kinds: dict[str, float] = {}
        self._subs: dict[str, int] = {}
        self._seen: dict[str, tuple[bool, str]] = {}
        self.key = address.key(whole(url))
        canonical = [each["href"] for each in head.links if each.get("rel") == "canonical"][:3]
        said = [address.join(self.base, given) for given in (*canonical, head.metas.get("og:url")) if given]
        self.domain = address.registrable(url)
        self.brands = {brand for each in (url, *said) if len(brand := address.registrable(each).partition(".")[0]) >= 3}
        self.keys = {address.key(whole(each)) for each in (url, *said) if address.split(each)[2].strip("/")}
        self.name = name
        self.language = language

    def owns(self, host: str) -> bool:
        """The host is of the same site, or of the same name under another ending (bbc.co.uk and bbc.com)."""
        return self.seen(host)[0]

    def seen(self, host: str) -> tuple[bool, str]:
        """(whether it is the site's own, how `address.key` writes it) of a host."""
        if host not in self._seen:
            own = host == self.domain or host.endswith("." + self.domain)
            if not own and any(brand in host for brand in self.brands):
                own = address.registrable(host).partition(".")[0] in self.brands
            self._seen[host] = own, address.bare(host)
        return self._seen[host]

    def host_score(self, host: str) -> float:
        """What the name of another host of the same site says against a story there (jobs.example.com, tv.example.com)."""
        if host not in self._kinds:
            labels = [] if host == self.host else host.partition(":")[0].split(".")[:-2]
            score = 0.0
            for label in labels:
                if label in _MEDIA_HOSTS or label.endswith("tv"):
                    score = min(score, -_NEVER)
                elif label in _SERVICE_HOSTS or label.endswith(("shop", "jobs", "store")):
                    score = min(score, -12.0)
            self._kinds[host] = score
        return self._kinds[host]

    def sub(self, host: str) -> int:
        """How many names a host has before the site's own: 1 for news.example.com."""
        if host not in self._subs:
            self._subs[host] = host.removeprefix("www.").count(".") - address.registrable(host).count(".")
        return self._subs[host]


def host_of(url: str) -> str:
    """The host of a clean address, with its port."""
    return url.split("/", 3)[2].partition("?")[0].rpartition("@")[2] if url.startswith("http") else ""


def whole(url: str) -> str:
    """The address without its fragment, unless the fragment is the page (#!/story)."""
    head, mark, fragment = url.partition("#")
    return url if mark and fragment.startswith(("!", "/")) and len(fragment) > 3 else head


def links_of(parser: LexborHTMLParser, home: Home) -> list[Link]:
    """The links of a page in order, each in its boxes."""
    boxes: dict[int, Box] = {}
    if (top := parser.root) is not None:
        boxes[top.mem_id] = Box(top, None)
    found: list[Link] = []
    targets: dict[str, tuple[str, str, str, bool]] = {}
    for order, node in enumerate(parser.css("a, area")[:LINKS]):
        attributes = node.attributes
        href = attributes.get("href") or ""
        if href not in targets:
            targets[href] = _target(href.strip(), home)
        url, key, host, own = targets[href]
        if not url:
            continue
        chain: list[LexborNode] = []
        up = node.parent
        while up is not None and up.mem_id not in boxes:
            chain.append(up)
            up = up.parent
        assert up is not None  # every element hangs on the root
        box = boxes[up.mem_id]
        for element in reversed(chain):
            box = boxes[element.mem_id] = Box(element, box)
        if own:
            link = Link(url, key, host, own, node, box, lines_of(node), order)
            label = attributes.get("title") or attributes.get("aria-label") or ""
            first = node.first_child
            if first is not None and (first.next is not None or first.tag != "-text"):
                link.image = first if first.tag == "img" else node.css_first("img")
                if link.image is not None:
                    label = label or link.image.attributes.get("alt") or ""
            if label and word_count(label) >= 3:
                link.label = _line(label)
            link.prose = _in_sentence(node)
        else:
            text = _line(node.text())
            link = Link(url, key, host, own, node, box, [("plain", text)] if text else [], order)
        link.rel = attributes.get("rel") or ""
        if names := attributes.get("class"):
            link.signature = "a." + names[:24]
            link.flags = _called(names[:300])
        if role := attributes.get("role"):
            link.flags |= _called(role[:300])
        if link.units >= 4.5:
            link.flags &= ~_PLACES
        found.append(link)
        box.anchors += 1
        box.units += link.units
    around = list(boxes.values())
    for box in reversed(around):
        if box.parent is not None:
            box.parent.anchors += box.anchors
            box.parent.units += box.units
    for box in around:
        box.settle(len(found))
    for link in found:
        link.flags |= link.box.flags
    return found


def _in_sentence(node: LexborNode) -> bool:
    """Words of running text stand right before the link."""
    before = node.prev
    for _ in range(3):
        if before is None:
            return False
        if before.tag == "-text":
            if text := (before.text_content or "").strip():
                return len(text) > 12 and word_count(text) >= 3 and text[-1] not in ".!?:|»›–—•·"
        elif before.tag not in _JOINED:
            return False
        before = before.prev
    return False


def _target(href: str, home: Home) -> tuple[str, str, str, bool]:
    """(address, key, host, whether it is the site's own) of a link; empty for what leads nowhere."""
    if not href or href[0] == "#" or href[:7].lower() in ("javascr", "mailto:"):
        return "", "", "", False
    if len(href) > _LONGEST_ADDRESS or href.count("&") > _MOST_PARAMETERS:
        return "", "", "", False
    simple = _SIMPLE.fullmatch(href)
    host = (simple[2] or (home.base_host if simple[3] else "")) if simple is not None else ""
    if simple is None or not host or "/." in href or (("amp" in href or "outputType" in href) and _AMP.search(href)):
        url = whole(web_address(href if href.startswith(("http://", "https://")) else address.join(home.base, href)))
        host = host_of(url)
        return (url, address.key(url), host, home.owns(host)) if url else ("", "", "", False)
    # the common plain ones are not taken apart and put together again
    path = simple[3] or "/"
    url = (f"{simple[1] or home.scheme}//{host}" if simple[2] else home.origin) + path
    own, bare = home.seen(host)
    key = bare + (_INDEX.sub("", path) if "/index." in path else path).rstrip("/")
    if simple[4]:
        pairs = [pair for pair in simple[4].split("&") if not address.tracks(pair.partition("=")[0])]
        if pairs:
            url, key = f"{url}?{'&'.join(pairs)}", f"{key}?{'&'.join(sorted(pairs))}"
    return url, key, host, own
