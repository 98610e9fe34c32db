"""What headlines are compared by, and how rare each of it is."""

from math import log

from tui.storage.rarity import Rarity, part, said_by, words


def window(*titles: str) -> Rarity:
    rarity = Rarity()
    for title in titles:
        rarity.add(words(title))
    return rarity


def test_words_are_folded_and_cut_where_endings_differ() -> None:
    assert words("Elects") == words("elect")
    assert words("The Queen’s 12 swans, 1984") == ("the", "queen", "swan", "1984")
    assert words("多哈港") == ("多哈", "哈港")


def test_what_is_too_short_to_tell_anything_is_no_word() -> None:
    assert words("A 1 22 plan b") == ("plan",)
    assert words("300 plans") == ("300", "plan")
    assert words("News") != words("New")
    assert words("水") == ("水",)


def test_one_outlet_writes_accents_and_another_none() -> None:
    assert words("Gisèle Pelicot accuse José Jerí") == words("Gisele Pelicot accuse Jose Jeri")
    assert words("Orbán győzött") == words("Orban gyozott")
    assert words("Gise\u0300le") == words("Gisèle")
    assert words("パリ") != words("ハリ")
    assert words("गाजा में") != words("गज म")
    assert said_by("Gisèle Pelicot’s trial", words("Gisele trial")) == ("Gisèle", "trial")


def test_the_words_of_a_headline_are_said_as_it_has_them() -> None:
    assert said_by("The Queen’s swans", {"swan", "queen"}) == ("Queen", "swans")


def test_a_pair_of_letters_says_less_than_a_word() -> None:
    assert part("harbour") == 1
    assert 0 < part("多哈") < 1
    assert part("水") == part("多哈")


def test_a_rare_word_weighs_more_and_one_that_the_window_shares_nothing() -> None:
    rarity = window(*["Strait crisis: tanker seized"] * 3, *["Strait crisis: oil dearer"] * 7, *["Strait crisis"] * 10)
    assert rarity.weight("dearer") > 0
    assert rarity.weight("tanker") > rarity.weight("dearer")
    assert rarity.weight("strait") == 0
    assert rarity.tells("tanker")
    assert not rarity.tells("strait")


def test_among_a_few_headlines_a_short_word_is_taken_to_be_common() -> None:
    rarity = window("Museum and map", "Rain and wind")
    assert rarity.weight("and") < rarity.weight("museum") < log(1000)
    assert rarity.weight("of") < rarity.weight("the") < rarity.weight("word") < rarity.weight("wordless")
    assert rarity.weight("the") < rarity.weight("水") == rarity.weight("多哈")


def test_a_word_that_one_headline_has_tells_nothing_of_another() -> None:
    rarity = window("Tanker seized", "Tanker freed", *["Rain"] * 10)
    assert rarity.tells("tanker")
    assert not rarity.tells("seized")


def test_words_are_as_rare_as_before_once_what_came_has_left() -> None:
    rarity = window("Tanker seized", "Tanker freed", "Rain")
    before = rarity.weight("tanker")
    for _ in range(50):
        rarity.add(words("Snow at night"))
    assert rarity.weight("tanker") > before
    for _ in range(50):
        rarity.drop(words("Snow at night"))
    assert rarity.weight("tanker") == before


def test_a_word_that_stands_in_many_groups_alike_tells_nothing() -> None:
    rarity = window(*[f"Video: word{at}" for at in range(20)], *[f"something{at}" for at in range(40)])
    rarity.squares["video"] = 20
    rarity.hush(60)
    assert not rarity.tells("video")
    rarity.squares["video"] = 20 * 20  # all came into one group
    rarity.hush(20 * 20 + 40)
    assert rarity.tells("video")


def test_a_word_that_few_have_is_not_judged() -> None:
    rarity = window(*[f"Video: word{at}" for at in range(10)], *[f"thing{at}" for at in range(40)])
    rarity.hush(50)
    assert rarity.quiet == {"video"}
    rarity.drop(words("Video: word9"))
    rarity.hush(49)
    assert not rarity.quiet
    rarity.add(words("Video: word10"))
    rarity.hush(50)
    assert rarity.quiet == {"video"}


def test_a_word_is_in_large_groups_by_chance_where_they_are_most_of_the_window() -> None:
    rarity = window(*[f"{'The' if at % 2 else 'Some'} word{at}" for at in range(100)])
    rarity.squares["the"] = 25 * 25 * 2  # half of what two groups of fifty have
    rarity.hush(2 * 50 * 50)
    assert not rarity.tells("the")


def test_what_left_is_forgotten() -> None:
    rarity = window("Tanker seized", "Tanker freed")
    assert rarity.drop(words("Tanker seized")) == ["seized"]
    assert rarity.drop(words("Tanker freed")) in (["tanker", "freed"], ["freed", "tanker"])
    assert not rarity.seen


def test_a_lead_gives_the_words_that_the_headline_has_not() -> None:
    said = said_by(
        "Doha’s bridge shut", {"bridge", "crane", "doha"}, "The bridge in Doha was hit by cranes. Cranes fell."
    )
    assert said == ("Doha", "bridge", "cranes", "Cranes")
