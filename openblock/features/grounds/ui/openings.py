"""Opens what stands beside the deeds of the grounds: fair use, its sheet, a resident's card."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from openblock.ui.desk import Desk

_RESIDENTS = "residents"
_SHEET = "grounds-fair-use"

# Dialogs are loaded when first opened: the window is to stand as soon as may be.


def open_fair_use(desk: Desk, parent: QWidget, month: date | None = None) -> None:
    """Who used the grounds how much in a month, until it is closed."""
    from openblock.features.grounds.ui.fair_use_dialog import FairUseDialog  # noqa: PLC0415

    def show() -> None:
        dialog = FairUseDialog(desk, month, parent)
        dialog.card_wanted.connect(lambda number: open_resident(desk, number))
        dialog.print_wanted.connect(lambda first: print_fair_use(desk, parent, first))
        dialog.open()

    desk.show(show)


def print_fair_use(desk: Desk, parent: QWidget, month: date) -> None:
    """The sheets of the grounds, the report on fair use first."""
    from openblock.features.grounds.ui.offers import sheets  # noqa: PLC0415
    from openblock.ui.paper import PaperDialog  # noqa: PLC0415

    def offer() -> None:
        dialog = PaperDialog(desk, sheets(desk, month, month), _SHEET, parent.window())
        dialog.exec()
        dialog.deleteLater()

    desk.show(offer)


def open_resident(desk: Desk, resident_id: int) -> None:
    """The card of somebody who takes part, on the tab of the residents."""
    desk.open_tab(_RESIDENTS, {"resident_id": resident_id})
