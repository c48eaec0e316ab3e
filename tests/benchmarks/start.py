"""(a) From the password to a usable window on ten years, against the least a window can cost."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from openblock.demonstration import Demonstration
from tests.benchmarks.blocks import DAY, TEN_YEARS, block
from tests.benchmarks.figures import Figure, in_turns

ROUNDS = 9

FLOOR = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
import sqlalchemy.orm
from sqlcipher3 import dbapi2
app = QApplication([])
connection = dbapi2.connect(sys.argv[1])
connection.execute("PRAGMA key=\\"x'" + sys.argv[2] + "'\\"")
connection.execute("SELECT count(*) FROM officers").fetchone()
window = QMainWindow()
window.resize(1366, 768)
window.show()
for _ in range(3): app.processEvents()
print("ready", flush=True)
"""

OURS = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from openblock import clock
from openblock.app.programme import Programme
from openblock.features.accounts.rights import may
from openblock.migrations.upgrade import newest
from openblock.storage.store import Actor, open_store
from openblock.ui.preferences import Preferences
from openblock.ui.theme import apply
from openblock.ui.window.main import MainWindow
path = Path(sys.argv[1])
with clock.standing_at(clock.at(date.fromisoformat(sys.argv[3]), 600)):
    apply(app)
    programme = Programme(path, Preferences(None, "workstation"))
    window = MainWindow(programme.house())
    programme.serve(window)
    print("password", flush=True)
    store = open_store(path, bytes.fromhex(sys.argv[2]), may=may, newest=newest())
    store.sign_in(Actor(2, "Ķirils", "senior_officer", "en"))
    window.sign_in(store)
    window.resize(1366, 768)
    window.show()
    for _ in range(3): app.processEvents()
    assert window.workplace.pages.page.shown.duties, "the month on show is planned"
    print("ready", flush=True)
"""


def until_ready(script: str, made: Demonstration, key: str) -> tuple[float, float]:
    """Milliseconds from starting a process, and from the password, until its window is on show."""
    began = accepted = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, str(made.path), key, str(DAY)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        for line in process.stdout or ():
            if line.strip() == "password":
                accepted = time.perf_counter()
            if line.strip() == "ready":
                break
        else:
            raise RuntimeError("the window did not come up")
        ended = time.perf_counter()
        process.kill()
    return (ended - began) * 1000, (ended - accepted) * 1000


def measure() -> list[Figure]:
    after: list[float] = []

    def ours() -> float:
        whole, since_password = until_ready(OURS, made, key)
        after.append(since_password)
        return whole

    with block(TEN_YEARS) as made:
        key = made.store.dek.hex()
        made.store.close()
        floor, whole = in_turns([lambda: until_ready(FLOOR, made, key)[0], ours], ROUNDS)
    since = statistics.median(after)
    return [
        Figure(
            "a",
            "process to usable window, 10 years ÷ bare floor",
            whole / floor,
            aim=1.5,
            parts=f"{whole:.0f} ms ÷ {floor:.0f} ms",
        ),
        Figure(
            "a",
            "of that, from the password to the window ÷ bare floor",
            since / floor,
            aim=1.5,
            parts=f"{since:.0f} ms ÷ {floor:.0f} ms",
        ),
    ]
