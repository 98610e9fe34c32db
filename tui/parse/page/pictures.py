"""The pictures of a page: the best address of each, and the lines under it."""

import re

from selectolax.lexbor import LexborNode

from tui import address
from tui import text as safe
from tui.blocks import Picture
from tui.parse.page.words import words

_SIZES = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)|-scaled(?=\.\w+$)")
_ICONS = re.compile(
    r"(?:^data:|/(?:1x1|pixel|spacer|blank|transparent|placeholder|loading)[\w-]{0,100}\.(?:gif|png|svg|jpe?g)|\.svg$|gravatar\.com|/icons?/|(?:favicon|sprite|logo)[\w-]{0,100}\.)"
)
_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-full-src",
    "data-large-file",
    "data-orig-file",
    "data-url",
    "data-image",
    "data-hi-res-src",
    "data-src-large",
    "data-native-src",
)
_CANDIDATE = re.compile(r"(?<![^\s,])(\S{0,2000}[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)")
_WIDEST = 2400


def best_picture(node: LexborNode, attributes: dict[str, str | None]) -> str:
    """The address of the largest candidate that an img names, itself or through its picture's sources."""
    best, width = _widest(node, attributes)
    lazy = next((given for name in _LAZY if (given := attributes.get(name)) and not given.startswith("data:")), "")
    source = attributes.get("src") or ""
    drawn = source.startswith("data:")
    if best and (width > _WIDE_ENOUGH or not (lazy or source) or drawn):
        return best
    return lazy or ("" if drawn else source) or best


_WIDE_ENOUGH = 400
"""Pixels of the widest candidate above which it is taken before the one address that every browser knows."""


def _widest(node: LexborNode, attributes: dict[str, str | None]) -> tuple[str, float]:
    """(the address of the widest candidate, its width in pixels) in the srcset of an img and of its picture's
    sources."""
    sets = [attributes.get(name) for name in ("srcset", "data-srcset", "data-lazy-srcset")]
    parent = node.parent
    if parent is not None and parent.tag == "picture":
        sets += [each.attributes.get("srcset") or each.attributes.get("data-srcset") for each in parent.css("source")]
    best, best_width = "", 0.0
    for given in filter(None, sets):
        for url, size, unit in _CANDIDATE.findall(given[:20_000]):
            width = 0.0
            if size.count(".") < 2:
                width = float(size or 1) * (1 if unit == "w" else 1000)  # "2x" is taken for 2,000 pixels
            if best_width < width <= _WIDEST and not url.startswith("data:"):
                best, best_width = url, width
    return best, best_width


_AGENCIES = (
    r"(?:twitter|x|facebook|instagram|youtube|tiktok|telegram|whatsapp|ap|afp|ap photo|reuters|getty(?: images)?|ians|ani|pti|epa|epa-efe|efe|dpa|apa|xinhua|bloomberg|shutterstock|istock|"
    r"pixabay|unsplash|pexels|wikimedia(?: commons)?|wikipedia|flickr|nasa|esa|tass|ria novosti|yonhap|kyodo|bernama|antara|anadolu(?: agency)?|aa|ansa|lusa|belga|anp|ntb|tt|ritzau|pap|čtk|mti|imago|picture alliance|alamy|zuma|upi|cnn|bbc)"
)
_CREDIT_WORDS = re.compile(
    r"^\W*(?:(?:photo(?:graph)?|image|picture|pic|foto(?:grafie)?|bild|credit|source|quelle|fuente|cr[ée]dit[os]?(?: photos?)?|crediti|copyright|photographer|fotograf|fotó|fot\.|zdjęcie|фото|снимка|zdroj|kuva|kuvituskuva|φωτ\.?|사진|写真|صورة|תמונה|צילום|تصویر|फोटो|ภาพ|ảnh)\s*+(?:credits?|by|courtesy(?: of)?|von|de|di|d’|par|av|af|via|:(?=\s*[:：]))?\s*+[:：]\s*|(?:photo(?:graph)?|image|picture)s? (?:by|courtesy(?: of)?|via)\s+|©\s*)",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:(?:(?<!\s)\s+)?[(\[]((?:photo|image|picture|pic|foto|credit|source|courtesy|file|via|©|fot\.|фото)\b[^()\[\]]{0,80}|[^()\[\]]{0,60}\b"
    + _AGENCIES
    + r"(?:/[^()\[\]]{1,50})?|"
    + _AGENCIES
    + r"[^()\[\]]{0,40})[)\]]"
    r"|(?<=\S)\(([^()\s][^()]{1,30})\)(?<!\s)"
    r"|(?<![\s|./])[\s|./]+((?:(?:photo(?:graph)?|image|picture|foto|bild|credit|source|quelle|fuente|cr[ée]dit[os]?(?: photos?)?|copyright|фото|写真|사진|صورة|צילום)\s*+(?:credit|by)?\s*+[:：]|©|(?:photo(?:graph)?|image)s? (?:by|courtesy)\s)[^.]{2,80}))\s*\.?$",
    re.IGNORECASE,
)

_MAY_CREDIT = re.compile(r"[)\]:：©]|[eEhHoO][sS]? (?:[bB][yY]|[cC][oO][uU][rR])")
"""Without one of these no caption ends in a credit."""


def credited(caption: str) -> tuple[str, str]:
    """(caption, credit) of a caption that ends in a credit: "… (Photo: Jane Doe)", "… Photo by Jane Doe/AP", "…
    Lavrov(Twitter)"."""
    found = _CREDITED.search(caption) if _MAY_CREDIT.search(caption) else None
    if not found:
        return caption, ""
    if found[2] and caption[found.start() - 1 : found.start()].isspace():
        return caption, ""
    return caption[: found.start()].rstrip(" |/"), next(filter(None, found.groups()), "").strip()


def captioned(node: LexborNode) -> tuple[str, str]:
    """(caption, credit) of a picture."""
    below = node.css_first("figcaption, .wp-caption-text, .caption, [itemprop=caption]")
    maker = node.css_first(
        "[class*=credit], [class*=copyright], [class*=photographer], [itemprop=copyrightHolder], [itemprop=author]"
    )
    credit = words(maker) if maker is not None else ""
    caption = words(below) if below is not None else ""
    if credit and len(credit) < 150 and credit != caption:
        if caption.endswith(credit):
            caption = caption[: -len(credit)]
        elif caption.startswith(credit):
            caption = caption[len(credit) :]
        caption = caption.strip(" |/–—-·•")
    elif credit == caption and maker is not None and below is not None and maker.mem_id != below.mem_id:
        caption = ""
    else:
        caption, credit = credited(caption)
    return caption, _CREDIT_WORDS.sub("", credit).strip(" ()[]|/:–—-©")


def picture_of(node: LexborNode, base: str) -> Picture | None:
    """The picture of an img, by its best candidate; None for icons and counters."""
    attributes = node.attributes
    for side in ("width", "height"):
        given = (attributes.get(side) or "").removesuffix("px")
        if given.isascii() and given.isdigit() and len(given) < 6 and int(given) < 60:
            return None
    source = best_picture(node, attributes)
    url = address.clean(address.join(base, source)) if source else ""
    if not url or _ICONS.search(url.lower()):
        return None
    return Picture(url, alt=safe.line(attributes.get("alt") or ""))


def same_picture(url: str) -> str:
    """What the addresses of one picture in several sizes have in common."""
    return _SIZES.sub("", url.partition("?")[0])


_LATE = ("data-bg", "data-background", "data-background-image", "data-src", "data-original", "src")
_LATE_NODES = "[role=img], [data-bg], [data-background], [data-background-image], [data-src], amp-img, a-img"
_SENTENCE = re.compile(r"\S++\s++\S++\s++\S++\s.*[.!?…。！？”\"]$", re.DOTALL)


def late_picture(node: LexborNode, base: str) -> tuple[str, str]:
    """(address, description) of a picture that a script adds to a figure; "" for what the page does not say."""
    for each in node.css(_LATE_NODES):
        attributes = each.attributes
        url = next((given for name in _LATE if (given := attributes.get(name)) and not given.startswith("data:")), "")
        alt = safe.line(attributes.get("aria-label") or attributes.get("alt") or "")
        if url or alt:
            return (address.clean(address.join(base, url)) if url else ""), alt
    return "", ""


def tells_more(title: str, alt: str) -> bool:
    """Whether a picture's title is a sentence of its own (a comic's second joke), and not the name of a file or of what
    the picture shows."""
    said = title.strip()
    return 20 <= len(said) < 1_000 and said != alt.strip() and _SENTENCE.match(said) is not None
