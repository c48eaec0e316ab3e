"""Words for a mentor, or the block, without a place left: who has them, planned by whom, when."""

from __future__ import annotations

from datetime import datetime

from openblock.i18n import _
from openblock.ui.messages.facts import fact
from openblock.ui.messages.shadowing import Facts, listed, times


def _mentor_full(facts: Facts) -> str:
    told = _(
        "{name} has no place left {when}: {trainees} (planned by {by}). At most {most} at a time."
    ).format(name=fact(facts, "name"), **_crowd(facts))
    return told + _planned(facts)


def _block_full(facts: Facts) -> str:
    told = _(
        "The block has no place left {when}: {trainees} (planned by {by}). At most {most} at a "
        "time."
    ).format(**_crowd(facts))
    return told + _planned(facts)


def _crowd(facts: Facts) -> dict[str, str]:
    return {
        "when": times(facts),
        "trainees": listed(facts, "trainees"),
        "by": listed(facts, "planned_by"),
        "most": fact(facts, "most"),
    }


def _planned(facts: Facts) -> str:
    """When the last place was taken: whoever has just been too late wants to know."""
    if not isinstance(facts["planned_at"], datetime):
        return ""
    return " " + _("The last was planned {when}.").format(when=fact(facts, "planned_at"))


WORDS = {
    "practice-block-full": _block_full,
    "practice-mentor-full": _mentor_full,
}
