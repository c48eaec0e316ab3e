"""Tests of the rising wait after wrong passwords."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock import clock
from openblock.errors import KnownError
from openblock.storage import delay

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


def fail(path, times, at=START):
    with clock.standing_at(at):
        for _ in range(times):
            delay.count_failure(path, "a")


def left(path, at, slot="a"):
    with clock.standing_at(at):
        return delay.seconds_left(path, slot)


def test_the_wait_rises_to_five_minutes():
    assert [delay.wait_after(n) for n in range(14)] == [
        *(0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300)
    ]
    assert delay.wait_after(10**9) == 300


def test_three_failures_are_free_and_then_it_takes_time(tmp_path):
    path = tmp_path / "file"
    assert left(path, START) == 0
    fail(path, 3)
    assert left(path, START) == 0
    fail(path, 3)
    assert left(path, START) == 4
    assert left(path, START + timedelta(seconds=2.5)) == 2
    assert left(path, START + timedelta(seconds=4)) == 0
    assert left(path, START, slot="b") == 0
    with clock.standing_at(START), pytest.raises(KnownError) as refused:
        delay.demand(path, "a")
    assert refused.value.facts["seconds"] == 4


def test_a_clock_set_back_starts_the_whole_wait_anew(tmp_path):
    path = tmp_path / "file"
    fail(path, 13)
    earlier = START - timedelta(days=1)
    assert left(path, earlier) == 300
    assert left(path, earlier + timedelta(seconds=299)) == 1
    assert left(path, earlier + timedelta(seconds=300)) == 0


def test_a_clock_set_back_again_and_again_never_shortens_it(tmp_path):
    path = tmp_path / "file"
    fail(path, 13)
    for days in range(1, 30):
        assert left(path, START - timedelta(days=days)) == 300


def test_the_right_password_ends_the_wait(tmp_path):
    path = tmp_path / "file"
    fail(path, 13)
    delay.forget(path, "a")
    delay.forget(path, "a")
    assert left(path, START) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"a": 1}',
        b'{"a": {"count": -1, "last": "2026-11-22T09:00:00+00:00"}}',
        b'{"a": {"count": 1, "last": "2026-11-22T09:00:00"}}',
        b'{"a": {"count": 1}}',
    ],
)
def test_a_spoilt_file_makes_everybody_wait_once_and_then_no_more(tmp_path, content):
    path = tmp_path / "file"
    path.with_name("file.waits").write_bytes(content)
    assert left(path, START) == 16
    assert left(path, START + timedelta(seconds=16)) == 0
    fail(path, 1, START + timedelta(seconds=20))
    assert left(path, START + timedelta(seconds=20)) == 32
    delay.forget(path, "a")
    assert left(path, START) == 0


def test_the_failures_of_a_slot_are_known_until_they_are_forgotten(tmp_path):
    path = tmp_path / "file"
    assert delay.failures(path, "a") == 0
    fail(path, 2)
    assert delay.failures(path, "a") == 2


def test_beside_a_backup_that_cannot_be_written_failures_count_all_the_same(tmp_path):
    path = tmp_path / "file"
    path.with_name("file.waits.tmp").mkdir()
    fail(path, 6)
    assert left(path, START) == 4
    path.with_name("file.waits.tmp").rmdir()
    delay.forget(path, "a")
    assert left(path, START) == 0


def test_an_endless_nest_in_the_place_of_the_waits_is_a_spoilt_file(tmp_path):
    path = tmp_path / "file"
    path.with_name("file.waits").write_bytes(b"[" * 100_000)
    assert left(path, START) == 16
