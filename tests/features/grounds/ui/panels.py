"""The panel of a booking as the tab has it: it reads again when something has changed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from openblock.features.grounds.queries.rows import BookingCard
from openblock.features.grounds.ui.panel import BookingPanel
from openblock.ui.desk import Desk


def panel_of(qtbot: QtBot, desk: Desk) -> BookingPanel:
    """A panel on a desk."""
    made = BookingPanel(desk)
    qtbot.addWidget(made)
    made.resize(286, 640)
    made.show()
    desk.changed.connect(lambda _tables: made.refresh())
    return made


def card(panel: BookingPanel) -> BookingCard:
    """What it shows."""
    assert panel.shown is not None
    return panel.shown
