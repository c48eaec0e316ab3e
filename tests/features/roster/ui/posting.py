"""A month that hangs on the wall, for tests of what changes in it."""

from __future__ import annotations

from datetime import date

from openblock.features.roster.commands import PublishMonth, publish_month
from openblock.features.roster.queries import month_state
from openblock.storage.store import Store
from tests.features.roster.ui.living import NOVEMBER


def post(store: Store, month: date = NOVEMBER) -> None:
    """Hang the month on the wall as it stands."""
    seen = store.read(month_state, month).number
    store.run(publish_month, PublishMonth(month, seen))
