"""The stories that a story page leads to: also-read lines, previous and next, latest, most read, related.

A label decides, as it does for a reader: the page is walked once, only where story links stand, and every link belongs to
the nearest label before it ("ALSO READ:", "Most read", "Latest from …"). Class names and the place in the text
stand in where a page has no words for it.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tui import address
from tui.model import Related, Relation
from tui.parse import dates
from tui.text import line, shorten

_PHRASES: dict[Relation, str] = {
    Relation.PREVIOUS: """
        previous|previous story|previous post|previous article|previous news|prev|prev story|prev post|prev article|prev news|older post|older story
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
        next|next story|next post|next article|next news|newer post|newer story|up next|nächster artikel|nächster beitrag|nächste meldung|neuerer beitrag
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
        |trending news|trending posts|trending topics|trending on|trending in|trending articles|now trending|what's trending|hot topics|hot news|hot stories|what's hot|top reads|top read|top viewed|best of the week|best read|top 5|top 10|most liked
        |meistgelesen|meist gelesen|meistgelesene|meistgelesene artikel|am meisten gelesen|das meistgelesene|die meistgelesenen|meistgeklickt|meistkommentiert|meist kommentiert|beliebt|beliebte artikel|beliebteste artikel|beliebte beiträge|beliebteste|top-themen
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
        |인기뉴스|인기 뉴스|인기기사|인기 기사|많이 본 뉴스|많이 본 기사|많이본 뉴스|많이 본|가장 많이 본|가장 많이 읽은|실시간 인기|인기글|랭킹뉴스|주요뉴스 많이 본|댓글 많은|화제의 뉴스|핫이슈|loetuimad|populaarsed|skaitītākās|lasītākie|skaitomiausi|populiariausi|skaitomiausios|populiārākie|els més llegits|el més llegit|irakurrienak|o máis lido""",
    Relation.LATEST: """
        latest|the latest|latest news|latest stories|latest posts|latest articles|latest from|latest in|latest on|latest updates|latest headlines|the latest from|the latest news|the latest stories|the latest on|latest video|latest videos|recent|recent posts|recent news|recent stories|recent articles|most recent|new|new stories|newest|newest stories|just in|breaking news|what's new|also new|more latest news|news feed|newsfeed|new on|new from|this just in|today's news|today's headlines|news in brief|live updates|recently published|recently added
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
        |최신뉴스|최신 뉴스|최신기사|최신 기사|최신글|속보|실시간 뉴스|오늘의 뉴스|최근 기사|viimased uudised|värskemad|uusimad|jaunākās ziņas|jaunākie raksti|jaunākais|naujausi|naujausios naujienos|naujausi straipsniai|azken berriak|les últimes notícies|darreres notícies|últimes notícies|últimas novas""",
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
        |ayrıca oku|ayrıca okuyun|bunu da okuyun|bunları da okuyun|okuyun|bunlar da ilginizi çekebilir|ilginizi çekebilir|ilgini çekebilir|ilgili haber|bunu da oku|haberin devamı|devamını oku|daha fazla oku|daha fazlası|ayrıca bakınız|bkz|ayrıca bkz|okumak için|i̇lgili haber
        |اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|إقرأ أيضاً|اقرأ ايضا|اقرا ايضا|إقرأ أيضًا|اقرأ أيضًا|اقرأ المزيد|للمزيد|شاهد أيضا|شاهد أيضاً|شاهد أيضًا|شاهد ايضا|طالع أيضا|طالع أيضاً|المزيد|اقرأ كذلك|تابع أيضا|اقرأوا أيضا|قد يهمك أيضا|قد يهمك|قد يعجبك أيضا|انظر أيضا|إقرأ المزيد|اقرأ في|קראו גם|קרא גם|קראו עוד|לקריאה נוספת|ראו גם|עוד בנושא|קראו עוד על|עוד
        |بیشتر بخوانید|همچنین بخوانید|بخوانید|بیشتر بدانید|مطالب مرتبط|مطلب مرتبط|ادامه مطلب|ببینید|اینجا بخوانید|مزید پڑھیں|یہ بھی پڑھیں|مزید پڑھیے|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|इन्हें भी पढ़ें|यह भी पढ़े|ये भी पढ़े|और पढ़ें|इसे भी पढ़े|ये खबर भी पढ़ें|यह खबर भी पढ़ें|यह भी पढें|ये भी पढें|आगे पढ़ें|ये भी देखें|यह भी देखें|पढ़ें|हे ही वाचा|हेही वाचा|आणखी वाचा|अधिक वाचा|यो पनि पढ्नुहोस्|यो पनि|थप पढ्नुहोस्
        |আরও পড়ুন|আরো পড়ুন|আরও পড়ুন|আরো পড়ুন|এটিও পড়ুন|পড়ুন|மேலும் படிக்க|இதையும் படியுங்கள்|இதையும் படிக்க|మరింత చదవండి|ఇది కూడా చదవండి|ఇవి కూడా చదవండి|ఇదీ చదవండి|ಇದನ್ನೂ ಓದಿ|ಹೆಚ್ಚು ಓದಿ|കൂടുതൽ വായിക്കുക|ഇതും വായിക്കുക|આ પણ વાંચો|વધુ વાંચો|ਇਹ ਵੀ ਪੜ੍ਹੋ|ਹੋਰ ਪੜ੍ਹੋ|තවත් කියවන්න
        |baca juga|baca selengkapnya|baca lagi|simak juga|lihat juga|baca pula|baca lebih lanjut|baca|simak|selengkapnya|berita berkaitan|artikel berkaitan|soma pia|soma zaidi|soma hapa|tazama pia|angalia pia|pia soma|xem thêm|đọc thêm|tin liên quan đọc|mời đọc thêm|mời xem thêm|có thể bạn quan tâm|อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าวเพิ่มเติม|อ่านประกอบ|ข่าวที่เกี่ยวข้อง|อ่านข่าว|basahin din|basahin|read:
        |関連記事はこちら|こちらもおすすめ|あわせて読みたい|合わせて読みたい|併せて読みたい|こちらも読む|もっと読む|続きを読む|こちらもどうぞ|こちらの記事も読む|参考記事|【関連記事】|【関連】|【あわせて読みたい】|相关阅读|延伸阅读|扩展阅读|推荐阅读|相关链接|更多阅读|另见|延伸閱讀|推薦閱讀|相關閱讀|更多新聞|看更多|更多内容|阅读更多|閱讀更多|也可以看|相关报道阅读|点击阅读|往期回顾
        |관련기사 보기|함께 읽기|더 읽기|더 보기|이 기사도|함께 보면 좋은 기사|같이 보면 좋은 기사|▶관련기사|함께 볼만한 기사|loe ka|loe lisaks|loe veel|lasi arī|lasiet arī|lasi vairāk|skaitykite taip pat|taip pat skaitykite|skaityti daugiau|skaitykite|llegiu també|llegeix també|llegir més|irakurri ere|irakurri gehiago|le tamén|ler máis|lees verder|lexo edhe|lexo gjithashtu|lexo më shumë|lesið einnig|lesa meira|darllen mwy|darllenwch|léigh freisin|aqra aktar|կարդացեք նաև|კითხულობენ ასევე|წაიკითხეთ ასევე|oxuyun|həmçinin oxuyun|тағы оқыңыз|o'qing""",
    Relation.RELATED: """
        related|related stories|related posts|related articles|related news|related content|related links|related topics|related coverage|related items|related reads|related to this story|related videos|more related|more on this|more on this story|more on this topic|more on|more from|more about|more in|more by|more like this|more stories|more news|more articles|more to explore|more coverage|more headlines|more top stories|more posts|other news|other stories|other articles|other posts|other news in|other top stories|similar|similar stories|similar articles|similar posts|similar news|in this story|in this series|from the same|also by|also in this|also in the news|you may also like|you might also like|you may like|you might like|you may be interested in|you may also be interested in|you might be interested in|recommended|recommended for you|recommended stories|recommended articles|recommended posts|recommended by|recommendations|we recommend|suggested|suggested articles|suggested reading|suggested stories|suggested for you|stories for you|editor's picks|editors' picks|editors picks|editor's pick|editor's choice|editors' choice|our picks|top picks|picked for you|selected for you|up your alley|what to read next|what to read|stay in the know|full coverage|featured stories|featured posts|featured articles|the big read|around the web on|more of this|story so far|background|in depth|in-depth|associated articles|articles you may like|stories you may like|keep on reading|other posts you may like|what others are reading|read on|top stories|top news|top headlines|top articles|spotlight|in case you missed it|icymi
        |mehr zum thema|mehr zu diesem thema|mehr zum|mehr zur|mehr zu|mehr von|mehr aus|mehr aus dem|mehr aus der|mehr über|mehr nachrichten|mehr artikel|mehr news|weitere artikel|weitere themen|weitere beiträge|weitere meldungen|weitere nachrichten|weitere news|weitere informationen|weitere storys|weiterführende artikel|weitere|verwandte artikel|verwandte themen|verwandte beiträge|verwandt|ähnliche artikel|ähnliche beiträge|ähnliche themen|ähnliche|zum thema|zum thema passend|thema|passende artikel|das könnte sie auch interessieren|das könnte sie interessieren|das könnte dich auch interessieren|das könnte dich interessieren|das könnte ihnen auch gefallen|auch interessant für sie|empfohlen|empfehlungen|empfehlungen für sie|empfohlene artikel|unsere empfehlungen|redaktionstipp|aus dem ressort|aus dem archiv|themen|top-themen des tages|interessante artikel|mehr aus diesem ressort|die besten|für sie empfohlen|für dich empfohlen|mehr für dich|leseempfehlungen|lesenswert|hintergründe
        |sur le même sujet|dans la même rubrique|dans la même catégorie|dans l'actualité|articles similaires|articles liés|articles connexes|articles associés|à lire sur le même sujet|plus sur|plus de|plus d'articles|plus d'actualités|autres articles|vous aimerez aussi|vous pourriez aimer|vous pourriez aussi aimer|ces articles peuvent vous intéresser|ces articles pourraient vous intéresser|ça peut vous intéresser|recommandé|recommandés pour vous|recommandations|nos recommandations|la sélection de la rédaction|le choix de la rédaction|notre sélection|nos dossiers|contenus liés|sujets liés|en lien|thèmes associés|dossier|sur le sujet|vous aimerez|à découvrir|cela peut vous intéresser|cela pourrait vous intéresser|aussi dans|à voir également|en relation
        |noticias relacionadas|notas relacionadas|artículos relacionados|contenido relacionado|contenidos relacionados|relacionado|relacionadas|relacionados|temas relacionados|entradas relacionadas|más sobre|más noticias|más de|más en|más artículos|otras noticias|otros artículos|también en|te podría gustar|te recomendamos|recomendados|recomendadas|recomendado|recomendaciones|recomendado para ti|le recomendamos|te puede gustar|quizás te interese|podría interesarte|puede interesarte|te interesa|te interesará|podría interesarle|otros temas|más historias|en portada|destacados|destacadas|más temas|sobre este tema|lo mejor de|más contenido|en esta noticia|también te puede gustar
        |articoli correlati|notizie correlate|correlati|correlate|contenuti correlati|ti potrebbe interessare|potrebbe interessarti|potrebbero interessarti|potrebbe interessarti|ti potrebbero interessare|articoli simili|altri articoli|altre notizie|altro da|altri da|sullo stesso argomento|sullo stesso tema|più su|altre news|consigliati|raccomandati|consigliati per te|i nostri consigli|in evidenza|in primo piano|scelti per te|dello stesso autore|nella stessa sezione|argomenti correlati|dallo stesso autore|correlato|post correlati|altri contenuti
        |notícias relacionadas|matérias relacionadas|artigos relacionados|conteúdo relacionado|conteúdos relacionados|relacionadas|relacionados|posts relacionados|mais sobre|mais de|mais em|mais notícias|mais do|mais da|outras notícias|outros artigos|você também pode gostar|você pode gostar|você pode se interessar|talvez você goste|recomendado para você|recomendados|recomendadas|recomendamos|sobre o mesmo tema|tópicos relacionados|destaques|tudo sobre|pode interessar|também poderá gostar|pode gostar|mais conteúdo|temas relacionados|últimas do autor
        |gerelateerd|gerelateerde artikelen|gerelateerde berichten|gerelateerd nieuws|meer over|meer van|meer uit|meer nieuws|meer artikelen|meer in|aanbevolen|aanbevolen voor jou|andere artikelen|dit vind je misschien ook leuk|ook interessant|wellicht ook interessant|misschien ook interessant|verwante artikelen|lees ook over|op de hoogte|uitgelicht|dossier|vergelijkbare artikelen|relaterade artiklar|relaterat|relaterade|relaterade nyheter|mer om|mer från|mer i|mer av|fler artiklar|fler nyheter|liknande artiklar|rekommenderat|rekommenderas|rekommenderade|du kanske också gillar|du kanske gillar|mer nyheter|fler|relaterte saker|relaterte artikler|relatert|relaterte|mer fra|flere saker|flere saker om|flere nyheter|lignende|anbefalt|anbefales|du vil kanskje også like|mer av|andre artikler|relaterede artikler|relateret|relaterede|mere om|mere fra|flere artikler|flere artikler om|andre læste også|anbefalet|anbefalede|lignende artikler|du vil måske også kunne lide|mere af|emner|aiheesta lisää|lisää aiheesta|lisää|aiheeseen liittyvää|aiheesta|samasta aiheesta|suosittelemme|suositellut|muut artikkelit|lisää uutisia|muita uutisia|liittyvät artikkelit
        |powiązane|powiązane artykuły|powiązane tematy|artykuły powiązane|podobne artykuły|podobne|podobne wpisy|podobne tematy|zobacz więcej|więcej z|więcej|polecane|polecamy|polecane artykuły|polecane dla ciebie|inne artykuły|może cię zainteresować|może cię również zainteresować|na ten temat|w tym temacie|tematy|pozostałe artykuły|pozostałe|wybrane dla ciebie|dla ciebie|więcej wiadomości|inne wiadomości|zobacz inne|související|související články|související témata|podobné články|další články|další články autora|další zprávy|doporučujeme|doporučené|doporučené články|k tématu|mohlo by se vám líbit|více k tématu|více z|další z|z rubriky|témata|nejnovější z rubriky|súvisiace|súvisiace články|podobné|ďalšie články|odporúčame|viac k téme|mohlo by vás zaujímať|viac z|odporúčané|k téme|ďalšie správy
        |kapcsolódó|kapcsolódó cikkek|kapcsolódó anyagok|kapcsolódó hírek|hasonló cikkek|hasonló|további cikkek|további hírek|további|ajánlott|ajánlott cikkek|ajánlatunk|ajánljuk|még több|még a témában|a témában|ez is érdekelheti|ez is érdekelhet|ezek is érdekelhetik|ezek is érdekelhetnek|szerkesztő ajánlja|kiemelt|articole similare|articole asemănătoare|știri similare|știri conexe|articole recomandate|recomandate|recomandări|recomandările|recomandarea|alte articole|alte știri|alte stiri|mai multe despre|mai multe știri|mai multe din|mai multe|te-ar putea interesa|ți-ar putea plăcea|s-ar putea să-ți placă|articole pe aceeași temă|pe același subiect|din aceeași categorie|similare|v-ar putea interesa|top știri
        |материалы по теме|похожие новости|похожие материалы|похожие статьи|похожие|связанные статьи|связанные новости|другие новости|другие материалы|другие статьи|новости по теме|статьи по теме|еще новости|ещё новости|еще|ещё|рекомендуем|рекомендации|рекомендованное|мы рекомендуем|вам может понравиться|вам может быть интересно|вас может заинтересовать|сюжет|сюжеты|главное|главные новости|главное сегодня|все материалы по теме|больше по теме|тема|в сюжете|из этой рубрики|другие записи|интересное|выбор редакции|важное|что ещё почитать|что еще почитать|больше новостей|новости партнеров дня|схожі новини|схожі матеріали|схожі|пов'язані новини|пов'язані статті|матеріали по темі|матеріали за темою|новини за темою|новини по темі|інші новини|рекомендуємо|вам може сподобатися|вас може зацікавити|головне|ще новини|ще|статті за темою|більше новин|вибір редакції|свързани новини|свързани статии|свързани|подобни|подобни статии|подобни новини|още новини|още от|други новини|препоръчваме|препоръчани|още|по темата|може да харесате
        |повезане вести|слично|сличне вести|слични вести|повезани вести|повеќе од|повеќе|препорачано|још вести|остале вести|povezani članci|povezane vijesti|povezane vesti|povezano|slične vijesti|slične vesti|slični članci|slično|srodne vijesti|srodne vesti|ostale vijesti|ostale vesti|više iz|još iz|još vesti|preporučujemo|preporuka|preporučeno|preporučeni članci|vezane vesti|vezane vijesti|možda će vas zanimati|izdvajamo|povezani članki|sorodni članki|sorodne novice|povezano branje|več iz|priporočamo|ostale novice|morda vas zanima|σχετικά|σχετικά άρθρα|σχετικά θέματα|σχετικές ειδήσεις|σχετικά νέα|περισσότερα για|περισσότερα από|περισσότερα άρθρα|προτεινόμενα|προτεινόμενα άρθρα|προτείνουμε|προτεινουμε|άλλα άρθρα|ίσως σας ενδιαφέρει|μπορεί να σας ενδιαφέρει|μπορεί να σας αρέσει|επίσης|παρόμοια άρθρα|στην ίδια κατηγορία|ακόμη|επιλογές
        |ilgili haberler|ilgili|ilgili yazılar|ilgili içerikler|ilgili makaleler|i̇lgili haberler|benzer haberler|benzer|benzer yazılar|benzer içerikler|diğer haberler|diğer|daha fazla haber|daha fazla|önerilen|önerilen haberler|önerilenler|önerilen içerikler|sizin için seçtiklerimiz|sizin için|ilginizi çekebilecek|ilginizi çekebilecek haberler|bunlar da var|günün manşetleri|editörün seçimi|editörün seçtikleri|bu haberler de ilginizi çekebilir|ilişkili haberler|tavsiye edilen|bunları da beğenebilirsiniz|manşetler
        |مقالات ذات صلة|أخبار ذات صلة|اخبار ذات صلة|ذات صلة|مواضيع ذات صلة|موضوعات ذات صلة|موضوعات متعلقة|مواضيع متعلقة|أخبار متعلقة|مقالات متعلقة|ذو صلة|قصص ذات صلة|الأخبار ذات الصلة|مواد ذات صلة|المزيد من|المزيد حول|المزيد عن|أخبار أخرى|مقالات مشابهة|مواضيع مشابهة|مشابهة|أخبار مشابهة|نرشح لك|ننصح بقراءة|موصى به|مقترحات|مقالات مقترحة|قد يعجبك|مقالات أخرى|اخبار متعلقة|في هذا الملف|مختارات|اخترنا لك|اخترنا لكم|محتوى ذو صلة|כתבות נוספות|כתבות קשורות|עוד ב|עוד כתבות|אולי יעניין אותך|אולי יעניין אתכם|מומלצים|מומלץ|קשור|קשורות|כתבות שאולי יעניינו|תגיות קשורות
        |اخبار مرتبط|مرتبط|اخبار مشابه|بیشتر درباره|مقالات مرتبط|پیشنهاد سردبیر|پیشنهاد ما|خبرهای مرتبط|اخبار بیشتر|نوشته‌های مرتبط|متعلقہ خبریں|متعلقہ|مزید خبریں|संबंधित खबरें|संबंधित समाचार|संबंधित|संबंधित लेख|संबंधित ख़बरें|सम्बंधित|मिलती जुलती खबरें|अन्य खबरें|और खबरें|अन्य समाचार|आपके लिए|सुझाव|रिलेटेड|टॉप स्टोरीज|मुख्य खबरें|बड़ी खबरें|संबंधित बातम्या|इतर बातम्या|সম্পর্কিত খবর|সম্পর্কিত|সম্পর্কিত সংবাদ|এ সম্পর্কিত|এ সম্পর্কিত খবর|এ বিষয়ে আরও|আরও খবর|আরো খবর|এ বিভাগের আরও|এই বিভাগের আরও|একই বিভাগের|தொடர்புடைய செய்திகள்|தொடர்பான செய்திகள்|மேலும் செய்திகள்|సంబంధిత వార్తలు|మరిన్ని వార్తలు|సంబంధిత కథనాలు|ಸಂಬಂಧಿತ ಸುದ್ದಿ|ബന്ധപ്പെട്ട വാർത്തകൾ|સંબંધિત સમાચાર|ਸੰਬੰਧਿਤ ਖ਼ਬਰਾਂ|सम्बन्धित|सम्बन्धित समाचार|सम्बन्धित खबर
        |berita terkait|artikel terkait|terkait|berita lainnya|artikel lainnya|lainnya|rekomendasi|rekomendasi untuk anda|berita pilihan|pilihan editor|mungkin anda suka|anda mungkin suka|artikel serupa|pos terkait|topik terkait|lebih banyak|berita lain|berita berkaitan|habari zinazohusiana|zinazohusiana|habari nyingine|habari zaidi|makala zinazohusiana|zaidi|nyingine|mada zinazohusiana|tin liên quan|bài viết liên quan|liên quan|tin cùng chuyên mục|cùng chuyên mục|tin tức liên quan|bài liên quan|tin khác|có thể bạn thích|bài viết cùng chuyên mục|đề xuất|các tin khác|tin cùng chủ đề|cùng chủ đề|gợi ý|chủ đề liên quan|ข่าวเกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|เกี่ยวข้อง|ข่าวอื่นๆ|แนะนำ|เนื้อหาที่เกี่ยวข้อง|ข่าวแนะนำ|mga kaugnay na balita|kaugnay|kaugnay na balita
        |関連記事|関連ニュース|関連する記事|関連|関連リンク|関連コンテンツ|この記事に関連する|おすすめ|おすすめ記事|おすすめの記事|オススメ記事|こちらの記事も|同じカテゴリの記事|同じカテゴリー|その他の記事|他の記事|この著者の記事|編集部のおすすめ|編集部おすすめ|特集|類似記事|この記事を読んだ人|あなたにおすすめ|ほかの記事|もっと見る|相关新闻|相关文章|相关推荐|相关报道|相关内容|相关|相關新聞|相關文章|相關報導|相關|相關內容|推荐|推薦|推荐文章|推薦文章|猜你喜欢|猜你喜歡|为你推荐|為你推薦|编辑推荐|編輯推薦|更多相关|更多|更多文章|其他文章|您可能感兴趣|你可能感興趣|你可能喜歡|你可能也喜歡|同类文章|相似文章|精选|精選|更多来自|专题|今日推荐|图片推荐|相关专题
        |관련기사|관련 기사|관련뉴스|관련 뉴스|관련글|관련 글|연관기사|연관 기사|추천기사|추천 기사|추천뉴스|추천 뉴스|이 기자의 다른 기사|기자의 다른 기사|다른 기사|다른기사|추천|이 기사와 함께|함께 본 기사|더 많은 기사|주요뉴스|주요 뉴스|주요기사|주요 기사|이 시각 주요뉴스|seotud|seotud artiklid|seotud uudised|veel|saistītie raksti|saistītās ziņas|susiję straipsniai|susijusios naujienos|susiję|articles relacionats|notícies relacionades|més sobre|relacionat|lotutako albisteak|novas relacionadas|tengdar fréttir|lajme të ngjashme|të ngjashme|oxşar xəbərlər|digər xəbərlər|ұқсас жаңалықтар|o'xshash|მსგავსი სტატიები|მსგავსი|նմանատիպ|холбоотой мэдээ""",
}
"""What pages write over, or before, links to other stories: folded by `_fold`, matched at the beginning of a label."""

_WORD = r"\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff"
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200c]")
_EDGE = re.compile(f"^[^{_WORD}]+|[^{_WORD}]+$")
_FIRST = re.compile(f"[{_WORD}]*")
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

LABEL_LENGTH = 70
"""Characters: no label of a group is longer."""


def _fold(text: str) -> str:
    """Text as labels are compared: no case, no accents, one shape of the Arabic alef, plain apostrophes."""
    text = text.casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    return text.replace("ı", "i").replace("’", "'").replace("ß", "ss")


def _first(folded: str) -> str:
    """What a phrase is filed under: its first two characters where words are not spaced, else its first word."""
    if _SPACELESS.match(folded):
        return folded[:2]
    found = _FIRST.match(folded)
    return found.group() if found else ""


def _phrase_index() -> dict[str, list[tuple[str, Relation]]]:
    index: dict[str, dict[str, Relation]] = {}
    for relation, phrases in _PHRASES.items():
        for phrase in phrases.split("|"):
            folded = _EDGE.sub("", _fold(phrase))
            index.setdefault(_first(folded), {}).setdefault(folded, relation)
    return {first: sorted(found.items(), key=lambda pair: -len(pair[0])) for first, found in index.items()}


_INDEX = _phrase_index()


@dataclass(frozen=True, slots=True)
class _Label:
    """A label as it was read: what it means, what was written, and what follows it in the same text."""

    relation: Relation
    phrase: str
    rest: str
    punctuated: bool
    """A colon, dash, bar or arrow stands behind it."""


_BEHIND = re.compile(r"^\s*(?:[:：|>»→►▶⇒…\]】》)〉-]|–|—|&gt;)")


def _label(text: str) -> _Label | None:
    """The label that a text begins with."""
    lead = _EDGE.match(text)
    start = lead.end() if lead and lead.start() == 0 else 0
    body = text[start : start + 400]
    folded = _fold(body)
    for phrase, relation in _INDEX.get(_first(folded), ()):
        if folded.startswith(phrase):
            end = folded[len(phrase) : len(phrase) + 1]
            if end and not _SPACELESS.match(phrase[-1]) and re.match(f"[{_WORD}]", end):
                continue
            cut = len(phrase) if len(folded) == len(body) else _same_words(body, phrase)
            rest = body[cut:]
            behind = _BEHIND.match(rest)
            return _Label(
                relation, phrase, _EDGE.sub("", rest) and rest.lstrip(" \t\n:：|>»→►▶⇒–—-…]】》)〉"), behind is not None
            )
    return None


def _same_words(body: str, phrase: str) -> int:
    """Where a phrase ends in a text whose folded form has another length."""
    count = len(re.findall(f"[{_WORD}]+", phrase))
    for number, word in enumerate(re.finditer(f"[{_WORD}]+", body), 1):
        if number == count:
            return word.end()
    return len(body)


def is_also_read(text: str) -> bool:
    """Does this line begin with an also-read label ("ALSO READ: …", "Lesen Sie auch …", "関連記事：…")?

    For a paragraph's whole text. Where the node is at hand, `also_read_node` knows more: it sees what is linked.
    """
    text = line(text[:500])
    if not text or len(text) > 400:
        return False
    label = _label(text)
    if label is None or label.relation not in (Relation.ALSO_READ, Relation.RELATED):
        return False
    if not label.rest or label.punctuated:
        return label.relation is Relation.ALSO_READ or label.punctuated or len(label.phrase) > 6
    clear = " " in label.phrase or _SPACELESS.match(label.phrase) is not None
    return label.relation is Relation.ALSO_READ and clear and len(text) <= 220 and label.phrase not in _LOOSE


_LOOSE = frozenset(
    "read this|read now|must see|read more|read next|more|see also|read here|en savoir plus|mas informacion|le saviez-vous|auch interessant".split(
        "|"
    )
)
"""Also-read labels that sentences begin with too: only with a colon behind them."""


def also_read_node(node: LexborNode) -> bool:
    """Is this block of a body an also-read line or box: a label with links and little else, or a label alone?

    For a direct child of the body (p, div, aside, ul, blockquote, figure, h2 to h6). A paragraph of nothing but an arrow
    and a link counts too. A label alone ("Read more:") says that the links right behind it, a list or a paragraph of one
    link, go with it: the caller drops those as well.
    """
    text = line(_text(node)[:1500])
    if not text or len(text) > 1200:
        return False
    linked = sum(len(line(_text(link))) for link in node.css("a[href]"))
    if is_also_read(text):
        return linked == 0 or linked * 10 >= (len(text) - 40) * 4
    label = _label(text)
    if label is not None and label.relation in (
        Relation.RELATED,
        Relation.ALSO_READ,
        Relation.MOST_READ,
        Relation.LATEST,
    ):
        return linked > 0 and linked * 10 >= (len(text) - 40) * 6
    return _ARROW.match(text) is not None and linked * 10 >= len(text) * 6


_ARROW = re.compile(r"^(?:>>?|»|→|➡|►|▶|👉|🔴|▸|⇒|🔗|☞|✅|📌|\+{2,3}|▪|■|◆|●)")


_HREF = re.compile(r"(?:(?:https?:)?//([^/?#\s]+))?([^?#]*)(\?[^#]*)?", re.IGNORECASE)
_OTHER = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NO_STORY = re.compile(
    r"/(?:tags?|etiquetas?|labels?|keywords?|topics?|temas?|themen?|thema|sujets?|catego\w+|kategori\w*|authors?|autor\w*|auteurs?|contributors?"
    r"|columnists?|journalist\w*|reporter|by|hub|profiles?|users?|members?|search|suche|recherche|buscar|log-?in|sign-?in|sign-?up|register"
    r"|subscri\w+|abo|newsletters?|accounts?|about(?:-us)?|contact(?:-us)?|kontakt|privacy[\w-]*|terms[\w-]*|cookies?|impressum|datenschutz"
    r"|feeds?|rss|cdn-cgi|wp-(?:content|admin|login|json)|share|sharer|comments?|shop|store|jobs|advertis\w*|archives?|page)(?:[/.?]|$)"
    r"|\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|xml|zip|ics|rss|css|js)$",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"\d{5,}|/(?:19|20)\d\d[/-][01]?\d(?:[/-]|$)|(?:[^/_-]+[_-]){3,}[^/]+/?$|[a-z0-9%]*%[\w%-]{30,}/?$|[^\x00-\x7f/]{10,}/?$"
    r"|/[^/]*\d[^/]*\.(?:s?html?|php|aspx?|do)$|/[^/]+-[^/]+\.(?:s?html?|php|aspx?)$|/[0-9a-f]*\d[0-9a-f]{7,}$|/[a-z]*\d[a-z0-9]{9,}$",
    re.IGNORECASE,
)
_STORY_QUERY = re.compile(
    r"[?&](?:p|id|\w*_?id|\w*no|idx\w*|story|article|art|news|aid|nid|artid|contentid|item|n|a|t)=[\w-]*\d",
    re.IGNORECASE,
)
_SCRIPTS = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "select",
        "option",
        "button",
        "-comment",
        "video",
        "audio",
        "head",
        "textarea",
        "math",
        "object",
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend", "summary", "caption", "dt"})

_CLUTTER = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus|taboola\w*|outbrain\w*|sponsor\w*|adverts?|advertisement|adv|ads?|promoted|partner-?content|shar(?:e|ing)|social|breadcrumbs?"
    r"|menu|mega-?menu|navbar|nav-?bar|topbar|masthead|cookies?|consent|login|newsletters?|subscribe|zergnet|mgid|revcontent|dianomi|plista|site-?footer|site-?header|tag-?(?:list|cloud)|tagcloud|tags)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))(?:"
    r"(?P<also>(?i:also-?read|read-?also|lire-?aussi|leggi-?anche|read-?more-(?:box|links?|block|article)|inline-?(?:related|article|story)|in-?article-?related|inread-?related|leia-?(?:tambem|mais)|lea-?tambien|see-?also))"
    r"|(?P<most>(?i:most-?(?:read|popular|viewed|shared|commented|recent-?popular)|popular(?:es)?(?:-?(?:posts?|stories|news|articles|widget|now|list))?|trending|top-?(?:read|viewed|10|ten)|mas-?(?:leid[oa]s|vistos)|lo-?mas|meistgelesen|plus-?lus|piu-?letti|mais-?lid[ao]s|wpp-list|hot-?(?:news|topics|stories)|ranking|bestread|mostread|dont-?miss|must-?read))"
    r"|(?P<related>(?i:relat(?:ed|ionad[oa]s?|eret|erat|erte?|ive-?news)\w*|correlati|similar|yarpp\w*|jp-relatedposts|recirc\w*|recommend\w*|recommendations?|read-?next|up-?next|you-?(?:may|might)\w*|more-?(?:stories|articles|news|from|on|like|posts)|further-?reading|other-?(?:news|stories|articles|posts)|mehr-?zum\w*|zum-?thema|verwandte\w*|next-?read|suggested|see-?more))"
    r"|(?P<latest>(?i:latest|recent-?(?:posts?|news|stories|articles|entries)|newest|last-?news|ultim[aoe]s?-?(?:notizie|noticias|hora)|breaking-?news|newsticker|most-?recent))"
    r")(?=$|[\s_A-Z-])"
)
_STEP = re.compile(r"(?:^|[\s_-])(?:(prev|previous|older)|(next|newer))(?:$|[\s_-])", re.IGNORECASE)
_NO_STEP = re.compile(
    r"(?:read|up|what|whats)[_-]?next|next[_-]?(?:up|read)|slick|swiper|carousel|slide", re.IGNORECASE
)
_GROUPS = {
    "also": Relation.ALSO_READ,
    "most": Relation.MOST_READ,
    "related": Relation.RELATED,
    "latest": Relation.LATEST,
}

MOST_ITEMS = 40
"""Stories taken from one group: a longer list is a page's endless stream."""
ITEM_LENGTH = 900
"""Characters: more text around one link is no teaser."""
PROSE_LENGTH = 90
"""Characters: a paragraph of a story, not a line of a teaser."""


@dataclass(slots=True)
class _Group:
    """Links under one label. `relation` is None under a heading that says nothing of the kind."""

    relation: Relation | None
    heading: str = ""
    outer: "_Group | None" = None
    frame: "_Frame | None" = None
    prose: int = 0
    """How many paragraphs of its frame stood before it."""
    items: "list[_Item]" = field(default_factory=list)
    first_block: str = ""
    blocks: int = 0


@dataclass(slots=True)
class _Frame:
    """A container that is being walked through."""

    node: LexborNode
    outer: "_Frame | None"
    group: _Group | None = None
    prose: int = 0
    after_item: "_Item | None" = None
    inside_article: bool = False


@dataclass(slots=True)
class _Item:
    """One story offered: the largest element that holds links to it alone."""

    node: LexborNode
    key: str
    group: _Group | None
    frame: _Frame
    prose: int
    """How many paragraphs of the frame stood before it."""
    relation: Relation | None = None
    """What its own class or rel says."""
    after: str = ""
    """The text right behind it: its excerpt, where it is one."""


def _text(node: LexborNode) -> str:
    return node.text(deep=True)


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


def _headlike(text: str) -> bool:
    """Long enough to be a headline: four words, or eight characters of a script without spaces."""
    if len(text) < 8:
        return False
    if _SPACELESS.search(text):
        return len(text) >= 8
    return len(text) >= 18 and text.count(" ") >= 3


def related(tree: LexborHTMLParser, url: str, *, headline: str = "") -> tuple[Related, ...]:
    """The stories a page leads to, in reading order, each once; the tree is left as it is."""
    body = tree.body
    if body is None:
        return ()
    owner = _owners(tree, url)
    if not owner:
        return ()
    items, groups = _walk(body, owner)
    return _results(tree, url, headline, items, groups)


def _owners(tree: LexborHTMLParser, url: str) -> dict[int, str]:
    """Every element that holds story links (by mem_id) -> the one story they lead to, "" where there are several."""
    site = address.registrable(url)
    base = url
    own = address.split(url)
    known: dict[str, bool] = {"": True}
    owner: dict[int, str] = {}
    found = tree.css_first("base[href]")
    if found is not None:
        base = address.join(url, found.attributes.get("href") or "") or url
    for link in tree.css("a[href]")[:4000]:
        key = _story_key(link, base, own, site, known)
        if not key:
            continue
        node: LexborNode | None = link
        while node is not None:
            place = node.mem_id
            had = owner.get(place)
            if had is None:
                owner[place] = key
            elif had == key or not had:
                break
            else:
                owner[place] = ""
            node = node.parent
        # a break above a node of the same key is safe: all above it are this key's or shared already
    return owner


def _story_key(link: LexborNode, base: str, own: tuple[str, str, str, str], site: str, known: dict[str, bool]) -> str:
    """What tells the stories of a page apart, "" for a link that leads to no story of this site."""
    href = (link.attributes.get("href") or "").strip()
    if not href or href[0] == "#":
        return ""
    if not href.startswith(("/", "http")):
        if _OTHER.match(href):
            return ""
        href = address.join(base, href)
    parts = _HREF.match(href)
    if parts is None:
        return ""
    host, path, query = (parts[1] or "").lower(), parts[2], parts[3] or ""
    if host not in known:
        known[host] = address.registrable(host.rpartition("@")[2]) == site
    if not known[host]:
        return ""
    if path in ("", "/") and not query:
        return ""
    if _NO_STORY.search(path):
        return ""
    path = path.rstrip("/")
    with_query = bool(query) and _STORY_QUERY.search(query) is not None and not _STORY.search(path)
    if not with_query and not _STORY.search(path):
        attributes = link.attributes
        if not _STEP.search(f"{attributes.get('rel') or ''} {attributes.get('class') or ''}"):
            text = line(_text(link)[:300])
            if not _headlike(text):
                label = _label(text) if text else None
                if label is None or label.relation not in (Relation.PREVIOUS, Relation.NEXT):
                    return ""
    if path == own[2].rstrip("/") and not with_query:
        return "="
    return f"{path}{query}" if with_query else path


def _walk(body: LexborNode, owner: dict[int, str]) -> tuple[list[_Item], list[_Group]]:
    """Go through the page once, down to where story links stand, and give every story to its label."""
    items: list[_Item] = []
    groups: list[_Group] = []
    stack = [(_Frame(body, None), body.iter(include_text=True))]
    while stack:
        frame, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            continue
        tag = child.tag or ""
        if tag == "-text":
            _hear(frame, child.text_content or "", None, groups)
            continue
        if tag in _SCRIPTS:
            continue
        key = owner.get(child.mem_id)
        if key is None:
            _hear(frame, _text(child), child, groups)
            continue
        names = _names(child)
        if _clutter(child, tag, names, frame):
            continue
        _block(frame, tag, names)
        if key:
            verdict = _item_or_not(child, tag, key, names, frame)
            if verdict == "prose":
                _prose(frame, "")
                continue
            if verdict == "item":
                flow = _flow(frame)
                item = _Item(child, key, _group_at(frame), flow, flow.prose, _step(child, names))
                if item.relation is None and item.group is None:
                    item.relation = _kind(names)
                if item.group is not None:
                    item.group.items.append(item)
                items.append(item)
                frame.after_item = item
                continue
        elif (
            tag == "p"
            and len(text := line(_text(child)[:1200])) >= 120
            and _label(text) is None
            and not _mostly_linked(child, text)
        ):
            _prose(frame, text)
            continue
        inner = _Frame(child, frame, inside_article=frame.inside_article or tag in ("article", "main"))
        _name_group(inner, tag, names, groups)
        stack.append((inner, child.iter(include_text=True)))
    return items, groups


def _mostly_linked(node: LexborNode, text: str) -> bool:
    linked = sum(len(line(_text(link))) for link in node.css("a[href]"))
    return linked * 2 >= len(text)


def _clutter(node: LexborNode, tag: str, names: str, frame: _Frame) -> bool:
    """Navigation, footers, comments, networks: nothing in there is a related story."""
    if tag in ("nav", "header", "footer"):
        if frame.inside_article or node.css_first("h1") is not None:
            return False
        return tag != "nav" or not (
            _STEP.search(names) or re.search(r"post|article|story|related|single|entry", names, re.IGNORECASE)
        )
    if tag not in ("main", "article", "a") and _CLUTTER.search(names):
        return node.css_first("h1, main, article p") is None
    return False


def _hear(frame: _Frame, raw: str, node: LexborNode | None, groups: list[_Group]) -> None:
    """Text where no story link stands: a label, another heading, a paragraph, or nothing of interest."""
    if not raw or raw.isspace():
        return
    text = line(raw) if len(raw) < 1200 else raw
    if len(text) >= PROSE_LENGTH:
        if (
            node is not None
            and len(text) < 400
            and node.tag not in ("p", "li")
            and (first := node.css_first("h2, h3, h4")) is not None
        ):
            text = line(_text(first))  # a head with a line of explanation under its label
        else:
            _prose(frame, text)
            return
    if not text:
        return
    tag = node.tag if node is not None else ""
    label = _label(text) if len(text) <= LABEL_LENGTH else None
    if (
        label is not None
        and len(label.rest) <= 42
        and not (frame.after_item is not None and tag not in _HEADINGS and _is_more(text))
    ):
        frame.group = _Group(label.relation, text.strip(" :：»>→-–|"), _group_at(frame), frame, frame.prose)
        groups.append(frame.group)
        frame.after_item = None
    elif node is not None and (tag in _HEADINGS or node.css_first("h1, h2, h3, h4, h5, h6") is not None):
        if tag == "h1":
            outer: _Frame | None = frame
            while outer is not None:
                outer.group = None
                outer = outer.outer
            return
        outer_group = _group_at(frame)
        if (
            outer_group is not None
            and outer_group.frame is frame
            and outer_group.relation is not None
            and not outer_group.heading
            and not outer_group.items
        ):
            outer_group.heading = text
            return
        frame.group = _Group(_news_heading(text), text, outer_group, frame, frame.prose)
        groups.append(frame.group)
        frame.after_item = None


_NEWS = re.compile(
    r"\b(?:news|nachrichten|haberleri|noticias|noticias de|notizie|actualites|nyheter|nyheder|nieuws|новости|новини|uutiset|vijesti|vesti|zpravy|spravy|hirek|stiri|berita|habari)$"
)


def _news_heading(text: str) -> Relation | None:
    """ "Sport news" over a list is more of the same section."""
    folded = _EDGE.sub("", _fold(text))
    return Relation.RELATED if " " in folded and _NEWS.search(folded) else None


def _is_more(text: str) -> bool:
    """A card's own "Read more" line, not a label of what follows."""
    label = _label(text)
    return label is not None and not label.rest and not label.punctuated and label.relation is Relation.ALSO_READ


def _prose(frame: _Frame, text: str) -> None:
    """A paragraph: the label before it has had its links, unless this is the excerpt of the story just offered."""
    if frame.after_item is not None and frame.group is not None and text and len(text) < 500:
        frame.after_item.after = text
        frame.after_item = None
        return
    frame.after_item = None
    frame.prose += 1
    if frame.group is not None and frame.group.relation is not None:
        frame.group = None


def _group_at(frame: _Frame) -> _Group | None:
    """The label that holds for what comes next in a frame; one from outside does not reach into running text."""
    at: _Frame | None = frame
    while at is not None:
        if at.group is not None:
            return at.group
        if at.prose >= 2:
            return None
        at = at.outer
    return None


def _block(frame: _Frame, tag: str, names: str) -> None:
    """A label in a frame holds for its list; a block of another shape behind that list is something else."""
    group = frame.group
    if group is None or group.relation is None:
        return
    shape = f"{tag} {names.split(' ', 1)[0]}"
    if not group.blocks:
        group.first_block = shape
    elif shape != group.first_block and len({item.key for item in group.items}) >= 2 and group.blocks == 1:
        frame.group = None
        return
    group.blocks += 1


def _name_group(frame: _Frame, tag: str, names: str, groups: list[_Group]) -> None:
    """A container's aria-label, or else its class, is a label where no words hold already."""
    label = None
    if tag in ("section", "aside", "div", "nav", "ul", "ol"):
        spoken = frame.node.attributes.get("aria-label")
        label = _label(line(spoken[:200])) if spoken else None
    current = _group_at(frame)
    relation = label.relation if label is not None and len(label.rest) <= 42 else None
    heading = line(frame.node.attributes.get("aria-label") or "") if relation is not None else ""
    if relation is None and (current is None or current.relation is None) and len(names) < 200:
        relation = _kind(names)
    if relation is None or tag in ("main", "body", "html") or frame.node.css_first("h1") is not None:
        return
    if current is not None and current.relation is None:
        heading = heading or current.heading
    frame.group = _Group(relation, heading, current, frame.outer, frame.outer.prose if frame.outer else 0)
    groups.append(frame.group)


def _kind(names: str) -> Relation | None:
    found = _KINDS.search(names)
    return _GROUPS[found.lastgroup] if found is not None and found.lastgroup is not None else None


def _step(node: LexborNode, names: str) -> Relation | None:
    """Previous or next, by rel or class of the item or of its links."""
    for text in (names, *(f"{link.attributes.get('rel') or ''} {_names(link)}" for link in node.css("a[href]")[:3])):
        found = _STEP.search(text)
        if found is not None and not _NO_STEP.search(text):
            return Relation.PREVIOUS if found[1] else Relation.NEXT
    return None


def _item_or_not(node: LexborNode, tag: str, key: str, names: str, frame: _Frame) -> str:
    """ "item", "prose" for a paragraph with a link in passing, or "frame" for something to walk into."""
    if tag == "a":
        return "item"
    raw = _text(node)
    if len(raw) > 20 * ITEM_LENGTH:
        return "frame"
    text = line(raw)
    if len(text) > ITEM_LENGTH:
        return "frame"
    opening = _opening(node)
    label = _label(opening) if opening else None
    if label is not None and len(label.rest) <= 42 and len(opening) <= LABEL_LENGTH:
        return "frame"
    if tag in ("p", "li", "blockquote", "td", "h1") and len(text) >= 60 and not _mostly_linked(node, text):
        return "prose" if tag != "li" or _group_at(frame) is None else "item"
    if len(text) >= 300 and not _mostly_linked(node, text) and node.css_first("p a") is not None:
        return "frame"
    return "item"


def _opening(node: LexborNode) -> str:
    """The first words written in an element."""
    for inner in node.traverse(include_text=True):
        if inner.tag == "-text" and (text := line((inner.text_content or "")[:200])):
            return text
    return ""


def _flow(frame: _Frame) -> _Frame:
    """The running text that a frame stands in: itself or one of the three around it."""
    at: _Frame | None = frame
    for _ in range(4):
        if at is None:
            break
        if at.prose:
            return at
        at = at.outer
    return frame


def _results(
    tree: LexborHTMLParser, url: str, headline: str, items: list[_Item], groups: list[_Group]
) -> tuple[Related, ...]:
    """The items that a label, a class or their place speaks for, told in full."""
    language = (tree.root.attributes.get("lang") or "") if tree.root is not None else ""
    base_node = tree.css_first("base[href]")
    base = address.join(url, base_node.attributes.get("href") or "") if base_node is not None else url
    canonical = tree.css_first("link[rel=canonical]")
    own = {address.key(url), "="}
    if canonical is not None:
        own.add(address.key(address.join(url, canonical.attributes.get("href") or "")))
    own_title = _fold(line(headline))
    chosen: dict[str, tuple[_Item, Relation, str, str]] = {}
    for item in items:
        if item.key == "=":
            continue
        relation, heading, hint = _relation(item)
        if relation is None:
            continue
        if (
            item.group is not None
            and len({other.key for other in item.group.items[: item.group.items.index(item)]}) >= MOST_ITEMS
        ):
            continue
        if item.key not in chosen:
            chosen[item.key] = (item, relation, heading, hint)
    found: dict[str, Related] = {}
    for item, relation, heading, hint in chosen.values():
        told = _tell(item, relation, heading, hint, base, language)
        if told is None:
            continue
        key = address.key(told.url)
        if key in own or key in found or (own_title and _fold(told.title) == own_title):
            continue
        found[key] = told
    return tuple(found.values())


def _relation(item: _Item) -> tuple[Relation | None, str, str]:
    """How an item stands to the story, the heading of its group, and a title that stands over it."""
    if item.relation is not None:
        in_text = item.prose > 0 and item.frame.prose > item.prose
        return Relation.ALSO_READ if item.relation is Relation.RELATED and in_text else item.relation, "", ""
    group, hint = item.group, ""
    while group is not None and group.relation is None:
        if len({other.key for other in group.items}) > 1:
            return None, "", ""
        hint = hint or group.heading
        group = group.outer
    if group is None or group.relation is None:
        in_text = item.prose > 0 and item.frame.prose > item.prose
        return (Relation.ALSO_READ if in_text and _lonely(item) else None), "", ""
    relation = group.relation
    if relation is Relation.RELATED and group.prose > 0 and group.frame is not None and group.frame.prose > group.prose:
        relation = Relation.ALSO_READ
    if relation in (Relation.PREVIOUS, Relation.NEXT) and (group.items and group.items[0].key != item.key):
        return None, "", ""
    return relation, group.heading, hint


def _lonely(item: _Item) -> bool:
    """A story link that has a line or a box of the running text to itself."""
    text = line(_text(item.node)[:1500])
    link = item.node if item.node.tag == "a" else item.node.css_first("a[href]")
    return _headlike(text) and link is not None and (item.node.tag != "a" or _alone(item.node)) and len(text) < 500


def _alone(link: LexborNode) -> bool:
    parent = link.parent
    return parent is not None and len(line(_text(parent)[:1500])) < len(line(_text(link)[:1500])) + 40


_DATE_LIKE = re.compile(r"\d")
_TITLES = "h1, h2, h3, h4, h5, h6, [class*=title i], [class*=headline i], [class*=heading i], [itemprop=headline]"
_EXCERPTS = "[class*=excerpt i], [class*=summary i], [class*=desc i], [class*=standfirst i], [class*=dek i], p"


def _tell(item: _Item, relation: Relation, heading: str, hint: str, base: str, language: str) -> Related | None:
    """An item in full: title, address, excerpt, date."""
    node = item.node
    links = [node] if node.tag == "a" else node.css("a[href]")
    target = next((link for link in links if _leads(link, item.key)), None)
    if target is None:
        return None
    url = address.clean(address.join(base, target.attributes.get("href") or ""))
    if not url.startswith("http"):
        return None
    title = _title(item, links, hint)
    label = _label(title)
    if (
        label is not None
        and label.rest
        and (label.punctuated or label.relation in (Relation.PREVIOUS, Relation.NEXT))
        and len(label.rest) >= 8
    ):
        title = label.rest
        if relation is Relation.RELATED and label.relation is Relation.ALSO_READ:
            relation = Relation.ALSO_READ
    if not title:
        title = _from_address(item.key)
    if not title:
        return None
    return Related(relation, title, url, _excerpt(item, title), _published(node, language), heading)


def _leads(link: LexborNode, key: str) -> bool:
    href = (link.attributes.get("href") or "").strip()
    return key.rpartition("/")[2] in href if not href.startswith("#") else False


def _title(item: _Item, links: list[LexborNode], hint: str) -> str:
    """The headline: what stands as a heading, else the longest text that is linked and is not "read more"."""
    node = item.node
    for titled in node.css(_TITLES):
        text = line(_text(titled)[:600])
        if text and not _bare_label(text) and _headlike(text):
            return text
    texts = []
    for link in links:
        text = _said(link)
        if text and not _bare_label(text):
            texts.append(text)
    if texts and (best := max(texts, key=len)) and (len(best) >= 8 or _SPACELESS.search(best)):
        return best
    if hint:
        return hint
    for link in links:
        for said in (link.attributes.get("title"), link.attributes.get("aria-label")):
            if said and _headlike(line(said[:300])):
                return line(said[:300])
    whole = line(_text(node)[:400])
    for text in texts:
        whole = whole.replace(text, "")
    if _headlike(whole):
        return whole
    for picture in node.css("img[alt]")[:2]:
        alt = line((picture.attributes.get("alt") or "")[:300])
        if _headlike(alt):
            return alt
    return texts[0] if texts else ""


def _said(link: LexborNode) -> str:
    """The text of a link; of a link around a whole card, its first part that reads like a headline."""
    whole = line(_text(link)[:600])
    parts = [line(_text(part)[:600]) for part in link.iter() if part.tag not in _SCRIPTS]
    if len([part for part in parts if part]) >= 2 and (len(whole) > 120 or any(_NUMBER.match(part) for part in parts)):
        for part in parts:
            if _headlike(part) and not _NUMBER.match(part):
                return part
    return _RANK.sub("", whole)


_NUMBER = re.compile(r"[\W\d_]*$")
_RANK = re.compile(r"^\d{1,2}\.?\s+(?=\D)")


def _bare_label(text: str) -> bool:
    label = _label(text) if len(text) <= LABEL_LENGTH else None
    return label is not None and not label.rest


def _from_address(key: str) -> str:
    """The words of an address, where a page names a story by its label only."""
    last = re.sub(r"\.\w+$", "", key.rpartition("/")[2])
    words = line(re.sub(r"[-_+]+", " ", last))
    return (
        words[:1].upper() + words[1:]
        if re.search(r"[^\W\d_]{3}", words) and "%" not in words and "?" not in words
        else ""
    )


def _excerpt(item: _Item, title: str) -> str:
    if item.node.tag != "a" or item.node.first_child is not item.node.last_child:
        for part in item.node.css(_EXCERPTS):
            text = line(_text(part)[:800])
            if len(text) >= 40 and title not in text and text not in title:
                return shorten(text, 400)
    return shorten(item.after, 400) if len(item.after) >= 40 else ""


def _published(node: LexborNode, language: str) -> datetime | None:
    time = node.css_first("time")
    if time is not None:
        return dates.moment(time.attributes.get("datetime") or _text(time), language)
    for part in node.css("[class*=date i], [class*=time i]")[:2]:
        text = line(_text(part)[:60])
        if _DATE_LIKE.search(text) and (moment := dates.moment(text, language)) is not None:
            return moment
    return None
