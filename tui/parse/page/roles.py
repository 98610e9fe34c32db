"""The names that pages give to what surrounds a story, and the lines that they write there: by class and id, and by the
words themselves."""

import re
from functools import lru_cache
from itertools import filterfalse

from tui.parse.dates import moment
from tui.parse.page.openings import Openings
from tui.parse.words import interruptions, moments, split

JUNK = 1
"""Named as something that stands around a story: sharing, comments, newsletters, advertisements, teasers."""
BODY = 2
"""Named as the text of a story."""
LEAD = 4
"""Named as a standfirst."""
CAPTION = 8
"""Named as what stands under a picture."""
BYLINE = 16
"""Named as who wrote it, or when."""
PAYWALL = 32
"""Named as what subscribers see."""
INTRO = 64
"""Named as a beginning: a standfirst where it stands before the story, else the story's first paragraph."""

HIDDEN = 128
"""Named as there for a screen reader's ear, not for the eye."""
CONSENT = 256
"""Named as what asks for consent to cookies, however long it is."""
COMMENTS = 512
"""Named as what readers wrote below, however long it is."""
GALLERY = 1024
"""Named as a series of pictures."""
LOOSE = 2048
"""Named as a list of contents, or as a widget with some text: clutter, but for one amid the story with prose in it,
since parts of a story are also named as what the list of contents leads to, and set into widgets by page builders."""

_HASHES = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9]+[A-Za-z])[A-Za-z0-9]+")
"""What build tools and editors number elements by ("eefe4ad"): letters behind figures are no words."""
NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
"""A word of a class or an id, however its words are joined: with signs, or by capitals."""

_JUNK_TOKENS = frozenset(
    "share shares sharing sharebar sharebox sharetools sharelinks sharethis sharer addthis addtoany social socials socialshare newsletter newsletters newsletterbox newsletterform newslettersignup newsletterteaser"
    " subscribe subscription subscriptions signup promo promos promotion promoted promobox advert adverts advertisement advertisements"
    " advertising ad ads adv adbox adslot adunit dfp gpt sponsor sponsored sponsors outbrain taboola zergnet revcontent mgid plista teads"
    " breadcrumb breadcrumbs crumbs nav navigation navbar menu menus submenu toolbar footer foot sidebar"
    " sidebars rail comments commenting disqus respond replies discussion related relateds recommended recommendation recommendations"
    " recommends recirc recirculation popular trending mostread mostpopular topstories moreon morefrom readmore readnext upnext nextup pagination"
    " pager paging pagenav taglist tagcloud keywords rating ratings feedback printonly popup popover modal overlay"
    " lightbox login register registration skiplink teaser teasers carousel copyright donate donation donations banner masthead ticker"
    " comments comment jetpack yarpp flyout interstitial whatsapp telegram cta disclaimer disclaimers infobox factbox poll polls crosslink crosslinks"
    " readalso alsoread seealso relatedposts relatedarticles backlink sharedaddy wpcnt piano tinypass"
    " abh molongui saboxplugin beyondwords readspeaker speechkit tts"
    " mostviewed shariff bookmark bookmarks relacionadas relacionados verwandt lesermeinungen kommentare commentaires comentarios".split()
)
_LOOSE_TOKENS = frozenset(("toc", "textwidget"))
_CONSENT_TOKENS = frozenset(
    "cookie cookies consent gdpr onetrust didomi usercentrics cookiebot truste sourcepoint cookiebanner cookienotice".split()
)
_BYLINE_TOKENS = frozenset(
    "byline bylines author authors authorbox authorbio bio timestamp pubdate timeago dateline metadata datetime publishdate autor autoren date datum published pubdatetime lastupdated posttime".split()
)
_CAPTION_TOKENS = frozenset(
    "caption captions credit credits figcaption photocredit imagecredit bildunterschrift legend legende epigrafe epígrafe".split()
)
_JUNK_PAIRS = frozenset(
    "most_read also_read read_also read_more read_next more_from more_on see_also up_next dont_miss editors_picks may_like might_like latest_news"
    " top_stories other_news more_stories more_news sign_up article_footer entry_footer post_footer next_article prev_article previous_article"
    " post_navigation article_tags post_tags entry_tags story_tags tags_links tag_list reading_time skip_link follow_us google_news back_top load_more"
    " table_contents screen_reader press_contact media_contact comment_list comment_form comments_area article_tools story_tools app_promo"
    " inline_link story_link article_links related_links more_links content_hub mobile_app app_download"
    " support_us audio_player trinity_audio trinity_player read_aloud"
    " fact_box info_box summary_box link_box linked_box page_links page_link post_pages page_numbers".split()
)
_AUTHOR_PAIRS = frozenset(
    "author_info about_author author_bio writer_profile writer_info reporter_info journalist_info".split()
)
_BYLINE_PAIRS = frozenset(
    "article_meta entry_meta post_meta story_meta meta_info post_info article_info article_date post_date entry_date publish_date published_date article_time post_time story_info news_info art_info".split()
)
_LEAD_TOKENS = frozenset(
    "standfirst subtitle subtitel subtitulo subheadline subhead subheading deck dek lead lede leadtext leadin excerpt"
    " summary synopsis abstract chapo chapeau chapô entradilla bajada copete sottotitolo sommario occhiello preamble manchet perex"
    " anleser vorspann einleitung teasertext lidtext lid zajawka spot ozet spoiler linha-fina linhafina underrubrik manchette resumo bigode".split()
)
_INTRO_TOKENS = frozenset("intro introduction introtext ingress description".split())
_LEAD_PAIRS = frozenset(
    "sub_title sub_heading sub_headline sub_head article_desc article_description post_description linha_fina under_title news_lead article_summary".split()
)
_GALLERY_TOKENS = frozenset(
    "gallery galleries slideshow slideshows galerie bildergalerie fotostrecke bilderstrecke diaporama galeria galería galleria fotogalerie fotogaléria".split()
)
_COMMENTS = re.compile(r"comment(?!a(?!ire)|ed|er)|kommentar(?!e?sma)|comentari|disqus|lesermeinung|leserbrief")
"""How names begin that say so; a commentary is a story."""
_FRAMING = frozenset(
    "with has have no not without is are hide show enable enabled disable disabled js below above after before".split()
)
"""Words before which a name says how the whole page is, not what this element is ("with-sidebar")."""
_FRAMED = frozenset("enabled disabled open closed loaded active allowed free".split())
"""Words after which it does so too ("ads-enabled")."""

_STYLED = ("has-", "wp-elements-")
"""How names begin that only say how an element is set (WordPress: "has-large-font-size"); one with a colon only says
when it is set so (Tailwind: "banner:hidden")."""

_BODY_NAMES = re.compile(
    r"(?:article|story|post|entry|news|content|main|text|detail|single|node|field|blog|page|art)[_-]*(?:body|content|text|copy|main-?text|richtext|fulltext|paragraphs?|txt)(?![a-z]*(?:wrap|header|footer|image|media|title))"
    r"|(?:body|content)[_-]*(?:copy|text|article|body|content|main)|articlebody|rich-?text|wysiwyg|td-post-content|\bprose\b|text-?body|caas-body|field--?name--?body|meteredcontent|newstext"
)
HIDDEN_NAMES = re.compile(
    r"(?:^|[\s_-])(?:screen-?reader(?:-text|-only)?|visually-?hidden|sr-?only|a11y-hidden|offscreen|assistive-text)(?:$|[\s_-])"
)
_PAYWALL_NAMES = re.compile(
    r"paywall|regwall|premium|locked|subscriber|piano|metered|article[_-]?body|entry-content|story[_-]?body"
)
_TELLING = re.compile(
    "body|content|text|copy|paragraph|txt|wysiwyg|prose|paywall|regwall|premium|locked|subscriber|piano|metered"
    "|screen|hidden|only|a11y|assistive"
)
"""Without one of these none of the three patterns above finds anything; all four meet names in lower case."""
_SHORTEST = 5
"""Characters of the shortest name that one of the three finds something in."""


_MEANINGS = (
    (JUNK, _JUNK_TOKENS | _JUNK_PAIRS),
    (JUNK | CONSENT, _CONSENT_TOKENS | {"ot_sdk"}),
    (JUNK | BYLINE, _AUTHOR_PAIRS),
    (CAPTION, _CAPTION_TOKENS),
    (BYLINE, _BYLINE_TOKENS | _BYLINE_PAIRS),
    (LEAD, _LEAD_TOKENS | _LEAD_PAIRS),
    (GALLERY, _GALLERY_TOKENS),
    (LOOSE, _LOOSE_TOKENS),
    (INTRO, _INTRO_TOKENS),
)
"""What words and pairs of words mean, those first that count most."""
_NO_RANK = len(_MEANINGS)
_RANKS = {word: rank for rank, (_, words) in reversed([*enumerate(_MEANINGS)]) for word in words}
_VOCABULARY = {word.rpartition("_")[2] for word in _RANKS} | {"size"}
"""The words without which a name means none of these."""


def tokens(names: str) -> set[str]:
    """The words of a class or id: "siteHeader_main-nav" is {site, header, main, nav}."""
    return {*map(str.lower, NAME_WORD.findall(names)), *names.lower().split()}


@lru_cache(maxsize=16384)
def named(names: str) -> int:
    """What an element's class and id say about it: the flags above, combined."""
    flags = 0
    for name in names.split():
        flags |= _said_by(name)
    return flags


@lru_cache(maxsize=16384)
def _said_by(name: str) -> int:
    """What one name says, kept because a page repeats the same few names in many combinations."""
    lower = name.lower()
    if lower.startswith(_STYLED) or ":" in lower:
        return 0
    flags = _said_by_the_whole(lower) if len(lower) >= _SHORTEST and _TELLING.search(lower) else 0
    spaced = lower.replace("-", " ").replace("_", " ")
    if (
        lower.isascii() and spaced.replace(" ", "").isalpha()
    ):  # as most names are: the same words at a tenth of the cost
        tokens = spaced.split() if name == lower else " ".join(NAME_WORD.findall(name)).lower().split()
    else:
        tokens = " ".join(NAME_WORD.findall(_HASHES.sub(" ", name))).lower().split()
    of_comments = (
        "omment" in lower or "omentari" in lower or "disqus" in lower or "leser" in lower
    ) and _COMMENTS.search(lower) is not None
    if not of_comments and _VOCABULARY.isdisjoint(tokens):
        return flags
    last = len(tokens) - 1
    before = ""
    for place, token in enumerate(tokens):
        pair = f"{before}_{token}"
        rank = min(_RANKS.get(token, _NO_RANK), _RANKS.get(pair, _NO_RANK))
        if place == last and pair in ("text_size", "font_size"):
            rank = 0
        if (rank < _NO_RANK or of_comments) and not (
            before in _FRAMING or (place < last and tokens[place + 1] in _FRAMED)
        ):
            if rank < _NO_RANK:
                flags |= _MEANINGS[rank][0]
            if of_comments and _COMMENTS.match(token):
                flags |= JUNK | COMMENTS
        before = token
    return flags


def _said_by_the_whole(lower: str) -> int:
    """What a name says by more than its words: hidden, the text of a story, what subscribers see."""
    flags = HIDDEN if HIDDEN_NAMES.search(lower) else 0
    if _BODY_NAMES.search(lower):
        flags |= BODY
    return flags | PAYWALL if _PAYWALL_NAMES.search(lower) else flags


# -- lines ------------------------------------------------------------------------------------------------------

LONGEST = 320
"""Characters of a line that could be clutter by its words; longer ones are read as prose."""

_WHOLE = re.compile(
    r"\W*(?:"
    r"ads?|adverts?|advertisements?|advertisement\W+.{0,40}|sponsored(?: content)?|promoted|paid (?:content|post)|(?:story|article) continues (?:below|after)(?: (?:this )?(?:advert|advertisement|ad|promotion|newsletter promotion))?|continue reading(?: below)?.{0,30}|scroll (?:down )?to continue.{0,40}|skip (?:advert(?:isement)?|ad|promotion|past newsletter promotion)|after newsletter promotion|"
    r"anzeige|werbung|hirdetés|publicitate|oglas|انتهای پیام|publicité|publicidade?|externer inhalt|contenu externe|empfehlung der redaktion|symbol(?:bild|foto)|pubblicità|advertentie|annons|annonse|annonce|reklam[ae]?|mainos|реклама|реклам|ilan|διαφήμιση|إعلان|اعلان|פרסומת|תוכן ממומן|広告|広告の後に.*|广告|廣告|광고|iklan|quảng cáo|โฆษณา|विज्ञापन|বিজ্ঞাপন|matangazo|"
    r"comments?|\d+ (?:comments?|likes?|views|replies)|leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|view comments|kommentare?|commentaires?|comentarios?|commenti|reacties|kommentarer|kommentit|komentarze|комментарии|コメント|评论|댓글|"
    r"share(?: this)?(?: (?:article|story|post|page))?(?: on .{3,40})?|share|tweet|print|(?:print|pin|rate|save)(?: this)? recipe|email|(?:artikel |beitrag )?teilen|partager|réagir(?: à cet article)?|signaler|compartir|compartilhar?|compartilhe|sdílet|zdieľať|поширити|deel(?: dit)? artikel|diskuse|diskusia|vstoupit do diskuse|condividi|delen|del[ae]?(?: (?:artikeln|artiklen|saken))?|jaa(?: artikkeli)?|distribuie|megosztás|сподели|pod(?:ij)?eli|שתפו|chia sẻ|点赞|举报|udostępnij|поделиться|paylaş|シェア|分享(?:让更多人看到|到.{0,10})?|공유|"
    r"loading\.*|table of contents|contents|jump to.{0,30}|back to top|go to ?top|page \d+ (?:of|/) \d+|tags|filed under|#\S{1,40}(?:\s+#\S{1,40})+|bonus video|画像ギャラリー|schlagw(?:ö|o)rter|etiquetas|marcadores|mots-clés|теги|タグ|标签|標籤|태그|read (?:more|next|full (?:story|article))|more|see more|show more|view (?:all|more|larger(?: map| image| picture)?)|©.{0,80}|(?:je )?[sm][’'](?:inscri(?:re|s)|abonne[r]?)|click to (?:expand|enlarge|play|share).{0,20}|tap to (?:play|unmute).{0,10}|play video|watch(?: now| video)?|(?:view|ver|voir|visualizza|bekijk|zobacz|se|lihat) (?:this|esta|essa|cette|questo|dit|ten|dette|denne|detta) (?:post|photo|foto|publicación|publicação|publication|bericht|indlæg|innlegg|inlägg)(?: \w+)? instagram\w*|sieh dir diesen beitrag auf instagram an|bu gönderiyi instagram'da gör|lihat postingan ini di instagram|посмотреть эту публикацию в instagram|この投稿をinstagramで見る|instagram에서 이 게시물 보기|video|audio|gallery|photos?|slideshow|"
    r"listen(?: to (?:this )?(?:article|story))?.{0,30}|\d+ min(?:ute)?s?(?: read| listen)?|save(?: story| article| this story)?|follow|subscribe|sign up|log ?in|register|learn more|"
    r"all rights reserved\.?|text size|font size|captions?|(?:[\d\W]|of)+|(?:reading time|tempo de leitura|tiempo de lectura|temps de lecture|tempo di lettura|lesezeit|lesedauer|leestijd|okuma süresi|czas czytania).{0,30}|(?:www\.)?(?:twitter|facebook|instagram|x)\.com/\S+|top|undo|close|menu|search|previous|next|newsletter|"
    r"dieses thema im programm:?.{0,200}|mehr zum thema|mehr lesen|weiterlesen|lire aussi|lire la suite|leer más|ver más|seguir leyendo|leggi anche|leia mais|lees meer|läs mer|les også|czytaj więcej|читать далее|devamını oku|続きを読む|もっと見る|查看更多|더보기"
    r")\W*"
)
"""What a whole line can be and be no part of any story; in lower case, as the line is when it meets this and the next
ones."""

_OPENS = re.compile(
    r"\W*(?:"
    # newsletters, subscriptions, apps, following
    r"\[/?\w[^\]]*\].{0,200}\]$|get .{3,60} delivered|(?:additional|with) reporting (?:by|from)\b.{0,120}$|subscribe (?:to|now|here|today|for)\b|sign[ -]?up (?:to|for|here|now|below)\b|click here (?:to|for)\b|click (?:to|on the)\b.{0,40}(?:subscribe|sign|download|read)|get (?:the latest|our|all the|more|breaking|your|unlimited).{0,80}(?:inbox|newsletters?|alerts?|delivered|app\b|email|whatsapp|notifications?|news)|join (?:our|us|the).{0,60}(?:whatsapp|telegram|newsletter|channel|community|group|list)|download (?:the|our).{0,40}app\b"
    r"|follow (?:us|.{2,40}) (?:on|at) (?:twitter|x\b|facebook|instagram|google|telegram|whatsapp|tiktok|youtube|linkedin|threads|bluesky|social)|follow .{2,80}(?:facebook|twitter|instagram).{0,60}$|like us on|find us on|(?:you can )?(?:contact|email|e-mail|reach|write to) .{2,80}(?:@| at )\S+|want (?:more|the latest|to (?:read|get|see)).{0,100}(?:newsletter|sign up|subscribe|inbox|click|app\b)|this (?:article|story|content|post|piece|report) is (?:available (?:only )?to|for subscribers|only)"
    r"|(?:have|do you have) (?:a|an|any) (?:story|tip|news|question|confidential|comment)|got a (?:story|tip|news)|send (?:us|your).{0,80}(?:tips?|letters?|comments?|questions?|stories|review)|let us know (?:what|in|your|how)|tell us (?:what|which|your|in)|what do you think\b.{0,60}$|like this (?:story|article)|if you (?:enjoyed|liked|like) this (?:article|story|post)|share your (?:thoughts|views)|"
    # money and law
    r"(?:this|the|our) (?:article|post|page|story|site|website|content) (?:may )?contains? (?:affiliate|sponsored)|(?:if|when) you (?:buy|purchase|click).{0,120}(?:commission|affiliate|earn)|we (?:may|might|could|can|will)?\s*(?:receive|earn|get|use).{0,60}(?:commission|affiliate)|ftc: we use|"
    r"(?:all )?material (?:subject|may not)|this material may not be|the (?:times|post|guardian) is committed to|"
    # reporting credits
    r"(?:photographs?|photography|illustrations?|graphics?|videos?) by\b.{0,200}$|"
    r"photo(?:graph)?s?(?: (?:credits?|courtesy|by|via))?\s*[:：]|images?(?: credits?| courtesy| by)?\s*[:：]|pictures?(?: credits?)?\s*[:：]|credits?\s*[:：]|source\s*[:：]|our standards\s*[:：]|(?:featured|main|top|header|lead) (?:image|photo|picture)\b|file (?:photo|image|pic)|"
    r"(?:tags?|tagi|etiquetas|etiketler|etichete|argomenti|mots[- ]clés|теги|тагове|תגיות|برچسب‌ها|टैग्स)\s*[:：]|filed under|topics?\s*[:：]|categor(?:y|ies)\s*[:：]|keywords?\s*[:：]|published\s*[:：]|posted (?:on|by|in)\b.{0,80}$|(?:page )?last (?:updated|modified|reviewed)\b.{0,80}$|reviewed in \d{4}$|updated\s*(?:[:：]|on|at)\b.{0,60}$|sources?\s*[:：]|"
    # what WordPress's own themes write below a post: where it is filed
    r"(?:this entry was posted|dieser (?:eintrag|beitrag) wurde|der beitrag wurde am|(?:cette entrée|ce contenu) a été publiée?|esta entrada (?:fue publicada|se publicó)|questa voce è stata pubblicata|(?:esta entrada|este artigo) foi publicad[ao]|dit bericht (?:is|werd) geplaatst|det här inlägget postades|dette innlegget ble|dette indlæg blev|ten wpis został|wpis opublikowano|запись опубликована)|"
    # scripts and walls
    r"(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)|(?:javascript|cookies) (?:is|are|must)|your browser (?:does not|doesn't)|this (?:video|content|feature) (?:is|has been|can ?not|isn't).{0,60}(?:available|loaded|hosted|provided|blocked)|we(?:'re| are) (?:sorry|experiencing)|already a (?:subscriber|member)|(?:you have|you've) (?:reached|read|used).{0,60}(?:articles|limit)|(?:sie haben|du hast|vous avez|(?:has|ha) leído|hai letto|(?:você|já) leu|je hebt|du har|olet lukenut).{0,30}\d.{0,20}(?:artikel|article|artículo|articol|artigo|artikl|artikkel|juttu)|to (?:continue|keep) reading|create (?:a|your) free account|"
    # German
    r"(?:bild|titelbild|beitragsbild|aufmacherbild|foto|fotos|grafik|illustration|video|bildrechte|bildquelle|fotocredit|quelle|quellen)(?:rechte)?\s*[:：]|(?:abonnieren|folgen|melden) sie|(?:hier|jetzt) (?:abonnieren|anmelden|kostenlos|zum newsletter|weiterlesen|lesen sie)|newsletter\s*[:：]|folgst? (?:du|sie) (?:uns|schon)|folge(?:n sie)? uns|(?:mit|mit material) (?:von|der) (?:dpa|afp|reuters|apa)|mit dpa-material|(?:dieser|der) (?:artikel|text|beitrag|inhalt) (?:erschien|ist (?:zuerst|erstmals|mit)|wurde (?:zuerst|am|ursprünglich|aus))|mehr (?:zum thema|zu diesem thema|dazu|informationen|news|aus)\b.{0,100}$|lesen sie (?:auch|hier|mehr|dazu|jetzt|weiter)|(?:ein klick|zustimmen|an dieser stelle|empfohlener) .{0,60}(?:datenschutz|inhalt|externe)|(?:stand|aktualisiert|veröffentlicht)\s*[:：]|transparenzhinweis|hinweis der redaktion|(?:sie|du) (?:möchten|wollen|willst).{0,60}(?:newsletter|abonnieren)|hast du .{0,60}(?:hinweis|fehler)|dieses thema im programm|über dieses thema berichtete|redaktion(?:elle mitarbeit)?\s*[:：]|"
    # French, Spanish, Italian, Portuguese, Dutch
    r"abonnez-vous|inscrivez-vous|(?:recevez|découvrez) (?:notre|nos|la|les|chaque).{0,60}(?:newsletter|lettre|alertes?)|suivez[- ](?:nous|l)|crédits? ?(?:photo)?\s*[:：]|photo\s*[:：]|(?:à |a )?lire (?:aussi|également|la suite)|publié le\b.{0,60}$|mis à jour\b.{0,60}$|"
    r"(?:suscríb|suscrib|regístr|apúnt)\w+ |síg[ua]e?(?:nos|me)|sigue (?:toda|leyendo|nuestr)|(?:recibe|reciba) (?:nuestr|las|en tu)|(?:lea|lee|leer|ver|vea|mira) (?:también|además|más)\b|foto(?:s|grafía)?\s*[:：]|(?:imagen|fuente)\s*[:：]|publicado (?:el|en)\b.{0,60}$|actualizado\b.{0,60}$|te puede interesar|más información\b.{0,100}$|"
    r"iscriviti|abbonati|segui(?:ci)? |leggi (?:anche|tutto|qui|di più)|(?:fonte|immagine)\s*[:：]|riproduzione riservata|©? ?riproduzione|assine|inscreva-se|siga |leia (?:também|mais)|veja (?:também|mais)|receba |(?:crédito|imagem)\s*[:：]|publicado em\b.{0,60}$|atualizado em\b.{0,60}$|"
    r"(?:meld je|schrijf je|abonneer)\b|volg ons|lees (?:ook|meer|verder)|(?:bron|beeld|foto)\s*[:：]|"
    # Nordic, Polish, Czech, Russian, Turkish and further
    r"(?:läs|les|læs) (?:mer|också|även|også|mere)\b|(?:bild|foto|kilde|källa|lähde|kuva)\s*[:：]|(?:prenumerera|abonner|abonnér) |följ |lue (?:myös|lisää)|tilaa |"
    r"(?:źródło|fot\.|zdjęci[ea]|foto)\s*[:：]|fot\. |czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również)|(?:zapisz się|subskrybuj)|(?:čtěte|přečtěte|sledujte)(?: si)? (?:také|též|i|více|nás)|(?:zdroj|foto|autor)\s*[:：]|"
    r"(?:фото|источник|читайте|подписывайтесь|подпишитесь|смотрите|автор|редактор)(?: также| нас| на)?\s*[:：]|(?:читайте|смотрите) (?:также|ещё|еще|в)|подписывайтесь|подпишитесь|(?:читайте також|фото|джерело)\s*[:：]|"
    r"(?:kaynak|haber kaynağı|fotoğraf|haber|източник|снимка|nguồn|ảnh|منبع|সূত্র|ที่มา|ภาพ)\s*[:：]|abone ol|takip ed|(?:πηγή|φωτ(?:ο|ογραφία)?|διαβάστε (?:επίσης|ακόμα))|"
    # Asian scripts, Arabic, Hebrew, Hindi
    r"(?:写真|撮影|画像|出典|提供|関連記事|あわせて読みたい)\s*[:：=＝]|(?:有料会員|会員登録|無料会員|この記事は(?:有料|会員限定))|記事提供\s*[:：]|※写真は|[＜<〈\[]関連記事|(?:この記事を書いた|筆者)|【(?:写真|画像|動画|関連)|(?:责编|責編|编辑|編輯|责任编辑|責任編輯|记者|記者|来源|來源|图|圖|原标题|审核|校对|相关阅读|延伸阅读|延伸閱讀)\s*[:：丨｜|/]|点击(?:上方|下方).{0,20}(?:蓝字|关注|名片)|(?:点个|点亮).{0,6}在看|[(（](?:责任)?(?:责编|编辑|責任編輯|责任编辑)[:：]?.{0,40}[)）]|(?:사진|출처|글|관련기사|기자)\s*[=:：]|[▶☞◎].{0,40}(?:제보|구독|채널|@)|版权声明|欢迎关注|"
    r"(?:اقرأ|إقرأ|اقرا|شاهد|طالع)(?: أيضا| أيضًا| ايضا| المزيد)|(?:صورة|المصدر|تحرير)\s*[:：]|(?:צילום|קראו (?:גם|עוד)|לקריאה נוספת)|(?:यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|फोटो)|(?:আরও পড়ুন|ছবি)\s*[:：]?"
    r")"
)
"""How lines begin that are no part of a story, though they may be whole sentences."""
_RESERVED = re.compile(r"\W*.{0,80}(?:무단 ?전재|재배포 금지)")
_CONTRIBUTED = re.compile(r"\W*.{2,90}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,60}$")
_AFFILIATE = re.compile(r"\W*.{0,40}affiliate (?:links?|commission)s?\b.{0,120}$")
_EARNS = re.compile(
    r"\b(?:(?:we|i)\b.{0,40}?\b(?:earn|receive|get|make)|earn us)\b.{0,60}?\b"
    r"(?:commissions?|small percentage|compensation|qualifying purchases)\b"
)
_BOUGHT = re.compile(r"\b(?:buy|purchas\w+|click|affiliate|links)\b")
"""What a line says of money that an outlet gets for what its readers buy, however it begins: on dev2 eight publishers
say it outside their story, and five in what its truth takes for the story."""

_INVITES = re.compile(
    r"\bsign[ -]?up\b.{0,80}\b(?:newsletter|inbox)\b|\bsubscribe to (?:our|the|my)\b.{0,30}\bnewsletter\b"
    r"|\bnewsletter\b.{0,120}\b(?:sign[ -]?up|subscribe|anmelden|abonnieren|abonne[zr](?:-vous)?|inscri\w+|suscr\w+|iscri\w+)"
    r"(?: (?:here|now|today|below|for free|ici|aquí|qui))*\W*$"
)
"""How a line asks to be sent something, however it begins. Five publishers of dev2 write one outside their story, none
in it."""

_UNFILLED = re.compile(
    r"\{\{.{0,200}\}\}$|\{%.{0,200}%\}$|\[[\w-]+(?: [\w-]+=.{1,200}|:\S[^\]]{0,200})\]$|loading(?: \w+){0,2} ?(?:\.{3}|…)$|lorem ipsum\b",
    re.DOTALL,
)
"""What a page's software left as it was: fields and shortcodes, what a script would load, text that only fills. Of both
page sets five publishers show some, in the truth of none."""
_INTERRUPTIONS = (
    (interruptions.GOES_ON, 110),
    (interruptions.ASKS, 110),
    (interruptions.MISTAKES, 110),
    (interruptions.EMBEDS, LONGEST),
    (interruptions.SHARES, 110),
)
"""Lines of the page, and how long they are at most, in characters."""
_OF_THE_PAGE = tuple((Openings(table), longest) for table, longest in _INTERRUPTIONS)
_BEGINNINGS = frozenset(phrase[:3] for table, _ in _INTERRUPTIONS for phrase in split(table))
_SIGNS = " -–—»>▼↓([·•¿"

_PHONE_OR_MAIL = re.compile(
    r"^\W{0,40}(?:e-?mail|mail|tel|phone|twitter|@\w{1,80}|[\w.+-]{1,80}@[\w-]{1,80}\.[\w.]{1,80})[\s:：]*+(?:[\w.+@-]{1,80})?\W*$"
)


@lru_cache(maxsize=2048)
def is_clutter(text: str) -> bool:
    """Whether this is a line that pages put around or between a story's paragraphs, judging by its words alone."""
    if len(text) > LONGEST:
        return False
    text = text.lower()
    return bool(
        _is_whole(text)
        or _OPENS.match(text)
        or is_of_the_page(text)
        or (("전재" in text or "재배포" in text) and _RESERVED.match(text))
        or ("contributed " in text and _CONTRIBUTED.match(text))
        or ("affiliate " in text and _AFFILIATE.match(text))
        or _is_of_gain(text)
        or (("newsletter" in text or "inbox" in text) and _INVITES.search(text))
        or (len(text) < 80 and _PHONE_OR_MAIL.match(text))
    )


def _is_of_gain(low: str) -> bool:
    """Whether a line says what an outlet earns by what its readers buy; most are ruled out by their words."""
    if not ("commission" in low or "percentage" in low or "compensation" in low or "qualifying" in low):
        return False
    return _BOUGHT.search(low) is not None and _EARNS.search(low) is not None


def _is_whole(low: str) -> bool:
    """Whether the whole line is one of those around stories. A question is not ("Video?")."""
    return len(low) < 260 and low[-1:] not in "?？" and _WHOLE.fullmatch(low) is not None


def is_of_the_page(low: str) -> bool:
    """Whether nobody wrote this line, in lower case, for this story, sentence or not."""
    if low[:1] in "{[l" and _UNFILLED.match(low):
        return True
    if len(low) > LONGEST or low.lstrip(_SIGNS)[:3] not in _BEGINNINGS:
        return False
    return any(len(low) <= longest and table.begins(low) for table, longest in _OF_THE_PAGE)


_SENTENCE = re.compile(r"\A\s*+\S++\s++\S.*[.!?…。！？؟।॥][\"”’»)\]」』]*\s*$", re.DOTALL)
_SELLS = re.compile(
    r"newsletter|inbox|subscri|sign ?up|whatsapp|\bapp\b|podcast|affiliate|commission|abonnier|abonnez|abonne|suscr[ií]|iscriviti"
    r"|assine|inscreva|подпис|подпиш|prenumerera|zapisz|訂閱|订阅|登録|구독"
)
"""What a sentence speaks of that sells something, in lower case."""


def is_around(text: str, *, linked: bool, ended: bool) -> bool:
    """Whether this is a line that pages put around a story, judging by its words and a second sign.

    A sentence that only begins like such a line is part of the story, unless it holds a link (`linked`), follows the
    last paragraph (`ended`), or sells something.
    """
    if not is_clutter(text):
        return False
    low = text.lower()
    if _is_whole(low) or not _SENTENCE.search(text) or is_of_the_page(low):
        return True
    return linked or ended or sells(low)


def sells(text: str) -> bool:
    """Whether a sentence is about a newsletter, a subscription, an app."""
    return _SELLS.search(text.lower()) is not None


def is_number(text: str) -> bool:
    """Whether a text has figures and punctuation but no letter: a year, a price, the number of a page."""
    return not text[:1].isalpha() and not any(char.isalpha() for char in text)  # most begin with a letter


_DATE_WORDS = frozenset(
    word
    for rows in (moments.PUBLISHED, moments.UPDATED, moments.DATE, moments.BESIDE)
    for phrase in split(rows)
    for word in phrase.split()
)
_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")


def is_date_line(text: str, language: str = "") -> bool:
    """Whether a line says when it was written, and little else."""
    if len(text) > 110 or _FIGURE.search(text) is None:
        return False
    rest = sum(map(len, filterfalse(_DATE_WORDS.__contains__, _LETTERS.findall(text.lower()))))
    return rest < 24 and moment(text, language) is not None
