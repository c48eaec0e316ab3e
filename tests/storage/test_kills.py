"""Test of SIGKILL at random moments of saving."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

# 200 kills are run with OPENBLOCK_THOROUGH=1; the ordinary run makes do with fewer.
KILLS = 200 if "OPENBLOCK_THOROUGH" in os.environ else 10


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killer forks")
def test_a_killed_programme_loses_no_acknowledged_change_and_starts_again_by_itself(things_file):
    seed = random.SystemRandom().randrange(10**6)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.storage.kills"),
            *(things_file.path, things_file.dek.hex(), str(KILLS), str(seed)),
        ],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"seed {seed}: {done.stderr}"
    figures = json.loads(done.stdout)
    print(seed, figures)  # noqa: T201 - the figures of the issue
    assert figures["kills"] == KILLS
    assert figures["acknowledged"] > KILLS
    assert (figures["lost"], figures["halves"], figures["unclean"]) == (0, 0, 0), seed
    assert figures["slowest_start"] < 3
