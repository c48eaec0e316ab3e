"""Tests of planners in several programmes who want one bed at the same moment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path

from openblock import clock
from openblock.features.rooms.queries import who_slept
from tests.factories import with_house, with_resident

ROUNDS = 1_000 if "OPENBLOCK_THOROUGH" in os.environ else 12
PLANNERS = 3

# Each planner places its own person into every bed in turn, all at one agreed moment a round.
PLANNER = """
    import json, sys, time
    from datetime import datetime
    from pathlib import Path
    from openblock.errors import RuleBroken
    from openblock.features.accounts.rights import may
    from openblock.features.rooms.commands import PlaceResident, Why, place_resident
    from openblock.migrations.upgrade import newest
    from openblock.storage.store import Actor, open_store

    asked = json.loads(sys.stdin.read())
    store = open_store(Path(asked["path"]), bytes.fromhex(asked["dek"]), may=may, newest=newest())
    store.sign_in(Actor(asked["planner"], asked["name"], "administrator", "en"))
    won, lost = [], []
    for number, (resident, bed) in enumerate(asked["rounds"]):
        ready = Path(asked["folder"], f"{number}-{asked['planner']}")
        ready.touch()
        while len(list(Path(asked["folder"]).glob(f"{number}-*"))) < asked["planners"]:
            time.sleep(0.0005)
        request = PlaceResident(resident, bed, datetime.fromisoformat(asked["at"]), Why("request"))
        try:
            store.run(place_resident, request)
            won.append(number)
        except RuleBroken as refusal:
            lost.append([(each.code, each.facts["name"], each.facts["by"])
                         for each in refusal.problems])
    store.close()
    print(json.dumps({"won": won, "lost": lost}))
"""


def _planner(blank_file, folder, at, planner, rounds):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PLANNER)],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    asked = {
        "path": str(blank_file.path),
        "dek": blank_file.dek.hex(),
        "folder": str(folder),
        "at": at.isoformat(),
        "planner": planner,
        "planners": PLANNERS,
        "name": f"Planner {planner}",
        "rounds": rounds,
    }
    process.stdin.write(json.dumps(asked))
    process.stdin.close()
    return process


def test_room_02_of_planners_racing_for_one_bed_one_gets_it_and_the_others_are_told_who_has_it(
    blank_file, store, tmp_path
):
    at = clock.now() + timedelta(minutes=5)
    per_room = 10
    rooms = {f"{number:03}": tuple("ABCDEFGHIJ") for number in range(1, -(-ROUNDS // per_room) + 1)}
    beds = list(with_house(store, rooms).beds.values())[:ROUNDS]
    people = [
        [with_resident(store, surname=f"Racer{'abc'[planner]}") for _ in beds]
        for planner in range(PLANNERS)
    ]
    racers = [
        _planner(blank_file, tmp_path, at, planner, list(zip(people[planner], beds, strict=True)))
        for planner in range(PLANNERS)
    ]
    told = []
    for each in racers:
        with each:
            told.append(json.loads(each.stdout.read()))
    assert [each.returncode for each in racers] == [0] * PLANNERS

    assert sorted(number for each in told for number in each["won"]) == list(range(len(beds)))
    lost = [problems for each in told for problems in each["lost"]]
    assert len(lost) == (PLANNERS - 1) * len(beds)
    for problems in lost:
        ((code, name, by),) = problems
        assert code == "bed-taken"
        assert name.startswith("Racer")
        assert by.startswith("Planner ")
    sleepers = store.read(who_slept, at)
    assert len(sleepers) == len({each.bed for each in sleepers}) == len(beds)
    assert len({each.resident_id for each in sleepers}) == len(beds)
