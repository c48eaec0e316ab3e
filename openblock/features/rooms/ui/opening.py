"""Opens what stands beside the deeds: the set-up, lists in and out, the past of the rooms."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock.ui.desk import Desk

# Dialogs are loaded when first opened: the window is to stand as soon as may be.


def open_set_up(desk: Desk, parent: QWidget) -> None:
    """The set-up of the house, until it is closed."""
    from openblock.features.rooms.ui.dialogs.setup import SetUpDialog  # noqa: PLC0415

    SetUpDialog(desk, parent).exec()


def open_import(desk: Desk, parent: QWidget) -> None:
    """Import a list of rooms; the dialog writes only when the officer confirms."""
    from openblock.features.rooms.ui.list_import import open_import as opened  # noqa: PLC0415

    opened(desk, parent)


def open_export(desk: Desk, parent: QWidget) -> None:
    """Write the rooms and beds into a file; it names nobody."""
    from openblock.features.rooms.ui.exporting import export_list  # noqa: PLC0415

    export_list(desk, parent)


def open_past(desk: Desk, parent: QWidget, room_id: int | None = None) -> None:
    """Who slept where, and how full the house was."""
    from openblock.features.rooms.ui.history import open_history  # noqa: PLC0415

    open_history(desk, parent, room_id)
