"""What a roster that lives is other than posted, in words as a wall may say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from openblock.features.roster.queries.grid import Roster
from openblock.features.roster.queries.rows import Difference
from openblock.features.roster.rules import KEEP_FREE
from openblock.features.roster.rules.absence import DEFAULT_LETTERS, HIDDEN, AbsenceKind
from openblock.features.roster.rules.versions import CellContent
from openblock.features.roster.sheets.words import DASH, days_words, follows, is_hidden
from openblock.i18n import format_time

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


def letters_of(month: Roster) -> dict[str, str]:
    """The letter of each kind as this roster shows it."""
    usual = {str(kind): letters.code for kind, letters in DEFAULT_LETTERS.items()}
    shown = {str(each.kind): each.code for each in month.absences.values() if each.kind is not None}
    return {**usual, **shown}


def _runs(changed: Mapping[tuple[int, date], Difference], letters: Mapping[str, str]) -> list[_Run]:
    runs: list[_Run] = []
    for (officer_id, day), each in sorted(changed.items()):
        before, after = before_and_after(each.before, each.after, letters)
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
    before: CellContent, after: CellContent, letters: Mapping[str, str]
) -> tuple[str, str]:
    """Both contents of a cell as a wall shows them, with times or post where only they differ."""
    told = _told(before, letters), _told(after, letters)
    if told[0] != told[1] or not before.code:
        return told
    if (before.starts_at, before.ends_at) != (after.starts_at, after.ends_at):
        return f"{told[0]} {times_of(before)}", f"{told[1]} {times_of(after)}"
    return f"{told[0]} ({before.post or DASH})", f"{told[1]} ({after.post or DASH})"


def _told(content: CellContent, letters: Mapping[str, str]) -> str:
    letter = letter_of(content.absence, letters)
    if content.code:
        return f"{content.code}/{letter}" if letter else content.code
    return letter or (KEEP_FREE if content.free else "")


def letter_of(kind: str, letters: Mapping[str, str]) -> str:
    """The letter of a kind of absence as a wall shows it; "" where there is none."""
    if not kind:
        return ""
    return HIDDEN if is_hidden(kind) else letters[AbsenceKind(kind)]


def times_of(content: CellContent) -> str:
    """From when to when a duty is: 09:00–21:00; "" where nothing stands."""
    if content.starts_at is None or content.ends_at is None:
        return ""
    return f"{format_time(content.starts_at)}{DASH}{format_time(content.ends_at)}"
