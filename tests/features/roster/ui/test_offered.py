"""A dialog around offers sends only what suits, and keeps what is chosen over a lock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.errors import Problem, RuleBroken, Severity
from openblock.features.roster.ui.offered import CHOSEN, OfferedDialog
from openblock.ui.entries import EntryLine
from openblock.ui.forms import Form
from tests.features.roster.ui.living import desk_of

LINES = (
    EntryLine(1, 1, "Kalns"),
    EntryLine(2, 2, "Ozols"),
    EntryLine(None, 0, "1 unsuitable", fit=False),
    EntryLine(3, 0, "Liepa", fit=False),
)


class Sent:
    """Takes what is sent; refuses with a warning as long as there is no reason."""

    def __init__(self) -> None:
        self.values: list[dict] = []

    def __call__(self, values: dict) -> None:
        if not values["reason"]:
            raise RuleBroken(Problem("post-not-held", Severity.WARNING, {"post": "A"}))
        self.values.append(values)


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def dialog(qtbot, over, block, sent) -> OfferedDialog:
    desk = desk_of(block.store)
    made = OfferedDialog(desk, "Put in a substitute", Form(), sent, parent=over)
    made.show_lines(LINES)
    with qtbot.waitExposed(made):
        made.open()
    return made


def test_a_digit_chooses_and_what_does_not_suit_cannot_be_sent(qtbot, dialog, sent):
    assert dialog.chosen == 1
    qtbot.keyClick(dialog.list, Qt.Key.Key_2)
    assert dialog.chosen == 2
    assert dialog.save_button.isEnabled()
    for place in (2, 3):
        dialog.list.setCurrentIndex(dialog.list.entries.index(place))
        assert not dialog.save_button.isEnabled()
        assert dialog.save_button.toolTip()
    dialog.accept()
    assert sent.values == []


def test_a_warning_that_only_sending_tells_asks_for_the_reason(dialog, sent):
    reason = dialog.form.fields["reason"]
    dialog.accept()
    assert reason.isVisible()
    assert reason.editor.hasFocus()
    reason.set_value("nobody else lives near")
    dialog.accept()
    assert len(sent.values) == 1


def test_nothing_to_offer_says_so(dialog):
    dialog.show_lines(())
    assert dialog.nobody.isVisible()
    assert not dialog.list.isVisible()
    assert dialog.chosen is None


def test_what_is_chosen_is_kept_with_what_is_typed(dialog):
    dialog.list.choose(2)
    typed = dialog.typed()
    assert typed[CHOSEN] == 2
    dialog.list.choose(1)
    dialog.type_in(typed)
    assert dialog.chosen == 2
