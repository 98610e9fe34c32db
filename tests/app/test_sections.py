"""The pane of sections: the highlight stays on its section whatever comes and goes, and every state can be seen."""

import pytest
from textual.app import App, ComposeResult

from tui.app.choices import Choice
from tui.app.chrome import ASCII, SPOKEN, Glyphs
from tui.app.sections import SectionList
from tui.model import StoryFilter

ALL = Choice(StoryFilter(), "All", count=1204)
WORLD = Choice(StoryFilter(section_id=1), "World", site="The Gazette", count=12, sections=(1,))
SPORT = Choice(StoryFilter(section_id=2), "Sport", site="The Gazette", sections=(2,))
POST = Choice(StoryFilter(site_id=7), "The Post", count=3, head=True, fold="site 7")
INLAND = Choice(StoryFilter(section_id=3), "Inland", site="The Post", count=3, depth=1, under_site=True)
FINE = Glyphs()


class Pane(App[None]):
    """Nothing but the pane."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self.sections = SectionList(glyphs)

    def compose(self) -> ComposeResult:
        yield self.sections


def drawn(choice: Choice, cells: int = 24, glyphs: Glyphs = FINE, *, highlighted: bool = False) -> list[str]:
    """The lines of a row."""
    sections = SectionList(glyphs)
    sections.choices = (choice, choice)
    row = sections.draw(0 if highlighted else 1, cells)
    return ["".join(text for text, _ in line) for line in row.lines]


def looks(choice: Choice) -> list[str]:
    sections = SectionList(Glyphs())
    sections.choices = (ALL, choice)
    return [look for text, look in sections.draw(1, 24).lines[0] if text.strip()]


# Rows


def test_a_name_stands_on_the_left_and_its_number_on_the_right() -> None:
    assert drawn(ALL) == ["All               1,204"]
    assert drawn(SPORT) == ["Sport                  "]
    assert drawn(Choice(StoryFilter(), "A section of a very long name", count=7)) == ["A section of a very…  7"]


def test_what_stands_in_another_row_is_set_in() -> None:
    assert drawn(INLAND)[0].startswith("│ Inland")
    assert drawn(INLAND, glyphs=ASCII)[0].startswith("| Inland")
    deep = Choice(StoryFilter(folder_id=4), "News", fold="folder 4", depth=2)
    assert drawn(deep)[0].startswith("    ▾ News")
    assert drawn(Choice(StoryFilter(folder_id=4), "News", fold="folder 4", folded=True))[0].startswith("▸ News")
    assert drawn(POST)[0].startswith("The Post")
    assert drawn(Choice(StoryFilter(site_id=7), "The Post", fold="site 7", folded=True))[0].startswith("▸ The Post")


def test_a_section_that_failed_says_so_and_why_where_it_is_highlighted() -> None:
    failed = Choice(StoryFilter(section_id=1), "World", count=2, failed="no answer", notes=("No answer since noon.",))
    assert drawn(failed) == ["World               ! 2"]
    assert drawn(failed, highlighted=True) == ["World               ! 2", "  No answer since noon."]
    assert drawn(Choice(StoryFilter(section_id=1), "World", failed="x"))[0].endswith(" !")


def test_what_is_muted_or_has_no_row_is_faint_and_a_head_is_strong() -> None:
    assert looks(POST)[0] == "strong"
    assert looks(SPORT)[0] == ""
    assert looks(Choice(StoryFilter(), "x", muted=True, head=True))[0] == "print"
    assert looks(Choice(StoryFilter(), "x", hidden=True))[0] == "print"
    assert looks(ALL) == ["", "print"]
    assert looks(Choice(StoryFilter(), "x", failed="x")) == ["", ""]


def test_a_name_from_right_to_left_stands_at_the_right() -> None:
    (line,) = drawn(Choice(StoryFilter(), "أخبار", count=7))
    assert line.strip().endswith("7")
    assert line.index("أ") > 5


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (ALL, "All, 1,204 unread"),
        (WORLD, "in The Gazette: World, 12 unread"),
        (Choice(StoryFilter(), "World", folder="News / Old"), "in News / Old: World"),
        (Choice(StoryFilter(words="ferry"), "Search: ferry", count=3), "Search: ferry, 3 found"),
        (Choice(StoryFilter(), "World", muted=True, failed="no answer"), "World, muted, failed: no answer"),
        (POST, "The Post, 3 unread, unfolded"),
        (Choice(StoryFilter(), "News", fold="f", folded=True), "News, folded"),
    ],
)
def test_in_words_every_state_is_said(choice: Choice, said: str) -> None:
    assert " ".join(drawn(choice, 80, SPOKEN)) == said


def test_in_words_a_note_is_said_of_the_row_highlighted() -> None:
    noted = Choice(StoryFilter(), "World", notes=("Asked at noon.",))
    assert drawn(noted, 80, SPOKEN) == ["World"]
    assert drawn(noted, 80, SPOKEN, highlighted=True) == ["World, Asked at noon."]


def test_a_blank_line_before_a_row_but_not_before_the_first() -> None:
    sections = SectionList(Glyphs())
    sections.choices = (Choice(StoryFilter(), "x", lead=True),) * 2
    assert [sections.draw(index, 20).lead for index in (0, 1)] == [0, 1]


# The highlight


async def test_the_highlight_stays_on_its_list_wherever_that_goes() -> None:
    app = Pane(Glyphs())
    async with app.run_test():
        sections = app.sections
        sections.show((ALL, WORLD, SPORT))
        sections.go(2)
        sections.show((ALL, POST, WORLD, SPORT))
        assert (sections.cursor, sections.chosen) == (3, SPORT)
        sections.show((ALL, POST, WORLD))  # gone: what stands in its place
        assert sections.chosen == WORLD
        sections.show((ALL, POST))
        assert sections.chosen == POST
        sections.show((ALL, POST, WORLD), StoryFilter(section_id=1))
        assert sections.chosen == WORLD


async def test_a_section_in_several_folders_stays_in_its_own() -> None:
    def inside(folder: int) -> Choice:
        return Choice(WORLD.filter, "World", folder_id=folder)

    app = Pane(Glyphs())
    async with app.run_test():
        sections = app.sections
        sections.show((ALL, inside(4), inside(5)))
        sections.go(2)
        sections.show((ALL, SPORT, inside(4), inside(5)))
        assert sections.cursor == 3
        sections.show((ALL, inside(4)))
        assert sections.cursor == 1


async def test_only_rows_that_changed_are_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Pane(Glyphs())
    async with app.run_test():
        sections = app.sections
        sections.show((ALL, WORLD, SPORT))
        told: list[tuple[int, ...]] = []
        monkeypatch.setattr(sections, "redraw", lambda *rows: told.append(rows))
        sections.show((ALL, Choice(WORLD.filter, "World", count=11), SPORT))
        assert told == [(1,)]
        monkeypatch.setattr(sections, "reset", lambda *_: told.append(()))
        sections.show((ALL, Choice(WORLD.filter, "World", notes=("x",)), SPORT))  # of another height
        assert told == [(1,), ()]


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("The Inland Post and Advertiser › World", "The Inland Pos… › World"),
        ("The Inland Post and Advertiser › Business and Economy", "The In… › Business and…"),
        ("Post › World", "Post › World"),
        ("The Inland Post and Advertiser", "The Inland Post and Ad…"),
    ],
)
def test_of_a_section_with_its_site_the_site_gives_way_first(name: str, row: str) -> None:
    choice = Choice(StoryFilter(section_id=1), name, sections=(1,))
    assert drawn(choice)[0].strip() == row


async def test_the_next_with_unread_is_a_section_and_never_the_row_itself() -> None:
    app = Pane(Glyphs())
    async with app.run_test():
        sections = app.sections
        sections.show((ALL, WORLD, SPORT, POST, INLAND))
        assert sections.next_with_unread(1) == 1
        sections.go(1)
        assert sections.next_with_unread(1) == 4
        sections.go(4)
        assert sections.next_with_unread(1) == sections.next_with_unread(-1) == 1
        sections.show((ALL, SPORT, INLAND))
        sections.go(2)
        assert sections.next_with_unread(1) is None, "not the row itself"


async def test_a_row_is_found_by_its_list_and_by_its_name() -> None:
    app = Pane(Glyphs())
    async with app.run_test():
        sections = app.sections
        sections.show((ALL, WORLD, SPORT, INLAND))
        assert (sections.find(SPORT.filter), sections.find(StoryFilter(section_id=9))) == (2, None)
        sections.find_name("gazette")
        assert sections.chosen == WORLD
        sections.find_name("GAZ spo")
        assert sections.chosen == SPORT
        sections.find_name("gazette")  # the present one holds them
        assert sections.chosen == SPORT
        sections.find_name("world")
        assert sections.chosen == WORLD
        sections.find_name("nowhere")
        assert sections.chosen == WORLD


async def test_the_highlight_goes_no_further_than_the_ends() -> None:
    app = Pane(Glyphs())
    async with app.run_test():
        sections = app.sections
        sections.show((ALL, WORLD))
        assert (sections.go(9), sections.cursor) == (True, 1)
        assert (sections.go(9), sections.cursor) == (False, 1)
        assert (sections.go(-3), sections.cursor) == (True, 0)
