"""What tmux shows: the same with and without the layer, and every letter of scripts that it measures otherwise."""

import random
import shutil
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path

import pyte
import pytest

from tests.app.test_terminal import KEYS, Cells, fed
from tests.terminal import LIMIT, environment
from tests.web import Answer, Loopback, Threaded
from tui.text import line


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """A tmux server of one's own."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    command = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


def test_tmux_shows_the_same_with_and_without_the_layer(tmux: list[str]) -> None:
    chance = random.Random(5)
    for name, option in (("thin", ""), ("stock", " --stock")):
        start = (
            f"exec env COLORTERM=truecolor TERM=tmux-256color LANG=C.UTF-8 {sys.executable} -m tests.app.thin{option}"
        )
        subprocess.run(
            [*tmux, "new-session", "-d", "-s", name, "-x", "90", "-y", "24", start],
            check=True,
            cwd=Path(__file__).parents[2],
        )
    until_same(tmux, "key 0")
    for pressed, key in enumerate([*"12rg", *(chance.choice(KEYS + "sre") for _ in range(80))], 1):
        for name in ("thin", "stock"):
            subprocess.run([*tmux, "send-keys", "-t", name, "Space" if key == " " else key], check=True)
        until_same(tmux, f"key {pressed}")


def until_same(tmux: list[str], footer: str) -> None:
    """Wait until both sessions show the footer, and the same cells above it."""
    end = time.monotonic() + LIMIT
    seen: list[Cells] = []
    while time.monotonic() < end:
        texts = [
            subprocess.run(
                [*tmux, "capture-pane", "-e", "-p", "-t", name], check=True, capture_output=True
            ).stdout.decode()
            for name in ("thin", "stock")
        ]
        seen = [visible(fed(pyte.Screen(90, 24), text.replace("\n", "\r\n")[:-2])) for text in texts]
        if seen[0] == seen[1] and footer in "".join(str(cell[0]) for cell in seen[0][-1]):
            return
    wrong = [
        (y, x, both)
        for y, rows in enumerate(zip(*seen, strict=True))
        for x, both in enumerate(zip_longest(*rows))
        if both[0] != both[1]
    ]
    raise AssertionError(f"{footer}: {wrong[:5]}")


def visible(screen: pyte.Screen) -> Cells:
    """Cells as far as tmux tells them: no blanks at the end of a row, and of an erased cell only the background."""
    rows = []
    for y in range(screen.lines):
        row = [seen(screen.buffer[y][x]) for x in range(screen.columns)]
        while row and row[-1][0] == " " and len(row[-1]) == 2:
            row.pop()
        rows.append(row)
    return rows


def seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    return (" ", cell.bg) if cell.data == " " and not (cell.reverse or cell.underscore) else tuple(cell)


LETTERS = {
    "Hindi": "क्षत्रिय श्री ज्ञान के लिए हिन्दी में 24 घंटे",
    "Marathi": "मुंबईतील लोकांच्या प्रतिक्रिया",
    "Nepali": "नेपालको राष्ट्रिय समाचार",
    "Bengali": "বাংলা খবরের কাগজ স্বাধীনতা",
    "Assamese": "অসমীয়া বাতৰি কাকত",
    "Gurmukhi": "ਪੰਜਾਬੀ ਖ਼ਬਰਾਂ ਦਿੱਲੀ",
    "Gujarati": "ગુજરાતી સમાચાર ક્ષેત્ર",
    "Oriya": "ଓଡ଼ିଆ ସମ୍ବାଦ ଭୁବନେଶ୍ୱର",
    "Tamil": "நிகழ்ச்சி கொண்டு வந்தது",
    "Telugu": "తెలుగు వార్తలు ప్రపంచం",
    "Kannada": "ಕನ್ನಡ ಸುದ್ದಿ ಬೆಂಗಳೂರು",
    "Malayalam": "മലയാളം വാർത്തകൾ തിരുവനന്തപുരം",
    "Sinhala": "සිංහල පුවත් ලංකාව",
    "Thai": "ข่าวภาษาไทยวันนี้ น้ำท่วม",
    "Lao": "ຂ່າວພາສາລາວ ນ້ຳຖ້ວມ",
    "Tibetan": "བོད་ཡིག གསར་འགྱུར",
    "Burmese": "မြန်မာသတင်း နိုင်ငံ",
    "Khmer": "ព័ត៌មានខ្មែរ ភ្នំពេញ",
    "Balinese": "ᬩᬲᬩᬮᬶ",
    "Javanese": "ꦧꦱꦗꦮ ꦏꦸꦭꦶ",
    "Sundanese": "ᮘᮞ ᮞᮥᮔ᮪ᮓ",
    "Japanese": "東京で雪、交通に乱れ",
    "Korean": "서울에 첫눈이 내렸다",
    "Vietnamese": "Hà Nội trời lạnh",
    "Russian": "Пёс ёлку съел",
    "Greek": "Ψηφίζει το λιμάνι",
    "Mixed": "Budget 2026: बजट में क्या-क्या (explained) என்ன",
    "Sanskrit": "संस्कृतवार्ताः राष्ट्रियाः",
    "Maithili": "मैथिली समाचार आइ",
    "Konkani": "कोंकणी खबरो गोंयांत",
    "Manipuri": "ꯃꯩꯇꯩꯂꯣꯟ ꯄꯥꯎ",
    "Santali": "ᱥᱟᱱᱛᱟᱲᱤ ᱠᱷᱚᱵᱚᱨ",
    "Sindhi": "سنڌي خبرون اڄ",
    "Urdu": "اُردو خبریں آج کی تازہ",
    "Arabic": "الأَخْبَارُ العَرَبِيَّةُ اليَوْمَ",
    "Persian": "خبرهای فارسیِ امروز",
    "Hebrew": "חֲדָשׁוֹת הַיּוֹם בְּעִבְרִית",
    "Yiddish": "ייִדישע נײַעס",
    "Decomposed": unicodedata.normalize("NFD", "Thời tiết Việt Nam hôm nay ấm"),
    "Emoji": "👨\u200d👩\u200d👧 families ❤\ufe0f and 👍🏽 more",
    "Flags": "🇩🇪🇫🇷 talks 🇮🇳 end",
    "Chinese": "北京今日下雪，交通缓慢",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ ᠮᠡᠳᠡᠭᠡ",
    "Ethiopic": "የአማርኛ ዜና ዛሬ",
    "Georgian": "ქართული ამბები დღეს",
    "Armenian": "Հայերեն լուրեր այսօր",
    "Divehi": "ދިވެހި ޚަބަރު",
    "Syriac": "ܛܸܒܹ̈ܐ ܕܝܵܘܡܵܢܵܐ",
    "Cherokee": "ᏣᎳᎩ ᎧᏃᎮᏓ",
    "Tai Le": "ᥖᥭᥰ ᥘᥫᥴ",
    "Cham": "ꨌꩌ ꨀꨇꩉ",
    "Chakma": "𑄌𑄋𑄴𑄟𑄳𑄦 𑄈𑄧𑄝𑄧𑄢𑄴",
}
"""Words of scripts whose vowel signs and joined letters tmux gives cells of their own, and of some that are as wide everywhere."""
SHOWN = {name: line(words) for name, words in LETTERS.items()}
"""The same as they come in: of a sequence of emoji the single ones stay."""


def shown_by(tmux: list[str], *keys: str, until: str) -> str:
    """What the session shows after some keys, once it shows that."""
    if keys:
        subprocess.run([*tmux, "send-keys", *keys], check=True)
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        text = subprocess.run([*tmux, "capture-pane", "-p"], check=True, capture_output=True).stdout.decode()
        if until in text:
            return text
    raise AssertionError(f"{until} is not in\n{text}")


def feed() -> str:
    """A feed with a headline and a text in each script."""
    items = "".join(
        f"<item><title>{name} {words}</title><link>http://127.0.0.1/{name}</link><guid>{name}</guid>"
        f"<pubDate>Mon, 23 Nov 2026 10:{minute:02d}:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{words} {name} one.&lt;/p&gt;&lt;p&gt;{name} two {words}&lt;/p&gt;</description></item>"
        for minute, (name, words) in enumerate(LETTERS.items())
    )
    return f'<rss version="2.0"><channel><title>Letters</title><link>http://127.0.0.1/</link>{items}</channel></rss>'


@pytest.fixture
def letters(tmux: list[str], tmp_path: Path) -> Iterator[Callable[[int, int], None]]:
    """Opens a session of some size on a library with a story in each script."""
    env = environment(tmp_path)
    config = tmp_path / "config" / "broadsheet" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('full_text = "feed"\nauto_refresh = false\n')
    loopback = Loopback(lambda _path, _headers: Answer(feed(), content_type="application/rss+xml"))
    program = [sys.executable, "-m", "tui"]
    with Threaded(loopback) as server:
        subprocess.run([*program, "follow", f"{server.url}/feed.xml"], env=env, check=True, capture_output=True)

        def open_session(columns: int, rows: int) -> None:
            asked = " ".join(f"{name}={value!r}" for name, value in env.items() if name != "TERM")
            size = ["-x", str(columns), "-y", str(rows)]
            start = [*tmux, "new-session", "-d", *size, f"exec env {asked} {' '.join(program)}"]
            subprocess.run(start, check=True, env=env)

        yield open_session


def test_no_letter_is_lost_in_the_list_and_in_the_article(tmux: list[str], letters: Callable[[int, int], None]) -> None:
    letters(100, 110)
    screen = shown_by(tmux, "l", until="Hindi")
    assert [name for name, words in SHOWN.items() if f"{name} {words}" not in screen] == []
    screen = shown_by(tmux, *"jkjjk", until="Hindi")
    assert [name for name, words in SHOWN.items() if f"{name} {words}" not in screen] == []
    shown_by(tmux, "G", "Enter", until="Hindi one.")
    for name, words in SHOWN.items():
        screen = shown_by(tmux, until=f"{name} two {words}")
        assert f"{words} {name} one." in screen, name
        subprocess.run([*tmux, "send-keys", "K"], check=True)


def test_nor_on_a_small_screen_that_scrolls(tmux: list[str], letters: Callable[[int, int], None]) -> None:
    letters(60, 20)
    newest_first = list(reversed(SHOWN.items()))
    shown_by(tmux, until=newest_first[0][0])
    for name, words in newest_first:
        shown_by(tmux, until=f"{name} {words}"[:36])  # a line of the list may be cut
        subprocess.run([*tmux, "send-keys", "j"], check=True)
    shown_by(tmux, "Enter", until="Hindi one.")
    for name, words in SHOWN.items():
        screen = shown_by(tmux, until=f"{name} two {words}")
        assert f"{words} {name} one." in screen, name
        subprocess.run([*tmux, "send-keys", "K"], check=True)
