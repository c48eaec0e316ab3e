"""Which key does what on the grounds' tab, while the keyboard is anywhere on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from openblock.features.grounds.ui.modes import AREA, DAY, TABLE
from openblock.features.grounds.ui.tab_deeds import GroundsDeeds
from openblock.features.shadowing.ui.tab_keys import bind_keys


def bind(tab: GroundsDeeds) -> None:
    """Bind the keys of the toolbar, of the booking at the side, and of what is to be mended."""
    acts: dict[str, Callable[[], object]] = {
        "earlier": partial(tab.step, -1),
        "later": partial(tab.step, 1),
        "today": tab.go_to_today,
        "grounds-week": partial(tab.show_mode, AREA),
        "grounds-day": partial(tab.show_mode, DAY),
        "grounds-table": partial(tab.show_mode, TABLE),
        "choose-area": tab.choose_area,
        "find-free": tab.find_free,
        "find-in-list": tab.search,
        "problems": tab.toggle_panel,
        "next-problem": partial(tab.page.mend.step, 1),
        "previous-problem": partial(tab.page.mend.step, -1),
    }
    if tab.desk.may("grounds.book_area"):
        acts["add-entry"] = tab.book
    if tab.desk.may("grounds.close_area"):
        acts["close-area"] = tab.close_area
    # What the panel has a key for is the panel's, with the booking the keyboard stands on.
    for key, act in tab.panel.acts().items():
        acts[key] = partial(tab.on_chosen, act)
    bind_keys(tab.page, acts)
