"""Pictures to try the grid with, and a grid that keeps what was edited in it."""

from __future__ import annotations

from dataclasses import replace

from openblock.ui.grid import (
    Edit,
    GridCell,
    GridCode,
    GridColumn,
    GridHead,
    GridPicture,
    GridRow,
    GridStrip,
    GridText,
    PlanGrid,
)

CODES = (
    GridCode("24", "whole day", "24"),
    GridCode("D", "day", "D"),
    GridCode("D8", "short day", "other"),
    GridCode("N", "night", "N"),
    GridCode("B", "free", "free"),
)


def picture(
    rows: int = 6, columns: int = 8, cells: dict[tuple[int, int], str] | None = None
) -> GridPicture:
    """Rows 0.. in two bands and columns 0.. with today at 3, a weekend at 5, a holiday at 6."""
    grounds = {5: "weekend", 6: "holiday"}
    return GridPicture(
        columns=tuple(
            GridColumn(n, str(n + 1), "Mo", grounds.get(n, ""), today=n == 3, spoken=f"day {n + 1}")
            for n in range(columns)
        ),
        rows=tuple(
            GridRow(
                n,
                f"Person {n}",
                (GridText("kpt.", "secondary"), GridText(f"Person {n}")),
                (GridText("24"),),
                f"Team {1 + n // 3}",
            )
            for n in range(rows)
        ),
        cells={key: GridCell(code, code) for key, code in (cells or {}).items()},
        leads=(GridHead(""), GridHead("")),
        totals=(GridHead("Total", "h", "right"),),
        strips=(GridStrip("Needed 2", tuple(GridText("2") for _n in range(columns))),),
        corner=("Officer", "6"),
    )


class Kept:
    """Answers every edit with a new picture, as a tab does, and remembers each edit."""

    def __init__(self, grid: PlanGrid, shown: GridPicture) -> None:
        self.grid = grid
        self.shown = shown
        self.edits: list[tuple[Edit, ...]] = []
        grid.set_codes(CODES)
        grid.set_picture(shown)
        grid.edited.connect(self._edited)

    def _edited(self, edits: tuple[Edit, ...]) -> None:
        self.edits.append(edits)
        cells = dict(self.shown.cells)
        for row, column, code in edits:
            cells.pop((row, column), None)
            if code:
                cells[row, column] = GridCell(code, code)
        self.show(cells)

    def show(self, cells: dict[object, GridCell]) -> None:
        self.shown = replace(self.shown, cells=cells)
        self.grid.set_picture(self.shown)

    def code(self, row: int, column: int) -> str:
        cell = self.shown.cells.get((row, column))
        return cell.code if cell else ""

    @property
    def last(self) -> set[Edit]:
        return set(self.edits[-1])
