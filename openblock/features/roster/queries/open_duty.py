"""The duty somebody is to take over: the one in the cell, or the one an absence took from it."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.features.roster.queries.absences import absences_between
from openblock.features.roster.queries.duties import (
    RosterDuty,
    duties_between,
    kept_free_between,
)
from openblock.features.roster.queries.months import first_of, month_state
from openblock.features.roster.queries.rows import OpenDuty
from openblock.features.roster.queries.settings import team_cycles, templates
from openblock.features.roster.queries.versions import content_of
from openblock.features.roster.rules import ExchangeState, Shift, cycle_code
from openblock.features.roster.rules.versions import CellContent, read
from openblock.features.roster.tables import Exchange, RosterChange, RosterVersion
from openblock.features.staff.queries import OfficerRow, officer_card, officers

Spans = list[tuple[datetime, datetime]]


def open_duty(session: Session, officer_id: int, day: date) -> OpenDuty | None:
    """The duty of the officer that begins on ``day``; of one who is away, the one that was lost.

    Of a duty that an absence cut short it is the part that was lost. Which one an absence took is
    known from the versions, and of a draft from the team's cycle; None where somebody has it.
    """
    rows = duties_between(session, day, day, {officer_id})
    away = [
        (each.starts_at, each.ends_at) for each in absences_between(session, day, day, {officer_id})
    ]
    if rows:
        return _lost_part(session, rows[0], away) or duty_there(rows[0])
    # A day kept free was cleared by hand: no absence took anything from it.
    if not away or (officer_id, day) in kept_free_between(session, day, day):
        return None
    lost = _taken(session, officer_id, day)
    if lost is None or not lost.code or lost.starts_at is None or lost.ends_at is None:
        return None
    if not any(start < lost.ends_at and lost.starts_at < end for start, end in away):
        return None
    found = OpenDuty(
        officer_id, day, lost.code, lost.starts_at, lost.ends_at, lost.post, is_lost=True
    )
    return None if is_given(session, found) else found


def duty_there(row: RosterDuty) -> OpenDuty:
    """A duty of the roster as one that somebody else may have."""
    return OpenDuty(
        row.officer_id, row.day, row.code, row.starts_at, row.ends_at, row.post, is_lost=False
    )


def _lost_part(session: Session, row: RosterDuty, away: Spans) -> OpenDuty | None:
    """The rest of a duty that ends where an absence begins, as its template has it."""
    if not any(start == row.ends_at for start, _end in away):
        return None
    known = {each.template_id: each for each in templates(session)}
    whole = known[row.template_id].shape.on(row.day, row.post)
    if whole.end <= row.ends_at:
        return None
    found = OpenDuty(
        row.officer_id, row.day, row.code, row.ends_at, whole.end, row.post, is_lost=True
    )
    return None if is_given(session, found) else found


def _taken(session: Session, officer_id: int, day: date) -> CellContent | None:
    """What stood in the cell before the absence: its last change says so, or the posted version.

    Nothing is noted of a draft, so there it is what the cycle would have laid.
    """
    asked = (
        select(RosterChange.before, RosterChange.after)
        .join(RosterVersion, RosterVersion.id == RosterChange.version_id)
        .where(RosterChange.officer_id == officer_id, RosterChange.day == day)
        .order_by(RosterVersion.number.desc())
    )
    found = None
    for before, after in session.execute(asked):
        was, became = read(before), read(after)
        if was.code and not became.absence:
            # Cleared by hand or given away, it was nobody's when the absence came.
            return found
        if was.code:
            found = was
            if not was.absence:
                return found
    if found is not None:
        return found
    posted = month_state(session, day).posted
    if not posted:
        return _of_cycle(session, officer_id, day)
    return content_of(session, first_of(day), posted).get((officer_id, day))


def _of_cycle(session: Session, officer_id: int, day: date) -> CellContent | None:
    """What the cycle has on that day, if others of the team have it: another may be laid by now."""
    officer = officer_card(session, officer_id)
    cycle = next(
        (each for each in team_cycles(session) if officer and each.team == officer.team), None
    )
    if officer is None or cycle is None or not officer.serves_on(day):
        return None
    code = cycle_code(cycle.pattern, cycle.anchor, day)
    template = next(
        (each for each in templates(session) if each.active and each.code == code), None
    )
    if template is None or not _is_laid(session, officer, code, day):
        return None
    shift: Shift = template.shape.on(day, template.post or officer.post)
    return CellContent(code, shift.start, shift.end, shift.post)


def _is_laid(session: Session, officer: OfficerRow, code: str, day: date) -> bool:
    """Whether the rest of the officer's team has this duty; who is a team alone has it too."""
    others = {
        each.officer_id
        for each in officers(session, on=day)
        if each.team == officer.team and each.officer_id != officer.officer_id
    }
    rows = duties_between(session, day, day, others)
    return not others or any(each.code == code for each in rows)


def is_given(session: Session, duty: OpenDuty) -> bool:
    """Whether somebody has the very duty by an exchange, through however many hands.

    Who is away by now has it too: then it is theirs that is open. Taken off by hand it is
    nobody's, and another may be put in.
    """
    takers = _takers(session, duty)
    if not takers:
        return False
    day = day_of(duty.starts_at)
    spans = [
        (each.starts_at, each.ends_at)
        for read_of in (duties_between, absences_between)
        for each in read_of(session, day, day, takers)
    ]
    return any(start < duty.ends_at and duty.starts_at < end for start, end in spans)


def _takers(session: Session, duty: OpenDuty) -> set[int]:
    """Everybody the duty came to, from its officer on."""
    times = (duty.starts_at, duty.ends_at)
    moved: list[tuple[int, int]] = []
    for giver, taker, starts_at, ends_at in (
        (Exchange.officer_id, Exchange.other_id, Exchange.starts_at, Exchange.ends_at),
        (Exchange.other_id, Exchange.officer_id, Exchange.other_starts_at, Exchange.other_ends_at),
    ):
        asked = select(giver, taker).where(
            Exchange.state == ExchangeState.DONE.value,
            (starts_at == times[0]) & (ends_at == times[1]),
        )
        moved += [(one, other) for one, other in session.execute(asked)]
    found, near = {duty.officer_id}, {duty.officer_id}
    while near:
        near = {other for one, other in moved if one in near} - found
        found |= near
    return found - {duty.officer_id}
