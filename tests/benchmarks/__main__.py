"""``python -m tests.benchmarks [a b c d e f g h i j]``: every figure of one run, as one table."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import board, duty, grid, grounds, practice, printing, rooms, start
from tests.benchmarks.figures import Figure


def paper() -> list[Figure]:
    theirs = printing.against_weasyprint()
    return [printing.against_the_canvas(), *([theirs] if theirs else [])]


ROOMS = {
    "a": start.measure,
    "b": paper,
    "c": grid.measure,
    "d": grid.measure,
    "e": rooms.measure,
    "f": rooms.measure,
    "g": board.measure,
    "h": practice.measure,
    "i": grounds.measure,
    "j": duty.measure,
}


def main() -> int:
    wanted = sys.argv[1:] or sorted(ROOMS)
    figures = [
        figure
        for measure in dict.fromkeys(ROOMS[letter] for letter in wanted)
        for figure in measure()
    ]
    for each in figures:
        print(
            f"({each.letter}) {each.what:<54} {each.value:6.2f}{each.unit:<3} "
            f"aim ≤ {each.aim:g}  {'holds' if each.holds else 'falls short'}  {each.parts}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
