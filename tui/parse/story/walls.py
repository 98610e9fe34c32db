"""Pages that are no story: front pages, walls, films, galleries, and pages that are gone; a sentence for each."""

import re

from selectolax.lexbor import LexborHTMLParser

from tui import address
from tui.blocks import Blocks, Heading
from tui.parse.page.metadata import Metadata
from tui.parse.page.tree import HEADS
from tui.parse.story.boxes import Box

_MISSING = re.compile(
    r"^\W*(?:(?:error\W*)?404\b|.{0,30}\b(?:page|article|story|content) (?:was |could )?(?:not (?:be )?found|(?:does not|doesn.t|no longer) exists?|is (?:no longer|not) available)|not found\W*$|(?:diese )?seite (?:wurde )?nicht gefunden|"
    r"page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden|sidan (?:kunde inte hittas|hittades inte)|siden (?:ble ikke funnet|findes ikke)|sivua ei löyd|"
    r"strona nie (?:została )?znalezion|stránka nenalezena|страница не найдена|сторінку не знайдено|sayfa bulunamadı|الصفحة غير موجودة|ページが見つかりません|页面不存在|페이지를 찾을 수 없)",
    re.IGNORECASE,
)
_SCRIPTS = re.compile(
    r"(?:enable|turn on|activate|requires?|aktivieren|activer|activar|habilit\w{1,12}|attiva\w{0,12}|включите|有効).{0,30}java ?script|java ?script.{0,40}(?:enabled?|required|disabled|aktivier|activ|deaktiviert|désactivé|отключен|無効|有効)",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:accept|agree|consent|zustimm|einwillig|accepter|aceptar|accett|aceitar|akkoord|godkänn|samtyck|akcept|souhlas|принять|согласи|同意).{0,200}(?:cookie|tracking|privacy|datenschutz|confidentialité|privacidad|personenbezogen|partner|werbung)|(?:cookie|datenschutz|privacy).{0,200}(?:accept|agree|consent|zustimm|einwillig|accepter|aceptar|accett|akkoord)",
    re.IGNORECASE | re.DOTALL,
)
_LOGIN = re.compile(
    r"\b(?:log ?in|sign ?in|anmelden|einloggen|se connecter|connexion|iniciar sesión|accedi|entrar|inloggen|logga in|logg inn|zaloguj|přihlásit|войти|giriş yap)\b|ログイン|登录|로그인",
    re.IGNORECASE,
)
_SHORT = 250
"""Characters under which a page's text is looked at for a wall."""


def refusal(
    html: str,
    page: LexborHTMLParser,
    boxes: list[Box],
    kept: Blocks,
    size: int,
    headline: str,
    url: str,
    facts: Metadata,
) -> str:
    """The sentence for a page that is no story, with what can be shown instead; "" for a story.

    `kept` are the blocks found on it, `size` their length in characters, those of scripts that say more in each counted
    three times."""
    if _MISSING.match(headline) and size < 1500 and not facts.published:
        return "The site says that this page does not exist; the feed's own text may still be there."
    if facts.kind != "story" and is_list(page, boxes, kept, size, url, facts):
        return "This page is a list of stories, not a story; its links can be shown instead."
    if size >= _SHORT or (size >= 120 and facts.kind == "story"):
        return ""
    shown = page.body.text(separator=" ")[:20_000] if page.body is not None else ""
    if page.css_first('input[type="password"]') is not None or (
        facts.kind != "story" and _LOGIN.search(shown[:3000]) and size < 80
    ):
        return "This page asks for a login before it shows its story; the feed's own text can be shown instead."
    if facts.kind != "story" and _CONSENT.search(shown):
        return "This page wants consent to cookies before it shows anything; the feed's own text can be shown instead."
    if _SCRIPTS.search(shown) or _SCRIPTS.search(html[:100_000]):
        return "This page shows its story only where JavaScript runs; the feed's own text can be shown instead."
    if facts.kind == "video" or (size < 80 and page.css_first("video, iframe[src*=youtu]") is not None):
        return "This page is a video with no story beside it; it can be opened in the browser."
    if facts.kind == "gallery" or (size < 80 and boxes[0].images > 4):
        return "This page is a gallery of pictures with no story beside it; it can be opened in the browser."
    if size < 40:
        return "No story could be found on this page; the feed's own text or the page's links can be shown instead."
    return ""


def is_list(page: LexborHTMLParser, boxes: list[Box], kept: Blocks, size: int, url: str, facts: Metadata) -> bool:
    """Whether it has more linked headlines than story: a front page, a section, search results."""
    if address.host(url) and not address.split(url)[2].strip("/") and "?" not in url:
        return True
    if facts.kind == "list" and size < 1500:
        return True
    heads = [block for block in kept if isinstance(block, Heading)]
    offered = sum(all(span.href for span in block.spans) for block in heads)
    if facts.published is None and offered >= 4 and offered > 0.5 * len(heads) and size < 200 * offered:
        return True
    linked = sum(
        box.linked > 0.7 * len(box.own) or (box.parent is not None and box.parent.tag == "a")
        for box in boxes
        if box.tag in HEADS and box.own
    )
    if linked >= 8 and size < 600:
        return True
    return (
        size < 450 and facts.kind in ("page", "list") and page.root is not None and len(page.root.css("a[href]")) > 100
    )
