"""The unit's figures for the status bar: inside, outside, free beds, and who has none."""

from __future__ import annotations

from openblock import clock
from openblock.features.rooms.queries import Roll, roll_at
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.window.counts import Counts

TABLES = frozenset(
    {"assignments", "beds", "closures", "holds", "residents", "rooms", "sections", "stays"}
)


def unit_counts() -> Counts:
    """The figures as the window needs them."""
    return Counts("rooms.roll_at", TABLES, "rooms", read_counts)


def read_counts(desk: Desk) -> tuple[str, str]:
    """The figures now, and what each of them means; nothing while there is no bed."""
    roll = desk.read(roll_at, clock.now())
    return counts_words(roll) if roll.beds else ("", "")


def counts_words(roll: Roll) -> tuple[str, str]:
    """The figures in one line, and in whole sentences."""
    parts = [
        _("Inside {number}").format(number=roll.inside),
        _("Outside {number}").format(number=roll.outside),
        _("Free beds {number}").format(number=roll.free),
    ]
    if roll.without_bed:
        parts.append(_("Without a bed {number}").format(number=roll.without_bed))
    explained = (
        n_(
            "{number} person with a bed is inside.",
            "{number} people with a bed are inside.",
            roll.inside,
        ),
        n_(
            "{number} bed is out of service.",
            "{number} beds are out of service.",
            roll.out_of_service,
        ),
        n_("{number} free bed is held.", "{number} free beds are held.", roll.held),
    )
    return " · ".join(parts), "\n".join(explained)
