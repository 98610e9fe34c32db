"""How the parts that sites put below a story begin, in lower case, and how names of outlets end; by language."""

AUTHORS = {
    "cs": "o autorce|o autorovi",
    "da": "om forfatteren",
    "de": "zum autor|zur autorin|zur person des autors|über den autor|über die autoren|über die autorin",
    "en": (
        "about our author|about the author|about the authors|about the contributor|about the editor|about the reporter|"
        "about the writer|about the writers|about this author|author bio|meet the author|written by"
    ),
    "es": "acerca de la autora|acerca del autor|sobre el autor|sobre la autora|sobre los autores",
    "fi": "kirjoittajasta|tietoa kirjoittajasta",
    "fr": "l'auteur|l'autrice|à propos de l'auteur|à propos de l'autrice|à propos des auteurs",
    "it": "chi è l'autore|informazioni sull'autore|l'autore|sull'autore",
    "nb": "om journalisten",
    "nl": "over de auteur|over de schrijver",
    "pl": "o autorze",
    "pt": "acerca do autor|sobre a autora|sobre o autor|sobre os autores",
    "ru": "об авторе",
    "sv": "om författaren|om skribenten",
    "tr": "yazar hakkında",
    "uk": "про автора|про авторку",
}
"""What stands over a few words about who wrote the story."""

COMMENTS = {
    "ar": "اترك تعليقاً|اترك رداً",
    "bg": "оставете коментар",
    "bn": "মন্তব্য করুন",
    "cs": "napsat komentář|zanechat odpověď",
    "da": "skriv en kommentar|skriv et svar",
    "de": "hinterlasse eine antwort|hinterlasse einen kommentar|schreibe einen kommentar|schreiben sie einen kommentar",
    "el": "αφήστε ένα σχόλιο|αφήστε μια απάντηση",
    "en": (
        "add a comment|comments are closed|comments for this article are closed|join the conversation|"
        "join the discussion|leave a comment|leave a reply|post a comment|readers' comments|submit a comment|"
        "these comments are closed|write a comment"
    ),
    "es": "deja un comentario|deja una respuesta|dejar un comentario|escribe un comentario",
    "fa": "دیدگاهتان را بنویسید",
    "fi": "jätä kommentti",
    "fr": "laisser un commentaire|laisser une réponse|poster un commentaire",
    "he": "כתיבת תגובה",
    "hr": "komentirajte|ostavite komentar",
    "hu": "vélemény, hozzászólás",
    "id": "tinggalkan balasan|tinggalkan komentar",
    "it": "lascia un commento|lascia una risposta",
    "ja": "コメントする|コメントを残す",
    "ko": "답글 남기기|댓글 남기기",
    "nb": "legg igjen en kommentar|legg igjen et svar",
    "nl": "geef een reactie|laat een reactie achter|plaats een reactie",
    "pl": "dodaj komentarz|zostaw komentarz|zostaw odpowiedź",
    "pt": "deixe seu comentário|deixe um comentário|deixe uma resposta",
    "ro": "lasă un comentariu|lasă un răspuns",
    "ru": "добавить комментарий|оставить комментарий",
    "sk": "pridaj komentár",
    "sv": "lämna en kommentar|lämna ett svar",
    "th": "แสดงความคิดเห็น|ใส่ความเห็น",
    "tr": "bir cevap yazın|bir yanıt yazın|yorum yap",
    "uk": "залишити відповідь|залишити коментар",
    "vi": "để lại bình luận|để lại một bình luận",
    "zh": "发布评论|发表回复|发表评论|發佈留言|發表評論",
}
"""How a line begins that stands over what readers wrote, or asks them to write; most as WordPress words it."""

ABOUT = {
    "cs": "o společnosti",
    "da": "om",
    "de": "über|über das|über den|über die",
    "en": "about|about the",
    "es": "acerca de|acerca del|sobre|sobre el|sobre la",
    "fr": "à propos de|à propos de la|à propos des|à propos du",
    "it": "informazioni su",
    "nl": "over|over de|over het",
    "pl": "o firmie",
    "pt": "sobre a|sobre o",
}
"""What stands before the name of whoever sent a press release, over what they say of themselves below it."""

CONTACTS = {
    "cs": "kontakt pro média",
    "de": ("ansprechpartner für die presse|ansprechpartner für medien|kontakt für medien|medienkontakt|pressekontakt"),
    "en": (
        "contact for media|for media enquiries|for media inquiries|for press enquiries|for press inquiries|"
        "media contact|media contacts|media enquiries|media inquiries|news media contact|press contact|"
        "press contacts|press inquiries"
    ),
    "es": "contacto de prensa|contacto para la prensa|contacto para medios|contacto para prensa",
    "fr": "contact média|contact presse|contacts médias|contacts presse",
    "it": "contatti per la stampa|contatti stampa|contatto stampa",
    "nl": "noot voor de redactie|perscontact|perscontacten",
    "pl": "kontakt dla mediów|kontakt prasowy",
    "pt": "assessoria de imprensa|contacto de imprensa|contato para a imprensa|contato para imprensa",
    "sv": "presskontakt",
}
"""How a line begins that says below a press release whom newspapers may ask."""

REMARKS = {
    "de": (
        "die e-mail wurde gesendet an|diese e-mail wurde an|diese e-mail wurde gesendet an|"
        "du erhältst diese e-mail|du erhältst diesen newsletter|sie erhalten diese e-mail|"
        "sie erhalten diesen newsletter"
    ),
    "en": (
        "notice: the content above|this email was sent to|this message was sent to|"
        "you are receiving this because|you are receiving this email|you are receiving this newsletter|"
        "you received this email|you received this newsletter|you're receiving this because|"
        "you're receiving this email|you're receiving this newsletter"
    ),
    "es": (
        "este correo electrónico se envió a|este correo electrónico se ha enviado a|has recibido este correo|"
        "recibes esta newsletter|recibes este correo"
    ),
    "fr": (
        "cet e-mail a été envoyé à|vous recevez ce mail|vous recevez cet e-mail|vous recevez cet email|"
        "vous recevez cette lettre|vous recevez cette newsletter"
    ),
    "it": "hai ricevuto questa e-mail|hai ricevuto questa email|ricevi questa email|ricevi questa newsletter",
    "ko": "이 기사는 언론사에서",
    "nl": "je ontvangt deze e-mail|je ontvangt deze nieuwsbrief|u ontvangt deze e-mail|u ontvangt deze nieuwsbrief",
    "pl": "otrzymujesz ten newsletter|otrzymujesz tę wiadomość",
    "pt": "recebeu este e-mail porque|você está recebendo este e-mail|você recebeu este e-mail",
    "ru": "вы получили это письмо",
    "sv": "du får det här mejlet|du får det här nyhetsbrevet|du får detta nyhetsbrev",
    "zh": "免責聲明|免责声明|声明：本文|声明：该文|声明：转载|特别声明：以上",
}
"""What is said below a story or letter of how it came to be there: by letters of why they were sent, by platforms
(NetEase, Sohu, Naver) of what others publish on them."""

OUTLETS = {
    "ja": "オンライン|デジタル|ニュース|新聞",
    "ko": "뉴스|방송|신문|일보",
    "zh": "在线|報|报|新闻|日报|电视台|社|網|网|電視台|頻道|频道",
}
"""How the names of outlets end where a script does not part words."""
