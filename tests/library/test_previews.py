"""A story is shown at once as its list knows it, and never without something to read."""

from tests.web import NOON
from tui.blocks import Paragraph, Span
from tui.library.previews import headed, preview
from tui.model import Article, Story
from tui.values import replace

STORY = Story(
    7,
    "Bridge closed",
    "https://a.example/1",
    "The Gazette",
    summary="The council said so.",
    section="World",
    authors=("Ada",),
    published=NOON,
)


def test_what_the_list_knows() -> None:
    shown = preview(STORY)
    assert (shown.url, shown.headline, shown.byline, shown.published) == (STORY.url, "Bridge closed", ("Ada",), NOON)
    assert (shown.site_name, shown.kicker, shown.story_id, shown.source) == ("The Gazette", "World", 7, "feed")
    assert shown.blocks == (Paragraph((Span("The council said so."),)),)
    assert shown.reading_minutes == 0


def test_a_section_that_is_called_like_its_site_is_not_named_twice() -> None:
    assert preview(replace(STORY, section="The Gazette")).kicker == ""


def test_a_story_without_a_title_is_headed_as_in_its_list_by_its_first_words_or_else_its_address() -> None:
    untitled = replace(STORY, title="", summary="word " * 40)
    assert preview(untitled).headline == untitled.heading
    assert preview(untitled).headline.startswith("word word")
    bare = preview(replace(STORY, title="", summary=""))
    assert (bare.headline, bare.blocks) == (STORY.url, ())


def test_the_feeds_own_text_stands_under_what_the_list_knows() -> None:
    text = (Paragraph((Span("All of it."),)),)
    own = Article("elsewhere", "Another headline", text, byline=("Bo",), language="de", reading_minutes=4)
    shown = headed(own, STORY)
    assert (shown.headline, shown.url, shown.blocks) == ("Bridge closed", STORY.url, text)
    assert (shown.byline, shown.language, shown.reading_minutes) == (("Bo",), "de", 4)


def test_what_the_text_does_not_say_the_list_does() -> None:
    shown = headed(Article("elsewhere", "", ()), STORY)
    assert shown.blocks == preview(STORY).blocks
    assert shown.byline == ("Ada",)
    assert headed(Article("elsewhere", "", ()), replace(STORY, title="")).headline == "The council said so."
