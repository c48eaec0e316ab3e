"""The figures of the floor and of the block, by the definitions of the roll (§4.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from openblock.features.rooms.queries import BedState, FloorRow, Occupancy, Roll
from openblock.i18n import _, format_number
from openblock.ui.forms import labelled
from openblock.ui.theme import px


def roll_of_floor(occupancy: Occupancy, floor: FloorRow) -> Roll:
    """The beds of one floor, counted as those of the block are."""
    rooms = {room.room_id for room in floor.rooms}
    states = Counter(bed.state for bed in occupancy.beds if bed.room_id in rooms)
    used = states[BedState.OCCUPIED]
    return Roll(
        beds=sum(states.values()),
        out_of_service=states[BedState.CLOSED],
        beds_in_use=used,
        inside=used,
        outside=0,
        without_bed=0,
        held=states[BedState.HELD],
    )


class FloorFigures(QFrame):
    """A small table: the floor, and the whole block beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(px(12), px(8), px(12), px(10))
        self.grid.setHorizontalSpacing(px(10))
        self.grid.setVerticalSpacing(px(4))
        self.grid.setColumnStretch(0, 1)

    def show_figures(self, occupancy: Occupancy, floor: FloorRow | None) -> None:
        """Show the figures at the instant of ``occupancy``."""
        while (item := self.grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        here = roll_of_floor(occupancy, floor) if floor else None
        name = floor.content.name if floor else ""
        self._line(0, ("", name, _("Block")), kind="strong")
        for row, (words, of_roll) in enumerate(_lines(), start=1):
            floor_figure = of_roll(here) if here else ""
            self._line(row, (words, floor_figure, of_roll(occupancy.roll)))

    def _line(self, row: int, texts: tuple[str, str, str], kind: str = "") -> None:
        for column, text in enumerate(texts):
            label = labelled(text, kind or ("secondary" if column == 0 else "strong"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            if column:
                label.setAlignment(right)
            label.setWordWrap(column == 0)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.grid.addWidget(label, row, column)


def _lines() -> tuple[tuple[str, Callable[[Roll], str]], ...]:
    return (
        (_("Beds"), lambda roll: format_number(roll.beds)),
        (_("Out of service"), lambda roll: format_number(roll.out_of_service)),
        (_("In use"), lambda roll: format_number(roll.beds_in_use)),
        (_("Free"), lambda roll: format_number(roll.free)),
        (_("of these reserved"), lambda roll: format_number(roll.held)),
    )
