"""Does what the buttons of a trainee's card say: opens the form, or runs the one command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.clock import day_of
from openblock.features.shadowing.commands import tick_clearance
from openblock.features.shadowing.commands.requests import TickClearance
from openblock.features.shadowing.queries.rows import (
    ShadowingRow,
    TraineeCard,
    TraineeRow,
    UnavailabilityRow,
)
from openblock.features.shadowing.ui import card_deeds as deeds
from openblock.features.shadowing.ui.openings import Openings
from openblock.features.shadowing.ui.plan_popover import PlanPopover
from openblock.features.staff.queries import own_officer
from openblock.i18n import _
from openblock.ui.desk import Desk

_TOMORROW = timedelta(days=1)


class CardActs(QObject):
    """Every act is about the trainee ``shown()`` gives; a form sends for itself."""

    #: Mentors are offered beside the card.
    planning = Signal()

    def __init__(
        self,
        desk: Desk,
        openings: Openings,
        shown: Callable[[], TraineeCard | None],
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._shown = shown
        self.openings = openings
        self.mentor: int | None = desk.read(own_officer) if desk.may("staff.own_officer") else None
        self.popover = PlanPopover(desk)

    def do(self, name: str) -> None:
        """Do one deed of the card's bar to the trainee shown."""
        card = self._shown()
        if card is None:
            return
        row = card.line.trainee
        acts: dict[str, Callable[[], object]] = {
            deeds.PLAN: self.plan,
            deeds.CONFIRM: lambda: self._confirm_first(card),
            deeds.AWAY: self.away,
            deeds.EDIT: lambda: self.openings.trainee(row),
            deeds.PRINT: self._desk.print_wanted.emit,
            deeds.CALENDAR: lambda: self._save_calendar(row),
            deeds.LINK: lambda: self.openings.account(row),
            deeds.REMOVE: lambda: self.openings.remove_trainee(row),
        }
        acts[name]()

    def plan(self, row: ShadowingRow | None = None) -> None:
        """Offer mentors beside the card: for the next free day, or in the place of ``row``."""
        card = self._shown()
        if card is None:
            return
        day = row.day if row is not None else _next_day(card)
        self.popover.open_for(card.line.trainee.trainee_id, day, row)
        if not self.popover.isHidden():
            self.planning.emit()

    def confirm(self, row: ShadowingRow) -> None:
        """The form of one shift: to confirm it, or to read what was confirmed and add to it."""
        self.openings.confirm(row.shadowing_id)

    def away(self, row: UnavailabilityRow | None = None) -> None:
        """A time the trainee cannot come, or another content for one."""
        card = self._shown()
        if card is not None:
            self.openings.away(card.line.trainee.trainee_id, row)

    def tick(self, item_id: int, day: date | None) -> bool:
        """A clearance item had on ``day`` or not; False when it was refused."""
        card = self._shown()
        if card is None:
            return False
        request = TickClearance(card.line.trainee.trainee_id, item_id, day)
        said = _("Clearance: {name}").format(name=card.line.trainee.name)
        return self._desk.run(tick_clearance, request, said) is not None

    def _save_calendar(self, row: TraineeRow) -> None:
        # The writer of calendars is loaded where one is written.
        from openblock.features.shadowing.ui.calendar_saving import save_calendar  # noqa: PLC0415

        save_calendar(self._desk, row.trainee_id, row.name, self._over)

    def _confirm_first(self, card: TraineeCard) -> None:
        row = deeds.first_to_confirm(card, self._desk.may, self.mentor)
        if row is not None:
            self.confirm(row)


def _next_day(card: TraineeCard) -> date:
    """The first day from tomorrow on that the trainee has nothing on, within the course."""
    course = card.course.content
    taken = {row.day for row in card.shadowings}
    taken |= {day_of(row.content.starts_at) for row in card.classes}
    day = max(course.first_day, clock.today() + _TOMORROW)
    while day < course.last_day and (day in taken or _is_away(card, day)):
        day += _TOMORROW
    return min(day, course.last_day)


def _is_away(card: TraineeCard, day: date) -> bool:
    return any(
        day_of(row.content.starts_at) <= day < day_of(row.content.ends_at) for row in card.away
    )
