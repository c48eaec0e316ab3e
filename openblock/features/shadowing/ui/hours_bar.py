"""The frozen columns of a trainee's row: who it is, and the hours as a bar with words; no Qt."""

from __future__ import annotations

from datetime import date

from openblock.features.shadowing.queries.rows import Hours, TraineeLine
from openblock.i18n import _, format_hours, format_short_day
from openblock.ui.grid import GridMeter, GridText
from openblock.ui.messages import words

_UNCLEARED = "practice-not-cleared"
_LATE = "practice-hours-short"
_SIGN = "\N{BLACK UP-POINTING TRIANGLE}"


def name_text(line: TraineeLine, *, course_shown: bool) -> GridText:
    """Surname and given name over the group, and the course where several are shown."""
    content = line.trainee.content
    parts = [content.group, line.trainee.course if course_shown else ""]
    below = [(" · ".join(filter(None, parts)), "secondary")]
    if content.left_on is not None:
        below.append((" " + _left(content.left_on), "warn"))
    hint = ", ".join(filter(None, (line.trainee.name, content.group, line.trainee.course)))
    if content.left_on is not None:
        hint += f", {_left(content.left_on)}"
    return GridText(line.trainee.name, hint=hint, under=tuple(below))


def _left(day: date) -> str:
    return _("gave up {day}").format(day=format_short_day(day))


def hours_text(line: TraineeLine) -> GridText:
    """The bar and, under it, what is confirmed, what is to come, and whether that is enough.

    Who has not been cleared has no hours yet: the words say what is missing for them.
    """
    hours = line.hours
    hint = "\n".join((hours_sentence(hours), *(words(each) for each in line.warnings)))
    return GridText("", hint=hint, under=_under(line), meter=_meter(hours))


def _meter(hours: Hours) -> GridMeter:
    whole = hours.required or max(hours.confirmed + hours.planned + hours.done, 1)
    return GridMeter(hours.confirmed / whole, (hours.planned + hours.done) / whole)


def _under(line: TraineeLine) -> tuple[tuple[str, str], ...]:
    hours = line.hours
    codes = {each.code for each in line.warnings}
    if _UNCLEARED in codes:
        return ((f"{_SIGN} " + _("not cleared yet"), "warn"),)
    coming = hours.planned + hours.done
    pieces = [(format_hours(hours.confirmed), "strong")]
    pieces.append((_(" + {hours} h ").format(hours=format_hours(coming)), ""))
    if not hours.short:
        pieces.append(("✓ " + _("enough"), "ok"))
    else:
        sign = f"{_SIGN} " if _LATE in codes else ""
        short = _("short {hours} h").format(hours=format_hours(hours.short))
        pieces.append((sign + short, "bad"))
    return tuple(pieces)


def hours_sentence(hours: Hours) -> str:
    """All the hours in words, for hover and for who listens to the screen."""
    parts = [
        _("required {hours} h").format(hours=format_hours(hours.required)),
        _("confirmed {hours} h").format(hours=format_hours(hours.confirmed)),
        _("to be confirmed {hours} h").format(hours=format_hours(hours.done)),
        _("planned {hours} h").format(hours=format_hours(hours.planned)),
        _("short {hours} h").format(hours=format_hours(hours.short)),
    ]
    if hours.missed:
        parts.append(_("missed {hours} h").format(hours=format_hours(hours.missed)))
    return ", ".join(parts)
