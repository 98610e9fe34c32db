"""Lines that begin like those that sites write around their stories, in any language."""

import pytest

from tui.parse.page.openings import Openings
from tui.parse.words import around

ACCOUNTS = Openings(around.ACCOUNTS)
PROMOTION = Openings(around.PROMOTION)
TAGS = Openings(around.TAG_LISTS)
HELPERS = Openings(around.LINK_HELPERS)


@pytest.mark.parametrize(
    "line",
    [
        "Already a subscriber? Log in",
        "Déjà abonné ? Connectez-vous",
        "¿Ya eres suscriptor? Inicia sesión",
        "Ben je al abonnee? Log dan hier in.",
        "Už máte předplatné? Přihlaste se.",
        "Уже подписаны? Войдите",
        "この記事は有料会員限定です。残り1204文字",
        "登录后继续阅读",
        "هذا المقال للمشتركين فقط",
    ],
)
def test_a_line_that_asks_for_an_account(line: str) -> None:
    assert ACCOUNTS.begins(line)


@pytest.mark.parametrize(
    "line",
    ["Follow us on Mastodon", "Folgen Sie uns auf Mastodon", "Подписывайтесь на наш канал", "关注我们的公众号"],
)
def test_a_line_that_promotes(line: str) -> None:
    assert PROMOTION.begins(line)


@pytest.mark.parametrize("line", ["Already a subscriberless paper", "Followers of the team", "Tagesschau"])
def test_a_longer_word_is_another_word(line: str) -> None:
    assert not (ACCOUNTS.begins(line) or PROMOTION.begins(line) or TAGS.begins(line))


def test_the_longest_phrase_is_told() -> None:
    assert TAGS.begins("Topics in this article: Sea") == "topics in this article"
    assert TAGS.begins("Topics: Sea") == "topics"


@pytest.mark.parametrize("line", ["(opens in new window)", "[Externer Link]", "(s’ouvre dans un nouvel onglet)"])
def test_what_is_said_for_a_screen_reader(line: str) -> None:
    assert HELPERS.is_whole(line)
    assert not HELPERS.is_whole(line + " on the left")
