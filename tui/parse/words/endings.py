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

OUTLETS = {
    "ja": "オンライン|ニュース|新聞",
    "ko": "뉴스|방송|신문|일보",
    "zh": "在线|報|报|新闻|日报|电视台|社|網|网|電視台|頻道|频道",
}
"""How the names of outlets end where a script does not part words."""
