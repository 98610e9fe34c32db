"""Exports of other programs are told apart by what is in them, and read as stories with their marks."""

import io
import json
import tracemalloc
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import SavedStories, SavedStory
from tui.parse.feeds import exports
from tui.parse.feeds.exports import saved_stories

POCKET = """title,url,time_added,tags,status
Of rivers,https://a.example/rivers,1700000000,water|long read,unread
https://a.example/bare,https://a.example/bare,1700000001,,archive
"""
INSTAPAPER = """URL,Title,Selection,Folder,Timestamp,Tags
https://a.example/1,One,"A line,
and another",Unread,1700000000,"[""sea"",""ships""]"
https://a.example/2,Two,,Archive,1700000000,[]
https://a.example/3,Three,,Starred,1700000000,
https://a.example/4,Four,,Recipes,1700000000,
"""
READWISE = """Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
One,https://a.example/1,01h,"['sea', 'it\\'s']",2026-03-01 10:00:00+00:00,0.5,later,True
Two,https://a.example/2,01h,[],2026-03-02 10:00:00+00:00,1,archive,True
Three,https://a.example/3,01h,[],2026-03-02 10:00:00+00:00,0,feed,True
Four,https://a.example/4,01h,[],2026-03-02 10:00:00+00:00,0,feed,False
"""
WALLABAG = [
    {
        "url": "https://a.example/1",
        "title": "One &\u202e",
        "is_archived": 0,
        "is_starred": 1,
        "tags": ["sea", {"label": "ships"}],
        "created_at": "2026-03-01T10:00:00+0000",
        "content": "<p>Whole text.</p>",
        "annotations": [{"quote": "Said so", "text": "Who?"}, "rubbish", {"quote": 5}],
    },
    {"url": "https://a.example/2", "title": None, "is_archived": True, "tags": "no list", "content": 7},
    {"url": "javascript:alert(1)", "is_archived": 1},
    "rubbish",
]


def read(body: str | bytes) -> SavedStories:
    found = saved_stories(body.encode() if isinstance(body, str) else body)
    assert found is not None
    return found


def test_pockets() -> None:
    found = read(POCKET)
    one, two = found.stories
    assert found.program == "Pocket" and not found.refused
    assert one == SavedStory(
        "https://a.example/rivers",
        "Of rivers",
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC),
        later=True,
        tags=("water", "long read"),
    )
    assert (two.title, two.read, two.later) == ("", True, False)


def test_instapapers() -> None:
    one, two, three, four = read(INSTAPAPER).stories
    assert (one.later, one.note, one.tags) == (True, "A line,\nand another", ("sea", "ships"))
    assert two.read and three.starred and four.tags == ("Recipes",)


def test_readwises() -> None:
    one, two, three, four = read(READWISE).stories
    assert one.later and one.tags == ("sea", "it's") and one.saved == datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert two.read and three.read and not (three.later or three.tags) and not (four.read or four.later)


def test_wallabags() -> None:
    found = read(json.dumps(WALLABAG))
    one, two = found.stories
    assert found.program == "Wallabag" and found.refused == ("javascript:alert(1): not a web address",)
    assert (one.title, one.later, one.starred, one.tags) == ("One &", True, True, ("sea", "ships"))
    assert one.note == "“Said so”\n\nWho?" and one.content == "<p>Whole text.</p>"
    assert two == SavedStory("https://a.example/2", read=True)


def test_another_programs_columns_are_understood_by_their_names() -> None:
    one, two = read(
        "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
        '1,One,Mine,,https://a.example/1,Unsorted,"sea, ships",2026-03-01T10:00:00.000Z,,,true\n'
        "2,Two,,,https://a.example/2,Boats,,,,,false\n"
    ).stories
    assert (one.note, one.starred, one.tags) == ("Mine", True, ("sea", "ships"))
    assert (two.starred, two.tags) == (False, ("Boats",))


POCKET_LIST = """<!DOCTYPE html>
<html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul><li><a href="https://a.example/1" time_added="1698568488" tags="sea,long reads">Tides &amp; ships</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://a.example/2" time_added="1698568488" tags="">https://a.example/2</a></li></ul>
</body></html>
"""


def zipped(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return made.getvalue()


def test_lists_of_links_as_pocket_and_instapaper_wrote_them() -> None:
    found = read(POCKET_LIST)
    one, two = found.stories
    assert (found.program, one.title, one.later, one.read, one.tags) == (
        "Pocket",
        "Tides & ships",
        True,
        False,
        ("sea", "long reads"),
    )
    assert one.saved == datetime(2023, 10, 29, 8, 34, 48, tzinfo=UTC)
    assert (two.title, two.later, two.read) == ("", False, True)
    found = read(
        "<html><head><title>Instapaper: Export</title></head><body><h1>Unread</h1>"
        '<ol><li><a href="https://a.example/1">One</a></ol><h1>Boats</h1><ol><li><a href="https://a.example/2">Two</a></ol>'
    )
    assert [(each.title, each.later, each.tags) for each in found.stories] == [
        ("One", True, ()),
        ("Two", False, ("Boats",)),
    ]


def test_an_archive_is_its_files_as_one() -> None:
    more = "title,url,time_added,tags,status\nMore,https://a.example/more,1700000000,,archive\nX,ftp://a.example,1,,unread\n"
    found = read(zipped(part1_csv=POCKET, part2_csv=more, notes_txt="https://a.example/none"))
    assert found.program == "Pocket" and [each.url for each in found.stories][-1] == "https://a.example/more"
    assert found.refused == ("ftp://a.example: not a web address",)
    assert (
        saved_stories(zipped(a_txt="1"))
        is saved_stories(zipped(a_csv="1"))
        is saved_stories(b"PK\3\4 no archive")
        is None
    )
    inner = zipped(a_csv=POCKET)
    assert saved_stories(zipped(a_csv=inner.decode("latin-1"))) is None, "an archive in an archive is none"


def test_an_archive_of_zeros_does_not_fill_the_memory() -> None:
    body = zipped(a_csv="title,url,time_added,tags,status\n" + "\0" * 50_000_000)
    tracemalloc.start()
    try:
        saved_stories(body)
        assert tracemalloc.get_traced_memory()[1] < 2 * exports.LIMIT
    finally:
        tracemalloc.stop()


def test_readwises_highlights_are_said_to_have_no_addresses() -> None:
    found = read("Highlight,Book Title,Book Author,Note\nA line,A Book,Ann,\n")
    assert not found.stories and "have no addresses" in found.refused[0]


def test_what_wallabag_could_not_read_is_no_text() -> None:
    content = "wallabag can't retrieve contents for this article. Please <a href=''>troubleshoot this issue</a>."
    (one,) = read(json.dumps([{"url": "https://a.example/1", "is_archived": 0, "content": content}])).stories
    assert one.content == ""


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"https://a.example/feed\nhttps://b.example/feed\n",
        b'https://a.example/feed news,url,title "~The title, url"\n',
        b"<opml><body/></opml>",
        b"[1, 2]",
        b'{"url": "https://a.example"}',
        b"[" * 100_000,
        b'[{"url": "https://a.example/feed"}]',
        b"\x00\xff,\n",
        b"title,author\nA,B\n",
        b"<html><title>News</title><h1>Unread</h1><a href='https://a.example/1'>One</a>",
    ],
)
def test_all_else_is_none_of_them(body: bytes) -> None:
    assert saved_stories(body) is None


def test_an_address_stands_once_with_what_all_its_rows_say() -> None:
    (one,) = read(
        "url,title,selection,folder,timestamp\n"
        "https://a.example/1,One,First,Unread,1\nhttps://a.example/1#top,,Second,Starred,2\n"
        "https://a.example/1,,Second,Boats,\n"
    ).stories[:1]
    assert one.later and one.note.startswith("First")


def test_what_would_harm_is_text_or_nothing() -> None:
    rows = "".join(f"=cmd|'/c calc'!A{n},file:///etc/passwd,1,a\x1b[2Jb|{'x' * 9},unread\n" for n in range(50))
    found = read(
        f"title,url,time_added,tags,status\n{rows}\x1b]0;x\x07Bell\0,https://a.example/1,99999999999999999999,a\x1b[2Jb,unread\n"
    )
    (one,) = found.stories
    assert one.title == "Bell" or "\x1b" not in one.title
    assert one.saved is None and all("\x1b" not in tag for tag in one.tags)
    assert len(found.refused) == exports.REASONS + 1 and found.refused[-1] == "30 more without a web address"


def test_a_field_without_end_ends_the_reading() -> None:
    found = read(POCKET + 'Last,"' + "x" * (exports.FIELD + 1) + "\nNext,https://a.example/n,1,,unread\n")
    assert [story.title for story in found.stories] == ["Of rivers", ""]


def test_so_many_rows_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "STORIES", 10)
    rows = "".join(f"T,https://a.example/{n},1,,unread\n" for n in range(1000))
    assert len(read("title,url,time_added,tags,status\n" + rows).stories) == 10


def test_packed_zeros_do_not_fill_the_memory() -> None:
    import gzip

    tracemalloc.start()
    try:
        saved_stories(gzip.compress(b"title,url,time_added,tags,status\n" + b"\0" * 50_000_000))
        assert tracemalloc.get_traced_memory()[1] < exports.LIMIT
    finally:
        tracemalloc.stop()


@given(st.binary() | st.text().map(lambda tail: ("title,url,time_added,tags,status\n" + tail).encode()))
def test_whatever_it_is_it_is_read_or_is_none(body: bytes) -> None:
    found = saved_stories(body)
    assert found is None or all(story.url.startswith(("http://", "https://")) for story in found.stories)


def test_what_the_rows_of_an_address_say_is_put_together() -> None:
    rows = [
        {"url": "https://a.example/1", "is_archived": 1, "tags": ["sea"], "annotations": [{"text": "First"}]},
        {
            "url": "https://a.example/1#top",
            "title": "One",
            "is_archived": 0,
            "is_starred": "1",
            "tags": ["ships", "sea"],
            "created_at": "2026-03-01T10:00:00+0000",
            "annotations": [{"text": "First"}],
            "content": "<p>Whole.</p>",
        },
        {"url": "https://a.example/1", "title": "Other", "is_archived": 1, "annotations": [{"quote": "Second"}]},
    ]
    rows[1]["url"] = rows[0]["url"]
    (one,) = read(json.dumps(rows)).stories
    assert one == SavedStory(
        "https://a.example/1",
        "One",
        datetime(2026, 3, 1, 10, tzinfo=UTC),
        read=True,
        starred=True,
        later=True,
        tags=("sea", "ships"),
        note="First\n\n“Second”",
        content="<p>Whole.</p>",
    )


@pytest.mark.parametrize(("refused", "said"), [(20, 20), (21, 21), (22, 21)])
def test_of_what_is_left_out_twenty_lines_are_told_and_how_many_more(refused: int, said: int) -> None:
    rows = "".join(f"T,ftp://a.example/{number},1,,unread\n" for number in range(refused))
    found = read("title,url,time_added,tags,status\n" + rows)
    assert len(found.refused) == said
    assert (found.refused[-1] == f"{refused - 20} more without a web address") is (refused > 20)


def test_a_table_that_is_too_large_is_refused_and_a_list_of_links_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "LIMIT", 100)
    assert read(POCKET).refused[0].startswith("The file cannot be read: ")
    assert saved_stories(POCKET_LIST.encode()) is None


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("sea|long reads, short", ("sea", "long reads, short")),
        ("sea, ships,,sea", ("sea", "ships")),
        ("\"['sea', 'it''s']\"", ("sea", "it", "s")),
        ("", ()),
    ],
)
def test_tags_are_parted_by_bars_or_else_by_commas(tags: str, found: tuple[str, ...]) -> None:
    written = tags if tags.startswith('"') or "," not in tags else f'"{tags}"'
    (one,) = read(f"title,url,time_added,tags,status\nT,https://a.example/1,1,{written},unread\n").stories
    assert one.tags == found


def test_rows_may_be_shorter_than_the_header_and_without_an_address() -> None:
    found = read("title,url,time_added,tags,status\nT,https://a.example/1\nNo address\n,,1,,unread\n\n")
    assert [(story.url, story.saved, story.later) for story in found.stories] == [("https://a.example/1", None, False)]
    assert not found.refused


def test_headings_of_a_list_hold_for_the_links_below_them_up_to_the_next() -> None:
    found = read(
        "<title>Instapaper: Export</title><a href='https://a.example/0'>Zero</a><h1>Starred</h1><p>Words</p>"
        "<a href='https://a.example/1'>One &amp; more</a> words <a name=top>no link</a><h1>Archive</h1>"
        "<a href='https://a.example/2'>Two</a>"
    )
    assert [(one.title, one.starred, one.read) for one in found.stories] == [
        ("Zero", False, False),
        ("One & more", True, False),
        ("Two", False, True),
    ]
