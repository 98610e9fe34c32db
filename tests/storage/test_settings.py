"""Settings are kept."""

from pathlib import Path

import pytest

from tui.model import Session, StoryFilter
from tui.storage import settings
from tui.storage.file import File


def test_settings_are_kept(store: File, tmp_path: Path) -> None:
    assert settings.setting(store, "session") == ""
    settings.keep_setting(store, "session", "{}")
    settings.keep_setting(store, "session", "{1}")
    with File(tmp_path / "library.db", readonly=True) as reader:
        assert settings.setting(reader, "session") == "{1}"


@pytest.mark.parametrize(
    "left",
    [
        Session(),
        Session(StoryFilter(section_id=3, unread=True, order="oldest"), 7, 9, "article", "two"),
        Session(StoryFilter(words="ferry -races", ids=(3, 1, 2))),
    ],
)
def test_where_a_person_was_comes_back_as_it_was_left(store: File, left: Session) -> None:
    assert settings.session(store) is None
    settings.keep_session(store, Session(StoryFilter(starred=True), 1))
    settings.keep_session(store, left)
    assert settings.session(store) == left
