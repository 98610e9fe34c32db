"""Names that navigation gives to what is no section."""

NO_SECTION = {
    "ar": "الرئيسية|العربية|فيديو",
    "bn": "বাংলা|ভিডিও",
    "de": (
        "abo|abonnement|abonnieren|abos|agb|alle|anmelden|archiv|datenschutz|deutsch|gutscheine|hilfe|horoskop|"
        "impressum|kontakt|mehr|mein|registrieren|spiele|start|startseite|stellenmarkt|suche|werbung|wetter|über"
    ),
    "el": "ελληνικά",
    "en": (
        "abone|about|account|advertise|all|app|apps|archive|bluesky|careers|chat|community|contact|cookie|cookies|"
        "coupons|crossword|crosswords|dating|deals|digital|donate|e-paper|edition|editions|email|english|epaper|"
        "events|facebook|faq|feed|feeds|forum|forums|galleries|gallery|games|help|home|homepage|horoscope|imprint|"
        "indonesia|instagram|job|jobs|latest|linkedin|live|log-in|login|mail|mastodon|membership|mobile|more|my|más|"
        "newest|newsletter|newsletters|notices|offers|photo|photos|podcast|podcasts|print|privacy|profile|puzzles|"
        "quiz|register|registrarse|rss|search|shop|sign|sitemap|skip|store|subscribe|subscription|support|telegram|"
        "terms|threads|tickets|tiktok|tiếng|tools|tv|twitter|video|videos|weather|webmail|whatsapp|widgets|x|youtube"
    ),
    "es": (
        "ayuda|boletines|buscar|clima|contacto|empleo|español|fotos|galeria|galería|horóscopo|iniciar|inicio|juegos|"
        "portada|privacidad|publicidad|suscribirse|suscripción|suscríbete|tiempo|tienda|todo|todos|vídeo|vídeos"
    ),
    "fa": "فارسی",
    "fr": (
        "abonnez|accueil|boutique|connexion|contactez|français|galerie|inscription|menu|meteo|mon|météo|plus|tous|"
        "tutte|vidéo|vidéos"
    ),
    "he": "עברית",
    "hi": "मुख्य|वीडियो|हिन्दी",
    "id": "bahasa",
    "it": "abbonati|altro|contatti|foto|italiano|oroscopo",
    "ja": "もっと見る|トップ|ホーム|ログイン|日本語",
    "ko": "더보기|로그인|한국어|홈",
    "nl": "nederlands",
    "pl": "meer|podcasty|polski|więcej|zaloguj",
    "pt": "anuncie|assinar|assine|cadastro|capa|contato|empregos|entrar|início|jogos|loja|mais|português|tempo",
    "ru": "видео|войти|вход|главная|ещё|русский",
    "sv": "mobil|prenumerera|svenska",
    "tr": "ana|anasayfa|giriş|türkçe",
    "uk": "українська",
    "ur": "اردو",
    "zh": "中文|主页|動画|更多|注册|登录|登錄|視頻|视频|首页",
}
"""Whole names of links that lead to no section."""

NEVER_A_SECTION = {
    "de": "abo|datenschutz|gutscheine|horoskop|impressum|kontakt",
    "en": (
        "advertise|app|apps|audio|contact|cookies|coupons|crossword|e-paper|epaper|facebook|galleries|gallery|"
        "horoscope|instagram|jobs|login|newsletter|newsletters|photos|pictures|podcast|podcasts|privacy|quiz|quizzes|"
        "rss|shop|subscribe|subscription|subscriptions|tickets|twitter|video|videos|webcam|whatsapp|youtube"
    ),
    "es": "fotos|suscripciones",
}
"""Words that no section has in its name."""
