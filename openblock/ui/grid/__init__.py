"""The shared plan grid: rows by days, edited by keyboard and mouse as a spreadsheet is."""

from __future__ import annotations

from openblock.ui.grid.chip_button import ChipButton
from openblock.ui.grid.picture import (
    BARS,
    TITLE,
    Edit,
    GridBar,
    GridCell,
    GridCode,
    GridColumn,
    GridHead,
    GridMeter,
    GridPicture,
    GridRow,
    GridStrip,
    GridText,
    Place,
)
from openblock.ui.grid.plan_grid import PlanGrid

__all__ = [
    "BARS",
    "TITLE",
    "ChipButton",
    "Edit",
    "GridBar",
    "GridCell",
    "GridCode",
    "GridColumn",
    "GridHead",
    "GridMeter",
    "GridPicture",
    "GridRow",
    "GridStrip",
    "GridText",
    "Place",
    "PlanGrid",
]
