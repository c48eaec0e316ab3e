"""The menu at the end of the roster's toolbar: versions, exchanges, fairness, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from openblock.features.roster.queries.rows import VersionRow
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.ui.showing_version import version_words
from openblock.features.roster.ui.tab_deeds import RosterDeeds
from openblock.i18n import _, format_month
from openblock.ui import shortcuts
from openblock.ui.icons import icon

#: Icon, words, key of the shortcut, and what it does.
Line = tuple[str, str, str, Callable[[], object]]
_MOST_VERSIONS = 20
_ALL = tuple(MonthStanding)


def fill(tab: RosterDeeds) -> None:
    """Put into the menu what this role can do with the month on show, as it stands now."""
    menu = tab.toolbar.menu
    menu.clear()
    for old in menu.findChildren(QMenu):
        old.deleteLater()
    for name, words, key, act in (*_lines(tab), *_files(tab)):
        action = QAction(icon(name), words, menu)
        if key:
            # Shown only: the tab hears the keys itself.
            action.setText(f"{words}\t{shortcuts.native(key)}")
        action.triggered.connect(partial(_do, act))
        menu.addAction(action)
    if tab.desk.may("roster.version_roster"):
        versions = menu.addMenu(icon("clock"), _("Open a version"))
        _list(tab, versions)


def _lines(tab: RosterDeeds) -> Iterator[Line]:
    state = tab.state
    standing = state.standing if state is not None else MonthStanding.DRAFT
    close = _("Close {month}…").format(month=format_month(tab.month))
    open_months = (MonthStanding.DRAFT, MonthStanding.PUBLISHED)
    lines: tuple[tuple[str, Sequence[MonthStanding], Line], ...] = (
        ("publish_month", open_months, ("document", _("Publish…"), "publish", tab.publish)),
        ("close_month", (MonthStanding.PUBLISHED,), ("lock", close, "", tab.close_month)),
        ("add_addendum", (MonthStanding.CLOSED,), ("edit", _("Correction…"), "", tab.addendum)),
        ("open_exchanges", _ALL, ("swap", _exchanges_words(tab), "exchanges", tab.exchanges)),
        ("save_call_out", open_months, ("clock", _("Call-out…"), "call-out", tab.call_out)),
        (
            "working_time",
            _ALL,
            ("information", _("Working time explained"), "explain", tab.explain),
        ),
        ("fairness", _ALL, ("people", _("Fair shares…"), "fairness", tab.fairness)),
        ("save_template", _ALL, ("settings", _("Roster settings…"), "", tab.open_settings)),
        ("comparison", _ALL, ("week", _("Compare versions…"), "versions", tab.compare)),
    )
    for right, standings, line in lines:
        if standing in standings and tab.desk.may(f"roster.{right}"):
            yield line


def _files(tab: RosterDeeds) -> Iterator[Line]:
    """What leaves the roster as a file: the shifts of the selected officer, the time-sheet."""
    cell = tab.cell
    if cell is not None and tab.desk.may("roster.own_shifts"):
        words = _("Own shifts as a calendar…")
        yield "calendar", words, "", partial(_save_calendar, tab, cell[0])
    if tab.desk.may("roster.time_sheet"):
        yield "export", _("Time-sheet as a workbook…"), "", partial(_save_time_sheet, tab)


def _save_calendar(tab: RosterDeeds, officer_id: int) -> None:
    # The writers of files are loaded where one is written.
    from openblock.features.roster.ui.exporting import export_calendar  # noqa: PLC0415

    export_calendar(tab.desk, tab, officer_id, tab.month)


def _save_time_sheet(tab: RosterDeeds) -> None:
    from openblock.features.roster.ui.exporting import export_time_sheet  # noqa: PLC0415

    export_time_sheet(tab.desk, tab, tab.month)


def _exchanges_words(tab: RosterDeeds) -> str:
    waiting = tab.toolbar.more.text()
    words = _("Swaps and substitutes…")
    return f"{words} ({waiting})" if waiting else words


def _list(tab: RosterDeeds, menu: QMenu) -> None:
    """The versions of the month, newest first; read when the menu is opened."""
    found: list[tuple[VersionRow, ...]] = []
    tab.desk.show(lambda: found.append(tab.versions()))
    rows = found[0] if found else ()
    menu.setEnabled(bool(rows))
    for row in rows[:_MOST_VERSIONS]:
        action = menu.addAction(version_words(row).replace("&", "&&"))
        action.triggered.connect(partial(_do, partial(tab.show_version, tab.month, row.number)))


def _do(act: Callable[[], object], *_checked: bool) -> None:
    act()
