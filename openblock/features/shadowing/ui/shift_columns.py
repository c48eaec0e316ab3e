"""A trainee's shadowing shifts as lines of a table, and how each of them came to be planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from openblock.clock import day_of
from openblock.features.shadowing.queries.rows import (
    Confirming,
    ShadowingRow,
    SituationRow,
    TraineeCard,
)
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.words import (
    hours_between,
    situation_name,
    standing_letter,
    standing_words,
    upset_words,
)
from openblock.i18n import (
    _,
    format_day,
    format_hours,
    format_moment,
    weekday_letters,
)
from openblock.ui.table_model import Column

TONES: Mapping[Standing, str] = {
    Standing.PLANNED: "accent",
    Standing.REPLAN: "bad",
    Standing.DONE: "warn",
    Standing.CONFIRMED: "ok",
    Standing.MISSED: "text3",
}
_NOTHING = "\N{EN DASH}"


def day_words(row: ShadowingRow) -> str:
    """Sun 22/11/2026: the day it begins on."""
    return f"{weekday_letters(row.day)} {format_day(row.day)}"


def state_words(row: ShadowingRow) -> str:
    """The letter of the grid and what it stands for."""
    return f"{standing_letter(row.standing)} {standing_words(row.standing)}"


def shift_columns(situations: Sequence[SituationRow]) -> tuple[Column, ...]:
    """Day, planned time, mentor, state, and what the mentor confirmed."""
    names = {row.situation_id: situation_name(row.content) for row in situations}
    return (
        Column(_("Day"), day_words, sort=lambda row: row.span.start),
        Column(_("Time"), lambda row: hours_between(row.span)),
        Column(_("Mentor"), lambda row: row.mentor),
        Column(
            _("State"),
            state_words,
            tone=lambda row: TONES[row.standing],
            tooltip=lambda row: upset_words(row) or state_words(row),
        ),
        Column(_("Actual"), actual_words),
        Column(
            _("Hours"),
            lambda row: format_hours(row.minutes) if _counts(row) else _NOTHING,
            align="right",
        ),
        Column(_("Confirmed by"), _settled_by),
        Column(_("Situations"), lambda row: _seen(row, names) or _NOTHING),
    )


def _counts(row: ShadowingRow) -> bool:
    return row.standing not in {Standing.MISSED, Standing.REPLAN}


def actual_words(row: ShadowingRow) -> str:
    """The time as it was, once it is confirmed."""
    settled = row.settled
    return hours_between(settled.span) if settled is not None and settled.span else _NOTHING


def _settled_by(row: ShadowingRow) -> str:
    if row.settled is None:
        return _NOTHING
    return f"{row.settled.by}, {format_day(day_of(row.settled.at))}"


def _seen(row: ShadowingRow, names: Mapping[int, str]) -> str:
    seen = row.settled.situations if row.settled is not None else ()
    return ", ".join(names[number] for number in seen if number in names)


def in_order(rows: Sequence[ShadowingRow]) -> tuple[ShadowingRow, ...]:
    """The latest first: what is planned and what waits stands at the top."""
    return tuple(sorted(rows, key=lambda row: row.span, reverse=True))


def upset_lines(row: ShadowingRow) -> Iterator[tuple[str, str]]:
    """Why it needs planning anew, and who changed the duty: what, in words."""
    if row.upset is not None:
        yield _("Why"), upset_words(row)
    if row.changed_by:
        moment = f", {format_moment(row.changed_at)}" if row.changed_at else ""
        yield _("Duty changed by"), f"{row.changed_by}{moment}"


def plan_lines(row: ShadowingRow) -> Iterator[tuple[str, str]]:
    """How it came to be planned: what, in words."""
    yield _("On the duty"), f"{row.duty_code} {hours_between(row.duty)}".strip()
    yield _("Planned by"), f"{row.planned_by}, {format_moment(row.planned_at)}"
    if row.override:
        yield _("Reason all the same"), row.override


def as_settled(row: ShadowingRow, card: TraineeCard) -> Confirming:
    """A shift of the card in the form its words are made from (settled_words)."""
    addenda = card.addenda.get(row.shadowing_id, ())
    return Confirming(row, card.course, (), card.competences, addenda, duty=None, mine=False)
