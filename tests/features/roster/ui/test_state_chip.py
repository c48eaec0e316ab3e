"""Where the month stands is said in a word with a sign, and what differs from the wall."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from openblock.features.roster.queries.rows import MonthState
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.ui.state_chip import StateChip, standing_words
from openblock.features.roster.ui.toolbar import RosterToolbar

MOMENT = datetime(2026, 11, 12, 7, tzinfo=UTC)
POSTED = MonthState(date(2026, 11, 1), MonthStanding.PUBLISHED, 7, 3, 4, "Vītola Kristīne", MOMENT)
DRAFT = MonthState(date(2026, 11, 1), MonthStanding.DRAFT, 0, 0, 0)
CLOSED = replace(
    POSTED, standing=MonthStanding.CLOSED, changed=0, closed_by="Ozola Anna", closed_at=MOMENT
)


@pytest.fixture
def chip(qtbot: QtBot) -> StateChip:
    made = StateChip()
    qtbot.addWidget(made)
    return made


def test_every_standing_has_its_own_sign_and_word() -> None:
    said = [standing_words(each) for each in (DRAFT, POSTED, CLOSED)]
    assert said == ["✎ Draft", "✓ Published v3", "▣ Closed"]


def test_what_differs_from_the_wall_is_counted_and_leads_to_the_comparison(
    qtbot: QtBot, chip: StateChip
) -> None:
    chip.show_state(POSTED)
    assert chip.changes.text() == "■ 4 changes since v3"
    with qtbot.waitSignal(chip.changes_wanted):
        chip.changes.click()
    chip.save(1)
    assert chip.changes.text() == "■ 4 since v3"
    chip.save(2)
    assert chip.changes.text() == "■ 4"
    assert chip.changes.accessibleName() == "■ 4 changes since v3"


def test_nothing_is_offered_where_nothing_differs_and_it_is_said_who_closed_it(
    chip: StateChip,
) -> None:
    chip.show_state(CLOSED)
    assert chip.changes.isHidden()
    assert "closed by Ozola Anna" in chip.pill.toolTip()
    chip.show_state(None)
    assert chip.isHidden()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DRAFT, "Publish v1…"),
        (POSTED, "Publish v8…"),
        (replace(POSTED, changed=0), None),
        (CLOSED, None),
    ],
)
def test_publishing_is_offered_only_while_there_is_something_to_publish(
    qtbot: QtBot, state: MonthState, words: str | None
) -> None:
    bar = RosterToolbar(may_plan=True, may_publish=True)
    qtbot.addWidget(bar)
    bar.show_state(state)
    assert (None if bar.publish.isHidden() else bar.publish.text()) == words


def test_who_may_not_publish_is_not_offered_to(qtbot: QtBot) -> None:
    bar = RosterToolbar(may_plan=False)
    qtbot.addWidget(bar)
    bar.show_state(DRAFT)
    assert bar.publish.isHidden()
