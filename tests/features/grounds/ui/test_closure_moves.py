"""A booking that has to give way is proposed the next time that is free, closure and all."""

from __future__ import annotations

from openblock.features.grounds.queries import booking_card
from openblock.features.grounds.rules.content import Span
from openblock.features.grounds.ui.closure_moves import moved_to, next_free
from tests.features.grounds.outside import NOW, on


def football(block, desk):
    card = desk.read(booking_card, block.football, NOW)
    assert card is not None
    return card.booking


def test_the_next_free_time_leaves_the_closure_alone(block, desk):
    row = football(block, desk)
    moved = next_free(desk, row, Span(on(16, 11), on(17, 12)), NOW)
    assert moved is not None
    assert moved.content.span == Span(on(17, 12), on(17, 13.5))
    assert moved.content.officer_id in (block.ilze, block.kristine)
    assert moved.officer


def test_within_a_week_of_closure_there_is_none(block, desk):
    assert next_free(desk, football(block, desk), Span(on(16, 0), on(26, 0)), NOW) is None


def test_whoever_watches_stays_where_it_can_be(block, desk):
    moved = moved_to(desk, football(block, desk), Span(on(16, 17), on(16, 18.5)))
    assert (moved.content.officer_id, moved.officer) == (block.agnese, "")
