"""Verbs that look after the library: tidy, backup, restore."""

import argparse
import os
from pathlib import Path

from tui import config, log
from tui.cli import listing
from tui.cli.opening import reading, refuse, writing
from tui.errors import AskError, StoreError
from tui.output import gate, lists, records


def tidy(arguments: argparse.Namespace) -> int:
    """`tidy`: says what it would remove, and removes it only with `--yes`."""
    from tui.storage import retention

    days = retention.KEPT_DAYS if arguments.days is None else arguments.days
    with writing() as file:
        plan = retention.plan(file, days)
        freed = retention.tidy(file, plan) if arguments.yes and plan else None
    listing.put(plan, records.tidying, lists.tidyings, as_json=arguments.json, none="there is nothing to remove")
    if freed is not None:
        gate.say(f"removed, {freed // 1024} KiB freed")
    elif plan:
        gate.say("nothing has been removed: run it again with --yes")
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """`backup`: a copy of the library, made while it is used; prints where it is."""
    from tui.storage import backups

    if arguments.list:
        copies = backups.copies(config.library_file())
        none = "there is no backup yet: `broadsheet backup`"
        return listing.put(copies, records.copy, lists.files, as_json=arguments.json, none=none)
    if arguments.json:
        refuse("--json goes with --list")
    target = Path(arguments.file) if arguments.file else None
    if target is not None:
        _spare(target)
    with reading() as file:
        made = backups.back_up(file, target)
    log.info("backup: %d bytes", made.stat().st_size)
    gate.put(str(made))
    return 0


def _spare(target: Path) -> None:
    """AskError where something stands that a copy would write over: the library, or what is no copy of one."""
    from tui.storage import rows

    if not os.path.lexists(target) or (target.is_file() and not target.stat().st_size):  # as `mktemp` makes one
        return
    library = config.library_file()
    if library.exists() and target.exists() and target.samefile(library):
        raise AskError(f"{target} is the library itself")
    try:
        rows.look(target).close()
    except StoreError:
        raise AskError(f"{target} is there already and no backup: it is left as it is") from None


def restore(arguments: argparse.Namespace) -> int:
    """`restore FILE`: the library as it was in a backup, or in an export of all; without a file the newest backup."""
    from tui.storage import backups

    library = config.library_file()
    copies = backups.copies(library)
    if not arguments.file and not copies:
        raise AskError(f"there is no backup in {backups.folder(library)}")
    source = Path(arguments.file) if arguments.file else copies[-1]
    said = backups.restore(library, source)
    log.info("restore: done")
    gate.say(f"{source}: {lists.restored(said)}")
    return 0
