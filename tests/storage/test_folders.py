"""Folders: a tree in which a section may stand in several places, with kept counts, and every change taken back."""

from collections.abc import Callable

import pytest

from tests.storage.paper import entries, forget_acts, is_durable, offer, titles
from tui.errors import AskError
from tui.model import StoryFilter
from tui.storage import actions, folders, marks, sections, stories
from tui.storage.file import File


@pytest.fixture
def file(store: File) -> File:
    sections.follow(store, offer(("World", entries(1, 2)), ("Sport", entries(2, 3))), folder=("News", "Abroad"))
    return store


def shape(file: File) -> list[tuple[tuple[str, ...], tuple[int, ...]]]:
    return [(folder.path, folder.section_ids) for folder in folders.tree(file)]


def folder(file: File, name: str) -> int:
    found = folders.find(file, name)
    assert found is not None
    return found.id


def test_following_into_a_path_makes_it(file: File) -> None:
    assert shape(file) == [(("News",), ()), (("News", "Abroad"), (1, 2))]
    assert [section.folders for section in sections.sections(file)] == [(("News", "Abroad"),)] * 2
    (action,) = actions.history(file)
    assert (action.verb, action.what) == ("follow", "The Paper")


def test_a_folder_counts_a_story_once(file: File) -> None:
    marks.mark(file, stories.ids_of(file, ["https://a.example/1"]), read=True)
    news, abroad = folders.tree(file)
    assert (news.stories, news.unread) == (abroad.stories, abroad.unread) == (3, 2)


def test_a_section_in_two_folders_of_one_counts_once(file: File) -> None:
    folders.put(file, [1], folder(file, "News"))
    assert shape(file)[0] == (("News",), (1,))
    assert folders.tree(file)[0].stories == 3
    assert sections.sections(file)[0].folders == (("News",), ("News", "Abroad"))


def test_the_stories_of_a_folder_are_those_of_all_its_sections(file: File) -> None:
    for name in ("News", "Abroad"):
        found = stories.window(file, StoryFilter(folder_id=folder(file, name)))
        assert titles(found) == ["Story 1", "Story 2", "Story 3"]
    assert len(stories.window(file, StoryFilter(words='folder:"abroad"'))) == 3
    assert stories.window(file, StoryFilter(folder_id=99)) == ()
    assert marks.mark_all_read(file, StoryFilter(folder_id=folder(file, "News")), what="News") == 3


def test_names_lead_to_folders(file: File) -> None:
    folders.new(file, "abroad", folders.new(file, "Letters"))
    assert folders.find(file, "news / ABROAD") is not None
    assert folders.find(file, "nowhere") is None
    with pytest.raises(AskError, match="several folders are called abroad: News / Abroad; Letters / abroad"):
        folders.find(file, "abroad")
    assert folders.new(file, "NEWS") == folder(file, "News")


CHANGES: dict[str, Callable[[File], object]] = {
    "new": lambda file: folders.new(file, "Letters"),
    "rename": lambda file: folders.rename(file, folder(file, "Abroad"), "Foreign"),
    "move": lambda file: folders.move(file, folder(file, "Abroad")),
    "to the front": lambda file: folders.move(file, folders.new(file, "First"), 0, 0),
    "remove": lambda file: folders.remove(file, folder(file, "Abroad")),
    "remove the outer one": lambda file: folders.remove(file, folder(file, "News")),
    "put": lambda file: folders.put(file, [2], folder(file, "News")),
    "take out": lambda file: folders.take_out(file, [1], folder(file, "Abroad")),
    "order": lambda file: folders.order(file, folder(file, "Abroad"), [2]),
    "stand in": lambda file: folders.stand_in(file, [1], [("Slow",)]),
    "at": lambda file: folders.at(file, ("Sea", "Deep")),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_taken_back_and_done_again(file: File, name: str) -> None:
    before = shape(file)
    forget_acts(file)
    CHANGES[name](file)
    after = shape(file)
    assert after != before
    done = len(actions.history(file))
    for _ in range(done):
        assert actions.undo(file)
    assert shape(file) == before
    for _ in range(done):
        assert actions.redo(file)
    assert shape(file) == after


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_survives_a_power_cut(file: File, name: str) -> None:
    assert is_durable(file, lambda: CHANGES[name](file))


def test_removing_a_folder_removes_nothing_in_it(file: File) -> None:
    folders.remove(file, folder(file, "News"))
    assert shape(file) == [(("Abroad",), (1, 2))]
    folders.remove(file, folder(file, "Abroad"))
    assert shape(file) == []
    assert len(sections.sections(file)) == 2


def test_what_cannot_be_is_refused(file: File) -> None:
    news, abroad = folder(file, "News"), folder(file, "Abroad")
    other = folders.new(file, "Letters")
    wrongs: list[Callable[[], object]] = [
        lambda: folders.move(file, news, abroad),
        lambda: folders.move(file, news, news),
        lambda: folders.rename(file, other, "news"),
        lambda: folders.rename(file, 99, "x"),
        lambda: folders.rename(file, news, " \n "),
    ]
    for wrong in wrongs:
        with pytest.raises(AskError):
            wrong()


def test_a_folder_of_an_archived_section_is_there_again_with_it(file: File) -> None:
    sections.unfollow(file, [1])
    assert shape(file)[1] == (("News", "Abroad"), (2,))
    actions.undo(file)
    assert shape(file)[1] == (("News", "Abroad"), (1, 2))


def test_where_sections_stand_is_one_act(file: File) -> None:
    before = shape(file)
    folders.stand_in(file, [1], [("Slow",), ("News", "Daily")], "World")
    assert shape(file) == [
        (("News",), ()),
        (("News", "Abroad"), (2,)),
        (("News", "Daily"), (1,)),
        (("Slow",), (1,)),
    ]
    assert (actions.history(file)[0].verb, actions.history(file)[0].what) == ("move", "World")
    actions.undo(file)
    assert shape(file) == before


def test_paths_are_read_as_a_person_writes_them(file: File) -> None:
    folders.at(file, ("Food, Drink", "Wine"))
    known = folders.tree(file)
    assert folders.path_of(" News /  World/") == ("News", "World")
    assert folders.path_of("news", known) == ("News",)
    assert folders.path_of("", known) == ()
    assert folders.several("food, drink / wine, Sea,, Sea", known) == (("Food, Drink", "Wine"), ("Sea",))
    assert folders.several(" , ", known) == ()


def test_what_is_put_into_a_folder_may_name_it_alone_where_one_is_called_so(file: File) -> None:
    known = folders.tree(file)
    assert folders.meant("abroad", known) == ("News", "Abroad")
    assert folders.several("Abroad, Sea, Abroad / Far", known) == (("News", "Abroad"), ("Sea",), ("Abroad", "Far"))
    folders.new(file, "Abroad", folders.new(file, "Letters"))
    with pytest.raises(AskError, match="several folders are called Abroad: News / Abroad; Letters / Abroad"):
        folders.several("Sea, Abroad", folders.tree(file))
    folders.new(file, "Abroad")
    assert folders.meant("abroad", folders.tree(file)) == ("Abroad",)


def test_a_folder_goes_into_a_path_as_one_act(file: File) -> None:
    folders.move_to(file, folder(file, "Abroad"), ("Far", "Away"))
    assert [path for path, _ in shape(file)] == [("News",), ("Far",), ("Far", "Away"), ("Far", "Away", "Abroad")]
    actions.undo(file)
    assert [path for path, _ in shape(file)] == [("News",), ("News", "Abroad")]


def test_a_path_without_end_ends_at_the_deepest_folder(file: File) -> None:
    folders.at(file, [f"Level {number}" for number in range(1, folders.DEEPEST + 4)])
    assert max(len(path) for path, _ in shape(file)) == folders.DEEPEST
    assert folders.find(file, f"Level {folders.DEEPEST + 1}") is None


def test_a_slash_may_stand_in_a_name(file: File) -> None:
    plain = folders.new(file, "TCP/IP")
    folders.at(file, ("TCP/IP", "Old"))
    known = folders.tree(file)
    for said in ("TCP/IP", "tcp / ip"):
        assert folders.path_of(said, known) == ("TCP/IP",)
        assert [one.id for one in (folders.find(file, said),) if one] == [plain]
    assert folders.path_of("TCP/IP / New / Newer", known) == ("TCP/IP", "New", "Newer")
    assert folders.several("TCP/IP / Old, Sea", known) == (("TCP/IP", "Old"), ("Sea",))
    assert [one.path for one in (folders.find(file, "old"),) if one] == [("TCP/IP", "Old")]
    with pytest.raises(AskError, match="already a folder called TCP/IP"):
        folders.make(file, "TCP/IP")
    folders.at(file, ("TCP", "IP"))  # both are there: each is found as it is shown
    assert [folders.find(file, said).path for said in ("TCP/IP", "TCP / IP")] == [("TCP/IP",), ("TCP", "IP")]  # type: ignore[union-attr]
    known = folders.tree(file)
    assert [folders.path_of(said, known) for said in ("TCP/IP", "TCP / IP")] == [("TCP/IP",), ("TCP", "IP")]


def test_a_folder_is_put_at_a_place_among_others_or_behind_them(file: File) -> None:
    folders.new(file, "Letters"), folders.new(file, "Sport")
    assert [one.path for one in folders.tree(file) if not one.parent_id] == [("News",), ("Letters",), ("Sport",)]
    folders.move(file, folder(file, "Sport"), 0, 0)
    assert [one.name for one in folders.tree(file) if not one.parent_id] == ["Sport", "News", "Letters"]
    folders.move(file, folder(file, "Sport"), 0, 1)
    assert [one.name for one in folders.tree(file) if not one.parent_id] == ["News", "Sport", "Letters"]
    folders.move(file, folder(file, "News"))
    assert [one.name for one in folders.tree(file) if not one.parent_id] == ["Sport", "Letters", "News"]
    folders.new(file, "Abend")
    assert [one.name for one in folders.tree(file) if not one.parent_id] == ["Sport", "Letters", "News", "Abend"]


def test_a_folder_may_change_the_case_of_its_name_and_not_take_its_neighbours(file: File) -> None:
    folders.rename(file, folder(file, "News"), "NEWS")
    assert folders.tree(file)[0].name == "NEWS"
    inner = folders.new(file, "Letters", folder(file, "NEWS"))
    with pytest.raises(AskError, match="already a folder called abroad"):
        folders.rename(file, inner, "abroad")
    outer = folders.new(file, "Abroad")
    with pytest.raises(AskError, match="already a folder called Abroad"):
        folders.move(file, outer, folder(file, "NEWS"))


def test_folders_stand_so_deep_and_no_deeper(file: File) -> None:
    deepest = folders.at(file, [f"Level {number}" for number in range(1, folders.DEEPEST + 1)])
    last = next(one.parent_id for one in folders.tree(file) if one.id == deepest)
    other = folders.new(file, "Other")
    with pytest.raises(AskError, match=f"stand {folders.DEEPEST} deep"):
        folders.move(file, other, deepest)
    folders.move(file, other, last)
    assert max(len(path) for path, _ in shape(file)) == folders.DEEPEST


def test_a_folder_that_moves_out_beside_another_of_its_name_keeps_it(file: File) -> None:
    folders.new(file, "abroad")
    folders.remove(file, folder(file, "News"))
    assert sorted(one.name for one in folders.tree(file)) == ["Abroad", "abroad"]
    assert {one.parent_id for one in folders.tree(file)} == {0}
    folders.remove(file, next(one.id for one in folders.tree(file) if one.name == "abroad"))
    assert [one.path for one in folders.tree(file)] == [("Abroad",)]


def test_sections_stand_in_a_folder_in_the_order_they_were_put_in_or_given(file: File) -> None:
    added = sections.follow(file, offer(("Arts", ()), ("Books", ()), site="https://b.example", name="Post")).added
    abroad = folder(file, "Abroad")
    folders.put(file, [section.id for section in reversed(added)], abroad)
    folders.put(file, [1], abroad)
    assert dict(shape(file))["News", "Abroad"] == (1, 2, 4, 3)
    folders.order(file, abroad, [3, 2])
    assert dict(shape(file))["News", "Abroad"] == (3, 2, 1, 4)
    folders.take_out(file, [2], abroad)
    assert dict(shape(file))["News", "Abroad"] == (3, 1, 4)
    assert len(sections.sections(file)) == 4


def test_a_new_folder_needs_a_name_of_its_own(file: File) -> None:
    assert folders.make(file, "Sea / Tides") == ("Sea", "Tides")
    for said, why in ((" / ", "a folder needs a name"), ("sea/tides", "already a folder called Sea / Tides")):
        with pytest.raises(AskError, match=why):
            folders.make(file, said)


def test_the_whole_path_is_meant_before_the_end_of_another(file: File) -> None:
    folders.at(file, ("Old", "News"))
    found = folders.find(file, "news")
    assert found is not None and found.path == ("News",)
    found = folders.find(file, "old / news")
    assert found is not None and found.path == ("Old", "News")
    assert folders.find(file, "ews") is None
