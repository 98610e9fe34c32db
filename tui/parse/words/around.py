"""What pages write around a story that is none of its text, by language: how such lines begin, in lower case."""

ACCOUNTS = {
    "ar": (
        "أنشئ حسابا|اشترك الآن|اشترك لقراءة|تسجيل الدخول للمتابعة|سجل الدخول لقراءة|سجّل الدخول لمتابعة القراءة|"
        "لديك اشتراك بالفعل|لديك حساب|هذا المحتوى للمشتركين|هذا المقال للمشتركين فقط"
    ),
    "bg": (
        "абонирайте се, за да|вече имате абонамент|вече сте абонат|влезте в профила си|регистрирайте се безплатно|"
        "тази статия е само за абонати"
    ),
    "bn": "অ্যাকাউন্ট আছে|ইতিমধ্যে গ্রাহক|এই লেখাটি শুধু গ্রাহকদের জন্য|নিবন্ধন করুন|পড়তে লগইন করুন|সাবস্ক্রাইব করুন",
    "cs": (
        "již máte předplatné|obsah je určen pouze pro předplatitele|odemkněte si článek|pro dočtení článku|"
        "předplaťte si|přihlaste se|tento článek je pouze pro předplatitele|už máte předplatné|zbývá vám přečíst"
    ),
    "da": (
        "allerede abonnent|bliv abonnent|denne artikel er kun for abonnenter|du har læst dine gratis|"
        "er du allerede abonnent|få adgang til hele artiklen|kun for abonnenter|log ind for at læse|opret en profil"
    ),
    "de": (
        "bereits abonnent|bitte melden sie sich an|dieser artikel ist nur für abonnenten|exklusiv für abonnenten|"
        "ihr abo|jetzt abonnieren|jetzt kostenlos registrieren|jetzt weiterlesen|lesen sie weiter mit|"
        "melden sie sich an, um|noch kein konto|nur für abonnenten|schon abonnent|schon registriert|"
        "sie haben bereits ein abo|sie haben noch kein abo|sie sind bereits abonnent|testen sie|"
        "um diesen artikel zu lesen|um weiterzulesen|weiterlesen mit|zugang zu allen artikeln"
    ),
    "el": (
        "ήδη συνδρομητήσ|γίνετε συνδρομητήσ|είστε ήδη συνδρομητήσ|εγγραφείτε για να|μόνο για συνδρομητέσ|"
        "συνδεθείτε για να|το άρθρο είναι διαθέσιμο μόνο για συνδρομητέσ"
    ),
    "en": (
        "already a member|already a subscriber|already have an account|already registered|become a member|"
        "become a subscriber|create a free account|create an account to|create your free account|"
        "don't have an account|for members only|for subscribers only|free articles remaining|log in to continue|"
        "log in to read|members only|not a member|not a subscriber|please log in|please sign in|register to continue|"
        "register to read|sign in to continue|sign in to read|start your free trial|subscribe to continue|"
        "subscribe to read|subscribe to unlock|subscribers only|this article is exclusive to|"
        "this article is for subscribers|this content is for subscribers|this story is for subscribers|"
        "to continue reading|to keep reading|to read the full|to read this article|unlock this article|"
        "you have reached your limit|you have read your last|you have used all|you've reached your limit|"
        "your subscription"
    ),
    "es": (
        "accede sin límites|contenido exclusivo para suscriptores|crea una cuenta|"
        "este artículo es exclusivo para suscriptores|exclusivo para suscriptores|has alcanzado el límite|hazte socio|"
        "hazte suscriptor|inicia sesión para|inicie sesión para|para continuar leyendo|para seguir leyendo|"
        "regístrate gratis|regístrate para|regístrese para|solo para suscriptores|suscríbase para|suscríbete para|"
        "ya eres suscriptor|ya soy suscriptor|¿ya estás suscrito|¿ya tienes cuenta"
    ),
    "fa": (
        "این مطلب ویژه مشترکان|برای خواندن ادامه|برای مشاهده وارد|ثبت نام کنید|حساب کاربری دارید|مشترک شوید|وارد شوید"
    ),
    "fi": (
        "jatka lukemista|kirjaudu lukeaksesi|kirjaudu sisään lukeaksesi|luo tunnus|oletko jo tilaaja|"
        "onko sinulla jo tilaus|tilaa lukeaksesi|tilaajille|tämä artikkeli on vain tilaajille|vain tilaajille"
    ),
    "fr": (
        "abonnez-vous pour|abonnez-vous à partir de|article réservé aux abonnés|cet article est réservé aux abonnés|"
        "connectez-vous pour|contenu réservé aux abonnés|créez un compte|déjà abonné|déjà un compte|"
        "identifiez-vous pour|il vous reste|inscrivez-vous gratuitement|la suite de cet article est réservée|"
        "la suite est réservée|offre d'abonnement|pour continuer la lecture|pour lire la suite|"
        "pour poursuivre la lecture|réservé aux abonnés|s'abonner pour lire|vous avez déjà un compte|"
        "vous êtes déjà abonné"
    ),
    "he": (
        "הירשמו כדי|הכתבה למנויים בלבד|הצטרפו כמנויים|התחבר כדי|התחברו כדי|כבר מנוי|כבר מנויים|להמשך קריאה|"
        "למנויים בלבד|תוכן זה למנויים"
    ),
    "hi": (
        "आगे पढ़ने के लिए|खाता बनाएं|पढ़ने के लिए लॉगिन करें|पढ़ने के लिए साइन इन|पहले से सदस्य|यह लेख केवल सदस्यों|लॉग इन करें|सब्सक्राइब करें"
    ),
    "hu": (
        "a folytatáshoz|a teljes cikk elolvasásához|csak előfizetőknek|előfizetőink számára|"
        "ez a cikk csak előfizetőink|fizess elő|fizessen elő|jelentkezz be|jelentkezzen be|már előfizető|"
        "regisztráljon|van már előfizetése"
    ),
    "id": (
        "artikel ini khusus pelanggan|berlangganan untuk|daftar untuk membaca|khusus pelanggan|"
        "konten khusus pelanggan|masuk untuk membaca|silakan masuk|sudah berlangganan|sudah punya akun|"
        "untuk melanjutkan membaca"
    ),
    "it": (
        "abbonati per|accedi per|articolo riservato agli abbonati|attiva la prova|contenuto riservato agli abbonati|"
        "già abbonato|hai già un account|hai raggiunto il limite|iscriviti per leggere|per continuare a leggere|"
        "per leggere l'articolo completo|questo articolo è riservato agli abbonati|registrati per|"
        "riservato agli abbonati|sei già abbonato"
    ),
    "ja": "この先は会員|この記事は会員限定|この記事は有料会員限定|すでに会員の方|ログインして続きを読む|会員登録すると|会員限定記事|有料会員になると|有料会員限定|残り|無料会員登録|続きを読むには|購読中の方",
    "ko": "계속 읽으려면|구독자 전용|구독하고 계속|로그인 후 이용|로그인이 필요|로그인하시면|무료로 가입|유료 회원 전용|이 기사는 유료|이미 구독 중|이미 회원|회원가입하고",
    "nb": (
        "bli abonnent|denne artikkelen er for abonnenter|du har lest|er du abonnent|for abonnenter|"
        "har du allerede abonnement|kjøp tilgang|les videre med|logg inn for å lese|opprett bruker"
    ),
    "nl": (
        "al abonnee|alleen voor abonnees|ben je al abonnee|bent u al abonnee|dit artikel is exclusief voor abonnees|"
        "exclusief voor abonnees|heb je al een account|heeft u al een account|inloggen om|lees onbeperkt|log in om|"
        "maak een gratis account|neem een abonnement|om verder te lezen|registreer je gratis|verder lezen|word abonnee"
    ),
    "pl": (
        "aby czytać dalej|aby przeczytać cały|jesteś już subskrybentem|kup dostęp|masz już konto|masz już subskrypcję|"
        "pozostało|ten artykuł jest dostępny tylko dla|treść dostępna tylko dla|tylko dla prenumeratorów|"
        "tylko dla subskrybentów|wykup dostęp|wykup subskrypcję|zaloguj się, aby|załóż konto"
    ),
    "pt": (
        "artigo exclusivo para assinantes|assine já|assine para|cadastre-se para|conteúdo exclusivo para assinantes|"
        "crie sua conta|entre para continuar|este conteúdo é exclusivo para assinantes|exclusivo para assinantes|"
        "faça login para|faça o login|inicie sessão|já tem conta|já tem uma conta|já é assinante|já é cadastrado|"
        "para continuar a ler|para continuar lendo|só para assinantes|torne-se assinante|você atingiu o limite"
    ),
    "ro": (
        "abonează-te pentru|acest articol este disponibil doar|ai deja abonament|ai deja un cont|autentifică-te|"
        "conținut exclusiv pentru abonați|creează un cont|doar pentru abonați|pentru a citi|pentru a continua"
    ),
    "ru": (
        "авторизуйтесь|войдите, чтобы|доступно только подписчикам|зарегистрируйтесь, чтобы|"
        "материал доступен только подписчикам|оформите подписку|подпишитесь, чтобы читать|полный текст доступен|"
        "только для подписчиков|уже есть аккаунт|уже зарегистрированы|уже подписаны|чтобы прочитать|"
        "чтобы читать дальше"
    ),
    "sv": (
        "bli prenumerant|den här artikeln är för prenumeranter|endast för prenumeranter|fortsätt läsa|"
        "för prenumeranter|har du redan ett konto|logga in för att|läs vidare|prenumerera för att|redan prenumerant|"
        "skapa konto|är du redan prenumerant"
    ),
    "ta": "உள்நுழைக|சந்தா செலுத்துங்கள்|சந்தாதாரர்களுக்கு மட்டும்|படிக்க உள்நுழையவும்|பதிவு செய்யவும்",
    "th": (
        "กรุณาเข้าสู่ระบบ|มีบัญชีอยู่แล้ว|สมัครสมาชิกเพื่อ|สำหรับสมาชิกเท่านั้น|อ่านต่อสำหรับสมาชิก|"
        "เข้าสู่ระบบเพื่ออ่าน|เนื้อหาสำหรับสมาชิก|เป็นสมาชิกอยู่แล้ว"
    ),
    "tr": (
        "abone olun|abonelere özel|bu içerik abonelere özel|devamını okumak için|giriş yapın|hesabınız var mı|"
        "okumak için giriş yapın|sadece aboneler|zaten abone misiniz|ücretsiz üye olun|üye olun"
    ),
    "uk": (
        "вже маєте акаунт|вже передплатник|зареєструйтеся, щоб|лише для передплатників|"
        "матеріал доступний лише передплатникам|оформіть передплату|передплатіть, щоб|увійдіть, щоб|щоб читати далі"
    ),
    "vi": (
        "bài viết dành cho thuê bao|bạn đã là thành viên|chỉ dành cho thuê bao|nội dung dành cho thành viên|"
        "tạo tài khoản|đã có tài khoản|đăng ký để đọc|đăng nhập để tiếp tục|đăng nhập để đọc|để đọc tiếp"
    ),
    "zh": (
        "会员专享|已是訂戶|已是订户|已有帳號|已有账号|您的免费文章|會員專享|本文为付费内容|本文為訂戶專享|注册免费账号|登入後繼續閱讀|登录后继续阅读|登录阅读全文|立即訂閱|立即订阅|訂閱會員專享|註冊免費帳號|"
        "订阅用户专享|閱讀全文請|阅读全文请"
    ),
}
"""How lines begin that ask for an account or a subscription; stories begin so too, therefore only with a second sign: a
link or a button, a place behind the last paragraph or before a cut one, a name of the element."""

PROMOTION = {
    "ar": (
        "اشترك في قناتنا|اشترك في نشرتنا|انضم إلى قناتنا|تابعنا على|تابعوا آخر الأخبار عبر|تابعونا على|حمل التطبيق|"
        "حمّل تطبيق|للمزيد من الأخبار تابع"
    ),
    "bg": "абонирайте се за|изтеглете приложението|подкрепете ни|последвайте ни|присъединете се към|станете част от",
    "bn": (
        "অ্যাপ ডাউনলোড|আমাদের ফলো করুন|আমাদের ফেসবুক পেজ|ইউটিউব চ্যানেল সাবস্ক্রাইব|গুগল নিউজে|নিউজলেটারে|"
        "সবার আগে খবর পেতে|সর্বশেষ খবর পেতে"
    ),
    "cs": (
        "chcete dostávat|líbil se vám článek|odebírejte|podpořte nás|přihlaste se k odběru|připojte se k nám|"
        "sledujte nás|stáhněte si aplikaci"
    ),
    "da": (
        "få nyhedsbrevet|følg os på|hent appen|hent vores app|støt os|tilmeld dig nyhedsbrevet|"
        "tilmeld dig vores nyhedsbrev|vil du have de vigtigste nyheder"
    ),
    "de": (
        "abonniere unseren newsletter|abonnieren sie unseren newsletter|besuchen sie uns auf|bleiben sie informiert|"
        "folge uns|folgen sie uns|folgt uns|hat ihnen der artikel gefallen|hier geht es zu unserem|"
        "holen sie sich die app|jetzt newsletter|keine nachricht mehr verpassen|lade dir die app|laden sie unsere app|"
        "melden sie sich für unseren newsletter|newsletter abonnieren|nichts mehr verpassen|sie finden uns auch|"
        "treten sie unserem|unser newsletter|unterstütze uns|unterstützen sie uns"
    ),
    "el": (
        "ακολουθήστε μασ|ακολουθήστε το|γραφτείτε στο newsletter|εγγραφείτε στο newsletter|κάντε like|"
        "κατεβάστε την εφαρμογή|στηρίξτε μασ|όλεσ οι ειδήσεισ από"
    ),
    "en": (
        "add us on|did you enjoy this|did you like this|don't miss a story|download our app|download the app|"
        "enjoyed this article|find us on|follow us at|follow us on|for more news|for the latest|get our app|"
        "get our newsletter|get the latest|join our|join us on|like us on|listen to our podcast|"
        "make us a preferred source|never miss|see more of our|set as preferred source|sign up for our|"
        "sign up for the|sign up to our|stay informed|stay up to date|subscribe to our|support our journalism|"
        "support our work|support us|watch our latest|we value your|you can follow us"
    ),
    "es": (
        "apoya nuestro|apúntate a|ayúdanos a|descarga la app|descarga nuestra app|mantente informado|puedes seguir|"
        "puedes seguirnos|recibe en tu correo|recibe las|recibe nuestro boletín|regístrate en nuestro|sigue nuestro|"
        "suscríbase a|suscríbete a la newsletter|suscríbete a nuestra|suscríbete a nuestro|síganos en|síguenos en|"
        "te ha gustado|únete a|únete a nuestro"
    ),
    "fa": "اپلیکیشن|برای دریافت آخرین|به کانال تلگرام|خبرنامه|عضو کانال|ما را در|ما را دنبال کنید",
    "fi": "lataa sovellus|pysy ajan tasalla|seuraa meitä|tilaa uutiskirje|tilaa uutiskirjeemme|tue journalismia",
    "fr": (
        "abonnez-vous à notre|ajoutez-nous|cet article vous a plu|inscrivez-vous à la newsletter|"
        "inscrivez-vous à notre|ne manquez aucune|ne manquez rien|ne ratez rien|recevez chaque|recevez gratuitement|"
        "recevez notre|recevez toute|rejoignez notre|rejoignez-nous|restez informé|retrouvez-nous|soutenez-nous|"
        "suivez l'actualité|suivez-nous|téléchargez l'application|téléchargez notre|vous avez aimé"
    ),
    "he": "הורידו את האפליקציה|הירשמו לניוזלטר|הצטרפו אלינו|הצטרפו לערוץ|הצטרפו לקבוצת|עקבו אחרי|עקבו אחרינו|תמכו בנו",
    "hi": (
        "ऐप डाउनलोड|गूगल न्यूज़ पर|टेलीग्राम चैनल|ताज़ा खबरों के लिए|ताजा खबरों के लिए|देश और दुनिया की|न्यूज़लेटर|"
        "यूट्यूब पर सब्सक्राइब|व्हाट्सएप चैनल|हमसे जुड़ें|हमारे व्हाट्सएप|हमें फॉलो करें"
    ),
    "hu": (
        "csatlakozz|csatlakozzon|ha tetszett|iratkozz fel|iratkozzon fel|kövess minket|kövessen minket|lájkoljon|"
        "támogasd|támogassa|töltsd le|töltse le"
    ),
    "id": (
        "bergabung dengan|berlangganan newsletter|cek berita dan artikel|dapatkan berita|dukung kami|gabung di|"
        "ikuti berita|ikuti kami|ikuti saluran|pantau terus|simak breaking news|unduh aplikasi"
    ),
    "it": (
        "entra nel canale|iscriviti al canale|iscriviti al nostro|iscriviti alla newsletter|iscriviti alla nostra|"
        "resta aggiornato|ricevi le|rimani aggiornato|scarica l'app|scarica la nostra|seguici anche|seguici su|"
        "ti è piaciuto|unisciti"
    ),
    "ja": (
        "google ニュースで|いいね|この記事をシェア|アプリをダウンロード|チャンネル登録|ニュースレターに登録|ニュースレター登録|フォローしてください|フォローする|メルマガ登録|公式line|友だち追加|"
        "最新情報をお届け"
    ),
    "ko": "구독하기|기사 제보|네이버에서|뉴스레터 구독|앱 다운로드|앱을 다운로드|제보는|좋아요|채널 구독|카카오톡|팔로우",
    "nb": (
        "få nyhetsbrevet|følg oss|følg oss på|last ned appen|meld deg på nyhetsbrevet|meld deg på vårt|støtt oss|"
        "tips oss|vil du ha flere"
    ),
    "nl": (
        "abonneer je op onze|blijf op de hoogte|download de app|download onze app|meld je aan voor|meld u aan voor|"
        "mis niets|ontvang dagelijks|ontvang het|ontvang onze|schrijf je in voor|schrijf u in voor|steun ons|volg ons|"
        "volg ons op|vond je dit|word lid van onze"
    ),
    "pl": (
        "bądź na bieżąco|chcesz być na bieżąco|dołącz do nas|dołącz do naszego|dziękujemy, że przeczytałaś|"
        "nie przegap|obserwuj nas|pobierz aplikację|pobierz naszą|podobał ci się|polub nas|wesprzyj nas|zapisz się do|"
        "zapisz się na newsletter|śledź nas"
    ),
    "pt": (
        "acompanhe o|acompanhe-nos|apoie|assine a newsletter|assine nossa newsletter|baixe o aplicativo|baixe o app|"
        "clique aqui e|descarregue a app|entre no canal|entre no grupo|entre no nosso|faça parte|fique por dentro|"
        "gostou|inscreva-se|participe do|receba as|receba no|receba nossas|siga a|siga no|siga nossas|siga nosso|"
        "siga o|siga-nos|subscreva"
    ),
    "ro": (
        "abonați-vă|abonează-te la|alătură-te|descarcă aplicația|dă like|fii la curent|intră în grupul|susține|"
        "urmăreşte|urmărește-ne|urmăriți-ne|vrei să fii la curent"
    ),
    "ru": (
        "больше новостей|добавьте нас|ещё больше новостей|мы в телеграм|наш канал|наш телеграм|оперативные новости в|"
        "поддержите|подписаться на|подписывайтесь на|подпишитесь на|присоединяйтесь к|скачайте приложение|"
        "скачать приложение|следите за|хотите получать|читайте нас в"
    ),
    "sv": (
        "anmäl dig till vårt|få vårt nyhetsbrev|följ oss|följ oss på|gå med i|ladda ned appen|ladda ner appen|"
        "missa inte|prenumerera på vårt nyhetsbrev|stöd oss|tipsa oss"
    ),
    "ta": ("உடனுக்குடன் செய்திகளை|எங்களை பின்தொடர|எங்களைப் பின்தொடருங்கள்|செயலியை பதிவிறக்க|செய்திகளை உடனுக்குடன்|வாட்ஸ்அப் சேனல்"),
    "th": "กดติดตาม|ดาวน์โหลดแอป|ติดตามข่าว|ติดตามเรา|ติดตามได้ที่|สมัครรับข่าวสาร|เกาะติดข่าว|เพิ่มเพื่อน",
    "tr": (
        "abone ol|abone olun|bize destek|bizi takip edin|bizi takip et|bültenimize|e-bültenimize|google news'te|"
        "gruba katıl|haberlerden anında|haberlere ulaşmak için|kanalımıza katılın|takip edin|uygulamamızı indirin|"
        "uygulamayı indir"
    ),
    "uk": (
        "більше новин|долучайтеся|завантажте застосунок|приєднуйтесь до|приєднуйтеся до|підписуйтесь на|"
        "підписуйтеся на|підпишіться на|підтримайте|слідкуйте за|стежте за|хочете отримувати|читайте нас"
    ),
    "vi": (
        "mời bạn đọc theo dõi|tham gia nhóm|theo dõi chúng tôi|theo dõi kênh|theo dõi trên|tải ứng dụng|đăng ký kênh|"
        "đăng ký nhận|ủng hộ"
    ),
    "zh": (
        "下載app|下载app|下载客户端|关注我们|加入我们|加入我們|微信公众号|扫一扫|扫码关注|按讚|支持我們|更多精彩內容|更多精彩内容|欢迎关注|歡迎加入|点击下载|訂閱我們的|訂閱電子報|订阅我们的|追蹤我們|"
        "關注我們"
    ),
}
"""How lines begin that promote a newsletter, a channel, an application; a second sign is needed: the paragraph is one
link, or most of it, or several paragraphs of the site begin so."""

TAG_LISTS = {
    "ar": "الكلمات الدلالية|الكلمات المفتاحية|الوسوم|كلمات دلالية|كلمات مفتاحية|موضوعات|هاشتاغ|وسوم",
    "bg": "етикети|ключови думи|тагове",
    "bn": "কীওয়ার্ড|ট্যাগ|ট্যাগস|বিষয়|বিষয়সমূহ",
    "cs": "klíčová slova|tagy|témata|štítky",
    "da": "emneord|emner|nøgleord",
    "de": (
        "mehr zu den themen|schlagworte|schlagwörter|stichworte|stichwörter|themen|themen in diesem artikel|"
        "verwendete schlagworte"
    ),
    "el": "ετικέτεσ|θέματα|λέξεισ κλειδιά|σχετικά tags",
    "en": (
        "categories|filed in|filed under|in this article|in this story|keywords|labels|more on these topics|posted in|"
        "related tags|related topics|subjects|tagged|tagged in|tagged with|tags|topics|topics in this article|"
        "topics mentioned in this article"
    ),
    "es": (
        "archivado en|en esta nota|en este artículo|etiquetado|etiquetas|más información sobre|palabras clave|temas|"
        "temas de la nota|temas relacionados|tópicos"
    ),
    "fa": "برچسب|برچسب ها|برچسب‌ها|کلمات کلیدی|کلیدواژه ها|کلیدواژه‌ها",
    "fi": "aiheesta|aiheet|asiasanat|avainsanat|tunnisteet",
    "fr": (
        "dans cet article|mots clés|mots-clés|plus d'infos sur|sujets|sujets associés|sur le même sujet en continu|"
        "tags associés|thèmes|thématiques|étiquettes"
    ),
    "he": "מילות מפתח|נושאים|עוד בנושאים|תגיות|תגים",
    "hi": "कीवर्ड|टैग|टैग्स|विषय",
    "hu": "címkék|kulcsszavak|témák",
    "id": "kata kunci|label|tag terkait|topik|topik terkait",
    "it": "argomenti|argomenti trattati|etichette|parole chiave|su questo argomento|tag correlati|temi",
    "ja": "この記事のキーワード|キーワード|タグ|トピックス|関連キーワード|関連タグ|関連トピックス",
    "ko": "관련 키워드|관련 태그|주제어|키워드|태그",
    "nb": "emneknagger|nøkkelord|stikkord",
    "nl": "labels bij dit artikel|lees meer over|onderwerpen|trefwoorden",
    "pl": "etykiety|słowa kluczowe|tagi|tematy",
    "pt": "assuntos|mais sobre|marcadores|palavras-chave|tudo sobre",
    "ro": "cuvinte cheie|etichete|subiecte|taguri",
    "ru": "ключевые слова|метки|рубрики|теги|темы|тэги|упоминаемые",
    "sv": "i artikeln|nyckelord|taggar|ämnen|ämnesord",
    "ta": "குறிச்சொற்கள்|டேக்ஸ்",
    "th": "คำค้นหา|ป้ายกำกับ|แท็ก|แท็กที่เกี่ยวข้อง",
    "tr": "anahtar kelimeler|etiketler|ilgili etiketler|konular",
    "uk": "ключові слова|мітки|теми",
    "vi": "chủ đề|thẻ|từ khóa",
    "zh": "主題|主题|关键词|文章关键词|标签|標籤|相关标签|相關標籤|話題|话题|關鍵字|關鍵詞",
}
"""What stands before a list of subjects; a second sign is needed: short links, and nothing but links, behind it."""

LINK_HELPERS = {
    "ar": "رابط خارجي|يفتح في علامة تبويب جديدة|يفتح في نافذة جديدة",
    "bg": "външна връзка|отваря се в нов прозорец",
    "cs": "externí odkaz|otevře se na nové kartě|otevře se v novém okně",
    "da": "eksternt link|åbner i en ny fane|åbner i et nyt vindue|åbner i nyt vindue",
    "de": (
        "externe seite|externer link|link in neuem fenster|link öffnet ein neues fenster|link öffnet in neuem fenster|"
        "seite öffnet in neuem fenster|wird in neuem tab geöffnet|öffnet in einem neuen fenster|"
        "öffnet in neuem fenster|öffnet in neuem tab|öffnet sich in neuem fenster"
    ),
    "el": "ανοίγει σε νέα καρτέλα|ανοίγει σε νέο παράθυρο|εξωτερικόσ σύνδεσμοσ",
    "en": (
        "external|external link|external site|external website|link is external|link opens in a new tab|"
        "link opens in a new window|link opens in new tab|link opens in new window|link opens new window|new tab|"
        "new window|open in new tab|open in new window|opens a new window|opens an external site|"
        "opens external website|opens in a new browser tab|opens in a new tab|opens in a new window|opens in new tab|"
        "opens in new tab or window|opens in new window|opens new tab|opens new window|"
        "this link is external to this site|this link opens in a new tab|this link opens in a new window"
    ),
    "es": (
        "abre en nueva pestaña|abre en una nueva pestaña|abre en una nueva ventana|abre en una ventana nueva|"
        "abre en ventana nueva|enlace externo|se abre en una nueva pestaña|se abre en una ventana nueva"
    ),
    "fa": "در پنجره جدید باز می‌شود|پیوند خارجی",
    "fi": (
        "avautuu uudessa ikkunassa|avautuu uudessa välilehdessä|avautuu uuteen ikkunaan|avautuu uuteen välilehteen|"
        "siirryt toiseen palveluun|ulkoinen linkki"
    ),
    "fr": (
        "lien externe|nouvel onglet|nouvelle fenêtre|ouverture dans un nouvel onglet|"
        "ouverture dans une nouvelle fenêtre|ouvre dans un nouvel onglet|ouvre dans une nouvelle fenêtre|"
        "ouvre une nouvelle fenêtre|s'ouvre dans un nouvel onglet|s'ouvre dans une nouvelle fenêtre"
    ),
    "he": "נפתח בחלון חדש|נפתח בלשונית חדשה|קישור חיצוני",
    "hi": "नई विंडो में खुलता है|नए टैब में खुलता है|बाहरी लिंक",
    "hu": "külső hivatkozás|új ablakban nyílik meg|új lapon nyílik meg",
    "id": "buka di jendela baru|buka di tab baru|tautan eksternal",
    "it": (
        "apre in una nuova finestra|apri in una nuova finestra|collegamento esterno|link esterno|"
        "si apre in una nuova finestra|si apre in una nuova scheda"
    ),
    "ja": "別ウィンドウで開きます|別ウィンドウで開く|別タブで開く|外部サイト|外部リンク|新しいウィンドウで開きます|新しいウィンドウで開く|新しいタブで開く",
    "ko": "새 창에서 열림|새 창으로 열기|새 탭에서 열기|새창열림|외부 링크",
    "nb": "ekstern lenke|åpner i nytt vindu|åpnes i ny fane|åpnes i nytt vindu",
    "nl": (
        "externe link|opent in een nieuw tabblad|opent in een nieuw venster|opent in nieuw tabblad|"
        "opent in nieuw venster|wordt in een nieuw tabblad geopend"
    ),
    "pl": (
        "link zewnętrzny|odnośnik zewnętrzny|otwiera się w nowej karcie|otwiera się w nowym oknie|otwórz w nowej karcie"
    ),
    "pt": (
        "abre em nova aba|abre em nova guia|abre em nova janela|abre em uma nova aba|abre em uma nova janela|"
        "abre num novo separador|abre numa nova janela|ligação externa|link externo"
    ),
    "ro": "link extern|se deschide într-o fereastră nouă|se deschide într-o filă nouă",
    "ru": (
        "внешняя ссылка|откроется в новой вкладке|откроется в новом окне|открывается в новой вкладке|"
        "открывается в новом окне|ссылка откроется в новом окне"
    ),
    "sv": (
        "extern länk|länk till annan webbplats|öppnas i en ny flik|öppnas i ett nytt fönster|öppnas i ny flik|"
        "öppnas i nytt fönster"
    ),
    "ta": "புதிய சாளரத்தில் திறக்கும்|வெளி இணைப்பு",
    "th": "ลิงก์ภายนอก|เปิดในหน้าต่างใหม่|เปิดในแท็บใหม่",
    "tr": "dış bağlantı|harici bağlantı|yeni pencerede açılır|yeni sekmede açılır",
    "uk": "відкривається в новому вікні|відкриється в новому вікні|відкриється в новій вкладці|зовнішнє посилання",
    "vi": "liên kết ngoài|mở trong cửa sổ mới|mở trong tab mới",
    "zh": "另開新視窗|另開視窗|在新标签页打开|在新窗口中打开|在新窗口打开|在新視窗開啟|外部連結|外部链接",
}
"""What is said in a link for screen readers only, whole, in brackets or as the last words of it."""
