"""Kills a saving process again and again, and looks each time at what is left.

Run as a programme of its own, because it forks: ``kills.py FILE KEY KILLS SEED``. The saver
writes pairs; the number of a pair goes into a file outside the database once its commit has
been acknowledged. Prints the figures as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from openblock import clock
from openblock.migrations.upgrade import newest
from openblock.storage.backup import back_up, list_backups, sweep
from openblock.storage.check import check_file
from openblock.storage.copying import prove_copy
from openblock.storage.engine import close_engine, open_file
from openblock.storage.store import Actor, Consultation, Done, Store, Work, open_store
from tests.storage.things import Thing

ANNA = Actor(1, "Anna Bērziņa", "senior")


def add_pair(work: Work, number: int) -> Done:
    """Two rows with a flush between: after a kill there are both or neither."""
    for name in ("left", "right"):
        work.session.add(Thing(name=f"{name} {number}", size=number))
        work.session.flush()
    for old in work.session.query(Thing).filter(Thing.size < number - 40):
        work.session.delete(old)
    return Done(number)


def open_here(path: Path, dek: bytes) -> Store:
    return open_store(path, dek, may=lambda *_: True, newest=newest())


def save_forever(path: Path, dek: bytes, acknowledged: Path, first: int) -> None:
    outside = os.open(acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    store = open_here(path, dek)
    store.sign_in(ANNA)
    for number in range(first, first + 1_000_000):
        store.run(add_pair, number)
        os.write(outside, b"%d\n" % number)
        store.consult(Consultation("officer", str(number % 3)))
        if number % 25 == 0:
            back_up(store, path.parent / "backups", "regular")


def one_kill(path: Path, dek: bytes, acknowledged: Path, first: int, seconds: float) -> None:
    child = os.fork()
    if not child:
        try:
            save_forever(path, dek, acknowledged, first)
        finally:
            os._exit(1)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def stored(path: Path, dek: bytes) -> dict[int, int]:
    engine = open_file(path, dek)
    with engine.execution_options(readonly=True).connect() as connection:
        found = connection.execute(
            text("SELECT size, count(*) AS pairs FROM test_thing GROUP BY size")
        )
        rows = {row.size: row.pairs for row in found}
    close_engine(engine, path)
    return rows


def look(path: Path, dek: bytes, acknowledged: Path, figures: dict[str, float]) -> int:
    """What the next start finds: nothing lost, nothing half, the check clean, no junk."""
    figures["hot_logs"] += path.with_name(path.name + "-wal").exists()
    started = time.perf_counter()
    open_here(path, dek).close()
    figures["slowest_start"] = max(figures["slowest_start"], time.perf_counter() - started)
    rows = stored(path, dek)
    known = (
        [int(line) for line in acknowledged.read_text().split()] if acknowledged.exists() else []
    )
    last = max(known, default=0)
    expected = {number for number in known if number >= max(rows, default=0) - 40}
    figures["lost"] += len(expected - rows.keys())
    figures["halves"] += sum(count != 2 for count in rows.values())
    figures["unclean"] += not check_file(path, dek, newest=newest()).is_clean
    folder = path.parent / "backups"
    with clock.standing_at(clock.now() + timedelta(hours=1)):
        figures["junk_swept"] += len(sweep(folder))
    for backup in list_backups(folder)[:1]:
        prove_copy(backup.path, dek)
    figures["acknowledged"] = len(known)
    return max([last, *rows])


def main(path: Path, dek: bytes, kills: int, seed: int) -> dict[str, float]:
    chance = random.Random(seed)
    acknowledged = path.with_name("acknowledged")
    names = ("lost", "halves", "unclean", "hot_logs", "junk_swept", "slowest_start")
    figures: dict[str, float] = {"kills": kills, **dict.fromkeys(names, 0)}
    last = 0
    for _ in range(kills):
        one_kill(path, dek, acknowledged, last + 1, chance.uniform(0.02, 0.5))
        last = look(path, dek, acknowledged, figures)
    return figures


if __name__ == "__main__":
    file, key, count, start = sys.argv[1:]
    print(json.dumps(main(Path(file), bytes.fromhex(key), int(count), int(start))))  # noqa: T201
