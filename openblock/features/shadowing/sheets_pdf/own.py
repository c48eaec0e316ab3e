"""Makes the sheets of one trainee ready: schedule, diary, statement; and the calendar file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from openblock.calendars import calendar_file
from openblock.clock import day_of
from openblock.errors import KnownError
from openblock.features.accounts.queries import settings
from openblock.features.accounts.rights import Role
from openblock.features.shadowing.queries import own_practice, trainee_card
from openblock.features.shadowing.queries.rows import TraineeCard
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS
from openblock.features.shadowing.sheets.appointments import appointments
from openblock.features.shadowing.sheets.completion import completion
from openblock.features.shadowing.sheets.diary import diary
from openblock.features.shadowing.sheets.schedule import schedule
from openblock.features.shadowing.sheets_pdf.completion import completion_pdf
from openblock.features.shadowing.sheets_pdf.diary import diary_pdf
from openblock.features.shadowing.sheets_pdf.schedule import schedule_pdf
from openblock.i18n import _, format_moment
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint

#: How a sheet asks: the store's ``read`` or the desk's.
Read = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Trainee:
    """Whose sheet is asked for, by whom: ``role`` of who is signed in, None for the own.

    A trainee is given the own card and nobody else's. Whoever asks for another is asked the same
    question as staff is, which the table of rights refuses and the log keeps (TR-15).
    """

    read: Read
    role: str
    trainee_id: int | None

    def card(self, at: datetime) -> TraineeCard:
        """The card; KnownError "trainee-unknown", NotAllowed."""
        if self.trainee_id is None or self.role == Role.TRAINEE:
            own: TraineeCard | None = self.read(own_practice, at)
            number = None if own is None else own.line.trainee.trainee_id
            if own is not None and self.trainee_id in {None, number}:
                return own
        if self.trainee_id is None:
            raise KnownError("trainee-unknown")
        card: TraineeCard | None = self.read(trainee_card, self.trainee_id, at)
        if card is None:
            raise KnownError("trainee-unknown")
        return card


def ready_schedule(trainee: Trainee, at: datetime) -> ReadySheet:
    """The schedule from the week of ``at`` on."""
    sheet = _Making("practice-schedule", "PG", at)
    return sheet.ready(
        trainee,
        _("Practice schedule"),
        lambda card, imprint: schedule_pdf(schedule(card, at), imprint),
    )


def ready_diary(trainee: Trainee, at: datetime) -> ReadySheet:
    """The practice diary with lines to sign on."""
    sheet = _Making("practice-diary", "PDG", at)
    return sheet.ready(
        trainee, _("Practice diary"), lambda card, imprint: diary_pdf(diary(card, at), imprint)
    )


def ready_completion(trainee: Trainee, at: datetime) -> ReadySheet:
    """The statement for the Training Centre."""
    deduct = bool(trainee.read(settings)["shadow_deduct_breaks"])
    limits = replace(DEFAULT_LIMITS, deduct_breaks=deduct)
    sheet = _Making("practice-completion", "PI", at)
    return sheet.ready(
        trainee,
        _("Statement on practice"),
        lambda card, imprint: completion_pdf(completion(card, limits, at), imprint),
    )


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A trainee's calendar as a file: what the log is told of it, and its bytes."""

    what: str
    file_name: str
    subjects: tuple[str, ...]
    content: bytes


def ready_calendar(trainee: Trainee, at: datetime) -> CalendarFile:
    """Planned and past shifts and classes of one trainee as an ``.ics`` file."""
    card = trainee.card(at)
    number = card.line.trainee.trainee_id
    content = calendar_file(_("Practice"), appointments(card), at)
    return CalendarFile("practice-calendar", f"practice-{number}", (f"trainee:{number}",), content)


@dataclass(frozen=True, slots=True)
class _Making:
    """What the sheets of one trainee have in common."""

    key: str
    letters: str
    at: datetime

    def ready(
        self, trainee: Trainee, title: str, draw: Callable[[TraineeCard, Imprint], bytes]
    ) -> ReadySheet:
        card = trainee.card(self.at)
        number, day = card.line.trainee.trainee_id, day_of(self.at)
        version = _("as of {moment}").format(moment=format_moment(self.at))
        return ReadySheet(
            key=self.key,
            title=title,
            number=f"{self.letters}-{number}-{day:%Y-%m-%d}",
            file_name=f"{self.key}-{number}-{day:%Y-%m-%d}",
            version=version,
            make=lambda imprint: draw(card, replace(imprint, version=version)),
            subjects=(f"trainee:{number}",),
            details={"at": self.at.isoformat()},
        )
