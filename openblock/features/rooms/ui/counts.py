"""The unit's figures for the status bar: inside, outside, free beds, and who has none."""

from __future__ import annotations

from openblock import clock
from openblock.features.rooms.queries import Roll, roll_at, together_at
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.window.counts import Counts

TABLES = frozenset(
    {"assignments", "beds", "closures", "holds", "keep_apart"}
    | {"residents", "rooms", "sections", "stays"}
)


def unit_counts() -> Counts:
    """The figures as the window needs them."""
    return Counts("rooms.roll_at", TABLES, "rooms", read_counts)


def read_counts(desk: Desk) -> tuple[str, str]:
    """The figures now, and what each of them means; nothing while there is no bed."""
    now = clock.now()
    roll = desk.read(roll_at, now)
    if not roll.beds:
        return "", ""
    return counts_words(roll, desk.read(together_at, now))


def counts_words(roll: Roll, together: int = 0) -> tuple[str, str]:
    """The figures in one line, and in whole sentences; ``together`` are pairs to be moved apart."""
    parts = [
        _("Inside {number}").format(number=roll.inside),
        _("Outside {number}").format(number=roll.outside),
        _("Free beds {number}").format(number=roll.free),
    ]
    if roll.without_bed:
        parts.append(_("Without a bed {number}").format(number=roll.without_bed))
    if together:
        parts.append(_("To move apart {number}").format(number=together))
    explained = [
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
    ]
    if together:
        explained.append(
            n_(
                "{number} pair to be kept apart shares a room.",
                "{number} pairs to be kept apart share a room.",
                together,
            )
        )
    return " · ".join(parts), "\n".join(explained)
