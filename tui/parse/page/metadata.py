"""The facts of a page: what its JSON-LD, OpenGraph, meta, itemprop, time and link elements say, and which of them to believe."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import address
from tui.parse.dates import MONTH_NAMES, moment
from tui.parse.page.html import WIDE, hidden, words
from tui.parse.page.roles import COMMENTS, named
from tui.text import line, prose

STORY_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle BackgroundNewsArticle AskPublicNewsArticle"
    " ReviewNewsArticle AdvertiserContentArticle SatiricalArticle BlogPosting LiveBlogPosting SocialMediaPosting Report"
    " TechArticle ScholarlyArticle MedicalScholarlyArticle Review CriticReview ClaimReview Recipe HowTo".split()
)
"""What schema.org calls a story."""

_LIST_TYPES = frozenset("ItemList CollectionPage SearchResultsPage".split())


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself, cleaned. Empty where it says nothing."""

    headline: str = ""
    headlines: tuple[str, ...] = ()
    """Every wording of the headline on the page, the site's name cut off."""
    kicker: str = ""
    section_url: str = ""
    description: str = ""
    """What it says of itself in a sentence or two; often the standfirst."""
    descriptions: tuple[str, ...] = ()
    """Every wording of it."""
    authors: tuple[str, ...] = ()
    byline_role: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""
    canonical: str = ""
    site_name: str = ""
    tags: tuple[str, ...] = ()
    paywalled: bool = False
    kind: str = ""
    """"story", "video", "gallery", "list", "page", or "" where it does not say."""
    body: str = ""
    """JSON-LD's articleBody as it stands, which may hold tags and entities (`told` reads it), or ""."""
    picture: str = ""
    next_page: str = ""
    h1: tuple[str, ...] = ()
    """The page's first headings, as they stand."""
    unsigned: bool = False
    """`authors` are the paper itself, for want of a person."""
    sources: tuple[tuple[str, str], ...] = ()
    """(fact, where it came from), for `explain`."""


# -- JSON-LD ----------------------------------------------------------------------------------------------------

_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_RAW_CONTROL = re.compile(r"[\x00-\x1f]+")
_OPENED = re.compile(r"\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)")
_CLOSED = re.compile(r"(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*$")
_TAGS = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_MOST_OBJECTS = 3_000


def _json(text: str) -> Any:
    """What a JSON-LD script holds; None where it cannot be read even kindly."""
    if opened := _OPENED.match(text):
        text = text[opened.end() :]
        if closed := _CLOSED.search(text, max(0, len(text) - 40)):
            text = text[: closed.start()]
    text = text.strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass  # many sites leave a comma or a control character behind
    try:
        return json.loads(_TRAILING_COMMA.sub(r"\1", _RAW_CONTROL.sub(" ", text)), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that may be a story, from the outside in; not what stands in a list of other stories."""
    waiting = [(value, 0)]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        each, depth = waiting.pop()
        if isinstance(each, list):
            waiting.extend((part, depth) for part in reversed(each[:500]))
        elif isinstance(each, dict):
            yield each
            if depth < 4:
                waiting.extend(
                    (each[name], depth + 1)
                    for name in ("mainEntity", "mainEntityOfPage", "@graph", "article")
                    if isinstance(each.get(name), dict | list)
                )


def _types(given: dict[str, Any]) -> set[str]:
    kind = given.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {each.rpartition("/")[2].rpartition(":")[2] for each in kinds if isinstance(each, str)}


def _text(value: Any) -> str:
    """A JSON-LD value as one line: a string, the first of a list, an object's name or value."""
    while isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("headline") or ""
        if isinstance(value, list):
            value = value[0] if value else ""
    return plain_text(value) if isinstance(value, str) else ""


def plain_text(value: str) -> str:
    """One line of a text that may hold entities (also twice) and tags."""
    if "&" in value:
        value = unescape(unescape(value))
    if "<" in value:
        value = _ANY_TAG.sub("", _TAGS.sub(" ", value))
    return line(value)


def _url(value: Any) -> str:
    while isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id") or value.get("contentUrl") or ""
    return value if isinstance(value, str) else ""


def _story(found: Sequence[dict[str, Any]], url: str, titles: Iterable[str]) -> dict[str, Any]:
    """The object that describes this page's story: by its address, its headline, and how much it says."""
    key = address.key(url)
    known = {folded(title) for title in titles}
    best: dict[str, Any] = {}
    best_score = 0.0
    for each in found:
        kinds = _types(each)
        if not kinds & STORY_TYPES:
            continue
        score = (
            1.0
            + ("datePublished" in each)
            + ("author" in each)
            + 2 * ("NewsArticle" in kinds)
            + 2 * bool(each.get("articleBody"))
        )
        addresses = [_url(each.get(name)) for name in ("url", "mainEntityOfPage", "@id")]
        if any(address.key(address.join(url, given)) == key for given in addresses if given):
            score += 3
        headline = folded(_text(each.get("headline") or each.get("name")))
        if headline and any(headline in title or title in headline for title in known if title):
            score += 4
        if not headline:
            score -= 2
        if score > best_score:
            best, best_score = each, score
    return best


# -- names ------------------------------------------------------------------------------------------------------

_BY = re.compile(
    r"^\W*(?:(?:story|words|text|report(?:ed)?|written|edited|posted|published|published by|article|review(?:ed)?|analysis|opinion|compiled|photographs?|photos?)\s+(?:and photos\s+)?by|by|byline|author|authors|"
    r"(?:veröffentlicht|publiziert|geschrieben|verfasst|erstellt|eingestellt|artikel|beitrag|bericht) von|(?:publié|écrit|rédigé) par|(?:publicado|escrito) por|(?:pubblicato|scritto) da|(?:geplaatst|geschreven) door|von|ein(?:e)? \w+ von|text|autor(?:a|es|en|ka|ky|ři|i)?(?:/-in)?|auteurs?|par|propos recueillis par|por|di|a cura di|door|av|af|tekst|kirjoittaja|teksti|автор(?:ы|и)?|текст|"
    r"oleh|penulis|tác giả|yazan|haber|szerző|írta|de|scris de|pisze|napisał|oprac\.?|od|κείμενο|του|της|γράφει(?: ο| η)?|כתב|מאת|بقلم|كتب|كتبت|نوشته|تحریر|द्वारा|লেখক|โดย|撰文|作者|記者|记者|文|取材・文|글|기자|입력|na)\s*[:：/]?\s+(?=\S)|^\W*(?:by|von|text|autor|author|автор|作者|記者|记者|文|責編|責任編輯|责任编辑|责编|編輯|编辑|来源)\s*[:：]\s*",
    re.IGNORECASE,
)
_ENDS_NAME = re.compile(
    r"\s*(?:[|•·]|\bupdated\b|\bpublished\b|\bposted\b|\b\d+\s*min(?:ute)?s?\b|\bfollow\b|\bcontact\b|\bfor\s+(?:the|mail|daily)|\bin\s+[A-Z][a-z]+\s*$|\s[-–—]\s|\bread\b\s*$|https?:|\bam \d|\bon \d|\b(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|november|december)\b(?=\s*$|\s+\d|,))|\bon (?:mon|tue|wed|thu|fri|sat|sun)|[(（【\[].*|@\w+.*)",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:;|、|，|／|\s/\s|\s&\s|\s\+\s|\s(?:and|und|et|y|e|en|og|och|ja|i|a|и|та|és|și|ve|dan|və|og|und|kaj|ו|و|और|एवं|এবং|และ|và|na|no|pamoja na|with|mit|avec|con)\s)\s*",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|columnist|journalist|producer|staff|contributor|contributing|bureau|chief|critic|analyst|photographer|specialist|presenter|author|professor|director|fellow|senior|junior|political|associate|deputy|assistant|head of"
    r"|redakteur(?:in)?|redaktion|korrespondent(?:in)?|leiter(?:in)?|chefredakteur(?:in)?|ressortleiter(?:in)?|journaliste|rédact(?:eur|rice)|correspondant[e]?|envoyé[e]? spécial[e]?|periodista|redactor[a]?|corresponsal|enviad[oa]|giornalista|inviat[oa]|redattore|redaktör|reporter|journalist|verslaggever|redacteur|redaktor(?:ka)?|reportér(?:ka)?|komentátor(?:ka)?|корреспондент|обозреватель|редактор|журналист|muhabiri?|editörü?|記者|记者|기자|特派員|論説委員)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:staff(?: reporter| writer| correspondent)?s?|admin(?:istrator)?|editor(?:s|ial)?(?: team| staff| desk)?|news ?desk|web ?desk|online ?desk|guest|guest (?:author|writer|post)|user|root|red|webmaster|null|none|undefined|n/a|unknown|no author|anonymous|redaktion|redaction|redacción|redazione|redação|redakcja|redakce|redactie|the editors?|desk|agency|agencies|agenturen|contributor|author|by|www\..*|.*@.*\..*|https?:.*|\d+)$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:associated press|reuters|afp|dpa|apa|ap|press|news|agen(?:cy|tur|cia|ce|zia)|times|media|team|staff|redaktion|online|\.(?:com|at|de|is|net|org|tr))\b",
    re.IGNORECASE,
)


_CREDENTIAL = re.compile(r"(?:[A-Z]{2,4}|Ph\.?D\.?|M\.?D\.?|B\.?A\.?|M\.?A\.?|Jr\.?|Esq\.?)(?: on)?")
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_OF_A_DATE = MONTH_NAMES | frozenset(
    "posted published updated written stand datum date erstellt veröffentlicht publiziert geschrieben aktualisiert verfasst publié écrit publicado escrito"
    " pubblicato scritto geplaatst gepubliceerd publicerad publisert opublikowano am on at the le el il op den um vor the uhr by von par por da door"
    " monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi"
    " jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
)
"""Words that stand beside a date and name nobody, where there are no others."""
_SIMPLE = re.compile(r"[A-Z][a-z]{2,12} [A-Z][a-z]{2,14}(?:-[A-Z][a-z]{2,14})?")
_FIGURES = re.compile(r"\s[^\s\w]*\d")


def names(text: str) -> tuple[tuple[str, ...], str]:
    """(names, role) of a byline: "By Jane Doe and John Roe, Political Editor" -> (("Jane Doe", "John Roe"), "Political Editor")."""
    text = line(text)
    if _SIMPLE.fullmatch(text) and not _BY.match(text) and not _ROLE.search(text) and not _NO_NAME.match(text):
        return (text,), ""  # most authors are a name and nothing else
    previous = ""
    while previous != text:
        previous, text = text, _BY.sub("", text, count=1)
    text = _FIGURES.split(text, 1)[0]  # a date, a time, the minutes it takes to read
    found: list[str] = []
    roles: list[str] = []
    for piece in _AND.split(text):
        for part in re.split(r",\s*|\n", piece):
            part = _cut(part)
            if not part:
                continue
            if found and _CREDENTIAL.fullmatch(part):
                continue
            if found and _ROLE.search(part):
                roles.append(part)
            elif is_name(part):
                found.append(part)
            elif _ROLE.search(part):
                roles.append(part)
    return tuple(dict.fromkeys(found)), ", ".join(dict.fromkeys(role for role in roles if role.lower() != "author"))[
        :120
    ]


def _cut(part: str) -> str:
    found = _ENDS_NAME.search(part)
    if found and found.start():
        part = part[: found.start()]
    return part.strip(" .,:;|•·–—-*\"'“”")


def is_name(text: str) -> bool:
    """Words that could be a person's or a paper's name."""
    if (
        not 2 <= len(text) <= 60
        or _MONTH.fullmatch(text)
        or _NO_NAME.match(text)
        or any(char.isdigit() or char in "()[]{}:<>|=/\\" for char in text)
    ):
        return False
    spoken = text.casefold().split()
    return len(spoken) <= 6 and not all(word.strip(".,") in _OF_A_DATE for word in spoken)


# -- headlines --------------------------------------------------------------------------------------------------

_WORDS = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+[|•·»«:—–-]+\s+|\s*[|｜»_]+\s*|：(?=[^：]{2,14}$)|--+")


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """What two wordings of one headline share: its words in lower case."""
    return " ".join(_WORDS.findall(text.casefold()))


def without_site(title: str, site_name: str, known: Iterable[str] = ()) -> str:
    """A title without the name of the site at its end or beginning."""
    site = folded(site_name)
    bare = site.replace(" ", "")
    wordings = [wording for wording in (folded(each) for each in known) if wording]
    for _ in range(3):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            break
        head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
        first, rest = title[: cuts[0].start()], title[cuts[0].end() :]
        small = folded(tail).replace(" ", "")
        if site and (
            small == bare or (len(small) > 3 and (small in bare or bare in small) and len(small) < 2 * len(bare) + 8)
        ):
            title = head
        elif site and folded(first).replace(" ", "") == bare:
            title = rest
        elif folded(title) not in wordings and folded(head) in wordings:
            title = head
        elif folded(title) not in wordings and (
            piece := next((each for each in (rest, tail, first) if folded(each) in wordings), "")
        ):
            title = piece
        else:
            break
    return title.strip(" |-–—»·•")


# -- the page ---------------------------------------------------------------------------------------------------

_SELECTOR = 'meta, link[rel="canonical" i][href], link[rel="next" i][href], title, h1, time, script[type*="json"], [itemprop], [rel~="author"], [rel~="category"]'
_BYLINES = "[class*=byline i], [class*=author i], [class*=autor i]"
_DATES_PUBLISHED = (
    "article:published_time", "datepublished", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "article.published",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "published_at", "article_date_original", "originalpublicationdate", "displaydate", "date.issued", "ptime", "bt:pubdate", "rnews:datepublished", "timestamp", "last-modified", "created", "vr:published_time", "iptc:publicationdate", "mediator_published_time",
)  # fmt: skip
_DATES_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
    "article:updated_time",
    "og:modified_time",
)
_URL_DATE = re.compile(
    r"(?<!\d)(20[0-3]\d|19[89]\d)[/_-]?([01]\d)[/_-]?([0-3]\d)(?!\d)|/(20[0-3]\d)/(\d{1,2})/(\d{1,2})/"
)


@dataclass(slots=True)
class _Page:
    """What one look over the tree brings home."""

    root: LexborNode | None
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: list[tuple[str, str, dict[str, str | None]]] = field(default_factory=list)
    title: str = ""
    h1: list[LexborNode] = field(default_factory=list)
    times: list[LexborNode] = field(default_factory=list)
    objects: list[dict[str, Any]] = field(default_factory=list)
    props: dict[str, list[LexborNode]] = field(default_factory=dict)
    authors: list[LexborNode] = field(default_factory=list)
    categories: list[LexborNode] = field(default_factory=list)

    def get(self, *names: str) -> str:
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value
        return ""


def _look(tree: LexborHTMLParser) -> _Page:
    root = tree.root
    page = _Page(root)
    if root is None:
        return page
    for node in root.css(_SELECTOR):
        attributes = node.attributes
        tag = node.tag
        prop = attributes.get("itemprop")
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or prop or attributes.get("http-equiv")
            content = attributes.get("content")
            if name and content:
                page.meta.setdefault(name.lower(), []).append(content)
        elif tag == "link":
            page.links.append(((attributes.get("rel") or "").lower(), attributes.get("href") or "", attributes))
        elif tag == "title":
            if not page.title and (node.parent is None or node.parent.tag != "svg"):
                page.title = node.text()
        elif tag == "script":
            if "ld+json" in (attributes.get("type") or ""):
                loaded = _json(node.text())
                if loaded is not None:
                    page.objects.extend(_objects(loaded))
        elif tag == "h1":
            page.h1.append(node)
        elif tag == "time":
            page.times.append(node)
        elif "category" in (attributes.get("rel") or "").split():
            page.categories.append(node)
        elif not prop or "author" in prop:
            page.authors.append(node)
        if prop and tag != "meta":
            for name in prop.split():
                page.props.setdefault(name, []).append(node)
    return page


def metadata(tree: LexborHTMLParser, url: str) -> Metadata:
    """The facts of a page, from wherever they are said, the most reliable place first."""
    page = _look(tree)
    sources: list[tuple[str, str]] = []

    def told(fact: str, where: str) -> None:
        sources.append((fact, where))

    titles = [line(value) for value in (page.get("og:title"), page.get("twitter:title"), page.title) if value]
    h1 = [(node, words(node)) for node in page.h1[:6] if not _in_breadcrumbs(node)]
    story = _story(page.objects, url, [*titles, *(text for _, text in h1)])
    language = _language(tree, page, story)
    site_name = _site_name(page, story, url)
    headline, headlines, where = _headline(page, story, site_name, h1)
    told("headline", where)
    authors, role, where = _authors(page, story, site_name, url)
    told("authors", where)
    published, where = _published(page, story, url, language)
    told("published", where)
    updated = moment(_text(story.get("dateModified")), language) or next(
        (found for name in _DATES_UPDATED if (found := moment(page.get(name), language))), None
    )
    kicker, section_url = _section(page, story, url)
    descriptions = [
        plain_text(value)
        for value in (
            story.get("description"),
            page.get("og:description"),
            page.get("description"),
            page.get("twitter:description"),
        )
        if isinstance(value, str)
    ]
    descriptions = list(dict.fromkeys(filter(None, descriptions)))
    canonical = next((href for rel, href, _ in page.links if rel == "canonical"), "") or page.get("og:url")
    canonical = address.clean(address.join(url, canonical)) if canonical else ""
    body = story.get("articleBody") or story.get("reviewBody") or ""
    body = "\n".join(map(str, body)) if isinstance(body, list) else body
    return Metadata(
        headline=headline,
        headlines=headlines,
        kicker=kicker,
        section_url=section_url,
        description=descriptions[0] if descriptions else "",
        descriptions=tuple(descriptions),
        authors=authors,
        byline_role=role,
        published=published,
        updated=updated if updated and (not published or updated > published) else None,
        language=language,
        canonical=canonical if address.same_site(canonical, url) or not url else "",
        site_name=site_name,
        tags=_tags(page, story),
        paywalled=_paywalled(page, story),
        kind=_kind(page, story),
        body=body if isinstance(body, str) else "",
        picture=address.clean(
            address.join(
                url,
                page.get("og:image", "og:image:url", "twitter:image", "twitter:image:src") or _url(story.get("image")),
            )
        ),
        next_page=next((address.clean(address.join(url, href)) for rel, href, _ in page.links if rel == "next"), ""),
        h1=tuple(text for _, text in h1 if text),
        unsigned=not authors or any(_is_own(name, site_name, url) for name in authors),
        sources=tuple(sources),
    )


def untagged(text: str) -> str:
    """A JSON-LD text without its tags and entities."""
    if "&" in text:
        text = unescape(text)
    return _ANY_TAG.sub("", _TAGS.sub("\n", text)) if "<" in text else text


def told(text: str) -> str:
    """An articleBody as plain text, a line each paragraph."""
    return prose(untagged(text))


def _language(tree: LexborHTMLParser, page: _Page, story: dict[str, Any]) -> str:
    root = tree.root
    given = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root is not None else ""
    given = (
        given
        or page.get("content-language")
        or _text(story.get("inLanguage"))
        or page.get("og:locale", "language", "dc.language")
    )
    found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?\b", given)
    if not found:
        return ""
    parts = [found[1].lower()] + ([found[2].title()] if found[2] else []) + ([found[3].upper()] if found[3] else [])
    return "-".join(parts)


def _site_name(page: _Page, story: dict[str, Any], url: str) -> str:
    name = line(unescape(page.get("og:site_name", "application-name"))) or _text(story.get("publisher"))
    if not name:
        name = next(
            (
                _text(each.get("name"))
                for each in page.objects
                if _types(each) & {"WebSite", "NewsMediaOrganization", "Organization"} and each.get("name")
            ),
            "",
        )
    if not name or len(name) > 60:
        name = address.host(url).removeprefix("www.")
    return name


def _headline(
    page: _Page, story: dict[str, Any], site_name: str, h1: list[tuple[LexborNode, str]]
) -> tuple[str, tuple[str, ...], str]:
    """(the headline, all its wordings, where it came from): the page's own h1 where it is the story's."""
    props = [words(node) for node in page.props.get("headline", ())[:2]]
    given = [
        ("JSON-LD headline", _text(story.get("headline"))),
        ("og:title", plain_text(page.get("og:title"))),
        ("itemprop headline", props[0] if props else ""),
        ("twitter:title", plain_text(page.get("twitter:title"))),
        ("title", plain_text(page.title)),
        ("JSON-LD name", _text(story.get("name"))),
    ]
    given = [(where, text) for where, text in given if text]
    heads = [
        text
        for node, text in h1
        if text and len(text) < 400 and folded(text) != folded(site_name) and not hidden(node.attributes)
    ]
    cut = [(where, without_site(text, site_name, heads)) for where, text in given]
    wordings = tuple(dict.fromkeys([*heads[:1], *(text for _, text in cut if text)]))
    best, best_score = "", 0.0
    for place, text in enumerate(heads):
        score = max((_alike(text, other) for _, other in cut), default=0.4) - 0.02 * place
        if len(heads) > 1 and len(text.split()) == 1 and not WIDE.search(text):
            score -= 0.5  # a section's name stands in many titles too
        if len(heads) == 1:
            score += 0.15
        elif score < 0.3 and place == 0 and len(text.split()) > 4:
            score += 0.2
        if score > best_score:
            best, best_score = text, score
    if best and best_score > 0.3:
        run = "".join(_WORDS.findall(best.casefold()))
        for where, text in cut:
            if len(text) > len(best) and "".join(_WORDS.findall(text.casefold())) == run:
                return text, wordings, where  # the same, with the spaces that the h1 draws by its style
        for where, text in cut:
            if len(text.split()) > 2 and folded(best).endswith(f" {folded(text)}"):
                return text, wordings, where  # the h1 opens with a kicker
        return best, wordings, "h1"
    if cut:
        where, text = cut[0]
        if where == "title" and page.root is not None:
            text = without_site(given[0][1], site_name, [words(node) for node in page.root.css("h2, h3")[:30]])
        return text, wordings, where
    return (heads[0], wordings, "h1") if heads else ("", wordings, "nowhere")


def _in_breadcrumbs(node: LexborNode) -> bool:
    """Whether a heading is the last crumb of a navigation and not the headline of what stands below it."""
    parent = node.parent
    while parent is not None and parent.tag not in ("article", "main", "body"):
        if parent.tag == "nav":
            return True
        parent = parent.parent
    return False


def _alike(one: str, other: str) -> float:
    """How many words two headlines share, 0 to 1 (characters, where a script has no spaces)."""
    first, second = set(folded(one).split()), set(folded(other).split())
    if min(len(first), len(second)) < 3 and WIDE.search(one):
        first, second = set(folded(one).replace(" ", "")), set(folded(other).replace(" ", ""))
    return len(first & second) / max(1, len(first | second))


def _people(value: Any) -> Iterator[tuple[str, bool]]:
    """(name, whether it is an organisation) of a JSON-LD author."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, list):
            yield from _people(each)
        elif isinstance(each, dict):
            name = each.get("name")
            if isinstance(name, list):
                yield from ((plain_text(part), False) for part in name if isinstance(part, str))
                continue
            if not name:
                name = " ".join(part for key in ("givenName", "familyName") if isinstance(part := each.get(key), str))
            if isinstance(name, str) and name:
                yield plain_text(name), "Organization" in " ".join(_types(each))
        elif isinstance(each, str):
            yield plain_text(each), False


def _authors(page: _Page, story: dict[str, Any], site_name: str, url: str) -> tuple[tuple[str, ...], str, str]:
    """(names, role, where): people before organisations, the paper's own name only where nobody else is named."""
    house: tuple[tuple[str, ...], str, str] | None = None

    def kept(found: Iterable[str], where: str, role: str = "") -> tuple[tuple[str, ...], str, str] | None:
        nonlocal house
        all_names = list(dict.fromkeys(filter(None, found)))
        people = tuple(name for name in all_names if not _is_own(name, site_name, url))
        if people:
            return people, role, where
        if all_names and house is None:
            house = tuple(all_names), role, where
        return None

    roles: list[str] = []
    listed: list[str] = []
    for name, organisation in _people(story.get("author") or story.get("creator") or []):
        if organisation:
            listed.append(name)
            continue
        found, role = names(name)
        listed.extend(found)
        if role:
            roles.append(role)
    given = story.get("author")
    people: list[Any] = given if isinstance(given, list) else [given]
    roles.extend(job for each in people if isinstance(each, dict) and (job := _text(each.get("jobTitle"))))
    if result := kept(
        listed, "JSON-LD author", ", ".join(dict.fromkeys(role for role in roles if role.lower() != "author"))[:120]
    ):
        return result
    for where, nodes in (
        ("rel=author", _together(page.authors)),
        ("itemprop author", page.props.get("author", [])),
    ):
        gathered: list[str] = []
        role = ""
        for node in nodes[:8]:
            if _of_a_picture(node) or _of_a_comment(node):
                continue
            named = node.css_first("[itemprop=name]") if where == "itemprop author" else None
            found, said = names(words(named if named is not None else node))
            gathered.extend(found)
            role = role or said
        if gathered and (result := kept(gathered, where, role)):
            return result
    for meta in (
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "cxenseparse:author",
        "mediator_author",
        "twitter:data1",
    ):
        values = page.meta.get(meta, ())
        if meta == "twitter:data1" and not re.search(
            r"written|author|autor|von|par|por", page.get("twitter:label1"), re.IGNORECASE
        ):
            continue
        gathered = []
        role = ""
        for value in values:
            found, said = names(plain_text(value))
            gathered.extend(found)
            role = role or said
        if gathered and (result := kept(gathered, f"meta {meta}", role)):
            return result
    root = page.root
    for node in root.css(_BYLINES)[:20] if root is not None else ():
        text = words(node)
        if 3 < len(text) < 160 and not _of_a_comment(node):
            found, role = names(text)
            if found and len(found) < 8 and (result := kept(found, "byline", role)):
                return result
    if root is not None and (result := kept(_linked_authors(root), "a link to an author's page")):
        return result
    if not house and root is not None:
        text = root.text(separator=" ")
        if any(word in text for word in _SIGNING) and (signed := _SIGNED.search(text)):
            return names(signed[1] or signed[2])[0], "", "a signature in the text"
    return house or ((), "", "nowhere")


@lru_cache(maxsize=1024)
def _is_own(name: str, site_name: str, url: str) -> bool:
    """Is this the paper's own name, or one of its desks?"""
    small = folded(name)
    run = small.replace(" ", "")
    site = folded(site_name).replace(" ", "")
    domain = address.host(url).removeprefix("www.")
    host = domain.split(".")[0]
    return (
        run in (site, host, domain.replace(".", ""))
        or (len(run) > 4 and site.startswith(run))
        or (len(site) > 4 and run.startswith(site))
        or small.split(" ", 1)[0] == host
    )


def others(found: Iterable[str], facts: Metadata, url: str) -> tuple[str, ...]:
    """Names without the paper's own."""
    return tuple(name for name in found if not _is_own(name, facts.site_name, url))


_SIGNED = re.compile(
    r"(?:责任编辑|责编|責任編輯|作者|记者|記者|撰文)\s*[:：/／]\s*([\u4e00-\u9fff·]{2,4}(?:[、，,\s]\s*[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])){0,4})(?![\u4e00-\u9fff])|(?<![가-힣])([가-힣]{3})\s?(?:선임|수습)?기자(?![가-힣])"
)
"""How Chinese and Korean stories are signed where no markup says it."""
_SIGNING = ("责任编辑", "责编", "責任編輯", "作者", "记者", "記者", "撰文", "기자")
"""Without one of these `_SIGNED` finds nothing."""


_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|i)?|auteurs?|autore|by|editors|journalists?|reporters?)/", re.IGNORECASE
)


def _linked_authors(root: LexborNode) -> list[str]:
    """Those named by the first links to authors' pages that stand together."""
    pages = [node for node in root.css("a[href]") if _AUTHOR_PAGE.search(node.attributes.get("href") or "")]
    linked = [node for node in pages[:40] if len(words(node).split()) > 1 and not _of_a_comment(node)]
    home = _grandparent(linked[0]) if linked else 0
    return [name for node in linked[:8] if _grandparent(node) == home for name in names(words(node))[0]]


def _together(nodes: list[LexborNode]) -> list[LexborNode]:
    """The first link to an author, and those that stand beside it; further down the page they sign other stories."""
    linked = [node for node in nodes if "author" in (node.attributes.get("rel") or "").split()]
    if not linked:
        return []
    home = _grandparent(linked[0])
    return [node for node in linked if node.mem_id == linked[0].mem_id or _grandparent(node) == home]


def _grandparent(node: LexborNode) -> int:
    parent = node.parent
    above = parent.parent if parent is not None else None
    return above.mem_id if above is not None else 0


def _of_a_picture(node: LexborNode) -> bool:
    """An author of a picture in the story, and not of the story."""
    parent: LexborNode | None = node
    for _ in range(5):
        if parent is None:
            return False
        if parent.tag in ("figure", "figcaption") or "ImageObject" in (parent.attributes.get("itemtype") or ""):
            return True
        parent = parent.parent
    return False


def _of_a_comment(node: LexborNode) -> bool:
    """Somebody who wrote below the story, and not the story."""
    above: LexborNode | None = node
    for _ in range(12):
        if above is None or above.tag in ("body", "main"):
            return False
        attributes = above.attributes
        own, identity = attributes.get("class") or "", attributes.get("id")
        if COMMENTS & named(f"{own} {identity}" if identity else own):
            return True
        above = above.parent
    return False


def byline(text: str) -> tuple[tuple[str, ...], str]:
    """(names, role) of a line that says who wrote a story ("By Jane Doe"); empty for any other line."""
    return names(text) if len(text) < 120 and _BY.match(line(text)) else ((), "")


def _published(page: _Page, story: dict[str, Any], url: str, language: str) -> tuple[datetime | None, str]:
    for name in ("datePublished", "dateCreated", "uploadDate"):
        if found := moment(_text(story.get(name)), language):
            return found, f"JSON-LD {name}"
    for name in _DATES_PUBLISHED:
        if found := moment(page.get(name), language):
            return found, f"meta {name}"
    for prop in ("datePublished", "dateCreated"):
        for node in page.props.get(prop, ())[:2]:
            attributes = node.attributes
            if found := moment(attributes.get("datetime") or attributes.get("content") or words(node), language):
                return found, f"itemprop {prop}"
    for each in page.objects:
        if not _types(each) & _LIST_TYPES and (found := moment(_text(each.get("datePublished")), language)):
            return found, "JSON-LD datePublished"
    for node in sorted(
        page.times[:12],
        key=lambda each: not ("pubdate" in each.attributes or "publish" in (each.attributes.get("class") or "")),
    ):
        if found := moment(node.attributes.get("datetime") or "", language) or moment(words(node), language):
            return found, "time"
    return None, "nowhere"


def url_date(url: str) -> datetime | None:
    """The day that an address names ("/2021/05/20/"), or None."""
    found = _URL_DATE.search(address.split(url)[2])
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _section(page: _Page, story: dict[str, Any], url: str) -> tuple[str, str]:
    """(the section's name, its address): from JSON-LD, meta, or the last crumb but one."""
    section = story.get("articleSection")
    name = _text(section).split(",")[0] or line(
        unescape(page.get("article:section", "og:article:section", "parsely-section", "section"))
    )
    crumbs: list[tuple[str, str]] = []
    for each in page.objects:
        if "BreadcrumbList" in _types(each) and isinstance(each.get("itemListElement"), list):
            for item in each["itemListElement"]:
                if isinstance(item, dict):
                    target = item.get("item")
                    crumbs.append(
                        (_text(item.get("name")) or _text(target), address.clean(address.join(url, _url(target))))
                    )
    home = {
        "home",
        "startseite",
        "start",
        "accueil",
        "inicio",
        "início",
        "forside",
        "hjem",
        "etusivu",
        "ana sayfa",
        "главная",
        "strona główna",
        "首页",
        "トップ",
        "ホーム",
        "홈",
    }
    crumbs = [
        (text, link)
        for text, link in crumbs
        if text and link and address.key(link) != address.key(url) and folded(text) not in home and len(text) < 40
    ]
    for text, link in crumbs:
        if name and folded(text) == folded(name):
            return text, link
    if not name and crumbs:
        return crumbs[-1] if len(crumbs) < 3 else crumbs[1]
    if not name and page.categories:
        first = page.categories[0]
        return words(first).strip(" -–—|/#"), address.clean(address.join(url, first.attributes.get("href") or ""))
    if len(name) >= 60:
        return "", ""
    for node in page.categories:
        if folded(words(node)) == folded(name):
            return name, address.clean(address.join(url, node.attributes.get("href") or ""))
    return name, ""


def _tags(page: _Page, story: dict[str, Any]) -> tuple[str, ...]:
    found = [line(unescape(value)) for value in page.meta.get("article:tag", ())]
    given: Any = story.get("keywords") or page.get("news_keywords", "keywords", "parsely-tags")
    parts = given if isinstance(given, list) else [given] if given else []
    for part in parts:
        if isinstance(part, str):
            found.extend(line(unescape(each)) for each in re.split(r"[,;،、]", part))
        else:
            found.append(_text(part))
    kept = [tag for tag in found if tag and len(tag) < 60 and not re.match(r"https?:|[\w-]+:[\w/-]+$", tag)]
    return tuple(dict.fromkeys(kept))[:20]


def _paywalled(page: _Page, story: dict[str, Any]) -> bool:
    free = story.get("isAccessibleForFree")
    if isinstance(free, str):
        free = free.strip().lower() not in ("false", "no", "0")
    if free is False:
        return True
    return page.get("article:content_tier", "og:article:content_tier", "content_tier").lower() in (
        "locked",
        "metered",
        "paid",
        "premium",
    )


def _kind(page: _Page, story: dict[str, Any]) -> str:
    given = page.get("og:type").lower()
    kinds = set().union(*(_types(each) for each in page.objects)) if page.objects else set()
    if story or given == "article":
        return "story"
    if "VideoObject" in kinds or given.startswith("video"):
        return "video"
    if "ImageGallery" in kinds:
        return "gallery"
    if kinds & _LIST_TYPES:
        return "list"
    return "page" if given == "website" else ""
