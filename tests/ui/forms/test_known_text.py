"""What is known is offered by any part of it, and other things can be typed all the same."""

from __future__ import annotations

from openblock.ui.forms.known_text import KnownTextEdit


def offered(editor: KnownTextEdit, typed: str) -> list[str]:
    completer = editor.completer()
    completer.setCompletionPrefix(typed)
    model = completer.completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_what_is_known_is_offered_by_a_part_of_it_in_any_case(qtbot, qapp):
    editor = KnownTextEdit(["North gate", "Block"])
    qtbot.addWidget(editor)
    assert offered(editor, "GATE") == ["North gate"]
    editor.offer(["South gate"])
    assert offered(editor, "gate") == ["South gate"]
    editor.setText(" Tower ")
    assert editor.value() == "Tower"
