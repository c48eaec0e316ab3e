"""The box with what was found under it: opened over the header, empty again whenever it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.search.delegate import LineDelegate
from openblock.ui.search.field import SearchField
from openblock.ui.search.finding import Finder
from openblock.ui.search.line import SearchLine
from openblock.ui.search.model import LINE_ROLE, HitsModel, Line, lines_of
from openblock.ui.theme import px, watch

# Letters typed in one breath are one question; nobody feels so short a wait.
_BREATH_MS = 15
_WIDTH, _EDGE = 480, 4


class SearchPanel(QFrame):
    """Lies over ``over`` where ``field`` stands; nothing of a search outlives its closing."""

    def __init__(self, desk: Desk, finder: Finder, field: SearchField, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("searchbox")
        self._desk = desk
        self._finder = finder
        self._field = field
        self._over = over
        self._open = False
        self._before: QWidget | None = None
        self.line = SearchLine()
        self.model = HitsModel(self)
        self.view = QListView()
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(_BREATH_MS)
        self._lay_out()
        self._listen()
        watch(self._dress)
        self._dress()
        self.hide()

    def open(self) -> None:
        """Show the box with the keyboard in it; opened already, what was typed is selected."""
        if not self._finder.sources:
            return
        if not self._open:
            self._before = QApplication.focusWidget()
            self._finder.begin()
            self._open = True
            self.place()
            self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def leave(self) -> None:
        """Close the box and give the keyboard back to where it was."""
        before, self._before = self._before, None
        self._open = False
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def look(self) -> None:
        """Look for what stands in the box now."""
        self._breath.stop()
        typed = self.line.text()
        found: list[tuple[Line, ...]] = []
        if typed.strip():
            self._desk.show(lambda: found.append(lines_of(self._finder.find(typed))))
        self._show(found[0] if found else ())

    def go(self) -> None:
        """Open what is chosen, where it belongs."""
        if self._breath.isActive():
            self.look()
        line = self.view.currentIndex().data(LINE_ROLE)
        if isinstance(line, Line) and line.hit is not None:
            self.leave()
            self._desk.open_tab(line.hit.tab, line.hit.place)

    def place(self) -> None:
        """Lie where the field stands, as wide as the hits need and as high as there is room."""
        over, edge = self._over, px(_EDGE)
        room = over.rect().adjusted(edge, 0, -edge, -edge)
        width = min(room.width(), max(px(_WIDTH), self._field.width() + 2 * edge))
        corner = self._field.mapTo(over, QPoint(0, 0)) - QPoint(edge + 1, edge + 1)
        left = max(room.left(), min(corner.x(), room.right() - width + 1))
        top = max(0, corner.y())
        bare = self.line.sizeHint().height() + 2 * edge + 2
        listed = self._list_height()
        gap = edge if listed else 0
        listed = min(listed, room.bottom() - top - bare - gap)
        self.view.setVisible(listed > 0)
        self.view.setFixedHeight(max(0, listed))
        self.setGeometry(left, top, width, bare + gap + max(0, listed))

    def hideEvent(self, event: QHideEvent) -> None:
        # Also when the window locks: the workplace is hidden before anything else is done.
        super().hideEvent(event)
        self._open = False
        self._before = None
        self.line.clear()
        self._breath.stop()
        self._show(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._open and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self.place()
        return super().eventFilter(watched, event)

    # Inside

    def _show(self, lines: tuple[Line, ...]) -> None:
        self.model.set_lines(lines)
        self._choose(self.model.next_hit(-1, 1))
        self.view.scrollToTop()
        if self._open:
            self.place()

    def _choose(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row))
        line = self.view.currentIndex().data(LINE_ROLE)
        if line is None and self.model.lines:
            line = self.model.lines[0]
        # The keyboard stays in the box, so the box says which hit is chosen.
        self.line.setAccessibleDescription(line.spoken if line else "")

    def _step(self, count: int) -> None:
        row, step = self.view.currentIndex().row(), 1 if count > 0 else -1
        for _each in range(abs(count)):
            beyond = self.model.next_hit(row, step)
            row = beyond if beyond >= 0 else row
        self._choose(row)
        if self.model.next_hit(row, -1) < 0:
            self.view.scrollToTop()

    def _pointed(self, index: QModelIndex) -> None:
        if self.model.lines[index.row()].hit is not None:
            self._choose(index.row())

    def _clicked(self, index: QModelIndex) -> None:
        self._pointed(index)
        # A heading can be clicked as well, and leads nowhere.
        if index == self.view.currentIndex():
            self.go()

    def _left(self) -> None:
        """The keyboard went elsewhere by itself, and stays there."""
        if self._open:
            self._before = None
            self.leave()

    def _list_height(self) -> int:
        rows = range(self.model.rowCount())
        return sum(self.view.sizeHintForRow(row) for row in rows) + (2 if rows else 0)

    def _lay_out(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(LineDelegate(self.view))
        self.view.setProperty("kind", "bare")
        self.view.setAccessibleName(_("Found"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.line)
        self._column.addWidget(self.view)
        self._column.addStretch(1)

    def _listen(self) -> None:
        self.line.textChanged.connect(self._breath.start)
        self._breath.timeout.connect(self.look)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self.go)
        self.line.escaped.connect(self.leave)
        self.line.left.connect(self._left)
        self.view.entered.connect(self._pointed)
        self.view.clicked.connect(self._clicked)
        for each in (self._over, self._field):
            each.installEventFilter(self)

    def _dress(self) -> None:
        edge = px(_EDGE)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(edge)
        self.view.doItemsLayout()
        if self._open:
            self.place()
