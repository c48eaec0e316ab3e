"""The shadowing shifts that wait for their mentor, oldest first: Enter opens the form of one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from openblock import clock
from openblock.features.shadowing.queries import ToConfirm, to_confirm
from openblock.features.shadowing.ui.waiting_model import WaitingLine, WaitingModel
from openblock.features.staff.queries import own_officer
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.entry_paint import LINE_ROLE, EntryDelegate
from openblock.ui.forms import Choice, TextEdit, labelled
from openblock.ui.icons import icon
from openblock.ui.shortcuts import hint
from openblock.ui.tall_list import TallList
from openblock.ui.theme import px

_WIDTH, _HEIGHT = 420, 420
_FEW = 6
_TABLES = frozenset({"shadowings", "duties", "*"})


def whose_hours(desk: Desk, *, everybody: bool) -> int | None:
    """The officer whose trainees' hours are listed; None for those of everybody."""
    if everybody:
        return None
    # Nobody's account, nobody's trainees: number 0 is no officer's.
    return desk.read(own_officer) or 0


class ConfirmList(QFrame):
    """A panel beside the grid; a mentor sees the own, a coordinator all, and whose is chosen.

    Whoever opens the form tells :meth:`go_on` when it was settled, and the next one is chosen.
    """

    #: The number of the shadowing shift whose form is wanted.
    wanted = Signal(int)
    closed = Signal()

    def __init__(self, desk: Desk, *, everybody: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._desk = desk
        self._everybody = everybody
        self.title = labelled(_("Confirm hours"), "strong")
        self.close_button = QToolButton()
        self.search = TextEdit()
        self.mentor = Choice()
        self.model = WaitingModel(self)
        self.list = TallList(self.model, _("Waiting to be confirmed, the oldest first"))
        self.nothing = labelled(_("Nothing waits to be confirmed."), "secondary")
        self._lay_out()
        self.list.activated.connect(self._want)
        self.search.edited.connect(self._seek)
        self.mentor.edited.connect(self._filter)
        self.close_button.clicked.connect(self.closed)
        desk.changed.connect(self._heard)

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH), px(_HEIGHT))

    def refresh(self) -> None:
        """Read again; the one chosen stays chosen."""
        self._desk.show(self._read)

    def focus_first(self) -> None:
        """The keyboard goes to the list, the oldest chosen."""
        if not self.list.currentIndex().isValid():
            self._choose_at(0)
        self.list.setFocus()

    def go_on(self) -> None:
        """The one chosen was settled: it is gone, and the next one is chosen."""
        place = max(self.list.currentIndex().row(), 0)
        self.refresh()
        self._choose_at(min(place, len(self.model.lines) - 1))
        self.list.setFocus()

    def chosen(self) -> ToConfirm | None:
        """The shift chosen."""
        line: WaitingLine | None = self.list.currentIndex().data(LINE_ROLE)
        return line.waiting if line is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    # Inside

    def _read(self) -> None:
        asked = whose_hours(self._desk, everybody=self._everybody)
        found = self._desk.read(to_confirm, clock.now(), asked)
        kept = self.chosen()
        self.model.show_waiting(found)
        if kept is not None:
            self._choose_at(self.model.row_of(kept.row.shadowing_id))
        self._offer_mentors(found)
        self._say()

    def _offer_mentors(self, found: tuple[ToConfirm, ...]) -> None:
        mentors = {each.row.officer_id: each.row.mentor for each in found}
        everyone: list[tuple[int | None, str]] = [(None, _("All mentors"))]
        self.mentor.set_options([*everyone, *mentors.items()])
        if self.mentor.value() is None:
            self.mentor.set_value(None)
        # A few are seen at a glance, and the room is theirs.
        crowded = len(found) > _FEW
        self.search.setVisible(crowded)
        self.mentor.setVisible(crowded and self._everybody and len(mentors) > 1)

    def _say(self) -> None:
        number = len(self.model.lines)
        late = sum(each.waiting.late for each in self.model.lines)
        words = n_("Confirm hours: {number} waits", "Confirm hours: {number} wait", number)
        if late:
            words += ", " + n_("{number} late", "{number} late", late)
        self.title.setText(words)
        self.nothing.setVisible(not number)
        self.list.setVisible(bool(number))

    def _heard(self, tables: frozenset[str]) -> None:
        if self.isVisible() and tables & _TABLES:
            self.refresh()

    def _seek(self) -> None:
        self.model.seek(self.search.value())
        self._say()

    def _filter(self) -> None:
        self.model.only(self.mentor.value())
        self._say()

    def _choose_at(self, place: int) -> None:
        self.list.setCurrentIndex(self.model.index(place) if place >= 0 else QModelIndex())

    def _want(self, _index: QModelIndex) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.wanted.emit(chosen.row.shadowing_id)

    def _lay_out(self) -> None:
        self.close_button.setIcon(icon("close"))
        self.close_button.setProperty("kind", "quiet")
        self.close_button.setToolTip(hint(_("Close"), "leave-form"))
        self.close_button.setAccessibleName(_("Close"))
        self.search.setPlaceholderText(_("A few letters of the name"))
        self.search.setAccessibleName(_("Search in the list"))
        self.mentor.setAccessibleName(_("Mentor"))
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.nothing.setWordWrap(True)
        self.title.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(8), px(12))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.mentor)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
