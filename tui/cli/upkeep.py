"""Verbs that look after the library: tidy."""

import argparse

from tui.cli.opening import writing
from tui.output import gate


def tidy(arguments: argparse.Namespace) -> int:
    """`tidy`: says what it would remove, and removes it only with `--yes`."""
    from datetime import timedelta

    from tui.storage import retention

    with writing() as file:
        plan = retention.plan(file, timedelta(days=arguments.days))
        freed = retention.tidy(file, plan) if arguments.yes and plan else None
    lines = [f"{part.count} {part.what}, {part.bytes // 1024} KiB: {part.reason}" for part in plan]
    lines += [f"{freed // 1024} KiB freed"] if freed is not None else []
    gate.put("\n".join(lines or ["nothing to remove"]))
    if plan and not arguments.yes:
        gate.say("nothing has been removed: run it again with --yes")
    return 0
