"""Prints the table of measured figures: all of it, or the parts named on the command line."""

import importlib
import os
import sys

from blueprint_editor.app.collector import tune_collector
from tests.benchmarks.measure import describe_machine, print_header, print_row

PARTS = ("processes", "files", "posters", "pdfs", "canvases", "safety")
"""Modules with a function ``measure``, imported one after the other.

Processes come first, from a small process: on Linux, the peak memory told of a child is at least
what its parent had when it started it (setmax_mm_hiwater_rss in the kernel's exec).
"""


def main(names: list[str]) -> int:
    """Measure the named parts, or all; tell the number of missed limits."""
    if unknown := set(names) - set(PARTS):
        print(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    tune_collector()
    print(describe_machine())
    print_header()
    missed = 0
    for name in names or PARTS:
        for row in importlib.import_module(f"tests.benchmarks.{name}").measure():
            print_row(row)
            missed += row.is_missed
    print(f"{missed} of the figures to reach are missed." if missed else "All figures are reached.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
