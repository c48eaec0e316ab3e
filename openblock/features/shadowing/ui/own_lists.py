"""The lists of a trainee's own practice: what is ahead with its post, what has been, classes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from openblock.features.residents.ui.entries import Entries
from openblock.features.shadowing.queries.rows import ShadowingRow, TraineeCard
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.card_lists import class_columns
from openblock.features.shadowing.ui.competence_columns import competence_columns, competence_lines
from openblock.features.shadowing.ui.shift_columns import (
    TONES,
    day_words,
    in_order,
    shift_columns,
    state_words,
)
from openblock.features.shadowing.words import hours_between, upset_words
from openblock.i18n import _, n_
from openblock.ui.table_model import Column

_COMING = frozenset({Standing.PLANNED, Standing.REPLAN})
_NOTHING = "\N{EN DASH}"


class OwnLists:
    """Nothing in them can be changed: a trainee looks."""

    def __init__(self) -> None:
        self.ahead = Entries(_("Shifts ahead"), _ahead_columns(), _shift_id, ())
        self.classes = Entries(_("Classes ahead"), class_columns(), lambda row: row.class_id, ())
        self.behind = Entries(_("Shifts so far"), shift_columns(()), _shift_id, ())
        self.learning = Entries(
            _("Competences, as the mentors saw them"),
            competence_columns(),
            lambda line: line.item_id,
            (),
        )

    def show_card(self, card: TraineeCard, at: datetime) -> None:
        """Show the own practice as it stands ``at``."""
        self.ahead.show_rows(ahead_of(card.shadowings, at))
        self.classes.show_rows([row for row in card.classes if row.content.ends_at > at])
        self.behind.model.set_columns(shift_columns(card.course.situations))
        self.behind.show_rows(behind_of(card.shadowings, at))
        if self.behind.table.chosen() is None and self.behind.model.rows:
            self.behind.table.choose(self.behind.model.rows[0].shadowing_id)
        self.learning.show_rows(competence_lines(card))

    def choose_next(self) -> None:
        """Choose the next shift, unless another is chosen already."""
        rows = self.ahead.model.rows
        if rows and self.ahead.table.chosen() is None:
            self.ahead.table.choose(rows[0].shadowing_id)


def ahead_of(rows: Sequence[ShadowingRow], at: datetime) -> tuple[ShadowingRow, ...]:
    """What is still to come or under way, the next one first."""
    coming = [row for row in rows if row.span.end > at and row.standing in _COMING]
    return tuple(sorted(coming, key=lambda row: row.span))


def behind_of(rows: Sequence[ShadowingRow], at: datetime) -> tuple[ShadowingRow, ...]:
    """Everything else, the latest first."""
    ahead = {row.shadowing_id for row in ahead_of(rows, at)}
    return in_order([row for row in rows if row.shadowing_id not in ahead])


def next_words(rows: Sequence[ShadowingRow], today: date) -> tuple[str, str]:
    """The next shift that stands: when, and beside whom at which post; so it is said if none."""
    row = next((each for each in rows if each.standing is Standing.PLANNED), None)
    if row is None:
        return _("No shift is planned for you now."), _("Ask the practice coordinator.")
    days = (row.day - today).days
    when = {0: _("today"), 1: _("tomorrow")}.get(days)
    soon = when or n_("in {number} day", "in {number} days", days)
    title = f"{day_words(row)}, {hours_between(row.span)} \N{MIDDLE DOT} {soon}"
    place = _("Mentor: {mentor}").format(mentor=row.mentor)
    if row.post:
        place = _("{mentor}. Post: {post}").format(mentor=place, post=row.post)
    return title, place


def _shift_id(row: ShadowingRow) -> int:
    return row.shadowing_id


def _ahead_columns() -> tuple[Column, ...]:
    return (
        Column(_("Day"), day_words, sort=lambda row: row.span.start),
        Column(_("Time"), lambda row: hours_between(row.span)),
        Column(_("Mentor"), lambda row: row.mentor),
        Column(_("Post"), lambda row: row.post or _NOTHING),
        Column(
            _("State"),
            state_words,
            tone=lambda row: TONES[row.standing],
            tooltip=lambda row: upset_words(row) or state_words(row),
        ),
    )
