"""The lines of a cell's menu: to keep a warning with a reason, to go where it is put right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from openblock.features.roster.queries import Roster, RosterProblem
from openblock.features.roster.ui.upset_words import way_words
from openblock.features.roster.ui.upsets import goes_to
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.icons import icon


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
