"""What changed in a month's roster since a version: what was, what is, who made it so and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from openblock.features.roster.queries.rows import Comparison, Difference
from openblock.features.roster.rules.absence import AbsenceKind, Letters
from openblock.features.roster.sheets.differing import before_and_after, for_the_wall
from openblock.features.roster.sheets.words import DASH, days_words, follows
from openblock.i18n import _, format_moment, format_month, n_, sort_key


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One officer's neighbouring days that changed alike, with the last change of them."""

    days: str
    name: str
    before: str
    after: str
    version: str
    made: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChangesSheet:
    """The differences of two versions as they are printed; reasons only ``with_reasons``."""

    period: str
    since: str
    counted: str
    lines: tuple[ChangeLine, ...]
    with_reasons: bool


def changes_of(
    read: Comparison,
    names: Mapping[int, str],
    letters: Mapping[AbsenceKind, Letters],
    *,
    for_wall: bool,
) -> ChangesSheet:
    """The sheet of a comparison that has been read already.

    A wall shows surname and initial, ``names``, and X for health. It gives no reasons: they are
    free words, and "takes over from a sick colleague" tells what the letter hides.
    """
    found = _walled(read.differences) if for_wall else read.differences
    runs: list[tuple[Difference, date]] = []
    for each in sorted(found, key=lambda one: (sort_key(one.name), one.officer_id, one.day)):
        if runs and _goes_on(*runs[-1], each):
            runs[-1] = (runs[-1][0], each.day)
        else:
            runs.append((each, each.day))
    runs.sort(key=lambda run: run[0].day)
    return ChangesSheet(
        period=format_month(read.month),
        since=_("version {since} {dash} version {until}").format(
            since=read.since, until=read.until, dash=DASH
        ),
        counted=n_("{number} changed day", "{number} changed days", len(found)),
        lines=tuple(
            _line(each, last, names.get(each.officer_id, each.name), letters) for each, last in runs
        ),
        with_reasons=not for_wall,
    )


def _walled(differences: Sequence[Difference]) -> list[Difference]:
    return [
        replace(each, before=for_the_wall(each.before), after=for_the_wall(each.after), reason="")
        for each in differences
    ]


def _goes_on(first: Difference, last: date, each: Difference) -> bool:
    """Whether a day belongs to the run before it: the same officer, the same change."""
    alike = first.before == each.before and first.after == each.after
    return (
        first.officer_id == each.officer_id
        and follows(last, each.day)
        and alike
        and first.number == each.number
    )


def _line(
    each: Difference, last: date, name: str, letters: Mapping[AbsenceKind, Letters]
) -> ChangeLine:
    before, after = before_and_after(each.before, each.after, letters)
    return ChangeLine(
        days=days_words(each.day, last),
        name=name,
        before=before or DASH,
        after=after or DASH,
        version=str(each.number),
        made=f"{each.made_by}, {format_moment(each.made_at)}",
        reason=each.reason,
    )


def changes_number(read: Comparison) -> str:
    """The number a sheet of changes is found by: DI-2026-11-3-5."""
    return f"DI-{read.month:%Y-%m}-{read.since}-{read.until}"
