"""Groups that were booked before are remembered, whoever was booked last first."""

from __future__ import annotations

from openblock.clock import standing_at
from openblock.features.grounds.commands import CancelBooking, cancel_booking
from openblock.features.grounds.queries import earlier_groups
from openblock.features.residents.commands import ReleaseResident, release_resident
from tests.factories import with_booking
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import stay_of
from tests.features.shadowing.queries.asking import scanned, statements


def groups(block, area=None, **options):
    found = block.store.read(earlier_groups, area and block.areas[area], NOW, **options)
    return [tuple(name.split()[0] for name in each.names) for each in found]


def test_each_group_stands_once_the_newest_first(block):
    assert groups(block) == [
        ("Egle",),
        ("Apsītis", "Bērziņš", "Celmiņš", "Dārziņš"),
        ("Grāvis", "Hofmanis"),
        ("Apsītis", "Bērziņš"),
    ]
    assert groups(block, "field") == [
        ("Apsītis", "Bērziņš", "Celmiņš", "Dārziņš"),
        ("Apsītis", "Bērziņš"),
    ]
    assert len(groups(block, limit=2)) == 2


def test_a_group_is_offered_as_it_was_last_booked_and_how_often(block):
    with_booking(
        block.store, block.garden, block.people("hg"), on(18, 9), on(18, 10.5), purpose="Laistīšana"
    )
    group = block.store.read(earlier_groups, None, NOW)[0]
    assert (group.residents, group.times) == (block.people("gh"), 2)
    assert (group.purpose, group.minutes, group.area_id) == ("Laistīšana", 90, block.garden)
    assert group.last == on(18, 9)


def test_a_group_of_whom_one_has_left_is_not_offered(block):
    stay = stay_of(block, "h")
    with standing_at(on(16, 15.5)):
        request = ReleaseResident(block.residents["h"], stay.version, on(16, 15.5), "released")
        block.store.run(release_resident, request)
    found = block.store.read(earlier_groups, None, on(16, 16))
    assert ("Grāvis Jānis", "Hofmanis Jānis") not in [each.names for each in found]
    assert ("Egle Jānis",) in [each.names for each in found]


def test_what_was_cancelled_and_what_is_long_ago_is_no_group(block):
    block.store.run(cancel_booking, CancelBooking(block.gym, 1, "it rains"))
    assert ("Egle",) not in groups(block)
    assert block.store.read(earlier_groups, None, on(10, 12, 12)) != ()
    assert block.store.read(earlier_groups, None, on(31, 12, 12)) == ()


def test_groups_are_found_by_an_index_in_three_statements(block):
    assert statements(block.store, earlier_groups, None, NOW) == 3
    assert not scanned(block.store, earlier_groups, block.field, NOW)
