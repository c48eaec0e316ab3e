"""What stands on the list of one shift: who is where, beside whom, and whether they are enough."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from openblock import clock
from openblock.features.grounds.rules.content import GroundsLimits, State
from openblock.features.grounds.rules.light import edges_of
from openblock.features.grounds.sheets.light import dark_words, light_line
from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.sheets.times import times
from openblock.features.shadowing.words import upset_label
from openblock.features.today.queries import (
    ShiftBooking,
    ShiftList,
    ShiftOfficer,
    StaffingOfShift,
)
from openblock.i18n import (
    _,
    format_hours,
    format_long_day,
    format_minute,
    format_moment,
    format_number,
    format_short_day,
    format_time,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the block in its box; one of them counts most."""

    words: str
    number: str
    counts: bool = False


@dataclass(frozen=True, slots=True)
class TraineeLine:
    """A trainee and the hours beside the officer."""

    name: str
    hours: str


@dataclass(frozen=True, slots=True)
class OfficerLine:
    """An officer on the shift with everything the list says."""

    post: str
    name: str
    rank: str
    phone: str
    hours: str
    trainees: tuple[TraineeLine, ...]


@dataclass(frozen=True, slots=True)
class MinimumLine:
    """A minimum of staffing against who is there; ``lacking`` says when they are too few."""

    name: str
    hours: str
    needed: str
    present: str
    lacking: str


@dataclass(frozen=True, slots=True)
class UpsetLine:
    """A trainee's shift of these hours that does not stand: who, when, with whom, and why."""

    trainee: str
    hours: str
    mentor: str
    why: str


@dataclass(frozen=True, slots=True)
class BookingLine:
    """A use of the grounds: when, where, what for and how many, and who supervises it.

    ``is_lost``: it needs somebody, and nobody on duty does; ``is_asked``: nobody approved it yet.
    """

    hours: str
    area: str
    group: str
    supervisor: str
    is_lost: bool = False
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class GroundsPart:
    """The grounds in the shift's hours: ``late`` begin when ``sunset``, in words, is over."""

    light: str
    early: tuple[BookingLine, ...]
    sunset: str
    late: tuple[BookingLine, ...]


@dataclass(frozen=True, slots=True)
class ShiftSheet:
    """The list of one shift as it is handed to who leads it."""

    day: date
    period: str
    team: str
    hours: str
    figures: tuple[Figure, ...]
    counted: str
    sections: str
    officers: tuple[OfficerLine, ...]
    trainees: int
    minimums: tuple[MinimumLine, ...]
    upset: tuple[UpsetLine, ...]
    grounds: GroundsPart | None = None


def shift_sheet(shift: ShiftList, limits: GroundsLimits | None = None) -> ShiftSheet:
    """The sheet of a shift that has been read; ``limits`` say what the block takes for dark."""
    end = f"{format_short_day(clock.day_of(shift.span.end))} {format_time(shift.span.end)}"
    counted = _("at {time}").format(time=format_time(shift.counted_at))
    if clock.day_of(shift.counted_at) != shift.day:
        counted = format_moment(shift.counted_at)
    return ShiftSheet(
        day=shift.day,
        period=format_long_day(shift.day),
        team="" if shift.team is None else _("Team {number}").format(number=shift.team),
        hours=f"{format_time(shift.span.start)} \N{EN DASH} {end}",
        figures=_figures(shift),
        counted=counted,
        sections=" · ".join(
            f"{each.section} {format_number(each.beds)}" for each in shift.sections
        ),
        officers=tuple(_officer(each, shift.day) for each in shift.officers),
        trainees=len({one.trainee_id for each in shift.officers for one in each.trainees}),
        minimums=tuple(map(_minimum, shift.staffing)),
        upset=tuple(_upset(each, shift.day) for each in shift.upset),
        grounds=_grounds(shift, limits or GroundsLimits()),
    )


def subjects_of(shift: ShiftList) -> tuple[str, ...]:
    """Whose data the sheet shows, as the log names them."""
    officers = {each.officer_id for each in shift.officers}
    officers |= {each.officer_id for each in shift.upset}
    officers |= {each.officer_id for each in shift.bookings if each.officer_id is not None}
    trainees = {one.trainee_id for each in shift.officers for one in each.trainees}
    trainees |= {each.trainee_id for each in shift.upset}
    return (
        *(f"officer:{number}" for number in sorted(officers)),
        *(f"trainee:{number}" for number in sorted(trainees)),
    )


def _figures(shift: ShiftList) -> tuple[Figure, ...]:
    """Who is here and how the beds stand. Who is outside is not known to the programme yet."""
    roll = shift.roll
    if roll is None:
        return ()
    return (
        Figure(_("On the roll"), format_number(roll.present + roll.outside), counts=True),
        Figure(_("Beds in use"), format_number(roll.beds_in_use)),
        Figure(_("Without a bed"), format_number(roll.without_bed)),
        Figure(_("Free beds"), format_number(roll.free)),
        Figure(_("Closed beds"), format_number(roll.out_of_service)),
    )


def _officer(each: ShiftOfficer, day: date) -> OfficerLine:
    return OfficerLine(
        post=each.post,
        name=each.name,
        rank=each.rank,
        phone=each.phone,
        hours=_hours(each.span, day),
        trainees=tuple(TraineeLine(one.name, _hours(one.span, day)) for one in each.trainees),
    )


def _hours(span: Span, day: date) -> str:
    """09:00–19:00  10; what began on another day says on which."""
    began = clock.day_of(span.start)
    before = "" if began == day else f"{format_short_day(began)} "
    return f"{before}{times(span)}  {format_hours(span.minutes)}"


def _minimum(each: StaffingOfShift) -> MinimumLine:
    lacking = "; ".join(
        _("{start}\N{EN DASH}{end}: {present} of {needed}").format(
            start=format_time(gap.start),
            end=format_time(gap.end),
            present=gap.present,
            needed=gap.needed,
        )
        for gap in each.gaps
    )
    return MinimumLine(
        each.name,
        f"{format_minute(each.from_minute)}\N{EN DASH}{format_minute(each.to_minute)}",
        format_number(each.needed),
        format_number(each.present),
        lacking,
    )


def _upset(row: ShadowingRow, day: date) -> UpsetLine:
    why = upset_label(row.upset) if row.upset is not None else ""
    return UpsetLine(row.trainee, _hours(row.span, day), row.mentor, why)


def _grounds(shift: ShiftList, limits: GroundsLimits) -> GroundsPart | None:
    """Nothing in a block without grounds."""
    if not shift.lights:
        return None
    light = shift.lights[0]
    sets = edges_of(light, limits)[1]
    late = [each for each in shift.bookings if sets is not None and each.span.start >= sets]
    return GroundsPart(
        light=light_line(light, limits),
        early=tuple(_booking(each, shift.day) for each in shift.bookings if each not in late),
        sunset=dark_words(light, limits),
        late=tuple(_booking(each, shift.day) for each in late),
    )


def _booking(each: ShiftBooking, day: date) -> BookingLine:
    begun = clock.day_of(each.span.start)
    before = "" if begun == day else f"{format_short_day(begun)} "
    heads = format_number(each.heads)
    return BookingLine(
        hours=before + times(each.span),
        area=each.area,
        group=f"{each.purpose} \N{MIDDLE DOT} {heads}" if each.purpose else heads,
        supervisor=each.supervisor,
        is_lost=each.lost is not None,
        is_asked=each.state is State.REQUESTED,
    )
