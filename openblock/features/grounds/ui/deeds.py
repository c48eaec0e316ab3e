"""What can be done on the grounds from any screen: each deed asks what it needs, and runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from openblock.features.grounds.queries.rows import BookingRow, ClosureRow
from openblock.features.grounds.rules.content import BookingContent, Span
from openblock.features.residents.ui.drafts import HalfTyped
from openblock.ui.desk import Desk

if TYPE_CHECKING:
    from openblock.features.grounds.ui.booking_dialog import BookingDialog
    from openblock.features.grounds.ui.booking_kept import KeptDialog
    from openblock.features.grounds.ui.series_dialog import SeriesDialog

FORM = "grounds.form"

# Dialogs are loaded when first opened: the window is to stand as soon as may be.


def book(
    desk: Desk,
    parent: QWidget,
    draft: BookingContent,
    booking_id: int | None = None,
    version: int = 0,
) -> None:
    """Book what ``draft`` holds so far, or (``booking_id``) change a booking.

    ``area_id`` 0 asks which area; ``residents`` empty asks who takes part.
    """

    def make() -> QDialog:
        return _booking(desk, parent, draft, booking_id, version)

    _open(desk, make)


def repeat(desk: Desk, parent: QWidget, draft: BookingContent) -> None:
    """Book the same again and again; every date is shown before any is booked (GR-10)."""

    def make() -> QDialog:
        return _series(desk, parent, draft)

    _open(desk, make)


def cancel(desk: Desk, parent: QWidget, row: BookingRow) -> None:
    """Cancel a booking, and the later ones of its series if that is wished; asks why."""
    from openblock.features.grounds.ui.cancel_dialog import CancelDialog  # noqa: PLC0415

    _open(desk, lambda: CancelDialog(desk, row, parent))


def close_area(
    desk: Desk,
    parent: QWidget,
    area_id: int | None,
    start: datetime,
    end: datetime,
    closure: ClosureRow | None = None,
) -> None:
    """Put areas out of use, or change ``closure``; asks what becomes of the bookings (GR-09)."""
    from openblock.features.grounds.ui.closure_dialog import ClosureDialog  # noqa: PLC0415

    _open(desk, lambda: ClosureDialog(desk, area_id, Span(start, end), closure, parent=parent))


def open_closure(desk: Desk, parent: QWidget, closure: ClosureRow) -> None:
    """End a closure now, or take one back that has not begun."""
    from openblock.features.grounds.ui.closure_opening import open_again  # noqa: PLC0415

    del parent
    open_again(desk, closure)


def move(desk: Desk, parent: QWidget, row: BookingRow, span: Span) -> None:
    """Give a booking another time at once; asks only where there is a reason to give."""
    from openblock.features.grounds.ui.booking_moving import move_booking  # noqa: PLC0415

    move_booking(desk, parent, row, span)


def find_free(desk: Desk, parent: QWidget, start: datetime, end: datetime) -> None:
    """Time first: which areas can be had then; or one area: which times of a day."""
    from openblock.features.grounds.ui.finder_dialog import FinderDialog  # noqa: PLC0415

    def make() -> QDialog:
        dialog = FinderDialog(desk, Span(start, end), parent=parent)
        dialog.book_wanted.connect(lambda draft: book(desk, parent, draft))
        return dialog

    _open(desk, make)


def set_up(desk: Desk, parent: QWidget) -> None:
    """The areas with their hours, and the dates on which they open otherwise."""
    from openblock.features.grounds.ui.setup_dialog import SetUpDialog  # noqa: PLC0415

    _open(desk, lambda: SetUpDialog(desk, parent))


# Over a lock: the tab calls these two.


def keep_draft(parent: QWidget) -> None:
    """The window locks: what is half typed in a dialog over ``parent`` is kept."""
    for each in _kept_dialogs(parent):
        each.keep_draft()


def put_back(desk: Desk, parent: QWidget) -> None:
    """Open the dialog a lock closed half typed, as it was left."""
    from openblock.features.grounds.ui.booking_half import draft_of  # noqa: PLC0415

    half_typed = HalfTyped(desk, FORM)
    half = half_typed.kept()
    if half is None:
        return

    def show() -> None:
        draft, version = draft_of(half.typed)
        dialog: KeptDialog = (
            _series(desk, parent, draft)
            if half.form == "series"
            else _booking(desk, parent, draft, half.subject_id, version)
        )
        dialog.keep_in(half_typed, half.subject_id)
        dialog.type_in(half.typed)
        dialog.open()

    if not desk.show(show):
        # What it was about is gone: nothing can be done with what was typed.
        half_typed.forget()


def _booking(
    desk: Desk, parent: QWidget, draft: BookingContent, booking_id: int | None, version: int
) -> BookingDialog:
    from openblock.features.grounds.ui.booking_dialog import BookingDialog as Dialog  # noqa: PLC0415

    dialog = Dialog(desk, draft, booking_id, version, parent=parent)
    dialog.keep_in(HalfTyped(desk, FORM), booking_id)
    dialog.repeat_wanted.connect(lambda content: repeat(desk, parent, content))
    return dialog


def _series(desk: Desk, parent: QWidget, draft: BookingContent) -> SeriesDialog:
    from openblock.features.grounds.ui.series_dialog import SeriesDialog as Dialog  # noqa: PLC0415

    dialog = Dialog(desk, draft, parent=parent)
    dialog.keep_in(HalfTyped(desk, FORM))
    dialog.back_wanted.connect(lambda content: book(desk, parent, content))
    return dialog


def _kept_dialogs(parent: QWidget) -> list[KeptDialog]:
    from openblock.features.grounds.ui.booking_kept import KeptDialog as Kept  # noqa: PLC0415

    return [each for each in parent.findChildren(Kept) if each.isVisible()]


def _open(desk: Desk, make: Callable[[], QDialog]) -> None:
    """Make a dialog and show it; what it could not read is said in the message bar."""
    desk.show(lambda: make().open())
