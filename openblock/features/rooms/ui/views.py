"""The three views of the rooms under one row of controls; each is shown what was read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from openblock.features.rooms.queries import FloorRow, Occupancy
from openblock.features.rooms.ui.deeds import RoomDeeds
from openblock.features.rooms.ui.plan_page import PlanPage
from openblock.features.rooms.ui.side.empty import EmptyRooms
from openblock.features.rooms.ui.side.room_panel import Finding, RoomPanel, RoomRights
from openblock.features.rooms.ui.side.waiting import Suiting, WaitingPanel
from openblock.features.rooms.ui.table.view import BedTable
from openblock.features.rooms.ui.toolbar import BOARD, PLAN, TABLE, RoomsToolbar
from openblock.ui.desk import Desk

if TYPE_CHECKING:
    from openblock.features.rooms.ui.board import BoardView


class RoomViews(QWidget):
    """Plan, table and board; the board is loaded when it is first shown."""

    def __init__(self, desk: Desk, deeds: RoomDeeds, finding: Finding, suiting: Suiting) -> None:
        super().__init__()
        self._desk = desk
        self._deeds = deeds
        may_place, may_build = desk.may("rooms.place_resident"), desk.may("rooms.save_room")
        self.toolbar = RoomsToolbar(may_place=may_place, may_build=may_build)
        rights = RoomRights(place=may_place, close=desk.may("rooms.close_space"))
        self.panel = RoomPanel(finding, rights)
        self.waiting = WaitingPanel(suiting, may_place=may_place)
        self.plan = PlanPage(self.waiting, self.panel, may_place=may_place)
        self.table = BedTable()
        self.empty = EmptyRooms(may_build=may_build)
        self.board: BoardView | None = None
        self.name = PLAN
        self.pages = QStackedWidget()
        for page in (self.plan, self.table, self.empty):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.pages, 1)

    def show_occupancy(self, seen: Occupancy, floor: FloorRow | None) -> None:
        """Draw ``floor`` in the view that is on; the first step where there is no floor."""
        self.toolbar.setVisible(floor is not None)
        if floor is None:
            self.pages.setCurrentWidget(self.empty)
            return
        self.toolbar.show_view(self.name)
        page = self._page()
        self.pages.setCurrentWidget(page)
        if page is self.plan:
            self.plan.show_occupancy(seen, floor)
        elif page is self.table:
            self.table.show_occupancy(seen)
        elif self.board is not None:
            self.board.show_floor(floor.floor_id)
            self.board.refresh()

    def _page(self) -> QWidget:
        if self.name == TABLE:
            return self.table
        if self.name != BOARD:
            return self.plan
        if self.board is None:
            from openblock.features.rooms.ui.board import BoardView  # noqa: PLC0415

            self.board = BoardView(self._desk, self._deeds)
            self.pages.addWidget(self.board)
        return self.board

    def focus_first(self) -> None:
        """The keyboard goes to the beds, or to the first step."""
        page = self.pages.currentWidget()
        if page is self.plan:
            self.plan.view.setFocus()
        elif page is self.table:
            self.table.focus_rows()
        elif page is self.empty:
            self.empty.set_up.setFocus()
        elif self.board is not None:
            self.board.focus_first()

    def chosen_bed(self) -> int | None:
        """The bed that is chosen in the view on show."""
        if self.name == TABLE:
            line = self.table.chosen()
            return line.bed_id if line is not None else None
        bed = self.plan.view.current()
        return bed.bed_id if bed is not None else None

    def chosen_resident(self) -> int | None:
        """Who is in the bed that is chosen."""
        if self.name == TABLE:
            line = self.table.chosen()
            return line.resident_id if line is not None else None
        bed = self.plan.view.current()
        return bed.resident_id if bed is not None and self.name == PLAN else None

    def choose_bed(self, bed_id: int) -> None:
        """Choose a bed in the view on show."""
        if self.name == TABLE:
            self.table.choose(bed_id)
        elif self.name == PLAN:
            self.plan.view.choose(bed_id)
