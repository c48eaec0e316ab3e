"""A row of controls breaks into lines instead of forcing the window wider."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from openblock.ui.flow import FlowLayout


def row_of(qtbot: QtBot, count: int) -> tuple[QWidget, list[QLabel]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, gap=10)
    labels = [QLabel(str(n)) for n in range(count)]
    for label in labels:
        label.setFixedSize(100, 20)
        layout.addWidget(label)
    return holder, labels


def test_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    holder, labels = row_of(qtbot, 3)
    holder.resize(400, 100)
    holder.show()
    assert len({label.y() for label in labels}) == 1
    assert [label.x() for label in labels] == sorted(label.x() for label in labels)


def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot) -> None:
    holder, labels = row_of(qtbot, 5)
    holder.resize(260, 200)
    holder.show()
    assert len({label.y() for label in labels}) == 3
    layout = holder.layout()
    assert layout is not None
    assert layout.heightForWidth(260) > layout.heightForWidth(2000)
    assert layout.minimumSize().width() < 200


def test_a_spring_pushes_the_rest_to_the_right(qtbot: QtBot) -> None:
    holder, labels = row_of(qtbot, 2)
    layout = holder.layout()
    assert layout is not None
    last = layout.takeAt(1)
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    layout.addWidget(spring)
    layout.addItem(last)
    holder.resize(800, 60)
    holder.show()
    assert labels[1].geometry().right() > 680
    assert layout.count() == 3
    assert layout.itemAt(9) is None
    assert layout.takeAt(9) is None
