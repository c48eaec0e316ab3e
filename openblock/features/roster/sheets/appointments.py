"""An officer's duties as appointments, with nobody's name: they go into a private calendar."""

from __future__ import annotations

from datetime import date

from openblock.calendars import Appointment
from openblock.features.roster.queries.figures import OwnShifts
from openblock.features.roster.queries.rows import Comparison
from openblock.features.roster.rules.versions import CellContent, MonthStanding
from openblock.i18n import _

# One duty for each officer and day: the number stays when its hours or its code change.
_OF_DUTY = "duty-{officer}-{day}@openblock"


def appointments(own: OwnShifts, since_first: Comparison | None = None) -> tuple[Appointment, ...]:
    """Every duty of the month; of a month that is not posted they are undecided.

    ``since_first`` is how the month differs from its first version: a duty that was posted and
    stands no more stays in the file as cancelled, so that a calendar which has it strikes it out.
    """
    duties = tuple(
        _appointment(own, day, content) for day, content, _changed in own.days if content.code
    )
    gone = since_first.differences if since_first is not None else ()
    return (
        *filter(None, duties),
        *filter(
            None,
            (
                _appointment(own, each.day, each.before, is_cancelled=True)
                for each in gone
                if each.officer_id == own.officer_id and each.before.code and not each.after.code
            ),
        ),
    )


def _appointment(
    own: OwnShifts, day: date, content: CellContent, *, is_cancelled: bool = False
) -> Appointment | None:
    if content.starts_at is None or content.ends_at is None:
        return None
    title = _("Duty {code}").format(code=content.code)
    return Appointment(
        uid=_OF_DUTY.format(officer=own.officer_id, day=day.isoformat()),
        starts_at=content.starts_at,
        ends_at=content.ends_at,
        title=_("No duty: {code}").format(code=content.code) if is_cancelled else title,
        details=content.post,
        revision=own.state.number,
        is_open=own.state.standing is MonthStanding.DRAFT and not is_cancelled,
        is_cancelled=is_cancelled,
    )
