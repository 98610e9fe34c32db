"""Lines that ask to follow an outlet."""

import pytest

from tui.blocks import Span
from tui.parse.story.following import leads_to_accounts

URL = "https://www.harbour-post.example/news/ferry"


def asks(*links: str, text: str = "Follow us here") -> bool:
    return leads_to_accounts((Span(f"{text} "), *(Span("x", href=link) for link in links)), URL)


@pytest.mark.parametrize(
    "link",
    [
        "https://www.facebook.com/harbourpost/",
        "https://t.me/harbourpost_news",
        "https://www.youtube.com/@HarbourPost?sub_confirmation=1",
        "https://www.linkedin.com/company/harbour-post",
        "https://whatsapp.com/channel/0029Va",
        "https://chat.whatsapp.com/Abc",
        "https://t.me/+Abc",
        "https://news.google.com/publications/CAAq",
    ],
)
def test_the_accounts_of_an_outlet_bear_its_name_or_are_channels(link: str) -> None:
    assert asks(link)


@pytest.mark.parametrize(
    "link",
    [
        "https://www.facebook.com/miraholm",
        "https://x.com/harbourpost/status/1234",
        "https://www.harbour-post.example/newsletter",
        "https://www.instagram.com/p/harbourpost1/",
    ],
)
def test_other_people_s_accounts_and_posts_are_what_a_story_tells_of(link: str) -> None:
    assert not asks(link)


def test_a_line_with_another_link_or_of_many_words_tells_something() -> None:
    own = "https://t.me/harbourpost"
    assert not asks(own, "https://a.example/ferry")
    assert not asks(own, text="The ferry sails again. " * 20)
    assert not asks()
