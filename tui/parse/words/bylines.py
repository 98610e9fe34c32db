"""What stands around names in bylines, by language: before them, between them, and what says a trade and nobody's
name."""

BY: dict[str, str] = {
    "": "byline",
    "ar": "بقلم|كتب|كتبت",
    "bg": "автори",
    "bn": "লেখক",
    "cs": "autorka|autoři|od",
    "da": "af|text af",
    "de": (
        "artikel von|autor|autor/-in|autor/in|autoren|autorin|beitrag von|bericht von|ein beitrag von|"
        "ein bericht von|ein essay von|ein gastbeitrag von|ein interview von|ein kommentar von|ein porträt von|"
        "eine analyse von|eine kolumne von|eine reportage von|eine rezension von|eingestellt von|erstellt von|"
        "geschrieben von|publiziert von|text von|verfasst von|veröffentlicht von|von"
    ),
    "el": "γράφει|γράφει η|γράφει ο|κείμενο|της|του",
    "en": (
        "about the author|about the authors|analysis by|article and photos by|article by|author|authors|by|"
        "compiled by|edited by|opinion by|photo by|photograph by|photographs by|photos by|posted by|published by|"
        "recipe by|report by|reported by|review by|reviewed by|story and photos by|story by|text by|"
        "words and photos by|words by|written by"
    ),
    "es": "autora|autores|de|escrito por|por|publicado por",
    "fa": "نوشته",
    "fi": "kirjoittaja|teksti",
    "fr": "auteur|auteurs|par|propos recueillis par|publié par|rédigé par|écrit par",
    "he": "כתב|מאת",
    "hi": "द्वारा",
    "hu": "szerző|írta",
    "id": "oleh|penulis",
    "it": "a cura di|di|pubblicato da|scritto da",
    "ja": "取材・文|文",
    "ko": "글|기자|입력",
    "nb": "tekst",
    "nl": "door|geplaatst door|geschreven door",
    "pl": "napisał|oprac|oprac.|pisze",
    "ro": "scris de",
    "ru": "автор|авторы|текст",
    "sk": "autori|autorky",
    "sv": "av|text av",
    "sw": "na",
    "th": "โดย",
    "tr": "haber|yazan",
    "ur": "تحریر",
    "vi": "tác giả",
    "zh": "作者|撰文|記者|记者",
}
"""What stands before a name, in lower case."""

BY_WITH_A_SIGN: dict[str, str] = {
    "sv": "text",
    "zh": "来源|編輯|编辑|責任編輯|責編|责任编辑|责编",
}
"""What does so where a colon follows."""

AND: dict[str, str] = {
    "": "no",
    "ar": "و",
    "az": "və",
    "bn": "এবং",
    "cs": "a",
    "de": "mit|und",
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
    "nb": "og",
    "nl": "en",
    "pl": "i",
    "ro": "și",
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
        "journalist|junior|manager|owner|photographer|political|presenter|president|producer|professor|reporter|"
        "senior|specialist|staff|strategist|writer"
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
    "de": "agenturen|redaktion",
    "en": (
        "agencies|agency|anonymous|author|by|contributor|desk|editor|editor desk|editor staff|editor team|"
        "editorial|editorial desk|editorial staff|editorial team|editors|guest|guest author|guest post|"
        "guest writer|news desk|newsdesk|no author|online desk|onlinedesk|staff|staff correspondent|"
        "staff correspondents|staff reporter|staff reporters|staff writer|staff writers|staffs|the editor|"
        "the editors|unknown|web desk|webdesk"
    ),
    "es": "redacción",
    "fr": "redaction|rédaction",
    "it": "redazione",
    "nl": "redactie",
    "pl": "redakcja",
    "pt": "redação",
}
"""What stands in the place of a name and is none."""
