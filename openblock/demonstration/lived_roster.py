"""How the demonstration's roster was lived: posted, changed for good reasons, one month closed."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, timedelta

from openblock import clock
from openblock.clock import days_of_month
from openblock.features.roster.commands import (
    AskExchange,
    CellEdit,
    ChangeCells,
    CloseMonth,
    PublishMonth,
    PutInSubstitute,
    SaveAbsence,
    SaveCallOut,
    SavePost,
    SwapDuties,
    ask_exchange,
    change_cells,
    put_in_substitute,
    save_absence,
    save_call_out,
    save_post,
    swap_duties,
)
from openblock.features.roster.commands.publication import close_month, publish_month
from openblock.features.roster.queries import RosterDuty, roster
from openblock.features.roster.queries.months import month_state
from openblock.features.roster.queries.open_duty import open_duty
from openblock.features.roster.queries.substitutes import substitutes, swap_offers
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from openblock.features.staff.queries import officers
from openblock.storage.store import Store

MORNING, AFTERNOON = 8 * 60, 14 * 60 + 30
_DAY = timedelta(days=1)
# Whole days beside the team's own: with them the four months' overtime passes the limit.
_EXTRA = 7


class LivedRoster:
    """Does what the planners would have done, the clock standing at each time."""

    def __init__(self, store: Store, day: date) -> None:
        self._store = store
        self._day = day
        self._this = day.replace(day=1)
        self._last = (self._this - _DAY).replace(day=1)
        self._first = (self._last - _DAY).replace(day=1)
        self._people = {each.surname: each.officer_id for each in store.read(officers)}

    def happen(self) -> None:
        """Everything of three months, in order: planned, posted, changed, closed."""
        self._qualify()
        with _at(self._first - 7 * _DAY):
            self._plan_ahead()
        for month in (self._first, self._last, self._this):
            with _at(month - 6 * _DAY):
                self._post(month)
        self._changed_last_month()
        with _at(self._last + 3 * _DAY):
            self._store.run(close_month, CloseMonth(self._first, self._number(self._first)))
        self._changed_this_month()

    def _qualify(self) -> None:
        """The gate asks for a qualification; one officer of another post has it."""
        holders = (self._people["Īslīcis"],)
        self._store.run(save_post, SavePost("caurlaide", holders))

    def _plan_ahead(self) -> None:
        """Leave and training that were known before the months were posted; one does too much."""
        self._away("Pūčmeža", AbsenceKind.LEAVE, self._last + 4 * _DAY, 14)
        self._away("Ļaudāns", AbsenceKind.TRAINING, self._last + 19 * _DAY, 3)
        self._away("Vēžupe", AbsenceKind.LEAVE, self._this + 20 * _DAY, 7)
        tired = self._people["Āmurnieks"]
        days = [each.day + 2 * _DAY for each in self._duties(tired, self._first, self._day)]
        edits = [CellEdit(tired, day, "24") for day in days[1 :: len(days) // _EXTRA or 1]]
        self._store.run(change_cells, ChangeCells(tuple(edits[:_EXTRA])))

    def _changed_last_month(self) -> None:
        with _at(self._last + 9 * _DAY):
            reason = "nosūtīts uz pārvaldi ar rīkojumu"
            self._away("Šņorkalns", AbsenceKind.TRIP, self._last + 12 * _DAY, 2, reason)
        with _at(self._last + 15 * _DAY):
            reason = "atpūta par papildu dežūrām"
            self._away("Āmurnieks", AbsenceKind.PAID_REST, self._last + 24 * _DAY, 1, reason)
        called = self._people["Ceļteka"]
        free = self._free_day(called, self._last + 17 * _DAY)
        with _at(free + _DAY):
            times = (clock.at(free, AFTERNOON), clock.at(free, AFTERNOON + 150))
            self._store.run(
                save_call_out, SaveCallOut(called, *times, "tehniska kļūme apsardzes sistēmā")
            )

    def _changed_this_month(self) -> None:
        self._falls_ill()
        with _at(self._day - _DAY):
            self._post(self._this)
        day = max(self._day - 2 * _DAY, self._this)
        with _at(day):
            reason = "ģimenes apstākļu dēļ"
            self._away("Mežābele", AbsenceKind.OTHER, self._day + 3 * _DAY, 1, reason)
        with _at(self._day):
            self._swap()
            self._ask()

    def _falls_ill(self) -> None:
        """In the middle of a shift; somebody else takes the next one over."""
        ill = self._people["Īslīcis"]
        behind = [each for each in self._duties(ill, self._last, self._day) if each.day < self._day]
        duty = behind[-1]
        content = AbsenceContent(
            ill, AbsenceKind.SICK, duty.day, duty.day + 6 * _DAY, from_minute=AFTERNOON
        )
        with clock.standing_at(clock.at(duty.day, AFTERNOON)):
            self._store.run(save_absence, SaveAbsence(content, reason="saslima dežūras laikā"))
            lost = self._store.read(open_duty, ill, duty.day + 4 * _DAY)
            if lost is None:
                return
            best = self._store.read(substitutes, lost)[0]
            self._store.run(
                put_in_substitute,
                PutInSubstitute(
                    ill,
                    lost.day,
                    lost.code,
                    lost.starts_at,
                    lost.ends_at,
                    lost.post,
                    best.officer_id,
                    reason="aizvieto saslimušu kolēģi",
                ),
            )

    def _swap(self) -> None:
        giver = self._people["Ūdensputns"]
        duty = next(
            each
            for each in self._duties(giver, self._day, self._day + 20 * _DAY)
            if each.day > self._day
        )
        best = self._store.read(swap_offers, giver, duty.day)[0]
        self._store.run(
            swap_duties,
            SwapDuties(
                giver, duty.day, best.officer_id, best.day, reason="abi vienojušies, kāzas ģimenē"
            ),
        )

    def _ask(self) -> None:
        """One swap is asked for and waits to be agreed to."""
        asker = self._people["Dzērvgals"]
        ahead = self._duties(asker, self._day, self._day + 20 * _DAY)
        # The next duty is a trainee's: who asks has a later one in mind.
        duty = next(each for each in ahead if each.day > self._day + 5 * _DAY)
        best = self._store.read(swap_offers, asker, duty.day)[0]
        self._store.run(
            ask_exchange,
            AskExchange(asker, duty.day, best.officer_id, best.day, reason="bērna izlaidums"),
        )

    def _post(self, month: date) -> None:
        self._store.run(publish_month, PublishMonth(month, self._number(month)))

    def _number(self, month: date) -> int:
        return self._store.read(month_state, month).number

    def _away(
        self, surname: str, kind: AbsenceKind, first: date, days: int, reason: str = ""
    ) -> None:
        content = AbsenceContent(self._people[surname], kind, first, first + (days - 1) * _DAY)
        self._store.run(save_absence, SaveAbsence(content, reason=reason))

    def _duties(self, officer_id: int, first: date, last: date) -> list[RosterDuty]:
        shown = self._store.read(roster, first, last)
        return [each for (whose, _day), each in shown.duties.items() if whose == officer_id]

    def _free_day(self, officer_id: int, since: date) -> date:
        month = days_of_month(since.year, since.month)
        taken = {each.day for each in self._duties(officer_id, month[0] - _DAY, month[-1])}
        return next(day for day in month if day >= since and not taken & _around(day))


def _around(day: date) -> set[date]:
    """The day itself and the one before, whose duty may reach into it."""
    return {day - _DAY, day}


def _at(day: date) -> AbstractContextManager[None]:
    return clock.standing_at(clock.at(day, MORNING))
