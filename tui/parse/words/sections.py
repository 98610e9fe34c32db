"""Names in navigation that are no sections, and names that are."""

NO_SECTION = {
    "af": "aanmeld|kontak ons|nuusbrief|oor ons|soek|teken in|tuis|voorblad",
    "ar": (
        "أرشيف|أعلن معنا|ألعاب|أوقات الصلاة|إنشاء حساب|اتصل بنا|اشتراك|اشترك|الأرشيف|البث المباشر|الخصوصية|"
        "الرئيسية|الصفحة الرئيسية|الطقس|العربية|الكل|المزيد|النشرات البريدية|النشرة الإخبارية|النشرة البريدية|"
        "بث مباشر|بحث|بودكاست|تسجيل الدخول|تطبيقات|حالة الطقس|حسابي|خدمات|دخول|سياسة الخصوصية|شروط الاستخدام|صور|"
        "طقس|عربي|عن الموقع|فيديو|فيديوهات|للإعلان|مباشر|من نحن|وظائف"
    ),
    "bg": (
        "абонамент|абонирай се|архив|бюлетин|влез|времето|всички|галерия|за нас|за реклама|контакти|моят профил|"
        "начало|общи условия|обяви|още|поверителност|подкаст|прогноза за времето|снимки|тв програма|търсене|"
        "хороскоп"
    ),
    "bn": (
        "আবহাওয়া|আমাদের সম্পর্কে|আরও|আরো|আর্কাইভ|ই-পেপার|ইপেপার|গোপনীয়তা নীতি|গ্যালারি|ছবি|ছবিঘর|নিউজলেটার|"
        "পডকাস্ট|প্রচ্ছদ|বাংলা|বিজ্ঞাপন|ভিডিও|যোগাযোগ|রাশিফল|লগ ইন|লগইন|লাইভ|শর্তাবলি|সব|সাইন ইন|সাবস্ক্রাইব|হোম"
    ),
    "cs": (
        "domů|fotogalerie|hlavní strana|hledat|inzerce|kontakty|můj účet|newslettery|nápověda|o nás|odebírat|"
        "podmínky|počasí|předplatit|předplatné|přihlásit|přihlásit se|registrace|titulní strana|tv program|videa|"
        "více|vše|úvod"
    ),
    "da": (
        "abonner|annoncer|annoncering|arkiv|billeder|bliv abonnent|e-avis|forside|forsiden|konkurrencer|kontakt os|"
        "kundeservice|log ind|log på|mere|min konto|minside|nyhedsbrev|nyhedsbreve|om os|podcast-oversigt|"
        "privatlivspolitik|søg|tilmeld|tv-guide|vejr|vejret"
    ),
    "de": (
        "abo|abo-shop|abonnement|abonnieren|abos|aboservice|agb|alle|alle themen|anmelden|anzeige aufgeben|"
        "anzeigen|anzeigenmarkt|archiv|barrierefreiheit|bilder|bildergalerien|cookie-einstellungen|das wetter|"
        "datenschutz|datenschutzerklärung|deutsch|einloggen|fernsehprogramm|fotostrecken|gewinnspiele|gutscheine|"
        "hilfe|horoskop|horoskope|impressum|jobsuche|karriere|kleinanzeigen|kontakt|kontakte|konto|kreuzworträtsel|"
        "lottozahlen|mediadaten|mediathek|mehr|mein|mein konto|merkliste|nutzungsbedingungen|offenlegung|"
        "partnersuche|prospekte|registrieren|rätsel|spiele|start|startseite|stellenmarkt|suche|suchen|sudoku|"
        "traueranzeigen|tv-programm|veranstaltungen|werbung|wetter|zur startseite|über|über uns|übersicht"
    ),
    "el": (
        "αγγελίεσ|αναζήτηση|αρχείο|αρχική|βίντεο|διαφήμιση|διαφημιστείτε|εγγραφή|ελληνικά|ενημερωτικό δελτίο|"
        "επικοινωνία|ζώδια|καιρόσ|ο καιρόσ|ο λογαριασμόσ μου|περισσότερα|ποιοι είμαστε|πολιτική απορρήτου|"
        "πρόγραμμα tv|συνδρομέσ|συνδρομή|σχετικά με εμάσ|σύνδεση|ταυτότητα|φαρμακεία|φωτογραφίεσ|όλα|όροι χρήσησ"
    ),
    "en": (
        "about|about us|accessibility|account|advertise|advertise with us|advertising|all|all articles|all authors|"
        "all news|all sections|all stories|app|apps|ar|archive|archives|authors|back|blog archive|bluesky|bookmarks|"
        "careers|changelog|chat|classified|classifieds|community guidelines|contact|contact us|contests|cookie|"
        "cookie policy|cookies|coupons|crossword|crosswords|customer service|dating|de|deals|death notices|docs|"
        "documentation|donate|donations|e-edition|e-paper|edition|editions|email|en|english|epaper|es|esp|events|"
        "facebook|faq|faqs|feed|feeds|follow us|forum|forums|fr|full archive|galleries|gallery|games|guestbook|help|"
        "help center|help centre|home|homepage|horoscope|horoscopes|imprint|index|instagram|it|ja|job|jobs|join|"
        "latest|linkedin|links|listen|live|live tv|live updates|log in|log out|log-in|login|logout|lottery|mail|"
        "marketplace|masthead|mastodon|media kit|membership|menu|more|my account|newest|news alerts|newsletter|"
        "newsletters|next|notices|notifications|offers|our team|partners|photo|photo galleries|photos|place an ad|"
        "player|podcast|podcasts|preferences|press info|press releases|previous|pricing|print|privacy|privacy policy|"
        "profile|promotions|pt|public notices|puzzles|quiz|register|rewards|rss|ru|saved stories|search|sections|"
        "see all|send us a tip|settings|share|shop|shopping|sign|sign in|sign out|sign up|site map|sitemap|"
        "slideshows|sponsored content|staff|store|submit|submit a tip|subscribe|subscription|support|support us|tags|"
        "telegram|terms|terms of service|terms of use|threads|tickets|tiktok|today's paper|todays paper|tools|top|tr|"
        "tv|tv guide|tv listings|tv schedule|twitter|user agreement|video|videos|vouchers|watch|watch live|weather|"
        "webmail|whatsapp|who we are|widgets|write for us|x|youtube|zh"
    ),
    "es": (
        "acceder|accesibilidad|acceso|acerca de|alta boletines|archivo|aviso legal|ayuda|boletines|boletín|buscar|"
        "clasificados|clima|condiciones|contacto|contáctanos|contáctenos|edición impresa|el tiempo|empleo|en vivo|"
        "español|esquelas|fotogalerías|fotos|galeria|galería|galerías|hemeroteca|horóscopo|ingresar|iniciar|"
        "iniciar sesión|inicio|juegos|kiosko|lotería|loterías|mapa web|mi cuenta|más|ofertas|pasatiempos|"
        "política de privacidad|portada|privacidad|publicidad|pódcast|pódcasts|quiénes somos|registrarse|registro|"
        "regístrate|regístrese|servicios|sorteos|suscribirse|suscripciones|suscripción|suscríbete|tiempo|tienda|"
        "todo|todos|tv en vivo|términos|vídeo|vídeos"
    ),
    "et": (
        "arhiiv|avaleht|horoskoop|ilm|logi sisse|minu konto|otsi|reklaam|rohkem|taskuhääling|taskuhäälingud|telli|"
        "uudiskiri|uudiskirjad"
    ),
    "fa": (
        "آب و هوا|آرشیو|اشتراک|اوقات شرعی|بیشتر|تبلیغات|تماس با ما|ثبت نام|جستجو|خانه|خبرنامه|درباره ما|صفحه اصلی|"
        "عضویت|عکس|فارسی|فیلم|همه|ورود|ورود اعضا|ویدئو|ویدیو|پادکست|پادکست‌ها|پیوندها|گالری"
    ),
    "fi": (
        "arkisto|asiakaspalvelu|digilehti|etusivu|haku|horoskooppi|ilmoitukset|kaikki|kilpailut|kirjaudu|"
        "kirjaudu sisään|kuvat|lisää|luo tunnus|mediatiedot|näköislehti|oma tili|ota yhteyttä|podcastit|"
        "rekisteröidy|ristikot|sää|sääennuste|tietosuoja|tilaa|tilaa uutiskirje|tv-opas|uutiskirje|uutiskirjeet|"
        "videot|yhteystiedot"
    ),
    "fr": (
        "abonnez|abonnez-vous|accueil|aide|annonces|annonces légales|balados|boutique|carrières|cgu|cgv|concours|"
        "connexion|contactez|créer un compte|diaporamas|emploi|en direct|français|galerie|galeries|infolettre|"
        "infolettres|inscription|je m'abonne|jeux|kiosque|la une|le journal|lettres d'information|mentions légales|"
        "mon compte|mots croisés|météo|nous contacter|obsèques|petites annonces|plan du site|plus|programme tv|"
        "programmes tv|publicité|qui sommes-nous|recherche|rechercher|recrutement|s'abonner|s'identifier|s'inscrire|"
        "se connecter|services|tous|vidéo|vidéos|vie privée"
    ),
    "he": (
        "אודות|ארכיון|גלריות|דף הבית|דרושים|הורוסקופ|הירשם|הכל|הרשמה|התחבר|התחברות|וידאו|וידיאו|חיפוש|כניסה|לוח|"
        "מדיניות פרטיות|מזג אוויר|מנויים|ניוזלטר|ניוזלטרים|עברית|עוד|עמוד הבית|פודקאסט|פודקאסטים|פרסמו אצלנו|"
        "צור קשר|צרו קשר|ראשי|שידור חי|תמונות|תנאי שימוש|תקנון|תשבצים"
    ),
    "hi": (
        "अधिक|ई-पेपर|ईपेपर|ऐप|और|खोजें|गैलरी|गोपनीयता नीति|तस्वीरें|न्यूज़लेटर|पॉडकास्ट|फ़ोटो|फोटो|फोटो गैलरी|"
        "मुख्य|मुख्य पृष्ठ|मौसम|राशिफल|लाइव|लाइव टीवी|लॉग इन|लॉगिन|विज्ञापन|विडियो|वीडियो|वेब स्टोरीज|संपर्क करें|"
        "सदस्यता लें|सभी|साइन अप|साइन इन|हमारे बारे में|हिंदी|हिन्दी|होम"
    ),
    "hr": (
        "arhiva|galerije|impresum|mali oglasi|marketing|naslovna|naslovna strana|naslovnica|o nama|oglasi|"
        "oglašavanje|osmrtnice|podkast|podkasti|početna|pretplata|pretplati se|pretraga|prijava|prijavi se|"
        "registracija|sve|traži|uslovi korišćenja|uvjeti korištenja|više|vremenska prognoza|vrijeme"
    ),
    "hu": (
        "adatvédelem|apróhirdetés|archívum|bejelentkezés|belépés|címlap|előfizetés|feliratkozás|fiókom|fotók|"
        "főoldal|galéria|galériák|hirdetés|horoszkóp|hírlevelek|hírlevél|időjárás|impresszum|kapcsolat|keresés|"
        "kezdőlap|médiaajánlat|műsorújság|nyitólap|podcastok|regisztráció|rejtvények|rólunk|tv-műsor|videó|videók|"
        "élő|összes"
    ),
    "id": (
        "akun saya|bahasa|bahasa indonesia|beranda|berlangganan|buletin|cari|cuaca|daftar|galeri|hubungi kami|"
        "iklan|indeks|indeks berita|infografis|jadwal sholat|jadwal tv|karier|karir|kebijakan privasi|kode etik|"
        "kontak|kontak kami|lainnya|langganan|lowongan|masuk|pedoman media siber|prakiraan cuaca|redaksi|semua|"
        "siniar|tentang|tentang kami|zodiak"
    ),
    "is": "auglýsingar|forsíða|fréttabréf|hafa samband|hlaðvarp|hlaðvörp|innskráning|leit|um okkur|veður|áskrift",
    "it": (
        "abbonamenti|abbonamento|abbonati|accedi|altro|annunci|archivio|aste e appalti|cerca|chi siamo|concorsi|"
        "contattaci|contatti|diretta|edicola|edicola digitale|foto|fotogallery|gallerie|giochi|guida tv|home page|"
        "il meteo|il mio account|immagini|iscriviti|italiano|lotterie|lotto|mappa|meteo|necrologie|note legali|"
        "oroscopo|previsioni meteo|programmi tv|pubblicità|redazione|registrati|registrazione|ricerca|scrivici|"
        "servizi|termini|tutte|tutti"
    ),
    "ja": (
        "お問い合わせ|すべて|もっと見る|アプリ|ギャラリー|クイズ|ゲーム|サイトマップ|ショップ|ストア|トップ|トップページ|ニュースレター|フォト|プライバシーポリシー|ヘルプ|ホーム|ポッドキャスト|"
        "マイアカウント|マイページ|メルマガ|メールマガジン|ログイン|一覧|会員|会員登録|会社案内|会社概要|写真|利用規約|占い|天気|天気予報|広告|広告掲載|採用情報|新規登録|日本語|有料会員|検索|求人|"
        "番組表|登録|紙面ビューアー|購読|運勢|運営会社|電子版"
    ),
    "ko": (
        "개인정보처리방침|갤러리|검색|고객센터|공지사항|광고|광고문의|구독|구독신청|기사제보|날씨|뉴스레터|뉴스레터 구독|더보기|동영상|로그인|마이페이지|사진|신문보기|앱|영상|오늘의 운세|온에어|"
        "운세|이벤트|이용약관|일기예보|전체|전체보기|제보|제휴|지면보기|채용|청소년보호정책|팟캐스트|편성표|포토|한국어|홈|회사소개|회원|회원가입"
    ),
    "lt": (
        "apie mus|archyvas|daugiau|horoskopai|kontaktai|naujienlaiškiai|naujienlaiškis|orai|orų prognozė|paieška|"
        "pradžia|prenumerata|prenumeruoti|prisijungti|registruotis|skelbimai|tinklalaidės|titulinis|visi|visos"
    ),
    "lv": (
        "abonēt|arhīvs|horoskopi|ienākt|kontakti|laika ziņas|laikapstākļi|meklēt|par mums|podkāsti|raidieraksti|"
        "reklāma|sludinājumi|sākums|vairāk"
    ),
    "mk": "импресум|најава|почетна",
    "nb": (
        "annonse|annonser|annonsere|bli abonnent|bli medlem|direkte|eavis|hjelp|hjem|jobb|kontakt oss|kryssord|"
        "kundesenter|ledige stillinger|logg inn|logg ut|meny|mer|min side|nyhetsbrev|personvern|podkaster|søk|"
        "tips oss|vær|været"
    ),
    "nl": (
        "aanmelden|abonneer|abonnementen|abonneren|acties|advertenties|adverteren|archief|colofon|e-krant|"
        "familieberichten|foto's|fotogalerij|het weer|horoscoop|inloggen|inschrijven|klantenservice|krant|"
        "kruiswoord|meer|mijn|mobiel|nederlands|nieuwsbrief|nieuwsbrieven|op smartphone|over ons|puzzels|"
        "registreren|rouwbrieven|spelletjes|tv gids|tv-gids|uitloggen|vacatures|video's|voorpagina|voorwaarden|"
        "webshop|weer|weerbericht|weersverwachting|winkel|word abonnee|zoeken"
    ),
    "pl": (
        "archiwum|biuletyn|biuletyny|e-wydanie|gry|krzyżówki|moje konto|mój profil|na żywo|nekrologi|o nas|"
        "ogłoszenia|podcasty|pogoda|polityka prywatności|polski|praca|prognoza pogody|program tv|redakcja|"
        "regulamin|rejestracja|reklama|sklep|strona główna|subskrypcja|szukaj|wideo|więcej|wszystkie|zaloguj|"
        "zaloguj się|zapisz się|zdjęcia"
    ),
    "pt": (
        "anuncie|ao vivo|arquivo|assinante|assinar|assinaturas|assine|boletim|boletins|busca|cadastre-se|cadastro|"
        "capa|classificados|contactos|contato|criar conta|edição impressa|empregos|entrar|expediente|fale conosco|"
        "ficha técnica|foto-reportagem|fotogalerias|galerias|iniciar sessão|início|jogos|jornal do dia|loja|"
        "loterias|mais|mapa do site|meteorologia|palavras cruzadas|passatempos|perguntas frequentes|pesquisa|"
        "português|previsão do tempo|privacidade|publicidade|página inicial|quem somos|registe-se|serviços|sobre|"
        "tempo|termos|termos de uso|todas"
    ),
    "ro": (
        "abonamente|abonare|abonează-te|acasă|anunțuri|arhivă|autentificare|buletin informativ|caută|conectare|"
        "contul meu|căutare|despre noi|galerii foto|horoscop|mai mult|podcasturi|prima pagină|publicitate|redacția|"
        "termeni și condiții|toate|vremea|înregistrare"
    ),
    "ru": (
        "вакансии|видео|войти|все|все новости|вход|вход на сайт|галерея|главная|главная страница|гороскоп|еще|ещё|"
        "карта сайта|контакты|курсы валют|личный кабинет|личный профиль|мобильная версия|о компании|о нас|"
        "о проекте|о сайте|обратная связь|объявления|опросы|погода|подкасты|подписаться|подписка|поиск|"
        "политика конфиденциальности|правила|прогноз погоды|программа передач|прямой эфир|рассылка|рассылки|"
        "регистрация|редакция|реклама|реклама на сайте|рекламодателям|рус|русский|тв|телепрограмма|форум|фото|"
        "фотогалереи|фотогалерея|фоторепортажи"
    ),
    "sk": (
        "archív|domov|fotogaléria|hľadať|inzercia|newslettre|počasie|predplatiť|predplatné|predpoveď počasia|"
        "prihlásenie|prihlásiť|prihlásiť sa|registrácia|titulka|viac|videá|všetko"
    ),
    "sl": "iskanje|naroči|naročite se|naročnina|oglaševanje|prva stran|več|vremenska napoved|vse",
    "sr": (
        "архива|билтен|више|временска прогноза|контакт|маркетинг|насловна|о нама|огласи|претплати се|претрага|"
        "пријава|пријави се|све"
    ),
    "sv": (
        "alla|annonsera|bli prenumerant|dödsannonser|e-tidning|etidning|hem|hjälp|kontakta oss|korsord|kundservice|"
        "kundtjänst|lediga jobb|logga in|min sida|mina sidor|mitt konto|mobil|om oss|podd|poddar|poddradio|"
        "prenumerera|skapa konto|startsida|startsidan|svenska|sök|tipsa oss|tv-tablå|väder|väderprognos|vädret"
    ),
    "sw": "ingia|kuhusu sisi|matangazo|mwanzo|picha|tafuta|wasiliana nasi",
    "ta": ("இ-பேப்பர்|உள்நுழை|எங்களைப் பற்றி|தேடல்|தொடர்புக்கு|புகைப்படங்கள்|முகப்பு|மேலும்|ராசிபலன்|வானிலை|வீடியோ|வீடியோக்கள்"),
    "te": "ఈ-పేపర్|ఫోటోలు|మరిన్ని|లాగిన్|వాతావరణం|వీడియో|వీడియోలు|సంప్రదించండి|హోమ్",
    "th": (
        "คลิป|ค้นหา|จดหมายข่าว|ดูดวง|ดูสด|ติดต่อเรา|ติดต่อโฆษณา|ทั้งหมด|ผังรายการ|พยากรณ์อากาศ|พอดแคสต์|พ็อดคาสต์|"
        "ภาพ|รูปภาพ|วิดีโอ|สภาพอากาศ|สมัครสมาชิก|สมาชิก|หน้าหลัก|หน้าแรก|เกี่ยวกับเรา|เข้าระบบ|เข้าสู่ระบบ|"
        "เพิ่มเติม"
    ),
    "tr": (
        "abone|abone ol|abonelik|ana|ana sayfa|anasayfa|ara|arama|arşiv|bize ulaşın|burçlar|bülten|bültenler|canlı|"
        "canlı tv|canlı yayın|daha fazla|e-bülten|e-gazete|foto galeri|fotoğraf|giriş|giriş yap|gizlilik|"
        "gizlilik politikası|hakkımızda|hava durumu|hesabım|ilan|ilanlar|iletişim|kayıt ol|kullanım şartları|künye|"
        "namaz vakitleri|nöbetçi eczaneler|oturum aç|podcastler|puan durumu|reklam|resmi ilanlar|seri ilanlar|"
        "sitene ekle|tv rehberi|tüm haberler|tümü|türkçe|video galeri|videolar|yayın akışı|üye ol"
    ),
    "uk": (
        "архів|вакансії|всі новини|вхід|відео|головна|курс валют|оголошення|особистий кабінет|передплата|"
        "передплатити|подкасти|політика конфіденційності|пошук|про нас|про проєкт|прогноз погоди|прямий ефір|"
        "підписка|редакція|реєстрація|розсилка|розсилки|увійти|українська|усі|усі новини|ще"
    ),
    "ur": (
        "اردو|ای پیپر|تصاویر|تلاش|رابطہ|رابطہ کریں|سبسکرائب|سرورق|صفحہ اول|لائیو ٹی وی|لاگ ان|مزید|موسم|ویڈیو|"
        "ویڈیوز|پوڈکاسٹ|ہمارے بارے میں"
    ),
    "vi": (
        "bản tin|chính sách bảo mật|clip|dự báo thời tiết|giới thiệu|hình ảnh|liên hệ|lịch vạn niên|quảng cáo|"
        "rao vặt|thêm|thời tiết|tiếng việt|trang chủ|truyền hình|trực tiếp|tuyển dụng|tài khoản|tìm kiếm|tất cả|"
        "tử vi|xem thêm|điều khoản|đăng ký|đăng nhập|đăng xuất|đặt báo|ảnh"
    ),
    "zh": (
        "中文|中文版|中文网|主頁|主页|会员|免责声明|全部|关于我们|動画|图片|图集|圖片|圖集|天气|天气预报|天氣|天氣預報|客户端|帮助|幫助|广告|廣告|影片|影音|我的账户|手机版|招聘|搜尋|搜索|"
        "播客|更多|會員|服务条款|注册|版权声明|电子报|电子版|登入|登录|登錄|直播|简体|網站地圖|繁体|繁體|网站地图|联系我们|聯絡我們|聯繫我們|視頻|视频|訂閱|註冊|論壇|订阅|论坛|通讯订阅|"
        "關於我們|隐私政策|隱私政策|隱私權政策|電子報|電子通訊|首頁|首页"
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

SECTIONS = {
    "af": "ekonomie|kultuur|menings|sake|wêreld",
    "ar": (
        "آراء|أخبار|اقتصاد|الاقتصاد|الرياضة|السياسة|العالم|تقارير|تكنولوجيا|ثقافة|حوادث|رأي|رياضة|سياسة|صحة|علوم|فن|"
        "فنون|مجتمع|محليات|مقالات|منوعات"
    ),
    "az": "cəmiyyət|dünya|hadisə|idman|iqtisadiyyat|siyasət",
    "be": "грамадства|здарэнні|навіны|палітыка|эканоміка",
    "bg": (
        "анализи|бизнес|българия|здраве|икономика|крими|култура|мнения|наука|новини|общество|политика|свят|спорт|"
        "технологии|футбол"
    ),
    "bn": (
        "অপরাধ|অর্থনীতি|আন্তর্জাতিক|খেলা|খেলাধুলা|চাকরি|জাতীয়|জীবনযাপন|ধর্ম|প্রযুক্তি|বাংলাদেশ|বাণিজ্য|বিজ্ঞান|"
        "বিনোদন|বিশ্ব|মতামত|রাজনীতি|লাইফস্টাইল|শিক্ষা|সারাদেশ|সাহিত্য|স্বাস্থ্য"
    ),
    "ca": "catalunya|comarques|esports|internacional|món|opinió|societat",
    "cs": (
        "byznys|domácí|ekonomika|komentáře|názory|politika|regiony|svět|věda|z domova|zahraničí|zdraví|ze světa|zprávy"
    ),
    "da": (
        "danmark|debat|erhverv|indland|krimi|livsstil|penge|samfund|sundhed|teknologi|udland|underholdning|verden|"
        "viden|økonomi"
    ),
    "de": (
        "ausland|auto|berlin|bildung|deutschland|digital|feuilleton|finanzen|fussball|geld|gesellschaft|gesundheit|"
        "inland|kultur|leben|literatur|lokales|medien|meinung|mobilität|netzwelt|panorama|politik|ratgeber|regional|"
        "regionales|reise|reisen|schweiz|stil|technik|umwelt|unterhaltung|wirtschaft|wissen|wissenschaft|wohnen|"
        "österreich"
    ),
    "el": (
        "αθλητικά|αθλητισμόσ|απόψεισ|διεθνή|ειδήσεισ|ελλάδα|επιστήμη|κοινωνία|κόσμοσ|οικονομία|περιβάλλον|πολιτική|"
        "πολιτισμόσ|τεχνολογία|υγεία"
    ),
    "en": (
        "africa|americas|arts|arts & culture|asia|asia pacific|australia|books|business|canada|cars|china|cities|"
        "climate|comment|commentary|companies|crime|culture|economics|economy|editorial|editorials|education|energy|"
        "entertainment|environment|europe|fashion|features|film|finance|food|football|gaming|golf|health|india|"
        "innovation|international|investigations|investing|law|letters|life|lifestyle|local|local news|london|"
        "magazine|markets|media|middle east|money|motoring|movies|music|national|news|opinion|opinions|perspectives|"
        "photography|politics|property|real estate|religion|reviews|rugby|science|society|space|sport|sports|style|"
        "tech|technology|television|tennis|theater|theatre|top stories|travel|u.s.|uk|uk news|us|us news|wellness|"
        "world|world news"
    ),
    "es": (
        "américa|argentina|chile|ciencia|cine|ciudad|cultura|deporte|deportes|economía|educación|españa|espectáculos|"
        "estados unidos|gente|libros|motor|mundo|méxico|música|nacional|negocios|policiales|policía|política|"
        "provincia|salud|sociedad|sucesos|tecnología|vida"
    ),
    "et": "arvamus|eesti|maailm|majandus|meelelahutus|poliitika|teadus|tervis|välismaa",
    "fa": (
        "اجتماعی|اقتصادی|ایران|بین الملل|بین‌الملل|جامعه|جهان|سلامت|سیاست|سیاسی|علمی|فرهنگ|فرهنگی|فناوری|هنر|ورزش|ورزشی"
    ),
    "fi": (
        "jääkiekko|kotimaa|kulttuuri|mielipide|mielipiteet|politiikka|talous|terveys|tiede|ulkomaat|urheilu|uutiset|"
        "viihde"
    ),
    "fr": (
        "actualités|afrique|cinéma|consommation|environnement|faits divers|france|idées|immobilier|justice|livres|"
        "monde|musique|médias|planète|politique|régions|santé|sciences|société|voyage|éco|économie"
    ),
    "he": "אוכל|בארץ|בעולם|בריאות|דעות|חדשות|חינוך|טכנולוגיה|כלכלה|מדע|ספורט|פוליטי|פלילים|צרכנות|רכב|תרבות",
    "hi": (
        "अपराध|क्राइम|क्रिकेट|खेल|टेक|टेक्नोलॉजी|दुनिया|देश|धर्म|बिजनेस|बिज़नेस|भारत|मनोरंजन|राजनीति|राज्य|"
        "लाइफस्टाइल|विचार|विज्ञान|व्यापार|शहर|शिक्षा|स्वास्थ्य"
    ),
    "hr": (
        "biznis|crna kronika|društvo|ekonomija|gospodarstvo|hronika|hrvatska|kronika|mišljenja|regija|region|srbija|"
        "svijet|vijesti|zabava|zdravlje|znanost"
    ),
    "hu": "belföld|bulvár|egészség|gazdaság|kultúra|közélet|külföld|tudomány|vélemény|életmód",
    "id": (
        "berita|bisnis|daerah|dunia|gaya hidup|hiburan|hukum|internasional|kesehatan|kriminal|nasional|olahraga|"
        "opini|otomotif|pendidikan|peristiwa|sains|seleb|sepak bola|wisata"
    ),
    "is": "erlent|fréttir|innlent|menning|viðskipti|íþróttir",
    "it": (
        "ambiente|calcio|cronaca|cronache|esteri|finanza|interni|lavoro|libri|mondo|motori|salute|scienza|scienze|"
        "scuola|spettacoli|spettacolo|viaggi"
    ),
    "ja": "くらし|エンタメ|オピニオン|カルチャー|サッカー|スポーツ|テクノロジー|ビジネス|ライフ|医療|国際|地域|暮らし|環境|社説|科学|経済|芸能|野球",
    "ko": "건강|경제|과학|교육|국제|라이프|문화|부동산|북한|사설|사회|산업|생활|세계|스포츠|연예|오피니언|전국|정치|지역",
    "lt": (
        "gyvenimas|kriminalai|lietuva|lietuvoje|mokslas|nuomonės|pasaulis|pasaulyje|sportas|sveikata|technologijos|"
        "verslas"
    ),
    "lv": "izklaide|latvija|pasaulē|veselība|viedokļi|zinātne",
    "mk": "економија|македонија|свет|хроника",
    "ml": "ഇന്ത്യ|കായികം|കേരളം|ബിസിനസ്|ലോകം|സിനിമ",
    "mr": "क्रीडा|महाराष्ट्र|मुंबई|विदेश",
    "nb": "forbruker|helse|innenriks|kommentar|meninger|norge|nyheter|næringsliv|utenriks",
    "nl": (
        "binnenland|buitenland|cultuur|gezondheid|koken|muziek|opinie|politiek|regio|reizen|sportnieuws|voetbal|"
        "wetenschap|wonen"
    ),
    "pl": (
        "biznes|gospodarka|kraj|kryminalne|motoryzacja|nauka|piłka nożna|polityka|polska|rozrywka|społeczeństwo|"
        "styl życia|technologia|wiadomości|zdrowie|świat"
    ),
    "pt": (
        "brasil|cidades|cotidiano|desporto|desportos|educação|entretenimento|esporte|esportes|futebol|meio ambiente|"
        "país|portugal|saúde|sociedade"
    ),
    "ro": "actualitate|educație|eveniment|externe|justiție|opinii|social|sănătate|știință|știri",
    "ru": (
        "авто|в мире|в россии|деньги|здоровье|интернет|криминал|культура|медиа|мир|наука и техника|недвижимость|"
        "новости|образование|происшествия|путешествия|регионы|россия|финансы|шоу-бизнес|экология|экономика"
    ),
    "sk": "domáce|slovensko|správy|zahraničie|zdravie",
    "sl": "mnenja|novice|slovenija|zdravje",
    "sq": "aktualitet|botë|ekonomi|kosovë|kulturë|rajoni|shqipëri|shëndet",
    "sr": "вести|друштво|забава|здравље|регион|србија",
    "sv": "debatt|hälsa|inrikes|krönikor|ledare|näringsliv|nöje|sverige|utrikes|vetenskap|världen|åsikt",
    "sw": "afya|biashara|burudani|habari|kimataifa|kitaifa|makala|maoni|michezo|siasa|uchumi",
    "ta": "அரசியல்|இந்தியா|உலகம்|சினிமா|தமிழகம்|தமிழ்நாடு|வணிகம்|விளையாட்டு",
    "te": "అంతర్జాతీయం|ఆంధ్రప్రదేశ్|క్రీడలు|జాతీయం|తెలంగాణ|బిజినెస్|రాజకీయం|సినిమా",
    "th": ("การศึกษา|การเมือง|กีฬา|ข่าว|ต่างประเทศ|ท่องเที่ยว|ธุรกิจ|บันเทิง|ภูมิภาค|สังคม|สุขภาพ|อาชญากรรม|เทคโนโลยี|เศรษฐกิจ|ไลฟ์สไตล์"),
    "tr": (
        "bilim|eğitim|futbol|gündem|haberler|kültür sanat|magazin|otomobil|sağlık|siyaset|spor|teknoloji|türkiye|yaşam"
    ),
    "uk": "війна|думки|економіка|здоров'я|освіта|події|політика|світ|суспільство|технології|україна",
    "ur": "انٹرٹینمنٹ|بین الاقوامی|تجارت|دنیا|سائنس|شوبز|صحت|قومی|ٹیکنالوجی|پاکستان|کاروبار|کالم|کھیل",
    "vi": (
        "bất động sản|chính trị|công nghệ|du lịch|giáo dục|giải trí|góc nhìn|khoa học|kinh doanh|kinh tế|pháp luật|"
        "sức khỏe|thế giới|thể thao|thời sự|văn hóa|xã hội|ý kiến|đời sống"
    ),
    "zh": (
        "两岸|体育|健康|兩岸|军事|副刊|台湾|台灣|国内|国际|國際|地方|地產|娛樂|娱乐|房产|政治|教育|文化|新聞|新闻|旅游|旅遊|时尚|时政|時尚|汽車|汽车|港澳|港聞|生活|社会|社會|科技|經濟|经济|"
        "要聞|要闻|觀點|观点|評論|评论|財經|财经|軍事|體育"
    ),
}
"""What sites call their sections. A list that has some of these names is one of sections, whatever the element that
it stands in is called."""
