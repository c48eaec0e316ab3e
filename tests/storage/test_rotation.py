"""Tests of which backups have had their time."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from openblock.storage.acts import Head
from openblock.storage.manifest import Backup
from openblock.storage.rotation import Keep, outdated

NOW = datetime(2026, 11, 22, 18, tzinfo=UTC)


def backup(age):
    taken = NOW - age
    path = Path(f"{taken:%Y%m%d-%H%M%S}.backup")
    return Backup(path, taken, "close", Head(1, "a"), 1, "0", 1, 1, "d", {})


def left(ages, keep):
    every = [backup(age) for age in ages]
    gone = outdated(every, keep, NOW)
    return [NOW - each.taken_at for each in every if each not in gone]


def test_one_backup_of_each_of_the_last_days_stays():
    ages = [timedelta(hours=hours) for hours in range(0, 24 * 10, 6)]
    days = {each.days for each in left(ages, Keep(newest=0, daily=4, weekly=0))}
    assert days == {0, 1, 2, 3}


def test_one_backup_of_each_of_the_last_weeks_stays():
    kept = left([timedelta(days=day) for day in range(60)], Keep(0, daily=0, weekly=3, days=99))
    assert [each.days for each in kept] == [0, 7, 14]


def test_no_backup_lives_longer_than_its_cap_except_the_newest_three():
    keep = Keep(newest=99, daily=99, weekly=99, days=35)
    recent = [timedelta(days=day) for day in (1, 2, 3)]
    ages = [*recent, timedelta(days=35), timedelta(days=35, seconds=1)]
    assert left(ages, keep) == ages[:4]
    old = [timedelta(days=day) for day in (99, 100, 101, 102)]
    assert left(old, keep) == old[:3]


def test_a_backup_taken_while_the_clock_stood_far_ahead_leaves_the_newest_two_before_it():
    every = [backup(timedelta(days=day)) for day in (-4000, 0, 1, 2)]
    gone = outdated(every, Keep(), NOW + timedelta(days=4000))
    assert gone == (every[3],)


def test_by_default_every_day_of_two_weeks_and_every_week_of_five_is_there():
    kept = [each.days for each in left([timedelta(days=day) for day in range(90)], Keep())]
    assert kept[:14] == list(range(14))
    assert max(kept) <= 35
    assert all(later - earlier <= 7 for earlier, later in pairwise(kept))


def test_the_newest_always_stays_whatever_is_there():
    chance = random.Random(8)
    for _ in range(200):
        ages = [timedelta(minutes=chance.randrange(100_000)) for _ in range(chance.randrange(1, 9))]
        keep = Keep(*(chance.randrange(3) for _ in range(3)), days=chance.randrange(40))
        assert min(ages) in left(ages, keep)
