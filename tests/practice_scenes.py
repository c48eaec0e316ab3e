"""Every dialog of practice, for the coordinator, the mentor, the administrator, the trainee."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea

from openblock import clock
from openblock.features.accounts.ui.settings_dialog import SettingsDialog
from openblock.features.roster.ui.spec import print_today
from openblock.features.shadowing.queries import confirming, to_confirm
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.exporting import export_list
from openblock.features.shadowing.ui.list_import import open_import
from openblock.features.shadowing.ui.repeat_edit import Repeat
from openblock.features.shadowing.ui.set_up_dialog import SetUpDialog
from openblock.features.today.ui.offers import shift_offers
from openblock.resources import resource
from openblock.ui.window.main import MainWindow
from tests.practice_views import card, cell, shift
from tests.rig import ADMINISTRATOR, TRAINEE
from tests.scenery import Scene, page, paper

COURSES, CLASSES, CLEARANCE, COMPETENCES = range(4)


def _openings(window: MainWindow) -> Any:
    return page(window, "shadowing").openings


def _opened(window: MainWindow, surname: str, standing: Standing) -> None:
    _openings(window).confirm(shift(window, surname, standing).shadowing_id)


def _with_addenda(window: MainWindow) -> None:
    rows = card(window, "Gaigals").shadowings
    seen = (window.desk.store.read(confirming, row.shadowing_id, clock.now()) for row in rows)
    _openings(window).confirm(next(each.row.shadowing_id for each in seen if each.addenda))


def _missed(window: MainWindow) -> None:
    waiting = window.desk.store.read(to_confirm, clock.now())
    _openings(window).miss(waiting[0].row.shadowing_id)


def _cancelled(window: MainWindow) -> None:
    _openings(window).cancel(shift(window, "Čakstiņš", Standing.DONE))


def _trainee(window: MainWindow, surname: str = "") -> None:
    row = card(window, surname).line.trainee if surname else None
    _openings(window).trainee(row)


def _away(window: MainWindow) -> None:
    row = shift(window, "Ābeltiņa", Standing.PLANNED)
    _openings(window).away(row.trainee_id, day=row.day)


def _account(window: MainWindow) -> None:
    _openings(window).account(card(window, "Ābeltiņa").line.trainee)


def _typed_with_reason(window: MainWindow) -> None:
    """Letters typed into a cell whose week is too long by then."""
    tab = page(window, "shadowing")
    tab.go_to(cell(window, "Īvāne", 4))
    code = next(
        line.code
        for line in tab.shown.mentors
        for duty in line.duties
        if duty.day == clock.today() + timedelta(days=4) and duty.span.minutes > 12 * 60
    )
    key, day = tab.grid.current()
    tab.grid.edited.emit(((key, day, code),))


def _set_up(window: MainWindow, place: int, then: Callable[[Any], object] | None = None) -> None:
    dialog = SetUpDialog(window.desk, page(window, "shadowing"))
    dialog.pages.setCurrentIndex(place)
    entries = dialog.pages.currentWidget()
    if then is not None:
        then(entries)
    elif entries.table.model().rowCount():
        entries.table.selectRow(0)
    dialog.open()


def _repeated(classes: Any) -> None:
    """Half typed: every Tuesday and Thursday until a day after the holidays."""
    form = classes.form
    form.fields["title"].set_value("Konfliktu risināšana")
    form.fields["repeat"].set_value(Repeat((1, 3), date(2027, 1, 15)))
    form.edited.emit()


def _import(window: MainWindow, *, faults: bool = False) -> None:
    dialog = open_import(window.desk, 2, page(window, "shadowing"))
    if faults and dialog is not None:
        dialog.load(resource("samples", "trainees-with-faults.csv"))


def _practice_settings(window: MainWindow) -> None:
    dialog = SettingsDialog(window.desk, window)
    dialog.open()
    # Not before it is laid out, and before it is looked at.
    QTimer.singleShot(0, dialog, partial(_scroll_to, dialog, "shadow_shortest_hours"))


def _scroll_to(dialog: SettingsDialog, key: str) -> None:
    field, area = dialog.form.fields[key], dialog.findChild(QScrollArea)
    top = field.mapTo(area.widget(), field.rect().topLeft()).y()
    area.verticalScrollBar().setValue(top - 4 * field.height())


PRACTICE_SCENES: tuple[Scene, ...] = (
    Scene("practice-confirm", partial(_opened, surname="Zarenieks", standing=Standing.DONE)),
    Scene("practice-locked", _with_addenda),
    Scene("practice-missed", partial(_opened, surname="Siliņkalns", standing=Standing.MISSED)),
    Scene("practice-in-full", partial(_opened, surname="Ābeltiņa", standing=Standing.PLANNED)),
    Scene("practice-miss", _missed),
    Scene("practice-cancel", _cancelled),
    Scene("practice-typed", _typed_with_reason),
    Scene("practice-courses", partial(_set_up, place=COURSES)),
    Scene("practice-classes", partial(_set_up, place=CLASSES)),
    Scene("practice-repeat", partial(_set_up, place=CLASSES, then=_repeated)),
    Scene("practice-clearance", partial(_set_up, place=CLEARANCE)),
    Scene("practice-competences", partial(_set_up, place=COMPETENCES)),
    Scene("practice-new", _trainee),
    Scene("practice-trainee", partial(_trainee, surname="Ūdrasle")),
    Scene("practice-away", _away),
    Scene("practice-account", _account, who=ADMINISTRATOR),
    Scene("practice-import", _import),
    Scene("practice-import-faults", partial(_import, faults=True)),
    Scene(
        "practice-export",
        lambda window: export_list(window.desk, None, page(window, "shadowing")),
    ),
    Scene("practice-paper", lambda window: paper(window, "shadowing")),
    Scene(
        "shift-list",
        lambda window: print_today(window.desk, shift_offers, page(window, "roster")),
    ),
    Scene("practice-settings", _practice_settings, who=ADMINISTRATOR),
    Scene("own-paper", lambda window: paper(window, "own-practice"), who=TRAINEE),
)
