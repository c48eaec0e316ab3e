"""A time a trainee cannot come shows what it upsets, and comes in with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.shadowing.commands import SaveUnavailability, save_unavailability
from openblock.features.shadowing.queries import to_replan, trainee_card
from openblock.features.shadowing.rules.content import UnavailabilityContent
from openblock.features.shadowing.ui.away_dialog import AwayDialog
from openblock.ui.desk import Desk
from tests.features.shadowing.practising import on

Show = Callable[..., AwayDialog]


@pytest.fixture
def over(qtbot) -> QWidget:
    """What the forms are opened over; they are gone as soon as they are closed."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def show(qtbot, block, desk: Desk, over: QWidget) -> Show:
    def opened(number: int, **given) -> AwayDialog:
        card = card_of(desk, number)
        if given.pop("again", False):
            given["away"] = card.away[0]
        dialog = AwayDialog(desk, card, **given, parent=over)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return opened


def card_of(desk: Desk, number: int):
    found = desk.read(trainee_card, number, clock.now())
    assert found is not None
    return found


def test_a_whole_day_is_filled_in_and_upsets_nothing(block, desk, show):
    dialog = show(block.elina, day=date(2026, 4, 10))
    assert dialog.form.fields["starts_at"].value() == on(10, 0, 4)
    assert dialog.form.fields["ends_at"].value() == on(11, 0, 4)
    assert dialog.form.fields["ends_at"].editor.time.text() == "23:59"
    assert dialog.upset.isHidden()
    dialog.accept()
    (away,) = card_of(desk, block.elina).away
    assert (away.content.starts_at, away.content.ends_at) == (on(10, 0, 4), on(11, 0, 4))
    desk.undo()
    assert card_of(desk, block.elina).away == ()


def test_what_it_upsets_is_seen_while_the_time_is_typed(block, show):
    dialog = show(block.elina, day=date(2026, 3, 26))
    assert dialog.upset.lines.text() == "• 26 Mar 09:00–21:00, Lācis Normunds"
    dialog.form.fields["ends_at"].set_value(on(1, 0, 4))
    assert "31 Mar" in dialog.upset.lines.text()
    dialog.form.fields["starts_at"].set_value(on(27, 0))
    assert "26 Mar" not in dialog.upset.lines.text()
    dialog.form.fields["ends_at"].editor.day.setText("")
    assert dialog.upset.isHidden()


def test_touching_ends_upset_nothing(block, show):
    dialog = show(block.elina, day=date(2026, 3, 26))
    dialog.form.fields["ends_at"].set_value(on(26, 9))
    assert dialog.upset.isHidden()
    dialog.form.fields["ends_at"].set_value(on(26, 9 + 1 / 60))
    assert not dialog.upset.isHidden()


def test_a_reason_lets_it_in_and_the_shift_needs_planning_anew(block, desk, show):
    dialog = show(block.elina, day=date(2026, 3, 26))
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.fields["reason"].editor.hasFocus()
    dialog.form.fields["reason"].set_value("slimo, zvanīja pati")
    dialog.accept()
    assert [row.shadowing_id for row in desk.read(to_replan, clock.now())] == [block.next]


def test_backwards_and_over_sixty_days_are_refused_beside_the_end(block, show):
    dialog = show(block.elina, day=date(2026, 4, 10))
    for end in (on(9, 0, 4), on(30, 0, 6)):
        dialog.form.fields["ends_at"].set_value(end)
        dialog.accept()
        assert dialog.form.fields["ends_at"].problem()
    assert dialog.isVisible()


def test_what_somebody_else_saved_meanwhile_stands_beside_yours(block, desk, show):
    dialog = show(block.arturs, again=True)
    (away,) = card_of(desk, block.arturs).away
    theirs = UnavailabilityContent(block.arturs, on(2, 0, 4), on(7, 0, 4), "eksāmeni")
    request = SaveUnavailability(away.unavailability_id, away.version, theirs)
    block.store.run(save_unavailability, request)
    dialog.form.fields["remark"].set_value("citi eksāmeni")
    dialog.accept()
    assert dialog.form.fields["ends_at"].problem() == "Theirs: 06/04/2026 23:59"
    dialog.accept()
    (away,) = card_of(desk, block.arturs).away
    assert away.content.remark == "citi eksāmeni"
