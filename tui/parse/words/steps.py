"""What pages write on the links to the previous and the next story, by language."""

PREVIOUS: dict[str, str] = {
    "ar": "الخبر السابق|السابق|المقال السابق|المقالة السابقة",
    "bg": "предишна новина|предишна статия",
    "bn": "আগের খবর|আগের সংবাদ|পূর্ববর্তী",
    "cs": "předchozí|předchozí článek",
    "da": "forrige artikel",
    "de": (
        "vorherige|vorherige meldung|vorheriger|vorheriger artikel|vorheriger beitrag|vorheriges|voriger artikel|"
        "voriger beitrag|ältere|ältere beiträge|ältere posts|älterer beitrag"
    ),
    "el": "προηγούμενο|προηγούμενο άρθρο",
    "en": (
        "older|older article|older articles|older news|older post|older posts|older story|prev|prev article|"
        "prev news|prev post|prev story|previous|previous article|previous news|previous post|previous story"
    ),
    "es": "anterior|artículo anterior|entrada anterior|entradas antiguas|nota anterior|noticia anterior",
    "fa": "خبر قبلی|قبلی|مطلب قبلی",
    "fi": "edellinen|edellinen artikkeli",
    "fr": "actualité précédente|article précédent|articles plus anciens|l'article précédent|précédent",
    "he": "הכתבה הקודמת|הפוסט הקודם|הקודם",
    "hi": "पिछला|पिछला लेख|पिछली खबर",
    "hr": "prethodna vest|prethodni članak|prethodno",
    "hu": "előző|előző cikk",
    "id": "artikel sebelumnya|berita sebelumnya|sebelumnya",
    "it": "articolo precedente|post più vecchi|post precedente|precedente",
    "ja": "前の投稿|前の記事|前へ",
    "ko": "이전 글|이전 기사|이전글|이전기사",
    "nb": "forrige|forrige artikkel|forrige sak",
    "nl": "vorig artikel|vorig bericht|vorige artikel|vorige bericht",
    "pl": "poprzedni|poprzedni artykuł|poprzedni wpis",
    "pt": "artigo anterior|matéria anterior|post anterior|próximo anterior",
    "ro": "articolul anterior|articolul precedent",
    "ru": "предыдущая|предыдущая запись|предыдущая новость|предыдущая статья|предыдущий материал",
    "sk": "predchádzajúci článok",
    "sl": "prejšnji članek",
    "sr": "претходна вест",
    "sv": "föregående|föregående artikel",
    "sw": "habari iliyotangulia|iliyotangulia",
    "ta": "முந்தைய செய்தி",
    "th": "ข่าวก่อนหน้า|บทความก่อนหน้า",
    "tr": "önceki|önceki haber|önceki makale|önceki yazı",
    "uk": "попередня|попередня новина|попередня стаття",
    "vi": "bài trước|bài viết trước|tin trước",
    "zh": "上一则|上一则新闻|上一條|上一篇|上一篇文章",
}

NEXT: dict[str, str] = {
    "ar": "التالي|الخبر التالي|المقال التالي|المقالة التالية",
    "bg": "следваща новина|следваща статия",
    "bn": "পরবর্তী|পরের খবর|পরের সংবাদ",
    "cs": "další článek|následující článek",
    "da": "næste|næste artikel",
    "de": (
        "neuere|neuere beiträge|neuere posts|neuerer beitrag|nächste|nächste meldung|nächster|nächster artikel|"
        "nächster beitrag|nächstes"
    ),
    "el": "επόμενο|επόμενο άρθρο",
    "en": (
        "newer|newer article|newer articles|newer news|newer post|newer posts|newer story|next|next article|"
        "next news|next post|next story"
    ),
    "es": (
        "artículo siguiente|entrada siguiente|entradas más recientes siguientes|nota siguiente|noticia siguiente|"
        "próxima nota|siguiente|siguiente artículo|siguiente noticia"
    ),
    "fa": "بعدی|خبر بعدی|مطلب بعدی",
    "fi": "seuraava|seuraava artikkeli",
    "fr": "actualité suivante|article suivant|l'article suivant|suivant",
    "he": "הבא|הכתבה הבאה|הפוסט הבא",
    "hi": "अगला|अगला लेख|अगली खबर",
    "hr": "sledeća vest|sledeće|sledeći članak|sljedeći članak",
    "hu": "következő|következő cikk",
    "id": "artikel berikutnya|artikel selanjutnya|berita berikutnya|berita selanjutnya|selanjutnya",
    "it": "articolo successivo|post successivo|prossimo articolo|successivo",
    "ja": "次の投稿|次の記事|次へ",
    "ko": "다음 글|다음 기사|다음글|다음기사",
    "nb": "neste|neste artikkel|neste sak",
    "nl": "volgend artikel|volgend bericht|volgende artikel|volgende bericht",
    "pl": "następny|następny artykuł|następny wpis",
    "pt": "próxima matéria|próxima notícia|próximo|próximo artigo|próximo post",
    "ro": "articolul următor|următorul articol",
    "ru": "следующая|следующая запись|следующая новость|следующая статья|следующий материал",
    "sk": "nasledujúci článok|ďalší článok",
    "sl": "naslednji članek",
    "sr": "следна вест",
    "sv": "nästa|nästa artikel",
    "sw": "habari inayofuata|inayofuata",
    "ta": "அடுத்த செய்தி",
    "th": "ข่าวถัดไป|บทความถัดไป",
    "tr": "sonraki|sonraki haber|sonraki makale|sonraki yazı|sıradaki haber",
    "uk": "наступна|наступна новина|наступна стаття",
    "vi": "bài tiếp|bài tiếp theo|tin tiếp theo",
    "zh": "下一则|下一條|下一篇|下一篇文章",
}
