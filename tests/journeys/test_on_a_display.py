"""The programme as a process of its own, on a real X display, driven by keys from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

import pytest

from tests.architecture.house import ROOT

pytestmark = pytest.mark.display


def outside(*words, check=True):
    """What xdotool answers."""
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=check)
    return done.stdout.strip()


def windows(pid):
    found = outside("search", "--onlyvisible", "--pid", str(pid), "--name", ".+", check=False)
    return {number: outside("getwindowname", number, check=False) for number in found.split()}


def wait_for_window(process, part, seconds=60):
    """The number of the first window with ``part`` in its name."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert process.poll() is None, f"the programme ended by itself: {process.returncode}"
        for number, name in windows(process.pid).items():
            if part in name:
                return number
        time.sleep(0.2)
    raise AssertionError(f"no window named {part}: {windows(process.pid)}")


def press(window, *keys):
    outside("windowfocus", "--sync", window)
    for key in keys:
        outside("key", "--clearmodifiers", key)
        time.sleep(0.2)


@pytest.fixture
def process(tmp_path):
    if not os.environ.get("DISPLAY") or not shutil.which("xdotool"):
        pytest.fail("needs a display and xdotool: run it with .ci/on-a-display")
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, str(ROOT / "main.py"), "--demo", "--language", "en"]
    with subprocess.Popen(command, env=environment, cwd=tmp_path) as started:
        yield started
        if started.poll() is None:
            started.kill()


def test_a_cell_is_typed_and_the_month_is_saved_as_a_sheet(process, tmp_path):
    window = wait_for_window(process, "OpenBlock")
    time.sleep(2)
    press(window, "d")
    # The month hangs on the wall: a change of it has a reason.
    why = wait_for_window(process, "Why the roster changes")
    outside("windowfocus", "--sync", why)
    outside("type", "--delay", "20", "other duties")
    press(why, "Return")
    time.sleep(1)
    press(window, "ctrl+p")
    paper = wait_for_window(process, "Print")
    press(paper, "ctrl+s")
    file = wait_for_window(process, "Save")
    outside("windowfocus", "--sync", file)
    outside("key", "ctrl+a")
    outside("type", "--delay", "20", str(tmp_path / "wall.pdf"))
    press(file, "Return")
    until = time.monotonic() + 20
    while not (tmp_path / "wall.pdf").exists() and time.monotonic() < until:
        time.sleep(0.2)
    assert (tmp_path / "wall.pdf").read_bytes().startswith(b"%PDF")
    press(window, "ctrl+q")
    assert process.wait(30) == 0
