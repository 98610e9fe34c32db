"""The words that news pages write over, or before, links to other stories, in the languages they are written in."""

import re
import unicodedata
from functools import lru_cache

from tui.model import Relation
from tui.text import line
from tui.values import Value

_PHRASES: dict[Relation, str] = {
    Relation.PREVIOUS: """
        previous|vorherige|vorheriger|vorheriges|older posts|older story|older article|older news|older articles|older|ältere|ältere beiträge|ältere posts|entradas antiguas|post più vecchi|articles plus anciens|previous story|previous post|previous article|previous news|prev|prev story|prev post|prev article|prev news|older post|older story
        |vorheriger artikel|vorheriger beitrag|voriger artikel|voriger beitrag|vorherige meldung|älterer beitrag
        |article précédent|précédent|actualité précédente|l'article précédent|noticia anterior|artículo anterior|entrada anterior
        |anterior|nota anterior|articolo precedente|precedente|post precedente|artigo anterior|post anterior|matéria anterior|próximo anterior|notícia anterior
        |vorig artikel|vorige artikel|vorig bericht|vorige bericht|föregående artikel|föregående|forrige artikkel|forrige artikel|forrige sak|forrige
        |edellinen artikkeli|edellinen|poprzedni artykuł|poprzedni wpis|poprzedni|předchozí článek|předchozí|predchádzajúci článok|előző cikk|előző
        |articolul precedent|articolul anterior|предыдущая статья|предыдущая новость|предыдущий материал|предыдущая запись|предыдущая|попередня стаття|попередня новина|попередня
        |предишна статия|предишна новина|претходна вест|prethodni članak|prethodna vest|prethodno|prejšnji članek
        |προηγούμενο άρθρο|προηγούμενο|önceki haber|önceki yazı|önceki makale|önceki|المقال السابق|الخبر السابق|السابق|المقالة السابقة|הכתבה הקודמת|הקודם|הפוסט הקודם
        |خبر قبلی|مطلب قبلی|قبلی|पिछला लेख|पिछली खबर|पिछला|আগের সংবাদ|আগের খবর|পূর্ববর্তী|முந்தைய செய்தி|artikel sebelumnya|berita sebelumnya|sebelumnya|habari iliyotangulia|iliyotangulia
        |bài trước|bài viết trước|tin trước|前の記事|前へ|前の投稿|上一篇|上一则|上一條|上一则新闻|上一篇文章|이전 기사|이전기사|이전글|이전 글|ข่าวก่อนหน้า|บทความก่อนหน้า""",
    Relation.NEXT: """
        next|nächste|nächster|nächstes|newer|newer posts|newer story|newer article|newer news|newer articles|neuere|neuere beiträge|neuere posts|entradas más recientes siguientes|next story|next post|next article|next news|newer post|newer story|up next|nächster artikel|nächster beitrag|nächste meldung|neuerer beitrag
        |article suivant|suivant|actualité suivante|l'article suivant|noticia siguiente|siguiente noticia|artículo siguiente|siguiente artículo|entrada siguiente|siguiente|nota siguiente|próxima nota
        |articolo successivo|prossimo articolo|successivo|post successivo|próximo artigo|próximo post|próxima matéria|próxima notícia|próximo
        |volgend artikel|volgende artikel|volgend bericht|volgende bericht|nästa artikel|nästa|neste artikkel|neste sak|neste|næste artikel|næste|seuraava artikkeli|seuraava
        |następny artykuł|następny wpis|następny|další článek|následující článek|nasledujúci článok|ďalší článok|következő cikk|következő|articolul următor|următorul articol
        |следующая статья|следующая новость|следующий материал|следующая запись|следующая|наступна стаття|наступна новина|наступна|следваща статия|следваща новина
        |следна вест|sljedeći članak|sledeća vest|sledeći članak|sledeće|naslednji članek|επόμενο άρθρο|επόμενο|sonraki haber|sonraki yazı|sonraki makale|sonraki|sıradaki haber
        |المقال التالي|الخبر التالي|التالي|المقالة التالية|הכתבה הבאה|הבא|הפוסט הבא|خبر بعدی|مطلب بعدی|بعدی|अगला लेख|अगली खबर|अगला|পরের সংবাদ|পরের খবর|পরবর্তী|அடுத்த செய்தி
        |artikel selanjutnya|berita selanjutnya|berita berikutnya|artikel berikutnya|selanjutnya|habari inayofuata|inayofuata|bài tiếp theo|bài tiếp|tin tiếp theo
        |次の記事|次へ|次の投稿|下一篇|下一则|下一條|下一篇文章|다음 기사|다음기사|다음글|다음 글|ข่าวถัดไป|บทความถัดไป""",
    Relation.MOST_READ: """
        most read|most viewed|most popular|most shared|most commented|most discussed|most watched|most recommended|the most read|popular|popular now|popular posts|popular stories|popular articles
        |popular news|popular reads|popular discussions|popular on|popular in|popular this week|what's popular|most-read|most-viewed|must read|must reads|must-read|must-reads|don't miss|do not miss|dont miss|don't miss out|trending|trending now|trending stories
        |trending news|trending posts|trending on|trending in|trending articles|now trending|what's trending|hot topics|hot news|hot stories|what's hot|top reads|top read|top viewed|best of the week|best read|top 5|top 10|most liked
        |meistgelesen|meist gelesen|meistgelesene|meistgelesene artikel|am meisten gelesen|das meistgelesene|die meistgelesenen|meistgeklickt|meistkommentiert|meist kommentiert|beliebt|beliebte artikel|beliebteste artikel|beliebte beiträge|beliebteste
        |nicht verpassen|die beliebtesten|top-artikel|am häufigsten gelesen|gerade angesagt|viel gelesen
        |les plus lus|le plus lu|les plus lues|articles les plus lus|les articles les plus lus|les plus consultés|les plus populaires|populaires|populaire|tendances|à ne pas manquer|à ne pas rater|ne manquez pas|les plus commentés|les plus partagés|plus lus|top articles
        |lo más leído|más leído|los más leídos|las más leídas|lo más visto|más leídas|más leídos|más vistos|más vistas|lo más popular|populares|tendencias|no te pierdas|no te lo pierdas|lo más comentado|noticias más leídas|las noticias más leídas|más populares|imperdible|imperdibles|lo + leído|lo + visto|te puede interesar hoy
        |i più letti|le più lette|più letti|più lette|più letto|i più visti|più visti|più popolari|articoli più letti|gli articoli più letti|le notizie più lette|da non perdere|di tendenza|tendenze|più commentati|più condivisi
        |mais lidas|mais lidos|as mais lidas|os mais lidos|mais vistas|mais vistos|mais populares|mais acessadas|mais comentadas|em alta|não perca|tendências|em destaque agora|trends
        |meest gelezen|meest bekeken|populair|populairste|best gelezen|net binnen populair|veelgelezen|trending nieuws|mest läst|mest lästa|mest lest|mest lest nå|mest læst|mest læste|mest sette|mest sete|mest populärt|populært|populärt|populært nå|missa inte|mest delat|gå ikke glip af|ikke gå glipp av
        |luetuimmat|suosituimmat|katsotuimmat|luetuin|älä missaa|najczęściej czytane|najpopularniejsze|popularne|popularne teraz|najchętniej czytane|nie przegap|najczęściej oglądane|polecane i popularne|nejčtenější|nejčtenější články|nejsledovanější|nepřehlédněte|populární|najčítanejšie|neprehliadnite
        |legolvasottabb|a legolvasottabb|legnépszerűbb|legolvasottabbak|népszerű|ne hagyja ki|cele mai citite|cele mai populare|cele mai accesate|cele mai vizualizate|populare|nu rata
        |самое читаемое|самое популярное|популярное|популярные новости|популярные статьи|самые читаемые|самое обсуждаемое|топ новостей|топ-новости|не пропустите|в тренде|выбор читателей|читаемое|популярні новини|популярне|найпопулярніше|найчитаніше|не пропустіть|топ новини|най-четени|най-четено|най-популярни|популярни|не пропускайте
        |најчитаније|најпопуларније|најчитано|најновије и најчитаније|najčitanije|najpopularnije|najčitaniji|ne propustite|najbolj brano|najbolj brani|δημοφιλή|τα δημοφιλέστερα|δημοφιλέστερα|τα πιο δημοφιλή|πιο δημοφιλή|δημοφιλή άρθρα|τα πιο διαβασμένα|μη χάσετε|δημοφιλεστερα
        |en çok okunan|en çok okunanlar|çok okunan|çok okunanlar|en çok okunan haberler|popüler|popüler haberler|en popüler|öne çıkan haberler|trend|trend haberler|kaçırmayın|en çok izlenenler|en çok konuşulanlar
        |الأكثر قراءة|الاكثر قراءة|الأكثر مشاهدة|الاكثر مشاهدة|الأكثر شعبية|الأكثر تداولا|الأكثر رواجا|الأكثر زيارة|الأكثر شيوعا|لا تفوت|لا تفوتك|لا يفوتك|الأكثر تفاعلا|شائع|رائج|رائجة|تريند|ترند|הנקראות ביותר|הנצפים ביותר|הכי נקראות|הכי נצפות|פופולרי|הנצפות ביותר|אל תפספסו
        |پربازدیدترین|پربازدیدها|پربازدید|پرطرفدارترین|پرخواننده‌ترین|محبوب‌ترین|پربحث‌ترین|مقبول خبریں|مقبول|سب سے زیادہ پڑھی|زیادہ پڑھی جانے والی|सबसे ज्यादा पढ़े गए|सर्वाधिक पढ़ी गई|सबसे ज़्यादा पढ़ी गईं|सबसे ज्यादा पढ़ी गई|लोकप्रिय|लोकप्रिय खबरें|ट्रेंडिंग|ट्रेंडिंग न्यूज|ट्रेंडिंग न्यूज़|चर्चित|टॉप न्यूज|सर्वाधिक पठित
        |সর্বাধিক পঠিত|সর্বাধিক পঠিত খবর|জনপ্রিয়|পাঠকপ্রিয়|আলোচিত|அதிகம் படித்தவை|பிரபலமானவை|அதிகம் படிக்கப்பட்டவை|ట్రెండింగ్|ట్రెండింగ్ వార్తలు|ट्रेंडिंग बातम्या|लोकप्रिय बातम्या|ट्रेंडिंङ|ട്രെൻഡിങ്
        |terpopuler|berita terpopuler|paling banyak dibaca|paling popular|terpopuler hari ini|populer|paling dibaca|jangan lewatkan|trending hari ini|banyak dibaca|zilizosomwa zaidi|zilizosomwa ziadi|maarufu|maarufu zaidi|zinazosomwa zaidi|iliyosomwa zaidi|zinazovuma|usikose
        |đọc nhiều|đọc nhiều nhất|xem nhiều|xem nhiều nhất|tin đọc nhiều|tin nổi bật|được quan tâm|nổi bật|đừng bỏ lỡ|ข่าวยอดนิยม|ยอดนิยม|อ่านมากที่สุด|ข่าวฮิต|ห้ามพลาด|เรื่องฮิต
        |人気記事|人気の記事|人気記事ランキング|アクセスランキング|ランキング|よく読まれている記事|よく読まれた記事|人気ランキング|注目記事|話題の記事|急上昇|热门文章|热门新闻|热门推荐|热门|熱門新聞|熱門文章|熱門|点击排行|阅读排行|热点|熱點|热文排行|点击榜|排行榜|最多人閱讀|人氣新聞|熱門排行|热搜|热点新闻|最受欢迎|最受歡迎
        |인기뉴스|인기 뉴스|인기기사|인기 기사|많이 본 뉴스|많이 본 기사|많이본 뉴스|많이 본|가장 많이 본|가장 많이 읽은|실시간 인기|인기글|랭킹뉴스|주요뉴스 많이 본|댓글 많은|화제의 뉴스|핫이슈|loetuimad|populaarsed|skaitītākās|lasītākie|skaitomiausi|populiariausi|skaitomiausios|populiārākie|els més llegits|el més llegit|irakurrienak|o máis lido
        |mest lesið|vinsælast|populäre artikel|populäre beiträge|populäre inhalte|mees gelees|gewildste|gewilde|熱門點閱|點閱排行|一週點擊排行|大家都在看|人气排行|24小时热文|热门排行|人氣排行|人氣文章|閱讀排行|よく読まれているニュース|よく読まれているページ|話題のニュース|いま読まれている記事|今読まれている記事|注目の記事|ニュースランキング|記事ランキング|総合ランキング|週間ランキング|가장 많이 본 뉴스|인기 급상승|조회수|실시간 랭킹|많이 읽은 기사|najpopularniji|најпопуларније|най-гледани|najobľúbenejšie|nejoblíbenější|viskam sekotākais|populārākie raksti|populiariausios|what everyone is reading|what people are reading|reader favorites|reader favourites|everyone is talking about""",
    Relation.LATEST: """
        latest|the latest|latest news|latest stories|latest posts|latest articles|latest from|latest in|latest updates|latest headlines|the latest from|the latest news|the latest stories|latest video|latest videos|recent|recent posts|recent news|recent stories|recent articles|most recent|new|new stories|newest|newest stories|just in|breaking news|what's new|also new|more latest news|news feed|newsfeed|new on|new from|this just in|today's news|today's headlines|news in brief|live updates|recently published|recently added
        |neueste|neueste artikel|neueste beiträge|neueste nachrichten|neueste meldungen|neuste artikel|neuste beiträge|das neueste|das neueste aus|neues aus|neu auf|aktuelle meldungen|aktuelle nachrichten|aktuelle artikel|aktuelle beiträge|aktuelles|letzte meldungen|letzte beiträge|newsticker|neueste aus|die neuesten|die neusten|jetzt neu|neu|schlagzeilen|aktuell|eilmeldungen|zuletzt veröffentlicht|neueste storys|neuste storys
        |dernières nouvelles|dernières actualités|dernières infos|derniers articles|les dernières|les derniers articles|les dernières actualités|les dernières infos|les dernières nouvelles|à la une|dernière minute|en direct|en continu|le fil info|fil info|fil actu|l'actualité en continu|actualités récentes|dernières publications|articles récents|plus récents|derniers
        |últimas noticias|lo último|lo más reciente|las últimas noticias|últimas|más recientes|noticias recientes|entradas recientes|artículos recientes|última hora|lo último en|últimos artículos|lo más nuevo|recientes|minuto a minuto|último momento|las últimas|lo último de|últimas entradas
        |ultime notizie|ultimi articoli|ultime news|le ultime notizie|ultimi|ultime|le ultime|gli ultimi articoli|ultim'ora|ultima ora|articoli recenti|le ultime news|più recenti|ultimi post|recenti|notizie recenti|le notizie di oggi
        |últimas notícias|as últimas|mais recentes|notícias recentes|últimos artigos|artigos recentes|posts recentes|últimas de|plantão|ao minuto|últimas publicações|última hora
        |laatste nieuws|het laatste nieuws|laatste berichten|recente berichten|nieuwste|nieuwste artikelen|meest recent|net binnen|recent nieuws|laatste artikelen|het laatste|nieuwste berichten|laatste
        |senaste|senaste nytt|senaste nyheterna|senaste nyheter|det senaste|senaste artiklarna|senast|senaste inläggen|just nu|siste nytt|siste|siste saker|siste nyheter|siste fra|nyeste|seneste nyt|seneste|seneste nyheder|seneste artikler|det seneste|nyeste artikler|lige nu|nyeste saker|flere nyheder
        |uusimmat|uusimmat uutiset|tuoreimmat|viimeisimmät|tuoreimmat uutiset|uusimmat artikkelit|najnowsze|najnowsze wiadomości|najnowsze artykuły|ostatnie wpisy|ostatnio dodane|z ostatniej chwili|najnowsze wpisy|najświeższe|aktualności|nejnovější|nejnovější články|nejnovější zprávy|poslední zprávy|aktuálně|aktuální zprávy|najnovšie|najnovšie články|najnovšie správy|aktuálne správy
        |legfrissebb|legfrissebb hírek|friss hírek|friss|legújabb|legújabb cikkek|legfrissebb cikkek|ultimele știri|ultimele stiri|ultimele articole|cele mai noi|cele mai recente|ultima oră|ultima ora|ultimele|știri recente|cele mai noi știri|articole recente|ultimele noutăți
        |последние новости|свежие новости|последнее|лента новостей|новое|новые материалы|последние материалы|новости дня|последние статьи|свежее|самое свежее|лента|новости по теме дня|сейчас на главной|новые статьи|свежие записи|останні новини|свіжі новини|стрічка новин|останнє|нове|останні публікації|последни новини|най-нови|най-новото|последни|актуално|най-ново|последни публикации
        |најновије|најновије вести|последње вести|најнови вести|најново|последни вести|najnovije|najnovije vijesti|najnovije vesti|poslednje vesti|zadnje vijesti|najnovije objave|najnovejše|zadnje novice|najnovejše novice|τελευταία νέα|τελευταία άρθρα|τελευταίες ειδήσεις|πρόσφατα|πρόσφατα άρθρα|ροή ειδήσεων|τα τελευταία|τα νέα|ροη ειδησεων|όλες οι ειδήσεις
        |son haberler|en son haberler|son dakika|son dakika haberleri|en son|son eklenenler|son yazılar|güncel haberler|en yeni|en yeniler|en yeni haberler|günün haberleri|son gelişmeler|أحدث الأخبار|آخر الأخبار|اخر الاخبار|أحدث المقالات|الأحدث|آخر المستجدات|أخر الأخبار|أحدث|آخر المقالات|أحدث المواضيع|الأخبار العاجلة|عاجل|جديد|اخر المستجدات|חדשות אחרונות|עדכונים אחרונים|הכי חדש|חדש|כתבות אחרונות|מבזקים|האחרונות
        |آخرین اخبار|تازه‌ترین|جدیدترین|جدیدترین اخبار|تازه‌ترین اخبار|آخرین خبرها|تازہ ترین|تازہ ترین خبریں|ताज़ा खबरें|ताजा खबरें|ताज़ा ख़बरें|ताजा समाचार|लेटेस्ट न्यूज|लेटेस्ट न्यूज़|नवीनतम|हाल की खबरें|नई खबरें|ताज़ा समाचार|ब्रेकिंग न्यूज़|ताज्या बातम्या|लेटेस्ट|ताजा अपडेट
        |সর্বশেষ|সর্বশেষ সংবাদ|সর্বশেষ খবর|সাম্প্রতিক|এই মুহূর্তে|சமீபத்திய செய்திகள்|அண்மைச் செய்திகள்|తాజా వార్తలు|ताजा|ഏറ്റവും പുതിയ വാർത്തകൾ|તાજા સમાચાર|ਤਾਜ਼ਾ ਖ਼ਬਰਾਂ|ತಾಜಾ ಸುದ್ದಿ
        |berita terbaru|terbaru|terkini|berita terkini|artikel terbaru|pos terbaru|kabar terbaru|habari mpya|habari za hivi karibuni|mpya|za hivi punde|habari za hivi punde|taarifa mpya|makala mpya|mới nhất|tin mới|tin mới nhất|tin tức mới nhất|bài mới nhất|bài mới|tin mới cập nhật|ข่าวล่าสุด|ล่าสุด|บทความล่าสุด|mga pinakabagong balita|pinakabagong balita|pinakabago
        |最新記事|新着記事|最新ニュース|最新の記事|新着|新着ニュース|最近の投稿|最近の記事|速報|最新文章|最新新闻|最新消息|最新新聞|最新|即时新闻|即時新聞|滚动新闻|最新资讯|最新报道|最新發布|最新发布|近期文章|即時|最新更新|要闻|今日要闻
        |최신뉴스|최신 뉴스|최신기사|최신 기사|최신글|속보|실시간 뉴스|오늘의 뉴스|최근 기사|viimased uudised|värskemad|uusimad|jaunākās ziņas|jaunākie raksti|jaunākais|naujausi|naujausios naujienos|naujausi straipsniai|azken berriak|les últimes notícies|darreres notícies|últimes notícies|últimas novas
        |nýjustu fréttir|nýjast|nýtt|jongste nuus|nuutste|jongste|最新报道|最新動態|最新动态|今日最新|最新発表|最新情報|おすすめ最新|최신 기사|방금 전|naujienos|jaunākie|uudised|viimased""",
    Relation.ALSO_READ: """
        also read|also read this|read also|read also this|also see|see also|read more|read more on|read more about|read more from|read more here|more|read next|read now|read this|read this next|related story|related read|related reading|further reading|keep reading|continue reading about|you might also like to read|more to read|don't miss this|must read now|recommended reading|also on|must see
        |lesen sie auch|lesen sie hier|lesen sie dazu|lesen sie mehr|lesen sie mehr zum thema|lies auch|lies hier|lies mehr|lesetipp|mehr dazu|mehr lesen|lesen sie weiter|auch interessant|auch spannend|passend dazu|siehe auch|lesen sie außerdem|lesen sie auch dazu|zum weiterlesen|hintergrund|mehr zum thema lesen|lese auch|lese-tipp|mehr hier|mehr|mehr dazu hier|das könnte sie auch interessieren lesen
        |lire aussi|à lire aussi|a lire aussi|lire également|à lire également|à lire|lisez aussi|lisez également|voir aussi|à voir aussi|lire la suite|lire plus|sur le même thème|à découvrir aussi|retrouvez aussi|lire notre article|lire notre enquête|lire notre décryptage|lire l'article|en savoir plus|pour aller plus loin|notre dossier|à lire ailleurs|relire|lire
        |lee también|leer también|lea también|lee además|lea además|leé también|leer más|lee más|lea más|también lee|también te puede interesar|te puede interesar|te podría interesar|puede leer|puedes leer|le puede interesar|además lee|además lea|sigue leyendo|ver también|ver más|mira también|mirá también|más información|noticia relacionada|te recomendamos leer|además|no dejes de leer|vea también|lee aquí
        |leggi anche|leggi pure|leggi di più|leggi qui|leggi tutto|per approfondire|approfondimento|approfondisci|vedi anche|potrebbe interessarti anche|guarda anche|leggi l'articolo|scopri di più
        |leia também|leia mais|leia ainda|leia|veja também|veja mais|confira também|saiba mais|ler também|ler mais|leia a seguir|veja ainda|ver também|continue lendo|leia na íntegra|confira
        |lees ook|lees meer|lees verder|lees hier|lees ook dit|bekijk ook|zie ook|lees ook deze|meer lezen|lees dan ook|läs också|läs även|läs mer|läs vidare|se även|se också|mer läsning|les også|les mer|les mer om|les mer her|se også|les saken|læs også|læs mere|læs mere om|læs her|læs flere|lue myös|lue lisää|katso myös|lue tästä|lue seuraavaksi|lue kaikki
        |czytaj także|czytaj też|czytaj również|czytaj więcej|zobacz także|zobacz też|zobacz również|przeczytaj także|przeczytaj również|przeczytaj też|przeczytaj|więcej na ten temat|więcej o|czytaj dalej|sprawdź też|warto przeczytać|polecamy także
        |přečtěte si|přečtěte si také|přečtěte si více|čtěte také|čtěte také zde|čtěte více|čtěte dále|čtěte|číst dále|související článek|viz také|mohlo by vás zajímat|prečítajte si|prečítajte si aj|čítajte aj|čítajte tiež|čítajte|pozrite si aj|čítajte viac
        |olvasd el|olvasd el ezt is|olvasta már|olvassa el|ezt is olvassa el|ezt is olvasd|ezt is olvasta már|ezt olvasta már|olvass tovább|bővebben|kapcsolódó cikk|kapcsolódó cikkünk|ajánljuk még|nézze meg|citește și|citeste si|citiți și|cititi si|citește mai mult|citește mai departe|vezi și|vezi si|citește|pe aceeași temă|recomandarea noastră
        |читайте также|читать также|читай также|читайте ещё|читать далее|читайте далее|читать дальше|читайте по теме|смотрите также|подробнее|читайте|по теме|см. также|смотри также|еще по теме|ещё по теме|материал по теме|читайте в|читайте також|читати також|читай також|читайте ще|дивіться також|по темі|за темою|докладніше|більше читайте|детальніше
        |прочетете още|прочетете също|вижте още|вижте също|още по темата|прочети още|виж още|четете още|прочитајте и|прочитајте још|погледајте и|прочитајте повеќе|прочитај и|читајте још|опширније|pročitajte i|pročitajte još|pročitajte više|čitajte|čitajte i|čitajte još|pročitaj i|pogledajte i|opširnije|pročitajte|više o|saznajte više|preberite tudi|preberite še|preberite več|beri tudi|beri še|več o
        |διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|διαβάστε περισσότερα|διαβάστε|διάβασε επίσης|διαβάστε και|δείτε επίσης|δείτε ακόμη|δείτε ακόμα|δείτε και|περισσότερα|διάβασε ακόμη
        |ayrıca oku|ayrıca okuyun|bunu da okuyun|bunları da okuyun|okuyun|bunlar da ilginizi çekebilir|ilginizi çekebilir|ilgini çekebilir|ilgili haber|bunu da oku|haberin devamı|devamını oku|daha fazla oku|daha fazlası|ayrıca bakınız|bkz|ayrıca bkz|okumak için
        |اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|إقرأ أيضاً|اقرأ ايضا|اقرا ايضا|إقرأ أيضًا|اقرأ أيضًا|اقرأ المزيد|للمزيد|شاهد أيضا|شاهد أيضاً|شاهد أيضًا|شاهد ايضا|طالع أيضا|طالع أيضاً|المزيد|اقرأ كذلك|تابع أيضا|اقرأوا أيضا|قد يهمك أيضا|قد يهمك|قد يعجبك أيضا|انظر أيضا|إقرأ المزيد|اقرأ في|קראו גם|קרא גם|קראו עוד|לקריאה נוספת|ראו גם|עוד בנושא|קראו עוד על|עוד
        |بیشتر بخوانید|همچنین بخوانید|بخوانید|بیشتر بدانید|مطالب مرتبط|مطلب مرتبط|ادامه مطلب|ببینید|اینجا بخوانید|مزید پڑھیں|یہ بھی پڑھیں|مزید پڑھیے|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|इन्हें भी पढ़ें|यह भी पढ़े|ये भी पढ़े|और पढ़ें|इसे भी पढ़े|ये खबर भी पढ़ें|यह खबर भी पढ़ें|यह भी पढें|ये भी पढें|आगे पढ़ें|ये भी देखें|यह भी देखें|पढ़ें|हे ही वाचा|हेही वाचा|आणखी वाचा|अधिक वाचा|यो पनि पढ्नुहोस्|यो पनि|थप पढ्नुहोस्
        |আরও পড়ুন|আরো পড়ুন|আরও পড়ুন|আরো পড়ুন|এটিও পড়ুন|পড়ুন|மேலும் படிக்க|இதையும் படியுங்கள்|இதையும் படிக்க|మరింత చదవండి|ఇది కూడా చదవండి|ఇవి కూడా చదవండి|ఇదీ చదవండి|ಇದನ್ನೂ ಓದಿ|ಹೆಚ್ಚು ಓದಿ|കൂടുതൽ വായിക്കുക|ഇതും വായിക്കുക|આ પણ વાંચો|વધુ વાંચો|ਇਹ ਵੀ ਪੜ੍ਹੋ|ਹੋਰ ਪੜ੍ਹੋ|තවත් කියවන්න
        |baca juga|baca selengkapnya|baca lagi|simak juga|lihat juga|baca pula|baca lebih lanjut|baca|simak|selengkapnya|berita berkaitan|artikel berkaitan|soma pia|soma zaidi|soma hapa|tazama pia|angalia pia|pia soma|xem thêm|đọc thêm|tin liên quan đọc|mời đọc thêm|mời xem thêm|có thể bạn quan tâm|อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าวเพิ่มเติม|อ่านประกอบ|อ่านข่าว|basahin din|basahin
        |関連記事はこちら|こちらもおすすめ|あわせて読みたい|合わせて読みたい|併せて読みたい|こちらも読む|もっと読む|続きを読む|こちらもどうぞ|こちらの記事も読む|参考記事|相关阅读|延伸阅读|扩展阅读|推荐阅读|相关链接|更多阅读|另见|延伸閱讀|推薦閱讀|相關閱讀|更多新聞|看更多|更多内容|阅读更多|閱讀更多|也可以看|相关报道阅读|点击阅读|往期回顾
        |함께 읽기|더 읽기|더 보기|이 기사도|함께 보면 좋은 기사|같이 보면 좋은 기사|함께 볼만한 기사|loe ka|loe lisaks|loe veel|lasi arī|lasiet arī|lasi vairāk|skaitykite taip pat|taip pat skaitykite|skaityti daugiau|skaitykite|llegiu també|llegeix també|llegir més|irakurri ere|irakurri gehiago|le tamén|ler máis|lees verder|lexo edhe|lexo gjithashtu|lexo më shumë|lesið einnig|lesa meira|darllen mwy|darllenwch|léigh freisin|aqra aktar|կարդացեք նաև|კითხულობენ ასევე|წაიკითხეთ ასევე|oxuyun|həmçinin oxuyun|тағы оқыңыз|o'qing
        |ये खबर भी पढ़िए|ये खबरें भी पढ़ें|ये खबरें भी पढ़िए|यह खबर भी पढ़िए|ये भी पढ़िए|यह भी पढ़िए|पढ़ें पूरी खबर|पढ़िए|lees nog|lees meer hier|lees hier meer|lesa meira um|lesið líka|sjá einnig|sjá líka|funda okuningi|akhriso sidoo kale|karanta kuma|ka kuma karanta|läs mer om|läs mer här|les mer om saken|les også om|læs også om|nachlesen|nachgelesen|zum nachlesen|weiterführend|lesen sie dazu auch|lesen sie zum thema|lesen sie mehr dazu|mehr darüber|mehr infos|ici aussi|notre article|lire à ce sujet|à lire ici|lo leggi qui|leggi tutto su|sullo stesso tema leggi|le puede interesar también|lea aquí|lea más|conozca más|entérate|más detalles|saiba tudo|veja aqui|entenda|zie verder|lees het hele verhaal|čítajte ďalej|ďalej čítajte|přečtěte|čtěte zde|erről is olvashat|korábban írtuk|citește mai multe|vezi aici|читайте по тему|читайте на тему|ранее по теме|об этом читайте|прочети|виж повече|вижте повече|pročitajte više na|više čitajte|preberite""",
    Relation.RELATED: """
        related|related stories|related posts|related articles|related news|related content|related links|related coverage|related items|related reads|related to this story|related videos|more related|more on this|more on this story|more on this topic|more on|more from|more about|more in|more by|more like this|more stories|more news|more articles|more to explore|more coverage|more headlines|more top stories|more posts|other news|other stories|other articles|other posts|other news in|other top stories|similar|similar stories|similar articles|similar posts|similar news|in this story|in this series|from the same|also by|also in this|also in the news|you may also like|you might also like|you may like|you might like|you may be interested in|you may also be interested in|you might be interested in|recommended|recommended for you|recommended stories|recommended articles|recommended posts|recommendations|we recommend|suggested|suggested articles|suggested reading|suggested stories|suggested for you|stories for you|editor's picks|editors' picks|editors picks|editor's pick|editor's choice|editors' choice|our picks|top picks|picked for you|selected for you|up your alley|what to read next|what to read|stay in the know|full coverage|featured stories|featured posts|featured articles|the big read|more of this|story so far|background|in depth|in-depth|associated articles|articles you may like|stories you may like|keep on reading|other posts you may like|what others are reading|read on|top stories|top news|top headlines|top articles|spotlight|in case you missed it|icymi
        |mehr zum thema|mehr zu diesem thema|mehr zum|mehr zur|mehr zu|mehr von|mehr aus|mehr aus dem|mehr aus der|mehr über|mehr nachrichten|mehr artikel|mehr news|weitere artikel|weitere beiträge|weitere meldungen|weitere nachrichten|weitere news|weitere informationen|weitere storys|weiterführende artikel|weitere|verwandte artikel|verwandte beiträge|verwandt|ähnliche artikel|ähnliche beiträge|ähnliche|zum thema|zum thema passend|thema|passende artikel|das könnte sie auch interessieren|das könnte sie interessieren|das könnte dich auch interessieren|das könnte dich interessieren|das könnte ihnen auch gefallen|auch interessant für sie|empfohlen|empfehlungen|empfehlungen für sie|empfohlene artikel|unsere empfehlungen|redaktionstipp|aus dem ressort|aus dem archiv|interessante artikel|mehr aus diesem ressort|die besten|für sie empfohlen|für dich empfohlen|mehr für dich|leseempfehlungen|lesenswert|hintergründe
        |sur le même sujet|dans la même rubrique|dans la même catégorie|dans l'actualité|articles similaires|articles liés|articles connexes|articles associés|à lire sur le même sujet|plus sur|plus de|plus d'articles|plus d'actualités|autres articles|vous aimerez aussi|vous pourriez aimer|vous pourriez aussi aimer|ces articles peuvent vous intéresser|ces articles pourraient vous intéresser|ça peut vous intéresser|recommandé|recommandés pour vous|recommandations|nos recommandations|la sélection de la rédaction|le choix de la rédaction|notre sélection|nos dossiers|contenus liés|en lien|dossier|sur le sujet|vous aimerez|à découvrir|cela peut vous intéresser|cela pourrait vous intéresser|aussi dans|à voir également|en relation
        |noticias relacionadas|notas relacionadas|artículos relacionados|contenido relacionado|contenidos relacionados|relacionado|relacionadas|relacionados|entradas relacionadas|más sobre|más noticias|más de|más en|más artículos|otras noticias|otros artículos|también en|te podría gustar|te recomendamos|recomendados|recomendadas|recomendado|recomendaciones|recomendado para ti|le recomendamos|te puede gustar|quizás te interese|podría interesarte|puede interesarte|te interesa|te interesará|podría interesarle|más historias|en portada|destacados|destacadas|sobre este tema|lo mejor de|más contenido|en esta noticia|también te puede gustar
        |articoli correlati|notizie correlate|correlati|correlate|contenuti correlati|ti potrebbe interessare|potrebbe interessarti|potrebbero interessarti|potrebbe interessarti|ti potrebbero interessare|articoli simili|altri articoli|altre notizie|altro da|altri da|sullo stesso argomento|sullo stesso tema|più su|altre news|consigliati|raccomandati|consigliati per te|i nostri consigli|in evidenza|in primo piano|scelti per te|dello stesso autore|nella stessa sezione|dallo stesso autore|correlato|post correlati|altri contenuti
        |notícias relacionadas|matérias relacionadas|artigos relacionados|conteúdo relacionado|conteúdos relacionados|relacionadas|relacionados|posts relacionados|mais sobre|mais de|mais em|mais notícias|mais do|mais da|outras notícias|outros artigos|você também pode gostar|você pode gostar|você pode se interessar|talvez você goste|recomendado para você|recomendados|recomendadas|recomendamos|sobre o mesmo tema|destaques|tudo sobre|pode interessar|também poderá gostar|pode gostar|mais conteúdo|últimas do autor
        |gerelateerd|gerelateerde artikelen|gerelateerde berichten|gerelateerd nieuws|meer over|meer van|meer uit|meer nieuws|meer artikelen|meer in|aanbevolen|aanbevolen voor jou|andere artikelen|dit vind je misschien ook leuk|ook interessant|wellicht ook interessant|misschien ook interessant|verwante artikelen|lees ook over|op de hoogte|uitgelicht|dossier|vergelijkbare artikelen|relaterade artiklar|relaterat|relaterade|relaterade nyheter|mer om|mer från|mer i|mer av|fler artiklar|fler nyheter|liknande artiklar|rekommenderat|rekommenderas|rekommenderade|du kanske också gillar|du kanske gillar|mer nyheter|fler|relaterte saker|relaterte artikler|relatert|relaterte|mer fra|flere saker|flere saker om|flere nyheter|lignende|anbefalt|anbefales|du vil kanskje også like|mer av|andre artikler|relaterede artikler|relateret|relaterede|mere om|mere fra|flere artikler|flere artikler om|andre læste også|anbefalet|anbefalede|lignende artikler|du vil måske også kunne lide|mere af|aiheesta lisää|lisää aiheesta|lisää|aiheeseen liittyvää|aiheesta|samasta aiheesta|suosittelemme|suositellut|muut artikkelit|lisää uutisia|muita uutisia|liittyvät artikkelit
        |powiązane|powiązane artykuły|artykuły powiązane|podobne artykuły|podobne|podobne wpisy|zobacz więcej|więcej z|więcej|polecane|polecamy|polecane artykuły|polecane dla ciebie|inne artykuły|może cię zainteresować|może cię również zainteresować|na ten temat|w tym temacie|pozostałe artykuły|pozostałe|wybrane dla ciebie|dla ciebie|więcej wiadomości|inne wiadomości|zobacz inne|související|související články|podobné články|další články|další články autora|další zprávy|doporučujeme|doporučené|doporučené články|k tématu|mohlo by se vám líbit|více k tématu|více z|další z|z rubriky|nejnovější z rubriky|súvisiace|súvisiace články|podobné|ďalšie články|odporúčame|viac k téme|mohlo by vás zaujímať|viac z|odporúčané|k téme|ďalšie správy
        |kapcsolódó|kapcsolódó cikkek|kapcsolódó anyagok|kapcsolódó hírek|hasonló cikkek|hasonló|további cikkek|további hírek|további|ajánlott|ajánlott cikkek|ajánlatunk|ajánljuk|még több|még a témában|a témában|ez is érdekelheti|ez is érdekelhet|ezek is érdekelhetik|ezek is érdekelhetnek|szerkesztő ajánlja|kiemelt|articole similare|articole asemănătoare|știri similare|știri conexe|articole recomandate|recomandate|recomandări|recomandările|recomandarea|alte articole|alte știri|alte stiri|mai multe despre|mai multe știri|mai multe din|mai multe|te-ar putea interesa|ți-ar putea plăcea|s-ar putea să-ți placă|articole pe aceeași temă|pe același subiect|din aceeași categorie|similare|v-ar putea interesa|top știri
        |материалы по теме|похожие новости|похожие материалы|похожие статьи|похожие|связанные статьи|связанные новости|другие новости|другие материалы|другие статьи|новости по теме|статьи по теме|еще новости|ещё новости|еще|ещё|рекомендуем|рекомендации|рекомендованное|мы рекомендуем|вам может понравиться|вам может быть интересно|вас может заинтересовать|сюжет|сюжеты|главное|главные новости|главное сегодня|все материалы по теме|больше по теме|в сюжете|из этой рубрики|другие записи|интересное|выбор редакции|важное|что ещё почитать|что еще почитать|больше новостей|новости партнеров дня|схожі новини|схожі матеріали|схожі|пов'язані новини|пов'язані статті|матеріали по темі|матеріали за темою|новини за темою|новини по темі|інші новини|рекомендуємо|вам може сподобатися|вас може зацікавити|головне|ще новини|ще|статті за темою|більше новин|вибір редакції|свързани новини|свързани статии|свързани|подобни|подобни статии|подобни новини|още новини|още от|други новини|препоръчваме|препоръчани|още|по темата|може да харесате
        |повезане вести|слично|сличне вести|слични вести|повезани вести|повеќе од|повеќе|препорачано|још вести|остале вести|povezani članci|povezane vijesti|povezane vesti|povezano|slične vijesti|slične vesti|slični članci|slično|srodne vijesti|srodne vesti|ostale vijesti|ostale vesti|više iz|još iz|još vesti|preporučujemo|preporuka|preporučeno|preporučeni članci|vezane vesti|vezane vijesti|možda će vas zanimati|izdvajamo|povezani članki|sorodni članki|sorodne novice|povezano branje|več iz|priporočamo|ostale novice|morda vas zanima|σχετικά|σχετικά άρθρα|σχετικές ειδήσεις|σχετικά νέα|περισσότερα για|περισσότερα από|περισσότερα άρθρα|προτεινόμενα|προτεινόμενα άρθρα|προτείνουμε|προτεινουμε|άλλα άρθρα|ίσως σας ενδιαφέρει|μπορεί να σας ενδιαφέρει|μπορεί να σας αρέσει|επίσης|παρόμοια άρθρα|στην ίδια κατηγορία|ακόμη|επιλογές
        |ilgili haberler|ilgili|ilgili yazılar|ilgili içerikler|ilgili makaleler|benzer haberler|benzer|benzer yazılar|benzer içerikler|diğer haberler|diğer|daha fazla haber|daha fazla|önerilen|önerilen haberler|önerilenler|önerilen içerikler|sizin için seçtiklerimiz|sizin için|ilginizi çekebilecek|ilginizi çekebilecek haberler|bunlar da var|günün manşetleri|editörün seçimi|editörün seçtikleri|bu haberler de ilginizi çekebilir|ilişkili haberler|tavsiye edilen|bunları da beğenebilirsiniz|manşetler
        |مقالات ذات صلة|أخبار ذات صلة|اخبار ذات صلة|ذات صلة|مواضيع ذات صلة|موضوعات ذات صلة|موضوعات متعلقة|مواضيع متعلقة|أخبار متعلقة|مقالات متعلقة|ذو صلة|قصص ذات صلة|الأخبار ذات الصلة|مواد ذات صلة|المزيد من|المزيد حول|المزيد عن|أخبار أخرى|مقالات مشابهة|مواضيع مشابهة|مشابهة|أخبار مشابهة|نرشح لك|ننصح بقراءة|موصى به|مقترحات|مقالات مقترحة|قد يعجبك|مقالات أخرى|اخبار متعلقة|في هذا الملف|مختارات|اخترنا لك|اخترنا لكم|محتوى ذو صلة|כתבות נוספות|כתבות קשורות|עוד ב|עוד כתבות|אולי יעניין אותך|אולי יעניין אתכם|מומלצים|מומלץ|קשור|קשורות|כתבות שאולי יעניינו
        |اخبار مرتبط|مرتبط|اخبار مشابه|بیشتر درباره|مقالات مرتبط|پیشنهاد سردبیر|پیشنهاد ما|خبرهای مرتبط|اخبار بیشتر|نوشته‌های مرتبط|متعلقہ خبریں|متعلقہ|مزید خبریں|संबंधित खबरें|संबंधित समाचार|संबंधित|संबंधित लेख|संबंधित ख़बरें|सम्बंधित|मिलती जुलती खबरें|अन्य खबरें|और खबरें|अन्य समाचार|आपके लिए|सुझाव|रिलेटेड|टॉप स्टोरीज|मुख्य खबरें|बड़ी खबरें|संबंधित बातम्या|इतर बातम्या|সম্পর্কিত খবর|সম্পর্কিত|সম্পর্কিত সংবাদ|এ সম্পর্কিত|এ সম্পর্কিত খবর|এ বিষয়ে আরও|আরও খবর|আরো খবর|এ বিভাগের আরও|এই বিভাগের আরও|একই বিভাগের|தொடர்புடைய செய்திகள்|தொடர்பான செய்திகள்|மேலும் செய்திகள்|సంబంధిత వార్తలు|మరిన్ని వార్తలు|సంబంధిత కథనాలు|ಸಂಬಂಧಿತ ಸುದ್ದಿ|ബന്ധപ്പെട്ട വാർത്തകൾ|સંબંધિત સમાચાર|ਸੰਬੰਧਿਤ ਖ਼ਬਰਾਂ|सम्बन्धित|सम्बन्धित समाचार|सम्बन्धित खबर
        |berita terkait|artikel terkait|terkait|berita lainnya|artikel lainnya|lainnya|rekomendasi|rekomendasi untuk anda|berita pilihan|pilihan editor|mungkin anda suka|anda mungkin suka|artikel serupa|pos terkait|lebih banyak|berita lain|berita berkaitan|habari zinazohusiana|zinazohusiana|habari nyingine|habari zaidi|makala zinazohusiana|zaidi|nyingine|tin liên quan|bài viết liên quan|liên quan|tin cùng chuyên mục|cùng chuyên mục|tin tức liên quan|bài liên quan|tin khác|có thể bạn thích|bài viết cùng chuyên mục|đề xuất|các tin khác|tin cùng chủ đề|cùng chủ đề|gợi ý|ข่าวเกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|เกี่ยวข้อง|ข่าวอื่นๆ|แนะนำ|เนื้อหาที่เกี่ยวข้อง|ข่าวแนะนำ|mga kaugnay na balita|kaugnay|kaugnay na balita
        |関連記事|関連ニュース|関連する記事|関連|関連リンク|関連コンテンツ|この記事に関連する|おすすめ|おすすめ記事|おすすめの記事|オススメ記事|こちらの記事も|同じカテゴリの記事|同じカテゴリー|その他の記事|他の記事|この著者の記事|編集部のおすすめ|編集部おすすめ|特集|類似記事|この記事を読んだ人|あなたにおすすめ|ほかの記事|もっと見る|相关新闻|相关文章|相关推荐|相关报道|相关内容|相关|相關新聞|相關文章|相關報導|相關|相關內容|推荐|推薦|推荐文章|推薦文章|猜你喜欢|猜你喜歡|为你推荐|為你推薦|编辑推荐|編輯推薦|更多相关|更多|更多文章|其他文章|您可能感兴趣|你可能感興趣|你可能喜歡|你可能也喜歡|同类文章|相似文章|精选|精選|更多来自|专题|今日推荐|图片推荐|相关专题
        |관련기사|관련 기사|관련뉴스|관련 뉴스|관련글|관련 글|연관기사|연관 기사|추천기사|추천 기사|추천뉴스|추천 뉴스|이 기자의 다른 기사|기자의 다른 기사|다른 기사|다른기사|추천|이 기사와 함께|함께 본 기사|더 많은 기사|주요뉴스|주요 뉴스|주요기사|주요 기사|이 시각 주요뉴스|seotud|seotud artiklid|seotud uudised|veel|saistītie raksti|saistītās ziņas|susiję straipsniai|susijusios naujienos|susiję|articles relacionats|notícies relacionades|més sobre|relacionat|lotutako albisteak|novas relacionadas|tengdar fréttir|lajme të ngjashme|të ngjashme|oxşar xəbərlər|digər xəbərlər|ұқсас жаңалықтар|o'xshash|მსგავსი სტატიები|მსგავსი|նմանատիպ|холбоотой мэдээ
        |weitere themen|verwandte themen|ähnliche themen|otros temas|más temas|skyldar fréttir|tengt efni|fleiri fréttir|fleira|verwante artikels|verwante stories|verwante nuus|meer oor|meer stories|你可能有興趣的文章|你可能還想看|你可能也想看|推薦新聞|推薦閱讀文章|为您推荐|為您推薦|熱門推薦|相关资讯|相关链接|関連トピックス|関連する特集|この記事の関連|関連コラム|こんな記事も|こちらもおすすめ|あなたへのおすすめ|今、あなたにオススメ|함께 보면|함께 많이 본|이 기사를 본|이런 기사|더보기 기사|관련 콘텐츠|today's top stories|our recommendations|our top picks|read these next|keep exploring|explore more|explore related|go deeper|dig deeper|dive deeper|more great|more to read|more on the story|the latest in this story|more reading|additional reading|good reads|worth reading|from our archive|from the archive|from our archives|from the archives|from the author|by the same author|by this author|also from|empfohlene beiträge|empfehlungen der redaktion|passend zum thema|zum gleichen thema|aus derselben rubrik|aus der rubrik|aus unserem archiv|lesetipps|meistempfohlen|unsere empfehlung|mehr lesestoff|mehr storys|mehr geschichten|noch mehr|sur ce sujet|dans cet article|dans ce dossier|à la une de la rubrique|nos derniers articles sur|plus sur le sujet|voir plus d'articles|sobre el mismo tema|más sobre el tema|más sobre este tema|más en esta sección|de la misma sección|en esta sección|del mismo autor|noticias similares|artículos similares|altro su|altro in|nella stessa categoria|stesso argomento|approfondimenti|sobre este assunto|mais deste autor|na mesma seção|da mesma editoria|outras matérias|meer over dit onderwerp|meer over dit thema|meer van deze auteur|ook in het nieuws|mer i ämnet|mer om ämnet|mer från|flere saker fra|mere om emnet|mere om samme emne|mer om saken|lisää samasta aiheesta|lue lisää aiheesta|więcej na temat|więcej o|czytaj więcej o|z tej samej kategorii|tego samego autora|další z rubriky|další zprávy z|více o tématu|zo sekcie|viac o téme|ugyanebben a rovatban|a rovat legfrissebb|din aceeași secțiune|pe aceeași temă|из той же рубрики|читайте в рубрике|еще в рубрике|ещё в рубрике|в этом сюжете|з цієї рубрики|з тієї ж рубрики|от същата рубрика|из исте рубрике|iz iste rubrike|iste teme|na istu temu|na isto temo|από την ίδια κατηγορία|στην ίδια ενότητα|aynı kategoriden|kategorinin diğer haberleri|bu kategoriden|من نفس القسم|المزيد في هذا القسم|باقی خبریں""",
}
"""What pages write over, or before, links to other stories: folded by `_fold`, matched at the beginning of a label."""
"""What a label says -> the words, parted by bars; compared as `_fold` leaves them, at the beginning of a text."""

_ALL = """
view all|see all|show all|read all|view more|see more|show more|load more|more news|all news|all stories|all articles|see all stories|click here|here|full story|full article|alle|alle anzeigen|alle artikel|mehr anzeigen
|mehr laden|alle ansehen|weiterlesen|zum artikel|hier|jetzt lesen|tout voir|voir tout|voir plus|toutes les actualités|lire la suite|ici|ver todo|ver todos|ver todas|ver más|cargar más|seguir leyendo|aquí|vedi tutti|vedi tutte|mostra tutti
|carica altro|continua a leggere|continua|ver tudo|ver mais|carregar mais|leia mais|alles bekijken|bekijk alles|toon meer|visa alla|visa fler|vis alle|vis flere|se alle|se alla|näytä kaikki|näytä lisää|zobacz wszystkie|pokaż więcej
|zobrazit vše|zobrazit více|všechny články|zobraziť všetko|összes|tovább|mutass többet|vezi toate|vezi tot|все|смотреть все|все новости|показать еще|загрузить еще|всі новини|усі новини|виж всички|све вести|sve vijesti|όλα|δείτε όλα
|tümü|tümünü gör|hepsi|daha fazla göster|haberi görüntüle|عرض الكل|المزيد|مشاهدة الكل|הצג הכל|لכל הכתבות|همه|सभी देखें|और देखें|lihat semua|selengkapnya|muat lainnya|tazama zote|xem tất cả|ดูทั้งหมด|一覧|一覧を見る|すべて見る|すべて|もっと見る|もっとみる
|続きを読む|查看更多|查看全部|全部|更多|更多>>|看更多|더보기|전체보기|continue reading|weiter|suite|go to story|watch now|watch|listen|play|video|photos|gallery|subscribe|sign up|share|comments|comment|live
"""
"""What a link says that only opens or continues: never a headline."""

_DOOR = re.compile(r"(?:view|see|show|browse|explore|load|read) (?:more|all|every)\b(?!\s*:)", re.IGNORECASE)
"""How a link to a list begins."""
_WORD = r"\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff"
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200c]")
_BETWEEN_EDGES = re.compile(f"[{_WORD}](?:.*[{_WORD}])?", re.DOTALL)
_START = re.compile(f"[^{_WORD}]*([{_WORD}]*)")
_WORDS = re.compile(f"[{_WORD}]+")
_LETTER = re.compile(f"[{_WORD}]")
SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A character of a script that is written without spaces between words, or with few."""


def is_spaceless(text: str) -> bool:
    """Does a text hold a character of a script that is written without spaces between words?"""
    return not text.isascii() and SPACELESS.search(text) is not None


_BEHIND = re.compile(r"\s*(?:[:：|>»→►▶⇒…\]】》)〉-]|–|—)")
_LEAD = " \t\n:：|>»→►▶⇒–—-…]】》)〉"


def _fold(text: str) -> str:
    """Text as labels are compared: no case, no accents, one shape of the Arabic alef, plain apostrophes."""
    text = text.casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    return text.replace("ı", "i").replace("’", "'").replace("ß", "ss")


def fold(text: str) -> str:
    """A text as labels and headlines are compared: without case, accents and what stands at its edges."""
    found = _BETWEEN_EDGES.search(_fold(text))
    return found[0] if found is not None else ""


def _first(word: str) -> str:
    """What a phrase is filed under: its first two characters where words are not spaced, else its first word."""
    return word if word.isascii() or not SPACELESS.match(word) else word[:2]


def _filed() -> dict[str, list[tuple[str, Relation]]]:
    index: dict[str, dict[str, Relation]] = {}
    for relation, phrases in _PHRASES.items():
        for phrase in phrases.split("|"):
            folded = fold(phrase)
            found = _WORDS.match(folded)
            if found is not None:
                index.setdefault(_first(found.group()), {}).setdefault(folded, relation)
    return {first: sorted(found.items(), key=lambda pair: -len(pair[0])) for first, found in index.items()}


_INDEX = _filed()
_ALL_FOLDED = frozenset(fold(phrase) for phrase in _ALL.split("|"))
_BROAD = frozenset(
    fold(phrase)
    for phrase in "more|mehr|plus|mer|meer|mere|više|více|viac|więcej|περισσότερα|еще|ещё|ще|más|mais|المزيد|עוד|veja|weitere".split(
        "|"
    )
)
"""Words that mean "more stories of that kind" when something follows, and an also-read line with a colon."""
_ABOUT = re.compile(
    r"(?:zu[mr]?|über|on|about|sur|sobre|su|om|over|о|об|про|o|k|hakkında|tentang|kuhusu|về)\s", re.IGNORECASE
)
"""The latest on a subject is more of the story's own, not the section's latest."""
_LOOSE = frozenset(
    fold(phrase)
    for phrase in "read this|read now|must see|read more|read next|more|see also|read here|en savoir plus|más información|auch interessant|mehr lesen|read more on|read more about|read more from|in the news".split(
        "|"
    )
)
"""Also-read labels that sentences begin with too: only with a colon behind them."""

_WHOLE = frozenset(
    fold(phrase)
    for phrase in (
        "new|neu|nýtt|jongste|uudised|naujienos|fleira|noch mehr|nové|nove|nyt|nytt|nuevo|novo|nuovo|nouveau|nieuw|nowe|новое|нове|ново|новости|jetzt neu|background|hintergrund|hintergründe|thema|tema|dossier|spotlight|trend|trends"
        "|aktuell|aktuelles|friss|главное|важное|сюжет|сюжеты|лента|головне|just in|read|lire|relire|leia|baca|simak|mpya|zaidi|nyingine|maarufu|friss|jetzt|fler|flere|lisää|veel|advice"
        "|جديد|عاجل|חדש|חדשות|آخر|أحدث|featured|specials|similar|similare|слично|diğer|diger|hot topics|top 5|top 10|top news|top stories|in direct|en direct|just nu|lige nu|still|weitere|ilgili|otras|popular|populares|populär|populär|populaire|populaires"
        "|confira|además|despre|по теме|по темі"
    ).split("|")
)
"""Words that are a label when they stand alone or before a colon or a preposition; more words make them something else."""
_PREPOSITION = re.compile(
    r"(?:in|on|from|at|by|for|this|about|at|zu[mr]?|aus|von|über|im|sur|de|du|en|dans|sobre|em|da|do|su|in|om|fra|från|på|i|uit|van|over|o|z|w|na|v|k|ke|о|в|из|на|по|от|про|за|σε|για|από|في|من|عن|ב|על|dan|tentang|kwa|về|news|stories|posts|articles|reads|now|nachrichten|noticias|haberler|notizie)(?!\w)",
    re.IGNORECASE,
)
_NO_STORIES = re.compile(
    r"(?:topics?|tags?|searches|keywords?|subjects?|products?|people|companies|terms|authors?|categories|sections|sites|changes|channels|services|jobs|events|offers|symbols|quotes|programmes?"
    r"|podcasts?|newsletters?|comments?|stichworte|schlagworte|produkte|kommentare|temas|etiquetas|comentarios|comentários|commentaires|commenti|sujets|argomenti|assuntos|reacties|kommentarer"
    r"|kommentit|tagi|komentarze|komentáře|komentáre|hozzászólások|comentarii|комментарии|коментарі|коментари|komentari|σχόλια|yorumlar|التعليقات|тег\w*|тэг\w*)(?:\W*$|:|(?-i:(?=[A-Z])))",
    re.IGNORECASE,
)
"""What may be related to a story, popular or new without being a story."""


class Label(Value):
    """A label as it was read: what it means, the words that say so, and what follows them in the same text."""

    relation: Relation
    phrase: str
    rest: str
    punctuated: bool
    """A colon, dash, bar or arrow stands behind it."""

    @property
    def clear(self) -> bool:
        """Several words that no ordinary sentence begins with."""
        return (" " in self.phrase or SPACELESS.match(self.phrase) is not None) and self.phrase not in _LOOSE


_STEPS = frozenset({Relation.PREVIOUS, Relation.NEXT})
_FIRST_OF_STEPS = frozenset(
    first for first, phrases in _INDEX.items() if any(relation in _STEPS for _, relation in phrases)
)


def may_be_a_step(text: str) -> bool:
    """Can a text begin with a label of the story before or behind, by its first word?"""
    first = text.partition(" ")[0]
    if first.isascii() and first.isalnum():
        return first.lower() in _FIRST_OF_STEPS
    start = _START.match(text)
    return start is not None and _first(_fold(start[1][:40])) in _FIRST_OF_STEPS


@lru_cache(maxsize=1024)
def label(text: str) -> Label | None:
    """The label that a line begins with, or None."""
    start = _START.match(text)
    if start is None or not start[1]:
        return None
    phrases = _INDEX.get(_first(_fold(start[1][:40])))
    if phrases is None:
        return None
    body = text[start.start(1) : start.start(1) + 400]
    folded = _fold(body)
    for phrase, relation in phrases:
        if not folded.startswith(phrase):
            continue
        after = folded[len(phrase) : len(phrase) + 1]
        if after and not SPACELESS.match(phrase[-1]) and _LETTER.match(after):
            continue
        rest = body[len(phrase) if len(folded) == len(body) else _end_of(body, phrase) :]
        punctuated = _BEHIND.match(rest) is not None
        rest = rest.lstrip(_LEAD)
        rest = rest if _LETTER.search(rest) else ""
        if rest and ((phrase in _WHOLE and not punctuated and not _PREPOSITION.match(rest)) or _NO_STORIES.match(rest)):
            continue
        if rest and not punctuated and (phrase in _BROAD or (relation is Relation.LATEST and _ABOUT.match(rest))):
            relation = Relation.RELATED
        return Label(relation, phrase, rest, punctuated)
    return None


_INSIDE = (
    (
        Relation.MOST_READ,
        "most read|most popular|most viewed|most shared|most commented|most discussed|meistgelesen|meist gelesen|beliebteste|plus lus|plus lues|plus consulte|piu letti|piu lette|mas leid|mas vist|mais lid|mais vist|mais acessad|meest gelezen|mest last|mest lest|mest laest|mest læst|luetuimm|najczesciej czytan|najpopularniejsz|nejctenejsi|najcitanejsi|legolvasottabb|cele mai citite|cok okunan|самые читаем|самое читаем|популярные|популярне|най-четени|наичитаниj|δημοφιλ|الاكثر|הנקראות|پربازدید|सबसे ज्यादा पढ|सर्वाधिक|terpopuler|đoc nhieu|xem nhieu|ยอดนิยม|ランキング|人気記事|よく読まれ|热门|熱門|排行|많이 본|인기|랭킹",
    ),
    (
        Relation.RELATED,
        "related stor|related art|related news|zum thema|verwandte|ahnliche art|meme sujet|correlat|relacionad|gerelateerd|relaterad|relatert|relatered|powiazan|souvisejic|suvisiac|kapcsolodo|похожие|по теме|материалы по|схожі|свързани|σχετικ|ilgili haber|ذات صلة|संबंधित|terkait|lien quan|เกี่ยวข้อง|関連記事|関連ニュース|相关新闻|相关文章|相关推荐|相關新聞|相關文章|관련기사|관련 기사|관련뉴스|다른 기사",
    ),
    (
        Relation.LATEST,
        "latest news|latest stories|latest posts|latest articles|neueste|dernieres actu|derniers articles|ultime notizie|ultimi articoli|ultimas noticias|laatste nieuws|senaste nytt|siste nytt|seneste nyt|najnowsze|nejnovejsi|najnovsie|legfrissebb|ultimele|последние новости|останні новини|последни новини|τελευταιε|son haberler|اخر الاخبار|احدث|ताजा|terbaru|terkini|moi nhat|ล่าสุด|新着|最新|최신",
    ),
)
"""What a heading says that does not begin with it ("Today's most read", "Die meistgelesenen Artikel"); folded."""
_INSIDE_FOLDED = tuple(
    (relation, re.compile("|".join(re.escape(_fold(part)) for part in parts.split("|")))) for relation, parts in _INSIDE
)


@lru_cache(maxsize=1024)
def inside(text: str) -> Relation | None:
    """What a heading says somewhere in it, for those that begin with something else."""
    if len(text) > 60:
        return None
    folded = _fold(text)
    return next((relation for relation, pattern in _INSIDE_FOLDED if pattern.search(folded)), None)


def _end_of(body: str, phrase: str) -> int:
    """Where a phrase ends in a text whose folded form has another length."""
    count = len(_WORDS.findall(phrase))
    for number, word in enumerate(_WORDS.finditer(body), 1):
        if number == count:
            return word.end() if not SPACELESS.match(phrase) else min(word.end(), word.start() + len(phrase))
    return len(body)


def says_only_more(text: str) -> bool:
    """ "Read more", "View all", "Weiterlesen": what a link says beside a headline, never a headline."""
    if len(text) > 40:
        return False
    if fold(text) in _ALL_FOLDED or _DOOR.match(text):
        return True
    found = label(text)
    return found is not None and not found.rest


def is_also_read(text: str) -> bool:
    """Does this line begin with an also-read label ("ALSO READ: …", "Lesen Sie auch …", "関連記事：…")?

    For a paragraph's whole text. Where the node is at hand, `related.also_read_node` knows more: it sees what is linked.
    """
    text = line(text[:500])
    if not text or len(text) > 400:
        return False
    found = label(text)
    if found is None or found.relation not in (Relation.ALSO_READ, Relation.RELATED):
        return False
    if found.punctuated and len(found.rest) < 250:
        return True
    if found.relation is Relation.RELATED:
        return not found.rest and (len(found.phrase) > 6 or SPACELESS.match(found.phrase) is not None)
    return not found.rest or (found.clear and len(text) <= 220)
