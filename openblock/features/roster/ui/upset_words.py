"""How the message bar tells what a change of the roster has upset, and how it is put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from openblock.features.roster.queries import Roster, RosterDuty, RosterProblem
from openblock.features.roster.rules import KEEP_FREE
from openblock.features.roster.ui.comparing import Cell, Upset
from openblock.features.roster.ui.losses import Loss, loss_sentences
from openblock.features.roster.ui.problems import heading_of
from openblock.i18n import _, format_hours, format_time, n_
from openblock.ui.desk import Action, Notice
from openblock.ui.messages import words

_MOST = 3


def upset_notice(
    found: Sequence[Upset], losses: Sequence[Loss], acts: Sequence[Action], key: str
) -> Notice:
    """What an absence took, and when somebody is missing for it; then cell by cell what was upset.

    That is what the duty was and is, what hung on it, and how many hours do not count.
    """
    shown = found[:_MOST]
    parts = loss_sentences(losses)
    for cell in dict.fromkeys(each.cell for each in shown):
        parts += _about([each for each in shown if each.cell == cell])
    if more := len(found) - len(shown):
        parts.append(n_("And {number} more.", "And {number} more.", more))
    if minutes := sum(each.problem.lost for each in found):
        counted = _("{hours} h do not count until then.").format(hours=format_hours(minutes))
        parts.append(counted.replace(" h ", "\N{NO-BREAK SPACE}h ", 1))
    # What a cell was and is may have been said of its loss already.
    said = " ".join(dict.fromkeys(parts))
    return Notice("warning", said, tuple(acts), word=_("Roster changed"), key=key)


def way_words(each: RosterProblem) -> str:
    """What is done where it is put right: a booking gets another officer, practice another day."""
    return _("Name an officer") if each.tab == "grounds" else _("Plan anew")


def _about(here: Sequence[Upset]) -> list[str]:
    """Whose duty, what it was and is, and everything of ``here`` that hung on it."""
    first = here[0]
    was, now = first.before.duties.get(first.cell), first.now.duties.get(first.cell)
    changed = _("{who}: {was}, now {now}.").format(
        who=heading_of(replace(first.problem, day=first.cell[1])),
        was=_code(first.before, first.cell, was, now),
        now=_code(first.now, first.cell, now, was),
    )
    return [changed, *(words(each.problem.problem) for each in here)]


def _code(shown: Roster, cell: Cell, duty: RosterDuty | None, other: RosterDuty | None) -> str:
    """The code that stands there; its times too where the other roster has the same code."""
    if duty is None:
        away = shown.absences.get(cell)
        if away is not None:
            return away.code
        return KEEP_FREE if shown.kept_free.get(cell) else _("no duty")
    if other is None or other.code != duty.code:
        return duty.code
    return f"{duty.code} {format_time(duty.starts_at)}–{format_time(duty.ends_at)}"
