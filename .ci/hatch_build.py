"""What a wheel carries besides the program: completions for bash, zsh and fish, and a man page, made of the command line's own parser."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPLETIONS = {
    "bash": "share/bash-completion/completions/broadsheet",
    "zsh": "share/zsh/site-functions/_broadsheet",
    "fish": "share/fish/vendor_completions.d/broadsheet.fish",
}
MAN_PAGE = "share/man/man1/broadsheet.1"
SYNC = ("add", "status", "remove")


class Extras(BuildHookInterface[Any]):
    """Runs as a wheel is built. An editable install goes without."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files, and have them put where shells and man look for them."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        os.environ.setdefault("COLUMNS", "100")  # argparse folds to the terminal's width: the same files everywhere
        import shtab
        from build_manpages.manpage import Manpage

        from tui import __version__
        from tui.cli import parser

        folder = Path(self.directory) / ".extras"
        written = {place: shtab.complete(_completed(parser()), shell) for shell, place in COMPLETIONS.items()}
        page = Manpage(parser())
        page.date, page.source, page.manual = (
            "",
            f"broadsheet {__version__}",
            "Broadsheet",
        )  # no day: the same file every day
        described = "broadsheet \\- a newsreader for the terminal"  # what whatis and apropos look for
        written[MAN_PAGE] = str(page).replace(".SH NAME\nbroadsheet\n", f".SH NAME\n{described}\n", 1)
        for place, text in written.items():
            file = folder / place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            build_data["shared_data"][str(file)] = place


def _completed(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The parser with what a shell may offer besides its choices: verbs, settings, files and folders."""
    import shtab

    from tui import config

    (verbs,) = (each.choices for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    offered = {
        ("help", "name"): list(verbs),
        ("sync", "action"): SYNC,
        ("config", "name"): [setting.name for setting in (*config.SETTINGS, *config.NETWORK)],
    }
    for name, verb in verbs.items():
        for action in verb._actions:
            action.choices = offered.get((name, action.dest), action.choices)
            said = str(action.metavar or "")
            if said.startswith(("FILE", "URL-or-FILE")):
                action.complete = shtab.FILE  # type: ignore[attr-defined]  # what shtab looks for
            elif (name, action.dest) in (("save-as", "to"), ("import", "newsboat")):
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    return parser
