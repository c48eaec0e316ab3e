"""Who has no duty on a day, for an officer who asks a colleague: read from the roster itself."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox

from openblock.errors import KnownError
from openblock.features.roster.queries import roster
from openblock.features.roster.queries.rows import OpenDuty, Reason, SubstituteOffer
from openblock.features.staff.queries import OfficerRow, officers
from openblock.i18n import sort_key
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice

_LETTERS = 20


def officer_of(desk: Desk, officer_id: int) -> OfficerRow:
    """The officer with this number; KnownError where there is none."""
    for each in desk.read(officers):
        if each.officer_id == officer_id:
            return each
    raise KnownError("officer-unknown")


def officer_choice(desk: Desk, officer_id: int, day: date) -> Choice:
    """An editor of who: those who serve on ``day``, and whoever is chosen already."""
    people = [
        (each.officer_id, each.name)
        for each in desk.read(officers)
        if each.officer_id == officer_id or each.serves_on(day)
    ]
    made = Choice(people, officer_id)
    # A name of ninety letters does not make the form wider.
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_LETTERS)
    return made


def own_duty(desk: Desk, officer_id: int, day: date) -> OpenDuty | None:
    """The duty that stands in a cell now; None where there is none."""
    duty = desk.read(roster, day, day).duties.get((officer_id, day))
    if duty is None:
        return None
    return OpenDuty(
        officer_id=officer_id,
        day=day,
        code=duty.code,
        starts_at=duty.starts_at,
        ends_at=duty.ends_at,
        post=duty.post,
        is_lost=False,
    )


def free_colleagues(desk: Desk, duty: OpenDuty) -> tuple[SubstituteOffer, ...]:
    """Everybody else who serves that day and has neither a duty nor an absence then, by name.

    Who asks is no planner: rest and sums are looked at when it is approved.
    """
    shown = desk.read(roster, duty.day, duty.day)
    serving = {each.officer_id for each in desk.read(officers) if each.serves_on(duty.day)}
    free = [
        each
        for each in shown.officers
        if each.officer_id in serving - {duty.officer_id}
        and (each.officer_id, duty.day) not in shown.duties
        and (each.officer_id, duty.day) not in shown.absences
    ]
    return tuple(
        SubstituteOffer(
            officer_id=each.officer_id,
            name=each.name,
            rank=each.rank,
            team=each.team,
            is_suitable=True,
            reasons=(Reason("free-that-day"),),
            problems=(),
        )
        for each in sorted(free, key=lambda each: sort_key(each.name))
    )
