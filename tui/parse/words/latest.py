"""What pages write over their newest stories, by language."""

LATEST: dict[str, str] = {
    "af": "jongste|jongste nuus|nuutste",
    "ar": (
        "آخر الأخبار|آخر التحديثات|آخر المستجدات|آخر المقالات|أحدث|أحدث الأخبار|أحدث المقالات|أحدث المنشورات|"
        "أحدث المواضيع|أخبار اليوم|الأحدث|الأخبار العاجلة|جديد|عاجل|مستجدات"
    ),
    "bg": (
        "актуално|лента с новини|най-нови|най-ново|най-новото|нови статии|последни|последни новини|"
        "последни публикации|последни статии"
    ),
    "bn": "এই মুহূর্তে|এইমাত্র|নতুন খবর|সদ্য সংবাদ|সর্বশেষ|সর্বশেষ খবর|সর্বশেষ নিউজ|সর্বশেষ সংবাদ|সাম্প্রতিক",
    "ca": "darreres notícies|les últimes notícies|últimes notícies",
    "cs": (
        "aktuality|aktuální zprávy|aktuálně|nejnovější|nejnovější zprávy|nejnovější články|nové články|"
        "poslední zprávy|poslední články|právě vyšlo|vydali jsme"
    ),
    "da": (
        "det seneste|flere nyheder|lige nu|nyeste artikler|nyt på siden|senest publiceret|seneste|seneste artikler|"
        "seneste indlæg|seneste nyheder|seneste nyt"
    ),
    "de": (
        "aktuell|aktuelle artikel|aktuelle beiträge|aktuelle meldungen|aktuelle nachrichten|aktuelles|"
        "das neueste|das neueste aus|die neuesten|die neusten|eilmeldungen|jetzt neu|letzte artikel|letzte beiträge|"
        "letzte meldungen|neu|neu auf|neu im ressort|neue artikel|neue beiträge|neues aus|neueste|neueste artikel|"
        "neueste aus|neueste beiträge|neueste meldungen|neueste nachrichten|neueste news|neueste storys|"
        "neuste artikel|neuste beiträge|neuste storys|news-ticker|newsticker|schlagzeilen|top-meldungen|"
        "zuletzt erschienen|zuletzt veröffentlicht"
    ),
    "el": (
        "νεότερα|πιο πρόσφατα|πρόσφατα|πρόσφατα άρθρα|πρόσφατες δημοσιεύσεις|ροή|ροή ειδήσεων|τα νέα|τα τελευταία|"
        "τελευταία άρθρα|τελευταία ενημέρωση|τελευταία νέα|τελευταίες ειδήσεις|όλες οι ειδήσεις"
    ),
    "en": (
        "also new|breaking news|fresh stories|just in|latest|latest articles|latest features|latest from|"
        "latest headlines|latest in|latest in news|latest news|latest posts|latest reviews|latest stories|"
        "latest updates|latest video|latest videos|live updates|more latest news|more recent stories|most recent|"
        "most recent articles|most recent posts|most recent stories|new|new from|new on|new stories|newest|"
        "newest stories|newly posted|news feed|news in brief|newsfeed|now on|recent|recent articles|recent news|"
        "recent posts|recent stories|recently added|recently published|the latest|the latest from|the latest news|"
        "the latest stories|this just in|today's headlines|today's news|today's top headlines|"
        "updated now|what's new"
    ),
    "es": (
        "al momento|artículos recientes|en desarrollo|entradas recientes|las últimas|las últimas de|"
        "las últimas noticias|lo más nuevo|lo más reciente|lo último|lo último de|lo último de hoy|lo último en|"
        "minuto a minuto|más recientes|noticias del día|noticias recientes|recientes|última hora|últimas|"
        "últimas entradas|últimas notas|últimas noticias|últimas publicaciones|último momento|últimos artículos"
    ),
    "et": "uudised|uusimad|viimased|viimased uudised|värskemad",
    "eu": "azken berriak",
    "fa": (
        "آخرین اخبار|آخرین خبرها|آخرین مطالب|آخرین نوشته‌ها|اخبار جدید|تازه ها|تازه‌ترین|تازه‌ترین اخبار|تازه‌ها|"
        "جدیدترین|جدیدترین اخبار"
    ),
    "fi": (
        "juuri nyt|tuoreimmat|tuoreimmat uutiset|tuoreinta|uusimmat|uusimmat artikkelit|uusimmat jutut|"
        "uusimmat uutiset|uusinta|viimeisimmät"
    ),
    "fr": (
        "actualité en continu|actualités récentes|articles récents|derniers|derniers articles|derniers contenus|"
        "dernière heure|dernière minute|dernières actualités|dernières infos|dernières nouvelles|"
        "dernières publications|en continu|en direct|fil actu|fil d'actualité|fil d'actualités|fil info|"
        "l'actu en direct|l'actualité en continu|le fil info|les derniers articles|les dernières|"
        "les dernières actualités|les dernières infos|les dernières nouvelles|les plus récents|nouveautés|"
        "plus récents|toute l'actualité|à la une"
    ),
    "gl": "últimas novas",
    "gu": "તાજા સમાચાર",
    "he": (
        "האחרונות|הכי חדש|הכתבות האחרונות|חדש|חדש באתר|חדשות אחרונות|כתבות אחרונות|מבזקים|עדכונים אחרונים|"
        "עדכונים שוטפים"
    ),
    "hi": (
        "ताज़ा खबरें|ताज़ा ख़बरें|ताज़ा समाचार|ताज़ातरीन|ताजा|ताजा अपडेट|ताजा खबरें|ताजा समाचार|नई खबरें|नई ख़बरें|"
        "नवीनतम|ब्रेकिंग न्यूज़|लेटेस्ट|लेटेस्ट खबरें|लेटेस्ट न्यूज|लेटेस्ट न्यूज़|हाल की खबरें"
    ),
    "hr": "najnovije|najnovije objave|najnovije vesti|najnovije vijesti|poslednje vesti|zadnje vijesti",
    "hu": (
        "friss|friss cikkek|friss hírek|legfrissebb|legfrissebb cikkeink|legfrissebb cikkek|legfrissebb hírek|"
        "legújabb|legújabb bejegyzések|legújabb cikkek"
    ),
    "id": (
        "artikel terbaru|artikel terkini|berita terbaru|berita terkini|kabar terbaru|kabar terkini|pos terbaru|"
        "terbaru|terkini|tulisan terbaru|update terbaru"
    ),
    "is": "nýjast|nýjustu fréttir|nýtt",
    "it": (
        "appena pubblicati|articoli recenti|gli ultimi articoli|le notizie di oggi|le ultime|le ultime news|"
        "le ultime notizie|news del giorno|notizie del giorno|notizie recenti|più recenti|recenti|ultim'ora|"
        "ultima ora|ultime|ultime news|ultime notizie|ultime pubblicazioni|ultimi|ultimi aggiornamenti|"
        "ultimi articoli|ultimi post|ultimi pubblicati"
    ),
    "ja": "おすすめ最新|今日最新|新着|新着ニュース|新着一覧|新着情報|新着記事|最新の投稿|最新の記事|最新ニュース|最新情報|最新発表|最新記事|最近の投稿|最近の更新|最近の記事|速報",
    "kn": "ತಾಜಾ ಸುದ್ದಿ",
    "ko": "방금 올라온|방금 전|새로 올라온|속보|실시간 뉴스|실시간 속보|오늘의 뉴스|최근 기사|최근 뉴스|최신 기사|최신 뉴스|최신글|최신기사|최신뉴스",
    "lt": "naujausi|naujausi straipsniai|naujausi įrašai|naujausios|naujausios naujienos|naujienos|naujienų srautas",
    "lv": "jaunākais|jaunākie|jaunākie raksti|jaunākās ziņas",
    "mk": "најнови вести|најново|последни вести",
    "ml": "ഏറ്റവും പുതിയ വാർത്തകൾ",
    "mr": "ताज्या बातम्या",
    "nb": (
        "nyeste|nyeste artikler først|nyeste saker|sist publisert|siste|siste fra|siste fra nettstedet|siste nyheter|"
        "siste nytt|siste saker"
    ),
    "nl": (
        "het laatste|het laatste nieuws|het laatste uit|laatste|laatste artikelen|laatste berichten|laatste nieuws|"
        "meest recent|meest recente|net binnen|nieuwste|nieuwste artikelen|nieuwste berichten|nieuwste nieuws|"
        "nu in het nieuws|recent nieuws|recente artikelen|recente berichten|zojuist gepubliceerd"
    ),
    "pa": "ਤਾਜ਼ਾ ਖ਼ਬਰਾਂ",
    "pl": (
        "aktualności|najnowsze|najnowsze artykuły|najnowsze informacje|najnowsze wiadomości|najnowsze wpisy|"
        "najświeższe|ostatnie artykuły|ostatnie wiadomości|ostatnie wpisy|ostatnio dodane|ostatnio opublikowane|"
        "wiadomości dnia|z ostatniej chwili"
    ),
    "pt": (
        "ao minuto|artigos recentes|as últimas|em tempo real|mais recentes|notícias mais recentes|notícias recentes|"
        "novidades|plantão|posts recentes|últimas atualizações|últimas de|últimas postagens|últimas publicações|"
        "últimos artigos"
    ),
    "ro": (
        "articole noi|articole recente|cele mai noi|cele mai noi știri|cele mai recente|noutăți|ultimele|"
        "ultimele apărute|ultimele articole|ultimele noutăți|ultimele postări|ultimele știri|știri recente"
    ),
    "ru": (
        "лента|лента дня|лента новостей|новое|новости дня|новости за день|новости по теме дня|новости часа|"
        "новые материалы|новые публикации|новые статьи|последнее|последние записи|последние материалы|"
        "последние новости|последние публикации|последние статьи|самое свежее|свежее|свежие записи|свежие материалы|"
        "свежие новости|сейчас на главной"
    ),
    "sk": "aktuálne správy|najnovšie|najnovšie správy|najnovšie články|posledné články",
    "sl": "najnovejše|najnovejše novice|zadnje novice",
    "sr": "најновије|најновије вести|последње вести",
    "sv": (
        "det senaste|just nu|nyast|nyaste artiklarna|senast|senast publicerat|senaste|senaste artiklar|"
        "senaste artiklarna|senaste inläggen|senaste nyheter|senaste nyheterna|senaste nytt"
    ),
    "sw": "habari mpya|habari za hivi karibuni|habari za hivi punde|makala mpya|mpya|taarifa mpya|za hivi punde",
    "ta": "அண்மைச் செய்திகள்|சமீபத்திய செய்திகள்",
    "te": "తాజా వార్తలు",
    "th": "ข่าวล่าสุด|ข่าววันนี้|ข่าวใหม่|บทความล่าสุด|ล่าสุด|อัปเดตล่าสุด",
    "tl": "mga pinakabagong balita|pinakabago|pinakabagong balita",
    "tr": (
        "en son|en son haberler|en yeni|en yeni haberler|en yeniler|güncel haberler|günün haberleri|son dakika|"
        "son dakika haberleri|son eklenen haberler|son eklenenler|son gelişmeler|son haberler|son içerikler|"
        "son yazılar|yeni eklenenler|yeni haberler"
    ),
    "uk": (
        "нове|новини дня|нові публікації|останнє|останні записи|останні матеріали|останні новини|останні публікації|"
        "свіжі новини|стрічка|стрічка новин"
    ),
    "ur": "تازہ ترین|تازہ ترین خبریں",
    "vi": (
        "bài mới|bài mới nhất|bài viết mới|mới cập nhật|mới nhất|tin mới|tin mới cập nhật|tin mới nhất|tin mới nhận|"
        "tin tức mới|tin tức mới nhất"
    ),
    "zh": (
        "今日要闻|即时新闻|即時|即時新聞|新鮮事|最新|最新动态|最新動向|最新動態|最新发布|最新快訊|最新快讯|最新报道|最新文章|最新文章列表|最新新聞|最新新闻|最新更新|最新消息|最新發布|最新资讯|滚动新闻|"
        "要闻|近期文章"
    ),
}
