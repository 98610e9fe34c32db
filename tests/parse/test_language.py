"""Language tags, from whatever pages and feeds give for them."""

import pytest

from tui.parse.language import declared, language_tag
from tui.parse.page.tree import tree


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        (("de",), "de"),
        (("PT_br",), "pt-BR"),
        (("zh-hans-cn",), "zh-Hans-CN"),
        (("es-419",), "es-419"),
        ((" fr, en",), "fr"),
        (("", None, "x", "english", "it"), "it"),
        ((), ""),
    ],
)
def test_the_first_text_that_begins_with_a_language_is_its_tag(given: tuple[str | None, ...], tag: str) -> None:
    assert language_tag(*given) == tag


def test_a_page_declares_its_language_at_its_root() -> None:
    assert language_tag(*declared(tree('<html xml:lang="nb-no"><p>Hei').root)) == "nb-NO"
    assert declared(None) == ()
