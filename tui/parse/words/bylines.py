"""The words around names in bylines, by language: before them, between them, and those that name a trade and not a
person."""

BY: dict[str, str] = {
    "": "byline",
    "af": "deur|geskryf deur",
    "ar": "إعداد|الكاتب|بقلم|تقرير|كتب|كتبت",
    "az": "müəllif",
    "be": "аўтар|тэкст",
    "bg": "автор на статията|автори|от",
    "bn": "প্রতিবেদক|লেখক",
    "ca": "escrit per|per",
    "cs": "autorka|autoři|napsal|napsala|od|připravil|připravila",
    "da": "af|skrevet af|text af",
    "de": (
        "alle beiträge von|artikel von|aufgezeichnet von|autor|autor/-in|autor/in|autoren|autorin|"
        "beitrag von|bericht von|das gespräch führte|das gespräch führten|das interview führte|"
        "das interview führten|eingestellt von|erstellt von|geschrieben von|protokoll von|"
        "protokolliert von|publiziert von|text von|verfasst von|veröffentlicht von|von|"
        "von unserem korrespondenten|von unserem redakteur|von unserem reporter|"
        "von unserer korrespondentin|von unserer redakteurin|von unserer reporterin|"
        "zeige alle beiträge von"
    ),
    "el": "από|γράφει|γράφει η|γράφει ο|γράφουν οι|επιμέλεια|κείμενο|ρεπορτάζ|συντάκτης|συντάκτρια|της|του",
    "en": (
        "about the author|about the authors|all posts by|analysis by|article and photos by|article by|"
        "author|author(s)|authored by|authors|by|compiled by|contributed by|edited by|interview by|"
        "opinion by|photo by|photograph by|photographs by|photos by|posted by|published by|recipe by|"
        "report by|reported and written by|reported by|reporting by|review by|reviewed by|"
        "story and photos by|story by|text by|view all posts by|words and photos by|words by|"
        "written and photographed by|written by"
    ),
    "es": (
        "autora|autores|de|de nuestra corresponsal|de nuestro corresponsal|escrito por|por|publicado por|"
        "redactado por|texto de"
    ),
    "et": "kirjutas|toimetaja",
    "eu": "egilea",
    "fa": "به قلم|نوشته|نویسنده",
    "fi": "kirjoittaja|kirjoittanut|teksti|toimittaja",
    "fr": (
        "article rédigé par|auteur|auteurs|de notre correspondant|de notre correspondante|"
        "de notre envoyé spécial|de notre envoyée spéciale|entretien réalisé par|par|"
        "par notre correspondant|par notre correspondante|propos recueillis par|publié par|rédigé par|"
        "écrit par"
    ),
    "gu": "લેખક",
    "he": "כתב|כתבה|כתבו|מאת",
    "hi": "द्वारा|रिपोर्ट|लेखक|लेखिका",
    "hr": "autorica|napisala|napisao|piše|pišu",
    "hu": "szerző|szerzők|írta",
    "hy": "հեղինակ",
    "id": "ditulis oleh|jurnalis|oleh|penulis|pewarta",
    "is": "eftir|höfundur",
    "it": (
        "a cura di|autore|dal nostro corrispondente|dal nostro inviato|dalla nostra corrispondente|"
        "dalla nostra inviata|di|intervista di|pubblicato da|scritto da|testo di"
    ),
    "ja": "取材|取材・文|執筆|執筆者|文|筆者|著者",
    "ka": "ავტორი",
    "ko": "글|기자|입력|취재",
    "lt": "autorius|autorė|parašė|parengė",
    "lv": "autors|teksts",
    "mk": "автор на текстот|пишува",
    "nb": "skrevet av|tekst",
    "nl": (
        "door|door onze redacteur|door onze verslaggever|geplaatst door|geschreven door|van onze redacteur|"
        "van onze verslaggever"
    ),
    "pl": "napisał|napisała|oprac|oprac.|opracowanie|opracował|opracowała|pisze|rozmawia|rozmawiał|rozmawiała",
    "pt": "redigido por",
    "ro": "publicat de|realizat de|scris de|un articol de",
    "ru": ("автор|автор статьи|автор текста|авторы|беседовал|беседовала|записал|записала|подготовил|подготовила|текст"),
    "sk": "autori|autorky|napísal|napísala|pripravil|pripravila",
    "sl": "avtor|avtorica|besedilo",
    "sq": "shkruan|shkruar nga",
    "sr": "аутор|пише",
    "sv": "av|publicerad av|skriven av|text av",
    "sw": "mwandishi|na",
    "ta": "எழுதியவர்",
    "te": "రచయిత",
    "th": "ผู้เขียน|เรื่องโดย|โดย",
    "tr": "haber|yazan|yazar|yazı",
    "uk": "автор статті|авторка|підготував|підготувала",
    "ur": "تحریر",
    "vi": "bài và ảnh|người viết|tác giả",
    "zh": "作者|撰文|本報記者|本报记者|記者|记者",
}
"""What stands before a name, in lower case."""

WRITINGS: dict[str, str] = {
    "da": "analyse|anmeldelse|debatindlæg|essay|gæsteindlæg|interview|kommentar|kronik|leder|portræt|reportage",
    "de": (
        "artikel|beitrag|bericht|feature|gastartikel|gastbeitrag|gastkolumne|gastkommentar|gespräch|glosse|"
        "kolumne|leitartikel|nachruf|porträt|protokoll|rezension|text"
    ),
    "en": (
        "analysis|article|blog post|column|comment|commentary|dispatch|guest article|guest blog|guest column|"
        "guest commentary|guest contribution|guest essay|guest post|obituary|op-ed|opinion|perspective|post|"
        "profile|report|review|story|viewpoint"
    ),
    "es": ("análisis|artículo|columna|crítica|crónica|editorial|entrevista|opinión|reportaje|reseña|texto|tribuna"),
    "fr": "billet|chronique|critique|enquête|entretien|portrait|récit|texte|tribune|éditorial",
    "it": "analisi|articolo|commento|editoriale|intervento|intervista|recensione|testo",
    "nb": "debattinnlegg|gjesteinnlegg|innlegg|intervju|kronikk|portrett|reportasje",
    "nl": "bijdrage|gastbijdrage|gastblog|gastcolumn|opinie|recensie",
    "pt": "análise|artigo|coluna|crônica|opinião|reportagem|resenha",
    "sv": "analys|debattinlägg|essä|gästinlägg|gästkrönika|krönika|ledare|recension",
}
"""What a piece of writing is called before the name of whoever wrote it ("Guest post by")."""

ONE: dict[str, str] = {
    "da": "en|et",
    "de": "ein|eine",
    "en": "a|an|this is a",
    "es": "un|una",
    "fr": "une",
    "nl": "een",
    "pt": "um|uma",
    "sv": "ett",
}
"""What may stand before that."""

OF: dict[str, str] = {
    "da": "af",
    "de": "von",
    "en": "by",
    "es": "de|por",
    "fr": "par",
    "it": "di",
    "nb": "av",
    "nl": "door|van",
}
"""What stands between that and a name."""

BY_WITH_A_SIGN: dict[str, str] = {
    "ca": "redacció|text i fotos",
    "da": "journalist|tekst og foto|tekst og fotos",
    "de": "bericht|interview|redaktion|text und bilder|text und foto|text und fotos",
    "en": "editor|guest author|guest contributor|guest writer|reporter|reporting|text and photos|words",
    "es": "redacción|texto|texto y fotografías|texto y fotos",
    "fi": "teksti ja kuva|teksti ja kuvat",
    "fr": "texte|texte et photos",
    "it": "testi e foto|testo|testo e foto",
    "ja": "ライター|撮影・文|編集",
    "nb": "tekst og bilder",
    "nl": "tekst|tekst en beeld|tekst en foto's",
    "pl": "redakcja|tekst i zdjęcia",
    "pt": "texto e fotos",
    "sv": "text|text och bild|text och foto",
    "tr": "editör|muhabir|röportaj",
    "vi": "bài|theo",
    "zh": "採訪|来源|編輯|编辑|責任編輯|責編|责任编辑|责编|采写",
}
"""What does so where a colon follows."""

AND: dict[str, str] = {
    "": "no",
    "ar": "و",
    "az": "və",
    "bn": "এবং",
    "cs": "a|s",
    "de": "mit|und",
    "el": "και",
    "en": "and|with",
    "eo": "kaj",
    "es": "con|y",
    "fi": "ja",
    "fr": "avec|et",
    "he": "ו",
    "hi": "एवं|और",
    "hu": "és",
    "id": "dan",
    "it": "e",
    "nb": "med|og",
    "nl": "en|met",
    "pl": "i|oraz|z",
    "pt": "com",
    "ro": "cu|şi|și",
    "ru": "и",
    "sv": "och",
    "sw": "na|pamoja na",
    "th": "และ",
    "tr": "ve",
    "uk": "та",
    "ur": "اور",
    "vi": "và",
}
"""What stands between two names."""

ROLES: dict[str, str] = {
    "cs": "komentátor|komentátorka|redaktor|redaktorka|reportér|reportérka",
    "de": (
        "chefredakteur|chefredakteurin|korrespondent|korrespondentin|leiter|leiterin|redakteur|redakteurin|"
        "redaktion|ressortleiter|ressortleiterin"
    ),
    "en": (
        "analyst|assistant|associate|author|bureau|ceo|chief|co-founder|columnist|consultant|contributing|"
        "contributor|coordinator|correspondent|critic|deputy|director|editor|expert|fellow|founder|head of|"
        "journalist|junior|manager|owner|photographer|political|presenter|president|producer|professor|"
        "reporter|senior|specialist|staff|strategist|writer"
    ),
    "es": "corresponsal|enviada|enviado|periodista|redactor|redactora",
    "fr": "correspondant|correspondante|envoyé spécial|envoyée spéciale|journaliste|rédacteur|rédactrice",
    "it": "giornalista|inviata|inviato|redattore",
    "ja": "特派員|論説委員",
    "ko": "기자",
    "nl": "redacteur|verslaggever",
    "ru": "журналист|корреспондент|обозреватель|редактор",
    "sv": "redaktör",
    "tr": "editör|editörü|muhabir|muhabiri",
    "zh": "記者|记者",
}
"""What people who write for a paper are; a line with one of these is no name."""

NOBODY: dict[str, str] = {
    "": "admin|administrator|n/a|none|null|red|root|undefined|user|webmaster",
    "cs": "redakce",
    "da": "redaktionen",
    "de": "agenturen|archiv anzeigen|im wortlaut|redaktion|teilen|vom|zur person",
    "en": (
        "agencies|agency|anonymous|author|by|contributor|desk|editor|editor desk|editor staff|editor team|"
        "editorial|editorial desk|editorial staff|editorial team|editors|follow|guest|guest author|guest post|"
        "guest writer|more posts|news desk|newsdesk|no author|online desk|onlinedesk|staff|staff correspondent|"
        "staff correspondents|staff reporter|staff reporters|staff writer|staff writers|staffs|the editor|"
        "the editors|uncategorized|unknown|view all posts|web desk|webdesk"
    ),
    "es": "anónimo|redacción",
    "fr": "redaction|rédaction",
    "it": "redazione",
    "nl": "redactie",
    "pl": "redakcja",
    "pt": "redação",
}
"""What stands in the place of a name and is none."""

AGENCIES: dict[str, str] = {
    "": (
        "aap|adnkronos|afp|agence france-presse|agencia brasil|agerpres|agência brasil|anadolu ajansı|"
        "ani|ansa|ansa-afp|antara|ap|ap news|apa|associated press|australian associated press|belga|"
        "bernama|bloomberg|bta|canadian press|cna|deutsche presse-agentur|dpa|dpa-afx|efe|epa|"
        "estadão conteúdo|europa press|europapress|hina|ians|iha|interfax|keystone-sda|kuna|kyodo|lusa|"
        "mti|notimex|ntb|pa|pa media|pap|press association|pti|reuters|ritzau|sda|sid|spa|stt|"
        "tanjug|tass|tt|télam|ukrinform|unian|upi|wam|xinhua|yonhap|čtk"
    ),
    "fa": "ایرنا|ایسنا|تسنیم",
    "ja": "共同通信|時事通信",
    "ko": "뉴시스|연합뉴스",
    "ru": "интерфакс|риа новости|тасс",
    "uk": "укрінформ|уніан",
    "zh": "中新社|新华社",
}
"""Agencies, which a paper names beside the person who wrote, or where it names nobody."""

OUTLETS: dict[str, str] = {
    "de": "agentur|anzeiger|hochschule|institut|nachrichten|presse|rundschau|tagblatt|tageblatt|universität|zeitung",
    "en": (
        "academy|agency|association|bureau|center|centre|chronicle|collective|college|council|daily|department|"
        "foundation|gazette|herald|institute|institution|journal|magazine|media|network|news|newspaper|newspapers|"
        "observer|post|press|radio|school|service|services|society|times|tribune|tv|university|weekly"
    ),
    "es": "agencia|diario|instituto|noticias|periódico|prensa|universidad",
    "fr": "agence|université",
    "it": "agenzia|giornale|istituto|stampa|università",
    "nl": "dagblad|krant|universiteit",
    "pt": "agência|jornal|universidade",
}
"""Words in the names of papers, schools and offices, which stand behind a person's name and a comma."""

CALLED: dict[str, str] = {
    "cs": "autorka",
    "da": "forfatter|skribent",
    "de": "verfasser",
    "en": "contributor|contributors|creator|journalist|reporter|writer|writers",
    "es": "firmante|periodista|redactor",
    "fi": "kirjoittaja|tekija|toimittaja",
    "fr": "auteur|auteurs|redacteur|signataire|signature",
    "hu": "szerzo",
    "id": "penulis|pewarta|wartawan",
    "it": "autore|firma|giornalista",
    "nl": "schrijver",
    "pl": "dziennikarz",
    "sl": "avtor",
    "sv": "forfattare|författare",
    "tr": "muhabir|yazar",
    "vi": "tacgia",
}
"""What class and id call the element of whoever wrote a story, beside the author and the byline of most."""
