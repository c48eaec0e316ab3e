"""Two versions of a month's roster beside each other: every cell that differs, and why (RO-10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from openblock.features.roster.queries import absence_letters, comparison, month_state, versions
from openblock.features.roster.queries.rows import Comparison, Difference, VersionRow
from openblock.features.roster.ui.comparison_lines import (
    columns_of,
    since_options,
    summary_of,
    until_options,
    usual_since,
)
from openblock.i18n import _, format_month
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import Choice, labelled
from openblock.ui.plain_label import plain
from openblock.ui.table_model import ROW_ROLE, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import on_screen, px
from openblock.ui.tool_buttons import push_button

_TAB = "roster"
_WIDTH, _HEIGHT, _WIDEST = 1180, 600, 200
# Which version, when it was made and by whom; the reason after that may be cut.
_CONTENTS = 42


def compare(
    desk: Desk, parent: QWidget, month: date, since: int | None = None, until: int | None = None
) -> bool:
    """What differs in a month since a version, the one posted last if none is named.

    What is opened from it, a version, a cell or the sheet, comes after it and never over it.
    """
    dialog = ComparisonDialog(desk, month, since, until, parent)
    dialog.exec()
    place, printed = dialog.place, dialog.printed
    dialog.deleteLater()
    if printed is not None:
        _print(desk, parent, month, *printed)
    elif place:
        desk.open_tab(_TAB, place)
    return bool(place)


def _print(desk: Desk, parent: QWidget, month: date, since: int, until: int | None) -> None:
    """The sheet of changes, in the window every sheet is printed from."""
    from openblock.features.roster.ui.offers import changes_offer  # noqa: PLC0415
    from openblock.ui.paper import PaperDialog  # noqa: PLC0415

    def offer() -> None:
        made = changes_offer(desk, month, since, until)
        dialog = PaperDialog(desk, (made,), made.key, parent.window())
        dialog.exec()
        dialog.deleteLater()

    desk.show(offer)


class ComparisonDialog(QDialog):
    """Enter on a line goes to its cell; ``place`` is where to afterwards, for the roster's tab.

    ``printed`` are the two versions whose sheet of changes is wanted; None is what stands now.
    """

    def __init__(
        self,
        desk: Desk,
        month: date,
        since: int | None = None,
        until: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._month = month.replace(day=1)
        self._rows: Sequence[VersionRow] = desk.read(versions, self._month)
        self._letters = desk.read(absence_letters)
        self.place: dict[str, object] = {}
        self.printed: tuple[int, int | None] | None = None
        self.setWindowTitle(_("Versions compared, {month}").format(month=format_month(self._month)))
        self.since = _choice(_("Compare version"))
        self.until = _choice(_("with"))
        self.said = plain("", "strong")
        self.model = RowsTableModel((), key=lambda row: (row.officer_id, row.day), parent=self)
        self.table = _Table(self.model)
        self.table.setAccessibleName(_("Cells that differ"))
        self.print_button = push_button(
            _("Print…"), "print", _("Print the changes since this version"), "print"
        )
        self.open_since, self.open_until = _opener(), _opener()
        self._lay_out()
        self._connect()
        self._fill(since, until)
        self.resize(on_screen(_WIDTH, _HEIGHT))

    def _fill(self, since: int | None, until: int | None) -> None:
        """Offer the versions there are; a month that was never posted has none to compare."""
        self.since.set_options(since_options(self._rows))
        posted = self._desk.read(month_state, self._month).posted
        numbers = [row.number for row in self._rows]
        self.since.set_value(since if since in numbers else usual_since(self._rows, posted))
        self._offer_until()
        self.until.set_value(until)
        for widget in (self.since, self.until, self.table, self.print_button, self.open_since):
            widget.setVisible(bool(numbers))
        for caption in self.captions:
            caption.setVisible(bool(numbers))
        self._show()
        self.table.setFocus()

    def _offer_until(self) -> None:
        kept = self.until.value()
        self.until.set_options(until_options(self._rows, self.since.value() or 0))
        if self.until.value() is None:
            self.until.set_value(kept)
        if self.until.currentIndex() < 0:
            self.until.setCurrentIndex(0)

    def _show(self) -> None:
        since, until = self.since.value(), self.until.value()
        self.open_until.setVisible(until is not None)
        if since is None:
            self.said.setText(
                _("This month has not been published yet: there is nothing to compare it with.")
            )
            return
        shown: Comparison = self._desk.read(comparison, self._month, since, until)
        self.model.set_columns(columns_of(shown, self._letters, until_now=until is None))
        self.model.set_rows(shown.differences)
        self.table.fit()
        self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        self.said.setText(summary_of(shown))
        _name(self.open_since, since)
        if until is not None:
            _name(self.open_until, until)

    def _since_chosen(self) -> None:
        self._offer_until()
        self._desk.show(self._show)

    def _go_to(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Difference):
            self._leave_for({"day": row.day.isoformat(), "officer": row.officer_id})

    def _open(self, number: int | None) -> None:
        if number is not None:
            self._leave_for({"day": self._month.isoformat(), "version": number})

    def _leave_for(self, place: dict[str, object]) -> None:
        self.place = place
        self.accept()

    def _print(self) -> None:
        since = self.since.value()
        if self.print_button.isEnabled() and since is not None:
            self.printed = (since, self.until.value())
            self.accept()

    def _connect(self) -> None:
        self.since.edited.connect(self._since_chosen)
        self.until.edited.connect(lambda: self._desk.show(self._show))
        self.table.activated.connect(self._go_to)
        self.print_button.clicked.connect(self._print)
        self.open_since.clicked.connect(lambda: self._open(self.since.value()))
        self.open_until.clicked.connect(lambda: self._open(self.until.value()))
        for shortcut in shortcuts.bind("print", self):
            shortcut.activated.connect(self._print)

    def _lay_out(self) -> None:
        self.captions = [labelled(_("Compare version"), ""), labelled(_("with"), "")]
        head = FlowLayout(gap=8)
        for caption, choice in zip(self.captions, (self.since, self.until), strict=True):
            caption.setBuddy(choice)
            head.addWidget(_beside(caption, choice))
        foot = QHBoxLayout()
        for button in (self.print_button, self.open_since, self.open_until):
            foot.addWidget(button)
        foot.addStretch(1)
        close = push_button(_("Close"), "", _("Close"), "leave-form")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(foot)


class _Table(RowsView):
    """No name of ninety letters and no long reason pushes the rest out of sight."""

    def fit(self) -> None:
        super().fit()
        header = self.horizontalHeader()
        wanted = [header.sectionSize(place) for place in range(header.count())]
        # The last one takes what is left, however wide it is now.
        wanted[-1:] = [self.sizeHintForColumn(place) for place in range(len(wanted))[-1:]]
        shown = [min(each, px(_WIDEST)) for each in wanted]
        spare = max(0, self.viewport().width() - sum(shown))
        for place, width in enumerate(shown):
            more = min(spare, wanted[place] - width)
            spare -= more
            header.resizeSection(place, width + more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _choice(name: str) -> Choice:
    made = Choice()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(_CONTENTS)
    made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _beside(caption: QLabel, choice: Choice) -> QWidget:
    """The caption and its field stay together where the line breaks."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(6))
    line.addWidget(caption)
    line.addWidget(choice, 1)
    return made


def _opener() -> QPushButton:
    return push_button("", "clock", "")


def _name(button: QPushButton, number: int) -> None:
    words = _("Open version {number}").format(number=number)
    button.setText(words)
    button.setToolTip(_("Show version {number} as it was, read-only").format(number=number))
    button.setAccessibleName(words)
