"""The diary of trainees is what their practice makes of it, whatever was done in which order."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations

import pytest

from openblock.clock import day_of, standing_at
from openblock.errors import KnownError
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.shadowing.commands import (
    CancelShadowing,
    ChangePractice,
    ConfirmShadowing,
    MissShadowing,
    PracticeEdit,
    RemoveClass,
    RemoveUnavailability,
    SaveClasses,
    SaveTrainee,
    SaveUnavailability,
    cancel_shadowing,
    change_practice,
    confirm_shadowing,
    miss_shadowing,
    plan_shadowing,
    remove_class,
    remove_unavailability,
    save_classes,
    save_trainee,
    save_unavailability,
)
from openblock.features.shadowing.queries import trainees
from openblock.features.shadowing.rules.content import Confirmation
from tests.features.shadowing.commands.doing import away, lesson, standing, wish
from tests.features.shadowing.practising import on

REASON = "tā vajag šoreiz"
SEEDS = 60 if "OPENBLOCK_THOROUGH" in os.environ else 2


def columns(store, table):
    """The rows of a table by name of column, read past every mapping."""
    with store.engine.connect() as connection:
        found = connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608
        return [dict(row) for row in found.mappings()]


def recounted(store):
    """The trainees' diary, derived from the tables in the plainest way."""
    held = [
        *((row["trainee_id"], "shadowing", row["id"], *times(row)) for row in live(store)),
        *(
            (row["trainee_id"], "unavailable", row["id"], *times(row))
            for row in columns(store, "unavailabilities")
        ),
    ]
    people = columns(store, "trainees")
    for row in columns(store, "classes"):
        for person in filter(lambda each: attends(row, each), people):
            weighty = [each[3:] for each in held if each[0] == person["id"] and each[5]]
            left = longest(row["starts_at"], row["ends_at"], [each[:2] for each in weighty])
            if left:
                held.append((person["id"], "class", row["id"], *left, False))
    return sorted((f"trainee:{number}", *rest[:-1]) for number, *rest in held)


def live(store):
    """The shadowing shifts that hold their trainee's time."""
    return [
        row
        for row in columns(store, "shadowings")
        if row["state"] == "confirmed" or (row["state"] == "planned" and not row["cause"])
    ]


def times(row):
    """From when until when, and whether a class gives way to it."""
    start = row.get("actual_starts_at") or row["starts_at"]
    end = row.get("actual_ends_at") or row["ends_at"]
    return start, end, row.get("state") != "planned"


def attends(row, person):
    left_on = person["left_on"]
    gone = left_on and day_of(utc(row["starts_at"])) > date.fromisoformat(left_on)
    there = person["course_id"] == row["course_id"] and not gone
    return there and row["group"] in {"", person["group"]}


def longest(start, end, taken):
    """By trying every pair of edges."""
    edges = sorted({start, end, *(edge for each in taken for edge in each if start < edge < end)})
    free = [
        (one, other)
        for one, other in combinations(edges, 2)
        if not any(first < other and one < last for first, last in taken)
    ]
    return max(free, key=lambda each: (utc(each[1]) - utc(each[0]), each[0] < each[1]), default=())


def utc(stored):
    return datetime.fromisoformat(f"{stored}+00:00")


def diary(deeds):
    return [row for row in standing(deeds.store)["diary"] if row[0].startswith("trainee:")]


def test_the_block_begins_with_the_diary_its_rows_make(block, deeds):
    assert diary(deeds) == recounted(block.store)


@pytest.mark.parametrize(
    ("hours", "left"),
    [((8, 10), (10, 16)), ((15, 20), (9, 15)), ((10, 11), (11, 16)), ((12, 13), (9, 12))],
)
def test_of_a_class_the_longest_part_is_held_that_the_trainee_can_come_to(
    block, deeds, hours, left
):
    held = lesson(block.second, 27, (9, 16 if left != (9, 12) else 15.5), group="B")
    (number,) = deeds.run(save_classes, SaveClasses((held,))).value
    deeds.run(save_unavailability, SaveUnavailability(None, 0, away(block.sintija, 27, hours)))
    (row,) = [row for row in diary(deeds) if row[1:3] == ("class", number)]
    assert [utc(each) for each in row[3:]] == [on(27, hour) for hour in left]


def test_the_first_of_two_parts_that_are_as_long_is_held(block, deeds):
    (number,) = deeds.run(
        save_classes, SaveClasses((lesson(block.second, 27, (9, 15), group="B"),))
    ).value
    deeds.run(save_unavailability, SaveUnavailability(None, 0, away(block.sintija, 27, (11, 13))))
    (row,) = [row for row in diary(deeds) if row[1:3] == ("class", number)]
    assert [utc(each) for each in row[3:]] == [on(27, 9), on(27, 11)]


class Wandering:
    """Does one thing after another at random, refused or not."""

    def __init__(self, block, deeds, seed):
        self.block, self.deeds, self.chance = block, deeds, random.Random(seed)
        self.store = block.store
        self.undo = []

    def step(self):
        often = (self.plan, self.cell, self.cancel, self.back, self.confirm)
        deeds = (self.lesson, self.unlesson, self.away, self.unaway, self.move, self.duty)
        deed = self.chance.choice((*often, *often, *deeds))
        try:
            done = deed()
        except KnownError:
            return
        if done is not None and done.undo is not None:
            self.undo.append(done.undo)

    def day(self):
        return self.chance.choice([26, 27, 28, 30, 31])

    def trainee(self):
        return self.chance.choice([self.block.elina, self.block.arturs, self.block.sintija])

    def hours(self):
        start = self.chance.randrange(8, 18)
        return start, start + self.chance.randrange(2, 6)

    def plan(self):
        officer = self.chance.choice(list(self.block.officers.values()))
        asked = wish(self.trainee(), officer, self.day(), self.hours(), REASON)
        return self.store.run(plan_shadowing, asked)

    def row(self, table):
        rows = columns(self.store, table)
        return self.chance.choice(rows) if rows else None

    def cell(self):
        trainee, day = self.trainee(), date(2026, 3, self.day())
        seen = tuple(
            (row["id"], row["version"])
            for row in columns(self.store, "shadowings")
            if row["trainee_id"] == trainee and day_of(utc(row["starts_at"])) == day
        )
        officer = self.chance.choice([None, *self.block.officers.values()])
        edit = PracticeEdit(trainee, day, officer, seen)
        return self.store.run(change_practice, ChangePractice((edit,), REASON))

    def cancel(self):
        row = self.row("shadowings")
        return row and self.store.run(cancel_shadowing, CancelShadowing(row["id"], row["version"]))

    def confirm(self):
        """Confirmed or missed an hour after its end, with hours near the planned ones."""
        row = self.row("shadowings")
        start, end = utc(row["starts_at"]), utc(row["ends_at"])
        hour = timedelta(hours=1)
        actual = [each + self.chance.choice([-hour, 0 * hour, hour]) for each in (start, end)]
        with standing_at(end + hour):
            if self.chance.random() < 0.3:
                missed = MissShadowing(row["id"], row["version"], REASON)
                return self.store.run(miss_shadowing, missed)
            asked = ConfirmShadowing(row["id"], row["version"], Confirmation(*actual), REASON)
            return self.store.run(confirm_shadowing, asked)

    def duty(self):
        officer = self.chance.choice(list(self.block.officers.values()))
        code = self.chance.choice([None, "24", "D", "8"])
        edit = CellEdit(officer, date(2026, 3, self.day()), code)
        return self.store.run(change_cells, ChangeCells((edit,)))

    def lesson(self):
        group = self.chance.choice(["", "A", "B"])
        content = lesson(self.block.second, self.day(), self.hours(), group=group)
        row = self.chance.choice([None, self.row("classes")])
        number, version = (row["id"], row["version"]) if row else (None, 0)
        return self.store.run(save_classes, SaveClasses((content,), number, version, REASON))

    def unlesson(self):
        row = self.row("classes")
        return row and self.store.run(remove_class, RemoveClass(row["id"], row["version"]))

    def away(self):
        content = away(self.trainee(), self.day(), self.hours())
        row = self.chance.choice([None, self.row("unavailabilities")])
        number, version = (row["id"], row["version"]) if row else (None, 0)
        request = SaveUnavailability(number, version, content, REASON)
        return self.store.run(save_unavailability, request)

    def unaway(self):
        row = self.row("unavailabilities")
        return row and self.store.run(
            remove_unavailability, RemoveUnavailability(row["id"], row["version"])
        )

    def move(self):
        row = self.chance.choice(self.store.read(trainees, self.block.second))
        content = replace(
            row.content,
            group=self.chance.choice(["", "A", "B"]),
            left_on=self.chance.choice([None, None, date(2026, 3, 27)]),
        )
        request = SaveTrainee(row.trainee_id, row.version, content, REASON)
        return self.store.run(save_trainee, request)

    def back(self):
        if not self.undo:
            return None
        step = self.undo.pop()
        return self.store.run(step.command, step.request, undoes=True)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_tr_07_whatever_is_done_the_diary_is_what_the_rows_make_of_it(block, deeds, seed):
    wandering = Wandering(block, deeds, seed)
    for _ in range(50):
        wandering.step()
        assert diary(deeds) == recounted(block.store)
    assert len(deeds.log("shadowing.plan_shadowing")) > 0
