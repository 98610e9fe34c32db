"""The page of audio and video says of each what it is and how it stands."""

import pytest

from tests.web import NOON
from tui.app.chrome import glyphs
from tui.app.podcast_list import told
from tui.episodes import Episode
from tui.values import replace

SIGNS = glyphs({}, "utf-8")
EPISODE = Episode(7, 1, "https://a.example/talk", "A talk", "The Paper", "audio/mpeg", 32_000_000, 3_240)


@pytest.mark.parametrize(
    ("episode", "said"),
    [
        (replace(EPISODE, queued=NOON), "54 min · 32 MB · queued"),
        (replace(EPISODE, queued=NOON, error="no answer"), "54 min · 32 MB · failed: no answer"),
        (replace(EPISODE, file="7.mp3", played=NOON), "54 min · 32 MB · here, played"),
        (replace(EPISODE, file="7.mp3", played=NOON, position=750), "54 min · 32 MB · here, left at 12:30"),
        (replace(EPISODE, length=0, duration=0, played=NOON), "not here, played"),
        (replace(EPISODE, file="7.mp3", error="no answer"), "54 min · 32 MB · here"),
    ],
)
def test_an_episode_is_told(episode: Episode, said: str) -> None:
    assert told(episode, SIGNS) == said
