"""What stands on a page from other sites."""

import pytest

from tui.blocks import Embed
from tui.parse.page.embeds import card, embed, is_card, is_post, post
from tui.parse.page.tree import tree

BASE = "https://news.example/story"


def of(markup: str, tag: str) -> Embed | None:
    node = tree(markup).css_first(tag)
    assert node is not None
    return embed(node, tag, node.attributes, BASE)


@pytest.mark.parametrize(
    ("markup", "tag", "found"),
    [
        (
            "<iframe src='https://www.youtube-nocookie.com/embed/AbCdEfG1234' title='The vote'></iframe>",
            "iframe",
            Embed("video", "https://www.youtube.com/watch?v=AbCdEfG1234", "The vote"),
        ),
        ("<lite-youtube videoid='AbCdEfG1234'></lite-youtube>", "lite-youtube", Embed("video", "https://www.youtube.com/watch?v=AbCdEfG1234")),
        ("<video><source src='/v.mp4'></video>", "video", Embed("video", "https://news.example/v.mp4")),
        ("<audio src='/a.mp3'></audio>", "audio", Embed("audio", "https://news.example/a.mp3")),
        ("<iframe src='https://w.soundcloud.com/player/?url=x'></iframe>", "iframe", Embed("audio", "https://w.soundcloud.com/player/?url=x")),
        ("<iframe src='https://ads.example/box'></iframe>", "iframe", None),
    ],
)  # fmt: skip
def test_frames(markup: str, tag: str, found: Embed | None) -> None:
    assert of(markup, tag) == found


def test_a_post_that_only_its_script_would_show_has_no_words() -> None:
    node = tree("<blockquote cite='https://www.instagram.com/p/1/'>View this post on Instagram</blockquote>").css_first(
        "blockquote"
    )
    assert node is not None
    assert post(node, BASE) == Embed("post", "https://www.instagram.com/p/1/")


def test_a_quoted_post() -> None:
    node = tree(
        "<blockquote class='twitter-tweet'><p>The lamp is lit.</p>— Quay (@quay) "
        "<a href='https://twitter.com/quay/status/12'>May 3, 2024</a></blockquote>"
    ).css_first("blockquote")
    assert node is not None
    assert is_post("twitter-tweet", {})
    assert post(node, BASE) == Embed(
        "post", "https://twitter.com/quay/status/12", author="Quay (@quay)", text="The lamp is lit.", published="May 3, 2024"
    )  # fmt: skip


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='tweet'>no link, but @quay</div>",
        "<div class='tweet'><a href='https://x.com/quay/status/1'>no handle</a></div>",
        "<div class='tweet'><a href='https://x.com/quay/status/1'>@quay</a>" + "long " * 900 + "</div>",
    ],
)
def test_what_is_no_card(markup: str) -> None:
    node = tree(markup).css_first("div")
    assert node is not None
    assert is_card("tweet")
    assert card(node, BASE) is None
