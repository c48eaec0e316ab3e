"""Test of two programmes saving into one file at once."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from openblock.storage.check import check_file
from openblock.storage.store import Actor
from tests.storage.things import AddThing, add_thing, names

SAVER = """
    import sys
    from pathlib import Path
    from openblock.storage.store import Actor, open_store
    from tests.storage.things import AddThing, add_thing
    store = open_store(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), may=lambda *_: True)
    store.sign_in(Actor(int(sys.argv[3]), "Zane", "senior"))
    for number in range(30):
        store.run(add_thing, AddThing(f"{sys.argv[3]} {number}"))
    store.close()
"""


def test_three_programmes_save_at_once_and_nothing_is_lost_or_interleaved(things_file, open_things):
    store = open_things(Actor(9, "Anna", "senior"))
    heard = []
    store.poll()
    store.listen(heard.append)
    savers = [
        subprocess.Popen(
            [
                *(sys.executable, "-c", textwrap.dedent(SAVER)),
                *(things_file.path, things_file.dek.hex(), str(number)),
            ],
            cwd=Path(__file__).parents[2],
        )
        for number in (1, 2)
    ]
    for number in range(30):
        store.run(add_thing, AddThing(f"9 {number}"))
    for each in savers:
        assert each.wait() == 0
    store.poll()
    assert frozenset({"*"}) in heard
    saved = store.read(names)
    for number in (1, 2, 9):
        assert [each for each in saved if each.startswith(f"{number} ")] == [
            f"{number} {count}" for count in range(30)
        ]
    store.close()
    report = check_file(things_file.path, things_file.dek)
    assert report.is_clean, report
    assert report.rows >= 90
