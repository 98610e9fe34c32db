"""The verb `doctor`: what is wrong is told, and with `--fix` mended where it can be."""

import argparse

from tui.output import gate


def run(arguments: argparse.Namespace) -> int:
    """`doctor [--fix] [--json]`: exit code 1 where something is wrong that was not mended."""
    from tui.library import doctor

    found = doctor.examine(fix=arguments.fix)
    if arguments.json:
        gate.put_json([{"state": one.state, "what": one.what, "sentence": one.told(doctor.CURES)} for one in found])
    else:
        gate.put("\n".join(one.line for one in found))
    return 1 if doctor.wrong(found) else 0
