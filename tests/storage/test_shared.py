"""Stories that stand in several sections: a folder and a site count each of them once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.paper import NOW, check, entries, offer
from tui.storage import folders, marks, repair, searches, sections, stories
from tui.storage.file import File
from tui.storage.shared import Several, Shared


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    with File(tmp_path / "library.db", clock=lambda: NOW) as opened:
        paper = offer(("World", entries(1, 2, 3)), ("Sport", entries(2, 3, 4)), ("Arts", entries(3)))
        sections.follow(opened, paper, folder=("News",))
        yield opened
        check(opened)


def several(file: File) -> set[Shared]:
    with file.reading() as db:
        return set(Several(db).of((1, 2, 3)))


def counted(file: File) -> tuple[int, int]:
    (news,) = folders.tree(file)
    return news.stories, news.unread


def test_each_group_of_sections_knows_what_it_has_in_common(file: File) -> None:
    assert several(file) == {Shared(frozenset({1, 2}), 1, 1), Shared(frozenset({1, 2, 3}), 1, 1)}
    assert counted(file) == (4, 4)


def test_what_is_read_is_read_in_all_of_them_and_comes_back_with_undo(file: File) -> None:
    marks.mark(file, stories.ids_of(file, ["https://a.example/3", "https://a.example/1"]), read=True)
    assert several(file) == {Shared(frozenset({1, 2}), 1, 1), Shared(frozenset({1, 2, 3}), 1, 0)}
    assert counted(file) == (4, 2)


def test_what_a_mute_hides_is_not_counted_until_it_is_shown_again(file: File) -> None:
    mute = searches.save(file, "Threes", 'title:"Story 3"', kind="mute")
    assert counted(file) == (3, 3)
    searches.drop(file, mute.id)
    assert counted(file) == (4, 4)


def test_a_section_that_is_no_longer_followed_counts_nowhere(file: File) -> None:
    sections.unfollow(file, [2])
    assert counted(file) == (3, 3)
    sections.unfollow(file, [3])
    assert counted(file) == (3, 3)


def test_a_site_counts_each_of_its_stories_once(file: File) -> None:
    (site,) = sections.sites(file)
    assert set(site.shared) == {(frozenset({1, 2}), 1), (frozenset({1, 2, 3}), 1)}


def test_a_wrong_count_is_found_and_mended(file: File) -> None:
    with file.writing() as db:
        db.execute("UPDATE shared SET unread = 7 WHERE sections = '1 2'")
        db.execute("INSERT INTO shared VALUES ('2 3', 4, 4)")
    (finding,) = repair.examine(file)
    assert finding.sentence == "the counts of 2 groups of sections with stories in common are wrong"
    repair.mend(file)
    assert repair.examine(file) == ()
    assert counted(file) == (4, 4)
