"""Sends what was typed, pasted, dropped or shortened; asks for a reason where rules only warn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.shadowing.commands import (
    ChangePractice,
    PlanShadowing,
    PracticeEdit,
    change_practice,
    plan_shadowing,
)
from openblock.features.shadowing.queries import plan_risks, practice_limits
from openblock.features.shadowing.queries.rows import PracticeGrid, ShadowingRow
from openblock.features.shadowing.rules.content import Span, Upset
from openblock.features.shadowing.ui.cell_picture import shadowings_on
from openblock.features.shadowing.words import hours_between
from openblock.i18n import _, format_short_day, n_
from openblock.storage.acts import Command
from openblock.ui.desk import Desk, Notice
from openblock.ui.message_bar import REFUSAL
from openblock.ui.messages import sentences

CellEdit = tuple[int, date, str | None]


class Planning(QObject):
    """Every gesture is one command and one undo; a refusal is in words in the message bar."""

    #: Something was refused: what stands in the grid is not what is stored.
    refused = Signal()

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over

    def change(self, grid: PracticeGrid, edits: Sequence[CellEdit]) -> bool:
        """Plan the mentors typed into cells, or cut what stands there."""
        unknown = sorted({code for _who, _day, code in edits if code and code not in grid.codes})
        if unknown:
            self._say_unknown(unknown)
            return False
        wanted = tuple(
            PracticeEdit(trainee_id, day, grid.codes[code] if code else None, _seen(grid, place))
            for trainee_id, day, code in edits
            for place in ((trainee_id, day),)
        )
        return self._send(change_practice, ChangePractice(wanted), _said(grid, edits))

    def shorten(self, row: ShadowingRow, part: Span) -> bool:
        """Keep the mentor for the part of the time that still fits."""
        said = _("{trainee}, {day}: shortened to {hours}").format(
            trainee=row.trainee, day=format_short_day(row.day), hours=hours_between(part)
        )
        return self._send(plan_shadowing, _shortened(row, part), said)

    def part_left(self, row: ShadowingRow) -> Span | None:
        """The longest part of a shift that its mentor's changed duty still holds, if it may be."""
        if row.upset is not Upset.DUTY_MOVED:
            return None
        found: list[Span] = []

        def look() -> None:
            least = self._desk.read(practice_limits).shortest
            part = _longest_left(row)
            if part is None or part.minutes < least:
                return
            risks = self._desk.read(plan_risks, _shortened(row, part))
            if all(each.severity is not Severity.ERROR for each in risks):
                found.append(part)

        self._desk.show(look)
        return found[0] if found else None

    # Inside

    def _send(self, command: Command, request: ChangePractice | PlanShadowing, said: str) -> bool:
        try:
            self._desk.attempt(command, request, said)
        except RuleBroken as refusal:
            if all(each.severity is Severity.WARNING for each in refusal.problems):
                self._ask(command, request, said, refusal)
            else:
                self._desk.refuse(refusal)
            self.refused.emit()
            return False
        except KnownError as refusal:
            self._desk.refuse(refusal)
            self.refused.emit()
            return False
        return True

    def _ask(
        self,
        command: Command,
        request: ChangePractice | PlanShadowing,
        said: str,
        refusal: RuleBroken,
    ) -> None:
        """Show what the rules warn of; with a reason it is sent again."""
        from openblock.features.residents.ui.reason_dialog import ReasonDialog  # noqa: PLC0415

        def act(reason: str) -> object:
            return self._desk.attempt(command, replace(request, reason=reason), said)

        dialog = ReasonDialog(
            _("Plan it all the same?"),
            "\n".join(sentences(refusal)),
            act,
            save=_("Plan with the reason"),
            parent=self._over,
        )
        dialog.open()

    def _say_unknown(self, codes: Sequence[str]) -> None:
        words = n_(
            "No mentor is typed like that. Press Enter in the cell to see who can be shadowed.",
            "No mentors are typed like that. Press Enter in the cell to see who can be shadowed.",
            len(codes),
        )
        said = _("“{codes}”: {words}").format(codes=", ".join(codes), words=words)
        self._desk.notify(Notice("error", said, word=_("Not done"), key=REFUSAL))
        self.refused.emit()


def _seen(grid: PracticeGrid, place: tuple[int, date]) -> tuple[tuple[int, int], ...]:
    return tuple((row.shadowing_id, row.version) for row in shadowings_on(grid, *place))


def _said(grid: PracticeGrid, edits: Sequence[CellEdit]) -> str:
    if len(edits) != 1:
        return n_("{number} cell changed", "{number} cells changed", len(edits))
    trainee_id, day, code = edits[0]
    who = next(
        (each.trainee.name for each in grid.lines if each.trainee.trainee_id == trainee_id), ""
    )
    return _("{who}, {day}: {code}").format(
        who=who, day=format_short_day(day), code=code or _("shift taken out")
    )


def _shortened(row: ShadowingRow, part: Span) -> PlanShadowing:
    return PlanShadowing(
        row.trainee_id, row.officer_id, part.start, part.end, row.shadowing_id, row.version
    )


def _longest_left(row: ShadowingRow) -> Span | None:
    parts = [
        Span(max(span.start, row.span.start), min(span.end, row.span.end))
        for _code, span in row.duty_now
        if span.meets(row.span)
    ]
    return max(parts, key=lambda part: part.minutes, default=None)
