"""The columns two versions of a roster are compared in: day, officer, before, after, why; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openblock.features.roster.queries.rows import Comparison, Difference, VersionRow
from openblock.features.roster.rules.absence import HIDDEN, AbsenceKind, Letters
from openblock.features.roster.rules.versions import CellContent
from openblock.features.roster.ui.showing_version import version_words
from openblock.features.roster.words import content_letter, content_words, kind_name
from openblock.i18n import (
    _,
    format_moment,
    format_short_day,
    n_,
    sort_key,
    weekday_letters,
)
from openblock.ui.plain_label import on_hover
from openblock.ui.table_model import Column

AllLetters = Mapping[AbsenceKind, Letters]
_ARROW = "\N{RIGHTWARDS ARROW}"


def cell_words(content: CellContent, letters: AllLetters) -> str:
    """What stood in a cell: a duty with its times, an absence with its kind, B, or no duty."""
    if not content.absence:
        return content_words(content, letters)
    known = content.absence != HIDDEN
    kind = kind_name(AbsenceKind(content.absence) if known else None)
    if not content.code:
        return f"{content_letter(content, letters)} {kind}"
    return f"{content_words(content, letters)}, {kind}"


def columns_of(shown: Comparison, letters: AllLetters, *, until_now: bool) -> tuple[Column, ...]:
    """The columns of one comparison; the heads of before and after say which versions they are."""
    after = _("now") if until_now else f"v{shown.until}"

    def day(row: Difference) -> str:
        return f"{weekday_letters(row.day)} {format_short_day(row.day)}"

    def made(row: Difference) -> str:
        return f"v{row.number}" if row.number else ""

    return (
        Column(_("Date"), day, sort=lambda row: (row.day, sort_key(row.name))),
        Column(
            _("Officer"), lambda row: row.name, strong=True, tooltip=lambda row: on_hover(row.name)
        ),
        Column(f"v{shown.since}", lambda row: cell_words(row.before, letters)),
        Column(
            f"{_ARROW} {after}",
            lambda row: f"{_ARROW} {cell_words(row.after, letters)}",
            strong=True,
            spoken=lambda row: cell_words(row.after, letters),
        ),
        Column(_("Version"), made, sort=lambda row: row.number),
        Column(_("Why"), lambda row: row.reason, tooltip=lambda row: on_hover(row.reason)),
        Column(_("Who"), lambda row: row.made_by),
        Column(
            _("When"),
            lambda row: format_moment(row.made_at) if row.number else "",
            sort=lambda row: row.made_at,
        ),
    )


def since_options(rows: Sequence[VersionRow]) -> tuple[tuple[int, str], ...]:
    """Every version, newest first, as what it is compared from."""
    return tuple((row.number, version_words(row)) for row in rows)


def usual_since(rows: Sequence[VersionRow], posted: int | None) -> int | None:
    """What a comparison starts from: the posted version, or the one it took the place of.

    The latter where nothing has changed since it was posted, and two would be compared that are
    the same.
    """
    numbers = [row.number for row in rows]
    if posted is None or posted not in numbers:
        return max(numbers, default=None)
    earlier = (row.number for row in rows if row.kind == "published" and row.number < posted)
    return posted if posted != max(numbers) else max(earlier, default=posted)


def until_options(rows: Sequence[VersionRow], since: int) -> tuple[tuple[int | None, str], ...]:
    """The roster as it stands, and every version after ``since``."""
    later = tuple((row.number, version_words(row)) for row in rows if row.number > since)
    return ((None, _("as it stands now")), *later)


def summary_of(shown: Comparison) -> str:
    """How many cells differ, of how many officers."""
    if not shown.differences:
        return _("Nothing differs between these two.")
    cells = n_("{number} cell differs", "{number} cells differ", len(shown.differences))
    people = len({each.officer_id for each in shown.differences})
    return f"{cells}, {n_('{number} officer', '{number} officers', people)}"
