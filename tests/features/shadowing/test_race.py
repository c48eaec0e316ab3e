"""Tests of two planners in two programmes who want the last place with one mentor at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import text

from openblock.clock import at
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.shadowing.commands import ChangePractice, PracticeEdit, change_practice
from tests.factories import with_course, with_mentor, with_templates, with_trainee

ROUNDS = 1_000 if "OPENBLOCK_THOROUGH" in os.environ else 12
PLANNERS = 2
FIRST = date(2026, 1, 5)
REASON = "every day in this test"

# Each planner plans the own trainee beside the mentor day by day, at one agreed moment each.
PLANNER = """
    import json, sys, time
    from datetime import datetime
    from pathlib import Path
    from openblock.errors import RuleBroken
    from openblock.features.accounts.rights import may
    from openblock.features.shadowing.commands import PlanShadowing, plan_shadowing
    from openblock.migrations.upgrade import newest
    from openblock.storage.store import Actor, open_store

    asked = json.loads(sys.stdin.read())
    store = open_store(Path(asked["path"]), bytes.fromhex(asked["dek"]), may=may, newest=newest())
    store.sign_in(Actor(asked["planner"], asked["name"], "practice_coordinator", "en"))
    won, lost = [], []
    for number, (start, end) in enumerate(asked["rounds"]):
        ready = Path(asked["folder"], f"{number}-{asked['planner']}")
        ready.touch()
        for _ in range(60_000):  # a minute and more: the other has died
            if all(Path(asked["folder"], f"{number}-{each}").exists()
                   for each in range(asked["planners"])):
                break
            time.sleep(0.001)
        span = (datetime.fromisoformat(start), datetime.fromisoformat(end))
        try:
            request = PlanShadowing(asked["trainee"], asked["mentor"], *span, reason="racing")
            store.run(plan_shadowing, request)
            won.append(number)
        except RuleBroken as refusal:
            lost.append([(each.code, each.facts["trainees"], each.facts["planned_by"])
                         for each in refusal.problems if each.severity == "error"])
    store.close()
    print(json.dumps({"won": won, "lost": lost}))
"""


def _planner(asked):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PLANNER)],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    process.stdin.write(json.dumps(asked))
    process.stdin.close()
    return process


def _laid(store):
    """One mentor on duty every day, one of two places taken; the mentor and two more trainees."""
    days = [FIRST + timedelta(days=each) for each in range(ROUNDS)]
    with_templates(store)
    mentor = with_mentor(store, mentor_certified_until=days[-1])
    store.run(change_cells, ChangeCells(tuple(CellEdit(mentor, day, "D") for day in days)))
    course = with_course(store, first_day=FIRST, last_day=days[-1])
    holder, *racers = (with_trainee(store, course, f"Racer{name}") for name in "ABC")
    held = tuple(PracticeEdit(holder, day, mentor) for day in days)
    store.run(change_practice, ChangePractice(held, REASON))
    return days, mentor, racers


def test_tr_06_of_planners_racing_for_the_last_place_one_gets_it_and_the_other_is_told_who_has_it(
    blank_file, store, tmp_path
):
    days, mentor, racers = _laid(store)
    rounds = [(at(day, 9 * 60).isoformat(), at(day, 12 * 60).isoformat()) for day in days]
    planning = [
        _planner(
            {
                "path": str(blank_file.path),
                "dek": blank_file.dek.hex(),
                "folder": str(tmp_path),
                "planner": planner,
                "planners": PLANNERS,
                "name": f"Planner {planner}",
                "mentor": mentor,
                "trainee": trainee,
                "rounds": rounds,
            }
        )
        for planner, trainee in enumerate(racers)
    ]
    told = []
    for each in planning:
        with each:
            told.append(json.loads(each.stdout.read()))
    assert [each.returncode for each in planning] == [0] * PLANNERS

    assert sorted(number for each in told for number in each["won"]) == list(range(ROUNDS))
    for planner, each in enumerate(told):
        assert len(each["lost"]) == ROUNDS - len(each["won"])
        for problems in each["lost"]:
            ((code, trainees, planned_by),) = problems
            assert code == "practice-mentor-full"
            assert sorted(trainees) == ["RacerA Elīna", f"Racer{'CB'[planner]} Elīna"]
            assert sorted(planned_by) == ["Anna Bērziņa", f"Planner {1 - planner}"]
    assert _beside(store) == dict.fromkeys(map(str, days), 2)
    won = [len(each["won"]) for each in told]
    print(f"{ROUNDS} rounds for one place: won {won}, {sum(won)} places, 0 double")  # noqa: T201


def _beside(store):
    """How many stand beside the mentor in each morning."""
    asked = "SELECT substr(starts_at, 1, 10), count(*) FROM shadowings GROUP BY 1"
    with store.engine.connect() as connection:
        return dict(tuple(row) for row in connection.execute(text(asked)))
