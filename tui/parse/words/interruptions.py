"""What pages write where an advertisement, a picture or a video interrupts a story, and what they ask about themselves
and their mistakes below it, in the place of what is embedded, or of themselves beside it; by language, in lower
case."""

GOES_ON = {
    "cs": "pokračování článku|text pokračuje pod|článek pokračuje",
    "da": "artiklen fortsætter|historien fortsætter efter|historien fortsætter under|teksten fortsætter",
    "de": (
        "artikel geht unter|artikel wird nach|artikel wird unter|der artikel geht nach|der artikel geht unter|"
        "der artikel wird nach|der artikel wird unter|der text geht nach|der text geht unter|"
        "lesen sie nach der anzeige|text geht nach|text geht unter|weiter nach der anzeige|"
        "weiter nach der werbung|weiterlesen nach der anzeige"
    ),
    "el": "η συνέχεια κάτω|η συνέχεια μετά|το άρθρο συνεχίζεται",
    "en": (
        "article continues after|article continues below|content continues after|content continues below|"
        "post continues after|post continues below|recipe continues below|scroll to continue|"
        "story continues after|story continues below|text continues below|the article continues after|"
        "the article continues below|the story continues after|the story continues below|"
        "this article continues after|this article continues below"
    ),
    "es": (
        "continúa después de la publicidad|continúa después del anuncio|continúa leyendo después|"
        "el artículo continúa|el texto continúa|la información continúa|la nota continúa|la noticia continúa|"
        "sigue leyendo después|sigue leyendo tras la publicidad"
    ),
    "et": "artikkel jätkub|lugu jätkub",
    "fi": "artikkeli jatkuu|juttu jatkuu|teksti jatkuu|uutinen jatkuu",
    "fr": (
        "continuez votre lecture|l'article continue après|la suite après|la suite de cet article|"
        "la suite de l'article|la suite de votre|poursuivez votre lecture|suite de l'article après|"
        "suite de l'article sous"
    ),
    "hr": (
        "nastavak ispod|nastavak teksta|nastavak članka|priča se nastavlja ispod|tekst se nastavlja|"
        "vijest se nastavlja|članak se nastavlja"
    ),
    "hu": "a cikk a hirdetés|a cikk a videó|a cikk folytatódik|a cikk lejjebb|a hirdetés után",
    "id": "artikel berlanjut|artikel ini berlanjut|berita berlanjut",
    "it": (
        "continua a leggere dopo|continua dopo il video|continua dopo la foto|continua dopo la pubblicità|"
        "continua sotto|l'articolo continua dopo|l'articolo continua sotto|l'articolo prosegue|"
        "la notizia continua|prosegui la lettura"
    ),
    "ja": "広告の後に|続きは広告の|記事は広告の",
    "ko": "광고 뒤에 계속|기사는 광고",
    "lt": "straipsnio tęsinys|straipsnis tęsiamas|tekstas tęsiamas|tekstas tęsiasi",
    "lv": "raksts turpinās|teksts turpinās",
    "nb": "artikkelen fortsetter|historien fortsetter under|saken fortsetter|teksten fortsetter",
    "nl": (
        "artikel gaat verder|artikel loopt door|de tekst gaat verder|de tekst loopt|het artikel gaat verder|"
        "het verhaal gaat verder onder|lees verder na|lees verder onder|tekst gaat verder|tekst loopt door|"
        "tekst loopt verder"
    ),
    "pl": (
        "artykuł jest kontynuowany|ciąg dalszy artykułu|ciąg dalszy materiału|ciąg dalszy tekstu|"
        "dalsza część artykułu|dalsza część materiału|dalsza część tekstu|dalszy ciąg artykułu|"
        "dalszy ciąg materiału|dalszy ciąg tekstu|reszta artykułu|reszta tekstu"
    ),
    "pt": (
        "a matéria continua|a notícia continua|a reportagem continua|artigo continua após|"
        "continua após a publicidade|continua após o anúncio|continua após publicidade|"
        "continua depois da publicidade|continue a ler após|o artigo continua|o texto continua"
    ),
    "ro": "articolul continuă|continuarea articolului|știrea continuă",
    "ru": "продолжение ниже|продолжение после рекламы|статья продолжается|текст продолжается",
    "sk": "pokračovanie článku|článok pokračuje",
    "sl": "zgodba se nadaljuje pod|članek se nadaljuje",
    "sq": "artikulli vazhdon",
    "sv": "artikeln fortsätter|inlägget fortsätter|texten fortsätter",
    "tr": "haberin devamı|yazının devamı",
    "uk": "продовження після реклами|стаття продовжується|текст продовжується",
}
"""How a short line begins that says that the story goes on behind what interrupts it."""

ASKS = {
    "cs": "byl pro vás tento článek užitečný|pomohl vám tento článek",
    "da": "fandt du hvad du søgte|var denne artikel nyttig",
    "de": (
        "hat ihnen dieser artikel gefallen|hat ihnen dieser artikel geholfen|war diese seite hilfreich|"
        "war dieser artikel hilfreich|war dieser beitrag hilfreich|waren diese informationen hilfreich|"
        "wie hat ihnen der artikel gefallen|wie hat ihnen dieser artikel gefallen"
    ),
    "en": (
        "did you find this article helpful|did you find this article useful|did you find this page helpful|"
        "did you find this page useful|did you find this post helpful|how helpful was this article|"
        "how useful was this article|how useful was this page|how useful was this post|"
        "is there anything wrong with this page|is this page useful|report a problem with this article|"
        "report a problem with this page|was this article helpful|was this article useful|"
        "was this content helpful|was this helpful|was this information helpful|was this page helpful|"
        "was this page useful|was this post helpful"
    ),
    "es": (
        "te ha resultado útil esta página|te ha resultado útil este artículo|te resultó útil esta página|"
        "te resultó útil este artículo|te sirvió este artículo"
    ),
    "fi": "oliko tämä artikkeli hyödyllinen|oliko tästä sivusta apua",
    "fr": (
        "cet article vous a plu|cet article vous a été utile|cet article vous a-t-il été utile|"
        "cette page vous a-t-elle aidé|cette page vous a-t-elle été utile"
    ),
    "it": (
        "questo articolo ti è stato utile|questo articolo è stato utile|ti è stato utile questo articolo|"
        "è stato utile questo articolo"
    ),
    "ja": "このページは役に立ちましたか|この記事は役に立ちましたか",
    "ko": "이 기사가 도움이 되었나요|이 페이지가 도움이 되었나요",
    "nb": "fant du det du lette etter|var denne artikkelen nyttig",
    "nl": ("heeft dit artikel je geholpen|was deze informatie nuttig|was deze pagina nuttig|was dit artikel nuttig"),
    "pl": "czy artykuł był pomocny|czy ten artykuł był pomocny|czy ten artykuł był przydatny",
    "pt": "esta página foi útil|este artigo foi útil|este conteúdo foi útil",
    "ru": "была ли статья полезна|была ли статья полезной|была ли эта статья полезной|статья была полезна",
    "sv": "hade du nytta av den här sidan|var den här artikeln till hjälp|var den här sidan till hjälp",
    "tr": "bu makale yararlı oldu mu|bu sayfa faydalı oldu mu|bu yazı faydalı oldu mu",
    "uk": "чи була ця стаття корисною",
    "zh": "本文是否有帮助|本页面是否有用|这篇文章对您有帮助吗|這篇文章對您有幫助嗎",
}
"""How a page asks below its story what a reader thinks of the page."""

MISTAKES = {
    "bg": "видяхте грешка|открихте грешка",
    "cs": "našli jste chybu|našli jste v článku chybu",
    "da": "fundet en fejl|har du et tip|har du fundet en fejl|har du set en fejl|tip os",
    "de": "fehler entdeckt|fehler gefunden|haben sie einen fehler|haben sie fehler|hast du einen fehler",
    "en": (
        "found a mistake|found a typo|found an error|report a correction|report a typo|report an error|see an error in|"
        "spot a typo|spotted a mistake|spotted a typo|spotted an error"
    ),
    "es": "ha encontrado un error|has encontrado un error|notificar un error|reportar error|reportar un error",
    "et": "leidsid vea|märkasid viga",
    "fi": "huomasitko virheen|lähetä juttuvinkki|löysitkö virheen",
    "fr": "signaler une erreur|une erreur dans l'article|vous avez repéré une erreur|vous avez trouvé une erreur",
    "he": "מצאתם טעות",
    "hr": "primijetili ste pogrešku|uočili ste pogrešku|želite li dopuniti temu",
    "hu": "hibát talált",
    "it": "hai trovato un errore|segnala un errore",
    "lt": "pastebėjote klaidą|radote klaidą",
    "lv": "pamanīji kļūdu",
    "nb": "fant du en feil|funnet en feil|har du et tips|har du funnet en feil|har du tips|tips oss",
    "nl": (
        "fout gevonden|fout gezien|foutje gezien|heb je een correctie|heb je een fout|heb je een tip|taalfout gezien|tip de redactie|"
        "zie je een fout"
    ),
    "pl": "masz ciekawy temat|widzisz błąd|zauważyłaś błąd|zauważyłeś błąd|zgłoś błąd|znalazłeś błąd",
    "pt": "comunicar erro|encontrou algum erro|encontrou um erro|reportar erro|viu algum erro",
    "ro": "ai găsit o greșeală|ai observat o greșeală",
    "ru": (
        "если вы заметили ошибку|если вы нашли ошибку|заметили опечатку|заметили ошибку|нашли опечатку|нашли ошибку|"
        "обнаружили ошибку|увидели ошибку"
    ),
    "sk": "našli ste chybu",
    "sv": "har du ett tips|har du hittat ett fel|hittat ett fel|rätta artikeln|såg du ett fel|tipsa oss",
    "uk": "знайшли помилку|побачили помилку|помітили помилку|якщо ви знайшли помилку|якщо ви помітили помилку",
}
"""How a page asks below its story for what is wrong in it, and for news."""

EMBEDS = {
    "cs": "pro zobrazení tohoto obsahu",
    "da": "dette indhold kan ikke vises|dette indhold kræver|for at se dette indhold",
    "de": (
        "an dieser stelle befindet sich ein externer|an dieser stelle finden sie einen externen|"
        "an dieser stelle findest du einen externen|an dieser stelle ist ein externer|dieser externe inhalt|"
        "dieser inhalt kann nicht angezeigt|dieser inhalt wird nicht angezeigt|empfohlener externer inhalt|"
        "empfohlener redaktioneller inhalt|externe inhalte anzeigen|"
        "ich bin damit einverstanden, dass mir externe|mehr zum datenschutz|mit dem laden des videos|"
        "zum anzeigen dieses inhalts"
    ),
    "en": (
        "by showing the external content|this article contains content provided by|"
        "this content cannot be displayed|this content is hosted by a third|"
        "this content is not available due to your privacy|this content isn't available due to your privacy|"
        "to display this content|to view this content|we need your consent to load|"
        "we need your permission before we"
    ),
    "es": (
        "este contenido está bloqueado|este contenido no está disponible por tus preferencias|"
        "este contenido no se puede mostrar|para poder ver este contenido|para ver este contenido"
    ),
    "fi": "tätä sisältöä ei voida näyttää",
    "fr": (
        "ce contenu est bloqué|ce contenu ne peut pas être affiché|pour afficher ce contenu|"
        "pour visualiser ce contenu|pour voir ce contenu"
    ),
    "id": (
        "gambas:video|lihat juga video|lihat video|saksikan juga video|saksikan video|simak juga video|"
        "simak video|tonton juga video|tonton video"
    ),
    "it": (
        "contenuto non disponibile|per vedere questo contenuto|per visualizzare questo contenuto|"
        "questo contenuto non può essere mostrato|questo contenuto non è disponibile per via"
    ),
    "nb": "dette innholdet kan ikke vises|for å se dette innholdet",
    "nl": (
        "deze content kan niet|deze inhoud kan niet|om deze content te|om deze inhoud te|voor het tonen van deze inhoud"
    ),
    "pl": "aby wyświetlić tę treść|aby zobaczyć tę treść",
    "pt": "este conteúdo está bloqueado|para ver este conteúdo|para visualizar este conteúdo",
    "sv": "det här innehållet kan inte visas|för att se det här innehållet",
}
"""What stands in the place of what a page would fetch from elsewhere once its reader consents."""

SHARES = {
    "ar": "شارك الخبر|شارك المقال|شارك هذا الخبر|شارك هذا المقال",
    "cs": "sdílejte článek|sdílet na facebooku|sdílet článek",
    "da": "del artiklen|del denne artikel",
    "de": (
        "artikel teilen auf|auf facebook teilen|teile diesen artikel|teile diesen beitrag|teilen sie den artikel|"
        "teilen sie diesen artikel|teilen sie diesen beitrag"
    ),
    "el": "κοινοποιήστε το άρθρο|μοιραστείτε το άρθρο",
    "en": (
        "share on facebook|share on social media|share this article|share this page|share this post|"
        "share this story|share via email|share with your friends"
    ),
    "es": (
        "comparta esta noticia|comparte en facebook|comparte esta nota|comparte esta noticia|"
        "comparte este artículo|compartir en facebook|compartir esta noticia|compartir este artículo"
    ),
    "fi": "jaa artikkeli|jaa facebookissa",
    "fr": "partager cet article|partager sur facebook|partagez cet article|partagez l'article|partagez sur facebook",
    "he": "שתפו את הכתבה|שתפו כתבה",
    "hu": "megosztás facebookon|ossza meg a cikket|oszd meg a cikket",
    "id": "bagikan artikel ini|bagikan berita ini|bagikan ke facebook",
    "it": "condividi l'articolo|condividi la notizia|condividi questo articolo|condividi su facebook",
    "ja": "この記事をsnsで|この記事をシェア|この記事を共有",
    "ko": "기사 공유하기|이 기사를 공유",
    "nb": "del artikkelen|del på facebook|del saken",
    "nl": "deel deze pagina|deel dit artikel|deel dit bericht|deel op facebook",
    "pl": "podziel się artykułem|udostępnij artykuł|udostępnij na facebooku|udostępnij ten artykuł",
    "pt": (
        "compartilhar esta notícia|compartilhe essa notícia|compartilhe esta matéria|compartilhe esta notícia|"
        "compartilhe este artigo|compartilhe no facebook|compartilhe no whatsapp|partilhe este artigo"
    ),
    "ro": "distribuie articolul|distribuie pe facebook",
    "ru": "поделитесь новостью|поделитесь статьей|поделитесь статьёй|поделиться в соцсетях|поделиться новостью",
    "sk": "zdieľajte článok|zdieľať na facebooku",
    "sv": "dela artikeln|dela den här artikeln|dela på facebook",
    "tr": "bu haberi paylaş|bu yazıyı paylaş|facebook'ta paylaş|haberi paylaş",
    "uk": "поділитися новиною|поділіться новиною|поширте статтю",
    "vi": "chia sẻ bài viết|chia sẻ lên facebook",
    "zh": "分享本文|分享此文|分享这篇文章",
}
"""How a line begins that asks readers to send a story on."""

OF_ITSELF = {
    "cs": "doba čtení|tento článek byl|článek byl aktualizován",
    "da": "artiklen er opdateret|denne artikel er|læsetid",
    "de": (
        "der artikel wurde aktualisiert|diese zusammenfassung wurde|dieser artikel erschien|"
        "dieser artikel gehört zu|dieser artikel ist teil|dieser artikel wurde|dieser beitrag erschien|"
        "dieser beitrag ist teil|dieser beitrag wurde|dieser text erschien|dieser text ist zuerst|"
        "dieser text wurde|geschätzte lesezeit|lesedauer|lesezeit"
    ),
    "el": "το άρθρο ενημερώθηκε|χρόνος ανάγνωσης",
    "en": (
        "add us as a preferred source|advertisement:|be the first to comment|estimated reading time|reading time|"
        "this article first appeared|this article has been corrected|this article has been translated|"
        "this article has been updated|this article is part of|this article originally appeared|"
        "this article was amended|this article was corrected|this article was first published|"
        "this article was originally published|this article was produced|this article was translated|"
        "this article was updated|this post has been updated|this post was originally published|"
        "this post was updated|this story first appeared|this story has been corrected|this story has been updated|"
        "this story is part of|this story originally appeared|this story was corrected|"
        "this story was first published|this story was originally published|this story was updated|"
        "this summary was|time to read"
    ),
    "es": (
        "esta nota fue actualizada|esta noticia ha sido|este artículo forma parte|este artículo fue publicado|"
        "este artículo ha sido|este artículo se publicó|este resumen ha sido|tiempo de lectura|"
        "tiempo estimado de lectura"
    ),
    "fi": "juttua on päivitetty|lukuaika",
    "fr": (
        "ce résumé a été|ce texte a été|cet article a d'abord été|cet article a été|cet article est extrait|"
        "cet article est paru|cet article fait partie|durée de lecture|temps de lecture"
    ),
    "hu": "ez a cikk eredetileg|olvasási idő",
    "id": "artikel ini telah|waktu baca",
    "it": (
        "questo articolo fa parte|questo articolo è apparso|questo articolo è stato|tempo di lettura|"
        "tempo stimato di lettura"
    ),
    "ja": "この記事は|読了時間",
    "ko": "이 기사는",
    "nb": "artikkelen er oppdatert|denne artikkelen er|lesetid",
    "nl": (
        "dit artikel is bijgewerkt|dit artikel is onderdeel|dit artikel verscheen|dit artikel werd|"
        "geschatte leestijd|leestijd"
    ),
    "pl": (
        "artykuł został zaktualizowany|czas czytania|ten artykuł jest częścią|ten artykuł ukazał się|ten artykuł został"
    ),
    "pt": (
        "esta matéria foi atualizada|esta notícia foi atualizada|este artigo faz parte|este artigo foi atualizado|"
        "este artigo foi publicado|este texto foi publicado|tempo de leitura|tempo estimado de leitura"
    ),
    "ro": "acest articol a fost|timp de citire",
    "ru": "время чтения|статья обновлена|эта статья была",
    "sv": "artikeln har uppdaterats|den här artikeln har|den här artikeln är|lästid",
    "tr": "bu haber güncellendi|bu yazı ilk olarak|okuma süresi|tahmini okuma süresi",
    "uk": "ця стаття була|час читання",
    "vi": "bài viết này đã được|thời gian đọc",
    "zh": "本文最初|本文首发|阅读时间|預計閱讀|预计阅读",
}
"""How a line begins that says something of the story's page, in the place of its standfirst."""
