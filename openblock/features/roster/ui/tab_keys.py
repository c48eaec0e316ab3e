"""Which key does what on the roster's tab, while the keyboard is anywhere on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from openblock.features.roster.ui.tab_deeds import RosterDeeds
from openblock.ui import shortcuts

Acts = dict[str, Callable[[], object]]
#: Deeds that are somebody's right; the others are everybody's.
_RIGHTS = {
    "cycle": "roster.lay_cycle",
    "absence": "roster.save_absence",
    "substitute": "roster.ask_exchange",
    "swap-duties": "roster.ask_exchange",
    "call-out": "roster.save_call_out",
    "publish": "roster.publish_month",
    "explain": "roster.working_time",
    "versions": "roster.comparison",
    "exchanges": "roster.open_exchanges",
    "fairness": "roster.fairness",
}


def bind(tab: RosterDeeds) -> None:
    """Bind the keys of the days on show, and of the deeds this role may do."""
    acts: Acts = {
        "earlier": partial(tab.step, -1),
        "later": partial(tab.step, 1),
        "today": tab.go_to_today,
        "week": tab.other_view,
        "problems": tab.page.toggle_panel,
        "next-problem": partial(tab.problems.step, 1),
        "previous-problem": partial(tab.problems.step, -1),
        "cycle": tab.open_cycle,
        "absence": tab.absence,
        "substitute": tab.substitute,
        "swap-duties": tab.swap,
        "call-out": tab.call_out,
        "publish": tab.publish,
        "explain": tab.explain,
        "versions": tab.compare,
        "exchanges": tab.exchanges,
        "fairness": tab.fairness,
    }
    for key, act in acts.items():
        if key not in _RIGHTS or tab.desk.may(_RIGHTS[key]):
            for shortcut in shortcuts.bind(key, tab):
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)


def bind_way_back(tab: RosterDeeds) -> QShortcut:
    """Esc leads back from a version of the past; at all other times it is the grid's."""
    (back,) = shortcuts.bind("leave-form", tab)
    back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    back.activated.connect(tab.leave)
    back.setEnabled(False)
    return back
