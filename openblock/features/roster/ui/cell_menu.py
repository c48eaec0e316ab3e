"""The lines of a cell's menu: what can be done with its duty, and about what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from openblock.features.roster.queries import Roster, RosterProblem
from openblock.features.roster.ui.tab_deeds import RosterDeeds
from openblock.features.roster.ui.upset_words import way_words
from openblock.features.roster.ui.upsets import goes_to
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.icons import icon

#: Icon, words, key of the shortcut, and what it does.
Line = tuple[str, str, str, Callable[[], object]]


def deed_actions(tab: RosterDeeds) -> list[QAction]:
    """What this role can do with the cell the keyboard stands on."""
    made = []
    for name, words, key, act in _lines(tab):
        # The key is shown only: the tab hears it itself.
        said = f"{words}\t{shortcuts.native(key)}" if key else words
        action = QAction(icon(name), said, tab)
        action.triggered.connect(partial(_do, act))
        made.append(action)
    return made


def _lines(tab: RosterDeeds) -> Iterator[Line]:
    cell, shown = tab.cell, tab.shown
    if cell is None or shown is None:
        return
    if not tab.number and not tab.is_closed:
        yield from _changing(tab, shown)
    if tab.is_closed and tab.desk.may("roster.add_addendum"):
        yield "edit", _("Correction…"), "", tab.addendum
    if tab.desk.may("roster.working_time"):
        yield "information", _("Working time explained"), "explain", tab.explain


def _changing(tab: RosterDeeds, shown: Roster) -> Iterator[Line]:
    cell = tab.cell
    if cell is None:
        return
    may, is_away = tab.desk.may, cell in shown.absences
    if may("roster.save_absence"):
        words = _("Change the absence…") if is_away else _("Absence…")
        yield "calendar", words, "absence", tab.absence
    if tab.may_ask_of(cell):
        if cell in shown.duties or (is_away and tab.may_plan):
            yield "person", _("Substitute…"), "substitute", tab.substitute
        if cell in shown.duties:
            yield "swap", _("Swap…"), "swap-duties", tab.swap
    if may("roster.save_call_out"):
        yield "clock", _("Call-out…"), "call-out", tab.call_out


def cell_actions(
    desk: Desk,
    shown: Roster,
    place: object,
    keep: Callable[[RosterProblem], object] | None,
    parent: QWidget,
) -> list[QAction]:
    """What can be done about the problems of the cell at ``place``; ``keep`` asks for a reason."""
    actions = []
    for each in shown.problems:
        if place not in each.cells or each.accepted is not None:
            continue
        if each.tab:
            said = f"{way_words(each)}: {_what(each)}".replace("&", "&&")
            action = QAction(icon("arrow"), said, parent)
            action.triggered.connect(goes_to(desk, each))
        elif each.may_stay and keep is not None:
            action = QAction(icon("note"), _("Keep with a reason…"), parent)
            action.triggered.connect(lambda _checked, each=each: keep(each))
        else:
            continue
        actions.append(action)
    return actions


def _what(each: RosterProblem) -> str:
    """Whom or what it is about, as the join names them."""
    facts = each.problem.facts
    return str(facts.get("trainee") or facts.get("area") or each.name)


def _do(act: Callable[[], object], *_checked: bool) -> None:
    act()
