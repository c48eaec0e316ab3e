"""The sheets of practice and of a shift that ``openblock print`` makes, each named once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from openblock import clock
from openblock.cli.sheets import Asked, SheetChoice
from openblock.errors import KnownError
from openblock.i18n import _

if TYPE_CHECKING:
    from openblock.features.shadowing.sheets_pdf.own import CalendarFile, Trainee
    from openblock.printing.ready import ReadySheet
    from openblock.storage.store import Store


def trainee_of(store: Store, asked: Asked) -> Trainee:
    """Whose sheet is asked for: the one named, or without a number the own (TR-15)."""
    from openblock.features.shadowing.sheets_pdf.own import Trainee  # noqa: PLC0415

    role = store.actor.role if store.actor else ""
    return Trainee(store.read, role, asked.trainee)


def calendar_of_trainee(store: Store, asked: Asked) -> CalendarFile:
    """Planned and past shifts and classes of the trainee that is meant."""
    from openblock.features.shadowing.sheets_pdf.own import ready_calendar  # noqa: PLC0415

    return ready_calendar(trainee_of(store, asked), clock.now())


def _course_of(store: Store, asked: Asked) -> int | None:
    """The course by its name, or else by its number; KnownError "course-unknown"."""
    from openblock.features.shadowing.queries import courses  # noqa: PLC0415

    wanted = asked.course.strip().casefold()
    if not wanted:
        return None
    rows = store.read(courses)
    for found in (
        [row for row in rows if row.content.name.casefold() == wanted],
        [row for row in rows if str(row.course_id) == wanted],
    ):
        if found:
            return found[0].course_id
    raise KnownError("course-unknown")


def _shadowing(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.shadowing.sheets_pdf.ready import (  # noqa: PLC0415
        ready_month,
        ready_week,
    )

    course_id = _course_of(store, asked)
    if asked.month is not None:
        return ready_month(
            store.read,
            asked.month,
            clock.now(),
            "A3" if asked.paper == "A3" else "A4",
            course_id,
        )
    return ready_week(store.read, asked.week or clock.today(), clock.now(), course_id)


def _shift(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.today.sheets_pdf import ready_shift  # noqa: PLC0415

    return ready_shift(store.read, asked.day or clock.today(), clock.now())


def _diary(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.shadowing.sheets_pdf.own import ready_diary  # noqa: PLC0415

    return ready_diary(trainee_of(store, asked), clock.now())


def _schedule(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.shadowing.sheets_pdf.own import ready_schedule  # noqa: PLC0415

    return ready_schedule(trainee_of(store, asked), clock.now())


def _completion(store: Store, asked: Asked) -> ReadySheet:
    from openblock.features.shadowing.sheets_pdf.own import ready_completion  # noqa: PLC0415

    return ready_completion(trainee_of(store, asked), clock.now())


PRACTICE: Mapping[str, SheetChoice] = {
    "shadowing": SheetChoice(
        lambda: _("who shadows whom in a week or a month, for the wall"),
        ("week", "month", "course", "paper"),
        _shadowing,
    ),
    "shift": SheetChoice(
        lambda: _("who is on one shift, with the trainees beside them"),
        ("date",),
        _shift,
    ),
    "practice": SheetChoice(
        lambda: _("a trainee's practice diary, to be signed"),
        ("trainee",),
        _diary,
    ),
    "schedule": SheetChoice(
        lambda: _("a trainee's own shifts and classes"),
        ("trainee",),
        _schedule,
    ),
    "completion": SheetChoice(
        lambda: _("the statement on a trainee's practice, for the Training Centre"),
        ("trainee",),
        _completion,
    ),
}
