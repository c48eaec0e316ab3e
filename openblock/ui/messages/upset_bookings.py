"""Words for what the roster is told of bookings of the grounds (GR-06)."""

from __future__ import annotations

from collections.abc import Mapping

from openblock.i18n import _, n_
from openblock.ui.messages.facts import fact
from openblock.ui.messages.shadowing import times


def _lost_supervisor(facts: Mapping[str, object]) -> str:
    residents = n_("{number} resident", "{number} residents", int(str(facts["heads"])))
    return _(
        "{area}, {when}, {residents}: {name} is not on duty all that time. Name another officer, "
        "or move the booking."
    ).format(
        area=fact(facts, "area"),
        when=times(facts),
        residents=residents,
        name=fact(facts, "name"),
    )


WORDS = {"booking-lost-supervisor": _lost_supervisor}
