"""Keys of the practice tab work where the keyboard is in it, and only there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.ui.tab_keys import bind_keys


def test_a_key_is_heard_inside_the_widget_and_not_beside_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    whole, inside, beside = QWidget(), QLineEdit(), QLineEdit()
    holder = QWidget()
    QVBoxLayout(holder).addWidget(inside)
    column = QVBoxLayout(whole)
    column.addWidget(holder)
    column.addWidget(beside)
    qtbot.addWidget(whole)
    heard: list[str] = []
    bind_keys(holder, {"confirm-hours": lambda: heard.append("hours")})
    with qtbot.waitExposed(whole):
        whole.show()
    whole.activateWindow()
    for field in (inside, beside):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["hours"]
