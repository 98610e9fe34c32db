"""Formulas as a page gives them (TeX) in signs that a terminal has: x², α ≤ β, a/b."""

import re

from tui.blocks import Script, raised

_DEEPEST = 20
"""Braces within braces that are followed."""
_SIGNS = {
    **{
        name: chr(0x3B1 + place)
        for place, name in enumerate(
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma"
            " sigma tau upsilon phi chi psi omega".split()
        )
    },
    **dict(zip("Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(), "ΓΔΘΛΞΠΣΦΨΩ", strict=True)),
    **dict(zip("varepsilon vartheta varphi partial nabla infty hbar ell".split(), "εϑφ∂∇∞ℏℓ", strict=True)),
    **dict(zip("sum prod int oint cup cap setminus emptyset forall exists neg".split(), "∑∏∫∮∪∩∖∅∀∃¬", strict=True)),
    **{
        name: f" {sign} "
        for name, sign in zip(
            "times cdot div pm mp leq le geq ge neq ne approx equiv sim propto ll gg in notin subset subseteq wedge"
            " land vee lor to rightarrow leftarrow Rightarrow implies iff mapsto mid".split(),
            "×·÷±∓≤≤≥≥≠≠≈≡∼∝≪≫∈∉⊂⊆∧∧∨∨→→←⇒⇒⇔↦|",
            strict=True,
        )
    },
    **dict(zip("ldots cdots dots quad qquad".split(), ("…", "⋯", "…", " ", "  "), strict=True)),
    **dict.fromkeys("left right displaystyle limits".split(), ""),
    **{name: name for name in "sin cos tan log ln exp lim max min sup inf det gcd arg Pr".split()},
}  # fmt: skip
"""Commands that stand for a sign, a word or nothing."""
_WRAPPERS = frozenset(
    "text mathrm mathbf mathit mathsf mathcal mathbb operatorname boldsymbol bar hat vec tilde mbox overline".split()
)
"""Commands whose matter stands for itself."""
_PLAIN = {"&": " ", "\\\\": "; ", "\\,": " ", "\\;": " ", "\\!": "", **dict.fromkeys((r"\(", r"\)", r"\[", r"\]"), "")}
"""Tokens that are not words."""
_TOKEN = re.compile(r"\\[A-Za-z]+\s?|\\.|[{}^_&]|[^\\{}^_&]+", re.DOTALL)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+)|\\[()\[\]]")


def legible(text: str) -> str:
    """A text with the TeX in it as signs; a text without any, and one with commands that are not known, is left
    alone."""
    if "\\" not in text:
        return text
    said = {found[0][1:] for found in _COMMAND.finditer(text)}
    known = said - {"(", ")", "[", "]"}
    if not said or not known <= _SIGNS.keys() | _WRAPPERS | {"frac", "dfrac", "tfrac", "sqrt", "begin", "end"}:
        return text
    told = _Reader(text).matter()
    return re.sub(r"(?<=\S) {2,}", " ", told)


class _Reader:
    """Reads TeX token by token."""

    def __init__(self, text: str) -> None:
        self._signs = [found[0] for found in _TOKEN.finditer(text)]
        self._at = 0
        self._depth = 0

    def matter(self, inside: bool = False) -> str:
        """What stands up to the end, or to the brace that closes."""
        out: list[str] = []
        while self._at < len(self._signs):
            sign = self._next()
            if sign == "}" and inside:
                break
            if sign in ("^", "_"):
                script: Script = "super" if sign == "^" else "sub"
                matter = self._argument().strip()
                small = raised(matter, script)
                out.append(small if small != matter else f"{sign}({matter})" if len(matter) > 1 else sign + matter)
            else:
                out.append(self._told(sign))
        return "".join(out)

    def _next(self) -> str:
        self._at += 1
        return self._signs[self._at - 1]

    def _told(self, sign: str) -> str:
        """A sign, with what belongs to it."""
        name = sign[1:].strip() if sign[0] == "\\" else ""
        if sign == "{":
            return self._group()
        if name in ("frac", "dfrac", "tfrac"):
            return f"{_held(self._argument())}/{_held(self._argument())}"
        if name == "sqrt":
            return f"√{_held(self._argument())}"
        if name in ("begin", "end"):
            self._argument()
            return ""
        if name in _WRAPPERS:
            return self._argument()
        if name in _SIGNS:
            return _SIGNS[name]
        return _PLAIN.get(sign, name if sign[0] == "\\" else sign)

    def _argument(self) -> str:
        """A group, a command or a single sign."""
        if self._at >= len(self._signs):
            return ""
        sign = self._next()
        if sign[0] in "{\\":
            return self._told(sign)
        self._signs[self._at - 1] = sign[1:]
        if sign[1:]:
            self._at -= 1
        return sign[0]

    def _group(self) -> str:
        if self._depth >= _DEEPEST:
            return "{"
        self._depth += 1
        matter = self.matter(inside=True)
        self._depth -= 1
        return matter


def _held(text: str) -> str:
    """In brackets, where it is more than one sign, number or word."""
    text = text.strip()
    return text if len(text) < 2 or text.isalnum() else f"({text})"
