"""How the plan popover looks and which keys it hears: nothing of practice is known here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from openblock.features.shadowing.ui.hours_edit import HoursEdit
from openblock.features.shadowing.ui.offers_list import OffersList
from openblock.features.shadowing.ui.plan_footer import PlanFooter
from openblock.i18n import _
from openblock.ui.forms import DayEdit, labelled
from openblock.ui.icons import icon
from openblock.ui.plain_label import plain
from openblock.ui.shortcuts import hint
from openblock.ui.theme import px, scale

_WIDTH, _HEIGHT, _LARGE = 356, 420, 150
#: Room for the whole of one mentor.
_LOWEST = 70
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PlanFrame(QFrame):
    """Heading, day and hours, the list, the footer; from the fields the arrows walk the list."""

    #: Enter was pressed.
    entered = Signal()
    #: Esc was pressed, or the frame closed by its buttons.
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(_("Plan practice"))
        self.title = plain("", "strong")
        self.close_button = QToolButton()
        self.day = DayEdit()
        # With large text the room is for the mentors: a date and two times need no labels.
        self._labels = scale() < _LARGE
        self.hours = HoursEdit(labels=self._labels)
        self.usual_button = QPushButton(_("Usual hours"))
        self.note = plain("", "warning")
        self.list = OffersList()
        self.footer = PlanFooter()
        self._dress()
        self._lay_out()
        self.close_button.clicked.connect(self.left)
        self.footer.cancel_button.clicked.connect(self.left)
        self.footer.plan_button.clicked.connect(self.entered)
        self.list.doubleClicked.connect(self.entered)
        for field in (self.day, self.hours.start, self.hours.end):
            field.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDTH), px(_HEIGHT))

    def focus_list(self) -> None:
        """The keyboard goes to the mentors; with little room they are what is in sight."""
        self.list.setFocus()
        # Not before the frame knows its height.
        QTimer.singleShot(0, self, self._show_list)

    def _show_list(self) -> None:
        self.area.ensureWidgetVisible(self.list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = _WALK.get(Qt.Key(event.key()))
            if by is not None:
                self.list.step(by)
                return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Tab goes round in the frame while it stands there; Esc leads out of it."""
        moved = super().focusNextPrevChild(onwards)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            last = self.footer.plan_button
            back = last if last.isEnabled() else self.footer.cancel_button
            (self.day if onwards else back).setFocus(Qt.FocusReason.TabFocusReason)
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER:
            self._enter()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _enter(self) -> None:
        """A button that has the keyboard is meant itself; from anywhere else Enter plans."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and self.isAncestorOf(focused):
            focused.click()
        else:
            self.entered.emit()

    def _dress(self) -> None:
        self.note.setContentsMargins(px(12), px(4), px(12), px(4))
        self.note.hide()
        self.list.setMinimumHeight(px(_LOWEST))
        self.day.setAccessibleName(_("Day"))
        self.day.setMaximumWidth(px(140))
        self.hours.setAccessibleName(_("Practice"))
        self.close_button.setIcon(icon("close"))
        self.close_button.setProperty("kind", "quiet")
        self.close_button.setToolTip(hint(_("Close"), "leave-form"))
        self.close_button.setAccessibleName(_("Close"))
        self.usual_button.setProperty("kind", "quiet")
        kept = self.usual_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.usual_button.setSizePolicy(kept)
        self.usual_button.setToolTip(_("The usual part of each mentor's duty"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(8), px(6), px(4))
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        body.setProperty("kind", "page")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addLayout(self._fields())
        inside.addWidget(self.note)
        inside.addWidget(_line())
        inside.addLayout(self._caption())
        inside.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.area = _scrolled(body)
        column.addWidget(self.area, 1)
        column.addWidget(_line())
        column.addWidget(self.footer)
        # From the hours to the mentors: Enter on the way there plans, and sets no hours back.
        QWidget.setTabOrder(self.hours.end, self.list)
        QWidget.setTabOrder(self.list, self.footer.reason.editor)
        QWidget.setTabOrder(self.footer.plan_button, self.usual_button)

    def _fields(self) -> QBoxLayout:
        day = QVBoxLayout()
        day.setSpacing(px(2))
        if self._labels:
            label = labelled(_("Day"), "field")
            label.setBuddy(self.day)
            day.addWidget(label)
        day.addWidget(self.day)
        fields = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        if not self._labels:
            fields.setDirection(QBoxLayout.Direction.TopToBottom)
        fields.setContentsMargins(px(12), 0, px(12), px(8))
        fields.setSpacing(px(10))
        fields.addLayout(day)
        fields.addWidget(self.hours, 1)
        return fields

    def _caption(self) -> QHBoxLayout:
        """What the list is, and the way back from hours that were typed."""
        line = QHBoxLayout()
        line.setContentsMargins(px(12), px(2), px(6), px(2))
        words = labelled(_("Mentors, the best first"), "secondary")
        # The button's room is kept: with large text the words give way, not the frame.
        words.setWordWrap(True)
        line.addWidget(words, 1)
        line.addWidget(self.usual_button)
        return line


def _scrolled(body: QWidget) -> QScrollArea:
    """Where there is too little height for large text all but the footer scrolls."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area


def _line() -> QFrame:
    made = QFrame()
    made.setProperty("kind", "line")
    made.setFixedHeight(1)
    return made
