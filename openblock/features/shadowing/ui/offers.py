"""The sheets of practice Ctrl+P offers: for the wall, and of one trainee."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from openblock import clock
from openblock.features.residents.ui.offers import offered
from openblock.features.shadowing.sheets_pdf.own import (
    Trainee,
    ready_completion,
    ready_diary,
    ready_schedule,
)
from openblock.features.shadowing.sheets_pdf.ready import ready_month, ready_week
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.tab import Paper, SheetOffer


def practice_offers(
    desk: Desk,
    *,
    week: date,
    month: date,
    trainee_id: int | None = None,
    course_id: int | None = None,
) -> tuple[SheetOffer, ...]:
    """The week first, then the month; before them the own sheets of the trainee whose card it is.

    ``week`` and ``month`` are any of their days; ``course_id`` None is every course of those days.
    """
    walls = [
        _lying(lambda _paper: ready_week(desk.read, week, clock.now(), course_id), ("A4",)),
        _lying(
            lambda paper: ready_month(desk.read, month, clock.now(), paper, course_id),
            ("A4", "A3"),
        ),
    ]
    own = _of_one(desk, trainee_id) if trainee_id is not None else []
    return (*own, *walls)


def own_offers(desk: Desk) -> tuple[SheetOffer, ...]:
    """The sheets of the trainee who is signed in (TR-15). KnownError "trainee-unknown"."""
    return tuple(_of_one(desk, None))


def _of_one(desk: Desk, trainee_id: int | None) -> list[SheetOffer]:
    trainee = Trainee(desk.read, desk.actor.role, trainee_id)
    return [
        _standing(desk, trainee, make) for make in (ready_schedule, ready_diary, ready_completion)
    ]


def _standing(
    desk: Desk, trainee: Trainee, make: Callable[[Trainee, datetime], ReadySheet]
) -> SheetOffer:
    offer = offered(lambda: make(trainee, clock.now()))
    number = offer.subjects[0].partition(":")[2]
    # The own sheets are for whoever is signed in; another's for a person who has to be named.
    recipient = desk.actor.name if trainee.trainee_id is None else ""
    look = Consultation("trainee", number)
    return replace(offer, consultation=look, recipient=recipient)


def _lying(prepare: Callable[[Paper], ReadySheet], papers: tuple[Paper, ...]) -> SheetOffer:
    """A wall sheet; read again for each paper, and numbered for it."""

    def make(imprint: Imprint, paper: Paper) -> bytes:
        # Prepared again: the sheet is made in the language and from the data of this moment.
        fresh = prepare(paper)
        return fresh.make(replace(imprint, sheet_number=fresh.number))

    ready = prepare(papers[0])
    return SheetOffer(
        key=ready.key,
        title=ready.title,
        make=make,
        file_name=ready.file_name,
        number=ready.number,
        papers=papers,
        subjects=ready.subjects,
        consultation=Consultation("practice", ready.number),
        details=ready.details,
    )
