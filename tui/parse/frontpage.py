"""What a page of a site offers: its feeds, its sections, and the stories it links, in reading order.

No rule knows a site. A story is told by the shape of its address (a date, a number, a long name), by how its link stands (a headline, a card,
a picture and a headline of one address, not a menu) and by its words; then addresses and places that look like many sure stories help the
doubtful ones, and the other way round.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import address
from tui.errors import ParseError
from tui.model import Entry, FrontPage, Kind, Offer
from tui.parse.dates import moment
from tui.parse.html import best_picture, tree
from tui.parse.metadata import plain_text
from tui.text import line, shorten

STORIES = 400
"""At most so many stories of one page."""
SECTIONS = 80
"""At most so many sections of one page."""
FEEDS = 40
"""At most so many feeds of one page."""
LINKS = 6000
"""So many links of a page are looked at; the rest is not."""

# The words that addresses and names are told by


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MEDIA = _set(
    "video videos vídeo vídeos vidéo vidéos clip clips watch gallery galleries galerie galeries galería galerías galeria galerias"
    " fotogalerie fotogalería fotogaleria fotogallery photogallery photogalleries photo photos foto fotos fotostrecke fotostrecken"
    " fotoserie picture pictures inpictures in-pictures in_pictures slideshow slideshows diaporama diaporamas bildergalerie bilder"
    " bilderstrecke audio audios podcast podcasts listen episode episodes live liveblog live-blog liveblogs liveticker live-ticker"
    " livestream live-updates newsticker en-direct en-directo en-vivo envivo ao-vivo aovivo diretta minuto-a-minuto interactive"
    " interactives quiz quizzes poll polls umfrage sondage encuesta crossword crosswords puzzle puzzles sudoku webcam webcams"
    " cartoon cartoons playlist broadcast media-gallery multimedia player shorts reels webtv"
)
_LISTS = _set(
    "tag tags tagged topic topics thema themen tema temas theme themes category categories kategorie kategori categoria categorie"
    " categoría cat label labels keyword keywords keyword-search author authors autor autores autoren auteur auteurs autore autori yazar"
    " yazarlar verfasser writer writers contributor contributors columnist columnists byline reporter reporters journalist journalists"
    " profile profiles profil perfil user users member members hot-topics subject subjects tag-page"
)
"""What stands before the name of a topic, a category or a person; such a page is a list of stories."""
_SHELVES = _set(
    "person series serie dossier dossiers collection collections page pages all archive archives archiv arkiv hemeroteca issue"
)
_SERVICE = _set(
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
_MEDIA_HOSTS = _set(
    "tv video videos webtv aovivo envivo liveticker play player mediathek podcast podcasts radio live photos gallery fotos foto galerie media"
)
_SERVICE_HOSTS = _set(
    "login account accounts auth sso id my mein mon mi user users profile session identity passport register signin subscribe abo abos"
    " subscription suscripcion assine shop store boutique tienda loja tickets jobs job stellen stellenmarkt karriere career careers"
    " empleo lavoro annunci annonces anzeigen classifieds immobilien immo cars dating partner partners ads ad adv advert advertising"
    " werbung publicidad help hilfe support faq info about corporate press pr investor investors ir hr forum forums foro foros"
    " community chat mail email webmail search suche buscar m mobile mobil wap app apps epaper e-paper archive archiv hemeroteca"
    " weather wetter meteo clima tempo horoscopo feeds feed rss newsletter newsletters membership members secure pay game games"
    " map maps tvprogramm tvlistings event events offers deals coupons gutscheine static cdn img images assets wiki api twitter"
    " facebook youtube instagram plus sms celular celulare blog-admin go click links link l t redirect"
)
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
_FILES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|pdf|mp[34]|m4[av]|avi|mov|webm|ogg|wav|xml|rss|rdf|atom|opml|json|zip|gz|apk|exe|dmg|ics|css|js|docx?|xlsx?|pptx?|epub|m3u8?|pls)$",
    re.IGNORECASE,
)
_PAGE_FILE = re.compile(
    r"\.(?:s?html?|x?html|jhtml?|phtml|php\d?|aspx?|jspx?|cms|ece|story|do|cfm|action|print|dhtml|html?amp)$",
    re.IGNORECASE,
)
_EMPTY_SEGMENT = _set(
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
_NUMBER = re.compile(r"\d{5,}")
_DIGIT = re.compile(r"\d")
_MIXED = re.compile(
    r"^(?=[^\d]*\d)(?=[^a-z]*[a-z])[a-z\d]{9,}$|^[a-z]{1,3}-?\d{5,}$|^[0-9a-f]{8}-[0-9a-f]{4}-.*", re.IGNORECASE
)
_ID_NAMES = _set(
    "p id aid nid sid newsid news_id articleid article_id article artid art storyid story_id story docid doc postid post_id post"
    " idnoticia idnews idart id_article item itemid no seq idx num key contentid content_id cid newsno news haber haberid xid"
)
_LIST_NAMES = _set(
    "cat category tag author m s q query search page paged offset date day month year section rubrik topic v ver t ts w h"
)
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile(r"[A-Za-z]+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff]"
)


@lru_cache(maxsize=8192)
def _units(text: str) -> float:
    """How many words a text has; scripts without spaces count about two signs a word."""
    dense = 0 if text.isascii() else len(_UNSPACED.findall(text))
    if not dense:
        return float(len(text.split()))
    return dense / 2 + len(_UNSPACED.sub(" ", text).split())


# Addresses

_CLEAN = re.compile(r"https?://(?:[^/?#]*@)?([^/?#:]*)(?::\d+)?(/[^?#]*)?(?:\?([^#]*))?")
_AMP = re.compile(r"/amp(?:/|$|\?)|\.amp")
_INDEX = re.compile(r"/index\.(?:html?|php)$")
_SIMPLE = re.compile(
    r"(https?://([a-z0-9.-]+)(?=/))?(/(?!/)[A-Za-z0-9_,+~!$()*;:@=./-]*)(?:\?((?:[A-Za-z0-9_.-]+=[A-Za-z0-9_.-]*&)*[A-Za-z0-9_.-]+=[A-Za-z0-9_.-]*))?"
)


class _Address(NamedTuple):
    """What the shape of an address says."""

    score: float
    """How much it looks like a story's."""
    shape: str
    """Addresses of one shape are made by one template."""
    depth: int
    dated: bool
    numbered: bool
    slug: int
    """Words of its longest last name."""
    media: bool
    service: bool


_NEVER = 50.0
"""What no other sign can outweigh."""
_MEDIA_ENDS = ("-video", "-in-pictures", "-live-updates", "-liveblog", "-live-blog", "-liveticker")
_MEDIA_STARTS = ("video-", "fotostrecke-", "gallery-", "photos-", "livebl")


@lru_cache(maxsize=8192)
def _judge(url: str) -> _Address:
    """The shape of a clean address."""
    found = _CLEAN.match(url)
    if found is None:
        return _Address(-9.0, "", 0, False, False, 0, False, False)
    path, query = (found[2] or "/").lower(), found[3]
    if "%" in path:
        path = unquote(path).lower()
    bare = [part for part in path.split("/") if part]
    ending = ""
    if bare and "." in bare[-1] and (page_file := _PAGE_FILE.search(bare[-1])):
        ending = page_file[0]
        bare[-1] = bare[-1][: -len(ending)]
    names = [part for part in bare if part not in _EMPTY_SEGMENT]
    last = names[-1] if names else ""
    date, rest, numbers, mixed = None, bare, [], False
    if _DIGIT.search(path):
        date = _DATE.search(path)
        if date is not None:
            rest = [part for part in (path[: date.start()] + "/" + path[date.end() :]).split("/") if part]
            if ending and rest and rest[-1].endswith(ending):
                rest[-1] = rest[-1][: -len(ending)]
        numbers = [run for part in rest[-2:] for run in _NUMBER.findall(part)]
        mixed = not numbers and any(map(_MIXED.match, rest[-2:]))
    dated = date is not None
    listing = not _LISTS.isdisjoint(bare[-2:])
    asked, parameters = False, ""
    if query:
        pairs = [(name.lower(), value) for name, value in parse_qsl(query)]
        parameters = "&".join(sorted(name for name, _ in pairs))
        for name, value in pairs:
            if name in _ID_NAMES:
                asked = asked or re.search(r"\d{2,}|^[a-z0-9]{12,}$", value) is not None
            elif name not in _LIST_NAMES:
                asked = asked or re.fullmatch(r"\d{5,}", value) is not None
        listing = listing or (bool(pairs) and all(name in _LIST_NAMES for name, _ in pairs))
    slug = max(map(_slug, names[-2:]), default=0)
    media = not _MEDIA.isdisjoint(bare) or last.endswith(_MEDIA_ENDS) or last.startswith(_MEDIA_STARTS)
    service = not _SERVICE.isdisjoint(bare) or any(part.startswith(_SERVICE_STARTS) for part in bare)
    shelf = not _SHELVES.isdisjoint(bare) or not _LISTS.isdisjoint(bare)
    score = 0.0
    if dated:
        score += 3.0 if date and (date[4] or date[6] or date[10] or date[13]) else 2.0
    if numbers:
        score += 2.5 if max(map(len, numbers)) >= 6 else 1.5
    elif asked:
        score += 2.5
    elif mixed:
        score += 2.0
    score += 2.5 if slug >= 5 else 2.0 if slug == 4 else 1.0 if slug == 3 else 0.0
    if ending and last:
        score += 0.7
    if len(names) >= 3:
        score += 0.4
    sure = dated or bool(numbers) or asked or mixed
    if not sure and slug <= 2:
        score -= 2.0 if len(names) <= 1 else 1.5 if len(names) == 2 else 1.0
    if listing:
        score -= 6.0
    elif shelf:
        score -= 1.0 if sure and slug >= 3 else 3.0
    if service:
        score -= 2.0 if dated or (numbers and slug >= 3) else 5.0
    if media:
        score -= _NEVER
    if "." in path and not ending and _FILES.search(path):
        score -= _NEVER
    shape = f"{'D' if dated else ''}/{'/'.join(map(_mark, rest))}{ending}?{parameters}"
    return _Address(score, shape, len(names), dated, bool(numbers) or asked or mixed, slug, media, service)


def _slug(part: str) -> int:
    """How many words a name in an address has."""
    if part.isascii():
        return sum(len(word) > 1 for word in _ASCII_WORD.findall(part))
    dense = len(_UNSPACED.findall(part))
    return sum(len(word) > 1 for word in _WORD.findall(part)) + dense // 2


def _mark(part: str) -> str:
    """What kind of name a segment of an address is: with a number, with digits, a long one, a word."""
    if _DIGIT.search(part):
        return "n" if _NUMBER.search(part) else "d"
    return "s" if _slug(part) >= 3 else "w"


def _day(url: str) -> datetime | None:
    """The day that stands in an address."""
    found = _DATE.search(unquote(address.split(url)[2]))
    if not found:
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

_BLOCKS = _set(
    "address article aside blockquote button center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hgroup li main menu nav ol p picture pre section summary table tbody td th tr ul"
)
_SKIPPED = _set("script style svg noscript template iframe select option textarea object video audio canvas math")
_HEADINGS = _set("h1 h2 h3 h4 h5 h6")
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NAV_WORDS = _set(
    "nav navi navs navbar navigation navigator navlist navmenu navlinks navleft menu menus mainmenu topmenu submenu megamenu hamburger"
    " breadcrumb breadcrumbs crumb crumbs pagination pager paging paginator menubar topnav subnav mainnav globalnav sitenav localnav sidenav"
    " topbar toolbar burger offcanvas drawer masthead navigationlist channels channel sections rubriken"
)
_CRUMB_WORDS = _set("breadcrumb breadcrumbs crumb crumbs pagination pager paging paginator")
_TRAIL_WORDS = _set("tags taglist tagcloud tag topics keywords hashtags")
_FOOT_WORDS = _set(
    "footer foot bottomnav colophon legal license licence copyright serviceinfo siteinfo sitemap imprint impressum footernav"
)
_AD_WORDS = _set(
    "ad ads adv advert adverts advertisement advertising advertorial adslot adsense sponsor sponsored sponsors promoted outbrain"
    " taboola partner partners partnership werbung anzeige anzeigen publicidad publicidade pubblicita reklam commercial affiliate"
    " shopping jobs deals coupons native dfp paid"
)
_SHARE_WORDS = _set(
    "share sharing social socials follow login signin register signup newsletter subscribe cookie cookies consent modal"
)
_EDITION_WORDS = _set(
    "edition editions language languages lang langs country countries locale locales idioma idiomas langue langues"
)
_CARD_WORDS = _set(
    "card cards story stories article articles post posts teaser teasers item headline headlines entry news promo trail summary tile"
    " feature lead hero latest"
)
_ASIDE_WORDS = _set(
    "kicker eyebrow overline overtitle label labels badge badges flag pill tag tags category categories cat section rubric rubrik"
    " topic time date datetime timestamp published ago byline author authors by credit credits caption meta comment comments count"
    " counter icon duration views length read readtime reading source agency number num rank live status channel play button btn cta"
)
_LABEL_WORDS = _set(
    "photo photos foto fotos video videos audio gallery galeria galerie podcast live new exclusive premium plus paid"
)
"""In a headline, a small element called so is a mark, not a word of it."""
_SUMMARY_WORDS = _set(
    "summary standfirst dek deck excerpt description desc abstract lead intro teasertext subtitle subline subhead subheadline subheading"
    " text body paragraph snippet blurb trailtext copy chapo sumario bajada"
)
_TITLE_WORDS = _set(
    "title titles headline headlines heading hed hd titre titulo titular titolo titel ttl tit caption-title cardtitle entrytitle posttitle"
    " storytitle newstitle linktext"
)
_HIDDEN_WORDS = _set("sr visuallyhidden screenreader invisible offscreen visuallyhide hidden")
_JOINED = _set(
    "b strong em i a font mark u small sub sup abbr acronym cite q bdi bdo wbr tt code kbd var s strike del ins"
)


@lru_cache(maxsize=8192)
def _tokens(names: str) -> frozenset[str]:
    """The words of a class or id: "siteHeader_main-nav" is {site, header, main, nav}."""
    return frozenset(word.lower() for word in _NAME_WORD.findall(names)) | frozenset(names.lower().split())


_NAV, _FOOT, _HEAD, _ASIDE, _AD, _JUNK, _TRAIL, _EDITION, _CARD, _MAIN, _ARTICLE, _CRUMB = (
    1 << bit for bit in range(12)
)
_PLACES = _NAV | _FOOT | _HEAD | _TRAIL | _EDITION | _JUNK | _CRUMB


_BITS: dict[str, int] = {}
for _words, _bit in (
    (_NAV_WORDS, _NAV), (_FOOT_WORDS, _FOOT), (_set("header masthead banner topbar"), _HEAD), (_set("sidebar complementary"), _ASIDE),
    (_AD_WORDS, _AD), (_SHARE_WORDS, _JUNK), (_TRAIL_WORDS, _TRAIL), (_CRUMB_WORDS, _CRUMB), (_EDITION_WORDS, _EDITION),
    (_CARD_WORDS, _CARD),
):  # fmt: skip
    for _word in _words:
        _BITS[_word] = _BITS.get(_word, 0) | _bit
_TAG_BITS = {"nav": _NAV, "footer": _FOOT, "header": _HEAD, "aside": _ASIDE, "article": _CARD | _ARTICLE, "main": _MAIN}


@lru_cache(maxsize=8192)
def _called(names: str) -> int:
    """What an element's class, id and role say of it."""
    found = 0
    for word in _tokens(names):
        found |= _BITS.get(word, 0)
        if word.endswith("nav"):
            found |= _NAV
    return found


class _Box:
    """An element that has links somewhere inside."""

    __slots__ = ("anchors", "flags", "heading", "node", "parent", "said", "signature", "story", "tag", "units")

    def __init__(self, node: LexborNode, parent: "_Box | None", attributes: dict[str, str | None]):
        self.node = node
        self.parent = parent
        self.tag = tag = node.tag or ""
        self.anchors = 0
        self.units = 0.0
        self.story: str | None = None
        self.flags = 0
        self.heading = tag in _HEADINGS or (parent is not None and parent.heading)
        said = _TAG_BITS.get(tag, 0)
        self.signature = tag
        if attributes:
            names = attributes.get("class") or ""
            if names:
                self.signature = tag + "." + names[:24]
            if "id" in attributes:
                names = f"{names} {attributes['id']}"
            if "role" in attributes:
                names = f"{names} {attributes['role']}"
            if names and tag != "body":
                said |= _called(names[:300])
        self.said = said

    def settle(self, total: int) -> None:
        """Know its own place, once the number of links in it is known."""
        said = self.said
        if said:
            few = self.anchors < 12
            # a wrapper of nearly the whole page says nothing, whatever it is called
            if self.anchors > 0.7 * total and total > 12:
                said &= _MAIN | _ARTICLE
            # nor does a menu of whole sentences, unless it says so by its tag
            elif self.units >= 4.5 * self.anchors:
                said &= ~(_PLACES if self.tag not in ("nav", "footer", "header") else _TRAIL | _EDITION | _JUNK)
            if said & _CRUMB and self.anchors > 7:
                said &= ~_CRUMB  # a path to the page has few steps
            if said & _AD and self.anchors > 0.3 * total:
                said &= ~_AD
            if self.parent is not None and self.parent.flags & _ARTICLE and few:
                said &= ~(_HEAD | _FOOT)  # of the card, not of the page
        self.flags = said | (self.parent.flags if self.parent is not None else 0)


class _Link:
    """A link where it stands."""

    __slots__ = ("box", "host", "image", "key", "label", "lines", "order", "own", "prose", "rel", "text", "url")

    def __init__(self, url: str, key: str, host: str, own: bool, box: _Box, lines: list[tuple[str, str]], order: int):
        self.url = url
        self.key = key
        self.host = host
        self.own = own
        """It leads to the same site."""
        self.box = box
        self.lines = lines
        """(kind, text) of what is written in it; the kinds are title, plain, aside and summary."""
        self.text = lines[0][1] if len(lines) == 1 else " ".join(text for _, text in lines)
        self.order = order
        self.image: LexborNode | None = None
        self.label = ""
        self.rel = ""
        self.prose = False
        """It stands inside a sentence."""


def _line(text: str) -> str:
    """`text.line`, with the common case made short."""
    joined = " ".join(text.split())
    return joined if joined.isascii() and joined.isprintable() else line(text)


def _lines(node: LexborNode) -> list[tuple[str, str]]:
    """What is written in an element, in lines as a reader would see them, each with its kind."""
    found: list[tuple[str, str]] = []
    run: list[str] = []

    first = node.first_child
    if first is None:
        return found
    if first.next is None and first.tag == "-text":
        text = _line(first.text_content or "")
        return [("plain", text)] if text else found

    def flush(kind: str) -> None:
        text = _line("".join(run))
        run.clear()
        if text:
            found.append((kind, text))

    def walk(parent: LexborNode, kind: str, level: int) -> None:
        child = parent.first_child
        while child is not None:
            tag = child.tag
            if tag == "-text":
                run.append(child.text_content or "")
            elif tag == "br":
                run.append(" ")
            elif tag and tag[0] != "-" and tag != "!doctype" and tag not in _SKIPPED and level < 40:
                inside = _kind(child, tag) or kind
                if inside == "hidden":
                    pass
                elif tag in _BLOCKS or inside != kind:
                    flush(kind)
                    walk(child, inside, level + 1)
                    flush(inside)
                elif tag in _JOINED:
                    walk(child, kind, level + 1)
                    after = child.next
                    if tag in ("b", "strong", "em") and run and run[-1][-1:].isalnum() and after is not None:
                        if after.tag == "-text" and (after.text_content or "")[:1].isupper():
                            run.append(" ")
                else:
                    if run and run[-1][-1:].isalnum() and (child.text(deep=True) or " ")[0].isalnum():
                        flush(kind)
                    walk(child, kind, level + 1)
                    after = child.next
                    if run and run[-1][-1:].isalnum() and after is not None and after.tag == "span":
                        flush(kind)
            child = child.next

    walk(node, "plain", 0)
    flush("plain")
    return found


def _kind(node: LexborNode, tag: str) -> str:
    if tag in _HEADINGS:
        return "aside" if _kind_called((node.attributes.get("class") or "")[:300], False) == "aside" else "title"
    if tag == "time" or tag in ("figcaption", "sup"):
        return "aside"
    attributes = node.attributes
    names = attributes.get("class") or ""
    if not names:
        if tag == "p":
            return "summary"
        return "title" if attributes.get("itemprop") == "headline" else ""
    if attributes.get("itemprop") == "headline":
        return "title"
    return _kind_called(names[:300], tag in _JOINED) or ("summary" if tag == "p" else "")


_BLOCK_NAME = re.compile(r"(?<!\S)[\w-]*?[a-zA-Z0-9]__(?=[a-zA-Z])")


@lru_cache(maxsize=4096)
def _kind_called(names: str, small: bool) -> str:
    """What a class says of a piece of text; `small` is one inside a line."""
    # of block__element--state, the element says what it is
    words = _tokens(_BLOCK_NAME.sub("", names))
    if words & _HIDDEN_WORDS and (
        "only" in words or "hidden" in words or words & {"visuallyhidden", "screenreader", "offscreen"}
    ):
        return "hidden"
    if words & _TITLE_WORDS:
        return "title" if not words & {"kicker", "subtitle", "sub"} else "aside"
    if words & _ASIDE_WORDS or (small and words & _LABEL_WORDS):
        return "aside"
    return "summary" if words & _SUMMARY_WORDS else ""


_NO_PICTURE = re.compile(r"(?:blank|pixel|spacer|placeholder|transparent|1x1|loading)[^/]*$", re.IGNORECASE)


def _picture(image: LexborNode, base: str) -> str:
    """The address of a picture, or "" where it is only a place for one."""
    given = best_picture(image, image.attributes)
    if not given or _NO_PICTURE.search(given):
        return ""
    return given if given[:4] == "http" and _SIMPLE.fullmatch(given) else _open(address.join(base, given))


# Reading


def frontpage(html: str, url: str) -> FrontPage:
    """What a front page or section page offers; any text gives one, if need be an empty one with a notice."""
    try:
        parser = tree(html)
    except ParseError as error:
        return FrontPage(name=address.host(url), url=_open(url) or line(url), notice=str(error))
    base = _base(parser, url)
    home = _Home(parser, base, url)
    links = _links(parser, base, home)
    listed = _listed(parser, home)
    stories = _stories(links, listed, home)
    entries = _entries(stories, listed, links, home)
    if len(entries) < _FEW:
        entries = _with_state(entries, parser, home)
    feeds = _feeds(parser, links, base, home)
    sections = _sections(links, set(stories), home)
    wordpress = ""
    root = parser.css_first('link[rel="https://api.w.org/"]')
    if root is not None:
        wordpress = _open(address.join(base, root.attributes.get("href") or ""))
    notice = "" if entries or feeds or wordpress else _notice(parser)
    return FrontPage(
        name=home.name,
        url=_open(url) or line(url),
        feeds=feeds,
        sections=sections,
        entries=entries,
        wordpress=wordpress,
        language=home.language,
        notice=notice,
    )


def _open(url: str) -> str:
    """An address of the web, or ""."""
    found = address.clean(url)
    return found if found.startswith("http") else ""


def _base(parser: LexborHTMLParser, url: str) -> str:
    node = parser.css_first("base[href]")
    if node is not None:
        found = address.join(url, node.attributes.get("href") or "")
        if found.startswith("http"):
            return found
    return url


class _Home:
    """The page itself: whose it is."""

    def __init__(self, parser: LexborHTMLParser, base: str, url: str):
        self.base = base
        self.url = url
        self.host = address.host(url)
        self._kinds: dict[str, float] = {}
        self._subs: dict[str, int] = {}
        self.key = address.key(_plain(url))
        hosts = [url]
        for node in parser.css('link[rel="canonical"], meta[property="og:url"]')[:4]:
            value = node.attributes.get("href") or node.attributes.get("content") or ""
            if value:
                hosts.append(address.join(url, value))
        self._own: dict[str, bool] = {}
        self.domains = {address.registrable(host) for host in hosts[:1]}
        self.brands = {brand for host in hosts if len(brand := address.registrable(host).partition(".")[0]) >= 3}
        self.keys = {address.key(_plain(host)) for host in hosts if address.split(host)[2].strip("/")}
        self.language = _language(parser)
        self.name = _name(parser, url)

    def owns(self, host: str) -> bool:
        """The host is of the same site, or of the same name under another ending (bbc.co.uk and bbc.com)."""
        if host not in self._own:
            domain = address.registrable(host)
            self._own[host] = domain in self.domains or domain.partition(".")[0] in self.brands
        return self._own[host]

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


def _host(url: str) -> str:
    """The host of a clean address, with its port."""
    return url.split("/", 3)[2].partition("?")[0].rpartition("@")[2] if url.startswith("http") else ""


def _plain(url: str) -> str:
    """The address without its fragment, unless the fragment is the page (#!/story)."""
    head, mark, fragment = url.partition("#")
    return url if mark and fragment.startswith(("!", "/")) and len(fragment) > 3 else head


def _links(parser: LexborHTMLParser, base: str, home: "_Home") -> list[_Link]:
    """The links of a page in order, each in its boxes."""
    boxes: dict[int, _Box] = {}
    in_order: list[_Box] = []
    if (top := parser.root) is not None:
        boxes[top.mem_id] = _Box(top, None, {})
    found: list[_Link] = []
    targets: dict[str, tuple[str, str, str, bool]] = {}
    root = base.split("/", 3)
    origin, host = "/".join(root[:3]), address.host(base)
    for order, node in enumerate(parser.css("a[href], area[href]")[:LINKS]):
        attributes = node.attributes
        href = (attributes.get("href") or "").strip()
        if not href or href[0] == "#" or len(href) > 2000 or href[:7].lower() in ("javascr", "mailto:"):
            continue
        if href not in targets:
            url, key = _target(href, base, origin, host)
            where = _host(url)
            targets[href] = url, key, where, home.owns(where)
        target, key, where, own = targets[href]
        if not target:
            continue
        chain: list[tuple[int, LexborNode]] = []
        box = None
        up = node.parent
        while up is not None:
            number = up.mem_id
            box = boxes.get(number)
            if box is not None:
                break
            chain.append((number, up))
            up = up.parent
        for number, element in reversed(chain):
            box = boxes[number] = _Box(element, box, element.attributes)
        box = _Box(node, box, attributes)
        in_order.append(box)
        if own:
            link = _Link(target, key, where, own, box, _lines(node), order)
            first = node.first_child
            label = attributes.get("title") or attributes.get("aria-label") or ""
            if first is not None and (first.tag != "-text" or first.next is not None):
                link.image = node.css_first("img")
                if link.image is not None:
                    label = label or link.image.attributes.get("alt") or ""
            link.label = _line(label) if label else ""
            link.prose = _in_sentence(node)
        else:
            text = _line(node.text())
            link = _Link(target, key, where, own, box, [("plain", text)] if text else [], order)
        link.rel = attributes.get("rel") or ""
        found.append(link)
        box.anchors = 1
        box.units = _units(link.text)
    around = list(boxes.values())
    for box in (*in_order, *reversed(around)):
        if box.parent is not None:
            box.parent.anchors += box.anchors
            box.parent.units += box.units
    for box in (*around, *in_order):
        box.settle(len(found))
    return found


def _in_sentence(node: LexborNode) -> bool:
    """Words of running text stand right before the link."""
    before = node.prev
    for _ in range(3):
        if before is None:
            return False
        if before.tag == "-text":
            if text := (before.text_content or "").strip():
                return len(text) > 12 and _units(text) >= 3 and text[-1] not in ".!?:|»›–—•·"
        elif before.tag not in _JOINED:
            return False
        before = before.prev
    return False


def _target(href: str, base: str, origin: str, host: str) -> tuple[str, str]:
    """(address, key) of a link; the common plain ones are not taken apart and put together again."""
    simple = _SIMPLE.fullmatch(href)
    where = (simple[2] or host) if simple is not None else ""
    if simple is not None and where and "/." not in href and not ("amp" in href and _AMP.search(href)):
        path = simple[3]
        url = (simple[1] or origin) + path
        key = _bare(where) + (_INDEX.sub("", path) if "/index." in path else path).rstrip("/")
        if simple[4]:
            pairs = [pair for pair in simple[4].split("&") if not _tracks(pair.partition("=")[0])]
            if pairs:
                return f"{url}?{'&'.join(pairs)}", f"{key}?{'&'.join(sorted(pairs))}"
        return url, key
    url = _open(address.join(base, href))
    if not url:
        return "", ""
    url = _plain(url)
    return url, address.key(url)


@lru_cache(maxsize=512)
def _bare(host: str) -> str:
    """The host as `address.key` writes it."""
    return address.key(f"https://{host}/")


@lru_cache(maxsize=512)
def _tracks(name: str) -> bool:
    """A parameter of this name says where a reader came from, and nothing of the story."""
    return "?" not in address.key(f"https://example.org/story?{name}=1")


# Stories


@dataclass(slots=True)
class _Story:
    """A story as it is linked, perhaps several times."""

    key: str
    url: str
    links: list[_Link] = field(default_factory=list)
    score: float = 0.0
    title: str = ""


_PLACEHOLDERS = _set("more mehr weiter lire leer leggi ler czytaj devamı")


def _stories(links: list[_Link], listed: dict[str, Entry], home: _Home) -> dict[str, _Story]:
    """Key → story, in order of first mention, of all links that look like one."""
    groups: dict[str, _Story] = {}
    for link in links:
        if not link.own or link.key == home.key or link.key in home.keys:
            continue
        if link.key.partition("?")[0] == home.key and "/" in home.key:
            continue  # another view of this page: its next part, or another order
        if link.key not in groups:
            if "/" not in link.key and "?" not in link.key:
                continue
            groups[link.key] = _Story(link.key, link.url)
        groups[link.key].links.append(link)
    spread: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.own:
            for _, text in link.lines:
                spread[text].add(link.key)
            if len(link.lines) > 1:
                spread[link.text].add(link.key)
    # what stands on links of several stories ("Read more", "Comments") is no headline
    worn = {text for text, keys in spread.items() if len(keys) > 2 or (len(keys) == 2 and _units(text) <= 2)}
    for story in groups.values():
        story.title = _title(story.links, worn)
        story.score = _judge(story.url).score + home.host_score(story.links[0].host) + _text_score(story)
        story.score += _place_score(story)
        if story.key in listed:
            story.score += 3.0
    shapes: dict[str, list[_Story]] = defaultdict(list)
    places: dict[str, list[_Story]] = defaultdict(list)
    for story in groups.values():
        shapes[_judge(story.url).shape].append(story)
        for place in {_place(link) for link in story.links}:
            places[place].append(story)
    before = {story.key: story.score for story in groups.values()}
    for family in (shapes, places):
        for members in family.values():
            sure = sum(before[member.key] >= 3.5 for member in members)
            share = sure / len(members)
            for member in members:
                if sure >= 3 and share >= 0.6:
                    member.score += 1.0
                elif len(members) >= 4 and share < 0.2:
                    member.score -= 1.0
    return {story.key: story for story in groups.values() if story.score >= 3.0 and story.title}


def _text_score(story: _Story) -> float:
    units = _units(story.title)
    if units >= 6:
        return 2.0
    if units >= 4:
        return 1.5
    if units >= 3:
        return 0.5
    return -0.5 if units >= 2 else -2.0 if units else -4.0


def _place_score(story: _Story) -> float:
    best = -9.0
    units = _units(story.title)
    for link in story.links:
        box = link.box
        score = 0.0
        if link.prose and not box.heading:
            score -= 2.5
        if box.flags & (_NAV | _FOOT) and units < 3:
            score -= 1.5
        if box.heading or any(kind == "title" for kind, _ in link.lines):
            score += 2.0
        if box.flags & _NAV:
            score -= 2.5
        if box.flags & _FOOT:
            score -= 2.5
        if box.flags & _HEAD:
            score -= 0.7
        if box.flags & (_TRAIL | _CRUMB):
            score -= 2.0
        if box.flags & _JUNK:
            score -= 1.5
        if box.flags & _AD:
            score -= 2.5
        if box.flags & _EDITION:
            score -= 2.0
        if box.flags & _CARD:
            score += 0.5
        if "tag" in link.rel or "author" in link.rel or "sponsored" in link.rel:
            score -= 5.0
        best = max(best, score)
    if len(story.links) > 1 and any(link.image is not None for link in story.links):
        best += 0.7
    return best


def _place(link: _Link) -> str:
    names = []
    box: _Box | None = link.box
    while box is not None and len(names) < 5:
        names.append(box.signature)
        box = box.parent
    return "<".join(names)


_CLOCK = re.compile(
    r"^[\W\d]*$|^(?:\d{1,2}[:.h]\d\d\s*(?:[ap]\.?m\.?|uhr|h)?\b.{0,12}|\d+\s*(?:[smhd]|min|mins|hrs?)\b.{0,6})$",
    re.IGNORECASE,
)


def _title(links: list[_Link], worn: set[str]) -> str:
    """The best headline that a story is linked with."""
    best, best_score = "", -99.0
    for link in links:
        for text, score in _headlines(link):
            text = _EDGES.sub("", text)
            units = _units(text)
            if not units or text in worn or _CLOCK.match(text):
                continue
            if units < 3:
                score -= 2.0
            if units < 2 and len(text) < 8:
                score -= 1.0
            if units > 30:
                score -= 2.5
            if link.box.flags & (_NAV | _FOOT):
                score -= 1.0
            if link.prose:
                score -= 1.5
            if score > best_score:
                best, best_score = text, score
    return best


_EDGES = re.compile(r"^[\s•·●▪■▶►»›|/\-–—:]+(?=\S)|[\s•·●▪■▶►»›|/:\-–—]+$")


def _headlines(link: _Link) -> list[tuple[str, float]]:
    """What could be the headline in a link, each with how much it looks like one."""
    titles = [text for kind, text in link.lines if kind == "title"]
    plain = [text for kind, text in link.lines if kind == "plain" and not _CLOCK.match(text)]
    found: list[tuple[str, float]] = []
    if link.box.heading:
        found.append((" ".join(titles or plain or [text for _, text in link.lines]), 3.0))
    elif titles:
        found.append((titles[0] if len(titles[0]) > 12 or len(titles) == 1 else max(titles, key=len), 2.8))
    elif plain:
        found.append((_head_of(plain), 2.0 if len(plain) == 1 else 1.8))
    rest = [text for kind, text in link.lines if kind in ("summary", "aside")]
    if rest and not found:
        found.append((max(rest, key=len), 0.8))
    if link.label and _units(link.label) >= 3:
        found.append((link.label, -0.5))
    return found


def _head_of(plain: list[str]) -> str:
    """The headline among lines that nothing marks as one: the first that is more than a label, or what the label stands over."""
    for place, text in enumerate(plain[:4]):
        units = _units(text)
        after = plain[place + 1] if place + 1 < len(plain) else ""
        label = units <= 4 and 5 <= _units(after) <= 25 and after[-1] not in ".。।…"
        if units >= 4 and not label:
            return text
    return max(plain[:4], key=len)


def _entries(
    stories: dict[str, _Story], listed: dict[str, Entry], links: list[_Link], home: _Home
) -> tuple[Entry, ...]:
    """The stories as entries, with what their cards and the page's own list say beside the headline."""
    for link in links:
        key = link.key if link.key in stories else None
        box: _Box | None = link.box
        while box is not None and key is not None and box.story != "":
            if box.story is None:
                box.story = key
            elif box.story != key:
                break
            box = box.parent
        while box is not None and key is not None and box.story != "":
            box.story = ""
            box = box.parent
    found = []
    first = {
        story.key: min(
            (each.order for each in story.links if not each.box.flags & (_NAV | _HEAD)), default=story.links[0].order
        )
        for story in stories.values()
    }
    for story in sorted(stories.values(), key=lambda each: first[each.key])[:STORIES]:
        said = listed.get(story.key)
        summary, published, picture = _card(story, home)
        if said is not None:
            summary, published, picture = summary or said.summary, published or said.published, picture or said.picture
        if published is None and _judge(story.url).dated:
            published = _day(story.url)
        found.append(Entry(title=story.title, url=story.url, summary=summary, published=published, picture=picture))
    linked = {link.key for link in links} if listed else set()
    for key, entry in listed.items():
        if key not in stories and key not in home.keys and len(found) < STORIES and _units(entry.title) >= 3:
            if _judge(entry.url).score + home.host_score(_host(entry.url)) >= -2.0 and key not in linked:
                found.append(entry)
    return tuple(found)


def _card(story: _Story, home: _Home) -> tuple[str, datetime | None, str]:
    """(summary, date, picture) from what stands around a story's links, where only this story is linked."""
    summary, published, picture = "", None, ""
    seen: set[int] = set()
    for link in story.links[:6]:
        box = link.box
        while (
            box.parent is not None and box.parent.story == story.key and box.parent.tag not in ("body", "html", "main")
        ):
            box = box.parent
        if box.node.mem_id in seen:
            continue
        seen.add(box.node.mem_id)
        if not picture and link.image is not None:
            picture = _picture(link.image, home.base)
        if not picture and box is not link.box and (inside := box.node.css_first("img")) is not None:
            picture = _picture(inside, home.base)
        if (box is link.box and len(link.lines) < 2) or len(box.node.text()) < len(story.title) + 10:
            continue
        if published is None and (time := box.node.css_first("time")) is not None:
            published = moment(time.attributes.get("datetime") or "", home.language) or moment(
                time.text(), home.language
            )
        for kind, text in _lines(box.node) if not summary or published is None else ():
            if kind == "aside" and published is None and 6 <= len(text) <= 60 and any(sign.isdigit() for sign in text):
                published = moment(text, home.language)
            if kind in ("summary", "plain") and not summary and _units(text) >= (5 if kind == "summary" else 8):
                if text.casefold() != story.title.casefold() and story.title not in text:
                    summary = shorten(_without_links(text, story), 600)
    return summary, published, picture


def _without_links(summary: str, story: _Story) -> str:
    """A summary without the "Read more" behind it."""
    for link in story.links:
        if link.text and len(link.text) < 40 and summary.endswith(link.text):
            summary = summary.removesuffix(link.text).rstrip(" »›>…|-–") or summary
    return summary


# What a page says in JSON

_FEW = 4
"""With fewer stories linked than this, a page's JSON is looked into."""
_JSON_LIMIT = 3_000_000
_NODES = 120_000
_STORY_TYPES = _set(
    "NewsArticle Article ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting Report ReviewNewsArticle WebPage"
)
_LIST_TYPES = _set("ItemList CollectionPage WebPage WebSite Blog")
_NOT_LISTS = _set(
    "BreadcrumbList SiteNavigationElement VideoObject VideoGallery Person Product FAQPage ImageGallery LiveBlogPosting"
)


def _types(given: dict[str, Any]) -> set[str]:
    kind = given.get("@type")
    return {each for each in (kind if isinstance(kind, list) else [kind]) if isinstance(each, str)}


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _said(value: Any) -> str:
    """A JSON value as one line of text, or ""."""
    if isinstance(value, dict):
        value = next(
            (
                value[name]
                for name in ("rendered", "basic", "text", "default", "title", "headline", "name", "value")
                if name in value
            ),
            "",
        )
    return plain_text(value)[:400] if isinstance(value, str) else ""


def _listed(parser: LexborHTMLParser, home: _Home) -> dict[str, Entry]:
    """Key → entry of the stories that the page lists for machines (schema.org ItemList and its like)."""
    found: dict[str, Entry] = {}
    for script in parser.css('script[type="application/ld+json"]')[:20]:
        text = script.text()
        if len(text) > _JSON_LIMIT or not re.search(r"ItemList|itemListElement|hasPart|blogPost|NewsArticle", text):
            continue
        waiting: list[tuple[Any, bool]] = [(_parsed(text), False)]
        for _ in range(5_000):
            if not waiting:
                break
            value, in_list = waiting.pop()
            if isinstance(value, list):
                waiting.extend((each, in_list) for each in reversed(value[:STORIES]))
            elif isinstance(value, dict) and not _types(value) & _NOT_LISTS:
                inner = value.get("item") if isinstance(value.get("item"), dict) else value
                if in_list and isinstance(inner, dict) and not _types(inner) & _NOT_LISTS:
                    _list_entry(inner, value, found, home)
                for name in ("itemListElement", "hasPart", "blogPost", "blogPosts", "mainEntity", "@graph"):
                    if isinstance(value.get(name), list | dict):
                        waiting.append((value[name], name not in ("mainEntity", "@graph")))
    return found if len(found) >= 2 else {}


def _list_entry(item: dict[str, Any], outer: dict[str, Any], found: dict[str, Entry], home: _Home) -> None:
    given = item.get("url") or item.get("@id") or outer.get("url") or ""
    if not isinstance(given, str):
        return
    url = _plain(_open(address.join(home.base, given))) if given else ""
    key = address.key(url) if url else ""
    if not url or key == home.key or not home.owns(_host(url)) or _judge(url).score <= -4.0 or len(found) >= STORIES:
        return
    image = item.get("image") or item.get("thumbnailUrl") or ""
    while isinstance(image, list):
        image = image[0] if image else ""
    if isinstance(image, dict):
        image = image.get("url") or image.get("@id") or ""
    date = item.get("datePublished") or item.get("dateCreated") or ""
    found.setdefault(
        key,
        Entry(
            title=_said(item.get("headline") or item.get("name") or outer.get("name")),
            url=url,
            summary=shorten(_said(item.get("description")), 600),
            published=moment(date, home.language) if isinstance(date, str) else None,
            picture=_open(address.join(home.base, image)) if isinstance(image, str) and image else "",
        ),
    )


_STATE = re.compile(r"^[\s;(]*(?:(?:window|self|globalThis|var|let|const)\b[\w.$\[\]'\" ]*=\s*(?:JSON\.parse\()?)")
_FLIGHT = re.compile(r"self\.__next_f\.push\(\s*(\[.*\])\s*\)", re.DOTALL)
_TITLE_NAMES = (
    "headline",
    "title",
    "titulo",
    "titre",
    "promoTitle",
    "shortHeadline",
    "displayTitle",
    "headlines",
    "name",
)
_ADDRESS_NAMES = (
    "url", "link", "href", "canonical_url", "canonicalUrl", "website_url", "websiteUrl", "webUrl", "permalink", "fullUrl", "articleUrl",
    "pageUrl", "shareUrl", "uri", "path", "locators", "seoUrl", "slug",
)  # fmt: skip
_DATE_NAMES = (
    "publishedAt", "datePublished", "published", "publishDate", "publish_date", "display_date", "displayDate", "firstPublished", "date",
    "pubDate", "publicationDate", "publishedDate", "first_publish_date", "published_at", "createdAt", "timestamp",
)  # fmt: skip
_SUMMARY_NAMES = ("description", "summary", "standfirst", "excerpt", "dek", "subtitle", "lead", "teaser", "abstract")


def _with_state(entries: tuple[Entry, ...], parser: LexborHTMLParser, home: _Home) -> tuple[Entry, ...]:
    """The entries, and those that stand only in the data that the page's scripts would draw it from."""
    found = {address.key(entry.url): entry for entry in entries}
    for value in _states(parser):
        waiting = [value]
        for _ in range(_NODES):
            if not waiting or len(found) >= STORIES:
                break
            each = waiting.pop()
            if isinstance(each, list):
                waiting.extend(part for part in reversed(each) if isinstance(part, dict | list))
            elif isinstance(each, dict):
                entry = _state_entry(each, home)
                if entry is not None:
                    found.setdefault(address.key(entry.url), entry)
                waiting.extend(part for part in reversed(list(each.values())) if isinstance(part, dict | list))
    return tuple(found.values()) if len(found) - len(entries) >= 2 else entries


def _states(parser: LexborHTMLParser) -> Iterator[Any]:
    """The JSON that stands in a page's scripts, as far as it is JSON."""
    room = _JSON_LIMIT
    flight: list[str] = []
    for script in parser.css("script:not([src])")[:80]:
        kind = (script.attributes.get("type") or "").lower()
        text = script.text()
        room -= len(text)
        if room < 0:
            return
        if "json" in kind and "ld+json" not in kind:
            yield _parsed(text)
        elif kind in ("", "text/javascript", "application/javascript") and len(text) > 200:
            if pushed := _FLIGHT.search(text):
                part = _parsed(pushed[1])
                if isinstance(part, list) and len(part) > 1 and isinstance(part[1], str):
                    flight.append(part[1])
            elif opened := _STATE.match(text):
                yield _opened(text[opened.end() :])
    for row in "".join(flight).split("\n"):
        _, mark, body = row.partition(":")
        if mark and body[:1] in ("[", "{"):
            yield _opened(body)


_DECODER = json.JSONDecoder(strict=False)


def _opened(text: str) -> Any:
    """The JSON value that a text begins with; what stands behind it is left alone."""
    text = text.lstrip()
    try:
        value, _ = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return _parsed(value) if isinstance(value, str) and value[:1] in ("{", "[") else value


def _state_entry(given: dict[str, Any], home: _Home) -> Entry | None:
    title = next((said for name in _TITLE_NAMES if name in given and _units(said := _said(given[name])) >= 3), "")
    if not title:
        return None
    for name in _ADDRESS_NAMES:
        value = given.get(name)
        if not isinstance(value, str) or not value or len(value) > 1000:
            continue
        if not value.startswith(("http", "/")) and not (name == "slug" and "/" in value):
            continue
        url = _plain(_open(address.join(home.base if value[0] != "/" and "//" in value else home.base, value)))
        if not url or not home.owns(_host(url)) or address.key(url) in (home.key, *home.keys):
            continue
        if _judge(url).score + home.host_score(_host(url)) + (1.0 if _units(title) >= 4 else 0.0) < 2.0:
            continue
        date = next((given[name] for name in _DATE_NAMES if isinstance(given.get(name), str | int)), "")
        summary = next((said for name in _SUMMARY_NAMES if name in given and (said := _said(given[name]))), "")
        return Entry(
            title=title, url=url, summary=shorten(summary, 600), published=moment(str(date), home.language) or _day(url)
        )
    return None


# Feeds

_FEED_TYPES = _set(
    "application/rss+xml application/atom+xml application/rdf+xml application/feed+json application/x.atom+xml application/x-atom+xml"
    " text/rss+xml text/rss text/atom text/xml application/xml application/rss application/atom text/rdf"
)
_FEED_PATH = re.compile(
    r"(?:^|[/_.\-])(?:rss\d?|atom|rdf|feeds?|xml|syndication)(?:[/_.\-]?(?:rss|xml|atom|rdf|php|aspx?|json|jsp|index|full|all|latest|news|default|20|2|1))*/?$"
    r"|\.(?:rss|rdf|atom)$|(?:^|/)(?:rss|feeds?|xml)/[^?]*\.(?:xml|rss|rdf|atom|json)$|/(?:rss|atom|feed|index|feeds)\.(?:xml|json)$",
    re.IGNORECASE,
)
_FEED_QUERY = re.compile(
    r"(?:^|&)(?:feed=(?:rss2?|atom|rdf|feed)|(?:format|type|output|alt|view)=(?:rss|atom|feed))(?:&|$)", re.IGNORECASE
)
_FEED_HOSTS = re.compile(
    r"^(?:feeds?|rss)\d?\.|(?:^|\.)(?:feedburner|feedproxy|feedblitz|feedpress|rsshub)\.", re.IGNORECASE
)
_COMMENTS = re.compile(
    r"comment|kommentar|coment[aá]ri|commenti|reacties|yorum|komentar|комментари|коментар|评论|留言|コメント|댓글|تعليق|टिप्पण|মন্তব্য",
    re.IGNORECASE,
)


def _feeds(parser: LexborHTMLParser, links: list[_Link], base: str, home: "_Home") -> tuple[Offer, ...]:
    """Feeds that the page declares, then those it only links; feeds of comments last."""
    found: dict[str, Offer] = {}

    def offer(url: str, name: str) -> None:
        key = address.key(url)
        if url and key not in found and "oembed" not in url.lower() and "/wp-json" not in url:
            talk = bool(_COMMENTS.search(name) or _COMMENTS.search(address.split(url)[2]) or _judge_feed_of_story(url))
            found[key] = Offer(name or home.name, url, Kind.FEED, home.url, comments=talk)

    for node in parser.css("link[rel][href]"):
        attributes = node.attributes
        rel = (attributes.get("rel") or "").lower().split()
        kind = (attributes.get("type") or "").partition(";")[0].strip().lower()
        href = attributes.get("href") or ""
        if "feed" in rel or ("alternate" in rel and "stylesheet" not in rel):
            url = _feed_url(href, base)
            declared = kind in _FEED_TYPES or (kind == "application/json" and _looks_like_feed(url))
            if declared or "feed" in rel or (not kind and not attributes.get("hreflang") and _looks_like_feed(url)):
                offer(url, line(attributes.get("title") or ""))
    for link in links:
        if len(found) >= FEEDS:
            break
        if _looks_like_feed(link.url) and (link.own or (_FEED_HOSTS.search(link.host) and not link.box.flags & _AD)):
            name = link.text if _units(link.text) <= 6 else ""
            offer(link.url, name)
    offers = list(found.values())
    return tuple(sorted(offers, key=lambda each: each.comments))[:FEEDS]


def _feed_url(href: str, base: str) -> str:
    href = href.strip()
    if href[:5].lower() == "feed:":
        href = href[5:] if href[5:].lower().startswith("http") else "http:" + href[5:]
    return _open(address.join(base, href))


def _looks_like_feed(url: str) -> bool:
    low = url.lower()
    hinted = "rss" in low or "feed" in low or "xml" in low or "atom" in low or "rdf" in low
    parts = _CLEAN.match(url) if hinted else None
    if parts is None:
        return False
    host, path, query = parts[1], parts[2] or "", parts[3] or ""
    if _FEED_QUERY.search(query):
        return True
    if _FEED_HOSTS.search(host):
        return bool(path.strip("/"))
    return bool(_FEED_PATH.search(path))


def _judge_feed_of_story(url: str) -> bool:
    """The feed hangs on a story's address (…/2020/05/name/feed/): it holds the comments on that story."""
    head, mark, _ = url.rpartition("/feed")
    return bool(mark) and _judge(head + "/").dated and _judge(head + "/").slug >= 2


def well_known_feeds(url: str) -> tuple[str, ...]:
    """At most ten addresses where a feed may stand, the likeliest first: at the page's folder, then at the root."""
    scheme, host, path, _ = address.split(_open(url))
    if not host:
        return ()
    root = f"{scheme}://{host}"
    folder = path if path.endswith("/") else path[: path.rfind("/") + 1] if _PAGE_FILE.search(path) else path + "/"
    tries = [f"{root}{folder}{name}" for name in ("feed/", "rss.xml", "feed.xml", "rss", "index.xml", "atom.xml")]
    if folder != "/":
        tries = tries[:4]
        tries += [f"{root}/{name}" for name in ("feed/", "rss.xml", "feed.xml", "rss", "atom.xml", "index.xml")]
    else:
        tries += [f"{root}/{name}" for name in ("feed.json", "rss/", "feeds/all.atom.xml", "?feed=rss2")]
    return tuple(dict.fromkeys(filter(None, map(_open, tries))))[:10]


# Sections

_NO_SECTION = _set(
    "home homepage start startseite inicio início portada capa accueil anasayfa ana главная 首页 主页 ホーム トップ 홈 الرئيسية मुख्य"
    " menu more mais más mehr plus altro meer więcej ещё 更多 もっと見る 더보기 all todo todos alle tous tutte latest newest"
    " login log-in sign subscribe subscription abo abos abonnieren abonnement abonnez suscríbete suscribirse suscripción assine assinar"
    " abbonati abone prenumerera register registrieren anmelden inscription registrarse cadastro entrar connexion iniciar 登录 注册 登錄"
    " ログイン 로그인 войти вход giriş zaloguj newsletter newsletters boletines app apps mobile mobil podcast podcasts podcasty"
    " video videos vídeo vídeos vidéo vidéos видео वीडियो ভিডিও 视频 視頻 動画 فيديو tv photos photo fotos foto gallery galleries galerie"
    " galería galeria rss feed feeds facebook twitter instagram youtube whatsapp telegram linkedin tiktok x threads bluesky mastodon"
    " contact kontakt contacto contato contatti contactez about über impressum imprint privacy datenschutz privacidad terms agb cookies"
    " cookie help hilfe ayuda faq advertise werbung publicidad anuncie jobs job stellenmarkt careers empleo empregos shop store tienda"
    " loja boutique offers deals coupons gutscheine dating games spiele juegos jogos crossword crosswords puzzles quiz horoscope"
    " horoskop horóscopo oroscopo weather wetter tiempo clima meteo météo tempo live epaper e-paper archive archiv search suche buscar"
    " skip edition editions english deutsch français español português italiano türkçe русский العربية 中文 日本語 한국어 हिन्दी বাংলা اردو"
    " فارسی nederlands svenska polski українська ελληνικά עברית tiếng bahasa indonesia events tickets widgets tools sitemap notices"
    " donate support membership forum forums community chat mail email webmail account profile my mein mon print digital"
)
_NO_SECTION_PHRASES = re.compile(
    r"^(?:sign (?:in|up|out)|log (?:in|out)|skip |jump |go to|about |contact|terms|privacy|cookie|follow |share |switch|find a|"
    r"make .* home|my |your |all (?:sections|topics|news)|view |see |read |more |back |close|open |what is|how to|who we|work for|advertis|"
    r"newsletter|mobile|e-?paper|digital edition|print edition|today'?s paper|ad ?choices|do not sell|gift|buy |get )",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Group:
    """Links that stand together in one list."""

    box: _Box
    links: list[_Link] = field(default_factory=list)
    fit: list[tuple[_Link, str]] = field(default_factory=list)
    """Those that could be sections, each with its name."""
    place: float = 0.0


def _sections(links: list[_Link], stories: set[str], home: "_Home") -> tuple[Offer, ...]:
    """The sections that the page's navigation names."""
    groups: dict[int, _Group] = {}
    for link in links:
        box = _list_of(link.box)
        groups.setdefault(id(box), _Group(box)).links.append(link)
    folders = _folders(stories)
    first_story = min(
        (link.order for link in links if link.key in stories and not link.box.flags & (_NAV | _HEAD)), default=10**9
    )
    for group in groups.values():
        group.fit = [(link, name) for link in group.links if (name := _section_name(link, stories, home))]
        group.place = _group_score(group, first_story, folders)
    scores: dict[str, float] = {}
    for group in groups.values():
        for link, _ in group.fit:
            scores[link.key] = max(scores.get(link.key, -9.0), group.place + _link_score(link, folders, home))
    # a list that keeps company with sections is a list of sections
    sure = {key for key, score in scores.items() if score >= _SECTION}
    for group in groups.values():
        keys = {link.key for link, _ in group.fit}
        common = len(keys & sure)
        bonus = (
            3.0
            if common >= 4 and common >= 0.5 * len(keys)
            else 1.5
            if common >= 3 and common >= 0.2 * len(keys)
            else 0.0
        )
        if bonus and not group.box.flags & (_TRAIL | _EDITION | _AD):
            for link, _ in group.fit:
                scores[link.key] = max(scores[link.key], group.place + bonus + _link_score(link, folders, home))
    offers: dict[str, Offer] = {}
    taken: set[tuple[str, str]] = set()
    for group in sorted(groups.values(), key=lambda each: -each.place):
        for link, name in group.fit:
            same = (name.casefold(), link.host)
            if scores[link.key] >= _SECTION and link.key not in offers and same not in taken:
                taken.add(same)
                offers[link.key] = Offer(name, link.url, Kind.PAGE, link.url)
    order = {link.key: link.order for link in reversed(links)}
    chosen = list(offers)[:SECTIONS]
    return tuple(offers[key] for key in sorted(chosen, key=lambda key: order[key]))


_SECTION = 3.0


def _group_score(group: _Group, first_story: int, folders: Counter[str]) -> float:
    """How much a list of links looks like the navigation between sections."""
    if not group.fit:
        return -9.0
    flags = group.box.flags
    distinct = len({link.key for link, _ in group.fit})
    share = distinct / len({link.key for link in group.links})
    score = 0.0
    if flags & _NAV:
        score += 2.0
    if flags & _HEAD:
        score += 1.0
    if group.fit[0][0].order < first_story:
        score += 1.0
    size = len({link.key for link in group.links if len(link.lines) == 1 and _units(link.text) <= 5})
    if size >= 4:
        score += 1.0
    if flags & _FOOT:
        score -= 0.5 if flags & _NAV and size >= 8 else 1.0
    if size >= 8:
        score += 0.5
    if flags & (_TRAIL | _CRUMB | _EDITION | _AD):
        score -= 3.0
    if flags & _JUNK:
        score -= 2.0
    refused = {link.key for link in group.links if _judge(link.url).service}
    if len(refused) >= 2:
        score -= 3.0 * len(refused) / (len(refused) + distinct)
    if share < 0.5:
        score -= 1.5
    if size < 3:
        score -= 1.0
    known = sum(_under(link.key, folders) > 0 for link, _ in group.fit)
    return score + 2.0 * known / len(group.fit)


def _link_score(link: _Link, folders: Counter[str], home: "_Home") -> float:
    """How much one link of such a list looks like a section."""
    weight = _under(link.key, folders)
    score = 2.0 if weight >= 2 else 1.2 if weight else 0.0
    judged = _judge(link.url)
    if judged.depth > 2:
        score -= 0.7
    if judged.numbered and not weight:
        score -= 1.0
    if not weight and home.sub(link.host) > 1:
        score -= 0.7
    return score


def _list_of(box: _Box) -> _Box:
    """The list that a link stands in: the nearest element with several links."""
    found = box
    while (above := found.parent) is not None and above.tag not in ("body", "html"):
        small = found.anchors < 4 and found.flags & above.flags & _NAV
        if not (found.anchors < 2 or small or found.tag in ("li", "h2", "h3")):
            break
        found = above
    return found


def _folders(stories: set[str]) -> Counter[str]:
    """How many stories stand under each beginning of an address."""
    found: Counter[str] = Counter()
    for key in stories:
        host, _, path = key.partition("?")[0].partition("/")
        found[host] += 1
        begun = host
        for part in path.split("/")[:-1][:4]:
            begun += "/" + part
            found[begun] += 1
    return found


def _under(key: str, folders: Counter[str]) -> int:
    """How many stories stand under a section's address."""
    key = key.partition("?")[0].rstrip("/")
    return folders[key] if "/" in key or key.count(".") >= 2 else 0


def _section_name(link: _Link, stories: set[str], home: "_Home") -> str:
    """What a section is called, or "" for a link that is none."""
    if not link.own or not link.lines or link.key in stories:
        return ""
    text = next((text for kind, text in link.lines if kind != "aside"), link.text) or ""
    if len(text) > 44:
        return ""
    text = _NAME_EDGES.sub("", text)
    if not text or len(text) > 34 or _units(text) > 5 or not any(letter.isalpha() for letter in text):
        return ""
    folded = text.casefold()
    if folded in _NO_SECTION or _NO_SECTION_PHRASES.match(folded) or set(re.split(r"[\s/&]+", folded)) & _STRONG_NO:
        return ""
    if folded == home.name.casefold():
        return ""
    parts = _CLEAN.match(link.url)
    if parts is None:
        return ""
    host, path, query = parts[1], parts[2] or "/", parts[3] or ""
    if not path.strip("/") or re.fullmatch(r"/(?:index|default|home)\.\w+", path):
        if host == home.host or (not query and host.removeprefix("www.") == home.host.removeprefix("www.")):
            return "" if not query or not re.search(r"(?:^|&)(?:cat|category|section|rubrik|s|c|id)=", query) else text
    elif link.key in home.keys | {home.key} and link.box.flags & _FOOT:
        return ""
    judged = _judge(link.url)
    if judged.media or judged.service or judged.dated or _FILES.search(path) or home.host_score(link.host) < 0:
        return ""
    if (
        judged.depth > 4
        or judged.slug > 5
        or len(re.findall(r"\d+", path)) > 4
        or (judged.numbered and judged.slug >= 3)
    ):
        return ""
    if "nofollow" in link.rel and link.box.flags & _FOOT:
        return ""
    return text


_NAME_EDGES = re.compile(r"^[\W_]+|[\s»›>→▸▾▼:|+\-–—/]+$")
_STRONG_NO = _set(
    "login newsletter newsletters subscribe podcast podcasts rss facebook twitter instagram youtube whatsapp jobs epaper e-paper app apps"
    " shop cookies privacy datenschutz impressum kontakt contact advertise quiz quizzes horoscope horoskop crossword webcam tickets"
    " video videos photos fotos pictures gallery galleries audio subscription subscriptions abo suscripciones coupons gutscheine"
)


# The head of the page

_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")


def _language(parser: LexborHTMLParser) -> str:
    """The language that the page gives for itself, as BCP 47 writes it."""
    root = parser.css_first("html")
    said = [root.attributes.get("lang"), root.attributes.get("xml:lang")] if root is not None else []
    for node in parser.css(
        'meta[http-equiv="content-language" i], meta[property="og:locale"], meta[name="language" i]'
    )[:3]:
        said.append(node.attributes.get("content"))
    for value in said:
        value = (value or "").split(",")[0].strip()
        if _LANGUAGE.match(value):
            first, *rest = value.replace("_", "-").split("-")
            return "-".join(
                [
                    first.lower(),
                    *(part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest),
                ]
            )
    return ""


_SEPARATORS = re.compile(r"\s+[|•·»«›:–—\-]+\s+|\s*[|»«]\s*|\s[–—]|:\s")


def _name(parser: LexborHTMLParser, url: str) -> str:
    """What the site calls itself."""
    label = address.registrable(url).partition(".")[0]
    for selector in (
        'meta[property="og:site_name"]',
        'meta[name="application-name"]',
        'meta[name="apple-mobile-web-app-title"]',
    ):
        node = parser.css_first(selector)
        if node is not None and (found := line(node.attributes.get("content") or "")) and len(found) <= 60:
            return found
    node = parser.css_first("title")
    title = line(node.text()) if node is not None else ""
    parts = [part.strip() for part in _SEPARATORS.split(title) if part.strip()]
    squashed = re.sub(r"[\W_]", "", label.casefold())
    for part in sorted(parts, key=len):
        plain = re.sub(r"[\W_]", "", part.casefold())
        if len(plain) >= 3 and (plain in squashed or squashed in plain) and len(part) <= 50:
            return part
    if parts and len(parts[0]) <= 40:
        at_front = not address.split(url)[2].strip("/")
        return parts[0] if at_front or len(parts) == 1 else parts[-1]
    return address.host(url).removeprefix("www.")


# Pages that give nothing

_WALLS = (
    (
        re.compile(r"captcha|cf-challenge|challenge-platform|just a moment|are you (?:a )?(?:human|robot)|access denied|unusual traffic|bot detection", re.IGNORECASE),
        "This site asks every visitor to prove not to be a machine before it shows its page.",
    ),
    (
        re.compile(r"consent|cookie ?wall|gdpr|sourcepoint|onetrust|didomi|privacy-?manager|cmp[-_.]", re.IGNORECASE),
        "This page shows nothing before its question about cookies is answered.",
    ),
)  # fmt: skip


def _notice(parser: LexborHTMLParser) -> str:
    """Why a page gives nothing, in one sentence."""
    body = parser.body
    words = line(body.text(separator=" ")[:20_000]) if body is not None else ""
    if parser.css_first('input[type="password"]') is not None and _units(words) < 400:
        return "This page asks for a login before it shows anything."
    scripts = len(parser.css("script"))
    title = parser.css_first("title")
    head = (title.text() if title is not None else "") + " " + words[:3000]
    if _units(words) < 250:
        for pattern, sentence in _WALLS:
            if pattern.search(head) or (pattern.search((parser.html or "")[:20_000]) and _units(words) < 60):
                return sentence
    if scripts and _units(words) < 120:
        return "This page is empty until its scripts run, so there are no stories to read in it."
    return "No stories were found on this page."
