"""What pages write over their newest stories, by language."""

LATEST: dict[str, str] = {
    "af": "jongste|jongste nuus|nuutste",
    "ar": (
        "آخر الأخبار|آخر المستجدات|آخر المقالات|أحدث|أحدث الأخبار|أحدث المقالات|أحدث المواضيع|الأحدث|"
        "الأخبار العاجلة|جديد|عاجل"
    ),
    "bg": "актуално|най-нови|най-ново|най-новото|последни|последни новини|последни публикации",
    "bn": "এই মুহূর্তে|সর্বশেষ|সর্বশেষ খবর|সর্বশেষ সংবাদ|সাম্প্রতিক",
    "ca": "darreres notícies|les últimes notícies|últimes notícies",
    "cs": "aktuální zprávy|aktuálně|nejnovější|nejnovější zprávy|nejnovější články|poslední zprávy",
    "da": "det seneste|flere nyheder|lige nu|nyeste artikler|seneste|seneste artikler|seneste nyheder|seneste nyt",
    "de": (
        "aktuell|aktuelle artikel|aktuelle beiträge|aktuelle meldungen|aktuelle nachrichten|aktuelles|"
        "das neueste|das neueste aus|die neuesten|die neusten|eilmeldungen|jetzt neu|letzte beiträge|"
        "letzte meldungen|neu|neu auf|neues aus|neueste|neueste artikel|neueste aus|neueste beiträge|"
        "neueste meldungen|neueste nachrichten|neueste storys|neuste artikel|neuste beiträge|neuste storys|"
        "newsticker|schlagzeilen|zuletzt veröffentlicht"
    ),
    "el": (
        "πρόσφατα|πρόσφατα άρθρα|ροή ειδήσεων|τα νέα|τα τελευταία|τελευταία άρθρα|τελευταία νέα|"
        "τελευταίες ειδήσεις|όλες οι ειδήσεις"
    ),
    "en": (
        "also new|breaking news|just in|latest|latest articles|latest from|latest headlines|latest in|"
        "latest news|latest posts|latest stories|latest updates|latest video|latest videos|live updates|"
        "more latest news|most recent|new|new from|new on|new stories|newest|newest stories|news feed|"
        "news in brief|newsfeed|recent|recent articles|recent news|recent posts|recent stories|recently added|"
        "recently published|the latest|the latest from|the latest news|the latest stories|this just in|"
        "today's headlines|today's news|what's new"
    ),
    "es": (
        "artículos recientes|entradas recientes|las últimas|las últimas noticias|lo más nuevo|lo más reciente|"
        "lo último|lo último de|lo último en|minuto a minuto|más recientes|noticias recientes|recientes|"
        "última hora|últimas|últimas entradas|últimas noticias|último momento|últimos artículos"
    ),
    "et": "uudised|uusimad|viimased|viimased uudised|värskemad",
    "eu": "azken berriak",
    "fa": "آخرین اخبار|آخرین خبرها|تازه‌ترین|تازه‌ترین اخبار|جدیدترین|جدیدترین اخبار",
    "fi": "tuoreimmat|tuoreimmat uutiset|uusimmat|uusimmat artikkelit|uusimmat uutiset|viimeisimmät",
    "fr": (
        "actualités récentes|articles récents|derniers|derniers articles|dernière minute|dernières actualités|"
        "dernières infos|dernières nouvelles|dernières publications|en continu|en direct|fil actu|fil info|"
        "l'actualité en continu|le fil info|les derniers articles|les dernières|les dernières actualités|"
        "les dernières infos|les dernières nouvelles|plus récents|à la une"
    ),
    "gl": "últimas novas",
    "gu": "તાજા સમાચાર",
    "he": "האחרונות|הכי חדש|חדש|חדשות אחרונות|כתבות אחרונות|מבזקים|עדכונים אחרונים",
    "hi": (
        "ताज़ा खबरें|ताज़ा ख़बरें|ताज़ा समाचार|ताजा|ताजा अपडेट|ताजा खबरें|ताजा समाचार|नई खबरें|नवीनतम|"
        "ब्रेकिंग न्यूज़|लेटेस्ट|लेटेस्ट न्यूज|लेटेस्ट न्यूज़|हाल की खबरें"
    ),
    "hr": "najnovije|najnovije objave|najnovije vesti|najnovije vijesti|poslednje vesti|zadnje vijesti",
    "hu": "friss|friss hírek|legfrissebb|legfrissebb cikkek|legfrissebb hírek|legújabb|legújabb cikkek",
    "id": "artikel terbaru|berita terbaru|berita terkini|kabar terbaru|pos terbaru|terbaru|terkini",
    "is": "nýjast|nýjustu fréttir|nýtt",
    "it": (
        "articoli recenti|gli ultimi articoli|le notizie di oggi|le ultime|le ultime news|le ultime notizie|"
        "notizie recenti|più recenti|recenti|ultim'ora|ultima ora|ultime|ultime news|ultime notizie|ultimi|"
        "ultimi articoli|ultimi post"
    ),
    "ja": "おすすめ最新|今日最新|新着|新着ニュース|新着記事|最新の記事|最新ニュース|最新情報|最新発表|最新記事|最近の投稿|最近の記事|速報",
    "kn": "ತಾಜಾ ಸುದ್ದಿ",
    "ko": "방금 전|속보|실시간 뉴스|오늘의 뉴스|최근 기사|최신 기사|최신 뉴스|최신글|최신기사|최신뉴스",
    "lt": "naujausi|naujausi straipsniai|naujausios naujienos|naujienos",
    "lv": "jaunākais|jaunākie|jaunākie raksti|jaunākās ziņas",
    "mk": "најнови вести|најново|последни вести",
    "ml": "ഏറ്റവും പുതിയ വാർത്തകൾ",
    "mr": "ताज्या बातम्या",
    "nb": "nyeste|nyeste saker|siste|siste fra|siste nyheter|siste nytt|siste saker",
    "nl": (
        "het laatste|het laatste nieuws|laatste|laatste artikelen|laatste berichten|laatste nieuws|meest recent|"
        "net binnen|nieuwste|nieuwste artikelen|nieuwste berichten|recent nieuws|recente berichten"
    ),
    "pa": "ਤਾਜ਼ਾ ਖ਼ਬਰਾਂ",
    "pl": (
        "aktualności|najnowsze|najnowsze artykuły|najnowsze wiadomości|najnowsze wpisy|najświeższe|"
        "ostatnie wpisy|ostatnio dodane|z ostatniej chwili"
    ),
    "pt": (
        "ao minuto|artigos recentes|as últimas|mais recentes|notícias recentes|plantão|posts recentes|últimas de|"
        "últimas publicações|últimos artigos"
    ),
    "ro": (
        "articole recente|cele mai noi|cele mai noi știri|cele mai recente|ultimele|ultimele articole|"
        "ultimele noutăți|ultimele știri|știri recente"
    ),
    "ru": (
        "лента|лента новостей|новое|новости дня|новости по теме дня|новые материалы|новые статьи|последнее|"
        "последние материалы|последние новости|последние статьи|самое свежее|свежее|свежие записи|свежие новости|"
        "сейчас на главной"
    ),
    "sk": "aktuálne správy|najnovšie|najnovšie správy|najnovšie články",
    "sl": "najnovejše|najnovejše novice|zadnje novice",
    "sr": "најновије|најновије вести|последње вести",
    "sv": (
        "det senaste|just nu|senast|senaste|senaste artiklarna|senaste inläggen|senaste nyheter|"
        "senaste nyheterna|senaste nytt"
    ),
    "sw": "habari mpya|habari za hivi karibuni|habari za hivi punde|makala mpya|mpya|taarifa mpya|za hivi punde",
    "ta": "அண்மைச் செய்திகள்|சமீபத்திய செய்திகள்",
    "te": "తాజా వార్తలు",
    "th": "ข่าวล่าสุด|บทความล่าสุด|ล่าสุด",
    "tl": "mga pinakabagong balita|pinakabago|pinakabagong balita",
    "tr": (
        "en son|en son haberler|en yeni|en yeni haberler|en yeniler|güncel haberler|günün haberleri|son dakika|"
        "son dakika haberleri|son eklenenler|son gelişmeler|son haberler|son yazılar"
    ),
    "uk": "нове|останнє|останні новини|останні публікації|свіжі новини|стрічка новин",
    "ur": "تازہ ترین|تازہ ترین خبریں",
    "vi": "bài mới|bài mới nhất|mới nhất|tin mới|tin mới cập nhật|tin mới nhất|tin tức mới nhất",
    "zh": "今日要闻|即时新闻|即時|即時新聞|最新|最新动态|最新動態|最新发布|最新报道|最新文章|最新新聞|最新新闻|最新更新|最新消息|最新發布|最新资讯|滚动新闻|要闻|近期文章",
}
