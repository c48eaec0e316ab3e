"""What residents give to the window: the tab, the search, and lines of the menu."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openblock.features.residents.ui.offered import ListAct, Offered, PersonAct, Sheets
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.tab import MenuEntry, Tab, TabSpec

KEY = "residents"


def tab_spec(
    place: PersonAct | None = None,
    swap: PersonAct | None = None,
    *,
    import_list: ListAct | None = None,
    export_list: ListAct | None = None,
    sheets: Sheets | None = None,
) -> TabSpec:
    """The residents tab, with what other features do to a person and what goes on paper."""
    offered = Offered(place, swap, import_list, export_list, sheets)

    def make(desk: Desk) -> Tab:
        # The card and its forms are loaded with the tab, not with the window.
        from openblock.features.residents.ui.tab import ResidentsTab  # noqa: PLC0415

        return ResidentsTab(desk, offered)

    return TabSpec(KEY, lambda: _("Residents"), "people", "residents.residents", make)


def menu_entries() -> tuple[MenuEntry, ...]:
    """The list of prisons, for administrators."""
    return (
        MenuEntry(
            key="prisons",
            title=lambda: _("Prisons…"),
            icon="block",
            operation="residents.save_prison",
            open=_open_prisons,
        ),
    )


def _open_prisons(desk: Desk, parent: QWidget) -> None:
    # Dialogs are loaded when first opened: the window is to stand as soon as may be.
    from openblock.features.residents.ui.prisons_dialog import PrisonsDialog  # noqa: PLC0415

    dialog = PrisonsDialog(desk, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
