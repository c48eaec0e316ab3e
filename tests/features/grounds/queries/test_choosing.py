"""Who would watch where nobody is named: the named one if that can be, else the best on duty."""

from __future__ import annotations

from openblock.features.grounds.queries import grounds_limits
from openblock.features.grounds.queries.areas import areas_open
from openblock.features.grounds.queries.choosing import Chooser
from openblock.features.grounds.queries.people import Staff
from tests.features.grounds.queries.asking import inside


def chosen(block, content, *kept):
    """Who would watch, once the bookings of ``kept`` have been given out."""

    def choose(session):
        span = content.span
        chooser = Chooser(session, Staff(session, span), grounds_limits(session), span)
        for each in kept:
            chooser.keep(each)
        (area,) = areas_open(session, area_ids=(content.area_id,))
        return chooser.watched(content, area.content)

    found, name = inside(block.store, choose)
    assert (found.officer_id is None) is (name == "")
    assert (found.area_id, found.span) == (content.area_id, content.span)
    return found.officer_id


def test_whoever_is_named_and_can_watch_stays(block):
    content = block.wish("hall", "a", 17, (12, 13), officer="kristine")
    assert chosen(block, content) == block.kristine


def test_who_is_named_and_off_duty_gives_way_to_who_is_on(block):
    content = block.wish("hall", "a", 17, (12, 13), officer="agnese")
    assert chosen(block, content) == block.ilze


def test_who_has_been_given_a_date_is_asked_later_for_the_next(block):
    content = block.wish("hall", "a", 17, (12, 13))
    given = block.wish("hall", "a", 17, (10, 11.5), officer="ilze")
    assert chosen(block, content) == block.ilze
    assert chosen(block, content, given) == block.kristine


def test_nobody_is_chosen_where_nobody_can_or_nobody_has_to(block):
    assert chosen(block, block.wish("hall", "a", 30, (12, 13), officer="agnese")) is None
    assert chosen(block, block.wish("garden", "a", 17, (12, 13), officer="agnese")) is None
    assert chosen(block, block.wish("garden", "a", 17, (12, 13))) is None
