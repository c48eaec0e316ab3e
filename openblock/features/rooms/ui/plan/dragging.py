"""A person on the way from a list or a bed to a bed: what the mouse carries."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

RESIDENT = "application/x-openblock-resident"


def packed(resident_id: int) -> QMimeData:
    """The person as the mouse carries them: the number, never the name."""
    carried = QMimeData()
    carried.setData(RESIDENT, QByteArray(str(resident_id).encode()))
    return carried


def unpacked(carried: QMimeData) -> int | None:
    """Whom the mouse carries; None when it is nobody."""
    if not carried.hasFormat(RESIDENT):
        return None
    text = bytes(carried.data(RESIDENT).data()).decode("ascii", errors="replace")
    return int(text) if text.isascii() and text.isdigit() else None
