"""Things on a drawn plan, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPointF, Qt

from openblock.ui.drawn_plan import beside, moved, next_free, overlap, resized, set_apart, size_of

SIZE = (1000, 640)


@dataclass(frozen=True, slots=True)
class Thing:
    x: int = 0
    y: int = 0
    width: int = 160
    height: int = 240


def test_what_nobody_has_drawn_is_set_side_by_side() -> None:
    drawn = set_apart([(each, Thing()) for each in range(1, 9)], 500)
    places = list(drawn.values())
    assert drawn[1] == Thing()
    assert not any(overlap(one, other) for one in places for other in places if one is not other)
    assert all(each.x + each.width <= 500 for each in places)


def test_what_only_touches_stays_where_it_is() -> None:
    places = [(1, Thing(0, 0, 100, 100)), (2, Thing(100, 0, 100, 100))]
    assert dict(set_apart(places, 1000)) == dict(places)


def test_a_thing_wider_than_the_plan_still_gets_a_place() -> None:
    put = next_free(Thing(width=900), [Thing(0, 0, 100, 100)], 500)
    assert (put.x, put.y) == (0, 100)
    assert size_of([put], 500, 300) == (900, 340)


def test_moving_and_resizing_snap_to_the_grid_inside_the_plan() -> None:
    thing = Thing(100, 100, 160, 240)
    assert moved(thing, (14, -16), SIZE) == replace(thing, x=110, y=80)
    assert moved(thing, (-500, 9000), SIZE) == replace(thing, x=0, y=400)
    assert resized(thing, (-1000, 26), SIZE) == replace(thing, width=60, height=270)
    assert resized(thing, (9000, 0), SIZE).width == 900


@pytest.mark.parametrize(
    ("corner", "by", "meant"),
    [
        ((-1, -1), (-20, 30), Thing(80, 130, 180, 210)),
        ((-1, -1), (-900, -900), Thing(0, 0, 260, 340)),
        ((-1, 1), (900, 20), Thing(200, 100, 60, 260)),
        ((1, -1), (20, 900), Thing(100, 280, 180, 60)),
    ],
)
def test_resized_by_a_corner_the_opposite_one_stays(
    corner: tuple[int, int], by: tuple[int, int], meant: Thing
) -> None:
    assert resized(Thing(100, 100, 160, 240), by, SIZE, corner) == meant


def test_arrow_keys_prefer_what_lies_straight_ahead() -> None:
    centres = {1: QPointF(100, 90), 2: QPointF(200, 0), 3: QPointF(-50, 0)}
    here = QPointF(0, 0)
    assert beside(here, centres, Qt.Key.Key_Right) == 2
    assert beside(here, centres, Qt.Key.Key_Left) == 3
    assert beside(here, centres, Qt.Key.Key_Up) is None
