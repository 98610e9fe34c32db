"""What pages write over the stories that are read, shared or talked about most, by language."""

MOST_READ: dict[str, str] = {
    "af": "gewilde|gewildste|mees gelees",
    "ar": (
        "الأكثر بحثا|الأكثر تداولا|الأكثر تعليقا|الأكثر تفاعلا|الأكثر رواجا|الأكثر زيارة|الأكثر شعبية|الأكثر شيوعا|"
        "الأكثر قراءة|الأكثر مشاركة|الأكثر مشاهدة|ترند|تريند|رائج|رائجة|شائع|لا تفوت|لا تفوتك|لا يفوتك|مواضيع رائجة"
    ),
    "bg": (
        "най-гледани|най-коментирани|най-популярни|най-популярно|най-четени|най-четени новини|най-четено|"
        "не пропускайте|популярни|топ новини"
    ),
    "bn": ("আলোচিত|জনপ্রিয়|পাঠকপ্রিয়|বেশি পঠিত|শীর্ষ পঠিত|সবচেয়ে পঠিত|সবচেয়ে বেশি পঠিত|সর্বাধিক পঠিত|সর্বাধিক পঠিত খবর"),
    "ca": "el més llegit|els més llegits|més llegits",
    "cs": (
        "nejdiskutovanější|nejoblíbenější|nejsledovanější|nejčtenější|nejčtenější za týden|nejčtenější články|"
        "nenechte si ujít|nepřehlédněte|oblíbené články|populární|právě se čte"
    ),
    "da": (
        "gå ikke glip af|mest delte|mest læst|mest læste|mest læste artikler|mest sete|mest sete lige nu|"
        "populære|populære artikler"
    ),
    "de": (
        "am häufigsten gelesen|am meisten gelesen|beliebt|beliebte artikel|beliebte beiträge|beliebteste|"
        "beliebteste artikel|das interessiert gerade|das meistgelesene|die beliebtesten|die meisten leser|"
        "die meistgelesenen|gerade angesagt|leser-lieblinge|meist gelesen|meist kommentiert|meistgeklickt|"
        "meistgelesen|meistgelesene|meistgelesene artikel|meistgesehen|meistgeteilt|meistkommentiert|nicht verpassen|"
        "populäre artikel|populäre beiträge|populäre inhalte|top-artikel|top-themen des tages|viel gelesen"
    ),
    "el": (
        "δημοφιλέστερα|δημοφιλέστερα άρθρα|δημοφιλή|δημοφιλή άρθρα|δημοφιλή τώρα|μη χάσετε|πιο δημοφιλή|"
        "πολυδιαβασμένα|τα δημοφιλέστερα|τα πιο δημοφιλή|τα πιο διαβασμένα|τα πιο πολυδιαβασμένα"
    ),
    "en": (
        "best of the week|best read|do not miss|don't miss|don't miss out|dont miss|"
        "everyone is talking about|hot articles|hot news|hot right now|hot stories|hot topics|"
        "most commented|most discussed|most liked|most loved|most popular|most read|most recommended|"
        "most shared|most talked about|most viewed|most viewed stories|most watched|most-read|"
        "most-viewed|must read|must reads|must-read|must-reads|now trending|popular|popular articles|"
        "popular content|popular discussions|popular in|popular news|popular now|popular on|"
        "popular posts|popular reads|popular right now|popular stories|popular this week|popular today|"
        "popular videos|reader favorites|reader favourites|reader picks|readers' favorites|"
        "readers' favourites|the most read|top 10|top 5|top articles|top posts|top read|top reads|"
        "top trending|top viewed|trending|trending articles|trending in|trending news|trending now|"
        "trending on|trending posts|trending stories|trending today|trends|what everyone is reading|"
        "what people are reading|what people are talking about|what's hot|what's popular|what's trending"
    ),
    "es": (
        "imperdible|imperdibles|las más leídas|las más vistas|las noticias más leídas|lo + leído|lo + leído hoy|"
        "lo + visto|lo más comentado|lo más leído|lo más popular|lo más viral|lo más visto|los más leídos|"
        "los más vistos|más comentadas|más comentados|más leídas|más leído|más leídos|más populares|más vistas|"
        "más vistos|no te lo pierdas|no te pierdas|noticias más leídas|populares|te puede interesar hoy|tendencias"
    ),
    "et": "loetuimad|loetumad|populaarsed",
    "eu": "irakurrienak",
    "fa": (
        "از دست ندهید|داغ ترین|داغ‌ترین|محبوب‌ترین|پربازدید|پربازدید ترین|پربازدیدترین|پربازدیدها|پربحث‌ترین|"
        "پربیننده ترین|پربیننده‌ترین|پرخواننده‌ترین|پرطرفدارترین"
    ),
    "fi": (
        "katsotuimmat|luetuimmat|luetuimmat nyt|luetuin|muut lukevat|suosittua|suosituimmat|suosituimmat nyt|suositut|"
        "älä missaa"
    ),
    "fr": (
        "articles les plus lus|articles populaires|le plus consulté|le plus lu|le top|les + lus|"
        "les articles les plus lus|les plus commentés|les plus consultés|les plus lues|les plus lus|"
        "les plus lus de la semaine|les plus lus du moment|les plus partagés|les plus populaires|les plus vus|"
        "ne manquez pas|plus lus|populaire|populaires|tendances|top des articles|à ne pas manquer|à ne pas rater"
    ),
    "gl": "o máis lido",
    "he": (
        "אל תפספסו|הכי נצפות|הכי נקרא|הכי נקראות|הכי פופולרי|הנצפות ביותר|הנצפים ביותר|הנקראות ביותר|הנקראים ביותר|"
        "חם עכשיו|פופולרי"
    ),
    "hi": (
        "चर्चित|जरूर पढ़ें|ज़रूर पढ़ें|ज्यादा पढ़ी गई|टॉप न्यूज|ट्रेंडिंग|ट्रेंडिंग न्यूज|ट्रेंडिंग न्यूज़|"
        "मिस न करें|लोकप्रिय|लोकप्रिय खबरें|सबसे अधिक पढ़ी गई|सबसे ज़्यादा पढ़ी गईं|सबसे ज्यादा पढ़ी गई|"
        "सबसे ज्यादा पढ़े गए|सर्वाधिक देखी गई|सर्वाधिक पठित|सर्वाधिक पढ़ी गई"
    ),
    "hr": "najpopularnije|najpopularniji|najčitanije|najčitaniji|ne propustite",
    "hu": (
        "a legolvasottabb|legnépszerűbb|legolvasottabb|legolvasottabb cikkek|legolvasottabbak|most olvassák|"
        "ne hagyja ki|népszerű|népszerű cikkek"
    ),
    "id": (
        "artikel populer|banyak dibaca|berita populer|berita terpopuler|jangan lewatkan|paling banyak dibaca|"
        "paling banyak dilihat|paling dibaca|paling popular|paling populer|terpopuler|terpopuler hari ini|"
        "terpopuler minggu ini|trending hari ini"
    ),
    "is": "mest lesið|vinsælast",
    "it": (
        "articoli più letti|articoli più popolari|da non perdere|di tendenza|gli articoli più letti|i più commentati|"
        "i più letti|i più visti|le notizie più lette|le più cliccate|le più lette|le più popolari|le più viste|"
        "più commentate|più commentati|più condivisi|più lette|più letti|più letto|più popolari|più visti|tendenze"
    ),
    "ja": (
        "いま読まれている記事|お見逃しなく|みんなが読んでいる|よく読まれた記事|よく読まれているニュース|よく読まれているページ|よく読まれている記事|よく読まれる記事|アクセスランキング|アクセス数ランキング|"
        "ニュースランキング|ランキング|人気のニュース|人気の投稿|人気の記事|人気ランキング|人気記事|人気記事ランキング|今読まれている記事|急上昇|注目の記事|注目記事|総合ランキング|見逃せない記事|"
        "記事ランキング|話題のニュース|話題の記事|週間ランキング"
    ),
    "ko": (
        "가장 많이 본|가장 많이 본 뉴스|가장 많이 읽은|놓치면 안 되는 기사|놓치지 마세요|놓칠 수 없는 기사|댓글 많은|랭킹뉴스|많이 본|많이 본 글|많이 본 기사|많이 본 뉴스|"
        "많이 읽은 기사|많이본 뉴스|베스트 클릭|실시간 랭킹|실시간 인기|오늘의 인기기사|인기 급상승|인기 기사|인기 뉴스|인기 콘텐츠|인기글|인기기사|인기뉴스|조회수|주간 인기|"
        "주요뉴스 많이 본|핫이슈|화제의 뉴스"
    ),
    "lt": "populiariausi|populiariausios|skaitomiausi|skaitomiausios",
    "lv": "lasītākais|lasītākie|populiārākie|populārākie raksti|skaitītākās|viskam sekotākais",
    "mk": "најчитани",
    "ml": "ട്രെൻഡിങ്",
    "mr": "ट्रेंडिंग बातम्या|लोकप्रिय बातम्या",
    "nb": (
        "ikke gå glipp av|mest delt|mest lest|mest lest nå|mest leste saker|mest sette|populære saker|populært|"
        "populært nå"
    ),
    "ne": "ट्रेंडिंङ",
    "nl": (
        "best gelezen|meest bekeken|meest besproken|meest gedeeld|meest gelezen|mis dit niet|mis niet|mis niets|"
        "net binnen populair|niet missen|niet te missen|nu populair|populair|populair nieuws|populaire artikelen|"
        "populairste|trending nieuws|veelgelezen"
    ),
    "pl": (
        "hity dnia|na czasie|najchętniej czytane|najczęściej czytane|najczęściej komentowane|najczęściej oglądane|"
        "najpopularniejsze|najpopularniejsze artykuły|nie przegap|polecane i popularne|popularne|popularne artykuły|"
        "popularne teraz"
    ),
    "pt": (
        "artigos populares|as mais lidas|as mais vistas|em alta|em destaque agora|mais acessadas|mais clicadas|"
        "mais comentadas|mais compartilhadas|mais lidas|mais lidos|mais populares|mais vistas|mais vistos|"
        "notícias populares|não perca|os mais lidos|posts populares"
    ),
    "ro": (
        "articole populare|cele mai accesate|cele mai citite|cele mai comentate|cele mai populare|"
        "cele mai vizualizate|nu rata|populare|în trend|știri populare"
    ),
    "ru": (
        "в тренде|выбор читателей|не пропустите|обсуждаемое|популярное|популярные материалы|популярные новости|"
        "популярные статьи|рейтинг новостей|самое обсуждаемое|самое популярное|самое читаемое|самые популярные|"
        "самые читаемые|сейчас читают|топ дня|топ недели|топ новостей|топ-новости|читаемое|читают сейчас|что читают"
    ),
    "sk": "najdiskutovanejšie|najobľúbenejšie|najčítanejšie|najčítanejšie články|neprehliadnite|práve sa číta",
    "sl": "najbolj brani|najbolj brano",
    "sq": "më të lexuarat",
    "sr": "најновије и најчитаније|најпопуларније|најчитаније|најчитано",
    "sv": (
        "mest delat|mest kommenterat|mest läst|mest läst just nu|mest lästa|mest lästa just nu|mest populärt|"
        "missa inte|populära artiklar|populärt|toppnyheter"
    ),
    "sw": (
        "iliyosomwa zaidi|maarufu|maarufu zaidi|usikose|zilizosomwa zaidi|zilizosomwa ziadi|zinazosomwa zaidi|"
        "zinazovuma"
    ),
    "ta": "அதிகம் படிக்கப்பட்டவை|அதிகம் படித்தவை|அதிகம் பார்க்கப்பட்டவை|அதிகம் வாசிக்கப்பட்டவை|பிரபலமானவை",
    "te": "ట్రెండింగ్|ట్రెండింగ్ వార్తలు",
    "th": (
        "กำลังเป็นที่นิยม|ข่าวที่อ่านมากที่สุด|ข่าวยอดนิยม|ข่าวฮิต|ข่าวเด่น|ยอดนิยม|ห้ามพลาด|อย่าพลาด|อ่านมากที่สุด|อ่านมากสุด|เรื่องฮิต|ไม่ควรพลาด"
    ),
    "tr": (
        "en popüler|en çok izlenenler|en çok konuşulanlar|en çok okunan|en çok okunan haberler|en çok okunanlar|"
        "en çok tıklananlar|haftanın en çok okunanları|kaçırmayın|popüler|popüler haberler|popüler içerikler|"
        "popüler yazılar|trend|trend haberler|çok konuşulanlar|çok okunan|çok okunanlar|öne çıkan haberler"
    ),
    "uk": (
        "зараз читають|найпопулярніше|найпопулярніші|найчитаніше|не пропустіть|популярне|популярні матеріали|"
        "популярні новини|топ новин|топ-новини дня|читають зараз"
    ),
    "ur": "زیادہ پڑھی جانے والی|سب سے زیادہ پڑھی|مقبول|مقبول خبریں",
    "vi": (
        "bài đọc nhiều|nổi bật|tin hot|tin nổi bật|tin đọc nhiều|xem nhiều|xem nhiều nhất|đang được quan tâm|"
        "được quan tâm|đọc nhiều|đọc nhiều nhất|đọc nhiều trong tuần|đừng bỏ lỡ"
    ),
    "zh": (
        "24小时排行|24小时热文|一週點擊排行|不容错过|不要錯過|不要错过|人气排行|人气榜|人氣排行|人氣文章|人氣新聞|别错过|大家都在看|排行榜|最受欢迎|最受歡迎|最多人看|最多人閱讀|点击排行|"
        "点击排行榜|点击榜|热搜|热文排行|热榜|热点|热点新闻|热读|热门|热门排行|热门推荐|热门文章|热门新闻|热门阅读|熱門|熱門排行|熱門文章|熱門文章排行|熱門新聞|熱門閱讀|熱門點閱|熱點|閱讀排行|"
        "阅读排行|點閱排行"
    ),
}
