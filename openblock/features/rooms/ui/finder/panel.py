"""The room finder as a field of a form: its value is the bed chosen from the ranked list."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock.clock import FOREVER
from openblock.features.rooms.queries import find_beds
from openblock.features.rooms.ui.finder.delegate import BedDelegate
from openblock.features.rooms.ui.finder.ranking import BED_ROLE, BedLine, BedsModel, lines_of
from openblock.i18n import _
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.theme import px, watch


class _List(QListView):
    """Lays its items out again when its width changes: their heights depend on it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(220))


class FinderPanel(QWidget):
    """Every bed for one person; the best one is chosen until another one is."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: int | None = None
        self._asked = False
        self.model = BedsModel(self)
        self.view = _List()
        self.filter = QButtonGroup(self)
        self.nothing = labelled("", "secondary")
        self.nothing.setWordWrap(True)
        self._lay_out()
        self.filter.idClicked.connect(self._refilter)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.setFocusProxy(self.view)
        watch(self.view.doItemsLayout)
        self._say()

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(BedDelegate(self.view))
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMinimumHeight(px(120))
        self.setAccessibleName(_("Bed"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        for number in (0, 1):
            button = QPushButton()
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setAutoDefault(False)
            self.filter.addButton(button, number)
            row.addWidget(button)
        self.filter.button(0).setToolTip(_("Only beds that nothing rules out"))
        self.filter.button(1).setToolTip(_("All beds, with what rules them out"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self.view, 1)
        column.addWidget(self.nothing)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.view.setAccessibleName(name)

    # What a form asks

    def set_resident(
        self, resident_id: int | None, at: datetime | None, until: datetime | None = None
    ) -> None:
        """Look for beds for a person during ``[at, until)``; nothing known yet: no beds.

        A bed chosen before stays chosen as long as it can be had; otherwise the best one is.
        """
        kept = self.value()
        self._asked = resident_id is not None and at is not None
        self.model.show_lines(())
        if resident_id is not None and at is not None:
            self._desk.show(lambda: self._read(resident_id, at, until or FOREVER))
        self._choose(self._wanted if self._wanted is not None else kept)
        self._say()
        if self.value() != kept:
            self.edited.emit()

    def _read(self, resident_id: int, at: datetime, until: datetime) -> None:
        subject = Consultation("resident", str(resident_id))
        found = self._desk.read(find_beds, resident_id, at, until, consult=subject)
        self.model.show_lines(lines_of(found))

    def value(self) -> int | None:
        """The number of the bed chosen, or None."""
        row = self.line()
        return row.bed_id if row is not None else None

    def line(self) -> BedLine | None:
        """The line chosen, with what speaks for and against the bed."""
        found: BedLine | None = self.view.currentIndex().data(BED_ROLE)
        return found

    def set_value(self, bed_id: int | None) -> None:
        """Choose a bed, also one that is ruled out: the list says why. None: the best one."""
        self._wanted = bed_id
        self._choose(bed_id)
        self._say()

    def unread(self) -> str:
        """Why the choice cannot be sent, in words; empty when it can."""
        row = self.line()
        return row.against if row is not None and row.stops else ""

    # Inside

    def _choose(self, bed_id: int | None) -> None:
        line = next((each for each in self.model.all if each.bed_id == bed_id), None)
        if line is not None and line.stops and self.filter.checkedId() == 0:
            self.filter.button(1).setChecked(True)
            self.model.only_possible(False)
        place = self.model.row_of(bed_id)
        if place < 0:
            rows = self.model.rows
            place = next((n for n, each in enumerate(rows) if not each.stops), -1)
        blocked = self.view.selectionModel().blockSignals(True)
        self.view.setCurrentIndex(self.model.index(place) if place >= 0 else QModelIndex())
        self.view.selectionModel().blockSignals(blocked)
        self.view.viewport().update()
        if place >= 0:
            self.view.scrollTo(self.model.index(place))

    def _chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self._wanted = self.value()
            self.edited.emit()

    def _refilter(self, number: int) -> None:
        kept = self.value()
        self.model.only_possible(number == 0)
        if self.model.row_of(kept) < 0:
            # What is ruled out was left out just now, and is not to come back by being chosen.
            self._wanted = None
        self._choose(kept if self._wanted is not None or number else None)
        self._say()
        if self.value() != kept:
            self.edited.emit()

    def _say(self) -> None:
        self.filter.button(0).setText(_("Possible {number}").format(number=self.model.possible))
        self.filter.button(1).setText(_("All {number}").format(number=len(self.model.all)))
        words = ""
        if not self._asked:
            words = _("Choose the person and the time first.")
        elif not self.model.all:
            words = _("There is no other bed at that time.")
        elif not self.model.rows:
            words = _("Nothing suits. Show all beds to see what rules them out.")
        self.nothing.setText(words)
        self.nothing.setVisible(bool(words))
