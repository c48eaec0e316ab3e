"""The matrix of a course: trainees against situations and mentors, gaps marked.

For the practice tab: ``MatrixView(desk)`` in the place of the grid, ``show_course(course_id)`` with
the course chosen (None says to choose one), ``opened`` carries the trainee whose card is wanted.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.shadowing.queries import matrix
from openblock.features.shadowing.queries.rows import Matrix
from openblock.features.shadowing.ui.matrix_model import (
    GAP,
    HEAD_ROLE,
    Head,
    MatrixModel,
    gaps_of,
)
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.theme import font, px, token, watch

Index = QModelIndex | QPersistentModelIndex
_BREAK_AFTER = 9


class MatrixView(QFrame):
    """Reads a course and shows it; the chosen cell stays when it is read again."""

    #: The number of the trainee whose card is wanted.
    opened = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self._desk = desk
        self.course_id: int | None = None
        self.model = MatrixModel(self)
        self.table = MatrixTable(self.model)
        self.said = labelled("", "strong")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = labelled("", "secondary")
        self.hint.setWordWrap(True)
        self._lay_out()
        self.table.opened.connect(self._open)

    def show_course(self, course_id: int | None) -> None:
        """Show another course, or the same as it is now."""
        self.course_id = course_id
        self._desk.show(self._read)

    def refresh(self) -> None:
        """Read the course on show again."""
        self.show_course(self.course_id)

    def focus_first(self) -> None:
        """Put the keyboard on the table."""
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus()

    def trainee_id(self) -> int | None:
        """The trainee of the chosen row."""
        place = self.table.currentIndex().row()
        return self.model.rows[place].trainee_id if place >= 0 else None

    # Inside

    def _read(self) -> None:
        found = None
        if self.course_id is not None:
            found = self._desk.read(matrix, self.course_id, clock.now())
        kept = self.trainee_id(), self.table.currentIndex().column()
        self.model.show_matrix(found)
        self.table.fit()
        if kept[0] is not None and self.model.row_of(kept[0]) >= 0:
            self.table.setCurrentIndex(self.model.index(self.model.row_of(kept[0]), kept[1]))
        self._say(found)

    def _say(self, found: Matrix | None) -> None:
        self.table.setVisible(bool(self.model.rows))
        if found is None:
            self.said.setText(_("Choose one course: the matrix shows its trainees."))
            self.hint.setText("")
            return
        if not found.rows:
            self.said.setText(
                _("{course}: no trainees yet").format(course=found.course.content.name)
            )
            self.hint.setText(_("Add trainees to the course, or import the list you have."))
            return
        with_gaps = sum(1 for row in found.rows if gaps_of(row, self.model.heads))
        trainees = n_("{number} trainee", "{number} trainees", len(found.rows))
        lacking = n_(
            "{number} still lacks a situation", "{number} still lack a situation", with_gaps
        )
        self.said.setText(f"{found.course.content.name}: {trainees}, {lacking}")
        self.hint.setText(
            _(
                "How often each was confirmed or is planned. {gap} and 0: neither seen nor "
                "planned. Enter opens the card."
            ).format(gap=GAP)
        )

    def _open(self) -> None:
        number = self.trainee_id()
        if number is not None:
            self.opened.emit(number)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(10), px(16), 0)
        head.setSpacing(px(16))
        head.addWidget(self.said)
        head.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addStretch(0)


class MatrixTable(QTableView):
    """Names stay at the left, headings at the top; arrows walk, Enter opens the card."""

    opened = Signal()

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self.setModel(model)
        self.setAccessibleName(_("Trainees by situations and mentors"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setProperty("kind", "bare")
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(_Cell(self))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.verticalHeader().setDefaultAlignment(left)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        # What may be elided does not wrap.
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag(int(wrapped)))
        self.activated.connect(self._tell)
        self.verticalHeader().sectionDoubleClicked.connect(self._tell)
        self.fit()
        watch(self.fit)

    def fit(self) -> None:
        """Take every size from the font that is on."""
        metrics = QFontMetrics(font("strong"))
        self.verticalHeader().setDefaultSectionSize(metrics.height() + px(10))
        names = [str(self._matrix.headerData(n, Qt.Orientation.Vertical)) for n in self._places()]
        wide = max(map(metrics.horizontalAdvance, names), default=px(120)) + px(24)
        self.verticalHeader().setFixedWidth(min(wide, px(260)))
        for place, head in enumerate(self._matrix.heads):
            self.setColumnWidth(place, _width_of(head, metrics))
        lines = 2 if any(" " in head.title for head in self._matrix.heads) else 1
        self.horizontalHeader().setFixedHeight(metrics.height() * lines + px(12))

    def _places(self) -> range:
        return range(self._matrix.rowCount())

    def _tell(self, _place: object = None) -> None:
        self.opened.emit()


def _width_of(head: Head, metrics: QFontMetrics) -> int:
    """As wide as the longest word of the heading: it may break between words."""
    words = head.title.split() if len(head.title) > _BREAK_AFTER else [head.title]
    longest = max(map(metrics.horizontalAdvance, words), default=0)
    return max(longest + px(18), px(54))


class _Cell(QStyledItemDelegate):
    """Draws a count; a stronger line begins each group of columns."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        rect = option.rect
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("grid"))
        starts = _kind(index, 0) != _kind(index, -1)
        colour = "strong" if starts else "grid"
        painter.fillRect(rect.left(), rect.top(), 1, rect.height(), token(colour))


def _kind(index: Index, step: int) -> str:
    place = index.column() + step
    head = index.model().headerData(place, Qt.Orientation.Horizontal, HEAD_ROLE)
    return head.kind if isinstance(head, Head) else ""
