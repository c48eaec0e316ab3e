"""What a month's roster is like before it is posted, in words: wrong, short, kept, changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openblock.features.roster.queries.rows import Difference, MonthState, PublishPreview
from openblock.features.roster.rules import AbsenceKind, Letters, MonthStanding
from openblock.features.roster.ui.gap_words import gap_days, gap_lines, shortened
from openblock.features.roster.ui.said_card import Part
from openblock.features.roster.words import content_words
from openblock.i18n import _, format_moment, format_short_day, n_
from openblock.ui.messages import words

_MOST, _MOST_DAYS = 20, 31


def version_line(state: MonthState) -> str:
    """Which version this will be, and which one hangs on the wall now."""
    following = _("This will be version {number}.").format(number=state.number + 1)
    if state.standing is MonthStanding.DRAFT or state.posted_at is None:
        nothing = _("Nothing is posted yet.")
        return f"{following} {nothing}"
    posted = _("Posted now: version {number}, {moment}, {who}.").format(
        number=state.posted, moment=format_moment(state.posted_at), who=state.posted_by
    )
    return f"{following} {posted}"


def preview_parts(
    preview: PublishPreview,
    changes: Sequence[Difference],
    letters: Mapping[AbsenceKind, Letters],
) -> list[Part]:
    """The parts of the card: what is wrong first, what has changed last."""
    gaps = gap_lines(preview.gaps)
    wrong = list(dict.fromkeys(words(each) for each in preview.problems))
    parts: list[Part] = []
    if not gaps and not wrong:
        parts.append(("", [_("Nothing is wrong with it.")], "ok"))
    number = gap_days(preview.gaps)
    days = n_("Short of officers on {number} day", "Short of officers on {number} days", number)
    parts.append((days, shortened(gaps, _MOST_DAYS), "problem"))
    title = n_("{number} problem is open", "{number} problems are open", len(wrong))
    parts.append((title, shortened(wrong, _MOST), "warning"))
    if preview.kept:
        kept = n_(
            "{number} problem is kept with a reason.",
            "{number} problems are kept with a reason.",
            preview.kept,
        )
        parts.append((_("Kept"), [kept], ""))
    if changes:
        title = n_(
            "{number} cell differs from the posted version",
            "{number} cells differ from the posted version",
            len(changes),
        )
        lines = [change_words(each, letters) for each in changes]
        parts.append((title, shortened(lines, _MOST), ""))
    elif preview.state.posted:
        parts.append((_("Changes"), [_("Nothing differs from the posted version.")], ""))
    return parts


def change_words(each: Difference, letters: Mapping[AbsenceKind, Letters]) -> str:
    """■ 22 Nov, Bērziņš Jānis: 24 09:00–09:00 → no duty."""
    was, now = content_words(each.before, letters), content_words(each.after, letters)
    return (
        f"\N{BLACK SQUARE} {format_short_day(each.day)}, {each.name}: "
        f"{was} \N{RIGHTWARDS ARROW} {now}"
    )
