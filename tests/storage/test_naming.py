"""What a person means by a name."""

import pytest

from tests.storage.paper import entries, follow, offer
from tui.errors import AskError
from tui.library import opening
from tui.model import StoryFilter
from tui.storage import folders, guide, naming, searches, sections, tags
from tui.storage.file import File
from tui.values import replace


@pytest.fixture
def file(store: File) -> File:
    follow(store, ("World", entries(1)), ("Sport", ()))
    sections.follow(store, offer(("World", ()), site="https://b.example", name="The Gazette"))
    return store


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("2", [2]),
        ("sport", [2]),
        (" The Paper › World ", [1]),
        ("the gazette", [3]),
        ("The Paper", [1, 2]),
        ("https://b.example/world/feed", [3]),
        ("HTTP://www.b.example/world/feed/", [3]),
    ],
)
def test_sections_are_found_by_id_name_site_and_address(file: File, name: str, ids: list[int]) -> None:
    assert [section.id for section in naming.find_sections(file, name)] == ids


def test_a_name_of_several_or_of_none_is_said_to_be(file: File) -> None:
    with pytest.raises(
        AskError, match=r"several sections are called World: The Paper › World \(1\); The Gazette › World \(3\)"
    ):
        naming.find_sections(file, "World")
    with pytest.raises(AskError, match="nothing you follow is called Arts"):
        naming.find_sections(file, "Arts")


def test_what_is_archived_has_no_name(file: File) -> None:
    sections.unfollow(file, [3])
    assert [section.id for section in naming.find_sections(file, "World")] == [1]


def test_lists_are_found_by_name(file: File) -> None:
    saved = searches.save(file, "Ferries", "ferry")
    assert naming.find_list(file, None, unread=True) == StoryFilter(unread=True)
    assert naming.find_list(file, "ferries", starred=True) == replace(saved.filter, starred=True)
    assert naming.find_list(file, "guide") == StoryFilter(guide=True)
    assert naming.find_list(file, "sport") == StoryFilter(section_id=2)
    assert naming.find_list(file, "The Paper") == StoryFilter(site_id=1)


def test_a_folder_is_all_that_stands_in_it_and_below(file: File) -> None:
    folders.put(file, [1], folders.new(file, "Abroad", folders.new(file, "News")))
    folders.put(file, [3], folders.new(file, "News"))
    assert [section.id for section in naming.find_sections(file, "news")] == [1, 3]
    assert [section.id for section in naming.find_sections(file, "News / abroad")] == [1]
    abroad = folders.find(file, "abroad")
    assert abroad is not None
    assert naming.find_list(file, "ABROAD", unread=True) == StoryFilter(folder_id=abroad.id, unread=True)


def test_what_is_done_to_one_alone_is_done_to_nothing_that_several_are_called(file: File) -> None:
    folders.put(file, [3], folders.new(file, "Sport"))
    assert [section.id for section in naming.find_sections(file, "Sport")] == [3]
    with pytest.raises(AskError, match=r"several things are called Sport: a folder; The Paper › Sport \(2\)"):
        naming.find_sections(file, "Sport", alone=True)
    sections.follow(file, offer(("Arts", ()), site="https://c.example", name="The Gazette"))
    assert [section.id for section in naming.find_sections(file, "The Gazette")] == [3, 4]
    with pytest.raises(AskError, match=r"the site https://b\.example/; the site https://c.example/"):
        naming.find_sections(file, "the gazette", alone=True)
    assert [section.id for section in naming.find_sections(file, "arts", alone=True)] == [4]


def test_tags_lists_above_all_sections_and_parts_of_the_guide_have_names(store: File) -> None:
    follow(store, ("World", entries(1)))
    tags.tag(store, [1], "ports")
    (tag,) = tags.every(store)
    assert naming.find_list(store, "#Ports") == StoryFilter(tag_id=tag.id)
    assert naming.find_list(store, "unread") == StoryFilter(unread=True)
    assert naming.find_list(store, " Starred ", unread=True) == StoryFilter(starred=True, unread=True)
    with pytest.raises(AskError):
        naming.find_list(store, "#none")
    opening.take_guide(store)
    part = guide.site(store).sections[0]
    assert naming.find_list(store, part.name.upper()) == StoryFilter(section_id=part.id)


def test_a_folder_is_meant_where_nothing_else_is_called_so(file: File) -> None:
    news = folders.new(file, "News")
    folders.new(file, "Sport")
    folders.new(file, "The Gazette")
    found = naming.find_folder(file, " news ")
    assert found is not None and found.id == news
    assert [naming.find_folder(file, name) for name in ("SPORT", "the gazette", "nothing")] == [None] * 3


def test_each_part_of_the_guide_has_its_name(store: File) -> None:
    opening.take_guide(store)
    parts = guide.site(store).sections
    assert len(parts) > 1
    assert [naming.find_list(store, part.name).section_id for part in parts] == [part.id for part in parts]


def test_the_lists_that_stand_above_all_sections_are_called_so(store: File) -> None:
    for name, wanted in (
        ("all", StoryFilter()),
        ("Today", StoryFilter(today=True)),
        ("starred", StoryFilter(starred=True)),
        ("LATER", StoryFilter(later=True)),
        ("downloaded", StoryFilter(kept=True)),
    ):
        assert naming.find_list(store, name) == wanted
    follow(store, ("Today", ()))
    assert naming.find_list(store, "today") == StoryFilter(section_id=1)


def test_the_end_of_a_path_and_the_whole_of_it_are_names_of_a_folder(file: File) -> None:
    folders.put(file, [1], folders.at(file, ("News", "Far", "Away")))
    for name in ("News", "far", "Away", "news / far", "Far / Away", "News / Far / Away"):
        assert [section.id for section in naming.find_sections(file, name)] == [1], name
    for name in ("News / Away", "Away / Far"):
        with pytest.raises(AskError):
            naming.find_sections(file, name)
