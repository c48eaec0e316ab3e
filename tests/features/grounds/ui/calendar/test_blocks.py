"""How bookings are drawn: what is wrong before the state, and words by the room there is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QFontMetrics

from openblock.errors import Problem
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.calendar import CalendarCanvas, picture_of
from openblock.features.grounds.ui.calendar.blocks import lines_of, look_of
from openblock.ui.theme import font, token
from tests.features.grounds.ui.calendar.conftest import Open
from tests.features.grounds.ui.calendar.invented import LOST, MONDAY, booking, week

ROW = booking(1, MONDAY, 600, 720)


def test_every_state_looks_other_than_by_its_colour() -> None:
    looks = {state: look_of(replace(ROW, state=state)) for state in State}
    assert looks[State.REQUESTED].dashed
    assert looks[State.CANCELLED].struck
    assert looks[State.IN_USE].width > looks[State.APPROVED].width
    assert not looks[State.APPROVED].dashed


def test_a_lost_supervisor_is_said_in_red_with_sign_and_words() -> None:
    lost = replace(ROW, lost=LOST)
    assert look_of(lost).edge == "bad"
    assert lines_of(lost, 3) == (
        ("code", "Football"),
        ("small", "8/12 \N{BLACK UP-POINTING TRIANGLE}"),
        ("code", "no supervisor"),
    )
    assert lines_of(lost, 2)[1] == ("code", "\N{BLACK UP-POINTING TRIANGLE} no supervisor")


def test_a_warning_is_amber_but_a_group_that_is_out_stays_what_it_is() -> None:
    warned = replace(ROW, warnings=(Problem("guests-apart"),))
    assert look_of(warned).edge == "warn"
    assert look_of(replace(warned, state=State.IN_USE)).fill == "accent"
    assert lines_of(warned, 4)[2] == ("small", "8/12 \N{BLACK CIRCLE}")


@pytest.mark.parametrize(
    ("room", "texts"),
    [
        (5, ["Football", "10:00–12:00", "8/12", "Kalējs M."]),
        (3, ["Football", "8/12", "Kalējs M."]),
        (2, ["Football", "8/12 Kalējs M."]),
        (1, ["8/12 Football"]),
    ],
)
def test_the_hours_go_first_where_there_is_little_room(room: int, texts: list[str]) -> None:
    assert [text for _kind, text in lines_of(ROW, room)] == texts


def test_the_gauge_is_as_full_as_the_area(open_canvas: Open) -> None:
    def full(heads: int) -> int:
        row = replace(ROW, heads=heads)
        canvas: CalendarCanvas = open_canvas(picture_of(week((row,)), by_area=False))
        seen = canvas.viewport().grab().toImage()
        rect = canvas.sheet.rect_of_block(canvas.sheet.picture.blocks[0])
        ink = token("onchip.24").name()
        x = rect.left() + 8
        return sum(QColor(seen.pixel(x, y)).name() == ink for y in range(rect.top(), rect.bottom()))

    one, half, all_of_them = full(1), full(6), full(12)
    assert one < half < all_of_them
    assert abs(half * 2 - all_of_them) <= 4


def test_an_hour_has_room_for_two_lines_at_its_least_height(canvas: CalendarCanvas) -> None:
    canvas.resize(1000, 300)
    block = canvas.sheet.picture.block_of(8)
    line = QFontMetrics(font("small")).height()
    assert block.bottom - block.top == 60
    assert canvas.sheet.rect_of_block(block).height() >= 2 * line
