"""One person's card, the personal code asked for by itself, and what a release would end."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from openblock.features.accounts.rights import may
from openblock.features.residents.queries.apart import pairs_open
from openblock.features.residents.queries.joined import joined
from openblock.features.residents.queries.people import people
from openblock.features.residents.queries.rows import (
    AlertRow,
    NoteRow,
    OpenMatter,
    ResidentCard,
    StayRow,
)
from openblock.features.residents.queries.timeline import events_of
from openblock.features.residents.rules.content import (
    AlertContent,
    ResidentContent,
    StayContent,
)
from openblock.features.residents.rules.personal_code import masked_code
from openblock.features.residents.tables import Alert, Note, Photo, Prison, Resident, Stay
from openblock.features.staff.tables import Officer
from openblock.storage.acts import ASKER, Actor


def resident_card(session: Session, resident_id: int, at: datetime) -> ResidentCard | None:
    """Everything about one person as it stands at ``at``, or nothing when the number is unknown.

    ``content`` holds the personal code masked: sent back as it is, it leaves the code alone.
    """
    resident = session.get(Resident, resident_id)
    if resident is None:
        return None
    row = people(session, (resident_id,), at)[resident_id]
    stays, alerts = stay_rows(session, resident_id), alert_rows(session, resident_id)
    pairs, notes = pairs_open(session, resident_id), read_notes(session, resident_id)
    photo = session.get(Photo, resident_id)
    own = events_of(at, resident_id, stays, alerts, notes, pairs)
    others = (event for each in joined() for event in each.events(session, resident_id))
    return ResidentCard(
        row=row,
        content=resident_content(resident),
        has_code=resident.personal_code is not None,
        contact_officer=_officer(session, resident.contact_officer_id),
        stays=stays,
        alerts=alerts,
        pairs=pairs,
        notes=notes,
        photo=None if photo is None else photo.jpeg,
        events=tuple(sorted((*own, *others), key=lambda each: each.at, reverse=True)),
        erased_at=resident.erased_at,
    )


def resident_content(resident: Resident) -> ResidentContent:
    """What is entered about a person, the personal code masked."""
    return ResidentContent(
        surname=resident.surname,
        given_name=resident.given_name,
        personal_code=masked_code(resident.personal_code or ""),
        birth_date=resident.birth_date,
        sex=resident.sex,
        needs=tuple(resident.needs),
        contact_officer_id=resident.contact_officer_id,
    )


def stay_content(stay: Stay) -> StayContent:
    """What is entered about a stay."""
    return StayContent(
        admitted=stay.admitted,
        discharged=stay.discharged,
        admission_kind=stay.admission_kind,
        admitted_from_id=stay.admitted_from_id,
        discharge_kind=stay.discharge_kind,
        transferred_to_id=stay.transferred_to_id,
        sentence_start=stay.sentence_start,
        sentence_end=stay.sentence_end,
    )


def stay_rows(session: Session, resident_id: int) -> tuple[StayRow, ...]:
    """A person's stays, the newest first, with the names of the prisons."""
    before, after = aliased(Prison), aliased(Prison)
    asked = (
        select(Stay, before.name, after.name)
        .outerjoin(before, before.id == Stay.admitted_from_id)
        .outerjoin(after, after.id == Stay.transferred_to_id)
        .where(Stay.resident_id == resident_id)
        .order_by(Stay.admitted.desc())
    )
    return tuple(
        StayRow(stay.id, stay.version, stay_content(stay), came_from or "", went_to or "")
        for stay, came_from, went_to in session.execute(asked)
    )


def alert_rows(session: Session, resident_id: int) -> tuple[AlertRow, ...]:
    """A person's alert marks, the newest first; those that hold no more too."""
    own = select(Alert).where(Alert.resident_id == resident_id)
    return tuple(
        AlertRow(
            each.id,
            each.version,
            AlertContent(each.kind, each.text, each.first_day, each.last_day),
        )
        for each in session.scalars(own.order_by(Alert.first_day.desc(), Alert.id.desc()))
    )


def read_notes(session: Session, resident_id: int) -> tuple[NoteRow, ...]:
    """A person's notes, the newest first; none for a role that may not read them (SEC-01)."""
    actor: Actor = session.info[ASKER]
    if not may(actor.role, "residents.read_notes"):
        return ()
    own = select(Note).where(Note.resident_id == resident_id)
    return tuple(
        NoteRow(
            note_id=each.id,
            kind=each.kind,
            text=each.text,
            written_at=each.written_at,
            written_by=each.written_by,
            corrects_id=each.corrects_id,
        )
        for each in session.scalars(own.order_by(Note.written_at.desc(), Note.id.desc()))
    )


def _officer(session: Session, officer_id: int | None) -> str:
    officer = None if officer_id is None else session.get(Officer, officer_id)
    return "" if officer is None else f"{officer.surname} {officer.given_name}"


def personal_code(session: Session, resident_id: int) -> str:
    """The eleven digits, or nothing; asked for by itself so that the log knows who looked."""
    own = select(Resident.personal_code).where(Resident.id == resident_id)
    return session.scalars(own).one_or_none() or ""


def open_matters(session: Session, resident_id: int, at: datetime) -> tuple[OpenMatter, ...]:
    """What a release at ``at`` would end or cancel, of residents and of every joined feature.

    Residents themselves end nothing but the stay: alert marks, pairs and notes stay with the
    person, who may come again.
    """
    return tuple(
        matter for each in joined() for matter in each.open_matters(session, resident_id, at)
    )
