"""What pages write over the stories that are read, shared or talked about most, by language."""

MOST_READ: dict[str, str] = {
    "af": "gewilde|gewildste|mees gelees",
    "ar": (
        "الأكثر تداولا|الأكثر تفاعلا|الأكثر رواجا|الأكثر زيارة|الأكثر شعبية|الأكثر شيوعا|الأكثر قراءة|"
        "الأكثر مشاهدة|ترند|تريند|رائج|رائجة|شائع|لا تفوت|لا تفوتك|لا يفوتك"
    ),
    "bg": "най-гледани|най-популярни|най-четени|най-четено|не пропускайте|популярни|топ новини",
    "bn": "আলোচিত|জনপ্রিয়|পাঠকপ্রিয়|সর্বাধিক পঠিত|সর্বাধিক পঠিত খবর",
    "ca": "el més llegit|els més llegits",
    "cs": "nejoblíbenější|nejsledovanější|nejčtenější|nejčtenější články|nepřehlédněte|populární",
    "da": "gå ikke glip af|mest læst|mest læste|mest sete",
    "de": (
        "am häufigsten gelesen|am meisten gelesen|beliebt|beliebte artikel|beliebte beiträge|beliebteste|"
        "beliebteste artikel|das meistgelesene|die beliebtesten|die meistgelesenen|gerade angesagt|meist gelesen|"
        "meist kommentiert|meistgeklickt|meistgelesen|meistgelesene|meistgelesene artikel|meistkommentiert|"
        "nicht verpassen|populäre artikel|populäre beiträge|populäre inhalte|top-artikel|viel gelesen"
    ),
    "el": (
        "δημοφιλέστερα|δημοφιλή|δημοφιλή άρθρα|μη χάσετε|πιο δημοφιλή|τα δημοφιλέστερα|τα πιο δημοφιλή|"
        "τα πιο διαβασμένα"
    ),
    "en": (
        "best of the week|best read|do not miss|don't miss|don't miss out|dont miss|everyone is talking about|"
        "hot news|hot stories|hot topics|most commented|most discussed|most liked|most popular|most read|"
        "most recommended|most shared|most viewed|most watched|most-read|most-viewed|must read|must reads|"
        "must-read|must-reads|now trending|popular|popular articles|popular discussions|popular in|popular news|"
        "popular now|popular on|popular posts|popular reads|popular stories|popular this week|reader favorites|"
        "reader favourites|the most read|top 10|top 5|top articles|top read|top reads|top viewed|trending|"
        "trending articles|trending in|trending news|trending now|trending on|trending posts|trending stories|"
        "trends|what everyone is reading|what people are reading|what's hot|what's popular|what's trending"
    ),
    "es": (
        "imperdible|imperdibles|las más leídas|las noticias más leídas|lo + leído|lo + visto|lo más comentado|"
        "lo más leído|lo más popular|lo más visto|los más leídos|más leídas|más leído|más leídos|más populares|"
        "más vistas|más vistos|no te lo pierdas|no te pierdas|noticias más leídas|populares|"
        "te puede interesar hoy|tendencias"
    ),
    "et": "loetuimad|populaarsed",
    "eu": "irakurrienak",
    "fa": "محبوب‌ترین|پربازدید|پربازدیدترین|پربازدیدها|پربحث‌ترین|پرخواننده‌ترین|پرطرفدارترین",
    "fi": "katsotuimmat|luetuimmat|luetuin|suosituimmat|älä missaa",
    "fr": (
        "articles les plus lus|le plus lu|les articles les plus lus|les plus commentés|les plus consultés|"
        "les plus lues|les plus lus|les plus partagés|les plus populaires|ne manquez pas|plus lus|populaire|"
        "populaires|tendances|à ne pas manquer|à ne pas rater"
    ),
    "gl": "o máis lido",
    "he": "אל תפספסו|הכי נצפות|הכי נקראות|הנצפות ביותר|הנצפים ביותר|הנקראות ביותר|פופולרי",
    "hi": (
        "चर्चित|टॉप न्यूज|ट्रेंडिंग|ट्रेंडिंग न्यूज|ट्रेंडिंग न्यूज़|लोकप्रिय|लोकप्रिय खबरें|"
        "सबसे ज़्यादा पढ़ी गईं|सबसे ज्यादा पढ़ी गई|सबसे ज्यादा पढ़े गए|सर्वाधिक पठित|सर्वाधिक पढ़ी गई"
    ),
    "hr": "najpopularnije|najpopularniji|najčitanije|najčitaniji|ne propustite",
    "hu": "a legolvasottabb|legnépszerűbb|legolvasottabb|legolvasottabbak|ne hagyja ki|népszerű",
    "id": (
        "banyak dibaca|berita terpopuler|jangan lewatkan|paling banyak dibaca|paling dibaca|paling popular|"
        "terpopuler|terpopuler hari ini|trending hari ini"
    ),
    "is": "mest lesið|vinsælast",
    "it": (
        "articoli più letti|da non perdere|di tendenza|gli articoli più letti|i più letti|i più visti|"
        "le notizie più lette|le più lette|più commentati|più condivisi|più lette|più letti|più letto|"
        "più popolari|più visti|tendenze"
    ),
    "ja": (
        "いま読まれている記事|よく読まれた記事|よく読まれているニュース|よく読まれているページ|よく読まれている記事|アクセスランキング|ニュースランキング|ランキング|人気の記事|人気ランキング|人気記事|"
        "人気記事ランキング|今読まれている記事|急上昇|注目の記事|注目記事|総合ランキング|記事ランキング|話題のニュース|話題の記事|週間ランキング"
    ),
    "ko": (
        "가장 많이 본|가장 많이 본 뉴스|가장 많이 읽은|댓글 많은|랭킹뉴스|많이 본|많이 본 기사|많이 본 뉴스|많이 읽은 기사|많이본 뉴스|실시간 랭킹|실시간 인기|인기 급상승|인기 기사|"
        "인기 뉴스|인기글|인기기사|인기뉴스|조회수|주요뉴스 많이 본|핫이슈|화제의 뉴스"
    ),
    "lt": "populiariausi|populiariausios|skaitomiausi|skaitomiausios",
    "lv": "lasītākie|populiārākie|populārākie raksti|skaitītākās|viskam sekotākais",
    "ml": "ട്രെൻഡിങ്",
    "mr": "ट्रेंडिंग बातम्या|लोकप्रिय बातम्या",
    "nb": "ikke gå glipp av|mest lest|mest lest nå|mest sette|populært|populært nå",
    "ne": "ट्रेंडिंङ",
    "nl": (
        "best gelezen|meest bekeken|meest gelezen|net binnen populair|populair|populairste|trending nieuws|veelgelezen"
    ),
    "pl": (
        "najchętniej czytane|najczęściej czytane|najczęściej oglądane|najpopularniejsze|nie przegap|"
        "polecane i popularne|popularne|popularne teraz"
    ),
    "pt": (
        "as mais lidas|em alta|em destaque agora|mais acessadas|mais comentadas|mais lidas|mais lidos|"
        "mais populares|mais vistas|mais vistos|não perca|os mais lidos"
    ),
    "ro": "cele mai accesate|cele mai citite|cele mai populare|cele mai vizualizate|nu rata|populare",
    "ru": (
        "в тренде|выбор читателей|не пропустите|популярное|популярные новости|популярные статьи|"
        "самое обсуждаемое|самое популярное|самое читаемое|самые читаемые|топ новостей|топ-новости|читаемое"
    ),
    "sk": "najobľúbenejšie|najčítanejšie|neprehliadnite",
    "sl": "najbolj brani|najbolj brano",
    "sr": "најновије и најчитаније|најпопуларније|најчитаније|најчитано",
    "sv": "mest delat|mest läst|mest lästa|mest populärt|missa inte|populärt",
    "sw": (
        "iliyosomwa zaidi|maarufu|maarufu zaidi|usikose|zilizosomwa zaidi|zilizosomwa ziadi|zinazosomwa zaidi|"
        "zinazovuma"
    ),
    "ta": "அதிகம் படிக்கப்பட்டவை|அதிகம் படித்தவை|பிரபலமானவை",
    "te": "ట్రెండింగ్|ట్రెండింగ్ వార్తలు",
    "th": "ข่าวยอดนิยม|ข่าวฮิต|ยอดนิยม|ห้ามพลาด|อ่านมากที่สุด|เรื่องฮิต",
    "tr": (
        "en popüler|en çok izlenenler|en çok konuşulanlar|en çok okunan|en çok okunan haberler|en çok okunanlar|"
        "kaçırmayın|popüler|popüler haberler|trend|trend haberler|çok okunan|çok okunanlar|öne çıkan haberler"
    ),
    "uk": "найпопулярніше|найчитаніше|не пропустіть|популярне|популярні новини",
    "ur": "زیادہ پڑھی جانے والی|سب سے زیادہ پڑھی|مقبول|مقبول خبریں",
    "vi": (
        "nổi bật|tin nổi bật|tin đọc nhiều|xem nhiều|xem nhiều nhất|được quan tâm|đọc nhiều|đọc nhiều nhất|đừng bỏ lỡ"
    ),
    "zh": (
        "24小时热文|一週點擊排行|人气排行|人氣排行|人氣文章|人氣新聞|大家都在看|排行榜|最受欢迎|最受歡迎|最多人閱讀|点击排行|点击榜|热搜|热文排行|热点|热点新闻|热门|热门排行|热门推荐|热门文章|"
        "热门新闻|熱門|熱門排行|熱門文章|熱門新聞|熱門點閱|熱點|閱讀排行|阅读排行|點閱排行"
    ),
}
