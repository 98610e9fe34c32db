"""Subscription files are followed as they are meant: each feed once, under its own name, in all of its folders."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.jobs import Gathered
from tui.library.subscriptions import export, import_subscriptions
from tui.storage import folders, refreshes, sections
from tui.storage.file import File

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ONE, TWO = "https://one.example/feed", "https://two.example/feed"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    with File(tmp_path / "library.db", clock=lambda: NOW) as opened:
        yield opened


def opml(outlines: str) -> bytes:
    return f'<opml version="2.0"><body>{outlines}</body></opml>'.encode()


def feed(url: str, name: str = "", more: str = "") -> str:
    text = f' text="{name}"' if name else ""
    return f'<outline type="rss"{text} xmlUrl="{url}"{more}/>'


def folder(name: str, *inside: str) -> str:
    return f'<outline text="{name}">{"".join(inside)}</outline>'


def refreshed(file: File, title: str) -> list[tuple[str, str]]:
    """(site, section) for all, after each was read once under a title of its own."""
    for section in sections.sections(file):
        refreshes.keep(file, Gathered(section.id, title=f"{title} {section.url[8:11]}"))
    return [(section.site, section.name) for section in sections.sections(file)]


def test_a_feed_in_several_folders_is_followed_once_and_keeps_them(file: File) -> None:
    written = opml(
        feed(ONE, "One") + folder("Music", feed(ONE, "One"), feed(TWO, "Two")) + folder("Friends", feed(TWO, "Two"))
    )
    taken, refused = import_subscriptions(file, written)
    assert (len(taken), refused) == (2, ())
    again, _ = import_subscriptions(file, written)
    assert {section.id for section in again} == {section.id for section in taken}
    out = export(file)
    assert "Friends" in out
    assert out.index("Music") < out.index(ONE)


@pytest.mark.parametrize(
    ("outlines", "names"),
    [
        pytest.param(
            feed(ONE) + feed(TWO, "two.example"), ["Title one", "Title two"], id="the host, for want of a name"
        ),
        pytest.param(
            feed(ONE, ONE) + feed(TWO, "Mine"), ["Title one", "Mine"], id="the address; a person's own name stays"
        ),
        pytest.param(folder("Music", feed(ONE, "Music"), feed(TWO, "Two")), ["Title one", "Two"], id="the folder's"),
    ],
)
def test_a_name_for_want_of_a_better_gives_way_to_the_feeds_title(file: File, outlines: str, names: list[str]) -> None:
    import_subscriptions(file, opml(outlines))
    assert [name for _, name in refreshed(file, "Title")] == names
    assert [name for _, name in refreshed(file, "Another")] == names


def test_a_tag_never_renames_a_feed(file: File) -> None:
    import_subscriptions(file, b'https://one.example/feed "Music"\nhttps://one.example/other "Music" "~Mine"\n', "urls")
    assert [name for _, name in refreshed(file, "Title")] == ["Title one", "Mine"]


def test_two_who_read_one_address_have_two_sections_and_no_password_is_given_out(file: File) -> None:
    written = opml(
        feed("https://ann:s3cret@one.example/feed", "Ann") + feed("https://bob:s3cret@one.example/feed", "Bob")
    )
    taken, _ = import_subscriptions(file, written)
    assert len(taken) == 2
    assert {job.url for job in refreshes.jobs(file)} == {"https://ann@one.example/feed", "https://bob@one.example/feed"}
    assert "s3cret" not in export(file)
    assert b"s3cret" not in file.path.read_bytes()


def test_sections_are_told_apart_by_every_parameter(file: File) -> None:
    urls = [f"https://one.example/rss?feedName={name}&utm_source=a" for name in ("world", "sport")]
    taken, _ = import_subscriptions(file, opml("".join(feed(url.replace("&", "&amp;")) for url in urls)))
    assert sorted(section.url for section in taken) == sorted(urls)


@pytest.mark.parametrize("turned", [False, True])
def test_what_one_line_of_a_feed_does_not_say_another_does(file: File, turned: bool) -> None:
    lines = [
        feed(ONE, more=' htmlUrl="https://one.example/page"'),
        folder("Music", feed(ONE, "One", ' category="slow"')),
    ]
    import_subscriptions(file, opml("".join(lines[::-1] if turned else lines)))
    (section,) = sections.sections(file)
    assert section.name == "One"
    assert [path for path in export(file).splitlines() if "htmlUrl" in path and "https://one.example/page" in path]
    assert {folder.name for folder in folders.tree(file)} == {"Music", "slow"}


def test_a_folder_of_one_site_is_that_site_and_one_of_a_single_feed_is_a_folder(file: File) -> None:
    same = [feed(f"https://one.example/{name}", title) for name, title in (("world", ""), ("sport", "Sport"))]
    import_subscriptions(file, opml(folder("The Paper", *same) + folder("Alone", feed(TWO, "Two"))))
    assert [(one.site, one.name) for one in sections.sections(file)] == [
        ("The Paper", "The Paper"),
        ("The Paper", "Sport"),
        ("Two", "Two"),
    ]
    assert [one.name for one in folders.tree(file)] == ["Alone"]


@pytest.mark.parametrize(
    "url",
    ["https://www.youtube.com/feeds/videos.xml?channel_id=", "https://www.reddit.com/r/", "https://medium.com/feed/@"],
)
def test_a_folder_of_what_many_people_publish_on_one_platform_is_no_site(file: File, url: str) -> None:
    import_subscriptions(file, opml(folder("Watch", *(feed(f"{url}{name}", name.title()) for name in ("ann", "bob")))))
    assert [(one.site, one.name) for one in sections.sections(file)] == [("Ann", "Ann"), ("Bob", "Bob")]
    assert imported_again(file) == tree(file) == [(("Watch",), ["Ann", "Bob"]), ((), [])]


def test_a_folder_with_folders_in_it_is_no_site_though_all_of_it_is_of_one(file: File) -> None:
    urls = [f"https://one.example/feed/{number}" for number in range(4)]
    written = opml(folder("Paper", *map(feed, urls[:2], "AB"), folder("Sport", *map(feed, urls[2:], "CD"))))
    import_subscriptions(file, written)
    assert [(one.path, len(one.section_ids)) for one in folders.tree(file)] == [(("Paper",), 4)]
    assert [one.site for one in sections.sections(file)] == ["A", "B", "Sport", "Sport"]


def tree(file: File) -> list[tuple[tuple[str, ...], list[str]]]:
    """The folders as the pane has them, each with the sections in it, and last what stands in none."""
    names = {section.id: section.full_name for section in sections.sections(file)}
    found = [(each.path, [names[section_id] for section_id in each.section_ids]) for each in folders.tree(file)]
    foldered = {name for _, inside in found for name in inside}
    return [*found, ((), [name for name in names.values() if name not in foldered])]


def imported_again(file: File) -> list[tuple[tuple[str, ...], list[str]]]:
    with File(file.path.with_name("again.db"), clock=lambda: NOW) as other:
        import_subscriptions(other, export(file).encode())
        assert export(other) == export(file)
        return tree(other)


def test_what_is_exported_and_imported_again_is_the_same_tree(file: File) -> None:
    a, b, c, d = (feed(f"https://{name}.example/feed", name.upper()) for name in "abcd")
    paper = folder("Paper", *(feed(f"https://paper.example/{name}", name.title()) for name in ("world", "sport")))
    written = folder("News", c, folder("Abroad", a, b, paper)) + folder("Slow", b, a, folder("Abroad", c, a)) + d
    import_subscriptions(file, opml(written))
    whole = [
        (("News",), ["C"]),
        (("News", "Abroad"), ["A", "B", "Paper › World", "Paper › Sport"]),
        (("Slow",), ["B", "A"]),
        (("Slow", "Abroad"), ["C", "A"]),
        ((), ["D"]),
    ]
    assert tree(file) == whole
    assert imported_again(file) == whole
    assert export(file).count('text="News"') == export(file).count('text="Slow"') == 1, "a folder is written once"


def test_an_order_of_ones_own_goes_along(file: File) -> None:
    names = [feed(f"https://{name}.example/feed", name.upper()) for name in "abc"]
    import_subscriptions(file, opml(folder("News", *names) + folder("Slow", names[1])))
    news, slow = folders.tree(file)
    folders.order(file, news.id, news.section_ids[::-1])
    folders.move(file, slow.id, 0, 0)
    assert imported_again(file) == tree(file) == [(("Slow",), ["B"]), (("News",), ["C", "B", "A"]), ((), [])]


def test_one_section_of_a_site_in_a_folder_keeps_its_whole_name(file: File) -> None:
    paper = folder("Paper", *(feed(f"https://paper.example/{name}", name.title()) for name in ("world", "sport")))
    import_subscriptions(file, opml(paper))
    world = sections.sections(file)[0]
    folders.put(file, [world.id], folders.new(file, "News"))
    assert imported_again(file) == tree(file) == [(("News",), ["Paper › World"]), ((), ["Paper › Sport"])]


def test_what_a_person_imports_may_stand_at_home(file: File) -> None:
    import_subscriptions(file, opml(feed("http://nas.local/feed", "Nas")))
    with file.reading() as db:
        assert sections.trusted_host(db, "http://nas.local/another")
        assert not sections.trusted_host(db, "http://router.local/")


def test_empty_folders_go_along_and_what_is_a_folder_here_is_no_site_there(file: File) -> None:
    import_subscriptions(file, opml(feed("https://one.example/world", "World") + feed("https://one.example/uk", "UK")))
    for path in (("Empty", "Inner"), ("News",), ("Last",)):
        folders.at(file, path)
    news = next(each for each in folders.tree(file) if each.name == "News")
    folders.put(file, [section.id for section in sections.sections(file)], news.id)
    whole = [(("Empty",), []), (("Empty", "Inner"), []), (("News",), ["World", "UK"]), (("Last",), []), ((), [])]
    assert imported_again(file) == tree(file) == whole


def test_what_has_no_title_is_named_after_the_host_of_its_page_or_else_of_its_feed(file: File) -> None:
    page = ' htmlUrl="https://paper.example/world"'
    import_subscriptions(file, opml(feed("https://feeds.example/1", "", page) + feed("https://other.example/2", "")))
    assert [section.site for section in sections.sections(file)] == ["paper.example", "other.example"]


def test_what_is_hidden_goes_along_hidden(file: File) -> None:
    import_subscriptions(file, opml(feed(ONE, "One") + feed(TWO, "Two")))
    sections.hide(file, [sections.sections(file)[1].id])
    with File(file.path.with_name("again.db"), clock=lambda: NOW) as other:
        import_subscriptions(other, export(file).encode())
        assert [(each.name, each.hidden) for each in sections.sections(other)] == [("One", False), ("Two", True)]


def test_the_only_section_of_a_site_goes_along_under_its_own_name(file: File) -> None:
    import_subscriptions(file, opml(feed(ONE, "One")))
    (section,) = sections.sections(file)
    with file.writing() as db:  # as where a site's other sections were never followed
        db.execute("UPDATE sites SET name = 'The Paper' WHERE id = ?", (section.site_id,))
    assert 'text="One"' in export(file)
    with file.writing() as db:
        db.execute("UPDATE sections SET name = ''")
    assert 'text="The Paper"' in export(file)


def test_an_address_that_is_too_long_to_be_followed_is_said(file: File) -> None:
    long = f"https://a.example/{'feed' * 4_000}"
    taken, refused = import_subscriptions(file, f"https://b.example/feed\n{long}\n".encode())
    assert [section.url for section in taken] == ["https://b.example/feed"]
    (said,) = refused
    assert said.startswith("https://a.example/feed") and said.endswith("too long for an address")
