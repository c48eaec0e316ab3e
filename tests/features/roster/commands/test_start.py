"""A new block starts with the usual shifts and a minimum for day and night."""

from openblock.features.roster.commands import StartRoster, start_roster
from openblock.features.roster.queries import minimums, templates


def test_a_new_block_has_the_usual_shifts_at_its_own_hour(store):
    assert store.run(start_roster, StartRoster(shift_start=8 * 60, needed=3)).value == 4
    shapes = {each.code: (each.start_minute, each.length_minutes) for each in store.read(templates)}
    assert shapes == {"24": (480, 1440), "D": (480, 720), "N": (1200, 720), "8": (480, 480)}
    bounds = [
        (m.minimum.from_minute, m.minimum.to_minute, m.minimum.needed) for m in store.read(minimums)
    ]
    assert bounds == [(480, 1200, 3), (1200, 480, 3)]


def test_a_night_that_begins_after_midnight_is_still_a_night(store):
    store.run(start_roster, StartRoster(shift_start=20 * 60))
    night = next(each for each in store.read(templates) if each.code == "N")
    assert night.start_minute == 8 * 60


def test_a_block_with_templates_is_left_as_it_is(store):
    store.run(start_roster, StartRoster())
    assert store.run(start_roster, StartRoster(shift_start=0)).value == 0
    assert len(store.read(templates)) == 4
