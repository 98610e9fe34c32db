"""What pages write over stories that belong to this one, or that they recommend, by language."""

RELATED: dict[str, str] = {
    "af": "meer oor|meer stories|verwante artikels|verwante nuus|verwante stories",
    "ar": (
        "أخبار أخرى|أخبار ذات صلة|أخبار ذات علاقة|أخبار متعلقة|أخبار مشابهة|أخبار مشابهة لهذا|اخترنا لك|اخترنا لكم|"
        "اقرأ المزيد من الأخبار|الأخبار ذات الصلة|المزيد حول|المزيد عن|المزيد في هذا القسم|المزيد من|ذات صلة|ذو صلة|"
        "في هذا الملف|قد تهمك أيضا|قد يعجبك|قد ينال إعجابك|قصص ذات صلة|محتوى ذو صلة|مختارات|مشابهة|مقالات أخرى|"
        "مقالات ذات صلة|مقالات قد تعجبك|مقالات متعلقة|مقالات مشابهة|مقالات مقترحة|مقترحات|من نفس القسم|مواد ذات صلة|"
        "مواضيع ذات صلة|مواضيع قد تهمك|مواضيع متعلقة|مواضيع مشابهة|موصى به|موضوعات ذات صلة|موضوعات متعلقة|"
        "موضوعات مشابهة|نرشح لك|ننصح بقراءة"
    ),
    "az": "digər xəbərlər|oxşar xəbərlər",
    "bg": (
        "други новини|може да ви хареса|може да харесате|от същата рубрика|още|още новини|още от|още от рубриката|"
        "още по темата от|по темата|подобни|подобни новини|подобни статии|препоръчани|препоръчваме|свързани|"
        "свързани новини|свързани публикации|свързани статии|још вести"
    ),
    "bn": (
        "আরও খবর|আরও সংবাদ|আরো খবর|আরো সংবাদ|এ জাতীয় আরো খবর|এ বিভাগের আরও|এ বিষয়ে আরও|এ সংক্রান্ত আরও|এ সম্পর্কিত|"
        "এ সম্পর্কিত খবর|এই বিভাগের আরও|এই বিভাগের আরো খবর|একই বিভাগের|সংশ্লিষ্ট খবর|সম্পর্কিত|সম্পর্কিত খবর|"
        "সম্পর্কিত নিউজ|সম্পর্কিত সংবাদ"
    ),
    "ca": (
        "articles relacionats|et pot interessar|més informació|més notícies|més sobre|"
        "notícies relacionades|relacionat|també et pot interessar"
    ),
    "cs": (
        "další z|další z rubriky|další zprávy|další zprávy z|další články|další články autora|další články z rubriky|"
        "doporučené|doporučené články|doporučujeme|doporučujeme také|k tématu|mohlo by se vám líbit|"
        "mohlo by vás také zajímat|nejnovější z rubriky|podobná témata|podobné články|související|související články|"
        "více k tématu|více o tématu|více z|z podobných témat|z rubriky"
    ),
    "da": (
        "anbefalede|anbefalede artikler|anbefalet|andre læser|andre læste også|"
        "du vil måske også kunne lide|flere artikler|flere artikler om|lignende artikler|"
        "læs flere artikler|læs mere fra|mere af|mere fra|mere om|mere om emnet|mere om samme emne|"
        "måske er du interesseret i|relaterede|relaterede artikler|relateret|relevante artikler"
    ),
    "de": (
        "auch interessant für dich|auch interessant für sie|aus dem archiv|aus dem ressort|aus der rubrik|"
        "aus derselben rubrik|aus unserem archiv|das interessiert auch|das könnte dich auch interessieren|"
        "das könnte dich interessieren|das könnte dir gefallen|das könnte ihnen auch gefallen|"
        "das könnte sie auch interessieren|das könnte sie interessieren|die besten|empfehlungen|"
        "empfehlungen der redaktion|empfehlungen für sie|empfohlen|empfohlene artikel|empfohlene beiträge|"
        "für dich empfohlen|für sie empfohlen|hintergründe|interessante artikel|könnte sie auch interessieren|"
        "leseempfehlungen|lesen sie weitere artikel|lesenswert|lesetipps|mehr artikel|mehr aus|mehr aus dem|"
        "mehr aus der|mehr aus diesem ressort|mehr für dich|mehr geschichten|mehr lesenswertes|mehr lesestoff|"
        "mehr nachrichten|mehr news|mehr storys|mehr von|mehr zu|mehr zu dem thema|mehr zu diesem thema|mehr zum|"
        "mehr zum thema|mehr zur|mehr über|meistempfohlen|noch mehr|passend zum thema|passende artikel|"
        "redaktionsempfehlungen|redaktionstipp|thema|unsere empfehlung|unsere empfehlungen|verwandt|verwandte artikel|"
        "verwandte beiträge|verwandte themen|weitere|weitere artikel|weitere artikel zum thema|weitere beiträge|"
        "weitere informationen|weitere meldungen|weitere nachrichten|weitere news|weitere storys|weitere themen|"
        "weiterführende artikel|zum gleichen thema|zum thema|zum thema passend|ähnliche|ähnliche artikel|"
        "ähnliche beiträge|ähnliche themen"
    ),
    "el": (
        "άλλα άρθρα|ίσως σας ενδιαφέρει|ακόμη|από την ίδια κατηγορία|επίσης|επιλογές|μπορεί επίσης να σας ενδιαφέρει|"
        "μπορεί να σας αρέσει|μπορεί να σας ενδιαφέρει|παρόμοια άρθρα|περισσότερα άρθρα|περισσότερα από|"
        "περισσότερα για|περισσότερα νέα|προτάσεις|προτείνουμε|προτεινόμενα|προτεινόμενα άρθρα|στην ίδια ενότητα|"
        "στην ίδια κατηγορία|σχετικά|σχετικά άρθρα|σχετικά θέματα|σχετικά νέα|σχετικές ειδήσεις"
    ),
    "en": (
        "additional reading|also by|also from|also in|also in the news|also in this|"
        "articles you may like|associated articles|background|by the same author|by this author|"
        "dig deeper|dive deeper|editor's choice|editor's pick|editor's picks|editors picks|"
        "editors' choice|editors' picks|elsewhere in|elsewhere on|explore more|explore related|"
        "featured articles|featured posts|featured stories|from our archive|from our archives|"
        "from the archive|from the archives|from the author|from the same|from this section|"
        "full coverage|go deeper|good reads|hand picked|icymi|in case you missed it|in depth|"
        "in this section|in this series|in this story|in-depth|keep exploring|keep on reading|more about|"
        "more articles|more by|more coverage|more from|more good reads|more great|more headlines|more in|"
        "more like this|more news|more of this|more on|more on the story|more on this|more on this story|"
        "more on this topic|more posts|more reading|more related|more stories|more to explore|"
        "more top stories|more you might like|on our radar|other articles|other news|other news in|"
        "other posts|other posts you may like|other stories|other stories you may like|other top stories|"
        "our picks|our recommendations|our top picks|people also read|picked for you|read on|"
        "read these next|readers also liked|recommendations|recommended|recommended articles|"
        "recommended for you|recommended posts|recommended stories|related|related articles|"
        "related content|related coverage|related items|related links|related news|related posts|"
        "related reads|related stories|related to this story|related topics stories|related videos|"
        "selected for you|similar|similar articles|similar news|similar posts|similar reads|"
        "similar stories|spotlight|stay in the know|stories for you|stories you may like|story so far|"
        "suggested|suggested articles|suggested for you|suggested reading|suggested stories|"
        "surrounding posts|the big read|the latest in this story|today's top stories|top headlines|"
        "top news|top picks|top stories|up next|up your alley|we recommend|what others are reading|"
        "what to read|what to read next|worth reading|you may also be interested in|you may also enjoy|"
        "you may also like|you may be interested in|you may enjoy|you may like|you might also enjoy|"
        "you might also like|you might be interested in|you might like|you will also like|"
        "you'll also like|you'll also love"
    ),
    "es": (
        "artículos recomendados|artículos relacionados|artículos similares|contenido recomendado|"
        "contenido relacionado|contenidos relacionados|de la misma sección|del mismo autor|destacadas|destacados|"
        "en esta noticia|en esta sección|en portada|entradas relacionadas|le recomendamos|lo mejor de|más artículos|"
        "más contenido|más de|más en|más en esta sección|más historias|más información sobre|más noticias|más sobre|"
        "más sobre el tema|más sobre este tema|más temas|notas recomendadas|notas relacionadas|noticias de interés|"
        "noticias recomendadas|noticias relacionadas|noticias similares|otras noticias|otros artículos|otros temas|"
        "podría interesarle|podría interesarte|puede interesarte|quizás te interese|recomendaciones|recomendadas|"
        "recomendado|recomendado para ti|recomendados|relacionadas|relacionado|relacionados|sobre el mismo tema|"
        "sobre este tema|también en|también te interesa|también te puede gustar|te interesa|te interesará|"
        "te podría gustar|te puede gustar|te recomendamos|te sugerimos"
    ),
    "et": "samal teemal|seotud|seotud artiklid|seotud uudised|veel",
    "eu": "lotutako albisteak",
    "fa": (
        "اخبار بیشتر|اخبار مرتبط|اخبار مشابه|اخبار پیشنهادی|بیشتر درباره|خبرهای مرتبط|خبرهای مشابه|مرتبط|مطالب مشابه|"
        "مقالات مرتبط|نوشته‌های مرتبط|نوشته‌های مشابه|پیشنهاد سردبیر|پیشنهاد ما|پیشنهاد ما به شما"
    ),
    "fi": (
        "aiheeseen liittyvää|aiheesta|aiheesta lisää|liittyvät artikkelit|lisää|lisää aiheesta|"
        "lisää aiheesta artikkelit|lisää samasta aiheesta|lisää uutisia|lue lisää aiheesta|lue myös nämä|"
        "muita uutisia|muut artikkelit|samasta aiheesta|sinua saattaa kiinnostaa|suositellut|suositellut artikkelit|"
        "suosittelemme"
    ),
    "fr": (
        "articles associés|articles connexes|articles liés|articles recommandés|articles similaires|aussi dans|"
        "aussi sur le sujet|autres articles|cela peut vous intéresser|cela pourrait vous intéresser|"
        "ces articles peuvent vous intéresser|ces articles pourraient vous intéresser|contenus liés|"
        "contenus similaires|dans ce dossier|dans cet article|dans l'actualité|dans la même catégorie|"
        "dans la même rubrique|dans le même thème|dossier|en lien|en relation|la sélection de la rédaction|"
        "le choix de la rédaction|nos derniers articles sur|nos dossiers|nos lecteurs ont aussi lu|"
        "nos recommandations|notre sélection|plus d'actualités|plus d'articles|plus de|plus sur|plus sur le sujet|"
        "recommandations|recommandé|recommandé pour vous|recommandés pour vous|sur ce sujet|sur le même sujet|"
        "sur le sujet|voir plus d'articles|vous aimerez|vous aimerez aussi|vous devriez aimer|vous pourriez aimer|"
        "vous pourriez aussi aimer|à découvrir|à la une de la rubrique|à lire dans la même rubrique|"
        "à lire sur le même sujet|à voir également|ça peut vous intéresser"
    ),
    "gl": "novas relacionadas",
    "gu": "સંબંધિત સમાચાર",
    "he": (
        "אולי יעניין אותך|אולי יעניין אתכם|המלצות|כתבות בנושא|כתבות מומלצות|כתבות נוספות|כתבות קשורות|"
        "כתבות שאולי יעניינו|מומלץ|מומלצים|עוד ב|עוד באותו נושא|עוד כתבות|קשור|קשורות"
    ),
    "hi": (
        "अन्य खबरें|अन्य समाचार|आपके लिए|आपके लिए सुझाव|आपको यह भी पसंद आ सकता है|इस विषय पर और|और खबरें|जुड़ी खबरें|"
        "टॉप स्टोरीज|बड़ी खबरें|मिलती जुलती खबरें|मुख्य खबरें|रिलेटेड|संबंधित|संबंधित खबरें|संबंधित ख़बरें|"
        "संबंधित लेख|संबंधित समाचार|सम्बंधित|सुझाव"
    ),
    "hr": (
        "iste teme|iz iste rubrike|izdvajamo|još iz|još vesti|možda će vas zanimati|na istu temu|"
        "ostale vesti|ostale vijesti|povezane teme|povezane vesti|povezane vijesti|povezani članci|"
        "povezano|preporuka|preporučeni članci|preporučeno|preporučujemo|slične vesti|slične vijesti|"
        "slični članci|slično|srodne vesti|srodne vijesti|vezane vesti|vezane vijesti|vezani članci|"
        "više iz"
    ),
    "hu": (
        "a rovat legfrissebb|a témában|ajánlatunk|ajánljuk|ajánlott|ajánlott cikkek|ajánlott tartalom|"
        "ez is érdekelhet|ez is érdekelhet téged|ez is érdekelheti|ezek is érdekelhetik|ezek is érdekelhetnek|hasonló|"
        "hasonló cikkek|kapcsolódó|kapcsolódó anyagaink|kapcsolódó anyagok|kapcsolódó cikkek|kapcsolódó hírek|kiemelt|"
        "még a témában|még több|szerkesztő ajánlja|további|további cikkeink|további cikkek|további hírek|"
        "ugyanebben a rovatban"
    ),
    "hy": "առնչվող լուրեր|նմանատիպ",
    "id": (
        "anda mungkin juga suka|anda mungkin suka|artikel lainnya|artikel serupa|artikel terkait|berita lain|"
        "berita lainnya|berita pilihan|berita pilihan editor|berita serupa|berita terkait|lainnya|lebih banyak|"
        "mungkin anda suka|pilihan editor|pos terkait|rekomendasi|rekomendasi berita|rekomendasi untuk anda|terkait|"
        "topik terkait"
    ),
    "is": (
        "fleira|fleira áhugavert|fleiri fréttir|meira um|skyldar fréttir|tengdar fréttir|tengdar greinar|tengt efni"
    ),
    "it": (
        "altre news|altre notizie|altre notizie di|altri articoli|altri articoli di|altri contenuti|altri da|altro da|"
        "altro in|altro su|approfondimenti|articoli consigliati|articoli correlati|articoli simili|consigliati|"
        "consigliati per te|contenuti correlati|correlate|correlati|correlato|dallo stesso autore|dello stesso autore|"
        "i nostri consigli|in evidenza|in primo piano|nella stessa categoria|nella stessa sezione|notizie correlate|"
        "notizie simili|per te|più su|post correlati|potrebbe interessarti|potrebbe piacerti|potrebbero interessarti|"
        "raccomandati|scelti per te|stesso argomento|sullo stesso argomento|sullo stesso tema|ti consigliamo|"
        "ti potrebbe interessare|ti potrebbero interessare"
    ),
    "ja": (
        "あなたにおすすめ|あなたへのおすすめ|おすすめ|おすすめの記事|おすすめ情報|おすすめ記事|こちらの記事も|この特集の記事|この著者の記事|この記事に関連する|この記事の関連|この記事もおすすめ|この記事を読んだ人|"
        "こんな記事も|その他の記事|ほかの記事|もっと見る|オススメ記事|今、あなたにオススメ|他にもこんな記事|他の記事|同じカテゴリの記事|同じカテゴリー|同じ著者の記事|特集|編集部おすすめ|編集部のおすすめ|関連|"
        "関連する投稿|関連する特集|関連する記事|関連コラム|関連コンテンツ|関連トピックス|関連ニュース|関連リンク|関連記事|類似記事"
    ),
    "ka": "მსგავსი|მსგავსი სიახლეები|მსგავსი სტატიები",
    "kk": "ұқсас жаңалықтар",
    "kn": "ಸಂಬಂಧಿತ ಸುದ್ದಿ",
    "ko": (
        "관련 글|관련 기사|관련 뉴스|관련 콘텐츠|관련 콘텐츠 더보기|관련글|관련기사|관련뉴스|기자의 다른 기사|다른 기사|다른기사|더 많은 기사|더보기 기사|비슷한 기사|연관 기사|연관기사|"
        "오늘의 추천|이 기사를 본|이 기사와 함께|이 기자의 다른 기사|이 시각 주요뉴스|이 시각 추천뉴스|이런 기사|이런 기사 어때요|주요 기사|주요 뉴스|주요기사|주요뉴스|추천|추천 기사|추천 뉴스|"
        "추천기사|추천뉴스|함께 많이 본|함께 보면|함께 본 기사"
    ),
    "lt": "susijusios naujienos|susiję|susiję straipsniai|taip pat galėtų sudominti",
    "lv": "par šo tēmu|saistītie raksti|saistītās ziņas",
    "mk": ("можеби ќе ве интересира|повезани вести|повеќе|повеќе од|поврзани|поврзани вести|препорачано|слични вести"),
    "ml": "ബന്ധപ്പെട്ട വാർത്തകൾ",
    "mn": "холбоотой мэдээ",
    "mr": "इतर बातम्या|संबंधित बातम्या",
    "nb": (
        "anbefales|anbefalt|anbefalte artikler|andre artikler|du vil kanskje også like|flere nyheter|flere saker|"
        "flere saker fra|flere saker i samme kategori|flere saker om|les flere saker|les mer fra|lignende|mer fra|"
        "mer om saken|relatert|relatert innhold|relaterte|relaterte artikler|relaterte saker"
    ),
    "ne": "सम्बन्धित|सम्बन्धित खबर|सम्बन्धित समाचार",
    "nl": (
        "aanbevolen|aanbevolen artikelen|aanbevolen voor jou|andere artikelen|dit vind je misschien ook interessant|"
        "dit vind je misschien ook leuk|gerelateerd|gerelateerd nieuws|gerelateerde artikelen|gerelateerde berichten|"
        "gerelateerde nieuws|lees ook over|lees verder over|meer artikelen|meer in|meer nieuws|meer over|"
        "meer over dit onderwerp|meer over dit thema|meer uit|meer uit dit dossier|meer van|meer van deze auteur|"
        "misschien ook interessant|ook in het nieuws|ook interessant|op de hoogte|uitgelicht|vergelijkbare artikelen|"
        "verwante artikelen|wellicht ook interessant"
    ),
    "pa": "ਸੰਬੰਧਿਤ ਖ਼ਬਰਾਂ",
    "pl": (
        "artykuły polecane|artykuły powiązane|czytaj więcej o|dla ciebie|inne artykuły|inne wiadomości|"
        "może ci się spodobać|może cię również zainteresować|może cię zainteresować|na ten temat|podobne|"
        "podobne artykuły|podobne tematy|podobne wpisy|polecamy|polecane|polecane artykuły|polecane dla ciebie|"
        "powiązane|powiązane artykuły|pozostałe|pozostałe artykuły|przeczytaj również te|tego samego autora|"
        "w tej samej kategorii|w tym temacie|więcej|więcej na temat|więcej wiadomości|więcej z|wybrane dla ciebie|"
        "z tej samej kategorii|zainteresuje cię|zobacz inne|zobacz więcej"
    ),
    "pt": (
        "artigos relacionados|artigos sugeridos|conteúdo recomendado|conteúdo relacionado|conteúdos relacionados|"
        "da mesma editoria|destaques|mais conteúdo|mais da|mais de|mais deste autor|mais do|mais em|mais notícias|"
        "mais sobre|matérias relacionadas|na mesma seção|notícias sugeridas|outras matérias|outras notícias|"
        "outros artigos|outros conteúdos|pode gostar|pode interessar|posts relacionados|recomendado para você|"
        "recomendamos|sobre este assunto|sobre o mesmo tema|sugestões|talvez você goste|também poderá gostar|"
        "tudo sobre|você pode gostar|você pode gostar de|você pode se interessar|você também pode gostar|"
        "últimas do autor"
    ),
    "ro": (
        "alte articole|alte știri|articole asemănătoare|articole pe aceeași temă|articole recomandate|"
        "articole similare|din aceeași categorie|din aceeași secțiune|mai multe|mai multe articole|mai multe despre|"
        "mai multe din|mai multe știri|pe același subiect|recomandarea|recomandate|recomandate pentru tine|"
        "recomandări|recomandările|recomandările editorilor|s-ar putea să-ți placă|similare|te-ar mai putea interesa|"
        "te-ar putea interesa|top știri|v-ar putea interesa|știri conexe|știri din aceeași categorie|știri similare|"
        "ți-ar putea plăcea"
    ),
    "ru": (
        "больше новостей|больше по теме|в сюжете|в этом сюжете|важное|вам будет интересно|вам может быть интересно|"
        "вам может понравиться|вам также может понравиться|вас может заинтересовать|все материалы по теме|"
        "выбор редакции|главное|главное сегодня|главные новости|другие записи|другие материалы|"
        "другие материалы рубрики|другие новости|другие новости раздела|другие статьи|еще|еще в рубрике|еще новости|"
        "ещё на эту тему|из той же рубрики|из этой рубрики|интересное|материалы по теме|мы рекомендуем|"
        "новости на тему|новости партнеров дня|новости по теме|похожие|похожие записи|похожие материалы|"
        "похожие новости|похожие статьи|рекомендации|рекомендованное|рекомендуем|рекомендуемые статьи|"
        "связанные новости|связанные статьи|смежные новости|статьи по теме|сюжет|сюжеты|читайте в рубрике|"
        "что ещё почитать"
    ),
    "sk": (
        "k téme|mohlo by sa vám páčiť|mohlo by vás zaujímať|odporúčame|odporúčané|odporúčané články|súvisiace|"
        "súvisiace články|viac k téme|viac o téme|viac z|zo sekcie|ďalšie správy|ďalšie články"
    ),
    "sl": (
        "morda vas zanima|na isto temo|ostale novice|povezani članki|povezano branje|priporočamo|"
        "sorodne novice|sorodni članki|več iz"
    ),
    "sq": "artikuj të ngjashëm|lajme të ngjashme|të ngjashme",
    "sr": "из исте рубрике|остале вести|повезане вести|сличне вести|слично",
    "sv": (
        "du kanske gillar|du kanske också gillar|fler|fler artiklar|fler artiklar från|fler nyheter|liknande artiklar|"
        "läs mer från|mer av|mer från|mer i|mer i ämnet|mer läsning om|mer nyheter|mer om|mer om ämnet|rekommenderade|"
        "rekommenderade artiklar|rekommenderas|rekommenderat|relaterade|relaterade artiklar|relaterade nyheter|"
        "relaterat|relaterat innehåll"
    ),
    "sw": "habari nyingine|habari zaidi|habari zinazohusiana|makala zinazohusiana|nyingine|zaidi|zinazohusiana",
    "ta": "இதையும் பாருங்கள்|தொடர்பான செய்திகள்|தொடர்புடைய செய்திகள்|தொடர்புடைய பதிவுகள்|மேலும் செய்திகள்",
    "te": "మరిన్ని వార్తలు|సంబంధిత కథనాలు|సంబంధిత వార్తలు",
    "th": (
        "ข่าวที่คุณอาจสนใจ|ข่าวที่เกี่ยวข้อง|ข่าวอื่นๆ|ข่าวเกี่ยวข้อง|ข่าวแนะนำ|บทความที่เกี่ยวข้อง|"
        "บทความอื่นๆ|อาจสนใจ|เกี่ยวข้อง|เนื้อหาที่เกี่ยวข้อง|เรื่องที่คุณอาจสนใจ|เรื่องที่เกี่ยวข้อง|"
        "เรื่องน่าสนใจ|แนะนำ"
    ),
    "tl": "kaugnay|kaugnay na balita|mga kaugnay na balita",
    "tr": (
        "aynı kategoriden|benzer|benzer haberler|benzer içerikler|benzer konular|benzer yazılar|"
        "bu haberler de ilginizi çekebilir|bu kategoriden|bunlar da var|bunlara da göz atın|"
        "bunları da beğenebilirsiniz|daha fazla|daha fazla haber|diğer|diğer haberler|editörün seçimi|"
        "editörün seçtikleri|günün manşetleri|ilgili|ilgili haberler|ilgili içerikler|ilgili konular|ilgili makaleler|"
        "ilgili yazılar|ilginizi çekebilecek|ilginizi çekebilecek haberler|ilginizi çekebilecek içerikler|"
        "ilişkili haberler|kategorinin diğer haberleri|manşetler|size özel|sizin için|sizin için seçtiklerimiz|"
        "tavsiye edilen|önerilen|önerilen haberler|önerilen içerikler|önerilenler"
    ),
    "uk": (
        "більше новин|вам може сподобатися|вас може зацікавити|вас також може зацікавити|вибір редакції|головне|"
        "з тієї ж рубрики|з цієї рубрики|матеріали за темою|матеріали по темі|новини за темою|новини на тему|"
        "новини по темі|пов'язані новини|пов'язані статті|рекомендовані статті|рекомендуємо|статті за темою|схожі|"
        "схожі записи|схожі матеріали|схожі новини|ще|ще новини|інші новини|інші статті"
    ),
    "ur": "باقی خبریں|متعلقہ|متعلقہ خبریں|مزید خبریں",
    "uz": "o'xshash",
    "vi": (
        "bài liên quan|bài viết cùng chuyên mục|bài viết khác|bài viết liên quan|bạn có thể quan tâm|chủ đề liên quan|"
        "các tin khác|có thể bạn thích|cùng chuyên mục|cùng chủ đề|gợi ý|liên quan|tin bài khác|tin bài liên quan|"
        "tin cùng chuyên mục|tin cùng chủ đề|tin khác|tin liên quan|tin tức liên quan|đề xuất"
    ),
    "zh": (
        "专题|为你推荐|为您推荐|今日推荐|你可能也喜歡|你可能也想看|你可能喜歡|你可能感興趣|你可能有興趣的文章|你可能還想看|其他文章|同类文章|图片推荐|大家还看了|您可能也喜歡|您可能感兴趣|推荐|推荐文章|推薦|"
        "推薦文章|推薦新聞|推薦閱讀文章|更多|更多報導|更多报道|更多文章|更多来自|更多相关|更多精彩|為你推薦|為您推薦|熱門推薦|猜你喜欢|猜你喜歡|猜你想看|相似文章|相关|相关专栏|相关专题|相关内容|相关报道|"
        "相关推荐|相关文章|相关新闻|相关资讯|相關|相關內容|相關報導|相關文章|相關新聞|相關閱讀文章|看过的人还看了|精选|精選|編輯推薦|编辑推荐"
    ),
}
