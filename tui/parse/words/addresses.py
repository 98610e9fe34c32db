"""The words between the slashes of an address, and in the labels of a host, by what they say about the page."""

MEDIA = {
    "de": "bilder|bildergalerie|bilderstrecke|fotoserie|fotostrecke|fotostrecken|live-ticker|liveticker|umfrage",
    "en": (
        "audio|audios|broadcast|cartoon|cartoons|clip|clips|crossword|crosswords|diaporamas|episode|episodes|"
        "fotogalerie|galleries|gallery|in-pictures|in_pictures|inpictures|interactive|interactives|listen|live|"
        "live-blog|live-updates|liveblog|liveblogs|livestream|media-gallery|multimedia|newsticker|photo|"
        "photogalleries|photogallery|photos|picture|pictures|player|playlist|podcast|podcasts|poll|polls|puzzle|"
        "puzzles|quiz|quizzes|reels|shorts|slideshow|slideshows|sudoku|video|videos|watch|webcam|webcams|webtv"
    ),
    "es": (
        "en-directo|en-vivo|encuesta|envivo|fotogalería|fotos|galeria|galerias|galería|galerías|minuto-a-minuto|vídeo|"
        "vídeos"
    ),
    "fr": "diaporama|en-direct|galerie|galeries|sondage|vidéo|vidéos",
    "it": "diretta|foto|fotogallery",
    "nl": "fotoboek|fotospecial",
    "pl": "wideo|zdjecia",
    "pt": "ao-vivo|aovivo|fotogaleria",
    "ru": "fotogalereya|fotoreportazh",
    "sv": "bildspel|klipp|webb-tv|webbtv",
    "tr": "canli|canli-yayin|foto-galeri|fotogaleri|video-galeri|videogaleri",
}
"""To look at or listen to; a live page, a game."""

CATEGORIES = {
    "de": "kategorie",
    "en": "cat|categories|category",
    "es": "categoría",
    "it": "categorie",
    "pt": "categoria",
    "tr": "kategori",
}
"""What stands before the name of a category: a list of stories, and on many sites a section."""

PEOPLE = {
    "de": "autor|autoren|profil|verfasser",
    "en": (
        "author|authors|byline|columnist|columnists|contributor|contributors|journalist|journalists|member|members|"
        "profile|profiles|reporter|reporters|user|users|writer|writers"
    ),
    "es": "perfil",
    "fr": "auteur|auteurs",
    "it": "autore|autori",
    "pt": "autores",
    "tr": "yazar|yazarlar",
}
"""What stands before the name of a person who writes; such a page is a list of stories."""

TOPICS = {
    "de": "thema|themen",
    "en": (
        "hot-topics|keyword|keyword-search|keywords|label|labels|subject|subjects|tag|tag-page|tagged|tags|theme|"
        "themes|topic|topics"
    ),
    "es": "tema|temas",
}
"""What stands before the name of a topic; such a page is a list of stories."""

LISTS = (CATEGORIES, PEOPLE, TOPICS)
"""Before what a list of stories is of."""

FILED = {
    "de": "kategorien|ressort|ressorts|rubrik",
    "en": "channel|channels|rubric|rubrics|section|sections",
    "es": "seccion|secciones|sección",
    "fr": "rubrique|rubriques",
    "it": "sezione|sezioni",
    "nl": "rubriek",
    "pl": "dzial|kategoria",
    "pt": "categorias|secao",
    "ru": "rubrika|rubriki",
}
"""What stands, beside `CATEGORIES`, before the name of a section, whether or not stories stand behind it too."""

SHELVES = {
    "de": "archiv",
    "en": "all|archive|archives|collection|collections|issue|page|pages|person|series",
    "es": "hemeroteca",
    "fr": "dossier|dossiers",
    "it": "serie",
    "sv": "arkiv",
}
"""What stands before a series, an issue or a further page of a list, and now and then before a story in it."""

SERVICE = {
    "bg": "obiavi|obyavi",
    "cs": "inzerce",
    "da": "annoncer",
    "de": (
        "abo|abonnement|abonnieren|abos|agb|anmelden|anzeigen|boersenkurse|datenschutz|flohmarkt|gutscheine|hilfe|"
        "horoskop|impressum|kleinanzeigen|kontakt|kontakte|konto|lotto|mediadaten|plus-abo|premium-abo|registrieren|"
        "spenden|stellenanzeigen|stellenmarkt|suche|traueranzeigen|trauerfaelle|tv-programm|tvprogramm|uber-uns|"
        "ueber-uns|werbung|wetter"
    ),
    "en": (
        "about|about-us|about_us|aboutus|accessibility|account|accounts|ads|adsmanager|advertise|advertisement|"
        "advertisers|advertising|advertorial|adverts|alerts|app|apps|assets|atom|auth|basket|brandvoice|calendar|"
        "career|careers|cart|cgi-bin|checkout|classified|classified-ads|classifieds|click|comments|conditions|contact|"
        "contact-us|contacts|contactus|cookie|cookie-policy|cookies|corporate|coupon|coupons|dating|deals|donate|"
        "donation|donations|download|downloads|e-paper|edition|editions|editorial-guidelines|email|epaper|events|faq|"
        "faqs|feed|feedback|feeds|forum|forums|gift|gifts|goto|help|horoscope|horoscopes|identity|imprint|info-page|"
        "investors|javascript|job|jobs|lang|language|legal-notice|listings|log-in|login|logout|lottery|mailto|mall|"
        "market-data|marketplace|media-kit|mediakit|membership|mobile|my-account|myaccount|newsletter|newsletters|"
        "notices|notifications|oauth|obituaries-notices|offer|offers|opml|out|paidpost|partner|partnercontent|"
        "partners|pda|policies|policy|popup|preference|preferences|press|press-office|press-releases|pressroom|print|"
        "print-edition|printer|privacy|privacy-policy|privacypolicy|promo|promoted|promotion|promotions|"
        "public-notices|quotes|redirect|register|registration|replica|reply|respond|rss|rss-feeds|search|settings|"
        "share|sharer|shop|shopping|sign-in|sign-up|sign_in|sign_up|signin|signout|signup|site-map|sitemap|sponsor|"
        "sponsored|sponsors|sso|static|stocks|store|subscribe|subscription|subscriptions|subscriptions-center|support|"
        "supporter|sustainability-report|terms|terms-of-service|terms-of-use|termsofuse|tickets|tools|tos|track|"
        "tracking|tv-guide|tv-listings|upload|uploads|users|vouchers|weather|widget|widgets|wp-admin|wp-content|"
        "wp-json|wp-login.php|xml"
    ),
    "es": (
        "anuncios|anuncios-clasificados|aviso-legal|avisolegal|avisos-clasificados|ayuda|boletin|boletines|buscar|"
        "cartelera|clasificados|clima|contacto|empleo|esquelas|horoscopo|horóscopo|inscripcion|ofertas|privacidad|"
        "publicidad|quienes-somos|registro|suscribete|suscripcion|suscripciones|tienda"
    ),
    "fi": "ilmoitukset",
    "fr": (
        "abonnements|accessibilite|aide|annonces|annonces-legales|boutique|cgu|cgv|compte|connexion|emploi|"
        "inscription|mentions-legales|meteo|météo|petites-annonces|programme-tv|publicite|qui-sommes-nous|recherche"
    ),
    "hr": "mali-oglasi|oglasi",
    "hu": "apro|aprohirdetes",
    "it": "abbonamenti|abbonati|aiuto|annunci|cerca|chi-siamo|contatti|lavoro|negozio|oroscopo|pubblicita|ricerca",
    "nb": "annonser",
    "nl": "rubrieksadvertenties|vacatures|zoeken|zoekertjes",
    "pl": "abonament|loteria|ogloszenia|pogoda|szukaj",
    "pt": (
        "ajuda|anuncie|assinatura|assinaturas|assine|boletim|busca|cadastro|classificados|contato|empregos|entrar|"
        "foros|loja|mapa-do-site|politica-de-privacidad|privacidade|publicidade|quem-somos|tempo"
    ),
    "ro": "anunturi",
    "ru": "doska-objavlenij|objavlenija|obyavlenia|obyavleniya",
    "sk": "inzercia",
    "sv": "annons|annonser-privat|prenumerata",
    "tr": "abonelik|arama|hakkimizda|hava-durumu|ilan|ilanlar|iletisim|reklam|reklama|resmi-ilanlar|seri-ilanlar",
    "uk": "ogoloshennya|oholoshennya",
}
"""Accounts, offers, help, what a company says of itself."""

MEDIA_HOSTS = {
    "de": "liveticker|mediathek",
    "en": "gallery|live|media|photos|play|player|podcast|podcasts|radio|tv|video|videos|webtv",
    "es": "envivo|fotos",
    "fr": "galerie",
    "it": "foto",
    "pt": "aovivo",
}
"""Hosts of films, programmes and pictures."""

SERVICE_HOSTS = {
    "de": (
        "abo|abos|anzeigen|archiv|gutscheine|hilfe|immo|immobilien|karriere|mein|stellen|stellenmarkt|suche|"
        "tvprogramm|werbung|wetter"
    ),
    "en": (
        "about|account|accounts|ad|ads|adv|advert|advertising|api|app|apps|archive|assets|auth|blog-admin|career|"
        "careers|cars|cdn|chat|classifieds|click|community|corporate|coupons|dating|deals|e-paper|email|epaper|event|"
        "events|facebook|faq|feed|feeds|forum|forums|game|games|go|help|hr|id|identity|images|img|info|instagram|"
        "investor|investors|ir|job|jobs|l|link|links|login|m|mail|map|maps|members|membership|mobile|my|newsletter|"
        "newsletters|offers|partner|partners|passport|pay|pr|press|profile|redirect|register|rss|search|secure|"
        "session|shop|signin|sms|sso|static|store|subscribe|subscription|support|t|tickets|tvlistings|twitter|user|"
        "users|wap|weather|webmail|wiki|youtube"
    ),
    "es": "buscar|celular|clima|empleo|foro|hemeroteca|horoscopo|mi|publicidad|suscripcion|tienda",
    "fr": "annonces|boutique|meteo|mon|plus",
    "it": "annunci|celulare|lavoro",
    "pt": "assine|foros|loja|tempo",
    "sv": "mobil",
}
"""Hosts of accounts, shops, markets, help, and of other forms of the same pages."""

ELSEWHERE = {
    "cs": "sekce",
    "de": (
        "abo|abonnement|archiv|datenschutz|etiket|impressum|kontakt|ressort|rubrik|rubriken|stichwort|suche|themenseite"
    ),
    "en": (
        "about|about-us|account|advertise|advertisement|advertising|archive|archives|attachment|by|catalog|cdn-cgi|"
        "comment|comments|contact|contact-us|cookie-policy|cookies|coupons|discount-codes|feed|feeds|forum|forums|hub|"
        "image|images|jobs|kategoria|lightbox|log-in|login|newsletter|newsletters|page|privacy|privacy-policy|ranking|"
        "register|rss|search|section|sections|share|sharer|shop|sign-in|sign-up|signin|signup|store|subscribe|"
        "subscription|subscriptions|terms|terms-of-service|terms-of-use|voucher|vouchercodes|vouchers|whatsnew|"
        "wp-admin|wp-content|wp-json|wp-login.php"
    ),
    "es": "buscar|contacto|etiqueta|etiquetas|seccion",
    "fi": "teema",
    "fr": "journaliste|journalistes|recherche|rubrique|rubriques",
    "it": "contatti|rubrica|sezione",
    "pl": "rubryka|tagi|tematy",
    "pt": "categorias|pesquisa|secao",
}
"""What leads from a story's page to no other story, beside `LISTS`."""

SUBJECTS = {
    "da": "emne|emner",
    "de": "thema|themen",
    "en": "theme|themes|topic|topics",
    "es": "tema|temas",
    "fi": "aihe|teema",
    "fr": "sujet|sujets",
    "nb": "amne",
    "pl": "temat",
    "tr": "konu",
}
"""What leads to the list of a subject, and now and then to a story filed under it."""

OTHER_HOSTS = {
    "de": "abo",
    "en": (
        "account|accounts|ads|cdn|community|forum|forums|help|images|img|jobs|login|media|my|newsletter|newsletters|"
        "shop|static|status|store|subscribe|support"
    ),
}
"""Hosts that no story of a site leads to."""

EMPTY = {
    "en": "amp|article|article_nouvelle|artikel|default|detail|home|index|main|news_detail|story|view|www",
    "es": "articulo",
}
"""What says nothing of the page behind it."""

VIEWS = {
    "da": "kommentarer",
    "de": "drucken|kommentare",
    "en": "amp|comment|comments|feed|print|reply|respond",
    "es": "comentarios|imprimir",
    "fr": "commentaires|imprimer",
    "it": "commenti|stampa",
    "nl": "reacties",
    "pl": "komentarze",
    "pt": "comentario",
    "ru": "comm",
    "tr": "yorumlar",
}
"""What stands behind a story's own address on another view of it."""
