"""How the past of rooms reads: columns of its tables, spans of time, the roll's figures defined."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.rooms.queries import AssignmentRow, DayOfBeds, Roll, Sleeper
from openblock.features.rooms.ui.words import reason_of
from openblock.i18n import _, format_day, format_minute, format_moment, sort_key, weekday_letters
from openblock.ui.table_model import Column

#: The night's rest begins: everybody is in by then and nobody is out yet.
NIGHT = 22 * 60


def night_of(day: date, minute: int = NIGHT) -> datetime:
    """The instant at which the night of ``day`` is looked at."""
    return clock.at(day, minute)


def night_words(day: date, minute: int) -> str:
    """Which instant is meant by a night, said out."""
    tomorrow = date.fromordinal(day.toordinal() + 1)
    if minute == NIGHT:
        return _("The night from {day} to {next}, as it was at {time}, when rest begins.").format(
            day=format_day(day), next=format_day(tomorrow), time=format_minute(minute)
        )
    return _("As it was on {day} at {time}.").format(
        day=format_day(day), time=format_minute(minute)
    )


def until_words(moment: datetime) -> str:
    """The end of a stay in a bed; nothing known yet is said so."""
    return _("no end yet") if moment == FOREVER else format_moment(moment)


def sleeper_columns() -> tuple[Column, ...]:
    """Who slept where: bed and person first."""
    return (
        Column(_("Bed"), lambda row: row.bed, sort=_by_bed, strong=True),
        Column(_("Person"), lambda row: row.name, sort=lambda row: sort_key(row.name)),
        Column(_("Since"), lambda row: format_moment(row.since), sort=lambda row: row.since),
        Column(_("Until"), lambda row: until_words(row.until), sort=lambda row: row.until),
    )


def _by_bed(row: Sleeper) -> tuple[tuple[int, str], ...]:
    """Room 9 before room 10: parts of the number by their length first."""
    return tuple((len(part), part) for part in row.bed.split())


def placement_columns(*, person: bool) -> tuple[Column, ...]:
    """A room's history names the people, a person's the beds."""
    who = Column(
        _("Person"), lambda row: row.name, sort=lambda row: sort_key(row.name), strong=True
    )
    bed = Column(_("Bed"), lambda row: row.bed, strong=person)
    return (
        *((bed,) if person else (who, bed)),
        Column(
            _("From"),
            lambda row: format_moment(row.content.starts_at),
            sort=lambda row: row.content.starts_at,
        ),
        Column(
            _("To"),
            lambda row: until_words(row.content.ends_at),
            sort=lambda row: row.content.ends_at,
        ),
        Column(_("Why"), _why),
        Column(_("Entered by"), lambda row: row.content.decided_by),
    )


def _why(row: AssignmentRow) -> str:
    said = reason_of(row)
    if row.content.starts_at > clock.now():
        said = _("planned: {reason}").format(reason=said)
    if row.content.override:
        said = _("{reason}; warning kept: {override}").format(
            reason=said, override=row.content.override
        )
    return said


def day_columns() -> tuple[Column, ...]:
    """The house counted day by day: the figures of the roll, each explained in its title."""
    return (
        Column(
            _("Day"),
            lambda row: f"{format_day(row.day)} {weekday_letters(row.day)}",
            sort=lambda row: row.day,
            strong=True,
        ),
        *(_figure_column(title, of, meaning) for title, of, meaning in figures()),
    )


def _figure_column(title: str, of: Callable[[Roll], int], meaning: str) -> Column:
    def show(row: DayOfBeds) -> str:
        return figure(of(row.roll))

    def count(row: DayOfBeds) -> int:
        return of(row.roll)

    return Column(title, show, sort=count, align="right", hint=meaning)


def figure(number: int) -> str:
    """A count as it stands in a column; below zero with the right sign."""
    return str(number).replace("-", "\N{MINUS SIGN}")


def figures() -> tuple[tuple[str, Callable[[Roll], int], str], ...]:
    """The roll's figures (§4.3): title, how it is read, and what it means in words."""
    return (
        (_("Beds"), lambda roll: roll.beds, _("all beds of the house")),
        (
            _("Shut"),
            lambda roll: roll.out_of_service,
            _("beds out of service, by themselves or with room, section or building"),
        ),
        (
            _("In use"),
            lambda roll: roll.beds_in_use,
            _("beds that are somebody's; a bed stays a person's during a leave"),
        ),
        (
            _("Free"),
            lambda roll: roll.free,
            _("beds in service less beds in use; below zero when there are too few"),
        ),
        (_("Reserved"), lambda roll: roll.held, _("free beds kept for somebody or something")),
        (_("Present"), lambda roll: roll.present, _("people on site, with a bed or without")),
        (
            _("Without a bed"),
            lambda roll: roll.without_bed,
            _("people on site who have no bed"),
        ),
    )


def definitions() -> str:
    """What each figure means, for the foot of the page."""
    return "\n".join(f"{title}: {meaning}" for title, _of, meaning in figures())


def day_sentence(row: DayOfBeds) -> str:
    """One day in a sentence: for the pointer and the screen reader."""
    roll: Roll = row.roll
    return _(
        "{day}: {used} in use, {free} free, {shut} shut of {beds} beds; {without} without a bed"
    ).format(
        day=format_day(row.day),
        used=roll.beds_in_use,
        free=figure(roll.free),
        shut=roll.out_of_service,
        beds=roll.beds,
        without=roll.without_bed,
    )
