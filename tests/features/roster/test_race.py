"""Two planners in two programmes edit one posted month at once: nothing anybody saved is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from openblock.features.roster.queries import month_state
from tests.factories import with_officer, with_templates
from tests.factories.living import with_published
from tests.features.roster.days import DAY
from tests.features.roster.living import version_of

SAVES = 1_200 if "OPENBLOCK_THOROUGH" in os.environ else 24
PLANNERS = 2
MONTH = DAY.replace(day=1)
DAYS = 3
ANNA = "Anna Bērziņa"

# Each planner types over what the own window showed, round by round at one agreed moment each, and
# reads the month anew only when a save was refused: as two windows do.
PLANNER = """
    import json, random, sys, time
    from datetime import date
    from pathlib import Path
    from openblock.errors import KnownError
    from openblock.features.accounts.rights import may
    from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
    from openblock.features.roster.queries import month_roster
    from openblock.migrations.upgrade import newest
    from openblock.storage.store import Actor, open_store

    asked = json.loads(sys.stdin.read())
    store = open_store(Path(asked["path"]), bytes.fromhex(asked["dek"]), may=may, newest=newest())
    store.sign_in(Actor(asked["planner"], asked["name"], "senior_officer", "en"))
    dice = random.Random(asked["planner"])
    days = [date.fromisoformat(each) for each in asked["days"]]

    def shown():
        roster = store.read(month_roster, days[0].year, days[0].month)
        cells = {cell: duty.code for cell, duty in roster.duties.items()}
        cells |= {cell: each.code for cell, each in roster.absences.items()}
        return cells | {cell: "B" for cell, seen in roster.kept_free.items() if seen}

    seen, saved, lost = shown(), [], []
    for number in range(asked["saves"]):
        Path(asked["folder"], f"{number}-{asked['planner']}").touch()
        for _ in range(60_000):  # a minute and more: the other has died
            if all(Path(asked["folder"], f"{number}-{each}").exists()
                   for each in range(asked["planners"])):
                break
            time.sleep(0.001)
        cell = (dice.choice(asked["officers"]), dice.choice(days))
        before = seen.get(cell, "")
        code = dice.choice([each for each in ("8", "D", "B", "S", "") if each != before])
        edit = CellEdit(*cell, code or None, before)
        try:
            done = store.run(change_cells, ChangeCells((edit,), f"save {number}"))
            seen[cell] = code
            saved.append([cell[0], str(cell[1]), before, code])
        except KnownError as refusal:
            told = refusal.facts
            lost.append([refusal.code, told.get("yours"), told.get("theirs"), told.get("who"),
                         before, code, told.get("when") is not None])
            seen = shown()
    store.close()
    print(json.dumps({"saved": saved, "lost": lost}))
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


def test_ro_10_of_planners_saving_at_once_each_save_is_a_version_or_told_both_values_and_who(
    blank_file, store, tmp_path
):
    with_templates(store)
    officers = [with_officer(store), with_officer(store, "2", "Kalniņa")]
    with_published(store, MONTH)
    days = [str(DAY + timedelta(days=2 * each)) for each in range(DAYS)]
    planning = [
        _planner(
            {
                "path": str(blank_file.path),
                "dek": blank_file.dek.hex(),
                "folder": str(tmp_path),
                "planner": planner,
                "planners": PLANNERS,
                "name": f"Planner {planner}",
                "officers": officers,
                "days": days,
                "saves": SAVES // PLANNERS,
            }
        )
        for planner in range(PLANNERS)
    ]
    told = []
    for each in planning:
        with each:
            told.append(json.loads(each.stdout.read()))
    assert [each.returncode for each in planning] == [0] * PLANNERS

    saved = [each for planner in told for each in planner["saved"]]
    lost = [each for planner in told for each in planner["lost"]]
    assert len(saved) + len(lost) == SAVES
    for planner, each in enumerate(told):
        for code, yours, theirs, who, before, typed, dated in each["lost"]:
            assert (code, yours, who) == ("cell-changed-meanwhile", typed, f"Planner {1 - planner}")
            assert theirs != before
            assert dated
    _every_save_is_a_version(store, saved)
    print(f"{SAVES} saves: {len(saved)} kept, {len(lost)} told of the other's")  # noqa: T201


def _every_save_is_a_version(store, saved):
    """Each save replaces what its planner saw; one after the other they lead to what stands now."""
    made, cells = _versions(store), {}
    assert [number for number, _who, _cell, _before, _after in made] == [*range(2, len(saved) + 2)]
    for _number, _who, cell, before, after in made:
        assert cells.get(cell, {}) == before
        cells[cell] = after
    assert sorted([cell[0], cell[1]] for _n, _w, cell, _b, _a in made) == sorted(
        [officer, day] for officer, day, _before, _after in saved
    )
    newest = store.read(month_state, MONTH).number
    stands = version_of(store, MONTH, newest)
    assert {(officer, str(day)) for officer, day in stands} == {
        cell for cell, content in cells.items() if content
    }


def _versions(store):
    asked = text(
        "SELECT v.number, v.made_by, c.officer_id, c.day, c.before, c.after FROM roster_versions v "
        "JOIN roster_changes c ON c.version_id = v.id ORDER BY v.number"
    )
    with store.engine.connect() as connection:
        return [
            (number, who, (officer, day), json.loads(before), json.loads(after))
            for number, who, officer, day, before, after in connection.execute(asked)
        ]
