"""The plan with what stands beside it: who waits at the left, the chosen room at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from openblock.features.rooms.queries import FloorRow, Occupancy
from openblock.features.rooms.ui.plan.legend import PlanLegend
from openblock.features.rooms.ui.plan.picture import RoomPicture, pictures_of
from openblock.features.rooms.ui.plan.view import PlanView
from openblock.features.rooms.ui.side.room_panel import RoomPanel
from openblock.features.rooms.ui.side.waiting import WaitingPanel
from openblock.i18n import _
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.theme import px, scale, watch

_LEFT, _RIGHT = 230, 286
_WIDEST = 460
_ONE_PANEL_FROM = 140


class PlanPage(QWidget):
    """Keeps the two panels and the plan in step; the deeds are the tab's."""

    walls_saved = Signal(object)

    def __init__(
        self,
        waiting: WaitingPanel,
        panel: RoomPanel,
        *,
        may_place: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.waiting = waiting
        self.panel = panel
        self.view = PlanView(may_place=may_place)
        self.legend = PlanLegend()
        self.save_walls = QPushButton(_("Save the plan"))
        self.leave_walls = QPushButton(_("Cancel"))
        self.edit_bar = self._make_edit_bar()
        self.pictures: tuple[RoomPicture, ...] = ()
        self.room_id: int | None = None
        self._lay_out()
        self.view.bed_chosen.connect(self._bed_chosen)
        self.view.room_chosen.connect(self.show_room)
        self.panel.closed.connect(self.close_panel)
        self.save_walls.clicked.connect(self._save)
        self.leave_walls.clicked.connect(self.stop_editing)
        watch(self._dress)
        self._dress()

    def show_occupancy(self, occupancy: Occupancy, floor: FloorRow | None) -> None:
        """Show the floor at the instant; what was chosen stays chosen where it still is."""
        self.waiting.show_occupancy(occupancy, floor)
        if floor is None:
            self.pictures = ()
            self.view.clear()
            self.close_panel()
            return
        self.pictures = pictures_of(occupancy, floor)
        self.view.show_floor(floor, self.pictures)
        self._show_panel()

    def show_room(self, room_id: int) -> None:
        """Show the facts of this room."""
        self.room_id = room_id
        self._show_panel()

    def go_to_room(self, room_id: int) -> None:
        """Stand on the first bed of a room, and show its facts."""
        room = self._picture(room_id)
        if room is None:
            return
        if room.beds:
            self.view.choose(room.beds[0].bed_id)
        self.show_room(room_id)

    def close_panel(self) -> None:
        """Show no room's facts."""
        self.room_id = None
        self._show_panel()
        self.view.setFocus()

    def _bed_chosen(self, _bed_id: int) -> None:
        bed = self.view.current()
        if bed is not None:
            self.show_room(bed.room_id)

    def _show_panel(self) -> None:
        room = self._picture(self.room_id)
        if room is not None:
            self.panel.show_room(room)
        self.panel.setVisible(room is not None)
        # With large text there is room for one panel beside the plan.
        self.waiting.setVisible(room is None or scale() < _ONE_PANEL_FROM)
        if self.view.editing is None:
            self.view.mark_room(room.room.room_id if room else None)

    def _picture(self, room_id: int | None) -> RoomPicture | None:
        return next((each for each in self.pictures if each.room.room_id == room_id), None)

    # Editing the walls

    def start_editing(self) -> None:
        """Let the rooms be moved and resized until saved or cancelled."""
        if not self.pictures:
            return
        self.edit_bar.show()
        self.view.edit_walls(self.room_id)

    def stop_editing(self) -> None:
        """Leave the rooms as they are stored."""
        self.edit_bar.hide()
        self.view.stop_editing()
        self._show_panel()
        self.view.setFocus()

    def _save(self) -> None:
        editing = self.view.editing
        if editing is None:
            return
        if editing.changes:
            self.walls_saved.emit(editing.changes)
        else:
            self.stop_editing()

    # Looks

    def _make_edit_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("kind", "card")
        line = QHBoxLayout(bar)
        line.setContentsMargins(px(12), px(5), px(12), px(5))
        line.setSpacing(px(8))
        words = labelled(
            _(
                "Drag rooms, or their lower right corner. Arrows move the chosen room, with Shift "
                "they resize it; Page Down goes to the next room."
            )
        )
        words.setWordWrap(True)
        line.addWidget(words, 1)
        for button in (self.leave_walls, self.save_walls):
            button.setAutoDefault(False)
            line.addWidget(button)
        self.save_walls.setProperty("kind", "primary")
        self.save_walls.setIcon(icon("save", "onaccent"))
        bar.hide()
        return bar

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.edit_bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.legend)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        for each in (self.waiting, middle, self.panel):
            self.split.addWidget(each)
        self.split.setStretchFactor(1, 1)
        self.panel.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)

    def _dress(self) -> None:
        # At twice the text the panels may take no more than the plan can spare.
        left, right = min(px(_LEFT), _WIDEST), min(px(_RIGHT), _WIDEST)
        self.waiting.setMinimumWidth(left)
        self.panel.setMinimumWidth(right)
        self.split.setSizes([left, px(900), right])
        # Every bed says its state in words; the legend gives its lines to the plan.
        self.legend.setVisible(scale() < _ONE_PANEL_FROM)
        self._show_panel()
