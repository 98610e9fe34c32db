"""Bylines: the names and the role that a line of text gives ("By Jane Doe and John Roe, Political Editor")."""

import re
from collections.abc import Sequence

from tui.parse.dates import MONTH_NAMES
from tui.text import line

_BY = re.compile(
    r"^\W*(?:(?:story|words|text|report(?:ed)?|written|edited|posted|published|published by|article|review(?:ed)?|analysis|opinion|compiled|photographs?|photos?)\s+(?:and photos\s+)?by|by|byline|author|authors|"
    r"(?:veröffentlicht|publiziert|geschrieben|verfasst|erstellt|eingestellt|artikel|beitrag|bericht) von|(?:publié|écrit|rédigé) par|(?:publicado|escrito) por|(?:pubblicato|scritto) da|(?:geplaatst|geschreven) door|von|ein(?:e)? \w+ von|text|autor(?:a|es|en|ka|ky|ři|i)?(?:/-in)?|auteurs?|par|propos recueillis par|por|di|a cura di|door|av|af|tekst|kirjoittaja|teksti|автор(?:ы|и)?|текст|"
    r"oleh|penulis|tác giả|yazan|haber|szerző|írta|de|scris de|pisze|napisał|oprac\.?|od|κείμενο|του|της|γράφει(?: ο| η)?|כתב|מאת|بقلم|كتب|كتبت|نوشته|تحریر|द्वारा|লেখক|โดย|撰文|作者|記者|记者|文|取材・文|글|기자|입력|na)\s*[:：/]?\s+(?=\S)|^\W*(?:by|von|text|autor|author|автор|作者|記者|记者|文|責編|責任編輯|责任编辑|责编|編輯|编辑|来源)\s*[:：]\s*",
    re.IGNORECASE,
)
_ENDS_NAME = re.compile(
    r"\s*(?:[|•·]|\bupdated\b|\bpublished\b|\bposted\b|\b\d+\s*min(?:ute)?s?\b|\bfollow\b|\bcontact\b|\bfor\s+(?:the|mail|daily)|\bin\s+[A-Z][a-z]+\s*$|\s[-–—]\s|\bread\b\s*$|https?:|\bam \d|\bon \d|\b(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|november|december)\b(?=\s*$|\s+\d|,))|\bon (?:mon|tue|wed|thu|fri|sat|sun)|[(（【\[].*|@\w+.*)",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:;|、|，|／|\s/\s|\s&\s|\s\+\s|\s(?:and|und|et|y|e|en|og|och|ja|i|a|и|та|és|și|ve|dan|və|og|und|kaj|ו|و|और|एवं|এবং|และ|và|na|no|pamoja na|with|mit|avec|con)\s)\s*",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|writer|columnist|journalist|producer|staff|contributor|contributing|bureau|chief|critic|analyst|photographer|specialist|presenter|author|professor|director|fellow|senior|junior|political|associate|deputy|assistant|head of"
    r"|redakteur(?:in)?|redaktion|korrespondent(?:in)?|leiter(?:in)?|chefredakteur(?:in)?|ressortleiter(?:in)?|journaliste|rédact(?:eur|rice)|correspondant[e]?|envoyé[e]? spécial[e]?|periodista|redactor[a]?|corresponsal|enviad[oa]|giornalista|inviat[oa]|redattore|redaktör|reporter|journalist|verslaggever|redacteur|redaktor(?:ka)?|reportér(?:ka)?|komentátor(?:ka)?|корреспондент|обозреватель|редактор|журналист|muhabiri?|editörü?|記者|记者|기자|特派員|論説委員)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:staff(?: reporter| writer| correspondent)?s?|admin(?:istrator)?|editor(?:s|ial)?(?: team| staff| desk)?|news ?desk|web ?desk|online ?desk|guest|guest (?:author|writer|post)|user|root|red|webmaster|null|none|undefined|n/a|unknown|no author|anonymous|redaktion|redaction|redacción|redazione|redação|redakcja|redakce|redactie|the editors?|desk|agency|agencies|agenturen|contributor|author|by|www\..*|.*@.*\..*|https?:.*|\d+)$",
    re.IGNORECASE,
)

_CREDENTIAL = re.compile(r"(?:[A-Z]{2,4}|Ph\.?D\.?|M\.?D\.?|B\.?A\.?|M\.?A\.?|Jr\.?|Esq\.?)(?: on)?")
_MONTH = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_OF_A_DATE = MONTH_NAMES | frozenset(
    "posted published updated written stand datum date erstellt veröffentlicht publiziert geschrieben aktualisiert verfasst publié écrit publicado escrito"
    " pubblicato scritto geplaatst gepubliceerd publicerad publisert opublikowano am on at the le el il op den um vor the uhr by von par por da door"
    " monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi"
    " jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
)
"""Words that stand beside a date and name nobody, where there are no others."""
_SIMPLE = re.compile(r"[A-Z][a-z]{2,12} [A-Z][a-z]{2,14}(?:-[A-Z][a-z]{2,14})?")
_FIGURES = re.compile(r"\s[^\s\w]*\d")


def names(text: str) -> tuple[tuple[str, ...], str]:
    """(names, role) of a byline: "By Jane Doe and John Roe, Political Editor" -> (("Jane Doe", "John Roe"), "Political Editor")."""
    text = line(text)
    if _SIMPLE.fullmatch(text) and not _BY.match(text) and not _ROLE.search(text) and not _NO_NAME.match(text):
        return (text,), ""  # most authors are a name and nothing else
    previous = ""
    while previous != text:
        previous, text = text, _BY.sub("", text, count=1)
    text = _FIGURES.split(text, 1)[0]  # a date, a time, the minutes it takes to read
    found: list[str] = []
    roles: list[str] = []
    for piece in _AND.split(text):
        for part in re.split(r",\s*|\n", piece):
            part = _cut(part)
            if not part:
                continue
            if found and _CREDENTIAL.fullmatch(part):
                continue
            if found and _ROLE.search(part):
                roles.append(part)
            elif is_name(part):
                found.append(part)
            elif _ROLE.search(part):
                roles.append(part)
    return tuple(dict.fromkeys(found)), ", ".join(dict.fromkeys(role for role in roles if role.lower() != "author"))[
        :120
    ]


def _cut(part: str) -> str:
    found = _ENDS_NAME.search(part)
    if found and found.start():
        part = part[: found.start()]
    return part.strip(" .,:;|•·–—-*\"'“”")


def is_name(text: str) -> bool:
    """Words that could be a person's or a paper's name."""
    if (
        not 2 <= len(text) <= 60
        or _MONTH.fullmatch(text)
        or _NO_NAME.match(text)
        or any(char.isdigit() or char in "()[]{}:<>|=/\\" for char in text)
    ):
        return False
    spoken = text.casefold().split()
    return len(spoken) <= 6 and not all(word.strip(".,") in _OF_A_DATE for word in spoken)


def byline(text: str) -> tuple[tuple[str, ...], str]:
    """(names, role) of a line that says who wrote a story ("By Jane Doe"); empty for any other line."""
    return names(text) if len(text) < 120 and _BY.match(line(text)) else ((), "")


def is_byline(small: str, people: Sequence[str]) -> bool:
    """Whether a folded line is one of the folded names and little else."""
    return any(name and name in small and len(small) < len(name) + 40 for name in people)
