"""A cell without a code shows what is wrong with it all the same: by a ring and a sign."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from openblock.ui.grid.paint import CellPainter, Look
from openblock.ui.theme import apply


def drawn(**facts: object) -> QImage:
    return CellPainter().pixmap(Look(40, 24, 1.0, **facts)).toImage()


@pytest.mark.parametrize("theme", ["light", "night"])
@pytest.mark.parametrize("two_lines", [False, True])
def test_an_empty_cell_with_a_problem_is_marked_by_shape(
    qapp: QApplication, theme: str, two_lines: bool
) -> None:
    apply(qapp, theme, 100)
    empty = drawn(two_lines=two_lines)
    warning, error = (drawn(problem=kind, two_lines=two_lines) for kind in ("warning", "error"))
    assert empty != warning
    assert empty != error
    assert warning.convertToFormat(QImage.Format.Format_Mono) != error.convertToFormat(
        QImage.Format.Format_Mono
    )


def test_while_something_is_typed_the_mark_makes_room_for_it(qapp: QApplication) -> None:
    apply(qapp)
    assert drawn(problem="warning", typed="2") == drawn(typed="2")
