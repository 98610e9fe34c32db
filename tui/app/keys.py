"""Every command of the screen, declared once: its keys, the line of keys, the help, the palette and a person's own keys
read this list."""

import string
import unicodedata
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from enum import Enum

from textual.keys import KEY_NAME_REPLACEMENTS
from textual.keys import Keys as Named

from tui import text
from tui.errors import ConfigError
from tui.values import Value

Sequence = tuple[str, ...]
"""Keys pressed one after another: mostly one."""


class Command(Value):
    """Something the screen can do."""

    id: str
    keys: tuple[str, ...]
    tells: str
    """What it does, as the help and the palette say it."""
    group: str = "Moving"
    action: str = ""
    """Where it is Textual's own action."""
    counts: bool = False
    """A number before it says how often."""
    panes: str = ""
    """The panes that it is for, where it is not for all."""


OF_A_STORY = "stories article"
"""The panes of what is about a story: the one highlighted, or the one that is read."""

COMMANDS = (
    Command("down", ("j", "down"), "Next row; in an article the next line", counts=True),
    Command("up", ("k", "up"), "Previous row; in an article the previous line", counts=True),
    Command("left", ("h", "left"), "The pane on the left; fold a site or a folder, or go to it"),
    Command("right", ("l", "right"), "The pane on the right; unfold"),
    Command("next_pane", ("tab",), "Next pane"),
    Command("previous_pane", ("shift+tab",), "Previous pane"),
    Command("page_on", ("space", "pagedown"), "A page on; at the end the next unread story"),
    Command("page_back", ("b", "pageup"), "A page back"),
    Command("half_on", ("ctrl+d",), "Half a page on"),
    Command("half_back", ("ctrl+u",), "Half a page back"),
    Command("top", ("g", "home"), "Go to top"),
    Command("end", ("G", "end"), "Go to the end"),
    Command("open", ("enter",), "Open what is highlighted", "Reading"),
    Command("next_unread", ("n",), "Next unread story", "Reading"),
    Command("previous_unread", ("N",), "Previous unread story", "Reading"),
    Command("next_story", ("J",), "Next story of the list", "Reading", counts=True),
    Command("previous_story", ("K",), "Previous story of the list", "Reading", counts=True),
    Command("next_link", ("]",), "Next link or related story", "Reading", counts=True, panes="article"),
    Command("previous_link", ("[",), "Previous link or related story", "Reading", counts=True, panes="article"),
    Command("letters", ("f",), "Letters on the links of the screen, to open one", "Reading", panes="article"),
    Command("list_links", ("L",), "All links of the story", "Reading", panes="article"),
    Command("open_address", (), "The story at an address that you type (show)", "Reading"),
    Command("come_back", ("'",), "Back to where you came from, in the story or before it", "Reading", panes="article"),
    Command(
        "queue_episodes", ("E",), "Queue its audio and video, for later; again: no longer", "Reading", panes="article"
    ),
    Command("podcasts", ("P",), "Audio and video: what is queued, here, or was played", "Reading"),
    Command("show_picture", ("i",), "Show the picture in its place, or hide it", "Reading", panes="article"),
    Command("show_pictures", ("I",), "The pictures of the story on the whole screen", "Reading", panes="article"),
    Command("keep_pictures", (), "Keep the pictures of the story for reading offline", "Reading", panes="article"),
    Command("fetch_again", (), "Fetch the story again, to see whether it has changed", "Reading", panes="article"),
    Command("back", ("backspace", "("), "Back in the history of stories", "Reading"),
    Command("forward", (")",), "Forward in the history", "Reading"),
    Command("density", ("z",), "Show more of each story of the list, or less", "Reading"),
    Command("unread_only", ("U",), "Unread stories only, in the sections those that have any; or all", "Reading"),
    Command("sort", (",",), "Another order of the list", "Reading", panes="stories"),
    Command("headings", (".",), "Headings between the stories, or none", "Reading", panes="stories"),
    Command("events", ("E",), "Each event once, or every story", "Reading", panes="stories"),
    Command("catch_up", ("C",), "What there is time to read since yesterday; a number before it: minutes", "Reading"),
    Command("open_event", ("=",), "Open an event in place, or close it", "Reading", panes="stories"),
    Command("explain_event", ("X",), "Who else tells it, and what joined them", "Reading", panes=OF_A_STORY),
    Command("not_the_same", ("x",), "Not the same event; of a selection: the same", "Marking", panes="stories"),
    Command("star", ("s",), "Star, or take the star away", "Marking", panes=OF_A_STORY),
    Command("toggle_read", ("m",), "Mark read, or unread", "Marking", panes=OF_A_STORY),
    Command("mark_all", ("A",), "Mark the whole list read", "Marking"),
    Command("mark_above", ("<",), "Mark read what stands above", "Marking", panes="stories"),
    Command("mark_below", (">",), "Mark read what stands below", "Marking", panes="stories"),
    Command("mark_older", ("O",), "Mark read what is older than a day; a number before it: days", "Marking"),
    Command("select", ("v",), "Select several: move, then a key for all of them", "Marking", panes="stories"),
    Command("later", ("w",), "Read later, or no longer", "Marking", panes=OF_A_STORY),
    Command("save", (), "Save addresses that you type, to read later", "Marking"),
    Command("tag", ("t",), "Tags of a story", "Marking", panes=OF_A_STORY),
    Command("note", ("e",), "A note on a story", "Marking", panes=OF_A_STORY),
    Command("undo", ("u",), "Take back the last act", "Marking"),
    Command("redo", ("ctrl+r",), "Do again what was taken back", "Marking"),
    Command("theme", ("T",), "Another theme", "Looks"),
    Command("wider", ("+",), "Longer lines in the article", "Looks"),
    Command("narrower", ("-",), "Shorter lines in the article", "Looks"),
    Command("browser", ("o",), "Open in the browser", "Addresses"),
    Command("copy", ("y",), "Copy the address", "Addresses"),
    Command("qr_code", ("Y",), "The address as a QR code, for a telephone", "Addresses", panes=OF_A_STORY),
    Command("save_as", ("ctrl+s",), "Save stories as Markdown, text, HTML or a book (EPUB)", "Addresses"),
    Command("search", ("/",), "Find: a section, words in the open story; in a list search everything", "Finding"),
    Command("search_all", ("ctrl+f",), "Search everything that is kept", "Finding"),
    Command("keep_search", ("S",), "Save the search as a row; remove the one saved there", "Finding"),
    Command("widen", ("~",), "Take other forms of the words into the search", "Finding"),
    Command("mute_words", ("!",), "Hide stories by their words, from every list", "Finding"),
    Command("highlight", ("*",), "Highlight stories by their words", "Finding"),
    Command("rule", ("W",), "Mark or tag what arrives, by its words", "Finding"),
    Command("saved", ("V",), "Saved searches: rows, mutes, highlights, rules", "Finding"),
    Command("follow", ("a",), "Follow a site", "Following"),
    Command("import_file", (), "Bring subscriptions, or what another program saved", "Following"),
    Command(
        "unfollow",
        ("X",),
        "Follow it no longer; remove a saved search, a tag or a folder",
        "Following",
        panes="sections",
    ),
    Command("rename", ("c",), "Give a section, a site, a folder or a tag another name", "Following", panes="sections"),
    Command("compare", ("c",), "What a story says and what it said before", "Reading", panes="article"),
    Command("move", ("M",), "Move it into a folder, or out of one", "Following", panes="sections"),
    Command("move_down", ("shift+down",), "Move it a place down", "Following", panes="sections"),
    Command("move_up", ("shift+up",), "Move it a place up", "Following", panes="sections"),
    Command("new_folder", ("F",), "A new folder", "Following", panes="sections"),
    Command(
        "mute", ("H",), "Keep its stories out of all lists but its own, or let them in", "Following", panes="sections"
    ),
    Command("interval", ("I",), "How often it is asked", "Following", panes="sections"),
    Command("full_text", ("E",), "When its whole stories are fetched", "Following", panes="sections"),
    Command("hide", ("Z",), "Leave its row out, or let it in; its stories stay", "Following", panes="sections"),
    Command("hidden_rows", ("B",), "Show the rows that are left out, or not", "Following", panes="sections"),
    Command("weigh", (), "What it weighs on the front page (front --weigh)", "Following", panes="sections"),
    Command("owner", (), "Whose outlets are one on the front page (front --owner)", "Following"),
    Command("refresh", ("r",), "Refresh this section", "Refreshing"),
    Command("refresh_all", ("R",), "Refresh everything", "Refreshing"),
    Command("download", ("D",), "Download for later: a story, a selection, unread stories of a list", "Refreshing"),
    Command("stop", ("ctrl+c",), "Stop what is under way", "Refreshing"),
    Command("explain_page", (), "How the page of a story is read, and why", "The library", panes=OF_A_STORY),
    Command("reparse", (), "Reparse the page that is kept of a story", "The library", panes=OF_A_STORY),
    Command("backup", (), "Copy the library while it is in use (backup)", "The library"),
    Command("export", (), "What you follow, into a file (OPML)", "The library"),
    Command("tidy", (), "Show what nobody touched, and remove it if you say so", "The library"),
    Command("restore", (), "Put a copy in the place of the library (restore)", "The library"),
    Command("doctor", (), "What is wrong with library, feeds, files and terminal", "The library"),
    Command("mend", (), "Mend what the doctor found", "The library"),
    Command("log", (), "The log: what was asked, and why it failed", "The library"),
    Command("sync", (), "Sync with the servers of feeds, now", "Accounts"),
    Command("sync_add", (), "Take up an account on a server of feeds", "Accounts"),
    Command("sync_status", (), "How the accounts fare", "Accounts"),
    Command("sync_remove", (), "Let go of an account; what is here stays", "Accounts"),
    Command("login", (), "Keep a name and a password for a site", "Accounts"),
    Command("logout", (), "Forget the name and password for a site", "Accounts"),
    Command("help", ("?",), "The keys", "The program"),
    Command("palette", (":", "ctrl+p"), "Every command by name", "The program"),
    Command("settings", (), "Settings of the configuration, and changing one (config)", "The program"),
    Command("about", (), "Where everything is, and what a report should say (where, env)", "The program"),
    Command("redraw", ("ctrl+l",), "Draw the screen anew", "The program", "app.redraw"),
    Command("suspend", ("ctrl+z",), "Back to the shell for a while", "The program", "app.suspend_process"),
    Command("out", ("q",), "One pane out; quit in the first", "The program"),
    Command("quit", ("Q",), "Quit", "The program"),
)
BY_ID = {command.id: command for command in COMMANDS}

FOOTER: dict[str, tuple[tuple[str, str], ...]] = {
    "sections": (
        ("down up", "move"),
        ("open", "stories"),
        ("refresh", "refresh"),
        ("follow", "follow"),
        ("help", "help"),
        ("search", "search"),
        ("mark_all", "all read"),
    ),
    "stories": (
        ("down up", "move"),
        ("open", "read"),
        ("page_on", "on"),
        ("star", "star"),
        ("help", "help"),
        ("toggle_read", "read or unread"),
        ("follow", "follow"),
        ("search", "search"),
    ),
    "article": (
        ("page_on", "on"),
        ("next_story previous_story", "next, previous"),
        ("show_picture", "picture"),
        ("queue_episodes", "hear it later"),
        ("letters", "links"),
        ("back", "back"),
        ("help", "help"),
        ("star", "star"),
        ("browser", "browser"),
    ),
}
"""Pane -> the commands (by id) that matter in it, the most important first, and the word for each; the help is shown
last."""

PRESETS: dict[str, dict[str, str]] = {
    "vim": {
        "top": "g g,home",
        "page_on": "space,ctrl+f,pagedown",
        "page_back": "b,ctrl+b,pageup",
        "copy": "y y",
        "next_link": "],tab",
        "back": "ctrl+o,backspace",
        "next_pane": "ctrl+w w",
        "previous_pane": "ctrl+w W,shift+tab",
        "left": "h,left,ctrl+w h",
        "right": "l,right,ctrl+w l",
    },
    "newsboat": {
        "open": "enter",
        "next_unread": "n",
        "previous_unread": "p",
        "toggle_read": "N",
        "mark_all": "A",
        "star": "ctrl+e,s",
        "browser": "o,O",
        "next_story": "J",
        "previous_story": "K",
        "out": "q,backspace",
        "back": "(",
        "follow": "a",
        "keep_search": "S",
        "search": "/",
        "refresh": "r",
        "refresh_all": "R",
    },
}
"""Keys as other programs have them: `preset = "vim"` under [keys]."""


def _name(character: str) -> str:
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


CHARACTERS = {_name(character): character for character in string.punctuation}
"""Signs by the names that Textual has for their keys: "comma" -> ","."""
_NAMED = {key.value for key in Named if not key.value.startswith("<")} | {"space", "enter", "tab", "backspace"}


def textual_name(key: str) -> str:
    """A key of the list above as Textual names it."""
    return _name(key) if key in string.punctuation else key


def key_name(key: str, character: str | None = None) -> str:
    """A key as the list above names it: by its sign where it has one."""
    if character is not None and len(character) == 1 and character.isprintable() and character != " ":
        return character
    return CHARACTERS.get(key, key)


class Match(Enum):
    """What keys are that are not a command."""

    BEGINS = "the beginning of a sequence"
    NOTHING = "nothing"


def _by_keys(keys: Mapping[str, tuple[Sequence, ...]]) -> dict[Sequence, list[str]]:
    """Keys, each with the ids of the commands that it is."""
    found: dict[Sequence, list[str]] = {}
    for id, every in keys.items():
        for one in every:
            found.setdefault(one, []).append(id)
    return found


class Keys:
    """The keys as a person has them: those of the list above, of a preset, or of their configuration.

    `own` are commands of a person's own, whose keys go before the others."""

    def __init__(
        self,
        chosen: Iterable[tuple[str, str]] = (),
        commands: Collection[str] = BY_ID,
        *,
        own: Iterable[Command] = (),
    ) -> None:
        self.every = (*COMMANDS, *own)
        """Every command there is."""
        self.by_id = {command.id: command for command in self.every}
        self.commands = frozenset(commands).union(command.id for command in self.every[len(COMMANDS) :])
        """The ids of what can be done: all of it, but in a kiosk. What cannot has no key, and is in no list."""
        given = dict(chosen)
        preset = given.pop("preset", "")
        if preset and preset not in PRESETS:
            raise ConfigError(f"keys.preset must be {' or '.join(PRESETS)}, not {preset!r}")
        asked = {id: _read(id, keys) for id, keys in given.items()}
        asked |= {command.id: _sequences(command.id, ",".join(command.keys)) for command in self.every[len(COMMANDS) :]}
        self.changed: tuple[str, ...] = ()
        """What a person's keys took from commands, a sentence each."""
        self._keys: dict[str, tuple[Sequence, ...]] = dict.fromkeys(self.by_id, ())
        self._keys |= {command.id: tuple((key,) for key in command.keys) for command in COMMANDS}
        self._give({id: _read(id, keys) for id, keys in PRESETS.get(preset, {}).items()})
        self.changed = ()
        self._give(asked)
        self._keys = {id: every if id in self.commands else () for id, every in self._keys.items()}
        self._table = _by_keys(self._keys)
        self._beginnings = {keys[:size] for keys in self._table for size in range(1, len(keys))}

    def _give(self, own: dict[str, tuple[Sequence, ...]]) -> None:
        """Give commands other keys: a key that a default has goes over to them; two of one's own for one key are
        refused."""
        taken: dict[Sequence, str] = {}
        for id, every in own.items():
            for keys in every:
                if taken.get(keys, id) != id:
                    raise ConfigError(f"the key {' '.join(keys)} would do two things: {taken[keys]} and {id}")
                taken[keys] = id
        for id, every in self._keys.items():
            if id in own:
                self._keys[id] = own[id]
                continue
            kept = tuple(keys for keys in every if not any(_clash(keys, other) for other in taken))
            if kept != every:
                lost = next(keys for keys in every if keys not in kept)
                by = next(other for keys, other in taken.items() if _clash(keys, lost))
                self.changed = (*self.changed, f"{' '.join(lost)} is {by} by your keys, not {id}.")
            self._keys[id] = kept

    def match(self, pressed: Sequence, pane: str = "") -> str | Match:
        """The id of the command that keys are, or what they are instead. One key may be a command of one pane and
        another's: in a third it is the first of them."""
        if found := self._table.get(pressed):
            return next((id for id in found if pane in self.by_id[id].panes.split()), found[0])
        return Match.BEGINS if pressed in self._beginnings else Match.NOTHING

    def alike(self, pressed: Sequence) -> Iterator[str]:
        """The keys by which the list above has what a person's keys say, the likeliest first: dialogs know those. A
        letter or a sign that a person took from its command is none of them, but what stands on a key is (enter, the
        arrows)."""
        (*begun, last), ids = pressed, self._table.get(pressed, ())
        known = [BY_ID[id].keys for id in ids if id in BY_ID]
        if not begun and (len(last) > 1 or not self._listed(last) or any(last in each for each in known)):
            yield last
        for each in known:
            yield from reversed(each)

    def in_dialogs(self, key: str) -> str:
        """A key of a dialog, by the list above, as a person has it."""
        ids = self._listed(key)
        if len(key) > 1 or not ids or any((key,) in self._keys[id] for id in ids):
            return key
        return next((self.first(id) for id in ids if self.of(id)), key)

    def _listed(self, key: str) -> list[str]:
        return [command.id for command in COMMANDS if key in command.keys and command.id in self.commands]

    def of(self, id: str) -> tuple[str, ...]:
        """The keys of a command."""
        return tuple(" ".join(keys) for keys in self._keys[id])

    def first(self, id: str) -> str:
        """The key of a command that is shown where there is room for one; a command without keys is named for the
        palette."""
        every = self.of(id)
        return every[0] if every else f":{id}"

    def with_undo(self, done: str) -> str:
        """What has been done, and how it is taken back: "12 marked read · u undo"."""
        return f"{done} · {self.offer('undo', 'undo')}"

    def offer(self, id: str, word: str) -> str:
        """A key and a word for what it does: `u undo`; a command without keys goes by its name alone."""
        return f"{self.first(id)} {word}" if self.of(id) else self.first(id)

    @property
    def news(self) -> str:
        """What a person's keys took from commands, as a line of the screen has room for it; or ""."""
        if len(self.changed) < 3:
            return " ".join(self.changed)
        bare = [id for id in self.commands if id in BY_ID and BY_ID[id].keys and not self._keys[id]]
        without = f"; {', '.join(sorted(bare))} {'has' if len(bare) == 1 else 'have'} none" if bare else ""
        return f"Your keys take {len(self.changed)} from other commands: {self.first('help')} shows all{without}."

    def footer(self, pane: str, idle: Container[str] = ()) -> tuple[tuple[str, str], ...]:
        """(keys, word) for the line of keys of a pane, without those commands that have nothing to do there."""
        return tuple(
            (" ".join(self.first(id) for id in ids.split()), word)
            for ids, word in FOOTER[pane]
            if ids not in idle and all(id in self.commands and (id == "help" or self.of(id)) for id in ids.split())
        )

    def help(self, pane: str = "") -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
        """(group, ((keys, what they do, id), …)) for the help: those of the pane first."""
        here = [self.by_id[id] for ids, _ in FOOTER.get(pane, ()) for id in ids.split()]
        here += [command for command in self.every if pane and pane in command.panes.split() and command not in here]
        here = [command for command in here if command.id in self.commands]
        groups = {"Here": here} if here else {}
        for command in self.every:
            if command not in here and command.id in self.commands:
                groups.setdefault(command.group, []).append(command)
        return tuple(
            (group, tuple(("  ".join(self.of(command.id)), command.tells, command.id) for command in commands))
            for group, commands in groups.items()
        )


def _clash(one: Sequence, other: Sequence) -> bool:
    """One is the other, or its beginning: a key that begins a sequence can do nothing by itself."""
    size = min(len(one), len(other))
    return one[:size] == other[:size]


def _read(id: str, keys: str) -> tuple[Sequence, ...]:
    """The keys that a configuration gives a command: separated by commas, those of a sequence by blanks; none where it
    is empty."""
    if id not in BY_ID:
        raise ConfigError(f"keys.{id} is an unknown command{nearest(id, BY_ID)}")
    return _sequences(id, keys)


def _sequences(id: str, keys: str) -> tuple[Sequence, ...]:
    read = (tuple(_known(id, key) for key in sequence.split()) for sequence in keys.split(","))
    return tuple(sequence for sequence in read if sequence)


def _known(id: str, key: str) -> str:
    base = key
    for prefix in ("ctrl+", "shift+", "alt+"):
        base = base.removeprefix(prefix)
    if len(base) != 1 and base not in CHARACTERS and base not in _NAMED:
        raise ConfigError(f"keys.{id}: {key} is not a key{nearest(base, [*CHARACTERS, *_NAMED])}")
    return CHARACTERS.get(key, key)


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The end of a sentence about a wrong name: which one is meant, or which there are."""
    near = text.nearest(wrong, list(known), 0.5)
    return f"; did you mean {near}?" if near else f"; they are {', '.join(known)}"
