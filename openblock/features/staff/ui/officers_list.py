"""The list of officers: search as you type, who is in service, which team; order is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.rules import MentorStanding, seniority
from openblock.features.staff.ui.fields import team_words
from openblock.features.staff.ui.heading import service_words
from openblock.i18n import _, format_day, n_, sort_key
from openblock.ui import shortcuts
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import Choice
from openblock.ui.icons import icon
from openblock.ui.table_model import Column, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px

EVERYONE, SERVING, LEFT = "all", "serving", "left"
ANY_TEAM, NO_TEAM = "any", "none"


def officer_columns(today: date) -> tuple[Column, ...]:
    """The columns of the list as they read on ``today``."""
    return (
        Column(
            _("Surname, given name"), lambda r: r.name, sort=lambda r: sort_key(r.name), strong=True
        ),
        Column(_("Badge"), lambda r: r.badge),
        Column(
            _("Team"),
            lambda r: str(r.team) if r.team else "\N{EN DASH}",
            sort=lambda r: (r.team or 1_000, seniority(r.rank), sort_key(r.name)),
            align="centre",
            spoken=lambda r: team_words(r.team) if r.team else _("No team"),
        ),
        Column(
            _("Rank"),
            lambda r: r.rank,
            sort=lambda r: (seniority(r.rank), sort_key(r.rank), sort_key(r.name)),
        ),
        Column(_("Position"), lambda r: r.position),
        Column(
            _("Mentor until"),
            _mentor_words,
            sort=lambda r: (not r.is_mentor, r.mentor_certified_until or date.max),
            tone=lambda r: "warn" if _warned(r, today) else "text",
            icon=lambda r: "warning" if _warned(r, today) else "",
            spoken=lambda r: _mentor_words(r) if not _warned(r, today) else _lapsed(r),
        ),
        Column(
            _("Service"),
            lambda r: service_words(r, today),
            sort=lambda r: r.last_day or date.max,
            tone=lambda _row: "text2",
        ),
    )


def _warned(row: OfficerRow, today: date) -> bool:
    standing = row.mentor_standing(today)
    return standing in {MentorStanding.EXPIRED, MentorStanding.NOT_CERTIFIED}


def _mentor_words(row: OfficerRow) -> str:
    if not row.is_mentor:
        return ""
    if row.mentor_certified_until is None:
        return _("not certified")
    return format_day(row.mentor_certified_until)


def _lapsed(row: OfficerRow) -> str:
    return _("{until}, no valid certificate").format(until=_mentor_words(row))


def _found_by(row: OfficerRow) -> str:
    team = team_words(row.team) if row.team else ""
    parts = (row.name, row.given_name, row.surname, row.badge, row.rank, row.position, row.post)
    return " ".join((*parts, row.phone, team))


class OfficersList(QFrame):
    """Search, filters and the table; the chosen row is told as it changes."""

    chosen = Signal(object)
    #: Enter or a double click on a row.
    opened = Signal()
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self._today = clock.today()
        self.model = RowsTableModel(
            officer_columns(self._today), key=lambda r: r.officer_id, search=_found_by
        )
        self.table = RowsView(self.model, sort_by=0)
        self.search = QLineEdit()
        self.team = Choice([(ANY_TEAM, _("All teams"))], ANY_TEAM)
        self.service = QButtonGroup(self)
        self.count = QLabel()
        self._dress()
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._choose_first)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._choose_first)
        self.team.edited.connect(self._filter)
        self.service.buttonToggled.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.table.activated.connect(self.opened)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self.arranged)

    # What is shown

    def set_rows(self, rows: Sequence[OfficerRow]) -> None:
        """Show ``rows``; the chosen officer, the order and the place stay."""
        kept = self.chosen_row()
        if clock.today() != self._today:
            self._today = clock.today()
            self.model.set_columns(officer_columns(self._today))
        self.model.set_rows(rows)
        self._offer_filters(rows)
        self._filter()
        self.table.fit()
        self._fit_columns()
        if kept is not None:
            self.choose(kept.officer_id)

    def chosen_row(self) -> OfficerRow | None:
        """The officer chosen in the list."""
        row = self.table.chosen()
        return row if isinstance(row, OfficerRow) else None

    def choose(self, officer_id: int | None) -> None:
        """Choose an officer; a filter that hides the officer is taken off."""
        if officer_id is None:
            self.table.setCurrentIndex(self.table.proxy.index(-1, -1))
            return
        place = self.model.row_of(officer_id)
        if place >= 0 and not self._is_shown(place):
            self.search.clear()
            self.team.set_value(ANY_TEAM)
            self.service.button(0).setChecked(True)
        self.table.choose(officer_id)

    def shown_rows(self) -> tuple[OfficerRow, ...]:
        """The officers the filters leave, in the order shown."""
        proxy = self.table.proxy
        return tuple(proxy.row_at(proxy.index(n, 0)) for n in range(proxy.rowCount()))

    def order(self) -> list[int]:
        """Column and direction of the order, as plain numbers."""
        header = self.table.horizontalHeader()
        return [header.sortIndicatorSection(), header.sortIndicatorOrder().value]

    def set_order(self, order: Sequence[int]) -> None:
        """Sort as :meth:`order` said; what no longer fits is passed over."""
        if len(order) == 2 and 0 <= order[0] < len(self.model.columns) and order[1] in {0, 1}:
            self.table.sortByColumn(order[0], Qt.SortOrder(order[1]))

    def service_filter(self) -> str:
        """Which officers are shown: all, serving, left."""
        button = self.service.checkedButton()
        return str(button.property("filter")) if button else EVERYONE

    def set_service_filter(self, name: str) -> None:
        """Show all, those serving, or those who left."""
        for button in self.service.buttons():
            if button.property("filter") == name:
                button.setChecked(True)

    # Inside

    def _is_shown(self, place: int) -> bool:
        return self.table.proxy.mapFromSource(self.model.index(place, 0)).isValid()

    def _tell(self) -> None:
        self.chosen.emit(self.chosen_row())

    def _filter(self) -> None:
        self.table.proxy.seek(self.search.text())
        self.table.proxy.only(self._wanted())
        shown, total = self.table.proxy.rowCount(), len(self.model.rows)
        words = n_("{number} officer", "{number} officers", total)
        if shown != total:
            words = _("{shown} of {all} shown").format(shown=shown, all=words)
        self.count.setText(words)

    def _choose_first(self) -> None:
        if self.table.proxy.rowCount():
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))
            self.table.setFocus()

    def _wanted(self) -> Callable[[OfficerRow], bool]:
        team, service, today = self.team.value(), self.service_filter(), self._today

        def wanted(row: OfficerRow) -> bool:
            left = row.last_day is not None and row.last_day < today
            fits = team == ANY_TEAM or row.team == (None if team == NO_TEAM else team)
            return fits and (service == EVERYONE or left == (service == LEFT))

        return wanted

    def _offer_filters(self, rows: Sequence[OfficerRow]) -> None:
        teams = sorted({row.team for row in rows if row.team})
        self.team.set_options(
            [
                (ANY_TEAM, _("All teams")),
                *((team, team_words(team)) for team in teams),
                (NO_TEAM, _("No team")),
            ]
        )
        if self.team.value() is None:
            self.team.set_value(ANY_TEAM)
        left = sum(1 for row in rows if row.last_day is not None and row.last_day < self._today)
        counts = {EVERYONE: len(rows), SERVING: len(rows) - left, LEFT: left}
        for button in self.service.buttons():
            name = str(button.property("filter"))
            button.setText(f"{_service_title(name)} {counts[name]}")

    def _dress(self) -> None:
        self.search.setPlaceholderText(_("Name, badge, rank, team…"))
        self.search.setAccessibleName(_("Search in the list"))
        self.search.setToolTip(shortcuts.hint(_("Search in the list"), "find-in-list"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.team.setAccessibleName(_("Team"))
        self.table.setAccessibleName(_("Officers"))
        self.table.setProperty("kind", "bare")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.count.setProperty("kind", "hint")
        for number, name in enumerate((EVERYONE, SERVING, LEFT)):
            button = QPushButton(_service_title(name))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("filter", name)
            self.service.addButton(button, number)
        self.service.button(0).setChecked(True)

    def _lay_out(self) -> None:
        # With large text the filters take a second line.
        line, spring = QWidget(), QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        filters = FlowLayout(line, gap=6)
        filters.setContentsMargins(px(12), 0, px(12), 0)
        for button in self.service.buttons():
            filters.addWidget(button)
        filters.addWidget(self.team)
        filters.addWidget(spring)
        filters.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(line)
        column.addWidget(self.table, 1)

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place in range(header.count() - 1):
            header.resizeSection(place, min(header.sectionSize(place), px(230)))


def _service_title(name: str) -> str:
    return {EVERYONE: _("All"), SERVING: _("In service"), LEFT: _("Left")}[name]
