"""Words and HTML of feeds as they were meant, whatever was done to them on the way."""

import pytest

from tui.parse.feeds.markup import SUMMARY, headline, once, paired, paragraphs, plain, rebased, unescape


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("A <b>bold</b> step", "A bold step"),
        ("One<br>two", "One two"),
        ("un<b>believ</b>able", "unbelievable"),
        ("<![CDATA[A title]]>", "A title"),
        ("<![CDATA[A title", "A title"),
        ("A<!-- no -->B", "A B"),
        ("I <3 you", "I <3 you"),
        ("The <blink> years", "The <blink> years"),
        ("AT&amp;T\n today", "AT&T today"),
        ("It&#151;works", "It\u2014works"),
    ],
)
def test_a_headline_is_plain_text(written: str, meant: str) -> None:
    assert headline(written) == meant


def test_a_headline_that_is_plain_already_keeps_its_tags() -> None:
    assert headline("The <b> tag", tags=False) == "The <b> tag"
    assert headline("<![CDATA[The <b> tag]]>", tags=False) == "The <b> tag"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ã¼ber", "über"),
        ("itâ€™s", "it’s"),
        ("über", "über"),
        ("Ã¼ber 日本", "Ã¼ber 日本"),
        ("plain", "plain"),
    ],
)
def test_utf_8_that_was_encoded_twice_is_read_once_more(written: str, meant: str) -> None:
    assert once(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&#xD83D;&#xDE00;!", "😀!"),
        ("&#55357;&#56832;!", "😀!"),
        ("&#xD800;&#xDC00;", "\U00010000"),
        ("&#xDBFF;&#xDFFF;", "\U0010ffff"),
        ("a&#xD83D;b", "ab"),
        ("a&#xDE00;b", "ab"),
        ("&#x2014;&#8212;", "&#x2014;&#8212;"),
        ("&amp;", "&amp;"),
    ],
)
def test_the_two_halves_of_a_character_are_one(written: str, meant: str) -> None:
    assert paired(written) == meant


def test_entities_are_decoded_once() -> None:
    assert unescape("&amp;amp; &#128;5 \x93x\x94") == "&amp; €5 “x”"


def test_plain_text_becomes_paragraphs_at_its_empty_lines() -> None:
    assert paragraphs("One\ntwo\n \n\nthree & <b>\n\n ") == "<p>One\ntwo</p><p>three &amp; &lt;b&gt;</p>"
    assert paragraphs(" \n\n ") == ""


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ('<a href="b?x=1&amp;y=2">', '<a href="https://p.example/a/b?x=1&amp;y=2">'),
        ("<img src='/i.png'>", '<img src="https://p.example/i.png">'),
        ('<video poster = "p.png">', '<video poster = "https://p.example/a/p.png">'),
        ('<a href="https://o.example/">', '<a href="https://o.example/">'),
        ('<a href="MAILTO:x">', '<a href="MAILTO:x">'),
        ('<a href="#note">', '<a href="#note">'),
        ('<a href="">', '<a href="">'),
        ('<a data-href="b">', '<a data-href="b">'),
    ],
)
def test_relative_links_are_made_whole(written: str, made: str) -> None:
    assert rebased(written, "https://p.example/a/") == made


def test_a_summary_is_what_a_reader_would_see() -> None:
    assert plain("<style>p {}</style><p>One</p><!-- no --><SCRIPT>no()</SCRIPT ><p>t<i>w</i>o &amp; more</p>") == (
        "One two & more"
    )
    assert plain("cut <a href='x") == "cut"
    assert plain("<script>never closed") == ""
    assert plain("word " * 200).endswith("…")
    assert len(plain("word " * 200)) <= SUMMARY


def test_a_summary_is_found_behind_much_that_is_not_seen() -> None:
    assert plain(f"<style>{'x' * 5000}</style>Seen") == "Seen"
    assert plain(f"<style>{'x' * 70_000}</style>Unseen") == ""
    assert plain(f"{'y' * 210} <style>{'x' * 5000}</style>more") == "y" * 210
