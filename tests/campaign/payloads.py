"""Hostile text in every field, through every output: nothing that a terminal would obey comes out."""

import base64
import json
import os
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.campaign import Tally, hostile
from tests.campaign.program import Program, in_one_sentence
from tests.forking import Stem
from tests.terminal import Terminal
from tests.web import Loopback, Threaded

PAYLOADS = (
    "\x1b[2J\x1b[31m",
    "\x1b]52;c;aGFja2Vk\x07",
    "\x1b]0;title\x1b\\",
    "\x9b31m\x9d52;c;aGk=\x9c",
    "\x07\x08\x7f\x00",
    "\u202edcba\u2066x\u2069\u200f",
    "\u2028\u2029\x85\r",
    "\ufeff\u200b\u2060\U000e0041",
    "[@click=app.quit]press[/]",
    "$(reboot)`id`",
    "\x1b[6n\x1b[?1049h",
    "&#27;[2J&#x9b;31m&#8238;",
    "%1b[2J",
    "\x90q#0\x9c\x9f\x9e\x98\x1bP+q544e\x1b\\",
    "\x1b_Ga=T,f=100;AAAA\x1b\\\x1b]1337;File=:AA==\x07",
    "\x1b]8;;file:///etc/passwd\x07\x1b[21t\x05\x0e",
    "a" + "\u0301\u0489" * 400,
    "\U0010eeee\u0305\ue000\U000f0000",
    "ก" + "\u0e49\u0e34" * 300 + "क" + "\u094d" * 400,
    "\U0001d173x\U0001bca0\U00013430",
    "\ufff9x\ufffa\ufffb\u180e\u2061\u206f\u00ad",
    "&#xD800;&#0;&#155;2J&#xE0041;&NewLine;&#x202E;",
    "\ud800\udc41x\udfff\udc1b[2J",
    "user:pass@\u202eelpmaxe.example/\t\n\r..",
)
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\U0010eeee]|[\u0300-\u036f\u0489\u0e34\u0e49\u094d]{40}"
)
"""What no terminal should ever be sent: escapes and controls but tab and line feed, what turns text around or is
not seen, the placeholder of a picture, and a tower of marks."""

COPIED = re.compile("\x1b\\]52;c;([A-Za-z0-9+/=]*)\x07")
"""What is sent to the terminal's clipboard (OSC 52)."""
OWN = re.compile("\x1b\\](?:2|8|10|11|22);[^\x07\x1b]*(?:\x07|\x1b\\\\)")
"""What the screen says to the terminal for itself: its title, links, colours and pointer."""
NEVER_DRAWN = re.compile(
    "\x1b\\]|\x1b\\[31m\x1b|\x1b\\[\\?1049h.*\x1b\\[\\?1049h|[\x00-\x07\x0c\x10-\x1a\x1c-\x1f\x7f-\x9f]"
    "|[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e007f\U0010eeee]|[\u0300-\u036f\u0489\u0e34\u0e49\u094d]{40}",
    re.DOTALL,
)
"""What is never among the rest, which is full of colours and moves."""
SIZES = ((60, 20), (80, 24), (120, 36))
"""Columns and rows of screens, one after the other."""
WALK = (
    *("l", "enter", "space", "]", "L", "escape", "c", "escape", "escape", "t", "escape", "e", "escape", "E", "=", "X", "escape", "E", "z", "z"),
    *(",", ".", "P", "escape", "?", "escape", "ctrl+p", "escape", "V", "escape", "Y", "escape", "ctrl+s", "escape", "h", "j", "j", "c", "escape"),
    *("M", "escape", "I", "escape", "/", "x", "escape", "T", "escape", "r", "l", "j", "enter", "J", "K", "q"),
)  # fmt: skip
"""Keys that open every page there is, and close it again."""

Verb = tuple[str, ...]

FIELDS = (
    *("feed title", "title", "description", "content", "author", "category", "guid", "link", "pubDate", "enclosure"),
    *("page title", "headline", "standfirst", "byline", "paragraph", "caption", "element", "attribute", "related"),
    *("section", "json", *hostile.HEADS, *hostile.NEWS, *hostile.SERVERS, "folder"),
)
"""Those of feeds and pages, of the head of an answer, of maps and accounts, and the name of the folder in which all of a person's files are."""

CONFIGURATION = """
notify = [{python}, "-c", {code}, {told}, "{{count}} new", "{{titles}}", "{{sections}}"]
[commands.told]
run = [{python}, "-c", {code}, {told}, "{{title}}", "{{site}}", "{{section}}", "{{authors}}", "{{summary}}", "{{url}}"]
"""
"""Programs of a person's own that are given what came from outside."""
_TELLS = "import os, sys; open(sys.argv[1], 'ab').write(os.fsencode(chr(10).join(sys.argv[2:]) + chr(10)))"


def run(chance: Random, rounds: int) -> Tally:
    """In each round a site has a payload in one field; every output is asked for, and every page of the screen opened."""
    tally = Tally()
    with Stem(os.environ) as stem:
        for number in range(rounds):
            _round(stem, chance, number, tally)
    return tally


def _round(stem: Stem, chance: Random, number: int, tally: Tally) -> None:
    field = FIELDS[number % len(FIELDS)]
    payload = chance.choice(PAYLOADS) + "x" + chance.choice(PAYLOADS)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, _typed(payload).replace("/", "")[:60] if field == "folder" else "home")
        home.mkdir()
        _one(stem, Program(home), field, payload, SIZES[number % len(SIZES)], tally)


def _one(stem: Stem, program: Program, field: str, payload: str, size: tuple[int, int], tally: Tally) -> None:
    server = Loopback(lambda path, _headers: hostile.answer(server.url, path, field, payload))
    said = _typed(payload)
    _configure(program)
    with Threaded(server):
        program.follow([f"{server.url}/feed"])
        for verb in _verbs(server.url, program.folder, said):
            done = program.forked(
                stem, *verb, env={"LANG": "C.UTF-8", "PYTHONUTF8": "1", "TERM": said, "COLORTERM": said}
            )
            wrong = in_one_sentence(done) or obeyed(done.stdout) or obeyed(done.stderr)
            tally.count(f"{verb[0]}: {wrong} ({field} = {payload!r}, {' '.join(verb)!r})" if wrong else "")
        for wrong in (_files(program, server.url), _on_screen(program, server.url, *size), _told(program)):
            tally.count(f"{wrong} ({field} = {payload!r})" if wrong else "")


def _typed(payload: str) -> str:
    """A payload as an argument or the name of a file can have it."""
    return os.fsdecode(payload.replace("\0", "").encode("utf-8", "surrogatepass"))


def _verbs(url: str, folder: Path, said: str) -> Iterator[Verb]:
    """Every verb, with what is hostile where a person would type or name something. What mutes comes last: it hides."""
    story = f"{url}/1"
    yield from (("refresh",), ("list",), ("list", "--json"), ("sections", "--health"))
    yield from (("sections", "--json", "--health"), ("search", "story"), ("search", "story", "--json"), ("export",))
    yield from (("follow", f"{url}/"), ("explain", story), ("download",), ("show", said), ("show", story))
    yield from (("show", story, f"--{form}") for form in ("json", "markdown", "text"))
    yield from (("list", "--section", said), ("doctor",))
    yield from (("import", str(file)) for file in hostile.subscriptions(folder, url, said))
    yield from (("import", "--newsboat", str(hostile.newsboat(folder, url, said))), ("undo", "--list"))
    yield ("sync", "add", url, "--user", f"reader{said}", "--name", said, "--command", "echo", f"secret{said}")
    yield from (("sync",), ("sync", "status"), ("sync", "status", "--json"), ("list",), ("list", "--json"))
    yield from (("sync", "remove", said), ("sync", "add", f"http://{said}/"))
    yield from (("pipe", story, "told"), ("note", story, said), ("note", story), ("front",), ("catchup",))
    yield from (("list", "--events"), ("explain-event", story), ("explain-event", story, "--json"), ("qr", story))
    yield from (("podcasts",), ("podcasts", "--json"), ("podcasts", "--queue", story), ("podcasts", "--download"))
    yield from (("tag", said, story), ("tag",), ("folder", said), ("folder",), ("same", said, said))
    yield from (("change", f"{url}/feed", "--name", f"Named {said}"), ("sections",))
    yield from (("save-as", story, "--form", form, "--to", "-") for form in ("markdown", "text", "html"))
    yield from (("login", said), ("login", url, "--user", said, "--command", "echo", said), ("login", "--list"))
    yield from (("logout", said), ("list", "--limit", "0"), ("list", "--limit", "0", "--json"), ("undo", "--list"))
    yield from (("tidy",), ("reparse",), ("pipe", story, said), ("restore", said), ("config", "set", said, said))
    yield from (("config", "set", "theme", said), ("help", said), (said,), ("log", "--lines", "0"), ("-v", "refresh"))
    yield from (("env",), ("export",), ("export", "--all"), ("search", "story", "--save", f"Mine {said}"))
    yield from (("searches",), ("mute", said), ("mute",), ("highlight", said), ("undo", "--list"), ("doctor",))


def obeyed(body: bytes) -> str:
    """What is wrong with what was written, "" where nothing is."""
    said = body.decode("utf-8", "replace")
    if found := OBEYED.search(said):
        return f"U+{ord(found[0][0]):04X} in {said[max(0, found.start() - 60) : found.end() + 20]!r}"
    return ""


def _configure(program: Program) -> None:
    """Programs that write down what they are given."""
    file = program.folder / "config" / "broadsheet" / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    python, code, told = (json.dumps(each) for each in (sys.executable, _TELLS, str(program.folder.parent / "told")))
    file.write_text(CONFIGURATION.format(python=python, code=code, told=told), encoding="utf-8")


def _told(program: Program) -> str:
    """What is wrong with what programs of a person's own were given, and with the log."""
    state = program.folder / "state" / "broadsheet"
    for file in (program.folder.parent / "told", *state.glob("*.log")):
        if file.exists() and (wrong := obeyed(file.read_bytes())):
            return f"{file.name}: {wrong}"
    return ""


def _files(program: Program, url: str) -> str:
    """What is wrong with files that stories are saved in, and with their names."""
    folder = program.folder / "saved"
    for form in ("markdown", "text", "html", "epub"):
        if wrong := in_one_sentence(
            program.run("save-as", f"{url}/1", f"{url}/2", "--form", form, "--to", str(folder))
        ):
            return wrong
    for path in folder.rglob("*") if folder.exists() else ():
        said = path.name
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                said += "".join(
                    book.read(name).decode("utf-8", "replace") for name in book.namelist() if name.endswith("html")
                )
        else:
            said += path.read_text(encoding="utf-8", errors="replace")
        if wrong := obeyed(said.encode()):
            return f"{path.name!r}: {wrong}"
    return ""


def _on_screen(program: Program, url: str, columns: int, rows: int) -> str:
    """What is wrong with what the screen is drawn with, on every page there is. An address of the site at `url` may be
    copied by a key of the walk, and nothing else."""

    def copied(found: re.Match[str]) -> str:
        said = base64.b64decode(found[1]).decode("utf-8", "replace")
        return "" if said.startswith(url) and said.isascii() and said.isprintable() else found[0]

    with Terminal([sys.executable, "-m", "tui"], program.env, columns, rows) as terminal:
        try:
            terminal.wait_for("All")
        except AssertionError as error:
            return f"the screen: {error}"
        for key in WALK:
            terminal.press(key)
            terminal._read(0.2)
        while terminal._read(0.4):
            pass
        if terminal.ended():
            return f"the screen of {columns} columns ended: {terminal.text()[-1500:]}"
        sent = terminal.output.decode("utf-8", "replace")
        for own in OWN.finditer(sent):
            if wrong := obeyed(own[0][2:].rstrip("\x07\x1b\\").encode()):
                return f"{columns} columns: {wrong}"
        said = COPIED.sub(copied, OWN.sub("", sent))
    if found := NEVER_DRAWN.search(said):
        return f"{columns} columns: {found[0]!r} in {said[max(0, found.start() - 60) : found.end() + 20]!r}"
    return ""
