"""Everything that can be done to a living roster, and what holds after each."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from openblock.clock import at
from openblock.features.roster.commands import (
    AddAddendum,
    AgreeExchange,
    ApproveExchange,
    AskExchange,
    CellEdit,
    ChangeCells,
    CloseMonth,
    DeclineExchange,
    LayCycle,
    PublishMonth,
    PutInSubstitute,
    RemoveAbsence,
    RemoveCallOut,
    SaveAbsence,
    SaveCallOut,
    SwapDuties,
    WithdrawExchange,
    add_addendum,
    agree_exchange,
    approve_exchange,
    ask_exchange,
    change_cells,
    close_month,
    decline_exchange,
    lay_cycle,
    publish_month,
    put_in_substitute,
    remove_absence,
    remove_call_out,
    save_absence,
    save_call_out,
    swap_duties,
    withdraw_exchange,
)
from openblock.features.roster.queries import TeamCycle, month_state
from openblock.features.roster.queries.open_duty import open_duty
from openblock.features.roster.queries.substitutes import substitutes
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from tests.features.roster.living import version_of
from tests.features.roster.replay import Told, plain_content
from tests.travels.retold import differences
from tests.travels.roster import RosterChanges, which
from tests.travels.traveller import REASON, Traveller

# Mostly the days around now; some of the month before, which may be closed by then.
offsets = st.sampled_from([*range(-3, 7), -33, -30, -28, -20])
letters = st.sampled_from(["24", "D", "N", "8", "B", None, "A", "S", "A", "S", "M"])
reasons = st.sampled_from([REASON, REASON, REASON, REASON, ""])
kinds = st.sampled_from(AbsenceKind)
maybe = st.one_of(st.none(), which)


class Journey(Traveller):
    """Six officers of two months, whose roster is posted, changed, closed and taken back."""

    tables = ("absences", "call_outs", "exchanges", "closed_sheets", "roster_addenda")
    replay: Told

    @initialize(late=st.booleans())
    def begins(self, late: bool) -> None:
        Traveller.begins(self, late)
        self.replay = Told(self.store)
        self.replay.read_on()
        self.read_until = 0
        self.compared: set[tuple[str, int]] = set()
        self.closed: dict[str, object] = {}

    an_officer_changes = RosterChanges.an_officer_changes
    move_a_duty = RosterChanges.move_a_duty
    time_passes = RosterChanges.time_passes

    @rule(days=st.sampled_from([2, 5, 9]))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)

    # cells

    @rule(who=which, offset=offsets, code=letters, more=st.integers(0, 3), reason=reasons)
    def codes(self, who: int, offset: int, code: str | None, more: int, reason: str) -> None:
        officer = self.any_of("officers", who)
        days = [self.day(offset + each) for each in range(more + 1)]
        edits = tuple(CellEdit(officer, day, code) for day in days)
        self.attempt(change_cells, ChangeCells(edits, reason))

    @rule(
        who=which, offset=offsets, paste=st.lists(letters, min_size=2, max_size=5), reason=reasons
    )
    def paste(self, who: int, offset: int, paste: list[str | None], reason: str) -> None:
        officer = self.any_of("officers", who)
        edits = tuple(
            CellEdit(officer, self.day(offset + place), code) for place, code in enumerate(paste)
        )
        self.attempt(change_cells, ChangeCells(edits, reason))

    @rule(offset=offsets, length=st.integers(0, 9), reason=reasons)
    def cycle_for_a_reason(self, offset: int, length: int, reason: str) -> None:
        first = self.day(offset)
        cycles = (TeamCycle(2, ("24", "", "D", ""), self.first),)
        last = first + timedelta(days=length)
        self.attempt(lay_cycle, LayCycle(first, last, cycles, reason))

    # who is away, and who was called out

    @rule(
        spell=st.tuples(which, offsets, st.integers(0, 5)),
        kind=kinds,
        minutes=st.sampled_from([(0, 1440), (0, 1440), (900, 1440), (0, 600), (480, 720)]),
        number=maybe,
        reason=reasons,
    )
    def absence(self, spell, kind, minutes, number, reason) -> None:
        who, offset, length = spell
        first = self.day(offset)
        last = first + timedelta(days=length)
        content = AbsenceContent(self.any_of("officers", who), kind, first, last, *minutes)
        request = SaveAbsence(content, *self.editing("absences", number), reason)
        self.attempt(save_absence, request)

    @rule(number=which, reason=reasons)
    def no_absence(self, number: int, reason: str) -> None:
        found = self.one("absences", number)
        if found is not None:
            version = self.version("absences", found[0])
            self.attempt(remove_absence, RemoveAbsence(found[0], version, reason))

    @rule(who=which, offset=offsets, hour=st.integers(0, 23), hours=st.integers(1, 9), number=maybe)
    def call_out(self, who: int, offset: int, hour: int, hours: int, number: int | None) -> None:
        start = at(self.day(min(offset, 0)), hour * 60)
        request = SaveCallOut(
            self.any_of("officers", who),
            start,
            start + timedelta(hours=hours),
            REASON,
            *self.editing("call_outs", number),
        )
        self.attempt(save_call_out, request)

    @rule(number=which)
    def no_call_out(self, number: int) -> None:
        found = self.one("call_outs", number)
        if found is not None:
            version = self.version("call_outs", found[0])
            self.attempt(remove_call_out, RemoveCallOut(found[0], version))

    # duties change hands

    @rule(number=which, other=which, absent=st.booleans(), reason=reasons)
    def substitute(self, number: int, other: int, absent: bool, reason: str) -> None:
        """For a duty that stands there, or was taken or cut: by the best, or by anybody."""
        row = self.near("absences" if absent and self.one("absences", 0) else "duties", number)
        day = date.fromisoformat(row.get("day") or row["first_day"])
        duty = self.store.read(open_duty, row["officer_id"], day)
        if duty is None:
            return
        offers = [each for each in self.store.read(substitutes, duty) if each.is_suitable]
        best = offers[0].officer_id if offers and other % 4 else self.any_of("officers", other)
        request = PutInSubstitute(
            duty.officer_id,
            duty.day,
            duty.code,
            duty.starts_at,
            duty.ends_at,
            duty.post,
            best,
            reason,
        )
        self.attempt(put_in_substitute, request)

    @rule(number=which, other=which, reason=reasons)
    def swap(self, number: int, other: int, reason: str) -> None:
        one, two = self.near("duties", number), self.near("duties", other)
        days = [date.fromisoformat(each["day"]) for each in (one, two)]
        request = SwapDuties(one["officer_id"], days[0], two["officer_id"], days[1], reason)
        self.attempt(swap_duties, request)

    @rule(number=which, other=which, swaps=st.booleans())
    def ask(self, number: int, other: int, swaps: bool) -> None:
        one, two = self.near("duties", number), self.near("duties", other)
        days = [date.fromisoformat(each["day"]) for each in (one, two)]
        request = AskExchange(
            one["officer_id"], days[0], two["officer_id"], days[1] if swaps else None, REASON
        )
        self.attempt(ask_exchange, request)

    @rule(number=which, act=st.sampled_from(["agree", "agree", "approve", "decline", "withdraw"]))
    def answer(self, number: int, act: str) -> None:
        found = self.one("exchanges", number)
        if found is None:
            return
        which_one = (found[0], self.version("exchanges", found[0]))
        command, request = {
            "agree": (agree_exchange, AgreeExchange(*which_one)),
            "approve": (approve_exchange, ApproveExchange(*which_one, REASON)),
            "decline": (decline_exchange, DeclineExchange(*which_one)),
            "withdraw": (withdraw_exchange, WithdrawExchange(*which_one)),
        }[act]
        self.attempt(command, request)

    @rule(number=which, other=which)
    def ask_and_approve(self, number: int, other: int) -> None:
        one, two = self.near("duties", number), self.near("duties", other)
        days = [date.fromisoformat(each["day"]) for each in (one, two)]
        asked = AskExchange(one["officer_id"], days[0], two["officer_id"], days[1], REASON)
        done = self.attempt(ask_exchange, asked)
        if done is None:
            return
        version = self.version("exchanges", done.value)
        self.attempt(agree_exchange, AgreeExchange(done.value, version))
        version = self.version("exchanges", done.value)
        self.attempt(approve_exchange, ApproveExchange(done.value, version, REASON))

    # months

    @rule(back=st.sampled_from([0, 0, 31]), stale=st.integers(0, 9))
    def publish(self, back: int, stale: int) -> None:
        month = self.day(-back).replace(day=1)
        seen = self.store.read(month_state, month).number + (stale == 9)
        self.attempt(publish_month, PublishMonth(month, seen))

    @rule(back=st.sampled_from([0, 31, 31, 31]))
    def close(self, back: int) -> None:
        month = self.day(-back).replace(day=1)
        seen = self.store.read(month_state, month).number
        self.attempt(close_month, CloseMonth(month, seen))

    @rule(who=which, offset=offsets, minutes=st.sampled_from([-60, 30, 90, 0]))
    def correct(self, who: int, offset: int, minutes: int) -> None:
        """Mostly a month that is closed, and the one before is closed for it."""
        self.close(31)
        closed = [month for month, (state, _n) in self.replay.states().items() if state == "closed"]
        day = date.fromisoformat(closed[0]) + timedelta(days=20) if closed else self.day(offset)
        officer = self.any_of("officers", who)
        self.attempt(add_addendum, AddAddendum(day, officer, day, minutes, 0, REASON))

    # what holds after each

    @invariant()
    def nobody_is_at_two_things_and_the_diary_is_what_the_log_says(self) -> None:
        if not hasattr(self, "read_until") or self.read_until == self.replay.last:
            return
        self.read_until = self.replay.last
        assert list(self.replay.overlaps()) == []
        assert list(differences(self.diary(), self.replay.held())) == []
        self.versions_are_what_the_log_says()
        self.closed_months_stand_still()

    def versions_are_what_the_log_says(self) -> None:
        for (month, number), told in self.replay.versions.items():
            if (month, number) in self.compared:
                continue
            self.compared.add((month, number))
            stored = version_of(self.store, date.fromisoformat(month), number)
            found = {
                (who, day.isoformat()): plain_content(each) for (who, day), each in stored.items()
            }
            assert found == told
        for month, (state, number) in self.replay.states().items():
            if state != "draft":
                assert self.replay.month(month) == self.replay.versions[month, number]

    def closed_months_stand_still(self) -> None:
        for month, (state, _number) in self.replay.states().items():
            if state != "closed":
                self.closed.pop(month, None)
                continue
            sheet = self.store.read(time_sheet, date.fromisoformat(month))
            assert self.closed.setdefault(month, sheet.lines) == sheet.lines

    def teardown(self) -> None:
        """However long ago it was made, a version is still what it was."""
        if self.path is not None:
            self.compared.clear()
            self.versions_are_what_the_log_says()
        super().teardown()
