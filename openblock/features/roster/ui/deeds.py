"""What can be done to a living roster from any screen: each deed asks what it needs, and runs."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from openblock.features.roster.queries.rows import CallOutRow
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.ui.reason_prompt import run_with_reason
from openblock.ui.desk import Desk

__all__ = [
    "absence",
    "addendum",
    "call_out",
    "close_month",
    "exchanges",
    "keep_draft",
    "publish",
    "put_back",
    "run_with_reason",
    "substitute",
    "swap",
]

# Dialogs are loaded when first opened: the window is to stand as soon as may be. Each deed is True
# when something was done.


def absence(  # noqa: PLR0913, PLR0917 - whom, which days and why: each screen knows some
    desk: Desk,
    parent: QWidget,
    officer_id: int,
    first: date,
    last: date,
    kind: AbsenceKind | None = None,
    absence_id: int | None = None,
) -> bool:
    """Enter that somebody is away, or change it; then look for substitutes if that is wished."""
    raise NotImplementedError


def substitute(desk: Desk, parent: QWidget, officer_id: int, day: date) -> bool:
    """Somebody else takes a duty over; who does not plan asks a colleague for it."""
    raise NotImplementedError


def swap(desk: Desk, parent: QWidget, officer_id: int, day: date) -> bool:
    """Two officers swap a duty each; who does not plan asks a colleague for it."""
    raise NotImplementedError


def call_out(
    desk: Desk, parent: QWidget, officer_id: int, day: date, row: CallOutRow | None = None
) -> bool:
    """Somebody was called to work beside their duties; ``row`` is one to change."""
    raise NotImplementedError


def publish(desk: Desk, parent: QWidget, month: date) -> bool:
    """Post a month's roster as its next version (RO-10)."""
    raise NotImplementedError


def close_month(desk: Desk, parent: QWidget, month: date) -> bool:
    """Freeze a month for its time-sheet."""
    raise NotImplementedError


def addendum(desk: Desk, parent: QWidget, month: date, officer_id: int, day: date) -> bool:
    """Correct a closed month."""
    raise NotImplementedError


def exchanges(desk: Desk, parent: QWidget) -> bool:
    """Swaps and substitutes that were asked for, and what became of them."""
    raise NotImplementedError


# Over a lock: the tab calls these two.


def keep_draft(parent: QWidget) -> None:
    """The window locks: what is half typed in a dialog over ``parent`` is kept."""
    raise NotImplementedError


def put_back(desk: Desk, parent: QWidget) -> None:
    """Open the dialog a lock closed half typed, as it was left."""
    raise NotImplementedError
