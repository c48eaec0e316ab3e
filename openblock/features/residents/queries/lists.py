"""Reads for lists of residents that go out as a file or come in from one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.residents.rules.content import ResidentContent, Status, StayContent
from openblock.features.residents.rules.stays import status_at
from openblock.features.residents.tables import Prison, Resident, Stay
from openblock.features.staff.tables import RememberedHeadings
from openblock.i18n import sort_key

RESIDENTS_LIST = "residents"


@dataclass(frozen=True, slots=True)
class ListedResident:
    """One person as a list has them, with the stay that holds, else the next, else the last.

    ``content`` holds the personal code only where it was asked for; ``accepted`` are the codes of
    warnings somebody has given a reason for.
    """

    resident_id: int
    version: int
    content: ResidentContent
    accepted: tuple[str, ...]
    status: Status
    stay_id: int | None = None
    stay_version: int = 0
    stay: StayContent | None = None
    admitted_from: str = ""


def listed_residents(session: Session, at: datetime) -> tuple[ListedResident, ...]:
    """Who is here or expected at ``at``, by the Latvian alphabet, without personal codes."""
    return tuple(
        each for each in _people(session, at, codes=False) if each.status != Status.DISCHARGED
    )


def known_people(session: Session, at: datetime) -> tuple[ListedResident, ...]:
    """Everybody a list may mean, with personal codes: for recognising, never for showing."""
    return _people(session, at, codes=True)


def personal_codes(session: Session, resident_ids: Iterable[int]) -> Mapping[int, str]:
    """The personal codes of these people, of those who have one."""
    wanted = set(resident_ids)
    held = select(Resident.id, Resident.personal_code).where(Resident.personal_code.is_not(None))
    return {number: code for number, code in session.execute(held) if number in wanted and code}


def remembered_columns(session: Session) -> Mapping[str, str]:
    """The headings of earlier lists: heading without case and diacritics → column, "" left out."""
    kept = session.get(RememberedHeadings, RESIDENTS_LIST)
    return {} if kept is None else dict(kept.headings)


def _people(session: Session, at: datetime, *, codes: bool) -> tuple[ListedResident, ...]:
    asked = (
        select(Resident, Stay, Prison.name)
        .outerjoin(Stay, Stay.resident_id == Resident.id)
        .outerjoin(Prison, Prison.id == Stay.admitted_from_id)
        .where(Resident.erased_at.is_(None))
        .order_by(Stay.admitted)
    )
    shown: dict[int, tuple[Resident, Stay | None, str | None]] = {}
    for resident, stay, prison in session.execute(asked):
        # In order of arrival: the first that has not ended holds or comes next.
        chosen = shown.get(resident.id, (resident, None, None))[1]
        if chosen is None or chosen.discharged <= at:
            shown[resident.id] = (resident, stay, prison)
    rows = [_listed(*each, at=at, codes=codes) for each in shown.values()]
    return tuple(sorted(rows, key=lambda each: (sort_key(each.content.name), each.resident_id)))


def _listed(
    resident: Resident, stay: Stay | None, prison: str | None, *, at: datetime, codes: bool
) -> ListedResident:
    content = ResidentContent(
        resident.surname,
        resident.given_name,
        (resident.personal_code or "") if codes else "",
        resident.birth_date,
        resident.sex,
        tuple(resident.needs),
        resident.contact_officer_id,
    )
    known = (resident.id, resident.version, content, tuple(resident.accepted))
    if stay is None:
        return ListedResident(*known, Status.DISCHARGED)
    held = StayContent(
        admitted=stay.admitted,
        discharged=stay.discharged,
        admission_kind=stay.admission_kind,
        admitted_from_id=stay.admitted_from_id,
        discharge_kind=stay.discharge_kind,
        transferred_to_id=stay.transferred_to_id,
        sentence_start=stay.sentence_start,
        sentence_end=stay.sentence_end,
    )
    status = status_at((held,), at)
    return ListedResident(*known, status, stay.id, stay.version, held, prison or "")
