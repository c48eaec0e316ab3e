"""What an absence would do, in words: duties that fall away, what hangs on them, hours short."""

from __future__ import annotations

from collections.abc import Iterator

from openblock.features.roster.queries.rows import AbsencePreview, DutyLost
from openblock.features.roster.ui.gap_words import gap_lines, shortened
from openblock.features.roster.ui.said_card import Part
from openblock.i18n import _, format_short_day, format_time, n_

_MOST_DUTIES, _MOST_GAPS = 8, 6


def preview_parts(preview: AbsencePreview) -> list[Part]:
    """The parts of the card beside the form, what matters most first."""
    duties = shortened([duty_words(each) for each in preview.lost], _MOST_DUTIES)
    beside = [said for each in preview.lost for said in beside_words(each)]
    parts: list[Part] = [
        (_("Duties it takes away"), duties or [_("None.")], ""),
        (_("What hangs on them"), shortened(beside, _MOST_DUTIES), "warning"),
        (
            _("Short of officers then"),
            shortened(gap_lines(preview.gaps), _MOST_GAPS),
            "problem",
        ),
    ]
    parts.append((_("Working time"), [_norm_words(preview.working_days)], ""))
    return parts


def _norm_words(working_days: int) -> str:
    if not working_days:
        return _("The norm stays as it is.")
    return n_(
        "{number} working day is taken off the norm.",
        "{number} working days are taken off the norm.",
        working_days,
    )


def duty_words(lost: DutyLost) -> str:
    """24, 22 Nov: falls away; or where it is cut, and which hours of it are lost."""
    where = f"{lost.code}, {format_short_day(lost.day)}"
    if lost.post:
        where = f"{where}, {lost.post}"
    hours = f"{format_time(lost.starts_at)}\N{EN DASH}{format_time(lost.ended_at)}"
    if lost.ends_at is None:
        return _("{duty} ({hours}) falls away.").format(duty=where, hours=hours)
    return _("{duty} ends at {time}; {hours} are left open.").format(
        duty=where, time=format_time(lost.ends_at), hours=hours
    )


def beside_words(lost: DutyLost) -> Iterator[str]:
    """22 Nov: Zariņa Elīna 09:00–21:00."""
    for each in lost.beside:
        yield f"{format_short_day(lost.day)}: {each}"
