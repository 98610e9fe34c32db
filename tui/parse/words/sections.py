"""Names that navigation gives to what is no section."""

NO_SECTION = {
    "af": "aanmeld|kontak ons|nuusbrief|oor ons|soek|teken in|tuis|voorblad",
    "ar": (
        "أرشيف|أعلن معنا|أوقات الصلاة|اتصل بنا|اشتراك|اشترك|الأرشيف|البث المباشر|الخصوصية|الرئيسية|الصفحة الرئيسية|"
        "الطقس|العربية|الكل|المزيد|النشرة البريدية|بث مباشر|بحث|بودكاست|تسجيل الدخول|تطبيقات|خدمات|دخول|"
        "سياسة الخصوصية|شروط الاستخدام|صور|طقس|عربي|عن الموقع|فيديو|فيديوهات|للإعلان|مباشر|من نحن|وظائف"
    ),
    "bg": (
        "абонамент|архив|времето|всички|галерия|за нас|за реклама|контакти|начало|общи условия|обяви|още|"
        "поверителност|подкаст|снимки|тв програма|търсене|хороскоп"
    ),
    "bn": (
        "আমাদের সম্পর্কে|আরও|আরো|আর্কাইভ|ই-পেপার|ইপেপার|গোপনীয়তা নীতি|গ্যালারি|ছবি|ছবিঘর|পডকাস্ট|প্রচ্ছদ|বাংলা|"
        "বিজ্ঞাপন|ভিডিও|যোগাযোগ|রাশিফল|লগইন|লাইভ|শর্তাবলি|সব|সাবস্ক্রাইব|হোম"
    ),
    "cs": (
        "domů|fotogalerie|hlavní strana|hledat|inzerce|kontakty|nápověda|o nás|podmínky|počasí|předplatné|přihlásit|"
        "registrace|titulní strana|tv program|videa|více|vše|úvod"
    ),
    "da": (
        "abonner|annoncer|annoncering|arkiv|billeder|bliv abonnent|e-avis|forside|forsiden|konkurrencer|kontakt os|"
        "kundeservice|log ind|log på|mere|minside|nyhedsbrev|nyhedsbreve|om os|privatlivspolitik|søg|tv-guide|vejr|"
        "vejret"
    ),
    "de": (
        "abo|abo-shop|abonnement|abonnieren|abos|aboservice|agb|alle|alle themen|anmelden|anzeige aufgeben|anzeigen|"
        "anzeigenmarkt|archiv|barrierefreiheit|bilder|bildergalerien|cookie-einstellungen|das wetter|datenschutz|"
        "datenschutzerklärung|deutsch|einloggen|fernsehprogramm|fotostrecken|gewinnspiele|gutscheine|hilfe|horoskop|"
        "horoskope|impressum|jobsuche|karriere|kleinanzeigen|kontakt|kontakte|konto|kreuzworträtsel|lottozahlen|"
        "mediadaten|mediathek|mehr|mein|mein konto|merkliste|nutzungsbedingungen|offenlegung|partnersuche|prospekte|"
        "registrieren|rätsel|spiele|start|startseite|stellenmarkt|suche|suchen|sudoku|traueranzeigen|tv-programm|"
        "veranstaltungen|werbung|wetter|zur startseite|über|über uns|übersicht"
    ),
    "el": (
        "αγγελίεσ|αναζήτηση|αρχείο|αρχική|βίντεο|διαφήμιση|διαφημιστείτε|εγγραφή|ελληνικά|επικοινωνία|ζώδια|καιρόσ|"
        "ο καιρόσ|περισσότερα|ποιοι είμαστε|πολιτική απορρήτου|πρόγραμμα tv|σχετικά με εμάσ|σύνδεση|ταυτότητα|"
        "φαρμακεία|φωτογραφίεσ|όλα|όροι χρήσησ"
    ),
    "en": (
        "about|about us|accessibility|account|advertise|advertise with us|advertising|all|all articles|all authors|"
        "all news|all sections|all stories|app|apps|ar|archive|archives|authors|back|blog archive|bluesky|bookmarks|"
        "careers|chat|classified|classifieds|community guidelines|contact|contact us|contests|cookie|cookie policy|"
        "cookies|coupons|crossword|crosswords|customer service|dating|de|deals|death notices|donate|donations|"
        "e-edition|e-paper|edition|editions|email|en|english|epaper|es|esp|events|facebook|faq|faqs|feed|feeds|"
        "follow us|forum|forums|fr|full archive|galleries|gallery|games|help|help center|help centre|home|homepage|"
        "horoscope|horoscopes|imprint|index|instagram|it|ja|job|jobs|join|latest|linkedin|listen|live|live tv|"
        "live updates|log in|log out|log-in|login|logout|lottery|mail|marketplace|masthead|mastodon|media kit|"
        "membership|menu|more|my account|newest|news alerts|newsletter|newsletters|next|notices|notifications|offers|"
        "our team|partners|photo|photo galleries|photos|place an ad|player|podcast|podcasts|preferences|press info|"
        "press releases|previous|print|privacy|privacy policy|profile|promotions|pt|public notices|puzzles|quiz|"
        "register|rewards|rss|ru|saved stories|search|sections|see all|send us a tip|settings|share|shop|shopping|"
        "sign|sign in|sign out|sign up|site map|sitemap|slideshows|sponsored content|staff|store|submit|submit a tip|"
        "subscribe|subscription|support|support us|tags|telegram|terms|terms of service|terms of use|threads|tickets|"
        "tiktok|today's paper|todays paper|tools|top|tr|tv|tv guide|tv listings|tv schedule|twitter|user agreement|"
        "video|videos|vouchers|watch|watch live|weather|webmail|whatsapp|who we are|widgets|write for us|x|youtube|zh"
    ),
    "es": (
        "accesibilidad|acceso|acerca de|archivo|aviso legal|ayuda|boletines|boletín|buscar|clasificados|clima|"
        "condiciones|contacto|contáctanos|contáctenos|edición impresa|el tiempo|empleo|en vivo|español|esquelas|"
        "fotogalerías|fotos|galeria|galería|galerías|hemeroteca|horóscopo|ingresar|iniciar|iniciar sesión|inicio|"
        "juegos|kiosko|lotería|loterías|mapa web|mi cuenta|más|ofertas|pasatiempos|política de privacidad|portada|"
        "privacidad|publicidad|quiénes somos|registrarse|registro|regístrate|servicios|sorteos|suscribirse|"
        "suscripciones|suscripción|suscríbete|tiempo|tienda|todo|todos|tv en vivo|términos|vídeo|vídeos"
    ),
    "et": "arhiiv|avaleht|horoskoop|ilm|logi sisse|otsi|reklaam|rohkem|telli|uudiskiri",
    "fa": (
        "آب و هوا|آرشیو|اوقات شرعی|بیشتر|تبلیغات|تماس با ما|ثبت نام|جستجو|خانه|خبرنامه|درباره ما|صفحه اصلی|عضویت|عکس|"
        "فارسی|فیلم|همه|ورود|ویدئو|ویدیو|پادکست|پیوندها|گالری"
    ),
    "fi": (
        "arkisto|asiakaspalvelu|etusivu|haku|horoskooppi|ilmoitukset|kaikki|kilpailut|kirjaudu|kuvat|lisää|"
        "mediatiedot|näköislehti|ota yhteyttä|podcastit|rekisteröidy|ristikot|sää|tietosuoja|tilaa|tv-opas|"
        "uutiskirje|uutiskirjeet|videot|yhteystiedot"
    ),
    "fr": (
        "abonnez|abonnez-vous|accueil|aide|annonces|annonces légales|boutique|cgu|cgv|concours|connexion|contactez|"
        "diaporamas|emploi|en direct|français|galerie|galeries|inscription|je m'abonne|jeux|kiosque|la une|"
        "le journal|mentions légales|mon compte|mots croisés|météo|nous contacter|obsèques|petites annonces|"
        "plan du site|plus|programme tv|programmes tv|publicité|qui sommes-nous|recherche|rechercher|s'abonner|"
        "s'identifier|s'inscrire|se connecter|services|tous|vidéo|vidéos|vie privée"
    ),
    "he": (
        "אודות|ארכיון|גלריות|דף הבית|דרושים|הורוסקופ|הכל|הרשמה|התחברות|וידאו|וידיאו|חיפוש|כניסה|לוח|מדיניות פרטיות|"
        "מזג אוויר|מנויים|ניוזלטר|עברית|עוד|עמוד הבית|פודקאסט|פודקאסטים|פרסמו אצלנו|צור קשר|צרו קשר|ראשי|שידור חי|"
        "תמונות|תנאי שימוש|תקנון"
    ),
    "hi": (
        "अधिक|ई-पेपर|ईपेपर|ऐप|और|खोजें|गैलरी|गोपनीयता नीति|तस्वीरें|पॉडकास्ट|फ़ोटो|फोटो|फोटो गैलरी|मुख्य|मुख्य पृष्ठ|"
        "मौसम|राशिफल|लाइव|लाइव टीवी|लॉग इन|विज्ञापन|विडियो|वीडियो|वेब स्टोरीज|संपर्क करें|सभी|साइन इन|हमारे बारे में|"
        "हिंदी|हिन्दी|होम"
    ),
    "hr": (
        "arhiva|galerije|impresum|mali oglasi|marketing|naslovna|naslovna strana|naslovnica|o nama|oglasi|"
        "oglašavanje|osmrtnice|podkast|početna|pretplata|pretraga|prijava|registracija|sve|traži|uslovi korišćenja|"
        "uvjeti korištenja|više|vremenska prognoza"
    ),
    "hu": (
        "adatvédelem|apróhirdetés|archívum|bejelentkezés|belépés|címlap|előfizetés|fotók|főoldal|galéria|galériák|"
        "hirdetés|horoszkóp|hírlevél|időjárás|impresszum|kapcsolat|keresés|kezdőlap|médiaajánlat|műsorújság|nyitólap|"
        "podcastok|regisztráció|rólunk|tv-műsor|videó|videók|élő|összes"
    ),
    "id": (
        "bahasa|bahasa indonesia|beranda|cari|daftar|galeri|hubungi kami|iklan|indeks|indeks berita|infografis|"
        "jadwal sholat|jadwal tv|karier|karir|kebijakan privasi|kode etik|kontak|kontak kami|lainnya|langganan|"
        "lowongan|masuk|pedoman media siber|redaksi|semua|tentang|tentang kami|zodiak"
    ),
    "is": "auglýsingar|forsíða|hafa samband|innskráning|leit|um okkur|veður|áskrift",
    "it": (
        "abbonamenti|abbonati|accedi|altro|annunci|archivio|aste e appalti|cerca|chi siamo|concorsi|contattaci|"
        "contatti|diretta|edicola|edicola digitale|foto|fotogallery|gallerie|giochi|guida tv|home page|il meteo|"
        "immagini|iscriviti|italiano|lotterie|lotto|mappa|meteo|necrologie|note legali|oroscopo|programmi tv|"
        "pubblicità|redazione|registrati|ricerca|scrivici|servizi|termini|tutte|tutti"
    ),
    "ja": (
        "お問い合わせ|すべて|もっと見る|アプリ|ギャラリー|クイズ|ゲーム|サイトマップ|ショップ|ストア|トップ|トップページ|フォト|プライバシーポリシー|ヘルプ|ホーム|ポッドキャスト|マイページ|メルマガ|"
        "メールマガジン|ログイン|一覧|会員登録|会社案内|会社概要|写真|利用規約|占い|天気|広告|広告掲載|採用情報|新規登録|日本語|検索|求人|番組表|登録|紙面ビューアー|購読|運営会社|電子版"
    ),
    "ko": (
        "개인정보처리방침|갤러리|검색|고객센터|공지사항|광고|광고문의|구독|구독신청|기사제보|날씨|뉴스레터|더보기|동영상|로그인|사진|신문보기|앱|영상|오늘의 운세|온에어|운세|이벤트|이용약관|전체|"
        "전체보기|제보|제휴|지면보기|채용|청소년보호정책|팟캐스트|편성표|포토|한국어|홈|회사소개|회원가입"
    ),
    "lt": (
        "apie mus|archyvas|daugiau|horoskopai|kontaktai|naujienlaiškis|orai|paieška|pradžia|prenumerata|prisijungti|"
        "registruotis|skelbimai|titulinis|visi|visos"
    ),
    "lv": "abonēt|arhīvs|horoskopi|ienākt|kontakti|laikapstākļi|meklēt|par mums|reklāma|sludinājumi|sākums|vairāk",
    "mk": "импресум|најава|почетна",
    "nb": (
        "annonse|annonser|annonsere|bli abonnent|bli medlem|direkte|eavis|hjelp|hjem|jobb|kontakt oss|kryssord|"
        "kundesenter|ledige stillinger|logg inn|logg ut|meny|mer|min side|nyhetsbrev|personvern|podkaster|søk|"
        "tips oss|vær|været"
    ),
    "nl": (
        "abonneer|abonnementen|abonneren|acties|advertenties|adverteren|archief|colofon|e-krant|familieberichten|"
        "foto's|fotogalerij|het weer|horoscoop|inloggen|inschrijven|klantenservice|krant|kruiswoord|meer|mijn|mobiel|"
        "nederlands|nieuwsbrief|nieuwsbrieven|op smartphone|over ons|puzzels|registreren|rouwbrieven|spelletjes|"
        "tv gids|tv-gids|vacatures|video's|voorpagina|voorwaarden|webshop|weer|weerbericht|winkel|word abonnee|zoeken"
    ),
    "pl": (
        "archiwum|e-wydanie|gry|krzyżówki|moje konto|na żywo|nekrologi|o nas|ogłoszenia|podcasty|pogoda|"
        "polityka prywatności|polski|praca|program tv|redakcja|regulamin|rejestracja|reklama|sklep|strona główna|"
        "szukaj|wideo|więcej|wszystkie|zaloguj|zaloguj się|zdjęcia"
    ),
    "pt": (
        "anuncie|ao vivo|arquivo|assinante|assinar|assinaturas|assine|boletim|busca|cadastre-se|cadastro|capa|"
        "classificados|contactos|contato|edição impressa|empregos|entrar|expediente|fale conosco|ficha técnica|"
        "foto-reportagem|fotogalerias|galerias|iniciar sessão|início|jogos|jornal do dia|loja|loterias|mais|"
        "mapa do site|meteorologia|passatempos|perguntas frequentes|pesquisa|português|privacidade|publicidade|"
        "página inicial|quem somos|registe-se|serviços|sobre|tempo|termos|termos de uso|todas"
    ),
    "ro": (
        "abonamente|abonare|acasă|anunțuri|arhivă|autentificare|caută|căutare|despre noi|galerii foto|horoscop|"
        "mai mult|prima pagină|publicitate|redacția|termeni și condiții|toate|vremea|înregistrare"
    ),
    "ru": (
        "вакансии|видео|войти|все|все новости|вход|галерея|главная|главная страница|гороскоп|еще|ещё|карта сайта|"
        "контакты|курсы валют|личный кабинет|мобильная версия|о компании|о нас|о проекте|о сайте|обратная связь|"
        "объявления|опросы|погода|подкасты|подписка|поиск|политика конфиденциальности|правила|программа передач|"
        "прямой эфир|рассылка|регистрация|редакция|реклама|реклама на сайте|рекламодателям|рус|русский|тв|"
        "телепрограмма|форум|фото|фотогалереи|фотогалерея|фоторепортажи"
    ),
    "sk": (
        "archív|domov|fotogaléria|hľadať|inzercia|počasie|predplatné|prihlásenie|prihlásiť|registrácia|titulka|viac|"
        "videá|všetko"
    ),
    "sl": "iskanje|naroči|naročnina|oglaševanje|prva stran|več|vse",
    "sr": "архива|више|временска прогноза|контакт|маркетинг|насловна|о нама|огласи|претрага|пријава|све",
    "sv": (
        "alla|annonsera|bli prenumerant|dödsannonser|e-tidning|etidning|hem|hjälp|kontakta oss|korsord|kundservice|"
        "kundtjänst|lediga jobb|logga in|min sida|mina sidor|mobil|om oss|podd|poddar|prenumerera|startsida|"
        "startsidan|svenska|sök|tipsa oss|tv-tablå|väder|vädret"
    ),
    "sw": "ingia|kuhusu sisi|matangazo|mwanzo|picha|tafuta|wasiliana nasi",
    "ta": "இ-பேப்பர்|எங்களைப் பற்றி|தேடல்|தொடர்புக்கு|புகைப்படங்கள்|முகப்பு|மேலும்|ராசிபலன்|வீடியோ|வீடியோக்கள்",
    "te": "ఈ-పేపర్|ఫోటోలు|మరిన్ని|వీడియో|వీడియోలు|సంప్రదించండి|హోమ్",
    "th": (
        "คลิป|ค้นหา|ดูดวง|ดูสด|ติดต่อเรา|ติดต่อโฆษณา|ทั้งหมด|ผังรายการ|พยากรณ์อากาศ|พอดแคสต์|ภาพ|รูปภาพ|วิดีโอ|"
        "สภาพอากาศ|สมัครสมาชิก|หน้าหลัก|หน้าแรก|เกี่ยวกับเรา|เข้าสู่ระบบ|เพิ่มเติม"
    ),
    "tr": (
        "abone|abone ol|abonelik|ana|ana sayfa|anasayfa|ara|arama|arşiv|bize ulaşın|burçlar|canlı|canlı tv|"
        "canlı yayın|daha fazla|e-gazete|foto galeri|fotoğraf|giriş|giriş yap|gizlilik|gizlilik politikası|"
        "hakkımızda|hava durumu|ilan|ilanlar|iletişim|kullanım şartları|künye|namaz vakitleri|nöbetçi eczaneler|"
        "puan durumu|reklam|resmi ilanlar|seri ilanlar|sitene ekle|tv rehberi|tüm haberler|tümü|türkçe|video galeri|"
        "videolar|yayın akışı|üye ol"
    ),
    "uk": (
        "архів|вакансії|всі новини|вхід|відео|головна|курс валют|оголошення|подкасти|політика конфіденційності|пошук|"
        "про нас|про проєкт|прямий ефір|підписка|редакція|реєстрація|розсилка|увійти|українська|усі|усі новини|ще"
    ),
    "ur": "اردو|ای پیپر|تصاویر|تلاش|رابطہ|رابطہ کریں|سرورق|صفحہ اول|لائیو ٹی وی|مزید|موسم|ویڈیو|ویڈیوز|ہمارے بارے میں",
    "vi": (
        "chính sách bảo mật|clip|giới thiệu|hình ảnh|liên hệ|lịch vạn niên|quảng cáo|rao vặt|thêm|thời tiết|"
        "tiếng việt|trang chủ|truyền hình|trực tiếp|tuyển dụng|tìm kiếm|tất cả|tử vi|xem thêm|điều khoản|đăng ký|"
        "đăng nhập|đặt báo|ảnh"
    ),
    "zh": (
        "中文|中文版|中文网|主頁|主页|免责声明|全部|关于我们|動画|图片|图集|圖片|圖集|天气|天氣|客户端|帮助|幫助|广告|廣告|影片|影音|手机版|招聘|搜尋|搜索|播客|更多|服务条款|注册|版权声明|"
        "电子报|电子版|登入|登录|登錄|直播|简体|網站地圖|繁体|繁體|网站地图|联系我们|聯絡我們|聯繫我們|視頻|视频|訂閱|註冊|論壇|订阅|论坛|關於我們|隐私政策|隱私政策|隱私權政策|電子報|首頁|首页"
    ),
}
"""Whole names, in lower case."""

NEVER_A_SECTION = {
    "da": "abonnement|nyhedsbrev",
    "de": (
        "abo|datenschutz|gewinnspiel|gewinnspiele|gutscheine|horoskop|impressum|jobsuche|kleinanzeigen|kontakt|"
        "leserreisen|mediadaten|newsletter|partnersuche|prospekte|stellenmarkt|traueranzeigen"
    ),
    "en": (
        "advertise|app|apps|audio|classifieds|contact|cookies|coupons|crossword|e-paper|epaper|facebook|galleries|"
        "gallery|horoscope|horoscopes|instagram|iptv|jobs|login|newsletters|obituary|photos|pictures|podcast|"
        "podcasts|preferences|privacy|quiz|quizzes|rss|shop|sponsored|subscribe|subscription|subscriptions|tickets|"
        "twitter|video|videos|webcam|whatsapp|youtube"
    ),
    "es": "boletines|clasificados|esquelas|fotos|hemeroteca|sorteos|suscripciones|suscripción",
    "fr": "abonnements|annonces",
    "it": "abbonamenti|annunci|necrologie|oroscopo",
    "nl": "archief|nieuwsbrief|nieuwsbrieven|puzzels|vacatures",
    "pl": "ogłoszenia|prenumerata",
    "pt": "assinatura|assinaturas|classificados",
    "ru": "объявления|подписка|реклама",
    "sv": "korsord|nyhetsbrev|prenumeration",
    "zh": "訂閱|订阅",
}
"""Words that no section has in its name."""

OPENINGS = {
    "de": "alle|mein|meine|zum|zur|über uns",
    "en": (
        "about|ad choices|all news|all sections|all topics|back|buy|close|digital edition|do not sell|edit|find a|"
        "follow|get|gift|go to|how to|jump|log in|log out|more|my|open|print edition|read|see|share|sign in|sign out|"
        "sign up|skip|switch|today's paper|todays paper|view|what is|who we|work for|your"
    ),
    "es": "aviso|mi|política de|quiénes|todas las|todos los|términos|ver",
    "fr": "mon|nos newsletters|nous|s'abonner|tous les|toute l'|toutes les|voir",
    "it": "tutte|tutti|vedi",
    "nl": "bekijk|mijn|naar|over ons|word",
    "pl": "moje|wszystkie|zobacz",
    "pt": "meu|minha|termos|todas as|todos os",
    "ru": "все|политика конфиденциальности|смотреть|читать",
    "sv": "logga|läs|min|mina|se alla",
    "tr": "tüm",
}
"""Words that names begin with which no section has."""

STEMS = {
    "de": "abonnier|anmeld",
    "en": "adchoice|advertis|contact|cookie|e-paper|epaper|newsletter|privacy|subscri|terms",
    "es": "suscr",
    "fr": "abonne",
    "it": "abbona|iscriv",
    "pt": "assin",
    "ru": "подпис",
    "sv": "prenumer",
    "zh": "訂閱|订阅",
}
"""Beginnings of such words."""
