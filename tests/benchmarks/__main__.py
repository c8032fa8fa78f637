"""Prints the table of measured figures: all of it, or the parts named on the command line."""

import os
import sys
from collections.abc import Callable, Iterator

from blueprint_editor.app.collector import tune_collector
from tests.benchmarks import canvases, files, pdfs, posters, processes
from tests.benchmarks.measure import Row, describe_machine, print_header, print_row

PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "files": files.measure,
    "posters": posters.measure,
    "pdfs": pdfs.measure,
    "processes": processes.measure,
    "canvases": canvases.measure,
}


def main(names: list[str]) -> int:
    """Measure the named parts, or all; tell the number of missed limits."""
    if unknown := set(names) - set(PARTS):
        print(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    tune_collector()  # as the program itself does when it starts
    print(describe_machine())
    print_header()
    missed = 0
    for name in names or PARTS:
        for row in PARTS[name]():
            print_row(row)
            missed += row.is_missed
    print(f"{missed} of the figures to reach are missed." if missed else "All figures are reached.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
