"""Tables of phrases, made quick to ask: whether a line begins with one of them, in any language."""

from collections.abc import Mapping

from tui.parse.page.labels import filed_under, fold, goes_on
from tui.parse.words import split


class Openings:
    """The phrases of a table, filed by how they begin, so that asking takes the same time however many there are."""

    def __init__(self, table: Mapping[str, str]):
        self._filed: dict[str, list[str]] = {}
        for phrase in sorted(map(fold, split(table)), key=len, reverse=True):
            self._filed.setdefault(filed_under(phrase), []).append(phrase)

    def begins(self, text: str) -> str:
        """The longest phrase that a line begins with, folded, or ""; case, accents and leading punctuation are
        ignored."""
        folded = fold(text[:400])
        for phrase in self._filed.get(filed_under(folded), ()):
            if folded.startswith(phrase) and not goes_on(folded, len(phrase)):
                return phrase
        return ""
