"""The form of the roster that a lock closed half typed, made again from what was kept of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.ui.drafts import Half
from openblock.features.residents.ui.reasoned import ReasonedDialog
from openblock.features.roster.queries.call_outs import call_outs
from openblock.features.roster.queries.open_duty import open_duty
from openblock.features.roster.queries.rows import OpenDuty
from openblock.features.roster.rules import AbsenceContent, AbsenceKind
from openblock.features.roster.ui.absence_dialog import AbsenceDialog, card_of
from openblock.features.roster.ui.addendum_dialog import AddendumDialog
from openblock.features.roster.ui.call_out_dialog import CallOutDialog
from openblock.features.roster.ui.colleagues import own_duty
from openblock.features.roster.ui.substitute_dialog import SubstituteDialog
from openblock.features.roster.ui.swap_dialog import SwapDialog
from openblock.ui.desk import Desk

_Make = Callable[[Desk, Half, QWidget], ReasonedDialog]


def again(desk: Desk, half: Half, parent: QWidget) -> ReasonedDialog:
    """The form; KnownError where what it was about is gone."""
    make = _FORMS.get(half.form)
    if make is None:
        raise KnownError("exchange-unknown")
    return make(desk, half, parent)


def _absence(desk: Desk, half: Half, parent: QWidget) -> ReasonedDialog:
    if half.subject_id is not None:
        row = card_of(desk, half.subject_id)
        return AbsenceDialog(desk, row.content, row, parent=parent)
    day = half.typed.get("first_day") or clock.today()
    content = AbsenceContent(half.resident_id or 0, AbsenceKind.LEAVE, day, day)
    return AbsenceDialog(desk, content, parent=parent)


def _substitute(desk: Desk, half: Half, parent: QWidget) -> ReasonedDialog:
    return SubstituteDialog(desk, _lost_duty(half.typed), parent)


def _lost_duty(typed: Mapping[str, Any]) -> OpenDuty:
    return OpenDuty(
        officer_id=typed["officer_id"],
        day=typed["day"],
        code=typed["code"],
        starts_at=typed["starts_at"],
        ends_at=typed["ends_at"],
        post=typed["post"],
        is_lost=typed["is_lost"],
    )


def _swap(desk: Desk, half: Half, parent: QWidget) -> ReasonedDialog:
    officer_id, day = half.typed["officer_id"], half.typed["day"]
    planner = desk.may("roster.open_duty")
    duty = desk.read(open_duty, officer_id, day) if planner else own_duty(desk, officer_id, day)
    if duty is None:
        raise KnownError("exchange-moved")
    return SwapDialog(desk, duty, parent)


def _call_out(desk: Desk, half: Half, parent: QWidget) -> ReasonedDialog:
    start = half.typed.get("starts_at")
    day: date = clock.day_of(start) if start is not None else clock.today()
    row = None
    if half.subject_id is not None:
        found = desk.read(call_outs, day, day)
        row = next((each for each in found if each.call_out_id == half.subject_id), None)
        if row is None:
            raise KnownError("call-out-unknown")
    return CallOutDialog(desk, half.resident_id or 0, day, row, parent)


def _addendum(desk: Desk, half: Half, parent: QWidget) -> ReasonedDialog:
    month = half.typed["month"]
    day = half.typed.get("day") or month
    return AddendumDialog(desk, month, half.resident_id or 0, day, parent)


_FORMS: Mapping[str, _Make] = {
    AbsenceDialog.draft_form: _absence,
    SubstituteDialog.draft_form: _substitute,
    SwapDialog.draft_form: _swap,
    CallOutDialog.draft_form: _call_out,
    AddendumDialog.draft_form: _addendum,
}
