"""The past of one room and of one person: every bed had, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openblock.features.residents.ui.person_picker import PersonPicker
from openblock.features.rooms.queries import (
    AssignmentRow,
    house,
    resident_placements,
    room_history,
)
from openblock.features.rooms.rules.content import RoomKind
from openblock.features.rooms.ui.history.wording import placement_columns
from openblock.i18n import _, n_
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, labelled
from openblock.ui.table_model import RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px

#: So many entries of a room are shown: some years of it.
MOST = 500


class PastPage(QWidget):
    """An editor that says whose past, and the table of it; the two pages differ in these."""

    #: int: Enter or a double click on an entry that names a person.
    person_wanted = Signal(int)

    def __init__(self, label: str, editor: Any, *, person: bool) -> None:
        super().__init__()
        self.editor = editor
        self.said = labelled("", "secondary")
        self.model = RowsTableModel(
            placement_columns(person=person), key=lambda row: row.assignment_id
        )
        # As the query gives it: the newest first.
        self.table = RowsView(self.model, sort_by=None)
        self.table.setAccessibleName(label)
        editor.setAccessibleName(label)
        editor.setMaximumWidth(px(360))
        title = labelled(label, "field")
        title.setBuddy(editor)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(title)
        row.addWidget(editor, 1)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        self.setFocusProxy(editor)
        editor.edited.connect(self.read)
        self.table.activated.connect(self._activated)

    def read(self) -> None:
        """Show the past of what the editor says."""
        raise NotImplementedError

    def show_rows(self, rows: tuple[AssignmentRow, ...]) -> None:
        """Show these, and how many they are."""
        self.model.set_rows(rows)
        self.table.fit()
        header = self.table.horizontalHeader()
        for column in range(header.count() - 1):
            # A long reason is cut, and whole on hover: who entered it stays in sight.
            header.resizeSection(column, min(header.sectionSize(column), px(330)))
        self.said.setText(n_("{number} entry", "{number} entries", len(rows)))

    def _activated(self) -> None:
        row = self.table.chosen()
        if isinstance(row, AssignmentRow):
            self.person_wanted.emit(row.content.resident_id)


class RoomPage(PastPage):
    """Who has slept in a room."""

    def __init__(self, desk: Desk, room_id: int | None) -> None:
        self._desk = desk
        rooms: list[tuple[Any, str]] = []
        desk.show(lambda: rooms.extend(_rooms(desk)))
        chosen = room_id if room_id is not None else (rooms[0][0] if rooms else None)
        super().__init__(_("Room"), Choice(rooms, chosen), person=False)
        if rooms:
            self.read()

    def read(self) -> None:
        room_id = self.editor.value()
        if room_id is None:
            return
        asked = Consultation("resident-list", f"room-history-{room_id}")
        _show(self._desk, self, lambda: self._desk.read(room_history, room_id, MOST, consult=asked))


class PersonPage(PastPage):
    """Where a person has slept."""

    def __init__(self, desk: Desk, resident_id: int | None) -> None:
        self._desk = desk
        super().__init__(_("Person"), PersonPicker(desk), person=True)
        self.said.setText(_("Type a few letters of the name."))
        if resident_id is not None:
            self.show_person(resident_id)

    def show_person(self, resident_id: int) -> None:
        """The past of this one."""
        self.editor.set_value(resident_id)
        self.read()

    def read(self) -> None:
        resident_id = self.editor.value()
        if resident_id is None:
            return
        asked = Consultation("resident", str(resident_id))
        _show(
            self._desk,
            self,
            lambda: self._desk.read(resident_placements, resident_id, consult=asked),
        )


def _show(desk: Desk, page: PastPage, ask: Callable[[], tuple[AssignmentRow, ...]]) -> None:
    desk.show(lambda: page.show_rows(ask()))


def _rooms(desk: Desk) -> list[tuple[Any, str]]:
    buildings = desk.read(house)
    several = len(buildings) > 1
    return [
        (room.room_id, f"{building.content.name} {room.code}" if several else room.code)
        for building in buildings
        for floor in building.floors
        for room in floor.rooms
        if room.content.kind == RoomKind.LIVING
    ]
