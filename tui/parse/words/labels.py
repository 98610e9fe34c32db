"""The small words that distinguish a label from other lines, by language."""

MORE = {
    "ar": "المزيد|عرض الكل|مشاهدة الكل",
    "bg": "виж всички",
    "cs": "všechny články|zobrazit více|zobrazit vše",
    "da": "se alle|vis alle|vis flere",
    "de": (
        "alle|alle ansehen|alle anzeigen|alle artikel|hier|jetzt lesen|mehr anzeigen|mehr laden|weiter|weiterlesen|"
        "zum artikel"
    ),
    "el": "δείτε όλα|όλα",
    "en": (
        "all articles|all news|all stories|click here|comment|comments|continue reading|full article|full story|"
        "gallery|go to story|here|listen|live|load more|more news|photos|play|read all|see all|see all stories|"
        "see more|share|show all|show more|sign up|subscribe|video|view all|view more|watch|watch now"
    ),
    "es": "aquí|cargar más|seguir leyendo|ver más|ver todas|ver todo|ver todos",
    "fa": "همه",
    "fi": "näytä kaikki|näytä lisää",
    "fr": "ici|lire la suite|suite|tout voir|toutes les actualités|voir plus|voir tout",
    "he": "הצג הכל|לכל הכתבות",
    "hi": "और देखें|सभी देखें",
    "hr": "sve vijesti",
    "hu": "mutass többet|tovább|összes",
    "id": "lihat semua|muat lainnya|selengkapnya",
    "it": "carica altro|continua|continua a leggere|mostra tutti|vedi tutte|vedi tutti",
    "ja": "すべて|すべて見る|もっとみる|もっと見る|一覧|一覧を見る|続きを読む",
    "ko": "더보기|전체보기",
    "nl": "alles bekijken|bekijk alles|toon meer",
    "pl": "pokaż więcej|zobacz wszystkie",
    "pt": "carregar mais|leia mais|ver mais|ver tudo",
    "ro": "vezi toate|vezi tot",
    "ru": "все|все новости|загрузить еще|показать еще|смотреть все",
    "sk": "zobraziť všetko",
    "sr": "све вести",
    "sv": "se alla|visa alla|visa fler",
    "sw": "tazama zote",
    "th": "ดูทั้งหมด",
    "tr": "daha fazla göster|haberi görüntüle|hepsi|tümü|tümünü gör",
    "uk": "всі новини|усі новини",
    "vi": "xem tất cả",
    "zh": "全部|更多|查看全部|查看更多|看更多",
}
"""What a link says that only opens or continues: never a headline."""

BROAD = {
    "ar": "المزيد",
    "cs": "více",
    "de": "mehr|weitere",
    "el": "περισσότερα",
    "en": "more",
    "es": "más",
    "fr": "plus",
    "he": "עוד",
    "hr": "više",
    "nb": "mer|mere",
    "nl": "meer",
    "pl": "więcej",
    "pt": "mais|veja",
    "ru": "еще",
    "sk": "viac",
    "uk": "ще",
}
"""Words that mean "more stories of that kind" when something follows, and an also-read line with a colon."""

ABOUT = {
    "cs": "k|o",
    "de": "zu|zum|zur|über",
    "en": "about|on",
    "es": "sobre",
    "fr": "sur",
    "id": "tentang",
    "it": "su",
    "nb": "om",
    "nl": "over",
    "ru": "о|об|про",
    "sw": "kuhusu",
    "tr": "hakkında",
    "vi": "về",
}
"""The latest on a subject is more of the story's own, not the section's latest."""

LOOSE = {
    "de": "auch interessant|mehr lesen",
    "en": (
        "in the news|more|must see|read|read here|read more|read more about|read more from|read more on|read next|read now|"
        "read this|see also|watch"
    ),
    "es": "más información|puedes ver",
    "fr": "en savoir plus",
    "pl": "sprawdź|zobacz",
    "pt": "assista",
}
"""Also-read labels that sentences begin with too: only with a colon behind them."""

WHOLE = {
    "af": "jongste",
    "ar": "آخر|أحدث|جديد|عاجل",
    "cs": "nové",
    "da": "flere|lige nu|nyt|still",
    "de": "aktuell|aktuelles|hintergrund|hintergründe|jetzt|jetzt neu|neu|noch mehr|thema|weitere",
    "en": (
        "advice|background|featured|hot topics|just in|new|popular|read|similar|specials|spotlight|top 10|top 5|"
        "top news|top stories|trend|trends"
    ),
    "es": "además|nuevo|otras|populares",
    "et": "uudised|veel",
    "fi": "lisää",
    "fr": "dossier|en direct|in direct|lire|nouveau|populaire|populaires|relire",
    "he": "חדש|חדשות",
    "hu": "friss",
    "id": "baca|simak",
    "is": "fleira|nýtt",
    "it": "nuovo|tema",
    "lt": "naujienos",
    "nl": "nieuw",
    "pl": "nowe",
    "pt": "confira|leia|novo",
    "ro": "despre|similare",
    "ru": "важное|главное|лента|новое|новости|по теме|сюжет|сюжеты",
    "sr": "ново|слично",
    "sv": "fler|just nu",
    "sw": "maarufu|mpya|nyingine|zaidi",
    "tr": "diğer|ilgili",
    "uk": "головне|нове|по темі",
}
"""Words that are a label when they stand alone or before a colon or one of `FOLLOWING`; more words make them something
else."""

FOLLOWING = {
    "ar": "على|عن|في|من",
    "cs": "k|ke|na|o|v|z",
    "de": "aus|im|in|nachrichten|von|zu|zum|zur|über",
    "el": "από|για|σε",
    "en": "about|articles|at|by|for|from|news|now|on|posts|reads|stories|this",
    "es": "de|en|noticias|sobre",
    "fr": "dans|du|sur",
    "he": "ב|על",
    "id": "dan|tentang",
    "it": "da|notizie|su",
    "nb": "fra|i|om|på",
    "nl": "over|uit|van",
    "pl": "w",
    "pt": "do|em",
    "ru": "в|за|из|на|о|от|по|про",
    "sv": "från",
    "sw": "kwa",
    "tr": "haberler",
    "vi": "về",
}
"""What may follow one of `WHOLE` without a colon."""

NO_STORIES = {
    "ar": "التعليقات",
    "bg": "коментари",
    "cs": "komentáře",
    "de": "kommentare|produkte|schlagworte|stichworte",
    "el": "σχόλια",
    "en": (
        "author|authors|categories|changes|channels|comment|comments|companies|events|jobs|keyword|keywords|"
        "newsletter|newsletters|offers|people|podcast|podcasts|product|products|programme|programmes|quotes|searches|"
        "sections|services|sites|subject|subjects|symbols|tag|tags|terms|topic|topics"
    ),
    "es": "comentarios|etiquetas|temas",
    "fi": "kommentit",
    "fr": "commentaires|sujets",
    "hr": "komentari",
    "hu": "hozzászólások",
    "it": "argomenti|commenti",
    "nl": "reacties",
    "pl": "komentarze|tagi",
    "pt": "assuntos|comentários",
    "ro": "comentarii",
    "ru": "комментарии|тег|тегам|теги|тэг|тэгам|тэги",
    "sk": "komentáre",
    "sv": "kommentarer",
    "tr": "yorumlar",
    "uk": "коментарі",
}
"""What may be related to a story, popular or new without being a story."""

MOST_READ_WITHIN = {
    "ar": "الأكثر",
    "bg": "най-четени",
    "cs": "nejčtenější",
    "da": "mest læst",
    "de": "beliebteste|meist gelesen|meistgelesen",
    "el": "δημοφιλ",
    "en": "most commented|most discussed|most popular|most read|most shared|most viewed",
    "es": "más leíd|más vist",
    "fa": "پربازدید",
    "fi": "luetuimm",
    "fr": "plus consulté|plus lues|plus lus",
    "he": "הנקראות",
    "hi": "सबसे ज्यादा पढ|सर्वाधिक",
    "hu": "legolvasottabb",
    "id": "terpopuler",
    "it": "più lette|più letti",
    "ja": "よく読まれ|ランキング|人気記事",
    "ko": "랭킹|많이 본|인기",
    "nb": "mest lest",
    "nl": "meest gelezen",
    "pl": "najczęściej czytan|najpopularniejsz",
    "pt": "mais acessad|mais lid|mais vist",
    "ro": "cele mai citite",
    "ru": "популярные|самое читаем|самые читаем",
    "sk": "najčítanejší",
    "sr": "најчитаниј",
    "sv": "mest läst",
    "th": "ยอดนิยม",
    "tr": "çok okunan",
    "uk": "популярне",
    "vi": "xem nhiều|đọc nhiều",
    "zh": "排行|热门|熱門",
}
"""What a heading says somewhere in it, for those that begin with something else ("Today's most read"); beginnings of
words."""

RELATED_WITHIN = {
    "ar": "ذات صلة",
    "bg": "свързани",
    "cs": "souvisejíc",
    "da": "relatered",
    "de": "verwandte|zum thema|ähnliche art",
    "el": "σχετικ",
    "en": "on this subject|on this topic|related art|related news|related stor",
    "es": "relacionad",
    "fr": "même sujet",
    "hi": "संबंधित",
    "hu": "kapcsolódó",
    "id": "terkait",
    "it": "correlat",
    "ja": "関連ニュース|関連記事",
    "ko": "관련 기사|관련기사|관련뉴스|다른 기사",
    "nb": "relatert",
    "nl": "gerelateerd",
    "pl": "powiązan",
    "ru": "материалы по|по теме|похожие",
    "sk": "súvisiac",
    "sv": "relaterad",
    "th": "เกี่ยวข้อง",
    "tr": "ilgili haber",
    "uk": "схожі",
    "vi": "liên quan",
    "zh": "相关推荐|相关文章|相关新闻|相關文章|相關新聞",
}
"""The same, of stories that belong to this one."""

LATEST_WITHIN = {
    "ar": "آخر الأخبار|أحدث",
    "bg": "последни новини",
    "cs": "nejnovější",
    "da": "seneste nyt",
    "de": "neueste",
    "el": "τελευταίες",
    "en": "latest articles|latest news|latest posts|latest stories|most recent articles|most recent stories",
    "es": "últimas noticias",
    "fr": "derniers articles|dernières actu",
    "hi": "ताजा",
    "hu": "legfrissebb",
    "id": "terbaru|terkini",
    "it": "ultime notizie|ultimi articoli",
    "ja": "新着|最新",
    "ko": "최신",
    "nb": "siste nytt",
    "nl": "laatste nieuws",
    "pl": "najnowsze",
    "ro": "ultimele",
    "ru": "последние новости",
    "sk": "najnovšie",
    "sv": "senaste nytt",
    "th": "ล่าสุด",
    "tr": "son haberler",
    "uk": "останні новини",
    "vi": "mới nhất",
}
"""The same, of the newest ones."""

LATEST_AT_END = {
    "da": "nyt",
    "de": "aktuell",
    "en": "latest",
    "fr": "en continu",
    "it": "ultime",
    "sv": "senaste",
}
"""What a heading over the newest ones ends with ("Tennis latest")."""

COMMENTS = {
    "ar": "التعليقات|تعليق|تعليقات|تعليقًا",
    "bg": "коментара|коментари",
    "bn": "টি মন্তব্য|মন্তব্য",
    "cs": "diskuse|diskuze|komentář|komentáře|komentářů",
    "da": "kommentarer",
    "de": "beiträge|kommentar|kommentare|kommentaren|leserkommentare|meinungen",
    "el": "σχόλια|σχόλιο",
    "en": "comment|comments|replies|reply|responses|thoughts",
    "es": "comentario|comentarios",
    "fa": "دیدگاه|نظر|نظرات",
    "fi": "kommentit|kommentti|kommenttia",
    "fr": "commentaire|commentaires|réaction|réactions",
    "he": "תגובה|תגובות",
    "hi": "कमेंट|टिप्पणियां|टिप्पणी",
    "hr": "komentar|komentara|komentari",
    "hu": "hozzászólás|komment",
    "it": "commenti|commento",
    "ja": "コメント|件のコメント",
    "ko": "개의 댓글|댓글",
    "nl": "reactie|reacties",
    "pl": "komentarz|komentarze|komentarzy",
    "pt": "comentário|comentários",
    "ro": "comentariu",
    "ru": "комментариев|комментарии|комментарий|комментария",
    "sk": "komentárov",
    "th": "ความคิดเห็น|คอมเมนต์",
    "tr": "yorum|yorumlar|yorumu",
    "uk": "коментар|коментарі|коментарів",
    "vi": "bình luận",
    "zh": "条评论|留言|評論|评论|跟贴",
}
"""What stands beside a number of comments."""

READERS = {
    "en": "likes|reads|shares|views|votes",
    "es": "lecturas|visitas",
    "fr": "vues",
    "id": "kali dibaca|komentar dibaca",
    "it": "letture",
    "pt": "leituras",
    "ru": "просмотров",
    "sv": "läsningar",
    "uk": "переглядів",
    "vi": "lượt xem",
    "zh": "次阅读",
}
"""What stands beside a number of readers, or of what else they did."""
