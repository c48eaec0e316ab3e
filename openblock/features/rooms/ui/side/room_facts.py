"""What is said about a room beside the plan: what is wrong, who is in it, what it is like."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.clock import FOREVER, day_of
from openblock.features.residents.words import need_list
from openblock.features.rooms.queries import BedState
from openblock.features.rooms.ui.plan.picture import (
    RED,
    BedPicture,
    RoomPicture,
    closure_words,
    held_for,
)
from openblock.features.rooms.ui.words import bed_letter, bed_state
from openblock.features.rooms.words import sex
from openblock.i18n import _, format_moment, format_short_day, format_time, language
from openblock.ui.messages import words


@dataclass(frozen=True, slots=True)
class Trouble:
    """What does not fit about one person in the room, and who that is."""

    resident_id: int
    surname: str
    heading: str
    words: str
    red: bool


def troubles_of(room: RoomPicture) -> tuple[Trouble, ...]:
    """Everyone about whom something is wrong; a pair too near is told once, by who came last."""
    found = [_trouble(bed) for bed in room.beds if bed.now and bed.now.problems]
    known = [each for each in found if each is not None]
    newest: dict[str, tuple[Trouble, object]] = {}
    for trouble, since in known:
        before = newest.get(trouble.words)
        if before is None or str(since) > str(before[1]):
            newest[trouble.words] = (trouble, since)
    ordered = sorted(newest.values(), key=lambda each: (not each[0].red, str(each[1])))
    return tuple(trouble for trouble, _since in ordered)


def _trouble(bed: BedPicture) -> tuple[Trouble, object] | None:
    now = bed.now
    if now is None or now.assignment is None:
        return None
    red = bed.mark == RED
    apart = any(each.code.startswith("apart") for each in now.problems)
    general = _("Must not be so") if red else _("Look at this")
    heading = _("To be kept apart") if apart else general
    trouble = Trouble(
        now.assignment.content.resident_id,
        now.assignment.initialled.rpartition(" ")[0],
        f"{bed.named}: {heading}",
        "\n".join(words(each) for each in now.problems),
        red,
    )
    return trouble, now.assignment.content.starts_at


def occupant_lines(room: RoomPicture) -> tuple[tuple[str, str, str], ...]:
    """Letter, name or state, and what is known of it, for each bed."""
    return tuple((bed.label, *_occupant(bed)) for bed in room.beds)


def _occupant(bed: BedPicture) -> tuple[str, str]:
    now = bed.now
    if now is None:
        return bed_state(BedState.FREE), ""
    comes = _comes(bed)
    if now.assignment is not None:
        since = now.assignment.content.starts_at
        said = _("since {day} {time}").format(
            day=format_short_day(day_of(since)), time=format_time(since)
        )
        until = now.assignment.content.ends_at
        if until != FOREVER:
            said += " · " + _("until {moment}").format(moment=format_moment(until))
        return now.assignment.name, " · ".join(filter(None, (said, comes)))
    if bed.state == BedState.CLOSED and now.closure is not None:
        return f"{bed_letter(BedState.CLOSED)} {bed_state(BedState.CLOSED)}", closure_words(
            now.closure
        )
    if bed.state == BedState.HELD and now.hold is not None:
        end = format_moment(now.hold.content.ends_at)
        return f"{bed_letter(BedState.HELD)} {held_for(now.hold)}", " · ".join(
            filter(None, (_("reserved until {moment}").format(moment=end), comes))
        )
    return bed_state(BedState.FREE), comes


def _comes(bed: BedPicture) -> str:
    following = bed.now.next if bed.now else None
    if following is None:
        return ""
    return _("then {name} from {moment}").format(
        name=following.initialled, moment=format_moment(following.content.starts_at)
    )


def fact_lines(room: RoomPicture) -> tuple[tuple[str, str], ...]:
    """Area, what the room offers, for whom it is."""
    content = room.room.content
    lines = []
    if content.name:
        lines.append((_("Name"), content.name))
    if content.area:
        lines.append((_("Area"), _area(content.area, len(room.beds))))
    if content.attributes:
        lines.append((_("Offers"), need_list(content.attributes)))
    if room.living:
        lines.append((_("For whom"), sex(room.room.sex)))
    return tuple(lines)


def _area(area: int, beds: int) -> str:
    whole = square_metres(area)
    if not beds:
        return whole
    return _("{area}, {each} for each bed").format(area=whole, each=square_metres(area // beds))


def square_metres(area: int) -> str:
    """Hundredths of a square metre in words: 17,40 m² in Latvian, 17.40 m² in English."""
    said = f"{area / 100:.2f}\N{NO-BREAK SPACE}m²"
    return said.replace(".", ",") if language() == "lv" else said
