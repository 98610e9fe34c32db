"""Settings are kept."""

from pathlib import Path

from tui.storage import settings
from tui.storage.file import File


def test_settings_are_kept(store: File, tmp_path: Path) -> None:
    assert settings.setting(store, "session") == ""
    settings.keep_setting(store, "session", "{}")
    settings.keep_setting(store, "session", "{1}")
    with File(tmp_path / "library.db", readonly=True) as reader:
        assert settings.setting(reader, "session") == "{1}"
