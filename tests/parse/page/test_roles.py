"""What class names, ids and lines say of what stands under them."""

import pytest

from tui.parse.page.roles import (
    BODY,
    BYLINE,
    CAPTION,
    COMMENTS,
    CONSENT,
    GALLERY,
    HIDDEN,
    INTRO,
    JUNK,
    LEAD,
    LONGEST,
    PAYWALL,
    is_around,
    is_clutter,
    is_date_line,
    is_number,
    named,
)


@pytest.mark.parametrize(
    ("names", "flags"),
    [
        ("", 0),
        ("share", JUNK),
        ("shareBar", JUNK),
        ("SHARE-BAR", JUNK),
        ("box__newsletter", JUNK),
        ("most-read", JUNK),
        ("mostRead", JUNK),
        ("trinityAudioPlaceholder", JUNK),
        ("article-audio-player", JUNK),
        ("audio", 0),
        ("most read", 0),
        ("read-the-most", 0),
        ("cookie-notice", JUNK | CONSENT),
        ("author-bio", JUNK | BYLINE),
        ("byline", BYLINE),
        ("article-date", BYLINE),
        ("photo-credit", CAPTION),
        ("standfirst", LEAD),
        ("sub-title", LEAD),
        ("fotostrecke", GALLERY),
        ("intro", INTRO),
        ("article-body", BODY | PAYWALL),
        ("story-text", BODY),
        ("news-textwrap", 0),
        ("paywall", PAYWALL),
        ("sr-only", HIDDEN),
        ("screen-reader-text", HIDDEN | JUNK),
        ("reader", 0),
        ("sr-only paywall", HIDDEN | PAYWALL),
        ("disqus_thread", JUNK | COMMENTS),
        ("commentsList", JUNK | COMMENTS),
        ("commentaries", 0),
        ("kommentarbereich", JUNK | COMMENTS),
        ("leserbriefe", JUNK | COMMENTS),
        ("leser", 0),
    ],
)
def test_what_names_say(names: str, flags: int) -> None:
    assert named(names) == flags


@pytest.mark.parametrize(
    "names",
    [
        "with-sidebar",
        "has-newsletter",
        "no-comments",
        "ads-enabled",
        "share_disabled",
        "has-large-font-size",
        "banner:hidden",
        "wp-elements-share",
        "3eefe4ad",
        "text-size-large",
    ],
)
def test_what_names_say_of_the_page_or_of_its_letters_is_not_said_of_the_element(names: str) -> None:
    assert not named(names)


def test_the_size_of_letters_is_a_tool_where_the_name_ends_with_it() -> None:
    assert named("text-size") == named("tools__fontSize") == JUNK


def test_a_word_after_one_that_frames_is_told_by_its_own_neighbours() -> None:
    assert named("without-ads share") == JUNK
    assert named("with-sidebar-share") == JUNK


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "— ANZEIGE —",
        "12 comments",
        "Share this article on Facebook",
        "Print Recipe",
        "View larger map",
        "© The Lantern Pvt Ltd",
        "Our Standards: the Lantern's rules of trust.",
        "S’inscrire",
        "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
        "An dieser Stelle finden Sie einen externen Inhalt von X, der den Artikel ergänzt. Sie können ihn sich mit einem Klick anzeigen lassen.",
        "4 min read",
        "3 of 12",
        "Page 3 of 12",
        "View this post on Instagram",
        "Ver esta publicación en Instagram",
        "Tags",
        "Schlagwörter",
        "Last reviewed: 3 May 2024",
        "Reviewed in 2024",
        "Sign up for the morning letter",
        "Photograph by A. Moor",
        "Photo: A. Moor",
        "Titelbild: A. Moor",
        "Beitragsbild: Die Brücke",
        "This entry was posted in Bridges and tagged river by A. Moor. Bookmark the permalink.",
        "Dieser Beitrag wurde am 3. Mai unter Brücken abgelegt.",
        "Cette entrée a été publiée dans Ponts, le 3 mai.",
        "Lesen Sie auch: die Lampe",
        "Suscríbete aquí",
        "Vous avez lu 3 articles gratuits ce mois-ci.",
        "Sie haben 2 von 5 kostenlosen Artikeln gelesen.",
        "A. Moor contributed reporting from the yard.",
        "We may earn from affiliate links on this page.",
        "Each lamp is chosen by our editors. If you buy through our links, we may earn a commission.",
        "Disclosure: as a partner of the yard, I earn from qualifying purchases. Thank you!",
        "Did a friend send you this newsletter? Sign up and have it in your inbox.",
        "Want more of the yard? Sign up for our weekly newsletter.",
        "Der Newsletter der Werft: jeden Morgen das Wichtigste. Hier abonnieren!",
        "desk@paper.example",
        "Email: desk@paper.example",
        "Dela artikeln",
        "Bonus video:",
        "Тагове: басейн",
        "#수영장 #강",
        "▶ 제보는 카카오톡 @handeul",
        "Nguồn: TTXVN",
        "この記事は会員限定です",
        "欢迎关注我们的微信公众号",
        "Želite li dopuniti temu ili prijaviti pogrešku u tekstu?",
    ],
)
def test_a_line_that_stands_around_stories(line: str) -> None:
    assert is_clutter(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council closed the bridge.",
        "Advertisers left the town.",
        "She said that they contributed to the fund.",
        "Vous avez lu Proust, dit-elle, et cela se voit.",
        "A friend affiliated with the yard spoke.",
        "The newsletter of the yard had 300 readers in May.",
        "We asked the commission why the links between the yards had been cut.",
        f"Advertisement {'x' * LONGEST}",
        f"Photo: {'x' * LONGEST}",
        "Ask desk@paper.example about it, said the man at the gate of the yard.",
    ],
)
def test_a_line_of_a_story(line: str) -> None:
    assert not is_clutter(line)


def test_a_line_may_be_as_long_as_the_limit() -> None:
    head = "Photo: "
    assert is_clutter(head + "x" * (LONGEST - len(head)))
    assert not is_clutter(head + "x" * (LONGEST - len(head) + 1))


def test_a_sentence_that_begins_like_clutter_is_the_storys_without_a_second_sign() -> None:
    sentence = "Updated on Monday, the plan for the yard was shown."
    assert not is_around(sentence, linked=False, ended=False)
    assert is_around(sentence, linked=True, ended=False)
    assert is_around(sentence, linked=False, ended=True)
    assert is_around("Updated on Monday", linked=False, ended=False)
    assert is_around("Sign up now to get the news in your inbox.", linked=False, ended=False)
    assert is_around("Scroll down to continue with the story.", linked=False, ended=False)  # a whole line of its own
    assert not is_around("The council closed the bridge.", linked=True, ended=True)


@pytest.mark.parametrize(
    ("text", "number"), [("1984", True), ("$ 1,204.50", True), ("", True), ("12 km", False), ("१२", True)]
)
def test_a_number_is_without_letters(text: str, number: bool) -> None:
    assert is_number(text) is number


@pytest.mark.parametrize(
    ("line", "language", "dated"),
    [
        ("Published on 3 May 2024 at 10:15", "en", True),
        ("Stand: 3. Mai 2024, 10.15 Uhr", "de", True),
        ("3 May 2024", "", True),
        ("In May the bridge was closed", "en", False),
        ("The bridge was closed on 3 May 2024 by the council", "en", False),
        ("May", "en", False),
        ("12,000", "en", False),
        ("3 May 2024" + " |" * 60, "en", False),
    ],
)
def test_a_line_of_a_date_says_little_else(line: str, language: str, dated: bool) -> None:
    assert is_date_line(line, language) is dated
