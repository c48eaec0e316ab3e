"""A roster that lives, on desks of its planner and of its officers; dialogs opened over nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.accounts.rights import may
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import roster
from openblock.features.roster.queries.rows import OpenDuty
from openblock.features.roster.ui.colleagues import own_duty
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.storage.store import Actor, Store
from openblock.ui.desk import Desk

NOVEMBER = date(2026, 11, 1)


def on(day: int) -> date:
    """A day of November 2026; the block stands on the 22nd, a Sunday."""
    return NOVEMBER + timedelta(day - 1)


def desk_of(store: Store) -> Desk:
    """The desk of whoever is signed in."""
    return Desk(store, may=may)


def desk_as(store: Store, officer_id: int) -> Desk:
    """The desk of this officer, who plans nothing; the administrator stands up from it."""
    added = AddAccount(f"slot-{officer_id}", f"Officer {officer_id}", "duty_officer", "en")
    number = store.run(add_account, added).value
    store.run(link_officer, LinkOfficer(officer_id, number))
    store.sign_in(Actor(number, f"Officer {officer_id}", "duty_officer", "en"))
    return desk_of(store)


def plan_again(store: Store) -> Desk:
    """The administrator sits down again."""
    store.sign_in(Actor(1, "Anna Bērziņa", "administrator", "en"))
    return desk_of(store)


def lay(store: Store, *cells: tuple[int, int], code: str = "24") -> None:
    """Type a code into cells: officer and day of November."""
    edits = tuple(CellEdit(officer_id, on(day), code) for officer_id, day in cells)
    store.run(change_cells, ChangeCells(edits))


def code_of(desk: Desk, officer_id: int, day: int) -> str:
    """What stands in a cell: the code of a duty, or nothing."""
    duty = desk.read(roster, on(day), on(day)).duties.get((officer_id, on(day)))
    return duty.code if duty is not None else ""


def duty_of(desk: Desk, officer_id: int, day: int) -> OpenDuty:
    """The duty in a cell, as dialogs are given it."""
    duty = own_duty(desk, officer_id, on(day))
    assert duty is not None
    return duty


def answer(act: Callable[[QDialog], object]) -> None:
    """What an officer does in the dialog that opens next; what does not close is left."""

    def do() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, do)
