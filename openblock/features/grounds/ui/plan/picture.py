"""What the plan and the list of areas say of each area at a moment: plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from openblock.clock import day_of
from openblock.features.grounds.queries.rows import AreaNow
from openblock.features.grounds.rules.content import (
    PLAN_HEIGHT,
    PLAN_WIDTH,
    AreaContent,
    AreaKind,
    AreaState,
)
from openblock.features.grounds.words import (
    area_letter,
    area_state_words,
    closure_words,
    light_kind,
)
from openblock.i18n import _, format_short_day, format_time
from openblock.ui.drawn_plan import next_free, overlap

PLAN = (PLAN_WIDTH, PLAN_HEIGHT)
#: What an area opens again from; the other states last until then.
_OPENS = frozenset({AreaState.DARK, AreaState.SHUT})


@dataclass(frozen=True, slots=True)
class AreaPicture:
    """An area as it is drawn: ``content`` holds where, the rest how it stands and until when."""

    area_id: int
    version: int
    content: AreaContent
    state: AreaState
    letter: str
    word: str
    fill: str
    beside: str
    spoken: str

    @property
    def name(self) -> str:
        """What it is called."""
        return self.content.name

    @property
    def bookable(self) -> bool:
        """Whether it is a place and no building."""
        return self.content.kind == AreaKind.PLACE

    @property
    def labels(self) -> tuple[str, ...]:
        """What is written under the name, the fullest first: whatever fits is taken."""
        full = " ".join(filter(None, (self.letter, self.word, self.fill)))
        if self.state in _OPENS:
            # Outside its hours the next question is when it opens.
            return f"{self.letter} {self.beside}", full, self.letter
        return full, f"{self.letter} {self.fill or self.beside}", self.letter


def pictures_of(areas: Sequence[AreaNow], at: datetime) -> tuple[AreaPicture, ...]:
    """Every area in use, and the buildings; those nobody has drawn yet are set side by side."""
    shown = [each for each in areas if each.area.content.active]
    places = _drawn([(each.area.area_id, each.area.content) for each in shown])
    return tuple(_picture(each, places[each.area.area_id], at) for each in shown)


def _drawn(areas: Sequence[tuple[int, AreaContent]]) -> dict[int, AreaContent]:
    """A hall may stand inside a building, so only what nobody has placed yet is moved."""
    fresh = AreaContent("")
    placed = {number: each for number, each in areas if not _same_place(each, fresh)}
    for number, each in areas:
        if number in placed:
            continue
        taken = placed.values()
        covers = any(overlap(each, other) for other in taken)
        placed[number] = next_free(each, taken, PLAN_WIDTH) if covers else each
    return {number: _inside(each) for number, each in placed.items()}


def _same_place(one: AreaContent, other: AreaContent) -> bool:
    return (one.x, one.y, one.width, one.height) == (other.x, other.y, other.width, other.height)


def _inside(area: AreaContent) -> AreaContent:
    """What lies past the edge could be neither seen nor taken by the mouse."""
    width, height = min(area.width, PLAN_WIDTH), min(area.height, PLAN_HEIGHT)
    x, y = min(area.x, PLAN_WIDTH - width), min(area.y, PLAN_HEIGHT - height)
    return replace(area, x=max(0, x), y=max(0, y), width=width, height=height)


def _picture(now: AreaNow, content: AreaContent, at: datetime) -> AreaPicture:
    row = now.area
    if content.kind != AreaKind.PLACE:
        spoken = _("{name}, building").format(name=content.name)
        return AreaPicture(
            row.area_id, row.version, content, now.state, "", "", "", "", _more(spoken, content)
        )
    word = area_state_words(now.state)
    counted = now.state in {AreaState.FREE, AreaState.IN_USE}
    fill = f"{now.heads}/{content.capacity}" if counted else ""
    beside = _beside(now, at)
    spoken = ", ".join(filter(None, (content.name, word, beside, _why(now))))
    return AreaPicture(
        row.area_id,
        row.version,
        content,
        now.state,
        area_letter(now.state),
        word,
        fill,
        beside,
        _more(spoken, content),
    )


def _beside(now: AreaNow, at: datetime) -> str:
    """What the list says: "opens 08:18", "until 21:00", "3 of 10, until 17:30"."""
    until = _until(now, at)
    if now.state != AreaState.IN_USE:
        return until
    number = _("{heads} of {capacity}").format(heads=now.heads, capacity=now.area.content.capacity)
    return f"{number}, {until}" if until else number


def _until(now: AreaNow, at: datetime) -> str:
    if now.until is None:
        return _("no longer today") if now.state in _OPENS else ""
    if now.state == AreaState.CLOSED and day_of(now.until) != day_of(at):
        moment = format_short_day(day_of(now.until))
    else:
        moment = _clock(now.until, at)
    if now.state in _OPENS:
        return _("opens {moment}").format(moment=moment)
    return _("until {moment}").format(moment=moment)


def _clock(moment: datetime, at: datetime) -> str:
    said = format_time(moment)
    if day_of(moment) == day_of(at):
        return said
    return f"{format_short_day(day_of(moment))} {said}"


def _why(now: AreaNow) -> str:
    if now.state != AreaState.CLOSED or not now.closure:
        return ""
    return closure_words(now.closure, now.closure_remark)


def _more(spoken: str, content: AreaContent) -> str:
    """With what is known of the place itself: whether it is lit, who has to watch."""
    if content.kind != AreaKind.PLACE:
        return " \N{MIDDLE DOT} ".join(filter(None, (spoken, content.remark)))
    watch = (
        _("supervision 1 to {number}").format(number=content.ratio)
        if content.ratio
        else _("no supervision needed")
    )
    return " \N{MIDDLE DOT} ".join(
        filter(None, (spoken, light_kind(content), watch, content.remark))
    )
