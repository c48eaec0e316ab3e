"""The rooms' row of controls: which view, which floor, at which instant, and the deeds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from openblock.features.rooms.ui.dialogs.moment import NowEdit
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import Choice, labelled
from openblock.ui.icons import icon
from openblock.ui.theme import font, px, watch

PLAN, BOARD, TABLE = "plan", "board", "table"
_MOST_BUTTONS = 4
_PAUSE = 400


class RoomsToolbar(QFrame):
    """Says what was pressed; the tab decides what it means."""

    view_wanted = Signal(str)
    floor_wanted = Signal(int)
    moment_changed = Signal()
    place_wanted = Signal()
    swap_wanted = Signal()
    print_wanted = Signal()
    edit_wanted = Signal()
    set_up_wanted = Signal()
    history_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, *, may_place: bool, may_build: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self.views = self._view_switch()
        self.floors = QWidget()
        self._floor_row = QHBoxLayout(self.floors)
        self._floor_row.setContentsMargins(0, 0, 0, 0)
        self._floor_row.setSpacing(0)
        self.floors_offered: tuple[tuple[int, str], ...] = ()
        self._floor_buttons: dict[int, QPushButton] = {}
        self.floor_choice: Choice | None = None
        self.moment = NowEdit()
        self.moment.setAccessibleName(_("State at"))
        self.now = self._button(_("Now"), "clock", _("Show the present state"), "today")
        self.swap = self._button(_("Swap…"), "swap", _("Swap two people"), "swap-residents")
        self.place = self._button(_("Place…"), "add", _("Place a person"), "place-resident")
        self.place.setProperty("kind", "primary")
        self.place.setIcon(icon("add", "onaccent"))
        self.print = self._button(_("Print…"), "print", _("Print the sheets of the tab"), "print")
        self.more = self._more_menu(may_build=may_build)
        for each in (self.swap, self.place):
            each.setVisible(may_place)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        watch(self._dress)
        self._dress()

    def _dress(self) -> None:
        wide = QFontMetrics(font()).horizontalAdvance("00.00.0000.")
        self.moment.day.setFixedWidth(wide + px(54))
        self.moment.time.setFixedWidth(wide // 2 + px(36))

    # Parts

    def _button(self, words: str, drawing: str, said: str, key: str) -> QPushButton:
        made = QPushButton(words)
        if drawing:
            made.setIcon(icon(drawing))
        made.setToolTip(shortcuts.hint(said, key) if key else said)
        made.setAutoDefault(False)
        return made

    def _view_switch(self) -> dict[str, QPushButton]:
        lines = (
            (PLAN, _("Floor plan"), "room", _("Show the floor plan"), "rooms-plan"),
            (BOARD, _("Board"), "week", _("Show the board of beds and days"), "rooms-board"),
            (TABLE, _("Table"), "document", _("Show the table of beds"), "rooms-table"),
        )
        group = QButtonGroup(self)
        made = {}
        for name, words, drawing, said, key in lines:
            button = self._button(words, drawing, said, key)
            button.setCheckable(True)
            group.addButton(button)
            made[name] = button
        made[PLAN].setChecked(True)
        return made

    def _more_menu(self, *, may_build: bool) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("more"))
        button.setToolTip(_("More about the rooms"))
        button.setAccessibleName(_("More about the rooms"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self.history_action = self._entry(menu, _("Occupancy and history…"), "clock")
        self.import_action = self._entry(menu, _("Import rooms…"), "import")
        self.export_action = self._entry(menu, _("Export rooms…"), "export")
        self.edit_action = self._entry(menu, _("Edit plan"), "edit")
        self.set_up_action = self._entry(menu, _("Set up rooms…"), "settings")
        for action in (self.edit_action, self.import_action):
            action.setVisible(may_build)
        self.set_up_action.setVisible(may_build)
        button.setMenu(menu)
        return button

    def _entry(self, menu: QMenu, words: str, drawing: str) -> QAction:
        action = QAction(icon(drawing), words, menu)
        menu.addAction(action)
        return action

    def _lay_out(self) -> None:
        row = FlowLayout(self)
        row.setContentsMargins(px(12), px(7), px(12), px(7))
        switch = QWidget()
        line = QHBoxLayout(switch)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for button in self.views.values():
            line.addWidget(button)
        self.when = QWidget()
        line = QHBoxLayout(self.when)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(6))
        line.addWidget(labelled(_("State at"), "secondary"))
        line.addWidget(self.moment)
        line.addWidget(self.now)
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for each in (switch, self.floors, self.when, spring):
            row.addWidget(each)
        for each in (self.swap, self.place, self.print, self.more):
            row.addWidget(each)

    def _connect(self) -> None:
        for name, button in self.views.items():
            button.clicked.connect(lambda _checked=False, name=name: self.view_wanted.emit(name))
        self.moment.edited.connect(self._pause.start)
        self._pause.timeout.connect(self.moment_changed)
        self.now.clicked.connect(self.show_now)
        self.swap.clicked.connect(self.swap_wanted)
        self.place.clicked.connect(self.place_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.history_action.triggered.connect(self.history_wanted)
        self.import_action.triggered.connect(self.import_wanted)
        self.export_action.triggered.connect(self.export_wanted)
        self.edit_action.triggered.connect(self.edit_wanted)
        self.set_up_action.triggered.connect(self.set_up_wanted)

    # What is shown

    def show_view(self, name: str) -> None:
        """Which view is on; the board has its own days."""
        self.views[name].setChecked(True)
        self.when.setVisible(name != BOARD)
        # The table lists the beds of all floors.
        self.floors.setVisible(name != TABLE)

    def show_now(self) -> None:
        """Stand at the present instant again."""
        self.moment.set_now()
        self._pause.stop()
        self.moment_changed.emit()

    def show_moment(self, moment: datetime) -> None:
        """Stand at this instant, without saying so."""
        self.moment.set_value(moment)
        self._pause.stop()

    def show_floors(self, floors: Sequence[tuple[int, str]], chosen: int | None) -> None:
        """Offer these floors (number and name): as buttons, or as a choice where they are many."""
        if tuple(floors) != self.floors_offered:
            self.floors_offered = tuple(floors)
            self._put_floors()
        for floor_id, button in self._floor_buttons.items():
            button.setChecked(floor_id == chosen)
        if self.floor_choice is not None and chosen is not None:
            self.floor_choice.blockSignals(True)
            self.floor_choice.set_value(chosen)
            self.floor_choice.blockSignals(False)

    def _put_floors(self) -> None:
        while (item := self._floor_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._floor_buttons, self.floor_choice = {}, None
        if len(self.floors_offered) > _MOST_BUTTONS:
            choice = Choice(self.floors_offered)
            choice.setAccessibleName(_("Floor"))
            choice.edited.connect(lambda: self.floor_wanted.emit(choice.value()))
            self.floor_choice = choice
            self._floor_row.addWidget(choice)
            return
        for floor_id, name in self.floors_offered:
            button = self._button(name.replace("&", "&&"), "", "", "")
            button.setAccessibleName(name)
            button.setToolTip(shortcuts.hint(name, "next-floor"))
            button.setCheckable(True)
            button.clicked.connect(
                lambda _checked=False, floor_id=floor_id: self.floor_wanted.emit(floor_id)
            )
            self._floor_buttons[floor_id] = button
            self._floor_row.addWidget(button)
