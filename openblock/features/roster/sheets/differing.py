"""What a roster that lives is other than posted, in words as a wall may say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from openblock.features.roster.queries.grid import Roster
from openblock.features.roster.queries.rows import Difference
from openblock.features.roster.rules.absence import (
    DEFAULT_LETTERS,
    HIDDEN,
    AbsenceKind,
    Letters,
)
from openblock.features.roster.rules.versions import CellContent
from openblock.features.roster.sheets.words import DASH, days_words, follows, is_hidden
from openblock.features.roster.words import content_letter, content_words

ARROW = "\N{RIGHTWARDS ARROW}"
MARK = "\N{BLACK SQUARE}"


@dataclass(slots=True)
class _Run:
    """Neighbouring days of one officer that became the same."""

    officer_id: int
    first: date
    last: date
    before: list[str]
    after: str


def change_lines(month: Roster) -> tuple[str, ...]:
    """A line for each run of days that became the same, by time; who falls out first."""
    names = {each.officer_id: each.initialled for each in month.officers}
    letters = letters_of(month)
    runs = _runs(month.changed, letters)
    return tuple(
        f"{MARK} {days_words(each.first, each.last)} {names.get(each.officer_id, '')}: "
        f"{', '.join(filter(None, each.before)) or DASH} {ARROW} {each.after or DASH}"
        for each in sorted(
            runs, key=lambda run: (run.first, not any(run.before), names.get(run.officer_id, ""))
        )
    )


def letters_of(month: Roster) -> dict[AbsenceKind, Letters]:
    """The letters of each kind as this roster shows them."""
    shown = {
        each.kind: Letters(each.code, each.code)
        for each in month.absences.values()
        if each.kind is not None
    }
    return {**DEFAULT_LETTERS, **shown}


def _runs(
    changed: Mapping[tuple[int, date], Difference], letters: Mapping[AbsenceKind, Letters]
) -> list[_Run]:
    runs: list[_Run] = []
    for (officer_id, day), each in sorted(changed.items()):
        posted, now = for_the_wall(each.before), for_the_wall(each.after)
        before, after = before_and_after(posted, now, letters)
        last = runs[-1] if runs else None
        if (
            last is not None
            and last.officer_id == officer_id
            and follows(last.last, day)
            and last.after == after
        ):
            last.last = day
            if before not in last.before:
                last.before.append(before)
        else:
            runs.append(_Run(officer_id, day, day, [before], after))
    return runs


def before_and_after(
    before: CellContent, after: CellContent, letters: Mapping[AbsenceKind, Letters]
) -> tuple[str, str]:
    """What stood and stands in a cell: letters, or times or posts where only they differ."""
    told = content_letter(before, letters), content_letter(after, letters)
    if told[0] != told[1] or not before.code:
        return told
    if (before.starts_at, before.ends_at) != (after.starts_at, after.ends_at):
        return content_words(before, letters), content_words(after, letters)
    if before.post != after.post:
        return f"{told[0]} ({before.post or DASH})", f"{told[1]} ({after.post or DASH})"
    return told


def for_the_wall(content: CellContent) -> CellContent:
    """The content as a wall may show it: health is not posted."""
    return replace(content, absence=HIDDEN) if is_hidden(content.absence) else content
