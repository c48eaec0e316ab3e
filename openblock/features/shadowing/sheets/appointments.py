"""A trainee's shifts and classes as appointments, with nobody's name but the mentor's."""

from __future__ import annotations

from openblock.calendars import Appointment
from openblock.features.shadowing.queries.rows import ClassRow, ShadowingRow, TraineeCard
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.sheets.times import real_span
from openblock.features.shadowing.words import upset_label
from openblock.i18n import _

# The numbers are the block's own, and stay when a shift or a class is moved.
_OF_SHIFT, _OF_CLASS = "shadowing-{number}@openblock", "class-{number}@openblock"


def appointments(card: TraineeCard) -> tuple[Appointment, ...]:
    """Planned and past shifts and classes; what was missed is none.

    What needs planning anew stays in, as undecided: a calendar that has it already would show it
    as if it stood.
    """
    shifts = (row for row in card.shadowings if row.standing is not Standing.MISSED)
    return (*map(_shift, shifts), *map(_class, card.classes))


def _shift(row: ShadowingRow) -> Appointment:
    span = real_span(row)
    title = _("Practice shift, mentor {mentor}").format(mentor=row.mentor)
    is_open = row.standing is Standing.REPLAN
    details = row.post
    if is_open:
        title = _("Needs planning anew: {title}").format(title=title)
        details = upset_label(row.upset or "")
    return Appointment(
        uid=_OF_SHIFT.format(number=row.shadowing_id),
        starts_at=span.start,
        ends_at=span.end,
        title=title,
        details=details,
        revision=row.version,
        is_open=is_open,
    )


def _class(row: ClassRow) -> Appointment:
    content = row.content
    return Appointment(
        uid=_OF_CLASS.format(number=row.class_id),
        starts_at=content.starts_at,
        ends_at=content.ends_at,
        title=content.title or _("Class"),
        details=_("Training Centre"),
        revision=row.version,
    )
