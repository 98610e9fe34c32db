"""What pages write before another story that they offer in the middle of one, by language."""

ALSO_READ: dict[str, str] = {
    "ar": (
        "اقرأ أيضا على موقعنا|اقرأ أيضاً|اقرأ المزيد|اقرأ في|اقرأ كذلك|اقرأوا أيضا|المزيد|انظر أيضا|تابع أيضا|"
        "شاهد أيضاً|طالع أيضاً|قد يعجبك أيضا|قد يهمك|قد يهمك أيضا|للمزيد"
    ),
    "az": "həmçinin oxuyun|oxuyun",
    "bg": (
        "виж още|виж повече|вижте още|вижте повече|вижте също|още по темата|прочетете още|прочетете също|прочети|"
        "прочети още|четете още"
    ),
    "bn": "আরও জানুন|আরও দেখুন|আরও পড়ুন|আরো পড়ুন|এটিও পড়ুন|পড়ুন",
    "ca": "llegeix també|llegir més|llegiu també",
    "cs": (
        "mohlo by vás zajímat|přečtěte|přečtěte si|přečtěte si i|přečtěte si také|přečtěte si více|související článek|"
        "viz také|více čtěte|čtěte|čtěte dále|čtěte i|čtěte také|čtěte také zde|čtěte více|čtěte zde|číst dále"
    ),
    "cy": "darllen mwy|darllenwch",
    "da": "læs flere|læs her|læs mere|læs mere om|læs også|læs også om|læs videre|se mere her",
    "de": (
        "auch interessant|auch lesen|auch spannend|das könnte sie auch interessieren lesen|hier lesen|"
        "hintergrund|jetzt lesen|lese auch|lese-tipp|lesen sie auch|lesen sie auch dazu|lesen sie außerdem|"
        "lesen sie außerdem dazu|lesen sie dazu|lesen sie dazu auch|lesen sie hier|lesen sie jetzt|"
        "lesen sie mehr|lesen sie mehr dazu|lesen sie mehr zum thema|lesen sie weiter|lesen sie zum thema|"
        "lesetipp|lies auch|lies hier|lies mehr|lire aussi|mehr|mehr darüber|mehr dazu|mehr dazu hier|"
        "mehr erfahren|mehr hier|mehr infos|mehr lesen|mehr zum thema lesen|nachgelesen|nachlesen|"
        "passend dazu|siehe auch|weiterführend|zum nachlesen|zum weiterlesen"
    ),
    "el": (
        "δείτε ακόμα|δείτε ακόμη|δείτε επίσης|δείτε και|δείτε περισσότερα|δείτε όλες τις|διάβασε ακόμη|διάβασε επίσης|διαβάστε|"
        "διαβάστε ακόμα|διαβάστε ακόμη|διαβάστε εδώ|διαβάστε επίσης|διαβάστε και|διαβάστε περισσότερα|"
        "διαβάστε σχετικά|περισσότερα"
    ),
    "en": (
        "also in the news today|also on|also read|also read this|also see|continue reading about|dig into|"
        "don't miss this|further reading|keep reading|more|more to read|must read now|must see|read|"
        "read also|read also our|read also this|read more|read more about|read more from|read more here|"
        "read more on|read next|read now|read this|read this next|recommended reading|related read|"
        "related reading|related story|see also|watch|you can also read|you might also like to read"
    ),
    "es": (
        "además|además lea|además lee|conozca más|entérate|le puede interesar|le puede interesar también|"
        "lea además|lea aquí|lea más|lea también|lee además|lee aquí|lee más|lee también|leer además|"
        "leer más|leer también|mira aquí|mira también|más detalles|más información|no dejes de leer|"
        "nota relacionada|noticia relacionada|puede leer|puede ver|puedes leer|puedes ver|"
        "sigue leyendo|también lee|también te puede interesar|te podría interesar|te puede interesar|"
        "te recomendamos leer|vea también|ver además|ver más|ver también"
    ),
    "et": "loe ka|loe lisaks|loe veel",
    "eu": "irakurri ere|irakurri gehiago",
    "fa": (
        "ادامه مطلب|اینجا بخوانید|ببینید|بخوانید|بیشتر بخوانید|بیشتر بخوانید درباره|بیشتر بدانید|مطالب مرتبط|"
        "مطالعه بیشتر|مطلب مرتبط|نیز بخوانید|همچنین بخوانید"
    ),
    "fi": "katso myös|lue aiheesta|lue kaikki|lue lisää|lue myös|lue seuraavaksi|lue seuraavaksi nämä|lue tästä",
    "fr": (
        "aussi à lire|en savoir plus|ici aussi|lire|lire l'article|lire la suite|lire notre article|"
        "lire notre décryptage|lire notre enquête|lire plus|lire à ce sujet|lire également|lisez aussi|"
        "lisez aussi notre|lisez également|notre article|notre dossier|pour aller plus loin|relire|retrouvez aussi|"
        "sur le même thème|voir aussi|à consulter|à découvrir aussi|à lire|à lire ailleurs|à lire aussi|"
        "à lire ensuite|à lire ici|à lire également|à voir aussi"
    ),
    "ga": "léigh freisin",
    "gl": "le tamén",
    "gu": "આ પણ વાંચો|વધુ વાંચો",
    "ha": "ka kuma karanta|karanta kuma",
    "he": "אולי תאהבו|לקריאה נוספת|לקריאה נוספת בנושא|עוד|עוד בנושא|קרא גם|קראו גם|קראו עוד|קראו עוד על|ראו גם",
    "hi": (
        "आगे पढ़ें|इन्हें भी पढ़ें|इससे जुड़ी खबरें|इसे भी देखें|इसे भी पढ़े|इसे भी पढ़ें|और पढ़ें|पढ़िए|पढ़ें|"
        "पढ़ें पूरी खबर|यह खबर भी पढ़िए|यह खबर भी पढ़ें|यह भी देखें|यह भी पढ़िए|यह भी पढ़े|यह भी पढ़ें|यह भी पढें|"
        "ये खबर भी पढ़िए|ये खबर भी पढ़ें|ये खबरें भी पढ़िए|ये खबरें भी पढ़ें|ये भी देखें|ये भी पढ़िए|ये भी पढ़े|"
        "ये भी पढ़ें|ये भी पढें"
    ),
    "hr": (
        "opširnije|pogledajte i|pročitaj i|pročitajte|pročitajte i|pročitajte još|pročitajte više|pročitajte više na|"
        "saznajte više|više o|više čitajte|čitajte i|čitajte još"
    ),
    "hu": (
        "ajánljuk még|ajánljuk továbbá|bővebben|erről is olvashat|ezt is ajánljuk|ezt is olvasd|ezt is olvassa el|"
        "ezt is olvasta már|ezt olvasta már|kapcsolódó cikk|kapcsolódó cikkünk|korábban írtuk|nézze meg|olvasd el|"
        "olvasd el ezt is|olvass tovább|olvassa el|olvasson még|olvasta már"
    ),
    "hy": "կարդացեք նաև",
    "id": (
        "artikel berkaitan|baca|baca berita lainnya|baca juga|baca lagi|baca lebih lanjut|baca pula|baca selengkapnya|"
        "berita berkaitan|lihat juga|selengkapnya|simak|simak juga|simak selengkapnya"
    ),
    "is": "funda okuningi|lesa meira|lesa meira um|lesið einnig|lesið líka|lestu einnig|sjá einnig|sjá líka",
    "it": (
        "approfondimento|approfondisci|da leggere|guarda anche|leggi altro|leggi anche|leggi di più|leggi l'articolo|"
        "leggi pure|leggi qui|leggi tutto|leggi tutto su|lo leggi qui|per approfondire|potrebbe interessarti anche|"
        "scopri di più|sullo stesso tema leggi|ti potrebbe interessare anche|vedi anche"
    ),
    "ja": (
        "あわせて読みたい|あわせて読む|こちらの記事もどうぞ|こちらの記事も読む|こちらもおすすめ|こちらもどうぞ|こちらも読む|もっと読む|併せて読みたい|参考記事|合わせて読みたい|続きを読む|関連して読む|"
        "関連記事はこちら"
    ),
    "ka": "კითხულობენ ასევე|წაიკითხეთ ასევე",
    "kk": "тағы оқыңыз",
    "kn": "ಇದನ್ನೂ ಓದಿ|ಹೆಚ್ಚು ಓದಿ",
    "ko": "같이 보면 좋은 기사|관련기사 보기|더 보기|더 읽기|이 기사도|이 기사도 읽어보세요|함께 보면 좋은 기사|함께 볼만한 기사|함께 읽기|함께 읽으면 좋은",
    "lt": "skaitykite|skaitykite taip pat|skaityti daugiau|taip pat skaitykite",
    "lv": "lasi arī|lasi vairāk|lasiet arī",
    "mk": "прочитај и|прочитајте повеќе",
    "ml": "ഇതും വായിക്കുക|കൂടുതൽ വായിക്കുക",
    "mr": "अधिक वाचा|आणखी वाचा|हे ही वाचा|हेही वाचा",
    "mt": "aqra aktar",
    "nb": (
        "les mer|les mer her|les mer om|les mer om saken|les også|les også om|les saken|les videre|se flere saker|"
        "se også"
    ),
    "ne": "थप पढ्नुहोस्|यो पनि|यो पनि पढ्नुहोस्",
    "nl": (
        "bekijk ook|bekijk ook eens|lees dan ook|lees het hele verhaal|lees hier|lees hier meer|"
        "lees hierover|lees meer|lees meer hier|lees nog|lees ook|lees ook deze|lees ook dit|lees ook ons|"
        "lees verder|luister ook|meer lezen|zie ook|zie verder"
    ),
    "pa": "ਇਹ ਵੀ ਪੜ੍ਹੋ|ਹੋਰ ਪੜ੍ਹੋ",
    "pl": (
        "czytaj dalej|czytaj również|czytaj także|czytaj także nasze|czytaj też|czytaj więcej|"
        "polecamy również|polecamy także|przeczytaj|przeczytaj również|przeczytaj także|przeczytaj też|"
        "sprawdź|sprawdź też|warto przeczytać|więcej na ten temat|więcej o|zobacz|zobacz również|"
        "zobacz także|zobacz też|zobacz wideo|zobacz więcej na ten temat"
    ),
    "pt": (
        "assista|confira|confira também|continue lendo|entenda|leia|leia a seguir|leia ainda|leia mais|"
        "leia mais sobre|leia na íntegra|leia também|ler mais|ler também|saiba mais|saiba tudo|veja ainda|"
        "veja ainda mais|veja aqui|veja mais|veja mais sobre|veja também|ver também"
    ),
    "ro": (
        "citește|citește mai departe|citește mai departe aici|citește mai mult|citește mai multe|citește și|"
        "citiți mai mult|citiți și|mai citește|pe aceeași temă|recomandarea noastră|vezi aici|vezi și"
    ),
    "ru": (
        "еще по теме|материал по теме|об этом читайте|по теме|подробнее|почитайте также|ранее по теме|"
        "рекомендуем прочитать|см. также|смотреть также|смотри также|смотрите также|советуем почитать|"
        "также по теме|узнайте больше|читай также|читайте|читайте в|читайте далее|читайте ещё|"
        "читайте на тему|читайте на эту тему|читайте по теме|читайте по тему|читайте также|читать далее|"
        "читать дальше|читать также"
    ),
    "si": "තවත් කියවන්න",
    "sk": (
        "pozrite si aj|prečítajte si|prečítajte si aj|čítajte|čítajte aj|čítajte tiež|čítajte viac|čítajte ďalej|"
        "ďalej čítajte"
    ),
    "sl": "beri tudi|beri še|preberite|preberite tudi|preberite več|preberite še|več o",
    "so": "akhriso sidoo kale",
    "sq": "lexo edhe|lexo gjithashtu|lexo më shumë|lexoni edhe",
    "sr": "опширније|погледајте и|прочитајте и|прочитајте још|читајте још",
    "sv": (
        "läs mer|läs mer här|läs mer här om|läs mer om|läs också|läs också mer|läs vidare|läs även|mer läsning|"
        "se också|se även"
    ),
    "sw": "angalia pia|pia soma|soma hapa|soma pia|soma zaidi|tazama pia",
    "ta": "இதையும் படிக்க|இதையும் படியுங்கள்|மேலும் படிக்க",
    "te": "ఇది కూడా చదవండి|ఇదీ చదవండి|ఇవి కూడా చదవండి|మరింత చదవండి",
    "th": "อ่านข่าว|อ่านข่าวที่เกี่ยวข้อง|อ่านข่าวเพิ่มเติม|อ่านต่อ|อ่านประกอบ|อ่านเพิ่ม|อ่านเพิ่มเติม",
    "tl": "basahin|basahin din",
    "tr": (
        "ayrıca bakınız|ayrıca bkz|ayrıca oku|ayrıca okuyun|bkz|bunlar da ilginizi çekebilir|bunları da okuyun|"
        "bunu da oku|bunu da okuyun|bunu da okuyun mutlaka|daha fazla oku|daha fazlası|devamını oku|haberin devamı|"
        "ilgili haber|ilgini çekebilir|ilginizi çekebilir|okumak için|okumaya devam et|okuyun|şunu da okuyun"
    ),
    "uk": (
        "більше про це|більше читайте|детальніше|дивіться по темі|дивіться також|докладніше|за темою|по темі|"
        "радимо прочитати|також читайте|читай також|читайте по темі|читайте також|читайте ще|читати також"
    ),
    "ur": "مزید پڑھیں|مزید پڑھیے|یہ بھی پڑھیں",
    "uz": "o'qing",
    "vi": (
        "có thể bạn quan tâm|mời xem thêm|mời đọc thêm|tin liên quan đọc|xem thêm|xem thêm tin|xem tiếp|đọc thêm|"
        "đọc tiếp"
    ),
    "zh": (
        "也可以看|另见|另請參閱|另请参阅|延伸閱讀|延伸阅读|往期回顾|扩展阅读|推荐阅读|推荐阅读文章|推薦閱讀|更多内容|更多新聞|更多阅读|点击进入专题|点击阅读|点此阅读|相关报道阅读|相关链接|相关阅读|相關閱讀|看更多|"
        "看更多新聞|閱讀更多|阅读更多"
    ),
}
