"""The words in class, id and role, by what they say about an element around a link or inside one."""

NAVIGATION = {
    "de": "rubriken",
    "en": (
        "breadcrumb|breadcrumbs|burger|channel|channels|crumb|crumbs|drawer|globalnav|hamburger|localnav|mainmenu|"
        "mainnav|masthead|megamenu|menubar|menus|nav|navbar|navi|navigation|navigationlist|navigator|navleft|"
        "navlinks|navlist|navmenu|navs|offcanvas|pager|pagination|paginator|paging|sections|sidenav|sitenav|submenu|"
        "subnav|toolbar|topbar|topmenu|topnav"
    ),
    "fr": "menu",
}

CRUMBS = {
    "en": "breadcrumb|breadcrumbs|crumb|crumbs|pager|pagination|paginator|paging",
}
"""The path to a page, and the pages of a list."""

TRAIL = {
    "en": "hashtags|keywords|tag|tagcloud|taglist|tags|topics",
}
"""The subjects of a story."""

FOOT = {
    "de": "impressum",
    "en": (
        "bottomnav|colophon|copyright|foot|footer|footernav|imprint|legal|licence|license|serviceinfo|siteinfo|sitemap"
    ),
}

ADVERTISING = {
    "de": "anzeige|anzeigen|werbung",
    "en": (
        "ad|ads|adsense|adslot|adv|advert|advertisement|advertising|advertorial|adverts|affiliate|commercial|coupons|"
        "deals|dfp|jobs|native|outbrain|paid|partner|partners|partnership|promoted|shopping|sponsor|sponsored|"
        "sponsors|taboola"
    ),
    "es": "publicidad",
    "it": "pubblicita",
    "pt": "publicidade",
    "tr": "reklam",
}

SHARING = {
    "en": (
        "consent|cookie|cookies|follow|login|modal|newsletter|register|share|sharing|signin|signup|social|socials|"
        "subscribe"
    ),
}
"""Networks, accounts, and what asks for consent."""

EDITIONS = {
    "en": "countries|country|edition|editions|lang|langs|language|languages|locale|locales",
    "es": "idioma|idiomas",
    "fr": "langue|langues",
}

CARDS = {
    "en": (
        "article|articles|card|cards|entry|feature|headline|headlines|hero|item|latest|lead|news|post|posts|promo|"
        "stories|story|summary|teaser|teasers|tile|trail"
    ),
}
"""One story among others."""

BESIDE = {
    "de": "rubrik",
    "en": (
        "agency|ago|author|authors|badge|badges|btn|button|by|byline|caption|cat|categories|category|channel|comment|"
        "comments|count|counter|credit|credits|cta|date|datetime|duration|eyebrow|flag|icon|kicker|label|labels|"
        "length|live|meta|num|number|overline|overtitle|pill|play|published|rank|read|reading|readtime|rubric|"
        "section|source|status|tag|tags|time|timestamp|topic|views"
    ),
}
"""What stands beside a headline: kicker, date, byline, counts."""

MARKS = {
    "en": "audio|exclusive|gallery|live|new|paid|photo|photos|podcast|premium|video|videos",
    "es": "fotos|galeria",
    "fr": "galerie|plus",
    "it": "foto",
}
"""In a headline, a small element called so is a mark, not a word of it."""

SUMMARIES = {
    "de": "teasertext",
    "en": (
        "abstract|blurb|body|copy|deck|dek|desc|description|excerpt|intro|lead|paragraph|snippet|standfirst|subhead|"
        "subheading|subheadline|subline|subtitle|summary|text|trailtext"
    ),
    "es": "bajada|sumario",
    "fr": "chapo",
}

TITLES = {
    "en": (
        "caption-title|cardtitle|entrytitle|hd|heading|headline|headlines|hed|linktext|newstitle|posttitle|"
        "storytitle|tit|titel|title|titles|ttl"
    ),
    "es": "titular|titulo",
    "fr": "titre",
    "it": "titolo",
}

HIDDEN = {
    "en": "hidden|invisible|offscreen|screenreader|sr|visuallyhidden|visuallyhide",
}
"""There for a screen reader's ear."""
