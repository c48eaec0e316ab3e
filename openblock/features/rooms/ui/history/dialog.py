"""The window onto the past of rooms: a night, a room, a person, the whole house."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from openblock.features.rooms.ui.history.house_page import HousePage
from openblock.features.rooms.ui.history.night_page import NightPage
from openblock.features.rooms.ui.history.past_pages import PersonPage, RoomPage
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.theme import on_screen, px

NIGHT, ROOM, PERSON, HOUSE = range(4)


class HistoryDialog(QDialog):
    """Four pages; each is made when it is first shown, so that only what is asked is read."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        room_id: int | None = None,
        resident_id: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._room_id, self._resident_id = room_id, resident_id
        self.setWindowTitle(_("Who slept where"))
        self.tabs = QTabWidget()
        self._made: dict[int, QWidget] = {}
        self._rooms: list[QVBoxLayout] = []
        for title in (_("A night"), _("A room"), _("A person"), _("Occupancy")):
            holder = QWidget()
            room = QVBoxLayout(holder)
            room.setContentsMargins(0, 0, 0, 0)
            self._rooms.append(room)
            self.tabs.addTab(holder, title)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        self.resize(on_screen(1080, 620))
        self.tabs.currentChanged.connect(self._open)
        first = NIGHT
        if resident_id is not None:
            first = PERSON
        elif room_id is not None:
            first = ROOM
        self.tabs.setCurrentIndex(first)
        self._open(first)

    def page(self, number: int) -> QWidget:
        """One of the pages, made if need be."""
        if number not in self._made:
            made = self._make(number)
            self._made[number] = made
            self._rooms[number].addWidget(made)
        return self._made[number]

    def _make(self, number: int) -> QWidget:
        if number == HOUSE:
            return HousePage(self._desk)
        if number == PERSON:
            return PersonPage(self._desk, self._resident_id)
        made = NightPage(self._desk) if number == NIGHT else RoomPage(self._desk, self._room_id)
        made.person_wanted.connect(self._show_person)
        return made

    def _open(self, number: int) -> None:
        self.page(number).setFocus()

    def _show_person(self, resident_id: int) -> None:
        page = self.page(PERSON)
        self.tabs.setCurrentIndex(PERSON)
        if isinstance(page, PersonPage):
            page.show_person(resident_id)
            page.table.setFocus()


def open_history(
    desk: Desk,
    parent: QWidget,
    room_id: int | None = None,
    resident_id: int | None = None,
) -> None:
    """Show the past: of a person, else of a room, else of last night."""
    dialog = HistoryDialog(desk, parent, room_id, resident_id)
    dialog.exec()
    dialog.deleteLater()
