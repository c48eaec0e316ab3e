"""Whether a time in hand could be booked: places left in it, and the first thing against it.

Only what the calendar shows is asked here, at every move of the pointer; the booking itself is
judged by the command, with people and supervisors.
"""

from __future__ import annotations

from openblock.clock import MINUTES_OF_DAY
from openblock.features.grounds.rules.content import LIVE, OPEN
from openblock.features.grounds.ui.calendar.daylight import shades
from openblock.features.grounds.ui.calendar.drafts import Draft
from openblock.features.grounds.ui.calendar.picture import Block, CalendarPicture, Column
from openblock.features.grounds.ui.calendar.wording import length_words
from openblock.features.grounds.words import minutes_words
from openblock.i18n import _, format_minute, n_


def places_left(picture: CalendarPicture, draft: Draft) -> int:
    """The places of the area that are free at every moment of the draft, without its own."""
    content = picture.columns[draft.column].area.area.content
    others = [each for each in picture.within(draft.column) if _stands_in_the_way(each, draft)]
    if content.exclusive:
        return 0 if others else content.capacity
    # It can only be fullest where one of them begins, or at the beginning of the draft.
    marks = [draft.start, *(each.top for each in others if each.top > draft.start)]
    most = max(sum(b.row.heads for b in others if b.top <= mark < b.bottom) for mark in marks)
    return max(content.capacity - most, 0)


def _stands_in_the_way(block: Block, draft: Draft) -> bool:
    own = draft.block is not None and block.row.booking_id == draft.block.row.booking_id
    meets = block.top < draft.end and draft.start < block.bottom
    return meets and not own and block.row.state in LIVE


def against(picture: CalendarPicture, draft: Draft) -> str:
    """The first thing that forbids the draft, in a few words; empty where nothing shown does."""
    column = picture.columns[draft.column]
    if any(
        shut.column == draft.column and shut.top < draft.end and draft.start < shut.bottom
        for shut in picture.shuts
    ):
        return _("the area is closed then")
    if not any(start <= draft.start and draft.end <= end for start, end in column.open):
        return _("outside the opening hours")
    if dark := dark_at(picture, column, draft.start, draft.end):
        return dark
    needed = draft.block.row.heads if draft.block is not None else 1
    return "" if places_left(picture, draft) >= needed else _("not enough places left")


def dark_at(picture: CalendarPicture, column: Column, start: int, end: int) -> str:
    """What of the sun a time passes where the sun decides, margin included; empty: nothing."""
    if not column.needs_light:
        return ""
    margin, noon = picture.limits.margin, MINUTES_OF_DAY // 2
    dark = [s for s in shades(column.frame.light) if s.step == "night" or not picture.limits.civil]
    morning = max((s.bottom for s in dark if s.bottom <= noon), default=0)
    evening = min((s.top for s in dark if s.top > noon), default=MINUTES_OF_DAY)
    if any(s.top <= noon < s.bottom for s in dark):
        return _("it is dark then, and not lit")
    if morning and start < morning + margin:
        return _("dark until {time}, and not lit").format(time=format_minute(morning))
    if evening < MINUTES_OF_DAY and end > evening - margin:
        return _("dark from {time}, and not lit").format(time=format_minute(evening))
    return ""


def draft_words(picture: CalendarPicture, draft: Draft) -> tuple[str, str]:
    """The label of a draft: its times, length and places left; and what is against it."""
    left = places_left(picture, draft)
    places = n_("{number} place left", "{number} places left", left)
    said = f"{minutes_words(draft.start, draft.end)} · {length_words(draft.end - draft.start)}"
    return f"{said} · {places}", against(picture, draft)


def usual_end(picture: CalendarPicture, column: int, start: int) -> int:
    """Where a booking begun at ``start`` ends unless somebody says otherwise: after an hour.

    As long as the area allows, and not into the next booking, closure or the end of the day.
    """
    content = picture.columns[column].area.area.content
    length = min(max(60, content.shortest), content.longest)
    ends = [end for open_from, end in picture.columns[column].open if open_from <= start < end]
    ends += [shut.top for shut in picture.shuts if shut.column == column and shut.top > start]
    if content.exclusive:
        ends += [b.top for b in picture.within(column) if b.top > start and b.row.state in OPEN]
    return max(min([start + length, *ends, MINUTES_OF_DAY]), start + 15)
