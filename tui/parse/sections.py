"""The sections of a site, as the navigation of its pages names them.

A section is a short link to a shallow address of the site, in a list of such links: a menu, a header, a list before the stories. Stories
under its address speak for it, a login or a shop beside it against its list; a list that holds many known sections holds sections.
"""

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from tui.model import Kind, Offer
from tui.parse.links import (
    AD,
    CLEAN,
    CRUMB,
    EDITION,
    FILES,
    FOOT,
    HEAD,
    JUNK,
    NAV,
    TRAIL,
    Box,
    Home,
    Link,
    judge,
    word_count,
    word_set,
)

SECTIONS = 80
"""At most so many sections of one page."""

# Sections

_NO_SECTION = word_set(
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
    r"newsletter|mobile|e-?paper|digital edition|print edition|today'?s paper|ad ?choices|do not sell|gift|buy |get )"
)
"""How names begin, in lower case, that no section has."""


class _Group(NamedTuple):
    """A list of links, some of which could be sections."""

    box: Box
    fit: list[tuple[Link, str]]
    """Those that could, each with its name."""
    place: float
    """How much the list looks like the navigation between sections."""


def sections_of(links: list[Link], stories: set[str], home: Home) -> tuple[Offer, ...]:
    """The sections that the page's navigation names."""
    lists: dict[Box, list[Link]] = defaultdict(list)
    for link in links:
        lists[_list_of(link.box)].append(link)
    folders = _folders(stories)
    first_story = min(
        (link.order for link in links if link.key in stories and not link.flags & (NAV | HEAD)), default=10**9
    )
    groups = []
    scores: dict[str, float] = {}
    for box, members in lists.items():
        fit = [
            (link, name)
            for link in members
            if link.own and link.key not in stories and (name := _section_name(link, home))
        ]
        if fit:
            place = _group_score(box, members, fit, first_story, folders)
            groups.append(_Group(box, fit, place))
            for link, _ in fit:
                scores[link.key] = max(scores.get(link.key, -9.0), place + _link_score(link, folders, home))
    # a list that keeps company with sections is a list of sections
    sure = {key for key, score in scores.items() if score >= _SECTION}
    for group in groups:
        keys = {link.key for link, _ in group.fit}
        common = len(keys & sure)
        bonus = (
            3.0
            if common >= 4 and common >= 0.5 * len(keys)
            else 1.5
            if common >= 3 and common >= 0.2 * len(keys)
            else 0.0
        )
        if bonus and not group.box.flags & (TRAIL | EDITION | AD):
            for link, _ in group.fit:
                scores[link.key] = max(scores[link.key], group.place + bonus + _link_score(link, folders, home))
    offers: dict[str, Offer] = {}
    taken: set[tuple[str, str]] = set()
    for group in sorted(groups, key=lambda each: -each.place):
        for link, name in group.fit:
            same = (name.casefold(), link.host)
            if scores[link.key] >= _SECTION and link.key not in offers and same not in taken:
                taken.add(same)
                offers[link.key] = Offer(name, link.url, Kind.PAGE, link.url)
    order = {link.key: link.order for link in reversed(links)}
    chosen = list(offers)[:SECTIONS]
    return tuple(offers[key] for key in sorted(chosen, key=lambda key: order[key]))


_SECTION = 3.0


def _group_score(
    box: Box, links: list[Link], fit: list[tuple[Link, str]], first_story: int, folders: Counter[str]
) -> float:
    """How much a list of links looks like the navigation between sections."""
    flags = box.flags
    distinct = len({link.key for link, _ in fit})
    share = distinct / len({link.key for link in links})
    score = 0.0
    if flags & NAV:
        score += 2.0
    if flags & HEAD:
        score += 1.0
    if fit[0][0].order < first_story:
        score += 1.0
    size = len({link.key for link in links if link.units <= 5 and len(link.lines) == 1})
    if size >= 4:
        score += 1.0
    if flags & FOOT:
        score -= 0.5 if flags & NAV and size >= 8 else 1.0
    if size >= 8:
        score += 0.5
    if flags & (TRAIL | CRUMB | EDITION | AD):
        score -= 3.0
    if flags & JUNK:
        score -= 2.0
    refused = {link.key for link in links if judge(link.url).service}
    if len(refused) >= 2:
        score -= 3.0 * len(refused) / (len(refused) + distinct)
    if share < 0.5:
        score -= 1.5
    if size < 3:
        score -= 1.0
    known = sum(_under(link.key, folders) > 0 for link, _ in fit)
    return score + 2.0 * known / len(fit)


def _link_score(link: Link, folders: Counter[str], home: Home) -> float:
    """How much one link of such a list looks like a section."""
    weight = _under(link.key, folders)
    score = 2.0 if weight >= 2 else 1.2 if weight else 0.0
    judged = judge(link.url)
    if judged.depth > 2:
        score -= 0.7
    if judged.numbered and not weight:
        score -= 1.0
    if not weight and home.sub(link.host) > 1:
        score -= 0.7
    return score


def _list_of(box: Box) -> Box:
    """The list that a link stands in: the nearest element with several links."""
    found = box
    while (above := found.parent) is not None and above.tag not in ("body", "html"):
        small = found.anchors < 4 and found.flags & above.flags & NAV
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


def _section_name(link: Link, home: Home) -> str:
    """What a section is called, or "" for a link that is none."""
    text = next((text for kind, text in link.lines if kind != "aside"), link.text)
    if not text or len(text) > 44:
        return ""
    text = _NAME_EDGES.sub("", text)
    if not text or len(text) > 34 or word_count(text) > 5:
        return ""
    if not text[0].isalpha() and not any(letter.isalpha() for letter in text):
        return ""
    folded = text.casefold()
    if folded in _NO_SECTION or folded == home.name.casefold() or _NO_SECTION_PHRASES.match(folded):
        return ""
    if not _STRONG_NO.isdisjoint(_NAME_WORDS.split(folded)):
        return ""
    judged = judge(link.url)
    if judged.media or judged.service or judged.dated or judged.depth > 4 or judged.slug > 5:
        return ""
    parts = CLEAN.match(link.url)
    if parts is None or (judged.numbered and judged.slug >= 3) or home.host_score(link.host) < 0:
        return ""
    host, path, query = parts[1], parts[2] or "/", parts[3] or ""
    if FILES.search(path) or len(_NUMBERS.findall(path)) > 4:
        return ""
    if path == "/" or _FRONT.fullmatch(path):
        if host == home.host or (not query and host.removeprefix("www.") == home.host.removeprefix("www.")):
            return text if _LIST_QUERY.search(query) else ""
    elif link.flags & FOOT and (link.key == home.key or link.key in home.keys):
        return ""
    if "nofollow" in link.rel and link.flags & FOOT:
        return ""
    return text


_NAME_EDGES = re.compile(r"^[\W_]+|[\s»›>→▸▾▼:|+\-–—/]+$")
_NAME_WORDS = re.compile(r"[\s/&]+")
_NUMBERS = re.compile(r"\d+")
_FRONT = re.compile(r"/+|/(?:index|default|home)\.\w+")
_LIST_QUERY = re.compile(r"(?:^|&)(?:cat|category|section|rubrik|s|c|id)=")
_STRONG_NO = word_set(
    "login newsletter newsletters subscribe podcast podcasts rss facebook twitter instagram youtube whatsapp jobs epaper e-paper app apps"
    " shop cookies privacy datenschutz impressum kontakt contact advertise quiz quizzes horoscope horoskop crossword webcam tickets"
    " video videos photos fotos pictures gallery galleries audio subscription subscriptions abo suscripciones coupons gutscheine"
)
