"""Bylines: the names and the role that a line of text gives ("By Jane Doe and John Roe, Political Editor")."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from tui.parse.dates import MONTH_NAMES, WEEKDAYS, ZONE_NAMES, months_in
from tui.parse.words import any_of, moments, pattern, split
from tui.parse.words import bylines as words
from tui.text import line

_BEFORE = any_of(split(words.BY))
_WRITING = rf"(?:{any_of(split(words.ONE))}\s)?{any_of(split(words.WRITINGS))}\s{any_of(split(words.OF))}"
_WRITTEN = re.compile(_WRITING, re.IGNORECASE)
_PERSON = r"(?-i:(?=[^\W\d_a-zß-ÿ][^\s,]*(?:$|,|\s(?:[a-z]{1,3}\s){0,2}[^\W\d_a-zß-ÿ])))"
"""A name, or two words that begin large: a report by somebody, and not one of something."""
_BY = re.compile(
    rf"^\W*{_BEFORE}(?:\s*+[:：՝/,])?\s++(?=\S)|^\W*{_WRITING}\s++{_PERSON}|^\W*(?:{_BEFORE}|{any_of(split(words.BY_WITH_A_SIGN))})\s*(?:[:：／｜＝・]|(?<=[^\x00-\u2fff])[/|=])\s*|^(?:本[报報])?[记記]者(?=[\u4e00-\u9fff]{{2,4}}(?:$|[\s/／、，]))",
    re.IGNORECASE,
)
_PHRASES = frozenset(phrase.casefold() for phrase in split(words.BY) if " " in phrase)
"""What stands before a name and in which there are several words, so that alone it is a label ("Eingestellt von")."""
_OPENING = (words.BY, words.BY_WITH_A_SIGN, words.ONE, words.WRITINGS)
_BEGINNINGS = frozenset(phrase[:2].casefold() for rows in _OPENING for phrase in split(rows))
"""The first two letters of all that it begins with."""
_MONTHS_BEHIND = "|".join(month for month in months_in("en") if month != "may")
"""May is a name too."""
_ENDS_NAME = re.compile(
    r"(?:(?<!\s)\s+)?(?:[|•·]|\bspecial to\b|(?-i:\s[A-Z]{3,}\s(?:News|Sport|Business))|(?-i:(?<=[a-zß-ÿ])\sThe\s(?=[A-Z]))|\bupdated\b|\bpublished\b|\bposted\b|\b\d+\s*min(?:ute)?s?\b|\bfollow\b|\bcontact\b|\bfor\s+(?:the|mail|daily)"
    r"|\bim Gespräch\b|\b(?:Illustration(?:en)?|Fotos?) (?:by|von)\b|(?<=[\w.,;] )(?:photos?|pictures?|images?|fotos?|bild(?:er)?|kuvat?)\s*:|(?-i:(?<=[a-zß-ÿ])\sfor\s(?=[A-Z]))|\b(?:in|aus|from|à|desde)\s+[^\W\d_]+(?:\s(?-i:[A-ZÀ-Þ])[^\W\d_]+){0,2}\s*$|\s[-–—]\s|\bread\b\s*$|https?:|\bam \d|\bon \d"
    rf"|\b(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:{_MONTHS_BEHIND})\b(?=\s*$|\s+\d|,))"
    r"|\bon (?:mon|tue|wed|thu|fri|sat|sun)|[(（【\[].*|\s[\w.+-]*@.*|@\w+.*|\s(?:on|in|기자|특파원)$|(?-i:\s(?:le|el|il|am|den|em|la)$))",
    re.IGNORECASE,
)
_REPORTER = re.compile(r"\s(?:(?:선임|수습|인턴)?기자|특파원)$")
"""What stands behind a Korean name, and before an address."""
_AND = re.compile(rf"(?:(?<!\s)\s+)?(?:;|、|，|\s&\s|\s\+\s|\s{any_of(split(words.AND))}\s)\s*", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]*\w")
_ADDRESS = re.compile(r"\s*(?:https?:)?//")
_COMMA = re.compile(r",\s*|\n|(?<!\s)\s*+[/／]\s*")
_ROLE = re.compile(rf"\b{any_of(split(words.ROLES))}\b", re.IGNORECASE)
_NO_NAME = re.compile(
    rf"(?:{any_of(split(words.NOBODY))}|.*(?:報導|報道|报道)|www\..*|[^@\n]*@[^.\n]*\..*|https?:.*|\d+)$", re.IGNORECASE
)

_LICENCE = re.compile(r"cc[ -]by\b.*|creative commons\b.*", re.IGNORECASE)
"""What a link with rel=license or a line under a story says, in the place of who wrote it."""
_LEGAL = re.compile(r"(?<=\w )(?:GmbH|AG|KG|e\. ?V\.?|Ltd\.?|LLC|Inc\.?|S\.A\.|B\.V\.|Oy|AB|A/S|ApS|Pty)(?=$|[ ,.(])")
"""Legal forms of companies and associations, in whose name places follow behind commas; outside sets of German pages
have eleven such metas, and no person's."""

_CREDENTIAL = re.compile(r"(?:[A-Z]{2,4}|Ph\.?D\.?|M\.?D\.?|B\.?A\.?|M\.?A\.?|Jr\.?|Esq\.?)(?: on)?")
_DAYS_AND_MONTHS = MONTH_NAMES | WEEKDAYS
_OF_A_DATE = (
    _DAYS_AND_MONTHS
    | ZONE_NAMES
    | {word for rows in (moments.PUBLISHED, moments.UPDATED) for phrase in split(rows) for word in phrase.split()}
    | frozenset(
        "am pm on at the le el il op den um vor uhr by von par por da door stand datum date written geschrieben verfasst écrit escrito scritto".split()
    )
)
"""Words that stand beside a date and name nobody, where there are no others."""
_SIMPLE = re.compile(r"[A-Z][a-z]{2,12} [A-Z][a-z]{2,14}(?:-[A-Z][a-z]{2,14})?")
_SENTENCE = re.compile(r"(?:the|our|an?|and|this|these|was|were|is|are|to|of|in|for|love|we|i'm|you) [a-z]")
"""How a piece of a sentence begins, which names nobody."""
_PLACE = re.compile(r"(?:à|aus|från|fra|in|uit) [^\W\d_a-zß-ÿ]")
"""How a piece begins that says where somebody wrote."""
_AGENCIES = frozenset(split(words.AGENCIES))
_LONGEST_TEXT = 400
"""Characters of a byline that are looked at, however long it is given."""
_LONGEST_BYLINE = 160
_LONGEST_ROLE = 120
_SMALL_WORDS = 5
"""Characters."""
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_GIVEN = re.compile(r"[A-ZÀ-Þ][^\W\d_]+")
_PARTS = re.compile(r"[|•·⋅]")
_DIGIT = re.compile(r"\d")
_WHERE = frozenset("in on dans en em su unter".split())
_JOINS = ",&;+/、，／"
_JOINING = frozenset("and und et y e en og och und with mit avec con".split())
_BEHIND = re.compile(
    r"(?:^|\W)(?:(?:by|von|par|por|di|da|door|av|af|przez|от|yazan)[:\s]|(?:author|autor|autorin|redaktion|text):)\s*(?=\w)",
    re.IGNORECASE,
)
_OTHER_HANDS = re.compile(
    r"\W*(?:updated|edit(?:ed|ing)|reviewed|(?:fact[- ]?|medically )(?:checked|reviewed)|researched|illustrat\w+|photo\w*|images?|pictures?|video|translated|produced)\s+by\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 40
_LABEL = re.compile(
    r"(?:(?:article|story|post|blog)?\s*(?:authors?|author\(s\)|contributors?|writers?)|(?:words|recipe|edited|researched|updated|written|posted|published|text|story|article|blog|review|reviewed|reported|authored|created) by|by"
    r"|about the authors?|autor(?:a|es|en|in)?|auteurs?|verfasst von|geschrieben von|von|escrito por|por|écrit par|par|scritto da|di|geschreven door|door|автор(?:ы)?|作者|記者|记者|文)\s*[:：]?",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:[.'’\-][^\W\d_]*)*")
_PARTICLES = frozenset(
    "de da del della di do dos das van von vom zu zur der den ten ter la le du des el al bin ibn ben y e bint af av".split()
)
_COMMON = frozenset(
    "about account ad ads advertisement advice all and article articles back best blog blogs book browse business buy by career careers categories"
    " category center comment comments community company contact content contents culture data design download editorial education events explore facebook faq features"
    " food for free from get guide guides health help home how in industry insights instagram introduction learn lifestyle linkedin login marketing media"
    " menu money more new news no newsletter of on online opinion our overview page podcast podcasts policy politics post posts press pricing privacy"
    " product products read related report research resource resources review reviews science search security see services share shares shop sign social"
    " software solutions sports stories story studies study subscribe summary support table team tech technology terms the this tips to top topics"
    " travel trends twitter us video videos view views what why with world you your"
    " alle beitrag beiträge drucken folgen kommentar kommentare mailen merken mitteilung teilen twittern".split()
)
"""Words that begin large on labels and in menus and are nobody's name; those met beside dates in the second set and, in
German, in a set from outside."""
_LOGIN = re.compile(r"(?:[a-z0-9]+(?:[._][a-z0-9]+)+|[a-z]+\d*|[A-Z]?[a-z]+[A-Z]|(?:[a-z]+\.){2,}[a-z]+)")
_NEXT_LABEL = re.compile(r"(?<=[\u3040-\u9fff])\s[\u4e00-\u9fff]{2,5}[:：]")
"""What follows a Chinese or Japanese name in one line with its source and its editors, each behind a label."""
_FIGURES = re.compile(r"\s[^\s\w]*\d")


@lru_cache(maxsize=256)
def names(text: str) -> tuple[tuple[str, ...], str]:
    """(names, role) of a byline: "By Jane Doe and John Roe, Political Editor" -> (("Jane Doe", "John Roe"), "Political
    Editor")."""
    text = line(_MAIL.sub("", text[:_LONGEST_TEXT]))
    if is_label(text) or _ADDRESS.match(text):
        return (), ""
    if _SIMPLE.fullmatch(text) and _opening(text) is None and not _ROLE.search(text) and not _NO_NAME.match(text):
        return (text,), ""  # most authors are a name and nothing else
    while opening := _opening(text):
        text = text[opening.end() :]
    if is_house(text):
        return (text.partition(",")[0].strip(),), ""
    text = _NEXT_LABEL.split(text, 1)[0]
    text = _FIGURES.split(text, 1)[0]  # a date, a time, the minutes it takes to read
    found: list[str] = []
    roles: list[str] = []
    for piece in _AND.split(text):
        for place, part in enumerate(filter(None, map(_cut, _COMMA.split(piece)))):
            if not found:
                _take_first(part, found, roles)
            elif not (_CREDENTIAL.fullmatch(part) or is_agency(part) or is_other_hand(part)):
                _take_further(part, place, found, roles)
    people = [name for name in found if not is_agency(name)]
    told = dict.fromkeys(role for role in roles if role.lower() != "author")
    return tuple(dict.fromkeys(people or found)), ", ".join(told)[:_LONGEST_ROLE]


def _take_first(part: str, found: list[str], roles: list[str]) -> None:
    """Add the first name of a byline, and what somebody is who stands before it, or behind it in the same part."""
    title, name = _untitled(part)
    if not title:
        name, title = _titled_behind(part)
    if title:
        roles.append(title)
    if is_name(name):
        found.append(name)
    elif _ROLE.search(name):
        roles.append(name)


def _take_further(part: str, place: int, found: list[str], roles: list[str]) -> None:
    """Add what stands behind a name: another one, or what somebody is; where they are or work says nothing."""
    title, name = _untitled(part)
    if title:
        roles.append(title)
    if _ROLE.search(name):
        roles.append(name)
    elif is_name(name) and not (place and _is_where(found[-1], name)):
        found.append(name)


@lru_cache(maxsize=256)
def _opening(text: str) -> re.Match[str] | None:
    """How a line that says who wrote begins; two letters rule most lines out."""
    letters = text[:2]
    if letters.isascii() and letters.isalpha() and letters.lower() not in _BEGINNINGS:
        return None
    return _BY.match(text)


def _is_where(name: str, part: str) -> bool:
    """Whether what stands behind a whole name and a comma is where somebody is or works ("Jane Doe, Berlin", "…, CNN
    Business", "…, The Lantern")."""
    first, *others = part.split()
    if not others:
        return " " in name and first[0].isalpha() and first.lower() != first.upper()
    small = part.casefold().split()
    if small[0] in _ARTICLES or not _OUTLETS.isdisjoint(small):
        return True
    return len(first) > len("AB") and first.isupper() and not name.isupper()


_ARTICLES = frozenset("the for special der die das le la les el il het".split())
"""How an outlet's name begins."""
_OUTLETS = frozenset(split(words.OUTLETS))


def is_house(name: str) -> bool:
    """Whether this is a company's or an association's name, by its legal form."""
    return _LEGAL.search(name) is not None


def is_agency(name: str) -> bool:
    """Whether this is a news agency's name, and no person's."""
    return name.casefold().removeprefix("the ") in _AGENCIES


def _cut(part: str) -> str:
    found = _ENDS_NAME.search(part)
    if found and found.start():
        part = _REPORTER.sub("", part[: found.start()])
    head, _, last = part.rpartition(" ")
    part = head if last.casefold() in _JOINING else part
    return part.strip(" .,:;|•·–—-*\"'“”(（【)）】")


def _untitled(part: str) -> tuple[str, str]:
    """(what somebody is, the name behind it): "staff writer Jane Doe", "Political Editor Jane Doe"."""
    for said in _ROLE.finditer(part):
        if is_person(name := part[said.end() :].strip()):
            return part[: said.end()], name
    return "", part


def _titled_behind(part: str) -> tuple[str, str]:
    """(a name, what they are behind it): "Jane Doe Political Editor"; a paper's staff is nobody's title."""
    said = _ROLE.search(part)
    if said is None:
        return part, ""
    before = part[: said.start()].split()
    large = list(takewhile(str.isupper, before))
    if len(large) > 1 and not part.isupper():
        before = large  # "JANE DOE Gazette Staff Writer"
    elif part.casefold().endswith(("staff", "team")):
        return part, ""
    while before and (before[-1].casefold() in _COMMON or before[-1].casefold() in _OUTLETS):
        before.pop()
    name = " ".join(before)
    return (name, part[len(name) :].strip()) if is_person(name) else (part, "")


def is_name(text: str) -> bool:
    """Whether these words could be a person's or a paper's name."""
    if (
        not 2 <= len(text) <= 60
        or text.casefold() in _DAYS_AND_MONTHS
        or text.casefold() in _COMMON
        or _NO_NAME.match(text)
        or _LICENCE.match(text)
        or _PLACE.match(text)
        or _WRITTEN.match(text)
        or _SENTENCE.match(text)
        or any(char.isdigit() or char in "()[]{}:<>|=/\\" for char in text)
    ):
        return False
    spoken = text.casefold().split()
    if len(spoken) > 2 and text.islower():
        return False  # a piece of a sentence
    return len(spoken) <= 6 and not all(word.strip(".,") in _OF_A_DATE for word in spoken)


Named = tuple[tuple[str, ...], str]
"""(names, role)."""


def named_in(pieces: Sequence[str]) -> Named:
    """(names, role) of a line, given the texts of its elements: a name never crosses from one element to the next."""
    found: list[str] = []
    role = ""
    joined = True
    for text in (part.strip() for piece in pieces for part in _PARTS.split(piece)):
        if found and (_DIGIT.search(text) or text.casefold() in _WHERE):
            break  # a date, counts and sections stand behind the names
        if not _LETTER.search(text):
            joined = joined or any(sign in text for sign in _JOINS)
            continue
        if text.casefold() in _JOINING:
            joined = True
            continue
        text, joined = _unjoined(text, joined)
        if found and not joined and not text.startswith(","):
            if len(found) == 1 and _are_one_name(found[0], text):
                found[0] = f"{found[0]} {text}"
            elif is_role(text) and not role:
                role = text
            continue
        if found and is_role(text):
            role = role or text.strip(" ,")
            continue
        some, said = names(text)
        if found and text.startswith(","):
            some = ()  # "Jane Doe", ", Senior Director, The Lantern and its sisters"
        found.extend(some)
        role = role or said
        joined = goes_on(text)
    return tuple(dict.fromkeys(found)), role[:_LONGEST_ROLE]


def _unjoined(text: str, joined: bool) -> tuple[str, bool]:
    """(a part without the word that joins it to the one before, whether there was one): "and Ann Poe", where only "Jane
    Doe" before it is a link."""
    opening, _, rest = text.partition(" ")
    if opening.casefold() in _JOINING and is_person(rest.strip()):
        return rest.strip(), True
    return text, joined


def _are_one_name(name: str, text: str) -> bool:
    """Whether two elements hold the given and the family name of one person."""
    return bool(_GIVEN.fullmatch(name) and _GIVEN.fullmatch(text))


def goes_on(text: str) -> bool:
    """Whether a part of a line ends as one does before another name."""
    return text.endswith((",", "&", ";", "、")) or text.casefold().endswith((" and", " und", " et", " y"))


def byline(pieces: Sequence[str]) -> Named:
    """(names, role) of a line that says who wrote a story ("By Jane Doe"); empty for any other line."""
    text = " ".join(pieces)
    opening = _opening(text) if len(text) < _LONGEST_BYLINE else None
    if opening and not _is_sentence(text[opening.end() :]):
        if len(pieces) > 1 and opening.end() > len(pieces[0]):
            return named_in(pieces[1:])
        return named_in(pieces) if len(pieces) < 2 or names(pieces[0])[0] else ((), "")
    if len(text) < _LONGEST_BYLINE and (sign := _BEHIND_OUTLET.match(text)) and _opening(text[sign.end() :]):
        return byline(_behind(pieces, sign.end()))  # "Harbour Public Radio | By Jane Doe"
    return named_in(pieces[1:]) if len(pieces) > 1 and is_label(pieces[0]) else ((), "")


_BEHIND_OUTLET = re.compile(r"[^|•·⋅\d]{2,60}[|•·⋅]\s*")


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) and sum(word.islower() for word in text.split()) > _SMALL_WORDS


def behind_date(pieces: Sequence[str]) -> Named | None:
    """(names, role) of a line whose byline follows a date ("7 May 2024 by Jane Doe"); None for any other line."""
    text = " ".join(pieces)
    if len(text) > _LONGEST_BYLINE or not _DIGIT.search(text):
        return None
    for found in _BEHIND.finditer(text):
        head = _MOMENTS.sub(" ", text[: found.start()])
        spoken = [word for word in _WORD.findall(head.casefold()) if not any(char.isdigit() for char in word)]
        if any(char.isdigit() for char in head) and all(word in _OF_A_DATE for word in spoken):
            return named_in(_behind(pieces, found.end()))
    return None


_MOMENTS = re.compile(rf"{pattern(moments.PUBLISHED)}|{pattern(moments.UPDATED)}", re.IGNORECASE)


def _behind(pieces: Sequence[str], place: int) -> list[str]:
    """The pieces of a line after a place in its text."""
    kept: list[str] = []
    start = 0
    for piece in pieces:
        if start + len(piece) > place:
            kept.append(piece[max(0, place - start) :])
        start += len(piece) + 1
    return kept


def may_sign(text: str, language: str) -> bool:
    """Whether a text holds any phrase that names an author, in its language or in English: asked first, because looking
    through it line by line takes twenty times as long."""
    return _phrases(language.partition("-")[0]).search(text) is not None


@lru_cache(maxsize=32)
def _phrases(language: str) -> re.Pattern[str]:
    """The phrases before a name, in a language and in English; a small word, with which any line may begin, only with a
    colon."""
    tables = (words.BY, words.BY_WITH_A_SIGN)
    given = (rows.get(key, "") for rows in tables for key in (language, "en"))
    spoken = dict.fromkeys(phrase for row in given for phrase in row.split("|") if phrase)
    forms = (
        re.escape(phrase[:1].upper() + phrase[1:])
        + (r"\s?[:：]" if len(phrase) <= _SMALL_WORDS and phrase.isascii() else "")
        for phrase in spoken
    )
    return re.compile("|".join(forms))


def opens_clearly(text: str) -> bool:
    """Whether a line begins with several words or with a word and a colon that announce an author ("Written by",
    "Text:"), as no sentence does."""
    opening = _opening(text)
    return opening is not None and (" " in opening[0].strip() or opening[0].rstrip().endswith((":", "：")))


@lru_cache(maxsize=1024)
def is_label(text: str) -> bool:
    """Whether a line announces names and holds none ("Written by", "Autor:")."""
    bare = text.strip()
    if len(text) >= _LONGEST_LABEL:
        return False
    return bool(_LABEL.fullmatch(bare) or _WRITTEN.fullmatch(bare) or bare.rstrip(" :：").casefold() in _PHRASES)


def is_other_hand(text: str) -> bool:
    """Whether a byline names somebody who did not write the story ("Updated by")."""
    return _OTHER_HANDS.match(text) is not None


def is_role(text: str) -> bool:
    """Whether a short line says what somebody is ("Political Editor"), and is no sentence about them."""
    if len(text) >= 60 or (text.endswith(".") and text.count(" ") > _TITLE):
        return False
    return _ROLE.search(text) is not None and not any(char.isdigit() for char in text)


_TITLE = 4
"""Blanks in a role that ends with a full stop ("Business Editor, Quay Times Inc.") at most."""


def is_person(text: str) -> bool:
    """Whether a name is written as a person's is: two to four capitalised words, none of them a common word of
    pages."""
    spoken = text.split()
    if not 2 <= len(spoken) <= 4 or _ROLE.search(text):
        return False
    large = [word for word in spoken if word not in _PARTICLES]
    return len(large) > 1 and all(
        word[0].isupper() and _NAME_WORD.fullmatch(word) and word.casefold().strip(".") not in _COMMON for word in large
    )


def is_login(text: str) -> bool:
    """A name by which a machine knows somebody ("jdoe", "jane.doe", "JaneD"), and not one to show."""
    return _LOGIN.fullmatch(text) is not None


def is_byline(small: str, people: Sequence[str]) -> bool:
    """Whether a folded line is one of the folded names and little else."""
    return any(name and name in small and len(small) < len(name) + 40 for name in people)


_SIGNING_WORDS = 5


def signs(text: str) -> bool:
    """Whether a line says nothing but who wrote or sent a story ("Von Jane Doe", "EFE", "Redacción", "Com informações
    da Lusa"). Found on made pages in nine languages; no line of both page sets is taken for one."""
    said, _ = byline((text,))
    if said:
        return ";" not in text and all(map(is_person, said))
    opening = _opening(text)
    words_left = _WORD.findall((text[opening.end() :] if opening else text).casefold())
    if len(words_left) > _SIGNING_WORDS or text.endswith((".", "!", "?")):
        return False
    return " ".join(words_left) in _DESKS or bool(words_left and words_left[-1] in _AGENCIES)


_DESKS = frozenset(split(words.NOBODY))
