"""A small block to try practice in: officers on duty over ten weeks, two courses, five trainees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from openblock import clock
from openblock.clock import standing_at
from openblock.features.accounts.commands import AddAccount, SetUp, add_account, set_up
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.shadowing.commands import (
    ConfirmShadowing,
    LinkTrainee,
    MissShadowing,
    SaveUnavailability,
    StartPractice,
    confirm_shadowing,
    link_trainee,
    miss_shadowing,
    save_unavailability,
    start_practice,
)
from openblock.features.shadowing.queries import courses, items, trainees
from openblock.features.shadowing.rules.content import (
    USUAL_SITUATIONS,
    Confirmation,
    ItemKind,
    Mark,
    UnavailabilityContent,
)
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.storage.store import Actor, Store
from tests.factories import (
    with_class,
    with_course,
    with_officer,
    with_shadowing,
    with_templates,
    with_trainee,
)

#: A Wednesday; the night in which the clock goes forward is three days on.
TODAY = date(2026, 3, 25)
NOW = clock.at(TODAY, 12 * 60)
FIRST, LAST = date(2026, 3, 2), date(2026, 5, 15)
#: 28 March 09:00 to 29 March 09:00 is 23 hours long.
SHORT_NIGHT = date(2026, 3, 28)
ONE_DAY = timedelta(days=1)
#: The accounts of whoever the block's own people are.
ELINA, AGNESE = 2, 3


def on(day: int | date, hour: float, month: int = 3) -> datetime:
    """The instant of a day of March (or another month) 2026 at ``hour`` of the wall clock."""
    there = day if isinstance(day, date) else date(2026, month, day)
    return clock.at(there, round(hour * 60))


@dataclass
class PracticeBlock:
    """The block and its numbers by name; the clock stands at ``NOW``.

    Officers: ``agnese`` 24 h on the 4th, 8th, … 28th; ``ilze`` 24 h on the 3rd, 7th, … 31st;
    ``normunds`` 24 h on the 2nd, 6th, … 30th; ``andris`` D on the 2nd, … and N on the 3rd, …, at
    the leave desk; ``kristine`` D with ``agnese``, certified until 20 March; ``madara`` likewise,
    whose certificate ended last year; ``oskars`` 24 h with ``agnese``, no mentor.

    Courses: ``second``, by day only, with ``elina``, ``arturs`` (both group A) and ``sintija`` (B);
    ``third``, nights too, with ``gatis``, and ``marta`` who is not cleared.

    Shifts: ``seen`` elina with agnese on the 4th, confirmed 9:00–20:30 with a day seen;
    ``missed`` arturs with ilze on the 7th; ``done`` sintija with normunds on the 18th, to be
    confirmed; planned are ``next`` elina and ``beside`` sintija with normunds on the 26th,
    ``night`` gatis with agnese from the 28th 20:00 to the 29th 8:00, and ``later`` elina with
    ilze on the 31st.
    """

    store: Store
    officers: Mapping[str, int]
    courses: Mapping[str, int]
    trainees: Mapping[str, int]
    shifts: Mapping[str, int]

    def __getattr__(self, name: str) -> int:
        for those in (self.officers, self.courses, self.trainees, self.shifts):
            if name in those:
                return those[name]
        raise AttributeError(name)

    def duty(self, officer: int, day: int | date, code: str | None, month: int = 3) -> None:
        """Give the officer another duty on a day, or none."""
        there = day if isinstance(day, date) else date(2026, month, day)
        self.store.run(change_cells, ChangeCells((CellEdit(officer, there, code),)))

    def plan(
        self, trainee: int, officer: int, day: int | date, hours: tuple[float, float] = (9, 21)
    ) -> int:
        """Plan a shadowing shift from hour to hour of a day, 32 is 8:00 on the next; its number."""
        there = day if isinstance(day, date) else date(2026, 3, day)
        return with_shadowing(self.store, trainee, officer, there, hours)

    def situation(self, course: str, code: str) -> int:
        """The number of one of a course's usual situations."""
        rows = {row.course_id: row for row in self.store.read(courses)}
        return next(
            each.situation_id
            for each in rows[self.courses[course]].situations
            if each.content.code == code
        )

    def sign_in(self, account_id: int, role: str) -> None:
        """Have somebody else act from here on."""
        self.store.sign_in(Actor(account_id, "Somebody", role, "en"))


def build_block(store: Store) -> PracticeBlock:
    """The block, planned and worked since the beginning of March."""
    with standing_at(on(2, 8)):
        store.run(set_up, SetUp("slot", "Anna Bērziņa", "en"))
        store.run(add_account, AddAccount("slot-2", "Zariņa Elīna", "trainee", "en"))
        store.run(add_account, AddAccount("slot-3", "Liepa Agnese", "duty_officer", "en"))
        store.run(start_practice, StartPractice())
        block = PracticeBlock(store, _officers(store), {}, {}, {})
        _lay_duties(block)
        block.courses = {
            "second": with_course(store, "2. kurss", first_day=FIRST, last_day=date(2026, 4, 30)),
            "third": with_course(
                store,
                "3. kurss",
                first_day=date(2026, 3, 16),
                last_day=LAST,
                night_allowed=True,
                required_minutes=60 * 60,
                situations=tuple(
                    replace(each, post="Izejas") if each.code == "leave_desk" else each
                    for each in USUAL_SITUATIONS
                ),
            ),
        }
        block.trainees = _trainees(block)
        _own_accounts(block)
        block.shifts = _planned(block)
    _settle(block)
    return block


def _officers(store: Store) -> dict[str, int]:
    certified = {"is_mentor": True, "mentor_certified_until": date(2026, 12, 31)}
    people: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
        ("agnese", "Liepa", "Agnese", certified),
        ("ilze", "Kalniņa", "Ilze", certified),
        ("normunds", "Lācis", "Normunds", certified),
        ("andris", "Bērziņš", "Andris", {**certified, "post": "Izejas"}),
        ("kristine", "Vītola", "Kristīne", {**certified, "mentor_certified_until": _day(20)}),
        (
            *("madara", "Zīle", "Madara"),
            {**certified, "mentor_certified_until": date(2025, 12, 31)},
        ),
        ("oskars", "Grīnbergs", "Oskars", {}),
    )
    return {
        name: with_officer(store, str(place), surname, given_name=given_name, **facts)
        for place, (name, surname, given_name, facts) in enumerate(people, start=1)
    }


def _day(day: int) -> date:
    return date(2026, 3, day)


def _lay_duties(block: PracticeBlock) -> None:
    """One sweep over the whole grid; each officer's days are four apart."""
    with_templates(block.store)
    lines = (
        ("agnese", 4, "24"),
        ("ilze", 3, "24"),
        ("normunds", 2, "24"),
        ("andris", 2, "D"),
        ("andris", 3, "N"),
        ("kristine", 4, "D"),
        ("madara", 4, "D"),
        ("oskars", 4, "24"),
    )
    edits = []
    for name, first, code in lines:
        day = _day(first)
        while day <= LAST:
            edits.append(CellEdit(block.officers[name], day, code))
            day += 4 * ONE_DAY
    block.store.run(change_cells, ChangeCells(tuple(edits)))


def _trainees(block: PracticeBlock) -> dict[str, int]:
    store, second, third = block.store, block.courses["second"], block.courses["third"]
    found = {
        "elina": with_trainee(store, second, "Zariņa", "Elīna", group="A", cleared=FIRST),
        "arturs": with_trainee(store, second, "Kalniņš", "Artūrs", group="A", cleared=FIRST),
        "sintija": with_trainee(store, second, "Balode", "Sintija", group="B", cleared=FIRST),
        "gatis": with_trainee(store, third, "Straume", "Gatis", cleared=FIRST),
        "marta": with_trainee(store, third, "Ziediņa", "Marta", cleared=None),
    }
    for start in (on(23, 9), on(30, 9)):
        with_class(store, second, start, start + timedelta(hours=7))
    with_class(store, second, on(1, 9, 4), on(1, 12, 4), "Pirmā palīdzība", group="B")
    away = UnavailabilityContent(found["arturs"], on(2, 0, 4), on(6, 0, 4), "eksāmeni")
    store.run(save_unavailability, SaveUnavailability(None, 0, away))
    return found


def _own_accounts(block: PracticeBlock) -> None:
    row = next(
        each for each in block.store.read(trainees) if each.trainee_id == block.trainees["elina"]
    )
    block.store.run(link_trainee, LinkTrainee(row.trainee_id, row.version, ELINA))
    block.store.run(link_officer, LinkOfficer(block.officers["agnese"], AGNESE))


def _planned(block: PracticeBlock) -> dict[str, int]:
    return {
        "seen": block.plan(block.elina, block.agnese, 4),
        "missed": block.plan(block.arturs, block.ilze, 7),
        "done": block.plan(block.sintija, block.normunds, 18),
        "next": block.plan(block.elina, block.normunds, 26),
        "beside": block.plan(block.sintija, block.normunds, 26),
        "night": block.plan(block.gatis, block.agnese, 28, (20, 32)),
        "later": block.plan(block.elina, block.ilze, 31),
    }


def _settle(block: PracticeBlock) -> None:
    store = block.store
    watchfulness = store.read(items, ItemKind.COMPETENCE)[0].item_id
    with standing_at(on(4, 21)):
        seen = Confirmation(
            on(4, 9),
            on(4, 20.5),
            situations=(block.situation("second", "day"),),
            evaluation={watchfulness: Mark.WATCHED},
            remark="Uzmanīga.",
        )
        store.run(confirm_shadowing, ConfirmShadowing(block.seen, 1, seen))
    with standing_at(on(7, 22)):
        store.run(miss_shadowing, MissShadowing(block.missed, 1, "saslimis"))
