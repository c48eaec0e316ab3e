"""The surface: frozen edges go along, what is carried past the edge is followed."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from openblock.features.grounds.ui.calendar import CalendarCanvas


def test_a_low_window_scrolls_and_the_edges_stand_beside_it(canvas: CalendarCanvas) -> None:
    canvas.resize(500, 300)
    view = canvas.viewport().geometry()
    assert canvas.verticalScrollBar().maximum() == canvas.sheet.size.height() - view.height()
    assert canvas.head.geometry().bottom() + 1 == view.top()
    assert canvas.hours.geometry().right() + 1 == view.left()


def test_what_is_chosen_comes_into_sight(canvas: CalendarCanvas) -> None:
    canvas.resize(500, 300)
    canvas.choose_booking(7)
    shown = canvas.viewport().rect().translated(canvas.offset())
    assert shown.contains(canvas.sheet.rect_of_block(canvas.chosen))


def test_what_is_carried_below_the_edge_is_followed(canvas: CalendarCanvas) -> None:
    canvas.resize(500, 300)
    before = canvas.verticalScrollBar().value()
    canvas.follow(QPoint(10, canvas.viewport().height() + 5))
    assert canvas.verticalScrollBar().value() > before
    canvas.follow(QPoint(10, -5))
    assert canvas.verticalScrollBar().value() == before
