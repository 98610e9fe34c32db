"""Keys by their place: what a Latin keyboard has where another layout has a letter of its own."""

_ROWS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
"""A Latin keyboard (US), row by row, from the key beside Tab to the one before the slash."""

_LAYOUTS = (
    "йцукенгшщзхъфывапролджэячсмитьбю",  # Russian
    "йцукенгшщзхїфівапролджєячсмитьбю",  # Ukrainian
    "йцукенгшўзх'фывапролджэячсмітьбю",  # Belarusian
    ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,.",  # Greek
    "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ",  # Hebrew
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوز",  # Arabic
)
"""Letters of layouts in the order of `_ROWS`. Layouts of the same letters in other places (Bulgarian, Serbian) cannot
be told from these."""

_ARABIC_SHIFTED = "\u064e\u064b\u064f\u064cﻹإ`÷×؛<>\u0650\u064d][ﻷأـ،/:\"~\u0652}{ﻵآ'"
"""What Arabic keys give with Shift, from the same key on: vowel signs, joined letters, punctuation."""

_SHIFTED = {"[": "{", "]": "}", ";": ":", "'": '"', ",": "<", ".": ">"}

_PLACES: dict[str, str] = {"Σ": "S", "؟": "?"}
"""Letter of a layout -> key. A Greek capital sigma is that of two keys: the one that ends no word goes first."""
for _layout in _LAYOUTS:
    for _letter, _key in zip(_layout, _ROWS, strict=True):
        if not _letter.isascii():
            _PLACES.setdefault(_letter, _key)
            if len(_letter.upper()) == 1 and _letter.upper() != _letter:
                _PLACES.setdefault(_letter.upper(), _SHIFTED.get(_key, _key.upper()))
for _letter, _key in zip(_ARABIC_SHIFTED, _ROWS, strict=False):
    if not _letter.isascii():
        _PLACES.setdefault(_letter, _SHIFTED.get(_key, _key.upper()))


def latin(character: str | None) -> str:
    """The name of the key of a Latin keyboard that stands where this letter of a Cyrillic, Greek, Hebrew or Arabic one
    does, or ""."""
    found = _PLACES.get(character or "", "")
    return _NAMES.get(found, found)


_NAMES = {
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    ";": "semicolon",
    ":": "colon",
    "'": "apostrophe",
    ",": "comma",
    ".": "full_stop",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    '"': "quotation_mark",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    "?": "question_mark",
}
"""Signs as Textual names their keys."""
