"""The lists of a trainee's card, with what can be done to the line chosen in each."""

from __future__ import annotations

from typing import Any

from openblock.clock import day_of
from openblock.features.residents.ui.entries import Deed, Entries
from openblock.features.shadowing.queries.rows import ShadowingRow, TraineeCard, UnavailabilityRow
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.card_acts import CardActs
from openblock.features.shadowing.ui.card_deeds import OPEN, may_settle
from openblock.features.shadowing.ui.competence_columns import competence_columns, competence_lines
from openblock.features.shadowing.ui.shift_columns import in_order, shift_columns
from openblock.features.shadowing.ui.until_edit import until_words
from openblock.i18n import _, format_day, format_moment, format_time, weekday_letters
from openblock.ui.desk import Desk
from openblock.ui.table_model import Column

_CONFIRMED = frozenset({Standing.CONFIRMED})


class CardLists:
    """Shifts, marks, absences and classes of whoever the card shows."""

    def __init__(self, acts: CardActs, desk: Desk) -> None:
        self._acts = acts
        self._may = desk.may
        self.shifts = Entries(
            _("Practice shifts"), shift_columns(()), _shift_id, self._shift_deeds()
        )
        self.learning = Entries(
            _("Competences, as the mentors saw them"),
            competence_columns(),
            lambda line: line.item_id,
            (),
        )
        self.away = Entries(
            _("Cannot come"), _away_columns(), lambda row: row.unavailability_id, self._away_deeds()
        )
        self.classes = Entries(
            _("Classes of the course"), class_columns(), lambda row: row.class_id, ()
        )

    def show_card(self, card: TraineeCard) -> None:
        """Show another trainee, or the same one as things are now."""
        self.shifts.model.set_columns(shift_columns(card.course.situations))
        self.shifts.show_rows(in_order(card.shadowings))
        self.learning.show_rows(competence_lines(card))
        self.away.show_rows(card.away)
        self.classes.show_rows(card.classes)

    def choose_first(self) -> None:
        """Choose the shift that wants something done, else the next one, else the latest."""
        rows = in_order(self.shifts.model.rows)
        wanted = (Standing.REPLAN, Standing.DONE, Standing.PLANNED)
        first = [row for standing in wanted for row in reversed(rows) if row.standing is standing]
        chosen = next(iter((*first, *rows)), None)
        if chosen is not None:
            self.shifts.table.choose(chosen.shadowing_id)

    def _shift_deeds(self) -> tuple[Deed, ...]:
        acts, may = self._acts, self._may
        may_plan = may("shadowing.plan_shadowing")
        may_cancel = may("shadowing.cancel_shadowing")
        may_add = may("shadowing.add_addendum")
        return (
            Deed(
                _("Confirm…"),
                "ok",
                acts.confirm,
                self._settles,
                _("Confirm the hours as they were"),
            ),
            Deed(
                _("Plan otherwise…"),
                "edit",
                acts.plan,
                lambda row: may_plan and _stands(row, OPEN),
                _("Another mentor, another day or other hours"),
            ),
            Deed(
                _("Addendum…"),
                "note",
                acts.confirm,
                lambda row: may_add and _stands(row, _CONFIRMED),
                _("Add something to what was confirmed, which itself stays as it is"),
            ),
            Deed(
                _("Cancel"),
                "delete",
                acts.openings.cancel,
                lambda row: may_cancel and _stands(row, OPEN),
                _("Take the planned shift out; Undo brings it back"),
            ),
        )

    def _settles(self, row: object) -> bool:
        """Whether who is signed in may confirm the chosen shift now."""
        if not isinstance(row, ShadowingRow) or row.standing is not Standing.DONE:
            return False
        return may_settle(row, self._may, self._acts.mentor)

    def _away_deeds(self) -> tuple[Deed, ...]:
        acts = self._acts
        may_save = self._may("shadowing.save_unavailability")
        may_remove = self._may("shadowing.remove_unavailability")

        def is_row(row: object) -> bool:
            return isinstance(row, UnavailabilityRow)

        return (
            Deed(_("Change…"), "edit", acts.away, lambda row: may_save and is_row(row)),
            Deed(_("Add…"), "add", lambda _row: acts.away(None), lambda _row: may_save),
            Deed(
                _("Can come after all"),
                "delete",
                acts.openings.remove_away,
                lambda row: may_remove and is_row(row),
            ),
        )


def _stands(row: object, wanted: frozenset[Standing]) -> bool:
    return isinstance(row, ShadowingRow) and row.standing in wanted


def _shift_id(row: ShadowingRow) -> int:
    return row.shadowing_id


def _away_columns() -> tuple[Column, ...]:
    return (
        Column(
            _("From"),
            lambda row: format_moment(row.content.starts_at),
            sort=lambda row: row.content.starts_at,
        ),
        Column(_("To"), lambda row: until_words(row.content.ends_at)),
        Column(_("Remark"), lambda row: row.content.remark),
    )


def class_columns() -> tuple[Column, ...]:
    """Day, time, what is taught, and to whom."""
    return (
        Column(_("Day"), _class_day, sort=lambda row: row.content.starts_at),
        Column(
            _("Time"),
            lambda row: (
                f"{format_time(row.content.starts_at)}\N{EN DASH}{format_time(row.content.ends_at)}"
            ),
        ),
        Column(_("Class"), lambda row: row.content.title or _("class")),
        Column(_("Group"), lambda row: row.content.group or _("everybody")),
    )


def _class_day(row: Any) -> str:
    day = day_of(row.content.starts_at)
    return f"{weekday_letters(day)} {format_day(day)}"
